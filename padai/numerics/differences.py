"""Tests of differences: of no difference, and of one beyond a margin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from padai.numerics.designs import FloatArray
from padai.numerics.intervals import mean_interval, two_sided_p
from padai.numerics.multiplicity import bh, holm


@dataclass(frozen=True, eq=False)
class TestedDifferences:
    """Differences of estimates; arrays of shape (k,).

    Attributes
    ----------
    difference, std_error, df : ndarray
    conf_low, conf_high : ndarray
        ``difference ± t * std_error``.
    statistic, p_value : ndarray
        t and its two-sided p; NaN where the difference has no sampling error or df is 0 or less.
    """

    __test__ = False  # the name tells pytest to collect it

    difference: FloatArray
    std_error: FloatArray
    df: FloatArray
    conf_low: FloatArray
    conf_high: FloatArray
    statistic: FloatArray
    p_value: FloatArray


def tested(
    difference: FloatArray, variance: FloatArray, df: NDArray[np.float64], level: float
) -> TestedDifferences:
    """Test differences against none.

    Parameters
    ----------
    difference, variance, df : ndarray, shape (k,)
        The variance of the difference, covariance included.
    level
        Confidence level.

    Examples
    --------
    >>> test = tested(np.array([0.1]), np.array([0.0025]), np.array([100.0]), 0.95)
    >>> test.statistic.round(3), test.p_value.round(4)
    (array([2.]), array([0.0482]))
    """
    std_error = np.sqrt(np.maximum(variance, 0.0))
    low, high = mean_interval(difference, std_error, df, level)
    with np.errstate(divide="ignore", invalid="ignore"):
        statistic = np.where(std_error > 0, difference / std_error, np.nan)
    p = two_sided_p(statistic, df)
    return TestedDifferences(difference, std_error, df, low, high, statistic, p)


def equivalence_p(
    difference: FloatArray, std_error: FloatArray, df: FloatArray, margin: FloatArray
) -> FloatArray:
    """Return p-values of two one-sided t tests that a difference lies within a margin, (k,).

    Parameters
    ----------
    difference, std_error, df, margin : ndarray, shape (k,)
        `margin` in the unit of the difference; NaN where none was declared.

    References
    ----------
    Schuirmann, D. J. (1987). J. Pharmacokinetics and Biopharmaceutics 15, 657-680.

    Examples
    --------
    >>> equivalence_p(*(np.array([v]) for v in (0.0, 0.02, 1e9, 0.05))).round(4)
    array([0.0062])
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        nearest = (margin - np.abs(difference)) / std_error
    two = two_sided_p(nearest, df)
    return np.where(nearest > 0, two / 2, 1 - two / 2)


def adjusted_by(p: FloatArray, family: NDArray[np.intp], method: str) -> FloatArray:
    """Adjust p-values within families, shape (k,).

    Parameters
    ----------
    p : ndarray, shape (k,)
        NaN is no comparison: it stays, and is not counted.
    family : ndarray of int, shape (k,)
        Family of each p-value; -1 for none, whose p stays NaN.
    method
        ``"holm"``, ``"bh"`` or ``"none"``.
    """
    rules: dict[str, Callable[[FloatArray], FloatArray]] = {
        "holm": holm,
        "bh": bh,
        "none": np.copy,
    }
    adjust = rules[method]
    out = np.full(p.shape, np.nan)
    order = np.argsort(family, kind="stable")
    starts = np.flatnonzero(np.diff(family[order], prepend=np.intp(-2)))
    for members in np.split(order, starts[1:]):
        if len(members) and family[members[0]] >= 0:
            out[members] = adjust(p[members])
    return out


def sizes_by(p: FloatArray, family: NDArray[np.intp]) -> FloatArray:
    """Count the comparisons made in each row's family, shape (k,); NaN where it has none."""
    made = np.isfinite(p) & (family >= 0)
    counts = np.bincount(family[made], minlength=int(family.max(initial=-1)) + 1)
    return np.where(family >= 0, counts[np.maximum(family, 0)] if len(counts) else 0, np.nan)
