"""A mean of people whose weights are known, on a scale that is written with decimals.

It goes out with one decimal more than its scale: of 0, 33.333 and 66.667 with four. The attacker has
the sizes of groups, what each person of a group weighs, and what is printed.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

import padai
from padai.disclosure import known_weights
from padai.survey import Question, Scale
from tests.spec.test_joint_tables import TEXT, question, shown_of, survey, wave_of

SCORES = np.array([0, 33.333, 66.667])
DIGITS, NEAR = {"mean": 4}, 1e-9
GROUPS = ["sex0", "sex1", "sex2"]


def drawn() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return what each person of three groups weighs, which group they are of, and their answer."""
    rng = np.random.default_rng(31)
    group = np.repeat(np.arange(3), rng.integers(30, 70, 3))
    weight = np.round(rng.uniform(0.5, 3, 3), 4)
    given = np.zeros(len(group), dtype=int)
    for k in range(3):
        at = np.flatnonzero(group == k)
        given[at] = rng.choice(3, len(at), p=rng.dirichlet([12, 1.5, 0.8]))
    return weight, group, given


def told() -> pd.DataFrame:
    weight, group, given = drawn()
    codes = {f"ill{k + 1}": {"label": {"fr": "a"}, "score": s} for k, s in enumerate(SCORES)}
    ill = Question(
        id="ill", label=TEXT, wording={"fr": "a"}, scale=Scale(codes=codes), sensitive=True
    )
    of = survey(ill, question("sex", "012"), by={"sex": "sex"})
    frame = pd.DataFrame({"ill": [f"ill{x + 1}" for x in given], "sex": [f"sex{x}" for x in group]})
    wave = wave_of(of, frame, weight[group])
    found = [padai.banner(wave, ["ill", "sex"], by=["sex"]), padai.mean(wave, ["ill"], by=["sex"])]
    out = shown_of(of, "main", found, None, [wave])
    return out[(out["question"] == "ill") & out["estimate"].notna()]


def known(out: pd.DataFrame) -> list[tuple[str, int, tuple[int, int]]]:
    """Return the withheld counts of one to four that whole people leave less than the rule asks."""
    weight, group, given = drawn()
    people = np.bincount(group)
    rows = [(np.repeat(np.eye(3)[k], 3), people[k], people[k]) for k in range(3)]
    for row in out.itertuples():
        inside = np.ones(3) if row.group == "total" else np.eye(3)[GROUPS.index(row.group)]
        gave = SCORES if row.response == "mean" else np.eye(3)[int(row.response[3:]) - 1]
        digits = DIGITS.get(row.response, 3)
        value, half = round(float(row.estimate), digits), 0.5 * 10.0**-digits + NEAR
        weighs = np.outer(inside * weight, gave - value).reshape(-1)
        whole = np.outer(inside * weight, np.full(3, half)).reshape(-1)
        rows += [(weighs + whole, 0, np.inf), (weighs - whole, -np.inf, 0)]
    sums, low, high = (np.array(of) for of in zip(*rows, strict=True))
    found = []
    for k, answer in np.ndindex(3, 3):
        if not 0 < (true := int(((group == k) & (given == answer)).sum())) < 5:
            continue
        ends = []
        for sign in (1, -1):
            aim = sign * np.outer(np.eye(3)[k], np.eye(3)[answer]).reshape(-1)
            limits = LinearConstraint(sums, low, high)
            solved = milp(aim, integrality=np.ones(9), bounds=Bounds(0, np.inf), constraints=limits)
            assert solved.status == 0, solved.message
            ends.append(round(sign * solved.fun))
        if ends[0] > 1 or ends[1] < 5:
            found.append((GROUPS[k], true, (ends[0], ends[1])))
    return found


def test_a_mean_with_decimals_told_how_many_said_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Taken for one that is printed to a tenth, it left nobody or one, and two at most."""
    monkeypatch.setattr(known_weights, "decimals_of", lambda _: 0)
    assert known(told()) == [("sex0", 1, (0, 1)), ("sex2", 2, (0, 2))]


def test_nothing_is_told_by_what_goes_out() -> None:
    assert known(told()) == []
