"""Inverse propensity, imputed and doubly robust means of one outcome."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from padai.numerics.designs import FloatArray
from padai.numerics.propensity import (
    FittedPropensity,
    ModelledMean,
    fit_participation,
    imputed_mean,
    neighbours_mean,
    weighted_mean,
)
from padai.numerics.regression import fit_glm, link_mean
from padai.numerics.threads import pinned

FAR = 10.0
"""Spreads from zero beyond which a column is brought near it."""


@dataclass(frozen=True)
class Choice:
    """The models asked for."""

    method: str
    link: str
    fit: str
    imputation: str
    family: str
    neighbours: int
    size: float | None
    totals: bool


@pinned
def modelled_mean(
    choice: Choice,
    names: tuple[str, ...],
    XA: FloatArray,
    y: FloatArray,
    XB: FloatArray,
    d: FloatArray,
) -> ModelledMean:
    """Estimate the mean of an outcome that only the sample that is not random has.

    Parameters
    ----------
    XA, XB : ndarray, shapes (n_A, k) and (n_B, k)
        Of a reference by totals, `XB` is one row of means and `d` the population's size.
    """
    size = float(d.sum()) if choice.size is None else choice.size
    known = choice.size is not None or choice.totals
    if choice.method != "mass" or choice.imputation != "nearest":
        XA, XB = _near_zero(XA, XB)
    if choice.method == "mass":
        return _imputed(choice, names, XA, y, XB, d)
    fit = fit_of_participation(choice, XA, XB, d)
    rows = XB[:0] if choice.totals else XB
    if choice.method == "ipw":
        return weighted_mean(fit, XA, y, rows, size, known=known)
    model = fit_glm(XA, y, np.ones(len(y)), choice.family, names=names)
    mB = link_mean(XB @ model.coef, choice.family)[0]
    total = float(mB[0]) * size if choice.totals else 0.0
    return weighted_mean(
        fit,
        XA,
        y,
        rows,
        size,
        known=known,
        d=None if choice.totals else d,
        predicted=(model.mean, mB[:0] if choice.totals else mB),
        predicted_total=total,
    )


@pinned
def fit_of_participation(
    choice: Choice, XA: FloatArray, XB: FloatArray, d: FloatArray
) -> FittedPropensity:
    """Fit the participation model asked for; the arrays are those of :func:`modelled_mean`."""
    XA, XB = _near_zero(XA, XB)
    if choice.totals:
        size = float(d.sum()) if choice.size is None else choice.size
        return fit_participation(XA, choice.link, totals=XB[0] * size)
    return fit_participation(XA, choice.link, XB=XB, d=d, calibrated=choice.fit == "calibrated")


@pinned
def _near_zero(XA: FloatArray, XB: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return both with columns far from zero for their spread, such as years, brought near it.

    With a constant among the columns no estimate depends on it; the equations keep their digits.
    """
    middle, spread = XA.mean(axis=0), XA.std(axis=0)
    far = (spread > 0) & (np.abs(middle) > FAR * spread)
    if not far.any() or not (XA == 1).all(axis=0).any():
        return XA, XB
    start, unit = np.where(far, middle, 0.0), np.where(far, spread, 1.0)
    return (XA - start) / unit, (XB - start) / unit


@pinned
def _imputed(
    choice: Choice,
    names: tuple[str, ...],
    XA: FloatArray,
    y: FloatArray,
    XB: FloatArray,
    d: FloatArray,
) -> ModelledMean:
    if choice.imputation == "nearest":
        return _by_neighbours(neighbours_mean(XA, y, XB, choice.neighbours), d)
    model = fit_glm(XA, y, np.ones(len(y)), choice.family, names=names)
    mB, slopeB = link_mean(XB @ model.coef, choice.family)
    if choice.imputation == "predictive":
        near = neighbours_mean(model.mean[:, None], y, mB[:, None], choice.neighbours)
        return _by_neighbours(near, d)
    slopeA = link_mean(XA @ model.coef, choice.family)[1]
    return imputed_mean(XA, y - model.mean, (slopeA, slopeB), XB, mB, d)


@pinned
def _by_neighbours(mB: FloatArray, d: FloatArray) -> ModelledMean:
    estimate = float(d @ mB) / float(d.sum())
    return ModelledMean(estimate, np.nan, (mB - estimate) / d.sum())
