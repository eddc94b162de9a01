"""The people of a part in a wave: a large made-up population whose make-up is known exactly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from padai.errors import DefinitionError
from padai.simulation.divisions import Divisions, code_list
from padai.simulation.draws import allotted, chosen, normals, uniforms
from padai.simulation.makeup import CrossedMargin, blocks_of
from padai.simulation.planted import Effects, Planted, PlantedSample
from padai.survey import Survey
from padai.words import Said

if TYPE_CHECKING:
    from numpy.typing import NDArray

POPULATION = 20_000
"""People in a made-up population: samples are drawn from it with replacement."""


@dataclass(frozen=True)
class Population:
    """A part's people in one wave.

    Attributes
    ----------
    weight
        Shape (N,), mean one; with it every declared margin holds.
    answers
        For each demographic question, positions in its code list or numbers, shape (N,).
    traits
        For each trait, its value, shape (N,).
    total
        How many people the targets count, where they are counts; otherwise none.
    """

    weight: NDArray[np.float64]
    answers: Mapping[str, NDArray[np.float64]]
    traits: Mapping[str, NDArray[np.float64]]
    total: float | None

    def effect(self, effects: Effects, divisions: Divisions) -> NDArray[np.float64]:
        """Sum the shifts of the groups that each person belongs to, shape (N,)."""
        summed = np.zeros(len(self.weight))
        for name, groups in effects.items():
            self._known(divisions.question(name).id, divisions)
            for group, size in groups.items():
                summed[divisions.member(name, group, self.answers)] += size
        return summed

    def mean(self, values: NDArray[np.float64]) -> float:
        """Return the population mean of values of shape (N,)."""
        return float(np.sum(self.weight * values) / np.sum(self.weight))

    def _known(self, question: str, divisions: Divisions) -> None:
        if question not in self.answers:
            raise DefinitionError(
                Said(
                    "simulation-truth-yaml-an-effect-divides-people-by",
                    survey_id=divisions.survey.id,
                    question=question,
                )
            )


def make_population(
    survey: Survey,
    planted: Planted,
    wave_id: str,
    part: str,
    seed: int,
    main: Population | None = None,
) -> Population:
    """Make the people of a part.

    Parameters
    ----------
    main
        The population of the wave's main part, in which effects are centred; none when this is it.

    Raises
    ------
    DefinitionError
        A division depends on itself through `given`.
    """
    divisions = Divisions(survey)
    sample = _completed(planted, part)
    purpose = f"{wave_id}|{part}|people"
    blocks, total = blocks_of(survey, planted, wave_id, part, divisions)
    answers: dict[str, NDArray[np.float64]] = {}
    waiting = list(blocks)
    while waiting:
        ready = [b for b in waiting if _ready(b, sample, answers, divisions)]
        if not ready:
            stuck = ", ".join("*".join(b.names) for b in waiting)
            raise DefinitionError(
                Said(
                    "simulation-truth-yaml-under-samples-given-these",
                    survey_id=survey.id,
                    part=part,
                    stuck=stuck,
                )
            )
        for block in ready:
            _draw_block(block, sample, answers, divisions, (seed, purpose))
            waiting.remove(block)
    _draw_extra(sample, blocks, answers, divisions, (seed, purpose))
    weight = _raked(_margins(sample, blocks, divisions), answers, divisions)
    people = Population(weight, answers, {}, total)
    traits = _traits(people, planted, divisions, sample, (seed, purpose), main)
    return Population(weight, answers, traits, total)


def _completed(planted: Planted, part: str) -> PlantedSample:
    """Return a part's sample, what ties its people together taken from `main` where not said."""
    own, main = planted.sample(part), planted.sample("main")
    return own.model_copy(update={"given": {**main.given, **own.given}})


def _ready(
    block: CrossedMargin,
    sample: PlantedSample,
    answers: Mapping[str, NDArray[np.float64]],
    divisions: Divisions,
) -> bool:
    needed = {
        divisions.question(name).id
        for question in block.names
        for effects in sample.given.get(question, {}).values()
        for name in effects
    }
    return needed <= set(answers)


def _draw_block(
    block: CrossedMargin,
    sample: PlantedSample,
    answers: dict[str, NDArray[np.float64]],
    divisions: Divisions,
    stream: tuple[int, str],
) -> None:
    """Give everyone a cell of a block, then an answer to each of its questions."""
    seed, purpose = stream
    label = "*".join(block.names)
    if all(divisions.question(name).id in answers for name in block.names):
        return
    u = uniforms(seed, f"{purpose}|{label}", POPULATION)
    given = sample.given.get(label, {})
    if given:
        people = Population(np.ones(POPULATION), answers, {}, None)
        tilt = np.zeros((POPULATION, len(block.cells)))
        for code, effects in given.items():
            if (code,) in block.cells:
                tilt[:, block.cells.index((code,))] = people.effect(effects, divisions)
        cells = chosen(_conditional(tilt, block.shares / block.shares.sum()), u)
    else:
        cells = allotted(block.shares, u)
    for place, name in enumerate(block.names):
        question = divisions.question(name)
        if question.id in answers:
            continue
        inner = uniforms(seed, f"{purpose}|{label}|{name}", POPULATION)
        drawn = np.empty(POPULATION)
        for group in dict.fromkeys(cell[place] for cell in block.cells):
            here = np.isin(cells, [i for i, c in enumerate(block.cells) if c[place] == group])
            share = sample.people.get(question.id, {})
            drawn[here] = divisions.spread(name, group, share, inner[here])
        answers[question.id] = drawn


def _conditional(tilt: NDArray[np.float64], shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return probabilities, shape (N, k), with log-odds `tilt` and the given average shares."""
    level = np.log(np.maximum(shares, 1e-12))
    for _ in range(200):
        raw = np.exp(tilt + level)
        probabilities: NDArray[np.float64] = raw / raw.sum(axis=1, keepdims=True)
        average = probabilities.mean(axis=0)
        if np.max(np.abs(average - shares)) < 1e-9:
            break
        level = level + np.log(np.maximum(shares, 1e-12)) - np.log(np.maximum(average, 1e-300))
    return probabilities


def _draw_extra(
    sample: PlantedSample,
    blocks: list[CrossedMargin],
    answers: dict[str, NDArray[np.float64]],
    divisions: Divisions,
    stream: tuple[int, str],
) -> None:
    """Give the codes that the targets leave out their declared share (a non-binary answer)."""
    seed, purpose = stream
    for name, extra in _extra(sample, blocks, divisions).items():
        codes = code_list(divisions.question(name))
        shares = np.array([1.0 - sum(extra.values()), *extra.values()])
        cell = allotted(shares, uniforms(seed, f"{purpose}|extra|{name}", POPULATION))
        positions = np.array([-1, *(codes.index(code) for code in extra)])[cell]
        answers[name] = np.where(positions >= 0, positions, answers[name])


def _extra(
    sample: PlantedSample, blocks: list[CrossedMargin], divisions: Divisions
) -> dict[str, dict[str, float]]:
    """Return shares, 0 to 1, of codes that `people` has and the targets lack, by question."""
    by_question: dict[str, dict[str, float]] = {}
    for name, shares in sample.people.items():
        covered: set[str] = set()
        for block in blocks:
            for place, division in enumerate(block.names):
                if divisions.question(division).id == name:
                    for cell in block.cells:
                        covered |= set(divisions.find(division, cell[place]).codes)
        total = sum(shares.values())
        extra = {c: s / total for c, s in shares.items() if covered and c not in covered and s > 0}
        if extra:
            by_question[name] = extra
    return by_question


def _margins(
    sample: PlantedSample, blocks: list[CrossedMargin], divisions: Divisions
) -> list[tuple[CrossedMargin, float]]:
    """Return each block with the share of people that it describes."""
    extra = _extra(sample, blocks, divisions)
    left_out = {name: sum(shares.values()) for name, shares in extra.items()}
    return [
        (b, 1.0 - sum(left_out.get(divisions.question(n).id, 0.0) for n in b.names)) for b in blocks
    ]


def _raked(
    margins: list[tuple[CrossedMargin, float]],
    answers: Mapping[str, NDArray[np.float64]],
    divisions: Divisions,
) -> NDArray[np.float64]:
    """Return weights of mean one under which every margin holds."""
    rows = [_cell_of_each(block, answers, divisions) for block, _ in margins]
    weight = np.ones(POPULATION)
    for _ in range(100):
        worst = 0.0
        for (block, described), cell in zip(margins, rows, strict=True):
            shares = np.append(block.shares / block.shares.sum() * described, 1.0 - described)
            now = np.bincount(cell, weight, len(shares)) / POPULATION
            ratio = np.where(now > 0, shares / np.where(now > 0, now, 1.0), 1.0)
            ratio[-1] = 1.0 if described == 1.0 else ratio[-1]
            worst = max(worst, float(np.max(np.abs(np.where(now > 0, now - shares, 0.0)))))
            weight = weight * ratio[cell]
        if worst < 1e-12:
            break
    result: NDArray[np.float64] = weight / weight.mean()
    return result


def _cell_of_each(
    block: CrossedMargin, answers: Mapping[str, NDArray[np.float64]], divisions: Divisions
) -> NDArray[np.int64]:
    """Return the position of each person's cell in a block, one past the last for none."""
    cells = np.full(POPULATION, len(block.cells), dtype=np.int64)
    for place, cell in enumerate(block.cells):
        here = np.ones(POPULATION, dtype=bool)
        for name, group in zip(block.names, cell, strict=True):
            here &= divisions.member(name, group, answers)
        cells[here] = place
    return cells


def _traits(
    people: Population,
    planted: Planted,
    divisions: Divisions,
    sample: PlantedSample,
    stream: tuple[int, str],
    main: Population | None,
) -> dict[str, NDArray[np.float64]]:
    """Return correlated standard normal traits, moved by groups and centred in `main`."""
    names = list(planted.traits)
    if not names:
        return {}
    seed, purpose = stream
    correlation = np.eye(len(names))
    for i, name in enumerate(names):
        for other, size in planted.traits[name].correlations.items():
            correlation[i, names.index(other)] = correlation[names.index(other), i] = size
    try:
        factor = np.linalg.cholesky(correlation)
    except np.linalg.LinAlgError:
        raise DefinitionError(
            Said("simulation-truth-yaml-the-correlations-of-the", survey_id=divisions.survey.id)
        ) from None
    drawn = normals(seed, f"{purpose}|traits", POPULATION, len(names)).reshape(POPULATION, -1)
    raw = drawn @ factor.T
    whole = main or people
    traits = {}
    for i, name in enumerate(names):
        effects = planted.traits[name].effects
        centre = whole.mean(whole.effect(effects, divisions))
        moved = people.effect(effects, divisions) - centre + sample.shift.get(name, 0.0)
        noise = raw[:, i] - people.mean(raw[:, i])
        traits[name] = noise + moved
    return traits
