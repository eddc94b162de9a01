"""A small strip for a card: one figure on its whole scale, the earlier wave's above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from padai.charts import style
from padai.charts.data import Axis, Point

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH = 3.3
_ROW = 0.2
_UNDER = 0.22
_FOOT, _NOTICE = 0.12, 6.8
_LETTER = 0.088
"""The width of a bold letter, in inches."""


@dataclass(frozen=True)
class Mark:
    """A line of the strip: the wave, its figure, and whether it is the one the card is about."""

    name: str
    point: Point
    now: bool


def strip_chart(marks: Sequence[Mark], *, axis: Axis, notices: Sequence[str] = ()) -> Figure:
    """Draw one line a wave: the figure, and its interval where it has one.

    Parameters
    ----------
    marks
        The waves, the latest last.
    axis
        The whole scale, so that the cards of a page can be compared.
    notices
        What the picture must say of itself.
    """
    foot = _FOOT if notices else 0.0
    height = _ROW * len(marks) + _UNDER + foot
    with style.chart_style():
        fig = style.canvas(height, WIDTH)
        fig.patch.set_visible(False)
        left, right = (
            0.13 + _LETTER * max(map(len, side))
            for side in ([m.name for m in marks], [m.point.label for m in marks])
        )
        ax = style.axes(fig, left, right, 0.0, _UNDER + foot)
        fig.text(
            1.0, 0.02, " · ".join(notices), ha="right", va="bottom", size=_NOTICE, color=style.SOFT
        )
        ax.patch.set_visible(False)
        ax.set_xlim(axis.low, axis.high)
        ax.set_ylim(len(marks), 0)
        ax.set_xticks(list(axis.ticks), [axis.written(t) for t in axis.ticks])
        ax.set_yticks([])
        ax.tick_params(length=3, width=0.8, color=style.SOFT, labelsize=style.SMALL - 0.8, pad=2)
        ax.grid(axis="x", color=style.GRID, linewidth=0.7)
        ax.set_axisbelow(True)
        for index, mark in enumerate(marks):
            _mark(ax, mark, index + 0.5)
    return fig


def _mark(ax: Any, mark: Mark, y: float) -> None:
    colour = style.BLUE if mark.now else style.GREY
    how: dict[str, Any] = {
        "transform": ax.get_yaxis_transform(), "va": "center_baseline", "size": style.SMALL,
        "weight": "bold" if mark.now else "normal", "color": style.BLUE if mark.now else style.SOFT,
    }  # fmt: skip
    ax.text(-0.04, y, mark.name, ha="right", **how)
    ax.text(1.04, y, mark.point.label, ha="left", **how)
    if mark.point.has_interval:
        ax.barh(
            y,
            mark.point.high - mark.point.low,
            left=mark.point.low,
            height=0.44,
            zorder=2,
            color=style.POSITIVE[1] if mark.now else "#ffffff",
            edgecolor=colour,
            linewidth=0.9,
        )
    ax.plot(
        [mark.point.value] * 2,
        [y - 0.38, y + 0.38],
        color=colour,
        linewidth=1.7,
        solid_capstyle="butt",
        zorder=3,
    )
