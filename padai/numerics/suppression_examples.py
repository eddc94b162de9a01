"""Other tables that a reader could not tell from the true one, made by moving respondents.

A withheld count is protected when two complete tables agree with all that is published: one in
which it is small, one in which it is large. Both are made here from the true records, by moves
that leave every published sum as it is:

- two respondents **exchange** their values of one variable, where they share every other value
  that is tabulated with it: one has (c', a), the other (c, a'), and they become (c, a), (c', a');
- respondents are **renamed** from one group to another that is told apart by nothing published.

A table has two layers. Its counts are whole; its weighted totals may be moved within the same
pattern as long as each cell's total is what its people can weigh, between the least and the
greatest weight each.

References
----------
Dalenius, T. and Reiss, S. P. (1982), Data-swapping: a technique for disclosure control, Journal of
Statistical Planning and Inference 6, 73-85. Diaconis, P. and Sturmfels, B. (1998), Algebraic
algorithms for sampling from conditional distributions, Annals of Statistics 26, 363-397 (the moves
that keep the margins of a table).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from padai.numerics.threads import pinned

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.intp]
_SLACK = 1e-9
_SECONDS = 5.0
"""How long a programme may take; what does not end proves nothing."""


@dataclass(frozen=True, eq=False)
class Layers:
    """A table of three variables in its two layers; exchanges change it in place.

    Attributes
    ----------
    count, total
        Respondents and their weighted total, shape (k, l, places).
    limits
        The least and the greatest weight of a respondent.
    """

    count: FloatArray
    total: FloatArray
    limits: tuple[float, float]


def layers(
    first: IntArray,
    second: IntArray,
    third: IntArray,
    weights: FloatArray,
    shape: tuple[int, int],
    limits: tuple[float, float],
) -> Layers:
    """Tabulate respondents by three variables.

    Parameters
    ----------
    first, second, third
        Codes of each respondent, shape (n,).
    weights
        Shape (n,).
    shape
        How many codes the first two have.

    Examples
    --------
    >>> codes = np.array([0, 1, 1]), np.array([0, 0, 1]), np.array([0, 0, 0])
    >>> layers(*codes, np.ones(3), (2, 2), (1.0, 1.0)).count[:, :, 0].tolist()
    [[1.0, 0.0], [1.0, 1.0]]
    """
    places = int(third.max(initial=0)) + 1
    cell = (first * shape[1] + second) * places + third
    size = shape[0] * shape[1] * places
    ones = np.ones(len(cell))
    count = np.bincount(cell, weights=ones, minlength=size).reshape(*shape, places)
    total = np.bincount(cell, weights=weights, minlength=size).reshape(*shape, places)
    return Layers(np.asarray(count), np.asarray(total), limits)


def exchange(of: Layers, cell: tuple[int, int], other: tuple[int, int], most: int) -> int:
    """Let pairs of respondents exchange values so that one cell grows; return by how many it did.

    Parameters
    ----------
    of
        The table; it is changed.
    cell
        (c, a), which grows with (c', a').
    other
        (c', a'): one respondent has (c', a), the other (c, a'), and both the same third value.
    most
        By how much it should grow.

    Returns
    -------
    int
        From 0 to `most`.

    Notes
    -----
    Where m respondents of one third value are moved, the weighted totals move by one amount t,
    added to the cells that grow and taken from the two that shrink, so that the withheld share
    changes with the count. So many are moved as some t allows: each of the four totals stays
    between its people times the least and times the greatest weight.

    Examples
    --------
    >>> three = Layers(np.full((2, 2, 1), 3.0), np.full((2, 2, 1), 3.0), (1.0, 1.0))
    >>> exchange(three, (0, 0), (1, 1), 10)
    3
    """
    (c, a), (d, b) = cell, other
    room = np.minimum(of.count[d, a], of.count[c, b])
    left = most
    for place in np.argsort(-room, kind="stable").tolist():
        if left <= 0 or room[place] < 1:
            break
        count, total = (
            [float(each[at]) for at in ((c, a, place), (d, b, place), (d, a, place), (c, b, place))]
            for each in (of.count, of.total)
        )
        for m in range(int(min(left, room[place])), 0, -1):
            moved = [count[0] + m, count[1] + m, count[2] - m, count[3] - m]
            weight = _following(moved, total, of.limits, m)
            if weight is not None:
                of.count[c, a, place], of.count[d, b, place] = moved[0], moved[1]
                of.count[d, a, place], of.count[c, b, place] = moved[2], moved[3]
                of.total[c, a, place], of.total[d, b, place] = total[0] + weight, total[1] + weight
                of.total[d, a, place], of.total[c, b, place] = total[2] - weight, total[3] - weight
                left -= m
                break
    return most - left


def _following(
    count: Sequence[float], total: Sequence[float], limits: tuple[float, float], m: int
) -> float | None:
    """Return by how much weighted totals can follow m respondents; None where they cannot.

    By the least weight of those who moved, at least: the share moves with the count. The first two
    of four cells grow, the others shrink. Four numbers at a time are quicker one by one than as
    arrays, by far.
    """
    low, high = limits
    least, greatest = -math.inf, math.inf
    for place in range(4):
        one, other = low * count[place] - total[place], high * count[place] - total[place]
        if place > 1:
            one, other = -one, -other
        least, greatest = max(least, min(one, other)), min(greatest, max(one, other))
    if least > greatest + _SLACK * (1.0 + high):
        return None
    if low * m > greatest + _SLACK * (1.0 + high):
        return None  # the share that is withheld would be told, though the count is not
    weight = total[0] + total[1] + total[2] + total[3]
    people = m * (weight / max(count[0] + count[1] + count[2] + count[3], 1.0))
    return min(max(people, least, low * m), greatest)


def exchanged(
    of: Layers, ways: Sequence[tuple[tuple[int, int], tuple[int, int]]], most: int
) -> int:
    """Let respondents exchange values in several ways so that one cell grows, weights after counts.

    Parameters
    ----------
    of
        The table; it is not changed.
    ways
        The cell that grows and the one that it exchanges with, as :func:`exchange` takes them.
    most
        By how much it should grow in all.

    Returns
    -------
    int
        From 0 to `most`.

    Notes
    -----
    At each third value, an integer programme moves as many as it can, along all ways together:
    whole people, and weighted totals that follow along the same ways. One that does not end in
    time moves nobody.

    Examples
    --------
    >>> table = Layers(np.full((2, 2, 1), 3.0), np.full((2, 2, 1), 3.0), (0.5, 2.0))
    >>> exchanged(table, [((0, 0), (1, 1))], 2)
    2
    """
    if not ways:
        return 0
    moves = np.zeros((*of.count.shape[:2], len(ways)))
    for k, ((c, a), (d, b)) in enumerate(ways):
        for near, far, way in ((c, a, 1), (d, b, 1), (d, a, -1), (c, b, -1)):
            moves[near, far, k] += way
    moves = moves.reshape(-1, len(ways))
    left = most
    for place in range(of.count.shape[2]):
        if left <= 0:
            break
        count, total = of.count[:, :, place].ravel(), of.total[:, :, place].ravel()
        left -= _most_moved(count, total, moves, of.limits, left)
    return most - max(left, 0)


def _most_moved(
    count: FloatArray,
    total: FloatArray,
    moves: FloatArray,
    limits: tuple[float, float],
    most: int,
) -> int:
    """Return how many can be moved at one third value."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    ways = moves.shape[1]
    possible = np.array([(count[moves[:, k] < 0] > 0).all() for k in range(ways)], dtype=bool)
    if not possible.any():
        return 0
    low, high = limits
    touched = (moves != 0).any(axis=1)
    own, count, total = moves[touched], count[touched], total[touched]
    none = np.zeros_like(own)
    optimum = milp(
        np.concatenate([-np.ones(ways), np.zeros(ways)]),
        integrality=np.concatenate([np.ones(ways), np.zeros(ways)]),
        bounds=Bounds(
            np.concatenate([np.zeros(ways), np.full(ways, -np.inf)]),
            np.concatenate([np.where(possible, most, 0.0), np.full(ways, np.inf)]),
        ),
        constraints=[
            LinearConstraint(np.hstack([own, none]), -count, np.inf),
            LinearConstraint(np.hstack([-low * own, own]), low * count - total - _SLACK, np.inf),
            LinearConstraint(np.hstack([high * own, -own]), total - high * count - _SLACK, np.inf),
            LinearConstraint(np.concatenate([np.ones(ways), np.zeros(ways)])[None, :], 0, most),
            LinearConstraint(
                np.concatenate([np.full(ways, -low), np.ones(ways)])[None, :], -_SLACK, np.inf
            ),
        ],
        options={"time_limit": _SECONDS},
    )
    return round(-optimum.fun) if optimum.status == 0 else 0


@pinned
def told_apart(
    rows: FloatArray, columns: FloatArray, c: int, a: int, cost: FloatArray | None = None
) -> FloatArray:
    """Return what the published sums that each exchange with a cell would change are worth.

    Parameters
    ----------
    rows, columns
        A published sum is ``sum(rows[s, i] * columns[s, j] * n[i, j])`` over the table's cells:
        shapes (s, k) and (s, l).
    c, a
        The cell that is to grow or to shrink.
    cost
        What each sum is worth, shape (s,); None: one.

    Returns
    -------
    ndarray, shape (k, l)
        At (c', a') the worth of the sums that an exchange with (c', a') changes; 0: nobody could
        tell.

    Examples
    --------
    >>> told_apart(np.array([[1.0, 0.0]]), np.array([[1.0, 0.0]]), 0, 0).tolist()
    [[0.0, 0.0], [0.0, 1.0]]
    """
    worth = np.ones(len(rows)) if cost is None else cost
    row = np.abs(rows[:, [c]] - rows) > _SLACK
    column = np.abs(columns[:, [a]] - columns) > _SLACK
    return np.asarray((row * worth[:, None]).T @ column.astype(np.float64))
