"""What validation hands on: a page, JSON, and the documentation of every check."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from padai.cli import main
from padai.validation import CHECKS
from padai.validation.catalogue import checks_page
from tests.builders import mini, respondents, write_survey, write_wave_file

PAGE = Path(__file__).parents[1] / "docs" / "checks.md"


def test_the_page_of_the_checks_is_current() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert text == checks_page(), "run: python -m padai.validation.catalogue docs/checks.md"
    assert all(f"## `{check_id}`" in text for check_id in CHECKS)


def wave(folder: Path, **changed: object) -> Path:
    survey = write_survey(folder, waves=("2025",))
    write_wave_file(respondents(200, **changed), survey / "data" / "m2025.csv")
    return survey


def test_json_and_page_are_written_and_the_exit_code_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = wave(tmp_path, trust=[7] * 200)
    page = tmp_path / "page.html"
    with pytest.raises(SystemExit) as stopped:
        main(["validate", str(survey), "--json", "--html", str(page)])
    assert stopped.value.code == 1
    told = json.loads(capsys.readouterr().out)
    assert told["ok"] is False
    assert "unknown_code" in {finding["check"] for finding in told["findings"]}
    assert "trust" in page.read_text(encoding="utf-8")


def test_the_weighted_stage_is_validated_on_demand(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = mini(tmp_path)
    told = {}
    for stage in ("delivered", "weighted"):
        with pytest.raises(SystemExit, match="0"):
            main(["validate", str(survey), "--json", "--stage", stage])
        told[stage] = json.loads(capsys.readouterr().out)["passed"]
    assert "margin_missed" in told["weighted"]
    assert "margin_missed" not in told["delivered"]
    with pytest.raises(SystemExit, match="2"):
        main(["validate", str(survey), "--stage", "published"])


def test_a_page_that_cannot_be_written_is_one_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = wave(tmp_path)
    with pytest.raises(SystemExit) as stopped:
        main(["validate", str(survey), "--html", str(tmp_path / "none" / "page.html")])
    assert stopped.value.code == 2
    assert "Traceback" not in capsys.readouterr().err
