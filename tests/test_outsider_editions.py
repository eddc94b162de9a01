"""What an outsider adds up over editions, parts and surveys of the same people."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml

import padai
from padai.errors import PublicationError
from padai.pipeline.versions.keeping import restore_release
from tests.outsider.worlds.building import tables_alone
from tests.outsider.worlds.generator import World, _yaml, before, write_world

WORLD = World(
    seed=8,
    people=300,
    regions=3,
    health_groups=False,
    zones=False,
    weighted=False,
    halves=False,
    multiple=False,
    phone=False,
    rounding=False,
    earlier=True,
)


def edited(path: Path, **changes: Any) -> None:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    content.update(changes)
    _yaml(path, content)


def built(survey: Path, wave: str | None = None) -> pd.DataFrame:
    """Build the tables of a wave and return its open series."""
    with tables_alone():
        folder = padai.build(survey, wave=wave, formats=("html",)).folder
    return pd.read_csv(folder / "open" / "series.csv", dtype=str, keep_default_na=False)


def answers(series: pd.DataFrame, question: str, group: str) -> pd.Series:
    """Work out from printed shares and bases how many of a group of 2024 gave each answer."""
    mine = series[(series["wave"] == "2024") & (series["question"] == question)]
    mine = mine[(mine["group"] == group) & mine["estimate"].ne("")]
    counted = mine["estimate"].astype(float) * mine["n_base"].astype(float)
    return pd.Series(counted.round().to_numpy(), index=mine["response"])


# --- a record that is lost -----------------------------------------------------------------------


def cut_after(survey: Path, age: int, waves: list[str]) -> None:
    """Cut the ages of a survey elsewhere, and say which waves it has."""
    head = yaml.safe_load((survey / "survey.yaml").read_text(encoding="utf-8"))
    groups = head["breakdowns"]["age_group"]["groups"]
    groups["18-34"]["max"], groups["35-59"]["min"] = age, age + 1
    edited(survey / "survey.yaml", breakdowns=head["breakdowns"], waves=waves)


@pytest.mark.parametrize("status", ["demonstration", "published"])
def test_an_edition_sees_what_another_put_out_without_a_record(tmp_path: Path, status: str) -> None:
    """The answers of those aged 35 in 2024 stand between the tables of two editions."""
    survey = write_world(WORLD, tmp_path)
    aged = [row["trust"] for row in before(WORLD) if row["age"] == "35"]
    assert 0 < len(aged) < 10
    if status == "published":
        head = yaml.safe_load((survey / "survey.yaml").read_text(encoding="utf-8"))
        licences = {"data": head["licences"]["data"], "code": head["licences"]["data"]}
        edited(survey / "survey.yaml", synthetic=False, licences=licences)
        for wave in ("2024", "2025"):
            release = {"version": 1, "status": status, "publish_on": f"{wave}-06-02"}
            edited(survey / "waves" / f"{wave}.yaml", release=release)
    cut_after(survey, 34, ["2024"])
    (survey / "waves" / "2025.yaml").rename(tmp_path / "2025.yaml")
    first = built(survey)
    (tmp_path / "2025.yaml").rename(survey / "waves" / "2025.yaml")
    cut_after(survey, 35, ["2024", "2025"])
    (survey / "releases.yaml").unlink()

    with pytest.raises(PublicationError, match="has no record of it") as refused:
        built(survey)
    assert "padai release restore surveys/nasty --wave 2024" in refused.value.texts["en"]
    assert not (tmp_path / "releases" / "nasty" / "2025" / "v1").exists()

    assert restore_release(survey, "2024") == ("record", "2024/v1")
    second = built(survey)
    assert answers(first, "trust", "18-34").sum() > 0
    assert answers(second, "trust", "18-34").empty
