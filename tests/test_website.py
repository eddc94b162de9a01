"""The last step of a build: the site is refreshed whole, or stays as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from padai.errors import PadaiError, PublicationError
from padai.pipeline.machinery.stage_log import Stages
from padai.pipeline.versions.website import write_website
from padai.project import Project, find_project
from padai.survey.releases import ReleaseRecord, releases_text
from tests.publishing_store import make_store

RECORD = ReleaseRecord.model_validate(
    {
        "wave": "2025",
        "version": 1,
        "status": "demonstration",
        "date": "2025-11-25",
        "store": "0" * 64,
    }
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose one release is recorded."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "padai.yaml").write_text("surveys: surveys\n")
    survey = folder / "surveys" / "essai"
    survey.mkdir(parents=True)
    (survey / "releases.yaml").write_text(releases_text([RECORD]), encoding="utf-8")
    version = folder / "releases" / "essai" / "2025" / "v1"
    version.mkdir(parents=True)
    make_store(version, languages=("fr",))
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Project:
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return find_project(tmp_path)


def content(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def test_a_site_that_cannot_be_made_leaves_the_one_before(project: Project) -> None:
    said: list[object] = []
    front = write_website(project, Stages(log=said.append))
    assert front == project.site_dir / "index.html"
    before = content(project.site_dir)
    assert any(name.startswith("fr/") for name in before)
    assert not any(name.startswith("en/") for name in before)
    (stage,) = said
    assert isinstance(stage, dict)
    assert stage["stage"] == "site"
    assert stage["counts"]["pages"] == sum(n.endswith(".html") for n in before)
    store = project.releases_dir / "essai" / "2025" / "v1" / "interne"
    (store / "estimates.csv").unlink()
    with pytest.raises(PadaiError, match=r"estimates\.csv"):
        write_website(project, Stages())
    assert content(project.site_dir) == before
    assert [p.name for p in project.root.iterdir() if p.name.startswith("._site")] == []


def test_a_folder_that_is_no_site_is_not_replaced(project: Project) -> None:
    project.site_dir.mkdir()
    (project.site_dir / "thesis.txt").write_text("years of work")
    with pytest.raises(PublicationError, match="which holds something else"):
        write_website(project, Stages())
    assert (project.site_dir / "thesis.txt").read_text() == "years of work"


def test_the_site_goes_where_the_project_says(made: Path, tmp_path: Path) -> None:
    (tmp_path / "padai.yaml").write_text("site: public\n")
    (tmp_path / "releases").mkdir()
    front = write_website(find_project(tmp_path), Stages())
    assert front == tmp_path / "public" / "index.html"
    assert "Rien n’a encore été publié." in front.read_text(encoding="utf-8")
