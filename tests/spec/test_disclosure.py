"""Reliability and confidentiality on tiny tables: two decisions, never mixed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from padai.disclosure import disclose, disclose_differences, dominated_totals, rounded
from padai.disclosure.reliability import cv_flags
from padai.survey import Confidentiality, Net, Question, Reliability, Scale, Survey, Text, WaveDef
from padai.survey.policies import Dominance, Rounding

TEXT = Text(fr="a", en="a")


def question(name: str, **more: object) -> Question:
    scale = Scale(codes={"1": {"fr": "oui"}, "2": {"fr": "non"}})
    return Question(id=name, label=TEXT, wording={"fr": "a"}, scale=scale, **more)


def survey(**policies: object) -> Survey:
    wave = WaveDef(
        id="1", label=TEXT, fieldwork={"start": "2025-01-01", "end": "2025-01-02"},
        parts={"main": {"label": TEXT, "population": TEXT, "mode": "phone", "supplier": TEXT,
                        "sample_type": "probability", "file": "a.csv"}},
    )  # fmt: skip
    questions = {
        "q": question("q", nets=(Net(id="solde", label=TEXT, codes=("1",), minus=("2",)),)),
        "health": question("health", sensitive=True),
        "age": Question(id="age", label=TEXT, wording={"fr": "a"}, type="number"),
        "score": Question(
            id="score", label=TEXT, wording={"fr": "a"}, type="rating", scale=Scale(points=(0, 10))
        ),
    }
    return Survey(
        id="tiny", title=TEXT, description=TEXT, population=TEXT, geography=TEXT, sponsor=TEXT,
        contact=TEXT, waves=("1",), path=Path(), questions=questions, scales={}, wave_defs={"1": wave},
        **policies,
    )  # fmt: skip


def row(question: str = "q", response: str = "1", **more: object) -> dict[str, object]:
    base = {
        "wave": "1", "question": question, "response": response, "breakdown": "total",
        "group": "total", "estimate": 0.5, "std_error": 0.02, "conf_low": 0.46, "conf_high": 0.54,
        "df": 400.0, "n_base": 400, "n_eff": 300.0, "deff": 1.3, "cv": 0.04, "flag": "", "reason": "",
    }  # fmt: skip
    return {**base, **more}


def flags(
    rows: list[dict[str, object]], n_cell: list[float] | None = None, **policies: object
) -> list[str]:
    counts = np.array(n_cell or [100.0] * len(rows))
    return list(disclose(pd.DataFrame(rows), survey(**policies), counts)["flag"])


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("isq-a", ["", "", "*", "*", "**", "**", "**", "**"]),
        ("isq-b", ["", "", "*", "*", "**", "**", "F", "F"]),
        ("statcan", ["", "", "", "E", "E", "E", "E", "F"]),
        ("none", [""] * 8),
    ],
)
def test_thresholds_of_each_policy(policy: str, expected: list[str]) -> None:
    cv = np.array([np.nan, 0.15, 0.151, 0.25, 0.251, 0.329, 0.33, 0.3331])
    assert cv_flags(cv, policy).tolist() == expected


def test_bases() -> None:
    rows = [row(n_base=n) for n in (100, 99, 30, 29, 10, 9, 0)]
    assert flags(rows) == ["", "b", "b", "B", "B", "x", ""]
    assert flags([row(n_base=45)], reliability=Reliability(minimum_base=50)) == ["B"]


def test_what_is_withheld_keeps_its_row_and_says_why() -> None:
    out = disclose(
        pd.DataFrame([row(), row(n_base=20), row(n_base=5), row(cv=0.5, n_base=60)]),
        survey(reliability=Reliability(policy="isq-b")), np.full(4, 100.0),
    )  # fmt: skip
    assert out["flag"].tolist() == ["", "B", "x", "F b"]
    assert out["reason"].tolist() == ["", "base_under_minimum", "confidential", "not_reliable"]
    assert out["estimate"].notna().tolist() == [True, False, False, False]
    assert (
        out[["std_error", "conf_low", "conf_high", "cv", "deff", "n_eff"]]
        .iloc[1:]
        .isna()
        .all(axis=None)
    )
    assert out["n_base"].isna().tolist() == [False, False, True, False]


def test_scores_and_balances_have_no_cv() -> None:
    rows = [
        row(response="solde", cv=0.9), row("score", "mean", cv=0.9), row("age", "mean", cv=0.9),
        row(cv=0.9), row(estimate=1.0, cv=0.9),
    ]  # fmt: skip
    assert flags(rows) == ["", "", "**", "**", ""]


def test_a_small_cell_is_withheld_in_sensitive_questions_only() -> None:
    rows = [row("health"), row("health"), row("health"), row("q")]
    assert flags(rows, [4, 5, 0, 4]) == ["x", "", "", ""]
    assert flags(rows[:2], [4, 5], confidentiality=Confidentiality(sensitive_cell=6)) == ["x", "x"]


def test_confidential_stands_alone() -> None:
    assert flags([row(n_base=8, cv=0.9, flag="d")]) == ["x"]


def test_a_wide_interval_is_a_second_limit() -> None:
    limit = Reliability(max_half_width=0.1)
    assert flags([row(conf_low=0.3, conf_high=0.7), row()], reliability=limit) == ["**", ""]


def test_the_input_is_not_changed() -> None:
    frame = pd.DataFrame([row(n_base=5)])
    before = frame.copy()
    disclose(frame, survey(), np.array([1.0]))
    pd.testing.assert_frame_equal(frame, before)


def test_a_difference_rests_on_two_estimates() -> None:
    estimates = pd.DataFrame(
        [row(wave="2", flag=""), row(wave="1", flag="B"), row("health", wave="2", flag="x")]
    )
    tests = {
        "statistic": 2.0,
        "p_value": 0.01,
        "p_adjusted": 0.02,
        "p_equivalence": 0.9,
        "verdict": "rose",
    }
    rows = [row(wave="2", reference="1", **tests), row("health", wave="2", reference="1", **tests),
            row("score", "mean", wave="2", reference="1", **tests)]  # fmt: skip
    out = disclose_differences(pd.DataFrame(rows), estimates, survey())
    assert out["flag"].tolist() == ["B", "x", ""]
    assert out["verdict"].tolist() == ["", "", "rose"]
    assert out["p_adjusted"].isna().tolist() == [True, True, False]
    assert out["estimate"].isna().tolist() == [True, True, False]


def test_a_total_that_one_or_two_make_is_dominated() -> None:
    largest = np.array([[80.0, 15.0], [30.0, 20.0], [50.0, 41.0], [89.0, 1.0], [0.0, 0.0]])
    total = np.array([100.0, 100.0, 100.0, 100.0, 0.0])
    # 95 of 100; fine; 91 of 100 makes nine tenths and more; 90 is not more; nobody's total
    found = dominated_totals(largest=largest, total=total, policy=Dominance())
    assert found.tolist() == [True, False, True, False, False]
    # 60 and 34: the second, who knows 34, would have 60 + 6 for the first: within a tenth and a bit
    near = np.array([[60.0, 34.0]])
    rule = Dominance(share=0.99)
    assert dominated_totals(largest=near, total=np.array([99.9]), policy=rule).tolist() == [True]
    assert dominated_totals(largest=near, total=np.array([100.0]), policy=rule).tolist() == [False]
    alone = dominated_totals(
        largest=np.array([[91.0, 3.0]]), total=np.array([100.0]),
        policy=Dominance(largest=1, closeness=0.01),
    )  # fmt: skip
    assert alone.tolist() == [True]


def test_rounding_takes_what_would_tell_a_base_exactly() -> None:
    frame = pd.DataFrame([row(n_base=203, estimate=3 / 203, n_eff=101.3, df=199.0, deff=2.0039),
                          row(n_base=pd.NA, estimate=np.nan, n_eff=np.nan, df=np.nan, flag="x")])  # fmt: skip
    rule = Rounding(bases=5, decimals=3)
    of = survey(confidentiality=Confidentiality(rounding=rule))
    out = rounded(frame, of)
    first = out.iloc[0]
    assert (first["n_base"], first["n_eff"], first["df"]) == (205, 100.0, 200.0)
    assert (first["estimate"], first["deff"]) == (0.015, 2.004)
    assert out["n_base"].isna().tolist() == [False, True]
    assert rounded(frame, survey()) is frame
