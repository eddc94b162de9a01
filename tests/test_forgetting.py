"""A demonstration that nobody has is forgotten; what did not change is then not made twice."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import padai
from padai.errors import PublicationError
from padai.pipeline.versions.forgetting import forget_release
from padai.pipeline.versions.immutability import went_out
from padai.survey.releases import RELEASES_FILE
from tests.test_keeping import run
from tests.test_release_life import _quick, _small, as_it_was, edit, records, tree, version

TITLE = r"title: \{fr: La confiance, en: Trust\}"
ABOUT = ("interne/manifest.json", "interne/sbom.cdx.json")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A project whose last wave is a recorded demonstration; nobody may change it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PADAI_CACHE_DIR", str(tmp_path_factory.mktemp("kept")))
        _quick(patch)
        folder = _small(tmp_path_factory.mktemp("forgetting"))
        build(folder)
        yield folder


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    _quick(monkeypatch)


@pytest.fixture
def project(shown: Path, tmp_path: Path) -> Iterator[Path]:
    with as_it_was(shown, tmp_path):
        yield shown


def survey_of(project: Path) -> Path:
    return project / "surveys" / "example"


def build(project: Path, **keys: object) -> bool:
    """Build and record; say whether anything was estimated."""
    stages: list[str] = []
    padai.build(survey_of(project), log=lambda s: stages.append(str(s["stage"])), **keys)
    return "prepare" in stages


def test_a_demonstration_worded_anew_is_made_again_without_estimating(project: Path) -> None:
    edit(survey_of(project) / "survey.yaml", TITLE, "title: {fr: Se fier, en: Trust}")
    command = "padai release forget surveys/example --wave 2025"
    with pytest.raises(PublicationError, match=command) as refused:
        build(project)
    assert command in refused.value.texts["fr"]
    assert forget_release(survey_of(project), "2025") == "2025/v1"
    assert not records(project)
    assert not went_out(version(project))
    assert not build(project)
    assert [record.name for record in records(project)] == ["2025/v1"]
    assert went_out(version(project))
    again, recorded = tree(version(project)), (survey_of(project) / RELEASES_FILE).read_bytes()
    # removed instead, and made from nothing: the same bytes, and the same record of them
    shutil.rmtree(version(project))
    (survey_of(project) / RELEASES_FILE).unlink()
    assert build(project, fresh=True)
    assert {**tree(version(project)), **dict.fromkeys(ABOUT, "")} == {
        **again,
        **dict.fromkeys(ABOUT, ""),
    }
    assert (survey_of(project) / RELEASES_FILE).read_bytes() == recorded


def test_what_is_forgotten_and_did_not_change_comes_back_as_it_was(project: Path) -> None:
    before = tree(version(project)), records(project)
    forget_release(survey_of(project), "2025")
    build(project)
    assert (tree(version(project)), records(project)) == before


@pytest.mark.parametrize("gone", ["releases/example/2025/v1", "releases"])
def test_it_may_be_forgotten_where_its_folder_is_gone(project: Path, gone: str) -> None:
    shutil.rmtree(project / gone)
    forget_release(survey_of(project), "2025")
    assert not (survey_of(project) / RELEASES_FILE).exists()


def test_interrupted_between_its_two_steps_it_can_be_done_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_given: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("padai.pipeline.versions.forgetting.without_record", interrupted)
        forget_release(survey_of(project), "2025")
    assert records(project)
    forget_release(survey_of(project), "2025")
    assert not records(project)


def _as_published(project: Path) -> None:
    edit(survey_of(project) / RELEASES_FILE, "status: demonstration", "status: published")


def _withdrawn(project: Path) -> None:
    edit(
        survey_of(project) / RELEASES_FILE,
        "status: demonstration",
        "status: withdrawn\n  withdrawal: {date: 2025-12-01, kind: error, reason: {fr: X}}",
    )


def _followed(project: Path) -> None:
    path = survey_of(project) / RELEASES_FILE
    head, _, rows = path.read_text("utf-8").partition("releases:\n")
    later = rows.replace("wave: '2025'", "wave: '2024'")
    path.write_text(f"{head}releases:\n{rows}{later}", encoding="utf-8")


def _touched(project: Path) -> None:
    (version(project) / "interne" / "estimates.csv").write_text("x", encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "wave", "said"),
    [
        (_as_published, "2025", "only a demonstration"),
        (_withdrawn, "2025", "only a demonstration"),
        (_followed, "2025", "2024/v1 was put out after it"),
        (_touched, "2025", "is not what went out"),
        (lambda project: None, "2024", "nothing to forget"),
    ],
    ids=["published", "withdrawn", "followed", "touched", "unknown"],
)
def test_nothing_else_is_forgotten(project: Path, change: object, wave: str, said: str) -> None:
    change(project)
    before = tree(project)
    with pytest.raises(PublicationError, match=said):
        forget_release(survey_of(project), wave)
    left = tree(project)
    assert {n: h for n, h in left.items() if "lock" not in n} == {
        n: h for n, h in before.items() if "lock" not in n
    }


def test_the_command_says_what_it_did_in_one_line(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("release", "forget", survey_of(project), "--wave", "2025") == 0
    assert "2025/v1\xa0: oubliée" in capsys.readouterr().out
    assert run("release", "forget", survey_of(project), "--wave", "2025", "--lang", "en") == 2
    said = capsys.readouterr().err
    assert "nothing to forget" in said
    assert "Traceback" not in said
