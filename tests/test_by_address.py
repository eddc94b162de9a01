"""Cells withdrawn for confidentiality stand nowhere any more: store, files, later versions, archive."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys
from pathlib import Path

import pandas as pd
import pytest

from padai.errors import PublicationError
from padai.pipeline.machinery.publisher_process import PublisherOutput
from padai.pipeline.versions.by_address import (
    Address,
    read_addresses,
    read_day,
    widened,
    withdraw_cells,
)
from padai.pipeline.versions.immutability import changed_since
from padai.pipeline.versions.keeping import list_releases
from padai.publishing.products.opendata.open_folder import write_open_data
from padai.store import INSIDE, open_store, outside
from padai.survey import Text, load_survey
from tests.test_release_life import (
    build,
    corrected,
    declare,
    first,
    quick,
    records,
    tree,
    version,
)

__all__ = ["corrected", "first", "quick"]
REASON = Text(fr="Une cellule parlait d’une personne.", en="A cell told of a person.")
DAY = dt.date(2025, 7, 1)


def _open_data(store_dir: Path, out_dir: Path, **_kept: object) -> PublisherOutput:
    """Publish the open data alone: structured files, of every figure."""
    store = outside(open_store(store_dir))
    files = [p for p in write_open_data(store, out_dir / "open") if p.suffix == ".csv"]
    for extra in set((out_dir / "open").iterdir()) - set(files):
        extra.unlink()
    corrections = out_dir / "open" / "corrections.csv"
    if len(store.tables["corrections"]):
        store.tables["corrections"].to_csv(corrections, index=False)
        files.append(corrections)
    return PublisherOutput(files, [])


@pytest.fixture
def project(corrected: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two versions that went out, and the first in an archive too."""
    monkeypatch.setattr("padai.pipeline.versions.by_address.publish_apart", _open_data)
    monkeypatch.setattr("padai.pipeline.versions.by_address.write_website", lambda *_given: None)
    shutil.copytree(corrected, tmp_path / "project")
    project = tmp_path / "project"
    (project / "padai.yaml").open("a", encoding="utf-8").write("archive_dir: archive\n")
    shutil.copytree(version(project, 1), project / "archive" / "example" / "2025" / "v1")
    return project


def survey_of(project: Path) -> Path:
    return project / "surveys" / "example"


CELL = Address("main", "2025", "trust_data", "trust", "gender", "F")


def test_a_cell_and_its_table_are_gone_from_every_version(project: Path) -> None:
    done = withdraw_cells(survey_of(project), [CELL], date=DAY, reason=REASON)
    assert [name for name, _ in done.versions] == ["2025/v1", "2025/v2"]
    folders = [
        version(project, 1),
        version(project, 2),
        project / "archive" / "example" / "2025" / "v1",
    ]
    for folder in folders:
        store = open_store(folder / INSIDE)
        for name in ("estimates", "trends", "differences"):
            frame = store.tables[name]
            hit = (frame["question"] == "trust_data") & (frame["breakdown"] == "gender")
            hit &= (frame["wave"] == "2025") | (frame.get("reference", "") == "2025")
            assert hit.any()
            assert frame.loc[hit, ["estimate", "n_base", "conf_low"]].isna().all(axis=None)
            assert set(frame.loc[hit, "flag"]) == {"x"}
            kept = (frame["question"] == "trust_data") & (frame["breakdown"] == "total")
            assert frame.loc[kept, "estimate"].notna().any()  # the whole stays
        told = store.tables["corrections"]
        assert not ((told["question"] == "trust_data") & (told["breakdown"] == "gender")).any()
        letters = store.tables["letters"]
        assert not (
            (letters["question"] == "trust_data") & (letters["breakdown"] == "gender")
        ).any()
        series = pd.read_csv(folder / "open" / "series.csv", dtype=str, keep_default_na=False)
        mine = series[
            (series["question"] == "trust_data")
            & (series["breakdown"] == "gender")
            & (series["wave"] == "2025")
        ]
        assert len(mine)
        assert (mine[["estimate", "n_base"]] == "").all(axis=None)


def test_with_a_total_goes_all_that_adds_up_to_it(project: Path) -> None:
    """The bases of the groups made of a question's answers are its counts again."""
    total = Address("main", "2025", "gender", "F", "total", "total")
    survey = load_survey(survey_of(project))
    made = [each.id for each in survey.breakdowns if each.question == "gender"]
    assert made
    tables = widened([total], survey)
    assert {(one.question, one.breakdown) for one in tables} == {
        ("gender", "*"),
        *(("*", name) for name in made),
    }
    withdraw_cells(survey_of(project), [total], date=DAY, reason=REASON)
    for number in (1, 2):
        folder = version(project, number)
        rows = open_store(folder / INSIDE).tables["estimates"]
        rows = rows[(rows["wave"] == "2025") & (rows["part"] == "main")]
        told = (rows["question"] == "gender") | rows["breakdown"].isin(made)
        assert told.any()
        assert rows.loc[told, ["estimate", "n_base", "conf_low"]].isna().all(axis=None)
        others = ~told & (rows["question"] == "trust_data") & (rows["breakdown"] == "total")
        assert rows.loc[others, "n_base"].notna().all()


def test_both_pins_are_replaced_and_the_act_is_recorded(project: Path) -> None:
    before = records(project)
    withdraw_cells(survey_of(project), [CELL], date=DAY, reason=REASON)
    for old, new in zip(before, records(project), strict=True):
        assert new.store != old.store
        assert new.outside != old.outside
        assert [w.date for w in new.cells_withdrawn] == [DAY]
        assert new.cells_withdrawn[0].count > 0
        assert not changed_since(version(project, new.version), new)
        assert "trust_data" not in new.cells_withdrawn[0].model_dump_json()  # never which


def test_no_file_of_before_is_left(project: Path) -> None:
    held = {
        h
        for k in (1, 2)
        for n, h in tree(version(project, k)).items()
        if Path(n).name in ("estimates.csv", "differences.csv", "trends.csv")
    }
    withdraw_cells(survey_of(project), [CELL], date=DAY, reason=REASON)
    left = set(tree(project / "releases").values()) | set(tree(project / "archive").values())
    assert not held & left


def test_a_table_is_read_both_ways(project: Path) -> None:
    survey = load_survey(survey_of(project))
    asked = survey.breakdown("gender").question
    found = widened([Address("main", "2025", asked, "F", "district", "north")], survey)
    pairs = {(a.question, a.breakdown) for a in found}
    assert (asked, "district") in pairs
    assert (survey.breakdown("district").question, "gender") in pairs


def test_other_breakdowns_of_the_same_question_go_with_it(project: Path) -> None:
    """A zone of one region is that region."""
    survey = load_survey(survey_of(project))
    district = survey.breakdown("district")
    zone = district.model_copy(update={"id": "zone"})
    survey = survey.model_copy(update={"breakdowns": (*survey.breakdowns, zone)})
    found = widened([Address("main", "2025", "trust_data", "trust", "district", "north")], survey)
    tables = {(a.question, a.breakdown) for a in found}
    assert {("trust_data", "district"), ("trust_data", "zone")} <= tables


def test_where_no_version_shows_it_nothing_changes(project: Path) -> None:
    before = tree(project)
    with pytest.raises(PublicationError, match="no version that is here shows a cell"):
        withdraw_cells(survey_of(project), [Address(question="none")], date=DAY, reason=REASON)
    assert tree(project) == before


def test_addresses_and_dates_are_read_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "cells.csv"
    path.write_text(
        "part,wave,question,response,breakdown,group\nmain,2025,q,*,gender,\n", encoding="utf-8"
    )
    assert read_addresses(path) == [Address("main", "2025", "q", "*", "gender", "*")]
    for harm in ("", "a,b\n1,2\n", "part,wave,question,response,breakdown,group\n"):
        path.write_text(harm, encoding="utf-8")
        with pytest.raises(PublicationError, match="names no cell"):
            read_addresses(path)
    with pytest.raises(PublicationError, match="there is no file none"):
        read_addresses(tmp_path / "none.csv")
    with pytest.raises(PublicationError, match="is no date"):
        read_day("hier")


def test_a_version_withdrawn_for_confidentiality_leaves_no_figure_in_the_next(
    project: Path,
) -> None:
    """What v2 sets beside v1 goes with v1."""
    gone = open_store(version(project, 2) / INSIDE).tables["corrections"]
    assert len(gone)
    declare(
        project,
        version=2,
        status="withdrawn",
        withdrawn="confidentiality",
        reason={"fr": "Un.", "en": "One."},
        withdrawn_on="2025-07-01",
        affected=["2025/v1"],
    )
    build(project)
    assert not len(open_store(version(project, 2) / INSIDE).tables["corrections"])
    assert not (version(project, 2) / "open" / "corrections.csv").exists()
    assert not (version(project, 1) / INSIDE).exists()
    kept = records(project)[1]
    assert kept.cells_withdrawn[0].count == len(gone)
    assert not changed_since(version(project, 2), kept)


# --- killed half way ------------------------------------------------------------------------------


_TELLING = ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "shutil.rmtree")


def _withdrawn_but_killed(project: Path, at: int) -> int:
    """Withdraw the cell in a process that ends without a word at a step; return the steps it did.

    A step is anything that a process asks of the file system within the project.
    """
    counted = project.parent / "steps"
    counted.write_text("0")
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return int(counted.read_text())
    done, inside = 0, str(project)

    def step(event: str, given: tuple[object, ...]) -> None:
        nonlocal done
        if event in _TELLING and str(given[0]).startswith(inside):
            done += 1
            if done == at:
                os._exit(9)

    try:
        sys.addaudithook(step)
        withdraw_cells(survey_of(project), [CELL], date=DAY, reason=REASON)
        steps, done = done, -(10**9)
        counted.write_text(str(steps))
    finally:
        os._exit(0)


def _shows(project: Path) -> list[bool]:
    """Say of each place of a version whether it shows the cell."""
    places = [
        version(project, 1),
        version(project, 2),
        project / "archive" / "example" / "2025" / "v1",
    ]
    found = []
    for folder in places:
        frame = open_store(folder / INSIDE).tables["estimates"]
        hit = (frame["question"] == "trust_data") & (frame["breakdown"] == "gender")
        inside = bool(frame.loc[hit & (frame["wave"] == "2025"), "estimate"].notna().any())
        found.append(inside)
    return found


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed by its parent")
def test_a_withdrawal_killed_at_any_step_is_whole_or_not_at_all(
    project: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    shutil.copytree(project, kept)
    steps = _withdrawn_but_killed(project, -1)
    assert steps > 50
    assert _shows(project) == [False] * 3
    after = tree(project / "releases")
    outcomes = set()
    # a few steps while folders are made aside, more at the end, where they take their places
    for at in [*range(2, steps, max(steps // 3, 1)), *range(max(steps - 90, 1), steps, 22)]:
        shutil.rmtree(project)
        shutil.copytree(kept, project)
        _withdrawn_but_killed(project, at)
        listed = list_releases(survey_of(project))  # the next command, whichever it is
        shown = _shows(project)
        assert len(set(shown)) == 1, (at, shown)
        assert {each.state for each in listed} == {"whole"}, at
        assert {bool(r.cells_withdrawn) for r in records(project)} == {not shown[0]}, at
        outcomes.add(shown[0])
        if shown[0]:
            hidden = [p for p in project.rglob(".*") if "retrait" in p.name]
            assert not hidden, at
        withdraw_cells(survey_of(project), [CELL], date=DAY, reason=REASON)
        assert _shows(project) == [False] * 3
        assert tree(project / "releases") == after, at
    assert outcomes == {True, False}
