"""What would have to be true for the finding on a change to be false.

A change is *shown* where the p-value of no difference, adjusted within its family, is under 5% and
both samples can carry a verdict. Each function here asks how large a fault of the data would have
to be for that to turn over.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from padai.numerics.designs import BoolArray, FloatArray
from padai.numerics.intervals import t_quantiles

SIGNIFICANCE = 0.05
LEAST_EXPECTED = 5.0
"""Effective respondents on the rarer side under which no change is shown."""
_STEPS = 400
"""Into how many pieces an interval is cut when a turn is looked for."""
_ROUNDS = 6
"""How often the piece that holds the turn is cut again: to 400**-6 of the interval."""


@dataclass(frozen=True)
class WaveShare:
    """A share in one wave: the share, its variance, its base and its effective size."""

    share: float
    variance: float
    n: float
    n_eff: float


@dataclass(frozen=True)
class ShareChange:
    """A change of a share between two waves.

    Attributes
    ----------
    later, earlier
        The two shares.
    covariance
        Of the two.
    offset, extra
        What a bridge subtracts from the change, and the variance that it adds; 0 without one.
    df
        Degrees of freedom of the change.
    critical_p
        The unadjusted p-value under which the change is shown, its family's others held.
    minimum_base
        The base under which no change is shown.
    """

    later: WaveShare
    earlier: WaveShare
    covariance: float
    offset: float
    extra: float
    df: float
    critical_p: float
    minimum_base: float

    @property
    def difference(self) -> float:
        """Later minus earlier, less the offset."""
        return self.later.share - self.earlier.share - self.offset

    @property
    def std_error(self) -> float:
        """Of the difference."""
        variance = self.later.variance + self.earlier.variance - 2 * self.covariance + self.extra
        return float(np.sqrt(max(variance, 0.0)))

    @property
    def least(self) -> float:
        """The smallest size of a difference that is shown, at this standard error."""
        return critical_t(self.critical_p, self.df) * self.std_error

    @property
    def shown(self) -> bool:
        """Whether the change is shown as it stands."""
        far, enough = _judged(self, *self._now)
        return bool(far & enough)

    @property
    def enough(self) -> bool:
        """Whether both samples can carry a verdict."""
        return bool(_judged(self, *self._now)[1])

    @property
    def _now(self) -> tuple[FloatArray, ...]:
        later = self.later
        return tuple(np.array(v) for v in (later.share, later.variance, later.n, later.n_eff))

    @property
    def turned(self) -> ShareChange:
        """The same change told the other way round: earlier minus later."""
        return replace(self, later=self.earlier, earlier=self.later, offset=-self.offset)


def critical_t(p: float, df: float) -> float:
    """Return the t at which a two-sided p-value is `p`.

    Examples
    --------
    >>> round(critical_t(0.05, float("inf")), 3)
    1.96
    """
    return float(t_quantiles(np.array([df]), 1 - p)[0])


def critical_p(others: Sequence[float] | FloatArray, adjust: str) -> float:
    """Return the p-value under which one comparison is shown while its family's others are held.

    Parameters
    ----------
    others : array_like, shape (m - 1,)
        Unadjusted p-values of the rest of the family; a missing one (NaN) is no comparison.
    adjust
        ``"holm"``, ``"bh"`` or ``"none"``.

    Notes
    -----
    Of the others, k are rejected before this one can stop the procedure: Holm then asks for
    5% / (m - k); Benjamini-Hochberg for 5% (k + 1) / m, k the most of them that would stand beside
    it.

    Examples
    --------
    >>> round(critical_p([0.001, 0.6, 0.7], "holm"), 5)
    0.01667
    """
    p = np.sort(np.asarray(others, dtype=np.float64))
    p = p[~np.isnan(p)]
    m = len(p) + 1
    place = np.arange(1, m)
    if adjust == "holm":
        kept = np.flatnonzero(~(p * (m - place + 1) < SIGNIFICANCE))
        rejected = int(kept[0]) if len(kept) else len(p)
        return SIGNIFICANCE / (m - rejected)
    if adjust == "bh":
        beside = np.flatnonzero(p <= SIGNIFICANCE * (place + 1) / m)
        return SIGNIFICANCE * (int(beside[-1]) + 2 if len(beside) else 1) / m
    return SIGNIFICANCE


# --- false answers -------------------------------------------------------------------------------


def without_false(side: WaveShare, share: FloatArray, favourable: float) -> tuple[FloatArray, ...]:
    """Take false answers out of a wave.

    Parameters
    ----------
    side
        The share as observed.
    share : ndarray, shape (k,)
        Which part of the answers is false, by weight.
    favourable
        Which part of the false answers gave the response: 1, 0, or in between.

    Returns
    -------
    share, variance, n, n_eff : ndarray, each of shape (k,)
        Of what is left: ``(p - e a) / (1 - e)`` of ``n (1 - e)`` answers, the design effect held.
    """
    left = 1 - share
    p = (side.share - share * favourable) / left
    spread = side.share * (1 - side.share)
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = side.variance * (p * (1 - p) / spread) / left
    return p, variance, side.n * left, side.n_eff * left


def false_answers(change: ShareChange, favourable: float) -> float:
    """Return the share of false answers in the later wave that turns the finding over.

    A change that is shown is then shown no more; one that is not shown would be.

    Parameters
    ----------
    change
        The change; its :attr:`ShareChange.turned` asks the same of the earlier wave.
    favourable
        As in :func:`without_false`.

    Returns
    -------
    float
        The smallest such share; NaN where none turns it.

    Examples
    --------
    >>> side = lambda p, n: WaveShare(p, p * (1 - p) / n, n, n)
    >>> change = ShareChange(side(0.5, 2000), side(0.4, 2000), 0.0, 0.0, 0.0, 3998.0, 0.05, 30.0)
    >>> round(false_answers(change, 1.0), 4)
    0.1204
    """
    p = change.later.share
    ends = [1.0]
    if favourable > 0:
        ends.append(p / favourable)
    if favourable < 1:
        ends.append((1 - p) / (1 - favourable))
    was = change.shown

    def turned(share: FloatArray) -> BoolArray:
        left = without_false(change.later, share, favourable)
        far, enough = _judged(change, *left)
        return ~far if was else far & enough

    return _first(turned, 0.0, min(ends))


def _judged(
    change: ShareChange, p: FloatArray, variance: FloatArray, n: FloatArray, n_eff: FloatArray
) -> tuple[BoolArray, BoolArray]:
    """Whether a change is far enough from none, and both samples can carry a verdict, each (k,).

    The arrays are other figures of its later wave.
    """
    earlier = change.earlier
    with np.errstate(divide="ignore", invalid="ignore"):
        shared = change.covariance * np.sqrt(variance / change.later.variance)
    shared = np.where(np.isfinite(shared), shared, 0.0)
    whole = np.maximum(variance + earlier.variance - 2 * shared + change.extra, 0.0)
    difference = p - earlier.share - change.offset
    limit = critical_t(change.critical_p, change.df) * np.sqrt(whole)
    enough = (n >= change.minimum_base) & (n_eff * np.minimum(p, 1 - p) >= LEAST_EXPECTED)
    rarer = earlier.n_eff * min(earlier.share, 1 - earlier.share)
    enough &= (earlier.n >= change.minimum_base) & bool(rarer >= LEAST_EXPECTED)
    return np.asarray((whole > 0) & (np.abs(difference) > limit)), np.asarray(enough)


def _first(
    holds: Callable[[FloatArray], BoolArray], low: float, high: float, *, end: bool = False
) -> float:
    """Return the smallest value of an interval where something holds; `end`: its upper end too."""
    for cut in range(_ROUNDS):
        grid = np.linspace(low, high, _STEPS + 1)
        places = np.flatnonzero(holds(grid if end or cut else grid[:-1]))
        if not len(places):
            return float("nan")
        place = int(places[0])
        if place == 0:
            return float(grid[0])
        low, high = float(grid[place - 1]), float(grid[place])
    return high


# --- selection -----------------------------------------------------------------------------------


def selected_share(change: ShareChange) -> float:
    """Return the share of the later wave's population at which the finding turns over.

    The other wave is taken as exact, and the standard error as it is. NaN where that share is none
    (under 0 or over 1).

    Examples
    --------
    >>> side = lambda p, n: WaveShare(p, p * (1 - p) / n, n, n)
    >>> change = ShareChange(side(0.5, 2000), side(0.4, 2000), 0.0, 0.0, 0.0, 3998.0, 0.05, 30.0)
    >>> round(selected_share(change), 4)
    0.4307
    """
    sign = 1.0 if change.difference >= 0 else -1.0
    share = change.earlier.share + change.offset + sign * change.least
    return share if 0 < share < 1 else float("nan")


def meng_factor(fraction: float, cv_squared: float) -> float:
    """Return what turns a correlation of weighted inclusion into an error, in standard deviations.

    ``sqrt((1 - f + CV_w^2) / f)``: `fraction` is the base over its population, `cv_squared` the
    squared coefficient of variation of the weights (divisor n).

    References
    ----------
    Meng, X.-L. (2018). Statistical paradises and paradoxes in big data (I). *Annals of Applied
    Statistics* 12(2), 685-726: its identity, with weighted inclusion.

    Examples
    --------
    >>> meng_factor(0.5, 0.0), round(meng_factor(0.01, 0.5), 3)
    (1.0, 12.207)
    """
    return float(np.sqrt((1 - fraction + cv_squared) / fraction))


def meng_rho(error: float, spread: float, factor: float) -> float:
    """Return the correlation of weighted inclusion with an answer that makes an error.

    Parameters
    ----------
    error
        The weighted mean less that of the population.
    spread
        Standard deviation of the answer in the population.
    factor
        From :func:`meng_factor`.
    """
    return error / (spread * factor)


def participation_ratio(observed: float, population: float) -> float:
    """Return how many times as much, by weight, those who gave a response took part as the others.

    Examples
    --------
    >>> round(participation_ratio(0.5, 0.4), 3)
    1.5
    """
    return (observed / (1 - observed)) / (population / (1 - population))


# --- don't knows ---------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class SharedBase:
    """The changes of a response and of “don't know” in the base of both.

    Attributes
    ----------
    change : ndarray, shape (2,)
        Of the response, less the offset, then of “don't know”.
    covariance : ndarray, shape (2, 2)
    df : float
    """

    change: FloatArray
    covariance: FloatArray
    df: float

    def statistic(self, given: FloatArray) -> FloatArray:
        """Return t of the change when this part of “don't know” gave the response, (k,)."""
        difference = self.change[0] + given * self.change[1]
        variance = (
            self.covariance[0, 0]
            + 2 * given * self.covariance[0, 1]
            + given**2 * self.covariance[1, 1]
        )
        with np.errstate(divide="ignore", invalid="ignore"):
            t: FloatArray = difference / np.sqrt(np.maximum(variance, 0.0))
        return t


def standing(shared: SharedBase, sign: float, critical: float, start: float) -> tuple[float, float]:
    """Return between which parts of “don't know” a finding stands.

    Parameters
    ----------
    shared
        From the base with “don't know”; every x of 0 to 1 is tried, the same in both waves.
    sign
        1 of a rise that is shown, -1 of a fall, 0 of a change that is not shown.
    critical
        The p-value under which the change is shown.
    start
        The x from which the interval is looked for: what those who answered gave.

    Returns
    -------
    low, high : float
        The interval of x around `start` (else the one nearest to it) in which the finding stands;
        NaN where it stands nowhere.
    """
    limit = critical_t(critical, shared.df)

    def stands(x: FloatArray) -> BoolArray:
        t = shared.statistic(x)
        return np.asarray(np.abs(t) <= limit if sign == 0 else sign * t > limit)

    grid = np.union1d(np.linspace(0.0, 1.0, _STEPS + 1), [start])
    good = np.flatnonzero(stands(grid))
    if not len(good):
        return float("nan"), float("nan")
    place = int(good[np.argmin(np.abs(grid[good] - start))])
    middle = float(grid[place])
    up = (
        _first(lambda d: ~stands(middle + d), 0.0, 1.0 - middle, end=True)
        if middle < 1
        else float("nan")
    )
    down = _first(lambda d: ~stands(middle - d), 0.0, middle, end=True)
    low = 0.0 if np.isnan(down) else middle - down
    high = 1.0 if np.isnan(up) else middle + up
    return low, high
