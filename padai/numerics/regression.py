"""Weighted generalised linear models by iteratively reweighted least squares.

Notation: ``X`` the model matrix (n, k), ``y`` the response, ``w`` the weights, ``eta`` the linear
predictor ``X b + offset``, ``mu`` the mean. The design-based covariance of ``b`` is that of the
total of ``w_i u_i``, ``u_i = x_i (y_i - mu_i) mu'_i / V(mu_i) A``, where ``A = (X' W X)^-1`` and
``W`` holds the working weights (Binder's sandwich).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from padai.errors import EstimationError
from padai.numerics.model_basis import model_basis
from padai.numerics.separation import separating_direction
from padai.numerics.threads import pinned
from padai.words import Said

FloatArray = NDArray[np.float64]

#: The families: identity, logit and log links; the variance of the last two up to a factor.
FAMILIES = ("gaussian", "binomial", "poisson")

# The score, scaled by the square root of the information, at which the iteration ends.
_TOLERANCE = 1e-12
_STEPS = 100
# Steps by the working response at most, until it has no digits left; the rest by the score.
_BY_RESPONSE = 25
# All three links are canonical: the variance of the response is the slope of its mean.
_TINY = 1e-300
# Beyond this a fitted share or rate is 0 or 1 for all that double precision can tell.
_EXTREME = 30.0


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted generalised linear model, without its design-based covariance.

    Attributes
    ----------
    coef : ndarray, shape (k,)
        Coefficients.
    mean : ndarray, shape (n,)
        Fitted means.
    bread : ndarray, shape (k, k)
        Inverse of the weighted information, ``A``.
    influence : ndarray, shape (n, k)
        Linearised variables of the coefficients, without their weight.
    deviance, null_deviance : float
        With the weights as given; the null model has the intercept and offset alone.
    pearson : ndarray, shape (n,)
        Pearson residuals, without weights.
    working_residual, working_weight : ndarray, shape (n,)
        ``(y - mu) / mu'`` and ``mu'^2 / V(mu)``: their product with ``X A`` is the influence.
    iterations : int
        Steps taken.
    """

    coef: FloatArray
    mean: FloatArray
    bread: FloatArray
    influence: FloatArray
    deviance: float
    null_deviance: float
    pearson: FloatArray
    working_residual: FloatArray
    working_weight: FloatArray
    iterations: int


def link_mean(eta: FloatArray, family: str) -> tuple[FloatArray, FloatArray]:
    """Mean and its derivative at a linear predictor.

    Parameters
    ----------
    eta : ndarray
        Linear predictor.
    family : str
        One of `FAMILIES`.

    Returns
    -------
    mean, derivative : ndarray
        Same shape as ``eta``.
    """
    from scipy import special

    if family == "gaussian":
        return eta, np.ones_like(eta)
    if family == "binomial":
        mean = special.expit(eta)
        return mean, mean * special.expit(-eta)
    if family == "poisson":
        mean = np.exp(eta)
        return mean, mean
    raise EstimationError(
        Said(
            "numerics-unknown-family-the-families-are",
            family=repr(family),
            families=", ".join(FAMILIES),
        )
    )


def second_derivative(eta: FloatArray, family: str) -> FloatArray:
    """Second derivative of the mean with respect to the linear predictor."""
    mean, slope = link_mean(eta, family)
    if family == "gaussian":
        return np.zeros_like(eta)
    return slope * (1 - 2 * mean) if family == "binomial" else slope


@pinned
def fit_glm(
    X: FloatArray,
    y: FloatArray,
    w: FloatArray,
    family: str,
    *,
    names: tuple[str, ...],
    offset: FloatArray | None = None,
) -> Fit:
    """Fit a weighted generalised linear model.

    Parameters
    ----------
    X : ndarray, shape (n, k)
        Model matrix, of full column rank.
    y : ndarray, shape (n,)
        Response: any number, a share from 0 to 1, or a count of 0 or more.
    w : ndarray, shape (n,)
        Positive weights.
    family : str
        One of `FAMILIES`.
    names : tuple of str
        Names of the columns of ``X``, for messages.
    offset : ndarray, shape (n,), optional
        Added to the linear predictor.

    Returns
    -------
    Fit

    Raises
    ------
    EstimationError
        The model matrix is singular; the response has one value, or one outside its range; some
        combination of the columns separates the response perfectly; or the iteration, which ends
        when the score in units of its standard deviation is at most 1e-12 relative, does not.

    References
    ----------
    McCullagh and Nelder (1989), *Generalized Linear Models*, 2.5. Binder (1983), *International
    Statistical Review* 51, 279-292. R: ``survey::svyglm``.
    """
    shift = np.zeros(y.size) if offset is None else offset
    check_rank(X, w, names)
    _check_response(y, family)
    scaled = w / w.mean()
    basis = model_basis(X)
    Q = basis.columns
    coef, iterations = _iterate(
        Q, y, scaled, family, shift, lambda: _refuse_separation(X, y, family, names)
    )
    eta = Q @ coef + shift
    mean, slope = link_mean(eta, family)
    slope, residual = np.maximum(slope, _TINY), _residual(y, eta, family)
    half = np.linalg.inv(Q.T @ (Q * (scaled * slope)[:, None])) @ basis.back.T / w.mean()
    influence = (Q * residual[:, None]) @ half
    null = _link(_null_mean(y, scaled, family, shift), family)
    return Fit(
        basis.back @ coef,
        mean,
        basis.back @ half,
        influence,
        _deviance(y, eta, w, family),
        _deviance(y, null + np.zeros_like(y), w, family),
        residual / np.sqrt(slope),
        residual / slope,
        slope,
        iterations,
    )


@pinned
def check_rank(X: FloatArray, w: FloatArray, names: tuple[str, ...]) -> None:
    """Refuse a singular model matrix, naming the columns that others determine.

    Raises
    ------
    EstimationError
        Names the first column that the columns before it determine.
    """
    if X.shape[0] == 0:
        raise EstimationError(Said("numerics-no-row-answers-every-variable-of-the"))
    Z = X * np.sqrt(w / w.mean())[:, None]
    norms = np.sqrt((Z**2).sum(0))
    kept: list[int] = []
    basis = np.empty((Z.shape[0], 0))
    bad: list[str] = []
    for j, name in enumerate(names):
        v = Z[:, j].copy()
        for _ in range(2):
            v -= basis @ (basis.T @ v)
        size = float(np.sqrt(v @ v))
        if size <= 1e-10 * max(norms[j], np.finfo(float).tiny):
            bad.append(name)
            continue
        kept.append(j)
        basis = np.column_stack([basis, v / size])
    if bad:
        raise EstimationError(
            Said("numerics-the-model-matrix-is-singular-follows", bad=", ".join(bad)),
        )


def _check_response(y: FloatArray, family: str) -> None:
    if family == "binomial" and ((y < 0) | (y > 1)).any():
        raise EstimationError(Said("numerics-a-binomial-response"))
    if family == "poisson" and (y < 0).any():
        raise EstimationError(Said("numerics-a-poisson-response-must-be-0-or-more"))
    if family != "gaussian" and (y == y[0]).all():
        raise EstimationError(Said("numerics-the-response-has-one-value-among-the"))


@pinned
def _iterate(
    X: FloatArray,
    y: FloatArray,
    w: FloatArray,
    family: str,
    shift: FloatArray,
    far: Callable[[], None],
) -> tuple[FloatArray, int]:
    """Solve the score equations; `far` says what drives fitted shares to 0 or 1, if anything."""
    eta = _link(_start(y, w, family), family)
    coef = np.zeros(X.shape[1])
    best, by_score = np.inf, False
    for step in range(1, _STEPS + 1):
        slope = np.maximum(link_mean(eta, family)[1], _TINY)
        residual, root = _residual(y, eta, family), np.sqrt(w * slope)
        before = coef
        if by_score:
            coef = before + _score_step(X * root[:, None], X.T @ (w * residual))
        else:
            target = eta - shift + residual / slope
            coef = np.asarray(
                np.linalg.lstsq(X * root[:, None], target * root, rcond=None)[0], dtype=float
            )
        eta = X @ coef + shift
        if family != "gaussian" and np.abs(eta).max() > _EXTREME:
            far()
        moved = float(np.max(np.abs(X @ (coef - before)) * root, initial=0.0))
        size = float(np.max(np.abs(X @ coef) * root, initial=1e-300))
        stalled = moved < 1e-9 * size and moved >= best
        if step > 1 and (moved <= _TOLERANCE * size or (stalled and by_score)):
            return coef, step
        best = moved if step > 1 else np.inf
        if not by_score and (stalled or step == _BY_RESPONSE):
            best, by_score = np.inf, True
    if family != "gaussian":
        far()
    raise EstimationError(Said("numerics-the-model-did-not-converge-in-steps", steps=_STEPS))


@pinned
def _score_step(Z: FloatArray, score: FloatArray) -> FloatArray:
    """Newton's step from the score: the working response of a row far out has no digits left."""
    root = np.linalg.qr(Z)[1]
    half = np.linalg.lstsq(root.T, score, rcond=None)[0]
    return np.asarray(np.linalg.lstsq(root, half, rcond=None)[0], dtype=float)


def _refuse_separation(X: FloatArray, y: FloatArray, family: str, names: tuple[str, ...]) -> None:
    direction = separating_direction(X, y, family)
    if direction is None:
        return
    varies = X.std(0) > 0
    constant = np.flatnonzero(~varies)
    alone = [
        name
        for j, name in enumerate(names)
        if varies[j] and separating_direction(X[:, [*constant, j]], y, family) is not None
    ]
    together = [name for name, v in zip(names, direction, strict=True) if v != 0]
    raise EstimationError(separation_message(alone or together))


def separation_message(names: list[str]) -> Said:
    """What to tell someone whose model separates the response perfectly."""
    return Said("numerics-perfect-separation", names=", ".join(names), count=len(names))


def _start(y: FloatArray, w: FloatArray, family: str) -> FloatArray:
    if family == "binomial":
        return (w * y + 0.5) / (w + 1)
    if family == "poisson":
        return y + 0.1
    return y


def _link(mean: FloatArray, family: str) -> FloatArray:
    if family == "binomial":
        return np.log(mean / (1 - mean))
    return np.log(mean) if family == "poisson" else mean


def _residual(y: FloatArray, eta: FloatArray, family: str) -> FloatArray:
    """The response less its mean; from both tails, as 1 - mean has no digits left near 1."""
    mean = link_mean(eta, family)[0]
    return y * link_mean(-eta, family)[0] - (1 - y) * mean if family == "binomial" else y - mean


@pinned
def _null_mean(y: FloatArray, w: FloatArray, family: str, shift: FloatArray) -> FloatArray:
    if not shift.any() or family == "gaussian":
        return np.average(y - shift * (family == "gaussian"), weights=w) + (
            shift if family == "gaussian" else np.zeros_like(y)
        )
    if family == "poisson":
        rate = np.exp(shift)
        return rate * (w @ y) / (w @ rate)
    ones = np.ones((y.size, 1))
    alone = ("(Intercept)",)
    coef, _ = _iterate(
        ones, y, w, family, shift, lambda: _refuse_separation(ones, y, family, alone)
    )
    return link_mean(coef[0] + shift, family)[0]


@pinned
def _deviance(y: FloatArray, eta: FloatArray, w: FloatArray, family: str) -> float:
    from scipy import special

    if family == "gaussian":
        return float(w @ (y - eta) ** 2)
    if family == "binomial":
        missed = y * np.logaddexp(0, -eta) + (1 - y) * np.logaddexp(0, eta)
        return 2 * float(w @ (missed - special.entr(y) - special.entr(1 - y)))
    mean = np.exp(eta)
    return 2 * float(w @ (special.rel_entr(y, mean) - (y - mean)))
