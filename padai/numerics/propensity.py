"""Participation in a sample that is not random, learnt from a random one or from known totals.

``A`` is the sample that is not random, with outcomes; ``B`` the reference sample with its design
weights d; ``pi`` the modelled probability of being in A. Variances are those of Chen, Li and Wu:
A's part takes participation as independent draws with pi, B's part is the design's variance of a
total of ``d t``, with `t` returned here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from padai.errors import EstimationError
from padai.numerics.designs import FloatArray
from padai.numerics.threads import pinned
from padai.words import Said

LINKS = ("logit", "probit", "cloglog")
_STEPS, _EXTREME = 200, 30.0


@dataclass(frozen=True, eq=False)
class FittedPropensity:
    """A fitted participation model.

    Attributes
    ----------
    coef : ndarray, shape (k,)
    pi, slope : ndarray, shape (n_A,)
        Probabilities of the sample's own rows, and their derivative by the linear predictor.
    reference : ndarray, shape (n_B,)
        What multiplies ``x'b`` in `t`: ``pi' / (1 - pi)`` of the likelihood, one when calibrated.
    information : ndarray, shape (k, k)
        Minus the derivative of the equations solved.
    calibrated : bool
    """

    coef: FloatArray
    pi: FloatArray
    slope: FloatArray
    reference: FloatArray
    information: FloatArray
    calibrated: bool


def link_parts(eta: FloatArray, link: str) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Return pi, 1 - pi, and the first two derivatives of pi at a linear predictor.

    Examples
    --------
    >>> [round(float(part[0]), 4) for part in link_parts(np.array([0.0]), "cloglog")]
    [0.6321, 0.3679, 0.3679, 0.0]
    """
    from scipy import special

    if link == "logit":
        p, q = special.expit(eta), special.expit(-eta)
        return p, q, p * q, p * q * (q - p)
    if link == "probit":
        density = np.exp(-(eta**2) / 2) / np.sqrt(2 * np.pi)
        return special.ndtr(eta), special.ndtr(-eta), density, -eta * density
    rate = np.exp(eta)
    q = np.exp(-rate)
    return -np.expm1(-rate), q, rate * q, rate * q * (1 - rate)


@pinned
def fit_participation(
    XA: FloatArray,
    link: str,
    *,
    XB: FloatArray | None = None,
    d: FloatArray | None = None,
    totals: FloatArray | None = None,
    calibrated: bool = False,
) -> FittedPropensity:
    """Fit the probability of participating.

    By pseudo likelihood, which needs the reference sample; or so that the weights ``1 / pi`` meet
    the reference's (or given) totals of every column.

    Parameters
    ----------
    XA : ndarray, shape (n_A, k)
    XB : ndarray, shape (n_B, k), optional
    d : ndarray, shape (n_B,), optional
        Weights of the reference sample.
    totals : ndarray, shape (k,), optional
        Instead of a reference sample.

    Raises
    ------
    EstimationError
        No finite coefficients solve the equations: some column separates the two samples.

    References
    ----------
    Chen, Li and Wu (2020), *JASA* 115, 2011-2021. R: ``nonprobsvy::nonprob``.
    """
    k = XA.shape[1]
    if XB is None or d is None:
        XB, d, calibrated = np.zeros((0, k)), np.zeros(0), True
    aim = XB.T @ d if totals is None else totals
    coef = _start(XA, aim, link)
    score, information = _equations(coef, XA, XB, d, aim=aim, link=link, calibrated=calibrated)
    size = np.abs(XA).sum(axis=0) + np.abs(aim) + 1
    for _ in range(_STEPS):
        step = np.linalg.lstsq(information, score, rcond=None)[0]
        coef, score, information = _shortened(
            coef, step, XA, XB, d, aim=aim, link=link, calibrated=calibrated, before=score
        )
        eta = XA @ coef
        if (np.abs(score) <= 1e-13 * size).all():
            break
        if np.abs(eta).max() > _EXTREME:
            _refuse()
    else:
        if (np.abs(score) > 1e-9 * size).any():
            _refuse()
    p, _, slope, _ = link_parts(XA @ coef, link)
    _, qB, slopeB, _ = link_parts(XB @ coef, link)
    return FittedPropensity(
        coef, p, slope, np.ones(len(XB)) if calibrated else slopeB / qB, information, calibrated
    )


def _refuse() -> None:
    raise EstimationError(
        Said("numerics-no-participation-model-fits-some-answer"),
    )


@pinned
def _start(XA: FloatArray, aim: FloatArray, link: str) -> FloatArray:
    """Give everyone the overall rate where a constant is among the columns."""
    coef = np.zeros(XA.shape[1])
    ones = np.flatnonzero((XA == 1).all(axis=0))
    if len(ones):
        rate = min(max(len(XA) / max(float(aim[ones[0]]), 1.0), 1e-6), 0.9)
        coef[ones[0]] = np.log(rate / (1 - rate)) * (0.6 if link == "probit" else 1.0)
    return coef


@pinned
def _equations(
    coef: FloatArray,
    XA: FloatArray,
    XB: FloatArray,
    d: FloatArray,
    *,
    aim: FloatArray,
    link: str,
    calibrated: bool,
) -> tuple[FloatArray, FloatArray]:
    p, q, slope, bend = link_parts(XA @ coef, link)
    if calibrated:
        return XA.T @ (1 / p) - aim, XA.T @ (XA * (slope / p**2)[:, None])
    _, qB, slopeB, bendB = link_parts(XB @ coef, link)
    score = XA.T @ (slope / (p * q)) - XB.T @ (d * slopeB / qB)
    own = bend / (p * q) - slope**2 * (q - p) / (p * q) ** 2
    other = bendB / qB + (slopeB / qB) ** 2
    information = XB.T @ (XB * (d * other)[:, None]) - XA.T @ (XA * own[:, None])
    return score, information


@pinned
def _shortened(
    coef: FloatArray,
    step: FloatArray,
    XA: FloatArray,
    XB: FloatArray,
    d: FloatArray,
    *,
    aim: FloatArray,
    link: str,
    calibrated: bool,
    before: FloatArray,
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Take a Newton step, halved until the equations come closer to zero."""
    scale = np.sqrt((XA**2).sum(axis=0) + (XB**2).T @ d + 1e-300)
    size = float((np.abs(before) / scale).max())
    for halving in range(40):
        there = coef + step / 2**halving
        with np.errstate(over="ignore", divide="ignore", invalid="ignore"):
            score, information = _equations(
                there, XA, XB, d, aim=aim, link=link, calibrated=calibrated
            )
        fine = np.isfinite(score).all() and np.isfinite(information).all()
        if fine and float((np.abs(score) / scale).max()) <= size * (1 + 1e-9):
            return there, score, information
    return coef, before, _equations(coef, XA, XB, d, aim=aim, link=link, calibrated=calibrated)[1]


@dataclass(frozen=True, eq=False)
class ModelledMean:
    """A mean under a participation or an outcome model.

    Attributes
    ----------
    estimate : float
    own_variance : float
        The part of the sample that is not random.
    t : ndarray, shape (n_B,)
        The estimate's reference part is the total of ``d t`` (its design variance the other part).
    """

    estimate: float
    own_variance: float
    t: FloatArray


@pinned
def weighted_mean(
    fit: FittedPropensity,
    XA: FloatArray,
    y: FloatArray,
    XB: FloatArray,
    size: float,
    *,
    known: bool,
    predicted: tuple[FloatArray, FloatArray] | None = None,
    d: FloatArray | None = None,
    predicted_total: float = 0.0,
) -> ModelledMean:
    """Estimate a mean by inverse propensity, or doubly robustly with predictions.

    Parameters
    ----------
    y : ndarray, shape (n_A,)
    size : float
        Of the population, `known` or the sum of the reference's weights.
    predicted : pair of ndarray, shapes (n_A,) and (n_B,), optional
        Predicted outcomes of both samples.
    d : ndarray, shape (n_B,), optional
        Weights of the reference, with `predicted`.
    predicted_total : float
        The total of the predictions where only totals are known.

    References
    ----------
    Chen, Li and Wu (2020), equations 9, 10 and 14.
    """
    mA, mB = predicted or (np.zeros(len(XA)), np.zeros(len(XB)))
    rest = y - mA
    total = float(mB @ d) if d is not None and predicted is not None else predicted_total
    estimate = (float((rest / fit.pi).sum()) + total) / size
    b = np.linalg.solve(fit.information, XA.T @ (fit.slope / fit.pi**2 * rest))
    shift = XA @ b / fit.pi
    if not fit.calibrated:
        shift = XA @ b * fit.slope / (fit.pi * (1 - fit.pi))
    own = float(((1 - fit.pi) * (rest / fit.pi - shift) ** 2).sum()) / size**2
    t = (XB @ b * fit.reference + mB - (0.0 if known else estimate)) / size
    return ModelledMean(estimate, own, t)


@pinned
def imputed_mean(
    XA: FloatArray,
    rest: FloatArray,
    slopes: tuple[FloatArray, FloatArray],
    XB: FloatArray,
    mB: FloatArray,
    d: FloatArray,
) -> ModelledMean:
    """Estimate a mean by predictions for everyone in the reference sample.

    Parameters
    ----------
    rest : ndarray, shape (n_A,)
        Residuals of the outcome model.
    slopes : pair of ndarray, shapes (n_A,) and (n_B,)
        Derivatives of its mean.
    mB : ndarray, shape (n_B,)
        Predictions; with totals alone, `XB` is one row of means, `d` the population's size.

    References
    ----------
    Kim, Park, Chen and Wu (2021), *JRSS A* 184, 941-963.
    """
    size, n = float(d.sum()), len(XA)
    estimate = float(d @ mB) / size
    own = XA.T @ (XA * slopes[0][:, None]) / n
    c = np.linalg.solve(own, XB.T @ (d * slopes[1]) / size)
    variance = float(((rest * (XA @ c)) ** 2).sum()) / n**2
    return ModelledMean(estimate, variance, (mB - estimate) / size)


def neighbours_mean(XA: FloatArray, y: FloatArray, XB: FloatArray, neighbours: int) -> FloatArray:
    """Return for each row of B the mean outcome of its nearest rows of A, shape (n_B,).

    All rows at the distance of the last neighbour count, so that ties need no order.

    Examples
    --------
    >>> neighbours_mean(np.array([[0.0], [1], [1]]), np.array([0.0, 1, 3]), np.array([[0.9]]), 1)
    array([2.])
    """
    own, place = np.unique(XA, axis=0, return_inverse=True)
    count = np.bincount(place.ravel(), minlength=len(own)).astype(np.float64)
    total = np.bincount(place.ravel(), y, len(own))
    asked, back = np.unique(XB, axis=0, return_inverse=True)
    means = np.zeros(len(asked))
    for i, row in enumerate(asked):
        distance = np.round(((own - row) ** 2).sum(axis=1), 12)
        order = np.argsort(distance, kind="stable")
        enough = int(np.searchsorted(np.cumsum(count[order]), neighbours))
        near = distance <= distance[order[min(enough, len(order) - 1)]]
        means[i] = total[near].sum() / count[near].sum()
    return means[back.ravel()]
