"""Degrees of freedom: sampled units minus strata, of those who answer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from padai.numerics.designs import BoolArray, FloatArray, IntArray, SampleDesign
from padai.numerics.threads import pinned
from padai.numerics.variance import sums_by

#: Relative size under which a direction of the replicate weights is taken as absent: R's
#: ``qr(weights, tol=1e-5)``.
RANK_TOLERANCE = 1e-5
#: Above so many distinct rows of replicate weights the rank of a domain's rows is taken as their
#: number, at most the rank of all: rows of large random sets are in general position.
RANKED_ONE_BY_ONE = 300


def degrees_of_freedom(design: SampleDesign, member: BoolArray | None = None) -> int:
    """Return first-stage units minus strata of a domain's members.

    Replicate weights that came without strata and units give the rank of the members' weights minus
    one, as R's ``degf``, and no more than their declared `degf`, which R takes for every domain.
    The rank is that before calibration, as R's ``calibrate(calfun="raking")`` keeps it.

    Parameters
    ----------
    design
    member : ndarray of bool, shape (n,), optional
        Answering members of the domain; None: every row. Rows of weight zero never count.

    Examples
    --------
    >>> from padai.numerics.stages import unclustered
    >>> degrees_of_freedom(unclustered(np.ones(10)))
    9
    """
    weighs = design.weights > 0
    member = weighs if member is None else member & weighs
    if design.replicates is not None and not design.staged:
        return _replicate_degrees(design, member)
    stage = design.first
    strata = np.bincount(stage.stratum[member], minlength=1) > 0
    if design.cells is not None and stage.one_row_a_psu:
        return int(design.respondents(member)) - int(strata.sum())
    psus = np.bincount(stage.psu[member], minlength=1) > 0
    return int(psus.sum()) - int(strata.sum())


def _replicate_degrees(design: SampleDesign, member: BoolArray) -> int:
    if design.parts:
        ends = np.cumsum([part.n_rows for part in design.parts])[:-1]
        sides = zip(design.parts, np.split(member, ends), strict=True)
        return sum(degrees_of_freedom(part, own) for part, own in sides)
    replicates = design.replicates
    assert replicates is not None
    known = replicates.degf
    if known is not None and member.sum() == (design.weights > 0).sum():
        return known
    if not member.any():
        return 0
    if design.cells is not None:
        # Sums over respondents no longer show the rank of their weights: the declared number.
        assert known is not None
        return min(known, int(design.respondents(member)) - 1)
    classes = _classes(design)
    shown = np.unique(classes.code[member])
    if len(classes.weights) <= RANKED_ONE_BY_ONE:
        rank = pivoted_rank(classes.weights[shown])
    else:
        rank = min(len(shown), classes.rank)
    return rank - 1 if known is None else min(known, rank - 1)


@dataclass(frozen=True, eq=False)
class _Classes:
    """Rows with the same replicate factors before calibration: one unit to every replicate.

    Attributes
    ----------
    code : ndarray of int, shape (n,)
    weights : ndarray, shape (C, R)
        Replicate weights of one row of each class.
    rank : int
        Of those.
    """

    code: IntArray
    weights: FloatArray
    rank: int


@pinned
def _classes(design: SampleDesign) -> _Classes:
    """Find the classes of a design's replicate weights; kept with the design."""
    kept = design.__dict__.get("_replicate_classes")
    if kept is None:
        replicates = design.replicates
        assert replicates is not None
        weights = replicates.uncalibrated(design.weights)
        level = weights.mean(axis=1, keepdims=True)
        factors = weights / np.where(level > 0, level, 1.0)
        # A fixed projection tells rows apart; equal factors fall together but for rounding.
        mark = np.round(factors @ np.cos(np.arange(1.0, factors.shape[1] + 1)), 8)
        _, first, code = np.unique(mark, return_index=True, return_inverse=True)
        kept = _Classes(code, weights[first], pivoted_rank(weights[first]))
        design.__dict__["_replicate_classes"] = kept
    return kept


@pinned
def pivoted_rank(matrix: np.ndarray) -> int:
    """Return the rank of a matrix by pivoted QR, columns counted as R's ``qr(tol=1e-5)``."""
    from scipy.linalg import qr

    lengths = np.sqrt((matrix**2).sum(axis=0))
    scaled = matrix / np.where(lengths > 0, lengths, 1.0)
    triangle = qr(scaled, mode="r", pivoting=True, check_finite=False)[0]
    diagonal = np.abs(np.diag(triangle))
    return int((diagonal > RANK_TOLERANCE).sum())


def degrees_by_domain(design: SampleDesign, member: BoolArray) -> np.ndarray:
    """Return the degrees of freedom of several domains, shape (k,).

    Parameters
    ----------
    member : ndarray of bool, shape (n, k)
    """
    if design.replicates is not None and not design.staged:
        return np.array([degrees_of_freedom(design, column) for column in member.T])
    member = member & (design.weights > 0)[:, None]
    stage = design.first
    strata = sums_by(stage.stratum, member.astype(float), stage.n_strata) > 0
    if design.cells is not None and stage.one_row_a_psu:
        result: np.ndarray = (design.respondents(member) - strata.sum(axis=0)).astype(np.int64)
        return result
    psus = sums_by(stage.psu, member.astype(float), stage.n_psus) > 0
    result = (psus.sum(axis=0) - strata.sum(axis=0)).astype(np.int64)
    return result
