"""What decides which answers of a question count, and as what."""

from __future__ import annotations

from padai.survey import Question


def coding_of(question: Question) -> str:
    """Return what decides which answers of a question count, and as what; no text of it."""
    scale = question.scale
    return repr(
        (
            question.type,
            sorted(question.codes),
            sorted(question.excluded),
            sorted(question.values.items()),
            sorted(question.columns.items()),
            question.range,
            None if scale is None else sorted(scale.file_values.items()),
            *([repr(sorted(question.marks.items()))] if question.marks else []),
            None if question.base is None else question.base.model_dump_json(),
        )
    )
