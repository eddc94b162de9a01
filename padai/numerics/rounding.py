"""Numbers as they are printed: rounded once, so that every place shows the same digits."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Decimal

import numpy as np
from numpy.typing import NDArray

_FIGURES = 12
"""Significant figures that count: what is behind them is a tail of binary arithmetic."""
_NEAR_HALF = 1e-6
LEAST_P = 0.001
"""A p-value under this is printed as being under it."""
_LEVEL = 0.05


def round_half_even(
    values: NDArray[np.float64], digits: NDArray[np.int64] | int
) -> NDArray[np.float64]:
    """Round decimal numbers as they are read, halves to the even digit.

    Parameters
    ----------
    values
        Shape (rows,); NaN stays NaN.
    digits
        Decimals kept, of all rows or of each, shape (rows,).

    Returns
    -------
    numpy.ndarray
        Shape (rows,): the doubles nearest to the rounded decimals.

    Notes
    -----
    A number is taken at its twelve first significant figures: 0.4345 is 0.43450000000000000177 in
    binary, and a half all the same.

    References
    ----------
    IEEE 754-2019, 4.3.1, roundTiesToEven, applied to the decimal text of the number.

    Examples
    --------
    >>> round_half_even(np.array([0.4345, 0.4355, 2.0 / 3.0]), 3).tolist()
    [0.434, 0.436, 0.667]
    """
    numbers = np.asarray(values, dtype=np.float64)
    kept = np.broadcast_to(np.asarray(digits, dtype=np.int64), numbers.shape)
    out = np.full(numbers.shape, np.nan)
    for count in np.unique(kept):
        mine = (kept == count) & np.isfinite(numbers)
        scale = 10.0 ** float(count)
        moved = numbers[mine] * scale
        whole = np.rint(moved)
        doubtful = np.abs(np.abs(moved - np.floor(moved)) - 0.5) < _NEAR_HALF * np.maximum(
            1.0, np.abs(moved)
        )
        rounded = whole / scale if count >= 0 else whole * 10.0 ** -float(count)
        rounded[doubtful] = [_decimal(v, int(count)) for v in numbers[mine][doubtful]]
        out[mine] = rounded + 0.0  # no minus zero
    return out


def _decimal(value: float, digits: int) -> float:
    step = Decimal(1).scaleb(-digits)
    return float(Decimal(f"{value:.{_FIGURES}g}").quantize(step, ROUND_HALF_EVEN))


def to_multiple(values: NDArray[np.float64], step: int) -> NDArray[np.float64]:
    """Round to the nearest multiple of a whole number, halves to the even multiple.

    Examples
    --------
    >>> to_multiple(np.array([62.0, 63.0, np.nan]), 5).tolist()
    [60.0, 65.0, nan]
    """
    return round_half_even(np.asarray(values, dtype=np.float64) / step, 0) * step


def significant(values: NDArray[np.float64], figures: int) -> NDArray[np.float64]:
    """Round to a number of significant figures.

    Examples
    --------
    >>> significant(np.array([1234567.0, -0.012345, 0.0]), 3).tolist()
    [1230000.0, -0.0123, 0.0]
    """
    numbers = np.asarray(values, dtype=np.float64)
    sizes = np.where(np.isfinite(numbers) & (numbers != 0), np.abs(numbers), 1.0)
    digits = figures - 1 - np.floor(np.log10(sizes)).astype(np.int64)
    return round_half_even(numbers, digits)


def decimals_of(numbers: Iterable[float]) -> int:
    """Return the most decimals that numbers are written with.

    Examples
    --------
    >>> decimals_of([0.0, 33.3, 66.67]), decimals_of([1.0, 20.0]), decimals_of([])
    (2, 0, 0)
    """
    places = (-int(Decimal(repr(float(x))).normalize().as_tuple().exponent) for x in numbers)
    return max(0, *places, 0)


def printed_p(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Round p-values to three decimals; one under 0.001 becomes 0, which says so.

    What is printed stays on its side of 5%: 0.0497 is printed as 0.049, so that no page can read a
    verdict otherwise than it was made.

    Examples
    --------
    >>> printed_p(np.array([0.0497, 0.0503, 0.0009, 0.00101])).tolist()
    [0.049, 0.05, 0.0, 0.001]
    """
    numbers = np.asarray(values, dtype=np.float64)
    kept = round_half_even(numbers, 3)
    kept = np.where((numbers < _LEVEL) & (kept >= _LEVEL), _LEVEL - 0.001, kept)
    return np.where(numbers < LEAST_P, 0.0, kept)


def p_of_error(p: NDArray[np.float64], wider: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return two-sided p-values as they would be with standard errors so many times as wide.

    Parameters
    ----------
    p
        Shape (k,); NaN stays.
    wider
        The new standard error over the old one, shape (k,).

    Returns
    -------
    ndarray, shape (k,)
        By the normal distribution; each stays on its side of 5%.

    Examples
    --------
    >>> p_of_error(np.array([0.1, 0.049, 0.5]), np.array([1.0, 1.1, 1.02])).round(4).tolist()
    [0.1, 0.05, 0.5084]
    """
    from scipy.special import ndtr, ndtri

    p_wider = 2.0 * ndtr(ndtri(np.asarray(p, dtype=np.float64) / 2.0) / wider)
    under = np.nextafter(_LEVEL, 0.0)
    return np.asarray(np.where(p < _LEVEL, np.minimum(p_wider, under), np.maximum(p_wider, _LEVEL)))
