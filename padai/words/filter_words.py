"""What the filters of a document write in a language; of French and English they have the words."""

from __future__ import annotations

from padai.words.by_language import Tabled
from padai.words.catalogues import LANGUAGES
from padai.words.languages import base, refers_in_capitals
from padai.words.said import Said

FILTERS = Tabled(
    {
        "fig": Said("publishing-language-figure"),
        "tbl": Said("publishing-language-table"),
        "sec": Said("publishing-language-section"),
        "note": Said("publishing-language-callout-note"),
        "tip": Said("publishing-language-callout-tip"),
        "important": Said("publishing-language-callout-important"),
        "warning": Said("publishing-language-callout-warning"),
        "caution": Said("publishing-language-callout-caution"),
        "title": Said("publishing-language-annex"),
        "one": Said("publishing-language-one-table"),
        "many": Said("publishing-language-many-tables"),
        "last": Said("publishing-and"),
        "page": Said("publishing-language-page"),
        "colon": Said("publishing-language-colon"),
        "apart": Said("publishing-language-of-the-document", name="@"),
        "link": Said("publishing-language-link-to-section"),
        "skip": Said("publishing-rendering-skip-to-content"),
        "bar": Said("publishing-site-site-navigation"),
    }
)


def filter_words(lang: str) -> dict[str, str]:
    """Return what the filters write in a language, as Markdown; nothing where they have it."""
    if lang in LANGUAGES:
        return {}
    return {name: _spaced(text) for name, text in FILTERS[lang].items()}


def quarto_words(lang: str) -> dict[str, dict[str, str]]:
    """Return the words that Quarto numbers and refers by."""
    words = FILTERS[lang]
    named = {"fig": words["fig"], "tbl": words["tbl"], "sec": words["sec"]}
    settings = {f"crossref-{kind}-title": named[kind] for kind in ("fig", "tbl")}
    for kind, word in named.items():
        settings[f"crossref-{kind}-prefix"] = word if refers_in_capitals(lang) else word.lower()
    return {base(lang): settings}


def _spaced(text: str) -> str:
    """Keep the spaces that a text begins and ends with, which front matter loses."""
    before, after = len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" "))
    return "&#32;" * before + text.strip(" ") + "&#32;" * after
