"""A long series seen through its noise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from padai.errors import ComparisonError
from padai.numerics.smoother import LEAST_WAVES, has_inverse, least_degrees, smoothed_level
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
from padai.waves.guards import guarded
from padai.words import Said

NUMBERS = ("estimate", "std_error", "conf_low", "conf_high")
SMOOTH_COLUMNS = (*KEY, "wave", "on", "observed", *NUMBERS, "level_sd", *SERIES_COLUMNS)


@guarded
def smooth(
    trend: Estimates,
    *,
    on: Scale = "points",
    times: Times | None = None,
    level: float | None = None,
) -> SeriesTests:
    """Smooth each series of eight comparable waves or more by a local level.

    Parameters
    ----------
    trend, on, times, level
        As in :func:`padai.slope`.

    Returns
    -------
    SeriesTests
        One row a series and comparable wave: `observed` (after bridges), the smoothed `estimate`,
        its standard error and band, which integrate over the variance of the level and over what
        few psus leave uncertain of the sampling covariance; `level_sd`, how far the level wanders
        in a year. A shorter series is one row with its reason, and one of which some wave has too
        few degrees of freedom for its bands to cover what they say (twice the waves, less three).

    Raises
    ------
    ComparisonError
        No series has eight comparable waves, or degrees of freedom enough.

    References
    ----------
    Harvey (1989), *Forecasting, Structural Time Series Models and the Kalman Filter*.

    Examples
    --------
    >>> level = padai.smooth(trend)
    >>> len(level.frame)
    40
    """
    level = level or trend.level
    all_series = list(series_of(trend, times, on, LEAST_WAVES))
    _check_degrees(all_series)
    rows = [row for series in all_series for row in smooth_rows(series, on, level)]
    return finished(rows, SMOOTH_COLUMNS, trend, level, {"verb": "smooth", "on": on})


def smooth_rows(series: Series, on: Scale, level: float) -> list[dict[str, Any]]:
    """Return the smoothed waves of a series, as rows."""
    if series.usable and series.least_df < least_degrees(len(series.waves)):
        series = series.without(FEW_DF)
    elif series.usable and not has_inverse(series.covariance):
        series = series.without(NO_ERROR)
    fixed = {**series.keys, "on": on, **series.about}
    if not series.usable:
        nothing = dict.fromkeys(("observed", *NUMBERS, "level_sd"), np.nan)
        return [{**fixed, "wave": "", **nothing}]
    smoothed = smoothed_level(series.times, series.value, series.covariance, level, series.df)
    rows = []
    for place, wave in enumerate(series.waves):
        own = {name: float(getattr(smoothed, name)[place]) for name in NUMBERS}
        seen = {"observed": float(series.value[place]), "level_sd": smoothed.level_sd}
        rows.append({**fixed, "wave": wave, **own, **seen})
    return rows


def _check_degrees(all_series: Sequence[Series]) -> None:
    """Refuse where no series that has waves enough has the degrees of freedom of its bands."""
    usable = [series for series in all_series if series.usable]
    if not usable or any(s.least_df >= least_degrees(len(s.waves)) for s in usable):
        return
    most = max(usable, key=lambda series: series.least_df)
    waves, name = len(most.waves), f"{most.keys['question']} ({most.keys['response']})"
    raise ComparisonError(
        Said(
            "trends-to-smooth-waves-takes-degrees-of-freedom",
            name=name,
            waves=waves,
            least_degrees=least_degrees(waves),
            least_df=f"{most.least_df:g}",
        ),
    )
