"""From sums to a small wave: rows that stand for respondents, which every verb estimates from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from padai.design import Design, Replicates
from padai.errors import DesignError
from padai.numerics.designs import AlikeRows, FloatArray, ReplicateWeights
from padai.numerics.sums import stand_ins
from padai.waves.absent import without_codes
from padai.waves.lazy.measures import Summed, SummedColumn
from padai.waves.lazy.summing import ZERO
from padai.waves.sampling import implied_weights, read_design_columns, stages_of
from padai.waves.wave import Wave
from padai.words import Said

if TYPE_CHECKING:
    from collections.abc import Mapping


def wave_of_cells(
    summed: Summed,
    measures: Sequence[SummedColumn],
    names: Sequence[str],
    like: Any,
    missing: Mapping[str, Sequence[Any]],
) -> Wave:
    """Return the wave of which each row is a cell.

    Parameters
    ----------
    summed
    measures
        In the order of the powers in `summed`.
    names
        Columns that are keys.
    like : LazyWave
        Whose design, survey, id and part it has.
    missing
        Codes that are no answer.
    """
    frame, counts, weights, spread, rep = _rows(summed, measures)
    own = {name: codes for name, codes in missing.items() if name in names}
    frame = without_codes(frame, own, like._where)
    design: Design = replace(like.design, id=None)
    columns = read_design_columns(frame, design, like._where)
    stages = stages_of(columns, design.nest, like._where, counts)
    if design.weight is None:
        factor = implied_weights(stages)
        weights = weights * factor
    weights.flags.writeable = False
    made: Wave = object.__new__(Wave)
    made.__dict__.update(
        design=design,
        survey=like.survey,
        id=like.id,
        date=like.date,
        part=like.part,
        _frame=frame,
        _columns=columns,
        _stages=stages,
        _weights=weights,
        _replicates=_replicates(rep, weights, design.replicates),
        calibrations=(),
        provenance=dict(like._start),
        _settled=frozenset(missing),
        _residuals="design",
        _forms=(),
        _coded={},
        _sample=None,
        _pandas=None,
        _cells=AlikeRows(counts, spread),
        _sealed=True,
    )
    return made


def _rows(
    summed: Summed, measures: Sequence[SummedColumn]
) -> tuple[pd.DataFrame, FloatArray, FloatArray, FloatArray, FloatArray | None]:
    """Return frame, respondents, weights, spread and replicates of each row of the small wave."""
    keys, counts, weights = summed.keys, summed.counts, summed.weights
    rep = summed.replicates
    if not measures:
        frame = keys.drop(columns=[ZERO], errors="ignore").reset_index(drop=True)
        return frame, counts, weights.copy(), _spread(weights, summed.squares), rep
    assert summed.powers is not None
    points = stand_ins(summed.powers)
    times = points.weights.shape[1]
    frame = keys.loc[keys.index.repeat(times)].reset_index(drop=True)
    for place, (measure, values) in enumerate(zip(measures, points.values, strict=True)):
        lacks = frame[f"padai_lacks{place}"].to_numpy(dtype=bool)
        frame[measure.name] = np.where(lacks, np.nan, values.ravel())
    frame = frame.drop(columns=[f"padai_lacks{k}" for k in range(len(measures))])
    people = np.zeros(points.weights.shape)
    people[:, points.counted] = counts
    if rep is not None:
        raise DesignError(
            Said("waves-a-measures-mean-cannot-be-had-from-sums"),
        )
    total, squares = points.weights.ravel(), points.squares.ravel()
    frame = frame.drop(columns=[ZERO], errors="ignore")
    return frame, people.ravel(), total, _spread(total, squares), rep


def _spread(weights: FloatArray, squares: FloatArray) -> FloatArray:
    known = weights > 0
    result: FloatArray = np.where(known, squares, 0.0) / np.where(known, weights, 1.0) ** 2
    return result


def _replicates(
    sums: FloatArray | None, weights: FloatArray, given: Replicates | None
) -> ReplicateWeights | None:
    if sums is None or given is None:
        return None
    count = sums.shape[1]
    rscales = np.ones(count) if given.rscales is None else np.asarray(given.rscales, np.float64)
    if len(rscales) != count:
        raise DesignError(
            Said(
                "waves-rscales-has-values-for-replicate-weight",
                count_rscales=len(rscales),
                count=count,
            ),
        )
    if not given.combined:
        known = weights > 0
        sums = np.where(known, sums.T, 0.0).T / np.where(known, weights, 1.0)[:, None]
    return ReplicateWeights(
        sums, given.scale_for(count), rscales, given.mse, given.combined, given.degf, given.kind
    )
