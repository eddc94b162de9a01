"""What a withheld group answered changes nothing of what is told of the others' tests.

A group of which one person answered, or whose people all answered alike, has no error and so no
test: by how many comparisons the others' p-values were adjusted, a reader saw it.
"""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import pytest

import padai
from padai.numerics.multiplicity import bh, holm
from padai.pipeline.tables.changes import published_changes
from padai.pipeline.tables.overall import told_of
from padai.results import Estimates
from padai.survey import Survey
from padai.trends.pairs import keys_of
from padai.waves import Wave, stack
from tests.spec.test_secondary import survey

MEN = [(60, 40), (66, 34), (58, 42)]
"""Who said yes and no, wave by wave."""
FEW = {
    "some of each": [(12, 28), (4, 3), (14, 26)],
    "all alike": [(12, 28), (7, 0), (14, 26)],
    "one": [(12, 28), (1, 0), (14, 26)],
    "nobody of them": [(12, 28), (0, 1), (14, 26)],
}


def _series(few: str, of: Survey | None = None) -> Estimates:
    waves = []
    for place, (men, women) in enumerate(zip(MEN, FEW[few], strict=True)):
        counts = {
            ("M", 1.0): men[0],
            ("M", 0.0): men[1],
            ("F", 1.0): women[0],
            ("F", 0.0): women[1],
        }
        rows = [pair for pair, count in counts.items() for _ in range(count)]
        frame = pd.DataFrame(rows, columns=["sex", "q"])
        day = dt.date(2000 + place, 7, 1)
        waves.append(Wave(frame, padai.Design(), id=f"w{place}", date=day, survey=of))
    return padai.trend(stack(waves, overlap="none"), "q", net="1", by="sex")


def _shown(trend: Estimates) -> pd.DataFrame:
    shown = trend.frame.assign(n_base=trend.frame["n_base"].astype("Int64"))
    gone = (shown["wave"] == "w1") & (shown["group"] == "F")
    shown.loc[gone, "estimate"] = np.nan
    shown.loc[gone, "n_base"] = pd.NA
    return shown


@pytest.mark.parametrize("few", FEW)
def test_it_counts_as_one_series_that_shows_nothing(few: str) -> None:
    trend = _series(few)
    told = told_of(trend, _shown(trend))
    assert set(told.loc[told["group"] == "F", "reason"]) == {"withheld"}
    assert len(told[told["group"] == "F"]) == 1
    for term, on in (("slope", "points"), ("slope", "logit"), ("joint", "points")):
        rows = told[(told["term"] == term) & (told["on"] == on) & (told["group"] != "F")]
        assert len(rows) == 2
        p = [*rows["p_value"].astype(float), 1.0]
        assert rows["p_adjusted"].tolist() == pytest.approx(bh(np.array(p))[:2].tolist())


@pytest.mark.parametrize("few", FEW)
@pytest.mark.parametrize("rest", [False, True])
def test_it_counts_as_one_comparison_that_shows_nothing(few: str, rest: bool) -> None:
    of = survey()
    asked = of.questions["q"].model_copy(update={"headline_net": "y"})
    of = of.model_copy(update={"questions": {**of.questions, "q": asked}})
    trend = _series(few)

    def without_women(safe: pd.DataFrame, _whole: pd.DataFrame) -> pd.DataFrame:
        return safe.assign(flag=np.where(safe["group"] == "F", "x", ""))

    if rest:
        made = padai.difference_from_rest(_three_groups(few, of), ["q"], by="sex")
    else:
        made = padai.difference(trend, "w1", "w0", family="all")
    (frame, anew), *_ = published_changes([made], _shown(trend), of, marked=without_women)
    seen = frame[frame["flag"] == ""]
    assert len(seen) == 2
    assert frame["family_size"].tolist() == [3] * 3
    p = np.array([*seen["p_value"].astype(float), 1.0])
    assert seen["p_adjusted"].tolist() == pytest.approx(holm(p)[:2].tolist())
    assert keys_of(anew.frame) == keys_of(frame)


def _three_groups(few: str, of: Survey) -> Wave:
    yes, no = FEW[few][1]
    counts = {("M", 1.0): 66, ("M", 0.0): 34, ("X", 1.0): 25, ("X", 0.0): 30}
    counts |= {("F", 1.0): yes, ("F", 0.0): no}
    rows = [pair for pair, count in counts.items() for _ in range(count)]
    frame = pd.DataFrame(rows, columns=["sex", "q"]).assign(
        q=lambda f: f["q"].map({1.0: "y", 0.0: "n"})
    )
    return Wave(frame, padai.Design(), id="1", survey=of)
