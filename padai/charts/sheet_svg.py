"""Write a sheet as a small SVG, in the form that :mod:`padai.charts.vector` gives every picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from padai.charts.outlines import compact_path, written
from padai.charts.sheet import Sheet
from padai.charts.sheet_marks import POINTS, Dots, Ink, Outline, Place, Seen
from padai.charts.sheet_mode import OffTheSheetError
from padai.charts.sheet_words import Words, can_be_written
from padai.charts.slim import ENDS, HREF, Word, slim_picture

_PAPER = "#ffffff"
_SCALE = 100
"""The size at which the outlines of letters are made."""


def sheet_svg(sheet: Sheet, name: str, edge: float) -> bytes:
    """Return a sheet as an SVG.

    Parameters
    ----------
    name
        The id of the picture.
    edge
        What is left free around all that is seen, in points.

    Raises
    ------
    OffTheSheetError
        A line of text has letters that the font lacks, or that stand above another.
    """
    if not isinstance(sheet, Sheet):
        raise OffTheSheetError("a figure")
    seen = sheet.seen()
    left, top, right, foot = _crop(sheet, seen, edge)
    width, height = right - left, foot - top
    drawing = _Drawing(left, top)
    root = drawing.root
    root.attrib.update(
        {
            "width": f"{written(width)}pt",
            "height": f"{written(height)}pt",
            "viewBox": f"0 0 {written(width)} {written(height)}",
            "version": "1.1",
            "id": name,
        }
    )
    if sheet.patch.shown:
        corners = ((left, foot), (right, foot), (right, top), (left, top))
        drawing.outline(Outline((corners,), Ink(_PAPER), closed=True))
    for one in seen:
        drawing.draw(one)
    drawing.fields(sheet)
    return slim_picture(root, drawing.lines)


def _crop(sheet: Sheet, seen: Iterable[Seen], edge: float) -> tuple[float, float, float, float]:
    """Return the edges of all that is seen, in points; no less than the sheet's own."""
    width, height = sheet.size
    boxes = [(0.0, 0.0, width * POINTS, height * POINTS)]
    for one in seen:
        if isinstance(one, Words):
            boxes.append(one.box)
        elif isinstance(one, Dots) and not one.inside:
            half = (one.size + one.ink.wide) / 2
            boxes += [(x - half, y - half, x + half, y + half) for x, y in one.places]
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return min(x0) - edge, min(y0) - edge, max(x1) + edge, max(y1) + edge


class _Drawing:
    """A picture that is being written; all is placed from the corner of the crop."""

    def __init__(self, left: float, top: float) -> None:
        self.lines: dict[ET.Element, list[Word]] = {}
        self.root = ET.Element("svg")
        ET.SubElement(
            ET.SubElement(self.root, "defs"), "style", {"type": "text/css"}
        ).text = f"*{{{ENDS}}}"
        self._left, self._top = left, top
        self._letters: set[str] = set()
        self._shapes: dict[tuple[str, float], str] = {}

    def draw(self, one: Seen) -> None:
        """Draw what is seen."""
        if isinstance(one, Words):
            self._words(one)
        elif isinstance(one, Outline):
            self.outline(one)
        else:
            self._dots(one)

    def outline(self, drawn: Outline) -> None:
        """Draw lines or shapes."""
        attributes = {"d": "".join(self._run(run, drawn.closed) for run in drawn.runs)}
        if drawn.inside:
            attributes["clip-path"] = f"url(#field_{drawn.inside})"
        attributes["style"] = _style(drawn.ink)
        parent = ET.SubElement(self.root, "g", {"id": drawn.name}) if drawn.name else self.root
        ET.SubElement(parent, "path", attributes)

    def _run(self, run: Sequence[Place], closed: bool) -> str:
        """Write a line by steps from the point before, as it was written."""
        x, y = (round(v, 2) for v in self._placed(run[0]))
        out = [f"M{written(x)} {written(y)}"]
        last = ""
        for place in run[1:]:
            right, below = self._placed(place)
            dx, dy = round(right - x, 2), round(below - y, 2)
            x, y = round(x + dx, 2), round(y + dy, 2)
            if not dy:
                command, step = "h", written(dx)
            elif not dx:
                command, step = "v", written(dy)
            else:
                command, step = "l", f"{written(dx)} {written(dy)}"
            out.append(f" {step}" if command == last == "l" else f"{command}{step}")
            last = command
        return "".join([*out, "z" if closed else ""]).replace(" -", "-")

    def _placed(self, place: Place) -> Place:
        return place[0] - self._left, place[1] - self._top

    def _words(self, line: Words) -> None:
        from padai.charts.glyphs import letters

        font = line.font.known()
        if not can_be_written(line.text, line.font):
            raise OffTheSheetError("letters of another font")
        shaped = letters().line(line.text, font)
        assert shaped is not None
        x, y = self._placed((line.x, line.y))
        scale = f"{line.font.size / _SCALE:.6g}"
        self.root.append(ET.Comment(f" {escape(line.text).replace('--', '- -')} "))
        style = f"fill:{line.colour}" if line.colour != "#000000" else ""
        attributes = {"style": style} if style else {}
        attributes["transform"] = f"translate({written(x)} {written(y)}) scale({scale} -{scale})"
        group = ET.SubElement(self.root, "g", attributes)
        new = [(name, outline) for name, outline in shaped.outlines if name not in self._letters]
        if new:
            held = ET.SubElement(group, "defs")
            for name, outline in new:
                self._letters.add(name)
                ET.SubElement(held, "path", {"id": name, **outline})
        self.lines[group] = shaped.words

    def _dots(self, dots: Dots) -> None:
        shape = (dots.shape, dots.size)
        if shape not in self._shapes:
            self._shapes[shape] = f"shape_{len(self._shapes)}"
            attributes = {"id": self._shapes[shape], "d": _shape(*shape)}
            ET.SubElement(ET.SubElement(self.root, "defs"), "path", attributes)
        around = {"clip-path": f"url(#field_{dots.inside})"} if dots.inside else {}
        group = ET.SubElement(self.root, "g", around)
        for place in dots.places:
            x, y = map(written, self._placed(place))
            attributes = {
                HREF: f"#{self._shapes[shape]}",
                "x": x,
                "y": y,
                "style": _style(dots.ink),
            }
            ET.SubElement(group, "use", attributes)

    def fields(self, sheet: Sheet) -> None:
        """Write the fields that lines do not go beyond."""
        held = ET.SubElement(self.root, "defs")
        for each in sheet.fields:
            (left, top), (right, foot) = map(self._placed, each.edges())
            around = ET.SubElement(held, "clipPath", {"id": f"field_{each.number}"})
            box = {"x": left, "y": top, "width": right - left, "height": foot - top}
            ET.SubElement(around, "rect", {n: written(v) for n, v in box.items()})


@lru_cache(256)
def _shape(shape: str, size: float) -> str:
    """Return the outline of a marker around its place."""
    from matplotlib.markers import MarkerStyle
    from matplotlib.transforms import Affine2D

    from padai.charts.glyphs import written_path

    marker: Any = MarkerStyle(shape)
    path = marker.get_path()
    placed = marker.get_transform() + Affine2D().scale(size, -size)
    made = path.transformed(placed)
    return compact_path(written_path(made))


@lru_cache(1024)
def _style(ink: Ink) -> str:
    """Return how an outline is drawn, without what every picture says of all of them."""
    styles = [f"fill:{ink.fill or 'none'}"]
    if ink.fill == "#000000":
        styles = []
    if ink.fill and ink.alpha != 1:
        styles.append(f"fill-opacity:{_short(ink.alpha)}")
    if ink.line:
        if ink.dashes:
            styles.append(f"stroke-dasharray:{','.join(map(_short, ink.dashes))}")
        styles += [f"stroke:{ink.line}", f"stroke-width:{_short(ink.wide)}"]
        if ink.alpha != 1:
            styles.append(f"stroke-opacity:{_short(ink.alpha)}")
        if ink.cap != "butt":
            styles.append(f"stroke-linecap:{_CAPS[ink.cap]}")
        if ink.join != "round":
            styles.append(f"stroke-linejoin:{ink.join}")
    return ";".join(styles)


_CAPS = {"round": "round", "projecting": "square"}


def _short(value: float) -> str:
    return f"{value:.6g}"
