"""Stacked bars of an answer scale, diverging from the middle where the scale has two sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from padai.charts import style
from padai.charts.data import Bar, Segment

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_ROW = 0.56
_LINE = 0.2
"""What a line adds to a row, in inches: one of its own for the share, a name's second."""
_APART = 9.0
_LETTERS = 66
_BOLD = 1.12
"""How much wider a bold letter is than another."""
_NAME_LETTERS = 13.6
"""Letters of a name to the inch."""


def stacked_chart(
    bars: Sequence[Bar],
    *,
    followed: str = "",
    notices: Sequence[str] = (),
    width: float = style.WIDTH,
) -> Figure:
    """Draw one bar a question; its label and the share that is followed stand above it.

    Parameters
    ----------
    bars
        The segments at the left of the middle, from the outside in; at the right, from the inside
        out; and apart, at the right edge. Without segments at the left the bar starts at zero.
    followed
        The name of the share that stands above each bar.
    notices
        What the picture must say of itself.
    """
    colours = _colours(bars[0])
    entries = [(style.patch(colours[s.label]), s.label) for s in _in_order(bars[0])]
    letters = _LETTERS * width / style.WIDTH
    bars, line = _with_intervals(bars, letters)
    names = [style.wrapped(b.label, int(_NAME_LETTERS * width)) for b in bars]
    more = _LINE * (max(map(len, names)) - 1)
    row = _ROW + more + line
    crowded = any(
        (0 if line else len(b.label)) + _BOLD * (len(followed) + len(b.note)) > letters
        for b in bars
    )
    top = style.legend_height([text for _, text in entries], width)
    once = style.wrapped(followed, int(letters / _BOLD)) if crowded and followed else []
    top += _LINE * len(once)
    bottom = 0.08 + style.foot(notices, width)
    height = row * len(bars) + top + bottom
    reach_left = max((sum(s.value for s in b.left) for b in bars), default=0.0)
    reach_right = max(sum(s.value for s in b.right) for b in bars)
    apart = max(sum(s.value for s in b.apart) for b in bars)
    edge = reach_right + (_APART * 0.4 if apart else 0)
    with style.chart_style():
        fig = style.canvas(height, width)
        ax = style.axes(fig, 0.02, 0.02, top, bottom)
        ax.spines["bottom"].set_visible(False)
        ax.set(xlim=(-reach_left, edge + apart + 0.1), ylim=(len(bars), 0), xticks=[], yticks=[])
        for index, bar in enumerate(bars):
            lead = "" if crowded else followed
            _words(ax, bar, names[index], index, lead=lead, more=more, line=line)
            _bar(ax, bar, index, colours, edge=edge, added=more + line)
            if reach_left:
                ends = [index + (more + line + end) / row for end in (0.225, 0.526)]
                ax.plot(
                    [0, 0], ends, color=style.INK, linewidth=1.4, solid_capstyle="butt", zorder=4
                )
        if once:
            _name_once(ax, "\n".join(once))
        style.legend(fig, entries, top=0.04)
        style.mark(fig, notices)
    return fig


def _name_once(ax: Axes, followed: str) -> None:
    """Name the share that is followed above all bars, where it has no room above each."""
    ax.text(
        ax.get_xlim()[1],
        0.04,
        followed,
        ha="right",
        va="bottom",
        weight="bold",
        size=style.SMALL + 0.4,
        color=style.BLUE,
    )


def _with_intervals(bars: Sequence[Bar], letters: float) -> tuple[list[Bar], float]:
    """Return the bars with their intervals beside their shares, and the line that these need.

    Where the names of the bars leave no room, what follows them stands on a line of its own.
    """
    whole = [replace(b, note=f"{b.note} {b.sure}".strip()) for b in bars]
    room = all(len(b.label) + _BOLD * len(b.note) <= letters for b in whole)
    return whole, 0.0 if room else _LINE


def _in_order(bar: Bar) -> list[Segment]:
    return [*bar.left, *bar.right, *bar.apart]


def _colours(bar: Bar) -> dict[str, str]:
    colours: dict[str, str] = {}
    if bar.left:
        for side, ends in ((bar.left, style.NEGATIVE), (bar.right[::-1], style.POSITIVE)):
            for segment, shade in zip(side, style.shades(*ends, len(side)), strict=True):
                colours[segment.label] = shade
    else:
        for segment, shade in zip(
            bar.right, style.shades(*style.SEQUENTIAL, len(bar.right)), strict=True
        ):
            colours[segment.label] = shade
    for segment, shade in zip(bar.apart, style.shades(*style.NEUTRAL, len(bar.apart)), strict=True):
        colours[segment.label] = shade
    return colours


def _words(
    ax: Any, bar: Bar, name: list[str], index: int, *, lead: str, more: float, line: float
) -> None:
    """Write a bar's name, of which the last line stands next to the bar, and its share."""
    row = _ROW + more + line
    last = index + (0.146 + more) / row
    low, high = ax.get_xlim()
    for above, text in enumerate(reversed(name)):
        y = last - above * _LINE / row
        ax.text(low, y, text, ha="left", va="center_baseline", size=style.SIZE)
    note = f"{lead} {bar.note}" if lead and bar.note else bar.note
    ax.text(
        low if line else high,
        last + line / row,
        note,
        ha="left" if line else "right",
        va="center_baseline",
        size=style.SMALL + 0.4,
        weight="bold",
        color=style.BLUE,
    )


def _bar(
    ax: Any, bar: Bar, index: int, colours: dict[str, str], *, edge: float, added: float
) -> None:
    row = _ROW + added
    bar_y = index + (0.37 + added) / row
    at = -sum(s.value for s in bar.left)
    for segment in (*bar.left, *bar.right):
        _segment(ax, segment, at, bar_y, colours[segment.label], 0.258 / row)
        at += segment.value
    at = edge
    for segment in bar.apart:
        _segment(ax, segment, at, bar_y, colours[segment.label], 0.258 / row)
        at += segment.value


def _segment(ax: Any, segment: Segment, at: float, y: float, colour: str, tall: float) -> None:
    low, high = ax.get_xlim()
    span = high - low
    ax.barh(
        y,
        segment.value,
        left=at,
        height=tall,
        color=colour,
        edgecolor="#ffffff",
        linewidth=1.2,
        zorder=2,
    )
    # a number is written where its segment has room for it; the table has every one
    needed = sum(0.075 if c.isdigit() else 0.04 for c in segment.written) + 0.02
    if segment.value / span * ax.figure.get_size_inches()[0] > needed:
        ax.text(
            at + segment.value / 2,
            y,
            segment.written,
            ha="center",
            va="center_baseline",
            size=style.SMALL,
            color=style.text_on(colour),
            zorder=5,
        )
