"""Quantiles against R's `survey`: twelve rules, five kinds of interval.

All closed forms: they agree to 1e-9. Two choices differ from R's on purpose, and the tests go back
to R's formula: `shahvaish` divides the weights by their mean (R leaves them undivided, so that its
answer changes with the scale of the weights), and limits of the `score` interval are read off the
weighted distribution at the value where the test stops rejecting (R reads them off the unweighted
distribution, at one of the two values around that point, as its root search happens to end).
"""

from __future__ import annotations

import numpy as np
import pytest

from padai.estimation.quantiles import quantile
from padai.numerics.quantiles import RULES, quantile_interval, score_crossings, weighted_quantile
from padai.numerics.variance import linearised_variance
from tests.reference.model_designs import keys, numbers, value, wave

CLOSED = 1e-9
TENS = (0.1, 0.25, 0.5, 0.75, 0.9)
QUARTERS = (0.25, 0.5, 0.75)


def _rows(key, variable="api00"):
    return np.array([numbers(row) for row in value("quantiles", key)[variable]["values"]])


def _ours(est):
    return est.frame[["estimate", "conf_low", "conf_high", "std_error"]].to_numpy()


def _agree(est, expected):
    got = _ours(est)
    assert got == pytest.approx(expected, rel=CLOSED, nan_ok=True)
    unflagged = est.frame[est.frame["std_error"].isna()]["reason"]
    assert (unflagged.astype(str) != "").all()


def _variance(w):
    """Design variance of a weighted share of everybody."""
    weights = w.weights

    def variance(indicator):
        p = np.average(indicator, weights=weights)
        u = (indicator - p) / weights.sum()
        return float(linearised_variance(u[:, None], w.sample)[0])

    return variance


@pytest.mark.parametrize(
    "key", keys("quantiles", *(f"q_{rule}" for rule in RULES if rule != "shahvaish"))
)
def test_rules(key):
    what, design = key.split(".")
    est = quantile(wave(design), "api00", probs=TENS, qrule=what.removeprefix("q_"))
    _agree(est, _rows(key))


@pytest.mark.parametrize("key", keys("quantiles", "q_shahvaish"))
def test_shah_vaish_with_undivided_weights_as_r(key):
    w = wave(key.split(".")[1])
    x = w.frame["api00"].to_numpy(dtype=float)
    got = [
        quantile_interval(
            x,
            w.weights,
            p,
            _variance(w),
            df=quantile(w, "api00", probs=[p]).frame["df"].iloc[0],
            rule="shahvaish",
            mean_weight=1.0,
        )
        for p in TENS
    ]
    ours = [(q.estimate, q.low, q.high, q.std_error) for q in got]
    assert np.array(ours) == pytest.approx(_rows(key), rel=CLOSED, nan_ok=True)


@pytest.mark.parametrize("key", keys("quantiles", "qci_mean", "qci_beta", "qci_xlogit", "qci_asin"))
def test_intervals(key):
    what, design = key.split(".")
    est = quantile(wave(design), "api00", probs=QUARTERS, ci=what.removeprefix("qci_"))
    _agree(est, _rows(key))


@pytest.mark.parametrize("key", keys("quantiles", "qci_score"))
def test_score_interval_by_r_s_formula(key):
    w = wave(key.split(".")[1])
    x = w.frame["api00"].to_numpy(dtype=float)
    est = quantile(w, "api00", probs=QUARTERS, ci="score")
    for p, ours, r in zip(QUARTERS, _ours(est), _rows(key), strict=True):
        assert ours[0] == pytest.approx(r[0], rel=CLOSED)
        df = float(est.frame["df"].iloc[0])
        values, low, high = score_crossings(x, w.weights, p, _variance(w), df, 0.95)
        assert (ours[1], ours[2]) == (values[low], values[high])
        for limit, at in ((r[1], low), (r[2], high)):
            shares = [float(np.mean(x <= values[i])) for i in (at - 1, at)]
            assert limit in weighted_quantile(x, w.weights, shares)


@pytest.mark.parametrize("key", keys("quantiles", "q_multi", "q_narm"))
def test_several_variables_and_blanks(key):
    w = wave(key.split(".")[1])
    for variable in value("quantiles", key):
        probs = numbers(value("quantiles", key)[variable]["rows"])
        _agree(quantile(w, variable, probs=probs), _rows(key, variable))


@pytest.mark.parametrize("key", keys("quantiles", "q_by"))
def test_domains(key):
    table = value("quantiles", key)["table"]
    frame = quantile(wave(key.split(".")[1]), "api00", probs=[0.5], by="stype").frame
    rows = frame[frame["breakdown"] == "stype"]
    assert rows["group"].astype(str).tolist() == table["stype"]
    assert rows["estimate"].tolist() == pytest.approx(table["api00"], rel=CLOSED)
    assert rows["conf_low"].tolist() == pytest.approx(table["ci_l"], rel=CLOSED)
    assert rows["conf_high"].tolist() == pytest.approx(table["ci_u"], rel=CLOSED)
