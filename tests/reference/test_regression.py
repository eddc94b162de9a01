"""Models against R's `survey`: svyglm, regTermTest, predict, svyolr.

Tolerances. Coefficients 1e-7: R ends its iteration at a relative change of the deviance of 1e-8.
Standard errors of gaussian models 1e-9, closed forms; of the others 1e-4: R takes them at its last
working weights. `svyolr` differentiates its Hessian numerically with steps of 1e-3: the test takes
R's Hessian from our scores by the same steps, and then agrees to 1e-6; our own Hessian is exact.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from padai.estimation.models import glm
from padai.estimation.ordinal_models import ordinal
from padai.estimation.predictions import predict
from padai.estimation.term_tests import term_test
from padai.numerics import ordinal as core
from padai.weighting import rake
from tests.reference.model_designs import compared, keys, lonely, references, value, wave

CLOSED = 1e-9
COEFFICIENTS = 1e-7
ITERATED_SE = 1e-4
ROOT_SEARCH = 1e-6

# What each R call is here; the order of coefficients is R's.
CALLS = {
    "gaussian": ("api00 ~ ell + meals + mobility", {}),
    "gaussian_factor": ("api00 ~ stype*`sch.wide` + meals", {}),
    "binomial": ("I(`sch.wide` == 'Yes') ~ ell + meals + mobility", {"family": "binomial"}),
    "binomial_factor": ("I(awards == 'Yes') ~ stype + ell", {"family": "binomial"}),
    "poisson": ("`api.stu` ~ stype + meals", {"family": "poisson"}),
    "poisson_offset": ("`api.stu` ~ stype + meals", {"family": "poisson", "offset": "log_enroll"}),
    "binomial_na": ("I(awards == 'Yes') ~ enroll + meals", {"family": "binomial"}),
    "subset_gaussian": ("api00 ~ ell + meals", {"where": {"sch.wide": "Yes"}}),
}
TERMS = "api00 ~ ell + meals + stype"
BIN_TERMS = "I(awards == 'Yes') ~ ell + meals + stype"


def _wave(design):
    w = wave(design)
    frame = w.frame
    return type(w)(frame.assign(log_enroll=np.log(frame["enroll"].astype(float))), w.design)


def _agree(model, ref, *, closed):
    """Everything that R's summary has."""
    coefficients, errors = (CLOSED, CLOSED) if closed else (COEFFICIENTS, ITERATED_SE)
    rows = model.frame
    assert model.coef == pytest.approx(ref["coef"], rel=coefficients)
    assert model.std_error == pytest.approx(ref["se"], rel=errors)
    V = np.array(ref["vcov"])
    scale = np.sqrt(np.outer(np.diag(V), np.diag(V)))
    assert model.covariance / scale == pytest.approx(V / scale, abs=2 * errors)
    assert (model.df, model.n) == (ref["df_residual"], ref["n"])
    assert model.details["design_df"] == ref["design_df"]
    assert rows["statistic"].to_numpy() == pytest.approx(ref["t"], rel=max(errors, 1e-8))
    # A p-value moves with its t, the faster the smaller it is.
    drift = 10 * errors * (1 + rows["statistic"].to_numpy() ** 2)
    assert (np.abs(rows["p_value"] / np.array(ref["p"]) - 1) <= np.maximum(drift, 1e-8)).all()
    limits = rows[["conf_low", "conf_high"]].to_numpy()
    assert (np.abs(limits - ref["confint"]) <= 5 * errors * model.std_error[:, None] + 1e-9).all()
    assert model.details["deviance"] == pytest.approx(ref["deviance"], rel=CLOSED)
    assert model.details["null_deviance"] == pytest.approx(ref["null_deviance"], rel=CLOSED)


@pytest.mark.parametrize("key", keys("regression", *CALLS))
def test_glm(key):
    what, design = key.split(".")
    formula, asked = CALLS[what]
    w, ref = _wave(design), value("regression", key)
    model = glm(w, formula, **asked)
    _agree(model, ref, closed=asked.get("family", "gaussian") == "gaussian")
    # R divides Pearson residuals by weights of mean one over all rows, blank ones included.
    used = model._source
    of_rows_used = used.weights.mean() / used.domain_mean
    assert model.details["dispersion"] * of_rows_used == pytest.approx(
        ref["dispersion"], rel=COEFFICIENTS
    )


@pytest.mark.parametrize("key", keys("regression", "term_Wald", "term_bin_Wald", "term_WaldChisq"))
def test_wald_test_of_terms(key):
    what, design = key.split(".")
    ref = value("regression", key)
    gaussian = what == "term_Wald"
    model = glm(
        wave(design),
        TERMS if gaussian else BIN_TERMS,
        family="gaussian" if gaussian else "binomial",
    )
    got = term_test(model, "stype", df=np.inf if what == "term_WaldChisq" else None)
    close = CLOSED if gaussian else ITERATED_SE
    expected = ref["chisq" if what == "term_WaldChisq" else "Ftest"][0]
    assert got.statistic == pytest.approx(expected, rel=close)
    assert (got.df, got.df_denominator) == (ref["df"][0], ref.get("ddf", [np.inf])[0])
    # The p-value of a larger statistic moves faster.
    assert got.p_value == pytest.approx(ref["p"][0], rel=close * max(1.0, expected))


@pytest.mark.parametrize(
    "key",
    keys("regression", "term_WorkingWald", "term_bin_WorkingWald", "term_LRT", "term_bin_LRT"),
)
def test_working_tests_of_terms(key):
    what, design = key.split(".")
    ref = value("regression", key)
    gaussian = "_bin_" not in what
    model = glm(
        wave(design),
        TERMS if gaussian else BIN_TERMS,
        family="gaussian" if gaussian else "binomial",
    )
    got = term_test(model, "stype", method="lrt" if "LRT" in what else "working_wald")
    close = CLOSED if gaussian else ITERATED_SE
    assert got.statistic == pytest.approx(ref["chisq"][0], rel=max(close, 1e-8))
    assert got.deltas == pytest.approx(ref["lambda"], rel=close)
    assert (got.df, got.df_denominator) == (ref["df"][0], ref["ddf"][0])
    ratio = ref["chisq"][0] / np.mean(ref["lambda"])
    assert got.p_value == pytest.approx(ref["p"][0], rel=max(close * ratio, ROOT_SEARCH))


@pytest.mark.parametrize("key", keys("regression", "predict_link", "predict_response"))
def test_predictions(key):
    what, design = key.split(".")
    ref = value("regression", key)
    model = glm(wave(design), "I(awards == 'Yes') ~ stype + ell", family="binomial")
    rows = {"stype": ["E", "H", "M"], "ell": [10, 20, 30]}
    got = predict(model, _paired(rows), scale=what.removeprefix("predict_")).frame
    assert got["estimate"].tolist() == pytest.approx(ref["fit"]["values"], rel=COEFFICIENTS)
    assert got["std_error"].tolist() == pytest.approx(ref["se"]["values"], rel=ITERATED_SE)


def _paired(rows):
    import pandas as pd

    return pd.DataFrame(rows)


@pytest.mark.parametrize("key", keys("regression", "aic", "psrsq"))
def test_fit_statistics_follow_from_what_a_model_reports(key):
    what, design = key.split(".")
    model = glm(wave(design), "I(awards == 'Yes') ~ stype + ell", family="binomial")
    fit, null = model.details["deviance"], model.details["null_deviance"]
    if what == "aic":
        lam = np.array(term_test(model, ["stype", "ell"], method="lrt").deltas)
        got = [lam.sum(), fit + 2 * lam.sum(), lam.mean()]
    else:
        cox_snell = 1 - np.exp((fit - null) / model.n)
        got = [cox_snell, cox_snell / (1 - np.exp(-null / model.n))]
    assert got == pytest.approx(value("regression", key)["values"], rel=ITERATED_SE)


OLR = {
    "olr": ("meal4 ~ `avg.ed` + mobility + stype", "logit"),
    "olr_simple": ("meal4 ~ stype", "logit"),
    "olr_default_tol": ("meal4 ~ stype", "logit"),
    "olr_probit": ("meal4 ~ stype + mobility", "probit"),
}


@pytest.mark.parametrize("key", keys("regression", *OLR))
def test_ordinal(key):
    what, design = key.split(".")
    formula, link = OLR[what]
    ref = value("regression", key)
    model = ordinal(wave(design), formula, link=link)
    # R's default control stops after four or five digits (README).
    close = 2e-4 if what == "olr_default_tol" else 5e-7
    k = len(ref["coef"])
    assert model.coef[:k] == pytest.approx(ref["coef"], rel=close)
    assert model.coef[k:] == pytest.approx(ref["zeta"]["values"], rel=close)
    assert (model.df, model.details["deviance"]) == pytest.approx(
        (ref["df"], ref["deviance"]), rel=CLOSED
    )
    if what == "olr_default_tol":
        assert model.std_error == pytest.approx(ref["se"], rel=1e-4)
        return
    V = _with_r_s_hessian(model, k)
    expected = np.array(ref["vcov"])
    scale = np.sqrt(np.outer(np.diag(expected), np.diag(expected)))
    assert V / scale == pytest.approx(expected / scale, abs=1e-6)
    assert np.sqrt(np.diag(V)) == pytest.approx(ref["se"], rel=1e-6)
    # Our own, with the exact Hessian, is as near as R's steps let it be.
    assert model.std_error == pytest.approx(ref["se"], rel=1e-3)


def _with_r_s_hessian(model, k):
    """The sandwich with R's Hessian: central steps of 1e-3 in (coefficients, first cut, logs)."""
    used = model._source
    y = used.frame.response.codes.astype(int)
    data = core._lay_out(
        used.frame.X, y, used.weights / used.weights.mean(), y.max() + 1, model.family.split()[1]
    )
    theta = model.coef

    def cuts(t):
        return np.concatenate(
            [t[:k], np.cumsum(np.concatenate([t[k : k + 1], np.exp(t[k + 1 :])]))]
        )

    def jacobian(t):
        J = np.eye(len(t))
        J[k:, k] = 1
        for j in range(k + 1, len(t)):
            J[j:, j] = np.exp(t[j])
        return J

    def slope(t):
        return -(data.w @ core._derivatives(cuts(t), data)[1]) @ jacobian(t)

    at = np.concatenate([theta[: k + 1], np.log(np.diff(theta[k:]))])
    H = np.array([(slope(at + 1e-3 * e) - slope(at - 1e-3 * e)) / 2e-3 for e in np.eye(len(at))])
    J = jacobian(at)
    bread = J @ np.linalg.inv((H + H.T) / 2) @ J.T
    u = np.zeros_like(used.influence)
    scores = core._derivatives(theta, data)[1]
    u[used.frame.member] = scores @ bread / used.weights.mean()
    return used.analysis.covariance(u, used.frame.member)


WAVES = {
    "glm_wave_linear": ("trust ~ wave", {"family": "binomial"}),
    "glm_wave_factor": ("trust ~ wavef", {"family": "binomial"}),
    "glm_wave_group": ("trust ~ wave*group", {"family": "binomial"}),
    "glm_wave_gauss": ("api00 ~ wave + stype", {}),
}


@pytest.mark.parametrize("key", keys("waves", *WAVES))
def test_trend_models_of_independent_waves(key):
    what, design = key.split(".")
    formula, asked = WAVES[what]
    _agree(glm(wave(design), formula, **asked), value("waves", key), closed=not asked)


@pytest.mark.parametrize("key", keys("waves", "glm_ttest_21"))
def test_t_test_of_two_of_three_waves(key):
    from padai.estimation.comparisons import ttest

    ref = value("waves", key)
    got = ttest(wave(key.split(".")[1]), "trust", "wave", where={"wave": ["1", "2"]})
    assert got.statistic == pytest.approx(ref["statistic"]["values"][0], rel=CLOSED)
    assert (got.df, got.df_denominator) == (1, ref["parameter"]["values"][0])
    assert got.p_value == pytest.approx(ref["p_value"], rel=CLOSED)
    assert [got.conf_low, got.conf_high] == pytest.approx(ref["conf_int"], rel=CLOSED)
    assert got.estimate == pytest.approx(ref["estimate"]["values"][0], rel=CLOSED)


WAVE_TERMS = {
    "term_wave_Wald": ("trust ~ wavef + group", "wavef", "wald"),
    "term_wave_LRT": ("trust ~ wavef + group", "wavef", "lrt"),
    "term_interaction": ("trust ~ wavef*group", "wavef:group", "wald"),
}


@pytest.mark.parametrize("key", keys("waves", *WAVE_TERMS))
def test_terms_of_trend_models(key):
    what, design = key.split(".")
    formula, term, method = WAVE_TERMS[what]
    ref = value("waves", key)
    got = term_test(glm(wave(design), formula, family="binomial"), term, method=method)
    assert got.statistic == pytest.approx(ref.get("Ftest", ref.get("chisq"))[0], rel=ITERATED_SE)
    assert (got.df, got.df_denominator) == (ref["df"][0], ref["ddf"][0])
    assert got.p_value == pytest.approx(ref["p"][0], rel=10 * ITERATED_SE)
    if "lambda" in ref:
        assert got.deltas == pytest.approx(ref["lambda"], rel=ITERATED_SE)


PANEL = {
    "glm_wave": ("trust ~ wave", {"family": "binomial"}),
    "glm_gauss": ("api ~ wave*schwide", {}),
}


@pytest.mark.parametrize("key", keys("panel", *PANEL))
def test_models_of_overlapping_waves(key):
    what, design = key.split(".")
    formula, asked = PANEL[what]
    _agree(glm(wave(design), formula, **asked), value("panel", key), closed=not asked)


@pytest.mark.parametrize(
    "key",
    keys("lonely", *(f"glm_{p}" for p in ("fail", "certainty", "adjust", "average", "remove"))),
)
def test_models_with_a_stratum_of_one_psu(key):
    what, design = key.split(".")
    policy = what.removeprefix("glm_")
    if policy == "fail":
        from padai.errors import DesignError

        assert references("lonely")[key]["error"]
        with pytest.raises(DesignError, match="only one psu"):
            glm(lonely(design, policy), "api00 ~ meals")
        return
    _agree(glm(lonely(design, policy), "api00 ~ meals"), value("lonely", key), closed=True)


RAKED = {
    "rake.by_wave_cov": ("trust ~ 0 + wavef", {}),
    "rake.glm_wave": ("trust ~ wave", {"family": "binomial"}),
}
MARGINS = {
    "wavef*stype": {"E": 4421, "H": 755, "M": 1018},
    "wavef*awards": {"No": 2027, "Yes": 4167},
}


@cache
def _raked():
    """Raked within each wave; residuals as R's `rake` has them, which agree to 1e-6 (README)."""
    targets = {
        name: {f"{w}*{code}": total for w in "123" for code, total in cells.items()}
        for name, cells in MARGINS.items()
    }
    return rake(wave("dw"), targets, min_cell=1)._with_residuals("unweighted")


@pytest.mark.parametrize("key", compared("waves", RAKED))
def test_models_of_raked_waves(key):
    formula, asked = RAKED[key]
    model, ref = glm(_raked(), formula, **asked), value("waves", key)
    errors = ITERATED_SE if asked else 1e-6
    assert model.coef == pytest.approx(ref["coef"], rel=COEFFICIENTS)
    assert model.std_error == pytest.approx(ref["se"], rel=errors)
    assert (model.df, model.n) == (ref["df_residual"], ref["n"])
    V = np.array(ref["vcov"])
    scale = np.sqrt(np.outer(np.diag(V), np.diag(V)))
    assert model.covariance / scale == pytest.approx(V / scale, abs=2 * errors)


CONTRASTS = {
    "rake.diff_31": ("trust ~ 0 + wavef", {"wavef[1]": -1, "wavef[3]": 1}),
    "rake.linear_trend": ("trust ~ 0 + wavef", {"wavef[1]": -0.5, "wavef[3]": 0.5}),
    "rake.diff_in_diff": (
        "trust ~ 0 + wavef:group",
        {
            "wavef[3]:group[high]": 1, "wavef[1]:group[high]": -1,
            "wavef[3]:group[low]": -1, "wavef[1]:group[low]": 1,
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize("key", compared("waves", CONTRASTS))
def test_contrasts_of_raked_waves(key):
    formula, coefficients = CONTRASTS[key]
    model, ref = glm(_raked(), formula), value("waves", key)
    c = np.array([coefficients.get(name, 0) for name in model.names], dtype=float)
    assert np.count_nonzero(c) == len(coefficients)
    # A difference of numbers ten times its size: 1e-6 for coefficients of 1e-7.
    assert c @ model.coef == pytest.approx(ref["estimate"][0], rel=1e-6)
    assert np.sqrt(c @ model.covariance @ c) == pytest.approx(ref["se"][0], rel=1e-6)
