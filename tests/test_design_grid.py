"""Every public verb under every kind of design: it uses what the design says, or refuses.

The standard error of each number is that of a brute-force calculation (see `tests.design_grid`).
A verb that neither stands in `CASES` nor has a reason in `ELSEWHERE` fails.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy import stats

import padai
from padai.waves import Wave
from tests.builders import mini
from tests.design_grid import IDS, KINDS, Brute, World, degrees, people, world

BOTH = ("none", "respondent")
RANGES = {name: (1.0, 5.0) for name in ("i1", "i2", "i3")}
Check = Callable[[World, np.ndarray, str], None]

#: Public names that no row of the grid tries, and why.
ELSEWHERE = {
    "tipping_points": "works on differences, of which the variance is tried here; test_tipping",
    **dict.fromkeys(
        ("Survey", "Targets", "Design", "Bootstrap", "BalancedRepeated", "Fay", "Jackknife",
         "JackknifeN", "Replicates", "SuccessiveDifference", "Wave", "Stack", "Estimates",
         "Differences", "TwoPhase", "HartleyRao", "JointProbabilities"), "a type"),
    **dict.fromkeys(
        ("rake", "poststratify", "calibrate", "trim", "adjust_nonresponse", "replicate_weights",
         "write_wave"), "makes or keeps weights: test_design_grid_weights"),
    **dict.fromkeys(
        ("load_survey", "read_wave", "open_store", "build", "simulate", "draw_panel"),
        "takes no wave: a folder, a definition or a list of people"),
    **dict.fromkeys(("minipublic_change", "minipublic_profile"),
                    "unweighted by rule: exact tests of the participants alone"),
    **dict.fromkeys(("bend_test", "smooth", "plan"),
                    "takes Estimates of many waves, of which `trend` gives the covariance here"),
    **dict.fromkeys(
        ("small_area", "unit_model", "nonprob", "validation_errors"),
        "models of their own, each compared with R and by hand in tests of its own"),
    "adjust_p": "takes p-values, whatever the design that they came from",
    "validate": "lists findings, estimates nothing",
    "weighting_diagnostics": "describes the weights alone, of no sampling design",
    "expected_interviews": "counts respondents, without weights",
    "stack": "makes the stacks that half of the grid stands on",
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Case:
    """A verb, the numbers it gives, and how its standard errors relate to theirs.

    Attributes
    ----------
    numbers : callable
        World to point estimates.
    check : callable
        Given a world, the brute-force covariance of the numbers and the kind of design.
    second : bool
        Whether the second wave's respondents have a part in the numbers.
    overlaps : tuple of str
    iterated : bool
    refused : mapping
        Kinds of design that the verb refuses, and by what words.
    """

    verb: str
    numbers: Callable[[World], np.ndarray]
    check: Check
    second: bool = False
    overlaps: tuple[str, ...] = ("none",)
    iterated: bool = False


def errors(call: Callable[[World], pd.DataFrame], **more: object) -> Callable[[str], Case]:
    """The usual relation: `std_error` is the root of the variance of `estimate`."""

    def check(w: World, V: np.ndarray, kind: str) -> None:
        got, expected = call(w)["std_error"].to_numpy(float), np.sqrt(np.diag(V))
        # What the margins fix is zero but for the step by which weights were moved.
        assert got == pytest.approx(expected, rel=2e-5, abs=1e-6 * expected.max())

    def case(verb: str) -> Case:
        return Case(verb, lambda w: call(w)["estimate"].to_numpy(float), check, **more)  # type: ignore[arg-type]

    return case


def statistic(
    call: Callable[[World], float],
    numbers: Callable[[World], np.ndarray],
    formula: Callable[[np.ndarray, np.ndarray, str], float],
    **more: object,
) -> Callable[[str], Case]:
    """A test: its statistic is a formula of numbers and of their covariance."""

    def check(w: World, V: np.ndarray, kind: str) -> None:
        assert call(w) == pytest.approx(formula(numbers(w), V, kind), rel=5e-5)

    return lambda verb: Case(verb, numbers, check, **more)  # type: ignore[arg-type]


def wald(b: np.ndarray, V: np.ndarray, kind: str) -> float:
    return float(b @ np.linalg.solve(V, b)) / len(b)


def adjusted_wald(b: np.ndarray, V: np.ndarray, kind: str) -> float:
    df, k = degrees(kind), len(b)
    return wald(b, V, kind) * (df - k + 1) / df


# --- one wave ------------------------------------------------------------------------------------


def shares_of(w: World) -> np.ndarray:
    """Shares of the cells of age by yes, by plain sums."""
    frame, weight = w.one.frame, np.asarray(w.one.weights)
    cells = [(a, y) for a in (1, 2, 3) for y in (0, 1)]
    held = [weight[((frame["age"] == a) & (frame["yes"] == y)).to_numpy()].sum() for a, y in cells]
    return np.array(held) / weight.sum()


def rao_scott(p: np.ndarray, V: np.ndarray, kind: str) -> float:
    """Pearson's statistic over the trace of its design effects (Rao and Scott 1984)."""
    n, table = len(people(0)), p.reshape(3, 2)
    expected = np.outer(table.sum(1), table.sum(0))
    pearson = n * ((table - expected) ** 2 / expected).sum()
    row, col = np.repeat(np.arange(3), 2), np.tile([0, 1], 3)
    main = np.column_stack([np.ones(6), row == 1, row == 2, col == 1]).astype(float)
    cross = np.column_stack([(row == 1) & (col == 1), (row == 2) & (col == 1)]).astype(float)
    C = cross - main @ np.linalg.lstsq(main, cross, rcond=None)[0]
    D = np.diag(1 / p)
    delta = np.linalg.solve(C.T @ D @ C / n, C.T @ D @ V @ D @ C)
    return float(pearson / np.trace(delta))


def rank_means(w: World) -> np.ndarray:
    """Difference of the groups' mean ranks, the ranks being those of the sample at hand."""
    frame = w.one.frame
    weight = np.asarray(w.one.weights)
    ranks = _ranks()
    male = (frame["sex"] == "M").to_numpy()
    return np.array(
        [
            np.average(ranks[male], weights=weight[male])
            - np.average(ranks[~male], weights=weight[~male])
        ]
    )


@cache
def _ranks() -> np.ndarray:
    frame = people(0)
    x, w = frame["x"].to_numpy(), frame["w"].to_numpy()
    middle = [w[x < value].sum() + w[x == value].sum() / 2 for value in x]
    return np.array(middle) / w.sum()


def rank_check(w: World, V: np.ndarray, kind: str) -> None:
    """Ranks count as known, and in each replicate the influence of the full sample is summed."""
    test = padai.ranktest(w.one, "x", "sex")
    assert test.estimate == pytest.approx(rank_means(w)[0], rel=1e-10)
    if not KINDS[kind].replicated:
        assert test.std_error == pytest.approx(np.sqrt(V[0, 0]), rel=2e-5)
        return
    male = (people(0)["sex"] == "M").to_numpy()
    full, ranks, u = people(0)["w"].to_numpy(), _ranks(), np.zeros(len(male))
    for group, sign in ((male, 1), (~male, -1)):
        own = np.average(ranks[group], weights=full[group])
        u[group] = sign * (ranks[group] - own) / full[group].sum()
    from tests.design_grid import replicate_weights_of

    totals = [float(weight @ u) for weight in replicate_weights_of(0, KINDS[kind])]
    assert test.std_error == pytest.approx(np.std(totals, ddof=1), rel=1e-8)


def under_median(w: World) -> np.ndarray:
    frame, weight = w.one.frame, np.asarray(w.one.weights)
    return np.array([np.average(frame["x"] <= _median(), weights=weight)])


@cache
def _median() -> float:
    return _at(0.5)


def _at(share: float) -> float:
    """The smallest value with at least that share at or under it."""
    frame = people(0).sort_values("x")
    running = np.cumsum(frame["w"]) / frame["w"].sum()
    return float(frame["x"].to_numpy()[np.flatnonzero(running >= share - 1e-12)[0]])


def woodruff(w: World, V: np.ndarray, kind: str) -> None:
    """The interval of the share, read back as values, and half of it over t."""
    row = padai.quantile(w.one, "x", probs=[0.5]).frame.iloc[0]
    t = stats.t.ppf(0.975, degrees(kind))
    share, half = under_median(w)[0], t * np.sqrt(V[0, 0])
    low, high = _at(share - half), _at(share + half)
    assert row["estimate"] == _median()
    assert (row["conf_low"], row["conf_high"]) == (low, high)
    assert row["std_error"] == pytest.approx((high - low) / (2 * t), rel=1e-9)


def ages(w: World) -> np.ndarray:
    frame = padai.proportion(w.one, "yes", net={"y": [1]}, by="age").frame
    return frame.loc[frame["breakdown"] == "age", "estimate"].to_numpy(float)


def letters(w: World, V: np.ndarray, kind: str) -> None:
    """Who is above whom, pair by pair by a plain t."""
    est = padai.proportion(w.one, "yes", net={"y": [1]}, by="age")
    told = padai.column_letters(est, level=0.6, adjust="none", min_base=1).frame
    above, p = told.loc[told["breakdown"] == "age", "above"].tolist(), ages(w)
    df = [[est._source.degrees(np.array([i + 1, j + 1])) for j in range(3)] for i in range(3)]
    for i in range(3):
        won = []
        for j in range(3):
            error = np.sqrt(V[i, i] + V[j, j] - 2 * V[i, j]) if i != j else np.inf
            tail = 2 * stats.t.sf((p[i] - p[j]) / error, df[i][j])
            won += ["ABC"[j]] if p[i] > p[j] and tail < 0.4 else []
        assert above[i] == " ".join(won)


def three_means(w: World) -> np.ndarray:
    frame = padai.mean(w.one, "x", by="age").frame
    m = frame.loc[frame["breakdown"] == "age", "estimate"].to_numpy(float)
    return np.array([m[0] - m[1], m[1] - m[2]])


def wald_of_ages(w: World) -> float:
    est = padai.mean(w.one, "x", by="age")
    return padai.wald_test(est, [{"1": 1, "2": -1}, {"2": 1, "3": -1}]).statistic


def linear(w: World) -> padai.Estimates:
    return padai.glm(w.one, "x ~ z + C(age)")


def logit(w: World) -> padai.Estimates:
    return padai.glm(w.one, "yes ~ z + sex", family="binomial")


def ordered(w: World) -> padai.Estimates:
    return padai.ordinal(w.one, "q ~ z + sex")


def coefficients(model: padai.Estimates) -> pd.DataFrame:
    return model.frame


def rest_items(w: World) -> np.ndarray:
    """Coefficients of the groups in the model of the first item: what `invariance` tests."""
    frame = w.one.frame
    rest = ((frame["i2"] - 1) / 4 + (frame["i3"] - 1) / 4) / 2
    wave = w.one._changed(_frame=frame.assign(rest=rest), _coded={})
    model = padai.ordinal(wave, "i1 ~ rest * sex").frame.set_index("term")["estimate"]
    return model[[name for name in model.index if "sex" in name]].to_numpy(float)


def first_item(w: World) -> float:
    found = padai.invariance(w.one, list(RANGES), "sex", ranges=RANGES)
    return float(found.frame["statistic"].iloc[0])


def indexed(w: World) -> pd.DataFrame:
    return padai.mean(padai.with_index(w.one, "i", list(RANGES), ranges=RANGES), "i").frame


def cohorts(w: World) -> pd.DataFrame:
    dated = w.one._changed(date=dt.date(2025, 6, 1))
    made = padai.with_cohorts(dated, {"old": (1930, 1979), "new": (1980, 2010)}, age="years")
    return padai.mean(made, "x", by="cohort").frame


def against_rest(w: World) -> pd.DataFrame:
    wave = w.one._changed(
        survey=_survey(), _coded={}, _frame=w.one.frame.assign(trust=w.one.frame["q"])
    )
    return padai.difference_from_rest(wave, "trust", by="sex").frame


_KEPT: dict[str, padai.Survey] = {}


@pytest.fixture(scope="module", autouse=True)
def survey(tmp_path_factory: pytest.TempPathFactory) -> padai.Survey:
    folder: Path = tmp_path_factory.mktemp("grid")
    _KEPT["mini"] = padai.load_survey(mini(folder))
    return _KEPT["mini"]


def _survey() -> padai.Survey:
    return _KEPT["mini"]


# --- two waves -----------------------------------------------------------------------------------


def net(w: World) -> padai.Estimates:
    return padai.trend(w.both, "yes", net={"y": [1]}, by="sex")


def changes(w: World) -> pd.DataFrame:
    return padai.difference(net(w), IDS[1], IDS[0], family="one").frame


def total_change(w: World) -> np.ndarray:
    return changes(w)["estimate"].to_numpy(float)[:1]


def robust(w: World, V: np.ndarray, kind: str) -> None:
    found = padai.robustness(w.both, "yes", *IDS[::-1], net="1", family="one").frame.iloc[0]
    assert found["variant"] == "declared"
    assert found["estimate"] == pytest.approx(total_change(w)[0], rel=1e-10)
    assert found["std_error"] == pytest.approx(np.sqrt(V[0, 0]), rel=2e-5)


def doubled(w: World) -> pd.DataFrame:
    return padai.difference_of_differences(net(w), IDS[1], IDS[0], by="sex").frame


def yearly(w: World) -> pd.DataFrame:
    return padai.slope(net(w), times={IDS[0]: 2020.0, IDS[1]: 2022.5}).frame


def joint(w: World) -> float:
    return float(padai.joint_test(net(w), times={IDS[0]: 2020, IDS[1]: 2021}).frame["statistic"][0])


def standardised(w: World) -> pd.DataFrame:
    return padai.standardise(w.both, "yes", net="1", by="age", to=IDS[1]).frame


def modelled(w: World) -> pd.DataFrame:
    return padai.standardise_by_model(w.both, "x", net="mean", covariates="z", to=IDS[1]).frame


def parts(w: World) -> pd.DataFrame:
    return padai.part_contrast(w.one, w.two, "x", net="mean", by="age").frame


def who_left(w: World) -> pd.DataFrame:
    stayed = people(1)["id"] % 4 > 0
    after = Wave(people(1)[stayed], padai.Design(id="id"), id=IDS[1])
    return padai.attrition(w.one, after, ["sex"]).frame


def newcomers(w: World) -> pd.DataFrame:
    ids = w.two.frame["id"]
    after = w.two._changed(_frame=w.two.frame.assign(id=ids.where(ids % 3 > 0, ids + 5000)))
    return padai.conditioning(w.one, after, "x", net="mean").frame


def moved(w: World) -> pd.DataFrame:
    return padai.paired_change(w.one, w.two, "x", net="mean", weight=None, by="sex").frame


def turned(w: World) -> pd.DataFrame:
    found = padai.turnover(w.one, w.two, "yes", weight=None).frame
    of = found[["of_before", "of_before_std_error"]]
    of = of.set_axis(["estimate", "std_error"], axis=1)
    return pd.concat([found[["estimate", "std_error"]], of])


TWO = {"second": True, "overlaps": BOTH}
AGAIN = {"iterated": True}
CASES = [
    errors(lambda w: padai.proportion(w.one, ["q", "yes"], by="sex").frame)("proportion"),
    errors(lambda w: padai.banner(w.one, ["q", "yes"], by=["sex", "age"]).frame)("banner"),
    errors(lambda w: padai.mean(w.one, ["x", "z"], by="age").frame)("mean"),
    errors(lambda w: padai.total(w.one, ["x", "sex"], by="age").frame)("total"),
    errors(lambda w: padai.ratio(w.one, "x", "z", by="sex").frame)("ratio"),
    Case("quantile", under_median, woodruff),
    statistic(
        lambda w: padai.crosstab_test(w.one, "age", "yes").statistic, shares_of, rao_scott
    )("crosstab_test"),
    errors(lambda w: padai.ttest(w.one, "x", "sex").frame)("ttest"),
    Case("ranktest", rank_means, rank_check),
    statistic(wald_of_ages, three_means, adjusted_wald)("wald_test"),
    errors(lambda w: coefficients(linear(w)))("glm"),
    errors(lambda w: coefficients(logit(w)), **AGAIN)("glm"),
    errors(lambda w: coefficients(ordered(w)), **AGAIN)("ordinal"),
    errors(lambda w: padai.predict(logit(w), by="sex").frame, **AGAIN)("predict"),
    errors(lambda w: padai.predict(linear(w), {"z": [1.5, 2], "age": 2}).frame)("predict"),
    errors(lambda w: padai.marginal_effects(logit(w)).frame, **AGAIN)("marginal_effects"),
    statistic(
        lambda w: padai.term_test(linear(w), "age").statistic,
        lambda w: coefficients(linear(w))["estimate"].to_numpy()[-2:], wald,
    )("term_test"),
    Case("column_letters", ages, letters),
    errors(against_rest)("difference_from_rest"),
    errors(indexed)("with_index"),
    errors(cohorts)("with_cohorts"),
    statistic(first_item, rest_items, wald, **AGAIN)("invariance"),
    errors(lambda w: net(w).frame, **TWO)("trend"),
    errors(changes, **TWO)("difference"),
    Case("robustness", total_change, robust, **TWO),
    errors(doubled, **TWO)("difference_of_differences"),
    errors(yearly, **TWO)("slope"),
    statistic(joint, total_change, wald, **TWO)("joint_test"),
    errors(lambda w: padai.decompose(w.both, "x", net="mean", by="sex").frame, **TWO)("decompose"),
    errors(
        lambda w: padai.decompose_several(w.both, "x", net="mean", by=["sex", "age"]).frame, **TWO
    )("decompose_several"),
    errors(standardised, **TWO)("standardise"),
    errors(modelled, **TWO)("standardise_by_model"),
    errors(parts, second=True)("part_contrast"),
    errors(who_left, overlaps=("respondent",))("attrition"),
    errors(newcomers, second=True, overlaps=("respondent",))("conditioning"),
    errors(moved, overlaps=("respondent",))("paired_change"),
    errors(turned, overlaps=("respondent",))("turnover"),
]  # fmt: skip
NAMED = {f"{place}: {case.verb}": case for place, case in enumerate(CASES)}


@cache
def _brute(name: str, overlap: str) -> Brute:
    case = NAMED[name]
    found = Brute(case.numbers, case.second, overlap, case.iterated)
    if case.overlaps == BOTH and overlap == BOTH[1]:  # who returns changes no estimate
        found._moves = _brute(name, BOTH[0]).moves
    return found


@pytest.mark.parametrize(
    ("name", "overlap"), [(name, o) for name, case in NAMED.items() for o in case.overlaps]
)
@pytest.mark.parametrize("kind", KINDS)
def test_the_standard_error_is_that_of_brute_force(name: str, overlap: str, kind: str) -> None:
    given = world(kind, overlap)
    NAMED[name].check(given, _brute(name, overlap).covariance(kind), kind)


@pytest.mark.parametrize("kind", KINDS)
def test_degrees_of_freedom_are_those_of_the_design(kind: str) -> None:
    given = world(kind)
    for est in (padai.mean(given.one, "x"), padai.proportion(given.one, "yes")):
        assert est.frame["df"].iloc[0] == degrees(kind)
    assert changes(given)["df"].iloc[0] == 2 * degrees(kind)
    assert changes(world(kind, "respondent"))["df"].iloc[0] == degrees(kind)
    assert linear(given).details["design_df"] == degrees(kind)


def test_every_public_name_is_tried_or_excused() -> None:
    from tests.test_design_grid_weights import TRIED

    tried = {case.verb for case in CASES} | TRIED
    public = set(padai.__all__) - {"__version__"}
    assert not public - tried - set(ELSEWHERE), "neither in the grid nor excused"
    assert not set(ELSEWHERE) - public, "excused, and not public"
    assert all(len(reason) > 5 for reason in ELSEWHERE.values())
    excused_here = {n for n, why in ELSEWHERE.items() if "test_design_grid_weights" in why}
    assert excused_here <= TRIED
