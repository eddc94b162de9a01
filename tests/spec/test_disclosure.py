"""Reliability and confidentiality on tiny tables: two decisions, never mixed."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from padai.disclosure import (
    disclose,
    disclose_differences,
    dominated_totals,
    withhold_confidential,
)
from padai.disclosure.confidentiality import confidential_cells
from padai.disclosure.precision_flags import cv_flags, reliability_flags
from padai.survey import Confidentiality, Net, Question, Reliability, Scale, Survey
from padai.survey.policies import Dominance
from tests.tiny import TEXT, tiny_survey


def question(name: str, **more: object) -> Question:
    scale = Scale(codes={"1": {"fr": "oui"}, "2": {"fr": "non"}})
    return Question(id=name, label=TEXT, wording={"fr": "a"}, scale=scale, **more)


def survey(**policies: object) -> Survey:
    questions = {
        "q": question("q", nets=(Net(id="solde", label=TEXT, codes=("1",), minus=("2",)),)),
        "health": question("health", sensitive=True),
        "age": Question(id="age", label=TEXT, wording={"fr": "a"}, type="number"),
        "score": Question(
            id="score", label=TEXT, wording={"fr": "a"}, type="rating", scale=Scale(points=(0, 10))
        ),
    }
    return tiny_survey(
        questions.values(),
        **policies,
    )


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


@pytest.mark.parametrize("cv", [0.2, 0.5])
@pytest.mark.parametrize("policy", ["isq-a", "isq-b", "statcan"])
def test_a_hidden_figure_tells_no_grade(policy: str, cv: float) -> None:
    """The mark of why it is hidden stands alone: a grade tells the coefficient of variation."""
    rows = [row(cv=cv, n_base=n) for n in (60, 20, 5)]
    shown, few, confidential = flags(rows, reliability=Reliability(policy=policy))
    assert few == "B"
    assert confidential == "x"
    assert shown not in ("", "b"), "of a figure that is shown, the grade is told"


def test_what_is_withheld_keeps_its_row_and_says_why() -> None:
    out = disclose(
        pd.DataFrame([row(), row(n_base=20), row(n_base=5), row(cv=0.5, n_base=60)]),
        survey(reliability=Reliability(policy="isq-b")),
        np.full(4, 100.0),
    )
    assert out["flag"].tolist() == ["", "B", "x", "F"]
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
    rows = [
        row(wave="2", reference="1", **tests),
        row("health", wave="2", reference="1", **tests),
        row("score", "mean", wave="2", reference="1", **tests),
    ]
    out = disclose_differences(pd.DataFrame(rows), estimates, survey())
    assert out["flag"].tolist() == ["B", "x", ""]
    assert out["verdict"].tolist() == ["", "", "rose"]
    assert out["p_adjusted"].isna().tolist() == [True, True, False]
    assert out["estimate"].isna().tolist() == [True, True, False]


@pytest.mark.parametrize(
    ("women", "in_all", "withheld", "beside"),
    [
        (46, 98, "x", "x"),  # 49 + 46 of 98: three are left out, and the rest would give the women
        (46, 95, "x", ""),  # 49 + 46 of 95: total and men tell the rest
        (46, 110, "x", "x"),
        (46, 110, "B", ""),  # fifteen are left out, who may be told of
        (29, 81, "B", "x"),
    ],
)
def test_a_rest_that_is_not_everybody_else_is_told_with_no_withheld_group(
    women: int, in_all: int, withheld: str, beside: str
) -> None:
    exact = pd.DataFrame(
        [
            row(wave="2", n_base=in_all),
            row(breakdown="sex", group="M", wave="2", n_base=49),
            row(breakdown="sex", group="F", wave="2", n_base=women, flag=withheld),
        ]
    )
    shown = exact.copy()
    shown.loc[2, "estimate"] = np.nan
    tests = {"statistic": 2.0, "p_value": 0.01, "p_adjusted": 0.02, "p_equivalence": 0.9}
    men = row(
        breakdown="sex", group="M", wave="2", reference="rest", verdict="more", n_base=46, **tests
    )
    out = disclose_differences(pd.DataFrame([men]), shown, survey(), exact)
    assert out["flag"].tolist() == [beside]
    assert out["df"].isna().tolist() == [beside == "x"]


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
        largest=np.array([[91.0, 3.0]]),
        total=np.array([100.0]),
        policy=Dominance(largest=1, closeness=0.01),
    )
    assert alone.tolist() == [True]


def test_the_thresholds_themselves() -> None:
    assert cv_flags(np.array([0.165, 0.1651, 0.333, 0.3331]), "statcan").tolist() == [
        "",
        "E",
        "E",
        "F",
    ]
    # rounding in the last digits puts nothing over a threshold
    assert cv_flags(np.array([0.15 + 4e-13, 0.15 + 6e-13]), "isq-a").tolist() == ["", "*"]


def wide(policy: str, half: float = 0.2, **more: object) -> list[str]:
    """Flag one estimate by its interval alone; the limit is 15 points."""
    rule = Reliability(policy=policy, max_half_width=0.15)
    given = {
        "estimate": 0.5,
        "cv": 0.01,
        "half_width": half,
        "n_base": 400.0,
        "has_cv": True,
        **more,
    }
    arrays = {k: np.array([v]) for k, v in given.items()}
    precision, base = reliability_flags(policy=rule, **arrays)
    return [str(precision[0]), str(base[0])]


def test_the_flag_of_a_wide_interval_is_the_policys_own() -> None:
    assert wide("isq-a") == ["**", ""]
    assert wide("statcan") == ["E", ""]
    assert wide("none") == ["**", ""]
    assert wide("isq-b", cv=0.5) == ["F", ""]  # withheld already
    assert wide("isq-a", half=0.15) == ["", ""]  # the limit itself is allowed
    assert wide("isq-a", half=np.nan) == ["", ""]
    assert wide("isq-a", half=0.01, cv=0.3, has_cv=False) == ["", ""]
    for edge in (0.0, 1.0):
        assert wide("isq-a", half=0.01, cv=0.3, estimate=edge) == ["", ""]
    assert wide("isq-a", half=0.01, cv=0.3, estimate=1.5) == ["**", ""]  # a mean has a CV


def test_half_the_interval_is_what_is_limited() -> None:
    limit = Reliability(max_half_width=0.15)
    assert flags(
        [row(conf_low=0.3, conf_high=0.7), row(conf_low=0.4, conf_high=0.66)], reliability=limit
    ) == ["**", ""]


def test_a_quantile_has_no_cv_unless_it_is_a_code() -> None:
    assert flags([row("age", "q0.5", cv=0.9), row("age", "q0.25", cv=0.9)]) == ["", ""]
    assert flags([row("q", "solde", cv=0.9), row("nobody", "1", cv=0.9)]) == ["", "**"]
    assert flags([row("nobody", "mean", cv=0.9)]) == [""]
    scale = Scale(codes={"q0.5": {"fr": "a"}, "b": {"fr": "b"}})
    of = survey()
    coded = Question(id="coded", label=TEXT, wording={"fr": "a"}, scale=scale)
    of = of.model_copy(update={"questions": {**of.questions, "coded": coded}})
    out = disclose(pd.DataFrame([row("coded", "q0.5", cv=0.9)]), of, np.array([100.0]))
    assert list(out["flag"]) == ["**"]


def test_flags_that_came_are_kept_beside_ours_and_reasons_too() -> None:
    given = [
        row(flag="d", reason="no_degrees_of_freedom"),
        row(flag=np.nan, reason=None),
        row(n_base=0, flag="0", reason="empty"),
        row(cv=0.2, flag="*"),
        row(reason="at_limit"),
    ]
    out = disclose(pd.DataFrame(given), survey(), np.full(5, 100.0))
    assert list(out["flag"]) == ["d", "", "0", "*", ""]
    assert list(out["reason"]) == ["no_degrees_of_freedom", "", "empty_group", "", "at_limit"]
    assert out["estimate"].isna().tolist() == [False, False, True, False, False]
    assert list(out["n_base"]) == [400, 400, 0, 400, 400]


def test_a_comparison_with_too_few_people_is_withheld_whatever_its_estimates() -> None:
    estimates = pd.DataFrame([row(wave="2"), row(wave="1")])
    base = {
        "wave": "2",
        "reference": "1",
        "statistic": 2.0,
        "p_value": 0.01,
        "p_adjusted": 0.02,
        "p_equivalence": 0.9,
    }
    rows = [
        row(**base, n_base=29, verdict="rose"), row(**base, n_base=30, verdict="rose"),
        row(**base, n_base=29, verdict="not comparable", estimate=np.nan),
    ]  # fmt: skip
    out = disclose_differences(pd.DataFrame(rows), estimates, survey())
    assert list(out["flag"]) == ["B", "", ""]
    assert list(out["verdict"]) == ["", "rose", "not comparable"]
    assert out["statistic"].isna().tolist() == [True, False, False]
    assert list(out["reason"]) == ["base_under_minimum", "", ""]


def test_a_comparison_that_is_forbidden_stays_forbidden_when_it_is_withheld() -> None:
    estimates = pd.DataFrame([row(wave="2", flag="x"), row(wave="1")])
    forbidden = row(
        wave="2",
        reference="1",
        statistic=np.nan,
        p_value=np.nan,
        p_adjusted=np.nan,
        p_equivalence=np.nan,
        verdict="not comparable",
        estimate=np.nan,
    )
    out = disclose_differences(pd.DataFrame([forbidden]), estimates, survey())
    assert (out["flag"][0], out["verdict"][0]) == ("x", "not comparable")
    assert out["n_base"].isna().all()


def test_the_strongest_flag_gives_the_reason() -> None:
    out = withhold_confidential(
        disclose(pd.DataFrame([row(n_base=20, cv=0.5), row(), row()]), survey(), np.full(3, 9.0)),
        np.array([True, True, False]),
    )
    assert list(out["flag"]) == ["x", "x", ""]
    assert list(out["reason"]) == ["confidential", "confidential", ""]
    assert out["estimate"].isna().tolist() == [True, True, False]


def test_one_person_alone_is_the_smallest_group_and_the_smallest_cell() -> None:
    found = confidential_cells(
        n_base=np.array([1.0, 0.0, 10.0, 50.0, 50.0, 50.0]),
        n_cell=np.array([1.0, 0.0, 10.0, 1.0, 0.0, np.nan]),
        sensitive=np.array([False, True, True, True, True, True]),
        policy=Confidentiality(),
    )
    # ten people who all gave the answer: it is told of each
    assert found.tolist() == [True, False, True, True, False, False]


def test_the_second_largest_takes_two_away() -> None:
    # 60, 20 and 15 of 100: what the second does not know is 20, a third of the first
    largest, total = np.array([[60.0, 20.0, 15.0]]), np.array([100.0])
    assert not dominated_totals(largest=largest, total=total, policy=Dominance())[0]
    tight = Dominance(closeness=0.3)
    assert not dominated_totals(largest=largest, total=total, policy=tight)[0]
    assert dominated_totals(largest=largest, total=total, policy=Dominance(largest=3))[0]
