"""A participation model as a definition declares it: held to what it needs, and fitted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from padai.errors import EstimationError
from padai.estimation.analysis import codes_of, is_breakdown, numbers_of
from padai.nonrandom.estimators import Choice, fit_of_participation
from padai.nonrandom.fitted import FittedOutcome, check_share, fitted
from padai.nonrandom.shared_variables import SharedMatrices, shared_with_totals, shared_with_wave
from padai.numerics.designs import FloatArray
from padai.survey import Survey
from padai.survey.model_checks import MEAN
from padai.survey.participation_model import ParticipationModel
from padai.waves.reference_file import Leaning
from padai.waves.wave import Wave
from padai.words import Joined, Said

LEAST_ROWS = 100
"""Rows of a reference sample under which no model leans on it."""
LEAST_IN_A_CATEGORY = 10
"""Rows of a reference sample under which a category of it says nothing."""


def participants(wave: Wave, model: ParticipationModel, survey: Survey | None = None) -> Wave:
    """Return the wave with those outside of the model at a weight of zero.

    Its variables are those of `survey`, where groups have been merged since.

    Outside is who lacks a variable of the model, where the definition declares them so.

    Raises
    ------
    EstimationError
        Some lack one, and the definition does not say what they are.
    """
    wave = wave if survey is None else wave.redefined(survey)
    outside = np.zeros(len(wave), dtype=bool)
    for name in model.variables:
        lost = _blank(wave, name) & wave.weighs
        if lost.any() and model.blank == "refuse":
            raise EstimationError(
                Said("nonrandom-model-blank-in-the-sample", name=name, lost=int(lost.sum()))
            )
        outside |= lost
    if not outside.any():
        return wave
    weights = np.where(outside, 0.0, np.asarray(wave.weights))
    weights.flags.writeable = False
    return wave._changed(_weights=weights, _coded={})


def _blank(wave: Wave, name: str) -> NDArray[np.bool_]:
    if _is_number(wave, name):
        return np.isnan(numbers_of(wave, name))
    coded = wave.codes(name)
    question = None if is_breakdown(wave, name) else wave.question(name)
    missing = {code.code for code in question.missing_codes} if question is not None else set()
    none = np.array([label in missing for label in coded.labels] + [True], dtype=bool)
    return none[coded.codes]


def _is_number(wave: Wave, name: str) -> bool:
    question = wave.question(name)
    number = question is not None and question.type in ("number", "rating")
    return number and not is_breakdown(wave, name)


def check_common(
    wave: Wave, model: ParticipationModel, leaning: Leaning, least: int, where: str
) -> None:
    """Refuse a reference that the model cannot lean on in a wave.

    Parameters
    ----------
    wave
        From :func:`participants`.
    least
        The fewest people of a group that may be told of.

    Raises
    ------
    EstimationError
        The reference has few rows, or too small weights; a category is in one of the two alone, or
        holds few; everyone of a category took part; no participation model fits.
    """
    for message in _faults(wave, model, leaning, least):
        raise EstimationError(message, where=where)
    shared = shared_by(wave, model, leaning)
    own = shared.own[wave.weighs]
    there = shared.d > 0
    try:
        fit_of_participation(
            choice_of(model, leaning, MEAN), own, shared.other[there], shared.d[there]
        )
    except EstimationError:
        message = Said("nonrandom-model-separated", names=Joined(model.variables))
        raise EstimationError(message, where=where) from None


def _faults(wave: Wave, model: ParticipationModel, leaning: Leaning, least: int) -> Iterator[Said]:
    people = int(wave.weighs.sum())
    if leaning.n is not None and leaning.n < LEAST_ROWS:
        yield Said("nonrandom-model-few-rows", n=leaning.n, least=LEAST_ROWS)
    given = leaning.given
    size = float(np.sum(given.weights)) if isinstance(given, Wave) else float(leaning.size or 0)
    if size <= people:
        yield Said("nonrandom-model-weights-too-small", total=f"{size:.6g}", people=people)
    for name in model.variables:
        if not _is_number(wave, name):
            yield from _of_categories(wave, leaning, name, least)


def _of_categories(wave: Wave, leaning: Leaning, name: str, least: int) -> Iterator[Said]:
    """Yield what is wrong with the categories of a variable, in sample and reference."""
    own, (rows, people) = _counts(wave, name)[0], _known(leaning, name)
    alone = sorted(set(own) ^ set(people))
    if alone:
        here = Joined([label for label in alone if label in own] or ["–"])
        there = Joined([label for label in alone if label in people] or ["–"])
        yield Said("nonrandom-model-codes-differ", name=name, here=here, there=there)
        return
    for label, count in own.items():
        if count < least:
            yield Said("nonrandom-model-few-of-the-sample", name=name, label=label, least=least)
        if rows and rows[label] < LEAST_IN_A_CATEGORY:
            few = LEAST_IN_A_CATEGORY
            yield Said("nonrandom-model-few-of-the-reference", name=name, label=label, least=few)
        if people[label] <= count:
            yield Said("nonrandom-model-everyone-took-part", name=name, label=label)


def _counts(wave: Wave, name: str) -> tuple[dict[str, int], dict[str, float]]:
    """Return how many rows each category has, and how much they weigh."""
    coded = wave.codes(name)
    inside = (coded.codes >= 0) & wave.weighs
    places = coded.codes[inside]
    rows = np.bincount(places, minlength=len(coded.labels))
    weight = np.bincount(places, np.asarray(wave.weights)[inside], len(coded.labels))
    kept = [k for k in range(len(rows)) if rows[k]]
    names = [str(coded.labels[k]) for k in kept]
    return (
        dict(zip(names, (int(rows[k]) for k in kept), strict=True)),
        dict(zip(names, (float(weight[k]) for k in kept), strict=True)),
    )


def _known(leaning: Leaning, name: str) -> tuple[dict[str, int], dict[str, float]]:
    """Return rows and people of each category of the reference; no rows of totals."""
    if isinstance(leaning.given, Wave):
        return _counts(leaning.given, name)
    cells = leaning.given[name]
    return {}, dict(cells) if isinstance(cells, Mapping) else {}


def shared_by(wave: Wave, model: ParticipationModel, leaning: Leaning) -> SharedMatrices:
    """Return the columns that a wave and its reference share."""
    names = list(model.variables)
    if isinstance(leaning.given, Wave):
        return shared_with_wave(wave, leaning.given, names)
    return shared_with_totals(wave, leaning.given, names, float(leaning.size or 0))


def choice_of(model: ParticipationModel, leaning: Leaning, net: str, minus: bool = False) -> Choice:
    """Return the models that are declared, of a figure: a share is binomial."""
    family = "gaussian" if net == MEAN or minus else "binomial"
    totals = not isinstance(leaning.given, Wave)
    return Choice(model.method, model.link, model.fit, "glm", family, 1, leaning.size, totals)


def outcome_of(wave: Wave, question: str, net: str) -> FloatArray:
    """Return a figure's outcome of each row, NaN where it gave none.

    A share is of 0 and 1, a balance of -1, 0 and 1.
    """
    if net == MEAN:
        return numbers_of(wave, question)
    coded = codes_of(wave, question) if not is_breakdown(wave, question) else wave.answers(question)
    codes, minus = _codes_of(wave, question, net)
    labels = np.array([*coded.labels, ""], dtype=object)[coded.codes]
    score = np.isin(labels, codes).astype(np.float64) - np.isin(labels, minus)
    return np.where(coded.codes < 0, np.nan, score)


def _codes_of(wave: Wave, question: str, net: str) -> tuple[list[str], list[str]]:
    asked = wave.question(question)
    net_codes = asked.net(net) if asked is not None else None
    return ([net], []) if net_codes is None else (list(net_codes.codes), list(net_codes.minus))


def fit_item(
    wave: Wave, model: ParticipationModel, leaning: Leaning, question: str, net: str
) -> FittedOutcome:
    """Fit the declared models to a figure of a wave, from :func:`participants`.

    Raises
    ------
    EstimationError
        Everyone gave one answer; no model fits; a share is out of its range.
    """
    minus = net != MEAN and bool(_codes_of(wave, question, net)[1])
    choice = choice_of(model, leaning, net, minus)
    outcome = outcome_of(wave, question, net)
    item = fitted(choice, shared_by(wave, model, leaning), question, outcome, leaning.given)
    if choice.family == "binomial":
        check_share(question, item.estimate)
    return item


def smallest_category(wave: Wave, model: ParticipationModel, question: str, net: str) -> int:
    """Return the fewest people of a category among those who gave a figure's outcome."""
    answered = ~np.isnan(outcome_of(wave, question, net))
    smallest = int(answered.sum())
    for name in model.variables:
        if not _is_number(wave, name):
            codes = wave.codes(name).codes
            counts = np.bincount(codes[answered & (codes >= 0)])
            smallest = min([smallest, *(int(k) for k in counts if k)])
    return smallest
