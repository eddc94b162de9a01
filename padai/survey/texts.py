"""Bilingual texts, and the marker of a text that is still to be written."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator

TO_COMPLETE = "à compléter"
"""What ``padai init`` writes for a text, date or description that the files lack."""


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

    def get(self, lang: str) -> str:
        """Return the text in `lang`; French where there is no English."""
        return (self.en if lang == "en" else None) or self.fr

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
    def modes(self) -> tuple[str, ...]:
        """The modes that have words of their own."""
        found = [m for text in (self.fr, self.en) if isinstance(text, dict) for m in text]
        return tuple(dict.fromkeys(found))

    def get(self, lang: str, mode: str | None = None) -> str:
        """Return the words in `lang` as asked in `mode` (the first one where not named)."""
        text = (self.en if lang == "en" else None) or self.fr
        if isinstance(text, str):
            return text
        return text[mode] if mode in text else next(iter(text.values()))
