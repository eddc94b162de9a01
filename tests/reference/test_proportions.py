"""Proportions and their intervals against R's `survey`.

Closed forms: 1e-9. R's `logit` and `likelihood` come from an iterated fit that leaves 1e-10; the
same interval by R's `xlogit` is closed. R (4.4-2 as 4.5) does not cap the effective n of `beta` at n: compared
through the uncapped formula.
"""

from __future__ import annotations

import numpy as np
import pytest

from padai.estimation.moments import total
from padai.estimation.proportions import proportion
from padai.numerics.intervals import PROPORTION_INTERVALS, proportion_interval
from padai.waves.wave import Wave
from tests.reference.model_designs import compared, keys, value, wave
from tests.reference.test_estimation import agree, close, of

CALLS = {
    "prop_stype": lambda w: proportion(w, "stype"),
    "prop_awards": lambda w: proportion(w, "awards"),
    "total_stype": lambda w: total(w, "stype"),
}
YES = {"sch.wide": ("sch.wide", "Yes"), "awards": ("awards", "Yes")}


@pytest.mark.parametrize("key", keys("proportions", "prop_awards"))
def test_two_categories(key):
    agree(CALLS["prop_awards"](of(key)), value("proportions", key))


@pytest.mark.parametrize("key", keys("proportions", "prop_stype", "total_stype"))
def test_three_categories(key):
    """In a design stratified by the variable, shares have no variance but a rounding error."""
    est, expected = CALLS[key.split(".")[0]](of(key)), value("proportions", key)
    close(est.frame["estimate"], expected["estimate"])
    size = np.asarray(expected["estimate"])
    assert est.frame["std_error"].to_numpy() / size == pytest.approx(
        np.array(expected["se"]) / size, abs=1e-9
    )
    both = np.outer(size, size)
    assert est.cov() / both == pytest.approx(np.array(expected["vcov"]) / both, abs=1e-9)


@pytest.mark.parametrize("key", keys("proportions", "prop_cross"))
def test_crossed_categories(key):
    w = of(key)
    data = w.frame.assign(crossed=w.frame["awards"] + "." + w.frame["stype"])
    est, expected = proportion(Wave(data, w.design), "crossed"), value("proportions", key)
    agree(est, expected)


@pytest.mark.parametrize("key", keys("proportions", "prop_stype_deff"))
def test_design_effects(key):
    w = of(key)
    est, expected = proportion(w, "stype").frame, value("proportions", key)
    people = w.weights.sum()
    got = est["deff"].to_numpy() * people / (people - len(w))
    assert got == pytest.approx(np.array(expected["deff"], dtype=float), rel=1e-9, abs=1e-14)


def _parts(key):
    what, design = key.split(".")
    name, method = what.split("_")[0], what.split("_")[-1]
    if "rare" in what:
        w = wave(design)
        data = w.frame.assign(rare=(w.frame["meals"] > 96).astype(int))
        return Wave(data, w.design), "rare", "1", method, 0.95
    variable = "awards" if name == "ciprop90" else "sch.wide"
    return wave(design), variable, "Yes", method, 0.9 if name == "ciprop90" else 0.95


def _row(key, method=None):
    w, variable, code, own, level = _parts(key)
    est = proportion(w, variable, net=code, ci=method or own, level=level)
    return est.frame.iloc[0]


ESTIMATES = (
    "ciprop_logit",
    "ciprop_mean",
    "ciprop90_logit",
    "ciprop90_mean",
    "ciprop_rare_logit",
    "ciprop_asin",
    "ciprop90_asin",
)


@pytest.mark.parametrize("key", keys("proportions", *ESTIMATES))
def test_intervals(key):
    row, expected = _row(key), value("proportions", key)
    close(row["estimate"], expected["estimate"])
    close(row["std_error"], expected["se"])
    close(row[["conf_low", "conf_high"]].tolist(), expected["ci"])


@pytest.mark.parametrize("key", keys("proportions", "ciprop_likelihood"))
def test_likelihood(key):
    """R's ends come from a spline through a few points: `test_r45` holds padai's to the root."""
    row, expected = _row(key), value("proportions", key)["ci"]
    width = expected[1] - expected[0]
    assert row[["conf_low", "conf_high"]].tolist() == pytest.approx(expected, abs=1e-3 * width)


@pytest.mark.parametrize("key", keys("proportions", "ciprop_xlogit", "ciprop90_xlogit"))
def test_closed_logit(key):
    row, expected = _row(key, "logit"), value("proportions", key)
    assert row[["conf_low", "conf_high"]].tolist() == pytest.approx(expected["ci"], rel=1e-12)


@pytest.mark.parametrize(
    "key", keys("proportions", "ciprop_beta", "ciprop90_beta", "ciprop_rare_beta")
)
def test_beta_uncapped(key):
    level = _parts(key)[4]
    row, expected = _row(key), value("proportions", key)
    args = (np.array([row[n]]) for n in ("estimate", "std_error", "df", "n_base", "n_base"))
    low, high = proportion_interval(*args, level, "beta", capped=False)
    close([low[0], high[0]], expected["ci"])
    close(row["std_error"], expected["se"])
    if row["deff"] > 1.05:  # the effective n is under n, so that the cap changes nothing
        close(row[["conf_low", "conf_high"]].tolist(), expected["ci"])


compared("proportions", [f"ciprop_df_inf_{m}" for m in ("logit", "mean", "beta", "xlogit", "asin")])


@pytest.mark.parametrize("method", ["logit", "mean", "beta", "asin"])
def test_infinite_degrees_of_freedom(method):
    row = proportion(wave("dclus1"), "sch.wide", net="Yes").frame.iloc[0]
    args = [np.array([row[name]]) for name in ("estimate", "std_error", "df", "n_base", "n_base")]
    if method != "beta":  # where R takes the design's whatever `df` says
        args[2] = np.array([np.inf])
    low, high = proportion_interval(*args, 0.95, method, capped=False)
    close([low[0], high[0]], value("proportions", f"ciprop_df_inf_{method}")["ci"])
    if method == "logit":
        closed = value("proportions", "ciprop_df_inf_xlogit")["ci"]
        assert [low[0], high[0]] == pytest.approx(closed, rel=1e-12)


@pytest.mark.parametrize("method", PROPORTION_INTERVALS)
@pytest.mark.parametrize(("limit", "estimate"), [(2000, 0.0), (0, 1.0)])
def test_at_zero_and_one(method, limit, estimate):
    """R (4.4-2 as 4.5) gives an interval without width, or none; padai Clopper-Pearson."""
    w = wave("dstrat")
    data = w.frame.assign(above=np.where(w.frame["api00"] > limit, "yes", "no"))
    row = proportion(
        Wave(
            data.assign(above=data["above"].astype("category").cat.set_categories(["no", "yes"])),
            w.design,
        ),
        "above",
        net="yes",
        ci=method,
    ).frame.iloc[0]
    n = min(200, w.weights.sum() ** 2 / (w.weights**2).sum())
    far = 0.025 ** (1 / n)
    expected = [0.0, 1 - far] if estimate == 0 else [far, 1.0]
    assert row["estimate"] == estimate
    assert row[["conf_low", "conf_high"]].tolist() == pytest.approx(expected, rel=1e-12)
    assert np.isnan(row["deff"]) and row["reason"] == "at_limit"
