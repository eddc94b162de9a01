"""The respondents of a wave as codes, for disclosure alone."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import numpy as np

from padai.disclosure import QuestionAnswers, Records, Response
from padai.estimation.analysis import numbers_of
from padai.estimation.items import Tabulated, score_item, share_item
from padai.numerics.residuals import residualise
from padai.waves import Wave


def records_of(wave: Wave, questions: Iterable[str], breakdowns: Iterable[str]) -> Records:
    """Return a wave's respondents as the codes that its tables are made of.

    Parameters
    ----------
    questions
        Those that are tabulated.
    breakdowns
        Those that divide them, crossed ones by their parts; the total is none.
    """
    asked = {}
    for name in questions:
        question = wave.question(name)
        if question is not None and question.type == "number":
            asked[name] = _of_a_number(wave, name)
            continue
        shares, scores = share_item(wave, name, None), score_item(wave, name)
        responses = _responses(shares) | (_responses(scores) if scores is not None else {})
        fields = np.column_stack([field.codes for field in shares.fields])
        asked[name] = QuestionAnswers(fields.astype(np.intp), responses)
    groups = {}
    for name in breakdowns:
        coded = wave.codes(name)
        groups[name] = (coded.codes.astype(np.intp), coded.labels)
    residual = partial(residualise, design=wave.sample) if wave.sample.calibrations else None
    weights = np.asarray(wave.weights, dtype=float)
    return Records(asked, groups, weights, _drawn_one_by_one(wave), residual)


def _of_a_number(wave: Wave, name: str) -> QuestionAnswers:
    """Return who gave a number: its mean goes out, and with it for how many it stands."""
    gave = np.isfinite(numbers_of(wave, name))
    fields = np.where(gave, 0, -1).astype(np.intp)[:, None]
    return QuestionAnswers(fields, {"given": Response(0, np.ones(1), np.ones(1, dtype=bool))})


def _drawn_one_by_one(wave: Wave) -> bool:
    """Whether people were drawn one by one from the whole."""
    design = wave.sample
    stage = design.stages[0]
    alone = len(np.unique(stage.psu)) == len(stage.psu) and len(np.unique(stage.stratum)) == 1
    return alone and design.replicates is None


def _responses(item: Tabulated) -> dict[str, Response]:
    return {
        each.name: Response(
            each.field, np.array(each.scores, dtype=float), np.array(each.base, dtype=bool)
        )
        for each in item.responses
    }
