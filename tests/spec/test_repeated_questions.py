"""A question whose answers stand a second time for all but a few people tells of these few."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai
from padai.pipeline.parts.preparation import Prepared
from padai.pipeline.tables.aggregation import tables_of
from tests.builders import mini, respondents


def shown(folder: Path, copied: bool, apart: int) -> pd.DataFrame:
    """Build a wave in which `served` is `trust` again, of all but some people."""
    data = {}
    for k, wave in enumerate(("2024", "2025")):
        frame = respondents(300, seed=k + 1, first_id=1 + 1000 * k)
        frame["user"] = np.where(np.arange(300) < apart, 2.0, 1.0)
        if copied:
            served = frame["trust"]
        else:
            served = np.random.default_rng(9 + k).permutation(frame["trust"].to_numpy())
        frame["served"] = np.where(frame["user"] == 1, served, np.nan)
        data[wave] = frame
    survey = padai.load_survey(mini(folder, data))
    waves = tuple(padai.read_wave(survey, w) for w in survey.waves)
    tables = tables_of(survey, "2025", {"main": Prepared(waves, ())}, lambda _: None)
    return tables["estimates"]


def withheld(estimates: pd.DataFrame, question: str, breakdown: str) -> bool:
    rows = estimates[(estimates["question"] == question) & (estimates["breakdown"] == breakdown)]
    assert len(rows)
    return bool(rows["estimate"].isna().all())


def test_the_answers_of_three_people_are_not_left_between_two_questions(tmp_path: Path) -> None:
    estimates = shown(tmp_path, copied=True, apart=3)
    assert withheld(estimates, "served", "total")
    assert withheld(estimates, "served", "sex")
    assert not withheld(estimates, "trust", "total"), "one of the two is enough"


@pytest.mark.parametrize(("copied", "apart"), [(True, 60), (False, 3)])
def test_questions_that_tell_of_many_or_differ_stay(
    tmp_path: Path, copied: bool, apart: int
) -> None:
    estimates = shown(tmp_path, copied, apart)
    assert not withheld(estimates, "served", "total")
