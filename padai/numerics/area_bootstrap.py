"""The error of area predictions by drawing from the model, fitting and benchmarking each draw."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from padai.numerics.area_predictions import AreaFits, AreaModel, fit_areas
from padai.numerics.area_scales import benchmark_shift, expected, inverse
from padai.numerics.designs import FloatArray
from padai.numerics.fay_herriot import AreaProblem
from padai.numerics.roots import symmetric_root
from padai.numerics.threads import pinned


@dataclass(frozen=True, eq=False)
class AreaBenchmark:
    """A figure that the areas must add up to, in parts (waves) of the rows.

    Attributes
    ----------
    weights : ndarray, shape (parts, a)
        Shares of the areas; a row adds up to one.
    target : ndarray, shape (parts,)
    sampled : bool
        Whether the targets are the weighted direct estimates, which vary with the sample.
    """

    weights: FloatArray
    target: FloatArray
    sampled: bool = True


@dataclass(frozen=True, eq=False)
class AreaErrors:
    """What the draws say, shape (a,) but for `covariance`.

    Attributes
    ----------
    mse, mse_error : ndarray
        Mean squared error and its Monte Carlo standard error.
    covariance : ndarray, shape (a, a)
        Mean products of the errors: the mean squared error on its diagonal.
    quantile : ndarray
        Of the studentised error on the model's scale, at the level.
    draws : int
    """

    mse: FloatArray
    mse_error: FloatArray
    covariance: FloatArray
    quantile: FloatArray
    draws: int


@pinned
def benchmarked(
    fits: AreaFits, scale: str, benchmark: AreaBenchmark | None, target: FloatArray | None = None
) -> tuple[FloatArray, FloatArray]:
    """Return predicted shares after the benchmark, and their places on the scale; both (a, B).

    Parameters
    ----------
    target : ndarray, shape (parts, B), optional
        None: the benchmark's own, of every sample.
    """
    z = fits.prediction.copy()
    if benchmark is not None:
        many = z.shape[1]
        for part, weights in enumerate(benchmark.weights):
            own = weights > 0
            aim = np.full(many, benchmark.target[part]) if target is None else target[part]
            rows = z[own]
            z[own] = rows + benchmark_shift(rows, fits.g1[own], scale, weights[own], aim)
    return expected(z, fits.g1, scale)[0], z


@pinned
def bootstrap_areas(
    model: AreaModel,
    problems: list[AreaProblem],
    fits: AreaFits,
    *,
    scale: str,
    benchmark: AreaBenchmark | None,
    draws: int,
    seed: int,
    level: float,
) -> AreaErrors:
    """Draw areas and samples from a fitted model, and predict each anew.

    Direct estimates are drawn with the covariance that the model took as known; the area variance,
    the coefficients, the structure and the benchmark are worked out again for each draw.

    Parameters
    ----------
    fits : AreaFits
        Of the sample itself.
    draws, seed : int
    level : float
        Of the intervals.

    References
    ----------
    Butar and Lahiri (2003), *J. Stat. Plan. Inference* 112, 63-76. Chatterjee, Lahiri and Li
    (2008), *Annals of Statistics* 36, 1221-1245, for intervals from studentised errors.
    """
    rng = np.random.default_rng(seed)
    variance, structure = float(fits.variance[0]), model.structures[int(fits.structure[0])]
    root = symmetric_root(variance * structure)
    centre = model.X @ fits.beta[:, :1]
    truth = centre + root @ rng.standard_normal((len(centre), draws))
    noise = np.linalg.cholesky(model.V) @ rng.standard_normal((len(model.V), draws))
    again = fit_areas(model, problems, truth[model.observed] + noise)
    shares = inverse(truth, scale)
    target = None
    if benchmark is not None:
        target = benchmark.weights @ shares
        if benchmark.sampled:
            _, slope = expected(truth[model.observed], np.zeros(noise.shape), scale)
            target = target + benchmark.weights[:, model.observed] @ (slope * noise)
    predicted, z = benchmarked(again, scale, benchmark, target)
    error = predicted - shares
    squares = error**2
    studentised = np.abs(z - truth) / np.sqrt(again.error)
    return AreaErrors(
        squares.mean(axis=1),
        squares.std(axis=1, ddof=1) / np.sqrt(draws),
        error @ error.T / draws,
        np.quantile(studentised, level, axis=1),
        draws,
    )
