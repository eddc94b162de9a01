"""What two waves or more of other houses brought to light: each trap, on a small file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from padai.errors import FindingsError, Said
from padai.interchange import Choices, add_wave, init_from, parse_design
from padai.interchange.dividing import about_interviewer
from padai.interchange.draft import DraftCode, DraftQuestion
from padai.interchange.label_words import missing_kind
from padai.interchange.lingering import apart
from padai.interchange.linking import link_waves
from padai.pipeline import followed_over_time
from padai.survey import Survey, load_survey
from padai.validation import validate
from padai.waves import read_delivery
from tests.strangers import sav

N = 240
TRUST = {1.0: "Tend to trust", 2.0: "Tend not to trust", 3.0: "DK", 9.0: "Inap. (not 1 in eu28)"}
DAYS = {1.0: "Tuesday 11th March 2014", 2.0: "Wednesday 12th March2014"}
LATER = {1.0: "Saturday, 20th May 2017", 2.0: "Sunday, 21th May 2017"}
SCHOOL = {0.0: "Refusal", 97.0: "No full-time education", 98.0: "Still studying", 99.0: "DK"}
TOLD = {
    "doi": "DIGITAL OBJECT IDENTIFIER",
    "uniqid": "UNIQUE RESPONDENT ID (CASEID BY COUNTRY CODE)",
    "p1": "DATE OF INTERVIEW",
    "d8": "AGE EDUCATION",
    "d60": "DIFFICULTIES PAYING BILLS",
    "w1": "WEIGHT RESULT FROM TARGET",
}

LOOK: dict[str, Any] = {
    "part": "main",
    "net": None,
    "by": [],
    "data_dir": None,
    "say": lambda *_: None,
}


def round_of(folder: Path, year: int, asked: str, options: str, **more: Any) -> Path:
    """A round of a barometer as archives deliver it: its own letters for the same questions."""
    rng = np.random.default_rng(year)
    weight = rng.uniform(0.4, 1.6, N)
    frame = pd.DataFrame(
        {
            "doi": [f"doi:10.4232/{year}"] * N,
            "uniqid": 1000.0 + np.arange(N) // 2,
            "p1": rng.choice([1.0, 2.0], N),
            "d8": rng.choice([*np.arange(14.0, 40.0), 97.0, 98.0, 99.0], N),
            "d60": rng.choice([1.0, 2.0, 3.0, 7.0], N),
            asked: rng.choice([1.0, 2.0, 3.0], N),
            **{f"{options}{i}": rng.choice([0.0, 1.0], N) for i in range(1, 11)},
            "w1": weight / weight.mean(),
        }
    )
    frame.loc[frame.index[:20], "uniqid"] = 999999.0
    for name, cells in more.items():
        frame[name.replace("__", ".")] = cells
    names = {f"{options}{i}": f"VALUES: {i if i < 10 else 'DK'} OF TEN" for i in range(1, 11)}
    marks = {n: {0.0: "Not mentioned", 1.0: "Mentioned"} for n in names}
    if year > 2014:
        marks = {n: {**m, 9.0: "Inap."} for n, m in marks.items()}
        marks[f"{options}10"] = {0.0: "Not mentioned", 1.0: "DK", 9.0: "Inap."}
    labels = {**TOLD, asked: "PARLIAMENT - TRUST", **names}
    bills = {1.0: "Often", 2.0: "From time to time", 3.0: "Never", 7.0: "Refusal (SPONT.)"}
    codes = {"p1": DAYS if year == 2014 else LATER, "d8": SCHOOL, "d60": bills, asked: TRUST}
    return sav(folder / f"ZA{year}.sav", frame, labels, **codes, **marks)


@pytest.fixture
def rounds(tmp_path: Path) -> Survey:
    paths = [
        round_of(tmp_path, 2014, "qa10_1", "qd3_"),
        round_of(tmp_path, 2017, "qa14_1", "qd7."),
    ]
    target = tmp_path / "surveys" / "eb"
    init_from(target, paths, Choices(design=(parse_design("weight=w1"),)))
    text = (target / "survey.yaml").read_text(encoding="utf-8")
    head, _, rest = text.partition("# overlap: none")
    lines = f"overlap: none{rest[rest.index(chr(10)) :]}" if rest else ""
    (target / "survey.yaml").write_text(head + lines if rest else text, encoding="utf-8")
    return load_survey(target)


def test_days_that_labels_tell_date_the_waves(rounds: Survey) -> None:
    days = [(w.fieldwork.start, w.fieldwork.end) for w in rounds.wave_defs.values()]
    assert [(str(a), str(b)) for a, b in days] == [
        ("2014-03-11", "2014-03-12"),
        ("2017-05-20", "2017-05-21"),
    ]
    assert "p1" not in rounds.questions


def test_numbers_of_people_that_come_again_and_what_names_the_file_are_no_questions(
    rounds: Survey,
) -> None:
    for wave in rounds.waves:
        assert {"uniqid", "doi"} <= set(rounds.part(wave).other_columns)
    assert not {q for q in rounds.questions if q.startswith(("uniqid", "doi"))}


def test_words_before_a_last_code_of_no_answer_are_no_numbers(rounds: Survey) -> None:
    school = rounds.question("d8")
    assert school.type == "number"
    assert {m.value for m in school.missing_codes} == {0, 97, 98, 99}
    bills = rounds.question("d60")
    assert [c.value for c in bills.scale.codes] == [1, 2, 3]
    assert [m.kind for m in bills.missing_codes] == ["refused"]


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        ({97: "Still studying", 99: "DK"}, {97}),
        ({97: "97 or older", 99: "DK"}, set()),
        ({97: "Ninety-seven and over", 99: "DK"}, set()),
        ({0: "Very cold", 50: "Neither", 100: "Very warm", 999: "DK"}, set()),
        ({0: "None", 97: "97", 99: "DK"}, set()),
    ],
)
def test_labels_of_numbers_stay_numbers(labels: dict[Any, str], found: set[Any]) -> None:
    values = list(range(101))
    known = [v for v, text in labels.items() if missing_kind(text)]
    assert set(apart(values, labels, known, 500)) == found


def test_a_set_whose_dont_know_is_a_mark_is_one_question_in_both(rounds: Survey) -> None:
    values = next(q for q in rounds.questions.values() if q.type == "multiple")
    assert values.waves is None and len(values.scale.codes) == 10
    assert values.option_columns("2017")["10"] == "qd7.10"
    assert not [q for q in rounds.questions if q.startswith("qd7")]


def test_a_cell_of_no_answer_is_not_taken_for_the_option_of_its_number(rounds: Survey) -> None:
    """9 "Inap." was dropped, since the ninth option has the code 9 too."""
    values = next(q for q in rounds.questions.values() if q.type == "multiple")
    assert [m.value for m in values.missing_codes] == [9]
    path = rounds.path / rounds.data_dir / "ZA2017.sav"
    assert path.exists() and validate(read_delivery(rounds, "2017")).ok


def test_a_fault_in_the_options_of_one_question_stops_no_other(
    rounds: Survey, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PADAI_CACHE_DIR", str(tmp_path / "cache"))
    form = rounds.path / "questionnaire.yaml"
    text = form.read_text(encoding="utf-8")
    start = text.index("type: multiple")
    cut = text.index("missing:", start)
    end = text.index("\n", text.index("cell_9", cut) if "cell_9" in text[cut:] else cut) + 1
    form.write_text(text[: text.rindex("\n", 0, cut) + 1] + text[end:], encoding="utf-8")
    rng = np.random.default_rng(5)
    spoiled = {f"qd7__{i}": rng.choice([0.0, 1.0, 9.0], N) for i in range(1, 11)}
    path = round_of(tmp_path, 2017, "qa14_1", "qd7.", **spoiled)
    survey = _with_file(rounds, path)
    told: list[Said] = []
    followed_over_time(survey, "qa10_1", "2017", **LOOK, tell=told.append)
    assert any("left out" in said.en for said in told)
    options = next(q.id for q in survey.questions.values() if q.type == "multiple")
    with pytest.raises(FindingsError):
        followed_over_time(survey, options, "2017", **LOOK)


def _with_file(survey: Survey, path: Path) -> Survey:
    from padai.waves.intake import file_sha256

    (survey.path / survey.data_dir / path.name).write_bytes(path.read_bytes())
    place = survey.path / "waves" / "2017.yaml"
    text = place.read_text(encoding="utf-8")
    own = survey.part("2017").sha256
    assert own
    place.write_text(text.replace(own, file_sha256(path)), encoding="utf-8")
    return load_survey(survey.path)


def test_a_wave_of_two_years_is_dated_by_its_label(tmp_path: Path) -> None:
    rng = np.random.default_rng(4)
    frame = pd.DataFrame(
        {
            "wave": np.repeat([2018.0, 2023.0], N // 2),
            "pn4": rng.choice([1.0, 2.0], N),
            "weight1500": rng.uniform(0.5, 1.5, N),
        }
    )
    path = sav(
        tmp_path / "ym.sav",
        frame,
        {"wave": "Survey wave", "pn4": "Satisfied with democracy"},
        wave={2018.0: "2018/19", 2023.0: "2023"},
        pn4={1.0: "Satisfied", 2.0: "Not satisfied"},
    )
    init_from(
        tmp_path / "surveys" / "ym",
        [path],
        Choices(wave_column="wave", design=(parse_design("weight=weight1500"),)),
    )
    survey = load_survey(tmp_path / "surveys" / "ym")
    work = survey.wave("2018").fieldwork
    assert (str(work.start), str(work.end)) == ("2018-01-01", "2019-12-31")


def test_a_postal_code_that_one_person_gave_is_theirs(tmp_path: Path) -> None:
    rng = np.random.default_rng(6)
    frame = pd.DataFrame(
        {
            "q1": rng.choice([1.0, 2.0], N),
            "phone": rng.choice([1.0, 2.0], N),
            "inputzip": [48213.0, *[np.nan] * (N - 1)],
        }
    )
    labels = {"q1": "Do you agree?", "inputzip": "Residence zip code", "phone": "Phone number"}
    path = sav(tmp_path / "w2020.sav", frame, labels, q1={1.0: "Yes", 2.0: "No"})
    init_from(tmp_path / "surveys" / "zip", [path], Choices(design=(parse_design("none"),)))
    survey = load_survey(tmp_path / "surveys" / "zip")
    assert set(survey.questions) == {"q1", "phone"}, "a yes or no about a telephone is a question"
    texts = [p.read_text("utf-8") for p in survey.path.rglob("*") if p.suffix in (".yaml", ".csv")]
    assert "48213" not in "".join(texts)


def called(folder: Path, year: int, ids: list[float], **more: Any) -> Path:
    rng = np.random.default_rng(year)
    frame = pd.DataFrame({"caseid": ids, "q1": rng.choice([1.0, 2.0], len(ids)), **more})
    labels = {"q1": "Do you agree?", "caseid": "Case ID"}
    return sav(folder / f"w{year}.sav", frame, labels, q1={1.0: "Yes", 2.0: "No"})


def test_people_who_come_back_under_new_numbers_are_seen(tmp_path: Path) -> None:
    """`overlap: none` was written, since no number of the one file stood in the other's."""
    first = [10_000.0 + i for i in range(N)]
    second = [20_000.0 + i for i in range(N)]
    back = [*first[:60], *[np.nan] * (N - 60)]
    ages = [18.0 + i % 70 for i in range(N)]
    one = called(tmp_path, 2020, first)
    other = called(tmp_path, 2021, second, caseid_2020=back, idage=ages)
    design = (parse_design("id=caseid"),)
    init_from(tmp_path / "surveys" / "both", [one, other], Choices(design=design))
    text = (tmp_path / "surveys" / "both" / "survey.yaml").read_text(encoding="utf-8")
    assert "# overlap: none" in text and "caseid_2020" in text
    init_from(tmp_path / "surveys" / "one", [one], Choices(design=design))
    place = tmp_path / "surveys" / "one" / "survey.yaml"
    text = place.read_text(encoding="utf-8").replace("# overlap: none", "overlap: none")
    place.write_text(text, encoding="utf-8")
    told: list[Said] = []
    add_wave(place.parent, other, Choices(design=design, tell=told.append))
    (said,) = [each.en for each in told if "under new numbers" in each.en]
    assert "'caseid_2020' holds 60 identifiers of wave 2020" in said


def test_other_people_under_other_numbers_are_others(tmp_path: Path) -> None:
    paths = [
        called(tmp_path, 2020, [10_000.0 + i for i in range(N)]),
        called(
            tmp_path,
            2021,
            [20_000.0 + i for i in range(N)],
            house_id=[30_000.0 + i for i in range(N)],
        ),
    ]
    init_from(tmp_path / "surveys" / "both", paths, Choices(design=(parse_design("id=caseid"),)))
    assert load_survey(tmp_path / "surveys" / "both").overlap == "none"


@pytest.mark.parametrize(
    ("then", "now", "linked"),
    [
        ("Feeling toward ROP", "Feeling toward SRP", False),
        ("Feeling toward SLD", "Feeling toward ZL", False),
        ("Feeling toward ZL", "Feeling toward Razem", False),
        ("Zaufanie do PiS", "Zaufanie do PO", False),
        ("Feeling toward PSL", "Feeling toward PSL", True),
        ("Trust in the police", "Trust in police", True),
        ("TRUST IN THE EU - Q7", "TRUST IN THE EU - Q8", True),
    ],
)
def test_parties_of_other_initials_are_other_questions(then: str, now: str, linked: bool) -> None:
    """likeROP went on as likeSRP, two other parties of which the label differs in three letters."""
    codes = tuple(DraftCode(str(v), v, {"en": t}) for v, t in ((1, "Dislike"), (2, "Like")))
    old = DraftQuestion("a", "single", {"en": then}, codes, columns={"1": "a"})
    new = DraftQuestion("b", "single", {"en": now}, codes, columns={"2": "b"})
    assert (len(link_waves([[old], [new]])) == 1) is linked


def test_a_wave_is_called_and_dated_as_the_labels_of_its_column_say(tmp_path: Path) -> None:
    rng = np.random.default_rng(8)
    frame = pd.DataFrame(
        {"year": np.repeat([1.0, 2.0], N // 2), "q1": rng.choice([1.0, 2.0, 3.0], N)}
    )
    values = {1.0: "1982", 2.0: "2001"}
    path = sav(tmp_path / "all.sav", frame, {"q1": "Do you agree?", "year": "Year"}, year=values)
    choices = Choices(wave_column="year", design=(parse_design("none"),))
    init_from(tmp_path / "surveys" / "all", [path], choices)
    survey = load_survey(tmp_path / "surveys" / "all")
    assert [w.label.get("en") for w in survey.wave_defs.values()] == ["1982", "2001"]
    assert [w.fieldwork.start.year for w in survey.wave_defs.values()] == [1982, 2001]
    text = (survey.path / "questionnaire.yaml").read_text(encoding="utf-8")
    assert text.count("1, 2: ") == 1, "what is remarked alike of each wave is remarked once"


def test_a_scale_of_numbers_whose_ends_are_words_has_scores(tmp_path: Path) -> None:
    """0 "Dislike", 1 "1", ... 10 "Like" was eleven answers of which no mean was told."""
    rng = np.random.default_rng(9)
    frame = pd.DataFrame({"like": rng.integers(0, 11, N).astype(float)})
    values = {0.0: "Dislike", **{float(i): str(i) for i in range(1, 10)}, 10.0: "Like"}
    path = sav(tmp_path / "w2020.sav", frame, {"like": "Feeling toward them"}, like=values)
    init_from(tmp_path / "surveys" / "like", [path], Choices(design=(parse_design("none"),)))
    question = load_survey(tmp_path / "surveys" / "like").question("like")
    assert question.type == "rating"
    assert [c.score for c in question.scale.codes] == list(range(11))


@pytest.mark.parametrize(
    ("label", "of_it"),
    [
        ("RESPONDENT COOPERATION", True),
        ("COUNTRY CODE - ISO 3166", True),
        ("TIME OF INTERVIEW", True),
        ("N OF PERSONS PRESENT DURING INTERVIEW", True),
        ("Cooperation between countries", False),
        ("Trust in the country", False),
    ],
)
def test_how_an_interview_went_is_no_key_result(label: str, of_it: bool) -> None:
    """A barometer's draft had “respondent cooperation has fallen” for its first finding."""
    assert about_interviewer(DraftQuestion("p5", "single", {"en": label})) is of_it
