"""What files of public repositories brought to light, each as a small file of its kind."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from padai.errors import DefinitionError
from padai.interchange.choices import parse_design
from padai.interchange.confirming import confirm_designs
from padai.interchange.dividing import about_interviewer
from padai.interchange.draft import DraftQuestion
from padai.interchange.platforms import read_export
from padai.interchange.platforms.parting import parts_of
from padai.interchange.platforms.scales import in_order
from padai.pipeline.builds.proposed_titles import proposed_title
from padai.survey import load_survey
from padai.survey.answer_words import missing_kind, names_both, not_understood
from padai.validation import validate
from padai.waves.reading import read_delivery
from tests.starting import started, started_and_told
from tests.test_next_strangers import PROPOSED

N = 300


def _people(seed: int, **columns: Any) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    return pd.DataFrame(
        {
            "respid": rng.permutation(np.arange(N)) + 1001 + 10_000 * seed,
            "wt": rng.lognormal(0, 0.4, N).round(5),
            **{name: rng.choice(values, N) for name, values in columns.items()},
        }
    )


def _sav(path: Path, frame: pd.DataFrame, **value_labels: dict[float, str]) -> Path:
    pyreadstat.write_sav(frame, str(path), variable_value_labels=value_labels)
    return path


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("dk\\refused", "dont_know"),
        ("Dont know / havent heard enough", "dont_know"),
        ("DontKnow", "dont_know"),
        ("noanswer", "refused"),
        ("NoAnswer", "refused"),
        ("NotApplicable", "not_asked"),
        ("NoRooms", None),
        ("KnowNothing", None),
        ("refused to lean", None),
        ("Ne sais pas/Pas certain(e)", "dont_know"),
        ("Je ne sais pas (pas sûr.e)", "dont_know"),
        ("No sé / No estoy seguro(a)", "dont_know"),
        ("Weiß nicht / unsicher", "dont_know"),
        ("Skippped", "skipped"),
        ("Pas certain(e)", None),
    ],
)
def test_no_answer_is_known_as_pollsters_and_forms_write_it(label: str, kind: str | None) -> None:
    assert missing_kind(label) == kind


def test_an_answer_beside_no_answer_stays_asked_about_after_a_backslash() -> None:
    assert names_both("other\\no preference\\dk\\refused")
    assert not names_both("dk\\refused")


@pytest.mark.parametrize(
    "label",
    [
        "Do not understand question/democracy",
        "Ne comprend pas la question / ne comprend pas ce qu’est la “démocratie”",
    ],
)
def test_a_question_not_understood_is_no_answer_whatever_is_said_of_it(
    tmp_path: Path, label: str
) -> None:
    """Eight in a hundred were a fifth answer on how democratic the country is."""
    assert not_understood(label)
    assert not not_understood("Do not understand")
    words = {1.0: "Not a democracy", 2.0: "Some problems", 3.0: "A full democracy", 8.0: label}
    codes = {**words, 9.0: "Don't know"}
    path = _sav(tmp_path / "w2021.sav", _people(1, q42=[*codes]), q42=codes)
    question = started(tmp_path, path, **PROPOSED).questions["q42"]
    assert question.scale is not None
    assert [c.code for c in question.scale.codes] == ["1", "2", "3"]
    assert {m.code: m.kind for m in question.missing_codes}["8"] == "dont_know"


def test_a_code_that_every_label_repeats_is_no_part_of_the_words(tmp_path: Path) -> None:
    codes = {1.0: "(1) Agree", 2.0: "(2) Disagree", -9.0: "(-9) Don't know"}
    hours = {1.0: "1 - 2 hours", 2.0: "2 - 3 hours", 3.0: "3 - 4 hours"}
    frame = _people(2, q1=[*codes], q2=[*hours])
    survey = started(tmp_path, _sav(tmp_path / "w2021.sav", frame, q1=codes, q2=hours), **PROPOSED)
    q1, q2 = (survey.questions[name].scale for name in ("q1", "q2"))
    assert q1 is not None
    assert q2 is not None
    assert [c.label.get("en") for c in q1.codes] == ["Agree", "Disagree"]
    assert [c.label.get("en") for c in q2.codes] == [*hours.values()]
    assert validate(read_delivery(survey, "2021")).ok


def test_chances_to_be_drawn_under_their_usual_short_name_are_a_weight(tmp_path: Path) -> None:
    """`pw` was no weight, and every figure that of a sample where each counts as one."""
    frame = _people(3, trust=["yes", "no"]).rename(columns={"wt": "pw"})
    frame["pw"] = np.resize([44.21, 15.1, 20.36], N)
    frame.to_csv(tmp_path / "w2021.csv", index=False)
    survey = started(tmp_path, tmp_path / "w2021.csv", **PROPOSED)
    assert survey.part("2021").design.weight == "pw"


@pytest.mark.parametrize("name", ["height", "taille_cm", "estatura"])
def test_how_tall_people_are_is_no_weight(tmp_path: Path, name: str) -> None:
    """A REDCap project's heights were asked about, as if they might add up to a population."""
    frame = _people(6, trust=["yes", "no"]).drop(columns="wt")
    frame[name.replace("_", " ")] = np.random.default_rng(6).normal(168, 9, N).round(1)
    frame.to_csv(tmp_path / "w2021.csv", index=False)
    assert started(tmp_path, tmp_path / "w2021.csv", **PROPOSED).part("2021").design.weight is None


def test_columns_of_few_texts_are_told_in_one_line(tmp_path: Path) -> None:
    """A file of an online panel told 45 times the same, and hid what it asked."""
    frame = _people(4, trust=[1.0, 2.0])
    words = np.resize(["Tout à fait confiance", "Plutôt confiance", "Pas du tout"], N)
    words[0] = "Mon voisin Paul"
    frame = frame.assign(**{f"q{i}_t": np.roll(words, i) for i in range(9)})
    frame.to_csv(tmp_path / "w2021.csv", index=False)
    _, told = started_and_told(tmp_path, tmp_path / "w2021.csv", **PROPOSED)
    lines = [line for line in told.splitlines() if "few texts" in line]
    assert len(lines) == 1
    assert "q0_t, q1_t" in lines[0]
    assert "(+ 3)" in lines[0]


@pytest.mark.parametrize(
    "label",
    [
        "Desarrollo de la entrevista",
        "Utilización de las tarjetas",
        "Sinceridad de la persona entrevistada",
        "Déroulement de l’entrevue",
    ],
)
def test_what_the_interviewer_noted_is_no_result(label: str) -> None:
    """“Desarrollo de la entrevista: muy buena” was a key result, and how cards were shown a finding."""
    assert about_interviewer(DraftQuestion("p", "single", {"es": label}))
    assert not about_interviewer(DraftQuestion("p", "single", {"es": "Desarrollo del país"}))


def test_a_title_is_no_question_that_breaks_off() -> None:
    """“And do you expect that” stood above a chart."""
    asked = [
        "And do you expect that your standard of living will improve over the next five years?",
        "And do you expect that the quality of local services will improve or get worse?",
    ]
    assert proposed_title(asked) == f"{asked[0]} (+ 1)"
    assert proposed_title(["Trust in police officers", "Trust in police stations"]) == (
        "Trust in police"
    )


def _calibrated_again(low: float) -> pd.DataFrame:
    """Replicates of two factors, each set brought to the totals of three groups."""
    frame = _people(5, trust=["yes", "no"])
    rng = np.random.default_rng(26)
    group = np.arange(N) % 3
    for k in range(16):
        factors = np.where(rng.random(N) < 0.5, low, 2 - low)
        made = frame["wt"] * factors
        made *= frame["wt"].groupby(group).transform("sum") / made.groupby(group).transform("sum")
        frame[f"brrwt{k + 1}"] = made
    return frame


@pytest.mark.parametrize(("low", "told"), [(0.5, True), (0.0, False)])
def test_half_samples_that_leave_nobody_out_are_refused(
    tmp_path: Path, low: float, told: bool
) -> None:
    """A survey of energy calls Fay's weights (0.5) BRRWT; as half samples errors are halved."""
    path = tmp_path / "w2021.csv"
    _calibrated_again(low).to_csv(path, index=False)
    brr = parse_design("proposed,replicates=brr")
    with pytest.raises(DefinitionError, match="leave") if told else nullcontext():
        started(tmp_path / "at-once", path, design=(brr,))
    survey, said = started_and_told(tmp_path, path)
    assert ("kind: brr" in said) is not told
    with pytest.raises(DefinitionError, match="leave") if told else nullcontext():
        confirm_designs(survey.path, [brr])
    if told:
        confirm_designs(survey.path, [parse_design("proposed,replicates=bootstrap")])
        wave = survey.path / "waves" / "2021.yaml"
        text = wave.read_text(encoding="utf-8")
        wave.write_text(text.replace('"kind": "bootstrap"', '"kind": "brr"'), encoding="utf-8")
    survey = load_survey(survey.path)
    found = validate(read_delivery(survey, "2021"))
    items = [i for i in found.items if i.check == "replicates_of_another_kind"]
    assert bool(items) is told
    assert all("leaves anybody out" in i.messages["en"] for i in items)


def test_a_workbook_of_qualtrics_has_two_heads(tmp_path: Path) -> None:
    """It was refused for its second head, or for names that stand twice."""
    own = ["StartDate", "EndDate", "IPAddress", "Progress", "Finished", "RecordedDate"]
    heads = [
        [*own, "ResponseId", "RecipientEmail", "Q1", "Q1_1", "Q1_1"],
        [
            "Start Date",
            "End Date",
            "IP Address",
            "Progress",
            "Finished",
            "Recorded Date",
            "Response ID",
            "Recipient Email",
            "How happy?",
            "Lately - Sad",
            "Again - Sad",
        ],
    ]
    day = "2025-10-2{} 17:42:16"
    rows = [
        [
            day.format(k),
            day.format(k),
            "203.0.113.7",
            100,
            "True",
            day.format(k),
            f"R_{k}",
            "someone@example.org",
            ["Very", "Not"][k % 2],
            "Not At All",
            "Several Days",
        ]
        for k in range(1, 7)
    ]
    path = tmp_path / "export.xlsx"
    pd.DataFrame([*heads, *rows]).to_excel(path, header=False, index=False)
    export = read_export(path)
    assert export is not None
    assert export.platform.en == "Qualtrics"
    survey, told = started_and_told(tmp_path, path, **PROPOSED)
    assert "6 responses" in told
    assert {q.label.get("en") for q in survey.questions.values()} >= {"How happy?"}
    written = [p for p in (tmp_path / "surveys").rglob("*") if p.is_file()]
    text = "\n".join(p.read_bytes().decode("utf-8", "replace") for p in written)
    assert "203.0.113.7" not in text
    assert "someone@example.org" not in text


def test_how_often_and_how_much_stand_in_their_order() -> None:
    days = ["More than Half the Days", "Nearly Every Day", "Not At All", "Several Days"]
    assert in_order(days) == ([days[1], days[0], days[3], days[2]], True)


def test_a_cell_of_a_thousand_commas_is_parted_at_once() -> None:
    """Timings of a task took minutes: each way to join the parts was tried."""
    cell = ",".join(f"w{k}" for k in range(3_000))
    assert len(parts_of(cell, ",", {"yes": "1", "a little bit": "2"})) == 3_000
    known = {"yes": "1", "a little bit": "2"}
    assert parts_of("Yes, A little, bit", ",", known) == ["Yes", "A little, bit"]
