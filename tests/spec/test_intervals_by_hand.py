"""Intervals and p-values against other programs and tables."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

from padai.numerics.intervals import (
    PROPORTION_INTERVALS,
    mean_interval,
    proportion_interval,
    t_quantiles,
    two_sided_p,
)

COUNTS = np.array([3.0, 11.0, 20.0, 37.0])
N = np.full(4, 40.0)
P = COUNTS / N
SE = np.sqrt(P * (1 - P) / N)
INFINITE = np.full(4, np.inf)


@pytest.mark.parametrize("level", [0.9, 0.95, 0.99])
def test_wilson_of_a_simple_sample_is_that_of_another_program(level: float) -> None:
    low, high = proportion_interval(P, SE, INFINITE, N, N, level, "wilson")
    wanted = proportion_confint(COUNTS, N, 1 - level, "wilson")
    assert low == pytest.approx(wanted[0])
    assert high == pytest.approx(wanted[1])


@pytest.mark.parametrize("level", [0.9, 0.95])
def test_beta_of_a_simple_sample_is_clopper_pearson(level: float) -> None:
    low, high = proportion_interval(P, SE, N - 1, N, N, level, "beta")
    wanted = proportion_confint(COUNTS, N, 1 - level, "beta")
    assert low == pytest.approx(wanted[0])
    assert high == pytest.approx(wanted[1])


def test_beta_takes_the_effective_number_of_respondents() -> None:
    """Korn and Graubard: p (1 - p) / V, times the squared ratio of the two t's."""
    df = np.full(4, 12.0)
    se = SE * math.sqrt(2.5)
    m = 40 / 2.5 * (stats.t.ppf(0.975, 39) / stats.t.ppf(0.975, 12)) ** 2
    low, high = proportion_interval(P, se, df, N, N, 0.95, "beta")
    assert low == pytest.approx(stats.beta.ppf(0.025, m * P, m * (1 - P) + 1))
    assert high == pytest.approx(stats.beta.ppf(0.975, m * P + 1, m * (1 - P)))


def test_the_effective_number_is_capped_at_the_respondents() -> None:
    se, df = SE / 2, N - 1
    capped = proportion_interval(P, se, df, N, N, 0.95, "beta")
    assert capped[0] == pytest.approx(proportion_interval(P, SE, df, N, N, 0.95, "beta")[0])
    free = proportion_interval(P, se, df, N, N, 0.95, "beta", capped=False)
    assert free[0] == pytest.approx(stats.beta.ppf(0.025, 160 * P, 160 * (1 - P) + 1))


def test_logit_intervals_are_symmetric_in_log_odds() -> None:
    low, high = proportion_interval(P, SE, np.full(4, 9.0), N, N, 0.95, "logit")
    odds = np.log(P / (1 - P))
    half = stats.t.ppf(0.975, 9) * SE / (P * (1 - P))
    assert np.log(low / (1 - low)) == pytest.approx(odds - half)
    assert np.log(high / (1 - high)) == pytest.approx(odds + half)


def test_means_have_t_intervals() -> None:
    low, high = mean_interval(np.array([5.0]), np.array([2.0]), np.array([4.0]), 0.95)
    # 2.776 from a table.
    assert (low[0], high[0]) == pytest.approx((5 - 5.553, 5 + 5.553), abs=1e-3)
    plain = proportion_interval(P, SE, INFINITE, N, N, 0.95, "mean")
    wanted = proportion_confint(COUNTS, N, 0.05, "normal")
    assert plain[0][1:] == pytest.approx(wanted[0][1:])  # that program stops at 0 and at 1
    assert plain[1][:-1] == pytest.approx(wanted[1][:-1])


@pytest.mark.parametrize("method", ["logit", "beta", "wilson", "mean"])
def test_shares_of_none_and_of_all_are_clopper_pearson(method) -> None:
    """Of the effective number, where that is under the respondents': rule of three, nearly."""
    p, se = np.array([0.0, 1.0, 0.0, 0.4]), np.array([0.0, 0.0, 0.0, 0.05])
    n, kish = np.array([40.0, 40, 40, 40]), np.array([30.0, 30, 90, 30])
    low, high = proportion_interval(p, se, np.array([20.0, 20, 20, 20]), n, kish, 0.95, method)
    for place, count in ((0, 30), (2, 40)):
        assert low[place] == 0
        assert high[place] == pytest.approx(proportion_confint(0, count, 0.05, "beta")[1])
    assert high[1] == 1
    assert low[1] == pytest.approx(proportion_confint(30, 30, 0.05, "beta")[0])
    assert 0.2 < low[3] < 0.4 < high[3] < 0.6
    low, high = proportion_interval(p, se, np.array([0.0, 0, 20, 0]), n, kish, 0.95, method)
    assert np.isnan(low[[0, 1, 3]]).all()
    assert np.isnan(high[[0, 1, 3]]).all()
    assert (low[2], high[2]) == pytest.approx((0, proportion_confint(0, 40, 0.05, "beta")[1]))


def test_quantiles_and_p_values_of_student() -> None:
    df = np.array([[1.0, 10.0], [np.inf, 0.0]])
    found = t_quantiles(df, 0.9)
    assert found[0] == pytest.approx(stats.t.ppf(0.95, [1, 10]))
    assert found[1, 0] == pytest.approx(stats.norm.ppf(0.95))
    assert np.isnan(found[1, 1])
    assert np.isnan(t_quantiles(np.array([-2.0, np.nan]), 0.9)).all()
    p = two_sided_p(np.array([[-2.0, 2.0], [1.5, 1.0]]), df)
    assert p[0] == pytest.approx(2 * stats.t.sf(2.0, [1, 10]))
    assert p[1, 0] == pytest.approx(2 * stats.norm.sf(1.5))
    assert np.isnan(p[1, 1])
    assert np.isnan(two_sided_p(np.array([1.0]), np.array([-1.0]))).all()


def test_likelihood_of_a_simple_sample_is_where_the_deviance_is_that_of_chi_square() -> None:
    """Twice the loss of log-likelihood at each end is z^2 n / (n - 1)."""
    low, high = proportion_interval(P, SE, INFINITE, N, N, 0.95, "likelihood")
    best = stats.binom.logpmf(COUNTS, N, P)
    for end in (low, high):
        lost = 2 * (best - stats.binom.logpmf(COUNTS, N, end))
        assert lost == pytest.approx(stats.chi2.ppf(0.95, 1) * 40 / 39, rel=1e-9)
    assert ((low < P) & (high > P)).all()


def test_arcsine_of_a_simple_sample_is_that_of_the_angle() -> None:
    low, high = proportion_interval(P, SE, INFINITE, N, N, 0.95, "asin")
    half = stats.norm.ppf(0.975) / (2 * np.sqrt(40))
    assert np.arcsin(np.sqrt(high[:3])) - np.arcsin(np.sqrt(P[:3])) == pytest.approx(half)
    assert np.arcsin(np.sqrt(P)) - np.arcsin(np.sqrt(low)) == pytest.approx(half)


def test_arcsine_ends_where_its_scale_ends() -> None:
    p, one = np.array([0.01, 0.99]), np.full(2, 20.0)
    se = np.sqrt(p * (1 - p) / 20)
    low, high = proportion_interval(p, se, one - 1, one, one, 0.95, "asin")
    assert (low[0], high[1]) == (0.0, 1.0)


@pytest.mark.parametrize("method", PROPORTION_INTERVALS)
def test_intervals_mirror_and_hold_the_share(method: str) -> None:
    """That of the other answer is one minus this; without error it has no width."""
    df = np.full(4, 11.0)
    low, high = proportion_interval(P, SE, df, N, N, 0.9, method)
    other = proportion_interval(1 - P, SE, df, N, N, 0.9, method)
    assert other[0] == pytest.approx(1 - high, abs=1e-12)
    assert ((low <= P) & (high >= P)).all()
    none = proportion_interval(P, 0 * SE, df, N, N, 0.9, method)
    if method != "beta":
        assert np.stack(none) == pytest.approx(np.stack([P, P]), abs=1e-7)
    lost = proportion_interval(P, SE, 0 * df, N, N, 0.9, method)
    assert np.isnan(np.stack(lost)).all()
