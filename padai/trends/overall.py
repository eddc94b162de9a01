"""What is told of series over all of their waves, in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from padai.numerics.multiplicity import bh
from padai.numerics.slopes import LEAST_WAVES_FOR_A_BEND
from padai.numerics.smoother import LEAST_WAVES
from padai.results import Estimates
from padai.trends.comparable import (
    SERIES_COLUMNS,
    Series,
    SeriesTests,
    Times,
    finished,
    followed_share,
    one_series,
    rows_by_key,
    years_of,
)
from padai.trends.differences import MINIMUM_BASE
from padai.trends.pairs import KEY
from padai.trends.slopes import bend_rows, ends_row, fit_row, joint_row, slope_rows
from padai.trends.smoothing import smooth_rows
from padai.trends.verdicts import enough

if TYPE_CHECKING:
    import pandas as pd

NUMBERS = ("estimate", "std_error", "conf_low", "conf_high", "df", "ddf", "statistic", "p_value")
COLUMNS = (*KEY, "term", "on", "wave", *NUMBERS, "p_adjusted", *SERIES_COLUMNS, "supported")
SLOPE, JOINT, BEND, SMOOTH = "slope", "joint", "bend", "smooth"
FIT, ENDS = "fit", "ends"
LEAST_FOR_A_LINE = 3


def over_all_waves(
    trend: Estimates,
    *,
    among: NDArray[np.intp] | None = None,
    briefly: Callable[[Mapping[str, str]], bool] | None = None,
    least: int = LEAST_FOR_A_LINE,
    times: Times | None = None,
    level: float | None = None,
) -> SeriesTests:
    """Give the slope, joint test, bends and smoothed waves of each series that has waves enough.

    Parameters
    ----------
    trend
        From a stack of waves.
    among
        Rows of the series that are asked for, in increasing order; None: all.
    briefly
        Whether of a series (by its keys) only the slope, the fit and the ends are told; None: none.
    least
        Comparable waves that a slope and a joint test need: between two waves, a difference says
        all. A series that has fewer has its two rows with the reason.
    times, level
        As in :func:`padai.slope`.

    Returns
    -------
    SeriesTests
        Rows by `term`: ``slope`` in points, and on the logit scale for a share; ``fit``, whether a
        straight line fits; ``ends``, the last wave less the first; ``joint``; ``bend``, one a wave
        between the ends, from five comparable waves on; ``smooth``, one a wave, from eight on, or
        one row with the reason where the waves have too few degrees of freedom. `p_adjusted` of
        slopes and joint tests is Benjamini-Hochberg's over the rows of that term and scale; that of
        bends the largest-t of their series. `supported` is whether every wave of the series has a
        base and an effective count that allow a verdict.

    Raises
    ------
    ComparisonError
        Waves have no dates, or are not in their order.

    Examples
    --------
    >>> over_all_waves(trend).frame.query("term == 'slope'")  # doctest: +SKIP
    """
    level = level or trend.level
    years = years_of(trend, times)
    rows = [
        row
        for of_series in rows_by_key(trend, among)
        for row in _rows_of_series(trend, of_series, years, level, least, briefly)
    ]
    made = finished(rows, COLUMNS, trend, level, {"verb": "over_all_waves"})
    frame = adjusted_together(made.frame.astype({"p_adjusted": float}))
    return SeriesTests(frame, level, trend.survey, made.provenance)


def adjusted_together(frame: pd.DataFrame) -> pd.DataFrame:
    """Adjust slopes and joint tests, each over the rows of its term and scale; return the frame."""
    import pandas as pd

    told_together = frame["term"].isin((SLOPE, JOINT)).to_numpy(bool)
    for (_, _), part in frame[told_together].groupby(["term", "on"], sort=False):
        adjusted = bh(part["p_value"].to_numpy(float))
        frame.loc[part.index, "p_adjusted"] = pd.Series(adjusted, index=part.index)
    return frame


def _rows_of_series(
    trend: Estimates,
    rows: NDArray[np.intp],
    years: Mapping[str, float],
    level: float,
    least: int,
    briefly: Callable[[Mapping[str, str]], bool] | None,
) -> Iterator[dict[str, Any]]:
    """Yield what is told of one series."""
    points = one_series(trend, rows, years, "points", least)
    last = {"wave": points.about["last_wave"], "supported": _supported(trend, rows, points)}
    yield from ({**row, **last} for row in slope_rows(points, "points", level))
    yield {**_named(fit_row(points, "points")), "term": FIT, **last}
    yield {**ends_row(points, "points", level), "term": ENDS, **last}
    if briefly is not None and briefly(points.keys):
        return
    inside = ((points.value >= 0) & (points.value <= 1)).all()
    if points.usable and inside and followed_share(trend, points.keys):
        odds = one_series(trend, rows, years, "logit", least)
        yield from ({**row, **last} for row in slope_rows(odds, "logit", level))
    yield {**_named(joint_row(points, "points")), "term": JOINT, **last}
    if points.usable and len(points.waves) >= LEAST_WAVES_FOR_A_BEND:
        yield from ({**row, "term": BEND} for row in bend_rows(points, "points", level))
    if points.usable and len(points.waves) >= LEAST_WAVES:
        smoothed = smooth_rows(points, "points", level)
        yield from (
            {**row, "term": SMOOTH, "wave": row["wave"] or last["wave"]} for row in smoothed
        )


def _named(row: dict[str, Any]) -> dict[str, Any]:
    """Name the second degrees of freedom of a test as the table does."""
    return {**{k: v for k, v in row.items() if k != "df_denominator"}, "ddf": row["df_denominator"]}


def _supported(trend: Estimates, rows: NDArray[np.intp], series: Series) -> bool:
    """Whether every wave of a series can carry a verdict."""
    frame = trend.frame.iloc[rows]
    frame = frame[frame["wave"].astype(str).isin(series.waves)]
    minimum = trend.survey.reliability.minimum_base if trend.survey else MINIMUM_BASE
    estimate, n_eff, n_base = (frame[c].to_numpy(float) for c in ("estimate", "n_eff", "n_base"))
    shares = np.full(len(frame), followed_share(trend, series.keys))
    return series.usable and bool(enough(estimate, n_eff, n_base, minimum, shares).all())
