"""A group of fewer than ten among people of few weights: what all that is printed leaves of it.

The attacker knows who weighs what in all and the printed shares and bases, and asks a programme of
whole people how few and how many of the group may have answered, and given each answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
import pytest
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from tests.spec.test_joint_tables import disclosed, question, survey, wave_of

pytestmark = pytest.mark.simulated
KEYS = ["breakdown", "group", "response"]
HALF, NEAR = 0.0005, 1e-9
"""Half of the last digit that is printed of a share."""


@dataclass
class Few:
    """People of some groups, the last of under ten, who weigh one of two or three weights."""

    seed: int
    linked: bool = True

    @cached_property
    def drawn(self) -> tuple[NDArray[np.intp], NDArray[np.float64], NDArray[np.float64]]:
        """Return the group, the answer (not a number: none) and the weight of each."""
        rng = np.random.default_rng(self.seed)
        groups = int(rng.integers(3, 5))
        sizes = [*rng.integers(25, 120, groups - 1).tolist(), int(rng.integers(3, 10))]
        answers, kinds = int(rng.integers(2, 4)), int(rng.integers(2, 4))
        self.sensitive = bool(rng.integers(2))
        silent = float(rng.choice([0, 0, 0.05, 0.15]))
        group = np.repeat(np.arange(groups), sizes)
        weight = rng.choice([1.0, 2.0, 3.5][:kinds], len(group))
        given = rng.choice(answers, len(group), p=rng.dirichlet([2] * answers)).astype(float)
        given[rng.random(len(group)) < silent] = np.nan
        self.answers, self.groups = answers, groups
        return group, given, weight

    @cached_property
    def told(self) -> pd.DataFrame:
        """All that padai shows of them."""
        group, given, weight = self.drawn
        frame = pd.DataFrame(
            {
                "ill": [None if np.isnan(x) else f"ill{int(x) + 1}" for x in given],
                "sex": [f"sex{x}" for x in group],
            }
        )
        of = survey(
            question("ill", "123"[: self.answers], sensitive=self.sensitive),
            question("sex", "0123"[: self.groups]),
            by={"sex": "sex"},
        )
        return disclosed(of, wave_of(of, frame, weight), linked=self.linked)

    def attacked(self) -> list[tuple[str, int, int]]:
        """Return what was found: of whom, how few at least, how many at most."""
        group, given, weight = self.drawn
        kinds = np.unique(weight)
        # people by group, weight, and answer; the last answer is none
        shape = self.groups, len(kinds), self.answers + 1
        everybody, rows = np.ones(shape), []
        for k, each in enumerate(kinds):
            of_kind = np.zeros(shape)
            of_kind[:, k] = 1
            rows.append((of_kind, int((weight == each).sum()), int((weight == each).sum())))
        tables = {name: own.set_index(KEYS) for name, own in self.told.groupby("question")}
        for (_, name, response), row in tables["ill"].sort_index().iterrows():
            inside = np.zeros(shape)
            inside[slice(None) if name == "total" else int(name[3:]), :, :-1] = 1
            if pd.notna(row["n_base"]):
                rows.append((inside, row["n_base"], row["n_base"]))
            if pd.notna(row["estimate"]):
                gave = np.zeros(shape)
                gave[..., int(response[3:]) - 1] = 1
                share = round(float(row["estimate"]), 3)
                weighs = inside * kinds[None, :, None]
                rows.append((weighs * (gave - share + HALF + NEAR), 0, np.inf))
                rows.append((weighs * (gave - share - HALF - NEAR), -np.inf, 0))
        for (_, name, response), row in tables["sex"].sort_index().iterrows():
            if name == "total" and pd.notna(row["estimate"]):
                own = np.zeros(shape)
                own[int(response[3:])] = kinds[:, None]
                share, whole = round(float(row["estimate"]), 3), float(weight.sum())
                rows.append((own, (share - HALF) * whole - NEAR, (share + HALF) * whole + NEAR))
        last, found = self.groups - 1, []
        everybody[:last], everybody[..., -1] = 0, 0
        low, high = _ends(everybody, rows, len(group))
        if np.isfinite(given[group == last]).any() and (low > 1 or high < 10):
            found.append(("who answered", low, high))
        for answer in range(self.answers):
            counted = everybody * (np.arange(self.answers + 1) == answer)
            low, high = _ends(counted, rows, len(group))
            if low > 0 or high < min(5, int((given == answer).sum())):
                found.append((f"who said {answer}", low, high))
        return found


def _ends(counted: np.ndarray, rows: list, people: int) -> tuple[int, int]:
    left = np.array([row.reshape(-1) for row, _, _ in rows])
    limits = LinearConstraint(left, [low for _, low, _ in rows], [high for *_, high in rows])
    ends = []
    for sign in (1, -1):
        solved = milp(
            sign * counted.reshape(-1),
            integrality=np.ones(counted.size),
            bounds=Bounds(0, people),
            constraints=limits,
        )
        assert solved.status == 0, solved.message
        ends.append(round(sign * solved.fun))
    return ends[0], ends[1]


def test_each_question_protected_by_itself_tells_of_a_group_of_five() -> None:
    """The attack is one: of tables that are not linked it knows how many said something."""
    assert Few(2, linked=False).attacked() == [("who said 0", 0, 4)]


@pytest.mark.parametrize("seed", range(12))
def test_nothing_is_told_of_a_group_of_few_and_something_is_published(seed: int) -> None:
    few = Few(seed)
    assert few.attacked() == []
    total = few.told[(few.told["question"] == "ill") & (few.told["breakdown"] == "total")]
    assert total["estimate"].notna().any()
