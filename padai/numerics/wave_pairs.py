"""Covariances between the same cells of two waves that share units, from sums.

Where each unit holds one row of each wave, ``sum c T1 T2`` over the shared units is made of joint
sums by group, code in the one wave and code in the other; with clusters it is made of psu totals.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from padai.numerics.designs import BoolArray, FloatArray, IntArray, Layer, SampleDesign, Stage
from padai.numerics.table_variance import CalibrationRegression
from padai.numerics.tabulation import FieldBlock, Grouping, Sums, partial_sums, tabulate
from padai.numerics.threads import pinned
from padai.numerics.variance import sums_by


@dataclass(frozen=True, eq=False)
class WaveBlock:
    """One block of fields in one wave.

    Attributes
    ----------
    block, grouping
        The wave's fields and breakdowns.
    design : SampleDesign
        Of the wave's rows, with strata and units numbered as in the other wave.
    p : ndarray, shape (D, R)
        Estimates, 0 where there are none.
    """

    block: FieldBlock
    grouping: Grouping
    design: SampleDesign
    p: FloatArray


@dataclass(frozen=True, eq=False)
class PairTerms:
    """Covariances and degrees of freedom of a block's cells, each of shape (D, R)."""

    covariance: FloatArray
    df: FloatArray


def joined_from_sums(design: SampleDesign) -> bool:
    """Return whether :func:`pair_terms` can serve a design."""
    by_domain = design.lonely_psu == "average" or design.lonely_domain
    one = len(design.calibrations) <= 1 and all(r.rows is None for r in design.calibrations)
    made = not design.forms and design.cells is None
    return design.replicates is None and made and not by_domain and one


def estimates_of(block: FieldBlock, grouping: Grouping, design: SampleDesign) -> FloatArray:
    """Return the estimates of a block, shape (D, R); 0 where there are none."""
    unit = [(np.zeros(design.n_rows, dtype=np.intp), 1)]
    (w,) = tabulate(unit, grouping, block, [design.weights])
    top, base = block.rows.scored(w[0]), block.rows.based(w[0], block.size)
    return np.where(base > 0, top / np.where(base > 0, base, 1.0), 0.0)


def pair_terms(one: WaveBlock, two: WaveBlock) -> PairTerms:
    """Return the covariance of each cell of a block in one wave with the same cell in another.

    Parameters
    ----------
    one, two
        The same block and breakdowns in two waves of one stacked design, for which
        :func:`joined_from_sums` holds.
    """
    total = np.zeros_like(one.p)
    df = total
    for number, (first, second) in enumerate(
        zip(one.design.layers, two.design.layers, strict=True)
    ):
        a, b = (_Totals.of(side, layer) for side, layer in ((one, first), (two, second)))
        factor = np.maximum(first.factor, second.factor)
        if a.single and b.single:
            squares = _joint(one, two, a, b, factor)
            strata = a.units, b.units
        else:
            of_psu = factor[_strata_of_units(first.stage, second.stage)][:, None, None]
            left, right = a.by_unit(one), b.by_unit(two)
            count = max(len(left), len(right))
            left, right = (_grown(units, count) for units in (left, right))
            squares = (of_psu * left * right).sum(axis=0)
            strata = a.by_stratum(left), b.by_stratum(right)
        scale = (factor * first.centred / first.stage.sampled)[:, None, None]
        total = total + squares - (scale * strata[0] * strata[1]).sum(axis=0)
        if (a.calibrated or b.calibrated) and not first.centred.all():
            total = total + _around_grand_mean(strata, factor, first)
        if number == 0:
            df = _degrees(one, two, a, b)
    return PairTerms(total, df)


@dataclass(frozen=True, eq=False)
class _Totals:
    """Scores of one side summed by stratum (single rows) or psu; shape (U, D, R)."""

    units: FloatArray
    sums: Sums
    total: FloatArray
    stage: Stage
    single: bool
    calibrated: CalibrationRegression | None
    layer: Layer

    @classmethod
    def of(cls, side: WaveBlock, layer: Layer) -> _Totals:
        rows, size = side.block.rows, side.block.size
        sums = partial_sums(side.block, side.grouping, layer.stage, side.design.weights)
        base = rows.based(sums.w, size)
        whole = base.sum(axis=0)
        total = np.where(whole > 0, whole, 1.0)
        units = (rows.scored(sums.w) - side.p * base) / total
        calibrated = CalibrationRegression.of(side.design, side.block, side.grouping, side.p, whole)
        if calibrated is not None:
            units = units - calibrated.fitted(layer)
        stage = layer.stage
        return cls(units, sums, total, stage, stage.one_row_a_psu, calibrated, layer)

    def by_unit(self, side: WaveBlock) -> FloatArray:
        """Return the scores by psu, shape (P, D, R)."""
        if not self.single:
            return self.units
        rows = side.block.rows
        unit = [(self.stage.psu, self.stage.n_psus)]
        (w,) = tabulate(unit, side.grouping, side.block, [side.design.weights])
        units = rows.scored(w) - side.p * rows.based(w, side.block.size)
        units = units / self.total
        if self.calibrated is not None:
            units = units - self.calibrated.fitted(self.layer, by_psu=True)
        scores: FloatArray = units
        return scores

    def by_stratum(self, units: FloatArray) -> FloatArray:
        """Sum scores by psu over strata, shape (H, D, R)."""
        if self.single:
            return self.units
        of = self.stage.stratum_of_psu
        flat = sums_by(of, units[: len(of)].reshape(len(of), -1), self.stage.n_strata)
        return flat.reshape(self.stage.n_strata, *units.shape[1:])


def _around_grand_mean(
    strata: tuple[FloatArray, FloatArray], factor: FloatArray, layer: Layer
) -> FloatArray:
    """Return what taking lonely units around the mean of all units adds, shape (D, R).

    Nothing without a calibration, as scores then add up to zero.
    """
    alone = (factor * (layer.centred == 0))[:, None, None]
    one, two = (sums.sum(axis=0) / layer.stage.sampled.sum() for sums in strata)
    lonely, others = ((alone * sums).sum(axis=0) for sums in strata)
    centred: FloatArray = alone.sum() * one * two - lonely * two - one * others
    return centred


def _grown(units: FloatArray, count: int) -> FloatArray:
    missing = count - len(units)
    return np.concatenate([units, np.zeros((missing, *units.shape[1:]))]) if missing else units


def _strata_of_units(one: Stage, two: Stage) -> IntArray:
    strata = np.zeros(max(one.n_psus, two.n_psus), dtype=np.intp)
    strata[one.psu] = one.stratum
    strata[two.psu] = two.stratum
    return strata


def _shared_rows(one: Stage, two: Stage) -> tuple[IntArray, IntArray]:
    """Return the rows of both waves that belong to the same units."""
    _, first, second = np.intersect1d(one.psu, two.psu, assume_unique=True, return_indices=True)
    return first, second


@pinned
def _joint(
    one: WaveBlock, two: WaveBlock, a: _Totals, b: _Totals, factor: FloatArray
) -> FloatArray:
    """Return ``sum c z1 z2`` over shared units of single rows, shape (D, R)."""
    first, second = _shared_rows(a.stage, b.stage)
    c = factor[a.stage.stratum[first]]
    w1, w2 = one.design.weights[first], two.design.weights[second]
    table = _joint_table(one, two, first, second, c * w1 * w2)
    covariance = _paired_rows(table, one, two) / (a.total * b.total)
    if a.calibrated is None or b.calibrated is None:
        return covariance
    fits = a.calibrated.fit, b.calibrated.fit
    x1, x2 = fits[0].auxiliaries[first], fits[1].auxiliaries[second]
    v1, v2 = fits[0].record.weights[first], fits[1].record.weights[second]
    shape = (-1, one.p.size)
    b1, b2 = (t.coefficients.reshape(shape) for t in (a.calibrated, b.calibrated))
    mixed = np.einsum("jc,jc->c", b1, (x1.T @ (x2 * (c * v1 * v2)[:, None])) @ b2)
    covariance = covariance + mixed.reshape(covariance.shape)
    cross1 = a.calibrated.crossed(first, b.calibrated, second, c * w1 * v2)
    cross2 = b.calibrated.crossed(second, a.calibrated, first, c * w2 * v1)
    covariance = covariance - np.einsum("jdr,jdr->dr", b.calibrated.coefficients, cross1)
    result: FloatArray = covariance - np.einsum("jdr,jdr->dr", a.calibrated.coefficients, cross2)
    return result


def _joint_table(
    one: WaveBlock, two: WaveBlock, first: IntArray, second: IntArray, weights: FloatArray | None
) -> FloatArray:
    """Sum by group, code in one wave and code in the other, shape (D, F, size, size)."""
    size, fields = one.block.size, one.block.codes.shape[0]
    cells = size + 1
    codes = one.block.codes[:, first] * cells + two.block.codes[:, second]
    tiled = None if weights is None else np.tile(weights, fields)
    tables = []
    for g1, g2, groups in zip(
        one.grouping.codes, two.grouping.codes, one.grouping.sizes, strict=True
    ):
        group = np.where(g1[first] == g2[second], g1[first], -1)
        group = np.where(group < 0, groups, group)
        stride = (groups + 1) * cells * cells
        index = codes + group * cells * cells + (np.arange(fields) * stride)[:, None]
        sums = np.bincount(index.ravel(), tiled, minlength=fields * stride)
        part = sums.reshape(fields, groups + 1, cells, cells)[:, :groups, :size, :size]
        tables.append(part.transpose(1, 0, 2, 3))
    return np.concatenate(tables).astype(np.float64)


def _scores(block: FieldBlock) -> tuple[FloatArray, FloatArray]:
    """Return each row's score and base count of its field's codes, shape (R, size)."""
    rows, size = block.rows, block.size
    start = rows.field * size
    scores = np.zeros((rows.count, size))
    scores[np.arange(rows.count), rows.cell - start] = 1.0
    scores[rows.combined] = 0.0
    for row, places, values in zip(rows.combined, rows.places, rows.scores, strict=True):
        np.add.at(scores[row], np.where(values != 0, places - start[row], 0), values)
    base = np.ones((rows.count, size))
    for row, places, counts in zip(rows.partial, rows.base_places, rows.base_counts, strict=True):
        base[row] = 0.0
        base[row, places[counts > 0] - start[row]] = 1.0
    return scores, base


@pinned
def _paired_rows(table: FloatArray, one: WaveBlock, two: WaveBlock) -> FloatArray:
    """Return ``sum (s1 - p1)(s2 - p2)`` of a joint table over both bases, shape (D, R)."""
    scores, base = _scores(one.block)
    of_row = table[:, one.block.rows.field]
    right_score = np.einsum("drce,re->drc", of_row, scores)
    right_base = np.einsum("drce,re->drc", of_row, base)
    both = np.einsum("drc,rc->dr", right_score, scores)
    left_only = np.einsum("drc,rc->dr", right_base, scores)
    right_only = np.einsum("drc,rc->dr", right_score, base)
    neither = np.einsum("drc,rc->dr", right_base, base)
    products: FloatArray = both - two.p * left_only - one.p * right_only + one.p * two.p * neither
    return products


@pinned
def _degrees(one: WaveBlock, two: WaveBlock, a: _Totals, b: _Totals) -> FloatArray:
    """Return units minus strata of the union of both sides' members, shape (D, R)."""
    rows, size = one.block.rows, one.block.size
    n1, n2 = rows.based(a.sums.n, size), rows.based(b.sums.n, size)
    if a.single and b.single:
        first, second = _shared_rows(a.stage, b.stage)
        table = _joint_table(one, two, first, second, None)[:, rows.field]
        _, base = _scores(one.block)
        twice = np.einsum("drce,rc,re->dr", table, base, base)
        strata = ((n1 > 0) | (n2 > 0)).sum(axis=0)
        df: FloatArray = n1.sum(axis=0) + n2.sum(axis=0) - twice - strata
        return df
    shown = _shown(one, a) | _shown(two, b)
    of = _strata_of_units(a.stage, b.stage)
    flat = sums_by(of, shown.reshape(len(shown), -1).astype(np.float64), a.stage.n_strata)
    strata = (flat > 0).sum(axis=0).reshape(shown.shape[1:])
    degrees: FloatArray = shown.sum(axis=0).astype(np.float64) - strata
    return degrees


def _shown(side: WaveBlock, totals: _Totals) -> BoolArray:
    if totals.single:
        unit = [(totals.stage.psu, totals.stage.n_psus)]
        (n,) = tabulate(unit, side.grouping, side.block, [None])
    else:
        n = totals.sums.n
    shown: BoolArray = side.block.rows.based(n, side.block.size) > 0
    return shown
