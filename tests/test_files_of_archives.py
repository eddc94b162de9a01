"""What files of public archives brought to light: character sets, days and minutes of interviews."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from padai.errors import DataError, DefinitionError
from padai.interchange import parse_design
from padai.interchange.dividing import dividing
from padai.interchange.draft import DraftCode, DraftQuestion
from padai.pipeline.builds.building import stages_of
from padai.pipeline.builds.drafts import draft_order
from padai.pipeline.builds.proposals import halves, with_proposals
from padai.pipeline.seals.grades import PROPOSED, sealed_of
from padai.survey.answer_words import missing_kind
from padai.waves.intake import read_data_file
from tests.starting import started, started_and_told

N = 120
WORDS = {
    "cp1253": ("Εμπιστοσύνη στην κυβέρνηση", "Πολύ μεγάλη", "Αρκετή", "Καθόλου"),
    "cp1251": ("Доверие правительству", "Полностью доверяю", "Скорее доверяю", "Не доверяю"),
    "cp1250": ("Zaufanie do rządu", "Bardzo duże", "Dość duże", "Żadne wcale"),
    "cp1252": ("Confiance envers l’État", "Très élevée", "Assez élevée", "Pas du tout élevée"),
}


def stata(path: Path, words: tuple[str, ...], encoding: str, version: int) -> Path:
    """Write a Stata file whose texts are the bytes of an encoding."""
    label, *answers = words
    kept = [word.encode(encoding) for word in (label, *answers)]
    drawn = np.arange(N) % len(answers)
    places = [f"{place}{'x' * len(raw)}"[: len(raw)] for place, raw in enumerate(kept)]
    frame = pd.DataFrame(
        {"id": np.arange(1, N + 1), "q1": pd.Categorical.from_codes(drawn, places[1:])}
    )
    frame.to_stata(path, version=version, write_index=False, variable_labels={"q1": places[0]})
    whole = path.read_bytes()
    for place, raw in zip(places, kept, strict=True):
        whole = whole.replace(place.encode(), raw)
    path.write_bytes(whole)
    return path


@pytest.mark.parametrize("version", [117, 118])
@pytest.mark.parametrize("encoding", list(WORDS))
def test_stata_texts_in_no_declared_set_are_read_by_their_bytes(
    tmp_path: Path, encoding: str, version: int
) -> None:
    words = WORDS[encoding]
    path = stata(tmp_path / "survey.dta", words, encoding, version)
    file = read_data_file(path)
    assert file.labels["q1"] == words[0]
    assert list(file.value_labels["q1"].values()) == list(words[1:])
    _, told = started_and_told(tmp_path, path)
    by_bytes = f"read in Windows-{encoding[2:]}"
    assert (by_bytes in told) == (version == 118 or encoding != "cp1252")


def test_texts_in_two_character_sets_are_refused(tmp_path: Path) -> None:
    words = WORDS["cp1253"]
    path = stata(tmp_path / "survey.dta", words, "cp1253", 118)
    utf8 = "Πολύ".encode()
    whole = path.read_bytes()
    path.write_bytes(whole.replace(words[1].encode("cp1253"), (utf8 + b"   ")[:11]))
    with pytest.raises(DataError, match=r"survey\.dta"):
        read_data_file(path)


def test_an_encoding_that_may_be_several_is_asked(tmp_path: Path) -> None:
    words = ("Zaufanie", "Małe", "Duże i śąłż", "Żadne")
    path = stata(tmp_path / "survey.dta", words, "cp1250", 118)
    several = [("cp1250", "pl"), ("cp1257", "lt")]
    from padai.waves.raw_texts import _not_told

    said = str(_not_told(path, several, ""))
    assert "cp1250 (pl), cp1257 (lt)" in said and 'read_dta("survey.dta", encoding' in said


def test_days_with_the_year_first_date_a_wave_whatever_their_column_is_called(
    tmp_path: Path,
) -> None:
    rng = np.random.default_rng(3)
    days = pd.Timestamp("2023-09-18") + pd.to_timedelta(rng.integers(0, 130, N), unit="D")
    frame = pd.DataFrame(
        {
            "idno": np.arange(1, N + 1),
            "stdte": days.strftime("%Y-%m-%d"),
            "endte": [f"{day:%Y-%m-%d} 14:05:10" for day in days],
            "ppltrst": rng.choice(["Yes", "No"], N),
        }
    )
    frame.loc[4, "endte"] = "NA"
    path = tmp_path / "survey.csv"
    frame.to_csv(path, index=False)
    survey, told = started_and_told(tmp_path, path)
    assert f"dates: {frame['stdte'].min()} – {frame['stdte'].max()} (column stdte)" in told
    assert list(survey.questions) == ["ppltrst"]


def test_days_that_stand_beside_days_of_interview_date_nothing(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {
            "id": np.arange(1, N + 1),
            "vaccinated": [f"2023-0{1 + i % 9}-11" for i in range(N)],
            "interview_date": [f"2024-03-{10 + i % 9}" for i in range(N)],
            "trust": ["Yes", "No"] * (N // 2),
        }
    )
    path = tmp_path / "survey.csv"
    frame.to_csv(path, index=False)
    _, told = started_and_told(tmp_path, path)
    assert "(column interview_date)" in told


def test_minutes_of_an_interview_are_no_weight(tmp_path: Path) -> None:
    rng = np.random.default_rng(4)
    frame = pd.DataFrame(
        {"idno": np.arange(1, N + 1), "inwtm": rng.integers(35, 110, N).astype(float)}
    )
    frame["trust"] = rng.integers(1, 5, N).astype(float)
    frame.loc[7, "inwtm"] = np.nan
    path = tmp_path / "survey.sav"
    pyreadstat.write_sav(frame, str(path))
    _, told = started_and_told(tmp_path, path)
    assert "weight: inwtm: rejected (a length of time)" in told


def test_answers_too_many_to_stack_are_charted_question_by_question(tmp_path: Path) -> None:
    rng = np.random.default_rng(5)
    problems = ["Crime", "Jobs", "Health", "Prices", "Schools", "Roads", "Drugs", "Wages", "Water"]
    agree = ["Strongly agree", "Agree", "Disagree", "Strongly disagree"]
    labels = {f"problem_{i}": dict(enumerate(problems, start=1)) for i in (1, 2, 3)}
    labels |= {f"agree_{i}": dict(enumerate(agree, start=1)) for i in (1, 2, 3)}
    frame = pd.DataFrame(
        {name: rng.integers(1, len(codes) + 1, N).astype(float) for name, codes in labels.items()}
    )
    path = tmp_path / "2024.sav"
    pyreadstat.write_sav(
        frame,
        str(path),
        variable_value_labels=labels,
        column_labels={name: f"About {name.replace('_', ' ')}" for name in labels},
    )
    survey = started(tmp_path, path)
    made = with_proposals(survey, "2024", "en", dt.date(2024, 6, 1))
    blocks = [block for section in made.sections for block in section.blocks]
    kinds = {block.questions[0]: (block.kind, len(block.questions)) for block in blocks}
    assert kinds["agree_1"] == ("scale", 3)
    assert [kinds[f"problem_{i}"] for i in (1, 2, 3)] == [("bars", 1)] * 3


def test_the_largest_of_numbers_is_a_blank(tmp_path: Path) -> None:
    void = ["1.79769313486232e+308", "-1.797693134862316E+308", "8.98846567431158e+307", ""]
    answers = ["1", "2", "3", "1", "2", "3"] * 20
    path = tmp_path / "2024.csv"
    pd.DataFrame({"q1": void + answers, "age": void + ["34", "51"] * 60}).to_csv(path, index=False)
    frame = read_data_file(path).frame
    assert frame["q1"].isna().sum() == frame["age"].isna().sum() == len(void)
    survey, told = started_and_told(tmp_path, path)
    assert "numbers and words" not in told
    scale = survey.questions["q1"].scale
    assert scale is not None and [code.code for code in scale.codes] == ["1", "2", "3"]


def test_what_several_waves_leave_open_is_asked_at_once(tmp_path: Path) -> None:
    rng = np.random.default_rng(6)
    files = []
    for year in (2023, 2024):
        frame = pd.DataFrame({"id": np.arange(N) + year * N, "q1": rng.integers(1, 4, N)})
        frame["weight_a"], frame["weight_b"] = (rng.gamma(4, 0.25, N) for _ in range(2))
        frame[["weight_a", "weight_b"]] /= frame[["weight_a", "weight_b"]].mean()
        files.append(tmp_path / f"{year}.csv")
        frame.to_csv(files[-1], index=False)
    with pytest.raises(DefinitionError) as refused:
        started(tmp_path, *files, design=(parse_design("proposed"),))
    said = refused.value.said.en
    assert "--design 2023:proposed,weight=weight_a" in said
    assert "--design 2024:proposed,weight=weight_a" in said
    one = (parse_design("2023:proposed,weight=weight_b"), parse_design("proposed"))
    with pytest.raises(DefinitionError, match=r"^wave 2024: .*weight=weight_a"):
        started(tmp_path, *files, design=one)


def asked_of_few(rows: int) -> pd.DataFrame:
    """A form that few people filled in, its columns headed by the questions."""
    drawn = np.arange(rows)
    return pd.DataFrame(
        {
            "What is your role in the school?": np.array(["Teacher", "Head", "Nurse"])[drawn % 3],
            "Were you satisfied with the training?": np.array(["Yes", "No"])[drawn % 2],
            "Would you recommend it to a colleague?": np.array(["Yes", "No"])[drawn // 2 % 2],
            "What should come next?": [f"my idea {place}" for place in drawn],
        }
    )


def test_questions_head_the_columns_of_a_form_that_few_people_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "form.csv"
    asked_of_few(16).to_csv(path, index=False)
    survey = started(tmp_path, path)
    assert {q.label.get("en") for q in survey.questions.values()} >= {
        "What is your role in the school?"
    }


@pytest.mark.parametrize("cells", ["answers", "too few"])
def test_a_first_line_that_may_be_a_persons_is_refused(tmp_path: Path, cells: str) -> None:
    path = tmp_path / "form.csv"
    frame = asked_of_few(16 if cells == "answers" else 5)
    if cells == "answers":  # a head stands among the answers of its column
        frame.iloc[3, 3] = frame.columns[3]
    frame.to_csv(path, index=False)
    with pytest.raises(DataError, match="answers"):
        started(tmp_path, path)


def test_a_wave_of_which_the_month_is_doubtful_is_not_called_by_one(tmp_path: Path) -> None:
    answers = ["Yes", "No", "Not sure"] * (N // 3)
    either = [f"{1 + i % 4:02d}/{5 + i % 3:02d}/2024" for i in range(N)]
    known = [f"2024-02-{10 + i % 9}" for i in range(N)]
    files = []
    for name, days in (("spring", known), ("summer", either)):
        files.append(tmp_path / f"{name}.csv")
        pd.DataFrame({"id": range(1, N + 1), "date": days, "q1": answers}).to_csv(
            files[-1], index=False
        )
    survey = started(tmp_path, *files)
    assert list(survey.waves) == ["spring", "summer"]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("NAP, all other countries", "not_asked"),
        ("NAV;ZA: answer categories differ", "not_asked"),
        ("NAV(DE,IL,US);NAP,never heard of it", "not_asked"),
        ("ES:NAP(Code 0 in ES_RELIG);TR:Not available", "not_asked"),
        ("Not available;NAP, other countries", "not_asked"),
        ("Not available, not asked (IS)", "not_asked"),
        ("DE,IL,TW:Not asked/no such association", "not_asked"),
        ("No answer(IE,BE,ZA)", "refused"),
        ("Don't know; TW: Time varies", "dont_know"),
        ("NAP (National Action Party)", None),
        ("NAV - National Alliance", None),
        ("GB:Nothing at all", None),
        ("None; don't know", None),
        ("Green Party (GPS)", None),
    ],
)
def test_no_answers_as_archives_of_several_countries_write_them(
    label: str, kind: str | None
) -> None:
    assert missing_kind(label) == kind


def test_what_everybody_is_by_the_file_is_no_question(tmp_path: Path) -> None:
    countries = {56: "BE-Belgium", 208: "DK-Denmark", 246: "FI-Finland", 792: "TR-Turkey"}
    labels = {
        "V1": {5950: "Archive Study Number ZA5950"},
        "V4": countries,
        "DE_INC": {500: "Under 1.000 EUR", 2000: "1.000-2.999 EUR", 9990: "NAP, other countries"},
        "everybody": {1: "Yes", 2: "No"},
    }
    values = {"V1": 5950.0, "V4": 792.0, "DE_INC": 9990.0, "everybody": 1.0}
    path = tmp_path / "2014.sav"
    frame = pd.DataFrame({name: np.full(N, value) for name, value in values.items()})
    pyreadstat.write_sav(
        frame,
        str(path),
        variable_value_labels=labels,
        column_labels={"V1": "Study Number", "V4": "Country", "everybody": "Do you breathe?"},
    )
    assert list(started(tmp_path, path).questions) == ["everybody"]


@pytest.mark.parametrize(
    ("label", "found"),
    [
        ("응답자 성별", "gender"),
        ("응답자의 성별", "gender"),
        ("거주지역", "region"),
        ("응답자 최종학력", "education"),
        ("回答者の性別", "gender"),
        ("受访者性别", "gender"),
    ],
)
def test_whose_sex_or_region_a_label_names_in_writings_of_asia(label: str, found: str) -> None:
    codes = tuple(DraftCode(str(i), i, {"en": text}) for i, text in enumerate("AB", start=1))
    question = DraftQuestion("SQ1", "single", {"ko": label}, codes=codes)
    assert [key for key, *_ in dividing([question])] == [found]


def test_a_blank_that_r_wrote_for_two_people_makes_no_free_text(tmp_path: Path) -> None:
    path = tmp_path / "2024.csv"
    answers = ["female", "male"] * (N // 2 - 1) + ["NA", "NA"]
    pd.DataFrame({"id": range(1, N + 1), "gender": answers}).to_csv(path, index=False)
    survey = started(tmp_path, path)
    assert survey.questions["gender"].type == "single"
    assert [b.question for b in survey.breakdowns] == ["gender"]


def test_files_of_one_date_may_be_parts_of_one_wave(tmp_path: Path) -> None:
    files = []
    for place, region in enumerate(("north", "south")):
        files.append(tmp_path / f"{region}.csv")
        pd.DataFrame(
            {
                "id": np.arange(1, N + 1) + place * N,
                "interview_date": [f"2024-05-{10 + i % 9}" for i in range(N)],
                "trust": ["Yes", "No", "Not sure"] * (N // 3),
            }
        ).to_csv(files[-1], index=False)
    with pytest.raises(DefinitionError, match=r"parts of one wave .* put their rows into one file"):
        started(tmp_path, *files)


def test_comparisons_of_a_draft_without_key_results_are_declared_by_nobody(tmp_path: Path) -> None:
    path = tmp_path / "2024.csv"
    parties = ["Blue", "Green", "Red"] * (N // 3)
    pd.DataFrame({"id": range(1, N + 1), "party": parties}).to_csv(path, index=False)
    survey = started(tmp_path, path, design=(parse_design("none"),))
    assert survey.path is not None
    order = draft_order(
        survey.path,
        wave=None,
        lang="en",
        project=None,
        data_dir=None,
        engine="auto",
        formats=("html",),
        stages=stages_of(None, None),
    )
    assert not order.survey.key_results
    assert sealed_of(order).grade == PROPOSED


@pytest.mark.parametrize(
    "labels",
    [
        "Very close|Close|Not very close|Not close at all",
        "Agree strongly|Agree|Disagree|Disagree strongly",
        "Approve strongly|Approve|Oppose|Oppose strongly",
    ],
)
def test_scales_that_say_how_much_last_are_halved(labels: str) -> None:
    assert halves(labels.split("|")) == (0, 1)


def test_who_did_not_say_a_degree_is_no_group(tmp_path: Path) -> None:
    rng = np.random.default_rng(7)
    labels = {
        "educat": {1: "College", 2: "High school", 99: "Don't know/Refused"},
        "trust": {1: "A lot", 2: "Some", 3: "None", 9: "Don't know"},
    }
    frame = pd.DataFrame(
        {"educat": rng.choice([1.0, 2, 99], N), "trust": rng.choice([1.0, 2, 3, 9], N)}
    )
    path = tmp_path / "2024.sav"
    pyreadstat.write_sav(
        frame,
        str(path),
        variable_value_labels=labels,
        column_labels={"educat": "Education level category", "trust": "Trust in the press"},
    )
    survey = started(tmp_path, path)
    kept = {q.id: [m.in_base for m in q.missing_codes] for q in survey.questions.values()}
    assert [b.question for b in survey.breakdowns] == ["educat"]
    assert kept == {"educat": [False], "trust": [True]}
