"""Cells with yes and no answers, and the mode of the effects of a model of them."""

from __future__ import annotations

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

    @pinned
    def value_at(self, v: FloatArray) -> tuple[float, FloatArray]:
        """Return the value, and the linear predictor."""
        cells, q = self.cells, len(self.cells.block)
        eta = cells.columns @ (self.scale * v)
        likelihood = float(cells.yes @ eta - cells.people @ np.logaddexp(0, eta))
        return likelihood - 0.5 * float(v[:q] @ v[:q]), eta

    @pinned
    def score_at(self, v: FloatArray, eta: FloatArray) -> FloatArray:
        """Return the first derivative in those that move."""
        from scipy.special import expit

        cells = self.cells
        residual = cells.columns.T @ (cells.yes - cells.people * expit(eta))
        score: FloatArray = (self.scale * residual - self.penalty * v)[self.free]
        return score

    @pinned
    def information(self, eta: FloatArray) -> FloatArray:
        """Return minus the second derivative in those that move."""
        from scipy.special import expit

        free, (pairs, k) = self.free, self.cells.pairs
        outer = np.outer(self.scale, self.scale)[free, free]
        weight = self.cells.people * expit(eta) * expit(-eta)
        matrix: FloatArray = (pairs @ weight).reshape(k, k)[free, free] * outer + np.diag(
            self.penalty[free]
        )
        return matrix

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
            raise no_convergence() from None
        step = cho_solve(factor, score)
        if float(step @ score) < _TOLERANCE:
            break
        v, value, eta = likelihood.climbed(v, value, step)
    else:
        raise no_convergence()
    covariance = np.zeros((k, k))
    covariance[free, free] = cho_solve(factor, np.eye(len(score)))
    return Mode(v, value, 2 * float(np.log(np.diag(factor[0])).sum()), covariance, eta)


def no_convergence() -> EstimationError:
    """Return the error of a search that does not end."""
    return EstimationError(Said("numerics-the-model-of-cells-does-not-converge"))


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
