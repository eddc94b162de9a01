"""A build that would change nothing ends at once; whatever a build depends on makes it build."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import padai
from padai.errors import PublicationError
from padai.pipeline.builds import building
from padai.pipeline.builds.built_release import BuiltRelease
from padai.pipeline.machinery import kept
from tests.test_release_life import _quick, _small, edit, tree

_CALENDAR = """
calendar:
- {date: 2098-05-01, what: {fr: "Vague suivante", en: "Next wave"}}
"""


class Worked(Exception):
    """A build began."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A project that was built once; every test leaves it as it was."""
    with pytest.MonkeyPatch.context() as patch:
        _quick(patch)
        folder = _small(tmp_path_factory.mktemp("unchanged"))
        head = folder / "surveys" / "example" / "survey.yaml"
        head.write_text(head.read_text(encoding="utf-8") + _CALENDAR, encoding="utf-8")
        (folder / "_site").mkdir()
        (folder / "_site" / "index.html").write_text("a site", encoding="utf-8")
        assert not padai.build(folder / "surveys" / "example").unchanged
        yield folder


@pytest.fixture(autouse=True)
def at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def begun(*_given: object) -> None:
        raise Worked

    monkeypatch.setattr(building, "_build", begun)


def build(project: Path, **keys: object) -> BuiltRelease:
    return padai.build(project / "surveys" / "example", **keys)


@contextmanager
def moved(path: Path, text: str | None) -> Iterator[None]:
    """Change a file, or remove it, for a while."""
    before = path.read_bytes() if path.is_file() else None
    if text is None:
        path.unlink()
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((before or b"") + text.encode())
    yield
    path.unlink(missing_ok=True)
    if before is not None:
        path.write_bytes(before)


def test_nothing_changed_names_the_same_files_and_writes_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, told = tree(project), []
    made = build(project, log=told.append)
    assert made.unchanged
    assert [stage["stage"] for stage in told] == ["unchanged"]
    assert tree(project) == before
    assert {kind for kind, _, _ in made.files} >= {"report", "manifest", "site"}
    assert made.folder == project / "releases" / "example" / "2025" / "v1"
    with pytest.raises(Worked):
        build(project, fresh=True)


def _inputs(project: Path) -> list[Path]:
    survey = project / "surveys" / "example"
    found = [p for p in survey.rglob("*") if p.is_file() and p.name != "releases.yaml"]
    return [*found, *(project / "reports").rglob("*.qmd"), project / "padai.yaml"]


def test_every_file_of_definition_data_and_templates_counts(project: Path) -> None:
    """Also the data of earlier waves, and a file of which nobody knows that it is read."""
    paths = [p for p in _inputs(project) if not p.name.startswith(".")]
    names = {p.relative_to(project).as_posix() for p in paths}
    wanted = {
        "surveys/example/survey.yaml", "surveys/example/questionnaire.yaml",
        "surveys/example/waves/2023.yaml", "surveys/example/targets/2024.csv",
        "surveys/example/data/example-2023.sav", "padai.yaml", "reports/site/index.qmd",
    }  # fmt: skip
    assert wanted <= names
    for path in paths:
        comment = "\n" if path.suffix in (".csv", ".json") else "\n# autre\n"
        with moved(path, comment), pytest.raises(Worked):
            build(project)
    assert build(project).unchanged


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("reports/fr/_mots.qmd", "Bonjour"),  # a template more
        ("surveys/example/data/areas.csv", "a,b"),
        ("surveys/other/releases.yaml", "releases: []\n"),  # another survey
        ("surveys/other/survey.yaml", "id: other\n"),
        ("_quarto.yml", "# autre\n"),
        ("_extensions/padai/report.css", "/* autre */"),
        ("releases/other/2025/v1/fr/rapport.html", "autre"),  # its release
        ("releases/example/2025/versions.html", "autre"),  # beside a version
        ("releases/example/2024/v1/interne/estimates.csv", "autre"),  # an earlier wave's store
        ("_site/index.html", "autre"),
        ("_site/fr/more.html", "autre"),
        ("releases/index.html", "autre"),  # a signpost
    ],
)
def test_whatever_lies_around_counts(project: Path, name: str, text: str) -> None:
    path = project / name
    with moved(path, text), pytest.raises(Worked):
        build(project)
    if (project / "surveys" / "other").is_dir():
        shutil.rmtree(project / "surveys" / "other")
    assert build(project).unchanged


def test_a_published_file_changed_by_hand_is_refused_as_ever(project: Path) -> None:
    page = project / "releases" / "example" / "2025" / "v1" / "fr" / "rapport.html"
    for text in ("un mot de plus", None):
        with moved(page, text), pytest.raises(PublicationError, match=r"fr/rapport\.html"):
            build(project)
    store = page.parents[1] / "interne" / "estimates.csv"
    with moved(store, "\n"), pytest.raises(PublicationError, match="interne"):
        build(project)
    with moved(store.with_name("manifest.json"), " "), pytest.raises(Worked):
        build(project)  # no pin holds the manifest: it is written anew
    assert build(project).unchanged


def test_a_record_changed_by_hand_counts(project: Path) -> None:
    record = project / "surveys" / "example" / "releases.yaml"
    with moved(record, "# un mot\n"), pytest.raises(Worked):
        build(project)
    with moved(record, None), pytest.raises(PublicationError, match="no record"):
        build(project)


@pytest.mark.parametrize(
    "keys",
    [{"formats": ("html",)}, {"trust_templates": True}, {"record": False}, {"wave": "2024"}],
)
def test_every_option_counts(project: Path, keys: dict[str, object]) -> None:
    with pytest.raises((Worked, PublicationError)):
        build(project, **keys)


def test_the_same_data_elsewhere_changes_nothing(project: Path, tmp_path: Path) -> None:
    """Content counts, not the folder in which it lies."""
    shutil.copytree(project / "surveys" / "example" / "data", tmp_path / "example")
    assert build(project, data_dir=tmp_path).unchanged
    path = tmp_path / "example" / "example-2023.sav"
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(Worked):
        build(project, data_dir=tmp_path)


def test_the_day_is_read_even_where_nothing_changed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Later(dt.date):
        @classmethod
        def today(cls) -> dt.date:
            return dt.date(2099, 1, 1)

    calm = build(project).notes
    monkeypatch.setattr(building.dt, "date", Later)
    late = build(project)
    assert late.unchanged
    assert len(late.notes) > len(calm)


def _programs(folder: Path) -> str:
    code = "from padai.pipeline.machinery.kept import programs_digest as d; print(d())"
    ended = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(folder)},
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return ended.stdout


def test_code_words_styles_and_libraries_count(tmp_path: Path) -> None:
    package = Path(padai.__file__).parent
    shutil.copytree(package, tmp_path / "padai", ignore=shutil.ignore_patterns("__pycache__"))
    seen = {_programs(tmp_path)}
    assert {_programs(tmp_path)} == seen
    for name in (
        "numerics/rounding.py",
        "words/fr-CA/cli.ftl",
        "publishing/templates/fr/rapport.qmd",
    ):
        with (tmp_path / "padai" / name).open("a", encoding="utf-8") as file:
            file.write("\n")
        seen.add(_programs(tmp_path))
    (tmp_path / "statsmodels-99.dist-info").mkdir()
    seen.add(_programs(tmp_path))
    assert len(seen) == 5


def test_what_was_written_to_meanwhile_is_not_taken_for_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A definition that changes under a build, and another survey that publishes meanwhile."""
    monkeypatch.undo()
    _quick(monkeypatch)
    folder, made = _small(tmp_path), building._build
    survey = folder / "surveys" / "example"

    def changing(change: Callable[[], object]) -> None:
        monkeypatch.setattr(building, "_build", lambda *given: [made(*given), change()][0])
        assert not build(folder).unchanged

    changing(lambda: edit(survey / "README.md", "^", " "))
    changing(lambda: shutil.copytree(folder / "releases" / "example", folder / "releases" / "b"))
    page = folder / "releases" / "example" / "2025" / "avis.html"
    site = folder / "_site"

    def late(project: object, stages: object) -> Path:
        page.write_text("une autre commande", encoding="utf-8")
        return site

    monkeypatch.setattr(building, "write_website", late)
    changing(lambda: None)
    page.unlink()
    _quick(monkeypatch)
    changing(lambda: None)
    assert build(folder).unchanged


def test_what_is_kept_is_hashes_and_names(project: Path) -> None:
    places = list(kept.cache_folder().rglob("builds/*.json"))
    assert places
    for place in places:
        content = kept.read_kept(place)
        assert set(content) == {"schema", "inputs", "others", "home", "site", "files"}
        assert all(len(content[n]) == 64 for n in ("inputs", "others", "home", "site"))


@pytest.mark.parametrize("harm", ["", "{", "[]", '{"schema": 0}', '{"schema": 1}', "\x00"])
def test_what_is_kept_may_be_harmed(project: Path, harm: str, tmp_path: Path) -> None:
    shutil.copytree(kept.cache_folder(), tmp_path / "whole")
    places = list(kept.cache_folder().rglob("builds/*.json"))
    for place in places:
        place.write_text(harm, encoding="utf-8")
    with pytest.raises(Worked):
        build(project)
    shutil.copytree(tmp_path / "whole", kept.cache_folder(), dirs_exist_ok=True)
    assert build(project).unchanged


def test_a_folder_that_cannot_be_written_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a file").write_text("")
    monkeypatch.setenv("PADAI_CACHE_DIR", str(tmp_path / "a file" / "within"))
    place = kept.place_of("builds", "a")
    kept.write_kept(place, {"inputs": "x"})
    assert kept.read_kept(place) == {}


def test_a_copy_of_a_project_is_built(project: Path, tmp_path: Path) -> None:
    """What was found of a folder holds for that folder."""
    shutil.copytree(project, tmp_path / "copy")
    with pytest.raises(Worked):
        build(tmp_path / "copy")
