"""The smoother: limits worked out by hand, and what is refused."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import padai
from padai.design import Design
from padai.errors import ComparisonError
from padai.numerics.smoother import smoothed_level
from padai.waves import Wave, stack

YEARS = np.arange(2016.0, 2024.0)


def trend(counts: list[int], n: int = 400) -> padai.Estimates:
    waves = [
        Wave(pd.DataFrame({"q": [1] * yes + [0] * (n - yes)}), Design(), id=str(2016 + k))
        for k, yes in enumerate(counts)
    ]
    return padai.trend(stack(waves, overlap="none"), "q", net="1")


def times(count: int) -> dict[str, float]:
    return {str(2016 + k): 2016.0 + k for k in range(count)}


def test_equal_estimates_stay_where_they_are() -> None:
    found = smoothed_level(YEARS, np.full(8, 0.4), 1e-4 * np.eye(8))
    assert found.estimate == pytest.approx(np.full(8, 0.4), abs=1e-12)
    assert (found.conf_high - found.estimate) == pytest.approx(found.estimate - found.conf_low)
    assert (found.std_error > 0.01 / np.sqrt(8)).all()
    assert (found.std_error < 0.01).all()


def test_a_level_that_moves_far_is_left_as_observed() -> None:
    """Against moves of 10 points an error of 0.1 is nothing: the smoothed series is the observed."""
    seen = np.array([0.2, 0.3, 0.4, 0.3, 0.4, 0.5, 0.6, 0.5])
    found = smoothed_level(YEARS, seen, 1e-6 * np.eye(8))
    assert found.estimate == pytest.approx(seen, abs=1e-4)
    assert found.std_error == pytest.approx(np.full(8, 1e-3), rel=0.02)


def test_the_level_of_a_flat_noisy_series_is_near_its_mean() -> None:
    seen = 0.5 + 0.02 * np.array([1, -1, 1, -1, 1, -1, 1, -1])
    found = smoothed_level(YEARS, seen, 4e-4 * np.eye(8))
    assert np.abs(found.estimate - 0.5).max() < 0.01
    assert np.abs(seen - 0.5).max() == pytest.approx(0.02)


def test_shift_and_unit_change_nothing_else() -> None:
    rng = np.random.default_rng(4)
    seen, V = rng.normal(0.5, 0.03, 8), 4e-4 * (np.eye(8) + 0.2)
    one = smoothed_level(YEARS, seen, V)
    other = smoothed_level(YEARS - 2000, 100 * seen + 7, 1e4 * V)
    assert other.estimate == pytest.approx(100 * one.estimate + 7, rel=1e-9)
    assert other.conf_low == pytest.approx(100 * one.conf_low + 7, rel=1e-7)


def test_a_series_of_eight_waves() -> None:
    found = padai.smooth(trend([200, 210, 190, 220, 230, 215, 240, 250]), times=times(8)).frame
    assert len(found) == 8
    assert found["observed"].iloc[0] == 0.5
    assert (found["conf_low"] < found["estimate"]).all()
    assert (found["estimate"] < found["conf_high"]).all()
    assert found["estimate"].diff().abs().max() < found["observed"].diff().abs().max()


def test_fewer_than_eight_waves_are_refused() -> None:
    with pytest.raises(ComparisonError, match="8 comparable waves"):
        padai.smooth(trend([200, 210, 190, 220, 230, 215, 240]), times=times(7))


def test_waves_without_sampling_error_are_refused() -> None:
    with pytest.raises(ComparisonError, match="no sampling error"):
        smoothed_level(YEARS, np.full(8, 0.4), np.zeros((8, 8)))


def test_one_wave_without_sampling_error_is_refused() -> None:
    covariance = 1e-4 * np.eye(8)
    covariance[3, 3] = 0.0
    with pytest.raises(ComparisonError, match="no sampling error"):
        smoothed_level(YEARS, np.linspace(0.4, 0.5, 8), covariance)
