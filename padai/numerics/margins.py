"""Averages of a model's predictions and effects, with their linearised variables.

Notation: ``m_i`` what is averaged for row ``i``, ``g_i`` its gradient in the coefficients, ``w_i``
the weights of the domain's members (0 elsewhere), ``W`` their sum, ``v_i`` the linearised variables
of the coefficients. The average ``M = sum w_i m_i / W`` has the linearised variable
``(m_i - M) / W + v_i' sum w_j g_j / W``: the first part is the sampling of the members, the second
that of the coefficients.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from padai.numerics.ordinal import cumulative, density
from padai.numerics.regression import link_mean, second_derivative
from padai.numerics.threads import pinned

FloatArray = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Average:
    """An average over a domain with its linearised variable.

    Attributes
    ----------
    estimate : float
        The average, in the units of the response.
    influence : ndarray, shape (n,)
        Linearised variable without its weight.
    """

    estimate: float
    influence: FloatArray


@dataclass(frozen=True, slots=True)
class RowEffects:
    """What is averaged, row by row.

    Attributes
    ----------
    value : ndarray, shape (n,)
        In the units of the response.
    gradient : ndarray, shape (n, k)
        Derivative of ``value`` with respect to the coefficients.
    """

    value: FloatArray
    gradient: FloatArray


@pinned
def predicted(X: FloatArray, coef: FloatArray, offset: FloatArray, family: str) -> RowEffects:
    """Predicted means.

    Parameters
    ----------
    X : ndarray, shape (n, k)
        Model matrix.
    coef : ndarray, shape (k,)
        Coefficients.
    offset : ndarray, shape (n,)
        Added to the linear predictor.
    family : str
        As in `padai.numerics.regression.FAMILIES`.

    Returns
    -------
    RowEffects
    """
    mean, slope = link_mean(X @ coef + offset, family)
    return RowEffects(mean, X * slope[:, None])


@pinned
def category_share(
    X: FloatArray, coef: FloatArray, cuts: FloatArray, category: int, link: str
) -> RowEffects:
    """Predicted probabilities of one category of a cumulative-link model.

    Parameters
    ----------
    X : ndarray, shape (n, k)
        Model matrix without a constant.
    coef, cuts : ndarray, shapes (k,) and (J - 1,)
        Coefficients and cut points.
    category : int
        0 to J - 1.
    link : str
        As in `padai.numerics.ordinal.LINKS`.

    Returns
    -------
    RowEffects
        Gradients are in the coefficients, then the cut points.
    """
    eta = X @ coef
    share = np.zeros(eta.size)
    slope = np.zeros(eta.size)
    gradient = np.zeros((eta.size, coef.size + cuts.size))
    for cut, sign in ((category, 1.0), (category - 1, -1.0)):
        if cut == cuts.size:
            share += 1.0
        elif cut >= 0:
            at = cuts[cut] - eta
            share += sign * cumulative(at, link)
            slope += sign * density(at, link)
            gradient[:, coef.size + cut] = sign * density(at, link)
    gradient[:, : coef.size] = -X * slope[:, None]
    return RowEffects(share, gradient)


def changed(
    X_from: FloatArray, X_to: FloatArray, coef: FloatArray, offset: FloatArray, family: str
) -> RowEffects:
    """Differences of predicted means when a category is put in place of another."""
    before = predicted(X_from, coef, offset, family)
    after = predicted(X_to, coef, offset, family)
    return RowEffects(after.value - before.value, after.gradient - before.gradient)


@pinned
def sloped(
    X: FloatArray, dX: FloatArray, coef: FloatArray, offset: FloatArray, family: str
) -> RowEffects:
    """Derivatives of predicted means in a numeric variable.

    Parameters
    ----------
    X, dX : ndarray, shape (n, k)
        Model matrix, and its derivative in the variable.
    coef, offset, family
        As in `predicted`.

    Returns
    -------
    RowEffects
    """
    eta = X @ coef + offset
    _mean, slope = link_mean(eta, family)
    along = dX @ coef
    bend = second_derivative(eta, family)
    return RowEffects(slope * along, dX * slope[:, None] + X * (bend * along)[:, None])


@pinned
def average(
    effects: RowEffects, w: FloatArray, influence: FloatArray, *, sampled: bool = True
) -> Average:
    """Average over a domain.

    Parameters
    ----------
    effects : RowEffects
        For all n rows.
    w : ndarray, shape (n,)
        Weights of the domain's members, 0 for other rows.
    influence : ndarray, shape (n, k)
        Linearised variables of the coefficients, without their weight, 0 outside the model.
    sampled : bool
        Count the sampling of the members' covariates; if false, they are taken as fixed.

    Returns
    -------
    Average

    References
    ----------
    Korn and Graubard (1999), *Analysis of Health Surveys*, 3.6 and 3.7.

    Examples
    --------
    >>> import numpy as np
    >>> rows = RowEffects(np.array([1.0, 3.0]), np.ones((2, 1)))
    >>> average(rows, np.array([1.0, 1.0]), np.zeros((2, 1))).estimate
    2.0
    """
    total = float(w.sum())
    estimate = float(w @ effects.value) / total
    u = influence @ (w @ effects.gradient / total)
    if sampled:
        u = u + np.where(w > 0, (effects.value - estimate) / total, 0.0)
    return Average(estimate, u)
