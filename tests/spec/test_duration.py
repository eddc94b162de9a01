"""How an interview's minutes are counted, by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from padai.survey import estimated_minutes, interview_minutes, load_survey
from padai.survey.duration import word_count

HEAD = """
id: short
title: {fr: Court}
description: {fr: Essai}
population: {fr: Adultes}
geography: {fr: Ici}
sponsor: {fr: Nous}
contact: {fr: Nous}
waves: [2025]
"""
WAVE = """
label: {fr: édition 2025}
fieldwork: {start: 2025-05-01, end: 2025-05-20}
parts:
  main: {label: {fr: a}, population: {fr: a}, mode: online, sample_type: probability,
         supplier: {fr: a}, file: a.csv}
"""
FORM = """
  form:
    label: {fr: Version}
    wording: {fr: Version attribuée}
    scale: {codes: {A: {fr: A}, B: {fr: B}}}
    tags: [administrative]
"""


def _minutes(folder: Path, questions: str, mode: str = "online") -> float:
    (folder / "waves").mkdir()
    (folder / "survey.yaml").write_text(HEAD, encoding="utf-8")
    (folder / "waves" / "2025.yaml").write_text(WAVE, encoding="utf-8")
    scale = "scales:\n  two:\n    codes: {1: {fr: Oui}, 2: {fr: Non}}\nquestions:\n"
    (folder / "questionnaire.yaml").write_text(scale + questions, encoding="utf-8")
    return interview_minutes(load_survey(folder), "2025", mode)


def _question(name: str, words: int, more: str = "") -> str:
    text = " ".join(["mot"] * words)
    return f"  {name}: {{label: {{fr: a}}, wording: {{fr: {text}}}, scale: two{more}}}\n"


def test_words_are_counted_with_elisions_and_hyphens_as_one() -> None:
    assert word_count("L’IA vous préoccupe-t-elle ? Oui : 10 000 fois.") == 7


def test_a_question_takes_its_words_its_options_and_an_answer(tmp_path: Path) -> None:
    # 8 words and 2 options at 200 words a minute: 3 s; then 2.5 s to answer.
    assert _minutes(tmp_path, _question("q", 8)) == pytest.approx((3 + 2.5) / 60)


def test_on_the_telephone_words_are_slower_and_turns_are_taken(tmp_path: Path) -> None:
    # 10 words at 150 a minute: 4 s; 2.5 s to answer; 2 s for the turn.
    assert _minutes(tmp_path, _question("q", 8), "phone") == pytest.approx(8.5 / 60)


def test_options_are_read_once_for_questions_in_a_row(tmp_path: Path) -> None:
    both = _question("q", 8) + _question("r", 10)
    assert _minutes(tmp_path, both) == pytest.approx((3 + 2.5 + 3 + 2.5) / 60)


def test_only_the_longest_version_of_a_split_ballot_counts(tmp_path: Path) -> None:
    long = _question("q", 18, ", base: {question: form, codes: [A]}")
    short = _question("r", 8, ", base: {question: form, codes: [B]}")
    assert _minutes(tmp_path, FORM + long + short) == pytest.approx((6 + 2.5) / 60)


def test_a_declared_time_replaces_the_estimate(tmp_path: Path) -> None:
    assert _minutes(tmp_path, _question("q", 8, ", seconds: 30")) == pytest.approx(0.5)


def test_a_wave_has_minutes_for_each_of_its_modes(tmp_path: Path) -> None:
    _minutes(tmp_path, _question("q", 8))
    assert estimated_minutes(load_survey(tmp_path), "2025") == {"online": pytest.approx(5.5 / 60)}
