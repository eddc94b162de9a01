"""Tests of association and trend models on real waves, against R's `survey`.

R wrote these values with 15 digits. Closed forms agree to 1e-9, coefficients to 1e-7, standard
errors of logit models to 1e-4 (R's own tolerance).
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from padai.design import Design
from padai.estimation.crosstabs import crosstab_test
from padai.estimation.models import glm
from padai.estimation.term_tests import term_test
from padai.waves.wave import Wave

pytestmark = pytest.mark.needs("gss")

REFERENCE = json.loads(
    (Path(__file__).parent / "gss-trust" / "r-survey.json").read_text(encoding="utf-8")
)["items"]
YEARS = ("2016", "2018", "2020")
GROUPS = ("sexf", "deg3", "agegrp")


@cache
def stacked() -> Wave:
    """The three waves in one design, as R had them; an answer is a code above 0."""
    import pyreadstat

    folder = Path(os.environ["PADAI_GSS_DIR"])
    frames = []
    for year in YEARS:
        frame, _ = pyreadstat.read_sav(folder / f"gss-trust-{year}.sav", user_missing=True)
        frames.append(frame.assign(wave=int(year)))
    data = pd.concat(frames, ignore_index=True)
    degree = data["degree"].where(data["degree"] >= 0)
    age = data["age"].where(data["age"] > 0)
    items = {name: data[name].where(data[name] > 0) for name in REFERENCE}
    data = data.assign(
        **items,
        sexf=data["sex"].where(data["sex"] > 0),
        deg3=degree.map({0: "upto_hs", 1: "upto_hs", 2: "associate"}).where(
            degree < 3, other=degree.map({3: "bachelor_plus", 4: "bachelor_plus"})
        ),
        agegrp=pd.cut(age, [17, 34, 54, 74, 200], labels=["18-34", "35-54", "55-74", "75+"]),
        years=data["wave"] - 2016,
    )
    design = Design(weight="wtssnr", stratum="vstrat", psu="vpsu", lonely_psu="adjust")
    return Wave(data, design)


@pytest.mark.parametrize("item", REFERENCE)
@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("group", GROUPS)
def test_rao_scott(item, year, group):
    ref = REFERENCE[item]["waves"][year]["by"][group]
    got = crosstab_test(stacked(), item, group, where={"wave": year})
    assert got.statistic == pytest.approx(ref["rao_scott_F"], rel=1e-9)
    assert [got.df, got.df_denominator] == pytest.approx(ref["rao_scott_df"], rel=1e-9)
    assert got.p_value == pytest.approx(ref["rao_scott_p"], rel=1e-9)


@pytest.mark.parametrize("item", REFERENCE)
def test_logit_trend(item):
    ref = REFERENCE[item]["logit_trend"]
    got = glm(stacked(), f"{item} ~ years", family="binomial", net=[1])
    assert got.coef == pytest.approx(ref["coef"], rel=1e-7)
    assert got.std_error == pytest.approx(ref["se"], rel=1e-4)
    assert got.df == ref["df"]


@pytest.mark.parametrize("item", REFERENCE)
def test_wave_by_degree(item):
    ref = REFERENCE[item]["wave_by_degree"]
    got = glm(stacked(), f"{item} ~ C(wave) * deg3", family="binomial", net=[1])
    # Some coefficients are near zero: R's stopping rule leaves 1e-7 of their standard error.
    size = np.maximum(np.abs(ref["coef"]), ref["se"])
    assert (np.abs(got.coef - ref["coef"]) <= 1e-7 * size).all()
    assert got.std_error == pytest.approx(ref["se"], rel=1e-4)
    test = term_test(got, "wave:deg3")
    assert test.statistic == pytest.approx(ref["F"], rel=1e-4)
    assert (test.df, test.df_denominator) == (ref["df"], ref["ddf"])
    assert test.p_value == pytest.approx(ref["p"], rel=1e-3)
