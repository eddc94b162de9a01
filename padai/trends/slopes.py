"""How fast did it change, did it change at all, and did the pace change?"""

from __future__ import annotations

from typing import Any, Literal

import numpy as np

from padai.numerics.contrasts import linear
from padai.numerics.designs import FloatArray
from padai.numerics.differences import tested
from padai.numerics.slopes import (
    LEAST_WAVES_FOR_A_BEND,
    Fit,
    bend_contrasts,
    ends,
    lack_of_fit,
    max_t_p,
    no_change,
    polynomial_contrasts,
)
from padai.results import Estimates
from padai.trends.comparable import (
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

TESTED_COLUMNS = ("estimate", "std_error", "conf_low", "conf_high", "df", "statistic", "p_value")
SLOPE_COLUMNS = (*KEY, "term", "on", *TESTED_COLUMNS, *SERIES_COLUMNS)
JOINT_COLUMNS = (*KEY, "on", "statistic", "df", "df_denominator", "p_value", *SERIES_COLUMNS)
BEND_COLUMNS = (*KEY, "wave", "on", *TESTED_COLUMNS, "p_adjusted", "bend", *SERIES_COLUMNS)
LEAST_FOR = {1: 2, 2: 3}


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
        least squares. Standard errors come from the covariance of the waves either way.
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
        the last break that no bridge crosses.

    Raises
    ------
    ComparisonError
        Waves have no dates, or are not in their order; no series has enough comparable waves.

    References
    ----------
    R: ``survey::svycontrast``.

    Examples
    --------
    >>> padai.slope(trend, on="points").frame[["estimate", "p_value"]]  # doctest: +SKIP
    """
    level = level or trend.level
    rows = [
        row
        for series in series_of(trend, times, on, LEAST_FOR[degree])
        for row in slope_rows(series, on, level, fit, degree)
    ]
    asked = {"verb": "slope", "on": on, "fit": fit, "degree": degree}
    return finished(rows, SLOPE_COLUMNS, trend, level, asked)


def slope_rows(
    series: Series, on: Scale, level: float, fit: Fit = "ols", degree: Literal[1, 2] = 1
) -> list[dict[str, Any]]:
    """Return the slope of a series, and its curvature where `degree` is 2, as rows."""
    numbers = dict.fromkeys(TESTED_COLUMNS, np.full(degree, np.nan))
    if series.usable:
        cov = series.covariance if fit == "gls" else None
        table = polynomial_contrasts(series.times, degree, cov)
        found = linear(table, series.value, series.covariance)
        numbers = _tests(found.estimate, found.covariance, series.df, level)
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
        minus strata of all who answered in a comparable wave.

    Raises
    ------
    ComparisonError
        As :func:`slope`.

    References
    ----------
    Korn and Graubard (1990), *American Statistician* 44, 270-276.

    Examples
    --------
    >>> padai.joint_test(trend).frame["p_value"]  # doctest: +SKIP
    """
    rows = [joint_row(series, on) for series in series_of(trend, times, on, 2)]
    return finished(rows, JOINT_COLUMNS, trend, trend.level, {"verb": "joint_test", "on": on})


def joint_row(series: Series, on: Scale) -> dict[str, Any]:
    """Return the test that the waves of a series do not differ, as a row."""
    numbers = dict.fromkeys(("statistic", "df", "df_denominator", "p_value"), np.nan)
    if series.usable:
        found = no_change(series.value, series.covariance, series.df)
        numbers = {name: float(getattr(found, name)) for name in numbers}
    return {**series.keys, "on": on, **numbers, **series.about}


def fit_row(series: Series, on: Scale) -> dict[str, Any]:
    """Return the test that a straight line fits a series, as a row."""
    numbers = dict.fromkeys(("statistic", "df", "df_denominator", "p_value"), np.nan)
    if series.usable:
        found = lack_of_fit(series.value, series.covariance, series.times, series.df)
        numbers = {name: float(getattr(found, name)) for name in numbers}
    return {**series.keys, "on": on, **numbers, **series.about}


def ends_row(series: Series, on: Scale, level: float) -> dict[str, Any]:
    """Return the last comparable wave of a series less its first, as a row."""
    numbers = dict.fromkeys(TESTED_COLUMNS, np.full(1, np.nan))
    if series.usable:
        found = linear(ends(len(series.waves)), series.value, series.covariance)
        numbers = _tests(found.estimate, found.covariance, series.df, level)
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
        No series has five comparable waves.

    References
    ----------
    Hothorn, Bretz and Westfall (2008), *Biometrical Journal* 50, 346-363.

    Examples
    --------
    >>> padai.bend_test(trend).frame.query("bend")  # doctest: +SKIP
    """
    level = level or trend.level
    rows = [
        row
        for series in series_of(trend, times, on, LEAST_WAVES_FOR_A_BEND)
        for row in bend_rows(series, on, level, fit)
    ]
    asked = {"verb": "bend_test", "on": on, "fit": fit}
    return finished(rows, BEND_COLUMNS, trend, level, asked)


def bend_rows(series: Series, on: Scale, level: float, fit: Fit = "ols") -> list[dict[str, Any]]:
    """Return the change of slope of a series at each wave between its ends, as rows."""
    fixed = {**series.keys, "on": on, **series.about}
    if not series.usable:
        nothing = dict.fromkeys((*TESTED_COLUMNS, "p_adjusted"), np.nan)
        return [{**fixed, "wave": "", **nothing, "bend": False}]
    cov = series.covariance if fit == "gls" else None
    found = linear(bend_contrasts(series.times, cov), series.value, series.covariance)
    numbers = _tests(found.estimate, found.covariance, series.df, level)
    adjusted = max_t_p(numbers["statistic"], found.covariance, series.df)
    rows = []
    for place, wave in enumerate(series.waves[1:-1]):
        own = {name: float(values[place]) for name, values in numbers.items()}
        bend = {"p_adjusted": float(adjusted[place]), "bend": bool(adjusted[place] < SIGNIFICANCE)}
        rows.append({**fixed, "wave": wave, **own, **bend})
    return rows


def _tests(
    estimate: FloatArray, covariance: FloatArray, df: float, level: float
) -> dict[str, FloatArray]:
    found = tested(estimate, np.diag(covariance), np.full(len(estimate), df), level)
    columns = (found.difference, *(getattr(found, name) for name in TESTED_COLUMNS[1:]))
    return dict(zip(TESTED_COLUMNS, columns, strict=True))
