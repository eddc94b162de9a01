"""How many people are left out of what is published or took no part: told of no handful."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from padai.survey import Survey
from padai.survey.fieldwork import Part
from padai.validation.outcomes import outcome_rates
from padai.waves import Wave
from padai.words.languages import in_order

HANDFUL = "handful"
"""Why counts are not told: one of them, or one less another, is a handful of people."""


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
    counts = wave.provenance.get("excluded", [])
    least = survey.confidentiality.minimum_group
    return [
        {
            "part": part,
            "wave": wave.id,
            "column": rule.column,
            "count": counted(int(count), least),
            "reason": rule.reason.model_dump(),
        }
        for rule, count in zip(rules, counts, strict=False)
    ]


def ended(survey: Survey, wave: Wave, part: str) -> dict[str, Any] | None:
    """Return how the cases of a part ended, as declared: its note alone where a handful is told.

    Each count is a term of a sum: what is left out beside the others would come back from them.
    """
    declared = survey.part(wave.id, part)
    if declared.outcome is None:
        return None
    outcome = declared.outcome.model_dump(mode="json")
    return (
        {"not_counted": HANDFUL, "note": outcome["note"]} if _handful(declared, wave) else outcome
    )


def rates(survey: Survey, wave: Wave, part: str) -> list[dict[str, Any]]:
    """Return the outcome rates of a part, without their counts where a handful is told.

    A share that all but a handful are in tells them by itself.
    """
    few, least = _handful(survey.part(wave.id, part), wave), _least(wave)
    out = []
    for rate in outcome_rates(survey, wave.id, part):
        value, made = rate.value, (rate.numerator, rate.denominator)
        fixed: dict[str, Any] = {
            "name": rate.name,
            "labels": worded(rate.labels, survey),
            "formulas": worded(rate.formulas, survey),
        }
        if few and rate.numerator is not None and rate.denominator is not None:
            missed = rate.denominator - rate.numerator
            estimated = rate.name == "response_estimated"  # its formula says the share in scope
            value = None if estimated or 0 < missed < least else value
            made = (None, None)
            fixed["not_counted"] = HANDFUL
        out.append(fixed | {"value": value, "numerator": made[0], "denominator": made[1]})
    return out


def worded(texts: Mapping[str, str], survey: Survey) -> dict[str, str]:
    """Return a text in the languages of a survey, French and English first as everywhere."""
    return {lang: texts[lang] for lang in in_order(survey.languages) if lang in texts}


def _least(wave: Wave) -> int:
    assert wave.survey is not None
    return wave.survey.confidentiality.minimum_group


def _handful(declared: Part, wave: Wave) -> bool:
    """Whether the declared counts tell of a handful who did not take part or are not shown.

    A mini-public is small by design and told by its draw.
    """
    given = declared.outcome
    if given is None or declared.sample_type == "minipublic":
        return False
    if given.dispositions is None:
        invited, started, completed = given.invited, given.started, given.completed
        counts = [given.excluded or 0]
    else:
        cases = given.dispositions
        invited, started, completed = cases.cases, cases.complete + cases.partial, cases.complete
        counts = [n for name, n in cases.model_dump().items() if name != "complete"]
    chain = [n for n in (invited, started, completed, len(wave.weights)) if n is not None]
    counts += [abs(one - other) for one, other in pairwise(chain)]
    if invited is not None and completed is not None:
        counts.append(invited - counts[0] - completed if given.dispositions is None else 0)
    return any(0 < n < _least(wave) for n in counts)
