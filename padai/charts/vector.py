"""Write a figure as SVG, and measure it, while remembering what each line of text takes.

Most of what a chart costs is its letters: matplotlib shapes each line by its font once to measure
it, again to leave room for it, and again to draw it, anew in every picture. A report draws the
same names of groups in hundreds. Here a line is shaped once a process; the bytes are matplotlib's.

As a backend (``savefig(..., backend=VECTOR)``), it writes SVG alone.
"""

from __future__ import annotations

import codecs
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import cache
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from matplotlib import cbook
from matplotlib.backend_bases import FigureManagerBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.backends.backend_mixed import MixedModeRenderer
from matplotlib.backends.backend_svg import FigureCanvasSVG, RendererSVG
from matplotlib.textpath import TextToPath

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.transforms import BboxBase

VECTOR = f"module://{__name__}"
_MOST = 20_000
"""How many lines are remembered; then all are forgotten."""
Measures = tuple[float, float, float]


class _Kept(dict[Hashable, Any]):
    """What is remembered, of no more than so many lines."""

    def of(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """Return what is remembered under a key, or make it and remember it."""
        found = self.get(key)
        if found is None:
            if len(self) >= _MOST:
                self.clear()
            found = self[key] = make()
        return found


_SEEN, _DRAWN = _Kept(), _Kept()


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


class _Letters(TextToPath):
    """Shapes lines of text as outlines, each once."""

    def _get_font(self, prop: Any) -> Any:
        self._asked = _how(prop)
        return super()._get_font(prop)  # type: ignore[misc]

    def get_text_width_height_descent(self, s: str, prop: Any, ismath: Any) -> Measures:
        if ismath:
            return super().get_text_width_height_descent(s, prop, ismath)
        measure: Any = super().get_text_width_height_descent
        measured: Measures = _SEEN.of(("svg", s, _how(prop)), lambda: measure(s, prop, ismath))
        return measured

    def get_glyphs_with_font(
        self,
        font: Any,
        s: str,
        glyph_map: Any = None,
        return_new_glyphs_only: bool = False,
        **more: Any,
    ) -> Any:
        if not return_new_glyphs_only or any(more.values()):
            return super().get_glyphs_with_font(font, s, glyph_map, return_new_glyphs_only, **more)
        shape = super().get_glyphs_with_font
        placed, outlines, lines = _DRAWN.of((s, self._asked), lambda: shape(font, s, {}, True))
        known = glyph_map or {}
        new = OrderedDict((name, path) for name, path in outlines.items() if name not in known)
        return placed, new, lines


@cache
def _letters() -> _Letters:
    return _Letters()


class _Drawing(RendererSVG):
    """Writes SVG as matplotlib does."""

    def __init__(self, *given: Any, **more: Any) -> None:
        writer: Any = super()
        writer.__init__(*given, **more)
        self._text2path = _letters()


class _Measuring(RendererAgg):
    """Measures as matplotlib does where it crops a picture."""

    def get_text_width_height_descent(self, s: str, prop: Any, ismath: Any) -> Measures:
        measure: Any = super().get_text_width_height_descent
        if ismath:
            result: Measures = measure(s, prop, ismath)
            return result
        key = ("agg", self.dpi, s, _how(prop))
        measured: Measures = _SEEN.of(key, lambda: measure(s, prop, ismath))
        return measured


class FigureCanvas(FigureCanvasSVG):
    """Draws a figure as matplotlib’s own canvas for SVG does."""

    def print_svg(
        self, filename: Any, *, bbox_inches_restore: Any = None, metadata: Any = None, **_: Any
    ) -> None:
        """Write a figure as SVG; what else every canvas is told means nothing here."""
        with cbook.open_file_cm(filename, "w", encoding="utf-8") as file:
            out = file if cbook.file_requires_unicode(file) else codecs.getwriter("utf-8")(file)
            figure, dpi = self.figure, self.figure.dpi
            figure.dpi = 72
            width, height = figure.get_size_inches()
            drawing = _Drawing(width * 72, height * 72, out, image_dpi=dpi, metadata=metadata)
            renderer: Any = MixedModeRenderer(
                figure, width, height, dpi, drawing, bbox_inches_restore=bbox_inches_restore
            )
            figure.draw(renderer)
            renderer.finalize()


FigureManager = FigureManagerBase


def tight_box(figure: Figure) -> BboxBase:
    """Return the box, in inches, that all of a figure takes."""
    width, height = figure.get_size_inches() * figure.dpi
    renderer: Any = _Measuring
    return figure.get_tightbbox(renderer(width, height, figure.dpi))
