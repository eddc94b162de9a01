"""Exports of KoboToolbox, ODK and REDCap, and workbooks, as newcomers bring them: two waves each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from padai.errors import DataError, DefinitionError
from padai.interchange import Choices, DesignChoice, add_wave, init_from
from padai.interchange.platforms import read_export
from padai.interchange.platforms.export import day_of
from padai.interchange.profiles import profiles
from padai.interchange.when import dated
from padai.survey import Survey, load_survey
from padai.waves import read_wave
from padai.waves.intake import read_data_file
from padai.waves.named_months import named_day
from tests.platform_exports import CANARY, write_csv

N = 60
TRUST = ("Much", "Some", "None at all")
OPTIONS = ("Telephone", "Website, or an app", "In person")
CHOSEN = ((0,), (1, 2), (0, 1, 2), (2,))
DESIGN = Choices(design=(DesignChoice(),))


def started(tmp_path: Path, *files: Path, choices: Choices = DESIGN) -> Survey:
    init_from(tmp_path / "out", list(files), choices)
    return load_survey(next((tmp_path / "out").rglob("survey.yaml")).parent)


def written(folder: Path) -> str:
    files = [p for p in sorted(folder.rglob("*")) if p.is_file()]
    return "\n".join(p.read_bytes().decode("utf-8", "replace") for p in files)


def who(i: int) -> str:
    return f"{CANARY} {chr(65 + i % 20)}{chr(97 + i // 20)}x"


def trust(i: int, wave: str, words: Sequence[str] = TRUST) -> str:
    return words[(i + (wave == "2025")) % 3]


def marks(i: int, yes: str = "1", no: str = "0") -> list[str]:
    return [yes if k in CHOSEN[i % 4] else no for k in range(3)]


def in_code(survey: Survey, question: str, wave: str) -> list[int]:
    values = read_wave(survey, wave).frame[question].value_counts()
    return [int(n) for _, n in sorted(values.items())]


# --- KoboToolbox and ODK ------------------------------------------------------------------


def kobo_labels(path: Path, words: Sequence[str] = TRUST) -> Path:
    """Lay out an export with labels: a point and its parts, a picture, a contact."""
    wave = path.stem[-4:]
    asked = "You/Which have you used?"
    head = [
        "start",
        "Your name",
        "You/How much do you trust public bodies?",
        asked,
        *(f"{asked}/{option}" for option in OPTIONS),
        "Where are you?",
        *(f"_Where are you?_{part}" for part in ("latitude", "longitude")),
        "Front of the house",
        "Front of the house_URL",
        "Mobile",
        "_id",
        "_uuid",
        "_submission_time",
        "_validation_status",
        "_submitted_by",
        "_index",
    ]
    rows = [head]
    for i in range(N):
        day = f"{wave}-03-{i % 20 + 1:02d}T10:06:00"
        rows.append(
            [
                day,
                who(i),
                trust(i, wave, words),
                " ".join(OPTIONS[k] for k in CHOSEN[i % 4]),
                *marks(i),
                f"{CANARY} 45.5 -73",
                "45.50",
                "-73.5",
                f"{CANARY}{i}.jpg",
                f"https://example.org/{CANARY}{i}",
                f"514 555 01{i:02d}",
                str(9000 + i),
                f"{wave}{i}",
                day,
                "",
                CANARY,
                str(i + 1),
            ]
        )
    return write_csv(path, rows, ";")


def test_kobo_s_labels_make_the_same_questions_in_the_next_wave(tmp_path: Path) -> None:
    """A multiple choice was gone and new in the next wave; points and pictures were questions."""
    survey = started(tmp_path, kobo_labels(tmp_path / "kobo-2024.csv"))
    assert [q.type for q in survey.questions.values()] == ["single", "multiple"]
    used = list(survey.questions.values())[1]
    assert used.scale is not None
    assert [c.label.get("en") for c in used.scale.codes] == list(OPTIONS)
    assert survey.wave("2024").fieldwork.start == dt.date(2024, 3, 1)
    added = add_wave(survey.path, kobo_labels(tmp_path / "kobo-2025.csv"), DESIGN, accept=True)
    assert [c.kind for c in added.changes] == ["same", "same"]
    survey = load_survey(survey.path)
    for wave in ("2024", "2025"):
        frame = read_wave(survey, wave).frame
        assert [int(frame[f"{used.id}_{o}"].sum()) for o in OPTIONS] == [30, 30, 45]
    traces = (CANARY, "514 555", "45.50")
    assert not any(trace in written(tmp_path / "out") for trace in traces)


@pytest.mark.parametrize(
    ("text", "day"), [("2024-03-01T10:06:00.000Z", "2024-03-01"), ("2024-03-011", "")]
)
def test_the_day_of_a_moment_is_read(text: str, day: str) -> None:
    """KoboToolbox and ODK write a T between day and hour: no wave of theirs had a date."""
    assert day_of(text) == day


def kobo_groups(path: Path) -> Path:
    """Lay out two groups with a question of one name each, and choices without a joined column."""
    wave = path.stem[-4:]
    rows = [
        [
            "a/trust",
            "a/used/tel",
            "a/used/web",
            "a/used/desk",
            "b/trust",
            "b/one",
            "b/two",
            "_id",
            "_uuid",
            "_submission_time",
            "_index",
        ]
    ]
    for i in range(N):
        rows.append(
            [
                f"t{(i + (wave == '2025')) % 3 + 1}",
                *marks(i),
                f"b{i % 2 + 1}",
                str(i % 2),
                str(i % 3 // 2) if i % 5 else "",
                str(9000 + i),
                f"{wave}{i}",
                f"{wave}-03-{i % 20 + 1:02d}T10:00:00",
                str(i + 1),
            ]
        )
    return write_csv(path, rows, ";")


def test_questions_of_one_name_in_two_groups_are_both_kept(tmp_path: Path) -> None:
    """The first was lost without a word; choices in columns of their own were questions."""
    survey = started(tmp_path, kobo_groups(tmp_path / "kobo-2024.csv"))
    kinds = {q.id: q.type for q in survey.questions.values()}
    assert kinds == {
        "a_trust": "single",
        "used": "multiple",
        "b_trust": "single",
        "one": "single",
        "two": "single",
    }
    assert "a/used/… hold only 0 and 1" in written(survey.path)
    added = add_wave(survey.path, kobo_groups(tmp_path / "kobo-2025.csv"), DESIGN, accept=True)
    assert {c.kind for c in added.changes} == {"same"}
    survey = load_survey(survey.path)
    assert in_code(survey, "a_trust", "2025") == [20, 20, 20]
    assert in_code(survey, "b_trust", "2025") == [30, 30]


def test_yes_or_no_questions_of_a_group_are_questions_where_the_form_says_so(
    tmp_path: Path,
) -> None:
    book = openpyxl.Workbook()
    book.active.title = "survey"
    for row in (
        ["type", "name", "label"],
        ["begin_group", "g", "G"],
        ["select_one yn", "one", "1?"],
        ["select_one yn", "two", "2?"],
        ["end_group", "", ""],
    ):
        book.active.append(row)
    sheet = book.create_sheet("choices")
    for row in (["list_name", "name", "label"], ["yn", "1", "Yes"], ["yn", "0", "No"]):
        sheet.append(row)
    book.save(tmp_path / "form.xlsx")
    rows = [["g/one", "g/two", "_id", "_uuid", "_submission_time"]]
    rows += [[str(i % 2), str(i % 3 // 2), str(i), f"u{i}", "2024-03-01T10:00"] for i in range(N)]
    export = write_csv(tmp_path / "kobo-2024.csv", rows)
    survey = started(tmp_path, tmp_path / "form.xlsx", export)
    assert {q.id: q.type for q in survey.questions.values()} == {"one": "single", "two": "single"}
    assert in_code(survey, "two", "2024") == [40, 20]


@pytest.mark.parametrize("link", ["_parent_index", "PARENT_KEY"])
def test_the_file_of_a_repeated_group_is_no_wave(tmp_path: Path, link: str) -> None:
    """Its rows, several a response, were people; the names in it were choices."""
    rows = [["name", "age", "KEY", link], *([who(0), "7", f"k{i}", "1"] for i in range(9))]
    path = write_csv(tmp_path / "children-2024.csv", rows)
    with pytest.raises(DataError, match="holds a repeated group") as found:
        started(tmp_path, path)
    assert CANARY not in str(found.value) and not (tmp_path / "out").exists()


def test_links_of_odk_to_repeated_groups_are_no_question(tmp_path: Path) -> None:
    head = ["SubmissionDate", "main-trust", "main-SET-OF-child", "SET-OF-car", "KEY"]
    rows = [["2024-03-01T10:00:00Z", f"t{i % 3}", f"u{i}/c", f"u{i}/d", f"u{i}"] for i in range(N)]
    export = read_export(write_csv(tmp_path / "odk-2024.csv", [head, *rows]))
    assert export is not None and [c.name for c in export.columns] == ["trust"]


# --- REDCap -------------------------------------------------------------------------------


def redcap_labels(path: Path) -> Path:
    wave = path.stem[-4:]
    rows = [
        [
            "Record ID",
            "Event Name",
            "Survey Identifier",
            "Survey Timestamp",
            "How much do you trust public bodies?",
            *(f"Which have you used? (choice={option})" for option in OPTIONS),
            "Nickname, or pet",
            "E-mail",
            "Complete?",
        ]
    ]
    for i in range(N):
        rows.append(
            [
                str(i + 1),
                "Baseline",
                f"{CANARY}{i}@example.org",
                f"{wave}-03-{i % 20 + 1:02d} 10:05:00",
                trust(i, wave),
                *marks(i, "Checked", "Unchecked"),
                f"{CANARY} {i % 7}",
                f"{CANARY}{i}@example.org",
                "Complete" if i < 54 else "Incomplete",
            ]
        )
    return write_csv(path, rows)


def test_redcap_s_labels_are_read_with_and_without_the_dictionary(tmp_path: Path) -> None:
    """An export of labels was no export: its first line was taken for a person's answers."""
    path = redcap_labels(tmp_path / "redcap-2024.csv")
    kept = Choices(design=(DesignChoice(),), exclude=("Nickname*",))
    survey = started(tmp_path, path, choices=kept)
    assert [q.type for q in survey.questions.values()] == ["single", "multiple"]
    assert len(read_wave(survey, "2024").frame) == 54
    assert CANARY not in written(tmp_path / "out")
    heads = [
        "Variable / Field Name",
        "Form Name",
        "Field Type",
        "Field Label",
        "Choices, Calculations, OR Slider Labels",
        "Identifier?",
    ]
    listed = [" | ".join(f"{i}, {t}" for i, t in enumerate(c, 1)) for c in (TRUST, OPTIONS)]
    form = write_csv(
        tmp_path / "dictionary.csv",
        [
            heads,
            ["record_id", "main", "text", "Record ID", "", ""],
            ["trust", "main", "radio", "How much do you trust public bodies?", listed[0], ""],
            ["used", "main", "checkbox", "Which have you used?", listed[1], ""],
            ["nick", "main", "text", "Nickname, or pet", "", "y"],
        ],
    )
    survey = started(tmp_path / "with", form, path)
    assert {q.id: q.type for q in survey.questions.values()} == {
        "trust": "single",
        "used": "multiple",
    }
    after = redcap_labels(tmp_path / "redcap-2025.csv")
    added = add_wave(survey.path, after, DESIGN, accept=True)
    assert {c.kind for c in added.changes} == {"same"}
    survey = load_survey(survey.path)
    counts = [in_code(survey, "trust", wave) for wave in ("2024", "2025")]
    assert counts == [[18, 18, 18], [18, 18, 18]]
    assert CANARY not in written(tmp_path / "with" / "out")


def test_labels_of_several_events_are_refused_with_what_to_export(tmp_path: Path) -> None:
    head = ["Record ID", "Event Name", "Trust?", "Complete?"]
    rows = [[str(i // 2), f"Event {i % 2}", TRUST[i % 3], "Complete"] for i in range(N)]
    with pytest.raises(DataError, match="one event of one instrument"):
        read_export(write_csv(tmp_path / "redcap-2024.csv", [head, *rows]))


# --- workbooks ----------------------------------------------------------------------------


def workbook(path: Path, others: int = 0) -> Path:
    book = openpyxl.Workbook()
    wave = path.stem[-4:]
    book.active.append(["id", "interview date", "trust", "age"])
    for i in range(N):
        day = dt.datetime(int(wave), 3, i % 20 + 1)
        book.active.append([i + 1, day, trust(i, wave), 18 + i % 50])
    for _ in range(others):
        book.create_sheet()
    book.save(path)
    return path


def test_a_workbook_of_answers_is_read_and_told(tmp_path: Path) -> None:
    """It was refused as a questionnaire that it is none of."""
    said: list[str] = []
    choices = Choices(design=(DesignChoice(),), tell=lambda told: said.append(told.en))
    named = Choices(**{**vars(choices), "wave_ids": {tmp_path / "answers 2024.xlsx": "spring"}})
    survey = started(tmp_path, workbook(tmp_path / "answers 2024.xlsx", 2), choices=named)
    assert any("; not read: Sheet1, Sheet2" in line for line in said)
    assert list(survey.waves) == ["spring"]
    assert survey.wave("spring").fieldwork.start == dt.date(2024, 3, 1)
    after = workbook(tmp_path / "answers 2025.xlsx")
    added = add_wave(survey.path, after, choices, accept=True)
    assert {c.kind for c in added.changes} == {"same"}
    survey = load_survey(survey.path)
    assert [in_code(survey, "trust", wave) for wave in survey.waves] == [[20, 20, 20]] * 2


def test_an_empty_first_sheet_and_a_broken_workbook_say_what_to_do(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "empty.xlsx")
    with pytest.raises(DataError, match="Put the sheet of the answers first"):
        started(tmp_path, tmp_path / "empty.xlsx")
    (tmp_path / "broken.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    with pytest.raises((DataError, DefinitionError), match=r"broken\.xlsx"):
        started(tmp_path, tmp_path / "broken.xlsx")


# --- the next wave, and two at once -------------------------------------------------------


def google(path: Path, words: Sequence[str]) -> Path:
    year = path.stem[-4:]
    rows = [["Timestamp", "How much do you trust public bodies?"]]
    rows += [[f"{year}/03/{i % 20 + 1:02d} 10:05:00", trust(i, year, words)] for i in range(N)]
    return write_csv(path, rows)


def test_a_wave_that_was_looked_at_is_added_again(tmp_path: Path) -> None:
    """The line of a choice in other words ends with “add the wave again”, which was refused."""
    survey = started(tmp_path, google(tmp_path / "form-2024.csv", TRUST))
    after = google(tmp_path / "form-2025.csv", ("Much", "Some", "Not at all"))
    assert not add_wave(survey.path, after, DESIGN).accepted
    assert add_wave(survey.path, after, DESIGN, accept=True).accepted
    assert load_survey(survey.path).waves == ("2024", "2025")
    (tmp_path / "other").mkdir()
    other = google(tmp_path / "other" / "form-2025.csv", TRUST)
    with pytest.raises(DefinitionError, match="2025"):
        add_wave(survey.path, other, DESIGN, accept=True)


def test_a_choice_in_other_words_is_told_of_exports_given_at_once(tmp_path: Path) -> None:
    """`add-wave` asked about it, and `init` made it two codes without a word."""
    files = [
        google(tmp_path / "form-2024.csv", TRUST),
        google(tmp_path / "form-2025.csv", ("Much", "Some", "Not at all")),
    ]
    survey = started(tmp_path, *files)
    text = written(survey.path)
    assert "given in wave 2024 only" in text and "start from form-2024.csv alone" in text
    same = [google(tmp_path / f"same-{year}.csv", TRUST) for year in (2024, 2025)]
    assert "only, " not in written(started(tmp_path / "same", *same).path / "questionnaire.yaml")


# --- days as people write them ------------------------------------------------------------

WRITTEN = {
    "fr": ("date d’entrevue", "{d} févr. 2024", "mardi {d} août 2024 à 10h05"),
    "en": ("interview date", "February {d}, 2024", "{d}AUG2024"),
    "es": ("fecha de la entrevista", "{d} de febrero de 2024", "{d}-ago-2024"),
    "de": ("Interviewdatum datum", "{d}. Februar 2024", "{d}. Aug. 2024"),
    "pt": ("data da entrevista", "{d} de fevereiro de 2024", "{d} ago 2024"),
    "it": ("data intervista", "{d} febbraio 2024", "giovedì {d} agosto 2024"),
    "together": ("interview_date", "202402{d:02d}", "202408{d:02d}"),
    "unnamed": ("when", "202402{d:02d}", "202408{d:02d}"),
}


@pytest.mark.parametrize("lang", WRITTEN)
def test_days_with_the_name_of_a_month_date_a_wave(tmp_path: Path, lang: str) -> None:
    """They were a question of people's own words, or nothing, and the wave had no date."""
    name, *ways = WRITTEN[lang]
    for month, way in zip((2, 8), ways, strict=True):
        rows = [["id", name, "trust"]]
        rows += [[str(i), way.format(d=i % 20 + 1), str(i % 3)] for i in range(N)]
        path = write_csv(tmp_path / f"a{month}.csv", rows)
        file = read_data_file(path)
        found = dated(file, profiles(file), "a")
        assert (found.start, found.end) == (dt.date(2024, month, 1), dt.date(2024, month, 20))


def test_days_that_are_none_date_nothing() -> None:
    told = (
        "31 février 2024",
        "20241301",
        "mar. 12 jui 2024",
        "12 mars 10:05",
        "march",
        "20240312000",
    )
    assert [named_day(text) for text in told] == [None] * len(told)
    assert day_of("12 mars 2024 10:05") == "2024-03-12"
