"""What a terminal and a pipe are given: version, help, completion, figures, charts, interruption."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

import padai
from padai.cli import app, main
from padai.cli.options import leaving
from padai.interchange import Choices, DesignChoice, init_from
from padai.waves import read_wave
from tests.builders import mini
from tests.platform_exports import TRUST, made


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("terminal")
    waves, form = made(folder / "in", "qualtrics texts")
    one_by_one = Choices(design=(DesignChoice(),))
    init_from(folder / "surveys" / "trust", [form], one_by_one, waves)
    return folder / "surveys" / "trust"


def ran(*arguments: object) -> int:
    with pytest.raises(SystemExit) as ended:
        main([str(each) for each in arguments])
    return int(ended.value.code or 0)


Output = pytest.CaptureFixture[str]


def test_version_and_short_help(capsys: Output) -> None:
    assert ran("--version") == 0
    assert capsys.readouterr().out == f"padai {padai.__version__}\n"
    assert ran("estimate", "-h") == 0
    assert "--json" in re.sub(r"\x1b\[[0-9;]*m", "", capsys.readouterr().out)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_is_written_for_each_shell(shell: str, capsys: Output) -> None:
    assert ran("completion", shell) == 0
    assert "_PADAI_COMPLETE" in capsys.readouterr().out
    assert ran("completion", "tcsh", "--lang", "en") == 2
    assert "choose bash, zsh" in capsys.readouterr().err


def test_the_shell_is_given_commands() -> None:
    told = subprocess.run(
        [Path(sys.executable).with_name("padai")],
        capture_output=True,
        text=True,
        check=False,
        env={
            **os.environ,
            "_PADAI_COMPLETE": "complete_bash",
            "COMP_WORDS": "padai est",
            "COMP_CWORD": "1",
        },
    )
    assert told.stdout.split() == ["estimate"]


def test_json_and_csv_hold_every_digit(survey: Path, capsys: Output, tmp_path: Path) -> None:
    frame = padai.proportion(read_wave(padai.load_survey(survey), "2025"), "trust").frame
    assert ran("estimate", survey, "trust", "--json", "--lang", "en") == 0
    rows = json.loads(capsys.readouterr().out)["estimates"]
    assert [row["response"] for row in rows] == list(frame["response"])
    assert rows[0]["std_error"] == frame["std_error"].iloc[0]
    assert ran("estimate", survey, "trust", "--csv", "--lang", "en") == 0
    read = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert float(read[0]["estimate"]) == frame["estimate"].iloc[0]
    target = tmp_path / "series.csv"
    assert ran("trend", survey, "trust", "--out", target, "--no-chart") == 0
    assert {p.name for p in tmp_path.iterdir()} == {"series.csv", "series-changes.csv"}
    assert ran("estimate", survey, "trust", "--json", "--csv", "--lang", "en") == 2
    assert ran("estimate", survey, "trust", "--out", tmp_path / "x.txt", "--lang", "en") == 2
    capsys.readouterr()
    assert ran("validate", survey, "--csv", "--lang", "en") in (0, 1)
    assert "check" in capsys.readouterr().out.splitlines()[0]


def test_a_table_shows_standard_errors_and_is_cut_by_nobody(survey: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "padai.cli", "estimate", str(survey), "trust", "--lang", "en"],
        capture_output=True,
        text=True,
        check=True,
        env={k: v for k, v in os.environ.items() if k != "COLUMNS"},
    ).stdout
    assert "Std. error" in told and "…" not in told
    assert all(text in told for text in TRUST[:4])


def test_a_trend_without_a_net_draws_every_response(survey: Path, tmp_path: Path) -> None:
    assert ran("trend", survey, "trust", "--chart", tmp_path) == 0
    drawn = [p.stem.removeprefix("fig-") for p in sorted(tmp_path.rglob("*.svg"))]
    assert drawn == [f"trust-{code}-1" for code in range(1, 6)]


def test_an_interruption_says_what_is_left(
    survey: Path, tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("padai.pipeline.estimated", stopped)
    assert ran("estimate", survey, "trust", "--lang", "en") == 130
    assert "nothing was changed" in capsys.readouterr().err

    def half(*_: object, **__: object) -> None:
        leaving(tmp_path)
        (tmp_path / "half.svg").write_text("x")
        raise KeyboardInterrupt

    monkeypatch.setattr("padai.pipeline.estimated", half)
    assert ran("estimate", survey, "trust", "--lang", "en") == 130
    assert "half.svg" in capsys.readouterr().err


def test_the_help_lists_commands_in_their_order() -> None:
    """From a first definition to what went out, whatever the modules are called."""
    listed = list(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    named = ["init", "validate", "weight", "estimate", "trend", "plan", "build", "release"]
    assert [name for name in listed if name in named] == named


def test_a_slope_over_some_months_is_printed_with_a_caution(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    """What is said a year of some months is the slope that was asked for, and no pace observed."""
    monkeypatch.setenv("PADAI_LANG", "en")
    survey = mini(tmp_path, waves=("2023", "2024", "2025"))
    asked = ["trend", survey, "trust", "--net", "trust", "--slope", "--no-chart"]
    assert ran(*asked) == 0
    assert "months" not in capsys.readouterr().out
    for month, year in enumerate(("2023", "2024", "2025"), start=1):
        path = survey / "waves" / f"{year}.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(f"{year}-05-", f"2025-0{month}-"), encoding="utf-8")
    assert ran(*asked) == 0
    assert "months" in capsys.readouterr().out
