"""A fair draw by lot to quotas: the lottery over panels that favours the least likely most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from padai.numerics.designs import FloatArray, IntArray
from padai.numerics.threads import pinned

TICKETS = 10_000
"""Tickets of a lottery: every chance is a whole number of them."""
_EPS = 1e-6
_MOST_PANELS = 5_000


@dataclass(frozen=True, slots=True)
class Quotas:
    """What a panel must be.

    Attributes
    ----------
    available : ndarray of int, shape (c,)
        Volunteers in each cell, a cell holding all who are alike in every quota; 1 or more.
    members : ndarray of bool, shape (g, c)
        Whether the cell belongs to the group.
    low, high : ndarray of int, shape (g,)
        Seats of the group, at least and at most.
    size : int
        Seats of the panel.
    """

    available: IntArray
    members: NDArray[np.bool_]
    low: IntArray
    high: IntArray
    size: int


@dataclass(frozen=True, slots=True)
class Lottery:
    """Panels, and how many of the tickets each has.

    Attributes
    ----------
    panels : ndarray of int, shape (m, c)
        People that each panel takes from each cell.
    tickets : ndarray of int, shape (m,)
        They add up to :data:`TICKETS`.
    """

    panels: IntArray
    tickets: IntArray

    @pinned
    def probabilities(self, available: IntArray) -> FloatArray:
        """Return the chance of a volunteer of each cell to be drawn, shape (c,)."""
        return np.asarray(self.tickets @ self.panels / self.tickets.sum() / available, np.float64)

    def panel(self, ticket: int) -> IntArray:
        """Return the panel of a ticket, 0 to the number of tickets less one."""
        ends = np.cumsum(self.tickets)
        if not 0 <= ticket < ends[-1]:
            raise ValueError(f"ticket {ticket} is not one of {ends[-1]}")
        return np.asarray(self.panels[int(np.searchsorted(ends, ticket, side="right"))])


def shortfalls(quotas: Quotas) -> IntArray:
    """Return by how many people each group misses its seats in the nearest panel, shape (g,).

    Negative: too few can be found; positive: too many are needed. All zero where a panel exists.
    The panel has all its seats; where the pool is smaller than the panel, ValueError.

    Examples
    --------
    >>> q = Quotas(np.array([2, 5]), np.eye(2, dtype=bool), np.array([3, 1]), np.array([3, 9]), 5)
    >>> shortfalls(q)
    array([-1,  0])
    """
    from scipy.optimize import Bounds, LinearConstraint, milp

    c, g = len(quotas.available), len(quotas.low)
    if quotas.available.sum() < quotas.size:
        raise ValueError("the pool is smaller than the panel")
    seats = np.concatenate([np.ones(c), np.zeros(2 * g)])
    slack = np.concatenate([np.eye(g), -np.eye(g)], axis=1)
    rows = np.concatenate([quotas.members, slack], axis=1)
    optimum = milp(
        np.concatenate([np.zeros(c), np.ones(2 * g)]),
        integrality=np.ones(c + 2 * g),
        bounds=Bounds(0, np.concatenate([quotas.available, np.full(2 * g, quotas.size)])),
        constraints=[
            LinearConstraint(seats, quotas.size, quotas.size),
            LinearConstraint(rows, quotas.low, quotas.high),
        ],
    )
    added = np.rint(optimum.x[c:]).astype(np.intp)
    return np.asarray(added[g:] - added[:g])


def leximin_lottery(quotas: Quotas, *, tickets: int = TICKETS) -> Lottery:
    """Find the lottery over panels of which the smallest chance of a volunteer is largest.

    Then the second smallest is made as large as the first allows, and so on (leximin). Volunteers
    of one cell have the same chance.

    Parameters
    ----------
    quotas : Quotas
        Some panel must meet them (:func:`shortfalls` all zero).
    tickets : int
        Chances are rounded to whole tickets, which add up to so many.

    Returns
    -------
    Lottery
        Every panel in it meets the quotas exactly; rounding moves a chance by less than one ticket
        a panel.

    Raises
    ------
    ValueError
        No panel meets the quotas.

    Notes
    -----
    Linear programmes over the panels found so far, each followed by an integer programme that
    looks for a panel worth adding (column generation), until there is none. Of a solved programme,
    the cells with a positive dual price can gain nothing more: their chance is fixed.

    References
    ----------
    Flanigan, B., Gölz, P., Gupta, A., Hennig, B. and Procaccia, A. (2021). Fair algorithms for
    selecting citizens' assemblies. *Nature* 596, 548-552.

    Examples
    --------
    >>> q = Quotas(np.array([1, 3]), np.eye(2, dtype=bool), np.array([1, 1]), np.array([1, 1]), 2)
    >>> leximin_lottery(q).probabilities(q.available).round(4)
    array([1.    , 0.3333])
    """
    search = _Search(quotas)
    panels = [search.best(np.zeros(len(quotas.available)))]
    fixed = np.full(len(quotas.available), np.nan)
    weights = np.ones(1)
    while np.isnan(fixed).any():
        value, price, weights = _settled(search, panels, fixed)
        done = np.isnan(fixed) & (price > _EPS)
        fixed[done] = max(0.0, value)
    kept = np.flatnonzero(weights > _EPS)
    counts = _largest_remainders(weights[kept], tickets)
    order = sorted(range(len(kept)), key=lambda i: (-counts[i], tuple(panels[kept[i]])))
    order = [i for i in order if counts[i]]
    return Lottery(np.array([panels[kept[i]] for i in order]), np.array([counts[i] for i in order]))


class _Search:
    """Finds the panel of largest total price; set up once."""

    def __init__(self, quotas: Quotas) -> None:
        from scipy.optimize import Bounds, LinearConstraint

        self.quotas = quotas
        rows = np.concatenate([quotas.members, np.ones((1, len(quotas.available)))])
        low, high = np.append(quotas.low, quotas.size), np.append(quotas.high, quotas.size)
        self._limits = LinearConstraint(rows, low, high)
        self._bounds = Bounds(0, quotas.available)

    def best(self, price: FloatArray) -> IntArray:
        """Return the panel, shape (c,), that maximises ``price @ panel``."""
        from scipy.optimize import milp

        optimum = milp(
            -price, integrality=np.ones(len(price)), bounds=self._bounds, constraints=self._limits
        )
        if optimum.x is None:
            raise ValueError("no panel meets the quotas")
        return np.asarray(np.rint(optimum.x), dtype=np.intp)


@pinned
def _settled(
    search: _Search, panels: list[IntArray], fixed: FloatArray
) -> tuple[float, FloatArray, FloatArray]:
    """Add panels until none is worth more; return the smallest chance, prices, weights."""
    available = search.quotas.available
    while len(panels) < _MOST_PANELS:
        value, price, worth, weights = _master(np.array(panels) / available, fixed)
        panel = search.best(price / available)
        if price @ (panel / available) <= worth + _EPS or any((panel == p).all() for p in panels):
            return value, price, weights
        panels.append(panel)
    raise ValueError(f"no fair lottery was found among {_MOST_PANELS} panels")


def _master(shares: FloatArray, fixed: FloatArray) -> tuple[float, FloatArray, float, FloatArray]:
    """Maximise the smallest chance not yet fixed over lotteries of these panels, shape (m, c)."""
    from scipy.optimize import linprog

    m = len(shares)
    free = np.isnan(fixed)
    cost = np.append(np.zeros(m), -1.0)
    limits = np.column_stack([-shares.T, free.astype(np.float64)])
    total = np.append(np.ones(m), 0.0)[None, :]
    # a chance is fixed to the solver's own precision: give way a little, and more only if need be
    for give in (_EPS, 10 * _EPS):
        ends = np.where(free, 0.0, give - np.nan_to_num(fixed))
        optimum: Any = linprog(
            cost,
            A_ub=limits,
            b_ub=ends,
            A_eq=total,
            b_eq=[1.0],
            bounds=[(0, None)] * m + [(None, None)],
            method="highs",
        )
        if optimum.x is not None:
            break
    else:
        raise ValueError("the linear programme of the lottery has no solution")
    price = -np.asarray(optimum.ineqlin.marginals)
    # the price of a panel already in the lottery: prices times chances, the same for all used
    return float(optimum.x[m]), price, -float(optimum.eqlin.marginals[0]), np.asarray(optimum.x[:m])


def _largest_remainders(weights: FloatArray, total: int) -> IntArray:
    """Round weights to whole numbers that add up to `total`, by largest remainders."""
    exact = weights / weights.sum() * total
    counts: IntArray = np.floor(exact).astype(np.intp)
    most = np.argsort(-(exact - counts), kind="stable")[: total - int(counts.sum())]
    counts[most] += 1
    return counts
