"""A question that is declared sensitive after it went out is withdrawn before more goes out."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

from padai.errors import PublicationError
from padai.pipeline.versions.addresses import Address
from padai.pipeline.versions.by_address import withdraw_cells
from padai.pipeline.versions.sensitive_since import _of_few, told_as_sensitive
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


@pytest.mark.parametrize(
    ("table", "rows", "named"),
    [
        ("answers", {"question": ["triage", "triage", "role"], "people": [3, 40, 2]}, ["triage"]),
        ("answers", {"question": ["triage"], "people": [5]}, []),
        ("profile", {"breakdown": ["origin", "sex"], "people": [4, 4]}, ["origin"]),
        ("panel_moves", {"question": ["triage"], "people": [0]}, ["triage"]),
        ("themes", {"theme": ["triage"], "people": [1]}, []),
    ],
    ids=["a consultation", "enough people", "a quota", "a move of nobody", "another table"],
)
def test_few_people_of_a_question_or_a_quota(
    table: str, rows: dict[str, list[object]], named: list[str]
) -> None:
    since = frozenset({"triage", "origin"})
    assert [*_of_few({table: pd.DataFrame(rows)}, since, 5)] == named


def test_a_quota_and_a_breakdown_are_sensitive_with_what_they_are_of() -> None:
    quotas = (
        SimpleNamespace(id="origin", sensitive=True),
        SimpleNamespace(id="sex", sensitive=False),
    )
    survey = SimpleNamespace(
        questions={
            "health": SimpleNamespace(id="health", sensitive=True),
            "role": SimpleNamespace(id="role", sensitive=False),
        },
        panel=SimpleNamespace(draw=SimpleNamespace(quotas=quotas)),
        breakdowns=(
            SimpleNamespace(id="by_health", question="health"),
            SimpleNamespace(id="by_role", question="role"),
        ),
    )
    assert told_as_sensitive(survey) == {"health", "by_health", "origin"}  # type: ignore[arg-type]
