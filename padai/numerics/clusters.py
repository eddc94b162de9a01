"""Respondents who come in clusters: how many, how alike, and what more of them in each would give.

A design effect is that of the weights times ``1 + (b - 1) rho``, b the effective size of a cluster
and rho the intraclass correlation: more interviews in as many clusters raise it.
"""

from __future__ import annotations

import numpy as np

from padai.numerics.designs import BoolArray, FloatArray, IntArray
from padai.numerics.variance import sums_by

ALONE = 1e-9
"""A mean cluster size within this of 1 is that of respondents drawn one by one."""


def cluster_sizes(
    weights: FloatArray, psu: IntArray, member: BoolArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return the effective cluster size, the weights' design effect and the clusters of domains.

    Parameters
    ----------
    weights : ndarray, shape (n,)
    psu : ndarray of int, shape (n,)
        Codes from 0.
    member : ndarray of bool, shape (n, k)

    Returns
    -------
    size : ndarray, shape (k,)
        ``sum_c (sum_i w)^2 / sum w^2``; NaN where a domain is empty.
    kish : ndarray, shape (k,)
        ``n sum w^2 / (sum w)^2``.
    clusters : ndarray, shape (k,)
        Those that hold a member.

    References
    ----------
    Gabler, Häder and Lahiri (1999), *Survey Methodology* 25, 105-106.

    Examples
    --------
    >>> sizes = cluster_sizes(np.ones(6), np.array([0, 0, 0, 1, 1, 1]), np.ones((6, 1), bool))
    >>> [values.tolist() for values in sizes]
    [[3.0], [1.0], [2.0]]
    """
    inside = member.astype(np.float64)
    own = inside * weights[:, None]
    count = int(psu.max(initial=-1)) + 1
    squares, total = (own**2).sum(axis=0), own.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        size = (sums_by(psu, own, count) ** 2).sum(axis=0) / squares
        kish = inside.sum(axis=0) * squares / total**2
    clusters = (sums_by(psu, inside, count) > 0).sum(axis=0).astype(np.float64)
    return size, kish, clusters


def intraclass_correlation(deff: FloatArray, kish: FloatArray, size: FloatArray) -> FloatArray:
    """Return the intraclass correlation behind a design effect, 0 to 1.

    0 where respondents come one by one, and where the sample is no worse than its weights make it.

    Examples
    --------
    >>> intraclass_correlation(np.array([2.0]), np.array([1.0]), np.array([11.0])).tolist()
    [0.1]
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        icc = (deff / kish - 1) / (size - 1)
    return np.where(size > 1 + ALONE, np.clip(icc, 0.0, 1.0), 0.0)


def clustered_deff(
    deff: FloatArray, icc: FloatArray, size: FloatArray, then: FloatArray
) -> FloatArray:
    """Return the design effect once clusters of one size have another.

    Parameters
    ----------
    deff, icc, size : ndarray
        Of the sample at hand.
    then : ndarray
        Effective cluster size then; under 1 it counts as 1. Clusters of the same size need no
        `icc`, which may be NaN where it is not known.

    Examples
    --------
    >>> one = np.ones(1)
    >>> clustered_deff(1.9 * one, 0.1 * one, 10 * one, 20 * one).round(12).tolist()
    [2.9]
    """
    projected = deff * (1 + (np.maximum(then, 1.0) - 1) * icc) / (1 + (size - 1) * icc)
    return np.where(then == size, deff, projected)
