"""Margins: within the reach of the samples that were interviewed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from padai.survey import Question, Survey
from padai.trends import difference, trend
from padai.validation.context import CheckContext
from padai.validation.registry import Hit, MeasuredFact, check
from padai.waves import Wave, stack
from padai.words import Said

EQUIVALENCE_LEVEL = 0.90
"""Two one-sided tests at 5% are a 90% interval that lies inside the margin."""


@check(
    "margin_unreachable",
    "warning",
    title=Said("validation-margins-of-stability-within-reach"),
    sentence="validation-the-declared-margin-can-never-be-met",
    needs=("earlier",),
    stages=("weighted",),
)
def margin_unreachable(context: CheckContext) -> Iterator[Hit]:
    """Even were nothing to change, no verdict of stability could be given."""
    now, before = context.view.wave, context.last.wave
    survey = context.survey
    if not isinstance(now, Wave) or not isinstance(before, Wave) or _confused(now, before, survey):
        return
    asked = [q for q in context.view.questions if q.margin and q in context.last.questions]
    if not asked or survey.overlap is None:
        return
    both = stack([before, now], overlap=survey.overlap)
    for question in asked:
        assert question.margin is not None
        response = _followed(question)
        series = trend(both, question.id, net=response, level=EQUIVALENCE_LEVEL)
        row = difference(series, now.id, before.id, family="margin").frame.iloc[0]
        unit = 1.0 if response == "mean" else 100.0
        half = unit * float(row["conf_high"] - row["conf_low"]) / 2
        if np.isfinite(half) and question.margin.points < half:
            facts = {"half": MeasuredFact(half)}
            yield Hit(question.id, f"{question.margin.points:g}", facts=facts)


def _followed(question: Question) -> str:
    """Return the response that a question's verdict is of."""
    if question.headline_net:
        return question.headline_net
    nets = [net.id for net in question.all_nets]
    return nets[0] if nets else "mean" if question.scores else question.codes[0]


def _confused(now: Wave, before: Wave, survey: Survey) -> bool:
    """Whether identifiers return where none should: the check of these says so, and nothing else
    can be worked out of the two waves together.
    """
    if survey.overlap != "none" or now.design.id is None or before.design.id is None:
        return False
    return bool(set(now.column(now.design.id)) & set(before.column(before.design.id)))
