"""The next file of a survey whose answers are words: spelled anew, reworded, new, or no more given.

Most people have a table of words, from a form or a spreadsheet. What a file gives is all that it
tells: a scale cannot be read from it, and nothing may pass for the same that is not.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import padai
from padai.cli import main
from padai.errors import DefinitionError, FindingsError
from padai.interchange import Choices, DesignChoice, add_wave
from padai.interchange.definition_lines import QuestionChange
from padai.pipeline import validated
from padai.publishing.products.terminal.pictures import file_name
from padai.survey import Survey, load_survey
from tests.starting import started
from tests.strangers import sav

N = 600
TRUST = ["Très confiance", "Plutôt confiance", "Plutôt pas confiance", "Pas du tout confiance"]
OFTEN = ["Souvent", "Parfois", "Jamais"]
SAME = {"design": (DesignChoice(same=True),)}


def people(seed: int, **columns: list[Any]) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    weight = rng.uniform(0.5, 1.5, N)
    frame = pd.DataFrame({"id": seed * 1000 + np.arange(N), "poids": weight / weight.mean()})
    for name, answers in columns.items():
        frame[name] = rng.choice(answers, N)
    return frame


def csv(folder: Path, year: int, **columns: list[Any]) -> Path:
    path = folder / f"w{year}.csv"
    people(year, **columns).to_csv(path, index=False)
    return path


def begun(folder: Path, file: Path) -> Survey:
    """Draft a survey of one wave, with the design that is proposed."""
    return started(folder, file, design=(DesignChoice(proposed=True),))


def change_of(survey: Survey, file: Path, name: str, **choices: Any) -> QuestionChange:
    """Add a wave, its lines accepted, and say what became of a question."""
    added = add_wave(survey.path, file, Choices(**SAME, **choices), accept=True)
    return next(each for each in added.changes if each.name == name)


def errors(survey: Survey, wave: str) -> set[tuple[str, str]]:
    findings = validated(load_survey(survey.path), wave, "main", data_dir=None, say=lambda *_: None)
    return {(f.check, f.column) for f in findings.items if f.severity == "error" and not f.accepted}


def written_instead(survey: Survey, lines: str, left_out: list[str]) -> None:
    """Write a line of `file_values` in a question's scale, in place of the choices it adds."""
    path = survey.path / "questionnaire.yaml"
    text = path.read_text(encoding="utf-8")
    for choice in left_out:
        text = re.sub(rf'(?m)^ *"{choice}": \{{.*\n', "", text)
    text = re.sub(r"(?m)^ *file_values: .*\n", "", text)
    text = text.replace("    scale:\n", f"    scale:\n      {lines}\n", 1)
    path.write_text(text, encoding="utf-8")


def line_in(message: str) -> str:
    found = re.search(r"`(file_values: .*?)`", message)
    assert found is not None, message
    return found[1]


def shares(survey: Survey, wave: str, question: str) -> dict[str, float]:
    frame = padai.proportion(padai.read_wave(load_survey(survey.path), wave), question).frame
    return dict(zip(frame["response"], frame["estimate"], strict=True))


def weighted(file: Path, column: str, answer: str) -> float:
    frame = pd.read_csv(file)
    return float(frame.loc[frame[column] == answer, "poids"].sum() / frame["poids"].sum())


def test_answers_that_are_spelled_otherwise_are_the_same_answers(tmp_path: Path) -> None:
    survey = begun(tmp_path, csv(tmp_path, 2023, ia=["Plutôt", "Jamais", "Toujours"]))
    file = csv(tmp_path, 2024, ia=["PLUTOT", "jamais", "Toujours"])
    change = change_of(survey, file, "ia")
    assert change.kind == "respelled"
    assert change.values == {"Plutôt": "PLUTOT", "Jamais": "jamais"}
    assert errors(survey, "2024") == set()
    assert shares(survey, "2024", "ia")["Plutôt"] == pytest.approx(
        weighted(file, "ia", "PLUTOT"), abs=1e-12
    )


@pytest.mark.parametrize("answer", ["ON", "Yes", 'dit "oui"', "a # b"])
def test_words_that_yaml_would_read_otherwise_stay_words(tmp_path: Path, answer: str) -> None:
    survey = begun(tmp_path, csv(tmp_path, 2023, ia=[answer.swapcase(), "Encore"]))
    change = change_of(survey, csv(tmp_path, 2024, ia=[answer, "Encore"]), "ia")
    assert change.values == {answer.swapcase(): answer}
    assert errors(survey, "2024") == set()


def test_two_spellings_of_one_answer_in_one_file_are_not_joined(tmp_path: Path) -> None:
    survey = begun(tmp_path, csv(tmp_path, 2023, ia=OFTEN))
    change = change_of(survey, csv(tmp_path, 2024, ia=["Souvent", "souvent", *OFTEN[1:]]), "ia")
    assert change.kind != "respelled"
    assert not change.values


def test_columns_of_one_scale_that_contradict_each_other_are_not_joined(tmp_path: Path) -> None:
    survey = begun(tmp_path, csv(tmp_path, 2023, t1=TRUST, t2=TRUST))
    shouted = [answer.upper() for answer in TRUST]
    file = csv(tmp_path, 2024, t1=shouted, t2=TRUST)
    assert (
        load_survey(survey.path).question("t1").scale
        == load_survey(survey.path).question("t2").scale
    )
    change = change_of(survey, file, "t1")
    assert change.kind == "changed"  # one scale reads a wave in one way


def test_what_is_reworded_is_offered_as_such_and_the_line_holds(tmp_path: Path) -> None:
    survey = begun(tmp_path, csv(tmp_path, 2023, t=TRUST))
    reworded = [TRUST[0], "Assez confiance", "Assez peu confiance", TRUST[3]]
    file = csv(tmp_path, 2024, t=reworded)
    change = change_of(survey, file, "t")
    assert change.kind == "widened"
    line = line_in(change.said.fr)
    assert line == 'file_values: {"2024": {"Plutôt confiance": "…", "Plutôt pas confiance": "…"}}'
    assert ("category_vanished", "t") in errors(survey, "2024")
    written_instead(survey, line, reworded[1:3])
    with pytest.raises(DefinitionError, match="to two codes"):  # as offered it settles nothing
        errors(survey, "2024")
    for answer in reworded[1:3]:
        line = line.replace("…", answer, 1)
    written_instead(survey, line, [])
    assert errors(survey, "2024") == set()
    assert shares(survey, "2024", "t")["Plutôt confiance"] == pytest.approx(
        weighted(file, "t", "Assez confiance"), abs=1e-12
    )


def test_one_answer_alone_is_paired_with_the_one_that_is_gone(tmp_path: Path) -> None:
    places = ["Nord", "Sud", "Est", "Ouest"]
    survey = begun(tmp_path, csv(tmp_path, 2023, ou=places))
    file = csv(tmp_path, 2024, ou=["Nord du pays", *places[1:]])
    line = line_in(change_of(survey, file, "ou").said.fr)
    assert line == 'file_values: {"2024": {"Nord": "Nord du pays"}}'
    written_instead(survey, line, ["Nord du pays"])
    assert errors(survey, "2024") == set()


def test_what_resembles_nothing_is_left_to_a_person(tmp_path: Path) -> None:
    """A wrong pair, pasted, would read one answer as another in silence."""
    survey = begun(tmp_path, csv(tmp_path, 2023, ia=[*OFTEN, "Toujours"]))
    file = csv(tmp_path, 2024, ia=["Ne connaît rien", "Souvent", "Jamais", "Toujours"])
    change = change_of(survey, file, "ia")
    assert line_in(change.said.fr) == 'file_values: {"2024": {"Parfois": "…"}}'


def test_a_question_whose_answers_are_others_is_not_called_the_same(tmp_path: Path) -> None:
    survey = begun(tmp_path, csv(tmp_path, 2023, ia=OFTEN, oui=["Oui", "Non"]))
    other = ["Souvent", "De temps en temps", "À peine"]
    file = csv(tmp_path, 2024, ia=other, oui=["Oui", "Non"])
    change = change_of(survey, file, "ia")
    assert change.kind == "changed"
    assert "De temps en temps" in change.said.fr
    assert "Parfois" in change.said.fr
    assert "(" not in change.said.fr  # an answer in words is its own label
    assert load_survey(survey.path).question("ia").waves == ("2023",)


def test_a_file_whose_questions_all_changed_is_told_as_such(tmp_path: Path) -> None:
    survey = begun(tmp_path, csv(tmp_path, 2023, ia=OFTEN))
    file = csv(tmp_path, 2024, ia=["Souvent", "De temps en temps", "À peine"])
    with pytest.raises(DefinitionError, match="--same ia") as stop:
        add_wave(survey.path, file, Choices(**SAME), accept=True)
    assert "De temps en temps" in str(stop.value)
    assert not (survey.path / "waves" / "2024.yaml").exists()


def test_a_person_may_say_that_it_is_the_same_all_the_same(tmp_path: Path) -> None:
    survey = begun(tmp_path, csv(tmp_path, 2023, ia=OFTEN))
    file = csv(tmp_path, 2024, ia=["Souvent", "De temps en temps", "À peine"])
    change = change_of(survey, file, "ia", same=("ia",))
    assert change.kind == "widened"
    assert {code.code for code in change.codes} == {"De temps en temps", "À peine"}
    assert {column for _, column in errors(survey, "2024")} == {"ia"}


def test_words_for_no_answer_are_missing_codes(tmp_path: Path) -> None:
    survey = begun(tmp_path, csv(tmp_path, 2023, t=[*TRUST, "Ne sait pas"]))
    file = csv(tmp_path, 2024, t=[*TRUST, "NSP", "Sans réponse"])
    change = change_of(survey, file, "t")
    assert change.kind == "respelled"
    assert change.values == {"Ne sait pas": "NSP"}
    assert [code.code for code in change.codes] == ["Sans réponse"]
    question = load_survey(survey.path).question("t")
    assert {code.code: code.kind for code in question.missing_codes} == {
        "Ne sait pas": "dont_know",
        "Sans réponse": "refused",
    }
    assert errors(survey, "2024") == set()


def _labelled(folder: Path, year: int, labels: dict[float, str], **more: dict[float, str]) -> Path:
    scales = {"t": labels, **more}
    frame = people(year, **{name: list(codes) for name, codes in scales.items()})
    words = {"t": "Trust in government", "u": "Uses the service", "poids": "Weight", "id": "ID"}
    return sav(folder / f"w{year}.sav", frame, words, **scales)


SCALE = {1.0: "A great deal", 2.0: "Quite a lot", 3.0: "Not much", 4.0: "None"}
USES = {1.0: "Often", 2.0: "Never"}


def test_a_labelled_missing_code_that_is_new_has_its_line(tmp_path: Path) -> None:
    survey = begun(tmp_path, _labelled(tmp_path, 2023, SCALE, u=USES))
    file = _labelled(tmp_path, 2024, {**SCALE, -5.0: "No answer"}, u=USES)
    change = change_of(survey, file, "t")
    assert change.kind == "widened"
    assert "-5" in change.said.en
    codes = load_survey(survey.path).question("t").missing_codes
    assert [(code.code, code.kind) for code in codes] == [("-5", "refused")]
    assert errors(survey, "2024") == set()


def test_a_number_that_nothing_labels_is_told(tmp_path: Path) -> None:
    survey = begun(tmp_path, csv(tmp_path, 2023, n=[1, 2, 3]))
    change = change_of(survey, csv(tmp_path, 2024, n=[1, 2, 3, 5]), "n")
    assert change.kind == "widened"
    assert not change.codes
    assert "5" in change.said.en


REWORDED = {**SCALE, 2.0: "A fair amount"}


def test_labels_that_were_reworded_keep_their_series_by_the_lines_of_validate(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = begun(tmp_path, _labelled(tmp_path, 2023, SCALE, u=USES))
    file = _labelled(tmp_path, 2024, REWORDED, u=USES)
    with pytest.raises(SystemExit) as end:
        main(["add-wave", str(survey.path), str(file), "--design", "same", "--lang", "en"])
    assert not end.value.code
    assert "--same t" in capsys.readouterr().out
    (survey.path / "waves" / "2024.yaml").unlink()
    change = change_of(survey, file, "t", same=("t",))
    assert change.kind == "same"
    assert errors(survey, "2024") == {("labels_changed", "t")}
    with pytest.raises(SystemExit):
        main(["validate", str(survey.path), "--lang", "en"])
    lines = capsys.readouterr().err
    for key, rest in (
        ("breaks:", "id: b1, text: {en: Reworded.}"),
        ("accept:", "reason: {en: Reworded.}, by: DS, date: 2024-12-01"),
    ):
        block = re.search(rf"(?m)^{key}\n((?:  - .*\n)+)", lines)
        assert block is not None, lines
        entry = block[1].replace("id: …", rest.split(", ")[0])
        entry = entry.replace("text: {…}", "text: {en: Reworded.}")
        entry = re.sub(r"reason: \{\w+: …\}, by: …, date: …", rest, entry)
        path = survey.path / "survey.yaml"
        before = path.read_text(encoding="utf-8")
        path.write_text(f"{before}{key}\n{entry}", encoding="utf-8")
        assert errors(survey, "2024") == set(), key
        path.write_text(before, encoding="utf-8")


def test_a_name_that_is_no_question_of_the_file_is_refused(tmp_path: Path) -> None:
    survey = begun(tmp_path, _labelled(tmp_path, 2023, SCALE, u=USES))
    file = _labelled(tmp_path, 2024, REWORDED, u=USES)
    with pytest.raises(DefinitionError, match="--same nobody"):
        add_wave(survey.path, file, Choices(**SAME, same=("nobody",)), accept=True)
    assert not (survey.path / "waves" / "2024.yaml").exists()


def test_a_question_that_changed_and_cannot_be_read_does_not_stop_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = begun(tmp_path, _labelled(tmp_path, 2023, SCALE, u=USES))
    file = _labelled(tmp_path, 2024, {**REWORDED, 7.0: "Another"}, u=USES)
    change_of(survey, file, "t", same=("t",))
    path = survey.path / "questionnaire.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^ *7: .*\n", "", text), encoding="utf-8")
    assert {check for check, _ in errors(survey, "2024")} >= {"labels_changed", "unknown_code"}
    with pytest.raises(SystemExit) as end:
        main(["trend", str(survey.path), "u", "--no-chart", "--lang", "en"])
    assert not end.value.code
    assert re.search(r"wave 2024: 1 question left out.*: t\.", capsys.readouterr().err)
    with pytest.raises((SystemExit, FindingsError)) as end:
        main(["trend", str(survey.path), "t", "--no-chart", "--lang", "en"])
    assert end.value.code  # type: ignore[union-attr]


@pytest.mark.parametrize("answers", [TRUST, ["신뢰함", "보통", "불신함"], ["أثق", "لا أثق"]])
def test_the_trend_of_answers_in_words_is_drawn(tmp_path: Path, answers: list[str]) -> None:
    survey = begun(tmp_path, csv(tmp_path, 2023, t=answers))
    change_of(survey, csv(tmp_path, 2024, t=answers), "t")
    folder = tmp_path / "charts"
    with pytest.raises(SystemExit) as end:
        main(["trend", str(survey.path), "t", "--chart", str(folder)])
    assert not end.value.code
    drawn = {path.name for path in folder.rglob("*.svg")}
    assert len(drawn) == len(answers)
    assert all(re.fullmatch(r"fig-[a-z0-9-]+\.svg", name) for name in drawn)


def test_names_of_files_that_lose_letters_stay_apart() -> None:
    assert file_name("t-Très confiance-1") == "t-tres-confiance-1"
    assert len({file_name(f"t-{word}-1") for word in ("신뢰함", "보통", "불신함")}) == 3


def test_two_files_drafted_at_once_are_read_by_the_words_of_the_first(tmp_path: Path) -> None:
    files = [
        csv(tmp_path, 2023, t=TRUST, oui=["Oui", "Non"]),
        csv(
            tmp_path, 2024, t=["Très confiance", "PLUTOT CONFIANCE", *TRUST[2:]], oui=["OUI", "NON"]
        ),
    ]
    survey = started(tmp_path, *files, design=(DesignChoice(proposed=True),))
    question = survey.question("oui")
    assert question.waves is None
    assert question.scale is not None
    assert question.scale.file_values == {"2024": {"Oui": "OUI", "Non": "NON"}}
    assert len(survey.question("t").values) == 4
    assert errors(survey, "2024") == set()
    assert shares(survey, "2024", "t")["Plutôt confiance"] == pytest.approx(
        weighted(files[1], "t", "PLUTOT CONFIANCE"), abs=1e-12
    )
