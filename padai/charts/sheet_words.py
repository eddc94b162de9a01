"""A line of text of a sheet: where it stands, and how much room it takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from padai.charts import inks

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

_FAMILY = "DejaVu Sans"
_MOST = 20_000
Corners = tuple[float, float, float, float]


@dataclass(frozen=True)
class Font:
    """How letters look."""

    size: float
    weight: str
    style: str

    def known(self) -> FontProperties:
        """Return the font as matplotlib knows it."""
        return _font(self.size, self.weight, self.style)


@cache
def _font(size: float, weight: str, slant: str) -> FontProperties:
    from matplotlib.font_manager import FontProperties

    return FontProperties(family=[_FAMILY], size=size, weight=weight, style=slant)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Words:
    """A line of text: where its letters begin and stand, in points, and what box it takes."""

    x: float
    y: float
    text: str
    font: Font
    colour: str
    box: Corners


def words_at(place: tuple[float, float], text: str, how: Mapping[str, Any]) -> Words:
    """Place a line of text as matplotlib does: by `ha`, `va`, `size`, `weight` and `style`."""
    font = Font(how.get("size", inks.SIZE), how.get("weight", "normal"), how.get("style", "normal"))
    (x0, y0, x1, y1), (right, up) = _laid(
        text, font, how.get("ha", "left"), how.get("va", "baseline")
    )
    x, y = place
    box = (x + x0, y - y1, x + x1, y - y0)
    return Words(x + right, y - up, text, font, how.get("color", inks.INK), box)


def can_be_written(text: str, font: Font) -> bool:
    """Whether the font has every letter of a line, and none stands above or below it."""
    from padai.charts.glyphs import lacking, letters

    known = font.known()
    return "\n" not in text and not lacking(text, known) and letters().line(text, known) is not None


class _Measured:
    """What matplotlib asks for the room of letters."""

    def get_text_width_height_descent(self, s: str, prop: Any, ismath: Any) -> Any:
        """Return how much room a line takes, in points."""
        from padai.charts.glyphs import letters

        return letters().get_text_width_height_descent(s, prop, ismath)


_MEASURED = _Measured()


@cache
def _figure() -> Figure:
    from matplotlib.figure import Figure

    return Figure(dpi=72)


@lru_cache(_MOST)
def _laid(text: str, font: Font, ha: str, va: str) -> tuple[Corners, tuple[float, float]]:
    """Return the box of a line and where its letters begin, from its place, upwards."""
    from matplotlib.text import Text

    line = Text(0, 0, text, fontproperties=font.known(), ha=ha, va=va, parse_math=False)
    line.set_figure(_figure())
    lay_out: Any = line._get_layout  # type: ignore[attr-defined]
    box, lines, _ = lay_out(_MEASURED)
    begin = lines[0][-1]
    return (box.x0, box.y0, box.x1, box.y1), (float(begin[0]), float(begin[1]))
