"""The arithmetic under comparisons, each by another way: tables by hand, and other formulas."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import special, stats

from padai.numerics import differences
from padai.numerics.contrasts import gradient, linear, smooth
from padai.numerics.differences import adjusted_by, equivalence_p, sizes_by
from padai.numerics.max_t import INTEGRATION_LOG2, _points, _reached, max_t_p
from padai.numerics.slopes import bend_contrasts, no_change, polynomial_contrasts
from padai.numerics.smoother import WIDEST, smoothed_level

NAN = np.nan


def test_a_difference_is_told_in_standard_errors() -> None:
    found = differences.tested(
        np.array([0.10, -0.03, 0.05, 0.02]),
        np.array([0.0025, 0.0009, 0.0, 0.0001]),
        np.array([np.inf, 8.0, 10.0, 0.0]),
        0.95,
    )
    assert found.std_error == pytest.approx([0.05, 0.03, 0.0, 0.01])
    assert found.statistic[:2] == pytest.approx([2.0, -1.0])
    assert np.isnan(found.statistic[2])
    assert found.p_value[0] == pytest.approx(2 * stats.norm.sf(2))
    assert found.p_value[1] == pytest.approx(2 * stats.t.sf(1, 8))
    assert np.isnan(found.p_value[2:]).all()
    assert found.conf_low[0] == pytest.approx(0.10 - stats.norm.ppf(0.975) * 0.05)
    assert found.conf_high[1] == pytest.approx(-0.03 + stats.t.ppf(0.975, 8) * 0.03)


def test_equivalence_is_the_worse_of_two_one_sided_tests() -> None:
    """Inside the margin: the tail beyond the nearer limit. Outside: more than a half."""
    difference = np.array([0.0, 0.03, -0.03, 0.09, 0.05, 0.044])
    error, margin = np.full(6, 0.02), np.full(6, 0.05)
    for df, law in ((np.inf, stats.norm), (12.0, stats.t(12))):
        upper = law.sf((margin - difference) / error)
        lower = law.sf((difference + margin) / error)
        found = equivalence_p(difference, error, np.full(6, df), margin)
        assert found == pytest.approx(np.maximum(upper, lower), abs=1e-12)
    assert found[3] > 0.9
    assert found[4] == pytest.approx(0.5)
    undeclared = equivalence_p(difference, error, np.full(6, 12.0), np.full(6, NAN))
    assert np.isnan(undeclared).all()


def test_families_are_adjusted_apart_and_counted() -> None:
    """Families 0, 1 and 2 by hand; a comparison that was not made, and one of no family."""
    p = np.array([0.01, 0.30, 0.04, 0.02, NAN, 0.50, 0.03])
    family = np.array([0, 1, 0, 2, 0, -1, 2])
    holm = adjusted_by(p, family, "holm")
    assert holm[[0, 2]] == pytest.approx([0.02, 0.04])
    assert holm[1] == pytest.approx(0.30)
    assert holm[[3, 6]] == pytest.approx([0.04, 0.04])
    assert np.isnan(holm[[4, 5]]).all()
    bh = adjusted_by(p, family, "bh")
    assert bh[[0, 2, 3, 6]] == pytest.approx([0.02, 0.04, 0.03, 0.03])
    assert adjusted_by(p, family, "none")[[0, 1, 2, 3, 6]].tolist() == [
        0.01,
        0.30,
        0.04,
        0.02,
        0.03,
    ]
    assert sizes_by(p, family)[[0, 1, 2, 3, 4, 6]].tolist() == [2, 1, 2, 2, 2, 2]
    assert np.isnan(sizes_by(p, family)[5])
    later = adjusted_by(p[[0, 2, 3, 6]], np.array([2, 2, 3, 3]), "holm")
    assert later == pytest.approx([0.02, 0.04, 0.04, 0.04])
    alone = sizes_by(np.array([0.5]), np.array([-1]))
    assert np.isnan(alone).all()


def test_a_smooth_function_has_the_derivative_of_calculus() -> None:
    at, covariance = np.array([0.4, 0.5, 2.0]), np.diag([0.01, 0.04, 0.09])
    jacobian = np.array([[1 / 0.5, -0.4 / 0.25, 0.0], [2 * 0.4 * 2.0, 0.0, 0.16]])

    def both(t: np.ndarray) -> np.ndarray:
        return np.array([t[0] / t[1], t[0] ** 2 * t[2]])

    assert gradient(both, at) == pytest.approx(jacobian, abs=1e-14)
    found = smooth(both, at, covariance)
    assert found.estimate == pytest.approx([0.8, 0.32])
    assert found.covariance == pytest.approx(jacobian @ covariance @ jacobian.T, abs=1e-14)
    straight = linear(np.array([[1.0, -1.0, 0.0]]), at, covariance)
    assert straight.estimate == pytest.approx([-0.1])
    assert straight.std_error == pytest.approx([np.sqrt(0.05)])
    rounding = linear(np.array([[1.0, 0.0, 0.0]]), at, -1e-20 * np.eye(3))
    assert rounding.std_error == pytest.approx([0.0])


def test_a_parabola_has_its_slope_in_the_middle_and_its_bend() -> None:
    """y = 3 + 2 t + 0.5 t²: its slope at the mean of the times, and twice 0.5, at uneven dates."""
    times = np.array([2016.0, 2017.5, 2018.0, 2020.0, 2022.5])
    t = times - times.mean()
    found = polynomial_contrasts(times, 2) @ (3 + 2 * t + 0.5 * t**2)
    assert found == pytest.approx([2.0, 1.0], abs=1e-10)
    covariance = np.diag([1.0, 2.0, 3.0, 4.0, 5.0]) + 0.5
    weighted = polynomial_contrasts(times, 1, covariance)
    design = np.column_stack([np.ones(5), t])
    inverse = np.linalg.inv(covariance)
    by_hand = np.linalg.inv(design.T @ inverse @ design) @ design.T @ inverse
    assert weighted[0] == pytest.approx(by_hand[1], abs=1e-12)


def test_a_broken_line_bends_where_it_is_broken() -> None:
    times = np.array([0.0, 1.0, 2.5, 3.0, 5.0])
    line = 1 + 2 * times + 3 * np.maximum(times - 2.5, 0)
    found = bend_contrasts(times) @ line
    assert found[1] == pytest.approx(3.0, abs=1e-10)
    assert found.shape == (3,)


def test_no_change_is_the_adjusted_wald_test() -> None:
    """F = (df - q + 1) / (df q) X², with q waves less one."""
    estimate, covariance, df = np.array([0.4, 0.5, 0.45]), np.diag([1e-3, 2e-3, 1e-3]), 40.0
    steps = np.array([[-1.0, 1.0, 0.0], [0.0, -1.0, 1.0]])
    moved, spread = steps @ estimate, steps @ covariance @ steps.T
    wald = moved @ np.linalg.solve(spread, moved)
    found = no_change(estimate, covariance, df)
    assert found.statistic == pytest.approx(wald * (df - 1) / (2 * df))
    assert found.p_value == pytest.approx(stats.f.sf(found.statistic, 2, df - 1))


@pytest.mark.parametrize("df", [np.inf, 9.0])
def test_the_largest_of_several_t_is_that_of_the_multivariate_law(df: float) -> None:
    """The chance that none of three correlated t leaves a box, by another program's integral."""
    correlation = np.array([[1.0, 0.5, 0.2], [0.5, 1.0, -0.3], [0.2, -0.3, 1.0]])
    error = np.array([0.5, 2.0, 1.0])
    statistic = np.array([2.4, -2.0, 1.1])
    found = max_t_p(statistic, correlation * np.outer(error, error), df)
    law = (
        stats.multivariate_normal(np.zeros(3), correlation)
        if np.isinf(df)
        else stats.multivariate_t(np.zeros(3), correlation, df=df, seed=1)
    )
    for got, t in zip(found, np.abs(statistic), strict=True):
        inside = law.cdf(np.full(3, t), lower_limit=np.full(3, -t))
        assert got == pytest.approx(1 - inside, abs=2e-3)


@pytest.mark.parametrize(
    ("statistic", "variance", "df"),
    [([2.0, 1.0], [1.0, 1.0], 0.0), ([2.0, 1.0], [0.0, 1.0], 9.0), ([NAN, 1.0], [1.0, 1.0], 9.0)],
)
def test_the_largest_of_several_t_wants_errors_and_degrees(
    statistic: list[float], variance: list[float], df: float
) -> None:
    assert np.isnan(max_t_p(np.array(statistic), np.diag(variance), df)).all()


@pytest.mark.parametrize("df", [0.7, 2.5, 12.0, 61.0, 950.0])
@pytest.mark.parametrize("size", [1, 3])
def test_points_far_from_every_bound_need_no_denominator(
    df: float, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As by the denominator of each, of which few are worked out."""
    asked: list[int] = []
    exact = special.gammaincinv

    def counted(shape: float, uniform: np.ndarray) -> np.ndarray:
        asked.append(len(uniform))
        return np.asarray(exact(shape, uniform))

    rng = np.random.default_rng(size)
    mixing = rng.normal(size=(4, size))
    mixing /= np.sqrt((mixing**2).sum(axis=1))[:, None]
    bound = np.array([0.0, 0.4, 2.1, 3.5])
    normal, uniform, _ = _points(size)
    student = normal / np.sqrt(2 * exact(df / 2, uniform) / df)[:, None]
    largest = np.abs(student @ mixing.T).max(axis=1)
    monkeypatch.setattr(special, "gammaincinv", counted)
    found = _reached(bound, mixing, df)
    assert found.tolist() == [(largest >= each).mean() for each in bound]
    assert 0 < sum(asked) < 2**INTEGRATION_LOG2 / 6


def test_the_same_contrast_twice_is_one() -> None:
    alone = 2 * stats.t.sf(2.1, 20)
    found = max_t_p(np.array([2.1, 2.1]), np.ones((2, 2)), 20.0)
    assert found == pytest.approx([alone, alone], abs=1e-3)


def test_the_smoothed_level_by_precisions_and_one_integral() -> None:
    """Another way: the walk as a matrix of precisions, the law of each level mixed by Simpson."""
    times = np.array([2016.0, 2017, 2017.5, 2019, 2020, 2021, 2023, 2024])
    seen = np.array([0.42, 0.45, 0.41, 0.47, 0.52, 0.50, 0.55, 0.53])
    covariance = 3e-4 * np.eye(8) + 5e-5
    inverse = np.linalg.inv(covariance)
    spread = np.std(seen) + np.sqrt(np.diag(covariance).mean())
    grid = np.linspace(0, WIDEST * spread / np.sqrt(times[-1] - times[0]), 4001)
    step = np.diff(np.eye(8), axis=0)
    logs, means, errors = [], [], []
    for sd in grid:
        if sd == 0:  # a level that never moves: one unknown
            total = inverse.sum()
            mean, variance = np.full(8, (inverse @ seen).sum() / total), np.full(8, 1 / total)
            log = -0.5 * (np.log(total) + seen @ inverse @ seen - total * mean[0] ** 2)
        else:
            prior = step.T @ np.diag(1 / (sd**2 * np.diff(times))) @ step
            after = inverse + prior
            mean = np.linalg.solve(after, inverse @ seen)
            variance = np.diag(np.linalg.inv(after))
            walk = np.log(sd**2 * np.diff(times)).sum()
            log = -0.5 * (
                np.linalg.slogdet(after)[1] + walk + seen @ inverse @ seen - mean @ after @ mean
            )
        logs.append(log)
        means.append(mean)
        errors.append(np.sqrt(variance))
    simpson = np.array([1, *[4, 2] * 1999, 4, 1])
    weight = np.exp(np.array(logs) - max(logs)) * simpson
    weight /= weight.sum()
    mean, error = np.array(means), np.array(errors)
    found = smoothed_level(times, seen, covariance, 0.9)
    assert found.estimate == pytest.approx(weight @ mean, abs=1e-10)
    second = weight @ (error**2 + mean**2)
    assert found.std_error == pytest.approx(np.sqrt(second - (weight @ mean) ** 2), abs=1e-9)
    assert found.level_sd == pytest.approx(weight @ grid, abs=1e-10)
    for bound, tail in ((found.conf_low, 0.05), (found.conf_high, 0.95)):
        below = (weight[:, None] * stats.norm.cdf(bound, mean, error)).sum(axis=0)
        assert below == pytest.approx(np.full(8, tail), abs=1e-8)
