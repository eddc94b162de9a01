"""An attacker of published tables who knows nothing of how padai protects them.

The unknowns are the people of each combination of groups and answers, one by one; every published
figure is a sum of them. What the product works out from margins, nets and means, breakdown by
breakdown, follows from these unknowns without being told.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import linprog

from padai.disclosure import Counts
from padai.results import COLUMNS
from padai.survey import Breakdown, Net, Question, Scale, Survey, Text, WaveDef

TEXT = Text(fr="a", en="a")
NETS = {"low": ("1", "2"), "gap": ("1",)}


@dataclass(frozen=True)
class World:
    """People by group of A, group of B and answer, and the figures that would be published.

    Attributes
    ----------
    people
        Shape (a, b, codes): counts. The last group of each breakdown is reported or not.
    frame
        Estimates as they come to disclosure.
    """

    survey: Survey
    people: np.ndarray
    frame: pd.DataFrame
    counts: Counts


def definition(groups: tuple[int, int], codes: int, *, sensitive: bool, scored: bool) -> Survey:
    """Return a survey with two breakdowns, one question and its nets."""
    wave = WaveDef(
        id="1", label=TEXT, fieldwork={"start": "2025-01-01", "end": "2025-01-02"},
        parts={"main": {"label": TEXT, "population": TEXT, "mode": "phone", "supplier": TEXT,
                        "sample_type": "probability", "file": "a.csv"}},
    )  # fmt: skip
    names = ("a", "b")
    questions = {
        name: Question(
            id=name, label=TEXT, wording={"fr": "a"},
            scale=Scale(codes={f"{name}{k}": {"fr": "a"} for k in range(count)}),
        )
        for name, count in zip(names, groups, strict=True)
    }  # fmt: skip
    scale = {
        str(k): {"label": TEXT, **({"score": float(k)} if scored and k < codes else {})}
        for k in range(1, codes + 1)
    }
    nets = [Net(id="low", label=TEXT, codes=("1", "2"))]
    nets.append(Net(id="gap", label=TEXT, codes=("1",), minus=(str(codes),)))
    questions["q"] = Question(
        id="q", label=TEXT, wording={"fr": "a"}, scale=Scale(codes=scale), nets=tuple(nets),
        sensitive=sensitive,
    )  # fmt: skip
    return Survey(
        id="tiny", title=TEXT, description=TEXT, population=TEXT, geography=TEXT, sponsor=TEXT,
        contact=TEXT, waves=("1",), path=Path(), questions=questions, scales={},
        wave_defs={"1": wave},
        breakdowns=tuple(Breakdown(id=n.upper(), label=TEXT, question=n) for n in names),
    )  # fmt: skip


def world(rng: np.random.Generator, *, sensitive: bool, crossed: bool = True) -> World:
    """Draw people and tabulate them."""
    groups = (int(rng.integers(2, 5)), int(rng.integers(2, 4)))
    codes, scored = int(rng.integers(2, 5)), bool(rng.integers(2))
    survey = definition(groups, codes, sensitive=sensitive, scored=scored)
    size = rng.choice([0.3, 3, 20, 60], size=(groups[0], groups[1], 1), p=[0.15, 0.25, 0.3, 0.3])
    share = rng.dirichlet(np.full(codes, 0.8))
    people = rng.poisson(size * share[None, None, :])
    return World(survey, people, *tabulate(survey, people, crossed=crossed))


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


def _domains(shape: tuple[int, ...], crossed: bool) -> list[tuple[str, str]]:
    a, b = [f"a{k}" for k in range(shape[0])], [f"b{k}" for k in range(shape[1])]
    found = [("total", "total"), *(("A", g) for g in a), *(("B", g) for g in b)]
    if crossed:
        found += [("A*B", f"{x}*{y}") for x, y in itertools.product(a, b)]
    return found


def tabulate(survey: Survey, people: np.ndarray, *, crossed: bool) -> tuple[pd.DataFrame, Counts]:
    """Return the figures of every group: answers, nets and the mean."""
    question = survey.question("q")
    rows, base, cell = [], [], []
    for breakdown, group in _domains(people.shape, crossed):
        answers = people[members(survey, people.shape, breakdown, group)].sum(axis=0)
        for response, weights in functionals(question).items():
            n = int(answers.sum()) if response != "mean" else int(answers[_scored(question)].sum())
            value = float(weights @ answers) / n if n else np.nan
            rows.append({
                "wave": "1", "question": "q", "response": response, "breakdown": breakdown,
                "group": group, "estimate": value, "std_error": 0.01, "conf_low": value,
                "conf_high": value, "df": 100.0, "n_base": n, "n_eff": float(n), "deff": 1.0,
                "cv": 0.01, "flag": "" if n else "0", "reason": "",
            })  # fmt: skip
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
    """Attack the withheld cells of a disclosed frame.

    Parameters
    ----------
    frame
        The frame as it would go out.
    also
        Rows that the attacker has from elsewhere.
    """
    question = of.survey.question("q")
    sums = functionals(question)
    shape = of.people.shape
    known, right = [], []
    seen = frame["estimate"].notna() | (False if also is None else also)
    based = frame["n_base"].notna() | (False if also is None else also)
    masks = {}
    for row, (shown, told) in zip(frame.itertuples(), zip(seen, based, strict=True), strict=True):
        mask = members(of.survey, shape, row.breakdown, row.group)
        masks[row.Index] = mask
        told_of = _scored(question) if row.response == "mean" else np.ones(shape[2], dtype=bool)
        for use, weights in ((shown, sums[row.response]), (told, told_of.astype(float))):
            if use:
                known.append((mask[:, :, None] * weights).ravel())
                right.append(float(known[-1] @ of.people.ravel()))
    nothing = np.zeros((0, of.people.size))
    a_eq, index = np.unique(np.array(known or nothing), axis=0, return_index=True)
    b_eq = np.array(right, dtype=float)[index]
    cells = exact = narrowed = 0
    policy = of.survey.confidentiality
    for row in frame.itertuples():
        if row.response not in question.codes:
            continue
        base = int(of.counts.n_base[row.Index])
        count = of.counts.n_cell[row.Index]
        target = (masks[row.Index][:, :, None] * sums[row.response]).ravel()
        if question.sensitive and 0 < count < policy.sensitive_cell:
            low, high = _ends(target, a_eq, b_eq)
            most = min(policy.sensitive_cell, base)
            cells, exact = cells + 1, exact + (high - low < 0.5)
            narrowed += high < most - 1e-6
        elif 0 < base < policy.minimum_group and count > 0 and not _everyones(of, target):
            low, high = _ends(target, a_eq, b_eq)
            cells, exact = cells + 1, exact + (high - low < 0.5)
    return Attacked(cells, int(exact), int(narrowed))


def _everyones(of: World, target: np.ndarray) -> bool:
    """Whether all people of the survey gave the answer: the total tells it of each of them."""
    code = target.reshape(of.people.shape).any(axis=(0, 1))
    return bool(of.people[:, :, code].sum() == of.people.sum())


def _ends(target: np.ndarray, a_eq: np.ndarray, b_eq: np.ndarray) -> tuple[float, float]:
    ends = []
    for sign in (1.0, -1.0):
        found = linprog(sign * target, A_eq=a_eq, b_eq=b_eq, bounds=(0, None), method="highs")
        ends.append(sign * found.fun if found.status == 0 else -sign * np.inf)
    return ends[0], ends[1]
