"""Confidence intervals of means and of proportions, element by element.

Everywhere ``t`` is the quantile of Student's distribution with the design degrees of freedom, and
``m = p (1 - p) / V`` the effective number of respondents behind a proportion.
"""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np

from padai.numerics.designs import FloatArray

ProportionInterval = Literal["logit", "beta", "wilson", "likelihood", "asin", "mean"]
PROPORTION_INTERVALS: tuple[ProportionInterval, ...] = get_args(ProportionInterval)
#: Halvings of the width in which an end of a likelihood interval lies: a double has 53 bits.
HALVINGS = 60


def t_quantiles(df: np.ndarray, level: float) -> FloatArray:
    """Return two-sided quantiles of Student's distribution; NaN where df is 0 or less.

    Each distinct df is worked out once.

    Examples
    --------
    >>> t_quantiles(np.array([10.0, np.inf, 0.0]), 0.95).round(3)
    array([2.228, 1.96 ,   nan])
    """
    from scipy import special

    upper = 0.5 + level / 2
    values, place = np.unique(np.asarray(df, dtype=np.float64), return_inverse=True)
    distinct = np.full(len(values), np.nan)
    finite = np.isfinite(values) & (values > 0)
    distinct[finite] = special.stdtrit(values[finite], upper)
    distinct[np.isposinf(values)] = special.ndtri(upper)
    quantiles: FloatArray = distinct[place.reshape(np.shape(df))]
    return quantiles


def two_sided_p(statistic: FloatArray, df: np.ndarray) -> FloatArray:
    """Return two-sided p-values of t statistics; NaN where df is 0 or less."""
    from scipy import special

    df = np.asarray(df, dtype=np.float64)
    tail = np.where(np.isposinf(df), special.ndtr(-np.abs(statistic)), np.nan)
    usable = np.isfinite(df) & (df > 0)
    tail = np.where(usable, special.stdtr(np.where(usable, df, 1.0), -np.abs(statistic)), tail)
    p: FloatArray = 2 * tail
    return p


def mean_interval(
    estimate: FloatArray, std_error: FloatArray, df: np.ndarray, level: float
) -> tuple[FloatArray, FloatArray]:
    """Return ``estimate ± t * std_error``.

    Parameters
    ----------
    estimate, std_error, df : ndarray, of one shape
    level : float
        Confidence level.
    """
    half = t_quantiles(df, level) * std_error
    return estimate - half, estimate + half


def proportion_interval(
    p: FloatArray,
    std_error: FloatArray,
    df: np.ndarray,
    n: np.ndarray,
    n_kish: FloatArray,
    level: float = 0.95,
    method: ProportionInterval = "logit",
    *,
    capped: bool = True,
) -> tuple[FloatArray, FloatArray]:
    """Return intervals of proportions; at 0 and 1, Clopper-Pearson whatever the method.

    Parameters
    ----------
    p, std_error, df, n : ndarray, of one shape
        Proportions, standard errors, degrees of freedom and respondents.
    n_kish : ndarray
        ``(sum w)^2 / sum w^2`` of the answering members, used at 0 and 1.
    level : float
    method : {"logit", "beta", "wilson", "likelihood", "asin", "mean"}
        ``likelihood``: where twice m times the Kullback-Leibler divergence from p is
        ``t^2 n / (n - 1)``, with m the effective number of respondents. ``asin``: symmetric on
        ``asin(sqrt(p))``, and ended where that scale ends.
    capped : bool
        Whether the effective n of ``beta`` is capped at n (that of R's survey 4.5 is not).

    Returns
    -------
    low, high : ndarray
        NaN where df is 0 or less.

    References
    ----------
    Korn, E. L., Graubard, B. I. (1998). Confidence intervals for proportions with small expected
    number of positive counts estimated from survey data. Survey Methodology 24.
    Dean, N., Pagano, M. (2015). Evaluating confidence interval methods for binomial proportions in
    clustered surveys. J. Survey Stat. Methodol. 3. Rao, J. N. K., Scott, A. J. (1984), Annals of
    Statistics 12, 46-60, for ``likelihood``. R: ``survey::svyciprop``.
    """
    t = t_quantiles(df, level)
    with np.errstate(divide="ignore", invalid="ignore"):
        if method == "logit":
            low, high = _logit(p, std_error, t)
        elif method == "wilson":
            low, high = _wilson(p, std_error, t)
        elif method == "beta":
            low, high = _beta(p, std_error, t, n, level, capped)
        elif method == "likelihood":
            low, high = _likelihood(p, std_error, t, n)
        elif method == "asin":
            low, high = _arcsine(p, std_error, t)
        else:
            low, high = p - t * std_error, p + t * std_error
    return _at_limits(p, np.minimum(n, n_kish), t, level, low, high)


def _logit(p: FloatArray, se: FloatArray, t: FloatArray) -> tuple[FloatArray, FloatArray]:
    odds = np.log(p / (1 - p))
    half = t * se / (p * (1 - p))
    return 1 / (1 + np.exp(half - odds)), 1 / (1 + np.exp(-half - odds))


def _wilson(p: FloatArray, se: FloatArray, t: FloatArray) -> tuple[FloatArray, FloatArray]:
    share = t**2 * se**2 / (p * (1 - p))
    centre = (p + share / 2) / (1 + share)
    half = t * np.sqrt(se**2 + share * se**2 * t**2 / (4 * t**2 * p * (1 - p))) / (1 + share)
    return centre - half, centre + half


def _beta(
    p: FloatArray, se: FloatArray, t: FloatArray, n: np.ndarray, level: float, capped: bool
) -> tuple[FloatArray, FloatArray]:
    from scipy import special

    m = p * (1 - p) / se**2 * (t_quantiles(n - 1.0, level) / t) ** 2
    if capped:
        m = np.minimum(m, n)
    tail = (1 - level) / 2
    low = special.betaincinv(m * p, m * (1 - p) + 1, tail)
    high = special.betaincinv(m * p + 1, m * (1 - p), 1 - tail)
    return low, high


def _likelihood(
    p: FloatArray, se: FloatArray, t: FloatArray, n: np.ndarray
) -> tuple[FloatArray, FloatArray]:
    """Halve towards the shares of which the divergence from p is what is allowed.

    ``n / (n - 1)`` is the dispersion by which R divides the deviance.
    """
    from scipy import special

    allowed = (t * se) ** 2 / (2 * p * (1 - p)) * n / (n - 1.0)

    def end(last: float) -> FloatArray:
        near, far = p.copy(), np.full(p.shape, last)
        for _ in range(HALVINGS):
            middle = (near + far) / 2
            apart = special.rel_entr(p, middle) + special.rel_entr(1 - p, 1 - middle)
            near, far = (
                np.where(apart <= allowed, middle, near),
                np.where(apart <= allowed, far, middle),
            )
        return np.where(np.isnan(allowed), np.nan, near)

    return end(0.0), end(1.0)


def _arcsine(p: FloatArray, se: FloatArray, t: FloatArray) -> tuple[FloatArray, FloatArray]:
    angle, half = np.arcsin(np.sqrt(p)), t * se / (2 * np.sqrt(p * (1 - p)))
    low: FloatArray = np.sin(np.maximum(angle - half, 0.0)) ** 2
    high: FloatArray = np.sin(np.minimum(angle + half, np.pi / 2)) ** 2
    return low, high


def _at_limits(
    p: FloatArray, n: FloatArray, t: FloatArray, level: float, low: FloatArray, high: FloatArray
) -> tuple[FloatArray, FloatArray]:
    none, all_ = p <= 0, p >= 1
    if not (none.any() or all_.any()):
        return low, high
    with np.errstate(divide="ignore", invalid="ignore"):
        far = ((1 - level) / 2) ** (1 / n)
    far = np.where(np.isnan(t), np.nan, far)
    low = np.where(none, far * 0.0, np.where(all_, far, low))
    high = np.where(none, 1 - far, np.where(all_, far * 0.0 + 1.0, high))
    return low, high
