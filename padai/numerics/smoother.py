"""A level that wanders between dated waves, seen through estimates of estimated covariance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from padai.errors import ComparisonError
from padai.numerics.designs import FloatArray
from padai.numerics.slopes import SINGULAR
from padai.numerics.threads import pinned
from padai.words import Said

LEAST_WAVES = 8
GRID = 48
"""Values of the level's standard deviation that are integrated over, by Gauss's rule."""
WIDEST = 5.0
"""Times the spread of the estimates a year: no larger deviation is considered."""
HALVINGS = 48
SCALES = 48
"""Values of the covariance's scale that are integrated over, where it is estimated."""
FARTHEST = 1e-17
"""Chance of scales that no more lie among these."""
FARTHEST_FIT = 100.0
"""Squared distance of the estimates from a level that still is likely; it makes scales larger."""
NEGLIGIBLE = 1e-14
"""Of the largest weight: a smaller one adds nothing to a band."""


@dataclass(frozen=True, eq=False)
class SmoothedLevel:
    """The level at each wave; arrays of shape (m,).

    Attributes
    ----------
    estimate, std_error : ndarray
    conf_low, conf_high : ndarray
        Bands that integrate over the standard deviation of the level, and over what the sampling
        covariance leaves uncertain.
    level_sd : float
        Mean of that standard deviation, a year.
    """

    estimate: FloatArray
    std_error: FloatArray
    conf_low: FloatArray
    conf_high: FloatArray
    level_sd: float


def least_degrees(waves: int) -> int:
    """Return the degrees of freedom, of each wave, from which a band covers what it says.

    Under them bands of 95% cover less than 93% where the level stays still.

    Examples
    --------
    >>> least_degrees(8)
    13
    """
    return 2 * waves - 3


@pinned
def has_inverse(covariance: FloatArray) -> bool:
    """Return whether every contrast of the waves has a sampling error, beyond rounding."""
    values = np.linalg.eigvalsh(covariance)
    return bool(values[0] > SINGULAR * values[-1])


@pinned
def smoothed_level(
    times: FloatArray,
    estimate: FloatArray,
    covariance: FloatArray,
    level: float = 0.95,
    df: float = np.inf,
) -> SmoothedLevel:
    """Smooth a series by a local level, a random walk over true time.

    Given the walk's standard deviation and the sampling covariance, the level is normal (best
    linear prediction, the first level unknown). The deviation has a flat prior, and its likelihood
    is the restricted one. A covariance estimated with `df` degrees of freedom has the prior of
    Jeffreys: the estimates are then t about the level, a normal whose scale is integrated over.

    Parameters
    ----------
    times : ndarray, shape (m,)
        In years, increasing.
    estimate : ndarray, shape (m,)
    covariance : ndarray, shape (m, m)
        Of the estimates, from the design.
    df : float
        Of that covariance: psus minus strata. Infinite: it is known.
    level : float
        Of the bands, at each wave.

    Raises
    ------
    ComparisonError
        There are fewer than eight waves, or fewer degrees of freedom than :func:`least_degrees`; a
        wave has no sampling error.

    References
    ----------
    Harvey (1989), *Forecasting, Structural Time Series Models and the Kalman Filter*. Gelman
    (2006), *Bayesian Analysis* 1, 515-534, for the flat prior of a standard deviation. Geisser and
    Cornfield (1963), *J. Royal Statistical Society B* 25, 368-376, for that of a covariance.

    Examples
    --------
    >>> flat = smoothed_level(np.arange(8.0), np.full(8, 0.5), 1e-4 * np.eye(8))
    >>> bool(np.allclose(flat.estimate, 0.5)), bool((flat.std_error < 0.01).all())
    (True, True)
    """
    _check(len(times), covariance, df)
    deviation, error, measure = _grid(times, estimate, covariance, df)
    elapsed = times - times[0]
    inner = deviation[:, None, None] ** 2 * np.minimum.outer(elapsed, elapsed)
    mean, variance, weight = _levels(estimate, inner, error[:, None, None] * covariance, measure)
    middle = weight @ mean
    spread = np.sqrt(weight @ (variance + mean**2) - middle**2)
    kept = weight > NEGLIGIBLE * weight.max()
    shown = mean[kept], np.sqrt(variance[kept]), weight[kept] / weight[kept].sum()
    low, high = (_mixture_quantile(q, *shown) for q in _tails(level))
    return SmoothedLevel(middle, spread, low, high, float(weight @ deviation))


def _check(m: int, covariance: FloatArray, df: float) -> None:
    if m < LEAST_WAVES:
        raise ComparisonError(
            Said("numerics-a-smoothed-level-needs-comparable-waves", least_waves=LEAST_WAVES, m=m),
        )
    if df < least_degrees(m):
        raise ComparisonError(
            Said(
                "numerics-a-smoothed-level-of-waves-needs-degrees",
                m=m,
                least_degrees=least_degrees(m),
                df=f"{df:g}",
            ),
        )
    if not has_inverse(covariance):
        raise ComparisonError(
            Said("numerics-the-covariance-of-the-waves-is-singular-4fff"),
        )


def _grid(
    times: FloatArray, estimate: FloatArray, covariance: FloatArray, df: float
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return pairs of a level's deviation and of a factor of the covariance, and log weights, (G,).

    A factor is ``df / 2 g``, g of a gamma distribution. It is integrated over by its logarithm:
    even steps over what has no end err by less than any power of the step.
    """
    from scipy import special

    chance, weight = np.polynomial.legendre.leggauss(GRID)
    deviations = (1 + chance) / 2 * _widest(times, estimate, covariance)
    if not np.isfinite(df):
        return deviations, np.ones(GRID), np.log(weight)
    low = special.gammaincinv(df / 2 - 1, FARTHEST) / (1 + FARTHEST_FIT / df)
    logs = np.linspace(np.log(low), np.log(special.gammainccinv(df / 2, FARTHEST)), SCALES)
    shape = (df - len(times) + 1) / 2
    measure = np.add.outer(shape * logs - np.exp(logs), np.log(weight))
    factors = df / 2 / np.exp(logs)
    return np.tile(deviations, SCALES), np.repeat(factors, GRID), measure.ravel()


@pinned
def _levels(
    estimate: FloatArray, inner: FloatArray, error: FloatArray, measure: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return means and variances of the level, (G, m), and the weight of each point, (G,).

    Parameters
    ----------
    inner, error : ndarray, shape (G, m, m)
        Covariance of the level (the first unknown), and of the estimates around it.
    measure : ndarray, shape (G,)
        Logarithms of what each point stands for.
    """
    inverse = np.linalg.inv(error + inner)
    _, logdet = np.linalg.slogdet(error + inner)
    across = inverse.sum(axis=2)
    precision = across.sum(axis=1)
    centre = across @ estimate / precision
    residual = estimate - centre[:, None]
    fit = np.einsum("gi,gij,gj->g", residual, inverse, residual)
    likelihood = measure - 0.5 * (logdet + np.log(precision) + fit)
    weight = np.exp(likelihood - likelihood.max())
    weight /= weight.sum()
    gain = inner @ inverse
    mean = centre[:, None] + np.einsum("gij,gj->gi", gain, residual)
    rest = 1 - gain.sum(axis=2)
    known = np.einsum("gii->gi", inner) - np.einsum("gij,gji->gi", gain, inner)
    variance = np.maximum(known + rest**2 / precision[:, None], 0.0)
    return mean, variance, weight


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
    quantile: FloatArray = (low + high) / 2
    return quantile
