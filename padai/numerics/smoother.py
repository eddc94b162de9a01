"""A level that wanders between dated waves, seen through estimates of known covariance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from padai.errors import ComparisonError
from padai.numerics.designs import FloatArray
from padai.numerics.threads import pinned

LEAST_WAVES = 8
GRID = 40
"""Values of the level's standard deviation that are integrated over."""
WIDEST = 5.0
"""Times the spread of the estimates a year: no larger deviation is considered."""
HALVINGS = 40


@dataclass(frozen=True, eq=False)
class SmoothedLevel:
    """The level at each wave; arrays of shape (m,).

    Attributes
    ----------
    estimate, std_error : ndarray
    conf_low, conf_high : ndarray
        Bands that integrate over the standard deviation of the level.
    level_sd : float
        Mean of that standard deviation, a year.
    """

    estimate: FloatArray
    std_error: FloatArray
    conf_low: FloatArray
    conf_high: FloatArray
    level_sd: float


@pinned
def smoothed_level(
    times: FloatArray, estimate: FloatArray, covariance: FloatArray, level: float = 0.95
) -> SmoothedLevel:
    """Smooth a series by a local level, a random walk over true time.

    Given the walk's standard deviation the level is normal (best linear prediction, the first level
    unknown); that deviation has a flat prior, and its likelihood is the restricted one.

    Parameters
    ----------
    times : ndarray, shape (m,)
        In years, increasing.
    estimate : ndarray, shape (m,)
    covariance : ndarray, shape (m, m)
        Of the estimates, from the design; taken as known.
    level : float
        Of the bands, at each wave.

    Raises
    ------
    ComparisonError
        There are fewer than eight waves, or a wave has no sampling error.

    References
    ----------
    Harvey (1989), *Forecasting, Structural Time Series Models and the Kalman Filter*. Gelman
    (2006), *Bayesian Analysis* 1, 515-534, for the flat prior of a standard deviation.

    Examples
    --------
    >>> flat = smoothed_level(np.arange(8.0), np.full(8, 0.5), 1e-4 * np.eye(8))
    >>> bool(np.allclose(flat.estimate, 0.5)), bool((flat.std_error < 0.01).all())
    (True, True)
    """
    m = len(times)
    if m < LEAST_WAVES:
        raise ComparisonError(
            f"A smoothed level needs {LEAST_WAVES} comparable waves; there are {m}. With fewer, "
            "show the estimates and their intervals."
        )
    elapsed = times - times[0]
    walk = np.minimum.outer(elapsed, elapsed)
    deviations = np.linspace(0.0, _widest(times, estimate, covariance), GRID)
    inner = deviations[:, None, None] ** 2 * walk
    if np.linalg.eigvalsh(covariance)[0] <= 0:
        raise ComparisonError(
            "The covariance of the waves is singular: some wave has no sampling error. Smooth only "
            "what was estimated from a sample."
        )
    inverse = np.linalg.inv(covariance + inner)
    _, logdet = np.linalg.slogdet(covariance + inner)
    across = inverse.sum(axis=2)
    precision = across.sum(axis=1)
    centre = across @ estimate / precision
    residual = estimate - centre[:, None]
    fit = np.einsum("gi,gij,gj->g", residual, inverse, residual)
    likelihood = -0.5 * (logdet + np.log(precision) + fit)
    weight = np.exp(likelihood - likelihood.max())
    weight /= weight.sum()
    gain = inner @ inverse
    mean = centre[:, None] + np.einsum("gij,gj->gi", gain, residual)
    rest = 1 - gain.sum(axis=2)
    known = np.einsum("gii->gi", inner) - np.einsum("gij,gji->gi", gain, inner)
    variance = np.maximum(known + rest**2 / precision[:, None], 0.0)
    middle = weight @ mean
    spread = np.sqrt(weight @ (variance + mean**2) - middle**2)
    low, high = (_mixture_quantile(q, mean, np.sqrt(variance), weight) for q in _tails(level))
    return SmoothedLevel(middle, spread, low, high, float(weight @ deviations))


def _widest(times: FloatArray, estimate: FloatArray, covariance: FloatArray) -> float:
    spread = np.std(estimate) + float(np.sqrt(np.diag(covariance).mean()))
    return WIDEST * float(spread) / float(np.sqrt(times[-1] - times[0]))


def _tails(level: float) -> tuple[float, float]:
    return (1 - level) / 2, (1 + level) / 2


@pinned
def _mixture_quantile(
    q: float, mean: FloatArray, error: FloatArray, weight: FloatArray
) -> FloatArray:
    from scipy import special

    far = 10 * error.max(axis=0)
    low, high = mean.min(axis=0) - far, mean.max(axis=0) + far
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        with np.errstate(divide="ignore", invalid="ignore"):
            below = weight @ special.ndtr((middle - mean) / error) < q
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    found: FloatArray = (low + high) / 2
    return found
