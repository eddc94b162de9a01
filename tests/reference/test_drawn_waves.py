"""Waves that share psus or people, raked each to its own totals, against R; see `drawn/waves.R`.

One psu is missing in a wave, a code is given by nobody in it, its weights sum to a hundred times
more, and rows have a weight of zero. R's calibration has a column for each wave and margin, which
is what padai's waves are, raked one by one.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai

REFERENCE = json.loads((Path(__file__).parent / "drawn" / "waves.json").read_text())
FRAME = pd.DataFrame(REFERENCE["frame"]).replace("NA", np.nan)
FRAME["y"], FRAME["z"] = FRAME["y"].astype(float), FRAME["z"].astype(float)
FRAME["row"] = [f"row{i:03d}" for i in range(len(FRAME))]
SIZE = {2020: 1000, 2021: 777, 2022: 1234}
TIMES = {str(year): year for year in SIZE}
CLOSED, RAKED = 1e-9, 1e-8
CASES = [(overlap, kind) for overlap in REFERENCE["found"] for kind in ("weighted", "raked")]


def test_the_numbers_are_of_survey_4_5() -> None:
    assert REFERENCE["meta"]["survey"] == "4.5"


@cache
def stacked(overlap: str, kind: str) -> padai.Stack:
    people = {"id": "pid"} if overlap == "respondent" else {"psu": "c", "id": "row"}
    waves = []
    for year, rows in FRAME.groupby("wave"):
        wave = padai.Wave(rows, padai.Design(weight="w", stratum="h", **people), id=str(year))
        if kind == "raked":
            n = SIZE[int(year)]
            margins = {"g": {"a": 0.55 * n, "b": 0.45 * n}, "s": {"F": 0.5 * n, "M": 0.5 * n}}
            wave = padai.rake(wave, margins, min_cell=1)
        waves.append(wave)
    return padai.stack(waves, overlap=overlap)


@pytest.fixture(params=CASES, ids="-".join)
def case(request: pytest.FixtureRequest):
    overlap, kind = request.param
    return stacked(overlap, kind), REFERENCE["found"][overlap][kind]


def near(found, wanted) -> None:
    """The same to what both calibrations leave, 1e-8 of the number."""
    wanted = np.asarray(wanted, dtype=float)
    assert np.asarray(found, dtype=float).ravel() == pytest.approx(
        wanted.ravel(), rel=RAKED, abs=1e-11
    )


def row_of(result, *columns: str):
    return result.frame[list(columns)].to_numpy(dtype=float)


def test_shares_totals_and_their_covariance_across_waves(case) -> None:
    waves, ref = case
    for name, found in (
        ("share", padai.proportion(waves, "z", net={"yes": [1]})),
        ("total", padai.total(waves, "y")),
    ):
        near(found.frame["estimate"], ref[name]["estimate"])
        size = np.abs(np.array(ref[name]["vcov"])).max()
        near(found.cov() / size, np.array(ref[name]["vcov"]) / size)


def test_a_code_that_a_wave_lacks_is_none_of_it(case) -> None:
    waves, ref = case
    codes = padai.proportion(waves, "k").frame
    codes = codes.assign(response=codes["response"].astype(str)).sort_values(["response", "wave"])
    near([*codes["estimate"], *codes["std_error"]], ref["codes"])


def test_changes_slopes_and_the_joint_test(case) -> None:
    waves, ref = case
    net = {"yes": [1]}
    series, groups = padai.trend(waves, "z", net=net), padai.trend(waves, "z", net=net, by="g")
    told = ("estimate", "std_error", "df")
    near(row_of(padai.difference(series, "2022", "2020", family="f"), *told), ref["change"])
    between = padai.difference_of_differences(
        groups, "2022", "2020", by="g", groups=("b", "a"), family="f"
    )
    near(row_of(between, *told), ref["did"])
    near(row_of(padai.slope(series, times=TIMES), *told), ref["slope"])
    near(row_of(padai.slope(series, on="logit", times=TIMES), *told), ref["logit_slope"])
    joint = padai.joint_test(series, times=TIMES)
    near(row_of(joint, "statistic", "df", "df_denominator", "p_value"), ref["joint"])


def test_tests_of_all_waves_at_once(case) -> None:
    waves, ref = case
    for statistic, name in (("F", "crosstab"), ("adjWald", "crosstab_wald")):
        found = padai.crosstab_test(waves, "z", "wave", statistic=statistic)
        near([found.df, found.df_denominator, found.p_value], ref[name][1:])
    t = padai.ttest(waves, "y", "g")
    near([t.statistic, t.df_denominator, t.p_value, t.estimate], ref["ttest"])
    ranks = padai.ranktest(waves, "y", "g")
    near([ranks.statistic, ranks.df_denominator, ranks.p_value], ref["ranktest"])


def test_models_of_all_waves_at_once(case) -> None:
    waves, ref = case
    logit = padai.glm(waves, "z ~ C(wave)*g + x", family="binomial")
    assert logit.coef == pytest.approx(np.array(ref["logit"]["coef"]), rel=1e-7)
    assert logit.std_error == pytest.approx(np.array(ref["logit"]["se"]), rel=1e-6)
    assert logit.df == ref["logit"]["df"]
    line = padai.glm(waves, "y ~ C(wave) + x + C(o)")
    near(line.coef, ref["line"]["coef"])
    near(line.std_error, ref["line"]["se"])
    assert line.df == ref["line"]["df"]
    f, p = ref["term"]
    near(padai.term_test(line, "o").statistic, f)
    assert padai.term_test(line, "o", method="working_wald").p_value == pytest.approx(p, rel=1e-6)


def test_quartiles_of_each_wave(case) -> None:
    waves, ref = case
    found = padai.quantile(waves, "y", probs=[0.25, 0.5], ci="xlogit")
    near(row_of(found, "estimate", "conf_low", "conf_high"), ref["quartiles"])


def test_the_people_of_a_panel() -> None:
    first, last = (
        padai.Wave(
            FRAME[FRAME["wave"] == year],
            padai.Design(weight="w", stratum="h", psu="c", id="pid"),
            id=str(year),
        )
        for year in (2020, 2022)
    )
    paired = padai.paired_change(first, last, "y", net="mean", weight=None)
    near(row_of(paired, "estimate", "std_error", "df"), REFERENCE["panel"]["paired"])
    back = padai.attrition(first, last, ["g"]).frame.iloc[1:]
    near([*back["estimate"], *back["std_error"]], REFERENCE["panel"]["attrition"])


@pytest.mark.parametrize("case", range(len(REFERENCE["adjusted"])))
def test_every_adjustment_of_p(case: int) -> None:
    ref = REFERENCE["adjusted"][case]
    read = lambda values: np.array(  # noqa: E731
        [np.nan if one == "NA" else one for one in np.atleast_1d(values)], dtype=float
    )
    for method, wanted in ref["adjusted"].items():
        assert padai.adjust_p(read(ref["p"]), method) == pytest.approx(
            read(wanted), rel=1e-12, nan_ok=True
        )
