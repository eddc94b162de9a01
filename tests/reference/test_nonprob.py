"""Samples that are not random against R's ``nonprobsvy`` 0.2.2 on jvs and admin."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

import padai
from padai.numerics.propensity import fit_participation, imputed_mean, weighted_mean
from padai.numerics.regression import fit_glm

pytestmark = pytest.mark.needs("nonprob")
ALL = ("region", "private", "nace", "size")


class Samples:
    def __init__(self, files) -> None:
        folder, answers = files
        text = {"region": str, "nace": str, "size": str, "id": str}
        self.A = pd.read_csv(folder / "admin.csv", dtype=text)
        self.B = pd.read_csv(folder / "jvs.csv", dtype=text)
        self.y = self.A["single_shift"].to_numpy(float)
        self.d = self.B["weight"].to_numpy(float)
        self.N = self.d.sum()
        self.R = json.loads(answers.read_text(encoding="utf-8"))["results"]

    def X(self, names=ALL):
        out = []
        for table in (self.A, self.B):
            columns = [np.ones(len(table))]
            for name in names:
                if name == "private":
                    columns.append(table[name].to_numpy(float))
                    continue
                levels = sorted(set(self.A[name]) | set(self.B[name]))
                columns += [(table[name] == one).to_numpy(float) for one in levels[1:]]
            out.append(np.column_stack(columns))
        return out

    def error(self, t) -> float:
        wave = padai.Wave(
            self.B.assign(t=t), padai.Design(weight="weight", stratum="size", id="id")
        )
        order = wave.frame.index
        assert len(order) == len(t)
        return float(padai.total(wave, "t").frame["std_error"].iloc[0])


@pytest.fixture(scope="module")
def s(nonprob_files):
    return Samples(nonprob_files)


def values(entry, name):
    return list(entry[name].values())


@pytest.mark.parametrize("tight", ["", "_tight", "_popsize"])
def test_weights_by_propensity(s, tight: str) -> None:
    XA, XB = s.X()
    want = s.R[f"ipw_logit_svydesign{tight}"]
    fit = fit_participation(XA, "logit", XB=XB, d=s.d)
    found = weighted_mean(fit, XA, s.y, XB, s.N, known=True)
    assert fit.coef == pytest.approx(values(want, "selection_coef"), abs=2e-6)
    error = np.sqrt(np.diag(np.linalg.inv(fit.information)))
    assert error == pytest.approx(want["selection_se"], abs=1e-6)
    assert found.estimate == pytest.approx(want["mean"], abs=1e-6)
    assert (1 / fit.pi).sum() / s.N == pytest.approx(want["sum_ipw_weights"] / s.N, abs=1e-6)
    assert [min(1 / fit.pi), max(1 / fit.pi)] == pytest.approx(
        want["ipw_weights_range"],
        rel=2e-6,  # of the largest R's iteration leaves 1.2e-6
    )
    assert s.error(found.t) == pytest.approx(want["se_parts"]["prob"], abs=1e-6)
    # Its own part differs on purpose: R adds the covariance where it must take it away, and has
    # (1 - pi) / pi where the variance of 1 / pi is (1 - pi) / pi^2. With both, R's number.
    b = np.linalg.solve(fit.information, XA.T @ ((1 / fit.pi - 1) * s.y))
    odds, Xb = (1 - fit.pi) / fit.pi, XA @ b
    as_r = (odds * s.y**2 + 2 * odds * s.y * Xb + (1 - fit.pi) * Xb**2).sum() / s.N**2
    assert np.sqrt(as_r) == pytest.approx(want["se_parts"]["nonprob"], abs=1e-6)
    right = ((1 - fit.pi) * (s.y / fit.pi - Xb) ** 2).sum() / s.N**2
    assert found.own_variance == pytest.approx(right, rel=1e-10)


def test_probit(s) -> None:
    XA, XB = s.X()
    want = s.R["ipw_probit_svydesign"]
    fit = fit_participation(XA, "probit", XB=XB, d=s.d)
    assert fit.coef == pytest.approx(values(want, "selection_coef"), abs=1e-6)
    error = np.sqrt(np.diag(np.linalg.inv(fit.information)))
    assert error == pytest.approx(want["selection_se"], abs=1e-6)
    found = weighted_mean(fit, XA, s.y, XB, s.N, known=True)
    assert found.estimate == pytest.approx(want["mean"], abs=1e-6)
    assert (1 / fit.pi).sum() / s.N == pytest.approx(want["sum_ipw_weights"] / s.N, abs=1e-6)


@pytest.mark.parametrize("name", ["ipw_logit_gee_svydesign", "ipw_logit_totals"])
def test_calibrated(s, name: str) -> None:
    XA, XB = s.X()
    want = s.R[name]
    given = {"totals": XB.T @ s.d} if "totals" in name else {"XB": XB, "d": s.d}
    fit = fit_participation(XA, "logit", calibrated=True, **given)
    found = weighted_mean(fit, XA, s.y, XB if "XB" in given else XB[:0], s.N, known=True)
    assert fit.coef == pytest.approx(values(want, "selection_coef"), abs=1e-9)
    error = np.sqrt(np.diag(np.linalg.inv(fit.information)))
    assert error == pytest.approx(want["selection_se"], abs=1e-9)
    assert found.estimate == pytest.approx(want["mean"], abs=1e-9)
    if "XB" in given:
        assert s.error(found.t) == pytest.approx(want["se_parts"]["prob"], abs=1e-9)
    # R's own part again: the covariance with the wrong sign, and (1 - pi) / pi among the squares.
    b = np.linalg.solve(fit.information, XA.T @ ((1 / fit.pi - 1) * s.y))
    w, Xb = (1 - fit.pi) / fit.pi**2, XA @ b
    as_r = (w * s.y**2 + 2 * w * s.y * Xb + w * fit.pi * Xb**2).sum() / s.N**2
    assert np.sqrt(as_r) == pytest.approx(want["se_parts"]["nonprob"], abs=1e-9)
    assert found.own_variance == pytest.approx((w * (s.y - Xb) ** 2).sum() / s.N**2, rel=1e-10)


@pytest.mark.parametrize("family", ["gaussian", "binomial"])
def test_mass_imputation(s, family: str) -> None:
    XA, XB = s.X()
    want = s.R[f"mi_glm_{family}_svydesign"]
    names = tuple(str(k) for k in range(XA.shape[1]))
    fit = fit_glm(XA, s.y, np.ones(len(s.y)), family, names=names)
    assert fit.coef == pytest.approx(values(want, "outcome_coef"), abs=1e-6)
    eta = XB @ fit.coef
    mB = eta if family == "gaussian" else 1 / (1 + np.exp(-eta))
    one = family == "gaussian"
    slopes = (
        (np.ones(len(XA)), np.ones(len(XB))) if one else (fit.mean * (1 - fit.mean), mB * (1 - mB))
    )
    found = imputed_mean(XA, s.y - fit.mean, slopes, XB, mB, s.d)
    assert found.estimate == pytest.approx(want["mean"], abs=1e-7)
    assert np.sqrt(found.own_variance) == pytest.approx(want["se_parts"]["nonprob"], abs=1e-7)
    assert s.error(found.t) == pytest.approx(want["se_parts"]["prob"], abs=1e-7)
    if family == "gaussian":
        want = s.R["mi_glm_gaussian_totals"]
        means = (XB.T @ s.d)[None, :] / s.N
        alone = imputed_mean(
            XA, s.y - fit.mean, (slopes[0], np.ones(1)), means, means @ fit.coef, np.array([s.N])
        )
        assert alone.estimate == pytest.approx(want["mean"], abs=1e-7)
        assert np.sqrt(alone.own_variance) == pytest.approx(want["se"], abs=1e-7)


DOUBLY = [
    ("dr_svydesign", ALL, ALL, "gaussian"),
    ("dr_svydesign_tight", ALL, ALL, "gaussian"),
    ("dr_svydesign_different_models", ("region", "size"), ("nace", "private"), "gaussian"),
    ("dr_binomial_svydesign", ALL, ALL, "binomial"),
]


@pytest.mark.parametrize(("name", "selection", "outcome", "family"), DOUBLY)
def test_doubly_robust(s, name: str, selection, outcome, family: str) -> None:
    XA, XB = s.X(selection)
    ZA, ZB = s.X(outcome)
    want = s.R[name]
    fit = fit_participation(XA, "logit", XB=XB, d=s.d)
    names = tuple(str(k) for k in range(ZA.shape[1]))
    model = fit_glm(ZA, s.y, np.ones(len(s.y)), family, names=names)
    eta = ZB @ model.coef
    mB = eta if family == "gaussian" else 1 / (1 + np.exp(-eta))
    found = weighted_mean(fit, XA, s.y, XB, s.N, known=True, predicted=(model.mean, mB), d=s.d)
    assert found.estimate == pytest.approx(want["mean"], abs=1e-6)


def test_doubly_robust_with_totals(s) -> None:
    XA, XB = s.X()
    totals = XB.T @ s.d
    want = s.R["dr_totals"]
    fit = fit_participation(XA, "logit", totals=totals)
    beta = np.linalg.lstsq(XA, s.y, rcond=None)[0]
    found = weighted_mean(
        fit,
        XA,
        s.y,
        XB[:0],
        s.N,
        known=True,
        predicted=(XA @ beta, np.zeros(0)),
        predicted_total=float(totals @ beta),
    )
    assert found.estimate == pytest.approx(want["mean"], abs=1e-9)
