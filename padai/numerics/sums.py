"""Sums that an engine makes of rows, exact on any engine, and rows that stand for what they sum.

Weights scaled to whole numbers of at most 31 bits add up to the same number in any order, on any
number of threads. A product of two such numbers has 62 bits: where the sum of all of them would
pass 63, each is cut in halves of 16 bits, and the sums of the products of halves are joined.

A measure (income, hours) has too many values to be a code. Of its values in a cell, variances of
totals, means and ratios need the sums of powers up to the second, weighted by w and by w squared:
a few values with weights that give the same sums stand for all of the cell's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from padai.numerics.designs import FloatArray
from padai.numerics.threads import pinned

#: Bits of the largest scaled weight, and of the largest sum.
WEIGHT_BITS, SUM_BITS = 31, 63
#: Most decimals of weights that are taken for decimal numbers.
DECIMALS = 9
#: Half of a weight, in bits.
HALF = 16
#: Binary digits by which rounding may hide that a weight is a decimal number.
_ULPS = 4 * np.finfo(np.float64).eps


@dataclass(frozen=True)
class Scaling:
    """How numbers become whole ones: ``floor(value * scale + 1/2)``.

    Attributes
    ----------
    scale : float
    largest : int
        The largest scaled value.
    rounding : float
        Largest distance between a value and its scaled one over the scale.
    """

    scale: float
    largest: int
    rounding: float


def scaling_of(largest: float, misses: Sequence[float]) -> Scaling:
    """Choose a scale: the fewest decimals that hold every value exactly, else as many bits as fit.

    Parameters
    ----------
    largest : float
        The largest value; none is negative.
    misses : sequence of float
        For 0, 1, 2... decimals, the largest distance of ``value * 10^k`` from a whole number.

    Examples
    --------
    >>> scaling_of(3.75, [0.5, 0.5, 0.0]).scale
    100.0
    >>> scaling_of(3.0, [1 / 3, 1 / 3]).scale == 2.0**29
    True
    """
    bound = 2.0**WEIGHT_BITS
    for decimals, miss in enumerate(misses):
        scale = 10.0**decimals
        if largest * scale + 1 < bound and miss <= _ULPS * max(largest * scale, 1.0):
            return Scaling(scale, int(np.floor(largest * scale + 0.5)), miss / scale)
    scale = 2.0 ** (WEIGHT_BITS - 1 - max(int(np.floor(np.log2(max(largest, 1e-300)))), -900))
    while largest * scale + 1 >= bound:
        scale /= 2
    return Scaling(scale, int(np.floor(largest * scale + 0.5)), 0.5 / scale)


def fits(rows: int, *factors: int) -> bool:
    """Whether the sum over rows of a product of numbers up to these fits in 63 bits.

    Examples
    --------
    >>> fits(1000, 2**20, 2**20), fits(10**8, 2**31, 2**31)
    (True, False)
    """
    product = max(rows, 1)
    for factor in factors:
        product *= max(factor, 1)
    result: bool = product < 2**SUM_BITS
    return result


def joined_halves(high: np.ndarray, middle: np.ndarray, low: np.ndarray) -> FloatArray:
    """Join sums of products of halves, ``high * 2^32 + middle * 2^16 + low``.

    Examples
    --------
    >>> a, b = 3 * 2**16 + 5, 7 * 2**16 + 11
    >>> int(joined_halves(*(np.array([v]) for v in (3 * 7, 3 * 11 + 5 * 7, 5 * 11)))[0]) == a * b
    True
    """
    wide = high.astype(np.float64) * 2.0 ** (2 * HALF)
    return wide + (middle.astype(np.float64) * 2.0**HALF + low.astype(np.float64))


@dataclass(frozen=True, eq=False)
class Powers:
    """Sums over a cell's respondents of the powers of one or two measures up to the second.

    Each array has the shape (cells, powers): 1, x, x^2 for one measure; 1, x, y, x^2, xy, y^2 for
    two.

    Attributes
    ----------
    first : ndarray
        Weighted by w.
    second : ndarray
        Weighted by w squared.
    """

    first: FloatArray
    second: FloatArray


@dataclass(frozen=True, eq=False)
class StandIns:
    """Values that stand for those of a cell's respondents; arrays of shape (cells, K).

    Attributes
    ----------
    values : tuple of ndarray
        One array a measure.
    weights : ndarray
        Sums of weights, positive where the cell has weight.
    squares : ndarray
        Sums of squared weights; one may be negative, their sums over a cell are not.
    counted : int
        Which of the K holds the cell's respondents.
    """

    values: tuple[FloatArray, ...]
    weights: FloatArray
    squares: FloatArray
    counted: int


def stand_ins(powers: Powers) -> StandIns:
    """Return values and weights with the same sums of powers as a cell's respondents.

    Three of one measure, six of two: at fixed places once the measures are standardised, so that
    the weights solve a linear system that is the same for all cells.

    Examples
    --------
    >>> y, w = np.array([1.0, 2.0, 6.0]), np.array([1.0, 2.0, 1.0])
    >>> sums = [np.stack([(w**k * y**p).sum() for p in (0, 1, 2)])[None] for k in (1, 2)]
    >>> few = stand_ins(Powers(*sums))
    >>> [round(float((few.weights * few.values[0]**p).sum()), 9) for p in (0, 1, 2)]
    [4.0, 11.0, 45.0]
    >>> [round(float((few.squares * few.values[0]**p).sum()), 9) for p in (0, 1, 2)]
    [6.0, 15.0, 53.0]
    """
    return _one(powers) if powers.first.shape[1] == 3 else _two(powers)


_ONE = np.sqrt(1.5) * np.array([0.0, -1.0, 1.0])
_TWO = 2.0 * np.array([[0, 0], [1, 0], [-1, 0], [0, 1], [0, -1], [1, 1]], dtype=np.float64)
#: Correlation that two standardised measures are given, so that all six weights are positive.
_TURN = 0.25


@pinned
def _one(powers: Powers) -> StandIns:
    total, mean = powers.first[:, 0], _over(powers.first[:, 1], powers.first[:, 0])
    spread = _spread(_over(powers.first[:, 2], total) - mean**2, _over(powers.first[:, 2], total))
    zero, one, two = powers.second.T
    one, two = one - mean * zero, two - 2 * mean * one + mean**2 * zero
    moments = np.stack([zero, _over(one, spread), _over(two, spread**2)], axis=1)
    system = np.linalg.inv(np.stack([_ONE**0, _ONE, _ONE**2]))
    values = mean[:, None] + spread[:, None] * _ONE
    weights = total[:, None] * (system @ np.array([1.0, 0.0, 1.0]))
    return StandIns((values,), weights, moments @ system.T, 0)


@pinned
def _two(powers: Powers) -> StandIns:
    total = powers.first[:, 0]
    mean_x, mean_y = (_over(powers.first[:, k], total) for k in (1, 2))
    size = [_over(powers.first[:, k], total) for k in (3, 5)]
    sd_x = _spread(size[0] - mean_x**2, size[0])
    slope = _over(_over(powers.first[:, 4], total) - mean_x * mean_y, sd_x**2)
    rest = size[1] - mean_y**2 - slope**2 * sd_x**2
    sd_rest = _spread(rest, size[1])
    zero, x, y, xx, xy, yy = powers.second.T
    xx, yy = (xx - 2 * mean_x * x + mean_x**2 * zero, yy - 2 * mean_y * y + mean_y**2 * zero)
    xy = xy - mean_x * y - mean_y * x + mean_x * mean_y * zero
    x, y = x - mean_x * zero, y - mean_y * zero
    # The rest of y once x is taken out of it, then both standardised and turned.
    yy, xy, y = yy - 2 * slope * xy + slope**2 * xx, xy - slope * xx, y - slope * x
    x, xx = _over(x, sd_x), _over(xx, sd_x**2)
    y, xy, yy = _over(y, sd_rest), _over(xy, sd_x * sd_rest), _over(yy, sd_rest**2)
    keep = np.sqrt(1 - _TURN**2)
    turned = (_TURN * x + keep * y, _TURN * xx + keep * xy)
    tt = _TURN**2 * xx + 2 * _TURN * keep * xy + keep**2 * yy
    moments = np.stack([zero, x, turned[0], xx, turned[1], tt], axis=1)
    u, t = _TWO.T
    system = np.linalg.inv(np.stack([u**0, u, t, u**2, u * t, t**2]))
    weights = total[:, None] * (system @ np.array([1.0, 0.0, 0.0, 1.0, _TURN, 1.0]))
    first = mean_x[:, None] + sd_x[:, None] * u
    other = sd_rest[:, None] * (t - _TURN * u) / keep
    second = mean_y[:, None] + slope[:, None] * (first - mean_x[:, None]) + other
    return StandIns((first, second), weights, moments @ system.T, 0)


def _over(top: FloatArray, bottom: FloatArray) -> FloatArray:
    return np.where(bottom != 0, top, 0.0) / np.where(bottom != 0, bottom, 1.0)


def _spread(variance: FloatArray, size: FloatArray) -> FloatArray:
    """Return a standard deviation; 0 where the variance is the rounding error of zero."""
    return np.sqrt(np.where(variance > 1e-13 * size, variance, 0.0))
