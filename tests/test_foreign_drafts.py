"""Drafts of files that nobody here made: no battery of strangers, no answer that is none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from padai.errors import DefinitionError
from padai.interchange import Choices, add_wave, init_from, parse_design
from padai.interchange.draft import DraftCode, DraftMissing, DraftQuestion
from padai.interchange.linking import link_waves
from padai.pipeline.builds.unfinished import drafted
from padai.survey import load_survey
from padai.waves.headers import is_a_name
from tests.strangers import begun

N = 400


def test_numbers_without_words_make_a_battery_of_one_stem_alone(tmp_path: Path) -> None:
    """1, 2, 3 of one question and 1, 2, 3 of another stood in one chart, as one scale."""
    rng = np.random.default_rng(3)
    names = ("qf1", "qk3", "use_1", "use_2", "use_3")
    frame = pd.DataFrame({"id": range(N)} | {name: rng.integers(1, 5, N) for name in names})
    folder, _ = begun(tmp_path, {"house_2024": frame}, design=(parse_design("id=id"),))
    made = drafted(load_survey(folder), "2024", "fr")
    shown = [block.questions for section in made.sections for block in section.blocks]
    assert shown == [("qf1",), ("qk3",), ("use_1", "use_2", "use_3")]


def _asked(wave: str, codes: dict[int, str], missing: dict[int, str]) -> DraftQuestion:
    return DraftQuestion(
        "q1",
        "single",
        {"en": "Trust in the government"},
        codes=tuple(DraftCode(str(k), k, {"en": v} if v else {}) for k, v in codes.items()),
        missing=tuple(
            DraftMissing(str(k), k, {"en": v} if v else {}, "dont_know", False)
            for k, v in missing.items()
        ),
        columns={wave: "q1"},
    )


SCALE = {1: "A lot", 2: "Some", 3: "None"}


def test_a_code_that_one_wave_says_is_no_answer_is_none_in_the_others() -> None:
    """The first file labels no 9, the second says what it is: it was an answer of both."""
    for first, second in (
        (_asked("1", {**SCALE, 9: ""}, {}), _asked("2", SCALE, {9: "Don't know"})),
        (_asked("1", SCALE, {9: "Don't know"}), _asked("2", {**SCALE, 9: ""}, {})),
    ):
        (one,) = link_waves([[first], [second]])
        assert [c.value for c in one.codes] == [1, 2, 3]
        assert [m.value for m in one.missing] == [9]


def test_an_answer_of_one_wave_that_is_none_in_the_other_keeps_the_waves_apart() -> None:
    bare = {1: "", 2: "", 3: ""}
    first = _asked("1", {**bare, 9: "Other"}, {})
    found = link_waves([[first], [_asked("2", bare, {9: "Don't know"})]])
    assert [q.columns for q in found] == [{"1": "q1"}, {"2": "q1"}]
    assert "code 9" in " ".join(note.en for note in found[1].notes)


def test_none_of_these_under_a_negative_code_is_an_answer_and_asked(tmp_path: Path) -> None:
    """`-50 NICHTS DAVON` was taken for skipped, beside `-9 KEINE ANGABE`."""
    rng = np.random.default_rng(5)
    frame = pd.DataFrame({"id": range(N), "v1": rng.choice([1, 2, -50, -9, -32], N)})
    labels: dict[int | float, str] = {1: "PRIVAT", 2: "STAAT", -50: "NICHTS DAVON"}
    labels |= {-32: "N. GENERIERBAR", -9: "KEINE ANGABE"}
    path = tmp_path / "house_2024.sav"
    pyreadstat.write_sav(frame, str(path), variable_value_labels={"v1": labels})
    folder = tmp_path / "p" / "surveys" / "house"
    init_from(folder, [path], Choices(design=(parse_design("id=id"),)))
    asked = load_survey(folder).question("v1")
    assert asked.scale is not None
    assert {c.value for c in asked.scale.codes} == {1, 2, -50}
    assert {m.value for m in asked.missing_codes} == {-9, -32}
    text = (folder / "questionnaire.yaml").read_text(encoding="utf-8")
    assert "“none of these” under a negative code, kept as an answer" in text


def test_a_column_with_a_label_and_a_time_for_each_person_is_no_scale(tmp_path: Path) -> None:
    """The CIS labels its times of interview `hh:mm:ss`: 4,000 of them were codes."""
    times = [f"{10 + row // 60:02d}:{row % 60:02d}:{row % 7:02d}" for row in range(N)]
    frame = pd.DataFrame({"id": range(N), "q1": np.arange(N) % 3, "horaini": times})
    path = tmp_path / "house_2024.sav"
    labels: Any = {"horaini": {"hh:mm:ss": "hh:mm:ss"}, "q1": {0: "No", 1: "Yes", 2: "Maybe"}}
    pyreadstat.write_sav(frame, str(path), variable_value_labels=labels)
    folder = tmp_path / "p" / "surveys" / "house"
    init_from(folder, [path], Choices(design=(parse_design("id=id"),)))
    written = "".join(p.read_text(encoding="utf-8") for p in folder.rglob("*.yaml"))
    assert times[0] not in written and times[-1] not in written


def _house(seed: int) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    asked = {f"q{place}": rng.integers(1, 6, N) for place in range(1, 16)}
    return pd.DataFrame({"id": range(N)} | asked)


def test_a_wave_that_is_there_already_is_refused_whatever_its_bytes(tmp_path: Path) -> None:
    """Ten rows fewer and new identifiers made it the next wave, without a word."""
    folder, _ = begun(tmp_path, {"house_2024": _house(1)}, design=(parse_design("id=id"),))
    again = _house(1).iloc[10:].assign(id=lambda frame: frame["id"] + 9_000)
    again.to_csv(tmp_path / "house_2025.csv", index=False)
    before = sorted(p.read_bytes() for p in folder.rglob("*.yaml"))
    same = Choices(design=(parse_design("same"),))
    with pytest.raises(DefinitionError) as told:
        add_wave(folder, tmp_path / "house_2025.csv", same)
    said = str(told.value)
    assert "2024" in said and "390" in said
    assert sorted(p.read_bytes() for p in folder.rglob("*.yaml")) == before
    _house(2).to_csv(tmp_path / "house_2025.csv", index=False)
    assert add_wave(folder, tmp_path / "house_2025.csv", same).wave_id == "2025"


def test_a_panel_that_repeats_a_profile_is_no_wave_again(tmp_path: Path) -> None:
    """The same people under the same sex, age, region..., asked other questions."""
    first, profile = _house(1), [f"q{place}" for place in range(1, 14)]
    folder, _ = begun(
        tmp_path,
        {"house_2024": pd.concat([first, _house(3).add_prefix("a_")], axis=1)},
        design=(parse_design("id=id"),),
    )
    second = pd.concat([first[["id", *profile]], _house(4).add_prefix("b_")], axis=1)
    second.to_csv(tmp_path / "house_2025.csv", index=False)
    same = Choices(design=(parse_design("same"),))
    assert add_wave(folder, tmp_path / "house_2025.csv", same).wave_id == "2025"


def test_groups_of_age_begin_where_the_file_does(tmp_path: Path) -> None:
    """In Brazil one votes at 16: those of 16 and 17 stood in no group."""
    rng = np.random.default_rng(6)
    frame = pd.DataFrame({"id": range(N), "idade": np.r_[[16] * 15, rng.integers(17, 80, N - 15)]})
    older = frame.assign(idade=frame["idade"].clip(lower=20))
    folder, _ = begun(
        tmp_path, {"casa_2024": older, "casa_2025": frame}, design=(parse_design("id=id"),)
    )
    text = (folder / "survey.yaml").read_text(encoding="utf-8")
    assert "16-34:" in text and "min: 16, max: 34" in text


def test_a_name_with_its_groups_is_a_name_however_long() -> None:
    """A form of UNHCR has names of 70 signs: the file was refused as a person's answers."""
    path = "Welfare.IncomeExpenditure.Expenditure.ExpenditureAll.ExpenditureEducation"
    assert is_a_name(path) and is_a_name(path.replace(".", "/"))
    assert not is_a_name("My.neighbour told me that. " * 3)
    assert not is_a_name("a" * 70)


def test_what_a_program_writes_in_an_empty_cell_is_no_answer(tmp_path: Path) -> None:
    """R writes NA in each: it was an answer in words, with a share of its own."""
    rng = np.random.default_rng(8)
    frame = pd.DataFrame(
        {
            "id": range(N),
            "often": rng.choice(["Often", "Never", "NA"], N),
            "land": rng.choice(["NA", "ZA", "ZW"], N),
        }
    )
    folder, _ = begun(tmp_path, {"house_2024": frame}, design=(parse_design("id=id"),))
    survey = load_survey(folder)
    often, land = survey.question("often"), survey.question("land")
    assert often.scale is not None and land.scale is not None
    assert {c.value for c in often.scale.codes} == {"Often", "Never"}
    assert [m.value for m in often.missing_codes] == ["NA"]
    assert {c.value for c in land.scale.codes} == {"NA", "ZA", "ZW"}
    text = (folder / "questionnaire.yaml").read_text(encoding="utf-8")
    assert "NA: apart from the answers" in text


def test_columns_of_people_and_their_devices_are_no_questions(tmp_path: Path) -> None:
    """A form's own columns, under the groups that its names stand in, were open questions."""
    who = {
        "phonenumber": "x514 555 0199",
        "deviceid": "d-7f",
        "imei": "i-7f",
        "Details.EnumeratorName": "Zyxwvu",
        "Profile.Interviewee.DobInterviewee": "1971-02-03 or so",
    }
    frame = pd.DataFrame({"id": range(N), "q1": np.arange(N) % 3})
    for name, text in who.items():
        frame[name] = [f"{text}{row}" for row in range(N)]
    folder, _ = begun(tmp_path, {"house_2024": frame}, design=(parse_design("id=id"),))
    assert set(load_survey(folder).questions) == {"q1"}


@pytest.mark.parametrize(
    ("name", "values", "asked"),
    [
        ("weight", np.linspace(48, 131, N).round(1), True),
        ("poids", np.linspace(105, 260, N).round(), True),
        ("weight", np.linspace(0.4, 1.6, N), False),
        ("weight_final", np.linspace(48, 131, N), False),
        ("weight", np.linspace(900, 7_000, N), False),
        ("base_weight", np.linspace(80, 120, N), False),
        ("wt_kg", np.linspace(45, 120, N), True),
    ],
)
def test_the_weight_of_a_body_is_asked_about(
    tmp_path: Path, name: str, values: np.ndarray, asked: bool
) -> None:
    """Kilograms of a file of health weighted its answers, where nobody objected."""
    frame = pd.DataFrame({"id": range(N), "q1": np.arange(N) % 3, name: values})
    proposed = (parse_design("proposed"),)
    if asked:
        with pytest.raises(DefinitionError, match=name):
            begun(tmp_path, {"house_2024": frame}, design=proposed)
    else:
        folder, _ = begun(tmp_path, {"house_2024": frame}, design=proposed)
        assert load_survey(folder).part("2024").design.weight == name
