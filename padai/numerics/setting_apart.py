"""How few people two tables of the same people set apart, by subtracting sums of one from another.

Each table gives one sum a group. People are in a group of the one and in a group of the other: the
two are joined by them. Whoever adds up groups of the first table and takes away groups of the other
is left with those in one sum only: a cut through what joins the groups. The smallest cut is the
fewest people that can be told of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

IntArray = NDArray[np.intp]


@dataclass(frozen=True)
class Apart:
    """Fewer people than may be told of, and the sums that set them apart.

    Attributes
    ----------
    one, other
        The groups of the first table that are added up, and those of the second that are taken
        away.
    people
        Whether each person is in one of these sums only, shape (n,).
    """

    one: tuple[int, ...]
    other: tuple[int, ...]
    people: NDArray[np.bool_]


def set_apart(one: IntArray, other: IntArray, few: int) -> Apart | None:
    """Return fewer than `few` people whom two tables set apart; None where there are none.

    Parameters
    ----------
    one, other
        Of each person, the group in either table; -1 where no sum that is told holds them, shape
        (n,).
    few
        How many people may be told of.

    Examples
    --------
    Ten people are young in both tables, and one in the first alone:

    >>> young, rest = np.zeros(10, dtype=np.intp), np.ones(11, dtype=np.intp)
    >>> first = np.concatenate([young, [0], rest])
    >>> second = np.concatenate([young, [1], rest])
    >>> apart = set_apart(first, second, 10)
    >>> apart.one, apart.other, int(apart.people.sum())
    ((1,), (1,), 1)
    >>> set_apart(first, first, 10) is None
    True
    """
    if not len(one):
        return None
    groups, beside = int(one.max()) + 1, int(other.max()) + 1
    last = groups + beside  # whoever is in no group
    left, right = np.where(one < 0, last, one), np.where(other < 0, last, groups + other)
    joined = np.zeros((last + 1, last + 1))
    np.add.at(joined, (left, right), 1)
    joined += joined.T
    np.fill_diagonal(joined, 0)
    label = _pieces(joined >= few)
    light = np.zeros((label.max() + 1,) * 2)
    np.add.at(light, (label[:, None], label[None, :]), joined)
    np.fill_diagonal(light, 0)
    within = _pieces(light > 0)
    for piece in range(within.max() + 1):
        nodes = np.flatnonzero(within == piece)
        side = _least_cut(light[np.ix_(nodes, nodes)], few) if len(nodes) > 1 else None
        if side is not None:
            inside = np.isin(label, nodes[side])
            return _people_of_cut(inside, left, right, groups)
    return None


def _people_of_cut(
    inside: NDArray[np.bool_], left: IntArray, right: IntArray, groups: int
) -> Apart:
    """Return the people of a cut, by the side that has fewer groups."""
    if inside[-1]:
        inside = ~inside
    names = np.flatnonzero(inside)
    first = tuple(names[names < groups].tolist())
    second = tuple((names[names >= groups] - groups).tolist())
    return Apart(first, second, inside[left] != inside[right])


def _pieces(joined: NDArray[np.bool_]) -> IntArray:
    """Number the connected pieces of a graph."""
    from scipy.sparse.csgraph import connected_components

    return np.asarray(connected_components(joined, directed=False)[1], dtype=np.intp)


def _least_cut(weight: NDArray[np.float64], few: int) -> list[int] | None:
    """Return one side of the least cut of a connected graph, where it is under `few`.

    References
    ----------
    Stoer, M. and Wagner, F. (1997), A simple min-cut algorithm, Journal of the ACM 44, 585-591.
    """
    weight = weight.copy()
    held: list[list[int]] = [[node] for node in range(len(weight))]
    alive = list(range(len(weight)))
    best, side = float(few), None
    while len(alive) > 1:
        before, last, cut = _ordered(weight, alive)
        if cut < best:
            best, side = cut, list(held[last])
        held[before] += held[last]
        weight[before] += weight[last]
        weight[:, before] += weight[:, last]
        weight[before, before] = 0
        alive.remove(last)
    return side


def _ordered(weight: NDArray[np.float64], alive: Sequence[int]) -> tuple[int, int, float]:
    """Return the last two nodes, the most tightly joined first, and what joins the last one."""
    near = weight[alive[0]].copy()
    waiting = list(alive[1:])
    before = last = alive[0]
    while waiting:
        before, last = last, max(waiting, key=lambda node: near[node])
        waiting.remove(last)
        if waiting:
            near = near + weight[last]
    return before, last, float(near[last])


class Common(NamedTuple):
    """A group of either table whose common people are told, and the sums that tell them.

    Attributes
    ----------
    one, other
        The groups; -1: the people that the table does not hold.
    groups, beside
        The groups of either table that are added up and subtracted.
    """

    one: int
    other: int
    groups: tuple[int, ...]
    beside: tuple[int, ...]


def cells_apart(one: IntArray, other: IntArray) -> list[Common]:
    """Return the pairs of groups whose common people two tables tell by subtraction.

    Such people are those by whom alone the two groups are joined, and less than either group. Those
    of a group whom the other table does not hold are told where nobody else, by whatever way, joins
    the group to people who are in no sum.

    Parameters
    ----------
    one, other
        As :func:`set_apart` takes them.

    Examples
    --------
    >>> cells_apart(np.array([0, 0, 1, 1, 1]), np.array([0, 0, 0, 1, 1]))
    [Common(one=1, other=0, groups=(0,), beside=(0,))]
    >>> cells_apart(np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1]))
    []
    >>> cells_apart(np.array([0, 0, 0, 0]), np.array([0, 0, 0, -1]))
    [Common(one=0, other=-1, groups=(0,), beside=(0,))]
    """
    if not len(one):
        return []
    groups, last = int(one.max()) + 1, int(one.max()) + int(other.max()) + 2
    left, right = np.where(one < 0, last, one), np.where(other < 0, last, groups + other)
    joined = np.zeros((last + 1, last + 1))
    np.add.at(joined, (left, right), 1)
    sizes = joined.sum(axis=1) + joined.sum(axis=0)
    joined += joined.T
    np.fill_diagonal(joined, 0)
    ways = []
    for first, second in np.argwhere(np.triu(joined) > 0).tolist():
        least = sizes[first] if second == last else min(sizes[first], sizes[second])
        if joined[first, second] == least:
            continue
        without = joined > 0
        without[first, second] = without[second, first] = False
        label = _pieces(without)
        if label[first] == label[second]:
            continue
        mine, theirs = (second, first) if first >= groups else (first, second)
        # the side of the cut from which no sum is missing
        tied = np.flatnonzero(label == label[first if label[second] == label[last] else second])
        ways.append(
            Common(
                -1 if mine == last else mine,
                -1 if theirs == last else theirs - groups,
                tuple(tied[tied < groups].tolist()),
                tuple((tied[tied >= groups] - groups).tolist()),
            )
        )
    return ways
