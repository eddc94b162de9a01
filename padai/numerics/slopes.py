"""Straight lines, bends and no change: linear contrasts of the estimates of dated waves."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import numpy as np

from padai.errors import ComparisonError
from padai.numerics.association import Statistic, wald_test
from padai.numerics.designs import FloatArray
from padai.numerics.intervals import two_sided_p
from padai.numerics.threads import pinned

Fit = Literal["ols", "gls"]
LEAST_WAVES_FOR_A_BEND = 5
#: Seed, and log2 of the number, of the quasi-random points that the multivariate t is integrated
#: over: the error of a p-value of 0.05 is about 1e-4.
INTEGRATION_SEED = 20261
INTEGRATION_LOG2 = 16


def polynomial_contrasts(
    times: FloatArray, degree: int = 1, covariance: FloatArray | None = None
) -> FloatArray:
    """Return the contrasts that give the slope, and the curvature, of a fitted trend.

    Parameters
    ----------
    times : ndarray, shape (m,)
        In years, increasing.
    degree : {1, 2}
    covariance : ndarray, shape (m, m), optional
        Of the waves' estimates: generalised least squares. None: ordinary least squares, each wave
        counting the same, as R's ``svycontrast`` of orthogonal coefficients.

    Returns
    -------
    ndarray, shape (degree, m)
        Change a year (at the mean of the times); change of that change, a year and a year.

    Examples
    --------
    >>> polynomial_contrasts(np.array([1.0, 2, 3]), 2).round(12).tolist()
    [[-0.5, 0.0, 0.5], [1.0, -2.0, 1.0]]
    """
    centred = times - times.mean()
    model = np.stack([centred**power for power in range(degree + 1)], axis=1)
    derivatives = np.array([1.0, 2.0])[:degree]
    found: FloatArray = derivatives[:, None] * _fitted(model, covariance)[1:]
    return found


def bend_contrasts(times: FloatArray, covariance: FloatArray | None = None) -> FloatArray:
    """Return, for each wave between the first and the last, the change of slope there.

    The trend is a line with one bend, at that wave; the contrast is zero whatever a straight line
    is.

    Returns
    -------
    ndarray, shape (m - 2, m)

    Raises
    ------
    ComparisonError
        There are fewer than five waves.

    Examples
    --------
    >>> found = bend_contrasts(np.arange(5.0))
    >>> bool(np.abs(found @ np.stack([np.ones(5), np.arange(5)], axis=1)).max() < 1e-12)
    True
    """
    if len(times) < LEAST_WAVES_FOR_A_BEND:
        raise ComparisonError(
            f"A bend needs {LEAST_WAVES_FOR_A_BEND} comparable waves; there are {len(times)}. With "
            "fewer, say how each wave differs from the one before."
        )
    rows = []
    for bend in times[1:-1]:
        model = np.stack([np.ones_like(times), times - bend, np.maximum(times - bend, 0.0)], axis=1)
        rows.append(_fitted(model, covariance)[2])
    return np.stack(rows)


@pinned
def _fitted(model: FloatArray, covariance: FloatArray | None) -> FloatArray:
    """Return the matrix that turns estimates into coefficients, shape (k, m)."""
    if covariance is None:
        plain: FloatArray = np.linalg.pinv(model).astype(np.float64)
        return plain
    try:
        root = np.linalg.cholesky(covariance)
    except np.linalg.LinAlgError:
        raise ComparisonError(
            "The covariance of the waves is singular: generalised least squares has no weights to "
            "give them. Use fit='ols'."
        ) from None
    turned = np.linalg.solve(root.T, np.linalg.pinv(np.linalg.solve(root, model)).T)
    weighted: FloatArray = turned.T.astype(np.float64)
    return weighted


@pinned
def no_change(estimate: FloatArray, covariance: FloatArray, df: float) -> Statistic:
    """Test that all waves have the same value, by the adjusted Wald test.

    Parameters
    ----------
    estimate : ndarray, shape (m,)
    covariance : ndarray, shape (m, m)
    df : float
        Of the union of the waves' answering members.

    References
    ----------
    Korn and Graubard (1990), *American Statistician* 44, 270-276.

    Examples
    --------
    >>> round(no_change(np.array([1.0, 3.0]), np.eye(2), 10.0).statistic, 12)
    2.0
    """
    steps = np.diff(np.eye(len(estimate)), axis=0)
    return wald_test(steps @ estimate, steps @ covariance @ steps.T, df)


@pinned
def lack_of_fit(
    estimate: FloatArray, covariance: FloatArray, times: FloatArray, df: float
) -> Statistic:
    """Test that a straight line over the waves' dates fits them all, by the adjusted Wald test.

    The contrasts are those of no straight line: an orthonormal basis of what is at right angles to
    a level and a slope, so that the statistic does not depend on which basis it is.

    Parameters
    ----------
    estimate : ndarray, shape (m,)
        Of three waves or more; with two, any line fits and the test is of nothing (NaN).
    covariance : ndarray, shape (m, m)
    times : ndarray, shape (m,)
        In years, increasing.
    df : float
        Of the union of the waves' answering members.

    Returns
    -------
    Statistic
        With ``m - 2`` numerator degrees of freedom; NaN where the design leaves no test.

    References
    ----------
    Korn and Graubard (1990), *American Statistician* 44, 270-276.

    Examples
    --------
    >>> bent = lack_of_fit(np.array([0.0, 1.0, 0.0]), np.eye(3), np.arange(3.0), 100.0)
    >>> round(bent.statistic, 12), bent.df
    (0.666666666667, 1)
    """
    line = np.stack([np.ones_like(times), times - times.mean()], axis=1)
    bent = np.linalg.svd(line, full_matrices=True)[0][:, 2:].T
    if not len(bent):
        return Statistic(np.nan, 0, np.nan, np.nan, np.empty(0))
    return wald_test(bent @ estimate, bent @ covariance @ bent.T, df)


def ends(size: int) -> FloatArray:
    """Return the contrast of the last of some waves with the first, shape (1, size).

    Examples
    --------
    >>> ends(4).tolist()
    [[-1.0, 0.0, 0.0, 1.0]]
    """
    found: FloatArray = np.zeros((1, size))
    found[0, 0], found[0, -1] = -1.0, 1.0
    return found


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
    from scipy import special

    normal, last = _points(size)
    if not np.isfinite(df):
        return normal
    drawn: FloatArray = normal / np.sqrt(2 * special.gammaincinv(df / 2, last) / df)
    return drawn


@lru_cache(maxsize=4)
def _points(size: int) -> tuple[FloatArray, FloatArray]:
    """Return quasi-random normal variables (n, size), and uniform ones (n, 1) beside them."""
    from scipy import special
    from scipy.stats import qmc

    uniform = qmc.Sobol(size + 1, seed=INTEGRATION_SEED).random_base2(INTEGRATION_LOG2)
    normal: FloatArray = special.ndtri(uniform[:, :size])
    normal.flags.writeable = False
    return normal, uniform[:, size:]
