"""Weighting against R: weights, and the estimates and standard errors afterwards.

Tolerances. Weights 1e-7: both solvers stop at a tolerance. Estimates and standard errors after
`postStratify` and unbounded linear `calibrate` 1e-9: closed forms. After iterated `calibrate` and
`rake` 1e-8, where R's stopping rule of 1e-12 on totals leaves the digits to come;
`cal_then_trim_calibrate` keeps R's default rule of 1e-7, hence 1e-7.

Standard errors after `rake` are not padai's, which follow `calibrate`. They are compared through
the internal path of residuals without design weights. R projects by ten sweeps over the margins,
which to padai are ten times the margins as calibrations of their own, one after the other; the
projection itself, where ten sweeps reach it (two margins), agrees to 1e-6. `rake2_default` is raking
that stops early, which padai never does: the test makes R's sweeps.
"""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from padai.estimation.models import glm
from padai.numerics.designs import CalibrationArrays
from padai.numerics.variance import linearised_covariance
from padai.weighting import calibrate, poststratify, rake, trim
from tests.reference.model_designs import COMPARED, FOLDER, compared, references, value, wave

TYPES = {"E": 4421, "H": 755, "M": 1018}
WIDE = {"No": 1072, "Yes": 5122}
AWARDS = {"No": 2027, "Yes": 4167}
CROSSED = {"E*No": 472, "H*No": 359, "M*No": 241, "E*Yes": 3949, "H*Yes": 396, "M*Yes": 777}
TWO = {"stype": TYPES, "sch.wide": WIDE}
THREE = {**TWO, "awards": AWARDS}
FIVE = {**TWO, "api99": 3914069}
DESIGNS = ("dstrat", "dstrat0", "dclus1", "dclus1_0")

WEIGHTS = 1e-7
CLOSED = 1e-9
ITERATED = 1e-8
RAKED_SE = 1e-6
R_DEFAULT = 1e-7


def _calibrate(targets, **how):
    return lambda w: calibrate(w, targets, rescale=False, min_cell=1, **how)


def _trimmed(**how):
    return lambda w: trim(rake(w, THREE), lower=20, upper=42, **how)


def _raked_as_r_stops(w):
    """R's rake with its defaults: sweeps until no margin moves by 1 or more, at most ten."""
    weights, margins = w.weights.copy(), [(w.codes(m), list(t.values())) for m, t in TWO.items()]
    for _ in range(10):
        before = [np.bincount(coded.codes, weights) for coded, _ in margins]
        stages = []
        for coded, targets in margins:
            weights = weights * (targets / np.bincount(coded.codes, weights))[coded.codes]
            stages.append((coded.codes, weights))
        after = [np.bincount(coded.codes, weights) for coded, _ in margins]
        if max(np.abs(a - b).max() for a, b in zip(after, before, strict=True)) < 1:
            break
    return _swept(w.reweighted(weights), stages)


def _with_r_residuals(w):
    """R's residuals after rake: ten sweeps over the margins, without design weights."""
    record = w.calibrations[-1].arrays
    return _swept(w, [(codes, record.weights) for codes in record.margins])


def _swept(w, stages):
    none = np.zeros((len(w), 0))
    records = tuple(
        SimpleNamespace(arrays=CalibrationArrays((codes,), none, np.ones(len(w)), weights))
        for codes, weights in stages
    )
    return w._changed(calibrations=10 * records)


METHODS = {
    "rake2": lambda w: rake(w, TWO),
    "rake3": lambda w: rake(w, THREE),
    "rake2_default": _raked_as_r_stops,
    "post": lambda w: poststratify(w, {"stype": TYPES}),
    "post_cross": lambda w: poststratify(w, {"stype*sch.wide": CROSSED}, min_cell=1),
    "cal_linear": _calibrate({"stype": TYPES}),
    "cal_linear5": _calibrate(FIVE),
    "cal_raking5": _calibrate(FIVE, method="raking"),
    "cal_logit5": _calibrate(FIVE, method="logit", bounds=(0.3, 3)),
    "cal_linear5_bounded": _calibrate(FIVE, bounds=(0.5, 2)),
    "cal_raking_bounded": _calibrate(FIVE, method="raking", bounds=(0.5, 2)),
    "cal_formula_list": _calibrate(TWO, method="raking"),
    "trim": _trimmed(),
    "trim_strict": _trimmed(strict=True),
    "trim_raw": lambda w: trim(w, lower=16, upper=40),
    # Within the bounds that R then trims to, so that its trimming does nothing.
    "cal_then_trim_calibrate": _calibrate({"stype": TYPES}, method="raking", bounds=(0.4, 2.5)),
}
BY_R_RAKE = ("rake2", "rake3", "trim", "trim_strict")
CLOSED_FORM = ("rake2_default", "post", "post_cross", "cal_linear", "cal_linear5", "trim_raw")


@pytest.fixture(scope="module")
def made():
    done = {}

    def get(method, design):
        if (method, design) not in done:
            weighted = METHODS[method](wave(design))
            if method in BY_R_RAKE:
                weighted = _with_r_residuals(weighted)
            done[method, design] = weighted
        return done[method, design]

    return get


def _tolerances(method):
    """Of estimates and of standard errors."""
    if method == "cal_then_trim_calibrate":
        return R_DEFAULT, R_DEFAULT
    return (CLOSED, CLOSED) if method in CLOSED_FORM else (ITERATED, ITERATED)


CASES = [(method, design) for method in METHODS for design in DESIGNS]


def _indicators(coded):
    return (coded.codes[:, None] == np.arange(len(coded.labels))).astype(float)


def _means(w, y, domain=None):
    """Means of the columns of y in each column of domain, and their covariance matrix."""
    inside = np.ones((len(w), 1)) if domain is None else domain
    size = w.weights @ inside
    estimates = ((w.weights[:, None] * inside).T @ y / size[:, None]).ravel()
    u = [
        (y - m) * d[:, None] / s
        for m, d, s in zip(estimates.reshape(inside.shape[1], -1), inside.T, size, strict=True)
    ]
    return estimates, linearised_covariance(np.concatenate(u, axis=1), w.sample)


def _same(got, V, ref, method, *, scale=None):
    estimates, errors = _tolerances(method)
    assert got == pytest.approx(ref["estimate"], rel=estimates)
    se, wanted = np.sqrt(np.maximum(np.diag(V), 0)), np.array(ref["se"])
    # Standard errors that are zero (of a margin) are the root of rounding errors, 1e-16.
    floor = 1e-8 * (np.abs(got).max() if scale is None else scale)
    zero = wanted <= floor
    assert (se[zero] <= floor).all()
    assert se[~zero] == pytest.approx(wanted[~zero], rel=errors)
    if "vcov" in ref:
        R = np.array(ref["vcov"], dtype=float)
        units = np.maximum(np.sqrt(np.outer(np.diag(R), np.diag(R))), floor**2)
        assert np.abs(V - R).max() <= max(np.abs(errors * units).max(), floor**2)


@pytest.mark.parametrize(("method", "design"), CASES)
def test_weights(made, method, design):
    w = made(method, design).weights
    assert w == pytest.approx(
        value("weighting", f"{method}.{design}.weights")["values"], rel=WEIGHTS
    )
    columns = pd.read_csv(FOLDER / f"weights_{design}.csv")
    assert w == pytest.approx(columns[method].to_numpy(), rel=WEIGHTS)


@pytest.mark.parametrize(("method", "design"), CASES)
def test_means(made, method, design):
    w = made(method, design)
    y = w.frame[["api00", "meals"]].to_numpy(float)
    _same(*_means(w, y), value("weighting", f"{method}.{design}.mean"), method)


@pytest.mark.parametrize(("method", "design"), CASES)
def test_totals(made, method, design):
    w = made(method, design)
    y = w.frame[["api.stu"]].to_numpy(float)
    ref = value("weighting", f"{method}.{design}.total")
    _same(w.weights @ y, linearised_covariance(y, w.sample), ref, method)


@pytest.mark.parametrize(("method", "design"), CASES)
def test_proportions(made, method, design):
    w = made(method, design)
    y = np.hstack([_indicators(w.codes(name)) for name in ("awards", "stype")])
    _same(*_means(w, y), value("weighting", f"{method}.{design}.prop"), method)


@pytest.mark.parametrize(("method", "design"), CASES)
def test_domains(made, method, design):
    w = made(method, design)
    estimate, V = _means(w, w.frame[["api00"]].to_numpy(float), _indicators(w.codes("stype")))
    ref = value("weighting", f"{method}.{design}.by")
    assert list(w.codes("stype").labels) == ref["names"]
    _same(estimate, V, ref, method)
    estimates, errors = _tolerances(method)
    se = np.sqrt(np.diag(V))
    half = stats.norm.ppf(0.975) * se  # R's confint without df
    wanted = np.array(ref["confint"])
    assert estimate - half == pytest.approx(wanted[:, 0], rel=max(estimates, errors))
    assert estimate + half == pytest.approx(wanted[:, 1], rel=max(estimates, errors))
    assert estimate == pytest.approx(ref["table"]["api00"], rel=estimates)
    assert se == pytest.approx(ref["table"]["se"], rel=errors)


@pytest.mark.parametrize(("method", "design"), CASES)
def test_covariance_of_domains_and_a_contrast(made, method, design):
    w = made(method, design)
    estimate, V = _means(w, w.frame[["api00"]].to_numpy(float), _indicators(w.codes("stype")))
    ref = value("weighting", f"{method}.{design}.by_cov")
    _same(estimate, V, {**ref, "estimate": ref["coef"]}, method)
    _, errors = _tolerances(method)
    contrast = value("weighting", f"{method}.{design}.contrast_EH")
    c = np.array([1.0, -1.0, 0.0])
    close = pytest.approx(contrast["estimate"][0], rel=10 * _tolerances(method)[0])
    assert c @ estimate == close  # a difference of numbers ten times its size
    assert np.sqrt(c @ V @ c) == pytest.approx(contrast["se"][0], rel=errors)
    model = glm(w, "api00 ~ 0 + stype")
    _same_model(model, {**ref, "null_deviance": model.details["null_deviance"]}, method)
    # Without an intercept R's null model is zero.
    y, mean_one = w.frame["api00"].to_numpy(float), w.weights / w.weights.mean()
    assert mean_one @ y**2 == pytest.approx(ref["null_deviance"], rel=WEIGHTS)


@pytest.mark.parametrize(("method", "design"), CASES)
def test_logit_interval(made, method, design):
    w = made(method, design)
    yes = _indicators(w.codes("awards"))[:, [1]]
    (p,), V = _means(w, yes)
    ref = value("weighting", f"{method}.{design}.ciprop")
    _, errors = _tolerances(method)
    se = np.sqrt(V[0, 0])
    df = w.sample.first.sampled.sum() - w.sample.first.n_strata
    assert p == pytest.approx(ref["estimate"], rel=_tolerances(method)[0])
    assert se == pytest.approx(ref["se"], rel=errors)
    half = stats.t.ppf(0.975, df) * se / (p * (1 - p))
    limits = 1 / (1 + np.exp(-(np.log(p / (1 - p)) + np.array([-half, half]))))
    assert limits == pytest.approx(ref["ci"], rel=errors)


@pytest.mark.parametrize(("method", "design"), CASES)
def test_regression(made, method, design):
    w = made(method, design)
    _same_model(glm(w, "api00 ~ ell + meals"), value("weighting", f"{method}.{design}.glm"), method)


def _same_model(model, ref, method):
    """Everything that R's summary has; its t, p and intervals follow from the first two."""
    estimates, errors = _tolerances(method)
    estimates = max(estimates, WEIGHTS)
    assert model.coef == pytest.approx(ref["coef"], rel=estimates)
    assert model.std_error == pytest.approx(ref["se"], rel=errors)
    R = np.array(ref["vcov"])
    units = np.sqrt(np.outer(np.diag(R), np.diag(R)))
    assert np.abs(model.covariance - R).max() <= (10 * errors * units).max()
    assert (model.df, model.n) == (ref["df_residual"], ref["n"])
    assert model.details["design_df"] == ref["design_df"]
    rows = model.frame
    t = rows["statistic"].to_numpy()
    assert t == pytest.approx(ref["t"], rel=estimates + errors)
    drift = 10 * (errors + estimates) * (1 + t**2)
    p = np.array(ref["p"])
    assert (np.abs(rows["p_value"] - p) <= np.maximum(drift, 1e-8) * p).all()
    limits = rows[["conf_low", "conf_high"]].to_numpy()
    room = (estimates * np.abs(model.coef) + 5 * errors * model.std_error)[:, None]
    assert (np.abs(limits - ref["confint"]) <= room + 1e-9).all()
    for name in ("deviance", "null_deviance", "dispersion"):
        assert model.details[name] == pytest.approx(ref[name], rel=estimates)


@pytest.mark.parametrize("design", DESIGNS)
def test_the_projection_that_the_sweeps_of_rake_approach(design):
    w = rake(wave(design), TWO)._with_residuals("unweighted")
    y = w.frame[["api00", "meals"]].to_numpy(float)
    ref = value("weighting", f"rake2.{design}.mean")
    assert np.sqrt(np.diag(_means(w, y)[1])) == pytest.approx(ref["se"], rel=RAKED_SE)
    ref = value("weighting", f"rake2.{design}.by")
    V = _means(w, y[:, :1], _indicators(w.codes("stype")))[1]
    assert np.sqrt(np.diag(V)) == pytest.approx(ref["se"], rel=RAKED_SE)


@pytest.mark.parametrize("design", DESIGNS)
def test_padais_errors_after_rake_are_those_of_calibrate(design):
    w = rake(wave(design), TWO)
    y = w.frame[["api00", "meals"]].to_numpy(float)
    _same(*_means(w, y), value("weighting", f"cal_formula_list.{design}.mean"), "cal_formula_list")
    ref = value("weighting", f"cal_formula_list.{design}.by")
    domains = _means(w, y[:, :1], _indicators(w.codes("stype")))
    _same(*domains, ref, "cal_formula_list")


def test_the_population_of_the_targets():
    crossed = value("weighting", "population.cross")
    table = pd.DataFrame(crossed)
    assert table.groupby("stype")["Freq"].sum().to_dict() == TYPES
    assert table.groupby("sch.wide")["Freq"].sum().to_dict() == WIDE
    assert value("weighting", "population.api99_total")["values"] == [FIVE["api99"]]
    for margin, place in ((TYPES, 0), (WIDE, 1)):
        for cell, total in margin.items():
            assert total == sum(n for k, n in CROSSED.items() if k.split("*")[place] == cell)


STATISTICS = ("weights", "mean", "total", "prop", "by", "by_cov", "contrast_EH", "ciprop", "glm")
compared("weighting", (f"{m}.{d}.{s}" for m, d in CASES for s in STATISTICS))
compared("weighting", ("population.cross", "population.api99_total"))


def test_every_key_is_compared():
    assert COMPARED["weighting"] == set(references("weighting"))
