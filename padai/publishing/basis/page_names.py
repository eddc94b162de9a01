"""How the pages of questions and of the site are called, in each language."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from padai.words import Both
from padai.words.languages import tag_of

QUESTIONS = "questions"
"""The folder of a language's question pages inside a version."""
INDEX = "index"
SWITCH = Both("publishing-site-english-version")
"""What the link to a page in that language says, in that language."""


def others(lang: str, languages: Sequence[str]) -> tuple[str, ...]:
    """Return the other languages of a survey, in its order.

    Examples
    --------
    >>> others("es", ("es", "fr", "en"))
    ('fr', 'en')
    """
    return tuple(other for other in languages if other != lang)


def twins(lang: str, languages: Sequence[str], address: Callable[[str], str]) -> dict[str, str]:
    """Return what the head of a page says of the same page in the other languages.

    Parameters
    ----------
    address
        Gives, of a language, the address of its page.

    Examples
    --------
    >>> twins("en", ("en", "fr"), lambda other: f"../{other}/x.html")["alternate-href"]
    '../fr/x.html'
    """
    pages = [(address(other), SWITCH[other], tag_of(other)) for other in others(lang, languages)]
    if not pages:
        return {}
    first, *more = pages
    values = dict(zip(("alternate-href", "alternate-label", "alternate-lang"), first, strict=True))
    # the head of a page holds texts alone: html.lua makes a list of this one
    return values | ({"alternates": json.dumps(more, ensure_ascii=False)} if more else {})


def question_page(question: str) -> str:
    """Return the address of a question's page, from the folder of its language.

    Examples
    --------
    >>> question_page("trust")
    'questions/trust.html'
    """
    return f"{QUESTIONS}/{question}.html"
