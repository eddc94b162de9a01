"""How the groups of a survey are made of one another: what a reader may subtract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from padai.disclosure.row_texts import each_once
from padai.survey import Question, Survey
from padai.survey.policies import Group

TOTAL = "total"
Unit = tuple[str, str]
"""A breakdown and one of its groups."""


def sensitive_tables(
    questions: Iterable[str], breakdowns: Iterable[str], survey: Survey
) -> NDArray[np.bool_]:
    """Return whether each table holds a sensitive variable, as its question or as a division.

    Parameters
    ----------
    questions, breakdowns
        What each row of a frame is of, shape (rows,) each.

    Notes
    -----
    A question divided by its own answers is not: that all of a group gave the answer which makes
    the group tells nothing. How many they are is a matter of the group's size.
    """
    asked = {q.id for q in survey.questions.values() if q.sensitive}
    divided = {b.id for b in survey.breakdowns if b.question in asked}
    own = {
        b.id: b.question
        for b in survey.breakdowns
        if all(len(group.codes) == 1 for group in b.groups)
    }

    def sensitive(question: str, breakdown: str) -> bool:
        private = any(name in divided for name in breakdown.split("*"))
        itself = own.get(breakdown) == question
        return not itself and (question in asked or private)

    return each_once(sensitive, questions, breakdowns).astype(bool)


def leads_of(survey: Survey) -> dict[str, tuple[str, ...]]:
    """Return, of each question that was not put to everybody, those whose answers led to it.

    With those whose answers led to them: whoever answers otherwise there is asked neither.
    """
    direct = {q.id: q.base.questions for q in survey.questions.values() if q.base is not None}
    leads = {}
    for asked, of in direct.items():
        known: dict[str, None] = {}
        waiting = list(of)
        while waiting:
            lead = waiting.pop(0)
            if lead not in known and lead != asked:
                known[lead] = None
                waiting += direct.get(lead, ())
        leads[asked] = tuple(known)
    return leads


@dataclass(frozen=True)
class UnionGroup:
    """A group that is the union of others, but for people in none of them.

    Attributes
    ----------
    whole, parts
        Positions of the group and of the others.
    leaves_out
        Whether the definition itself leaves people out: those of an answer, or of an age, that no
        part has. The difference then tells of them, and not only of people who did not answer.
    """

    whole: int
    parts: tuple[int, ...]
    leaves_out: bool = False


def sums_of(survey: Survey, units: Sequence[Unit]) -> list[UnionGroup]:
    """Return every group that is a union of groups of a finer breakdown.

    The total is the union of any breakdown's groups; ``sex`` of those of ``sex*age``; and a
    coarse breakdown of a question of those of a finer one.
    """
    named: dict[str, list[int]] = {}
    for place, (breakdown, _) in enumerate(units):
        named.setdefault(breakdown, []).append(place)
    unions: dict[tuple[int, tuple[int, ...]], None] = {}
    for fine, members in named.items():
        for coarse, wholes in named.items():
            if fine in (coarse, TOTAL):
                continue
            for whole in wholes:
                within = tuple(m for m in members if _within(survey, units[m], units[whole]))
                if within:
                    unions.setdefault((whole, within))
    return [
        UnionGroup(whole, parts, _leaves_out(survey, units[whole], [units[p] for p in parts]))
        for whole, parts in unions
    ]


def _within(survey: Survey, fine: Unit, coarse: Unit) -> bool:
    """Whether every member of a group is in another one, by what the definition says."""
    if coarse[0] == TOTAL:
        return True
    inner = _parts_of(fine)
    return all(any(_contains(survey, own, outer) for own in inner) for outer in _parts_of(coarse))


def _parts_of(unit: Unit) -> list[Unit]:
    names, groups = unit[0].split("*"), unit[1].split("*")
    return list(zip(names, groups, strict=True)) if len(names) == len(groups) else [unit]


def _contains(survey: Survey, inner: Unit, outer: Unit) -> bool:
    if inner == outer:
        return True
    if inner[0] == outer[0] or not (
        survey.has_breakdown(inner[0]) and survey.has_breakdown(outer[0])
    ):
        return False
    small, large = _group(survey, inner), _group(survey, outer)
    same = survey.breakdown(inner[0]).question == survey.breakdown(outer[0]).question
    if not same or small is None or large is None:
        return False
    if small.codes or large.codes:
        return bool(small.codes) and set(small.codes) <= set(large.codes)
    low, high = _ends(small)
    least, most = _ends(large)
    return least <= low and high <= most


def _leaves_out(survey: Survey, whole: Unit, parts: Sequence[Unit]) -> bool:
    """Whether some answer, or some age, of the whole is that of no part."""
    wide = [] if whole[0] == TOTAL else _parts_of(whole)
    for place, (name, _) in enumerate(_parts_of(parts[0])):
        if not survey.has_breakdown(name):
            continue
        own = [_group(survey, _parts_of(part)[place]) for part in parts]
        question = survey.breakdown(name).question
        outer = [
            _group(survey, unit)
            for unit in wide
            if survey.has_breakdown(unit[0]) and survey.breakdown(unit[0]).question == question
        ]
        within = next((group for group in outer if group is not None), None)
        groups = [group for group in own if group is not None]
        if groups and not _covered(survey.question(question), within, groups):
            return True
    return False


def _covered(question: Question, within: Group | None, groups: Sequence[Group]) -> bool:
    """Whether groups hold everybody who gave an answer to a question, or one of some answers."""
    if any(group.codes for group in groups):
        every = question.scale.codes if question.scale else ()
        asked = set(within.codes) if within is not None else {code.code for code in every}
        return asked <= {code for group in groups for code in group.codes}
    ranges = sorted({_ends(group) for group in groups})
    reached, last = _ends(within) if within is not None else (-np.inf, np.inf)
    if question.range:
        reached, last = max(reached, question.range[0]), min(last, question.range[1])
    # where nothing declares an end, nobody is younger or older than the groups
    reached = ranges[0][0] if reached == -np.inf else reached
    last = max(end for _, end in ranges) if last == np.inf else last
    for start, end in ranges:
        if start > reached:
            return False
        reached = max(reached, end + 1)  # ages are whole numbers
    return reached > last or reached == np.inf


def _ends(group: Group) -> tuple[float, float]:
    return (
        -np.inf if group.min is None else group.min,
        np.inf if group.max is None else group.max,
    )


def _group(survey: Survey, unit: Unit) -> Group | None:
    return next((g for g in survey.breakdown(unit[0]).groups if g.id == unit[1]), None)


def codes_of(survey: Survey, unit: Unit) -> Iterator[tuple[str, Unit, tuple[str, ...]]]:
    """Yield each question that a group is made of, the rest of the group, and its codes.

    The people of group ``F*18-34`` are those of the group ``18-34`` who answered ``F``: the base
    of the one is a count of answers in the other.
    """
    parts = _parts_of(unit)
    for place, own in enumerate(parts):
        group = _group(survey, own) if survey.has_breakdown(own[0]) else None
        if group is not None and group.codes:
            others = [p for k, p in enumerate(parts) if k != place]
            rest = ("*".join(b for b, _ in others), "*".join(g for _, g in others))
            yield (
                survey.breakdown(own[0]).question,
                rest if others else (TOTAL, TOTAL),
                group.codes,
            )


class Structure:
    """How the groups of a survey's breakdowns are made of one another, worked out once."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self._question = {b.id: b.question for b in survey.breakdowns}
        self._sums: dict[tuple[Unit, ...], list[UnionGroup]] = {}
        self._codes: dict[Unit, list[tuple[str, Unit, tuple[str, ...]]]] = {}
        self._own: dict[Unit, tuple[str, ...]] = {}

    def sums(self, units: tuple[Unit, ...]) -> list[UnionGroup]:
        """Return the unions among some groups."""
        if units not in self._sums:
            self._sums[units] = sums_of(self.survey, units)
        return self._sums[units]

    def codes(self, unit: Unit) -> list[tuple[str, Unit, tuple[str, ...]]]:
        """Return what a group is made of; see :func:`codes_of`."""
        if unit not in self._codes:
            self._codes[unit] = list(codes_of(self.survey, unit))
        return self._codes[unit]

    def own_codes(self, question: Question, unit: Unit) -> tuple[str, ...] | None:
        """Return the only answers that a group can have given, where it is made of them."""
        for name, group_id in _parts_of(unit):
            if self._question.get(name) == question.id:
                own = (name, group_id)
                if own not in self._own:
                    group = _group(self.survey, own)
                    self._own[own] = group.codes if group else ()
                return self._own[own]
        return None
