"""The rows, weights and variance of a second phase, from the rows of the first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from padai.design import Design, TwoPhase
from padai.errors import DesignError, Said
from padai.numerics.designs import CENSUS, BoolArray, FloatArray, IntArray, Stage
from padai.numerics.stages import make_stage
from padai.numerics.two_phase import (
    both_phases,
    first_phase_form,
    followed_share,
    poisson_check,
    second_phase_form,
    stages_check,
)
from padai.numerics.unit_forms import PairForm, UnitForm
from padai.waves.sampling import (
    DesignColumns,
    read_column,
    read_design_columns,
    stages_of,
    weights_of,
)
from padai.waves.unequal import refuse_pairs

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class SecondPhase:
    """What a wave keeps of a two-phase design; arrays are of the rows of the second phase.

    Attributes
    ----------
    frame : pandas.DataFrame
    columns : DesignColumns
    stages : tuple of Stage
    weights : ndarray, shape (m,)
    forms : tuple of UnitForm
    """

    frame: pd.DataFrame
    columns: DesignColumns
    stages: tuple[Stage, ...]
    weights: FloatArray
    forms: tuple[UnitForm, ...]


@dataclass(frozen=True, eq=False)
class _Phases:
    """Both phases, numbered over the rows of the first.

    Attributes
    ----------
    stages : tuple of Stage
        Of the first phase.
    weights : ndarray, shape (n,)
        Of the first phase.
    whole, second : Stage
        The second phase's strata and units: over all rows, and over its own with their number in
        the first phase.
    chosen : ndarray of bool, shape (n,)
    """

    stages: tuple[Stage, ...]
    weights: FloatArray
    whole: Stage
    second: Stage
    chosen: BoolArray


def second_phase(frame: pd.DataFrame, design: TwoPhase, where: str) -> SecondPhase:
    """Draw the second phase out of the rows of the first.

    Raises
    ------
    DataError
        A column is not in the frame.
    DesignError
        The subset is not told in every row, a stratum of the second phase was not followed, a
        unit was followed in part; or the method needs what the design does not say.
    """
    chosen = _chosen(frame, design, where)
    first, second = design.first, design.second
    _refuse_stages(design, where)
    columns = read_design_columns(frame, first, where)
    stages = stages_of(columns, first.nest, where)
    weights = weights_of(frame, first, stages, where)
    named = read_design_columns(frame, second, where)
    bare = DesignColumns(named.strata, named.psus, (), named.n)
    (whole,) = stages_of(bare, second.nest, where)
    own = _own_stage(whole, chosen, named, where)
    phases = _Phases(stages, weights, whole, own, chosen)
    conditional = 1 / own.fraction[own.stratum]
    if second.weight is not None:
        conditional = weights_of(frame[chosen], second, (own,), where)
    forms = (
        _full(phases, first, where) if design.method == "full" else _simple(phases, design, where)
    )
    kept = DesignColumns(
        tuple(labels[chosen] for labels in named.strata),
        tuple(labels[chosen] for labels in named.psus),
        (),
        int(chosen.sum()),
    )
    table = frame.loc[chosen].reset_index(drop=True)
    return SecondPhase(table, kept, (own,), weights[chosen] * conditional, forms)


def _chosen(frame: pd.DataFrame, design: TwoPhase, where: str) -> BoolArray:
    column = read_column(frame, design.subset, "subset", where)
    known = column.isin([True, False]) & column.notna()
    if not known.all():
        raise DesignError(
            Said(
                "waves-the-subset-column-says-neither-true-nor",
                subset=design.subset,
                known=int((~known).sum()),
                count_column=len(column),
            ),
            where=where,
        )
    chosen = column.to_numpy().astype(bool)
    if not chosen.any():
        raise DesignError(
            Said("waves-the-subset-column-holds-no-row-of-the", subset=design.subset),
            where=where,
        )
    return chosen


def _refuse_stages(design: TwoPhase, where: str) -> None:
    """Refuse stages, weights and sizes that a method cannot use."""
    first, second = design.first, design.second
    message: Said | None = None
    if len(second.psu_columns) > 1:
        message = Said("waves-the-second-phase-has-one-stage")
    elif design.method != "full" and len(first.psu_columns) > 1:
        message = Said("waves-method-simple-wants-a-first-phase-of-one")
    elif design.method == "full" and second.weight is not None:
        message = Said("waves-method-full-counts-the-second-phases")
    elif design.method == "full" and not _probable(first):
        message = Said("waves-method-full-needs-the-probabilities-of")
    if message is not None:
        raise DesignError(Said("waves-twophase", told=message), where=where)


def _probable(first: Design) -> bool:
    """Return whether a first phase tells the probability of each pair of its rows."""
    stages = max(1, len(first.psu_columns))
    if first.fpc_columns:
        return len(first.fpc_columns) == stages and first.weight is None
    return (
        not first.stratum_columns
        and stages == 1
        and (first.weight is not None or not first.psu_columns)
    )


def _own_stage(whole: Stage, chosen: BoolArray, columns: DesignColumns, where: str) -> Stage:
    """Return the second phase's stage: its rows' strata and units, and how many the first had."""
    stratum = whole.stratum[chosen]
    absent = np.flatnonzero(np.bincount(stratum, minlength=whole.n_strata) == 0)
    if len(absent):
        raise DesignError(
            Said(
                "waves-strata-of-the-second-phase-have-no-row",
                count_absent=len(absent),
                label=whole.label(int(absent[0])),
            ),
            where=where,
        )
    partly = len(np.intersect1d(whole.psu[chosen], whole.psu[~chosen]))
    if partly:
        raise DesignError(
            Said("waves-psus-of-the-second-phase-have-rows-in-it", partly=partly),
            where=where,
        )
    sizes = whole.sampled[stratum].astype(np.float64)
    if columns.populations:
        sizes = columns.populations[0][chosen]
    unit: IntArray = np.unique(whole.psu[chosen], return_inverse=True)[1].astype(np.intp)
    try:
        stage = make_stage(stratum, unit, sizes, whole.labels)
    except DesignError as error:
        raise error.at(where) from None
    _refuse_lonely(
        stage, np.ones(stage.n_strata, dtype=bool), stage.sampled, Said("waves-second"), where
    )
    return stage


def _refuse_lonely(
    stage: Stage, asked: BoolArray, units: IntArray, phase: Said, where: str
) -> None:
    alone = asked & (units == 1) & (1 - stage.fraction >= CENSUS)
    if alone.any():
        name = stage.label(int(np.flatnonzero(alone)[0]))
        raise DesignError(
            Said(
                "waves-strata-of-the-phase-have-only-one-psu",
                alone=int(alone.sum()),
                phase=phase,
                name=name,
            ),
            where=where,
        )


def _full(phases: _Phases, first: Design, where: str) -> tuple[UnitForm, ...]:
    rows = np.flatnonzero(phases.chosen)
    refuse_pairs(len(rows), where)
    if first.fpc_columns:
        for stage in phases.stages:
            _refuse_lonely(
                stage,
                np.ones(stage.n_strata, dtype=bool),
                stage.sampled,
                Said("waves-first"),
                where,
            )
        check = stages_check(phases.stages, rows)
    elif first.weight is not None:
        _refuse_under_one(phases.weights, first, where)
        check = poisson_check(phases.stages[0].psu[rows], 1 / phases.weights[rows])
    else:
        check = np.eye(len(rows))
    second = stages_check((phases.second,), np.arange(len(rows)))
    return (PairForm(np.arange(len(rows)), matrix=both_phases(check, second)),)


def _refuse_under_one(weights: FloatArray, first: Design, where: str) -> None:
    under = int((weights < 1).sum())
    if under:
        raise DesignError(
            Said("waves-twophase-weights-of-the-first-phase-are", under=under, weight=first.weight),
            where=where,
        )


def _simple(phases: _Phases, design: TwoPhase, where: str) -> tuple[UnitForm, ...]:
    (first,), chosen = phases.stages, phases.chosen
    pairs = np.unique(np.stack([first.stratum[chosen], first.psu[chosen]]), axis=1)
    shown = np.bincount(pairs[0], minlength=first.n_strata)
    _refuse_lonely(first, shown > 0, shown, Said("waves-first"), where)
    grouped = bool(design.second.stratum_columns)
    share = followed_share(first, phases.whole, chosen, grouped)
    drawn = np.unique(np.stack([first.psu[chosen], phases.second.psu]), axis=1)
    inside = len(np.unique(drawn[0])) < drawn.shape[1]
    scaled = 1 / np.sqrt(phases.weights[chosen]) if inside else None
    return first_phase_form(first, chosen, share), second_phase_form(phases.second, scaled)


def refuse_new_weights(design: Design, where: str) -> None:
    """Refuse to change the weights of a two-phase design."""
    if isinstance(design, TwoPhase):
        raise DesignError(
            Said("waves-weights-of-a-two-phase-design-are-not"),
            where=where,
        )
