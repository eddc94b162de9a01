"""Changes between waves on tiny tables, worked out by hand."""

from __future__ import annotations

import math
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from scipy import stats

import padai
from padai.design import Design
from padai.errors import ComparisonError, EstimationError
from padai.numerics.multiplicity import holm
from padai.trends.margins import is_share
from padai.trends.pairs import keys_of
from padai.trends.robustness import Trials
from padai.trends.shown_families import judged_as_shown
from padai.waves import Wave, stack


def wave(
    name: str, answers: str, weights: list[float] | None = None, ids: range | None = None
) -> Wave:
    frame = pd.DataFrame(
        {
            "q": [{"y": 1, "n": 0}.get(a, np.nan) for a in answers],
            "sex": ["F", "M"] * (len(answers) // 2),
            "w": weights or [1.0] * len(answers),
            "who": list(ids or range(len(answers))),
        }
    )
    return Wave(frame, Design(weight="w", id="who"), id=name)


FIRST = "yynnnnyn"
SECOND = "yyyynnyn"


def variance(answers: str) -> float:
    """p (1 - p) / (n - 1): the variance of a share of n respondents drawn with replacement."""
    p = answers.count("y") / len(answers)
    return p * (1 - p) / (len(answers) - 1)


def test_independent_waves() -> None:
    both = stack([wave("1", FIRST), wave("2", SECOND, ids=range(8, 16))], overlap="none")
    found = padai.difference(padai.trend(both, "q", net="1"), "2", "1").frame.iloc[0]
    error = math.sqrt(variance(FIRST) + variance(SECOND))
    assert found["estimate"] == pytest.approx(5 / 8 - 3 / 8, rel=1e-12)
    assert found["std_error"] == pytest.approx(error, rel=1e-12)
    assert found["df"] == 14
    half = stats.t.ppf(0.975, 14) * error
    assert found["conf_low"] == pytest.approx(0.25 - half, rel=1e-12)
    assert found["p_value"] == pytest.approx(2 * stats.t.sf(0.25 / error, 14), rel=1e-12)
    assert (found["wave"], found["reference"]) == ("2", "1")


def test_the_same_respondents_twice() -> None:
    """The variance of a paired change is that of the mean of the paired differences."""
    both = stack([wave("1", FIRST), wave("2", SECOND)], overlap="respondent")
    found = padai.difference(padai.trend(both, "q", net="1"), "2", "1").frame.iloc[0]
    change = [(b == "y") - (a == "y") for a, b in zip(FIRST, SECOND, strict=True)]
    assert found["std_error"] == pytest.approx(np.std(change, ddof=1) / math.sqrt(8), rel=1e-12)
    assert found["df"] == 7


def test_a_wave_twice_has_not_changed() -> None:
    both = stack([wave("1", FIRST), wave("2", FIRST)], overlap="respondent")
    found = padai.difference(padai.trend(both, "q", by="sex"), "2", "1").frame
    assert (found["estimate"] == 0).all()
    assert (found["std_error"] == 0).all()


def test_order_turns_the_sign() -> None:
    both = stack([wave("1", FIRST), wave("2", SECOND, ids=range(8, 16))], overlap="none")
    series = padai.trend(both, "q", by="sex")
    one, other = (padai.difference(series, *pair).frame for pair in (("2", "1"), ("1", "2")))
    assert one["estimate"].to_numpy() == pytest.approx(-other["estimate"].to_numpy(), abs=1e-15)
    assert one["p_value"].to_numpy() == pytest.approx(other["p_value"].to_numpy(), rel=1e-12)


def test_a_named_family_is_adjusted_and_judged() -> None:
    both = stack([wave("1", FIRST), wave("2", SECOND, ids=range(8, 16))], overlap="none")
    series = padai.trend(both, "q", net="1", by="sex")
    found = padai.difference(series, "2", "1", family="all", margin=90).frame
    assert found["p_adjusted"].to_numpy() == pytest.approx(holm(found["p_value"].to_numpy()))
    assert (found["family_size"] == 3).all()
    assert (found["verdict"] == "cannot_tell").all()  # bases of 8 carry no verdict


def test_a_withheld_comparison_counts_as_no_difference() -> None:
    both = stack([wave("1", FIRST), wave("2", SECOND, ids=range(8, 16))], overlap="none")
    series = padai.trend(both, "q", net="1", by="sex")
    found = padai.difference(series, "2", "1", family="all", margin=90)
    keys = keys_of(found.frame)
    hidden = int(found.frame["p_value"].argmin())
    again = judged_as_shown(found, {keys[hidden]})
    p, within = (found.frame[n].to_numpy(float) for n in ("p_value", "p_equivalence"))
    p = np.where(np.arange(3) == hidden, 1.0, p)
    assert again.frame["p_adjusted"].to_numpy() == pytest.approx(holm(p))
    assert (again.frame["family_size"] == 3).all()
    raw = found._source.judged["within_margin"].to_numpy(float, copy=True)
    assert within == pytest.approx(holm(raw))
    raw[hidden] = 1.0
    assert again.frame["p_equivalence"].to_numpy() == pytest.approx(holm(raw))
    # what would turn a verdict over is worked out from the same values
    assert again._source.judged["p_value"].iloc[hidden] == 1.0
    assert judged_as_shown(found, ()) is found


def test_other_choices_of_a_change_hold_what_is_withheld_of_its_family(
    example: padai.Stack,
) -> None:
    """The row of the declared choice has the adjusted p of the change that goes out."""
    survey = example.survey
    assert survey is not None
    later, earlier = survey.waves[-1], survey.waves[-2]
    asked = [c.question for c in survey.families[0].comparisons]
    found = padai.difference(padai.banner(example, asked, by=[]), later, earlier)
    family = found.frame[found.frame["family"] == survey.families[0].id]
    hidden, told, *_ = family.sort_values("p_value").index
    keys = keys_of(found.frame)
    own = (str(found.frame["question"][told]), str(found.frame["response"][told]))
    again = judged_as_shown(found, {keys[hidden]}).frame
    assert again["p_adjusted"][told] > found.frame["p_adjusted"][told]
    row = Trials(example, later, earlier, withheld={keys[hidden]}).of(*own).iloc[0]
    assert row["variant"] == "declared"
    for column in ("p_adjusted", "p_equivalence", "verdict"):
        assert row[column] == pytest.approx(again[column][told], nan_ok=True), column


def test_a_group_that_is_seen_from_the_other_side_is_not_withheld(example: padai.Stack) -> None:
    found = padai.difference_from_rest(example.waves[-1], by="gender")
    mine, other = keys_of(found.frame)[:2]
    assert mine[2] == other[2] == "gender"
    assert judged_as_shown(found, {mine}).frame.equals(found.frame)
    again = judged_as_shown(found, {mine, other}).frame
    assert (again["p_adjusted"].iloc[:2] == 1).all()
    assert again.iloc[2:].equals(found.frame.iloc[2:])


def test_exploratory_rows_have_no_verdict() -> None:
    both = stack([wave("1", FIRST), wave("2", SECOND, ids=range(8, 16))], overlap="none")
    found = padai.difference(padai.trend(both, "q"), "2", "1").frame
    assert (found["verdict"] == "").all()
    assert (found["family"] == "").all()
    assert found["p_adjusted"].notna().all()


@pytest.mark.parametrize("pair", [("2", "3"), ("1", "1")])
def test_waves_that_cannot_be_compared(pair: tuple[str, str]) -> None:
    both = stack([wave("1", FIRST), wave("2", SECOND, ids=range(8, 16))], overlap="none")
    with pytest.raises(ComparisonError):
        padai.difference(padai.trend(both, "q"), *pair)


def test_one_wave_is_no_trend() -> None:
    with pytest.raises(ComparisonError, match="two waves"):
        padai.trend(wave("1", FIRST), "q")


def test_detached_estimates_of_overlapping_waves_are_refused() -> None:
    both = stack([wave("1", FIRST), wave("2", SECOND)], overlap="respondent")
    with pytest.raises(EstimationError, match="detached"):
        padai.difference(padai.trend(both, "q").detach(), "2", "1")


SURVEY = Path(__file__).parents[2] / "padai" / "interchange" / "example" / "surveys" / "example"


@pytest.fixture(scope="module")
def example() -> padai.Stack:
    survey = padai.load_survey(SURVEY)
    waves = []
    for name in survey.waves[-2:]:
        read = padai.read_wave(survey, name)
        waves.append(padai.rake(read, survey.targets(name)))
    return padai.stack(waves)


def test_a_family_is_completed_from_the_waves(example: padai.Stack) -> None:
    """One question of a declared family has the same adjusted p as the whole family at once."""
    survey = example.survey
    assert survey is not None
    family = survey.families[0]
    later, earlier = survey.waves[-1], survey.waves[-2]
    asked = [
        c.question for c in family.comparisons if survey.question(c.question).asked_in(earlier)
    ]
    whole = padai.difference(padai.banner(example, asked, by=[]), later, earlier).frame
    whole = whole[whole["family"] == family.id].set_index("question")
    assert len(whole) > 1
    first = family.comparisons[0]
    alone = padai.difference(padai.trend(example, first.question, net=first.net), later, earlier)
    assert len(alone) == 1
    assert alone.frame["p_adjusted"].iloc[0] == whole.loc[first.question, "p_adjusted"]
    assert alone.frame["family_size"].iloc[0] == whole["p_value"].notna().sum()


def test_a_detached_part_of_a_family_is_refused(example: padai.Stack) -> None:
    survey = example.survey
    assert survey is not None
    first = survey.families[0].comparisons[0]
    part = padai.trend(example, first.question, net=first.net).detach()
    with pytest.raises(EstimationError, match="detached"):
        padai.difference(part, survey.waves[-1], survey.waves[-2])


def test_groups_against_the_rest(example: padai.Stack) -> None:
    """A group minus the rest is the contrast of the two shares, with their covariance."""
    survey = example.survey
    assert survey is not None
    last = example.waves[-1]
    question, net = (getattr(survey.families[0].comparisons[0], k) for k in ("question", "net"))
    found = padai.difference_from_rest(last, question, by="gender").frame
    found = found[found["response"] == net]
    shares = padai.proportion(last, question, net=net, by="gender")
    groups = [str(g) for g in shares.frame["group"].iloc[1:]]
    contrast = shares.contrast(
        {"d": {(groups[0], "gender"): 1, (groups[1], "gender"): -1}}
    ).frame.iloc[0]
    first, second = found.iloc[0], found.iloc[1]
    assert first["estimate"] == pytest.approx(contrast["estimate"], rel=1e-12)
    assert first["std_error"] == pytest.approx(contrast["std_error"], rel=1e-9)
    assert first["df"] == contrast["df"]
    assert second["estimate"] == pytest.approx(-first["estimate"], rel=1e-12)
    assert first["p_adjusted"] == first["p_value"] == pytest.approx(second["p_adjusted"])
    assert (found["family_size"] == 1).all()


def test_the_mirror_of_a_comparison_has_its_values_and_no_others(example: padai.Stack) -> None:
    """Only some questions declare a margin: the second of two groups never takes another’s."""
    last = example.waves[-1]
    survey = example.survey
    assert survey is not None
    asked = [q.id for q in survey.questions.values() if q.id.startswith(("trust", "clear", "ease"))]
    found = padai.difference_from_rest(last, asked, by="gender").frame
    pairs = 0
    for _, pair in found.groupby(["question", "response"], observed=True):
        assert len(pair) == 2
        for column in ("p_adjusted", "p_equivalence", "margin"):
            first, second = pair[column]
            assert first == second or (np.isnan(first) and np.isnan(second)), column
        pairs += int(pair["margin"].isna().all())
        assert (pair["margin"].notna() == pair["p_equivalence"].notna()).all()
    assert 0 < pairs < len(found) // 2


def test_a_question_is_estimated_whole_though_a_breakdown_has_its_name(
    example: padai.Stack,
) -> None:
    """The breakdown leaves a small group out; the question keeps all of its codes."""
    last = example.waves[-1]
    survey = example.survey
    assert survey is not None
    estimated = padai.proportion(last, "gender", by="gender").frame
    assert set(estimated["response"]) >= set(survey.question("gender").codes)
    assert set(estimated["group"]) == {"total", *(g.id for g in survey.breakdown("gender").groups)}
    whole = padai.proportion(example, "gender").frame
    assert set(whole["response"]) >= set(survey.question("gender").codes)


def test_a_verdict_needs_both_waves_to_be_large_enough() -> None:
    answers = {"1": "yn" * 100, "2": "yn" * 10}
    for order in (("1", "2"), ("2", "1")):
        made = [
            wave(name, answers[name], ids=range(300 * k, 300 * k + len(answers[name])))
            for k, name in enumerate(order)
        ]
        series = padai.trend(stack(made, overlap="none"), "q", net="1")
        row = padai.difference(series, *order, family="f", margin=90).frame.iloc[0]
        assert row["p_equivalence"] < 0.05
        assert row["verdict"] == "cannot_tell"


def test_the_margin_of_a_share_is_in_points_and_that_of_a_mean_in_its_unit() -> None:
    draw = np.random.default_rng(6)
    numbers = {"1": draw.normal(50, 5, 200), "2": draw.normal(50, 5, 200)}
    made = [
        Wave(pd.DataFrame({"x": x, "s": (x > 50).astype(int)}), Design(), id=name)
        for name, x in numbers.items()
    ]
    both = stack(made, overlap="none")
    for found, margin, unit in (
        (padai.difference(padai.mean(both, "x"), "2", "1", margin=1.5, family="f"), 1.5, 1.0),
        (
            padai.difference(padai.trend(both, "s", net="1"), "2", "1", margin=15, family="f"),
            15,
            100.0,
        ),
    ):
        row = found.frame.iloc[0]
        gap = margin / unit - abs(row["estimate"])
        assert row["margin"] == margin
        assert row["p_equivalence"] == pytest.approx(
            stats.t.sf(gap / row["std_error"], row["df"]), rel=1e-9
        )


def test_means_and_balances_are_no_shares() -> None:
    nets = [
        SimpleNamespace(id="gap", is_balance=True),
        SimpleNamespace(id="high", is_balance=False),
    ]
    survey = SimpleNamespace(questions={"q": SimpleNamespace(id="q", all_nets=nets)})
    keys = pd.DataFrame(
        [("q", "1"), ("q", "gap"), ("q", "high"), ("q", "mean"), ("q", "q0.5"), ("other", "gap")],
        columns=["question", "response"],
    )
    assert is_share(keys, survey).tolist() == [True, False, True, False, False, True]
    assert is_share(keys, None).tolist() == [True, True, True, False, False, True]
