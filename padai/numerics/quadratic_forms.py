"""Upper tails of weighted sums of chi-squares, as design-based tests need them.

The statistic under the null is ``Q = sum_j lambda_j Z_j^2``, ``Z_j`` independent normals. When its
scale rests on a variance estimated with ``ddf`` degrees of freedom, ``Pr(Q > x)`` becomes
``Pr(sum_j lambda_j Z_j^2 - x/ddf * chi2(ddf) > 0)``.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


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
        Probability; its relative error is a few percent at most.

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
    if abs(s) < 1e-4 * upper:
        # At the mean of the statistic the formula is 0/0; its limit there rests on the skewness.
        cube = 8 * float(np.sum(times * lam**3))
        square = 2 * float(np.sum(times * lam**2))
        return 0.5 - cube / square**1.5 / (6 * float(np.sqrt(2 * np.pi)))
    return float(special.ndtr(-(w + np.log(v / w) / w)))


def exact_tail(x: float, weights: FloatArray, ddf: float = np.inf) -> float:
    """Upper tail of a weighted sum of chi-squares by numerical inversion.

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
        Probability, to about 1e-10 in absolute terms.

    References
    ----------
    Imhof (1961), *Biometrika* 48, 419-426.
    """
    from scipy import integrate

    if x <= 0:
        return 1.0
    lam, times, at = _terms(x, weights, ddf, whole=False)
    at, lam = at / np.abs(lam).max(), lam / np.abs(lam).max()

    def integrand(u: float) -> float:
        theta = 0.5 * float(np.sum(times * np.arctan(lam * u))) - 0.5 * at * u
        rho = float(np.exp(0.25 * np.sum(times * np.log1p((lam * u) ** 2))))
        return float(np.sin(theta)) / (u * rho)

    total, edge = 0.0, 0.0
    step = 2 * np.pi / max(at, float(np.sum(times * np.abs(lam))), 1.0)
    for _ in range(100_000):
        piece, _error = integrate.quad(integrand, edge, edge + step, epsabs=1e-14, limit=200)
        total += piece
        edge += step
        bound = np.exp(-0.25 * np.sum(times * np.log1p((lam * edge) ** 2)))
        if bound / (0.5 * times.sum()) < 1e-11:
            break
        step *= 1.05
    return float(min(max(0.5 + total / np.pi, 0.0), 1.0))


def _terms(
    x: float, weights: FloatArray, ddf: float, *, whole: bool = True
) -> tuple[FloatArray, FloatArray, float]:
    """Lambdas, their multiplicities, and the point at which the tail is taken."""
    lam = np.asarray(weights, dtype=float)
    lam = lam[lam > 0]
    if np.isinf(ddf):
        return lam, np.ones(lam.size), float(x)
    last = float(np.floor(ddf)) if whole else float(ddf)
    return np.append(lam, -x / ddf), np.append(np.ones(lam.size), last), 0.0
