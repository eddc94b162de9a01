"""What a weighting verb leaves behind, and how a replicate goes through it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from padai.errors import WeightingError
from padai.numerics.calibration import Calibrator
from padai.numerics.constraints import Control, FloatArray
from padai.numerics.designs import CalibrationArrays, ReplicateWeights
from padai.numerics.weight_diagnostics import MarginFit, fit_of_margins
from padai.weighting.targets import MarginPlan


@dataclass(frozen=True, eq=False)
class Calibration:
    """The record of one calibration.

    Attributes
    ----------
    method : str
        ``rake``, ``poststratify``, ``linear``, ``raking`` or ``logit``.
    margins : tuple of MarginPlan
        Margins on codes, with the source and date of their targets.
    totals : mapping
        Totals of numeric columns.
    bounds : (lower, upper) or None
        Bounds on g.
    total : float
        Total that the weights come to.
    g : ndarray, shape (n,)
        Final weights over design weights scaled to `total`.
    arrays : CalibrationArrays
        What standard errors must know.
    calibrator : Calibrator
        The problem, ready to be solved for a replicate.
    predictor : ndarray, shape (n,)
        Where the solution stood, from which replicates start.
    replicates_before : ReplicateWeights or None
        The wave's replicate weights before it.
    """

    method: str
    margins: tuple[MarginPlan, ...]
    totals: Mapping[str, float]
    bounds: tuple[float, float] | None
    total: float
    g: FloatArray
    arrays: CalibrationArrays
    calibrator: Calibrator = field(repr=False)
    predictor: FloatArray = field(repr=False)
    replicates_before: ReplicateWeights | None = field(default=None, repr=False)

    @property
    def collapsed(self) -> tuple[dict[str, Any], ...]:
        """Cells that were merged: margin, cells, into, n."""
        return tuple(rule for margin in self.margins for rule in margin.merged)

    @property
    def untargeted(self) -> dict[str, int]:
        """Respondents who take no part, by margin."""
        return {m.control.name: m.untargeted for m in self.margins if m.untargeted}

    @cached_property
    def fits(self) -> tuple[MarginFit, ...]:
        """Margins before and after."""
        return self.fits_of(self.arrays.weights)

    def fits_of(self, weights: FloatArray) -> tuple[MarginFit, ...]:
        """Return margins before, and with other weights after."""
        return fit_of_margins(self.calibrator.controls, self.arrays.design_weights, weights)

    def again(self, weights: FloatArray, what: str = "") -> FloatArray:
        """Calibrate another set of weights to the same targets, shape (n,).

        Raises
        ------
        WeightingError
            It cannot be done; the message begins with `what`.
        """
        try:
            return self.calibrator.run(weights, self.predictor).weights
        except WeightingError as error:
            raise error.at(what) from None


def arrays_of(
    calibrator: Calibrator, design_weights: FloatArray, weights: FloatArray
) -> CalibrationArrays:
    """Return the auxiliary variables of a calibration as standard errors take them.

    A margin in which some take no part constrains shares among the others, not their number: its
    variables are ``1[cell] - share * 1[takes part]``, as columns.
    """
    whole = [c for c in calibrator.controls if (c.codes >= 0).all()]
    part = [c for c in calibrator.controls if (c.codes < 0).any()]
    margins = tuple(control.codes for control in whole)
    if part and not whole:
        margins = (np.zeros(len(weights), dtype=np.intp),)
    columns = np.column_stack([*(_contrasts(c) for c in part), calibrator.columns])
    return CalibrationArrays(margins, columns, design_weights, weights)


def _contrasts(control: Control) -> FloatArray:
    shares = control.shares[:-1]
    inside = control.codes >= 0
    cells = control.codes[:, None] == np.arange(len(shares))
    contrasts: FloatArray = cells - shares * inside[:, None]
    return contrasts
