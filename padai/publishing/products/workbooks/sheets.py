"""What a workbook is made of: sheets, tables and cells, before any file format."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Style = Literal[
    "text",
    "wrap",
    "after",
    "center",
    "title",
    "strong",
    "share",
    "mean",
    "points",
    "count",
    "test",
]
NUMBERS = ("share", "mean", "points", "count", "test")
"""The styles of numbers, which stand to the right."""
_LONGEST_NAME = 31


@dataclass(frozen=True)
class Value:
    """A cell: a text, a number or nothing, and how it looks; `sheet` makes it a link to a sheet."""

    content: str | float | None
    style: Style = "text"
    sheet: str = ""


@dataclass(frozen=True)
class SheetTable:
    """A real table: its machine name, its title and description, its columns with widths."""

    name: str
    title: str
    description: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def head_style(self, column: int) -> str:
        """Return how the head of a column stands: as what is under it does."""
        under = self._styles[column]
        if under & set(NUMBERS):
            return "head-right"
        if "center" in under:
            return "head-center"
        return "head-after" if self._after_numbers(column) else "head"

    def cell_style(self, column: int, value: Value) -> Style:
        """Return how a cell stands: a text beside numbers leaves room between them."""
        beside = value.style == "wrap" and self._after_numbers(column)
        return "after" if beside else value.style

    def _after_numbers(self, column: int) -> bool:
        return column > 0 and not self._styles[column - 1].isdisjoint(NUMBERS)

    @cached_property
    def _styles(self) -> tuple[set[str], ...]:
        """The styles of the cells of each column."""
        return tuple({row[k].style for row in self.rows} for k in range(len(self.heads)))


@dataclass(frozen=True)
class Sheet:
    """A sheet: lines over one table, or lines alone; widths are in characters."""

    name: str
    title: str
    lines: tuple[Value, ...]
    widths: tuple[int, ...]
    table: SheetTable | None = None


@dataclass(frozen=True)
class Book:
    """A workbook, and what its properties say."""

    title: str
    subject: str
    author: str
    marks: tuple[str, ...]
    language_word: str
    lang: str
    created: dt.datetime
    sheets: tuple[Sheet, ...]


def unique_name(name: str, used: set[str]) -> str:
    """Return a sheet's name: at most 31 signs, and none that differs by case alone."""
    cut, count = name[:_LONGEST_NAME], 1
    while cut.lower() in used:
        count += 1
        mark = f"~{count}"
        cut = name[: _LONGEST_NAME - len(mark)] + mark
    used.add(cut.lower())
    return cut
