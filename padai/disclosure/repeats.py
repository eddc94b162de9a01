"""Questions of one survey that hold the same answers but for a few people: what they tell together.

A file may hold a question and, in a column of its own, its answers among part of the people. Each
table of the one less that of the other is a table of those who stand in the first alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from padai.disclosure.groups import TOTAL
from padai.disclosure.records import QuestionAnswers, Records
from padai.disclosure.secondary import PartFigures

Mask = NDArray[np.bool_]
_NONE = -1
_FIRST = 64
"""Respondents by whom most questions are told apart, before all of them are compared."""
Repeat = tuple[str, str, tuple[Mask, Mask]]
"""Two questions of the same answers, and who gave one of them alone, shape (n,) each."""


def repeats_of(figures: PartFigures, records: Mapping[str, Records]) -> dict[str, list[Repeat]]:
    """Return the questions of each wave that are one: what is withheld meanwhile changes none."""
    least = figures.survey.confidentiality.minimum_group
    return {wave: list(_repeated(figures, own, least)) for wave, own in records.items()}


def withhold_repeats(
    figures: PartFigures, records: Mapping[str, Records], repeats: Mapping[str, Sequence[Repeat]]
) -> None:
    """Withhold the smaller of two questions that are one where few stand in one of them alone.

    In each group of a breakdown with such a group, since the others, subtracted from the total,
    would tell it; everywhere, where it is so of all respondents.

    Parameters
    ----------
    repeats
        As :func:`repeats_of` returns them.
    """
    keys, least = figures.keys, figures.survey.confidentiality.minimum_group
    for wave, own in records.items():
        for one, other, apart in repeats[wave]:
            smaller = keys["question"] == (other if apart[0].sum() >= apart[1].sum() else one)
            mine = smaller & (keys["wave"] == wave)
            gone = {
                str(by)
                for by, group in set(zip(keys["breakdown"][mine], keys["group"][mine], strict=True))
                if _few(own, str(by), str(group), apart, least)
            }
            if gone:
                where = mine if TOTAL in gone else mine & np.isin(keys["breakdown"], sorted(gone))
                figures.withhold(np.flatnonzero(where))


def _repeated(figures: PartFigures, records: Records, least: int) -> Iterator[Repeat]:
    """Yield the questions of the same codes whose answers are the same wherever both have one."""
    alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for question in figures.survey.questions.values():
        if question.id in records.questions and question.type in ("single", "rating"):
            alike[tuple(question.codes)].append(question.id)
    for codes, names in alike.items():
        if len(names) < 2:
            continue
        first = {name: _answers(records, name, codes, _FIRST) for name in names}
        undecided = list(_undecided(first))
        named = dict.fromkeys(name for pair in undecided for name in pair)
        given = {name: _answers(records, name, codes) for name in named}
        for one, other in undecided:
            both = (given[one] != _NONE) & (given[other] != _NONE)
            if both.sum() < least or (given[one][both] != given[other][both]).any():
                continue
            if len(np.unique(given[one][both])) > 1:  # of one answer alone: no copy, but a route
                yield one, other, (_alone(given, one, other), _alone(given, other, one))


def _undecided(given: Mapping[str, NDArray[np.intp]]) -> Iterator[tuple[str, str]]:
    """Yield the pairs, in order, of which no answer that is given differs."""
    names = list(given)
    first = np.stack(list(given.values()))
    for place, name in enumerate(names):
        own, others = first[place], first[place + 1 :]
        differs = ((own != others) & (own != _NONE) & (others != _NONE)).any(axis=1)
        for other in np.flatnonzero(~differs):
            yield name, names[place + 1 + other]


def _answers(
    records: Records, name: str, codes: tuple[str, ...], first: int | None = None
) -> NDArray[np.intp]:
    """Return each respondent's answer as a position in the codes, -1 out of the base, shape (n,).

    A don't-know that counts in the base comes after the codes. `first`: of so many of them alone.
    """
    whole = records.questions[name]
    asked = QuestionAnswers(whole.fields[:first], whole.responses)
    places = np.full(len(asked.fields), _NONE, dtype=np.intp)
    places[np.logical_or.reduce([asked.based(code) for code in codes])] = len(codes)
    for number, code in enumerate(codes):
        places[asked.gave(code)] = number
    return places


def _alone(given: Mapping[str, NDArray[np.intp]], one: str, other: str) -> Mask:
    return np.asarray((given[one] != _NONE) & (given[other] == _NONE))


def _few(
    records: Records, breakdown: str, group: str, apart: tuple[Mask, Mask], least: int
) -> bool:
    """Whether few of a group, but some, answered one of the questions alone."""
    inside = records.members(breakdown, group)
    return any(0 < int((mask & inside).sum()) < least for mask in apart)
