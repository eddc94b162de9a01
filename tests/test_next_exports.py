"""The next export of a platform: coded as the earlier waves, and what is new in it told."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai
from padai.cli import main
from padai.errors import DataError, DefinitionError
from padai.interchange import Addition, Choices, DesignChoice, add_wave, init_from
from padai.survey import Survey, load_survey
from padai.validation import validate
from padai.waves import read_delivery, read_wave
from tests.platform_exports import (
    AGES,
    CANARY,
    CHANNELS,
    Q_AGE,
    Q_TRUST,
    TRUST,
    N,
    made,
    people,
    trust_share,
    write_csv,
)
from tests.strangers import sav

ONE_BY_ONE = Choices(design=(DesignChoice(),))
Rows = list[list[str]]


def begun(folder: Path, name: str, form: bool = False) -> tuple[Survey, Path]:
    """A survey of the first export, and the file of the second."""
    (one, other), questionnaire = made(folder / "in", name)
    target = folder / "surveys" / "mine"
    init_from(target, [questionnaire] if form else [one], ONE_BY_ONE, [one] if form else ())
    return load_survey(target), other


def edited(path: Path, change: Callable[[Rows], Rows], separator: str = ",") -> Path:
    rows = list(csv.reader(path.open(encoding="utf-8-sig"), delimiter=separator))
    return write_csv(path, change(rows), separator)


def added(survey: Survey, path: Path, accept: bool = True) -> tuple[Addition, Survey]:
    done = add_wave(survey.path, path, ONE_BY_ONE, accept=accept)
    return done, load_survey(survey.path)


def kinds(done: Addition) -> dict[str, str]:
    return {change.name: change.kind for change in done.changes}


def moved(order: list[int]) -> Callable[[Rows], Rows]:
    return lambda rows: [[row[place] for place in order] for row in rows]


def test_a_question_put_first_shifts_no_other(tmp_path: Path) -> None:
    survey, other = begun(tmp_path, "google")
    lead = [*["Do you live here?"], *["Yes", "No"] * N]
    edited(other, lambda rows: [[*r[:2], lead[i], *r[2:]] for i, r in enumerate(rows)])
    done, longer = added(survey, other)
    assert kinds(done) == {"q1": "same", "q2": "same", "q3": "same", "q4": "same", "n1": "new"}
    share = padai.proportion(read_wave(longer, "2025"), "q1").frame["estimate"].iloc[0]
    assert share == pytest.approx(trust_share("2025", completed_only=False), abs=1e-12)
    lives = longer.question("n1")
    assert lives.wording.get("en") == "Do you live here?" and lives.waves == ("2025",)
    assert [c.label.get("en") for c in lives.scale.codes] == ["Yes", "No"]
    assert read_wave(longer, "2025").frame["n1"].value_counts().to_dict() == {1: 20, 2: 20}
    assert validate(read_delivery(longer, "2025")).ok


def test_a_new_question_that_is_not_accepted_is_kept_and_used_nowhere(tmp_path: Path) -> None:
    survey, other = begun(tmp_path, "google")
    lead = [*["Do you live here?"], *["Yes", "No"] * N]
    edited(other, lambda rows: [[*r[:2], lead[i], *r[2:]] for i, r in enumerate(rows)])
    done, same = added(survey, other, accept=False)
    assert same.waves == ("2024",), "nothing that stood is touched"
    text = (survey.path / "waves" / "2025.yaml").read_text(encoding="utf-8")
    assert '- "n1"  # new' in text
    line = next(line for line in done.lines if line.place == "questions")
    assert "Do you live here?" in line.text


@pytest.mark.parametrize("name", ["surveymonkey csv", "qualtrics texts"])
def test_options_put_in_between_keep_the_codes_of_the_others(tmp_path: Path, name: str) -> None:
    survey, other = begun(tmp_path, name)
    heads = 2 if name.startswith("surveymonkey") else 3
    rows = list(csv.reader(other.open(encoding="utf-8-sig")))
    at = (
        next(i for i, cell in enumerate(rows[heads - 2]) if list(CHANNELS.values())[1] in cell)
        if heads == 3
        else rows[1].index(list(CHANNELS.values())[1])
    )
    app = (
        ["", "An app"]
        if heads == 2
        else [
            "chan_4",
            f"{rows[1][at].partition(' - ')[0]} - Selected Choice - An app",
            '{"ImportId": "QID2_4"}',
        ]
    )
    app += ["An app" if i % 2 else "" for i in range(len(rows) - heads)]
    write_csv(other, [[*r[:at], app[i], *r[at:]] for i, r in enumerate(rows)])
    done, longer = added(survey, other)
    chan = next(q for q in longer.questions.values() if q.type == "multiple")
    assert kinds(done)[chan.id] == "widened"
    labels = [c.label.get("en") for c in chan.scale.codes]
    assert labels == [*CHANNELS.values(), "An app"]
    wave = read_wave(longer, "2025")
    ended = name.startswith("qualtrics")
    kept = [p for p in people("2025") if p.ended == "complete" or not ended]
    columns = list(chan.option_columns("2025").values())
    for code, column in zip(CHANNELS, columns, strict=False):
        assert int(wave.frame[column].sum()) == sum(code in p.channels for p in kept), code
    assert int(wave.frame[columns[3]].sum()) == sum(p.number % 2 for p in kept)
    assert validate(read_delivery(longer, "2025")).ok


def test_exports_given_at_once_share_the_codes_of_options_by_their_words(tmp_path: Path) -> None:
    (one, other), _ = made(tmp_path / "in", "surveymonkey csv")
    rows = list(csv.reader(other.open(encoding="utf-8-sig")))
    first, last = 10, 12  # "Telephone" and "In person", which are not chosen equally often
    for row in rows[1:]:
        row[first], row[last] = row[last], row[first]
    write_csv(other, rows)
    init_from(tmp_path / "mine", [one, other], ONE_BY_ONE)
    survey = load_survey(next((tmp_path / "mine").rglob("survey.yaml")).parent)
    chan = next(q for q in survey.questions.values() if q.type == "multiple")
    labels = {c.code: c.label.get("en") for c in chan.scale.codes}
    for wave_id in survey.waves:
        wave = read_wave(survey, wave_id)
        for code, column in chan.option_columns(wave_id).items():
            mine = next(c for c, text in CHANNELS.items() if text == labels[code])
            expected = sum(mine in p.channels for p in people(wave_id))
            assert int(wave.frame[column].sum()) == expected, (wave_id, code)


def answered(place: int, texts: dict[str, str], most: int = N) -> Callable[[Rows], Rows]:
    """Write other answers, in so many rows at most."""

    def change(rows: Rows) -> Rows:
        left = most
        for row in rows[1:]:
            if row[place] in texts and left:
                row[place] = texts[row[place]]
                left -= 1
        return rows

    return change


def test_a_choice_that_several_gave_is_a_code_more(tmp_path: Path) -> None:
    survey, other = begun(tmp_path, "google")
    edited(other, answered(4, {AGES[2]: "55 to 74"}, 7))
    done, longer = added(survey, other)
    assert kinds(done)["q3"] == "widened"
    codes = longer.question("q3").scale.codes
    assert [c.label.get("en") for c in codes] == [*AGES, "55 to 74"]
    assert int((read_wave(longer, "2025").frame["q3"] == 4).sum()) == 7
    assert validate(read_delivery(longer, "2025")).ok
    assert read_wave(longer, "2024").frame["q3"].max() == 3


def test_a_don_t_know_that_is_new_is_a_missing_code(tmp_path: Path) -> None:
    survey, other = begun(tmp_path, "google")
    edited(other, answered(4, {AGES[2]: "Prefer not to say"}, 2))
    _, longer = added(survey, other)
    assert [c.kind for c in longer.question("q3").missing_codes] == ["refused"]
    wave = read_wave(longer, "2025")
    assert padai.proportion(wave, "q3").frame["n_base"].max() == N - 2


def test_what_few_people_wrote_is_no_choice_and_is_never_shown(tmp_path: Path) -> None:
    survey, other = begun(tmp_path, "google")
    edited(other, answered(4, {AGES[0]: f"{CANARY} forty-one"}, 2))
    before = sorted(survey.path.rglob("*"))
    with pytest.raises(DataError, match=r"q3: 2 answers, each given by fewer than 5") as refused:
        added(survey, other)
    assert CANARY not in str(refused.value)
    assert sorted(survey.path.rglob("*")) == before


def test_other_choices_under_the_same_words_are_another_question(tmp_path: Path) -> None:
    survey, other = begun(tmp_path, "google")
    edited(other, answered(4, {AGES[0]: "Young", AGES[1]: "Middle", AGES[2]: "Old"}))
    done, longer = added(survey, other)
    assert kinds(done)["q3"] == "changed"
    assert longer.question("q3").waves == ("2024",)
    assert "q3" not in read_delivery(longer, "2025").frame


def test_other_words_under_the_same_name_are_another_question(tmp_path: Path) -> None:
    survey, other = begun(tmp_path, "qualtrics values", form=True)
    place = 17

    def reworded(rows: Rows) -> Rows:
        rows[1][place] = "Did you vote at the last municipal election?"
        return rows

    edited(other, reworded)
    done, longer = added(survey, other)
    assert kinds(done)["trust"] == "changed"
    assert longer.question("trust").waves == ("2024",)


def test_words_kept_under_earlier_wordings_link_a_question(tmp_path: Path) -> None:
    survey, other = begun(tmp_path, "qualtrics values", form=True)
    path = survey.path / "questionnaire.yaml"
    text = path.read_text(encoding="utf-8")
    new = "Trust in the administration, overall"
    path.write_text(
        text.replace(f'wording: {{en: "{Q_TRUST}"}}', f'wording: {{en: "{new}"}}'), encoding="utf-8"
    )
    assert load_survey(survey.path).question("trust").wording.get("en") == new
    assert kinds(added(survey, other)[0])["trust"] == "same", "its label still says it"


def test_a_question_the_export_lacks_is_gone(tmp_path: Path) -> None:
    survey, other = begun(tmp_path, "google")
    edited(other, moved([0, 1, 2, 3, 5, 6]))
    done, longer = added(survey, other)
    assert kinds(done)["q3"] == "gone" and longer.question("q3").waves == ("2024",)
    assert kinds(done)["q1"] == kinds(done)["q4"] == "same"


def test_a_column_that_the_dictionary_called_personal_stays_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    survey, other = begun(tmp_path, "redcap raw", form=True)

    def unsaid(rows: Rows) -> Rows:
        place = rows[0].index("who")
        for row in rows[1:]:
            row[place] = "clinic one" if int(row[0]) % 2 else "clinic two"
        return rows

    edited(other, unsaid)
    done, longer = added(survey, other)
    assert "who" not in kinds(done)
    assert "clinic" not in "".join(
        p.read_text("utf-8") for p in survey.path.rglob("*") if p.suffix in (".yaml", ".csv")
    )
    assert longer.waves == ("2024", "2025")


def test_columns_in_people_s_own_words_are_not_kept(tmp_path: Path) -> None:
    survey, other = begun(tmp_path, "google")
    said = ["Why is that?", *(f"because of {i} and {CANARY}" for i in range(N))]
    edited(other, lambda rows: [[*row, said[i]] for i, row in enumerate(rows)])
    told: list[str] = []
    choices = Choices(design=ONE_BY_ONE.design, tell=lambda line: told.append(line.en))
    add_wave(survey.path, other, choices, accept=True)
    assert any("in words or numbers, left out: " in line for line in told)
    assert CANARY not in "".join(p.read_text("utf-8") for p in survey.path.rglob("*.csv"))


def test_an_export_of_another_survey_is_refused(tmp_path: Path) -> None:
    survey, _ = begun(tmp_path, "google")
    strange = write_csv(
        tmp_path / "x-2025.csv",
        [["Timestamp", "Tea or coffee?"], *[["2025/03/01", t] for t in ["Tea", "Coffee"] * 20]],
    )
    before = sorted(survey.path.rglob("*"))
    with pytest.raises(DefinitionError, match="shares no question with mine"):
        added(survey, strange)
    assert sorted(survey.path.rglob("*")) == before


def test_the_command_says_whose_export_it_is_and_what_was_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    survey, other = begun(tmp_path, "microsoft")
    with pytest.raises(SystemExit, match="0"):
        main(["add-wave", str(survey.path), str(other), "--design", "none", "--lang", "en"])
    told = capsys.readouterr().out
    assert "Microsoft Forms export" in told and "left out: Email, Name" in told
    assert 'waves: ["2024", "2025"]' in told


def test_scales_that_questions_share_take_a_choice_once(tmp_path: Path) -> None:
    survey, other = begun(tmp_path, "google")
    text = (survey.path / "questionnaire.yaml").read_text(encoding="utf-8")
    assert TRUST[3] in text
    (one, _), _ = made(tmp_path / "again", "google")
    two = ["And local ones?", *[TRUST[p.trust or 0] for p in people("2024")]]
    edited(one, lambda rows: [[*row, two[i]] for i, row in enumerate(rows)])
    init_from(tmp_path / "two", [one], ONE_BY_ONE)
    pair = load_survey(next((tmp_path / "two").rglob("survey.yaml")).parent)
    later = ["And local ones?", *[TRUST[p.trust or 0] for p in people("2025")]]
    edited(other, lambda rows: [[*row, later[i]] for i, row in enumerate(rows)])
    for place in (2, 7):
        edited(other, answered(place, {TRUST[2]: "It depends on the body"}))
    _, longer = added(pair, other)
    scale = longer.question("q1").scale
    assert scale.id and scale.id == longer.question("q6").scale.id
    assert [c.label.get("en") for c in scale.codes].count("It depends on the body") == 1
    assert validate(read_delivery(longer, "2025")).ok


@pytest.mark.parametrize("name", ["qualtrics texts", "google", "limesurvey texts"])
def test_a_survey_of_a_labelled_file_goes_on_in_an_export(tmp_path: Path, name: str) -> None:
    """Its codes run the other way and leave gaps; the words are what is the same."""
    values = [4.0, 3.0, 2.0, 1.0, 8.0]
    rng = np.random.default_rng(3)
    frame = pd.DataFrame(
        {
            "rid": np.arange(1.0, 201),
            "trust": rng.choice(values, 200),
            "age": rng.choice([10.0, 20.0, 30.0], 200),
        }
    )
    path = sav(
        tmp_path / "w2024.sav",
        frame,
        {"trust": Q_TRUST, "age": Q_AGE, "rid": "Respondent id"},
        trust=dict(zip(values, TRUST, strict=True)),
        age=dict(zip([10.0, 20.0, 30.0], AGES, strict=True)),
    )
    target = tmp_path / "surveys" / "mine"
    init_from(target, [path], Choices(design=(DesignChoice({"id": "rid"}),)))
    (_, other), _ = made(tmp_path / "in", name)
    choices = Choices(design=(DesignChoice({"id": "response_id"}),))
    done = add_wave(target, other, choices, accept=True)
    assert kinds(done)["trust"] == kinds(done)["age"] == "same"
    shares = padai.proportion(read_wave(load_survey(target), "2025"), "trust").frame
    found = shares.loc[shares["response"] == "4", "estimate"].item()
    assert found == pytest.approx(trust_share("2025", name != "google"), abs=1e-12)


def test_a_module_rests_in_an_export_and_new_questions_go_before_the_modules(
    tmp_path: Path,
) -> None:
    survey, other = begun(tmp_path, "google")
    place = survey.path / "questionnaire.yaml"
    text = place.read_text(encoding="utf-8").rstrip("\n")
    module = '\n# asked in turn\nrotations:\n  health:\n    label: {en: Health}\n    questions: [q3]\n    waves: ["2024"]\n'
    place.write_text(f"{text}\n{module}", encoding="utf-8")
    survey = load_survey(survey.path)
    asked = survey.question("q3").wording.get("en")
    lives = ["Do you live here?", *["Yes", "No"] * N]

    def without(rows: Rows) -> Rows:
        at = rows[0].index(asked)
        return [[*row[:at], *row[at + 1 :], lives[i]] for i, row in enumerate(rows)]

    edited(other, without)
    done, longer = added(survey, other)
    assert kinds(done)["q3"] == "resting"
    assert not done.of("gone")
    assert longer.question("q3").waves == ("2024",)
    new = done.of("new")[0].name
    assert longer.question(new).waves == ("2025",)
    assert [r.id for r in longer.rotations] == ["health"]
    assert validate(read_delivery(longer, "2025")).ok
