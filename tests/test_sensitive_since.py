"""A question that is declared sensitive after it went out is withdrawn before more goes out."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pandas as pd
import pytest

from padai.errors import PublicationError
from padai.pipeline.versions.addresses import Address
from padai.pipeline.versions.by_address import withdraw_cells
from padai.survey import Text
from tests.outsider.worlds.building import built, tables_alone

SURVEYS = Path(__file__).parents[1] / "surveys"
WAVE = "2025-apres"
FOLLOWED = "registre"
"""A plain question of which two members moved one way and three stayed."""


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Put out the demonstration's panel, and declare the question sensitive in its version 2."""
    project = tmp_path_factory.mktemp("since")
    survey = project / "surveys" / "panel-citoyen"
    shutil.copytree(SURVEYS / survey.name, survey)
    (survey / "releases.yaml").unlink(missing_ok=True)
    (project / "padai.yaml").write_text("surveys: surveys\nreports: reports\nreleases: releases\n")
    built(survey)
    declared = survey / "questionnaire.yaml"
    head, mark, rest = declared.read_text(encoding="utf-8").partition(f"  {FOLLOWED}:\n")
    declared.write_text(f"{head}{mark}    sensitive: true\n{rest}", encoding="utf-8")
    wave = survey / "waves" / f"{WAVE}.yaml"
    second = "version: 2\n  reason: {fr: Délicate., en: Sensitive.}\n  status: corrected"
    plain = wave.read_text(encoding="utf-8")
    wave.write_text(plain.replace("version: 1\n  status: demonstration", second), encoding="utf-8")
    return survey


@pytest.fixture
def survey(first: Path, tmp_path: Path) -> Path:
    shutil.copytree(first.parents[1], tmp_path / "project")
    return tmp_path / "project" / "surveys" / first.name


def moves(survey: Path, version: int) -> pd.DataFrame:
    home = survey.parents[1] / "releases" / survey.name / WAVE / f"v{version}"
    frame = pd.read_csv(home / "interne" / "panel_moves.csv")
    return frame[frame["question"] == FOLLOWED]


def test_few_people_who_are_out_are_not_left_beside_a_version_that_hides_them(
    survey: Path,
) -> None:
    assert moves(survey, 1)["people"].between(1, 4).any()
    with pytest.raises(PublicationError) as refused:
        built(survey)
    assert refused.value.said is not None
    assert refused.value.said.id == "pipeline-was-told-before-it-was-sensitive"
    assert f"{WAVE}/v1" in str(refused.value)
    assert FOLLOWED in str(refused.value)


def test_once_they_are_withdrawn_the_version_goes_out(survey: Path) -> None:
    address = Address("*", "*", FOLLOWED, "*", "*", "*")
    with tables_alone():
        withdraw_cells(
            survey,
            [address],
            date=dt.date(2025, 11, 3),
            reason=Text(fr="Délicate.", en="Sensitive."),
        )
    built(survey)
    for version in (1, 2):
        assert moves(survey, version).empty
