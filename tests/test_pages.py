"""Each kind of page of the site in a real browser: readable on a phone, and silent.

The site holds the pages of every release, byte for byte as they were put out.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browsing import kinds_of_pages, language

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
    found = kinds_of_pages(built_example / "_site")
    assert len(found) >= 28
    return found


def opened(browser: Any, page: Path, width: int) -> Any:
    view = browser.new_page(viewport={"width": width, "height": 900})
    view.requests = []
    view.on("request", lambda request: view.requests.append(request.url))
    view.goto(page.as_uri())
    return view


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("width", [NARROWEST, 1280])
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
        assert view.evaluate("document.documentElement.lang") == f"{language(page)}-CA", page
        assert view.title().strip()
        assert view.locator("main").count() == 1
        assert view.locator("h1").count() == 1
        missing = "[...document.images].filter(i => !i.alt.trim()).length"
        assert view.evaluate(missing) == 0
        view.close()
