"""The verb for samples that are not random: what it answers and refuses."""

from __future__ import annotations

import datetime as dt
import json
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from scipy.special import ndtri

import padai
from padai.errors import DataError, EstimationError
from padai.results import COLUMNS


@pytest.fixture(scope="module")
def samples():
    rng = np.random.default_rng(6)
    sex, age = rng.choice(["F", "M"], 4000), rng.integers(18, 90, 4000).astype(float)
    trust = (rng.uniform(size=4000) < 0.25 + 0.3 * (sex == "F") + 0.003 * age).astype(int)
    took = rng.uniform(size=4000) < np.where(sex == "F", 0.3, 0.1) * (1.3 - age / 100)
    everyone = pd.DataFrame({"sex": sex, "age": age, "trust": trust})
    picked = rng.choice(4000, 600, replace=False)
    reference = everyone.loc[picked, ["sex", "age"]].assign(w=4000 / 600)
    own = padai.Wave(everyone[took], padai.Design(), id="web", date=dt.date(2025, 5, 1))
    return own, padai.Wave(reference, padai.Design(weight="w"), date=dt.date(2025, 3, 1)), everyone


HOW = [
    {"method": "ipw"}, {"method": "ipw", "participation": "calibrated"}, {"method": "ipw", "link": "probit"},
    {"method": "ipw", "link": "cloglog"}, {"method": "mass"},
    {"method": "mass", "imputation": "predictive", "variance": "bootstrap", "draws": 200},
    {"method": "doubly_robust"},
]  # fmt: skip


@pytest.mark.parametrize("how", HOW)
def test_each_model_mends_what_it_observes(samples, how) -> None:
    own, reference, everyone = samples
    found = padai.nonprob(
        own, "trust", net=[1], reference=reference, variables=["sex", "age"], **how
    )
    row = found.frame.iloc[0]
    truth = everyone["trust"].mean()
    assert tuple(found.frame.columns[: len(COLUMNS)]) == COLUMNS
    assert abs(row["naive"] - truth) > 0.03
    assert abs(row["estimate"] - truth) < 2.6 * row["std_error"]
    assert row["model"].startswith(how["method"])


def test_bootstrap_and_formula_agree_and_seeds_repeat(samples) -> None:
    own, reference, _ = samples
    given = {"net": [1], "reference": reference, "variables": ["sex", "age"], "method": "ipw"}
    plain = padai.nonprob(own, "trust", **given).frame.iloc[0]
    drawn = [
        padai.nonprob(own, "trust", variance="bootstrap", draws=300, seed=s, **given).frame.iloc[0]
        for s in (1, 1, 2)
    ]
    assert drawn[0]["std_error"] == drawn[1]["std_error"] != drawn[2]["std_error"]
    assert drawn[0]["std_error"] == pytest.approx(plain["std_error"], rel=0.2)


def test_the_interval_of_a_share_may_be_on_the_logit_scale(samples) -> None:
    _, reference, everyone = samples
    rare = everyone.groupby("sex").head(12).assign(seen=[1] + [0] * 23)
    own = padai.Wave(rare, padai.Design())
    given = {"reference": reference, "variables": ["sex"], "method": "ipw"}
    share = padai.nonprob(own, "seen", net=[1], ci="logit", **given).frame.iloc[0]
    mean = padai.nonprob(own, "seen", **given).frame.iloc[0]
    p, error = share["estimate"], share["std_error"]
    logit = np.log(p / (1 - p)) + ndtri([0.025, 0.975]) * error / (p * (1 - p))
    assert mean[["estimate", "std_error"]].tolist() == pytest.approx([p, error], rel=1e-12)
    assert mean["conf_low"] == pytest.approx(p + ndtri(0.025) * error, rel=1e-12)
    assert mean["conf_low"] < 0 < share["conf_low"] < p < share["conf_high"] < 1
    found = share[["conf_low", "conf_high"]].tolist()
    assert found == pytest.approx((1 / (1 + np.exp(-logit))).tolist(), rel=1e-12)
    with pytest.raises(EstimationError, match="net"):
        padai.nonprob(own, "seen", ci="logit", **given)


def test_totals_of_the_population(samples) -> None:
    own, _, everyone = samples
    totals = {"sex": everyone["sex"].value_counts().to_dict(), "age": everyone["age"].sum()}
    found = padai.nonprob(
        own, "trust", net=[1], reference=totals, variables=["sex", "age"], population=4000
    ).frame.iloc[0]
    assert abs(found["estimate"] - everyone["trust"].mean()) < 2.6 * found["std_error"]
    assert found["std_error_reference"] == 0


@pytest.mark.needs("nonprob")
def test_the_verb_gives_rs_numbers(nonprob_files) -> None:
    folder, answers = nonprob_files
    text = {"region": str, "nace": str, "size": str, "id": str}
    own = padai.Wave(pd.read_csv(folder / "admin.csv", dtype=text), padai.Design())
    other = padai.Wave(
        pd.read_csv(folder / "jvs.csv", dtype=text), padai.Design(weight="weight", stratum="size")
    )
    want = json.loads(answers.read_text(encoding="utf-8"))["results"]
    given = {
        "reference": other, "variables": ["region", "private", "nace", "size"], "net": [True],
    }  # fmt: skip
    mass = padai.nonprob(own, "single_shift", method="mass", family="gaussian", **given)
    row, r = mass.frame.iloc[0], want["mi_glm_gaussian_svydesign"]
    assert row[["estimate", "std_error"]].tolist() == pytest.approx([r["mean"], r["se"]], abs=1e-9)
    assert row[["conf_low", "conf_high"]].tolist() == pytest.approx(r["ci"], abs=1e-9)
    ipw = padai.nonprob(own, "single_shift", method="ipw", population=51870, **given)
    row, r = ipw.frame.iloc[0], want["ipw_logit_svydesign"]
    assert row["estimate"] == pytest.approx(r["mean"], abs=1e-6)
    assert row["std_error_reference"] == pytest.approx(r["se_parts"]["prob"], abs=1e-6)


BAD = [
    ({"variables": []}, "name the variables"),
    ({"variables": ["age", "w"]}, "'w' is not in the data"),
    ({"variables": ["trust"]}, "the reference has no 'trust'"),
    ({"net": [7]}, "'trust' has no code 7"),
    ({"method": "dr"}, "method='dr' is not known"),
    ({"link": "log"}, "link='log' is not known"),
    ({"reference": [1]}, "`reference` is a Wave with its design"),
    ({"reference": {"sex": {"F": 1, "M": 2}}}, "give the size of their population"),
    (
        {"reference": {"sex": {"F": 1, "M": 2}}, "variables": ["sex"], "population": 10},
        "add up to 3, the population is 10",
    ),
    ({"method": "mass", "imputation": "nearest"}, "has no analytic variance"),
    ({"variance": "bootstrap", "draws": 5}, "needs 200 or more"),
]


@pytest.mark.parametrize(("given", "said"), BAD)
def test_what_is_refused(samples, given, said: str) -> None:
    own, reference, _ = samples
    call = {"net": [1], "reference": reference, "variables": ["sex", "age"], **given}
    with pytest.raises((EstimationError, DataError), match=said) as caught:
        padai.nonprob(own, "trust", **call)
    assert caught.value.texts["fr"] != caught.value.texts["en"]


@pytest.mark.parametrize("kind", ["open", "minipublic"])
def test_consultations_and_panels_of_citizens_are_no_population(samples, kind: str) -> None:
    own, reference, _ = samples
    survey = SimpleNamespace(
        id="s", questions={}, part=lambda wave, part: SimpleNamespace(sample_type=kind)
    )
    wave = padai.Wave(own.frame, own.design, id="2025", survey=survey)
    with pytest.raises(EstimationError, match=f"this part is '{kind}'"):
        padai.nonprob(wave, "trust", net=[1], reference=reference, variables=["sex"])


def test_another_year_a_lone_category_and_blanks(samples) -> None:
    own, reference, _ = samples
    older = padai.Wave(reference.frame, reference.design, date=dt.date(2019, 3, 1))
    call = {"net": [1], "variables": ["sex"]}
    with pytest.raises(EstimationError, match="is of 2025, its reference of 2019"):
        padai.nonprob(own, "trust", reference=older, **call)
    assert len(padai.nonprob(own, "trust", reference=older, other_year=True, **call)) == 1
    lone = reference.frame
    lone.loc[0:5, "sex"] = "X"
    with pytest.raises(EstimationError, match="category X of 'sex' is in only one"):
        padai.nonprob(own, "trust", reference=padai.Wave(lone, reference.design), **call)
    lone.loc[lone["sex"] == "X", "sex"] = None
    with pytest.raises(EstimationError, match=r"'sex' is blank in \d rows"):
        padai.nonprob(own, "trust", reference=padai.Wave(lone, reference.design), **call)


WITHOUT_WEIGHT = [
    {"method": "ipw"}, {"method": "ipw", "participation": "calibrated"}, {"method": "mass"},
    {"method": "doubly_robust"},
    {"method": "mass", "imputation": "nearest", "variance": "bootstrap", "draws": 200},
]  # fmt: skip


@pytest.mark.parametrize("how", WITHOUT_WEIGHT)
def test_rows_without_weight_stand_for_nobody(samples, how) -> None:
    """Whatever they hold, a category of their own too; the design keeps them."""
    own, reference, _ = samples
    given = {"net": [1], "variables": ["sex", "age"], **how}
    plain = padai.nonprob(own, "trust", reference=reference, **given).frame.iloc[0]
    more = pd.DataFrame({"sex": ["X", None, "F"], "age": [np.nan, 30.0, 1e6], "w": 0.0})
    padded = padai.Wave(pd.concat([reference.frame, more]), padai.Design(weight="w"))
    found = padai.nonprob(own, "trust", reference=padded, **given).frame.iloc[0]
    assert found["estimate"] == pytest.approx(plain["estimate"], rel=1e-12)
    assert found["std_error_sample"] == pytest.approx(plain["std_error_sample"], nan_ok=True)
    assert found["std_error"] == pytest.approx(plain["std_error"], rel=0.02)  # three psus more
    people = own.frame.assign(w=1.0)
    guests = people.iloc[:2].assign(w=0.0, sex=["X", None], age=[np.nan, 40.0])
    joined = padai.Wave(pd.concat([people, guests]), padai.Design(weight="w"), id="web")
    kept = padai.nonprob(joined, "trust", reference=reference, **given).frame.iloc[0]
    assert kept["n_base"] == len(people)
    assert kept["estimate"] == pytest.approx(plain["estimate"], rel=1e-12)


@pytest.mark.parametrize("method", ["ipw", "mass", "doubly_robust"])
@pytest.mark.parametrize("answer", [0, 1])
def test_an_answer_that_all_gave_is_no_share_of_a_population(samples, method, answer) -> None:
    own, reference, _ = samples
    everyone = padai.Wave(own.frame.assign(trust=answer), padai.Design())
    with pytest.raises(EstimationError, match="gave the same answer to 'trust'"):
        padai.nonprob(
            everyone, "trust", net=[answer], reference=reference, variables=["sex"], method=method
        )


def test_a_share_of_more_than_all_is_refused_with_what_mends_it() -> None:
    rng = np.random.default_rng(6)
    own = pd.DataFrame({"x": rng.normal(1.5, 1, 150), "yes": [1] * 148 + [2] * 2})
    other = pd.DataFrame({"x": rng.normal(0, 1, 100), "w": 40.0})
    given = {
        "net": [1], "reference": padai.Wave(other, padai.Design(weight="w")), "variables": ["x"],
        "method": "ipw",
    }  # fmt: skip
    wave = padai.Wave(own, padai.Design())
    with pytest.raises(EstimationError, match=r"comes out at 1\d\d\.\d%.*calibrated"):
        padai.nonprob(wave, "yes", **given)
    mended = padai.nonprob(wave, "yes", participation="calibrated", **given).frame.iloc[0]
    assert 0.9 < mended["estimate"] < 1


@pytest.mark.parametrize("participation", ["ml", "calibrated"])
@pytest.mark.parametrize("method", ["ipw", "mass", "doubly_robust"])
def test_a_year_is_as_good_a_variable_as_the_years_since(method: str, participation: str) -> None:
    """Far from zero for its spread: it was refused, or the mean of something else was given."""
    draw = np.random.default_rng(5)
    own = pd.DataFrame({"x": draw.integers(0, 30, 300) * 1.0})
    own["y"] = own["x"] / 10 + draw.normal(size=300)
    other = pd.DataFrame({"x": draw.integers(0, 30, 500) * 1.0, "w": draw.gamma(3, 4, 500)})
    found = []
    for start in (0.0, 2020.0, 20250101.0):
        made = padai.nonprob(
            padai.Wave(own.assign(x=own["x"] + start), padai.Design()),
            "y",
            reference=padai.Wave(other.assign(x=other["x"] + start), padai.Design(weight="w")),
            variables=["x"],
            method=method,
            participation=participation,
        )
        found.append(made.frame[["estimate", "std_error"]].to_numpy(dtype=float).ravel())
    assert found[1] == pytest.approx(found[0], rel=1e-9)
    assert found[2] == pytest.approx(found[0], rel=1e-7)
