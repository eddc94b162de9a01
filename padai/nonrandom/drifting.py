"""Official values that the survey asked for and was not weighted to: errors, and their drift."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import EstimationError
from padai.numerics.designs import FloatArray
from padai.numerics.drift import Drift, drift_test
from padai.numerics.threads import pinned
from padai.results import TOTAL, Estimates, Printed
from padai.waves.guards import guarded
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False, repr=False)
class ItemErrors(Printed):
    """Signed errors of validation items.

    Attributes
    ----------
    frame : pandas.DataFrame
        One row an item and wave: ``item, response, wave, estimate, official, error, std_error``.
    drift : Drift or None
        Of the last wave from the first; None with one wave.
    """

    frame: pd.DataFrame
    drift: Drift | None


@guarded
@pinned
def validation_errors(
    estimates: Estimates, official: Mapping[tuple[str, str], Mapping[str, Any]]
) -> ItemErrors:
    """Compare shares with official values, and test whether their errors drift between waves.

    Parameters
    ----------
    estimates
        Shares of the items, undivided, of one wave or several of a stack.
    official
        For each question and response (or net), a mapping of wave to a value from 0 to 1, or to
        ``(value, standard error)``.

    Returns
    -------
    ItemErrors
        The standard error counts the official value's own, taken as independent between waves.

    Raises
    ------
    EstimationError
        An item or wave is missing; too many items for the design's degrees of freedom.

    References
    ----------
    AAPOR (2013), *Report of the Task Force on Non-Probability Sampling*.

    Examples
    --------
    >>> official = {str(year): 0.55 for year in range(2018, 2026)}
    >>> errors = padai.validation_errors(trend, {("trust", "trust"): official})
    >>> len(errors.frame)
    8
    """
    import pandas as pd

    waves = list(dict.fromkeys(estimates.frame["wave"].astype(str)))
    rows = np.array([[_row(estimates, item, wave) for wave in waves] for item in official])
    known = [[_value(official, item, wave) for wave in waves] for item in official]
    value = np.array([[pair[0] for pair in line] for line in known])
    own = np.array([[pair[1] for pair in line] for line in known])
    estimate = estimates.frame["estimate"].to_numpy(dtype=np.float64)[rows]
    error = estimate - value
    spread = np.sqrt(estimates.frame["std_error"].to_numpy(dtype=np.float64)[rows] ** 2 + own**2)
    table = [
        {
            "item": item[0],
            "response": item[1],
            "wave": wave,
            "estimate": estimate[i, j],
            "official": value[i, j],
            "error": error[i, j],
            "std_error": spread[i, j],
        }
        for i, item in enumerate(official)
        for j, wave in enumerate(waves)
    ]
    drift = _drift(estimates, rows[:, [0, -1]], error, own) if len(waves) > 1 else None
    return ItemErrors(pd.DataFrame(table), drift)


@pinned
def _drift(estimates: Estimates, rows: np.ndarray, error: FloatArray, own: FloatArray) -> Drift:
    k = len(rows)
    involved = np.concatenate([rows[:, 1], rows[:, 0]])
    L = np.hstack([np.eye(k), -np.eye(k)])
    covariance = L @ estimates.cov(involved) @ L.T + np.diag(own[:, 0] ** 2 + own[:, -1] ** 2)
    df = float(estimates._attached_source().degrees(involved))
    return drift_test(error[:, -1] - error[:, 0], covariance, df)


def _row(estimates: Estimates, item: tuple[str, str], wave: str) -> int:
    keys = {"question": item[0], "response": item[1], "wave": wave, "breakdown": TOTAL}
    rows = estimates.rows(**keys)
    if len(rows) != 1:
        raise EstimationError(
            Said(
                "nonrandom-validation-errors-wave-has-no-estimate",
                wave=wave,
                item=item[0],
                item_2=item[1],
            ),
        )
    return int(rows[0])


def _value(
    official: Mapping[tuple[str, str], Mapping[str, Any]], item: tuple[str, str], wave: str
) -> tuple[float, float]:
    given = official[item].get(wave)
    pair = given if isinstance(given, tuple) else (given, 0.0)
    if not all(isinstance(part, (int, float)) for part in pair) or not 0 <= pair[0] <= 1:
        raise EstimationError(
            Said(
                "nonrandom-validation-errors-needs-an-official",
                item=item[0],
                item_2=item[1],
                wave=wave,
                given=repr(given),
            ),
        )
    return float(pair[0]), float(pair[1])
