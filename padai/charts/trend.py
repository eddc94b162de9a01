"""Small multiples of series over time, with intervals and broken lines."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from padai.charts import style
from padai.charts.data import Axis, Moment, Panel, Point
from padai.charts.event_marks import BAND, draw_moments, legend_of, legend_room
from padai.charts.rows import SHAPES

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_PLOT = 1.35
"""The height of a panel's own field, in inches, where a page has room for it."""
_ALONE, _NARROW = 1.9, 1.15
_TALLEST = 10.4
"""Taller than a page; the PDF then makes it smaller."""
_LOWEST = 0.5
"""Titles of very many lines make the picture taller, never the fields lower than this."""
_LINE = 0.165
_NOTE, _SMALLEST = 8.0, 7.0
"""The size of a verdict, and the size under which it goes on in another line."""
_RAGGED = 6
"""Letters by which lines of one verdict may differ."""
_UNDER = 0.27
"""What stands under a field: the names of the waves."""
_LETTERS = 30
"""Letters of a title in half of the common width."""
_MARKER = 3.2
_CAP = 0.05
"""Half of the width of an interval's ends, in inches."""
_OVER = 0.155
"""What a line of a verdict needs."""
_LETTER, _APART = 0.56, 0.08
"""How wide a letter is, in sizes; and what stands between two names of waves, in inches."""


@dataclass(frozen=True)
class _Cell:
    """Where a panel stands, in inches from the top left, and its title and verdicts in lines."""

    left: float
    wide: float
    top: float
    head: float
    tall: float
    lines: tuple[str, ...]
    note: tuple[str, ...]
    over: tuple[str, ...]
    spare: float
    """What its texts leave of the room of its row, so that titles of a row stand side by side."""


def trend_chart(
    panels: Sequence[Panel],
    *,
    axis: Axis,
    ticks: Sequence[tuple[float, str]],
    break_word: str,
    notices: Sequence[str] = (),
    moments: Sequence[Moment] = (),
    width: float = style.WIDTH,
) -> Figure:
    """Draw one panel a series, two in a row, or three where they fill it (one on a telephone).

    Parameters
    ----------
    panels
        The series; a point that may not be shown leaves a gap.
    axis
        The vertical axis of every series that has none of its own.
    ticks
        The time of each wave, in years, and its short name.
    break_word
        What stands beside the mark of a break.
    notices
        What the picture must say of itself.
    moments
        Events of the context, in the order of their numbers: thin dotted lines, numbered above
        each field; the legend gives their days.
    width
        The width of the picture, in inches.
    """
    columns = 1 if len(panels) == 1 or style.is_narrow(width) else _columns(panels)
    foot = style.foot(notices, width) + 0.04
    mark = foot
    foot += legend_room(moments, width)
    cells = _cells(panels, columns, width, foot, BAND if moments else 0.0)
    height = cells[-1].top + cells[-1].head + cells[-1].tall + _UNDER + foot
    small = min(
        (_note_size(line, cell.wide) for cell in cells for line in (*cell.over, *cell.note)),
        default=_NOTE,
    )
    with style.chart_style():
        fig = style.canvas(height, width)
        for panel, cell in zip(panels, cells, strict=True):
            ax = style.axes(
                fig,
                left=cell.left + 0.42,
                right=width - cell.left - cell.wide + 0.1,
                top=cell.top + cell.head,
                bottom=height - cell.top - cell.head - cell.tall,
            )
            _panel(ax, panel, panel.axis or axis, ticks, break_word)
            draw_moments(ax, moments)
            _title(ax, cell, panel, BAND if moments else 0.0, small)
        if moments:
            legend_of(fig, moments, mark)
        style.mark(fig, notices)
    return fig


def _columns(panels: Sequence[Panel]) -> int:
    """Return how many stand in a row: two, or three where they fill their rows and none is broken.

    A break is named within its field, which asks for more room.
    """
    return 3 if len(panels) % 3 == 0 and not any(p.broken for p in panels) else 2


def _cells(
    panels: Sequence[Panel], columns: int, width: float, foot: float, band: float
) -> list[_Cell]:
    """Place the panels; where they would be taller than a page, their fields are lower."""
    wide = width / columns
    letters = int(_LETTERS * wide / (style.WIDTH / 2))
    lines = [tuple(style.wrapped(p.title, letters)) if p.title else () for p in panels]
    notes = [_note_lines(p.note, wide) for p in panels]
    overs = [_note_lines(p.over, wide) for p in panels]
    rows = [range(i, min(i + columns, len(panels))) for i in range(0, len(panels), columns)]
    worded = list(zip(lines, notes, overs, strict=True))
    texts = [_LINE * len(title) + _notes_tall(note, over) for title, note, over in worded]
    tallest = [max(texts[i] for i in row) for row in rows]
    heads = [0.28 + band + one for one in tallest]
    more = _OVER * sum(
        max(len(notes[i]) + len(overs[i]) - 1 if notes[i] else len(overs[i]) for i in row)
        for row in rows
    )
    room = (_TALLEST + more - foot - sum(heads)) / len(rows) - _UNDER
    tall = _ALONE if len(panels) == 1 else _PLOT if columns < 3 else _NARROW
    tall = min(tall, _NARROW) if style.is_narrow(width) else max(min(tall, room), _LOWEST)
    cells, top = [], -0.1
    for row, head, most in zip(rows, heads, tallest, strict=True):
        for column, index in enumerate(row):
            spare = most - texts[index]
            cells.append(_Cell(column * wide, wide, top, head, tall, *worded[index], spare))
        top += head + tall + _UNDER
    return cells


def _note_lines(note: str, wide: float) -> tuple[str, ...]:
    """Return a verdict in lines of about one length, none of which needs much smaller letters."""
    if not note:
        return ()
    most = int((wide - 0.3) / (_SMALLEST * 0.6 / 72))
    count = math.ceil(len(note) / most)
    alike = math.ceil(len(note) / count) + _RAGGED if count > 1 else most
    return tuple(style.wrapped(note, min(most, alike)))


def _notes_tall(note: Sequence[str], over: Sequence[str]) -> float:
    """Return how high the verdicts of a series stand, in inches."""
    return (0.02 if note else 0) + _OVER * (len(note) + len(over))


def _panel(
    ax: Any,
    panel: Panel,
    axis: Axis,
    ticks: Sequence[tuple[float, str]],
    break_word: str,
) -> None:
    times = [t for t, _ in ticks]
    room = 0.14 * (times[-1] - times[0]) or 0.5
    ax.set_xlim(times[0] - room, times[-1] + room)
    ax.set_ylim(axis.low, axis.high)
    ax.set_xticks(times, _legible(ax, ticks))
    ax.set_yticks(list(axis.ticks), [axis.written(t) for t in axis.ticks])
    ax.tick_params(axis="x", length=3, width=0.8, color=style.SOFT, pad=2)
    ax.tick_params(axis="y", pad=1)
    ax.grid(axis="y", color=style.GRID, linewidth=0.7)
    ax.set_axisbelow(True)
    for run in _runs(panel):
        _line(ax, panel, run)
    _breaks(ax, panel, axis, break_word)
    _labels(ax, panel)


def _legible(ax: Any, ticks: Sequence[tuple[float, str]]) -> list[str]:
    """Return the names of the ticks, without those that would touch a neighbour.

    The last and the first stand first; of those between, each that has room.
    """
    low, high = ax.get_xlim()
    inch = _size(ax)[0] / (high - low)
    halves = [len(name) * style.SMALL * _LETTER / 72 / 2 for _, name in ticks]
    kept: list[int] = []
    for i in dict.fromkeys((len(ticks) - 1, 0, *range(len(ticks) - 2, 0, -1))):
        if all(
            abs(ticks[i][0] - ticks[k][0]) * inch > halves[i] + halves[k] + _APART for k in kept
        ):
            kept.append(i)
    return [name if i in kept else "" for i, (_, name) in enumerate(ticks)]


def _note_size(note: str, wide: float) -> float:
    """Return the size at which a verdict ends before the next series begins.

    Those of a figure all have the smallest of these: one list has letters of one size.
    """
    return _NOTE * min(1.0, (wide - 0.3) / (len(note) * _NOTE * 0.6 / 72)) if note else _NOTE


def _marked(ax: Any, panel: Panel, x: float, y: float) -> bool:
    """Draw the sign of a verdict before its words, where it has one."""
    if panel.shape not in SHAPES:
        return False
    mark, colour, filled = SHAPES[panel.shape]
    ax.plot(
        [x],
        [y],
        transform=ax.transAxes,
        clip_on=False,
        linestyle="none",
        marker=mark,
        markersize=5.2,
        color=colour,
        markerfacecolor=colour if filled else "#ffffff",
        markeredgewidth=1.2,
    )
    return True


def _title(ax: Any, cell: _Cell, panel: Panel, band: float, small: float) -> None:
    """Write the name of a series, and under it its verdicts: the longer period first."""
    wide, tall = _size(ax)
    place = {"transform": ax.transAxes, "ha": "left", "va": "baseline"}
    left, above = -0.4 / wide, 0.13 + band + cell.spare
    if cell.note:
        first = above + _OVER * (len(cell.note) - 1)
        known = _marked(ax, panel, left + 0.06 / wide, 1 + (first + 0.04) / tall)
        for index, line in enumerate(cell.note):
            beside = left + (0.16 / wide if known else 0)
            height = 1 + (first - _OVER * index) / tall
            style.words(ax, beside, height, line, size=small, color=style.SOFT, **place)
        above = first + 0.175
    for line in reversed(cell.over):
        style.words(ax, left, 1 + above / tall, line, size=small, color=style.SOFT, **place)
        above += _OVER
    for index, line in enumerate(reversed(cell.lines)):
        y = 1 + (above + _LINE * index) / tall
        style.words(ax, left, y, line, size=style.SIZE, weight="bold", **place)


def _size(ax: Any) -> tuple[float, float]:
    """Return the width and the height of a field, in inches."""
    box, (width, height) = ax.get_position(), ax.figure.get_size_inches()
    return box.width * width, box.height * height


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
    times = [panel.times[i] for i in run]
    points = [panel.points[i] for i in run]
    whole = [(t, p.low, p.high) for t, p in zip(times, points, strict=True) if p.has_interval]
    if len(whole) > 1:
        ax.fill_between(
            *zip(*whole, strict=True), color=style.BLUE, alpha=0.16, linewidth=0, zorder=1
        )
    low, high = ax.get_xlim()
    cap = _CAP * (high - low) / _size(ax)[0]
    # every interval by one line, with a gap after each
    xs: list[float] = []
    ys: list[float] = []
    for time, bottom, top in whole:
        xs += [time - cap, time + cap, time, time, time - cap, time + cap, math.nan]
        ys += [bottom, bottom, bottom, top, top, top, math.nan]
    if whole:
        ax.plot(xs, ys, color=style.BLUE, linewidth=1.1, solid_capstyle="butt", zorder=2)
    ax.plot(
        times,
        [p.value for p in points],
        color=style.BLUE,
        linewidth=1.5,
        marker="o",
        markersize=_MARKER,
        markeredgewidth=0,
        zorder=3,
    )


def _ends(point: Point) -> tuple[float, float]:
    return (point.low, point.high) if point.has_interval else (point.value, point.value)


def _breaks(ax: Any, panel: Panel, axis: Axis, word: str) -> None:
    """Mark each break by a dotted line, and name it where the series is farther away."""
    tall = _size(ax)[1]
    letters = 0.15 * (axis.high - axis.low) / tall
    for index in sorted(panel.broken):
        if index + 1 >= len(panel.times):
            continue
        middle = (panel.times[index] + panel.times[index + 1]) / 2
        near = [_ends(p) for p in panel.points[index : index + 2] if p.shown]
        above = axis.high - max((high for _, high in near), default=axis.low)
        below = min((low for low, _ in near), default=axis.low) - axis.low
        top = above >= below
        ends = [axis.low, axis.high - letters] if top else [axis.low + letters, axis.high]
        ax.plot(
            [middle, middle],
            ends,
            color=style.SOFT,
            linewidth=1.1,
            linestyle=(0, (1.5, 2)),
            zorder=1,
        )
        ax.text(
            middle,
            axis.high if top else axis.low + letters * 0.15,
            word,
            ha="center",
            va="top" if top else "bottom",
            size=_NOTE,
            color=style.SOFT,
        )


def _room_under(ax: Any, low: float, size: float) -> bool:
    """Return whether a number of some size stands clear of the foot of its field, under a point."""
    foot, top = ax.get_ylim()
    return bool((low - foot) / (top - foot) * _size(ax)[1] > (1.2 * size + 6) / 72)


def _labels(ax: Any, panel: Panel) -> None:
    """Write the first and the last value on the side that the line does not go to."""
    shown = [i for i, p in enumerate(panel.points) if p.shown]
    if not shown:
        return
    first, last = shown[0], shown[-1]
    beside = {first: shown[1:2], last: shown[-2:-1]}
    for index in dict.fromkeys((first, last)):
        point = panel.points[index]
        low, high = _ends(point)
        now = index == last
        above = all(panel.points[i].value <= point.value for i in beside[index]) or not _room_under(
            ax, low, style.SIZE if now else style.SMALL
        )
        ax.annotate(
            point.label,
            (panel.times[index], high if above else low),
            xytext=(0, 3 if above else -3),
            textcoords="offset points",
            ha="center",
            va="bottom" if above else "top",
            size=style.SIZE if now else style.SMALL,
            weight="bold" if now else "normal",
            color=style.BLUE if now else style.SOFT,
            zorder=5,
        )
