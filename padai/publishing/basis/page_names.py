"""How the pages of questions and of the site are called, in each language."""

from __future__ import annotations

from padai.words import Both
from padai.words.languages import Named

QUESTIONS = "questions"
"""The folder of a language's question pages inside a version."""
INDEX = "index"
OTHER = Named(fr="en", en="fr")
TAGS = Named(fr="fr-CA", en="en-CA")
SWITCH = Both("publishing-site-english-version")
"""What the link to a page in that language says, in that language."""


def question_page(question: str) -> str:
    """Return the address of a question's page, from the folder of its language.

    Examples
    --------
    >>> question_page("trust")
    'questions/trust.html'
    """
    return f"{QUESTIONS}/{question}.html"
