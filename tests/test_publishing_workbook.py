"""The data tables: real tables, strings that stay strings, nothing that may not be shown."""

from __future__ import annotations

import datetime as dt
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree

from padai.publishing.basis.context import Context
from padai.publishing.products.workbooks import ods, write_workbook, xlsx
from padai.publishing.products.workbooks.content import book_of
from padai.publishing.products.workbooks.layout import laid_out, over_pages
from padai.publishing.products.workbooks.sheets import Book, SheetTable, Value
from padai.store import Store
from tests.publishing_store import make_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    def dangerous(head: dict[str, Any]) -> None:
        head["breakdowns"]["age_group"]["groups"]["65+"]["label"] = {
            "fr": "=1+1", "en": "https://exemple.ca",
        }  # fmt: skip

    return make_store(tmp_path_factory.mktemp("tables"), change=dangerous)


@pytest.fixture(scope="module")
def book(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("book") / "t.xlsx"
    write_workbook(store, "fr", path)
    return openpyxl.load_workbook(path)


def _rows(page: Any) -> list[dict[str, Any]]:
    table = next(iter(page.tables.values()))
    cells = [[c.value for c in row] for row in page[table.ref]]
    return [dict(zip(cells[0], row, strict=True)) for row in cells[1:]]


def test_cover_contents_notes_then_one_table_a_sheet(book: Any) -> None:
    assert book.sheetnames[:3] == ["Couverture", "Contenu", "Notes"]
    assert not book["Couverture"].tables
    for name in book.sheetnames[1:]:
        assert len(book[name].tables) == 1, name
        assert not book[name].merged_cells.ranges, name


def test_no_text_becomes_a_formula_or_a_link(store: Store, tmp_path: Path) -> None:
    for lang in ("fr", "en"):
        path = tmp_path / f"{lang}.xlsx"
        write_workbook(store, lang, path)
        with zipfile.ZipFile(path) as files:
            for name in files.namelist():
                text = files.read(name).decode("utf-8", "replace")
                if name.startswith("xl/worksheets/"):
                    assert "<f>" not in text, name
                    assert 'TargetMode="External"' not in text, name
                if name == "xl/sharedStrings.xml":
                    assert {"fr": "=1+1", "en": "https://exemple.ca"}[lang] in text


def test_numbers_are_those_of_the_store(book: Any, store: Store) -> None:
    rows = _rows(book["trust_schools"])
    total = next(r for r in rows if r["Groupe"] == "Ensemble" and r["Réponse"] == "Total confiance")
    frame = store.table("estimates")
    cell = frame[
        (frame["question"] == "trust_schools")
        & (frame["response"] == "trust")
        & (frame["group"] == "total")
        & (frame["part"] == "main")
    ].iloc[0]
    assert total["Estimation"] == pytest.approx(cell["estimate"], abs=0)
    assert total["Borne inférieure"] == pytest.approx(cell["conf_low"], abs=0)
    assert total["n"] == cell["n_base"]
    assert len(rows) == len(
        frame[(frame["question"] == "trust_schools") & (frame["part"] == "main")]
    )


def test_what_may_not_be_shown_is_an_empty_cell_with_words(book: Any) -> None:
    hidden = [r for r in _rows(book["trust_schools"]) if r["Groupe"] == "Personnes non binaires"]
    assert hidden
    for row in hidden:
        assert row["Estimation"] is row["Borne inférieure"] is row["n effectif"] is None
        assert row["Cote"] == "B"
        assert row["Remarque"] == "nombre insuffisant"


def test_the_language_the_title_and_the_marks_are_in_the_file(book: Any) -> None:
    assert book.properties.title == "Baromètre d’essai\u00a0: édition 2025"
    assert "Données fictives" in book.properties.keywords
    for page in book.worksheets:
        assert "Données fictives" in page.oddFooter.left.text


def test_heads_stand_over_their_columns_and_come_again_on_each_printed_page(book: Any) -> None:
    page = book["trust_schools"]
    heads, first = list(page[next(iter(page.tables.values())).ref])[:2]
    assert page.print_title_rows == f"${heads[0].row}:${heads[0].row}"
    sides = {h.value: h.alignment.horizontal for h in heads}
    assert {k for k, side in sides.items() if side == "right"} == {
        "Estimation",
        "Borne inférieure",
        "Borne supérieure",
        "n effectif",
        "n",
    }
    assert {k for k, side in sides.items() if side == "center"} == {
        "Lettre",
        "Plus élevé que",
        "Cote",
    }
    assert first[3].number_format == '0.0"\u00a0"%'
    assert {c.fill.fill_type for row in page.iter_rows() for c in row} == {None}


def test_a_text_beside_numbers_stands_apart_from_them(tmp_path: Path) -> None:
    """An indent without a side is none: “229 fiable” stood in two columns as if in one."""
    row = (Value("Emploi", "wrap"), Value(229, "count"), Value("fiable", "wrap"))
    table = SheetTable("t", "T", "T", ("Thème", "Même codage", "Lecture"), (row,))
    sheet = laid_out("T", "T", (Value("T", "title"),), table)
    made = dt.datetime(2025, 1, 1)
    xlsx.write(Book("T", "T", "padai", (), "Langue", "fr", made, (sheet,)), tmp_path / "t.xlsx")
    (page,) = openpyxl.load_workbook(tmp_path / "t.xlsx").worksheets
    how = [page.cell(line, 3).alignment for line in (3, 4)]
    assert [(a.horizontal, a.indent) for a in how] == [("left", 1), ("left", 1)]


def test_no_sheet_prints_smaller_than_eight_points(book: Any) -> None:
    """Sheets of twelve columns were shrunk to a page: of 11 points 6.4 were left, of 18 columns 2.8.

    A line over the table counts too: it runs over the cells beside it, and the page is as wide.
    """
    for page in book.worksheets[1:]:
        widths = [c.width for c in page.column_dimensions.values() for _ in range(c.min, c.max + 1)]
        inches = sum(8 * width for width in widths) / 96
        room = 8.5 if page.page_setup.orientation == "portrait" else 11
        room -= page.page_margins.left + page.page_margins.right
        first = int(page.tables[next(iter(page.tables))].ref[1:].split(":")[0])
        lines = [str(page.cell(row, 1).value or "") for row in range(2, first)]
        assert page.sheet_properties.pageSetUpPr.fitToPage, page.title
        assert 11 * room / inches >= 8, page.title
        assert max(map(len, lines)) * 7 / 96 <= 1.05 * max(inches, room * 0.7), page.title


def _table_of(name: str, columns: int, text: str) -> SheetTable:
    row = (Value("Total"), *(Value(text, "wrap") for _ in range(columns)), Value(0.5, "share"))
    heads = tuple(f"Colonne {k}" for k in range(columns + 2))
    return SheetTable(name, "Titre", "Titre", heads, (row, row))


@pytest.mark.parametrize("suffix", [".ods", ".xlsx"])
def test_a_table_that_no_page_holds_goes_over_several_with_its_first_columns(
    store: Store, tmp_path: Path, suffix: str
) -> None:
    sheet = laid_out("large", "Titre", (), _table_of("t1", 16, "inintelligibilité"))
    assert over_pages(sheet)
    narrow = laid_out("étroit", "Titre", (), _table_of("t2", 3, "mot"))
    assert not over_pages(narrow)
    book = replace(book_of(Context(store, "fr")), sheets=(sheet, narrow))
    path = tmp_path / f"t{suffix}"
    (xlsx if suffix == ".xlsx" else ods).write(book, path)
    with zipfile.ZipFile(path) as package:
        name = "content.xml" if suffix == ".ods" else "xl/worksheets/sheet1.xml"
        content = package.read(name).decode()
        pages = package.read("styles.xml" if suffix == ".ods" else "xl/workbook.xml").decode()
    if suffix == ".ods":
        assert content.count("<table:table-header-columns>") == 1
        assert 'table:name="large" table:style-name="wide"' in content
        assert 'style:scale-to="75%"' in pages
    else:
        assert 'scale="75"' in content and "fitToPage" not in content
        assert "large!$A:$B,large!$2:$2" in pages.replace("'", "")


def test_a_line_over_a_table_is_whole_on_each_page_across() -> None:
    """“Panel citoyen : ces résultats portent sur les personnes” stood on the second, cut there."""
    caution = "Panel citoyen : ces résultats portent sur les personnes participantes, et sur elles"
    lines = (Value("Composition du panel, aux côtés de la population", "title"), Value(caution))
    sheet = laid_out("large", "Titre", lines, _table_of("t1", 16, "inintelligibilité des textes"))
    assert over_pages(sheet)
    letters = sum(sheet.widths[:2])
    for line in sheet.lines:
        assert len(str(line.content)) * (1.6 if line.style == "title" else 1.0) <= letters / 0.85
    assert " ".join(str(v.content) for v in sheet.lines if v.style != "title") == caution


def test_both_formats_say_their_language_where_programs_look(store: Store, tmp_path: Path) -> None:
    for lang, tag in (("fr", "fr-CA"), ("en", "en-CA")):
        write_workbook(store, lang, tmp_path / f"{lang}.xlsx")
        with zipfile.ZipFile(tmp_path / f"{lang}.xlsx") as package:
            core = package.read("docProps/core.xml").decode()
        assert f"<dc:language>{tag}</dc:language>" in core


@pytest.mark.parametrize("suffix", [".xlsx", ".ods"])
def test_same_store_same_bytes(store: Store, tmp_path: Path, suffix: str) -> None:
    first, second = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    write_workbook(store, "en", first)
    write_workbook(store, "en", second)
    assert first.read_bytes() == second.read_bytes()


def test_letters_say_which_groups_are_lower(book: Any) -> None:
    rows = [r for name in book.sheetnames[3:] for r in _rows(book[name])]
    above = [r for r in rows if r["Plus élevé que"]]
    assert above
    assert {(r["Groupe"], r["Lettre"], r["Plus élevé que"]) for r in above} == {
        ("Hommes", "B", "A")
    }
    named = {r["Signe ou notion"]: r["Sens"] for r in _rows(book["Notes"])}
    assert "Benjamini-Hochberg" in named["Lettre, plus élevé que"]


OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def _open_document(path: Path) -> dict[str, list[list[Any]]]:
    """Read every table of an OpenDocument file: what stands from its row of heads on."""
    with zipfile.ZipFile(path) as package:
        assert package.namelist()[0] == "mimetype"
        root = etree.fromstring(package.read("content.xml"))
    found = {}
    for page in root.iter(f"{TABLE}table"):
        heads = page.find(f"{TABLE}table-header-rows")
        if heads is not None:
            rows = [heads[0], *heads.itersiblings(f"{TABLE}table-row")]
            found[page.get(f"{TABLE}name")] = [[_value(cell) for cell in row] for row in rows]
    return found


def _value(cell: Any) -> Any:
    number = cell.get(f"{OFFICE}value")
    return float(number) or None if number is not None else "".join(cell.itertext()) or None


def test_both_formats_hold_the_same_tables(book: Any, store: Store, tmp_path: Path) -> None:
    write_workbook(store, "fr", tmp_path / "t.ods")
    opened = _open_document(tmp_path / "t.ods")
    assert list(opened) == book.sheetnames[1:]
    for name, rows in opened.items():
        page = book[name]
        table = next(iter(page.tables.values()))
        expected = [[c.value or None for c in row] for row in page[table.ref]]
        assert len(rows) == len(expected), name
        for own, other in zip(rows, expected, strict=True):
            # Office Open XML is written with sixteen digits
            assert own == [
                v if v is None or isinstance(v, str) else pytest.approx(v, rel=1e-15) for v in other
            ]


def test_the_open_document_says_its_language_its_title_and_its_marks(
    store: Store, tmp_path: Path
) -> None:
    write_workbook(store, "fr", tmp_path / "t.ods")
    with zipfile.ZipFile(tmp_path / "t.ods") as package:
        meta = package.read("meta.xml").decode()
        styles = package.read("styles.xml").decode()
    assert "<dc:title>Baromètre d’essai\u00a0: édition 2025</dc:title>" in meta
    assert "<dc:language>fr-CA</dc:language>" in meta
    assert "Données fictives" in meta
    assert 'fo:language="fr" fo:country="CA"' in styles
    assert "Données fictives" in styles


@pytest.mark.needs("libreoffice")
@pytest.mark.parametrize("suffix", [".ods", ".xlsx"])
def test_an_office_suite_reads_every_number(
    store: Store, soffice: str, tmp_path: Path, suffix: str
) -> None:
    write_workbook(store, "fr", tmp_path / f"t{suffix}")
    run = subprocess.run(
        [
            soffice,
            "--headless",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--convert-to",
            "xlsx",
            "--outdir",
            str(tmp_path / "read"),
            str(tmp_path / f"t{suffix}"),
        ],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    page = openpyxl.load_workbook(tmp_path / "read" / "t.xlsx")["trust_schools"]
    read = [[cell.value for cell in row] for row in page.iter_rows()]
    head = next(i for i, row in enumerate(read) if "Estimation" in row)
    place = read[head].index("Estimation")
    shown = [float(row[place]) for row in read[head + 1 :] if row[place] is not None]
    frame = store.table("estimates")
    own = frame[(frame["question"] == "trust_schools") & (frame["part"] == "main")]
    balances = own["response"] == "gap"
    expected = (own["estimate"] * balances.map({True: 100.0, False: 1.0})).dropna()
    assert sorted(shown) == pytest.approx(sorted(expected), abs=1e-12)
