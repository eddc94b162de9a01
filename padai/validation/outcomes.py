"""How many of those approached took part: rates named by what the sample allows to call them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from padai.errors import DefinitionError
from padai.survey import Survey
from padai.survey.fieldwork import Dispositions, Outcome
from padai.validation.wording import counted, marked, percent
from padai.words import Both, ByLanguage, Said, say

RateName = Literal["response", "response_estimated", "participation", "completion"]


@dataclass(frozen=True)
class Rate:
    """One outcome rate of a part.

    Attributes
    ----------
    name
        ``response`` and ``response_estimated`` (probability samples only), ``participation`` or
        ``completion``.
    labels
        What it is called, by language.
    value
        0 to 1; nothing where the supplier did not give the counts.
    numerator, denominator
        The counts that it is made of; the denominator of an estimated rate is no whole number.
    formulas
        How it is made, by language.
    """

    name: RateName
    labels: Mapping[str, str]
    value: float | None
    numerator: int | None
    denominator: float | None
    formulas: Mapping[str, str]


def outcome_rates(survey: Survey, wave_id: str, part: str = "main") -> tuple[Rate, ...]:
    """Return the outcome rates of a part, from the dispositions that its definition gives.

    A probability sample has a response rate: completed interviews over everyone invited who was
    not found out of scope (AAPOR's response rate 1, in which cases of unknown eligibility count
    as eligible). With AAPOR's dispositions it also has response rate 3, in which they count in
    the proportion of eligible ones among the cases whose eligibility is known. Panels that people
    joined by themselves, quotas and open calls have a participation rate, which is never called a
    response rate. All have a completion rate: completed over started.

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
    given = spec.outcome or Outcome()
    ended = given.dispositions
    invited, started, completed, excluded = (
        (given.invited, given.started, given.completed, given.excluded or 0)
        if ended is None
        else (ended.cases, ended.complete + ended.partial, ended.complete, ended.ineligible)
    )
    _check(f"{survey.id}, {wave_id}, {part}", invited, started, completed, excluded)
    completion = _rate("completion", completed, started)
    if spec.sample_type != "probability":
        return _rate("participation", completed, invited), completion
    eligible = None if invited is None else invited - excluded
    estimated = () if ended is None else _estimated(ended)
    return _rate("response", completed, eligible), *estimated, completion


def told(rate: Rate, lang: str) -> str:
    """Say a rate in a line: its name, its share and counts, or that it was not supplied."""
    colon = say("padai-colon", lang)
    if rate.value is None:
        return rate.labels[lang] + colon + say("validation-not-supplied", lang)
    share = percent(rate.value, lang)
    made = (counted(round(n), lang) for n in (rate.numerator or 0, rate.denominator or 0))
    return f"{rate.labels[lang]}{colon}{share} ({' / '.join(made)})"


def _estimated(ended: Dispositions) -> tuple[Rate, ...]:
    """AAPOR's response rate 3, where some eligibility is unknown and some known."""
    known = ended.eligible + ended.ineligible
    if not ended.unknown or not known:
        return ()
    share = ended.eligible / known
    return (
        _rate("response_estimated", ended.complete, ended.eligible + share * ended.unknown, share),
    )


def _rate(
    name: RateName, numerator: int | None, denominator: float | None, share: float = 1.0
) -> Rate:
    supplied = numerator is not None and denominator is not None and denominator > 0
    value = numerator / denominator if supplied else None  # type: ignore[operator]
    labels, formulas = _WORDS[name]
    formula = ByLanguage(lambda lang: formulas[lang].format(e=marked(share, ".3f", lang)))
    return Rate(name, labels, value, numerator, denominator, formula)


def _check(
    where: str, invited: int | None, started: int | None, completed: int | None, excluded: int
) -> None:
    counts = {"invited": invited, "started": started, "completed": completed}
    known = [(name, count) for name, count in counts.items() if count is not None]
    for (larger, most), (smaller, least) in pairwise(known):
        if least > most:
            raise DefinitionError(
                Said(
                    "validation-outcome-says-and-it-cannot-be-more",
                    smaller=smaller,
                    least=least,
                    larger=larger,
                    most=most,
                ),
                where=where,
            )
    if invited is not None and completed is not None and completed > invited - excluded:
        counted = f"invited {invited}, excluded {excluded}, completed {completed}"
        raise DefinitionError(
            Said("validation-outcome-says-more-completed-than-were-in", counted=counted),
            where=where,
        )


_WORDS: dict[RateName, tuple[Both, Both]] = {
    "response": (
        Both("validation-response-rate-aapor-rr1"),
        Both("validation-completed-interviews-over-people-invited-74df"),
    ),
    "response_estimated": (
        Both("validation-estimated-response-rate-aapor-rr3"),
        Both("validation-cases-of-unknown-eligibility-counted-at", e="{e}"),
    ),
    "participation": (
        Both("validation-participation-rate"),
        Both("validation-completed-interviews-over-people-invited-ff39"),
    ),
    "completion": (
        Both("validation-completion-rate"),
        Both("validation-completed-interviews-over-interviews"),
    ),
}
