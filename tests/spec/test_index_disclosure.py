"""An index is told only where every answer that it is made of is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai
from padai.pipeline.parts.confidential import shown_of
from padai.pipeline.parts.preparation import Prepared
from padai.pipeline.tables.aggregation import estimate_part
from padai.pipeline.tables.indices import indices_table
from padai.waves import Wave
from tests.builders import mini
from tests.spec.test_overall import answered, questions

_FIGURES = [
    "estimate",
    "std_error",
    "conf_low",
    "conf_high",
    "n_base",
    "p_value",
    "p_adjusted",
    "r2_gain",
]
_INDEX = """indices:
  i:
    label: {fr: i, en: i}
    high: {fr: h, en: h}
    items: [a, b, c]
    scores: {1: 3, 2: 2, 3: 1, 4: 0}
    invariance: [sex]
    declared: 2024-01-01"""


def table_of(
    folder: Path,
    extra: str = _INDEX,
    changed: dict[str, str] | None = None,
    dark: tuple[tuple[str, ...], ...] = (),
) -> pd.DataFrame:
    """Return the table of an index; `dark` names cells to withhold, by wave, item, group."""
    data = {"2024": answered(400, 1, 0.9), "2025": answered(400, 5001, 0.9)}
    survey = padai.load_survey(mini(folder, data, replace=questions(extra) | (changed or {})))
    waves: tuple[Wave, ...] = tuple(padai.read_wave(survey, w) for w in survey.waves)
    shown = shown_of(survey, "main", estimate_part(survey, waves), None, waves)
    for wave, item, breakdown in dark:
        one = (shown["wave"] == wave) & (shown["question"] == item)
        one &= (shown["breakdown"] == breakdown) & (shown["response"] == "4")
        assert one.any()
        shown.loc[one, "flag"] = "x"
    return indices_table(survey, {"main": Prepared(waves, ())}, shown)


def rows(table: pd.DataFrame, kind: str, wave: str = "") -> pd.DataFrame:
    return table[(table["kind"] == kind) & (table["wave"].eq(wave) if wave else True)]


def test_an_index_of_plain_answers_is_told(tmp_path: Path) -> None:
    found = table_of(tmp_path)
    assert np.isfinite(rows(found, "mean")["estimate"]).tolist() == [True, True]
    assert rows(found, "alpha")["n_base"].tolist() == [400]
    tests = rows(found, "invariance")
    assert set(tests["by"]) == {"wave", "sex"}
    assert np.isfinite(tests["r2_gain"]).all()


def test_an_invariance_test_by_groups_tells_no_number_of_people(tmp_path: Path) -> None:
    """By waves it is of all; less those of the groups, those in no group that is shown."""
    tests = rows(table_of(tmp_path), "invariance").groupby("by")["n_base"]
    assert tests.apply(lambda n: n.notna().all()).to_dict() == {"sex": False, "wave": True}


@pytest.mark.parametrize("where", ["  c: {", "  user: {"])
def test_an_index_of_private_answers_is_not_told(tmp_path: Path, where: str) -> None:
    """An item is sensitive, or the question that led to it."""
    changed = {where: f"{where}sensitive: true, "}
    if "user" in where:
        changed["  b: {"] = "  b: {base: {question: user, codes: [1]}, base_label: {fr: u, en: u}, "
    found = table_of(tmp_path, changed=changed)
    assert found["kind"].tolist() == ["mean"]
    assert found["reason"].tolist() == ["confidential"]
    assert found[_FIGURES].isna().all(axis=None)


def test_a_withheld_answer_of_the_last_wave_withholds_all_that_uses_it(tmp_path: Path) -> None:
    found = table_of(tmp_path, dark=(("2025", "b", "total"),))
    assert np.isfinite(rows(found, "mean", "2024")["estimate"]).all()
    rest = found[~((found["kind"] == "mean") & (found["wave"] == "2024"))]
    assert {"mean", "change", "alpha", "omega"} <= set(rest["kind"])
    assert rest[_FIGURES].isna().all(axis=None)
    assert set(rest["reason"]) == {"confidential"}


def test_a_withheld_answer_of_an_earlier_wave_leaves_the_last(tmp_path: Path) -> None:
    found = table_of(tmp_path, dark=(("2024", "b", "total"),))
    assert rows(found, "mean", "2024")["reason"].tolist() == ["confidential"]
    assert np.isfinite(rows(found, "mean", "2025")["estimate"]).all()
    assert rows(found, "alpha")["n_base"].tolist() == [400]
    assert rows(found, "change")["reason"].tolist() == ["confidential"]
    assert rows(found, "invariance").empty


def test_a_withheld_group_is_no_part_of_a_test(tmp_path: Path) -> None:
    found = table_of(tmp_path, dark=(("2024", "b", "sex"),))
    assert set(rows(found, "invariance")["by"]) == {"wave"}
    private = table_of(
        tmp_path / "private",
        changed={
            "  sex: {label: {fr: Genre, en: Gender}, w": "  sex: {sensitive: true, label: {fr: Genre, en: Gender}, w"
        },
    )
    assert set(rows(private, "invariance")["by"]) == {"wave"}
