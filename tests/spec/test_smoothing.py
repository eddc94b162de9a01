"""The smoother: limits worked out by hand, and what is refused."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats

import padai
from padai.design import Design
from padai.errors import ComparisonError, speaking
from padai.numerics.smoother import _widest, smoothed_level
from padai.trends.overall import over_all_waves
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


# --- against the integral itself ------------------------------------------------------------------


def posterior(times, seen, V, df: float):
    """Mean, standard deviation and distribution function at each wave, over a fine grid.

    The joint normal of level and estimates, with a first level of so large a variance that it is
    unknown, conditioned wave by wave; the deviation over what is considered, the scale by its
    density.
    """
    m, widest = len(times), _widest(times, seen, V)
    at, share = np.polynomial.legendre.leggauss(80)
    deviations, factors, density = (1 + at) / 2 * widest, np.ones(1), np.ones(1)
    if np.isfinite(df):
        law = stats.gamma((df - m + 1) / 2)
        draws = (1 + at) / 2 * 1.5 * stats.gamma(df / 2 + 1).isf(1e-15)
        factors, density = df / 2 / draws, law.pdf(draws) * share
    away = np.linalg.svd(np.ones((m, 1)))[0][:, 1:].T
    walk = np.minimum.outer(times - times[0], times - times[0])
    means, spreads, weights = [], [], []
    for factor, chance in zip(factors, density, strict=True):
        for deviation, part in zip(deviations, share, strict=True):
            inner, error = deviation**2 * walk, factor * V
            apart = away @ (inner + error) @ away.T
            left = away @ seen
            weight = stats.multivariate_normal.pdf(left, cov=apart) * chance * part
            gain = error @ away.T @ np.linalg.inv(apart)
            means.append(seen - gain @ left)
            spreads.append(np.sqrt(np.diag(error - gain @ away @ error)))
            weights.append(weight)
    mean, spread = np.array(means), np.array(spreads)
    weight = np.array(weights) / np.sum(weights)
    middle = weight @ mean
    variance = weight @ (spread**2 + (mean - middle) ** 2)
    return middle, np.sqrt(variance), lambda x: weight @ stats.norm.cdf((x - mean) / spread)


@pytest.mark.parametrize(
    ("df", "wander"), [(np.inf, 0.0), (np.inf, 0.05), (14.0, 0.02), (90.0, 0.0)]
)
def test_the_level_is_the_integral_that_it_says(df: float, wander: float) -> None:
    draw = np.random.default_rng(3)
    times = np.cumsum(draw.uniform(0.5, 2, 8))
    seen = 0.5 + np.cumsum(draw.normal(size=8) * wander) + draw.normal(size=8) * 0.015
    V = np.diag(draw.uniform(1e-4, 6e-4, 8)) + 5e-5
    middle, spread, below = posterior(times, seen, V, df)
    found = smoothed_level(times, seen, V, df=df)
    assert found.estimate == pytest.approx(middle, rel=1e-9)
    assert found.std_error == pytest.approx(spread, rel=1e-8)
    assert below(found.conf_low) == pytest.approx(np.full(8, 0.025), abs=1e-9)
    assert below(found.conf_high) == pytest.approx(np.full(8, 0.975), abs=1e-9)


# --- few psus ------------------------------------------------------------------------------------


def clustered(psus: int, waves: int, seed: int = 1) -> padai.Estimates:
    rng = np.random.default_rng(seed)
    place = rng.normal(0, 0.4, (psus, 1))
    made = []
    for k in range(waves):
        said = (place + rng.normal(0, 1, (psus, 15)) > 0).ravel()
        frame = pd.DataFrame({"q": said.astype(int), "c": np.repeat(np.arange(psus), 15)})
        frame["g"] = np.where(frame["c"] < 12, "few", "more")
        made.append(Wave(frame, Design(psu="c", nest=False), id=str(2016 + k)))
    return padai.trend(stack(made, overlap="psu"), "q", net="1", by="g")


@pytest.mark.simulated
@pytest.mark.parametrize("wander", [1.0, 0.0])
def test_bands_of_few_psus_cover_what_they_say(wander: float) -> None:
    """Eight waves in 14 psus; as if the covariance were known the bands covered 87 to 89%."""
    rng = np.random.default_rng(11)
    psus, error, hits = 14, np.sqrt(2 / 14), []
    for _ in range(300):
        times = np.cumsum(rng.uniform(0.5, 1.5, 8))
        steps = wander * error * np.sqrt(np.diff(times)) * rng.normal(size=7)
        truth = np.concatenate([[0.0], np.cumsum(steps)])
        totals = truth + rng.normal(size=(psus, 1)) + rng.normal(size=(psus, 8))
        V = np.cov(totals.T) / psus
        found = smoothed_level(times, totals.mean(axis=0), V, df=psus - 1.0)
        hits.append(((found.conf_low <= truth) & (truth <= found.conf_high)).mean())
    error_of_mean = np.std(hits) / np.sqrt(len(hits))
    assert np.mean(hits) > 0.93 - 2 * error_of_mean
    assert np.mean(hits) < 0.98


def test_many_degrees_of_freedom_are_a_known_covariance() -> None:
    rng = np.random.default_rng(4)
    seen, V = rng.normal(0.5, 0.03, 8), 4e-4 * (np.eye(8) + 0.2)
    one, other = smoothed_level(YEARS, seen, V), smoothed_level(YEARS, seen, V, df=1e6)
    assert other.conf_low == pytest.approx(one.conf_low, abs=1e-5)
    few = smoothed_level(YEARS, seen, V, df=20.0)
    assert (few.conf_high - few.conf_low > one.conf_high - one.conf_low).all()


def test_too_few_psus_are_refused_and_a_group_of_them_has_a_reason() -> None:
    found = padai.smooth(clustered(40, 8), times=times(8)).frame.set_index("group")
    assert set(found.loc[["total"], "reason"]) == {""}
    assert found.loc["few", "reason"] == "too_few_degrees_of_freedom"
    assert np.isnan(found.loc["few", "estimate"])
    for lang, said in (("en", "takes 13 degrees of freedom"), ("fr", "demande 13 degrés")):
        with speaking(lang):
            with pytest.raises(ComparisonError) as refused:
                padai.smooth(clustered(12, 8), times=times(8))
            assert said in str(refused.value)


def test_what_is_told_of_all_waves_leaves_the_smoother_out_with_its_reason() -> None:
    told = over_all_waves(clustered(12, 8), times=times(8)).frame
    level = told[told["term"] == "smooth"]
    assert set(level["reason"]) == {"too_few_degrees_of_freedom"}
    assert level["estimate"].isna().all()
    assert np.isfinite(told.loc[told["term"] == "slope", "p_value"]).all()


def test_two_waves_that_are_the_same_are_not_smoothed() -> None:
    said = np.random.default_rng(2).integers(0, 2, (8, 60))
    said[4] = said[3]
    made = [
        Wave(pd.DataFrame({"q": row, "id": np.arange(60)}), Design(id="id"), id=str(2016 + k))
        for k, row in enumerate(said)
    ]
    trend = padai.trend(stack(made, overlap="respondent"), "q", net="1")
    told = over_all_waves(trend, times=times(8)).frame
    assert told.loc[told["term"] == "smooth", "reason"].tolist() == ["no_sampling_error"]
