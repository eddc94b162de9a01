"""Events on the charts of series: a thin dotted line and a number, which cover no word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from padai.charts import style
from padai.charts.data import Moment

if TYPE_CHECKING:
    from matplotlib.figure import Figure

BAND = 0.15
"""The height, in inches, of the numbers above a field."""
_LETTER, _BETWEEN, _CLEAR = 0.08, 0.06, 0.03
_NUMBER = 8.0
_DOTS = {"color": style.SOFT, "linewidth": 0.8, "linestyle": (0, (0.9, 1.6))}


def draw_moments(ax: Any, moments: Sequence[Moment]) -> None:
    """Draw each event that lies on the axis of time; its line stops where words stand.

    It is called last, since it goes around every word that the field has already.
    """
    first, last = ax.get_xlim()
    shown = [m for m in moments if first < m.time < last]
    if not shown:
        return
    box, (width, height) = ax.get_position(), ax.figure.get_size_inches()
    wide, tall = box.width * width, box.height * height
    words = [_extent(ax, text, (last - first) / wide) for text in ax.texts if text.get_text()]
    for moment in shown:
        for low, high in _free(ax.get_ylim(), moment.time, words, tall):
            ax.plot(
                [moment.time] * 2,
                [low, high],
                zorder=1.5,
                gid="event",
                scaley=False,
                scalex=False,
                **_DOTS,
            )
    for middle, numbers in _together(shown, wide / (last - first)):
        ax.text(
            middle,
            1 + 0.03 / tall,
            numbers,
            transform=ax.get_xaxis_transform(),
            ha="center",
            va="bottom",
            size=_NUMBER,
            color=style.INK,
        )


def legend_of(fig: Figure, moments: Sequence[Moment], foot: float) -> None:
    """Write the number and the day of each event under the fields."""
    from matplotlib.lines import Line2D

    entries = [(Line2D([], [], **_DOTS), style.raised(m.label)) for m in moments]  # type: ignore[arg-type]
    width, height = fig.get_size_inches()
    top = height - foot - legend_room(moments, width)
    style.legend(fig, entries, top=top)


def legend_room(moments: Sequence[Moment], width: float) -> float:
    """Return the height, in inches, that :func:`legend_of` takes."""
    return style.legend_height([m.label for m in moments], width) if moments else 0.0


def _extent(ax: Any, text: Any, inch: float) -> tuple[float, float, float, float]:
    """Return where a word stands, in the units of the axes, with some room beside it."""
    box = text.get_window_extent().transformed(ax.transData.inverted())
    return box.x0 - _CLEAR * inch, box.x1 + _CLEAR * inch, box.y0, box.y1


def _free(
    limits: tuple[float, float],
    time: float,
    words: Sequence[tuple[float, float, float, float]],
    tall: float,
) -> list[tuple[float, float]]:
    """Return the stretches of a vertical line that no word covers."""
    clear = _CLEAR * (limits[1] - limits[0]) / tall
    taken = sorted((y0 - clear, y1 + clear) for x0, x1, y0, y1 in words if x0 <= time <= x1)
    gaps, low = [], limits[0]
    for start, end in [*taken, (limits[1], limits[1])]:
        if min(start, limits[1]) > low:
            gaps.append((low, min(start, limits[1])))
        low = max(low, end)
    return gaps


def _together(shown: Sequence[Moment], inches: float) -> list[tuple[float, str]]:
    """Return the numbers and where they stand; those that would touch stand as one text."""
    groups = [[m] for m in sorted(shown, key=lambda m: m.time)]
    joined = True
    while joined:
        joined = False
        for k in range(len(groups) - 1):
            apart = (_middle(groups[k + 1]) - _middle(groups[k])) * inches
            if apart < (_wide(groups[k]) + _wide(groups[k + 1])) / 2 + _BETWEEN:
                groups[k : k + 2] = [groups[k] + groups[k + 1]]
                joined = True
                break
    return [(_middle(group), _numbers(group)) for group in groups]


def _middle(group: Sequence[Moment]) -> float:
    return sum(m.time for m in group) / len(group)


def _wide(group: Sequence[Moment]) -> float:
    return _LETTER * len(_numbers(group))


def _numbers(group: Sequence[Moment]) -> str:
    """Write numbers side by side; three or more in a row are told by their ends."""
    if len(group) > 2:
        return f"{group[0].number}–{group[-1].number}"
    return ", ".join(m.number for m in group)
