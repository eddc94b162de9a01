"""How finely each figure of a store is printed (RULES: precision outside)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.numerics.rounding import decimals_of, printed_p, round_half_even, significant
from padai.survey import Survey

Numbers = NDArray[np.float64]
Rule = Callable[[Numbers, NDArray[np.int64]], Numbers]
"""Rounds a column; the second argument is the decimals of each row's own unit."""
SHARE = 3
"""Decimals of a share: 0.1 point."""
INDEX = 1
"""Decimals of an index from 0 to 100."""
STATISTIC = 2
_TOTAL_FIGURES = 3
_TOTALS = ("total",)
_AS_TOTAL = -1
"""Instead of decimals: three significant figures."""


def _fixed(digits: int) -> Rule:
    return lambda values, _unit: round_half_even(values, digits)


def _in_unit(values: Numbers, unit: NDArray[np.int64], more: int = 0) -> Numbers:
    out = round_half_even(values, np.maximum(unit, 0) + more)
    total = unit == _AS_TOTAL
    out[total] = significant(values[total], _TOTAL_FIGURES)
    return out


def _p(values: Numbers, _unit: NDArray[np.int64]) -> Numbers:
    return printed_p(values)


_LEVEL: Rule = _in_unit
_ERROR: Rule = partial(_in_unit, more=1)
_SHARES, _WHOLE = _fixed(SHARE), _fixed(0)
_TESTS: dict[str, Rule] = {
    "statistic": _fixed(STATISTIC), "p_value": _p, "p_adjusted": _p, "p_equivalence": _p,
}  # fmt: skip
_FIGURES: dict[str, Rule] = {
    "estimate": _LEVEL, "conf_low": _LEVEL, "conf_high": _LEVEL, "std_error": _ERROR,
    "df": _WHOLE, "n_base": _WHOLE, "n_eff": _WHOLE, "deff": _fixed(2), "cv": _fixed(3),
    **_TESTS,
}  # fmt: skip
OF_TABLE: dict[str, Mapping[str, Rule]] = {
    "estimates": _FIGURES,
    "trends": _FIGURES,
    "differences": _FIGURES,
    "robustness": _FIGURES,
    "tipping": {"value": _LEVEL, "low": _SHARES, "high": _SHARES},
    "decomposition": _FIGURES,
    "slopes": {**_FIGURES, "ddf": _WHOLE},
    "indices": {**_FIGURES, "r2_gain": _SHARES},
    "small_areas": {
        **_FIGURES, "direct": _LEVEL, "direct_low": _LEVEL, "direct_high": _LEVEL,
        "borrowed": _fixed(2), "residual": _fixed(1),
    },
    "validation_items": {
        **_FIGURES, "official": _LEVEL, "error": _LEVEL, "largest": _LEVEL, "ddf": _WHOLE,
    },
    "participation_model": {
        **_FIGURES, "weighted": _LEVEL, "weighted_low": _LEVEL, "weighted_high": _LEVEL,
        "p_weighted": _p, "n_reference": _WHOLE,
    },
    "quality": {
        **_FIGURES, "n": _WHOLE, "share": _SHARES, "estimate_without": _LEVEL,
        "low_without": _LEVEL, "high_without": _LEVEL, "p_without": _p,
    },
    "words": {"n": _WHOLE, "share": _SHARES},
    "weighting": {"before": _SHARES, "after": _SHARES},
    "plan": {
        "smallest_rise": _LEVEL, "smallest_fall": _LEVEL, "smallest_margin": _LEVEL,
        "interviews": _WHOLE, "n_next": _WHOLE,
    },
    "interviews": {"interviews": _WHOLE, "expected": _fixed(1), "chance_under": _SHARES,
                   "boost": _fixed(2)},
    "answers": {"people": _WHOLE, "n": _WHOLE, "share": _SHARES},
    "profile": {
        "people": _WHOLE, "n": _WHOLE, "share": _SHARES, "population_share": _SHARES,
        "expected": _fixed(1), "p_value": _p, "monte_carlo_error": _fixed(4),
    },
    "panel_changes": {
        "before": _LEVEL, "after": _LEVEL, "change": _LEVEL, "up_low": _WHOLE, "up_high": _WHOLE,
        "p_value": _p, "p_adjusted": _p, "monte_carlo_error": _fixed(4),
    },
    "themes": {"share": _SHARES, "alpha": _fixed(STATISTIC)},
}  # fmt: skip
"""The rule of each column that holds a figure of the data; other columns go out as they are."""


def _untold(values: Numbers, _unit: NDArray[np.int64]) -> Numbers:
    return np.full(len(values), np.nan)


def coarser(rules: Mapping[str, Rule], most: int) -> dict[str, Rule]:
    """Return the rules of a table whose shares are told with fewer decimals than others are.

    A design effect, a base and a coefficient of variation give a share back, and so do an error
    and a statistic of a difference: to 0.2 point of one that was told to a point. Errors are told
    as finely as shares, design effects to a decimal, and coefficients of variation not at all.

    Parameters
    ----------
    most
        As ``rounding: {decimals: 2}`` says.
    """
    if most >= SHARE:
        return dict(rules)
    coarse = {"std_error": _LEVEL, "cv": _untold, "deff": _fixed(most - 1)}
    return {**rules, **{name: rule for name, rule in coarse.items() if name in rules}}


def scale_decimals(survey: Survey, question: str) -> int:
    """Return the decimals with which the scale of a question is written; none for a number."""
    asked = survey.questions.get(question)
    return decimals_of(asked.scores.values()) if asked is not None else 0


def units(table: str, frame: pd.DataFrame, survey: Survey) -> NDArray[np.int64]:
    """Return the decimals of each row's own unit.

    Parameters
    ----------
    table
        The name of the table.
    frame
        Its rows.
    survey
        The definition: the scale of a mean says how it is printed.

    Returns
    -------
    numpy.ndarray
        Shape (rows,): three decimals of a share or a balance of shares (0.1 point), one more than
        the scale's of a mean or quantile, one of an index from 0 to 100, two of a coefficient on
        the logit scale.
    """
    if table == "indices":
        return np.array([_index_unit(str(kind)) for kind in frame["kind"]], dtype=np.int64)
    if table == "tipping":
        return np.array([_tipping_unit(str(kind)) for kind in frame["assumption"]], dtype=np.int64)
    if "question" not in frame.columns or "response" not in frame.columns:
        return np.full(len(frame), SHARE, dtype=np.int64)
    pairs = list(zip(frame["question"].astype(str), frame["response"].astype(str), strict=True))
    known = {pair: _unit(survey, *pair) for pair in dict.fromkeys(pairs)}
    decimals = np.array([known[pair] for pair in pairs], dtype=np.int64).reshape(len(frame))
    if table == "slopes":
        decimals[(frame["on"].astype(str) == "logit").to_numpy(bool)] = STATISTIC
    if table == "panel_changes":  # people of the panel, counted; a mean of their scores
        decimals[(frame["response"].astype(str) != "mean").to_numpy(bool)] = 0
    return decimals


def _unit(survey: Survey, question: str, response: str) -> int:
    asked = survey.questions.get(question)
    coded = asked is not None and (response in asked.codes or asked.net(response) is not None)
    if coded:
        return SHARE
    if response == "mean" or response.startswith("q0.") or response.startswith("q1"):
        return max(0, scale_decimals(survey, question)) + 1
    return _AS_TOTAL if response in _TOTALS else SHARE


def _tipping_unit(assumption: str) -> int:
    """Return 0.1 point of a share of answers, two decimals of a ratio, three figures of rho."""
    return {"selection_ratio": STATISTIC, "selection_rho": _AS_TOTAL}.get(assumption, SHARE)


def _index_unit(kind: str) -> int:
    return INDEX if kind.startswith(("mean", "change")) else STATISTIC
