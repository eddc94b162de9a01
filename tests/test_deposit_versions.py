"""One file of a wave for an archive, ever: two of them would be joined, or set against each other."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

from padai.errors import PublicationError
from padai.pipeline.versions.by_address import Address, withdraw_cells
from padai.pipeline.versions.deposited import LEFT_OUT
from padai.store import INSIDE, open_store
from padai.survey import Text
from tests.test_by_address import _open_data
from tests.test_deposit import DECIDED
from tests.test_release_life import (
    CORRECTION,
    _quick,
    _small,
    build,
    declare,
    edit,
    quick,
    records,
    rewrite,
    version,
)

__all__ = ["quick"]


def _deposit(**named: object) -> str:
    value = {"questions": ["trust_services", "trust_data"], "profile": ["age_group"], **DECIDED}
    return f"deposit: {json.dumps(value | named)}"


def _survey(project: Path) -> Path:
    return project / "surveys" / "example"


def _files(project: Path, number: int) -> list[Path]:
    return sorted((version(project, number) / "depot").glob("*.csv"))


def _second(project: Path, **keys: object) -> None:
    declare(project, version=2, reason=CORRECTION, **keys)


@pytest.fixture(scope="module")
def deposited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose last wave went out with a file for an archive; nobody may change it."""
    with pytest.MonkeyPatch.context() as patch:
        _quick(patch)
        folder = _small(tmp_path_factory.mktemp("deposited"))
        head = _survey(folder) / "survey.yaml"
        head.write_text(f"{head.read_text()}\n{_deposit()}\n", encoding="utf-8")
        build(folder)
    return folder


@pytest.fixture
def project(deposited: Path, tmp_path: Path) -> Path:
    shutil.copytree(deposited, tmp_path / "project")
    return tmp_path / "project"


def _correct_one(project: Path) -> None:
    """Correct one answer, as an error of few records that matters."""

    def change(frame):  # type: ignore[no-untyped-def]
        frame = frame.copy()
        row = frame.index[57]
        frame.loc[row, "trust_data"] = 4 if frame.loc[row, "trust_data"] != 4 else 1
        return frame

    rewrite(_survey(project), change)


def test_a_corrected_record_is_told_by_no_second_file(project: Path) -> None:
    first = _files(project, 1)
    assert len(first) == 1
    assert records(project)[0].deposit
    _correct_one(project)
    _second(project, correction="error")
    built = build(project)
    assert not (version(project, 2) / "depot").exists()
    assert any("2025/v1" in str(note) for note in built.notes)
    facts = open_store(version(project, 2) / INSIDE).facts
    assert facts[LEFT_OUT] == "2025/v1"
    assert "deposit" not in facts
    assert records(project)[1].deposit is None


def test_the_same_file_goes_out_again(project: Path) -> None:
    _second(project)
    built = build(project)
    assert [p.read_bytes() for p in _files(project, 2)] == [
        p.read_bytes() for p in _files(project, 1)
    ]
    assert not any("2025/v1" in str(note) for note in built.notes)
    assert records(project)[0].deposit == records(project)[1].deposit


def test_another_profile_is_refused_with_what_settles_it(project: Path) -> None:
    head = _survey(project) / "survey.yaml"
    edit(head, r"(?m)^deposit:.*$", _deposit(profile=["education"]))
    _second(project)
    with pytest.raises(PublicationError, match="profile changed since 2025/v1") as refused:
        build(project)
    assert "take `deposit:` out" in str(refused.value)
    assert not version(project, 2).exists()
    edit(head, r"(?m)^deposit:.*$", "")
    build(project)
    assert not (version(project, 2) / "depot").exists()


@pytest.mark.parametrize("kind", ["error", "confidentiality"])
def test_a_withdrawn_file_was_downloaded_all_the_same(project: Path, kind: str) -> None:
    declare(
        project,
        status="withdrawn",
        withdrawn=kind,
        withdrawn_on=dt.date(2025, 7, 1),
        reason=CORRECTION,
    )
    build(project)
    assert not _files(project, 1)
    rewrite(_survey(project), lambda frame: frame.iloc[: len(frame) // 2])
    edit(_survey(project) / "waves" / "2025.yaml", r"(?m)^\s+n: \d+\n", "")
    text = (_survey(project) / "waves" / "2025.yaml").read_text(encoding="utf-8")
    start = text.index("release:")
    release = "release: {version: 2, status: demonstration, publish_on: 2025-08-01, reason: "
    (_survey(project) / "waves" / "2025.yaml").write_text(
        f"{text[:start]}{release}{json.dumps(CORRECTION)}}}\n", encoding="utf-8"
    )
    build(project)
    assert not _files(project, 2)
    assert open_store(version(project, 2) / INSIDE).facts[LEFT_OUT] == "2025/v1"


def test_cells_withdrawn_take_the_file_with_them_for_good(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("padai.pipeline.versions.by_address.publish_apart", _open_data)
    monkeypatch.setattr("padai.pipeline.versions.by_address.write_website", lambda *_given: None)
    cell = Address("main", "2025", "trust_data", "trust", "gender", "F")
    reason = Text(fr="Une cellule parlait d’une personne.", en="A cell told of a person.")
    withdraw_cells(_survey(project), [cell], date=dt.date(2025, 7, 1), reason=reason)
    assert not _files(project, 1)
    assert records(project)[0].deposit
    _second(project)
    build(project)
    assert not _files(project, 2)


def test_a_second_survey_of_the_same_people_deposits_nothing(project: Path) -> None:
    """Other questions, the same people: the traits and the answers would be joined."""
    twin = project / "surveys" / "twin"
    shutil.copytree(_survey(project), twin)
    (twin / "releases.yaml").unlink()
    edit(twin / "survey.yaml", r"(?m)^id: example$", "id: twin")
    import padai

    with pytest.raises(PublicationError, match="example 2025/v1 has deposited a file"):
        padai.build(twin, engine="embedded", fresh=True)
    edit(twin / "survey.yaml", r"(?m)^deposit:.*$", "")
    padai.build(twin, engine="embedded", fresh=True)
