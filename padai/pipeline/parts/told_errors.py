"""The errors of a wave held to what they tell of withheld cells: of which sums they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.disclosure.confidentiality import CONFIDENTIAL
from padai.disclosure.told_errors import ErrorSums, refuse_told_errors
from padai.errors import PublicationError
from padai.numerics.replication import units_told
from padai.numerics.weight_diagnostics import few_weigh_more, merged_tell_by_weight
from padai.pipeline.parts.coarsening import reported
from padai.survey import Survey
from padai.waves import Wave
from padai.weighting.diagnostics import design_weights
from padai.words import Said

Groups = Mapping[tuple[str, str], NDArray[np.bool_]]
_ONE_ANSWER = ("single", "rating")


def hold_errors(survey: Survey, wave: Wave, shown: pd.DataFrame, groups: Groups) -> None:
    """Refuse a wave of which errors tell withheld cells.

    Parameters
    ----------
    shown
        The estimates of its part as they are published.
    groups
        Who is in each group, as :func:`groups_of` gives them.

    Raises
    ------
    PublicationError
        Names breakdown and questions.
    """
    _refuse_weighing_apart(survey, wave, shown)
    answers = _answers(survey, wave, shown)
    for sums in _sums(wave):
        refuse_told_errors(
            survey, wave.id, wave.part, shown, sums=sums, groups=groups, answers=answers
        )


def _refuse_weighing_apart(survey: Survey, wave: Wave, shown: pd.DataFrame) -> None:
    """Refuse a breakdown of which few people weigh more than nearly all others.

    The error of a total tells whether one of them is counted. The squared errors of all answers to
    a question add up to the spread of the weights: where they weigh nearly alike it tells, with the
    group's part of the population, how many they are.
    """
    mine = shown["wave"].astype(str).eq(wave.id) & shown["flag"].astype(str).eq(CONFIDENTIAL)
    withheld = set(
        zip(*(shown.loc[mine, c].astype(str) for c in ("breakdown", "group")), strict=True)
    )
    for name in reported(survey, wave):
        coded = wave.codes(name)
        if any((name, coded.labels[k]) in withheld for k in _heavy(wave, coded.codes)):
            raise _told(survey, wave, "pipeline-few-weigh-apart", name)


def refuse_told_by_weight(declared: Survey, survey: Survey, waves: Iterable[Wave]) -> None:
    """Refuse few people whom no group of the report keeps apart, and whom weights tell of.

    They are in a small group that was merged or left out, or in a cell of a margin that weights
    are held to.

    Parameters
    ----------
    declared, survey
        The definition as it is written, and with its small groups merged.

    Raises
    ------
    PublicationError
        Names the breakdown.
    """
    for wave in waves:
        for name in _divided_by(survey, wave):
            words = _told_of_coarse(declared, wave, name)
            if words is not None:
                raise _told(survey, wave, words, name)
        for record in wave.calibrations:
            for control in (margin.control for margin in getattr(record, "margins", ())):
                if len(_heavy(wave, control.codes)):
                    raise _told(survey, wave, "pipeline-few-of-a-margin-weigh-more", control.name)


def weighing_apart(declared: Survey, survey: Survey, waves: Iterable[Wave]) -> list[str]:
    """Return the breakdowns that are refused for what the few people of a group weigh.

    Parameters
    ----------
    declared, survey
        As :func:`refuse_told_by_weight` takes them.
    """
    return [
        name
        for wave in waves
        for name in _divided_by(survey, wave)
        if _told_of_coarse(declared, wave, name) or _heavy(wave, wave.codes(name).codes)
    ]


def _divided_by(survey: Survey, wave: Wave) -> list[str]:
    return sorted({each for named in reported(survey, wave) for each in named.split("*")})


def _told_of_coarse(declared: Survey, wave: Wave, name: str) -> str | None:
    """Return what is to be said of small groups that were merged or left out, and weigh apart."""
    survey = wave.survey
    assert survey is not None
    if survey.breakdown(name).small_groups is None:
        return None
    groups, made = wave.redefined(declared).codes(name).codes, wave.codes(name).codes
    if _heavy(wave, groups):
        return "pipeline-few-weigh-apart"
    limits = survey.reliability.minimum_base, survey.confidentiality.minimum_group
    inside = wave.weighs & (made >= 0)
    for weights in (design_weights(wave), wave.weights):
        if len(merged_tell_by_weight(weights[inside], groups[inside], made[inside], *limits)):
            return "pipeline-merged-weigh-apart"
    return None


def _heavy(wave: Wave, groups: NDArray[np.intp]) -> list[int]:
    """Return the groups of few people who weigh more than nearly all others."""
    assert wave.survey is not None
    least, inside = wave.survey.confidentiality.minimum_group, wave.weighs & (groups >= 0)
    heavy = (
        few_weigh_more(weights[inside], groups[inside], least)
        for weights in (design_weights(wave), wave.weights)
    )
    return [int(k) for each in heavy for k in each]


def _told(survey: Survey, wave: Wave, words: str, name: str) -> PublicationError:
    return PublicationError(
        Said(words, part=wave.part, breakdown=f"`{name}`"),
        where=f"{survey.id}, {wave.id}, {wave.part}, report_breakdowns",
    )


def groups_of(survey: Survey, wave: Wave) -> dict[tuple[str, str], NDArray[np.bool_]]:
    """Return who is in each group by which a wave is published."""
    divided = {name: wave.codes(name) for name in reported(survey, wave)}
    return {
        (name, label): coded.codes == k
        for name, coded in divided.items()
        for k, label in enumerate(coded.labels)
    }


def _answers(
    survey: Survey, wave: Wave, shown: pd.DataFrame
) -> dict[tuple[str, str], NDArray[np.bool_]]:
    """Return who gave each answer to the questions of which an answer is withheld in some group."""
    mine = shown[(shown["wave"].astype(str) == wave.id) & shown["flag"].astype(str).eq("x")]
    answers: dict[tuple[str, str], NDArray[np.bool_]] = {}
    for name in dict.fromkeys(mine["question"].astype(str)):
        known = survey.questions.get(name)
        if known is not None and known.type in _ONE_ANSWER:
            coded = wave.answers(name)
            answers |= {(name, label): coded.codes == k for k, label in enumerate(coded.labels)}
    return answers


def _sums(wave: Wave) -> Iterator[ErrorSums]:
    """Yield the sums that errors of totals are: over strata, over the cells of each margin to which
    a sample was calibrated, where what varies is left within them, and over clusters, those that
    replicate weights leave out together too.
    """
    design, stage, weights = wave.sample, wave.sample.stages[0], wave.weights
    fractions = stage.fraction[stage.stratum]
    yield ErrorSums(weights, stage.stratum, fractions=fractions)
    for calibration in design.calibrations:
        for margin in calibration.margins:
            terms = np.full(len(weights), -1, dtype=np.intp)
            terms[slice(None) if calibration.rows is None else calibration.rows] = margin
            yield ErrorSums(weights, terms, fractions=fractions)
    yield ErrorSums(weights, stage.psu, clusters=True)
    if design.replicates is not None:
        made = design.replicates.uncalibrated(weights)
        yield ErrorSums(weights, units_told(made, weights), clusters=True)
