"""Replicate weights against R: estimates with R's own replicates, then our construction of them.

Closed forms agree to 1e-9, model coefficients to 1e-7 and errors of logit models to 1e-4, R's own
tolerances. A standard error that is zero in theory is zero to the root of rounding errors in both.
Replicates that are drawn at random, or rest on a Hadamard matrix of R's, are compared by R's draws;
what our construction has in common with them (scale, number, degrees of freedom, and the factors
where nothing is drawn) is compared too.
"""

from __future__ import annotations

import dataclasses
from functools import cache

import numpy as np
import pandas as pd
import pytest
from scipy import special, stats

from padai.design import Design, Replicates
from padai.estimation.comparisons import ttest
from padai.estimation.crosstabs import crosstab_test
from padai.estimation.models import glm
from padai.estimation.moments import mean, ratio, total
from padai.estimation.proportions import proportion
from padai.estimation.quantiles import quantile
from padai.numerics.variance import replicate_covariance
from padai.waves.stacking import stack
from padai.waves.wave import Wave
from padai.weighting import (
    adjust_nonresponse,
    calibrate,
    poststratify,
    rake,
    replicate_weights,
    trim,
)
from tests.reference.model_designs import (
    COMPARED,
    FOLDER,
    compared,
    frame,
    numbers,
    references,
    value,
)

CLOSED = 1e-9
WEIGHTS = 1e-7
RAKED = 1e-6
COEFFICIENTS = 1e-7
ITERATED_SE = 1e-4
TARGETS = {"stype": {"E": 4421, "H": 755, "M": 1018}, "sch.wide": {"No": 1072, "Yes": 5122}}

DATA = {
    "JK1": "apiclus1", "JK1_fpc": "apiclus1", "JKn": "apistrat", "BRR": "apipairs",
    "Fay": "apipairs", "boot": "apistrat", "sub": "apistrat", "mrb": "apiclus2",
    "sub_mse": "apiclus1", "SDR": "apistrat",
}  # fmt: skip
KINDS = tuple(DATA)
# Each with its design in columns, as R's as.svrepdesign had it; SDR was given without one.
MADE = {
    "JK1": (Design(weight="pw", psu="dnum"), "jk1", {}),
    "JK1_fpc": (Design(weight="pw", psu="dnum", fpc="fpc"), "jk1", {}),
    "JKn": (Design(weight="pw", stratum="stype"), "jkn", {}),
    "BRR": (Design(weight="pw", stratum="pstr", psu="dnum"), "brr", {}),
    "Fay": (Design(weight="pw", stratum="pstr", psu="dnum"), "fay", {"rho": 0.3}),
    "boot": (Design(weight="pw", stratum="stype"), "bootstrap", {"n": 120, "seed": 1}),
    "sub": (Design(weight="pw", stratum="stype"), "subbootstrap", {"n": 120, "seed": 1}),
}


def _fact(kind, name):
    return value("replicates", f"design.rep_{kind}")[name]["values"]


@cache
def with_r_replicates(kind: str) -> Wave:
    file = pd.read_csv(FOLDER / f"repweights_{kind}.csv")
    data = frame(DATA[kind])
    columns = file.filter(regex=r"^rw\d").rename(columns=lambda name: f"rep_{name}")
    joined = pd.concat([data, columns, file[["weight"]]], axis=1)
    assert (joined["snum"] == file["snum"]).all()
    replicates = Replicates(
        prefix="rep_rw",
        scale=_fact(kind, "scale")[0],
        rscales=_fact(kind, "rscales"),
        mse=bool(_fact(kind, "mse")[0]),
    )
    return Wave(joined, Design(weight="weight", replicates=replicates))


def _agree(est, ref, *, rows=None, rel=CLOSED):
    table = est.frame if rows is None else est.frame.iloc[rows]
    assert table["estimate"].to_numpy() == pytest.approx(ref["estimate"], rel=rel)
    se, wanted = table["std_error"].to_numpy(), np.array(ref["se"])
    floor = 1e-8 * table["estimate"].abs().max()
    zero = wanted <= floor
    assert (se[zero] <= floor).all()
    assert se[~zero] == pytest.approx(wanted[~zero], rel=rel)
    if "vcov" in ref:
        R = np.array(ref["vcov"])
        units = np.maximum(np.sqrt(np.outer(np.diag(R), np.diag(R))), floor**2)
        V = est.cov(np.arange(len(est)) if rows is None else rows)
        assert np.abs((V - R) / units).max() <= 10 * rel or np.abs(V - R).max() <= floor**2


@pytest.mark.parametrize("kind", KINDS)
def test_the_design(kind):
    w = with_r_replicates(kind)
    replicates = w.sample.replicates
    assert replicates.count == _fact(kind, "replicates")[0]
    assert replicates.scale == _fact(kind, "scale")[0]
    assert mean(w, "api00").frame["df"].iloc[0] == _fact(kind, "degf")[0]


@pytest.mark.parametrize("kind", KINDS)
def test_means(kind):
    est = mean(with_r_replicates(kind), ["api00", "meals"])
    _agree(est, value("replicates", f"mean.rep_{kind}"))


@pytest.mark.parametrize("kind", KINDS)
def test_totals(kind):
    est = total(with_r_replicates(kind), "api.stu")
    _agree(est, value("replicates", f"total.rep_{kind}"))


@pytest.mark.parametrize("kind", KINDS)
def test_proportions(kind):
    est = proportion(with_r_replicates(kind), "stype", ci="mean")
    _agree(est, value("replicates", f"prop.rep_{kind}"))


@pytest.mark.parametrize("kind", KINDS)
def test_ratios(kind):
    est = ratio(with_r_replicates(kind), "api00", "api99").frame
    ref = value("replicates", f"ratio.rep_{kind}")
    assert est["estimate"].iloc[0] == pytest.approx(ref["estimate"]["values"][0][0], rel=CLOSED)
    assert est["std_error"].iloc[0] == pytest.approx(ref["se"]["values"][0][0], rel=CLOSED)
    assert est["std_error"].iloc[0] ** 2 == pytest.approx(ref["var"]["values"][0][0], rel=CLOSED)


@pytest.mark.parametrize("kind", KINDS)
def test_domains_and_their_contrast(kind):
    est = mean(with_r_replicates(kind), "api00", by="sch.wide")
    ref = value("replicates", f"by.rep_{kind}")
    rows = [int(est.rows(breakdown="sch.wide", group=g)[0]) for g in ref["names"]]
    _agree(est, ref, rows=rows)
    table = est.frame.iloc[rows]
    half = stats.norm.ppf(0.975) * table["std_error"]  # R's confint without df
    limits = np.stack([table["estimate"] - half, table["estimate"] + half], axis=1)
    assert limits == pytest.approx(np.array(ref["confint"]), rel=CLOSED)
    found = est.contrast({"contrast": {rows[1]: 1.0, rows[0]: -1.0}}).frame
    contrast = value("replicates", f"contrast.rep_{kind}")
    assert found["estimate"].tolist() == pytest.approx(contrast["estimate"], rel=CLOSED)
    assert found["std_error"].tolist() == pytest.approx(contrast["se"], rel=CLOSED)


@pytest.mark.parametrize("kind", KINDS)
def test_proportions_in_domains(kind):
    est = proportion(with_r_replicates(kind), "awards", by="sch.wide", ci="mean")
    ref = value("replicates", f"by_prop.rep_{kind}")
    rows = []
    for name in ref["names"]:
        group, response = name.split(":awards")
        rows.append(int(est.rows(breakdown="sch.wide", group=group, response=response)[0]))
    _agree(est, ref, rows=rows)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("what", "ci"), [("quantile", "mean"), ("quantile_quantiletype", "quantile")]
)
def test_quantiles(kind, what, ci):
    est = quantile(with_r_replicates(kind), "api00", probs=(0.25, 0.5, 0.75), ci=ci)
    got = est.frame[["estimate", "conf_low", "conf_high", "std_error"]].to_numpy()
    rows = value("replicates", f"{what}.rep_{kind}")["api00"]["values"]
    wanted = np.array([numbers(row) for row in rows])
    assert got == pytest.approx(wanted, rel=CLOSED, abs=1e-9, nan_ok=True)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("what", ["glm", "glm_bin"])
def test_models(kind, what):
    w = with_r_replicates(kind)
    if what == "glm":
        model, errors = glm(w, "api00 ~ ell + meals"), CLOSED
    else:
        model = glm(w, "I(awards == 'Yes') ~ ell + meals", family="binomial")
        errors = ITERATED_SE
    ref = value("replicates", f"{what}.rep_{kind}")
    assert model.coef == pytest.approx(ref["coef"], rel=COEFFICIENTS)
    assert model.std_error == pytest.approx(ref["se"], rel=errors)
    R = np.array(ref["vcov"])
    units = np.sqrt(np.outer(np.diag(R), np.diag(R)))
    assert np.abs((model.covariance - R) / units).max() <= 10 * errors
    assert (model.df, model.n) == (ref["df_residual"], ref["n"])


@pytest.mark.parametrize("kind", KINDS)
def test_logit_intervals(kind):
    """R takes the replicates of the log odds; padai the standard error of the share, as elsewhere."""
    w = with_r_replicates(kind)
    est = proportion(w, "awards", ci="logit")
    row = est.frame.iloc[est.rows(response="Yes")].iloc[0]
    ref = value("replicates", f"ciprop_logit.rep_{kind}")
    assert row["estimate"] == pytest.approx(ref["estimate"], rel=CLOSED)
    assert row["std_error"] == pytest.approx(ref["se"], rel=CLOSED)
    df, p = _fact(kind, "degf")[0], row["estimate"]
    span = stats.t.ppf(0.975, df) * np.array([-1.0, 1.0])
    ours = special.expit(special.logit(p) + span * row["std_error"] / (p * (1 - p)))
    assert [row["conf_low"], row["conf_high"]] == pytest.approx(ours, rel=CLOSED)
    replicates, yes = w.sample.replicates, (w.frame["awards"] == "Yes").to_numpy(float)
    weights = replicates.analysis(w.weights)
    odds = special.logit(yes @ weights / weights.sum(axis=0))[:, None]
    V = replicate_covariance(odds, replicates, np.array([special.logit(p)]))
    assert special.expit(special.logit(p) + span * np.sqrt(V[0, 0])) == pytest.approx(
        ref["ci"], rel=COEFFICIENTS
    )


@pytest.mark.parametrize("kind", KINDS)
def test_association(kind):
    got = crosstab_test(with_r_replicates(kind), "sch.wide", "awards")
    ref = value("replicates", f"chisq.rep_{kind}")
    assert got.statistic == pytest.approx(ref["statistic"]["values"][0], rel=CLOSED)
    assert [got.df, got.df_denominator] == pytest.approx(ref["parameter"]["values"], rel=CLOSED)
    assert got.p_value == pytest.approx(ref["p_value"], rel=CLOSED * max(1.0, got.statistic))


@pytest.mark.parametrize("kind", KINDS)
def test_difference_of_means(kind):
    got = ttest(with_r_replicates(kind), "api00", "sch.wide")
    ref = value("replicates", f"ttest.rep_{kind}")
    assert got.statistic == pytest.approx(ref["statistic"]["values"][0], rel=CLOSED)
    assert (got.df, got.df_denominator) == (1, ref["parameter"]["values"][0])
    assert got.p_value == pytest.approx(ref["p_value"], rel=CLOSED * max(1.0, got.statistic**2))
    assert got.estimate == pytest.approx(ref["estimate"]["values"][0], rel=CLOSED)
    assert [got.conf_low, got.conf_high] == pytest.approx(ref["conf_int"], rel=CLOSED)


@pytest.mark.parametrize("kind", MADE)
def test_our_construction_has_the_scales_of_r(kind):
    design, ours, how = MADE[kind]
    made = replicate_weights(Wave(frame(DATA[kind]), design), ours, **how)
    replicates = made.sample.replicates
    assert replicates.count == _fact(kind, "replicates")[0]
    assert replicates.scale == pytest.approx(_fact(kind, "scale")[0], rel=CLOSED)
    assert sorted(replicates.rscales) == pytest.approx(sorted(_fact(kind, "rscales")), rel=CLOSED)
    assert replicates.degf == _fact(kind, "degf")[0]


@pytest.mark.parametrize("kind", ["JK1", "JK1_fpc", "JKn"])
def test_our_jackknife_has_the_weights_of_r(kind):
    design, ours, how = MADE[kind]
    made = replicate_weights(Wave(frame(DATA[kind]), design), ours, **how)
    got = made.sample.replicates.analysis(made.weights)
    wanted = with_r_replicates(kind).sample.replicates.values
    order = _order_of(got, wanted)
    assert got[:, order] == pytest.approx(wanted, rel=CLOSED)


@pytest.mark.parametrize("kind", ["BRR", "Fay"])
def test_our_half_samples_are_as_balanced_as_those_of_r(kind):
    """Of a total, any balanced set gives the variance of linearisation, and R's."""
    design, ours, how = MADE[kind]
    made = replicate_weights(Wave(frame(DATA[kind]), design), ours, **how)
    ref = value("replicates", f"total.rep_{kind}")
    assert total(made, "api.stu").frame["std_error"].tolist() == pytest.approx(
        ref["se"], rel=CLOSED
    )
    values = set(np.round(np.unique(made.sample.replicates.values), 12))
    assert values == {0.3, 1.7} if kind == "Fay" else values == {0.0, 2.0}


def _order_of(got, wanted):
    """For each replicate of `wanted`, which of ours leaves out the same rows."""
    ours = {tuple(np.flatnonzero(column == 0)): j for j, column in enumerate(got.T)}
    return [ours[tuple(np.flatnonzero(column == 0))] for column in wanted.T]


@cache
def raked(kind: str) -> Wave:
    return rake(with_r_replicates(kind), TARGETS)


@pytest.mark.parametrize("kind", ["JKn", "boot"])
def test_each_replicate_is_raked(kind):
    w = raked(kind)
    assert w.weights == pytest.approx(
        value("replicates", f"weights.rep_{kind}_rake")["values"], rel=WEIGHTS
    )
    wanted = np.array(value("replicates", f"first_replicates.rep_{kind}_rake")["values"])
    got = w.sample.replicates.analysis(w.weights)[:, :3]
    assert got == pytest.approx(wanted, rel=WEIGHTS, abs=0)
    _agree(mean(w, ["api00", "meals"]), value("replicates", f"mean.rep_{kind}_rake"), rel=RAKED)
    ref = value("replicates", f"prop.rep_{kind}_rake")
    both = [proportion(w, name, ci="mean").frame for name in ("awards", "stype")]
    table = pd.concat(both, ignore_index=True)
    assert table["estimate"].to_numpy() == pytest.approx(ref["estimate"], rel=RAKED)
    se, theirs = table["std_error"].to_numpy(), np.array(ref["se"])
    assert se[:2] == pytest.approx(theirs[:2], rel=RAKED)
    # The margin itself: zero, and in R what its stopping rule leaves.
    assert se[2:].max() < 1e-12
    assert theirs[2:].max() < 1e-7


def test_raking_and_replicating_can_be_done_in_either_order():
    plain = Wave(frame("apistrat"), Design(weight="pw", stratum="stype"))
    first = replicate_weights(rake(plain, TARGETS), "jkn")
    second = rake(replicate_weights(plain, "jkn"), TARGETS)
    assert first.weights == pytest.approx(second.weights, rel=1e-12)
    ours, theirs = (x.sample.replicates.analysis(x.weights) for x in (first, second))
    assert ours == pytest.approx(theirs, rel=1e-9)
    _agree(mean(first, ["api00", "meals"]), value("replicates", "mean.rep_JKn_rake"), rel=RAKED)


WHAT = (
    "design", "mean", "total", "prop", "ratio", "by", "by_prop", "contrast", "quantile",
    "quantile_quantiletype", "glm", "glm_bin", "ciprop_logit", "chisq", "ttest",
)  # fmt: skip
OF_RAKED = ("mean", "prop", "weights", "first_replicates")
compared("replicates", (f"{what}.rep_{kind}" for kind in KINDS for what in WHAT))
compared("replicates", (f"{w}.rep_{kind}_rake" for kind in ("JKn", "boot") for w in OF_RAKED))


def test_every_key_is_compared():
    assert COMPARED["replicates"] == set(references("replicates"))


def _replicate_only() -> Wave:
    """R: ``only <- svrepdesign(data = apiclus1, weights = ~pw, repweights = rw, type = "other",
    scale = 1/79, rscales = rep(1, 80), combined.weights = TRUE, mse = TRUE)``, 15 districts."""
    return with_r_replicates("sub_mse")


def test_raking_leaves_the_degrees_of_freedom_of_a_replicate_only_file():
    """R: ``k <- calibrate(only, ~stype + sch.wide, totals, calfun = "raking", compress = FALSE)``;
    ``degf(k)`` is 14 as before, and ``svymean(~api00, k)`` 641.2303209 with 22.5682428867. The
    ``rake`` of survey 4.4-2 and 4.5, and its linear calibration, count the rank anew: 43 and 44
    of 15 districts."""
    bare = _replicate_only()
    raked = rake(bare, TARGETS, min_cell=1)
    row = mean(raked, "api00").frame.iloc[0]
    assert row["estimate"] == pytest.approx(641.2303209268200, rel=1e-9)
    assert row["std_error"] == pytest.approx(22.5682428866734, rel=1e-7)
    for made in (
        raked,
        calibrate(bare, TARGETS, min_cell=1),
        poststratify(bare, {"stype": TARGETS["stype"]}, min_cell=1),
        rake(raked, {"sch.wide": TARGETS["sch.wide"]}, min_cell=1),
        trim(raked, upper=400, rerake=True),
    ):
        by_group = mean(made, "api00", by="stype").frame.set_index("group")["df"]
        assert by_group["total"] == 14
        # R: degf(subset(only, stype == "M")) is 11, before as after.
        assert by_group["M"] == 11
        assert proportion(made, "awards", by="stype").frame["df"].tolist()[:2] == [14, 14]
        assert glm(made, "api00 ~ meals").details["design_df"] == 14


@pytest.mark.parametrize(("overlap", "df"), [("none", 28), ("respondent", 14)])
def test_stacked_and_raked_they_have_the_same_degrees_of_freedom(overlap, df):
    """Two independent samples add theirs up, 14 and 14; shared units count once."""
    file = _replicate_only()
    waves = []
    for k in (1, 2):
        person = file.frame["snum"] + (10000 * k if overlap == "none" else 0)
        design = dataclasses.replace(file.design, id="person")
        wave = Wave(file.frame.assign(person=person), design, id=str(k))
        waves.append(rake(wave, TARGETS, min_cell=1))
    both = stack(waves, overlap=overlap)
    assert (mean(both, "api00").frame["df"] == 14).all()
    assert glm(both, "api00 ~ meals").details["design_df"] == df


def test_declared_degrees_of_freedom_stay_so_in_a_stack():
    file = _replicate_only()
    few = dataclasses.replace(file.design.replicates, degf=9)
    waves = [Wave(file.frame, Design(weight="weight", replicates=few), id=str(k)) for k in (1, 2)]
    both = stack(waves, overlap="none")
    assert glm(both, "api00 ~ meals").details["design_df"] == 18
    assert mean(both, "api00").frame["df"].tolist() == [9, 9]


def test_adjusting_for_non_response_adds_no_degree_of_freedom():
    file = _replicate_only()
    answered = np.arange(len(file)) % 7 > 0
    wave = Wave(file.frame.assign(r=answered.astype(int)), file.design)
    before = mean(wave, "api00", where=answered).frame["df"].iloc[0]
    adjusted = adjust_nonresponse(wave, "r", cells="stype")
    assert mean(adjusted, "api00").frame["df"].iloc[0] == before == 14
