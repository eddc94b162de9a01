"""A field of a sheet: the axes of a chart, by the names that matplotlib gives what they do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from padai.charts import inks
from padai.charts.sheet_marks import (
    POINTS,
    Dots,
    Hidden,
    Ink,
    Outline,
    Place,
    Seen,
    line_ink,
    unknown,
)
from padai.charts.sheet_mode import OffTheSheetError
from padai.charts.sheet_words import Words, words_at

_TEXT, _LINE, _FLAT, _TICKS, _SPINE = 3.0, 2.0, 1.0, 0.5, 2.5
"""What stands above what, as matplotlib has it."""


@dataclass
class _Side:
    """An axis: its limits, its ticks, and how they are written."""

    low: float = 0.0
    high: float = 1.0
    ticks: tuple[float, ...] = ()
    labels: tuple[str, ...] = ()
    length: float = 0.0
    pad: float = 3.5
    size: float = inks.SMALL
    grid: tuple[str, float] | None = None
    name: tuple[str, dict[str, Any]] | None = None

    def part(self, value: float) -> float:
        """Return where a value stands between the limits."""
        return (value - self.low) / (self.high - self.low)


@dataclass(frozen=True)
class Box:
    """Left, bottom, width and height of a field, as parts of the sheet's."""

    x0: float
    y0: float
    width: float
    height: float


class _ByValues:
    """Finds the values of a field at some place, in the terms of matplotlib."""

    def __init__(self, find: Callable[[float, float], Place]) -> None:
        self.find = find

    def inverted(self) -> _ByValues:
        """Return itself: there is no other way round."""
        return self


@dataclass(frozen=True)
class _Room:
    """The box of a line of text, by its lower left corner and its upper right one."""

    x0: float
    y0: float
    x1: float
    y1: float

    def transformed(self, by: _ByValues) -> _Room:
        """Return the box in the values of a field."""
        return _Room(*by.find(self.x0, self.y0), *by.find(self.x1, self.y1))


@dataclass(frozen=True)
class _Written:
    """A line of text of a field."""

    words: Words

    def get_text(self) -> str:
        """Return the text."""
        return self.words.text

    def get_window_extent(self) -> _Room:
        """Return its box, in points from the upper left corner of the sheet."""
        left, top, right, foot = self.words.box
        return _Room(left, foot, right, top)


class Field:
    """The axes of a chart: what is drawn is placed by the values of two axes."""

    transAxes = "field"  # noqa: N815 - matplotlib's name

    def __init__(self, sheet: Any, box: tuple[float, float, float, float], number: int) -> None:
        self.figure, self.number = sheet, number
        self.patch, self.spines = Hidden(), {"bottom": Hidden()}
        self._box = Box(*box)
        self._x, self._y = _Side(), _Side()
        self._marks: list[tuple[float, Seen]] = []

    __getattr__ = unknown

    def get_position(self) -> Box:
        """Return where the field stands."""
        return self._box

    def get_xlim(self) -> tuple[float, float]:
        """Return the limits of the horizontal axis."""
        return self._x.low, self._x.high

    def get_ylim(self) -> tuple[float, float]:
        """Return the limits of the vertical axis."""
        return self._y.low, self._y.high

    def set_xlim(self, low: float, high: float) -> None:
        """Set the limits of the horizontal axis."""
        self._limit(self._x, low, high)

    def set_ylim(self, low: float, high: float) -> None:
        """Set the limits of the vertical axis."""
        self._limit(self._y, low, high)

    def _limit(self, side: _Side, low: float, high: float) -> None:
        if self._marks:
            raise OffTheSheetError("limits that are set after something was drawn")
        side.low, side.high = low, high

    def set_xticks(self, ticks: Sequence[float], labels: Sequence[str] = ()) -> None:
        """Set the ticks of the horizontal axis."""
        self._x.ticks, self._x.labels = tuple(ticks), tuple(labels)

    def set_yticks(self, ticks: Sequence[float], labels: Sequence[str] = ()) -> None:
        """Set the ticks of the vertical axis."""
        self._y.ticks, self._y.labels = tuple(ticks), tuple(labels)

    def tick_params(
        self,
        axis: str = "both",
        length: float | None = None,
        pad: float | None = None,
        labelsize: float | None = None,
        width: float = 0.0,
        color: str = "",
    ) -> None:
        """Set how far ticks keep their names away, and their size; the ticks are not drawn."""
        for side in self._sides(axis):
            side.length = side.length if length is None else length
            side.pad = side.pad if pad is None else pad
            side.size = side.size if labelsize is None else labelsize

    def _sides(self, axis: str) -> list[_Side]:
        return {"x": [self._x], "y": [self._y], "both": [self._x, self._y]}[axis]

    def grid(self, axis: str, color: str, linewidth: float) -> None:
        """Draw a line at each tick."""
        for side in self._sides(axis):
            side.grid = (color, linewidth)

    def set(
        self,
        *,
        xlim: tuple[float, float],
        ylim: tuple[float, float],
        xticks: Sequence[float],
        yticks: Sequence[float],
    ) -> None:
        """Set limits and ticks of both axes."""
        self.set_xlim(*xlim)
        self.set_ylim(*ylim)
        self.set_xticks(xticks)
        self.set_yticks(yticks)

    def set_axisbelow(self, below: bool) -> None:
        """Have the grid behind all else, as a sheet has it anyway."""
        if not below:
            raise OffTheSheetError("a grid above")

    def set_xlabel(self, text: str, **how: Any) -> None:
        """Name the horizontal axis."""
        self._x.name = (text, how)

    def get_xaxis_transform(self) -> str:
        """Return what places by values across, by parts of the field up."""
        return "across"

    def get_yaxis_transform(self) -> str:
        """Return what places by parts of the field across, by values up."""
        return "up"

    @property
    def texts(self) -> list[_Written]:
        """The lines of text that are written so far, without the names of ticks."""
        return [_Written(one) for _, one in self._marks if isinstance(one, Words)]

    @property
    def transData(self) -> _ByValues:  # noqa: N802 - matplotlib's name
        """What finds the values at a place of the sheet."""
        return _ByValues(self._values)

    def _values(self, across: float, down: float) -> Place:
        (left, top), (right, foot) = self.edges()
        x, y = self._x, self._y
        return (
            x.low + (across - left) / (right - left) * (x.high - x.low),
            y.low + (foot - down) / (foot - top) * (y.high - y.low),
        )

    # --- what is drawn ---------------------------------------------------------------------------

    def plot(self, xs: Sequence[float], ys: Sequence[float], **how: Any) -> None:
        """Draw a line through points, with a gap where one is no number, or a shape at each."""
        places = [self._at(x, y, how.get("transform", "")) for x, y in zip(xs, ys, strict=True)]
        inside = self.number if how.get("clip_on", True) else 0
        colour, order = how.get("color", ""), how.get("zorder", _LINE)
        if how.get("linestyle") != "none":
            ink = line_ink(how)
            runs = tuple(run for run in _runs(places) if len(run) > 1)
            if runs:
                line = Outline(runs, ink, inside=inside, name=how.get("gid", ""))
                self._marks.append((order, line))
        if shape := how.get("marker"):
            edge = how.get("markeredgewidth", 1.0)
            face = how.get("markerfacecolor", colour)
            ink = Ink(face, how.get("markeredgecolor", colour) if edge else "", edge)
            shown = tuple(place for place in places if _whole(place))
            self._marks.append((order, Dots(shown, shape, how["markersize"], ink, inside)))

    def fill_between(
        self,
        xs: Sequence[float],
        lows: Sequence[float],
        highs: Sequence[float],
        *,
        color: str,
        alpha: float,
        linewidth: float,
        zorder: float = _FLAT,
    ) -> None:
        """Fill what lies between two lines."""
        under = [self._at(x, y) for x, y in zip(xs, lows, strict=True)]
        over = [self._at(x, y) for x, y in zip(xs, highs, strict=True)]
        ink = Ink(color, color if linewidth else "", linewidth, alpha=alpha)
        shape = (*under, *reversed(over))
        self._marks.append((zorder, Outline((shape,), ink, closed=True, inside=self.number)))

    def barh(
        self,
        y: Any,
        width: Any,
        height: float,
        left: float = 0.0,
        *,
        color: Any,
        linewidth: float,
        edgecolor: str = "",
        zorder: float = _FLAT,
    ) -> None:
        """Draw bars that lie, each by its middle and its length."""
        many = isinstance(y, Sequence)
        middles, lengths = (y, width) if many else ([y], [width])
        colours = color if many and not isinstance(color, str) else [color] * len(middles)
        for middle, length, colour in zip(middles, lengths, colours, strict=True):
            ends, edges = (left, left + length), (middle - height / 2, middle + height / 2)
            corners = [(ends[i], edges[k]) for i, k in ((0, 0), (1, 0), (1, 1), (0, 1))]
            ink = Ink(colour, edgecolor if linewidth else "", linewidth, join="miter")
            shape = tuple(self._at(*corner) for corner in corners)
            self._marks.append((zorder, Outline((shape,), ink, closed=True, inside=self.number)))

    def axvline(self, x: float, **how: Any) -> None:
        """Draw a line across the whole height."""
        self.plot([x, x], [0, 1], transform="across", **how)

    def text(self, x: float, y: float, s: str, *, transform: str = "", **how: Any) -> None:
        """Write a line of text, on a ground of its own where `bbox` says so."""
        self._write(self._at(x, y, transform), s, how)

    def annotate(self, text: str, xy: Place, *, xytext: Place, textcoords: str, **how: Any) -> None:
        """Write a line of text so many points from a place."""
        if textcoords != "offset points":
            raise OffTheSheetError(textcoords)
        x, y = self._at(*xy)
        self._write((x + xytext[0], y - xytext[1]), text, how)

    def _write(self, place: Place, s: str, how: Mapping[str, Any]) -> None:
        if not s:
            return
        line, order = words_at(place, s, how), how.get("zorder", _TEXT)
        if (ground := how.get("bbox")) is not None:
            x0, y0, x1, y1 = line.box
            pad = ground["pad"]
            left, right, top, foot = x0 - pad, x1 + pad, y0 - pad, y1 + pad
            shape = ((left, foot), (right, foot), (right, top), (left, top))
            self._marks.append((order, Outline((shape,), Ink(ground["facecolor"]), closed=True)))
        self._marks.append((order, line))

    def _at(self, x: float, y: float, by: str = "") -> Place:
        """Return where something stands, in points from the upper left corner of the sheet."""
        right = x if by in ("field", "up") else self._x.part(x)
        above = y if by in ("field", "across") else self._y.part(y)
        width, height = self.figure.size
        box = self._box
        across = (box.x0 + right * box.width) * width * POINTS
        return across, (1 - box.y0 - above * box.height) * height * POINTS

    # --- what is seen ----------------------------------------------------------------------------

    def edges(self) -> tuple[Place, Place]:
        """Return the upper left and the lower right corner, in points."""
        return self._at(0, 1, "field"), self._at(1, 0, "field")

    def seen(self) -> list[Seen]:
        """Return what is to be seen, the hindmost first."""
        (left, top), (right, foot) = self.edges()
        ground = ((left, foot), (right, foot), (right, top), (left, top))
        below: list[Seen] = []
        if self.patch.shown:
            below.append(Outline((ground,), Ink("#ffffff"), closed=True))
        drawn = [(_TICKS, one) for one in (*self._across(foot), *self._up(left))]
        drawn += self._marks
        if self.spines["bottom"].shown:
            wide, colour = 0.8, inks.SOFT
            ink = Ink("", colour, wide, cap="projecting", join="miter")
            drawn.append((_SPINE, Outline((((left, foot), (right, foot)),), ink)))
        return below + [one for _, one in sorted(drawn, key=lambda pair: pair[0])]

    def _across(self, foot: float) -> Iterator[Seen]:
        """Yield grid and names of the horizontal axis."""
        side, lowest = self._x, foot
        for place, label in _ticks(side):
            if side.grid:
                ends = (self._at(place, 0, "across"), self._at(place, 1, "across"))
                yield self._grid(ends, side.grid)
            at = (self._at(place, 0, "across")[0], foot + side.length + side.pad)
            if label:
                line = words_at(
                    at, label, {**_NAMED, "size": side.size, "ha": "center", "va": "top"}
                )
                lowest = max(lowest, line.box[3])
                yield line
        if side.name is not None:
            text, how = side.name
            middle = (self._at(0.5, 0, "field")[0], lowest + how.get("labelpad", 4.0))
            yield words_at(middle, text, {**how, "ha": "center", "va": "top"})

    def _up(self, left: float) -> Iterator[Seen]:
        """Yield grid and names of the vertical axis."""
        side = self._y
        for place, label in _ticks(side):
            if side.grid:
                yield self._grid((self._at(0, place, "up"), self._at(1, place, "up")), side.grid)
            if label:
                at = (left - side.length - side.pad, self._at(0, place, "up")[1])
                how = {**_NAMED, "size": side.size, "ha": "right", "va": "center_baseline"}
                yield words_at(at, label, how)

    def _grid(self, ends: tuple[Place, Place], how: tuple[str, float]) -> Outline:
        return Outline((ends,), Ink("", how[0], how[1], cap="round"), inside=self.number)


_NAMED = {"color": inks.SOFT}


def _ticks(side: _Side) -> list[tuple[float, str]]:
    """Return the ticks that lie within the limits, each with its name."""
    low, high = sorted((side.low, side.high))
    labels = side.labels or ("",) * len(side.ticks)
    named = zip(side.ticks, labels, strict=True)
    return [(place, label) for place, label in named if low <= place <= high]


def _whole(place: Place) -> bool:
    return place[0] == place[0] and place[1] == place[1]


def _runs(places: Sequence[Place]) -> Iterator[tuple[Place, ...]]:
    """Yield the points between two that are no numbers."""
    run: list[Place] = []
    for place in places:
        if _whole(place):
            run.append(place)
        else:
            yield tuple(run)
            run = []
    yield tuple(run)
