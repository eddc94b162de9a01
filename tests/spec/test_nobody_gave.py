"""A code that nobody gave is a zero in every verb; a code that no definition knows is a mistake."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import DefinitionError, EstimationError
from padai.numerics.intervals import proportion_interval
from tests.builders import mini, respondents

N = 60
NETS = [{"top": ["4", "5"]}, {"top": [4, 5]}, "4", {"bal": {"codes": ["1"], "minus": ["4"]}}]


def _wave(name="a", year=2024, codes=(1, 2, 3), **columns):
    frame = pd.DataFrame(
        {"id": range(N), "q": np.resize(codes, N), "sex": ["F", "M"] * (N // 2), **columns}
    )
    return padai.Wave(frame, padai.Design(id="id"), id=name, date=dt.date(year, 5, 1))


def _stack(overlap="respondent", **second):
    later = _wave("b", 2025, **second)
    return padai.stack([_wave(), later], overlap=overlap)


@pytest.mark.parametrize("net", NETS)
def test_a_share_of_nobody_is_zero_with_its_interval(net):
    row = padai.proportion(_wave(), "q", net=net).frame.iloc[0]
    if row.response == "bal":
        assert row.estimate == pytest.approx(1 / 3)
        return
    assert (row.estimate, row.std_error, row.n_base, row.reason) == (0, 0, N, "at_limit")
    low, high = proportion_interval(
        np.zeros(1), np.zeros(1), np.array([N - 1.0]), np.array([N]), np.array([N]), 0.95, "logit"
    )
    assert (row.conf_low, row.conf_high) == (low[0], high[0])
    assert 0 < row.conf_high < 0.07


@pytest.mark.parametrize("net", NETS[:3])
def test_every_verb_of_shares_takes_it(net):
    name = "4" if net == "4" else "top"
    banner = padai.banner(_wave(), questions=["q"], by=["sex"], net=net).frame
    assert len(banner) == 3 and (banner["estimate"] == 0).all()
    trend = padai.trend(_stack(), "q", net=net)
    assert trend.frame["estimate"].tolist() == [0, 0]
    row = padai.difference(trend, "b", "a", adjust="none").frame.iloc[0]
    assert (row.estimate, row.std_error, row.response) == (0, 0, name)
    some = padai.trend(_stack(codes=(1, 2, 3, 4)), "q", net=net)
    assert some.frame["estimate"].tolist() == [0, 0.25]
    change = padai.difference(some, "b", "a", adjust="none").frame.iloc[0]
    assert change.estimate == 0.25 and change.std_error > 0


@pytest.mark.parametrize("net", NETS[:3])
def test_panels_and_standardising_take_it(net):
    before, after = _wave(), _wave("b", 2025, codes=(1, 2, 3, 4))
    change = padai.paired_change(before, after, "q", net=net, weight=None).frame.iloc[0]
    assert change["estimate"] == 0.25
    exact = padai.minipublic_change(before, after, "q", net=net).frame.iloc[0]
    assert (exact["before"], exact["after"], exact["moved_up"]) == (0, 15, 15)
    told = padai.standardise(_stack(), "q", by="sex", net=net, to={"F": 0.5, "M": 0.5}).frame
    assert (told["estimate"] == 0).all()


def test_a_model_of_nobody_says_so_and_one_of_some_takes_the_code():
    with pytest.raises(EstimationError, match="one value"):
        padai.glm(_wave(), "q ~ sex", family="binomial", net=["4"])
    with_it = padai.glm(_wave(), "q ~ sex", family="binomial", net=["1", "4"])
    without = padai.glm(_wave(), "q ~ sex", family="binomial", net=["1"])
    assert with_it.coef.tolist() == without.coef.tolist()


def test_a_domain_of_nobody_is_an_empty_row():
    row = padai.proportion(_wave(), "sex", where={"q": "4"}).frame.iloc[0]
    assert (row.flag, row.reason, row.n_base) == ("0", "empty_domain", 0)


def test_a_name_among_numbers_and_a_code_among_names_are_mistakes():
    with pytest.raises(DefinitionError, match=r"no net or code 'trust'.*a mapping"):
        padai.proportion(_wave(), "q", net="trust")
    with pytest.raises(DefinitionError, match=r"no net or code 'FF'.*Did you mean 'F'"):
        padai.proportion(_wave(), "sex", net="FF")
    assert padai.proportion(_wave(), "sex", net={"X": ["X"]}).frame["estimate"].tolist() == [0]
    with pytest.raises(DefinitionError, match="`where`: 'sex' has no code X"):
        padai.proportion(_wave(), "q", where={"sex": "X"})
    with pytest.raises(DefinitionError, match="a list was given"):
        padai.proportion(_wave(), "q", net=["4"])


@pytest.fixture
def defined(tmp_path):
    rows = respondents(trust=np.resize([1.0, 2, 3], 200))
    return padai.read_wave(padai.load_survey(mini(tmp_path, {"2025": rows})), "2025")


def test_a_code_of_the_definition_that_nobody_gave_is_a_zero(defined):
    for net in ("4", {"none": ["4"]}, {"none": [4]}):
        assert padai.proportion(defined, "trust", net=net).frame["estimate"].tolist() == [0]


@pytest.mark.parametrize("net", ["7", "trsut", {"top": ["1", "7"]}, {"top": [7]}])
def test_a_code_that_the_definition_lacks_is_refused(defined, net):
    with pytest.raises(DefinitionError, match="trust") as caught:
        padai.proportion(defined, "trust", net=net)
    assert "1, 2, 3, 4" in str(caught.value)
    with pytest.raises(DefinitionError):
        padai.banner(defined, questions=["trust"], by=["sex"], net=net)
    with pytest.raises(DefinitionError):
        padai.proportion(defined, "sex", where={"trust": "7"})
    with pytest.raises(DefinitionError):
        padai.proportion(defined, "trust", where={"age_group": "7"})
    with pytest.raises(DefinitionError):
        padai.glm(defined, "trust ~ sex", family="binomial", net=["1", "7"])


def test_a_group_of_the_population_that_nobody_represents_has_nobody():
    wave = _wave()
    found = padai.minipublic_profile(wave, "sex", {"F": 0.5, "M": 0.4, "X": 0.1})
    assert found.frame[["group", "people"]].to_numpy().tolist() == [["F", 30], ["M", 30], ["X", 0]]
    assert found.frame["expected"].tolist() == pytest.approx([30, 24, 6])
    assert 0 < found.test.p_value < 0.2
    with pytest.raises(EstimationError, match="not matched: M"):
        padai.minipublic_profile(wave, "sex", {"F": 0.9, "X": 0.1})


@pytest.mark.parametrize(
    "shares",
    [
        {"F": 0.5, "M": 0.6},
        {"F": float("nan"), "M": 0.5},
        {"F": -0.5, "M": 1.5},
        {"F": "x", "M": 1},
    ],
)
def test_shares_of_a_population_are_shares(shares):
    with pytest.raises(EstimationError, match="sex"):
        padai.minipublic_profile(_wave(), "sex", shares)


@pytest.mark.parametrize(
    "shares", [{"F": float("nan"), "M": 0.5}, {"F": "x", "M": 1}, {"F": 0.5, "M": 0.6}, {"F": None}]
)
def test_shares_to_standardise_to_are_shares(shares):
    with pytest.raises(EstimationError, match="sex"):
        padai.standardise(_stack(), "q", by="sex", net="1", to=shares)
