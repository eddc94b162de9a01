"""What a chart is given: numbers in the units of its axis, and words that are already written."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Format = Callable[[float], str]


@dataclass(frozen=True)
class Axis:
    """An axis of values: its ends, its unit, and how a tick is written."""

    low: float
    high: float
    ticks: tuple[float, ...]
    written: Format
    title: str = ""


@dataclass(frozen=True)
class Point:
    """A value with its interval; none of the three is a number where nothing may be shown.

    `label` is the value as written; `shape` names the marker: ``plain``, ``higher``, ``lower``,
    ``same``, ``open``.
    """

    value: float
    low: float = math.nan
    high: float = math.nan
    label: str = ""
    shape: str = "plain"

    @property
    def shown(self) -> bool:
        """Whether there is something to draw."""
        return math.isfinite(self.value)

    @property
    def has_interval(self) -> bool:
        """Whether there is an interval to draw."""
        return self.shown and math.isfinite(self.low) and math.isfinite(self.high)


@dataclass(frozen=True)
class ChartRow:
    """One line of a row chart; without points it is a heading, with a note under it if any."""

    label: str
    points: tuple[Point, ...] = ()
    side: tuple[str, ...] = ()
    note: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether the row only names the rows below it."""
        return not self.points


@dataclass(frozen=True)
class Segment:
    """One response of a stacked bar, as a share of 100."""

    label: str
    value: float
    written: str


@dataclass(frozen=True)
class Bar:
    """One stacked bar: what lies left of the middle, right of it, and apart.

    `note` is the share that is followed, as written, and `sure` its interval, in brackets.
    """

    label: str
    note: str
    left: tuple[Segment, ...]
    right: tuple[Segment, ...]
    apart: tuple[Segment, ...] = ()
    sure: str = ""


@dataclass(frozen=True)
class Panel:
    """One series over time.

    `times` are years with decimals; `broken` holds each position after which the line is broken.
    `shape` names the marker of the verdict that `note` tells; empty: none. `over` tells what became
    of the whole period, where something did. `axis` is the series' own, where the figure's common
    one would be so long that no change is seen on it.
    """

    title: str
    note: str
    times: tuple[float, ...]
    points: tuple[Point, ...]
    broken: frozenset[int] = frozenset()
    shape: str = ""
    over: str = ""
    axis: Axis | None = None


@dataclass(frozen=True)
class Moment:
    """An event on the axis of time: its place in years, its number, its line of the legend."""

    time: float
    number: str
    label: str


def even_axis(values: list[float], written: Format, *, low: float, high: float) -> Axis:
    """Return an axis in tens that holds every value, within the bounds that have a meaning."""
    finite = [v for v in values if math.isfinite(v)] or [low, high]
    step = 10.0 if max(finite) - min(finite) <= 45 else 20.0
    first = max(low, math.floor(min(finite) / step) * step)
    last = min(high, math.ceil(max(finite) / step) * step)
    if last - first < 2 * step:
        first = max(low, first - step)
        last = min(high, max(last, first + 2 * step))
    count = round((last - first) / step)
    return Axis(first, last, tuple(first + i * step for i in range(count + 1)), written)


def points_axis(values: list[float], written: Format) -> Axis:
    """Return an axis of points on both sides of zero, as wide as the intervals.

    Examples
    --------
    >>> points_axis([-2.0, 4.0], str).ticks
    (-5.0, 0.0, 5.0)
    """
    reach = max(5.0, *(abs(v) for v in values if v == v))
    axis = even_axis([-reach, reach], written, low=-100.0, high=100.0)
    if reach > 10:
        return axis
    ticks = (-10.0, -5.0, 0.0, 5.0, 10.0)
    return Axis(
        -reach * 1.05,
        reach * 1.05,
        tuple(t for t in ticks if abs(t) <= reach * 1.05),
        axis.written,
    )


def figure_axis(
    values: list[float], written: Callable[[float, int], str], *, zero: bool = False
) -> Axis:
    """Return an axis of numbers of any size; a tick has the decimals that the steps need.

    Parameters
    ----------
    values
        What is drawn, with the ends of intervals; those that are not numbers are left out.
    written
        How a number is written with some decimals.
    zero
        Whether zero stands on the axis whatever the values.

    Examples
    --------
    >>> figure_axis([1200.0, 2900.0], lambda v, digits: f"{v:.{digits}f}").ticks
    (1000.0, 1500.0, 2000.0, 2500.0, 3000.0)
    """
    finite = [v for v in values if math.isfinite(v)] + ([0.0] if zero else [])
    low, high = (min(finite), max(finite)) if finite else (0.0, 1.0)
    if high - low <= 1e-12 * max(abs(low), abs(high), 1e-300):
        room = abs(low) / 2 or 0.5
        low, high = low - room, high + room
    power = 10.0 ** math.floor(math.log10((high - low) / 4))
    step = next(k * power for k in (1.0, 2.0, 5.0, 10.0) if (high - low) / (k * power) <= 5)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    digits = max(0, -math.floor(math.log10(step) + 1e-9))
    ticks = tuple(round(step * k, digits + 2) for k in range(first, last + 1))
    return Axis(ticks[0], ticks[-1], ticks, lambda v: written(v, digits))


_STEPS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0)
_ROOM = 0.22
"""What is left free above and below the values, in their range."""
_NEAR = 0.2
"""How far from the low bound, in their range, an axis still starts there."""


def close_axis(
    values: list[float],
    written: Format,
    *,
    low: float,
    high: float,
    least: float,
    most: int = 5,
) -> Axis:
    """Return an axis as long as the values need, with room to write beside them.

    It starts from the low bound only where the values come near it.

    Parameters
    ----------
    values
        What is drawn, with the ends of intervals; those that are not numbers are left out.
    low, high
        The bounds that have a meaning.
    least
        The shortest range: smaller differences are not made to look large.
    most
        How many steps the ticks may have.

    Examples
    --------
    >>> close_axis([42.0, 55.0], str, low=0.0, high=100.0, least=10.0).ticks
    (40.0, 45.0, 50.0, 55.0)
    """
    finite = [v for v in values if math.isfinite(v)] or [low, high]
    middle, span = (min(finite) + max(finite)) / 2, max(max(finite) - min(finite), least)
    first = max(low, middle - span * (0.5 + _ROOM))
    last = min(high, middle + span * (0.5 + _ROOM))
    if first - low < _NEAR * span:
        first = low
    step = next((s for s in _STEPS if (last - first) / s <= most), _STEPS[-1])
    count = range(math.ceil(first / step - 1e-9), math.floor(last / step + 1e-9) + 1)
    return Axis(first, last, tuple(round(step * k, 6) for k in count), written)


_MOST_LEVELS = 5
"""How many steps the ticks of one of several axes may have."""
_TWICE = 2.0
"""How much longer than any of its series needs a common axis may be."""


def level_axes(
    series: Sequence[Sequence[float]],
    written: Format,
    *,
    low: float,
    high: float,
    least: float,
) -> list[Axis] | None:
    """Return an axis a series, all of one length, each about its own values.

    A step of one point is then as high in every panel, and is seen; on one axis that holds the
    lowest and the highest of ten series every line is flat. None where a common axis is at most
    twice as long as the longest series needs: it then shows the changes too, and the levels.

    Parameters
    ----------
    series
        What is drawn of each series, with the ends of intervals; those that are not numbers are
        left out.
    low, high
        The bounds that have a meaning.
    least
        The shortest range: smaller differences are not made to look large.

    Examples
    --------
    >>> axes = level_axes([[20.0, 26.0], [64.0, 71.0]], str, low=0.0, high=100.0, least=12.0)
    >>> [axis.ticks for axis in axes]
    [(15.0, 20.0, 25.0, 30.0), (60.0, 65.0, 70.0, 75.0)]
    >>> level_axes([[20.0, 26.0], [24.0, 31.0]], str, low=0.0, high=100.0, least=12.0) is None
    True
    """
    finite = [[v for v in values if math.isfinite(v)] for values in series]
    every = [v for values in finite for v in values]
    if not every:
        return None
    long = max(least, *(max(v) - min(v) for v in finite if v)) * (1 + 2 * _ROOM)
    if (max(every) - min(every)) * (1 + 2 * _ROOM) <= _TWICE * long or long >= high - low:
        return None
    step = next((s for s in _STEPS if long / s <= _MOST_LEVELS), _STEPS[-1])
    axes = []
    for values in finite:
        middle = (min(values) + max(values)) / 2 if values else (low + high) / 2
        first = min(max(low, middle - long / 2), high - long)
        count = range(math.ceil(first / step - 1e-9), math.floor((first + long) / step + 1e-9) + 1)
        ticks = tuple(round(step * k, 6) for k in count)
        axes.append(Axis(first, first + long, ticks, written))
    return axes
