"""What files of other houses brought to light: when forms were sent, boxes, quarters, units."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from padai.errors import DataError
from padai.pipeline.builds.proposals import with_proposals
from padai.survey import Survey
from tests.starting import started, started_and_told

N = 240


def answers(seed: int = 1) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    return pd.DataFrame(
        {
            "sex": rng.choice(["Woman", "Man"], N),
            "group": rng.choice(["18-34", "35-54", "55+"], N),
            "trust": rng.choice(["A lot", "Some", "None"], N),
        }
    )


def sent(form: str, first: dt.datetime = dt.datetime(2025, 3, 3, 9)) -> list[str]:
    rng = np.random.default_rng(2)
    return [(first + dt.timedelta(hours=int(h))).strftime(form) for h in rng.integers(0, 480, N)]


def days_of(survey: Survey) -> list[tuple[dt.date, dt.date]]:
    waves = [survey.wave_defs[w].fieldwork for w in survey.waves]
    return [(wave.start, wave.end) for wave in waves]


@pytest.mark.parametrize(
    ("head", "form"),
    [
        ("Horodateur", "%d/%m/%Y %H:%M:%S"),
        ("Marca temporal", "%Y/%m/%d %I:%M:%S %p"),
        ("Zaman damgası", "%d.%m.%Y %H:%M:%S"),
        ("Časová značka", "%d.%m.%Y"),
        ("Cuándo", "%d/%m/%Y %H:%M"),
    ],
)
def test_when_a_form_was_sent_dates_a_wave_wherever_it_stands(
    tmp_path: Path, head: str, form: str
) -> None:
    path = tmp_path / "web.csv"
    answers().assign(**{head: sent(form)}).to_csv(path, index=False)
    survey, told = started_and_told(tmp_path, path)
    assert days_of(survey) == [(dt.date(2025, 3, 3), dt.date(2025, 3, 23))]
    assert f"(column {head})" in told and len(survey.questions) == 3


def test_days_of_a_form_that_stand_in_either_order_are_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "web.csv"
    days = [f"0{1 + k % 9}/05/2025 10:{k % 60:02d}" for k in range(N)]
    answers().assign(**{"Cuándo": days}).to_csv(path, index=False)
    _, told = started_and_told(tmp_path, path)
    assert "2025-05-01 – 2025-05-09" in told and "2025-01-05 – 2025-09-05" in told


def test_hours_of_a_birth_date_no_wave(tmp_path: Path) -> None:
    path = tmp_path / "web.csv"
    answers().assign(**{"date of birth": sent("%d/%m/%Y %H:%M")}).to_csv(path, index=False)
    _, told = started_and_told(tmp_path, path)
    assert "nothing tells them" in told


def test_a_quarter_that_columns_tell_is_no_month_of_the_name_of_the_file(tmp_path: Path) -> None:
    paths = [tmp_path / f"individual_2016_0{q}.csv" for q in (3, 4)]
    for quarter, path in zip((3, 4), paths, strict=True):
        answers(quarter).assign(ANO4=2016, TRIMESTRE=quarter).to_csv(path, index=False)
    survey, told = started_and_told(tmp_path, *paths)
    assert days_of(survey) == [
        (dt.date(2016, 7, 1), dt.date(2016, 9, 30)),
        (dt.date(2016, 10, 1), dt.date(2016, 12, 31)),
    ]
    assert "(column ANO4, TRIMESTRE)" in told


def boxes() -> pd.DataFrame:
    rng = np.random.default_rng(4)
    names = ("Facebook", "Instagram", "TikTok")
    return answers().assign(**{n: np.where(rng.random(N) < 0.4, n, None) for n in names})


def test_boxes_that_hold_their_own_name_are_no_lost_header_and_no_question(tmp_path: Path) -> None:
    path = tmp_path / "web.csv"
    boxes().to_csv(path, index=False)
    survey, told = started_and_told(tmp_path, path)
    assert list(survey.questions) == ["sex", "group", "trust"]
    assert "Facebook, Instagram, TikTok: one answer and blanks" in told


def test_a_line_of_answers_in_the_place_of_the_names_is_still_refused(tmp_path: Path) -> None:
    path = tmp_path / "web.csv"
    frame = answers().assign(more=answers(7)["sex"], region=answers(8)["trust"])
    frame.iloc[0] = ["Woman", "35-54", "Some", "Man", "A lot"]
    frame.to_csv(path, index=False, header=False)
    with pytest.raises(DataError, match="first line"):
        started_and_told(tmp_path, path)


def test_columns_of_eu_silc_have_the_roles_that_it_gives_them(tmp_path: Path) -> None:
    path = tmp_path / "silc.csv"
    rng = np.random.default_rng(5)
    frame = answers().assign(
        db030=np.arange(N), db040="AT1", rb050=rng.gamma(8, 1, N).round(5), db050=np.arange(N) % 6
    )
    frame.assign(db060=np.arange(N) % 48).to_csv(path, index=False)
    _, told = started_and_told(tmp_path, path)
    for line in ("weight: rb050: proposed", "stratum: db050: proposed", "(psu): db060: proposed"):
        assert line in told


def test_nations_of_people_number_no_units_anew(tmp_path: Path) -> None:
    path = tmp_path / "ghana.csv"
    rng = np.random.default_rng(6)
    frame = answers().assign(clust=5000 + np.arange(N) // 8)
    nation = np.where(rng.random(N) < 0.85, "ghanaian", rng.choice(["togo", "mali"], N))
    frame.assign(nation=nation).to_csv(path, index=False)
    _, told = started_and_told(tmp_path, path)
    assert "(psu): clust: proposed" in told and "anew" not in told


def test_units_numbered_anew_in_each_country_are_still_told(tmp_path: Path) -> None:
    path = tmp_path / "two.csv"
    frame = answers().assign(clust=np.arange(N) % 20, nation=np.where(np.arange(N) < 150, "A", "B"))
    frame.to_csv(path, index=False)
    _, told = started_and_told(tmp_path, path)
    assert "numbered anew in each of the 2 values of nation" in told


PARTIES = ["Liberal", "Conservative", "Green", "Would not vote"]
OFTEN = ["Daily", "Weekly", "Monthly", "Less often"]


def proposed(folder: Path, frame: pd.DataFrame, labels: dict[str, str], words: Any) -> Survey:
    path = folder / "survey.sav"
    pyreadstat.write_sav(frame, str(path), column_labels=labels, variable_value_labels=words)
    survey = started(folder, path, otherwise="en")
    return with_proposals(survey, survey.waves[-1], "en", dt.date(2025, 1, 1))


@pytest.mark.parametrize(
    ("words", "kinds"), [(PARTIES, ["bars", "bars"]), (OFTEN, ["scale"])], ids=["names", "order"]
)
def test_names_of_parties_are_not_stacked_as_if_they_stood_in_an_order(
    tmp_path: Path, words: list[str], kinds: list[str]
) -> None:
    rng = np.random.default_rng(9)
    frame = pd.DataFrame({f"q{k}": rng.integers(1, 5, N).astype(float) for k in (1, 2)})
    coded = {name: dict(enumerate(words, start=1)) for name in frame}
    survey = proposed(tmp_path, frame, {"q1": "At present", "q2": "A year ago"}, coded)
    assert [block.kind for section in survey.sections for block in section.blocks] == kinds


def test_columns_under_one_label_are_told_apart_by_their_names(tmp_path: Path) -> None:
    rng = np.random.default_rng(9)
    frame = pd.DataFrame({n: rng.integers(1, 5, N).astype(float) for n in ("q7", "q7_rec", "q8")})
    labels = {"q7": "Reads papers", "q7_rec": "Reads papers", "q8": "Hears radio"}
    coded = {"q7": dict(enumerate(OFTEN, start=1)), "q7_rec": {1: "Yes", 2: "No", 3: "A", 4: "B"}}
    coded["q8"] = coded["q7"]
    survey = proposed(tmp_path, frame, labels, coded)
    named = [question.label.get("en") for question in survey.questions.values()]
    assert named == ["Reads papers (q7)", "Reads papers (q7_rec)", "Hears radio"]
