"""Exports of platforms as newcomers bring them: in other languages, with pages and other answers."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from padai.interchange import Choices, DesignChoice, add_wave, init_from
from padai.interchange.design_roles import find_design
from padai.interchange.personal import is_personal
from padai.interchange.platforms import read_export
from padai.interchange.profiles import profiles
from padai.survey import Survey, load_survey
from padai.waves import read_wave
from padai.waves.intake import read_data_file
from tests.platform_exports import CANARY, write_csv

N = 60
TRUST = ("Much", "Some", "None")


def started(tmp_path: Path, *files: Path) -> Survey:
    init_from(tmp_path / "out", list(files), Choices(design=(DesignChoice(),)))
    return load_survey(next((tmp_path / "out").rglob("survey.yaml")).parent)


def written(folder: Path) -> str:
    files = [p for p in sorted(folder.rglob("*")) if p.is_file()]
    return "\n".join(p.read_bytes().decode("utf-8", "replace") for p in files)


# --- an answer in one's own words is an answer --------------------------------------------


def _own_words(folder: Path, platform: str) -> Path:
    """Lay out 20 people who chose the first option, 20 the second, and 20 wrote another."""
    asked = "Which of these have you used?"
    answers = [["1", "", ""], ["", "1", ""], ["", "", f"own {CANARY}"]]
    if platform == "surveymonkey":
        options = ["Phone", "Website, or an app", "Other (please specify)"]
        head = [
            ["Respondent ID", "Collector ID", "Start Date", asked, "", ""],
            ["", "", "", *options],
        ]
        told = [[options[p] if c == "1" else c for p, c in enumerate(row)] for row in answers]
        rows = [[str(118_000_000_0 + i), "4", "01/02/2024", *told[i % 3]] for i in range(N)]
        return write_csv(folder / "sm-2024.csv", [*head, *rows])
    head = [
        [
            "id",
            "submitdate",
            "lastpage",
            "chan[A]",
            "chan[B]",
            "chan[other]",
            "interviewtime",
            "groupTime12",
        ]
    ]
    told = [[c.replace("1", "Y") for c in row] for row in answers]
    rows = [
        [str(i + 1), "2024-02-01 10:00:00", "3", *told[i % 3], f"{200 + i / 7:.2f}", f"{i / 3:.2f}"]
        for i in range(N)
    ]
    return write_csv(folder / "ls-2024.csv", [*head, *rows])


@pytest.mark.parametrize("platform", ["surveymonkey", "limesurvey"])
def test_who_wrote_another_answer_chose_one(tmp_path: Path, platform: str) -> None:
    """They were blank, in no base: each option had half of the answers, and a third gave it."""
    survey = started(tmp_path, _own_words(tmp_path, platform))
    asked = next(q for q in survey.questions.values() if q.type == "multiple")
    assert len(asked.codes) == 3
    frame = read_wave(survey, "2024").frame
    shares = [frame[f"{asked.id}_{code}"].mean() for code in asked.codes]
    assert shares == pytest.approx([1 / 3, 1 / 3, 1 / 3])


def test_how_long_a_page_took_is_no_question_and_no_weight(tmp_path: Path) -> None:
    """`interviewtime` holds the letters of a weight, and was proposed as one."""
    export = read_export(_own_words(tmp_path, "limesurvey"))
    assert export is not None
    assert {"interviewtime", "groupTime12"} <= set(export.beside)
    table = [[n, f"{1 + i / 97:.3f}"] for i, n in enumerate(range(N))]
    for name in ("interviewtime", "respondent_speed", "newtown", "ingreso_pesos"):
        path = write_csv(tmp_path / f"{name}.csv", [["id", name], *[[str(a), b] for a, b in table]])
        file = read_data_file(path)
        found = find_design(file, profiles(file))
        assert found.roles["weight"].taken is None, name


# --- other languages, and who people are --------------------------------------------------

GOOGLE = {
    "de": ("Zeitstempel", "E-Mail-Adresse", "Wie sehr vertrauen Sie den Behörden?", "Vor- und Nachname", "Telefonnummer", "{d:02d}.03.2024 10:05:00"),
    "pt": ("Carimbo de data/hora", "Endereço de e-mail", "Quanta confiança tem nos órgãos?", "Nome completo", "Telemóvel", "{d:02d}/03/2024 10:05:00"),
    "it": ("Informazioni cronologiche", "Indirizzo email", "Quanta fiducia ha negli enti?", "Nome e cognome", "Numero di cellulare", "{d:02d}/03/2024 10.05.00"),
    "ar": ("طابع زمني", "عنوان البريد الإلكتروني", "ما مدى ثقتك في المؤسسات؟", "الاسم الكامل", "رقم الهاتف", "{d:02d}/03/2024 10:05:00 ص"),
    "fi": ("Aikaleima", "E-mail", "Kuinka paljon luotat viranomaisiin?", "Name", "Phone", "{d:02d}.3.2024 klo 10.05.00"),
    "es": ("Marca temporal", "Dirección de correo electrónico", "¿Cuánta confianza tiene?", "Nombre y apellidos", "Número de teléfono", "{d:02d}/03/2024 10:05:00"),
}  # fmt: skip


@pytest.mark.parametrize("lang", GOOGLE)
def test_google_forms_in_any_language_leave_people_out(tmp_path: Path, lang: str) -> None:
    """The header of a form was refused as a person's answers; names of few people were choices."""
    stamp, mail, asked, who, phone, day = GOOGLE[lang]
    rows = [[stamp, mail, asked, who, phone]]
    for i in range(N):
        said = [CANARY, f"+49 30 {i:03d}"] if i % 5 == 0 else ["", ""]
        rows.append([day.format(d=i % 20 + 1), f"{CANARY}{i}@example.org", TRUST[i % 3], *said])
    survey = started(tmp_path, write_csv(tmp_path / "form-2024.csv", rows))
    asked_of = [q for q in survey.questions.values() if q.type == "single"]
    assert [len(q.codes) for q in asked_of] == [3] and len(survey.questions) == 1
    assert CANARY not in written(tmp_path / "out") and "+49 30" not in written(tmp_path / "out")


@pytest.mark.parametrize(
    "head",
    [
        ["ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name"],
        ["ID", "Ora di inizio", "Ora di completamento", "Posta elettronica", "Nome"],
        ["Id", "Aloitusaika", "Valmistumisaika", "E-mail", "Name"],
    ],
)
def test_microsoft_forms_in_any_language_are_known(tmp_path: Path, head: list[str]) -> None:
    book = openpyxl.Workbook()
    book.active.append([*head, "How much do you trust public bodies?"])
    for i in range(N):
        moments = [f"2024-03-{i % 20 + 1:02d} 10:0{m}:00" for m in (0, 5)]
        book.active.append([i + 1, *moments, f"{CANARY}{i}@example.org", CANARY, TRUST[i % 3]])
    book.save(tmp_path / "form-2024.xlsx")
    survey = started(tmp_path, tmp_path / "form-2024.xlsx")
    assert [q.type for q in survey.questions.values()] == ["single"]
    assert CANARY not in written(tmp_path / "out")


@pytest.mark.parametrize(
    ("name", "wording", "cells", "personal"),
    [
        ("Q9_1", "Contact us - Name", [CANARY, CANARY], True),
        ("q7_2", "How to reach you - City/Town", ["Gaspé", "Rimouski"], True),
        ("Q3_1", "Which have you used? - Phone", ["1", ""], False),
        ("Q3_1", "Which have you used? - Phone", ["Phone", ""], False),
        ("Vorname", "", [CANARY], True),
        ("Q4", "Wie lautet Ihre Telefonnummer?", ["a 1", "b 2", "c 3"], True),
    ],
)
def test_who_people_are_is_known_by_parts_and_in_other_languages(
    name: str, wording: str, cells: list[str], personal: bool
) -> None:
    assert is_personal(name, wording, cells) is personal


def test_what_qualtrics_adds_of_its_own_is_no_question(tmp_path: Path) -> None:
    """Times of pages, scores of robots and groups made of a score were questions of the draft."""
    fields = {
        "ResponseId": "_recordId", "Q1": "QID1", "Q_RecaptchaScore": "Q_RecaptchaScore",
        "Q2_First Click": "QID2_FIRST_CLICK", "Q2_Page Submit": "QID2_PAGE_SUBMIT",
        "Q5_NPS_GROUP": "QID5_NPS_GROUP", "Q6_Browser": "QID6_BROWSER",
    }  # fmt: skip
    head = [list(fields), list(fields), [f'{{"ImportId":"{i}"}}' for i in fields.values()]]
    rows = [[f"R_{i}", str(1 + i % 3), "0.9", "1.5", "9.25", "1", "Chrome"] for i in range(N)]
    export = read_export(write_csv(tmp_path / "q-2024.csv", [*head, *rows]))
    assert export is not None and [c.name for c in export.columns] == ["Q1"]


# --- the next wave ------------------------------------------------------------------------


def _google(path: Path, choices: tuple[str, ...]) -> Path:
    rows = [["Timestamp", "How much do you trust public bodies?"]]
    year = int(path.stem[-4:])
    rows += [[f"{year}/03/{i % 20 + 1:02d} 10:05:00", choices[(i + year) % 3]] for i in range(N)]
    return write_csv(path, rows)


def test_a_choice_in_other_words_is_asked_about_and_keeps_its_code(tmp_path: Path) -> None:
    """It was a code more, and the one before fell to nobody, without a word."""
    survey = started(tmp_path, _google(tmp_path / "form-2024.csv", ("Much", "Some", "None at all")))
    after = _google(tmp_path / "form-2025.csv", ("Much", "Some", "Not at all"))
    asked = next(iter(survey.questions.values()))
    assert asked.scale is not None
    old = next(c.code for c in asked.scale.codes if c.label.get("en") == "None at all")
    design = Choices(design=(DesignChoice(),))
    told = next(c for c in add_wave(survey.path, after, design).changes if c.kind == "widened")
    line = f'{old}: {{en: "Not at all"}}'
    assert f"nobody gives {old} any more" in told.said.en and line in told.said.en
    path = survey.path / "questionnaire.yaml"
    text = path.read_text(encoding="utf-8").replace(f'{old}: {{en: "None at all"}}', line)
    path.write_text(text, encoding="utf-8")
    for written_before in ("waves/2025.yaml", "data/form_2025.csv"):
        (survey.path / written_before).unlink(missing_ok=True)
    added = add_wave(survey.path, after, design, accept=True)
    assert [c.kind for c in added.changes] == ["same"]
    values = read_wave(load_survey(survey.path), "2025").frame[asked.id].value_counts()
    assert int(values[int(old)]) == N // 3


# --- what people type, and choices with commas --------------------------------------------


def test_an_age_that_people_type_is_a_number_and_commas_stay_in_a_choice(tmp_path: Path) -> None:
    """An age was open; `In person, at an office` was two choices, by the comma in it."""
    fields = {"ResponseId": "_recordId", "Q1": "QID1", "Q2": "QID2_TEXT", "Q3": "QID3"}
    wordings = ["Id", "Which have you used?", "How old are you?", "Trust?"]
    head = [list(fields), wordings, [f'{{"ImportId":"{i}"}}' for i in fields.values()]]
    several = ["Phone", "In person, at an office", "Phone,In person, at an office", "Web,Phone"]
    rows = [[f"R_{i}", several[i % 4], str(20 + i), TRUST[i % 3]] for i in range(N)]
    survey = started(tmp_path, write_csv(tmp_path / "q-2024.csv", [*head, *rows]))
    asked = survey.questions["Q1"]
    assert asked.type == "multiple" and asked.scale is not None
    told = {c.label.get("en") for c in asked.scale.codes}
    assert told == {"Phone", "Web", "In person, at an office"}
    assert survey.questions["Q2"].type == "number"
    assert read_wave(survey, "2024").frame["Q2"].mean() == pytest.approx(20 + (N - 1) / 2)
    after = write_csv(tmp_path / "q-2025.csv", [*head, *rows[:-9]])
    added = add_wave(survey.path, after, Choices(design=(DesignChoice(),)), accept=True)
    assert {c.kind for c in added.changes} == {"same"}
