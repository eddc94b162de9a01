"""People who return are known again, or the spelling of their identifiers is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from typer.testing import CliRunner

import padai
from padai.cli import app
from padai.errors import ComparisonError

SPELLINGS: dict[str, Callable[[int], object]] = {
    "7": int, "7.0": float, "'7'": str, "'7.0'": lambda k: f"{k}.0", "'000007'": lambda k: f"{k:06d}",
}  # fmt: skip


def wave(name: str, spelled: Callable[[int], object]) -> padai.Wave:
    random = np.random.default_rng(3)
    ids = pd.Series([spelled(k) for k in range(1, 41)])
    return padai.Wave(
        pd.DataFrame({"id": ids, "y": random.integers(0, 2, 40)}), padai.Design(id="id"), id=name
    )


@pytest.mark.parametrize("other", list(SPELLINGS))
@pytest.mark.parametrize("one", list(SPELLINGS))
def test_one_number_is_one_person(one: str, other: str) -> None:
    waves = [wave("a", SPELLINGS[one]), wave("b", SPELLINGS[other])]
    with pytest.raises(ComparisonError, match="40"):
        padai.stack(waves, overlap="none")
    if one == other or {one, other} == {"7", "7.0"}:
        assert padai.stack(waves, overlap="respondent").overlap == "respondent"
    else:
        with pytest.raises(ComparisonError, match="000007"):
            padai.stack(waves, overlap="respondent")


def test_texts_that_are_no_numbers_stay_as_they_are() -> None:
    waves = [wave("a", lambda k: f"A{k}"), wave("b", lambda k: f"B{k}")]
    assert padai.stack(waves, overlap="none").overlap == "none"
    assert padai.stack(waves, overlap="respondent").overlap == "respondent"


def test_a_question_that_is_no_breakdown_is_told(built_example: Path) -> None:
    told = CliRunner().invoke(
        app,
        [
            "estimate",
            str(built_example / "surveys" / "example"),
            "trust_services",
            "--by",
            "ease",
            "--lang",
            "en",
        ],
    )
    assert told.exit_code != 0
    assert "gender" in str(told.exception)
    assert "breakdowns:" in str(told.exception)
