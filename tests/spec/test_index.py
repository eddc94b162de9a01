"""An index and its reliability: by hand, and on covariances of which the answer is known."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai
from padai.design import Design
from padai.errors import DataError, DefinitionError, EstimationError
from padai.numerics.reliability import alpha, eigenvalue_ratio, one_factor, weighted_covariance
from padai.trends.index import reliability, with_index
from padai.waves import Wave
from tests.builders import mini

RANGES = {name: (1.0, 5.0) for name in ("a", "b", "c")}


def test_the_mean_of_what_is_answered() -> None:
    """Two of three answers are enough, one is not: (0 + 1/2) / 2 and (0 + 1/2 + 1) / 3."""
    nan = np.nan
    data = pd.DataFrame({"a": [1, 1.0, nan], "b": [3, 3.0, nan], "c": [5, nan, 5.0]})
    made = with_index(Wave(data, Design()), "i", ["a", "b", "c"], ranges=RANGES)
    assert made.frame["i"].tolist() == pytest.approx([50, 25, np.nan], nan_ok=True)
    turned = with_index(Wave(data, Design()), "i", ["a", "b", "c"], reverse=["c"], ranges=RANGES)
    assert turned.frame["i"].tolist()[0] == pytest.approx(100 * (0 + 0.5 + 0) / 3)
    strict = with_index(Wave(data, Design()), "i", ["a", "b", "c"], answered=1, ranges=RANGES)
    assert strict.frame["i"].isna().tolist() == [False, True, True]


def test_an_index_is_estimated_as_any_number() -> None:
    waves = []
    for k in (1, 2):
        data = pd.DataFrame(
            {"a": [1.0, 3, 5, 5], "b": [k * 1.0, 3, 5, 3], "who": np.arange(4) + 9 * k}
        )
        waves.append(Wave(data, Design(id="who"), id=str(k)))
    ranges = {"a": (1.0, 5.0), "b": (1.0, 5.0)}
    both = with_index(padai.stack(waves, overlap="none"), "i", ["a", "b"], ranges=ranges)
    series = padai.trend(both, "i", net="mean")
    values = [[0, 50, 100, 75], [12.5, 50, 100, 75]]
    assert series.frame["estimate"].tolist() == pytest.approx([np.mean(v) for v in values])
    assert padai.difference(series, "2", "1").frame["estimate"].tolist() == pytest.approx([3.125])


def test_scores_of_the_definition(tmp_path: Path) -> None:
    """Trust has scores 4 to 1, so that 1 (completely) is 100 and 4 is 0; don't know has none."""
    survey = padai.load_survey(mini(tmp_path))
    wave = padai.read_wave(survey, "2025")
    made = with_index(wave, "i", ["trust", "served"], answered=1)
    raw = wave.frame
    expected = 100 * ((4 - raw["trust"]) + (4 - raw["served"])) / 6
    expected = expected.where(raw["trust"].isin([1, 2, 3, 4]) & raw["served"].isin([1, 2, 3, 4]))
    assert made.frame["i"].to_numpy() == pytest.approx(expected.to_numpy(), nan_ok=True)
    assert list(wave.frame.columns) == list(raw.columns)


def test_alpha_by_hand() -> None:
    """Weights 1, 1 and 2: means, variances and covariance written out."""
    x, w = np.array([[0.0, 0], [1, 0], [2, 1]]), np.array([1.0, 1, 2])
    S = weighted_covariance(x, w)
    means = [(0 + 1 + 4) / 4, 2 / 4]
    var = [(0 + 1 + 8) / 4 - means[0] ** 2, 2 / 4 - means[1] ** 2]
    cov = 4 / 4 - means[0] * means[1]
    assert S.ravel().tolist() == pytest.approx([var[0], cov, cov, var[1]])
    assert alpha(S) == pytest.approx(2 * (1 - sum(var) / (sum(var) + 2 * cov)))


@pytest.mark.parametrize("seed", range(6))
def test_a_one_factor_model_solves_the_equations_of_its_likelihood(seed: int) -> None:
    """`Q = C^-1 (C - S) C^-1`, C the model's covariance: Q l and the diagonal of Q are zero."""
    draw = np.random.default_rng(seed)
    answers = draw.normal(size=(90, 1)) * draw.uniform(0.4, 1, 5) + draw.normal(size=(90, 5))
    S = weighted_covariance(answers, draw.gamma(3, 1, 90))
    fit = one_factor(S)
    assert not fit.at_bound.any()
    model = np.outer(fit.loadings, fit.loadings) + np.diag(fit.unique)
    Q = np.linalg.solve(model, np.linalg.solve(model, model - S).T)
    size = np.abs(np.linalg.inv(model)).max()
    assert np.abs(Q @ fit.loadings).max() < 1e-13 * size
    assert np.abs(np.diag(Q)).max() < 1e-13 * size


def test_a_one_factor_covariance_gives_its_loadings_back() -> None:
    loadings, unique = np.array([0.9, 1.4, 0.5, 2.0]), np.array([0.5, 1.0, 0.2, 3.0])
    fit = one_factor(np.outer(loadings, loadings) + np.diag(unique))
    assert fit.loadings == pytest.approx(loadings, rel=1e-5)
    assert fit.unique == pytest.approx(unique, rel=1e-4)
    common = loadings.sum() ** 2
    assert fit.omega == pytest.approx(common / (common + unique.sum()), rel=1e-6)
    assert not fit.at_bound.any()


def test_equal_items_have_alpha_and_omega_alike() -> None:
    S = np.full((4, 4), 0.4) + 0.6 * np.eye(4)
    assert one_factor(S).omega == pytest.approx(alpha(S), rel=1e-6)
    assert alpha(S) == pytest.approx(4 * 0.4 / (1 + 3 * 0.4))
    assert eigenvalue_ratio(S) == pytest.approx((1 + 3 * 0.4) / 0.6)


def test_the_fit_is_that_of_another_program() -> None:
    """statsmodels' maximum likelihood, on correlations that no single factor makes exactly."""
    from statsmodels.multivariate.factor import Factor

    S = np.array([[1, 0.5, 0.4, 0.1], [0.5, 1, 0.45, 0.3], [0.4, 0.45, 1, 0.2], [0.1, 0.3, 0.2, 1]])
    other = Factor(corr=S, n_factor=1, method="ml", nobs=500).fit()
    assert one_factor(S).loadings == pytest.approx(np.abs(other.loadings[:, 0]), abs=1e-4)


def people(n: int = 400, seed: int = 4, noise: float = 0.6) -> Wave:
    draw = np.random.default_rng(seed)
    factor = draw.normal(size=n)
    raw = factor[:, None] + noise * draw.normal(size=(n, 3))
    items = pd.DataFrame(np.clip(np.round(raw) + 3, 1, 5), columns=["a", "b", "c"])
    return Wave(
        items.assign(w=draw.uniform(0.5, 2, n), sex=draw.choice(["F", "M"], n)), Design(weight="w")
    )


def test_reliability_of_a_wave() -> None:
    wave = padai.rake(people(), {"sex": {"F": 0.5, "M": 0.5}})
    found = reliability(wave, ["a", "b", "c"], ranges=RANGES, seed=2, n=40)
    frame = found.frame.set_index("statistic")
    x = (wave.frame[["a", "b", "c"]].to_numpy() - 1) / 4
    S = weighted_covariance(x, np.asarray(wave.weights))
    assert frame.loc["alpha", "estimate"] == pytest.approx(alpha(S))
    assert (frame["conf_low"] < frame["estimate"]).all()
    assert (frame["estimate"] < frame["conf_high"]).all()
    assert found.verdicts
    again = reliability(wave, ["a", "b", "c"], ranges=RANGES, seed=2, n=40)
    assert again.frame.equals(found.frame)
    assert not reliability(wave, ["a", "b", "c"], ranges=RANGES, seed=3, n=40).frame.equals(
        found.frame
    )
    assert len(found.items) == 3


def test_loose_items_and_two_items_carry_no_verdict() -> None:
    loose = reliability(people(noise=3.0), ["a", "b", "c"], ranges=RANGES, n=20)
    assert (loose.verdicts, loose.reason) == (False, "reliability_under_0.70")
    two = reliability(people(), ["a", "b"], ranges={k: RANGES[k] for k in "ab"}, n=20)
    assert (two.verdicts, two.reason) == (False, "fewer_than_three_items")
    assert two.frame["estimate"].isna().tolist() == [False, True, False]


def test_what_is_no_index() -> None:
    wave = people(20)
    with pytest.raises(DefinitionError, match="two items"):
        with_index(wave, "i", ["a"], ranges={"a": (1, 5)})
    with pytest.raises(DefinitionError, match="no scores"):
        with_index(wave, "i", ["a", "b"])
    with pytest.raises(DefinitionError, match="there already"):
        with_index(wave, "sex", ["a", "b"], ranges=RANGES)
    with pytest.raises(DefinitionError, match="not among the items"):
        with_index(wave, "i", ["a", "b"], ranges=RANGES)
    with pytest.raises(DataError, match="outside 3 to 5"):
        with_index(people(), "i", ["a", "b"], ranges={"a": (3, 5), "b": (1, 5)})
    flat = Wave(pd.DataFrame({"a": [1.0, 1], "b": [1.0, 2], "c": [1.0, 2]}), Design())
    with pytest.raises(EstimationError, match="does not vary"):
        reliability(flat, ["a", "b", "c"], ranges=RANGES)
