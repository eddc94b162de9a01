"""padai and Python's ``svy`` on the same designs: its answers stand in ``svy/answers.json``."""

from __future__ import annotations

import json

import pytest

from padai.results import Estimates
from tests.reference.svy.answers import ANSWERS, estimates

FOUND = json.loads(ANSWERS.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("name", "est"), list(estimates()), ids=lambda x: str(x)[:20])
def test_svy_gives_the_same(name: str, est: Estimates) -> None:
    told = est.witness("svy")
    rows = told.expected.set_index("key")
    assert set(rows.index) == set(FOUND["figures"][name])
    for key, (value, error) in FOUND["figures"][name].items():
        assert rows.loc[key, "estimate"] == pytest.approx(value, rel=1e-12, abs=1e-14)
        assert rows.loc[key, "std_error"] == pytest.approx(error, rel=1e-12, abs=1e-14)


def test_the_answers_name_their_version() -> None:
    assert FOUND["svy"] >= "0.35"
    assert sum(map(len, FOUND["figures"].values())) >= 20
