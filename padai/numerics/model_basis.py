"""Columns of a model as an orthonormal basis, so that no digits go where columns are nearly alike.

A year beside a constant is nearly the constant: the sums of squares of both lose twice the digits
that the column has lost, and of a date as 20250101 all. Fitted in the basis, nothing is lost that
the numbers as written hold.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from padai.numerics.designs import FloatArray
from padai.numerics.threads import pinned


@dataclass(frozen=True, eq=False)
class ModelBasis:
    """Orthonormal columns in the place of a model's.

    Attributes
    ----------
    columns : ndarray, shape (n, k)
        ``columns @ c`` is ``X @ (back @ c)``; without a constant, less ``middle @ (back @ c)``.
    back : ndarray, shape (k, k)
        Makes the model's coefficients of those of the basis.
    middle : ndarray, shape (k,)
        What each column of a model without constant was centred on; zeros of another.
    """

    columns: FloatArray
    back: FloatArray
    middle: FloatArray


@pinned
def model_basis(X: FloatArray, *, centred: bool = False) -> ModelBasis:
    """Return an orthonormal basis of a model's columns.

    Parameters
    ----------
    X : ndarray, shape (n, k)
        Of full column rank, and with a constant beside it where `centred`.
    centred : bool
        X has no constant, and the model has one beside it (or several, as an ordinal one has).

    Examples
    --------
    >>> basis = model_basis(np.array([[1.0, 2024.0], [1.0, 2025.0], [1.0, 2026.0]]))
    >>> (basis.back @ (basis.columns.T @ np.array([0.0, 1.0, 2.0]))).round(6).tolist()
    [-2024.0, 1.0]
    """
    from scipy import linalg

    middle = np.zeros(X.shape[1])
    if not X.shape[1]:
        return ModelBasis(X, np.empty((0, 0)), middle)
    constant = np.flatnonzero((X[0] == X).all(axis=0))
    if centred or len(constant):
        middle = X.mean(axis=0)
    if not centred:
        middle[constant] = 0.0
    columns, root = np.linalg.qr(X - middle)
    back = linalg.solve_triangular(root, np.eye(len(root)))
    if not centred and len(constant):
        first = constant[0]
        back[first] -= middle @ back / X[0, first]
        middle = np.zeros(X.shape[1])
    return ModelBasis(columns, np.asarray(back), middle)
