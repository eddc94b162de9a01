"""A delivery without its header line: no command says a word of what somebody answered."""

from __future__ import annotations

import re
from pathlib import Path

import pyreadstat
import pytest

from padai.cli import main
from padai.errors import DataError
from padai.interchange import init_example
from padai.waves.headers import are_names
from padai.waves.intake import read_data_file
from padai.waves.reading import read_wave
from tests.builders import mini, respondents

CANARIES = ("canarius", "514-555-0147", "a@canari.invalid", "zebrecanari", "d'un canari")
FIRST = [
    "Canarius-17",
    "514-555-0147",
    "514-555-0147",
    "a@canari.invalid",
    "zebrecanari me battait au mois de mars",
    "zebrecanari me battait au mois de mars",
]


def _headless(path: Path) -> None:
    """Take the header line off, and write into the first row what a person may have answered."""
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = lines[1].split(",")
    lines[1] = ",".join([*FIRST, *cells[len(FIRST) :]])
    path.write_text("\n".join(lines[1:]) + "\n", encoding="utf-8")


@pytest.fixture
def survey(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a project's survey whose last file has lost its header line."""
    init_example(tmp_path)
    folder = mini(tmp_path / "surveys")
    _headless(folder / "data" / "m2025.csv")
    monkeypatch.chdir(tmp_path)
    return folder


COMMANDS = (
    ["validate", "{survey}"],
    ["estimate", "{survey}", "trust", "--by", "sex"],
    ["trend", "{survey}", "trust", "--net", "trust"],
    ["weight", "{survey}"],
    ["plan", "{survey}", "trust", "--net", "trust"],
    ["add-wave", "{survey}", "{file}"],
    ["init", "{new}", "--from", "{file}"],
    ["convert", "{file}", "--out", "{out}"],
)


@pytest.mark.parametrize("command", COMMANDS, ids=[c[0] for c in COMMANDS])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_command_repeats_the_first_line_of_a_file_without_header(
    survey: Path, capfd: pytest.CaptureFixture[str], plain_log: None, command: list[str], lang: str
) -> None:
    file = survey / "data" / "m2025.csv"
    if command[0] in ("add-wave", "init", "convert"):
        file = file.rename(survey.parent.parent / "m2026.csv")
    places = {"survey": survey, "file": file, "new": survey.parent / "new", "out": "made.parquet"}
    with pytest.raises(SystemExit) as end:
        main([each.format(**places) for each in command] + ["--lang", lang])
    told = "".join(capfd.readouterr())
    assert end.value.code != 0
    assert told.strip()
    assert "Traceback" not in told
    assert [sign for sign in CANARIES if sign in told.casefold()] == []


def test_a_build_and_its_log_repeat_nothing_either(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], plain_log: None
) -> None:
    """The example's last file, as a supplier's export without its header line."""
    init_example(tmp_path)
    survey = tmp_path / "surveys" / "example"
    sav, csv = (survey / "data" / f"example-2025{ending}" for ending in (".sav", ".csv"))
    pyreadstat.read_sav(str(sav), user_missing=True)[0].to_csv(csv, index=False)
    _headless(csv)
    wave = survey / "waves" / "2025.yaml"
    text = wave.read_text(encoding="utf-8").replace(sav.name, csv.name)
    wave.write_text(re.sub(r"\n *sha256: \w{64}", "", text), encoding="utf-8")
    with pytest.raises(SystemExit) as end:
        main(["build", str(survey), "--log", "json", "--lang", "en"])
    told = "".join(capfd.readouterr())
    assert end.value.code != 0
    assert "columns that the definition names" in told
    assert [sign for sign in CANARIES if sign in told.casefold()] == []


@pytest.mark.parametrize("ending", [".csv", ".parquet"])
def test_no_near_name_is_guessed_from_a_line_of_answers(tmp_path: Path, ending: str) -> None:
    """The design's column was looked for among answers, and the nearest of them was offered."""
    rows = respondents(10)
    rows.columns = [f"w{k}" if k < 2 else f"canarius{k}" for k in range(len(rows.columns))]
    from padai.survey import load_survey

    survey = load_survey(mini(tmp_path, {"2025": rows}, ending=ending))
    with pytest.raises(DataError) as error:
        read_wave(survey, "2025")
    assert "holds 0 of the 10 columns" in str(error.value)
    assert "canarius" not in str(error.value) and "w0" not in str(error.value)


def test_a_header_that_is_one_is_still_quoted(tmp_path: Path) -> None:
    """Half of the declared columns are there: what is named twice is named."""
    path = tmp_path / "m.csv"
    path.write_text("id,trust,trust,other\n1,2,3,4\n", encoding="utf-8")
    with pytest.raises(DataError, match="'trust' twice"):
        read_data_file(path, declared=("id", "trust", "age"))


@pytest.mark.parametrize(
    "line",
    [
        ["id", "q1", "514 555-0147"],
        ["id", "q1", "X514.555.0147"],
        ["id", "q1", "a@b.ca"],
        ["id", "q1", "12,5"],
        ["id", "q1", "2025-05-01"],
        ["id", "q1", "J4B 5E4"],
        ["id", "q1", "q1"],
        ["id", "", ""],
        ["id", "q1", "I was beaten by my husband"],
    ],
)
def test_what_is_no_line_of_names(line: list[str]) -> None:
    assert not are_names(line)


@pytest.mark.parametrize("line", [["", "id", "q1_98"], ["Genre", "Q2. Âge", "SEXE (1)"]])
def test_what_is_a_line_of_names(line: list[str]) -> None:
    assert are_names(line)


def test_words_that_stand_among_the_answers_are_no_names(
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    plain_log: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A first row of single words looks like names; its own column holds them again."""
    monkeypatch.chdir(tmp_path)
    rows = [
        "Canarius,Oui,Longueuil",
        *(f"P{k},{'Oui' if k % 2 else 'Non'},Laval" for k in range(40)),
    ]
    (tmp_path / "w.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    with pytest.raises(SystemExit) as end:
        main(["init", "new", "--from", "w.csv", "--lang", "en"])
    told = "".join(capfd.readouterr())
    assert end.value.code != 0
    assert "seems to hold a person" in told
    assert "canarius" not in told.casefold() and "Longueuil" not in told
