"""A change of a mean in two parts: other people in the groups, and other answers within groups.

Notation: ``s_gt`` the weighted share of group g among the answering members of wave t that are in a
group, ``r_gt`` their mean; t is 1 (later) or 0 (earlier), bars are averages of the two waves. Then
``sum s_g1 r_g1 - sum s_g0 r_g0 = sum (s_g1 - s_g0) rbar_g + sum (r_g1 - r_g0) sbar_g``: composition
and within-group change.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from padai.numerics.designs import FloatArray, IntArray
from padai.numerics.threads import pinned
from padai.numerics.variance import sums_by

LATER, EARLIER = 0, 1


@dataclass(frozen=True, eq=False)
class GroupedRows:
    """What is decomposed, row by row of a design.

    Attributes
    ----------
    y : ndarray, shape (n,)
        The score of each row; 0 where it takes no part.
    side : ndarray of int, shape (n,)
        `LATER`, `EARLIER`, or -1 where a row takes no part.
    group : ndarray of int, shape (n,)
        Group, 0 to size-1; -1 in no group.
    size : int
        Number of groups, G.
    """

    y: FloatArray
    side: IntArray
    group: IntArray
    size: int

    @property
    def cell(self) -> IntArray:
        """Side and group of each row as one code, 2G for rows outside, shape (n,)."""
        inside = (self.side >= 0) & (self.group >= 0)
        return np.where(inside, self.side * self.size + self.group, 2 * self.size)

    def counts(self) -> IntArray:
        """Count rows by side and group, shape (2, G)."""
        cell_counts = np.bincount(self.cell, minlength=2 * self.size + 1)[:-1]
        return cell_counts.reshape(2, self.size)

    @property
    def unclassified(self) -> int:
        """Count rows that take part and are in no group."""
        return int(((self.side >= 0) & (self.group < 0)).sum())


@dataclass(frozen=True, eq=False)
class GroupShares:
    """Shares and means of groups, and what they come from; R sets of weights at once.

    Attributes
    ----------
    share, rate, total : ndarray, shape (2, G, R)
        By side and group: share, mean, and sum of weights.
    overall, overall_total : ndarray, shape (2, R)
        Mean and sum of weights of all who take part, in a group or not.
    """

    share: FloatArray
    rate: FloatArray
    total: FloatArray
    overall: FloatArray
    overall_total: FloatArray


def cells_of(rows: GroupedRows, weights: FloatArray) -> GroupShares:
    """Return shares and means of groups under weights (n,) or, one column a set, (n, R)."""
    w = weights.reshape(len(rows.y), -1)
    shape = (2, rows.size, w.shape[1])
    total = sums_by(rows.cell, w, 2 * rows.size + 1)[:-1].reshape(shape)
    top = sums_by(rows.cell, w * rows.y[:, None], 2 * rows.size + 1)[:-1].reshape(shape)
    side = np.where(rows.side < 0, 2, rows.side)
    all_total = sums_by(side, w, 3)[:2]
    all_top = sums_by(side, w * rows.y[:, None], 3)[:2]
    with np.errstate(divide="ignore", invalid="ignore"):
        return GroupShares(
            total / total.sum(axis=1, keepdims=True),
            top / total,
            total,
            all_top / all_total,
            all_total,
        )


def kitagawa(cells: GroupShares) -> FloatArray:
    """Decompose the change between two sides.

    Parameters
    ----------
    cells
        Of R sets of weights.

    Returns
    -------
    ndarray, shape (R, 2G + 4)
        Composition by group, within-group change by group, their two sums, what the members in no
        group add, and the whole change.

    References
    ----------
    Kitagawa, E. M. (1955). Components of a difference between two rates. *JASA* 50, 1168-1194.

    Examples
    --------
    >>> rows = GroupedRows(np.array([1.0, 0, 1, 0]), np.array([0, 0, 1, 1]),
    ...                    np.array([0, 1, 0, 1]), 2)
    >>> kitagawa(cells_of(rows, np.array([3.0, 1, 1, 1])))[0, -4:]
    array([0.25, 0.  , 0.  , 0.25])
    """
    s, r = cells.share, cells.rate
    composition = (s[LATER] - s[EARLIER]) * (r[LATER] + r[EARLIER]) / 2
    within = (r[LATER] - r[EARLIER]) * (s[LATER] + s[EARLIER]) / 2
    grouped = (s * r).sum(axis=1)
    change = cells.overall[LATER] - cells.overall[EARLIER]
    rest = change - (grouped[LATER] - grouped[EARLIER])
    sums = [composition.sum(axis=0), within.sum(axis=0), rest, change]
    return np.vstack([composition, within, *sums]).T


@pinned
def kitagawa_influence(rows: GroupedRows, weights: FloatArray) -> FloatArray:
    """Return the linearised variables of `kitagawa`, shape (n, 2G + 4), zero outside.

    Parameters
    ----------
    weights : ndarray, shape (n,)
    """
    cells = cells_of(rows, weights)
    s, r, total = cells.share[..., 0], cells.rate[..., 0], cells.total[..., 0]
    moved, turned = s[LATER] - s[EARLIER], r[LATER] - r[EARLIER]
    out = np.zeros((len(rows.y), 2 * rows.size + 4))
    for side, sign in ((LATER, 1.0), (EARLIER, -1.0)):
        took = np.flatnonzero(rows.side == side)
        own = took[rows.group[took] >= 0]
        inside = rows.group[own][:, None] == np.arange(rows.size)
        of_share = (inside - s[side]) / total[side].sum()
        of_rate = np.where(inside, (rows.y[own][:, None] - r[side]) / total[side], 0.0)
        composition = sign * r.mean(axis=0) * of_share + moved / 2 * of_rate
        within = sign * s.mean(axis=0) * of_rate + turned / 2 * of_share
        mean = float(s[side] @ r[side])
        grouped = (rows.y[own] - mean) / total[side].sum()
        out[own, : rows.size], out[own, rows.size : -4] = composition, within
        out[own, -4], out[own, -3] = composition.sum(axis=1), within.sum(axis=1)
        overall = (rows.y[took] - cells.overall[side, 0]) / cells.overall_total[side, 0]
        out[took, -1] = sign * overall
        out[took, -2] = sign * overall
        out[own, -2] -= sign * grouped
    return out


def share_influence(rows: GroupedRows, weights: FloatArray) -> FloatArray:
    """Return the linearised variables of the shares, later then earlier, shape (n, 2G)."""
    cells = cells_of(rows, weights)
    out = np.zeros((len(rows.y), 2 * rows.size))
    for side in (LATER, EARLIER):
        own = np.flatnonzero((rows.side == side) & (rows.group >= 0))
        inside = rows.group[own][:, None] == np.arange(rows.size)
        columns = slice(side * rows.size, (side + 1) * rows.size)
        out[own, columns] = (inside - cells.share[side, :, 0]) / cells.total[side, :, 0].sum()
    return out


def standardised_rates(
    y: FloatArray,
    cell: IntArray,
    size: tuple[int, int],
    weights: FloatArray,
    standard: int,
    shares: FloatArray | None,
) -> FloatArray:
    """Return each wave's mean at fixed shares of groups, shape (R, T).

    Parameters
    ----------
    y : ndarray, shape (n,)
    cell : ndarray of int, shape (n,)
        ``wave * G + group``; T * G for rows that take no part.
    size : (T, G)
    weights : ndarray, shape (n, R)
    standard : int
        Wave of which the shares are taken, where `shares` is None.
    shares : ndarray, shape (G,), or None

    Examples
    --------
    >>> y, cell = np.array([1.0, 0, 1, 1]), np.array([0, 1, 2, 3])
    >>> standardised_rates(y, cell, (2, 2), np.ones((4, 1)), -1, np.array([0.9, 0.1]))
    array([[0.9, 1. ]])
    """
    waves, groups = size
    shape = (waves, groups, weights.shape[1])
    total = sums_by(cell, weights, waves * groups + 1)[:-1].reshape(shape)
    top = sums_by(cell, weights * y[:, None], waves * groups + 1)[:-1].reshape(shape)
    wanted = total[standard] / total[standard].sum(axis=0) if shares is None else shares[:, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        rate = np.where(wanted > 0, top / total, 0.0)
    result: FloatArray = (rate * wanted).sum(axis=1).T
    return result


@pinned
def standardised_influence(
    y: FloatArray,
    cell: IntArray,
    size: tuple[int, int],
    weights: FloatArray,
    standard: int,
    shares: FloatArray | None,
) -> FloatArray:
    """Return the linearised variables of `standardised_rates`, shape (n, T); weights (n,)."""
    waves, groups = size
    total = np.bincount(cell, weights, waves * groups + 1)[:-1].reshape(size)
    top = np.bincount(cell, weights * y, waves * groups + 1)[:-1].reshape(size)
    wanted = total[standard] / total[standard].sum() if shares is None else shares
    used = (wanted > 0) & (total > 0)
    rate = np.divide(top, total, out=np.zeros(size), where=used)
    scale = np.divide(wanted, total, out=np.zeros(size), where=used)
    inside = np.flatnonzero(cell < waves * groups)
    wave, group = cell[inside] // groups, cell[inside] % groups
    out = np.zeros((len(y), waves))
    out[inside, wave] = scale[wave, group] * (y[inside] - rate[wave, group])
    if shares is None:
        own = inside[wave == standard]
        moved = rate[:, cell[own] % groups].T - rate @ wanted
        out[own] += moved / total[standard].sum()
    return out
