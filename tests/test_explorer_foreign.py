"""The explorer of a survey whose labels are in another language than the page that frames them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from padai.interchange import Choices, init_from, parse_design
from padai.pipeline import build_draft
from padai.publishing.basis.foreign import mark_foreign
from tests.browsing import axe, launched, open_page
from tests.strangers import arabic

pytestmark = pytest.mark.needs("chromium")
UNMARKED = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) {
    const { data, parentElement: parent } = walker.currentNode;
    if (/[\\u0600-\\u06ff]/.test(data) && !parent.closest('script,title,desc,[lang="ar"]'))
      found.push(data);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("foreign")
    house = arabic(folder)
    choices = Choices(design=(parse_design("proposed"),), by_label=True)
    init_from(folder / "p" / "surveys" / "arabic", house.files, choices)
    build_draft(folder / "p" / "surveys" / "arabic", lang="fr")
    return folder / "p/drafts/arabic/2024/fr/explorateur-ebauche.html"


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    with launched(chromium) as opened:
        yield opened


def test_every_label_says_its_language_wherever_it_is_written(page: Path, browser: Any) -> None:
    view = open_page(browser, page.as_uri(), bypass_csp=True)
    for place in range(3):
        view.select_option("#explorer-question", index=place)
        view.wait_for_timeout(200)
        assert view.evaluate(UNMARKED) == []
    marked = view.evaluate("document.querySelectorAll('[lang=ar]').length")
    assert marked > 10
    assert view.evaluate("document.querySelector('.results [lang=ar]').dir") == "rtl"
    assert view.evaluate("document.documentElement.lang").startswith("fr")
    assert view.wrong == []
    assert axe(view) == ([], [])


def test_its_policy_lets_the_one_script_run(page: Path, browser: Any) -> None:
    view = open_page(browser, page.as_uri())
    assert view.wrong == []
    assert view.evaluate("document.querySelectorAll('option[lang=ar]').length") > 3


def test_a_figure_beside_words_from_right_to_left_keeps_its_sign(page: Path, browser: Any) -> None:
    text = mark_foreign("<p>الحكومة (−4.0)</p>", {"الحكومة": "ar"})
    assert text == '<p><span lang="ar" dir="rtl">الحكومة</span> (−4.0)</p>'
    report = page.with_name("rapport-ebauche.html").read_text(encoding="utf-8")
    assert '<span lang="ar" dir="rtl">' in report


def test_a_page_in_its_own_language_carries_nothing_of_it(built_example: Path) -> None:
    pages = [*(built_example / "releases").rglob("explor*.html")]
    assert pages
    assert all("FOREIGN" not in p.read_text(encoding="utf-8") for p in pages)
