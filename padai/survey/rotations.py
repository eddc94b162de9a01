"""Modules asked in turn: questions that leave a wave and come back, by plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import Field

from padai.errors import Said
from padai.survey.texts import Frozen, Text

if TYPE_CHECKING:
    from padai.survey.definition import Survey


class Rotation(Frozen):
    """A module: its questions are asked together in some waves, and rest in the others.

    A question of a module that names no `waves:` of its own has those of the module.

    Examples
    --------
    >>> Rotation.model_validate({
    ...     "id": "health", "label": {"en": "Health"}, "questions": ["doctor"],
    ...     "waves": ["2021", "2023"],
    ... }).waves
    ('2021', '2023')
    """

    id: str = Field(pattern=r"^[A-Za-z][A-Za-z0-9_-]*$")
    label: Text
    questions: tuple[str, ...] = Field(min_length=1)
    waves: tuple[str, ...] = Field(min_length=1, description="The waves in which it was asked.")


def rotation_of(rotations: tuple[Rotation, ...], question_id: str) -> Rotation | None:
    """Return the module that a question belongs to; None where it is in none."""
    return next((r for r in rotations if question_id in r.questions), None)


def rotation_faults(survey: Survey) -> Iterator[tuple[int, Said]]:
    """Yield what is wrong with each module, with its place in the list."""
    seen: dict[str, str] = {}
    for place, module in enumerate(survey.rotations):
        if module.id in survey.questions or module.id in survey.scales:
            yield place, Said("survey-rotation-has-the-id-of-something-else", id=module.id)
        for question in module.questions:
            if question not in survey.questions:
                yield place, Said("survey-rotation-names-no-question", id=module.id, name=question)
            elif seen.get(question, module.id) != module.id:
                yield place, Said("survey-question-is-in-two-rotations", name=question,
                                  one=seen[question], two=module.id)  # fmt: skip
            seen.setdefault(question, module.id)
        for wave in module.waves:
            if wave not in survey.waves:
                yield place, Said("survey-rotation-names-no-wave", id=module.id, name=wave,
                                  known=", ".join(survey.waves))  # fmt: skip
