"""The pages of the site: what they are called, where they stand, how one goes between them."""

from __future__ import annotations

from posixpath import relpath

from padai.publishing.site.around import Link

PAGES: dict[str, dict[str, tuple[str, str]]] = {
    "home": {"fr": ("index.html", "Accueil"), "en": ("en/index.html", "Home")},
    "questions": {
        "fr": ("fr/questions.html", "Questions"), "en": ("en/questions.html", "Questions"),
    },
    "editions": {
        "fr": ("fr/editions.html", "Éditions"), "en": ("en/editions.html", "Editions"),
    },
    "search": {
        "fr": ("fr/recherche.html", "Recherche"), "en": ("en/search.html", "Search"),
    },
    "methods": {"fr": ("fr/methodes.html", "Méthodes"), "en": ("en/methods.html", "Methods")},
    "comparability": {
        "fr": ("fr/comparabilite.html", "Comparabilité"),
        "en": ("en/comparability.html", "Comparability"),
    },
    "versions": {"fr": ("fr/versions.html", "Versions"), "en": ("en/versions.html", "Versions")},
    "calendar": {
        "fr": ("fr/calendrier.html", "Calendrier"), "en": ("en/calendar.html", "Calendar"),
    },
    "downloads": {
        "fr": ("fr/telechargements.html", "Téléchargements"),
        "en": ("en/downloads.html", "Downloads"),
    },
    "accessibility": {
        "fr": ("fr/accessibilite.html", "Accessibilité"),
        "en": ("en/accessibility.html", "Accessibility"),
    },
}  # fmt: skip
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
