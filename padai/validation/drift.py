"""Across waves: what changed in the answers. These are warnings.

A change in the answers is news, not a fault: it is told only where it is larger than sampling
explains, after Holm's adjustment over all such comparisons of the wave, and than five points or
what the definition says (`smallest_drift`).
A declared break that has the question in its scope explains it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

import numpy as np

from padai.numerics.association import chi_square_tail
from padai.numerics.multiplicity import holm
from padai.survey import Breakdown, Group, Question
from padai.validation.across import compared_questions
from padai.validation.context import (
    ANSWER,
    DONT_KNOW,
    EMPTY,
    FOREIGN,
    NOT_ASKED,
    CheckContext,
    View,
    columns_of,
)
from padai.validation.kinds import DriftBar
from padai.validation.registry import Answer, Fact, Hit, PercentagePoints, PValue, Share, check
from padai.validation.weight_checks import kish
from padai.waves.conditions import CHOSEN, group_positions, option_positions
from padai.words import Both, ByLanguage, Said

if TYPE_CHECKING:
    from numpy.typing import NDArray

ALPHA = 0.05
Kind = Literal["shift", "drift", "dont_know", "mode"]


@dataclass(frozen=True)
class DriftTest:
    """One comparison of two waves: its kind, question, answer, shares and p-value."""

    kind: Kind
    question: str
    answer: Answer
    wave: str
    now: float
    before: float
    p_value: float
    picture: tuple[DriftBar, ...] = ()

    @property
    def size(self) -> float:
        """The change, as a proportion."""
        return self.now - self.before


@check(
    "dont_know_jump",
    "warning",
    title=Said("validation-jump-of-dont-know"),
    sentence="validation-the-share-of-dont-know-in-went-from-to",
    needs=("earlier",),
)
def dont_know_jump(context: CheckContext) -> Iterator[Hit]:
    """The share of "don't know" moved more than sampling explains."""
    yield from _hits_of_kind(context, "dont_know")


@check(
    "distribution_shift",
    "warning",
    title=Said("validation-distribution-of-the-answers"),
    sentence="validation-the-answers-to-moved-more-than-sampling",
    needs=("earlier",),
)
def distribution_shift(context: CheckContext) -> Iterator[Hit]:
    """The distribution of a question moved more than sampling explains."""
    yield from _hits_of_kind(context, "shift")


@check(
    "demographic_drift",
    "warning",
    title=Said("validation-composition-of-the-sample"),
    sentence="validation-the-composition-of-the-sample-by-moved",
    needs=("earlier",),
)
def demographic_drift(context: CheckContext) -> Iterator[Hit]:
    """The unweighted make-up of the sample moved more than sampling explains."""
    yield from _hits_of_kind(context, "drift")


@check(
    "mode_drift",
    "warning",
    title=Said("validation-modes-of-interview"),
    sentence="validation-the-mix-of-modes-moved-the-share-of-went",
    needs=("earlier", "mode"),
)
def mode_drift(context: CheckContext) -> Iterator[Hit]:
    """The mix of modes moved more than sampling explains."""
    yield from _hits_of_kind(context, "mode")


def _hits_of_kind(context: CheckContext, kind: Kind) -> Iterator[Hit]:
    floor = context.survey.smallest_drift / 100
    for change, adjusted in changes(context):
        if change.kind == kind and adjusted < ALPHA and abs(change.size) >= floor:
            facts: dict[str, Fact] = {
                "now": Share(change.now),
                "before": Share(change.before),
                "wave": change.wave,
                "points": PercentagePoints(change.size),
                "p": PValue(adjusted),
                "answer": change.answer,
            }
            rule = change.answer.code
            yield Hit(change.question, rule, facts=facts, picture=change.picture)


def changes(context: CheckContext) -> list[tuple[DriftTest, float]]:
    """Return every statistical comparison with the last wave, and its p adjusted over them all."""
    if "changes" not in context.cache:
        measured = [
            c
            for question, before in compared_questions(context)
            if context.weighted_alike(before)
            for c in _compared(context, question, before)
        ]
        adjusted = holm([c.p_value for c in measured]) if measured else np.empty(0)
        context.cache["changes"] = list(zip(measured, adjusted.tolist(), strict=True))
    made: list[tuple[DriftTest, float]] = context.cache["changes"]
    return made


def _compared(context: CheckContext, question: Question, before: View) -> Iterator[DriftTest]:
    demographic = question.id in {b.question for b in context.survey.breakdowns}
    mode = context.role("mode")
    kind: Kind = "mode" if mode is not None and mode.id == question.id else "shift"
    kind = "drift" if demographic and kind == "shift" else kind
    weighted = kind == "shift"
    if question.type == "multiple":
        for column in columns_of(question):
            pair = [_option_shares(v, question, column, weighted) for v in (context.view, before)]
            option = _answer(question, column.removeprefix(question.id + "_"))
            yield from _change(kind, question.id, [option], before, pair)
    elif question.scale is not None:
        answers = [_answer(question, c.code) for c in question.scale.codes]
        pair = [_shares(v, question, len(answers), weighted) for v in (context.view, before)]
        yield from _change(kind, question.id, answers, before, pair)
    elif demographic:
        yield from _grouped(context, question, before)
    if any(c.kind == "dont_know" for c in question.missing_codes):
        pair = [_dont_know(v, question) for v in (context.view, before)]
        yield from _change("dont_know", question.id, [_UNKNOWING], before, pair)


_UNKNOWING = Answer(Both("validation-dont-know"), "dont_know")


def _answer(question: Question, code: str) -> Answer:
    return Answer(ByLanguage(partial(question.response_label, code)), code)


def _label(group: Group, lang: str) -> str:
    return group.label.get(lang, group.id)


def _grouped(context: CheckContext, question: Question, before: View) -> Iterator[DriftTest]:
    """Compare the groups that breakdowns make of a number, such as an age."""
    for declared in context.survey.breakdowns:
        if declared.question == question.id and declared.groups:
            pair = [_group_shares(v, declared) for v in (context.view, before)]
            groups = [Answer(ByLanguage(partial(_label, g)), g.id) for g in declared.groups]
            yield from _change("drift", question.id, groups, before, pair)


def _change(
    kind: Kind,
    question: str,
    answers: list[Answer],
    before: View,
    pair: list[tuple[NDArray[np.float64], float]],
) -> Iterator[DriftTest]:
    """Compare two vectors of shares by a chi-square on effective sizes; tell the largest move."""
    (now, n_now), (then, n_then) = pair
    if min(n_now, n_then) < 30:
        return
    if now.size == 1:
        now, then = np.append(now, 1 - now), np.append(then, 1 - then)
    pooled = (n_now * now + n_then * then) / (n_now + n_then)
    held = pooled > 0
    if held.sum() < 2:
        return
    each = 1 / n_now + 1 / n_then
    statistic = float((((now - then)[held]) ** 2 / (pooled[held] * each)).sum())
    worst = int(np.argmax(np.abs((now - then)[: len(answers)])))
    p_value = chi_square_tail(statistic, float(held.sum() - 1))
    picture = tuple(
        DriftBar(answer.labels, float(a), float(b))
        for answer, a, b in zip(answers, now, then, strict=False)
    )
    largest = picture[worst]
    yield DriftTest(
        kind,
        question,
        answers[worst],
        before.wave.id,
        largest.now,
        largest.before,
        p_value,
        picture,
    )


def _effective(
    view: View, rows: NDArray[np.bool_], weighted: bool
) -> tuple[NDArray[np.float64], float]:
    """The weights of some rows (one each where unweighted), and their effective number."""
    weights = np.where(rows, view.weights if weighted else 1.0, 0.0)
    held = weights[weights > 0]
    return weights, float(held.size / kish(held)) if held.size else 0.0


def _shares(
    view: View, question: Question, codes: int, weighted: bool
) -> tuple[NDArray[np.float64], float]:
    positions = view.positions(question)
    rows = (positions >= 0) & (positions < codes)
    weights, n = _effective(view, rows, weighted)
    sums = np.bincount(positions[rows], weights[rows], minlength=codes)
    return sums / max(sums.sum(), 1e-300), n


def _group_shares(view: View, breakdown: Breakdown) -> tuple[NDArray[np.float64], float]:
    positions = group_positions(view.frame, breakdown, view.survey)
    counts = np.bincount(positions[positions >= 0], minlength=len(breakdown.groups))
    return counts / max(counts.sum(), 1), float(counts.sum())


def _option_shares(
    view: View, question: Question, column: str, weighted: bool
) -> tuple[NDArray[np.float64], float]:
    rows = view.states(question) == ANSWER
    weights, n = _effective(view, rows, weighted)
    chosen = option_positions(view.frame[column], question) == CHOSEN
    return np.array([weights[rows & chosen].sum() / max(weights.sum(), 1e-300)]), n


def _dont_know(view: View, question: Question) -> tuple[NDArray[np.float64], float]:
    states = view.states(question)
    rows = ~np.isin(states, (EMPTY, NOT_ASKED, FOREIGN))
    weights, n = _effective(view, rows, True)
    weight = weights[rows & (states == DONT_KNOW)].sum()
    return np.array([weight / max(weights.sum(), 1e-300)]), n
