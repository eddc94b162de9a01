"""Nobody's history is lost: releases of padai 0.1.0 are listed, given back and migrated."""

from __future__ import annotations

import shutil
import tarfile
from pathlib import Path

import pytest

from padai.cli import main
from padai.errors import PublicationError
from padai.interchange import init_example
from padai.pipeline.versions import keeping
from padai.pipeline.versions.keeping import list_releases, migrate_releases, restore_release
from padai.store import INSIDE, open_store, outside_digest, store_digest
from padai.survey.releases import read_releases
from tests.test_release_life import tree

KEPT = Path(__file__).parent / "data" / "releases-0.1.0.tar.gz"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The example, with a version that padai 0.1.0 put out."""
    init_example(tmp_path / "project")
    with tarfile.open(KEPT) as kept:
        kept.extractall(tmp_path / "kept", filter="data")
    releases = tmp_path / "project" / "releases" / "example"
    shutil.copytree(tmp_path / "kept" / "example" / "2025", releases / "2025")
    shutil.copy(tmp_path / "kept" / "example" / "releases.yaml", survey_of(tmp_path / "project"))
    return tmp_path / "project"


def survey_of(project: Path) -> Path:
    return project / "surveys" / "example"


def version(project: Path) -> Path:
    return project / "releases" / "example" / "2025" / "v1"


def record(project: Path):
    (found,) = read_releases(survey_of(project), "example")
    return found


def outside_of(project: Path) -> dict[str, str]:
    files = tree(version(project))
    return {n: h for n, h in files.items() if n.partition("/")[0] not in ("data", INSIDE)}


def run(*args: object) -> int:
    with pytest.raises(SystemExit) as ended:
        main([str(arg) for arg in args])
    return int(ended.value.code or 0)


# --- migrating -----------------------------------------------------------------------------------


def test_migration_moves_the_store_and_changes_no_published_byte(project: Path) -> None:
    before, inside = outside_of(project), tree(version(project) / "data")
    old = record(project)
    assert old.outside is None
    done = migrate_releases(survey_of(project))
    assert done.moved == ("releases/example/2025/v1",)
    assert done.pinned == ("2025/v1",)
    assert outside_of(project) == before
    assert not (version(project) / "data").exists()
    assert tree(version(project) / INSIDE) == inside
    new = record(project)
    assert new.store == old.store == store_digest(version(project) / INSIDE)
    assert new.outside == outside_digest(version(project))
    assert new.model_copy(update={"outside": None}) == old
    assert open_store(version(project) / INSIDE).wave == "2025"


def test_migration_can_be_run_twice(project: Path) -> None:
    first = migrate_releases(survey_of(project))
    before = tree(project)
    again = migrate_releases(survey_of(project))
    assert (again.moved, again.pinned) == ((), ())
    assert again.findings == first.findings
    assert tree(project) == before


def test_a_migration_that_was_interrupted_goes_on(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_given: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(keeping, "write_records", killed)
        with pytest.raises(KeyboardInterrupt):
            migrate_releases(survey_of(project))
    assert (version(project) / INSIDE / "texts.json").is_file()
    assert record(project).outside is None
    assert [k.state for k in list_releases(survey_of(project))] == ["unpinned"]
    done = migrate_releases(survey_of(project))
    assert done.pinned == ("2025/v1",)
    assert [k.state for k in list_releases(survey_of(project))] == ["whole"]


def test_migration_lists_what_is_finer_than_today(project: Path) -> None:
    found = {Path(f.file).name: f for f in migrate_releases(survey_of(project)).findings}
    assert {"series.csv", "changes.csv", "contrasts.csv"} <= set(found)
    assert any(name.endswith(".xlsx") for name in found)
    assert "dictionary.csv" not in found
    assert found["series.csv"].kind == "finer"
    assert found["series.csv"].count > 100
    assert "affected: [2025/v1]" in found["series.csv"].withdrawal


@pytest.mark.parametrize("name", ["open/series.csv", "data/estimates.csv", "fr/sommaire.html"])
def test_a_version_that_was_changed_is_not_migrated(project: Path, name: str) -> None:
    path = version(project) / name
    path.write_bytes(path.read_bytes() + b"\n")
    before = tree(project)
    with pytest.raises(PublicationError, match="is not what went out") as refused:
        migrate_releases(survey_of(project))
    assert "Rien n’a été changé" in refused.value.texts["fr"]
    assert tree(project) == before


def test_a_store_in_both_places_is_not_migrated(project: Path) -> None:
    shutil.copytree(version(project) / "data", version(project) / INSIDE)
    before = tree(project)
    with pytest.raises(PublicationError, match="is not what went out"):
        migrate_releases(survey_of(project))
    assert tree(project) == before


def test_a_store_of_an_unknown_schema_is_not_migrated(project: Path) -> None:
    path = version(project) / "data" / "texts.json"
    path.write_text(path.read_text("utf-8").replace('"schema": 1', '"schema": 7', 1), "utf-8")
    before = tree(project)
    with pytest.raises(PublicationError, match="has schema 7"):
        migrate_releases(survey_of(project))
    assert tree(project) == before


def test_where_nothing_went_out_there_is_nothing_to_do(tmp_path: Path) -> None:
    init_example(tmp_path)
    assert migrate_releases(survey_of(tmp_path)).moved == ()
    assert list_releases(survey_of(tmp_path)) == []


# --- listing and giving back ---------------------------------------------------------------------


def test_the_list_says_how_each_version_stands(project: Path) -> None:
    def state() -> list[str]:
        return [k.state for k in list_releases(survey_of(project))]

    assert state() == ["unpinned"]
    migrate_releases(survey_of(project))
    assert state() == ["whole"]
    kept = (version(project) / "open" / "series.csv").read_bytes()
    (version(project) / "open" / "series.csv").write_bytes(b"x")
    (changed,) = list_releases(survey_of(project))
    assert (changed.state, changed.changed) == ("changed", ("open/series.csv",))
    (version(project) / "open" / "series.csv").write_bytes(kept)
    (survey_of(project) / "releases.yaml").unlink()
    assert state() == ["unrecorded"]
    assert run("release", "list", survey_of(project)) == 1


def test_a_lost_record_is_given_back(project: Path) -> None:
    migrate_releases(survey_of(project))
    whole = record(project)
    (survey_of(project) / "releases.yaml").unlink()
    assert restore_release(survey_of(project), "2025") == ("record", "2025/v1")
    assert record(project) == whole


def test_no_record_is_made_of_a_version_that_was_changed(project: Path) -> None:
    migrate_releases(survey_of(project))
    (survey_of(project) / "releases.yaml").unlink()
    (version(project) / "open" / "series.csv").write_bytes(b"x")
    with pytest.raises(PublicationError, match="is not the one that its manifest names"):
        restore_release(survey_of(project), "2025")
    assert not (survey_of(project) / "releases.yaml").exists()


def test_a_version_comes_back_from_the_archive_as_it_went_out(project: Path) -> None:
    migrate_releases(survey_of(project))
    before = tree(version(project))
    archive = project / "archive" / "example" / "2025" / "v1"
    shutil.copytree(version(project), archive)
    (version(project) / "open" / "series.csv").write_bytes(b"x")
    with pytest.raises(PublicationError, match="does not hold this version"):
        restore_release(survey_of(project), "2025", 1)  # no archive is named
    (project / "padai.yaml").open("a", encoding="utf-8").write("archive_dir: archive\n")
    assert restore_release(survey_of(project), "2025", 1) == ("folder", "2025/v1")
    assert tree(version(project)) == before
    with pytest.raises(PublicationError, match="stands as it went out"):
        restore_release(survey_of(project), "2025", 1)
    shutil.rmtree(version(project))
    (archive / "open" / "series.csv").write_bytes(b"y")
    with pytest.raises(PublicationError, match="does not hold this version as it went out"):
        restore_release(survey_of(project), "2025", 1)
    assert not version(project).exists()


def test_there_is_nothing_to_give_back_of_what_never_was(project: Path) -> None:
    with pytest.raises(PublicationError, match="nothing to give back"):
        restore_release(survey_of(project), "2031")
    with pytest.raises(PublicationError, match="nothing to give back"):
        restore_release(survey_of(project), "2025", 9)


def test_the_commands_say_it_in_one_message(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("release", "migrate", survey_of(project)) == 0
    said = capsys.readouterr().out
    assert "dépôt rangé dans interne/" in said
    assert "withdrawn: confidentiality" in said
    assert run("release", "list", survey_of(project), "--lang", "en") == 0
    assert "as it went out" in capsys.readouterr().out
    assert run("release", "restore", survey_of(project), "--wave", "2031") == 2
    assert "Traceback" not in capsys.readouterr().err
