"""Every page of a release in a real browser: accessible, readable on a phone, and silent."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
NARROWEST = 320


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as player:
        opened = player.chromium.launch(executable_path=chromium, args=flags)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def pages(built_example: Path) -> list[Path]:
    found = sorted((built_example / "releases").rglob("*.html"))
    assert len(found) >= 2
    return found


def opened(browser: Any, page: Path, width: int) -> Any:
    view = browser.new_page(viewport={"width": width, "height": 900})
    view.requests = []
    view.on("request", lambda request: view.requests.append(request.url))
    view.goto(page.as_uri())
    return view


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("width", [NARROWEST, 390, 1280])
def test_no_page_scrolls_sideways(browser: Any, pages: list[Path], width: int) -> None:
    for page in pages:
        view = opened(browser, page, width)
        assert view.evaluate("document.documentElement.scrollWidth") <= width, page.name
        view.close()


@pytest.mark.needs("chromium")
def test_no_page_asks_for_anything_else(browser: Any, pages: list[Path]) -> None:
    for page in pages:
        view = opened(browser, page, 1280)
        assert {u.split(":")[0] for u in view.requests} <= {"file", "data"}
        assert [u for u in view.requests if u.startswith("file")] == [page.as_uri()]
        view.close()


@pytest.mark.needs("chromium")
def test_every_page_says_its_language_title_and_landmarks(browser: Any, pages: list[Path]) -> None:
    for page in pages:
        view = opened(browser, page, 1280)
        expected = "fr-CA" if page.parent.name == "fr" else "en-CA"
        assert view.evaluate("document.documentElement.lang") == expected
        assert view.title().strip()
        assert view.locator("main").count() == 1
        assert view.locator("h1").count() == 1
        missing = "[...document.images].filter(i => !i.alt.trim()).length"
        assert view.evaluate(missing) == 0
        view.close()


@pytest.mark.needs("chromium")
def test_the_keyboard_goes_through_a_page(browser: Any, pages: list[Path]) -> None:
    """The first stop is the way past the contents, and focus never stays where it was."""
    for page in pages:
        view = opened(browser, page, 1280)
        stops = []
        for _ in range(12):
            view.keyboard.press("Tab")
            stops.append(view.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
        assert "#" in stops[0]
        assert len(set(stops)) > 1
        assert all(a != b for a, b in pairwise(stops))
        view.close()


@pytest.mark.needs("chromium", "axe")
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_violation(browser: Any, pages: list[Path], width: int) -> None:
    script = Path(os.environ["PADAI_AXE"]).read_text(encoding="utf-8")
    options = {
        "runOnly": {"type": "tag", "values": STANDARDS},
        "rules": {"target-size": {"enabled": True}},
    }
    for page in pages:
        context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
        view = context.new_page()
        view.goto(page.as_uri())
        # folded tables are part of the page: open them all
        view.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
        view.evaluate(script)
        result = view.evaluate("options => axe.run(document, options)", options)
        found = [(v["id"], v["nodes"][0]["html"][:120]) for v in result["violations"]]
        assert not found, page.name
        context.close()
