"""The waves in their order: what is planted becomes thresholds, question by question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from padai.errors import DefinitionError
from padai.simulation.answering import (
    Answering,
    first_thresholds,
    followed,
    missing_chances,
    planted_change,
    sign,
)
from padai.simulation.divisions import Divisions, code_list
from padai.simulation.latent import Latent, below, shares, shifted_for, thresholds_for
from padai.simulation.planted import Planted, PlantedItem
from padai.simulation.population import Population
from padai.survey import Condition, Net, Question, Survey
from padai.words import Said

if TYPE_CHECKING:
    from numpy.typing import NDArray

_OPTION_BY_DEFAULT = 25.0


@dataclass
class Course:
    """The course of every question over the waves: what `answering` has reached so far."""

    levels: dict[tuple[str, str], float] = field(default_factory=dict)
    thresholds: dict[str, NDArray[np.float64]] = field(default_factory=dict)


class WaveModel:
    """The answering of one wave, question by question, for each part.

    Parameters
    ----------
    survey, planted
        The definition and what is planted in it.
    wave_id
        The wave.
    people
        The population of each part; `main` first where there is one.
    course
        Levels and thresholds of the waves before; brought to this wave.
    """

    def __init__(
        self,
        survey: Survey,
        planted: Planted,
        wave_id: str,
        people: Mapping[str, Population],
        course: Course,
    ) -> None:
        self.survey = survey
        self.planted = planted
        self.id = wave_id
        self.people = people
        self.divisions = Divisions(survey)
        self._course = course
        self._done: dict[tuple[str, str], Answering] = {}
        for question in survey.questions.values():
            for part in people:
                if self.models(question, part):
                    self.answering(question.id, part)

    def models(self, question: Question, part: str) -> bool:
        """Whether a question is asked in a part and its answers are modelled, not given."""
        asked = question.asked_in(self.id, part)
        return asked and question.scale is not None and question.id not in self.people[part].answers

    def answering(self, question_id: str, part: str) -> Answering:
        """Return how a part answers a question, making what its base needs first."""
        key = (question_id, part)
        if key not in self._done:
            question = self.survey.question(question_id)
            lead = next(p for p in self.people if self.models(question, p))
            if part != lead:
                self.answering(question_id, lead)
            self._done[key] = self._make(question, part, lead)
        return self._done[key]

    def asked(self, condition: Condition | None, part: str) -> NDArray[np.float64]:
        """Return each person's probability of meeting a condition, shape (N,)."""
        people = self.people[part]
        if condition is None:
            return np.ones(len(people.weight))
        if condition.all:
            result: NDArray[np.float64] = np.prod(
                [self.asked(c, part) for c in condition.all], axis=0
            )
            return result
        if condition.any:
            result = 1.0 - np.prod([1.0 - self.asked(c, part) for c in condition.any], axis=0)
            return result
        question = self.survey.question(str(condition.question))
        if question.id in people.answers:
            codes = code_list(question)
            wanted = [codes.index(code) for code in condition.codes]
            return np.isin(people.answers[question.id], wanted).astype(float)
        if not self.models(question, part):
            raise DefinitionError(
                Said(
                    "simulation-a-base-depends-on-which-is-not-asked",
                    survey_id=self.survey.id,
                    id=self.id,
                    part=part,
                    question_id=question.id,
                )
            )
        return self.answering(question.id, part).chance(condition.codes)

    def _make(self, question: Question, part: str, lead: str) -> Answering:
        item = self.planted.item(question)
        asked = self.asked(question.base, part)
        latent = self._latent(item, part, lead, asked, question.id)
        opinions = [c.code for c in question.scale.codes] if question.scale else []
        ascending = tuple(opinions if question.type == "rating" else reversed(opinions))
        draft = Answering(
            question,
            item,
            ascending,
            latent,
            asked,
            np.empty(0),
            np.empty(0),
            missing_chances(item, question),
        )
        if part != lead:
            true = self._done[(question.id, lead)].true
            measured = self._measured(draft, true, part, lead)
        elif question.type == "multiple":
            true, measured = self._options(draft, part)
        else:
            true = self._true(draft)
            measured = self._measured(draft, true, part, lead)
        return Answering(question, item, ascending, latent, asked, true, measured, draft.missing)

    def _latent(
        self, item: PlantedItem, part: str, lead: str, asked: NDArray[np.float64], name: str
    ) -> Latent:
        """Return latent answers of total variance one in the leading part."""
        means = {}
        for p in dict.fromkeys((lead, part)):
            people = self.people[p]
            means[p] = people.effect(item.effects, self.divisions) + sum(
                (load * people.traits[t] for t, load in item.load.items()),
                np.zeros(len(people.weight)),
            )
        whole = self.people[lead]
        centre = whole.mean(self.people[lead].effect(item.effects, self.divisions))
        average = whole.mean(means[lead])
        explained = whole.mean((means[lead] - average) ** 2)
        if explained > 0.95:
            raise DefinitionError(
                Said(
                    "simulation-truth-yaml-loads-and-effects-of-explain",
                    survey_id=self.survey.id,
                    name=name,
                    explained=f"{explained:.0%}",
                    id=self.id,
                )
            )
        weight = self.people[part].weight * asked
        if weight.sum() <= 0:
            raise DefinitionError(
                Said(
                    "simulation-nobody-can-be-asked-correct-its-base",
                    survey_id=self.survey.id,
                    id=self.id,
                    part=part,
                    name=name,
                )
            )
        return Latent(means[part] - centre, weight / weight.sum(), float(np.sqrt(1.0 - explained)))

    def _true(self, draft: Answering) -> NDArray[np.float64]:
        """Return the thresholds of the population's answer, moved by the planted changes."""
        name = draft.question.id
        scores, constant = self._scores(draft)
        if name not in self._course.thresholds:
            thresholds = first_thresholds(draft, f"{self.survey.id}, truth.yaml")
            level = float(shares(draft.latent, thresholds) @ scores) + constant
        else:
            level = self._course.levels[(name, "")] + self._change(draft)
            moved = shifted_for(
                draft.latent, self._course.thresholds[name], scores, level - constant
            )
            if moved is None:
                raise DefinitionError(
                    Said(
                        "simulation-truth-yaml-cannot-reach-the-level",
                        survey_id=self.survey.id,
                        name=name,
                        id=self.id,
                        level=f"{level:.3g}",
                    )
                )
            thresholds = moved
        self._course.levels[(name, "")] = level
        self._course.thresholds[name] = thresholds
        return thresholds

    def _measured(
        self, draft: Answering, true: NDArray[np.float64], part: str, lead: str
    ) -> NDArray[np.float64]:
        """Return what is measured: the truth, and what breaks add to it."""
        offset = self._offset(draft.question, part)
        if offset == 0.0:
            return true
        if part != lead:
            reached = self._done[(draft.question.id, lead)]
            if self._offset(draft.question, lead) == offset:
                return reached.measured
        scores, _ = self._scores(draft)
        level = float(shares(draft.latent, true) @ scores) + offset
        moved = shifted_for(draft.latent, true, scores, level)
        if moved is None:
            raise DefinitionError(
                Said(
                    "simulation-truth-yaml-an-artefact-of-cannot-be",
                    survey_id=self.survey.id,
                    offset=f"{offset:.3g}",
                    question_id=draft.question.id,
                    id=self.id,
                )
            )
        return moved

    def _scores(self, draft: Answering) -> tuple[NDArray[np.float64], float]:
        """Return the score of each ascending answer in what is followed, and what is added.

        What is followed is `scores @ shares + constant`, shares of those with an opinion.
        """
        question = draft.question
        wanted = followed(question, draft.item)
        if wanted == "mean":
            points = question.scores
            if not set(draft.ascending) <= set(points):
                raise DefinitionError(
                    Said(
                        "simulation-truth-yaml-the-mean-of-is-planted-but",
                        survey_id=self.survey.id,
                        question_id=question.id,
                    )
                )
            return np.array([points[c] for c in draft.ascending]), 0.0
        net = question.net(wanted) or Net(label=question.label, codes=(wanted,))
        share = draft.opinion / draft.counted
        scores = np.array([share * sign(net, code) for code in draft.ascending])
        constant = sum(p * sign(net, code) for code, p in draft.missing.items()) / draft.counted
        return scores, constant

    def _change(self, draft: Answering, code: str = "") -> float:
        """Return the real change planted in this wave, as a share or in points of the scale."""
        size = planted_change(draft.item, self.id, code)
        points = (
            draft.question.type != "multiple" and followed(draft.question, draft.item) == "mean"
        )
        return size if points else size / 100.0

    def _offset(self, question: Question, part: str, code: str = "") -> float:
        """Return what the breaks up to this wave add to what is measured of a question."""
        total = 0.0
        for brk in self.survey.breaks:
            planted = self.planted.artefacts.get(brk.id)
            outside = brk.scope.parts is not None and part not in brk.scope.parts
            if planted is None or outside or self.survey.wave(self.id).date < brk.date:
                continue
            if code:
                total += planted.options.get(question.id, {}).get(code, 0.0) / 100.0
            elif question.id in planted.offset:
                item = self.planted.item(question)
                points = followed(question, item) == "mean"
                total += planted.offset[question.id] / (1.0 if points else 100.0)
        return total

    def _options(
        self, draft: Answering, part: str
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the threshold of each option of a multiple question, true and measured."""
        name = draft.question.id
        levels: dict[str, float] = {}
        for code in draft.ascending:
            start = draft.item.options.get(code, _OPTION_BY_DEFAULT) / 100.0
            before = self._course.levels.get((name, code))
            levels[code] = start if before is None else before + self._change(draft, code)
            self._course.levels[(name, code)] = levels[code]
        true = self._option_thresholds(draft, levels)
        offsets = {code: self._offset(draft.question, part, code) for code in levels}
        if not any(offsets.values()):
            return true, true
        return true, self._option_thresholds(draft, {c: levels[c] + offsets[c] for c in levels})

    def _option_thresholds(
        self, draft: Answering, levels: Mapping[str, float]
    ) -> NDArray[np.float64]:
        """Return thresholds under which each option has its share, exclusive ones first."""
        thresholds = np.zeros(len(draft.ascending))
        share = draft.opinion / draft.counted
        free = np.ones(len(draft.latent.mu))
        order = sorted(draft.ascending, key=lambda code: code not in draft.item.exclusive)
        for code in order:
            place = draft.ascending.index(code)
            weight = draft.latent.weight * free
            wanted = levels[code] / share / weight.sum()
            if not 0.0 < wanted < 1.0:
                raise DefinitionError(
                    Said(
                        "simulation-truth-yaml-option-of-would-have-a-share",
                        survey_id=self.survey.id,
                        code=code,
                        question_id=draft.question.id,
                        levels=f"{levels[code]:.1%}",
                        id=self.id,
                    )
                )
            latent = Latent(draft.latent.mu, weight / weight.sum(), draft.latent.sd)
            if code in draft.item.exclusive:
                latent = latent.mirrored()
            thresholds[place : place + 1] = thresholds_for(latent, np.array([1.0 - wanted, wanted]))
            if code in draft.item.exclusive:
                free = free * below(latent, thresholds[place : place + 1])[:, 0]
        return thresholds
