"""Weighted quantiles and their intervals, by hand on a few numbers."""

from __future__ import annotations

import numpy as np
import pytest

from padai.numerics.quantiles import (
    RULES,
    quantile_interval,
    share_interval,
    weighted_quantile,
)

X = np.array([40.0, 10.0, 30.0, 20.0])
ONE = np.ones(4)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("math", 20.0),  # the first value with at least half of the weight at or under it
        ("school", 25.0),  # half is reached exactly at 20: the mean with its neighbour
        ("hf3", 20.0),  # reached at the second value, an even one
        ("hf4", 20.0),  # positions 1/4, 2/4, ...
        ("hf5", 25.0),  # positions 1/8, 3/8, 5/8, ...
        ("hf6", 25.0),  # positions 1/5, 2/5, 3/5, ...
        ("hf7", 25.0),  # positions 0, 1/3, 2/3, 1
        ("hf8", 25.0),
        ("hf9", 25.0),
        ("shahvaish", 20.0),  # positions 1/5, 2/5, 3/5, 4/5; the last one at or under 0.5
    ],
)
def test_the_median_of_four_equal_weights(rule, expected):
    assert weighted_quantile(X, ONE, [0.5], rule)[0] == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("kind", range(4, 10))
def test_rules_four_to_nine_are_numpy_s_with_equal_weights(kind):
    names = {
        4: "interpolated_inverted_cdf", 5: "hazen", 6: "weibull", 7: "linear",
        8: "median_unbiased", 9: "normal_unbiased",
    }  # fmt: skip
    x = np.random.default_rng(5).normal(size=23)
    p = np.linspace(0.06, 0.94, 12)
    ours = weighted_quantile(x, np.ones(23), p, f"hf{kind}")
    assert ours == pytest.approx(np.quantile(x, p, method=names[kind]), rel=1e-12)


def test_a_weight_of_three_is_three_people():
    assert weighted_quantile([1.0, 2.0], [3.0, 1.0], [0.5, 0.75, 0.76]).tolist() == [1.0, 1.0, 2.0]


def test_half_is_reached_whatever_the_scale_of_the_weights():
    # 0.1 + 0.2 + ... differ in the last bit from 0.5 of their sum
    w = np.array([0.1, 0.2, 0.3, 0.6])
    for scale in (1.0, 3.0, 1 / 7, 1e6):
        assert weighted_quantile([1.0, 2.0, 3.0, 4.0], w * scale, [0.5])[0] == 3.0


def test_a_row_without_weight_takes_no_part():
    assert weighted_quantile([1.0, 2.0, 99.0], [1.0, 1.0, 0.0], [1.0])[0] == 2.0


def test_no_member_gives_no_quantile():
    assert np.isnan(weighted_quantile([], [], [0.5])).all()


def test_one_member_is_every_quantile():
    for rule in RULES:
        assert weighted_quantile([7.0], [2.0], [0.1, 0.9], rule).tolist() == [7.0, 7.0]


def test_shah_vaish_does_not_depend_on_the_scale_of_the_weights_unless_asked_as_r():
    x, w = np.arange(20.0), np.repeat([1.0, 3.0], 10)
    ours = weighted_quantile(x, w, [0.3], "shahvaish")
    assert (weighted_quantile(x, 50 * w, [0.3], "shahvaish") == ours).all()
    as_r = weighted_quantile(x, 50 * w, [0.3], "shahvaish", mean_weight=1.0)
    assert (as_r != ours).all()


def test_woodruff_reads_the_interval_of_the_share_back_as_values():
    x = np.arange(1.0, 101.0)

    def variance(indicator):
        p = indicator.mean()
        return p * (1 - p) / 100

    got = quantile_interval(x, np.ones(100), 0.5, variance, df=np.inf)
    # 0.5 -+ 1.96 * 0.05 = 0.402 and 0.598: the 41st and the 60th value
    assert (got.estimate, got.low, got.high) == (50.0, 41.0, 60.0)
    assert got.std_error == pytest.approx(19 / (2 * 1.959963984540054), rel=1e-12)
    assert got.share == 0.5


def test_the_score_interval_keeps_what_the_test_does_not_reject():
    x = np.arange(1.0, 101.0)

    def variance(indicator):
        p = indicator.mean()
        return p * (1 - p) / 100

    got = quantile_interval(x, np.ones(100), 0.5, variance, df=np.inf, kind="score")
    # share above v: (100 - v) / 100; |share - 0.5| <= 1.96 * sqrt(share (1 - share) / 100)
    kept = [v for v in x if abs(0.5 - v / 100) <= 1.959963984540054 * np.sqrt(v * (100 - v)) / 1000]
    assert got.low == kept[0]
    assert got.high == kept[-1] + 1  # the first value rejected closes the interval


@pytest.mark.parametrize("kind", ["mean", "xlogit", "asin", "beta"])
def test_a_share_interval_holds_the_share(kind):
    low, high = share_interval(0.3, 0.04, 30, 0.95, kind, 200, 30)
    assert low < 0.3 < high


@pytest.mark.parametrize("kind", ["xlogit", "asin", "beta"])
def test_a_share_of_one_has_no_interval_on_a_bounded_scale(kind):
    assert np.isnan(share_interval(1.0, 0.0, 30, 0.95, kind, 200, 30)).all()
