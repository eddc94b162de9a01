"""The pages of the site: what they are called, where they stand, how one goes between them."""

from __future__ import annotations

from collections.abc import Mapping
from posixpath import relpath

from padai.publishing.engine.text import md_literal
from padai.words import Said, say

PAGES: dict[str, dict[str, tuple[str, str]]] = {
    "home": {"fr": ("index.html", "Accueil"), "en": Said("publishing-site-home")},
    "editions": {
        "fr": ("fr/editions.html", "Éditions"), "en": Said("publishing-site-editions"),
    },
    "questions": {
        "fr": ("fr/questions.html", "Questions"), "en": Said("publishing-site-questions-5ebb"),
    },
    "methods": {"fr": ("fr/methodes.html", "Méthodes"), "en": Said("publishing-site-methods")},
    "comparability": {
        "fr": ("fr/comparabilite.html", "Comparabilité"),
        "en": Said("publishing-site-comparability"),
    },
    "versions": {"fr": ("fr/versions.html", "Versions"), "en": Said("publishing-site-versions")},
    "downloads": {
        "fr": ("fr/telechargements.html", "Téléchargements"),
        "en": Said("publishing-site-downloads"),
    },
    "accessibility": {
        "fr": ("fr/accessibilite.html", "Accessibilité"),
        "en": Said("publishing-site-accessibility"),
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
