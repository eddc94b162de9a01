"""How many cases a check found is told of no handful of people, wherever it goes out."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

import padai
from padai.pipeline.parts.facts import _findings
from padai.pipeline.parts.preparation import Prepared
from padai.publishing.products.opendata.method_rows import method_table
from padai.publishing.report import Report
from padai.store import Store
from tests.builders import mini, respondents
from tests.publishing_store import make_store
from tests.test_publishing_overall import read

ROOT = Path(__file__).parents[1] / "surveys"


@pytest.mark.parametrize(
    ("found", "told"),
    [(0, 0), (1, None), (9, None), (10, 10), (190, 190), (191, None), (199, None), (200, 200)],
)
def test_a_handful_of_cases_is_not_counted_in_the_store(
    tmp_path: Path, found: int, told: int | None
) -> None:
    survey = padai.load_survey(mini(tmp_path, {"2025": respondents(w=np.ones(200))}))
    item = SimpleNamespace(
        check="speeders", severity="warning", count=found, column="minutes", accepted={}
    )
    of: Any = SimpleNamespace(items=[item], part="main", wave="2025")
    ready = Prepared((padai.read_wave(survey, "2025"),), (of,))
    assert [row["count"] for row in _findings(ready)] == [told]


def test_who_was_not_asked_because_of_an_answer_is_not_counted(tmp_path: Path) -> None:
    """800 of 903 end before a word that is asked of those who gave a sensitive answer."""
    folder = shutil.copytree(ROOT / "consultation", tmp_path / "consultation")
    asked = folder / "questionnaire.yaml"
    text = asked.read_text("utf-8").replace("  triage:\n", "  triage:\n    sensitive: true\n")
    lead = "  mot:\n    base: {question: triage, codes: [1]}\n"
    asked.write_text(text.replace("  mot:\n", lead), "utf-8")
    wave = padai.read_wave(padai.load_survey(folder), "2025")
    items = [
        SimpleNamespace(check="break_offs", severity="warning", count=800, column=c, accepted={})
        for c in ("registre", "triage", "mot")
    ]
    of: Any = SimpleNamespace(items=items, part="main", wave="2025")
    assert [row["count"] for row in _findings(Prepared((wave,), (of,)))] == [800, None, None]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("told"))


def with_counts(store: Store, *counts: int | None) -> Store:
    (one,) = store.facts["findings"]
    columns = ("trust_police", "trust_health")
    rows = [{**one, "column": c, "count": n} for c, n in zip(columns, counts, strict=False)]
    return replace(store, facts={**store.facts, "findings": rows})


def test_a_handful_has_no_row_in_the_open_data(store: Store) -> None:
    found = method_table(with_counts(store, 14, None))
    mine = found[found["measure"] == "finding"]
    assert mine["item"].tolist() == ["straight_lining:trust_police"]
    assert mine["value"].tolist() == [14]


def test_a_page_says_neither_a_handful_nor_a_sum_that_holds_it(store: Store) -> None:
    assert "14 cases" in read(Report(with_counts(store, 14), "en").methodology()).replace(
        "(s)", "s"
    )
    text = read(Report(with_counts(store, 14, None), "en").methodology())
    assert "number not published." in text
    assert "14 case" not in text
