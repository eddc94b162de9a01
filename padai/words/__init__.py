"""Every sentence that a person reads, one folder a language, in Fluent files.

Code names a message and gives facts; the language has the words and their grammar. This room
imports nothing of padai and is open to all of it. No file is read before a message is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping

from padai.words.by_language import Both, ByLanguage, Tabled
from padai.words.catalogues import LANGUAGES, Spoken, WordCatalogue, catalogue, named
from padai.words.facts import Decimals, Joined, Number, first_named, in_a_row
from padai.words.said import Carried, Composed, Pair, Said, Typeset, french
from padai.words.syntax import WordsError

__all__ = [
    "LANGUAGES",
    "Both",
    "ByLanguage",
    "Carried",
    "Composed",
    "Decimals",
    "Joined",
    "Number",
    "Pair",
    "Said",
    "Spoken",
    "Tabled",
    "Typeset",
    "WordCatalogue",
    "WordsError",
    "both",
    "catalogue",
    "first_named",
    "french",
    "in_a_row",
    "named",
    "say",
    "spoken",
]


def say(ident: str, lang: str, /, **facts: object) -> str:
    """Return a message in a language, with its facts in place.

    Parameters
    ----------
    ident
        The message, as the files of :mod:`padai.words` name it.
    lang
        ``"fr"``, ``"en"``, or the BCP 47 tag of another language.
    **facts
        What the message takes: texts, which stand as they are; whole numbers, by which it may
        choose a plural; words in several languages, such as a :class:`Said`.

    Raises
    ------
    WordsError
        There is no such message, it is badly written, or it takes a fact that is not given.

    Examples
    --------
    >>> say("padai-did-you-mean", "en", found="trust")
    " Did you mean 'trust'?"
    """
    return catalogue(lang).text(ident, facts, lang)


def spoken(lang: str, message: str | Said, en: str | None, facts: Mapping[str, object]) -> str:
    """Return what is given as a message, as words, or as two texts of which the first is French."""
    if isinstance(message, Said):
        return message.text(lang)
    if en is not None:
        return Pair.of(str(message), en).text(lang)
    return catalogue(lang).text(message, facts, lang)


def both(ident: str, /, **facts: object) -> dict[str, str]:
    """Return a message in French and in English, ready to be written down."""
    return {lang: say(ident, lang, **facts) for lang in LANGUAGES}
