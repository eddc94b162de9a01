"""Units drawn with unequal probabilities, without replacement: what a variance is made of.

With p the inclusion probabilities and p_ij those of pairs, the Horvitz-Thompson variance of a total
of ``z = w * u`` is ``sum_ij D_ij T_i T_j``, ``D_ij = (p_ij - p_i p_j) / p_ij`` and D_ii = 1 - p_i.
The form of Yates, Grundy and Sen, for samples of fixed size, is ``-1/2 sum_ij D_ij (T_i - T_j)^2``.
Joint probabilities are seldom known; the approximations need those of single units.
"""

from __future__ import annotations

from typing import Literal

import numpy as np

from padai.numerics.designs import CENSUS, FloatArray, IntArray
from padai.numerics.unit_forms import StratumForm, centred_form

Variance = Literal["HT", "YG"]


def brewer_form(
    unit: IntArray,
    stratum: IntArray,
    probability: FloatArray,
    carried: FloatArray | None = None,
) -> StratumForm:
    """Return Brewer's variance: ``sum (1 - p_i) n / (n - 1) (T_i - mean T)^2`` in each stratum.

    Parameters
    ----------
    unit : ndarray of int, shape (n,)
        Unit of each row.
    stratum : ndarray of int, shape (P,)
        Stratum of each unit.
    probability : ndarray, shape (P,)
        Inclusion probability of each unit within its stratum.
    carried : ndarray, shape (P,), optional
        Product of the probabilities of the stages before.

    References
    ----------
    Brewer, K. R. W. (2002). *Combined Survey Sampling Inference*. Arnold, chapter 9.
    R: ``svydesign(pps="brewer")``.

    Examples
    --------
    >>> each, once = np.arange(2), np.zeros(2, dtype=int)
    >>> form = brewer_form(each, once, np.array([0.5, 0.25]))
    >>> form.variance(np.array([[4.0], [2.0]])).tolist()  # 2 (0.5 * 1 + 0.75 * 1)
    [2.5]
    """
    sampled = np.bincount(stratum).astype(np.float64)
    size = sampled[stratum]
    scale = np.where(size > 1, size / np.maximum(size - 1, 1), 1.0)
    free = np.where(1 - probability < CENSUS, 0.0, 1 - probability)
    factor = free * scale * (1.0 if carried is None else carried)
    return centred_form(unit, stratum, factor, sampled)


def overton_check(stratum: IntArray, probability: FloatArray) -> FloatArray:
    """Return D under Overton's approximation of joint probabilities, shape (P, P).

    ``p_ij = p_i p_j (n - 1) / (n - (p_i + p_j) / 2)`` within a stratum; strata are independent.

    References
    ----------
    Overton, W. S. (1985). A sampling plan for streams in the National Stream Survey. Technical
    report 114, Oregon State University. R: ``svydesign(pps="overton")``.

    Examples
    --------
    >>> overton_check(np.zeros(2, dtype=int), np.array([0.5, 0.5])).tolist()
    [[0.5, -0.5], [-0.5, 0.5]]
    """
    middle = (probability[:, None] + probability[None, :]) / 2
    return _approximate(stratum, probability, middle)


def hartley_rao_check(
    stratum: IntArray, probability: FloatArray, mean_square: FloatArray | None = None
) -> FloatArray:
    """Return D under the approximation of Hartley and Rao, cut after its second term, (P, P).

    ``p_ij = p_i p_j (n - 1) / (n - p_i - p_j + sum p^2 / n)``, the sum over the population.

    Parameters
    ----------
    stratum : ndarray of int, shape (P,)
    probability : ndarray, shape (P,)
    mean_square : ndarray, shape (H,), optional
        ``sum p^2 / n`` over each stratum's population; None: estimated by the sample's mean of p.

    References
    ----------
    Hartley, H. O., Rao, J. N. K. (1962). Sampling with unequal probabilities and without
    replacement. *Annals of Mathematical Statistics* 33. R: ``svydesign(pps=HR())``.

    Examples
    --------
    >>> p = np.array([0.5, 0.5])
    >>> hartley_rao_check(np.zeros(2, dtype=int), p, np.array([0.5])).tolist()
    [[0.5, -0.5], [-0.5, 0.5]]
    """
    if mean_square is None:
        mean_square = np.bincount(stratum, probability) / np.bincount(stratum)
    both = probability[:, None] + probability[None, :]
    return _approximate(stratum, probability, both - mean_square[stratum][:, None])


def _approximate(stratum: IntArray, probability: FloatArray, less: FloatArray) -> FloatArray:
    """Return ``1 - (n - less_ij) / (n - 1)`` within strata; nothing between certain units."""
    n = np.bincount(stratum)[stratum].astype(np.float64)[:, None]
    check = 1 - (n - less) / np.maximum(n - 1, 1)
    certain = 1 - probability < CENSUS
    apart = stratum[:, None] != stratum[None, :]
    check[apart | (certain[:, None] & certain[None, :])] = 0.0
    np.fill_diagonal(check, 1 - probability)
    return check


def joint_check(joint: FloatArray, tolerance: float = 0.0) -> FloatArray:
    """Return D from joint probabilities, those of single units on the diagonal, shape (P, P).

    Parameters
    ----------
    joint : ndarray, shape (P, P)
        All above zero.
    tolerance
        Entries smaller than this are taken as zero; R's ``ppsmat`` has 1e-4.

    References
    ----------
    Särndal, Swensson, Wretman (1992), section 2.8. R: ``ppsmat``.

    Examples
    --------
    >>> joint_check(np.array([[0.5, 0.2], [0.2, 0.5]])).round(10).tolist()
    [[0.5, -0.25], [-0.25, 0.5]]
    """
    single = np.diag(joint)
    check: FloatArray = (joint - np.outer(single, single)) / joint
    np.fill_diagonal(check, 1 - single)
    return np.where(np.abs(check) < tolerance, 0.0, check)


def pairs_too_often(joint: FloatArray) -> tuple[int, int]:
    """Return how many pairs are drawn together more often than apart, and how many there are.

    Fixed-size designs in use have ``p_ij <= p_i p_j``: otherwise the form of Yates, Grundy and Sen
    may be negative. A millionth of the product is rounding.

    Parameters
    ----------
    joint : ndarray, shape (P, P)

    Examples
    --------
    >>> pairs_too_often(np.array([[0.5, 0.3], [0.3, 0.5]]))
    (1, 1)
    """
    single = np.diag(joint)
    more = joint > np.outer(single, single) * (1 + 1e-6)
    first, second = np.triu_indices(len(joint), 1)
    return int(more[first, second].sum()), len(first)


def yates_grundy(check: FloatArray) -> FloatArray:
    """Return the matrix of ``-1/2 sum_ij D_ij (T_i - T_j)^2`` from D, shape (P, P).

    Examples
    --------
    >>> yates_grundy(np.array([[0.5, -0.25], [-0.25, 0.5]])).tolist()
    [[0.25, -0.25], [-0.25, 0.25]]
    """
    return check - np.diag(check.sum(axis=0))
