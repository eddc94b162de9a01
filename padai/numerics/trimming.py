"""Trimming: weights held within limits, what is cut shared among the others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from padai.errors import WeightingError
from padai.words import Said

FloatArray = NDArray[np.float64]
_MOST = 10_000
_ROUNDING = 1e-14


@dataclass(frozen=True, eq=False)
class Trimmed:
    """Weights after trimming.

    Attributes
    ----------
    weights : ndarray, shape (n,)
        They sum to what they summed to before.
    raised, lowered : int
        Weights under the lower and over the upper limit before.
    moved : float
        Sum of the absolute changes, divided by the sum of the weights and by two.
    passes : int
    """

    weights: FloatArray
    raised: int
    lowered: int
    moved: float
    passes: int


def trim_weights(
    weights: FloatArray, lower: float = -np.inf, upper: float = np.inf, *, strict: bool = False
) -> Trimmed:
    """Trim weights as R's ``trimWeights`` does.

    Weights outside the limits are set to the limit; the difference is shared equally among those
    that were inside, which may push one of them out. `strict` repeats until none is.

    Parameters
    ----------
    weights : ndarray, shape (n,)
    lower, upper : float
        Limits, in the unit of the weights.
    strict : bool
        Repeat until every weight lies within the limits.

    Raises
    ------
    WeightingError
        The limits are out of order, leave nobody to take what was cut, or cannot hold the sum of
        the weights.

    References
    ----------
    Potter, F. (1990). A study of procedures to identify and trim extreme sampling weights. ASA.

    Examples
    --------
    >>> trim_weights(np.array([1.0, 2.0, 3.0, 10.0]), upper=7.0).weights
    array([2., 3., 4., 7.])
    """
    limits = {"lower": f"{lower:g}", "upper": f"{upper:g}"}
    if not lower < upper:
        raise WeightingError(Said("numerics-trim-the-limits-and-must-have-lower", **limits))
    total, n = float(weights.sum()), len(weights)
    if strict and not n * lower <= total <= n * upper:
        raise WeightingError(
            Said(
                "numerics-trim-weights-between-and-cannot-sum-to", n=n, total=f"{total:g}", **limits
            )
        )
    current = weights.astype(float)
    for done in range(_MOST):
        # What is left to share comes down to rounding errors that would go to and fro for ever.
        slack = _ROUNDING * total / n if done else 0.0
        outside = (current < lower - slack) | (current > upper + slack)
        if not outside.any() or (done and not strict):
            final = np.clip(current, lower, upper) if strict else current
            moved = float(np.abs(final - weights).sum()) / (2 * total)
            raised, lowered = int((weights < lower).sum()), int((weights > upper).sum())
            return Trimmed(final, raised, lowered, moved, done)
        if outside.all():
            raise WeightingError(Said("numerics-trim-every-weight-lies-outside-the", **limits))
        cut = np.clip(current, lower, upper)
        cut[~outside] += (current - cut).sum() / (~outside).sum()
        current = cut
    raise WeightingError(
        Said("numerics-trim-the-weights-did-not-settle-between", most=_MOST, **limits)
    )
