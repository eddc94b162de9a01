"""Did one group change more than another: tiny tables, worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

import padai
from padai.design import Design
from padai.errors import ComparisonError
from padai.waves import Wave, stack
from tests.spec.test_breaks import survey
from tests.spec.test_bridges import bridge, broken

YES = {
    "2022": {"young": 50, "middle": 40, "old": 70},
    "2023": {"young": 54, "middle": 41, "old": 40},
}
N = 100


def trend(defined=None) -> padai.Estimates:
    waves = []
    for name, groups in YES.items():
        parts = [
            pd.DataFrame({"q": [1] * yes + [0] * (N - yes), "age": age})
            for age, yes in groups.items()
        ]
        frame = pd.concat(parts, ignore_index=True)
        frame["age"] = pd.Categorical(frame["age"], ["young", "middle", "old"])
        waves.append(Wave(frame, Design(), survey=defined, id=name))
    return padai.trend(stack(waves, overlap="none"), "q", net="1", by="age")


def variance(wave: str, age: str) -> float:
    """Of a share among 100 of 300 drawn with replacement: p (1 - p) / 100 times 300 / 299."""
    p = YES[wave][age] / N
    return p * (1 - p) / N * 300 / 299


def test_trust_fell_more_among_older_people() -> None:
    found = padai.difference_of_differences(
        trend(), "2023", "2022", by="age", groups=("old", "young"), family="f"
    )
    row = found.frame.iloc[0]
    assert row["estimate"] == pytest.approx((0.40 - 0.70) - (0.54 - 0.50), rel=1e-12)
    error = math.sqrt(sum(variance(w, a) for w in YES for a in ("old", "young")))
    assert row["std_error"] == pytest.approx(error, rel=1e-12)
    assert row["verdict"] == "lower"


def test_every_pair_of_groups() -> None:
    found = padai.difference_of_differences(trend(), "2023", "2022", by="age").frame
    pairs = list(zip(found["group"], found["reference"], strict=True))
    assert pairs == [("middle", "young"), ("old", "young"), ("old", "middle")]
    estimate = found["estimate"].to_numpy()
    assert estimate[1] - estimate[0] == pytest.approx(estimate[2], rel=1e-12)
    assert (found["verdict"] == "").all()
    assert (found["p_adjusted"] >= found["p_value"]).all()


def test_groups_that_changed_alike_are_comparable_within_a_margin() -> None:
    found = padai.difference_of_differences(
        trend(), "2023", "2022", by="age", groups=("middle", "young"), family="f", margin=40
    ).frame.iloc[0]
    assert found["verdict"] == "comparable"


def test_a_bridge_must_be_stated_for_both_groups() -> None:
    stated = [bridge(breakdown="age", group=g, offset=o) for g, o in (("old", 5), ("young", 2))]
    one, both = survey(broken(stated[0])), survey(broken(*stated))
    asked = {"by": "age", "groups": ("old", "young")}
    row = padai.difference_of_differences(trend(one), "2023", "2022", **asked).frame.iloc[0]
    assert row["verdict"] == "not comparable"
    assert np.isnan(row["estimate"])
    row = padai.difference_of_differences(trend(both), "2023", "2022", **asked).frame.iloc[0]
    assert row["estimate"] == pytest.approx(-0.30 - 0.05 - (0.04 - 0.02), rel=1e-12)
    sampling = sum(variance(w, a) for w in YES for a in ("old", "young"))
    assert row["std_error"] == pytest.approx(math.sqrt(sampling + 2 * 0.01**2), rel=1e-12)
    assert row["breaks"] == "b"


@pytest.mark.parametrize(
    ("asked", "match"),
    [
        ({"by": "region"}, "Breakdown 'region'"),
        ({"by": "age", "groups": ("old", "older")}, "no group 'older'"),
        ({"by": "age", "groups": ("old", "old")}, "with itself"),
        ({"by": "total"}, "single group"),
    ],
)
def test_what_is_refused(asked, match) -> None:
    with pytest.raises(ComparisonError, match=match):
        padai.difference_of_differences(trend(), "2023", "2022", **asked)


def test_groups_are_put_on_the_footing_of_the_later_wave_whatever_the_order() -> None:
    """The offsets move the earlier wave: turning the order turns the sign, and nothing else."""
    stated = [
        bridge(breakdown="age", group=g, offset=o, std_error=0.01, on="logit")
        for g, o in (("old", 0.5), ("young", 0.2))
    ]
    series = trend(survey(broken(*stated)))
    asked = {"by": "age", "groups": ("old", "young")}
    one = padai.difference_of_differences(series, "2023", "2022", **asked).frame.iloc[0]
    other = padai.difference_of_differences(series, "2022", "2023", **asked).frame.iloc[0]
    moved = [1 / (1 + math.exp(-(math.log(p / (1 - p)) + o))) for p, o in ((0.7, 0.5), (0.5, 0.2))]
    assert one["estimate"] == pytest.approx((0.40 - moved[0]) - (0.54 - moved[1]), rel=1e-12)
    assert other["estimate"] == pytest.approx(-one["estimate"], rel=1e-12)
    assert other["std_error"] == pytest.approx(one["std_error"], rel=1e-12)


def test_groups_that_answered_twice_alike_have_no_sampling_error() -> None:
    frame = pd.DataFrame(
        {"q": [1, 0, 1, 1, 0, 0] * 20, "age": ["young", "old"] * 60, "who": range(120)}
    )
    waves = [Wave(frame, Design(id="who"), id=name) for name in ("1", "2")]
    series = padai.trend(stack(waves, overlap="respondent"), "q", net="1", by="age")
    row = padai.difference_of_differences(series, "2", "1", by="age").frame.iloc[0]
    assert (row["estimate"], row["std_error"]) == (0, 0)
    assert np.isnan(row["p_value"])
