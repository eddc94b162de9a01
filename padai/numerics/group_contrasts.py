"""Groups of a breakdown against the others of the same breakdown."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from padai.numerics.degrees import degrees_by_domain
from padai.numerics.designs import BoolArray, FloatArray, IntArray, SampleDesign
from padai.numerics.linearisation import Moments, RatioScores, moments
from padai.numerics.variance import linearised_variance, replicate_variance


@dataclass(frozen=True, eq=False)
class GroupContrasts:
    """Each group minus the rest of its breakdown, for each of r responses.

    Attributes
    ----------
    group, rest : Moments
        Of the two sides, arrays of shape (G * r,), responses running fastest.
    difference, variance : ndarray, shape (G * r,)
    df : ndarray, shape (G * r,)
        Units minus strata of the union of the two sides' answering members.
    """

    group: Moments
    rest: Moments
    difference: FloatArray
    variance: FloatArray
    df: np.ndarray


def groups_against_rest(
    a: FloatArray, b: FloatArray, inside: BoolArray, others: BoolArray, design: SampleDesign
) -> GroupContrasts:
    """Compare groups with the rest of their breakdown, inside the whole design.

    Parameters
    ----------
    a, b : ndarray, shape (n, r)
        Numerators and denominators of each response: an estimate is ``sum w a / sum w b``.
    inside, others : ndarray of bool, shape (n, G)
        Members of each group, and of the other groups of its breakdown.
    design
        Linearised, or with replicate weights.
    """
    one, other = (_scores(a, b, rows) for rows in (inside, others))
    first, second = moments(one, design), moments(other, design)
    difference = first.estimate - second.estimate
    if design.replicates is None:
        u = one.influence(first.estimate, design.weights)
        u -= other.influence(second.estimate, design.weights)
        variance = linearised_variance(u, design, one.member | other.member)
    else:
        weights = design.replicates.analysis(design.weights)
        replicated = one.estimates(weights) - other.estimates(weights)
        whole = np.isfinite(replicated).all(axis=0) & np.isfinite(difference)
        variance = np.full(difference.shape, np.nan)
        variance[whole] = replicate_variance(
            replicated[:, whole], design.replicates, difference[whole]
        )
    variance = np.where(np.isfinite(difference), variance, np.nan)
    df = degrees_by_domain(design, one.member | other.member)
    df = np.where((first.df > 0) & (second.df > 0), df, 0)
    return GroupContrasts(first, second, difference, variance, df)


def _scores(a: FloatArray, b: FloatArray, rows: BoolArray) -> RatioScores:
    """Return the scores of every group (outer) and response (inner), shape (n, G * r)."""
    n, responses = a.shape
    spread = (n, rows.shape[1], responses)
    top = np.where(rows[:, :, None], a[:, None, :], 0.0).reshape(n, -1)
    bottom = np.where(rows[:, :, None], np.broadcast_to(b[:, None, :], spread), 0.0).reshape(n, -1)
    return RatioScores(top, bottom, bottom > 0)


def indicator_pairs(codes: IntArray, n_groups: int) -> tuple[BoolArray, BoolArray]:
    """Return members of each group and of the others of a breakdown, each of shape (n, G).

    Parameters
    ----------
    codes : ndarray of int, shape (n,)
        Group of each row; -1 for none.
    """
    inside = codes[:, None] == np.arange(n_groups)
    return inside, (codes >= 0)[:, None] & ~inside
