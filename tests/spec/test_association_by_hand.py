"""Tests of association by hand, on tables of a few people."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from scipy import integrate, stats

from padai.numerics.association import (
    RAO_SCOTT,
    WALD,
    chi_square_tail,
    p_of_equal_counts,
    pearson_statistic,
    rao_scott_test,
    two_way,
    wald_independence_test,
    wald_test,
)
from padai.numerics.quadratic_forms import exact_tail, saddlepoint_tail


def people(table):
    rows, cols = np.nonzero(np.asarray(table))
    times = np.asarray(table)[rows, cols]
    return np.repeat(rows, times), np.repeat(cols, times)


def with_replacement(u):
    """Covariance of totals when every person is a draw of its own."""
    n, d = len(u), u - u.mean(0)
    return d.T @ d * n / (n - 1)


def cells(r, c, shape):
    return (r * shape[1] + c)[:, None] == np.arange(shape[0] * shape[1])


def shares_covariance(r, c, w, table):
    p, u = table.shares.reshape(-1), cells(r, c, table.shares.shape)
    return with_replacement(w[:, None] * (u - p) / w.sum())


TABLE = np.array([[30, 10, 12], [20, 25, 9]])


def test_pearson_is_the_textbook_sum_with_weights_of_one():
    r, c = people(TABLE)
    table = two_way(r, c, np.ones(r.size), (2, 3))
    expected = stats.chi2_contingency(TABLE, correction=False).statistic
    assert pearson_statistic(table) == pytest.approx(expected, rel=1e-12)


def test_simple_sampling_has_generalised_design_effects_of_one():
    r, c = people(TABLE)
    n = r.size
    table = two_way(r, c, np.ones(n), (2, 3))
    got = rao_scott_test(table, shares_covariance(r, c, np.ones(n), table), n - 1, "F")
    x2 = pearson_statistic(table)
    mean_delta = got.deltas.mean()
    # V is not at independence but at the table itself, so the deltas are near 1, not 1.
    assert mean_delta == pytest.approx(1.0, abs=0.15)
    assert got.statistic == pytest.approx(x2 / got.deltas.sum(), rel=1e-12)
    assert got.df == pytest.approx(got.deltas.sum() ** 2 / (got.deltas**2).sum(), rel=1e-12)
    assert got.p_value == pytest.approx(
        stats.f.sf(got.statistic, got.df, got.df * (n - 1)), rel=1e-10
    )


def test_the_wald_test_of_a_two_by_two_table_is_the_squared_t_of_the_excess():
    r, c = people([[12, 8], [5, 15]])
    n = r.size
    table = two_way(r, c, np.ones(n), (2, 2))
    V = with_replacement(cells(r, c, (2, 2)).astype(float))
    got = wald_independence_test(table, V, n - 1, adjusted=False)
    # Y = T22 - T2. T.2 / T, linearised person by person
    i, j = (r == 1).astype(float), (c == 1).astype(float)
    y = 15 - 20 * 23 / 40
    u = i * j - (i * 23 + 20 * j) / 40 + 20 * 23 / 1600
    v = ((u - u.mean()) ** 2).sum() * n / (n - 1)
    assert got.statistic == pytest.approx(y**2 / v, rel=1e-12)
    assert (got.df, got.df_denominator) == (1, n - 1)


@pytest.mark.parametrize("statistic", [*RAO_SCOTT, *WALD])
def test_no_statistic_depends_on_the_scale_of_the_weights(statistic):
    r, c = people(TABLE)
    weights = np.random.default_rng(1).uniform(0.5, 2, r.size)

    def test(w):
        table = two_way(r, c, w, (2, 3))
        if statistic in RAO_SCOTT:
            return rao_scott_test(table, shares_covariance(r, c, w, table), 50, statistic)
        V = with_replacement(w[:, None] * cells(r, c, (2, 3)))
        return wald_independence_test(table, V, 50, adjusted=statistic == "adjWald")

    one, many = test(weights), test(1e4 * weights)
    assert many.statistic == pytest.approx(one.statistic, rel=1e-9)
    assert many.p_value == pytest.approx(one.p_value, rel=1e-9)


def test_rows_that_do_not_answer_both_are_outside_the_table():
    r, c = np.array([0, 0, 1, -1, 1]), np.array([0, 1, 1, 1, -1])
    table = two_way(r, c, np.ones(5), (2, 2))
    assert table.n == 3
    assert table.totals.tolist() == [[1, 1], [0, 1]]


def test_the_adjusted_wald_formula():
    b, V = np.array([1.0, 2.0]), np.diag([0.5, 1.0])
    # W = 1/0.5 + 4/1 = 6; (10 - 2 + 1) / (2 * 10) * 6 = 2.7 on F(2, 9)
    got = wald_test(b, V, 10)
    assert got.statistic == pytest.approx(2.7, rel=1e-12)
    assert (got.df, got.df_denominator) == (2, 9)
    assert got.p_value == pytest.approx(stats.f.sf(2.7, 2, 9), rel=1e-12)


def test_a_contrast_that_others_imply_costs_nothing():
    V = np.array([[1.0, 0.2], [0.2, 2.0]])
    b = np.array([0.7, -0.4])
    A = np.array([[1.0, 0], [0, 1], [1, 1]])
    two, three = wald_test(b, V, 20), wald_test(A @ b, A @ V @ A.T, 20)
    assert three.df == 2
    assert three.statistic == pytest.approx(two.statistic, rel=1e-9)


def test_more_contrasts_than_degrees_of_freedom_leave_no_test():
    got = wald_test(np.ones(5), np.eye(5), 4)
    assert np.isnan(got.p_value)
    assert got.df_denominator == 0


def test_an_estimate_without_variance_that_is_not_zero_has_no_test():
    assert np.isnan(wald_test(np.array([1.0, 1.0]), np.diag([1.0, 0.0]), 30).p_value)


@pytest.mark.parametrize("tail", [exact_tail, saddlepoint_tail])
def test_equal_weights_are_a_chi_square(tail):
    close = 1e-9 if tail is exact_tail else 0.03
    for x in (1.0, 6.0, 15.0):
        assert tail(2 * x, np.full(4, 2.0)) == pytest.approx(stats.chi2.sf(x, 4), rel=close)


@pytest.mark.parametrize("tail", [exact_tail, saddlepoint_tail])
def test_equal_weights_over_an_estimated_scale_are_an_f(tail):
    close = 1e-8 if tail is exact_tail else 0.03
    for x in (3.0, 9.0):
        assert tail(x, np.ones(3), 20.0) == pytest.approx(stats.f.sf(x / 3, 3, 20), rel=close)


def test_two_pairs_of_equal_weights_are_a_mixture_of_exponentials():
    # a chi2(2) + b chi2(2) > x: (a e^(-x/2a) - b e^(-x/2b)) / (a - b)
    a, b, x = 3.0, 1.0, 14.0
    by_hand = (a * np.exp(-x / (2 * a)) - b * np.exp(-x / (2 * b))) / (a - b)
    assert exact_tail(x, np.array([a, a, b, b])) == pytest.approx(by_hand, rel=1e-9)
    assert saddlepoint_tail(x, np.array([a, a, b, b])) == pytest.approx(by_hand, rel=0.03)


@pytest.mark.parametrize("ddf", [1.0, 1.7, 2.5, 40.0])
@pytest.mark.parametrize("small", [0.6, 3e-3, 1e-6])
def test_two_weights_however_unlike_are_an_integral_over_the_angle(small, ddf):
    """Z1 = r cos, Z2 = r sin: r is exponential, and the scale's moment generating function known."""
    x, turn = 5.0, np.pi / 2
    ends = turn * np.array([0.0, 1e-4, 1e-3, 1e-2, 0.1, 1.0])

    def at(angle):
        size = np.sin(angle) ** 2 + small * np.cos(angle) ** 2
        return (1 + x / ddf / size) ** (-ddf / 2)

    pieces = [integrate.quad(at, a, b, epsrel=1e-12)[0] for a, b in itertools.pairwise(ends)]
    assert exact_tail(x, np.array([1.0, small]), ddf) == pytest.approx(sum(pieces) / turn, rel=1e-9)


def test_a_tail_far_out_keeps_its_digits():
    assert exact_tail(110.0, np.ones(10), 300.0) == pytest.approx(
        stats.f.sf(11.0, 10, 300), rel=1e-9
    )


@pytest.mark.parametrize("tail", [exact_tail, saddlepoint_tail])
def test_weights_that_are_zero_but_for_rounding_count_for_nothing(tail):
    """There are no more weights than degrees of freedom: six cells drawn in two psus have one."""
    rounded = tail(5.2, np.array([1.3, 5e-17, -5e-16]), 1.0 - 4e-16)
    assert rounded == pytest.approx(tail(5.2, np.array([1.3]), 1.0), rel=1e-9)


def test_one_degree_of_freedom_leaves_the_saddlepoint_of_r():
    """R: survey:::pFsum(5.21552758750013, rep(1, 3), c(1.306731333128712, 0, 0), ddf = 1)."""
    got = saddlepoint_tail(5.21552758750013, np.array([1.306731333128712, 0.0, 0.0]), 1.0)
    assert got == pytest.approx(0.306262013490229, rel=1e-8)


@pytest.mark.parametrize("ddf", [np.inf, 13.5])
def test_a_tail_is_what_imhofs_integral_gives(ddf):
    """R asks CompQuadForm for this integral of the characteristic function."""
    weights, x = np.array([3.1, 1.2, 0.4]), 19.0
    scale, times, at = weights, np.ones(3), x
    if np.isfinite(ddf):
        scale, times, at = np.append(weights, -x / ddf), np.append(times, ddf), 0.0

    def term(u):
        angle = times @ np.arctan(scale * u) / 2 - at * u / 2
        return np.sin(angle) / (u * np.prod((1 + (scale * u) ** 2) ** (times / 4)))

    whole = sum(
        integrate.quad(term, low, low + 1, epsabs=1e-14, epsrel=1e-13, limit=200)[0]
        for low in range(4000)
    )
    assert exact_tail(x, weights, ddf) == pytest.approx(0.5 + whole / np.pi, abs=1e-7)


def test_the_saddlepoint_is_smooth_at_the_mean_of_the_statistic():
    lam = np.array([1.5, 0.5])
    around = [saddlepoint_tail(2.0 + d, lam) for d in (-1e-3, 0.0, 1e-3)]
    assert around[0] > around[1] > around[2]
    assert around[1] == pytest.approx((around[0] + around[2]) / 2, abs=1e-5)


def test_a_wald_test_of_as_many_contrasts_as_degrees_of_freedom_has_one_left():
    """F = W (df - k + 1) / (k df), on k and df - k + 1: here W / 9 on 3 and 1."""
    b, V = np.array([1.0, -2.0, 0.5]), np.array([[2.0, 0.3, 0], [0.3, 1, 0.1], [0, 0.1, 0.5]])
    W = b @ np.linalg.solve(V, b)
    got = wald_test(b, V, df=3)
    assert (got.statistic, got.df, got.df_denominator) == (pytest.approx(W / 9), 3, 1)
    assert got.p_value == pytest.approx(stats.f.sf(W / 9, 3, 1))
    plain = wald_test(b, V, df=3, adjusted=False)
    assert plain.statistic == pytest.approx(W / 3)
    assert plain.p_value == pytest.approx(stats.f.sf(W / 3, 3, 3))


def test_independence_is_tested_with_the_adjustment_unless_it_is_declined():
    r, c = people(TABLE)
    w = np.ones(r.size)
    table = two_way(r, c, w, (2, 3))
    V = with_replacement(cells(r, c, (2, 3)).astype(float))
    asked, without = (wald_independence_test(table, V, 20, adjusted=a) for a in (True, False))
    assert wald_independence_test(table, V, 20).p_value == asked.p_value
    assert asked.statistic == pytest.approx(without.statistic * 19 / 20)


def test_the_tail_of_the_chi_square() -> None:
    """Two degrees of freedom: exp(-x/2); one: P(|Z| > sqrt(x))."""
    assert chi_square_tail(3.0, 2) == pytest.approx(math.exp(-1.5), rel=1e-15)
    assert chi_square_tail(1.959963984540054**2, 1) == pytest.approx(0.05, rel=1e-14)
    assert chi_square_tail(0.0, 5) == 1.0


def test_people_allotted_alike_to_two_forms() -> None:
    """60 and 40 of 100: (10**2 + 10**2) / 50 = 4 on one degree; halves: nothing."""
    found = p_of_equal_counts(np.array([60, 40]))
    assert found == pytest.approx(0.04550026389635842, rel=1e-14)
    assert p_of_equal_counts(np.array([50, 50])) == 1.0


@pytest.mark.parametrize("seed", range(3))
def test_the_tails_are_those_of_scipy_to_the_last_bit(seed: int) -> None:
    rng = np.random.default_rng(seed)
    for x, df in zip(rng.gamma(2, 4, 50), rng.integers(1, 30, 50), strict=True):
        assert chi_square_tail(float(x), float(df)) == stats.chi2.sf(x, df)
    counts = rng.integers(1, 500, 2 + seed)
    assert p_of_equal_counts(counts) == stats.chisquare(counts).pvalue


@pytest.mark.parametrize("ddf", [0.3, 1, 1.7, 5, 30, 400, 3000, 1e5, 1e8, np.inf])
@pytest.mark.parametrize("k", [1, 2, 3, 7])
def test_equal_weights_have_the_tail_of_f_whatever_its_degrees_of_freedom(
    k: int, ddf: float
) -> None:
    """k chi-squares of one over x chi2(ddf) / ddf: F on k and ddf; chi-square where ddf has no end."""
    for x in (1e-4, 0.01, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0):
        tail = stats.chi2.sf(x, k) if np.isinf(ddf) else stats.f.sf(x / k, k, ddf)
        assert exact_tail(x, np.ones(k), ddf) == pytest.approx(tail, rel=1e-11)
