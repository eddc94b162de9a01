"""How wide the columns of a sheet are, and how it goes on paper: no text under 8 points."""

from __future__ import annotations

import math
import re
import textwrap
from dataclasses import dataclass, replace

from padai.publishing.products.workbooks.sheets import NUMBERS, Sheet, SheetTable, Value

LEAST_SCALE = 75
"""The smallest scale that a sheet prints at, in percent: text of 11 points has 8.25."""
PAGE = 1250
"""The pixels that ten inches of paper hold at that scale, with some room: suites round."""
DIGIT, PADDING = 8, 5
"""The pixels of a digit of Arial at 11 points, and what a column has beside its characters."""
_CAPS = (100, 72, 54, 40, 32, 27, 23, 20, 17)
_LETTER, _WORD = 0.88, 0.95
"""A letter's width in digits: of a text, and of a word alone or one in bold."""
_LEAST, _LEAST_NUMBER = 6, 9
_TITLE = 1.6
_PARTED = re.compile(r"[\s\u2013-]+")
_KEYS = 2
_LINE = 230
"""The pixels of a line of thirty letters."""


def laid_out(name: str, title: str, lines: tuple[Value, ...], table: SheetTable) -> Sheet:
    """Return a sheet whose columns are as wide as what they hold asks, on the fewest pages."""
    needs = [_needs(table, k) for k in range(len(table.heads))]
    tried = [tuple(_width(need, cap) for need in needs) for cap in _CAPS]
    keys = key_columns(table)
    widths = min(tried, key=lambda widths: len(pages_across(widths, keys)))
    room = round(_room(widths, keys) / DIGIT / _LETTER)
    broken = tuple(v for line in lines for v in _broken(line, room))
    return Sheet(name, title, broken, widths, table)


def _room(widths: tuple[int, ...], keys: int) -> int:
    """Return the pixels of a line over a table: every page across repeats it in its first columns.

    Where these are narrow, a line goes on over the first page and is cut on the others.
    """
    repeated = _pixels(widths[:keys])
    if _pixels(widths) > PAGE and repeated >= _LINE:
        return repeated
    return min(PAGE, max(_pixels(widths), PAGE // 2))


def pages_across(widths: tuple[int, ...], keys: int) -> list[int]:
    """Return the columns that begin a page, where each page repeats the first ones."""
    begins, left = [0], PAGE
    for column, width in enumerate(widths):
        left -= _pixels((width,))
        if left < 0:
            begins.append(column)
            left = PAGE - _pixels((*widths[:keys], width))
    return begins


def over_pages(sheet: Sheet) -> bool:
    """Return whether a sheet is too wide for one page."""
    return sheet.table is not None and _pixels(sheet.widths) > PAGE


def _pixels(widths: tuple[int, ...]) -> int:
    return sum(DIGIT * width + PADDING for width in widths)


def key_columns(table: SheetTable) -> int:
    """Return how many columns say what a row is about: two at most, which every page repeats."""
    count = 0
    while count < min(_KEYS, len(table.heads)) and all(
        row[count].style not in NUMBERS for row in table.rows
    ):
        count += 1
    return count


@dataclass(frozen=True)
class _Needs:
    """The characters that a column asks for: of its longest text, its longest word, and any."""

    text: float
    word: float
    least: int


def _needs(table: SheetTable, column: int) -> _Needs:
    values = [row[column] for row in table.rows]
    texts = {v.content for v in values if isinstance(v.content, str)}
    words = [w for text in (*texts, table.heads[column]) for w in _PARTED.split(text)]
    return _Needs(
        text=_LETTER * max(map(len, texts), default=0),
        word=_WORD * max(map(len, words), default=0),
        least=_LEAST_NUMBER if any(v.style in NUMBERS for v in values) else _LEAST,
    )


def _width(needs: _Needs, cap: int) -> int:
    """Return the characters of a column: its longest text up to a cap, and no word broken."""
    return math.ceil(max(needs.least, min(needs.text, cap), min(needs.word, 54))) + 1


def _broken(value: Value, room: int) -> list[Value]:
    """Return a line over a table as the lines that a page holds: a cell is never merged."""
    if not isinstance(value.content, str) or value.style == "wrap":
        return [value]
    width = round(room / _TITLE) if value.style == "title" else room
    lines = textwrap.wrap(value.content, width, break_long_words=False, break_on_hyphens=False)
    return [replace(value, content=line) for line in lines] or [value]
