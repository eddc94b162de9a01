"""Stages and designs made from codes, with what was sampled counted."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from padai.errors import DesignError
from padai.numerics.designs import FloatArray, IntArray, ReplicateWeights, SampleDesign, Stage
from padai.words import Said

#: Pairs are numbered by counting while there can be at most this many a row.
COUNTED = 8


def unclustered(weights: FloatArray, *, replicates: ReplicateWeights | None = None) -> SampleDesign:
    """Return the design of rows drawn independently, with these weights.

    Parameters
    ----------
    weights : ndarray, shape (n,)

    Examples
    --------
    >>> unclustered(np.ones(3)).first.sampled
    array([3])
    """
    n = len(weights)
    stage = Stage(np.zeros(n, dtype=np.intp), np.arange(n), np.array([n]), labels=("all",))
    return SampleDesign(weights, (stage,), replicates=replicates, staged=False)


def nested_codes(outer: IntArray, inner: IntArray) -> IntArray:
    """Number the pairs (outer, inner) that occur, in order, shape (n,)."""
    span = int(inner.max(initial=0)) + 1
    pair = outer.astype(np.int64) * span + inner
    most = (int(outer.max(initial=0)) + 1) * span
    if most > COUNTED * max(len(pair), 1):
        result: IntArray = np.unique(pair, return_inverse=True)[1].astype(np.intp)
        return result
    present = np.zeros(most, dtype=bool)
    present[pair] = True
    codes: IntArray = (np.cumsum(present) - 1)[pair].astype(np.intp)
    return codes


def count_units(stratum: IntArray, psu: IntArray, n_strata: int) -> IntArray:
    """Count the distinct units of each stratum, shape (H,)."""
    home = _home(stratum, psu)
    return np.bincount(home[home >= 0], minlength=n_strata)


def _home(stratum: IntArray, psu: IntArray) -> IntArray:
    """Return a stratum of each unit code, -1 where no row has the code."""
    home = np.full(int(psu.max(initial=-1)) + 1, -1, dtype=np.intp)
    home[psu] = stratum
    return home


def make_stage(
    stratum: IntArray,
    psu: IntArray,
    population: FloatArray | None = None,
    labels: Sequence[str] = (),
    number: int = 1,
    *,
    as_sizes: bool | None = None,
    respondents: FloatArray | None = None,
) -> Stage:
    """Build a stage from codes, counting what was sampled.

    Parameters
    ----------
    stratum, psu : ndarray of int, shape (n,)
        Units must lie in one stratum each.
    population : ndarray, shape (n,), optional
        The row's number of units in the stratum's population (all at least 1), or its sampling
        fraction (all at most 1).
    as_sizes : bool, optional
        Whether `population` holds sizes; None: whether one is above 1.
    respondents : ndarray, shape (n,), optional
        Of rows that each stand for several: how many, where each of them is a unit.

    Raises
    ------
    DesignError
        A unit lies in two strata; a population varies within a stratum, is smaller than the
        sample, or mixes sizes and fractions.
    """
    n_strata = int(stratum.max(initial=-1)) + 1
    astray = _home(stratum, psu)[psu] != stratum
    if astray.any():
        several = len(np.unique(psu[astray]))
        raise DesignError(
            Said(
                "numerics-psus-of-stage-lie-in-more-than-one-ce44", several=several, number=number
            ),
        )
    if respondents is None:
        sampled = count_units(stratum, psu, n_strata)
    else:
        sampled = np.rint(np.bincount(stratum, respondents, n_strata)).astype(np.intp)
    sizes = None
    if population is not None:
        if as_sizes is None:
            as_sizes = bool((population > 1).any())
        sizes = _stratum_population(stratum, sampled, population, labels, number, as_sizes)
    single = None if respondents is None else True
    return Stage(stratum, psu, sampled, sizes, tuple(labels), single)


def _stratum_population(
    stratum: IntArray,
    sampled: IntArray,
    given: FloatArray,
    labels: Sequence[str],
    number: int,
    as_sizes: bool,
) -> FloatArray:
    usable = np.isfinite(given) & (given > 0)
    if not usable.all():
        raise DesignError(
            Said(
                "numerics-fpc-of-stage-rows-are-missing-zero",
                number=number,
                usable=int((~usable).sum()),
            ),
        )
    if as_sizes and (given < 1).any():
        raise DesignError(
            Said("numerics-fpc-of-stage-population-sizes-and", number=number),
        )
    per_stratum = np.zeros(len(sampled))
    per_stratum[stratum] = given
    if not np.array_equal(per_stratum[stratum], given):
        where = int(stratum[np.flatnonzero(per_stratum[stratum] != given)[0]])
        name = labels[where] if labels else str(where)
        raise DesignError(
            Said("numerics-fpc-of-stage-varies-within-stratum-give", number=number, name=name),
        )
    sizes = per_stratum if as_sizes else sampled / per_stratum
    short = sizes < sampled * (1 - 1e-12)
    if short.any():
        where = int(np.flatnonzero(short)[0])
        name = labels[where] if labels else str(where)
        raise DesignError(
            Said(
                "numerics-fpc-of-stage-stratum-has-a-population-of",
                number=number,
                name=name,
                sizes=f"{sizes[where]:g}",
                sampled=sampled[where],
            ),
        )
    return sizes
