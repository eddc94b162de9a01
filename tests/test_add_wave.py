"""Next year's file: matched to the definition; nothing is touched that was not asked about."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import padai
from padai.cli import main
from padai.errors import DefinitionError
from padai.interchange import Choices, add_wave, parse_design
from padai.survey import Survey, load_survey
from padai.validation import validate
from padai.waves import read_delivery, read_wave, stack
from tests.test_intake_of_strangers import PROPOSED, TURNED, N, people, started, write

SAME = Choices(design=(parse_design("same"),))


@pytest.fixture
def survey(tmp_path: Path) -> Survey:
    return started(tmp_path, write(tmp_path / "w2024.sav", asked(1)), **PROPOSED)


def asked(seed: int) -> pd.DataFrame:
    rng = np.random.default_rng(seed + 50)
    return people(seed).assign(
        p3=rng.choice([1.0, 2.0], N),
        m_1=rng.integers(0, 2, N).astype(float),
        m_2=rng.integers(0, 2, N).astype(float),
        m_3=rng.integers(0, 2, N).astype(float),
    )


def next_year(
    folder: Path, frame: pd.DataFrame, labels: dict[str, str] | None = None, **values: Any
) -> Path:
    return write(folder / "w2025.sav", frame, labels, **values)


def state(folder: Path) -> dict[str, str]:
    """The checksum of every file of a survey."""
    return {
        str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def test_the_wave_s_file_is_written_and_nothing_else(tmp_path: Path, survey: Survey) -> None:
    before = state(survey.path)
    added = add_wave(survey.path, next_year(tmp_path, asked(2)), SAME)
    after = state(survey.path)
    assert {k: after[k] for k in before} == before
    assert set(after) - set(before) == {"waves/2025.yaml", "data/w2025.sav"}
    assert {c.kind for c in added.changes} == {"same"}
    # the rows are numbered anew, and other people have the numbers: their sex says so
    assert [line.text for line in added.lines] == ['waves: ["2024", "2025"]', "ids: per_wave"]


def test_lines_accepted_make_a_survey_of_two_waves(tmp_path: Path, survey: Survey) -> None:
    add_wave(survey.path, next_year(tmp_path, asked(2)), SAME, accept=True)
    grown = load_survey(survey.path)
    assert grown.waves == ("2024", "2025")
    waves = [read_wave(grown, w) for w in grown.waves]
    assert validate(read_delivery(grown, "2025")).ok
    frame = (
        padai.trend(stack(waves, overlap="none"), "p2").frame
        if grown.ids == "per_wave"
        else (padai.proportion(waves[1], "p2").frame)
    )
    assert len(frame)


def test_what_changed_is_told_kind_by_kind(tmp_path: Path, survey: Survey) -> None:
    frame = asked(2).rename(columns={"p2": "q9"}).drop(columns=["p3", "m_3"])
    frame["nueva"] = np.tile([1.0, 2.0, 3.0], N // 3)
    labels = {"q9": "Sexo del entrevistado", "edad": "Región de residencia"}
    path = next_year(tmp_path, frame, labels, p1=TURNED, q9={1.0: "Hombre", 2.0: "Mujer"})
    added = add_wave(survey.path, path, SAME, accept=True)
    kinds = {c.name: c.kind for c in added.changes}
    assert kinds["p1"] == "turned"
    assert kinds["p2"] == "renamed"
    assert kinds["p3"] == "gone"
    assert kinds["m"] == "changed"
    assert kinds["edad"] == "changed"
    assert kinds["nueva"] == "new"
    grown = load_survey(survey.path)
    assert grown.question("p2").column("2025") == "q9"
    assert grown.question("p3").waves == ("2024",)
    assert "nueva" in grown.part("2025").other_columns
    wave = read_wave(grown, "2025")
    shares = padai.proportion(wave, "p1").frame
    mucha = frame.loc[frame["p1"] == 4.0, "pond"].sum() / frame["pond"].sum()
    assert shares.loc[shares["response"] == "1", "estimate"].item() == pytest.approx(mucha)
    assert validate(read_delivery(grown, "2025")).ok


def test_a_third_wave_is_added_to_what_the_second_wrote(tmp_path: Path, survey: Survey) -> None:
    add_wave(survey.path, next_year(tmp_path, asked(2), p1=TURNED), SAME, accept=True)
    third = write(tmp_path / "w2026.sav", asked(3), p1=TURNED)
    add_wave(survey.path, third, SAME, accept=True)
    grown = load_survey(survey.path)
    assert grown.waves == ("2024", "2025", "2026")
    assert set(grown.question("p1").scale.file_values) == {"2025", "2026"}  # type: ignore[union-attr]


def test_an_unconfirmed_design_is_that_of_the_last_wave_to_confirm(
    tmp_path: Path, survey: Survey
) -> None:
    add_wave(survey.path, next_year(tmp_path, asked(2)), accept=True)
    part = load_survey(survey.path).part("2025")
    assert not part.confirmed("design")
    assert part.proposed_design is not None
    assert part.proposed_design.weight == "pond"
    assert part.unconfirmed == ("mode", "sample_type", "design")


@pytest.mark.parametrize("wrong", ["twice", "like it", "stranger", "same id", "no weight"])
def test_a_wave_that_does_not_fit_changes_nothing(
    tmp_path: Path, survey: Survey, wrong: str
) -> None:
    before = state(survey.path)
    choices = SAME
    if wrong == "twice":
        path, said = tmp_path / "w2025.sav", "byte for byte"
        path.write_bytes((tmp_path / "w2024.sav").read_bytes())
    elif wrong == "like it":
        path, said = write(tmp_path / "w2024-b.sav", asked(2)), "like wave 2024"
        choices = Choices(design=SAME.design, wave_ids={path: "b"})
    elif wrong == "stranger":
        path = tmp_path / "w2025.csv"
        path.write_text("x,y\n" + "1,2\n2,1\n" * 40, encoding="utf-8")
        said, choices = "shares no column", Choices()
    elif wrong == "same id":
        path, said = next_year(tmp_path, asked(2)), "a wave 2024 already"
        choices = Choices(design=SAME.design, wave_ids={path: "2024"})
    else:
        path, said = next_year(tmp_path, asked(2).drop(columns="pond")), "lacks pond"
    with pytest.raises(DefinitionError, match=said):
        add_wave(survey.path, path, choices, accept=True)
    assert state(survey.path) == before


def test_lines_that_cannot_be_put_in_are_told_and_nothing_is_written(
    tmp_path: Path, survey: Survey
) -> None:
    head = survey.path / "survey.yaml"
    text = head.read_text(encoding="utf-8")
    head.write_text(text.replace('waves: ["2024"]', 'waves:\n  - "2024"'), encoding="utf-8")
    before = state(survey.path)
    with pytest.raises(DefinitionError, match=r"Write it there: waves: \[.2024., .2025.\]"):
        add_wave(survey.path, next_year(tmp_path, asked(2)), SAME, accept=True)
    assert state(survey.path) == before


def test_the_command_tells_what_it_saw(
    tmp_path: Path, survey: Survey, capsys: pytest.CaptureFixture[str]
) -> None:
    path = next_year(tmp_path, asked(2).drop(columns="p3"))
    with pytest.raises(SystemExit, match="0"):
        main(["add-wave", str(survey.path), str(path), "--design", "same", "--lang", "en"])
    said = capsys.readouterr().out
    assert "Gone: 1" in said.replace(" :", ":")
    assert "p3: 'p3' is gone" in said
    assert 'waves: ["2024", "2025"]' in said
    assert "--accept" in said


def in_rotation(survey: Survey, waves: str) -> Survey:
    """Put p3 and the multiple question in a module, which was asked in these waves."""
    form = survey.path / "questionnaire.yaml"
    text = form.read_text(encoding="utf-8").rstrip("\n")
    module = f"  health:\n    label: {{es: Salud}}\n    questions: [p3, m]\n    waves: {waves}\n"
    form.write_text(f"{text}\nrotations:\n{module}", encoding="utf-8")
    return load_survey(survey.path)


def without_module(seed: int) -> pd.DataFrame:
    return asked(seed).drop(columns=["p3", "m_1", "m_2", "m_3"])


def test_a_module_rests_and_comes_back_and_is_never_told_as_gone(
    tmp_path: Path, survey: Survey
) -> None:
    survey = in_rotation(survey, '["2024"]')
    assert survey.question("p3").waves == ("2024",)
    rests = add_wave(survey.path, next_year(tmp_path, without_module(2)), SAME, accept=True)
    assert {c.name for c in rests.of("resting")} == {"p3", "m"}
    assert not rests.of("gone")
    assert [line.text for line in rests.lines] == ['waves: ["2024", "2025"]', "ids: per_wave"]
    grown = load_survey(survey.path)
    assert validate(read_delivery(grown, "2025")).ok
    found = validate(read_delivery(grown, "2025"), earlier=[read_wave(grown, "2024")]).frame
    assert not set(found["column"]) & {"p3", "m", "m_1", "m_2", "m_3"}

    back = add_wave(grown.path, write(tmp_path / "w2026.sav", asked(3)), SAME, accept=True)
    assert {c.kind for c in back.changes} == {"same"}
    assert not back.of("new")
    again = load_survey(survey.path)
    assert again.question("p3").waves == again.question("m").waves == ("2024", "2026")
    assert again.question("p1").waves is None
    assert len(padai.proportion(read_wave(again, "2026"), "p3").frame)
    assert "p3" not in read_wave(again, "2025").frame


def test_a_part_of_a_module_that_is_missing_is_gone_and_the_rest_is_asked(
    tmp_path: Path, survey: Survey
) -> None:
    survey = in_rotation(survey, '["2024"]')
    added = add_wave(
        survey.path, next_year(tmp_path, asked(2).drop(columns="p3")), SAME, accept=True
    )
    assert [c.name for c in added.of("gone")] == ["p3"]
    grown = load_survey(survey.path)
    assert grown.question("p3").waves == ("2024",)
    assert grown.question("m").waves == ("2024", "2025")
    assert validate(read_delivery(grown, "2025")).ok


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('waves: ["2031"]', "names wave '2031'"),
        ("questions: [p3, p33]", "names 'p33', which is no question"),
        ("twice", "is in two modules, 'health' and 'other'"),
        ("id", "has the id of a question"),
    ],
)
def test_a_module_that_names_what_is_not_there_is_refused(
    survey: Survey, wrong: str, said: str
) -> None:
    in_rotation(survey, '["2024"]')
    form = survey.path / "questionnaire.yaml"
    text = form.read_text(encoding="utf-8")
    if wrong == "twice":
        text += '  other:\n    label: {es: Otro}\n    questions: [p3]\n    waves: ["2024"]\n'
    elif wrong == "id":
        text = text.replace("  health:\n", "  p1:\n")
    else:
        key = wrong.partition(":")[0]
        head, _, tail = text.partition("rotations:\n")
        tail = "\n".join(
            f"    {wrong}" if line.startswith(f"    {key}:") else line for line in tail.split("\n")
        )
        text = f"{head}rotations:\n{tail}"
    form.write_text(text, encoding="utf-8")
    with pytest.raises(DefinitionError, match=said):
        load_survey(survey.path)
