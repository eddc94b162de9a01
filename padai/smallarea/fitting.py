"""One area model: smoothed variances, fit, benchmark and its errors."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from padai.errors import EstimationError
from padai.numerics.area_bootstrap import (
    AreaBenchmark,
    AreaErrors,
    benchmarked,
    bootstrap_areas,
)
from padai.numerics.area_predictions import (
    AreaFits,
    AreaModel,
    fit_areas,
    weights_of_direct,
)
from padai.numerics.area_residuals import standardized_residuals
from padai.numerics.area_scales import forward, inverse, pooled_factor, scaled_variance
from padai.numerics.area_time import structures_over
from padai.numerics.designs import FloatArray
from padai.smallarea.direct import Direct
from padai.words import Said

REFITS = 2
"""How often the modelled share goes back into the smoothed variance."""


@dataclass(frozen=True)
class FitRequest:
    """What the verb was asked for."""

    method: str
    scale: str | None
    variance: str
    over: str | None
    rho: float | None
    times: tuple[float, ...]
    draws: int
    seed: int
    level: float
    names: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class FittedAreas:
    """A fitted model of one response, arrays of shape (waves * areas,).

    Attributes
    ----------
    direct : Direct
    scale : str
    model : AreaModel
    fits : AreaFits
    errors : AreaErrors
    estimate, low, high, synthetic : ndarray
    own : ndarray, shape (waves * areas, waves * areas)
        Weights of the direct estimates in each prediction.
    constant : float
        Over waves, the share of the area effects that does not change.
    factor : float
        The pooled design effect, or unit variance of a mean; NaN with the design's own variances.
    residual : ndarray
        Standardised, on the model's scale; NaN where the area's own answers do not enter.
    free : ndarray
        Estimates before the benchmark.
    whole : tuple of pairs
        By wave, what these add up to and what the benchmark is; empty without one.
    """

    direct: Direct
    scale: str
    model: AreaModel
    fits: AreaFits
    errors: AreaErrors
    estimate: FloatArray
    low: FloatArray
    high: FloatArray
    synthetic: FloatArray
    own: FloatArray
    constant: float
    factor: float
    residual: FloatArray
    free: FloatArray
    whole: tuple[tuple[float, float], ...]

    @property
    def shrinkage(self) -> FloatArray:
        """Return the weight of each area's own estimate in its prediction."""
        return np.asarray(np.diag(self.own))


def fitted(
    direct: Direct, X: FloatArray, benchmark: AreaBenchmark | None, asked: FitRequest
) -> FittedAreas:
    """Fit the model of one response.

    Raises
    ------
    EstimationError
        See :func:`padai.small_area`; the message names question, response and area.
    """
    try:
        return _fitted(direct, X, benchmark, asked)
    except EstimationError as error:
        raise error.at(f"small_area, {direct.question}, {direct.response}") from None


def _fitted(
    direct: Direct, X: FloatArray, benchmark: AreaBenchmark | None, asked: FitRequest
) -> FittedAreas:
    scale = _scale(direct, asked.scale)
    shares, structures = structures_over(len(direct.areas), asked.times, asked.over, asked.rho)
    used = direct.used
    y = forward(direct.estimate[used], scale)
    model = AreaModel(X, used, np.eye(int(used.sum())), structures, asked.method)
    fit = _as_designed if asked.variance == "design" else _smoothed
    model, fits, factor = fit(direct, model, y, scale)
    problems = model.problems()
    place = benchmarked(fits, scale, benchmark)
    errors = bootstrap_areas(
        model,
        problems,
        fits,
        scale=scale,
        benchmark=benchmark,
        draws=asked.draws,
        seed=asked.seed,
        level=asked.level,
    )
    chosen = int(fits.structure[0])
    half = errors.quantile * np.sqrt(fits.error[:, 0])
    z = place[1][:, 0]
    free = inverse(fits.prediction[:, 0], scale)
    return FittedAreas(
        direct=direct,
        scale=scale,
        model=model,
        fits=fits,
        errors=errors,
        estimate=place[0][:, 0],
        low=inverse(z - half, scale),
        high=inverse(z + half, scale),
        synthetic=inverse(fits.synthetic[:, 0], scale),
        own=weights_of_direct(model, chosen, problems[chosen], float(fits.variance[0])),
        constant=shares[chosen],
        factor=factor,
        residual=_residuals(model, fits, y),
        free=free,
        whole=_whole_and_target(free, benchmark),
    )


def _residuals(model: AreaModel, fits: AreaFits, y: FloatArray) -> FloatArray:
    """Return standardised residuals of the direct estimates, NaN where an area has none."""
    used = model.observed
    structure = model.structures[int(fits.structure[0])]
    covariance = model.V + float(fits.variance[0]) * structure[np.ix_(used, used)]
    residual = np.full(len(used), np.nan)
    residual[used] = standardized_residuals(y, model.X[used], covariance)
    return residual


def _whole_and_target(
    free: FloatArray, benchmark: AreaBenchmark | None
) -> tuple[tuple[float, float], ...]:
    if benchmark is None:
        return ()
    sums = (benchmark.weights * free).sum(axis=1)
    return tuple(zip(sums.tolist(), benchmark.target.tolist(), strict=True))


def _scale(direct: Direct, wanted: str | None) -> str:
    scale = wanted or ("logit" if direct.is_share else "raw")
    value = direct.estimate[direct.used]
    if scale != "raw" and not direct.is_share:
        raise EstimationError(
            Said("smallarea-scale-is-for-shares-from-0-to-1-this-is", scale=scale),
        )
    at_end = np.flatnonzero(direct.used)[(value <= 0) | (value >= 1)]
    if scale == "logit" and len(at_end):
        named = ", ".join(direct.areas[i % len(direct.areas)] for i in at_end)
        raise EstimationError(
            Said("smallarea-the-direct-share-of-area-is-0-or-100", named=named),
        )
    return scale


def _covariance(R: FloatArray, diagonal: FloatArray) -> FloatArray:
    root = np.sqrt(diagonal)
    return np.asarray(R * np.outer(root, root))


def _as_designed(
    direct: Direct, model: AreaModel, y: FloatArray, scale: str
) -> tuple[AreaModel, AreaFits, float]:
    """Fit with the variances that the design gives."""
    used = direct.used
    diagonal = scaled_variance(direct.variance[used], direct.estimate[used], scale)
    model = replace(model, V=_covariance(direct.R, diagonal))
    return model, fit_areas(model, model.problems(), y[:, None]), np.nan


def _smoothed(
    direct: Direct, model: AreaModel, y: FloatArray, scale: str
) -> tuple[AreaModel, AreaFits, float]:
    """Fit with variances of the pooled design effect at the modelled share, refitted twice."""
    used, n = direct.used, direct.n[direct.used]
    own = direct.estimate[used] if direct.is_share else np.full(int(used.sum()), np.nan)
    factor = pooled_factor(own, direct.variance[used], n)
    if not factor > 0:
        raise EstimationError(
            Said("smallarea-no-area-has-a-sampling-error-there-is"),
        )
    share = np.full(len(n), float((n * direct.estimate[used]).sum() / n.sum()))
    for _ in range(REFITS + 1):
        diagonal = factor / n
        if direct.is_share:
            _check_inside(share, scale)
            diagonal = scaled_variance(diagonal * share * (1 - share), share, scale)
        model = replace(model, V=_covariance(direct.R, diagonal))
        fits = fit_areas(model, model.problems(), y[:, None])
        share = inverse(fits.synthetic[used, 0], scale)
    return model, fits, factor


def _check_inside(share: FloatArray, scale: str) -> None:
    if ((share <= 0) | (share >= 1)).any():
        raise EstimationError(
            Said("smallarea-scale-the-covariates-put-an-area-at-0-or", scale=scale),
        )
