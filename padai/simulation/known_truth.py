"""The known truth: what the population thinks in each wave, and which changes are real."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.simulation.answering import Answering, followed, planted_change
from padai.simulation.latent import probabilities
from padai.simulation.wave_model import WaveModel
from padai.survey import Net, Survey

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

DIGITS = 6


def known_truth(survey: Survey, models: Mapping[str, WaveModel], seed: int) -> dict[str, Any]:
    """Return the truth of all waves: values, changes and artefacts.

    Every number is an expectation over the made-up population, none is computed from a sample.
    Shares are 0 to 1 of the base as the definition has it; means are in points of the scale.

    Returns
    -------
    ``values[part][question][response][wave]``: the population's value; ``groups``: the same by
    breakdown and group, for what is followed of the questions in families and key results;
    ``measured``: where a break moves the measure, what a perfect sample would show instead;
    ``changes``: one row for what is followed of each question and each wave after its first;
    ``real`` says that the change was planted. In the part that a question is planted in (`main`)
    all others are exactly zero; another part's make-up may move it by less than a point.
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
                keys, each = (part, question.id), _chances(answering, answering.true)
                _put(values, keys, wave_id, _values(answering, answering.latent.weight @ each))
                if answering.measured is not answering.true:
                    shown = answering.latent.weight @ _chances(answering, answering.measured)
                    _put(measured, keys, wave_id, _values(answering, shown))
                if question.id in headline:
                    _by_group(survey, model, part, answering, each, groups)
    return {
        "synthetic": True,
        "survey": survey.id,
        "seed": seed,
        "values": values,
        "groups": groups,
        "measured": measured,
        "changes": _changes(survey, models, values),
    }


def truth_text(truth: Mapping[str, Any]) -> str:
    """Write the truth as JSON, one line a question or row: small, and legible in a diff."""
    return _lines(truth, 3, "") + "\n"


def _lines(value: Any, depth: int, indent: str) -> str:
    if depth == 0 or not value or not isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    deeper = indent + " "
    if isinstance(value, dict):
        rows = [f"{json.dumps(k)}: {_lines(v, depth - 1, deeper)}" for k, v in value.items()]
    else:
        rows = [_lines(row, 0, deeper) for row in value]
    inner = f",\n{deeper}".join(rows)
    ends = "{}" if isinstance(value, dict) else "[]"
    return f"{ends[0]}\n{deeper}{inner}\n{indent}{ends[1]}"


def _headline(survey: Survey) -> set[str]:
    named = {c.question for family in survey.families for c in family.comparisons}
    return named | {result.question for result in survey.key_results}


def _put(
    tree: dict[str, Any], keys: tuple[str, ...], wave_id: str, values: Mapping[str, float]
) -> None:
    for key in keys:
        tree = tree.setdefault(key, {})
    for response, value in values.items():
        tree.setdefault(response, {})[wave_id] = round(value, DIGITS)


def _chances(answering: Answering, thresholds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return each person's chance of each answer, in the order of `ascending`, shape (N, k)."""
    if answering.question.type == "multiple":
        return answering.option_chances(thresholds)
    return probabilities(answering.latent, thresholds)


def _values(answering: Answering, each: NDArray[np.float64]) -> dict[str, float]:
    """Return the value of each code of the base, each net and the mean, from shares of opinions."""
    question = answering.question
    share = answering.opinion / answering.counted
    shares = {c: float(p) * share for c, p in zip(answering.ascending, each, strict=True)}
    shares |= {
        code: answering.missing.get(code, 0.0) / answering.counted
        for code in question.codes
        if code not in answering.ascending
    }
    values = {code: shares[code] for code in question.codes}
    if question.type == "multiple":
        return values
    for net in question.all_nets:
        values[net.id] = _net(net, shares)
    scores = question.scores
    if scores and set(answering.ascending) <= set(scores):
        values["mean"] = float(sum(shares[c] * scores[c] for c in answering.ascending) / share)
    return values


def _net(net: Net, shares: Mapping[str, float]) -> float:
    return sum(shares.get(c, 0.0) for c in net.codes) - sum(shares.get(c, 0.0) for c in net.minus)


def _by_group(
    survey: Survey,
    model: WaveModel,
    part: str,
    answering: Answering,
    each: NDArray[np.float64],
    groups: dict[str, Any],
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
                value = _values(answering, weight @ each / weight.sum())[response]
                keys = (part, answering.question.id, breakdown.id, group.id)
                _put(groups, keys, model.id, {response: value})


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
                    change = round(waves[after] - waves[before], DIGITS)
                    rows.append(
                        {
                            "part": part,
                            "question": question_id,
                            "response": response,
                            "wave": after,
                            "reference": before,
                            "change": change,
                            "real": planted_change(item, after, response) != 0.0,
                        }
                    )
    return rows
