"""Each kind of page as people meet it: axe-core, zoom, spacing, colours of their own, keys alone.

The standard is SGQRI 008 3.0 (WCAG 2.1 AA, and of 2.2 focus, target size and authentication).
What no script can tell stands in ``docs/accessibility.md``, with what axe-core leaves open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browsing import BOTH, SETTLED, axe, kinds_of_pages, language, launched, open_page

ROOT = Path(__file__).parents[1]
LISTED = ROOT / "docs" / "accessibility.md"
OPEN_ALL = "document.querySelectorAll('details').forEach(d => { d.open = true })"
OPEN_MENU = "document.querySelectorAll('[popover]').forEach(one => { one.showPopover() })"
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
CUT = """() => [...document.querySelectorAll('main *, header *, footer *')].filter((one) => {
  const style = getComputedStyle(one);
  const hides = ['hidden', 'clip'].includes(style.overflowY) && style.position !== 'absolute';
  return hides && one.scrollHeight > one.clientHeight + 1;
}).map((one) => one.outerHTML.slice(0, 80))"""
BOXES = """() => [...document.querySelectorAll('main *')].filter((one) => {
  const style = getComputedStyle(one);
  return one.scrollWidth > one.clientWidth + 1 && ['auto', 'scroll'].includes(style.overflowX)
    && one.tagName !== 'SELECT';
}).filter((one) => one.tabIndex < 0 || !(one.getAttribute('aria-labelledby')
  || one.getAttribute('aria-label'))).map((one) => one.outerHTML.slice(0, 80))"""
LARGER = """() => {
  const size = (one) => parseFloat(getComputedStyle(one).fontSize);
  const title = document.querySelector('h1');
  return !title || document.querySelector('.chapter') ? []
    : [...document.querySelectorAll('main h2')].filter((one) => size(one) > size(title))
      .map((one) => one.textContent.slice(0, 40));
}"""
"""Headings larger than the title of their page; a chapter's own name is meant to be."""
STOPS = """[...document.querySelectorAll('a[href], button, input, select, textarea, summary, '
  + '[tabindex="0"]')].filter((one) => !one.disabled && one.checkVisibility())"""
STOP = f"""() => {{
  const one = document.activeElement;
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  return [{STOPS}.indexOf(one), style.outlineStyle, parseFloat(style.outlineWidth),
    style.outlineColor, box.bottom > 0 && box.top < innerHeight];
}}"""

FRAMES = ("rgb(179, 100, 10)", "rgb(255, 210, 125)")
"""The frame of what has the focus: on white, and on the dark bar of the site."""

pytestmark = pytest.mark.needs("chromium")


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    with launched(chromium) as opened:
        yield opened


@pytest.fixture(scope="module")
def pages(built_example: Path) -> list[Path]:
    found = kinds_of_pages(built_example / "_site")
    assert len(found) >= 28
    return found


@pytest.fixture(scope="module")
def french(pages: list[Path]) -> list[Path]:
    """The French pages; the English ones are laid out alike."""
    return [page for page in pages if language(page) == "fr"]


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_axe_finds_nothing_and_leaves_nothing_open(
    browser: Any, pages: list[Path], width: int, scheme: str
) -> None:
    # one language is looked at narrow and by day, the other wide and by night
    alike = [p for p in pages if p.name != BOTH and (language(p) == "en") == (width == 1280)]
    both = [p for p in pages if p.name == BOTH]
    assert len(alike) * 2 + len(both) == len(pages) and len(both) == 1
    for page in [*alike, *both]:
        view = open_page(browser, page.as_uri(), width, bypass_csp=True, color_scheme=scheme)
        paper = view.evaluate("getComputedStyle(document.body).backgroundColor")
        alone = "figures" in page.parts  # an embedded figure stands on the paper of its host
        assert (paper == "rgb(255, 255, 255)") == (scheme == "light" or alone), page.name
        view.evaluate(OPEN_ALL)  # folded tables are part of the page
        assert axe(view) == ([], []), page.name
        if not alone and width < 1024:  # it stands over the page, which is read without it
            view.evaluate(OPEN_MENU)
            assert view.locator(".site-nav li a").first.is_visible(), page.name
            assert axe(view, ".site-nav") == ([], []), page.name
        view.close()


def test_zoom_and_spacing_lose_nothing(browser: Any, french: list[Path]) -> None:
    """320 px, 200 % as a browser zooms, letters twice as large, text spaced as WCAG 1.4.12 asks."""
    for page in french:
        view = open_page(browser, page.as_uri(), 320, bypass_csp=True)
        view.evaluate(OPEN_ALL)
        view.evaluate(OPEN_MENU)
        assert view.evaluate(WIDE) <= 0, page.name
        assert view.evaluate(BOXES) == [], page.name
        assert view.evaluate(LARGER) == [], page.name
        view.add_style_tag(content=SPACING)
        assert view.evaluate(WIDE) <= 0, f"{page.name}, spaced"
        assert view.evaluate(CUT) == [], f"{page.name}, spaced"
        view.close()
        view = open_page(browser, page.as_uri(), 640, device_scale_factor=2)
        assert view.evaluate(WIDE) <= 0, f"{page.name}, zoomed"
        view.set_viewport_size({"width": 1280, "height": 900})
        view.evaluate("document.documentElement.style.fontSize = '212.5%'")
        assert view.evaluate(WIDE) <= 0, f"{page.name}, large letters"
        assert view.evaluate(CUT) == [], f"{page.name}, large letters"
        view.close()


def test_a_table_that_goes_on_shows_it(browser: Any, french: list[Path]) -> None:
    """A table that is cut, by a few pixels or by many, has a shadow where it goes on."""
    boxes = """[...document.querySelectorAll('.table-scroll')].map((box) =>
      [box.scrollWidth > box.clientWidth, getComputedStyle(box).boxShadow !== 'none'])"""
    found = []
    for page in french:
        view = open_page(browser, page.as_uri(), 390)
        view.evaluate(OPEN_ALL)
        view.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        found += view.evaluate(boxes)
        view.close()
    assert all(cut == shadow for cut, shadow in found)
    assert {cut for cut, _ in found} == {True, False}


def test_colours_and_motion_are_the_reader_s(browser: Any, french: list[Path]) -> None:
    moves = """() => [...document.querySelectorAll('*')].filter((one) => {
      const style = getComputedStyle(one);
      return style.scrollBehavior === 'smooth' || !['none', 'goes-on'].includes(style.animationName)
        || parseFloat(style.transitionDuration) > 0;
    }).length"""
    framed = """() => [...document.querySelectorAll(
      '.callout, .abstract, button, select, input, .controls, .became')].filter(
      (one) => one.checkVisibility() && parseFloat(getComputedStyle(one).borderTopWidth) < 1)
      .map((one) => one.className || one.tagName)"""
    paper = """() => [...document.querySelectorAll('.explorer-figure svg')].map((one) =>
      getComputedStyle(one).backgroundColor)"""
    for page in french:
        view = open_page(
            browser,
            page.as_uri(),
            forced_colors="active",
            reduced_motion="reduce",
            color_scheme="dark",
        )
        assert view.evaluate(moves) == 0, page.name
        assert view.evaluate("getComputedStyle(document.body).color") == "rgb(255, 255, 255)"
        assert view.evaluate(framed) == [], page.name
        assert set(view.evaluate(paper)) <= {"rgb(255, 255, 255)"}
        view.close()


def test_keys_alone_go_through_a_page_in_order(browser: Any, french: list[Path]) -> None:
    """Every stop once, in the page's order, seen and framed; then the page lets go."""
    for page in french:
        view = open_page(browser, page.as_uri(), reduced_motion="reduce")
        count = view.evaluate(f"{STOPS}.length")
        assert count > 5
        seen = []
        for _ in range(count):
            view.keyboard.press("Tab")
            place, style, width, colour, visible = view.evaluate(STOP)
            seen.append(place)
            assert (style, visible) == ("solid", True), (page.name, place)
            assert width >= 3 and colour in FRAMES, (page.name, place)
        assert seen == list(range(count)), page.name
        view.keyboard.press("Tab")
        assert view.evaluate("document.activeElement === document.body"), page.name
        view.keyboard.press("Shift+Tab")
        assert view.evaluate(STOP)[0] == count - 1, page.name
        view.close()


def test_on_paper_the_explorer_is_its_result(browser: Any, french: list[Path]) -> None:
    (page,) = (p for p in french if p.name == "explorateur.html")
    view = open_page(browser, page.as_uri())
    view.emulate_media(media="print")
    shown = "s => document.querySelector(s).checkVisibility()"
    for gone in (".controls", ".take button", ".page-links", ".skip-link"):
        assert not view.evaluate(shown, gone), gone
    for kept in (".became", ".explorer-figure svg", ".results table", ".wording"):
        assert view.evaluate(shown, kept), kept
    view.close()


def test_what_axe_leaves_open_is_listed_with_its_reason() -> None:
    rows = [f"| `{rule}` | {one.where} | {one.why} | {one.how} |" for rule, one in SETTLED]
    listed = LISTED.read_text(encoding="utf-8")
    table = re.findall(r"^\| `.*\|$", listed, re.MULTILINE)
    assert table == rows
