"""Upper tails of weighted sums of chi-squares, as design-based tests need them.

The statistic under the null is ``Q = sum_j lambda_j Z_j^2``, ``Z_j`` independent normals. When its
scale rests on a variance estimated with ``ddf`` degrees of freedom, ``Pr(Q > x)`` becomes
``Pr(sum_j lambda_j Z_j^2 - x/ddf * chi2(ddf) > 0)``.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from padai.errors import EstimationError
from padai.numerics.threads import pinned
from padai.words import Said

FloatArray = NDArray[np.float64]

_TERMS = 10_000


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
    """Upper tail of a weighted sum of chi-squares by a series of chi-squares.

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
        Probability, to about 1e-12.

    Raises
    ------
    EstimationError
        The largest lambda is more than some hundreds of times the smallest.

    References
    ----------
    Ruben (1962), *Annals of Mathematical Statistics* 33, 542-570. Farebrother (1984), *Applied
    Statistics* 33, 332-339 (AS 204).

    Examples
    --------
    >>> round(exact_tail(9.0, np.array([1.0, 1.0])), 6)
    0.011109
    """
    from scipy import special

    lam = np.asarray(weights, dtype=float)
    lam = lam[lam > 0]
    if x <= 0:
        return 1.0
    smallest = float(lam.min())
    share = _mixture(smallest / lam)
    freedom = lam.size + 2.0 * np.arange(share.size)
    if np.isinf(ddf):
        return float(share @ special.chdtrc(freedom, x / smallest))
    # The estimated scale is chi2(ddf)/ddf; its square root has a density without singularity.
    low = np.sqrt(2 * special.gammaincinv(ddf / 2, 1e-18))
    high = np.sqrt(special.chdtri(ddf, 1e-18))
    node, width = np.polynomial.legendre.leggauss(160)
    root, width = low + (node + 1) / 2 * (high - low), width / 2 * (high - low)
    log_density = (
        (ddf - 1) * np.log(root)
        - root**2 / 2
        - (ddf / 2 - 1) * np.log(2)
        - special.gammaln(ddf / 2)
    )
    tails = special.chdtrc(freedom, (x / ddf / smallest * root**2)[:, None]) @ share
    return float(np.sum(width * np.exp(log_density) * tails))


@pinned
def _mixture(ratio: FloatArray) -> FloatArray:
    """Shares of chi-squares with k, k + 2, k + 4... degrees of freedom; ``ratio`` in 0 to 1."""
    rest = 1 - ratio
    share = np.zeros(_TERMS)
    power = np.zeros(_TERMS)
    share[0] = np.sqrt(np.prod(ratio))
    running, left = np.ones_like(rest), 1 - share[0]
    for k in range(1, _TERMS):
        if left < 1e-14:
            return share[:k]
        running = running * rest
        power[k] = running.sum()
        share[k] = power[1 : k + 1] @ share[k - 1 :: -1] / (2 * k)
        left -= share[k]
    if left > 1e-10:
        raise EstimationError(Said("numerics-the-generalised-design-effects-differ"))
    return share


def _terms(x: float, weights: FloatArray, ddf: float) -> tuple[FloatArray, FloatArray, float]:
    """Lambdas, their multiplicities, and the point at which the tail is taken."""
    lam = np.asarray(weights, dtype=float)
    lam = lam[lam > 0]
    if np.isinf(ddf):
        return lam, np.ones(lam.size), float(x)
    return np.append(lam, -x / ddf), np.append(np.ones(lam.size), np.floor(ddf)), 0.0
