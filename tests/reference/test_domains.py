"""Domains, their covariances and contrasts against R's `survey`: closed forms, 1e-9."""

from __future__ import annotations

import numpy as np
import pytest

from padai.estimation.moments import mean, ratio, total
from padai.estimation.proportions import proportion
from padai.numerics.intervals import mean_interval, proportion_interval
from tests.reference.model_designs import keys, value
from tests.reference.test_estimation import agree, close, of

GROUPS = ("E", "H", "M")
INSIDE = {"sch.wide": "Yes"}


def domains(est, by, **keep):
    """The rows of a breakdown, in R's order: by response, then by group."""
    rows = est.rows(breakdown=by, **keep)
    frame = est.frame.iloc[rows]
    order = np.lexsort((np.arange(len(rows)), frame["response"].cat.codes))
    return rows[order]


def compare(est, rows, expected):
    frame = est.frame.iloc[rows]
    close(frame["estimate"], expected["estimate"])
    close(frame["std_error"], expected["se"])
    if "vcov" in expected:
        vcov = np.array(expected["vcov"], dtype=float)
        scale = np.sqrt(np.outer(np.diag(vcov), np.diag(vcov)))
        scale[scale == 0] = 1.0
        assert est.cov(rows) / scale == pytest.approx(vcov / scale, abs=1e-9)


CALLS = {
    "by_mean": lambda w: mean(w, "api00", by="stype"),
    "by_total": lambda w: total(w, "api.stu", by="stype"),
    "by_ratio": lambda w: ratio(w, "api.stu", "enroll", by="stype"),
    "by_prop": lambda w: proportion(w, "awards", by="stype"),
}


@pytest.mark.parametrize("key", keys("domains", *CALLS))
def test_domains(key):
    est, expected = CALLS[key.split(".")[0]](of(key)), value("domains", key)
    rows = domains(est, "stype")
    compare(est, rows, expected)
    frame = est.frame.iloc[rows]
    low, high = mean_interval(
        frame["estimate"], frame["std_error"], np.full(len(rows), np.inf), 0.95
    )
    close(np.stack([low, high], axis=1), expected["confint"])


@pytest.mark.parametrize("key", keys("domains", "by_mean2"))
def test_crossed_domains_of_two_variables(key):
    est, expected = mean(of(key), ["api00", "meals"], by="sch.wide*stype"), value("domains", key)
    rows = est.rows(breakdown="sch.wide*stype")
    compare(est, rows, expected)


@pytest.mark.parametrize("key", keys("domains", "by_prop_deff"))
def test_design_effects(key):
    """R's design effect here is that without replacement, from the domain's own weights."""
    w = of(key)
    est, expected = proportion(w, "awards", by="stype"), value("domains", key)
    frame = est.frame.iloc[domains(est, "stype")]
    codes = w.codes("stype")
    people = np.array([w.weights[codes.codes == codes.labels.index(g)].sum() for g in GROUPS] * 2)
    n = frame["n_base"].to_numpy()
    table = expected["table"]
    close(frame["std_error"], [*table["se.awardsNo"], *table["se.awardsYes"]])
    deff = [*table["DEff.awardsNo"], *table["DEff.awardsYes"]]
    close(frame["deff"].to_numpy() * people / (people - n), deff)


@pytest.mark.parametrize("key", keys("domains", "by_ciprop_logit", "by_ciprop_beta"))
def test_intervals(key):
    method = key.split(".")[0].split("_")[-1]
    est = proportion(of(key), "awards", by="stype", net="Yes", ci=method)
    frame, table = est.frame.iloc[est.rows(breakdown="stype")], value("domains", key)["table"]
    low, high = frame["conf_low"], frame["conf_high"]
    if method == "beta":  # R (4.4-2 as 4.5) does not cap the effective n
        args = [frame[c].to_numpy() for c in ("estimate", "std_error", "df", "n_base", "n_base")]
        low, high = proportion_interval(*args, 0.95, "beta", capped=False)
    close(low, table["ci_l"])
    close(high, table["ci_u"])


@pytest.mark.parametrize("key", keys("domains", "by_confint_t"))
def test_t_intervals_with_the_df_of_the_whole_design(key):
    est = mean(of(key), "api00", by="stype").frame
    df = np.full(3, est["df"][0])
    low, high = mean_interval(est["estimate"][1:], est["std_error"][1:], df, 0.95)
    close(np.stack([low, high], axis=1), value("domains", key)["values"])


@pytest.mark.parametrize("key", keys("domains", "contrast_EH"))
def test_contrast_of_means(key):
    est = mean(of(key), "api00", by="stype")
    row, expected = est.contrast({"EH": {"E": 1, "H": -1}}).frame.iloc[0], value("domains", key)
    close([row["estimate"], row["std_error"]], [expected["estimate"][0], expected["se"][0]])


@pytest.mark.parametrize("key", keys("domains", "contrast_prop"))
def test_contrasts_of_proportions(key):
    est, expected = proportion(of(key), "awards", by="stype", net="Yes"), value("domains", key)
    third = dict.fromkeys(GROUPS, 1 / 3)
    asked = {"EH": {"E": 1, "H": -1}, "EM": {"E": 1, "M": -1}, "avg": third}
    found = est.contrast(asked)
    close(found.values.estimate, expected["estimate"])
    close(found.values.std_error, expected["se"])
    vcov = np.array(expected["vcov"])
    scale = np.sqrt(np.outer(np.diag(vcov), np.diag(vcov)))
    assert found.values.covariance / scale == pytest.approx(vcov / scale, abs=1e-9)


@pytest.mark.parametrize("key", keys("domains", "contrast_nonlinear"))
def test_smooth_function(key):
    est, expected = mean(of(key), "api00", by="stype"), value("domains", key)
    row = est.function(lambda t: np.log(t[0] / t[1]), [1, 2]).frame.iloc[0]
    close([row["estimate"], row["std_error"]], [expected["estimate"][0], expected["se"][0]])


@pytest.mark.parametrize("key", keys("domains", "subset_mean", "subset_total", "subset_degf"))
def test_subsets(key):
    w, expected = of(key), value("domains", key)
    if key.startswith("subset_degf"):
        assert mean(w, "api00", where=INSIDE).frame["df"][0] == expected["values"][0]
        return
    est = (
        mean(w, "api00", where=INSIDE)
        if key.startswith("subset_mean")
        else total(w, "api.stu", where=INSIDE)
    )
    agree(est, expected)


@pytest.mark.parametrize("key", keys("domains", "subset_small"))
def test_small_subset_by_two_routes(key):
    w, expected = of(key), value("domains", key)
    agree(mean(w, "api00", where={"stype": "H", "comp.imp": "Yes"}), expected)
    est = mean(w, "api00", by="stype*comp.imp")
    compare(est, est.rows(group="H*Yes"), expected)
