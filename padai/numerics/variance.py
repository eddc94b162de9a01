"""Variances of estimates: by linearisation, stage by stage, and by replicates.

Estimates are sums of ``z = w * u`` (see :mod:`padai.numerics.designs`). With T the totals of z in
the sampled units of stratum h, a stage's share is
``(1 - f_h) n_h / (n_h - 1) * [sum T^2 - (sum T)^2 / n_h]``, later stages times the sampling
fractions of the stages before: R's ``svyrecvar``.
"""

from __future__ import annotations

import numpy as np

from padai.errors import EstimationError
from padai.numerics.designs import (
    AlikeRows,
    BoolArray,
    FloatArray,
    IntArray,
    Layer,
    ReplicateWeights,
    SampleDesign,
    Stage,
)
from padai.numerics.residuals import residualise
from padai.numerics.threads import pinned
from padai.words import Said

#: A variance below this share of the sum of the squared terms that it is the difference of is the
#: rounding error of zero: strata or the calibration fix the estimate.
FIXED = 1e-12
_ROUNDING = 1e-13


def sums_by(codes: IntArray, values: FloatArray, size: int) -> FloatArray:
    """Sum rows by code in the order of the rows, shape (size, k).

    Parameters
    ----------
    codes : ndarray of int, shape (n,)
        Codes from 0 to size-1.
    values : ndarray, shape (n, k)
    """
    k = values.shape[1]
    if k <= 64:
        return np.stack([np.bincount(codes, v, size) for v in values.T], axis=1)
    order = np.argsort(codes, kind="stable")
    present, starts = np.unique(codes[order], return_index=True)
    sums = np.zeros((size, k))
    sums[present] = np.add.reduceat(values[order], starts, axis=0)
    return sums


@pinned
def linearised_covariance(
    u: FloatArray, design: SampleDesign, member: BoolArray | None = None
) -> FloatArray:
    """Return the covariance matrix of estimates from their linearised variables.

    Parameters
    ----------
    u : ndarray, shape (n, k)
        Linearised variables without their weight; zero outside the domain.
    design
    member : ndarray of bool, shape (n,) or (n, k), optional
        Rows of the domain, which the policies ``average`` and `lonely_domain` need to know.
        None: every row.

    Returns
    -------
    ndarray, shape (k, k)

    Raises
    ------
    DesignError
        A stratum has a single sampled unit under ``lonely_psu="fail"``.
    """
    raw = u * design.weights[:, None]
    covariance = score_covariance(residualise(raw, design), design, member)
    free = np.diag(covariance) > FIXED * _squared(raw, design)
    return np.where(np.outer(free, free), covariance, 0.0)


@pinned
def score_covariance(
    z: FloatArray, design: SampleDesign, member: BoolArray | None = None
) -> FloatArray:
    """Return the covariance of totals of z, already weighted and residualised, shape (k, k)."""
    if design.forms:
        whole = np.sum([form.covariance(z) for form in design.forms], axis=0)
        _refuse_negative(np.diag(whole), z)
        result: FloatArray = (whole + whole.T) / 2
        return result
    if member is not None and member.ndim > 1 and _by_domain(design) and not design.calibrations:
        return _covariance_of_domains(z, design, member)
    k = z.shape[1]
    total = np.zeros((k, k))
    for layer in design.layers:
        units = sums_by(layer.stage.psu, z, layer.stage.n_psus)
        factor, centred, scale = _policies(layer, design, member, k)
        strata = sums_by(layer.stage.stratum_of_psu, units, layer.stage.n_strata)
        weighted = _each(units, layer.stage, design) * factor[layer.stage.stratum_of_psu]
        between = strata * (factor * centred / layer.stage.sampled[:, None])
        share = (
            weighted.T @ units
            - between.T @ strata
            + _around_grand_mean(strata, factor, centred, layer)
        )
        total += share * np.sqrt(np.outer(scale, scale))
    return (total + total.T) / 2


def _covariance_of_domains(z: FloatArray, design: SampleDesign, member: BoolArray) -> FloatArray:
    """Return covariances where the domain decides what a lonely unit counts for, shape (k, k).

    A difference is of the union of its two domains, as one of R's in a subset that holds both: the
    covariance is what makes it so, ``(V_i + V_j - V_union(i - j)) / 2``.
    """
    own = score_variance(z, design, member)
    apart = np.sum([_apart(layer, design, member, z) for layer in design.layers], axis=0)
    covariance = (own[:, None] + own[None, :] - (apart + apart.T) / 2) / 2
    np.fill_diagonal(covariance, own)
    return np.asarray(covariance)


@pinned
def _apart(layer: Layer, design: SampleDesign, member: BoolArray, z: FloatArray) -> FloatArray:
    """Return a stage's share of the variance of each pair's difference, shape (k, k)."""
    stage, k = layer.stage, z.shape[1]
    units = sums_by(stage.psu, z, stage.n_psus)
    each, grand = _each(units, stage, design), units.sum(axis=0) / stage.sampled.sum()
    inside = (sums_by(stage.psu, member.astype(np.float64), stage.n_psus) > 0).astype(np.float64)
    count = np.ones(stage.n_psus)
    if design.cells is not None and stage.one_row_a_psu:
        count[stage.psu] = design.cells.counts
    total, present, usable = (np.zeros((k, k)) for _ in range(3))
    for stratum in range(stage.n_strata):
        rows = stage.stratum_of_psu == stratum
        cross, strata = each[rows].T @ units[rows], units[rows].sum(axis=0)
        both = (inside[rows] * count[rows, None]).T @ inside[rows]
        shown = np.diag(both)[:, None] + np.diag(both) - both
        single = (shown == 1) & (stage.sampled[stratum] > 1) & design.lonely_domain
        adjusted = design.lonely_psu == "adjust"
        lost = np.zeros_like(single) if adjusted else layer.lost[stratum] | single
        centred = np.where(adjusted & single, 0.0, layer.centred[stratum])
        between, middle = strata[:, None] - strata, grand[:, None] - grand
        squares = np.diag(cross)[:, None] + np.diag(cross) - cross - cross.T
        size = stage.sampled[stratum]
        spread = squares - centred * between**2 / size
        spread += (centred == 0) * (size * middle**2 - 2 * middle * between)
        total += np.where(lost, 0.0, layer.factor[stratum]) * spread
        present, usable = present + (shown > 0), usable + ((shown > 0) & ~lost)
    if design.lonely_psu == "adjust":
        return total
    return total * np.where(usable > 0, present / np.maximum(usable, 1.0), 0.0)


def _around_grand_mean(
    strata: FloatArray, factor: FloatArray, centred: FloatArray, layer: Layer
) -> FloatArray:
    """Return what taking lonely units around the mean of all units adds, shape (k, k).

    Nothing for means and shares, of which the scores add up to zero.
    """
    grand = strata.sum(axis=0) / layer.stage.sampled.sum()
    alone = factor * (centred == 0)
    cross = (alone * strata).sum(axis=0)[:, None] * grand[None, :]
    units = (alone * layer.stage.sampled[:, None]).sum(axis=0)
    result: FloatArray = np.outer(grand, grand) * units[:, None] - cross - cross.T
    return result


@pinned
def linearised_variance(
    u: FloatArray, design: SampleDesign, member: BoolArray | None = None
) -> FloatArray:
    """Return the variances alone, shape (k,); see :func:`linearised_covariance`."""
    raw = u * design.weights[:, None]
    variance = score_variance(residualise(raw, design), design, member)
    return np.where(variance > FIXED * _squared(raw, design), variance, 0.0)


@pinned
def _squared(raw: FloatArray, design: SampleDesign) -> FloatArray:
    """Return the sum of the squared terms of each total, shape (k,)."""
    if design.cells is None:
        return np.asarray(np.einsum("ij,ij->j", raw, raw))
    return np.asarray(np.einsum("i,ij,ij->j", design.cells.spread, raw, raw))


def _each(units: FloatArray, stage: Stage, design: SampleDesign) -> FloatArray:
    """Return units' totals such that their products with totals are those of single respondents.

    Where each respondent is a unit and a row stands for several, who share one value of u, the sum
    of their squares is that of the row's total times its spread.
    """
    if design.cells is None or not stage.one_row_a_psu:
        return units
    spread = np.zeros(stage.n_psus)
    spread[stage.psu] = design.cells.spread
    return units * spread[:, None]


def score_variance(
    z: FloatArray, design: SampleDesign, member: BoolArray | None = None
) -> FloatArray:
    """Return the variances of totals of z, already weighted and residualised, shape (k,)."""
    if design.forms:
        variance = np.sum([form.variance(z) for form in design.forms], axis=0)
        _refuse_negative(variance, z)
        result: FloatArray = np.maximum(variance, 0.0)
        return result
    k = z.shape[1]
    total = np.zeros(k)
    for layer in design.layers:
        units = sums_by(layer.stage.psu, z, layer.stage.n_psus)
        factor, centred, scale = _policies(layer, design, member, k)
        own = units * _each(units, layer.stage, design)
        squares = sums_by(layer.stage.stratum_of_psu, own, layer.stage.n_strata)
        strata = sums_by(layer.stage.stratum_of_psu, units, layer.stage.n_strata)
        size = layer.stage.sampled[:, None]
        spread = squares - centred * strata**2 / size
        grand = strata.sum(axis=0) / size.sum()
        spread = spread + (centred == 0) * (size * grand**2 - 2 * grand * strata)
        total += scale * (factor * spread).sum(axis=0)
    return np.maximum(total, 0.0)


@pinned
def _refuse_negative(variance: FloatArray, z: FloatArray) -> None:
    """Refuse estimates of variance below zero, which Horvitz and Thompson's may be."""
    below = variance < -FIXED * np.einsum("ij,ij->j", z, z)
    if below.any():
        count, of = int(below.sum()), len(below)
        raise EstimationError(
            Said("numerics-the-estimated-variance-of-of-estimates", count=count, of=of),
        )


def _policies(
    layer: Layer, design: SampleDesign, member: BoolArray | None, k: int
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return factor (H, 1 or k), centred (H, 1 or k) and scale (k,) for a domain."""
    if not _by_domain(design):
        return layer.factor[:, None], layer.centred[:, None], np.ones(k)
    # A calibrated estimate draws on every row, so that its domain is the whole sample (as in R).
    shown = units_shown(layer.stage, None if design.calibrations else member, design.cells)
    return domain_policies(layer, design, shown)


def _by_domain(design: SampleDesign) -> bool:
    """Whether what a lonely unit counts for depends on the domain."""
    return design.lonely_psu == "average" or (
        design.lonely_domain and design.lonely_psu == "adjust"
    )


def domain_policies(
    layer: Layer, design: SampleDesign, shown: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Apply the policies for lonely units that depend on the domain.

    Parameters
    ----------
    layer, design
    shown : ndarray, shape (H, k)
        Units of each stratum with a member in each domain.

    Returns
    -------
    factor, centred : ndarray, shape (H, k)
    scale : ndarray, shape (k,)
        Strata with members over those of them that have a variance (policy ``average``).
    """
    factor = np.broadcast_to(layer.factor[:, None], shown.shape)
    centred = np.broadcast_to(layer.centred[:, None], shown.shape)
    single = (shown == 1) & (layer.stage.sampled[:, None] > 1) & design.lonely_domain
    if design.lonely_psu == "adjust":
        return factor, np.where(single, 0.0, centred), np.ones(shown.shape[1])
    lost = layer.lost[:, None] | single if design.lonely_psu == "average" else np.zeros_like(single)
    present = (shown > 0).sum(axis=0)
    usable = ((shown > 0) & ~lost).sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        scale = np.where(usable > 0, present / usable, 0.0)
    return np.where(lost, 0.0, factor), centred, scale


def units_shown(
    stage: Stage, member: BoolArray | None, cells: AlikeRows | None = None
) -> FloatArray:
    """Count the units of each stratum that show members, shape (H, 1 or k)."""
    if member is None:
        member = np.ones(len(stage.psu), dtype=bool)
    columns = member[:, None] if member.ndim == 1 else member
    if cells is not None and stage.one_row_a_psu:
        return sums_by(stage.stratum, cells.counts[:, None] * columns, stage.n_strata)
    units = sums_by(stage.psu, columns.astype(np.float64), stage.n_psus) > 0
    return sums_by(stage.stratum_of_psu, units.astype(np.float64), stage.n_strata)


@pinned
def replicate_covariance(
    replicates: FloatArray, weights: ReplicateWeights, full: FloatArray | None = None
) -> FloatArray:
    """Return the covariance matrix of estimates from their replicates, as R's ``svrVar``.

    Parameters
    ----------
    replicates : ndarray, shape (R, k)
        Estimates of each replicate.
    weights
        Scale, rscales and centre.
    full : ndarray, shape (k,)
        Full-sample estimates; needed where ``weights.mse``.

    Returns
    -------
    ndarray, shape (k, k)

    Raises
    ------
    EstimationError
        An estimate does not exist in some replicate.
    """
    deviations = replicate_deviations(replicates, weights, full)
    covariance = deviations.T @ deviations
    free = np.diag(covariance) > _replicate_rounding(replicates, weights)
    return np.where(np.outer(free, free), covariance, 0.0)


def replicate_variance(
    replicates: FloatArray, weights: ReplicateWeights, full: FloatArray | None = None
) -> FloatArray:
    """Return the variances alone, shape (k,); see :func:`replicate_covariance`."""
    variance = (replicate_deviations(replicates, weights, full) ** 2).sum(axis=0)
    return np.where(variance > _replicate_rounding(replicates, weights), variance, 0.0)


def _replicate_rounding(replicates: FloatArray, weights: ReplicateWeights) -> FloatArray:
    """Return the variance that the rounding of estimates of this size makes, shape (k,)."""
    used = weights.rscales > 0
    size = np.abs(replicates[used]).max(axis=0, initial=0.0)
    result: FloatArray = weights.scale * weights.rscales[used].sum() * (_ROUNDING * size) ** 2
    return result


def replicate_deviations(
    replicates: FloatArray, weights: ReplicateWeights, full: FloatArray | None = None
) -> FloatArray:
    """Return scaled deviations from the centre, of which the cross-products are covariances.

    Replicates of `rscales` 0 are left out; means are those of the others, within blocks.
    """
    used = weights.rscales > 0
    part = replicates if used.all() else replicates[used]
    if not np.isfinite(part).all():
        raise EstimationError(
            Said(
                "numerics-of-replicates-give-no-estimate-some",
                isfinite=int((~np.isfinite(part).all(axis=1)).sum()),
                count_part=len(part),
            )
        )
    root = np.sqrt(weights.scale * weights.rscales[used])[:, None]
    if weights.mse:
        if full is None:
            raise EstimationError(Said("numerics-replicates-with-mse-true-need-the-full"))
        return (part - full) * root
    if weights.blocks is None:
        result: FloatArray = (part - part.mean(axis=0)) * root
        return result
    blocks = weights.blocks[used]
    size = int(blocks.max()) + 1
    means = sums_by(blocks, part, size) / np.bincount(blocks, minlength=size)[:, None]
    return (part - means[blocks]) * root
