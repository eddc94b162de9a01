"""Outcome rates: by hand, named by the sample type, and never invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from padai.errors import DefinitionError
from padai.survey import load_survey
from padai.validation.outcomes import outcome_rates
from tests.builders import write_survey


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
