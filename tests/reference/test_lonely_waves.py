"""Strata with a single psu in stacks of waves, under each rule, against R; `drawn/lonely.R`.

A difference is of the union of its domains: where the rule looks at the domain (``average``, or
``lonely_domain``), what counts is how many psus the two waves show together.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import padai

REFERENCE = json.loads((Path(__file__).parent / "drawn" / "lonely.json").read_text())
ROWS = pd.DataFrame(REFERENCE["rows"])
ROWS["row"] = range(len(ROWS))
YEARS = {"2020": 2020, "2021": 2021, "2022": 2022}
CLOSED = 1e-9


@cache
def stacked(case: str, overlap: str) -> padai.Stack:
    rule, domain, size = case.split()
    design = padai.Design(
        weight="w",
        stratum="h",
        psu="c",
        id="row",
        fpc=None if size == "none" else size,
        lonely_psu=rule,
        lonely_domain=domain == "TRUE",
    )
    waves = [padai.Wave(rows, design, id=str(year)) for year, rows in ROWS.groupby("wave")]
    return padai.stack(waves, overlap=overlap)


def pairs(frame: pd.DataFrame) -> list[float]:
    return [*frame["estimate"], *frame["std_error"]]


def near(wanted: Any) -> Any:
    return pytest.approx(wanted, rel=CLOSED, abs=1e-13)


def test_the_numbers_are_of_survey_4_5() -> None:
    assert REFERENCE["meta"]["survey"] == "4.5"


@pytest.mark.parametrize("case", REFERENCE["found"])
def test_waves_that_share_psus(case: str) -> None:
    waves, r = stacked(case, "psu"), REFERENCE["found"][case]["psu"]
    both, x = padai.mean(waves, ["x", "q"]), padai.mean(waves, "x")
    totals = padai.total(waves, "x").frame
    for year, level, total in zip(YEARS, r["levels"], r["total"], strict=True):
        assert pairs(both.frame[both.frame["wave"] == year]) == near(level)
        assert pairs(totals[totals["wave"] == year]) == near(total)
    assert pairs(padai.difference(x, "2021", "2020").frame) == near(r["change"])
    assert pairs(padai.difference(x, "2022", "2021").frame) == near(r["next_change"])
    assert pairs(x.contrast({"d": {"2021": 1, "2020": -1}}).frame) == near(r["change"])
    share = padai.proportion(waves, "q", net={"yes": [1]})
    assert pairs(padai.difference(share, "2022", "2020").frame) == near(r["share"])
    assert pairs(padai.slope(x, times=YEARS).frame) == near(r["slope"])
    groups = padai.mean(waves, "x", by="g")
    group = padai.difference(groups, "2021", "2020").frame
    assert pairs(group[group["group"] == "b"]) == near(r["group"])
    terms = {("2021", "b"): 1, ("2020", "b"): -1, ("2021", "a"): -1, ("2020", "a"): 1}
    assert pairs(groups.contrast({"twice": terms}).frame) == near(r["twice"])
    twice = padai.difference_of_differences(groups, "2021", "2020", by="g", groups=("b", "a"))
    assert pairs(twice.frame) == near(r["twice"])
    model = padai.glm(waves, "x ~ C(wave) + g")
    assert [*model.coef, *model.frame["std_error"]] == near(r["model"])


@pytest.mark.parametrize("case", REFERENCE["found"])
def test_independent_waves_are_each_of_a_design_of_their_own(case: str) -> None:
    waves, r = stacked(case, "none"), REFERENCE["found"][case]["none"]
    both, group = padai.mean(waves, ["x", "q"]), padai.mean(waves, "x", by="g")
    totals, b = padai.total(waves, "x").frame, group.frame[group.frame["group"] == "b"]
    for year in YEARS:
        assert pairs(both.frame[both.frame["wave"] == year]) == near(r[year]["level"])
        assert pairs(totals[totals["wave"] == year]) == near(r[year]["total"])
        assert pairs(b[b["wave"] == year]) == near(r[year]["group"])
    change = padai.difference(group, "2021", "2020").frame.query("group == 'b'")
    later, earlier = r["2021"]["group"], r["2020"]["group"]
    wanted = [later[0] - earlier[0], (later[1] ** 2 + earlier[1] ** 2) ** 0.5]
    assert pairs(change) == near(wanted)
