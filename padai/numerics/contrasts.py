"""Linear contrasts, smooth functions by the delta method, and their tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from padai.numerics.designs import FloatArray
from padai.numerics.threads import pinned

#: Step of the complex derivative: its square vanishes in double precision, so that the
#: derivative of an analytic function is exact to rounding.
STEP = 1e-30


@dataclass(frozen=True)
class Contrast:
    """Estimates of contrasts.

    Attributes
    ----------
    estimate : ndarray, shape (m,)
    covariance : ndarray, shape (m, m)
    """

    estimate: FloatArray
    covariance: FloatArray

    @property
    def std_error(self) -> FloatArray:
        """Standard errors, shape (m,)."""
        return np.sqrt(np.maximum(np.diag(self.covariance), 0.0))


@pinned
def linear(coefficients: FloatArray, estimate: FloatArray, covariance: FloatArray) -> Contrast:
    """Return linear contrasts, as R's ``svycontrast``.

    Parameters
    ----------
    coefficients : ndarray, shape (m, k)
    estimate : ndarray, shape (k,)
    covariance : ndarray, shape (k, k)

    Examples
    --------
    >>> linear(np.array([[1.0, -1.0]]), np.array([3.0, 1.0]), np.eye(2)).std_error
    array([1.41421356])
    """
    return Contrast(coefficients @ estimate, coefficients @ covariance @ coefficients.T)


def gradient(function: Callable[[np.ndarray], object], at: FloatArray) -> FloatArray:
    """Differentiate an analytic function by complex steps, shape (m, k).

    Parameters
    ----------
    function
        Of an array (k,), made of operations that numpy also has for complex numbers.

    References
    ----------
    Squire, W., Trapp, G. (1998). Using complex variables to estimate derivatives of real
    functions. SIAM Review 40.
    """
    columns = []
    for place in range(len(at)):
        moved = at.astype(complex)
        moved[place] += 1j * STEP
        columns.append(np.imag(np.atleast_1d(np.asarray(function(moved)))) / STEP)
    return np.stack(columns, axis=1)


@pinned
def smooth(
    function: Callable[[np.ndarray], object], estimate: FloatArray, covariance: FloatArray
) -> Contrast:
    """Return a smooth function of estimates with its delta-method covariance.

    Examples
    --------
    >>> smooth(lambda t: np.log(t[0] / t[1]), np.array([4.0, 2.0]), np.eye(2)).std_error.round(6)
    array([0.559017])
    """
    slopes = gradient(function, estimate)
    value = np.real(np.atleast_1d(np.asarray(function(estimate.astype(complex)))))
    return Contrast(value.astype(np.float64), slopes @ covariance @ slopes.T)
