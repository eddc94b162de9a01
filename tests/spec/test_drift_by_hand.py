"""Validation items: signed errors, and the test that they do not drift."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats

import padai
from padai.errors import EstimationError
from padai.numerics.drift import drift_test


def test_two_items_by_hand() -> None:
    change, V = np.array([0.02, -0.01]), np.array([[4e-4, 1e-4], [1e-4, 1e-4]])
    wald = change @ np.linalg.inv(V) @ change
    found = drift_test(change, V, 30.0)
    assert found.statistic == pytest.approx(29 / 60 * wald)
    assert found.p_value == pytest.approx(stats.f.sf(29 / 60 * wald, 2, 29))
    with pytest.raises(EstimationError, match="singular"):
        drift_test(change, np.ones((2, 2)), 30.0)
    with pytest.raises(EstimationError, match="name fewer items"):
        drift_test(change, V, 1.0)


def wave(name: str, first: int, shift: float) -> padai.Wave:
    rng = np.random.default_rng(first)
    frame = pd.DataFrame(
        {
            "id": np.arange(first, first + 900),
            "w": rng.uniform(0.5, 2, 900),
            "online": (rng.uniform(size=900) < 0.9 + shift).astype(int),
            "alone": (rng.uniform(size=900) < 0.3).astype(int),
        }
    )
    return padai.Wave(frame, padai.Design(weight="w", id="id"), id=name)


@pytest.mark.parametrize(("shift", "drifts"), [(0.0, False), (0.06, True)])
def test_errors_and_drift_of_two_waves(shift: float, drifts: bool) -> None:
    stack = padai.stack([wave("a", 0, 0.0), wave("b", 5000, shift)], overlap="none")
    est = padai.proportion(stack, ["online", "alone"])
    official = {
        ("online", "1"): {"a": 0.88, "b": (0.88, 0.005)},
        ("alone", "1"): {"a": 0.3, "b": 0.3},
    }
    found = padai.validation_errors(est, official)
    row = found.frame.query("item == 'online' and wave == 'b'").iloc[0]
    share = est.frame.iloc[est.rows(wave="b", question="online", response="1")[0]]
    assert row["error"] == pytest.approx(share["estimate"] - 0.88)
    assert row["std_error"] == pytest.approx(np.hypot(share["std_error"], 0.005))
    assert found.drift is not None
    assert (found.drift.p_value < 0.05) == drifts
    assert (
        padai.validation_errors(
            padai.proportion(wave("a", 0, 0.0), "alone"), {("alone", "1"): {"a": 0.3}}
        ).drift
        is None
    )


def test_what_is_missing_is_said() -> None:
    est = padai.proportion(wave("a", 0, 0.0), "alone")
    with pytest.raises(EstimationError, match="wave a has no estimate of 'online'"):
        padai.validation_errors(est, {("online", "1"): {"a": 0.9}})
    with pytest.raises(EstimationError, match="needs an official value from 0 to 1"):
        padai.validation_errors(est, {("alone", "1"): {"b": 0.9}})
