"""What files of further houses came to light: each on a small file made by a seed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest

import padai
from padai.errors import DataError, DefinitionError
from padai.interchange import Choices, add_wave, confirm_designs, parse_design
from padai.interchange.labels import short_id
from padai.survey.fieldwork import Fieldwork
from tests.starting import started, started_and_told
from tests.test_next_strangers import PROPOSED

N = 240


def _base(seed: int) -> tuple[np.random.Generator, pd.DataFrame]:
    rng = np.random.default_rng(seed)
    weight = rng.uniform(0.5, 1.5, N)
    return rng, pd.DataFrame({"id": np.arange(1, N + 1), "weight": (weight / weight.mean())})


def _csv(tmp_path: Path, frame: pd.DataFrame) -> Path:
    path = tmp_path / "w2023.csv"
    frame.to_csv(path, index=False)
    return path


def _sav(tmp_path: Path, frame: pd.DataFrame, **more: object) -> Path:
    path = tmp_path / "w2023.sav"
    pyreadstat.write_sav(frame, path, **more)
    return path


# --- codes --------------------------------------------------------------------------------


def test_denmark_is_no_dont_know_among_codes_of_countries(tmp_path: Path) -> None:
    rng, frame = _base(1)
    frame["c_alphan"] = rng.choice(["AT", "DK", "FR"], N)
    survey, _ = started_and_told(tmp_path, _csv(tmp_path, frame), **PROPOSED)
    codes = survey.question("c_alphan").scale.codes
    assert {str(code.value) for code in codes} == {"AT", "DK", "FR"}
    wave = padai.read_wave(survey, survey.waves[0])
    shares = padai.proportion(wave, "c_alphan").frame
    hand = frame["weight"][frame["c_alphan"] == "DK"].sum() / frame["weight"].sum()
    told = shares.loc[shares["response"] == "DK", "estimate"].iloc[0]
    assert told == pytest.approx(hand, abs=1e-12)


def test_provinces_are_codes_and_have_no_mean(tmp_path: Path) -> None:
    rng, frame = _base(2)
    frame["PROV"] = rng.choice([10, 24, 35, 46, 59], N)
    frame["wait"] = rng.choice([0, 15, 30, 60], N)
    survey, _ = started_and_told(tmp_path, _csv(tmp_path, frame), **PROPOSED)
    assert survey.question("PROV").type == "single"
    assert survey.question("wait").type == "number"


@pytest.mark.parametrize("apart", [[6, 7, 8, 9], [7, 8, 9], [8, 9]])
def test_last_codes_beside_yes_and_no_are_asked_about(tmp_path: Path, apart: list[int]) -> None:
    rng, frame = _base(3)
    frame["WEB_10"] = rng.choice([1, 2, 1, 2, *apart], N)
    survey, told = started_and_told(tmp_path, _csv(tmp_path, frame), **PROPOSED)
    listed = ", ".join(map(str, apart))
    assert f"WEB_10: the codes {listed} stand apart from the answers" in told
    assert {c.value for c in survey.question("WEB_10").scale.codes} == {1, 2}


def test_numbers_from_0_to_10_are_points_and_told(tmp_path: Path) -> None:
    rng, frame = _base(4)
    frame["nps"] = rng.choice(range(11), N).astype(float)
    frame["three"] = rng.choice([1, 2, 3, 6], N).astype(float)
    frame["sat"] = rng.choice([1, 2, 3, 6], N).astype(float)
    labels = {"sat": "Satisfaction with services, on a scale of 1 to 7"}
    path = _sav(tmp_path, frame, column_labels=labels)
    survey, told = started_and_told(tmp_path, path, **PROPOSED)
    assert "nps, sat: numbers without labels, taken for the points of a scale" in told
    assert [survey.question(q).type for q in ("nps", "three", "sat")] == [
        "rating",
        "single",
        "rating",
    ]
    assert len(survey.question("sat").scale.codes) == 7
    wave = padai.read_wave(survey, survey.waves[0])
    hand = np.average(frame["nps"], weights=frame["weight"])
    assert padai.mean(wave, "nps").frame["estimate"].iloc[0] == pytest.approx(hand, abs=1e-12)


# --- yes and no ---------------------------------------------------------------------------


def _yes_and_no(tmp_path: Path, question: str) -> tuple[pd.DataFrame, Path]:
    rng, frame = _base(5)
    options = ("Phone", "Web", "Mail")
    for place, _ in enumerate(options, 1):
        frame[f"Q5_{place}"] = rng.choice([1.0, 2.0], N)
    labels = {f"Q5_{k}": f"{question} - {text}" for k, text in enumerate(options, 1)}
    words = {name: {1: "Yes", 2: "No"} for name in labels}
    more = {"column_labels": labels, "variable_value_labels": words}
    return frame, _sav(tmp_path, frame, **more)


def test_yes_and_no_of_which_are_options_of_one_question(tmp_path: Path) -> None:
    frame, path = _yes_and_no(tmp_path, "Which of these have you used?")
    survey, _ = started_and_told(tmp_path, path, **PROPOSED)
    question = survey.question("Q5")
    assert question.type == "multiple" and question.marks["default"].not_chosen == 2
    shares = padai.proportion(padai.read_wave(survey, survey.waves[0]), "Q5").frame
    hand = frame["weight"][frame["Q5_2"] == 1].sum() / frame["weight"].sum()
    told = shares.loc[shares["response"] == "2", "estimate"].iloc[0]
    assert told == pytest.approx(hand, abs=1e-12)


def test_yes_and_no_of_a_battery_stay_questions_and_are_asked_about(tmp_path: Path) -> None:
    _, path = _yes_and_no(tmp_path, "Do you trust them?")
    survey, told = started_and_told(tmp_path, path, **PROPOSED)
    assert survey.question("Q5_2").type == "single"
    assert "Q5_1 and those after: yes or no, taken for as many questions" in told
    text = (survey.path / "questionnaire.yaml").read_text("utf-8")
    assert "marks: {default: {chosen: 1, not_chosen: 2}}" in text


# --- replicates ---------------------------------------------------------------------------

REPLICATES = 60


def _replicated(tmp_path: Path) -> tuple[pd.DataFrame, Path]:
    rng, frame = _base(6)
    frame["trust"] = rng.choice([1, 2, 3], N)
    draws = frame["weight"].to_numpy()[:, None] * rng.poisson(1, (N, REPLICATES))
    names = [f"BSW{place}" for place in range(1, REPLICATES + 1)]
    frame = pd.concat([frame, pd.DataFrame(draws, columns=names)], axis=1)
    return frame, _csv(tmp_path, frame)


def _error_by_hand(frame: pd.DataFrame) -> float:
    replicates = frame.filter(like="BSW").to_numpy()
    shares = replicates[frame["trust"] == 1].sum(0) / replicates.sum(0)
    return float(np.sqrt(np.mean((shares - shares.mean()) ** 2) * REPLICATES / (REPLICATES - 1)))


def test_replicates_take_one_line_and_their_kind_is_asked(tmp_path: Path) -> None:
    frame, path = _replicated(tmp_path)
    survey, told = started_and_told(tmp_path, path)
    text = (survey.path / "waves" / "2023.yaml").read_text("utf-8")
    assert '- "BSW{n}"  # 60 replicate weights' in text and "BSW17" not in text
    assert "60 replicate weights; by their name, kind: bootstrap, to be confirmed" in told
    with pytest.raises(DefinitionError) as refused:
        confirm_designs(survey.path, [parse_design("proposed")])
    assert "--design 2023:proposed,replicates=bootstrap" in str(refused.value)
    confirm_designs(survey.path, [parse_design("proposed,replicates=bootstrap")])
    survey = padai.load_survey(survey.path)
    wave = padai.read_wave(survey, "2023")
    assert not [name for name in wave.frame.columns if name.startswith("BSW_")]
    shares = padai.proportion(wave, "trust").frame
    told_error = shares.loc[shares["response"] == "1", "std_error"].iloc[0]
    assert told_error == pytest.approx(_error_by_hand(frame), abs=1e-12)
    assert "unknown_column" not in {*padai.validate(wave).frame["check"]}


@pytest.mark.parametrize("kind", ["bootstrap", "none"])
def test_the_kind_of_replicates_may_be_answered_at_once(tmp_path: Path, kind: str) -> None:
    _, path = _replicated(tmp_path)
    survey = started(tmp_path, path, design=(parse_design(f"proposed,replicates={kind}"),))
    design = survey.wave_defs["2023"].parts["main"].design
    assert design.weight == "weight"
    assert (design.replicates is None) == (kind == "none")


def test_replicates_left_aside_later_are_asked_no_more(tmp_path: Path) -> None:
    _, path = _replicated(tmp_path)
    survey, _ = started_and_told(tmp_path, path)
    confirm_designs(survey.path, [parse_design("proposed,replicates=none")])
    survey = padai.load_survey(survey.path)
    assert padai.proportion(padai.read_wave(survey, "2023"), "trust").frame is not None


def test_a_kind_of_replicates_that_a_file_lacks_is_refused(tmp_path: Path) -> None:
    rng, frame = _base(7)
    frame["trust"] = rng.choice([1, 2, 3], N)
    with pytest.raises(DefinitionError) as refused:
        choice = (parse_design("proposed,replicates=bootstrap"),)
        started(tmp_path, _csv(tmp_path, frame), design=choice)
    assert "the file has none" in str(refused.value)


# --- ids ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "made"), [("性別", "q5"), ("q1_性別", "q1"), ("F2年齢", "F2"), ("ねんれい", "nenrei")]
)
def test_an_id_is_no_list_of_numbers_of_characters(name: str, made: str) -> None:
    assert short_id(name, 4) == made


def test_a_scale_in_characters_is_named_after_its_first_question(tmp_path: Path) -> None:
    rng, frame = _base(8)
    words = {1: "とても信頼する", 2: "信頼しない"}
    for name in ("Q1", "Q2"):
        frame[name] = rng.choice([1.0, 2.0], N)
    labels = {"Q1": words, "Q2": words}
    survey = started(tmp_path, _sav(tmp_path, frame, variable_value_labels=labels))
    text = (survey.path / "questionnaire.yaml").read_text("utf-8")
    assert "scale: scale_q1" in text


# --- heads, days, orders, countries -------------------------------------------------------


def test_a_first_line_of_groups_of_columns_is_told(tmp_path: Path) -> None:
    rng, frame = _base(9)
    frame["trust"] = rng.choice([1, 2, 3], N)
    frame["press"] = rng.choice([1, 2, 3], N)
    path = _csv(tmp_path, frame)
    path.write_text(",w,Trust,Trust\n" + path.read_text("utf-8"), "utf-8")
    with pytest.raises(DataError) as refused:
        started(tmp_path, path)
    assert "their names stand in the second, take the first away" in str(refused.value)


def _day_and_month(tmp_path: Path, seed: int, months: list[float]) -> Fieldwork:
    """Draft a file of 2023 in its name that tells day and month of interview, and no year."""
    rng, frame = _base(seed)
    frame["DIAREAL"] = rng.integers(1, 28, N).astype(float)
    frame["MESREAL"] = rng.choice(months, N)
    frame["trust"] = rng.choice([1.0, 2.0, 3.0], N)
    labels = {"DIAREAL": "Día de la entrevista", "MESREAL": "Mes de la entrevista"}
    survey = started(tmp_path, _sav(tmp_path, frame, column_labels=labels))
    return survey.wave_defs[survey.waves[0]].fieldwork


def test_days_and_months_are_of_the_year_of_the_file(tmp_path: Path) -> None:
    fieldwork = _day_and_month(tmp_path, 10, [2.0, 3.0])
    assert (str(fieldwork.start), str(fieldwork.end)) == ("2023-02-01", "2023-03-27")


def test_a_winter_of_two_years_is_not_put_in_one(tmp_path: Path) -> None:
    fieldwork = _day_and_month(tmp_path, 11, [12.0, 1.0])
    assert (str(fieldwork.start), fieldwork.precision) == ("2023-01-01", "year")


def test_answers_in_words_stand_in_the_order_of_their_scale(tmp_path: Path) -> None:
    rng, frame = _base(12)
    agree = ["Strongly agree", "Tend to agree", "Tend to disagree", "Strongly disagree"]
    content = ["Très satisfait(e)", "Plutôt satisfait(e)", "Pas du tout satisfait(e)"]
    frame["a"], frame["b"] = rng.choice(agree, N), rng.choice(content, N)
    survey = started(tmp_path, _csv(tmp_path, frame))
    assert [code.value for code in survey.question("a").scale.codes] == agree
    assert [code.value for code in survey.question("b").scale.codes] == content


def test_a_country_by_its_label_is_told(tmp_path: Path) -> None:
    rng, frame = _base(13)
    frame["IDENPA"] = rng.choice([152.0, 170.0], N)
    frame["trust"] = rng.choice([1.0, 2.0, 3.0], N)
    more = {"column_labels": {"IDENPA": "Identificación de país"}}
    _, told = started_and_told(tmp_path, _sav(tmp_path, frame, **more))
    assert "'IDENPA' (2 values) looks as if it told the country" in told


def test_the_next_wave_of_the_same_design_keeps_how_its_replicates_were_made(
    tmp_path: Path,
) -> None:
    frame, path = _replicated(tmp_path)
    survey = started(tmp_path, path, design=(parse_design("proposed,replicates=bootstrap"),))
    following = tmp_path / "w2024.csv"
    frame.assign(weight=frame["weight"] * 2).to_csv(following, index=False)
    add_wave(survey.path, following, Choices(design=(parse_design("same"),)))
    text = (survey.path / "waves" / "2024.yaml").read_text("utf-8")
    assert 'replicates: {kind: bootstrap, prefix: "BSW"}' in text and '"BSW{n}"' in text
