"""Translators get all messages out and in again; what they get wrong is named, and stays out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from padai.cli import app
from padai.errors import speaking
from padai.publishing.pieces.emit import bullets, heading, link, paragraph
from padai.words import WordsError, catalogue, say
from padai.words.catalogues import WordCatalogue, named
from padai.words.pseudo import CLOSE, OPEN, strange
from padai.words.syntax import Entry
from padai.words.translation import exported, imported, lacking, rows

FIRST = "padai-did-you-mean"


@pytest.mark.parametrize("ending", ["xlsx", "po"])
def test_french_goes_out_and_comes_in_the_same(tmp_path: Path, ending: str) -> None:
    assert exported("fr-CA", tmp_path / f"fr.{ending}") == 0
    taken, left = imported("fr-CA", tmp_path / f"fr.{ending}", tmp_path)
    assert (taken, left) == (len(catalogue("en").entries), 0)
    again = WordCatalogue("fr-CA", tmp_path / "fr-CA")
    assert {e.id: e.text for e in again.entries.values()} == {
        e.id: e.text for e in catalogue("fr").entries.values()
    }


def _po(text: str, ident: str = FIRST) -> str:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'msgid ""\nmsgstr ""\n\nmsgctxt "{ident}"\nmsgid "x"\nmsgstr "{quoted}"\n'


@pytest.mark.parametrize(
    ("text", "ident", "told"),
    [
        ("¿{ $nombre }?", FIRST, "code gives it no $nombre"),
        ("¿{ $found ?", FIRST, "it is badly written"),
        ("hola", "no-such-message", "padai has no such message"),
        ("{ -calage }", FIRST, "it refers to `-calage`"),
    ],
)
def test_what_cannot_be_said_does_not_come_in(
    tmp_path: Path, text: str, ident: str, told: str
) -> None:
    (tmp_path / "es.po").write_text(_po(text, ident), encoding="utf-8")
    with pytest.raises(WordsError, match=re.escape(told)) as caught:
        imported("es", tmp_path / "es.po", tmp_path)
    assert f"message `{ident}`" in str(caught.value)
    assert not (tmp_path / "es").exists()


def test_a_translator_may_choose_a_plural_that_english_has_not(tmp_path: Path) -> None:
    text = "{ $found ->\n    [one] uno\n   *[other] varios\n }"
    (tmp_path / "es.po").write_text(_po(text), encoding="utf-8")
    assert imported("es", tmp_path / "es.po", tmp_path)[0] == 1
    made = WordCatalogue("es", tmp_path / "es")
    assert made.text(FIRST, {"found": 1}, "es") == "uno"
    assert made.text(FIRST, {"found": 2}, "es") == "varios"


def test_a_doubtful_translation_stays_out(tmp_path: Path) -> None:
    (tmp_path / "es.po").write_text(_po("hola").replace("msgctxt", "#, fuzzy\nmsgctxt"))
    assert imported("es", tmp_path / "es.po", tmp_path)[0] == 0


def test_a_text_that_begins_as_a_formula_is_a_text(tmp_path: Path) -> None:
    from openpyxl import Workbook, load_workbook

    book = Workbook()
    book.active.append(["file", "message", "English", "translation"])
    book.active.append(["padai.ftl", FIRST, "x", ""])
    book.active["D2"].value = "=1+1"
    book.active["D2"].data_type = "s"
    book.save(tmp_path / "es.xlsx")
    imported("es", tmp_path / "es.xlsx", tmp_path)
    assert WordCatalogue("es", tmp_path / "es").text(FIRST, {}, "es") == "=1+1"
    exported("fr-CA", tmp_path / "fr.xlsx")
    cells = load_workbook(tmp_path / "fr.xlsx").worksheets[0].iter_rows()
    assert {cell.data_type for row in cells for cell in row} == {"s"}


def test_another_workbook_is_refused(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["id", "text"])
    book.save(tmp_path / "es.xlsx")
    with pytest.raises(WordsError, match="its first row must be"):
        imported("es", tmp_path / "es.xlsx", tmp_path)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_commands(tmp_path: Path, lang: str) -> None:
    def run(*words: str) -> tuple[int, str]:
        with speaking(lang):
            done = CliRunner().invoke(app, ["words", *words, "--lang", lang])
        return done.exit_code, str(done.output) + str(done.exception or "")

    assert run("check", "fr")[0] == 0
    assert run("check", "es")[0] == 0
    code, told = run("check", "de")
    assert code == 1
    assert str(len(lacking("de"))) in told
    assert run("export", "es", str(tmp_path / "es.po"))[0] == 0
    assert run("import", "es", str(tmp_path / "es.po"), "--to", str(tmp_path))[0] == 0
    for wrong in (["check", "no_such"], ["export", "es", "a.txt"], ["import", "es", "absent.po"]):
        assert run(*wrong)[0] != 0


def test_a_language_that_has_nothing_yet_lacks_all() -> None:
    assert len(lacking("de")) == len(rows("de")) == len(catalogue("en").entries)


def test_spanish_goes_out_and_comes_in_the_same(tmp_path: Path) -> None:
    assert exported("es", tmp_path / "es.po") == 0
    imported("es", tmp_path / "es.po", tmp_path)
    again = WordCatalogue("es", tmp_path / "es")
    assert {e.id: e.text for e in again.entries.values()} == {
        e.id: e.text for e in catalogue("es").entries.values()
    }


# --- the pseudo-language ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "lang"),
    [("fr_CA.UTF-8", "fr"), ("fr", "fr"), ("EN", "en"), ("qps", "qps"), ("C", ""), ("", "")],
)
def test_the_language_that_a_setting_names(told: str, lang: str) -> None:
    assert named(told) == lang


def test_what_a_program_reads_is_left_as_it_is() -> None:
    kept = "`padai.yaml` <b> https://a.ca/une?x=1 --from report.qmd {name}"
    assert strange(kept) == kept


def test_every_message_can_be_strange() -> None:
    known = catalogue("qps")
    assert list(known.checked()) == []
    for ident in known.entries:
        facts = dict.fromkeys(known.variables(ident), 1)
        text = say(ident, "qps", **facts)
        if re.search(r"[^\W\d_]", say(ident, "en", **facts).replace("1", "")):
            assert OPEN in text, ident
            assert text.count(OPEN) == text.count(CLOSE), ident


def _outside(text: str) -> set[str]:
    """The words outside of brackets, which may stand within one another."""
    depth, out = 0, []
    for sign in text:
        depth += (sign == OPEN) - (sign == CLOSE)
        if depth == 0 and sign != CLOSE:
            out.append(sign)
    plain = re.sub(r"--?[\w-]+|<\w+>|\[[A-Z]\w*\]|\{[^}]*\}|[\w./-]+\.\w+", " ", "".join(out))
    return {word for word in re.findall(r"[A-Za-z]{3,}", plain) if word.islower()}


COMMANDS = [
    ["validate"], ["build"], ["plan"], ["init"], ["release"], ["words"], ["witness"], ["audit"],
]  # fmt: skip
NAMES = {"padai", "root", "python", "survey", "question", "wave", "data", "file", "folder"}
NAMES |= {"int", "list", "str", "path", "bool", "float"}
"""Names of arguments, commands and their types, which are no words."""


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c[0])
def test_help_is_all_messages(command: list[str], tmp_path: Path) -> None:
    """In a process of its own: help is put in its language when the command line is loaded."""
    import os
    import subprocess
    import sys

    env = {**os.environ, "PADAI_LANG": "qps", "COLUMNS": "400", "NO_COLOR": "1", "TERM": "dumb"}
    done = subprocess.run(
        [sys.executable, "-m", "padai.cli", *command, "--help"],
        capture_output=True,
        text=True,
        env=env,
        cwd=tmp_path,
    )
    assert OPEN in done.stdout
    told = re.sub(r"(?m)^\W*([a-z-]+)  ", " ", done.stdout)  # the names of commands and arguments
    assert _outside(told) - NAMES - set(command) == set()


@pytest.mark.parametrize(
    "words",
    [
        ["validate", "absent"],
        ["nothing"],
        ["build", "--nothing"],
        ["plan"],
        ["words", "check", "no_such"],
    ],
)
def test_refusals_are_all_messages(
    words: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from padai.cli import _run

    monkeypatch.setenv("PADAI_LANG", "qps")
    with speaking("qps"):
        assert _run(words) == 2
    told = capsys.readouterr().err
    assert OPEN in told
    assert _outside(told) - NAMES == set()


# --- a message is text --------------------------------------------------------------------

HOSTILE = "<script>alert(1)</script> **fort** [x](javascript:y) `r 1` $a$ {=html} | # titre"


@pytest.mark.parametrize("where", ["message", "fact"])
def test_a_message_is_escaped_where_a_page_is_built(where: str) -> None:
    as_fluent = HOSTILE.replace("{", '{"{"}').replace("=html}", '=html{"}"}')
    text = as_fluent if where == "message" else "{ $x }"
    entry = Entry("a", "a.ftl", 1, text)
    said = WordCatalogue.of("fr-CA", {"a": entry}).text("a", {"x": HOSTILE}, "fr")
    assert said == HOSTILE
    for piece in (paragraph(said), heading(2, said), bullets([said])):
        assert not re.search(r"(?<!\\)<script>", piece.markdown)
        assert not re.search(r"(?<!\\)\*\*fort", piece.markdown)
        assert "](javascript" not in piece.markdown
    assert not re.search(r"(?<!\\)<script>", link(said, "a.html"))
