"""Starting a project: the example and the skeleton load, and nothing is ever half written."""

from __future__ import annotations

import datetime as dt
import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import get_args

import pytest
import yaml

from padai.cli import init_questions, main
from padai.errors import DefinitionError, speaking
from padai.interchange import init, init_example, starting
from padai.interchange.answers import Answers
from padai.interchange.quarto_pages import IGNORED
from padai.project import find_project
from padai.publishing.engine.blocks import CodeCell
from padai.publishing.engine.dialect import parse_document
from padai.survey import load_survey
from padai.survey.fieldwork import Mode
from padai.survey.kinds import SampleType
from padai.survey.releases import RELEASES_FILE
from padai.survey.schemas import shipped
from padai.validation import validate
from padai.waves.reading import read_wave


def _listing(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*"))


def test_the_example_is_a_whole_project(tmp_path: Path) -> None:
    written = init_example(tmp_path)
    assert all(path.is_file() for path in written)
    assert find_project(tmp_path).root == tmp_path.resolve()
    assert {path.name for path in tmp_path.iterdir()} == {
        "padai.yaml",
        "_quarto.yml",
        "_environment",
        "_extensions",
        "surveys",
        "reports",
        ".gitignore",
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
    assert {"title", "sponsor", "questions.trust.wording"} <= set(waiting)
    assert survey.targets("1").margins[1].cells["55+"] == 39


@pytest.mark.parametrize("start", [init, init_example])
def test_every_definition_file_names_a_schema_that_is_there(tmp_path: Path, start: object) -> None:
    start(tmp_path)  # type: ignore[operator]
    for folder in (tmp_path / "surveys", Path(__file__).parents[1] / "surveys"):
        files = [*folder.glob("*/*.yaml"), *folder.glob("*/waves/*.yaml")]
        assert files
        for path in files:
            if path.name in ("truth.yaml", RELEASES_FILE):
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


def test_what_quarto_leaves_in_a_project_is_no_change_of_it(tmp_path: Path) -> None:
    """A render that was stopped leaves its pages beside their sources, and what they share."""
    ours = (Path(__file__).parents[1] / ".gitignore").read_text(encoding="utf-8")
    for name, lines in {"ours": ours, "new": IGNORED}.items():
        folder = tmp_path / name
        left = ("site_libs/quarto.js", "reports/site/fr/rapport.html", "reports/site/index.html")
        for path in (*left, "reports/site/fr/rapport.qmd", "reports/page.html"):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text("", encoding="utf-8")
        (folder / ".gitignore").write_text(lines, encoding="utf-8")
        subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
        told = subprocess.run(
            ["git", "ls-files", "-o", "--exclude-standard"],
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
        )
        kept = [".gitignore", "reports/page.html", "reports/site/fr/rapport.qmd"]
        assert sorted(told.stdout.split()) == kept


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


def talk(
    folder: Path, typed: str, monkeypatch: pytest.MonkeyPatch, *options: str, terminal: bool = True
) -> int:
    """Run ``padai init`` with what somebody types."""
    monkeypatch.setattr(init_questions, "at_terminal", lambda: terminal)
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    with pytest.raises(SystemExit) as stopped:
        main(["init", str(folder), *options])
    return int(stopped.value.code or 0)


TYPED = """\
Confiance envers les services: un essai
Trust in services
Une enquête annuelle
A yearly survey
Personnes de 18 ans et plus
People aged 18 and over
Québec
Quebec
Le ministère
The ministry
Équipe
Team
2025
3 février
2025-02-03
2025-01-01
2025-02-23
nine
2
quota
La firme
The firm
dossier/v.sav
vague.sav
respondent
poids
"""


def test_what_is_answered_stands_in_the_definition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert talk(tmp_path, TYPED, monkeypatch) == 0
    survey = load_survey(tmp_path / "surveys" / "confiance-envers-les-services-un-essai")
    assert survey.title.get("fr") == "Confiance envers les services: un essai"
    assert survey.title.get("en") == "Trust in services"
    assert survey.sponsor.get("en") == "The ministry"
    wave, part = survey.wave("2025"), survey.part("2025")
    assert wave.fieldwork.start == dt.date(2025, 2, 3)
    assert wave.fieldwork.end == dt.date(2025, 2, 23)
    assert (part.mode, part.sample_type, part.file) == ("phone", "quota", "vague.sav")
    assert (part.design.id, part.design.weight) == ("respondent", "poids")
    assert part.population.get("fr") == "Personnes de 18 ans et plus"
    assert survey.targets("2025").margins
    said = " ".join(capsys.readouterr().out.split())
    for refused in (
        "une date s’écrit AAAA-MM-JJ",
        "pas avant le 2025-02-03",
        "de 1 à 5",
        "sans dossier",
    ):
        assert refused in said
    assert f"{len(survey.to_complete())} textes à compléter" in said


@pytest.mark.parametrize(
    ("lang", "other", "again"),
    [("en", "fr", "the same in French?"), ("es", "en", "¿lo mismo, en inglés?")],
)
def test_whoever_answers_in_another_language_starts_a_survey_in_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    lang: str,
    other: str,
    again: str,
) -> None:
    assert talk(tmp_path, "Trust\nConfiance\n", monkeypatch, "--lang", lang) == 0
    survey = load_survey(tmp_path / "surveys" / ("confiance" if other == "fr" else "trust"))
    assert survey.languages == (lang,)
    assert (survey.title.get(lang), survey.title.get(other)) == ("Trust", "Confiance")
    assert again in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("typed", ["", "\n" * 40])
def test_every_question_may_be_skipped(
    tmp_path: Path, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One by one, or all at once at the end of the input: what is left is the skeleton."""
    assert talk(tmp_path / "a", typed, monkeypatch) == 0
    with speaking("fr"):
        init(tmp_path / "b")
    names = _listing(tmp_path / "a")
    assert names == _listing(tmp_path / "b")
    for name in names:
        if (tmp_path / "a" / name).is_file():
            assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    survey = load_survey(tmp_path / "a" / "surveys" / "survey")
    assert {"title", "population", "sponsor", "contact"} <= set(survey.to_complete())


@pytest.mark.parametrize(("lang", "told"), [("fr", "pas de terminal"), ("en", "no terminal")])
def test_without_a_terminal_nobody_is_asked(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    lang: str,
    told: str,
) -> None:
    assert talk(tmp_path, "", monkeypatch, "--lang", lang, terminal=False) == 2
    said = capsys.readouterr().err
    assert told in said
    assert "--blank" in said
    assert _listing(tmp_path) == []
    assert talk(tmp_path, "", monkeypatch, "--blank", terminal=False) == 0
    assert load_survey(tmp_path / "surveys" / "survey").to_complete()


def test_questions_are_in_the_language_of_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert talk(tmp_path, "\n" * 40, monkeypatch, "--lang", "en") == 0
    said = capsys.readouterr().out
    assert "Mode of interview?" in said
    assert "Titre" not in said


def test_an_interruption_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(init_questions.CONSOLE, "input", interrupted)
    assert talk(tmp_path, "", monkeypatch) == 130
    assert "rien n’a été changé" in capsys.readouterr().err
    assert _listing(tmp_path) == []


def test_a_project_is_refused_before_anything_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    init(tmp_path)
    assert talk(tmp_path, TYPED, monkeypatch) == 2
    said = capsys.readouterr()
    assert "est déjà un projet" in said.err
    assert "Titre" not in said.out


def test_the_choices_are_those_of_the_definition() -> None:
    assert set(init_questions.MODES) == set(get_args(Mode))
    assert set(init_questions.SAMPLES) == set(get_args(SampleType))


def test_dates_out_of_order_are_refused(tmp_path: Path) -> None:
    days = dt.date(2025, 2, 3), dt.date(2025, 1, 3)
    with pytest.raises(DefinitionError, match="in this order"):
        init(tmp_path, Answers(start=days[0], end=days[1]))
    assert _listing(tmp_path) == []


@pytest.mark.parametrize(("start", "languages"), [(init, ["fr"]), (init_example, ["fr", "en"])])
def test_quarto_finds_its_pages_its_filters_and_the_store(
    tmp_path: Path, start: Callable[[Path], object], languages: list[str]
) -> None:
    start(tmp_path)
    project = yaml.safe_load((tmp_path / "_quarto.yml").read_text(encoding="utf-8"))
    pages = project["project"]["render"]
    assert len(pages) == len(languages)
    extension = tmp_path / "_extensions" / "padai"
    told = yaml.safe_load((extension / "_extension.yml").read_text(encoding="utf-8"))
    filters = told["contributes"]["filters"]
    names = [f["path"] if isinstance(f, dict) else f for f in filters]
    paths = [f["path"] if isinstance(f, dict) else f for f in project["filters"]]
    assert paths == [f"_extensions/padai/{name}" for name in names]
    assert all((extension / name).is_file() for name in names)
    bars = project["padai-navigation"]
    assert list(bars) == languages
    named = [
        *pages,
        project["format"]["html"]["css"],
        *(e["href"] for b in bars.values() for e in b),
    ]
    assert all((tmp_path / name).is_file() for name in named)
    for page, lang in zip(pages, languages, strict=True):
        assert parse_document(tmp_path, PurePosixPath(page)).meta["lang"] == f"{lang}-CA"
    (survey,) = (tmp_path / "surveys").iterdir()
    newest = load_survey(survey).waves[-1]
    lines = (tmp_path / "_environment").read_text(encoding="utf-8").splitlines()
    told = [line for line in lines if not line.startswith("#")]
    assert told == [f"PADAI_STORE=releases/{survey.name}/{newest}/v1/interne"]
    assert any("QUARTO_PYTHON=" in line for line in lines)
    # Quarto empties its output folder, and padai's own site stands in `_site`.
    assert project["project"]["output-dir"] == "_site-quarto"


def test_a_project_in_another_language_has_its_page_and_the_words_of_the_filters(
    tmp_path: Path,
) -> None:
    """It listed no page at all, and `quarto render` ended in the stack of its own code."""
    with speaking("es"):
        init(tmp_path)
    project = yaml.safe_load((tmp_path / "_quarto.yml").read_text(encoding="utf-8"))
    page = "reports/site/es/index.qmd"
    assert project["project"]["render"] == [page]
    assert project["padai-navigation"] == {"es": [{"href": page, "text": "Informe"}]}
    assert project["lang"] == "es"
    document = parse_document(tmp_path, PurePosixPath(page))
    assert document.meta["lang"] == "es"
    told = yaml.safe_load((tmp_path / page).with_name("_metadata.yml").read_text(encoding="utf-8"))
    assert told["padai-words"]["skip"] == "Ir al contenido"
    assert told["language"]["es"]["crossref-tbl-title"] == "Tabla"
    labels = [cell.label for cell in document.blocks if isinstance(cell, CodeCell)]
    assert "capitulos" in labels
    assert all(re.fullmatch("[a-z0-9-]+", str(label)) for label in labels)
