"""The frame of a page: addresses, links between pages, way back, search, light and dark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from posixpath import relpath

from docs.builder.colours import coloured
from docs.builder.source import SITE
from padai.publishing.basis.page_names import twins
from padai.publishing.chapters.page_head import trail
from padai.publishing.engine.scan import source_hash
from padai.publishing.engine.text import md_literal, title_block
from padai.publishing.pieces.emit import Piece
from padai.publishing.pieces.page_setter import PageRequest

OTHER = {"fr": "en", "en": "fr"}
#: The parts of the site in their order: folder of the sources, address and name by language.
SECTIONS: dict[str, dict[str, tuple[str, str]]] = {
    "start": {"fr": ("commencer", "Commencer"), "en": ("get-started", "Get started")},
    "learn": {"fr": ("apprendre", "Apprendre"), "en": ("learn", "Learn")},
    "howto": {"fr": ("comment-faire", "Comment faire"), "en": ("how-to", "How to")},
    "from": {"fr": ("venir-de", "Venir de"), "en": ("coming-from", "Coming from")},
    "reference": {"fr": ("reference", "Référence"), "en": ("reference", "Reference")},
    "understand": {"fr": ("comprendre", "Comprendre"), "en": ("understand", "Understand")},
    "gallery": {"fr": ("galerie", "Galerie"), "en": ("gallery", "Gallery")},
}
SEARCH = {"fr": ("recherche", "Recherche"), "en": ("search", "Search")}
_LINK = re.compile(r"\]\(page:([^)#\s]*)(#[^)\s]*)?\)")
_NAME = re.compile(r"(?<![`\[])`(padai(?:\.[A-Za-z_]+| [a-z-]+(?: [a-z]+)?))(\([^`]*\))?`(?!`|\])")


@dataclass(frozen=True)
class Sheet:
    """A page that is ready to be set, in one language.

    Attributes
    ----------
    key
        The same in both languages, such as ``"learn/weight"`` or ``"reference/api/estimate"``.
    lang, slug, title, about
        Its language, the last part of its address, its title and what it is about.
    body
        Markdown, with links as ``page:<key>``.
    raw
        HTML to put in place of marks of the body, by mark (pictures).
    """

    key: str
    lang: str
    slug: str
    title: str
    about: str
    body: str
    toc: bool = True

    @property
    def section(self) -> str:
        """The part of the site that it belongs to."""
        return self.key.split("/")[0]

    @property
    def address(self) -> str:
        """Where the page stands, from the root of the site."""
        if self.key in ("home", "search"):
            return f"{self.lang}/{self.slug}.html"
        folder = SECTIONS[self.section][self.lang][0]
        return f"{self.lang}/{folder}/{self.slug}.html"


class Links:
    """Where each page of a language stands; refuses what is not there."""

    def __init__(self, sheets: Iterable[Sheet], names: Mapping[str, tuple[str, str]]) -> None:
        self.addresses = {(s.key, s.lang): s.address for s in sheets}
        self.names = names
        self.dead: list[str] = []

    def between(self, here: Sheet, key: str, lang: str | None = None) -> str:
        """Return the relative address of a page seen from another."""
        target = self.addresses.get((key, lang or here.lang))
        if target is None:
            self.dead.append(f"{here.key} ({here.lang}): no page {key!r}")
            return "#"
        return relpath(target, here.address.rpartition("/")[0] or ".")

    def resolved(self, sheet: Sheet) -> str:
        """Return the body with addresses for keys, and each public name a link to its section."""
        fences = re.split(r"(^```.*?^```$)", sheet.body, flags=re.M | re.S)
        for at in range(0, len(fences), 2):
            text = _LINK.sub(lambda m: f"]({self.between(sheet, m[1])}{m[2] or ''})", fences[at])
            fences[at] = "\n".join(
                line if line.startswith("#") else _NAME.sub(self._named(sheet), line)
                for line in text.split("\n")
            )
        return "".join(fences)

    def _named(self, sheet: Sheet):  # type: ignore[no-untyped-def]
        def link(match: re.Match[str]) -> str:
            found = self.names.get(match[1])
            if found is None or found[0] == sheet.key:
                return match[0]
            return f"[{match[0]}]({self.between(sheet, found[0])}#{found[1]})"

        return link


def request(sheet: Sheet, links: Links, before: Sheet | None, after: Sheet | None) -> PageRequest:
    """Return what padai's page setter takes: title block, navigation, body, the pages beside."""
    french = sheet.lang == "fr"
    about = sheet.about.replace("`", "")
    values = {"title": sheet.title, "description": about, "footer": _footer(sheet.lang)}
    if sheet.key != "home":
        values["subtitle"] = about
    values |= twins(sheet.lang, tuple(OTHER), lambda other: links.between(sheet, sheet.key, other))
    headed = sheet.toc and re.search(r"^## ", sheet.body, re.M) is not None
    meta: dict[str, object] = {"toc": headed, "toc-depth": 2}
    if sheet.key != "home":
        crumbs = [("padai", links.between(sheet, "home"))]
        if sheet.section in SECTIONS and sheet.key != sheet.section:
            crumbs.append(
                (SECTIONS[sheet.section][sheet.lang][1], links.between(sheet, sheet.section))
            )
        meta |= trail(sheet.lang, crumbs, sheet.title)
    beside = []
    for word, other in (
        ("Page précédente" if french else "Previous", before),
        ("Page suivante" if french else "Next", after),
    ):
        if other is not None:
            address = links.between(sheet, other.key)
            beside.append(
                f"{word}\u00a0: [{md_literal(other.title)}]({address})"
                if french
                else f"{word}: [{md_literal(other.title)}]({address})"
            )
    foot = f"\n\n::: {{.note}}\n{' · '.join(beside)}\n:::\n" if beside else "\n"
    text = title_block(values) + "\n" + links.resolved(sheet) + foot
    return PageRequest(sheet.address.removesuffix(".html"), lambda: Piece(text), meta=meta)


def bar(sheet: Sheet, links: Links) -> list[tuple[str, str, str]]:
    """Return the parts of the site for the bar of a page: name, address, and where it is."""
    made = [("padai", links.between(sheet, "home"), "page" if sheet.key == "home" else "")]
    for section, names in (*SECTIONS.items(), ("search", SEARCH)):
        here = "page" if sheet.key == section else "true" if sheet.section == section else ""
        made.append((names[sheet.lang][1], links.between(sheet, section), here))
    return made


def _footer(lang: str) -> str:
    from padai import __version__

    if lang == "fr":
        return (
            f"padai {__version__} · chaque exemple de ces pages est exécuté quand le site est fait"
        )
    return f"padai {__version__} · every example of these pages is run when the site is made"


def finished(page: str, lang: str, *, script: str = "", body: str = "") -> str:
    """Add the site's own styles, the search field and, on the search page, its one script."""
    found = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert found is not None
    style = found[1] + (SITE / "assets" / "docs.css").read_text(encoding="utf-8").strip() + "\n"
    policy = f"style-src {source_hash(style)}" + (
        f"; script-src {source_hash(script)}" if script else ""
    )
    page = page.replace(f"style-src {source_hash(found[1])}", policy, 1)
    page = page.replace("form-action 'none'", "form-action 'self' file:", 1)
    page = page.replace(found[1], style, 1)
    page = re.sub(r"<pre\b(?![^>]*tabindex)", '<pre tabindex="0"', page)
    page = _scrolling(coloured(page), lang)
    if body:
        page = page.replace("<p>PADAIBODY</p>", body, 1)
    if script:
        head, end = page.rsplit("</body>", 1)
        page = f"{head}<script>{script}</script>\n</body>{end}"
    return page


def _scrolling(page: str, lang: str) -> str:
    """Let a table that is wider than the window scroll in a box that takes focus and has a name."""
    parts = page.split('<div class="table-plain">')
    word = "Tableau" if lang == "fr" else "Table"
    made = parts[0]
    for at, part in enumerate(parts[1:], start=1):
        box = f'<div class="table-plain" role="region" tabindex="0" aria-label="{word} {at}">'
        made += box + part
    return made


def search_form(lang: str, address: str) -> str:
    """Return the search field that stands at the head of every page."""
    label = "Chercher dans la documentation" if lang == "fr" else "Search the documentation"
    go = "Chercher" if lang == "fr" else "Search"
    return (
        f'<form class="search" role="search" action="{escape(address)}" method="get">'
        f'<label for="q-top">{label}</label><input id="q-top" name="q" type="search">'
        f"<button>{go}</button></form>"
    )


def listing(links: Sequence[tuple[str, str, str]]) -> str:
    """Return a list of pages as Markdown: title, key, what it is about."""
    return "\n".join(f"- [{title}](page:{key}). {about}" for title, key, about in links) + "\n"
