"""Slopes, joint tests and bends on tiny series, worked out by hand."""

from __future__ import annotations

import datetime as dt
import math

import numpy as np
import pandas as pd
import pytest
from scipy import stats

import padai
from padai.design import Design
from padai.errors import ComparisonError
from padai.numerics.max_t import max_t_p
from padai.numerics.slopes import bend_contrasts, polynomial_contrasts
from padai.waves import Wave, stack


def series(counts: list[int], n: int = 20, dates: list[dt.date] | None = None) -> padai.Stack:
    """Independent waves of n people, of whom some say yes."""
    waves = []
    for place, yes in enumerate(counts):
        frame = pd.DataFrame({"q": [1.0] * yes + [0.0] * (n - yes), "sex": ["F", "M"] * (n // 2)})
        date = dates[place] if dates else None
        waves.append(Wave(frame, Design(), id=f"w{place + 1}", date=date))
    return stack(waves, overlap="none")


def variance(yes: int, n: int = 20) -> float:
    return yes / n * (1 - yes / n) / (n - 1)


YEARS = {"w1": 2020, "w2": 2021, "w3": 2023}


def test_a_slope_over_unequal_gaps() -> None:
    found = padai.slope(padai.trend(series([8, 10, 14]), "q", net="1"), times=YEARS).frame.iloc[0]
    # Years 2020, 2021, 2023: mean 2021 1/3, squares 16/9 + 1/9 + 25/9 = 42/9.
    weights = np.array([-4 / 3, -1 / 3, 5 / 3]) / (42 / 9)
    error = math.sqrt(sum(w**2 * variance(y) for w, y in zip(weights, (8, 10, 14), strict=True)))
    assert found["estimate"] == pytest.approx(weights @ [0.4, 0.5, 0.7], rel=1e-12)
    assert found["std_error"] == pytest.approx(error, rel=1e-12)
    assert found["df"] == 57
    assert found["p_value"] == pytest.approx(2 * stats.t.sf(found["estimate"] / error, 57))
    assert (found["first_wave"], found["last_wave"], found["n_waves"]) == ("w1", "w3", 3)


def test_a_slope_of_two_waves_is_their_difference_a_year() -> None:
    trend = padai.trend(series([8, 14]), "q", net="1")
    slope = padai.slope(trend, times={"w1": 2020, "w2": 2022}).frame.iloc[0]
    change = padai.difference(trend, "w2", "w1").frame.iloc[0]
    for name in ("estimate", "std_error", "conf_low", "conf_high"):
        assert slope[name] == pytest.approx(change[name] / 2, rel=1e-12)
    assert slope["p_value"] == pytest.approx(change["p_value"], rel=1e-12)


def test_a_slope_of_log_odds() -> None:
    trend = padai.trend(series([8, 14]), "q", net="1")
    found = padai.slope(trend, on="logit", times={"w1": 0, "w2": 1}).frame.iloc[0]
    error = math.sqrt(variance(8) / (0.4 * 0.6) ** 2 + variance(14) / (0.7 * 0.3) ** 2)
    assert found["estimate"] == pytest.approx(math.log(7 / 3) - math.log(2 / 3), rel=1e-12)
    assert found["std_error"] == pytest.approx(error, rel=1e-12)


def test_dates_are_the_middle_of_fieldwork() -> None:
    dates = [dt.date(2020, 1, 1), dt.date(2021, 1, 1), dt.date(2022, 1, 1)]
    trend = padai.trend(series([8, 10, 14], dates=dates), "q", net="1")
    days = np.array([0.0, 366, 731]) / 365.25
    expected = polynomial_contrasts(days)[0] @ [0.4, 0.5, 0.7]
    assert padai.slope(trend).frame["estimate"].iloc[0] == pytest.approx(expected, rel=1e-12)


def test_no_change_of_two_waves_is_the_squared_t() -> None:
    trend = padai.trend(series([8, 14]), "q", net="1")
    found = padai.joint_test(trend, times={"w1": 0, "w2": 1}).frame.iloc[0]
    t = padai.difference(trend, "w2", "w1").frame["statistic"].iloc[0]
    assert found["statistic"] == pytest.approx(t**2, rel=1e-12)
    assert (found["df"], found["df_denominator"]) == (1, 38)


def test_no_change_of_three_waves() -> None:
    trend = padai.trend(series([8, 10, 14]), "q", net="1")
    found = padai.joint_test(trend, times=YEARS).frame.iloc[0]
    # Independent waves: the sum of squares around the mean weighted by precision.
    weight = np.array([1 / variance(y) for y in (8, 10, 14)])
    p = np.array([0.4, 0.5, 0.7])
    W = weight @ (p - weight @ p / weight.sum()) ** 2
    assert found["statistic"] == pytest.approx(56 / (2 * 57) * W, rel=1e-10)
    assert (found["df"], found["df_denominator"]) == (2, 56)


def test_generalised_least_squares_of_independent_waves_is_weighted_by_precision() -> None:
    trend = padai.trend(series([8, 10, 14]), "q", net="1")
    found = padai.slope(trend, fit="gls", times=YEARS).frame.iloc[0]
    weight = np.array([1 / variance(y) for y in (8, 10, 14)])
    t = np.array([0.0, 1, 3])
    centred = t - weight @ t / weight.sum()
    spread, p = weight @ centred**2, np.array([0.4, 0.5, 0.7])
    slope = weight * centred @ p / spread
    assert found["estimate"] == pytest.approx(slope)
    # One direction of departures from the line, of 57 degrees of freedom.
    departures = weight @ (p - weight @ p / weight.sum() - slope * centred) ** 2
    expected = math.sqrt((1 + departures / 57) * 57 / 56 / spread)
    assert found["std_error"] == pytest.approx(expected, rel=1e-10)
    assert found["df"] == 56


def test_a_bend_is_found_where_it_is() -> None:
    """0.2, 0.3, 0.4, then flat: the change of slope at the third wave fits without error."""
    counts = [200, 300, 400, 400, 400]
    trend = padai.trend(series(counts, n=1000), "q", net="1")
    found = padai.bend_test(trend, times={f"w{i}": i for i in range(1, 6)}).frame
    assert found["wave"].tolist() == ["w2", "w3", "w4"]
    assert found["estimate"].iloc[1] == pytest.approx(-0.1, abs=1e-12)
    assert found["bend"].iloc[1]
    assert (found["p_adjusted"] >= found["p_value"]).all()


def test_a_straight_line_has_no_bend() -> None:
    trend = padai.trend(series([200, 250, 300, 350, 400], n=1000), "q", net="1")
    found = padai.bend_test(trend, times={f"w{i}": i for i in range(1, 6)}).frame
    assert found["estimate"].abs().max() < 1e-12
    assert not found["bend"].any()


def test_the_largest_of_independent_statistics() -> None:
    """Of three independent normal statistics: 1 - (1 - p)^3."""
    found = max_t_p(np.array([2.0, -1.0, 2.5]), np.eye(3), np.inf)
    alone = 2 * stats.norm.sf([2.0, 1.0, 2.5])
    assert found == pytest.approx(1 - (1 - alone) ** 3, abs=2e-4)


def test_statistics_that_are_the_same_count_once() -> None:
    found = max_t_p(np.array([2.0, 2.0]), np.ones((2, 2)), 12.0)
    assert found == pytest.approx(2 * stats.t.sf([2.0, 2.0], 12), abs=2e-4)


def test_a_bend_contrast_ignores_every_line() -> None:
    t = np.array([2015.0, 2017, 2018, 2021, 2022, 2023])
    assert np.abs(bend_contrasts(t) @ (3 - 2 * t)).max() < 1e-8


@pytest.mark.parametrize(
    ("call", "match"),
    [
        (lambda t: padai.slope(t), "no date"),
        (lambda t: padai.slope(t, times={"w1": 2, "w2": 1, "w3": 3}), "order of their dates"),
        (lambda t: padai.bend_test(t, times=YEARS), "5 comparable waves"),
        (
            lambda t: padai.slope(
                padai.trend(series([8, 9]), "q"), degree=2, times={"w1": 1, "w2": 2}
            ),
            "3 comparable waves",
        ),
    ],
)
def test_what_is_refused(call, match) -> None:
    with pytest.raises(ComparisonError, match=match):
        call(padai.trend(series([8, 10, 14]), "q", net="1"))


def test_a_share_of_none_has_no_logit_and_says_so() -> None:
    trend = padai.trend(series([0, 10, 14]), "q", net="1")
    found = padai.slope(trend, on="logit", times=YEARS).frame.iloc[0]
    assert found["reason"] == "share_of_0_or_1"
    assert found["left_out"] == "w1"
    expected = (math.log(7 / 3) - math.log(1)) / 2
    assert found["estimate"] == pytest.approx(expected, rel=1e-12)


def test_an_empty_group_is_left_out() -> None:
    waves = list(series([8, 10, 14]).waves)
    frame = waves[0].frame.assign(sex="F")
    waves[0] = Wave(frame, Design(), id="w1")
    trend = padai.trend(stack(waves, overlap="none"), "q", net="1", by="sex")
    found = padai.slope(trend, times=YEARS).frame.set_index("group")
    assert found.loc["M", "left_out"] == "w1"
    assert found.loc["M", "n_waves"] == 2
    assert found.loc["F", "left_out"] == ""


def test_generalised_least_squares_of_bends_weigh_by_precision() -> None:
    """The bend at the third of five waves, by the regression on year and years since the bend."""
    counts = [3, 10, 8, 15, 17]
    times = {f"w{k + 1}": float(2020 + k) for k in range(5)}
    trend = padai.trend(series(counts), "q", net="1")
    V = np.diag([variance(y) for y in counts])
    y, t = np.array(counts) / 20, np.arange(5.0)
    for fit, W in (("ols", np.eye(5)), ("gls", np.linalg.inv(V))):
        found = padai.bend_test(trend, times=times, fit=fit).frame
        for place, wave in enumerate(("w2", "w3", "w4"), start=1):
            X = np.column_stack([np.ones(5), t, np.maximum(t - place, 0)])
            A = np.linalg.solve(X.T @ W @ X, X.T @ W)
            row = found[found["wave"] == wave].iloc[0]
            assert row["estimate"] == pytest.approx((A @ y)[2], rel=1e-9)
            rest, cost = y - X @ A @ y, 1.0
            if fit == "gls":
                # Two directions of departures, of 95 degrees of freedom.
                cost = (1 + rest @ W @ rest / 95) * 95 / 93
            expected = math.sqrt(cost * (A @ V @ A.T)[2, 2])
            assert row["std_error"] == pytest.approx(expected, rel=1e-9)


def test_a_group_with_too_few_waves_is_a_row_without_a_test() -> None:
    """Of M, who are only in the first wave, nothing can be tested; F have all waves."""
    waves = []
    for place, yes in enumerate([4, 9, 6, 12, 7]):
        frame = pd.DataFrame({"q": [1.0] * yes + [0.0] * (20 - yes), "sex": ["F", "M"] * 10})
        if place:
            frame["sex"] = "F"
        frame["sex"] = pd.Categorical(frame["sex"], ["F", "M"])
        waves.append(Wave(frame, Design(), id=f"w{place + 1}"))
    trend = padai.trend(stack(waves, overlap="none"), "q", net="1", by="sex")
    times = {f"w{k + 1}": float(k) for k in range(5)}
    joint = padai.joint_test(trend, times=times).frame.set_index("group")
    assert joint.loc["F", "p_value"] > 0
    assert np.isnan(
        joint.loc["M", ["statistic", "df", "df_denominator", "p_value"]].astype(float)
    ).all()
    assert joint.loc["M", "reason"]
    bends = padai.bend_test(trend, times=times).frame
    assert (bends["group"] == "F").sum() == 3
    row = bends[bends["group"] == "M"].iloc[0]
    assert (row["wave"], bool(row["bend"])) == ("", False)
    assert np.isnan(row["p_adjusted"])


def test_a_refusal_blames_breaks_only_where_there_are_any() -> None:
    trend = padai.trend(series([8, 14]), "q", net="1")
    with pytest.raises(ComparisonError, match=r"no series has more than 2\.$"):
        padai.bend_test(trend, times={"w1": 0, "w2": 1})
