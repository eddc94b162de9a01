"""How well several items measure one thing: alpha, omega, first to second eigenvalue.

Notation: ``S`` the weighted covariance matrix of k items; ``R`` the correlations. The one-factor
model is ``S = l l' + diag(u)``, l the loadings and u the unique variances.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from padai.errors import EstimationError
from padai.numerics.designs import BoolArray, FloatArray, ReplicateWeights
from padai.numerics.intervals import t_quantiles
from padai.numerics.threads import pinned
from padai.numerics.variance import replicate_variance
from padai.words import Said

#: Unique variances are not let under this share of an item's variance.
LEAST_UNIQUE = 0.005
#: Relative changes of the unique variances under which a fit has converged.
SETTLED = 1e-6
#: Of Newton's, once that search has come near: each doubles the digits.
STEPS = 5


@pinned
def weighted_covariance(x: FloatArray, w: FloatArray) -> FloatArray:
    """Return the covariance matrix of the columns of x under weights, shape (k, k).

    Parameters
    ----------
    x : ndarray, shape (n, k)
        Without missing values.
    w : ndarray, shape (n,)

    Examples
    --------
    >>> weighted_covariance(np.array([[0.0, 0], [2, 4]]), np.ones(2))
    array([[1., 2.],
           [2., 4.]])
    """
    total = w.sum()
    centred = x - (w @ x) / total
    covariance: FloatArray = (centred * w[:, None]).T @ centred / total
    return covariance


def alpha(S: FloatArray) -> float:
    """Return Cronbach's alpha, ``k / (k - 1) (1 - trace S / sum S)``.

    References
    ----------
    Cronbach, L. (1951). *Psychometrika* 16, 297-334.

    Examples
    --------
    >>> round(alpha(np.array([[1.0, 0.5], [0.5, 1.0]])), 4)
    0.6667
    """
    k = len(S)
    return float(k / (k - 1) * (1 - np.trace(S) / S.sum()))


@dataclass(frozen=True, eq=False)
class OneFactor:
    """A one-factor model.

    Attributes
    ----------
    loadings, unique : ndarray, shape (k,)
        In the unit of the items and of their variances.
    omega : float
        Variance of the sum of the items that comes from the factor, over the model's whole.
    at_bound : ndarray of bool, shape (k,)
        Whether an item's unique variance stands at its least (a Heywood case).
    """

    loadings: FloatArray
    unique: FloatArray
    omega: float
    at_bound: BoolArray


@pinned
def one_factor(S: FloatArray) -> OneFactor:
    """Fit a one-factor model by maximum likelihood.

    Parameters
    ----------
    S : ndarray, shape (k, k)
        Covariance, k at least 3.

    Raises
    ------
    EstimationError
        Fewer than three items, an item that does not vary, or no convergence.

    References
    ----------
    Jöreskog, K. (1967). *Psychometrika* 32, 443-482. McDonald, R. (1999). *Test Theory*, omega.
    R: ``factanal(covmat = S, factors = 1)``.

    Examples
    --------
    >>> l = np.array([0.8, 0.7, 0.6])
    >>> round(one_factor(np.outer(l, l) + np.diag(1 - l**2)).omega, 4)
    0.7449
    """
    from scipy.optimize import minimize

    k, sd = len(S), np.sqrt(np.diag(S))
    if k < 3:
        raise EstimationError(Said("numerics-a-one-factor-model-needs-three-items", k=k))
    if not (sd > 0).all():
        raise EstimationError(
            Said("numerics-items-do-not-vary-leave-them-out", sd=int((sd <= 0).sum()))
        )
    R = S / np.outer(sd, sd)
    inverse = np.linalg.pinv(R)
    start = np.clip((1 - 0.5 / k) / np.diag(inverse), LEAST_UNIQUE, 1.0)

    def misfit(u: FloatArray) -> tuple[float, FloatArray]:
        loading = _loadings(R, u)
        left = np.linalg.eigvalsh(R / np.sqrt(np.outer(u, u)))[:-1]
        value = float(np.sum(left - np.log(np.maximum(left, 1e-12)))) - (k - 1)
        slope = (loading**2 + u - np.diag(R)) / u**2
        return value, slope

    optimum = minimize(
        misfit,
        start,
        jac=True,
        method="L-BFGS-B",
        bounds=[(LEAST_UNIQUE, 1.0)] * k,
        options={"maxiter": 1000, "ftol": 1e-14, "gtol": 1e-9},
    )
    u = _settled(R, optimum.x)
    free = (u > LEAST_UNIQUE) & (u < 1.0)
    if not optimum.success and np.abs(misfit(u)[1][free]).max(initial=0.0) > SETTLED:
        raise EstimationError(Said("numerics-the-one-factor-model-of-the-items-does"))
    loadings = _loadings(R, u) * sd
    unique = u * sd**2
    common = float(loadings.sum()) ** 2
    omega = common / (common + float(unique.sum()))
    return OneFactor(loadings, unique, omega, u <= LEAST_UNIQUE)


@pinned
def _settled(R: FloatArray, u: FloatArray) -> FloatArray:
    """Return unique variances after Newton's steps: the search stops at half of the digits.

    Those at a bound stay there; a step that does not bring the slope nearer to zero is not taken.

    References
    ----------
    Clarke, M. (1970). *British J. Mathematical and Statistical Psychology* 23, 43-52.
    """
    free = (u > LEAST_UNIQUE) & (u < 1.0)
    if not free.any():
        return u
    slope, bend = _misfit_in_logs(R, u)
    for _ in range(STEPS):
        if not np.isfinite(bend).all():
            break
        left = float(np.abs(slope[free]).max())
        step = np.linalg.lstsq(bend[np.ix_(free, free)], slope[free], rcond=None)[0]
        there = u.copy()
        there[free] = np.clip(u[free] * np.exp(-np.clip(step, -1, 1)), LEAST_UNIQUE, 1.0)
        slope, bend = _misfit_in_logs(R, there)
        if not float(np.abs(slope[free]).max()) < left:
            break
        u = there
    return u


@pinned
def _misfit_in_logs(R: FloatArray, u: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the slope (k,) and second derivatives (k, k) of the misfit by the logarithms of u."""
    root = np.sqrt(u)
    values, vectors = np.linalg.eigh(R / np.outer(root, root))
    left, others = values[:-1], vectors[:, :-1]
    first = np.outer(vectors[:, -1], vectors[:, -1])
    weighted = (others * left) @ others.T
    with np.errstate(divide="ignore", invalid="ignore"):
        across = (left - 1) * (left + values[-1]) / (left - values[-1])
    bend = weighted * (others @ others.T) + (others * across) @ others.T * first
    slope: FloatArray = others**2 @ (1 - left)
    return slope, bend


@pinned
def _loadings(R: FloatArray, u: FloatArray) -> FloatArray:
    """Return the loadings that fit best, given the unique variances."""
    root = np.sqrt(u)
    values, vectors = np.linalg.eigh(R / np.outer(root, root))
    first = vectors[:, -1] * np.sign(vectors[:, -1].sum() or 1.0)
    loadings: FloatArray = root * first * np.sqrt(max(values[-1] - 1, 0.0))
    return loadings


@pinned
def eigenvalue_ratio(S: FloatArray) -> float:
    """Return the first over the second eigenvalue of the correlations.

    Examples
    --------
    >>> round(eigenvalue_ratio(np.array([[1.0, 0.5], [0.5, 1.0]])), 4)
    3.0
    """
    sd = np.sqrt(np.diag(S))
    values = np.linalg.eigvalsh(S / np.outer(sd, sd))
    return float(values[-1] / values[-2]) if values[-2] > 0 else float("inf")


@dataclass(frozen=True, eq=False)
class ReliabilityIntervals:
    """What replicates say of the statistics of reliability, arrays of shape (3,).

    Attributes
    ----------
    std_error, low, high : ndarray
        In the unit of the statistics; NaN where there is none (an alpha of one has no logarithm).
    """

    std_error: FloatArray
    low: FloatArray
    high: FloatArray


def reliability_intervals(
    coefficients: FloatArray,
    replicated: FloatArray,
    replicates: ReplicateWeights,
    df: float,
    level: float,
) -> ReliabilityIntervals:
    """Return t intervals of alpha, omega and the eigenvalue ratio from their replicates.

    On ``log(1 - alpha)``, ``log(1 - omega)`` and ``log(ratio)``, where they are nearly normal and
    cannot leave their range.

    Parameters
    ----------
    coefficients : ndarray, shape (3,)
        Alpha, omega (NaN where there is none) and ratio.
    replicated : ndarray, shape (R, 3)
        The same of every replicate.
    replicates
        Their scale, rscales and centre.
    df : float
        Degrees of freedom of t; 0 or less: no interval.
    level : float

    References
    ----------
    Bonett, D. (2002), *J. Educational and Behavioral Statistics* 27, 335-340: the logarithm.

    Examples
    --------
    >>> one = ReplicateWeights(np.ones((2, 4)), 1.0, np.ones(4))
    >>> values = np.array([[0.8, 0.8, 3.0], [0.7, 0.7, 2.0], [0.9, 0.9, 4.0], [0.8, 0.8, 3.0]])
    >>> reliability_intervals(values[0], values, one, 10, 0.95).low.round(3).tolist()
    [-0.163, -0.163, 0.999]
    """
    error, low, high = (np.full(len(coefficients), np.nan) for _ in range(3))
    half = float(t_quantiles(np.array([float(df)]), level)[0]) if df > 0 else np.nan
    with np.errstate(divide="ignore", invalid="ignore"):
        scaled, every = _on_log_scale(coefficients), _on_log_scale(replicated)
    used = replicates.rscales > 0
    known = np.isfinite(scaled) & np.isfinite(every[used]).all(axis=0)
    if known.any():
        values = replicated[:, known], coefficients[known]
        error[known] = np.sqrt(replicate_variance(values[0], replicates, values[1]))
        spread = half * np.sqrt(replicate_variance(every[:, known], replicates, scaled[known]))
        ends = np.full((2, len(coefficients)), np.nan)
        ends[:, known] = scaled[known] - spread, scaled[known] + spread
        first, second = _from_log_scale(ends[0]), _from_log_scale(ends[1])
        low, high = np.minimum(first, second), np.maximum(first, second)
    return ReliabilityIntervals(error, low, high)


def _on_log_scale(statistics: FloatArray) -> FloatArray:
    shares, ratio = statistics[..., :2], statistics[..., 2:]
    scaled: FloatArray = np.concatenate([np.log(1 - shares), np.log(ratio)], axis=-1)
    return scaled


def _from_log_scale(scaled: FloatArray) -> FloatArray:
    back: FloatArray = np.concatenate([1 - np.exp(scaled[:2]), np.exp(scaled[2:])])
    return back
