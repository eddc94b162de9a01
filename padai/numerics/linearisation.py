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
    theta = scores.estimates(design.weights)
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
    return Moments(
        theta,
        np.where(np.isfinite(theta), variance, np.nan),
        srs_variance(u, scores, design),
        degrees_by_domain(design, scores.member),
        design.respondents(scores.member),
    )


def covariance(scores: RatioScores, design: SampleDesign) -> FloatArray:
    """Return the covariance matrix of ratios of totals, shape (k, k)."""
    theta = scores.estimates(design.weights)
    if design.replicates is None:
        u = scores.influence(theta, design.weights)
        return linearised_covariance(u, design, scores.member)
    thetas = scores.estimates(design.replicates.analysis(design.weights))
    return replicate_covariance(thetas, design.replicates, theta)


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
        spread = np.where(spread > ALIKE * size, spread, 0.0)
        variance: FloatArray = np.where(n > 1, total**2 * spread / (n - 1), np.nan)
    return variance
