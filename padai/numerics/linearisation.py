"""Ratios of weighted totals, which means, shares, totals and ratios all are.

An estimate is ``theta = sum w a / sum w b`` (or ``sum w a``, without b), over the members of a
domain; its linearised variable is ``u = (a - theta b) / sum w b`` (or a).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from padai.numerics.degrees import degrees_by_domain
from padai.numerics.designs import BoolArray, FloatArray, SampleDesign
from padai.numerics.threads import pinned
from padai.numerics.variance import (
    linearised_covariance,
    linearised_variance,
    replicate_covariance,
    replicate_variance,
)

#: Spreads of a variable below this share of its mean square are rounding errors of zero.
ALIKE = 1e-26
#: Sums of terms of both signs below this share of the terms' sizes are rounding errors of zero.
CANCELLED = 1e-12


@dataclass(frozen=True, eq=False)
class RatioScores:
    """The two totals of each of k estimates, by row.

    Attributes
    ----------
    a : ndarray, shape (n, k)
        Numerators, 0 outside the domain.
    b : ndarray, shape (n, k), or None
        Denominators, 0 outside the domain; None: plain totals.
    member : ndarray of bool, shape (n, k)
        Answering members of each estimate's domain.
    """

    a: FloatArray
    b: FloatArray | None
    member: BoolArray

    @pinned
    def estimates(self, weights: FloatArray) -> FloatArray:
        """Return the estimates under weights (n,) or, one row a replicate, (n, R).

        NaN where the denominator is zero.
        """
        top = weights.T @ self.a
        if self.b is None:
            return top
        bottom = weights.T @ self.b
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(bottom != 0, top / bottom, np.nan)

    @pinned
    def influence(self, theta: FloatArray, weights: FloatArray) -> FloatArray:
        """Return the linearised variables, shape (n, k); zero where there is no estimate."""
        if self.b is None:
            return self.a
        bottom = weights @ self.b
        known = np.where(np.isfinite(theta), theta, 0.0)
        return (self.a - known * self.b) / np.where(bottom != 0, bottom, 1.0)


@dataclass(frozen=True, eq=False)
class Moments:
    """Estimates with what their rows need, each array of shape (k,).

    Attributes
    ----------
    estimate, variance : ndarray
    srs_variance : ndarray
        Variance under simple random sampling with replacement, R's ``deff="replace"``.
    df, n : ndarray
        Degrees of freedom and members.
    """

    estimate: FloatArray
    variance: FloatArray
    srs_variance: FloatArray
    df: np.ndarray
    n: np.ndarray


def moments(scores: RatioScores, design: SampleDesign) -> Moments:
    """Estimate ratios of totals with their variances.

    Parameters
    ----------
    scores
        Of the rows of the design.
    design
        Linearised, or with replicate weights.
    """
    theta = cancelled(scores.estimates(design.weights), scores, design.weights)
    u = scores.influence(theta, design.weights)
    if design.replicates is None:
        variance = linearised_variance(u, design, scores.member)
    else:
        thetas = scores.estimates(design.replicates.analysis(design.weights))
        known = np.isfinite(theta)
        variance = np.full(len(theta), np.nan)
        whole = known & np.isfinite(thetas).all(axis=0)
        if whole.any():
            variance[whole] = replicate_variance(thetas[:, whole], design.replicates, theta[whole])
    spread, n = srs_variance(u, scores, design), design.respondents(scores.member)
    if scores.b is not None:
        # Nothing is left of a ratio that is the same in all members: not a rounding error either.
        variance = np.where(np.isfinite(variance) & ((spread == 0) | (n == 1)), 0.0, variance)
    return Moments(
        theta,
        np.where(np.isfinite(theta), variance, np.nan),
        spread,
        degrees_by_domain(design, scores.member),
        n,
    )


@pinned
def cancelled(theta: FloatArray, scores: RatioScores, weights: FloatArray) -> FloatArray:
    """Return estimates, and zero where terms of both signs add up to a rounding error of it.

    Examples
    --------
    >>> y = np.array([[0.1], [0.2], [-0.3]])
    >>> scores = RatioScores(y, np.ones((3, 1)), np.ones((3, 1), dtype=bool))
    >>> theta = scores.estimates(np.ones(3))
    >>> float(theta[0]) == 0, cancelled(theta, scores, np.ones(3))
    (False, array([0.]))
    """
    signed = np.flatnonzero((scores.a < 0).any(axis=0))
    if not len(signed):
        return theta
    out, a = theta.copy(), scores.a[:, signed]
    none = np.abs(weights @ a) <= CANCELLED * (np.abs(weights) @ np.abs(a))
    out[signed] = np.where(none & np.isfinite(theta[signed]), 0.0, theta[signed])
    return out


def covariance(scores: RatioScores, design: SampleDesign, *, joint: bool = False) -> FloatArray:
    """Return the covariance matrix of ratios of totals, shape (k, k).

    With `joint` all are of one domain, the union of theirs, as the terms of a contrast are: where
    a rule of lonely psus looks at the domain, the diagonal then is not each one's own variance.
    """
    theta = scores.estimates(design.weights)
    if design.replicates is None:
        u = scores.influence(theta, design.weights)
        member = np.asarray(scores.member.any(axis=1)) if joint else scores.member
        return linearised_covariance(u, design, member)
    thetas = scores.estimates(design.replicates.analysis(design.weights))
    known = np.flatnonzero(np.isfinite(theta))
    if len(known) == len(theta):
        return replicate_covariance(thetas, design.replicates, theta)
    whole = np.full((len(theta), len(theta)), np.nan)  # of a domain where nobody answered
    own = replicate_covariance(thetas[:, known], design.replicates, theta[known])
    whole[np.ix_(known, known)] = own
    return whole


@pinned
def srs_variance(u: FloatArray, scores: RatioScores, design: SampleDesign) -> FloatArray:
    """Return the variance of the totals of u if members were drawn with replacement, (k,).

    ``W^2 / n * n / (n - 1) * sum w (u - mean u)^2 / W`` over the members, W their weights' total.
    NaN for fewer than two members, whose spread nobody can know.
    """
    member, weights = scores.member.astype(np.float64), design.weights
    n = design.respondents(scores.member)
    total = weights @ member
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = (weights @ (u * member)) / total
        spread = (weights @ (member * (u - mean) ** 2)) / total
        size = (weights @ (member * u**2)) / total
        if scores.b is not None:
            # What a ratio leaves of values that are all one is a rounding error of theirs.
            whole = (weights @ scores.b) ** 2 * total
            size = np.maximum(size, (weights @ (member * scores.a**2)) / whole)
        spread = np.where(spread > ALIKE * size, spread, 0.0)
        variance: FloatArray = np.where(n > 1, total**2 * spread / (n - 1), np.nan)
    return variance
