"""Targets and bounds that make no sense are refused at every door, with the margin's name."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import DefinitionError, WeightingError
from padai.numerics.calibration import calibrate_weights
from padai.survey import TargetMargin, Targets
from tests.builders import mini, respondents

NAN, INF = float("nan"), float("inf")
N = 40
FRAME = pd.DataFrame({"sex": ["F", "M"] * (N // 2), "age": ["y", "o", "o", "y"] * (N // 4)})
WAVE = padai.Wave(FRAME.assign(x=1.0), padai.Design())
AGE = {"y": 0.4, "o": 0.6}

#: What is wrong with a margin, and what is said.
BAD_MARGINS = [
    ({"F": 0.6, "M": 0.5}, "sums to 1.1, which is neither shares nor counts"),
    ({"F": 0.4, "M": 0.33}, "sums to 0.73, which is neither"),
    ({"F": 51, "M": 48.2}, "sums to 99.2, which is neither"),
    ({"F": 9, "M": 11}, "fewer than its 40 respondents"),
    ({"F": NAN, "M": 0.5}, "cell 'F': the target must be a positive number"),
    ({"F": INF, "M": 0.5}, "cell 'F': the target must be a positive number"),
    ({"F": -0.5, "M": 1.5}, "cell 'F': the target must be a positive number"),
    ({"F": 0, "M": 1}, "cell 'F': the target must be a positive number"),
    ({"F": "0.5", "M": 0.5}, "cell 'F': the target must be a positive number"),
    ({"F": None, "M": 0.5}, "cell 'F': the target must be a positive number"),
    ({"F": True, "M": 1}, "cell 'F': the target must be a positive number"),
    ({"F": 0.5, "F ": 0.1, "M": 0.4}, "gives cell 'F' twice"),
    ({}, "has no cells"),
]


def _rake(targets):
    return padai.rake(WAVE, targets, min_cell=1)


def _poststratify(targets):
    return padai.poststratify(WAVE, targets, min_cell=1)


def _calibrate(targets):
    return padai.calibrate(WAVE, targets, method="linear", min_cell=1)


@pytest.mark.parametrize("verb", [_rake, _poststratify, _calibrate])
@pytest.mark.parametrize(("margin", "said"), BAD_MARGINS)
def test_a_call_refuses_one_margin_alone(verb, margin, said):
    with pytest.raises(WeightingError, match="margin 'sex'") as caught:
        verb({"sex": margin})
    assert said in str(caught.value)
    assert "« sex »" in caught.value.texts["fr"].replace("\u00a0", " ")


@pytest.mark.parametrize("verb", [_rake, _calibrate])
def test_a_call_refuses_margins_that_are_all_alike_or_disagree(verb):
    with pytest.raises(WeightingError, match="neither shares nor counts"):
        verb({"sex": {"F": 0.6, "M": 0.5}, "age": {"y": 0.5, "o": 0.6}})
    with pytest.raises(WeightingError, match="do not add up: margin 'sex' sums to 1000"):
        verb({"sex": {"F": 500, "M": 500}, "age": {"y": 500, "o": 600}})
    with pytest.raises(WeightingError, match=r"margin 'age' sums to 0\.9"):
        verb({"sex": {"F": 500, "M": 500}, "age": {"y": 0.4, "o": 0.5}})


@pytest.mark.parametrize(
    "margin",
    [{"F": 0.51, "M": 0.49}, {"F": 51, "M": 49}, {"F": 51.2, "M": 48.8}, {"F": 9e6, "M": 1e7}],
)
def test_shares_of_one_or_a_hundred_and_counts_are_taken(margin):
    done = _rake({"sex": margin, "age": AGE})
    share = padai.proportion(done, "sex").frame["estimate"].iloc[0]
    assert share == pytest.approx(margin["F"] / sum(margin.values()), rel=1e-12)


@pytest.mark.parametrize(("margin", "said"), [row for row in BAD_MARGINS if "fewer" not in row[1]])
def test_targets_made_by_hand_refuse_the_same(margin, said):
    with pytest.raises(DefinitionError) as caught:
        Targets.from_mapping({"sex": margin})
    assert said in str(caught.value)


def test_targets_that_no_check_has_seen_are_checked_by_the_verbs():
    twice = Targets(margins=(TargetMargin(id="sex", cells={"F": 0.5, "M": 0.5}),) * 2)
    with pytest.raises(WeightingError, match="margin 'sex' is given twice"):
        _rake(twice)
    for bad in (NAN, -0.5):
        margin = TargetMargin(id="sex", cells={"F": bad, "M": 0.5})
        with pytest.raises(WeightingError, match="cell 'F': the target must be a positive number"):
            _rake(Targets(margins=(margin,)))


@pytest.mark.parametrize("total", [NAN, INF, "40", True, None])
def test_a_numeric_total_is_a_finite_number(total):
    with pytest.raises(WeightingError, match="'x'"):
        _calibrate({"sex": {"F": 0.5, "M": 0.5}, "x": total})


BAD_BOUNDS = [
    (5.0, 0.2), (-0.5, 3.0), (1.2, 3.0), (0.2, 0.9), (NAN, 3.0), (0.2, NAN), ("a", 3.0), (0.2,), 3.0,
    (0.2, 1.0, 3.0), "0.2", (False, 3.0),
]  # fmt: skip


@pytest.mark.parametrize("bounds", BAD_BOUNDS)
def test_bounds_are_two_numbers_around_one(bounds):
    targets = {"sex": {"F": 0.5, "M": 0.5}}
    with pytest.raises(WeightingError, match="bounds"):
        padai.rake(WAVE, targets, bounds=bounds)
    for method in ("linear", "raking", "logit"):
        with pytest.raises(WeightingError, match="bounds"):
            padai.calibrate(WAVE, targets, method=method, bounds=bounds)
    with pytest.raises(WeightingError, match="bounds"):
        calibrate_weights(np.ones(4), total=4.0, bounds=bounds)


@pytest.mark.parametrize(
    ("lower", "upper", "said"),
    [
        (3.0, 1.0, "limits"),
        (-1.0, 3.0, "limits"),
        (0.0, -1.0, "limits"),
        (NAN, 3.0, "`lower` must be a number; nan"),
        (0.1, NAN, "`upper` must be a number; nan"),
        ("a", 3.0, "`lower` must be a number; 'a'"),
    ],
)
@pytest.mark.parametrize("rerake", [False, True])
def test_limits_of_a_trim_are_numbers_in_order(lower, upper, said, rerake):
    wave = _rake({"sex": {"F": 0.5, "M": 0.5}})
    with pytest.raises((WeightingError, DefinitionError), match=said):
        padai.trim(wave, lower=lower, upper=upper, rerake=rerake)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("{method: rake, margins: [sex], bounds: [5.0, 0.2]}", "0 <= lower < 1 < upper"),
        ("{method: rake, margins: [sex], bounds: [-0.5, 3.0]}", "0 <= lower < 1 < upper"),
        ("{method: rake, margins: [sex], bounds: [.nan, 3.0]}", "bounds.0: a number is expected"),
        ("{method: rake, margins: [sex], bounds: [a, 3.0]}", "bounds"),
        ("{method: linear, margins: [sex], bounds: [0.2, 0.9]}", "0 <= lower < 1 < upper"),
        ("{method: poststratify, margins: [sex], bounds: [0.2, 3.0]}", "do not go with"),
        ("{method: logit, margins: [sex]}", "needs finite `bounds"),
        ("{method: rake, margins: [sex], trim: [3.0, 1.0]}", "0 <= lower < upper"),
        ("{method: rake, margins: [sex], trim: [-3.0, 1.0]}", "0 <= lower < upper"),
    ],
)
def test_a_definition_refuses_bounds_and_limits(tmp_path, rule, said):
    replace = {"{method: rake, margins: [sex]}": rule}
    with pytest.raises(DefinitionError) as caught:
        padai.load_survey(mini(tmp_path, {"2025": respondents()}, replace=replace))
    assert said in str(caught.value)
    assert "waves/2024.yaml" in str(caught.value)


@pytest.mark.parametrize("stage", ["delivered", "weighted"])
@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("0.6", "sums to 1.1"),
        ("nan", "positive number"),
        ("inf", "positive number"),
        ("-0.5", "positive number"),
        ("half", "positive number"),
        ("20", "sums to 20.5"),
        ("49.5", "sums to 50, which is neither shares nor counts"),
    ],
)
def test_validate_refuses_targets_at_either_stage(tmp_path, cell, said, stage):
    old = "main,sex,M,0.5,given"
    survey = padai.load_survey(
        mini(tmp_path, {"2025": respondents()}, replace={old: f"main,sex,M,{cell},given"})
    )
    wave = padai.read_wave(survey, "2025")
    with pytest.raises(DefinitionError) as caught:
        padai.validate(wave, stage=stage)
    assert said in str(caught.value) and "margin 'sex'" in str(caught.value)
    with pytest.raises((DefinitionError, WeightingError)):
        padai.rake(wave, survey.targets("2025"))


def test_a_wave_as_delivered_may_lack_its_targets_file(tmp_path):
    folder = mini(tmp_path, {"2025": respondents()})
    (folder / "targets" / "2025.csv").unlink()
    wave = padai.read_wave(padai.load_survey(folder), "2025")
    assert padai.validate(wave, stage="delivered") is not None
