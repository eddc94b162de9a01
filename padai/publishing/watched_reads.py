"""What is read of a store while a step of publishing works: noted as it is read, not declared."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from padai.store import Store
from padai.survey.read_texts import (
    TEXTS_FILE,
    FactsRead,
    TextsRead,
    both_read,
    is_handed_on,
    noting,
)
from padai.survey.texts import Tagged

ALWAYS = TEXTS_FILE
"""The file of the store that every step reads: the definition and the facts."""


@dataclass(frozen=True)
class Reads:
    """What a step read of a store: its files, of the texts one digit each, and its facts by name.

    None stands for all texts, or for all facts.
    """

    files: frozenset[str]
    texts: str | None
    facts: frozenset[str] | None

    def __or__(self, other: Reads) -> Reads:
        every = self.facts is None or other.facts is None
        facts = None if every else self.facts | other.facts  # type: ignore[operator]
        return Reads(self.files | other.files, both_read(self.texts, other.texts), facts)


class Watch:
    """What is read of a store while a step works."""

    def __init__(self, texts: TextsRead) -> None:
        self.files: set[str] = set()
        self.texts = texts

    @property
    def reads(self) -> Reads:
        """What was read until now: a file of texts that was opened, wholly."""
        if ALWAYS in self.files:
            return Reads(frozenset(self.files), None, None)
        return Reads(frozenset(self.files), self.texts.told, self.texts.facts)


class _Tables(Mapping[str, Any]):
    """Tables of a store that note which of them are read."""

    def __init__(self, tables: Mapping[str, Any], read: set[str]) -> None:
        self._tables = tables
        self._read = read

    def __getitem__(self, name: str) -> Any:
        self._read.add(f"{name}.csv")
        return self._tables[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)


_WATCHES: list[tuple[str, set[str]]] = []
"""The folder of the store that is watched now, and the names of the files opened in it."""


def _note(event: str, arguments: tuple[Any, ...]) -> None:
    if (
        event != "open"
        or not _WATCHES
        or is_handed_on()
        or not isinstance(arguments[0], str | os.PathLike)
    ):
        return
    folder, read = _WATCHES[-1]
    path = os.fspath(arguments[0])
    if isinstance(path, str) and path.startswith(folder):
        read.add(Path(path).relative_to(folder).as_posix())


@cache
def _watching() -> None:
    sys.addaudithook(_note)  # Python has no way to remove one; it does nothing between steps


@contextmanager
def watched(store: Store, texts: Sequence[Tagged]) -> Iterator[tuple[Store, Watch]]:
    """Yield a store, whose definition has these texts, and what is read of it, however."""
    _watching()
    with noting(store.survey, texts) as texts_read:
        read = Watch(texts_read)
        _WATCHES.append((str(store.folder) + os.sep, read.files))
        try:
            facts = FactsRead(store.facts, texts_read.note_fact)
            yield replace(store, tables=_Tables(store.tables, read.files), facts=facts), read
        finally:
            _WATCHES.pop()
