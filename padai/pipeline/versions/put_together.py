"""Waves and parts of disjoint people, put together: what they tell beside others of the same.

Each part of a survey may lie far from a survey of everybody, and all its parts together hold
everybody but few: the survey of everybody, less the parts, is a table of these few.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.errors import PublicationError, Said
from padai.numerics.setting_apart import IntArray
from padai.pipeline.machinery.build_request import Order
from padai.pipeline.versions.added_up import added_up
from padai.pipeline.versions.side_by_side import TOTAL, ShownWave, TooClose, closest
from padai.words import Joined

Link = tuple[int, int, IntArray]
"""Two places in a list of waves, and the row of each respondent of the first in the second."""


@dataclass
class Together(ShownWave):
    """Sides of disjoint people, read as one table whose groups are those of all of them."""

    sides: Sequence[ShownWave] = field(default_factory=tuple)

    def sensitive(self, question: str) -> bool:
        """Whether a question is sensitive in any of the sides."""
        return any(side.sensitive(question) for side in self.sides)

    def answers(self, question: str) -> list[IntArray]:
        """Return the answers of everybody, whichever side holds them."""
        asked = [side.answers(question) for side in self.sides]
        answers = []
        for place in range(max(map(len, asked))):
            columns = [codes[place] for codes in asked if place < len(codes)]
            answers.append(np.maximum.reduce(columns))
        return answers

    def told(
        self, question: str, breakdown: str, answered: NDArray[np.bool_]
    ) -> tuple[IntArray, list[str]]:
        """Return everybody's group, of the total where a side has no such breakdown."""
        codes, names = np.full(len(answered), -1, dtype=np.intp), list[str]()
        for side in self.sides:
            by = _by(side, question, breakdown)
            held, labels = side.told(question, by, answered & (side.rows >= 0))
            codes = np.where(held >= 0, held + len(names), codes)
            part = side.wave.part
            names += [label if label == TOTAL else f"{label} ({part})" for label in labels]
        return codes, names

    def responses(self, question: str) -> list[tuple[str, IntArray, NDArray[np.bool_]]]:
        """Return the responses of whoever is asked, with the codes of everybody."""
        asked = [side.responses(question) for side in self.sides]
        by_name = {name: (name, codes, gave) for name, codes, gave in asked[0]}
        for of in asked[1:]:
            for name, codes, gave in of:
                known = by_name[name][1] if name in by_name else codes
                by_name[name] = name, np.maximum(known, codes), gave
        return list(by_name.values())

    def shows(self, question: str, breakdown: str, group: int, response: str) -> bool:
        """Whether a share is shown of a group, by its place among the groups of all sides."""
        for side in self.sides:
            by = _by(side, question, breakdown)
            count = len(side.members(by)[1]) + 1
            if group < count:
                return side.shows(question, by, group, response)
            group -= count
        return False


def _by(side: ShownWave, question: str, breakdown: str) -> str:
    return breakdown if breakdown in side.breakdowns(question) else TOTAL


def numbered(sizes: Sequence[int], links: Sequence[Link]) -> list[IntArray]:
    """Return the row that everybody is in each wave; -1: in none.

    Parameters
    ----------
    sizes
        How many respondents each wave has.
    links
        Who is whom in two of them.

    Examples
    --------
    Two waves of two people, of whom one is the same:

    >>> rows = numbered([2, 2], [(0, 1, np.array([1, -1]))])
    >>> [of.tolist() for of in rows]
    [[0, 1, -1], [1, -1, 0]]
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.intp)
    pairs = [
        np.stack([starts[a] + np.flatnonzero(rows >= 0), starts[b] + rows[rows >= 0]])
        for a, b, rows in links
    ]
    joined = np.concatenate([np.zeros((2, 0), dtype=np.intp), *pairs], axis=1)
    graph = coo_array((np.ones(joined.shape[1]), tuple(joined)), shape=(starts[-1], starts[-1]))
    count, people = connected_components(graph, directed=False)
    by_wave = []
    for start, end in pairwise(starts):
        rows = np.full(count, -1, dtype=np.intp)
        rows[people[start:end]] = np.arange(end - start)
        by_wave.append(rows)
    return by_wave


def too_close_together(
    sides: Sequence[ShownWave],
    others: Sequence[ShownWave] | None,
    links: Sequence[Link],
    built: int | None = None,
) -> tuple[list[ShownWave], list[ShownWave], TooClose] | None:
    """Return sides that tell of few people once they are put together; None where none do.

    The second list is empty where sides tell of few once they are added up in another way.

    Parameters
    ----------
    sides, others
        Those of what is built, and those of another survey that is out; None: each other's.
    links
        Who is whom, by places among all sides, those of `others` last.
    built
        How many of the sides, the first ones, are built now: what others tell without them is out
        already. None: all of them.

    Notes
    -----
    Sides that share nobody are put together, the first ones first, whatever breakdown each has;
    then all are added up in every way, a breakdown at a time. Two that stand alone were laid beside
    each other already.
    """
    whole = [*sides, *(others or ())]
    rows = numbered([len(side.wave.frame) for side in whole], links)
    whole = [ShownWave(side.wave, side.shown, of) for side, of in zip(whole, rows, strict=True)]
    now = {id(side) for side in whole[:built]}
    mine = _disjoint(whole[: len(sides)])
    pairs: Iterator[tuple[list[ShownWave], list[ShownWave]]] = (
        combinations(mine, 2)
        if others is None
        else ((one, other) for one in mine for other in _disjoint(whole[len(sides) :]))
    )
    for one, other in pairs:
        if len(one) == len(other) == 1 or not any(id(side) in now for side in (*one, *other)):
            continue
        close = closest(_put_together(one), _put_together(other))
        if close is not None:
            return one, other, close
    anyhow = added_up(whole, len(sides) if built is None else built)
    return None if anyhow is None else (anyhow[0], [], anyhow[1])


def _disjoint(sides: Sequence[ShownWave]) -> list[list[ShownWave]]:
    """Sort sides into sets in which no two share anybody."""
    sets: list[tuple[NDArray[np.bool_], list[ShownWave]]] = []
    for side in sides:
        held = side.rows >= 0
        free = next((place for place, (of, _) in enumerate(sets) if not (of & held).any()), None)
        if free is None:
            sets.append((held, [side]))
        else:
            taken, of = sets[free]
            sets[free] = taken | held, [*of, side]
    return [of for _, of in sets]


def _put_together(sides: list[ShownWave]) -> ShownWave:
    if len(sides) == 1:
        return sides[0]
    shown = pd.concat([side.shown for side in sides])
    rows = np.maximum.reduce([side.rows for side in sides])
    return Together(sides[0].wave, shown, rows, sides=sides)


def refused_together(
    order: Order, found: tuple[list[ShownWave], list[ShownWave], TooClose]
) -> PublicationError:
    """Return what to say of sides that lie too close once they are put together."""
    mine, theirs, close = found
    if not theirs:
        return PublicationError(
            Said(
                "pipeline-added-up-parts-tell-of-few",
                sides=_named(mine, order),
                question=close.question,
                breakdown=close.breakdown,
                least=close.least,
            ),
            where=order.name,
        )
    return PublicationError(
        Said(
            "pipeline-put-together-parts-lie-too-close",
            mine=_named(mine, order),
            theirs=_named(theirs, order),
            question=close.question,
            breakdown=close.breakdown,
            other_breakdown=close.other_breakdown,
            least=close.least,
        ),
        where=order.name,
    )


def _named(sides: list[ShownWave], order: Order) -> Joined:
    """Name waves and parts, and the survey where it is another one."""
    names = []
    for side in sides:
        assert side.wave.survey is not None
        survey = side.wave.survey.id
        other = "" if survey == order.survey.id else survey
        names.append(f"{other} {side.wave.id} ({side.wave.part})".strip())
    return Joined(names, "padai-and")
