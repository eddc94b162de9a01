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
from padai.survey import Condition, Survey
from tests.spec.test_joint_tables import TEXT, question, survey, wave_of

NOT_ASKED = "(not asked)"


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

    @property
    def names(self) -> list[str]:
        """The variables, in the order of a cell's codes."""
        return [str(name) for name in self.people.columns]

    def cells(self) -> list[tuple[str, ...]]:
        """Return every combination of codes that somebody can have."""
        codes = {name: list(self.survey.question(name).codes) for name in self.names}
        routed = {n: base for n in self.names if (base := self.survey.question(n).base)}
        every = itertools.product(
            *([*of, NOT_ASKED] if name in routed else of for name, of in codes.items())
        )
        return [
            cell
            for cell in every
            if all(
                (cell[self.names.index(name)] != NOT_ASKED)
                == (cell[self.names.index(str(base.question))] in base.codes)
                for name, base in routed.items()
            )
        ]


def small_world(seed: int, routed: str = "") -> Small:
    """Draw some dozens to hundreds of people; health is sensitive and divides the others.

    Parameters
    ----------
    routed
        The variable whose first answer leads to one more question, ``why``; none asks no such one.
    """
    rng = np.random.default_rng(seed)
    sizes = {
        "health": 2,
        "place": int(rng.integers(2, 5)),
        "age": int(rng.integers(2, 4)),
        "trust": int(rng.integers(2, 4)),
    }
    n = int(rng.choice([80, 150, 300]))
    asked = [question(name, "1234"[:k], sensitive=name == "health") for name, k in sizes.items()]
    by = {name: name for name in ("health", "place", "age")}
    if routed:
        base = Condition(question=routed, codes=(f"{routed}1",))
        asked.append(question("why", "12", base=base, base_label=TEXT))
    of = survey(*asked, by=by)
    rare = rng.uniform(0.04, 0.25)
    people = pd.DataFrame(
        {
            name: [
                f"{name}{k + 1}"
                for k in (rng.random(n) < rare if name == "health" else rng.integers(0, size, n))
            ]
            for name, size in sizes.items()
        }
    )
    if routed:
        why = np.array([f"why{k}" for k in rng.integers(1, 3, n)])
        people["why"] = np.where(people[routed] == f"{routed}1", why, NOT_ASKED)
    wave = wave_of(of, people.replace(NOT_ASKED, np.nan))
    found = padai.banner(wave, list(people.columns), by=list(by))
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
    cells = of.cells()
    held = {cell: k for k, cell in enumerate(cells)}
    rows, values = _published(of, cells)
    rows.append(np.ones(len(cells)))
    values.append(float(len(of.people)))
    truth = of.people.value_counts(of.names)
    assert np.allclose(np.array(rows) @ [truth.get(cell, 0) for cell in held], values)
    looked = told = 0
    for row in of.out[of.out["flag"] == "x"].itertuples():
        if "health" not in (row.question, row.breakdown) or row.question == row.breakdown:
            continue
        target = _members(of, cells, {row.question: row.response, row.breakdown: row.group})
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
        base = _members(of, cells, inside)
        if of.survey.question(row.question).base:
            base = base - _members(of, cells, {**inside, row.question: NOT_ASKED})
        if pd.notna(row.n_base):
            rows.append(base)
            values.append(float(row.n_base))
        if pd.notna(row.estimate):
            if row.breakdown == row.question and row.group != row.response:
                continue
            rows.append(_members(of, cells, {**inside, row.question: row.response}))
            values.append(float(row.estimate) * float(row.n_base))
    return rows, values


def _members(of: Small, cells: list[tuple[str, ...]], wanted: dict[str, str]) -> np.ndarray:
    wanted.pop("total", None)
    places = {of.names.index(name): code for name, code in wanted.items()}
    return np.array([float(all(c[k] == code for k, code in places.items())) for c in cells])


def _exists(
    rows: list[np.ndarray], values: list[float], target: np.ndarray, low: float, high: float
) -> bool:
    """Whether some table of whole people agrees with all figures and has so many in a cell."""
    found = milp(
        np.zeros(len(target)),
        integrality=np.ones(len(target)),
        bounds=Bounds(0, np.inf),
        constraints=[
            LinearConstraint(np.array(rows), np.array(values) - 1e-6, np.array(values) + 1e-6),
            LinearConstraint(target[None, :], low, high),
        ],
        options={"time_limit": 20.0},
    )
    return bool(found.status == 0)
