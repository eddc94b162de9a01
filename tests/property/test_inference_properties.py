"""What must hold of quantiles, adjusted p-values, tests and models whatever the data."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from padai.design import Design
from padai.errors import EstimationError
from padai.estimation.crosstabs import crosstab_test
from padai.estimation.models import glm
from padai.estimation.ordinal_models import ordinal
from padai.estimation.quantiles import quantile
from padai.numerics.multiplicity import bh, holm
from padai.numerics.quadratic_forms import exact_tail, saddlepoint_tail
from padai.numerics.quantiles import RULES, weighted_quantile
from padai.waves.wave import Wave

FEW = settings(max_examples=15, deadline=None)
MANY = settings(max_examples=100, deadline=None)
SEEDS = st.integers(0, 2**31)
SCALES = st.sampled_from([1e-6, 1 / 3, 7.0, 1e6])
P_VALUES = st.lists(st.floats(0, 1), min_size=1, max_size=30)


def sample(seed, n=120):
    """Respondents in two strata and twelve psus, with answers that depend on a covariate."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=n)
    return pd.DataFrame(
        {
            "w": rng.uniform(0.5, 3.0, n),
            "h": rng.integers(0, 2, n),
            "c": rng.integers(0, 12, n),
            "x": x,
            "g": rng.choice(["a", "b", "c"], n),
            "yes": (x + rng.logistic(size=n) > 0).astype(int),
            "level": np.digitize(x + rng.logistic(size=n), [-1, 1]),
        }
    )


DESIGN = Design(weight="w", stratum="h", psu="c")


def fitted(frame, formula="yes ~ x + g", family="binomial"):
    try:
        return glm(Wave(frame, DESIGN), formula, family=family)
    except EstimationError:
        assume(False)


class TestQuantiles:
    numbers = st.lists(st.integers(-50, 50), min_size=1, max_size=25)

    @MANY
    @given(numbers, SEEDS, st.sampled_from(RULES), SCALES)
    def test_the_scale_of_the_weights_does_not_matter(self, x, seed, rule, scale):
        w = np.random.default_rng(seed).uniform(0.1, 5, len(x))
        p = [0.1, 0.5, 0.9]
        one, many = (weighted_quantile(x, k * w, p, rule) for k in (1.0, scale))
        assert many == pytest.approx(one, rel=1e-9, abs=1e-9)

    @MANY
    @given(numbers, SEEDS, st.sampled_from(RULES))
    def test_quantiles_rise_with_the_share_and_stay_within_the_data(self, x, seed, rule):
        w = np.random.default_rng(seed).uniform(0.1, 5, len(x))
        got = weighted_quantile(x, w, np.linspace(0, 1, 21), rule)
        if rule != "shahvaish":  # its distribution function may fall where weights differ
            assert (np.diff(got) >= -1e-12).all()
        assert got.min() >= min(x)
        assert got.max() <= max(x)

    @MANY
    @given(numbers, st.sampled_from(RULES), st.floats(0.01, 0.99))
    def test_the_order_of_equal_weights_does_not_matter(self, x, rule, p):
        w = np.ones(len(x))
        one, other = (weighted_quantile(v, w, [p], rule)[0] for v in (x, x[::-1]))
        assert one == pytest.approx(other, abs=1e-12)

    @FEW
    @given(SEEDS, SCALES)
    def test_intervals_do_not_depend_on_scale_or_stratum_names(self, seed, scale):
        frame = sample(seed)
        other = frame.assign(w=frame["w"] * scale, h=frame["h"].map({0: "z", 1: "a"}))
        one, two = (quantile(Wave(f, DESIGN), "x").frame for f in (frame, other))
        columns = ["estimate", "std_error", "conf_low", "conf_high", "df", "deff"]
        assert two[columns].to_numpy() == pytest.approx(
            one[columns].to_numpy(), rel=1e-8, nan_ok=True
        )


class TestAdjustedP:
    @MANY
    @given(P_VALUES)
    def test_adjusting_never_lowers_and_keeps_the_order(self, p):
        for rule in (holm, bh):
            got = rule(p)
            assert (got >= np.array(p) - 1e-15).all()
            assert (got <= 1).all()
            order = np.argsort(p, kind="stable")
            assert (np.diff(got[order]) >= 0).all()
        assert (bh(p) <= holm(p) + 1e-15).all()

    @MANY
    @given(P_VALUES)
    def test_the_order_of_comparisons_does_not_matter(self, p):
        for rule in (holm, bh):
            assert rule(p[::-1])[::-1] == pytest.approx(rule(p), abs=1e-15)


class TestTails:
    lambdas = st.lists(st.floats(0.1, 10), min_size=1, max_size=6)

    @FEW
    @given(lambdas, st.floats(0.5, 30))
    def test_tails_fall_and_scale(self, lam, x):
        lam = np.array(lam)
        for tail in (exact_tail, saddlepoint_tail):
            one = tail(x, lam)
            assert 0 <= one <= 1
            assert tail(2 * x, lam) <= one
            assert tail(3 * x, 3 * lam) == pytest.approx(one, rel=1e-7, abs=1e-12)

    @FEW
    @given(lambdas, st.floats(0.5, 30))
    def test_an_estimated_scale_matters_less_the_more_it_is_known(self, lam, x):
        known = exact_tail(x, np.array(lam))
        assert exact_tail(x, np.array(lam), 1e6) == pytest.approx(known, rel=1e-3, abs=1e-5)


class TestAssociation:
    @FEW
    @given(SEEDS, SCALES, st.sampled_from(["F", "Chisq", "Wald", "adjWald"]))
    def test_scale_names_and_order_do_not_matter(self, seed, scale, statistic):
        frame = sample(seed)
        other = frame.assign(
            w=frame["w"] * scale, h=1 - frame["h"], g=frame["g"].map({"a": "z", "b": "y", "c": "x"})
        ).sample(frac=1, random_state=seed % 1000)
        one, two = (
            crosstab_test(Wave(f, DESIGN), "yes", "g", statistic=statistic) for f in (frame, other)
        )
        assert two.statistic == pytest.approx(one.statistic, rel=1e-8)
        assert two.p_value == pytest.approx(one.p_value, rel=1e-7, abs=1e-14)


class TestModels:
    @FEW
    @given(SEEDS, SCALES)
    def test_scale_and_order_do_not_matter(self, seed, scale):
        frame = sample(seed)
        one = fitted(frame)
        other = frame.assign(w=frame["w"] * scale).sample(frac=1, random_state=seed % 1000)
        two = fitted(other)
        assert two.coef == pytest.approx(one.coef, rel=1e-8, abs=1e-10)
        assert two.std_error == pytest.approx(one.std_error, rel=1e-7)
        assert two.details["deviance"] == pytest.approx(one.details["deviance"], rel=1e-8)

    @FEW
    @given(SEEDS)
    def test_no_is_the_opposite_of_yes(self, seed):
        frame = sample(seed)
        one, two = fitted(frame), fitted(frame.assign(yes=1 - frame["yes"]))
        assert two.coef == pytest.approx(-one.coef, rel=1e-8, abs=1e-10)
        assert two.std_error == pytest.approx(one.std_error, rel=1e-7)

    @FEW
    @given(SEEDS)
    def test_units_of_a_covariate_only_change_units(self, seed):
        frame = sample(seed)
        one, two = fitted(frame), fitted(frame.assign(x=1000 * frame["x"]))
        at = one.names.index("x")
        assert 1000 * two.coef[at] == pytest.approx(one.coef[at], rel=1e-7, abs=1e-10)
        assert two.frame["statistic"][at] == pytest.approx(one.frame["statistic"][at], rel=1e-6)

    @FEW
    @given(SEEDS)
    def test_a_census_has_no_variance(self, seed):
        frame = sample(seed)
        sizes = frame.groupby("h")["c"].nunique()
        frame = frame.assign(pop=frame["h"].map(sizes).astype(float))
        assume((sizes > 1).all())
        design = Design(weight="w", stratum="h", psu="c", fpc="pop")
        model = glm(Wave(frame, design), "x ~ g")
        assert model.std_error == pytest.approx(np.zeros(3), abs=1e-10)

    @FEW
    @given(SEEDS)
    def test_an_ordinal_scale_turned_around_turns_the_signs(self, seed):
        frame = sample(seed)
        assume(frame["level"].nunique() == 3)
        try:
            up = ordinal(Wave(frame, DESIGN), "level ~ x")
        except EstimationError:
            assume(False)
        down = ordinal(Wave(frame.assign(level=2 - frame["level"]), DESIGN), "level ~ x")
        assert down.coef[0] == pytest.approx(-up.coef[0], rel=1e-7, abs=1e-9)
        assert down.std_error[0] == pytest.approx(up.std_error[0], rel=1e-6)
