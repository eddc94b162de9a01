"""What a coming wave can show: the smallest change, the smallest margin, the interviews needed.

A share ``p`` asked of ``n`` respondents has variance ``v = deff p (1 - p) / n``; its change from a
wave to the next ``v1 + v2 - 2 r sqrt(v1 v2)``, r the correlation that shared respondents bring.
Tests are on t, taken as shifted by the change over its standard error.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from padai.errors import DefinitionError
from padai.numerics.designs import FloatArray

HALVINGS = 60
"""Of the interval in which the smallest change lies: it is then exact to rounding."""


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two waves to be compared; arrays of one shape.

    Attributes
    ----------
    share : ndarray
        In the last wave; where nothing changes, in the next too.
    deff : ndarray
        Design effect of both waves.
    n_last, n_next : ndarray
        Respondents.
    correlation : ndarray
        Of the two waves' estimates, 0 where the samples are independent.
    df : ndarray
        Degrees of freedom of the change; infinite for the normal distribution.
    """

    share: FloatArray
    deff: FloatArray
    n_last: FloatArray
    n_next: FloatArray
    correlation: FloatArray
    df: FloatArray

    def std_error(self, change: FloatArray | float = 0.0) -> FloatArray:
        """Return the standard error of the change, were it to be this one."""
        after = self.share + change
        first = self.deff * self.share * (1 - self.share) / self.n_last
        second = self.deff * after * (1 - after) / self.n_next
        shared = 2 * self.correlation * np.sqrt(np.maximum(first * second, 0.0))
        found: FloatArray = np.sqrt(np.maximum(first + second - shared, 0.0))
        return found


def check_risks(alpha: float, power: float) -> None:
    """Refuse an alpha outside 0 to 0.5 and a power outside alpha to 1."""
    if not 0 < alpha < 0.5 or not alpha < power < 1:
        raise DefinitionError(
            f"alpha={alpha} and power={power} make no plan: alpha lies between 0 and 0.5 (usually "
            "0.05), power between alpha and 1 (usually 0.8)."
        )


def detection_power(asked: Comparison, change: FloatArray | float, alpha: float) -> FloatArray:
    """Return the chance that a two-sided test shows a change that is real.

    Examples
    --------
    >>> one = np.ones(1)
    >>> two = Comparison(0.5 * one, 1.5 * one, 2000 * one, 2000 * one, 0 * one, np.inf * one)
    >>> detection_power(two, 0.05, 0.05).round(3).tolist()
    [0.735]
    """
    critical = _quantile(1 - alpha / 2, asked.df)
    with np.errstate(divide="ignore", invalid="ignore"):
        shift = change / asked.std_error(change)
    found: FloatArray = _below(shift - critical, asked.df) + _below(-shift - critical, asked.df)
    return found


def equivalence_power(asked: Comparison, margin: FloatArray | float, alpha: float) -> FloatArray:
    """Return the chance that two one-sided tests say "stable" where nothing changed."""
    critical = _quantile(1 - alpha, asked.df)
    with np.errstate(divide="ignore", invalid="ignore"):
        room = margin / asked.std_error() - critical
    found: FloatArray = np.maximum(2 * _below(room, asked.df) - 1, 0.0)
    return found


def smallest_margin(asked: Comparison, power: float, alpha: float) -> FloatArray:
    """Return the smallest margin within which "stable" can be shown where nothing changed.

    Examples
    --------
    >>> one = np.ones(1)
    >>> two = Comparison(0.5 * one, 1.5 * one, 2000 * one, 2000 * one, 0 * one, np.inf * one)
    >>> (100 * smallest_margin(two, 0.8, 0.05)).round(1).tolist()
    [5.7]
    """
    found: FloatArray = asked.std_error() * margin_factor(asked.df, power, alpha)
    return found


def margin_factor(df: FloatArray, power: float, alpha: float) -> FloatArray:
    """Return the smallest margin in standard errors."""
    found: FloatArray = _quantile(1 - alpha, df) + _quantile((1 + power) / 2, df)
    return found


def smallest_change(asked: Comparison, power: float, alpha: float, sign: int) -> FloatArray:
    """Return the smallest rise (`sign` 1) or fall (-1) that is shown with that power.

    NaN where no change can be shown, the share being too near to its limit.
    """
    limit = 1 - asked.share if sign > 0 else asked.share
    low, high = np.zeros_like(limit), limit.copy()
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        shown = detection_power(asked, sign * middle, alpha) >= power
        low, high = np.where(shown, low, middle), np.where(shown, middle, high)
    reached = detection_power(asked, sign * high, alpha) >= power * (1 - 1e-9)
    return np.where(reached & (high < limit), high, np.nan)


def needed_for_change(asked: Comparison, change: float, power: float, alpha: float) -> FloatArray:
    """Return the respondents that the next wave needs to show a change (with its sign).

    NaN where no number is enough: the last wave alone is too small, or the share has no such room.
    """
    wanted = np.abs(change) / (_quantile(1 - alpha / 2, asked.df) + _quantile(power, asked.df))
    return _needed(asked, change, wanted)


def needed_for_margin(
    asked: Comparison, margin: FloatArray | float, power: float, alpha: float
) -> FloatArray:
    """Return the respondents that the next wave needs to show "stable" within a margin."""
    return _needed(asked, 0.0, margin / margin_factor(asked.df, power, alpha))


def _needed(asked: Comparison, change: float, std_error: FloatArray) -> FloatArray:
    """Solve ``v1 + v2 - 2 r sqrt(v1 v2) = std_error^2`` for the respondents behind v2."""
    after = asked.share + change
    first = np.sqrt(asked.deff * asked.share * (1 - asked.share) / asked.n_last)
    inside = (asked.correlation**2 - 1) * first**2 + std_error**2
    with np.errstate(invalid="ignore", divide="ignore"):
        error = asked.correlation * first + np.sqrt(inside)
        found = np.ceil(asked.deff * after * (1 - after) / error**2 - 1e-9)
    possible = (inside >= 0) & (error > 0) & (after > 0) & (after < 1)
    return np.where(possible, found, np.nan)


def _quantile(level: float, df: FloatArray) -> FloatArray:
    from scipy import special

    finite = np.where(np.isfinite(df), df, 1.0)
    found: FloatArray = np.where(
        np.isfinite(df), special.stdtrit(finite, level), special.ndtri(level)
    )
    return np.where(df > 0, found, np.nan)


def _below(value: FloatArray, df: FloatArray) -> FloatArray:
    from scipy import special

    finite = np.where(np.isfinite(df) & (df > 0), df, 1.0)
    found: FloatArray = np.where(np.isfinite(df), special.stdtr(finite, value), special.ndtr(value))
    return np.where(df > 0, found, np.nan)


def chance_under(minimum: int, n: int, share: FloatArray) -> FloatArray:
    """Return the chance that fewer than `minimum` of n interviews fall in a group.

    Examples
    --------
    >>> chance_under(1, 2, np.array([0.5])).tolist()
    [0.25]
    """
    from scipy import special

    found: FloatArray = special.bdtr(min(minimum - 1, n), n, share)
    return found
