"""What may be said of a difference: the four verdicts, from p-values, margin and bases."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

ROSE, FELL = "rose", "fell"
ROSE_WITHIN, FELL_WITHIN = "rose_less_than_margin", "fell_less_than_margin"
STABLE, CANNOT_TELL, NOT_COMPARABLE = "stable", "cannot_tell", "not comparable"
HIGHER, LOWER, COMPARABLE, NO_DIFFERENCE = "higher", "lower", "comparable", "no_difference_shown"

SIGNIFICANCE = 0.05
LEAST_EXPECTED = 5.0
"""Effective respondents on the rarer side under which no verdict is given."""

_GROUPS = {
    ROSE: HIGHER, FELL: LOWER, ROSE_WITHIN: HIGHER, FELL_WITHIN: LOWER,
    STABLE: COMPARABLE, CANNOT_TELL: NO_DIFFERENCE,
}  # fmt: skip


def verdicts(
    difference: NDArray[np.float64],
    p_adjusted: NDArray[np.float64],
    p_equivalence: NDArray[np.float64],
    supported: NDArray[np.bool_],
) -> NDArray[np.object_]:
    """Return the verdict of each comparison between waves.

    Parameters
    ----------
    difference
        Later minus earlier, shape (k,), in points or 0 to 1; only its sign is used.
    p_adjusted, p_equivalence
        The p-values of no difference and of a difference beyond the margin, both adjusted within
        the family, shape (k,); NaN where there is no test or no margin.
    supported
        Whether bases and effective counts allow a verdict, shape (k,).

    Examples
    --------
    >>> verdicts(np.array([4.0, -4.0, 0.5, 0.5]), np.array([0.01, 0.01, 0.8, 0.8]),
    ...          np.array([0.9, 0.03, 0.01, 0.4]), np.ones(4, dtype=bool)).tolist()
    ['rose', 'fell_less_than_margin', 'stable', 'cannot_tell']
    """
    differs = p_adjusted < SIGNIFICANCE
    within = p_equivalence < SIGNIFICANCE
    up = difference > 0
    out = np.full(difference.shape, CANNOT_TELL, dtype=object)
    out[within] = STABLE
    out[differs & up] = ROSE
    out[differs & ~up] = FELL
    out[differs & within & up] = ROSE_WITHIN
    out[differs & within & ~up] = FELL_WITHIN
    out[~supported] = CANNOT_TELL
    return out


def group_verdicts(wave_verdicts: NDArray[np.object_]) -> NDArray[np.object_]:
    """Return the words that the same verdicts have between groups of one wave."""
    return np.array([_GROUPS[v] for v in wave_verdicts], dtype=object)


def enough(
    estimate: NDArray[np.float64],
    n_eff: NDArray[np.float64],
    n_base: NDArray[np.float64],
    minimum_base: int,
    is_proportion: NDArray[np.bool_],
) -> NDArray[np.bool_]:
    """Return whether an estimate can carry a verdict, shape (k,).

    A base under the minimum cannot; nor a proportion of which the rarer side counts under five
    effective respondents, where no interval can be trusted. At 0 and 1 it never can.
    """
    rarer = n_eff * np.minimum(estimate, 1 - estimate)
    return (n_base >= minimum_base) & (~is_proportion | (rarer >= LEAST_EXPECTED))
