"""What yearly forms of programmers brought to light: numbers, boxes, lists of choices, spans."""

from __future__ import annotations

import random
from pathlib import Path

import pandas as pd
import pytest

import padai
from padai.interchange import Choices, DesignChoice, add_wave, init_from
from padai.interchange.label_words import missing_kind
from padai.interchange.platforms.scales import in_order
from padai.survey import Survey, load_survey
from padai.validation import validate
from padai.waves.headers import is_a_name
from tests.platform_exports import write_csv
from tests.starting import started_and_told

PROPOSED = Choices(design=(DesignChoice(),))
NONE = (DesignChoice(),)
N = 120


def of(folder: Path) -> Survey:
    return load_survey(next(folder.rglob("survey.yaml")).parent)


def form(path: Path, year: int, ease: str) -> Path:
    """Lay out a form in which a scale of four is written as a sheet of numbers writes it."""
    rows = [["Timestamp", "Do you like it?", "How easy is it?"]]
    for i in range(N):
        sent = f"{year}-06-{i % 28 + 1:02d} 10:00:00"
        rows.append([sent, ("Yes", "No")[i % 2], ease.format(1 + (i + year) % 4)])
    return write_csv(path, rows)


@pytest.mark.parametrize("written", ["{}", "{}.0", "0{}"])
def test_the_next_form_may_write_its_numbers_otherwise(tmp_path: Path, written: str) -> None:
    """1.0 was a new choice beside 1, or the file was refused for it."""
    init_from(tmp_path / "out", [form(tmp_path / "use-2024.csv", 2024, "{}.0")], PROPOSED)
    survey = of(tmp_path / "out")
    added = add_wave(
        survey.path, form(tmp_path / "use-2025.csv", 2025, written), PROPOSED, accept=True
    )
    assert [c.kind for c in added.changes] == ["same", "same"]
    wave = padai.read_wave(of(tmp_path / "out"), "2025")
    assert sorted(wave.frame["q2"].unique().tolist()) == [1, 2, 3, 4]


def test_boxes_of_one_header_row_are_one_question(tmp_path: Path) -> None:
    """Each box was a question of which all who answered said the one answer: a bar of 100%."""
    draw = random.Random(7)
    uses, words = ("Python.", "R.", "SQL."), "1. How often do you use it at all?"
    rows = [["Respondent ID", words, *(f"2. {use}" for use in uses), "3. Alone."]]
    for i in range(N):
        ticked = [use if draw.random() < 0.5 else "" for use in uses]
        often = ("Daily.", "Never.", "Every few months.")[i % 3]
        rows.append([str(11_000_000_000 + i), often, *ticked, "Alone." if i % 5 else ""])
    init_from(tmp_path / "out", [write_csv(tmp_path / "use.csv", rows)], PROPOSED)
    survey = of(tmp_path / "out")
    asked = survey.question("q2")
    assert asked.type == "multiple" and asked.scale is not None
    assert [code.label.get("en") for code in asked.scale.codes] == [*uses]
    often = survey.question("q1").scale
    assert often is not None
    assert [c.label.get("en") for c in often.codes] == ["Daily.", "Every few months.", "Never."]


def plain_csv(path: Path) -> Path:
    lists = ("Home", "Work", "School", "Home,Work", "Home,School", "Home,School,Work", "\r\n")
    degrees = ("Agree, strongly", "Agree", "Disagree", "Disagree, strongly")
    frame = pd.DataFrame(
        {
            "person": [f"p{i}" for i in range(N)],
            "Where do you use it?": [lists[i % 7] for i in range(N - 2)] + ["Work,Home", "School"],
            "It is good": [degrees[i % 4] for i in range(N)],
            "How many times?": [(0, 1, "2 to 5", "More than 5")[i % 4] for i in range(N)],
            "Do you like it?": [("Yes", "No", "\n")[i % 3] for i in range(N)],
            "And the manual?": [("Good", "Bad", "Fair")[i % 3] for i in range(N)],
        }
    )
    frame.to_csv(path, index=False)
    return path


def test_a_list_of_choices_is_no_answer_of_a_plain_file(tmp_path: Path) -> None:
    """`Home,School` was an answer beside `Home`, and what few people chose an error at once."""
    survey, told = started_and_told(tmp_path, plain_csv(tmp_path / "2025.csv"), design=NONE)
    questions = {q.label.get("en"): q for q in survey.questions.values()}
    assert questions["Where do you use it?"].type == "open"
    assert "Where do you use it?: a cell holds several choices" in told
    assert questions["It is good"].type == "single"  # two parts: an answer with its degree
    findings = validate(padai.read_wave(survey, survey.waves[0]))
    assert not [f for f in findings.items if f.severity == "error"]


def test_what_is_more_than_all_numbers_is_an_answer(tmp_path: Path) -> None:
    """“More than 5” beside 0, 1 and “2 to 5” was taken for no answer."""
    survey, _ = started_and_told(tmp_path, plain_csv(tmp_path / "2025.csv"), design=NONE)
    asked = next(q for q in survey.questions.values() if q.label.get("en") == "How many times?")
    assert asked.scale is not None and not asked.missing_codes
    assert [c.value for c in asked.scale.codes] == [0, 1, "2 to 5", "More than 5"]


def test_a_cell_with_a_line_break_alone_is_blank(tmp_path: Path) -> None:
    survey, _ = started_and_told(tmp_path, plain_csv(tmp_path / "2025.csv"), design=NONE)
    wave = padai.read_wave(survey, survey.waves[0])
    asked = next(q for q in survey.questions.values() if q.label.get("en") == "Do you like it?")
    assert int(wave.frame[asked.id].isna().sum()) == N // 3


@pytest.mark.parametrize(
    "order",
    [
        ["Less than 3 months", "3 months - 1 year", "1 - 3 years", "More than 3 years"],
        ["Moins de 6 mois", "6 mois à 1 an", "1 à 5 ans", "Plus de 5 ans"],
        ["Menos de 30 minutos", "30 minutos a 1 hora", "1 hora o más"],
        ["Less than 1 day", "1 day to 1 week", "1 week to 1 month", "More than 1 month"],
        ["Daily", "Weekly", "Monthly", "Every few months", "Never"],
    ],
)
def test_spans_of_time_stand_in_order_whatever_their_units(order: list[str]) -> None:
    """“1 - 3 years” stood before “Less than 3 months”, and nothing asked for the order."""
    assert in_order(sorted(order)) == (order, True)


def test_a_name_of_letters_and_digits_in_turn_is_no_postal_code() -> None:
    """A file with columns s2q5c0 to s2q5c9 was refused as one without names."""
    assert [is_a_name(c) for c in ("s2q5c0", "J4B 5E4", "h2x1y6")] == [True, False, False]


def test_not_applicable_with_a_reason_after_a_dash_is_no_answer() -> None:
    assert missing_kind("N/A - skip, don't know.") == "not_asked"
    assert missing_kind("Naomi - the book") is None


def test_findings_alike_are_told_once(tmp_path: Path) -> None:
    """Each of two hundred columns with a blank had a line; twenty were told, and nothing else."""
    blank = {f"q{k}": [None if i < k else ("Yes", "No")[i % 2] for i in range(N)] for k in range(9)}
    path = tmp_path / "2025.csv"
    pd.DataFrame({"person": [f"p{i}" for i in range(N)], **blank}).to_csv(path, index=False)
    survey, _ = started_and_told(tmp_path, path, design=NONE)
    findings = validate(padai.read_wave(survey, survey.waves[0]))
    alike = [f for f in findings.items if f.check == "blank_cells"]
    assert len(alike) > 3
    told = findings.summary("en")
    most = max(alike, key=lambda f: f.count)
    assert told.count("(blank_cells)") == 1 and most.messages["en"] in told
    assert f"the same of {len(alike) - 1} other columns" in told
    assert all(f"{f.column} ({f.count})" in told for f in alike if f is not most)
