"""Waves on two sides of a break, put on one footing by measured offsets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from padai.errors import ComparisonError
from padai.numerics.designs import FloatArray
from padai.results import Estimates
from padai.survey import Break, Survey
from padai.survey.policies import Bridge
from padai.trends.breaks import breaks_between, forbidden
from padai.trends.pairs import KEY, Pairs, overlap_of, source_of
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

Measured = tuple[str, str, str, str, str]
"""A break, and the question, response, breakdown and group that a bridge of it is stated for."""


@dataclass(frozen=True, eq=False)
class Crossing:
    """What the breaks between two waves do to rows of the earlier one; arrays of shape (k,).

    Attributes
    ----------
    forbidden : ndarray of bool
        A break in whose scope the row lies has no bridge for it.
    breaks : ndarray of object
        Ids of the breaks in whose scope the row lies, joined by a space.
    value : ndarray
        The estimate as the method of the later wave would have measured it.
    slope : ndarray
        Its derivative in the estimate.
    offsets : mapping
        For each bridge used, its standard error in the unit of the estimates (or of their logits)
        and the derivative of the values in its offset.
    """

    forbidden: NDArray[np.bool_]
    breaks: NDArray[np.object_]
    value: FloatArray
    slope: FloatArray
    offsets: Mapping[Measured, tuple[float, FloatArray]]

    @property
    def variance(self) -> FloatArray:
        """What the offsets add to the variance of each value."""
        out = np.zeros(len(self.value))
        for std_error, derivative in self.offsets.values():
            out += (std_error * derivative) ** 2
        return out


def crossing(
    keys: pd.DataFrame, estimate: FloatArray, breaks: Sequence[Break], part: str
) -> Crossing:
    """Carry rows of an earlier wave across breaks, by the bridges stated for exactly those rows.

    Parameters
    ----------
    keys
        With the columns question, response, breakdown and group.
    estimate : ndarray, shape (k,)
        Of the earlier wave.
    breaks
        Those that lie between the two waves.
    part
        The part of the waves.

    Raises
    ------
    ComparisonError
        A bridge on the logit scale is stated for what is no share.
    """
    value, slope = estimate.astype(np.float64), np.ones(len(keys))
    stopped = np.zeros(len(keys), dtype=bool)
    texts = [keys[name].astype(str).to_numpy(object) for name in KEY]
    offsets: dict[Measured, tuple[float, FloatArray]] = {}
    ids = np.full(len(keys), "", dtype=object)
    for brk in sorted(breaks, key=lambda b: (b.date, b.id)):
        inside, _ = forbidden(keys, [brk], part)
        ids[inside] = [f"{named} {brk.id}".strip() for named in ids[inside]]
        carried = np.zeros(len(keys), dtype=bool)
        for bridge in brk.bridges:
            hit = inside & _stated_for(bridge, texts)
            if not hit.any():
                continue
            moved, in_value, in_offset, error = _moved(bridge, brk, value)
            value = np.where(hit, moved, value)
            step = np.where(hit, in_value, 1.0)
            offsets = {k: (se, d * step) for k, (se, d) in offsets.items()}
            offsets[_measured(bridge, brk)] = (error, np.where(hit, in_offset, 0.0))
            slope, carried = slope * step, carried | hit
        stopped |= inside & ~carried
    return Crossing(stopped, ids, value, slope, offsets)


def _measured(bridge: Bridge, brk: Break) -> Measured:
    return brk.id, bridge.question, bridge.net, bridge.breakdown, bridge.group


def _stated_for(bridge: Bridge, texts: Sequence[NDArray[np.object_]]) -> NDArray[np.bool_]:
    """Return the rows that a bridge is stated for: an offset of the total is no group's."""
    stated = (bridge.question, bridge.net, bridge.breakdown, bridge.group)
    hit = np.ones(len(texts[0]), dtype=bool)
    for own, wanted in zip(texts, stated, strict=True):
        hit &= own == wanted
    return hit


def _moved(
    bridge: Bridge, brk: Break, value: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray, float]:
    """Return moved values, their derivatives in value and in offset, and the offset's error."""
    ones = np.ones(len(value))
    if bridge.on == "points":
        unit = 1.0 if bridge.net == "mean" else 100.0
        return value + bridge.offset / unit, ones, ones, bridge.std_error / unit
    if bridge.net == "mean" or ((value < 0) | (value > 1)).any():
        raise ComparisonError(
            Said(
                "trends-break-its-bridge-for-is-on-the-logit",
                brk_id=brk.id,
                question=bridge.question,
                net=bridge.net,
            )
        )
    odds = np.exp(bridge.offset)
    below = 1 - value + value * odds
    moved = value * odds / below
    return moved, odds / below**2, moved * (1 - moved), bridge.std_error


@dataclass(frozen=True, eq=False)
class ComparedPairs:
    """Differences of pairs after bridges; arrays of shape (k,)."""

    difference: FloatArray
    variance: FloatArray
    forbidden: NDArray[np.bool_]
    breaks: NDArray[np.object_]


def compared(
    pairs: Pairs, variance: FloatArray, later: str, earlier: str, part: str
) -> ComparedPairs:
    """Return the differences of pairs, offsets subtracted, and which a break forbids.

    Parameters
    ----------
    pairs
    variance : ndarray, shape (k,)
        Of the differences before any bridge.
    later, earlier
        Ids of the waves, whichever was fielded first.
    part
        The part of the waves.
    """
    survey = pairs.estimates.survey
    crossed = _between(survey, later, earlier)
    if survey is None or not crossed:
        none = np.zeros(len(pairs), dtype=bool)
        return ComparedPairs(pairs.difference, variance, none, np.full(len(pairs), "", object))
    turned = survey.wave(later).date < survey.wave(earlier).date
    old, new = ("later", "earlier") if turned else ("earlier", "later")
    bridged = crossing(pairs.keys(), pairs.column("estimate", old), crossed, part)
    sides = [np.asarray(pairs.column("std_error", side), float) ** 2 for side in (old, new)]
    shared = (sides[0] + sides[1] - variance) / 2
    after = bridged.slope**2 * sides[0] + sides[1] - 2 * bridged.slope * shared + bridged.variance
    change = pairs.column("estimate", new) - bridged.value
    return ComparedPairs(
        -change if turned else change,
        np.where(bridged.slope == 1, variance + bridged.variance, after),
        bridged.forbidden,
        bridged.breaks,
    )


def _between(survey: Survey | None, one: str, other: str) -> tuple[Break, ...]:
    if survey is None or one not in survey.waves or other not in survey.waves:
        return ()
    return breaks_between(survey, one, other)


@dataclass(frozen=True, eq=False)
class Footing:
    """Estimates of several waves on the footing of one of them.

    Attributes
    ----------
    rows : ndarray of int, shape (k,)
        Rows of the Estimates that may be compared.
    estimate : ndarray, shape (k,)
    covariance : ndarray, shape (k, k)
        Of the sampling, and of each offset once: what it adds is common to all rows that it moves.
    df : float
        Of the union of the rows' answering members.
    left_out : ndarray of int
        Rows that no bridge brings there: to be left out of every comparison.
    breaks : tuple of str
        Ids of the breaks that leave rows out or are bridged.
    """

    rows: NDArray[np.intp]
    estimate: FloatArray
    covariance: FloatArray
    df: float
    left_out: NDArray[np.intp]
    breaks: tuple[str, ...]


def footing(estimates: Estimates, rows: NDArray[np.intp], wave: str, part: str) -> Footing:
    """Put rows on the footing of one wave, without those that a break keeps from it.

    Parameters
    ----------
    estimates
        From a stack of waves.
    rows : ndarray of int, shape (k,)
    wave
        The wave whose method measures; none of the rows may be of a later one.
    part
        The part of the waves.
    """
    frame = estimates.frame.iloc[rows]
    waves = frame["wave"].to_numpy(object)
    asked = set(frame["question"].to_numpy(object))
    value = frame["estimate"].to_numpy(float).copy()
    slope, stopped = np.ones(len(rows)), np.zeros(len(rows), dtype=bool)
    moves: dict[Measured, tuple[float, FloatArray]] = {}
    breaks: dict[str, None] = {}
    sides: dict[tuple[str, ...], tuple[list[Break], list[str]]] = {}
    for name in dict.fromkeys(waves):
        crossed = [b for b in _between(estimates.survey, str(name), wave) if _concerns(b, asked)]
        if crossed:
            sides.setdefault(tuple(b.id for b in crossed), (crossed, []))[1].append(name)
    for crossed, names in sides.values():
        own = np.flatnonzero(np.isin(waves, names))
        bridged = crossing(frame.iloc[own], value[own], crossed, part)
        value[own], slope[own], stopped[own] = bridged.value, bridged.slope, bridged.forbidden
        breaks |= dict.fromkeys(" ".join(bridged.breaks).split())
        for key, (error, derivative) in bridged.offsets.items():
            moves.setdefault(key, (error, np.zeros(len(rows))))[1][own] = derivative
    kept = np.flatnonzero(~stopped)
    left = frame if len(kept) == len(rows) else frame.iloc[kept]
    covariance, df = _sampling(estimates, rows[kept], left)
    covariance = np.outer(slope[kept], slope[kept]) * covariance
    for error, column in moves.values():
        covariance += error**2 * np.outer(column[kept], column[kept])
    return Footing(rows[kept], value[kept], covariance, df, rows[stopped], tuple(breaks))


def _concerns(brk: Break, questions: set[str]) -> bool:
    return brk.scope.questions is None or not questions.isdisjoint(brk.scope.questions)


def _sampling(
    estimates: Estimates, rows: NDArray[np.intp], frame: pd.DataFrame
) -> tuple[FloatArray, float]:
    """Return the covariance of rows and the degrees of freedom of a contrast of all of them."""
    covariance: FloatArray
    if _apart(estimates, frame):
        covariance = np.diag(frame["std_error"].to_numpy(float) ** 2)
    else:
        source = source_of(estimates)
        covariance = getattr(source, "joint_covariance", source.covariance)(rows)
    return covariance, _degrees(estimates, rows, frame)


def contrast_df(estimates: Estimates, rows: NDArray[np.intp]) -> float:
    """Return the degrees of freedom of a contrast in which these rows, and no others, count."""
    return _degrees(estimates, rows, estimates.frame.iloc[rows])


def _degrees(estimates: Estimates, rows: NDArray[np.intp], frame: pd.DataFrame) -> float:
    if _apart(estimates, frame):
        df = frame["df"].to_numpy(float)
        return float(df.sum()) if (df > 0).all() else 0.0
    return float(source_of(estimates).degrees(rows))


def _apart(estimates: Estimates, frame: pd.DataFrame) -> bool:
    """Whether rows share nothing, as independent waves do: no respondents are needed then."""
    return overlap_of(estimates) == "none" and bool(frame["wave"].is_unique)
