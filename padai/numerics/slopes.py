"""Straight lines, bends and no change: linear contrasts of the estimates of dated waves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from padai.errors import ComparisonError
from padai.numerics.association import Statistic, wald_test
from padai.numerics.contrasts import linear
from padai.numerics.designs import FloatArray
from padai.numerics.threads import pinned
from padai.words import Said

Fit = Literal["ols", "gls"]
LEAST_WAVES_FOR_A_BEND = 5
LEAST_DF_APART = 12
"""Of each wave alone, and no fewer than there are waves, for weights of waves of other units."""
SINGULAR = 1e-12
"""Of the largest variance of a direction: one under this share of it is rounding."""


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
    contrasts: FloatArray = derivatives[:, None] * _fitted(model, covariance)[1:]
    return contrasts


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
    >>> contrasts = bend_contrasts(np.arange(5.0))
    >>> bool(np.abs(contrasts @ np.stack([np.ones(5), np.arange(5)], axis=1)).max() < 1e-12)
    True
    """
    if len(times) < LEAST_WAVES_FOR_A_BEND:
        raise ComparisonError(
            Said(
                "numerics-a-bend-needs-comparable-waves-there-are",
                least_waves_for_a_bend=LEAST_WAVES_FOR_A_BEND,
                count_times=len(times),
            ),
        )
    return np.stack([_fitted(_bent(times, bend), covariance)[2] for bend in times[1:-1]])


@pinned
def _fitted(model: FloatArray, covariance: FloatArray | None) -> FloatArray:
    """Return the matrix that turns estimates into coefficients, shape (k, m).

    The generalised one takes from ordinary least squares what the departures from the model say of
    its error: they alone need an inverse.
    """
    plain: FloatArray = np.linalg.pinv(model).astype(np.float64)
    if covariance is None or model.shape[0] == model.shape[1]:
        return plain
    across = _departures(model)
    inside = _inverse(across.T @ covariance @ across)
    weighted: FloatArray = plain - plain @ covariance @ across @ inside @ across.T
    return weighted


@pinned
def _departures(model: FloatArray) -> FloatArray:
    """Return an orthonormal basis of what no coefficient of the model explains, shape (m, q)."""
    whole = np.linalg.qr(model, mode="complete")[0]
    departures: FloatArray = whole[:, model.shape[1] :]
    return departures


@pinned
def _inverse(covariance: FloatArray) -> FloatArray:
    values, vectors = np.linalg.eigh(covariance)
    if values.size and values[0] <= values[-1] * SINGULAR:
        raise ComparisonError(
            Said("numerics-the-covariance-of-the-waves-is-singular-c61e"),
        )
    inverse: FloatArray = (vectors / values) @ vectors.T
    return inverse


@dataclass(frozen=True, eq=False)
class TrendFit:
    """Coefficients of trends fitted to dated waves.

    Attributes
    ----------
    estimate : ndarray, shape (k,)
    covariance : ndarray, shape (k, k)
        Of weights estimated from the sample, what their error adds is in it.
    df : float
        Of the t of each.
    """

    estimate: FloatArray
    covariance: FloatArray
    df: float


def fitted_polynomial(
    times: FloatArray,
    degree: int,
    estimate: FloatArray,
    covariance: FloatArray,
    df: float,
    fit: Fit = "ols",
) -> TrendFit:
    """Fit a line or a parabola to dated waves.

    Parameters
    ----------
    times : ndarray, shape (m,)
        In years, increasing.
    degree : {1, 2}
    estimate : ndarray, shape (m,)
    covariance : ndarray, shape (m, m)
    df : float
        Of the covariance.
    fit : {"ols", "gls"}
        ``gls`` weighs by an estimated covariance. With q the waves less the coefficients, and T^2
        the departures from the fit, its variance is ``(1 + T^2 / df) df / (df - q)`` times that of
        known weights, and its t has ``df - q`` degrees of freedom: exact for normal psu totals.

    Returns
    -------
    TrendFit
        Of the rows of :func:`polynomial_contrasts`.

    Raises
    ------
    ComparisonError
        ``df - q`` is under 1.

    References
    ----------
    Rao (1967), *Proceedings of the Fifth Berkeley Symposium* 1, 355-372.

    Examples
    --------
    >>> fit = fitted_polynomial(
    ...     np.arange(3.0), 1, np.array([0.0, 1, 2]), np.eye(3), 10.0, "gls"
    ... )
    >>> fit.estimate.round(12).tolist(), fit.df, fit.covariance.round(4).tolist()
    ([1.0], 9.0, [[0.5556]])
    """
    table = polynomial_contrasts(times, degree, covariance if fit == "gls" else None)
    fitted = linear(table, estimate, covariance)
    if fit == "ols":
        return TrendFit(fitted.estimate, fitted.covariance, df)
    centred = times - times.mean()
    model = np.stack([centred**power for power in range(degree + 1)], axis=1)
    factor, left = _cost_of_weights(model, estimate, covariance, df)
    return TrendFit(fitted.estimate, factor * fitted.covariance, left)


def fitted_bends(
    times: FloatArray, estimate: FloatArray, covariance: FloatArray, df: float, fit: Fit = "ols"
) -> TrendFit:
    """Fit a line with one bend at each wave between the ends, in turn.

    Parameters
    ----------
    times, estimate, covariance, df, fit
        As in :func:`fitted_polynomial`.

    Returns
    -------
    TrendFit
        Of the rows of :func:`bend_contrasts`.

    Raises
    ------
    ComparisonError
        There are fewer than five waves, or ``df - q`` is under 1.

    Examples
    --------
    >>> fit = fitted_bends(np.arange(5.0), np.arange(5.0), np.eye(5), 10.0, "gls")
    >>> bool(np.abs(fit.estimate).max() < 1e-12), fit.df
    (True, 8.0)
    """
    table = bend_contrasts(times, covariance if fit == "gls" else None)
    fitted = linear(table, estimate, covariance)
    if fit == "ols":
        return TrendFit(fitted.estimate, fitted.covariance, df)
    costs = [_cost_of_weights(_bent(times, at), estimate, covariance, df) for at in times[1:-1]]
    root = np.sqrt([factor for factor, _ in costs])
    return TrendFit(fitted.estimate, np.outer(root, root) * fitted.covariance, costs[0][1])


def _bent(times: FloatArray, bend: float) -> FloatArray:
    """Return the model of a line with a bend, shape (m, 3)."""
    return np.stack([np.ones_like(times), times - bend, np.maximum(times - bend, 0.0)], axis=1)


@pinned
def _cost_of_weights(
    model: FloatArray, estimate: FloatArray, covariance: FloatArray, df: float
) -> tuple[float, float]:
    """Return what estimated weights multiply a variance by, and the degrees of freedom left."""
    across = _departures(model)
    q = across.shape[1]
    if df - q < 1:
        raise ComparisonError(
            Said(
                "numerics-generalised-least-squares-of-waves",
                count_model=len(model),
                q=q,
                df=f"{df:g}",
            ),
        )
    if not q or not np.isfinite(df):
        return 1.0, df
    apart = across.T @ estimate
    distance = float(apart @ _inverse(across.T @ covariance @ across) @ apart)
    return (1 + distance / df) * df / (df - q), df - q


def weights_estimable(df: float, least: float, waves: int, coefficients: int) -> bool:
    """Return whether a generalised fit has the degrees of freedom that its weights take.

    Parameters
    ----------
    df : float
        Of all waves together.
    least : float
        The fewest of one wave. Under `df`, the waves are of other units, and each variance rests on
        the few of its wave alone.
    waves, coefficients : int

    Examples
    --------
    >>> weights_estimable(13, 13, 9, 2), weights_estimable(6, 6, 9, 2)
    (True, False)
    >>> weights_estimable(45, 9, 5, 2)
    False
    """
    q = waves - coefficients
    if not q:
        return True
    return df - q >= 1 and (least >= df or least >= max(LEAST_DF_APART, waves))


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
    contrast: FloatArray = np.zeros((1, size))
    contrast[0, 0], contrast[0, -1] = -1.0, 1.0
    return contrast
