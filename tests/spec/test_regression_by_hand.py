"""Weighted models by hand, and models that cannot be fitted."""

from __future__ import annotations

import numpy as np
import pytest
import statsmodels.api as sm

from padai.errors import EstimationError
from padai.numerics.margins import RowEffects, average, changed, predicted, sloped
from padai.numerics.ordinal import fit_ordinal
from padai.numerics.ranks import population_ranks, rank_scores
from padai.numerics.regression import check_rank, fit_glm

ONE_X = ("Intercept", "x")


def design(x):
    return np.column_stack([np.ones(len(x)), np.asarray(x, dtype=float)])


def test_a_line_through_three_weighted_points():
    x, y, w = np.array([0.0, 1, 2]), np.array([1.0, 2, 4]), np.array([1.0, 2, 1])
    fit = fit_glm(design(x), y, w, "gaussian", names=ONE_X)
    # weighted means 1 and 2.25; slope = sum w (x-1)(y-2.25) / sum w (x-1)^2 = 3 / 2
    assert fit.coef == pytest.approx([0.75, 1.5], rel=1e-12)
    assert fit.deviance == pytest.approx(1 * 0.25**2 + 2 * 0.25**2 + 0.25**2, rel=1e-12)
    residual = y - (0.75 + 1.5 * x)
    by_hand = (x - 1) * residual / 2
    assert fit.influence[:, 1] == pytest.approx(by_hand, rel=1e-10)


@pytest.mark.parametrize(
    ("family", "link", "y"),
    [
        ("binomial", lambda p: np.log(p / (1 - p)), np.array([1.0, 0, 1, 1, 0, 1, 0, 0])),
        ("poisson", np.log, np.array([3.0, 0, 1, 5, 2, 2, 0, 1])),
    ],
)
def test_a_model_of_two_groups_gives_the_groups_own_means(family, link, y):
    group = np.repeat([0.0, 1.0], 4)
    w = np.array([1.0, 2, 3, 1, 1, 1, 2, 5])
    fit = fit_glm(design(group), y, w, family, names=ONE_X)
    first, second = np.average(y[:4], weights=w[:4]), np.average(y[4:], weights=w[4:])
    assert fit.coef == pytest.approx([link(first), link(second) - link(first)], rel=1e-11)
    # The influence on the mean of the second group is (y - mean) / sum of its weights.
    both = predicted(design(group), fit.coef, np.zeros(8), family)
    got = average(both, np.where(group == 1, w, 0.0), fit.influence)
    assert got.estimate == pytest.approx(second, rel=1e-12)
    own = np.where(group == 1, (y - second) / w[4:].sum(), 0.0)
    assert got.influence == pytest.approx(own, abs=1e-13)


def test_influences_sum_to_zero_with_the_weights():
    rng = np.random.default_rng(3)
    X = np.column_stack([np.ones(60), rng.normal(size=(60, 2))])
    w = rng.uniform(0.2, 3, 60)
    y = (rng.uniform(size=60) < 0.4).astype(float)
    fit = fit_glm(X, y, w, "binomial", names=("Intercept", "a", "b"))
    assert w @ fit.influence == pytest.approx(np.zeros(3), abs=1e-11)


@pytest.mark.parametrize("family", ["gaussian", "binomial", "poisson"])
def test_nothing_depends_on_the_scale_of_the_weights(family):
    rng = np.random.default_rng(4)
    x, w = rng.normal(size=50), rng.uniform(0.5, 2, 50)
    y = (rng.uniform(size=50) < 0.5).astype(float)
    one = fit_glm(design(x), y, w, family, names=ONE_X)
    many = fit_glm(design(x), y, 1e5 * w, family, names=ONE_X)
    assert many.coef == pytest.approx(one.coef, rel=1e-10)
    assert 1e5 * many.influence == pytest.approx(one.influence, rel=1e-8, abs=1e-12)


def test_a_weight_of_three_is_three_people():
    x, y = np.array([0.0, 1, 2, 3, 4]), np.array([0.0, 1, 0, 1, 1])
    w = np.array([3.0, 1, 2, 1, 1])
    times = w.astype(int)
    one = fit_glm(design(x), y, w, "binomial", names=ONE_X)
    many = fit_glm(
        design(np.repeat(x, times)), np.repeat(y, times), np.ones(8), "binomial", names=ONE_X
    )
    assert many.coef == pytest.approx(one.coef, rel=1e-10)


def test_an_offset_shifts_the_linear_predictor():
    exposure = np.array([1.0, 2, 4, 8])
    y = 3 * exposure
    fit = fit_glm(
        np.ones((4, 1)), y, np.ones(4), "poisson", names=("Intercept",), offset=np.log(exposure)
    )
    assert fit.coef == pytest.approx([np.log(3)], rel=1e-12)
    assert fit.null_deviance == pytest.approx(0.0, abs=1e-10)


@pytest.mark.parametrize("offset", [False, True])
@pytest.mark.parametrize("family", ["gaussian", "binomial", "poisson"])
def test_a_model_is_that_of_another_program(family, offset):
    rng = np.random.default_rng(11)
    X = np.column_stack([np.ones(60), rng.normal(size=(60, 2))])
    eta = X @ np.array([0.3, 0.5, -0.4])
    y = {
        "gaussian": eta + rng.normal(size=60),
        "binomial": (rng.random(60) < 1 / (1 + np.exp(-eta))).astype(float),
        "poisson": rng.poisson(np.exp(eta)).astype(float),
    }[family]
    w = rng.integers(1, 5, 60).astype(float)
    shift = rng.normal(0, 0.5, 60) if offset else None
    kind = {
        "gaussian": sm.families.Gaussian,
        "binomial": sm.families.Binomial,
        "poisson": sm.families.Poisson,
    }[family]()
    other = sm.GLM(y, X, family=kind, freq_weights=w, offset=shift).fit(tol=1e-13)
    fit = fit_glm(X, y, w, family, names=("Intercept", "a", "b"), offset=shift)
    assert fit.coef == pytest.approx(other.params, rel=1e-8)
    assert fit.mean == pytest.approx(other.fittedvalues, rel=1e-8)
    assert fit.deviance == pytest.approx(other.deviance, rel=1e-9)
    assert fit.null_deviance == pytest.approx(other.null_deviance, rel=1e-8)
    assert fit.bread == pytest.approx(other.cov_params() / other.scale, rel=1e-5)
    spread = {"gaussian": np.ones(60), "binomial": fit.mean * (1 - fit.mean), "poisson": fit.mean}
    assert fit.pearson == pytest.approx((y - fit.mean) / np.sqrt(spread[family]))


def test_counts_by_the_billions_are_no_separation():
    """A linear predictor beyond 30 in a model that fits well: an exposure, not an infinity."""
    x, y, w = np.arange(6.0), np.array([2.0, 3, 3, 5, 4, 7]), np.ones(6)
    small = fit_glm(design(x), y, w, "poisson", names=ONE_X)
    large = fit_glm(design(x), y * np.exp(32), w, "poisson", names=ONE_X, offset=np.full(6, 32.0))
    assert large.coef == pytest.approx(small.coef, rel=1e-9)


class TestRefusals:
    def test_perfect_separation_names_the_column(self):
        y = np.array([0.0, 0, 0, 1, 1, 1])
        X = np.column_stack([np.ones(6), [1.0, 2, 1, 2, 1, 2], [0.0, 0, 0, 1, 1, 1]])
        with pytest.raises(EstimationError, match=r"Perfect separation.*region\[north\]") as caught:
            fit_glm(X, y, np.ones(6), "binomial", names=("Intercept", "age", "region[north]"))
        assert "age" not in str(caught.value)

    def test_a_cell_without_a_single_yes_is_separation_too(self):
        x = np.repeat([0.0, 1.0], 5)
        y = np.array([0.0, 1, 1, 0, 1, 0, 0, 0, 0, 0])
        with pytest.raises(EstimationError, match="Perfect separation: x "):
            fit_glm(design(x), y, np.ones(10), "binomial", names=ONE_X)

    def test_a_rate_of_zero_in_a_cell_is_separation_for_counts(self):
        x = np.repeat([0.0, 1.0], 5)
        y = np.array([2.0, 1, 1, 0, 3, 0, 0, 0, 0, 0])
        with pytest.raises(EstimationError, match="Perfect separation: x "):
            fit_glm(design(x), y, np.ones(10), "poisson", names=ONE_X)

    def test_a_steep_but_finite_model_is_fitted(self):
        x = np.linspace(-400, 400, 41)
        y = (x > 0).astype(float)
        y[[18, 22]] = [1.0, 0.0]
        fit = fit_glm(design(x), y, np.ones(41), "binomial", names=ONE_X)
        assert np.isfinite(fit.coef).all()

    def test_a_column_that_follows_from_others(self):
        X = np.column_stack([np.ones(5), [0.0, 0, 1, 1, 1], [1.0, 1, 0, 0, 0]])
        with pytest.raises(EstimationError, match=r"singular: b follows"):
            check_rank(X, np.ones(5), ("Intercept", "a", "b"))

    @pytest.mark.parametrize("family", ["binomial", "poisson"])
    def test_a_response_with_one_value(self, family):
        with pytest.raises(EstimationError, match="one value"):
            fit_glm(design([1, 2, 3]), np.ones(3), np.ones(3), family, names=ONE_X)

    @pytest.mark.parametrize(("family", "bad"), [("binomial", 2.0), ("poisson", -1.0)])
    def test_a_response_outside_its_range(self, family, bad):
        with pytest.raises(EstimationError, match="must"):
            fit_glm(design([1, 2, 3]), np.array([0, 1, bad]), np.ones(3), family, names=ONE_X)

    def test_an_unknown_family(self):
        with pytest.raises(EstimationError, match="gaussian, binomial, poisson"):
            fit_glm(design([1, 2, 3]), np.array([0.0, 1, 1]), np.ones(3), "gamma", names=ONE_X)

    def test_no_row(self):
        with pytest.raises(EstimationError, match="No row"):
            check_rank(np.empty((0, 2)), np.empty(0), ONE_X)


class TestOrdinal:
    Y = np.array([0, 0, 1, 2, 2, 1, 0, 2, 1, 1])
    W = np.array([1.0, 2, 1, 1, 3, 1, 1, 2, 1, 2])

    def test_without_covariates_the_cuts_are_the_cumulative_logits(self):
        fit = fit_ordinal(np.empty((10, 0)), self.Y, self.W, 3, names=())
        shares = np.cumsum(np.bincount(self.Y, self.W) / self.W.sum())[:2]
        assert fit.cuts == pytest.approx(np.log(shares / (1 - shares)), rel=1e-12)
        # Linearised cumulative share j: (1{y <= j} - share) / W, through the logit's derivative.
        under = (self.Y[:, None] <= np.arange(2)) - shares
        by_hand = under / self.W.sum() / (shares * (1 - shares))
        assert fit.influence == pytest.approx(by_hand, abs=1e-12)

    def test_two_categories_are_a_logistic_regression(self):
        x = np.linspace(-1, 1, 10)
        y = np.array([0, 1, 0, 0, 1, 0, 1, 1, 0, 1])
        ordinal = fit_ordinal(x[:, None], y, self.W, 2, names=("x",))
        logit = fit_glm(design(x), y.astype(float), self.W, "binomial", names=ONE_X)
        assert ordinal.coef[0] == pytest.approx(logit.coef[1], rel=1e-10)
        assert ordinal.cuts[0] == pytest.approx(-logit.coef[0], rel=1e-10)
        assert ordinal.influence[:, 0] == pytest.approx(logit.influence[:, 1], abs=1e-10)
        assert ordinal.deviance == pytest.approx(logit.deviance, rel=1e-12)

    def test_turning_the_scale_around_turns_the_signs_around(self):
        x = np.linspace(-1, 1, 10)[:, None]
        up = fit_ordinal(x, self.Y, self.W, 3, names=("x",))
        down = fit_ordinal(x, 2 - self.Y, self.W, 3, names=("x",))
        assert down.coef == pytest.approx(-up.coef, rel=1e-9)
        assert down.cuts == pytest.approx(-up.cuts[::-1], rel=1e-9)

    def test_a_category_without_members(self):
        with pytest.raises(EstimationError, match="1 of 4 have none"):
            fit_ordinal(np.empty((10, 0)), self.Y, self.W, 4, names=())

    def test_perfect_separation(self):
        x = np.sort(self.Y).astype(float)[:, None]
        with pytest.raises(EstimationError, match="Perfect separation: score"):
            fit_ordinal(x, np.sort(self.Y), self.W, 3, names=("score",))


class TestMargins:
    def test_the_slope_of_a_line_is_its_coefficient(self):
        X = design([0.0, 1, 2, 5])
        dX = np.tile([0.0, 1.0], (4, 1))
        got = sloped(X, dX, np.array([2.0, 0.7]), np.zeros(4), "gaussian")
        assert got.value == pytest.approx(np.full(4, 0.7), rel=1e-14)
        assert got.gradient == pytest.approx(dX, rel=1e-14)

    @pytest.mark.parametrize("family", ["binomial", "poisson"])
    def test_gradients_agree_with_finite_differences(self, family):
        X, dX = design([0.0, 1, 2, -1]), np.tile([0.0, 1.0], (4, 1))
        X1 = X + np.array([0.0, 1.0])
        b, step = np.array([0.3, -0.6]), 1e-6

        def effects(coef):
            zero = np.zeros(4)
            return (
                sloped(X, dX, coef, zero, family),
                changed(X, X1, coef, zero, family),
                predicted(X, coef, zero, family),
            )

        for k in range(3):
            for j, unit in enumerate(np.eye(2)):
                by_step = effects(b + step * unit)[k].value - effects(b - step * unit)[k].value
                assert effects(b)[k].gradient[:, j] == pytest.approx(by_step / (2 * step), abs=1e-8)

    def test_fixed_covariates_leave_out_the_sampling_of_the_members(self):
        rows = RowEffects(np.array([1.0, 3.0]), np.zeros((2, 1)))
        w, none = np.array([1.0, 1.0]), np.zeros((2, 1))
        assert average(rows, w, none).influence.tolist() == [-0.5, 0.5]
        assert average(rows, w, none, sampled=False).influence.tolist() == [0.0, 0.0]


class TestRanks:
    def test_ranks_are_middles_of_the_weight(self):
        got = population_ranks(np.array([5.0, 1.0, 3.0]), np.array([1.0, 4.0, 2.0]))
        assert got.tolist() == [6.5, 2.0, 5.0]

    def test_ties_in_the_middle_do_not_depend_on_the_order_of_rows(self):
        x, w = np.array([2.0, 2.0, 1.0, 2.0]), np.array([1.0, 5.0, 1.0, 2.0])
        back = population_ranks(x[::-1], w[::-1], ties="middle")[::-1]
        assert population_ranks(x, w, ties="middle").tolist() == back.tolist()
        assert back.tolist() == [5.0, 5.0, 0.5, 5.0]

    def test_scores(self):
        ranks = np.array([1.0, 5.0, 9.0])
        assert rank_scores(ranks, 10.0, "wilcoxon").tolist() == [0.1, 0.5, 0.9]
        assert rank_scores(ranks, 10.0, "median").tolist() == [0.0, 0.0, 1.0]
        assert rank_scores(ranks, 10.0, "vanderWaerden")[2] == pytest.approx(1.2815515655446004)
        assert rank_scores(ranks, 10.0, lambda r, n: r + n).tolist() == [11.0, 15.0, 19.0]
        with pytest.raises(ValueError, match="unknown rank scores"):
            rank_scores(ranks, 10.0, "savage")


# Coefficients and deviance by Newton's method with 40 digits; the first row's fitted share is
# 1 - 2.7e-17, or 1 - 5.4e-17.
FAR = [
    (1e-13, [-4.361418024154939, 1.250678883686805], 4.982319062453355),
    (0.001, [-4.280127532784552, 1.227392432420069], 5.057927099027234),
]


@pytest.mark.parametrize(("weight", "coef", "deviance"), FAR)
def test_a_share_of_one_to_the_last_digit_keeps_the_fit(weight, coef, deviance):
    X = np.column_stack([np.ones(8), [34.0, 1, 2, 3, 4, 5, 6, 7]])
    y = np.array([0.0, 0, 0, 1, 0, 1, 1, 1])
    w = np.array([weight, 1, 1, 1, 1, 1, 1, 1])
    fit = fit_glm(X, y, w, "binomial", names=("one", "x"))
    assert fit.coef.tolist() == pytest.approx(coef, rel=1e-11)
    assert fit.deviance == pytest.approx(deviance, rel=1e-11)


# --- columns that are nearly a constant -----------------------------------------------------------

#: A year, a day as it is written, and seconds: the last two were coefficients of nothing before.
FAR = (2020.0, 20250101.0, 1.7e9)


def _dated(seed: int = 4) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    draw = np.random.default_rng(seed)
    day, other, w = draw.integers(0, 30, 400) * 1.0, draw.normal(size=400), draw.gamma(3, 1, 400)
    return day, other, w, 0.05 * day + 0.3 * other + draw.logistic(size=400)


@pytest.mark.parametrize("far", FAR)
@pytest.mark.parametrize("family", ["gaussian", "binomial", "poisson"])
def test_a_date_in_its_own_unit_is_a_date_from_its_first_day(family: str, far: float):
    day, other, w, y = _dated()
    y = {"gaussian": y, "binomial": (y > 1) * 1.0, "poisson": np.floor(np.exp(y / 4))}[family]
    names = ("(Intercept)", "day", "other")
    near, moved = (
        fit_glm(np.column_stack([np.ones(400), at, other]), y, w, family, names=names)
        for at in (day, far + day)
    )
    assert moved.coef[1:] == pytest.approx(near.coef[1:], rel=1e-12)
    assert moved.coef[0] == pytest.approx(near.coef[0] - far * near.coef[1], rel=1e-12)
    assert moved.influence[:, 1:] == pytest.approx(near.influence[:, 1:], rel=1e-9, abs=1e-15)
    assert moved.bread[1:, 1:] == pytest.approx(near.bread[1:, 1:], rel=1e-12)
    assert moved.deviance == pytest.approx(near.deviance, rel=1e-12)


@pytest.mark.parametrize("far", FAR)
@pytest.mark.parametrize("link", ["logit", "probit"])
def test_an_ordinal_model_too(link: str, far: float):
    day, other, w, y = _dated()
    answer = np.digitize(y, [0.0, 1.0, 2.0])
    near, moved = (
        fit_ordinal(np.column_stack([at, other]), answer, w, 4, names=("day", "other"), link=link)
        for at in (day, far + day)
    )
    assert moved.coef == pytest.approx(near.coef, rel=1e-12)
    assert moved.cuts == pytest.approx(near.cuts + far * near.coef[0], rel=1e-12)
    assert moved.influence[:, :2] == pytest.approx(near.influence[:, :2], rel=1e-9, abs=1e-15)
    assert moved.bread[:2, :2] == pytest.approx(near.bread[:2, :2], rel=1e-11)
