"""The same respondents in two waves: covariance through respondents. Closed forms, 1e-9."""

from __future__ import annotations

import numpy as np
import pytest

from padai.design import Design
from padai.errors import ComparisonError
from padai.estimation.moments import mean
from padai.estimation.proportions import proportion
from padai.numerics.degrees import degrees_of_freedom
from padai.waves.stacking import stack
from padai.waves.wave import Wave
from tests.reference.model_designs import compared, frame, keys, value, wave
from tests.reference.test_domains import compare
from tests.reference.test_estimation import close, of

DID = {("wave=2", "Yes"): 1, ("wave=1", "Yes"): -1, ("wave=2", "No"): -1, ("wave=1", "No"): 1}


def stack_of(key):
    """The design of a key, as a stack of two waves."""
    name = key.split(".")[1]
    partial, apart = name.startswith("dpp"), name.endswith("i")
    data = frame("api_panel_partial" if partial else "api_panel")
    design = Design(
        weight="pw2" if partial else "pw",
        stratum="stype",
        fpc="fpc" if name == "dpf" else None,
        id=None if apart else "snum",
    )
    waves = [Wave(data[data["wave"] == k], design, id=str(k)) for k in (1, 2)]
    return stack(waves, overlap="none" if apart else "respondent")


def trust(w, by=None):
    return proportion(w, "trust", net="1", by=by)


@pytest.mark.parametrize("key", keys("panel", "degf"))
def test_degrees_of_freedom(key):
    expected = value("panel", key)["values"][0]
    assert degrees_of_freedom(of(key).sample) == expected
    assert degrees_of_freedom(stack_of(key).sample) == expected


@pytest.mark.parametrize("key", keys("panel", "by_wave"))
def test_by_wave(key):
    est = trust(stack_of(key))
    compare(est, np.arange(2), value("panel", key))
    est = trust(of(key), by="wave")
    compare(est, est.rows(breakdown="wave"), value("panel", key))


@pytest.mark.parametrize("key", keys("panel", "diff_prop", "diff_mean"))
def test_changes(key):
    stacked, expected = stack_of(key), value("panel", key)
    est = trust(stacked) if "prop" in key else mean(stacked, "api")
    found = est.contrast({"d": {"1": -1, "2": 1}} if "mean" in key else {"d": {0: -1, 1: 1}})
    close(found.values.estimate, expected["estimate"])
    close(found.values.std_error, expected["se"])


@pytest.mark.parametrize("key", keys("panel", "diff_in_diff"))
def test_difference_in_differences(key):
    est, expected = trust(stack_of(key), by="schwide"), value("panel", key)
    row = est.contrast({"did": DID}).frame.iloc[0]
    close([row["estimate"], row["std_error"]], [expected["estimate"][0], expected["se"][0]])


def _wide():
    data = frame("api_panel")
    both = data[data["wave"] == 1].merge(data[data["wave"] == 2], on="snum", suffixes=("_1", "_2"))
    both["trust"] = both["trust_2"] - both["trust_1"]
    both["api"] = both["api_2"] - both["api_1"]
    both["turnover"] = both["trust_2"].astype(str) + both["trust_1"].astype(str)
    return Wave(both, Design(weight="pw_1", stratum="stype_1"))


@pytest.mark.parametrize("key", compared("panel", ["wide_change"]))
def test_the_wide_file_gives_the_same_change(key):
    est, expected = mean(_wide(), ["trust", "api"]), value("panel", key)
    close(est.frame["estimate"], expected["estimate"])
    close(est.frame["std_error"], expected["se"])
    close(est.cov(), expected["vcov"])


@pytest.mark.parametrize("key", compared("panel", ["wide_turnover"]))
def test_turnover(key):
    est, expected = proportion(_wide(), "turnover"), value("panel", key)
    close(est.frame["estimate"], expected["estimate"])
    close(est.frame["std_error"], expected["se"])


def test_returning_respondents_are_not_independent():
    data = frame("api_panel")
    design = Design(weight="pw", stratum="stype", id="snum")
    waves = [Wave(data[data["wave"] == k], design, id=str(k)) for k in (1, 2)]
    with pytest.raises(ComparisonError, match="200 respondent identifiers"):
        stack(waves, overlap="none")


def test_the_first_wave_keeps_the_stratum():
    data = frame("api_panel")
    moved = data.assign(stype=np.where(data["wave"] == 2, "E", data["stype"]))
    design = Design(weight="pw", stratum="stype", id="snum")
    waves = [Wave(moved[moved["wave"] == k], design, id=str(k)) for k in (1, 2)]
    est = trust(stack(waves, overlap="respondent"))
    expected = trust(wave("dp"), by="wave")
    assert est.cov() == pytest.approx(expected.cov([1, 2]), rel=1e-12)
