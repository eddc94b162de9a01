"""Pictures fill the pages of a PDF: one that lacks little room finds it, one alone takes what is left."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from functools import partial

import pikepdf
import pytest

from padai.charts.data import Axis, ChartRow, Point
from padai.charts.rows import row_chart
from padai.publishing.engine.fitting import (
    ANCHOR,
    LEAST,
    MOST,
    PageMark,
    brought_back,
    enlarged,
    fitted,
    with_scales,
)
from padai.publishing.engine.pictures import save_figure
from padai.publishing.engine.text import figure_block, title_block
from padai.publishing.pieces.emit import Piece, heading, joined, paragraph
from padai.publishing.pieces.page_setter import page_setter
from tests.unpacking import pdf_pages

PAPER = {"top": 68.0, "foot": 730.0}
USUAL = 0.78


def _picture(name: str) -> Piece:
    axis = Axis(0.0, 100.0, (0.0, 50.0, 100.0), lambda v: f"{v:.0f} %")
    rows = [ChartRow(f"Institution {k}", (Point(51.0, 48.6, 53.5),), ("51,0 %",)) for k in range(9)]
    label = f"fig-{name}"
    block = figure_block(
        save_figure(row_chart(rows, axis=axis), label),
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


def _marks(page: int, top: float, name: str, scale: float) -> list[PageMark]:
    """Return a picture of 300 points and the sentences under it, that begin at `top`."""
    tall = 300.0 * scale
    picture = PageMark(page, top, name, own=300.0, height=tall, **PAPER)
    return [picture, PageMark(page, top + tall + 20.0)]


def _set(
    gap: float, asked: list[Mapping[str, float]], scales: Mapping[str, float]
) -> list[PageMark]:
    """Set two pictures as typst would, the second where there is room for it and its sentences."""
    asked.append(scales)
    first = _marks(1, 150.0, "a", scales.get("a", USUAL))
    under = first[-1].end + gap
    second = _marks(1, under, "b", scales.get("b", USUAL))
    if second[-1].end > PAPER["foot"]:
        second = _marks(2, PAPER["top"], "b", scales.get("b", USUAL))
    return [*first, *second, PageMark(second[0].page + 1, 70.0)]


@pytest.mark.parametrize("gap", [60.0, 100.0, 120.0, 300.0])
def test_pictures_stay_within_their_limits(gap: float) -> None:
    asked: list[Mapping[str, float]] = []
    scales = fitted(partial(_set, gap, asked))
    assert all(LEAST <= scale <= MOST for scale in scales.values())
    pages = {mark.picture: mark.page for mark in _set(gap, [], scales) if mark.picture}
    before = {mark.picture: mark.page for mark in _set(gap, [], {}) if mark.picture}
    assert sum(pages.values()) <= sum(before.values())
    assert len(asked) <= 6, "a document is not set again without end"


def test_a_larger_picture_that_pushes_a_passage_away_stays_as_it_was() -> None:
    """What the marks do not tell of a page, such as its notes, is seen once it is set again."""

    def pushed(scales: Mapping[str, float]) -> Sequence[PageMark]:
        marks = _marks(1, 150.0, "a", scales.get("a", USUAL))
        return [
            *marks,
            PageMark(1 if scales.get("a", USUAL) <= USUAL else 2, 600.0),
            PageMark(3, 70.0),
        ]

    assert enlarged(pushed({}))
    assert fitted(pushed) == {}


def test_nothing_is_asked_of_the_last_page() -> None:
    assert enlarged(_marks(1, 150.0, "a", USUAL)) == {}
    assert brought_back(_marks(1, 150.0, "a", USUAL), 1) == {}


def test_a_source_without_the_line_is_left_as_it_is() -> None:
    """A sheet, or large print, in which nothing is smaller than its text."""
    assert with_scales("Text.", {"a": 0.7}) == "Text."
    assert with_scales(ANCHOR, {}) == ANCHOR


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
