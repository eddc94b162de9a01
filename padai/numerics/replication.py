"""Replicate weights made from strata and units.

Each function takes the first stage of a design and gives factors that multiply the sampling
weight, with the `scale` and `rscales` that turn their estimates into a variance. Conventions of
scale are R's, of ``as.svrepdesign``.

References
----------
Wolter, K. (2007). *Introduction to Variance Estimation*. Springer. Canty, A. and Davison, A.
(1999). Resampling-based variance estimation for labour force surveys. *The Statistician* 48.
Rao, J., Wu, C. and Yue, K. (1992). Some recent work on resampling methods for complex surveys.
*Survey Methodology* 18. Fay, R. and Train, G. (1995). Aspects of survey and model-based
postcensal estimation. *ASA*.
"""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from padai.errors import DesignError
from padai.numerics.designs import LonelyPsu, ReplicateWeights, Stage
from padai.spelling import as_given
from padai.words import Said

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.intp]
Kind = Literal[
    "jk1", "jkn", "brr", "fay", "bootstrap", "subbootstrap", "raowu", "mrbbootstrap", "sdr"
]
KINDS: tuple[Kind, ...] = get_args(Kind)
_LOST = 0.95
MOST_REPLICATES = 100_000
"""A row weighs less in a replicate below this part of its weight: calibration alone moves less."""


def jackknife_one(stage: Stage) -> ReplicateWeights:
    """Return the unstratified jackknife (JK1): one replicate without each unit.

    Raises
    ------
    DesignError
        The design has strata, or a single unit.

    Examples
    --------
    >>> from padai.numerics.stages import make_stage
    >>> units = np.arange(3)
    >>> jackknife_one(make_stage(np.zeros(3, dtype=int), units)).values
    array([[0. , 1.5, 1.5],
           [1.5, 0. , 1.5],
           [1.5, 1.5, 0. ]])
    """
    if stage.n_strata > 1:
        raise DesignError(
            Said("numerics-jk1-takes-no-strata-and-the-design-has", n_strata=stage.n_strata)
        )
    n = int(stage.sampled[0])
    _several(stage, "jk1")
    units = n / (n - 1) * (1 - np.eye(n))
    scale = (n - 1) / n * (1 - float(stage.fraction[0]))
    return _made(stage, units, scale, np.ones(n), "jk1")


def jackknife_strata(stage: Stage, lonely_psu: LonelyPsu = "fail") -> ReplicateWeights:
    """Return the stratified jackknife (JKn): one replicate without each unit of each stratum.

    Parameters
    ----------
    stage : Stage
    lonely_psu : str
        Strata of a single unit have no replicate under ``certainty`` and ``remove``; they are
        refused otherwise.

    Raises
    ------
    DesignError
        A stratum has a single unit.
    """
    alone = stage.sampled < 2
    if lonely_psu not in ("certainty", "remove"):
        _several(stage, "jkn")
    strata = stage.stratum_of_psu
    dropped = np.flatnonzero(~alone[strata])
    dropped = dropped[np.argsort(strata[dropped], kind="stable")]
    n = stage.sampled[strata[dropped]].astype(float)
    same = strata[:, None] == strata[dropped][None, :]
    units = np.where(same, n / (n - 1), 1.0)
    units[dropped, np.arange(len(dropped))] = 0.0
    rscales = (n - 1) / n * (1 - stage.fraction[strata[dropped]])
    return _made(stage, units, 1.0, rscales, "jkn")


def balanced(stage: Stage, rho: float = 0.0) -> ReplicateWeights:
    """Return balanced half samples: BRR, or Fay's when `rho` is positive.

    Every stratum has two units; one is weighted ``2 - rho`` and the other ``rho``, by the columns
    of a Hadamard matrix whose order exceeds the number of strata, so that balance is full.

    Parameters
    ----------
    stage : Stage
    rho : float
        From 0 (BRR) to below 1.

    Raises
    ------
    DesignError
        A stratum does not have two units, the design has a finite correction, or `rho` is out of
        range.
    """
    if not 0 <= rho < 1:
        raise DesignError(Said("numerics-fay-rho-must-be-at-least-0-and-below-1", rho=f"{rho:g}"))
    kind = "fay" if rho else "brr"
    uneven = np.flatnonzero(stage.sampled != 2)
    if len(uneven):
        raise DesignError(
            Said(
                "numerics-needs-two-units-in-every-stratum-stratum",
                kind=kind,
                label=stage.label(int(uneven[0])),
                sampled=stage.sampled[uneven[0]],
                count_uneven=len(uneven),
            )
        )
    _no_fpc(stage, kind)
    signs = hadamard(stage.n_strata + 1)[:, 1 : stage.n_strata + 1]
    strata = stage.stratum_of_psu
    _, first = np.unique(strata, return_index=True)
    second = np.ones(len(strata))
    second[first] = -1.0
    units = 1.0 - (1.0 - rho) * second[:, None] * signs.T[strata]
    count = len(signs)
    return _made(stage, units, 1 / (count * (1 - rho) ** 2), np.ones(count), kind)


def bootstrap(stage: Stage, count: int, seed: int) -> ReplicateWeights:
    """Return the bootstrap of Canty and Davison: n_h units drawn of n_h, with replacement.

    The scale is ``m / (m - 1) / (R - 1)``, m the harmonic mean of the n_h.
    """
    _several(stage, "bootstrap")
    _no_fpc(stage, "bootstrap")
    units = _draws(stage, stage.sampled, count, seed)
    mean = float(len(stage.sampled) / (1 / stage.sampled).sum())
    return _made(stage, units, mean / (mean - 1) / (count - 1), np.ones(count), "bootstrap")


def subbootstrap(stage: Stage, count: int, seed: int) -> ReplicateWeights:
    """Return the bootstrap of n_h - 1 units drawn of n_h, rescaled by n_h / (n_h - 1)."""
    _several(stage, "subbootstrap")
    _no_fpc(stage, "subbootstrap")
    drawn = _draws(stage, stage.sampled - 1, count, seed)
    n = stage.sampled[stage.stratum_of_psu].astype(float)
    units = drawn * (n / (n - 1))[:, None]
    return _made(stage, units, 1 / (count - 1), np.ones(count), "subbootstrap")


def rao_wu(stage: Stage, count: int, seed: int, draws: int | None = None) -> ReplicateWeights:
    """Return the rescaled bootstrap of Rao, Wu and Yue, with finite corrections.

    m_h units are drawn of n_h; the factor is ``1 - a + a * (n_h / m_h) * times drawn`` with
    ``a = sqrt(m_h (1 - f_h) / (n_h - 1))``.

    Parameters
    ----------
    stage : Stage
    count, seed : int
    draws : int, optional
        m_h, below every n_h; n_h - 1 by default.

    Raises
    ------
    DesignError
        A stratum has a single unit, or `draws` is not from 1 to n_h - 1.
    """
    _several(stage, "raowu")
    m = stage.sampled - 1 if draws is None else np.full_like(stage.sampled, draws)
    if (m < 1).any() or (m >= stage.sampled).any():
        raise DesignError(
            Said(
                "numerics-raowu-draws-must-be-from-1-to-the-units",
                draws=draws,
                min=int(stage.sampled.min()) - 1,
            )
        )
    drawn = _draws(stage, m, count, seed)
    strata = stage.stratum_of_psu
    n = stage.sampled.astype(float)
    part = np.sqrt(m * (1 - stage.fraction) / (n - 1))[strata][:, None]
    units = 1 - part + part * (n / m)[strata][:, None] * drawn
    return _made(stage, units, 1 / (count - 1), np.ones(count), "raowu")


def successive_difference(stage: Stage, count: int) -> ReplicateWeights:
    """Return the replicates of Fay and Train for units in systematic order.

    The order is that of each unit's first row. Unit i gets ``1 + s (A - B) / 2^1.5``, A and B two
    rows of a Hadamard matrix, B that of the next unit; `s` is the root of ``1 - f``. When the
    units outnumber the rows, each cycle takes its rows with another step, so that no two units
    share a pair.

    Parameters
    ----------
    stage : Stage
    count : int
        Replicates wanted; the next order of a Hadamard matrix is taken.
    """
    if stage.n_psus < 3:
        raise DesignError(
            Said("numerics-sdr-needs-three-units-or-more-the-design", n_psus=stage.n_psus)
        )
    matrix = hadamard(max(count, 4))
    order = len(matrix)
    cycle = next(p for p in range(order - 1, 1, -1) if _is_prime(p))
    _, first = np.unique(stage.psu, return_index=True)
    place = np.empty(stage.n_psus, dtype=np.intp)
    place[np.argsort(first, kind="stable")] = np.arange(stage.n_psus)
    step = place // cycle % (cycle - 1) + 1
    a = 1 + place * step % cycle
    b = 1 + (place + 1) * step % cycle
    if stage.n_psus <= order - 1:  # one closed circle
        a, b = 1 + place, 1 + (place + 1) % stage.n_psus
    shrink = np.sqrt(1 - stage.fraction[stage.stratum_of_psu])[:, None]
    units = 1 + shrink * (matrix[a] - matrix[b]) / 2**1.5
    return _made(stage, units, 4 / order, np.ones(order), "sdr")


def hadamard(at_least: int) -> FloatArray:
    """Return a Hadamard matrix of the smallest order, from `at_least` on, that is found here.

    The first row and the first column are ones.

    Examples
    --------
    >>> hadamard(3).astype(int)
    array([[ 1,  1,  1,  1],
           [ 1, -1,  1, -1],
           [ 1,  1, -1, -1],
           [ 1, -1, -1,  1]])
    """
    order = max(at_least, 2)
    while (matrix := _hadamard(order)) is None:
        order += 1
    matrix = matrix * matrix[:, :1]
    result: FloatArray = matrix * matrix[:1]
    return result


def _hadamard(order: int) -> FloatArray | None:
    """Return a Hadamard matrix of this order, or None where no rule here gives one."""
    if order == 1:
        return np.ones((1, 1))
    if order == 2:
        return np.array([[1.0, 1.0], [1.0, -1.0]])
    if order % 4:
        return None
    half = _hadamard(order // 2)
    if half is not None:
        return np.block([[half, half], [half, -half]])
    if _is_prime(order - 1):  # Paley I: a prime 3 modulo 4
        core = np.zeros((order, order))
        core[0, 1:], core[1:, 0] = 1.0, -1.0
        core[1:, 1:] = _residues(order - 1)
        return core + np.eye(order)
    q = order // 2 - 1
    if q % 4 == 1 and _is_prime(q):  # Paley II
        core = np.zeros((q + 1, q + 1))
        core[0, 1:], core[1:, 0] = 1.0, 1.0
        core[1:, 1:] = _residues(q)
        blocks = np.array([[1.0, 1.0], [1.0, -1.0]])
        eye = np.array([[1.0, -1.0], [-1.0, -1.0]])
        return np.kron(core, blocks) + np.kron(np.eye(q + 1), eye)
    return None


def _residues(q: int) -> FloatArray:
    """Return the Jacobsthal matrix of a prime, shape (q, q)."""
    character = -np.ones(q)
    character[np.arange(1, q) ** 2 % q] = 1.0
    character[0] = 0.0
    place = np.arange(q)
    matrix: FloatArray = character[(place[:, None] - place[None, :]) % q]
    return matrix


def _is_prime(number: int) -> bool:
    return number > 1 and all(number % d for d in range(2, int(number**0.5) + 1))


def _draws(stage: Stage, sizes: IntArray, count: int, seed: int) -> FloatArray:
    """Return how often each unit is drawn in each replicate, shape (P, count)."""
    check_count(count)
    rng = np.random.default_rng(seed)
    strata = stage.stratum_of_psu
    times = np.zeros((stage.n_psus, count))
    for h in range(stage.n_strata):
        units = np.flatnonzero(strata == h)
        n = int(stage.sampled[h])
        drawn = rng.multinomial(int(sizes[h]), np.full(n, 1 / n), size=count)
        times[units] = drawn.T[: len(units)]
    return times


def units_told(made: FloatArray, weights: FloatArray) -> IntArray:
    """Return the unit of each row, as its replicate weights tell it.

    Parameters
    ----------
    made : ndarray, shape (n, R)
        The weights of every replicate.
    weights : ndarray, shape (n,)
        The weights in force.

    Returns
    -------
    ndarray of int, shape (n,)
        Rows that lose weight in the same replicates are of one unit: whoever made the replicates
        drew or left out these together.

    Examples
    --------
    >>> units_told(np.array([[0.0, 2.0], [0.0, 3.0], [2.0, 0.0]]), np.array([1.0, 1.5, 1.0]))
    array([0, 0, 1])
    """
    lost = np.packbits(made < _LOST * weights[:, None], axis=1)
    kinds = np.ascontiguousarray(lost).view(np.dtype((np.void, lost.shape[1]))).ravel()
    _, first, number = np.unique(kinds, return_index=True, return_inverse=True)
    rank = np.empty(len(first), dtype=np.intp)
    rank[np.argsort(first)] = np.arange(len(first))
    return rank[number]


def check_count(count: int) -> None:
    """Refuse a number of replicates that gives no variance.

    Raises
    ------
    DesignError
    """
    if not isinstance(count, (int, np.integer)) or count < 2:
        raise DesignError(
            Said("numerics-n-replicates-give-no-variance-ask-for-a", count=as_given(count)),
        )
    if count > MOST_REPLICATES:
        raise DesignError(
            Said("numerics-n-replicates-are-too-many", count=repr(count), most=MOST_REPLICATES)
        )


def _several(stage: Stage, kind: str) -> None:
    lonely = np.flatnonzero(stage.sampled < 2)
    if len(lonely):
        raise DesignError(
            Said(
                "numerics-stratum-has-a-single-psu-such-strata",
                kind=kind,
                label=stage.label(int(lonely[0])),
                count_lonely=len(lonely),
            )
        )


def _no_fpc(stage: Stage, kind: str) -> None:
    if stage.fraction.any():
        raise DesignError(Said("numerics-has-no-finite-population-correction-and", kind=kind))


def _made(
    stage: Stage, units: FloatArray, scale: float, rscales: FloatArray, kind: str
) -> ReplicateWeights:
    degf = min(
        len(rscales) - (0 if kind in ("brr", "fay", "jkn") else 1),
        int(stage.sampled.sum()) - stage.n_strata,
    )
    return ReplicateWeights(
        np.ascontiguousarray(units[stage.psu]),
        scale,
        rscales,
        mse=False,
        combined=False,
        degf=degf,
        kind=kind,
    )
