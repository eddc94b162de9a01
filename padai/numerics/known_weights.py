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

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padai.numerics.threads import pinned

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.intp]
MOST_KINDS = 24
"""Different weights up to which a reader is taken to know them."""
NODES = 5000
"""How far a programme looks: by steps, so that it ends alike everywhere; what does not end proves
nothing."""
TANGENTS = 8
"""How often people are looked for anew, nearer to the printed errors."""
NEAR = 0.5
"""How far from the nearest people others may be, as a part of the distance."""


@dataclass(frozen=True, eq=False)
class Spread:
    """The squared error of a calibrated share, as a sum over answers by kinds of people.

    Attributes
    ----------
    own, other
        What one of each answer, and of each kind, is apart from the share: shapes (answers,) and
        (kinds,).
    squares
        What the square of one of each kind counts, shape (kinds,).
    quadratic
        What calibration takes out again, of what each kind is apart in all, shape (kinds, kinds).
    low, high
        Between what the squared error must lie.
    """

    own: FloatArray
    other: FloatArray
    squares: FloatArray
    quadratic: FloatArray
    low: float
    high: float

    @pinned
    def of(self, people: IntArray) -> float:
        """Return the squared error of some people, shape (answers, kinds)."""
        apart = (self.own @ people) * self.other
        each = np.outer(self.own**2, self.squares * self.other**2)
        return float((each * people).sum() + apart @ self.quadratic @ apart)

    @pinned
    def slope(self, people: IntArray) -> FloatArray:
        """Return what one more of each answer and kind adds, shape (answers, kinds)."""
        apart = (self.own @ people) * self.other
        each = np.outer(self.own**2, self.squares * self.other**2)
        return np.asarray(
            each + 2 * np.outer(self.own, self.other * (self.quadratic @ apart)), dtype=np.float64
        )

    def agrees(self, people: IntArray) -> bool:
        """Whether some people have this error."""
        return self.low <= self.of(people) <= self.high


@pinned
def left_by_calibration(weights: FloatArray, fitted: FloatArray, size: IntArray) -> FloatArray:
    """Return what calibration adds to a sum of squared weighted residuals, shape (kinds, kinds).

    Parameters
    ----------
    weights, size
        What one person of each kind weighs, and how many there are, shape (kinds,).
    fitted
        What is taken out of one of each kind (rows) for one in all of another, shape
        (kinds, kinds).
    """
    squared = weights**2
    crossed = squared[:, None] * fitted
    left = weights - fitted.T @ (weights * size)
    people = fitted.T @ ((squared * size)[:, None] * fitted)
    return np.asarray(
        people - crossed - crossed.T - np.outer(left, left) / size.sum(), dtype=np.float64
    )


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
    spreads
        Errors that are printed of calibrated shares.
    """

    size: IntArray
    own: FloatArray
    other: FloatArray
    low: FloatArray
    high: FloatArray
    inside: NDArray[np.bool_]
    within: NDArray[np.bool_]
    spreads: tuple[Spread, ...] = ()


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
        and all(spread.agrees(people) for spread in table.spreads)
    )


@pinned
def other_people(
    table: KnownTable, limit: int, *, most: bool, near: IntArray | None = None
) -> IntArray | None:
    """Find people of whom `limit` or less, or `limit` or more, are counted; none is no proof.

    Parameters
    ----------
    near
        Where errors are printed: people who agree with them, of whom others are looked for nearby.

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
    if near is None or not table.spreads:
        people = _solved(table, limit, most)
        return people if people is not None and agrees(table, people, limit, most=most) else None
    people = near
    for _ in range(TANGENTS):
        tangents = [_tangent(each, people) for each in table.spreads]
        met = _solved(table, limit, most, tangents, near)
        if met is None or agrees(table, met, limit, most=most):
            return met
        people = met
    return None


def _tangent(spread: Spread, people: IntArray) -> tuple[FloatArray, float, float]:
    """Return the equation of an error near some people."""
    slope = spread.slope(people)
    besides = spread.of(people) - float((slope * people).sum())
    return slope, spread.low - besides, spread.high - besides


def _solved(
    table: KnownTable,
    limit: int,
    most: bool,
    tangents: Sequence[tuple[FloatArray, float, float]] = (),
    near: IntArray | None = None,
) -> IntArray | None:
    """Find people who agree with the linear equations, the nearest to some.

    Answers that no equation tells apart are one.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp

    merged = np.vstack([table.own, *(each.own for each in table.spreads), table.inside])
    _, first, one = np.unique(merged, axis=1, return_index=True, return_inverse=True)
    own, inside = table.own[:, first], table.inside[first]
    answers, kinds = own.shape[1], len(table.size)
    cells = answers * kinds
    weighted_totals = (own[:, :, None] * table.other[:, None, :]).reshape(-1, cells)
    counted = (inside[:, None] & table.within[None, :]).reshape(-1).astype(float)
    limits: list[tuple[FloatArray, Any, Any]] = [
        (np.tile(np.eye(kinds), (1, answers)), table.size, table.size),
        (weighted_totals, table.low, table.high),
        (counted[None, :], float(limit) if most else 0.0, np.inf if most else float(limit)),
        *((slope[first].reshape(1, -1), low, high) for slope, low, high in tangents),
    ]
    room = np.tile(table.size, answers).astype(float)
    cost, whole = np.zeros(cells), np.ones(cells)
    if near is not None:  # as many variables more: by how many there are more than before
        there = np.zeros((answers, kinds))
        np.add.at(there, one.reshape(-1), near)
        limits = [(np.hstack([a, np.zeros_like(a)]), low, high) for a, low, high in limits]
        limits.append((np.hstack([np.eye(cells), -np.eye(cells)]), -np.inf, there.reshape(-1)))
        room, whole = np.tile(room, 2), np.repeat([1.0, 0.0], cells)
        cost = 1 - whole
    feasible = milp(
        cost,
        integrality=whole,
        bounds=Bounds(0.0, room),
        constraints=[LinearConstraint(*each) for each in limits],
        options={"node_limit": NODES, "mip_rel_gap": 0.0 if near is None else NEAR},
    )
    if feasible.status != 0:
        return None
    people = np.zeros((table.own.shape[1], kinds), dtype=np.intp)
    people[first] = np.round(feasible.x[:cells]).astype(np.intp).reshape(answers, kinds)
    return people
