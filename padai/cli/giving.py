"""Figures for machines: ``--json`` and ``--csv`` on standard output, ``--out`` into a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from padai.cli.options import STDERR, leaving, shown, t
from padai.errors import DefinitionError, refused_by_system
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

JsonOpt = Annotated[bool, typer.Option("--json", help=t("cli-all-figures-as-json"))]
CsvOpt = Annotated[
    bool,
    typer.Option("--csv", help=t("cli-the-first-table-as-csv")),
]
OutOpt = Annotated[
    Path | None,
    typer.Option(
        "--out",
        help=t("cli-file-json-or-csv-to-write-of-csv-one"),
    ),
]


def check_asked(as_json: bool, as_csv: bool, out: Path | None) -> None:
    """Refuse what contradicts itself before any work is done.

    Raises
    ------
    DefinitionError
        Both formats are asked for, or the file's ending tells neither.
    """
    if as_json and as_csv:
        raise DefinitionError(Said("cli-choose-json-or-csv"))
    if out is not None and out.suffix.lower() not in (".json", ".csv"):
        raise DefinitionError(
            Said("cli-out-end-the-files-name-in-json-or-csv", out=out),
        )


def given(
    tables: Mapping[str, pd.DataFrame], as_json: bool, as_csv: bool, out: Path | None
) -> bool:
    """Give tables to a machine where that is asked; say whether standard output is taken.

    Parameters
    ----------
    tables
        By name, the main one first. Numbers go out with all of their digits, what may not be
        shown as an empty value with its flag.
    """
    first = next(iter(tables.values()))
    if out is not None:
        leaving(out.parent)
        if out.suffix.lower() == ".json":
            _write(out, _json(tables))
        else:
            for place, (name, frame) in enumerate(tables.items()):
                path = out.with_name(f"{out.stem}-{name}.csv") if place else out
                _write(path, frame.to_csv(index=False, lineterminator="\n"))
    if as_json:
        typer.echo(_json(tables), nl=False)
    elif as_csv:
        typer.echo(first.to_csv(index=False, lineterminator="\n"), nl=False)
    return as_json or as_csv


def _json(tables: Mapping[str, pd.DataFrame]) -> str:
    content = {
        name: [_record(row) for row in frame.to_dict("records")] for name, frame in tables.items()
    }
    return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _record(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(name): _as_json(value) for name, value in row.items()}


def _as_json(value: Any) -> Any:
    """Return a value as JSON has it: nothing for what is missing or infinite."""
    if isinstance(value, (list, tuple)):
        return [_as_json(each) for each in value]
    if hasattr(value, "item"):
        value = value.item()
    if value is None or value != value or value in (float("inf"), float("-inf")):
        return None
    return value if isinstance(value, (bool, int, float, str)) else str(value)


def write_text(path: Path, text: str, option: str) -> None:
    """Write a file that an option names, or say why it cannot be."""
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        why = refused_by_system(error)
        if why is None:
            raise
        raise DefinitionError(
            Said("cli-option-not-written-choose-another-folder", option=option, path=path, why=why),
        ) from None


def _write(path: Path, text: str) -> None:
    write_text(path, text, "--out")
    STDERR.print(f"  {shown(path)}", highlight=False, soft_wrap=True, markup=False)
