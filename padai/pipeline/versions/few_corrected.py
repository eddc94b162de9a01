"""A version that corrects few records: totals in whole points, bases to ten, no group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.disclosure import REASONS
from padai.disclosure.confidentiality import CONFIDENTIAL
from padai.numerics.rounding import round_half_even, to_multiple
from padai.pipeline.versions.corrections import Results
from padai.store import COLUMNS
from padai.survey import Survey

TOTAL = "total"
BASES = 10
_POINT = 2
"""Decimals of a share in whole points."""
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
    that hold a corrected record and the others, so that nothing tells which.
    """
    tables = {name: _coarse(name, frame, wave) for name, frame in results.tables.items()}
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


def _coarse(name: str, frame: pd.DataFrame, wave: str) -> pd.DataFrame:
    if name == "weighting":
        return frame.assign(before=np.nan, after=np.nan)
    if name not in ("estimates", "trends", "differences") or not len(frame):
        return frame
    out = frame.copy()
    mine = out["wave"].astype(str) == wave
    if name == "differences":
        mine |= out["reference"].astype(str) == wave
    whole = out["breakdown"].astype(str) == TOTAL
    for column in _ENDS:
        values = _floats(out[column])
        scores = (out["response"].astype(str) == "mean").to_numpy()
        digits = np.where(scores, 0, _POINT)
        out[column] = np.where(mine, round_half_even(values, digits), values)
    out["n_base"] = np.where(
        mine,
        to_multiple(_floats(out["n_base"]), BASES),
        _floats(out["n_base"]),
    )
    for column in set(_GONE) & set(out.columns):
        out[column] = np.where(mine, np.nan, _floats(out[column]))
    hidden = mine & ~whole
    out.loc[hidden, [*_ENDS, "n_base"]] = np.nan
    if "verdict" in out.columns:
        out.loc[hidden, "verdict"] = ""
    out["flag"] = out["flag"].astype(object).mask(hidden, CONFIDENTIAL)
    out["reason"] = out["reason"].astype(object).mask(hidden, REASONS[CONFIDENTIAL])
    return out


def _floats(values: pd.Series) -> NDArray[np.float64]:
    """Return a column as doubles, whatever stands for what is missing."""
    return pd.to_numeric(values.astype(object).where(values.notna(), None)).to_numpy(np.float64)
