"""What goes out of a store: every figure at its printed precision, and nothing finer.

This is the one place where outside figures are made. The publishing process is given a store that
has passed here, so that no page, file, picture or script can hold a digit more.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.numerics.rounding import round_half_even, significant
from padai.store.coarse import (
    as_told,
    at_rounded_bases,
    changes_at_rounded_bases,
    coarse_table,
)
from padai.store.coarse_changes import Levels
from padai.store.coarse_degrees import coarse_df, degrees_told
from padai.store.coarse_facts import coarse_definition, coarse_facts
from padai.store.files import Store, open_store, write_store
from padai.store.precision import OF_TABLE, SHARE, coarser, units
from padai.store.schema import BLIND
from padai.survey import Survey

_WEIGHTS = {"cv": SHARE, "kish_deff": 2, "n_eff": 0, "g_min": 2, "g_max": 2}
"""Decimals of what is measured of the weights."""
_OF_SEVERAL_WAVES = ("differences", "slopes", "robustness", "decomposition")
"""Degrees of freedom of a change among the same people, and one, are the people of either wave:
less those of each they would count who joined and who left."""
_MINUTES = 0
_UNSAID = 6
"""Significant figures of a number of the facts that no rule names; none is printed as it is."""


def outside(store: Store) -> Store:
    """Return a store as it goes out.

    Parameters
    ----------
    store
        An open store. One that has passed here comes back as it is.

    Returns
    -------
    Store
        Shares and the ends of intervals at 0.1 point, standard errors at 0.01 point, design effects
        at two decimals, coefficients of variation at 0.1%, effective sizes whole, means at one
        decimal more than their scale, statistics at two decimals, p-values at three (0 under
        0.001), totals at three significant figures. Degrees of freedom are those of all strata,
        whichever of them people answered in. Degrees of freedom of what compares waves of
        the same people are rounded to two figures, and to tens. Why a figure is not there is a
        code; the message beside it stays inside. Where the definition declares ``rounding:``,
        bases, and what would tell them, are multiples of it.

    Notes
    -----
    A difference is rounded from the exact one, and may differ by 0.1 from that of two printed
    values. Flags, verdicts and words are those of the exact figures.
    """
    if store.printed:
        return store
    survey = store.survey
    rule = survey.confidentiality.rounding
    most = rule.decimals if rule is not None else None
    exact = degrees_told(store.tables, survey)
    if rule is not None:
        levels = Levels(exact, rule.bases)
        exact = changes_at_rounded_bases(exact, rule.bases, levels, survey)
        exact = {n: at_rounded_bases(n, frame, rule.bases, levels) for n, frame in exact.items()}
    tables = {name: _as_codes(_printed(name, frame, survey, most)) for name, frame in exact.items()}
    facts = _facts(store.facts)
    if rule is not None:
        tables = {n: coarse_table(n, frame, store, rule.bases) for n, frame in tables.items()}
        tables = as_told(tables)
        facts = coarse_facts(facts, rule.bases)
        survey = coarse_definition(survey, rule.bases)
    return replace(store, survey=survey, tables=tables, facts=facts, printed=True)


@contextmanager
def outside_copy(folder: Path) -> Iterator[Path]:
    """Yield a folder with the outside of a store, for a process that may see no more.

    Parameters
    ----------
    folder
        The store of a version.
    """
    with tempfile.TemporaryDirectory(prefix="padai-") as scratch:
        copy = Path(scratch) / "store"
        write_outside(folder, copy)
        yield copy


def write_outside(folder: Path, copy: Path) -> Store:
    """Write the outside of a store into an empty or absent folder, and return it."""
    store = outside(open_store(folder))
    write_store(copy, store.survey, store.wave, store.tables, store.facts, printed=True)
    return replace(store, folder=copy)


def _coarse_df(values: NDArray[np.float64], _unit: object) -> NDArray[np.float64]:
    return coarse_df(values)


def _printed(
    name: str, frame: pd.DataFrame, survey: Survey, most: int | None = None
) -> pd.DataFrame:
    rules = OF_TABLE.get(name, {})
    if not len(frame) or not rules:
        return frame
    out, unit = frame.copy(), units(name, frame, survey)
    if most is not None:
        unit, rules = np.minimum(unit, most), coarser(rules, most)
    if survey.overlap == "respondent" and name in _OF_SEVERAL_WAVES:
        rules = {**rules, "df": _coarse_df, "ddf": _coarse_df}
    for column, rule in rules.items():
        if column in out.columns:
            values = out[column].to_numpy(np.float64)
            out[column] = pd.Series(rule(values, unit), index=out.index, dtype="float64")
    return out


def _as_codes(frame: pd.DataFrame) -> pd.DataFrame:
    """Keep the code of why a figure is not there: a message names cells, and how far they are off.

    It was written for whoever makes a release, who finds it inside.
    """
    if "reason" not in frame.columns or not len(frame):
        return frame
    reasons = frame["reason"].astype(str)
    explained = reasons.str.contains(": ", regex=False)
    return frame.assign(reason=reasons.str.partition(": ")[0]) if explained.any() else frame


# --- facts ---------------------------------------------------------------------------------------


def _facts(facts: Mapping[str, Any]) -> dict[str, Any]:
    out = {name: _short(value) for name, value in facts.items() if name != BLIND}
    if "weighting" in facts:
        out["weighting"] = {
            part: {wave: _weights(weights) for wave, weights in waves.items()}
            for part, waves in facts["weighting"].items()
        }
    if "outcome_rates" in facts:
        out["outcome_rates"] = {
            part: [_rate(rate) for rate in rates] for part, rates in facts["outcome_rates"].items()
        }
    if "minutes" in facts:
        out["minutes"] = _rounded_all(facts["minutes"], _MINUTES)
    return out


def _weights(weights: Mapping[str, Any]) -> dict[str, Any]:
    """Return what goes out of the weights: their range as multiples of the mean weight."""
    out = dict(weights)
    mean = weights.get("mean")
    if mean:
        out |= {name: _to(weights[name] / mean, 2) for name in ("min", "max") if name in weights}
        out["mean"] = 1.0
    if "total" in weights:
        out["total"] = float(significant(np.array([weights["total"]], dtype=np.float64), 3)[0])
    return out | {name: _to(weights[name], d) for name, d in _WEIGHTS.items() if name in weights}


def _rate(rate: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **rate,
        "value": _to(rate["value"], SHARE),
        "numerator": _to(rate["numerator"], 0),
        "denominator": _to(rate["denominator"], 0),
    }


def _to(value: Any, digits: int) -> Any:
    if value is None or isinstance(value, (bool, int, str)):
        return value
    return float(round_half_even(np.array([value], dtype=np.float64), digits)[0])


def _rounded_all(value: Any, digits: int) -> Any:
    if isinstance(value, Mapping):
        return {k: _rounded_all(v, digits) for k, v in value.items()}
    return _to(value, digits)


def _short(value: Any) -> Any:
    """Cut the binary tail of a number that no rule names: it is declared, not estimated."""
    if isinstance(value, Mapping):
        return {k: _short(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_short(v) for v in value]
    if isinstance(value, float):
        return float(f"{value:.{_UNSAID}g}")
    return value
