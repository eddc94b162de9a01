"""The pages of the site: what they are called, where they stand, how one goes between them."""

from __future__ import annotations

from collections.abc import Mapping
from posixpath import relpath

from padai.publishing.rendering.text import md_literal
from padai.words import Pair, Said, Tabled, say

PAGES: dict[str, dict[str, tuple[str, str]]] = {
    "home": Tabled(
        (
            Pair("index.html", "en/index.html"),
            Said("publishing-site-home-8e70"),
        )
    ),
    "editions": Tabled(
        (
            Pair("fr/editions.html", "en/editions.html"),
            Said("publishing-site-editions-2a3b"),
        )
    ),
    "questions": Tabled(
        (
            Pair("fr/questions.html", "en/questions.html"),
            Said("publishing-site-questions-778c"),
        )
    ),
    "methods": Tabled(
        (
            Pair("fr/methodes.html", "en/methods.html"),
            Said("publishing-site-methods-5b2c"),
        )
    ),
    "comparability": Tabled(
        (
            Pair("fr/comparabilite.html", "en/comparability.html"),
            Said("publishing-site-comparability-3146"),
        )
    ),
    "versions": Tabled(
        (
            Pair("fr/versions.html", "en/versions.html"),
            Said("publishing-site-versions-526f"),
        )
    ),
    "downloads": Tabled(
        (
            Pair("fr/telechargements.html", "en/downloads.html"),
            Said("publishing-site-downloads-675f"),
        )
    ),
    "accessibility": Tabled(
        (
            Pair("fr/accessibilite.html", "en/accessibility.html"),
            Said("publishing-site-accessibility-76a0"),
        )
    ),
}
"""The address of each page from the root of the site, and its name."""


def address(page: str, lang: str) -> str:
    """Return where a page stands, from the root of the site."""
    return PAGES[page][lang][0]


def name(page: str, lang: str) -> str:
    """Return what a page is called."""
    return PAGES[page][lang][1]


def between(here: str, there: str) -> str:
    """Return the relative address of a page of the site, seen from another.

    Examples
    --------
    >>> between("fr/editions.html", "survey/2025/v1/fr/rapport.html")
    '../survey/2025/v1/fr/rapport.html'
    """
    folder = here.rpartition("/")[0] or "."
    target, mark, anchor = there.partition("#")
    return relpath(target, folder) + mark + anchor


def navigation(lang: str, here: str) -> Mapping[str, str]:
    """Return the links to the pages of the site as front matter; the page itself is marked."""
    lines = []
    for page in PAGES:
        target = address(page, lang)
        current = ' aria-current="page"' if target == here else ""
        mark = f"{{{current.strip()}}}" if current else ""
        lines.append(f"- [{md_literal(name(page, lang))}]({between(here, target)}){mark}")
    label = say("publishing-site-site-navigation", lang)
    return {"navigation": "\n".join(lines) + "\n", "navigation-label": label}
