"""What a table still tells of the cells that are withheld from it, and what to withhold besides.

A table is a vector of counts ``v`` (k cells) and relations ``A`` (m rows) that whoever reads it
knows: answers add up to their base, groups to their total, nets to their codes. A reader knows
the cells that are shown, so the withheld ones are known up to every ``z`` with

    A (z - v) = 0,   z = v where shown,   0 <= z.

The linear programmes below are solved by HiGHS.

References
----------
Hundepool, A. et al. (2012), Statistical Disclosure Control, Wiley, chapter 4: the attacker's
problem, and the upper and lower protection of a frequency rule. Kelly, J. P., Golden, B. L. and
Assad, A. A. (1992), Cell suppression: disclosure protection for sensitive tabular data, Networks
22, 397-417: the least change of the table that protects one cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy import sparse

FloatArray = NDArray[np.float64]
_TOLERANCE = 1e-6
_FAR = 1e7
"""Further than any count can be: programmes are bounded by it."""


@dataclass(frozen=True)
class CountTable:
    """Counts and what a reader knows of how they add up.

    Attributes
    ----------
    relations
        Shape (m, k): each row is a sum of cells that the reader knows.
    value
        The true counts, shape (k,).
    hidden
        Whether a cell is withheld, shape (k,).
    lower, upper
        The least and the most that a cell can be, whatever the others are, shape (k,).
    """

    relations: sparse.csr_matrix
    value: FloatArray
    hidden: NDArray[np.bool_]
    lower: FloatArray
    upper: FloatArray


def table(
    relations: Any,
    value: Any,
    hidden: Any,
    lower: Any = 0.0,
    upper: Any = np.inf,
) -> CountTable:
    """Return a table from anything that arrays are made of.

    Examples
    --------
    >>> two = table([[1, 1]], [3, 40], [True, True])
    >>> intervals(two, np.array([0]))
    (array([0.]), array([43.]))
    """
    from scipy import sparse

    counts = np.asarray(value, dtype=float)
    matrix = sparse.csr_matrix(relations, dtype=float)
    return CountTable(
        matrix,
        counts,
        np.asarray(hidden, dtype=bool),
        np.broadcast_to(np.asarray(lower, dtype=float), counts.shape),
        np.broadcast_to(np.asarray(upper, dtype=float), counts.shape),
    )


def intervals(of: CountTable, targets: NDArray[np.intp]) -> tuple[FloatArray, FloatArray]:
    """Return the least and the most that each withheld cell can be, given what is shown.

    Parameters
    ----------
    of
        The table.
    targets
        Positions of withheld cells, shape (t,).

    Returns
    -------
    tuple of ndarray
        Both of shape (t,), rounded to the whole counts inside the interval. A cell that is shown
        has its value at both ends.
    """
    low, high = of.value[targets].copy(), of.value[targets].copy()
    columns = np.flatnonzero(of.hidden)
    if not len(columns):
        return low, high
    place = np.full(len(of.value), -1)
    place[columns] = np.arange(len(columns))
    matrix = of.relations[:, columns]
    labels = _components(matrix)
    for part in np.unique(labels[place[targets[of.hidden[targets]]]]):
        inside = columns[labels == part]
        mine = np.flatnonzero(of.hidden[targets] & np.isin(targets, inside))
        low[mine], high[mine] = _extremes(of, inside, targets[mine])
    return low, high


@dataclass(frozen=True)
class CellClaim:
    """Withheld cells of a table, and the counts that each must be able to be.

    Attributes
    ----------
    of
        The table.
    targets
        Positions of the cells, shape (t,).
    least, most
        The counts that a reader must not be able to exclude, shape (t,).
    """

    of: CountTable
    targets: NDArray[np.intp]
    least: FloatArray
    most: FloatArray


def unprotected(claims: Sequence[CellClaim], *, exact: bool = True) -> list[NDArray[np.bool_]]:
    """Return which cells of each table cannot be both as small and as large as they must be.

    Parameters
    ----------
    claims
    exact
        False: a few cells that can may be returned too, and none is solved alone.

    Notes
    -----
    All cells of all tables are looked at together: a few programmes that push them up and down at
    once prove most of them protected; only the others are solved one by one.
    """
    if not claims:
        return []
    of, first = _beside_one_another([claim.of for claim in claims])
    targets, least, most = (
        np.concatenate([getattr(claim, name) for claim in claims])
        for name in ("targets", "least", "most")
    )
    sizes = [len(claim.targets) for claim in claims]
    targets = targets + np.repeat(first, sizes)
    failed = ~of.hidden[targets]
    hidden = np.flatnonzero(~failed)
    if len(hidden):
        failed[hidden] = _fails(of, targets[hidden], least[hidden], most[hidden], exact)
    return np.split(failed, np.cumsum(sizes)[:-1])


def _beside_one_another(tables: Sequence[CountTable]) -> tuple[CountTable, NDArray[np.intp]]:
    """Return tables as one of which the parts share nothing, and where each begins."""
    from scipy import sparse

    first = np.cumsum([0, *(len(each.value) for each in tables)])
    whole = CountTable(
        sparse.block_diag([each.relations for each in tables], format="csr"),
        *(
            np.concatenate([getattr(each, name) for each in tables])
            for name in ("value", "hidden", "lower", "upper")
        ),
    )
    return whole, first[:-1]


def _fails(
    of: CountTable, targets: NDArray[np.intp], least: FloatArray, most: FloatArray, exact: bool
) -> NDArray[np.bool_]:
    columns = np.flatnonzero(of.hidden)
    labels = _components(of.relations[:, columns])
    at = np.searchsorted(columns, targets)
    home = labels[at]
    together = columns[np.isin(labels, home)]
    solver, place = _Solver(of, together), np.searchsorted(together, targets)
    bad = np.zeros(len(targets), dtype=bool)
    for sign, bound in ((-1.0, most), (1.0, least)):
        left = np.arange(len(targets))
        while len(left):  # those that stood in each other's way are pushed again without the others
            far = sign * solver.together(place[left], sign, bound[left])
            still = left[far > sign * bound[left] + _TOLERANCE]
            if len(still) == len(left):
                break
            left = still
        bad[left] |= not exact
        for k in left if exact else ():
            inside = columns[labels == home[k]]
            bound_reached = _Solver(of, inside).extreme(
                int(np.searchsorted(inside, targets[k])), sign
            )
            bad[k] |= sign * bound_reached > sign * bound[k] + _TOLERANCE
    return bad


def _extremes(
    of: CountTable, inside: NDArray[np.intp], targets: NDArray[np.intp]
) -> tuple[FloatArray, FloatArray]:
    solver = _Solver(of, inside)
    at = np.searchsorted(inside, targets)
    low = np.array([solver.extreme(k, 1.0) for k in at])
    high = np.array([solver.extreme(k, -1.0) for k in at])
    high[high > _FAR / 2] = np.inf
    return np.ceil(low - _TOLERANCE) + 0.0, np.floor(high + _TOLERANCE) + 0.0


class _Solver:
    """The cells of one component, as moves away from their true counts."""

    def __init__(self, of: CountTable, inside: NDArray[np.intp]) -> None:
        matrix = of.relations[:, inside]
        self.matrix = matrix[np.diff(matrix.indptr) > 0]
        self.value = of.value[inside]
        self.low = np.maximum(of.lower[inside] - self.value, -_FAR)
        self.high = np.minimum(of.upper[inside] - self.value, _FAR)

    def extreme(self, at: int, sign: float) -> float:
        """Return the least (sign 1) or the most (sign -1) that a cell can be."""
        return float(self._pushed(np.array([at]), sign, self.low, self.high)[0])

    def together(self, at: NDArray[np.intp], sign: float, bound: FloatArray) -> FloatArray:
        """Push several cells at once toward their bounds and return how far each one came."""
        low, high = self.low.copy(), self.high.copy()
        room = bound - self.value[at]
        if sign < 0:
            high[at] = np.minimum(high[at], room)
        else:
            low[at] = np.maximum(low[at], room)
        return self._pushed(at, sign, low, high)

    def _pushed(
        self, at: NDArray[np.intp], sign: float, low: FloatArray, high: FloatArray
    ) -> FloatArray:
        from scipy.optimize import linprog

        cost = np.zeros(len(self.value))
        cost[at] = sign
        optimum = linprog(
            cost,
            A_eq=self.matrix,
            b_eq=np.zeros(self.matrix.shape[0]),
            bounds=np.column_stack([low, high]),
            method="highs",
        )
        # What could not be solved proves nothing: the cell then counts as known.
        return self.value[at] + (optimum.x[at] if optimum.status == 0 else 0.0)


def least_change(
    of: CountTable, target: int, by: float, cost: FloatArray, fixed: NDArray[np.bool_]
) -> NDArray[np.intp] | None:
    """Return the cells to withhold besides, so that one cell could also be larger or smaller.

    Parameters
    ----------
    target
        Position of a withheld cell.
    by
        How much larger (or smaller, under 0) it must be able to be.
    cost
        What it costs to withhold each cell that is shown, a unit of count moved, shape (k,).
    fixed
        Cells that cannot be withheld, shape (k,).

    Returns
    -------
    ndarray or None
        Positions of shown cells (none: the cell is protected as it is), or None where no set of
        cells protects it.

    Notes
    -----
    The least costly other table that a reader could not tell from the true one: where it differs
    from the true one, cells are withheld.
    """
    from scipy import sparse
    from scipy.optimize import linprog

    moves = np.flatnonzero(~fixed | of.hidden)
    at = int(np.searchsorted(moves, target))
    if at == len(moves) or moves[at] != target:
        return None  # the cell itself is public, and stays so
    matrix = of.relations[:, moves]
    matrix = matrix[np.diff(matrix.indptr) > 0]
    up = of.upper[moves] - of.value[moves]
    down = of.value[moves] - of.lower[moves]
    up[at], down[at] = max(by, 0.0), max(-by, 0.0)
    start = np.zeros(2 * len(moves))
    start[at], start[len(moves) + at] = up[at], down[at]
    weight = np.where(of.hidden[moves], 0.0, cost[moves])
    optimum = linprog(
        np.concatenate([weight, weight]),
        A_eq=sparse.hstack([matrix, -matrix], format="csr"),
        b_eq=np.zeros(matrix.shape[0]),
        bounds=np.column_stack([start, np.concatenate([up, down])]),
        method="highs",
    )
    if optimum.status != 0:
        return None
    moved = np.abs(optimum.x[: len(moves)] - optimum.x[len(moves) :]) > _TOLERANCE
    result: NDArray[np.intp] | None = moves[moved & ~of.hidden[moves]]
    return result


def _components(matrix: sparse.csr_matrix) -> NDArray[np.intp]:
    """Return the component of each column: columns that share a row hang together."""
    from scipy import sparse
    from scipy.sparse.csgraph import connected_components

    rows, columns = matrix.shape
    edges = sparse.csr_matrix(matrix != 0)
    both = sparse.bmat([[None, edges], [edges.T, None]], format="csr")
    _, labels = connected_components(both, directed=False)
    return np.asarray(labels[rows : rows + columns])
