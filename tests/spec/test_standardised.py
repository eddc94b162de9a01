"""A series at fixed shares: by hand, against poststratification, and its derivative."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import padai
from padai.design import Design
from padai.errors import ComparisonError, EstimationError
from padai.numerics.decomposition import standardised_influence, standardised_rates
from padai.trends.regression_standardised import standardise_by_model
from padai.trends.standardised import standardise
from padai.waves import Wave, stack

# Earlier: 4 young (1 yes), 4 old (3 yes). Later: 2 young (1 yes), 6 old (6 yes).
FIRST = [("young", 1), *[("young", 0)] * 3, *[("old", 1)] * 3, ("old", 0)]
SECOND = [("young", 1), ("young", 0), *[("old", 1)] * 6]


def both(weights: bool = False) -> padai.Stack:
    waves = []
    for name, people in (("1", FIRST * 20), ("2", SECOND * 20)):
        frame = pd.DataFrame(people, columns=["age", "q"])
        frame["w"] = (
            np.random.default_rng(int(name)).uniform(0.5, 2, len(frame)) if weights else 1.0
        )
        frame["who"] = np.arange(len(frame)) + 1000 * int(name)
        waves.append(Wave(frame, Design(weight="w", id="who"), id=name))
    return stack(waves, overlap="none")


def test_by_hand() -> None:
    found = standardise(both(), "q", net="1", by="age", to="1")
    assert found.frame["estimate"].tolist() == pytest.approx([0.5, 0.5 * 0.5 + 0.5 * 1.0])
    assert found.frame["as_estimated"].tolist() == pytest.approx([0.5, 7 / 8])
    assert found.shares == {"old": 0.5, "young": 0.5}
    given = standardise(both(), "q", net="1", by="age", to={"young": 0.8, "old": 0.2})
    assert given.frame["estimate"].tolist() == pytest.approx([0.8 * 0.25 + 0.2 * 0.75, 0.4 + 0.2])


def test_a_population_is_poststratification() -> None:
    shares = {"old": 0.4, "young": 0.6}
    waves = both(weights=True)
    found = standardise(waves, "q", net="1", by="age", to=shares)
    after = [padai.poststratify(w, {"age": shares}) for w in waves.waves]
    expected = padai.trend(stack(after, overlap="none"), "q", net="1")
    for name in ("estimate", "std_error", "df"):
        assert found.frame[name].to_numpy() == pytest.approx(
            expected.frame[name].to_numpy(), rel=1e-10
        )
    change = padai.difference(expected, "2", "1").frame.iloc[0]
    own = found.change("2", "1").iloc[0]
    for name in ("estimate", "std_error", "df", "p_value", "conf_low"):
        assert own[name] == pytest.approx(change[name], rel=1e-10)


@pytest.mark.parametrize("shares", [None, np.array([0.2, 0.3, 0.5])])
def test_the_influence_is_the_derivative_in_each_weight(shares: np.ndarray | None) -> None:
    draw = np.random.default_rng(5)
    y, cell, w = draw.random(60), draw.integers(0, 7, 60), draw.uniform(0.5, 2, 60)
    step = 1e-5
    up, down = (
        standardised_rates(y, cell, (2, 3), w[:, None] + s * step * np.eye(60), 1, shares)
        for s in (1, -1)
    )
    found = standardised_influence(y, cell, (2, 3), w, 1, shares)
    assert found == pytest.approx((up - down) / (2 * step), abs=1e-9)


def test_the_standard_of_a_wave_adds_its_own_error() -> None:
    waves = both(weights=True)
    drawn = standardise(waves, "q", net="1", by="age", to="2")
    fixed = standardise(waves, "q", net="1", by="age", to=drawn.shares)
    assert drawn.frame["estimate"].to_numpy() == pytest.approx(fixed.frame["estimate"].to_numpy())
    assert drawn.frame["std_error"].iloc[0] > fixed.frame["std_error"].iloc[0]
    assert fixed.covariance[0, 1] == 0
    assert drawn.covariance[0, 1] != 0


def test_what_cannot_be_standardised() -> None:
    with pytest.raises(EstimationError, match=r"add up to 0\.9"):
        standardise(both(), "q", net="1", by="age", to={"young": 0.4, "old": 0.5})
    with pytest.raises(EstimationError, match="no group child"):
        standardise(both(), "q", net="1", by="age", to={"child": 1.0})
    with pytest.raises(ComparisonError, match="not in the stack"):
        standardise(both(), "q", net="1", by="age", to="3")
    with pytest.raises(ComparisonError, match="not in this series"):
        standardise(both(), "q", net="1", by="age", to="1").change("3", "1")


def several(n: int = 300) -> padai.Stack:
    draw, waves = np.random.default_rng(6), []
    for k, name in enumerate(("1", "2")):
        age = draw.choice(["a", "b", "c"], n, p=[0.3, 0.4, 0.3] if k else [0.5, 0.3, 0.2])
        chance = 0.3 + 0.2 * (age == "c") + 0.1 * k
        frame = pd.DataFrame(
            {
                "age": age,
                "q": (draw.random(n) < chance) * 1.0,
                "x": draw.normal(size=n) + k,
                "w": draw.uniform(0.5, 2, n),
                "who": np.arange(n) + k * n,
            }
        )
        waves.append(Wave(frame, Design(weight="w", id="who"), id=name))
    return stack(waves, overlap="none")


@pytest.mark.parametrize("net", ["1", "mean"])
def test_a_saturated_model_is_standardisation(net: str) -> None:
    waves = several()
    model = standardise_by_model(waves, "q", net=net, covariates="age", to="2")
    cells = standardise(waves, "q", net=net, by="age", to="2")
    for name in ("estimate", "std_error", "as_estimated"):
        assert model.frame[name].to_numpy() == pytest.approx(cells.frame[name].to_numpy(), rel=1e-6)
    assert model.covariance == pytest.approx(cells.covariance, rel=1e-5)
    own, other = (found.change("2", "1").iloc[0] for found in (model, cells))
    assert own["std_error"] == pytest.approx(other["std_error"], rel=1e-6)
    assert own["df"] == other["df"]


def test_a_numeric_trait_is_held_still_by_least_squares() -> None:
    """Each wave's line, taken at the mean of x in wave 1."""
    waves = several()
    found = standardise_by_model(waves, "q", net="mean", covariates="x", to="1").frame
    at = np.average(waves.waves[0].frame["x"], weights=waves.waves[0].weights)
    for wave, estimate in zip(waves.waves, found["estimate"], strict=True):
        slope, start = np.polyfit(wave.frame["x"], wave.frame["q"], 1, w=np.sqrt(wave.weights))
        assert estimate == pytest.approx(start + slope * at, rel=1e-9)


def test_the_model_agrees_with_the_jackknife() -> None:
    waves = several(400)
    linear = standardise_by_model(waves, "q", net="1", covariates="age + x", to="1").frame
    made = [padai.replicate_weights(w, "jk1") for w in waves.waves]
    replicated = standardise_by_model(
        stack(made, overlap="none"), "q", net="1", covariates="age + x", to="1"
    ).frame
    assert linear["std_error"].to_numpy() == pytest.approx(
        replicated["std_error"].to_numpy(), rel=0.02
    )
