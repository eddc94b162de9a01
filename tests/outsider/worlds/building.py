"""Builds small worlds with padai: their tables alone, since pages cost a hundred times as much.

The figures are those of a whole build; what is left out are the pages, the website, and the process
of its own in which publishing runs.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import padai
from padai.pipeline import building
from padai.pipeline.child import Published
from padai.publishing.release import publish


def _published(store_dir: Path, out_dir: Path, **given: Any) -> Published:
    made = publish(store_dir, out_dir, languages=["en"], what=("tables",))
    return Published(list(made.files), [])


def _nothing(*_given: Any, **_named: Any) -> Any:
    return None


_LEFT_OUT: dict[str, Any] = {
    "publish_apart": _published,
    "write_beside": _nothing,
    "renew_follow_up": lambda _order, _version: [],
    "_on_the_site": lambda _order, release, _record: release,
}


@contextmanager
def tables_alone() -> Iterator[None]:
    """Leave out of builds what changes no figure."""
    before = {name: getattr(building, name) for name in _LEFT_OUT}
    for name, instead in _LEFT_OUT.items():
        setattr(building, name, instead)
    try:
        yield
    finally:
        for name, was in before.items():
            setattr(building, name, was)


def built(survey: Path) -> Path:
    """Build a survey's last wave and return the folder of its version."""
    with tables_alone():
        return padai.build(survey, formats=("html",)).folder
