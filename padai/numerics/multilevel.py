"""Shares of cells with random effects: a binomial regression by Laplace's approximation.

Of ``m`` answers in a cell, ``y`` are yes: ``logit p = X b + Z S u``, ``u`` independent standard
normal, ``S`` the standard deviation of each effect's factor. The random effects are integrated out
by Laplace's approximation at their mode, which penalised iteratively reweighted least squares
finds; the coefficients are maximised with the standard deviations, as in R's ``lme4::glmer``.

``H = S Z'WZ S + I`` and the leverages ``diag(Z S H^-1 S Z')`` are both linear in the pairs of
columns that a row has in common, so that one sparse matrix gives both.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from padai.numerics.designs import FloatArray, IntArray
from padai.numerics.multilevel_mode import (
    BinomialCells,
    Mode,
    design_matrix,
    gradient_of,
    mode_of,
    no_convergence,
)
from padai.numerics.threads import pinned

#: A gradient, in standard deviations of the estimate, at which the search ends.
_NEAR = 1e-5
_SEARCHES = 4
#: The least standard deviation under a prior that keeps it from 0.
LEAST_DEVIATION = 1e-4


@pinned
def one_factor_likelihood(cells: BinomialCells, points: int) -> Objective:
    """Return the log likelihood and its derivatives as a function of deviation and coefficients.

    Each code's effect is integrated by Gauss-Hermite points around its own mode; derivatives are
    expectations of those of the joint likelihood over the same points.

    Parameters
    ----------
    cells
        With one factor.
    points : int

    References
    ----------
    Pinheiro and Bates (1995), *J. Comp. Graph. Stat.* 4, 12-35. R: ``lme4::glmer(nAGQ=)``.

    Examples
    --------
    >>> cells = BinomialCells(np.array([3.0]), np.array([10.0]), np.ones((1, 1)),
    ...                       (np.zeros(1, dtype=int),), (1,))
    >>> likelihood = one_factor_likelihood(cells, 15)
    >>> round(float(likelihood(np.array([0.0]), np.array([0.0]))[0] / np.log(2)), 6)
    -10.0
    """
    from numpy.polynomial.hermite_e import hermegauss
    from scipy.special import expit, logsumexp

    code, size = cells.effects[0], cells.sizes[0]
    place, mass = hermegauss(points)
    log_mass = np.log(mass) + place**2 / 2

    @pinned
    def likelihood(
        deviations: FloatArray, coef: FloatArray
    ) -> tuple[float, FloatArray, FloatArray]:
        start = np.concatenate([np.zeros(size), coef])
        mode = mode_of(cells, deviations, start, held=True)
        width = np.sqrt(np.diag(mode.covariance)[:size])
        u = mode.v[:size, None] + width[:, None] * place
        eta = (cells.X @ coef)[:, None] + deviations[0] * u[code]
        joint = np.zeros((size, points))
        np.add.at(
            joint, code, cells.yes[:, None] * eta - cells.people[:, None] * np.logaddexp(0, eta)
        )
        joint += log_mass - u**2 / 2 + np.log(width)[:, None] - 0.5 * np.log(2 * np.pi)
        own = logsumexp(joint, axis=1)
        weight = np.exp(joint - own[:, None])[code]
        rest = (cells.yes[:, None] - cells.people[:, None] * expit(eta)) * weight
        in_deviation = np.array([float((rest * u[code]).sum())])
        return float(own.sum()), in_deviation, np.asarray(cells.X.T @ rest.sum(axis=1))

    return likelihood


@dataclass(frozen=True, eq=False)
class MultilevelFit:
    """A fitted model.

    Attributes
    ----------
    deviations : ndarray, shape (factors,)
        Standard deviations of the effects of each factor.
    coef : ndarray, shape (p,)
    effects : ndarray, shape (q,)
        Random effects, on the logit scale.
    log_likelihood : float
        Of single answers, the random effects integrated out, without the prior.
    mode : Mode
        With the coefficients' part in its covariance.
    """

    deviations: FloatArray
    coef: FloatArray
    effects: FloatArray
    log_likelihood: float
    mode: Mode

    @pinned
    def eta(self, X: FloatArray, effects: tuple[IntArray, ...], sizes: tuple[int, ...]) -> Any:
        """Return the linear predictor of other cells, shape (n,)."""
        return design_matrix(X, effects, sizes) @ np.concatenate([self.effects, self.coef])


Objective = Callable[[FloatArray, FloatArray], tuple[float, FloatArray, FloatArray]]
"""Of deviations and coefficients: the log likelihood and its two derivatives."""


@pinned
def fit_multilevel(cells: BinomialCells, *, prior: bool, points: int = 1) -> MultilevelFit:
    """Fit by maximum likelihood, or with a prior that keeps the deviations from zero.

    Parameters
    ----------
    prior : bool
        Whether each standard deviation has a gamma prior of shape 2 and rate 0: its log is added
        to the log likelihood.
    points : int
        Of adaptive Gauss-Hermite quadrature, for one factor; 1: Laplace.

    Raises
    ------
    EstimationError
        No convergence; see `padai.unit_model`.

    References
    ----------
    Chung, Rabe-Hesketh, Dorie, Gelman and Liu (2013), *Psychometrika* 78, 685-709. Bates, Maechler,
    Bolker and Walker (2015), *J. Stat. Software* 67. R: ``lme4::glmer``.

    Examples
    --------
    >>> cells = BinomialCells(np.array([3.0, 5.0, 8.0]), np.full(3, 10.0), np.ones((3, 1)),
    ...                       (np.arange(3),), (3,))
    >>> bool(fit_multilevel(cells, prior=True).deviations[0] > 0.3)
    True
    """
    q, p = len(cells.block), cells.X.shape[1]
    first = mode_of(cells, np.full(len(cells.sizes), 0.5), np.zeros(q + p), held=False)
    root = np.asarray(np.linalg.cholesky(first.covariance[q:, q:]), dtype=np.float64)
    held = {"start": first.v}

    def laplace(deviations: FloatArray, coef: FloatArray) -> tuple[float, FloatArray, FloatArray]:
        start = np.concatenate([held["start"][:q], coef])
        mode = mode_of(cells, deviations, start, held=True)
        held["start"] = mode.v
        return (mode.marginal, *gradient_of(cells, deviations, mode, held=True))

    objective: Objective = laplace
    if points > 1:
        objective = one_factor_likelihood(cells, points)
    deviations, coef = _climbed(objective, len(cells.sizes), first.v[q:], root, prior)
    value = objective(deviations, coef)[0]
    at = mode_of(cells, deviations, np.concatenate([held["start"][:q], coef]), held=True)
    whole = _with_coefficients(cells, deviations, at)
    return MultilevelFit(deviations, coef, deviations[cells.block] * at.v[:q], value, whole)


@pinned
def _climbed(
    objective: Objective, factors: int, coef: FloatArray, root: FloatArray, prior: bool
) -> tuple[FloatArray, FloatArray]:
    """Maximise over deviations and coefficients, the latter in units of their own error."""
    from scipy import optimize

    least = LEAST_DEVIATION if prior else 0.0

    def downhill(z: FloatArray) -> tuple[float, FloatArray]:
        deviations = z[:factors]
        value, slope, in_coef = objective(deviations, coef + root @ z[factors:])
        if prior:
            value, slope = value + float(np.log(deviations).sum()), slope + 1 / deviations
        return -value, -np.concatenate([slope, root.T @ in_coef])

    z = np.concatenate([np.full(factors, 0.5), np.zeros(len(coef))])
    bounds = [(least, 20.0)] * factors + [(None, None)] * len(coef)
    for _ in range(_SEARCHES):
        optimum = optimize.minimize(
            downhill,
            z,
            jac=True,
            method="L-BFGS-B",
            bounds=bounds,
            options={"ftol": 1e-14, "gtol": _NEAR, "maxiter": 400, "maxcor": 20},
        )
        z = optimum.x
        slope = downhill(z)[1]
        slope = np.where((z == [b[0] or -np.inf for b in bounds]) & (slope > 0), 0.0, slope)
        if np.abs(slope).max() < 100 * _NEAR:
            return z[:factors], coef + root @ z[factors:]
    raise no_convergence()


@pinned
def _with_coefficients(cells: BinomialCells, deviations: FloatArray, mode: Mode) -> Mode:
    """Return the mode with the covariance of effects and coefficients together."""
    from scipy.special import expit

    pairs, k = cells.pairs
    q = len(cells.block)
    scale = np.concatenate([deviations[cells.block], np.ones(k - q)])
    W = cells.people * expit(mode.eta) * expit(-mode.eta)
    H = (pairs @ W).reshape(k, k) * np.outer(scale, scale)
    H[np.arange(q), np.arange(q)] += 1
    return Mode(mode.v, mode.value, mode.log_determinant, np.linalg.inv(H), mode.eta)
