"""COMPARE: does an index measure the same thing in every wave, language or mode?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

from padai.errors import EstimationError
from padai.estimation import ordinal, term_test
from padai.estimation.analysis import codes_of
from padai.estimation.models import fitted_of
from padai.numerics.designs import FloatArray
from padai.numerics.multiplicity import holm
from padai.numerics.threads import pinned
from padai.results import Framed
from padai.trends.index import LEAST_ITEMS, item_numbers, item_scores
from padai.waves.coding import CodedColumn
from padai.waves.guards import guarded
from padai.waves.stacking import Stack, stack
from padai.waves.wave import Wave
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

Source = TypeVar("Source", Wave, Stack)

SIGNIFICANCE = 0.05
LEAST_GAIN = 0.02
"""McFadden's pseudo-R2 that the groups must add for an item to fail."""
_ITEM, _REST, _GROUP = "dif_item", "dif_rest", "dif_group"


@dataclass(frozen=True, eq=False, repr=False)
class Invariance(Framed):
    """Which items of an index mean something else to some groups.

    Attributes
    ----------
    frame : pandas.DataFrame
        By item: item, by, statistic, df, df_denominator, p_value, p_adjusted (Holm over items),
        r2_gain, n, fails.
    failed, kept : tuple of str
        The items that fail, and the others: the index is printed with and without the first.
    """

    _frame: pd.DataFrame
    failed: tuple[str, ...]
    kept: tuple[str, ...]


@guarded
def invariance(
    waves: Source,
    items: Sequence[str],
    by: str = "wave",
    *,
    reverse: Sequence[str] = (),
    ranges: Mapping[str, tuple[float, float]] | None = None,
    scores: Mapping[str, float] | None = None,
) -> Invariance:
    """Test each item of an index for meaning something else in some groups.

    An ordinal logit of the item on the score of the other items, with and without the groups and
    their interaction with that score. An item fails where the design-based Wald test of the groups
    has an adjusted p under 0.05 and they add at least 0.02 to McFadden's pseudo-R2.

    Parameters
    ----------
    waves
        A wave or a stack.
    items, reverse, ranges, scores
        As in :func:`with_index`; three items or more. Respondents who answered all of them count.
    by
        ``wave``, or the question, breakdown or column of language or of a randomised mode.

    Returns
    -------
    Invariance

    Notes
    -----
    An item that fails is also in the score that the others are held against. Where several fail,
    the one with the largest gain is left out first, and the rest are tested again without it.

    Raises
    ------
    EstimationError
        Fewer than three items, one group only, or a model that cannot be fitted.

    References
    ----------
    Zumbo, B. (1999). *A Handbook on the Theory and Methods of Differential Item Functioning*.
    Models and tests: :func:`padai.ordinal`, :func:`padai.term_test`.

    Examples
    --------
    >>> ranges = dict.fromkeys(["q1", "q2", "q3"], (1, 4))
    >>> test = padai.invariance(w25, ["q1", "q2", "q3"], by="sex", ranges=ranges)
    >>> test.failed
    ()
    """
    import pandas as pd

    names = [str(item) for item in items]
    if len(names) < LEAST_ITEMS:
        raise EstimationError(
            Said("trends-an-item-is-compared-with-the-score-of-at", count_names=len(names))
        )
    x = np.concatenate([item_scores(part, names, reverse, ranges, scores) for part in waves.waves])
    raw = np.stack([item_numbers(waves, item, scores) for item in names], axis=1)
    raw = np.where([item in reverse for item in names], -raw, raw)
    group: CodedColumn = codes_of(waves, by)
    whole = np.isfinite(x).all(axis=1) & (group.codes >= 0)
    if len(np.unique(group.codes[whole])) < 2:
        raise EstimationError(Said("trends-has-fewer-than-two-groups-that-answered", by=by))
    labels: NDArray[np.object_] = np.array([*group.labels, None], dtype=object)[group.codes]
    rows = []
    for place, item in enumerate(names):
        rest = np.delete(x, place, axis=1).mean(axis=1)
        own = np.where(whole, raw[:, place], np.nan)
        ready = with_columns(waves, {_ITEM: own, _REST: rest, _GROUP: labels})
        rows.append({"item": item, "by": by, **_one_item(ready, raw[:, place], whole)})
    frame = pd.DataFrame(rows)
    adjusted = holm(frame["p_value"].to_numpy(float))
    frame.insert(list(frame.columns).index("p_value") + 1, "p_adjusted", adjusted)
    frame["fails"] = (adjusted < SIGNIFICANCE) & (frame["r2_gain"] >= LEAST_GAIN)
    failed = tuple(n for n, fails in zip(names, frame["fails"], strict=True) if fails)
    return Invariance(frame, failed, tuple(n for n in names if n not in failed))


@pinned
def _one_item(waves: Wave | Stack, y: FloatArray, whole: np.ndarray) -> dict[str, float]:
    plain = ordinal(waves, f"{_ITEM} ~ {_REST}")
    full = ordinal(waves, f"{_ITEM} ~ {_REST} * {_GROUP}")
    test = term_test(full, [_GROUP, f"{_REST}:{_GROUP}"])
    w = np.asarray(waves.weights)[whole]
    codes = np.unique(y[whole], return_inverse=True)[1]
    totals = np.bincount(codes, w)
    null = -2 * float(totals @ np.log(totals / totals.sum())) / fitted_of(plain).domain_mean
    gain = (plain.details["deviance"] - full.details["deviance"]) / null
    return {
        "statistic": test.statistic,
        "df": test.df,
        "df_denominator": test.df_denominator,
        "p_value": test.p_value,
        "r2_gain": float(gain),
        "n": test.n,
    }


def with_columns(waves: Source, columns: Mapping[str, np.ndarray]) -> Source:
    """Return the wave or stack with further columns, one value a row of all waves."""
    if isinstance(waves, Stack):
        ends = np.cumsum([0, *(len(part) for part in waves.waves)])
        parts = [
            with_columns(part, {name: v[a:b] for name, v in columns.items()})
            for part, a, b in zip(waves.waves, ends[:-1], ends[1:], strict=True)
        ]
        return stack(parts, overlap=waves.overlap)
    frame = waves.frame.assign(**columns)
    return waves._changed(_frame=frame, _coded={}, _settled=waves._settled | set(columns))
