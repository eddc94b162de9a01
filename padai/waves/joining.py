"""The replicate weights of a stack of waves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from padai.errors import ComparisonError
from padai.numerics.designs import ReplicateWeights
from padai.words import Said

if TYPE_CHECKING:
    from padai.waves.stacking import Stack


def joined_replicates(stacked: Stack) -> ReplicateWeights | None:
    """Join replicate weights: one set where units are shared, a block a wave where they are not.

    Raises
    ------
    ComparisonError
        Waves that share units have replicates of other numbers, scales or rscales.
    """
    samples = [wave.sample for wave in stacked.waves]
    sets = [sample.replicates for sample in samples]
    if sets[0] is None:
        return None
    known = [r for r in sets if r is not None]
    analysis = [r.analysis(s.weights) for r, s in zip(known, samples, strict=True)]
    if stacked.overlap != "none":
        alike = {(r.count, r.scale, r.rscales.tobytes()) for r in known}
        if len(alike) > 1:
            raise ComparisonError(
                Said("waves-waves-that-share-units-need-the-same"),
            )
        before = [r.uncalibrated(s.weights) for r, s in zip(known, samples, strict=True)]
        return replace(
            known[0],
            values=np.concatenate(analysis),
            combined=True,
            degf=min((r.degf for r in known if r.degf is not None), default=None),
            before=np.concatenate(before),
        )
    counts = [r.count for r in known]
    values = np.repeat(stacked.weights[:, None], sum(counts), axis=1)
    for index, (start, block) in enumerate(
        zip(np.cumsum([0, *counts[:-1]]), analysis, strict=True)
    ):
        values[stacked.rows_of(index), start : start + block.shape[1]] = block
    return replace(
        known[0],
        values=values,
        combined=True,
        degf=None,
        before=None,
        scale=1.0,
        rscales=np.concatenate([r.scale * r.rscales for r in known]),
        blocks=np.repeat(np.arange(len(known)), counts),
    )
