"""Published results are told from answers before anything is drafted of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from padai.errors import DefinitionError
from padai.interchange import parse_fact
from tests.starting import started

ROWS = 40
DRAWN = np.random.default_rng(36)
PARTS = DRAWN.dirichlet([30, 25, 20, 15], ROWS)
SIZES = DRAWN.integers(900, 2_000, ROWS)
HOUSES = DRAWN.choice(["North Polls", "Opinium X", "Vote & Co"], ROWS)
RESULTS = {
    "a row a poll": {"Pollster": HOUSES, "Sample size": SIZES, "Blue": (100 * PARTS[:, 0]).round()},
    "shares that sum to one": {"period": np.arange(ROWS), "n": 1_000 + np.arange(ROWS)}
    | {name: PARTS[:, i].round(3) for i, name in enumerate(["for", "against", "neither", "dk"])},
    "parties, one of them new": {"maison de sondage": HOUSES, "nouveau": ["NA"] * 30 + ["4"] * 10}
    | {name: (96 * PARTS[:, i]).round() for i, name in enumerate("ABCD")},
    "a row an answer": {
        "question": [f"q{i // 5}" for i in range(ROWS)],
        "response": ["Agree", "Neither", "Disagree", "Don't know", "Refused"] * 8,
        "percentage": (100 * PARTS[:, 0]).round(1),
    },
    "percent signs": {
        "Pregunta": [f"¿P{i // 4}?" for i in range(ROWS)],
        "Respuesta": ["Sí", "No", "Tal vez", "No sabe"] * 10,
        **{f"Ola {w}": [f"{p:.0f}%" for p in 100 * PARTS[:, w]] for w in (1, 2, 3)},
    },
}
PEOPLE = {
    "points shared out, without another sign": {"id": np.arange(1, ROWS + 1), "q1": HOUSES}
    | {name: (100 * PARTS[:, i]).round() for i, name in enumerate(["car", "bus", "bike", "walk"])},
    "n numbers the rows": {"n": np.arange(1, ROWS + 1), "share": DRAWN.integers(0, 90, ROWS)},
    "a question and its answer by name": {"question": DRAWN.integers(1, 4, ROWS), "vote": HOUSES},
}


def csv(path: Path, columns: dict[str, object]) -> Path:
    pd.DataFrame(columns).to_csv(path, index=False)
    return path


@pytest.mark.parametrize("kind", list(RESULTS))
def test_results_are_refused_with_what_shows_them(tmp_path: Path, kind: str) -> None:
    file = csv(tmp_path / "polls.csv", RESULTS[kind])
    with pytest.raises(DefinitionError, match=r"--fact rows=people"):
        started(tmp_path, file)


def test_somebody_who_knows_may_say_that_rows_are_people(tmp_path: Path) -> None:
    file = csv(tmp_path / "polls.csv", RESULTS["a row a poll"])
    assert parse_fact("rows=people") == ("rows", "people")
    survey = started(tmp_path, file, facts={"rows": "people"})
    assert survey.questions


@pytest.mark.parametrize("kind", list(PEOPLE))
def test_one_sign_is_not_enough(tmp_path: Path, kind: str) -> None:
    survey = started(tmp_path, csv(tmp_path / "answers.csv", PEOPLE[kind]))
    assert survey.questions
