"""Degrees of freedom outside: those of all strata, whichever of them people answered in.

They are psus minus strata of whoever answered. In a sample of persons the base less them is in how
many strata somebody did: 50 of a group answered one question in five regions, 49 another in four,
and so the one who did not was the only one of the group in that region. They are told as if every
stratum were reached, which the base and the number of strata give by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.numerics.rounding import round_half_even, significant
from padai.survey import Survey

Numbers = NDArray[np.float64]
Cell = tuple[str, ...]
_LEVELS = ("estimates", "trends")
_CELL = ("part", "wave", "question", "response", "breakdown", "group")
_REST, _ENDS = "rest", "ends"
_COUNTED = ("joint", "fit")
"""Terms of a series of which `df` counts waves, and `ddf` people."""
_LEAST_DF = 10
_PEOPLE_A_STRATUM = 4
"""A base of fewer people a stratum would be told far too few degrees of freedom: none are told."""
_TAKEN = 5
"""What a line through waves takes of the degrees of freedom at most."""


def coarse_df(values: Numbers) -> Numbers:
    """Round degrees of freedom to two figures, and to ten at least; fewer than ten are of units.

    Examples
    --------
    >>> coarse_df(np.array([3.0, 57.0, 1234.0])).tolist()
    [3.0, 60.0, 1200.0]
    """
    tens = np.where(values < _LEAST_DF, values, round_half_even(values, -1))
    return np.where(values < 10 * _LEAST_DF, tens, significant(values, 2))


def degrees_told(tables: Mapping[str, pd.DataFrame], survey: Survey) -> dict[str, pd.DataFrame]:
    """Return the tables of a store with degrees of freedom that tell no stratum by itself.

    Parameters
    ----------
    tables
        At full precision.
    survey
        The definition: which parts were drawn person by person within strata.

    Returns
    -------
    dict
        Of a level, the base minus all strata; none where fewer than four people a stratum
        answered. Of a comparison or a series, the sum of those of its levels, or two figures where
        one of them is not shown. Other designs, and what compares waves of the same people, stay.
    """
    known = _Degrees(tables, survey)
    out = dict(tables)
    if not known.strata:
        return out
    for name in _LEVELS:
        if len(frame := out.get(name, pd.DataFrame())):
            out[name] = frame.assign(df=known.of_levels(frame))
    if survey.overlap != "none":
        return out
    if len(frame := out.get("differences", pd.DataFrame())):
        out["differences"] = frame.assign(df=known.of_changes(frame))
    if len(frame := out.get("slopes", pd.DataFrame())):
        out["slopes"] = known.of_series(frame, survey.waves)
    return out


class _Degrees:
    """Bases and degrees of freedom of levels, and the strata of each part and wave."""

    def __init__(self, tables: Mapping[str, pd.DataFrame], survey: Survey) -> None:
        self.levels: dict[Cell, tuple[float, float]] = {}
        self.groups: dict[Cell, list[Cell]] = {}
        self.strata: dict[tuple[str, str], float] = {}
        for frame in (tables[name] for name in _LEVELS if name in tables):
            base = frame["n_base"].to_numpy(np.float64, na_value=np.nan).tolist()
            df = frame["df"].to_numpy(np.float64, na_value=np.nan).tolist()
            for cell, n, of in zip(_cells(frame), base, df, strict=True):
                self.levels[cell] = (n, of)
                if n > of > 0 and _one_by_one(survey, cell[0], cell[1]):
                    place = (cell[0], cell[1])
                    self.strata[place] = max(self.strata.get(place, 1.0), n - of)
        self.strata = {place: n for place, n in self.strata.items() if n > 1}
        for cell in self.levels:
            self.groups.setdefault(cell[:-1], []).append(cell)

    def of_levels(self, frame: pd.DataFrame) -> Numbers:
        """Return the base minus all strata, where there are enough people for them."""
        base = frame["n_base"].to_numpy(np.float64, na_value=np.nan)
        df = frame["df"].to_numpy(np.float64, na_value=np.nan)
        columns = (frame[name].astype(str).to_numpy(object) for name in ("part", "wave"))
        places = zip(*columns, strict=True)
        strata = np.array([self.strata.get(place, np.nan) for place in places])
        outside = np.where(base >= _PEOPLE_A_STRATUM * strata, base - strata, np.nan)
        return np.where(np.isnan(strata) | np.isnan(df), df, outside)

    def of_changes(self, frame: pd.DataFrame) -> Numbers:
        """Return the sum of what is told of two waves or of two groups."""
        exact = frame["df"].to_numpy(np.float64, na_value=np.nan)
        waves = {wave for _, wave in self.strata} | {cell[1] for cell in self.levels}
        references = frame["reference"].astype(str).to_numpy(object)
        degrees = []
        for cell, reference, df in zip(_cells(frame), references, exact, strict=True):
            if reference in waves:
                pairs = [cell, (cell[0], reference, *cell[2:])]
                degrees.append(self._told(pairs, df, [(c[0], c[1]) for c in pairs]))
                continue
            groups = self.groups.get(cell[:-1], [])
            of = groups if reference == _REST else [cell, (*cell[:-1], reference)]
            degrees.append(self._told(of, df, [(cell[0], cell[1])]))
        return np.array(degrees, dtype=np.float64)

    def of_series(self, frame: pd.DataFrame, waves: Sequence[str]) -> pd.DataFrame:
        """Return series with the degrees of freedom of all strata of their waves."""
        out = frame.copy()
        for column, mine in (
            ("df", ~frame["term"].astype(str).isin(_COUNTED)),
            ("ddf", frame["term"].astype(str).isin(_COUNTED)),
        ):
            rows = frame[mine & frame[column].notna()]
            degrees = [
                self._of_one(row, float(row[column]), waves) for row in rows.to_dict("records")
            ]
            out.loc[rows.index, column] = degrees
        return out

    def _of_one(self, row: Mapping[object, object], df: float, waves: Sequence[str]) -> float:
        ends = [str(row["first_wave"]), str(row["last_wave"])]
        if not set(ends) <= set(waves):
            return float(coarse_df(np.array([df]))[0])
        first, last = (waves.index(wave) for wave in ends)
        left = str(row["left_out"]).split()
        through = [w for w in waves[first : last + 1] if w not in left]
        part, *rest = (str(row[name]) for name in _CELL if name != "wave")
        cells = [(part, wave, *rest) for wave in (ends if str(row["term"]) == _ENDS else through)]
        kept = [cell for cell in cells if cell in self.levels]
        if not any((cell[0], cell[1]) in self.strata for cell in kept):
            return df
        reached = sum(n - of for n, of in (self.levels[cell] for cell in kept))
        whole = sum(self.strata.get((cell[0], cell[1]), 1.0) for cell in kept)
        base = sum(self.levels[cell][0] for cell in kept)
        if np.isfinite(reached) and 0 <= base - reached - df <= _TAKEN:
            return df - (whole - reached)
        return float(coarse_df(np.array([df]))[0])

    def _told(self, cells: Sequence[Cell], df: float, places: Sequence[tuple[str, str]]) -> float:
        """Return the bases of cells less the strata of places; two figures where one is unknown."""
        if np.isnan(df) or not any(place in self.strata for place in places):
            return df
        base = sum(self.levels.get(cell, (np.nan, np.nan))[0] for cell in cells)
        strata = sum(self.strata.get(place, 1.0) for place in places)
        outside = base - strata
        if outside <= df < outside + strata and base >= _PEOPLE_A_STRATUM * strata:
            return outside
        return float(coarse_df(np.array([df]))[0])


def _cells(frame: pd.DataFrame) -> Iterator[Cell]:
    # as arrays of objects, which are gone through several times faster than columns of texts
    return zip(*(frame[name].astype(str).to_numpy(object) for name in _CELL), strict=True)


def _one_by_one(survey: Survey, part: str, wave: str) -> bool:
    """Whether people of a part were drawn one by one within strata."""
    declared = survey.wave_defs.get(wave)
    if declared is None or part not in declared.parts:
        return False
    design = declared.parts[part].design
    return bool(design.stratum) and not design.psu and design.replicates is None
