"""A version that corrects few records, beside the one before: what a reader works out of both."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from tests.outsider.worlds.building import corrected
from tests.outsider.worlds.generator import Row, bare, people

MOST_CORRECTED = 9
"""The page of corrections says that fewer than ten records were corrected."""


def _series(folder: Path) -> pd.DataFrame:
    told = pd.read_csv(folder / "open" / "series.csv", dtype=str, keep_default_na=False)
    return told[told["breakdown"] == "total"].set_index(["question", "response"])


def _moved(before: pd.Series, after: pd.Series) -> set[int]:
    """Return by how many an answer may have changed, by its share and base in both versions.

    The page says to how many points shares are rounded; where one is no such multiple, to one.
    """
    n = int(before["n_base"])
    count, share = round(float(before["estimate"]) * n), float(after["estimate"])
    step = next(points for points in (1, 2, 5, 10) if points * n >= 300 or points == 10) / 100
    if round(share / step) * step - share > 1e-9:  # told to the point all the same
        step = 0.01
    return {
        other - count
        for whole in range(n - MOST_CORRECTED, n + MOST_CORRECTED + 1)
        for other in range(max(0, count - MOST_CORRECTED), count + MOST_CORRECTED + 1)
        if abs(other / whole - share) <= step / 2 + 1e-9
    }


def _without_one(rows: list[Row], question: str, answer: str, instead: str) -> list[Row]:
    """Return the answers with one person's corrected: the last one who gave an answer."""
    which = max(k for k, row in enumerate(rows) if row[question] == answer)
    return [row | ({question: instead} if k == which else {}) for k, row in enumerate(rows)]


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The totals of two versions: one person's sensitive answer and one plain one corrected."""
    world = bare(11, people=96)
    rows = _without_one(people(world), "health", "1", "2")
    rows = _without_one(rows, "trust", "1", "3")
    folders = corrected(tmp_path_factory.mktemp("few"), world, rows, correction="error")
    one, other = (_series(folder) for folder in folders)
    return one, other


def test_an_answer_to_a_sensitive_question_is_not_told_of_by_the_version_before(
    two: tuple[pd.DataFrame, pd.DataFrame],
) -> None:
    before, after = two
    assert before.loc["health", "estimate"].ne("").all()  # the version before told it
    assert after.loc["health", "estimate"].eq("").all()
    assert set(after.loc["health", "flag"]) == {"x"}


def test_a_plain_answer_is_told_to_three_people_however_few_were_asked(
    two: tuple[pd.DataFrame, pd.DataFrame],
) -> None:
    before, after = two
    told = [
        answer
        for answer in before.index
        if before.loc[answer, "estimate"] and after.loc[answer, "estimate"]
        if answer[1] != "mean"
    ]
    assert len(told) > 10
    for answer in told:
        assert len(_moved(before.loc[answer], after.loc[answer])) >= 3, answer


def test_figures_of_a_corrected_version_are_dated_by_it(tmp_path: Path) -> None:
    world = replace(bare(12, people=90), correction="error")
    rows = _without_one(people(world), "trust", "2", "1")
    folder = corrected(tmp_path, world, rows, correction="error")[1]
    assert set(_series(folder)["vintage"]) == {"2025/v2"}
