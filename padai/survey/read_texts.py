"""What a page reads of the texts of a definition, language by language, and of a store's facts.

Of each text, in the definition's order, one hexadecimal digit says what was read: its French, its
English, its other languages, or only in which languages it is. The order is that of the structure
(:func:`padai.survey.noted.without_texts`): digits mean the same wherever that is the same. Of the
facts, which stand in the same file of a store, their names are noted. Both are told by whichever
process reads.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from padai.survey.definition import Survey
from padai.survey.noted import texts_of, watched_texts, without_texts
from padai.survey.texts import Tagged

_FR, _EN, _OTHER, _TAGS = 1, 2, 4, 8
_BITS = {"fr": _FR, "en": _EN, "other": _OTHER, "tags": _TAGS, "__dict__": _FR | _EN | _OTHER}
TEXTS_FILE = "texts.json"
"""The file of a store that holds a definition."""
_EVERY = ""
"""Stands for all facts, among the names of those that are read."""


class TextsRead:
    """Notes what is read of each text of a definition.

    Parameters
    ----------
    survey
        The definition; its texts are known by identity, those of a copy are not watched.
    texts
        Its texts, where somebody went through it already (:func:`padai.survey.noted.texts_of`).

    Attributes
    ----------
    whole
        Whether all of it counts as read: something read it that nobody watched.
    """

    def __init__(self, survey: Survey, texts: Sequence[Tagged] | None = None) -> None:
        self._survey = survey
        self._texts = texts_of(survey) if texts is None else texts
        self._bits = bytearray(len(self._texts))
        self._at: dict[int, list[int]] = {}
        for number, text in enumerate(self._texts):
            self._at.setdefault(id(text), []).append(number)
        self._instead: TextsRead | None = None
        self._facts: set[str] = set()
        self.whole = False

    @contextmanager
    def instead(self, other: TextsRead) -> Iterator[None]:
        """Have another one note what is read meanwhile."""
        self._instead = other
        try:
            yield
        finally:
            self._instead = None

    def note(self, text: Tagged, name: str) -> None:
        """Note that an attribute of a text is read."""
        if self._instead is not None:
            self._instead.note(text, name)
        elif name in _BITS:
            for number in self._at.get(id(text), ()):
                self._bits[number] |= _BITS[name]

    def note_fact(self, name: str) -> None:
        """Note that a fact is read, or looked for; an empty name stands for all of them."""
        if self._instead is not None:
            self._instead.note_fact(name)
        else:
            self._facts.add(name)

    @property
    def facts(self) -> frozenset[str] | None:
        """The names of the facts that are read; None where all of them count as read."""
        return None if self.whole or _EVERY in self._facts else frozenset(self._facts)

    @property
    def rest(self) -> str:
        """The hash of the definition without its texts."""
        return without_texts(self._survey)

    @property
    def told(self) -> str | None:
        """One digit a text; None where all of the definition counts as read."""
        return None if self.whole else "".join(f"{bits:x}" for bits in self._bits)

    def add(self, digits: str | None, facts: Collection[str] | None) -> None:
        """Add what was read of the same texts and facts elsewhere."""
        self._facts.update([_EVERY] if facts is None else facts)
        both = both_read(self.told, digits)
        if both is None:
            self.whole = True
        else:
            self._bits = bytearray(int(digit, 16) for digit in both)


def both_read(one: str | None, other: str | None) -> str | None:
    """Return the digits of what either of two tells to have read.

    Examples
    --------
    >>> both_read("015", "2a0")
    '2b5'
    >>> both_read("015", None)
    """
    if one is None or other is None or len(one) != len(other):
        return None
    return "".join(f"{int(a, 16) | int(b, 16):x}" for a, b in zip(one, other, strict=True))


class FactsRead(Mapping[str, Any]):
    """Facts that note which of them are read.

    Parameters
    ----------
    facts
        By name.
    note
        Called with each name, and with an empty one where all are read.
    """

    def __init__(self, facts: Mapping[str, Any], note: Callable[[str], None]) -> None:
        self._facts = facts
        self._note = note

    def __getitem__(self, name: str) -> Any:
        self._note(name)
        return self._facts[name]

    def __iter__(self) -> Iterator[str]:
        self._note(_EVERY)
        return iter(self._facts)

    def __len__(self) -> int:
        self._note(_EVERY)
        return len(self._facts)


_NOTING: list[TextsRead] = []
"""Who is told now; the last one."""
_HANDED_ON: list[bool] = []


@contextmanager
def noting(survey: Survey, texts: Sequence[Tagged] | None = None) -> Iterator[TextsRead]:
    """Yield what notes the texts that are read of a definition meanwhile.

    Examples
    --------
    >>> with noting(survey) as read:  # doctest: +SKIP
    ...     title = survey.title.get("fr")
    """
    read = TextsRead(survey, texts)
    _NOTING.append(read)
    try:
        with watched_texts(read.note):
            yield read
    finally:
        _NOTING.pop()


def read_elsewhere(answer: str = "") -> None:
    """Add what another process read of the texts and facts to what is noted here.

    Parameters
    ----------
    answer
        What it said (:func:`answered`); where it says nothing of this definition, it may have
        read all of it.
    """
    for read in _NOTING[-1:]:
        read.add(*_understood(answer, read.rest))


@contextmanager
def handed_on() -> Iterator[None]:
    """Open files meanwhile for another process alone, which is asked what it reads of them."""
    _HANDED_ON.append(True)
    try:
        yield
    finally:
        _HANDED_ON.pop()


def is_handed_on() -> bool:
    """Whether files are opened for another process alone."""
    return bool(_HANDED_ON)


def digest_of_read(texts: Sequence[Tagged], told: str) -> str:
    """Return one SHA-256 over what is told to be read of the texts of a definition.

    Parameters
    ----------
    texts
        All of them, in its order (:func:`padai.survey.noted.texts_of`).
    told
        One digit a text (:attr:`TextsRead.told`).
    """
    if len(told) != len(texts):
        return ""
    parts = [_part(text, int(digit, 16)) for text, digit in zip(texts, told, strict=True)]
    return hashlib.sha256(json.dumps([told, parts]).encode()).hexdigest()


def _part(text: Tagged, bits: int) -> list[Any]:
    own = [
        value for bit, value in ((_FR, text.fr), (_EN, text.en), (_OTHER, text.other)) if bits & bit
    ]
    return [*own, text.tags] if bits & _TAGS else own


# --- in a process of which another one asks what it read ------------------------------------------


class _Answering:
    """What a process that answers has read: definitions opened by padai, files opened at all."""

    def __init__(self) -> None:
        self.opened: list[TextsRead] = []
        self.files = 0
        self.watch = watched_texts(self.note)

    def count(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
            self.files += os.fsdecode(arguments[0]).endswith(TEXTS_FILE)

    def note(self, text: Tagged, name: str) -> None:
        for read in self.opened:
            read.note(text, name)


_ANSWERING: list[_Answering] = []


def answer() -> None:
    """Note from now on what this process reads of the texts of stores, until it ends."""
    answering = _Answering()
    sys.addaudithook(answering.count)
    answering.watch.__enter__()
    _ANSWERING.append(answering)


def opened(survey: Survey, facts: Mapping[str, Any]) -> Mapping[str, Any]:
    """Watch the definition of a store that was opened, in a process that answers; return its facts,
    watched as well.
    """
    for answering in _ANSWERING:
        answering.opened.append(TextsRead(survey))
        facts = FactsRead(facts, answering.opened[-1].note_fact)
    return facts


def answered() -> str:
    """Return what this process read of the texts and facts, as JSON.

    ``rest`` is the hash of the definition's structure, `texts` one digit a text, `facts` the names
    of facts. Where a store was read past :func:`padai.store.open_store`, or several definitions
    were, there is no such answer.
    """
    reply: dict[str, Any] = {}
    for answering in _ANSWERING:
        rests = {read.rest for read in answering.opened}
        if answering.files != len(answering.opened) or len(rests) != 1:
            break
        (reply["rest"],) = rests
        first, *others = answering.opened
        for read in others:
            first.add(read.told, read.facts)
        reply["texts"] = first.told or ""
        reply["facts"] = None if first.facts is None else sorted(first.facts)
    return json.dumps(reply)


def _understood(answer: str, rest: str) -> tuple[str | None, list[str] | None]:
    """Return digits and facts of an answer about a definition; None where it says nothing of it."""
    with suppress(ValueError, TypeError, KeyError):
        parsed = json.loads(answer)
        if parsed["rest"] == rest:
            return str(parsed["texts"]), parsed["facts"]
    return None, None
