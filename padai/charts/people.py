"""People in ten: one row of ten figures a result, filled as far as the result goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from padai.charts import style

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LINE = 0.0172
"""The height of a line of text, in inches for each point of its size."""


@dataclass(frozen=True)
class PeopleRow:
    """One result.

    Attributes
    ----------
    low, high
        People of ten who are surely in it, and who may be; the figures between are hatched.
    label
        What stands beside the row, or above it; may be empty.
    side
        What stands at the right of the figures, where labels are above them.
    """

    low: int
    high: int
    label: str = ""
    side: str = ""


@dataclass(frozen=True)
class PeopleLayout:
    """Where things stand, in inches: labels beside the figures, or above them."""

    size: float
    left: float
    step: float
    row: float
    wrap: int
    above: bool
    numbered: bool = True

    def on(self, width: float) -> PeopleLayout:
        """Return the plan of a picture of some width: a narrow one has its words above."""
        if not style.is_narrow(width):
            return self
        return PeopleLayout(style.SIZE, 0.2, 0.32, 0.44, 44, above=True, numbered=self.numbered)

    def with_room(self, labelled: bool) -> PeopleLayout:
        """Return the plan with room for the numbers of rows that no words stand above."""
        if labelled or not (self.above and self.numbered):
            return self
        left = max(self.left, _NUMBER)
        return replace(self, left=left, step=self.step - (left - self.left) / 20)


_NUMBER = 0.42
"""Inches from the edge to the middle of a figure that a number stands before."""
BESIDE = PeopleLayout(style.SIZE, 2.62, 0.3, 0.36, 29, above=False)
"""For a page: labels beside the figures."""
LARGE = PeopleLayout(15.2, 0.75, 0.47, 0.58, 46, above=True)
"""For large print, where no letter is smaller than the text."""
CARD = PeopleLayout(10.4, 0.2, 0.36, 0.46, 76, above=True, numbered=False)
"""For a card that is read around a table: a sentence above the figures, the number beside them."""


def people_chart(
    rows: Sequence[PeopleRow],
    *,
    notices: Sequence[str] = (),
    plan: PeopleLayout = BESIDE,
    width: float = style.WIDTH,
) -> Figure:
    """Draw ten figures a row; filled, hatched and empty tell apart in grey.

    Parameters
    ----------
    rows
        Results in the order of the text that they go with.
    """
    plan = plan.on(width).with_room(all(row.label for row in rows))
    large = plan.size > style.SIZE * 1.5
    line = _LINE * plan.size
    if style.is_narrow(width):
        rows = [_words_above(row) for row in rows]
    labels = [style.wrapped(row.label, plan.wrap) if row.label else [] for row in rows]
    heights = [
        plan.row + (line * len(lines) if plan.above else max(0.0, line * len(lines) - plan.row))
        for lines in labels
    ]
    foot = (0.4 if large else style.foot(notices, width)) if notices else 0.05
    height = sum(heights) + 0.04 + foot
    with style.chart_style():
        fig = style.canvas(height, width)
        ax = style.axes(fig, 0.0, 0.0, 0.0, 0.0)
        ax.set_xlim(0, width)
        ax.set_ylim(height, 0)
        ax.axis("off")
        y = 0.02
        for number, (row, lines, tall) in enumerate(zip(rows, labels, heights, strict=True), 1):
            _row(ax, row, lines, number=number, y=y, tall=tall, plan=plan)
            y += tall
        if notices and large:
            ax.text(
                width,
                height - 0.06,
                " · ".join(notices),
                ha="right",
                va="bottom",
                size=plan.size,
                color=style.SOFT,
                weight="bold",
            )
        elif notices:
            style.mark(fig, notices)
    return fig


def _words_above(row: PeopleRow) -> PeopleRow:
    """Put what stands at the right into the words above, where there is no room for it."""
    label = f"{row.label} · {row.side}" if row.side else row.label
    return PeopleRow(row.low, row.high, label)


def _row(
    ax: Any,
    row: PeopleRow,
    lines: list[str],
    *,
    number: int,
    y: float,
    tall: float,
    plan: PeopleLayout,
) -> None:
    line = _LINE * plan.size
    middle = y + tall - plan.row / 2 if plan.above else y + tall / 2
    first = y + line / 2 if plan.above else middle - (len(lines) - 1) / 2 * line
    start = 0.3 if plan.numbered else 0.02
    for place, text in enumerate(lines):
        ax.text(start, first + place * line, text, size=plan.size, va="center_baseline")
    if plan.numbered:
        ax.text(
            0.1,
            first if plan.above else middle,
            str(number),
            size=plan.size * 1.2,
            weight="bold",
            ha="center",
            va="center_baseline",
            color=style.INK,
        )
    for index in range(10):
        _person(ax, row, index, plan.left + index * plan.step, middle, plan.step / 0.3)
    if row.side:
        ax.text(
            plan.left + 9.8 * plan.step,
            middle,
            row.side,
            size=style.SIZE,
            color=style.SOFT,
            va="center_baseline",
        )


def _person(ax: Any, row: PeopleRow, index: int, x: float, y: float, scale: float) -> None:
    from matplotlib.patches import Circle, FancyBboxPatch

    how: dict[str, Any] = {
        "facecolor": style.BLUE if index < row.low else "#ffffff", "edgecolor": style.BLUE,
        "linewidth": 1.3, "hatch": "////" if row.low <= index < row.high else "",
    }  # fmt: skip
    ax.add_patch(Circle((x, y - 0.1 * scale), 0.062 * scale, **how))
    shape = f"round,pad={0.02 * scale},rounding_size={0.06 * scale}"
    corner, width, tall = (x - 0.07 * scale, y), 0.14 * scale, 0.12 * scale
    ax.add_patch(FancyBboxPatch(corner, width, tall, boxstyle=shape, **how))
