"""COMPARE: how well the items of an index measure one thing, as it is given back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from padai.results import Framed
from padai.words import Both, Composed, Number, Said, in_a_row

if TYPE_CHECKING:
    import pandas as pd

LEAST_RELIABILITY = 0.70
TOO_FEW, TOO_LOOSE = "fewer_than_three_items", "reliability_under_0.70"
HEYWOOD = "heywood_case"
_WHY_NO_VERDICT = {
    TOO_FEW: Said("results-index-of-two-items"),
    TOO_LOOSE: Said("results-index-not-reliable", least=Number(LEAST_RELIABILITY, ".2f")),
}


@dataclass(frozen=True, eq=False, repr=False)
class Reliability(Framed):
    """How well items measure one thing.

    Attributes
    ----------
    frame : pandas.DataFrame
        Rows alpha, omega, eigenvalue_ratio: statistic, estimate, std_error, conf_low, conf_high,
        df, n, reason (``empty_replicate`` where an item does not vary in some replicate;
        ``heywood_case`` of omega where the factor takes the whole variance of an item).
    items : pandas.DataFrame
        By item: loading (on a score from 0 to 1), standardised loading, correlation with the rest,
        alpha without it, and whether its unique variance stands at its least (`at_bound`).
    verdicts : bool
        Whether changes of the index may have verdicts: three items or more, and both alpha and
        omega at least 0.70.
    reason : str
        Why they may not.
    provenance : mapping
    note : mapping
        What must stand beside it, by language; empty where nothing must.
    """

    _frame: pd.DataFrame
    _items: pd.DataFrame
    verdicts: bool
    reason: str
    provenance: Mapping[str, Any] = field(default_factory=dict)
    note: Mapping[str, str] = field(default_factory=dict)

    @property
    def items(self) -> pd.DataFrame:
        """The items, one a row."""
        return self._items.copy()


def note_of(reason: str, bound: Sequence[str]) -> Mapping[str, str]:
    """Return what must stand beside the figures: why no verdict, and whose variance is at a bound.

    Examples
    --------
    >>> "(q2)" in note_of("", ["q2"])["en"]
    True
    """
    notes = [_WHY_NO_VERDICT[reason]] if reason else []
    notes += [Said("results-heywood", items=", ".join(bound))] if bound else []
    if not notes:
        return {}
    return Both.of(Composed(lambda lang: in_a_row(*(each.text(lang) for each in notes))))
