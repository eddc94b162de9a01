"""Starting a project: the example and the skeleton load, and nothing is ever half written."""

from __future__ import annotations

from pathlib import Path

import pytest

from padai.errors import DefinitionError
from padai.interchange import init, init_example, starting
from padai.project import find_project
from padai.survey import load_survey
from padai.survey.schemas import shipped
from padai.validation import validate
from padai.waves.reading import read_wave


def _listing(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*"))


def test_the_example_is_a_whole_project(tmp_path: Path) -> None:
    written = init_example(tmp_path)
    assert all(path.is_file() for path in written)
    assert find_project(tmp_path).root == tmp_path.resolve()
    assert {"padai.yaml", "_quarto.yml", "surveys", "reports", ".gitignore"} == {
        path.name for path in tmp_path.iterdir()
    }
    survey = load_survey(tmp_path / "surveys" / "example")
    assert survey.synthetic
    assert survey.to_complete() == ()
    for wave_id in survey.waves:
        assert all(survey.disclosure_items(wave_id).values())
        assert read_wave(survey, wave_id).provenance["sha256"] == survey.part(wave_id).sha256
        assert len(survey.targets(wave_id).margins) == 4


def test_the_example_has_no_finding_but_the_changes_planted_in_it(tmp_path: Path) -> None:
    init_example(tmp_path)
    survey = load_survey(tmp_path / "surveys" / "example")
    earlier = []
    for wave_id in survey.waves:
        wave = read_wave(survey, wave_id)
        found = validate(wave, earlier=earlier)
        assert found.ok
        assert set(found.frame["column"]) <= {"trust_services", "trust_data"}
        earlier.append(wave)


def test_the_skeleton_loads_and_says_what_is_to_be_written(tmp_path: Path) -> None:
    written = init(tmp_path / "new" / "project")
    assert all(path.is_file() for path in written)
    survey = load_survey(tmp_path / "new" / "project" / "surveys" / "survey")
    waiting = survey.to_complete()
    assert {"title", "sponsor", "questions.trust.wording.fr"} <= set(waiting)
    assert survey.targets("1").margins[1].cells["55+"] == 39


@pytest.mark.parametrize("start", [init, init_example])
def test_every_definition_file_names_a_schema_that_is_there(tmp_path: Path, start: object) -> None:
    start(tmp_path)  # type: ignore[operator]
    for folder in (tmp_path / "surveys", Path(__file__).parents[1] / "surveys"):
        files = [*folder.glob("*/*.yaml"), *folder.glob("*/waves/*.yaml")]
        assert files
        for path in files:
            if path.name == "truth.yaml":
                continue
            first = path.read_text(encoding="utf-8").splitlines()[0]
            mark, _, named = first.partition("$schema=")
            assert mark == "# yaml-language-server: ", path
            kind = "wave" if path.parent.name == "waves" else path.stem
            text = (path.parent / named).read_text(encoding="utf-8")
            assert text == shipped(kind), path  # type: ignore[arg-type]


@pytest.mark.parametrize("start", [init, init_example])
def test_an_existing_project_is_refused(tmp_path: Path, start: object) -> None:
    (tmp_path / "padai.yaml").write_text("surveys: surveys\n", encoding="utf-8")
    with pytest.raises(DefinitionError, match="is a project already"):
        start(tmp_path)  # type: ignore[operator]
    assert _listing(tmp_path) == ["padai.yaml"]


def test_what_would_be_overwritten_is_named_and_kept(tmp_path: Path) -> None:
    (tmp_path / "surveys").mkdir()
    (tmp_path / "surveys" / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(DefinitionError, match="already holds surveys"):
        init_example(tmp_path)
    assert _listing(tmp_path) == ["surveys", "surveys/mine.txt"]


def test_hidden_files_may_stand_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine\n", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    init_example(tmp_path)
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "mine\n"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(DefinitionError, match="is a file"):
        init(tmp_path / "file")


@pytest.mark.parametrize("existed", [True, False])
def test_a_copy_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, existed: bool
) -> None:
    target = tmp_path / "project"
    if existed:
        target.mkdir()
    moves = []
    rename = Path.rename

    def fails_at_the_third(self: Path, goal: Path) -> Path:
        moves.append(goal)
        if len(moves) == 3:
            raise OSError("no space left")
        return rename(self, goal)

    monkeypatch.setattr(starting.Path, "rename", fails_at_the_third)
    with pytest.raises(OSError, match="no space left"):
        init_example(target)
    assert len(moves) == 3
    assert target.exists() == existed
    assert _listing(tmp_path) == (["project"] if existed else [])
