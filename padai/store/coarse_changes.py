"""``rounding:`` of what compares several bases: errors as those of the rounded sizes.

An error of a change rests on the bases of both waves. Made wider by one of them alone, and beside
the errors of both levels, it gives how the two exact bases go together: of two printed as 50 and
45, one pair was left. It is widened by both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.numerics.rounding import p_of_error, to_multiple
from padai.numerics.straight_line import line_weights
from padai.survey import Survey

Numbers = NDArray[np.float64]
Cell = tuple[str, ...]
LEVELS = ("estimates", "trends")
_CELL = ("part", "wave", "question", "response", "breakdown", "group")
_SLOPE, _ENDS = "slope", "ends"


class Levels:
    """Of each level: its exact variance, and its base over the rounded one.

    Parameters
    ----------
    tables
        Of a store, at full precision.
    step
        As ``rounding: {bases: 5}`` says.

    Attributes
    ----------
    known
        By part, wave, question, response, breakdown and group.
    """

    def __init__(self, tables: Mapping[str, pd.DataFrame], step: int) -> None:
        self.known: dict[Cell, tuple[float, float]] = {}
        for frame in (tables[name] for name in LEVELS if name in tables):
            exact = frame["n_base"].to_numpy(np.float64, na_value=np.nan)
            variance = frame["std_error"].to_numpy(np.float64) ** 2
            over = _over(exact, step)
            cells = zip(*(frame[name].astype(str) for name in _CELL), strict=True)
            self.known |= dict(zip(cells, zip(variance, over, strict=True), strict=True))

    def wider(self, cells: Iterable[Cell], weights: Iterable[float]) -> float:
        """Return how much wider the error of a contrast of levels is at the rounded sizes.

        NaN where a level has no error of its own.
        """
        known = [self.known.get(cell, (np.nan, np.nan)) for cell in cells]
        parts = np.array([v * c * c for (v, _), c in zip(known, weights, strict=True)])
        over = np.array([k for _, k in known])
        whole = float(parts.sum())
        return float(np.sqrt((parts * over).sum() / whole)) if whole > 0 else np.nan


def _over(exact: Numbers, step: int) -> Numbers:
    base = to_multiple(exact, step)
    return np.divide(exact, base, out=np.ones(len(exact)), where=base > 0)


def wider_changes(frame: pd.DataFrame, levels: Levels, step: int) -> Numbers:
    """Return how much wider the error of each comparison is at the rounded sizes.

    Where one side has no level of its own, by the root of the smaller base over the rounded one.
    """
    alone = np.sqrt(_over(frame["n_base"].to_numpy(np.float64, na_value=np.nan), step))
    texts = [frame[name].astype(str).tolist() for name in (*_CELL, "reference")]
    waves = {cell[1] for cell in levels.known}
    widths = []
    for *cell, reference in zip(*texts, strict=True):
        part, wave, question, response, breakdown, group = cell
        over_time = reference in waves
        other = (
            part,
            reference if over_time else wave,
            question,
            response,
            breakdown,
            group if over_time else reference,
        )
        widths.append(levels.wider((tuple(cell), other), (1.0, 1.0)))
    both = np.array(widths, dtype=np.float64)
    return np.where(np.isfinite(both), both, alone)


def slopes_at_rounded_bases(frame: pd.DataFrame, levels: Levels, survey: Survey) -> pd.DataFrame:
    """Return slopes, and changes between the ends of a series, with errors of the rounded sizes."""
    if not len(frame):
        return frame
    wider = np.array(
        [
            _wider_series({str(k): v for k, v in row.items()}, levels, survey)
            for row in frame.to_dict("records")
        ]
    )
    out, estimate = frame.copy(), frame["estimate"].to_numpy(np.float64)
    out["std_error"] = frame["std_error"].to_numpy(np.float64) * wider
    for end in ("conf_low", "conf_high"):
        out[end] = estimate + (frame[end].to_numpy(np.float64) - estimate) * wider
    mine = frame["term"].astype(str).isin((_SLOPE, _ENDS)).to_numpy(bool)
    out["statistic"] = frame["statistic"].to_numpy(np.float64) / np.where(mine, wider, 1.0)
    for name in ("p_value", "p_adjusted"):
        p = frame[name].to_numpy(np.float64)
        out[name] = np.where(mine, p_of_error(p, wider), p)
    return out


def _wider_series(row: Mapping[str, object], levels: Levels, survey: Survey) -> float:
    term, ends = str(row["term"]), [str(row["first_wave"]), str(row["last_wave"])]
    if term not in (_SLOPE, _ENDS) or not set(ends) <= set(survey.waves):
        return 1.0
    first, last = (survey.waves.index(wave) for wave in ends)
    left = str(row["left_out"]).split()
    waves = ends if term == _ENDS else [w for w in survey.waves[first : last + 1] if w not in left]
    place = [str(row[name]) for name in _CELL if name != "wave"]
    cells = [(place[0], wave, *place[1:]) for wave in waves]
    kept = [cell for cell in cells if cell in levels.known]
    if len(kept) < 2:
        return 1.0
    wider = levels.wider(kept, _weights([cell[1] for cell in kept], survey))
    return wider if np.isfinite(wider) else 1.0


def _weights(waves: Sequence[str], survey: Survey) -> list[float]:
    """Return the weight of each wave in a straight line through all of them."""
    days = np.array([survey.wave(wave).date.toordinal() for wave in waves], dtype=np.float64)
    return [float(w) for w in line_weights(days / 365.25)]
