"""A line without axes, for one row of a sheet: every edition, its intervals, its breaks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from padai.charts import style
from padai.charts.data import Point

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH, HEIGHT = 1.9, 0.52
_FOOT, _YEARS = 0.13, 0.17
_NOTICE = 5.4


def spark_chart(
    points: Sequence[Point],
    names: Sequence[str],
    *,
    times: Sequence[float],
    broken: frozenset[int] = frozenset(),
    reach: float,
    notices: Sequence[str] = (),
) -> Figure:
    """Draw the editions of one result as a line, with a band for the intervals.

    Parameters
    ----------
    points
        One for each edition, the latest last; one that is not shown leaves a gap.
    names, times
        The editions: what they are called, and when they were, in years.
    broken
        Positions after which the line is broken.
    reach
        The height of the picture in the unit of the points: the rows of a sheet share it, so that
        equal slopes look equal.
    notices
        What the picture must say of itself.
    """
    foot = _FOOT if notices else 0.0
    with style.chart_style():
        fig = style.canvas(HEIGHT + foot, WIDTH)
        fig.patch.set_visible(False)
        ax = style.axes(fig, 0.16, 0.16, 0.06, _YEARS + foot)
        ax.patch.set_visible(False)
        ax.spines["bottom"].set_visible(False)
        ax.set_yticks([])
        shown = [p for p in points if p.shown]
        if shown:
            _limits(ax, shown, times, reach)
            for start, end in _runs(points, broken):
                _run(ax, points[start:end], times[start:end])
            last = max(i for i, p in enumerate(points) if p.shown)
            ax.plot(
                [times[last]],
                [points[last].value],
                marker="o",
                markersize=4.6,
                color=style.BLUE,
                zorder=4,
            )
        ends = sorted({0, len(times) - 1})
        ax.set_xticks([times[i] for i in ends], [names[i] for i in ends])
        ax.tick_params(length=0, labelsize=style.SMALL - 1.4, pad=2)
        fig.text(
            1.0, 0.02, " · ".join(notices), ha="right", va="bottom", size=_NOTICE, color=style.SOFT
        )
    return fig


def _limits(ax: Any, shown: Sequence[Point], times: Sequence[float], reach: float) -> None:
    values = [v for p in shown for v in (p.value, p.low, p.high) if math.isfinite(v)]
    middle = (min(values) + max(values)) / 2
    ax.set_ylim(middle - reach / 2, middle + reach / 2)
    room = max(times[-1] - times[0], 1.0) * 0.04
    ax.set_xlim(times[0] - room, times[-1] + room)


def _runs(points: Sequence[Point], broken: frozenset[int]) -> list[tuple[int, int]]:
    """Return the stretches of editions that a line may join."""
    runs, start = [], 0
    for index, point in enumerate(points):
        if not point.shown:
            runs.append((start, index))
            start = index + 1
        elif index in broken:
            runs.append((start, index + 1))
            start = index + 1
    runs.append((start, len(points)))
    return [(a, b) for a, b in runs if b > a]


def _run(ax: Any, points: Sequence[Point], times: Sequence[float]) -> None:
    values = [p.value for p in points]
    if all(p.has_interval for p in points):
        lows, highs = [p.low for p in points], [p.high for p in points]
        if len(points) > 1:
            ax.fill_between(times, lows, highs, color=style.BLUE, alpha=0.16, linewidth=0, zorder=1)
        else:
            ax.plot([times[0]] * 2, [lows[0], highs[0]], color=style.BLUE, alpha=0.3, linewidth=2.6)
    ax.plot(times, values, color=style.BLUE, linewidth=1.5, marker="o", markersize=2.2, zorder=3)


def shared_reach(rows: Sequence[Sequence[Point]], least: float) -> float:
    """Return the height that every row of a sheet needs, and no less than `least`."""
    spans = [
        max(values) - min(values)
        for points in rows
        if (values := [v for p in points for v in (p.value, p.low, p.high) if math.isfinite(v)])
    ]
    return max([least, *spans]) * 1.12
