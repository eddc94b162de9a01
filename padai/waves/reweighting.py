"""Other weights for a wave: what a weighting verb may leave, and what changes with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from padai.errors import DataError, Said
from padai.numerics.designs import CalibrationArrays, FloatArray, ReplicateWeights
from padai.waves.sampling import check_weights
from padai.waves.two_phase import refuse_new_weights

if TYPE_CHECKING:
    from padai.waves.wave import Wave


class CalibrationRecord(Protocol):
    """What a wave asks of the record that a weighting verb leaves."""

    @property
    def arrays(self) -> CalibrationArrays:
        """What standard errors must know, in the order of the wave's rows."""
        ...


def reweighting(
    wave: Wave,
    weights: FloatArray,
    calibration: CalibrationRecord | None,
    replicates: ReplicateWeights | None,
    step: Mapping[str, Any] | None,
) -> dict[str, Any]:
    """Return what other weights change of a wave, by attribute; see `Wave.reweighted`.

    Raises
    ------
    DataError
        Weights, or replicate weights, are of another number of rows than the wave.
    """
    weights = np.array(weights, dtype=np.float64)
    if weights.shape != (len(wave),):
        raise DataError(
            Said(
                "waves-weights-were-given-for-rows",
                count_weights=len(weights),
                count_self=len(wave),
            ),
            where=wave._where,
        )
    refuse_new_weights(wave.design, wave._where)
    check_weights(weights, Said("waves-the-new-weights"), wave._where)
    weights.flags.writeable = False
    changes: dict[str, Any] = {"_weights": weights}
    if calibration is not None:
        changes["calibrations"] = (*wave.calibrations, calibration)
    if replicates is not None:
        if len(replicates.values) != len(wave):
            raise DataError(
                Said(
                    "waves-replicate-weights-have-rows-the-wave",
                    count_values=len(replicates.values),
                    count_self=len(wave),
                ),
                where=wave._where,
            )
        changes["_replicates"] = replicates
    if step is not None:
        steps = (*wave.provenance.get("weighting", ()), dict(step))
        changes["provenance"] = {**wave.provenance, "weighting": steps}
    return changes
