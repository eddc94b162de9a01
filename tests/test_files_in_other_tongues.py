"""What was met in German, Portuguese, French and Tunisian files: each trap, on a small file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from padai.cli import main
from padai.errors import DataError
from padai.interchange import parse_design
from padai.interchange.design_roles import find_design
from padai.interchange.label_words import missing_kind
from padai.interchange.profiles import profiles
from padai.survey import Survey
from padai.validation import validate
from padai.waves import read_delivery
from padai.waves.intake import read_data_file
from tests.starting import started

N = 240
PROPOSED = {"design": (parse_design("proposed"),)}


def write(path: Path, frame: pd.DataFrame, labels: dict[str, str], **values: Any) -> Path:
    pyreadstat.write_sav(
        frame,
        str(path),
        column_labels=[labels.get(c, "") for c in frame],
        variable_value_labels=values,
    )
    return path


def drawn(*values: float, n: int = N, seed: int = 1) -> Any:
    return np.random.default_rng(seed).choice(values, n)


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Don't know/Haven't heard enough", "dont_know"),
        ("Don’t know / Haven’t heard enough to say", "dont_know"),
        ("Don't know or haven't heard enough to say", "dont_know"),
        ("Don't know / Can't remember", "dont_know"),
        ("Don't know/Don't understand", "dont_know"),
        ("Can't determine", "dont_know"),
        ("Not asked in the country", "not_asked"),
        ("A refusé", "refused"),
        ("A refusé de répondre", "refused"),
        ("Ne sait pas / N’en a jamais entendu parler", "dont_know"),
        ("Ne sait pas / N'en a pas suffisamment entendu parler", "dont_know"),
        ("Ne peut déterminer", "dont_know"),
        ("Non demandé en Tunisie", "not_asked"),
        ("NSP ou NVPR", "dont_know"),
        ("KANN NICHT SAGEN", "dont_know"),
        ("Kann ich nicht sagen", "dont_know"),
        ("TNZ: FILTER", "not_asked"),
        ("Frage nicht gestellt", "not_asked"),
        ("Não respondeu", "refused"),
        ("Não respondeu (Esp.)", "refused"),
        ("Não sabe (Esp.)", "dont_know"),
        ("Não sabe/ Não lembra (Esp.)", "dont_know"),
        ("Não sabe avaliar", "dont_know"),
        ("Não se aplica", "not_asked"),
        ("Recusou-se a responder", "refused"),
        ("Non risponde (spontanea)", "refused"),
        ("Non sa / non risponde", "dont_know"),
        ("Preferisco non rispondere", "refused"),
        ("Weiß nicht (nicht vorlesen)", "dont_know"),
        ("No sabe (no leer)", "dont_know"),
        # Answers: each is one where it stands alone, or beside an answer.
        ("Haven't heard enough", None),
        ("Don't understand the question", None),
        ("Trifft nicht zu", None),
        ("N'en a jamais entendu parler", None),
        ("Não conhece o partido", None),
        ("Keine der Schichten", None),
        ("They don't know their legal rights", None),
        ("Refused to be interviewed", None),
        ("Nenhuma dessas", None),
        ("NSA", None),
        ("Não votou", None),
    ],
)
def test_no_answer_is_known_in_the_words_that_houses_use(label: str, kind: str | None) -> None:
    assert missing_kind(label) == kind


def brazil(n: int = N) -> tuple[pd.DataFrame, dict[str, str], dict[str, Any]]:
    """A file whose labels begin with a question's number; the interviewer's sex stands last."""
    rng = np.random.default_rng(3)
    frame = pd.DataFrame(
        {
            "A1_Nquest": np.arange(1.0, n + 1),
            "D1A_ID": rng.integers(16, 90, n).astype(float),
            "D2_SEXO": drawn(1.0, 2.0),
            "REG": drawn(1.0, 2.0, 3.0, seed=4),
            "P1": drawn(1.0, 2.0, 3.0, 8.0, 9.0, seed=5),
            "Q16": drawn(*map(float, range(11)), 96.0, 97.0, 98.0, seed=6),
            "DIAANIVER": rng.integers(1, 29, n).astype(float),
            "MESANIVER": rng.integers(1, 13, n).astype(float),
            "A3": drawn(1.0, 2.0, seed=7),
        }
    )
    labels = {
        "A1_Nquest": "Número questionário", "D1A_ID": "D1A) IDADE", "D2_SEXO": "D2) SEXO",
        "REG": "REGIÃO", "P1": "P1. Confia no Congresso?", "Q16": "Nota do partido",
        "DIAANIVER": "Dia aniversário entrevistado", "MESANIVER": "Mês aniversário entrevistado",
        "A3": "Sexo do entrevistador",
    }  # fmt: skip
    sexes = {1.0: "Masculino", 2.0: "Feminino"}
    values = {
        "D2_SEXO": sexes, "A3": sexes, "REG": {1.0: "Norte", 2.0: "Nordeste", 3.0: "Sul"},
        "P1": {1.0: "Muita", 2.0: "Pouca", 3.0: "Nenhuma", 8.0: "Não sabe (Esp.)",
               9.0: "Não respondeu"},
        "Q16": {0.0: "(00) Não gosta", **{float(k): f"({k:02d})" for k in range(1, 10)},
                10.0: "(10) Gosta muito", 96.0: "Não conhece o partido (Esp.)",
                97.0: "Não respondeu", 98.0: "Não sabe avaliar"},
    }  # fmt: skip
    return frame, labels, values


def test_the_interviewer_s_sex_divides_nobody(tmp_path: Path) -> None:
    frame, labels, values = brazil()
    survey = started(tmp_path, write(tmp_path / "w2018.sav", frame, labels, **values))
    divided = {b.id: b.question for b in survey.breakdowns}
    assert divided == {"gender": "D2_SEXO", "age_group": "D1A_ID", "region": "REG"}


def test_only_an_interviewer_s_sex_is_no_breakdown(tmp_path: Path) -> None:
    frame, labels, values = brazil()
    frame = frame.drop(columns=["D2_SEXO", "D1A_ID", "REG"])
    values = {k: v for k, v in values.items() if k in frame}
    survey = started(tmp_path, write(tmp_path / "w2018.sav", frame, labels, **values))
    assert not survey.breakdowns


def test_a_question_s_number_is_no_part_of_its_label(tmp_path: Path) -> None:
    frame, labels, values = brazil()
    survey = started(tmp_path, write(tmp_path / "w2018.sav", frame, labels, **values))
    assert survey.question("D1A_ID").label.get("pt") == "IDADE"
    assert survey.question("P1").label.get("pt") == "Confia no Congresso?"


def test_a_birthday_in_portuguese_is_set_aside(tmp_path: Path) -> None:
    frame, labels, values = brazil()
    survey = started(tmp_path, write(tmp_path / "w2018.sav", frame, labels, **values))
    assert {"DIAANIVER", "MESANIVER"} <= set(survey.part("2018").other_columns)


def test_a_code_beyond_a_scale_of_numbers_is_asked(tmp_path: Path) -> None:
    """Labels such as “(01)” say no more than their code: the words beyond them are no answer."""
    frame, labels, values = brazil()
    survey = started(tmp_path, write(tmp_path / "w2018.sav", frame, labels, **values))
    question = survey.question("Q16")
    assert question.type == "rating"
    assert question.codes[:11] == tuple(map(str, range(11)))
    assert {code.code: code.kind for code in question.missing_codes} == {
        "96": "skipped",
        "97": "refused",
        "98": "dont_know",
    }


def units(n: int = N) -> tuple[pd.DataFrame, dict[str, str], dict[str, Any]]:
    frame = pd.DataFrame(
        {
            "RESPNO": [f"TUN{i:04d}" for i in range(n)],
            "URBRUR": drawn(1.0, 2.0),
            "EA_SVC_A": drawn(0.0, 1.0, 9.0, seed=2),
            "EA_SEC_A": drawn(0.0, 1.0, seed=3),
            "Q1": drawn(0.0, 1.0, 2.0, 3.0, 9.0, seed=4),
            "NOCALL_7": np.full(n, 9997.0),
            "withinwt": np.where(np.arange(n) % 2, 0.8, 1.2) + np.arange(n) / n / 100 - 0.005,
        }
    )
    labels = {
        "RESPNO": "Respondent number", "URBRUR": "Urban or Rural Primary Sampling Unit",
        "EA_SVC_A": "EA-SVC-A. Electricity grid in the PSU/EA",
        "EA_SEC_A": "EA-SEC-A. Police in the PSU/EA", "Q1": "Q1. Trust president",
        "NOCALL_7": "Reason for unsuccessful call 7", "withinwt": "Within country weights",
    }  # fmt: skip
    values = {
        "URBRUR": {1.0: "Urban", 2.0: "Rural"}, "EA_SVC_A": {0.0: "No", 1.0: "Yes", 9.0: "Can't determine"},
        "EA_SEC_A": {0.0: "No", 1.0: "Yes"},
        "Q1": {0.0: "Not at all", 1.0: "Just a little", 2.0: "Somewhat", 3.0: "A lot",
               9.0: "Don't know/Haven't heard enough"},
        "NOCALL_7": {1.0: "Refused to be interviewed", 2.0: "Empty", 9997.0: "Not Applicable"},
    }  # fmt: skip
    return frame, labels, values


def test_what_is_told_of_a_sampling_unit_is_no_unit(tmp_path: Path) -> None:
    frame, labels, values = units()
    path = write(tmp_path / "w2013.sav", frame, labels, **values)
    file = read_data_file(path)
    psu = find_design(file, profiles(file)).roles["psu"]
    assert psu.taken is None
    assert not psu.others
    survey = started(tmp_path, path, **PROPOSED)
    assert {"URBRUR", "EA_SVC_A", "EA_SEC_A"} <= set(survey.questions)
    assert survey.part("2013").confirmed("design")
    found = validate(read_delivery(survey, "2013"))
    assert not [f for f in found.items if f.check == "design_left_over"]


def test_a_question_that_nobody_was_asked_is_set_aside(tmp_path: Path) -> None:
    frame, labels, values = units()
    survey = started(tmp_path, write(tmp_path / "w2013.sav", frame, labels, **values), **PROPOSED)
    assert "NOCALL_7" in survey.part("2013").other_columns
    assert validate(read_delivery(survey, "2013")).ok


def ran(*words: str) -> int:
    with pytest.raises(SystemExit) as left:
        main([*words, "--lang", "en"])
    return int(left.value.code or 0)


def two_waves(folder: Path) -> Survey:
    """Two waves: to one question, a later wave put half of the people it was put to before."""
    frame, labels, values = units()
    frame["Q2"] = drawn(1.0, 2.0, seed=8)
    later = frame.assign(
        RESPNO=[f"X{i:04d}" for i in range(N)],
        Q1=drawn(0.0, 1.0, 2.0, 3.0, 9.0, seed=9),
        Q2=np.where(np.arange(N) % 2, np.nan, drawn(1.0, 2.0, seed=10)),
    )
    labels |= {"Q2": "Q2. Went to a meeting"}
    values |= {"Q2": {1.0: "Yes", 2.0: "No"}}
    files = [
        write(folder / f"w{year}.sav", rows, labels, **values)
        for year, rows in ((2013, frame), (2015, later))
    ]
    return started(folder, *files, **PROPOSED)


def test_a_question_that_changed_does_not_stop_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = two_waves(tmp_path)
    assert not validate(
        read_delivery(survey, "2015"), earlier=[read_delivery(survey, "2013")]
    ).ok, "the change is an error: it stops publication"
    for command in (["estimate", str(survey.path), "Q1"], ["trend", str(survey.path), "Q1"]):
        assert ran(*command, "--csv") == 0
        said = capsys.readouterr()
        assert "Q1,3" in said.out
        assert "no declared break" in said.err
        assert "Q2" in said.err
    assert ran("trend", str(survey.path), "Q2") == 1
    assert "base_changed" in capsys.readouterr().err
    assert ran("estimate", str(survey.path), "Q2") == 1


def test_a_label_cut_within_a_character_does_not_break_the_file(tmp_path: Path) -> None:
    path = tmp_path / "w2022.dta"
    frame = pd.DataFrame({"id": np.arange(1.0, N + 1), "q1": drawn(1.0, 2.0)})
    pyreadstat.write_dta(
        frame,
        str(path),
        column_labels=["Identificador", "¿Qué opina de la autonomía é"],
        variable_value_labels={"q1": {1: "Sí", 2: "No"}},
    )
    whole = path.read_bytes()
    path.write_bytes(whole.replace("autonomía é".encode(), "autonomía ".encode() + b"\xc3\x00", 1))
    file = read_data_file(path)
    assert file.labels["q1"].startswith("¿Qué opina de la autonomía")
    assert len(file.frame) == N


def test_a_text_of_another_encoding_is_read_by_its_bytes_or_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "w2022.dta"
    frame = pd.DataFrame({"id": np.arange(1.0, N + 1), "q1": drawn(1.0, 2.0)})
    pyreadstat.write_dta(frame, str(path), column_labels=["Identificador", "¿Qué opina?"])
    written = path.read_bytes()
    path.write_bytes(written.replace("¿Qué".encode(), b"\xbf\xbfQu\xe9\xe9", 1))
    assert read_data_file(path).labels["q1"] == "¿¿Quéé opina?"
    path.write_bytes(written.replace("¿Qué".encode(), b"\x81\xfeQu\x9d\xff", 1))
    with pytest.raises(DataError) as refused:
        read_data_file(path)
    assert "UTF-8" in str(refused.value)


def test_two_codes_of_one_kind_may_have_one_label(tmp_path: Path) -> None:
    frame, labels, values = units()
    frame["Q1"] = drawn(0.0, 1.0, 2.0, 8.0, seed=11)
    first = {0.0: "Never", 1.0: "Sometimes", 2.0: "Always", 8.0: "Refused to answer"}
    values["Q1"] = {**first, 98.0: "Refused"}
    later = frame.assign(RESPNO=[f"X{i:04d}" for i in range(N)])
    one = write(tmp_path / "w2013.sav", frame, labels, **values)
    values["Q1"] = {**first, 8.0: "Refused"}
    survey = started(
        tmp_path, one, write(tmp_path / "w2015.sav", later, labels, **values), **PROPOSED
    )
    found = validate(read_delivery(survey, "2015"), earlier=[read_delivery(survey, "2013")])
    assert not [f for f in found.items if f.check == "label_of_other_code"]


def test_a_next_wave_labelled_in_another_language_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = two_waves(tmp_path)
    frame, labels, values = units()
    french = {
        "RESPNO": "Numéro du répondant", "URBRUR": "Type de milieu : urbain ou rural",
        "Q1": "Q1. Confiance envers le président de la République",
        "EA_SVC_A": "Réseau électrique dans la zone", "EA_SEC_A": "Police dans la zone",
        "withinwt": "Facteur de pondération nationale",
    }  # fmt: skip
    said = {
        0.0: "Pas du tout confiance",
        1.0: "Juste un peu confiance",
        2.0: "Assez confiance",
        3.0: "Beaucoup confiance",
        9.0: "Ne sait pas / N’en a jamais entendu parler",
    }
    meeting = {1.0: "Yes", 2.0: "No"}
    values = {"Q1": said, "URBRUR": {1.0: "Dans la ville", 2.0: "Dans un village"}, "Q2": meeting}
    frame["Q2"] = drawn(1.0, 2.0, seed=8)
    french["Q2"] = labels["Q2"] = "Q2. Went to a meeting"
    later = write(tmp_path / "w2017.sav", frame.drop(columns="NOCALL_7"), french, **values)
    assert ran("add-wave", str(survey.path), str(later)) == 0
    told = capsys.readouterr()
    assert "in another language (“fr”)" in told.out + told.err
    assert "Same questions: " in told.out
    same = write(tmp_path / "w2018.sav", frame, labels)
    assert ran("add-wave", str(survey.path), str(same), "--wave", "2018") in (0, 2)
    assert "another language" not in capsys.readouterr().out
