"""An export as a table of texts, read under limits: its head first, all of it where it is known."""

from __future__ import annotations

import csv
import datetime as dt
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from padai.errors import DataError
from padai.interchange.forms import opened_workbook
from padai.waves.text_files import lines_before, opened
from padai.words import Said

MAX_EXPORT_BYTES = 200_000_000
MAX_CELLS = 20_000_000
MAX_EXPORT_COLUMNS = 5_000
HEAD = 4
WORKBOOKS = (".xlsx",)
TEXTS = (".csv", ".tsv")
_LONGEST_CELL = 1_000_000


def head_of(path: Path) -> list[list[str]]:
    """Return the first rows of a file, or nothing where it is no table of text."""
    try:
        return list(itertools.islice(_rows(path), HEAD))
    except (UnicodeError, csv.Error, ValueError):
        return []


def sheet_rows(path: Path) -> list[int]:
    """Return how many rows of each sheet of a workbook hold anything."""
    with opened_workbook(path) as book:
        return [
            sum(
                any(value is not None for value in row)
                for row in itertools.islice(sheet.iter_rows(values_only=True), MAX_CELLS)
            )
            for sheet in book.worksheets
        ]


def whole(path: Path, sheet: int = 0) -> list[list[str]]:
    """Return every row that is not blank, of a workbook those of one sheet.

    Raises
    ------
    DataError
        The file is larger than padai reads, or is no regular table.
    """
    if path.stat().st_size > MAX_EXPORT_BYTES:
        raise _too_large(path)
    rows: list[list[str]] = []
    cells = 0
    try:
        for row in _rows(path, sheet):
            held = any(cell.strip() for cell in row)
            cells += len(row) if held else 1
            if cells > MAX_CELLS or len(row) > MAX_EXPORT_COLUMNS:
                raise _too_large(path)
            if held:
                rows.append(row)
    except (UnicodeError, csv.Error):
        raise DataError(
            Said("interchange-is-not-a-regular-table-in-utf-8-export", path_name=path.name),
        ) from None
    return rows


def _too_large(path: Path) -> DataError:
    size, cells = MAX_EXPORT_BYTES // 1_000_000, MAX_CELLS // 1_000_000
    return DataError(
        Said(
            "interchange-is-larger-than-an-export-that-padai",
            path_name=path.name,
            size=size,
            cells=cells,
            max_export_columns=MAX_EXPORT_COLUMNS,
        ),
    )


def _rows(path: Path, sheet: int = 0) -> Iterator[list[str]]:
    return _sheet(path, sheet) if path.suffix.lower() in WORKBOOKS else _text(path)


def _text(path: Path) -> Iterator[list[str]]:
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        with opened(path) as handle:
            for _ in range(lines_before(path)):
                handle.readline()
            start = handle.tell()
            first = handle.readline(_LONGEST_CELL)
            separator = max(",;\t", key=first.count)
            handle.seek(start)
            yield from csv.reader(handle, delimiter=separator)
    finally:
        csv.field_size_limit(before)


def _sheet(path: Path, place: int) -> Iterator[list[str]]:
    with opened_workbook(path) as book:
        for row in book.worksheets[place].iter_rows(values_only=True):
            yield [_written(value) for value in row]


def _written(value: Any) -> str:
    """Write a cell of a workbook as its text."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ")
    return str(value)
