"""Whether a sample has drifted from official values that it was not weighted to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from padai.errors import EstimationError
from padai.numerics.designs import FloatArray
from padai.numerics.threads import pinned
from padai.words import Said


@dataclass(frozen=True, eq=False)
class Drift:
    """An adjusted Wald test that the errors of the items have not changed.

    Attributes
    ----------
    change : ndarray, shape (k,)
        Signed error now minus the one before.
    std_error : ndarray, shape (k,)
    statistic : float
        F.
    df, df_denominator, p_value : float
    """

    change: FloatArray
    std_error: FloatArray
    statistic: float
    df: float
    df_denominator: float
    p_value: float


@pinned
def drift_test(change: FloatArray, covariance: FloatArray, design_df: float) -> Drift:
    """Test all items at once: ``F = (df - k + 1) / (df k) change' V^-1 change``.

    Parameters
    ----------
    change : ndarray, shape (k,)
        Of the signed errors of the items, between two waves.
    covariance : ndarray, shape (k, k)
        Of the changes: the design's, plus the official values' own where they have an error.
    design_df : float
        Degrees of freedom of the design.

    Raises
    ------
    EstimationError
        Fewer degrees of freedom than items; a singular covariance.

    References
    ----------
    Korn and Graubard (1990), *The American Statistician* 44, 270-276. R: ``survey::regTermTest``.

    Examples
    --------
    >>> test = drift_test(np.array([0.02]), np.array([[0.0001]]), 100.0)
    >>> round(test.statistic, 6), round(test.p_value, 4)
    (4.0, 0.0482)
    """
    from scipy import special

    k = len(change)
    if design_df < k:
        raise EstimationError(
            Said(
                "numerics-items-are-tested-with-degrees-of-freedom", k=k, design_df=f"{design_df:g}"
            ),
        )
    if np.linalg.eigvalsh(covariance)[0] <= 1e-12 * np.diag(covariance).max():
        raise EstimationError(
            Said("numerics-the-items-covariance-is-singular-one-has"),
        )
    wald = float(change @ np.linalg.solve(covariance, change))
    free = design_df - k + 1
    statistic = free / (design_df * k) * wald
    p = float(special.fdtrc(k, free, statistic))
    return Drift(change, np.sqrt(np.diag(covariance)), statistic, float(k), free, p)
