"""Across waves: what changed in the instrument with no declared break. These are errors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.survey import Question
from padai.survey.answer_words import said
from padai.survey.tongues import language
from padai.validation.context import (
    EMPTY,
    NOT_ASKED,
    CheckContext,
    View,
)
from padai.validation.kinds import DriftBar
from padai.validation.registry import Fact, Hit, Share, check, hits
from padai.words import Both, Said, first_named

if TYPE_CHECKING:
    from numpy.typing import NDArray

BASE_FLOOR = 0.10
VANISHED = 20.0
FEWEST_LABELS, SAME_WORDS = 6, 1 / 3
"""Labels from which on two files tell their languages, and the share of them that are the same from
which on they have one."""


@check(
    "returning_ids",
    "error",
    title=Said("validation-independent-waves"),
    sentence="validation-identifier-s-of-wave-come-back-though",
    needs=("earlier", "id", "independent"),
)
def returning_ids(context: CheckContext) -> Iterator[Hit]:
    """A respondent's id was already in an earlier wave."""
    column = str(context.view.spec.design.id)
    if context.survey.ids == "per_wave":
        return
    for before in context.earlier:
        earlier_column = before.spec.design.id
        if earlier_column is None:
            continue
        known = set(before.frame[earlier_column].dropna())
        rows = context.view.frame[column].isin(known).to_numpy()
        yield from hits(column, "overlap: none", rows, {"wave": before.wave.id})


@check(
    "scale_reversed",
    "error",
    title=Said("validation-scale-reversed-since-an-earlier-wave"),
    sentence="validation-in-the-file-the-same-labels-of-go-to",
    needs=("earlier", "labels", "earlier labels"),
)
def scale_reversed(context: CheckContext) -> Iterator[Hit]:
    """The labels of an earlier wave stand at other codes now."""
    for compared in _labels_then(context):
        known = set(compared.then.values())
        yield from compared.hits([c for c in compared.changed if compared.now[c] in known])


@check(
    "labels_changed",
    "error",
    title=Said("validation-labels-changed-since-an-earlier-wave"),
    sentence="validation-in-the-file-the-labels-of-have-changed",
    needs=("earlier", "labels", "earlier labels"),
)
def labels_changed(context: CheckContext) -> Iterator[Hit]:
    """A code has another label than in an earlier wave, of words that are new."""
    translated = _translated(context)
    for compared in _labels_then(context):
        if compared.before.wave.id in translated:
            continue
        known = set(compared.then.values())
        yield from compared.hits([c for c in compared.changed if compared.now[c] not in known])


@check(
    "labels_in_another_language",
    "warning",
    title=Said("validation-labels-in-another-language"),
    sentence="validation-the-labels-of-the-file-are-in-another-language",
    needs=("earlier", "labels", "earlier labels"),
)
def labels_in_another_language(context: CheckContext) -> Iterator[Hit]:
    """The file is labelled in another language than an earlier one: words cannot be compared."""
    for wave, (now, then, questions) in _translated(context).items():
        facts: dict[str, Fact] = {"wave": wave, "now": now, "before": then}
        facts |= {"questions": first_named(questions)}
        yield Hit("", f"{then} / {now}", len(questions), facts=facts)


@check(
    "codes_changed",
    "error",
    title=Said("validation-codes-changed-since-an-earlier-wave"),
    sentence="validation-the-file-does-not-offer-the-same-answers",
    needs=("earlier", "labels", "earlier labels"),
)
def codes_changed(context: CheckContext) -> Iterator[Hit]:
    """A labelled answer appeared or disappeared."""
    for compared in _labels_then(context):
        scale, now, then = compared.question.scale, compared.now, compared.then
        answers = {c.code for c in scale.codes} if scale else set()
        gone = [f"- {c}" for c in then if c not in now and c in answers]
        yield from compared.hits(gone + [f"+ {c}" for c in now if c not in then and c in answers])


_ASKED = Both("validation-people-it-was-put-to")


@check(
    "base_changed",
    "error",
    title=Said("validation-base-changed-since-an-earlier-wave"),
    sentence="validation-was-put-to-of-the-respondents-in-its",
    needs=("earlier",),
)
def base_changed(context: CheckContext) -> Iterator[Hit]:
    """The share of the declared base that was asked moved by ten points or more."""
    for question, before in compared_questions(context):
        if question.type == "multiple":
            continue  # where a blank means "not chosen", who was asked cannot be told
        now, then = _asked_share(context.view, question), _asked_share(before, question)
        if abs(now - then) >= BASE_FLOOR:
            facts: dict[str, Fact] = {
                "now": Share(now),
                "before": Share(then),
                "wave": before.wave.id,
            }
            yield Hit(question.id, "base", facts=facts, picture=(DriftBar(_ASKED, now, then),))


@check(
    "category_vanished",
    "error",
    title=Said("validation-an-answer-that-vanished"),
    sentence="validation-nobody-gave-answer-to-which-of-the",
    needs=("earlier",),
)
def category_vanished(context: CheckContext) -> Iterator[Hit]:
    """An answer that twenty people or more would have given, at the earlier rate, is absent.

    Where the file still labels its code, the answer was offered, and its fall is a change of the
    answers (``distribution_shift``), not of the instrument.
    """
    for question, before in compared_questions(context):
        if question.type not in ("single", "rating") or question.scale is None:
            continue
        codes = len(question.scale.codes)
        now = np.bincount(_answers(context.view, question, codes), minlength=codes)
        then = np.bincount(_answers(before, question, codes), minlength=codes)
        if not now.sum() or not then.sum():
            continue
        share = then / then.sum()
        offered = _by_code(context.view, question)
        for place in np.flatnonzero((now == 0) & (share * now.sum() >= VANISHED)):
            code = question.scale.codes[place].code
            if code not in offered:
                facts: dict[str, Fact] = {
                    "share": Share(float(share[place])),
                    "wave": before.wave.id,
                }
                yield Hit(question.id, code, facts=facts)


def compared_questions(context: CheckContext) -> list[tuple[Question, View]]:
    """Return each question with the latest earlier wave that asked it, no break between them."""
    if "compared" not in context.cache:
        context.cache["compared"] = list(_compared(context))
    compared: list[tuple[Question, View]] = context.cache["compared"]
    return compared


def _compared(context: CheckContext) -> Iterator[tuple[Question, View]]:
    asked = [(before, {q.id for q in before.questions}) for before in reversed(context.earlier)]
    for question in context.view.questions:
        before = next((view for view, ids in asked if question.id in ids), None)
        if before is not None and not context.breaks(question, before):
            yield question, before


def _answers(view: View, question: Question, codes: int) -> NDArray[np.intp]:
    positions = view.positions(question)
    return positions[(positions >= 0) & (positions < codes)]


def _asked_share(view: View, question: Question) -> float:
    put = view.put(question)
    asked = ~np.isin(view.states(question), (EMPTY, NOT_ASKED))
    return float((asked & put).sum() / max(put.sum(), 1))


@dataclass(frozen=True)
class _Labels:
    """The labels of a question by code, now and in the latest earlier wave that labels it."""

    question: Question
    before: View
    now: dict[str, str]
    then: dict[str, str]

    @property
    def changed(self) -> list[str]:
        """The codes whose label is another."""
        return [c for c in self.now if c in self.then and self.now[c] != self.then[c]]

    def hits(self, codes: list[str]) -> Iterator[Hit]:
        """Yield what a check saw in some codes; nothing where there is none."""
        if codes:
            facts = {"wave": self.before.wave.id}
            yield Hit(self.question.id, ", ".join(codes), facts=facts)


def _labels_then(context: CheckContext) -> Iterator[_Labels]:
    for question, before in compared_questions(context):
        if question.type in ("single", "rating"):
            now, then = _by_code(context.view, question), _by_code(before, question)
            if now and then:
                yield _Labels(question, before, now, then)


def _translated(context: CheckContext) -> dict[str, tuple[str, str, list[str]]]:
    """Return the earlier waves labelled in another language: both languages, and the questions."""
    if "translated" not in context.cache:
        together: dict[str, list[_Labels]] = {}
        for compared in _labels_then(context):
            together.setdefault(compared.before.wave.id, []).append(compared)
        context.cache["translated"] = {
            wave: (*tongues, [each.question.id for each in pairs if each.changed])
            for wave, pairs in together.items()
            if (tongues := _two_tongues(pairs)) is not None
        }
    translated: dict[str, tuple[str, str, list[str]]] = context.cache["translated"]
    return translated


def _two_tongues(compared: list[_Labels]) -> tuple[str, str] | None:
    """Return the languages of two files, where they are two: few of their labels are the same."""
    pairs = {(c.now[code], c.then[code]) for c in compared for code in c.now if code in c.then}
    same = sum(now == then for now, then in pairs)
    if len(pairs) < FEWEST_LABELS or same > SAME_WORDS * len(pairs):
        return None
    now, then = (language([pair[side] for pair in sorted(pairs)], "") for side in (0, 1))
    return (now, then) if now and then and now != then else None


def _by_code(view: View, question: Question) -> dict[str, str]:
    labels: Mapping[Any, str] = view.wave.provenance.get("value_labels", {}).get(question.id, {})
    codes = {value: code for code, value in question.values.items()}
    return {codes[v]: said(label) for v, label in labels.items() if v in codes}
