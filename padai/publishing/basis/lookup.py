"""Find a published number in a store: by part, question, response, breakdown, group and wave."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

import pandas as pd

from padai.publishing.basis.further_rows import Component, IndexRow, Tipping, Variant
from padai.store import Store

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Row = TypeVar("Row", bound="DataclassInstance")

TOTAL = "total"
MAIN = "main"
REST = "rest"


@dataclass(frozen=True, slots=True)
class Cell:
    """One published estimate; `estimate` is not a number where it may not be shown.

    Proportions are 0 to 1. `flag` holds the codes that the store gives, joined by spaces.
    """

    part: str
    wave: str
    question: str
    response: str
    breakdown: str
    group: str
    estimate: float
    conf_low: float
    conf_high: float
    n_base: float
    n_eff: float
    flag: str
    reason: str

    @property
    def shown(self) -> bool:
        """Whether there is a number to show."""
        return math.isfinite(self.estimate)

    @property
    def has_interval(self) -> bool:
        """Whether there is an interval to show."""
        return math.isfinite(self.conf_low) and math.isfinite(self.conf_high)


@dataclass(frozen=True, slots=True)
class Difference(Cell):
    """One published comparison: `wave` (or `group`) minus `reference`."""

    reference: str
    p_value: float
    p_adjusted: float
    family: str
    margin: float
    verdict: str
    breaks: str
    declared: str


@dataclass(frozen=True, slots=True)
class SeriesFact:
    """One thing that is told of a whole series.

    `term` is ``slope`` (a year), ``fit`` (a straight line fits), ``ends`` (last wave less first),
    ``joint`` (no wave differs), ``bend`` (at `wave`) or ``smooth``; `on` the scale, ``points`` or
    ``logit``. The one that tells of the whole period has a `verdict`.
    """

    part: str
    question: str
    response: str
    breakdown: str
    group: str
    term: str
    on: str
    wave: str
    estimate: float
    conf_low: float
    conf_high: float
    p_adjusted: float
    first_wave: str
    last_wave: str
    n_waves: float
    left_out: str
    breaks: str
    family: str
    verdict: str
    reason: str
    declared: str


_GROUP = ("part", "question", "response", "breakdown", "group")


class _ByKey(Generic[Row]):
    """The rows of a table by their values of the key, each made when it is first asked for.

    A page asks for hundreds of tens of thousands.
    """

    def __init__(self, frame: pd.DataFrame, kind: type[Row], *key: str) -> None:
        columns = {each.name: frame[each.name].tolist() for each in fields(kind)}
        self._kind, self._columns = kind, list(columns.values())
        keys = zip(*(columns[name] for name in key), strict=True)
        self._place: dict[tuple[str, ...], int] = {k: place for place, k in enumerate(keys)}
        self._made: dict[int, Row] = {}

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return iter(self._place)

    def get(self, key: tuple[str, ...]) -> Row | None:
        """Return a row, or nothing where the table has none."""
        place = self._place.get(key)
        if place is None:
            return None
        made = self._made.get(place)
        if made is None:
            made = self._made[place] = self._kind(*(column[place] for column in self._columns))
        return made


class Lookup:
    """The tables of a store, indexed once.

    Parameters
    ----------
    store
        An open release store.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def respondents(self, part: str = MAIN) -> int:
        """Return how many people answered a part of the wave."""
        return int(self._store.facts["sizes"][part][self._store.wave]["n"])

    @cached_property
    def _estimates(self) -> _ByKey[Cell]:
        return _ByKey(self._store.tables["estimates"], Cell, *_GROUP)

    @cached_property
    def _trends(self) -> _ByKey[Cell]:
        return _ByKey(self._store.tables["trends"], Cell, *_GROUP, "wave")

    @cached_property
    def _differences(self) -> _ByKey[Difference]:
        frame = self._store.tables["differences"]
        return _ByKey(frame[frame["wave"] == self._store.wave], Difference, *_GROUP, "reference")

    @cached_property
    def _variants(self) -> dict[tuple[str, ...], list[Variant]]:
        return _grouped(self._store.tables["robustness"], Variant, "part", "question", "response")

    def variants(self, question: str, response: str, part: str = MAIN) -> list[Variant]:
        """Return what other choices of method say of a change, the declared choice first."""
        return self._variants.get((part, question, response), [])

    @cached_property
    def _tipping(self) -> dict[tuple[str, ...], list[Tipping]]:
        return _grouped(
            self._store.tables["tipping"],
            Tipping,
            "part",
            "question",
            "response",
            "breakdown",
            "group",
        )

    def tipping(
        self,
        question: str,
        response: str,
        breakdown: str = TOTAL,
        group: str = TOTAL,
        part: str = MAIN,
    ) -> list[Tipping]:
        """Return what would make the finding on a change false, one assumption at a time."""
        return self._tipping.get((part, question, response, breakdown, group), [])

    @cached_property
    def _components(self) -> dict[tuple[str, ...], list[Component]]:
        return _grouped(
            self._store.tables["decomposition"],
            Component,
            "part",
            "question",
            "response",
            "breakdown",
        )

    def components(
        self, question: str, response: str, breakdown: str, part: str = MAIN
    ) -> list[Component]:
        """Return the parts of a change by a breakdown, sums first."""
        return self._components.get((part, question, response, breakdown), [])

    @cached_property
    def _letters(self) -> dict[tuple[str, ...], tuple[str, str]]:
        names = ("part", "question", "response", "breakdown", "group", "letter", "above")
        table = self._store.tables["letters"]
        rows = zip(*(table[name].tolist() for name in names), strict=True)
        return {row[:5]: row[5:] for row in rows}

    def letters(self, cell: Cell) -> tuple[str, str]:
        """Return the letter of a cell's group, and those of the groups that it is above."""
        place = (cell.part, cell.question, cell.response, cell.breakdown, cell.group)
        return self._letters.get(place, ("", ""))

    @cached_property
    def _told(self) -> dict[tuple[str, ...], list[SeriesFact]]:
        return _grouped(
            self._store.tables["slopes"],
            SeriesFact,
            "part",
            "question",
            "response",
            "breakdown",
            "group",
        )

    def followed_overall(self, part: str = MAIN) -> list[tuple[str, str]]:
        """Return the questions and responses whose whole series has a joint test, of the total."""
        return [
            (q, r)
            for (p, q, r, breakdown, _), rows in self._told.items()
            if p == part and breakdown == TOTAL and any(t.term == "joint" for t in rows)
        ]

    def told(
        self,
        question: str,
        response: str,
        part: str = MAIN,
        breakdown: str = TOTAL,
        group: str = TOTAL,
    ) -> list[SeriesFact]:
        """Return what is told of the whole series of a figure."""
        return self._told.get((part, question, response, breakdown, group), [])

    def whole_period(
        self,
        question: str,
        response: str,
        breakdown: str = TOTAL,
        group: str = TOTAL,
        part: str = MAIN,
    ) -> SeriesFact | None:
        """Return the slope, or the contrast of the ends, that has the verdict on a series."""
        rows = self.told(question, response, part, breakdown, group)
        return next((t for t in rows if t.verdict), None)

    @cached_property
    def _selected(self) -> set[tuple[str, ...]]:
        names = ("part", "question", "response", "breakdown", "group", "reference")
        table = self._store.tables["selected"]
        return set(zip(*(table[name].tolist() for name in names), strict=True))

    @cached_property
    def _family_sizes(self) -> dict[str, int]:
        changes, slopes = self._store.tables["differences"], self._store.tables["slopes"]
        pairs = zip(changes["family"].tolist(), changes["family_size"].tolist(), strict=True)
        sizes = {str(name): int(size) for name, size in pairs if name and math.isfinite(size)}
        judged = slopes.loc[slopes["verdict"] != "", "family"]
        return sizes | {str(name): int(n) for name, n in judged.value_counts().items() if name}

    def family_size(self, family: str) -> int:
        """Return the number of comparisons of a family, 0 of one that the release has not."""
        return self._family_sizes.get(family, 0)

    def picked(self, change: Difference) -> bool:
        """Whether a sentence that is not on the comparison's own page may rest on it."""
        place = (change.part, change.question, change.response, change.breakdown, change.group)
        return (*place, change.reference) in self._selected

    def picked_overall(self, test: SeriesFact) -> bool:
        """Whether a sentence that is not on the series' own page may rest on its whole period."""
        place = (test.part, test.question, test.response, test.breakdown, test.group)
        return (*place, test.first_wave) in self._selected and bool(test.verdict)

    @cached_property
    def _index_rows(self) -> dict[tuple[str, ...], list[IndexRow]]:
        return _grouped(self._store.tables["indices"], IndexRow, "index")

    def index_rows(self, index: str, kind: str) -> list[IndexRow]:
        """Return the numbers of a kind of a declared index."""
        return [row for row in self._index_rows.get((index,), []) if row.kind == kind]

    @cached_property
    def _asked(self) -> dict[str, set[str]]:
        asked: dict[str, set[str]] = defaultdict(set)
        for part, question, *_ in self._estimates:
            asked[part].add(question)
        return dict(asked)

    def asked(self, question: str, part: str) -> bool:
        """Whether the wave has results of a question in a part."""
        return question in self._asked.get(part, set())

    def cell(
        self,
        question: str,
        response: str,
        breakdown: str = TOTAL,
        group: str = TOTAL,
        part: str = MAIN,
    ) -> Cell | None:
        """Return an estimate of this wave, or nothing where the store has none."""
        return self._estimates.get((part, question, response, breakdown, group))

    def past(
        self,
        question: str,
        response: str,
        wave: str,
        breakdown: str = TOTAL,
        group: str = TOTAL,
        part: str = MAIN,
    ) -> Cell | None:
        """Return an estimate of any wave of the series."""
        return self._trends.get((part, question, response, breakdown, group, wave))

    def series(
        self,
        question: str,
        response: str,
        breakdown: str = TOTAL,
        group: str = TOTAL,
        part: str = MAIN,
    ) -> list[Cell]:
        """Return the estimates of every wave that has one, oldest first."""
        cells = (
            self.past(question, response, wave, breakdown, group, part)
            for wave in self._store.survey.waves
        )
        return [cell for cell in cells if cell is not None]

    def change(
        self,
        question: str,
        response: str,
        reference: str,
        breakdown: str = TOTAL,
        group: str = TOTAL,
        part: str = MAIN,
    ) -> Difference | None:
        """Return the comparison of this wave with an earlier one."""
        return self._differences.get((part, question, response, breakdown, group, reference))

    def last_change(
        self,
        question: str,
        response: str,
        breakdown: str = TOTAL,
        group: str = TOTAL,
        part: str = MAIN,
    ) -> Difference | None:
        """Return the comparison with the nearest earlier wave that the store compares with."""
        place = self._store.survey.waves.index(self._store.wave)
        for wave in reversed(self._store.survey.waves[:place]):
            change = self.change(question, response, wave, breakdown, group, part)
            if change is not None:
                return change
        return None

    def contrast(
        self, question: str, response: str, breakdown: str, group: str, part: str = MAIN
    ) -> Difference | None:
        """Return the comparison of a group with the breakdown's other groups."""
        return self._differences.get((part, question, response, breakdown, group, REST))


def _rows(frame: pd.DataFrame, kind: type[Row]) -> Iterator[Row]:
    """Give the rows of a table, each as what its columns are the fields of."""
    columns = (frame[each.name].tolist() for each in fields(kind))
    return (kind(*row) for row in zip(*columns, strict=True))


def _grouped(frame: pd.DataFrame, kind: type[Row], *key: str) -> dict[tuple[str, ...], list[Row]]:
    """Return the rows of a table by their values of the key, in their order."""
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in _rows(frame, kind):
        groups[tuple(getattr(row, name) for name in key)].append(row)
    return dict(groups)
