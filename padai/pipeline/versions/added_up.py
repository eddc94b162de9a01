"""Three waves and parts or more, added up and subtracted in any way: do they tell of few people?

Sets of disjoint people, put together the first ones first, are one way of adding up. Another may
tell what that one does not: two parts of which a third overlaps one, or three that share people two
by two. Here every way is looked at, a question and a breakdown at a time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from padai.numerics.added_up import IntArray, ToldPeople, is_sum_of, told_of_few
from padai.pipeline.versions.side_by_side import TOTAL, ShownWave, TooClose

_FEWEST = 3
"""Two were laid beside each other already."""


class SumsOfSides(NamedTuple):
    """What is told of a question by several sides: which kinds of people each sum holds.

    Attributes
    ----------
    holds
        Shape (sums, kinds), 0 or 1.
    of
        The place of the side of each sum, shape (sums,).
    groups
        The breakdown and the place of the group of each sum.
    kind
        The kind of each person, shape (people,).
    """

    holds: IntArray
    of: IntArray
    groups: list[tuple[str, int]]
    kind: IntArray


def added_up(sides: Sequence[ShownWave], built: int) -> tuple[list[ShownWave], TooClose] | None:
    """Return sides that tell of few people once they are added up; None where none do.

    Parameters
    ----------
    sides
        Those whose rows stand for the same people, place by place.
    built
        How many of them, the first ones, are built now: what others tell without them is out.

    Notes
    -----
    A question is the same where it has one name and whoever is in two of the sides gave one answer.
    """
    done: set[bytes] = set()
    for question in dict.fromkeys(q for side in sides for q in side.questions):
        asked = [k for k, side in enumerate(sides) if question in side.questions]
        asked = _of_one_answer(sides, asked, question)
        if len(asked) < _FEWEST or asked[0] >= built:
            continue
        for breakdown in dict.fromkeys(b for k in asked for b in sides[k].breakdowns(question)):
            sums = _sums(sides, asked, question, breakdown)
            for small_sum in _small_sums(sides, question, sums, built, done):
                involved = [sides[k] for k in dict.fromkeys(sums.of[small_sum.sums].tolist())]
                least = max(side.policy().minimum_group for side in involved)
                return involved, TooClose(question, question, breakdown, breakdown, (), (), least)
    return None


def _of_one_answer(sides: Sequence[ShownWave], asked: Sequence[int], question: str) -> list[int]:
    """Leave out the sides in which somebody's answer is not the one that an earlier side has."""
    kept: list[int] = []
    for k in asked:
        mine = sides[k].answers(question)
        if mine and all(_same(mine, sides[other].answers(question)) for other in kept):
            kept.append(k)
    return kept


def _same(one: Sequence[IntArray], other: Sequence[IntArray]) -> bool:
    return len(one) == len(other) and all(
        (a == b)[(a >= 0) & (b >= 0)].all() for a, b in zip(one, other, strict=True)
    )


def _sums(
    sides: Sequence[ShownWave], asked: Sequence[int], question: str, breakdown: str
) -> SumsOfSides:
    """Return the sums of the total and of one breakdown, and the kinds of people in them."""
    codes, tables = [], []
    for k in asked:
        answered = np.any([c >= 0 for c in sides[k].answers(question)], axis=0)
        for by in dict.fromkeys((TOTAL, breakdown)):
            if by in sides[k].breakdowns(question):
                codes.append(sides[k].told(question, by, answered)[0])
                tables.append((k, by))
    table = np.array(codes)
    kinds, kind = np.unique(np.maximum(table, -1), axis=1, return_inverse=True)
    rows = [
        (kinds[place] == group, k, (by, group))
        for place, (k, by) in enumerate(tables)
        for group in np.unique(kinds[place][kinds[place] >= 0]).tolist()
    ]
    holds = np.array([row[0] for row in rows], dtype=np.intp).reshape(len(rows), kinds.shape[1])
    of = np.array([row[1] for row in rows], dtype=np.intp)
    return SumsOfSides(holds, of, [row[2] for row in rows], kind.ravel())


def _small_sums(
    sides: Sequence[ShownWave], question: str, sums: SumsOfSides, built: int, done: set[bytes]
) -> Iterator[ToldPeople]:
    """Yield what three sides or more tell of few people, or of few who gave a sensitive answer."""
    policies = [sides[k].policy() for k in dict.fromkeys(sums.of.tolist())]
    people = np.bincount(sums.kind, minlength=sums.holds.shape[1]).astype(np.intp)
    key = hashlib.blake2b(sums.holds.tobytes() + people.tobytes() + sums.of.tobytes()).digest()
    if key not in done:
        done.add(key)
        yield from _new(sums.holds, sums.of, people, max(p.minimum_group for p in policies), built)
    if not any(sides[k].sensitive(question) for k in set(sums.of.tolist())):
        return
    first = sides[int(sums.of[0])]
    for response, codes, gave in first.responses(question):
        shown = np.array(
            [
                sides[k].shows(question, by, group, response)
                for k, (by, group) in zip(sums.of.tolist(), sums.groups, strict=True)
            ]
        )
        codes = np.maximum.reduce([codes, *_elsewhere(sides, sums, question, response)])
        gave_it = (codes >= 0) & gave[np.maximum(codes, 0)]
        count = np.bincount(sums.kind[gave_it], minlength=sums.holds.shape[1]).astype(np.intp)
        few = max(p.sensitive_cell for p in policies)
        for small_sum in _new(sums.holds[shown], sums.of[shown], count, few, built):
            whole = np.zeros(len(shown), dtype=bool)
            whole[np.flatnonzero(shown)[small_sum.sums]] = True
            yield ToldPeople(small_sum.kinds, whole)


def _elsewhere(
    sides: Sequence[ShownWave], sums: SumsOfSides, question: str, response: str
) -> Iterator[IntArray]:
    """Yield everybody's codes of a response as the other sides hold them."""
    for k in dict.fromkeys(sums.of.tolist()):
        for name, codes, _ in sides[k].responses(question):
            if name == response:
                yield codes


def _new(
    holds: IntArray, of: IntArray, people: IntArray, few: int, built: int
) -> Iterator[ToldPeople]:
    """Yield what neither two sides tell, nor those that are out already."""
    some = people > 0
    for small_sum in told_of_few(holds, people, few):
        known = (
            is_sum_of(small_sum.kinds[some], holds[np.isin(of, places)][:, some])
            for places in _known_already(of, built)
        )
        if not any(known):
            yield small_sum


def _known_already(of: IntArray, built: int) -> Iterator[NDArray[np.intp]]:
    places = np.unique(of)
    yield places[places >= built]
    yield from (np.array(pair) for pair in combinations(places.tolist(), 2))
