"""Weighted cumulative-link models of an ordered response.

Notation: ``F((zeta_j) - x'b)`` is the probability of category ``j`` or lower, ``j = 0..J-2``; ``F``
the logistic or normal distribution. Parameters are ordered coefficients first, then cut points.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from padai.errors import EstimationError
from padai.numerics.model_basis import model_basis
from padai.numerics.regression import separation_message
from padai.numerics.separation import separating_direction_of
from padai.numerics.threads import pinned
from padai.words import Said

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.intp]

#: The distributions behind the cumulative link.
LINKS = ("logit", "probit")

_TOLERANCE = 1e-12
_STEPS = 100
_EXTREME = 30.0


@dataclass(frozen=True, slots=True)
class OrdinalFit:
    """A fitted cumulative-link model, without its design-based covariance.

    Attributes
    ----------
    coef : ndarray, shape (k,)
        Coefficients; a positive one moves answers up the scale.
    cuts : ndarray, shape (J - 1,)
        Cut points, increasing.
    bread : ndarray, shape (k + J - 1, k + J - 1)
        Inverse of the weighted observed information.
    influence : ndarray, shape (n, k + J - 1)
        Linearised variables of coefficients and cut points, without their weight.
    deviance : float
        Minus twice the weighted log-likelihood, with the weights as given.
    iterations : int
        Newton steps taken.
    """

    coef: FloatArray
    cuts: FloatArray
    bread: FloatArray
    influence: FloatArray
    deviance: float
    iterations: int


@dataclass(frozen=True, slots=True)
class _Data:
    lower: FloatArray
    upper: FloatArray
    has_lower: NDArray[np.bool_]
    has_upper: NDArray[np.bool_]
    w: FloatArray
    link: str


@pinned
def fit_ordinal(
    X: FloatArray,
    y: IntArray,
    w: FloatArray,
    categories: int,
    *,
    names: tuple[str, ...],
    link: str = "logit",
) -> OrdinalFit:
    """Fit a weighted cumulative-link model by Newton's method.

    Parameters
    ----------
    X : ndarray, shape (n, k)
        Model matrix without a column for the constant, independent of it.
    y : ndarray of int, shape (n,)
        Categories 0 to J - 1.
    w : ndarray, shape (n,)
        Positive weights.
    categories : int
        J, 2 or more; each has members.
    names : tuple of str
        Names of the columns of ``X``, for messages.
    link : {"logit", "probit"}

    Returns
    -------
    OrdinalFit

    Raises
    ------
    EstimationError
        A category has no member; some combination of the columns separates categories perfectly;
        or Newton's method, which ends when a step moves no linear predictor by more than 1e-12
        relative, does not converge.

    References
    ----------
    McCullagh (1980), *JRSS B* 42, 109-142. R: ``survey::svyolr``.
    """
    share = np.bincount(y, w, categories) / w.sum()
    if (share == 0).any() or categories < 2:
        raise EstimationError(
            Said(
                "numerics-an-ordinal-model-needs-members-in-every",
                share=int((share == 0).sum()),
                categories=categories,
            )
        )
    basis = model_basis(X, centred=True)
    data = _lay_out(basis.columns, y, w / w.mean(), categories, link)
    start = np.concatenate([np.zeros(X.shape[1]), _quantile(np.cumsum(share)[:-1], link)])
    theta, step = _newton(
        start, data, lambda: _refuse_separation(_lay_out(X, y, w, categories, link), names)
    )
    value, scores, hessian = _derivatives(theta, data)
    k = X.shape[1]
    back = np.eye(len(theta))
    back[:k, :k] = basis.back
    back[k:, :k] = basis.middle @ basis.back
    half = np.linalg.inv(hessian) @ back.T / w.mean()
    theta = back @ theta
    return OrdinalFit(
        theta[:k],
        theta[k:],
        back @ half,
        scores @ half,
        -2 * value * w.mean(),
        step,
    )


@pinned
def _newton(theta: FloatArray, data: _Data, far: Callable[[], None]) -> tuple[FloatArray, int]:
    """Climb; `far` says what separates categories perfectly, where something does."""
    for step in range(1, _STEPS + 1):
        value, scores, hessian = _derivatives(theta, data)
        move = np.asarray(np.linalg.solve(hessian, data.w @ scores), dtype=float)
        theta, factor = _take_step(theta, move, data, value)
        if np.abs(data.lower @ theta).max() > _EXTREME:
            far()
        size = np.abs(data.lower @ theta).max() + np.abs(data.upper @ theta).max()
        moved = np.abs(data.lower @ move).max() + np.abs(data.upper @ move).max()
        if factor == 1.0 and moved <= _TOLERANCE * max(size, 1.0):
            return theta, step
    far()
    raise EstimationError(Said("numerics-the-ordinal-model-did-not-converge-in", steps=_STEPS))


def cumulative(value: FloatArray, link: str) -> FloatArray:
    """Distribution function of the link."""
    from scipy import special

    return np.asarray(special.expit(value) if link == "logit" else special.ndtr(value))


def density(value: FloatArray, link: str) -> FloatArray:
    """Density of the link."""
    from scipy import special

    if link == "logit":
        return np.asarray(special.expit(value) * special.expit(-value))
    return np.asarray(np.exp(-(value**2) / 2) / np.sqrt(2 * np.pi))


def _quantile(share: FloatArray, link: str) -> FloatArray:
    from scipy import special

    return np.asarray(special.logit(share) if link == "logit" else special.ndtri(share))


def _lay_out(X: FloatArray, y: IntArray, w: FloatArray, categories: int, link: str) -> _Data:
    """Rows that give each member's two cut-off values: upper = U theta, lower = L theta."""
    cuts = np.arange(categories - 1)
    upper = np.hstack([-X, (y[:, None] == cuts).astype(float)])
    lower = np.hstack([-X, (y[:, None] - 1 == cuts).astype(float)])
    return _Data(lower, upper, y > 0, y < categories - 1, w, link)


@pinned
def _derivatives(theta: FloatArray, data: _Data) -> tuple[float, FloatArray, FloatArray]:
    """Weighted log-likelihood, unweighted scores, and weighted observed information."""
    a, b = data.upper @ theta, data.lower @ theta
    p = _probability(a, b, data)
    fa = np.where(data.has_upper, density(a, data.link), 0.0) / p
    fb = np.where(data.has_lower, density(b, data.link), 0.0) / p
    scores = data.upper * fa[:, None] - data.lower * fb[:, None]
    slope_a, slope_b = fa * _log_density_slope(a, data.link), fb * _log_density_slope(b, data.link)
    w = data.w
    hessian = (
        scores.T @ (scores * w[:, None])
        - data.upper.T @ (data.upper * (w * slope_a)[:, None])
        + data.lower.T @ (data.lower * (w * slope_b)[:, None])
    )
    return float(w @ np.log(p)), scores, hessian


def _probability(a: FloatArray, b: FloatArray, data: _Data) -> FloatArray:
    """F(a) - F(b), taken in the tail where it loses no digits."""
    top = np.where(data.has_upper, a, np.inf)
    bottom = np.where(data.has_lower, b, -np.inf)
    flip = bottom > 0
    high = np.where(flip, -bottom, top)
    low = np.where(flip, -top, bottom)
    return np.maximum(cumulative(high, data.link) - cumulative(low, data.link), 1e-300)


def _log_density_slope(value: FloatArray, link: str) -> FloatArray:
    return 1 - 2 * cumulative(value, link) if link == "logit" else -value


def _take_step(
    theta: FloatArray, move: FloatArray, data: _Data, value: float
) -> tuple[FloatArray, float]:
    """Halve a step until the cut points stay in order and the likelihood does not fall."""
    factor = 1.0
    while factor > 1e-8:
        candidate = theta + factor * move
        if _log_likelihood(candidate, data) >= value - 1e-9 * abs(value):
            return candidate, factor
        factor /= 2
    return theta + factor * move, factor


@pinned
def _log_likelihood(theta: FloatArray, data: _Data) -> float:
    a, b = data.upper @ theta, data.lower @ theta
    if ((a <= b) & data.has_upper & data.has_lower).any():
        return -np.inf
    return float(data.w @ np.log(_probability(a, b, data)))


def _refuse_separation(data: _Data, names: tuple[str, ...]) -> None:
    signed = np.vstack([data.upper[data.has_upper], -data.lower[data.has_lower]])
    direction = separating_direction_of(np.unique(signed, axis=0), np.empty((0, signed.shape[1])))
    if direction is None:
        return
    guilty = [name for name, v in zip(names, direction, strict=False) if v != 0]
    raise EstimationError(separation_message(guilty))
