"""Tests between waves, and ordinal models of them, against R's `survey`.

F and t statistics are closed forms, 1e-9; `svyolr` coefficients 1e-6 and errors 1e-5 (numerical
Hessian, see README.md).
"""

from __future__ import annotations

import pytest

from padai.estimation.comparisons import ttest
from padai.estimation.crosstabs import crosstab_test
from padai.estimation.ordinal_models import ordinal
from padai.numerics.association import f_tail
from padai.numerics.degrees import degrees_of_freedom
from padai.waves.wave import Wave
from tests.reference.model_designs import keys, value
from tests.reference.test_estimation import of

CLOSED = 1e-9


def _with_q1(w):
    q1 = w.frame["q1"]
    return Wave(w.frame.assign(q1v=q1.mask(q1 > 90).astype("Int64").astype("category")), w.design)


@pytest.mark.parametrize("key", keys("waves", "chisq_wave_q1", "chisq_wave_trust"))
def test_association_with_the_wave(key):
    ref, w = value("waves", key), of(key)
    item = "trust"
    if "q1" in key:
        w, item = _with_q1(w), "q1v"
    got = crosstab_test(w, item, "wavef")
    assert got.statistic == pytest.approx(ref["statistic"]["values"][0], rel=CLOSED)
    # R (4.5 too) counts the df before blanks are dropped, padai those of the answerers.
    before = degrees_of_freedom(w.sample)
    answering = w.codes(item).answered
    assert got.df_denominator == pytest.approx(
        got.df * degrees_of_freedom(w.sample, answering), rel=CLOSED
    )
    assert [got.df, got.df * before] == pytest.approx(ref["parameter"]["values"], rel=CLOSED)
    assert f_tail(got.statistic, got.df, got.df * before) == pytest.approx(
        ref["p_value"], rel=CLOSED
    )


@pytest.mark.parametrize("key", keys("waves", "olr_wave"))
def test_ordinal_trend(key):
    ref = value("waves", key)
    model = ordinal(_with_q1(of(key)), "q1v ~ wave + stype")
    k = len(ref["coef"])
    assert model.coef[:k] == pytest.approx(ref["coef"], rel=1e-6)
    assert model.coef[k:] == pytest.approx(ref["zeta"]["values"], rel=1e-6)
    assert model.std_error == pytest.approx(
        [row[i] ** 0.5 for i, row in enumerate(ref["vcov"])], rel=1e-5
    )


@pytest.mark.parametrize("key", keys("panel", "ttest"))
def test_t_test_of_two_waves(key):
    ref = value("panel", key)
    got = ttest(of(key), "api", "wave")
    assert got.statistic == pytest.approx(ref["statistic"]["values"][0], rel=CLOSED)
    assert (got.df, got.df_denominator) == (1, ref["parameter"]["values"][0])
    assert got.estimate == pytest.approx(ref["estimate"]["values"][0], rel=CLOSED)
    assert got.p_value == pytest.approx(ref["p_value"], rel=1e-8)
    assert [got.conf_low, got.conf_high] == pytest.approx(ref["conf_int"], rel=CLOSED)
