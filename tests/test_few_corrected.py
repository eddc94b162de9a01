"""A version that corrects few records, beside the one before: what a reader works out of both."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from tests.outsider.worlds.building import built, corrected
from tests.outsider.worlds.generator import (
    Row,
    _data,
    _wave,
    _yaml,
    bare,
    before,
    people,
    write_world,
)

MOST_CORRECTED = 9
"""The page of corrections says that fewer than ten records were corrected."""


def _series(folder: Path) -> pd.DataFrame:
    told = pd.read_csv(folder / "open" / "series.csv", dtype=str, keep_default_na=False)
    return told[told["breakdown"] == "total"].set_index(["question", "response"])


def _moved(first: pd.Series, after: pd.Series) -> set[int]:
    """Return by how many an answer may have changed, by its share and base in both versions.

    The page says to how many points shares are rounded; where one is no such multiple, to one.
    """
    n = int(first["n_base"])
    count, share = round(float(first["estimate"]) * n), float(after["estimate"])
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
    first, after = two
    assert first.loc["health", "estimate"].ne("").all()  # the version before told it
    assert after.loc["health", "estimate"].eq("").all()
    assert set(after.loc["health", "flag"]) == {"x"}


def test_nor_where_a_point_is_many_people(tmp_path: Path) -> None:
    """Of 1,201 people one answer moved over an edge: in whole points it told which way he went."""
    world = bare(11, people=1201)
    rows = _without_one(people(world), "health", "1", "2")
    first, after = map(_series, corrected(tmp_path, world, rows, correction="error"))
    assert first.loc["health", "estimate"].ne("").all()
    assert after.loc["health", ["estimate", "conf_low", "conf_high"]].eq("").all(axis=None)
    assert after.loc["trust", "estimate"].ne("").any()


def test_a_plain_answer_is_told_to_three_people_however_few_were_asked(
    two: tuple[pd.DataFrame, pd.DataFrame],
) -> None:
    first, after = two
    told = [
        answer
        for answer in first.index
        if first.loc[answer, "estimate"] and after.loc[answer, "estimate"]
        if answer[1] != "mean"
    ]
    assert len(told) > 10
    for answer in told:
        assert len(_moved(first.loc[answer], after.loc[answer])) >= 3, answer


def test_figures_of_a_corrected_version_are_dated_by_it(
    two: tuple[pd.DataFrame, pd.DataFrame],
) -> None:
    assert [set(version["vintage"]) for version in two] == [{"2025/v1"}, {"2025/v2"}]


def test_the_next_edition_goes_by_the_file_of_the_version_that_told_all(tmp_path: Path) -> None:
    """Either file of the edition before was compared with the other version, and none would do."""
    world = bare(13, people=90, earlier=True)
    survey, rows = write_world(world, tmp_path), before(world)
    later, head = survey / "waves" / "2025.yaml", survey / "survey.yaml"
    both = head.read_text(encoding="utf-8")
    head.write_text(both.replace("- '2025'\n", ""), encoding="utf-8")
    later.rename(tmp_path / "later.yaml")
    built(survey)
    first = (survey / "waves" / "2024.yaml").read_text(encoding="utf-8")
    again = replace(world, version=2, status="corrected", correction="error")
    _data(survey / "data" / "main-2024.csv", _without_one(rows, "trust", "1", "3"), world)
    _yaml(survey / "waves" / "2024.yaml", _wave(again, survey, {"main": rows}, "2024"))
    (survey / "data" / "main-2024.csv").rename(survey / "data" / "second.csv")
    edited(survey / "waves" / "2024.yaml", "file: main-2024.csv", "file: second.csv")
    _data(survey / "data" / "main-2024.csv", rows, world)
    built(survey)
    head.write_text(both, encoding="utf-8")
    (tmp_path / "later.yaml").rename(later)
    (survey / "waves" / "2024.yaml").write_text(first, encoding="utf-8")
    told = _series(built(survey)).query("wave == '2024'")
    was = _series(tmp_path / "releases" / "nasty" / "2024" / "v1")
    shared = told.index.intersection(was.index)
    assert {("trust", "trusts"), ("health", "1")} <= set(shared)
    pd.testing.assert_series_equal(told.loc[shared, "estimate"], was.loc[shared, "estimate"])


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
