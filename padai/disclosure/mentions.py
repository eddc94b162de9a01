"""How many gave several answers to a sensitive question: what a union tells beside its answers.

The answers of those who may give several do not add up: what they add up to beyond the people who
gave any of them is how many gave two. A net of answers tells these people, and so does an answer
that excludes all others ("none of these"), which leaves the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from padai.disclosure.confidentiality import confidential_cells
from padai.disclosure.groups import TOTAL
from padai.disclosure.records import Records
from padai.disclosure.secondary import PartFigures
from padai.survey import Question

Union = tuple[str, tuple[str, ...], bool]
"""A response, the answers whose union it tells, and whether it tells who gave none of them."""


def withhold_unions(figures: PartFigures, records: Mapping[str, Records]) -> None:
    """Withhold a union of answers where few gave several of them, in each group of the breakdown.

    In one group alone would not do: the others, subtracted from the total, would tell it.
    """
    keys = figures.keys
    for question in figures.survey.questions.values():
        if question.type != "multiple":
            continue
        for wave, own in records.items():
            if question.id not in own.questions:
                continue
            mine = (keys["question"] == question.id) & (keys["wave"] == wave)
            for response, codes, rest in _unions(question, own):
                by = _telling(figures, mine, response, codes, rest)
                adding = [n.id for n in question.all_nets if response in n.codes]  # with the rest
                gone = mine & np.isin(keys["response"], [response, *adding])
                if TOTAL not in by:
                    gone &= np.isin(keys["breakdown"], sorted(by))
                figures.withhold(np.flatnonzero(gone) if by else np.zeros(0, dtype=np.intp))


def _unions(question: Question, records: Records) -> Iterator[Union]:
    """Yield the responses that tell how many gave any of some answers, two of them at least."""
    gave = {code: records.questions[question.id].gave(code) for code in question.codes}
    alone = [
        code
        for code, those in gave.items()
        if those.any() and not any((those & m).any() for other, m in gave.items() if other != code)
    ]
    for net in question.all_nets:
        codes = tuple(code for code in net.codes if code not in alone)
        if not net.is_balance and len(codes) > 1 and len(codes) == len(net.codes):
            yield net.id, codes, False
    for code in alone:
        others = tuple(other for other in question.codes if other not in alone)
        if len(others) > 1 and len(alone) == 1:
            yield code, others, True


def _telling(
    figures: PartFigures, mine: NDArray[np.bool_], response: str, codes: tuple[str, ...], rest: bool
) -> set[str]:
    """Return the breakdowns with a group of which a union tells that few gave several answers."""
    counts, keys = figures.counts, figures.keys
    at: dict[tuple[str, str], dict[str, int]] = {}
    for row in np.flatnonzero(mine & figures.sensitive).tolist():
        place = str(keys["breakdown"][row]), str(keys["group"][row])
        at.setdefault(place, {})[str(keys["response"][row])] = row
    breakdowns = set()
    for (breakdown, _), rows in at.items():
        if response not in rows or not all(code in rows for code in codes):
            continue
        union = counts.n_cell[rows[response]]
        base = counts.n_base[rows[response]]
        several = sum(counts.n_cell[rows[code]] for code in codes)
        several -= base - union if rest else union
        (tells,) = confidential_cells(
            n_base=np.array([base]),
            n_cell=np.array([several]),
            sensitive=np.array([True]),
            policy=figures.survey.confidentiality,
        )
        if tells and several >= 0:
            breakdowns.add(breakdown)
    return breakdowns
