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

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.disclosure.groups import TOTAL, Structure, Unit, sensitive_tables
from padai.disclosure.relations import (
    AnswerTable,
    Groups,
    QuestionRows,
    Routed,
    answer_table,
    group_table,
    left_out,
    sizes,
)
from padai.disclosure.row_texts import each_once, numbered
from padai.numerics.suppression import CellClaim, CountTable, least_change, unprotected
from padai.survey import Breakdown, Condition, Net, Question, Survey

Key = tuple[str, str, str, str, str]
"""Wave, question, response, breakdown and group of a figure."""
_KEY = ["wave", "question", "response", "breakdown", "group"]
_TOTAL_COST = 1000.0
_EMPTY_COST = 100.0


Places = NDArray[np.intp]


@dataclass(frozen=True)
class OtherGroups:
    """Groups of the same people that a public release shows and this one does not.

    Attributes
    ----------
    breakdowns
        What the groups are, under names that no breakdown of the survey has.
    sizes
        By wave and question, the published base of each group.
    based
        The figures of which the base is public already, whether the number is or not.
    """

    breakdowns: tuple[Breakdown, ...] = ()
    sizes: Mapping[tuple[str, str], Mapping[Unit, float]] = field(default_factory=dict)
    based: frozenset[Key] = frozenset()


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


class PartFigures:
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
    others
        Groups that such a release shows, and that the frame does not have.
    """

    def __init__(
        self,
        frame: pd.DataFrame,
        counts: Counts,
        survey: Survey,
        elsewhere: Collection[Key] = (),
        others: OtherGroups | None = None,
    ) -> None:
        self.survey = survey
        self.counts = counts
        self.others = others or OtherGroups()
        written_out = (survey.breakdown(each.id) for each in survey.breakdowns)
        every = (*written_out, *self.others.breakdowns)
        self.structure = Structure(survey.model_copy(update={"breakdowns": every}))
        self.keys = {name: frame[name].astype(str).to_numpy(object) for name in _KEY}
        self.elsewhere = _held(self.keys, elsewhere)
        self.shown = frame["estimate"].notna().to_numpy(bool) | self.elsewhere
        self.based_elsewhere = self.elsewhere | _held(self.keys, self.others.based)
        self.based = frame["n_base"].notna().to_numpy(bool) | self.based_elsewhere
        self.flag = frame["flag"].astype(str).to_numpy(object)
        self.confidential = each_once(lambda f: "x" in f.split(), self.flag).astype(bool)
        self.sensitive = sensitive_tables(self.keys["question"], self.keys["breakdown"], survey)
        self.units, self.unit = numbered(self.keys["breakdown"], self.keys["group"])
        self._asked, self._of = numbered(self.keys["wave"], self.keys["question"])
        order = np.argsort(self._of, kind="stable")
        places = np.split(order, np.flatnonzero(np.diff(self._of[order])) + 1)
        self._places = dict(zip(self._asked, places if len(order) else [], strict=True))

    def questions(self) -> Iterator[tuple[str, str, Places]]:
        """Yield wave, question and rows of each question with something to protect."""
        policy, counts = self.survey.confidentiality, self.counts
        group = (counts.n_base > 0) & (counts.n_base < policy.minimum_group)
        answer = (counts.n_cell > 0) & (counts.n_cell < policy.sensitive_cell)
        for (wave, question), rows in self._places.items():
            known = self.survey.questions.get(question)
            if known is None:
                continue
            small = group[rows].any() or (self.sensitive[rows] & answer[rows]).any()
            if small or left_out(self.structure, self.rows(rows), policy.minimum_group):
                yield wave, question, rows

    def known_groups(self, wave: str) -> set[Unit]:
        """Return the groups of a wave whose base is published with any question."""
        own = [place for (of, _), place in self._places.items() if of == wave]
        mine = np.concatenate(own)
        held = np.unique(self.unit[mine[self.based[mine]]])
        return {self.units[k] for k in held} - {(TOTAL, TOTAL)}

    def rows(self, place: Places) -> QuestionRows:
        """Return some rows, with their groups numbered."""
        held, first, number = np.unique(self.unit[place], return_index=True, return_inverse=True)
        order = np.argsort(first)
        units = tuple(self.units[k] for k in held[order])
        rank = np.empty(len(held), dtype=np.intp)
        rank[order] = np.arange(len(held))
        asked = self._asked[int(self._of[place[0]])]
        others = {
            unit: size
            for unit, size in self.others.sizes.get(asked, {}).items()
            if unit not in units
        }
        return QuestionRows(
            (*units, *others),
            tuple(self.keys["response"][place]),
            rank[number],
            self.counts.n_base[place],
            self.counts.n_cell[place],
            self.shown[place],
            self.based[place],
            place,
            np.array(list(others.values()), dtype=float),
        )

    def routed(self, wave: str, question: str) -> list[Routed]:
        """Return the questions of a wave that were put to some who answered another one."""
        questions = []
        for asked in self.survey.questions.values():
            codes = _leading(asked.base, question)
            mine = self._places.get((wave, asked.id)) if codes else None
            if mine is not None:
                rows = self.rows(mine)
                published = np.zeros(len(rows.units), dtype=bool)
                np.logical_or.at(published, rows.unit, rows.based)
                first = mine[np.unique(rows.unit, return_index=True)[1]]
                base = zip(sizes(rows).tolist(), published.tolist(), first.tolist(), strict=False)
                questions.append(Routed(codes, dict(zip(rows.units, base, strict=False))))
        return questions

    def withhold(self, rows: Places | NDArray[np.bool_]) -> None:
        """Mark rows as ``x``, which takes away number and base."""
        self.confidential[rows] = True
        self.shown[rows] = self.elsewhere[rows]
        self.based[rows] = self.based_elsewhere[rows]

    def with_their_bases(self, rows: Places, question: str) -> Places:
        """Return rows; of another question's all those of the same group, which tell its base."""
        other = rows[self.keys["question"][rows] != question]
        if not len(other):
            return rows
        cell = self._of * len(self.units) + self.unit
        return np.union1d(rows, np.flatnonzero(np.isin(cell, cell[other])))

    def answer_claim(self, question: Question, answers: AnswerTable) -> CellClaim:
        """Return the answers to protect, and the counts that each must be able to be."""
        policy, value, rows_of = self.survey.confidentiality, answers.table.value, answers.rows
        response = self.keys["response"][rows_of]
        base = np.where(rows_of >= 0, self.counts.n_base[rows_of], np.nan)
        own = (self.keys["question"][rows_of] == question.id) & (rows_of >= 0)
        codes = np.isin(response, question.codes) & own
        nets = [n.id for n in question.all_nets if not n.is_balance and _tells(n, question)]
        positive = value > 0
        small = positive & (value < policy.sensitive_cell) & (rows_of >= 0)
        small &= self.sensitive[rows_of]
        small &= codes | (np.isin(response, nets) & own)
        of_group = positive & codes & (base < policy.minimum_group) & ~small
        unanimous = self._unanimous(question, answers)
        of_group &= ~np.isin(response, unanimous)
        for cell, row in answers.left_out.items():
            of_group[cell] = positive[cell] and self.keys["response"][row] not in unanimous
        least = np.where(small, 1.0, value - 1)
        most = np.where(small, float(policy.sensitive_cell), value)
        if not question.sensitive:  # a rare answer is told in all, and no group can have more
            most[small] = np.minimum(most[small], self._told_in_all(question, rows_of[small]))
        narrow = small & (base < policy.sensitive_cell)
        least[narrow], most[narrow] = 0.0, base[narrow]
        at = np.flatnonzero((small | of_group) & (len(question.codes) > 1))
        return CellClaim(answers.table, at, least[at], most[at])

    def _told_in_all(self, question: Question, rows: Places) -> NDArray[np.float64]:
        """Return how many gave the answer of each row in all."""
        keys = self.keys
        in_all = np.empty(len(rows))
        for k, row in enumerate(rows.tolist()):
            mine = self._places[str(keys["wave"][row]), question.id]
            mine = mine[keys["breakdown"][mine] == TOTAL]
            same = keys["response"][mine] == keys["response"][row]
            in_all[k] = self.counts.n_cell[mine[same]].max(initial=0.0) or np.inf
        return in_all

    def _unanimous(self, question: Question, answers: AnswerTable) -> list[str]:
        """Return the answers that all people asked have given: their total tells it of each."""
        rows_of = answers.rows
        total = (self.keys["breakdown"][rows_of] == TOTAL) & (rows_of >= 0)
        total &= self.keys["question"][rows_of] == question.id
        every = total & (answers.table.value == self.counts.n_base[rows_of])
        return [str(r) for r in self.keys["response"][rows_of[every]]]


def _leading(base: Condition | None, question: str) -> tuple[str, ...]:
    """Return the answers to a question that those of a base have all given; none: any."""
    if base is None:
        return ()
    if base.question == question:
        return base.codes
    return next((codes for part in base.all if (codes := _leading(part, question))), ())


def _tells(net: Net, question: Question) -> bool:
    """Whether a net is more than another name for the base."""
    return question.type == "multiple" or not set(question.codes) <= set(net.codes)


def _held(keys: Mapping[str, NDArray[np.object_]], elsewhere: Collection[Key]) -> NDArray[np.bool_]:
    if not elsewhere:
        return np.zeros(len(keys["wave"]), dtype=bool)
    held = set(elsewhere)
    rows = zip(*(keys[name] for name in _KEY), strict=True)
    return np.array([row in held for row in rows], dtype=bool)


def protect_questions(figures: PartFigures) -> None:
    """Withhold what the tables of each question need, so that none of its ``x`` can be worked out.

    Notes
    -----
    The same data and definition give the same rows in every release that shows the wave.
    """
    asked = list(figures.questions())
    largest = _largest_sizes(figures)
    for wave, _, rows in asked:
        _protect_groups(figures, rows, largest[wave])
    for wave, question, rows in asked:
        _protect_answers(figures, wave, figures.survey.question(question), rows)


def _at_risk(claim: CellClaim) -> Iterator[tuple[int, float, float]]:
    """Yield the cells that are not protected as they are, with the counts that they must reach."""
    (bad,) = unprotected([claim], exact=False)
    for k in np.flatnonzero(bad):
        yield int(claim.targets[k]), float(claim.least[k]), float(claim.most[k])


def _largest_sizes(figures: PartFigures) -> dict[str, dict[Unit, float]]:
    """Return the largest base of each group in each wave: the order in which groups are taken.

    The same group then keeps another company in every question.
    """
    keys = figures.keys
    places, place = numbered(keys["wave"], keys["breakdown"], keys["group"])
    largest = np.zeros(len(places))
    np.fmax.at(largest, place, figures.counts.n_base)
    by_wave: dict[str, dict[Unit, float]] = {}
    for (wave, breakdown, group), n in zip(places, largest.tolist(), strict=True):
        by_wave.setdefault(wave, {})[breakdown, group] = n
    return by_wave


def _protect_groups(figures: PartFigures, place: Places, largest: dict[Unit, float]) -> None:
    least = figures.survey.confidentiality.minimum_group
    rows = figures.rows(place)
    groups = group_table(figures.structure, rows, least)
    made = groups.table
    public = np.arange(len(rows.units)) >= len(rows.units) - len(rows.others)
    np.logical_or.at(public, rows.unit, figures.based_elsewhere[place])
    whole = np.array([unit == (TOTAL, TOTAL) for unit in rows.units])
    cost = np.array([1.0 + largest.get(u, 0.0) + k * 1e-6 for k, u in enumerate(rows.units)])
    fixed = (public | whole)[groups.unit] | (made.value == 0)
    for target, down, up in _at_risk(groups.claim(least)):
        for by in (up - made.value[target], down - made.value[target]):
            if by == 0:
                continue
            more = least_change(made, target, by, cost[groups.unit], fixed)
            if more is None:
                more = _same_breakdown(rows, groups, target)
            hidden = made.hidden.copy()
            hidden[more] = True
            figures.withhold(place[np.isin(rows.unit, more)])
            made = replace(made, hidden=hidden)


def _same_breakdown(rows: QuestionRows, groups: Groups, target: int) -> Places:
    """Return every group of a group's breakdown: where no company is enough, none is shown."""
    name = rows.units[groups.unit[target]][0]
    return np.flatnonzero([breakdown == name for breakdown, _ in rows.units])


def _protect_answers(figures: PartFigures, wave: str, question: Question, place: Places) -> None:
    if _with_company(figures, wave, question, place):
        return
    # where no company is enough, nothing of the question is shown; what it led to may still tell
    figures.withhold(place)
    _with_company(figures, wave, question, place)


def _with_company(figures: PartFigures, wave: str, question: Question, place: Places) -> bool:
    """Withhold what each cell to protect needs besides; return whether all of them found it."""
    known = figures.known_groups(wave)
    least = figures.survey.confidentiality.minimum_group
    answers = answer_table(
        figures.structure,
        question,
        figures.rows(place),
        known,
        least,
        figures.routed(wave, question.id),
    )
    made, rows_of = answers.table, answers.rows
    cost, fixed = _costs(figures, made, rows_of)
    enough = True
    for target, down, up in _at_risk(figures.answer_claim(question, answers)):
        for by in (up - made.value[target], down - made.value[target]):
            if by == 0:
                continue
            more = least_change(made, target, by, cost, fixed)
            if more is None:
                enough = False
                continue
            withheld = rows_of[more]
            hidden = made.hidden | np.isin(rows_of, withheld[withheld >= 0])
            hidden[more] = True
            figures.withhold(figures.with_their_bases(withheld[withheld >= 0], question.id))
            made = replace(made, hidden=hidden)
    return enough


def _costs(
    figures: PartFigures, made: CountTable, rows_of: Places
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return what each cell costs to withhold, and those that cannot be."""
    counted = rows_of >= 0
    total = counted & (figures.keys["breakdown"][rows_of] == TOTAL)
    cost = 1.0 + np.log1p(np.maximum(made.value, 0))
    cost = np.where(total, _TOTAL_COST, cost) + np.arange(len(cost)) * 1e-6
    cost = np.where(made.value == 0, cost * _EMPTY_COST, cost)
    return cost, counted & figures.elsewhere[rows_of]
