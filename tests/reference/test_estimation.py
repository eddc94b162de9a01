"""Means, totals, ratios, design effects, intervals against R's `survey`.

All closed forms, so that 1e-9 relative is asked (R prints 17 digits). padai's design effect has the
with-replacement reference; R's other one is that times N / (N - n), N the sum of weights.
"""

from __future__ import annotations

import numpy as np
import pytest

from padai.design import Design
from padai.estimation.moments import mean, ratio, total
from padai.numerics.degrees import degrees_of_freedom
from padai.numerics.intervals import mean_interval
from padai.waves.wave import Wave
from tests.reference.model_designs import frame, keys, value, wave

CLOSED = 1e-9


def close(got, expected):
    assert np.asarray(got, dtype=float) == pytest.approx(
        np.asarray(expected, dtype=float), rel=CLOSED, abs=1e-14
    )


def of(key):
    return wave(key.split(".")[1])


def agree(est, expected):
    """Estimates, errors and covariances are R's."""
    close(est.frame["estimate"], expected["estimate"])
    close(est.frame["std_error"], expected["se"])
    if "vcov" in expected:
        vcov = np.asarray(expected["vcov"], dtype=float)
        scale = np.sqrt(np.outer(np.diag(vcov), np.diag(vcov)))
        assert est.cov() / scale == pytest.approx(vcov / scale, abs=CLOSED)


@pytest.mark.parametrize("key", keys("estimation", "degf"))
def test_degrees_of_freedom(key):
    assert degrees_of_freedom(of(key).sample) == value("estimation", key)["values"][0]


CALLS = {
    "mean": lambda w: mean(w, ["api00", "api99", "meals"]),
    "mean_enroll_narm": lambda w: mean(w, "enroll"),
    "total": lambda w: total(w, ["api.stu", "meals"]),
    "total_enroll_narm": lambda w: total(w, "enroll"),
}


@pytest.mark.parametrize("key", keys("estimation", *CALLS))
def test_means_and_totals(key):
    agree(CALLS[key.split(".")[0]](of(key)), value("estimation", key))


@pytest.mark.parametrize("key", keys("estimation", "ratio", "ratio2"))
def test_ratios(key):
    pair = ("api.stu", "enroll") if key.startswith("ratio.") else ("api00", "api99")
    got, expected = ratio(of(key), *pair), value("estimation", key)
    close(got.frame["estimate"][0], expected["estimate"]["values"][0][0])
    close(got.frame["std_error"][0], expected["se"]["values"][0][0])
    close(got.cov()[0, 0], expected["var"]["values"][0][0])


@pytest.mark.parametrize("key", keys("estimation", "var"))
def test_variance_of_a_variable(key):
    """`svyvar` is the mean of the squared deviations, times n / (n - 1)."""
    w = of(key)
    centre = mean(w, "api00").frame["estimate"][0]
    data = w.frame.assign(square=lambda d: (d["api00"] - centre) ** 2 * len(d) / (len(d) - 1))
    agree(mean(Wave(data, w.design), "square"), value("estimation", key))


@pytest.mark.parametrize("key", keys("estimation", "mean_deff_replace"))
def test_design_effects(key):
    est, expected = mean(of(key), ["api00", "meals"]), value("estimation", key)
    agree(est, expected)
    close(est.frame["deff"], expected["deff"])
    close(est.frame["n_eff"], est.frame["n_base"] / expected["deff"])


@pytest.mark.parametrize("key", keys("estimation", "mean_deff", "total_deff"))
def test_design_effects_without_replacement(key):
    w = of(key)
    est = mean(w, ["api00", "meals"]) if key.startswith("mean") else total(w, "api.stu")
    people = w.weights.sum()
    expected = value("estimation", key)
    agree(est, expected)
    close(est.frame["deff"] * people / (people - len(w)), expected["deff"])


@pytest.mark.parametrize("key", keys("estimation", "confint_t"))
def test_t_intervals(key):
    est = mean(of(key), "api00").frame
    close(est[["conf_low", "conf_high"]].to_numpy(), value("estimation", key)["values"])


@pytest.mark.parametrize("key", keys("estimation", "confint_z"))
def test_normal_intervals(key):
    est = mean(of(key), "api00").frame
    low, high = mean_interval(est["estimate"], est["std_error"], np.array([np.inf]), 0.95)
    close([[low[0], high[0]]], value("estimation", key)["values"])


@pytest.mark.parametrize("key", keys("estimation", "cv"))
def test_coefficients_of_variation(key):
    close(mean(of(key), "api00").frame["cv"][0], value("estimation", key)["values"][0][0])


@pytest.mark.parametrize("key", keys("estimation", "n_nonmissing_enroll"))
def test_respondents_in_the_base(key):
    est = mean(wave("dclus2"), "enroll")
    assert est.frame["n_base"][0] == value("estimation", key)["values"][0]


def test_weights_implied_by_the_population_sizes():
    """R's `dclus2` gives no weights: they are the product of N / n over the stages."""
    design = Design(psu=("dnum", "snum"), fpc=("fpc1", "fpc2"))
    implied = Wave(frame("apiclus2"), design).weights
    close(implied, frame("apiclus2")["pw"])
