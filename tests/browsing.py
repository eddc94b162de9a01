"""What the tests that open a browser share: how it is started, and what axe-core says of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def language(page: Path) -> str:
    """Return the language that the address of a page says."""
    english = "en" in page.parts[-3:-1] or page.stem.endswith("-en") or page.stem == "codebook"
    return "en" if english else "fr"


BOTH = "404.html"
"""The page that has all languages."""


def kinds_of_pages(site: Path) -> list[Path]:
    """Return one page of each kind and language of a site: of pages made alike, the longest."""
    kinds: dict[tuple[Path, str], list[Path]] = {}
    for page in site.rglob("*.html"):
        alone = page.parent.name in ("fr", "en") or page.parent == site
        kinds.setdefault((page if alone else page.parent, language(page)), []).append(page)
    return sorted(max(alike, key=lambda p: p.stat().st_size) for alike in kinds.values())


@contextmanager
def launched(program: str, *flags: str) -> Iterator[Any]:
    """Yield Debian's browser, which may ask the network for nothing."""
    from playwright.sync_api import sync_playwright

    common = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as player:
        opened = player.chromium.launch(executable_path=program, args=[*common, *flags])
        yield opened
        opened.close()


def open_page(browser: Any, address: str, width: int = 1280, **options: Any) -> Any:
    """Open an address; the view keeps what was asked for and what went wrong."""
    view = browser.new_page(viewport={"width": width, "height": 900}, **options)
    view.asked, view.wrong = [], []
    view.on("request", lambda request: view.asked.append(request.url))
    view.on("pageerror", lambda error: view.wrong.append(str(error)))
    view.on("dialog", lambda dialog: (view.wrong.append("a dialog"), dialog.dismiss()))
    view.on("console", lambda said: said.type == "error" and view.wrong.append(said.text))
    view.goto(address)
    return view


def axe_script() -> str:
    """Return axe-core, which a package of the test environment carries."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def axe(view: Any, within: str = ":root") -> tuple[list[str], list[str]]:
    """Return the violations that axe-core finds, and what it leaves open and nothing settles.

    Of the whole page, or of the one part that `within` selects.

    The page must be opened with ``bypass_csp=True``, since its policy lets no other script in.
    Each entry is a rule and its place. What settles an open point stands in :data:`SETTLED`.
    """
    if not view.evaluate("'axe' in window"):
        view.evaluate(axe_script())
    violations, left = _run(view, within)
    for rule, way in SETTLED:
        mine = [(r, target) for r, target in left if r == rule]
        if mine:
            gone = set(way.settle(view, [target for _, target in mine]))
            left = [(r, target) for r, target in left if r != rule or target not in gone]
    return [": ".join(one) for one in violations], [": ".join(one) for one in left]


def _run(view: Any, within: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    options = {
        "runOnly": {"type": "tag", "values": STANDARDS},
        "rules": {"target-size": {"enabled": True}},
        "resultTypes": ["violations", "incomplete"],
    }
    found = view.evaluate(
        "([part, options]) => axe.run(part === ':root' ? document : part, options)",
        [within, options],
    )
    violations, left = (
        [(rule["id"], str(node["target"][0])) for rule in found[kind] for node in rule["nodes"]]
        for kind in ("violations", "incomplete")
    )
    return violations, left


@dataclass(frozen=True)
class Settled:
    """How a point that axe-core leaves open is settled by a script; `why` and `how` are read."""

    where: str
    why: str
    how: str
    settle: Callable[[Any, list[str]], list[str]]


_LIGHT = """
  const linear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((c) => linear(Number(c) / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const reads = (colour, paper) => (light(paper) + 0.05) / (light(colour) + 0.05) >= 4.5;
"""
_DRAWN = f"""targets => {{ {_LIGHT}
  const white = 'rgb(255, 255, 255)';
  return targets.filter((target) => {{
    const text = document.querySelector(target);
    if (!text.matches('.explorer-figure svg text')) return false;
    const style = getComputedStyle(text);
    const paper = getComputedStyle(text.ownerSVGElement).backgroundColor;
    const rim = style.stroke === white && style.paintOrder.startsWith('stroke');
    return paper === white && rim && reads(style.fill, white);
  }});
}}"""
_LISTED = f"""targets => {{ {_LIGHT}
  return targets.filter((target) => {{
    const list = document.querySelector(target);
    if (!list.matches('select[size]')) return false;
    const paper = getComputedStyle(list).backgroundColor;
    return [list, ...list.querySelectorAll('option:not(:checked), optgroup')]
      .every((one) => reads(getComputedStyle(one).color, paper));
  }});
}}"""
_HEADERS = """targets => targets.filter((target) =>
  [...document.querySelector(target).querySelectorAll('th[scope=rowgroup]')].every((header) => {
    const group = header.closest('tbody');
    return group.rows[0].contains(header) && group.querySelectorAll('td').length > 0;
  }) && [...document.querySelector(target).querySelectorAll('th:not([scope=rowgroup])')].every(
    (header) => header.scope === 'col' || header.parentElement.querySelector('td')))"""


def _unclipped(view: Any, targets: list[str]) -> list[str]:
    """Examine again what lies partly outside of a table's own box, with the box open."""
    size = view.viewport_size
    inside = view.evaluate(
        "targets => targets.filter((t) => document.querySelector(t)?.closest('.table-scroll'))",
        targets,
    )
    view.set_viewport_size({"width": 3000, "height": size["height"]})
    open_boxes = view.add_style_tag(
        content=".layout { display: block !important }"
        " .layout, .layout * { max-width: none !important }"
        " .table-scroll { overflow: visible !important }"
    )
    violations, left = _run(view, ":root")
    open_boxes.evaluate("sheet => sheet.remove()")
    view.set_viewport_size(size)
    bad = {target for _, target in (*violations, *left)}
    return [target for target in inside if target not in bad]


SETTLED: tuple[tuple[str, Settled], ...] = (
    ("color-contrast", Settled(
        "texts of the explorer’s chart (SVG)",
        "axe-core computes no contrast over a drawing",
        "each text has a white rim, on white paper, and its colour reaches 4.5:1 on white",
        lambda view, targets: list(view.evaluate(_DRAWN, targets)),
    )),
    ("color-contrast", Settled(
        "the explorer’s list of questions, while it stands open",
        "it is taller than its box, and scrolls",
        "the colour of the list, and of each line in it, reaches 4.5:1 on its own background",
        lambda view, targets: list(view.evaluate(_LISTED, targets)),
    )),
    ("color-contrast", Settled(
        "cells of a table wider than its box",
        "they lie partly outside of the box that scrolls",
        "examined again with the box open, in a window of 3000 px: nothing is left open",
        _unclipped,
    )),
    ("th-has-data-cells", Settled(
        "the heading of a group of rows that spans the table",
        "axe-core looks for cells in the heading’s own row",
        "each such heading opens a group (`tbody`) that holds data cells; every other heading of a "
        "row has cells in its row",
        lambda view, targets: list(view.evaluate(_HEADERS, targets)),
    )),
)  # fmt: skip
"""Every point that axe-core leaves open on a page of padai, and what settles it."""
