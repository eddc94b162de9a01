"""Means of areas from their people: a regression with an effect for each area.

``y_ij = x_ij' b + u_i + e_ij``, ``Var u = s_u``, ``Var e = s_e``; the ratio ``s_u / s_e`` is the
root of the restricted likelihood's profile.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from padai.errors import EstimationError
from padai.numerics.designs import FloatArray, IntArray
from padai.numerics.regression import check_rank
from padai.numerics.threads import pinned
from padai.numerics.variance import sums_by
from padai.words import Said

_GRID = np.concatenate([[0.0], 10.0 ** np.linspace(-6, 6, 49)])
_HALVINGS = 55


@dataclass(frozen=True, eq=False)
class NestedErrors:
    """A fitted model with area effects.

    Attributes
    ----------
    coef : ndarray, shape (p,)
    area_variance, error_variance : float
    effects : ndarray, shape (a,)
        Predicted; 0 for an area without sample.
    log_likelihood : float
        The restricted one, as ``nlme`` has it.
    """

    coef: FloatArray
    area_variance: float
    error_variance: float
    effects: FloatArray
    log_likelihood: float


@dataclass(frozen=True, eq=False)
class _Sums:
    """Cross-products, and sums by area: all that the likelihood needs."""

    XX: FloatArray
    Xy: FloatArray
    yy: float
    X: FloatArray
    y: FloatArray
    n: FloatArray


@pinned
def _profile(sums: _Sums, ratio: float) -> tuple[float, float, FloatArray, float]:
    """Return the restricted log likelihood, its derivative, coefficients and residual sum."""
    w = ratio / (1 + ratio * sums.n)
    A = sums.XX - sums.X.T @ (sums.X * w[:, None])
    b = np.asarray(np.linalg.solve(A, sums.Xy - sums.X.T @ (w * sums.y)), dtype=np.float64)
    rest = sums.y - sums.X @ b
    total = sums.yy - 2 * float(b @ sums.Xy) + float(b @ sums.XX @ b) - float(w @ rest**2)
    free = float(sums.n.sum()) - len(b)
    logdet = float(np.linalg.slogdet(A)[1])
    value = -0.5 * (
        free * (np.log(2 * np.pi * total / free) + 1) + np.log1p(ratio * sums.n).sum() + logdet
    )
    shrunk = 1 / (1 + ratio * sums.n) ** 2
    trace = float(np.trace(np.linalg.solve(A, sums.X.T @ (sums.X * shrunk[:, None]))))
    slope = free * float(shrunk @ rest**2) / total - float((sums.n / (1 + ratio * sums.n)).sum())
    return float(value), 0.5 * (slope + trace), b, total


@pinned
def fit_nested_errors(
    X: FloatArray, y: FloatArray, area: IntArray, areas: int, names: tuple[str, ...]
) -> NestedErrors:
    """Fit a regression with area effects by restricted likelihood.

    Parameters
    ----------
    X : ndarray, shape (n, p)
    y : ndarray, shape (n,)
    area : ndarray of int, shape (n,)
        0 to areas - 1.
    names : tuple of str
        Of the columns, for messages.

    Raises
    ------
    EstimationError
        One area alone; a singular X; no area with two people; people within areas do not differ.

    References
    ----------
    Battese, Harter and Fuller (1988), *JASA* 83, 28-36. R: ``sae::eblupBHF``.
    """
    ones = np.ones(len(y))
    check_rank(X, ones, names)
    n = np.bincount(area, minlength=areas).astype(np.float64)
    if (n > 0).sum() < 2 or n.max() < 2:
        raise EstimationError(
            Said("numerics-a-model-of-people-in-areas-needs-two"),
        )
    columns, root = np.linalg.qr(X)
    plain, rest = _apart(columns, y)
    sums = _Sums(
        columns.T @ columns,
        columns.T @ rest,
        float(rest @ rest),
        sums_by(area, columns, areas),
        sums_by(area, rest[:, None], areas)[:, 0],
        n,
    )
    values = np.array([_profile(sums, ratio)[0] for ratio in _GRID])
    best = int(values.argmax())
    if best == len(_GRID) - 1:
        raise EstimationError(
            Said("numerics-people-within-areas-hardly-differ-beside"),
        )
    low, high = _GRID[max(best - 1, 0)], _GRID[best + 1]
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        up = _profile(sums, middle)[1] > 0
        low, high = (middle, high) if up else (low, middle)
    none = best == 0 and _profile(sums, 0.0)[1] <= 0
    ratio = 0.0 if none else (low + high) / 2
    value, _, beyond, total = _profile(sums, ratio)
    error = total / (len(y) - X.shape[1])
    effects = ratio / (1 + ratio * n) * (sums.y - sums.X @ beyond)
    coef = np.asarray(np.linalg.solve(root, plain + beyond), dtype=np.float64)
    value -= float(np.linalg.slogdet(root)[1])
    return NestedErrors(coef, ratio * error, error, effects, value)


@pinned
def _apart(columns: FloatArray, y: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return what orthonormal columns say of y, and what is left; sums of squares need the latter.

    Twice, since what is left of large numbers is at first their rounding too.
    """
    plain = columns.T @ y
    left = y - columns @ plain
    again = columns.T @ left
    return plain + again, left - columns @ again


@pinned
def area_means(
    fit: NestedErrors,
    X: FloatArray,
    y: FloatArray,
    area: IntArray,
    population: FloatArray,
    sizes: FloatArray,
) -> FloatArray:
    """Predict the mean of each area, its sampled people as they answered, shape (a,).

    Parameters
    ----------
    population : ndarray, shape (a, p)
        Population means of the columns of X.
    sizes : ndarray, shape (a,)
        People of each area; infinite where the sample is a small part.

    Examples
    --------
    >>> X, y, area = np.ones((4, 1)), np.array([0.0, 2.0, 4.0, 6.0]), np.array([0, 0, 1, 1])
    >>> fit = fit_nested_errors(X, y, area, 2, ("one",))
    >>> area_means(fit, X, y, area, np.ones((2, 1)), np.full(2, np.inf)).round(3)
    array([1.25, 4.75])
    """
    areas = len(population)
    n = np.bincount(area, minlength=areas).astype(np.float64)
    share = n / sizes
    mean_y = sums_by(area, y[:, None], areas)[:, 0] / np.maximum(n, 1)
    mean_x = sums_by(area, X, areas) / np.maximum(n, 1)[:, None]
    regression = (population - share[:, None] * mean_x) @ fit.coef
    return np.asarray(share * mean_y + regression + (1 - share) * fit.effects)


@pinned
def bootstrap_means(
    fit: NestedErrors,
    X: FloatArray,
    area: IntArray,
    population: FloatArray,
    sizes: FloatArray,
    *,
    draws: int,
    seed: int,
    names: tuple[str, ...],
) -> FloatArray:
    """Return the errors of the means in draws from the fitted model, shape (a, draws).

    Effects and people are drawn anew and the model fitted again. The people whom the sample does
    not show have their area's mean and, where sizes are finite, a mean error of their own.

    References
    ----------
    González-Manteiga, Lombardía, Molina, Morales and Santamaría (2008), *J. Stat. Comput. Simul.*
    78, 443-462. R: ``sae::pbmseBHF``.
    """
    rng = np.random.default_rng(seed)
    areas = len(population)
    n = np.bincount(area, minlength=areas)
    left = np.maximum(sizes - n, 0.0)
    out = np.empty((areas, draws))
    for k in range(draws):
        effect = np.sqrt(fit.area_variance) * rng.standard_normal(areas)
        error = np.sqrt(fit.error_variance) * rng.standard_normal(len(area))
        y = X @ fit.coef + effect[area] + error
        with np.errstate(divide="ignore", invalid="ignore"):
            others = np.sqrt(fit.error_variance * left) * rng.standard_normal(areas)
            known = np.bincount(area, error, areas) + others
            mean_error = np.where(np.isfinite(sizes), known / sizes, 0.0)
        truth = population @ fit.coef + effect + mean_error
        again = fit_nested_errors(X, y, area, areas, names)
        out[:, k] = area_means(again, X, y, area, population, sizes) - truth
    return out
