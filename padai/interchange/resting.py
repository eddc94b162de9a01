"""Modules asked in turn: which rest in the next wave, and the wave that a question is held to."""

from __future__ import annotations

from collections.abc import Callable

from padai.survey import Question, Survey
from padai.survey.rotations import rotation_of


def last_asked(survey: Survey, question: Question, last: str = "") -> str | None:
    """Return the wave that a question is matched with: the last, or its module's last.

    Parameters
    ----------
    last
        The wave taken for the last, where the new one does not come after all others.
    """
    last = last or survey.waves[-1]
    if question.asked_in(last):
        return last
    if rotation_of(survey.rotations, question.id) is None:
        return None
    at = survey.waves.index(last)
    nearest = (*reversed(survey.waves[:at]), *survey.waves[at:])
    return next((w for w in nearest if question.asked_in(w)), None)


def resting(survey: Survey, there: Callable[[Question], bool]) -> dict[str, str]:
    """Return the questions of each module of which nothing is there, with the module.

    Parameters
    ----------
    there
        Whether anything of a question is in the new file.
    """
    modules: dict[str, str] = {}
    for module in survey.rotations:
        if not any(there(survey.questions[name]) for name in module.questions):
            modules |= dict.fromkeys(module.questions, module.id)
    return modules
