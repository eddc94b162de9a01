"""How many people are left out of what is published: told of no handful."""

from __future__ import annotations

from typing import Any

from padai.survey import Survey
from padai.waves import Wave


def counted(people: int, least: int) -> int | None:
    """Return how many people, nothing where they are fewer than the smallest group shown.

    Parameters
    ----------
    least
        The smallest group of the survey.

    Examples
    --------
    >>> counted(0, 10), counted(3, 10), counted(10, 10)
    (0, None, 10)
    """
    return None if 0 < people < least else people


def left_out(survey: Survey, wave: Wave, part: str) -> list[dict[str, Any]]:
    """Return each declared exclusion of a part: its reason, and how many people it left out.

    Which answer leaves people out is declared, so that how many is a count of that answer.
    """
    rules = survey.part(wave.id, part).exclusions
    found = wave.provenance.get("excluded", [])
    least = survey.confidentiality.minimum_group
    return [
        {
            "part": part,
            "wave": wave.id,
            "column": rule.column,
            "count": counted(int(count), least),
            "reason": rule.reason.model_dump(),
        }
        for rule, count in zip(rules, found, strict=False)
    ]
