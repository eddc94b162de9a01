"""Perfect separation: when no finite coefficients fit best."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


def separating_direction(X: FloatArray, y: FloatArray, family: str) -> FloatArray | None:
    """Find coefficients along which the likelihood never falls.

    Parameters
    ----------
    X : ndarray, shape (n, k)
        Model matrix.
    y : ndarray, shape (n,)
        Response, 0 to 1 (binomial) or 0 and more (Poisson).
    family : {"binomial", "poisson"}

    Returns
    -------
    ndarray, shape (k,), or None
        A direction ``d`` with ``X d >= 0`` where y is 1 and ``X d <= 0`` where it is 0 (binomial),
        or ``X d <= 0`` where y is 0 and ``X d = 0`` elsewhere (Poisson), and not zero everywhere;
        None when there is none: the estimates then exist.

    References
    ----------
    Albert and Anderson (1984), *Biometrika* 71, 1-10. Konis (2007), *Linear programming algorithms
    for detecting separated data in binary logistic regression models*.

    Examples
    --------
    >>> import numpy as np
    >>> X = np.array([[1.0, 0.0], [1.0, 1.0]])
    >>> separating_direction(X, np.array([0.0, 1.0]), "binomial") is None
    False
    """
    rows = np.unique(np.column_stack([X, y]), axis=0)
    Z, response = rows[:, :-1], rows[:, -1]
    if family == "binomial":
        sign = np.where(response == 1, 1.0, np.where(response == 0, -1.0, 0.0))
        fixed = sign == 0
    else:
        fixed = response > 0
        sign = np.where(fixed, 0.0, -1.0)
    return separating_direction_of(Z * sign[:, None], Z[fixed])


def separating_direction_of(signed: FloatArray, fixed: FloatArray) -> FloatArray | None:
    """Find ``d`` in the unit cube with ``signed d >= 0``, not all zero, and ``fixed d = 0``."""
    from scipy import optimize

    scale = np.abs(np.vstack([signed, fixed])).max(0)
    scale[scale == 0] = 1.0
    A = signed / scale
    answer = optimize.linprog(
        -A.sum(0),
        A_ub=-A,
        b_ub=np.zeros(A.shape[0]),
        A_eq=fixed / scale if fixed.size else None,
        b_eq=np.zeros(fixed.shape[0]) if fixed.size else None,
        bounds=(-1, 1),
        method="highs",
    )
    if not answer.success or -answer.fun <= 1e-6:
        return None
    result: FloatArray | None = np.asarray(answer.x, dtype=float) / scale
    return result
