"""A question that another wave or part asked is told as such, not as a column that is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

import padai
from padai.cli import main
from padai.errors import DataError
from tests.builders import mini, respondents

ASKED = "  trust: {label: {fr: Confiance"


def _survey(folder: Path, where: str) -> Path:
    rows = {"2025": respondents(seed=2, first_id=1001).drop(columns="trust")}
    survey = mini(folder, rows)
    questionnaire = survey / "questionnaire.yaml"
    text = questionnaire.read_text(encoding="utf-8")
    assert text.count(ASKED) == 1
    asked = ASKED.replace("{label", f"{{{where}, label", 1)
    questionnaire.write_text(text.replace(ASKED, asked), encoding="utf-8")
    return survey


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en-CA", "The question was asked in wave 2024, not in this one."),
        ("fr-CA", "La question a été posée à la vague 2024, et non à celle-ci."),
        ("es", "La pregunta se hizo en la ola 2024, y no en esta."),
    ],
)
def test_the_waves_that_asked_it_are_named(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    lang: str,
    said: str,
) -> None:
    survey = _survey(tmp_path, 'waves: ["2024"]')
    monkeypatch.setenv("PADAI_LANG", lang)
    with pytest.raises(SystemExit):
        main(["estimate", str(survey), "trust"])
    assert said in " ".join(capsys.readouterr().err.split())
    with pytest.raises(SystemExit) as ended:
        main(["estimate", str(survey), "trust", "--wave", "2024"])
    assert ended.value.code in (0, None)


def test_a_question_that_this_wave_should_have_is_a_column_that_is_not_there(
    tmp_path: Path,
) -> None:
    survey = padai.load_survey(_survey(tmp_path, 'waves: ["2024", "2025"]'))
    frame = respondents(seed=2).drop(columns="trust")
    wave = padai.Wave(frame, padai.Design(weight="w", id="id"), survey=survey, id="2025")
    with pytest.raises(DataError, match="is not in the data") as told:
        padai.proportion(wave, "trust")
    assert "was asked in" not in str(told.value)
