"""What a voice goes through by kind has a name on every page: figures, tables, pictures, controls."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from padai.publishing.engine.captioned import named

_Element = tuple[str, dict[str, str], list[str]]
_VOID = {"img", "br", "meta", "link", "input", "source", "hr", "col", "wbr"}


class _Page(HTMLParser):
    """A page as its elements: each its name, attributes, and the text in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[_Element] = []
        self._open: list[_Element] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element: _Element = (tag, {name: value or "" for name, value in attrs}, [])
        self.elements.append(element)
        if tag == "caption":
            next(text for name, _, text in reversed(self._open) if name == "table").append(
                "<caption>"
            )
        for _, _, text in self._open:
            text.append(element[1].get("alt", "") if tag == "img" else "")
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        for _, _, text in self._open:
            text.append(data)

    def all(self, *tags: str) -> Iterator[tuple[str, dict[str, str], str]]:
        return ((t, how, "".join(text).strip()) for t, how, text in self.elements if t in tags)


def _unnamed(page: str) -> list[str]:
    """Return what has no name: a figure, a picture, a table or its head, a link, a control."""
    read = _Page(page)
    texts = {how["id"]: "".join(text).strip() for _, how, text in read.elements if "id" in how}
    labelled = {how.get("for") for _, how, text in read.all("label") if text}

    def is_named(how: dict[str, str]) -> bool:
        others = how.get("aria-labelledby", "").split()
        return bool(how.get("aria-label") or any(texts.get(other) for other in others))

    found = [f"figure {how.get('id')}" for _, how, _ in read.all("figure") if not is_named(how)]
    found += [
        f"picture {how.get('src', '')[:40]}" for _, how, _ in read.all("img") if "alt" not in how
    ]
    found += [f"head {text}" for _, how, text in read.all("th") if "scope" not in how]
    found += [
        f"table {text[:60]}"
        for _, how, text in read.all("table")
        if not (is_named(how) or text.startswith("<caption>"))
    ]
    found += [
        f"{tag} {how}"
        for tag, how, text in read.all("a", "button", "summary", "nav")
        if not (text or is_named(how)) or (tag == "nav" and not is_named(how))
    ]
    fields = read.all("input", "select", "textarea")
    return found + [
        f"{tag} {how}"
        for tag, how, _ in fields
        if how.get("id") not in labelled and not is_named(how)
    ]


def _jumps(page: str) -> list[str]:
    levels = [int(tag[1]) for tag, _, _ in _Page(page).all("h1", "h2", "h3", "h4", "h5", "h6")]
    return [f"{one} to {other}" for one, other in pairwise(levels) if other > one + 1]


@pytest.fixture(scope="module")
def pages(built_example: Path) -> dict[str, str]:
    release = built_example / "releases"
    return {
        str(path.relative_to(release)): path.read_text("utf-8") for path in release.rglob("*.html")
    }


def test_everything_that_has_a_kind_has_a_name(pages: dict[str, str]) -> None:
    """A browser took no name of a figure from its caption: “figure, figure, figure”."""
    assert len(pages) > 10 and sum(page.count("<figure") for page in pages.values()) > 10
    assert {name: found for name, page in pages.items() if (found := _unnamed(page))} == {}


def test_headings_leave_no_level_out(pages: dict[str, str]) -> None:
    assert {name: found for name, page in pages.items() if (found := _jumps(page))} == {}
    assert all(sum(1 for _ in _Page(page).all("h1")) == 1 for page in pages.values())


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ('<figure id="f"><img alt="A"><figcaption>It rose.</figcaption></figure>', ["figure f"]),
        ("<table><tr><td>1</td></tr></table>", ["table 1"]),
        ("<table><caption>T</caption><tr><th>A</th></tr></table>", ["head A"]),
        ('<a href="x"><img src="y" alt=""></a>', ["a {'href': 'x'}"]),
        ('<label for="q">Q</label><input id="q">', []),
        ('<input id="q">', ["input {'id': 'q'}"]),
    ],
)
def test_what_lacks_a_name_is_found(page: str, told: list[str]) -> None:
    assert _unnamed(page) == told


def test_a_figure_is_named_by_its_caption() -> None:
    page = '<figure id="fig-a">\n<img alt="A">\n<figcaption>It rose.</figcaption></figure>'
    assert _unnamed(named(page * 2)) == []
