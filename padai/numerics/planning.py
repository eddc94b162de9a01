"""What a coming wave can show: the smallest change, the smallest margin, the interviews needed.

A share ``p`` asked of ``n`` respondents has variance ``v = deff p (1 - p) / n``; its change from a
wave to the next ``v1 + v2 - 2 r sqrt(v1 v2)``, r the correlation that shared respondents or psus
bring. More interviews in as many clusters raise deff, and what clusters share does not thin out.
Tests are on t, taken as shifted by the change over its standard error.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from padai.errors import DefinitionError
from padai.numerics.clusters import clustered_deff
from padai.numerics.designs import FloatArray
from padai.words import Said

Shared = Literal["correlation", "units", "people"]
HALVINGS = 60
"""Of the interval in which the smallest change lies: it is then exact to rounding."""
DOUBLINGS = 40
"""Of the interviews among which the smallest number that is enough is looked for."""
CLOSEST = 0.999
"""Correlation of two waves at most."""


@dataclass(frozen=True, eq=False)
class TwoWaves:
    """Two waves to be compared; arrays of one shape.

    Attributes
    ----------
    share : ndarray
        In the last wave; where nothing changes, in the next too.
    deff : ndarray
        Design effect of the last wave, and of a next one with as many respondents and clusters.
    n_last, n_next : ndarray
        Respondents.
    correlation : ndarray
        Of the estimates of the last wave and of a next one like it, 0 where the samples are
        independent.
    df : ndarray
        Degrees of freedom of the change; infinite for the normal distribution.
    icc, cluster_size : ndarray or float
        Intraclass correlation, and effective size of a cluster in the last wave.
    clusters : float
        Of the next wave, as a multiple of the last wave's.
    deff_df : ndarray or float
        Degrees of freedom with which the design effect was estimated: what few psus leave uncertain
        of it costs power on average. Infinite where it is known.
    shared : {"correlation", "units", "people"}
        What stays as the next wave grows: the correlation itself; the covariance, which shared
        psus bring; or the number of people who return. A smaller wave keeps the covariance.
    """

    share: FloatArray
    deff: FloatArray
    n_last: FloatArray
    n_next: FloatArray
    correlation: FloatArray
    df: FloatArray
    icc: FloatArray | float = 0.0
    cluster_size: FloatArray | float = 1.0
    clusters: float = 1.0
    deff_df: FloatArray | float = np.inf
    shared: Shared = "correlation"

    @property
    def deff_next(self) -> FloatArray:
        """Design effect of the next wave."""
        size = np.broadcast_to(np.asarray(self.cluster_size, float), self.deff.shape)
        icc = np.broadcast_to(np.asarray(self.icc, float), self.deff.shape)
        then = size * self.n_next / self.n_last / self.clusters
        return clustered_deff(self.deff, icc, size, then)

    @property
    def correlation_next(self) -> FloatArray:
        """Correlation of the last wave's estimate and of the next one's."""
        if self.shared == "correlation":
            return self.correlation
        with np.errstate(divide="ignore", invalid="ignore"):
            errors = np.sqrt(self.deff / self.n_last / (self.deff_next / self.n_next))
        thinned = np.asarray(1 / max(self.clusters, 1.0))
        if self.shared == "people":
            thinned = np.minimum(thinned, self.n_last / self.n_next)
        correlation: FloatArray = np.clip(self.correlation * errors * thinned, -CLOSEST, CLOSEST)
        return correlation

    @property
    def planned_df(self) -> FloatArray:
        """Degrees of freedom of the planned variance of the change.

        What more interviews take from a variance is known, what its psus leave uncertain stays: of
        a smaller variance it is the larger share.
        """
        same = replace(self, n_next=self.n_last).std_error()
        with np.errstate(divide="ignore", invalid="ignore"):
            kept = np.minimum(self.std_error() / same, 1.0)
        df: FloatArray = np.maximum(np.asarray(self.deff_df, float) * kept**4, 1.0)
        return df

    def std_error(self, change: FloatArray | float = 0.0) -> FloatArray:
        """Return the standard error of the change, were it to be this one."""
        after = self.share + change
        first = self.deff * self.share * (1 - self.share) / self.n_last
        second = self.deff_next * after * (1 - after) / self.n_next
        shared = 2 * self.correlation_next * np.sqrt(np.maximum(first * second, 0.0))
        error: FloatArray = np.sqrt(np.maximum(first + second - shared, 0.0))
        return error


def check_risks(alpha: float, power: float) -> None:
    """Refuse an alpha outside 0 to 0.5 and a power outside alpha to 1."""
    if not 0 < alpha < 0.5 or not alpha < power < 1:
        raise DefinitionError(
            Said(
                "numerics-level-and-power-make-no-plan-the-level",
                alpha=f"{1 - alpha:g}",
                power=power,
            ),
        )


def detection_power(asked: TwoWaves, change: FloatArray | float, alpha: float) -> FloatArray:
    """Return the chance that a two-sided test shows a change that is real.

    Examples
    --------
    >>> one = np.ones(1)
    >>> two = TwoWaves(0.5 * one, 1.5 * one, 2000 * one, 2000 * one, 0 * one, np.inf * one)
    >>> detection_power(two, 0.05, 0.05).round(3).tolist()
    [0.735]
    """
    critical = _quantile(1 - alpha / 2, asked.df)
    with np.errstate(divide="ignore", invalid="ignore"):
        shift = change / asked.std_error(change)
    power: FloatArray = _shown(asked, shift, critical) + _shown(asked, -shift, critical)
    return power


def _shown(asked: TwoWaves, shift: FloatArray, critical: FloatArray) -> FloatArray:
    """Return the chance that t exceeds a critical value, shifted by so many planned errors.

    A planned error is itself off: by a factor of mean ``1 - 1 / 4 df`` and variance ``1 / 2 df``,
    df those of `planned_df`.
    """
    planned = asked.planned_df
    apart = (shift * (1 - 1 / (4 * planned)) - critical) / np.sqrt(1 + shift**2 / (2 * planned))
    return _below(apart, asked.df)


def _shift_needed(asked: TwoWaves, critical: FloatArray, chance: FloatArray) -> FloatArray:
    """Return the shift that exceeds a critical value with the chance of a quantile, as `_shown`."""
    planned = asked.planned_df
    a, b = 1 - 1 / (4 * planned), chance**2 / (2 * planned)
    # (a c)^2 - (a^2 - b) (c^2 - z^2), which rounding would make negative at a power of one half.
    with np.errstate(invalid="ignore"):
        inside = np.sqrt(b * critical**2 + (a**2 - b) * chance**2)
    shift = (a * critical + np.sign(chance) * inside) / (a**2 - b)
    return np.where(a**2 > b, shift, np.nan)


def equivalence_power(asked: TwoWaves, margin: FloatArray | float, alpha: float) -> FloatArray:
    """Return the chance that two one-sided tests say "stable" where nothing changed."""
    critical = _quantile(1 - alpha, asked.df)
    with np.errstate(divide="ignore", invalid="ignore"):
        shift = margin / asked.std_error()
    power: FloatArray = np.maximum(2 * _shown(asked, shift, critical) - 1, 0.0)
    return power


def smallest_margin(asked: TwoWaves, power: float, alpha: float) -> FloatArray:
    """Return the smallest margin within which "stable" can be shown where nothing changed.

    Examples
    --------
    >>> one = np.ones(1)
    >>> two = TwoWaves(0.5 * one, 1.5 * one, 2000 * one, 2000 * one, 0 * one, np.inf * one)
    >>> (100 * smallest_margin(two, 0.8, 0.05)).round(1).tolist()
    [5.7]
    """
    margin: FloatArray = asked.std_error() * margin_factor(asked, power, alpha)
    return margin


def margin_factor(asked: TwoWaves, power: float, alpha: float) -> FloatArray:
    """Return the smallest margin in standard errors."""
    critical, chance = _quantile(1 - alpha, asked.df), _quantile((1 + power) / 2, asked.df)
    return _shift_needed(asked, critical, chance)


def smallest_change(asked: TwoWaves, power: float, alpha: float, sign: int) -> FloatArray:
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


def needed_for_change(asked: TwoWaves, change: float, power: float, alpha: float) -> FloatArray:
    """Return the respondents that the next wave needs to show a change (with its sign).

    NaN where no number is enough: the last wave alone is too small, or the share has no such room.
    """
    critical, chance = _quantile(1 - alpha / 2, asked.df), _quantile(power, asked.df)
    return _needed(asked, change, np.abs(change), critical, chance)


def needed_for_margin(
    asked: TwoWaves, margin: FloatArray | float, power: float, alpha: float
) -> FloatArray:
    """Return the respondents that the next wave needs to show "stable" within a margin."""
    critical, chance = _quantile(1 - alpha, asked.df), _quantile((1 + power) / 2, asked.df)
    return _needed(asked, 0.0, margin, critical, chance)


def _needed(
    asked: TwoWaves,
    change: float,
    size: FloatArray | float,
    critical: FloatArray,
    chance: FloatArray,
) -> FloatArray:
    """Return the fewest respondents at which a change or margin is as many errors as it must be."""
    after = asked.share + change

    def enough(n: FloatArray) -> np.ndarray:
        then = replace(asked, n_next=n)
        wanted = _shift_needed(then, critical, chance) * then.std_error(change)
        return np.asarray(wanted <= size * (1 + 1e-12))

    low, high = np.zeros(asked.share.shape), np.full(asked.share.shape, np.nan)
    for n in np.unique(np.round(2 ** np.arange(0, DOUBLINGS, 0.25))):
        here = np.full(asked.share.shape, n)
        first = np.isnan(high) & enough(here)
        high = np.where(first, here, high)
        low = np.where(np.isnan(high), here, low)
    for _ in range(DOUBLINGS):
        middle = np.ceil((low + high) / 2)
        met = enough(middle)
        done = high - low <= 1
        low, high = np.where(met | done, low, middle), np.where(met & ~done, middle, high)
    return np.where((after > 0) & (after < 1), high, np.nan)


def _quantile(level: float, df: FloatArray) -> FloatArray:
    from scipy import special

    finite = np.where(np.isfinite(df), df, 1.0)
    quantile: FloatArray = np.where(
        np.isfinite(df), special.stdtrit(finite, level), special.ndtri(level)
    )
    return np.where(df > 0, quantile, np.nan)


def _below(value: FloatArray, df: FloatArray) -> FloatArray:
    from scipy import special

    finite = np.where(np.isfinite(df) & (df > 0), df, 1.0)
    probability: FloatArray = np.where(
        np.isfinite(df), special.stdtr(finite, value), special.ndtr(value)
    )
    return np.where(df > 0, probability, np.nan)


def chance_under(minimum: int, n: int, share: FloatArray) -> FloatArray:
    """Return the chance that fewer than `minimum` of n interviews fall in a group.

    Examples
    --------
    >>> chance_under(1, 2, np.array([0.5])).tolist()
    [0.25]
    """
    from scipy import special

    probability: FloatArray = special.bdtr(min(minimum - 1, n), n, share)
    return probability
