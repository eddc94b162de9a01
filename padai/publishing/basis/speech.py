"""One language of a document: its messages, its numbers and how it joins texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from padai.publishing.basis.numbers import Numbers
from padai.publishing.basis.sentences import colon_of
from padai.survey import Text
from padai.words import LANGUAGES, Said, spoken
from padai.words.languages import capital_after_colon, prevailing


@dataclass(frozen=True)
class Speech:
    r"""One of the languages of a document; it knows no survey.

    Attributes
    ----------
    lang
        The tag of the language.
    languages
        The tags of all languages of the document, of which the first prevails.

    Examples
    --------
    >>> Speech("en").colon("Region", "North"), Speech("fr").colon("Région", "Nord")
    ('Region: North', 'Région\xa0: Nord')
    """

    lang: str
    languages: tuple[str, ...] = ()

    @cached_property
    def numbers(self) -> Numbers:
        """The number formats."""
        return Numbers(self.lang)

    @property
    def capital_after_colon(self) -> bool:
        """Whether a text keeps its capital after a colon, as it does in English."""
        return capital_after_colon(self.lang)

    def say(self, message: str | Said, en: str | None = None, /, **facts: object) -> str:
        """Return a message; two texts, French first, stand for one too."""
        return spoken(self.lang, message, en, facts)

    def text(self, text: Text | None) -> str:
        """Return a definition's text in the language."""
        return text.get(self.lang) if text else ""

    def colon(self, before: str, after: str) -> str:
        """Join by a colon as the language spaces it."""
        return f"{before}{colon_of(self.lang)}{after}".rstrip(" ")

    def of(self, texts: object) -> str:
        """Return the language's text of a mapping, else the first it has."""
        if not isinstance(texts, Mapping):
            return str(texts or "")
        languages = (self.lang, *self.languages, *LANGUAGES)
        written = (texts.get(lang) for lang in languages)
        return str(next((text for text in written if text), ""))

    @property
    def prevailing(self) -> str:
        """The language that prevails over this one: the first; none where it is this."""
        return prevailing(self.lang, (*self.languages, self.lang)[0])

    def prevails(self, ident: str) -> str:
        """Say which language prevails, by a message; nothing where it is this one."""
        if not self.prevailing:
            return ""
        return self.say(ident, language=self.numbers.language(self.prevailing))
