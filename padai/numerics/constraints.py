"""Calibration constraints kept as codes: totals and cross products without a matrix of indicators.

The auxiliary variables are the cells of margins (a code for each row) and numeric columns. Their
*raw* vector lists every cell of every margin, then the columns, q entries in all. A matrix
`reduce` of shape (p, q) turns it into p constraints without the redundancy that margins of one
population have between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from padai.numerics.threads import pinned

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Control:
    """One margin: the cell of each row and the cells' targets.

    Attributes
    ----------
    codes : ndarray of int, shape (n,)
        Cell of each row, 0 to K-1; -1 where a row takes no part in the margin.
    targets : ndarray, shape (K,)
        Positive shares or counts; only their proportions matter.
    name : str
        How messages name the margin.
    cells : tuple of str
        How messages name its cells.
    """

    codes: IntArray
    targets: FloatArray
    name: str = ""
    cells: tuple[str, ...] = ()

    @property
    def shares(self) -> FloatArray:
        """Targets as shares, shape (K,)."""
        result: FloatArray = self.targets / self.targets.sum()
        return result

    def cell(self, position: int) -> str:
        """Return how a cell is named in messages."""
        return self.cells[position] if self.cells else str(position)


@dataclass(frozen=True, eq=False)
class Constraints:
    """Constraints on weighted totals, for n rows or n groups of equal rows.

    Attributes
    ----------
    codes : tuple of ndarray of int, each of shape (n,)
        Cell of each row in each margin. A margin in which some rows take no part has one cell
        more, the last, for them.
    sizes : tuple of int
        Number of cells of each margin, that one included.
    shares : tuple of ndarray
        Target share of each cell of each margin, of the rows that take part.
    partial : tuple of bool
        Whether some rows take no part in the margin.
    columns : ndarray, shape (n, k)
    column_totals : ndarray, shape (k,)
    column_scales : ndarray, shape (k,)
        What a misfit of each column is measured by.
    total : float
        Total of the weights.
    """

    codes: tuple[IntArray, ...]
    sizes: tuple[int, ...]
    shares: tuple[FloatArray, ...]
    partial: tuple[bool, ...]
    columns: FloatArray
    column_totals: FloatArray
    column_scales: FloatArray
    total: float
    _pairs: dict[tuple[int, int], IntArray] = field(default_factory=dict, repr=False)

    @property
    def n_rows(self) -> int:
        """Number of rows, n."""
        return len(self.columns)

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """Place of each margin's first cell in the raw vector."""
        return tuple(int(v) for v in np.cumsum((0, *self.sizes)))

    @cached_property
    def reduce(self) -> FloatArray:
        """The constraints as combinations of raw totals, shape (p, q)."""
        k = self.columns.shape[1]
        rows = []
        whole = False
        for m, shares in enumerate(self.shares):
            block = np.zeros((len(shares), self.offsets[-1] + k))
            start = self.offsets[m]
            block[:, start : start + len(shares)] = np.eye(len(shares))
            if self.partial[m]:
                block[:, start : start + len(shares)] -= shares[:, None]
            rows.append(block[:-1] if self.partial[m] or whole else block)
            whole = whole or not self.partial[m]
        if self.codes and not whole:
            total = np.zeros((1, self.offsets[-1] + k))
            total[0, : self.sizes[0]] = 1.0
            rows.append(total)
        numeric = np.zeros((k, self.offsets[-1] + k))
        numeric[:, self.offsets[-1] :] = np.diag(1.0 / self.column_scales)
        return np.vstack([*rows, numeric])

    @cached_property
    @pinned
    def goal(self) -> FloatArray:
        """What the constraints must come to, shape (p,)."""
        return self.reduce @ self.expected(np.zeros(self.reduce.shape[1]))

    def expected(self, raw: FloatArray) -> FloatArray:
        """Return the raw totals that the targets ask for, given those of rows that take part."""
        asked = raw.copy()
        for m, shares in enumerate(self.shares):
            start = self.offsets[m]
            here = slice(start, start + len(shares))
            asked[here] = shares * (raw[here].sum() if self.partial[m] else self.total)
        asked[self.offsets[-1] :] = self.column_totals
        if self.codes and all(self.partial) and not raw.any():
            asked[self.sizes[0] - 1] = self.total
        return asked

    def misfit(self, raw: FloatArray) -> FloatArray:
        """Return how far each raw total is from its target, relative to it, shape (q,)."""
        asked = self.expected(raw)
        scale = np.where(asked > 0, asked, 1.0)
        scale[self.offsets[-1] :] = self.column_scales
        error: FloatArray = np.abs(raw - asked) / scale
        if self.codes and all(self.partial):
            first = raw[: self.sizes[0]].sum()
            error[self.sizes[0] - 1] = abs(first - self.total) / self.total
        return error

    @pinned
    def predictor(self, multipliers: FloatArray) -> FloatArray:
        """Return x'lambda of every row, shape (n,), for multipliers of shape (p,)."""
        raw = multipliers @ self.reduce
        result = np.zeros(self.n_rows)
        for codes, start, size in zip(self.codes, self.offsets, self.sizes, strict=False):
            result += raw[start : start + size][codes]
        if self.columns.shape[1]:
            result += self.columns @ raw[self.offsets[-1] :]
        return result

    @pinned
    def totals(self, weights: FloatArray) -> FloatArray:
        """Return the weighted raw totals, shape (q,)."""
        parts = [
            np.bincount(codes, weights, size)
            for codes, size in zip(self.codes, self.sizes, strict=True)
        ]
        return np.concatenate([*parts, weights @ self.columns])

    @pinned
    def cross_products(self, weights: FloatArray) -> FloatArray:
        """Return the weighted cross products of the constraints, shape (p, p)."""
        q, last = self.reduce.shape[1], self.offsets[-1]
        raw = np.zeros((q, q))
        for a, start in enumerate(self.offsets[:-1]):
            size = self.sizes[a]
            here = slice(start, start + size)
            raw[here, here] = np.diag(np.bincount(self.codes[a], weights, size))
            for b in range(a + 1, len(self.codes)):
                there = slice(self.offsets[b], self.offsets[b] + self.sizes[b])
                table = np.bincount(self._pair(a, b), weights, size * self.sizes[b])
                raw[here, there] = table.reshape(size, self.sizes[b])
                raw[there, here] = raw[here, there].T
            for j in range(self.columns.shape[1]):
                raw[here, last + j] = np.bincount(self.codes[a], weights * self.columns[:, j], size)
                raw[last + j, here] = raw[here, last + j]
        raw[last:, last:] = (self.columns * weights[:, None]).T @ self.columns
        return self.reduce @ raw @ self.reduce.T

    def _pair(self, a: int, b: int) -> IntArray:
        if (a, b) not in self._pairs:
            self._pairs[a, b] = self.codes[a] * self.sizes[b] + self.codes[b]
        return self._pairs[a, b]


def build(
    controls: Sequence[Control], total: float, columns: FloatArray, column_totals: FloatArray
) -> Constraints:
    """Build the constraints of margins and numeric columns for the rows given.

    Parameters
    ----------
    controls : sequence of Control
    total : float
        Total of the weights to come.
    columns : ndarray, shape (n, k)
    column_totals : ndarray, shape (k,)
    """
    codes, sizes, partial = [], [], []
    for control in controls:
        k = len(control.targets)
        out = control.codes < 0
        some = bool(out.any())
        codes.append(np.where(out, k, control.codes) if some else control.codes)
        sizes.append(k + some)
        partial.append(some)
    size = np.abs(columns).sum(axis=0) * (total / max(len(columns), 1))
    scales = np.maximum(np.abs(column_totals), 1e-3 * size)
    return Constraints(
        tuple(codes),
        tuple(sizes),
        tuple(control.shares for control in controls),
        tuple(partial),
        columns,
        column_totals,
        np.where(scales > 0, scales, 1.0),
        total,
    )


@dataclass(frozen=True, eq=False)
class CodeGroups:
    """Rows that share every code, as groups.

    Attributes
    ----------
    group : ndarray of int, shape (n,)
        Group of each row.
    size : int
        Number of group numbers, of which some may be empty.
    """

    group: IntArray
    size: int

    def sums(self, weights: FloatArray) -> FloatArray:
        """Return the weight of each group, shape (size,)."""
        return np.bincount(self.group, weights, self.size).astype(np.float64)

    def spread(self, values: FloatArray) -> FloatArray:
        """Return the value of each group from rows that share it, shape (size,)."""
        result = np.zeros(self.size)
        result[self.group] = values
        return result


def group_rows(rows: Constraints) -> tuple[CodeGroups, Constraints]:
    """Group rows by all their codes, and return the constraints of the groups.

    Numbers every possible combination where these are few, and those that occur otherwise, so
    that the work afterwards does not grow with the number of rows.
    """
    grouping, codes = _group(rows.codes, rows.sizes)
    return grouping, replace(
        rows, codes=tuple(codes), columns=np.zeros((grouping.size, 0)), _pairs={}
    )


def _group(codes: Sequence[IntArray], sizes: Sequence[int]) -> tuple[CodeGroups, list[IntArray]]:
    n = len(codes[0])
    cells = 1
    for size in sizes:
        cells *= size
    if cells <= max(2 * n, 4096):
        group = codes[0].astype(np.intp)
        for code, size in zip(codes[1:], sizes[1:], strict=True):
            group *= size
            group += code
        grids = np.unravel_index(np.arange(cells), tuple(sizes))
        return CodeGroups(group, cells), [np.ascontiguousarray(grid) for grid in grids]
    if n <= 20_000 or cells >= 2**62:
        return CodeGroups(np.arange(n), n), list(codes)
    key = codes[0].astype(np.int64)
    for code, size in zip(codes[1:], sizes[1:], strict=True):
        key = key * size + code
    _, first, group = np.unique(key, return_index=True, return_inverse=True)
    return CodeGroups(group, len(first)), [code[first] for code in codes]
