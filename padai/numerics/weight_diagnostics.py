"""What weighting costs: design effects, effective sizes, ranges, margins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from padai.numerics.constraints import Control
from padai.numerics.known_weights import MOST_KINDS, kinds_of_weights
from padai.numerics.threads import pinned

FloatArray = NDArray[np.float64]
PERCENTILES = (0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99)
_NEARLY_ALL = 0.95


@dataclass(frozen=True)
class WeightSummary:
    """One set of weights in a few numbers.

    Attributes
    ----------
    n : int
        Positive weights.
    total, mean, minimum, maximum : float
    percentiles : tuple of float
        At `PERCENTILES`.
    deff : float
        Kish's design effect of weighting.
    n_eff : float
        n over it.
    """

    n: int
    total: float
    mean: float
    minimum: float
    maximum: float
    percentiles: tuple[float, ...]
    deff: float
    n_eff: float


def few_weigh_apart(
    weights: FloatArray, groups: NDArray[np.intp], least: int, ratio: float = 1.25
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the small groups whose people weigh nearly alike and more, or less, than all others.

    Such a weight is the group's part of the population over its people: with the first, which is
    known, the spread of the weights tells the second.

    Parameters
    ----------
    weights
        Positive.
    groups
        The group that each is in.
    least
        Groups of fewer are small.
    ratio
        Weights whose largest is at most so many times the least are nearly alike, and weights so
        many times as large are apart.

    Returns
    -------
    tuple of ndarray
        The groups that weigh more, and those that weigh less.

    Examples
    --------
    >>> few_weigh_apart(np.array([1.0, 1.2, 4.0, 4.2, 0.9]), np.array([0, 0, 1, 1, 2]), 3)
    (array([1]), array([], dtype=int64))
    """
    heavy, light = [], []
    for group in np.unique(groups):
        own, others = weights[groups == group], weights[groups != group]
        if not len(others) or len(own) >= least or own.max() > ratio * own.min():
            continue
        heavy += [group] if own.min() >= ratio * others.max() else []
        light += [group] if ratio * own.max() <= others.min() else []
    return np.array(heavy, dtype=np.intp), np.array(light, dtype=np.intp)


def few_weigh_more(
    weights: FloatArray, groups: NDArray[np.intp], least: int, ratio: float = 1.25
) -> NDArray[np.intp]:
    """Return the small groups whose people weigh more in the mean than nearly all others do.

    The error of a total then tells whether one of them is counted: who weighs four times as much
    adds sixteen times as much to its square.

    Parameters
    ----------
    weights
        Positive.
    groups
        The group that each is in.
    least
        Groups of fewer are small.
    ratio
        How many times as much as nineteen in twenty of all others.

    Examples
    --------
    >>> groups = np.repeat([0, 1, 2], [60, 3, 40])
    >>> weights = np.where(groups == 1, 3.0, np.resize([0.5, 1.0, 1.5], 103))
    >>> few_weigh_more(weights, groups, 10)
    array([1])
    >>> few_weigh_more(np.minimum(weights, 1.6), groups, 10)
    array([], dtype=int64)
    """
    more = []
    for group in np.unique(groups):
        own, others = weights[groups == group], weights[groups != group]
        if len(own) < least and len(others):
            more += [group] if own.mean() >= ratio * np.quantile(others, _NEARLY_ALL) else []
    return np.array(more, dtype=np.intp)


def merged_tell_by_weight(
    weights: FloatArray, groups: NDArray[np.intp], made: NDArray[np.intp], least: int, few: int
) -> NDArray[np.intp]:
    """Return the small groups of which what their people weigh tells, though they were merged.

    Where there are few different weights a reader knows who weighs what: a share of the merged
    group is then so many of each weight, and those who alone weigh so are told by themselves.

    Parameters
    ----------
    weights
        Positive.
    groups, made
        The group that each is in, before and after small ones were merged.
    least
        Groups of fewer were merged.
    few
        So many others of one's weight hide who is in which group.

    Examples
    --------
    >>> groups = np.repeat([0, 1, 2], [40, 7, 50])
    >>> weights, made = np.where(groups == 1, 4.0, 1.0), np.minimum(groups, 1)
    >>> merged_tell_by_weight(weights, groups, np.array([0, 0, 1])[groups], 30, 10)
    array([1])
    >>> merged_tell_by_weight(np.ones(97), groups, made, 30, 10)
    array([], dtype=int64)
    """
    kind = kinds_of_weights(weights)
    kinds = int(kind.max(initial=0)) + 1
    known = []
    for group in np.unique(groups):
        own = groups == group
        beside = (made == made[own][0]) & ~own
        if not beside.any() or own.sum() >= least:
            continue
        others = np.bincount(kind[beside], minlength=kinds)[kind[own]]
        pair = own | beside
        apart = few_weigh_apart(weights[pair], own[pair].astype(np.intp), few)
        if (1 < kinds <= MOST_KINDS and (others < few).any()) or any(map(len, apart)):
            known.append(group)
    return np.array(known, dtype=np.intp)


def known_weight_tells(
    cells: NDArray[np.intp], answered: NDArray[np.bool_], weights: FloatArray, least: int
) -> bool:
    """Whether cells whose weight is known tell that more than one of a few people answered.

    What a cell weighs, less what all who did not answer weigh, rests on those who answered there:
    divided by the largest weight it says how many they are at the least.

    Parameters
    ----------
    cells
        The cell of each, shape (n,); -1 for none.
    answered
        Who answered.
    weights
        Of which the largest is known.
    least
        Fewer than so many who answered are few.

    References
    ----------
    Willenborg, L. and de Waal, T. (2001), Elements of Statistical Disclosure Control, chapter 6.

    Examples
    --------
    Ten people weigh 40, nobody more than 8: of the nine who answered there are five or more.

    >>> weights = np.array([8.0, *[3.5] * 8, 4.0, 2.0])
    >>> answered = np.array([True] * 9 + [False, True])
    >>> cells = np.array([0] * 10 + [1])
    >>> known_weight_tells(cells, answered, weights, 10)
    True
    >>> known_weight_tells(cells, answered, weights, 9)
    False
    """
    inside = cells >= 0
    size = int(cells.max(initial=-1)) + 1
    people = np.bincount(cells[inside & answered & (weights > 0)], minlength=size)
    known = np.bincount(cells[inside], weights[inside], size)
    rest = float(weights[~answered].sum())
    few = (people > 1) & (people < least)
    return bool((known[few] - rest > weights.max(initial=0.0)).any())


@pinned
def kish_deff(weights: FloatArray) -> float:
    """Return Kish's design effect of unequal weights, ``n * sum w^2 / (sum w)^2``.

    Zero weights do not count.

    References
    ----------
    Kish, L. (1992). Weighting for unequal P_i. *Journal of Official Statistics* 8.

    Examples
    --------
    >>> kish_deff(np.array([1.0, 1.0, 2.0]))
    1.125
    """
    used = weights[weights > 0]
    return float(len(used) * (used @ used) / used.sum() ** 2)


def summarise_weights(weights: FloatArray) -> WeightSummary:
    """Summarise a set of weights, those of zero left out."""
    used = weights[weights > 0]
    deff = kish_deff(used)
    return WeightSummary(
        n=len(used),
        total=float(used.sum()),
        mean=float(used.mean()),
        minimum=float(used.min()),
        maximum=float(used.max()),
        percentiles=tuple(float(v) for v in np.quantile(used, PERCENTILES)),
        deff=deff,
        n_eff=len(used) / deff,
    )


@dataclass(frozen=True, eq=False)
class MarginFit:
    """One margin before and after weighting; every array has shape (K,).

    Attributes
    ----------
    name : str
    cells : tuple of str
    n : ndarray of int
        Rows in each cell.
    before, after, target : ndarray
        Shares among the rows that take part in the margin.
    """

    name: str
    cells: tuple[str, ...]
    n: NDArray[np.intp]
    before: FloatArray
    after: FloatArray
    target: FloatArray


def fit_of_margins(
    controls: Sequence[Control], before: FloatArray, after: FloatArray
) -> tuple[MarginFit, ...]:
    """Compare the margins of two sets of weights with the targets.

    Parameters
    ----------
    controls : sequence of Control
    before, after : ndarray, shape (n,)
    """
    fits = []
    for control in controls:
        k = len(control.targets)
        part = control.codes >= 0
        codes = control.codes[part]
        counts = [np.bincount(codes, w[part], k) for w in (before, after)]
        fits.append(
            MarginFit(
                control.name,
                control.cells or tuple(str(i) for i in range(k)),
                np.bincount(codes, minlength=k),
                counts[0] / counts[0].sum(),
                counts[1] / counts[1].sum(),
                control.shares,
            )
        )
    return tuple(fits)
