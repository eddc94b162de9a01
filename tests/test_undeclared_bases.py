"""A base that is not declared tells how many gave protected answers: 45 - 43 = 2."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from padai.errors import DefinitionError
from padai.numerics.matched_codes import codes_left_out
from padai.survey import load_survey
from padai.validation import Findings, validate
from padai.waves.reading import read_delivery
from tests.builders import respondents, write_survey, write_wave_file

HEALTH = (
    "  health: {label: {fr: Santé, en: Health}, wording: {fr: Malade?, en: Ill?},"
    " scale: yes_no, sensitive: true}\n"
    "  ills: {type: multiple, sensitive: true, label: {fr: Maux, en: Ills}, wording: {fr: Quoi?,"
    " en: Which?}, scale: {codes: {a: {fr: A, en: A}, b: {fr: B, en: B}}}}\n"
    "  word: {type: open"
)
ILL = 4


def world(folder: Path, more: dict[str, str] | None = None, **columns: Any) -> Findings:
    """Two hundred people, four of them ill; `columns` makes what is put to some."""
    replace = {"  word: {type: open": HEALTH, **(more or {})}
    written = write_survey(folder, replace=replace)
    survey = load_survey(written)
    health = np.where(np.arange(200) < ILL, 1.0, 2.0)
    rng = np.random.default_rng(5)
    frame = respondents(
        health=health, ills_a=rng.choice([0.0, 1.0], 200), ills_b=np.where(health == 1, 1.0, 0.0)
    )
    for name, make in columns.items():
        frame[name] = make(frame)
    write_wave_file(frame, written / "data" / "m2025.csv")
    return validate(read_delivery(survey, "2025"))


def followed(findings: Findings) -> list[str]:
    return [f.column for f in findings.items if f.check == "base_follows_answers"]


def not_put_to_the_ill(frame: pd.DataFrame) -> pd.Series[Any]:
    return frame["trust"].where(frame["health"] != 1)


NOT_ASKED = {
    "      99: {label: {fr: Refus": "      97: {label: {fr: Non posée, en: Not asked},"
    " kind: not_asked}\n      99: {label: {fr: Refus"
}


def test_who_was_left_out_by_a_sensitive_answer_stops_the_survey(tmp_path: Path) -> None:
    found = world(tmp_path, trust=not_put_to_the_ill)
    (item,) = (f for f in found.items if f.check == "base_follows_answers")
    assert (item.column, item.severity) == ("trust", "error")
    assert 'base: {question: health, codes: ["2"' in item.messages["en"]
    assert str(ILL) not in item.messages["en"]
    assert not found.ok


def test_a_code_for_not_asked_says_as_much(tmp_path: Path) -> None:
    assert followed(
        world(tmp_path, NOT_ASKED, trust=lambda f: not_put_to_the_ill(f).fillna(97))
    ) == ["trust"]


def test_a_few_out_of_step_change_nothing(tmp_path: Path) -> None:
    """Of thirty who were left out, one was asked by mistake, and one said no."""

    def made(frame: pd.DataFrame) -> pd.Series[Any]:
        return frame["trust"].where((frame.index >= 31) | (frame.index == 3))

    def ill(frame: pd.DataFrame) -> np.ndarray[Any, Any]:
        return np.where(frame.index < 30, 1.0, 2.0)

    assert followed(world(tmp_path, health=ill, trust=made)) == ["trust"]


def test_the_line_that_it_gives_settles_it(tmp_path: Path) -> None:
    declared = {
        'en: "Do you trust?"}, scale': 'en: "Do you trust?"}, base: {question: health,'
        ' codes: ["2"]}, base_label: {fr: Bien, en: Well}, scale'
    }
    found = world(tmp_path, declared, trust=not_put_to_the_ill)
    assert not followed(found)
    assert found.ok


def test_an_option_of_a_sensitive_question_leads_too(tmp_path: Path) -> None:
    made = world(tmp_path, trust=lambda f: f["trust"].where(f["ills_b"] == 0))
    assert "trust" in followed(made)


def test_a_second_lead_within_a_declared_base_is_seen(tmp_path: Path) -> None:
    def ill(frame: pd.DataFrame) -> np.ndarray[Any, Any]:
        return np.where(frame.index < 9, 1.0, 2.0)

    found = world(tmp_path, health=ill, served=lambda f: f["served"].where(f["health"] != 1))
    assert followed(found) == ["served"]


def test_the_groups_of_a_breakdown_are_looked_for_exactly(tmp_path: Path) -> None:
    men = world(tmp_path / "all", trust=lambda f: f["trust"].where(f["sex"] != "M"))
    assert followed(men) == ["trust"]

    def most(frame: pd.DataFrame) -> pd.Series[Any]:
        first = frame.index[frame["sex"] == "M"][0]
        return frame["trust"].where((frame["sex"] != "M") | (frame.index == first))

    assert not followed(world(tmp_path / "most", trust=most))


def test_small_groups_of_ages_are_not_named_by_a_line_that_nobody_can_write(tmp_path: Path) -> None:
    def made(old: int) -> dict[str, Any]:
        return {
            "age": lambda f: np.where(f.index < old, 20.0, 50.0),
            "trust": lambda f: f["trust"].where(f["age"] >= 35),
        }

    found = world(tmp_path / "few", **made(6))
    (item,) = (f for f in found.items if f.check == "base_follows_answers")
    assert "base: {" not in item.messages["fr"]
    assert not followed(world(tmp_path / "many", **made(60)))


def test_blanks_of_one_or_two_people_are_chance(tmp_path: Path) -> None:
    def two(frame: pd.DataFrame) -> np.ndarray[Any, Any]:
        return np.where(frame.index < 2, 1.0, 2.0)

    blank = {"health": two, "ills_b": 0.0, "trust": not_put_to_the_ill}
    columns = {k: v if callable(v) else (lambda _, v=v: v) for k, v in blank.items()}
    assert not followed(world(tmp_path, **columns))


@pytest.mark.parametrize(
    "text",
    [
        "checks: {base_follows_answers: warning}\nfamilies:",
        "accept:\n  - {check: base_follows_answers, by: A, date: 2025-06-02,"
        " reason: {fr: r, en: r}}\nfamilies:",
    ],
)
def test_nobody_accepts_it(tmp_path: Path, text: str) -> None:
    with pytest.raises(DefinitionError, match="protects people"):
        world(tmp_path, {"families:": text}, trust=not_put_to_the_ill)


def test_codes_left_out_by_hand() -> None:
    codes = np.repeat([0, 1, 2, -1], [10, 10, 10, 5])
    out = np.isin(codes, [0, 2])
    assert codes_left_out(codes, out, share=1).tolist() == [0, 2]
    out[0] = False
    assert codes_left_out(codes, out, share=0.9).tolist() == [0, 2]
    assert not len(codes_left_out(codes, out, share=1))
    # three of a code of ten, and people of no code: no set of codes
    assert not len(codes_left_out(codes, np.arange(35) < 3, share=0.9))
    assert not len(codes_left_out(codes, codes == -1, share=0.9))
