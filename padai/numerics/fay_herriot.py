"""Area-level models: direct estimates of known covariance, area effects of unknown variance.

``y = X b + v + e`` with ``Var v = A C`` (``C`` known, the identity where areas are independent) and
``Var e = V``, any covariance. One rotation makes both diagonal: with ``V = L L'`` and
``L^-1 C L^-T = U diag(lambda) U'``, ``T = U' L^-1`` gives ``Var(T y) = diag(1 + A lambda)``, so
that a full V costs what a diagonal one does, and many samples are fitted at once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from padai.errors import EstimationError
from padai.numerics.designs import FloatArray
from padai.numerics.threads import pinned
from padai.words import Said

#: How the area variance is estimated: Yoshimori-Lahiri and Li-Lahiri adjustments of the restricted
#: likelihood or (``_ml``) of the likelihood; the two themselves; Fay and Herriot's moments.
METHODS = ("yl", "yl_ml", "ll", "ll_ml", "reml", "ml", "fh")
_LIKELIHOOD_ALONE = ("ml", "yl_ml", "ll_ml")
_GRID = np.concatenate([[0.0], 10.0 ** np.linspace(-7, 7, 57)])
HALVINGS = 60
"""Of the bracket of a variance, until double precision ends."""


@dataclass(frozen=True, eq=False)
class AreaProblem:
    """An area model, rotated.

    Attributes
    ----------
    turn : ndarray, shape (m, m)
        ``T``; ``Sigma^-1 = T' diag(1 / (1 + A lambda)) T``.
    spread : ndarray, shape (m,)
        ``lambda``.
    X : ndarray, shape (m, p)
        Rotated covariates.
    log_det : float
        Of V.
    """

    turn: FloatArray
    spread: FloatArray
    X: FloatArray
    log_det: float

    def weights(self, variance: FloatArray) -> FloatArray:
        """Return ``1 / (1 + A lambda)``, shape (m, B)."""
        return 1 / (1 + self.spread[:, None] * variance)


@pinned
def area_problems(
    X: FloatArray, V: FloatArray, structures: tuple[FloatArray, ...]
) -> list[AreaProblem]:
    """Rotate an area model, for one covariance of the area effects or several.

    Parameters
    ----------
    X : ndarray, shape (m, p)
    V : ndarray, shape (m, m)
        Covariance of the direct estimates.
    structures : tuple of ndarray, each of shape (m, m)
        ``C``; the identity where areas are independent.

    Raises
    ------
    EstimationError
        V is not positive definite; there are no more areas than coefficients; columns of X follow
        from others.

    Examples
    --------
    >>> area_problems(np.ones((3, 1)), np.diag([1.0, 2.0, 4.0]), (np.eye(3),))[0].spread
    array([0.25, 0.5 , 1.  ])
    """
    from scipy import linalg

    _check(X, V)
    root = np.linalg.cholesky(V)
    inverse = linalg.solve_triangular(root, np.eye(len(V)), lower=True)
    log_det = 2 * float(np.log(np.diag(root)).sum())
    problems = []
    for structure in structures:
        inner = inverse @ structure @ inverse.T
        spread, vectors = np.linalg.eigh((inner + inner.T) / 2)
        turn = vectors.T @ inverse
        problems.append(AreaProblem(turn, np.maximum(spread, 0.0), turn @ X, log_det))
    return problems


@pinned
def _check(X: FloatArray, V: FloatArray) -> None:
    m, p = X.shape
    if m <= p:
        raise EstimationError(
            Said("numerics-an-area-model-needs-more-sampled-areas", m=m, p=p),
        )
    size = np.sqrt((X**2).sum(axis=0))
    if (size == 0).any() or np.linalg.svd(X / size, compute_uv=False)[-1] < 1e-9:
        raise EstimationError(
            Said("numerics-covariates-of-the-areas-are-collinear"),
        )
    if not np.isfinite(V).all() or (np.diag(V) <= 0).any() or np.linalg.eigvalsh(V)[0] <= 0:
        raise EstimationError(
            Said("numerics-the-covariance-of-the-direct-estimates"),
        )


@dataclass(frozen=True, eq=False)
class _At:
    """The model at given area variances: weights (m, B), coefficients (B, p), and so on."""

    w: FloatArray
    beta: FloatArray
    residual: FloatArray
    information: FloatArray


@pinned
def coefficients(problem: AreaProblem, y: FloatArray, variance: FloatArray) -> _At:
    """Fit the coefficients at given area variances.

    Parameters
    ----------
    y : ndarray, shape (m, B)
        Rotated samples.
    variance : ndarray, shape (B,)
    """
    w, X = problem.weights(variance), problem.X
    p = X.shape[1]
    products = (X[:, :, None] * X[:, None, :]).reshape(len(X), -1)
    information = (w.T @ products).reshape(-1, p, p)
    solution = np.linalg.solve(information, ((w * y).T @ X)[:, :, None])[:, :, 0]
    beta = np.asarray(solution, dtype=np.float64)
    return _At(w, beta, y - X @ beta.T, information)


@pinned
def log_likelihood(
    problem: AreaProblem, y: FloatArray, variance: FloatArray, method: str
) -> FloatArray:
    """Return what a method maximises, shape (B,); for moments, the likelihood."""
    at = coefficients(problem, y, variance)
    likelihood = np.log(at.w).sum(axis=0) - (at.w * at.residual**2).sum(axis=0)
    likelihood = 0.5 * (likelihood - problem.log_det - len(y) * np.log(2 * np.pi))
    if method in ("reml", "yl", "ll"):
        _, logdet = np.linalg.slogdet(at.information)
        likelihood = likelihood - 0.5 * logdet + 0.5 * problem.X.shape[1] * np.log(2 * np.pi)
    with np.errstate(divide="ignore"):
        if method.startswith("ll"):
            likelihood = likelihood + np.log(variance)
        if method.startswith("yl"):
            trace = (1 - at.w).sum(axis=0)
            likelihood = likelihood + np.log(np.arctan(trace)) / len(y)
    return np.asarray(likelihood)


@pinned
def score(problem: AreaProblem, y: FloatArray, variance: FloatArray, method: str) -> FloatArray:
    """Return the derivative of :func:`log_likelihood`, or the moment equation, shape (B,)."""
    at = coefficients(problem, y, variance)
    m, p = problem.X.shape
    if method == "fh":
        return np.asarray((at.w * at.residual**2).sum(axis=0) - (m - p))
    part = problem.spread[:, None] * at.w
    derivative = 0.5 * (problem.spread @ (at.w * at.residual) ** 2 - part.sum(axis=0))
    if method not in _LIKELIHOOD_ALONE:
        slope = np.einsum("mb,mp,mq->bpq", part * at.w, problem.X, problem.X)
        derivative = derivative + 0.5 * np.einsum("bii->b", np.linalg.solve(at.information, slope))
    with np.errstate(divide="ignore", invalid="ignore"):
        if method.startswith("ll"):
            derivative = derivative + 1 / variance
        if method.startswith("yl"):
            trace = variance * part.sum(axis=0)
            own = (part * at.w).sum(axis=0) / ((1 + trace**2) * np.arctan(trace) * m)
            derivative = derivative + np.where(variance > 0, own, np.inf)
    return np.asarray(derivative)


@dataclass(frozen=True, eq=False)
class Bracket:
    """Where the area variance of each sample lies, shape (B,).

    Attributes
    ----------
    low, high : ndarray
    value : ndarray
        What is maximised, at the best point of a grid.
    none : ndarray of bool
        Whether the variance is zero.
    """

    low: FloatArray
    high: FloatArray
    value: FloatArray
    none: np.ndarray


def _on_grid(problem: AreaProblem, y: FloatArray, grid: FloatArray, method: str) -> FloatArray:
    what = score if method == "fh" else log_likelihood
    if y.shape[1] == 1:
        return what(problem, np.repeat(y, len(grid), axis=1), grid, method)[:, None]
    return np.array([what(problem, y, np.full(y.shape[1], a), method) for a in grid])


def bracket(problem: AreaProblem, y: FloatArray, method: str) -> Bracket:
    """Find the area variances of many samples on a grid.

    Parameters
    ----------
    y : ndarray, shape (m, B)
        Rotated samples, ``T y``.
    method : str
        One of `METHODS`.

    Raises
    ------
    EstimationError
        The variance grows without end.
    """
    grid = _GRID / np.median(problem.spread[problem.spread > 0])
    values = _on_grid(problem, y, grid, method)
    if method == "fh":
        best = np.maximum((values > 0).sum(axis=0) - 1, 0)
        below, none = best, values[0] <= 0
        value = log_likelihood(problem, y, grid[best], method)
    else:
        best = values.argmax(axis=0)
        below = np.maximum(best - 1, 0)
        none = (best == 0) & (score(problem, y, np.zeros(y.shape[1]), method) <= 0)
        value = values.max(axis=0)
    if (best == len(grid) - 1).any():
        raise EstimationError(
            Said("numerics-the-variance-of-the-areas-did-not"),
        )
    return Bracket(grid[below], grid[np.minimum(best + 1, len(grid) - 1)], value, none)


def estimate_variance(
    problem: AreaProblem, y: FloatArray, method: str, within: Bracket, halvings: int = HALVINGS
) -> FloatArray:
    """Estimate the area variances of many samples within their brackets, shape (B,).

    With all halvings, to the last digits that the score can tell.

    References
    ----------
    Fay and Herriot (1979), *JASA* 74, 269-277. Li and Lahiri (2010), *J. Multivariate Anal.* 101,
    882-892. Yoshimori and Lahiri (2014), same journal, 124, 281-294. R: ``sae::eblupFH``.
    """
    low, high = within.low, within.high
    for _ in range(halvings):
        middle = (low + high) / 2
        up = score(problem, y, middle, method) > 0
        low, high = np.where(up, middle, low), np.where(up, high, middle)
    return np.where(within.none, 0.0, (low + high) / 2)
