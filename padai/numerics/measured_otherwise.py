"""Numbers of two waves that were not measured alike: another unit, a cap, or rounded."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

STEPS = (5.0, 10.0, 100.0, 1000.0)


def unit_ratio(now: NDArray[np.float64], then: NDArray[np.float64]) -> float:
    """Return how many times the earlier median the median is; 1 where either is not positive.

    Examples
    --------
    >>> unit_ratio(np.array([60.0, 120.0, 180.0]), np.array([1.0, 2.0, 3.0]))
    60.0
    """
    medians = [float(np.median(v)) if v.size else 0.0 for v in (now, then)]
    return medians[0] / medians[1] if min(medians) > 0 else 1.0


def share_above(now: NDArray[np.float64], then: NDArray[np.float64]) -> float:
    """Return the share of the earlier numbers that lie above all of today's.

    Examples
    --------
    >>> share_above(np.array([20.0, 65.0]), np.array([20.0, 40.0, 70.0, 90.0]))
    0.5
    """
    return float((then > now.max()).mean()) if now.size and then.size else 0.0


def rounded_to(now: NDArray[np.float64], then: NDArray[np.float64]) -> float | None:
    """Return the largest step of which today's numbers are multiples, and the earlier were not.

    Nineteen in twenty of today's are, and under half of the earlier.

    Examples
    --------
    >>> rounded_to(np.array([20.0, 25.0, 40.0]), np.array([21.0, 27.0, 40.0]))
    5.0
    >>> rounded_to(np.array([20.0, 25.0]), np.array([20.0, 40.0]))
    """
    if not now.size or not then.size:
        return None
    shares = {s: tuple(float((v % s == 0).mean()) for v in (now, then)) for s in STEPS}
    steps = [s for s, (today, before) in shares.items() if today >= 0.95 and before < 0.5]
    return max(steps, default=None)
