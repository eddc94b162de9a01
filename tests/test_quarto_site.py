"""The repository as a Quarto website: what it lists is there, and the embedded engine sets it."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml

from padai.publishing.engine import render
from padai.publishing.engine.dialect import parse_document
from padai.publishing.report import Report
from padai.store import Store
from tests.publishing_store import make_store

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def site() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "_quarto.yml").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("store"))


def test_pages_that_quarto_sets_show_what_a_release_shows_as_such() -> None:
    """Key results stood there as a list of bullets: each class has a design in both style sheets."""
    told = (ROOT / "reports" / "README.md").read_text(encoding="utf-8")
    lines = re.findall(r"^- \*\*(?:Divs|Spans)\*\*.*(?:\n  .*)*", told, re.MULTILINE)
    classes = set(re.findall(r"[`{ ]\.([a-z][a-z-]+)", "".join(lines)))
    assert {"key-rows", "row-change", "headline", "verdict", "caption-detail"} <= classes
    for name in ("report.css", "site.css"):
        text = (ROOT / "padai/publishing/engine/assets" / name).read_text(encoding="utf-8")
        without = {c for c in classes if not re.search(rf"\.{c}\b[^{{}}]*{{", text)}
        assert without <= {"contents", "page-links", "verbatim"}, name


def test_it_is_a_website_that_lists_each_of_its_pages(site: dict[str, Any]) -> None:
    assert site["project"]["type"] == "website"
    listed = site["project"]["render"]
    assert len(listed) == len(set(listed))
    own = {p.relative_to(ROOT).as_posix() for p in (ROOT / "reports" / "site").rglob("*.qmd")}
    assert own == {name for name in listed if name.startswith("reports/site/")}
    assert all((ROOT / name).is_file() for name in listed)


def test_every_page_of_the_site_is_in_the_navigation(site: dict[str, Any]) -> None:
    bars = site["padai-navigation"]
    assert set(bars) == {"fr", "en"}
    listed = {name for name in site["project"]["render"] if name.startswith("reports/site/")}
    assert listed == {entry["href"] for bar in bars.values() for entry in bar}
    assert all(entry["text"] for bar in bars.values() for entry in bar)
    # one page of the other language ends each bar
    for lang, bar in bars.items():
        *own, last = bar
        assert last["lang"] == {"fr": "en", "en": "fr"}[lang]
        assert not any("lang" in entry for entry in own)
        assert all(("/en/" in entry["href"]) == (lang == "en") for entry in own)


def test_the_single_file_report_is_a_profile() -> None:
    profile = yaml.safe_load((ROOT / "_quarto-report.yml").read_text(encoding="utf-8"))
    assert profile["project"]["type"] == "default"
    assert profile["format"]["html"]["embed-resources"] is True


def test_every_page_keeps_to_what_both_engines_read(site: dict[str, Any]) -> None:
    for name in site["project"]["render"]:
        document = parse_document(ROOT, PurePosixPath(name))
        assert str(document.meta["lang"]) in ("fr-CA", "en-CA")


def test_captions_are_numbered_as_in_a_release(site: dict[str, Any]) -> None:
    """“Tableau 1.”: a colon would want a space before it in French, which Quarto does not set."""
    for name in site["project"]["render"]:
        assert parse_document(ROOT, PurePosixPath(name)).meta["crossref"] == {"title-delim": "."}


def test_the_page_of_all_tables_lists_its_chapters(site: dict[str, Any]) -> None:
    """They stand at the second level, and a depth of the page comes before that of the project."""
    for name in site["project"]["render"]:
        meta = parse_document(ROOT, PurePosixPath(name)).meta
        assert not meta.get("toc", True) or int(meta.get("toc-depth", 3)) > 1, name


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("page", ["editions", "versions", "downloads", "accessibility"])
def test_a_page_made_of_one_store_says_what_it_must(store: Store, lang: str, page: str) -> None:
    text = getattr(Report(store, lang), page)().markdown.replace("\\", "")
    expected = {
        "editions": "2 003" if lang == "fr" else "2,003",
        "versions": "Démonstration" if lang == "fr" else "Demonstration",
        "downloads": "series.csv",
        "accessibility": "(WCAG) 2.1",
    }[page]
    assert expected in text.replace("\u202f", " ")


def test_the_front_page_is_set_by_the_embedded_engine(store: Store, tmp_path: Path) -> None:
    (made,) = render(
        ROOT / "reports" / "site",
        ["index.qmd"],
        tmp_path,
        store=store.folder,
        lang="fr",
        source_date=0,
        engine="embedded",
    )
    page = made.path.read_text(encoding="utf-8")
    assert page.count("Confiance envers ") == 4
