"""How the people of a wave answer: every question's thresholds, options and missing answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from padai.errors import DefinitionError
from padai.simulation.latent import (
    Latent,
    below,
    probabilities,
    shifted_for,
    thresholds_for,
)
from padai.simulation.planted import PlantedItem
from padai.survey import Net, Question
from padai.words import Said

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MISSING_BY_DEFAULT = {"dont_know": 4.0, "refused": 1.0}


@dataclass(frozen=True)
class Answering:
    """How the people of one part answer one question in one wave.

    Attributes
    ----------
    ascending
        The codes with an opinion, in ascending order of the latent answer (high is first on a
        scale of codes, last on a rating).
    latent
        Means and spread of the latent answer; weights include the probability of being asked.
    asked
        Each person's probability of being asked, shape (N,).
    true, measured
        Thresholds of the population's answer, and of what the wave measures. For a multiple
        question, one threshold an option, in the order of `ascending`.
    missing
        Probability of each missing code of those asked.
    """

    question: Question
    item: PlantedItem
    ascending: tuple[str, ...]
    latent: Latent
    asked: NDArray[np.float64]
    true: NDArray[np.float64]
    measured: NDArray[np.float64]
    missing: Mapping[str, float] = field(default_factory=dict)

    @property
    def opinion(self) -> float:
        """The probability that a person who is asked gives an opinion."""
        return 1.0 - sum(self.missing.values())

    @property
    def counted(self) -> float:
        """The probability that a person who is asked is in the base."""
        return 1.0 - sum(p for code, p in self.missing.items() if code in self.question.excluded)

    def option_chances(self, thresholds: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return each person's chance of each option of a multiple question, shape (N, k)."""
        chances = 1.0 - self.options_below(self.latent, thresholds)
        free = np.ones(len(chances))
        for place in np.flatnonzero(self.alone):
            chances[:, place] *= free
            free = free - chances[:, place]
        chances[:, ~self.alone] *= free[:, None]
        return chances

    @property
    def alone(self) -> NDArray[np.bool_]:
        """Which options exclude all others, shape (k,)."""
        return np.array([c in self.item.exclusive for c in self.ascending])

    def options_below(self, latent: Latent, thresholds: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return each person's chance of passing each option over, shape (N, k).

        An option that excludes all others ("none of these") is for the low end of the latent
        answer: who is more given to the others is less given to it.
        """
        turned = below(latent.mirrored(), thresholds)
        return np.where(self.alone, turned, below(latent, thresholds))

    def chance(self, codes: tuple[str, ...]) -> NDArray[np.float64]:
        """Return each person's probability of being asked and giving one of `codes`, shape (N,).

        Options of a multiple question count as independent given the traits.
        """
        given = sum(self.missing.get(code, 0.0) for code in codes)
        places = [i for i, code in enumerate(self.ascending) if code in codes]
        if self.question.type == "multiple":
            none = np.prod(1.0 - self.option_chances(self.measured)[:, places], axis=1)
            result: NDArray[np.float64] = self.asked * (given + self.opinion * (1.0 - none))
            return result
        probability = probabilities(self.latent, self.measured)[:, places].sum(axis=1)
        result = self.asked * (given + self.opinion * probability)
        return result


def followed(question: Question, item: PlantedItem) -> str:
    """Return what a planted change moves: a net, a code, or ``mean``."""
    first = question.scale.codes[0].code if question.scale else "mean"
    return item.net or question.headline_net or first


def planted_change(item: PlantedItem, wave_id: str, code: str = "") -> float:
    """Return the size planted for a wave, as ``truth.yaml`` writes it; zero where none is."""
    change = item.change.get(wave_id, 0.0)
    return change.get(code, 0.0) if isinstance(change, dict) else change


def sign(net: Net, code: str) -> float:
    """Return 1 for a code of a net, -1 for one that it subtracts, otherwise 0."""
    return float(code in net.codes) - float(code in net.minus)


def missing_chances(item: PlantedItem, question: Question) -> dict[str, float]:
    """Return the probability of each missing code that a person who is asked may give."""
    if item.missing is not None:
        return {code: share / 100.0 for code, share in item.missing.items()}
    first_of_kind = {m.kind: m.code for m in reversed(question.missing_codes)}
    return {
        first_of_kind[kind]: share / 100.0
        for kind, share in _MISSING_BY_DEFAULT.items()
        if kind in first_of_kind
    }


def first_thresholds(draft: Answering, where: str) -> NDArray[np.float64]:
    """Return the thresholds of the first wave."""
    first, name = draft.item.first, draft.question.id
    count = len(draft.ascending)
    if isinstance(first, dict) and set(first) == {"mean", "sd"}:
        points = np.array([draft.question.scores.get(c, np.nan) for c in draft.ascending])
        if np.isnan(points).any():
            raise DefinitionError(
                Said("simulation-first-of-gives-a-mean-but-its-codes-have", where=where, name=name)
            )
        edges = (points[:-1] + points[1:]) / 2.0
        spread = np.sqrt(draft.latent.weight @ draft.latent.mu**2 + draft.latent.sd**2)
        rough = (edges - first["mean"]) / first["sd"] * spread
        thresholds = shifted_for(draft.latent, rough, points, first["mean"])
        if thresholds is None:
            raise DefinitionError(
                Said("simulation-cannot-have-a-mean-of", where=where, name=name, mean=first["mean"])
            )
        return thresholds
    if isinstance(first, dict):
        wanted = np.array([first.get(code, 0.0) for code in draft.ascending])
    elif first is not None:
        listed = list(first) if draft.question.type == "rating" else list(reversed(first))
        if len(listed) != count:
            raise DefinitionError(
                Said(
                    "simulation-first-of-lists-shares-for-answers",
                    where=where,
                    name=name,
                    count_listed=len(listed),
                    count=count,
                )
            )
        wanted = np.array(listed)
    else:
        wanted = _bell(count)
    if (wanted < 0).any() or wanted.sum() <= 0:
        raise DefinitionError(
            Said("simulation-first-of-needs-positive-percentages", where=where, name=name)
        )
    return thresholds_for(draft.latent, np.maximum(wanted, wanted.sum() * 1e-9))


def _bell(count: int) -> NDArray[np.float64]:
    """Return binomial shares: a bell over `count` ordered answers."""
    row = np.ones(1)
    for _ in range(count - 1):
        row = np.convolve(row, [0.5, 0.5])
    return row
