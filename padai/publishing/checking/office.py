"""What a docx or pptx says: paragraphs, notes, tables, charts and alternative texts."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from padai.publishing.checking.boxes import Box, Node
from padai.publishing.checking.passages import Headings, ListLead, Passage, cells
from padai.words import Said

_NOTES = {
    "footnotes": Said("publishing-checking-footnote"),
    "endnotes": Said("publishing-checking-endnote"),
    "comments": ("commentaire", "comment"),
    "header": Said("publishing-checking-header"),
    "footer": Said("publishing-checking-footer"),
}


def docx_passages(path: Path) -> Iterator[Passage]:
    """Return the passages of a Word document, notes, headers and comments after the text."""
    box = Box(path)
    try:
        if "word/document.xml" not in box:
            raise box.broken()
        body = next(box.part("word/document.xml").children("body"), None)
        if body is None:
            raise box.broken()
        yield from _Word(box).blocks(body)
        for name in box.names(r"word/(?:footnotes|endnotes|comments|header\d*|footer\d*)\.xml"):
            yield from _beside(box.part(name), name)
    finally:
        box.close()


def _beside(root: Node, name: str) -> Iterator[Passage]:
    kind = re.sub(r"\d+$", "", posixpath.basename(name).removesuffix(".xml"))
    for paragraph in root.walk("p"):
        if text := _words(paragraph):
            yield Passage(_NOTES[kind], text)


class _Word:
    """The text of a Word document, read in order."""

    def __init__(self, box: Box) -> None:
        self.box = box
        self.headings = Headings()
        self.paragraphs = 0
        self.tables = 0
        self.linked = _relations(box, "word/document.xml")
        self.last, self.lead = "", ListLead()

    def blocks(self, parent: Node) -> Iterator[Passage]:
        for node in parent.children():
            if node.name == "p":
                yield from self._paragraph(node)
            elif node.name == "tbl":
                yield from self._table(node)
            elif node.name in ("sdt", "sdtContent", "ins", "customXml", "smartTag"):
                yield from self.blocks(node)

    def _paragraph(self, node: Node) -> Iterator[Passage]:
        text = _words(node)
        self.paragraphs += bool(text)
        where = (f"paragraphe {self.paragraphs}", f"paragraph {self.paragraphs}")
        if text:
            if level := _level(node):
                self.headings.add(level, text)
                yield Passage(where, text, self.headings.above[:-1])
            else:
                in_a_list = next(node.walk("numPr"), None) is not None
                led = self.lead.after(text, item=in_a_list)
                yield Passage(where, led, self.headings.above)
                self.last = text
        for drawn in node.walk("docPr"):
            if alt := drawn.attributes.get("descr", "").strip():
                yield Passage(Said("publishing-checking-alternative-text"), alt)
        for held in node.walk("txbxContent"):
            yield from self.blocks(held)
        for chart in node.walk("chart"):
            name = self.linked.get(chart.attributes.get("r:id", ""), "")
            if name in self.box:
                where = ("graphique", "chart")
                yield from chart_passages(self.box.part(name), where, self.headings.above)

    def _table(self, node: Node) -> Iterator[Passage]:
        self.tables += 1
        above = self.headings.above
        if self.last and len(self.last) < 300:
            above = (*above, self.last)  # its caption is the paragraph before it
        where = (f"tableau {self.tables}", f"table {self.tables}")
        rows = [[_cell(c) for c in row.children("tc")] for row in node.children("tr")]
        yield from cells(rows, where, above)


def _cell(node: Node) -> str:
    return " ".join(t for p in node.walk("p") if (t := _words(p)))


def _level(paragraph: Node) -> int:
    """Return the level of a heading, or 0."""
    for style in paragraph.walk("pStyle"):
        name = style.attributes.get("val", "")
        if heading := re.fullmatch(r"(?:heading|titre|berschrift)\s*(\d)", name, re.IGNORECASE):
            return int(heading[1])
        if re.fullmatch(r"title|titre|subtitle|sous-titre", name, re.IGNORECASE):
            return 1
    return 0


_UNSAID = ("del", "moveFrom", "instrText", "delText", "Fallback", "txbxContent", "pPr", "rPr")


def _words(node: Node) -> str:
    """Return the text of a paragraph as it stands: what was deleted is left out."""
    pieces: list[str] = []

    def read(inside: Node) -> None:
        for child in inside.children():
            if child.name in _UNSAID:
                continue
            if child.name == "t":
                pieces.append(child.text)
            elif child.name in ("tab", "br", "cr"):
                pieces.append(" ")
            elif child.name == "noBreakHyphen":
                pieces.append("-")
            else:
                read(child)

    read(node)
    return re.sub(r"[ \t\n]+", " ", "".join(pieces)).strip()


# --- slides ----------------------------------------------------------------------------------


def pptx_passages(path: Path) -> Iterator[Passage]:
    """Return the passages of a deck, slide by slide: its shapes, tables, charts and notes."""
    box = Box(path)
    try:
        if "ppt/presentation.xml" not in box:
            raise box.broken()
        for number, name in enumerate(_slides(box), start=1):
            yield from _slide(box, name, number)
    finally:
        box.close()


def _slides(box: Box) -> list[str]:
    """Return the slides in the order of the deck."""
    linked = _relations(box, "ppt/presentation.xml")
    listed = [s.attributes.get("r:id", "") for s in box.part("ppt/presentation.xml").walk("sldId")]
    slides = [linked[i] for i in listed if linked.get(i, "") in box]
    return slides or box.names(r"ppt/slides/slide\d+\.xml")


def _slide(box: Box, name: str, number: int) -> Iterator[Passage]:
    here = (f"diapositive {number}", f"slide {number}")
    root, linked = box.part(name), _relations(box, name)
    title = next((_drawn(s) for s in root.walk("sp") if _is_title(s)), "")
    above = (title,) if title else ()
    if title:
        yield Passage(here, title)
    for shape in root.walk("sp", "cNvPr", "graphicFrame"):
        if shape.name == "cNvPr":
            if alt := shape.attributes.get("descr", "").strip():
                yield Passage(_in(here, "texte de rechange", "alternative text"), alt)
        elif shape.name == "sp" and not _is_title(shape):
            yield from (Passage(here, text, above) for text in _paragraphs(shape))
        else:
            yield from _framed(box, shape, linked, here, above)
    notes = _in(here, "commentaires", "notes")
    yield from (Passage(notes, text, above) for text in _notes(box, linked))


def _paragraphs(shape: Node) -> Iterator[str]:
    return (text for paragraph in shape.walk("p") if (text := _words(paragraph)))


def _notes(box: Box, linked: dict[str, str]) -> Iterator[str]:
    """Return the notes of a slide, without its number."""
    for target in linked.values():
        if "notesSlide" in target and target in box:
            for shape in box.part(target).walk("sp"):
                yield from (text for text in _paragraphs(shape) if not text.isdigit())


def _framed(
    box: Box, frame: Node, linked: dict[str, str], here: tuple[str, str], above: tuple[str, ...]
) -> Iterator[Passage]:
    for table in frame.walk("tbl"):
        rows = [[_cell(c) for c in row.children("tc")] for row in table.children("tr")]
        yield from cells(rows, _in(here, "tableau", "table"), above)
    for chart in frame.walk("chart"):
        name = linked.get(chart.attributes.get("r:id", ""), "")
        if name in box:
            yield from chart_passages(box.part(name), _in(here, "graphique", "chart"), above)


def _in(here: tuple[str, str], fr: str, en: str) -> tuple[str, str]:
    return f"{here[0]}, {fr}", f"{here[1]}, {en}"


def _is_title(shape: Node) -> bool:
    return any(p.attributes.get("type") in ("title", "ctrTitle") for p in shape.walk("ph"))


def _drawn(shape: Node) -> str:
    return " ".join(t for p in shape.walk("p") if (t := _words(p)))


def chart_passages(root: Node, where: tuple[str, str], above: tuple[str, ...]) -> Iterator[Passage]:
    """Return what a chart draws, as the cells of a table: categories by series."""
    heads: list[str] = [""]
    columns: list[list[tuple[str, str, str]]] = []
    names: list[str] = []
    for series in root.walk("ser"):
        heads.append(" ".join(v.text for t in series.children("tx") for v in t.walk("v")))
        names = names or [
            v.text for c in series.children("cat") for p in c.walk("pt") for v in p.children("v")
        ]
        columns.append(
            [
                (p.attributes.get("idx", ""), v.text, _format(series))
                for c in series.children("val")
                for p in c.walk("pt")
                for v in p.children("v")
            ]
        )
    rows = [[name, *(_at(c, index) for c in columns)] for index, name in enumerate(names)]
    title = " ".join(t.text for c in root.walk("title") for t in c.walk("t")).strip()
    if title:
        yield Passage(where, title, above)
    if rows:
        yield from cells([heads, *rows], where, (*above, title) if title else above)


def _format(series: Node) -> str:
    return next((f.text for v in series.children("val") for f in v.walk("formatCode")), "")


def _at(column: list[tuple[str, str, str]], index: int) -> str:
    """Return a point as it is drawn: a share of one under a format of per cent is a percentage."""
    for place, value, code in column:
        if place == str(index):
            try:
                number = float(value)
            except ValueError:
                return value
            return f"{100 * number:.10g}%" if "%" in code else f"{number:.10g}"
    return ""


def _relations(box: Box, name: str) -> dict[str, str]:
    """Return the parts that a part refers to, by the mark that it uses; nothing outside the box."""
    folder, base = posixpath.split(name)
    beside = f"{folder}/_rels/{base}.rels"
    if beside not in box:
        return {}
    relations = {}
    for each in box.part(beside).children("Relationship"):
        target = each.attributes.get("Target", "")
        if each.attributes.get("TargetMode") == "External":
            continue
        joined = target[1:] if target.startswith("/") else posixpath.join(folder, target)
        relations[each.attributes.get("Id", "")] = posixpath.normpath(joined)
    return relations
