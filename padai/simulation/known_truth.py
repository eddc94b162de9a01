"""The known truth: what the population thinks in each wave, and which changes are real."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.simulation.answering import Answering, WaveModel, followed
from padai.simulation.latent import probabilities
from padai.survey import Net, Survey

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

REAL = 1e-6
"""A change smaller than this (a ten-thousandth of a point) is the rounding of a zero."""


def known_truth(survey: Survey, models: Mapping[str, WaveModel], seed: int) -> dict[str, Any]:
    """Return the truth of all waves: values, changes and artefacts.

    Every number is an expectation over the made-up population, none is computed from a sample.
    Shares are 0 to 1 of the base as the definition has it; means are in points of the scale.

    Returns
    -------
    ``values[part][question][response][wave]``: the population's value; ``groups``: the same by
    breakdown and group, for what is followed of the questions in families and key results;
    ``measured``: where a break moves the measure, what a perfect sample would show instead;
    ``changes``: one row for what is followed of each question and each wave after its first.
    """
    values: dict[str, Any] = {}
    groups: dict[str, Any] = {}
    measured: dict[str, Any] = {}
    headline = _headline(survey)
    for wave_id, model in models.items():
        for part in model.people:
            for question in survey.questions.values():
                if not model.models(question, part):
                    continue
                answering = model.answering(question.id, part)
                for response, value in _values(answering, answering.true).items():
                    _put(values, (part, question.id, response, wave_id), value)
                if answering.measured is not answering.true:
                    for response, value in _values(answering, answering.measured).items():
                        _put(measured, (part, question.id, response, wave_id), value)
                if question.id in headline:
                    _by_group(survey, model, part, answering, groups)
    return {
        "synthetic": True,
        "survey": survey.id,
        "seed": seed,
        "values": values,
        "groups": groups,
        "measured": measured,
        "changes": _changes(survey, models, values),
    }


def _headline(survey: Survey) -> set[str]:
    named = {c.question for family in survey.families for c in family.comparisons}
    return named | {result.question for result in survey.key_results}


def _put(tree: dict[str, Any], keys: tuple[str, ...], value: float) -> None:
    for key in keys[:-1]:
        tree = tree.setdefault(key, {})
    tree[keys[-1]] = round(value, 9)


def _values(
    answering: Answering,
    thresholds: NDArray[np.float64],
    weight: NDArray[np.float64] | None = None,
) -> dict[str, float]:
    """Return the population's value of each code of the base, each net and the mean."""
    question = answering.question
    weight = answering.latent.weight if weight is None else weight
    weight = weight / weight.sum()
    if question.type == "multiple":
        each = weight @ answering.option_chances(thresholds)
    else:
        each = weight @ probabilities(answering.latent, thresholds)
    share = answering.opinion / answering.counted
    found = {c: float(each[answering.ascending.index(c)]) * share for c in answering.ascending}
    found |= {
        code: answering.missing.get(code, 0.0) / answering.counted
        for code in question.codes
        if code not in answering.ascending
    }
    values = {code: found[code] for code in question.codes}
    if question.type == "multiple":
        return values
    for net in question.all_nets:
        values[net.id] = _net(net, found)
    scores = question.scores
    if scores and set(answering.ascending) <= set(scores):
        values["mean"] = float(sum(found[c] * scores[c] for c in answering.ascending) / share)
    return values


def _net(net: Net, found: Mapping[str, float]) -> float:
    return sum(found.get(c, 0.0) for c in net.codes) - sum(found.get(c, 0.0) for c in net.minus)


def _by_group(
    survey: Survey, model: WaveModel, part: str, answering: Answering, groups: dict[str, Any]
) -> None:
    """Add the value of what is followed in each group of each breakdown that people have."""
    people = model.people[part]
    response = followed(answering.question, answering.item)
    for breakdown in survey.breakdowns:
        if breakdown.question not in people.answers:
            continue
        for group in survey.breakdown(breakdown.id).groups:
            here = model.divisions.member(breakdown.id, group.id, people.answers)
            weight = answering.latent.weight * here
            if weight.sum() > 0:
                value = _values(answering, answering.true, weight)[response]
                keys = (part, answering.question.id, response, breakdown.id, group.id, model.id)
                _put(groups, keys, value)


def _changes(
    survey: Survey, models: Mapping[str, WaveModel], values: Mapping[str, Any]
) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    first = next(iter(models.values()))
    for part, questions in values.items():
        for question_id, responses in questions.items():
            question = survey.question(question_id)
            item = first.planted.item(question)
            named = [followed(question, item)] if question.type != "multiple" else list(responses)
            for response in named:
                waves = responses[response]
                for before, after in pairwise(waves):
                    change = waves[after] - waves[before]
                    rows.append(
                        {
                            "part": part,
                            "question": question_id,
                            "response": response,
                            "wave": after,
                            "reference": before,
                            "change": round(change, 9),
                            "real": bool(abs(change) > REAL),
                        }
                    )
    return rows
