"""What a deposit may hold of a definition: closed answers and broad groups, and nothing sensitive.

A file for an archive is under the rules of tables: it gives every cell of its questions by its
traits, down to one person. A sensitive question is told in tables by cells of five or more; no
blanking of traits does that for answers, so none goes into a file.
"""

from __future__ import annotations

from collections.abc import Iterator

from padai.errors import Said
from padai.survey.definition import Survey

At = tuple[str, str, int]
"""Where a name stands in a definition, under `deposit:`."""


def deposit_refused(survey: Survey) -> Iterator[tuple[At, Said]]:
    """Yield what a deposit names and may not hold, and where it stands.

    Parameters
    ----------
    survey
        The definition; names that it lacks are told elsewhere.
    """
    if survey.deposit is None:
        return
    for place, name in enumerate(survey.deposit.questions):
        for message in _of_question(survey, name):
            yield ("deposit", "questions", place), message
    for place, name in enumerate(survey.deposit.profile):
        asked = survey.breakdown(name).question if survey.has_breakdown(name) else ""
        if sensitive := sensitive_in(survey, asked):
            message = Said("survey-deposit-breakdown-is-sensitive", name=name, question=sensitive)
            yield ("deposit", "profile", place), message


def sensitive_in(survey: Survey, name: str) -> str | None:
    """Return the sensitive question that the answers to a question would tell of, if there is one.

    It is the question itself, or one that decided who was asked it, at any remove.
    """
    seen, waiting = set(), [name]
    while waiting:
        each = waiting.pop()
        question = survey.questions.get(each)
        if each in seen or question is None:
            continue
        seen.add(each)
        if question.sensitive:
            return each
        waiting += question.base.questions if question.base else ()
    return None


def _of_question(survey: Survey, name: str) -> Iterator[Said]:
    question = survey.questions.get(name)
    if question is None:
        return
    if question.type in ("number", "open"):
        yield Said(
            "survey-question-is-of-type-a-number-or-an-open", name=name, question_type=question.type
        )
    sensitive = sensitive_in(survey, name)
    if sensitive == name:
        yield Said("survey-deposit-question-is-sensitive", name=name)
    elif sensitive is not None:
        yield Said(
            "survey-deposit-question-is-routed-by-a-sensitive", name=name, question=sensitive
        )
