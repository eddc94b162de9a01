"""The pages of the site: what they are called, where they stand, how one goes between them."""

from __future__ import annotations

from posixpath import relpath

from padai.publishing.products.site.around import Link
from padai.words import LANGUAGES, Said
from padai.words.languages import Named

PAGES: dict[str, tuple[Named, Said]] = {
    "home": (
        Named(fr="index.html", en="en/index.html"),
        Said("publishing-site-home-8e70"),
    ),
    "questions": (
        Named(fr="fr/questions.html", en="en/questions.html"),
        Said("publishing-site-questions-778c"),
    ),
    "editions": (
        Named(fr="fr/editions.html", en="en/editions.html"),
        Said("publishing-site-editions-2a3b"),
    ),
    "search": (
        Named(fr="fr/recherche.html", en="en/search.html"),
        Said("publishing-site-search"),
    ),
    "methods": (
        Named(fr="fr/methodes.html", en="en/methods.html"),
        Said("publishing-site-methods-5b2c"),
    ),
    "comparability": (
        Named(fr="fr/comparabilite.html", en="en/comparability.html"),
        Said("publishing-site-comparability-3146"),
    ),
    "versions": (
        Named(fr="fr/versions.html", en="en/versions.html"),
        Said("publishing-site-versions-526f"),
    ),
    "calendar": (
        Named(fr="fr/calendrier.html", en="en/calendar.html"),
        Said("publishing-site-calendar"),
    ),
    "downloads": (
        Named(fr="fr/telechargements.html", en="en/downloads.html"),
        Said("publishing-site-downloads-675f"),
    ),
    "accessibility": (
        Named(fr="fr/accessibilite.html", en="en/accessibility.html"),
        Said("publishing-site-accessibility-76a0"),
    ),
}
"""The address of each page from the root of the site, and its name."""


def address(page: str, lang: str) -> str:
    """Return where a page stands, from the root of the site."""
    place = PAGES[page][0][lang]
    return place if lang in LANGUAGES else place.replace("en/", f"{lang}/", 1)


def name(page: str, lang: str) -> str:
    """Return what a page is called."""
    return PAGES[page][1].text(lang)


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
