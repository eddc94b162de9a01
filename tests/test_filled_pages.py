"""Pictures fill the pages of a PDF: one that lacks little room finds it, one alone takes what is left."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from functools import partial
from typing import Any

import pikepdf
import pytest

from padai.charts.data import Axis, ChartRow, Point
from padai.charts.rows import row_chart
from padai.publishing.engine.fitting import (
    ANCHOR,
    LEAST,
    MOST,
    USUAL,
    PageMark,
    Setting,
    brought_back,
    enlarged,
    fitted,
    written,
)
from padai.publishing.engine.pictures import save_figure
from padai.publishing.engine.text import figure_block, table_block, title_block
from padai.publishing.pieces.emit import (
    Piece,
    bullets,
    callout,
    heading,
    joined,
    marked,
    paragraph,
)
from padai.publishing.pieces.page_setter import page_setter
from padai.publishing.pieces.tables import Column, TableRow, html_table
from tests.unpacking import pdf_pages

PAPER: dict[str, Any] = {"top": 68.0, "foot": 730.0}


def _picture(name: str, rows: int = 9) -> Piece:
    axis = Axis(0.0, 100.0, (0.0, 50.0, 100.0), lambda v: f"{v:.0f} %")
    point = (Point(51.0, 48.6, 53.5),)
    lines = [ChartRow(f"Institution {k}", point, ("51,0 %",)) for k in range(rows)]
    label = f"fig-{name}"
    block = figure_block(
        save_figure(row_chart(lines, axis=axis), label),
        label=label,
        caption=f"Constat {name}.",
        alt="Des points.",
    )
    return joined([heading(3, f"Titre {name}", f"sec-{name}"), Piece(block), paragraph("Fin.")])


def title_of(title: str) -> Piece:
    return Piece(title_block({"title": title}))


def _document(lines: int) -> Piece:
    text = [paragraph(f"Ligne {number}.") for number in range(lines)]
    return title_of("Essai") + joined([*text, _picture("un"), _picture("deux")])


def test_a_picture_that_lacks_little_room_is_on_the_page() -> None:
    """The second one left two fifths of the page white, for want of a line."""
    with page_setter("fr", 0) as setter:
        made = setter.page("essai", partial(_document, 8), ("typst",))["typst"]
    (first, *_) = pdf_pages(made)
    for words in ("Titre un", "Constat un.", "Titre deux", "Constat deux."):
        assert words in first, words


def test_a_picture_that_cannot_be_read_so_small_goes_on() -> None:
    """With its title: a title stands on the page of its picture."""
    with page_setter("fr", 0) as setter:
        made = setter.page("essai", partial(_document, 12), ("typst",))["typst"]
    (on,) = (page for page in pdf_pages(made) if "Constat deux." in page)
    assert "Titre deux" in on and "Constat un." not in on


def _told(lines: int, note: str = "") -> Piece:
    """A page with a picture, then one whose findings are a list, as of a trend of many series."""
    text = [paragraph(f"Ligne {number}.") for number in range(lines)]
    listed = bullets(f"Verdict {k}." for k in range(6))
    _, *second = _picture("deux").markdown.split("\n\n", 1)
    notes = marked("note", paragraph(note)) if note else Piece("")
    picture, end = second[0].rsplit("\n\n", 1)
    parts = [*text, _picture("un"), heading(3, "Titre deux", "sec-deux")]
    return title_of("Essai") + joined([*parts, listed, Piece(picture), notes, Piece(end)])


def test_words_of_a_picture_without_room_stay_on_the_page_before() -> None:
    """Half a page was white where six verdicts could stand, which were read after the picture."""
    with page_setter("fr", 0) as setter:
        made = setter.page("essai", partial(_told, 12), ("typst",))["typst"]
    first, second, *_ = pdf_pages(made)
    assert first.index("Titre deux") < first.index("Verdict 0.") < first.index("Verdict 5.")
    assert "Constat deux." in second and "Verdict" not in second


def test_words_stay_with_a_picture_that_has_room() -> None:
    with page_setter("fr", 0) as setter:
        made = setter.page("essai", partial(_told, 2), ("typst",))["typst"]
    (page,) = (page for page in pdf_pages(made) if "Constat deux." in page)
    assert page.index("Titre deux") < page.index("Constat deux.") < page.index("Verdict 0.")
    assert "".join(pdf_pages(made)).count("Verdict 0.") == 1


@pytest.mark.parametrize(
    ("width", "wide", "apart"),
    [(160.0, 460.0, False), (100.0, 460.0, False), (70.0, 460.0, True), (120.0, 0.0, True)],
)
def test_notes_stand_beside_a_picture_where_that_brings_it_back(
    width: float, wide: float, apart: bool
) -> None:
    """Where the room beside it, or beside a smaller one, holds them: no column of a few letters."""

    def placed(setting: Setting) -> list[PageMark]:
        first = _marks(1, 250.0, "a", setting.scales.get("a", USUAL))
        tall = 300.0 * setting.scales.get("b", USUAL)
        notes = 0.0 if "b" in setting.beside else 90.0
        fits = first[-1].end + 20.0 + tall + notes < PAPER["foot"]
        page, top = (1, first[-1].end + 20.0) if fits else (2, PAPER["top"])
        how: dict[str, Any] = {"own": 300.0, "wide": wide, "left": width, "under": notes}
        second = PageMark(page, top, "b", height=tall, **how, **PAPER)
        return [*first, second, PageMark(page, second.end + notes), PageMark(3, 70.0)]

    setting = fitted(placed)
    assert setting.beside == (() if apart else ("b",))
    assert [m.page for m in placed(setting) if m.picture == "b"] == [2 if apart else 1]
    room = width + (USUAL - setting.scales.get("b", USUAL)) * wide
    assert not setting.beside or room >= 129.9


def test_notes_beside_a_picture_are_written_once() -> None:
    note = "Question posée à tous. " * 12
    with page_setter("fr", 0) as setter:
        made = setter.page("essai", partial(_told, 6, note), ("typst",))["typst"]
    assert len(re.findall(r"Question\s+posée", "".join(pdf_pages(made)))) == 12


def _contents(many: int) -> Piece:
    parts = [heading(2, f"Partie {k}", f"sec-{k}") for k in range(many)]
    return title_of("Essai") + joined([*parts, paragraph("Fin.")])


@pytest.mark.parametrize(("many", "across"), [(12, False), (20, True)])
def test_contents_of_some_length_stand_in_two_columns(many: int, across: bool) -> None:
    """Twenty lines in one column left no room for the first figure under them."""
    with page_setter("fr", 0) as setter:
        made = setter.page("essai", partial(_contents, many), ("typst",), {"toc": True})["typst"]
    with pikepdf.open(io.BytesIO(made)) as paper:
        lines = [float(link.Rect[0]) for page in paper.pages for link in page.get("/Annots", [])]
    assert len(lines) >= many
    assert (max(lines) - min(lines) > 100) == across


@pytest.mark.parametrize(("many", "alone"), [(9, False), (84, True)])
def test_a_page_that_is_half_empty_after_its_contents_goes_on(many: int, alone: bool) -> None:
    """All tables of a survey began on a second page, under ten lines of contents on the first."""
    with page_setter("fr", 0) as setter:
        made = setter.page("essai", partial(_contents, many), ("typst",), {"toc": True})["typst"]
    first = pdf_pages(made)[0]
    assert (first.count("Partie 0") == 1) == alone, "beside its line in the contents"


def _under_contents() -> Piece:
    lines = [paragraph(f"Ligne {k}.") for k in range(30)]
    picture = Piece("::: {.contents}\n:::\n\n") + _picture("un", 22)
    parts = [heading(2, f"Partie {k}", f"sec-{k}") for k in range(32)]
    return title_of("Essai") + joined([*lines, picture, *parts])


def test_a_picture_under_the_contents_is_on_their_page() -> None:
    """Nothing told where contents end: half a page of a panel was white under them."""
    with page_setter("fr", 0) as setter:
        made = setter.page("essai", _under_contents, ("typst",), {"toc": True})["typst"]
    (on,) = (page for page in pdf_pages(made) if "Constat un." in page)
    assert "Table des matières" in on


@pytest.mark.parametrize(("lines", "pages"), [(3, 1), (22, 2)])
def test_an_annex_has_a_page_of_its_own_where_little_is_left(lines: int, pages: int) -> None:
    """Two thirds of a page stood white before the tables of a panel."""
    table = Piece(table_block(_grouped(3), label="tbl-un", caption="Tableau."))
    text = [paragraph(f"Ligne {number}.") for number in range(lines)]
    folded = callout("note", "Données de la figure (tableau)", table, fold=True)
    page = title_of("Essai") + joined([heading(2, "Texte", "sec-un"), *text, folded])
    with page_setter("fr", 0) as setter:
        made = setter.page("essai", lambda: page, ("typst",))["typst"]
    assert len(pdf_pages(made)) == pages


def _grouped(rows: int) -> str:
    lines = [TableRow("Âge"), *(TableRow(f"Ligne {k}", (f"{k}",)) for k in range(rows))]
    return html_table("Groupe", [Column("n")], [*lines, TableRow("Diplôme"), *lines[1:]])


@pytest.mark.parametrize("lines", range(6, 10))
def test_the_name_of_a_group_is_over_its_rows_on_each_page(lines: int) -> None:
    """“Highest diploma” stood alone at the foot of a page, its rows on the next."""
    table = Piece(table_block(_grouped(18), label="tbl-un", caption="Tableau."))
    text = [paragraph(f"Mot {number}.") for number in range(lines)]
    page = title_of("Essai") + joined([*text, table])
    with page_setter("fr", 0) as setter:
        made = setter.page("essai", lambda: page, ("typst",))["typst"]
    first, second = pdf_pages(made)
    assert re.search(r"Diplôme\s+Ligne", second), "its rows go on under its name"
    assert not first.rstrip(" \n0123456789/").endswith("Diplôme")


def _large() -> Piece:
    lines = [paragraph(f"Ligne {number}.") for number in range(14)]
    listed = Piece("\n".join(f"{k}. Constat écrit {k}." for k in range(1, 4)))
    _, *picture = _picture("un").markdown.split("\n\n", 1)
    title = heading(2, "Trois choses", "sec-trois")
    return title_of("Essai") + joined([*lines, title, listed, Piece("\n\n".join(picture))])


def test_in_large_print_a_list_fills_the_page_before_its_picture() -> None:
    """Two fifths of the first page were white: the list waited for the picture under it."""
    large = {"paper": "a4", "sheet": True, "text-size": "18pt"}
    with page_setter("fr", 0) as setter:
        made = setter.page("essai", _large, ("typst",), large)["typst"]
    first, second = pdf_pages(made)[:2]
    assert "Constat écrit 1." in first and "Constat un." in second


def _marks(page: int, top: float, name: str, scale: float) -> list[PageMark]:
    """Return a picture of 300 points and the sentences under it, that begin at `top`."""
    tall = 300.0 * scale
    picture = PageMark(page, top, name, own=300.0, height=tall, **PAPER)
    return [picture, PageMark(page, top + tall + 20.0)]


def _set(gap: float, asked: list[Setting], setting: Setting) -> list[PageMark]:
    """Set two pictures as typst would, the second where there is room for it and its sentences."""
    asked.append(setting)
    scales = setting.scales
    first = _marks(1, 150.0, "a", scales.get("a", USUAL))
    under = first[-1].end + gap
    second = _marks(1, under, "b", scales.get("b", USUAL))
    if second[-1].end > PAPER["foot"]:
        second = _marks(2, PAPER["top"], "b", scales.get("b", USUAL))
    return [*first, *second, PageMark(second[0].page + 1, 70.0)]


@pytest.mark.parametrize("gap", [60.0, 100.0, 120.0, 300.0])
def test_pictures_stay_within_their_limits(gap: float) -> None:
    asked: list[Setting] = []
    setting = fitted(partial(_set, gap, asked))
    assert all(LEAST <= scale <= MOST for scale in setting.scales.values())
    pages = {mark.picture: mark.page for mark in _set(gap, [], setting) if mark.picture}
    before = {mark.picture: mark.page for mark in _set(gap, [], Setting()) if mark.picture}
    assert sum(pages.values()) <= sum(before.values())
    assert len(asked) <= 6, "a document is not set again without end"


def test_a_larger_picture_that_pushes_a_passage_away_stays_as_it_was() -> None:
    """What the marks do not tell of a page, such as its notes, is seen once it is set again."""

    def pushed(setting: Setting) -> Sequence[PageMark]:
        scale = setting.scales.get("a", USUAL)
        marks = _marks(1, 150.0, "a", scale)
        return [*marks, PageMark(1 if scale <= USUAL else 2, 600.0), PageMark(3, 70.0)]

    assert enlarged(pushed(Setting()))
    assert fitted(pushed) == Setting()


@pytest.mark.parametrize("opens", [False, True])
def test_what_is_white_before_an_annex_is_not_moved_into_the_report(opens: bool) -> None:
    """Two fifths of a page stayed white amid a consultation: they would have stood before its annex."""

    def placed(setting: Setting) -> list[PageMark]:
        first = _marks(1, 240.0, "a", setting.scales.get("a", USUAL))
        second, full = _marks(1, first[-1].end + 24.0, "b", setting.scales.get("b", USUAL)), 200.0
        if second[-1].end > PAPER["foot"]:
            second, full = _marks(2, PAPER["top"], "b", setting.scales.get("b", USUAL)), 500.0
        rest = [PageMark(2, full)]
        return [*first, *second, *rest, PageMark(3, 68.0, opens=opens), PageMark(4, 70.0)]

    on = {m.picture: m.page for m in placed(fitted(placed)) if m.picture}["b"]
    assert on == (1 if opens else 2)


def test_nothing_is_asked_of_the_last_page() -> None:
    assert enlarged(_marks(1, 150.0, "a", USUAL)) == {}
    assert brought_back(_marks(1, 150.0, "a", USUAL), 1) == {}


def test_a_source_without_the_line_is_left_as_it_is() -> None:
    """A sheet, or large print, in which nothing is smaller than its text."""
    assert written("Text.", Setting({"a": 0.7}, ("b",), ("c",))) == "Text."
    assert written(ANCHOR, Setting()) == ANCHOR


def test_sections_of_one_paragraph_are_not_one_block() -> None:
    """In large print a first page held its title alone, and the second ended by another title."""

    def sections() -> Piece:
        words = "Nous posons les mêmes questions chaque année, à des personnes tirées au hasard. "
        own = [
            piece
            for k in range(5)
            for piece in (heading(2, f"Section {k}", f"sec-{k}"), paragraph(words * 3))
        ]
        return title_of("Langage clair") + joined([*own[:6], _picture("un"), *own[6:]])

    large = {"paper": "a4", "sheet": True, "text-size": "18pt"}
    with page_setter("fr", 0) as setter:
        pages = pdf_pages(setter.page("gros", sections, ("typst",), large)["typst"])
    assert "Section 0" in pages[0]
    assert not [page for page in pages if re.search(r"(Section \d|Titre un)\s+\d / \d\s*$", page)]
