"""No verdict goes out without a word on whether it was declared before the data."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from tests.graded import GRADES, VERDICTS, language_of, plain, texts, ungraded

READ = (".html", ".csv", ".txt", ".svg", ".xml", ".json", ".docx", ".pptx", ".ods", ".xlsx")


@pytest.fixture(scope="module")
def outside(built_example: Path) -> list[Path]:
    """Every file of the release and of the site that a reader may open."""
    folders = (built_example / "releases", built_example / "_site")
    found = [p for f in folders for p in sorted(f.rglob("*")) if p.suffix in READ]
    return [p for p in found if "interne" not in p.parts]


def test_each_product_says_of_each_verdict_what_was_declared(outside: list[Path]) -> None:
    """Openings, headlines, feeds, question pages, the explorer and lone tables said nothing."""
    lacking = [text for p in outside for text in ungraded(p, language_of(p))]
    assert lacking == []


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_products_that_tell_verdicts_are_read(outside: list[Path], lang: str) -> None:
    """A pattern that finds nothing would let everything through."""
    telling = {
        p.suffix if p.parent.name != "questions" else "questions"
        for p in outside
        if language_of(p) == lang
        and p.suffix != ".csv"
        and any(re.search(VERDICTS[lang], plain(unit)) for _, unit in texts(p))
    }
    wanted = {".html", ".docx", ".pptx", ".txt", ".svg", ".xml", ".json", "questions"}
    assert telling >= wanted
    assert not telling & {".ods", ".xlsx"}  # workbooks hold estimates, and judge nothing


def test_a_verdict_without_its_grade_is_found(tmp_path: Path) -> None:
    page = tmp_path / "p.html"
    said = "<h1>A</h1><p>La part a augmenté depuis 2024.</p>"
    page.write_text(f"{said}<h2>B</h2><p>Comparaisons : déclarées, selon l’équipe.</p>")
    assert len(ungraded(page, "fr")) == 1
    page.write_text(f"{said}<p>Comparaisons : déclarées, selon l’équipe.</p>")
    assert ungraded(page, "fr") == []
    page.write_text("<p>« a augmenté » : la différence est démontrée.</p>")
    assert ungraded(page, "fr") == []
    table = tmp_path / "t.csv"
    table.write_text("verdict,declared\nrose,\nfell,asserted\n,\n")
    assert len(ungraded(table, "fr")) == 1
    assert set(GRADES) == set(VERDICTS)


@pytest.mark.parametrize("name", ["indices", "robustness", "tipping"])
def test_the_data_say_it_of_what_tries_a_comparison(built_example: Path, name: str) -> None:
    open_data = built_example / "releases" / "example" / "2025" / "v1" / "open"
    with (open_data / f"{name}.csv").open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    judged = [r for r in rows if r["verdict"]]
    assert judged
    assert {r["declared"] for r in judged} == {"asserted"}
    assert {r["declared"] for r in rows if not r["verdict"]} <= {""}
