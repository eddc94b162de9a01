"""Covariances between the groups of a breakdown, of every response at once, from sums.

Groups of one breakdown share nobody, so that without clusters ``sum c T_g T_h`` is made of the
strata's totals, and of what a calibration fits, alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from padai.numerics.designs import FloatArray, Layer, SampleDesign
from padai.numerics.table_variance import CalibrationRegression
from padai.numerics.tabulation import FieldBlock, Grouping, partial_sums
from padai.numerics.threads import pinned
from padai.numerics.variance import sums_by


@dataclass(frozen=True, eq=False)
class GroupPairs:
    """What comparing two groups of one breakdown needs; arrays of shape (R, G, G).

    Attributes
    ----------
    covariance : ndarray
        Of the estimates of two groups; the diagonal means nothing.
    df : ndarray
        Units minus strata of those who answer in either group.
    """

    covariance: FloatArray
    df: FloatArray


def group_pairs(
    block: FieldBlock, grouping: Grouping, design: SampleDesign, estimate: FloatArray
) -> list[GroupPairs]:
    """Return the covariances between groups, breakdown by breakdown.

    Parameters
    ----------
    block, grouping
        Fields and breakdowns of the design's rows.
    design
        For which :func:`padai.numerics.wave_pairs.joined_from_sums` holds.
    estimate : ndarray, shape (D, R)
        Of each group and row of the block; 0 where there is none.
    """
    covariance = [np.zeros((block.rows.count, g, g)) for g in grouping.sizes]
    df = [np.zeros_like(each) for each in covariance]
    ends = np.cumsum([0, *grouping.sizes])
    for number, layer in enumerate(design.layers):
        totals = _totals(block, grouping, design, layer, estimate)
        for place, (start, end) in enumerate(pairwise(ends)):
            own = slice(int(start), int(end))
            covariance[place] += totals.covariance(own)
            if number == 0:
                df[place] = totals.degrees(own)
    return [GroupPairs(*pair) for pair in zip(covariance, df, strict=True)]


@dataclass(frozen=True, eq=False)
class _Totals:
    """One stage's totals of the linearised variables, by unit and by stratum, (U or H, D, R)."""

    layer: Layer
    units: FloatArray
    strata: FloatArray
    shown: FloatArray
    """Respondents by unit: stratum where no psu holds two rows, psu otherwise."""
    calibrated: CalibrationRegression | None

    @pinned
    def covariance(self, own: slice) -> FloatArray:
        """Return the stage's share of the covariances among some groups, shape (R, G, G)."""
        layer, stage = self.layer, self.layer.stage
        if stage.one_row_a_psu:
            cross = self._fitted_cross(own)
        else:
            weight = layer.factor[stage.stratum_of_psu]
            cross = _among(self.units[:, own], weight)
        strata = self.strata[:, own]
        share = cross - _among(strata, layer.factor * layer.centred / stage.sampled)
        if self.calibrated is not None and not layer.centred.all():
            alone = layer.factor * (layer.centred == 0)
            grand = (strata.sum(axis=0) / stage.sampled.sum()).T
            lonely = np.einsum("h,hgr->rg", alone, strata)
            outer = grand[:, :, None] * lonely[:, None, :]
            square = alone.sum() * grand[:, :, None] * grand[:, None, :]
            share = share + square - outer - outer.transpose(0, 2, 1)
        return np.asarray(share)

    @pinned
    def _fitted_cross(self, own: slice) -> FloatArray | float:
        """Return ``sum c e_g e_h`` of single rows: what the calibration makes two groups share."""
        if self.calibrated is None:
            return 0.0
        fits, cross, gram = self.calibrated.square_parts(self.layer)
        fits, cross = fits[:, own], cross[:, own]
        by_row = fits.transpose(2, 1, 0)
        mixed = by_row @ cross.transpose(2, 0, 1)
        shared: FloatArray = by_row @ gram @ fits.transpose(2, 0, 1)
        return shared - mixed - mixed.transpose(0, 2, 1)

    def degrees(self, own: slice) -> FloatArray:
        """Return units minus strata of the members of either of two groups, (R, G, G)."""
        stage, n = self.layer.stage, self.shown[:, own]
        if stage.one_row_a_psu:
            size = n.sum(axis=0).T
            result: FloatArray = size[:, :, None] + size[:, None, :] - _in_either(n > 0)
            return result
        there = n > 0
        flat = sums_by(
            stage.stratum_of_psu, there.reshape(len(there), -1).astype(np.float64), stage.n_strata
        )
        return _in_either(there) - _in_either(flat.reshape(stage.n_strata, *there.shape[1:]) > 0)


def _totals(
    block: FieldBlock, grouping: Grouping, design: SampleDesign, layer: Layer, p: FloatArray
) -> _Totals:
    rows, size, stage = block.rows, block.size, layer.stage
    sums = partial_sums(block, grouping, stage, design.weights)
    base = rows.based(sums.w, size)
    whole = base.sum(axis=0)
    units = (rows.scored(sums.w) - p * base) / np.where(whole > 0, whole, 1.0)
    calibrated = CalibrationRegression.of(design, block, grouping, p, whole)
    if calibrated is not None:
        units = units - calibrated.fitted(layer)
    strata = units
    if not stage.one_row_a_psu:
        flat = sums_by(stage.stratum_of_psu, units.reshape(len(units), -1), stage.n_strata)
        strata = flat.reshape(stage.n_strata, *units.shape[1:])
    return _Totals(layer, units, strata, rows.based(sums.n, size), calibrated)


@pinned
def _among(totals: FloatArray, weight: FloatArray) -> FloatArray:
    """Return ``sum c T_g T_h`` of totals (U, G, R), shape (R, G, G)."""
    by_row = totals.transpose(2, 1, 0)
    products: FloatArray = (by_row * weight) @ totals.transpose(2, 0, 1)
    return products


def _in_either(there: np.ndarray) -> FloatArray:
    """Count the units (U, G, R) that are there for either of two groups, shape (R, G, G)."""
    count = there.sum(axis=0).T.astype(np.float64)
    both = _among(there.astype(np.float64), np.ones(len(there)))
    either: FloatArray = count[:, :, None] + count[:, None, :] - both
    return either
