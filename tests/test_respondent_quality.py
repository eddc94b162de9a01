"""The index of the quality of answers: signals by hand, the worst share, faults of the rule."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import DefinitionError
from padai.numerics.quality_index import haste, quality_index, worst
from padai.pipeline.parts.preparation import Prepared, weight_as_declared
from padai.pipeline.tables.aggregation import tables_of
from padai.pipeline.tables.respondent_quality import quality_table
from padai.validation.respondent_signals import respondent_signals
from tests.builders import mini, respondents

RULE = """\
respondent_quality:
  worst: 0.1
  contradictions:
    - all: [{question: trust, codes: [1]}, {question: user, codes: [2]}]
  decided_by: {fr: comité, en: committee}
  reason: {fr: essai, en: trial}
  declared: 2024-01-15
"""
N = 300


def rows(seed: int, **changed) -> pd.DataFrame:
    return respondents(N, seed=seed, first_id=1000 * seed, **changed)


def made(folder: Path, waves: dict[str, pd.DataFrame], rule: str = RULE):
    survey = padai.load_survey(mini(folder, waves, replace={"key_results:": f"{rule}key_results:"}))
    read = [padai.read_wave(survey, w) for w in survey.waves]
    return survey, read


def test_haste_by_hand() -> None:
    """Medians 10 and 40: 5 is half of 10, 10 a quarter of 40."""
    minutes = np.array([5.0, 10, 20, 10, 40, 80, np.nan])
    got = haste(minutes, np.array([0, 0, 0, 1, 1, 1, 1]))
    assert got[:6].tolist() == [0.5, 0, 0, 0.75, 0, 0]
    assert np.isnan(got[6])
    assert haste(np.zeros(3), np.zeros(3, int)).tolist() == [0, 0, 0]


def test_the_index_is_the_mean_of_what_can_be_read() -> None:
    got = quality_index(np.array([[1, 0, np.nan], [np.nan] * 3, [0.3, 0.6, 0.9]]))
    assert got == pytest.approx([0.5, 0, 0.6])


@pytest.mark.parametrize(
    ("index", "share", "want"),
    [
        ([0.9, 0.8, 0.1, 0.0], 0.5, [0, 1]),
        ([0.9, 0.8, 0.8, 0.0], 0.5, [0]),
        ([0.8, 0.8, 0.8, 0.0], 0.5, []),
        ([0.0, 0.0, 0.0, 0.0], 0.5, []),
        ([0.1, 0.0, 0.0, 0.0], 0.5, [0]),
        ([1.0] + [0.0] * 9, 0.1, [0]),
        ([], 0.1, []),
    ],
)
def test_the_worst_are_never_more_than_declared_and_never_some_of_those_alike(
    index: list[float], share: float, want: list[int]
) -> None:
    assert np.flatnonzero(worst(np.array(index), share)).tolist() == want


def test_open_answers_that_are_no_words_copied_or_a_machines(tmp_path: Path) -> None:
    words = np.array(["aide"] * N, dtype=object)
    words[0], words[1] = "xkcdf", "aaaaaaa"
    words[2] = words[3] = "c’est trop compliqué pour moi"
    words[4] = "As an AI language model, I cannot have an opinion."
    words[5] = "**Résumé** : voici trois points"
    words[6] = "je me méfie de ChatGPT"
    survey, (_, last) = made(tmp_path, {"2025": rows(4, word=words)})
    got = respondent_signals(last, survey.respondent_quality)["open_ends"]
    order = last.frame.sort_values("id").index
    assert got[order][:8].tolist() == [1, 1, 1, 1, 1, 1, 0, 0]
    assert got.sum() == 6, "a short answer that many give is no copy"


def test_contradictions_count_those_who_gave_both_answers(tmp_path: Path) -> None:
    trust = np.array([1.0, 1.0, 2.0, 98.0] + [3.0] * (N - 4))
    user = np.array([2.0, 1.0, 2.0, 2.0] + [1.0] * (N - 4))
    served = np.where(user == 1, 1.0, np.nan)
    survey, (_, last) = made(tmp_path, {"2025": rows(4, trust=trust, user=user, served=served)})
    got = respondent_signals(last, survey.respondent_quality)["contradictions"]
    order = last.frame.sort_values("id").index
    assert got[order][:3].tolist() == [1, 0, 0]
    assert np.isnan(got[order][3]), "who did not answer both contradicts nothing"


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory):
    """In 2025 thirty people of 300 contradict themselves, and all of them trust completely."""
    trust = respondents(N, seed=4)["trust"].to_numpy().copy()
    user = np.ones(N)
    trust[:28], user[:28] = 1.0, 2.0
    served = np.where(user == 1, 1.0, np.nan)
    waves = {
        "2024": rows(3, user=np.ones(N), served=np.ones(N)),
        "2025": rows(4, trust=trust, user=user, served=served),
    }
    survey, read = made(tmp_path_factory.mktemp("spoiled"), waves)
    parts = {"main": Prepared(tuple(weight_as_declared(w) for w in read), ())}
    return survey, parts, tables_of(survey, "2025", parts, lambda *_: None)


def test_the_level_without_them_is_that_of_the_others_weighted_anew(spoiled) -> None:
    survey, parts, tables = spoiled
    found = tables["quality"].query("kind == 'level' and question == 'trust'").iloc[0]
    last = parts["main"].last
    others = last.frame[~((last.frame["trust"] == 1) & (last.frame["user"] == 2))]
    alone = weight_as_declared(
        padai.Wave(others, last.design, survey=survey, id=last.id, date=last.date)
    )
    want = padai.proportion(alone, "trust", net="trust").frame.iloc[0]
    assert found["estimate_without"] == pytest.approx(want["estimate"], abs=1e-9)
    assert found["estimate"] > found["estimate_without"] + 0.03
    assert tables["quality"].query("kind == 'left_out' and wave == '2025'")["n"].item() == 28


def test_nothing_is_told_where_too_few_or_too_many_would_go(spoiled) -> None:
    """In 2024 nobody contradicts themselves: no change is told, and the reason is."""
    survey, parts, tables = spoiled
    found = tables["quality"]
    assert found.query("kind == 'left_out' and wave == '2024'")["reason"].item() == "tied"
    assert not len(found.query("kind == 'change'"))
    few = survey.respondent_quality.model_copy(update={"worst": 0.01})
    told = quality_table(survey.model_copy(update={"respondent_quality": few}), parts, tables)
    assert not len(told.query("kind == 'level'"))


def test_a_handful_that_is_set_apart_is_not_counted(spoiled) -> None:
    """As the one signal that sets them apart is not: they are the same number."""
    survey, parts, tables = spoiled
    least = survey.confidentiality.model_copy(update={"minimum_group": 40})
    strict = survey.model_copy(update={"confidentiality": least})
    told = quality_table(strict, parts, tables).query("wave == '2025'")
    assert told.query("item == 'contradictions'")["reason"].item() == "handful"
    apart = told.query("kind == 'left_out'")
    assert apart["reason"].item() == "few_set_apart"
    assert apart[["n", "share"]].isna().to_numpy().all()


def test_nothing_is_told_of_a_sensitive_question(spoiled) -> None:
    survey, parts, tables = spoiled
    question = survey.question("trust").model_copy(update={"sensitive": True})
    hidden = survey.model_copy(update={"questions": {**survey.questions, "trust": question}})
    told = quality_table(hidden, parts, tables)
    assert not len(told.query("question == 'trust'"))
    assert not len(told.query("item == 'contradictions'")), "a crossing of a sensitive question"
    apart = told.query("kind == 'left_out'")  # whom this one signal sets apart are the same people
    assert (apart["reason"] == "closed_signal").all() and len(apart) == 2
    assert apart[["n", "share"]].isna().to_numpy().all()
    assert set(told["kind"]) <= {"left_out", "signal"}


FAULTS = [
    ({"question: trust, codes: [1]": "question: trst, codes: [1]"}, "no question 'trst'.*did you mean 'trust'"),
    ({"question: trust, codes: [1]": "question: trust, codes: [7]"}, "no net or code '7'"),
    ({"worst: 0.1": "worst: 0.5"}, "worst"),
    ({"worst: 0.1": "worst: 0.1\n  signals: [speed, speed]"}, "names a signal twice"),
    ({"worst: 0.1": "worst: 0.1\n  signals: [contradictions, impossible]"}, "impossible has no conditions"),
    ({"worst: 0.1": "worst: 0.1\n  signals: [straight_lines]"}, "`contradictions` has conditions"),
    ({"worst: 0.1": "worst: 0.1\n  signals: [speed, contradictions]"}, "needs the length of the interview"),
    ({"all: [{question: trust, codes: [1]}, {question: user, codes: [2]}]": "question: trust\n      codes: [1]"},
     "is of several answers"),
    ({"worst: 0.1": "worst: 0.1\n  consent: [{question: trust, codes: [1]}]"}, "needs 4 statements"),
    ({"  decided_by: {fr: comité, en: committee}\n": ""}, "decided_by"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "said"), FAULTS)
def test_faults_of_the_rule_are_named(tmp_path: Path, change: dict[str, str], said: str) -> None:
    text = RULE
    for old, new in change.items():
        assert old in text
        text = text.replace(old, new)
    folder = mini(tmp_path, replace={"key_results:": f"{text}key_results:"})
    with pytest.raises(DefinitionError) as caught:
        padai.load_survey(folder)
    assert re.search(said, caught.value.texts["en"], flags=re.S), caught.value.texts["en"]
    assert "survey.yaml" in caught.value.texts["fr"]
