"""Modules asked in turn: questions that leave a wave and come back, by plan."""

from __future__ import annotations

from pydantic import Field

from padai.survey.texts import Frozen, Text


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
