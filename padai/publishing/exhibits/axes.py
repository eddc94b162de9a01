"""What a chart is measured along: estimates as points, and the axis that suits them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from padai.charts.data import Axis, Point, close_axis, even_axis, level_axes
from padai.publishing.basis.lookup import Cell, Difference
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.numbers import Numbers
from padai.publishing.basis.readout import Readout
from padai.publishing.exhibits.exhibit_items import Item

_LEAST = 12.0
"""The shortest range of an axis of shares, in points."""


def point(context: Readout, cell: Cell | None, *, shape: str = "plain") -> Point:
    """Return an estimate as a point of a chart; one that may not be shown as words."""
    if cell is None:
        return Point(math.nan)
    if not cell.shown:
        return Point(math.nan, label=context.withheld(cell))
    factor = 1.0 if context.kind(cell.question, cell.response) == "mean" else 100.0
    low, high = math.nan, math.nan
    if context.words(cell.part).has_intervals and cell.has_interval:
        low, high = cell.conf_low * factor, cell.conf_high * factor
    return Point(cell.estimate * factor, low, high, context.value(cell), shape)


def change_point(naming: Naming, change: Difference, *, shape: str) -> Point:
    """Return a comparison as a point of a chart."""
    factor = 1.0 if naming.kind(change.question, change.response) == "mean" else 100.0
    if not change.shown:
        return Point(math.nan)
    return Point(
        change.estimate * factor, change.conf_low * factor, change.conf_high * factor, shape=shape
    )


def share_axis(numbers: Numbers) -> Axis:
    """Return an axis from 0 to 100 percent."""
    ticks = (0.0, 20.0, 40.0, 60.0, 80.0, 100.0)
    return Axis(0.0, 100.0, ticks, lambda v: numbers.share(v / 100, digits=0))


def value_axis(naming: Naming, chosen: Sequence[Item], points: Iterable[Point]) -> Axis:
    """Return an axis of dots that suits shares, balances or means of the questions followed."""
    numbers = naming.numbers
    values = [v for p in points for v in (p.value, p.low, p.high)]
    first = chosen[0]
    kind = naming.kind(first.question, first.response)
    if kind == "mean":
        return _score_axis(naming, first.question, values, most=8)
    if kind == "balance":
        return even_axis(values, lambda v: numbers.decimal(v, 0), low=-100.0, high=100.0)
    return even_axis(values, lambda v: numbers.share(v / 100, digits=0), low=0.0, high=100.0)


def line_axis(naming: Naming, chosen: Sequence[Item], points: Iterable[Point]) -> Axis:
    """Return an axis of lines, no longer than what they show needs."""
    numbers = naming.numbers
    values = [v for p in points for v in (p.value, p.low, p.high)]
    first = chosen[0]
    kind = naming.kind(first.question, first.response)
    if kind == "mean":
        return _score_axis(naming, first.question, values)
    if kind == "balance":
        return close_axis(
            values, lambda v: numbers.decimal(v, 0), low=-100.0, high=100.0, least=_LEAST
        )
    return close_axis(
        values, lambda v: numbers.share(v / 100, digits=0), low=0.0, high=100.0, least=_LEAST
    )


def own_axes(
    naming: Naming, chosen: Sequence[Item], series: Sequence[Sequence[Point]]
) -> list[Axis] | None:
    """Return an axis of one length a question, about its own level; None where one axis serves all.

    Groups of one question are drawn to be compared, and means are on short scales: they share one.
    """
    kinds = {naming.kind(i.question, i.response) for i in chosen}
    if kinds not in ({"share"}, {"balance"}) or any(i.breakdown != "total" for i in chosen):
        return None
    numbers, share = naming.numbers, kinds == {"share"}
    values = [[v for p in points for v in (p.value, p.low, p.high)] for points in series]
    return level_axes(
        values,
        (lambda v: numbers.share(v / 100, digits=0)) if share else lambda v: numbers.decimal(v, 0),
        low=0.0 if share else -100.0,
        high=100.0,
        least=_LEAST,
    )


def _score_axis(naming: Naming, question: str, values: list[float], most: int = 5) -> Axis:
    """Return an axis of means; a tick has a decimal only where it needs one."""

    def written(value: float) -> str:
        return naming.numbers.decimal(value, 0 if float(value).is_integer() else 1)

    low, high = score_range(naming, question)
    return close_axis(values, written, low=low, high=high, least=(high - low) / 5, most=most)


def axis_note(naming: Naming, item: Item, axis: Axis, *, own: bool = False) -> str:
    """Say that an axis does not start where its scale does, or that each series has its own."""
    if own:
        return naming.say("publishing-exhibits-each-line-at-its-own-level")
    kind = naming.kind(item.question, item.response)
    start = score_range(naming, item.question)[0] if kind == "mean" else 0.0
    if kind == "balance" or axis.low <= start:
        return ""
    return naming.say("publishing-exhibits-the-axis-does-not-start-at", written=axis.written(start))


def score_range(naming: Naming, question: str) -> tuple[float, float]:
    """Return the lowest and the highest score of a question."""
    scores = naming.question(question).scores.values()
    return (min(scores), max(scores)) if scores else (0.0, 10.0)
