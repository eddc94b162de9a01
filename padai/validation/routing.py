"""Routing: who was asked against who was to be asked, and how split ballots fell."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from padai.numerics.association import p_of_equal_counts
from padai.survey import Condition
from padai.validation.context import (
    ANSWER,
    DONT_KNOW,
    EMPTY,
    NOT_ASKED,
    REFUSED,
    CheckContext,
    columns_of,
)
from padai.validation.registry import Hit, Share, check, hits
from padai.words import Said

SPLIT_P = 0.001
SPLIT_FLOOR = 0.05


def condition_text(condition: Condition) -> str:
    """Write a condition in a short form of no language."""
    if condition.all:
        return " & ".join(f"({condition_text(c)})" for c in condition.all)
    if condition.any:
        return " | ".join(f"({condition_text(c)})" for c in condition.any)
    return f"{condition.question} = {', '.join(condition.codes)}"


@check(
    "asked_not_routed",
    "error",
    title=Said("validation-answers-outside-the-base"),
    sentence="validation-respondent-s-answered-though-outside-its",
)
def asked_not_routed(context: CheckContext) -> Iterator[Hit]:
    """Somebody answered a question that was not to be put to them."""
    view = context.view
    for question in view.questions:
        if question.base is not None and view.can_route(question):
            answered = np.isin(view.states(question), (ANSWER, DONT_KNOW, REFUSED))
            if question.type == "multiple":
                answered &= _chose(context, question.id)
            rule = condition_text(question.base)
            yield from hits(question.id, rule, answered & ~view.put(question))


@check(
    "missing_though_routed",
    "error",
    title=Said("validation-base-not-asked"),
    sentence="validation-respondent-s-in-the-base-of-have-nothing",
)
def missing_though_routed(context: CheckContext) -> Iterator[Hit]:
    """Somebody to whom a question was to be put has a blank or "not asked"."""
    view = context.view
    for question in view.questions:
        if question.base is None or not view.can_route(question):
            continue
        if question.type == "multiple" and not _writes_zeros(context, question.id):
            continue  # a blank may then mean that no option was chosen
        if question.type == "open":
            continue  # nothing written is an answer that many give
        rows = np.isin(view.states(question), (EMPTY, NOT_ASKED)) & view.put(question)
        yield from hits(question.id, condition_text(question.base), rows)


@check(
    "blank_cells",
    "warning",
    title=Said("validation-blank-cells"),
    sentence="validation-put-to-everybody-is-blank-for-respondent",
)
def blank_cells(context: CheckContext) -> Iterator[Hit]:
    """A question put to everybody has blanks that no missing code explains."""
    view = context.view
    for question in view.questions:
        optional = question.type == "open" or (
            question.type == "multiple" and not _writes_zeros(context, question.id)
        )
        if question.base is None and not optional:
            rows = view.states(question) == EMPTY
            if not rows.all():
                yield from hits(question.id, "blank", rows, share=True)


@check(
    "split_shares",
    "warning",
    title=Said("validation-shares-of-the-split-ballot"),
    sentence="validation-the-ballot-forms-were-not-allotted-in",
    needs=("ballot",),
)
def split_shares(context: CheckContext) -> Iterator[Hit]:
    """The forms of a split ballot have shares that chance does not explain."""
    question = context.role("form", "ballot")
    assert question is not None
    if question.scale is None:
        return
    positions = context.view.positions(question)
    forms = len(question.scale.codes)
    counts = np.bincount(positions[(positions >= 0) & (positions < forms)], minlength=forms)
    total = int(counts.sum())
    if forms < 2 or not total or p_of_equal_counts(counts) >= SPLIT_P:
        return
    shares = counts / total
    worst = int(np.argmax(np.abs(shares - 1 / forms)))
    if abs(shares[worst] - 1 / forms) >= SPLIT_FLOOR:
        yield Hit(
            question.id,
            f"1/{forms}",
            total,
            facts={
                "version": question.scale.codes[worst].code,
                "share": Share(float(shares[worst])),
                "expected": Share(1 / forms),
            },
        )


def _chose(context: CheckContext, question_id: str) -> np.ndarray:
    """Which rows chose an option, or gave a missing code, in a multiple-response question."""
    from padai.waves.conditions import CHOSEN, option_positions

    question = context.survey.question(question_id)
    chosen = [
        option_positions(context.view.frame[column], question) >= CHOSEN
        for column in columns_of(question)
    ]
    result: np.ndarray = np.logical_or.reduce(chosen)
    return result


def _writes_zeros(context: CheckContext, question_id: str) -> bool:
    """Whether the file writes 0 for an option that was not chosen (some leave it blank)."""
    question = context.survey.question(question_id)
    return any((context.view.frame[c] == 0).any() for c in columns_of(question))
