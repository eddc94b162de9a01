"""Curves over a number: how a quantity falls as another grows, with what is declared beside."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from padai.charts import style
from padai.charts.data import Axis

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_MARKERS = {"circle": "o", "square": "s", "triangle": "^", "diamond": "D"}
_HEIGHT = 2.5


@dataclass(frozen=True)
class Curve:
    """One curve: its name, and its values at the places of the horizontal axis."""

    label: str
    values: tuple[float, ...]


def curve_chart(
    curves: Sequence[Curve],
    places: Sequence[float],
    *,
    axis: Axis,
    along: Axis,
    level: tuple[float, str] | None = None,
    here: tuple[float, str] | None = None,
    notices: Sequence[str] = (),
    width: float = style.WIDTH,
) -> Figure:
    """Draw curves that share one panel, told apart by colour, dashes and markers.

    Parameters
    ----------
    curves
        At most four; a value that is not a number leaves a gap.
    places
        Where the values stand on the horizontal axis.
    axis, along
        The vertical and the horizontal axis.
    level
        A value that a horizontal dashed line marks, and what it is called.
    here
        A place that a vertical dotted line marks, and what it is called.
    notices
        What the picture must say of itself.
    """
    looks = style.LINES[: len(curves)]
    entries = [(_handle(look), c.label) for look, c in zip(looks, curves, strict=True)]
    top = style.legend_height([c.label for c in curves], width) + 0.24
    bottom = 0.5 + style.foot(notices, width)
    height = _HEIGHT + top + bottom
    with style.chart_style():
        fig = style.canvas(height, width)
        ax = style.axes(fig, 0.4, 0.12, top, bottom)
        ax.set_xlim(along.low, along.high)
        ax.set_ylim(axis.low, axis.high)
        ax.set_xticks(list(along.ticks), [along.written(t) for t in along.ticks])
        ax.set_yticks(list(axis.ticks), [axis.written(t) for t in axis.ticks])
        ax.set_xlabel(along.title, size=style.SMALL)
        ax.grid(axis="y", color=style.GRID, linewidth=0.7)
        ax.set_axisbelow(True)
        for look, curve in zip(looks, curves, strict=True):
            _draw(ax, look, curve, places)
        if level is not None:
            _level(ax, level, along)
        if here is not None:
            _here(ax, here, axis)
        _title(fig, axis.title, height, top)
        style.legend(fig, entries, top=0.04)
        style.mark(fig, notices)
    return fig


def _title(fig: Figure, title: str, height: float, top: float) -> None:
    if title:
        fig.text(
            0.0,
            1 - (top - 0.06) / height,
            title,
            ha="left",
            va="bottom",
            size=style.SMALL,
            color=style.SOFT,
        )


def _dashes(text: str) -> Any:
    return (0, tuple(float(x) for x in text.split())) if text else "solid"


def _handle(look: tuple[str, str, str]) -> Any:
    from matplotlib.lines import Line2D

    colour, dashes, marker = look
    return Line2D(
        [],
        [],
        color=colour,
        linestyle=_dashes(dashes),
        linewidth=1.8,
        marker=_MARKERS[marker],
        markersize=4.4,
    )


def _draw(ax: Any, look: tuple[str, str, str], curve: Curve, places: Sequence[float]) -> None:
    colour, dashes, marker = look
    kept = [(x, y) for x, y in zip(places, curve.values, strict=True) if math.isfinite(y)]
    if kept:
        xs, ys = zip(*kept, strict=True)
        ax.plot(
            xs,
            ys,
            color=colour,
            linestyle=_dashes(dashes),
            linewidth=1.8,
            marker=_MARKERS[marker],
            markersize=4.4,
            zorder=3,
        )


def _level(ax: Any, level: tuple[float, str], along: Axis) -> None:
    value, text = level
    ax.axhline(value, color=style.SOFT, linewidth=1.1, linestyle=(0, (5, 3)), zorder=1)
    ax.annotate(
        text,
        (along.high, value),
        xytext=(0, 3),
        textcoords="offset points",
        ha="right",
        va="bottom",
        size=style.SMALL,
        color=style.SOFT,
        zorder=4,
    )


def _here(ax: Any, here: tuple[float, str], axis: Axis) -> None:
    value, text = here
    ax.axvline(value, color=style.SOFT, linewidth=1.1, linestyle=(0, (1.5, 2)), zorder=1)
    middle = sum(ax.get_xlim()) / 2
    side = "left" if value < middle else "right"
    ax.annotate(
        text,
        (value, axis.high),
        xytext=(4 if side == "left" else -4, -3),
        textcoords="offset points",
        ha=side,
        va="top",
        size=style.SMALL,
        color=style.SOFT,
        zorder=4,
    )
