"""Exports of survey platforms: told apart, coded alike, and nobody's name in what is written."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import padai
from padai.cli import main
from padai.errors import DataError, DefinitionError, PadaiError
from padai.interchange import Choices, DesignChoice, init_from, parse_design
from padai.interchange.platforms import grid, read_export
from padai.interchange.platforms.export import ExportedColumn
from padai.interchange.platforms.parting import separator_of
from padai.survey import Part, Survey, load_survey
from padai.validation import validate
from padai.waves import read_delivery, read_wave
from tests.platform_exports import (
    AGES,
    CANARY,
    CHANNELS,
    LAYOUTS,
    NET_COUNTS,
    Q_TRUST,
    TRUST,
    made,
    people,
    trust_share,
    write_csv,
)


def ran(*arguments: object) -> int:
    """Run a command line and return its exit code."""
    with pytest.raises(SystemExit) as ended:
        main([str(each) for each in arguments])
    return int(ended.value.code or 0)


ONE_BY_ONE = Choices(design=(DesignChoice(),))
"""What `--design none` says: nobody was drawn otherwise than one by one."""
TRACES = (CANARY, "203.0.113", "45.50", "514 555")
UNENDED = ("surveymonkey", "google", "microsoft", "kobo", "odk")
"""Platforms whose export does not tell, here, how a response ended."""
WITH_FORM = [
    name for name in LAYOUTS if name.split()[0] not in ("surveymonkey", "google", "microsoft")
]


def started(folder: Path, name: str, form: bool) -> Survey:
    waves, questionnaire = made(folder / "in", name)
    target = folder / "out"
    init_from(target, [questionnaire] if form else waves, ONE_BY_ONE, waves if form else ())
    return load_survey(next(target.rglob("survey.yaml")).parent)


def asked(survey: Survey, words: str) -> str:
    """Return the id of the question whose wording, label or id begins so."""
    for question in survey.questions.values():
        texts = (question.id, question.label.get("en"), question.wording.get("en"))
        if any(text.startswith(words) for text in texts):
            return question.id
    raise AssertionError(words)


CASES = [(name, False) for name in LAYOUTS] + [(name, True) for name in WITH_FORM]


@pytest.mark.parametrize(("name", "form"), CASES)
def test_every_layout_gives_the_shares_counted_by_hand(
    tmp_path: Path, name: str, form: bool
) -> None:
    survey = started(tmp_path, name, form)
    assert list(survey.waves) == list(NET_COUNTS)
    names = [q for q in survey.questions if q in ("trust", "q1") or q.startswith("How_much")]
    chan = next(q for q in survey.questions.values() if q.type == "multiple")
    for wave_id in survey.waves:
        wave = read_wave(survey, wave_id)
        ended = name.split()[0] not in UNENDED
        kept = [p for p in people(wave_id) if p.ended == "complete" or not ended]
        assert len(wave.frame) == len(kept)
        estimate = padai.proportion(wave, names[0]).frame
        assert estimate["estimate"].iloc[0] == pytest.approx(trust_share(wave_id, ended), abs=1e-12)
        chosen = [column for column in wave.frame.columns if column.startswith(f"{chan.id}_")]
        counts = sorted(int(wave.frame[column].sum()) for column in chosen)
        assert counts == sorted(sum(code in p.channels for p in kept) for code in CHANNELS)


@pytest.mark.parametrize(("name", "form"), CASES)
def test_personal_columns_are_nowhere_in_what_is_written(
    tmp_path: Path, name: str, form: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    waves, questionnaire = made(tmp_path / "in", name)
    target = tmp_path / "out"
    files = [questionnaire, *waves] if form else waves
    arguments = [part for path in files for part in ("--from", str(path))]
    assert ran("init", target, *arguments, "--lang", "en") == 0
    told = capsys.readouterr()
    said = told.out + told.err
    assert CANARY not in said and "203.0.113" not in said
    assert "personal columns, left out" in said
    whose = read_export(waves[0])
    assert whose is not None and whose.platform.en in said
    for path in target.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            for trace in TRACES:
                assert trace.encode() not in content, (path.name, trace)
    survey = load_survey(next(target.rglob("survey.yaml")).parent)
    delivery = read_delivery(survey, "2025")
    assert CANARY not in delivery.frame.to_csv() + str(delivery.provenance)
    findings = validate(delivery)
    assert CANARY not in findings.frame.to_csv()


def test_a_chart_takes_four_lines_of_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (one, other), form = made(tmp_path / "in", "qualtrics texts")
    folder = str(tmp_path / "surveys" / "trust")
    files = ("--from", form, "--data", one, "--data", other)
    assert ran("init", folder, *files, "--design", "none") == 0
    assert ran("estimate", folder, "trust", "--wave", "2025", "--lang", "en") == 0
    assert "51.4" in capsys.readouterr().out
    assert ran("trend", folder, "trust", "--lang", "en") == 0
    assert list((tmp_path / "releases").rglob("*.svg"))


def test_previews_and_unfinished_rows_are_set_aside_by_a_declared_rule(tmp_path: Path) -> None:
    survey = started(tmp_path, "qualtrics values", form=True)
    text = (survey.path / "waves" / "2024.yaml").read_text(encoding="utf-8")
    assert 'values: ["preview"]' in text and 'values: ["partial"]' in text
    delivery = read_delivery(survey, "2024")
    assert [rule["count"] for rule in delivery.provenance["rows_excluded"]] == [1, 7]
    assert delivery.provenance["rows_read"] == 40


def test_the_questionnaire_gives_wordings_codes_order_and_conditions(tmp_path: Path) -> None:
    waves, form = made(tmp_path, "redcap labels")
    assert form is not None
    rows = list(csv.reader(form.open(encoding="utf-8-sig")))
    rows[4][11] = "[trust] = '1' or [trust] = '2'"
    rows[2], rows[4] = rows[4], rows[2]
    write_csv(form, rows)
    init_from(tmp_path / "out", [form], answers=waves)
    survey = load_survey(next((tmp_path / "out").rglob("survey.yaml")).parent)
    assert list(survey.questions)[:3] == ["age", "chan", "trust"]
    assert survey.question("trust").wording.get("en") == Q_TRUST
    assert [c.label.get("en") for c in survey.question("trust").scale.codes] == TRUST[:4]
    base = survey.question("age").base
    assert base is not None and base.question == "trust" and list(base.codes) == ["1", "2"]


def test_codes_do_not_hang_on_the_order_of_the_file_or_on_the_wave(tmp_path: Path) -> None:
    (one, other), _ = made(tmp_path / "in", "google")
    rows = list(csv.reader(other.open(encoding="utf-8-sig")))
    write_csv(other, [rows[0], *reversed(rows[1:])])
    init_from(tmp_path / "a", [one, other], ONE_BY_ONE)
    init_from(tmp_path / "b", [other, one])
    texts = [
        next((tmp_path / x).rglob("questionnaire.yaml")).read_text(encoding="utf-8") for x in "ab"
    ]
    assert texts[0] == texts[1]
    survey = load_survey(next((tmp_path / "a").rglob("survey.yaml")).parent)
    codes = survey.question("q1").scale.codes
    assert [c.label.get("en") for c in codes] == TRUST[:4]
    ages = [c.label.get("en") for c in survey.question("q3").scale.codes]
    assert ages == AGES
    share = padai.proportion(read_wave(survey, "2025"), "q1").frame["estimate"].iloc[0]
    assert share == pytest.approx(trust_share("2025", completed_only=False), abs=1e-12)


def test_an_answer_that_is_no_choice_is_refused_and_never_shown(tmp_path: Path) -> None:
    waves, form = made(tmp_path, "qualtrics texts")
    rows = list(csv.reader(waves[0].open(encoding="utf-8-sig")))
    rows[5][17] = "Secretly everything"
    write_csv(waves[0], rows)
    with pytest.raises(DataError) as refused:
        init_from(tmp_path / "out", [form], answers=waves)
    assert "trust: 1 answer is none" in str(refused.value) and "Secretly" not in str(refused.value)
    assert not (tmp_path / "out").exists()


def test_an_answer_of_one_person_is_no_code(tmp_path: Path) -> None:
    waves, _ = made(tmp_path, "google")
    rows = list(csv.reader(waves[0].open(encoding="utf-8-sig")))
    rows[3][2] = "Only my neighbour at number 12"
    write_csv(waves[0], rows)
    init_from(tmp_path / "out", waves)
    text = next((tmp_path / "out").rglob("questionnaire.yaml")).read_text(encoding="utf-8")
    assert "neighbour" not in text and "code 6" in text


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (("a;b;", "b;", "a;"), ";"),
        (("a, b", "b", "a", "b", "a, c", "c"), ","),
        (("Yes, a lot", "No, not at all", "Yes, a lot"), ""),
        (("Yes", "No", "Yes"), ""),
    ],
)
def test_several_answers_in_a_cell_are_told_from_a_comma(cells: tuple[str, ...], mark: str) -> None:
    assert separator_of([ExportedColumn("q", "", cells, separator=";,")]) == mark


def test_limits_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waves, _ = made(tmp_path, "google")
    monkeypatch.setattr(grid, "MAX_CELLS", 100)
    with pytest.raises(DataError, match="larger than an export"):
        init_from(tmp_path / "out", waves)
    monkeypatch.setattr(grid, "MAX_EXPORT_BYTES", 10)
    with pytest.raises(DataError, match="larger than an export"):
        init_from(tmp_path / "out", waves)


def test_what_does_not_go_together_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    google, _ = made(tmp_path / "g", "google")
    redcap, dictionary = made(tmp_path / "r", "redcap raw")
    plain = write_csv(tmp_path / "plain.csv", [["a", "b"], ["1", "2"]])
    assert dictionary is not None
    rows = list(csv.reader(dictionary.open(encoding="utf-8-sig")))
    foreign = write_csv(
        tmp_path / "foreign.csv",
        [rows[0], *([f"x_{r[0]}", *r[1:4], f"Other {r[4]}", *r[5:]] for r in rows[1:])],
    )
    for sources, data, part in (
        ([*google, *redcap], [], "several platforms"),
        ([*google, plain], [], "stand beside plain.csv"),
        ([dictionary], [], "REDCap data dictionary"),
        ([dictionary], [plain], "not an export that padai knows"),
        ([foreign], google, "share no question"),
    ):
        with pytest.raises(DefinitionError, match=part):
            init_from(tmp_path / "out", sources, answers=data)
        assert not (tmp_path / "out").exists()


def test_a_record_of_several_rows_is_refused(tmp_path: Path) -> None:
    waves, _ = made(tmp_path, "redcap raw")
    rows = list(csv.reader(waves[0].open(encoding="utf-8-sig")))
    write_csv(waves[0], [*rows, rows[-1]])
    with pytest.raises(PadaiError, match="several rows a record"):
        init_from(tmp_path / "out", waves)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("w.rda", 'load("w.rda")'),
        ("w.xls", "CSV UTF-8"),
        ("w.DAT", "PSPP"),
        ("w.sps", "PSPP"),
    ],
)
def test_a_file_that_is_not_read_is_told_what_to_convert_it_with(
    tmp_path: Path, name: str, line: str
) -> None:
    file = tmp_path / name
    file.write_bytes(b"x")
    with pytest.raises(DataError) as refused:
        init_from(tmp_path / "out", [file])
    assert line in str(refused.value)
    file.unlink()
    with pytest.raises(DataError, match="there is no file"):
        init_from(tmp_path / "out", [file])


def part_of(survey: Survey, wave: str) -> Part:
    return survey.wave_defs[wave].parts["main"]


def test_nothing_is_estimated_before_a_person_says_how_people_were_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waves, form = made(tmp_path / "in", "qualtrics texts")
    target = tmp_path / "surveys" / "mine"
    files = ("--from", form, "--data", waves[0], "--data", waves[1])
    assert ran("init", target, *files, "--lang", "en") == 0
    assert "Design to be confirmed (waves 2024, 2025)" in capsys.readouterr().out
    survey = load_survey(target)
    assert set(part_of(survey, "2024").unconfirmed) == {"design", "mode", "sample_type"}
    with pytest.raises(DefinitionError, match="nobody has confirmed"):
        read_wave(survey, "2025")


def test_an_export_takes_the_choices_that_any_file_does(tmp_path: Path) -> None:
    (one, other), form = made(tmp_path / "in", "qualtrics values")
    for path, step in ((one, 1), (other, 2)):
        rows = list(csv.reader(path.open(encoding="utf-8-sig")))
        heads = ["my_weight", "Weight", "weight"]
        weights = [str(1 + step * (place % 3) / 4) for place in range(len(rows) - 3)]
        write_csv(path, [[*row, cell] for row, cell in zip(rows, heads + weights, strict=True)])
    told = Choices(
        design=(parse_design("before:weight=my_weight,id=response_id"), parse_design("proposed")),
        wave_ids={one: "before", other: "after"},
        exclude=("age",),
        facts={"mode": "online", "sample_type": "quota", "supplier": "A panel"},
    )
    assert form is not None
    init_from(tmp_path / "surveys" / "mine", [form], told, [one, other])
    survey = load_survey(tmp_path / "surveys" / "mine")
    assert list(survey.waves) == ["before", "after"]
    assert "age" not in survey.questions and "my_weight" not in survey.questions
    for wave, step in (("before", 1), ("after", 2)):
        part = part_of(survey, wave)
        assert (part.mode, part.sample_type, part.unconfirmed) == ("online", "quota", ())
        assert (part.design.weight, part.design.id) == ("my_weight", "response_id")
        frame = read_wave(survey, wave).frame
        assert set(frame["my_weight"]) == {1, 1 + step / 4, 1 + step / 2}


@pytest.mark.parametrize(
    ("choices", "told"),
    [
        (Choices(wave_column="year"), "--wave-column does not go"),
        (Choices(design=(DesignChoice(wave="2030"),)), "names the wave '2030'"),
        (Choices(design=(DesignChoice({"weight": "w"}),)), "not in the file"),
    ],
)
def test_a_choice_that_an_export_cannot_follow_is_refused(
    tmp_path: Path, choices: Choices, told: str
) -> None:
    waves, _ = made(tmp_path / "in", "google")
    with pytest.raises(DefinitionError, match=told):
        init_from(tmp_path / "out", waves, choices)
    assert not (tmp_path / "out").exists()


def test_two_exports_are_not_one_wave(tmp_path: Path) -> None:
    waves, _ = made(tmp_path / "in", "google")
    with pytest.raises(DefinitionError, match="two waves have the id 'x'"):
        init_from(tmp_path / "out", waves, Choices(wave_ids=dict.fromkeys(waves, "x")))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("name", "form"), CASES)
def test_the_next_export_is_coded_as_the_first(
    tmp_path: Path, name: str, form: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    (one, other), questionnaire = made(tmp_path / "in", name)
    target = tmp_path / "surveys" / "mine"
    files = ("--from", questionnaire, "--data", one) if form else ("--from", one)
    assert ran("init", target, *files, "--design", "none", "--lang", "en") == 0
    first = read_wave(load_survey(target), "2024").frame
    capsys.readouterr()
    assert ran("add-wave", target, other, "--design", "none", "--accept", "--lang", "en") == 0
    told = capsys.readouterr()
    for trace in TRACES:
        assert trace not in told.out + told.err
        for path in target.rglob("*"):
            assert not path.is_file() or trace.encode() not in path.read_bytes(), (path, trace)
    survey = load_survey(target)
    assert list(survey.waves) == ["2024", "2025"]
    assert read_wave(survey, "2024").frame.equals(first)
    ended = name.split()[0] not in UNENDED
    kept = [p for p in people("2025") if p.ended == "complete" or not ended]
    wave = read_wave(survey, "2025")
    assert len(wave.frame) == len(kept)
    trust = next(q for q in survey.questions if q in ("trust", "q1") or q.startswith("How_much"))
    share = padai.proportion(wave, trust).frame["estimate"].iloc[0]
    assert share == pytest.approx(trust_share("2025", ended), abs=1e-12)
    chan = next(q for q in survey.questions.values() if q.type == "multiple")
    counts = [int(wave.frame[column].sum()) for column in chan.option_columns("2025").values()]
    assert sorted(counts) == sorted(sum(c in p.channels for p in kept) for c in CHANNELS)
    assert validate(read_delivery(survey, "2025")).ok
