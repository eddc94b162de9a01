"""Degrees of freedom: sampled units minus strata, of those who answer."""

from __future__ import annotations

import numpy as np

from padai.numerics.designs import BoolArray, SampleDesign
from padai.numerics.variance import sums_by

#: Relative size under which a direction of the replicate weights is taken as absent: R's
#: ``qr(weights, tol=1e-5)``.
RANK_TOLERANCE = 1e-5


def degrees_of_freedom(design: SampleDesign, member: BoolArray | None = None) -> int:
    """Return first-stage units minus strata of a domain's members.

    Replicate weights that came without strata and units give their declared `degf`, and no more
    than the rank of the members' weights minus one, as R's ``degf``.

    Parameters
    ----------
    design
    member : ndarray of bool, shape (n,), optional
        Answering members of the domain; None: every row.

    Examples
    --------
    >>> from padai.numerics.designs import unclustered
    >>> degrees_of_freedom(unclustered(np.ones(10)))
    9
    """
    if member is None:
        member = np.ones(design.n_rows, dtype=bool)
    if design.replicates is not None and not design.staged:
        return _replicate_degrees(design, member)
    stage = design.first
    psus = np.bincount(stage.psu[member], minlength=1) > 0
    strata = np.bincount(stage.stratum[member], minlength=1) > 0
    return int(psus.sum()) - int(strata.sum())


def _replicate_degrees(design: SampleDesign, member: BoolArray) -> int:
    replicates = design.replicates
    assert replicates is not None
    known = replicates.degf
    if known is not None and member.all():
        return known
    if not member.any():
        return 0
    weights = replicates.analysis(design.weights)[member]
    rank = pivoted_rank(weights)
    return rank - 1 if known is None else min(known, rank - 1)


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
    stage = design.first
    psus = sums_by(stage.psu, member.astype(float), stage.n_psus) > 0
    strata = sums_by(stage.stratum, member.astype(float), stage.n_strata) > 0
    return (psus.sum(axis=0) - strata.sum(axis=0)).astype(np.int64)
