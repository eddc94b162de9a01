"""The pages of the site: what they are called, where they stand, how one goes between them."""

from __future__ import annotations

from posixpath import relpath

from padai.publishing.products.site.around import Link
from padai.words import Pair, Said, Tabled

PAGES: dict[str, dict[str, tuple[str, str]]] = {
    "home": Tabled(
        (
            Pair("index.html", "en/index.html"),
            Said("publishing-site-home-8e70"),
        )
    ),
    "questions": Tabled(
        (
            Pair("fr/questions.html", "en/questions.html"),
            Said("publishing-site-questions-778c"),
        )
    ),
    "editions": Tabled(
        (
            Pair("fr/editions.html", "en/editions.html"),
            Said("publishing-site-editions-2a3b"),
        )
    ),
    "search": Tabled(
        (
            Pair("fr/recherche.html", "en/search.html"),
            Said("publishing-site-search"),
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
    "calendar": Tabled(
        (
            Pair("fr/calendrier.html", "en/calendar.html"),
            Said("publishing-site-calendar"),
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


def site_links(lang: str, here: str) -> list[Link]:
    """Return the links of the bar, home first; the page itself is marked."""
    return [
        (name(page, lang), between(here, target), "page" if target == here else "")
        for page in PAGES
        for target in (address(page, lang),)
    ]
