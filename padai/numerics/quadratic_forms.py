"""Upper tails of weighted sums of chi-squares, as design-based tests need them.

The statistic under the null is ``Q = sum_j lambda_j Z_j^2``, ``Z_j`` independent normals. When its
scale rests on a variance estimated with ``ddf`` degrees of freedom, ``Pr(Q > x)`` becomes
``Pr(sum_j lambda_j Z_j^2 - x/ddf * chi2(ddf) > 0)``.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from padai.numerics.threads import pinned

FloatArray = NDArray[np.float64]

#: Of the trapezoidal rule.
_STEP = 0.02
_ALONG = np.arange(-2400.0, 2401.0) * _STEP
#: How far the line bends to where the transform falls.
_BEND = 0.5
#: A lambda so much smaller than the largest is a zero that rounding has moved: there are no more
#: of them than degrees of freedom of the design.
_ZERO = 1e-12
_ROUNDING = 1e-9


def saddlepoint_tail(x: float, weights: FloatArray, ddf: float = np.inf) -> float:
    """Upper tail of a weighted sum of chi-squares by the saddlepoint approximation.

    Parameters
    ----------
    x : float
        Value of the statistic, 0 or more.
    weights : ndarray, shape (k,)
        The lambdas, positive.
    ddf : float
        Denominator degrees of freedom. A fraction is cut to the whole number below in the
        multiplicity of the last term, as R does.

    Returns
    -------
    float
        Probability; off by a few percent, and by up to a fifth with two very unequal weights.

    References
    ----------
    Kuonen (1999), *Biometrika* 86, 929-935. R: ``survey::pFsum(method="saddlepoint")``.
    """
    from scipy import optimize, special

    lam, times, at = _terms(x, weights, ddf)
    if x <= 0:
        return 1.0

    def k1(s: float) -> float:
        return float(np.sum(times * lam / (1 - 2 * s * lam)))

    def root_between(low: float, high: float) -> float:
        return float(optimize.brentq(lambda s: k1(s) - at, low, high, xtol=1e-15, rtol=1e-14))

    upper = 0.5 / lam.max() * (1 - 1e-9)
    negative = lam[lam < 0]
    lower = 0.5 / negative.min() * (1 - 1e-9) if negative.size else -0.5 * times.sum() / at - 1.0
    s = root_between(lower, upper)
    spread = 2 * float(np.sum(times * (lam / (1 - 2 * s * lam)) ** 2))
    exponent = 2 * (s * at + float(np.sum(times * np.log1p(-2 * s * lam))) / 2)
    w = float(np.sign(s)) * float(np.sqrt(max(exponent, 0.0)))
    v = s * float(np.sqrt(spread))
    if abs(s) < 1e-5 * upper:
        # At the mean of the statistic the formula is 0/0; its limit there rests on the skewness.
        cube, square = 8 * float(np.sum(times * lam**3)), 2 * float(np.sum(times * lam**2))
        return float(special.ndtr(-cube / (6 * square**1.5)))
    return float(special.ndtr(-(w + np.log(v / w) / w)))


@pinned
def exact_tail(x: float, weights: FloatArray, ddf: float = np.inf) -> float:
    """Upper tail of a weighted sum of chi-squares, by an integral.

    Parameters
    ----------
    x : float
        Value of the statistic, 0 or more.
    weights : ndarray, shape (k,)
        The lambdas, positive.
    ddf : float
        Denominator degrees of freedom.

    Returns
    -------
    float
        Probability, to about 1e-12 of itself.

    Notes
    -----
    The inverse Laplace transform of the moment generating function, along a line through its
    saddlepoint, bent to where the transform falls.

    References
    ----------
    Rice (1980), *SIAM Journal on Scientific and Statistical Computing* 1, 438-448.

    Examples
    --------
    >>> round(exact_tail(9.0, np.array([1.0, 1.0])), 6)
    0.011109
    """
    from scipy import optimize

    if x <= 0:
        return 1.0
    lam = _positive(weights)
    scale = float(lam.max())
    if np.isinf(ddf):
        lam, times, at = lam / scale, np.ones(lam.size), x / scale
    else:
        lam = np.append(lam / scale, -x / scale / ddf)
        times, at = np.append(np.ones(lam.size - 1), ddf), 0.0
    # The largest lambda is 1, and the transform ends at half its inverse.
    end = 0.5

    def pull(c: float) -> float:
        return float(np.sum(times * lam / (1 - 2 * c * lam))) - at - 1 / c

    c = float(optimize.brentq(pull, end * 1e-12, end * (1 - 1e-12), xtol=1e-15, rtol=1e-14))
    width = min(c, end - c)
    s = c + width * (_BEND * (np.cosh(_ALONG) - 1) + 1j * np.sinh(_ALONG))
    moved = -2 * s[:, None] * lam
    # of a complex number near one, numpy's own loses what ten million degrees of freedom multiply
    modulus = np.log1p(2 * moved.real + moved.real**2 + moved.imag**2) / 2
    factors = modulus + 1j * np.arctan2(moved.imag, 1 + moved.real)
    log = -(factors @ times) / 2 - s * at - np.log(s)
    pace = np.cosh(_ALONG) - 1j * _BEND * np.sinh(_ALONG)
    return float(np.sum((np.exp(log) * pace).real)) * width * _STEP / (2 * np.pi)


def _positive(weights: FloatArray) -> FloatArray:
    lam = np.asarray(weights, dtype=float)
    kept: FloatArray = lam[lam > _ZERO * lam.max()]
    return kept


def _terms(x: float, weights: FloatArray, ddf: float) -> tuple[FloatArray, FloatArray, float]:
    """Lambdas, their multiplicities, and the point at which the tail is taken."""
    lam = _positive(weights)
    if np.isinf(ddf):
        return lam, np.ones(lam.size), float(x)
    # One degree of freedom may come out of its sums a rounding short of one.
    whole = np.floor(ddf + _ROUNDING)
    return np.append(lam, -x / ddf), np.append(np.ones(lam.size), whole), 0.0
