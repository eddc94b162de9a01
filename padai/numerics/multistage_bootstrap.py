"""The rescaled bootstrap of a sample drawn in several stages, with finite corrections at each.

In each stratum of each stage half of the n units, rounded down to n*, are kept, without
replacement. With ``f`` the sampling fractions and ``d`` whether a unit is kept, a row's factor is
one plus, for each stage i, ``prod_{q<i} sqrt(n_q / n*_q) d_q`` times
``L_i (n_i / n*_i d_i - 1)``, ``L_i = sqrt(n*_i prod_{q<i} f_q (1 - f_i) / (n_i - n*_i))``.

References
----------
Preston, J. (2009). Rescaled bootstrap for stratified multistage sampling. *Survey Methodology* 35,
227-234. R: ``survey::as.svrepdesign(type = "mrbbootstrap")``.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from padai.errors import DesignError
from padai.numerics.designs import BoolArray, FloatArray, LonelyPsu, ReplicateWeights, Stage
from padai.numerics.replication import check_count
from padai.words import Said


def multistage_bootstrap(
    stages: Sequence[Stage], count: int, seed: int, lonely_psu: LonelyPsu = "fail"
) -> ReplicateWeights:
    """Return rescaled multistage bootstrap replicates, factors of the sampling weight.

    Parameters
    ----------
    stages
        The first, and those after it; without a finite correction of the first the others play no
        part.
    count, seed : int
    lonely_psu : str
        A stratum of a single unit, not all of its population, is kept whole under ``certainty``
        and ``remove``, and refused otherwise.

    Raises
    ------
    DesignError
        A stratum that shows variance has a single unit; fewer than two replicates.

    Examples
    --------
    >>> from padai.numerics.stages import make_stage
    >>> first = make_stage(np.zeros(4, dtype=int), np.arange(4))
    >>> made = multistage_bootstrap([first], 3, 1)
    >>> np.unique(made.values).tolist()
    [0.0, 2.0]
    """
    check_count(count)
    rng = np.random.default_rng(seed)
    counted = stages if stages[0].fraction.any() else stages[:1]
    for place, stage in enumerate(counted):
        _check_single(stage, place, lonely_psu)
    values = factors(counted, [_kept(stage, count, rng) for stage in counted])
    first = stages[0]
    degf = min(count - 1, int(first.sampled.sum()) - first.n_strata)
    return ReplicateWeights(
        np.ascontiguousarray(values),
        1 / (count - 1),
        np.ones(count),
        mse=False,
        combined=False,
        degf=degf,
        kind="mrbbootstrap",
    )


def factors(stages: Sequence[Stage], kept: Sequence[BoolArray]) -> FloatArray:
    """Return the factors of the rows, shape (n, R).

    Parameters
    ----------
    stages
    kept : sequence of ndarray of bool, shape (P, R)
        For each stage, which units each replicate keeps: `halves` of each stratum.
    """
    rows, count = len(stages[0].psu), kept[0].shape[1]
    factor, before, seen = np.ones((rows, count)), np.ones((rows, count)), np.ones(rows)
    for stage, units in zip(stages, kept, strict=True):
        n, half = (values[stage.stratum].astype(float) for values in (stage.sampled, halves(stage)))
        fraction = stage.fraction[stage.stratum]
        with np.errstate(divide="ignore", invalid="ignore"):
            spread = np.sqrt(half * seen * (1 - fraction) / (n - half))
        spread = np.where(n > half, spread, 0.0)[:, None]
        grown, own = (n / half)[:, None], units[stage.psu]
        factor += before * spread * (grown * own - 1)
        before = before * np.sqrt(grown) * own
        seen = seen * fraction
    return factor


def halves(stage: Stage) -> FloatArray:
    """Return how many units of each stratum are kept, shape (H,): of a single one, itself."""
    half: FloatArray = np.maximum(stage.sampled // 2, 1)
    return half


def _kept(stage: Stage, count: int, rng: np.random.Generator) -> BoolArray:
    kept = np.zeros((stage.n_psus, count), dtype=bool)
    order = np.argsort(stage.stratum_of_psu, kind="stable")
    starts = np.searchsorted(stage.stratum_of_psu[order], np.arange(stage.n_strata + 1))
    half = halves(stage)
    for h, size in enumerate(stage.sampled):
        units = order[starts[h] : starts[h + 1]]
        place = rng.random((int(size), count)).argsort(axis=0).argsort(axis=0)
        kept[units] = place[: len(units)] < half[h]
    return kept


def _check_single(stage: Stage, place: int, lonely_psu: LonelyPsu) -> None:
    if lonely_psu in ("certainty", "remove"):
        return
    alone = np.flatnonzero((stage.sampled < 2) & (stage.fraction < 1))
    if len(alone):
        raise DesignError(
            Said(
                "numerics-mrbbootstrap-stratum-of-stage-has-a",
                label=stage.label(int(alone[0])),
                place=place + 1,
                count_alone=len(alone),
            ),
        )
