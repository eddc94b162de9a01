"""Bilingual texts, and the marker of a text that is still to be written."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

TO_COMPLETE = "à compléter"
"""What ``padai init`` writes for a text, date or description that the files lack."""

YesNo = Annotated[bool, Field(strict=True)]
"""``true`` or ``false``: YAML tools disagree on what yes, no, on and off are."""


class Frozen(BaseModel):
    """The base of every definition model: immutable, strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Text(Frozen):
    """A text in French, and in English where the survey lists that language.

    Examples
    --------
    >>> Text(fr="Confiance", en="Trust").get("en")
    'Trust'
    """

    fr: str
    en: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_marker(cls, value: Any) -> Any:
        return {"fr": value, "en": value} if value == TO_COMPLETE else value

    def get(self, lang: str, otherwise: str | None = None) -> str:
        """Return the text in `lang`, or in the other language where it is still to be written.

        Where neither is written, `otherwise` (an id, a code) stands for it: what is computed
        before publishing can be read.
        """
        own, other = (self.en, self.fr) if lang == "en" else (self.fr, self.en)
        written = (text for text in (own, other) if text and text != TO_COMPLETE)
        return next(written, otherwise or self.fr)

    @property
    def every(self) -> tuple[str, ...]:
        """The text in each language that has it."""
        return (self.fr, self.en) if self.en else (self.fr,)

    def missing(self, languages: tuple[str, ...]) -> bool:
        """Whether one of `languages` lacks this text."""
        given = {"fr": self.fr, "en": self.en}
        return any(not given.get(lang) or given[lang] == TO_COMPLETE for lang in languages)


class Wording(Frozen):
    """The exact words of a question, the same for all modes or one text a mode."""

    fr: str | dict[str, str]
    en: str | dict[str, str] | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_marker(cls, value: Any) -> Any:
        return {"fr": value, "en": value} if value == TO_COMPLETE else value

    @property
    def every(self) -> tuple[str, ...]:
        """The words in each language and mode."""
        return (*_spoken(self.fr), *_spoken(self.en))

    def missing(self, languages: tuple[str, ...]) -> bool:
        """Whether one of `languages` lacks words; English ones may be absent, not unwritten."""
        given = {"fr": self.fr, "en": self.en}
        return any(TO_COMPLETE in _spoken(given[lang]) for lang in languages)

    @property
    def modes(self) -> tuple[str, ...]:
        """The modes that have words of their own."""
        found = [m for text in (self.fr, self.en) if isinstance(text, dict) for m in text]
        return tuple(dict.fromkeys(found))

    def get(self, lang: str, mode: str | None = None) -> str:
        """Return the words in `lang` as asked in `mode` (the first one where not named).

        The other language's where they are absent, or still to be written.
        """
        own, other = (self.en, self.fr) if lang == "en" else (self.fr, self.en)
        text = next((t for t in (own, other) if t and t != TO_COMPLETE), self.fr)
        if isinstance(text, str):
            return text
        return text[mode] if mode in text else next(iter(text.values()))


def _spoken(text: str | dict[str, str] | None) -> tuple[str, ...]:
    return tuple(text.values()) if isinstance(text, dict) else (text,) if text else ()
