"""The documentation in a real browser: rules of accessibility, narrow windows, dark, the search."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

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
#: What a new user asks, and where the answer is.
QUESTIONS = (
    ("fr", "comment ajouter une vague ?", "ajouter-une-vague"),
    ("en", "what is deff here?", "term-deff"),
    ("en", "which verb gives a confidence interval for a median?", "median-with-an-interval"),
    ("fr", "comment corriger une publication ?", "corriger-une-publication"),
    ("fr", "les erreurs types tiennent-elles compte du calage ?", "2-ponderer.html#errors"),
    ("en", "my file has Fay replicate weights: how?", "replicate-weights-of-a-file"),
    ("fr", "pourquoi mes lettres diffèrent-elles de celles de l’agence ?", "spss.html#letters"),
    ("en", "does cannot_tell mean no change?", "ten-minutes.html#estimate"),
    ("fr", "une strate n’a qu’une unité primaire, que faire ?", "term-lonely-psu"),
    ("en", "what is svymean here?", "r-survey"),
    ("fr", "comment annoncer la date de la prochaine publication ?", "annoncer-les-publications"),
    ("en", "my file holds several years: how?", "one-file-many-waves"),
    ("en", "how do I get polars back?", "polars-pyarrow-or-pandas"),
    ("fr", "convertir un fichier SPSS en Parquet", "convertir-un-fichier"),
    ("fr", "moyenne mobile de trois mois", "fenetre-mobile"),
    ("en", "mark an event on a chart", "mark-an-event"),
    ("fr", "adresse du site et fil Atom", "adresse-et-fil"),
    ("en", "two-phase sample", "term-twophase"),
    ("fr", "probabilités inégales pps", "term-pps"),
    ("en", "chart of model coefficients", "models-and-series.html#coefficients"),
)


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


@pytest.mark.parametrize(("lang", "asked", "found"), QUESTIONS)
def test_a_question_of_a_new_user_is_answered_by_one_search(
    site: Path, browser: Any, lang: str, asked: str, found: str
) -> None:
    name = {"fr": "recherche", "en": "search"}[lang]
    view = open_page(browser, f"{(site / lang / name).as_uri()}.html?q={quote(asked)}")
    first = view.eval_on_selector_all("#found a", "links => links.slice(0, 2).map(a => a.href)")
    assert any(found in address for address in first), first
    assert view.wrong == []
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
