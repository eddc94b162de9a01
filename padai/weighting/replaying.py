"""Weighting steps taken again: by replicates, and by the small waves of a lazy one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from padai.errors import WeightingError
from padai.numerics.calibration import prepare
from padai.numerics.constraints import Control
from padai.numerics.designs import BoolArray, FloatArray, IntArray, ReplicateWeights
from padai.waves.wave import Wave
from padai.weighting.record import Calibration, arrays_of
from padai.weighting.targets import TargetsLike, plan_margins
from padai.words import Said

Controls = tuple[Control, ...]


def again_each(record: Calibration, weights: FloatArray, where: str) -> FloatArray:
    """Calibrate each column of weights again, shape (n, R).

    Raises
    ------
    WeightingError
        A replicate cannot be calibrated.
    """
    done = np.empty_like(weights)
    for r in range(weights.shape[1]):
        column = np.ascontiguousarray(weights[:, r])
        done[:, r] = record.again(column, f"{where}replicate {r + 1} of {weights.shape[1]}: ")
    return done


def replicates_again(record: Calibration, where: str) -> ReplicateWeights | None:
    """Return the replicate weights that a calibration makes of those before it."""
    replicates = record.replicates_before
    if replicates is None:
        return None
    weights = replicates.analysis(record.arrays.design_weights)
    before = weights if replicates.before is None else replicates.before
    values = again_each(record, weights, where)
    return replace(replicates, values=values, combined=True, before=before)


def calibrated_as(
    wave: Wave,
    record: Calibration,
    targets: TargetsLike,
    asked: dict[str, object],
    step: dict[str, object],
    where: str,
) -> Wave:
    """Weight a small wave as another one of the same respondents was, by the cells of the margins.

    Each row has the factor, and the place in the solution, of the margins' cell that it lies in.

    Parameters
    ----------
    record
        Of the wave that was solved, whose rows are the margins' cells.
    targets, asked
        What it was calibrated to: targets, and ``untargeted`` and ``min_cell``.
    step
        What its provenance says of it.
    """
    plan = plan_margins(wave, targets, where=where, **asked)  # type: ignore[arg-type]
    solved = record.calibrator
    ready = prepare(
        len(wave),
        plan.controls,
        plan.total,
        method=solved.method,
        bounds=solved.bounds,
        rescale=solved.rescale,
    )
    before = wave.weights
    place = _cell_of(ready.controls, record, before > 0, where)
    solved_from = record.arrays.design_weights
    factor = record.arrays.weights / np.where(solved_from > 0, solved_from, 1.0)
    weights = before * factor[place]
    made = replace(
        record,
        margins=plan.margins,
        g=record.g[place],
        predictor=record.predictor[place],
        arrays=arrays_of(ready, before, weights),
        calibrator=ready,
        replicates_before=wave.sample.replicates,
    )
    replicates = replicates_again(made, where)
    return wave.reweighted(weights, calibration=made, replicates=replicates, step=step)


def _cell_of(controls: Controls, record: Calibration, weighs: BoolArray, where: str) -> IntArray:
    """Return, for each row, a row of the solved wave with the same codes in every margin."""
    solved = record.calibrator.controls
    known = np.flatnonzero(record.arrays.design_weights > 0)
    theirs, own = _key(solved, solved)[known], _key(controls, solved)
    order = np.argsort(theirs, kind="stable")
    cell = order[np.minimum(np.searchsorted(theirs[order], own), len(order) - 1)]
    if (theirs[cell] != own)[weighs].any():
        raise WeightingError(
            Said("weighting-the-table-changed-while-it-was-read-it", where=where),
        )
    return known[cell]


def _key(controls: Controls, sizes: Controls) -> IntArray:
    """Return one number for each row's codes."""
    key = np.zeros(len(controls[0].codes), dtype=np.int64)
    for control, like in zip(controls, sizes, strict=True):
        key = key * (len(like.targets) + 1) + control.codes + 1
    return key
