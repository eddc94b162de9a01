"""What targets must be: positive numbers, in shares that sum to 1 or 100, or counts that agree."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from numbers import Real
from typing import Any, NamedTuple

from padai.errors import Said
from padai.words import Number

#: Margins whose totals differ by more, relative to them, are of two populations.
SAME_TOTAL = 1e-3
_PERCENT = 100.0
#: Broken numbers that sum to something around 100 are percentages, not people.
_LIKE_PERCENTAGES = (50.0, 150.0)


class Sum(NamedTuple):
    """What a margin comes to.

    Attributes
    ----------
    margin : str
    total : float
    whole : bool
        Whether all its targets are whole numbers, as counts of people are.
    respondents : int
        Who take part in it; 0 where that is not known yet.
    """

    margin: str
    total: float
    whole: bool = True
    respondents: int = 0

    @property
    def is_share(self) -> bool:
        """Whether its targets are shares of 1 or of 100."""
        return any(abs(self.total - unit) <= SAME_TOTAL * unit for unit in (1.0, _PERCENT))

    @property
    def is_count(self) -> bool:
        """Whether its targets can be numbers of people, of whom the respondents are some."""
        low, high = _LIKE_PERCENTAGES
        broken = not self.whole and low < self.total < high
        return not self.is_share and not broken and self.total >= max(self.respondents, 2)


def cell_fault(margin: str, cells: Mapping[Any, Any]) -> Said | None:
    """Say which target of a margin is no positive number, or is given twice; None where all are.

    Examples
    --------
    >>> cell_fault("sex", {"F": 0.51, "M": 0.49}) is None
    True
    """
    if not cells:
        return Said("survey-margin-has-no-cells", margin=margin)
    seen = set()
    for cell, value in cells.items():
        name = str(cell).strip()
        number = isinstance(value, Real) and not isinstance(value, bool)
        if not (number and math.isfinite(value) and value > 0):
            return Said("survey-margin-cell-the-target-must-be-a-1904", margin=margin, name=name)
        if name in seen:
            return Said("survey-margin-gives-cell-twice-keep-one-ab77", margin=margin, name=name)
        seen.add(name)
    return None


def sum_of(margin: str, cells: Mapping[str, float], respondents: int = 0) -> Sum:
    """Return what a margin's targets come to."""
    whole = all(float(value).is_integer() for value in cells.values())
    return Sum(margin, math.fsum(cells.values()), whole, respondents)


def sums_fault(sums: Sequence[Sum]) -> Said | None:
    """Say which margin sums to neither 1, 100 nor a population, or to another one; None if none.

    Examples
    --------
    >>> sums_fault([Sum("sex", 1.1)]).en.split(":")[0]
    "margin 'sex' sums to 1.1, which is neither shares nor counts"
    """
    seen: set[str] = set()
    for each in sums:
        if each.margin in seen:
            return Said("survey-margin-is-given-twice-keep-one", margin=each.margin)
        seen.add(each.margin)
        if not each.is_share and not each.is_count:
            return _neither(each)
    counts = [each for each in sums if each.is_count]
    for other in counts[1:]:
        first = counts[0]
        if abs(other.total - first.total) > SAME_TOTAL * first.total:
            return _two_populations(first, other)
    return None


def _neither(margin_sum: Sum) -> Said:
    fewer = margin_sum.total < margin_sum.respondents
    return Said(
        "survey-margin-sums-to-which-is-neither-shares",
        margin=margin_sum.margin,
        total=Number(margin_sum.total, ".6g"),
        fewer=Said("survey-fewer-than-respondents", n=margin_sum.respondents) if fewer else "",
    )


def _two_populations(first: Sum, other: Sum) -> Said:
    return Said(
        "survey-the-targets-do-not-add-up-margin-sums-to-b0bf",
        margin=first.margin,
        mine=Number(first.total, ".6g"),
        margin_2=other.margin,
        theirs=Number(other.total, ".6g"),
    )
