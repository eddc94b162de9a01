"""The largest of several t statistics that go together."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from padai.numerics.designs import FloatArray
from padai.numerics.intervals import two_sided_p
from padai.numerics.threads import pinned

#: Seed, and log2 of the number, of the quasi-random points that the multivariate t is integrated
#: over: the error of a p-value of 0.05 is about 1e-4.
INTEGRATION_SEED = 20261
INTEGRATION_LOG2 = 16


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
    drawn = _student_draws(int(kept.sum()), df)
    largest = np.abs(drawn @ (vectors[:, kept] * np.sqrt(values[kept])).T).max(axis=1)
    reached = (largest[:, None] >= np.abs(statistic)).mean(axis=0)
    alone = two_sided_p(statistic, np.full(statistic.shape, df))
    return np.clip(reached, alone, np.minimum(len(statistic) * alone, 1.0))


def _student_draws(size: int, df: float) -> FloatArray:
    """Return quasi-random points of uncorrelated t variables with one denominator, (n, size)."""
    normal, _ = _points(size)
    return normal if not np.isfinite(df) else normal / _denominators(size, df)


@lru_cache(maxsize=8)
def _denominators(size: int, df: float) -> FloatArray:
    """Return what makes the normal variables those of Student, shape (n, 1)."""
    from scipy import special

    found: FloatArray = np.sqrt(2 * special.gammaincinv(df / 2, _points(size)[1]) / df)
    found.flags.writeable = False
    return found


@lru_cache(maxsize=4)
def _points(size: int) -> tuple[FloatArray, FloatArray]:
    """Return quasi-random normal variables (n, size), and uniform ones (n, 1) beside them."""
    from scipy import special
    from scipy.stats import qmc

    uniform = qmc.Sobol(size + 1, seed=INTEGRATION_SEED).random_base2(INTEGRATION_LOG2)
    normal: FloatArray = special.ndtri(uniform[:, :size])
    normal.flags.writeable = False
    return normal, uniform[:, size:]
