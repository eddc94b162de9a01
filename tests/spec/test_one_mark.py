"""A group under the minimum base bears one mark: it tells nothing of the answers in it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai
from padai.disclosure.small_base_marks import marked_alike
from padai.pipeline.parts.preparation import Prepared
from padai.pipeline.tables.aggregation import tables_of
from tests.builders import mini, respondents

PRIVATE = {"  served:\n": "  served:\n    sensitive: true\n"}


def tables(
    folder: Path, counts: dict[int, int], replace: dict[str, str]
) -> dict[str, pd.DataFrame]:
    """Return the tables of two waves; a routed question has these answers in the second."""
    few = np.repeat(list(counts), list(counts.values())).astype(float)
    served = np.concatenate([few, np.full(200 - len(few), np.nan)])
    user = np.where(np.isnan(served), 2, 1)
    before = np.where(np.arange(200) < 100, np.resize([1.0, 2.0, 3.0, 4.0, 98.0], 200), np.nan)
    data = {
        "2024": respondents(served=before, user=np.where(np.isnan(before), 2, 1), w=np.ones(200)),
        "2025": respondents(first_id=1001, served=served, user=user, w=np.ones(200)),
    }
    survey = padai.load_survey(mini(folder, data, replace=replace))
    waves = tuple(padai.read_wave(survey, w) for w in survey.waves)
    return tables_of(survey, "2025", {"main": Prepared(waves, ())}, lambda _: None)


def served(table: pd.DataFrame) -> pd.DataFrame:
    whole = (table["question"] == "served") & (table["breakdown"] == "total")
    return table[whole & (table["wave"] == "2025")].set_index("response")


@pytest.mark.parametrize("name", ["estimates", "trends", "differences"])
def test_a_rare_private_answer_bears_the_mark_of_its_base(tmp_path: Path, name: str) -> None:
    """Of 16 people, two gave one answer and two another: the base is the reason for all."""
    mine = served(tables(tmp_path, {1: 6, 2: 6, 3: 2, 98: 2}, PRIVATE)[name])
    assert len(mine)
    assert set(mine["flag"]) == {"B"}
    assert set(mine["reason"]) == {"base_under_minimum"}
    assert set(mine["n_base"].drop("mean")) == {16}
    assert pd.isna(mine["n_base"]["mean"])


def test_a_base_that_is_confidential_stays_so(tmp_path: Path) -> None:
    survey = padai.load_survey(mini(tmp_path, replace=PRIVATE))
    place = {"wave": "2025", "question": "served", "breakdown": "sex", "reason": "confidential"}
    frame = pd.DataFrame(
        [
            {**place, "group": g, "response": r, "flag": "x", "n_base": pd.NA}
            for g in "FM"
            for r in "12"
        ]
    ).astype({"n_base": "Int64"})
    shown, changed = marked_alike(frame, np.array([8.0, 8.0, 16.0, 16.0]), survey)
    assert not changed.any()
    assert shown.equals(frame)


def test_a_rare_answer_of_a_large_base_is_confidential(tmp_path: Path) -> None:
    found = served(tables(tmp_path, {1: 30, 2: 30, 3: 25, 4: 12, 98: 2}, PRIVATE)["estimates"])
    assert found["flag"]["98"] == "x"
    assert "B" not in set(found["flag"])


def test_a_private_question_of_a_few_people_alone_is_withheld_whole(tmp_path: Path) -> None:
    """Its answers are withheld in all: everybody is the smallest group that holds them."""
    found = served(tables(tmp_path, {1: 4, 2: 4}, PRIVATE)["estimates"])
    assert found["estimate"].isna().all()
