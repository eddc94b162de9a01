"""Comparisons across a bridged break, worked out by hand: the offset enters once."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from pydantic import ValidationError

import padai
from padai.design import Design
from padai.errors import ComparisonError
from padai.survey import Break, Scope, Survey
from padai.survey.policies import Bridge
from padai.trends.bridges import footing
from padai.waves import Wave, stack
from tests.spec.test_breaks import survey
from tests.tiny import TEXT

N = 100
YES = {"2021": 40, "2022": 44, "2023": 60, "2024": 66}


def bridge(**changed: object) -> Bridge:
    stated = {"question": "q", "net": "1", "offset": 5.0, "std_error": 1.0, "source": TEXT}
    return Bridge(**{**stated, **changed})


def broken(*bridges: Bridge, date: str = "2023-01-01", name: str = "b") -> Break:
    return Break(id=name, type="mode", date=date, text=TEXT, scope=Scope(), bridges=bridges)


def trend(defined: Survey, **asked: object) -> padai.Estimates:
    waves = []
    for name, yes in YES.items():
        frame = pd.DataFrame({"q": [1] * yes + [0] * (N - yes), "sex": ["F", "M"] * (N // 2)})
        waves.append(Wave(frame, Design(), survey=defined, id=name))
    return padai.trend(stack(waves, overlap="none"), "q", net="1", **asked)


def variance(wave: str) -> float:
    p = YES[wave] / N
    return p * (1 - p) / (N - 1)


def test_an_offset_in_points_is_subtracted_and_its_variance_counted() -> None:
    found = padai.difference(trend(survey(broken(bridge()))), "2023", "2022", family="f").frame
    row = found.iloc[0]
    assert row["estimate"] == pytest.approx(0.60 - 0.44 - 0.05, rel=1e-12)
    error = math.sqrt(variance("2022") + variance("2023") + 0.01**2)
    assert row["std_error"] == pytest.approx(error, rel=1e-12)
    assert row["df"] == 198
    assert row["breaks"] == "b"
    assert row["verdict"] == "cannot_tell"
    assert row["family_size"] == 1


def test_without_a_bridge_nothing_is_compared() -> None:
    row = padai.difference(trend(survey(broken())), "2023", "2022", family="f").frame.iloc[0]
    assert np.isnan(row["estimate"])
    assert (row["verdict"], row["breaks"]) == ("not comparable", "b")


def test_an_offset_on_the_logit_scale_moves_the_earlier_wave() -> None:
    defined = survey(broken(bridge(offset=0.2, std_error=0.05, on="logit")))
    row = padai.difference(trend(defined), "2023", "2022", family="f").frame.iloc[0]
    moved = 1 / (1 + math.exp(-(math.log(0.44 / 0.56) + 0.2)))
    slope = moved * (1 - moved) / (0.44 * 0.56)
    after = slope**2 * variance("2022") + variance("2023") + (moved * (1 - moved) * 0.05) ** 2
    assert row["estimate"] == pytest.approx(0.60 - moved, rel=1e-12)
    assert row["std_error"] == pytest.approx(math.sqrt(after), rel=1e-10)


def test_an_offset_of_the_total_is_no_groups() -> None:
    found = padai.difference(trend(survey(broken(bridge())), by="sex"), "2023", "2022", family="f")
    assert found.frame["verdict"].eq("not comparable").tolist() == [False, True, True]
    assert found.frame["estimate"].isna().tolist() == [False, True, True]


def test_an_offset_of_a_group_is_that_groups_alone() -> None:
    stated = bridge(breakdown="sex", group="F", offset=2.0)
    found = padai.difference(trend(survey(broken(stated)), by="sex"), "2023", "2022", family="f")
    assert found.frame["estimate"].notna().tolist() == [False, True, False]
    assert found.frame["estimate"].iloc[1] == pytest.approx(30 / 50 - 22 / 50 - 0.02)


def test_an_offset_of_another_net_or_question_bridges_nothing() -> None:
    for other in (bridge(net="0"), bridge(question="other")):
        row = padai.difference(trend(survey(broken(other))), "2023", "2022").frame.iloc[0]
        assert row["verdict"] == "not comparable"


def test_order_turns_the_sign() -> None:
    series = trend(survey(broken(bridge(offset=0.2, std_error=0.05, on="logit"))))
    one = padai.difference(series, "2023", "2022").frame.iloc[0]
    other = padai.difference(series, "2022", "2023").frame.iloc[0]
    assert other["estimate"] == pytest.approx(-one["estimate"], rel=1e-12)
    assert other["std_error"] == pytest.approx(one["std_error"], rel=1e-12)


def test_offsets_of_two_breaks_add_up() -> None:
    second = broken(bridge(offset=-2.0, std_error=2.0), date="2024-01-01", name="c")
    row = padai.difference(trend(survey(broken(bridge()), second)), "2024", "2022").frame.iloc[0]
    assert row["estimate"] == pytest.approx(0.66 - 0.44 - 0.05 + 0.02, rel=1e-12)
    error = math.sqrt(variance("2022") + variance("2024") + 0.01**2 + 0.02**2)
    assert row["std_error"] == pytest.approx(error, rel=1e-12)
    assert row["breaks"] == "b c"


def test_one_break_without_a_bridge_is_enough_to_forbid() -> None:
    second = broken(date="2024-01-01", name="c")
    row = padai.difference(trend(survey(broken(bridge()), second)), "2024", "2022").frame.iloc[0]
    assert row["verdict"] == "not comparable"


def test_two_differences_across_one_break_share_its_offset() -> None:
    """Their covariance is the offset's variance: they have no wave in common."""
    series = trend(survey(broken(bridge())))
    placed = footing(series, np.arange(4), "2024", "main")
    C = np.array([[-1.0, 0, 1, 0], [0, -1, 0, 1]])
    found = C @ placed.covariance @ C.T
    assert found[0, 1] == pytest.approx(0.01**2, rel=1e-10)
    for place, (first, last) in enumerate((("2021", "2023"), ("2022", "2024"))):
        expected = variance(first) + variance(last) + 0.01**2
        assert found[place, place] == pytest.approx(expected, rel=1e-12)
    within = np.array([-1.0, 1, 0, 0])
    assert within @ placed.covariance @ within == pytest.approx(
        variance("2021") + variance("2022"), rel=1e-12
    )


def test_a_slope_across_a_bridge() -> None:
    found = padai.slope(trend(survey(broken(bridge()))), times={w: int(w) for w in YES})
    row = found.frame.iloc[0]
    weight = np.array([-1.5, -0.5, 0.5, 1.5]) / 5
    assert row["estimate"] == pytest.approx(weight @ [0.45, 0.49, 0.60, 0.66], rel=1e-12)
    offset = (weight[0] + weight[1]) ** 2 * 0.01**2
    sampling = sum(w**2 * variance(y) for w, y in zip(weight, YES, strict=True))
    assert row["std_error"] == pytest.approx(math.sqrt(sampling + offset), rel=1e-12)
    assert (row["left_out"], row["breaks"], row["n_waves"]) == ("", "b", 4)


def test_a_slope_leaves_out_what_lies_beyond_a_break() -> None:
    found = padai.slope(trend(survey(broken()))).frame.iloc[0]
    assert (found["left_out"], found["breaks"], found["n_waves"]) == ("2021 2022", "b", 2)
    assert found["estimate"] == pytest.approx(0.06 / (366 / 365.25), rel=1e-12)


def test_a_slope_with_one_wave_since_the_break_is_refused() -> None:
    with pytest.raises(ComparisonError, match="Breaks without a bridge: b"):
        padai.slope(trend(survey(broken(date="2024-01-01"))))


def test_one_series_without_enough_waves_is_a_row_with_its_reason() -> None:
    alone = broken(date="2024-01-01").model_copy(update={"scope": Scope(breakdowns={"sex": None})})
    found = padai.slope(trend(survey(alone), by="sex")).frame
    assert found["reason"].tolist() == ["", *["too_few_comparable_waves"] * 2]
    assert found["estimate"].notna().tolist() == [True, False, False]


def test_slopes_have_texts() -> None:
    alone = broken(date="2024-01-01").model_copy(update={"scope": Scope(breakdowns={"sex": None})})
    found = padai.slope(trend(survey(alone), by="sex"))
    assert found.labelled("fr")["reason"].tolist() == ["", *["trop peu de vagues comparables"] * 2]
    assert list(found.labelled("en").columns) == list(found.frame.columns)


def test_a_bridge_without_its_standard_error_is_refused() -> None:
    with pytest.raises(ValidationError, match="std_error"):
        Bridge(question="q", net="1", offset=5.0, source=TEXT)


def test_a_mean_has_no_logit_offset() -> None:
    defined = survey(broken(bridge(net="mean", on="logit")))
    frames = {y: pd.DataFrame({"q": np.arange(20.0)}) for y in ("2022", "2023")}
    waves = [Wave(f, Design(), survey=defined, id=y) for y, f in frames.items()]
    series = padai.mean(stack(waves, overlap="none"), "q")
    with pytest.raises(ComparisonError, match="logit"):
        padai.difference(series, "2023", "2022")


def test_a_bridge_on_the_logit_scale_among_the_same_people() -> None:
    """V(new - f(old)) with their covariance: the variance of y - f'(p) x, person by person."""
    defined = survey(broken(bridge(offset=0.4, std_error=0.0001, on="logit")))
    draw = np.random.default_rng(2)
    old = (draw.random(N) < 0.45).astype(int)
    new = np.where(draw.random(N) < 0.3, 1 - old, old)
    waves = [
        Wave(pd.DataFrame({"q": q, "who": np.arange(N)}), Design(id="who"), survey=defined, id=y)
        for y, q in (("2022", old), ("2023", new))
    ]
    series = padai.trend(stack(waves, overlap="respondent"), "q", net="1")
    p = old.mean()
    moved = 1 / (1 + math.exp(-(math.log(p / (1 - p)) + 0.4)))
    slope = moved * (1 - moved) / (p * (1 - p))
    error = np.std(new - slope * old, ddof=1) / math.sqrt(N)
    for asked, sign in ((("2023", "2022"), 1), (("2022", "2023"), -1)):
        row = padai.difference(series, *asked).frame.iloc[0]
        assert row["estimate"] == pytest.approx(sign * (new.mean() - moved), rel=1e-12)
        assert row["std_error"] == pytest.approx(error, rel=1e-5)


def test_a_bridge_of_one_question_does_not_concern_the_mean_of_another() -> None:
    defined = survey(broken(bridge(question="other", on="logit")))
    frames = {y: pd.DataFrame({"q": np.arange(20.0)}) for y in ("2022", "2023")}
    waves = [Wave(f, Design(), survey=defined, id=y) for y, f in frames.items()]
    row = padai.difference(padai.mean(stack(waves, overlap="none"), "q"), "2023", "2022").frame
    assert row["verdict"].tolist() == ["not comparable"]


def test_on_one_side_of_a_break_nothing_is_moved() -> None:
    for asked, change in ((("2022", "2021"), 0.04), (("2024", "2023"), 0.06)):
        row = padai.difference(trend(survey(broken(bridge()))), *asked, family="f").frame.iloc[0]
        assert row["estimate"] == pytest.approx(change, rel=1e-12)
        assert row["std_error"] == pytest.approx(math.sqrt(sum(variance(y) for y in asked)))
        assert row["breaks"] == ""


def test_the_offset_of_a_mean_is_in_its_own_unit() -> None:
    defined = survey(broken(bridge(net="mean", offset=3.0, std_error=0.5)))
    frames = {"2022": np.arange(20.0), "2023": np.arange(20.0) + 5}
    waves = [
        Wave(pd.DataFrame({"q": q}), Design(), survey=defined, id=y) for y, q in frames.items()
    ]
    row = padai.difference(padai.mean(stack(waves, overlap="none"), "q"), "2023", "2022").frame
    error = math.sqrt(2 * np.var(np.arange(20), ddof=1) / 20 + 0.5**2)
    assert row["estimate"].iloc[0] == pytest.approx(5 - 3)
    assert row["std_error"].iloc[0] == pytest.approx(error)
