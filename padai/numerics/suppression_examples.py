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

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.intp]
_SLACK = 1e-9


def exchange_room(
    gain: FloatArray,
    lose: FloatArray,
    gain_weight: FloatArray,
    lose_weight: FloatArray,
    limits: tuple[float, float],
    most: int,
) -> int:
    """Return by how many a count can grow when pairs of respondents exchange values.

    Parameters
    ----------
    gain
        Respondents of the two cells that grow, in each of k places, shape (2, k): a place is one
        combination of the values that the two respondents must share.
    lose
        Respondents of the two cells that shrink, shape (2, k).
    gain_weight, lose_weight
        The weighted totals of the same cells, shape (2, k).
    limits
        The least and the greatest weight of a respondent.
    most
        No more than this is asked for.

    Returns
    -------
    int
        From 0 to `most`.

    Notes
    -----
    Where a place moves m respondents, its weighted totals move by one amount t, added to the cells
    that grow and taken from the others; m is possible where some t leaves each of the four totals
    between m-changed count times the least and times the greatest weight.

    Examples
    --------
    >>> one = np.ones((2, 1))
    >>> exchange_room(2 * one, 3 * one, 2 * one, 3 * one, (1.0, 1.0), 10)
    3
    """
    left = most
    room = np.minimum(lose[0], lose[1])
    for place in np.argsort(-room, kind="stable"):
        if left <= 0 or room[place] < 1:
            break
        asked = int(min(left, room[place]))
        left -= next(
            (m for m in range(asked, 0, -1)
             if _weighable(gain[:, place], lose[:, place], gain_weight[:, place],
                           lose_weight[:, place], limits, m)),
            0,
        )  # fmt: skip
    return most - max(left, 0)


def _weighable(
    gain: FloatArray,
    lose: FloatArray,
    gain_weight: FloatArray,
    lose_weight: FloatArray,
    limits: tuple[float, float],
    m: int,
) -> bool:
    """Whether weighted totals can follow when m respondents of a place are moved."""
    low, high = limits
    least = np.concatenate([low * (gain + m) - gain_weight, lose_weight - high * (lose - m)])
    greatest = np.concatenate([high * (gain + m) - gain_weight, lose_weight - low * (lose - m)])
    slack = _SLACK * (1.0 + high)
    return bool(least.max() <= greatest.min() + slack)


def cell_places(
    first: IntArray,
    second: IntArray,
    third: IntArray,
    weights: FloatArray,
    of: tuple[int, int, int, int],
    places: int,
) -> tuple[FloatArray, FloatArray]:
    """Return counts and weighted totals of the four cells of an exchange, by place.

    Parameters
    ----------
    first, second, third
        Codes of each respondent in three variables, shape (n,).
    weights
        Shape (n,).
    of
        Codes (c, c', a, a'): two of the first variable, then two of the second.
    places
        How many codes the third variable has.

    Returns
    -------
    tuple of ndarray
        Both of shape (4, places); cells (c, a), (c', a'), (c', a), (c, a').

    Examples
    --------
    >>> codes = np.array([0, 1, 1]), np.array([0, 0, 1]), np.array([0, 0, 1])
    >>> cell_places(*codes, np.ones(3), (0, 1, 0, 1), 2)[0].tolist()
    [[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 0.0]]
    """
    c, d, a, b = of
    count, total = np.zeros((4, places)), np.zeros((4, places))
    for row, (x, y) in enumerate(((c, a), (d, b), (d, a), (c, b))):
        mine = (first == x) & (second == y)
        count[row] = np.bincount(third[mine], minlength=places)
        total[row] = np.bincount(third[mine], weights=weights[mine], minlength=places)
    return count, total


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
