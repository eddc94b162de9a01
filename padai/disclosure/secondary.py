"""Secondary suppression: what to withhold besides, so that no ``x`` can be worked out.

Two rules, each with what a reader must not be able to exclude:

- a **group** of fewer than T people (`minimum_group`): the reader must take it for any size from
  1 to T, which is to say that no subtraction gives its answers, nor those of a union of withheld
  groups of fewer than T people;
- an **answer** given by 1 to T-1 people to a sensitive question (`sensitive_cell`): the reader
  must take it for any count from 1 to T; in a group of fewer than T, for any from none to all.

In a withheld group, besides, no answer may be certain: where all its company answered alike,
more company is taken.

Only ``x`` cells are protected so. Cells withheld for want of precision or of base are unknown to
the reader too, so they serve as company; they need none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.disclosure.relations import (
    TOTAL,
    Rows,
    Structure,
    Unit,
    answer_table,
    group_table,
)
from padai.numerics.suppression import Table, least_change
from padai.survey import Net, Question, Survey

Key = tuple[str, str, str, str, str]
"""Wave, question, response, breakdown and group of a figure."""
_KEY = ["wave", "question", "response", "breakdown", "group"]
_TOTAL_COST = 1000.0
_EMPTY_COST = 100.0


Places = NDArray[np.intp]


@dataclass(frozen=True)
class Targets:
    """Cells to protect, and the least and the most that a reader must not be able to exclude."""

    cells: Places
    least: NDArray[np.float64]
    most: NDArray[np.float64]


@dataclass(frozen=True)
class Counts:
    """The true unweighted counts behind a frame of estimates, row by row.

    Attributes
    ----------
    n_base, n_cell
        Shape (rows,): respondents of the group, and those of them who gave the response (NaN
        where the row is no response). They never leave disclosure.
    """

    n_base: NDArray[np.float64]
    n_cell: NDArray[np.float64]


class Figures:
    """The figures of one part, with what a reader has of them.

    Parameters
    ----------
    frame
        Disclosed estimates of every wave: those with a number are shown.
    counts
        The true counts of the same rows.
    survey
        The definition.
    elsewhere
        Figures that an earlier version or wave's release still shows.
    """

    def __init__(
        self, frame: pd.DataFrame, counts: Counts, survey: Survey, elsewhere: Collection[Key] = ()
    ) -> None:
        self.survey = survey
        self.counts = counts
        self.structure = Structure(survey)
        self.keys = frame[_KEY].astype(str).reset_index(drop=True)
        self.elsewhere = _held(self.keys, elsewhere)
        self.shown = frame["estimate"].notna().to_numpy(bool) | self.elsewhere
        self.based = frame["n_base"].notna().to_numpy(bool) | self.elsewhere
        self.flag = frame["flag"].astype(str).to_numpy(object)
        self.confidential = np.array(["x" in f.split() for f in self.flag], dtype=bool)

    def questions(self) -> Iterator[tuple[str, str, Places]]:
        """Yield wave, question and rows of each question with something to protect."""
        policy, counts = self.survey.confidentiality, self.counts
        group = (counts.n_base > 0) & (counts.n_base < policy.minimum_group)
        answer = (counts.n_cell > 0) & (counts.n_cell < policy.sensitive_cell)
        pairs = list(self.keys[["wave", "question"]].itertuples(index=False, name=None))
        by: dict[tuple[str, str], list[int]] = {}
        for row, pair in enumerate(pairs):
            by.setdefault(pair, []).append(row)
        for (wave, question), places in by.items():
            rows = np.array(places)
            known = self.survey.questions.get(question)
            if known and (group[rows].any() or (known.sensitive and answer[rows].any())):
                yield wave, question, rows

    def known_groups(self, wave: str) -> set[Unit]:
        """Return the groups of a wave whose base is published with any question."""
        mine = (self.keys["wave"] == wave).to_numpy() & self.based
        pairs = self.keys.loc[mine, ["breakdown", "group"]].drop_duplicates()
        return set(pairs.itertuples(index=False, name=None)) - {(TOTAL, TOTAL)}

    def rows(self, place: Places) -> Rows:
        """Return some rows, with their groups numbered."""
        pairs = list(
            self.keys.loc[place, ["breakdown", "group"]].itertuples(index=False, name=None)
        )
        units = tuple(dict.fromkeys(pairs))
        number = {unit: k for k, unit in enumerate(units)}
        return Rows(
            units,
            tuple(self.keys["response"].iloc[place]),
            np.array([number[p] for p in pairs]),
            self.counts.n_base[place],
            self.counts.n_cell[place],
            self.shown[place],
            self.based[place],
            place,
        )

    def withhold(self, rows: Places | NDArray[np.bool_]) -> None:
        """Mark rows as ``x``, which takes away number and base."""
        self.confidential[rows] = True
        self.shown[rows] = self.elsewhere[rows]
        self.based[rows] = self.elsewhere[rows]

    def group_targets(self, rows: Rows, size: NDArray[np.float64]) -> Places:
        """Return the groups that the rule of the group withholds."""
        least = self.survey.confidentiality.minimum_group
        return np.flatnonzero((size > 0) & (size < least))

    def answer_targets(self, question: Question, made: Table, rows_of: Places) -> Targets:
        """Return the cells to protect, and the counts that each must be able to be."""
        policy = self.survey.confidentiality
        response = self.keys["response"].to_numpy(object)[rows_of]
        base = np.where(rows_of >= 0, self.counts.n_base[rows_of], np.nan)
        codes = np.isin(response, question.codes) & (rows_of >= 0)
        nets = [n.id for n in question.all_nets if not n.is_balance and _tells(n, question)]
        positive = made.value > 0
        small = positive & (made.value < policy.sensitive_cell) & question.sensitive
        small &= codes | (np.isin(response, nets) & (rows_of >= 0))
        of_group = positive & codes & (base < policy.minimum_group) & ~small
        of_group &= ~np.isin(response, self._unanimous(question, made, rows_of))
        least = np.where(small, 1.0, made.value - 1)
        most = np.where(small, float(policy.sensitive_cell), made.value)
        narrow = small & (base < policy.sensitive_cell)
        least[narrow], most[narrow] = 0.0, base[narrow]
        at = np.flatnonzero((small | of_group) & (len(question.codes) > 1))
        return Targets(at, least[at], most[at])

    def _unanimous(self, question: Question, made: Table, rows_of: Places) -> list[str]:
        """Return the answers that all people asked have given: their total tells it of each."""
        total = (self.keys["breakdown"].to_numpy()[rows_of] == TOTAL) & (rows_of >= 0)
        every = total & (made.value == self.counts.n_base[rows_of])
        return [str(r) for r in self.keys["response"].to_numpy(object)[rows_of[every]]]


def _tells(net: Net, question: Question) -> bool:
    """Whether a net is more than another name for the base."""
    return question.type == "multiple" or not set(question.codes) <= set(net.codes)


def _held(keys: pd.DataFrame, elsewhere: Collection[Key]) -> NDArray[np.bool_]:
    if not elsewhere:
        return np.zeros(len(keys), dtype=bool)
    held = set(elsewhere)
    return np.array([k in held for k in keys.itertuples(index=False, name=None)], dtype=bool)


def protect(
    frame: pd.DataFrame, counts: Counts, survey: Survey, elsewhere: Collection[Key] = ()
) -> NDArray[np.bool_]:
    """Return which rows must be ``x`` so that no ``x`` can be worked out from the rest.

    Parameters
    ----------
    frame
        The disclosed estimates of one part, every wave. It is not changed.
    counts
        Their true counts.
    survey
        The definition: breakdowns, nets and the confidentiality policy.
    elsewhere
        Figures that are public already: withholding them would protect nothing.

    Returns
    -------
    ndarray of bool, shape (rows,)
        The rows that were ``x`` and those that have to be. A reader cannot tell which is which.

    Notes
    -----
    The same data and definition give the same rows in every release that shows the wave.
    """
    figures = Figures(frame, counts, survey, elsewhere)
    asked = list(figures.questions())
    largest = _largest_sizes(figures)
    for wave, _, rows in asked:
        _protect_groups(figures, rows, largest[wave])
    for wave, question, rows in asked:
        _protect_answers(figures, wave, survey.question(question), rows)
    return figures.confidential


def _largest_sizes(figures: Figures) -> dict[str, dict[Unit, float]]:
    """Return the largest base of each group in each wave: the order in which groups are taken.

    The same group then keeps another company in every question.
    """
    places = figures.keys[["wave", "breakdown", "group"]].itertuples(index=False, name=None)
    found: dict[str, dict[Unit, float]] = {}
    for (wave, breakdown, group), n in zip(places, figures.counts.n_base.tolist(), strict=True):
        sizes = found.setdefault(wave, {})
        sizes[breakdown, group] = max(sizes.get((breakdown, group), 0.0), n)
    return found


def _protect_groups(figures: Figures, place: Places, largest: dict[Unit, float]) -> None:
    least = figures.survey.confidentiality.minimum_group
    rows = figures.rows(place)
    made, size = group_table(figures.structure, rows, least)
    targets = figures.group_targets(rows, size)
    public = np.zeros(len(rows.units), dtype=bool)
    np.logical_or.at(public, rows.unit, figures.elsewhere[place])
    whole = np.array([unit == (TOTAL, TOTAL) for unit in rows.units])
    cost = np.array([1.0 + largest[u] + k * 1e-6 for k, u in enumerate(rows.units)])
    for target in targets:
        for by in (least - size[target], 1.0 - size[target]):
            if by == 0:
                continue
            more = least_change(made, target, by, cost, public | whole | (size == 0))
            if more is None:
                more = _same_breakdown(rows, int(target))
            hidden = made.hidden.copy()
            hidden[more] = True
            figures.withhold(place[np.isin(rows.unit, more)])
            made = replace(made, hidden=hidden)


def _same_breakdown(rows: Rows, target: int) -> Places:
    """Return every group of a group's breakdown: where no company is enough, none is shown."""
    name = rows.units[target][0]
    return np.flatnonzero([breakdown == name for breakdown, _ in rows.units])


def _protect_answers(figures: Figures, wave: str, question: Question, place: Places) -> None:
    known = figures.known_groups(wave)
    least = figures.survey.confidentiality.minimum_group
    made, rows_of = answer_table(figures.structure, question, figures.rows(place), known, least)
    targets = figures.answer_targets(question, made, rows_of)
    cost, fixed = _costs(figures, made, rows_of)
    for target, down, up in zip(targets.cells, targets.least, targets.most, strict=True):
        for by in (up - made.value[target], down - made.value[target]):
            if by == 0:
                continue
            more = least_change(made, int(target), by, cost, fixed)
            if more is None:
                figures.withhold(place)
                return
            withheld = rows_of[more]
            hidden = made.hidden | np.isin(rows_of, withheld[withheld >= 0])
            hidden[more] = True
            figures.withhold(withheld[withheld >= 0])
            made = replace(made, hidden=hidden)


def _costs(
    figures: Figures, made: Table, rows_of: Places
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return what each cell costs to withhold, and those that cannot be."""
    counted = rows_of >= 0
    total = counted & (figures.keys["breakdown"].to_numpy()[rows_of] == TOTAL)
    cost = 1.0 + np.log1p(np.maximum(made.value, 0))
    cost = np.where(total, _TOTAL_COST, cost) + np.arange(len(cost)) * 1e-6
    cost = np.where(made.value == 0, cost * _EMPTY_COST, cost)
    return cost, counted & figures.elsewhere[rows_of]
