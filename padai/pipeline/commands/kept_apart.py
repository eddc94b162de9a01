"""Questions that a definition keeps apart, and the lines that would make one series of them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from padai.errors import ComparisonError, Said
from padai.survey import Question, Survey
from padai.words import Joined


def too_few_waves(survey: Survey, question: Question, part: str, last: str) -> ComparisonError:
    """Return why a question has no series, and what would make one where it was kept apart.

    A question drawn from several files is another one where its label, or what its codes mean,
    changed from file to file. The other half is named then, with the lines that would join them.

    Parameters
    ----------
    survey, question
        The definition, and the question asked for.
    part, last
        The part, and the last wave looked at.
    """
    until = survey.waves[: survey.waves.index(last) + 1]
    asked = [w for w in until if question.asked_in(w, part)]
    facts = {
        "question": question.id, "count_waves": len(asked), "part": part, "wave_id": last,
    }  # fmt: skip
    message = Said("pipeline-question-was-asked-in-wave-s-of-part-up", **facts)
    for other, waves in _alike(survey, question, until, part):
        message = Said(
            "pipeline-question-is-kept-apart-from",
            **facts,
            other=other.id,
            waves=Joined(waves, "padai-and"),
            turned="yes" if _turned(question, other) else "no",
            lines="\n".join(_lines(survey, question, other, waves, part)),
        )
        break
    return ComparisonError(message, where=survey.id)


def _alike(
    survey: Survey, question: Question, until: tuple[str, ...], part: str
) -> Iterator[tuple[Question, list[str]]]:
    """Yield the questions of the same label or column, asked only where this one was not."""
    label = _plain_label(survey, question)
    for other in survey.questions.values():
        waves = [w for w in until if other.asked_in(w, part)]
        if other.id == question.id or not waves or any(question.asked_in(w, part) for w in waves):
            continue
        columns = {other.column(w) for w in waves}
        if (
            _plain_label(survey, other) == label
            or question.id in columns
            or other.id in _columns(question, until, part)
        ):
            yield other, waves


def _plain_label(survey: Survey, question: Question) -> str:
    return " ".join(question.label.get(survey.languages[0], question.id).casefold().split())


def _columns(question: Question, until: tuple[str, ...], part: str) -> set[str]:
    return {question.column(w) for w in until if question.asked_in(w, part)}


def _meanings(question: Question) -> dict[str, str]:
    """Return the code of each answer by its text."""
    return {
        json.dumps(
            code.label.model_dump(), sort_keys=True, ensure_ascii=False
        ).casefold(): code.code
        for code in (question.scale.codes if question.scale else ())
    }


def _turned(question: Question, other: Question) -> bool:
    """Whether two questions have the same answers under other codes."""
    own, theirs = _meanings(question), _meanings(other)
    return bool(own) and own.keys() == theirs.keys() and own != theirs


def _lines(
    survey: Survey,
    question: Question,
    other: Question,
    waves: list[str],
    part: str,
) -> Iterator[str]:
    """Yield the lines of ``questionnaire.yaml`` that make one question of the two."""
    asked = [w for w in survey.waves if question.asked_in(w, part) or other.asked_in(w, part)]
    columns = {w: c for w in asked if (c := _column(question, other, w, part)) != question.id}
    yield f"  {question.id}:"
    yield f"    waves: {json.dumps(asked)}"
    if columns:
        yield f"    columns: {json.dumps(columns, ensure_ascii=False)}"
    if _turned(question, other):
        own, theirs = _meanings(question), _meanings(other)
        read = ", ".join(f"{code}: {theirs[text]}" for text, code in own.items())
        each = ", ".join(f'"{w}": {{{read}}}' for w in waves)
        yield f"    scale: {{..., file_values: {{{each}}}}}"


def _column(question: Question, other: Question, wave: str, part: str) -> str:
    return (question if question.asked_in(wave, part) else other).column(wave)
