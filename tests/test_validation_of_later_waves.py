"""A later wave is validated though an earlier one is not ready: what can be, and the rest is said."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import mini, respondents
from tests.test_build import run

UNCONFIRMED = "design: à confirmer\n    proposed_design: {id: id, weight: w}"


def waves(folder: Path, **changed: object) -> Path:
    return mini(
        folder,
        {"2024": respondents(seed=1), "2025": respondents(seed=2, first_id=1001, **changed)},
    )


def unready(survey: Path, wave: str) -> None:
    path = survey / "waves" / f"{wave}.yaml"
    text = path.read_text(encoding="utf-8")
    assert "design: {id: id, weight: w}" in text
    path.write_text(text.replace("design: {id: id, weight: w}", UNCONFIRMED), encoding="utf-8")


def test_an_earlier_design_that_nobody_confirmed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = waves(tmp_path)
    unready(survey, "2024")
    assert run("validate", survey, "--lang", "en") == 0
    told = capsys.readouterr()
    assert "wave 2024 is compared without its weights" in told.err
    assert "earlier waves: 2024" in told.out
    assert run("validate", survey, "--wave", "2024", "--lang", "en") == 0


def test_what_changed_since_is_still_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = waves(tmp_path, trust=[1.0, 2.0, 3.0, 98.0] * 50)
    unready(survey, "2024")
    assert run("validate", survey, "--lang", "en") == 1
    assert "category_vanished" in capsys.readouterr().out


def test_an_earlier_file_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = waves(tmp_path)
    (survey / "data" / "m2024.csv").unlink()
    assert run("validate", survey, "--lang", "en") == 0
    told = capsys.readouterr()
    assert "wave 2024 is not compared" in told.err
    assert "m2024.csv" in told.err
    (survey / "data" / "m2025.csv").unlink()
    assert run("validate", survey, "--lang", "en") == 2


def test_comparing_waves_does_without_the_statistics_of_scipy(tmp_path: Path) -> None:
    """Half a second of every command, where two functions of a chi-square were wanted."""
    survey = waves(tmp_path)
    code = (
        "import sys\nfrom padai.cli import main\n"
        "try:\n    main(['validate', sys.argv[1], '--lang', 'en'])\n"
        "except SystemExit as ended:\n    assert not ended.code\n"
        "assert 'padai.validation.drift' in sys.modules\n"
        "assert 'scipy.stats' not in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(survey)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "earlier waves: 2024" in done.stdout
