"""What the files of houses in seven more languages brought to light: small ones, made here."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import pyreadstat
import pytest

import padai
from padai.errors import DataError
from padai.interchange.choices import DesignChoice
from padai.interchange.label_words import missing_kind
from padai.survey import Survey
from tests.starting import started_and_told

N = 60
NONE = (DesignChoice(),)


def drawn(values: list[Any], seed: int = 3) -> np.ndarray:
    return np.random.default_rng(seed).choice(values, N)


def wave(survey: Survey) -> Any:
    (only,) = survey.wave_defs.values()
    return only


# --- what is no answer, in more words --------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("NS/NP", "dont_know"),
        ("NS/NR (NO LEA)", "dont_know"),
        ("No lo sé", "dont_know"),
        ("No lo sé/Prefiero no contestar", "dont_know"),
        ("НЕТ ОТВЕТА", "refused"),
        ("Не знаю / Отказ от ответа", "dont_know"),
        ("모름", "dont_know"),
        ("모름/무응답", "dont_know"),
        ("わからない・答えない", "dont_know"),
        ("無回答", "refused"),
        ("不知道", "dont_know"),
        ("Vet ej", "dont_know"),
        ("Ønsker ikke å svare", "refused"),
        ("En osaa sanoa", "dont_know"),
        ("NT/NV", "dont_know"),
        ("Nu știu/Nu răspund", "dont_know"),
        ("Fikri yok / Cevap yok", "dont_know"),
        ("ΔΓ/ΔΑ", "dont_know"),
        ("Trudno powiedzieć", "dont_know"),
    ],
)
def test_words_of_no_answer(label: str, kind: str) -> None:
    """Each stood among the answers, and had a share of its own."""
    assert missing_kind(label) == kind


@pytest.mark.parametrize(
    "label",
    [
        "NO SÉ QUIÉN ES (NO LEA)",
        "REGULAR (NO LEA)",
        "NT",
        "NV",
        "TT",
        "NP",
        "잘 모른다",
        "不清楚",
        "Нет",
        "Tidak",
        "Nei",
    ],
)
def test_words_of_an_answer(label: str) -> None:
    """The initials of a territory, or what a scale of knowledge says."""
    assert missing_kind(label) is None


def test_eight_and_nine_behind_five_points_are_asked_about(tmp_path: Path) -> None:
    """“Did not use it” and “don't know” of a scale of five were answers, and nothing was said."""
    table = pd.DataFrame(
        {
            "taxi": drawn([1.0, 2.0, 3.0, 4.0, 5.0, 8.0, 9.0]),
            "bus": drawn([1.0, 2.0, 3.0, 4.0, 5.0, 9.0], 4),
            "list": drawn([1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 9.0], 5),
            "cars": drawn([0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 9.0], 6),
        }
    )
    path = tmp_path / "w2024.sav"
    pyreadstat.write_sav(table, str(path))
    survey, told = started_and_told(tmp_path, path)
    assert "taxi: the codes 8, 9 stand apart from the answers" in told
    assert "bus: the codes 9 stand apart" in told
    assert {m.value for m in survey.questions["taxi"].missing_codes} == {8, 9}
    assert not survey.questions["list"].missing_codes
    assert not survey.questions["cars"].missing_codes


# --- options of one question -----------------------------------------------------------------


def test_the_same_option_of_several_questions_makes_no_question(tmp_path: Path) -> None:
    """Labels said the option first: “None of these” of three questions was one, of three options."""
    asked = {"p6": "What would you do for love", "p12": "Whom could you love", "p33": "Since then"}
    options = ["Move to another town", "Change my work", "None of these", "Don't know"]
    table, labels, values = {}, {}, {}
    for seed, (stem, question) in enumerate(asked.items()):
        for place, option in enumerate(options, 1):
            name = f"{stem}_{place}"
            table[name] = np.where(drawn([0, 1], 10 * seed + place) == 1, 1.0, np.nan)
            labels[name] = f"{option} - {question}, in your life?"[: 60 + place]
            values[name] = {1: option}
    path = tmp_path / "w2024.sav"
    pyreadstat.write_sav(
        pd.DataFrame(table), str(path), column_labels=labels, variable_value_labels=values
    )
    survey, _ = started_and_told(tmp_path, path)
    many = {q.id: q for q in survey.questions.values()}
    assert {*many} == {"p6", "p12", "p33"}
    assert all(q.type == "multiple" and len(q.codes) == 4 for q in many.values())
    love = many["p6"]
    assert love.label.get("en").startswith("What would you do for love")
    assert [code.label.get("en") for code in love.scale.codes] == options


# --- roles -----------------------------------------------------------------------------------


def _european(path: Path) -> Path:
    days = pd.to_datetime("2016-11-10") + pd.to_timedelta(np.arange(N), unit="D")
    table = pd.DataFrame(
        {
            "idno": np.arange(1, N + 1),
            "proddate": ["01.12.2018"] * N,
            "dweight": np.round(np.linspace(0.8, 1.2, N), 6),
            "inwtm": drawn([55.5, 60.25, 70, 80, 91], 4),
            "jobyr": drawn([1985, 1990, 1999], 5),
            "inwdds": days.day,
            "inwmms": days.month,
            "inwyys": days.year,
            "group": drawn([1, 2, 3], 6),
            "trust": drawn([1, 2, 3, 4], 7),
        }
    ).astype({"inwdds": float, "inwmms": float, "inwyys": float})
    labels = {
        "proddate": "Production date",
        "dweight": "Design weight",
        "inwtm": "Interview length in minutes, main questionnaire",
        "jobyr": "Year when first started to work",
        "inwdds": "Start of interview, day of month",
        "inwmms": "Start of interview, month",
        "inwyys": "Start of interview, year",
        "group": "TwoStep Cluster Number",
        "trust": "Trust in parliament",
    }
    pyreadstat.write_sav(table, str(path), column_labels=labels)
    return path


def test_a_file_is_dated_by_its_interviews_and_not_by_its_making(tmp_path: Path) -> None:
    """The wave of 2016 was called 2018: the file was made then, and “day of month” was a month."""
    survey, told = started_and_told(tmp_path, _european(tmp_path / "ess.sav"))
    dates = wave(survey).fieldwork
    assert (f"{dates.start}", f"{dates.end}") == ("2016-11-10", "2017-01-08")
    assert "column inwdds, inwmms, inwyys" in told


def test_minutes_are_no_weight_and_an_analysis_has_no_sampling_units(tmp_path: Path) -> None:
    """Both were offered beside the design's own, which was then not proposed."""
    _, told = started_and_told(tmp_path, _european(tmp_path / "ess.sav"))
    assert "weight: dweight: proposed" in told
    assert "weight: inwtm: rejected (a length of time)" in told
    assert "group: rejected (a cluster of an analysis, not of the sample)" in told


def test_codes_whose_labels_are_years_may_tell_the_wave(tmp_path: Path) -> None:
    """Two years in one file, coded 8 and 9, were one wave, and nothing was asked."""
    table = pd.DataFrame({"SERIE": drawn([8.0, 9.0]), "sat": drawn([1.0, 2.0, 3.0], 4)})
    path = tmp_path / "lima.sav"
    labels = {"SERIE": {7: "2017", 8: "2018", 9: "2019"}, "sat": {1: "a", 2: "b", 3: "c"}}
    pyreadstat.write_sav(table, str(path), variable_value_labels=labels)
    _, told = started_and_told(tmp_path, path)
    assert "--wave-column SERIE" in told
    survey, _ = started_and_told(tmp_path / "parted", path, wave_column="SERIE")
    assert [str(w.fieldwork.start)[:4] for w in survey.wave_defs.values()] == [
        "2018",
        "2019",
    ]


# --- exports -----------------------------------------------------------------------------------


def _written(path: Path, rows: list[list[Any]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle).writerows(rows)
    return path


def test_a_start_beside_an_end_is_no_google_form(tmp_path: Path) -> None:
    """It was said to be one, for its first column held moments and some heads were long."""
    head = ["date", "endDate", "resultId", "Q4How is your own situation", "Q5", "Q6"]
    when = pd.date_range("2023-11-07 14:00:00", periods=N, freq="h")
    rows = [
        [str(t), str(t + pd.Timedelta("20min")), str(9000 + i), c, d, d]
        for i, (t, c, d) in enumerate(zip(when, drawn([1, 2, 3]), drawn([1, 2], 5), strict=True))
    ]
    _, told = started_and_told(tmp_path, _written(tmp_path / "town.csv", [head, *rows]))
    assert "Google" not in told
    assert "1 column is headed by a whole question" in told


def test_numbers_with_what_r_writes_in_an_empty_cell(tmp_path: Path) -> None:
    """A number among `NA` was refused, as no choice of a questionnaire that nobody gave."""
    head = ["respondent_id", "collector_id", "date_modified", "Born in", "Sure?"]
    rows = [
        [str(10**9 + i), "77", "2020-03-14 10:00:00", "NA" if i % 9 == 0 else y, c]
        for i, (y, c) in enumerate(
            zip(drawn([1960, 1971, 1988]), drawn(["Yes", "No"]), strict=True)
        )
    ]
    survey, _ = started_and_told(tmp_path, _written(tmp_path / "p.csv", [head, *rows]))
    born = next(q for q in survey.questions.values() if "Born" in q.label.get("en"))
    assert born.type == "number"
    assert "NA" in (survey.path / "questionnaire.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("several", [True, False])
def test_a_group_of_yes_and_no_is_no_multiple_choice(tmp_path: Path, several: bool) -> None:
    """Two questions of one group, answered no and no by some, were the options of one."""
    head = ["_uuid", "_submission_time", "home/own", "home/garden", "trust"]
    first = drawn([0, 1])
    second = np.where(first == 1, drawn([0, 1], 5), 1) if several else drawn([0, 1], 5)
    rows = [
        [f"u{i}", "2025-03-01T10:00:00", str(a), str(b), c]
        for i, (a, b, c) in enumerate(zip(first, second, drawn(["low", "high"]), strict=True))
    ]
    survey, _ = started_and_told(tmp_path, _written(tmp_path / "k.csv", [head, *rows]))
    kinds = {q.id: q.type for q in survey.questions.values()}
    assert ("multiple" in kinds.values()) is several
    assert several or {"own", "garden"} <= {*kinds}


# --- tables as people keep them ----------------------------------------------------------------

TRUST = "How much do you trust the press?"
VOTE = "Q2. Did you vote in the last election?"
MAIL = "What is your e-mail address?"
MINE = ["Yes", "No"]


def _asked(seed: int = 3) -> list[list[Any]]:
    trust = ["Not at all", "A little", "A lot"]
    cells = zip(drawn(trust, seed), drawn(MINE, seed + 1), drawn(["A", "B"], seed + 2), strict=True)
    return [[t, v, g, f"person{i}@canari.invalid"] for i, (t, v, g) in enumerate(cells)]


def test_a_table_headed_by_whole_questions_is_read(tmp_path: Path) -> None:
    """It was refused, as one whose first line held somebody's answers."""
    path = _written(tmp_path / "w2024.csv", [[TRUST, VOTE, "group", MAIL], *_asked()])
    survey, told = started_and_told(tmp_path, path, design=NONE)
    assert "3 columns are headed by whole questions" in told
    assert [*survey.questions] == ["q1", "Q2", "group"]
    assert survey.questions["q1"].label.get("en") == TRUST
    assert survey.questions["Q2"].label.get("en") == "Did you vote in the last election?"
    assert "canari" not in told + (survey.path / "questionnaire.yaml").read_text(encoding="utf-8")
    shares = padai.proportion(padai.read_wave(survey, wave(survey).id), "Q2").frame
    answers = pd.Series([row[1] for row in _asked()]).value_counts(normalize=True)
    found = shares.set_index("response")["estimate"]
    assert {code: round(found[code], 9) for code in MINE} == {
        code: round(answers[code], 9) for code in MINE
    }


@pytest.mark.parametrize("rows", [N, 12])
def test_a_line_of_answers_is_no_line_of_questions(tmp_path: Path, rows: int) -> None:
    """One of the cells has many words, and the others stand again among their columns' answers."""
    first = ["A lot", "Yes", "A", "the buses are late every single day"]
    path = _written(tmp_path / "w2024.csv", [first, *_asked()[:rows]])
    with pytest.raises(DataError, match="seems to hold a person") as error:
        started_and_told(tmp_path, path)
    assert "buses" not in str(error.value)


def test_the_sheet_of_answers_is_found_behind_one_of_words(tmp_path: Path) -> None:
    """The first sheet, a dictionary, was taken for the answers, or refused for its names."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Dicionário"
    for row in (["Turno", None, "Sexo", None], ["Diurno", 0, "Masculino", 0]):
        sheet.append(row)
    answers = book.create_sheet("Dados")
    answers.append(["turno", "sexo", "voto", None, None])
    for row in zip(drawn([0, 1]), drawn([0, 1], 4), drawn([1, 2, 3], 5), strict=True):
        answers.append([int(v) for v in row])
    path = tmp_path / "w2024.xlsx"
    book.save(path)
    survey, told = started_and_told(tmp_path, path)
    assert "its longest sheet, “Dados”, and kept as CSV; not read: Dicionário" in told
    assert [*survey.questions] == ["turno", "sexo", "voto"]


def test_a_scale_whose_ends_are_written_in_words(tmp_path: Path) -> None:
    """“0 - Not at all” came after 9, and “Never heard of it” was one of the answers."""
    points = ["0 - Not at all", *map(str, range(1, 10)), "10 - Completely", "Never heard of it"]
    cells = [points[i % 12] for i in range(12 * 6)]
    path = _written(
        tmp_path / "w2024.csv", [["trust", "x"], *[[c, i % 3] for i, c in enumerate(cells)]]
    )
    survey, told = started_and_told(tmp_path, path, design=NONE)
    trust = survey.questions["trust"]
    assert trust.type == "rating"
    assert [code.code for code in trust.scale.codes] == [str(i) for i in range(11)]
    assert "Never heard of it stand apart from the answers" in told
    assert "numbers and words" not in told
    mean = padai.mean(padai.read_wave(survey, wave(survey).id), "trust").frame["estimate"].iloc[0]
    assert mean == pytest.approx(5)


def test_the_words_of_one_person_make_no_scale(tmp_path: Path) -> None:
    cells = [*map(str, range(1, 6))] * 8
    cells[3] = "5 - zebrecanari"
    path = _written(
        tmp_path / "w2024.csv", [["trust", "x"], *[[c, i % 3] for i, c in enumerate(cells)]]
    )
    survey, told = started_and_told(tmp_path, path)
    text = (survey.path / "questionnaire.yaml").read_text(encoding="utf-8")
    assert "zebrecanari" not in told + text


def test_a_row_with_too_many_cells_is_told_so(tmp_path: Path) -> None:
    """A comma in an answer without quotation marks was told to be a file cut short."""
    path = tmp_path / "w2024.csv"
    path.write_text("a,b\n1,For people like me, it does not matter\n", encoding="utf-8")
    with pytest.raises(DataError, match="An answer may hold the separator"):
        started_and_told(tmp_path, path)


def test_an_opendocument_table_is_called_so(tmp_path: Path) -> None:
    path = tmp_path / "w2024.ods"
    path.write_bytes(b"PK")
    with pytest.raises(DataError, match="an OpenDocument spreadsheet"):
        started_and_told(tmp_path, path)
