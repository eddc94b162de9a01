"""Row charts: dots or bars with intervals, one line an item, words at the right edge."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from padai.charts import style
from padai.charts.data import Axis, ChartRow, Point

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SHAPES: dict[str, tuple[str, str, bool]] = {
    "plain": ("o", style.BLUE, True),
    "higher": ("^", style.BLUE, True),
    "lower": ("v", style.ORANGE, True),
    "same": ("s", style.GREY, True),
    "open": ("o", style.GREY, False),
    "earlier": ("o", style.GREY, False),
    "other": ("D", style.ORANGE, True),
}
"""The marker, colour and filling of each kind of point."""
WAVE_SHAPES = {
    "rose": "higher", "rose_less_than_margin": "higher", "fell": "lower",
    "fell_less_than_margin": "lower", "stable": "same", "cannot_tell": "open",
}  # fmt: skip
GROUP_SHAPES = {
    "higher": "higher", "lower": "lower", "comparable": "same", "no_difference_shown": "open",
}  # fmt: skip
"""The kind of point of each verdict, on waves and on groups."""
_WORDS = 0.165
_ON_WHITE = {"facecolor": "#ffffff", "edgecolor": "none", "pad": 0.6}
"""The height of a line of a label, in inches."""
_NAME_LETTERS, _NOTE_LETTERS = 12.4, 17.0
"""Letters of a heading, and of a small note under it, to the inch."""


@dataclass(frozen=True)
class Layout:
    """How a row chart is laid out.

    Attributes
    ----------
    labels
        Width of the labels' column, in inches.
    sides
        Width of each column of words at the right, in inches.
    heads
        The shape that each of these columns belongs to; may be empty.
    bars
        Whether values are bars from the axis' low end instead of dots.
    line
        A value that a dashed line marks, and what it is called.
    spread
        Distance between the points of one row, in rows.
    row
        The height of a row of one point, in inches.
    above
        Whether labels stand above their marks instead of beside them.
    """

    labels: float = 1.85
    sides: tuple[float, ...] = (0.62,)
    heads: tuple[str, ...] = ()
    bars: bool = False
    line: tuple[float, str] | None = None
    spread: float = 0.0
    row: float = 0.27
    above: bool = False

    def on(self, width: float) -> Layout:
        """Return the layout of a picture of some width: a narrow one has its labels above."""
        return replace(self, labels=0.0, above=True) if style.is_narrow(width) else self

    def letters(self, width: float) -> int:
        """Return the letters of a line of a label."""
        return max(12, int((width if self.above else self.labels) * 13.6))


def row_chart(
    rows: Sequence[ChartRow],
    *,
    axis: Axis,
    layout: Layout | None = None,
    legend: Sequence[tuple[str, str]] = (),
    withheld: str = "",
    notices: Sequence[str] = (),
    width: float = style.WIDTH,
) -> Figure:
    """Draw one line a row; a point that may not be shown is replaced by words.

    Parameters
    ----------
    rows
        Headings and rows of points.
    axis
        The horizontal axis.
    legend
        The name of each shape that a reader must know.
    withheld
        What stands where a value is not shown and has no words of its own.
    """
    plan = (layout or Layout()).on(width)
    per_line = plan.letters(width)
    heights = [_height(r, per_line, plan, width) for r in rows]
    top = 0.06 + (style.legend_height([t for _, t in legend], width) if legend else 0)
    top += 0.22 if plan.heads or (plan.line and plan.line[1]) else 0
    bottom = (0.48 if axis.title else 0.3) + style.foot(notices, width)
    height = sum(heights) + top + bottom
    with style.chart_style():
        fig = style.canvas(height, width)
        ax = style.axes(fig, plan.labels + 0.12, sum(plan.sides) + 0.1, top, bottom)
        ax.set_ylim(sum(heights), 0)
        _axis(ax, axis)
        _line(ax, plan)
        y, marks = 0.0, _Marks(plan, axis)
        for row, tall in zip(rows, heights, strict=True):
            _row(ax, row, _Band(y, tall), plan, marks, per_line=per_line, withheld=withheld)
            y += tall
        marks.draw(ax)
        _heads(ax, plan)
        if legend:
            style.legend(fig, [(_handle(s, plan), t) for s, t in legend], top=0.04)
        style.mark(fig, notices)
    return fig


@dataclass(frozen=True)
class _Band:
    """Where a row stands: its upper edge and its height, in inches."""

    top: float
    tall: float


def _height(row: ChartRow, per_line: int, plan: Layout, width: float) -> float:
    if row.is_heading:
        named, noted = _heading(row, width)
        return plan.row + 0.06 + _WORDS * (len(named) - 1 + len(noted))
    words = _WORDS * len(style.wrapped(row.label, per_line))
    marks = _marks(row, plan)
    return words + marks + 0.04 if plan.above else max(marks, words + 0.07)


def _heading(row: ChartRow, width: float) -> tuple[list[str], list[str]]:
    """Return a heading and the note under it as lines that are no wider than the picture."""
    named = style.wrapped(row.label, int(_NAME_LETTERS * width))
    return named, style.wrapped(row.note, int(_NOTE_LETTERS * width)) if row.note else []


def _marks(row: ChartRow, plan: Layout) -> float:
    """Return the height of a row's marks."""
    return plan.row * (1 + 0.9 * plan.spread * (len(row.points) - 1))


def _handle(shape: str, plan: Layout) -> Any:
    if plan.bars:
        return style.patch(SHAPES[shape][1])
    mark, colour, filled = SHAPES[shape]
    return style.marker(mark, colour, filled=filled)


def _axis(ax: Any, axis: Axis) -> None:
    ax.set_xlim(axis.low, axis.high)
    ax.set_xticks(list(axis.ticks), [axis.written(t) for t in axis.ticks])
    ax.yaxis.set_visible(False)
    ax.grid(axis="x", color=style.GRID, linewidth=0.7)
    ax.set_axisbelow(True)
    if axis.title:
        ax.set_xlabel(axis.title, size=style.SMALL, color=style.SOFT, labelpad=4)


def _line(ax: Any, plan: Layout) -> None:
    if plan.line is None:
        return
    value, name = plan.line
    ax.axvline(value, color=style.INK, linewidth=1.1, linestyle=(0, (4, 2)), zorder=1)
    if name:
        tall = ax.get_position().height * ax.figure.get_size_inches()[1]
        ax.text(
            value,
            1 + 0.06 / tall,
            name,
            transform=ax.get_xaxis_transform(),
            ha="center",
            va="bottom",
            size=style.SMALL,
            weight="bold",
        )


def _heads(ax: Any, plan: Layout) -> None:
    tall = ax.get_position().height * ax.figure.get_size_inches()[1]
    span = ax.get_position().width * ax.figure.get_size_inches()[0]
    for x, head in zip(_columns(ax, plan), plan.heads, strict=False):
        mark, colour, filled = SHAPES[head]
        ax.plot(
            [x + 0.2 / span],
            [1 + 0.1 / tall],
            transform=ax.transAxes,
            clip_on=False,
            linestyle="none",
            marker=mark,
            markersize=6,
            color=colour,
            markerfacecolor=colour if filled else "#ffffff",
        )


def _columns(ax: Any, plan: Layout) -> list[float]:
    """Return where each column of words starts, in fractions of the axes' width."""
    span = ax.get_position().width * ax.figure.get_size_inches()[0]
    starts = [0.12 + sum(plan.sides[:i]) for i in range(len(plan.sides))]
    return [1 + start / span for start in starts]


def _row(
    ax: Any,
    row: ChartRow,
    band: _Band,
    plan: Layout,
    marks: _Marks,
    *,
    per_line: int,
    withheld: str,
) -> None:
    span = ax.get_position().width * ax.figure.get_size_inches()[0]
    place = ax.get_yaxis_transform()
    if row.is_heading:
        named, noted = _heading(row, ax.figure.get_size_inches()[0])
        left, y = -(plan.labels + 0.1) / span, band.top + (plan.row + 0.06) / 2 + 0.02
        # on white, so that no line of the field strikes a heading through
        bold: dict[str, Any] = {"size": style.SIZE, "weight": "bold", "bbox": _ON_WHITE}
        soft: dict[str, Any] = {"size": style.SMALL, "color": style.SOFT, "bbox": _ON_WHITE}
        for line, how in [*((n, bold) for n in named), *((n, soft) for n in noted)]:
            style.words(ax, left, y, line, transform=place, va="center_baseline", **how)
            y += _WORDS
        return
    _label(ax, style.wrapped(row.label, per_line), band, plan, span)
    y = band.top + band.tall - _marks(row, plan) / 2 if plan.above else band.top + band.tall / 2
    offset = plan.spread * plan.row
    first = y - (offset * (len(row.points) - 1) / 2 if plan.spread else 0)
    for index, point in enumerate(row.points):
        at = first + index * offset
        if point.shown:
            marks.add(point, at)
        elif point.label or withheld:
            style.words(
                ax,
                ax.get_xlim()[0],
                at,
                " " + (point.label or withheld),
                ha="left",
                style="italic",
                va="center_baseline",
                size=style.SMALL,
                color=style.SOFT,
                bbox={"facecolor": "#ffffff", "edgecolor": "none", "pad": 1.2},
            )
    for x, words in zip(_columns(ax, plan), row.side, strict=False):
        style.words(ax, x, y, words, transform=place, va="center_baseline", size=style.SMALL + 0.4)


def _label(ax: Any, lines: Sequence[str], band: _Band, plan: Layout, span: float) -> None:
    """Write a row's label beside its marks, or above them."""
    first = band.top + band.tall / 2 - (len(lines) - 1) / 2 * _WORDS
    how: dict[str, Any] = {"ha": "right"}
    if plan.above:
        first = band.top + 0.1
        how = {"ha": "left", "bbox": _ON_WHITE}
    for index, line in enumerate(lines):
        style.words(
            ax,
            -0.1 / span,
            first + index * _WORDS,
            line,
            transform=ax.get_yaxis_transform(),
            va="center_baseline",
            size=style.SIZE,
            **how,
        )


class _Marks:
    """The marks of all rows, drawn at once: an artist a row would take most of a chart's time."""

    def __init__(self, plan: Layout, axis: Axis) -> None:
        self._plan, self._axis = plan, axis
        self._spans: dict[str, list[tuple[float, float, float]]] = {}
        self._dots: dict[str, list[tuple[float, float]]] = {}
        self._bars: list[tuple[float, float, str]] = []

    def add(self, point: Point, y: float) -> None:
        """Note what a point shows at some height."""
        if self._plan.bars:
            colour = style.POSITIVE[1] if point.shape == "plain" else SHAPES[point.shape][1]
            self._bars.append((y, point.value - self._axis.low, colour))
            if point.has_interval:
                self._spans.setdefault(style.INK, []).append((point.low, point.high, y))
            return
        if point.has_interval:
            low, high = max(point.low, self._axis.low), min(point.high, self._axis.high)
            self._spans.setdefault(SHAPES[point.shape][1], []).append((low, high, y))
        self._dots.setdefault(point.shape, []).append((point.value, y))

    def draw(self, ax: Any) -> None:
        """Draw bars, then intervals, then dots."""
        if self._bars:
            ys, values, colours = zip(*self._bars, strict=True)
            tall, low = self._plan.row * 0.58, self._axis.low
            ax.barh(ys, values, height=tall, left=low, color=colours, linewidth=0, zorder=2)
        how: dict[str, Any] = {"linewidth": 2.2, "alpha": 0.75, "zorder": 2}
        if self._plan.bars:
            how = {"linewidth": 1.7, "zorder": 4}
        for colour, spans in self._spans.items():
            # a gap after each, so that one line draws them all
            xs = [x for low, high, _ in spans for x in (low, high, math.nan)]
            heights = [h for _, _, y in spans for h in (y, y, math.nan)]
            ax.plot(xs, heights, color=colour, solid_capstyle="butt", **how)
        for name, dots in self._dots.items():
            shape, colour, filled = SHAPES[name]
            ax.plot(
                *zip(*dots, strict=True),
                linestyle="none",
                marker=shape,
                markersize=6.6,
                zorder=3,
                color=colour,
                markerfacecolor=colour if filled else "#ffffff",
                markeredgecolor=colour,
                markeredgewidth=1.4,
            )
