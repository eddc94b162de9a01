"""An attacker of published tables who knows nothing of how padai protects them.

The unknowns are the people of each combination of groups and answers, one by one; every published
figure is a sum of them. What the product works out from margins, nets and means, breakdown by
breakdown, follows from these unknowns without being told.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from scipy.optimize import linprog

from padai.disclosure import Counts
from padai.results import COLUMNS
from padai.survey import Breakdown, Condition, Net, Question, Scale, Survey
from padai.survey.policies import Group
from tests.tiny import TEXT, tiny_survey

NETS = {"low": ("1", "2"), "gap": ("1",)}


@dataclass(frozen=True)
class World:
    """People by group of A, group of B and answer, and the figures that would be published.

    Attributes
    ----------
    people
        Shape (a, b, codes): counts.
    then
        Shape (a, b, 2): answers to a second question, put to those who gave the first code.
    reported
        How many groups of A are shown; the definition leaves the last one out, or none.
    frame
        Estimates as they come to disclosure.
    """

    survey: Survey
    people: np.ndarray
    then: np.ndarray
    reported: int
    frame: pd.DataFrame
    counts: Counts

    @property
    def unknown(self) -> np.ndarray:
        """What an attacker does not know: every count of the world, one after the other."""
        return np.concatenate([self.people.ravel(), self.then.ravel()])


def definition(
    groups: tuple[int, int], codes: int, *, sensitive: bool, scored: bool, reported: int
) -> Survey:
    """Return a survey with two breakdowns, one question and its nets, and a question after it."""
    names = ("a", "b")
    questions = {
        name: Question(
            id=name,
            label=TEXT,
            wording={"fr": "a"},
            scale=Scale(codes={f"{name}{k}": {"fr": "a"} for k in range(count)}),
        )
        for name, count in zip(names, groups, strict=True)
    }
    scale = {
        str(k): {"label": TEXT, **({"score": float(k)} if scored and k < codes else {})}
        for k in range(1, codes + 1)
    }
    nets = [Net(id="low", label=TEXT, codes=("1", "2"))]
    nets.append(Net(id="gap", label=TEXT, codes=("1",), minus=(str(codes),)))
    questions["q"] = Question(
        id="q",
        label=TEXT,
        wording={"fr": "a"},
        scale=Scale(codes=scale),
        nets=tuple(nets),
        sensitive=sensitive,
    )
    questions["then"] = Question(
        id="then",
        label=TEXT,
        wording={"fr": "a"},
        base=Condition(question="q", codes=("1",)),
        scale=Scale(codes={"y": {"fr": "a"}, "n": {"fr": "a"}}),
    )
    shown = tuple(Group(id=f"a{k}", label=TEXT, codes=(f"a{k}",)) for k in range(reported))
    return tiny_survey(
        questions.values(),
        breakdowns=(
            Breakdown(id="A", label=TEXT, question="a", groups=shown),
            Breakdown(id="B", label=TEXT, question="b"),
        ),
    )


def world(rng: np.random.Generator, *, sensitive: bool, crossed: bool = True) -> World:
    """Draw people and tabulate them."""
    groups = (int(rng.integers(2, 5)), int(rng.integers(2, 4)))
    codes, scored = int(rng.integers(2, 5)), bool(rng.integers(2))
    reported = groups[0] - int(groups[0] > 2 and rng.random() < 0.3)
    survey = definition(groups, codes, sensitive=sensitive, scored=scored, reported=reported)
    size = rng.choice([0.3, 3, 20, 60], size=(groups[0], groups[1], 1), p=[0.15, 0.25, 0.3, 0.3])
    share = rng.dirichlet(np.full(codes, 0.8))
    people = rng.poisson(size * share[None, None, :])
    asked = people[:, :, 0] - rng.binomial(people[:, :, 0], 0.02)
    yes = rng.binomial(asked, 0.4)
    then = np.stack([yes, asked - yes], axis=2)
    drawn = World(survey, people, then, reported, pd.DataFrame(), Counts(np.zeros(0), np.zeros(0)))
    frame, counts = tabulate(drawn, crossed=crossed)
    return replace(drawn, frame=frame, counts=counts)


def members(survey: Survey, shape: tuple[int, ...], breakdown: str, group: str) -> np.ndarray:
    """Return which people a group holds, as a mask over the joint table without answers."""
    mask = np.ones(shape[:2], dtype=bool)
    if breakdown == "total":
        return mask
    for name, own in zip(breakdown.split("*"), group.split("*"), strict=True):
        axis, place = {"A": 0, "B": 1}[name], int(own[1:])
        wanted = np.zeros(shape[axis], dtype=bool)
        wanted[place] = True
        mask &= wanted[:, None] if axis == 0 else wanted[None, :]
    return mask


def _domains(of: World, crossed: bool) -> list[tuple[str, str]]:
    a, b = [f"a{k}" for k in range(of.reported)], [f"b{k}" for k in range(of.people.shape[1])]
    found = [("total", "total"), *(("A", g) for g in a), *(("B", g) for g in b)]
    if crossed:
        found += [("A*B", f"{x}*{y}") for x, y in itertools.product(a, b)]
    return found


def tabulate(of: World, *, crossed: bool) -> tuple[pd.DataFrame, Counts]:
    """Return the figures of every group: answers, nets and the mean."""
    rows, base, cell = [], [], []
    asked = [("q", of.people), ("then", of.then)]
    for (name, people), (breakdown, group) in itertools.product(asked, _domains(of, crossed)):
        question = of.survey.question(name)
        answers = people[members(of.survey, people.shape, breakdown, group)].sum(axis=0)
        for response, weights in functionals(question).items():
            n = int(answers.sum()) if response != "mean" else int(answers[_scored(question)].sum())
            value = float(weights @ answers) / n if n else np.nan
            rows.append(
                {
                    "wave": "1",
                    "question": name,
                    "response": response,
                    "breakdown": breakdown,
                    "group": group,
                    "estimate": value,
                    "std_error": 0.01,
                    "conf_low": value,
                    "conf_high": value,
                    "df": 100.0,
                    "n_base": n,
                    "n_eff": float(n),
                    "deff": 1.0,
                    "cv": 0.01,
                    "flag": "" if n else "0",
                    "reason": "",
                }
            )
            base.append(n)
            counted = response != "mean"
            cell.append(float(np.abs(weights) @ answers) if counted else np.nan)
    frame = pd.DataFrame(rows)[list(COLUMNS)]
    return frame, Counts(np.array(base, dtype=float), np.array(cell))


def _scored(question: Question) -> np.ndarray:
    return np.array([c in question.scores for c in question.codes], dtype=bool)


def functionals(question: Question) -> dict[str, np.ndarray]:
    """Return, for each response, what it is a sum of."""
    codes = question.codes
    found = {c: np.array([float(c == d) for d in codes]) for c in codes}
    for net in question.all_nets:
        plus = sum(found[c] for c in net.codes)
        found[net.id] = plus - sum((found[c] for c in net.minus), np.zeros(len(codes)))
    if question.scores:
        found["mean"] = np.array([question.scores.get(c, 0.0) for c in codes])
    return found


@dataclass(frozen=True)
class Attacked:
    """What the attack did: cells attacked, found exactly, and known to be too few."""

    cells: int
    exact: int
    narrowed: int


def attack(of: World, frame: pd.DataFrame, also: pd.Series | None = None) -> Attacked:
    """Attack the withheld cells of a disclosed frame, and the people whom a breakdown leaves out.

    Parameters
    ----------
    frame
        The frame as it would go out.
    also
        Rows that the attacker has from elsewhere.
    """
    solver = _Attacker(of, frame, also)

    def alike(row: Any) -> bool:
        return _everyones(of, row.question, row.response)

    cells = exact = narrowed = 0
    policy = of.survey.confidentiality
    for row in frame.itertuples():
        question = of.survey.question(row.question)
        if row.response not in question.codes:
            continue
        base = int(of.counts.n_base[row.Index])
        count = of.counts.n_cell[row.Index]
        mask = members(of.survey, of.people.shape, row.breakdown, row.group)
        target = solver.sums(row.question, mask, functionals(question)[row.response])
        if question.sensitive and 0 < count < policy.sensitive_cell:
            low, high = solver.ends(target)
            most = min(policy.sensitive_cell, base)
            cells, exact = cells + 1, exact + (high - low < 0.5)
            narrowed += high < most - 1e-6
        elif 0 < base < policy.minimum_group and count > 0 and not alike(row):
            low, high = solver.ends(target)
            cells, exact = cells + 1, exact + (high - low < 0.5)
    for target in _left_out(of, frame, solver):
        low, high = solver.ends(target)
        cells, exact = cells + 1, exact + (high - low < 0.5)
    return Attacked(cells, int(exact), int(narrowed))


def _left_out(of: World, frame: pd.DataFrame, solver: _Attacker) -> Iterator[np.ndarray]:
    """Yield the answers of the people in no group of A, where they are few: as a group, and in B."""
    question, shape = of.survey.question("q"), of.people.shape
    few = of.survey.confidentiality.minimum_group
    places = [np.ones(shape[1], dtype=bool)]
    if "A*B" in set(frame["breakdown"]):
        places += list(np.eye(shape[1], dtype=bool))
    for place, mask in itertools.product(places, [np.arange(shape[0]) >= of.reported]):
        inside = mask[:, None] & place[None, :]
        answers = of.people[inside].sum(axis=0)
        if 0 < answers.sum() < few:
            for code, count in zip(question.codes, answers, strict=True):
                if count and not _everyones(of, "q", code):
                    yield solver.sums("q", inside, functionals(question)[code])


class _Attacker:
    """What the published figures say of the unknowns, as a linear programme."""

    def __init__(self, of: World, frame: pd.DataFrame, also: pd.Series | None) -> None:
        self.of = of
        known = []
        seen = frame["estimate"].notna() | (False if also is None else also)
        based = frame["n_base"].notna() | (False if also is None else also)
        for row, shown, told in zip(frame.itertuples(), seen, based, strict=True):
            question = of.survey.question(row.question)
            mask = members(of.survey, of.people.shape, row.breakdown, row.group)
            every = _scored(question) if row.response == "mean" else np.ones(len(question.codes))
            for use, weights in ((shown, functionals(question)[row.response]), (told, every)):
                if use:
                    known.append(self.sums(row.question, mask, np.asarray(weights, dtype=float)))
        nothing = np.zeros((0, len(of.unknown)))
        self.equal = np.unique(np.array(known or nothing), axis=0)
        self.values = self.equal @ of.unknown
        self.less = self._asked()

    def _asked(self) -> np.ndarray:
        """Nobody answers the second question who did not give the first code."""
        shape = self.of.people.shape
        rows = []
        for a, b in itertools.product(range(shape[0]), range(shape[1])):
            mask = np.zeros(shape[:2], dtype=bool)
            mask[a, b] = True
            first = np.eye(shape[2])[0]
            rows.append(self.sums("then", mask, np.ones(2)) - self.sums("q", mask, first))
        return np.array(rows)

    def sums(self, question: str, mask: np.ndarray, weights: np.ndarray) -> np.ndarray:
        """Return a sum of the unknowns: the people of a mask, their answers weighted."""
        mine, zero = mask[:, :, None] * weights, np.zeros_like
        if question == "q":
            return np.concatenate([mine.ravel(), zero(self.of.then, dtype=float).ravel()])
        return np.concatenate([zero(self.of.people, dtype=float).ravel(), mine.ravel()])

    def ends(self, target: np.ndarray) -> tuple[float, float]:
        """Return the least and the most that a sum of the unknowns can be."""
        ends = []
        for sign in (1.0, -1.0):
            found = linprog(
                sign * target,
                A_eq=self.equal,
                b_eq=self.values,
                A_ub=self.less,
                b_ub=np.zeros(len(self.less)),
                bounds=(0, None),
                method="highs",
            )
            ends.append(sign * found.fun if found.status == 0 else -sign * np.inf)
        return ends[0], ends[1]


def _everyones(of: World, question: str, response: str) -> bool:
    """Whether all people asked gave the answer: the total tells it of each of them."""
    people = of.people if question == "q" else of.then
    code = of.survey.question(question).codes.index(response)
    return bool(people[:, :, code].sum() == people.sum())
