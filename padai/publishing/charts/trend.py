"""Small multiples of series over time, with intervals and broken lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from padai.publishing.charts import style
from padai.publishing.charts.data import Axis, Panel

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_PANEL = 1.42
_TALLEST = 7.2
_WORDS = 30
_NOTE = 7.8


def trend_chart(
    panels: Sequence[Panel],
    *,
    axis: Axis,
    ticks: Sequence[tuple[float, str]],
    break_word: str,
    notices: Sequence[str] = (),
) -> Figure:
    """Draw one panel a series, two in a row, on one common axis.

    Parameters
    ----------
    panels
        The series; a point that may not be shown leaves a gap.
    axis
        The vertical axis.
    ticks
        The time of each wave, in years, and its short name.
    break_word
        What stands beside the mark of a break.
    notices
        What the picture must say of itself.
    """
    columns = 1 if len(panels) == 1 else 2
    rows = -(-len(panels) // columns)
    lines = [style.wrapped(p.title, _WORDS * (3 - columns))[:2] for p in panels]
    head = 0.22 + 0.16 * max(len(title) for title in lines)
    panel_height = min(_PANEL, _TALLEST / rows - head)
    height = (
        rows * (panel_height + head) + (0.55 if columns == 1 else 0) + 0.1 + style.foot(notices)
    )
    with style.chart_style():
        fig = style.canvas(height)
        cell = style.WIDTH / columns
        tall = (height - 0.1 - style.foot(notices)) / rows
        for index, panel in enumerate(panels):
            row, column = divmod(index, columns)
            ax = style.axes(
                fig,
                left=column * cell + 0.4,
                right=style.WIDTH - (column + 1) * cell + 0.16,
                top=row * tall + head,
                bottom=height - (row + 1) * tall + 0.3,
            )
            _panel(ax, panel, axis, ticks, break_word)
            _title(ax, lines[index], panel.note)
        style.mark(fig, notices)
    return fig


def _panel(
    ax: Any,
    panel: Panel,
    axis: Axis,
    ticks: Sequence[tuple[float, str]],
    break_word: str,
) -> None:
    times = [t for t, _ in ticks]
    room = 0.09 * (times[-1] - times[0]) or 0.5
    ax.set_xlim(times[0] - room * 1.2, times[-1] + room * 1.2)
    ax.set_ylim(axis.low, axis.high + 0.16 * (axis.high - axis.low))
    ax.set_xticks(times, [name for _, name in ticks])
    ax.set_yticks(list(axis.ticks), [axis.written(t) for t in axis.ticks])
    ax.grid(axis="y", color=style.GRID, linewidth=0.7)
    ax.set_axisbelow(True)
    _breaks(ax, panel, axis, break_word)
    for run in _runs(panel):
        _line(ax, panel, run)
    _labels(ax, panel, axis)


def _title(ax: Any, lines: Sequence[str], note: str) -> None:
    height = ax.get_position().height * ax.figure.get_size_inches()[1]
    inches = ax.get_position().width * ax.figure.get_size_inches()[0]
    place = {"transform": ax.transAxes, "ha": "left", "va": "bottom"}
    left = -0.32 / inches
    lift = 0.22 if note else 0.07
    for index, line in enumerate(reversed(lines)):
        ax.text(
            left, 1 + (lift + 0.16 * index) / height, line, size=style.SIZE, weight="bold", **place
        )
    if note:
        ax.text(left, 1 + 0.06 / height, note, size=_NOTE, color=style.SOFT, **place)


def _runs(panel: Panel) -> list[list[int]]:
    """Return the positions that one unbroken line joins."""
    runs: list[list[int]] = [[]]
    for index, point in enumerate(panel.points):
        if not point.shown or (index and index - 1 in panel.broken):
            runs.append([])
        if point.shown:
            runs[-1].append(index)
    return [run for run in runs if run]


def _line(ax: Any, panel: Panel, run: list[int]) -> None:
    import seaborn as sns

    times = [panel.times[i] for i in run]
    points = [panel.points[i] for i in run]
    whole = [(t, p.low, p.high) for t, p in zip(times, points, strict=True) if p.has_interval]
    if len(whole) > 1:
        ax.fill_between(*zip(*whole, strict=True), color=style.BLUE, alpha=0.14, linewidth=0,
                        zorder=1)  # fmt: skip
    for time, low, high in whole:
        ax.plot([time, time], [low, high], color=style.BLUE, linewidth=1.3,
                solid_capstyle="butt", zorder=2)  # fmt: skip
    sns.lineplot(
        x=times, y=[p.value for p in points], ax=ax, color=style.BLUE, linewidth=1.8,
        marker="o", markersize=4.4, markeredgewidth=0,
        errorbar=None, estimator=None, sort=False, zorder=3, legend=False,
    )  # fmt: skip


def _breaks(ax: Any, panel: Panel, axis: Axis, word: str) -> None:
    for index in sorted(panel.broken):
        if index + 1 >= len(panel.times):
            continue
        middle = (panel.times[index] + panel.times[index + 1]) / 2
        near = [p.value for p in panel.points[index : index + 2] if p.shown]
        low = min(near, default=axis.high) < (axis.low * 0.65 + axis.high * 0.35)
        ax.axvline(middle, color=style.SOFT, linewidth=1.1, linestyle=(0, (1.5, 2)), zorder=1)
        ax.text(middle, axis.high if low else axis.low + (axis.high - axis.low) * 0.03, word,
                rotation=90, rotation_mode="anchor", ha="right" if low else "left", va="bottom",
                size=style.SMALL - 1.2, color=style.SOFT)  # fmt: skip


def _labels(ax: Any, panel: Panel, axis: Axis) -> None:
    """Write the first and the last value beside their points, clear of the interval."""
    shown = [i for i, p in enumerate(panel.points) if p.shown]
    gap = (axis.high - axis.low) * 0.05
    for index in dict.fromkeys((shown[:1] + shown[-1:]) if shown else []):
        point = panel.points[index]
        top = point.high if point.has_interval else point.value
        last = index == shown[-1]
        ax.text(
            panel.times[index], top + gap * 0.6, point.label,
            ha="center", va="bottom", size=style.SIZE if last else style.SMALL,
            weight="bold" if last else "normal", color=style.BLUE if last else style.SOFT,
        )  # fmt: skip
