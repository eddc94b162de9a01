"""Texts by language, and the marker of a text that is still to be written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SerializationInfo,
    model_serializer,
    model_validator,
)

from padai.errors import FaultError
from padai.words import LANGUAGES, Said

TO_COMPLETE = "à compléter"
"""What ``padai init`` writes for a text, date or description that the files lack."""

LANGUAGE_TAG = re.compile(r"^[a-z]{2}(-[A-Za-z0-9]{2,8})*$")
"""What `languages:` and texts take: a BCP 47 tag of a two-letter language, such as ``es-CL``."""

TO_CONFIRM = "à confirmer"
"""What ``padai init`` writes for a fact of the fieldwork that a file cannot tell."""

SHOWN = 60
"""How much of a text a message repeats."""

YesNo = Annotated[bool, Field(strict=True)]
"""``true`` or ``false``: YAML tools disagree on what yes, no, on and off are."""


def is_language(tag: str) -> bool:
    """Whether a tag names a language that there is.

    Examples
    --------
    >>> is_language("es-CL"), is_language("xx"), is_language("deutsch")
    (True, False, False)
    """
    from babel.core import Locale, UnknownLocaleError

    if not LANGUAGE_TAG.match(tag):
        return False
    try:
        return bool(Locale.parse(tag.partition("-")[0]))
    except (UnknownLocaleError, ValueError):
        return False


def as_strings(value: Any) -> Any:
    """Return the items of a list as texts: YAML reads a code such as 1 as a number."""
    return tuple(str(v) for v in value) if isinstance(value, (list, tuple)) else value


def as_value(code: str) -> int | float | str:
    """Read the value that a code has in a data file: a number where it looks like one."""
    for kind in (int, float):
        try:
            number = kind(code)
        except ValueError:
            continue
        return number if str(number) == code else code
    return code


def with_text_keys(value: Any) -> Any:
    """Return a mapping with its keys as texts: YAML reads a year such as 2025 as a number."""
    return {str(k): v for k, v in value.items()} if isinstance(value, dict) else value


def as_string(value: Any) -> Any:
    """Return a whole number as text: YAML reads a wave such as 2025 as a number."""
    return str(value) if isinstance(value, int) else value


class Frozen(BaseModel):
    """The base of every definition model: immutable, strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def _tags_as_keys(schema: dict[str, Any]) -> None:
    """Let a schema take other languages beside French and English, as a definition writes them."""
    other = schema["properties"].pop("other")
    schema["patternProperties"] = {LANGUAGE_TAG.pattern: other["additionalProperties"]}
    schema["minProperties"] = 1
    for name in LANGUAGES:
        schema["properties"][name].pop("default", None)


class Tagged(Frozen):
    """What is said in several languages, by the tags of ``languages:``.

    French and English have fields of their own; `other` holds the rest by BCP 47 tag, written
    beside them: ``{fr: Confiance, es: Confianza}``.
    """

    model_config = ConfigDict(json_schema_extra=_tags_as_keys)

    fr: Any = ""
    en: Any = None
    other: dict[str, Any] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _from_marker(cls, value: Any) -> Any:
        if value == TO_COMPLETE:
            return {"fr": value, "en": value}
        if isinstance(value, str) and value.strip():
            text = value.strip()
            shown = text if len(text) <= SHOWN else text[:SHOWN] + "…"
            raise FaultError(
                Said("survey-a-text-says-its-language-write-en-or-the", shown=shown),
            )
        if isinstance(value, dict) and "other" not in value:
            return _parted(value)
        return value

    @model_validator(mode="after")
    def _in_some_language(self) -> Self:
        given = object.__getattribute__(self, "__dict__")  # what is checked is not read
        if not (given["fr"] or given["en"] or given["other"]):
            raise FaultError(
                Said("survey-this-text-is-in-no-language-write-fr-or"),
            )
        return self

    @model_serializer(mode="plain")
    def _as_written(self, info: SerializationInfo) -> dict[str, Any]:
        both = {"fr": self.fr, "en": self.en, **self.other}
        return {t: v for t, v in both.items() if v} if info.exclude_none else both

    @property
    def tags(self) -> tuple[str, ...]:
        """The languages that have a text, written or still to be."""
        # past whoever watches what is read of a text: nothing of what it says is
        given = object.__getattribute__(self, "__dict__")
        return (*(tag for tag in LANGUAGES if given[tag]), *given["other"])

    @property
    def written(self) -> bool:
        """Whether French, English and each other language have a text, none still to be written.

        Past whoever watches what is read of a text: what is shown of one that is written in all of
        its languages rests on the language that is shown.
        """
        given = object.__getattribute__(self, "__dict__")
        every = (given["fr"], given["en"], *given["other"].values())
        return all(text and text != TO_COMPLETE for text in every)

    def _given(self, lang: str) -> Any:
        # the text of one language is read without those of the others
        if lang in LANGUAGES:
            return getattr(self, lang)
        return self.other.get(lang)

    def _in_turn(self, lang: str) -> Iterator[Any]:
        """Yield the texts, that in `lang` first."""
        yield self._given(lang)
        yield from (self._given(tag) for tag in self.tags if tag != lang)


class Text(Tagged):
    """A text in each language that the survey lists.

    Examples
    --------
    >>> Text(fr="Confiance", en="Trust").get("en")
    'Trust'
    >>> Text.model_validate({"es": "Confianza"}).get("es")
    'Confianza'
    """

    fr: str = ""
    en: str | None = None
    other: dict[str, str] = Field(default_factory=dict)

    def get(self, lang: str, otherwise: str | None = None) -> str:
        """Return the text in `lang`, or in another language where it is still to be written.

        Where none is written, `otherwise` (an id, a code) stands for it: what is computed
        before publishing can be read.
        """
        written = (text for text in self._in_turn(lang) if text and text != TO_COMPLETE)
        return next(written, "") or otherwise or self.fr

    @property
    def every(self) -> tuple[str, ...]:
        """The text in each language that has it."""
        return tuple(self._given(tag) for tag in self.tags)

    def missing(self, languages: tuple[str, ...]) -> bool:
        """Whether one of `languages` lacks this text; a bare number is the same in all."""
        if self.every and not any(c.isalpha() for text in self.every for c in text):
            return False
        return any(self._given(lang) in ("", None, TO_COMPLETE) for lang in languages)


class Wording(Tagged):
    """The exact words of a question, the same for all modes or one text a mode."""

    fr: str | dict[str, str] = ""
    en: str | dict[str, str] | None = None
    other: dict[str, str | dict[str, str]] = Field(default_factory=dict)

    @property
    def every(self) -> tuple[str, ...]:
        """The words in each language and mode."""
        return tuple(text for tag in self.tags for text in _spoken(self._given(tag)))

    def missing(self, languages: tuple[str, ...]) -> bool:
        """Whether one of `languages` lacks words; those after the first may be absent."""
        first = not languages or bool(self._given(languages[0]))
        return not first or any(TO_COMPLETE in _spoken(self._given(lang)) for lang in languages)

    @property
    def modes(self) -> tuple[str, ...]:
        """The modes that have words of their own."""
        texts = (self._given(tag) for tag in self.tags)
        return tuple(dict.fromkeys(m for text in texts if isinstance(text, dict) for m in text))

    def get(self, lang: str, mode: str | None = None) -> str:
        """Return the words in `lang` as asked in `mode` (the first one where not named).

        Another language's where they are absent, or still to be written.
        """
        text = next((t for t in self._in_turn(lang) if t and t != TO_COMPLETE), None) or self.fr
        if not isinstance(text, dict):
            return str(text)
        return text.get(mode or "") or next(iter(text.values()))


def _parted(value: dict[Any, Any]) -> dict[Any, Any]:
    """Put the texts in other languages than French and English where the model has them."""
    other = {t: v for t, v in value.items() if t not in LANGUAGES and LANGUAGE_TAG.match(str(t))}
    kept = {t: v for t, v in value.items() if t not in other}
    return {**kept, "other": other} if other else kept


def _spoken(text: str | dict[str, str] | None) -> tuple[str, ...]:
    return tuple(text.values()) if isinstance(text, dict) else (text,) if text else ()
