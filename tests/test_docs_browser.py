"""The documentation in a real browser: rules of accessibility, narrow windows, dark, the search."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from docs.builder.source import SITE
from tests.browsing import axe, launched, open_page
from tests.test_docs import site

__all__ = ["site"]
pytestmark = pytest.mark.needs("chromium")

#: A page of each kind, in one language or the other.
KINDS = (
    "fr/index.html",
    "en/search.html",
    "fr/reference/index.html",
    "en/reference/commands.html",
    "fr/reference/estimer.html",
    "en/reference/questionnaire-yaml.html",
    "fr/reference/depot.html",
    "fr/reference/glossaire.html",
    "en/learn/4-change.html",
    "fr/venir-de/r-survey.html",
    "fr/comprendre/intervalles.html",
    "en/gallery/charts.html",
    "fr/galerie/resultats-dessines.html",
)
PAGE = SITE.parent / "questions.md"
#: What a new user asks, and where the answer is: language, question, part of the address.
QUESTIONS = [
    tuple(cell.strip().strip("`") for cell in line.strip("|").split("|"))
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if re.match(r"\| (fr|en) \|", line)
]


def test_forty_questions_are_asked_each_once() -> None:
    assert len({(lang, asked) for lang, asked, *_ in QUESTIONS}) == len(QUESTIONS) >= 40
    assert {lang: sum(q[0] == lang for q in QUESTIONS) >= 18 for lang in ("fr", "en")} == {
        "fr": True,
        "en": True,
    }


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    with launched(chromium) as opened:
        yield opened


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("page", KINDS)
def test_axe_finds_nothing(site: Path, browser: Any, page: str, dark: bool) -> None:
    scheme = "dark" if dark else "light"
    width = 390 if dark else 1280
    view = open_page(browser, (site / page).as_uri(), width, bypass_csp=True, color_scheme=scheme)
    violations, left = axe(view)
    assert violations == []
    assert [one for one in left if not one.startswith("color-contrast")] == []
    view.close()


@pytest.mark.parametrize("page", KINDS)
def test_a_narrow_window_does_not_scroll_sideways(site: Path, browser: Any, page: str) -> None:
    view = open_page(browser, (site / page).as_uri(), 320)
    assert view.evaluate("document.documentElement.scrollWidth") <= 320
    assert view.wrong == []
    assert [url for url in view.asked if not url.startswith(("file:", "data:"))] == []
    view.close()


@pytest.mark.parametrize("page", ["fr/reference/glossaire.html", "en/reference/glossary.html"])
def test_what_a_word_means_is_read_on_a_telephone_without_scrolling_aside(
    site: Path, browser: Any, page: str
) -> None:
    """The column of meanings stood half outside of the window."""
    view = open_page(browser, (site / page).as_uri(), 390)
    box = view.locator(".table-plain").first
    assert box.evaluate("box => box.scrollWidth <= box.clientWidth")
    view.close()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_what_a_new_user_asks_is_answered_by_one_search(
    site: Path, browser: Any, lang: str
) -> None:
    name = {"fr": "recherche", "en": "search"}[lang]
    view = open_page(browser, f"{(site / lang / name).as_uri()}.html")
    missed = {}
    for _, asked, _, found in (q for q in QUESTIONS if q[0] == lang):
        view.fill("#q", asked)
        first = view.eval_on_selector_all("#found a", "links => links.slice(0, 3).map(a => a.href)")
        if not any(found in address for address in first):
            missed[asked] = first
    assert missed == {}
    assert view.wrong == []
    view.close()


def test_the_search_says_where_no_page_holds_every_word(site: Path, browser: Any) -> None:
    view = open_page(browser, (site / "en" / "search.html").as_uri())
    view.fill("#q", "zzyzx median")
    assert view.inner_text("#count").startswith("No page holds all of these words; the nearest.")
    view.fill("#q", "zzyzx")
    assert view.inner_text("#count") == "Nothing holds these words."
    view.fill("#q", "bootsrap weigths")
    first = view.eval_on_selector_all("#found a", "links => links.slice(0, 3).map(a => a.href)")
    assert any("replicate-weights-of-a-file" in address for address in first), first
    view.close()


def test_the_field_of_any_page_leads_to_the_search(site: Path, browser: Any) -> None:
    view = open_page(browser, (site / "fr" / "apprendre" / "2-ponderer.html").as_uri())
    view.fill("#q-top", "rake")
    view.press("#q-top", "Enter")
    view.wait_for_selector("#found li")
    assert "recherche.html?q=rake" in view.url
    assert "ponderer.html#rake" in view.eval_on_selector("#found a", "a => a.href")
    assert (SITE / "assets" / "search.js").is_file()
    view.close()
