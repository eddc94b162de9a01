"""A questionnaire that changed, given with the next export: read by its words, and told."""

from __future__ import annotations

from pathlib import Path

import pytest

import padai
from padai.cli import main
from padai.errors import DataError, DefinitionError, Said
from padai.interchange import Addition, Choices, DesignChoice, add_wave, init_from
from padai.survey import Survey, load_survey
from padai.validation import validate
from padai.waves import read_delivery, read_wave
from tests import platform_exports as exports
from tests.platform_exports import made, people

NONE = (DesignChoice(),)
MORE = ["A great deal", "A fair amount", "Some", "Hardly any", "None at all"]
OTHER_WORDS = "How much do you trust public bodies and agencies?"
LAYOUTS = ("qualtrics values", "qualtrics texts", "limesurvey codes", "limesurvey texts")
WHOLE = ("kobo one column", "odk")
MARKED = ("kobo columns", "kobo one column", "odk", "redcap raw", "redcap labels")


def begun(folder: Path, name: str) -> Survey:
    (one, _), paper = made(folder / "first", name)
    assert paper is not None
    init_from(folder / "surveys" / "mine", [paper], Choices(design=NONE), [one])
    return load_survey(folder / "surveys" / "mine")


def next_year(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """The next export and its questionnaire: a choice between, ages turned round, no telephone."""
    monkeypatch.setattr(exports, "TRUST", MORE)
    monkeypatch.setattr(exports, "AGES", exports.AGES[::-1])
    channels = {"web": "Website, or an app", "desk": "In person", "post": "By mail"}
    if name in WHOLE:  # in one column, whoever says telephone was offered it
        channels |= {"tel": "Telephone"}
    monkeypatch.setattr(exports, "CHANNELS", channels)
    monkeypatch.setattr(exports, "Q_TRUST", OTHER_WORDS)
    (_, other), paper = made(folder / "next", name)
    assert paper is not None
    return other, paper


def added(survey: Survey, export: Path, paper: Path | None) -> tuple[Addition, Survey, str]:
    said: list[Said] = []
    choices = Choices(design=NONE, tell=said.append)
    done = add_wave(survey.path, export, choices, accept=True, questionnaire=paper)
    return done, load_survey(survey.path), "\n".join(each.en for each in said)


@pytest.mark.parametrize("name", [*LAYOUTS, *MARKED])
def test_choices_keep_their_codes_whatever_their_numbers(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    survey = begun(tmp_path, name)
    export, paper = next_year(tmp_path, name, monkeypatch)
    done, grown, said = added(survey, export, paper)
    codes = {c.label.get("en"): c.code for c in grown.question("trust").scale.codes}  # type: ignore[union-attr]
    wave = read_wave(grown, "2025")
    kept = [p for p in people("2025") if p.ended == "complete"]
    if "kobo" in name or name == "odk":
        kept = people("2025")
    shares = padai.proportion(wave, "trust").frame.set_index("response")["estimate"]
    answered = [p.trust for p in kept if p.trust is not None]
    for place, label in enumerate(MORE):
        share = sum(t == place for t in answered) / len(answered)
        assert shares[codes[label]] == pytest.approx(share), label
    ages = {c.label.get("en"): c.value for c in grown.question("age").scale.codes}  # type: ignore[union-attr]
    oldest = sum(p.age == 0 for p in kept)
    assert (wave.frame["age"] == ages["55 and over"]).sum() == oldest
    marks = {c.label.get("en"): c.code for c in grown.question("chan").scale.codes}  # type: ignore[union-attr]
    web = wave.frame[f"chan_{marks['Website, or an app']}"]
    assert (web == 1).sum() == sum("web" in p.channels for p in kept)
    assert marks["By mail"] not in ("1", "2", "3"), "a new option has a code of its own"
    assert "trust: put in other words" in said
    assert "trust: choices added" in said and "A fair amount" in said
    assert name in WHOLE or "chan: choices no longer offered" in said
    assert done.of("widened")
    assert validate(read_delivery(grown, "2025")).ok


@pytest.mark.parametrize("name", ["redcap raw", "qualtrics values", "kobo columns"])
def test_choices_without_words_are_said_to_be_taken_by_number(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A survey drafted of codes alone cannot tell that 2 is another choice now: it is said."""
    (one, _), _ = made(tmp_path / "first", name)
    init_from(tmp_path / "surveys" / "mine", [one], Choices(design=NONE))
    survey = load_survey(tmp_path / "surveys" / "mine")
    done, _, said = added(survey, *next_year(tmp_path, name, monkeypatch))
    assert "trust: its choices have no words in the definition" in said
    assert {c.name: c.kind for c in done.changes}["trust"] == "same"


def test_new_words_are_proposed_and_the_old_ones_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    survey = begun(tmp_path, "qualtrics values")
    _, grown, _ = added(survey, *next_year(tmp_path, "qualtrics values", monkeypatch))
    trust = grown.question("trust")
    assert trust.wording.get("en") == OTHER_WORDS
    assert trust.wording_at("2024", grown.waves).get("en") == "How much do you trust public bodies?"
    assert trust.wording_at("2025", grown.waves).get("en") == OTHER_WORDS


def test_a_question_of_another_name_is_known_by_its_words(tmp_path: Path) -> None:
    survey = begun(tmp_path, "qualtrics values")
    (_, export), paper = made(tmp_path / "next", "qualtrics values")
    assert paper is not None
    for path, one, other in (
        (paper, '"DataExportTag": "age"', '"DataExportTag": "Q17"'),
        (export, ",age,say,", ",Q17,say,"),
    ):
        text = path.read_text(encoding="utf-8-sig")
        assert one in text
        path.write_text(text.replace(one, other), encoding="utf-8")
    done, grown, said = added(survey, export, paper)
    assert "age is called Q17 in this questionnaire" in said
    assert {c.name: c.kind for c in done.changes}["age"] == "same"
    assert read_wave(grown, "2025").frame["age"].notna().all()


def test_a_new_question_is_the_questionnaires(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    survey = begun(tmp_path, "redcap raw")
    (_, export), paper = made(tmp_path / "next", "redcap raw")
    assert paper is not None
    text = paper.read_text(encoding="utf-8-sig")
    line = next(row for row in text.splitlines() if row.startswith("age,"))
    more = line.replace("age,", "ai,", 1).replace(exports.Q_AGE, "Have you used AI?")
    more = more.replace('"1, Under 35 | 2, 35 to 54 | 3, 55 and over"', '"1, Yes | 0, No"')
    more = more.replace("1, Under 35 | 2, 35 to 54 | 3, 55 and over", "1, Yes | 0, No")
    paper.write_text(text.rstrip("\n") + f"\n{more}\n", encoding="utf-8")
    rows = export.read_text(encoding="utf-8-sig").splitlines()
    marks = ["ai", *("10"[i % 2] for i in range(len(rows) - 1))]
    lines = [f"{row},{mark}" for row, mark in zip(rows, marks, strict=True)]
    export.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done, grown, _ = added(survey, export, paper)
    assert [c.name for c in done.of("new")] == ["ai"]
    assert grown.question("ai").wording.get("en") == "Have you used AI?"
    assert [c.label.get("en") for c in grown.question("ai").scale.codes] == ["Yes", "No"]  # type: ignore[union-attr]
    assert grown.question("ai").waves == ("2025",)


def test_what_is_no_questionnaire_or_has_no_export_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    survey = begun(tmp_path, "qualtrics values")
    export, paper = next_year(tmp_path, "qualtrics values", monkeypatch)
    with pytest.raises(DefinitionError, match="no questionnaire that padai reads"):
        added(survey, export, export)
    plain = tmp_path / "plain.csv"
    plain.write_text("trust,age\n" + "1,2\n2,3\n" * 40, encoding="utf-8")
    with pytest.raises(DefinitionError, match="goes with a platform"):
        added(survey, plain, paper)
    text = export.read_text(encoding="utf-8-sig").replace(",anonymous,EN,1,", ",anonymous,EN,9,")
    export.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match="none of the choices"):
        added(survey, export, paper)


def test_the_command_takes_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    survey = begun(tmp_path, "limesurvey codes")
    export, paper = next_year(tmp_path, "limesurvey codes", monkeypatch)
    with pytest.raises(SystemExit, match="0"):
        main(
            [
                *("add-wave", str(survey.path), str(export), "--questionnaire", str(paper)),
                *("--design", "none", "--lang", "en"),
            ]
        )
    said = " ".join(capsys.readouterr().out.split())
    assert "choices have other numbers in this questionnaire" in said
    assert 'earlier_wordings: [{until: "2024"' in said


EARLIER = "How much do you trust public offices?"
Wordings = dict[str, str]


def worded(folder: Path, year: int, text: str, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """A Qualtrics export of a year with its questionnaire, trust put in these words."""
    monkeypatch.setattr(exports, "Q_TRUST", text)
    monkeypatch.setitem(exports.NET_COUNTS, str(year), (15, 34))
    (folder / str(year)).mkdir(parents=True)
    return [
        exports.qualtrics(folder / str(year), str(year), texts=False),
        exports.qsf(folder / str(year)),
    ]


NOW = exports.Q_TRUST


@pytest.mark.parametrize(
    ("start", "then", "expected"),
    [
        ({2024: NOW}, {2022: EARLIER}, {2022: EARLIER, 2024: NOW}),
        ({2024: NOW}, {2022: EARLIER, 2023: EARLIER}, dict.fromkeys((2022, 2023), EARLIER)),
        ({2024: NOW}, {2022: EARLIER, 2023: NOW}, {2022: EARLIER, 2023: NOW, 2024: NOW}),
        (
            {2022: EARLIER, 2024: NOW},
            {2023: OTHER_WORDS},
            {2022: EARLIER, 2023: OTHER_WORDS, 2024: NOW},
        ),
        ({2024: NOW}, {2025: OTHER_WORDS, 2026: NOW}, {2024: NOW, 2025: OTHER_WORDS, 2026: NOW}),
    ],
)
def test_a_wave_has_its_words_wherever_it_takes_its_place(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    start: dict[int, str],
    then: dict[int, str],
    expected: dict[int, str],
) -> None:
    last = max(start)
    export, paper = worded(tmp_path / "first", last, start.pop(last), monkeypatch)
    init_from(tmp_path / "surveys" / "mine", [paper], Choices(design=NONE), [export])
    survey = load_survey(tmp_path / "surveys" / "mine")
    declared = survey.question("trust").wording
    for year, text in {**start, **then}.items():
        export, paper = worded(tmp_path / "next", year, text, monkeypatch)
        _, survey, said = added(survey, export, paper)
        assert "to be written by hand" not in said
    trust = survey.question("trust")
    told = {w: trust.wording_at(w, survey.waves).get("en") for w in survey.waves}
    assert {str(year): told[str(year)] for year in expected} == {
        str(year): text for year, text in expected.items()
    }
    assert trust.wording == declared, "the newest words are those that were declared"
    assert len({e.until for e in trust.earlier_wordings}) == len(trust.earlier_wordings)
