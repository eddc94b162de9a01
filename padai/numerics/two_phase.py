"""Samples of samples: what the variance of a two-phase design is made of.

A first sample is drawn of the population, then a second one of the first. With D as in
:mod:`padai.numerics.unequal`, for the first phase (1) and the second given the first (2), the
variance of a total of ``z = w * u`` is ``sum_ij D_ij z_i z_j``, ``D = D1 + D2 - D1 D2`` entry by
entry, since joint probabilities multiply.

References
----------
Särndal, C.-E., Swensson, B., Wretman, J. (1992). *Model Assisted Survey Sampling*, section 9.3.
R: ``twophase``.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from padai.numerics.designs import BoolArray, FloatArray, IntArray, Stage
from padai.numerics.unit_forms import StratumForm


def both_phases(first: FloatArray, second: FloatArray) -> FloatArray:
    """Return D of two phases, or of two stages, from that of each, shape (n, n).

    Examples
    --------
    >>> both_phases(np.array([[0.5]]), np.array([[0.5]])).tolist()  # 1 - 0.5 * 0.5
    [[0.75]]
    """
    return first + second - first * second


def stages_check(stages: Sequence[Stage], rows: IntArray) -> FloatArray:
    """Return D of stages of simple random sampling without replacement, row by row, (m, m).

    Parameters
    ----------
    stages
        Of the whole sample, each with its population.
    rows : ndarray of int, shape (m,)
        Rows of the sample that D is asked of.

    Examples
    --------
    >>> once = np.zeros(3, dtype=int)
    >>> stage = Stage(once, np.arange(3), np.array([3]), np.array([6.0]))
    >>> stages_check((stage,), np.array([0, 1])).tolist()
    [[0.5, -0.25], [-0.25, 0.5]]
    """
    check = np.zeros((len(rows), len(rows)))
    for stage in stages:
        check = both_phases(check, _stage_check(stage, rows))
    return check


def _stage_check(stage: Stage, rows: IntArray) -> FloatArray:
    stratum, unit = stage.stratum[rows], stage.psu[rows]
    free = (1 - stage.fraction)[stratum]
    others = np.maximum(stage.sampled[stratum] - 1, 1)
    check = np.where(stratum[:, None] == stratum[None, :], -(free / others)[:, None], 0.0)
    return np.where(unit[:, None] == unit[None, :], free[:, None], check)


def poisson_check(unit: IntArray, probability: FloatArray) -> FloatArray:
    """Return D of units that are drawn each by itself, row by row, shape (m, m).

    Examples
    --------
    >>> poisson_check(np.array([0, 1]), np.array([0.5, 0.25])).tolist()
    [[0.5, 0.0], [0.0, 0.75]]
    """
    return np.where(unit[:, None] == unit[None, :], 1 - probability[:, None], 0.0)


def followed_share(first: Stage, second: Stage, chosen: BoolArray, grouped: bool) -> FloatArray:
    """Return the share of first-phase units that the second phase shows, row by row, (m,).

    Parameters
    ----------
    first : Stage
        The last stage of the first phase, of all its rows.
    second : Stage
        The first stage of the second phase, of all rows of the first.
    chosen : ndarray of bool, shape (n,)
        Rows of the second phase, m of them.
    grouped
        Whether the second phase has strata: shares are then those of its strata, otherwise those
        of the first phase's.
    """
    group = second.stratum if grouped else first.stratum
    size = int(group.max()) + 1
    shown = _distinct(group[chosen], first.psu[chosen], size)
    share: FloatArray = shown[group[chosen]] / _distinct(group, first.psu, size)[group[chosen]]
    return share


def _distinct(group: IntArray, unit: IntArray, size: int) -> FloatArray:
    pairs = np.unique(np.stack([group, unit]), axis=1)
    return np.bincount(pairs[0], minlength=size).astype(np.float64)


def first_phase_form(first: Stage, chosen: BoolArray, share: FloatArray) -> StratumForm:
    """Return the first phase's share of the variance of the method ``simple``.

    In each first-phase stratum of n units, ``(1 - f) n / (n - 1) sum_i (s_i T_i - S / n)^2 / s_i``
    over the units shown, s being :func:`followed_share`: exact for simple random sampling at the
    first phase, within strata that the second phase keeps together.

    Parameters
    ----------
    first : Stage
        Of all rows of the first phase.
    chosen : ndarray of bool, shape (n,)
    share : ndarray, shape (m,)
        Of the rows chosen.
    """
    stratum_of_row = first.stratum[chosen]
    psus, start, unit = np.unique(first.psu[chosen], return_index=True, return_inverse=True)
    stratum, s = stratum_of_row[start], share[start]
    n = first.sampled.astype(np.float64)
    scale = (1 - first.fraction) * n / np.maximum(n - 1, 1)
    inverse = np.bincount(stratum, 1 / s, first.n_strata)
    return StratumForm(
        unit.astype(np.intp),
        stratum=stratum,
        square=scale[stratum] * s,
        cross=np.zeros(len(psus)),
        between=scale * (inverse / n**2 - 2 / n),
    )


def second_phase_form(second: Stage, scaled: FloatArray | None) -> StratumForm:
    """Return the second phase's share of the variance of the method ``simple``.

    Parameters
    ----------
    second : Stage
        Of the rows of the second phase, its population being the first phase.
    scaled : ndarray, shape (m,), or None
        Root of the first phase's probabilities, where the second phase draws within its units.
    """
    n = second.sampled.astype(np.float64)
    several = n > 1
    factor = np.where(several, (1 - second.fraction) * n / np.maximum(n - 1, 1), 0.0)
    return StratumForm(
        second.psu,
        stratum=second.stratum_of_psu,
        square=factor[second.stratum_of_psu],
        cross=np.zeros(second.n_psus),
        between=-factor / n,
        scaled=scaled,
    )
