"""The largest of several correlated t statistics: what it reaches where nothing is real."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from padai.numerics.designs import FloatArray
from padai.numerics.intervals import two_sided_p
from padai.numerics.threads import pinned

#: Seed, and log2 of the number, of the quasi-random points that the multivariate t is integrated
#: over: the error of a p-value of 0.05 is about 1e-4.
INTEGRATION_SEED = 20261
INTEGRATION_LOG2 = 16
_STEP = 64
"""Points, in order of their denominators, of which one is worked out at first."""
_SLACK = 1e-9
"""Relative: far more than rounding moves a denominator or a sum."""


@pinned
def max_t_p(statistic: FloatArray, covariance: FloatArray, df: float) -> FloatArray:
    """Return p-values adjusted for the largest of several correlated t statistics, shape (k,).

    The chance that, were none of the contrasts real, the largest ``|t|`` of all would reach each;
    never under the p-value of the one contrast alone, nor over Bonferroni's.

    Parameters
    ----------
    statistic : ndarray, shape (k,)
    covariance : ndarray, shape (k, k)
        Of the contrasts; it may be singular.
    df : float
        May be infinite.

    References
    ----------
    Hothorn, Bretz and Westfall (2008), *Biometrical Journal* 50, 346-363. R: ``multcomp::glht``.

    Examples
    --------
    >>> max_t_p(np.array([2.0]), np.eye(1), 10.0).round(4).tolist()
    [0.0734]
    """
    error = np.sqrt(np.diag(covariance))
    if df <= 0 or not (error > 0).all() or not np.isfinite(statistic).all():
        return np.full(statistic.shape, np.nan)
    values, vectors = np.linalg.eigh(covariance / np.outer(error, error))
    kept = values > values.max() * 1e-12
    reached = _reached(np.abs(statistic), vectors[:, kept] * np.sqrt(values[kept]), df)
    alone = two_sided_p(statistic, np.full(statistic.shape, df))
    result: FloatArray = np.clip(reached, alone, np.minimum(len(statistic) * alone, 1.0))
    return result


@pinned
def _reached(bound: FloatArray, mixing: FloatArray, df: float) -> FloatArray:
    """Return the share of quasi-random points of which the largest ``|t|`` reaches each bound.

    The points are normal variables by one denominator each. Most are far from every bound: two
    denominators on the sides of theirs tell as much. The others are worked out.

    Parameters
    ----------
    bound : ndarray, shape (k,)
        Not negative.
    mixing : ndarray, shape (k, r)
        What makes correlated variables of uncorrelated ones.
    df : float
        May be infinite.
    """
    normal, uniform, rank = _points(mixing.shape[1])
    largest = np.abs(normal @ mixing.T).max(axis=1)[:, None]
    if not np.isfinite(df):
        return np.asarray((largest >= bound).mean(axis=0))
    known = np.sort(uniform)[np.minimum(np.arange(0, len(rank) + _STEP, _STEP), len(rank) - 1)]
    sides = _denominators(known, df)
    low, high = sides[rank // _STEP][:, None], sides[rank // _STEP + 1][:, None]
    reached = largest >= bound * high * (1 + _SLACK)
    open_ = np.flatnonzero((~reached & (largest >= bound * low * (1 - _SLACK))).any(axis=1))
    drawn = normal[open_] / _denominators(uniform[open_], df)[:, None]
    reached[open_] = np.abs(drawn @ mixing.T).max(axis=1)[:, None] >= bound
    return np.asarray(reached.mean(axis=0))


def _denominators(uniform: FloatArray, df: float) -> FloatArray:
    """Return what makes normal variables those of Student, increasing with `uniform`."""
    from scipy import special

    return np.asarray(np.sqrt(2 * special.gammaincinv(df / 2, uniform) / df))


@lru_cache(maxsize=4)
def _points(size: int) -> tuple[FloatArray, FloatArray, NDArray[np.intp]]:
    """Return quasi-random normal variables (n, size), uniform ones (n,), and the ranks of these."""
    from scipy import special
    from scipy.stats import qmc

    drawn = qmc.Sobol(size + 1, seed=INTEGRATION_SEED).random_base2(INTEGRATION_LOG2)
    normal: FloatArray = special.ndtri(drawn[:, :size])
    uniform: FloatArray = drawn[:, size].copy()
    rank: NDArray[np.intp] = np.empty(len(uniform), dtype=np.intp)
    rank[np.argsort(uniform, kind="stable")] = np.arange(len(uniform))
    for values in (normal, uniform, rank):
        values.flags.writeable = False
    return normal, uniform, rank
