"""How replicate weights were made, where what they are of the weight can only be one thing."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

NEAR = 0.004
"""How near a factor is to another that it is taken for: files round their weights."""
NEAR_RHO = 0.01
MOST_FACTORS, MOST_ROWS, MOST_UNITS = 3, 500, 150
"""Different factors of a set, rows looked at, and units from which on 1 / (1 - 1/n) is 1."""
_STEP = 2**-0.5


def made_by_factors(weight: ArrayLike, replicates: ArrayLike) -> tuple[str, float | None] | None:
    """Return the kind of replicate weights that their factors on the weight tell, and Fay's rho.

    Of a set that was calibrated again in each replicate, or of any other kind, nothing.

    Parameters
    ----------
    weight, replicates
        Shapes (N,) and (N, R).

    Examples
    --------
    >>> made_by_factors([1.0, 2.0], [[0.5, 1.5], [3.0, 1.0]])
    ('fay', 0.5)
    >>> made_by_factors([1.0, 2.0], [[0.0, 2.0], [4.0, 0.0]])
    ('brr', None)
    """
    full = np.asarray(weight, dtype=np.float64)[:MOST_ROWS]
    each = np.asarray(replicates, dtype=np.float64)[:MOST_ROWS]
    kept = full > 0
    if not kept.any() or not np.isfinite(each).all():
        return None
    factors = _apart(np.unique(each[kept] / full[kept, None]))
    count = each.shape[1]
    if factors.size == 2:
        low, high = factors
        if abs(low + high - 2) <= NEAR:
            return ("brr", None) if low <= NEAR else ("fay", round(float(low), 2))
        return ("jk1", None) if _one_left_out(low, high, count) else None
    steps = np.array([1 - _STEP, 1.0, 1 + _STEP])
    successive = factors.size == MOST_FACTORS and bool((np.abs(factors - steps) <= NEAR).all())
    return ("sdr", None) if successive else None


def may_be(made: tuple[str, float | None], kind: str, rho: float | None = None) -> bool:
    """Whether replicate weights with such factors can be of a kind.

    A bootstrap that draws one of two units in each stratum has the factors of balanced half
    samples (Rao and Wu 1988), and a jackknife of strata those of whatever its strata are.

    Parameters
    ----------
    made
        What :func:`made_by_factors` returned.
    kind, rho
        The kind that is declared, and Fay's rho where it is one.

    Examples
    --------
    >>> may_be(("fay", 0.5), "brr"), may_be(("fay", 0.5), "fay", 0.3)
    (False, False)
    >>> may_be(("brr", None), "bootstrap"), may_be(("brr", None), "fay", 0.0)
    (True, True)
    """
    made_as, its_rho = made
    if kind == "fay" and rho is not None:
        return abs(rho - (its_rho or 0.0)) <= NEAR_RHO and made_as in ("fay", "brr")
    return kind in (made_as, "jkn", "other") or (made_as, kind) == ("brr", "bootstrap")


LEAVE_OUT = ("brr", "jk1")
"""The kinds that give some people a weight of zero in each replicate."""


def leaves_nobody_out(weight: ArrayLike, replicates: ArrayLike) -> bool:
    """Whether no replicate weight is zero, calibrated again or not.

    Half samples and the jackknife leave people out of each replicate, and calibration keeps a
    weight of zero.

    Parameters
    ----------
    weight, replicates
        Shapes (N,) and (N, R).

    Examples
    --------
    >>> leaves_nobody_out([1.0, 2.0], [[0.6, 1.4], [3.1, 0.9]])
    True
    """
    full = np.asarray(weight, dtype=np.float64)
    each = np.asarray(replicates, dtype=np.float64)
    kept = full > 0
    return bool(kept.any() and each.size and (each[kept] > NEAR * full[kept, None]).all())


def _apart(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return sorted values, those near each other once; more than a few are left as they are."""
    first = np.concatenate([[True], np.diff(values) > NEAR]) if values.size else values > 0
    kept: NDArray[np.float64] = values[first]
    return kept


def _one_left_out(low: float, high: float, count: int) -> bool:
    return low <= NEAR and 2 < count <= MOST_UNITS and abs(high - count / (count - 1)) <= NEAR / 4
