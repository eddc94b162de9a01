"""Put statements into documents: text, HTML, Word with footnotes, slides with notes."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from html import escape
from pathlib import Path

from tests.document_edits.world import Told

SUFFIXES = (".txt", ".html", ".docx", ".pptx")
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def write(path: Path, told: Sequence[Told]) -> Path:
    """Write a document of the kind that its name says."""
    {".txt": _text, ".html": _html, ".docx": _docx, ".pptx": _pptx}[path.suffix](path, told)
    return path


def _text(path: Path, told: Sequence[Told]) -> None:
    parts = []
    for each in told:
        if each.rows:
            rows = "\n".join("\t".join(row) for row in each.rows)
            parts.append(f"{each.title}\n\n{rows}")
        else:
            parts.append(each.text)
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _html(path: Path, told: Sequence[Told]) -> None:
    parts = []
    for each in told:
        if not each.rows:
            parts.append(f"<p>{escape(each.text)}</p>")
            continue
        rows = "".join(
            "<tr>" + "".join(f"<td>{escape(c)}</td>" for c in row) + "</tr>" for row in each.rows
        )
        parts.append(f"<table><caption>{escape(each.title)}</caption>{rows}</table>")
    path.write_text(f"<!doctype html><html><body>{''.join(parts)}</body></html>", encoding="utf-8")


def _paragraph(text: str) -> str:
    """A paragraph in two runs, as an editor leaves it."""
    half = len(text) // 2
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{escape(t)}</w:t></w:r>'
        for t in (text[:half], text[half:])
    )
    return f"<w:p>{runs}</w:p>"


def _docx(path: Path, told: Sequence[Told]) -> None:
    body, notes = [], []
    for index, each in enumerate(told):
        if each.rows:
            rows = "".join(
                "<w:tr>" + "".join(f"<w:tc>{_paragraph(c)}</w:tc>" for c in row) + "</w:tr>"
                for row in each.rows
            )
            body.append(f"{_paragraph(each.title)}<w:tbl>{rows}</w:tbl>")
        elif index % 4 == 3:
            notes.append(f'<w:footnote w:id="{index}">{_paragraph(each.text)}</w:footnote>')
        else:
            body.append(_paragraph(each.text))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as box:
        box.writestr("[Content_Types].xml", "<Types/>")
        box.writestr(
            "word/document.xml", f"<w:document {_W}><w:body>{''.join(body)}</w:body></w:document>"
        )
        box.writestr("word/footnotes.xml", f"<w:footnotes {_W}>{''.join(notes)}</w:footnotes>")


def _pptx(path: Path, told: Sequence[Told]) -> None:
    from pptx import Presentation
    from pptx.util import Inches

    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    box = slide.shapes.add_textbox(Inches(1), Inches(1), Inches(8), Inches(5)).text_frame
    for index, each in enumerate(told):
        if each.rows:
            titled = deck.slides.add_slide(deck.slide_layouts[5])
            titled.shapes.title.text = each.title
            size = len(each.rows), len(each.rows[0])
            table = titled.shapes.add_table(*size, Inches(1), Inches(2), Inches(8), Inches(3)).table
            for r, row in enumerate(each.rows):
                for c, text in enumerate(row):
                    table.cell(r, c).text = text
        elif index % 4 == 3:
            notes = slide.notes_slide.notes_text_frame
            notes.add_paragraph().text = each.text
        else:
            box.add_paragraph().text = each.text
    deck.save(path)
