"""A change of a mean in two parts, by several variables at once.

Notation: ``xbar_t`` the weighted means of the columns X (a constant first) and ``b_t`` the weighted
least-squares coefficients of y in wave t, so that the mean of y is ``xbar_t' b_t``. Then
``xbar_1' b_1 - xbar_0' b_0 = (xbar_1 - xbar_0)' bbar + (b_1 - b_0)' xbarbar``, the last of each
pair being averages of the two waves: composition and within-group change.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from padai.errors import EstimationError
from padai.numerics.designs import FloatArray, IntArray
from padai.numerics.threads import pinned
from padai.words import Said


@dataclass(frozen=True, eq=False)
class RegressionRows:
    """What is decomposed, row by row.

    Attributes
    ----------
    y : ndarray, shape (n,)
        Score; 0 where a row takes no part.
    X : ndarray, shape (n, p)
        A constant, then indicators of groups without each variable's first; 0 outside.
    variable : ndarray of int, shape (p,)
        Variable of each column; -1 of the constant.
    side : ndarray of int, shape (n,)
        0 (later), 1 (earlier), -1 where a row takes no part.
    complete : ndarray of bool, shape (n,)
        In a group of every variable.
    """

    y: FloatArray
    X: FloatArray
    variable: IntArray
    side: IntArray
    complete: np.ndarray

    @property
    def count(self) -> int:
        """Number of variables, V."""
        return int(self.variable.max()) + 1


@dataclass(frozen=True, eq=False)
class _Fit:
    rows: IntArray
    mean: FloatArray
    coef: FloatArray
    inverse: FloatArray
    total: float


def oaxaca(rows: RegressionRows, weights: FloatArray) -> FloatArray:
    """Decompose the change between two waves.

    Parameters
    ----------
    rows
    weights : ndarray, shape (n,)

    Returns
    -------
    ndarray, shape (V + 4,)
        Composition by variable, its sum, the within-group change, what the members in no group of
        some variable add, and the whole change.

    Raises
    ------
    EstimationError
        The columns depend on one another in a wave.

    References
    ----------
    Oaxaca, R. (1973). *International Economic Review* 14, 693-709. Reimers (1983) for averages.
    With one variable it is Kitagawa's decomposition.
    """
    return _parts(rows, weights, [_fit(rows, weights, side) for side in (0, 1)])


@pinned
def oaxaca_influence(rows: RegressionRows, weights: FloatArray) -> FloatArray:
    """Return the linearised variables of `oaxaca`, shape (n, V + 4), zero outside."""
    fits = [_fit(rows, weights, side) for side in (0, 1)]
    mean_coef = (fits[0].coef + fits[1].coef) / 2
    mean_x = (fits[0].mean + fits[1].mean) / 2
    moved, turned = fits[0].mean - fits[1].mean, fits[0].coef - fits[1].coef
    choose = (rows.variable[:, None] == np.arange(rows.count)).astype(np.float64)
    out = np.zeros((len(rows.y), rows.count + 4))
    for side, (fit, sign) in enumerate(zip(fits, (1.0, -1.0), strict=True)):
        x, y = rows.X[fit.rows], rows.y[fit.rows]
        of_mean = (x - fit.mean) / fit.total
        of_coef = (x * (y - x @ fit.coef)[:, None]) @ fit.inverse
        by_column = sign * of_mean * mean_coef + of_coef * moved / 2
        within = sign * of_coef @ mean_x + of_mean @ turned / 2
        out[fit.rows, : rows.count] = by_column @ choose
        out[fit.rows, rows.count] = by_column.sum(axis=1)
        out[fit.rows, rows.count + 1] = within
        took = np.flatnonzero(rows.side == side)
        overall = _centred(rows.y[took], weights[took])
        out[took, -1] = sign * overall
        out[took, -2] = sign * overall
        out[fit.rows, -2] -= sign * (y - fit.mean @ fit.coef) / fit.total
    return out


@pinned
def _centred(y: FloatArray, w: FloatArray) -> FloatArray:
    centred: FloatArray = (y - w @ y / w.sum()) / w.sum()
    return centred


@pinned
def _fit(rows: RegressionRows, weights: FloatArray, side: int) -> _Fit:
    own = np.flatnonzero((rows.side == side) & rows.complete)
    x, w = rows.X[own], weights[own]
    gram = (x * w[:, None]).T @ x
    scale = np.sqrt(np.diag(gram))
    values = np.linalg.eigvalsh(gram / np.outer(scale, scale)) if (scale > 0).all() else np.zeros(1)
    if values[0] < 1e-10:
        raise EstimationError(Said("numerics-in-one-of-the-waves-the-groups-of-the"))
    inverse = np.linalg.inv(gram)
    total = float(w.sum())
    beta: FloatArray = inverse @ (x.T @ (w * rows.y[own]))
    return _Fit(own, w @ x / total, beta, np.asarray(inverse, dtype=np.float64), total)


@pinned
def _parts(rows: RegressionRows, weights: FloatArray, fits: list[_Fit]) -> FloatArray:
    later, earlier = fits
    by_column = (later.mean - earlier.mean) * (later.coef + earlier.coef) / 2
    within = float((later.coef - earlier.coef) @ (later.mean + earlier.mean)) / 2
    parts = np.bincount(rows.variable + 1, by_column, rows.count + 1)[1:]
    means = [
        float(weights[rows.side == s] @ rows.y[rows.side == s] / weights[rows.side == s].sum())
        for s in (0, 1)
    ]
    change = means[0] - means[1]
    fitted = float(later.mean @ later.coef - earlier.mean @ earlier.coef)
    return np.array([*parts, parts.sum(), within, change - fitted, change])
