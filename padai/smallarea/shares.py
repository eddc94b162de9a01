"""Shares of areas: a multilevel logistic regression of cells, put together by their people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from padai.errors import EstimationError, nearest
from padai.estimation import proportion
from padai.estimation.analysis import Source, codes_of
from padai.estimation.items import share_item
from padai.numerics.area_residuals import residuals_of_shares
from padai.numerics.designs import BoolArray, FloatArray, IntArray
from padai.numerics.multilevel import (
    BinomialCells,
    MultilevelFit,
    design_matrix,
    fit_multilevel,
)
from padai.numerics.multilevel_draws import Draws, draw_models
from padai.numerics.poststratified import (
    Population,
    Totals,
    asked_of_draws,
    check_answers,
    shifted,
    weights_of_answers,
)
from padai.numerics.regression import check_rank
from padai.numerics.threads import pinned
from padai.results import TOTAL
from padai.smallarea.benchmarks import by_parts, shares_given
from padai.smallarea.cells import WAVE, PopulationCells
from padai.smallarea.direct import LEAST_BASE
from padai.waves.coding import Coded
from padai.words import Said

#: Of adaptive quadrature, where the areas are the only factor with random effects.
POINTS = 15
LEAST_AREAS = 3
MOST_EFFECTS = 2000
_SHOWN = 5

Codes = Mapping[str, IntArray]


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
class Grid:
    """The codes of everything that cells are made of.

    Attributes
    ----------
    labels : dict
        Codes of the areas, the other variables, and ``wave``.
    areas : str
    covariates : ndarray, shape (waves, areas, c)
    names : tuple of str
        Of the covariates.
    interactions : tuple of pairs of names
    """

    labels: dict[str, tuple[str, ...]]
    areas: str
    covariates: FloatArray
    names: tuple[str, ...]
    interactions: tuple[tuple[str, str], ...]

    def size(self, name: str) -> int:
        """Return how many codes there are."""
        return len(self.labels[name])

    @property
    def factors(self) -> tuple[tuple[str, ...], ...]:
        """The factors with random effects: areas, variables of three codes or more, crossings."""
        plain = [(n,) for n in self.labels if n not in (self.areas, WAVE) and self.size(n) > 2]
        return ((self.areas,), *plain, *self.interactions)

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many effects each factor has."""
        return tuple(int(np.prod([self.size(name) for name in own])) for own in self.factors)

    def effects(self, codes: Codes) -> tuple[IntArray, ...]:
        """Return the place of each cell among the effects of each factor."""
        return tuple(
            codes[own[0]] if len(own) == 1 else codes[own[0]] * self.size(own[1]) + codes[own[1]]
            for own in self.factors
        )

    def fixed(self, codes: Codes) -> tuple[FloatArray, tuple[str, ...]]:
        """Return the columns without a penalty, shape (n, p), and their names."""
        columns, names = [np.ones(len(codes[WAVE]))], ["(Intercept)"]
        pairs = [n for n in self.labels if n not in (self.areas, WAVE) and self.size(n) == 2]
        for name in (WAVE, *pairs):
            for k in range(1, self.size(name)):
                columns.append((codes[name] == k).astype(np.float64))
                names.append(f"{name}={self.labels[name][k]}")
        X = np.column_stack(columns)
        return np.column_stack([X, self.covariates[codes[WAVE], codes[self.areas]]]), (
            *names,
            *self.names,
        )

    def row(self, codes: Codes) -> IntArray:
        """Return the area and wave of each cell as one number."""
        found: IntArray = codes[WAVE] * self.size(self.areas) + codes[self.areas]
        return found


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
    used : ndarray of bool
        Whether the area's own answers enter.
    base : ndarray
        Respondents.
    direct, direct_error : ndarray
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

    grid: Grid
    fit: MultilevelFit
    draws: Draws
    estimate: FloatArray
    synthetic: FloatArray
    own: FloatArray
    used: BoolArray
    base: FloatArray
    direct: FloatArray
    direct_error: FloatArray
    response: str
    names: tuple[str, ...]
    left_out: int
    residual: FloatArray
    free: FloatArray
    whole: tuple[tuple[float, float], ...]


@dataclass(frozen=True, eq=False)
class _Direct:
    """The direct estimates, by wave and area."""

    base: FloatArray
    estimate: FloatArray
    error: FloatArray
    used: BoolArray
    totals: FloatArray
    covariance: FloatArray


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
    grid, codes = _grid(waves, cells, asked, ids)
    direct = _direct(waves, asked, ids, grid.labels[asked.areas])
    row = grid.row(codes)
    known = np.logical_and.reduce([codes[name] >= 0 for name in grid.labels])
    kept = member & known
    kept[kept] = direct.used[row[kept]]
    weight = _weights(waves, kept, codes[WAVE], asked.weights)
    sample, group = _sample(grid, {n: c[kept] for n, c in codes.items()}, yes[kept], weight[kept])
    names = _checked(grid, sample, group)
    fit = fit_multilevel(sample, prior=asked.prior, points=POINTS if len(grid.factors) == 1 else 1)
    population = _population(grid, cells, ids)
    totals = None
    if asked.benchmark:
        counted = member & (codes[asked.areas] >= 0)
        totals = _totals(waves, counted, row, direct, ids)
        if isinstance(asked.benchmark, Mapping):
            areas = grid.labels[asked.areas]
            given = shares_given(asked.benchmark, ids, areas, "unit_model")
            totals = replace(totals, weights=by_parts(given))
    eta = population.columns @ np.concatenate([fit.effects, fit.coef])
    synthetic = population.columns @ np.concatenate([_without_areas(grid, fit), fit.coef])
    placed = eta if totals is None else shifted(population, eta, totals, totals.target)
    drawn = draw_models(
        sample, fit, asked_of_draws(population, totals), draws=asked.draws, seed=asked.seed
    )
    free, expected = population.shares(eta), population.shares(synthetic)
    whole = (
        ()
        if totals is None
        else zip((totals.weights @ free).tolist(), totals.target.tolist(), strict=True)
    )
    return FittedShares(
        grid,
        fit,
        drawn,
        population.shares(placed),
        expected,
        weights_of_answers(population, sample, fit, group),
        direct.used,
        direct.base,
        direct.estimate,
        direct.error,
        response,
        names,
        int((member & ~known).sum()),
        _residuals(grid, fit, direct, expected),
        free,
        tuple(whole),
    )


def _answers(waves: Source, asked: AskedShares) -> tuple[FloatArray, BoolArray, str]:
    """Return one response by row, who answers, and its name."""
    item = share_item(waves, asked.variable, asked.net)
    if len(item.responses) != 1 or item.responses[0].kind != "share":
        listed = ", ".join(r.name for r in item.responses[:_SHOWN])
        raise EstimationError(
            Said("smallarea-unit-model-a-share-is-modelled-one-at-a", listed=listed),
        )
    response = item.responses[0]
    coded = item.fields[response.field]
    scores = np.array([*response.scores, 0.0])
    base = np.array([*response.base, False])
    return scores[coded.codes], base[coded.codes], response.name


def _grid(
    waves: Source, cells: PopulationCells, asked: AskedShares, ids: tuple[str, ...]
) -> tuple[Grid, dict[str, IntArray]]:
    """Return the codes of cells, and those of each respondent; -1 where there is none."""
    from padai.smallarea.covariates import areas_and_covariates

    labels: dict[str, tuple[str, ...]] = {}
    codes: dict[str, IntArray] = {}
    for name in cells.variables:
        coded = codes_of(waves, name)
        labels[name], codes[name] = _matched(name, coded, cells)
    labels[WAVE] = ids
    codes[WAVE] = np.repeat(np.arange(len(ids)), [len(w) for w in waves.waves])
    _refuse_unpeopled(cells, labels, codes, ids)
    areas = labels[asked.areas]
    every, names, X = areas_and_covariates(
        asked.covariates, asked.areas, areas, ids, verb="unit_model"
    )
    kept = np.array([every.index(area) for area in areas])
    X = X.reshape(len(ids), len(every), -1)[:, kept, 1:]
    spread = X.std(axis=(0, 1))
    X = (X - X.mean(axis=(0, 1))) / np.where(spread > 0, spread, 1.0)
    pairs = tuple(_interaction(pair, labels) for pair in asked.interactions)
    if len(ids) > 1 and (asked.areas, WAVE) not in pairs:
        pairs = ((asked.areas, WAVE), *pairs)
    grid = Grid(labels, asked.areas, X, names[1:], tuple(dict.fromkeys(pairs)))
    if sum(grid.sizes) > MOST_EFFECTS:
        raise EstimationError(
            Said(
                "smallarea-unit-model-the-model-would-have-effects",
                sizes=sum(grid.sizes),
                most_effects=MOST_EFFECTS,
            ),
        )
    return grid, codes


def _matched(name: str, coded: Coded, cells: PopulationCells) -> tuple[tuple[str, ...], IntArray]:
    """Return the codes of a variable in the population, and each respondent's place among them."""
    there = list(dict.fromkeys(cells.frame[name]))
    labels = (
        *(c for c in coded.labels if c in there),
        *(c for c in there if c not in coded.labels),
    )
    count = np.bincount(coded.codes[coded.codes >= 0], minlength=len(coded.labels))
    lost = [
        code
        for code, n in zip(coded.labels, count, strict=True)
        if n and code not in there and (name, code) not in cells.untargeted
    ]
    if lost:
        hint = nearest(lost[0], there)
        raise EstimationError(
            Said(
                "smallarea-unit-model-has-respondents-with-the-code",
                name=name,
                lost=", ".join(lost[:_SHOWN]),
                there=", ".join(there[:20]),
                hint=hint,
            ),
        )
    place = np.array([*(labels.index(c) if c in labels else -1 for c in coded.labels), -1])
    return labels, place[coded.codes].astype(np.intp)


def _flat(codes: Codes, labels: Mapping[str, tuple[str, ...]]) -> IntArray:
    """Return each cell as one number."""
    out = np.zeros(len(next(iter(codes.values()))), dtype=np.int64)
    for name in labels:
        out = out * len(labels[name]) + codes[name]
    return out


def _population_codes(
    cells: PopulationCells, labels: Mapping[str, tuple[str, ...]], ids: tuple[str, ...]
) -> tuple[dict[str, IntArray], FloatArray]:
    """Return the codes of the population's cells of every wave, and their people."""
    rows = [cells.of_wave(wave) for wave in ids]
    own: dict[str, IntArray] = {}
    for name in cells.variables:
        place = {code: k for k, code in enumerate(labels[name])}
        codes = np.array([place[code] for code in cells.frame[name]], dtype=np.intp)
        own[name] = np.concatenate([codes[kept] for kept in rows])
    own[WAVE] = np.repeat(np.arange(len(ids)), [int(kept.sum()) for kept in rows])
    return own, np.concatenate([cells.size[kept] for kept in rows])


def _refuse_unpeopled(
    cells: PopulationCells,
    labels: Mapping[str, tuple[str, ...]],
    codes: Codes,
    ids: tuple[str, ...],
) -> None:
    there, _ = _population_codes(cells, labels, ids)
    known = np.logical_and.reduce([codes[name] >= 0 for name in labels])
    own = {name: code[known] for name, code in codes.items()}
    lost = np.flatnonzero(~np.isin(_flat(own, labels), _flat(there, labels)))
    if len(lost):
        named = "*".join(labels[name][own[name][lost[0]]] for name in labels)
        raise EstimationError(
            Said(
                "smallarea-unit-model-respondents-are-in-cells", count_lost=len(lost), named=named
            ),
        )


def _interaction(pair: tuple[str, str], labels: Mapping[str, tuple[str, ...]]) -> tuple[str, str]:
    unknown = [name for name in pair if name not in labels]
    if unknown or len(set(pair)) != 2:
        hint = nearest(unknown[0], labels) if unknown else nearest("", ())
        raise EstimationError(
            Said(
                "smallarea-unit-model-the-interaction-is-of-two-of",
                pair="*".join(pair),
                labels=", ".join(labels),
                hint=hint,
            ),
        )
    return pair


@pinned
def _direct(
    waves: Source, asked: AskedShares, ids: tuple[str, ...], areas: tuple[str, ...]
) -> _Direct:
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
        raise EstimationError(
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
    return _Direct(base, estimate, error, used, totals, est.cov(whole))


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
    grid: Grid, codes: Codes, yes: FloatArray, weight: FloatArray
) -> tuple[BinomialCells, IntArray]:
    """Return the cells with respondents, and the area and wave of each."""
    flat, first, place = np.unique(
        _flat(codes, grid.labels), return_index=True, return_inverse=True
    )
    own = {name: code[first] for name, code in codes.items()}
    yes_of, people = (
        np.asarray(np.bincount(place, v, len(flat)), dtype=np.float64)
        for v in (yes * weight, weight)
    )
    X, _ = grid.fixed(own)
    return BinomialCells(yes_of, people, X, grid.effects(own), grid.sizes), grid.row(own)


def _checked(grid: Grid, sample: BinomialCells, group: IntArray) -> tuple[str, ...]:
    """Refuse a model that the sample cannot carry; return the names of the coefficients."""
    _, names = grid.fixed({name: np.zeros(1, dtype=np.intp) for name in grid.labels})
    areas = len(np.unique(group % grid.size(grid.areas)))
    if len(grid.names) + 1 >= areas:
        raise EstimationError(
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


def _population(grid: Grid, cells: PopulationCells, ids: tuple[str, ...]) -> Population:
    codes, size = _population_codes(cells, grid.labels, ids)
    X, _ = grid.fixed(codes)
    columns = design_matrix(X, grid.effects(codes), grid.sizes)
    areas, row = grid.labels[grid.areas], grid.row(codes)
    empty = np.flatnonzero(np.bincount(row, minlength=len(ids) * len(areas)) == 0)
    if len(empty):
        wave, area = divmod(int(empty[0]), len(areas))
        raise EstimationError(
            Said(
                "smallarea-unit-model-population-has-nobody-in-area-f61e",
                areas=areas[area],
                ids=ids[wave],
            ),
        )
    return Population(columns, size, row, len(ids) * len(areas))


def _without_areas(grid: Grid, fit: MultilevelFit) -> FloatArray:
    """Return the random effects with those of the areas at 0."""
    areas = np.array([grid.areas in own for own in grid.factors])
    return np.where(areas[np.repeat(np.arange(len(areas)), grid.sizes)], 0.0, fit.effects)


def _residuals(grid: Grid, fit: MultilevelFit, direct: _Direct, expected: FloatArray) -> FloatArray:
    of_areas = [grid.areas in own and set(own) <= {grid.areas, WAVE} for own in grid.factors]
    deviation = float(np.sqrt((fit.deviations[of_areas] ** 2).sum()))
    found = residuals_of_shares(direct.estimate, direct.error, expected, deviation)
    return np.where(direct.used, found, np.nan)


def _totals(
    waves: Source, counted: BoolArray, row: IntArray, direct: _Direct, ids: tuple[str, ...]
) -> Totals:
    """Return what the areas must add up to: the direct figure of each wave."""
    at_end = (direct.totals <= 0) | (direct.totals >= 1)
    if at_end.any():
        named = ids[int(np.flatnonzero(at_end)[0])]
        raise EstimationError(
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
