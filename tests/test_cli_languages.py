"""What a command that fails says is in one language: that of `--lang`, else of `PADAI_LANG`."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

import pytest

import padai
from padai.cli import main
from padai.errors import DefinitionError, FindingsError, RenderError, Said, speaking
from padai.interchange import init_example
from padai.pipeline.machinery.publisher_process import ask
from padai.validation import Findings
from padai.words import Carried, catalogue, say
from padai.words.languages import lang_of, spoken
from padai.words.pseudo import OPEN

FAILING = """
frobnicate
bild E
build
build nowhere
build E --wav 2025
build E --frob
build E --wave
build E --wave 1999
build E --format rtf
build E --engine word
build E extra
build E --draft=3
build E --log xml
build E --design proposed
validate E --part phone
validate E --data-dir /nonexist
weight E --wave 2020
estimate E nothing
estimate E trust_services --by nothing
estimate E trust_services --net nothing
estimate E
trend E nothing
plan E --n many
plan E trust_services --power 2
audit E --wave 1
report E --wave 2024
simulate E --seed x
simulate nowhere
export E --to nothing
export E
seal E --wave 1999
init E
add-wave E nothing.sav
lacking nowhere
verify E
verify E --document nothing.docx
witness E --run
convert nothing.sav out
words check tlh
words export es nothing.txt
words import es nothing.xlsx
release list nowhere
pages nowhere/x/y
draw E
completion klingon
skill --what
""".strip().splitlines()
WITHOUT_LANG = ("frobnicate", "bild")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli")
    init_example(folder)
    return folder


def _failed(command: str, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    words = command.replace("E", "surveys/example").split()
    with pytest.raises(SystemExit) as ended:
        main([*words, *more])
    assert ended.value.code == 2
    return capsys.readouterr().err


def _outside(told: str, given: str) -> list[str]:
    while (inner := re.sub(r"⟦[^⟦⟧]*⟧", " ", told)) != told:
        told = inner
    words = re.findall(r"[^\W\d_]{3,}", re.sub(r"\S*/\S*", " ", told))
    return [word for word in words if word not in given]


@pytest.mark.parametrize("command", FAILING)
def test_a_failing_command_says_nothing_but_messages(
    command: str,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(project)
    monkeypatch.setenv("PADAI_LANG", "qps")
    told = _failed(command, capsys)
    assert OPEN in told
    assert _outside(told, command) == []


@pytest.mark.parametrize("lang", ["fr", "en", "es"])
@pytest.mark.parametrize("command", [c for c in FAILING if c.split()[0] not in WITHOUT_LANG])
def test_the_language_may_be_given_where_the_command_fails(
    command: str,
    lang: str,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Also where the command cannot be read, which is known before `--lang` is looked at."""
    monkeypatch.chdir(project)
    monkeypatch.setenv("PADAI_LANG", lang)
    meant = _failed(command, capsys)
    head, *rest = command.split()
    monkeypatch.setenv("PADAI_LANG", "en" if lang == "fr" else "fr")
    # a command of a group has its own name first
    place = 1 if head in ("words", "release") else 0
    words = " ".join([head, *rest[:place], "--lang", lang, *rest[place:]])
    assert _failed(words, capsys) == meant


@pytest.mark.parametrize("lang", ["fr", "en", "es"])
@pytest.mark.parametrize("words", ["build --lang LANG --help", "build --help --lang=LANG"])
def test_help_is_in_the_language_that_is_asked_for(
    words: str, lang: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PADAI_LANG", "qps")
    monkeypatch.setenv("COLUMNS", "400")
    with contextlib.suppress(SystemExit):
        main(words.replace("LANG", lang).split())
    told = " ".join(capsys.readouterr().out.replace("\u00a0", " ").split())
    for ident in (
        "cli-build-everything-for-a-wave",
        "cli-show-this-message-and-exit",
        "cli-language-by-its-tag",
        "cli-usage-options",
    ):
        assert " ".join(say(ident, lang).replace("\u00a0", " ").split()) in told, ident
    assert OPEN not in told


def test_the_help_of_lang_names_every_language() -> None:
    for lang in spoken():
        told = say("cli-language-by-its-tag", lang)
        assert all(re.search(rf"\b{lang_of(each)}\b", told) for each in spoken())


def test_an_error_of_the_publishing_process_is_said_in_every_language(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "out").mkdir()
    request = {"store_dir": str(tmp_path / "store"), "languages": None, "formats": ["html"],
               "engine": "embedded", "overrides": None, "what": ["tables"],
               "before": None, "taken": []}  # fmt: skip
    with pytest.raises(RenderError) as caught:
        ask(request, tmp_path / "out", lambda text: None)
    texts = {lang: caught.value.text(lang) for lang in ("fr", "en", "es")}
    assert len(set(texts.values())) == 3, texts
    with speaking("es"):
        assert str(caught.value) == texts["es"]
    assert OPEN in caught.value.text("qps")


def test_findings_that_stop_a_build_are_said_in_every_language(project: Path) -> None:
    survey = padai.load_survey(project / "surveys" / "example")
    wave = padai.read_wave(survey, "2025")
    frame = wave.frame
    frame.loc[:40, "trust_services"] = 77
    found: Findings = padai.validate(padai.Wave(frame, wave.design, survey=survey, id="2025"))
    with pytest.raises(FindingsError) as caught:
        found.raise_if_failed()
    told = {lang: caught.value.text(lang) for lang in ("fr", "en", "es")}
    assert len(set(told.values())) == 3
    assert (
        catalogue("es").text("validation-correct-the-file-or-the-definition-then", {}, "es")
        in told["es"]
    )


def test_an_error_is_carried_in_each_language_of_padai() -> None:
    error = DefinitionError(Said("padai-not-found"), where="demo")
    assert list(error.carried())[:3] == list(spoken())
    again = DefinitionError(Carried(error.carried()))
    assert again.text("es") == error.text("es") != error.text("en")
    assert again.text("tlh") == error.text("en")


def test_a_language_that_padai_does_not_have_is_refused_with_those_that_it_has(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PADAI_LANG", "es")
    told = _failed("build nowhere --lang tlh", capsys)
    assert "--lang tlh: ese idioma no existe; elegir fr, en o es." in told
