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
from functools import cached_property
from typing import Any

import numpy as np

from padai.errors import EstimationError
from padai.numerics.designs import FloatArray, IntArray
from padai.numerics.threads import pinned
from padai.words import Said

#: The square of a step, in standard deviations, at which the mode of the effects is found.
_TOLERANCE = 1e-16
#: A fall of the objective that is rounding.
_ROUNDING = 1e-10
_STEPS = 60
_HALVINGS = 30
#: A gradient, in standard deviations of the estimate, at which the search ends.
_NEAR = 1e-5
_SEARCHES = 4
#: The least standard deviation under a prior that keeps it from 0.
LEAST_DEVIATION = 1e-4


@dataclass(frozen=True, eq=False)
class BinomialCells:
    """Counts by cell, and how cells are alike.

    Attributes
    ----------
    yes, people : ndarray, shape (n,)
        Of whom `yes` gave the answer; numbers of 0 or more, whole or not.
    X : ndarray, shape (n, p)
        Columns without a penalty.
    effects : tuple of ndarray of int, each of shape (n,)
        For each factor, the place of the cell among its codes.
    sizes : tuple of int
        Codes of each factor.
    """

    yes: FloatArray
    people: FloatArray
    X: FloatArray
    effects: tuple[IntArray, ...]
    sizes: tuple[int, ...]

    @cached_property
    def block(self) -> IntArray:
        """The factor of each random effect, shape (q,)."""
        return np.repeat(np.arange(len(self.sizes)), self.sizes)

    @cached_property
    def columns(self) -> Any:
        """Random effects, then coefficients: a sparse matrix of shape (n, q + p)."""
        return design_matrix(self.X, self.effects, self.sizes)

    @cached_property
    def pairs(self) -> tuple[Any, int]:
        """A sparse matrix of shape (k * k, n) of which ``pairs @ w`` is ``D' diag(w) D``, and k."""
        from scipy import sparse

        D = self.columns.tocsr()
        n, k = D.shape
        counts = np.diff(D.indptr)
        row = np.repeat(np.arange(n), counts**2)
        first = np.repeat(np.arange(D.nnz), np.repeat(counts, counts))
        start = np.repeat(D.indptr[:-1], counts**2)
        within = np.arange(len(row)) - np.repeat(np.cumsum(counts**2) - counts**2, counts**2)
        second = start + within % np.repeat(counts, counts**2)
        place = D.indices[first].astype(np.int64) * k + D.indices[second]
        values = D.data[first] * D.data[second]
        return sparse.csr_matrix((values, (place, row)), shape=(k * k, n)), k


def design_matrix(X: FloatArray, effects: tuple[IntArray, ...], sizes: tuple[int, ...]) -> Any:
    """Return indicators of the effects, then X: a sparse matrix of shape (n, q + p)."""
    from scipy import sparse

    n, ones = len(X), np.ones(len(X))
    parts = [
        sparse.csr_matrix((ones, (np.arange(n), codes)), shape=(n, size))
        for codes, size in zip(effects, sizes, strict=True)
    ]
    return sparse.hstack([*parts, sparse.csr_matrix(X)], format="csr")


@dataclass(frozen=True, eq=False)
class Mode:
    """The mode of the effects at given standard deviations.

    Attributes
    ----------
    v : ndarray, shape (q + p,)
        Standardised random effects, then coefficients.
    value, log_determinant : float
        Of the penalised log likelihood at the mode, and of minus its second derivative.
    covariance : ndarray, shape (q + p, q + p)
        Inverse of that derivative; 0 where the coefficients were held.
    eta : ndarray, shape (n,)
    """

    v: FloatArray
    value: float
    log_determinant: float
    covariance: FloatArray
    eta: FloatArray

    @property
    def marginal(self) -> float:
        """Laplace's approximation of the log likelihood, the random effects integrated out."""
        return self.value - 0.5 * self.log_determinant


@dataclass(frozen=True, eq=False)
class _Penalised:
    """The penalised log likelihood of standardised effects and coefficients.

    Attributes
    ----------
    cells : BinomialCells
    scale : ndarray, shape (q + p,)
        Standard deviation of each effect; 1 for a coefficient.
    penalty : ndarray, shape (q + p,)
        1 for an effect, 0 for a coefficient.
    free : slice
        Those that move.
    """

    cells: BinomialCells
    scale: FloatArray
    penalty: FloatArray
    free: slice

    def value_at(self, v: FloatArray) -> tuple[float, FloatArray]:
        """Return the value, and the linear predictor."""
        cells, q = self.cells, len(self.cells.block)
        eta = cells.columns @ (self.scale * v)
        likelihood = float(cells.yes @ eta - cells.people @ np.logaddexp(0, eta))
        return likelihood - 0.5 * float(v[:q] @ v[:q]), eta

    def score_at(self, v: FloatArray, eta: FloatArray) -> FloatArray:
        """Return the first derivative in those that move."""
        from scipy.special import expit

        cells = self.cells
        residual = cells.columns.T @ (cells.yes - cells.people * expit(eta))
        score: FloatArray = (self.scale * residual - self.penalty * v)[self.free]
        return score

    def information(self, eta: FloatArray) -> FloatArray:
        """Return minus the second derivative in those that move."""
        from scipy.special import expit

        free, (pairs, k) = self.free, self.cells.pairs
        outer = np.outer(self.scale, self.scale)[free, free]
        weight = self.cells.people * expit(eta) * expit(-eta)
        found: FloatArray = (pairs @ weight).reshape(k, k)[free, free] * outer + np.diag(
            self.penalty[free]
        )
        return found

    def climbed(
        self, v: FloatArray, value: float, step: FloatArray
    ) -> tuple[FloatArray, float, FloatArray]:
        """Go a step up, halved until it climbs; return where that is, the value and predictor."""
        for _ in range(_HALVINGS):
            trial = v.copy()
            trial[self.free] += step
            new, eta = self.value_at(trial)
            if new >= value - _ROUNDING:
                break
            step = step / 2
        return trial, new, eta


@pinned
def mode_of(cells: BinomialCells, deviations: FloatArray, start: FloatArray, held: bool) -> Mode:
    """Find the mode of the effects by penalised iteratively reweighted least squares.

    Parameters
    ----------
    deviations : ndarray, shape (factors,)
    start : ndarray, shape (q + p,)
    held : bool
        Whether the coefficients stay as they start; otherwise they are integrated out too, under
        a flat prior.

    Raises
    ------
    EstimationError
        It does not converge.
    """
    from scipy.linalg import cho_factor, cho_solve

    (_, k), q = cells.pairs, len(cells.block)
    free = slice(0, q) if held else slice(0, k)
    likelihood = _Penalised(
        cells,
        scale=np.concatenate([deviations[cells.block], np.ones(k - q)]),
        penalty=np.concatenate([np.ones(q), np.zeros(k - q)]),
        free=free,
    )
    v = start.copy()
    value, eta = likelihood.value_at(v)
    for _ in range(_STEPS):
        score = likelihood.score_at(v, eta)
        try:
            factor = cho_factor(likelihood.information(eta), lower=True)
        except np.linalg.LinAlgError:
            raise _no_convergence() from None
        step = cho_solve(factor, score)
        if float(step @ score) < _TOLERANCE:
            break
        v, value, eta = likelihood.climbed(v, value, step)
    else:
        raise _no_convergence()
    covariance = np.zeros((k, k))
    covariance[free, free] = cho_solve(factor, np.eye(len(score)))
    return Mode(v, value, 2 * float(np.log(np.diag(factor[0])).sum()), covariance, eta)


def _no_convergence() -> EstimationError:
    return EstimationError(
        Said("numerics-the-model-of-cells-does-not-converge"),
    )


@pinned
def gradient_of(
    cells: BinomialCells, deviations: FloatArray, mode: Mode, held: bool
) -> tuple[FloatArray, FloatArray]:
    """Return the derivatives of `Mode.marginal` in the deviations and in held coefficients.

    Both ways: at the mode held still, and through the mode and the weights that it moves.
    """
    from scipy.special import expit

    D, (pairs, k) = cells.columns, cells.pairs
    block, q = cells.block, len(cells.block)
    scale = np.concatenate([deviations[block], np.ones(k - q)])
    share = expit(mode.eta)
    W = cells.people * share * expit(-mode.eta)
    rest = cells.yes - cells.people * share
    C = mode.covariance
    leverage = pairs.T @ (C * np.outer(scale, scale)).ravel()
    s = -0.5 * leverage * W * (1 - 2 * share)
    Zr, Zs = D.T @ rest, D.T @ s
    crossed = (pairs @ W).reshape(k, k)
    through = C @ (scale * Zs)
    in_deviation = np.empty(len(cells.sizes))
    for f in range(len(cells.sizes)):
        own = np.flatnonzero(block == f)
        moved = np.zeros(k)
        moved[own] = mode.v[own]
        direct = float(moved @ (Zr + Zs))
        trace = float((C[own] * (scale[:, None] * crossed[:, own]).T).sum())
        pull = -scale * (crossed @ moved)
        pull[own] += Zr[own]
        in_deviation[f] = direct - trace + float(through @ pull)
    if not held:
        return in_deviation, np.empty(0)
    in_coef = Zr[q:] + Zs[q:] - crossed[q:] @ (scale * through)
    return in_deviation, np.asarray(in_coef)


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
        found = optimize.minimize(
            downhill,
            z,
            jac=True,
            method="L-BFGS-B",
            bounds=bounds,
            options={"ftol": 1e-14, "gtol": _NEAR, "maxiter": 400, "maxcor": 20},
        )
        z = found.x
        slope = downhill(z)[1]
        slope = np.where((z == [b[0] or -np.inf for b in bounds]) & (slope > 0), 0.0, slope)
        if np.abs(slope).max() < 100 * _NEAR:
            return z[:factors], coef + root @ z[factors:]
    raise _no_convergence()


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
