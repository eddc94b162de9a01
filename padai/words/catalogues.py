"""One language's messages: read from its Fluent files once a process, made ready one at a time.

A message of text and variables alone, as nearly all are, becomes a list of pieces to join.
One that chooses (``{ $n -> ... }``) or calls a function goes through ``fluent.runtime``, which is
imported for the first of them only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from numbers import Integral
from typing import Any, NoReturn

from padai.words.syntax import (
    PLACEABLE,
    SHOWN,
    Entry,
    WordsError,
    gaps,
    mark_shown,
    references_of,
    split,
    unescaped,
    variables_of,
)

LANGUAGES: dict[str, str] = {"fr": "fr-CA", "en": "en-CA"}
"""What a bare language stands for: the folder of its messages."""
PSEUDO_TAGS = ("qps", "en-XA")
"""The pseudo-language: as translators ask for it, and as `languages:` of a survey may list it."""

_ESCAPED = re.compile(r'\\(?:(["\\])|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6}))')
_LONGEST, _HELD = 1_000, re.compile("\ue000([0-9]+)\ue001")
"""Longer facts (Fluent refuses 2,500 signs) stand outside of the message, a mark in their place."""


class Variable(str):
    """The name of a fact, where a message holds a place for it."""

    __slots__ = ()


class Spoken:
    """What has words of its own in each language."""

    __slots__ = ()

    def text(self, lang: str) -> str:
        """Return the words in a language."""
        raise NotImplementedError

    @property
    def number(self) -> float | None:
        """The number that a message chooses a plural by; none where these words are no number."""
        return None


Piece = str | Variable
Ready = str | list[Piece] | Any
"""A text, pieces to join, or a message of ``fluent.runtime``."""


class WordCatalogue:
    """The messages of one language.

    Parameters
    ----------
    tag
        The BCP 47 tag of the language.
    folder
        Where its ``.ftl`` files are.
    """

    def __init__(self, tag: str, folder: Traversable) -> None:
        self.tag = tag
        self.entries: dict[str, Entry] = {}
        self._ready: dict[str, Ready] = {}
        self._bundle: Any = None
        for file in sorted(folder.iterdir(), key=lambda each: each.name):
            if file.name.endswith(".ftl"):
                self._read(f"{tag}/{file.name}", file.read_text(encoding="utf-8"))

    @classmethod
    def of(cls, tag: str, entries: Mapping[str, Entry]) -> WordCatalogue:
        """Return messages that are in hand already."""
        made = cls.__new__(cls)
        made.tag, made.entries = tag, dict(entries)
        made._ready, made._bundle = {}, None
        return made

    def _read(self, name: str, text: str) -> None:
        for entry in split(name, text):
            if entry.id in self.entries:
                other = self.entries[entry.id].file
                raise WordsError("padai-words-stands-twice", entry, file=other)
            self.entries[entry.id] = entry

    def text(self, ident: str, facts: Mapping[str, object], lang: str) -> str:
        """Return a message with its facts in place."""
        ready = self._ready.get(ident)
        if ready is None:
            ready = self._ready[ident] = self._made(ident)
        if type(ready) is str:
            return ready
        if type(ready) is not list:
            return self._chosen(ident, ready, facts, lang)
        try:
            return "".join([p if type(p) is str else written(facts[p], lang) for p in ready])
        except KeyError:
            self._lacking(ident, ready, facts)

    def variables(self, ident: str) -> frozenset[str]:
        """Return the names of the facts that a message takes.

        Raises
        ------
        WordsError
            There is no such message, or it is badly written.
        """
        ready = self._ready.get(ident) or self._made(ident)
        if isinstance(ready, str):
            return frozenset()
        if isinstance(ready, list):
            return frozenset(str(p) for p in ready if isinstance(p, Variable))
        return frozenset(name.removesuffix(SHOWN) for name in variables_of(ready))

    def checked(self) -> Iterator[WordsError]:
        """Yield what is wrong with each message that is badly written."""
        for ident in self.entries:
            try:
                ready = self._made(ident)
                if not isinstance(ready, str | list):
                    self._prepared(ident)
            except WordsError as error:
                yield error

    # --- making ready --------------------------------------------------------------------

    def _made(self, ident: str) -> Ready:
        entry = self.entries.get(ident)
        if entry is None:
            raise WordsError("padai-words-message-absent", tag=self.tag, message=ident)
        if "\n" in entry.text or "->" in entry.text:
            return self._parsed(entry)
        pieces = self._pieces(entry, ())
        if pieces is None:
            return self._parsed(entry)
        return "".join(pieces) if not any(isinstance(p, Variable) for p in pieces) else pieces

    def _pieces(self, entry: Entry, within: tuple[str, ...]) -> list[Piece] | None:
        """The text and the variables of a message of one line; None where it holds more."""
        pieces: list[Piece] = []
        at = 0
        for match in PLACEABLE.finditer(entry.text):
            name, quoted, other = match.groups()
            pieces.append(entry.text[at : match.start()])
            at = match.end()
            if name is not None:
                pieces.append(Variable(name))
            elif quoted is not None:
                pieces.append(_ESCAPED.sub(unescaped, quoted))
            else:
                inner = self._referred(entry, other, within)
                if inner is None:
                    return None
                pieces += inner
        pieces.append(entry.text[at:])
        texts = [entry.text[a:b] for a, b in gaps(entry.text)]
        if not entry.text or any("{" in text or "}" in text for text in texts):
            return None
        return _joined(pieces)

    def _referred(self, entry: Entry, name: str, within: tuple[str, ...]) -> list[Piece] | None:
        other = self.entries.get(name)
        if other is None:
            raise WordsError("padai-words-refers-to-nothing", entry, name=name)
        if name in within or name == entry.id:
            raise WordsError("padai-words-refers-to-itself", entry, name=name)
        if "\n" in other.text or "->" in other.text:
            return None
        return self._pieces(other, (*within, entry.id))

    def _parsed(self, entry: Entry) -> Any:
        """The message as ``fluent.runtime`` reads it, its variables apart from what it shows."""
        from fluent.syntax import FluentParser, ast

        body: list[Any] = FluentParser(with_spans=True).parse(f"{entry.id} = {entry.text}\n").body
        for each in body:
            if isinstance(each, ast.Junk):
                faults = "; ".join(str(a.message) for a in each.annotations)
                raise WordsError("padai-words-badly-written", entry, faults=faults)
        if len(body) != 1 or body[0].value is None:
            raise WordsError("padai-words-no-text", entry)
        mark_shown(body[0].value)
        return body[0]

    def _prepared(self, ident: str) -> Any:
        """The bundle, with the message and all that it refers to."""
        from fluent.syntax.ast import Resource

        bundle = self._bundle
        if bundle is None:
            from babel.core import Locale, UnknownLocaleError
            from fluent.runtime import FluentBundle

            try:
                Locale.parse(self._plural_tag, sep="-")
            except (UnknownLocaleError, ValueError):
                entry = self.entries[ident]
                raise WordsError("padai-words-no-plural-rules", entry, tag=self.tag) from None
            bundle = self._bundle = FluentBundle([self._plural_tag], use_isolating=False)
            terms = [self._parsed(e) for e in self.entries.values() if e.id.startswith("-")]
            bundle.add_resource(Resource(terms), allow_overrides=True)
        if not bundle.has_message(ident):
            ready = self._ready.get(ident) or self._made(ident)
            body: list[Any] = [ready]
            bundle.add_resource(Resource(body), allow_overrides=True)
            for name in references_of(ready):
                if name in self.entries and not bundle.has_message(name):
                    other = self._parsed(self.entries[name])
                    bundle.add_resource(Resource([other]), allow_overrides=True)
        return bundle

    @property
    def _plural_tag(self) -> str:
        return self.tag

    def _chosen(self, ident: str, ready: Any, facts: Mapping[str, object], lang: str) -> str:
        bundle = self._prepared(ident)
        given: dict[str, Any] = {}
        held: list[str] = []
        for name in variables_of(ready):
            own = name.removesuffix(SHOWN)
            if own not in facts:
                self._lacking(ident, [Variable(own)], facts)
            fact = facts[own]
            if name.endswith(SHOWN):
                shown = written(fact, lang)
                if len(shown) > _LONGEST or "\ue000" in shown:
                    held.append(shown)
                    shown = f"\ue000{len(held) - 1}\ue001"
                given[name] = shown
            else:
                given[name] = _chosen_by(fact)
        text, errors = bundle.format_pattern(bundle.get_message(ident).value, given)
        if errors:
            faults = "; ".join(str(error) for error in errors)
            raise WordsError("padai-words-badly-written", self.entries[ident], faults=faults)
        return _HELD.sub(lambda mark: held[int(mark[1])], str(text)) if held else str(text)

    def _lacking(self, ident: str, pieces: list[Piece], facts: Mapping[str, object]) -> NoReturn:
        lost = [str(p) for p in pieces if isinstance(p, Variable) and p not in facts]
        entry = self.entries[ident]
        needed = ", ".join(f"${name}" for name in dict.fromkeys(lost))
        given = ", ".join(f"${name}" for name in facts)
        if not given:
            raise WordsError("padai-words-needs-given-nothing", entry, needed=needed)
        raise WordsError("padai-words-needs", entry, needed=needed, given=given)


def written(fact: object, lang: str) -> str:
    """Return a fact as it stands in a text of a language."""
    if type(fact) is str:
        return fact
    if isinstance(fact, Spoken):
        return str(fact.text(lang))
    if hasattr(fact, "fr") and hasattr(fact, "en"):
        got = getattr(fact, "get", None)
        return format(got(lang) if callable(got) else getattr(fact, lang, fact.en))
    return format(fact)


def _chosen_by(fact: object) -> object:
    """A fact as a message chooses by it: a number that is shown as a language writes it, raw."""
    if isinstance(fact, Spoken) and fact.number is not None:
        fact = fact.number
    return int(fact) if isinstance(fact, Integral) else fact


def folders() -> dict[str, Traversable]:
    """Return the folders of messages, by the tag of their language."""
    here = files(__package__)
    return {f.name: f for f in here.iterdir() if f.is_dir() and not f.name.startswith("_")}


@cache
def catalogue(lang: str) -> WordCatalogue:
    """Return the messages of a language, read once a process.

    Raises
    ------
    WordsError
        padai has no such language, or one of its files is badly written.
    """
    known = folders()
    if lang in PSEUDO_TAGS:
        from padai.words.pseudo import PseudoCatalogue

        return PseudoCatalogue("en-CA", known["en-CA"])
    tag = folder_of(lang)
    if not tag:
        raise WordsError("padai-words-language-absent", lang=lang, known=", ".join(sorted(known)))
    return WordCatalogue(tag, known[tag]) if tag == lang or lang in LANGUAGES else catalogue(tag)


@cache
def folder_of(lang: str) -> str:
    """Return the folder of a language's messages: its own, else that of the language alone.

    Examples
    --------
    >>> folder_of("fr"), folder_of("en-GB"), folder_of("tlh")
    ('fr-CA', 'en-CA', '')
    """
    if lang in PSEUDO_TAGS:
        return "en-CA"
    known = folders()
    tags = (lang, lang.partition("-")[0])
    asked = [LANGUAGES.get(tag, tag) for tag in tags]
    return next((tag for tag in asked if tag in known), "")


def named(told: str) -> str:
    """Return the language that a setting such as ``fr_CA.UTF-8`` names; nothing for another.

    Examples
    --------
    >>> named("fr_CA.UTF-8"), named("en"), named("tlh")
    ('fr', 'en', '')
    """
    tag = told.partition(".")[0].replace("_", "-")
    if tag in PSEUDO_TAGS:
        return tag
    base = tag.partition("-")[0].casefold()
    if base in LANGUAGES or not base:
        return base
    known = {name.casefold(): name for name in folders()}
    tag_known = known.get(tag.casefold()) or known.get(base, "")
    return tag_known or (base[:2] if base[:2] in LANGUAGES else "")


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Pieces of text side by side become one."""
    joined: list[Piece] = []
    for each in pieces:
        if not isinstance(each, Variable) and joined and not isinstance(joined[-1], Variable):
            joined[-1] += each
        elif isinstance(each, Variable) or each:
            joined.append(each)
    return joined
