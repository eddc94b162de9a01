"""Slopes, curvatures and joint tests against R's contrasts: closed forms, 1e-9."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
import pytest
from scipy import stats

import padai
from tests.reference.model_designs import keys, value
from tests.reference.test_estimation import close
from tests.reference.test_waves import R_RAKED, stack_of, stacked

YEARS = {"1": 1, "2": 2, "3": 3}
GSS = json.loads((Path(__file__).parent / "gss-trust" / "r-survey.json").read_text())
SURVEY = Path(__file__).parents[2] / "surveys" / "gss-trust"


@pytest.mark.parametrize("key", keys("waves", "linear_trend"))
def test_slope(key):
    series = padai.trend(stack_of(key), "trust", net="1")
    found = padai.slope(series, times=YEARS).frame.iloc[0]
    expected = value("waves", key)
    close([found["estimate"], found["std_error"]], [expected["estimate"][0], expected["se"][0]])


@pytest.mark.parametrize("key", keys("waves", "quadratic_trend"))
def test_curvature(key):
    """With waves a year apart, the change of the yearly change is p1 - 2 p2 + p3."""
    series = padai.trend(stack_of(key), "trust", net="1")
    found = padai.slope(series, times=YEARS, degree=2).frame.iloc[1]
    expected = value("waves", key)
    assert found["term"] == "curvature"
    close([found["estimate"], found["std_error"]], [expected["estimate"][0], expected["se"][0]])


def test_slope_after_raking():
    series = padai.trend(stacked(rakes=True), "trust", net="1")
    found = padai.slope(series, times=YEARS).frame.iloc[0]
    expected = value("waves", "rake.linear_trend")
    assert found["estimate"] == pytest.approx(expected["estimate"][0], rel=1e-9)
    assert found["std_error"] == pytest.approx(expected["se"][0], rel=R_RAKED)


@pytest.mark.parametrize("key", keys("waves", "by_wave"))
def test_no_change(key):
    """The adjusted Wald statistic from R's own estimates and covariance."""
    series = padai.trend(stack_of(key), "trust", net="1")
    found = padai.joint_test(series, times=YEARS).frame.iloc[0]
    expected = value("waves", key)
    p, V, df = np.array(expected["estimate"]), np.array(expected["vcov"]), 561
    C = np.array([[-1.0, 1, 0], [-1, 0, 1]])
    wald = (C @ p) @ np.linalg.solve(C @ V @ C.T, C @ p)
    close(
        [found["statistic"], found["df"], found["df_denominator"]],
        [(df - 1) / (2 * df) * wald, 2, df - 1],
    )
    close([found["p_value"]], [stats.f.sf((df - 1) / (2 * df) * wald, 2, df - 1)])


@pytest.fixture(scope="module")
def gss():
    """Without the change of mode: R's trend goes across it."""
    survey = padai.load_survey(SURVEY).model_copy(update={"breaks": ()})
    folder = os.environ["PADAI_GSS_DIR"]
    return padai.stack([padai.read_wave(survey, w, data_dir=folder) for w in survey.waves])


@pytest.mark.needs("gss")
@pytest.mark.parametrize("item", GSS["items"])
def test_the_general_social_survey(gss, item):
    series = padai.trend(gss, item, net="1")
    expected = GSS["items"][item]
    found = padai.slope(series, times={w: int(w) for w in gss.wave_ids}).frame.iloc[0]
    r = expected["diff"]["linear_per_year"]
    assert found["estimate"] == pytest.approx(r["est"], rel=1e-9)
    assert found["std_error"] == pytest.approx(r["se"], rel=1e-9)


@pytest.mark.needs("gss")
@pytest.mark.parametrize("item", GSS["items"])
def test_generalised_least_squares_from_the_covariance_of_r(gss, item):
    """By the textbook's normal equations, from R's estimates and covariance.

    The weights are estimated: one direction of departures from the line, of the degrees of freedom
    of the three waves.
    """
    by_wave = GSS["items"][item]["net1_by_wave"]
    X = np.array([[1.0, -2], [1, 0], [1, 2]])
    inverse = np.linalg.inv(np.array(by_wave["vcov"]))
    V = np.linalg.inv(X.T @ inverse @ X)
    p = np.array(by_wave["p"])
    line = V @ X.T @ inverse @ p
    rest = p - X @ line
    series, times = padai.trend(gss, item, net="1"), {w: int(w) for w in gss.wave_ids}
    df = padai.slope(series, times=times).frame["df"].iloc[0]
    found = padai.slope(series, fit="gls", times=times).frame.iloc[0]
    cost = (1 + rest @ inverse @ rest / df) * df / (df - 1)
    assert found["estimate"] == pytest.approx(line[1], rel=1e-8)
    assert found["std_error"] == pytest.approx(np.sqrt(cost * V[1, 1]), rel=1e-8)
    assert found["df"] == df - 1
