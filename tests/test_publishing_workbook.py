"""The data tables: real tables, strings that stay strings, nothing that may not be shown."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from padai.publishing.workbook import write_workbook
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


def test_same_store_same_bytes(store: Store, tmp_path: Path) -> None:
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    write_workbook(store, "en", first)
    write_workbook(store, "en", second)
    assert first.read_bytes() == second.read_bytes()
