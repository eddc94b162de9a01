"""Tables of proportions from sums that add up.

For every stratum (or psu) x group x code: the number of respondents, the sum of their weights and
of the squares of those. Sums of parts of the data add up (:func:`combine`), and every proportion,
net, balance and mean score, with its design-based variance, is worked out from them alone.

With A and B a row's sums of ``w y`` and of w over its base in stratum h and group g, ``p = A / B``
over all strata and S2, S1, B2 the sums of ``w^2 y^2``, ``w^2 y``, ``w^2``, the variance without
clusters is ``sum_h c_h [S2 - 2 p S1 + p^2 B2 - (A_h - p B_h)^2 / n_h] / B^2`` with
``c_h = (1 - f_h) n_h / (n_h - 1)``; with clusters the square bracket is made of the psu totals
``A_p - p B_p``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from padai.numerics.designs import AlikeRows, BoolArray, FloatArray, IntArray, SampleDesign, Stage

#: Elements of the largest table of one block; fields are taken in blocks that stay under it.
BLOCK_ELEMENTS = 4_000_000
#: Rows times fields whose sums are made in one go: an index beyond it leaves the cache.
ROWS_AT_ONCE = 100_000


@dataclass(frozen=True, eq=False)
class Rows:
    """The estimates asked of a block of fields, as scores on their codes.

    Positions run over the block's K = fields x codes. Row r is the mean of a score over its base.

    Attributes
    ----------
    cell : ndarray of int, shape (R,)
        Position of the single code that the row is the share of; -1 for another score.
    field : ndarray of int, shape (R,)
        Field of each row.
    combined : ndarray of int, shape (Rc,)
        Rows of another score: nets, balances, means.
    places, scores : ndarray, shape (Rc, M)
        Their positions and scores, padded with score 0.
    partial : ndarray of int, shape (Rp,)
        Rows of which the base is part of their field's codes.
    base_places, base_counts : ndarray, shape (Rp, M)
        Positions of that base, and 1 (0: padding).
    """

    cell: IntArray
    field: IntArray
    combined: IntArray
    places: IntArray
    scores: FloatArray
    partial: IntArray
    base_places: IntArray
    base_counts: FloatArray

    @property
    def count(self) -> int:
        """Number of rows, R."""
        return len(self.cell)

    def scored(self, table: np.ndarray, power: int = 1) -> np.ndarray:
        """Sum a table (..., K) by rows with their scores to a power, shape (..., R)."""
        out = table[..., self.cell]
        if len(self.combined):
            out = out if out.dtype == np.float64 else out.astype(np.float64)
            parts = table[..., self.places] * self.scores**power
            out[..., self.combined] = parts.sum(axis=-1)
        return out

    def only(self, held: BoolArray, size: int) -> FloatArray:
        """Return the score that all of a row's base has, shape (..., R); NaN where several do.

        Parameters
        ----------
        held : ndarray of bool, shape (..., K)
            Codes that somebody of some weight gave.

        Examples
        --------
        >>> one, none = np.array([0]), np.zeros(0, dtype=int)
        >>> ends, scores = np.array([[0, 2]]), np.array([[-1.0, 1.0]])
        >>> balance = Rows(one, one, one, ends, scores, none, none[None], none[None] * 1.0)
        >>> balance.only(np.array([[True, False, False], [True, False, True]]), 3).ravel()
        array([-1., nan])
        """
        count = self.based(held.astype(np.float64), size)
        single = np.where(held[..., self.cell], 1.0, 0.0)
        out = np.where((count == 1) | ((single == 0) & (count > 0)), single, np.nan)
        if len(self.combined):
            given = held[..., self.places] & (self.scores != 0)
            least = np.where(given, self.scores, np.inf).min(axis=-1, initial=np.inf)
            most = np.where(given, self.scores, -np.inf).max(axis=-1, initial=-np.inf)
            number, based = given.sum(axis=-1), count[..., self.combined]
            one = np.where((number == based) & (least == most), least, np.nan)
            out[..., self.combined] = np.where(number == 0, 0.0, one)
        return np.where(count > 0, out, np.nan)

    def based(self, table: np.ndarray, size: int) -> np.ndarray:
        """Sum a table (..., K) over the rows' bases, shape (..., R)."""
        by_field = table.reshape(*table.shape[:-1], -1, size).sum(axis=-1)
        out: np.ndarray = by_field[..., self.field]
        if len(self.partial):
            parts = table[..., self.base_places] * self.base_counts
            out[..., self.partial] = parts.sum(axis=-1)
        return out


@dataclass(frozen=True, eq=False)
class FieldBlock:
    """Fields with the same number of codes, and the rows asked of them.

    Attributes
    ----------
    codes : ndarray of int, shape (F, n)
        Code of each row in each field, 0 to size-1; `size` where it is out of the base.
    size : int
    rows : Rows
    """

    codes: IntArray
    size: int
    rows: Rows


@dataclass(frozen=True, eq=False)
class Grouping:
    """Breakdowns side by side.

    Attributes
    ----------
    codes : tuple of ndarray of int, each of shape (n,)
        Group of each row in each breakdown; -1 where it is in none.
    sizes : tuple of int
        Number of groups of each breakdown; D is their sum.
    """

    codes: tuple[IntArray, ...]
    sizes: tuple[int, ...]

    @property
    def count(self) -> int:
        """Number of groups over all breakdowns, D."""
        return sum(self.sizes)


@dataclass(frozen=True, eq=False)
class Sums:
    """Partial sums of one block, which add up over parts of the data.

    Attributes
    ----------
    n : ndarray, shape (U, D, K)
        Respondents by unit (stratum where no psu holds two rows, psu otherwise), group and code.
    w : ndarray, shape (U, D, K)
        Sums of weights.
    w2 : ndarray, shape (U, D, K)
        Sums of squared weights.
    """

    n: FloatArray
    w: FloatArray
    w2: FloatArray


def combine(parts: Sequence[Sums]) -> Sums:
    """Add up the sums of parts of the data, in their order.

    Examples
    --------
    >>> one = Sums(np.ones((1, 1, 2)), np.ones((1, 1, 2)), np.ones((1, 1, 2)))
    >>> combine([one, one]).n.ravel()
    array([2., 2.])
    """
    total = parts[0]
    for part in parts[1:]:
        total = Sums(total.n + part.n, total.w + part.w, total.w2 + part.w2)
    return total


def tabulate(
    firsts: Sequence[tuple[IntArray, int]],
    grouping: Grouping,
    block: FieldBlock,
    weights: Sequence[FloatArray | None],
) -> list[FloatArray]:
    """Sum several weights by a first code, the groups of every breakdown, and the fields' codes.

    Parameters
    ----------
    firsts
        First codes, of shape (n,), and their numbers: strata, psus, or margins one after the other
        (U is the sum of the numbers). A row whose code is the number is left out.
    weights
        Arrays of shape (n,); None counts rows.

    Returns
    -------
    list of ndarray, each of shape (U, D, K)
    """
    fields, n = block.codes.shape
    out = [
        np.empty((sum(number for _, number in firsts), grouping.count, fields * block.size))
        for _ in weights
    ]
    step = max(1, min(fields, ROWS_AT_ONCE // max(n, 1)))
    tiled = [None if w is None else np.tile(w, step) if step > 1 else w for w in weights]
    row = 0
    for first, number in firsts:
        column = 0
        for codes, groups in zip(grouping.codes, grouping.sizes, strict=True):
            shape = number + 1, groups + 1, block.size + 1
            outer = (first * shape[1] + np.where(codes < 0, groups, codes)) * shape[2]
            place = slice(row, row + number), slice(column, column + groups)
            _fill([table[place] for table in out], outer, shape, block, tiled, step)
            column += groups
        row += number
    return out


def _fill(
    out: Sequence[FloatArray],
    outer: IntArray,
    shape: tuple[int, int, int],
    block: FieldBlock,
    weights: Sequence[FloatArray | None],
    step: int,
) -> None:
    """Fill one first code's and breakdown's part of the tables, a few fields in one go.

    So few that their index stays in the cache; `outer` is the index without the field's own code.
    """
    used, (number, groups, _) = shape[0] * shape[1] * shape[2], (each - 1 for each in shape)
    for start in range(0, len(block.codes), step):
        fields = block.codes[start : start + step]
        count = len(fields)
        index = fields + outer
        if count > 1:
            index += (np.arange(count) * used)[:, None]
        columns = slice(start * block.size, (start + count) * block.size)
        for table, w in zip(out, weights, strict=True):
            own = None if w is None else w[: index.size]
            sums = np.bincount(index.ravel(), own, minlength=count * used)
            part = sums.reshape(count, *shape)[:, :number, :groups, : block.size]
            table[:, :, columns] = part.transpose(1, 2, 0, 3).reshape(number, groups, -1)


def unit_of(stage: Stage) -> tuple[IntArray, int]:
    """Return what sums are kept by: strata where no psu holds two rows, psus otherwise."""
    if stage.one_row_a_psu:
        return stage.stratum, stage.n_strata
    return stage.psu, stage.n_psus


def partial_sums(
    block: FieldBlock,
    grouping: Grouping,
    stage: Stage,
    weights: FloatArray,
    cells: AlikeRows | None = None,
) -> Sums:
    """Sum the rows of a design, or of a part of it.

    Parameters
    ----------
    stage
        Stage whose strata or psus the sums are kept by.
    weights : ndarray, shape (n,)
    cells : Cells, optional
        What each row stands for, where that is several respondents.
    """
    unit, count = unit_of(stage)
    counts, squares = None, weights**2
    if cells is not None:
        counts, squares = cells.counts, squares * cells.spread
    return Sums(*tabulate([(unit, count)], grouping, block, [counts, weights, squares]))


def fields_at_once(design: SampleDesign, groups: int, size: int) -> int:
    """Return how many fields a block may hold for its largest table to stay in bounds."""
    units = max(unit_of(stage)[1] for stage in design.stages)
    margins = max((sum(c.sizes) for c in design.calibrations), default=0)
    per_field = max(units, margins, 1) * (groups + 1) * (size + 1)
    return max(1, BLOCK_ELEMENTS // per_field)
