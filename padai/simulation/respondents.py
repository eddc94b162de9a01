"""The sample: who is drawn from a made-up population, and the file's columns for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import DefinitionError
from padai.simulation.answering import Answering
from padai.simulation.divisions import code_list
from padai.simulation.draws import chosen, largest_remainder, normals, uniforms
from padai.simulation.latent import Latent, below
from padai.simulation.planted import PlantedItem
from padai.simulation.wave_model import WaveModel
from padai.survey import Condition, Part, Question
from padai.words import LANGUAGES, Said

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

SIZE = 1000
"""Respondents of a part for which neither the definition nor ``truth.yaml`` gives a number."""

_NOBODY = -1.0


class SimulatedSample:
    """The respondents of one part in one wave.

    Parameters
    ----------
    model
        The wave's answering.
    part
        Which part is drawn.
    seed
        The seed; every purpose has a stream of its own.
    """

    def __init__(self, model: WaveModel, part: str, seed: int) -> None:
        self.model = model
        self.part = part
        self.spec: Part = model.survey.part(model.id, part)
        self._seed = seed
        self._answers: dict[str, NDArray[np.float64]] = {}
        self._options: dict[str, NDArray[np.float64]] = {}
        self.drawn, self.weight, self.stratum = self._draw()
        self.size = len(self.drawn)

    def stream(self, purpose: str) -> str:
        """Name the stream of random numbers of a purpose."""
        return f"{self.model.id}|{self.part}|sample|{purpose}"

    def uniform(self, purpose: str) -> NDArray[np.float64]:
        """Return one uniform number for each respondent and purpose, shape (n,)."""
        return uniforms(self._seed, self.stream(purpose), self.size)

    def _draw(
        self,
    ) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
        """Return who is drawn, their design weights, and the positions of their strata."""
        planted = self.model.planted.sample(self.part)
        people = self.model.people[self.part]
        size = planted.n.get(self.model.id) or self.spec.n or SIZE
        willing = people.weight * np.exp(people.effect(planted.response, self.model.divisions))
        strata = [np.ones(len(willing), dtype=bool)]
        if planted.strata:
            name = planted.strata.question
            groups = self.model.divisions.groups(name)
            strata = [self.model.divisions.member(name, g, people.answers) for g in groups]
        counts = np.array([people.weight[here].sum() for here in strata])
        minimum = planted.strata.minimum if planted.strata else 0
        allocated = _allocation(counts, size, minimum, f"{self.model.survey.id}, {self.model.id}")
        drawn, weight, stratum = [], [], []
        scale = (people.total or size) / counts.sum()
        for place, here in enumerate(strata):
            members = np.flatnonzero(here)
            u = uniforms(self._seed, self.stream(f"draw|{place}"), int(allocated[place]))
            cumulative = np.cumsum(willing[members])
            at = np.searchsorted(cumulative, np.atleast_1d(u) * cumulative[-1]) if len(u) else []
            drawn.append(members[at] if len(u) else np.empty(0, dtype=np.int64))
            weight.append(np.full(len(u), counts[place] * scale / max(len(u), 1)))
            stratum.append(np.full(len(u), float(place)))
        order = np.argsort(uniforms(self._seed, self.stream("order"), size), kind="stable")
        return (
            np.concatenate(drawn)[order],
            np.round(np.concatenate(weight)[order], 4),
            np.concatenate(stratum)[order],
        )

    def frame(self) -> pd.DataFrame:
        """Return the file's columns: respondent, design, then the questions in their order."""
        import pandas as pd

        survey = self.model.survey
        columns: dict[str, Any] = {}
        for question in survey.questions.values():
            if question.asked_in(self.model.id, self.part):
                columns |= self._columns(question)
        self._recode(columns)
        return pd.DataFrame(self._design_columns(columns) | columns)

    def _columns(self, question: Question) -> dict[str, Any]:
        name = question.column(self.model.id)
        role = next((r for r, ids in self.model.survey.roles.items() if question.id in ids), "")
        if question.type == "multiple":
            return self._multiple(question)
        if role == "interview_date":
            return {name: self._dates()}
        if question.type == "open":
            return {name: self._words(question)}
        if question.type == "number":
            return {name: self._numbers(question, role)}
        return {name: _in_file(question, self.answers(question.id))}

    def answers(self, question_id: str) -> NDArray[np.float64]:
        """Return each respondent's position in a question's code list; -1 for who has none."""
        if question_id not in self._answers:
            question = self.model.survey.question(question_id)
            people = self.model.people[self.part]
            if question_id in people.answers:
                answers = people.answers[question_id][self.drawn]
            else:
                answers = self._spoken(question, self._single(question))
            self._answers[question_id] = answers
        return self._answers[question_id]

    def meets(self, condition: Condition | None) -> NDArray[np.bool_]:
        """Whether each respondent meets a condition, shape (n,)."""
        if condition is None:
            return np.ones(self.size, dtype=bool)
        if condition.all:
            result: NDArray[np.bool_] = np.all([self.meets(c) for c in condition.all], axis=0)
            return result
        if condition.any:
            result = np.any([self.meets(c) for c in condition.any], axis=0)
            return result
        question = self.model.survey.question(str(condition.question))
        if question.type == "multiple":
            options = self._option_answers(question)
            places = [i for i, c in enumerate(options_of(question)) if c in condition.codes]
            result = (options[:, places] == 1).any(axis=1)
            return result
        codes = code_list(question)
        wanted = [codes.index(code) for code in condition.codes]
        return np.isin(self.answers(question.id), wanted)

    def _single(self, question: Question) -> NDArray[np.float64]:
        answering = self.model.answering(question.id, self.part)
        codes = code_list(question)
        under = below(self._latent(answering), answering.measured)
        order = np.array([codes.index(c) for c in answering.ascending], dtype=float)
        answers = order[(self.uniform(question.id)[:, None] > under).sum(axis=1)]
        missing = self._missing(answering)
        answers = np.where(missing >= 0, missing, answers)
        return np.where(self.meets(question.base), answers, _unasked(question))

    def _spoken(self, question: Question, answers: NDArray[np.float64]) -> NDArray[np.float64]:
        """Let the language of the interview follow the groups that answer in English."""
        item = self.model.planted.item(question)
        codes = code_list(question)
        if not item.english or not set(LANGUAGES) <= set(codes):
            return answers
        english = self._in_english(item)
        return np.where(english, float(codes.index("en")), float(codes.index("fr")))

    def _latent(self, answering: Answering) -> Latent:
        latent = answering.latent
        return Latent(latent.mu[self.drawn], np.full(self.size, 1.0 / self.size), latent.sd)

    def _missing(self, answering: Answering) -> NDArray[np.float64]:
        """Return the position of the missing code that each respondent gives, or -1."""
        codes = code_list(answering.question)
        shares = np.array([answering.opinion, *answering.missing.values()])
        positions = np.array([_NOBODY, *(codes.index(c) for c in answering.missing)])
        return positions[chosen(shares, self.uniform(f"{answering.question.id}|missing"))]

    def _option_answers(self, question: Question) -> NDArray[np.float64]:
        """Return 1 or 0 for each option, -1 - position for a missing code, shape (n, k)."""
        if question.id not in self._options:
            answering = self.model.answering(question.id, self.part)
            under = answering.options_below(self._latent(answering), answering.measured)
            u = uniforms(self._seed, self.stream(question.id), self.size, under.shape[1])
            picked = u.reshape(under.shape) > under
            for place, code in enumerate(answering.ascending):
                if code in answering.item.exclusive:
                    others = np.arange(picked.shape[1]) != place
                    picked[np.ix_(picked[:, place], others)] = False
            order = [answering.ascending.index(c) for c in options_of(question)]
            answers = picked[:, order].astype(float)
            missing = self._missing(answering)
            answers = np.where((missing >= 0)[:, None], -1.0 - missing[:, None], answers)
            unasked = np.where(_unasked(question) < 0, np.nan, -1.0 - _unasked(question))
            asked = self.meets(question.base)
            self._options[question.id] = np.where(asked[:, None], answers, unasked)
        return self._options[question.id]

    def _multiple(self, question: Question) -> dict[str, Any]:
        codes = code_list(question)
        values = question.values
        answers = self._option_answers(question)
        for place in np.unique(answers[answers < 0]):
            answers = np.where(answers == place, float(values[codes[int(-1 - place)]]), answers)
        names = question.option_columns(self.model.id)
        return {names[code]: answers[:, i] for i, code in enumerate(options_of(question))}

    def _numbers(self, question: Question, role: str) -> NDArray[np.float64]:
        people = self.model.people[self.part]
        if question.id in people.answers:
            return people.answers[question.id][self.drawn]
        low, high = question.range or (0.0, 100.0)
        if role == "duration":
            minutes = self.model.survey.minutes.get(self.spec.mode, (low + high) / 2.0)
            z = normals(self._seed, self.stream(question.id), self.size)
            numbers = np.round(0.75 * minutes * np.exp(0.3 * z))
            return np.clip(numbers, low, high)
        first = self.model.planted.item(question).first
        if isinstance(first, dict) and set(first) == {"mean", "sd"}:
            z = normals(self._seed, self.stream(question.id), self.size)
            numbers = np.clip(np.round(first["mean"] + first["sd"] * z), low, high)
        else:
            numbers = low + np.floor((high - low + 1.0) * self.uniform(question.id))
        return np.where(self.meets(question.base), numbers, np.nan)

    def _dates(self) -> list[str]:
        fieldwork = self.model.survey.wave(self.model.id).fieldwork
        days = (fieldwork.end - fieldwork.start).days
        after = np.floor((days + 1) * np.sort(self.uniform("date")) ** 1.3).astype(int)
        return [(fieldwork.start + dt.timedelta(days=int(day))).isoformat() for day in after]

    def _words(self, question: Question) -> list[str]:
        item = self.model.planted.item(question)
        if not item.words:
            return [""] * self.size
        weights = np.array([self._word_weights(item, place) for place in range(len(item.words))]).T
        word = chosen(weights, self.uniform(question.id))
        english = self._in_english(item)
        written = self.uniform(f"{question.id}|empty") >= item.empty / 100.0
        written &= self.meets(question.base)
        return [
            (item.words[w].en if in_english else item.words[w].fr) if here else ""
            for w, in_english, here in zip(word, english, written, strict=True)
        ]

    def _word_weights(self, item: PlantedItem, place: int) -> NDArray[np.float64]:
        """Return each respondent's weight of one word, shape (n,)."""
        word, people = item.words[place], self.model.people[self.part]
        waves = self.model.survey.waves
        weight = word.weight
        for wave_id, factors in item.change.items():
            if isinstance(factors, dict) and waves.index(wave_id) <= waves.index(self.model.id):
                weight *= factors.get(word.fr, 1.0)
        pull = sum(
            (slope * people.traits[t][self.drawn] for t, slope in word.trait.items()),
            np.zeros(self.size),
        )
        return weight * np.exp(np.clip(pull, -8.0, 8.0))

    def _in_english(self, item: PlantedItem) -> NDArray[np.bool_]:
        people = self.model.people[self.part]
        in_english = np.zeros(self.size, dtype=bool)
        for name, groups in item.english.items():
            for group in (groups,) if isinstance(groups, str) else groups:
                member = self.model.divisions.member(name, group, people.answers)
                in_english |= member[self.drawn]
        return in_english

    def _recode(self, columns: dict[str, Any]) -> None:
        """Move a share of rows between codes, where a break says that the data do so."""
        for artefact in self.model.planted.artefacts.values():
            for name, moves in artefact.recode.get(self.model.id, {}).items():
                question = self.model.survey.question(name)
                column = question.column(self.model.id)
                before = np.asarray(columns[column]).copy()
                u = self.uniform(f"{name}|recode")
                for origin, goals in moves.items():
                    start = 0.0
                    for goal, share in goals.items():
                        hit = (
                            (before == question.values[origin]) & (u >= start) & (u < start + share)
                        )
                        columns[column] = np.where(hit, question.values[goal], columns[column])
                        start += share

    def _design_columns(self, columns: Mapping[str, Any]) -> dict[str, Any]:
        design = self.spec.design
        if design.fpc:
            raise DefinitionError(
                Said(
                    "simulation-a-finite-population-correction-cannot-be",
                    survey_id=self.model.survey.id,
                    model_id=self.model.id,
                    part=self.part,
                )
            )
        made: dict[str, Any] = {}
        width = len(str(self.size))
        if design.id:
            prefix = f"{self.model.id}-{self.part[:1]}"
            made[design.id] = [f"{prefix}{i:0{width}d}" for i in range(1, self.size + 1)]
        for name in design.stratum:
            if name not in columns:
                made[name] = self.stratum + 1.0
        for name in design.psu:
            if name not in columns and name not in made:
                made[name] = np.arange(self.size) % max(2, self.size // 20) + 1.0
        if design.weight:
            made[design.weight] = self.weight
        return made


def options_of(question: Question) -> list[str]:
    """Return the codes of a multiple question's options."""
    return [c.code for c in question.scale.codes] if question.scale else []


def _unasked(question: Question) -> float:
    codes = code_list(question)
    code = next((m.code for m in question.missing_codes if m.kind == "not_asked"), None)
    return _NOBODY if code is None else float(codes.index(code))


def _in_file(question: Question, positions: NDArray[np.float64]) -> Any:
    """Turn positions in the code list into the values of the file; empty where there is none."""
    values = [question.values[code] for code in code_list(question)]
    if all(isinstance(v, (int, float)) for v in values):
        return np.array([*map(float, values), np.nan])[positions.astype(int)]
    if all(isinstance(v, str) for v in values):
        return np.array([*values, ""], dtype=object)[positions.astype(int)]
    raise DefinitionError(
        Said("simulation-question-mixes-numbers-and-texts-as", question_id=question.id)
    )


def _allocation(
    counts: NDArray[np.float64], size: int, minimum: int, where: str
) -> NDArray[np.int64]:
    """Return the interviews of each stratum: proportional, but at least `minimum` each."""
    if minimum * len(counts) > size:
        raise DefinitionError(
            Said(
                "simulation-truth-yaml-strata-of-at-least-interviews",
                where=where,
                count_counts=len(counts),
                minimum=minimum,
                size=size,
            )
        )
    fixed = np.zeros(len(counts), dtype=bool)
    while True:
        left = size - minimum * int(fixed.sum())
        shares = np.where(fixed, 0.0, counts)
        expected = shares / shares.sum() * left if not fixed.all() else shares
        small = ~fixed & (expected < minimum)
        if not small.any():
            break
        fixed |= small
    allocated = np.full(len(counts), minimum, dtype=np.int64)
    if not fixed.all():
        allocated[~fixed] = largest_remainder(counts[~fixed], left)
    return allocated
