"""What the next wave can show, worked out by hand, and held to what a test then does."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy import stats

import padai
from padai.design import Design
from padai.errors import DefinitionError, EstimationError
from padai.numerics.planning import (
    TwoWaves,
    detection_power,
    equivalence_power,
    needed_for_change,
    needed_for_margin,
    smallest_change,
    smallest_margin,
)
from padai.waves import Wave, stack
from tests.builders import mini


def two_waves(share=0.5, deff=1.5, last=2000, then=2000, correlation=0.0, df=math.inf):
    numbers = (share, deff, last, then, correlation, df)
    return TwoWaves(*(np.array([float(v)]) for v in numbers))


def test_the_worked_figure() -> None:
    """Two independent waves of 2,000 with deff 1.5 at p = 0.5: 5.7 points."""
    error = math.sqrt(2 * 1.5 * 0.25 / 2000)
    expected = (stats.norm.ppf(0.95) + stats.norm.ppf(0.90)) * error
    found = smallest_margin(two_waves(), 0.8, 0.05)[0]
    assert found == pytest.approx(expected, rel=1e-12)
    assert round(100 * found, 1) == 5.7


def test_a_smallest_change_has_the_power_asked_for() -> None:
    for sign in (1, -1):
        found = smallest_change(two_waves(share=0.3), 0.8, 0.05, sign)
        assert detection_power(two_waves(share=0.3), sign * found, 0.05)[0] == pytest.approx(0.8)


def test_a_smallest_change_by_hand() -> None:
    """At p = 0.5 a change of 5.4 points has se 1.932 points: 2.80 of them, 1.96 + 0.84."""
    found = smallest_change(two_waves(), 0.8, 0.05, 1)[0]
    after = 0.5 + found
    error = math.sqrt(1.5 * 0.25 / 2000 + 1.5 * after * (1 - after) / 2000)
    assert found / error == pytest.approx(stats.norm.ppf(0.975) + stats.norm.ppf(0.8), rel=1e-4)
    assert round(100 * found, 1) == 5.4


def test_a_smallest_margin_has_the_power_asked_for() -> None:
    found = smallest_margin(two_waves(df=60), 0.9, 0.05)
    assert equivalence_power(two_waves(df=60), found, 0.05)[0] == pytest.approx(0.9)


@pytest.mark.parametrize("correlation", [0.0, 0.5])
def test_what_is_needed_is_enough_and_no_more(correlation: float) -> None:
    asked = two_waves(share=0.4, then=1.0, correlation=correlation)
    needed = needed_for_change(asked, 0.05, 0.8, 0.05)[0]
    for extra, enough in ((0, True), (-1, False)):
        then = two_waves(share=0.4, then=needed + extra, correlation=correlation)
        assert (detection_power(then, 0.05, 0.05)[0] >= 0.8 - 1e-6) == enough
    needed = needed_for_margin(asked, 0.06, 0.8, 0.05)[0]
    for extra, enough in ((0, True), (-1, False)):
        then = two_waves(share=0.4, then=needed + extra, correlation=correlation)
        assert (equivalence_power(then, 0.06, 0.05)[0] >= 0.8 - 1e-6) == enough


def test_no_wave_is_large_enough_after_a_small_one() -> None:
    """The last wave's own error is 3.9 points: no second wave shows a change of 5."""
    assert np.isnan(needed_for_change(two_waves(last=250), 0.05, 0.8, 0.05)[0])


def test_a_share_near_its_limit_has_no_room_to_fall() -> None:
    assert np.isnan(smallest_change(two_waves(share=0.005, last=400, then=400), 0.8, 0.05, -1)[0])


def test_shared_respondents_make_changes_easier_to_see() -> None:
    apart, shared = (smallest_change(two_waves(correlation=r), 0.8, 0.05, 1)[0] for r in (0.0, 0.6))
    assert shared < apart * 0.7


def waves(same: bool = False) -> padai.Stack:
    made = []
    draw = np.random.default_rng(5)
    first = draw.random(1000) < 0.5
    for place, name in enumerate(("1", "2")):
        answer = np.where(draw.random(1000) < 0.3, draw.random(1000) < 0.5, first)
        frame = pd.DataFrame({"q": answer.astype(int), "sex": ["F"] * 250 + ["M"] * 750})
        frame["id"] = np.arange(1000) + (0 if same else 1000 * place)
        made.append(Wave(frame, Design(id="id"), id=name))
    return stack(made, overlap="respondent" if same else "none")


def test_a_plan_by_group() -> None:
    found = padai.plan(padai.trend(waves(), "q", net="1", by="sex"), n=2000, change=10).frame
    assert found["n_last"].tolist() == [1000, 250, 750]
    assert found["n_next"].tolist() == [2000, 500, 1500]
    row = found.iloc[1]
    p, deff = row["estimate"], row["deff"]
    error = math.sqrt(deff * p * (1 - p) * (1 / 250 + 1 / 500))
    assert row["std_error"] == pytest.approx(error, rel=1e-12)
    assert (found["correlation"] == 0).all()
    assert (found["wave"] == "2").all()


def test_a_plan_of_a_panel_takes_its_correlation() -> None:
    series = padai.trend(waves(same=True), "q", net="1")
    found = padai.plan(series).frame.iloc[0]
    V = series.cov()
    assert found["correlation"] == pytest.approx(V[0, 1] / math.sqrt(V[0, 0] * V[1, 1]), rel=1e-9)
    change = padai.difference(series, "2", "1").frame.iloc[0]
    assert found["std_error"] == pytest.approx(change["std_error"], rel=0.01)


def test_several_sizes_are_a_curve() -> None:
    found = padai.plan(padai.trend(waves(), "q", net="1"), n=[500, 1000, 4000]).frame
    assert found["interviews"].tolist() == [500, 1000, 4000]
    assert found["smallest_margin"].is_monotonic_decreasing


@pytest.mark.parametrize(("points", "said"), [(2.0, "never"), (6.0, "seldom"), (9.0, "reachable")])
def test_a_margin_that_can_never_be_met(points: float, said: str) -> None:
    """se 2.24 points: half-width of the 90% interval 3.7, smallest margin with 80% power 6.5."""
    found = padai.plan(padai.trend(waves(), "q", net="1"), margin=points).frame.iloc[0]
    assert found["margin_within"] == said


def test_a_family_needs_larger_changes() -> None:
    series = padai.trend(waves(), "q", net="1")
    alone, ten = (padai.plan(series, family_size=m).frame.iloc[0] for m in (1, 10))
    assert ten["smallest_rise"] > alone["smallest_rise"]


@pytest.mark.parametrize(
    "asked",
    [
        {"alpha": 0},
        {"power": 0.01},
        {"power": 1},
        {"n": 1},
        {"n": []},
        {"correlation": 1},
        {"correlation": -1},
        {"family_size": 0},
    ],
)
def test_what_makes_no_plan(asked) -> None:
    with pytest.raises(DefinitionError):
        padai.plan(padai.trend(waves(), "q", net="1"), **asked)


def test_means_have_no_plan() -> None:
    with pytest.raises(EstimationError, match="no share"):
        padai.plan(padai.mean(waves(), "q"))


def test_expected_interviews() -> None:
    frame = pd.DataFrame({"r": ["a"] * 2 + ["b"] * 18 + ["c"] * 80})
    found = padai.expected_interviews(Wave(frame, Design(), id="1"), "r", n=400).frame
    assert found["expected"].tolist() == [8, 72, 320]
    assert found["action"].tolist() == ["collapse", "boost", "keep"]
    assert found["boost"].tolist() == [92, 28, 0]
    under = stats.binom.cdf(29, 400, [0.02, 0.18, 0.8])
    assert found["chance_under"].to_numpy() == pytest.approx(under, rel=1e-9)


@pytest.mark.parametrize("asked", [{"n": 0}, {"target": -1}, {"by": []}])
def test_what_makes_no_expected_interviews(asked) -> None:
    wave = Wave(pd.DataFrame({"r": ["a"] * 20}), Design(), id="1")
    with pytest.raises(DefinitionError):
        padai.expected_interviews(wave, **{"by": "r", **asked})


def test_as_many_interviews_as_before_unless_another_number_is_named() -> None:
    frame = pd.DataFrame({"r": ["a"] * 30 + ["b"] * 90 + [None] * 80})
    found = padai.expected_interviews(Wave(frame, Design(), id="1"), "r", target=60).frame
    assert found["n_last"].tolist() == [30, 90]
    assert found["share"].tolist() == [0.15, 0.45]
    assert found["expected"].tolist() == [30, 90]
    assert found["action"].tolist() == ["boost", "keep"]
    assert found["boost"].tolist() == [30, 0]
    one = padai.expected_interviews(Wave(frame, Design(), id="1"), "r", n=1, target=1).frame
    assert one["action"].tolist() == ["collapse", "collapse"]
    assert one["chance_under"].tolist() == [1, 1]


def test_the_least_bases_are_those_of_the_definition(tmp_path: Path) -> None:
    stated = "synthetic: true\nreliability: {minimum_base: 40, small_base: 70}"
    survey = padai.load_survey(mini(tmp_path, replace={"synthetic: true": stated}))
    wave = padai.read_wave(survey, "2025")
    found = padai.expected_interviews(wave, "sex", n=120).frame
    held = wave.frame["sex"].value_counts()[["F", "M"]].to_numpy()
    assert found["expected"].to_numpy() == pytest.approx(held * 0.6)
    wanted = np.maximum(np.ceil(70 - held * 0.6), 0)
    assert found["boost"].tolist() == wanted.tolist()
    under = stats.binom.cdf(39, 120, held / 200)
    assert found["chance_under"].to_numpy() == pytest.approx(under, rel=1e-9)
    collapsed = padai.expected_interviews(wave, "sex", n=60).frame
    assert collapsed["action"].tolist() == ["collapse", "collapse"]


def test_interviews_needed_are_those_of_the_whole_wave() -> None:
    """A quarter of the wave is F: four interviews for each one needed in it."""
    series = padai.trend(waves(), "q", net="1", by="sex")
    found = padai.plan(series, n=2, change=-15, margin=12).frame
    for _, row in found.iterrows():
        share = row["n_last"] / 1000
        asked = two_waves(row["estimate"], row["deff"], row["n_last"], 2 * share, df=row["df"])
        change = max(needed_for_change(asked, s * 0.15, 0.8, 0.05)[0] for s in (1, -1))
        assert row["needed_for_change"] == math.ceil(change / share)
        margin = needed_for_margin(asked, 0.12, 0.8, 0.05)[0]
        assert row["needed_for_margin"] == math.ceil(margin / share)
    # Waves of different people: twice the degrees of freedom of one wave.
    assert (found["df"] == 2 * series.frame.iloc[-3:]["df"].to_numpy()).all()


def test_what_is_not_asked_is_not_planned() -> None:
    found = padai.plan(padai.trend(waves(), "q", net="1")).frame.iloc[0]
    assert np.isnan(found["needed_for_change"])
    assert np.isnan(found["needed_for_margin"])
    assert np.isnan(found["margin"])
    assert (found["margin_within"], found["reason"]) == ("", "")
    assert found["interviews"] == 1000


def test_a_design_effect_and_a_correlation_may_be_supposed() -> None:
    series = padai.trend(waves(), "q", net="1")
    found = padai.plan(series, deff=2.0, correlation=0.5).frame.iloc[0]
    p = found["estimate"]
    assert found["std_error"] == pytest.approx(math.sqrt(2 * p * (1 - p) / 1000 * (2 - 1)))
    apart = padai.plan(series, deff=2.0, correlation=-0.5).frame.iloc[0]
    assert apart["std_error"] == pytest.approx(math.sqrt(2 * p * (1 - p) / 1000 * (2 + 1)))


def test_a_correlation_is_that_of_each_row() -> None:
    series = padai.trend(waves(same=True), "q", net="1", by="sex")
    found = padai.plan(series).frame
    V, n = series.cov(), len(found)
    for place in range(n):
        old, new = V[place, place], V[n + place, n + place]
        assert found["correlation"].iloc[place] == pytest.approx(
            V[place, n + place] / math.sqrt(old * new), rel=1e-9
        )
    assert found["df"].tolist() == series.frame["df"].iloc[-n:].tolist()
