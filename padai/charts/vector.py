"""Write a figure as a small SVG, and measure it.

As a backend (``savefig(..., backend=VECTOR)``), it writes SVG alone: what
:func:`padai.charts.slim.slim_svg` makes of matplotlib's, made as the figure is drawn.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from matplotlib import cbook, colors
from matplotlib.backend_bases import FigureManagerBase
from matplotlib.backends.backend_mixed import MixedModeRenderer
from matplotlib.backends.backend_svg import FigureCanvasSVG, RendererSVG

from padai.charts.glyphs import Measuring, lacking, laid_out_once, letters
from padai.charts.slim import OWN, Word, lines_of, slim_picture, slimmed

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.transforms import BboxBase

VECTOR = f"module://{__name__}"
_HYPHENS = re.compile(r"-(?=-)")


def _says_nothing(said: Mapping[str, str]) -> bool:
    """Whether a group would be taken out again: it has no more than a name that is counted out."""
    return not said or (len(said) == 1 and OWN.fullmatch(said.get("id", "")) is not None)


class _Tree:
    """Takes what matplotlib writes of a picture as elements, each of them slim."""

    def __init__(self) -> None:
        self.root = ET.Element("svg")
        self._open: list[ET.Element] = []

    def start(self, tag: str, attrib: Mapping[str, str] | None = None, **extra: str) -> int:
        """Begin an element, and return how many are open around it."""
        self.begin(tag, {**(attrib or {}), **extra})
        return len(self._open) - 1

    def begin(self, tag: str, said: Mapping[str, str]) -> ET.Element:
        """Begin an element, and return it; what says nothing is left out."""
        plain = {name: v for name, v in said.items() if v and not name.startswith("xmlns")}
        if self._open and tag == "g" and _says_nothing(plain):
            element = self._open[-1]
        elif self._open:
            element = ET.SubElement(self._open[-1], tag, slimmed(tag, plain))
        else:
            element = self.root = ET.Element(tag, slimmed(tag, plain))
        self._open.append(element)
        return element

    def end(self, _tag: str | None = None, **_: object) -> None:
        """End the element that began last."""
        self._open.pop()

    def close(self, left: int) -> None:
        """End all elements but so many."""
        del self._open[left:]

    def element(
        self, tag: str, text: str = "", attrib: Mapping[str, str] | None = None, **extra: str
    ) -> None:
        """Write an element that holds text alone, if anything."""
        element = self.begin(tag, {**(attrib or {}), **extra})
        if text.strip():
            element.text = text
        self._open.pop()

    def slim(self, tag: str, said: dict[str, str]) -> None:
        """Write an element that is slim already."""
        ET.SubElement(self._open[-1], tag, said)

    def comment(self, text: str) -> None:
        """Write a comment, which may hold no two hyphens in a row."""
        self._open[-1].append(ET.Comment(f" {_HYPHENS.sub('- ', escape(text))} "))

    def flush(self) -> None:
        """Do nothing: no element waits."""


class _Drawing(RendererSVG):
    """Draws as matplotlib does, into a tree, and a line of text by its words."""

    laid_out_by = "svg"

    def __init__(self, *given: Any, **more: Any) -> None:
        self._tree = _Tree()
        self._lines: dict[ET.Element, list[Word]] = {}
        self._others = False
        writer: Any = super()
        writer.__init__(*given, **more)
        self._text2path: Any = letters()

    @property
    def writer(self) -> Any:
        """What the picture is written into; matplotlib would give another."""
        return self._tree

    @writer.setter
    def writer(self, _given: object) -> None:
        pass

    def slim(self) -> bytes:
        """Return the picture as it is written."""
        root = self._tree.root
        if not self._others:
            return slim_picture(root, self._lines)
        lines = self._lines | dict(lines_of(root))
        return slim_picture(root, {line: lines[line] for line in root.iter("g") if line in lines})

    def _draw_text_as_path(
        self,
        gc: Any,
        x: float,
        y: float,
        s: str,
        prop: Any,
        angle: float,
        ismath: Any,
        mtext: Any = None,
    ) -> None:
        if not ismath and lacking(s, prop):
            self._leave_to_the_reader(gc, x, y, s, prop, angle)
            return
        asked = mtext is not None and (mtext.get_fontfeatures() or mtext.get_language())
        line = None if ismath or asked else letters().line(s, prop)
        if line is None:
            self._others = True
            draw: Any = super()
            draw._draw_text_as_path(gc, x, y, s, prop, angle, ismath, mtext)
            return
        tree = self._tree
        tree.comment(s)
        group = tree.begin("g", {"style": _inked(gc), "transform": _put(x, y, angle, prop)})
        known: dict[str, Any] = self._glyph_map
        new = [(name, outline) for name, outline in line.outlines if name not in known]
        if new:
            tree.begin("defs", {})
            for name, outline in new:
                known[name] = outline
                tree.slim("path", {"id": name, **outline})
            tree.end()
        self._lines[group] = line.words
        tree.end()

    def _leave_to_the_reader(
        self, gc: Any, x: float, y: float, s: str, prop: Any, angle: float
    ) -> None:
        """Write a line as text, drawn in a font of whoever looks at it, as wide as the room."""
        width = letters().get_text_width_height_descent(s, prop, False)[0]
        size, weight = _short(prop.get_size_in_points()), prop.get_weight()
        put = [f"translate({_short(x)} {_short(y)})"]
        said = {
            "style": ";".join(filter(None, (f"font:{weight} {size}px sans-serif", _inked(gc)))),
            "transform": " ".join([*put, *([f"rotate({_short(-angle)})"] if angle else [])]),
            "textLength": _short(width),
            "lengthAdjust": "spacingAndGlyphs",
        }
        self._tree.comment(s)
        self._tree.element("text", s, said)


def _inked(gc: Any) -> str:
    """Return the style of a line of text."""
    ink, styles = colors.to_hex(gc.get_rgb()), []
    if ink != "#000000":
        styles.append(f"fill:{ink}")
    alpha = gc.get_alpha() if gc.get_forced_alpha() else gc.get_rgb()[3]
    if alpha != 1:
        styles.append(f"opacity:{_short(alpha)}")
    return ";".join(styles)


def _put(x: float, y: float, angle: float, prop: Any) -> str:
    """Return where a line of text begins, how it is turned, and what its letters are made by."""
    scale = prop.get_size_in_points() / letters().FONT_SCALE
    steps = [f"translate({_short(x)} {_short(y)})"] if (x, y) != (0, 0) else []
    if angle:
        steps.append(f"rotate({_short(-angle)})")
    return " ".join([*steps, f"scale({_short(scale)} {_short(-scale)})"])


def _short(value: float) -> str:
    """Write a number as matplotlib does in an SVG."""
    return f"{value:f}".rstrip("0").rstrip(".")


class FigureCanvas(FigureCanvasSVG):
    """Draws a figure as matplotlib’s own canvas for SVG does."""

    def print_svg(
        self, filename: Any, *, bbox_inches_restore: Any = None, metadata: Any = None, **_: Any
    ) -> None:
        """Write a figure as SVG; what else every canvas is told means nothing here."""
        figure, dpi = self.figure, self.figure.dpi
        figure.dpi = 72
        width, height = figure.get_size_inches()
        drawing = _Drawing(width * 72, height * 72, io.StringIO(), image_dpi=dpi, metadata=metadata)
        renderer: Any = MixedModeRenderer(
            figure, width, height, dpi, drawing, bbox_inches_restore=bbox_inches_restore
        )
        with laid_out_once():
            figure.draw(renderer)
        renderer.finalize()
        with cbook.open_file_cm(filename, "wb") as file:
            file.write(drawing.slim())


FigureManager = FigureManagerBase


def tight_box(figure: Figure) -> BboxBase:
    """Return the box, in inches, that all of a figure takes."""
    width, height = figure.get_size_inches() * figure.dpi
    renderer: Any = Measuring
    with laid_out_once():
        return figure.get_tightbbox(renderer(width, height, figure.dpi))
