"""What a printed number can have been before it was rounded."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tests.outsider.figures import EXACT

MOST_DECIMALS = 6
"""Figures with more decimals than these were not rounded for print."""
_NUMBER = re.compile(r"^[+−-]?\d[\d\s,.\u00a0\u202f]*")


def decimals(texts: Iterable[str]) -> int:
    """Return the decimals of a column: those of the number that has most, since zeros are lost."""
    most = 0
    for text in texts:
        if "e-" in text.lower():
            return MOST_DECIMALS + 1
        most = max(most, len(text.partition(".")[2].rstrip()))
    return most


def around(value: float, digits: int) -> tuple[float, float]:
    """Return the ends of what is printed as a value with so many decimals."""
    if digits > MOST_DECIMALS:
        half = EXACT * max(1.0, abs(value))
    else:
        half = 0.5 * 10.0**-digits * (1 + 1e-9)
    return value - half, value + half


def printed(text: str) -> tuple[float, int, bool] | None:
    """Read the number at the start of a cell: value, decimals, whether a percentage."""
    found = _NUMBER.match(text.strip())
    if not found:
        return None
    digits = re.sub(r"[\s\u00a0\u202f]", "", found.group()).replace("−", "-").rstrip(".,")
    if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", digits):
        digits = digits.replace(",", "")
    digits = digits.replace(",", ".")
    try:
        value = float(digits)
    except ValueError:
        return None
    rest = text.strip()[found.end() :].lstrip("\u00a0\u202f ")
    return value, len(digits.partition(".")[2]), rest.startswith("%")
