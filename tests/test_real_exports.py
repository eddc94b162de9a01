"""Exports as platforms really wrote them, where that is not what their descriptions say."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from padai.interchange import Choices, DesignChoice, init_from
from padai.interchange.platforms import read_export
from padai.survey import Survey, load_survey
from padai.waves import read_wave
from tests.platform_exports import CANARY, write_csv

ONE_BY_ONE = Choices(design=(DesignChoice(),))
N = 60


def _started(tmp_path: Path, files: list[Path], *data: Path) -> Survey:
    target = tmp_path / "out"
    init_from(target, files, ONE_BY_ONE, data)
    return load_survey(next(target.rglob("survey.yaml")).parent)


def _written(folder: Path) -> str:
    files = [p for p in sorted(folder.rglob("*")) if p.is_file()]
    return "\n".join(p.read_bytes().decode("utf-8", "replace") for p in files)


# --- Qualtrics ----------------------------------------------------------------------------


def _early_qualtrics(folder: Path) -> Path:
    """Lay out the import ids as Qualtrics wrote them in 2016 and 2017: in single quotes."""
    head = {
        "ResponseID": "responseId", "ResponseSet": "responseSetId", "IPAddress": "ipAddress",
        "StartDate": "startDate", "EndDate": "endDate",
        "RecipientLastName": "panel-RecipientLastName", "RecipientEmail": "panel-RecipientEmail",
        "ExternalDataReference": "panel-ExternalDataReference", "Finished": "finished",
        "Status": "status", "Q1": "QID1", "Q3_state": "QID3-1", "Q3_city": "QID3-2",
        "Q3_city_TEXT": "QID3-2-TEXT", "LocationLatitude": "Location-LocationLatitude",
    }  # fmt: skip
    words = {"Q1": "Trust?", "Q3_state": "Do they listen?-The state", "Q3_city": "Do they-The city"}
    rows = [
        list(head),
        [words.get(name, name) for name in head],
        [f"{{'ImportId': '{told}'}}" for told in head.values()],
    ]
    for i in range(N):
        status, done = ("1", "1") if i < 5 else ("0", "0" if i < 8 else "1")
        trust = "1" if i < 8 else str(1 + i % 2)
        who = [f"R_{i:04d}", "Default Response Set", "203.0.113.7", "2016-05-27 11:33:34"]
        who += [f"2016-05-27 11:{i % 60:02d}:34", CANARY, f"{CANARY}@example.org", CANARY]
        asked = [trust, str(1 + i % 3), str(1 + i % 2), f"remark {i}"]
        rows.append([*who, done, status, *asked, "45.50884"])
    return write_csv(folder / "q-2016.csv", rows)


def _qsf(folder: Path) -> Path:
    asked = {
        "QID1": {
            "QuestionText": "Trust?", "DataExportTag": "Q1", "QuestionType": "MC",
            "Selector": "SAVR", "Choices": {"1": {"Display": "Yes"}, "2": {"Display": "No"}},
        },
        "QID3": {
            "QuestionText": "Do they listen?", "DataExportTag": "Q3", "QuestionType": "Matrix",
            "Selector": "Likert", "SubSelector": "SingleAnswer",
            "Choices": {"1": {"Display": "The state"}, "2": {"Display": "The city"}},
            "ChoiceDataExportTags": {"1": "state", "2": "city"},
            "Answers": {str(k): {"Display": t} for k, t in enumerate(("Often", "Rarely", "Never"), 1)},
        },
    }  # fmt: skip
    elements = [
        {"Element": "SQ", "Payload": {"QuestionID": name, **payload}}
        for name, payload in asked.items()
    ]
    told = {"SurveyEntry": {"SurveyName": "Trust", "SurveyLanguage": "EN"}}
    path = folder / "q.qsf"
    path.write_text(json.dumps({**told, "SurveyElements": elements}), encoding="utf-8")
    return path


def test_import_ids_in_single_quotes_are_read(tmp_path: Path) -> None:
    """Previews and unfinished responses were counted, and each date of a person was a code."""
    export = read_export(_early_qualtrics(tmp_path))
    assert export is not None
    assert [c.name for c in export.columns] == ["Q1", "Q3_state", "Q3_city", "Q3_city_TEXT"]
    assert export.ids[0] == "R_0000"
    assert [export.count(s) for s in ("preview", "partial", "complete")] == [5, 3, N - 8]
    survey = _started(tmp_path, [export.path])
    assert len(read_wave(survey, survey.waves[0])) == N - 8
    written = _written(tmp_path / "out")
    assert CANARY not in written and "11:33" not in written and "203.0.113" not in written


def test_rows_of_a_grid_are_found_under_the_name_of_their_question(tmp_path: Path) -> None:
    """A row tagged `state` of Q3 is exported as `Q3_state`, or as `state`."""
    survey = _started(tmp_path, [_qsf(tmp_path)], _early_qualtrics(tmp_path))
    labels = {q.id: q.wording.get("en") for q in survey.questions.values()}
    assert labels["state"] == "Do they listen? - The state"
    asked = survey.question("state")
    assert asked.scale is not None
    assert [c.label.get("en") for c in asked.scale.codes] == ["Often", "Rarely", "Never"]
    assert not [name for name in labels if name.startswith("Q3_") and not name.endswith("TEXT")]


# --- SurveyMonkey -------------------------------------------------------------------------

MAIN = "What is the main dish? Please pick one"
SIDES = "Which side dishes are served? Please select all that apply"
OTHER = "Other (please specify)"


def _answers() -> list[list[str]]:
    """Return rows of: number, main dish, its other words, two options and a third in words."""
    rows = []
    for i in range(N):
        main = ("Turkey", "Ham", "-", OTHER)[i % 4]
        own = f"dish {i}" if main == OTHER else ""
        sides = ["Carrots" if i % 2 else "", "Corn" if i % 3 else "", OTHER if i % 5 == 0 else ""]
        app = ("The usual app", "-", "-", f"My {i} app", f"Theirs {i}")[i % 5]
        rows.append([str(4337954960 + i), main, own, *sides, f"side {i}" * (i % 5 == 0), app])
    return rows


def _one_row(path: Path) -> Path:
    head = ["RespondentID", MAIN, f"{MAIN} - {OTHER}"]
    head += [f"{SIDES} - {o}" for o in ("Carrots", "Corn", OTHER, OTHER)]
    return write_csv(path, [head, *(row[:7] for row in _answers())])


def _two_rows(path: Path) -> Path:
    head = ["RespondentID", MAIN, "", SIDES, "", "", "", "Which app do you use for it?"]
    # as the platform writes an option of two blanks: once in the header, once in each cell
    options = ["", "Response", OTHER, "Carrots", "Corn  on the cob", OTHER, OTHER, "Response"]
    rows = [[c.replace("Corn", "Corn  on the cob") for c in row] for row in _answers()]
    return write_csv(path, [head, options, *rows])


@pytest.mark.parametrize("laid_out", [_one_row, _two_rows])
def test_surveymonkey_without_its_collector_is_known(
    tmp_path: Path, laid_out: Callable[[Path], Path]
) -> None:
    """Its header of questions was refused as a person's answers."""
    survey = _started(tmp_path, [laid_out(tmp_path / "sm-2015.csv")])
    by_words = {q.wording.get("en"): q for q in survey.questions.values()}
    main, sides = by_words[MAIN], by_words[SIDES]
    assert main.scale is not None and sides.scale is not None
    assert {c.label.get("en") for c in main.scale.codes} == {"Ham", "Turkey", OTHER}
    assert sides.type == "multiple"
    corn = "Corn on the cob" if laid_out is _two_rows else "Corn"
    assert [c.label.get("en") for c in sides.scale.codes] == ["Carrots", corn, OTHER]
    wave = read_wave(survey, survey.waves[0])
    # Of 60 people, 30 take carrots and 8 mark nothing at all.
    assert wave.frame[f"{sides.id}_1"].mean() == pytest.approx(30 / 52)


def test_a_dash_is_no_answer_and_words_of_one_s_own_are_no_codes(tmp_path: Path) -> None:
    """`-` had a share of its own, and the app of three people a code with their words."""
    survey = _started(tmp_path, [_two_rows(tmp_path / "sm-2015.csv")])
    by_words = {q.wording.get("en"): q for q in survey.questions.values()}
    assert [m.label.get("en") for m in by_words[MAIN].missing_codes] == ["-"]
    assert by_words["Which app do you use for it?"].type == "open"
    text = (survey.path / "questionnaire.yaml").read_text(encoding="utf-8")
    assert "apart from the answers, proposed as no answer" in text


# --- REDCap -------------------------------------------------------------------------------


def test_a_mark_that_no_record_has_sets_nobody_aside(tmp_path: Path) -> None:
    """Records that are typed in stay `0`, incomplete: all 500 of a real project were set aside."""
    head = ["record_id", "trust", "main_complete"]
    rows = [[str(i), str(1 + i % 3), "0"] for i in range(1, N + 1)]
    path = write_csv(tmp_path / "redcap-2024.csv", [head, *rows])
    survey = _started(tmp_path, [path])
    assert len(read_wave(survey, "2024")) == N
    text = (survey.path / "questionnaire.yaml").read_text(encoding="utf-8")
    assert "no record is marked complete" in text
