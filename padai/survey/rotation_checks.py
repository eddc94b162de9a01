"""What a module in rotation names must be there, and in one module only."""

from __future__ import annotations

from collections.abc import Iterator

from padai.errors import Said
from padai.survey.definition import Survey


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
                yield (
                    place,
                    Said(
                        "survey-question-is-in-two-rotations",
                        name=question,
                        one=seen[question],
                        two=module.id,
                    ),
                )
            seen.setdefault(question, module.id)
        for wave in module.waves:
            if wave not in survey.waves:
                yield (
                    place,
                    Said(
                        "survey-rotation-names-no-wave",
                        id=module.id,
                        name=wave,
                        known=", ".join(survey.waves),
                    ),
                )
