"""How fast did it change, did it change at all, and did the pace change?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import numpy as np

from padai.errors import ComparisonError
from padai.numerics.contrasts import linear
from padai.numerics.designs import FloatArray
from padai.numerics.differences import tested
from padai.numerics.max_t import max_t_p
from padai.numerics.slopes import (
    LEAST_DF_APART,
    LEAST_WAVES_FOR_A_BEND,
    Fit,
    TrendFit,
    ends,
    fitted_bends,
    fitted_polynomial,
    lack_of_fit,
    no_change,
    weights_estimable,
)
from padai.results import Estimates
from padai.trends.comparable import (
    FEW_DF,
    NO_ERROR,
    SERIES_COLUMNS,
    Scale,
    Series,
    SeriesTests,
    Times,
    finished,
    series_of,
)
from padai.trends.pairs import KEY
from padai.trends.verdicts import SIGNIFICANCE
from padai.waves.guards import guarded
from padai.words import Said

TESTED_COLUMNS = ("estimate", "std_error", "conf_low", "conf_high", "df", "statistic", "p_value")
SLOPE_COLUMNS = (*KEY, "term", "on", *TESTED_COLUMNS, *SERIES_COLUMNS)
JOINT_COLUMNS = (*KEY, "on", "statistic", "df", "df_denominator", "p_value", *SERIES_COLUMNS)
BEND_COLUMNS = (*KEY, "wave", "on", *TESTED_COLUMNS, "p_adjusted", "bend", *SERIES_COLUMNS)
LEAST_FOR = {1: 2, 2: 3}
COEFFICIENTS_OF_A_BEND = 3


@guarded
def slope(
    trend: Estimates,
    *,
    on: Scale = "points",
    fit: Fit = "ols",
    degree: Literal[1, 2] = 1,
    times: Times | None = None,
    level: float | None = None,
) -> SeriesTests:
    """Fit a trend to each series, over the waves' true dates and with their full covariance.

    Parameters
    ----------
    trend
        From :func:`padai.trend`, or any verb on a stack.
    on
        ``points``: the estimates as they are, so that a share's slope is in shares a year.
        ``logit``: the log-odds of shares.
    fit
        ``ols``: every wave counts the same, as in R's ``svycontrast``; ``gls``: by generalised
        least squares, whose weights are estimated too. With q the waves less the coefficients (of a
        line: two), its variance is ``(1 + T^2 / df) df / (df - q)`` times that of known weights, on
        t with ``df - q`` degrees of freedom.
    degree
        2 adds the curvature: the change of the yearly change, a year.
    times
        Year (or date) of each wave; None: the middle of its fieldwork.
    level
        Confidence level; None: that of the estimates.

    Returns
    -------
    SeriesTests
        One row a series and term (``slope``, ``curvature``). Of a broken series, the waves since
        the last break that no bridge crosses. A wave at 0 or 1 has no sampling error to enter with:
        it is left out, and named.

    Raises
    ------
    ComparisonError
        Waves have no dates, or are not in their order; no series has enough comparable waves; the
        weights of ``gls`` take the degrees of freedom of every series (``df - q`` under 1, or waves
        of different units of which one has fewer than 12, or than there are waves).

    References
    ----------
    R: ``survey::svycontrast``. Rao (1967), *Fifth Berkeley Symposium* 1, 355-372, for ``gls``.

    Examples
    --------
    >>> slopes = padai.slope(trend, on="points")
    >>> len(slopes.frame)
    5
    """
    level = level or trend.level
    all_series = list(series_of(trend, times, on, LEAST_FOR[degree]))
    _check_weights(all_series, fit, degree + 1)
    rows = [row for series in all_series for row in slope_rows(series, on, level, fit, degree)]
    asked = {"verb": "slope", "on": on, "fit": fit, "degree": degree}
    return finished(rows, SLOPE_COLUMNS, trend, level, asked)


def slope_rows(
    series: Series, on: Scale, level: float, fit: Fit = "ols", degree: Literal[1, 2] = 1
) -> list[dict[str, Any]]:
    """Return the slope of a series, and its curvature where `degree` is 2, as rows."""
    numbers = dict.fromkeys(TESTED_COLUMNS, np.full(degree, np.nan))
    series = _weighed(series, fit, degree + 1)
    if series.usable:
        fitted = fitted_polynomial(
            series.times, degree, series.value, series.covariance, series.df, fit
        )
        numbers = _tests(fitted, level)
    rows = []
    for place, term in enumerate(("slope", "curvature")[:degree]):
        own = {name: float(values[place]) for name, values in numbers.items()}
        rows.append({**series.keys, "term": term, "on": on, **own, **series.about})
    return rows


@guarded
def joint_test(
    trend: Estimates, *, on: Scale = "points", times: Times | None = None
) -> SeriesTests:
    """Test, for each series, that no wave differs from another.

    Parameters
    ----------
    trend, on, times
        As in :func:`slope`.

    Returns
    -------
    SeriesTests
        One row a series: adjusted Wald ``(df - k + 1) / (k df) W`` on F(k, df - k + 1), df the psus
        minus strata of all who answered in a comparable wave. Where df is under k there is no test:
        the reason says so. A wave at 0 or 1 is left out, and named.

    Raises
    ------
    ComparisonError
        As :func:`slope`.

    References
    ----------
    Korn and Graubard (1990), *American Statistician* 44, 270-276.

    Examples
    --------
    >>> test = padai.joint_test(trend)
    >>> len(test.frame)
    5
    """
    rows = [joint_row(series, on) for series in series_of(trend, times, on, 2)]
    return finished(rows, JOINT_COLUMNS, trend, trend.level, {"verb": "joint_test", "on": on})


def joint_row(series: Series, on: Scale) -> dict[str, Any]:
    """Return the test that the waves of a series do not differ, as a row."""
    numbers = dict.fromkeys(("statistic", "df", "df_denominator", "p_value"), np.nan)
    if series.usable:
        test = no_change(series.value, series.covariance, series.df)
        numbers = {name: float(getattr(test, name)) for name in numbers}
        if not np.isfinite(test.p_value):
            numbers = dict.fromkeys(numbers, np.nan)
            few = series.df < len(series.waves) - 1
            series = series.without(FEW_DF if few else NO_ERROR)
    return {**series.keys, "on": on, **numbers, **series.about}


def fit_row(series: Series, on: Scale) -> dict[str, Any]:
    """Return the test that a straight line fits a series, as a row."""
    numbers = dict.fromkeys(("statistic", "df", "df_denominator", "p_value"), np.nan)
    if series.usable:
        test = lack_of_fit(series.value, series.covariance, series.times, series.df)
        numbers = {name: float(getattr(test, name)) for name in numbers}
    return {**series.keys, "on": on, **numbers, **series.about}


def ends_row(series: Series, on: Scale, level: float) -> dict[str, Any]:
    """Return the last comparable wave of a series less its first, as a row."""
    numbers = dict.fromkeys(TESTED_COLUMNS, np.full(1, np.nan))
    if series.usable:
        contrast = linear(ends(len(series.waves)), series.value, series.covariance)
        numbers = _tests(TrendFit(contrast.estimate, contrast.covariance, series.ends_df), level)
    own = {name: float(values[0]) for name, values in numbers.items()}
    return {**series.keys, "on": on, **own, **series.about}


@guarded
def bend_test(
    trend: Estimates,
    *,
    on: Scale = "points",
    fit: Fit = "ols",
    times: Times | None = None,
    level: float | None = None,
) -> SeriesTests:
    """Test whether the pace of each series changed at one of its waves.

    Parameters
    ----------
    trend, on, fit, times, level
        As in :func:`slope`.

    Returns
    -------
    SeriesTests
        One row a series and wave between the first and the last: the change of the yearly slope
        there, and its p adjusted for the largest |t| over all of these waves. `bend` is whether
        that p is under 0.05: only then may a bend be told of.

    Raises
    ------
    ComparisonError
        No series has five comparable waves; the weights of ``gls`` take the degrees of freedom of
        every series, as in :func:`slope`.

    References
    ----------
    Hothorn, Bretz and Westfall (2008), *Biometrical Journal* 50, 346-363.

    Examples
    --------
    >>> bends = padai.bend_test(trend)
    >>> len(bends.frame)
    30
    """
    level = level or trend.level
    all_series = list(series_of(trend, times, on, LEAST_WAVES_FOR_A_BEND))
    _check_weights(all_series, fit, COEFFICIENTS_OF_A_BEND)
    rows = [row for series in all_series for row in bend_rows(series, on, level, fit)]
    asked = {"verb": "bend_test", "on": on, "fit": fit}
    return finished(rows, BEND_COLUMNS, trend, level, asked)


def bend_rows(series: Series, on: Scale, level: float, fit: Fit = "ols") -> list[dict[str, Any]]:
    """Return the change of slope of a series at each wave between its ends, as rows."""
    series = _weighed(series, fit, COEFFICIENTS_OF_A_BEND)
    fixed = {**series.keys, "on": on, **series.about}
    if not series.usable:
        nothing = dict.fromkeys((*TESTED_COLUMNS, "p_adjusted"), np.nan)
        return [{**fixed, "wave": "", **nothing, "bend": False}]
    bends = fitted_bends(series.times, series.value, series.covariance, series.df, fit)
    numbers = _tests(bends, level)
    adjusted = max_t_p(numbers["statistic"], bends.covariance, bends.df)
    rows = []
    for place, wave in enumerate(series.waves[1:-1]):
        own = {name: float(values[place]) for name, values in numbers.items()}
        bend = {"p_adjusted": float(adjusted[place]), "bend": bool(adjusted[place] < SIGNIFICANCE)}
        rows.append({**fixed, "wave": wave, **own, **bend})
    return rows


def _tests(fit: TrendFit, level: float) -> dict[str, FloatArray]:
    df = np.full(len(fit.estimate), fit.df)
    test = tested(fit.estimate, np.diag(fit.covariance), df, level)
    columns = (test.difference, *(getattr(test, name) for name in TESTED_COLUMNS[1:]))
    return dict(zip(TESTED_COLUMNS, columns, strict=True))


def _weighed(series: Series, fit: Fit, coefficients: int) -> Series:
    """Return the series, or without a test where its weights cannot be estimated."""
    waves = len(series.waves)
    if fit == "ols" or not series.usable:
        return series
    if weights_estimable(series.df, series.least_df, waves, coefficients):
        return series
    return series.without(FEW_DF)


def _check_weights(all_series: Sequence[Series], fit: Fit, coefficients: int) -> None:
    """Refuse a generalised fit where no series that could be told of has its weights."""
    usable = [series for series in all_series if series.usable]
    if not usable or any(_weighed(series, fit, coefficients).usable for series in usable):
        return
    most = max(usable, key=lambda series: series.df)
    waves, name = len(most.waves), f"{most.keys['question']} ({most.keys['response']})"
    raise ComparisonError(
        Said(
            "trends-waves-fit-gls-estimates-weights-that",
            name=name,
            waves=", ".join(most.waves),
            waves_2=waves - coefficients,
            df=f"{most.df:g}",
            least_df_apart=max(LEAST_DF_APART, waves),
            least_df=f"{most.least_df:g}",
        ),
    )
