"""Proportions, errors, design effects, intervals and domains of real waves against R's `survey`.

R wrote 15 digits: 1e-9. R (4.4-2) does not cap the effective n of its `beta` interval. Its `logit`
interval stands on an iterated fit that stops up to 3e-8 short of the proportion: the test makes the
same iterations, and padai's own interval is compared at 1e-7.
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
from padai.estimation.proportions import banner, proportion
from padai.numerics.intervals import proportion_interval
from padai.numerics.variance import linearised_variance
from padai.waves.stacking import Stack, stack
from padai.waves.wave import Wave

pytestmark = pytest.mark.needs("gss")

REFERENCE = json.loads(
    (Path(__file__).parent / "gss-trust" / "r-survey.json").read_text(encoding="utf-8")
)["items"]
YEARS = ("2016", "2018", "2020")
CLOSED = 1e-9
R_LOGIT = 1e-7


def _wave(year: str) -> Wave:
    import pyreadstat

    path = Path(os.environ["PADAI_GSS_DIR"]) / f"gss-trust-{year}.sav"
    data, _ = pyreadstat.read_sav(path, user_missing=True)
    degree, age = data["degree"].where(data["degree"] >= 0), data["age"].where(data["age"] > 0)
    groups = {0: "upto_hs", 1: "upto_hs", 2: "associate", 3: "bachelor_plus", 4: "bachelor_plus"}
    data = data.assign(
        **{name: data[name].where(data[name] > 0) for name in REFERENCE},
        sexf=data["sex"].where(data["sex"] > 0),
        deg3=degree.map(groups),
        agegrp=pd.cut(age, [17, 34, 54, 74, 200], labels=["18-34", "35-54", "55-74", "75+"]),
    )
    design = Design(
        weight="wtssnr", stratum="vstrat", psu="vpsu", id="respondent", lonely_psu="adjust"
    )
    return Wave(data, design, id=year)


@cache
def stacked() -> Stack:
    return stack([_wave(year) for year in YEARS], overlap="psu")


def _close(got, expected, rel=CLOSED):
    assert np.asarray(got, dtype=float) == pytest.approx(np.asarray(expected), rel=rel)


def _as_r_fits(index: int, item: str, code: str) -> tuple[np.ndarray, np.ndarray]:
    """R's `glm.fit` of a constant: the proportion where it stops, and the error at that point."""
    wave = stacked().waves[index]
    coded = wave.codes(item)
    w = wave.weights[coded.answered] / wave.weights[coded.answered].mean()
    y = (coded.codes == coded.labels.index(code))[coded.answered].astype(float)
    mu, before = (w * y + 0.5) / (w + 1), np.inf
    eta = np.log(mu / (1 - mu))
    deviance = -2 * (w * np.log(np.where(y == 1, mu, 1 - mu))).sum()
    while abs(deviance - before) / (abs(deviance) + 0.1) >= 1e-8:
        before, working = deviance, w * mu * (1 - mu)
        eta = (working * (eta + (y - mu) / (mu * (1 - mu)))).sum() / working.sum()
        mu = 1 / (1 + np.exp(-eta))
        deviance = -2 * (w * np.log(np.where(y == 1, mu, 1 - mu))).sum()
    inside = coded.answered[:, None]
    u = np.where(inside, (coded.codes == coded.labels.index(code))[:, None] - mu, 0.0)
    u /= wave.weights[coded.answered].sum()
    return np.array([mu]), np.sqrt(linearised_variance(u, stacked().sample_of(index), inside))


@pytest.mark.parametrize("item", REFERENCE)
@pytest.mark.parametrize("year", YEARS)
def test_categories(item, year):
    expected = REFERENCE[item]["waves"][year]
    est = proportion(stacked(), item)
    rows = est.frame.iloc[est.rows(wave=year)]
    for code, r in expected["categories"].items():
        row = rows[rows["response"] == code].iloc[0]
        _close(row[["estimate", "std_error", "deff"]], [r["p"], r["se"], r["deff"]])
        assert row["df"] == r["df"]
        assert row["n_base"] == expected["n"]
        _close(row[["conf_low", "conf_high"]], r["ci_logit"], R_LOGIT)
        args = [np.array([row[n]]) for n in ("df", "n_base", "n_base")]
        low_high = proportion_interval(*_as_r_fits(YEARS.index(year), item, code), *args)
        _close(np.ravel(low_high), r["ci_logit"])
        args = [np.array([row[n]]) for n in ("estimate", "std_error", "df", "n_base", "n_base")]
        _close(np.ravel(proportion_interval(*args, 0.95, "beta", capped=False)), r["ci_beta"])


@pytest.mark.parametrize("item", REFERENCE)
@pytest.mark.parametrize("by", ["sexf", "deg3", "agegrp"])
def test_domains(item, by):
    est = proportion(stacked(), item, net="1", by=by)
    for year in YEARS:
        expected = REFERENCE[item]["waves"][year]["by"][by]
        rows = est.frame.iloc[est.rows(wave=year, breakdown=by)]
        assert rows["group"].astype(str).tolist() == expected["level"]
        _close(rows["estimate"], expected["p"])
        _close(rows["std_error"], expected["se"])


@pytest.mark.parametrize("item", REFERENCE)
@pytest.mark.parametrize("year", YEARS)
def test_a_wave_alone(item, year):
    wave = stacked().waves[YEARS.index(year)]
    expected = REFERENCE[item]["waves"][year]["single_wave_design"]
    row = proportion(wave, item, net="1").frame.iloc[0]
    _close(row[["estimate", "std_error"]], [expected["p"], expected["se"]])
    assert row["df"] == expected["df"]


@pytest.mark.parametrize("item", REFERENCE)
def test_covariance_of_shared_respondents(item):
    expected = REFERENCE[item]["net1_by_wave"]
    est = proportion(stacked(), item, net="1")
    _close(est.frame["estimate"], expected["p"])
    assert est.cov() == pytest.approx(np.array(expected["vcov"]), rel=CLOSED, abs=1e-18)
    found = est.contrast(
        {
            "2018-2016": {"2018": 1, "2016": -1},
            "2020-2016": {"2020": 1, "2016": -1},
            "2020-2018": {"2020": 1, "2018": -1},
            "linear_per_year": {"2016": -0.25, "2020": 0.25},
        }
    ).frame.set_index("contrast")
    for name, r in REFERENCE[item]["diff"].items():
        _close(found.loc[name, ["estimate", "std_error"]], [r["est"], r["se"]])


def test_one_route_for_all():
    """One item, a list, a banner with crossings, covariances: the same to 1e-12."""
    items = list(REFERENCE)
    table = banner(stacked(), items, by=["sexf", "sexf*deg3", "agegrp"])
    columns = ["estimate", "std_error", "conf_low", "df", "deff"]
    for item in items[:2]:
        one = proportion(stacked(), item, by="agegrp")
        rows = table.rows(question=item, breakdown=["total", "agegrp"])
        got = table.frame.iloc[rows][columns].to_numpy()
        assert one.frame[columns].to_numpy() == pytest.approx(got, rel=1e-12)
        dense = np.sqrt(np.diag(table.cov(rows)))
        assert table.frame["std_error"].to_numpy()[rows] == pytest.approx(dense, rel=1e-12)
