"""Means of areas from their people: the verb, its errors and what it refuses."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import EstimationError
from padai.numerics.nested_errors import area_means, bootstrap_means, fit_nested_errors

AREAS = list("abcdefghij")
SIZE = [40, 30, 25, 20, 15, 10, 8, 6, 4, 2]


@pytest.fixture(scope="module")
def given():
    rng = np.random.default_rng(2)
    area = np.repeat(np.arange(10), SIZE)
    x = rng.normal(size=len(area))
    y = 5 + 0.8 * x + rng.normal(0, 0.6, 10)[area] + rng.normal(0, 1.5, len(area))
    wave = padai.Wave(pd.DataFrame({"r": np.array(AREAS)[area], "x": x, "y": y}), padai.Design())
    known = pd.DataFrame({"r": [*AREAS, "z"], "x": rng.normal(0, 0.2, 11), "N": 5000.0})
    return wave, known


def test_one_row_an_area_the_empty_one_flagged(given) -> None:
    wave, known = given
    frame = padai.unit_model(wave, "y", areas="r", population=known, variables=["x"]).frame
    assert frame["group"].tolist() == [*AREAS, "z"]
    last = frame.iloc[-1]
    assert (last["flag"], last["n_base"]) == ("s", 0)
    assert last["std_error"] > frame["std_error"].iloc[0]
    assert frame["estimate"].between(frame["conf_low"], frame["conf_high"]).all()


def test_errors_are_those_of_drawn_areas() -> None:
    """Drawn anew from known values, the squared errors are what one fit's bootstrap says."""
    rng = np.random.default_rng(4)
    area = np.repeat(np.arange(10), SIZE)
    X, means, sizes = np.ones((len(area), 1)), np.ones((10, 1)), np.full(10, np.inf)
    squares = np.zeros(10)
    for _ in range(400):
        u = rng.normal(0, 0.6, 10)
        y = 5 + u[area] + rng.normal(0, 1.5, len(area))
        fit = fit_nested_errors(X, y, area, 10, ("one",))
        squares += (area_means(fit, X, y, area, means, sizes) - 5 - u) ** 2 / 400
    known = type(fit)(np.array([5.0]), 0.36, 2.25, np.zeros(10), 0.0)
    drawn = bootstrap_means(known, X, area, means, sizes, draws=400, seed=1, names=("one",))
    assert (drawn**2).mean(axis=1) == pytest.approx(squares, rel=0.25)
    assert (drawn**2).mean() == pytest.approx(squares.mean(), rel=0.1)


@pytest.mark.parametrize("far", [2020.0, 1e6])
def test_what_all_have_in_common_changes_no_variance(far: float) -> None:
    """Amounts far from zero, and a covariate far from zero, as a year is."""
    draw = np.random.default_rng(7)
    area = np.repeat(np.arange(12), 8)
    x = np.round(draw.normal(size=96), 4)
    y = np.round(2 * x + draw.normal(size=12)[area] + draw.normal(size=96), 4)
    near, moved = (
        fit_nested_errors(np.column_stack([np.ones(96), x + of]), y + of, area, 12, ("one", "x"))
        for of in (0.0, far)
    )
    assert moved.area_variance == pytest.approx(near.area_variance, rel=1e-9)
    assert moved.error_variance == pytest.approx(near.error_variance, rel=1e-9)
    assert moved.effects == pytest.approx(near.effects, abs=1e-8)
    assert moved.coef[1] == pytest.approx(near.coef[1], rel=1e-8)


@pytest.mark.needs("smallarea")
def test_the_counties_of_corn(small_area_files) -> None:
    folder, answers = small_area_files
    want = json.loads(answers.read_text(encoding="utf-8"))["cornsoybean"]["row33_out"]
    table = pd.read_csv(folder / "cornsoybean.csv").drop(index=32)
    known = pd.read_csv(folder / "cornsoybeanmeans.csv").rename(
        columns={
            "CountyIndex": "County",
            "MeanCornPixPerSeg": "CornPix",
            "PopnSegments": "N",
            "MeanSoyBeansPixPerSeg": "SoyBeansPix",
        }
    )
    found = padai.unit_model(
        padai.Wave(table, padai.Design()),
        "CornHec",
        areas="County",
        population=known,
        variables=["CornPix", "SoyBeansPix"],
    ).frame
    rows = {str(row["domain"]): row["eblup"] for row in want["eblup"]}
    got = dict(zip(found["group"].astype(str), found["estimate"], strict=True))
    assert got == pytest.approx(rows, abs=1e-6)


def test_what_is_refused(given) -> None:
    wave, known = given
    call = {"areas": "r", "population": known, "variables": ["x"]}
    for change, said in [
        ({"population": known.drop(index=0)}, "check a"),
        ({"population": known.drop(columns="x")}, "check x"),
        ({"population": known.assign(x=np.nan)}, "no number for area a"),
        ({"population": [1]}, "is a table"),
        ({"draws": 10}, "needs 400"),
    ]:
        with pytest.raises(EstimationError, match=said) as caught:
            padai.unit_model(wave, "y", **{**call, **change})
        assert caught.value.texts["fr"] != caught.value.texts["en"]
    alone = padai.Wave(wave.frame.drop_duplicates("r"), wave.design)
    with pytest.raises(EstimationError, match="an area with two people"):
        padai.unit_model(alone, "y", **{**call, "variables": []})
