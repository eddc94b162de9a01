"""Proportions and their design-based variances from tables of sums."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from padai.numerics.designs import BoolArray, FloatArray, IntArray, Layer, SampleDesign, Stage
from padai.numerics.linearisation import CANCELLED
from padai.numerics.residuals import Projection, projection
from padai.numerics.tabulation import FieldBlock, Grouping, Sums, partial_sums, tabulate
from padai.numerics.threads import pinned
from padai.numerics.variance import domain_policies, sums_by

#: Variances below this share of the uncalibrated one are rounding errors of zero: the calibration
#: fixes the estimate.
FIXED = 1e-12


@dataclass(frozen=True, eq=False)
class CellTable:
    """Estimates of a block's rows in every group; arrays of shape (D, R).

    Attributes
    ----------
    estimate, variance, srs_variance : ndarray
        `srs_variance` under simple random sampling with replacement.
    df, n, n_cell : ndarray
        Degrees of freedom, respondents in the base, respondents who gave the response (or, of a
        combined row, a code that scores).
    n_kish : ndarray
        ``(sum w)^2 / sum w^2`` over the base.
    """

    estimate: FloatArray
    variance: FloatArray
    srs_variance: FloatArray
    df: FloatArray
    n: FloatArray
    n_cell: FloatArray
    n_kish: FloatArray


def cell_table(block: FieldBlock, grouping: Grouping, design: SampleDesign) -> CellTable:
    """Estimate every row of a block in every group of a linearised design.

    Parameters
    ----------
    block, grouping
        Fields and breakdowns of the design's rows.
    design
        With one calibration of all its rows at most.
    """
    sums = partial_sums(block, grouping, design.first, design.weights, design.cells)
    return finish(sums, block, grouping, design)


def finish(sums: Sums, block: FieldBlock, grouping: Grouping, design: SampleDesign) -> CellTable:
    """Turn the first stage's sums into estimates and variances.

    Later stages and calibrations need the rows once more.
    """
    rows, size = block.rows, block.size
    base = rows.based(sums.w, size).sum(axis=0)
    p, alike = _estimates(sums, block, base)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean_square = rows.scored(sums.w, 2).sum(axis=0) / base
    counts = rows.based(sums.n, size)
    known = np.where(np.isfinite(p), p, 0.0)
    calibrated = CalibrationRegression.of(design, block, grouping, known, base)
    variance = np.zeros_like(base)
    for number, layer in enumerate(design.layers):
        table = sums
        if number:
            table = partial_sums(block, grouping, layer.stage, design.weights, design.cells)
        variance += _share(table, counts, layer, block, design, known, base, calibrated)
    n = counts.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = np.where(alike, 0.0, mean_square - p**2)
        srs = np.where(n > 1, spread / (n - 1), np.nan)
        n_kish = base**2 / rows.based(sums.w2, size).sum(axis=0)
    return CellTable(
        p,
        np.where(np.isfinite(p), without_variation(variance, alike), np.nan),
        np.maximum(srs, 0.0),
        _degrees(counts, design),
        n,
        _given(sums.n, block),
        n_kish,
    )


def _estimates(sums: Sums, block: FieldBlock, base: FloatArray) -> tuple[FloatArray, BoolArray]:
    """Return means of scores, and where all who count have one score, each of shape (D, R).

    Whether they have is a matter of who is there, and not of sums, which are rounded in an order:
    rows in another order, or added by an engine, would else be at a limit or just short of it.
    """
    rows = block.rows
    top, weight = rows.scored(sums.w).sum(axis=0), sums.w.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        p: FloatArray = top / base
    if len(rows.combined):
        sizes = (np.abs(weight)[..., rows.places] * np.abs(rows.scores)).sum(axis=-1)
        own = p[..., rows.combined]
        none = np.isfinite(own) & (np.abs(top[..., rows.combined]) <= CANCELLED * sizes)
        p[..., rows.combined] = np.where(none, 0.0, own)
    only = rows.only((weight != 0) | (sums.w2.sum(axis=0) != 0), block.size)
    alike = np.isfinite(p) & ~np.isnan(only)
    return np.where(alike, only, p), alike


def without_variation(variance: FloatArray, alike: BoolArray) -> FloatArray:
    """Return variances, none of them below zero, and zero where all have one score."""
    positive = np.maximum(variance, 0.0)
    return np.where(alike & np.isfinite(variance), 0.0, positive)


def _given(counts: FloatArray, block: FieldBlock) -> FloatArray:
    by_code = counts.sum(axis=0)
    rows = block.rows
    given: FloatArray = by_code[..., rows.cell]
    if len(rows.combined):
        scoring = by_code[..., rows.places] * (rows.scores != 0)
        given[..., rows.combined] = scoring.sum(axis=-1)
    return given


def _degrees(counts: FloatArray, design: SampleDesign) -> FloatArray:
    """Return psus minus strata of the answering members, shape (D, R)."""
    stage = design.first
    if stage.one_row_a_psu:
        result: FloatArray = counts.sum(axis=0) - (counts > 0).sum(axis=0)
        return result
    shown = counts > 0
    strata = _by_stratum(shown.astype(np.float64), stage) > 0
    degrees: FloatArray = shown.sum(axis=0).astype(float) - strata.sum(axis=0)
    return degrees


def _by_stratum(table: FloatArray, stage: Stage) -> FloatArray:
    """Sum a table of psus (P, ...) by stratum, shape (H, ...)."""
    flat = table.reshape(len(table), -1)
    sums = sums_by(stage.stratum_of_psu, flat, stage.n_strata)
    return sums.reshape(stage.n_strata, *table.shape[1:])


def _share(
    sums: Sums,
    counts: FloatArray,
    layer: Layer,
    block: FieldBlock,
    design: SampleDesign,
    p: FloatArray,
    base: FloatArray,
    calibrated: CalibrationRegression | None,
) -> FloatArray:
    """Return one stage's share of the variance, shape (D, R)."""
    rows, stage = block.rows, layer.stage
    total = np.where(base > 0, base, 1.0)
    units = rows.scored(sums.w) - p * rows.based(sums.w, block.size)
    units /= total
    factor, centred, scale = _table_policies(layer, design, counts, calibrated is not None)
    if calibrated is not None:
        units = units - calibrated.fitted(layer)
    if stage.one_row_a_psu:
        squares = _row_squares(sums, block, factor, p, total)
        naive = squares
        if calibrated is not None:
            squares = squares + calibrated.square_terms(layer)
        strata = units
    else:
        of_psu = factor[stage.stratum_of_psu] if factor.shape[0] > 1 else factor
        squares = naive = (of_psu * units**2).sum(axis=0)
        strata = _by_stratum(units, stage)
    n_h = stage.sampled.reshape(-1, 1, 1)
    share: FloatArray = squares - (factor * centred / n_h * strata**2).sum(axis=0)
    if calibrated is not None and not centred.all():
        # Residuals need not add up to zero: lonely units are taken around the mean of all.
        grand = strata.sum(axis=0) / stage.sampled.sum()
        share = share + (factor * (centred == 0) * (grand**2 - 2 * grand * strata)).sum(axis=0)
    if calibrated is not None:
        share = np.where(share < FIXED * naive, 0.0, share)
    return scale * share


@pinned
def _row_squares(
    sums: Sums, block: FieldBlock, factor: FloatArray, p: FloatArray, total: FloatArray
) -> FloatArray:
    rows = block.rows
    if factor.shape[1:] == (1, 1):
        w2 = np.tensordot(factor[:, 0, 0], sums.w2, axes=1)
        first, second = rows.scored(w2), rows.scored(w2, 2)
        based = rows.based(w2, block.size)
    else:
        first = (factor * rows.scored(sums.w2)).sum(axis=0)
        second = (factor * rows.scored(sums.w2, 2)).sum(axis=0)
        based = (factor * rows.based(sums.w2, block.size)).sum(axis=0)
    squares: FloatArray = (second - 2 * p * first + p**2 * based) / total**2
    return squares


def _table_policies(
    layer: Layer, design: SampleDesign, counts: FloatArray, calibrated: bool
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return factor and centred (H, 1 or D, 1 or R), scale (1 or D, 1 or R)."""
    fixed = layer.factor[:, None, None], layer.centred[:, None, None], np.ones((1, 1))
    by_domain = design.lonely_psu == "average" or (
        design.lonely_domain and design.lonely_psu == "adjust"
    )
    if not by_domain:
        return fixed
    stage = layer.stage
    if calibrated:
        shown = np.broadcast_to(stage.sampled[:, None].astype(float), (stage.n_strata, 1))
        tail: tuple[int, ...] = (1, 1)
    else:
        by_unit = counts if stage.one_row_a_psu else _by_stratum((counts > 0).astype(float), stage)
        tail = by_unit.shape[1:]
        shown = by_unit.reshape(stage.n_strata, -1)
    factor, centred, scale = domain_policies(layer, design, shown)
    shape = (stage.n_strata, *tail)
    return factor.reshape(shape), centred.reshape(shape), scale.reshape(tail)


@dataclass(frozen=True, eq=False)
class CalibrationRegression:
    """The regression of every cell's linearised variable on a calibration's auxiliaries.

    Attributes
    ----------
    fit : Projection
    coefficients : ndarray, shape (J, D, R)
    mixed : tuple of ndarray, each of shape (J, D, R)
        For each stage of single rows, sums of the linearised variables by auxiliary variable,
        weighted as its squares are.
    design : SampleDesign
    block, grouping
    p, total : ndarray, shape (D, R)
    """

    fit: Projection
    coefficients: FloatArray
    mixed: tuple[FloatArray, ...]
    design: SampleDesign
    block: FieldBlock
    grouping: Grouping
    p: FloatArray
    total: FloatArray

    @classmethod
    @pinned
    def of(
        cls,
        design: SampleDesign,
        block: FieldBlock,
        grouping: Grouping,
        p: FloatArray,
        base: FloatArray,
    ) -> CalibrationRegression | None:
        """Prepare the regression of a block's cells; None where nothing was calibrated."""
        if not design.calibrations:
            return None
        record = design.calibrations[0]
        fit = projection(record, weighted=design.residuals == "design")
        total = np.where(base > 0, base, 1.0)
        bare = cls(fit, np.zeros((0, 0, 0)), (), design, block, grouping, p, total)
        final = np.where(record.weights > 0, record.weights, 1.0)
        weights = [fit.regression_weights * design.weights / final]
        weights += [
            design.products(layer.factor[layer.stage.stratum] * design.weights * record.weights)
            for layer in design.layers
            if layer.stage.one_row_a_psu
        ]
        cross, *mixed = bare._cross(weights)
        flat = fit.inverse @ cross.reshape(len(cross), -1)
        coefficients = flat.reshape(cross.shape)
        return cls(fit, coefficients, tuple(mixed), design, block, grouping, p, total)

    def _cross(self, weights: list[FloatArray]) -> list[FloatArray]:
        """Return sums of the linearised variables by auxiliary variable, each (J, D, R)."""
        record, block, rows = self.fit.record, self.block, self.block.rows
        firsts = [
            (np.where(margin < 0, size, margin), size)
            for margin, size in zip(record.margins, record.sizes, strict=True)
        ]
        parts = [tabulate(firsts, self.grouping, block, list(weights))] if firsts else []
        one = [(np.zeros(record.n_rows, dtype=np.intp), 1)]
        for column in self.fit._scaled().T:
            parts.append(tabulate(one, self.grouping, block, [w * column for w in weights]))
        tables = [np.concatenate(blocks) for blocks in zip(*parts, strict=True)]
        return [
            (rows.scored(table) - self.p * rows.based(table, block.size)) / self.total
            for table in tables
        ]

    def crossed(
        self, own: IntArray, other: CalibrationRegression, theirs: IntArray, weights: FloatArray
    ) -> FloatArray:
        """Sum these linearised variables by the other wave's auxiliary variables, (J, D, R).

        Parameters
        ----------
        own, theirs : ndarray of int, shape (s,)
            Rows of both waves that belong to the same units.
        weights : ndarray, shape (s,)
        """
        record, rows = other.fit.record, self.block.rows
        block = replace(self.block, codes=self.block.codes[:, own])
        grouping = replace(self.grouping, codes=tuple(g[own] for g in self.grouping.codes))
        tables = []
        for margin, size in zip(record.margins, record.sizes, strict=True):
            first = np.where(margin < 0, size, margin)[theirs]
            tables += tabulate([(first, size)], grouping, block, [weights])
        one = [(np.zeros(len(own), dtype=np.intp), 1)]
        for column in other.fit._scaled()[theirs].T:
            tables += tabulate(one, grouping, block, [weights * column])
        table = np.concatenate(tables)
        sums: FloatArray = rows.scored(table) - self.p * rows.based(table, block.size)
        return sums / self.total

    @pinned
    def fitted(self, layer: Layer, by_psu: bool = False) -> FloatArray:
        """Return the fitted values, weighted, summed by stratum or psu, shape (U, D, R)."""
        record, stage = self.fit.record, layer.stage
        single = stage.one_row_a_psu and not by_psu
        unit = stage.stratum if single else stage.psu
        count = stage.n_strata if single else stage.n_psus
        indicators = np.zeros((count, 0))
        for margin, size in zip(record.margins, record.sizes, strict=True):
            place = unit * (size + 1) + np.where(margin < 0, size, margin)
            sums = np.bincount(place, record.weights, count * (size + 1)).reshape(count, size + 1)
            indicators = np.concatenate([indicators, sums[:, :size]], axis=1)
        if record.columns.shape[1]:
            further = sums_by(unit, self.fit._scaled() * record.weights[:, None], count)
            indicators = np.concatenate([indicators, further], axis=1)
        flat = indicators @ self.coefficients.reshape(len(self.coefficients), -1)
        return flat.reshape(count, *self.coefficients.shape[1:])

    @pinned
    def square_terms(self, layer: Layer) -> FloatArray:
        """Return ``sum c v^2 (Xb)^2 - 2 sum c w v u (Xb)`` of a stage of single rows, (D, R)."""
        coefficients, cross, gram = self.square_parts(layer)
        flat = coefficients.reshape(len(coefficients), -1)
        quadratic = np.einsum("jc,jc->c", flat, gram @ flat).reshape(self.p.shape)
        mixed = np.einsum("jdr,jdr->dr", coefficients, cross)
        result: FloatArray = quadratic - 2 * mixed
        return result

    @pinned
    def square_parts(self, layer: Layer) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Return what :meth:`square_terms` is made of, for a stage of single rows.

        Returns
        -------
        coefficients, cross : ndarray, shape (J, D, R)
        gram : ndarray, shape (J, J)
            Cross-products of the auxiliary variables, weighted by ``c v^2``.
        """
        record, fit = self.fit.record, self.fit
        single = [each for each in self.design.layers if each.stage.one_row_a_psu]
        cross = self.mixed[next(i for i, each in enumerate(single) if each is layer)]
        factor = layer.factor[layer.stage.stratum]
        squares = factor * self.design.products(record.weights**2)
        gram = fit.auxiliaries.T @ (fit.auxiliaries * squares[:, None])
        return self.coefficients, cross, gram
