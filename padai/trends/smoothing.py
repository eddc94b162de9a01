"""A long series seen through its noise."""

from __future__ import annotations

from typing import Any

import numpy as np

from padai.numerics.smoother import LEAST_WAVES, smoothed_level
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
from padai.waves.guards import guarded

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
        its standard error and band, which integrate over the variance of the level; `level_sd`,
        how far the level wanders in a year. A shorter series is one row with its reason.

    Raises
    ------
    ComparisonError
        No series has eight comparable waves.

    References
    ----------
    Harvey (1989), *Forecasting, Structural Time Series Models and the Kalman Filter*.

    Examples
    --------
    >>> padai.smooth(trend).frame[["wave", "observed", "estimate"]]  # doctest: +SKIP
    """
    level = level or trend.level
    rows = [
        row
        for series in series_of(trend, times, on, LEAST_WAVES)
        for row in smooth_rows(series, on, level)
    ]
    return finished(rows, SMOOTH_COLUMNS, trend, level, {"verb": "smooth", "on": on})


def smooth_rows(series: Series, on: Scale, level: float) -> list[dict[str, Any]]:
    """Return the smoothed waves of a series, as rows."""
    fixed = {**series.keys, "on": on, **series.about}
    if not series.usable:
        nothing = dict.fromkeys(("observed", *NUMBERS, "level_sd"), np.nan)
        return [{**fixed, "wave": "", **nothing}]
    found = smoothed_level(series.times, series.value, series.covariance, level)
    rows = []
    for place, wave in enumerate(series.waves):
        own = {name: float(getattr(found, name)[place]) for name in NUMBERS}
        seen = {"observed": float(series.value[place]), "level_sd": found.level_sd}
        rows.append({**fixed, "wave": wave, **own, **seen})
    return rows
