"""Unequal probabilities and two phases, by hand and over every sample that could be drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, product
from typing import Any

import numpy as np
import pandas as pd
import pytest

import padai
from padai import Design, TwoPhase, Wave
from padai.errors import ComparisonError, DesignError, EstimationError, PadaiError, speaking
from padai.numerics.unequal import (
    brewer_form,
    hartley_rao_check,
    joint_check,
    overton_check,
    yates_grundy,
)
from padai.numerics.unit_forms import PairForm, centred_form

SIZES = np.array([3.0, 5.0, 2.0, 8.0, 6.0])

Y = np.array([4.0, 9.0, 1.0, 12.0, 7.0])


def variance(frame: pd.DataFrame, design: Design) -> tuple[float, float]:
    row = padai.total(Wave(frame, design), "y").frame.iloc[0]
    return float(row["estimate"]), float(row["std_error"]) ** 2


# --- by hand --------------------------------------------------------------------------------------


def test_two_counties_by_hand() -> None:
    """Totals 1/.5 = 2 and 3/.25 = 12; D = [[.5, d], [d, .75]]."""
    frame = pd.DataFrame({"y": [1.0, 3.0], "p": [0.5, 0.25]})
    brewer = 2 * (0.5 * 25 + 0.75 * 25)
    assert variance(frame, Design(fpc="p", pps="brewer")) == pytest.approx((14, brewer))
    d = 1 - (2 - 0.375) / 1
    overton = 0.5 * 4 + 0.75 * 144 + 2 * d * 24
    assert variance(frame, Design(fpc="p", pps="overton"))[1] == pytest.approx(overton)
    d = 1 - (2 - 0.75 + 0.3) / 1
    hartley = 0.5 * 4 + 0.75 * 144 + 2 * d * 24
    given = Design(fpc="p", pps=padai.HartleyRao(0.3))
    assert variance(frame, given)[1] == pytest.approx(hartley)
    joint = padai.JointProbabilities([[0.5, 0.1], [0.1, 0.25]])
    d = (0.1 - 0.125) / 0.1
    assert variance(frame, Design(fpc="p", pps=joint, variance="YG"))[1] == pytest.approx(-d * 100)
    poisson = variance(frame, Design(fpc="p", pps="poisson"))[1]
    assert poisson == pytest.approx(0.5 * 4 + 0.75 * 144)


def test_equal_probabilities_are_a_simple_sample() -> None:
    """With n / N everywhere every formula but Poisson's is that of simple random sampling."""
    frame = pd.DataFrame({"y": Y, "p": 0.25, "N": 20})
    plain = variance(frame, Design(fpc="N"))
    mean_square = padai.HartleyRao(0.25)
    for design in (
        Design(fpc="p", pps="brewer"),
        Design(fpc="p", pps="overton"),
        Design(fpc="p", pps="overton", variance="YG"),
        Design(fpc="p", pps=mean_square),
        Design(fpc="p", pps=mean_square, variance="YG"),
        Design(fpc="p", pps=padai.HartleyRao()),
    ):
        assert variance(frame, design) == pytest.approx(plain, rel=1e-12)


VERBS: dict[str, Callable[[Wave], Any]] = {
    "shares by group": lambda w: padai.proportion(w, "q", by="sex").frame["std_error"],
    "covariance": lambda w: padai.proportion(w, "q", by="sex").cov().ravel(),
    "a banner": lambda w: padai.banner(w, ["q"], by=["sex"]).frame["std_error"],
    "a quantile": lambda w: padai.quantile(w, "x", probs=[0.4], by="sex").frame["std_error"],
    "a t test": lambda w: [padai.ttest(w, "x", "two").statistic],
    "ranks": lambda w: [padai.ranktest(w, "x", "sex").statistic],
    "association": lambda w: [padai.crosstab_test(w, "q", "sex").statistic],
    "a model": lambda w: padai.glm(w, "x ~ z + sex").std_error,
    "a term": lambda w: [padai.term_test(padai.glm(w, "x ~ z + sex"), "sex").statistic],
    "an ordinal model": lambda w: padai.ordinal(w, "q ~ z").std_error,
    "raked": lambda w: padai.mean(
        padai.rake(w, {"sex": {"F": 0.3, "M": 0.4, "X": 0.3}}), "x"
    ).frame["std_error"],
    "small areas": lambda w: padai.small_area(
        padai.proportion(w, "q", by="sex", net={"y": [1]})
    ).frame["std_error"],
}


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_takes_the_form(verb: str) -> None:
    """With equal probabilities what a verb says is what it says of a simple random sample."""
    draw = np.random.default_rng(5)
    frame = pd.DataFrame(
        {
            "q": draw.choice([1, 2, 3], 90),
            "x": draw.normal(size=90),
            "z": draw.normal(size=90),
            "sex": draw.choice(["F", "M", "X"], 90),
            "two": draw.choice(["a", "b"], 90),
            "N": 450,
            "p": 0.2,
            "all": True,
        }
    )
    ask = VERBS[verb]
    wanted = np.asarray(ask(Wave(frame, Design(fpc="N"))), dtype=float)
    assert np.isfinite(wanted).any()
    given = [Design(fpc="p", pps="brewer"), Design(fpc="p", pps="overton", variance="YG")]
    if verb != "raked":
        given += [
            TwoPhase(Design(fpc="N"), Design(), subset="all", method=m) for m in ("full", "simple")
        ]
    for design in given:
        found = np.asarray(ask(Wave(frame, design)), dtype=float)
        assert found == pytest.approx(wanted, rel=1e-7, abs=1e-12, nan_ok=True)


def test_stages_of_equal_probabilities_are_stages() -> None:
    frame = pd.DataFrame(
        {
            "y": range(8),
            "town": list("aabbccdd"),
            "home": range(8),
            "N": 10,
            "M": 5,
            "p": 0.4,
            "q": 0.4,
        }
    )
    plain = variance(frame, Design(psu=("town", "home"), fpc=("N", "M")))
    drawn = Design(psu=("town", "home"), fpc=("p", "q"), pps="brewer")
    assert variance(frame, drawn) == pytest.approx(plain, rel=1e-12)


def test_a_certain_unit_adds_nothing() -> None:
    form = brewer_form(np.arange(3), np.zeros(3, dtype=int), np.array([1.0, 0.5, 0.5]))
    moved = [form.variance(np.array([[t], [2.0], [5.0]])).item() for t in (3.5, 3.5)]
    assert moved[0] == pytest.approx(1.5 * 0.5 * 2 * 1.5**2)
    for check in (overton_check, hartley_rao_check):
        both = check(np.zeros(2, dtype=int), np.ones(2))
        assert not both.any()


def test_the_two_ways_to_write_a_form_are_one() -> None:
    """A form by strata, and the same with a weight for every pair of units."""
    draw = np.random.default_rng(3)
    stratum = np.array([0, 0, 0, 1, 1])
    factor, z = draw.random(5), draw.normal(size=(5, 2))
    form = centred_form(np.arange(5), stratum, factor, np.bincount(stratum).astype(float))
    matrix = form.times(np.eye(5))
    assert matrix == pytest.approx(matrix.T)
    assert PairForm(np.arange(5), matrix=matrix).covariance(z) == pytest.approx(form.covariance(z))
    means = np.array([z[stratum == h].mean(axis=0) for h in (0, 1)])[stratum]
    assert form.variance(z) == pytest.approx((factor[:, None] * (z - means) ** 2).sum(axis=0))


def test_yates_grundy_is_a_sum_over_pairs() -> None:
    check = overton_check(np.array([0, 0, 1, 1]), np.array([0.2, 0.5, 0.9, 0.4]))
    t = np.array([1.0, 4.0, 2.0, 7.0])
    wanted = -0.5 * sum(check[i, j] * (t[i] - t[j]) ** 2 for i in range(4) for j in range(4))
    assert t @ yates_grundy(check) @ t == pytest.approx(wanted)


# --- every sample: the mean of the estimated variances is the variance of the estimates -----------


def pairs_of_five() -> Iterator[tuple[list[int], float]]:
    """Two of five units, drawn by Brewer's method of 1963: one after the other, by size."""
    share = SIZES / SIZES.sum()
    odds = share * (1 - share) / (1 - 2 * share)
    for i, j in combinations(range(5), 2):
        chance = odds / odds.sum()
        both = chance[i] * share[j] / (1 - share[i]) + chance[j] * share[i] / (1 - share[j])
        yield [i, j], float(both)


def all_samples(
    samples: Iterator[tuple[list[int], float]], made: Callable[[list[int]], tuple[float, float]]
) -> tuple[float, float, float]:
    """Return the mean and the variance of the estimates, and the mean estimated variance."""
    found = [(chance, *made(rows)) for rows, chance in samples]
    chance, estimate, variances = np.array(found).T
    assert chance.sum() == pytest.approx(1)
    mean = chance @ estimate
    return float(mean), float(chance @ (estimate - mean) ** 2), float(chance @ variances)


@pytest.mark.parametrize("formula", ["HT", "YG"])
def test_every_sample_of_unequal_pairs(formula: Any) -> None:
    joint = np.zeros((5, 5))
    for (i, j), chance in pairs_of_five():
        joint[i, j] = joint[j, i] = chance
    single = 2 * SIZES / SIZES.sum()
    assert joint.sum(axis=1) == pytest.approx(single)
    np.fill_diagonal(joint, single)
    matrix = yates_grundy if formula == "YG" else np.asarray

    def estimated(rows: list[int]) -> tuple[float, float]:
        t = Y[rows] / single[rows]
        return float(t.sum()), float(t @ matrix(joint_check(joint[np.ix_(rows, rows)])) @ t)

    mean, true, found = all_samples(pairs_of_five(), estimated)
    assert mean == pytest.approx(Y.sum())
    assert found == pytest.approx(true, rel=1e-12)


def of_two_phases() -> Iterator[tuple[list[int], list[int], float]]:
    """Five of six people; of those, two of the strata's members (one stratum of two or three)."""
    firsts = list(combinations(range(6), 5))
    for first in firsts:
        inside = [[i for i in first if STRATUM[i] == h] for h in (0, 1)]
        ways = list(product(*(list(combinations(group, 2)) for group in inside)))
        for chosen in ways:
            yield list(first), sorted(i for group in chosen for i in group), 1 / len(ways) / 6


STRATUM = [0, 0, 0, 1, 1, 1]
SIX = np.array([4.0, 9.0, 1.0, 12.0, 7.0, 3.0])


def test_every_sample_of_two_phases() -> None:
    """Särndal, Swensson and Wretman's variance is unbiased: method "full"."""
    design = TwoPhase(Design(fpc="N"), Design(stratum="h"), subset="followed")

    def estimated(first: list[int], chosen: list[int]) -> tuple[float, float]:
        rows = {"y": SIX[first], "h": [STRATUM[i] for i in first], "N": 6}
        return variance(pd.DataFrame({**rows, "followed": [i in chosen for i in first]}), design)

    found = [(chance, *estimated(first, chosen)) for first, chosen, chance in of_two_phases()]
    chance, estimate, variances = np.array(found).T
    mean = chance @ estimate
    assert mean == pytest.approx(SIX.sum())
    assert chance @ variances == pytest.approx(chance @ (estimate - mean) ** 2, rel=1e-12)


def test_a_second_phase_of_everybody_is_the_first() -> None:
    frame = pd.DataFrame({"y": Y, "all": True, "N": 20, "h": list("aabba"), "M": [9, 9, 5, 5, 9]})
    for method in ("full", "simple"):
        for first in (Design(fpc="N"), Design(stratum="h", fpc="M")):
            both = TwoPhase(first, Design(), subset="all", method=method)
            assert variance(frame, both) == pytest.approx(variance(frame, first), rel=1e-12)


def test_both_methods_agree_where_the_simple_one_is_exact() -> None:
    draw = np.random.default_rng(8)
    frame = pd.DataFrame({"y": draw.normal(size=60), "h": np.arange(60) % 3})
    frame["followed"] = frame.index % 5 != 0
    found = [
        variance(frame, TwoPhase(Design(), Design(stratum="h"), subset="followed", method=method))
        for method in ("full", "simple", "approx")
    ]
    assert found[1] == found[2]
    assert found[0] == pytest.approx(found[1], rel=0.02)


# --- joint probabilities follow their units -------------------------------------------------------


def test_joint_probabilities_follow_labels() -> None:
    frame = pd.DataFrame({"id": ["c", "a", "b"], "y": [1.0, 2, 4], "p": [0.5, 0.4, 0.6]})
    matrix = np.array([[0.5, 0.15, 0.3], [0.15, 0.4, 0.2], [0.3, 0.2, 0.6]])
    plain = Design(fpc="p", pps=padai.JointProbabilities(matrix))
    labelled = pd.DataFrame(matrix, index=frame["id"], columns=frame["id"])
    shuffled = labelled.loc[["b", "c", "a"], ["b", "c", "a"]]
    named = Design(fpc="p", id="id", pps=padai.JointProbabilities(shuffled))
    assert variance(frame, named) == pytest.approx(variance(frame, plain), rel=1e-12)
    as_psus = Design(fpc="p", psu="id", pps=padai.JointProbabilities(shuffled))
    assert variance(frame, as_psus) == pytest.approx(variance(frame, plain), rel=1e-12)


def test_waves_drawn_apart_are_compared() -> None:
    """Two waves, independent: variances add up; and the stack's pooled total is their sum."""
    frame = pd.DataFrame({"y": Y, "p": [0.2, 0.5, 0.3, 0.9, 0.4]})
    design = Design(fpc="p", pps="overton")
    waves = [Wave(frame, design, id="1"), Wave(frame.assign(y=Y[::-1] * 2), design, id="2")]
    both = padai.stack(waves, overlap="none")
    alone = [padai.total(wave, "y").frame["std_error"].item() for wave in waves]
    change = padai.difference(padai.total(both, "y"), "2", "1").frame.iloc[0]
    assert change["std_error"] == pytest.approx(np.hypot(*alone), rel=1e-12)
    line = padai.glm(both, "y ~ 1")
    weights = both.weights
    z = weights * (both.frame["y"] - line.coef[0]) / weights.sum()
    forms = sum(form.variance(z.to_numpy()[:, None]) for form in both.sample.forms)
    assert line.std_error[0] ** 2 == pytest.approx(forms.item(), rel=1e-10)


# --- refused --------------------------------------------------------------------------------------

FRAME = pd.DataFrame(
    {
        "id": list("abcdef"),
        "y": [1.0, 2, 4, 3, 5, 6],
        "p": [0.5, 0.4, 0.6, 0.5, 0.5, 0.2],
        "bad": [0.5, 1.4, 0.6, 0.5, 0.5, 0.2],
        "town": list("aabbcc"),
        "h": list("aabbbc"),
        "one": list("aaaaab"),
        "w": [0.5, 2, 2, 2, 2, 2],
        "N": 30,
        "followed": [True, True, True, True, False, False],
        "r": [1, 0, 1, 1, 1, 1],
        "said": ["yes", "no", "yes", "no", "yes", "no"],
        "none": False,
        "blank": [1, 0, None, 1, 1, 1],
    }
)
SQUARE = np.full((6, 6), 0.1) + np.diag(FRAME["p"] - 0.1)


def joint(matrix: Any) -> Design:
    return Design(fpc="p", pps=padai.JointProbabilities(matrix))


def follow(first: Design | None = None, second: Design | None = None, **given: Any) -> Wave:
    given = {"subset": "followed", **given}
    return Wave(FRAME, TwoPhase(first or Design(), second or Design(), **given))


REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    "no probabilities": (lambda: Design(pps="brewer"), "fpc="),
    "unknown": (lambda: Design(fpc="p", pps="brewers"), "brewer"),  # type: ignore[arg-type]
    "not a way": (lambda: Design(fpc="p", pps=True), "bool"),  # type: ignore[arg-type]
    "formula": (lambda: Design(fpc="p", pps="overton", variance="SYG"), "'YG'"),  # type: ignore[arg-type]
    "formula without pps": (lambda: Design(variance="YG"), "pps="),
    "one formula": (lambda: Design(fpc="p", pps="brewer", variance="YG"), "brewer"),
    "stages": (lambda: Design(psu=("town", "id"), fpc=("p", "p"), pps="overton"), "brewer"),
    "a stage without": (lambda: Design(psu=("town", "id"), fpc="p", pps="brewer"), "2"),
    "lonely": (lambda: Design(fpc="p", pps="brewer", lonely_psu="adjust"), "certainty"),
    "replicates": (
        lambda: Design(fpc="p", pps="brewer", replicates=padai.Bootstrap(prefix="w")), "replicate",
    ),
    "sizes": (lambda: Wave(FRAME, Design(fpc="N", pps="brewer")), "'N'"),
    "above one": (lambda: Wave(FRAME, Design(fpc="bad", pps="overton")), "1 of 6"),
    "varies": (lambda: Wave(FRAME, Design(psu="town", fpc="p", pps="brewer")), "several"),
    "lonely psu": (lambda: Wave(FRAME, Design(stratum="one", fpc="p", pps="brewer")), "'b'"),
    "mean square": (lambda: padai.HartleyRao(3), "at most 1"),
    "a stratum without": (
        lambda: Wave(FRAME, Design(stratum="h", fpc="p", pps=padai.HartleyRao({"a": 0.1}))), "'b'",
    ),
    "not square": (lambda: joint(SQUARE[:5]), "square"),
    "not numbers": (lambda: joint([["a"]]), "numbers"),
    "impossible pair": (lambda: joint(np.eye(6) * 0.5), "could not be drawn"),
    "asymmetric": (lambda: joint(SQUARE + np.triu(SQUARE, 1) * 0.5), "symmetric"),
    "too probable": (lambda: joint(np.full((6, 6), 0.9) - np.eye(6) * 0.5), "more probable"),
    "of other units": (lambda: Wave(FRAME, joint(SQUARE[:5, :5])), "5 units"),
    "other probabilities": (lambda: Wave(FRAME.assign(p=0.5), joint(SQUARE)), "fpc"),
    "without labels": (
        lambda: Wave(FRAME, Design(id="id", fpc="p", pps=padai.JointProbabilities(SQUARE))), "label",
    ),
    "a phase": (lambda: TwoPhase("w", Design(), subset="followed"), "str"),  # type: ignore[arg-type]
    "a method": (lambda: follow(method="exact"), "simple"),
    "no subset": (lambda: follow(subset="follow"), "followed"),
    "subset of words": (lambda: follow(subset="said"), "6 of 6"),
    "subset with blanks": (lambda: follow(subset="blank"), "1 of 6"),
    "nobody": (lambda: follow(subset="none"), "no row"),
    "a stratum not followed": (lambda: follow(second=Design(stratum="h")), "'c'"),
    "followed in part": (lambda: follow(second=Design(psu="one")), "whole"),
    "phase of replicates": (lambda: follow(Design(replicates=padai.Bootstrap(prefix="w"))), "replicate"),
    "phase of pps": (lambda: follow(Design(fpc="p", pps="brewer")), "pps"),
    "weights under one": (lambda: follow(Design(weight="w")), "below 1"),
    "strata without sizes": (lambda: follow(Design(stratum="h")), "fpc="),
    "second weights": (lambda: follow(second=Design(weight="w")), "second.weight"),
    "two stages, simple": (
        lambda: follow(Design(psu=("town", "id"), fpc=("N", "N")), method="simple"), "'full'",
    ),
    "two stages in the second": (lambda: follow(second=Design(psu=("town", "id"))), "one stage"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_refused_with_a_sentence(case: str) -> None:
    made, words = REFUSED[case]
    with pytest.raises(PadaiError) as caught:
        made()
    english, french = caught.value.texts["en"], caught.value.texts["fr"]
    assert words in english
    assert french != english


DRAWN = Wave(FRAME, Design(fpc="p", pps="overton"), id="1")
FOLLOWED = Wave(FRAME, TwoPhase(Design(), Design(), subset="followed"), id="1")
NOT_HERE: dict[str, Callable[[Wave], object]] = {
    "replicates": lambda wave: padai.replicate_weights(wave, "jk1"),
    "non-response": lambda wave: padai.adjust_nonresponse(wave, "r", cells="h"),
    "bell-mccaffrey": lambda wave: padai.glm(wave, "y ~ 1", std_errors="bell-mccaffrey"),
    "witness": lambda wave: padai.mean(wave, "y").witness("r"),
    "other design": lambda wave: padai.stack([wave, Wave(FRAME, Design(), id="2")], overlap="none"),
    "a panel's replicates": lambda wave: padai.paired_change(
        _named(wave, "1"),
        _named(wave, "2"),
        "y",
        net={"few": ["1"]},
        weight="w",
        replicates=padai.Bootstrap(columns=["p", "bad"]),
    ),
    "overlap": lambda wave: padai.stack(
        [_named(wave, "1"), _named(wave, "2")], overlap="respondent"
    ),
}


def _named(wave: Wave, name: str) -> Wave:
    design = wave.design
    again = (
        TwoPhase(Design(id="id"), Design(), subset="followed")
        if isinstance(design, TwoPhase)
        else Design(id="id", fpc="p", pps="overton")
    )
    return Wave(FRAME, again, id=name)


@pytest.mark.parametrize("wave", [DRAWN, FOLLOWED], ids=["pps", "two phases"])
@pytest.mark.parametrize("verb", NOT_HERE)
def test_a_verb_without_these_designs_says_so(verb: str, wave: Wave) -> None:
    with pytest.raises(PadaiError) as caught:
        NOT_HERE[verb](wave)
    assert "two phases" in caught.value.texts["en"]
    assert "deux phases" in caught.value.texts["fr"]


def test_weights_of_two_phases_are_not_changed() -> None:
    for change in (
        lambda: padai.rake(FOLLOWED, {"town": {"a": 0.5, "b": 0.5}}, min_cell=1),
        lambda: padai.trim(FOLLOWED, upper=2.0),
    ):
        with pytest.raises(PadaiError, match="Calibrate the first phase"):
            change()


def test_a_negative_variance_is_refused_not_zero() -> None:
    """Horvitz and Thompson's estimate, of units that vary less than by their size."""
    frame = pd.DataFrame({"y": [5.0, 4.0, 6.0], "p": [0.5, 0.4, 0.6]})
    matrix = np.array([[0.5, 0.12, 0.2], [0.12, 0.4, 0.15], [0.2, 0.15, 0.6]])
    wave = Wave(frame, Design(fpc="p", pps=padai.JointProbabilities(matrix)))
    with pytest.raises(EstimationError, match="below zero"):
        padai.total(wave, "y")
    with speaking("fr"), pytest.raises(EstimationError, match="négative"):
        padai.total(wave, "y")
    other = Design(fpc="p", pps=padai.JointProbabilities(matrix), variance="YG")
    assert padai.total(Wave(frame, other), "y").frame["std_error"].item() == pytest.approx(0)


def test_what_a_wave_of_two_phases_keeps() -> None:
    assert len(FOLLOWED) == 4
    assert FOLLOWED.provenance["two_phase"] == {"first": 6, "second": 4, "method": "full"}
    assert FOLLOWED.weights.tolist() == [1.5] * 4
    assert set(TwoPhase(Design(fpc="N"), Design(stratum="h"), subset="s").columns) == {
        "N",
        "h",
        "s",
    }


@pytest.mark.parametrize("wave", [DRAWN, FOLLOWED], ids=["pps", "two phases"])
def test_a_panel_of_these_designs(wave: Wave) -> None:
    """The earlier wave's design holds, whichever weight: the mean change of who answered both."""
    one, two = _named(wave, "1"), _named(wave, "2")
    for weight in (None, "w"):
        found = padai.paired_change(one, two, "y", net={"few": ["1", "2"]}, weight=weight)
        assert np.isfinite(found.frame["estimate"].astype(float)).any()


def test_errors_of_two_kinds() -> None:
    with pytest.raises(ComparisonError):
        NOT_HERE["overlap"](DRAWN)
    with pytest.raises(DesignError):
        NOT_HERE["replicates"](DRAWN)
