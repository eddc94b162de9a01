"""Other people who agree with weighted figures, where what each person weighs is known.

A printed share of people who weigh alike in kinds is a whole-number equation: so many of each kind,
times what one of them weighs. Other tables of whole people that agree with all such equations, at
the precision at which they are printed, are looked for by an integer programme.

References
----------
Willenborg, L. and de Waal, T. (2001), Elements of Statistical Disclosure Control, chapter 6 (the
attacker's linear programme), here with whole people.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from padai.numerics.threads import pinned

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.intp]
NODES = 5000
"""How far a programme looks: by steps, so that it ends alike everywhere; what does not end proves
nothing."""


@dataclass(frozen=True, eq=False)
class KnownTable:
    """A table of answers by kinds of people, of which a reader knows how many there are of a kind.

    Attributes
    ----------
    size
        How many people there are of each kind, shape (kinds,).
    own, other
        Printed sums are ``sum(own[s, i] * other[s, c] * n[i, c])`` over answers i and kinds c:
        shapes (s, answers) and (s, kinds).
    low, high
        Between what each sum must lie, shape (s,).
    inside, within
        Which answers and which kinds are counted, shapes (answers,) and (kinds,).
    """

    size: IntArray
    own: FloatArray
    other: FloatArray
    low: FloatArray
    high: FloatArray
    inside: NDArray[np.bool_]
    within: NDArray[np.bool_]


def kinds_of_weights(weights: FloatArray) -> IntArray:
    """Number the different weights of some people, shape (n,); those that weigh alike are of one.

    Examples
    --------
    >>> kinds_of_weights(np.array([1.5, 0.5, 1.5])).tolist()
    [1, 0, 1]
    """
    mean = float(weights.mean()) or 1.0
    alike = np.round(weights / mean, 6)
    return np.asarray(np.unique(alike, return_inverse=True)[1].reshape(-1), dtype=np.intp)


@pinned
def agrees(table: KnownTable, people: IntArray, limit: int, *, most: bool) -> bool:
    """Whether other people, shape (answers, kinds), give all that is printed and the count asked.

    Examples
    --------
    Four who weigh 1 and four who weigh 3, of whom those who said yes weigh 5: two of each kind but
    one, two and one, is one way.

    >>> one = np.ones((1, 1))
    >>> table = KnownTable(
    ...     np.array([4, 4]), np.array([[1.0, 0.0]]), np.array([[1.0, 3.0]]), one[0] * 4.9,
    ...     one[0] * 5.1, np.array([True, False]), np.array([False, True]),
    ... )
    >>> agrees(table, np.array([[2, 1], [2, 3]]), 1, most=True)
    True
    """
    sums = ((table.own @ people) * table.other).sum(axis=1)
    counted = int(people[np.ix_(table.inside, table.within)].sum())
    return bool(
        (people >= 0).all()
        and (people.sum(axis=0) == table.size).all()
        and (sums >= table.low).all()
        and (sums <= table.high).all()
        and (counted >= limit if most else counted <= limit)
    )


@pinned
def other_people(table: KnownTable, limit: int, *, most: bool) -> IntArray | None:
    """Find people of whom `limit` or less, or `limit` or more, are counted; none is no proof.

    Returns
    -------
    Array of shape (answers, kinds), or None where there are none or none was met in time.

    Examples
    --------
    Two kinds of four, who weigh 1 and 3; all that is printed is that those who said yes weigh 5:
    one of those who weigh 3 may have, two may not, and none is impossible.

    >>> one = np.ones((1, 1))
    >>> table = KnownTable(
    ...     np.array([4, 4]), np.array([[1.0, 0.0]]), np.array([[1.0, 3.0]]), one[0] * 4.9,
    ...     one[0] * 5.1, np.array([True, False]), np.array([False, True]),
    ... )
    >>> other_people(table, 1, most=True).tolist()
    [[2, 1], [2, 3]]
    >>> other_people(table, 0, most=False) is None, other_people(table, 2, most=True) is None
    (True, True)
    """
    from scipy.optimize import Bounds, LinearConstraint, milp

    merged = np.vstack([table.own, table.inside])
    columns, first = np.unique(merged, axis=1, return_index=True)
    own, inside = columns[:-1], columns[-1] > 0
    answers, kinds = own.shape[1], len(table.size)
    weighted_totals = (own[:, :, None] * table.other[:, None, :]).reshape(-1, answers * kinds)
    counted = (inside[:, None] & table.within[None, :]).reshape(-1).astype(float)
    whole = np.tile(np.eye(kinds), (1, answers))
    room = np.tile(table.size, answers).astype(float)
    end = np.inf if most else float(limit)
    feasible = milp(
        np.zeros(answers * kinds),
        integrality=np.ones(answers * kinds),
        bounds=Bounds(0.0, room),
        constraints=[
            LinearConstraint(whole, table.size, table.size),
            LinearConstraint(weighted_totals, table.low, table.high),
            LinearConstraint(counted[None, :], float(limit) if most else 0.0, end),
        ],
        options={"node_limit": NODES},
    )
    if feasible.status != 0:
        return None
    people = np.zeros((table.own.shape[1], kinds), dtype=np.intp)
    people[first] = np.round(feasible.x).astype(np.intp).reshape(answers, kinds)
    return people if agrees(table, people, limit, most=most) else None
