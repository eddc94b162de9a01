"""The direct estimates of areas, as an area model takes them in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from padai.errors import EstimationError
from padai.numerics.designs import BoolArray, FloatArray
from padai.numerics.threads import pinned
from padai.results import TOTAL, Estimates
from padai.words import Said

#: Respondents under which an area's own answers do not enter its model.
LEAST_BASE = 10


@dataclass(frozen=True, eq=False)
class Direct:
    """One response of one question, by wave and area: arrays of shape (waves * areas,).

    Attributes
    ----------
    question, response : str
    waves, areas : tuple of str
    row : ndarray of int
        Row of the estimates, -1 where there is none.
    estimate, variance, n : ndarray
        NaN where there is none.
    used : ndarray of bool
        Whether the area's own answers enter.
    R : ndarray, shape (m, m)
        Design correlations of those that do.
    """

    question: str
    response: str
    waves: tuple[str, ...]
    areas: tuple[str, ...]
    row: np.ndarray
    estimate: FloatArray
    variance: FloatArray
    n: FloatArray
    used: BoolArray
    R: FloatArray

    @property
    def is_share(self) -> bool:
        """Whether it is a share from 0 to 1."""
        value = self.estimate[self.used]
        return self.response != "mean" and bool(((value >= 0) & (value <= 1)).all())


def breakdown_of(estimates: Estimates, areas: str | None) -> str:
    """Return the breakdown whose groups are the areas.

    Raises
    ------
    EstimationError
        It is not there, or several might be meant.
    """
    breakdowns = [str(b) for b in estimates.frame["breakdown"].unique() if str(b) != TOTAL]
    if areas is not None and areas in breakdowns:
        return areas
    if areas is None and len(breakdowns) == 1:
        return breakdowns[0]
    listed = ", ".join(breakdowns)
    raise EstimationError(
        Said(
            "smallarea-small-area-the-areas-are-the-groups-of",
            listed=listed or Said("smallarea-no-breakdown"),
            areas=repr(areas),
        ),
    )


def series_of(
    estimates: Estimates, breakdown: str, areas: tuple[str, ...], kept_out: Collection[str] = ()
) -> list[Direct]:
    """Return the direct estimates of each question and response, areas without a row included.

    Parameters
    ----------
    areas
        Every area that there is.
    kept_out
        Those whose own answers do not enter.
    """
    frame = estimates.frame
    own = frame[frame["breakdown"] == breakdown]
    waves = tuple(dict.fromkeys(own["wave"].astype(str)))
    pairs = dict.fromkeys(
        zip(own["question"].astype(str), own["response"].astype(str), strict=True)
    )
    return [_series(estimates, breakdown, waves, areas, *pair, kept_out) for pair in pairs]


@pinned
def _series(
    estimates: Estimates,
    breakdown: str,
    waves: tuple[str, ...],
    areas: tuple[str, ...],
    question: str,
    response: str,
    kept_out: Collection[str],
) -> Direct:
    frame = estimates.frame
    here = estimates.rows(breakdown=breakdown, question=question, response=response)
    at = {
        (str(w), str(g)): int(row)
        for row, w, g in zip(here, frame["wave"].iloc[here], frame["group"].iloc[here], strict=True)
    }
    row = np.array([at.get((w, a), -1) for w in waves for a in areas], dtype=np.intp)

    def column(name: str) -> FloatArray:
        values = frame[name].to_numpy(dtype=np.float64)
        return np.where(row >= 0, values[row], np.nan)

    n = np.nan_to_num(column("n_base"))
    estimate, variance = column("estimate"), column("std_error") ** 2
    hidden = frame["flag"].astype(str).str.split().apply(lambda codes: "x" in codes).to_numpy()
    enough = (n >= LEAST_BASE) & (row >= 0) & ~hidden[row]
    out = np.tile([area in kept_out for area in areas], len(waves))
    used = enough & ~out & np.isfinite(estimate) & np.isfinite(variance)
    if int(used.sum()) < 2:
        raise EstimationError(
            Said(
                "smallarea-small-area-area-has-respondents-or-more",
                question=question,
                response=response,
                used=int(used.sum()),
                least_base=LEAST_BASE,
            ),
        )
    return Direct(
        question,
        response,
        waves,
        areas,
        row,
        estimate,
        variance,
        n,
        used,
        _correlations(estimates.cov(row[used])),
    )


@pinned
def _correlations(covariance: FloatArray) -> FloatArray:
    """Return correlations; an estimate without sampling error (0% or 100%) has none."""
    error = np.sqrt(np.diag(covariance))
    scale = np.where(error > 0, error, 1.0)
    correlations: FloatArray = covariance / np.outer(scale, scale)
    np.fill_diagonal(correlations, 1.0)
    return correlations


def weights_of_areas(estimates: Estimates, direct: Direct) -> FloatArray:
    """Return the areas' shares of the weighted answerers of each wave, shape (waves, areas).

    Raises
    ------
    EstimationError
        The estimates do not come from respondents at hand.
    """
    source: Any = estimates._attached_source()
    if not hasattr(source, "scores"):
        raise EstimationError(
            Said("smallarea-small-area-these-estimates-do-not-say"),
        )
    weights = np.zeros((len(direct.waves), len(direct.areas)))
    for place, row in enumerate(direct.row):
        if row < 0:
            continue
        wave, area = divmod(place, len(direct.areas))
        index = source.waves.wave_ids.index(direct.waves[wave])
        scores = source.scores(np.array([row]), index)
        counted = scores.member.astype(np.float64) if scores.b is None else scores.b
        weights[wave, area] = float((source.waves.waves[index].weights * counted[:, 0]).sum())
    result: FloatArray = weights / weights.sum(axis=1, keepdims=True)
    return result


def totals_of(estimates: Estimates, direct: Direct, weights: FloatArray) -> FloatArray:
    """Return the figure of each wave as a whole, shape (waves,)."""
    totals = np.zeros(len(direct.waves))
    values = estimates.frame["estimate"].to_numpy(dtype=np.float64)
    for k, wave in enumerate(direct.waves):
        keys: Mapping[str, str] = {
            "wave": wave, "question": direct.question, "response": direct.response,
            "breakdown": TOTAL,
        }  # fmt: skip
        row = estimates.rows(**keys)
        own = direct.estimate[k * len(direct.areas) : (k + 1) * len(direct.areas)]
        inside = weights[k] > 0
        totals[k] = values[row[0]] if len(row) == 1 else float((weights[k] * own)[inside].sum())
    return totals
