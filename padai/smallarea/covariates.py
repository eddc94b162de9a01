"""What is known of the areas besides the survey."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import EstimationError, nearest
from padai.numerics.designs import FloatArray
from padai.smallarea.refusals import refusal
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

_SHOWN = 5
"""How many areas a message names."""


def is_whole(value: Any) -> bool:
    """Whether a value is a whole number of 0 or more; True and False are none."""
    whole = isinstance(value, (int, np.integer)) and not isinstance(value, bool)
    return whole and bool(value >= 0)


def listed_areas(given: Any, verb: str) -> frozenset[str]:
    """Return the areas whose own answers may not enter.

    Raises
    ------
    EstimationError
        No list is given: of a single text, no area would be kept out.
    """
    if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
        raise refusal(
            verb, Said("smallarea-kept-out-is-a-list-of-areas", verb=verb, given=repr(given))
        )
    return frozenset(str(area) for area in given)


def refuse_unknown_areas(kept_out: frozenset[str], known: Sequence[str], verb: str) -> None:
    """Refuse an area to keep out that is not there: its answers would enter.

    Raises
    ------
    EstimationError
        Naming it, and the nearest.
    """
    lost = sorted(kept_out.difference(known))
    if lost:
        raise refusal(
            verb,
            Said(
                "smallarea-kept-out-names-an-area-that-is-not",
                verb=verb,
                lost=", ".join(lost),
                hint=nearest(lost[0], known),
            ),
        )


def areas_and_covariates(
    covariates: Any,
    breakdown: str,
    sampled: Sequence[str],
    waves: Sequence[str],
    verb: str = "small_area",
) -> tuple[tuple[str, ...], tuple[str, ...], FloatArray]:
    """Return every area, the names of the coefficients, and the model matrix, (waves * areas, p).

    Parameters
    ----------
    covariates
        None, for the mean alone; or a table: one row an area (its index, or a column named as the
        breakdown) and, where there is a column ``wave``, one an area and wave.
    sampled
        Areas of the estimates, in order.
    verb
        How messages begin.

    Raises
    ------
    EstimationError
        An area, a wave or a value is missing; a column holds no numbers.
    """
    if covariates is None:
        return tuple(sampled), ("(Intercept)",), np.ones((len(waves) * len(sampled), 1))
    table = _keyed(covariates, breakdown, verb)
    known = tuple(dict.fromkeys(str(a) for a in table.index.get_level_values(0)))
    lost = [area for area in sampled if area not in known]
    if len(lost) == len(sampled):
        raise refusal(
            verb,
            Said(
                "smallarea-covariates-name-no-area",
                verb=verb,
                by=breakdown,
                areas=", ".join(lost[:_SHOWN]) + (", …" if len(lost) > _SHOWN else ""),
            ),
        )
    if lost:
        hint = nearest(lost[0], known)
        raise refusal(
            verb,
            Said(
                "smallarea-covariates-have-no-row-for-area-add-it",
                verb=verb,
                lost=", ".join(lost),
                hint=hint,
            ),
        )
    areas = (*sampled, *(area for area in known if area not in sampled))
    parts = [_of_wave(table, wave, areas, verb) for wave in waves]
    names = ("(Intercept)", *(str(name) for name in table.columns))
    X = np.vstack(parts)
    return areas, names, np.column_stack([np.ones(len(X)), X])


def with_wave_effects(
    names: Sequence[str], X: FloatArray, waves: Sequence[str]
) -> tuple[tuple[str, ...], FloatArray]:
    """Add a coefficient for each wave beyond the first to a model matrix of several waves.

    Parameters
    ----------
    names
        Of the columns of `X`, the first of which is the intercept.
    X : ndarray, shape (waves * areas, p)
        Rows of a wave stand together.

    Raises
    ------
    EstimationError
        A covariate is the same in all areas of each wave: it cannot be told from the waves.

    Examples
    --------
    >>> with_wave_effects(["(Intercept)"], np.ones((4, 1)), ["a", "b"])[1].astype(int).tolist()
    [[1, 0], [1, 0], [1, 1], [1, 1]]
    """
    size = len(X) // len(waves)
    by_wave = X.reshape(len(waves), size, -1)
    same = (np.ptp(by_wave, axis=1) == 0).all(axis=0) & (np.ptp(X, axis=0) > 0)
    if same.any():
        lost = ", ".join(name for name, one in zip(names, same, strict=True) if one)
        raise EstimationError(Said("smallarea-small-area-covariate-is-the-waves", lost=lost))
    own = np.repeat(np.eye(len(waves))[:, 1:], size, axis=0)
    return (*names, *(f"wave[{wave}]" for wave in waves[1:])), np.column_stack([X, own])


def _keyed(covariates: Any, breakdown: str, verb: str) -> Any:
    import pandas as pd

    if not isinstance(covariates, pd.DataFrame):
        kind = type(covariates).__name__
        raise refusal(
            verb,
            Said("smallarea-covariates-are-a-table-one-row-an-area-a", verb=verb, found=kind),
        )
    table = covariates.copy()
    if breakdown in table.columns:
        table = table.set_index(breakdown)
    table.index = table.index.astype(str)
    if "wave" in table.columns:
        table["wave"] = table["wave"].astype(str)
        table = table.set_index("wave", append=True)
    if table.index.has_duplicates:
        twice = table.index[table.index.duplicated()][0]
        raise refusal(
            verb,
            Said("smallarea-covariates-have-two-rows-for-keep-one", verb=verb, twice=twice),
        )
    if not table.columns.is_unique:
        twice = table.columns[table.columns.duplicated()][0]
        raise refusal(
            verb, Said("smallarea-covariates-have-two-columns", verb=verb, twice=str(twice))
        )
    for name in table.columns:
        table[name] = _numbers(table[name], verb)
    return table


def _numbers(column: pd.Series, verb: str) -> FloatArray:
    import pandas as pd

    values = pd.to_numeric(column, errors="coerce").to_numpy(dtype=np.float64)
    bad = [str(column.index[int(i)]) for i in np.flatnonzero(~np.isfinite(values))]
    if bad:
        raise refusal(
            verb,
            Said(
                "smallarea-covariate-has-no-number-for-give-it-or",
                verb=verb,
                name=column.name,
                bad=", ".join(bad[:5]),
            ),
        )
    return np.asarray(values)


def _of_wave(table: Any, wave: str, areas: Sequence[str], verb: str) -> FloatArray:
    if table.index.nlevels == 1:
        return np.asarray(table.loc[list(areas)].to_numpy(dtype=np.float64))
    lost = [area for area in areas if (area, wave) not in table.index]
    if lost:
        held = ", ".join(dict.fromkeys(str(w) for w in table.index.get_level_values(1)))
        raise refusal(
            verb,
            Said(
                "smallarea-covariates-of-wave-are-missing-for-area",
                verb=verb,
                wave=wave,
                lost=", ".join(lost),
                held=held,
            ),
        )
    return np.asarray(table.loc[[(area, wave) for area in areas]].to_numpy(dtype=np.float64))
