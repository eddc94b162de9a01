"""How far each area's own answers stand from what a model of areas expects of them."""

from __future__ import annotations

import numpy as np

from padai.numerics.designs import FloatArray
from padai.numerics.threads import pinned


@pinned
def standardized_residuals(y: FloatArray, X: FloatArray, covariance: FloatArray) -> FloatArray:
    """Return generalised least squares residuals over their own standard deviations.

    ``e = y - X b``, ``b = (X' S^-1 X)^-1 X' S^-1 y``, ``var e = S - X (X' S^-1 X)^-1 X'``.

    Parameters
    ----------
    y : ndarray, shape (m,)
        Direct estimates, on the model's scale.
    X : ndarray, shape (m, p)
    covariance : ndarray, shape (m, m)
        ``S``: of the area effects and of sampling together.

    Returns
    -------
    ndarray, shape (m,)
        Standard normal under the model, but for what estimating the variances adds. 0 where the
        coefficients leave an area no residual of its own.

    References
    ----------
    R: ``rstandard(lm, sd = sigma)`` where `covariance` is ``sigma^2 I``.

    Examples
    --------
    >>> X = np.ones((3, 1))
    >>> standardized_residuals(np.array([0.0, 0.0, 3.0]), X, np.eye(3)).round(3)
    array([-1.225, -1.225,  2.449])
    """
    solved = np.linalg.solve(covariance, np.column_stack([X, y]))
    information = X.T @ solved[:, :-1]
    beta = np.linalg.solve(information, X.T @ solved[:, -1])
    spread = np.diag(covariance) - np.einsum("ij,ji->i", X, np.linalg.solve(information, X.T))
    own = spread > np.diag(covariance) * np.sqrt(np.finfo(np.float64).eps)
    out: FloatArray = np.zeros(len(y))
    out[own] = (y - X @ beta)[own] / np.sqrt(spread[own])
    return out


def residuals_of_shares(
    direct: FloatArray, error: FloatArray, synthetic: FloatArray, deviation: float
) -> FloatArray:
    """Return direct shares less what is expected without their area, over both standard deviations.

    Parameters
    ----------
    direct, error : ndarray, shape (a,)
        Direct shares and their standard errors.
    synthetic : ndarray, shape (a,)
        Shares with the effects of the areas at 0.
    deviation : float
        Standard deviation of the effects of an area, on the logit scale.

    Returns
    -------
    ndarray, shape (a,)
        About standard normal; the coefficients are taken as known.

    Examples
    --------
    >>> residuals_of_shares(np.array([0.6]), np.array([0.04]), np.array([0.5]), 0.12).round(3)
    array([2.])
    """
    slope = synthetic * (1 - synthetic)
    return np.asarray((direct - synthetic) / np.sqrt(error**2 + (slope * deviation) ** 2))
