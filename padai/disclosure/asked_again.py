"""People who are asked again: what the error of a change tells of what they said both times.

The error of a change rests on the covariance of two answers of the same people. Where both shares
are shown it leaves one number open, how many gave the answer twice: a cell of the joint table of
the answers before and after, which nobody prints, is told by a figure that is no sum.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from padai.disclosure.confidentiality import confidential_cells
from padai.disclosure.groups import TOTAL, sensitive_tables
from padai.disclosure.records import QuestionAnswers, Records
from padai.survey import Survey

IntArray = NDArray[np.intp]
Place = tuple[str, str, str, str]
"""A question, a response, a breakdown and a group."""
MEAN = "mean"


@dataclass(frozen=True, eq=False)
class Twice:
    """The people who are in two waves.

    Attributes
    ----------
    before, after
        The records of the two waves.
    first, second
        The positions of each person in either, shape (k,).
    """

    before: Records
    after: Records
    first: IntArray
    second: IntArray


def told_by_errors(twice: Twice, places: Iterable[Place], survey: Survey) -> set[Place]:
    """Return the changes of which the error would tell what few people answered both times.

    Parameters
    ----------
    twice
        Who is in both waves.
    places
        The changes between the two.

    Notes
    -----
    Only tables that hold a sensitive variable are concerned. The shares of a question that are told
    of a group are looked at together, since their errors add up; a mean is by its own scores.
    """
    every = list(places)
    private = sensitive_tables([p[0] for p in every], [p[2] for p in every], survey)
    tables: dict[tuple[str, str, str, bool], list[Place]] = defaultdict(list)
    for place, is_private in zip(every, private, strict=True):
        if is_private:
            question, response, breakdown, group = place
            tables[question, breakdown, group, response == MEAN].append(place)
    divided = {b.id for b in survey.breakdowns if survey.question(b.question).sensitive}
    telling: set[Place] = set()
    for (question, breakdown, group, _), of in tables.items():
        responses = [place[1] for place in of]
        own = not divided.isdisjoint(breakdown.split("*"))
        if _few(twice, survey, question, responses, (breakdown, group), own):
            telling |= set(of)
    return telling


def _few(
    twice: Twice,
    survey: Survey,
    question: str,
    responses: Sequence[str],
    unit: tuple[str, str],
    private: bool,
) -> bool:
    """Whether few of a group gave one answer before and one after; `private`: or left the group."""
    both = (twice.before, twice.first), (twice.after, twice.second)
    if any(question not in records.questions for records, _ in both):
        return False
    members = [records.members(*unit)[rows] for records, rows in both]
    answers = [_answered(records.questions[question], responses)[rows] for records, rows in both]
    inside = members[0] & members[1] & (answers[0] >= 0).all(1) & (answers[1] >= 0).all(1)
    least = (answers[0][inside], answers[1][inside])
    before, after = (_numbered(of, least) for of in least)
    if _small(before, after, survey):
        return True
    if not private or unit[0] == TOTAL:
        return False
    placed = np.logical_and(*(_placed(records, unit[0])[rows] for records, rows in both))
    before, after = (m[placed].astype(np.intp) for m in members)
    return _small(before, after, survey, besides=False)


def _answered(asked: QuestionAnswers, responses: Sequence[str]) -> IntArray:
    """Return what each respondent gave to some responses, as codes; -1 out of the base."""
    columns = []
    for name in responses:
        made = asked.responses.get(name)
        if made is None:
            columns.append(np.full(len(asked.fields), -1, dtype=np.intp))
            continue
        given = np.unique(made.scores[made.base], return_inverse=True)[1]
        codes = np.full(len(made.scores), -1, dtype=np.intp)
        codes[made.base] = given
        held = asked.fields[:, made.place]
        columns.append(np.where(held >= 0, codes[np.maximum(held, 0)], -1))
    return np.column_stack(columns)


def _numbered(answers: IntArray, both: tuple[IntArray, IntArray]) -> IntArray:
    """Return rows of answers as one code each, the same in both waves."""
    kinds = np.unique(np.concatenate(both), axis=0)
    known = {tuple(row): place for place, row in enumerate(kinds.tolist())}
    return np.array([known[tuple(row)] for row in answers.tolist()], dtype=np.intp)


def _placed(records: Records, breakdown: str) -> NDArray[np.bool_]:
    """Return who is in some group of a breakdown, a crossed one too."""
    result: NDArray[np.bool_] = np.logical_and.reduce(
        [records.groups[name][0] >= 0 for name in breakdown.split("*")]
    )
    return result


def _small(before: IntArray, after: IntArray, survey: Survey, *, besides: bool = True) -> bool:
    """Whether a cell of the table of two answers tells of few people, by row or by column.

    Parameters
    ----------
    besides
        Whether those who are in the first row and column, outside a group, count as well.
    """
    if not len(before):
        return False
    size = int(max(before.max(), after.max())) + 1
    table = np.zeros((size, size))
    np.add.at(table, (before, after), 1)
    hidden = np.zeros((size, size), dtype=bool)
    for cells, out in ((table, hidden), (table.T, hidden.T)):
        base = np.repeat(cells.sum(axis=1, keepdims=True), size, axis=1)
        out |= confidential_cells(
            n_base=base.ravel(),
            n_cell=cells.ravel(),
            sensitive=np.ones(cells.size, dtype=bool),
            policy=survey.confidentiality,
        ).reshape(cells.shape)
    if not besides:
        hidden[0, 0] = False
    return bool(hidden.any())
