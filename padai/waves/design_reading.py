"""From a wave's table and its design: rows, strata and units, weights, and what variances need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from padai.design import Design, TwoPhase
from padai.numerics.designs import FloatArray, Stage
from padai.numerics.unit_forms import UnitForm
from padai.waves.sampling import DesignColumns, read_design_columns, stages_of, weights_of
from padai.waves.two_phase import second_phase
from padai.waves.unequal import forms_of, unequal_stages, unequal_weights

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class ReadDesign:
    """What a wave keeps of its design.

    Attributes
    ----------
    frame : pandas.DataFrame
        The wave's rows: of two phases, those of the second.
    columns : DesignColumns
    stages : tuple of Stage
    weights : ndarray, shape (n,)
    forms : tuple of UnitForm
        Of unequal probabilities and of two phases; otherwise none.
    phases : mapping
        For the wave's provenance.
    """

    frame: pd.DataFrame
    columns: DesignColumns
    stages: tuple[Stage, ...]
    weights: FloatArray
    forms: tuple[UnitForm, ...] = ()
    phases: Mapping[str, Any] = field(default_factory=dict)


def read_design(frame: pd.DataFrame, design: Design, where: str) -> ReadDesign:
    """Number strata and units, and weight the rows; of two phases, keep those of the second.

    Raises
    ------
    DataError, DesignError
        The table lacks a column of the design, or contradicts it.
    """
    if isinstance(design, TwoPhase):
        made = second_phase(frame, design, where)
        phases = {"first": len(frame), "second": len(made.frame), "method": design.method}
        return ReadDesign(
            made.frame, made.columns, made.stages, made.weights, made.forms, {"two_phase": phases}
        )
    columns = read_design_columns(frame, design, where)
    if design.pps is None:
        stages = stages_of(columns, design.nest, where)
        return ReadDesign(frame, columns, stages, weights_of(frame, design, stages, where))
    stages = unequal_stages(columns, design.nest, where)
    ids = None if design.id is None else frame[design.id]
    forms = forms_of(columns, stages, design, ids, where)
    weights = unequal_weights(columns)
    if design.weight is not None:
        weights = weights_of(frame, design, stages, where)
    return ReadDesign(frame, columns, stages, weights, forms)
