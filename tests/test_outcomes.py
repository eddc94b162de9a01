"""Outcome rates: by hand, named by the sample type, and never invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from padai.errors import DefinitionError
from padai.survey import load_survey
from padai.validation import validate
from padai.validation.outcomes import outcome_rates
from padai.waves.reading import read_delivery
from tests.builders import respondents, write_survey, write_wave_file


def rates(folder: Path, outcome: str, sample_type: str = "probability") -> dict[str, float | None]:
    replace = {
        "    design:": f"    outcome: {{{outcome}}}\n    design:",
        "sample_type: probability": f"sample_type: {sample_type}",
    }
    survey = load_survey(write_survey(folder, replace=replace))
    return {rate.name: rate.value for rate in outcome_rates(survey, "2025")}


FULL = "invited: 5000, started: 1600, completed: 1200, excluded: 200"


def test_a_probability_sample_has_a_response_rate(tmp_path: Path) -> None:
    assert rates(tmp_path, FULL) == {"response": 1200 / 4800, "completion": 0.75}


@pytest.mark.parametrize("sample_type", ["quota", "open", "minipublic"])
def test_other_samples_never_have_a_response_rate(tmp_path: Path, sample_type: str) -> None:
    assert rates(tmp_path, FULL, sample_type) == {"participation": 0.24, "completion": 0.75}


def test_what_was_not_supplied_has_no_value(tmp_path: Path) -> None:
    assert rates(tmp_path / "a", "completed: 1200") == {"response": None, "completion": None}
    survey = load_survey(write_survey(tmp_path / "b"))
    assert [rate.value for rate in outcome_rates(survey, "2025")] == [None, None]


@pytest.mark.parametrize(
    "outcome",
    [
        "invited: 10, started: 20",
        "started: 10, completed: 20",
        "invited: 10, completed: 11",
        "invited: 10, completed: 9, excluded: 5",
    ],
)
def test_counts_that_contradict_each_other_are_refused(tmp_path: Path, outcome: str) -> None:
    with pytest.raises(DefinitionError, match="mini, 2025, main: `outcome` says"):
        rates(tmp_path, outcome)


CASES = "complete: 400, partial: 20, refusal: 200, non_contact: 150, other: 30, unknown: 300, ineligible: 200"


def test_dispositions_give_the_response_rates_of_aapor(tmp_path: Path) -> None:
    """By hand: e = 800 / 1000, so RR1 = 400 / 1100 and RR3 = 400 / (800 + 0.8 x 300)."""
    assert rates(tmp_path / "a", f"dispositions: {{{CASES}}}") == {
        "response": pytest.approx(400 / 1100),
        "response_estimated": pytest.approx(400 / 1040),
        "completion": pytest.approx(400 / 420),
    }
    assert rates(tmp_path / "b", f"dispositions: {{{CASES}}}", "quota") == {
        "participation": pytest.approx(400 / 1300),
        "completion": pytest.approx(400 / 420),
    }


def test_dispositions_of_known_eligibility_have_one_response_rate(tmp_path: Path) -> None:
    assert rates(tmp_path, "dispositions: {complete: 3, refusal: 1}") == {
        "response": 0.75,
        "completion": 1.0,
    }


@pytest.mark.parametrize(
    "outcome", ["invited: 9, dispositions: {complete: 3}", "dispositions: {complete: -1}"]
)
def test_counts_told_twice_or_negative_are_refused(tmp_path: Path, outcome: str) -> None:
    with pytest.raises(DefinitionError, match=r"2024\.yaml:11:"):
        rates(tmp_path, outcome)


@pytest.mark.parametrize(
    ("sample_type", "lines"),
    [
        ("probability", ["Taux de réponse (AAPOR, TR1)\u00a0: non fourni"]),
        ("quota", ["Taux de participation\u00a0: non fourni"]),
        ("open", []),
    ],
)
def test_validation_tells_the_rates_or_that_they_lack(
    tmp_path: Path, sample_type: str, lines: list[str]
) -> None:
    replace = {"sample_type: probability": f"sample_type: {sample_type}"}
    survey = write_survey(tmp_path, replace=replace)
    write_wave_file(respondents(60), survey / "data" / "m2025.csv")
    found = validate(read_delivery(load_survey(survey), "2025"))
    said = found.summary("fr") + found.to_html("fr")
    assert all(said.count(line) == 2 for line in lines)
    assert ("Taux de réponse" in said) is (sample_type == "probability")
    assert set(found.as_dict()["rates"].values()) <= {None}
