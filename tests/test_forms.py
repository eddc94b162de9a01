"""Questionnaires of other tools: read, written, read again, and refused where they are hostile."""

from __future__ import annotations

import json
import random
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from padai.cli import main
from padai.errors import DefinitionError, PadaiError
from padai.interchange import export, init_from
from padai.survey import Condition, Survey, load_survey
from tests.builders import write_survey
from tests.test_bad_input import misspelt, mutated

LIKERT = [("1", "Oui", "Yes"), ("2", "Non", "No"), ("9", "Je ne sais pas", "Don’t know")]


def started(folder: Path, form: Path) -> Survey:
    init_from(folder / "surveys" / "back", [form])
    return load_survey(folder / "surveys" / "back")


def yaml_of(survey: Survey) -> str:
    return (survey.path / "questionnaire.yaml").read_text(encoding="utf-8")


def workbook(path: Path, survey: list[list[str]], choices: list[list[str]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in (("survey", survey), ("choices", choices)):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_an_xlsform_is_read(tmp_path: Path) -> None:
    heads = ["label::Français (fr)", "label::English (en)"]
    form = workbook(
        tmp_path / "form.xlsx",
        [
            ["type", "name", *heads, "relevant"],
            [
                "select_one ouinon",
                "uses",
                "Utilisez-vous <b>le service</b> ?",
                "Do you use it?",
                "",
            ],
            ["begin group", "g", "", "", "${uses} = '1'"],
            ["select_one ouinon", "happy", "Satisfait ?", "Happy?", ""],
            [
                "select_multiple ouinon",
                "why",
                "Pourquoi ?",
                "Why?",
                "selected(${happy}, '2') or ${happy}='9'",
            ],
            ["end group", "", "", "", ""],
            ["integer", "age", "Âge", "Age", "count(${why}) > 2"],
            ["text", "word", "Un mot", "A word", ""],
            ["geopoint", "place", "Où ?", "Where?", ""],
            ["note", "thanks", "Merci", "Thanks", ""],
        ],
        [["list_name", "name", *heads], *(["ouinon", *row] for row in LIKERT)],
    )
    survey = started(tmp_path, form)
    types = {q.id: q.type for q in survey.questions.values()}
    assert types == {
        "uses": "single",
        "happy": "single",
        "why": "multiple",
        "age": "number",
        "word": "open",
    }
    assert survey.question("uses").wording.get("fr") == "Utilisez-vous le service ?"
    assert survey.question("uses").scale == survey.question("happy").scale
    (unsure,) = survey.question("uses").missing_codes
    assert (unsure.code, unsure.kind, unsure.in_base) == ("9", "dont_know", True)
    assert survey.question("happy").base == Condition(question="uses", codes=("1",))
    base = survey.question("why").base
    assert base is not None
    assert base.all[1] == Condition(question="happy", codes=("2", "9"))
    assert survey.question("age").base is None
    assert "base to be written: count(${why}) > 2" in yaml_of(survey)
    assert "place (geopoint)" in yaml_of(survey)
    assert "title" in survey.to_complete(), "it does not publish as it is"


def test_an_xlsform_comes_back_as_it_went(tmp_path: Path) -> None:
    survey = load_survey(write_survey(tmp_path))
    back = started(tmp_path, export(survey, "xlsform", tmp_path / "out.xlsx"))
    assert list(back.questions) == list(survey.questions)
    for question in survey.questions.values():
        other = back.question(question.id)
        assert (other.type, other.codes, other.base) == (
            question.type,
            question.codes,
            question.base,
        )
        assert other.wording == question.wording
        for code in question.codes:
            assert other.response_label(code, "en") == question.response_label(code, "en")


def test_a_label_is_never_a_formula(tmp_path: Path) -> None:
    survey = load_survey(write_survey(tmp_path, replace={"Site web": "=1+1"}))
    path = export(survey, "xlsform", tmp_path / "out.xlsx")
    cells = [c for row in openpyxl.load_workbook(path)["choices"].iter_rows() for c in row]
    assert {c.data_type for c in cells if c.value is not None} == {"s"}
    assert "=1+1" in {c.value for c in cells}


def test_ddi_describes_the_file_and_comes_back(tmp_path: Path) -> None:
    survey = load_survey(write_survey(tmp_path))
    path = export(survey, "ddi", tmp_path / "out.xml", wave_id="2024")
    space = {"d": "ddi:codebook:2_5"}
    root = ET.parse(path).getroot()
    names = [v.get("name") for v in root.findall("d:dataDscr/d:var", space)]
    assert names == [
        "trust",
        "user",
        "served",
        "means_web",
        "means_phone",
        "sex",
        "age",
        "word",
        "w",
    ]
    refused = root.find("d:dataDscr/d:var[@name='trust']/d:catgry[d:catValu='99']", space)
    assert refused is not None
    assert refused.get("missing") == "Y"
    back = started(tmp_path, path)
    assert back.part("1").design.weight == "w"
    assert back.question("trust").wording == survey.question("trust").wording
    assert {m.code for m in back.question("trust").missing_codes} == {"98", "99"}
    assert back.question("age").type == "number"
    assert back.question("word").type == "open"


def test_what_is_to_be_written_is_not_described(tmp_path: Path) -> None:
    wording = '{fr: "Un mot?", en: "A word?"}'
    survey = load_survey(write_survey(tmp_path, replace={wording: "à compléter"}))
    text = export(survey, "ddi", tmp_path / "out.xml").read_text(encoding="utf-8")
    assert "à compléter" not in text
    assert "Faites-vous confiance?" in text


def test_a_language_is_never_taken_for_another(tmp_path: Path) -> None:
    """What is lent from English while one computes is written in no French form or codebook."""
    french = "{fr: à compléter, en: Confidence in it}"
    replace = {"label: {fr: Confiance, en: Trust}": f"label: {french}"}
    survey = load_survey(write_survey(tmp_path, replace=replace))
    text = export(survey, "ddi", tmp_path / "out.xml").read_text(encoding="utf-8")
    assert '<labl xml:lang="fr">Confidence in it' not in text
    assert '<labl xml:lang="en">Confidence in it' in text


def lss(rows: str, extra: str = "") -> str:
    return f"<document><LimeSurveyDocType>Survey</LimeSurveyDocType>{rows}{extra}</document>"


def table(name: str, *rows: dict[str, str]) -> str:
    cells = "".join(
        "<row>" + "".join(f"<{k}><![CDATA[{v}]]></{k}>" for k, v in row.items()) + "</row>"
        for row in rows
    )
    return f"<{name}><rows>{cells}</rows></{name}>"


OLD = lss(
    table(
        "questions",
        {
            "qid": "1",
            "parent_qid": "0",
            "gid": "1",
            "type": "L",
            "title": "Q1",
            "question": "<p>Utilisez-vous ?</p>",
            "language": "fr",
            "question_order": "1",
            "relevance": "1",
        },
        {
            "qid": "2",
            "parent_qid": "0",
            "gid": "1",
            "type": "F",
            "title": "Q2",
            "question": "Confiance",
            "language": "fr",
            "question_order": "2",
            "relevance": '((Q1.NAOK == "A1"))',
        },
        {
            "qid": "5",
            "parent_qid": "0",
            "gid": "1",
            "type": "M",
            "title": "Q3",
            "question": "Moyens",
            "language": "fr",
            "question_order": "3",
            "relevance": "1",
        },
        {
            "qid": "8",
            "parent_qid": "0",
            "gid": "1",
            "type": "R",
            "title": "Q4",
            "question": "Rang",
            "language": "fr",
            "question_order": "4",
            "relevance": "1",
        },
    ),
    table(
        "subquestions",
        {
            "qid": "3",
            "parent_qid": "2",
            "gid": "1",
            "type": "T",
            "title": "a",
            "question": "Police",
            "language": "fr",
            "question_order": "1",
        },
        {
            "qid": "4",
            "parent_qid": "2",
            "gid": "1",
            "type": "T",
            "title": "b",
            "question": "École",
            "language": "fr",
            "question_order": "2",
        },
        {
            "qid": "6",
            "parent_qid": "5",
            "gid": "1",
            "type": "T",
            "title": "web",
            "question": "Web",
            "language": "fr",
            "question_order": "1",
        },
        {
            "qid": "7",
            "parent_qid": "5",
            "gid": "1",
            "type": "T",
            "title": "tel",
            "question": "Téléphone",
            "language": "fr",
            "question_order": "2",
        },
    )
    + table(
        "answers",
        {"qid": "1", "code": "A1", "answer": "Oui", "sortorder": "1", "language": "fr"},
        {"qid": "1", "code": "A2", "answer": "Non", "sortorder": "2", "language": "fr"},
        {"qid": "2", "code": "A1", "answer": "Beaucoup", "sortorder": "1", "language": "fr"},
        {"qid": "2", "code": "A2", "answer": "Peu", "sortorder": "2", "language": "fr"},
        {"qid": "2", "code": "A9", "answer": "Refus", "sortorder": "3", "language": "fr"},
    ),
)
NEW = lss(
    table(
        "questions",
        {
            "qid": "1",
            "parent_qid": "0",
            "gid": "1",
            "type": "!",
            "title": "Q1",
            "question_order": "1",
            "relevance": "1",
        },
    ),
    table(
        "question_l10ns",
        {"qid": "1", "question": "Utilisez-vous ?", "language": "fr"},
        {"qid": "1", "question": "Do you use it?", "language": "en"},
    )
    + table(
        "answers",
        {"aid": "4", "qid": "1", "code": "A1", "sortorder": "1"},
        {"aid": "5", "qid": "1", "code": "A2", "sortorder": "2"},
    )
    + table(
        "answer_l10ns",
        {"aid": "4", "answer": "Oui", "language": "fr"},
        {"aid": "4", "answer": "Yes", "language": "en"},
        {"aid": "5", "answer": "Non", "language": "fr"},
    ),
)


def test_limesurvey_is_read(tmp_path: Path) -> None:
    path = tmp_path / "old.lss"
    path.write_text(OLD, encoding="utf-8")
    survey = started(tmp_path, path)
    assert {q.id: q.type for q in survey.questions.values()} == {
        "Q1": "single",
        "Q2_a": "single",
        "Q2_b": "single",
        "Q3": "multiple",
    }
    assert survey.question("Q1").wording.get("fr") == "Utilisez-vous ?"
    assert survey.question("Q2_b").wording.get("fr") == "Confiance - École"
    assert survey.question("Q2_a").base == Condition(question="Q1", codes=("A1",))
    assert survey.question("Q2_a").excluded == ("A9",)
    assert len(survey.scales) == 1
    assert survey.question("Q3").codes == ("web", "tel")
    assert "Q4 (type R)" in yaml_of(survey)


def test_limesurvey_of_the_newer_layout_is_read(tmp_path: Path) -> None:
    path = tmp_path / "new.lss"
    path.write_text(NEW, encoding="utf-8")
    question = started(tmp_path, path).question("Q1")
    assert question.wording.get("en") == "Do you use it?"
    assert question.response_label("A1", "en") == "Yes"
    assert question.response_label("A2", "fr") == "Non"


def qsf(*payloads: dict[str, Any]) -> str:
    blocks = [
        {"Type": "Default", "BlockElements": [{"Type": "Question", "QuestionID": p["QuestionID"]} for p in payloads if p["QuestionID"] != "QID9"]},
        {"Type": "Trash", "BlockElements": [{"Type": "Question", "QuestionID": "QID9"}]},
    ]  # fmt: skip
    elements = [
        {"Element": "BL", "Payload": blocks},
        *({"Element": "SQ", "Payload": p} for p in payloads),
    ]
    return json.dumps(
        {"SurveyEntry": {"SurveyName": "Essai", "SurveyLanguage": "FR"}, "SurveyElements": elements}
    )


CHOICES = {"1": {"Display": "Oui"}, "2": {"Display": "Non"}, "3": {"Display": "Ne sait pas"}}


def test_qualtrics_is_read(tmp_path: Path) -> None:
    path = tmp_path / "form.qsf"
    path.write_text(
        qsf(
            {
                "QuestionID": "QID1",
                "DataExportTag": "use",
                "QuestionType": "MC",
                "Selector": "SAVR",
                "QuestionText": "Utilisez-vous ?",
                "Choices": CHOICES,
                "ChoiceOrder": ["2", "1", "3"],
                "RecodeValues": {"1": "1", "2": "0", "3": "99"},
                "Language": {
                    "EN": {"QuestionText": "Do you use it?", "Choices": {"1": {"Display": "Yes"}}}
                },
            },
            {
                "QuestionID": "QID2",
                "DataExportTag": "grid",
                "QuestionType": "Matrix",
                "Selector": "Likert",
                "SubSelector": "SingleAnswer",
                "QuestionText": "Confiance",
                "Choices": {"1": {"Display": "Police"}, "4": {"Display": "École"}},
                "ChoiceOrder": ["1", "4"],
                "Answers": CHOICES,
                "AnswerOrder": ["1", "2", "3"],
            },
            {
                "QuestionID": "QID3",
                "DataExportTag": "nps",
                "QuestionType": "MC",
                "Selector": "NPS",
                "QuestionText": "Note",
                "Choices": [],
            },
            {
                "QuestionID": "QID4",
                "DataExportTag": "age",
                "QuestionType": "TE",
                "Selector": "SL",
                "QuestionText": "Âge",
                "Validation": {"Settings": {"ContentType": "ValidNumber"}},
                "DisplayLogic": {"0": {}},
            },
            {
                "QuestionID": "QID5",
                "DataExportTag": "rank",
                "QuestionType": "RO",
                "Selector": "DND",
                "QuestionText": "Rang",
            },
            {
                "QuestionID": "QID9",
                "DataExportTag": "old",
                "QuestionType": "TE",
                "Selector": "SL",
                "QuestionText": "Retirée",
            },
        ),
        encoding="utf-8",
    )
    survey = started(tmp_path, path)
    assert {q.id: q.type for q in survey.questions.values()} == {
        "use": "single",
        "grid_1": "single",
        "grid_4": "single",
        "nps": "rating",
        "age": "number",
    }
    use = survey.question("use")
    assert use.codes == ("0", "1", "99")
    assert use.response_label("1", "en") == "Yes"
    assert survey.question("grid_4").wording.get("fr") == "Confiance - École"
    assert survey.question("nps").scores["10"] == 10
    assert "display logic" in yaml_of(survey)
    assert "rank (RO DND)" in yaml_of(survey)


def test_qualtrics_grids_ranks_and_display_logic_are_read(tmp_path: Path) -> None:
    use = {
        "QuestionID": "QID1",
        "DataExportTag": "use",
        "QuestionType": "MC",
        "Selector": "SAVR",
        "QuestionText": "Utilisez-vous ?",
        "Choices": CHOICES,
        "RecodeValues": {"1": "1", "2": "0", "3": "99"},
    }
    rows = {"1": {"Display": "Police"}, "2": {"Display": "École"}}
    means = {"1": {"Display": "Téléphone"}, "2": {"Display": "Web"}}

    def shown(*terms: dict[str, str]) -> dict[str, Any]:
        told = {"Type": "Expression", "Operator": "Selected", "Description": "<b>Si</b> oui"}
        return {
            "0": {**{str(i): {**told, **t} for i, t in enumerate(terms)}, "Type": "If"},
            "Type": "BooleanExpression",
        }

    yes, no = ({"ChoiceLocator": f"q://QID1/SelectableChoice/{i}"} for i in (1, 2))
    grid = {
        "QuestionID": "QID2",
        "DataExportTag": "grid",
        "QuestionType": "Matrix",
        "Selector": "Likert",
        "SubSelector": "MultipleAnswer",
        "QuestionText": "Moyens",
        "Choices": rows,
        "ChoiceDataExportTags": {"1": "police"},
        "Answers": means,
        "DisplayLogic": shown(yes, {**no, "Conjuction": "Or"}),
    }
    form = {
        "QuestionID": "QID3",
        "DataExportTag": "who",
        "QuestionType": "TE",
        "Selector": "FORM",
        "QuestionText": "Vous",
        "Choices": rows,
        "DisplayLogic": shown(yes),
    }
    rank = {
        "QuestionID": "QID4",
        "DataExportTag": "rank",
        "QuestionType": "RO",
        "Selector": "DND",
        "QuestionText": "Rang",
        "Choices": rows,
        "DisplayLogic": shown({**yes, "Operator": "NotSelected"}),
    }
    path = tmp_path / "form.qsf"
    content = json.loads(qsf(use, grid, form, rank))
    flow = {"Type": "Root", "Flow": [{"Type": "Branch", "Flow": []}]}
    content["SurveyElements"].append({"Element": "FL", "Payload": flow})
    path.write_text(json.dumps(content), encoding="utf-8")
    survey = started(tmp_path, path)
    types = {q.id: q.type for q in survey.questions.values()}
    assert types == {
        "use": "single",
        "police": "multiple",
        "grid_2": "multiple",
        "who_1": "open",
        "who_2": "open",
        "rank_1": "number",
        "rank_2": "number",
    }
    assert survey.question("police").option_columns("1") == {"1": "police_1", "2": "police_2"}
    base = survey.question("grid_2").base
    assert base is not None
    assert (base.question, base.codes) == ("use", ("1", "0")), "recoded as in the data"
    assert survey.question("rank_1").base is None
    assert "base to be written: Si oui" in yaml_of(survey)
    assert "branches (survey flow)" in yaml_of(survey)


def test_an_xlsform_of_an_older_tool_is_read(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "form.xlsx",
        [
            ["TYPE", "Name", "Label : French", "bind:relevant"],
            ["select one from ouinon or specify other", "uses", "Utilisez-vous ?", ""],
            ["select all that apply from ouinon", "which", "Lesquels ?", "${uses} = '1'"],
            ["int", "years", "Années", ""],
        ],
        [["List Name", "NAME", "label:French"], ["ouinon", "1", "Oui"], ["ouinon", "2", "Non"]],
    )
    survey = started(tmp_path, path)
    types = {q.id: q.type for q in survey.questions.values()}
    assert types == {"uses": "single", "which": "multiple", "years": "number"}
    assert survey.question("uses").codes == ("1", "2", "other")
    base = survey.question("which").base
    assert base is not None
    assert base.codes == ("1",)


def test_codes_of_a_numeric_variable_are_numbers(tmp_path: Path) -> None:
    """Archives fill codes with zeros, which the data file does not."""
    path = tmp_path / "book.xml"
    path.write_text(
        '<codeBook><dataDscr><var name="MONTH"><labl>Month</labl>'
        "<catgry><catValu>01</catValu><labl>January</labl></catgry>"
        "<catgry><catValu>12</catValu><labl>December</labl></catgry>"
        '<varFormat type="numeric"/></var></dataDscr></codeBook>',
        encoding="utf-8",
    )
    assert started(tmp_path, path).question("MONTH").values == {"1": 1, "12": 12}


BOMB = """<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>
<document><questions><rows><row><qid>&b;</qid></row></rows></questions></document>"""
OUTSIDE = (
    """<?xml version="1.0"?><!DOCTYPE d SYSTEM "file:///etc/hostname"><codeBook><var/></codeBook>"""
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bomb.lss", BOMB.encode()),
        ("outside.xml", OUTSIDE.encode()),
        ("cut.xml", b"<codeBook><dataDscr>"),
        ("other.xml", b"<html/>"),
        ("other.lss", b"<document/>"),
        ("cut.qsf", b'{"SurveyElements": [{"Element": "SQ"'),
        ("odd.qsf", b'{"SurveyElements": [{"Element": "SQ", "Payload": 3}]}'),
        ("list.qsf", b"[]"),
        ("deep.qsf", b"[" * 100_000),
        ("binary.qsf", bytes(range(256))),
        ("text.xlsx", b"no zip at all"),
    ],
)
def test_broken_and_hostile_forms_are_one_message(
    tmp_path: Path, name: str, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SystemExit) as stopped:
        main(["init", str(tmp_path / "new"), "--from", str(tmp_path / name)])
    assert stopped.value.code == 2
    told = capsys.readouterr().err
    assert name in told
    assert "Traceback" not in told
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("ending", [".xlsx", ".xml", ".lss", ".qsf"])
def test_mutated_forms_are_read_or_refused(tmp_path: Path, ending: str) -> None:
    survey = load_survey(write_survey(tmp_path))
    whole = {
        ".xlsx": lambda: export(survey, "xlsform", tmp_path / "w.xlsx").read_bytes(),
        ".xml": lambda: export(survey, "ddi", tmp_path / "w.xml").read_bytes(),
        ".lss": OLD.encode,
        ".qsf": lambda: qsf(
            {"QuestionID": "QID1", "QuestionType": "MC", "Choices": CHOICES}
        ).encode(),
    }[ending]()
    chance = random.Random(20_251_125)
    path = tmp_path / f"m{ending}"
    for turn in range(75):
        path.write_bytes((mutated if turn % 2 else misspelt)(whole, chance))
        target = tmp_path / f"s{turn}"
        try:
            init_from(target, [path])
        except PadaiError:
            assert not target.exists()
        else:
            load_survey(target / "surveys" / f"s{turn}")


def test_a_workbook_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 30_000_000)
    with pytest.raises(DefinitionError, match="unpack"):
        init_from(tmp_path / "new", [path])


def test_a_workbook_that_is_no_form_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "w.xlsx", [["a", "b"], ["1", "2"]], [])
    with pytest.raises(DefinitionError, match="XLSForm"):
        init_from(tmp_path / "new", [path])


@pytest.mark.parametrize(
    "asked",
    [["--to", "odt"], ["--to", "ddi", "--wave", "1999"], ["--to", "ddi", "--out", "none/x.xml"]],
)
def test_an_export_that_cannot_be_is_one_message(
    tmp_path: Path,
    asked: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    survey = write_survey(tmp_path)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as stopped:
        main(["export", str(survey), *asked])
    assert stopped.value.code == 2
    assert "Traceback" not in capsys.readouterr().err
