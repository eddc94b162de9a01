"""Adjustment of weights for those who did not respond."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from padai.errors import EstimationError, WeightingError
from padai.numerics.regression import fit_glm
from padai.numerics.threads import pinned
from padai.words import Said

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.intp]
BoolArray = NDArray[np.bool_]
_DIGITS = 12
"""Of a propensity: rows of one make-up may differ in those beyond, by where they stand."""
_ROUNDING = 1e-9
"""Of a class: the middle of a weight that stands at an edge belongs above it."""


def cell_factors(
    weights: FloatArray, responded: BoolArray, cells: IntArray, labels: tuple[str, ...]
) -> FloatArray:
    """Return the inverse of each cell's weighted response rate, shape (n,).

    Parameters
    ----------
    weights : ndarray, shape (n,)
        Design weights of all who were sampled.
    responded : ndarray of bool, shape (n,)
    cells : ndarray of int, shape (n,)
    labels : tuple of str
        Names of the cells, for messages.

    Raises
    ------
    WeightingError
        A cell has nobody who responded.

    References
    ----------
    Little, R. (1986). Survey nonresponse adjustments. *International Statistical Review* 54.

    Examples
    --------
    >>> cell_factors(np.ones(3), np.array([True, False, True]), np.array([0, 0, 1]), ("a", "b"))
    array([2., 2., 1.])
    """
    every = np.bincount(cells, weights, len(labels))
    answered = np.bincount(cells, weights * responded, len(labels))
    empty = np.flatnonzero((answered <= 0) & (every > 0))
    if len(empty):
        raise WeightingError(
            Said(
                "numerics-cell-nobody-responded-such-cells-merge",
                labels=labels[int(empty[0])],
                count_empty=len(empty),
            )
        )
    factors: FloatArray = (every / np.where(answered > 0, answered, 1.0))[cells]
    return factors


@pinned
def response_propensities(
    weights: FloatArray, responded: BoolArray, X: FloatArray, names: tuple[str, ...]
) -> FloatArray:
    """Return the probability of response by a weighted logit, shape (n,).

    Parameters
    ----------
    weights : ndarray, shape (n,)
        Design weights; rows of weight zero (of a replicate) do not enter the fit.
    responded : ndarray of bool, shape (n,)
    X : ndarray, shape (n, k)
        Model matrix, with an intercept.
    names : tuple of str
        Names of its columns.

    Raises
    ------
    WeightingError
        The model cannot be fitted: columns that depend on each other, or that separate those who
        responded from the others.

    References
    ----------
    Rosenbaum, P. and Rubin, D. (1983). The central role of the propensity score. *Biometrika* 70.
    """
    used = weights > 0
    try:
        fit = fit_glm(
            X[used], responded[used].astype(float), weights[used], "binomial", names=names
        )
    except EstimationError as error:
        raise WeightingError(
            Said("numerics-the-response-model-cannot-be-fitted", error=error)
        ) from None
    return 1 / (1 + np.exp(-(X @ fit.coef)))


def propensity_classes(propensities: FloatArray, weights: FloatArray, count: int) -> IntArray:
    """Return the weighted quantile class of each propensity, 0 to count-1, shape (n,).

    Rows of equal propensity share a class: that of the middle of their weight, whatever their
    order.

    Examples
    --------
    >>> propensity_classes(np.array([0.5, 0.2, 0.5]), np.array([1.0, 3.0, 4.0]), 2).tolist()
    [1, 0, 1]
    """
    level, inverse = np.unique(np.round(propensities, _DIGITS), return_inverse=True)
    weight = np.bincount(inverse, weights, len(level))
    middle = (np.cumsum(weight) - weight / 2) / weight.sum()
    place: IntArray = np.minimum((middle * count + _ROUNDING).astype(np.intp), count - 1)
    return place[inverse]
