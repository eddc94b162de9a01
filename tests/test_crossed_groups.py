"""A report by groups of two traits at once: they have names, and nobody is known by them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import yaml
from openpyxl import load_workbook

from tests.outsider.attacking import Attack, attacked
from tests.outsider.judge import Judge
from tests.outsider.questionnaire import read_questionnaire
from tests.outsider.worlds.building import built
from tests.outsider.worlds.generator import drawn, write_world

CROSSED = "region*age_group"


def by_two(project: Path) -> Path:
    """Write a survey told by region, by age and by both; of small regions some are merged."""
    world = replace(drawn(1), weighted=False, phone=False, earlier=False)
    survey = write_world(world, project)
    path = survey / "survey.yaml"
    told = yaml.safe_load(path.read_text(encoding="utf-8"))
    told["report_breakdowns"] = [*told["breakdowns"], CROSSED]
    told["breakdowns"]["region"]["small_groups"] = "merge"
    path.write_text(yaml.safe_dump(told, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return survey


def test_groups_of_two_traits_are_told_by_name_and_tell_of_nobody(tmp_path: Path) -> None:
    survey = by_two(tmp_path)
    folder = built(survey)
    own = pd.read_csv(folder / "open" / "series.csv", dtype=str).query("breakdown == @CROSSED")
    groups = list(dict.fromkeys(own["group"]))
    assert all(len(group.split("*")) == 2 for group in groups)
    (book,) = folder.rglob("*.xlsx")
    cells = {
        str(cell)
        for sheet in load_workbook(book).worksheets
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    }
    assert "Region × Age group" in cells
    assert "Région 1" not in cells and "Region 1, 18 to 34" in cells
    asked = read_questionnaire(survey)
    verdict = Judge(asked).judged(attacked(folder, asked, Attack(pages=False, most_extras=0)))
    assert not verdict.breaches and not verdict.false
