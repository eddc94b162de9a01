"""The errors of a wave held to what they tell of withheld cells: of which sums they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.disclosure.confidentiality import CONFIDENTIAL
from padai.disclosure.told_errors import ErrorSums, refuse_told_errors
from padai.errors import PublicationError
from padai.numerics.replication import units_told
from padai.numerics.weight_diagnostics import few_weigh_apart
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
    """Refuse a breakdown of which few people weigh nearly alike, and more than all others.

    The squared errors of all answers to a question add up to the spread of the weights: with the
    group's part of the population it tells how many they are.
    """
    least, weighs = survey.confidentiality.minimum_group, wave.weighs
    mine = shown["wave"].astype(str).eq(wave.id) & shown["flag"].astype(str).eq(CONFIDENTIAL)
    withheld = set(
        zip(*(shown.loc[mine, c].astype(str) for c in ("breakdown", "group")), strict=True)
    )
    for name in reported(survey, wave):
        coded = wave.codes(name)
        inside = weighs & (coded.codes >= 0)
        for weights in (design_weights(wave), wave.weights):
            heavy, _ = few_weigh_apart(weights[inside], coded.codes[inside], least)
            if any((name, coded.labels[k]) in withheld for k in heavy):
                raise PublicationError(
                    Said("pipeline-few-weigh-apart", part=wave.part, breakdown=f"`{name}`"),
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
