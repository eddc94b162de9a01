"""Shares of areas: a multilevel logistic regression of cells, put together by their people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from padai.estimation import proportion
from padai.estimation.analysis import Source
from padai.estimation.items import share_item
from padai.numerics.area_residuals import residuals_of_shares
from padai.numerics.designs import BoolArray, FloatArray, IntArray
from padai.numerics.multilevel import MultilevelFit, fit_multilevel
from padai.numerics.multilevel_draws import Draws, draw_models
from padai.numerics.multilevel_mode import BinomialCells
from padai.numerics.poststratified import (
    CellsByArea,
    Totals,
    asked_of_draws,
    check_answers,
    shifted,
    weights_of_answers,
)
from padai.numerics.regression import check_rank
from padai.numerics.threads import pinned
from padai.results import TOTAL
from padai.smallarea.benchmarking import by_parts, shares_given
from padai.smallarea.cells import WAVE, PopulationCells
from padai.smallarea.direct import LEAST_BASE
from padai.smallarea.grid import (
    CellCodes,
    Codes,
    cell_numbers,
    grid_of,
    population_of,
    without_areas,
)
from padai.smallarea.refusals import refusal
from padai.words import Said

#: Of adaptive quadrature, where the areas are the only factor with random effects.
POINTS = 15
LEAST_AREAS = 3
_SHOWN = 5


@dataclass(frozen=True)
class AskedShares:
    """What the verb was asked for."""

    variable: str
    net: Any
    areas: str
    interactions: tuple[tuple[str, str], ...]
    covariates: Any
    prior: bool
    weights: str
    benchmark: bool | Mapping[str, Any]
    kept_out: frozenset[str]
    draws: int
    seed: int
    level: float


@dataclass(frozen=True, eq=False)
class DirectShares:
    """The direct estimates; arrays of shape (waves * areas,) but for the last two.

    Attributes
    ----------
    base : ndarray
        Respondents.
    estimate, error : ndarray
    used : ndarray of bool
        Whether the area's own answers enter.
    totals : ndarray, shape (waves,)
        The whole of each wave.
    covariance : ndarray, shape (waves, waves)
        Of those.
    """

    base: FloatArray
    estimate: FloatArray
    error: FloatArray
    used: BoolArray
    totals: FloatArray
    covariance: FloatArray


@dataclass(frozen=True, eq=False)
class FittedShares:
    """A fitted model of one response; arrays of shape (waves * areas,).

    Attributes
    ----------
    grid : Grid
    fit : MultilevelFit
    draws : Draws
    estimate, synthetic : ndarray
    own : ndarray, shape (rows, rows)
        How far each rests on the answers of each.
    direct : DirectShares
    response : str
    names : tuple of str
        Of the coefficients.
    left_out : int
        Respondents without a cell.
    residual : ndarray
        Of the direct share from the one without effects of the area, over its standard deviation.
    free : ndarray
        Shares before the benchmark.
    whole : tuple of pairs
        By wave, what these add up to and what the benchmark is; empty without one.
    """

    grid: CellCodes
    fit: MultilevelFit
    draws: Draws
    estimate: FloatArray
    synthetic: FloatArray
    own: FloatArray
    direct: DirectShares
    response: str
    names: tuple[str, ...]
    left_out: int
    residual: FloatArray
    free: FloatArray
    whole: tuple[tuple[float, float], ...]


@pinned
def fitted_shares(waves: Source, cells: PopulationCells, asked: AskedShares) -> FittedShares:
    """Fit the model of one response, poststratify and draw.

    Raises
    ------
    EstimationError
        See :func:`padai.unit_model`.
    """
    yes, member, response = _answers(waves, asked)
    ids = tuple(w.id for w in waves.waves)
    grid, codes = grid_of(waves, cells, asked.areas, asked.covariates, asked.interactions)
    direct = _direct(waves, asked, ids, grid.labels[asked.areas])
    row = grid.row(codes)
    known = np.logical_and.reduce([codes[name] >= 0 for name in grid.labels])
    kept = member & known
    kept[kept] = direct.used[row[kept]]
    weight = _weights(waves, kept, codes[WAVE], asked.weights)
    sample, group = _sample(grid, {n: c[kept] for n, c in codes.items()}, yes[kept], weight[kept])
    names = _checked(grid, sample, group)
    fit = fit_multilevel(sample, prior=asked.prior, points=POINTS if len(grid.factors) == 1 else 1)
    population = population_of(grid, cells, ids)
    counted = member & (codes[asked.areas] >= 0)
    totals = _benchmark(waves, asked, grid, direct, row, counted)
    eta = _predicted(population, fit, fit.effects)
    synthetic = _predicted(population, fit, without_areas(grid, fit))
    placed = eta if totals is None else shifted(population, eta, totals, totals.target)
    drawn = draw_models(
        sample, fit, asked_of_draws(population, totals), draws=asked.draws, seed=asked.seed
    )
    free, expected = population.shares(eta), population.shares(synthetic)
    return FittedShares(
        grid=grid,
        fit=fit,
        draws=drawn,
        estimate=population.shares(placed),
        synthetic=expected,
        own=weights_of_answers(population, sample, fit, group),
        direct=direct,
        response=response,
        names=names,
        left_out=int((member & ~known).sum()),
        residual=_residuals(grid, fit, direct, expected),
        free=free,
        whole=_whole_and_target(totals, free),
    )


def _answers(waves: Source, asked: AskedShares) -> tuple[FloatArray, BoolArray, str]:
    """Return one response by row, who answers, and its name."""
    item = share_item(waves, asked.variable, asked.net)
    if len(item.responses) != 1 or item.responses[0].kind != "share":
        listed = ", ".join(r.name for r in item.responses[:_SHOWN])
        raise refusal(
            "unit_model",
            Said("smallarea-unit-model-a-share-is-modelled-one-at-a", listed=listed),
        )
    response = item.responses[0]
    coded = item.fields[response.field]
    scores = np.array([*response.scores, 0.0])
    base = np.array([*response.base, False])
    return scores[coded.codes], base[coded.codes], response.name


@pinned
def _direct(
    waves: Source, asked: AskedShares, ids: tuple[str, ...], areas: tuple[str, ...]
) -> DirectShares:
    """Return the direct estimates by area, and of the whole, with the design's covariance."""
    est = proportion(waves, asked.variable, net=asked.net, by=asked.areas, level=asked.level)
    frame, rows = est.frame, len(ids) * len(areas)
    base, estimate, error = np.zeros(rows), np.full(rows, np.nan), np.full(rows, np.nan)
    used = np.zeros(rows, dtype=bool)
    for i in est.rows(breakdown=asked.areas):
        line = frame.iloc[i]
        if str(line["group"]) not in areas:
            continue
        r = _wave_of(line, ids) * len(areas) + areas.index(str(line["group"]))
        base[r], estimate[r], error[r] = line["n_base"], line["estimate"], line["std_error"]
        used[r] = base[r] >= LEAST_BASE and str(line["group"]) not in asked.kept_out
    sampled = int(used.reshape(len(ids), -1).any(axis=0).sum())
    if sampled < LEAST_AREAS:
        raise refusal(
            "unit_model",
            Said(
                "smallarea-unit-model-areas-have-respondents-or",
                sampled=sampled,
                least_base=LEAST_BASE,
                least_areas=LEAST_AREAS,
            ),
        )
    whole = est.rows(breakdown=TOTAL)
    order = np.array([_wave_of(frame.iloc[i], ids) for i in whole])
    whole = whole[np.argsort(order)]
    totals = frame["estimate"].to_numpy(dtype=np.float64)[whole]
    return DirectShares(base, estimate, error, used, totals, est.cov(whole))


def _wave_of(line: Any, ids: tuple[str, ...]) -> int:
    return ids.index(str(line["wave"])) if len(ids) > 1 else 0


def _weights(waves: Source, kept: BoolArray, wave: IntArray, how: str) -> FloatArray:
    """Return how much each answer counts: one; or its weight, the sum being Kish's effective n."""
    if how == "cells":
        return np.ones(len(kept))
    out = np.where(kept, np.asarray(waves.weights), 0.0)
    for w in np.unique(wave):
        own = wave == w
        if out[own].any():
            out[own] *= out[own].sum() / (out[own] ** 2).sum()
    return out


def _sample(
    grid: CellCodes, codes: Codes, yes: FloatArray, weight: FloatArray
) -> tuple[BinomialCells, IntArray]:
    """Return the cells with respondents, and the area and wave of each."""
    flat, first, place = np.unique(
        cell_numbers(codes, grid.labels), return_index=True, return_inverse=True
    )
    own = {name: code[first] for name, code in codes.items()}
    yes_of, people = (
        np.asarray(np.bincount(place, v, len(flat)), dtype=np.float64)
        for v in (yes * weight, weight)
    )
    X, _ = grid.fixed(own)
    return BinomialCells(yes_of, people, X, grid.effects(own), grid.sizes), grid.row(own)


def _checked(grid: CellCodes, sample: BinomialCells, group: IntArray) -> tuple[str, ...]:
    """Refuse a model that the sample cannot carry; return the names of the coefficients."""
    _, names = grid.fixed({name: np.zeros(1, dtype=np.intp) for name in grid.labels})
    areas = len(np.unique(group % grid.size(grid.areas)))
    if len(grid.names) + 1 >= areas:
        raise refusal(
            "unit_model",
            Said(
                "smallarea-unit-model-a-model-needs-more-sampled",
                areas=areas,
                count_names=len(grid.names) + 1,
            ),
        )
    held = sample.people > 0
    check_rank(sample.X[held], sample.people[held], names)
    check_answers(sample.yes, sample.people, sample.X, held)
    return names


def _residuals(
    grid: CellCodes, fit: MultilevelFit, direct: DirectShares, expected: FloatArray
) -> FloatArray:
    of_areas = [grid.areas in own and set(own) <= {grid.areas, WAVE} for own in grid.factors]
    deviation = float(np.sqrt((fit.deviations[of_areas] ** 2).sum()))
    residuals = residuals_of_shares(direct.estimate, direct.error, expected, deviation)
    return np.where(direct.used, residuals, np.nan)


@pinned
def _predicted(population: CellsByArea, fit: MultilevelFit, effects: FloatArray) -> FloatArray:
    """Return the linear predictor of each cell of the population."""
    return np.asarray(population.columns @ np.concatenate([effects, fit.coef]))


def _benchmark(
    waves: Source,
    asked: AskedShares,
    grid: CellCodes,
    direct: DirectShares,
    row: IntArray,
    counted: BoolArray,
) -> Totals | None:
    """Return what the areas must add up to, by the shares given or those of the sample."""
    if not asked.benchmark:
        return None
    ids = grid.labels[WAVE]
    totals = _totals(waves, counted, row, direct, ids)
    if isinstance(asked.benchmark, Mapping):
        given = shares_given(asked.benchmark, ids, grid.labels[asked.areas], "unit_model")
        totals = replace(totals, weights=by_parts(given))
    return totals


@pinned
def _whole_and_target(totals: Totals | None, free: FloatArray) -> tuple[tuple[float, float], ...]:
    """Return by wave what the shares add up to without the benchmark, and the benchmark."""
    if totals is None:
        return ()
    sums = totals.weights @ free
    return tuple(zip(sums.tolist(), totals.target.tolist(), strict=True))


def _totals(
    waves: Source, counted: BoolArray, row: IntArray, direct: DirectShares, ids: tuple[str, ...]
) -> Totals:
    """Return what the areas must add up to: the direct figure of each wave."""
    at_end = (direct.totals <= 0) | (direct.totals >= 1)
    if at_end.any():
        named = ids[int(np.flatnonzero(at_end)[0])]
        raise refusal(
            "unit_model",
            Said("smallarea-unit-model-the-direct-figure-of-wave-is", named=named),
        )
    rows = len(direct.base)
    sums = np.bincount(row[counted], np.asarray(waves.weights)[counted], rows)
    shares = sums.reshape(len(ids), -1)
    shares = shares / shares.sum(axis=1, keepdims=True)
    whole = np.zeros((len(ids), rows))
    for w, own in enumerate(shares):
        whole[w, w * len(own) : (w + 1) * len(own)] = own
    return Totals(whole, direct.totals, direct.covariance)
