"""Two waves of the same people, side by side: do their groups set few of them apart?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.disclosure.confidentiality import confidential_cells
from padai.errors import PadaiError
from padai.estimation.items import share_item
from padai.numerics.setting_apart import Common, IntArray, cells_apart, set_apart
from padai.survey import Confidentiality
from padai.waves import Wave

TOTAL = "total"
Asked = tuple[str, str, str, str]
"""A question on either side, and the breakdown on either side."""
_OUTSIDE = -2
"""The code of whoever is not in a survey at all."""
_TIMES = 3
"""How many people an answer must have, on average, before one question is said to tell another."""


@dataclass(frozen=True)
class TooClose:
    """Groups of two surveys that set fewer people apart than may be told of; never whom."""

    question: str
    other_question: str
    breakdown: str
    other_breakdown: str
    mine: tuple[str, ...]
    theirs: tuple[str, ...]
    least: int


@dataclass
class ShownWave:
    """A wave and what is shown of it: columns question, response, breakdown and group."""

    wave: Wave
    shown: pd.DataFrame
    rows: IntArray = field(default_factory=lambda: np.zeros(0, dtype=np.intp))
    _answers: dict[str, list[IntArray]] = field(default_factory=dict)
    _groups: dict[str, tuple[IntArray, list[str]]] = field(default_factory=dict)

    @property
    def questions(self) -> list[str]:
        """The questions of which something is shown."""
        return list(dict.fromkeys(self.shown["question"]))

    def sensitive(self, question: str) -> bool:
        """Whether a question is sensitive."""
        assert self.wave.survey is not None
        known = self.wave.survey.questions.get(question)
        return known is not None and known.sensitive

    def policy(self) -> Confidentiality:
        """Return the survey's thresholds."""
        assert self.wave.survey is not None
        return self.wave.survey.confidentiality

    def answers(self, question: str) -> list[IntArray]:
        """Return the answers as columns of codes, over everybody; nothing of one that has none."""
        if question not in self._answers:
            fields: list[IntArray] = []
            with suppress(PadaiError):
                item = share_item(self.wave, question, None)
                fields = [self.over(f.codes.astype(np.intp)) for f in item.fields]
            self._answers[question] = fields
        return self._answers[question]

    def responses(self, question: str) -> list[tuple[str, IntArray, NDArray[np.bool_]]]:
        """Return the responses that are shares, with everybody's codes and which codes give it."""
        columns, responses = self.answers(question), []
        with suppress(PadaiError):
            for each in share_item(self.wave, question, None).responses:
                if each.kind == "share" and each.field < len(columns):
                    gave = np.array([score > 0 for score in each.scores])
                    responses.append((each.name, columns[each.field], gave))
        return responses

    def shows(self, question: str, breakdown: str, group: int, response: str) -> bool:
        """Whether a share is shown of a group, by its place among the names that it has."""
        names = self.members(breakdown)[1]
        if group == len(names):  # whom the breakdown leaves out: the total less all groups
            whole = self.shows(question, TOTAL, 0, response)
            return whole and all(self.shows(question, breakdown, k, response) for k in range(group))
        return (question, breakdown, names[group], response) in self._figures

    @cached_property
    def _figures(self) -> frozenset[tuple[str, ...]]:
        columns = ["question", "breakdown", "group", "response"]
        return frozenset(self.shown[columns].itertuples(index=False, name=None))

    def breakdowns(self, question: str) -> list[str]:
        """Return the breakdowns by which a question is shown."""
        return list(dict.fromkeys(self.shown.loc[self.shown["question"] == question, "breakdown"]))

    def told(
        self, question: str, breakdown: str, answered: NDArray[np.bool_]
    ) -> tuple[IntArray, list[str]]:
        """Return everybody's group as a reader can add it up, -1 for none, and the groups' names.

        Those whom a breakdown leaves out are the total less its groups, where all are shown.
        """
        codes, names = self.members(breakdown)
        mine = self.shown["question"] == question
        shown = set(self.shown.loc[mine & (self.shown["breakdown"] == breakdown), "group"])
        seen = np.array([*(name in shown for name in names), False])
        held = np.where(answered, codes, _OUTSIDE)
        shown_codes = np.where((held >= 0) & seen[np.maximum(held, -1)], held, -1)
        whole = (mine & (self.shown["breakdown"] == TOTAL)).any()
        dark = ((held >= 0) & (shown_codes < 0)).any()
        rest = answered & (codes == -1)
        if whole and not dark and rest.sum() >= self.policy().minimum_group:
            shown_codes = np.where(rest, len(names), shown_codes)
        return shown_codes.astype(np.intp), [*names, "(-)"]

    def over(self, codes: IntArray) -> IntArray:
        """Return codes over the people of both sides."""
        return np.where(self.rows >= 0, codes[np.maximum(self.rows, 0)], _OUTSIDE)

    def members(self, breakdown: str) -> tuple[IntArray, list[str]]:
        """Return everybody's group of a breakdown, crossed ones too; -1 for none."""
        if breakdown not in self._groups:
            if breakdown == TOTAL:
                codes, names = np.zeros(len(self.wave.frame), dtype=np.intp), [TOTAL]
            else:
                codes, names = np.zeros(len(self.wave.frame), dtype=np.intp), [""]
                for each in breakdown.split("*"):
                    own = self.wave.codes(each)
                    codes = np.where(
                        (codes < 0) | (own.codes < 0), -1, codes * len(own.labels) + own.codes
                    )
                    names = [f"{n}*{label}" if n else label for n in names for label in own.labels]
            self._groups[breakdown] = self.over(codes.astype(np.intp)), names
        return self._groups[breakdown]


def side_of(wave: Wave, shown: pd.DataFrame) -> ShownWave:
    """Return a wave and what is shown of it, of figures of whatever waves and parts."""
    mine = (shown["part"] == wave.part) & (shown["wave"] == wave.id)
    return ShownWave(wave, shown[mine])


def too_close(one: ShownWave, other: ShownWave, rows: IntArray) -> TooClose | None:
    """Return groups that set fewer people apart than may be told of; None where none do.

    Parameters
    ----------
    rows
        The row of `other` that each respondent of `one` is; -1: of none.

    Notes
    -----
    Only a question that both show tells of anybody: the same one, or one whose answers follow from
    the other's. People who are left out of one base alone by an answer that the other shows are
    told of by that one already.
    """
    alone = np.setdiff1d(np.arange(len(other.wave.frame)), rows)
    one.rows = np.concatenate([np.arange(len(rows)), np.full(len(alone), -1)]).astype(np.intp)
    other.rows = np.concatenate([rows, alone]).astype(np.intp)
    return closest(one, other)


def closest(one: ShownWave, other: ShownWave) -> TooClose | None:
    """Return the same of two sides whose rows stand for the same people, place by place."""
    done: set[bytes] = set()
    for question, theirs, answers in _told_twice(one, other):
        inside = _answered(one, other, question, theirs)
        for breakdown in one.breakdowns(question):
            for beside in other.breakdowns(theirs):
                mine, names = one.told(question, breakdown, inside[0])
                theirs_codes, others = other.told(theirs, beside, inside[1])
                key = _digest(mine, theirs_codes, *(answers or ()))
                if key in done:
                    continue
                done.add(key)
                asked = question, theirs, breakdown, beside
                apart = _apart(one, other, mine, theirs_codes, asked, answers)
                if apart is not None:
                    return TooClose(
                        question,
                        theirs,
                        breakdown,
                        beside,
                        tuple(names[k] for k in apart[0]),
                        tuple(others[k] for k in apart[1]),
                        _least(one, other),
                    )
    return None


def _least(one: ShownWave, other: ShownWave) -> int:
    return max(one.policy().minimum_group, other.policy().minimum_group)


def _digest(*parts: IntArray) -> bytes:
    made = hashlib.blake2b(digest_size=16)
    for part in parts:
        made.update(part.tobytes())
    return made.digest()


def _told_twice(
    one: ShownWave, other: ShownWave
) -> Iterator[tuple[str, str, list[IntArray] | None]]:
    """Yield the questions that both show, with the answers where they are sensitive."""
    for question in one.questions:
        for theirs in other.questions:
            mine, yours = one.answers(question), other.answers(theirs)
            if any(_tells(a, b) for a in mine for b in yours):
                private = one.sensitive(question) or other.sensitive(theirs)
                yield question, theirs, mine if private else None


def _tells(one: IntArray, other: IntArray) -> bool:
    """Whether the answers to one question follow from those to another, either way."""
    both = (one >= 0) & (other >= 0)
    if both.sum() < 1:
        return False
    table = np.zeros((int(one.max()) + 1, int(other.max()) + 1))
    np.add.at(table, (one[both], other[both]), 1)
    seen = table > 0
    if min(seen.any(axis=1).sum(), seen.any(axis=0).sum()) < 2:
        return False
    for of in (seen, seen.T):
        used = of.any(axis=1)
        alone = (of.sum(axis=1)[used] == 1).all()
        if alone and (of.sum(axis=0).max() == 1 or both.sum() >= _TIMES * used.sum()):
            return True
    return False


def _answered(
    one: ShownWave, other: ShownWave, question: str, theirs: str
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return who is in the base of either question."""
    mine = np.any([codes >= 0 for codes in one.answers(question)], axis=0)
    yours = np.any([codes >= 0 for codes in other.answers(theirs)], axis=0)
    if one.sensitive(question) or other.sensitive(theirs):
        return mine, yours
    both = (one.rows >= 0) & (other.rows >= 0)
    left = _by_answer(one.answers(question)[0], both, yours)
    right = _by_answer(other.answers(theirs)[0], both, mine)
    return mine & ~left, yours & ~right


def _by_answer(
    codes: IntArray, both: NDArray[np.bool_], base: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Return who gave an answer of which nobody is in another base."""
    kept = set(codes[both & base & (codes >= 0)].tolist())
    gone = [c for c in np.unique(codes[both & (codes >= 0)]).tolist() if c not in kept]
    return both & np.isin(codes, gone)


def _apart(
    one: ShownWave,
    other: ShownWave,
    mine: IntArray,
    yours: IntArray,
    asked: Asked,
    answers: list[IntArray] | None,
) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Return the groups of either side that set people apart whom nothing may tell of."""
    groups_apart = set_apart(mine, yours, _least(one, other))
    if groups_apart is not None:
        return groups_apart.one, groups_apart.other
    for common in cells_apart(mine, yours) if answers else ():
        people = (mine == common.one) & (yours == common.other)
        if min(common.one, common.other) < 0:
            few = _few_left_out(one, other, asked, common, people)
        else:
            few = _tells_of_few(people, answers or [], one.policy())
        if few:
            groups = tuple(k for k in (common.one,) if k >= 0)
            return groups, tuple(k for k in (common.other,) if k >= 0)
    return None


def _few_left_out(
    one: ShownWave, other: ShownWave, asked: Asked, common: Common, people: NDArray[np.bool_]
) -> bool:
    """Whether a sensitive answer that is shown is that of few of whom one table leaves out."""
    question, theirs, breakdown, beside = asked
    side, name = (one, question) if common.one >= 0 else (other, theirs)
    same = question == theirs
    for response, codes, gave in side.responses(name):
        shown = all(
            (not same and of is not side) or of.shows(each, by, group, response)
            for of, each, by, groups in (
                (one, question, breakdown, common.groups),
                (other, theirs, beside, common.beside),
            )
            for group in groups
        )
        held = codes[people & (codes >= 0)]
        if not shown or not len(held):
            continue
        few = confidential_cells(
            n_base=np.array([float(len(held))]),
            n_cell=np.array([float(gave[held].sum())]),
            sensitive=np.array([True]),
            policy=one.policy(),
            options=np.array([len(gave) == 2]),
        )
        if few.any():
            return True
    return False


def _tells_of_few(
    people: NDArray[np.bool_], answers: list[IntArray], policy: Confidentiality
) -> bool:
    """Whether sensitive answers of some people are those of few, of all or of none of them."""
    for codes in answers:
        held = codes[people & (codes >= 0)]
        count = np.array(
            [(held == code).sum() for code in range(int(codes.max()) + 1)], dtype=float
        )
        few = confidential_cells(
            n_base=np.full(len(count), float(len(held))),
            n_cell=count,
            sensitive=np.ones(len(count), dtype=bool),
            policy=policy,
        )
        if len(held) and few.any():
            return True
    return False
