"""The store that a process has opened once for all its copies, each of which reads its own files.

A kernel is a copy of a process that loaded what padai's own cells need. Parsing the tables of a
store is half of what a short document costs, and each document has a copy of the same files.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from padai.errors import PadaiError
from padai.store import Store, open_store, store_digest
from padai.survey.read_texts import opened
from padai.words import WordsError
from padai.words.catalogues import catalogue

_HELD: dict[str, Store] = {}
"""By the hash of its files."""


def hold_store() -> None:
    """Open the store that ``PADAI_STORE`` names, and read the messages of its languages.

    Where it cannot be opened nothing is held: who asks for it is told why.
    """
    folder = Path(os.environ.get("PADAI_STORE", ""))
    with suppress(PadaiError, WordsError, OSError, ValueError):
        store = open_store(folder)
        if store.printed:
            _HELD[store_digest(folder)] = store
        for lang in store.survey.languages:
            catalogue(lang)


def held_store(folder: Path) -> Store | None:
    """Return the store that is held, if the files of a folder are its files to the byte."""
    store = _HELD.get(store_digest(folder)) if _HELD else None
    if store is None:
        return None
    return replace(store, folder=folder, facts=opened(store.survey, store.facts))
