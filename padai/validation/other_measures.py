"""Columns that were measured, filled in or weighed otherwise than in the wave before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from padai.numerics.measured_otherwise import rounded_to, share_above, unit_ratio
from padai.survey import Question
from padai.validation.across import compared_questions
from padai.validation.context import FREE, CheckContext, View
from padai.validation.registry import Fact, Hit, MeasuredFact, Share, check
from padai.validation.weight_checks import kish
from padai.words import Said

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEAST = 30
"""Numbers, in both waves, from which on they are compared."""
OTHER_UNIT = 4.0
"""Times the median of the wave before, from which on numbers are in another unit."""
CUT = 0.05
"""The share of the earlier numbers above today's largest, from which on these were capped."""
UNEVEN = 1.05
"""Kish's design effect of weights that differ from person to person."""


def _numbers(
    context: CheckContext,
) -> Iterator[tuple[Question, View, NDArray[np.float64], NDArray[np.float64]]]:
    """Yield the numbers of a question that an earlier wave has too, now and then."""
    for question, before in compared_questions(context):
        if question.type != "number":
            continue
        now, then = (_given(view, question) for view in (context.view, before))
        if min(now.size, then.size) >= LEAST and np.unique(then).size > 2:
            yield question, before, now, then


def _given(view: View, question: Question) -> NDArray[np.float64]:
    column = view.frame[question.id].to_numpy()[view.positions(question) == FREE]
    return np.asarray(column, dtype=np.float64)


@check(
    "number_unit",
    "warning",
    title=Said("validation-numbers-in-another-unit"),
    sentence="validation-the-median-of-is-times-that-of",
    needs=("earlier",),
)
def number_unit(context: CheckContext) -> Iterator[Hit]:
    """The median of a number is four times that of the wave before, or a quarter: another unit."""
    for question, before, now, then in _numbers(context):
        ratio = unit_ratio(now, then)
        if abs(np.log(ratio)) > np.log(OTHER_UNIT):
            facts: dict[str, Fact] = {"ratio": MeasuredFact(ratio), "wave": before.wave.id}
            yield Hit(question.id, f"x {OTHER_UNIT:g}", facts=facts)


@check(
    "number_capped",
    "warning",
    title=Said("validation-numbers-capped"),
    sentence="validation-no-number-of-is-above",
    needs=("earlier",),
)
def number_capped(context: CheckContext) -> Iterator[Hit]:
    """Nobody gave a number as large as one in twenty gave in the wave before."""
    for question, before, now, then in _numbers(context):
        share = share_above(now, then)
        if share >= CUT and abs(np.log(unit_ratio(now, then))) <= np.log(OTHER_UNIT):
            facts: dict[str, Fact] = {"share": Share(share), "wave": before.wave.id}
            yield Hit(question.id, f"{now.max():g}", facts=facts)


@check(
    "number_rounded",
    "warning",
    title=Said("validation-numbers-rounded"),
    sentence="validation-the-numbers-of-are-multiples-of",
    needs=("earlier",),
)
def number_rounded(context: CheckContext) -> Iterator[Hit]:
    """Numbers are multiples of 5, 10, 100 or 1,000, and were not in the wave before."""
    for question, before, now, then in _numbers(context):
        step = rounded_to(now, then)
        if step is not None:
            yield Hit(question.id, f"{step:g}", facts={"wave": before.wave.id})


@check(
    "answers_copied",
    "warning",
    title=Said("validation-one-column-twice"),
    sentence="validation-the-answers-to-are-those-to",
)
def answers_copied(context: CheckContext) -> Iterator[Hit]:
    """Everybody gave to a question the answer that they gave to another on the same scale."""
    view = context.view
    asked = [q for q in view.questions if q.type in ("single", "rating") and q.scale]
    first: dict[tuple[bytes, tuple[str, ...]], Question] = {}
    for question in asked:
        positions = view.positions(question)
        given = positions[positions >= 0]
        if given.size < LEAST or np.unique(given).size < 2:
            continue
        key = (positions.tobytes(), tuple(map(str, question.values.values())))
        other = first.setdefault(key, question)
        wave = view.wave.id
        if other is not question and other.column(wave) != question.column(wave):
            yield Hit(question.id, other.id)


@check(
    "weights_flat",
    "warning",
    title=Said("validation-weights-all-alike"),
    sentence="validation-the-weights-are-all-alike",
    needs=("earlier",),
)
def weights_flat(context: CheckContext) -> Iterator[Hit]:
    """Everybody weighs the same, and did not in the wave before."""
    before, weights = context.last, context.view.weights
    column, held = context.view.spec.design.weight, weights[weights > 0]
    if column is None or not held.size or not context.weighted_alike(before):
        return
    if held.max() == held.min() and kish(before.weights) > UNEVEN:
        yield Hit(column, f"{UNEVEN:g}", facts={"wave": before.wave.id})
