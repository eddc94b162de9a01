"""Codes that stand apart from the answers, as 98 and 99 do behind a scale from 1 to 4."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

FEWEST_ANSWERS = 2
"""How many values a column holds besides, before one can stand apart from them."""
ABOVE = (
    frozenset({7, 8, 9}),
    frozenset({77, 88, 96, 97, 98, 99}),
    frozenset({777, 888, 996, 997, 998, 999}),
    frozenset({7777, 8888, 9996, 9997, 9998, 9999}),
    frozenset({77777, 88888, 99996, 99997, 99998, 99999}),
    frozenset({777777, 888888, 999996, 999997, 999998, 999999}),
    frozenset({9999996, 9999997, 9999998, 9999999}),
    frozenset({99999996, 99999997, 99999998, 99999999}),
)
"""What archives write above a scale where there is no answer: by how many digits."""
BELOW = frozenset({*range(-9, 0), -66, -77, -88, *range(-99, -95), *range(-999, -995)})
"""What they write below it."""
NEAR = -6
"""From here up to -1, a negative code may as well be the lower half of a scale."""


def codes_apart(values: ArrayLike) -> NDArray[np.float64]:
    """Return the codes of no answer that stand apart from the rest of a column's values.

    Above: the largest values, where all of them are sevens, eights and nines of one length (with
    96 and the like, which statistical offices write for a valid skip) and lie further from the
    rest than the rest spans; a scale whose end they merely follow keeps them.
    Below: the negative values, where all are such codes. Those from -6 up count only where the
    answers start at one or above and reach further than they do, or for -1 alone beneath 0, 1, 2
    and 3: a scale from -2 to 2 stays whole, with its zero or without.

    Parameters
    ----------
    values
        The different values of a column, or all of them; NaN is left out.

    Returns
    -------
    In order; empty where nothing stands apart, or where a value is not whole.

    Examples
    --------
    >>> codes_apart([1, 2, 3, 4, 98, 99])
    array([98., 99.])
    >>> codes_apart(range(18, 100)), codes_apart([1, 2, 3, 4, 5, 8])
    (array([], dtype=float64), array([], dtype=float64))
    """
    given = np.asarray(values, dtype=np.float64)
    rest = np.unique(given[~np.isnan(given)])
    none = np.empty(0)
    if not rest.size or not np.isfinite(rest).all() or (rest % 1 != 0).any():
        return none
    rest, low = _below(rest)
    kept = [low]
    for family in reversed(ABOVE):
        rest, high = _above(rest, family)
        kept.append(high)
    return np.sort(np.concatenate(kept))


def _below(values: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    low, rest = values[values < 0], values[values >= 0]
    whole = (values, values[:0])
    if not low.size or rest.size < FEWEST_ANSWERS or not set(low.tolist()) <= BELOW:
        return whole
    if low[0] < NEAR:
        return rest, low
    if rest[0] > 0:
        reaches = rest.size > FEWEST_ANSWERS and rest[-1] > -low[0]
        return (rest, low) if reaches else whole
    alone = low.size == 1 and low[0] == -1
    return (rest, low) if alone and np.array_equal(rest[:4], [0, 1, 2, 3]) else whole


def _above(
    values: NDArray[np.float64], family: frozenset[int]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    inside = np.isin(values, list(family))
    first = values.size - int(np.argmin(inside[::-1])) if not inside.all() else 0
    rest, high = values[:first], values[first:]
    if not high.size or rest.size < FEWEST_ANSWERS:
        return values, values[:0]
    apart = high[0] - rest[-1] > rest[-1] - rest[0]
    return (rest, high) if apart else (values, values[:0])
