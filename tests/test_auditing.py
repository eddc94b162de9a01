"""What `padai audit` says of a wave, to those who hold its data."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import padai
from padai.cli import audit_command, main
from padai.errors import DefinitionError
from padai.pipeline.commands.auditing import COMPANY, RULE, Audited, audited, table_of
from padai.survey import Survey


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    with pytest.raises(SystemExit) as ended:
        main(["init", "--example", str(folder)])
    assert ended.value.code == 0
    return folder / "surveys" / "example"


@pytest.fixture(scope="module")
def definition(example: Path) -> Survey:
    return padai.load_survey(example)


@pytest.fixture(scope="module")
def found(definition: Survey) -> Audited:
    return audited(definition, "2025", "main", None, lambda *said: None, merges=1)


def test_each_figure_is_shown_or_withheld_for_a_reason(found: Audited) -> None:
    assert set(found.rows["why"]) == {"", RULE, COMPANY}
    assert found.exposed == ()
    for counted in (found.groups, found.tables):
        assert (counted["rule"] + counted["company"] > 0).all()
        assert counted["rule"].is_monotonic_decreasing
    assert found.tables["rule"].sum() == (found.rows["why"] == RULE).sum()
    assert found.tables["company"].sum() == (found.rows["why"] == COMPANY).sum()


def test_a_merge_is_tried_and_what_it_saves_is_counted(found: Audited) -> None:
    (merged,) = found.merges.to_dict("records")
    assert merged["withheld"] + merged["saved"] == (found.rows["why"] != "").sum()


def test_a_named_table_is_told_row_by_row(found: Audited, definition: Survey) -> None:
    rows = table_of(found, definition, ["gender", "district"])
    assert set(rows["breakdown"]) == {"district"}
    assert {RULE, COMPANY} <= set(rows["why"])
    # the same table, read the other way round, tells no more
    other = table_of(found, definition, ["district", "gender"])
    assert COMPANY in set(other["why"])
    assert set(table_of(found, definition, ["gender"])["breakdown"]) == {"total"}
    with pytest.raises(DefinitionError, match="there is no such table"):
        table_of(found, definition, ["gender", "nothing"])


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as ended:
        main(["audit", *arguments])
    out = capsys.readouterr()
    return int(ended.value.code or 0), out.out + out.err


def test_what_to_write_is_said_where_a_merge_saves(
    found: Audited, definition: Survey, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(audit_command.CONSOLE, "print", lambda text, **_: told.append(str(text)))
    breakdown = definition.breakdowns[0]
    merges = pd.DataFrame({"breakdown": [breakdown.id, breakdown.id], "saved": [3, 1]})
    report = replace(found, merges=merges)
    audit_command._tell_line(report, definition)
    assert told == [], "no group of the example is small"
    rows = found.rows.assign(n_base=found.rows["n_base"].clip(upper=20))
    report = replace(report, rows=rows)
    audit_command._tell_line(report, definition)
    assert len(told) == 1
    assert f"`{breakdown.id}`" in told[0] and "`small_groups: merge`" in told[0]
    audit_command._tell_line(replace(report, merges=merges.assign(saved=0)), definition)
    merged = breakdown.model_copy(update={"small_groups": "merge"})
    changed = definition.model_copy(update={"breakdowns": (merged, *definition.breakdowns[1:])})
    audit_command._tell_line(report, changed)
    assert len(told) == 1


def test_the_command(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, text = said(capsys, str(example), "--json", "--table", "gender,district")
    assert code == 0
    assert {row["why"] for row in json.loads(text)["rows"]} >= {RULE, COMPANY}
    code, text = said(capsys, str(example), "--table", "gender,district", "--lang", "en")
    assert code == 0
    assert "withheld: the rules" in " ".join(text.replace("│", " ").split())
    code, text = said(capsys, str(example), "--table", "a,b,c")
    assert code == 2
    assert "--table a,b,c" in text
    code, text = said(capsys, str(example), "--wave", "1999")
    assert code == 2
