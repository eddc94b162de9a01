"""Few people who weigh otherwise than all others: what they answered is in shares and in errors."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
import yaml

from padai.errors import PublicationError
from padai.interchange import Choices, init_from, parse_design
from padai.pipeline import build_draft
from padai.pipeline.builds.built_release import BuiltRelease
from padai.pipeline.parts import told_errors
from padai.store import open_store
from padai.survey import load_survey
from tests.outsider.reading.open_data import rows_of
from tests.outsider.worlds.building import built
from tests.outsider.worlds.generator import Row, bare, people, write_world

FEW = 7


def world(
    project: Path, small_groups: str = "", seed: int = 1, **changed: Any
) -> tuple[Path, list[Row]]:
    """Four regions raked to their part of the population; the last, of seven people, is a seventh."""
    of = bare(seed, regions=4, weighted=True, **changed)
    rows = people(of)
    for row in [row for row in rows if row["region"] == "r4"][FEW:]:
        row["region"] = "r1"
    survey = write_world(of, project, rows)
    edit(
        survey / "survey.yaml",
        lambda d: d["breakdowns"]["region"].update(small_groups=small_groups or None),
    )
    return survey, rows


def edit(path: Path, change: Any) -> None:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")


def shares(folder: Path, question: str, group: str) -> dict[str, dict[str, str]]:
    return {
        row["response"]: row
        for row in rows_of(folder / "open" / "series.csv")
        if (row["question"], row["group"]) == (question, group)
        and row["flag"] != "x"
        and row["response"] not in ("mean", "trusts")
    }


def test_design_effects_of_the_whole_tell_the_answers_of_a_withheld_group(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever each of them weighs: six times as much adds thirty-six times as much to a square."""
    survey, rows = world(tmp_path)
    monkeypatch.setattr(told_errors, "_heavy", lambda _wave, _groups: [])
    folder = built(survey)
    assert not shares(folder, "score", "r4")
    true = {row["score"] for row in rows if row["region"] == "r4"}
    told = {k for k, row in shares(folder, "score", "total").items() if float(row["deff"]) > 1.5}
    assert told == true - {"99"}


def test_known_weights_tell_the_answers_of_a_group_that_was_merged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One number of the seven who are of frail health agrees with the share at the known weights."""
    survey, rows = world(tmp_path, "merge", seed=7, alike=True)
    monkeypatch.setattr(
        "padai.pipeline.builds.version_steps.refuse_told_by_weight", lambda *_: None
    )
    row = shares(built(survey), "health", "r1+r4")["1"]
    sizes = Counter(each["region"] for each in rows)
    answered = Counter(r["region"] for r in rows if r["health"] in ("1", "2"))
    one = {r: 300 * part / 7 / sizes[r] for r, part in (("r1", 2), ("r4", 1))}
    whole = sum(one[r] * answered[r] for r in one)
    fit = {
        four
        for four in range(answered["r4"] + 1)
        for others in range(answered["r1"] + 1)
        if abs((one["r4"] * four + one["r1"] * others) / whole - float(row["estimate"])) <= 0.00051
    }
    assert fit == {sum(r["region"] == "r4" and r["health"] == "1" for r in rows)}


@pytest.mark.parametrize("alike", [True, False])
@pytest.mark.parametrize("small_groups", ["merge", "leave_out", ""])
def test_few_who_weigh_more_are_refused_merged_or_not(
    tmp_path: Path, small_groups: str, alike: bool
) -> None:
    survey, _ = world(tmp_path, small_groups, alike=alike)
    with pytest.raises(
        PublicationError, match=r"weigh more than nearly all others.*collapse:"
    ) as found:
        built(survey)
    assert "r4" not in str(found.value) and "`collapse:`" in found.value.texts["fr"]


def test_cells_that_are_merged_in_the_weighting_too_go_out(tmp_path: Path) -> None:
    survey, _ = world(tmp_path, "merge", seed=7)

    def collapse(content: dict[str, Any]) -> None:
        cells = {"margin": "region", "cells": ["r1", "r4"], "into": "r1+r4"}
        content["parts"]["main"]["weighting"]["collapse"] = [cells]

    edit(survey / "waves" / "2025.yaml", collapse)
    assert shares(built(survey), "trust", "r1+r4")


def delivered(path: Path, year: int) -> Path:
    """A file with its weights, in which four people of 300 weigh three times as much as others."""
    rng = np.random.default_rng(year)
    few = np.arange(300) < 4
    frame = pd.DataFrame(
        {
            "id": 1000 * year + np.arange(300),
            "weight": np.where(few, 3.1, rng.uniform(0.6, 1.4, 300).round(3)),
            "gender": np.where(few, "Other", rng.choice(["Woman", "Man"], 300)),
            "region": rng.choice(["North", "South"], 300),
            "trust": rng.choice(["A great deal", "Some", "Not much", "None at all"], 300),
        }
    )
    frame.to_csv(path, index=False)
    return path


def drafted(folder: Path, **changed: Any) -> tuple[BuiltRelease, set[str]]:
    """Draft two waves of delivered weights, and say by what the draft is divided."""
    survey = folder / "surveys" / "few"
    files = [delivered(folder / f"survey_{year}.csv", year) for year in (2024, 2025)]
    init_from(survey, files, Choices(design=(parse_design("proposed"),)))
    edit(survey / "survey.yaml", lambda d: d.update(changed))
    made = build_draft(survey, lang="en")
    return made, set(open_store(made.folder / "interne").tables["estimates"]["breakdown"])


@pytest.mark.parametrize(
    ("changed", "divided"),
    [
        ({"report_breakdowns": ["region", "gender*region"]}, {"total", "region"}),
        ({"report_breakdowns": ["gender"]}, {"total"}),
    ],
)
def test_a_draft_is_drawn_without_the_breakdown_and_says_so(
    tmp_path: Path, changed: dict[str, Any], divided: set[str]
) -> None:
    """Delivered weights cannot be merged: a stranger's draft ended with a refusal."""
    made, found = drafted(tmp_path, **changed)
    assert found == divided
    assert [n.id for n in made.notes][:-1] == ["pipeline-a-draft-without-a-breakdown"]


def _few_who_weigh_as_others_do(folder: Path) -> Path:
    """Draft a survey in which a rare group has no larger weights than others; return its folder."""
    survey = folder / "surveys" / "few"
    path = delivered(folder / "survey_2025.csv", 2025)
    frame = pd.read_csv(path).assign(weight=lambda f: f["weight"].clip(upper=1.2))
    frame.to_csv(path, index=False)
    init_from(survey, [path], Choices(design=(parse_design("proposed"),)))
    return survey


def test_rare_groups_are_merged_in_a_draft_and_it_is_said(tmp_path: Path) -> None:
    """Four people of another sex, who weigh as others do, withheld the share of women and of men."""
    survey = _few_who_weigh_as_others_do(tmp_path)
    made = build_draft(survey, lang="en")
    (note,) = made.notes[:-1]
    assert note.id == "pipeline-a-draft-with-groups-merged"
    assert "`gender`" in note.en
    assert "(Other)" in note.en
    shown = open_store(made.folder / "interne").tables["estimates"]
    by_gender = shown[shown["breakdown"] == "gender"]
    assert len(set(by_gender["group"])) == 2
    assert shown["estimate"].notna().all()


def test_what_a_definition_says_of_its_small_groups_stands_in_a_draft(tmp_path: Path) -> None:
    survey = _few_who_weigh_as_others_do(tmp_path)
    edit(
        survey / "survey.yaml",
        lambda d: d["breakdowns"]["gender"].update(small_groups="leave_out"),
    )
    made = build_draft(survey, lang="en")
    assert "pipeline-a-draft-with-groups-merged" not in [n.id for n in made.notes]


def test_a_group_that_a_result_follows_by_name_is_withheld_in_a_draft(tmp_path: Path) -> None:
    """It cannot be merged: confidentiality holds in a draft too."""
    survey = _few_who_weigh_as_others_do(tmp_path)
    drafted = load_survey(survey)
    groups = drafted.breakdown("gender").groups
    few = next(each.id for each in groups if "Other" in str(each.label))
    answer = next(iter(drafted.question("trust").codes))
    result = {
        "question": "trust",
        "net": answer,
        "breakdown": "gender",
        "group": few,
        "label": {"en": "Trust among others"},
        "declared": dt.date(2025, 1, 1),
    }
    edit(survey / "survey.yaml", lambda d: d.update(key_results={"few": result}))
    made = build_draft(survey, lang="en")
    shown = open_store(made.folder / "interne").tables["estimates"]
    theirs = shown[(shown["breakdown"] == "gender") & (shown["group"] == few)]
    assert len(theirs)
    assert (theirs["flag"] == "x").all()
    assert theirs[["estimate", "std_error", "n_base"]].isna().all(axis=None)
