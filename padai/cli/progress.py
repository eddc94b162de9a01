"""What a long command tells while it runs: to a person a bar, to a machine one record a stage."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Annotated, Any

import typer

from padai.cli.options import progress, t
from padai.errors import DefinitionError
from padai.words import Said

_JSON: ContextVar[bool] = ContextVar("padai_log_json", default=False)
LogOpt = Annotated[
    str,
    typer.Option(
        "--log",
        help=t("cli-log-on-standard-error-text-or-json-one"),
    ),
]


@contextmanager
def telling(log: str) -> Iterator[tuple[Any, Any]]:
    """Yield the functions that a build calls as the work goes on, and at the end of each stage."""
    if log not in ("text", "json"):
        raise DefinitionError(
            Said("cli-log-there-is-no-such-log-choose-text-or", log=log),
        )
    if log == "json":
        _JSON.set(True)
        yield (lambda text: None), record
        return
    with progress() as say:
        yield say, None


def as_json() -> bool:
    """Whether a machine reads standard error."""
    return _JSON.get()


def record(content: Mapping[str, Any]) -> None:
    """Write one record on a line of standard error."""
    sys.stderr.write(json.dumps(content, ensure_ascii=False) + "\n")
    sys.stderr.flush()
