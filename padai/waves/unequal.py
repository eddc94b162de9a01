"""What the variance of units drawn with unequal probabilities is made of, from a wave's columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.design import Design
from padai.errors import ComparisonError, DesignError
from padai.numerics.designs import CENSUS, FloatArray, Stage
from padai.numerics.unequal import (
    brewer_form,
    hartley_rao_check,
    joint_check,
    overton_check,
    yates_grundy,
)
from padai.numerics.unit_forms import MOST_UNITS, PairForm, UnitForm
from padai.unequal import HartleyRao, JointProbabilities
from padai.waves.sampling import DesignColumns, stages_of
from padai.words import Said

if TYPE_CHECKING:
    from padai.waves.wave import Wave


def unequal_stages(columns: DesignColumns, nest: bool, where: str) -> tuple[Stage, ...]:
    """Number strata and units; the probabilities of units are no sizes of their strata."""
    return stages_of(replace(columns, populations=()), nest, where)


def unequal_weights(columns: DesignColumns) -> FloatArray:
    """Return one over the product of the probabilities of all stages."""
    result: FloatArray = 1 / np.prod(np.stack(columns.populations), axis=0)
    return result


def forms_of(
    columns: DesignColumns, stages: Sequence[Stage], design: Design, ids: Any, where: str
) -> tuple[UnitForm, ...]:
    """Return the forms that a design's variance is the sum of.

    Parameters
    ----------
    columns
        Whose `populations` are inclusion probabilities.
    stages
        As :func:`unequal_stages` gives them.
    ids
        Identifiers of the rows; None where the design names none.

    Raises
    ------
    DesignError
        Probabilities are missing, not within 0 and 1 or vary within a unit; a stratum has a single
        unit; joint probabilities do not fit.
    """
    given = zip(stages, columns.populations, design.fpc_columns, strict=True)
    single = [
        _of_units(stage, values, name, number, where)
        for number, (stage, values, name) in enumerate(given, start=1)
    ]
    if design.pps == "brewer" or design.variance == "YG":
        for number, (stage, probability) in enumerate(zip(stages, single, strict=True), start=1):
            _refuse_lonely(stage, probability, design, number, where)
    if design.pps == "brewer":
        return _brewer(stages, single)
    check = _check(columns, stages[0], single[0], design, ids, where)
    matrix = yates_grundy(check) if design.variance == "YG" else check
    return (PairForm(stages[0].psu, matrix=matrix),)


def _of_units(stage: Stage, values: FloatArray, name: str, number: int, where: str) -> FloatArray:
    """Return the probability of each unit of a stage, shape (P,)."""
    bad = int((~(np.isfinite(values) & (values > 0) & (values <= 1))).sum())
    if bad:
        raise DesignError(
            Said(
                "waves-fpc-column-of-stage-with-pps-it-holds",
                name=name,
                number=number,
                bad=bad,
                count_values=len(values),
            ),
            where=where,
        )
    single = np.zeros(stage.n_psus)
    single[stage.psu] = values
    varying = len(np.unique(stage.psu[single[stage.psu] != values]))
    if varying:
        raise DesignError(
            Said(
                "waves-fpc-column-of-stage-units-have-several",
                name=name,
                number=number,
                varying=varying,
            ),
            where=where,
        )
    return single


def _refuse_lonely(
    stage: Stage, single: FloatArray, design: Design, number: int, where: str
) -> None:
    open_units = (1 - single >= CENSUS) & (stage.sampled[stage.stratum_of_psu] == 1)
    if design.lonely_psu == "fail" and open_units.any():
        name = stage.label(int(stage.stratum_of_psu[np.flatnonzero(open_units)[0]]))
        raise DesignError(
            Said(
                "waves-strata-have-only-one-psu-at-stage-the",
                open_units=int(open_units.sum()),
                number=number,
                name=name,
            ),
            where=where,
        )


def _brewer(stages: Sequence[Stage], single: list[FloatArray]) -> tuple[UnitForm, ...]:
    carried = np.ones(len(stages[0].psu))
    forms: list[UnitForm] = []
    for stage, probability in zip(stages, single, strict=True):
        before = np.ones(stage.n_psus)
        before[stage.psu] = carried
        forms.append(brewer_form(stage.psu, stage.stratum_of_psu, probability, before))
        carried = carried * probability[stage.psu]
    return tuple(forms)


def _check(
    columns: DesignColumns, stage: Stage, single: FloatArray, design: Design, ids: Any, where: str
) -> FloatArray:
    refuse_pairs(stage.n_psus, where)
    stratum, pps = stage.stratum_of_psu, design.pps
    if pps == "overton":
        return overton_check(stratum, single)
    if isinstance(pps, HartleyRao):
        return hartley_rao_check(stratum, single, pps.of_strata(stage.labels, where))
    if isinstance(pps, JointProbabilities):
        labels = _labels_of(columns, stage, ids)
        return joint_check(pps.values_for(labels, single, where), pps.tolerance)
    return np.diag(1 - single)


def _labels_of(columns: DesignColumns, stage: Stage, ids: Any) -> Any:
    """Return the labels of units, in their order; None where rows are units and have no names."""
    import pandas as pd

    if not columns.psus and ids is None:
        return None
    of_row = np.asarray(columns.psus[0] if columns.psus else ids)
    _, first = np.unique(stage.psu, return_index=True)
    return pd.Index(of_row[first])


def refuse_pairs(count: int, where: str) -> None:
    """Refuse a matrix over pairs of units that would not fit in memory."""
    if count > MOST_UNITS:
        raise DesignError(
            Said("waves-units-make-too-many-pairs-for-this", count=count, most_units=MOST_UNITS),
            where=where,
        )


def check_forms(first: Wave, wave: Wave) -> None:
    """Refuse to stack a wave whose variance is a form of units with one whose is not."""
    if bool(first.sample.forms) != bool(wave.sample.forms):
        raise ComparisonError(
            Said(
                "waves-of-waves-and-one-was-drawn-with-pps-or", first_id=first.id, wave_id=wave.id
            ),
        )


def refuse_overlap(wave: Wave, overlap: str) -> None:
    """Refuse waves that share units, where their variance is a form of units."""
    if not wave.lazy and wave.sample.forms:  # a lazy wave has none
        raise ComparisonError(
            Said("waves-overlap-units-drawn-with-pps-or-in-two", overlap=overlap),
        )
