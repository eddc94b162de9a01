"""Exact tests of small groups, worked out by hand."""

from __future__ import annotations

from itertools import product
from math import comb, factorial, prod
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy import stats

import padai
from padai.design import Design
from padai.errors import ComparisonError, EstimationError
from padai.numerics.exact import clopper_pearson, mcnemar_exact, multinomial_exact, sign_flip
from padai.trends.minipublic import (
    NO_COMPARISON_GROUP,
    merge_small,
    minipublic_change,
    minipublic_profile,
    people,
)
from padai.waves import Wave
from tests.builders import mini, respondents


def test_mcnemar() -> None:
    """6 moved in, 1 out: 2 (1 + 7) / 128. Equal moves, or none: 1."""
    assert mcnemar_exact(6, 1).p_value == 2 * 8 / 128
    assert mcnemar_exact(1, 6).p_value == mcnemar_exact(6, 1).p_value
    assert mcnemar_exact(5, 0).p_value == 2 / 32
    assert mcnemar_exact(3, 3).p_value == 1
    assert mcnemar_exact(0, 0).p_value == 1


def test_sign_flips_by_hand() -> None:
    """Of the eight sums of ±1 ±2 ±3, two are as far from zero as 6, and four as far as 4."""
    found = sign_flip(np.array([1.0, 2.0, 3.0]), seed=1)
    assert (found.p_value, found.method, found.cases) == (2 / 8, "exact", 8)
    assert sign_flip(np.array([-1.0, 2.0, 3.0]), seed=1).p_value == 4 / 8
    assert found.statistic == 2


def test_ties_are_kept_and_change_nothing() -> None:
    d = np.array([1.0, 2.0, 3.0, 0.0, 0.0])
    found = sign_flip(d, seed=1)
    assert (found.p_value, found.cases) == (2 / 8, 32)
    assert found.statistic == pytest.approx(6 / 5)
    assert sign_flip(np.zeros(4), seed=1).p_value == 1


def test_sums_that_differ_by_rounding_are_ties() -> None:
    d = np.array([0.1, 0.2, -0.3])
    assert sign_flip(d, seed=1).p_value == 1


def test_above_twenty_pairs_signs_are_drawn() -> None:
    """21 ones, 15 of them up: twice the binomial tail from 15 on."""
    d = np.repeat([1.0, -1.0], [15, 6])
    found = sign_flip(d, seed=7)
    expected = 2 * sum(comb(21, k) for k in range(15, 22)) / 2**21
    assert (found.method, found.cases) == ("monte_carlo", 100_000)
    assert abs(found.p_value - expected) < 4 * found.monte_carlo_error
    assert found == sign_flip(d, seed=7)
    assert found != sign_flip(d, seed=8)
    assert sign_flip(d[:20], seed=7).method == "exact"


def test_clopper_pearson_by_its_equations() -> None:
    low, high = clopper_pearson(7, 9)
    tail = sum(comb(9, k) * low**k * (1 - low) ** (9 - k) for k in range(7, 10))
    assert tail == pytest.approx(0.025, abs=1e-12)
    tail = sum(comb(9, k) * high**k * (1 - high) ** (9 - k) for k in range(8))
    assert tail == pytest.approx(0.025, abs=1e-12)
    assert clopper_pearson(9, 9)[1] == 1


def listed(counts: list[int], shares: list[float]) -> float:
    """The exact p by listing every division of the people."""
    n = sum(counts)

    def chance(c: tuple[int, ...]) -> float:
        ways = factorial(n) / prod(factorial(v) for v in c)
        return ways * prod(p**v for p, v in zip(shares, c, strict=True))

    limit = chance(tuple(counts)) * (1 + 1e-7)
    cases = (c for c in product(range(n + 1), repeat=len(counts)) if sum(c) == n)
    return sum(chance(c) for c in cases if chance(c) <= limit)


@pytest.mark.parametrize(
    ("counts", "shares"),
    [
        ([3, 0], [0.5, 0.5]),
        ([4, 1, 1], [0.2, 0.3, 0.5]),
        ([2, 2, 2], [1 / 3] * 3),
        ([5, 0, 1, 2], [0.25] * 4),
        ([1, 0, 0, 0, 4, 1], [0.1, 0.2, 0.2, 0.2, 0.1, 0.2]),
        ([4], [1.0]),
    ],
)
def test_every_division_is_counted(counts: list[int], shares: list[float]) -> None:
    found = multinomial_exact(np.array(counts), np.array(shares), seed=1)
    assert found.method == "exact"
    assert found.p_value == pytest.approx(listed(counts, shares), rel=1e-12)


def test_two_of_two_hundred_is_the_binomial_test() -> None:
    from scipy import stats

    found = multinomial_exact(np.array([80, 120]), np.array([0.5, 0.5]), seed=1)
    assert found.p_value == pytest.approx(stats.binomtest(80, 200).pvalue, rel=1e-9)


def test_a_group_that_the_population_lacks() -> None:
    assert multinomial_exact(np.array([3, 1]), np.array([1.0, 0.0]), seed=1).p_value == 0


def test_beyond_six_groups_divisions_are_drawn() -> None:
    """Seven groups of which one cannot be drawn: six groups, of which the p is known."""
    six, counts = np.array([0.1, 0.2, 0.2, 0.2, 0.1, 0.2]), np.array([5, 2, 3, 1, 4, 1])
    exact = multinomial_exact(counts, six, seed=1)
    drawn = multinomial_exact(np.append(counts, 0), np.append(six, 0.0), seed=1, draws=20_000)
    assert drawn.method == "monte_carlo"
    assert abs(drawn.p_value - exact.p_value) < 4 * drawn.monte_carlo_error


def waves(before: str, after: str) -> tuple[Wave, Wave]:
    """Answers of people 1, 2, 3...; a blank did not answer."""
    made = []
    for k, answers in enumerate((before, after)):
        values = [np.nan if a == " " else float(a) for a in answers]
        frame = pd.DataFrame({"q": values, "who": np.arange(1, len(answers) + 1)})
        made.append(Wave(frame.sample(frac=1, random_state=k), Design(id="who"), id=str(k)))
    return made[0], made[1]


def test_a_net_before_and_after() -> None:
    """9 answered both times: 2 in before; 5 moved in, 1 out."""
    found = minipublic_change(*waves("1100000001", "101111100 "), "q", net="1")
    row = found.frame.iloc[0]
    assert (row["n"], row["before"], row["after"], row["change"]) == (9, 2, 6, 4)
    assert (row["moved_up"], row["moved_down"], row["unchanged"], row["moved"]) == (5, 1, 3, 6)
    assert row["p_value"] == 2 * 7 / 64
    low, high = clopper_pearson(5, 6)
    assert (row["up_low"], row["up_high"]) == (int(low * 6), 6)
    assert high * 6 > 5
    cells = dict(zip(found.cells["cell"], found.cells["people"], strict=True))
    assert cells == {"moved_in": 5, "moved_out": 1, "stayed_in": 1, "stayed_out": 2}
    assert found.note == NO_COMPARISON_GROUP
    assert people(row["after"], row["n"]) == "6 sur 9"


def test_scores_before_and_after() -> None:
    found = minipublic_change(*waves("123", "244"), "q", net="mean").frame.iloc[0]
    assert found["change"] == pytest.approx(4 / 3)
    assert (found["test"], found["p_value"]) == ("sign_flip", 2 / 8)


def test_nobody_to_compare() -> None:
    with pytest.raises(ComparisonError, match="both times"):
        minipublic_change(*waves("1 ", " 1"), "q", net="1")
    one, _ = waves("10", "10")
    other = Wave(pd.DataFrame({"q": [1.0], "who": [99]}), Design(id="who"), id="2")
    with pytest.raises(ComparisonError, match="both waves"):
        minipublic_change(one, other, "q", net="1")
    bare = Wave(pd.DataFrame({"q": [1.0, 0.0]}), Design(), id="2")
    with pytest.raises(ComparisonError, match="identifier"):
        minipublic_change(one, bare, "q", net="1")


def test_small_cells_are_merged() -> None:
    assert merge_small({"a": 20, "b": 0, "c": 9}) == {"a": 20, "b": 0, "c": 9}
    assert merge_small({"a": 20, "b": 4, "c": 9}) == {"c": 9, "a+b": 24}
    assert merge_small({"a": 9, "b": 4, "c": 9}) == {"a+b+c": 22}
    assert merge_small({"a": 3, "b": 0, "c": 0}) == {"a+b+c": 3}
    assert sum(merge_small({"a": 1, "b": 1, "c": 1}).values()) == 3


MINIPUBLIC = {"sample_type: probability": "sample_type: minipublic"}


def survey_waves(folder: Path, **replace: str) -> list[Wave]:
    trust = np.repeat([1.0, 4.0], [10, 10])
    data = {
        "2024": respondents(20, w=np.ones(20), trust=trust, sex=np.repeat(["F", "M"], 10)),
        "2025": respondents(
            20, w=np.ones(20), trust=np.roll(trust, 3), sex=np.repeat(["F", "M"], 10)
        ),
    }
    survey = padai.load_survey(mini(folder, data, replace={**MINIPUBLIC, **replace}))
    return [padai.read_wave(survey, wave) for wave in survey.waves]


def test_small_cells_of_a_sensitive_question(tmp_path: Path) -> None:
    """Three moved in and three out: they are shown with the largest cells, here both of seven."""
    before, after = survey_waves(tmp_path / "open")
    row = minipublic_change(before, after, "trust").frame.iloc[0]
    assert (row["before"], row["after"], row["moved_up"], row["moved_down"]) == (10, 10, 3, 3)
    sensitive = {"trust: {label: {fr: Confiance": "trust: {sensitive: true, label: {fr: Confiance"}
    found = minipublic_change(*survey_waves(tmp_path / "closed", **sensitive), "trust")
    cells = dict(zip(found.cells["cell"], found.cells["people"], strict=True))
    assert cells == {"moved_in+moved_out+stayed_in+stayed_out": 20}
    row = found.frame.iloc[0]
    assert row["reason"] == "sensitive_cells_merged"
    assert (row["question"], row["n"], row["test"], row["method"]) == ("trust", 20, "mcnemar", "")
    assert row[["before", "after", "moved_up", "moved_down", "p_value", "change"]].isna().all()


def test_other_samples_are_refused(tmp_path: Path) -> None:
    survey = padai.load_survey(mini(tmp_path))
    read = [padai.read_wave(survey, wave) for wave in survey.waves]
    with pytest.raises(ComparisonError, match="probability"):
        minipublic_change(read[0], read[1], "trust")
    with pytest.raises(ComparisonError, match="probability"):
        minipublic_profile(read[0], "sex", {"F": 0.5, "M": 0.5})


def test_the_profile_of_people_without_a_definition() -> None:
    wave = Wave(pd.DataFrame({"sex": ["F"] * 7 + ["M"] * 3}), Design(), id="1")
    found = minipublic_profile(wave, "sex", {"F": 0.5, "M": 0.5})
    assert found.frame["people"].tolist() == [7, 3]
    assert found.test.p_value == pytest.approx(stats.binomtest(7, 10).pvalue)


def test_a_large_sensitive_table_is_shown_as_it_is(tmp_path: Path) -> None:
    sensitive = {"trust: {label: {fr: Confiance": "trust: {sensitive: true, label: {fr: Confiance"}
    trust = np.repeat([1.0, 4.0], [60, 60])
    data = {
        name: respondents(120, w=np.ones(120), trust=np.roll(trust, turn))
        for name, turn in (("2024", 0), ("2025", 30))
    }
    survey = padai.load_survey(mini(tmp_path, data, replace={**MINIPUBLIC, **sensitive}))
    found = minipublic_change(*(padai.read_wave(survey, w) for w in survey.waves), "trust")
    row = found.frame.iloc[0]
    assert row["reason"] == ""
    assert (row["moved_up"], row["moved_down"], row["before"]) == (30, 30, 60)
    assert dict(zip(found.cells["cell"], found.cells["people"], strict=True)) == {
        "moved_in": 30,
        "moved_out": 30,
        "stayed_in": 30,
        "stayed_out": 30,
    }


def test_profile(tmp_path: Path) -> None:
    wave = survey_waves(tmp_path)[0]
    found = minipublic_profile(wave, "sex", {"F": 600, "M": 400})
    assert found.frame["people"].tolist() == [10, 10]
    assert found.frame["expected"].tolist() == pytest.approx([12, 8])
    assert found.test.p_value == pytest.approx(listed([10, 10], [0.6, 0.4]), rel=1e-12)
    with pytest.raises(EstimationError, match="declared before"):
        minipublic_profile(wave, "user", {"1": 0.5, "2": 0.5})
    with pytest.raises(EstimationError, match="not matched: M"):
        minipublic_profile(wave, "sex", {"F": 1.0})
