"""Weighting by hand: tiny tables, the rules of targets, and every refusal."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from padai.design import Design, Jackknife
from padai.errors import DataError, DesignError, PadaiError, WeightingError
from padai.estimation.moments import mean, total
from padai.estimation.proportions import proportion
from padai.survey import Collapse, TargetMargin, Targets, load_survey
from padai.waves.wave import Wave
from padai.weighting import (
    adjust_nonresponse,
    calibrate,
    poststratify,
    rake,
    replicate_weights,
    trim,
    weighting_diagnostics,
    weighting_margins,
    weighting_summary,
)
from tests.builders import respondents, write_survey

SEX = {"F": 0.5, "M": 0.5}


def _wave(rows=40, **columns):
    rng = np.random.default_rng(5)
    frame = pd.DataFrame(
        {
            "sex": np.where(np.arange(rows) % 3 == 0, "M", "F"),
            "age": np.array(["18-34", "35-54", "55+"])[np.arange(rows) * 7 % 11 % 3],
            "x": rng.normal(50, 10, rows),
            "w": 1.0 + np.arange(rows) % 4,
        }
    )
    return Wave(frame.assign(**columns), Design(weight="w"), id="2025")


def _share(wave, column, code):
    inside = (wave.frame[column] == code).to_numpy()
    return wave.weights[inside].sum() / wave.weights.sum()


# What weights come to


def test_one_margin_by_hand():
    wave = Wave(
        pd.DataFrame({"sex": ["F", "F", "F", "M"], "w": [1.0, 2, 3, 2]}), Design(weight="w")
    )
    done = rake(wave, {"sex": SEX}, min_cell=1)
    # Shares: the weights still sum to 8, half of it each; within a cell in proportion to w.
    assert done.weights == pytest.approx([4 / 6, 8 / 6, 2, 4])
    assert done.calibrations[0].g == pytest.approx([4 / 6, 4 / 6, 4 / 6, 2])


def test_counts_give_the_weights_of_a_population():
    done = rake(
        _wave(), {"sex": {"F": 600, "M": 400}, "age": {"18-34": 0.3, "35-54": 0.3, "55+": 0.4}}
    )
    assert done.weights.sum() == pytest.approx(1000)
    assert _share(done, "sex", "F") == pytest.approx(0.6)
    assert _share(done, "age", "55+") == pytest.approx(0.4)


def test_two_margins_by_hand():
    """Cells 2 x 2 with ones: raking keeps the odds ratio (1) and meets both margins."""
    frame = pd.DataFrame({"a": list("0011"), "b": list("0101")})
    done = rake(
        Wave(frame, Design()), {"a": {"0": 0.25, "1": 0.75}, "b": {"0": 0.4, "1": 0.6}}, min_cell=1
    )
    assert done.weights == pytest.approx(4 * np.array([0.1, 0.15, 0.3, 0.45]))


def test_without_weights_the_design_weights_are_ones():
    frame = pd.DataFrame({"sex": list("FFFM")})
    done = rake(Wave(frame, Design()), {"sex": SEX}, min_cell=1)
    assert done.weights == pytest.approx([2 / 3, 2 / 3, 2 / 3, 2])


def test_linear_calibration_by_hand():
    """g = 1 + lambda'x: with an intercept and x, the regression estimator."""
    frame = pd.DataFrame({"all": ["y"] * 4, "x": [1.0, 2, 3, 4]})
    done = calibrate(Wave(frame, Design()), {"all": {"y": 4}, "x": 11.0}, min_cell=1)
    # sum (x - 2.5)^2 = 5, and one unit more of x is wanted: g = 1 + (x - 2.5) / 5
    assert done.weights == pytest.approx([0.7, 0.9, 1.1, 1.3])


def test_logit_weights_stay_strictly_within_bounds():
    done = calibrate(_wave(), {"sex": {"F": 0.35, "M": 0.65}}, method="logit", bounds=(0.5, 2.5))
    g = done.calibrations[0].g
    assert g.min() > 0.5
    assert g.max() < 2.5
    assert _share(done, "sex", "M") == pytest.approx(0.65, rel=1e-10)


def test_bounds_hold_and_margins_with_them():
    targets = {"sex": {"F": 0.45, "M": 0.55}, "age": {"18-34": 0.5, "35-54": 0.3, "55+": 0.2}}
    free = rake(_wave(), targets).calibrations[0].g
    done = rake(_wave(), targets, bounds=(0.55, 1.89))
    g = done.calibrations[0].g
    assert free.max() > 1.89
    assert free.min() < 0.55
    assert (g.min(), g.max()) == (0.55, 1.89)
    for margin, cells in targets.items():
        for code, share in cells.items():
            assert _share(done, margin, code) == pytest.approx(share, rel=1e-10)


def test_bounds_refer_to_design_weights_scaled_to_the_targets():
    few = rake(_wave(), {"sex": {"F": 45, "M": 55}}, bounds=(0.5, 2))
    many = rake(_wave(), {"sex": {"F": 4500, "M": 5500}}, bounds=(0.5, 2))
    assert many.weights == pytest.approx(100 * few.weights)


def test_poststratification_by_hand():
    frame = pd.DataFrame({"a": list("0011"), "b": list("0101"), "w": [1.0, 1, 1, 3]})
    cells = {"0*0": 10, "0*1": 20, "1*0": 30, "1*1": 40}
    done = poststratify(Wave(frame, Design(weight="w")), {"a*b": cells}, min_cell=1)
    assert done.weights == pytest.approx([10, 20, 30, 40])


def test_a_numeric_total_alone_leaves_the_scale_free():
    done = calibrate(_wave(), {"x": 5000.0}, method="raking")
    assert done.weights @ done.frame["x"] == pytest.approx(5000)


# Who takes part


def test_untargeted_respondents_take_no_part_in_their_margin():
    wave = _wave()
    sex = wave.frame["sex"].to_numpy().astype(object)
    sex[[4, 9]], sex[13] = "X", None
    wave = _wave(sex=sex)
    ages = {"18-34": 0.3, "35-54": 0.3, "55+": 0.4}
    done = rake(wave, {"sex": SEX, "age": ages}, untargeted={"sex": ["X", "missing"]})
    part = np.isin(sex.astype(str), ["F", "M"])
    w = done.weights
    assert w[part & (sex == "F")].sum() / w[part].sum() == pytest.approx(0.5, rel=1e-10)
    assert _share(done, "age", "55+") == pytest.approx(0.4, rel=1e-10)
    # With no margin of their own, those left out follow their age alone: equal g in a group.
    record = done.calibrations[0]
    assert record.untargeted == {"sex": 3}
    out = pd.DataFrame({"age": wave.frame["age"], "g": record.g})[~part]
    assert out.groupby("age")["g"].nunique().max() == 1


def test_a_margin_with_untargeted_respondents_alone_keeps_their_total():
    """One margin, two of three codes targeted: the third keeps its share of the weights."""
    frame = pd.DataFrame({"sex": ["F", "F", "F", "M", "X"]})
    done = rake(Wave(frame, Design()), {"sex": SEX}, untargeted={"sex": "X"}, min_cell=1)
    assert done.weights.sum() == pytest.approx(5)
    F, M, X = done.weights[0], done.weights[3], done.weights[4]
    assert pytest.approx(M) == 3 * F
    # Multipliers of F and M whose logs, weighted by the targets, cancel those of X.
    assert np.sqrt(F * M) == pytest.approx(X)


def test_crossed_margins_leave_out_a_code_of_either_side():
    wave = _wave()
    sex = wave.frame["sex"].to_numpy().astype(object)
    sex[5] = "X"
    cells = {f"{a}*{s}": 1 / 6 for a in ("18-34", "35-54", "55+") for s in "FM"}
    done = rake(_wave(sex=sex), {"age*sex": cells}, untargeted={"age*sex": ["X"]}, min_cell=1)
    assert done.calibrations[0].untargeted == {"age*sex": 1}


def test_collapsed_cells_are_weighted_as_one_and_logged():
    ages = {"18-34": 30.0, "35-54": 30.0, "55+": 40.0}
    rule = Collapse(margin="age", cells=("35-54", "55+"), into="35+")
    targets = Targets(margins=(TargetMargin(id="age", cells=ages),), collapse=(rule,))
    done = rake(_wave(), targets)
    record = done.calibrations[0]
    assert record.margins[0].control.cells == ("18-34", "35+")
    assert _share(done, "age", "18-34") == pytest.approx(0.3)
    g = pd.Series(record.g).groupby(done.frame["age"]).first()
    assert g["35-54"] == pytest.approx(g["55+"])
    (logged,) = done.provenance["weighting"][0]["collapsed"]
    assert (logged["cells"], logged["into"]) == (["35-54", "55+"], "35+")
    assert weighting_summary(done)["collapsed"] == [logged]


def test_targets_may_give_the_collapsed_cell_itself():
    rule = Collapse(margin="age", cells=("35-54", "55+"), into="35+")
    margin = TargetMargin(id="age", cells={"18-34": 0.3, "35+": 0.7})
    done = rake(_wave(), Targets(margins=(margin,), collapse=(rule,)))
    assert _share(done, "age", "18-34") == pytest.approx(0.3)


# Refusals: each names what to mend


def _refuses(call, *parts, error=WeightingError):
    with pytest.raises(error) as caught:
        call()
    for part in parts:
        assert part in str(caught.value)
    assert isinstance(caught.value, PadaiError)


def test_a_code_without_a_target_is_refused():
    sex = np.array(["F", "M", "X", "Y"])[np.arange(40) % 4]
    _refuses(
        lambda: rake(_wave(sex=sex), {"sex": SEX}),
        "2025",
        "margin 'sex'",
        "'X' (10)",
        "'Y' (10)",
        "untargeted",
    )


def test_a_blank_is_refused_unless_named():
    sex = np.array(["F", "M", None, "F"], dtype=object)[np.arange(40) % 4]
    _refuses(lambda: rake(_wave(sex=sex), {"sex": SEX}), "10 respondents have no answer", "missing")
    assert len(rake(_wave(sex=sex), {"sex": SEX}, untargeted={"sex": "missing"})) == 40


def test_an_unknown_margin_is_refused():
    _refuses(lambda: rake(_wave(), {"gender": SEX}), "'gender'", error=PadaiError)
    _refuses(lambda: rake(_wave(), {"sex": SEX}, untargeted={"age": ["x"]}), "'age'", "sex")


def test_an_empty_cell_is_refused_with_the_cell_to_merge():
    targets = {"age": {"18-34": 0.3, "35-54": 0.3, "55+": 0.2, "85+": 0.2}}
    _refuses(lambda: rake(_wave(), targets), "cell '85+'", "no respondent", "55+", "collapse:")


def test_a_tiny_cell_is_refused_with_the_cell_to_merge():
    ages = np.array(["18-34"] * 20 + ["35-54"] * 17 + ["55+"] * 3)
    targets = {"age": {"18-34": 0.3, "35-54": 0.3, "55+": 0.4}}
    _refuses(
        lambda: rake(_wave(age=ages), targets),
        "cell '55+'",
        "3 respondents",
        "at least 5",
        "cells: [35-54, 55+], into: 35-54+55+",
    )


@pytest.mark.parametrize("bad", [0, -1, np.nan, np.inf, "0.5", None])
def test_a_target_that_is_no_positive_number_is_refused(bad):
    _refuses(lambda: rake(_wave(), {"sex": {"F": bad, "M": 0.5}}), "'sex'", "'F'", "positive")


def test_targets_that_do_not_add_up_are_refused():
    targets = {"sex": {"F": 600, "M": 400}, "age": {"18-34": 300, "35-54": 300, "55+": 500}}
    _refuses(lambda: rake(_wave(), targets), "do not add up", "'sex'", "1000", "'age'", "1100")


def test_contradictory_margins_are_refused_by_name():
    targets = {"sex": SEX, "again": {"F": 0.6, "M": 0.4}}
    wave = _wave(again=_wave().frame["sex"])
    _refuses(lambda: rake(wave, targets), "did not converge", "cell '", "contradict")


def test_margins_that_repeat_each_other_are_no_contradiction():
    wave = _wave(again=_wave().frame["sex"])
    once, twice = rake(_wave(), {"sex": SEX}), rake(wave, {"sex": SEX, "again": SEX})
    assert twice.weights == pytest.approx(once.weights, rel=1e-10)
    est, other = mean(once, "x").frame, mean(twice, "x").frame
    assert other["std_error"].iloc[0] == pytest.approx(est["std_error"].iloc[0], rel=1e-10)


def test_a_singular_calibration_is_refused_by_column():
    """A column that is twice another cannot have three times its total."""
    wave = _wave(y=2 * _wave().frame["x"])
    _refuses(
        lambda: calibrate(wave, {"sex": SEX, "x": 5000.0, "y": 15000.0}),
        "did not converge",
        "contradict",
        "the total of '",
    )


def test_combinations_that_nobody_is_in_are_refused():
    frame = pd.DataFrame({"a": ["0"] * 10 + ["1"] * 10, "b": ["0"] * 10 + ["1"] * 10})
    targets = {"a": {"0": 0.5, "1": 0.5}, "b": {"0": 0.3, "1": 0.7}}
    _refuses(lambda: rake(Wave(frame, Design()), targets), "did not converge", "margin")


def test_bounds_that_cannot_be_met_are_refused():
    _refuses(
        lambda: rake(_wave(), {"sex": {"F": 0.1, "M": 0.9}}, bounds=(0.8, 1.2)),
        "bounds=(0.8, 1.2)",
        "margin 'sex'",
        "widen",
    )


@pytest.mark.parametrize("bounds", [(1.2, 2.0), (0.2, 0.9), (2.0, 0.5), (1.0, 1.0)])
def test_bounds_must_surround_one(bounds):
    _refuses(lambda: rake(_wave(), {"sex": SEX}, bounds=bounds), "lower < 1 < upper")


def test_logit_needs_bounds():
    _refuses(lambda: calibrate(_wave(), {"sex": SEX}, method="logit"), "logit", "bounds")
    _refuses(lambda: calibrate(_wave(), {"sex": SEX}, method="probit"), "probit", "linear")


def test_linear_weights_below_zero_are_refused():
    wave = Wave(pd.DataFrame({"all": ["y"] * 4, "x": [1.0, 2, 3, 4]}), Design())
    targets = {"all": {"y": 4}, "x": 14.5}
    _refuses(lambda: calibrate(wave, targets, min_cell=1), "zero or negative", "bounds", "raking")
    assert calibrate(wave, targets, method="raking", min_cell=1).weights.min() > 0


def test_a_column_with_blanks_has_no_total():
    x = np.where(np.arange(40) == 3, np.nan, 1.0)
    _refuses(lambda: calibrate(_wave(x=x), {"sex": SEX, "x": 40.0}), "'x'", "1 of its 40 rows")
    _refuses(lambda: calibrate(_wave(), {"sex": SEX, "x": np.inf}), "'x'", "finite")
    _refuses(lambda: calibrate(_wave(), {"sex": SEX, "x": "many"}), "'x'")
    _refuses(lambda: rake(_wave(), {"sex": SEX, "x": 40.0}), "'x'", "calibrate")


def test_poststratification_takes_one_margin():
    ages = {"18-34": 0.3, "35-54": 0.3, "55+": 0.4}
    _refuses(lambda: poststratify(_wave(), {"sex": SEX, "age": ages}), "one margin", "rake")


@pytest.mark.parametrize("targets", [{}, [], "sex", None, {"sex": {}}])
def test_targets_of_another_form_are_refused(targets):
    _refuses(lambda: rake(_wave(), targets), "2025")


# Trimming


def test_trimming_by_hand():
    wave = Wave(pd.DataFrame({"w": [1.0, 2, 3, 10]}), Design(weight="w"))
    done = trim(wave, lower=1.5, upper=6)
    # 0.5 is added below, 4 cut above: 3.5 shared among two.
    assert done.weights == pytest.approx([1.5, 3.75, 4.75, 6])
    step = done.provenance["weighting"][-1]
    assert (step["raised"], step["lowered"], step["broken"]) == (1, 1, [])


def test_strict_trimming_repeats():
    wave = Wave(pd.DataFrame({"w": [1.0, 5.5, 1, 20, 1.5]}), Design(weight="w"))
    once, strict = trim(wave, upper=8).weights, trim(wave, upper=8, strict=True).weights
    assert once.max() > 8
    assert strict.max() <= 8
    assert once.sum() == pytest.approx(29)
    assert strict.sum() == pytest.approx(29)


def test_trimming_reports_the_margins_it_breaks_and_keeps_the_record():
    raked = rake(_wave(), {"sex": {"F": 0.3, "M": 0.7}})
    done = trim(raked, upper=4)
    assert done.calibrations == raked.calibrations
    broken = weighting_summary(done)["broken"]
    assert [(b["margin"], b["cell"]) for b in broken] == [("sex", "F"), ("sex", "M")]
    table = weighting_margins(done).set_index("cell")
    assert table.loc["M", "after"] == pytest.approx(_share(done, "sex", "M"))
    assert abs(table.loc["M", "difference"]) > 1e-3


def test_trimming_reports_the_numeric_totals_it_breaks():
    done = trim(calibrate(_wave(), {"sex": SEX, "x": 4700.0}), upper=3.5)
    (total_of_x,) = [b for b in weighting_summary(done)["broken"] if b["margin"] == "x"]
    assert total_of_x["target"] == 4700
    assert total_of_x["after"] == pytest.approx(done.weights @ done.frame["x"])


def test_rerake_meets_limits_and_margins():
    targets = {"sex": {"F": 0.45, "M": 0.55}, "age": {"18-34": 0.4, "35-54": 0.3, "55+": 0.3}}
    raked = rake(_wave(), targets)
    low, high = 1.1, 4.6
    assert raked.weights.min() < low
    assert raked.weights.max() > high
    done = trim(raked, lower=low, upper=high, rerake=True)
    assert done.weights.min() >= low * (1 - 1e-12)
    assert done.weights.max() <= high * (1 + 1e-12)
    for margin, cells in targets.items():
        for code, share in cells.items():
            assert _share(done, margin, code) == pytest.approx(share, rel=1e-10)
    assert len(done.calibrations) == 1
    assert done.provenance["weighting"][-1]["broken"] == []
    assert done.provenance["weighting"][-1]["verb"] == "trim"


def test_rerake_is_where_trimming_and_raking_in_turns_settle_for_limits_that_bind_once():
    """Alternate by the same rule: clip, then rake from the design weights under the clip."""
    targets = {"sex": {"F": 0.45, "M": 0.55}}
    done = trim(rake(_wave(), targets), upper=5.0, rerake=True)
    d = done.calibrations[0].arrays.design_weights
    g = done.weights / d
    free = done.weights < 5.0 * (1 - 1e-12)
    for code in "FM":  # those not at the limit share one factor in their cell
        inside = free & (done.frame["sex"] == code).to_numpy()
        assert np.ptp(g[inside]) < 1e-12


def test_trimming_that_cannot_be_done_is_refused():
    wave = _wave()
    _refuses(lambda: trim(wave, lower=5, upper=2), "lower < upper")
    _refuses(lambda: trim(wave, upper=2, strict=True), "cannot sum", "Widen")
    _refuses(lambda: trim(wave, lower=10, upper=11), "every weight lies outside")
    _refuses(lambda: trim(wave, upper=3, rerake=True), "no calibration")
    raked = rake(wave, {"sex": {"F": 0.2, "M": 0.8}})
    _refuses(lambda: trim(raked, upper=3, rerake=True), "limits", "sex")
    logit = calibrate(wave, {"sex": SEX}, method="logit", bounds=(0.5, 2))
    _refuses(lambda: trim(logit, upper=3, rerake=True), "logit")


# Standard errors


def test_poststratified_standard_error_by_hand():
    """Two cells of equal weights: sum over cells of W^2 times the residual variance."""
    frame = pd.DataFrame({"sex": list("FFFMM"), "y": [1.0, 2, 6, 4, 8]})
    done = poststratify(Wave(frame, Design()), {"sex": SEX}, min_cell=1)
    est = mean(done, "y").frame.iloc[0]
    assert est["estimate"] == pytest.approx(0.5 * 3 + 0.5 * 6)
    # z = w e / W, with w/W = 1/6 (F) and 1/4 (M), e = y - cell mean; n/(n-1) sum z^2, mean z = 0.
    z = np.array([-2 / 6, -1 / 6, 3 / 6, -2 / 4, 2 / 4])
    assert est["std_error"] == pytest.approx(np.sqrt(5 / 4 * (z @ z)))


def test_a_margin_has_no_sampling_error_and_its_untargeted_code_has():
    sex = np.array(["F", "M", "F", "X"])[np.arange(80) % 4]
    ages = {"18-34": 0.3, "35-54": 0.3, "55+": 0.4}
    wave = rake(_wave(80, sex=sex), {"sex": SEX, "age": ages}, untargeted={"sex": "X"})
    age = proportion(wave, "age", ci="mean").frame
    assert age["std_error"].max() < 1e-9
    found = proportion(wave, "sex", ci="mean")
    assert found.frame["std_error"].min() > 1e-3
    both = proportion(wave, "sex", where={"sex": ["F", "M"]}, ci="mean").frame
    assert both.loc[both["response"] == "F", "estimate"].iloc[0] == pytest.approx(0.5)
    assert both["std_error"].max() < 1e-9


def test_calibrating_again_to_the_same_targets_changes_nothing():
    once = rake(_wave(), {"sex": SEX})
    twice = rake(once, {"sex": SEX})
    assert len(twice.calibrations) == 2
    assert twice.weights == pytest.approx(once.weights, rel=1e-12)
    errors = [mean(w, "x").frame["std_error"].iloc[0] for w in (once, twice)]
    assert errors[0] == pytest.approx(errors[1], rel=1e-12)


# Replicates


def test_replicates_of_a_calibrated_wave_meet_its_targets():
    wave = rake(_wave(60), {"sex": {"F": 600, "M": 400}})
    made = replicate_weights(wave, "bootstrap", n=20, seed=1)
    replicates = made.sample.replicates
    female = (made.frame["sex"] == "F").to_numpy()
    assert replicates.values[female].sum(axis=0) == pytest.approx(np.full(20, 600), rel=1e-10)
    assert made.weights == pytest.approx(wave.weights)


def test_replicates_repeat_with_their_seed():
    one, two, other = (replicate_weights(_wave(), "raowu", n=5, seed=s) for s in (1, 1, 2))
    assert np.array_equal(one.sample.replicates.values, two.sample.replicates.values)
    assert not np.array_equal(one.sample.replicates.values, other.sample.replicates.values)


def test_a_trimmed_wave_is_trimmed_in_each_replicate_by_the_same_factors():
    wave = trim(rake(_wave(), {"sex": {"F": 0.3, "M": 0.7}}), upper=4)
    after = replicate_weights(wave, "jk1")
    before = trim(rake(replicate_weights(_wave(), "jk1"), {"sex": {"F": 0.3, "M": 0.7}}), upper=4)
    ours, theirs = (x.sample.replicates.analysis(x.weights) for x in (after, before))
    assert ours == pytest.approx(theirs, rel=1e-9)


def test_rerake_redoes_each_replicate_from_its_design_weights():
    targets = {"sex": {"F": 0.45, "M": 0.55}, "age": {"18-34": 0.4, "35-54": 0.3, "55+": 0.3}}
    limits = {"lower": 1.0, "upper": 4.9, "rerake": True}
    after = replicate_weights(trim(rake(_wave(), targets), **limits), "jk1")
    before = trim(rake(replicate_weights(_wave(), "jk1"), targets), **limits)
    ours, theirs = (x.sample.replicates.analysis(x.weights) for x in (after, before))
    assert ours == pytest.approx(theirs, rel=1e-8)


def test_jackknife_equals_linearisation_for_a_mean_of_equal_weights():
    plain = Wave(_wave().frame.drop(columns="w"), Design())
    est = [
        mean(w, "x").frame["std_error"].iloc[0] for w in (plain, replicate_weights(plain, "jk1"))
    ]
    assert est[0] == pytest.approx(est[1], rel=1e-12)


def test_a_replicate_that_cannot_be_raked_is_named():
    age = np.array(["a"] * 39 + ["b"])
    wave = replicate_weights(_wave(age=age), "jk1")
    _refuses(
        lambda: rake(wave, {"age": {"a": 0.9, "b": 0.1}}, min_cell=1),
        "replicate 40 of 40",
        "'age'",
        "cell 'b'",
    )


def test_replicates_that_the_design_does_not_allow_are_refused():
    strata = _wave(h=np.array(["n", "s"])[np.arange(40) % 2])
    strata = Wave(strata.frame, Design(weight="w", stratum="h"))
    for call, said in (
        (lambda: replicate_weights(_wave(), "bootstrap"), "seed="),
        (lambda: replicate_weights(_wave(), "bootstrap", n=1, seed=1), "2 or more"),
        (lambda: replicate_weights(_wave(), "jk9"), "jk1"),
        (lambda: replicate_weights(_wave(), "jk1", n=5), "leave n= out"),
        (lambda: replicate_weights(strata, "jk1"), "jkn"),
        (lambda: replicate_weights(strata, "brr"), "two units"),
        (lambda: replicate_weights(_wave(), "fay", rho=1.5), "rho"),
        (lambda: replicate_weights(_wave(), "raowu", seed=1, draws=40), "draws=40"),
        (lambda: replicate_weights(_wave(), "sdr", fpc="maybe"), "fpc='maybe'"),
        (lambda: replicate_weights(replicate_weights(_wave(), "jk1"), "jk1"), "already"),
    ):
        _refuses(call, said, error=PadaiError)


def test_a_stratum_of_one_psu_has_no_bootstrap():
    frame = pd.DataFrame({"h": list("aaab"), "w": 1.0})
    wave = Wave(frame, Design(weight="w", stratum="h", lonely_psu="certainty"))
    _refuses(
        lambda: replicate_weights(wave, "bootstrap", seed=1), "'b'", "single psu", error=DesignError
    )
    assert replicate_weights(wave, "jkn").sample.replicates.count == 3


def test_finite_corrections_are_used_or_refused():
    frame = pd.DataFrame({"h": list("aaabbb"), "N": 6.0, "y": [1.0, 4, 2, 8, 5, 9]})
    wave = Wave(frame, Design(stratum="h", fpc="N"))
    _refuses(
        lambda: replicate_weights(wave, "bootstrap", seed=1),
        "raowu",
        "fpc='ignore'",
        error=DesignError,
    )
    linear = total(wave, "y").frame["std_error"].iloc[0]
    jackknife = total(replicate_weights(wave, "jkn"), "y").frame["std_error"].iloc[0]
    assert jackknife == pytest.approx(linear, rel=1e-12)
    rescaled = replicate_weights(wave, "raowu", n=4000, seed=2)
    assert total(rescaled, "y").frame["std_error"].iloc[0] == pytest.approx(linear, rel=0.05)


def test_successive_differences_by_hand():
    y = np.array([3.0, 1, 4, 1, 5, 9, 2, 6])
    wave = replicate_weights(Wave(pd.DataFrame({"y": y}), Design()), "sdr", n=12)
    expected = np.sqrt(0.5 * ((y - np.roll(y, -1)) ** 2).sum())
    assert total(wave, "y").frame["std_error"].iloc[0] == pytest.approx(expected, rel=1e-12)


def test_replicates_of_another_length_are_refused():
    from padai.numerics.designs import ReplicateWeights

    wave = _wave()
    short = ReplicateWeights(np.ones((39, 4)), 1.0, np.ones(4))
    _refuses(lambda: wave.reweighted(wave.weights, replicates=short), "39 rows", error=PadaiError)
    frame = wave.frame.assign(r1=1.0, r2=1.0)
    design = Design(weight="w", replicates=Jackknife(prefix="r", rscales=[1.0, 1.0, 1.0]))
    _refuses(lambda: Wave(frame, design), "rscales", "3 values for 2", error=DesignError)


# Non-response


def test_cells_give_the_weight_of_those_who_did_not_respond_to_their_cell():
    frame = pd.DataFrame({"r": [1, 0, 0, 1, 1], "c": list("aaabb"), "w": [1.0, 2, 3, 4, 5]})
    done = adjust_nonresponse(Wave(frame, Design(weight="w")), "r", cells="c")
    assert done.weights == pytest.approx([6, 4, 5])
    step = done.provenance["weighting"][-1]
    assert (step["sampled"], step["responded"], step["taken_as_fixed"]) == (5, 3, True)
    assert done.sample.first.sampled.tolist() == [5]


def _sampled(n=400):
    rng = np.random.default_rng(11)
    frame = pd.DataFrame(
        {
            "sex": rng.choice(["F", "M"], n),
            "age": rng.uniform(18, 90, n),
            "w": rng.uniform(1, 3, n),
        }
    )
    chance = 1 / (1 + np.exp(-(-1 + 0.02 * frame["age"] + 0.5 * (frame["sex"] == "F"))))
    return frame.assign(r=(rng.uniform(size=n) < chance).astype(int))


def test_a_saturated_model_equals_cells():
    frame = _sampled()
    by_cells = adjust_nonresponse(Wave(frame, Design(weight="w")), "r", cells="sex")
    by_model = adjust_nonresponse(Wave(frame, Design(weight="w")), "r", propensity="sex")
    assert by_model.weights == pytest.approx(by_cells.weights, rel=1e-9)


def test_a_response_model_balances_what_it_holds():
    """The score equations of a logit, and weights that come near the totals of the sample."""
    frame = _sampled()
    done = adjust_nonresponse(Wave(frame, Design(weight="w")), "r", propensity=["sex", "age"])
    assert done.weights.sum() == pytest.approx(frame["w"].sum(), rel=0.02)
    age = done.weights @ done.frame["age"] / done.weights.sum()
    whole, answered = np.average(frame["age"], weights=frame["w"]), frame["r"] == 1
    naive = np.average(frame["age"][answered], weights=frame["w"][answered])
    assert abs(age - whole) < 0.2 * abs(naive - whole)
    classes = adjust_nonresponse(
        Wave(frame, Design(weight="w")), "r", propensity=["sex", "age"], classes=5
    )
    assert classes.weights.sum() == pytest.approx(frame["w"].sum(), rel=1e-12)


@pytest.mark.parametrize("seed", range(6))
def test_classes_of_propensity_go_by_no_order_of_rows(seed: int):
    """People of one make-up share a class, and rows told twice with half the weight change none."""
    draw = np.random.default_rng(seed)
    frame = _sampled(240).assign(w=lambda d: d["w"] * draw.pareto(1.2, len(d)), row=range(240))
    frame["age"] = frame["age"].round(-1)

    def weights(rows: pd.DataFrame) -> pd.Series:
        made = adjust_nonresponse(
            Wave(rows, Design(weight="w")), "r", propensity=["sex", "age"], classes=3
        )
        return pd.Series(made.weights).groupby(made.frame["row"].to_numpy()).sum()

    declared = weights(frame)
    shuffled = frame.sample(frac=1, random_state=seed)
    halves = pd.concat([frame, frame.iloc[::-1]]).assign(w=lambda d: d["w"] / 2)
    for rows in (shuffled, halves):
        assert weights(rows).to_numpy() == pytest.approx(declared.to_numpy(), rel=1e-9)


def test_the_model_is_estimated_anew_in_each_replicate():
    frame = _sampled(60)
    replicated = replicate_weights(Wave(frame, Design(weight="w")), "jk1")
    done = adjust_nonresponse(replicated, "r", propensity="sex")
    third = Wave(frame.drop(index=2), Design(weight="w"))
    by_hand = adjust_nonresponse(third, "r", propensity="sex").weights * 60 / 59
    ids = np.flatnonzero(frame["r"] == 1)
    column = done.sample.replicates.analysis(done.weights)[:, 2]
    assert column[ids != 2] == pytest.approx(by_hand, rel=1e-9)
    assert not done.provenance["weighting"][-1]["taken_as_fixed"]


def test_adjustments_that_cannot_be_made_are_refused():
    frame = _sampled(40)
    wave = Wave(frame, Design(weight="w"))
    everyone = Wave(frame.assign(r=1), Design(weight="w"))
    silent = Wave(frame.assign(r=(frame["sex"] == "F").astype(int)), Design(weight="w"))
    odd = Wave(frame.assign(r=2), Design(weight="w"))
    blank = Wave(frame.assign(sex=frame["sex"].where(frame.index > 0)), Design(weight="w"))
    for call, said in (
        (lambda: adjust_nonresponse(wave, "r"), "`cells` or `propensity`"),
        (lambda: adjust_nonresponse(wave, "r", cells="sex", classes=5), "classes="),
        (lambda: adjust_nonresponse(everyone, "r", cells="sex"), "everybody"),
        (lambda: adjust_nonresponse(silent, "r", cells="sex"), "cell 'M'"),
        (lambda: adjust_nonresponse(silent, "r", propensity="sex"), "response model"),
        (lambda: adjust_nonresponse(odd, "r", cells="sex"), "must hold 1"),
        (lambda: adjust_nonresponse(blank, "r", cells="sex"), "missing in 1 rows"),
        (lambda: adjust_nonresponse(rake(wave, {"sex": SEX}), "r", cells="sex"), "first"),
        (lambda: replicate_weights(adjust_nonresponse(wave, "r", cells="sex"), "jk1"), "before"),
    ):
        _refuses(call, said)


# Diagnostics


def test_diagnostics_by_hand():
    wave = Wave(pd.DataFrame({"sex": list("FFFM"), "w": [1.0, 1, 1, 1]}), Design(weight="w"))
    done = rake(wave, {"sex": SEX}, min_cell=1)
    found = weighting_diagnostics(done)
    # Weights 2/3 (three times) and 2: n sum w^2 / (sum w)^2 = 4 (4/3 + 4) / 16 = 4/3.
    final = found.weights.loc["final"]
    assert final["kish_deff"] == pytest.approx(4 / 3)
    assert final["n_eff"] == pytest.approx(3)
    assert final["cv"] == pytest.approx(np.sqrt(1 / 3))
    assert (final["min"], final["max"]) == pytest.approx((2 / 3, 2))
    assert found.weights.loc["design", "kish_deff"] == 1
    rows = found.margins.set_index("cell")
    assert rows["before"].to_dict() == {"F": 0.75, "M": 0.25}
    assert rows["sample"].to_dict() == {"F": 0.75, "M": 0.25}
    assert rows["after"].to_dict() == pytest.approx({"F": 0.5, "M": 0.5})
    assert rows["n"].to_dict() == {"F": 3, "M": 1}
    summary = weighting_summary(done)
    assert (summary["g_min"], summary["g_max"]) == pytest.approx((2 / 3, 2))
    assert summary["kish_deff"] == final["kish_deff"]


def test_a_wave_as_delivered_has_diagnostics_without_margins():
    found = weighting_diagnostics(_wave())
    assert list(found.weights.index) == ["design", "final"]
    assert found.margins.empty
    assert found.steps == ()


def test_nothing_is_changed_in_place():
    wave = _wave()
    before, frame = wave.weights.copy(), wave.frame
    rake(wave, {"sex": SEX})
    assert np.array_equal(wave.weights, before)
    assert wave.calibrations == ()
    assert wave.frame.equals(frame)
    with pytest.raises(ValueError, match="read-only"):
        rake(wave, {"sex": SEX}).weights[0] = 1


def test_percentages_of_more_people_than_a_hundred_keep_the_sum_of_the_weights():
    rows = pd.DataFrame({"sex": ["F", "M", "M"] * 60})
    wave = Wave(rows, Design())
    in_percent = rake(wave, {"sex": {"F": 51.0, "M": 49.0}})
    assert in_percent.weights.sum() == pytest.approx(180)
    assert in_percent.weights == pytest.approx(rake(wave, {"sex": {"F": 0.51, "M": 0.49}}).weights)
    few = Wave(rows.head(60), Design())  # a hundred people, of whom sixty answered
    assert rake(few, {"sex": {"F": 51.0, "M": 49.0}}).weights.sum() == pytest.approx(100)


@pytest.mark.parametrize("code", [-9, 999])
def test_a_code_of_no_answer_is_no_measure(code: int) -> None:
    """A total is calibrated to, and a propensity modelled, on answers and never on their codes."""
    rng = np.random.default_rng(6)
    age = rng.integers(18, 90, 60).astype(float) if code > 0 else rng.integers(0, 9, 60) * 1.0
    age[:4] = code
    frame = pd.DataFrame({"w": 1.0, "r": np.tile([1, 1, 0], 20), "age": age})
    wave = Wave(frame, Design(weight="w"))
    with pytest.raises(DataError, match=rf"'age' holds \[{code}\]"):
        adjust_nonresponse(wave, "r", propensity="age")
    with pytest.raises(DataError, match=rf"'age' holds \[{code}\]"):
        calibrate(wave, {"age": 3000.0})
    declared = Wave(frame, Design(weight="w"), missing={"age": [code]})
    with pytest.raises(WeightingError, match="missing in 4 rows"):
        adjust_nonresponse(declared, "r", propensity="age")


def test_a_declared_missing_code_is_no_measure(tmp_path: Path) -> None:
    folder = write_survey(tmp_path)
    path = folder / "questionnaire.yaml"
    text = path.read_text(encoding="utf-8")
    old = "range: [18, 110]}"
    assert old in text
    new = "range: [18, 110], missing: {999: {label: {fr: Refus, en: Refused}, kind: refused}}}"
    path.write_text(text.replace(old, new), encoding="utf-8")
    rows = respondents(60)
    rows["age"] = rows["age"].astype(float)
    rows["r"] = np.tile([1, 1, 0], 20)
    rows.loc[:3, "age"] = 999
    wave = Wave(rows, Design(weight="w", id="id"), survey=load_survey(folder), id="2024")
    with pytest.raises(WeightingError, match="missing in 4 rows"):
        adjust_nonresponse(wave, "r", propensity="age")
    with pytest.raises(WeightingError, match="4 of its 60 rows"):
        calibrate(wave, {"age": 3000.0})
