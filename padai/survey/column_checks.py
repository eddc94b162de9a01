"""A question that reads the column of a sensitive one tells its answers under another name."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from padai.errors import Said
from padai.survey.definition import Survey
from padai.survey.questions import Question


def columns_read(question: Question, wave_id: str) -> Collection[str]:
    """Return the columns of a wave's file in which a question's answers stand."""
    if question.type == "multiple":
        return set(question.option_columns(wave_id).values())
    return {question.column(wave_id)}


def told_again(survey: Survey) -> Iterator[tuple[tuple[str, int], Said]]:
    """Yield the plain questions that read the answers of a sensitive one, and where they stand."""
    private = [q for q in survey.questions.values() if q.sensitive]
    for place, question in enumerate(survey.questions.values()):
        for message in () if question.sensitive else _shared(survey, question, private):
            yield ("questions", place), message


def _shared(survey: Survey, question: Question, private: list[Question]) -> Iterator[Said]:
    for wave_id in survey.waves:
        for other in private if question.asked_in(wave_id) else ():
            shared = set(columns_read(question, wave_id)) & set(columns_read(other, wave_id))
            if other.asked_in(wave_id) and shared:
                yield Said(
                    "survey-question-reads-a-sensitive-column",
                    question=question.id,
                    column=min(shared),
                    wave=wave_id,
                    other=other.id,
                )
                return


def same_answers(survey: Survey, wave_id: str) -> list[tuple[str, ...]]:
    """Return the questions of a wave whose answers stand in one column, whatever they are called.

    Examples
    --------
    >>> same_answers(survey, "2025")  # doctest: +SKIP
    [('trust', 'trust_in_short')]
    """
    reading: dict[str, list[str]] = {}
    for question in survey.questions.values():
        if question.asked_in(wave_id):
            for column in columns_read(question, wave_id):
                reading.setdefault(column, []).append(question.id)
    several = (tuple(names) for names in reading.values() if len(names) > 1)
    return list(dict.fromkeys(several))
