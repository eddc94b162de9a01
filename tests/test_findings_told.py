"""How many cases a check found is told of no handful of people, wherever it goes out."""

from __future__ import annotations

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


@pytest.mark.parametrize(("found", "told"), [(0, 0), (1, None), (9, None), (10, 10)])
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
    assert "number not published (a group of fewer than 10 cases)" in text
    assert "14 case" not in text
