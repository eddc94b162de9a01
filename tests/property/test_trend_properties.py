"""What must hold of slopes, bends, bridges and plans whatever the data."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import padai
from padai.design import Design
from padai.numerics.max_t import max_t_p
from padai.numerics.planning import (
    TwoWaves,
    detection_power,
    needed_for_margin,
    smallest_change,
    smallest_margin,
)
from padai.numerics.slopes import bend_contrasts, no_change, polynomial_contrasts
from padai.waves import Wave, stack

FEW = settings(max_examples=15, deadline=None)
MANY = settings(max_examples=60, deadline=None)
SEEDS = st.integers(0, 2**31)


def covariance(rng: np.random.Generator, m: int) -> np.ndarray:
    root = rng.normal(size=(m, m + 2))
    return root @ root.T / 1000


def times(rng: np.random.Generator, m: int) -> np.ndarray:
    return 2015 + np.cumsum(rng.uniform(0.3, 3, m))


@MANY
@given(SEEDS, st.integers(5, 12), st.booleans())
def test_contrasts_find_what_a_parabola_is_made_of(seed: int, m: int, gls: bool) -> None:
    rng = np.random.default_rng(seed)
    t = times(rng, m)
    V = covariance(rng, m) if gls else None
    a, b, c = rng.normal(size=3)
    at = t - t.mean()
    found = polynomial_contrasts(t, 2, V) @ (a + b * at + c * at**2)
    assert found == pytest.approx([b, 2 * c], rel=1e-6, abs=1e-8)
    assert np.abs(bend_contrasts(t, V) @ (a + b * at)).max() < 1e-7


@MANY
@given(SEEDS, st.integers(5, 9))
def test_generalised_least_squares_is_never_less_precise(seed: int, m: int) -> None:
    rng = np.random.default_rng(seed)
    t, V = times(rng, m), covariance(rng, m)
    plain, best = (polynomial_contrasts(t, 1, v)[0] for v in (None, V))
    assert best @ V @ best <= plain @ V @ plain * (1 + 1e-9)


@MANY
@given(SEEDS, st.integers(2, 8), st.floats(-5, 5))
def test_no_change_ignores_the_level_and_the_unit(seed: int, m: int, level: float) -> None:
    rng = np.random.default_rng(seed)
    V, p = covariance(rng, m), rng.normal(size=m)
    one = no_change(p, V, 50.0)
    other = no_change(100 * (p + level), 1e4 * V, 50.0)
    assert other.statistic == pytest.approx(one.statistic, rel=1e-6)
    assert one.df == m - 1


@FEW
@given(SEEDS, st.integers(1, 6), st.sampled_from([8.0, 60.0, np.inf]))
def test_max_t_lies_between_one_test_and_bonferroni(seed: int, k: int, df: float) -> None:
    from padai.numerics.intervals import two_sided_p

    rng = np.random.default_rng(seed)
    t = rng.normal(0, 2, k)
    found, alone = max_t_p(t, covariance(rng, k), df), two_sided_p(t, np.full(k, df))
    assert (found >= alone).all()
    assert (found <= np.minimum(k * alone, 1)).all()
    order = np.argsort(-np.abs(t))
    assert (np.diff(found[order]) >= -1e-12).all()


def waves(seed: int, shift: float = 0.0) -> padai.Stack:
    rng = np.random.default_rng(seed)
    made = []
    for name in ("a", "b", "c"):
        frame = pd.DataFrame(
            {
                "y": rng.normal(shift, 1, 40),
                "g": rng.choice(["u", "v"], 40),
                "w": rng.uniform(0.5, 2, 40),
                "id": rng.permutation(60)[:40],
            }
        )
        made.append(Wave(frame, Design(weight="w", id="id"), id=name))
    return stack(made, overlap="respondent")


@FEW
@given(SEEDS)
def test_a_slope_of_three_yearly_waves_is_half_their_difference(seed: int) -> None:
    """Waves a year apart: the slope over all three is half the difference of the last and first."""
    series = padai.mean(waves(seed), "y", by="g")
    slope = padai.slope(series, times={"a": 1, "b": 2, "c": 3}).frame
    change = padai.difference(series, "c", "a").frame
    for name in ("estimate", "std_error"):
        assert slope[name].to_numpy() == pytest.approx(change[name].to_numpy() / 2, rel=1e-9)


@FEW
@given(SEEDS)
def test_a_difference_of_differences_is_that_of_the_differences(seed: int) -> None:
    series = padai.mean(waves(seed), "y", by="g")
    found = padai.difference_of_differences(series, "c", "a", by="g", groups=("u", "v")).frame
    turned = padai.difference_of_differences(series, "c", "a", by="g", groups=("v", "u")).frame
    change = padai.difference(series, "c", "a").frame.set_index("group")["estimate"]
    assert found["estimate"].iloc[0] == pytest.approx(change["u"] - change["v"], rel=1e-9)
    assert turned["estimate"].iloc[0] == pytest.approx(-found["estimate"].iloc[0], rel=1e-12)
    assert turned["std_error"].iloc[0] == pytest.approx(found["std_error"].iloc[0], rel=1e-9)


@MANY
@given(
    st.floats(0.05, 0.95),
    st.floats(1, 4),
    st.integers(200, 5000),
    st.floats(0, 0.8),
    st.sampled_from([0.8, 0.9]),
)
def test_a_plan_keeps_its_word(
    share: float, deff: float, n: int, correlation: float, power: float
) -> None:
    one = np.ones(1)
    asked = TwoWaves(share * one, deff * one, n * one, n * one, correlation * one, 500 * one)
    for sign in (1, -1):
        change = smallest_change(asked, power, 0.05, sign)
        if np.isfinite(change[0]):
            assert detection_power(asked, sign * change, 0.05) == pytest.approx(power, rel=1e-6)
    margin = smallest_margin(asked, power, 0.05)
    assert needed_for_margin(asked, margin, power, 0.05)[0] == pytest.approx(n, abs=1.01)
