"""Weighted quantiles and Woodruff's intervals.

Notation: ``x`` values, ``w`` weights, ``C_i`` the running sum of weights in the order of ``x``,
``C_n`` the total. A rule says which value stands for the share ``p`` of the total weight. Equal
values keep the order of the rows, as R's ``order`` does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]

#: The rules, by the names that R's ``svyquantile(qrule=)`` gives them.
RULES = (
    "math", "school", "shahvaish", "hf1", "hf2", "hf3", "hf4", "hf5", "hf6", "hf7", "hf8", "hf9",
)  # fmt: skip
#: The kinds of interval.
INTERVALS = ("mean", "beta", "xlogit", "asin", "score")

# Running sums of the same weights differ in their last bits with the weights' scale; a share is
# taken as reached when it is so to this relative distance.
_REACHED = 1e-12


@dataclass(frozen=True, slots=True)
class QuantileInterval:
    """A quantile with its interval.

    Attributes
    ----------
    estimate, low, high : float
        In the units of ``x``. A limit is NaN where the interval of the share leaves 0 to 1.
    std_error : float
        Half the interval's length over the t quantile, as Woodruff; NaN without an interval.
    share, share_se : float
        The weighted share of ``x`` at or under the estimate, and its design standard error.
    """

    estimate: float
    low: float
    high: float
    std_error: float
    share: float
    share_se: float


def weighted_quantile(
    x: ArrayLike,
    w: ArrayLike,
    p: ArrayLike,
    rule: str = "math",
    *,
    mean_weight: float | None = None,
) -> FloatArray:
    """Weighted quantiles by one of R's twelve rules.

    Parameters
    ----------
    x, w : array_like, shape (n,)
        Values without missing ones, and weights; rows of weight zero take no part.
    p : array_like, shape (k,)
        Shares, 0 to 1.
    rule : str
        One of `RULES`: ``math`` = ``hf1`` (inverse of the distribution function), ``school`` =
        ``hf2`` (mean of two neighbours where the share is reached exactly), ``hf3`` (nearest even),
        ``hf4`` to ``hf9`` (linear between plotting positions), ``shahvaish``.
    mean_weight : float, optional
        For ``shahvaish`` alone: what the weights are divided by in the half-step term, by default
        their mean, as the rule was published. R leaves them undivided (``1.0``), so that its answer
        changes with the scale of the weights.

    Returns
    -------
    ndarray, shape (k,)
        Quantiles, in the units of ``x``.

    References
    ----------
    Hyndman and Fan (1996), *American Statistician* 50, 361-365. Shah and Vaish (2006), *Proceedings
    of the Survey Research Methods Section*. R: ``survey::svyquantile(qrule=)``.

    Examples
    --------
    >>> weighted_quantile([1, 2, 3, 4], [1, 1, 1, 1], [0.5], "school").tolist()
    [2.5]
    """
    values, weights = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    shares = np.atleast_1d(np.asarray(p, dtype=float))
    kept = weights > 0
    values, weights = values[kept], weights[kept]
    if values.size == 0:
        return np.full(shares.shape, np.nan)
    order = np.argsort(values, kind="stable")
    values, weights = values[order], weights[order]
    if rule in ("math", "hf1", "school", "hf2", "hf3"):
        return _step(values, weights, shares, rule)
    if rule == "shahvaish":
        return _shah_vaish(values, weights, shares, mean_weight)
    result: FloatArray = np.interp(shares, _positions(weights, rule), values)
    return result


def _step(x: FloatArray, w: FloatArray, p: FloatArray, rule: str) -> FloatArray:
    if rule == "hf3":
        x, first = np.unique(x, return_index=True)
        w = np.add.reduceat(w, first)
    running = np.cumsum(w)
    goal = p * running[-1]
    at = np.searchsorted(running, goal * (1 - _REACHED), side="left").clip(0, x.size - 1)
    exact = np.abs(running[at] - goal) <= _REACHED * running[-1]
    after = (at + 1).clip(0, x.size - 1)
    if rule in ("school", "hf2"):
        result: FloatArray = np.where(exact, (x[at] + x[after]) / 2, x[at])
        return result
    if rule == "hf3":
        odd = (at + 1) % 2 == 1
        result = np.where(exact & odd, x[after], x[at])
        return result
    result = x[at]
    return result


def _shah_vaish(
    x: FloatArray, w: FloatArray, p: FloatArray, mean_weight: float | None
) -> FloatArray:
    mean = w.mean()
    half = w / (mean if mean_weight is None else mean_weight) / 2
    cdf = (np.cumsum(w / mean) + 0.5 - half) / (x.size + 1)
    order = np.argsort(cdf, kind="stable")
    at = np.searchsorted(cdf[order], p, side="right") - 1
    result: FloatArray = x[order][at.clip(0, x.size - 1)]
    return result


def _positions(w: FloatArray, rule: str) -> FloatArray:
    if w.size == 1:
        return np.array([0.5])
    running, total, last = np.cumsum(w), w.sum(), w[-1]
    before = np.concatenate([[0.0], running[:-1]])
    if rule == "hf4":
        result: FloatArray = running / total
        return result
    if rule == "hf5":
        result = (running - w / 2) / total
        return result
    if rule == "hf6":
        result = running / (total + last)
        return result
    if rule == "hf7":
        result = before / running[-2]
        return result
    if rule == "hf8":
        result = (before / 3 + running * 2 / 3) / (total + last / 3)
        return result
    if rule == "hf9":
        result = (before * 3 / 8 + running * 5 / 8) / (total + last / 4)
        return result
    raise ValueError(f"unknown quantile rule {rule!r}; the rules are {', '.join(RULES)}")


def share_interval(
    share: float, se: float, df: float, level: float, kind: str, n: int, design_df: float
) -> tuple[float, float]:
    """Interval of the share at or under a quantile, to be read back as values.

    Parameters
    ----------
    share, se : float
        The weighted share and its design standard error.
    df, design_df : float
        Degrees of freedom of the t quantile, and of the effective sample size of ``beta``.
    level : float
        Confidence level, 0 to 1.
    kind : {"mean", "xlogit", "asin", "beta"}
        Symmetric; symmetric on the logit or the arcsine scale; Korn-Graubard.
    n : int
        Rows in the domain, for ``beta``.

    Returns
    -------
    low, high : float
        Shares, which may lie outside 0 to 1 for ``mean``; NaN where the scale has no interval.

    References
    ----------
    Woodruff (1952), *JASA* 47, 635-646. Korn and Graubard (1998), *Survey Methodology* 24, 193-201.
    """
    from scipy import special

    tail = (1 - level) / 2
    t = float(special.stdtrit(df, 1 - tail)) if np.isfinite(df) else float(special.ndtri(1 - tail))
    if kind == "mean":
        return share - t * se, share + t * se
    if not 0 < share < 1:
        return np.nan, np.nan
    if kind == "xlogit":
        centre, half = float(special.logit(share)), t * se / (share * (1 - share))
        return float(special.expit(centre - half)), float(special.expit(centre + half))
    if kind == "asin":
        centre, half = np.arcsin(np.sqrt(share)), t * se / (2 * np.sqrt(share * (1 - share)))
        return float(np.sin(centre - half) ** 2), float(np.sin(centre + half) ** 2)
    if se == 0:
        return share, share
    ratio = float(special.stdtrit(n - 1, tail) / special.stdtrit(design_df, tail))
    effective = share * (1 - share) / se**2 * ratio**2
    low = special.betaincinv(effective * share, effective * (1 - share) + 1, tail)
    high = special.betaincinv(effective * share + 1, effective * (1 - share), 1 - tail)
    return float(low), float(high)


def quantile_interval(
    x: FloatArray,
    w: FloatArray,
    p: float,
    variance: Callable[[FloatArray], float],
    *,
    df: float,
    level: float = 0.95,
    rule: str = "math",
    kind: str = "mean",
    mean_weight: float | None = None,
) -> QuantileInterval:
    """One quantile with Woodruff's interval (or the inverted score test) and standard error.

    Parameters
    ----------
    x, w : ndarray, shape (n,)
        Values and weights of the domain's members.
    p : float
        Share, 0 to 1.
    variance : callable
        Takes an indicator, shape (n,), of the domain's members and returns the design variance of
        its weighted mean.
    df : float
        Degrees of freedom of the t quantile.
    level : float
        Confidence level.
    rule, kind : str
        Of `RULES` and `INTERVALS`.
    mean_weight : float, optional
        As in `weighted_quantile`.

    Returns
    -------
    QuantileInterval

    Notes
    -----
    ``score`` keeps every value that the design t-test of "the share above it is 1 - p" does not
    reject, and reads the limits off the data. R reads them off the unweighted distribution, and
    so gives other limits where weights differ.

    References
    ----------
    Woodruff (1952), *JASA* 47, 635-646. Francisco and Fuller (1991), *Annals of Statistics* 19,
    454-469. R: ``survey::svyquantile(interval.type=)``.
    """
    from scipy import special

    def at(share: float) -> float:
        if np.isnan(share) or share < 0 or share > 1:
            return np.nan
        return float(weighted_quantile(x, w, [share], rule, mean_weight=mean_weight)[0])

    estimate = at(p)
    under = (x <= estimate).astype(float)
    everybody = bool((under == 1).all())
    share = 1.0 if everybody else float(np.average(under, weights=w))
    se = 0.0 if everybody else float(np.sqrt(variance(under)))
    if kind == "score":
        low, high = _score_limits(x, w, p, variance, df, level)
    else:
        a, b = share_interval(share, se, df, level, kind, x.size, df)
        low, high = at(a), at(b)
    t = float(special.stdtrit(df, (1 + level) / 2))
    return QuantileInterval(estimate, low, high, (high - low) / (2 * t), share, se)


def score_crossings(
    x: FloatArray,
    w: FloatArray,
    p: float,
    variance: Callable[[FloatArray], float],
    df: float,
    level: float,
) -> tuple[FloatArray, int, int]:
    """Where the score test of a quantile stops rejecting, and starts again.

    Returns
    -------
    values : ndarray, shape (d,)
        The distinct values of ``x``, ascending.
    low, high : int
        Positions in ``values`` of the first not rejected from below, and of the first rejected
        above (the interval is closed there).
    """
    from scipy import special

    values = np.unique(x)
    t = float(special.stdtrit(df, (1 + level) / 2))

    def rejected(i: int, sign: float) -> bool:
        above = (x > values[i]).astype(float)
        excess = float(np.average(above, weights=w)) - (1 - p)
        return sign * excess > t * float(np.sqrt(variance(above)))

    low = _first(values.size, lambda i: not rejected(i, 1.0))
    high = _first(values.size, lambda i: rejected(i, -1.0))
    return values, low, high


def _score_limits(
    x: FloatArray,
    w: FloatArray,
    p: float,
    variance: Callable[[FloatArray], float],
    df: float,
    level: float,
) -> tuple[float, float]:
    values, low, high = score_crossings(x, w, p, variance, df, level)
    last = values.size - 1
    return float(values[min(low, last)]), float(values[min(high, last)])


def _first(n: int, holds: Callable[[int], bool]) -> int:
    """The first position at which a condition, once true, stays true; ``n`` if at none."""
    low, high = 0, n
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low
