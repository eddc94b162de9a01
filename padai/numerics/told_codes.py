"""What counts by group, and an order, tell of who is in a cell, where cells are not named."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from padai.numerics.designs import FloatArray, IntArray

_ROOM = 20
"""How far beyond twice the largest exchange sums are followed."""


def other_assignments(counts: IntArray, group: IntArray, rest: IntArray) -> FloatArray:
    """Count assignments of cells to groups that every told count agrees with, by exchanges.

    The people and seats of each cell are public, and so are those of each group; which cell is of
    which group is not. An exchange gives the cells of two groups that are alike in everything else
    to one another, for some of the ways to be alike at once; where people and seats of both groups
    stay what they are, no count tells it from the truth.

    Parameters
    ----------
    counts : ndarray of int, shape (c, k)
        What is known of each cell and told of each group: people, seats, how many came.
    group : ndarray of int, shape (c,)
        The group of each.
    rest : ndarray of int, shape (c,)
        What else its people share: cells of one number differ by their group alone.

    Returns
    -------
    ndarray of float, shape (c,)
        For each cell, how many exchanges were found that give it to another group; infinite where
        the cell and its like have the same counts, so that nothing at all is different.
        Where groups differ much on the way, some are not counted.

    Examples
    --------
    Three cells of women and three of men: 6 and 4 aged 18 to 29 and over 65 may be exchanged at
    once, 5 and 5 by themselves.

    >>> sizes, seats = np.array([6, 4, 5, 4, 6, 5]), np.array([1, 1, 1, 1, 1, 1])
    >>> counts = np.column_stack([sizes, seats])
    >>> other_assignments(counts, np.array([0, 0, 0, 1, 1, 1]), np.array([0, 1, 2, 0, 1, 2]))
    array([ 1.,  1., inf,  1.,  1., inf])
    """
    exchanges = np.zeros(len(counts))
    for one, other in itertools.combinations(np.unique(group), 2):
        pair = (group == one) | (group == other)
        sign = np.where(group == one, 1, -1)
        kinds = np.unique(rest[pair])
        moved = np.array([(counts * sign[:, None])[pair & (rest == kind)].sum(0) for kind in kinds])
        ways = dict(zip(kinds, _ways(moved), strict=True))
        exchanges[pair] += [ways[kind] for kind in rest[pair]]
    return exchanges


def runs_apart(codes: IntArray) -> float:
    """Return how far the runs of a row of codes are from those of a row in random order.

    Parameters
    ----------
    codes : ndarray of int, shape (n,)
        The group of each, in their order.

    Returns
    -------
    float
        Runs less their expectation, in standard deviations; 0 where all are of one group.

    References
    ----------
    Wald and Wolfowitz (1940), *Annals of Mathematical Statistics* 11, 147-162, for more than two
    kinds as in Barton and David (1957), *Biometrika* 44, 168-178.

    Examples
    --------
    >>> round(runs_apart(np.repeat([0, 1], 10)), 1), round(runs_apart(np.array([0, 0, 1, 0, 1])), 1)
    (-4.1, 0.7)
    """
    n = len(codes)
    _, counts = np.unique(codes, return_counts=True)
    if len(counts) < 2:
        return 0.0
    squares, cubes = float((counts**2).sum()), float((counts**3).sum())
    runs = 1 + int((np.diff(codes) != 0).sum())
    expected = n + 1 - squares / n
    variance = (squares * (squares + n * (n + 1)) - 2 * n * cubes - n**3) / (n**2 * (n - 1))
    return (runs - expected) / float(np.sqrt(variance)) if variance > 0 else 0.0


def _ways(moved: IntArray) -> FloatArray:
    """Return in how many sets of the others each adds up to nothing, shape (r,)."""
    ways = np.full(len(moved), np.inf)
    tried = np.flatnonzero(moved.any(axis=1))
    if not len(tried):
        return ways
    vectors = moved[tried]
    most = np.abs(vectors)
    reach = np.minimum(most.sum(axis=0), 2 * most.max(axis=0) + _ROOM)
    after = list(_sums(vectors[::-1], reach))[::-1]
    before = _sums(vectors, reach)
    for k, vector in enumerate(vectors):
        # a set of those before, one of those after, and this one: nothing together
        ways[tried[k]] = float((_moved(next(before), vector) * np.flip(after[k + 1])).sum())
    return ways


def _sums(vectors: IntArray, reach: IntArray) -> Iterator[NDArray[np.float64]]:
    """Count the sets of the first vectors by their sum, for each number of first ones.

    The middle of a table is a sum of nothing. Sums beyond its edge are left out.
    """
    table = np.zeros(2 * reach + 1)
    table[tuple(reach)] = 1.0
    yield table
    for vector in vectors:
        table = table + _moved(table, vector)
        yield table


def _moved(table: NDArray[np.float64], by: IntArray) -> NDArray[np.float64]:
    out = np.zeros_like(table)
    to = tuple(slice(max(0, b), n + min(0, b)) for b, n in zip(by, table.shape, strict=True))
    start = tuple(slice(max(0, -b), n - max(0, b)) for b, n in zip(by, table.shape, strict=True))
    out[to] = table[start]
    return out
