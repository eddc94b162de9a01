"""Replicate designs, as they came and raked, against R's survey 4.5: models, tests, domains.

Each replicate is raked anew. Closed forms agree to 1e-9; after raking (which both sides carry to
their own end) to 1e-7. R ends a model's replicates at its own tolerance: 1e-7.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import numpy as np
import pytest

from padai.errors import EstimationError
from padai.estimation.comparisons import ttest
from padai.estimation.crosstabs import crosstab_test
from padai.estimation.models import glm
from padai.estimation.moments import mean
from padai.estimation.term_tests import term_test
from padai.results import Model
from padai.waves.wave import Wave
from padai.weighting import rake
from tests.reference.model_designs import FOLDER
from tests.reference.test_replicates import TARGETS, with_r_replicates

KINDS = ("JKn", "boot", "JK1", "sub_mse", "Fay", "mrb")
STATES = ("plain", "raked")
MODELS = {
    "line": ("api00 ~ ell + meals", "gaussian"),
    "factor": ("api00 ~ stype * `sch.wide` + meals", "gaussian"),
    "binomial": ("I(awards == 'Yes') ~ ell + meals", "binomial"),
    "poisson": ("`api.stu` ~ stype + meals", "poisson"),
}
TERMS = {
    "line": ["ell", "meals"],
    "factor": ["stype:sch.wide"],
    "binomial": ["meals"],
    "poisson": ["stype"],
}
FITTED = [
    (what, kind) for what in MODELS for kind in KINDS if (what, kind) != ("factor", "sub_mse")
]
METHODS = {"Wald": "wald", "LRT": "lrt", "WorkingWald": "working_wald"}
CLOSED, RAKED, ITERATED = 1e-9, 1e-7, 1e-7

pytestmark = pytest.mark.parametrize("state", STATES)


@cache
def answers() -> dict[str, Any]:
    file = json.loads((FOLDER / "r45" / "raked_replicates.json").read_text(encoding="utf-8"))
    assert file["meta"]["survey"] == "4.5"
    return file["refs"]


def answer(what: str, kind: str, state: str) -> dict[str, Any]:
    return answers()[f"{what}/{kind}/{state}"]


@cache
def wave(kind: str, state: str) -> Wave:
    plain = with_r_replicates(kind)
    if state == "plain":
        return plain
    shares = {name: {code: n / 6194 for code, n in m.items()} for name, m in TARGETS.items()}
    return rake(plain, shares, min_cell=1)


def tolerance(state: str) -> float:
    return CLOSED if state == "plain" else RAKED


@cache
def model(what: str, kind: str, state: str) -> Model:
    formula, family = MODELS[what]
    return glm(wave(kind, state), formula, family=family)


@pytest.mark.parametrize("kind", KINDS)
def test_weights_and_degrees_of_freedom(kind: str, state: str) -> None:
    ref, w = answer("design", kind, state), wave(kind, state)
    assert np.asarray(w.weights) == pytest.approx(ref["weights"], rel=tolerance(state))
    assert mean(w, "api00").frame["df"].iloc[0] == ref["degf"]


@pytest.mark.parametrize(("what", "kind"), FITTED)
def test_models(what: str, kind: str, state: str) -> None:
    ref, found = answer(what, kind, state), model(what, kind, state)
    assert found.coef == pytest.approx(np.array(ref["coef"]), rel=ITERATED)
    assert found.std_error == pytest.approx(np.array(ref["se"]), rel=ITERATED)
    R = np.array(ref["vcov"])
    units = np.sqrt(np.outer(np.diag(R), np.diag(R)))
    assert np.abs((found.covariance - R) / units).max() <= 10 * ITERATED
    assert found.df == ref["df_residual"]


@pytest.mark.parametrize(("what", "kind"), FITTED)
@pytest.mark.parametrize("method", METHODS)
def test_terms(what: str, method: str, kind: str, state: str) -> None:
    ref = answer(f"{what}_{method}", kind, state)
    found = term_test(model(what, kind, state), TERMS[what], method=METHODS[method])
    assert (found.df, found.df_denominator) == (ref["df"], ref["ddf"])
    assert found.statistic == pytest.approx(ref["statistic"], rel=1e-6)
    assert found.p_value == pytest.approx(ref["p"], rel=1e-5, abs=1e-12)
    assert list(found.deltas) == pytest.approx(ref["lambda"], rel=1e-6)


def test_a_replicate_that_leaves_a_coefficient_undetermined_is_named(state: str) -> None:
    """R's survey 4.5 gives this coefficient a standard error of 4e15."""
    assert max(answer("factor", "sub_mse", state)["se"]) > 1e12
    with pytest.raises(EstimationError, match=r"^Replicate \d+ of 80: The model matrix is") as told:
        model("factor", "sub_mse", state)
    assert told.value.texts["fr"].startswith("Réplication ")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("by", ["sch.wide", "awards"])
def test_differences_of_means(by: str, kind: str, state: str) -> None:
    ref, found = answer(f"ttest_{by}", kind, state), ttest(wave(kind, state), "api00", by)
    rel = tolerance(state)
    assert found.estimate == pytest.approx(ref["estimate"], rel=rel)
    assert found.statistic == pytest.approx(ref["statistic"], rel=rel)
    assert found.df_denominator == ref["df"]
    assert found.p_value == pytest.approx(ref["p"], rel=100 * rel)
    assert [found.conf_low, found.conf_high] == pytest.approx(ref["ci"], rel=10 * rel)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("statistic", ["F", "Chisq", "Wald", "adjWald"])
def test_association(statistic: str, kind: str, state: str) -> None:
    ref = answer(f"association_{statistic}", kind, state)
    found = crosstab_test(wave(kind, state), "awards", "stype", statistic=statistic)
    rel = tolerance(state)
    assert found.statistic == pytest.approx(ref["statistic"], rel=10 * rel)
    wanted = ref["parameter"]
    assert [found.df, found.df_denominator][: len(wanted)] == pytest.approx(wanted, rel=10 * rel)
    assert found.p_value == pytest.approx(ref["p"], rel=1000 * rel)


@pytest.mark.parametrize("kind", KINDS)
def test_domains_and_their_covariance(kind: str, state: str) -> None:
    ref, found = answer("by", kind, state), mean(wave(kind, state), "api00", by="stype")
    rows = [int(found.rows(breakdown="stype", group=g)[0]) for g in ref["names"]]
    part, rel = found.frame.iloc[rows], tolerance(state)
    assert part["estimate"].tolist() == pytest.approx(ref["estimate"], rel=rel)
    assert part["std_error"].tolist() == pytest.approx(ref["se"], rel=rel)
    R = np.array(ref["vcov"])
    units = np.sqrt(np.outer(np.diag(R), np.diag(R)))
    assert np.abs((found.cov(rows) - R) / units).max() <= 10 * rel
