"""The cells of a model of people: the codes they are made of, and who lives in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from padai.errors import nearest
from padai.estimation.analysis import Source, codes_of
from padai.numerics.designs import FloatArray, IntArray
from padai.numerics.multilevel import MultilevelFit
from padai.numerics.multilevel_mode import design_matrix
from padai.numerics.poststratified import CellsByArea
from padai.smallarea.cells import WAVE, PopulationCells
from padai.smallarea.covariates import areas_and_covariates
from padai.smallarea.refusals import refusal
from padai.waves.coding import CodedColumn
from padai.words import Said

MOST_EFFECTS = 2000
_SHOWN = 5

Codes = Mapping[str, IntArray]


@dataclass(frozen=True, eq=False)
class CellCodes:
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
        row_of_grid: IntArray = codes[WAVE] * self.size(self.areas) + codes[self.areas]
        return row_of_grid


def grid_of(
    waves: Source,
    cells: PopulationCells,
    areas: str,
    covariates: Any,
    interactions: tuple[tuple[str, str], ...],
) -> tuple[CellCodes, dict[str, IntArray]]:
    """Return the codes of cells, and those of each respondent; -1 where there is none."""
    ids = tuple(w.id for w in waves.waves)
    labels: dict[str, tuple[str, ...]] = {}
    codes: dict[str, IntArray] = {}
    for name in cells.variables:
        coded = codes_of(waves, name)
        labels[name], codes[name] = _matched(name, coded, cells)
    labels[WAVE] = ids
    codes[WAVE] = np.repeat(np.arange(len(ids)), [len(w) for w in waves.waves])
    _refuse_unpeopled(cells, labels, codes, ids)
    names, X = _standardised(covariates, areas, labels[areas], ids)
    pairs = tuple(_interaction(pair, labels) for pair in interactions)
    if len(ids) > 1 and (areas, WAVE) not in pairs:
        pairs = ((areas, WAVE), *pairs)
    grid = CellCodes(labels, areas, X, names, tuple(dict.fromkeys(pairs)))
    if sum(grid.sizes) > MOST_EFFECTS:
        raise refusal(
            "unit_model",
            Said(
                "smallarea-unit-model-the-model-would-have-effects",
                sizes=sum(grid.sizes),
                most_effects=MOST_EFFECTS,
            ),
        )
    return grid, codes


def _standardised(
    covariates: Any, breakdown: str, areas: tuple[str, ...], ids: tuple[str, ...]
) -> tuple[tuple[str, ...], FloatArray]:
    """Return the names of the covariates, and their values with mean 0 and deviation 1."""
    every, names, X = areas_and_covariates(covariates, breakdown, areas, ids, verb="unit_model")
    kept = np.array([every.index(area) for area in areas])
    X = X.reshape(len(ids), len(every), -1)[:, kept, 1:]
    spread = X.std(axis=(0, 1))
    return names[1:], (X - X.mean(axis=(0, 1))) / np.where(spread > 0, spread, 1.0)


def _matched(
    name: str, coded: CodedColumn, cells: PopulationCells
) -> tuple[tuple[str, ...], IntArray]:
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
        raise refusal(
            "unit_model",
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


def cell_numbers(codes: Codes, labels: Mapping[str, tuple[str, ...]]) -> IntArray:
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
    lost = np.flatnonzero(~np.isin(cell_numbers(own, labels), cell_numbers(there, labels)))
    if len(lost):
        named = "*".join(labels[name][own[name][lost[0]]] for name in labels)
        raise refusal(
            "unit_model",
            Said(
                "smallarea-unit-model-respondents-are-in-cells", count_lost=len(lost), named=named
            ),
        )


def _interaction(pair: tuple[str, str], labels: Mapping[str, tuple[str, ...]]) -> tuple[str, str]:
    unknown = [name for name in pair if name not in labels]
    if unknown or len(set(pair)) != 2:
        hint = nearest(unknown[0], labels) if unknown else nearest("", ())
        raise refusal(
            "unit_model",
            Said(
                "smallarea-unit-model-the-interaction-is-of-two-of",
                pair="*".join(pair),
                labels=", ".join(labels),
                hint=hint,
            ),
        )
    return pair


def population_of(grid: CellCodes, cells: PopulationCells, ids: tuple[str, ...]) -> CellsByArea:
    """Return the people of each cell, and what the model says of it."""
    codes, size = _population_codes(cells, grid.labels, ids)
    X, _ = grid.fixed(codes)
    columns = design_matrix(X, grid.effects(codes), grid.sizes)
    areas, row = grid.labels[grid.areas], grid.row(codes)
    empty = np.flatnonzero(np.bincount(row, minlength=len(ids) * len(areas)) == 0)
    if len(empty):
        wave, area = divmod(int(empty[0]), len(areas))
        raise refusal(
            "unit_model",
            Said(
                "smallarea-unit-model-population-has-nobody-in-area-f61e",
                areas=areas[area],
                ids=ids[wave],
            ),
        )
    return CellsByArea(columns, size, row, len(ids) * len(areas))


def without_areas(grid: CellCodes, fit: MultilevelFit) -> FloatArray:
    """Return the random effects with those of the areas at 0."""
    areas = np.array([grid.areas in own for own in grid.factors])
    return np.where(areas[np.repeat(np.arange(len(areas)), grid.sizes)], 0.0, fit.effects)
