"""Amounts as people write them, `12 000 $` or `1.234,56`: never where a mark may be either."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

_SIGN = r"(?:[A-Z]{1,2}\$|\$|€|£|¥|₹|₽|₩|%|kr\.?|zł|CHF|CAD|USD|EUR|NOK|SEK|DKK|PLN|BRL|MXN)"
_AMOUNT = re.compile(rf"({_SIGN})?\s*([-−]?)\s*([0-9][0-9.,'’\s]*)\s*({_SIGN})?", re.IGNORECASE)
_PARTED = re.compile(r"[0-9]{1,3}([.,'’\s])[0-9]{3}(?:\1[0-9]{3})*(?:[.,][0-9]{1,2})?")
_PLAIN = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_EITHER = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_MARKS = (".", ",")
LONGEST_BARE = 7
"""Digits from which on numbers of one length, parted by blanks alone, may be of telephones."""


def plain_amounts(texts: Iterable[str]) -> dict[str, str]:
    """Return the plain number of each text of a column, where some are written as amounts.

    Thousands are parted by blanks or an apostrophe, or by the mark that is not that of decimals; a
    currency or a percent sign may stand at either end. Texts without a digit are no amounts, and
    say nothing of the others. Nothing is returned where one text with a digit is no amount, where
    no text is written so, or where a mark may be of thousands or of decimals, as in `1.234`.

    Examples
    --------
    >>> plain_amounts(["12 000 $", "Ne sait pas", "800 $"])
    {'12 000 $': '12000', '800 $': '800'}
    >>> plain_amounts(["1.234,56", "1.234"]), plain_amounts(["1,234.56", "87"])
    ({'1.234,56': '1234.56', '1.234': '1234'}, {'1,234.56': '1234.56', '87': '87'})
    >>> plain_amounts(["1.234", "870"]), plain_amounts(["1 000 to 2 000", "12 000"])
    ({}, {})
    """
    every = [text for text in texts if any(map(str.isdigit, text))]
    shapes = {text: m for text in every if (m := _AMOUNT.fullmatch(text.strip()))}
    if not every or len(shapes) < len(every):
        return {}
    bodies = {text: m[3].strip() for text, m in shapes.items()}
    signed = {text for text, m in shapes.items() if m[1] or m[4]}
    thousands, decimals = _marks(bodies, signed)
    shown = signed or any(any(c.isspace() or c in "'’" for c in body) for body in bodies.values())
    known = shown or thousands & {*_MARKS}
    if not known or thousands & decimals or len(decimals) > 1 or _telephones(bodies, signed):
        return {}
    plain = {text: _number(body, thousands) for text, body in bodies.items()}
    if None in plain.values():
        return {}
    return {text: f"{'-' if shapes[text][2] else ''}{number}" for text, number in plain.items()}


def with_plain_amounts(column: pd.Series[Any]) -> pd.Series[Any]:
    """Return a column of text with its amounts as plain numbers; the column itself without any."""
    plain = plain_amounts(text for text in column.dropna().unique() if isinstance(text, str))
    if not plain:
        return column
    return column.map(lambda text: plain.get(text, text), na_action="ignore")


def _marks(bodies: dict[str, str], signed: set[str]) -> tuple[set[str], set[str]]:
    """Return the points and commas that part thousands, and those that begin decimals."""
    thousands: set[str] = set()
    decimals: set[str] = set()
    for text, body in bodies.items():
        marks = [c for c in body if c in _MARKS]
        again = len(marks) > 1 and len({*marks}) == 1
        if len({*marks}) == 2 or again or (_EITHER.fullmatch(body) and text in signed):
            thousands.add(marks[0])
        if marks and not again and (len({*marks}) == 2 or not _EITHER.fullmatch(body)):
            decimals.add(marks[-1])
    return thousands, decimals


def _telephones(bodies: dict[str, str], signed: set[str]) -> bool:
    sizes = {sum(map(str.isdigit, body)) for body in bodies.values()}
    marked = signed or any(c in _MARKS for body in bodies.values() for c in body)
    return not marked and len(sizes) == 1 and min(sizes) >= LONGEST_BARE


def _number(body: str, thousands: set[str]) -> str | None:
    """Return an amount as a plain number; nothing where its marks stand otherwise."""
    if parted := _PARTED.fullmatch(body):
        mark = parted[1]
        if mark not in _MARKS or mark in thousands:
            return re.sub(rf"[{re.escape(mark)}\s]", "", body).replace(",", ".")
        return None
    return body.replace(",", ".") if _PLAIN.fullmatch(body) else None
