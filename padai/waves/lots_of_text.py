"""Rows of a .csv, some at a time, as Arrow has them: each column of what holds for all of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from padai.errors import DataError
from padai.waves.lots_of_rows import CELLS_AT_ONCE
from padai.waves.text_files import (
    BLANKS,
    check_names,
    check_rows,
    encoded,
    header_of,
    lines_before,
    of_another_encoding,
)
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd


def csv_about(source: Path) -> dict[str, Any]:
    """Return the columns of a .csv and what they hold, from one reading of all of it."""
    try:
        return _csv_seen(source)
    except UnicodeError:
        raise of_another_encoding(source, "") from None


def _csv_seen(source: Path) -> dict[str, Any]:
    separator, names = header_of(source)
    check_names(names, source, "")
    check_rows(source, separator, len(names), "")
    kinds = dict.fromkeys(names, "int")
    rows = 0
    for lot in _csv_read(source, separator, max(1, CELLS_AT_ONCE // max(len(names), 1)), 0):
        rows += len(lot)
        for name in names:
            if kinds[name] != "text":
                kinds[name] = _wider(kinds[name], lot[name], separator)
    return {"names": names, "rows": rows, "kinds": kinds, "separator": separator}


def _wider(kind: str, column: pd.Series[Any], separator: str) -> str:
    """Return what a column is once more of its cells are seen: int, number or text."""
    texts = _decimal(column.dropna().str.strip(), separator)
    whole = texts.str.fullmatch(r"[+-]?(?:0|[1-9]\d{0,15})")
    if bool(whole.all()):
        return kind
    number = texts.str.fullmatch(r"[+-]?(?:0|[1-9]\d*)?(?:\.\d*)?(?:[eE][+-]?\d+)?")
    return "number" if bool((number & texts.str.contains(r"\d")).all()) else "text"


def _decimal(texts: pd.Series[Any], separator: str) -> pd.Series[Any]:
    return texts.str.replace(",", ".", regex=False) if separator == ";" else texts


def csv_lots(source: Path, state: Mapping[str, Any]) -> Iterator[tuple[Any, dict[str, int]]]:
    """Give the rows that are not written yet, a lot at a time."""
    import pandas as pd
    import pyarrow as pa

    separator = state["separator"]
    for lot in _csv_read(source, separator, state["lot"], state["written"]):
        arrays = {}
        for name in state["names"]:
            column, kind = lot[name], state["kinds"][name]
            if kind == "text":
                arrays[name] = pa.array(column, pa.large_string(), from_pandas=True)
                continue
            numbers = pd.to_numeric(_decimal(column.str.strip(), separator))
            as_whole = pa.int64() if kind == "int" else pa.float64()
            if kind == "int":
                numbers = numbers.astype("Int64")
            arrays[name] = pa.array(numbers, as_whole, from_pandas=True)
        yield pa.table(arrays), {}


def _csv_read(source: Path, separator: str, lot: int, start: int) -> Iterator[pd.DataFrame]:
    """Read a .csv as text, some rows at a time, from a row on."""
    import pandas as pd

    _, names = header_of(source)
    try:
        with pd.read_csv(
            source,
            sep=separator,
            dtype="str",
            keep_default_na=False,
            na_values=BLANKS,
            header=0,
            names=names,
            encoding=encoded(source),
            skiprows=lines_before(source),
            on_bad_lines="error",
            chunksize=lot,
            index_col=False,
        ) as lots:
            for place, frame in enumerate(lots):
                if place * lot >= start and len(frame):
                    yield frame
    except pd.errors.EmptyDataError:
        return
    except pd.errors.ParserError:
        raise _irregular(source) from None


def _irregular(source: Path) -> DataError:
    return DataError(
        Said("waves-is-not-a-regular-table-in-utf-8-a-row", source_name=source.name),
    )
