"""A version that corrects few records: totals in whole points, bases to ten, no group.

The version before is out, at full precision: a figure of this one tells by how many an answer
changed, to as many people as its last digit stands for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.disclosure import REASONS
from padai.disclosure.confidentiality import CONFIDENTIAL
from padai.disclosure.groups import leads_of
from padai.numerics.rounding import round_half_even, to_multiple
from padai.pipeline.versions.corrections import Results
from padai.store import COLUMNS
from padai.survey import Survey

TOTAL = "total"
BASES = 10
_POINT = 2
"""Decimals of a share in whole points."""
_STEPS = (1, 2, 5, 10)
"""To how many points a share is rounded: the first that stands for so many people."""
_PEOPLE_OF_A_STEP = 3
_ENDS = ("estimate", "conf_low", "conf_high")
_GONE = (
    "std_error",
    "df",
    "n_eff",
    "deff",
    "cv",
    "statistic",
    "p_value",
    "p_adjusted",
    "p_equivalence",
)
_WEIGHTS = {"cv": 1, "kish_deff": 1, "min": 1, "max": 1}
_DROPPED = (
    "words", "letters", "robustness", "tipping", "decomposition", "slopes", "indices",
    "small_areas",
    "validation_items", "participation_model", "quality",
)  # fmt: skip
"""What rests on each record and is not told at all."""


def with_few(results: Results, survey: Survey, wave: str) -> Results:
    """Return results in which the corrected wave says no more than few records allow.

    Parameters
    ----------
    results
        Tables, disclosed, and facts.
    survey
        The definition.
    wave
        The wave of which few records were corrected.

    Notes
    -----
    Every person is in one group of each breakdown: groups are withheld in all breakdowns, those
    that hold a corrected record and the others, so that nothing tells which. A sensitive question
    is withheld, whether or not an answer to it was corrected: beside the exact count of the version
    before, a share in whole points, or the end of an interval, that crosses an edge tells which way
    one person went, however many were asked. So is a question that follows from it, of which the
    base is how many gave an answer.
    """
    asked = _bases(results.tables, wave)
    closed = _closed(asked, survey)
    tables = {
        name: _coarse(name, frame, wave, asked, closed) for name, frame in results.tables.items()
    }
    tables |= {name: pd.DataFrame(columns=COLUMNS[name]) for name in _DROPPED}
    facts = dict(results.facts)
    facts["sizes"] = {
        part: {
            w: {**sizes, "n": _ten(sizes["n"])} if w == wave else sizes
            for w, sizes in waves.items()
        }
        for part, waves in facts["sizes"].items()
    }
    facts["weighting"] = {
        part: {w: _weights(sizes) if w == wave else sizes for w, sizes in waves.items()}
        for part, waves in facts["weighting"].items()
    }
    facts["findings"] = [{**row, "count": 0} for row in facts["findings"]]
    facts |= {"exclusions": [], "outcome": {}, "outcome_rates": {}}
    least = survey.confidentiality.minimum_group
    facts["release"] = {**facts["release"], "few_corrected": least}
    return replace(results, tables=tables, facts=facts, few=True)


def _weights(weights: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is told of the weights so that one record more or less changes nothing."""
    out = {
        name: value for name, value in weights.items() if name not in ("g_min", "g_max", "total")
    }
    for name, digits in _WEIGHTS.items():
        if name in out:
            unit = weights["mean"] if name in ("min", "max") else 1.0
            out[name] = float(round_half_even(np.array([out[name] / unit]), digits)[0]) * unit
    return out | {name: _ten(weights[name]) for name in ("n", "n_eff") if name in weights}


def _ten(value: float) -> int:
    return int(to_multiple(np.array([float(value)]), BASES)[0])


def _bases(tables: Mapping[str, pd.DataFrame], wave: str) -> dict[str, float]:
    """Return how many answered each question of a wave, in the part where they are fewest."""
    asked: dict[str, float] = {}
    for frame in (tables[name] for name in ("estimates", "trends")):
        whole = frame[
            (frame["wave"].astype(str) == wave) & (frame["breakdown"].astype(str) == TOTAL)
        ]
        bases = _floats(whole["n_base"])
        for question, n in zip(whole["question"].astype(str), bases, strict=True):
            if n == n:
                asked[question] = min(n, asked.get(question, np.inf))
    return asked


def _closed(asked: Mapping[str, float], survey: Survey) -> frozenset[str]:
    """Return the sensitive questions, and what follows from one."""
    leads = leads_of(survey)
    return frozenset(
        question
        for question in asked
        if any(survey.questions[q].sensitive for q in (question, *leads.get(question, ())))
    )


def _steps(questions: pd.Series, asked: Mapping[str, float]) -> NDArray[np.float64]:
    """Return to what the shares of each row are rounded."""

    def step(question: str) -> float:
        people = asked.get(question, 0.0) / 10**_POINT
        enough = (points for points in _STEPS if points * people >= _PEOPLE_OF_A_STEP)
        return float(next(enough, _STEPS[-1]) / 10**_POINT)

    known = {str(question): step(str(question)) for question in questions.unique()}
    return np.array([known[str(question)] for question in questions], dtype=np.float64)


def _coarse(
    name: str,
    frame: pd.DataFrame,
    wave: str,
    asked: Mapping[str, float],
    closed: frozenset[str],
) -> pd.DataFrame:
    if name == "weighting":
        return frame.assign(before=np.nan, after=np.nan)
    if name not in ("estimates", "trends", "differences") or not len(frame):
        return frame
    out = frame.copy()
    mine = out["wave"].astype(str) == wave
    if name == "differences":
        mine |= out["reference"].astype(str) == wave
    whole = out["breakdown"].astype(str) == TOTAL
    scores = (out["response"].astype(str) == "mean").to_numpy()
    steps = _steps(out["question"], asked)
    for column in _ENDS:
        values = _floats(out[column])
        rounded = np.where(scores, round_half_even(values, 0), _to_steps(values, steps))
        out[column] = np.where(mine, rounded, values)
    out["n_base"] = np.where(
        mine,
        to_multiple(_floats(out["n_base"]), BASES),
        _floats(out["n_base"]),
    )
    for column in set(_GONE) & set(out.columns):
        out[column] = np.where(mine, np.nan, _floats(out[column]))
    hidden = mine & (~whole | out["question"].astype(str).isin(closed))
    out.loc[hidden, [*_ENDS, "n_base"]] = np.nan
    if "verdict" in out.columns:
        out.loc[hidden, "verdict"] = ""
    out["flag"] = out["flag"].astype(object).mask(hidden, CONFIDENTIAL)
    out["reason"] = out["reason"].astype(object).mask(hidden, REASONS[CONFIDENTIAL])
    return out


def _to_steps(values: NDArray[np.float64], steps: NDArray[np.float64]) -> NDArray[np.float64]:
    return round_half_even(round_half_even(values / steps, 0) * steps, _POINT)


def _floats(values: pd.Series) -> NDArray[np.float64]:
    """Return a column as doubles, whatever stands for what is missing."""
    return pd.to_numeric(values.astype(object).where(values.notna(), None)).to_numpy(np.float64)
