"""Codes of no answer that lie far from the many numbers that people gave."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping

from padai.interchange.draft import Value
from padai.interchange.label_words import normal
from padai.waves.absent import NINES

_MORE = re.compile(
    r"\b(more|over|older|above|plus|mas|mayor(es)?|mais|oder|und alter|uber|piu|meer|ouder|"
    r"wiecej)\b"
)
LEAST_GAP, GAPS = 10, 3
"""How far 97 to 99 stand from numbers, in units and in their own widest gaps, to be none."""
FEWEST_BARE = 20
"""Numbers without a label, from which on a column counts and has no scale."""


def outside(numbers: Mapping[float, Value], labels: Mapping[Value, str]) -> list[float]:
    """Return the codes in words that lie far outside the numbers that people gave.

    Of ages from 18 to 95, that is -32 "Cannot be generated", and of years of birth 999; a zero in
    words before 1, 2, 3 is an amount.
    """
    bare = sorted(n for n, v in numbers.items() if not labels.get(v) or only(labels[v], v))
    if len(bare) < FEWEST_BARE:
        return []
    low, high = bare[0], bare[-1]
    far = (n for n in numbers if (n < 0 <= low) or max(low - n, n - high) > high - low)
    return [n for n in far if labels.get(numbers[n]) and is_no_number(labels[numbers[n]], n)]


def after_a_gap(numbers: Mapping[float, Value], labels: Mapping[Value, str]) -> list[float]:
    """Return 97 to 99 and the like without a label, behind many numbers and a gap as none has.

    Of hours from 0 to 70 those are 97, 98 and 99, which stand no further off than the hours span;
    of ages up to 95 they are ages.
    """
    order = sorted(numbers)
    for codes in NINES:
        last = [n for n in order if n in codes and not labels.get(numbers[n])]
        rest = [n for n in order if n not in last]
        if not last or len(rest) < FEWEST_BARE or rest[-1] > last[0] or any(n % 1 for n in rest):
            continue
        widest = max(b - a for a, b in itertools.pairwise(rest))
        if last[0] - rest[-1] >= max(LEAST_GAP, GAPS * widest):
            return last
    return []


def is_no_number(text: str, value: Value) -> bool:
    """Whether words name no amount: neither a number nor "or more"."""
    plain = normal(text)
    return not only(text, value) and not re.search(r"[0-9]", plain) and not _MORE.search(plain)


def only(text: str, value: Value) -> bool:
    """Whether a label says no more than its value, as `(01)` does."""
    plain = normal(text)
    return text == str(value) or (plain.isdecimal() and number_of(value) == float(plain))


def number_of(value: Value) -> float | None:
    """Return a value as a number, also where it is one written as text."""
    if isinstance(value, str):
        return float(value) if value.removeprefix("-").isdecimal() else None
    return float(value)
