"""Small worlds of four variables, attacked whole: every count of the full table is an unknown.

What is published is certified table of three by table of three. Here all tables of a world are put
together, as whole people, to see how often that is not enough.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.optimize import Bounds, LinearConstraint, milp

import padai
from padai.errors import PublicationError
from padai.pipeline.parts.confidential import shown_of
from padai.survey import Survey
from tests.spec.test_joint_tables import question, survey, wave_of

VARIABLES = ("health", "place", "age", "trust")


@dataclass(frozen=True)
class Small:
    """A world: its definition, its people, and what of it is withheld.

    Attributes
    ----------
    out
        The figures as they go out; None where the release is stopped.
    """

    survey: Survey
    people: pd.DataFrame
    out: pd.DataFrame | None


def small_world(seed: int) -> Small:
    """Draw some dozens to hundreds of people; health is sensitive and divides the others."""
    rng = np.random.default_rng(seed)
    sizes = {"health": 2, "place": int(rng.integers(2, 5)), "age": int(rng.integers(2, 4)),
             "trust": int(rng.integers(2, 4))}  # fmt: skip
    n = int(rng.choice([80, 150, 300]))
    asked = [question(name, "1234"[:k], sensitive=name == "health") for name, k in sizes.items()]
    by = {name: name for name in ("health", "place", "age")}
    of = survey(*asked, by=by)
    rare = rng.uniform(0.04, 0.25)
    people = pd.DataFrame({
        name: [f"{name}{k + 1}" for k in (
            rng.random(n) < rare if name == "health" else rng.integers(0, size, n)
        )]
        for name, size in sizes.items()
    })  # fmt: skip
    wave = wave_of(of, people)
    found = padai.banner(wave, list(VARIABLES), by=list(by))
    try:
        out = shown_of(of, "main", [found], None, [wave])
    except PublicationError:
        return Small(of, people, None)
    return Small(of, people, out)


def not_enough(of: Small) -> tuple[int, int]:
    """Return how many rare answers are withheld, and of how many the whole table tells too much.

    Too much: no table of whole people that agrees with every figure has at most one of them, or
    none has five (or all who gave the answer, where a plain question tells that they are fewer).
    """
    assert of.out is not None
    codes = {name: list(of.survey.question(name).codes) for name in VARIABLES}
    cells = list(itertools.product(*codes.values()))
    held = {cell: k for k, cell in enumerate(cells)}
    rows, values = _published(of, cells)
    rows.append(np.ones(len(cells)))
    values.append(float(len(of.people)))
    truth = of.people.value_counts(list(VARIABLES))
    assert np.allclose(np.array(rows) @ [truth.get(cell, 0) for cell in held], values)
    looked = told = 0
    for row in of.out[of.out["flag"] == "x"].itertuples():
        if "health" not in (row.question, row.breakdown) or row.question == row.breakdown:
            continue
        target = _members(cells, {row.question: row.response, row.breakdown: row.group})
        count = int(target @ [truth.get(cell, 0) for cell in cells])
        if not 0 < count < 5:
            continue
        most = 5
        if row.question != "health":
            most = min(most, int((of.people[row.question] == row.response).sum()))
        looked += 1
        told += not all(
            _exists(rows, values, target, low, high) for low, high in ((0, 1), (most, np.inf))
        )
    return looked, told


def _published(of: Small, cells: list[tuple[str, ...]]) -> tuple[list[np.ndarray], list[float]]:
    rows, values = [], []
    assert of.out is not None
    for row in of.out.itertuples():
        inside = {} if row.breakdown == "total" else {row.breakdown: row.group}
        base = _members(cells, inside)
        if pd.notna(row.n_base):
            rows.append(base)
            values.append(float(row.n_base))
        if pd.notna(row.estimate):
            if row.breakdown == row.question and row.group != row.response:
                continue
            rows.append(_members(cells, {**inside, row.question: row.response}))
            values.append(float(row.estimate) * float(row.n_base))
    return rows, values


def _members(cells: list[tuple[str, ...]], wanted: dict[str, str]) -> np.ndarray:
    wanted.pop("total", None)
    places = {VARIABLES.index(name): code for name, code in wanted.items()}
    return np.array([float(all(c[k] == code for k, code in places.items())) for c in cells])


def _exists(
    rows: list[np.ndarray], values: list[float], target: np.ndarray, low: float, high: float
) -> bool:
    """Whether some table of whole people agrees with all figures and has so many in a cell."""
    found = milp(
        np.zeros(len(target)), integrality=np.ones(len(target)), bounds=Bounds(0, np.inf),
        constraints=[
            LinearConstraint(np.array(rows), np.array(values) - 1e-6, np.array(values) + 1e-6),
            LinearConstraint(target[None, :], low, high),
        ],
        options={"time_limit": 20.0},
    )  # fmt: skip
    return bool(found.status == 0)
