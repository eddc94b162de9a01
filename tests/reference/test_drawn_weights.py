"""Weights of zero, rows without weight and bounds on g, against R's `survey`; see `drawn/weights.R`.

A row of weight zero stays in the design and counts for no degree of freedom: padai takes those of
the rows that answer, R's `degf` those of the rows with weight, and here they are the same rows.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import DataError, DesignError, WeightingError

REFERENCE = json.loads((Path(__file__).parent / "drawn" / "weights.json").read_text())
FRAME = pd.DataFrame(REFERENCE["frame"])
DESIGNS = {
    "strata": {"weight": "w", "stratum": "h"},
    "clusters": {"weight": "w", "stratum": "h", "psu": "c"},
    "plain": {"weight": "w"},
}
MARGINS = {"g": {"a": 300, "b": 200}, "k": {"p": 150, "q": 150, "r": 200}}
CLOSED = 1e-9


def _wave(name, frame=FRAME, **more):
    return padai.Wave(frame, padai.Design(**DESIGNS[name], **more))


def _pairs(est):
    return est.frame[["estimate", "std_error"]].to_numpy()


def _agrees(wave, ref, raked=False):
    assert padai.mean(wave, "y").frame["df"].tolist() == [ref["degf"]]
    assert _pairs(padai.mean(wave, "y"))[0] == pytest.approx(ref["mean"], rel=CLOSED)
    assert _pairs(padai.total(wave, "y"))[0] == pytest.approx(ref["total"], rel=CLOSED)
    assert _pairs(padai.mean(wave, "y", by="g"))[1:] == pytest.approx(
        np.array(ref["by"]), rel=CLOSED
    )
    share = padai.proportion(wave, "k")
    assert _pairs(share) == pytest.approx(np.array(ref["share"]), rel=CLOSED, abs=1e-12)
    assert np.sqrt(np.diag(share.cov())) == pytest.approx(np.array(ref["share"])[:, 1], abs=1e-10)
    model = padai.glm(wave, "z ~ y", family="binomial")
    assert model.coef == pytest.approx(np.array(ref["glm"])[:, 0], rel=1e-6)
    assert model.std_error == pytest.approx(np.array(ref["glm"])[:, 1], rel=1e-4)
    assert model.df == ref["glm_df"]
    median = padai.quantile(wave, "y", probs=[0.4]).frame.iloc[0]
    got = [median["estimate"], median["conf_low"], median["conf_high"], median["std_error"]]
    assert got == pytest.approx(ref["quantile"], rel=CLOSED)
    assert padai.mean(wave, "y").frame["n_base"].tolist() == [52]


@pytest.mark.parametrize("name", DESIGNS)
def test_a_weight_of_zero_is_what_r_makes_of_it(name):
    wave, ref = _wave(name), REFERENCE["found"][name]
    _agrees(wave, ref)
    test = padai.crosstab_test(wave, "g", "k")
    assert test.n == 52
    statistic, df, df_denominator, p = ref["chisq"]
    assert [test.statistic, test.df] == pytest.approx([statistic, df], rel=CLOSED)
    # R's survey 4.4 counted rows of weight zero among the psus here; 4.5 does not.
    assert test.df_denominator == pytest.approx(df_denominator, rel=CLOSED)
    assert test.p_value == pytest.approx(p, rel=CLOSED)


@pytest.mark.parametrize("name", DESIGNS)
def test_raking_leaves_a_weight_of_zero_and_counts_it_nowhere(name):
    raked, ref = padai.rake(_wave(name), MARGINS), REFERENCE["raked"][name]
    assert raked.weights == pytest.approx(np.array(ref["weights"]), rel=1e-8, abs=1e-12)
    assert (raked.weights[FRAME["w"] == 0] == 0).all()
    _agrees(raked, ref)
    assert padai.banner(raked, questions=["k"], by=["g"]).frame["n_base"].iloc[0] == 52


def test_replicates_of_weights_of_zero_are_those_of_r():
    made = padai.replicate_weights(_wave("clusters"), "jkn")
    got = _pairs(padai.mean(made, "y"))[0]
    assert got == pytest.approx(REFERENCE["replicated"]["mean"], rel=CLOSED)
    again = padai.rake(made, MARGINS, min_cell=1)
    assert (again.sample.replicates.values[FRAME["w"] == 0] == 0).all()
    assert np.isfinite(_pairs(padai.mean(again, "y"))).all()


def test_trimming_and_later_replicates_leave_them_at_zero():
    raked = padai.rake(_wave("strata"), MARGINS)
    zero = (FRAME["w"] == 0).to_numpy()
    for trimmed in (
        padai.trim(raked, lower=2.0, upper=25.0),
        padai.trim(raked, lower=2.0, upper=25.0, rerake=True),
    ):
        assert (trimmed.weights[zero] == 0).all() and (trimmed.weights[~zero] > 0).all()
        assert np.isfinite(_pairs(padai.mean(trimmed, "y", by="g"))).all()
        later = padai.replicate_weights(trimmed, "jkn")
        assert np.isfinite(_pairs(padai.mean(later, "y"))).all()


@pytest.mark.parametrize("ref", REFERENCE["bounded"])
def test_bounds_are_on_g_after_scaling_to_the_population(ref):
    weighing = FRAME[FRAME["w"] > 0]
    got = padai.rake(_wave("strata", weighing), MARGINS, bounds=tuple(ref["bounds"]))
    assert got.weights == pytest.approx(np.array(ref["weights"]), rel=1e-7)
    g = got.weights / (weighing["w"] * 500 / weighing["w"].sum()).to_numpy()
    low, high = ref["bounds"]
    assert g.min() >= low - 1e-9 and g.max() <= high + 1e-9
    at_bound = (g < low + 1e-6) | (g > high - 1e-6)
    assert at_bound.any()


def _with_blanks():
    return FRAME.assign(w=FRAME["w"].where(FRAME["w"] > 0))


def test_a_missing_weight_is_refused_until_it_is_said_what_it_is():
    with pytest.raises(DesignError, match=r"8 missing.*missing_weight: outside"):
        _wave("strata", _with_blanks())
    with pytest.raises(DesignError, match="missing_weight='drop' is not known"):
        _wave("strata", missing_weight="drop")


@pytest.mark.parametrize("name", DESIGNS)
def test_a_missing_weight_of_zero_is_a_weight_of_zero(name):
    wave = _wave(name, _with_blanks(), missing_weight="zero")
    assert len(wave) == 60 and wave.provenance["missing_weight"] == {"rule": "zero", "n": 8}
    _agrees(wave, REFERENCE["found"][name])


@pytest.mark.parametrize("name", DESIGNS)
def test_a_missing_weight_outside_is_no_row(name):
    wave = _wave(name, _with_blanks(), missing_weight="outside")
    assert len(wave) == 52 and wave.provenance["missing_weight"] == {"rule": "outside", "n": 8}
    without = _wave(name, FRAME[FRAME["w"] > 0])
    expected = padai.mean(without, "y", by="g").frame
    pd.testing.assert_frame_equal(padai.mean(wave, "y", by="g").frame, expected)


@pytest.mark.parametrize("bad", [np.inf, -1.0])
@pytest.mark.parametrize("rule", ["outside", "zero"])
def test_a_weight_that_is_no_weight_is_refused_whatever_is_said(rule, bad):
    frame = _with_blanks()
    frame.loc[5, "w"] = bad
    with pytest.raises(DesignError, match="found 1"):
        _wave("strata", frame, missing_weight=rule)
    with pytest.raises(DataError, match="something other than a number"):
        _wave(
            "strata",
            frame.assign(w=frame["w"].astype(object).where(frame.index != 7, "x")),
            missing_weight=rule,
        )


def test_weights_that_are_all_zero_are_refused():
    with pytest.raises(DesignError, match="zero"):
        _wave("plain", FRAME.assign(w=0.0))
    with pytest.raises(WeightingError, match="weight of zero"):
        padai.adjust_nonresponse(_wave("plain"), "z", cells="g")
