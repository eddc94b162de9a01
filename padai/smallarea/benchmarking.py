"""What modelled areas are made to add up to, where it may not be the sample's own sizes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import numpy as np

from padai.errors import EstimationError
from padai.numerics.area_bootstrap import AreaBenchmark
from padai.numerics.designs import FloatArray
from padai.results import Estimates
from padai.smallarea.direct import Direct, totals_of, weights_of_areas
from padai.smallarea.refusals import refusal
from padai.words import Said


def by_parts(weights: FloatArray) -> FloatArray:
    """Return weights of shape (waves, areas) as (waves, waves * areas), a wave's beside zeros.

    Examples
    --------
    >>> by_parts(np.array([[0.5, 0.5], [0.2, 0.8]]))[1].tolist()
    [0.0, 0.0, 0.2, 0.8]
    """
    whole = np.zeros((len(weights), weights.size))
    for k, row in enumerate(weights):
        whole[k, k * len(row) : (k + 1) * len(row)] = row
    return whole


def shares_given(
    given: Mapping[str, Any], waves: Collection[str], areas: Collection[str], verb: str
) -> FloatArray:
    """Return shares of areas by wave, shape (waves, areas), each wave's adding up to one.

    Raises
    ------
    EstimationError
        An area of a wave has none.
    """
    shares = np.zeros((len(waves), len(areas)))
    for k, wave in enumerate(waves):
        own = given.get(wave)
        own = own if isinstance(own, Mapping) else {}
        lost = [area for area in areas if not _is_share(own.get(area))]
        shares[k] = [0.0 if area in lost else float(own[area]) for area in areas]
        if lost or not shares[k].sum() > 0:
            raise refusal(
                verb,
                Said(
                    "smallarea-benchmark-needs-weights-by-wave",
                    verb=verb,
                    wave=wave,
                    lost=", ".join(lost) or Said("smallarea-those-given"),
                ),
            )
    result: FloatArray = shares / shares.sum(axis=1, keepdims=True)
    return result


def benchmark_by_weights(
    estimates: Estimates, direct: Direct, given: Mapping[str, Any]
) -> AreaBenchmark:
    """Make areas add up, by shares that are given, to the direct figure of each wave."""
    weights = shares_given(given, direct.waves, direct.areas, "small_area")
    return AreaBenchmark(by_parts(weights), totals_of(estimates, direct, weights), sampled=True)


def benchmark_among(estimates: Estimates, direct: Direct, areas: Collection[str]) -> AreaBenchmark:
    """Make some areas add up, by their weighted answerers, to what they do directly.

    Raises
    ------
    EstimationError
        A wave has none of them.
    """
    among = np.array([area in areas for area in direct.areas])
    usable = (np.isfinite(direct.estimate) & (direct.row >= 0)).reshape(len(direct.waves), -1)
    weights = np.where(among & usable, weights_of_areas(estimates, direct), 0.0)
    if not (weights.sum(axis=1) > 0).all():
        raise EstimationError(Said("smallarea-benchmark-areas-of-no-wave", verb="small_area"))
    weights = weights / weights.sum(axis=1, keepdims=True)
    own = np.nan_to_num(direct.estimate).reshape(weights.shape)
    return AreaBenchmark(by_parts(weights), (weights * own).sum(axis=1), sampled=True)


def _is_share(value: Any) -> bool:
    number = isinstance(value, (int, float, np.number)) and not isinstance(value, bool)
    return number and bool(np.isfinite(value)) and value >= 0
