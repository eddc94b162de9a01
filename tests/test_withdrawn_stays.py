"""What was withdrawn once stays so, and records that count otherwise tell of no few people."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml

import padai
from padai.errors import PublicationError
from padai.pipeline.builds import version_steps
from padai.pipeline.versions import by_count
from padai.pipeline.versions.by_address import Address, widened, withdraw_cells, without
from padai.store import INSIDE, open_store
from padai.survey import Text
from tests.outsider.worlds.building import tables_alone
from tests.outsider.worlds.corrections import miscoded
from tests.outsider.worlds.generator import Row, before, people, write_world
from tests.test_outsider_editions import WORLD, edited

REASON = Text(fr="Une cellule parlait d’une personne.", en="A cell told of a person.")
DAY = dt.date(2025, 7, 1)


def built(survey: Path, wave: str = "2025") -> pd.DataFrame:
    """Build the tables of a wave, and return what its open series say of 2024 and 2025."""
    with tables_alone():
        folder = padai.build(survey, wave=wave, formats=("html",)).folder
    return pd.read_csv(folder / "open" / "series.csv", dtype=str, keep_default_na=False)


def withdrawn(survey: Path, cell: Address) -> None:
    with tables_alone():
        withdraw_cells(survey, [cell], date=DAY, reason=REASON)


def trusts(series: pd.DataFrame, wave: str) -> list[str]:
    """Return what is printed of trust by age: one text a group."""
    mine = (series["question"] == "trust") & (series["breakdown"] == "age_group")
    return series.loc[mine & (series["wave"] == wave), "estimate"].tolist()


# --- withdrawn cells -----------------------------------------------------------------------------


@pytest.mark.parametrize("held", [True, False])
def test_a_withdrawn_cell_does_not_come_back_in_the_series_of_the_next_edition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: bool
) -> None:
    if not held:
        monkeypatch.setattr(version_steps, "held_to_withdrawals", lambda _o, results, _e: results)
    survey = write_world(WORLD, tmp_path)
    before_it = trusts(built(survey, "2024"), "2024")
    withdrawn(survey, Address("main", "2024", "trust", "trusts", "age_group", "60+"))
    after = built(survey)
    assert any(before_it) and any(trusts(after, "2025"))
    if held:
        assert not any(trusts(after, "2024"))
        whole = (after["breakdown"] == "total") & (after["question"] == "trust")
        assert (after.loc[whole, "estimate"] != "").all()  # no more than was withdrawn
    else:
        assert all(trusts(after, "2024")) and set(trusts(after, "2024")) <= set(before_it)


def test_nor_in_the_next_version_under_another_name_of_its_groups(tmp_path: Path) -> None:
    """The breakdown is renamed in version 2, and everything that v1 withheld of it stays so."""
    world = replace(WORLD, earlier=False)
    survey = write_world(world, tmp_path)
    built(survey)
    withdrawn(survey, Address("main", "2025", "trust", "*", "age_group", "60+"))
    write_world(replace(world, version=2, status="corrected"), tmp_path, miscoded(world))
    head = yaml.safe_load((survey / "survey.yaml").read_text(encoding="utf-8"))
    by = {"years" if name == "age_group" else name: of for name, of in head["breakdowns"].items()}
    edited(survey / "survey.yaml", breakdowns=by, report_breakdowns=list(by))
    with tables_alone():
        folder = padai.build(survey, formats=("html",)).folder
    told = open_store(folder / INSIDE).tables["estimates"]
    mine = told[(told["question"] == "trust") & (told["breakdown"] == "years")]
    assert len(mine) and mine["estimate"].isna().all() and set(mine["flag"]) == {"x"}
    others = told[(told["question"] == "score") & (told["breakdown"] == "years")]
    assert others["estimate"].notna().any()


def test_a_version_withdrawn_whole_stands_in_no_later_series(tmp_path: Path) -> None:
    survey = write_world(WORLD, tmp_path)
    built(survey, "2024")
    wave = survey / "waves" / "2024.yaml"
    release = yaml.safe_load(wave.read_text(encoding="utf-8"))["release"] | {
        "status": "withdrawn",
        "withdrawn": "confidentiality",
        "withdrawn_on": "2025-07-01",
        "reason": {"fr": "Un.", "en": "One."},
    }
    edited(wave, release=release)
    with tables_alone():
        padai.build(survey, wave="2024", formats=("html",))
    with pytest.raises(PublicationError, match="2024/v1 was withdrawn for confidentiality") as no:
        built(survey)
    assert "version 2 of wave 2024" in str(no.value)
    assert "retirée pour confidentialité" in no.value.texts["fr"]


def test_an_index_and_a_margin_go_with_what_they_are_made_of(built_example: Path) -> None:
    store = open_store(built_example / "releases" / "example" / "2025" / "v1" / INSIDE)
    index = store.survey.indices[0]
    asked = store.survey.breakdown("gender").question
    cells = [
        Address(wave="2025", question=index.items[0], breakdown="total"),
        Address(wave="2025", question=asked, breakdown="total"),
    ]
    left = without(store, widened(cells, store.survey))
    before_it, told = (t["indices"].query("wave == '2025'") for t in (store.tables, left))
    assert before_it["estimate"].notna().any()
    assert not len(told)
    margins = left["weighting"].set_index("margin")["before"]
    assert margins["gender"].isna().all() and margins["district"].notna().all()
    by = without(
        store, widened([Address(question=index.items[0], breakdown="region")], store.survey)
    )
    assert by["indices"]["kind"].eq("mean").any()  # of everybody, and of no group


# --- records that count otherwise ----------------------------------------------------------------

FEW, MANY = 2, 90


def coded(survey: Path, *, missing: bool) -> None:
    """Make the third answer to a sensitive question one of those that do not count."""

    def of(content: dict[str, Any]) -> None:
        health = content["questions"]["health"]["scale"]
        third = {"label": {"fr": "Autre", "en": "Other"}}
        health["codes"].pop("3", None)
        health["missing"].pop("3", None)
        if missing:
            health["missing"]["3"] = third | {"kind": "refused"}
        else:
            health["codes"]["3"] = third

    path = survey / "questionnaire.yaml"
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    of(content)
    edited(path, **content)


def with_few(rows: list[Row]) -> list[Row]:
    """Let two people of region 2 give the third answer, and nobody leave the question out."""
    place = iter(row["id"] for row in rows if row["region"] == "r2")
    few = {next(place) for _ in range(FEW)}
    for row in rows:
        row["health"] = "3" if row["id"] in few else ("1" if int(row["age"]) % 2 else "2")
    return rows


def world_of(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(
        "tests.outsider.worlds.generator.before", lambda world: with_few(before(world))
    )
    return write_world(WORLD, project, with_few(people(WORLD)))


@pytest.mark.parametrize("held", [True, False])
def test_an_answer_of_two_that_counts_no_more_is_not_told_by_the_series(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: bool
) -> None:
    if not held:
        monkeypatch.setattr(by_count, "coded_anew", lambda *_given: pd.DataFrame())
    survey = world_of(tmp_path, monkeypatch)
    coded(survey, missing=False)
    first = built(survey, "2024")
    coded(survey, missing=True)
    if held:
        with pytest.raises(PublicationError, match="count otherwise") as no:
            built(survey)
        for said in ("wave 2024", "2024/v1", "“health”", "questionnaire.yaml", "`waves:`"):
            assert said in str(no.value)
        assert "comptaient autrement" in no.value.texts["fr"]
        return
    whole = "wave == '2024' and question == 'health' and group == 'total'"
    assert "" in set(first.query(whole)["estimate"])  # how many gave the third is withheld
    now = built(survey).query(whole)
    assert WORLD.people - float(now["n_base"].iloc[0]) == FEW


def test_nor_by_the_next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = replace(WORLD, earlier=False)
    rows = with_few(people(world))
    survey = write_world(world, tmp_path, rows)
    coded(survey, missing=False)
    built(survey)
    two = replace(world, version=2, status="corrected")
    write_world(two, tmp_path, rows)
    coded(survey, missing=True)
    with pytest.raises(PublicationError, match="compared with 2025/v1, the answers of fewer than"):
        built(survey)
    write_world(replace(two, correction="error"), tmp_path, rows)
    coded(survey, missing=True)
    told = built(survey)
    assert set(told.loc[told["breakdown"] != "total", "estimate"]) == {""}


def test_an_answer_of_many_may_count_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.test_withdrawn_stays.FEW", MANY)
    survey = world_of(tmp_path, monkeypatch)
    edited(survey / "survey.yaml", report_breakdowns=["age_group"])
    coded(survey, missing=False)
    built(survey, "2024")
    coded(survey, missing=True)
    now = built(survey).query("wave == '2024' and question == 'health' and group == 'total'")
    assert (now["n_base"] == str(WORLD.people - MANY)).all() and len(now)
