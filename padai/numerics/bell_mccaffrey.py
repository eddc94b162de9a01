"""Bell and McCaffrey's standard errors of regressions: residuals freed of what few psus hide.

Notation: ``X`` the model matrix (n, k), of psus ``X_i``; ``Z = X R^-1`` with ``X'X = R'R``, so that
``Z_i Z_i'`` is the hat matrix of psu i, and ``S_i = Z_i' Z_i``. A psu pulls the fit towards itself:
its residuals are too small. They are multiplied by ``A_i = (I - Z_i Z_i')^-1/2``, which would make
the variance unbiased, were rows independent of one variance.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from padai.errors import EstimationError
from padai.numerics.designs import FloatArray, IntArray
from padai.numerics.threads import pinned
from padai.words import Said

#: A direction of the model that a single psu determines has an eigenvalue of 1.
DETERMINED = 1e-9


@dataclass(frozen=True, eq=False)
class Leverage:
    """What each psu has of the model's directions.

    Attributes
    ----------
    Z : ndarray, shape (n, k)
        The model matrix, made orthonormal.
    root : ndarray, shape (k, k)
        ``R^-1``.
    place : ndarray of int, shape (n,)
        Psu of each row, 0 to P-1.
    values, vectors : ndarray, shapes (P, k) and (P, k, k)
        Eigenvalues and eigenvectors of each ``S_i``.
    """

    Z: FloatArray
    root: FloatArray
    place: IntArray
    values: FloatArray
    vectors: FloatArray

    @pinned
    def freed(self, residual: FloatArray) -> FloatArray:
        """Return the residuals of each psu times its ``A_i``, shape (n,)."""
        kept = np.sqrt(1 - self.values)
        # ((1 - s)^-1/2 - 1) / s, without the difference of two near numbers
        factor = 1 / (kept * (1 + kept))
        score = _sums(self.Z * residual[:, None], self.place, len(kept))
        turned = np.einsum("pji,pj->pi", self.vectors, score) * factor
        moved = np.einsum("pij,pj->pi", self.vectors, turned)
        adjusted: FloatArray = residual + (self.Z * moved[self.place]).sum(axis=1)
        return adjusted

    @pinned
    def degrees(self) -> FloatArray:
        """Return Satterthwaite's degrees of freedom of each coefficient's variance, shape (k,).

        With rows independent and of one variance. The variance is a sum over psus of squares of
        linear forms, whose covariance is ``P``; the degrees are ``(tr P)^2 / tr P^2``.
        """
        kept = 1 - self.values
        df = np.empty(self.root.shape[0])
        for place, direction in enumerate(self.root):
            turned = np.einsum("pji,j->pi", self.vectors, direction)
            own = (turned**2 * self.values / kept).sum(axis=1)
            pulled = np.einsum("pij,pj->pi", self.vectors, turned * self.values / np.sqrt(kept))
            across = pulled.T @ pulled
            trace = own.sum() - np.trace(across)
            square = (own**2).sum() - 2 * own @ (pulled**2).sum(axis=1) + (across**2).sum()
            df[place] = trace**2 / square
        return df


@pinned
def leverage_of(X: FloatArray, psu: IntArray) -> Leverage:
    """Return what each psu has of the model's directions.

    Parameters
    ----------
    X : ndarray, shape (n, k)
        Of full rank.
    psu : ndarray of int, shape (n,)

    Raises
    ------
    EstimationError
        One psu determines a coefficient alone: nothing is left of its residuals.

    References
    ----------
    Bell and McCaffrey (2002), *Survey Methodology* 28, 169-181. R: ``survey::svyglm(std.errors =
    "Bell-McCaffrey", degf = TRUE)`` of survey 4.5, whose hat matrix too is without weights.

    Examples
    --------
    >>> fit = leverage_of(np.ones((4, 1)), np.array([0, 0, 1, 1]))
    >>> fit.freed(np.array([1.0, 1, -1, -1])).round(4).tolist(), fit.degrees().round(4).tolist()
    ([1.4142, 1.4142, -1.4142, -1.4142], [1.0])
    """
    upper = np.linalg.qr(X, mode="r")
    root = np.linalg.inv(upper)
    Z = X @ root
    codes, place = np.unique(psu, return_inverse=True)
    crossed = (Z[:, :, None] * Z[:, None, :]).reshape(len(Z), -1)
    S = _sums(crossed, place, len(codes)).reshape(len(codes), *root.shape)
    values, vectors = np.linalg.eigh(S)
    if (values > 1 - DETERMINED).any():
        alone = int((values > 1 - DETERMINED).any(axis=1).sum())
        raise EstimationError(
            Said(
                "numerics-bell-mccaffrey-of-psus-determine-a", alone=alone, count_codes=len(codes)
            ),
        )
    return Leverage(Z, root, place, np.maximum(values, 0.0), vectors)


def _sums(rows: FloatArray, place: IntArray, count: int) -> FloatArray:
    """Return the sums of rows by place, shape (count, columns)."""
    columns = [np.bincount(place, column, count) for column in rows.T]
    return np.stack(columns, axis=1).astype(np.float64)
