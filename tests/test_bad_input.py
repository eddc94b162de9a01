"""Bad input: one clear message with what to do, the right exit code, and nothing touched.

Definitions, targets and data files, from the command line as a person meets them.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from padai.cli import main
from padai.errors import DataError, DefinitionError, PadaiError
from padai.survey import load_survey
from padai.survey.benchmarks import BenchmarksFile
from padai.survey.consultations import ConsultationFile
from padai.survey.decisions import DecisionsFile
from padai.survey.definition import QuestionnaireFile, SurveyFile
from padai.survey.feedback import FeedbackFile
from padai.survey.fieldwork import WaveDef
from padai.survey.inventory import InventoryFile
from padai.survey.panels import PanelFile
from padai.survey.yaml_files import read_yaml
from padai.waves.intake import read_data_file
from padai.waves.reading import read_delivery
from tests.builders import mini, respondents, write_wave_file

Spoil = Callable[[Path], None]


def _edit(name: str, old: str, new: str) -> Spoil:
    def spoil(survey: Path) -> None:
        path = survey / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return spoil


def _rows(change: Callable[..., object]) -> Spoil:
    def spoil(survey: Path) -> None:
        rows = respondents(seed=2, first_id=1001)
        change(rows)
        write_wave_file(rows, survey / "data" / "m2025.csv")

    return spoil


def _put(column: str, value: object) -> Spoil:
    def change(rows) -> None:  # type: ignore[no-untyped-def]
        rows[column] = rows[column].astype(object) if column in rows else 0
        rows.loc[3, column] = value

    return _rows(change)


def _remove(name: str) -> Spoil:
    return lambda survey: (survey / name).unlink()


def _write(name: str, content: bytes) -> Spoil:
    def spoil(survey: Path) -> None:
        (survey / name).write_bytes(content)

    return spoil


VALIDATE: list[tuple[str, Spoil, int, str]] = [
    ("missing file", _remove("data/m2025.csv"), 2, r"m2025\.csv (is missing|manque)"),
    ("not its ending", _write("data/m2025.csv", b"PK\x03\x04" + b"\0" * 99), 2, "(a zip archive|une archive zip)"),
    ("empty file", _write("data/m2025.csv", b""), 2, r"m2025\.csv (is empty|est vide)"),
    ("cut file", _write("data/m2025.csv", b"id,w,trust\n1,1"), 2, "(may have been cut short|a pu être tronqué)"),
    ("unknown column", _put("extra", 1), 1, "unknown_column.*extra"),
    ("absent column", _rows(lambda r: r.pop("trust")), 1, "missing_column.*trust"),
    ("unknown code", _put("trust", 7), 1, "unknown_code.*trust"),
    ("duplicate id", _put("id", 1001), 1, "id_duplicate.*id"),
    ("zero weight", _put("w", 0), 1, "weight_not_positive"),
    ("absent weight", _rows(lambda r: r.pop("w")), 2, "(design column 'w'|colonne du plan « w »)"),
    (
        "yaml",
        _edit("questionnaire.yaml", "scale: confidence, headline_net", "scale: [, headline_net"),
        2,
        r"questionnaire\.yaml:\d+:\d+",
    ),
    ("yaml key twice", _edit("survey.yaml", "overlap:", "id: a\noverlap:"), 2, r"survey\.yaml:\d+:1"),
    ("misspelt key", _edit("waves/2025.yaml", "supplier:", "suplier:"), 2, r"2025\.yaml:\d+:\d+.*suplier"),
    (
        "unknown net",
        _edit("survey.yaml", "question: trust, net: trust}", "question: trust, net: trsut}"),
        2,
        "(did you mean 'trust'|vouliez-vous dire « trust »)",
    ),
    ("unknown scale", _edit("questionnaire.yaml", "scale: yes_no", "scale: yesno"), 2, "['« ]yesno[' »]"),
    ("wave without a file", _remove("waves/2025.yaml"), 2, r"waves/2025\.yaml (is missing|manque)"),
    ("no definition", _remove("survey.yaml"), 2, r"survey\.yaml (is missing|manque)"),
]  # fmt: skip


def fingerprint(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file under a folder."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """Run the command line; return its exit code and all that it said, on one line."""
    with pytest.raises(SystemExit) as stopped:
        main(list(arguments))
    said = capsys.readouterr()
    code = stopped.value.code
    return int(code or 0), re.sub(r"\s+", " ", said.out + said.err)


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PADAI_DATA_DIR", raising=False)


def test_the_survey_is_clean_before_it_is_spoilt(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = run(capsys, "validate", str(mini(tmp_path)), "--wave", "2025")
    assert code == 0, said


ENGLISH = re.compile(r"\b(the|is|are|must|expected|should|Give|Ask|Correct)\b")
FRENCH = re.compile(r"\b(le|la|les|est|sont|manque|attendu|Donnez|Demandez|Corrigez)\b")


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    ("spoil", "code", "pattern"), [c[1:] for c in VALIDATE], ids=[c[0] for c in VALIDATE]
)
def test_bad_input_ends_in_one_message(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    spoil: Spoil,
    code: int,
    pattern: str,
    lang: str,
) -> None:
    survey = mini(tmp_path)
    spoil(survey)
    (tmp_path / "releases").mkdir()
    (tmp_path / "releases" / "kept.html").write_text("published before", encoding="utf-8")
    before = fingerprint(tmp_path)
    ended, said = run(capsys, "validate", str(survey), "--wave", "2025", "--lang", lang)
    assert ended == code, said
    assert re.search(pattern, said), said
    assert not (ENGLISH if lang == "fr" else FRENCH).search(said), said
    assert "Traceback" not in said
    assert str(tmp_path) not in said.replace(str(survey), "")
    assert fingerprint(tmp_path) == before


def test_a_wave_that_the_survey_does_not_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = str(mini(tmp_path))
    code, said = run(capsys, "validate", survey, "--wave", "2052", "--lang", "en")
    assert code == 2
    assert "there is no wave '2052'. Did you mean '2025'?" in said
    code, said = run(capsys, "validate", survey, "--wave", "2052")
    assert code == 2
    assert "il n’y a pas de vague « 2052 ». Vouliez-vous dire « 2025 » ?" in said


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_what_the_system_refuses_is_one_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    data = write_wave_file(respondents(60), tmp_path / "m.csv")
    ended, said = run(capsys, "init", str(data / "new"), "--from", str(data), "--lang", lang)
    assert ended == 2
    assert {"fr": "(ce n’est pas un dossier)", "en": "(not a folder)"}[lang] in said


def test_a_folder_of_data_that_is_not_there_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = mini(tmp_path)
    ended, said = run(capsys, "validate", str(survey), "--data-dir", str(tmp_path / "none"))
    assert ended == 2
    assert "--data-dir" in said


def test_a_survey_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = run(capsys, "validate", str(tmp_path / "nowhere"))
    assert code == 2
    assert "padai init" in said


TARGETS: list[tuple[str, Spoil, str]] = [
    ("do not add up", _edit("targets/2025.csv", "main,age_group,35+,0.6", "main,age_group,35+,0.7"),
     "do not add up"),
    ("not a number", _edit("targets/2025.csv", "main,sex,F,0.5", "main,sex,F,demi"), "positive number"),
    ("negative", _edit("targets/2025.csv", "main,sex,F,0.5", "main,sex,F,-0.5"), "positive number"),
    ("twice", _edit("targets/2025.csv", "main,sex,F,0.5", "main,sex,M,0.5"), "'M' twice"),
    ("absent margin", _edit("waves/2025.yaml", "age_group]", "region]"), "margin 'region'"),
    ("no file", _remove("targets/2025.csv"), "targets file 2025.csv is missing"),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "said"), [c[1:] for c in TARGETS], ids=[c[0] for c in TARGETS])
def test_targets_that_cannot_be_right_are_refused(tmp_path: Path, spoil: Spoil, said: str) -> None:
    survey = mini(tmp_path)
    with (survey / "targets" / "2025.csv").open("a", encoding="utf-8") as handle:
        handle.write("main,age_group,18-34,0.4,given,x,2021\nmain,age_group,35+,0.6,given,x,2021\n")
    _edit("waves/2025.yaml", "margins: [sex]", "margins: [sex, age_group]")(survey)
    assert len(load_survey(survey).targets("2025").margins) == 2
    spoil(survey)
    with pytest.raises(DefinitionError, match=said) as error:
        load_survey(survey).targets("2025")
    assert error.value.exit_code == 2
    assert str(error.value).startswith("mini, 2025, main")


MUTANTS = {".sav": 40, ".zsav": 40, ".dta": 40, ".csv": 90}


@pytest.mark.parametrize("ending", MUTANTS)
def test_mutated_data_files_never_crash_or_hang(tmp_path: Path, ending: str) -> None:
    """Each mutant is read or refused with one message; the parent lives and says no path."""
    whole = write_wave_file(respondents(20), tmp_path / f"whole{ending}").read_bytes()
    chance = random.Random(ending)
    path = tmp_path / f"m{ending}"
    refused = 0
    for _ in range(MUTANTS[ending]):
        path.write_bytes(mutated(whole, chance))
        try:
            read_data_file(path, "mini, 2025, main")
        except DataError as error:
            refused += 1
            assert str(tmp_path) not in str(error)
    assert refused > 0


def test_mutated_definitions_are_loaded_or_refused(tmp_path: Path) -> None:
    survey = mini(tmp_path)
    chance = random.Random(7)
    names = ["survey.yaml", "questionnaire.yaml", "waves/2025.yaml"]
    whole = {name: (survey / name).read_bytes() for name in names}
    refused = 0
    for turn in range(90):
        name = names[turn % 3]
        (survey / name).write_bytes(mutated(whole[name], chance))
        try:
            load_survey(survey)
        except PadaiError:
            refused += 1
        (survey / name).write_bytes(whole[name])
    assert 60 < refused <= 90


ROOT = Path(__file__).parents[1]
SHAPES = [
    None,
    3,
    1.5,
    True,
    "x",
    [],
    {},
    [None],
    [["a"]],
    {"a": None},
    {1: 2},
    dt.date(2025, 1, 1),
]
DEFINITIONS = [
    (SurveyFile, "surveys/quebec/survey.yaml"),
    (QuestionnaireFile, "surveys/quebec/questionnaire.yaml"),
    (WaveDef, "surveys/quebec/waves/2025.yaml"),
    (PanelFile, "surveys/panel-citoyen/panel.yaml"),
    (ConsultationFile, "surveys/consultation/consultation.yaml"),
    (DecisionsFile, "surveys/quebec/decisions.yaml"),
    (FeedbackFile, "surveys/quebec/feedback.yaml"),
    (InventoryFile, "surveys/quebec/inventory.yaml"),
    (BenchmarksFile, "surveys/quebec/benchmarks.yaml"),
]


@pytest.mark.parametrize(("model", "name"), DEFINITIONS, ids=[name for _, name in DEFINITIONS])
def test_a_value_of_another_shape_is_taken_or_refused(model: type[BaseModel], name: str) -> None:
    """Mutant 11683 of the nightly seed left `groups: {55+: }`, which ended in a TypeError."""
    content = read_yaml(ROOT / name).content
    chance = random.Random(name)
    places = list(_places(content))
    refused = 0
    for parent, key in chance.sample(places, min(len(places), 400)):
        kept, parent[key] = parent[key], chance.choice(SHAPES)
        try:
            model.model_validate(content)
        except ValidationError:
            refused += 1
        parent[key] = kept
    assert refused > 50


def _places(node: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a file's content that holds a value."""
    for key in list(node) if isinstance(node, dict) else range(len(node)):
        yield node, key
        if isinstance(node[key], dict | list):
            yield from _places(node[key])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "      18-34: {label: {fr: 18 à 34 ans, en: 18 to 34}, min: 18, max: 34}",
            "      18-34:",
            "survey.yaml",
        ),
        ("synthetic: true", "synthetic: yes", "true"),
        ("points: [0, 10]", "points: [0, 1000000000]", "101"),
    ],
)
def test_a_definition_of_another_shape_says_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str
) -> None:
    survey = mini(tmp_path)
    name = "questionnaire.yaml" if "points" in old else "survey.yaml"
    if "points" in old:
        text = (survey / name).read_text(encoding="utf-8")
        rating = "  note: {type: rating, label: {fr: N, en: N}, wording: {fr: N, en: N}, scale: {points: [0, 10]}}\n"
        (survey / name).write_text(text + rating, encoding="utf-8")
    _edit(name, old, new)(survey)
    ended, told = run(capsys, "validate", str(survey))
    assert ended == 2
    assert re.search(rf"{name}:[0-9]+:[0-9]+", told)
    assert said in told


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Flip bits, cut, splice, or write a boundary number into a file."""
    data = bytearray(content)
    for _ in range(chance.choice([1, 1, 2, 8])):
        place = chance.randrange(len(data))
        kind = chance.randrange(4)
        if kind == 0:
            data[place] ^= 1 << chance.randrange(8)
        elif kind == 1 and len(data) > 40:
            del data[max(place, 20) :]
        elif kind == 2:
            other = chance.randrange(len(data))
            data[place : place + 16] = data[other : other + 16]
        else:
            number = chance.choice([0, 0xFFFFFFFF, 0x7FFFFFFF, 0x80000000])
            data[place : place + 4] = number.to_bytes(4, "little")
    return bytes(data)


def misspelt(content: bytes, chance: random.Random) -> bytes:
    """Put a few marks of a file of text in other places."""
    data = bytearray(content)
    for _ in range(chance.randint(1, 3)):
        data[chance.randrange(len(data))] = chance.choice(b'{}[]"<>&:; 019azNL')
    return bytes(data)


def test_a_delivery_that_differs_from_the_declared_one_is_always_caught(tmp_path: Path) -> None:
    """A valid file that was altered on its way has another checksum, whatever was altered."""
    survey = mini(tmp_path)
    path = survey / "data" / "m2025.csv"
    whole = path.read_bytes()
    digest = hashlib.sha256(whole).hexdigest()
    _edit("waves/2025.yaml", "file: m2025.csv", f"file: m2025.csv\n    sha256: {digest}")(survey)
    definition = load_survey(survey)
    assert len(read_delivery(definition, "2025").frame) == 200
    chance = random.Random(11)
    for _ in range(50):
        place = chance.randrange(len(whole))
        altered = whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]
        path.write_bytes(altered)
        with pytest.raises(DataError):
            read_delivery(definition, "2025")
