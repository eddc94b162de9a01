"""What the layouts of houses that nobody had brought came to light: each on a small file by a seed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyreadstat
import pytest

import padai
from padai.interchange import Choices
from padai.interchange.dividing import about_interviewer
from padai.interchange.draft import DraftQuestion
from padai.interchange.drafting import draft_data
from padai.pipeline.builds.unfinished import drafted
from padai.survey.answer_words import missing_kind
from tests.starting import started, started_and_told
from tests.test_next_strangers import PROPOSED

N = 240


def _sav(folder: Path, name: str, frame: pd.DataFrame, values: dict[str, dict[float, str]]) -> Path:
    path = folder / f"{name}.sav"
    pyreadstat.write_sav(frame, path, variable_value_labels=values)
    return path


def _people(seed: int) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    return pd.DataFrame(
        {
            "respid": rng.permutation(np.arange(N) + 1001.0 + 10_000 * seed),
            "wt": rng.lognormal(0, 0.4, N),
        }
    )


def _shares(frame: pd.DataFrame, column: str, gone: set[float]) -> dict[float, float]:
    """Return the weighted shares of the values that are answers."""
    kept = frame[~frame[column].isin(gone)]
    share = kept.groupby(column)["wt"].sum() / kept["wt"].sum()
    return {float(value): float(s) for value, s in share.items()}


# --- no answer ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        (".i:  Inapplicable", "not_asked"),
        (".d:  Do not Know/Cannot Choose", "dont_know"),
        (".n:  No answer", "refused"),
        (".y:  Not available in this year", "not_asked"),
        (".z:  Variable-specific reserve code", "skipped"),
        ("Item not applicable", "not_asked"),
        ("Schedule not applicable", "not_asked"),
        ("Item skipped", "skipped"),
        ("Do not understand the question", None),
        ("Ne sait pas/N'a pas entendu", "dont_know"),
        ("Do not understand", None),
        ("Does not apply", None),
        ("N'a pas entendu", None),
        (".5: half", None),
    ],
)
def test_words_of_no_answer_of_other_archives(label: str, kind: str | None) -> None:
    assert missing_kind(label) == kind


TAGGED = {
    -100.0: ".i:  Inapplicable",
    -99.0: ".n:  No answer",
    -98.0: ".d:  Do not Know/Cannot Choose",
}


def test_tags_of_the_general_social_survey_are_no_answers(tmp_path: Path) -> None:
    """-100 was an answer, a mean of hours held it, and 0 to 11 hours were none."""
    rng = np.random.default_rng(1)
    frame = _people(1)
    frame["confed"] = rng.choice([1.0, 2.0, 3.0, -100.0, -99.0], N)
    frame["tvhours"] = np.where(rng.random(N) < 0.3, -100.0, rng.integers(0, 12, N))
    frame["hrs1"] = np.where(rng.random(N) < 0.4, -100.0, rng.integers(1, 89, N))
    words = {1.0: "A GREAT DEAL", 2.0: "ONLY SOME", 3.0: "HARDLY ANY"}
    labels = {"confed": TAGGED | words, "tvhours": TAGGED, "hrs1": TAGGED | {89.0: "89+ hrs"}}
    survey = started(tmp_path, _sav(tmp_path, "gss2024", frame, labels), **PROPOSED)
    wave = padai.read_wave(survey, survey.waves[0])
    told = padai.proportion(wave, "confed").frame.set_index("response")["estimate"]
    hand = _shares(frame, "confed", set(TAGGED))
    assert told.drop("-98").to_dict() == pytest.approx(
        {str(int(k)): v for k, v in hand.items()}, abs=1e-12
    )
    for column in ("hrs1", "tvhours"):
        kept = frame[frame[column] >= 0]
        mean = np.average(kept[column], weights=kept["wt"])
        assert padai.mean(wave, column).frame["estimate"].iloc[0] == pytest.approx(mean, abs=1e-12)


def _drafted(tmp_path: Path, column: Any, labels: dict[float, str]) -> tuple[Any, str]:
    frame = _people(2).assign(q=column)
    said: list[str] = []
    choices = Choices(tell=lambda each: said.append(each.en))
    path = _sav(tmp_path, "w2024", frame, {"q": labels})
    (question,) = draft_data("mine", [path], choices).questions
    return question, "\n".join(said)


@pytest.mark.parametrize(
    ("low", "high", "code", "label"),
    [
        (18, 90, -32, "NICHT GENERIERBAR"),
        (1925, 2005, 999, "Cannot be made"),
        (0, 60, -5, "Routed"),
    ],
)
def test_a_code_in_words_far_outside_numbers_is_asked_about(
    tmp_path: Path, low: int, high: int, code: int, label: str
) -> None:
    """Ages had a mean with -32 in it, and years of birth one with 999."""
    rng = np.random.default_rng(3)
    values = rng.integers(low, high, N).astype(float)
    values[:9] = code
    question, said = _drafted(tmp_path, values, {float(code): label})
    assert question.type == "number" and [m.value for m in question.missing] == [code]
    assert f"q: the codes {code} stand apart" in said


@pytest.mark.parametrize(("code", "label"), [(0, "None"), (90, "90 or older"), (120, "Always")])
def test_words_for_an_amount_stay_one(tmp_path: Path, code: int, label: str) -> None:
    values = np.random.default_rng(4).integers(1, 90, N).astype(float)
    values[:9] = code
    question, _ = _drafted(tmp_path, values, {float(code): label})
    assert question.type == "number" and not question.missing


def test_who_did_not_understand_gave_no_answer_beside_others(tmp_path: Path) -> None:
    labels = {1.0: "Trust", 2.0: "No trust", 7.0: "Do not understand the question"}
    values = np.random.default_rng(11).choice([1.0, 2.0, 7.0, 8.0], N)
    question, _ = _drafted(tmp_path, values, labels | {8.0: "Can't choose"})
    assert [c.value for c in question.codes] == [1, 2]


def test_nines_behind_hours_are_asked_about(tmp_path: Path) -> None:
    """70 hours lie 27 from 97, less than they span, and a mean of 36 hours was 41."""
    hours = np.random.default_rng(8).permutation(np.arange(N) % 71).astype(float)
    hours[:30], hours[30:40] = 97.0, 99.0
    question, said = _drafted(tmp_path, hours, {})
    assert [m.value for m in question.missing] == [97, 99] and "q: the codes 97, 99" in said


@pytest.mark.parametrize("low, high", [(18, 96), (0, 100)])
def test_nines_among_numbers_are_numbers(tmp_path: Path, low: int, high: int) -> None:
    values = low + np.arange(N) % (high - low + 1)
    values[:3] = (97, 98, 99)
    question, _ = _drafted(tmp_path, np.random.default_rng(9).permutation(values) * 1.0, {})
    assert question.type == "number" and not question.missing


def test_a_negative_code_beside_a_positive_one_of_no_answer_is_asked_about(tmp_path: Path) -> None:
    values = np.random.default_rng(5).choice([1.0, 2.0, 3.0, -97.0, 999.0], N)
    labels = {1.0: "Satisfied", 2.0: "Fairly", 3.0: "Not at all", -97.0: "Filter 3"}
    question, said = _drafted(tmp_path, values, labels | {999.0: "Item skipped"})
    assert [c.value for c in question.codes] == [1, 2, 3] and "q: the codes -97" in said


# --- numbers that start anew --------------------------------------------------------------


def _numbered(seed: int, sex: Any, first: int) -> pd.DataFrame:
    frame = _people(seed)
    frame["respid"] = np.arange(N) + float(first)
    frame["gender2"] = sex
    frame["q1"] = np.random.default_rng(seed).choice([1.0, 2.0, 3.0], N)
    return frame


@pytest.mark.parametrize("first", [1, 10_001])
def test_row_numbers_of_other_people_are_told_from_those_of_the_same(
    tmp_path: Path, first: int
) -> None:
    """Until somebody wrote `overlap: none`, a draft of three waves showed one."""
    sexes = [np.random.default_rng(s).choice([1.0, 2.0], N) for s in (1, 2)]
    labels = {"q1": {1.0: "Yes", 2.0: "Perhaps", 3.0: "No"}}
    others = [
        _sav(tmp_path, f"w{y}", _numbered(y, sex, first), labels)
        for y, sex in zip((2023, 2024), sexes, strict=True)
    ]
    survey, told = started_and_told(tmp_path / "a", *others, **PROPOSED)
    assert (survey.overlap, survey.ids) == ("none", "per_wave")
    assert "What the waves share: `overlap: none, ids: per_wave`" in told
    same = [_sav(tmp_path, f"p{y}", _numbered(y, sexes[0], first), labels) for y in (2023, 2024)]
    panel, said = started_and_told(tmp_path / "b", *same, **PROPOSED)
    assert panel.overlap == (None if first == 1 else "respondent")
    assert ("`overlap: none` where each wave asked other people" in said) == (first == 1)


# --- whom a question was put to, and what it is called --------------------------------------


def test_a_question_put_to_some_never_says_everybody(tmp_path: Path) -> None:
    """A third was not asked, nobody knew which, and the chart said “Base: all respondents”."""
    rng = np.random.default_rng(6)
    frame = _people(6)
    frame["form"] = rng.choice([1.0, 2.0], N)
    frame["q1"] = np.where(rng.random(N) < 0.3, -1.0, rng.choice([1.0, 2.0, 3.0], N))
    frame["q2"] = np.where(frame["form"] == 1, -1.0, rng.choice([1.0, 2.0, 3.0], N))
    words = {-1.0: "Not applicable", 1.0: "Much", 2.0: "Some", 3.0: "None"}
    labels = {"q1": words, "q2": words, "form": {1.0: "A", 2.0: "B"}}
    survey = started(tmp_path, _sav(tmp_path, "w2024", frame, labels), **PROPOSED)
    text = (survey.path / "questionnaire.yaml").read_text("utf-8")
    assert "base_label: à compléter  # some were not asked, and no answer says who" in text
    whole = drafted(survey, survey.waves[0], "en")
    asked = {q: whole.question(q).base_label for q in ("q1", "q2")}
    assert asked["q1"] is not None and "asked" in asked["q1"].en
    assert asked["q2"] is None and whole.question("q2").base is not None


def test_signs_that_turn_a_line_around_are_taken_out_of_labels(tmp_path: Path) -> None:
    """A definition refuses them, and what the file says could not be mended by its reader."""
    frame = _people(7)
    frame["q1"] = np.random.default_rng(7).choice([1.0, 2.0, 3.0], N)
    path = tmp_path / "w2024.sav"
    pyreadstat.write_sav(
        frame,
        path,
        column_labels=["", "", "\u202bאמון\u202c בממשלה"],
        variable_value_labels={"q1": {1.0: "\u2067רב\u2069", 2.0: "מעט", 3.0: "כלל לא"}},
    )
    survey = started(tmp_path, path, **PROPOSED)
    assert "אמון בממשלה" in str(survey.question("q1").label)
    assert survey.question("q1").codes == ("1", "2", "3")


@pytest.mark.parametrize(
    ("label", "apart"),
    [
        ("Language of interview", True),
        ("interviews conducted in spanish or english", True),
        ("FORM (split-form)", True),
        ("Questionnaire version: A, B or C", True),
        ("TNS COUNTRY CODE", True),
        ("Country is on the right track", False),
        ("Language spoken at home", False),
        ("Langue de l’entrevue", True),
    ],
)
def test_what_tells_of_the_interview_is_no_question(label: str, apart: bool) -> None:
    assert about_interviewer(DraftQuestion("q1", "single", {"en": label})) is apart


# --- replicate weights, and a group that was not asked ---------------------------------------


def test_letters_stand_beside_a_group_that_was_not_asked() -> None:
    """With replicate weights the draft of three waves stopped, and named no question."""
    rng = np.random.default_rng(10)
    frame = _people(10).assign(group=np.arange(N) % 4, q1=rng.choice([1.0, 2.0], N))
    frame.loc[(frame["group"] == 3) & (rng.random(N) < 0.9), "q1"] = 1.0
    frame.loc[frame["group"] == 0, "q1"] = np.nan
    factors = rng.poisson(1, (N, 60)) * frame["wt"].to_numpy()[:, None]
    frame = frame.join(pd.DataFrame(factors, columns=[f"b{i}" for i in range(1, 61)]))
    design = padai.Design(weight="wt", replicates=padai.Bootstrap(prefix="b"))
    told = [
        padai.column_letters(padai.proportion(padai.Wave(each, design), "q1", by="group")).frame
        for each in (frame, frame[frame["group"] > 0])
    ]
    asked = told[0][~told[0]["group"].isin(["0", "total"])]
    alone = told[1][told[1]["group"] != "total"]
    assert len(alone) == 6 and any(alone["above"])
    own = [each.translate(str.maketrans("BCD", "ABC")) for each in asked["above"]]
    assert own == list(alone["above"])
    assert asked["std_error"].tolist() == alone["std_error"].tolist()
    assert set(told[0].loc[told[0]["group"] == "0", "above"]) == {""}
