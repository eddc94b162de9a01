"""How few people sums tell of once they are added up and subtracted in any way.

Several tables hold sums of overlapping people. A reader may add them up with whatever factors:
three sums of two thirds of everybody each tell of a third. People who are in the same sums are of
one kind. What can be told are the rows of the space that the sums span; few are told of where such
a row holds few people.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

IntArray = NDArray[np.intp]
_PRIME = 2_147_483_647
"""Rows are reduced modulo a prime: exact, and of a smaller rank by a rare accident alone."""
_MOST_ORDERS = 60


class ToldPeople(NamedTuple):
    """People who are told of, by kind, and the sums that tell them.

    Attributes
    ----------
    kinds
        Which kinds are in what is left, shape (kinds,).
    sums
        Which sums are added up or subtracted, shape (sums,).
    """

    kinds: NDArray[np.bool_]
    sums: NDArray[np.bool_]


def told_of_few(sums: IntArray, people: IntArray, few: int) -> Iterator[ToldPeople]:
    """Yield combinations of sums that tell of fewer than `few` people.

    Parameters
    ----------
    sums
        How often each sum counts a person of each kind, 0 or 1, shape (sums, kinds).
    people
        How many people are of each kind, shape (kinds,).
    few
        How many people may be told of.

    Notes
    -----
    The kinds of `few` people or more are eliminated first, by Gauss and Jordan; what is left of the
    sums tells of smaller kinds alone. Where that is one way, or two, each smallest set of kinds is
    found; where it is more, those found by taking each kind first.

    Examples
    --------
    Three sums of two of three kinds tell of the third kind, twice:

    >>> sums = np.array([[1, 0, 1], [0, 1, 1], [1, 1, 0]])
    >>> [totals.kinds.tolist() for totals in told_of_few(sums, np.array([90, 80, 4]), 10)]
    [[False, False, True]]
    >>> list(told_of_few(sums[:2], np.array([90, 80, 4]), 10))
    []
    """
    held = np.flatnonzero(people > 0)
    order = held[np.argsort(-people[held], kind="stable")]
    small = people[order] < few
    if not small.any() or not len(sums):
        return
    whole = np.concatenate([sums[:, order], np.eye(len(sums), dtype=sums.dtype)], axis=1)
    reduced, pivots = _reduced(whole.astype(np.int64) % _PRIME, len(order))
    left = reduced[np.array([small[pivot] for pivot in pivots], dtype=bool)]
    seen: set[bytes] = set()
    for rows in _bases(left, np.flatnonzero(small), len(order)):
        for row in rows:
            kinds = np.zeros(len(people), dtype=bool)
            kinds[order[row[: len(order)] != 0]] = True
            if 0 < people[kinds].sum() < few and kinds.tobytes() not in seen:
                seen.add(kinds.tobytes())
                yield ToldPeople(kinds, row[len(order) :] != 0)


def is_sum_of(kinds: NDArray[np.bool_], totals: IntArray) -> bool:
    """Whether sums tell of some kinds, and of these alone, whatever the factors.

    Examples
    --------
    >>> sums = np.array([[1, 1, 1], [1, 1, 0]])
    >>> is_sum_of(np.array([False, False, True]), sums)
    True
    >>> is_sum_of(np.array([True, False, False]), sums)
    False
    """
    others = np.flatnonzero(~kinds)
    order = np.concatenate([others, np.flatnonzero(kinds)])
    _, pivots = _reduced(totals[:, order].astype(np.int64) % _PRIME, len(order))
    return any(pivot >= len(others) for pivot in pivots)


def _bases(rows: IntArray, small: IntArray, kinds: int) -> Iterator[IntArray]:
    """Yield bases of what is left, each kind taken first in turn."""
    yield rows
    if len(rows) < 2:
        return
    for first in small[:_MOST_ORDERS]:
        order = np.concatenate([[first], np.delete(np.arange(kinds), first)])
        turned = np.concatenate([rows[:, order], rows[:, kinds:]], axis=1)
        reduced, _ = _reduced(turned, kinds)
        back = np.empty_like(reduced)
        back[:, order], back[:, kinds:] = reduced[:, :kinds], reduced[:, kinds:]
        yield back


def _reduced(matrix: NDArray[np.int64], columns: int) -> tuple[NDArray[np.int64], list[int]]:
    """Return the reduced rows of a matrix by its first columns, and the column of each pivot."""
    rows, pivots = matrix.copy(), list[int]()
    for column in range(columns):
        at = len(pivots)
        if at == len(rows):
            break
        free = np.flatnonzero(rows[at:, column])
        if not len(free):
            continue
        rows[[at, at + free[0]]] = rows[[at + free[0], at]]
        rows[at] = rows[at] * pow(int(rows[at, column]), -1, _PRIME) % _PRIME
        others = np.flatnonzero(rows[:, column])
        others = others[others != at]
        rows[others] = (rows[others] - rows[others, column, None] * rows[at]) % _PRIME
        pivots.append(column)
    return rows[: len(pivots)], pivots
