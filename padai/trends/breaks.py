"""Which comparisons a break forbids. Nothing else in padai decides this."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.survey import Break, Scope, Survey, WaveDef


@dataclass(frozen=True)
class PlacedBreak:
    """A break and the two waves that it lies between (one may be absent)."""

    brk: Break
    last_wave: str
    first_wave: str


def placed_breaks(survey: Survey) -> tuple[PlacedBreak, ...]:
    """Return every break of a survey with the waves on its two sides, oldest first."""
    placed = []
    for brk in sorted(survey.breaks, key=lambda b: (b.date, b.id)):
        before = [w for w in survey.waves if not _after(survey.wave(w), brk)]
        after = [w for w in survey.waves if _after(survey.wave(w), brk)]
        placed.append(PlacedBreak(brk, before[-1] if before else "", after[0] if after else ""))
    return tuple(placed)


def breaks_between(survey: Survey, one: str, other: str) -> tuple[Break, ...]:
    """Return the breaks that lie between two waves, whatever their scope."""
    sides = [_after_all(survey, wave) for wave in (one, other)]
    crossed = sides[0] ^ sides[1]
    return tuple(b for b in survey.breaks if b.id in crossed)


def forbidden(
    rows: pd.DataFrame, breaks: Iterable[Break], part: str
) -> tuple[NDArray[np.bool_], NDArray[np.object_]]:
    """Return which rows the breaks forbid to compare, and the ids of those breaks.

    Parameters
    ----------
    rows
        With the columns question, breakdown and group, one row a comparison.
    breaks
        The breaks that lie between the two waves compared.
    part
        The part of the waves that is compared.

    Returns
    -------
    forbidden, ids
        Each of shape (rows,); the ids of several breaks are joined by a space.
    """
    ids = np.full(len(rows), "", dtype=object)
    question = rows["question"].astype(str).to_numpy(str)
    breakdown = rows["breakdown"].astype(str).to_numpy(str)
    group = rows["group"].astype(str).to_numpy(str)
    for brk in breaks:
        if brk.scope.parts is None or part in brk.scope.parts:
            hit = _in_scope(brk.scope, question, breakdown, group)
            ids[hit] = [f"{i} {brk.id}".strip() for i in ids[hit]]
    return ids != "", ids


def broken_series(
    frame: pd.DataFrame, survey: Survey | None, part: str
) -> dict[tuple[str, str, str], tuple[tuple[str, str], ...]] | None:
    """Return the neighbouring waves that no line may join, for each series of a trend.

    Parameters
    ----------
    frame
        With the columns wave, question, breakdown and group.
    survey
        The definition; None: nothing is known of breaks.
    part
        The part of the waves that is followed.
    """
    if survey is None:
        return None
    keys = frame[["question", "breakdown", "group"]].astype(str).drop_duplicates()
    broken: dict[tuple[str, str, str], tuple[tuple[str, str], ...]] = {}
    for one, other in pairwise(survey.waves):
        hit, _ = forbidden(keys, breaks_between(survey, one, other), part)
        for question, breakdown, group in keys[hit].itertuples(index=False):
            own = (str(question), str(breakdown), str(group))
            broken[own] = (*broken.get(own, ()), (one, other))
    return broken


def _in_scope(
    scope: Scope,
    question: NDArray[np.str_],
    breakdown: NDArray[np.str_],
    group: NDArray[np.str_],
) -> NDArray[np.bool_]:
    hit = np.ones(question.shape, dtype=bool)
    if scope.questions is not None:
        hit &= np.isin(question, scope.questions)
    if scope.breakdowns is None:
        return hit
    touched = np.zeros(question.shape, dtype=bool)
    for name, groups in scope.breakdowns.items():
        touched |= _touches(name, groups, breakdown, group)
    return hit & touched


def _touches(
    name: str,
    groups: tuple[str, ...] | None,
    breakdown: NDArray[np.str_],
    group: NDArray[np.str_],
) -> NDArray[np.bool_]:
    """Return the rows whose breakdown, alone or crossed, has one of the groups."""
    hit = np.zeros(breakdown.shape, dtype=bool)
    for form in np.unique(breakdown):
        names = str(form).split("*")
        if name not in names:
            continue
        rows = breakdown == form
        if groups is None:
            hit |= rows
            continue
        place = names.index(name)
        own = np.array([str(g).split("*")[place] in groups for g in group[rows]], dtype=bool)
        hit[rows] |= own
    return hit


def _after(wave: WaveDef, brk: Break) -> bool:
    return wave.date >= brk.date


def _after_all(survey: Survey, wave_id: str) -> set[str]:
    return {b.id for b in survey.breaks if _after(survey.wave(wave_id), b)}
