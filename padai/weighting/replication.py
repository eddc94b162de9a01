"""Replicate weights: made from the design, and taken through every weighting step again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from padai.errors import DesignError, WeightingError, nearest
from padai.numerics import replication as made
from padai.numerics.designs import FloatArray, LonelyPsu, ReplicateWeights, Stage
from padai.numerics.multistage_bootstrap import multistage_bootstrap
from padai.waves.guards import guarded, lazily
from padai.waves.wave import Wave
from padai.weighting.pushed import replicated_sums
from padai.weighting.record import Calibration
from padai.weighting.replaying import again_each
from padai.words import Said

#: Replicates where the method does not fix their number and the call does not give it.
DEFAULT_COUNT = {
    "bootstrap": 500,
    "subbootstrap": 500,
    "raowu": 500,
    "mrbbootstrap": 500,
    "sdr": 160,
}
DRAWN = ("bootstrap", "subbootstrap", "raowu", "mrbbootstrap")


@guarded
@lazily(replicated_sums)
def replicate_weights(
    wave: Wave,
    kind: made.Kind,
    *,
    n: int | None = None,
    seed: int | None = None,
    rho: float = 0.5,
    draws: int | None = None,
    fpc: str = "use",
) -> Wave:
    """Return the wave with replicate weights made from its strata and units.

    Calibrations already made are made again in each replicate, to the same targets and bounds; a
    trimming in between counts as a fixed factor.

    Parameters
    ----------
    wave : Wave
    kind : str
        ``jk1``, ``jkn``, ``brr``, ``fay``, ``bootstrap`` (Canty-Davison), ``subbootstrap``
        (n_h - 1 of n_h), ``raowu`` (with finite corrections), ``mrbbootstrap`` (Preston's, of every
        stage, with the finite corrections of each), ``sdr`` (successive difference, for rows in
        systematic order).
    n : int, optional
        Number of replicates of the bootstraps (500) and of ``sdr`` (160, raised to the order of a
        Hadamard matrix).
    seed : int
        Of the bootstraps, which need one.
    rho : float
        Of ``fay``.
    draws : int, optional
        Units drawn in each stratum, of ``raowu``; n_h - 1 by default.
    fpc : {"use", "ignore"}
        ``ignore`` leaves finite corrections out.

    Raises
    ------
    DesignError
        The design does not allow this kind: see :mod:`padai.numerics.replication`.
    WeightingError
        A replicate cannot be calibrated again; the message says which and why.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.design import Design
    >>> frame = pd.DataFrame({"y": [1.0, 2.0, 4.0], "w": [1.0, 1.0, 2.0]})
    >>> made_wave = replicate_weights(Wave(frame, Design(weight="w")), "jk1")
    >>> made_wave.sample.replicates.count
    3
    """
    where = wave._where
    if kind not in made.KINDS:
        raise DesignError(
            Said(
                "weighting-there-are-no-such-replicates",
                where=where,
                kind=str(kind),
                known=", ".join(made.KINDS),
                hint=nearest(str(kind), made.KINDS),
            )
        )
    if wave.sample.replicates is not None:
        raise DesignError(Said("weighting-the-wave-has-replicate-weights-already", where=where))
    if wave.sample.forms:
        raise DesignError(
            Said("weighting-replicates-are-drawn-of-strata-and-units"),
            where=where,
        )
    _no_response_step(wave)
    stages = _stages(wave, kind, fpc)
    try:
        factors = _make(
            stages, kind, n, seed=seed, rho=rho, draws=draws, lonely=wave.design.lonely_psu
        )
    except DesignError as error:
        raise error.at(where) from None
    step = {"verb": "replicate_weights", "kind": kind, "n": factors.count, "seed": seed}
    if not wave.calibrations:
        return wave.reweighted(wave.weights, replicates=factors, step=step)
    values, records = _through_steps(wave, factors)
    ready = replace(factors, values=values, combined=True)
    again = wave._changed(calibrations=records)
    return again.reweighted(wave.weights, replicates=ready, step=step)


def _make(
    stages: tuple[Stage, ...],
    kind: str,
    n: int | None,
    *,
    seed: int | None,
    rho: float,
    draws: int | None,
    lonely: LonelyPsu,
) -> ReplicateWeights:
    if kind in DRAWN and seed is None:
        raise DesignError(Said("weighting-draws-at-random-give-seed", kind=kind))
    count = DEFAULT_COUNT.get(kind, 0) if n is None else n
    if n is not None and kind not in DEFAULT_COUNT:
        raise DesignError(Said("weighting-the-design-sets-the-number-of-replicates", kind=kind))
    number, stage = 0 if seed is None else seed, stages[0]
    makers: dict[str, Callable[[], ReplicateWeights]] = {
        "jk1": lambda: made.jackknife_one(stage),
        "jkn": lambda: made.jackknife_strata(stage, lonely),
        "brr": lambda: made.balanced(stage),
        "fay": lambda: made.balanced(stage, rho),
        "bootstrap": lambda: made.bootstrap(stage, count, number),
        "subbootstrap": lambda: made.subbootstrap(stage, count, number),
        "raowu": lambda: made.rao_wu(stage, count, number, draws),
        "mrbbootstrap": lambda: multistage_bootstrap(stages, count, number, lonely),
        "sdr": lambda: made.successive_difference(stage, count),
    }
    return makers[kind]()


def _stages(wave: Wave, kind: str, fpc: str) -> tuple[Stage, ...]:
    if fpc not in ("use", "ignore"):
        raise DesignError(
            Said("weighting-fpc-is-not-known-use-or-ignore", where=wave._where, fpc=fpc)
        )
    stages = wave.sample.stages
    if fpc == "ignore":
        return tuple(replace(stage, population=None) for stage in stages)
    several = len(stages) > 1 and stages[0].population is not None
    if several and kind != "mrbbootstrap":
        raise DesignError(
            Said("weighting-replicates-see-the-first-stage-only-and", where=wave._where, kind=kind),
        )
    return stages


def _no_response_step(wave: Wave) -> None:
    steps = [str(step.get("verb")) for step in wave.provenance.get("weighting", ())]
    if "adjust_nonresponse" in steps:
        raise WeightingError(Said("weighting-make-replicate-weights-before-the", where=wave._where))


def _through_steps(
    wave: Wave, factors: ReplicateWeights
) -> tuple[FloatArray, tuple[Calibration, ...]]:
    """Take sampling weights times factors through the wave's weighting, replicate by replicate.

    Returns
    -------
    values : ndarray, shape (n, R)
    records : tuple of Calibration
        The wave's, each with the replicates that went into it: who calibrates anew from there
        starts from them.
    """
    records: tuple[Calibration, ...] = wave.calibrations
    weights = records[0].arrays.design_weights[:, None] * factors.values
    before = records[0].arrays.design_weights
    kept = []
    for record in records:
        between = _ratio(record.arrays.design_weights, before)
        if not (between == 1).all():
            weights = weights * between[:, None]
        entered = replace(factors, values=weights, combined=True)
        kept.append(replace(record, replicates_before=entered))
        weights = again_each(record, weights, wave._where)
        before = record.arrays.weights
    after = _ratio(wave.weights, before)
    done = weights if (after == 1).all() else weights * after[:, None]
    return done, tuple(kept)


def _ratio(weights: FloatArray, before: FloatArray) -> FloatArray:
    """Return the factor between two sets of weights; one where both are zero."""
    return np.where(before > 0, weights, 1.0) / np.where(before > 0, before, 1.0)
