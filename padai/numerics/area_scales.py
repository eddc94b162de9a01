"""The scale that shares of areas are modelled on, the way back, and the fit to a known total."""

from __future__ import annotations

import numpy as np

from padai.errors import EstimationError
from padai.numerics.designs import FloatArray
from padai.numerics.threads import pinned
from padai.words import Number, Said

SCALES = ("raw", "logit", "arcsine")
_NODES = 30
_STEPS = 60
_CLOSE = 1e-14


def forward(p: FloatArray, scale: str) -> FloatArray:
    """Put shares on a scale: themselves, log odds, or the angle whose squared sine they are.

    Examples
    --------
    >>> forward(np.array([0.5]), "logit"), forward(np.array([0.5]), "arcsine").round(4)
    (array([0.]), array([0.7854]))
    """
    if scale == "logit":
        return np.asarray(np.log(p / (1 - p)))
    return np.arcsin(np.sqrt(p)) if scale == "arcsine" else p


def inverse(z: FloatArray, scale: str) -> FloatArray:
    """Bring values of a scale back; angles outside a quarter turn are taken at its ends."""
    from scipy import special

    if scale == "logit":
        return np.asarray(special.expit(z))
    return np.sin(np.clip(z, 0, np.pi / 2)) ** 2 if scale == "arcsine" else z


def scaled_variance(variance: FloatArray, p: FloatArray, scale: str) -> FloatArray:
    """Bring variances of shares to a scale, by the delta method at p."""
    if scale == "logit":
        return np.asarray(variance / (p * (1 - p)) ** 2)
    return np.asarray(variance / (4 * p * (1 - p))) if scale == "arcsine" else variance


@pinned
def expected(z: FloatArray, variance: FloatArray, scale: str) -> tuple[FloatArray, FloatArray]:
    """Return the mean of the share whose scaled value is normal, and its derivative by `z`.

    Parameters
    ----------
    z, variance : ndarray, of one shape
        Mean and variance on the scale.

    References
    ----------
    Sugasawa and Kubokawa (2017), *CSDA* 114, 47-60, for predictions under a transformation.
    """
    from scipy import special

    if scale == "raw":
        return z, np.ones_like(z)
    if scale == "arcsine":
        damped = np.exp(-2 * variance)
        return 0.5 - 0.5 * damped * np.cos(2 * z), damped * np.sin(2 * z)
    nodes, weights = np.polynomial.hermite_e.hermegauss(_NODES)
    at = special.expit(z[..., None] + np.sqrt(variance)[..., None] * nodes)
    weights = weights / weights.sum()
    return at @ weights, (at * (1 - at)) @ weights


@pinned
def benchmark_shift(
    z: FloatArray, variance: FloatArray, scale: str, weights: FloatArray, target: FloatArray
) -> FloatArray:
    """Return what to add on the scale so that weighted shares add up to a target, shape (B,).

    Parameters
    ----------
    z, variance : ndarray, shape (a, B)
    weights : ndarray, shape (a,)
        Shares of the areas in the whole, adding up to one.
    target : ndarray, shape (B,)

    Raises
    ------
    EstimationError
        No shift meets the target.

    Examples
    --------
    >>> z, none = np.array([[0.2], [0.4]]), np.zeros((2, 1))
    >>> benchmark_shift(z, none, "raw", np.array([0.5, 0.5]), np.array([0.35])).round(3)
    array([0.05])
    """
    shift = np.zeros(z.shape[1])
    for _ in range(_STEPS):
        share, slope = expected(z + shift, variance, scale)
        off = weights @ share - target
        if (np.abs(off) <= _CLOSE * np.maximum(1, np.abs(target))).all():
            return shift
        step = -off / (weights @ slope)
        shift = shift + np.clip(step, -0.5, 0.5) if scale != "raw" else shift + step
    if (np.abs(off) < 1e-12 * np.maximum(1, np.abs(target))).all():
        return shift
    raise EstimationError(
        Said(
            "numerics-no-shift-of-the-areas-meets-the",
            target=Number(float(target[np.argmax(np.abs(off))]), ".4g"),
        ),
    )


def pooled_factor(p: FloatArray, variance: FloatArray, n: FloatArray) -> float:
    """Return the pooled design effect of shares of areas, or the pooled unit variance of means.

    ``sum n^2 v / sum n p (1 - p)``: areas count by their respondents.

    Parameters
    ----------
    p, variance, n : ndarray, shape (m,)
        Give ``p (1 - p)`` of 1 by p NaN, for means.

    Returns
    -------
    float
        NaN where every share is 0 or 1.
    """
    spread = np.where(np.isnan(p), 1.0, p * (1 - p))
    whole = float((n * spread).sum())
    return float((n**2 * variance).sum()) / whole if whole > 0 else float("nan")
