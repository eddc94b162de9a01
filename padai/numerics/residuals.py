"""Calibration residuals: what is left of a linearised variable once targets are met."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import numpy as np

from padai.numerics.designs import CalibrationArrays, FloatArray, SampleDesign
from padai.numerics.threads import pinned

#: Directions of the auxiliary variables below this share of the largest are taken as redundant
#: (each margin's indicators add up to the same total, so that some always are).
REDUNDANT = 1e-11


@dataclass(frozen=True, eq=False)
class Projection:
    """The regression on a calibration's auxiliary variables.

    Attributes
    ----------
    record : CalibrationArrays
    regression_weights : ndarray, shape (m,)
        Design weights, or ones.
    centre, spread : ndarray, shape (k,)
        Scaling of the further columns.
    inverse : ndarray, shape (J, J)
        Pseudo-inverse of the weighted cross-products of the J auxiliary variables.
    """

    #: Attribute under which a record keeps its projections, worked out once.
    KEPT: ClassVar[str] = "_projections"

    record: CalibrationArrays
    regression_weights: FloatArray
    centre: FloatArray
    spread: FloatArray
    inverse: FloatArray

    @pinned
    def cross(self, values: FloatArray, weights: FloatArray) -> FloatArray:
        """Return the weighted sums of values by auxiliary variable, shape (J, k).

        Parameters
        ----------
        values : ndarray, shape (m, k)
        weights : ndarray, shape (m,)
        """
        weighted = values * weights[:, None]
        sums = [
            _sums_by_code(margin, weighted, size)
            for margin, size in zip(self.record.margins, self.record.sizes, strict=True)
        ]
        if self.record.columns.shape[1]:
            sums.append(self._scaled().T @ weighted)
        return np.concatenate(sums) if sums else np.zeros((0, values.shape[1]))

    @pinned
    def fitted(self, coefficients: FloatArray) -> FloatArray:
        """Return the auxiliary variables times coefficients (J, k), shape (m, k)."""
        fit = np.zeros((self.record.n_rows, coefficients.shape[1]))
        start = 0
        for margin, size in zip(self.record.margins, self.record.sizes, strict=True):
            part = coefficients[start : start + size]
            fit += np.concatenate([part, np.zeros((1, part.shape[1]))])[margin]
            start += size
        if self.record.columns.shape[1]:
            fit += self._scaled() @ coefficients[start:]
        return fit

    @cached_property
    def auxiliaries(self) -> FloatArray:
        """The auxiliary variables, shape (m, J)."""
        return self.fitted(np.eye(len(self.inverse)))

    def _scaled(self) -> FloatArray:
        return (self.record.columns - self.centre) / self.spread


def _sums_by_code(margin: np.ndarray, values: FloatArray, size: int) -> FloatArray:
    if values.shape[1] <= 32:
        place = np.where(margin < 0, size, margin)
        columns = [np.bincount(place, v, size + 1)[:size] for v in values.T]
        return np.stack(columns, axis=1)
    member = margin >= 0
    order = np.argsort(margin[member], kind="stable")
    present, starts = np.unique(margin[member][order], return_index=True)
    sums = np.zeros((size, values.shape[1]))
    sums[present] = np.add.reduceat(values[member][order], starts, axis=0)
    return sums


def projection(record: CalibrationArrays, *, weighted: bool = True) -> Projection:
    """Prepare the regression on a calibration's auxiliary variables.

    Parameters
    ----------
    record
        The calibration.
    weighted
        Whether the design weights weigh the regression.
    """
    kept: dict[bool, Projection] = record.__dict__.setdefault(Projection.KEPT, {})
    if weighted not in kept:
        kept[weighted] = _projection(record, weighted)
    return kept[weighted]


def _projection(record: CalibrationArrays, weighted: bool) -> Projection:
    weights = record.design_weights if weighted else np.ones(record.n_rows)
    columns = record.columns
    centre = np.zeros(columns.shape[1])
    spread = np.sqrt(np.mean(columns**2, axis=0)) if columns.size else np.ones(columns.shape[1])
    spread = np.where(spread > 0, spread, 1.0)
    bare = Projection(record, weights, centre, spread, np.zeros((0, 0)))
    return Projection(record, weights, centre, spread, _pseudo_inverse(_gram(bare)))


def _gram(bare: Projection) -> FloatArray:
    blocks = []
    for margin, size in zip(bare.record.margins, bare.record.sizes, strict=True):
        indicators = (margin[:, None] == np.arange(size)).astype(np.float64)
        blocks.append(bare.cross(indicators, bare.regression_weights))
    if bare.record.columns.shape[1]:
        blocks.append(bare.cross(bare._scaled(), bare.regression_weights))
    return np.concatenate(blocks, axis=1) if blocks else np.zeros((0, 0))


@pinned
def _pseudo_inverse(gram: FloatArray) -> FloatArray:
    if not gram.size:
        return gram
    scale = np.sqrt(np.where(np.diag(gram) > 0, np.diag(gram), 1.0))
    values, vectors = np.linalg.eigh(gram / np.outer(scale, scale))
    kept = values > REDUNDANT * values.max()
    root = vectors[:, kept] / np.sqrt(values[kept])
    inverse: FloatArray = (root @ root.T) / np.outer(scale, scale)
    return inverse


@pinned
def residualise(scores: FloatArray, design: SampleDesign) -> FloatArray:
    """Take the calibrations of a design out of weighted linearised variables.

    For each calibration, ``e = z / w`` (w the weights as it left them) becomes its residual from
    the regression on the auxiliary variables, weighted by the design weights d, and is weighted by
    w again. Calibrations made one after the other are taken out in that order.

    Parameters
    ----------
    scores : ndarray, shape (n, k)
        ``z = w * u`` for the rows of the design, in its order.
    design
        ``residuals="unweighted"`` takes d as ones, as R's ``rake``.

    Returns
    -------
    ndarray, shape (n, k)

    References
    ----------
    Deville, J.-C., Särndal, C.-E. (1992). Calibration estimators in survey sampling. JASA 87.
    R: ``survey::calibrate``, ``survey:::svyrecvar``.
    """
    if not design.calibrations:
        return scores
    z = np.array(scores, dtype=np.float64)
    for record in design.calibrations:
        fit = projection(record, weighted=design.residuals == "design")
        rows = slice(None) if record.rows is None else record.rows
        e = z[rows] / np.where(record.weights > 0, record.weights, 1.0)[:, None]
        for _ in range(2):
            coefficients = fit.inverse @ fit.cross(e, fit.regression_weights)
            e = e - fit.fitted(coefficients)
        z[rows] = e * record.weights[:, None]
    return z
