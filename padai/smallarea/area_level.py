"""The public verb: direct estimates of areas in, modelled estimates out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import Any, Literal

import numpy as np

from padai.errors import EstimationError
from padai.estimation.choices import check_words
from padai.numerics.area_bootstrap import AreaBenchmark
from padai.numerics.area_scales import SCALES
from padai.numerics.fay_herriot import METHODS
from padai.results import Estimates
from padai.smallarea.benchmarking import benchmark_among, benchmark_by_weights, by_parts
from padai.smallarea.covariates import (
    areas_and_covariates,
    is_whole,
    listed_areas,
    refuse_unknown_areas,
    with_wave_effects,
)
from padai.smallarea.direct import (
    LEAST_BASE,
    Direct,
    breakdown_of,
    series_of,
    totals_of,
    weights_of_areas,
)
from padai.smallarea.fitting import FitRequest, fitted
from padai.smallarea.modelled import assembled
from padai.waves.guards import guarded
from padai.words import Said

Method = Literal["yl", "yl_ml", "ll", "ll_ml", "reml", "ml", "fh"]
LEAST_DRAWS = 400


@guarded
def small_area(
    estimates: Estimates,
    *,
    covariates: Any = None,
    areas: str | None = None,
    method: Method = "yl",
    scale: Literal["raw", "logit", "arcsine"] | None = None,
    variance: Literal["smoothed", "design"] = "smoothed",
    benchmark: bool | Mapping[str, Any] = True,
    over: Literal["walk", "ar1"] | None = None,
    rho: float | None = None,
    times: Mapping[str, float] | None = None,
    wave_effects: bool = True,
    kept_out: Collection[str] = (),
    draws: int = LEAST_DRAWS,
    seed: int = 1,
    level: float | None = None,
) -> Estimates:
    """Model estimates by area, each drawn towards what its covariates and the others say.

    Parameters
    ----------
    estimates
        Direct estimates by area, still attached to their wave or stack: the design's covariance of
        the areas enters. Each question and response has a model of its own.
    covariates
        A table with one row an area (in its index, or a column named as the breakdown) and numbers;
        areas that were not sampled may stand there too. With a column ``wave``, one row an area and
        wave. None: the areas' mean alone.
    areas
        The breakdown whose groups are the areas, where the estimates have several.
    method
        How the variance of the areas is estimated: ``yl`` (Yoshimori-Lahiri, of the restricted
        likelihood), ``ll`` (Li-Lahiri), the same two of the likelihood (``yl_ml``, ``ll_ml``),
        ``reml``, ``ml``, or ``fh`` (moments).
    scale
        ``logit``, ``arcsine`` or ``raw``. None: logit for shares, raw for means and balances.
    variance
        ``smoothed``: the design's correlations with variances from the pooled design effect at the
        modelled share. ``design``: as the design gives them.
    benchmark
        True: the areas, weighted by the weighted answerers, add up to the direct figure of the
        whole. Or ``{"target": 0.55, "weights": {area: 0.1, ...}}``, of one wave; without a target,
        weights by wave, ``{"weights": {wave: {area: 0.1, ...}}}``, to the direct figure of each.
        Or ``{"areas": [...]}``: these alone, to what they add up to directly. False: no.
    over
        Over several waves: area effects with a constant part and one that is a random walk or
        ``ar1`` with `rho`; which share is constant is chosen by the penalised likelihood among
        0, 0.1, ... 1.
    rho
        Correlation from one wave to the next (per unit of `times`), declared.
    times
        Time of each wave. None: one unit apart.
    wave_effects
        Over several waves, whether each has a coefficient of its own (beyond the first), so that a
        change common to all areas is borrowed by none: area effects tell only how an area departs
        from it. False: the areas' effects carry a common change too, and small areas are drawn back
        from it.
    kept_out
        Areas whose own answers may not enter, whatever their base: their estimates are synthetic.
    draws, seed
        Of the parametric bootstrap, which repeats fit and benchmark; 400 or more.
    level
        Of the prediction intervals. None: that of `estimates`.

    Returns
    -------
    Estimates
        One row an area and wave. `std_error` is the root of the mean squared error, `df` infinite,
        intervals are prediction intervals under the model. Then columns ``model``, ``shrinkage``
        (the weight of the area's own estimate, 0 to 1), ``borrowed`` (one minus it), ``direct``,
        ``direct_std_error``, ``synthetic``, ``mse``, ``mse_error`` (Monte Carlo), ``residual`` (how
        many standard deviations the direct estimate stands from what the model expects),
        ``unbenchmarked`` (before the benchmark). `flag` ``s``: no
        sample, or fewer than ten respondents, so that the figure is synthetic. `cov` and
        `contrast` use the model's covariance.

    Raises
    ------
    EstimationError
        Too few areas, or no more than coefficients; an area or a value is missing among the
        covariates, or they are collinear; a share of 0 or 1 on the logit scale; a covariance that
        is not positive; no convergence; several waves without `over`; with wave effects, a wave in
        which no area has ten respondents, or a covariate that is the same in all areas of a wave.

    References
    ----------
    Fay and Herriot (1979), *JASA* 74. Rao and Molina (2015), *Small Area Estimation*, chapters 5
    to 8. Yoshimori and Lahiri (2014), *J. Multivariate Anal.* 124. R: ``sae::mseFH``.

    Examples
    --------
    >>> est = padai.proportion(wave, "trust", net="trust", by="region")  # doctest: +SKIP
    >>> padai.small_area(est, covariates=known).frame  # doctest: +SKIP
    """
    check_words(
        "small_area",
        method=(method, METHODS),
        scale=(scale, (None, *SCALES)),
        variance=(variance, ("smoothed", "design")),
        over=(over, (None, "walk", "ar1")),
    )
    _check_numbers(draws, seed, over, rho)
    _check_yes_or_no(wave_effects)
    breakdown = breakdown_of(estimates, areas)
    own = estimates.frame[estimates.frame["breakdown"] == breakdown]
    waves = tuple(dict.fromkeys(own["wave"].astype(str)))
    _check_waves(waves, over, times)
    sampled = tuple(dict.fromkeys(own["group"].astype(str)))
    every, names, X = areas_and_covariates(covariates, breakdown, sampled, waves)
    kept_out = listed_areas(kept_out, "small_area")
    refuse_unknown_areas(kept_out, every, "small_area")
    if wave_effects and len(waves) > 1:
        names, X = with_wave_effects(names, X, waves)
    asked = FitRequest(
        method=method,
        scale=scale,
        variance=variance,
        over=over,
        rho=rho,
        times=tuple(float(times[w]) if times else float(k) for k, w in enumerate(waves)),
        draws=draws,
        seed=seed,
        level=level or estimates.level,
        names=names,
    )
    models = [
        fitted(
            _told_by_wave(direct, wave_effects), X, _benchmark(estimates, direct, benchmark), asked
        )
        for direct in series_of(estimates, breakdown, every, kept_out)
    ]
    return assembled(estimates, breakdown, models, asked, benchmark is not False)


def _told_by_wave(direct: Direct, wave_effects: bool) -> Direct:
    """Refuse a wave of which no area's answers enter: its coefficient could be anything."""
    enters = direct.used.reshape(len(direct.waves), -1).any(axis=1)
    if wave_effects and not enters.all():
        lost = ", ".join(np.array(direct.waves)[~enters])
        raise EstimationError(
            Said(
                "smallarea-small-area-wave-has-no-area-that-enters",
                question=direct.question,
                response=direct.response,
                lost=lost,
                least_base=LEAST_BASE,
            ),
        )
    return direct


def _benchmark(
    estimates: Estimates, direct: Direct, wanted: bool | Mapping[str, Any]
) -> AreaBenchmark | None:
    if wanted is False:
        return None
    if wanted is True:
        weights = weights_of_areas(estimates, direct)
        return AreaBenchmark(by_parts(weights), totals_of(estimates, direct, weights), sampled=True)
    given = dict(wanted) if isinstance(wanted, Mapping) else {}
    if set(given) == {"areas"}:
        return benchmark_among(estimates, direct, listed_areas(given["areas"], "small_area"))
    if set(given) == {"weights"} and isinstance(given["weights"], Mapping):
        return benchmark_by_weights(estimates, direct, given["weights"])
    if set(given) != {"target", "weights"} or len(direct.waves) != 1:
        raise EstimationError(
            Said("smallarea-small-area-benchmark-is-true-false-or"),
        )
    if not _is_number(given["target"]) or not isinstance(given["weights"], Mapping):
        raise EstimationError(
            Said("smallarea-small-area-benchmark-is-true-false-or"),
        )
    lost = [area for area in direct.areas if not _is_number(given["weights"].get(area))]
    share = np.array([0.0 if a in lost else float(given["weights"][a]) for a in direct.areas])
    if lost or (share < 0).any() or not share.sum() > 0:
        raise EstimationError(
            Said(
                "smallarea-small-area-the-benchmark-needs-a-weight",
                lost=", ".join(lost) or Said("smallarea-those-given"),
            ),
        )
    return AreaBenchmark((share / share.sum())[None, :], np.array([float(given["target"])]), False)


def _is_number(value: Any) -> bool:
    number = isinstance(value, (int, float, np.number)) and not isinstance(value, bool)
    return number and bool(np.isfinite(value))


def _check_numbers(draws: int, seed: int, over: str | None, rho: float | None) -> None:
    if not is_whole(seed):
        raise EstimationError(
            Said("smallarea-small-area-seed-a-seed-is-a-whole-number", seed=repr(seed)),
        )
    if not is_whole(draws) or draws < LEAST_DRAWS:
        raise EstimationError(
            Said(
                "smallarea-small-area-draws-the-bootstrap-needs-or",
                draws=repr(draws),
                least_draws=LEAST_DRAWS,
            ),
        )
    declared = isinstance(rho, (int, float)) and not isinstance(rho, bool) and 0 <= rho < 1
    if (over == "ar1") != declared or (over != "ar1" and rho is not None):
        raise EstimationError(
            Said(
                "smallarea-small-area-over-rho-ar1-needs-a-declared", over=repr(over), rho=repr(rho)
            ),
        )


def _check_yes_or_no(wave_effects: Any) -> None:
    if not isinstance(wave_effects, bool):
        raise EstimationError(
            Said("smallarea-small-area-wave-effects-is-true-or-false", given=repr(wave_effects)),
        )


def _check_waves(
    waves: tuple[str, ...], over: str | None, times: Mapping[str, float] | None
) -> None:
    if (len(waves) > 1) != (over is not None):
        raise EstimationError(
            Said(
                "smallarea-small-area-waves-with-over-several-waves",
                count_waves=len(waves),
                over=repr(over),
            ),
        )
    if times is not None:
        lost = [wave for wave in waves if wave not in times or not _is_number(times[wave])]
        rising = not lost and all(times[a] < times[b] for a, b in pairwise(waves))
        if not rising:
            raise EstimationError(
                Said("smallarea-small-area-times-gives-a-rising-number", waves=", ".join(waves)),
            )
