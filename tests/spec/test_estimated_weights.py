"""Trends whose weights are estimated from few psus, and waves that have no sampling error."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats

import padai
from padai.design import Design
from padai.errors import ComparisonError, speaking
from padai.numerics.slopes import fitted_bends, fitted_polynomial
from padai.waves import Wave, stack


def clustered(psus: int, waves: int, seed: int, options: int = 1, each: int = 12) -> padai.Stack:
    """Waves in the same psus; each option of "run" is a question that never changes."""
    rng = np.random.default_rng(seed)
    place = rng.normal(0, 0.5, (psus, 1, options))
    made = []
    for k in range(waves):
        moved = place + rng.normal(0, 0.4, (psus, 1, options))
        said = (moved + rng.normal(0, 1, (psus, each, options)) > 0).reshape(-1, options)
        frame = pd.DataFrame(said.astype(np.int8), columns=[f"y{j}" for j in range(options)])
        frame["c"] = np.repeat(np.arange(psus), each)
        made.append(Wave(frame, Design(psu="c", nest=False), id=str(k)))
    return stack(made, overlap="psu")


def years(waves: int) -> dict[str, float]:
    return {str(k): float(k) for k in range(waves)}


def test_a_generalised_slope_by_the_normal_equations_and_its_estimated_weights() -> None:
    waves, psus = 6, 20
    trend = padai.trend(clustered(psus, waves, 3), "y0", net="1")
    found = padai.slope(trend, fit="gls", times=years(waves)).frame.iloc[0]
    V, y, t = trend.cov(), trend.frame["estimate"].to_numpy(), np.arange(float(waves))
    X = np.stack([np.ones(waves), t], axis=1)
    W = np.linalg.inv(V)
    known = np.linalg.inv(X.T @ W @ X)
    beta = known @ X.T @ W @ y
    rest = y - X @ beta
    df, q = psus - 1, waves - 2
    variance = known[1, 1] * (1 + rest @ W @ rest / df) * df / (df - q)
    assert found["estimate"] == pytest.approx(beta[1], rel=1e-9)
    assert found["std_error"] == pytest.approx(np.sqrt(variance), rel=1e-9)
    assert found["df"] == df - q
    p = 2 * stats.t.sf(abs(beta[1]) / np.sqrt(variance), df - q)
    assert found["p_value"] == pytest.approx(p, rel=1e-9)


def test_a_bend_has_one_coefficient_more() -> None:
    waves, psus = 7, 20
    trend = padai.trend(clustered(psus, waves, 4), "y0", net="1")
    found = padai.bend_test(trend, fit="gls", times=years(waves)).frame
    V, y, t = trend.cov(), trend.frame["estimate"].to_numpy(), np.arange(float(waves))
    W, df, q = np.linalg.inv(V), psus - 1, waves - 3
    for place in range(1, waves - 1):
        X = np.stack([np.ones(waves), t, np.maximum(t - place, 0)], axis=1)
        known = np.linalg.inv(X.T @ W @ X)
        rest = y - X @ known @ X.T @ W @ y
        variance = known[2, 2] * (1 + rest @ W @ rest / df) * df / (df - q)
        assert found["std_error"].iloc[place - 1] == pytest.approx(np.sqrt(variance), rel=1e-9)
        assert found["df"].iloc[place - 1] == df - q


def test_two_waves_have_no_weights_to_estimate() -> None:
    trend = padai.trend(clustered(4, 2, 5), "y0", net="1")
    plain, weighed = (
        padai.slope(trend, fit=fit, times=years(2)).frame.iloc[0] for fit in ("ols", "gls")
    )
    for name in ("estimate", "std_error", "df", "p_value"):
        assert weighed[name] == pytest.approx(plain[name], rel=1e-12)


def test_known_weights_are_those_of_infinite_degrees_of_freedom() -> None:
    rng = np.random.default_rng(2)
    t, y = np.arange(6.0), rng.normal(size=6)
    V = np.diag(rng.uniform(0.5, 2, 6))
    X = np.stack([np.ones(6), t], axis=1)
    expected = np.linalg.inv(X.T @ np.linalg.inv(V) @ X)[1, 1]
    found = fitted_polynomial(t, 1, y, V, np.inf, "gls")
    assert found.covariance[0, 0] == pytest.approx(expected, rel=1e-10)
    assert found.df == np.inf


@pytest.mark.parametrize(("psus", "answer"), [(9, True), (8, False)])
def test_weights_that_take_every_degree_of_freedom_are_refused(psus: int, answer: bool) -> None:
    """Nine waves: a line's weights take seven."""
    trend = padai.trend(clustered(psus, 9, 6), "y0", net="1")
    if answer:
        found = padai.slope(trend, fit="gls", times=years(9)).frame.iloc[0]
        assert (found["df"], found["reason"]) == (1, "")
        return
    for lang, said in (("en", "take 7 of 7 degrees of freedom"), ("fr", "prennent 7 des 7 degrés")):
        with speaking(lang):
            with pytest.raises(ComparisonError) as refused:
                padai.slope(trend, fit="gls", times=years(9))
            assert said in str(refused.value)
            assert "fit='ols'" in str(refused.value)
    assert np.isfinite(padai.slope(trend, times=years(9)).frame["p_value"].iloc[0])


def test_waves_of_few_psus_each_are_refused() -> None:
    """Together they have 40 degrees of freedom, but each variance rests on eight."""
    rng = np.random.default_rng(7)
    made = [
        Wave(
            pd.DataFrame({"y": (rng.random(90) < 0.4).astype(int), "c": np.repeat(range(9), 10)}),
            Design(psu="c", nest=False),
            id=str(k),
        )
        for k in range(5)
    ]
    trend = padai.trend(stack(made, overlap="none"), "y", net="1")
    with pytest.raises(ComparisonError, match="the fewest here: 8"):
        padai.slope(trend, fit="gls", times=years(5))
    with pytest.raises(ComparisonError, match="12 each"):
        padai.bend_test(trend, fit="gls", times=years(5))


RUNS = 1500


@pytest.mark.simulated
@pytest.mark.parametrize(("psus", "waves"), [(14, 9), (25, 9), (40, 6)])
def test_a_true_null_is_seldom_rejected(psus: int, waves: int) -> None:
    """1,500 series: 7% is 3.6 Monte Carlo errors over 5%."""
    stacked = clustered(psus, waves, 100 * psus + waves, RUNS)
    series = padai.proportion(stacked, {"run": [f"y{j}" for j in range(RUNS)]})
    for fit in ("ols", "gls"):
        slopes = padai.slope(series, fit=fit, times=years(waves)).frame
        assert len(slopes) == RUNS
        assert (slopes["p_value"] < 0.05).mean() < 0.07
        inside = (slopes["conf_low"] <= 0) & (slopes["conf_high"] >= 0)
        assert 0.93 < inside.mean() < 0.97


@pytest.mark.simulated
def test_bends_of_few_psus_are_seldom_told_where_there_is_none() -> None:
    rng = np.random.default_rng(9)
    told, inside = [], []
    for _ in range(400):
        made = rng.normal(size=(14, 9)) + rng.normal(size=(14, 1))
        t = np.cumsum(rng.uniform(0.6, 1.4, 9))
        found = fitted_bends(t, made.mean(axis=0), np.cov(made.T) / 14, 13.0, "gls")
        error = np.sqrt(np.diag(found.covariance))
        p = 2 * stats.t.sf(np.abs(found.estimate) / error, found.df)
        inside.append((p > 0.05).mean())
        told.append(p.min() < 0.05 / 7)
    assert 0.93 < np.mean(inside) < 0.97
    assert np.mean(told) < 0.07


# --- waves without a sampling error ---------------------------------------------------------------


def independent(counts: list[int], n: int = 40) -> padai.Estimates:
    made = [
        Wave(pd.DataFrame({"q": [1] * yes + [0] * (n - yes)}), Design(), id=str(k))
        for k, yes in enumerate(counts)
    ]
    return padai.trend(stack(made, overlap="none"), "q", net="1")


@pytest.mark.parametrize("on", ["points", "logit"])
@pytest.mark.parametrize("limit", [0, 40])
def test_a_wave_at_its_limit_is_left_out_and_named(on, limit: int) -> None:
    whole, rest = independent([limit, 10, 14, 12]), independent([20, 10, 14, 12])
    for verb in (padai.slope, padai.joint_test):
        found = verb(whole, on=on, times=years(4)).frame.iloc[0]
        assert (found["left_out"], found["n_waves"], found["first_wave"]) == ("0", 3, "1")
        assert found["reason"] == "share_of_0_or_1"
        kept = padai.slope if verb is padai.slope else padai.joint_test
        alone = kept(_without_first(rest), on=on, times=years(4)).frame.iloc[0]
        assert found["p_value"] == pytest.approx(alone["p_value"], rel=1e-12)
    bends = padai.bend_test(independent([10, limit, 14, 12, 13, 15]), on=on, times=years(6)).frame
    assert bends["wave"].tolist() == ["2", "3", "4"]
    assert set(bends["left_out"]) == {"1"}


def _without_first(trend: padai.Estimates) -> padai.Estimates:
    waves = list(trend._source.waves.waves)[1:]
    return padai.trend(stack(waves, overlap="none"), "q", net="1")


@pytest.mark.parametrize("on", ["points", "logit"])
def test_too_few_waves_are_left(on) -> None:
    found = padai.slope(independent([0, 40, 12]), on=on, times=years(3)).frame.iloc[0]
    assert found["reason"] == "share_of_0_or_1"
    assert found["left_out"] == "0 1"
    assert np.isnan(found["p_value"])


def test_a_mean_that_never_varies_has_no_sampling_error() -> None:
    made = [
        Wave(pd.DataFrame({"q": values}), Design(), id=str(k))
        for k, values in enumerate(([3.0] * 20, [1.0, 2, 3, 4] * 5, [2.0, 2, 3, 4] * 5))
    ]
    trend = padai.mean(stack(made, overlap="none"), "q")
    found = padai.joint_test(trend, times=years(3)).frame.iloc[0]
    assert (found["left_out"], found["reason"]) == ("0", "no_sampling_error")
    assert found["p_value"] > 0.001


def test_more_waves_than_psus_can_test_is_a_reason() -> None:
    trend = padai.trend(clustered(6, 9, 8), "y0", net="1")
    found = padai.joint_test(trend, times=years(9)).frame.iloc[0]
    assert found["reason"] == "too_few_degrees_of_freedom"
    assert np.isnan(found[["statistic", "df", "df_denominator", "p_value"]].astype(float)).all()
    assert padai.joint_test(trend, times=years(9)).labelled("fr")["reason"].iloc[0]
