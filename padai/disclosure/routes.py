"""The bases of questions that follow from answers: they count those who gave them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import product

import numpy as np
from numpy.typing import NDArray

from padai.disclosure.confidentiality import confidential_cells
from padai.disclosure.groups import TOTAL, sensitive_tables
from padai.disclosure.records import Records
from padai.disclosure.secondary import PartFigures
from padai.survey import Condition, Question

Places = NDArray[np.intp]
Mask = NDArray[np.bool_]
Place = tuple[str, str, str]
"""Wave, breakdown and group."""


def withhold_led_bases(figures: PartFigures) -> None:
    """Withhold a question with the answer that led to it: its base is how many gave that answer.

    Of several answers, where one alone is withheld: the others, subtracted from the base, tell it.
    Where nothing is told of the question that led to it, not even its base, the answers together
    may be that base.
    """
    for asked in _in_order(figures):
        base = asked.base
        if base is None or not base.question:
            continue
        own = np.flatnonzero(figures.keys["question"] == asked.id)
        dark, based = _led(figures, base)
        gone = [
            dark[place] == 1 or (dark[place] > 0 and not based[place])
            for place in _places(figures, own)
        ]
        figures.withhold(own[np.array(gone, dtype=bool)])


def withhold_crossed_bases(figures: PartFigures, records: Mapping[str, Records]) -> None:
    """Withhold a question to which several conditions lead, where its base tells of few.

    With what is published of one condition its base is a count of those who meet both, or one and
    not the other. Where that would be withheld as a cell of its own, or an answer that leads to
    the question is, the question is withheld in each group of the breakdown: the others, subtracted
    from the total, would tell it.
    """
    for asked in _in_order(figures):
        base = asked.base
        if base is None or base.question:
            continue
        own = np.flatnonzero(figures.keys["question"] == asked.id)
        led = [_led(figures, one)[0] for one in _read(base)]
        places = _places(figures, own)
        few = {place for place in set(places) if any(dark[place] for dark in led)}
        few |= {place for place in set(places) - few if _few(figures, records, asked, place)}
        whole = {(wave, by) for wave, by, _ in few}
        gone = [(wave, by) in whole or (wave, TOTAL) in whole for wave, by, _ in places]
        figures.withhold(own[np.array(gone, dtype=bool)])


def _in_order(figures: PartFigures) -> Iterator[Question]:
    """Yield the questions, each after those whose answers led to it."""
    survey, done = figures.survey, set()

    def first(question: Question) -> Iterator[Question]:
        if question.id in done:
            return
        done.add(question.id)
        for name in question.base.questions if question.base is not None else ():
            if name in survey.questions:
                yield from first(survey.questions[name])
        yield question

    for question in survey.questions.values():
        yield from first(question)


def _led(figures: PartFigures, base: Condition) -> tuple[Counter[Place], Counter[Place]]:
    """Return by place how many answers of a condition are withheld, and rows that have a base."""
    lead = figures.keys["question"] == base.question
    dark = lead & np.isin(figures.keys["response"], base.codes) & figures.confidential
    return (
        Counter(_places(figures, np.flatnonzero(dark))),
        Counter(_places(figures, np.flatnonzero(lead & figures.based))),
    )


def _places(figures: PartFigures, rows: Places) -> list[Place]:
    columns = (figures.keys[name][rows].tolist() for name in ("wave", "breakdown", "group"))
    return list(zip(*columns, strict=True))


def _read(base: Condition) -> Iterator[Condition]:
    """Yield the conditions on one question that a condition is made of."""
    if base.question:
        yield base
    for part in (*base.all, *base.any):
        yield from _read(part)


def _few(figures: PartFigures, every: Mapping[str, Records], asked: Question, place: Place) -> bool:
    """Whether a base counts few of those who meet a sensitive condition, or few who do not."""
    wave, breakdown, group = place
    if wave not in every:
        return False
    assert asked.base is not None
    records = every[wave]
    inside = records.members(breakdown, group)
    leaves = list(_read(asked.base))
    survey = figures.survey
    divided = sensitive_tables([asked.id], [breakdown], survey)[0]
    private = [divided or survey.question(str(leaf.question)).sensitive for leaf in leaves]
    met = [_meets(records, leaf) for leaf in leaves]
    for number in np.flatnonzero(private):
        decided = inside & _decided(asked.base, leaves, met, int(number))
        both, one = float(decided.sum()), float((decided & met[number]).sum())
        (tells,) = confidential_cells(
            n_base=np.array([both]),
            n_cell=np.array([one]),
            sensitive=np.array([True]),
            policy=survey.confidentiality,
            options=np.array([True]),
        )
        if tells:
            return True
    return False


def _meets(records: Records, leaf: Condition) -> Mask:
    """Return who gave one of the answers of a condition; nobody, where nothing is told of them."""
    asked = records.questions.get(str(leaf.question))
    met = np.zeros(len(records.weights), dtype=bool)
    return met if asked is None else np.logical_or.reduce([met, *map(asked.gave, leaf.codes)])


def _decided(base: Condition, leaves: list[Condition], met: list[Mask], number: int) -> Mask:
    """Return of whom one condition decides, with the others as they are, whether they are asked."""
    decided = np.zeros(len(met[0]), dtype=bool)
    for others in product((False, True), repeat=len(leaves) - 1):
        ways = [(*others[:number], way, *others[number:]) for way in (False, True)]
        if len({_holds(base, iter(way)) for way in ways}) == 2:
            held = zip([m for k, m in enumerate(met) if k != number], others, strict=True)
            as_they_are = [m if own else ~m for m, own in held]
            decided |= np.logical_and.reduce([np.ones(len(decided), dtype=bool), *as_they_are])
    return decided


def _holds(base: Condition, met: Iterator[bool]) -> bool:
    """Whether a condition holds, given which of those on one question do, in their order."""
    if base.question:
        return next(met)
    every = [_holds(part, met) for part in base.all]
    some = [_holds(part, met) for part in base.any]
    return all(every) if every else any(some)
