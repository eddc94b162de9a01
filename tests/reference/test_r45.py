"""What R's survey 4.5 has besides: intervals, Bell-McCaffrey, domains after calibration, p.adjust.

Closed forms agree to 1e-9 (adjusted p-values to 1e-14). R ends a likelihood interval on a spline
through a few points of its profile, 2e-3 of the width from the root of the same profile; padai's
are held to that root. R's arcsine interval turns back where its scale ends; padai's ends there.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import numpy as np
import pytest
from scipy import stats

import padai
from padai.numerics.intervals import proportion_interval
from padai.numerics.multiplicity import adjust_p
from padai.numerics.multistage_bootstrap import factors
from tests.reference.model_designs import FOLDER, frame, numbers
from tests.reference.model_designs import wave as designed
from tests.reference.test_r45_replicates import MODELS
from tests.reference.test_replicates import TARGETS

CLOSED = 1e-9


@cache
def answers(name: str) -> dict[str, Any]:
    file = json.loads((FOLDER / "r45" / f"{name}.json").read_text(encoding="utf-8"))
    assert file["meta"]["survey"] == "4.5"
    return file["refs"]


@cache
def wave(design: str) -> padai.Wave:
    if design == "dpairs":
        return padai.Wave(frame("apipairs"), padai.Design(weight="pw", stratum="pstr", psu="dnum"))
    own = designed(design)
    high, rare = own.frame["stype"] == "H", own.frame["api00"] > 880
    return padai.Wave(own.frame.assign(high=high.astype(int), rare=rare.astype(int)), own.design)


@pytest.mark.parametrize("key", answers("multiplicity"))
def test_adjusted_p_values(key: str) -> None:
    ref = answers("multiplicity")[key]
    given, wanted = (numbers(np.ravel(ref[name])) for name in ("p", "adjusted"))
    found = adjust_p(given, key.split(".")[0])
    assert found == pytest.approx(wanted, rel=1e-14, abs=0, nan_ok=True)


NET = {"awards": "Yes", "high": "1", "rare": "1"}


@pytest.mark.parametrize("key", answers("intervals"))
def test_intervals_of_shares(key: str) -> None:
    """R's formula with the degrees of freedom that R took; `beta` without padai's cap."""
    ref = answers("intervals")[key]
    method, share, design, level, df = key.split("/")
    row = padai.proportion(wave(design), share, net=NET[share]).frame.iloc[0]
    assert row["estimate"] == pytest.approx(ref["estimate"], rel=CLOSED)
    assert row["std_error"] == pytest.approx(ref["se"], rel=CLOSED)
    own = row["df"] if method == "beta" else float(df)
    given = (np.array([v]) for v in (row["estimate"], row["std_error"], own, *[row["n_base"]] * 2))
    found = proportion_interval(*given, float(level), method, capped=False)
    ends = [float(end[0]) for end in found]
    if method == "likelihood":
        assert ends == pytest.approx(ref["profiled"], rel=1e-8)
        assert np.abs(np.subtract(ends, ref["ci"])).max() < 2e-3 * (ends[1] - ends[0])
    elif method == "asin" and ends[0] == 0:
        p, odd = row["estimate"], float(df)
        half = stats.t.ppf(0.5 + float(level) / 2, odd) * row["std_error"] / 2
        turned = np.arcsin(np.sqrt(p)) - half / np.sqrt(p * (1 - p))
        assert turned < 0
        assert [np.sin(turned) ** 2, ends[1]] == pytest.approx(ref["ci"], rel=CLOSED)
    else:
        assert ends == pytest.approx(ref["ci"], rel=1e-8 if method == "logit" else CLOSED)


FORMULAS = {
    **MODELS,
    "mean": ("api00 ~ 1", "gaussian"),
    "share": ("I(awards == 'Yes') ~ 1", "binomial"),
}


ONE_STAGE = ("dstrat", "dstrat0", "dclus1", "dclus1_0", "dpairs")


@pytest.mark.parametrize(
    "key", [k for k in answers("bell_mccaffrey") if k.split(".")[-1] in ONE_STAGE]
)
def test_bell_mccaffrey(key: str) -> None:
    """R's degrees of freedom count no strata: padai's are these, at most psus minus strata."""
    ref = answers("bell_mccaffrey")[key]
    what, design = key.split(".")
    formula, family = FORMULAS["line" if what == "domain" else what]
    where = {"sch.wide": "Yes"} if what == "domain" else None
    own = wave(design)
    model = padai.glm(own, formula, family=family, where=where, std_errors="bell-mccaffrey")
    held_to(model, ref)


def test_bell_mccaffrey_after_raking() -> None:
    own = padai.rake(wave("dclus1_0"), TARGETS, min_cell=1)
    model = padai.glm(own, MODELS["line"][0], std_errors="bell-mccaffrey")
    held_to(model, answers("bell_mccaffrey")["line.raked"], rel=1e-7)


def test_bell_mccaffrey_of_two_stages_is_that_of_their_psus() -> None:
    """R's survey 4.5 takes other rows for a psu there: errors 2 to 5% less, df a third."""
    refs, own = answers("bell_mccaffrey"), wave("dclus2_wr")
    held_to(
        padai.glm(own, MODELS["line"][0], std_errors="bell-mccaffrey"), refs["line.dclus2_psus"]
    )
    right, wrong = refs["line.dclus2_psus"], refs["two_stages"]
    assert (np.divide(wrong["se"], right["se"]) < 0.99).all()
    assert (np.divide(wrong["df"], right["df"]) < 0.45).all()


def held_to(model: Any, ref: dict[str, Any], rel: float = CLOSED) -> None:
    iterated = model.family != "gaussian"
    assert model.coef == pytest.approx(np.array(ref["coef"]), rel=max(rel, 1e-8))
    assert model.std_error == pytest.approx(
        np.array(ref["se"]), rel=1e-7 if iterated else max(rel, 1e-8)
    )
    R = np.atleast_2d(np.array(ref["vcov"]))
    units = np.sqrt(np.outer(np.diag(R), np.diag(R)))
    assert np.abs((model.covariance - R) / units).max() <= 1e-6
    satterthwaite = model.details["satterthwaite_df"]
    assert satterthwaite == pytest.approx(np.array(ref["df"]), rel=1e-9)
    assert min(satterthwaite) == pytest.approx(ref["df_residual"], rel=1e-9)
    capped = np.minimum(ref["df"], model.details["design_df"])
    table = model.frame
    assert table["df"].to_numpy() == pytest.approx(capped, rel=1e-9)
    assert model.df == pytest.approx(capped.min(), rel=1e-9)
    half = stats.t.ppf(0.975, ref["df"]) * model.std_error
    ends = np.stack([model.coef - half, model.coef + half], axis=1)
    assert ends == pytest.approx(
        np.array(ref["ci"]).reshape(-1, 2), rel=1e-5
    )  # by pnorm of a far tail
    half = stats.t.ppf(0.975, capped) * model.std_error
    assert table["conf_high"].to_numpy() == pytest.approx(model.coef + half, rel=1e-12)


@pytest.mark.parametrize("key", answers("calibrated_domains"))
def test_domains_after_calibration(key: str) -> None:
    ref = answers("calibrated_domains")[key]
    by, how, design = key.split("/")
    plain = wave(design)
    if how == "poststratified":
        made = padai.poststratify(plain, {"stype": TARGETS["stype"]}, min_cell=1)
    else:
        made = padai.calibrate(plain, TARGETS, method=how, min_cell=1)
    est = padai.mean(made, ["api00", "meals"], by=by)
    rows = []
    for name in ref["names"]:
        group, question = name.split(":")
        rows.append(int(est.rows(question=question, breakdown=by, group=group)[0]))
    part, rel = est.frame.iloc[rows], 1e-7
    assert part["estimate"].tolist() == pytest.approx(ref["estimate"], rel=rel)
    assert part["std_error"].tolist() == pytest.approx(ref["se"], rel=rel)
    R = np.array(ref["vcov"])
    units = np.sqrt(np.outer(np.diag(R), np.diag(R)))
    assert np.abs((est.cov(rows) - R) / units).max() <= 1e-6


@pytest.mark.parametrize("key", answers("predmeans"))
def test_predictive_margins(key: str) -> None:
    """The means of `svypredmeans`; its two variances taken together, which it adds as if apart."""
    ref, (design, kind) = answers("predmeans")[key], key.split(".")
    own = wave(design)
    own = padai.Wave(own.frame.assign(high=(own.frame["api00"] > 650).astype(float)), own.design)
    formulas = {"line": "api00 ~ ell + meals + stype", "logit": "high ~ ell + stype"}
    family = {"line": "gaussian", "logit": "binomial"}[kind]
    model = padai.glm(own, formulas[kind], family=family)
    found = padai.predict(model, by="stype", adjusted=True).frame.set_index("stype")
    found = found.loc[ref["codes"]]
    assert found["estimate"].to_numpy() == pytest.approx(np.array(ref["estimate"]), rel=CLOSED)
    assert found["std_error"].to_numpy() == pytest.approx(np.array(ref["se_together"]), rel=CLOSED)
    apart = np.divide(ref["se"], ref["se_together"])
    assert (abs(apart - 1) > 1e-4).all()


def test_the_multistage_bootstrap_has_the_factors_of_r() -> None:
    """Of the units that R drew: by stage, stratum by stratum of those that the stage before kept."""
    refs = answers("mrbbootstrap")
    own = wave("dclus2")
    stages = own.sample.stages
    first, second = (np.array(refs["cluster"][name]) for name in ("dnum", "snum"))
    kept = [np.zeros((stage.n_psus, 5), dtype=bool) for stage in stages]
    replicate = -1
    for drawn in refs["kept"]:
        of_first = set(drawn) <= set(first.tolist())
        replicate += of_first
        place, ids = (0, first) if of_first else (1, second)
        rows = np.isin(ids, drawn)
        kept[place][stages[place].psu[rows], replicate] = True
    alone = stages[1].sampled[stages[1].stratum_of_psu] == 1
    kept[1][alone] = True
    assert replicate == 4
    assert factors(stages, kept) == pytest.approx(np.array(refs["factors"]), rel=1e-12, abs=1e-14)
    made = padai.replicate_weights(own, "mrbbootstrap", n=5, seed=1).sample.replicates
    assert made is not None
    assert made.scale * made.rscales == pytest.approx(np.array(refs["rscales"]) * refs["scale"])
    shown = np.unique(np.round(made.values, 9))
    assert set(shown) <= set(np.unique(np.round(values_of_r(), 9)))


def values_of_r() -> np.ndarray:
    """Every factor that 120 replicates of R's have."""
    file = frame("repweights_mrb")
    ratios = file.filter(regex=r"^rw\d").to_numpy() / file["weight"].to_numpy()[:, None]
    return np.unique(ratios)
