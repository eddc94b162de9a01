"""The verb that trims weights."""

from __future__ import annotations

from dataclasses import replace
from numbers import Real
from typing import Any

import numpy as np

from padai.errors import WeightingError
from padai.numerics.calibration import Calibrator, prepare
from padai.numerics.threads import pinned
from padai.numerics.trimming import trim_weights
from padai.waves.guards import guarded
from padai.waves.wave import Wave
from padai.weighting.calibrating import apply_calibrator
from padai.weighting.record import Calibration
from padai.weighting.targets import CalibrationPlan
from padai.words import Said

#: A margin counts as broken from here on, relative to its targets.
BROKEN = 1e-9


@guarded
def trim(
    wave: Wave,
    *,
    lower: float = -np.inf,
    upper: float = np.inf,
    strict: bool = False,
    rerake: bool = False,
) -> Wave:
    """Trim a wave's weights, as R's ``trimWeights``.

    Weights outside the limits are set to the limit, and what is cut is shared equally among the
    others. The calibration record stays in place, so that standard errors still account for it.
    The margins that no longer hold are listed in ``provenance["weighting"][-1]["broken"]`` and
    shown by :func:`~padai.weighting.weighting_margins`.

    Parameters
    ----------
    wave : Wave
    lower, upper : float
        Limits, in the unit of the weights.
    strict : bool
        Repeat until every weight lies within the limits.
    rerake : bool
        Trim and calibrate together: the weights that meet the last calibration's targets (to 1e-10)
        and the limits, ``w = min(max(d F(x'lambda), lower), upper)``. It is where trimming and
        calibrating in turns would settle; the record is that of this calibration.

    Returns
    -------
    Wave
        Replicate weights, where there are any, are multiplied by the same factors; with `rerake`
        they are calibrated again.

    Raises
    ------
    WeightingError
        The limits are out of order or cannot hold; with `rerake`, the wave has no calibration, was
        calibrated by ``logit``, or the totals cannot be met within the limits.

    References
    ----------
    R: ``survey::trimWeights``. Folsom, R. and Singh, A. (2000). The generalized exponential model.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.design import Design
    >>> wave = Wave(pd.DataFrame({"w": [1.0, 2.0, 3.0, 10.0]}), Design(weight="w"))
    >>> trim(wave, upper=7.0).weights
    array([2., 3., 4., 7.])
    """
    where = f"{wave._where}trim: "
    if not _are_limits(lower, upper):
        raise WeightingError(
            Said("weighting-the-limits-and-must-be-numbers-with-0", lower=lower, upper=upper),
            where=where,
        )
    if rerake:
        return _rerake(wave, lower, upper, where)
    try:
        trimmed = trim_weights(wave.weights[wave.weighs], lower, upper, strict=strict)
    except WeightingError as error:
        raise error.at(wave._where) from None
    if (trimmed.weights <= 0).any():
        raise WeightingError(
            Said(
                "weighting-weights-would-be-zero-or-negative-once",
                weights=int((trimmed.weights <= 0).sum()),
            ),
            where=where,
        )
    weights = np.zeros(len(wave))
    weights[wave.weighs] = trimmed.weights
    step: dict[str, Any] = {
        "verb": "trim",
        "lower": _as_json(lower),
        "upper": _as_json(upper),
        "strict": strict,
        "raised": trimmed.raised,
        "lowered": trimmed.lowered,
        "moved": trimmed.moved,
        "passes": trimmed.passes,
        "broken": _broken(wave, weights),
    }
    replicates = wave.sample.replicates
    if replicates is not None and replicates.combined:
        factor = (weights / np.where(wave.weighs, wave.weights, 1.0))[:, None]
        replicates = replace(replicates, values=replicates.values * factor)
    return wave.reweighted(weights, replicates=replicates, step=step)


def _are_limits(lower: Any, upper: Any) -> bool:
    """Whether limits are numbers in order, none negative; minus infinity is no lower limit."""
    if not all(isinstance(x, Real) and not isinstance(x, bool) for x in (lower, upper)):
        return False
    return bool(lower < upper and (lower >= 0 or lower == -np.inf))


@pinned
def _broken(wave: Wave, weights: np.ndarray) -> list[dict[str, Any]]:
    broken = []
    for record in wave.calibrations:
        if not isinstance(record, Calibration):
            continue
        for fit in record.fits_of(weights):
            off = np.flatnonzero(np.abs(fit.after / fit.target - 1) > BROKEN)
            broken += [
                {
                    "margin": fit.name,
                    "cell": fit.cells[i],
                    "target": float(fit.target[i]),
                    "after": float(fit.after[i]),
                }
                for i in off
            ]
        after = weights @ record.calibrator.columns
        for (name, total), reached in zip(record.totals.items(), after, strict=True):
            if abs(reached - total) > BROKEN * max(abs(total), 1e-9):
                broken.append(
                    {"margin": name, "cell": "total", "target": total, "after": float(reached)}
                )
    return broken


def _as_json(limit: float) -> float | None:
    """Return a limit as JSON can hold it: None for none."""
    return float(limit) if np.isfinite(limit) else None


def _rerake(wave: Wave, lower: float, upper: float, where: str) -> Wave:
    if not wave.calibrations or not isinstance(wave.calibrations[-1], Calibration):
        raise WeightingError(
            Said("weighting-rerake-true-calibrates-again-and-the"),
            where=where,
        )
    record: Calibration = wave.calibrations[-1]
    try:
        calibrator = _limited(record, lower, upper)
        plan = CalibrationPlan(record.margins, dict(record.totals), record.total)
        before = wave.weights
        extra: dict[str, Any] = {
            "verb": "trim",
            "lower": _as_json(lower),
            "upper": _as_json(upper),
            "rerake": True,
            "raised": int(((before < lower) & (before > 0)).sum()),
            "lowered": int((before > upper).sum()),
            "broken": [],
        }
        start = wave._changed(
            calibrations=wave.calibrations[:-1],
            _replicates=record.replicates_before if wave.sample.replicates is not None else None,
        )
        base = record.arrays.design_weights
        return apply_calibrator(start, plan, calibrator, record.method, where, extra, base=base)
    except WeightingError as error:
        raise error.at(where) from None


def _limited(record: Calibration, lower: float, upper: float) -> Calibrator:
    """Return the calibration of a record with limits on the final weights as well."""
    ready, base = record.calibrator, record.arrays.design_weights
    given = np.where(base > 0, base, np.nan)
    scaled = given * (ready.total / base.sum()) if ready.rescale else given
    low, high = record.bounds or (-np.inf, np.inf)
    return prepare(
        len(base),
        ready.controls,
        ready.total,
        columns=ready.columns,
        column_totals=ready.column_totals,
        column_names=ready.column_names,
        method=ready.method,
        bounds=record.bounds,
        row_bounds=(np.fmax(low, lower / scaled), np.fmin(high, upper / scaled)),
        rescale=ready.rescale,
    )
