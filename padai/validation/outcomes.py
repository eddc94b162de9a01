"""How many of those approached took part: rates named by what the sample allows to call them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from padai.errors import DefinitionError
from padai.survey import Survey

RateName = Literal["response", "participation", "completion"]


@dataclass(frozen=True)
class Rate:
    """One outcome rate of a part.

    Attributes
    ----------
    name
        ``response`` (probability samples only), ``participation`` or ``completion``.
    labels
        What it is called, by language.
    value
        0 to 1; nothing where the supplier did not give the counts.
    numerator, denominator
        The counts that it is made of.
    formulas
        How it is made, by language.
    """

    name: RateName
    labels: Mapping[str, str]
    value: float | None
    numerator: int | None
    denominator: int | None
    formulas: Mapping[str, str]


def outcome_rates(survey: Survey, wave_id: str, part: str = "main") -> tuple[Rate, ...]:
    """Return the outcome rates of a part, from the dispositions that its definition gives.

    A probability sample has a response rate: completed interviews over everyone invited who was
    not found out of scope (AAPOR's response rate 1, in which cases of unknown eligibility count
    as eligible). Panels that people joined by themselves, quotas and open calls have a
    participation rate, which is never called a response rate. Both have a completion rate:
    completed over started.

    Raises
    ------
    DefinitionError
        The counts contradict each other.

    References
    ----------
    AAPOR (2023), *Standard Definitions*, 10th edition.

    Examples
    --------
    >>> outcome_rates(survey, "2025")[0].value  # doctest: +SKIP
    0.314
    """
    spec = survey.part(wave_id, part)
    given = spec.outcome
    invited = given.invited if given else None
    started = given.started if given else None
    completed = given.completed if given else None
    excluded = (given.excluded if given else None) or 0
    _check(f"{survey.id}, {wave_id}, {part}", invited, started, completed, excluded)
    if spec.sample_type == "probability":
        eligible = None if invited is None else invited - excluded
        first = _rate("response", completed, eligible)
    else:
        first = _rate("participation", completed, invited)
    return first, _rate("completion", completed, started)


def _rate(name: RateName, numerator: int | None, denominator: int | None) -> Rate:
    supplied = numerator is not None and denominator is not None and denominator > 0
    value = numerator / denominator if supplied else None  # type: ignore[operator]
    labels, formulas = _WORDS[name]
    return Rate(name, labels, value, numerator, denominator, formulas)


def _check(
    where: str, invited: int | None, started: int | None, completed: int | None, excluded: int
) -> None:
    counts = {"invited": invited, "started": started, "completed": completed}
    known = [(name, count) for name, count in counts.items() if count is not None]
    for (larger, most), (smaller, least) in pairwise(known):
        if least > most:
            raise DefinitionError(
                f"`outcome` says {smaller} {least} and {larger} {most}; it cannot be more. Correct "
                "the counts.",
                f"`outcome` dit {smaller} {least} et {larger} {most}; ce ne peut être plus. "
                "Corrigez les nombres.",
                where=where,
            )
    if invited is not None and completed is not None and completed > invited - excluded:
        counted = f"invited {invited}, excluded {excluded}, completed {completed}"
        raise DefinitionError(
            f"`outcome` says {counted}; more completed than were in scope. Correct the counts.",
            f"`outcome` dit {counted}; plus d’entrevues complètes que de personnes dans le champ. "
            "Corrigez les nombres.",
            where=where,
        )


_WORDS: dict[RateName, tuple[dict[str, str], dict[str, str]]] = {
    "response": (
        {"fr": "Taux de réponse (AAPOR, TR1)", "en": "Response rate (AAPOR RR1)"},
        {
            "fr": "entrevues complètes sur personnes invitées, hors champ exclues",
            "en": "completed interviews over people invited, those out of scope left out",
        },
    ),
    "participation": (
        {"fr": "Taux de participation", "en": "Participation rate"},
        {
            "fr": "entrevues complètes sur personnes invitées",
            "en": "completed interviews over people invited",
        },
    ),
    "completion": (
        {"fr": "Taux d’achèvement", "en": "Completion rate"},
        {
            "fr": "entrevues complètes sur entrevues commencées",
            "en": "completed interviews over interviews started",
        },
    ),
}
