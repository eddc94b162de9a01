"""Area models against R's ``sae`` 1.3 on the milk table, converged (its defaults stop early)."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from padai.numerics.area_predictions import (
    AreaModel,
    fit_areas,
    weights_of_direct,
)
from padai.numerics.fay_herriot import log_likelihood
from padai.numerics.nested_errors import area_means, fit_nested_errors

pytestmark = pytest.mark.needs("smallarea")


@pytest.fixture(scope="module")
def milk(small_area_files):
    folder, answers = small_area_files
    table = pd.read_csv(folder / "milk.csv")
    dummies = pd.get_dummies(table["MajorArea"], drop_first=True).to_numpy(float)
    return (
        np.column_stack([np.ones(len(table)), dummies]),
        table["yi"].to_numpy()[:, None],
        np.diag(table["SD"].to_numpy() ** 2),
        json.loads(answers.read_text(encoding="utf-8"))["milk"],
    )


def fit(milk, method: str):
    X, y, V, _ = milk
    model = AreaModel(X, np.ones(len(y), dtype=bool), V, (np.eye(len(y)),), method)
    problems = model.problems()
    return model, problems[0], fit_areas(model, problems, y)


@pytest.mark.parametrize(
    ("method", "root"),
    [
        ("reml", "reml"),
        ("ml", "ml"),
        ("ll", "amrl"),
        ("ll_ml", "ampl"),
        ("yl", "amrl_yl"),
        ("yl_ml", "ampl_yl"),
    ],
)
def test_the_area_variance_is_the_root_of_its_score(milk, method: str, root: str) -> None:
    found = fit(milk, method)[2].variance[0]
    assert found == pytest.approx(milk[3]["tight_variances"][root], abs=1e-14)


@pytest.mark.parametrize("method", ["REML", "ML", "FH"])
def test_everything_else_is_as_r_has_it(milk, method: str) -> None:
    want = milk[3][method]
    model, problem, found = fit(milk, method.lower())
    near = {"abs": 1e-12, "rel": 1e-10}
    assert found.variance[0] == pytest.approx(want["refvar"], **near)
    assert found.beta[:, 0] == pytest.approx(want["beta"], **near)
    assert found.prediction[:, 0] == pytest.approx(want["eblup"], **near)
    assert found.error[:, 0] == pytest.approx(want["mse"], **near)
    own = np.diag(weights_of_direct(model, 0, problem, found.variance[0]))
    assert own == pytest.approx(want["gamma"], **near)
    likelihood = log_likelihood(problem, problem.turn @ milk[1], found.variance, "ml")[0]
    assert likelihood == pytest.approx(want["loglike"], **near)
    assert -2 * likelihood + 2 * 5 == pytest.approx(want["AIC"], **near)


@pytest.mark.parametrize(("name", "left_out"), [("row33_out", [32]), ("all", [])])
def test_people_in_areas(small_area_files, name: str, left_out: list[int]) -> None:
    """Hectares of corn in twelve counties; R's own search ends at about 1e-7, ``tight`` does not."""
    folder, answers = small_area_files
    want = json.loads(answers.read_text(encoding="utf-8"))["cornsoybean"][name]
    table = pd.read_csv(folder / "cornsoybean.csv").drop(index=left_out)
    counties = pd.read_csv(folder / "cornsoybeanmeans.csv")
    X = np.column_stack([np.ones(len(table)), table["CornPix"], table["SoyBeansPix"]])
    y, area = table["CornHec"].to_numpy(float), table["County"].to_numpy() - 1
    fit = fit_nested_errors(X, y, area, 12, ("1", "corn", "soybeans"))
    assert fit.area_variance == pytest.approx(want["tight"]["refvar"], rel=1e-9)
    assert fit.error_variance == pytest.approx(want["tight"]["errorvar"], rel=1e-9)
    assert fit.coef == pytest.approx(want["tight"]["fixed"], rel=1e-9)
    assert fit.log_likelihood == pytest.approx(want["loglike"], abs=1e-8)
    assert fit.effects == pytest.approx(want["random"], abs=2e-6)
    means = counties[["MeanCornPixPerSeg", "MeanSoyBeansPixPerSeg"]].to_numpy(float)
    means = np.column_stack([np.ones(12), means])
    found = area_means(fit, X, y, area, means, counties["PopnSegments"].to_numpy(float))
    assert found == pytest.approx([row["eblup"] for row in want["eblup"]], abs=1e-6)
