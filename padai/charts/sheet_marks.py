"""What a sheet holds: words, outlines and shapes, and the ink that they are drawn with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from padai.charts.sheet_mode import OffTheSheetError
from padai.charts.sheet_words import Words

POINTS = 72
"""Points of an inch."""
Place = tuple[float, float]


@dataclass(frozen=True)
class Ink:
    """How an outline is drawn: its filling, and its line; empty for none."""

    fill: str = ""
    line: str = ""
    wide: float = 0.0
    dashes: tuple[float, ...] = ()
    cap: str = "butt"
    join: str = "round"
    alpha: float = 1.0


@dataclass(frozen=True)
class Outline:
    """Lines through points, or shapes that they close, in points from the upper left corner."""

    runs: tuple[tuple[Place, ...], ...]
    ink: Ink
    closed: bool = False
    inside: int = 0
    """The number of the field that it does not go beyond; none where 0."""
    name: str = ""


@dataclass(frozen=True)
class Dots:
    """One shape, drawn around several points."""

    places: tuple[Place, ...]
    shape: str
    size: float
    ink: Ink
    inside: int = 0


Seen = Words | Outline | Dots


def line_ink(how: Mapping[str, Any]) -> Ink:
    """Return how a line is drawn, of what matplotlib is told of it."""
    wide, broken = how.get("linewidth", 1.5), how.get("linestyle", "-")
    dashes = tuple(length * wide for length in broken[1]) if broken != "-" else ()
    cap = "butt" if dashes else how.get("solid_capstyle", "round")
    return Ink("", how["color"], wide, dashes, cap, alpha=how.get("alpha", 1.0))


@dataclass(frozen=True)
class Handle:
    """The mark of a line of a legend: a shape, or none for a line, or a bar."""

    ink: Ink
    shape: str = ""
    size: float = 0.0
    bar: bool = False


class Hidden:
    """What may be seen or not."""

    def __init__(self) -> None:
        self.shown = True

    def set_visible(self, shown: bool) -> None:
        """Show or hide it."""
        self.shown = shown


def unknown(thing: Any, name: str) -> Any:
    """Say that a chart asked for a name that a sheet has not."""
    raise OffTheSheetError(f"{type(thing).__name__}.{name}")
