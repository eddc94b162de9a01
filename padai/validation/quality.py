"""Quality of the answers: speed, straight lines, refusals, duplicates, break-offs, gibberish.

All are warnings: they point at respondents or questions to look at, and exclude nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.survey import Question
from padai.validation.context import (
    ANSWER,
    DONT_KNOW,
    EMPTY,
    NOT_ASKED,
    REFUSED,
    SKIPPED,
    CheckContext,
)
from padai.validation.registry import Fact, Hit, Share, check, hits
from padai.waves.conditions import numeric
from padai.words import Said

if TYPE_CHECKING:
    from numpy.typing import NDArray

SPEED = 1 / 3
GRID_ITEMS = 5
GRID_SHARE = 0.25
REFUSAL_SHARE = 0.20
DONT_KNOW_SHARE = 0.40
DUPLICATE_QUESTIONS = 15
NEAR_DUPLICATE = 0.95
BREAK_OFF_SHARE = 0.25
GIBBERISH_SHARE = 0.02
_VOWEL = re.compile(r"[aeiouyàâäéèêëîïôöùûüœ]", re.IGNORECASE)
_MIX = 0x9E3779B97F4A7C15  # the golden ratio in 64 bits, an odd number that spreads bits well
_REPEATED = re.compile(r"(.)\1{4,}")


@check(
    "speeders",
    "warning",
    title=Said("validation-interviews-that-were-too-fast"),
    sentence="validation-respondent-s-took-less-than-a-third-of",
    needs=("duration",),
)
def speeders(context: CheckContext) -> Iterator[Hit]:
    """Somebody took less than a third of the median duration of the interviews of that mode."""
    question = context.role("duration")
    assert question is not None
    view = context.view
    minutes = numeric(view.frame[question.id])
    minutes[view.states(question) != ANSWER] = np.nan
    mode = context.role("mode")
    modes = np.zeros(len(minutes), np.intp) if mode is None else view.positions(mode)
    rows = np.zeros(len(minutes), dtype=bool)
    for each in np.unique(modes):
        mine = (modes == each) & np.isfinite(minutes)
        if mine.any():
            rows |= mine & (minutes < SPEED * np.median(minutes[mine]))
    yield from hits(question.id, "median / 3", rows, share=True)


@check(
    "straight_lining",
    "warning",
    title=Said("validation-the-same-answer-to-a-whole-grid"),
    sentence="validation-respondent-s-gave-the-same-answer-to-all",
)
def straight_lining(context: CheckContext) -> Iterator[Hit]:
    """Many respondents gave one and the same answer to a grid of five questions or more."""
    view = context.view
    for grid in grids(view.questions):
        answers = np.stack([view.positions(q) for q in grid])
        states = np.stack([view.states(q) for q in grid])
        complete = (states == ANSWER).all(axis=0)
        rows = complete & (answers == answers[0]).all(axis=0)
        share = float(rows.sum() / max(complete.sum(), 1))
        if share >= GRID_SHARE:
            facts: dict[str, Fact] = {"share": Share(share), "items": len(grid)}
            rule = f"{len(grid)} x {grid[0].scale.id if grid[0].scale else ''}"
            yield Hit(grid[0].id, rule, int(rows.sum()), rows, facts)


def grids(questions: tuple[Question, ...]) -> Iterator[tuple[Question, ...]]:
    """Yield runs of five or more questions that stand together and share scale and base."""

    def key(question: Question) -> tuple[Any, ...]:
        scale = question.scale.id if question.scale and question.type != "multiple" else ""
        return scale, question.section, question.base

    for (scale, *_), run in groupby(questions, key):
        members = tuple(run)
        if scale and len(members) >= GRID_ITEMS:
            yield members


@check(
    "item_nonresponse",
    "warning",
    title=Said("validation-item-non-response"),
    sentence="validation-was-left-without-an-answer-by-of-those",
)
def item_nonresponse(context: CheckContext) -> Iterator[Hit]:
    """A fifth or more of those who were asked refused or skipped the question."""
    yield from _too_many(context, (REFUSED, SKIPPED), REFUSAL_SHARE)


@check(
    "many_dont_know",
    "warning",
    title=Said("validation-share-of-dont-know"),
    sentence="validation-of-those-to-whom-was-put-said-that-they",
)
def many_dont_know(context: CheckContext) -> Iterator[Hit]:
    """Two fifths or more of those who were asked said that they did not know."""
    yield from _too_many(context, (DONT_KNOW,), DONT_KNOW_SHARE)


def _too_many(context: CheckContext, kinds: tuple[int, ...], limit: float) -> Iterator[Hit]:
    for question in context.view.questions:
        states = context.view.states(question)
        asked = ~np.isin(states, (EMPTY, NOT_ASKED))
        rows = np.isin(states, kinds)
        share = float(rows.sum() / max(asked.sum(), 1))
        if share >= limit:
            facts = {"share": Share(share)}
            yield Hit(question.id, f">= {limit:.0%}", int(rows.sum()), rows, facts)


@check(
    "duplicate_answers",
    "warning",
    title=Said("validation-identical-questionnaires"),
    sentence="validation-respondent-s-have-answers-identical-in",
)
def duplicate_answers(context: CheckContext) -> Iterator[Hit]:
    """Two respondents gave the same answers to everything."""
    answers, full = _coded_answers(context)
    if answers.shape[1] < DUPLICATE_QUESTIONS:
        return
    rows = repeated(answers) & full
    yield from hits("", "identical", rows, {"items": answers.shape[1]})


def repeated(answers: NDArray[np.int16]) -> NDArray[np.bool_]:
    """Tell which rows of a table stand in it more than once.

    Rows are first parted by a sum of products, which sorts fast; only those that agree in it are
    compared whole.
    """
    mixed = np.zeros(len(answers), dtype=np.uint64)
    for place, column in enumerate(answers.T, start=1):
        mixed = mixed * np.uint64(_MIX) + column.astype(np.uint64) * np.uint64(place)
    _, which, counts = np.unique(mixed, return_inverse=True, return_counts=True)
    alike = counts[which] > 1
    _, which, counts = np.unique(answers[alike], axis=0, return_inverse=True, return_counts=True)
    alike[alike] = counts[which.ravel()] > 1
    return alike


@check(
    "near_duplicate_answers",
    "warning",
    title=Said("validation-nearly-identical-questionnaires"),
    sentence="validation-respondent-s-share-more-than-95-of-their",
    needs=("few rows",),
)
def near_duplicate_answers(context: CheckContext) -> Iterator[Hit]:
    """Two respondents agree on more than 95 percent of thirty questions or more."""
    answers, full = _coded_answers(context)
    rows_n, items = answers.shape
    if items < 2 * DUPLICATE_QUESTIONS:
        return
    answers = np.ascontiguousarray(answers)
    rows = np.zeros(rows_n, dtype=bool)
    for place in np.flatnonzero(full)[:-1]:
        agree = (answers[place + 1 :] == answers[place]).mean(axis=1)
        close = (agree > NEAR_DUPLICATE) & (agree < 1.0) & full[place + 1 :]
        if close.any():
            rows[place] = True
            rows[place + 1 :] |= close
    yield from hits("", f"> {NEAR_DUPLICATE:.0%}", rows, {"items": items})


def _coded_answers(context: CheckContext) -> tuple[NDArray[np.int16], NDArray[np.bool_]]:
    """Code positions of every closed question, shape (rows, questions), and who answered enough.

    Two people who were asked little agree easily: fifteen true answers are needed.
    """
    view = context.view
    closed = [q for q in view.questions if q.type in ("single", "rating")]
    if not closed:
        return np.empty((len(view.frame), 0), np.int16), np.zeros(len(view.frame), dtype=bool)
    # Column by column in memory, as they come: laid out by respondent they take a second more.
    answers = np.stack([view.positions(q).astype(np.int16) for q in closed]).T
    answered = np.stack([view.states(q) == ANSWER for q in closed]).sum(axis=0)
    return answers, answered >= DUPLICATE_QUESTIONS


@check(
    "break_offs",
    "warning",
    title=Said("validation-break-offs"),
    sentence="validation-respondent-s-answered-nothing-from-on-or",
)
def break_offs(context: CheckContext) -> Iterator[Hit]:
    """The last quarter of the questionnaire, or more, is blank for a respondent."""
    view = context.view
    questions = view.questions
    last = max(int(len(questions) * BREAK_OFF_SHARE), 1)
    if len(questions) < 8:
        return
    states = np.stack([view.states(q) for q in questions])
    tail = states[-last:]
    rows = np.isin(tail, (EMPTY, NOT_ASKED, SKIPPED)).all(axis=0)
    rows &= np.isin(tail, (EMPTY, SKIPPED)).any(axis=0) & (states[:-last] == ANSWER).any(axis=0)
    yield from hits(questions[-last].id, "blank to the end", rows, share=True)


@check(
    "gibberish",
    "warning",
    title=Said("validation-meaningless-open-answers"),
    sentence="validation-answer-s-to-do-not-look-like-words",
)
def gibberish(context: CheckContext) -> Iterator[Hit]:
    """Many open answers have no vowel, or one character five times in a row."""
    import pandas as pd

    view = context.view
    for question in view.questions:
        if question.type != "open" or view.frame[question.id].dtype.kind == "M":
            continue
        answered = view.states(question) == ANSWER
        places, texts = pd.factorize(view.frame[question.id])
        odd = np.array([*(meaningless(str(text)) for text in texts), False], dtype=bool)
        rows = answered & odd[places]
        share = float(rows.sum() / max(answered.sum(), 1))
        if rows.any() and share >= GIBBERISH_SHARE:
            yield Hit(question.id, "words", int(rows.sum()), rows, {"share": Share(share)})


def meaningless(text: str) -> bool:
    """Whether a text of three letters or more has no vowel, or repeats one character."""
    if _VOWEL.search(text):
        return bool(_REPEATED.search(text))
    letters = "".join(c for c in text if c.isalpha())
    return bool(_REPEATED.search(text)) or (len(letters) >= 3 and not letters.isupper())
