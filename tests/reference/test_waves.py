"""Independent and overlapping waves against R's `survey`: closed forms, 1e-9.

The same numbers by two routes: one frame with the wave as a column, and a stack of waves. Raked
waves: R's `rake` residuals through the internal path, 1e-6 (ten sweeps, see README.md).
"""

from __future__ import annotations

import numpy as np
import pytest

from padai.design import Design
from padai.errors import ComparisonError
from padai.estimation.moments import mean
from padai.estimation.proportions import proportion
from padai.numerics.degrees import degrees_of_freedom
from padai.numerics.intervals import proportion_interval
from padai.waves.stacking import stack
from padai.waves.wave import Wave
from padai.weighting import rake
from tests.reference.model_designs import compared, frame, keys, value, wave
from tests.reference.test_domains import compare
from tests.reference.test_estimation import agree, close, of

R_RAKED = 1e-6


def stacked(fpc=None, rakes=False):
    data = frame("api_waves")
    design = Design(weight="pw", stratum="stype", fpc=fpc, id="id")
    waves = [Wave(data[data["wave"] == k], design, id=str(k)) for k in (1, 2, 3)]
    if rakes:
        targets = {
            "stype": {"E": 4421, "H": 755, "M": 1018},
            "awards": {"No": 2027, "Yes": 4167},
        }
        waves = [rake(w, targets)._with_residuals("unweighted") for w in waves]
    return stack(waves, overlap="none")


def stack_of(key):
    return stacked("fpc" if key.endswith("dwf") else None)


def trust(w, by=None):
    return proportion(w, "trust", net="1", by=by)


@pytest.mark.parametrize("key", keys("waves", "degf"))
def test_degrees_of_freedom(key):
    expected = value("waves", key)["values"][0]
    assert degrees_of_freedom(of(key).sample) == expected
    assert degrees_of_freedom(stack_of(key).sample) == expected


@pytest.mark.parametrize("key", keys("waves", "by_wave"))
def test_by_wave(key):
    expected = value("waves", key)
    est = trust(of(key), by="wave")
    compare(est, est.rows(breakdown="wave"), expected)
    est = trust(stack_of(key))
    compare(est, np.arange(3), expected)


@pytest.mark.parametrize("key", keys("waves", "by_wave_ci"))
def test_intervals(key):
    table = value("waves", key)["table"]
    est = trust(stack_of(key)).frame
    # R's logit estimate stops its iterations 1e-9 short: its formula is applied to it.
    fitted = np.array(value("waves", key)["estimate"])
    assert est["estimate"].to_numpy() == pytest.approx(fitted, rel=1e-7)
    args = [est[name].to_numpy() for name in ("std_error", "df", "n_base", "n_base")]
    p = est["estimate"].to_numpy()
    args[0] = args[0] * fitted * (1 - fitted) / (p * (1 - p))
    low, high = proportion_interval(fitted, *args)
    close(low, table["ci_l"])
    close(high, table["ci_u"])


@pytest.mark.parametrize("key", keys("waves", "by_wave_group"))
def test_by_wave_and_group(key):
    expected = value("waves", key)
    est = trust(of(key), by="group*wave")
    compare(est, est.rows(breakdown="group*wave"), expected)
    est = trust(stack_of(key), by="group")
    rows = np.concatenate([est.rows(group="low"), est.rows(group="high")])
    compare(est, rows, expected)


def _likert(data, keep):
    q1 = data["q1"].astype("Int64")
    return data.assign(item=q1.fillna(99) if keep else q1.mask(q1 > 90))


@pytest.mark.parametrize("key", keys("waves", "likert_by_wave", "likert_all_by_wave"))
def test_categories_by_wave(key):
    w = of(key)
    data = _likert(w.frame, keep="all" in key)
    est = proportion(Wave(data, w.design), "item", by="wave")
    rows = est.rows(breakdown="wave")
    rows = rows[np.argsort(est.frame.iloc[rows]["response"].cat.codes, kind="stable")]
    compare(est, rows, value("waves", key))


CONTRASTS = {
    "diff_12": {"d": {"1": -1, "2": 1}},
    "diff_all": {"d21": {"1": -1, "2": 1}, "d32": {"2": -1, "3": 1}, "d31": {"1": -1, "3": 1}},
    "linear_trend": {"t": {"1": -0.5, "2": 0, "3": 0.5}},
    "quadratic_trend": {"t": {"1": 1, "2": -2, "3": 1}},
}
DID = {("wave=3", "high"): 1, ("wave=1", "high"): -1, ("wave=3", "low"): -1, ("wave=1", "low"): 1}


@pytest.mark.parametrize("key", keys("waves", *CONTRASTS))
def test_contrasts(key):
    expected = value("waves", key)
    asked = {
        name: {(w, "1", "total"): c for w, c in part.items()}
        for name, part in CONTRASTS[key.split(".")[0]].items()
    }
    est = trust(stack_of(key))
    positions = {n: {int(w) - 1: c for (w, *_), c in part.items()} for n, part in asked.items()}
    found = est.contrast(positions)
    close(found.values.estimate, expected["estimate"])
    close(found.values.std_error, expected["se"])


@pytest.mark.parametrize("key", keys("waves", "diff_in_diff"))
def test_difference_in_differences(key):
    est, expected = trust(stack_of(key), by="group"), value("waves", key)
    row = est.contrast({"did": DID}).frame.iloc[0]
    close([row["estimate"], row["std_error"]], [expected["estimate"][0], expected["se"][0]])


@pytest.mark.parametrize("key", keys("waves", "mean_diff"))
def test_difference_of_means(key):
    est, expected = mean(stack_of(key), "api00"), value("waves", key)
    row = est.contrast({"d": {0: -1, 2: 1}}).frame.iloc[0]
    close([row["estimate"], row["std_error"]], [expected["estimate"][0], expected["se"][0]])


@pytest.mark.parametrize("key", compared("waves", ["separate_1", "separate_2"]))
def test_one_wave_alone(key):
    agree(trust(stacked().waves[int(key[-1]) - 1]), value("waves", key))


@pytest.mark.parametrize("key", compared("waves", ["rake.weights"]))
def test_raked_weights(key):
    expected = np.array(value("waves", key)["values"])
    data = frame("api_waves")
    order = np.concatenate(
        [data.index[data["wave"] == k][data["id"][data["wave"] == k].argsort()] for k in (1, 2, 3)]
    )
    assert stacked(rakes=True).weights == pytest.approx(expected[order], rel=1e-7)


@pytest.mark.parametrize("key", compared("waves", ["rake.by_wave", "rake.by_wave_cov"]))
def test_raked_waves(key):
    expected, est = value("waves", key), trust(stacked(rakes=True))
    values = expected.get("estimate", expected.get("coef"))
    assert est.frame["estimate"].tolist() == pytest.approx(values, rel=1e-9)
    assert est.frame["std_error"].tolist() == pytest.approx(expected["se"], rel=R_RAKED)
    assert est.cov() == pytest.approx(np.diag(np.array(expected["se"]) ** 2), rel=2e-6)


@pytest.mark.parametrize("key", compared("waves", ["rake.likert"]))
def test_raked_categories(key):
    expected = value("waves", key)
    raked = stacked(rakes=True)
    data = [w._changed(_frame=_likert(w.frame, keep=False), _coded={}) for w in raked.waves]
    est = proportion(stack(data, overlap="none"), "item")
    order = np.argsort(est.frame["response"].cat.codes, kind="stable")
    rows = est.frame.iloc[order]
    assert rows["estimate"].tolist() == pytest.approx(expected["estimate"], rel=1e-9)
    assert rows["std_error"].tolist() == pytest.approx(expected["se"], rel=R_RAKED)


RAKED = compared("waves", ["rake.diff_31", "rake.linear_trend", "rake.diff_in_diff"])


@pytest.mark.parametrize("key", RAKED)
def test_raked_contrasts(key):
    expected = value("waves", key)
    asked = {
        "rake.diff_31": {0: -1, 2: 1},
        "rake.linear_trend": {0: -0.5, 2: 0.5},
        "rake.diff_in_diff": DID,
    }[key]
    est = trust(stacked(rakes=True), by="group" if key.endswith("in_diff") else None)
    row = est.contrast({"d": asked}).frame.iloc[0]
    assert row["estimate"] == pytest.approx(expected["estimate"][0], rel=1e-9)
    assert row["std_error"] == pytest.approx(expected["se"][0], rel=R_RAKED)


def test_stack_needs_to_know_the_overlap():
    waves = stacked().waves
    with pytest.raises(ComparisonError, match="overlap='none'"):
        stack(waves)


def test_waves_of_one_frame_equal_the_stack():
    one, many = trust(wave("dw"), by="wave"), trust(stacked())
    a = one.frame.iloc[one.rows(breakdown="wave")][["estimate", "std_error", "deff"]].to_numpy()
    assert a == pytest.approx(many.frame[["estimate", "std_error", "deff"]].to_numpy(), rel=1e-12)
