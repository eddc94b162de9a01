"""What weighting costs: design effects, effective sizes, ranges, margins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from padai.numerics.constraints import Control
from padai.numerics.threads import pinned

FloatArray = NDArray[np.float64]
PERCENTILES = (0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99)


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
