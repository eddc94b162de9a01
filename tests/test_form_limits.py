"""Questionnaires that no person wrote: each ends at once, with one message or a plain draft."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from padai.errors import DefinitionError
from padai.interchange.draft import Draft
from padai.interchange.from_forms import draft_from_form
from padai.interchange.label_words import unique

openpyxl = pytest.importorskip("openpyxl")
SECONDS = 20.0
EQUAL = "${a} = '1'"


def timed(path: Path) -> Draft:
    start = time.process_time()
    try:
        return draft_from_form("x", path)
    finally:
        assert time.process_time() - start < SECONDS


def refused(path: Path, *told: str) -> None:
    with pytest.raises(DefinitionError) as error:
        timed(path)
    for text in error.value.texts.values():
        assert all(part in text for part in told), text
    assert error.value.texts["fr"] != error.value.texts["en"]


def xlsform(
    folder: Path, survey: Sequence[Sequence[str]], choices: Sequence[Sequence[str]] = ()
) -> Path:
    book = openpyxl.Workbook(write_only=True)
    for title, head, rows in (
        ("survey", ["type", "name", "label", "relevant", "parameters"], survey),
        ("choices", ["list_name", "name", "label"], choices),
    ):
        sheet = book.create_sheet(title)
        sheet.append(head)
        for row in rows:
            sheet.append(row)
    book.save(folder / "form.xlsx")
    return folder / "form.xlsx"


def ddi(folder: Path, inside: str) -> Path:
    path = folder / "codebook.xml"
    path.write_text(f'<codeBook xmlns="ddi:codebook:2_5"><dataDscr>{inside}</dataDscr></codeBook>')
    return path


def limesurvey(folder: Path, choices: int) -> Path:
    answers = "".join(
        f"<row><qid>1</qid><code>A{i}</code><answer>a</answer><language>en</language></row>"
        for i in range(choices)
    )
    path = folder / "survey.lss"
    path.write_text(
        "<document><questions><rows><row><qid>1</qid><title>q</title><type>L</type></row></rows>"
        f"</questions><answers><rows>{answers}</rows></answers></document>"
    )
    return path


def qualtrics(folder: Path, choices: int) -> Path:
    listed = {str(i): {"Display": f"Choice {i}"} for i in range(choices)}
    payload = {
        "QuestionID": "QID1", "QuestionType": "MC", "Selector": "SAVR", "DataExportTag": "q",
        "QuestionText": "Which?", "Choices": listed, "ChoiceOrder": list(listed),
    }  # fmt: skip
    content = {"SurveyEntry": {}, "SurveyElements": [{"Element": "SQ", "Payload": payload}]}
    (folder / "survey.qsf").write_text(json.dumps(content))
    return folder / "survey.qsf"


def test_groups_that_are_never_ended_are_refused(tmp_path: Path) -> None:
    rows = [["begin group", f"g{i}", "g", EQUAL] for i in range(15_000)]
    refused(xlsform(tmp_path, [*rows, ["integer", "q", "q", ""]]), "g50", "end group")


def test_groups_one_after_another_are_read(tmp_path: Path) -> None:
    rows = [["integer", "a", "a", ""]]
    for i in range(1_500):
        rows += [["begin group", f"g{i}", "g", EQUAL], ["integer", f"q{i}", "q"], ["end group"]]
    assert len(timed(xlsform(tmp_path, rows)).questions) == 1_501


def test_a_sheet_that_is_too_long_is_not_cut_in_silence(tmp_path: Path) -> None:
    choices = [["l", str(i), f"Choice {i}"] for i in range(50_000)]
    refused(xlsform(tmp_path, [["select_one l", "q", "q"]], choices), "choices", "form.xlsx")


@pytest.mark.parametrize("write", [qualtrics, limesurvey])
def test_a_question_of_fifty_thousand_choices_is_refused(
    tmp_path: Path, write: Callable[[Path, int], Path]
) -> None:
    refused(write(tmp_path, 50_000), "000")


@pytest.mark.parametrize("write", [qualtrics, limesurvey])
def test_a_question_of_two_thousand_choices_is_read(
    tmp_path: Path, write: Callable[[Path, int], Path]
) -> None:
    assert len(timed(write(tmp_path, 2_000)).questions[0].codes) == 2_000


def test_one_list_used_by_many_questions_is_counted_each_time(tmp_path: Path) -> None:
    choices = [["l", str(i), f"Choice {i}"] for i in range(1_000)]
    rows = [["select_one l", f"q{i}", "q"] for i in range(60)]
    refused(xlsform(tmp_path, rows, choices), "20")


def test_variables_of_one_name_are_told_apart_or_refused(tmp_path: Path) -> None:
    one = '<var name="v"><labl>x</labl><varFormat type="numeric"/></var>'
    assert len({q.id for q in timed(ddi(tmp_path, one * 2_000)).questions}) == 2_000
    refused(ddi(tmp_path, one * 12_000), "12000", "2000")
    refused(ddi(tmp_path, one * 400_000), "20")


def test_names_are_told_apart_as_before() -> None:
    turns: dict[str, int] = {}
    taken, slow = {"a_3"}, {"a_3"}
    names = ["a", "A", "a", "b", "a_2", "a", "A_2", "a"]
    assert [unique(n, taken, turns) for n in names] == [unique(n, slow) for n in names]


@pytest.mark.parametrize("count", [14, 2_000])
def test_parentheses_are_read_as_deep_as_a_person_writes_them(tmp_path: Path, count: int) -> None:
    """Deeper ones are kept as a note, to be written by hand."""
    condition = "(" * count + EQUAL + ")" * count
    rows = [["integer", "a", "a", ""], ["integer", "q", "q", condition]]
    question = timed(xlsform(tmp_path, rows)).questions[1]
    assert (question.base is not None) == (count < 15)
    assert any("base" in note.en for note in question.notes) == (count > 15)


def test_numbers_of_thousands_of_digits_are_no_numbers(tmp_path: Path) -> None:
    digits = "9" * 6_000
    category = f"<catgry><catValu>{digits}</catValu><labl>x</labl></catgry>"
    form = f'<var name="v">{category}<varFormat type="numeric"/></var>'
    assert timed(ddi(tmp_path, form)).questions[0].codes[0].code == digits
    rows = [["range", "q", "q", "", f"start=1 end={digits}"]]
    assert timed(xlsform(tmp_path, rows)).questions[0].type == "number"
    path = limesurvey(tmp_path, 3)
    order = f"<type>L</type><question_order>{digits}</question_order>"
    path.write_text(path.read_text().replace("<type>L</type>", order))
    assert timed(path).questions[0].id == "q"


def test_a_flow_nested_too_deep_is_refused(tmp_path: Path) -> None:
    path = qualtrics(tmp_path, 2)
    content = path.read_text()
    flow = '{"Flow": [' * 480 + "]}" * 480
    element = f'{{"Element": "FL", "Payload": {flow}}}, {{"Element": "SQ"'
    path.write_text(content.replace('{"Element": "SQ"', element, 1))
    refused(path, "survey.qsf")
