"""What a comparison is asked: how its p-values are adjusted, and the margin of no change."""

from __future__ import annotations

from math import isfinite
from numbers import Real
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from padai.errors import ComparisonError
from padai.numerics.designs import FloatArray
from padai.results import Estimates
from padai.survey import Survey
from padai.trends.pairs import Pairs
from padai.waves.argument_shapes import as_given
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

Adjust = Literal["holm", "bh", "none"]
LEAST_MARGIN = 0.5
"""The smallest margin of a share that a call may give, in points."""


def check_asked(adjust: str, margin: float | None) -> None:
    """Refuse an adjustment that is not known, and a margin that is no positive number.

    Raises
    ------
    ComparisonError
        Naming what was given.
    """
    if adjust not in get_args(Adjust):
        known = ", ".join(get_args(Adjust))
        raise ComparisonError(
            Said("trends-adjust-is-not-known-use-one-of", adjust=adjust, known=known),
        )
    number = isinstance(margin, Real) and not isinstance(margin, bool) and isfinite(margin)
    if margin is not None and not (number and margin > 0):
        raise ComparisonError(
            Said("trends-margin-is-no-margin-give-points-above-0", margin=as_given(margin)),
        )


def refuse_fraction(margin: float | None, estimates: Estimates, pairs: Pairs) -> None:
    """Refuse a margin of shares given from 0 to 1, where it is meant in points.

    Raises
    ------
    ComparisonError
        With the margin to write.
    """
    if margin is None or margin >= LEAST_MARGIN:
        return
    numbers = set(pairs.keys()["response"].astype(str)) & {"mean", "sum", "ratio"}
    if numbers or estimates.provenance.get("verb") in ("mean", "total", "ratio", "quantile"):
        return
    raise under_half_a_point(margin)


def under_half_a_point(margin: float) -> ComparisonError:
    """Return the refusal of a margin of shares that is under half a point, with what is meant."""
    return ComparisonError(
        Said("trends-margin-under-half-a-point", margin=f"{margin:g}", meant=f"{100 * margin:g}")
    )


def check_planned(margin: float | None, change: float | None) -> None:
    """Refuse a margin or a change of shares under half a point: a fraction was meant."""
    check_asked("none", margin)
    if margin is not None and margin < LEAST_MARGIN:
        raise under_half_a_point(margin)
    if change is not None and abs(change) < LEAST_MARGIN:
        given, meant = f"{change:g}", f"{100 * change:g}"
        raise ComparisonError(Said("trends-change-under-half-a-point", change=given, meant=meant))


def margins_of(frame: pd.DataFrame, survey: Survey | None, margin: float | None) -> FloatArray:
    """Return each row's margin in points: the one given, or its question's; NaN for none."""
    if margin is not None:
        return np.full(len(frame), float(margin))
    declared = {
        q.id: q.margin.points for q in (survey.questions.values() if survey else ()) if q.margin
    }
    margins = [declared.get(str(q), np.nan) for q in frame["question"].cat.categories]
    codes = frame["question"].cat.codes.to_numpy()
    return np.array(margins, dtype=np.float64)[codes] if margins else np.full(len(frame), np.nan)


def in_units(response: pd.Series, margin: FloatArray) -> FloatArray:
    """Return margins in the unit of the estimates: shares are 0 to 1, means as they are."""
    return np.where((response == "mean").to_numpy(bool), margin, margin / 100)


def is_share(keys: pd.DataFrame, survey: Survey | None) -> NDArray[np.bool_]:
    """Return which rows are proportions: neither means nor balances."""
    response = keys["response"].astype(str).to_numpy(str)
    out: NDArray[np.bool_] = (response != "mean") & ~np.char.startswith(response, "q0.")
    asked = set(keys["question"].astype(str))
    balances = {
        (q.id, n.id)
        for q in (survey.questions.values() if survey else ())
        if q.id in asked
        for n in q.all_nets
        if n.is_balance
    }
    if balances:
        rows = zip(keys["question"].astype(str), response, strict=True)
        out &= np.array([(q, str(r)) not in balances for q, r in rows])
    return out
