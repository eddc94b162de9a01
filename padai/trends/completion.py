"""The comparisons that a family declares and an Estimates lacks, worked out from its waves."""

from __future__ import annotations

from collections.abc import Sequence

from padai.errors import EstimationError
from padai.estimation import mean, proportion
from padai.estimation.items import Waves
from padai.results import Estimates
from padai.survey import Survey
from padai.trends.families import TOTAL, Families, Followed
from padai.trends.pairs import Pairs, pairs_of, source_of
from padai.words import Said


def with_whole_families(pairs: Pairs, families: Families, later: str, earlier: str) -> list[Pairs]:
    """Return the pairs that complete every family of which `pairs` holds a part.

    Raises
    ------
    EstimationError
        Some are lacking and the estimates are detached.
    """
    keys = pairs.keys().astype(str)
    rows = set(zip(*(keys[n] for n in ("question", "response", "breakdown", "group")), strict=True))
    present = {row[:3] for row in rows}
    touched = {family for row in rows if (family := families.family(*row)) is not None}
    # all groups of a breakdown are estimated together, so that each is completed once
    lacking = (k for f in sorted(touched) for k in families.members[f] if k[:3] not in present)
    absent = list({key[:3]: key for key in lacking}.values())
    absent = [key for key in absent if _asked(pairs.estimates, key[0], (later, earlier))]
    if not absent:
        return []
    if not pairs.estimates.attached:
        names = ", ".join(f"{q} ({r}, {b})" for q, r, b, _ in absent[:5])
        raise EstimationError(
            Said("trends-a-family-is-adjusted-over-all-its", count_absent=len(absent), names=names)
        )
    return [pairs_of(_once(pairs.estimates, keys), later, earlier) for keys in _together(absent)]


def _together(keys: Sequence[Followed]) -> list[tuple[Followed, ...]]:
    """Put together what one call estimates: a response of several questions, by one breakdown."""
    by_question: dict[tuple[str, str], list[Followed]] = {}
    for key in keys:
        by_question.setdefault(key[1:3], []).append(key)
    return [tuple(alike) for alike in by_question.values()]


def _once(estimates: Estimates, keys: tuple[Followed, ...]) -> Estimates:
    """Estimate what a family compares once for all the pairs of waves of the same estimates."""
    source, level = source_of(estimates), estimates.level
    known: dict[tuple[tuple[Followed, ...], float], Estimates] = vars(source).setdefault(
        "completed", {}
    )
    if (keys, level) not in known:
        known[keys, level] = estimated(source.waves, keys[0], level, [key[0] for key in keys])
    return known[keys, level]


def _asked(estimates: Estimates, question: str, waves: tuple[str, str]) -> bool:
    survey = estimates.survey
    if survey is None:
        return False
    part = source_of(estimates).waves.waves[0].part if estimates.attached else None
    return asked_in_all(survey, question, part, waves)


def asked_in_all(survey: Survey, question: str, part: str | None, waves: tuple[str, ...]) -> bool:
    """Whether a question was put to a part in every one of some waves."""
    asked = survey.question(question)
    return all(asked.asked_in(wave, part) for wave in waves)


def estimated(
    waves: Waves, key: Followed, level: float, questions: Sequence[str] = ()
) -> Estimates:
    """Estimate what a family compares: one response of a question, by one breakdown.

    Parameters
    ----------
    questions
        All of which that response is estimated, where there are several.
    """
    question, response, breakdown, _ = key
    by = None if breakdown == TOTAL else [breakdown]
    asked = list(questions) or [question]
    if response == "mean":
        return mean(waves, asked, by=by, level=level)
    return proportion(waves, asked, net=response, by=by, level=level)
