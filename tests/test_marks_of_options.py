"""Options of a question that a file marks otherwise than by 1 and 0, as pollsters' exports do."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest
import yaml

import padai
from padai.errors import DefinitionError
from padai.interchange import Choices, DesignChoice, add_wave
from padai.interchange.option_sets import marks_of
from padai.interchange.told import ToldColumn
from padai.survey import Survey, load_survey
from padai.survey.marks import Marks
from padai.validation import validate
from padai.waves.reading import read_delivery
from tests.starting import started
from tests.strangers import sav

N = 300
MEDIA = ("Television", "Radio", "Press", "None of these")
YES = {1.0: "Selected", 2.0: "Not selected"}
NO = {1.0: "Not selected", 2.0: "Selected"}
PROPOSED = {"design": (DesignChoice(proposed=True),)}
SAME = Choices(design=(DesignChoice(proposed=True),))


def _file(folder: Path, year: int, labels: dict[float, str]) -> tuple[Path, pd.DataFrame]:
    """Write a wave whose options are marked as labels say, and return who chose which."""
    rng = np.random.default_rng(year)
    chosen = next(v for v, text in labels.items() if text in ("Selected", "Yes"))
    other = next(v for v in labels if v != chosen)
    weight = rng.uniform(0.5, 1.5, N)
    frame = pd.DataFrame({"id": year * 1000.0 + np.arange(N), "weight": weight / weight.mean()})
    truth = frame[["weight"]].copy()
    for i, share in enumerate((0.7, 0.3, 0.2, 0.1), 1):
        truth[str(i)] = rng.random(N) < share
        frame[f"q5_{i}"] = np.where(truth[str(i)], chosen, other)
    words = {f"q5_{i}": f"Q5. Which do you use for news? : {m}" for i, m in enumerate(MEDIA, 1)}
    path = sav(folder / f"w{year}.sav", frame, words, **dict.fromkeys(words, labels))
    return path, truth


def _share(survey: Survey, wave: str, code: str) -> float:
    frame = padai.proportion(padai.read_wave(survey, wave), "q5").frame
    return float(frame.loc[frame["response"] == code, "estimate"].iloc[0])


@pytest.mark.parametrize("labels", [YES, NO, {0.0: "Yes", 1.0: "No"}])
def test_options_are_read_by_what_their_labels_say(
    tmp_path: Path, labels: dict[float, str]
) -> None:
    """Columns of 1 and 2 were questions each; of 0 (yes) and 1 (no), the share was that of no."""
    path, truth = _file(tmp_path, 2021, labels)
    survey = started(tmp_path, path, **PROPOSED)
    question = survey.questions["q5"]
    assert question.type == "multiple" and question.label.get("en") == "Which do you use for news?"
    for code in "1234":
        hand = truth["weight"][truth[code]].sum() / truth["weight"].sum()
        assert _share(survey, survey.waves[0], code) == pytest.approx(hand, abs=1e-12)


def test_two_waves_that_mark_options_otherwise_are_one_question(tmp_path: Path) -> None:
    one, then = _file(tmp_path, 2021, YES)
    other, now = _file(tmp_path, 2023, NO)
    survey = started(tmp_path, one, other, **PROPOSED)
    for wave, truth in (("2021", then), ("2023", now)):
        hand = truth["weight"][truth["1"]].sum() / truth["weight"].sum()
        assert _share(survey, wave, "1") == pytest.approx(hand, abs=1e-12)


def test_a_next_wave_that_marks_options_otherwise_is_told_with_its_line(tmp_path: Path) -> None:
    """It was the same question, and 70% became 30%."""
    survey = started(tmp_path, _file(tmp_path, 2021, YES)[0], **PROPOSED)
    path, truth = _file(tmp_path, 2023, NO)
    done = add_wave(survey.path, path, SAME, accept=True)
    assert [c.name for c in done.of("turned")] == ["q5"]
    line = next(each.text for each in done.lines if each.text.startswith("marks:"))
    assert '"2023": {chosen: 2, not_chosen: 1}' in line
    hand = truth["weight"][truth["1"]].sum() / truth["weight"].sum()
    assert _share(load_survey(survey.path), "2023", "1") == pytest.approx(hand, abs=1e-12)


def test_marks_that_the_labels_contradict_are_an_error(tmp_path: Path) -> None:
    survey = started(tmp_path, _file(tmp_path, 2021, NO)[0], **PROPOSED)
    path = survey.path / "questionnaire.yaml"
    text = path.read_text(encoding="utf-8").replace("{chosen: 2, not_chosen: 1}", "{not_chosen: 2}")
    path.write_text(text, encoding="utf-8")
    found = validate(read_delivery(load_survey(survey.path), survey.waves[0]))
    told = [f for f in found.items if f.check == "marks_turned"]
    assert {f.column for f in told} == {"q5_1", "q5_2", "q5_3", "q5_4"}
    assert f'marks: {{"{survey.waves[0]}": {{chosen: 2, not_chosen: 1}}}}' in told[0].messages["en"]


def test_an_identity_is_an_identifier(tmp_path: Path) -> None:
    """It was a question in people's own words."""
    path, _ = _file(tmp_path, 2021, YES)
    frame, about = pyreadstat.read_sav(str(path))
    frame = frame.rename(columns={"id": "identity"})
    frame["identity"] = [f"a{value:.0f}" for value in frame["identity"]]
    labels = about.variable_value_labels
    pyreadstat.write_sav(frame, str(path), variable_value_labels=labels)
    survey = started(tmp_path, path, **PROPOSED)
    assert survey.part(survey.waves[0]).design.id == "identity"
    assert "identity" not in survey.questions


def test_yes_and_no_at_1_and_2_are_options_where_the_question_asks_which(tmp_path: Path) -> None:
    """Under another question they are a battery: `test_further_strangers.py`."""
    survey = started(tmp_path, _file(tmp_path, 2021, {1.0: "Yes", 2.0: "No"})[0], **PROPOSED)
    question = survey.questions["q5"]
    assert question.type == "multiple" and question.marks["default"].values == (1, 2)


@pytest.mark.parametrize(
    ("values", "labels", "marks"),
    [
        ((0, 1), {}, Marks()),
        ((1,), {0: "No", 1: "Yes"}, Marks()),
        ((0,), {0: "Not mentioned"}, None),
        ((1, 2), {1: "Radio", 2: "Non cité"}, Marks(chosen=1, not_chosen=2)),
        ((1, 2), {1: "Good", 2: "Bad"}, None),
        ((0, 1), {0: "Checked", 1: "Unchecked"}, Marks(chosen=0, not_chosen=1)),
        ((0, 1, 2), {0: "Not selected", 1: "Selected", 2: "Selected first"}, None),
    ],
)
def test_what_marks_an_option(
    values: tuple[int, ...], labels: dict[int, str], marks: Marks | None
) -> None:
    assert marks_of(ToldColumn("q_1", "", values, labels, (), N)) == marks


def test_a_value_of_neither_mark_stays_foreign(tmp_path: Path) -> None:
    """Of 1 and 2, a 0 is no mark of an option that was not chosen."""
    survey = started(tmp_path, _file(tmp_path, 2021, YES)[0], **PROPOSED)
    assert survey.questions["q5"].marks_in("1").places == {1: 1, 2: 0, 0: 2}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"marks": {"default": {"chosen": 1, "not_chosen": 1}}}, "one value, 1,"),
        ({"type": "single", "marks": {"default": {"not_chosen": 2}}}, "of type single"),
        (
            {
                "marks": {"default": {"chosen": 1, "not_chosen": 2}},
                "missing": {"2": {"label": {"en": "DK"}, "kind": "dont_know"}},
            },
            "missing code of the question",
        ),
        ({"marks": {"1999": {"not_chosen": 2}}}, "1999"),
    ],
)
def test_marks_that_cannot_be_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: dict[str, object], said: str
) -> None:
    monkeypatch.setenv("PADAI_LANG", "en")
    survey = started(tmp_path, _file(tmp_path, 2021, YES)[0], **PROPOSED)
    path = survey.path / "questionnaire.yaml"
    asked = yaml.safe_load(path.read_text(encoding="utf-8"))
    asked["questions"]["q5"] |= change
    path.write_text(yaml.safe_dump(asked, allow_unicode=True), encoding="utf-8")
    with pytest.raises(DefinitionError) as refused:
        load_survey(survey.path)
    assert said in str(refused.value)
