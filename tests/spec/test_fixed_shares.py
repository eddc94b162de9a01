"""What strata or a calibration fix has no sampling error, in every verb, and no false precision."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import padai
from padai.numerics.variance import linearised_covariance, replicate_covariance

FRAME = pd.DataFrame(
    {"h": [1] * 3 + [2] * 3, "y": [1.0, 2, 3, 4, 5, 6], "w": [10.5] * 3 + [19.8] * 3}
).assign(z=[1] * 3 + [0] * 3, c=["a"] * 3 + ["b"] * 3)
DESIGN = padai.Design(weight="w", stratum="h")


def _stratified():
    return padai.Wave(FRAME, DESIGN, id="1")


def _replicated():
    return padai.replicate_weights(_stratified(), "jkn")


def _poststratified():
    plain = padai.Wave(FRAME, padai.Design(weight="w"), id="1")
    return padai.poststratify(plain, {"c": {"a": 0.4, "b": 0.6}}, min_cell=1)


MAKES = [_stratified, _replicated, _poststratified]


@pytest.mark.parametrize("make", MAKES)
def test_a_quantile_whose_share_is_fixed_has_one_value(make):
    row = padai.quantile(make(), "y", probs=[0.34]).frame.iloc[0]
    assert [row.estimate, row.conf_low, row.conf_high, row.std_error] == [3, 3, 3, 0]
    assert row.reason == "no_sampling_error" and row.deff == 0 and np.isnan(row.n_eff)


@pytest.mark.parametrize("make", MAKES)
def test_means_covariances_and_models_agree_that_there_is_no_error(make):
    wave = make()
    mean, share = padai.mean(wave, "z"), padai.proportion(wave, "c")
    for found in (mean, share):
        assert (found.frame["std_error"] == 0).all()
        assert (found.cov() == 0).all()
    model = padai.glm(wave, "z ~ 1", family="gaussian").frame
    assert model["std_error"].tolist() == [0]
    assert model["p_value"].isna().all() and model["statistic"].isna().all()


def test_a_difference_of_fixed_shares_has_no_test():
    other = padai.Wave(FRAME.assign(w=[11.7] * 3 + [19.8] * 3), DESIGN, id="2")
    waves = padai.stack([_stratified(), other], overlap="none")
    found = padai.difference(padai.trend(waves, "c"), "2", "1", adjust="none").frame
    assert (found["std_error"] == 0).all() and found["p_value"].isna().all()


def test_a_quantile_that_everybody_is_under_says_so():
    row = padai.quantile(_stratified(), "y", probs=[1.0]).frame.iloc[0]
    assert [row.estimate, row.conf_low, row.conf_high, row.std_error] == [6, 6, 6, 0]
    assert row.reason == "at_limit"


def test_limits_that_fall_on_one_value_say_so():
    ties = padai.Wave(pd.DataFrame({"y": [1.0] * 5 + [3.0] * 50 + [5.0] * 5}), padai.Design())
    row = padai.quantile(ties, "y", probs=[0.5], ci="score").frame.iloc[0]
    assert [row.conf_low, row.conf_high, row.reason] == [3, 3, "one_value"]


def test_a_small_but_true_variance_is_kept():
    wave = _stratified()
    u = np.array([1.0, 1.0, 1.0 + 1e-5, 0, 0, 0])[:, None]
    assert linearised_covariance(u, wave.sample)[0, 0] == pytest.approx(
        3 / 2 * 10.5**2 * (1e-10 * 2 / 3), rel=1e-4
    )
    replicates = _replicated().sample.replicates
    shares = np.full((replicates.count, 1), 0.5)
    shares[0] += 1e-10
    assert replicate_covariance(shares, replicates, np.array([0.5]))[0, 0] > 0
