"""The tables of a release as a writer sees them, and the sentences that he may write."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from random import Random
from typing import Any

from padai.publishing.basis.context import Context
from padai.store import Store

Key = tuple[str, str, str, str]


@dataclass(frozen=True)
class Told:
    """A statement to put into a document: a sentence, or a table whose cell `at` is meant."""

    kind: str
    lang: str
    text: str = ""
    title: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    at: tuple[int, int] = (0, 0)


class World:
    """What a release says, by question, response, breakdown, group and wave."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.wave = store.wave
        self.waves = [w for w in store.survey.waves if w <= store.wave]
        self.contexts = {lang: Context(store, lang) for lang in ("fr", "en")}

    def _rows(self, table: str) -> list[dict[str, Any]]:
        frame = self.store.tables[table]
        return [r for r in frame.to_dict("records") if r["part"] == "main"]

    @cached_property
    def levels(self) -> dict[tuple[Key, str], dict[str, Any]]:
        rows = [*self._rows("trends"), *self._rows("estimates")]
        return {(key_of(r), r["wave"]): r for r in rows}

    @cached_property
    def changes(self) -> dict[tuple[Key, str], dict[str, Any]]:
        rows = self._rows("differences")
        return {(key_of(r), r["reference"]): r for r in rows if r["wave"] == self.wave}

    def now(self, key: Key) -> dict[str, Any]:
        return self.levels[key, self.wave]

    def shown(self, key: Key, wave: str = "") -> bool:
        found = self.levels.get((key, wave or self.wave))
        return found is not None and math.isfinite(found["estimate"])

    @cache  # noqa: B019 - a world lives as long as the test
    def keys(self, *, kind: str = "share", total: bool | None = None) -> list[Key]:
        """The figures of this wave that are shown, of nets and codes or of means."""
        found = []
        for key, wave in self.levels:
            if wave != self.wave or not self.shown(key):
                continue
            if self.contexts["fr"].kind(key[0], key[1]) != kind:
                continue
            if self.store.survey.question(key[0]).section in ("", "you"):
                continue
            if (total is None or (key[2] == "total") == total) and not self._itself(key):
                found.append(key)
        return sorted(found)

    def _itself(self, key: Key) -> bool:
        """Whether a question is divided by its own answers."""
        made = {b.id: b.question for b in self.store.survey.breakdowns}
        return any(made.get(b) == key[0] for b in key[2].split("*"))

    @cached_property
    def compared(self) -> list[tuple[tuple[Key, str], dict[str, Any]]]:
        return sorted(self.changes.items(), key=lambda pair: pair[0])

    @cache  # noqa: B019
    def withheld(self) -> list[Key]:
        return sorted(
            key
            for (key, wave), row in self.levels.items()
            if wave == self.wave
            and not math.isfinite(row["estimate"])
            and self.contexts["fr"].kind(key[0], key[1]) == "share"
            and self.store.survey.question(key[0]).section not in ("", "you")
        )

    # --- words -----------------------------------------------------------------------------

    def named(self, key: Key, lang: str) -> str:
        return self.contexts[lang].label(key[0])

    def response(self, key: Key, lang: str) -> str:
        return self.contexts[lang].response(key[0], key[1])

    def group(self, key: Key, lang: str) -> str:
        return self.contexts[lang].group(key[2], key[3])

    def share(self, value: float, lang: str, digits: int = 1) -> str:
        return self.contexts[lang].numbers.share(value, digits=digits)

    def points(self, value: float, lang: str) -> str:
        """The size of a change without its sign, with its unit."""
        numbers = self.contexts[lang].numbers
        return numbers.change(abs(value), "share").lstrip("+")

    def bare(self, value: float, lang: str, digits: int = 1) -> str:
        return self.contexts[lang].numbers.decimal(value, digits)


def key_of(row: dict[str, Any]) -> Key:
    return row["question"], row["response"], row["breakdown"], row["group"]


Writer = Callable[[World, Random, str], Told | None]
"""Returns a statement, or nothing where what it drew does not suit."""


def told_of(writer: Writer, world: World, rng: Random, count: int) -> list[Told]:
    """Draw `count` different statements, half of them in each language."""
    found: dict[tuple[object, ...], Told] = {}
    for turn in range(80 * count):
        lang = ("fr", "en")[turn % 2]
        told = writer(world, rng, lang)
        if told is not None and sum(t.lang == lang for t in found.values()) < (count + 1) // 2:
            found.setdefault((told.text, told.rows, told.title), told)
        if len(found) == count:
            break
    return list(found.values())
