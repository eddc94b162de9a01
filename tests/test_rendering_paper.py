"""What paper and telephones need: folded tables in an annex, a picture for narrow screens."""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from padai.charts import style
from padai.charts.data import Axis, ChartRow, Point
from padai.charts.rows import row_chart
from padai.errors import RenderError
from padai.publishing.engine.pictures import save_figure
from padai.publishing.engine.scan import scan_page
from padai.publishing.engine.text import figure_block, table_block, title_block
from padai.publishing.pieces.emit import Piece, callout, heading, joined, paragraph
from padai.publishing.pieces.page_setter import page_setter
from tests.unpacking import parts, pdf_pages, pdf_text

TABLE = (
    '<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
    '<tbody><tr><th scope="row">Ministères</th><td class="right">51,0</td></tr></tbody></table>'
)


def chart(**how: Any) -> Any:
    axis = Axis(0.0, 100.0, (0.0, 50.0, 100.0), lambda v: f"{v:.0f} %")
    return row_chart(
        [ChartRow("Ministères", (Point(51.0, 48.6, 53.5),), ("51,0 %",))], axis=axis, **how
    )


def content() -> Piece:
    source = save_figure(chart(), "fig-trust", narrow=chart(width=style.NARROW))
    figure = figure_block(
        source,
        label="fig-trust",
        caption="Confiance.",
        alt="Un point, 51,0 %.",
        detail="En % ; n = 2 003.",
    )
    table = Piece(table_block(TABLE, label="tbl-trust", caption="Confiance."))
    open_text = callout("tip", "Comment lire", paragraph("Lisez."), fold=True)
    cards = (
        "::: {.key-figures}\n\n- **51,0 %** Confiance.\n\n  [A augmenté]{.verdict .higher}\n\n:::"
    )
    return Piece(title_block({"title": "Essai"})) + joined(
        [
            heading(2, "Confiance", "sec-a"),
            open_text,
            Piece(cards),
            Piece(figure),
            callout("note", "Données de la figure (tableau)", table, fold=True),
            heading(2, "Suite", "sec-b"),
            paragraph("Le dernier mot du corps."),
        ]
    )


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    with page_setter("fr", 0) as setter:
        return setter.page("essai", content, ("html", "typst", "docx"))


def docx_text(content: bytes) -> str:
    named = dict(parts("essai.docx", content))
    document = named["essai.docx!word/document.xml"].decode()
    return re.sub(r"<[^>]+>", "", re.sub(r"</w:p>", "\n", document))


def test_a_reader_of_pdf_has_nothing_to_complain_of(made: dict[str, bytes], tmp_path: Path) -> None:
    import pikepdf

    file = tmp_path / "essai.pdf"
    file.write_bytes(made["typst"])
    with pikepdf.open(file) as pdf:
        marks = pdf.Root.MarkInfo
        assert marks.Marked is True
        # poppler takes an entry that is false for one of a wrong type
        assert "/Suspects" not in marks
    if shutil.which("pdfinfo"):
        told = subprocess.run(["pdfinfo", file], capture_output=True, check=True)
        assert told.stderr == b"" and b"Tagged:          yes" in told.stdout


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u202f", " "))


def test_on_paper_a_folded_table_stands_in_an_annex(made: dict[str, bytes]) -> None:
    for told in (plain(pdf_text(made["typst"])), plain(docx_text(made["docx"]))):
        body, annex = told.split("Annexe. Tableaux de données", 1)
        assert "Données de la figure : tableau 1" in body
        assert "Lisez." in body and "Le dernier mot du corps." in body
        assert "Tableau 1. Confiance." in annex and "51,0" in annex
    assert re.search(r"tableau 1 ?, page ?1 ?\.", plain(pdf_text(made["typst"])))
    assert "Annexe" not in made["html"].decode()


def test_words_of_another_language_keep_the_spaces_that_they_end_with() -> None:
    """On paper “Datos de la figura:tabla 1del documento” ran together."""
    with page_setter("es", 0) as setter:
        made = setter.page("prueba", content, ("docx",), {"tables-apart": "Todas las tablas"})
    told = plain(docx_text(made["docx"]))
    assert re.search(r": tabla 1 del documento «Todas las tablas»", told), told


def test_a_verdict_has_a_sign_on_paper_too(made: dict[str, bytes]) -> None:
    assert "▲ A augmenté" in plain(docx_text(made["docx"]))
    assert "A augmenté" in plain(pdf_text(made["typst"]))  # the sign is drawn, and is no text


def test_a_narrow_screen_has_a_picture_of_its_own(made: dict[str, bytes]) -> None:
    page = made["html"].decode()
    (both,) = re.findall(r"<picture>.*?</picture>", page)
    assert re.findall(r' alt="([^"]*)"', both) == ["Un point, 51,0 %."]
    widths = [
        float(re.search(rb'width="([\d.]+)pt"', base64.b64decode(data))[1])  # type: ignore[index]
        for data in re.findall(r"base64,([A-Za-z0-9+/=]+)", both)
    ]
    assert widths[0] < 0.7 * widths[1]
    assert 'media="(max-width: 35em)"' in both


@pytest.mark.parametrize(
    "source", ["https://example.org/a.png", "a.png", "data:text/html;base64,A"]
)
def test_no_picture_comes_from_elsewhere(made: dict[str, bytes], source: str) -> None:
    page = made["html"].decode()
    scan_page(page, "essai.html")
    wrong = re.sub(r'srcset="[^"]*"', f'srcset="{source}"', page)
    with pytest.raises(RenderError, match="source"):
        scan_page(wrong, "essai.html")


def test_letters_are_as_large_as_a_telephone_needs() -> None:
    """At 320 CSS pixels of width, no letter of a chart is under 8 of them."""
    from matplotlib.text import Text

    figure = chart(width=style.NARROW, notices=("Données fictives",))
    points = min(t.get_size() for t in figure.findobj(Text) if t.get_text())
    assert points * 96 / 72 * 320 / (style.NARROW * 96) >= 8
    wide = partial(chart, width=style.WIDTH)()
    assert style.is_narrow(figure.get_size_inches()[0])
    assert not style.is_narrow(wide.get_size_inches()[0])


def long_list() -> Piece:
    figure = figure_block(
        save_figure(chart(), "fig-long"),
        label="fig-long",
        caption="Constat.",
        alt="Un point, 51,0 %.",
    )
    said = "\n".join(f"- Ligne {k}." for k in range(5))
    after = paragraph("Après la figure.")
    return Piece(title_block({"title": "Essai"})) + joined(
        [heading(2, "Évolution", "sec-c"), Piece(said), Piece(figure), after]
    )


def test_a_long_list_parts_no_heading_from_its_picture() -> None:
    """Eight lines of verdicts stood between “2.2 Évolution” and its figure, a page further on."""
    with page_setter("fr", 0) as setter:
        made = setter.page("liste", long_list, ("html", "typst", "docx"))
    for told in (plain(pdf_text(made["typst"])), plain(docx_text(made["docx"]))):
        assert told.index("Constat.") < told.index("Ligne 0.") < told.index("Après la figure.")
    page = made["html"].decode()
    assert page.index("Ligne 0.") < page.index("Constat.")


@pytest.mark.parametrize(("lines", "page"), [(2, 0), (40, 1)])
def test_contents_stand_on_a_first_page_that_has_room(lines: int, page: int) -> None:
    """The first page of an edition that asked little was a third full."""

    def report() -> Piece:
        before = [paragraph(f"Ligne {k}.") for k in range(lines)]
        chapters = [heading(2, f"Chapitre {k}", f"sec-{k}") for k in range(12)]
        placed = Piece("::: {.contents}\n:::")
        return Piece(title_block({"title": "Essai"})) + joined([*before, placed, *chapters])

    with page_setter("fr", 0) as setter:
        made = setter.page("contenu", report, ("typst",), {"toc": True, "toc-depth": 3})
    pages = [plain(text) for text in pdf_pages(made["typst"])]
    (at,) = (k for k, text in enumerate(pages) if "Table des matières" in text)
    assert at == page
    assert all(f"Chapitre {k}" in pages[at] for k in range(12)), "none is cut in two"


GROUPED = (
    '<table><thead><tr><th scope="col">Groupe</th><th scope="col">Personnes</th></tr></thead>'
    '<tbody><tr><th scope="rowgroup" colspan="2" class="group">Âge</th></tr>'
    '<tr><th scope="row">18 à 29 ans</th><td class="right">95</td></tr></tbody></table>'
)


def test_in_word_a_table_clears_what_follows_and_its_groups_stand_out() -> None:
    """The text under a table stood on its lower line, and “Âge” looked like one more row."""

    def tables() -> Piece:
        table = Piece(table_block(GROUPED, label="tbl-qui", caption="Qui a participé."))
        return joined([heading(2, "A", "sec-a"), table, paragraph("Il est acceptable.")])

    with page_setter("fr", 0) as setter:
        made = setter.page("groupes", tables, ("docx",))["docx"]
    document = dict(parts("g.docx", made))["g.docx!word/document.xml"].decode()
    after = document.partition("</w:tbl>")[2].partition("Il est acceptable")[0]
    room = re.search(r'<w:spacing w:before="(\d+)"', after)
    assert room is not None and int(room[1]) >= 100
    cells = re.findall(r"<w:tc>.*?</w:tc>", document, re.DOTALL)
    bold = {re.sub("<[^>]+>", "", c).strip(): "<w:b />" in c for c in cells}
    assert bold["Âge"] and not bold["18\xa0à\xa029\xa0ans"]


def test_in_word_no_row_of_a_table_stands_alone_on_a_page() -> None:
    """The last page of a consultation held its last word, under the head of the table."""
    rows = "".join(
        f'<tr><th scope="row">mot {n}</th><td class="right">{n}</td></tr>' for n in range(30)
    )
    html = re.sub(r"<tbody>.*</tbody>", f"<tbody>{rows}</tbody>", GROUPED)

    def words() -> Piece:
        table = Piece(table_block(html, label="tbl-mots", caption="Mots."))
        return joined([heading(2, "A", "sec-a"), table])

    with page_setter("fr", 0) as setter:
        made = setter.page("mots", words, ("docx",))["docx"]
    document = dict(parts("m.docx", made))["m.docx!word/document.xml"].decode()
    told = ["<w:keepNext" in r for r in re.findall(r"<w:tr\b.*?</w:tr>", document, re.DOTALL)]
    assert len(told) == 31
    assert [i for i, kept in enumerate(told) if kept] == [0, 28, 29]


def test_a_word_document_has_letters_that_every_office_suite_has(made: dict[str, bytes]) -> None:
    """Calibri is missing where Word is: a letter a quarter wider made 51 pages of 42."""
    styles = dict(parts("essai.docx", made["docx"]))["essai.docx!word/styles.xml"].decode()
    normal = re.search(r'<w:style [^>]*"Normal"[^>]*>.*?</w:style>', styles, re.S)
    assert normal is not None and 'w:ascii="Arial"' in normal[0]
    assert "Calibri" not in styles


def test_the_tallest_picture_leaves_room_for_what_opens_its_chapter() -> None:
    """A chapter that begins by fifteen bars stood alone on a page, a fifth full."""
    axis = Axis(0.0, 100.0, (0.0, 50.0, 100.0), lambda v: f"{v:.0f} %")
    rows = [
        ChartRow(f"Institution {k}", (Point(51.0, 48.6, 53.5),), ("51,0 %",)) for k in range(60)
    ]

    def report() -> Piece:
        figure = figure_block(
            save_figure(row_chart(rows, axis=axis), "fig-tall"),
            label="fig-tall",
            caption="Constat.",
            alt="Des points.",
            detail="Quinze institutions, en % ; n = 1 496 à 1 510. " * 2,
        )
        opening = [paragraph("Depuis la première édition, la confiance a diminué. " * 2)] * 2
        asked = paragraph("Question : « À quel point avez-vous confiance ? » Base : tous. " * 2)
        return Piece(title_block({"title": "Essai"})) + joined(
            [
                heading(2, "Premier chapitre", "sec-1"),
                *[paragraph(f"Ligne {k}.") for k in range(40)],
                heading(2, "Second chapitre", "sec-2"),
                *opening,
                heading(3, "Quinze institutions", "sec-3"),
                Piece(figure),
                asked,
            ]
        )

    with page_setter("fr", 0) as setter:
        made = setter.page("haute", report, ("typst",))
    pages = [plain(text) for text in pdf_pages(made["typst"])]
    (at,) = (k for k, text in enumerate(pages) if "Second chapitre" in text)
    assert "Constat." in pages[at], "the picture stands on the page of its chapter"


def test_closing_words_are_never_alone_on_a_page() -> None:
    """Where the last page is full they stand in its foot, beside its number."""
    words = "Le pied de la fin " * 12

    def filled(lines: int) -> Piece:
        text = [paragraph(f"Ligne {number}.") for number in range(lines)]
        return Piece(title_block({"title": "Essai", "footer": words})) + joined(text)

    sizes = set()
    with page_setter("fr", 0) as setter:
        for lines in range(30, 42):
            pdf = setter.page("essai", partial(filled, lines), ("typst",))["typst"]
            pages = [page for page in pdf_pages(pdf) if page.strip()]
            assert "Le pied de la fin" in pages[-1], lines
            assert "Ligne" in pages[-1], lines
            sizes.add(len(pages))
    assert sizes == {1, 2}
