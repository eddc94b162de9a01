"""What files of real forms and surveys brought to light: own words, names, days, codes, order."""

from __future__ import annotations

import random
import shutil
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest

from padai.interchange import Choices, DesignChoice, add_wave, init_from
from padai.interchange.personal import is_personal
from padai.interchange.platforms import read_export
from padai.survey import Survey, load_survey
from padai.validation import validate
from padai.waves import read_delivery
from tests.platform_exports import CANARY, write_csv

PROPOSED = Choices(design=(DesignChoice(),))
USES = ("Statistics", "Pictures", "Models", "Texts", "Maps")


def started(tmp_path: Path, *files: Path, choices: Choices = PROPOSED) -> Survey:
    init_from(tmp_path / "out", list(files), choices)
    return load_survey(next((tmp_path / "out").rglob("survey.yaml")).parent)


def form(
    folder: Path, asked: str, answers: Sequence[str], day: str = "2025/03/{:02d} 9:05:00"
) -> Path:
    """Lay out the responses of a Google form with one question of interest."""
    rows = [["Timestamp", "Do you use it every day?", asked]]
    rows += [[day.format(i % 20 + 1), ("Yes", "No")[i % 2], text] for i, text in enumerate(answers)]
    return write_csv(folder / "form.csv", rows)


def own_words(n: int) -> list[str]:
    """Return what people may write of what they like: some say the same, one writes a semicolon."""
    said = [f"thing {CANARY} {k}" for k in range(n // 3)]
    liked = [f"liked {k // 2}" for k in range(n // 3)]
    both = [f"liked {k}; liked {k + 1}" for k in range(n - 2 * (n // 3))]
    return [*said, *liked, *both]


def test_what_people_wrote_is_no_list_of_choices_for_its_semicolons(tmp_path: Path) -> None:
    """67 texts that two people wrote were choices, one of them a sentence."""
    survey = started(tmp_path, form(tmp_path, "What do you like best about it?", own_words(240)))
    assert survey.question("q2").type == "open"
    written = next((tmp_path / "out").rglob("questionnaire.yaml")).read_text(encoding="utf-8")
    assert "liked" not in written and CANARY not in written


def test_boxes_parted_by_commas_are_choices_beside_what_few_wrote(tmp_path: Path) -> None:
    """A box for other words made free text of every list of boxes that a sheet of a form holds."""
    draw = random.Random(5)
    answers = [", ".join(u for u in USES if draw.random() < 0.5) or USES[0] for _ in range(200)]
    answers[7] += f", {CANARY} of my own"
    answers[9] += ", whatever else there is"
    survey = started(tmp_path, form(tmp_path, "What do you use it for? (all that apply)", answers))
    asked = survey.question("q2")
    assert asked.type == "multiple" and asked.scale is not None
    labels = [code.label.get("en") for code in asked.scale.codes]
    assert sorted(filter(None, labels)) == sorted([*USES, "Other answer"])


@pytest.mark.parametrize(
    ("written", "wave", "note"),
    [
        ("2568/03/{:02d} 9:05:00", "2025", "2568"),
        ("1980-01-{:02d} 00:00:00", "1", "1980"),
        ("1404/03/{:02d} 9:05:00", "1", "1404"),
    ],
)
def test_days_of_other_eras_date_no_wave_of_theirs(
    tmp_path: Path, written: str, wave: str, note: str
) -> None:
    """A Thai form of 2019 made the wave 2562; a form without days the wave 1980."""
    export = read_export(form(tmp_path, "And why?", ["a", "b"] * 30, written))
    assert export is not None
    assert [str(said.facts["year"]) for said in export.told] == [note]
    assert {day[:4] for day in export.days} == {wave if wave != "1" else ""}
    assert started(tmp_path, export.path).waves == (wave,)


@pytest.mark.parametrize(
    "asked",
    ["Nom & Post-nom /Firstname and Surname", "Surname", "Nom, post-nom et prénom", "ชื่อ / Name"],
)
def test_a_name_is_asked_for_in_two_languages(asked: str) -> None:
    """Names of 68 people were copied into the survey as answers."""
    assert is_personal("q1", asked, [f"{CANARY} {k}" for k in range(12)])


@pytest.mark.parametrize("asked", ["Telephone / computer at home", "Phone/Tablet"])
def test_a_device_that_is_asked_about_is_nobodys(asked: str) -> None:
    assert not is_personal("q1", asked, ["Yes", "No", "Yes", "Yes", "No"])


def test_other_is_an_answer_of_a_list_that_is_labelled_in_part(tmp_path: Path) -> None:
    """77 “Otros” was taken for no answer where a 5 had no label."""
    given = [(1.0, 2.0, 5.0, 3.0, 77.0)[i % 5] for i in range(120)]
    path = tmp_path / "wave.sav"
    labels = {"feast": {1: "Rodeo", 2: "Carnaval", 3: "Fiesta", 77: "Otros (¿cuál?)"}}
    pyreadstat.write_sav(pd.DataFrame({"feast": given}), str(path), variable_value_labels=labels)
    feast = started(tmp_path, path).question("feast").scale
    assert feast is not None and [c.value for c in feast.codes] == [1, 2, 3, 5, 77]


def test_codes_without_a_label_are_what_other_questions_call_them(tmp_path: Path) -> None:
    """88 and 99 behind 77 “Others” were answers, where all other questions say don't know."""
    labels: dict[str, dict[float, str]] = {}
    columns: dict[str, list[float]] = {"id": [float(i) for i in range(120)]}
    for k in range(3):
        columns[f"p{k}"] = [(1.0, 2.0, 3.0, 88.0, 99.0)[(i + k) % 5] for i in range(120)]
        labels[f"p{k}"] = {1: "Mucho", 2: "Algo", 3: "Poco", 88: "No sabe", 99: "No contesta"}
    columns["feast"] = [(1.0, 2.0, 5.0, 3.0, 66.0, 77.0, 88.0, 99.0)[i % 8] for i in range(120)]
    labels["feast"] = {1: "Rodeo", 2: "Carnaval", 3: "Fiesta", 66: "Ninguna", 77: "Otros"}
    columns["place"] = [(1.0, 2.0, 88.0)[i % 3] for i in range(120)]
    labels["place"] = {1: "Norte", 2: "Centro", 88: "Sur"}  # an answer here, so not known elsewhere
    path = tmp_path / "wave.sav"
    pyreadstat.write_sav(pd.DataFrame(columns), str(path), variable_value_labels=labels)
    survey = started(tmp_path, path)
    feast = survey.question("feast").scale
    assert feast is not None and 88 in [c.value for c in feast.codes]
    labels["place"] = {1: "Norte", 2: "Centro", 88: "No sabe"}
    pyreadstat.write_sav(pd.DataFrame(columns), str(path), variable_value_labels=labels)
    shutil.rmtree(tmp_path / "out")
    feast = started(tmp_path, path).question("feast").scale
    assert feast is not None
    assert [c.value for c in feast.codes] == [1, 2, 3, 5, 66, 77]
    assert {m.value: m.kind for m in feast.missing} == {88: "dont_know", 99: "refused"}


def test_ranges_stand_in_order_in_whatever_language(tmp_path: Path) -> None:
    """“10 - 19 ปี” stood before “2 - 9 ปี”, and the youngest behind the oldest."""
    order = ["ต่ำกว่า 2 ปี", "2 - 9 ปี", "10 - 19 ปี", "มากกว่า 19 ปี"]
    survey = started(tmp_path, form(tmp_path, "How long, all in all?", sorted(order) * 20))
    scale = survey.question("q2").scale
    assert scale is not None and [next(iter(c.label.other.values())) for c in scale.codes] == order


def _boxes(path: Path, stem: str) -> Path:
    """Write a wave in which a multiple choice of three options has columns of one stem."""
    marks = {f"{stem}.{k}": [float((i + k) % 3 == 0) for i in range(90)] for k in (1, 2, 3)}
    trust = [float(1 + (i + len(stem)) % 4) for i in range(90)]
    words = ("telephone", "website", "counter")
    labels = {f"{stem}.{k}": f"WAYS USED: {word}" for k, word in enumerate(words, 1)}
    scale = {1: "Much", 2: "Some", 3: "Little", 4: "None at all"}
    pyreadstat.write_sav(
        pd.DataFrame({"trust": trust, **marks}),
        str(path),
        column_labels={"trust": "Trust in public bodies", **labels},
        variable_value_labels={
            "trust": scale,
            **{name: {0: "Not mentioned", 1: "Mentioned"} for name in marks},
        },
    )
    return path


def test_options_under_another_name_are_the_question_that_they_were(tmp_path: Path) -> None:
    """A multiple choice whose number changed was gone, and its fourteen options were new."""
    survey = started(tmp_path, _boxes(tmp_path / "mine-2023.sav", "qd7"))
    assert survey.question("qd7").type == "multiple"
    folder = next((tmp_path / "out").rglob("survey.yaml")).parent
    addition = add_wave(folder, _boxes(tmp_path / "mine-2024.sav", "qd6"), PROPOSED, accept=True)
    assert [change.name for change in addition.of("renamed")] == ["qd7"]
    assert not addition.of("gone") and not addition.of("new")
    columns = load_survey(folder).question("qd7").option_columns("2024")
    assert [*columns.values()] == ["qd6.1", "qd6.2", "qd6.3"]


def _international(path: Path, column: str, countries: str, asked: str) -> Path:
    """Write a wave of a study of several countries, one question put in some of them."""
    draw = random.Random(path.name)
    rows = [["idno", column, "weight", "voter", "vote", "why"]]
    for country in countries.split():
        for _ in range(60):
            voter = draw.choice(("Yes", "No"))
            vote = draw.choice(("Left", "Right")) if country in asked.split() else ""
            why = draw.choice(("Duty", "Habit")) if voter == "Yes" else ""
            weight = f"{draw.uniform(0.5, 2):.3f}"
            rows.append([str(len(rows)), country, weight, voter, vote, why])
    return write_csv(path, rows)


@pytest.mark.parametrize("column", ["cntry", "isocntry", "B_COUNTRY_ALPHA"])
def test_a_question_put_in_some_countries_has_no_base_of_countries(
    tmp_path: Path, column: str
) -> None:
    """The countries of one wave were the base, and whoever was asked in others stood outside it."""
    survey = started(tmp_path, _international(tmp_path / "x2018.csv", column, "FR DE CH", "FR DE"))
    assert survey.question("vote").base is None
    routed = survey.question("why").base
    assert routed is not None and "voter" in str(routed)
    folder = next((tmp_path / "out").rglob("survey.yaml")).parent
    later = _international(tmp_path / "x2020.csv", column, "FR IT CH", "FR IT")
    add_wave(folder, later, PROPOSED, accept=True)
    found = validate(read_delivery(load_survey(folder), "2020"))
    assert "asked_not_routed" not in {finding.check for finding in found.items}


WEIGHTED = Choices(design=(DesignChoice(proposed=True),))
_SCRIPTS = {"Arabic": "٠١٢٣٤٥٦٧٨٩", "Persian": "۰۱۲۳۴۵۶۷۸۹", "Devanagari": "०१२३४५६७८९"}


def _in_digits(path: Path, digits: str, year: int) -> Path:
    """Write a wave of numbers and days in the digits of a script, with its marks where Arabic."""
    draw, script = random.Random(year), str.maketrans("0123456789", digits)
    point, thousands = ("٫", "٬") if digits[0] in "٠۰" else (".", ",")
    rows = [["id", "weight", "trust", "age", "income", "date", "room", "why"]]
    for k in range(1, 201):
        weight = f"{draw.uniform(1.1, 2):.{3 if point != '.' else 2}f}".replace(".", point)
        income = f"{draw.randint(1000, 9000):,}.5".replace(",", thousands).replace(".", point)
        day = f"{year}-03-{draw.randint(1, 28):02d}"
        given = [str(draw.randint(1, 5)), str(draw.randint(18, 90)), income, day]
        row = [str(k), weight, *given, "ABC"[k % 3], f"{CANARY} 5 {k}"]
        rows.append([cell.translate(script) for cell in row])
    return write_csv(path, rows)


@pytest.mark.parametrize("script", _SCRIPTS)
def test_numbers_and_days_in_the_digits_of_a_script_are_numbers_and_days(
    tmp_path: Path, script: str
) -> None:
    """Codes became the texts “١” and “٢”, ages and days free text, and there was no weight."""
    digits = _SCRIPTS[script]
    survey = started(tmp_path, _in_digits(tmp_path / "x2024.csv", digits, 2024), choices=WEIGHTED)
    trust = survey.question("trust").scale
    assert trust is not None and [c.value for c in trust.codes] == [1, 2, 3, 4, 5]
    assert survey.question("age").type == "number"
    assert survey.question("why").type == "open"
    assert survey.part("2024", "main").design.weight == "weight"
    assert survey.wave("2024").fieldwork.start.isoformat()[:7] == "2024-03"
    frame = read_delivery(survey, "2024").frame
    assert frame["weight"].between(1.1, 2).all() and frame["age"].between(18, 90).all()
    assert set(frame["why"].str[-1]) <= {*digits}
    assert frame["income"].between(1000, 9001).all() and (frame["income"] % 1 == 0.5).all()


@pytest.mark.parametrize("first", [0, 1])
def test_waves_in_the_digits_of_two_scripts_match(tmp_path: Path, first: int) -> None:
    digits = ["0123456789", _SCRIPTS["Arabic"]]
    survey = started(
        tmp_path, _in_digits(tmp_path / "x2023.csv", digits[first], 2023), choices=WEIGHTED
    )
    folder = next((tmp_path / "out").rglob("survey.yaml")).parent
    later = _in_digits(tmp_path / "x2024.csv", digits[1 - first], 2024)
    addition = add_wave(folder, later, WEIGHTED, accept=True)
    assert not addition.of("gone") and not addition.of("new") and not addition.of("renamed")
    survey = load_survey(folder)
    assert not validate(read_delivery(survey, "2024")).items
    both = [read_delivery(survey, wave).frame for wave in ("2023", "2024")]
    assert [set(f["trust"]) for f in both] == [{1, 2, 3, 4, 5}] * 2


def test_cells_of_a_workbook_in_the_digits_of_a_script_are_numbers(tmp_path: Path) -> None:
    path = _in_digits(tmp_path / "x2024.csv", _SCRIPTS["Persian"], 2024)
    book = tmp_path / "y2024.xlsx"
    pd.read_csv(path, dtype=str).to_excel(book, index=False)
    survey = started(tmp_path, book, choices=WEIGHTED)
    assert survey.part("2024", "main").design.weight == "weight"
    assert survey.question("age").type == "number"


def test_a_form_in_the_digits_of_a_script_is_read_as_in_those_of_ascii(tmp_path: Path) -> None:
    """Its days were said to be of the Buddhist era, 2025 being read as 2025."""
    script = str.maketrans("0123456789", _SCRIPTS["Arabic"])
    path = form(tmp_path, "How old are you?", [f"{20 + k}".translate(script) for k in range(60)])
    text = path.read_text(encoding="utf-8").translate(script)
    path.write_text(text, encoding="utf-8")
    export = read_export(path)
    assert export is not None and not export.told
    survey = started(tmp_path, path)
    assert survey.waves == ("2025",) and survey.question("q2").type == "number"
    assert read_delivery(survey, "2025").frame["q2"].between(20, 79).all()


def _countries(place: Path, names: str, rows: int = 150) -> Path:
    """Write a wave of an international study: a country, a score, a weight and a person a row."""
    lines = ["idno,cntry,weight,trust"]
    for turn, name in enumerate(names.split()):
        for k in range(rows):
            lines.append(f"{turn * rows + k + 1},{name},{0.5 + k % 7 / 7:.2f},{k % 5 + 1}")
    place.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return place


@pytest.mark.parametrize(
    ("later", "added"),
    [("FR DE IT CH PT", ["IT", "PT"]), ("FR IT PT GR PL", []), ("FR DE CH", [])],
    ids=["two came", "another study", "none came"],
)
def test_words_that_a_next_file_gives_are_choices_of_its_question(
    tmp_path: Path, later: str, added: list[str]
) -> None:
    """Countries that joined were “New choices: 0”, and validating did not know their codes."""
    first = _countries(tmp_path / "ess2018.csv", "FR DE ES CH NO")
    folder = started(tmp_path, first, choices=WEIGHTED).path
    later_file = _countries(tmp_path / "ess2020.csv", later)
    addition = add_wave(folder, later_file, WEIGHTED, accept=True)
    assert len(addition.of("widened")) == bool(added)
    scale = load_survey(folder).question("cntry").scale
    assert scale is not None
    assert [code.code for code in scale.codes] == ["CH", "DE", "ES", "FR", "NO", *added]
