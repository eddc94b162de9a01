"""Tables of proportions where sums alone do not give the variance.

Replicate weights give a table each; calibrations made one after the other need every row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from padai.numerics.degrees import degrees_of_freedom
from padai.numerics.designs import BoolArray, FloatArray, ReplicateWeights, SampleDesign
from padai.numerics.linearisation import RatioScores
from padai.numerics.table_variance import CellTable, cell_table, finish, without_variation
from padai.numerics.tabulation import FieldBlock, Grouping, Rows, partial_sums
from padai.numerics.threads import pinned
from padai.numerics.variance import linearised_variance, replicate_deviations


def all_tables(
    blocks: Sequence[FieldBlock], grouping: Grouping, design: SampleDesign
) -> list[CellTable]:
    """Estimate every row of every block in every group of any design, a table a block."""
    if design.replicates is not None:
        return replicate_tables(blocks, grouping, design)
    whole = all(record.rows is None for record in design.calibrations)
    from_sums = whole and len(design.calibrations) <= 1 and not design.forms
    one = cell_table if from_sums else rowwise_table
    return [one(block, grouping, design) for block in blocks]


def _table_without_variance(
    block: FieldBlock, grouping: Grouping, design: SampleDesign
) -> CellTable:
    """Return a table of which the variance is to be replaced."""
    bare = replace(
        design,
        replicates=None,
        calibrations=(),
        lonely_psu="certainty",
        lonely_domain=False,
        forms=(),
    )
    sums = partial_sums(block, grouping, bare.first, bare.weights, bare.cells)
    return finish(sums, block, grouping, bare)


def members_of(block: FieldBlock, row: int) -> BoolArray:
    """Return the rows of the data in a row's base, shape (n,)."""
    _, counted = score_table(block.rows, block.size, row)
    base: BoolArray = counted[block.codes[block.rows.field[row]]] > 0
    return base


def score_table(rows: Rows, size: int, row: int) -> tuple[FloatArray, FloatArray]:
    """Return a row's score and base count of each code, shape (size + 1,); 0 out of the base."""
    start = int(rows.field[row]) * size
    score, counted = np.zeros(size + 1), np.zeros(size + 1)
    hit = np.flatnonzero(rows.combined == row)
    if len(hit):
        np.add.at(score, rows.places[hit[0]] - start, rows.scores[hit[0]])
    else:
        score[int(rows.cell[row]) - start] = 1.0
    part = np.flatnonzero(rows.partial == row)
    if len(part):
        used = rows.base_counts[part[0]] > 0
        counted[rows.base_places[part[0]][used] - start] = 1.0
    else:
        counted[:size] = 1.0
    return score, counted


def row_scores(block: FieldBlock, row: int, inside: BoolArray) -> RatioScores:
    """Return one row's numerators and denominators in several domains.

    Parameters
    ----------
    inside : ndarray of bool, shape (n, D)
        Which rows of the data each domain holds.
    """
    score, counted = score_table(block.rows, block.size, row)
    codes = block.codes[block.rows.field[row]]
    base = counted[codes][:, None] * inside
    return RatioScores(score[codes][:, None] * base, base, base > 0)


def rowwise_table(block: FieldBlock, grouping: Grouping, design: SampleDesign) -> CellTable:
    """Estimate with variances from every row of the data: any chain of calibrations."""
    table = _table_without_variance(block, grouping, design)
    inside = np.concatenate(
        [
            codes[:, None] == np.arange(size)
            for codes, size in zip(grouping.codes, grouping.sizes, strict=True)
        ],
        axis=1,
    )
    variance = np.empty_like(table.variance)
    for row in range(block.rows.count):
        scores = row_scores(block, row, inside)
        u = scores.influence(table.estimate[:, row], design.weights)
        variance[:, row] = linearised_variance(u, design, scores.member)
    variance = without_variation(variance, table.srs_variance == 0)
    return replace(table, variance=np.where(np.isfinite(table.estimate), variance, np.nan))


@pinned
def replicate_tables(
    blocks: Sequence[FieldBlock], grouping: Grouping, design: SampleDesign
) -> list[CellTable]:
    """Estimate several blocks with variances from the estimates of every replicate.

    One product of matrices a group serves all blocks. The variance of a cell that is empty in some
    replicate is NaN.
    """
    replicates = design.replicates
    assert replicates is not None
    tables = [_table_without_variance(block, grouping, design) for block in blocks]
    weights = replicates.analysis(design.weights)
    wide = np.concatenate([_indicators(block) for block in blocks], axis=1)
    ends = np.cumsum([0, *(block.codes.shape[0] * block.size for block in blocks)])
    variances = [np.empty_like(table.variance) for table in tables]
    place = 0
    for codes, size in zip(grouping.codes, grouping.sizes, strict=True):
        for group in range(size):
            member = np.flatnonzero(codes == group)
            sums = wide[member].T @ weights[member]
            for block, table, out, start, end in zip(
                blocks, tables, variances, ends, ends[1:], strict=False
            ):
                full = table.estimate[place]
                out[place] = _cell_variances(block, sums[start:end], full, replicates)
            place += 1
    variances = [
        without_variation(variance, table.srs_variance == 0)
        for table, variance in zip(tables, variances, strict=True)
    ]
    return [
        replace(table, variance=variance, df=_replicate_degrees(block, grouping, design, table))
        for block, table, variance in zip(blocks, tables, variances, strict=True)
    ]


def _replicate_degrees(
    block: FieldBlock, grouping: Grouping, design: SampleDesign, table: CellTable
) -> FloatArray:
    """Return degrees of freedom (D, R); of replicates without units, the rank of their weights."""
    if design.staged:
        return table.df
    df = np.empty_like(table.df)
    place = 0
    for codes, size in zip(grouping.codes, grouping.sizes, strict=True):
        for group in range(size):
            df[place] = _replicate_df(block, np.flatnonzero(codes == group), design)
            place += 1
    return df


def _indicators(block: FieldBlock) -> FloatArray:
    """Return one column a code of each field, shape (n, K)."""
    fields, n = block.codes.shape
    wide = np.zeros((n, fields, block.size + 1))
    wide[np.arange(n)[:, None], np.arange(fields)[None, :], block.codes.T] = 1.0
    return wide[:, :, : block.size].reshape(n, fields * block.size)


@pinned
def _cell_variances(
    block: FieldBlock, sums: FloatArray, full: FloatArray, replicates: ReplicateWeights
) -> FloatArray:
    """Return the variances of a group's rows from sums (K, R) of each code and replicate."""
    rows = block.rows
    base = sums.reshape(-1, block.size, sums.shape[1]).sum(axis=1)[rows.field]
    theta = sums[rows.cell]
    for row, places, scores in zip(rows.combined, rows.places, rows.scores, strict=True):
        theta[row] = scores @ sums[places]
    for row, places, counts in zip(rows.partial, rows.base_places, rows.base_counts, strict=True):
        base[row] = counts @ sums[places]
    whole = np.isfinite(full) & (base[:, replicates.rscales > 0] > 0).all(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        theta /= base
    if not whole.all():
        theta[~whole] = 0.0
    deviations = replicate_deviations(theta.T, replicates, np.where(whole, full, 0.0))
    return np.where(whole, np.einsum("rc,rc->c", deviations, deviations), np.nan)


def _replicate_df(block: FieldBlock, member: np.ndarray, design: SampleDesign) -> FloatArray:
    """Return the degrees of freedom of each row's base in a group; equal bases are found once."""
    known: dict[bytes, int] = {}
    degrees = np.empty(block.rows.count)
    for row in range(block.rows.count):
        inside = np.zeros(design.n_rows, dtype=bool)
        inside[member] = members_of(block, row)[member]
        key = np.packbits(inside).tobytes()
        if key not in known:
            known[key] = degrees_of_freedom(design, inside)
        degrees[row] = known[key]
    return degrees
