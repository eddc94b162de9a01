"""Spaces that must not break, in prose of each language and every format."""

from __future__ import annotations

import html
import io
import re
import zipfile

import pytest

from padai.publishing.engine.text import table_block, title_block
from padai.publishing.pieces.emit import Piece, joined, paragraph
from padai.publishing.pieces.page_setter import page_setter
from padai.publishing.pieces.tables import Column, TableRow, html_table

SAID = {
    "fr": "Du 5 mai au 7 octobre 2025 (de 48,8 % à 41,8 %), 65 ans et plus, n = 812.",
    "en": "From May 5 to October 7, 2025 (by 2.0 points; from 48.8% to 41.8%), p < 0.001.",
    "es": "Del 5 de mayo al 7 de octubre de 2025 (dentro de ± 6 puntos), 3 resultados.",
}
WANTED = {
    "fr": "Du 5_mai au 7_octobre_2025 (de_48,8_%_à_41,8_%), 65_ans et plus, n_=_812.",
    "en": "From May_5 to October_7,_2025 (by_2.0_points; from 48.8%_to_41.8%), p_<_0.001.",
    "es": "Del 5_de_mayo al 7_de_octubre_de_2025 (dentro de ±_6_puntos), 3_resultados.",
}


def _page(lang: str) -> Piece:
    return Piece(title_block({"title": "Essai"})) + joined([paragraph(SAID[lang])])


@pytest.mark.parametrize("lang", ["fr", "en", "es"])
def test_what_belongs_together_stays_on_a_line(lang: str) -> None:
    """“(à”, “7 octobre” and “65” stood alone at the end of a line."""
    with page_setter(lang, 0) as setter:
        made = setter.page("essai", lambda: _page(lang), ("html", "docx"))
    page = html.unescape(re.sub(r"<[^>]+>", "", made["html"].decode()))
    with zipfile.ZipFile(io.BytesIO(made["docx"])) as archive:
        body = archive.read("word/document.xml").decode()
    document = html.unescape(re.sub(r"<[^>]+>", "", body))
    for text in (page, document):
        assert WANTED[lang] in text.replace("\u00a0", "_")


CELLS = {
    "fr": ("stable (à ± 6 points près), p < 0,001", "stable (à_±_6_points près), p_<_0,001"),
    "en": ("stable (within ± 6 points), p < 0.001", "stable (within ±_6_points), p_<_0.001"),
    "es": (
        "estable (dentro de ± 6 puntos), p < 0,001",
        "estable (dentro de ±_6_puntos), p_<_0,001",
    ),
}


@pytest.mark.parametrize("lang", ["fr", "en", "es"])
def test_cells_of_a_table_keep_a_sign_and_its_number_together(lang: str) -> None:
    """A verdict in a narrow column ended a line by “±”; a heading in English is not touched."""
    said, wanted = CELLS[lang]
    rows = [TableRow("Total", (said,)), TableRow("by 2 points", ("x",), lang="zz")]
    table = html_table("Groupe", [Column("Verdict", numeric=False)], rows)
    piece = Piece(title_block({"title": "Essai"}) + table_block(table, label="tbl-a", caption="A."))
    with page_setter(lang, 0) as setter:
        page = setter.page("essai", lambda: piece, ("html",))["html"].decode()
    assert wanted in html.unescape(page).replace("\u00a0", "_")
    assert "by 2 points" in page


def test_words_of_another_language_are_left_as_they_are() -> None:
    """A day in English on a French page is bound by nobody: its months are not French ones."""
    foreign = "[on May 5 (by 2 points)]{lang=en}"
    with page_setter("fr", 0) as setter:
        head = title_block({"title": "Essai"})
        made = setter.page("essai", lambda: Piece(head) + Piece(foreign), ("html",))
    assert "on May 5 (by 2 points)" in made["html"].decode()
