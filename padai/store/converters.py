"""Stores of earlier schemas, brought to today's a step at a time; nothing is written.

A converter takes the texts and the tables of one schema, all values as texts, and returns those of
the next. What was put out is never rewritten for it: an old store is read as it lies.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from padai.errors import PublicationError
from padai.store.schema import COLUMNS, OPTIONAL, SCHEMA_VERSION, numeric_of
from padai.words import Said

Tables = dict[str, pd.DataFrame]
# pandas reads so by itself from 3.1 on, and takes the option no more
_TO_THE_LAST_DIGIT: Any = {"float_precision": "round_trip"} if pd.__version__ < "3.1" else {}
Texts = dict[str, Any]
OF_SCHEMA_1 = (
    "estimates", "trends", "differences", "breaks", "words", "corrections", "letters", "weighting",
    "robustness", "decomposition", "slopes", "indices", "plan", "interviews", "register",
    "inventory", "benchmarks", "answers", "profile", "panel_steps", "panel_changes", "panel_moves",
    "recommendations", "mandates", "themes",
)  # fmt: skip
"""The tables of a store of schema 1."""
OF_SCHEMA_2 = (*OF_SCHEMA_1, "selected")
"""The tables of a store of schema 2."""


def to_current(texts: Texts, folder: Path) -> tuple[Texts, Tables]:
    """Return the texts and tables of a store in today's schema.

    Parameters
    ----------
    texts
        The content of ``texts.json``.
    folder
        The store, whose tables are read as texts; of today's schema, numbers as numbers.

    Raises
    ------
    PublicationError
        The schema is unknown, or a table is missing.
    """
    schema = texts.get("schema")
    known = isinstance(schema, int) and not isinstance(schema, bool)
    if not known or schema not in (*CONVERTERS, SCHEMA_VERSION):
        wave = texts.get("wave")
        raise PublicationError(
            Said(
                "store-the-store-of-wave-has-schema-this-padai",
                wave=wave,
                schema=schema,
                schema_version=SCHEMA_VERSION,
            ),
        )
    assert isinstance(schema, int)
    names = TABLES_OF.get(schema, tuple(COLUMNS))
    now = schema == SCHEMA_VERSION
    tables = {name: _of(folder / f"{name}.csv", name, now) for name in names}
    for step in range(schema, SCHEMA_VERSION):
        texts, tables = CONVERTERS[step](texts, tables)
    return texts, tables


def empty_table(columns: Iterable[str], numeric: Iterable[str] = ()) -> pd.DataFrame:
    """Return a table without a row; most stores have twenty of them."""
    return _without_rows(tuple(columns), tuple(numeric)).copy()


@cache
def _without_rows(columns: tuple[str, ...], numeric: tuple[str, ...]) -> pd.DataFrame:
    frame = pd.DataFrame(columns=columns, dtype=str)
    return frame.astype(dict.fromkeys(numeric, "float64"))


def _with_what_is_new(texts: Texts, tables: Tables) -> tuple[Texts, Tables]:
    """Schemas 2 to 5 add tables and columns only; what an earlier store had not is empty."""
    converted = {
        name: tables[name].reindex(columns=columns, fill_value="")
        if name in tables
        else pd.DataFrame(columns=columns, dtype=str)
        for name, columns in COLUMNS.items()
    }
    return {**texts, "schema": texts["schema"] + 1}, converted


CONVERTERS: dict[int, Callable[[Texts, Tables], tuple[Texts, Tables]]] = {
    1: _with_what_is_new,
    2: _with_what_is_new,
    3: _with_what_is_new,
    4: _with_what_is_new,
}
"""What brings a store of each earlier schema to the next one."""
TABLES_OF: dict[int, tuple[str, ...]] = {1: OF_SCHEMA_1, 2: OF_SCHEMA_2}
"""The tables that each earlier schema has."""


def _of(path: Path, name: str, now: bool) -> pd.DataFrame:
    if name in OPTIONAL and not path.is_file():
        return empty_table(COLUMNS[name])
    return _read(path, numeric_of(name, COLUMNS[name]) if now else ())


def _read(path: Path, numeric: Collection[str]) -> pd.DataFrame:
    """Read a table as texts, but for columns of numbers that hold nothing else.

    A number is read as Python reads it: to its last digit.
    """
    if not path.is_file():
        raise PublicationError(
            Said("store-the-store-lacks-put-back-the-store-that", path_name=path.name),
        )
    with path.open(encoding="utf-8", newline="") as lines:
        columns = next(csv.reader(lines), [])
        if not lines.readline():
            return empty_table(columns)
    numbers = dict.fromkeys(numeric, "float64")
    with suppress(ValueError):  # who types the table says where a text is
        frame: pd.DataFrame = pd.read_csv(
            path,
            dtype=defaultdict(lambda: "str", numbers),
            keep_default_na=False,
            na_values={name: [""] for name in numbers},
            **_TO_THE_LAST_DIGIT,
        )
        if len(frame):
            return frame
    return pd.read_csv(path, dtype=str, keep_default_na=False)
