"""The verbs that calibrate: `rake`, `poststratify`, `calibrate`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from padai.errors import WeightingError
from padai.numerics.calibration import Calibrator, prepare
from padai.numerics.calibration_solver import Method
from padai.numerics.constraints import FloatArray
from padai.waves.guards import guarded, lazily
from padai.waves.measures import measures_of
from padai.waves.wave import Wave
from padai.weighting.pushed import calibrated_sums
from padai.weighting.record import Calibration, arrays_of
from padai.weighting.replaying import replicates_again
from padai.weighting.targets import CalibrationPlan, TargetsLike, plan_margins
from padai.words import Said

Bounds = tuple[float, float] | None


@guarded
@lazily(calibrated_sums)
def rake(
    wave: Wave,
    targets: TargetsLike,
    *,
    bounds: Bounds = None,
    untargeted: Mapping[str, Any] | None = None,
    min_cell: int = 5,
) -> Wave:
    """Rake a wave's weights to margins of its population.

    Weights are those closest to the design weights (in the sense of raking) that meet every
    margin, to 1e-10 relative; standard errors then account for it, as R's ``calibrate`` does.

    Parameters
    ----------
    wave : Wave
        Its weights are the design weights; ones where it has none.
    targets : Targets or mapping
        ``survey.targets(...)``, or margins as ``{"sex": {"F": 0.51, "M": 0.49}, "age*sex": {...}}``
        in shares or counts. With counts the weights sum to the population, with shares alone to
        what they summed to.
    bounds : (lower, upper), optional
        Bounds on g, the final weight over the design weight scaled to the targets' total.
    untargeted : mapping, optional
        For each margin, codes without a target, whose respondents take no part in it (the margin
        then holds among the others); ``"missing"`` stands for respondents without an answer.
        Added to what `targets` lists.
    min_cell : int
        Cells with fewer respondents are refused.

    Returns
    -------
    Wave
        With new weights and a :class:`~padai.weighting.Calibration` in ``.calibrations``. Replicate
        weights, where there are any, are raked too, each one.

    Raises
    ------
    WeightingError
        Codes without a target, small cells, targets that do not add up, no convergence: the
        message names the margin and the cell.

    References
    ----------
    Deville, J.-C., Särndal, C.-E. and Sautory, O. (1993). Generalized raking procedures in survey
    sampling. *JASA* 88. R: ``survey::calibrate(calfun="raking")``.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.design import Design
    >>> wave = Wave(pd.DataFrame({"sex": ["F", "F", "F", "M"]}), Design())
    >>> rake(wave, {"sex": {"F": 0.5, "M": 0.5}}, min_cell=1).weights.round(4)
    array([0.6667, 0.6667, 0.6667, 2.    ])
    """
    where = _where(wave, "rake")
    plan = plan_margins(wave, targets, untargeted=untargeted, min_cell=min_cell, where=where)
    if plan.totals:
        raise WeightingError(
            Said(
                "weighting-has-a-numeric-total-which-raking-to",
                where=where,
                totals=next(iter(plan.totals)),
            )
        )
    return _calibrated(
        wave, plan, "rake", method="raking", bounds=bounds, rescale=True, where=where
    )


@guarded
@lazily(calibrated_sums)
def poststratify(
    wave: Wave,
    targets: TargetsLike,
    *,
    untargeted: Mapping[str, Any] | None = None,
    min_cell: int = 5,
) -> Wave:
    """Poststratify a wave: one margin, which may be crossed (``"age*sex"``).

    Parameters and errors are those of :func:`rake`; standard errors are those of R's
    ``postStratify`` and ``calibrate``, which agree here.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.design import Design
    >>> wave = Wave(pd.DataFrame({"sex": ["F", "F", "M", "M"]}), Design())
    >>> poststratify(wave, {"sex": {"F": 60, "M": 40}}, min_cell=1).weights
    array([30., 30., 20., 20.])
    """
    where = _where(wave, "poststratify")
    plan = plan_margins(wave, targets, untargeted=untargeted, min_cell=min_cell, where=where)
    if len(plan.margins) != 1 or plan.totals:
        raise WeightingError(
            Said(
                "weighting-poststratification-takes-one-margin-were",
                where=where,
                count_margins=len(plan.margins),
            )
        )
    return _calibrated(
        wave, plan, "poststratify", method="raking", bounds=None, rescale=True, where=where
    )


@guarded
@lazily(calibrated_sums)
def calibrate(
    wave: Wave,
    targets: TargetsLike,
    *,
    method: Method = "linear",
    bounds: Bounds = None,
    untargeted: Mapping[str, Any] | None = None,
    min_cell: int = 5,
    rescale: bool = True,
) -> Wave:
    """Calibrate a wave's weights to margins and to totals of numeric columns.

    Parameters
    ----------
    wave : Wave
    targets : Targets or mapping
        As :func:`rake` takes them; in a mapping a number stands for the total of a numeric column:
        ``{"sex": {...}, "income": 1.2e9}``.
    method : {"linear", "raking", "logit"}
        The distance: R's ``calfun``. ``logit`` needs bounds.
    bounds : (lower, upper), optional
        Bounds on g, the final weight over the design weight scaled to the targets' total.
    untargeted, min_cell
        As in :func:`rake`.
    rescale : bool
        False: bounds refer to the design weights as they are, as in R.

    Returns
    -------
    Wave

    Raises
    ------
    WeightingError
        As :func:`rake`; also weights of zero or less, which ``linear`` can give without bounds, and
        columns that are not numbers in every row.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.design import Design
    >>> wave = Wave(pd.DataFrame({"sex": ["F", "F", "M", "M"], "age": [20, 40, 30, 50]}), Design())
    >>> done = calibrate(wave, {"sex": {"F": 50, "M": 50}, "age": 3600.0}, min_cell=1)
    >>> round(float((done.weights * done.frame["age"]).sum()), 6)
    3600.0
    """
    where = _where(wave, "calibrate")
    plan = plan_margins(wave, targets, untargeted=untargeted, min_cell=min_cell, where=where)
    return _calibrated(
        wave, plan, method, method=method, bounds=bounds, rescale=rescale, where=where
    )


def _where(wave: Wave, verb: str) -> str:
    return f"{wave._where}{verb}: "


def _calibrated(
    wave: Wave,
    plan: CalibrationPlan,
    label: str,
    *,
    method: Method,
    bounds: Bounds,
    rescale: bool,
    where: str,
) -> Wave:
    try:
        calibrator = prepare(
            len(wave),
            plan.controls,
            plan.total,
            columns=_columns(wave, plan, where),
            column_totals=np.array(list(plan.totals.values())),
            column_names=tuple(plan.totals),
            method=method,
            bounds=bounds,
            rescale=rescale and bool(plan.margins),
        )
        return apply_calibrator(wave, plan, calibrator, label, where)
    except WeightingError as error:
        raise error.at(where) from None


def apply_calibrator(
    wave: Wave,
    plan: CalibrationPlan,
    calibrator: Calibrator,
    label: str,
    where: str,
    extra: Mapping[str, Any] | None = None,
    *,
    base: FloatArray | None = None,
) -> Wave:
    """Solve for the wave's weights, and its replicates', and record it."""
    design_weights = wave.weights if base is None else base
    calibrated = calibrator.run(design_weights)
    low = int(((calibrated.weights <= 0) & (design_weights > 0)).sum())
    if low:
        raise WeightingError(
            Said("weighting-weights-would-be-zero-or-negative-give", where=where, low=low)
        )
    record = Calibration(
        method=label,
        margins=plan.margins,
        totals=plan.totals,
        bounds=calibrator.bounds,
        total=plan.total,
        g=calibrated.g,
        arrays=arrays_of(calibrator, design_weights, calibrated.weights),
        calibrator=calibrator,
        predictor=calibrated.predictor,
        replicates_before=wave.sample.replicates,
    )
    step: dict[str, Any] = {
        "verb": label if label in ("rake", "poststratify") else "calibrate",
        "method": calibrator.method,
        "margins": [margin.control.name for margin in plan.margins],
        "totals": dict(plan.totals),
        "bounds": calibrator.bounds,
        "total": plan.total,
        "iterations": calibrated.iterations,
        "misfit": calibrated.misfit,
        "untargeted": record.untargeted,
        "collapsed": list(record.collapsed),
        **(extra or {}),
    }
    replicates = replicates_again(record, where)
    return wave.reweighted(calibrated.weights, calibration=record, replicates=replicates, step=step)


def _columns(wave: Wave, plan: CalibrationPlan, where: str) -> FloatArray:
    columns = np.zeros((len(wave), len(plan.totals)))
    for j, name in enumerate(plan.totals):
        numbers = measures_of(wave, name)
        bad = int((~np.isfinite(numbers)).sum())
        if bad:
            raise WeightingError(
                Said(
                    "weighting-column-has-a-total-and-of-its-rows-are",
                    where=where,
                    name=name,
                    bad=bad,
                    count_wave=len(wave),
                )
            )
        columns[:, j] = numbers
    return columns
