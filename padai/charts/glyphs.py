"""What is remembered of lines of text: how much room each takes, and the outlines of its letters.

Most of what a chart costs is its letters: matplotlib shapes each line by its font once to measure
it, again to leave room for it, and again to draw it, anew in every picture. A report draws the
same names of groups in hundreds. Here a line is shaped and laid out once a process.

A line whose letters the font lacks, as Japanese is, is left to the font of whoever looks at it:
room is kept for it as such letters are wide, on every machine alike.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.textpath import TextToPath

from padai.charts.slim import Word, letter_of, words_of

_MOST = 20_000
"""How many lines are remembered; then all are forgotten."""
Measures = tuple[float, float, float]
Outline = tuple[str, dict[str, str]]
"""The name of a letter, and what its outline says."""


class _Kept(dict[Hashable, Any]):
    """What is remembered, of no more than so many lines."""

    def of(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """Return what is remembered under a key, or make it and remember it."""
        value = self.get(key)
        if value is None:
            if len(self) >= _MOST:
                self.clear()
            value = self[key] = make()
        return value


_SEEN, _DRAWN, _LAID = _Kept(), _Kept(), _Kept()


@dataclass(frozen=True)
class GlyphLine:
    """A line of text: its words, and the outlines of the letters that it is written by."""

    words: list[Word]
    outlines: tuple[Outline, ...]
    level: bool


def _how(prop: Any) -> Hashable:
    """Return all by which a font and its size are found, and letters shaped."""
    return (
        tuple(prop.get_family()),
        prop.get_style(),
        prop.get_variant(),
        prop.get_weight(),
        prop.get_stretch(),
        prop.get_size_in_points(),
        str(prop.get_file()),
        mpl.rcParams["text.hinting"],
    )


_OF_WESTERN_FONTS = "\u024f"
"""The last letter of which no font need be asked whether it has it."""
_USUAL_EM = 0.6
"""How wide a letter is, of the size of its line, that is neither a mark nor of full width."""


def lacking(s: str, prop: Any) -> frozenset[str]:
    """Return the letters of a line that its font does not have."""
    beyond = {c for c in s if c > _OF_WESTERN_FONTS and c.isprintable()}
    if not beyond:
        return frozenset()
    known = _letters_of(font_manager.findfont(prop))
    return frozenset(c for c in beyond if ord(c) not in known)


@cache
def _letters_of(font: str) -> frozenset[int]:
    return frozenset(font_manager.get_font(font).get_charmap())


def _em(letter: str) -> float:
    """Return how wide a letter is, of the size of its line, in whatever font it is drawn."""
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0.0
    return 1.0 if unicodedata.east_asian_width(letter) in "WF" else _USUAL_EM


def _with_room(s: str, prop: Any, measure: Callable[[str], Measures], dots: float) -> Measures:
    """Measure a line, with room for letters that its font lacks; `dots` are those of a point."""
    others = lacking(s, prop)
    if not others:
        return measure(s)
    kept = "".join(c for c in s if c not in others)
    _, height, below = measure(f"{kept}Ág")
    width = measure(kept)[0] if kept else 0.0
    size = prop.get_size_in_points() * dots
    return width + size * sum(_em(c) for c in s if c in others), height, below


class OutlinedText(TextToPath):
    """Shapes lines of text as outlines, each once."""

    def get_text_width_height_descent(self, s: str, prop: Any, ismath: Any) -> Measures:
        """Return how much room a line takes, in points."""
        measure: Any = super().get_text_width_height_descent
        if ismath:
            result: Measures = measure(s, prop, ismath)
            return result
        measured: Measures = _SEEN.of(
            ("svg", s, _how(prop)),
            lambda: _with_room(s, prop, lambda text: measure(text, prop, ismath), 1.0),
        )
        return measured

    def line(self, s: str, prop: Any) -> GlyphLine | None:
        """Return a line as words of letters; none where a letter stands above or below it."""
        shaped: GlyphLine = _DRAWN.of((s, _how(prop)), lambda: self._shaped(s, prop))
        return shaped if shaped.level else None

    def _shaped(self, s: str, prop: Any) -> GlyphLine:
        shape: Any = self.get_glyphs_with_font
        placed, outlines, _ = shape(self._get_font(prop), s, {}, True)  # type: ignore[attr-defined]
        slim = tuple((name, letter_of(_written(*outline))) for name, outline in outlines.items())
        blank = {name for name, outline in slim if not outline["d"]}
        # matplotlib writes places in millionths, and a slim picture reads them in hundredths
        letters = ((f"#{name}", round(float(f"{x:f}"), 2)) for name, x, _, _ in placed)
        kept = tuple((name, outline) for name, outline in slim if outline["d"])
        return GlyphLine(words_of(letters, blank), kept, not any(y for _, _, y, _ in placed))


def _written(vertices: Any, codes: Any) -> str:
    """Return an outline as matplotlib writes it, in the units of FreeType."""
    from matplotlib import _path

    commands = [b"M", b"L", b"Q", b"C", b"z"]
    convert: Any = vars(_path)["convert_to_string"]
    path = Path(vertices * 64, codes)
    text: bytes = convert(path, None, None, False, None, 6, commands, False)
    return text.decode("ascii")


@cache
def letters() -> OutlinedText:
    """Return the letters of this process."""
    return OutlinedText()


class Measuring(RendererAgg):
    """Measures as matplotlib does where it crops a picture."""

    laid_out_by = "agg"

    def get_text_width_height_descent(self, s: str, prop: Any, ismath: Any) -> Measures:
        """Return how much room a line takes, in dots."""
        measure: Any = super().get_text_width_height_descent
        if ismath:
            result: Measures = measure(s, prop, ismath)
            return result
        key = ("agg", self.dpi, s, _how(prop))
        dots = self.dpi / 72
        measured: Measures = _SEEN.of(
            key, lambda: _with_room(s, prop, lambda text: measure(text, prop, ismath), dots)
        )
        return measured


@contextmanager
def laid_out_once() -> Iterator[None]:
    """Have matplotlib lay out a line once, where the renderer says what it lays out for."""
    lay_out: Any = Text._get_layout  # type: ignore[attr-defined]

    def remembered(self: Any, renderer: Any) -> Any:
        by = getattr(renderer, "laid_out_by", "")
        if not by or self.get_wrap() or self.get_usetex():
            return lay_out(self, renderer)
        return _LAID.of((by, *_placing(self)), lambda: lay_out(self, renderer))

    Text._get_layout = remembered  # type: ignore[attr-defined]
    try:
        yield
    finally:
        Text._get_layout = lay_out  # type: ignore[attr-defined]


def _placing(text: Any) -> tuple[Hashable, ...]:
    """Return all by which a text is laid out, but for where it stands."""
    return (
        text.get_text(),
        _how(text.get_fontproperties()),
        text.get_figure(root=True).dpi,
        text.get_horizontalalignment(),
        text.get_verticalalignment(),
        text.get_rotation(),
        text.get_rotation_mode(),
        text._get_multialignment(),
        text._linespacing,
        text.get_parse_math(),
        str(text.get_fontfeatures()),
        str(text.get_language()),
    )
