"""The same people twice: against R's wide file, by hand, and what is refused."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

import padai
from padai.design import Design
from padai.errors import ComparisonError, DataError, EstimationError
from padai.trends.attrition import attrition, conditioning
from padai.trends.panel import NOT_NET_CHANGE, paired_change, turnover
from padai.waves import Wave
from tests.reference.model_designs import compared, frame, numbers, value


def api(weight: str = "pw") -> list[Wave]:
    data = frame("api_panel")
    design = Design(weight="pw", stratum="stype", id="snum")
    return [Wave(data[data["wave"] == k], design, id=str(k)) for k in (1, 2)]


@pytest.mark.parametrize("weight", ["pw", None])
def test_paired_change_is_that_of_r(weight: str | None) -> None:
    (key,) = compared("panel", ["wide_change"])
    expected = value("panel", key)
    found = [
        paired_change(*api(), name, net=net, weight=weight).frame.iloc[0]
        for name, net in (("trust", "1"), ("api", "mean"))
    ]
    assert [row["estimate"] for row in found] == pytest.approx(expected["estimate"], rel=1e-9)
    assert [row["std_error"] for row in found] == pytest.approx(expected["se"], rel=1e-9)
    assert found[0]["up"] - found[0]["down"] == pytest.approx(found[0]["estimate"], abs=1e-12)


def test_turnover_is_that_of_r() -> None:
    (key,) = compared("panel", ["wide_turnover"])
    expected = value("panel", key)
    found = turnover(*api(), "trust", weight="pw").frame
    order = [(int(b), int(a)) for b, a in (name[-3:].split(".") for name in expected["names"])]
    rows = found.set_index([found["before"].astype(int), found["after"].astype(int)]).loc[order]
    assert rows["estimate"].to_numpy() == pytest.approx(numbers(expected["estimate"]), rel=1e-9)
    assert rows["std_error"].to_numpy() == pytest.approx(numbers(expected["se"]), rel=1e-9)


def wave(name: str, people: list[tuple[int, str, float]], **columns: list[float]) -> Wave:
    data = pd.DataFrame(people, columns=["who", "sex", "q"]).assign(**columns)
    return Wave(data, Design(id="who"), id=name)


# Six of eight come back; two are new.
FIRST = [(k, "F" if k <= 4 else "M", float(k in (1, 2, 5))) for k in range(1, 9)]
SECOND = [
    (k, "F" if k <= 4 else "M", float(k in (1, 3, 5, 6, 9))) for k in (1, 2, 3, 5, 6, 7, 9, 10)
]


def test_turnover_by_hand() -> None:
    """Of 1, 2, 3, 5, 6, 7: stayed in 1, 5; left 2; came in 3, 6; stayed out 7."""
    found = turnover(wave("1", FIRST), wave("2", SECOND), "q", weight=None)
    rows = found.frame.set_index(["before", "after"])
    assert rows.loc[("1", "1"), "n"] == 2
    assert rows["estimate"].tolist() == pytest.approx([1 / 6, 2 / 6, 1 / 6, 2 / 6])
    assert rows["of_before"].tolist() == pytest.approx([1 / 3, 2 / 3, 1 / 3, 2 / 3])
    assert found.note == NOT_NET_CHANGE
    assert found.provenance["in_both"] == 6


def test_paired_change_by_group_by_hand() -> None:
    found = paired_change(wave("1", FIRST), wave("2", SECOND), "q", net="1", weight=None, by="sex")
    rows = found.frame.set_index("group")
    assert rows.loc["total", "estimate"] == pytest.approx(1 / 6)
    assert (rows.loc["F", "estimate"], rows.loc["F", "up"]) == pytest.approx((0, 1 / 3))
    assert rows.loc["M", "estimate"] == pytest.approx(1 / 3)
    # A domain of 6 of 8 drawn with replacement: change 0, -1, 1, 0, 1, 0 around 1/6.
    scores = [(d - 1 / 6) / 6 for d in (0, -1, 1, 0, 1, 0)] + [0, 0]
    variance = 8 / 7 * sum(s**2 for s in scores)
    assert rows.loc["total", "std_error"] == pytest.approx(math.sqrt(variance), rel=1e-12)
    assert rows.loc["total", "df"] == 5


def test_the_longitudinal_weight_decides_who_counts() -> None:
    """Weights 2 for 1 and 5, none for 7: (0 + 0 - 1 + 1 + 1) / (2 + 2 + 1 + 1 + 1)."""
    weights = [2.0, 1.0, 1.0, 2.0, 1.0, np.nan, np.nan, np.nan]
    found = paired_change(
        wave("1", FIRST), wave("2", SECOND, lw=weights), "q", net="1", weight="lw"
    )
    assert found.frame["estimate"].iloc[0] == pytest.approx(1 / 7)
    assert found.provenance["without_weight"] == 1
    assert found.frame["n_base"].iloc[0] == 5
    with pytest.raises(DataError, match="negative"):
        paired_change(wave("1", FIRST), wave("2", SECOND, lw=[-1.0] * 8), "q", net="1", weight="lw")


def test_attrition_by_hand() -> None:
    found = attrition(wave("1", FIRST), wave("2", SECOND), ["sex"])
    rows = found.frame.set_index("group")
    assert rows["estimate"].tolist() == pytest.approx([6 / 8, 3 / 4, 3 / 4])
    assert found.tests["p_value"].iloc[0] == pytest.approx(1, abs=1e-6)
    assert found.tests["n"].iloc[0] == 8
    with pytest.raises(EstimationError, match="Everybody"):
        attrition(wave("1", FIRST[:3]), wave("2", SECOND))


def test_what_goes_with_leaving() -> None:
    draw = np.random.default_rng(2)
    age = draw.integers(18, 90, 800)
    stays = draw.random(800) < 1 / (1 + np.exp(-(age - 50) / 12))
    data = pd.DataFrame({"who": np.arange(800), "age": age, "old": age >= 55, "sex": age % 2})
    before = Wave(data, Design(id="who"), id="1")
    after = Wave(data[stays], Design(id="who"), id="2")
    found = attrition(before, after, ["old", "sex"], correlates="age + sex")
    assert found.tests["p_adjusted"].iloc[0] < 0.001
    assert found.tests["p_adjusted"].iloc[1] > 0.05
    assert found.model is not None
    slope = found.model.frame.set_index("term").loc["age"]
    assert slope["conf_low"] < 1 / 12 < slope["conf_high"]


def test_conditioning_is_a_contrast_with_the_fresh_sample() -> None:
    before, after = wave("1", FIRST), wave("2", SECOND)
    row = conditioning(before, after, "q", net="1").frame.iloc[0]
    assert (row["stayed"], row["fresh"]) == pytest.approx((4 / 6, 1 / 2))
    named = after.frame.assign(old=[1, 1, 1, 1, 1, 1, 0, 0])
    test = padai.ttest(Wave(named, Design(id="who")), "q", by="old")
    assert row["estimate"] == pytest.approx(test.estimate, rel=1e-12)
    assert row["std_error"] == pytest.approx(test.std_error, rel=1e-12)
    with pytest.raises(ComparisonError, match="not identified"):
        conditioning(before, wave("2", SECOND[:6]), "q", net="1")


def test_who_weighed_nothing_before_neither_stayed_nor_is_new() -> None:
    out = FIRST[0][0]
    weights = [0.0 if person[0] == out else 1.0 for person in FIRST]
    frame = pd.DataFrame(FIRST, columns=["who", "sex", "q"]).assign(w=weights)
    before, after = Wave(frame, Design(weight="w", id="who"), id="1"), wave("2", SECOND)
    row = conditioning(before, after, "q", net="1").frame.iloc[0]
    whole = conditioning(wave("1", FIRST), after, "q", net="1").frame.iloc[0]
    assert out in [person[0] for person in SECOND]
    assert (row["n_stayed"], row["n_fresh"]) == (whole["n_stayed"] - 1, whole["n_fresh"])
    assert row["fresh"] == whole["fresh"] and row["stayed"] != whole["stayed"]


def test_no_panel() -> None:
    strangers = [(k + 100, sex, q) for k, sex, q in SECOND]
    with pytest.raises(ComparisonError, match="no panel"):
        turnover(wave("1", FIRST), wave("2", strangers), "q", weight=None)
    bare = Wave(pd.DataFrame(SECOND, columns=["who", "sex", "q"]), Design(), id="2")
    with pytest.raises(ComparisonError, match="identifier"):
        turnover(wave("1", FIRST), bare, "q", weight=None)
