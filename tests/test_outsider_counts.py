"""What an outsider reads of the people who were left out or did not take part: no handful."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import padai
from padai.pipeline.parts.facts import facts_of
from padai.pipeline.parts.preparation import Prepared
from padai.publishing.products.opendata.method_rows import method_table
from padai.publishing.report import Report
from padai.store import Store
from tests.builders import mini, respondents
from tests.publishing_store import make_store
from tests.test_publishing_overall import read

RULES = (
    "    exclusions:\n"
    "      - {column: sex, values: [X], reason: {fr: Hors champ, en: Too few}}\n"
    "      - {column: age, values: [17], reason: {fr: Mineurs, en: Under age}}\n"
)
RAKED = "{method: rake, margins: [sex]}"
UNWEIGHTED = "{method: none, reason: {fr: Essai, en: Trial}}"
RELEASE = "release: {version: 1, status: demonstration, publish_on: 2025-06-01}\n"
NOT_TOLD = "number not published (a group of fewer than 10 cases)"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("told"))


def facts(folder: Path, few: int, many: int, outcome: str = "") -> dict[str, Any]:
    """Return the facts of a wave of 200 people of whom `few` and `many` are left out."""
    sex, age = np.full(200, "F"), np.full(200, 40.0)
    sex[:few], age[few : few + many] = "X", 17.0
    survey = mini(folder, {"2025": respondents(sex=sex, age=age, w=np.ones(200))})
    wave = survey / "waves" / "2025.yaml"
    said = f"    outcome: {{{outcome}}}\n" if outcome else ""
    text = wave.read_text(encoding="utf-8").replace(RAKED, UNWEIGHTED)
    wave.write_text(text + RULES + said + RELEASE, encoding="utf-8")
    read_in = padai.load_survey(survey)
    return facts_of(read_in, "2025", {"main": Prepared((padai.read_wave(read_in, "2025"),), ())})


def outside(store: Store, told: dict[str, Any]) -> tuple[dict[tuple[str, str], float], str]:
    """Return what goes out with these facts: the rows of the method's table, and its page."""
    kept = {k: told[k] for k in ("exclusions", "outcome", "outcome_rates")}
    kept = json.loads(json.dumps(kept).replace('"2025"', json.dumps(store.wave)))
    shown = replace(store, facts={**store.facts, **kept})
    table = method_table(shown)
    keys = zip(table["measure"], table["item"], strict=True)
    rows = dict(zip(keys, table["value"], strict=True))
    return rows, read(Report(shown, "en").methodology())


def test_a_handful_that_was_left_out_is_counted_nowhere(tmp_path: Path, store: Store) -> None:
    told = facts(tmp_path, 3, 12)
    assert [rule["count"] for rule in told["exclusions"]] == [None, 12]
    rows, page = outside(store, told)
    assert ("excluded", "") not in rows, "the sum less what the page says would be the handful"
    assert f"{NOT_TOLD}: Too few." in page
    assert "12: Under age." in page


@pytest.mark.parametrize("few", [0, 10])
def test_who_was_left_out_is_counted_where_they_are_none_or_many(
    tmp_path: Path, store: Store, few: int
) -> None:
    rows, page = outside(store, facts(tmp_path, few, 12))
    assert rows["excluded", ""] == few + 12
    assert f"{few}: Too few." in page and NOT_TOLD not in page


FEW_ENDED = {
    "fewer records than interviews": (0, "invited: 900, started: 400, completed: 203"),
    "fewer left out than shown": (3, "invited: 900, started: 400, completed: 200"),
    "few out of scope": (0, "invited: 900, started: 400, completed: 200, excluded: 4"),
    "few unfinished": (0, "invited: 900, started: 206, completed: 200"),
    "few refusals": (0, "dispositions: {complete: 200, refusal: 2, non_contact: 90, unknown: 40}"),
}


@pytest.mark.parametrize("way", FEW_ENDED)
def test_how_cases_ended_tells_no_handful(tmp_path: Path, store: Store, way: str) -> None:
    few, outcome = FEW_ENDED[way]
    rows, page = outside(store, facts(tmp_path, few, 0, outcome))
    counts = {name for name, _ in rows} & {"outcome", "rate_numerator", "rate_denominator"}
    assert not counts, "each is a term of a sum whose other terms are printed"
    assert NOT_TOLD in page.lower() and "900" not in page
    assert ("rate_value", "response") in rows, "a share to a tenth of a point tells no handful"
    assert (("rate_value", "completion") in rows) == (way != "few unfinished")


def test_a_share_that_few_miss_is_not_told(tmp_path: Path, store: Store) -> None:
    rows, page = outside(store, facts(tmp_path, 0, 0, "invited: 204, completed: 200"))
    assert not any(name.startswith(("rate", "outcome")) for name, _ in rows)
    assert page.lower().count(NOT_TOLD) == 2 and "98.0" not in page


def test_how_cases_ended_is_counted_where_they_are_many(tmp_path: Path, store: Store) -> None:
    rows, page = outside(store, facts(tmp_path, 0, 0, "invited: 900, completed: 200, excluded: 10"))
    assert rows["outcome", "excluded"] == 10 and rows["rate_denominator", "response"] == 890
    assert NOT_TOLD not in page


@pytest.mark.parametrize(("few", "told"), [(5, False), (20, True)])
def test_a_weight_that_a_small_group_alone_has_is_not_told(
    tmp_path: Path, few: int, told: bool
) -> None:
    """Weights are people of the population by respondents, group by group: one gives the other."""
    sex = np.array(["M"] * few + ["F"] * (200 - few))
    weights = np.where(sex == "M", 100 / few, 900 / (200 - few))
    survey = mini(tmp_path, {"2025": respondents(sex=sex, w=weights)})
    wave = survey / "waves" / "2025.yaml"
    text = wave.read_text(encoding="utf-8").replace(f"    weighting: {RAKED}\n", "")
    wave.write_text(text + RELEASE, encoding="utf-8")
    read_in = padai.load_survey(survey)
    parts = {"main": Prepared((padai.read_wave(read_in, "2025"),), ())}
    found = facts_of(read_in, "2025", parts)["weighting"]["main"]["2025"]
    assert ({"min", "max", "cv", "kish_deff", "n_eff", "g_min", "g_max"} <= set(found)) == told
    assert told or not {"min", "max", "cv", "kish_deff", "n_eff"} & set(found)


def test_a_page_says_why_the_spread_of_delivered_weights_is_not_shown(store: Store) -> None:
    told = {"n": 200, "total": 1000.0, "mean": 5.0, "method": "delivered"}
    shown = replace(store, facts={**store.facts, "weighting": {"main": {store.wave: told}}})
    page = read(Report(shown, "en").methodology())
    assert "a group that has a weight of its own holds few people" in page
    assert "a cell of the calibration" not in page
