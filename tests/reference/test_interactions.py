"""Differences of differences against R's contrasts: closed forms, 1e-9."""

from __future__ import annotations

import pytest

import padai
from tests.reference import test_panel, test_waves
from tests.reference.model_designs import keys, value
from tests.reference.test_estimation import close


def of(series, later, by, groups):
    found = padai.difference_of_differences(series, later, "1", by=by, groups=groups).frame
    assert len(found) == 1
    return found.iloc[0]


@pytest.mark.parametrize("key", keys("waves", "diff_in_diff"))
def test_independent_waves(key):
    series = padai.trend(test_waves.stack_of(key), "trust", net="1", by="group")
    row, expected = of(series, "3", "group", ("high", "low")), value("waves", key)
    close([row["estimate"], row["std_error"]], [expected["estimate"][0], expected["se"][0]])
    assert (row["wave"], row["reference_wave"]) == ("3", "1")
    assert (row["group"], row["reference"]) == ("high", "low")


@pytest.mark.parametrize("key", keys("panel", "diff_in_diff"))
def test_panels(key):
    series = padai.trend(test_panel.stack_of(key), "trust", net="1", by="schwide")
    row, expected = of(series, "2", "schwide", ("Yes", "No")), value("panel", key)
    close([row["estimate"], row["std_error"]], [expected["estimate"][0], expected["se"][0]])


def test_raked_waves():
    series = padai.trend(test_waves.stacked(rakes=True), "trust", net="1", by="group")
    row, expected = of(series, "3", "group", ("high", "low")), value("waves", "rake.diff_in_diff")
    assert row["estimate"] == pytest.approx(expected["estimate"][0], rel=1e-9)
    assert row["std_error"] == pytest.approx(expected["se"][0], rel=test_waves.R_RAKED)
