"""What files of structures that nobody had brought came to light: each on a small file by a seed."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import openpyxl
import pandas as pd
import pyreadstat
import pytest

import padai
from padai.errors import DataError
from padai.interchange.totals import totals_below
from padai.survey.tongues import language
from padai.waves.absent import codes_beside
from tests.starting import started, started_and_told
from tests.test_next_strangers import PROPOSED

N = 120


# --- lines of totals ----------------------------------------------------------------------


def _table(seed: int) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    weight = rng.uniform(0.5, 1.5, N)
    return pd.DataFrame(
        {
            "ID": np.arange(1, N + 1),
            "Poids": (weight / weight.mean()).round(5),
            "Sexe": rng.choice(["Homme", "Femme"], N),
            "Trust": rng.choice(["Beaucoup", "Un peu", "Pas du tout"], N),
        }
    )


BELOW = [["", "", "", ""], ["Total", N, "", ""], ["Moyenne", 1, "", ""]]


def test_lines_of_totals_under_a_sheet_are_left_out_and_told(tmp_path: Path) -> None:
    """They were two people more, one of whom weighed as much as all others."""
    table, book = _table(1), openpyxl.Workbook()
    for row in [[*table], *table.to_numpy().tolist(), *BELOW]:
        book.active.append([None if cell == "" else cell for cell in row])
    path = tmp_path / "w2023.xlsx"
    book.save(path)
    survey, told = started_and_told(tmp_path, path, **PROPOSED)
    assert "2 lines of totals under the answers, left out" in told
    wave = padai.read_wave(survey, survey.waves[0])
    frame = padai.proportion(wave, "Sexe").frame
    hand = table["Poids"][table["Sexe"] == "Femme"].sum() / table["Poids"].sum()
    share = frame.loc[frame["response"] == "Femme", "estimate"].iloc[0]
    assert len(wave) == N and share == pytest.approx(hand, abs=1e-12)


def test_a_text_file_that_ends_with_totals_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "w2023.csv"
    _table(1).to_csv(path, index=False)
    with path.open("a", newline="") as handle:
        csv.writer(handle).writerows(BELOW[1:])
    with pytest.raises(DataError) as refused:
        started(tmp_path, path)
    assert "2" in str(refused.value) and "total" in str(refused.value)


@pytest.mark.parametrize(
    ("last", "below"),
    [
        ([["3", "c", "4"]], 0),
        ([["Total", "", "9"]], 1),
        ([["", "", ""], ["Grand total", "", "9"], ["Mean", "", "3"]], 3),
        ([["Total", "", "9"], ["3", "c", "4"]], 0),
        ([["Total", "north", "9"]], 0),
        ([["", "", ""]], 0),
        ([["Ensemble", "", "9"], ["", "", ""], ["Source : une firme, 2024", "", ""]], 3),
        ([["Source : une firme", "c", ""]], 0),
        ([["Sources of news", "", ""]], 0),
    ],
)
def test_what_is_a_line_of_totals(last: list[list[str]], below: int) -> None:
    assert totals_below([["1", "a", "2"], ["2", "b", "3"], *last]) == below


# --- choices with commas inside brackets --------------------------------------------------


def test_a_choice_with_a_comma_in_brackets_is_one(tmp_path: Path) -> None:
    """“Réseaux sociaux (Facebook, X)” was two choices, of which one was “X)”."""
    rng = np.random.default_rng(3)
    choices = ["Radio, télé", "Journaux", "Réseaux sociaux (Facebook, X)"]
    rows = [["Horodateur", "Quels médias utilisez-vous?", "Confiance?"]]
    for day in rng.integers(1, 28, N):
        chosen = [c for c in choices if rng.random() < 0.5] or ["Aucun"]
        said = rng.choice(["Beaucoup", "Un peu", "Pas du tout"])
        rows.append([f"2023/03/{day:02d} 9:00:00 AM UTC−5", ", ".join(chosen), said])
    path = tmp_path / "w2023.csv"
    with path.open("w", newline="", encoding="utf-8") as handle:
        csv.writer(handle).writerows(rows)
    survey = started(tmp_path, path)
    question = survey.questions["q1"]
    labels = [code.label.get("fr") for code in question.scale.codes]
    assert question.type == "multiple" and "Réseaux sociaux (Facebook, X)" in labels
    assert not any(str(label).startswith("X") for label in labels)


# --- labels on some codes alone -----------------------------------------------------------


def _stata(folder: Path) -> Path:
    rng = np.random.default_rng(5)
    frame = pd.DataFrame(
        {
            "respid": np.arange(1.0, N + 1),
            "pweight": rng.uniform(0.5, 1.5, N),
            "imm": rng.choice([1.0, 2.0, 3.0, 4.0, 5.0, 8.0], N),
            "voted": rng.choice([1.0, 2.0], N),
            "kids": rng.choice([0.0, 1.0, 2.0, 3.0], N),
        }
    )
    labels = {"imm": {1: "strongly agree", 5: "strongly disagree"}, "voted": {1: "yes"}}
    path = folder / "w2020.dta"
    pyreadstat.write_dta(frame, str(path), variable_value_labels=labels)
    return path


def test_a_code_past_the_labelled_ends_of_a_scale_is_asked_about(tmp_path: Path) -> None:
    """It was an 8 in the mean of a scale of five points."""
    survey, told = started_and_told(tmp_path, _stata(tmp_path), **PROPOSED)
    question = survey.questions["imm"]
    assert question.type == "rating" and question.scale.points is None
    assert question.codes == ("1", "2", "3", "4", "5")
    assert [m.code for m in question.missing_codes] == ["8"]
    assert "imm: the codes 8 stand apart" in told


def test_two_codes_of_which_one_has_a_label_are_no_numbers(tmp_path: Path) -> None:
    survey = started(tmp_path, _stata(tmp_path), **PROPOSED)
    assert survey.questions["voted"].codes == ("1", "2")


def test_a_code_of_no_answer_beside_the_last_age_is_asked_about(tmp_path: Path) -> None:
    """Of people aged up to 98, those of 99 are refusals by the label, and some are not."""
    age = np.random.default_rng(7).integers(18, 99, N).astype(float)
    age[:3], age[3:9] = 98, 99
    frame = pd.DataFrame({"id": np.arange(1.0, N + 1), "edad": age})
    path = tmp_path / "w2020.sav"
    pyreadstat.write_sav(frame, str(path), variable_value_labels={"edad": {99: "N.C."}})
    survey = started(tmp_path, path, **PROPOSED)
    text = (survey.path / "questionnaire.yaml").read_text(encoding="utf-8")
    above = text.partition("  edad:")[0].rstrip().splitlines()[-1]
    assert above.lstrip().startswith("#") and "99" in above


# --- a public file of a statistical office ------------------------------------------------


def _office(folder: Path, year: int) -> Path:
    rng = np.random.default_rng(year)
    weight = rng.gamma(3, 800, N)
    frame = pd.DataFrame(
        {
            "PUMFID": np.arange(10_001, 10_001 + N),
            "VERDATE": "20230315",
            "WGHT_PER": weight.round(4),
            "TRU_05": rng.choice([1, 2, 3, 4, 5, 7, 8, 9], N),
            "HSDSIZEC": rng.choice([1, 2, 3, 4, 5, 96, 99], N),
        }
    )
    path = folder / f"pumf{year}.csv"
    frame.to_csv(path, index=False)
    return path


def test_a_public_file_without_labels_is_read_with_its_gaps(tmp_path: Path) -> None:
    """Two waves had the date of their version; 7, 8, 9 and 96 were answers, in Italian."""
    paths = [_office(tmp_path, year) for year in (2020, 2022)]
    survey, told = started_and_told(tmp_path, *paths, otherwise="en")
    assert survey.waves == ("2020", "2022") and survey.languages == ("en",)
    assert survey.wave("2020").fieldwork.precision == "year"
    assert survey.questions["TRU_05"].codes == ("1", "2", "3", "4", "5")
    assert survey.questions["HSDSIZEC"].codes == ("1", "2", "3", "4", "5")
    assert "TRU_05: the codes 7, 8, 9 stand apart" in told


@pytest.mark.parametrize(
    ("values", "apart"),
    [
        ([1, 2, 3, 96, 99], [96, 99]),
        ([1, 2, 3, 996], [996]),
        ([*range(18, 97)], []),
        ([0, 1, 2, 3, 4, 5, 6], []),
    ],
)
def test_a_valid_skip_stands_apart(values: list[int], apart: list[int]) -> None:
    assert codes_beside(values) == apart


@pytest.mark.parametrize("values", [[*range(1, 10)], [*range(11)], [*range(1, 8)]])
def test_a_scale_of_nine_points_keeps_them(tmp_path: Path, values: list[int]) -> None:
    rng = np.random.default_rng(9)
    frame = pd.DataFrame({"id": np.arange(1, N + 1), "q": rng.choice(values, N)})
    path = tmp_path / "w2020.csv"
    frame.to_csv(path, index=False)
    survey = started(tmp_path, path, **PROPOSED)
    assert not survey.questions["q"].missing_codes


def test_names_of_columns_in_capitals_are_no_words() -> None:
    assert language(["WGHT_PER", "AGE_PER", "NO_DI"], "en") == "en"
    assert language(["SEXO", "EDAD"], "en") == "es"


# --- a panel, a row a person and wave -----------------------------------------------------


def test_a_year_of_interview_dates_the_waves_of_a_panel(tmp_path: Path) -> None:
    """The waves 1, 2 and 3 of a file of persons by wave had no date, and it told their years."""
    rng = np.random.default_rng(11)
    people = pd.DataFrame({"pid": np.arange(1.0, N + 1), "sex": rng.choice([1.0, 2.0], N)})
    waves = [people.assign(wave=float(k), intyear=2018.0 + k) for k in (1, 2, 3)]
    frame = pd.concat(waves).sort_values(["pid", "wave"])
    frame["life"] = rng.choice([1.0, 2.0, 3.0], len(frame))
    path = tmp_path / "panel.dta"
    labels = ["person identifier", "sex", "wave", "year of interview", "life"]
    pyreadstat.write_dta(frame, str(path), column_labels=labels)
    survey = started(tmp_path, path, wave_column="wave", **PROPOSED)
    starts = [str(survey.wave(w).fieldwork.start) for w in survey.waves]
    assert starts == ["2019-01-01", "2020-01-01", "2021-01-01"]
    assert survey.part("1").design.id == "pid"
