"""What people of a part are made of: margins from the targets, then from ``truth.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from padai.errors import DefinitionError
from padai.simulation.divisions import Divisions
from padai.simulation.planted import Planted, PlantedSample
from padai.survey import Survey
from padai.words import Said

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class CrossedMargin:
    """One margin of the population: divisions crossed, and the share of each cell.

    `cells` holds one tuple of groups for each share; shares are of any total.
    """

    names: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    shares: NDArray[np.float64]


def blocks_of(
    survey: Survey, planted: Planted, wave_id: str, part: str, divisions: Divisions
) -> tuple[list[CrossedMargin], float | None]:
    """List the margins that make people up: targets, then `people`, then those of `main`."""
    blocks, total = _own_blocks(survey, planted.sample(part), wave_id, part, divisions)
    if part != "main" and "main" in survey.wave(wave_id).parts:
        described = {divisions.question(n).id for b in blocks for n in b.names}
        shared, _ = _own_blocks(survey, planted.sample("main"), wave_id, "main", divisions)
        for block in shared:
            ids = {divisions.question(name).id for name in block.names}
            asked = all(survey.question(i).asked_in(wave_id, part) for i in ids)
            if asked and not ids & described:
                blocks.append(block)
    return blocks, total


def _own_blocks(
    survey: Survey, sample: PlantedSample, wave_id: str, part: str, divisions: Divisions
) -> tuple[list[CrossedMargin], float | None]:
    weighting = survey.part(wave_id, part).weighting
    blocks: list[CrossedMargin] = []
    total = 0.0
    described: set[str] = set()
    where = f"{survey.id}, {wave_id}, {part}"
    if weighting is not None and weighting.margins:
        targets = survey.targets(wave_id, part)
        total = targets.margins[0].total
        for margin in targets.margins:
            names = tuple(margin.id.split("*"))
            cells = _cells(margin.cells, _merged(survey, wave_id, part, margin.id))
            block = _block(names, cells, divisions, where)
            blocks.append(_by_code(block, sample, divisions))
            described |= {divisions.question(n).id for n in names}
    for name, shares in sample.people.items():
        question = divisions.question(name)
        if question.id in described or not question.asked_in(wave_id, part):
            continue
        cells = {(code,): share for code, share in shares.items() if share > 0}
        block = _block((name,), cells, divisions, f"{survey.id}, truth.yaml")
        blocks.append(_by_code(block, sample, divisions))
    return blocks, total if total > 1000 else None


def _merged(survey: Survey, wave_id: str, part: str, margin: str) -> dict[str, dict[str, float]]:
    """Return how merged cells of a margin split, from a wave that has targets for each."""
    weighting = survey.part(wave_id, part).weighting
    merged: dict[str, dict[str, float]] = {}
    for rule in weighting.collapse if weighting else ():
        if rule.margin != margin:
            continue
        merged[rule.into] = dict.fromkeys(rule.cells, 1.0)
        for other in survey.waves:
            parts = survey.wave(other).parts
            own = parts[part].weighting if part in parts else None
            if own is None or margin not in own.margins:
                continue
            cells = next(m for m in survey.targets(other, part).margins if m.id == margin).cells
            if set(rule.cells) <= set(cells):
                merged[rule.into] = {c: cells[c] for c in rule.cells}
                break
    return merged


def _cells(
    cells: Mapping[str, float], merged: Mapping[str, Mapping[str, float]]
) -> dict[tuple[str, ...], float]:
    """Split crossed cells by name, and a merged cell among those it was merged from."""
    split: dict[tuple[str, ...], float] = {}
    for cell, share in cells.items():
        parts = merged.get(cell, {cell: 1.0})
        for each, size in parts.items():
            split[tuple(each.split("*"))] = share * size / sum(parts.values())
    return split


def _by_code(block: CrossedMargin, sample: PlantedSample, divisions: Divisions) -> CrossedMargin:
    """Split the groups of a single margin among the codes of its question."""
    question = divisions.question(block.names[0])
    if len(block.names) > 1 or question.scale is None:
        return block
    known = sample.people.get(question.id, {})
    cells: dict[tuple[str, ...], float] = {}
    for (group,), share in zip(block.cells, block.shares, strict=True):
        codes = divisions.find(block.names[0], group).codes
        weights = {code: known.get(code, 0.0) for code in codes}
        weights = weights if sum(weights.values()) > 0 else dict.fromkeys(codes, 1.0)
        for code, size in weights.items():
            if size > 0:
                cells[(code,)] = float(share) * size / sum(weights.values())
    return CrossedMargin((question.id,), tuple(cells), np.array(list(cells.values())))


def _block(
    names: tuple[str, ...],
    cells: Mapping[tuple[str, ...], float],
    divisions: Divisions,
    where: str,
) -> CrossedMargin:
    for place, name in enumerate(names):
        if name not in divisions:
            raise DefinitionError(
                Said(
                    "simulation-the-margin-divides-people-by-which-is-no",
                    where=where,
                    names="*".join(names),
                    name=name,
                )
            )
        known = divisions.known(name)
        for cell in cells:
            if len(cell) != len(names) or cell[place] not in known:
                raise DefinitionError(
                    Said(
                        "simulation-the-margin-has-the-cell-which-is-no",
                        where=where,
                        names="*".join(names),
                        cell="*".join(cell),
                        name=name,
                        known=", ".join(known),
                    )
                )
    return CrossedMargin(names, tuple(cells), np.array(list(cells.values()), dtype=float))
