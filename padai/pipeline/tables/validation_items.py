"""Validation items: what a survey says of what is officially known, each wave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from padai.disclosure.confidentiality import CONFIDENTIAL
from padai.errors import PadaiError
from padai.estimation import proportion
from padai.nonrandom import validation_errors
from padai.pipeline.parts.facts import LEVEL
from padai.pipeline.parts.preparation import Prepared
from padai.pipeline.tables.explanation import error_code, held_to, told_by_weights
from padai.results import TOTAL
from padai.store import COLUMNS
from padai.survey import Survey
from padai.survey.small_areas import ValidationItem
from padai.waves import Wave, stack

MAIN = "main"
WEIGHTED, UNWEIGHTED, DRIFT = "weighted", "unweighted", "drift"


def validation_table(
    survey: Survey, parts: Mapping[str, Prepared], shown: pd.DataFrame
) -> pd.DataFrame:
    """Hold every declared item against its official values, in each wave that has one.

    Rows by `kind`: ``weighted`` and ``unweighted``, an item and wave each; ``drift``, one row: the
    test of all items that have a value in the first and the last of these waves.

    Parameters
    ----------
    shown
        The disclosed estimates of every wave: an item of which a row is confidential is left out,
        and nothing is told before weighting of a sensitive one, nor of one with a withheld cell in
        a group that weights are held to: the two shares would be two equations of it.
    """
    columns = COLUMNS["validation_items"]
    ready = parts.get(MAIN)
    if not survey.validation_items or ready is None:
        return pd.DataFrame(columns=columns)
    usable = [item for item in survey.validation_items if _is_open(item, shown)]
    rows: list[dict[str, Any]] = []
    for item in usable:
        rows += _of_item(survey, ready, item, shown)
    rows += _drift(survey, ready, usable)
    frame = pd.DataFrame([{"part": MAIN, **row} for row in rows]).reindex(columns=columns)
    texts = ("part", "kind", "wave", "reference", "question", "response", "reason")
    return frame.assign(**{c: frame[c].astype(object).fillna("") for c in texts})


def _is_open(item: ValidationItem, shown: pd.DataFrame) -> bool:
    own = shown[(shown["part"].astype(str) == MAIN)]
    own = own[(own["question"].astype(str) == item.question)]
    whole = own[own["breakdown"].astype(str) == TOTAL]
    return not whole["flag"].astype(str).str.split().apply(lambda f: CONFIDENTIAL in f).any()


def _known(survey: Survey, ready: Prepared, item: ValidationItem) -> list[Wave]:
    """Return the waves that asked the item and have its official value."""
    question = survey.question(item.question)
    return [w for w in ready.waves if w.id in item.values and question.asked_in(w.id, MAIN)]


def _official(item: ValidationItem, waves: list[Wave]) -> dict[str, tuple[float, float]]:
    return {w.id: (item.values[w.id].value, item.values[w.id].std_error) for w in waves}


def _of_item(
    survey: Survey, ready: Prepared, item: ValidationItem, shown: pd.DataFrame
) -> list[dict[str, Any]]:
    waves = _known(survey, ready, item)
    if not waves:
        return []
    kinds, ids = {WEIGHTED: waves}, [wave.id for wave in waves]
    by_weights = told_by_weights(item.question, held_to(survey, ids), ids, shown)
    if not (by_weights or survey.question(item.question).sensitive):
        kinds[UNWEIGHTED] = [_without_weights(wave) for wave in waves]
    rows = []
    for kind, own in kinds.items():
        est = proportion(stack(own, overlap=survey.overlap), item.question, level=LEVEL)
        errors = validation_errors(est, {(item.question, item.net): _official(item, own)})
        for row in errors.frame.to_dict("records"):
            rows.append(
                {
                    "kind": kind,
                    "wave": str(row["wave"]),
                    "question": item.question,
                    "response": item.net,
                    "estimate": row["estimate"],
                    "official": row["official"],
                    "error": row["error"],
                    "std_error": row["std_error"],
                }
            )
    return rows


def _without_weights(wave: Wave) -> Wave:
    """Return the same people, each for one; strata and psus stay."""
    design = replace(wave.design, weight=None, replicates=None)
    return Wave(
        wave.frame[wave.weighs],
        design,
        survey=wave.survey,
        id=wave.id,
        date=wave.date,
        part=wave.part,
    )


def _drift(survey: Survey, ready: Prepared, items: list[ValidationItem]) -> list[dict[str, Any]]:
    """Test whether the errors drifted from the first wave to the last, over items known in both."""
    last = ready.last
    spans = {i: [w.id for w in _known(survey, ready, item)] for i, item in enumerate(items)}
    spans = {i: ids for i, ids in spans.items() if last.id in ids}
    first = next((w for w in ready.waves[:-1] if any(w.id in s for s in spans.values())), None)
    if first is None:
        return []
    both = [items[i] for i, ids in spans.items() if first.id in ids]
    if survey.overlap == "respondent":  # the test would tell how many gave an answer twice
        both = [item for item in both if not survey.question(item.question).sensitive]
    if not both:
        return []
    fixed = {"kind": DRIFT, "wave": last.id, "reference": first.id}
    try:
        pair = stack([first, last], overlap=survey.overlap)
        est = proportion(pair, list(dict.fromkeys(i.question for i in both)), level=LEVEL)
        official = {(i.question, i.net): _official(i, [first, last]) for i in both}
        drift = validation_errors(est, official).drift
    except PadaiError as error:
        return [{**fixed, "reason": error_code(error, survey)}]
    assert drift is not None
    return [
        {
            **fixed,
            "statistic": drift.statistic,
            "df": drift.df,
            "ddf": drift.df_denominator,
            "p_value": drift.p_value,
            "largest": float(np.abs(drift.change).max()),
        }
    ]
