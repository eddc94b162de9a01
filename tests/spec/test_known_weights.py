"""Weights that a reader knows: what whole people printed shares leave, and what is withheld for it.

The attacker has the printed shares and errors, the targets and how many people there are of each
age and diploma, which the tables of the two print; nothing of padai.
"""

from __future__ import annotations

import itertools
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest

import padai
from padai.disclosure import known_weights
from padai.disclosure.known_weights import KnownWeights
from padai.numerics.known_weights import KnownTable, agrees, other_people
from padai.pipeline.parts.confidential import shown_of
from tests.spec.test_joint_tables import disclosed, question, survey, wave_of

KEYS = ["question", "response", "breakdown", "group"]
SICK = ("ill", "ill1")


def raked(seed: int, ages: int = 4) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """People of each age and diploma, those who are ill, and their weights, raked to both."""
    rng = np.random.default_rng(seed)
    people = rng.integers(22, 48, (ages, 2))
    few, many = int(rng.integers(1, 5)), rng.integers(6, 14, ages - 1)
    ill = np.array(
        [rng.multinomial(m, n / n.sum()) for m, n in zip([few, *many], people, strict=True)]
    )
    targets = rng.dirichlet([20] * ages), rng.dirichlet([20, 20])
    weights = np.ones((ages, 2))
    for _ in range(400):
        weights *= (targets[0] / (weights * people).sum(1))[:, None]
        weights *= targets[1] / (weights * people).sum(0)
    return people, ill, weights * people.sum()


def frame_of(people: np.ndarray, ill: np.ndarray) -> tuple[pd.DataFrame, np.ndarray]:
    rows = [
        (f"ill{1 if k < ill[i, j] else 2}", f"age{i}", f"edu{j}", i, j)
        for i, j in np.ndindex(*people.shape)
        for k in range(people[i, j])
    ]
    frame = pd.DataFrame(rows, columns=["ill", "age", "edu", "i", "j"])
    return frame[["ill", "age", "edu"]], frame[["i", "j"]].to_numpy()


def agreeing(out: pd.DataFrame, people: np.ndarray, weights: np.ndarray) -> dict[str, set[int]]:
    """Return how many ill of each withheld age agree with all that is printed, two ages at most."""
    told = out.set_index(KEYS)["estimate"].round(3)
    ages, edus = people.shape
    whole = weights * people

    def agrees(ill: np.ndarray, of: np.ndarray, *key: str) -> bool:
        printed = told[(*SICK, *key)]
        return bool(pd.isna(printed) or abs(ill / of - printed) <= 0.0005 + 1e-9)

    ways = []
    for i in range(ages):
        every = itertools.product(*(range(min(n, 15) + 1) for n in people[i]))
        ways.append(
            [w for w in every if agrees((weights[i] * w).sum(), whole[i].sum(), "age", f"age{i}")]
        )
    dark = [i for i in range(ages) if pd.isna(told[(*SICK, "age", f"age{i}")])]
    assert len(dark) <= 2
    found: dict[str, set[int]] = {f"age{i}": set() for i in dark}
    light = [ways[i] for i in range(ages) if i not in dark]
    shown = [i for i in range(ages) if i not in dark]
    for known in itertools.product(*light):
        rest = sum((weights[i] * w for i, w in zip(shown, known, strict=True)), np.zeros(edus))
        for hidden in itertools.product(*(ways[i] for i in dark)):
            ill = rest + sum(weights[i] * w for i, w in zip(dark, hidden, strict=True))
            if agrees(ill.sum(), whole.sum(), "total", "total") and all(
                agrees(ill[j], whole[:, j].sum(), "edu", f"edu{j}") for j in range(edus)
            ):
                for i, w in zip(dark, hidden, strict=True):
                    found[f"age{i}"].add(sum(w))
    return found


def world(seed: int, ages: int = 4) -> tuple[pd.DataFrame, np.ndarray, np.ndarray, np.ndarray]:
    people, ill, weights = raked(seed, ages)
    frame, place = frame_of(people, ill)
    of = survey(
        question("ill", "12", sensitive=True),
        question("age", "0123"[:ages]),
        question("edu", "01"),
        by={"age": "age", "edu": "edu"},
    )
    out = disclosed(of, wave_of(of, frame, weights[tuple(place.T)]), linked=True)
    return out, people, ill, weights


TOLD = [3, 8]
"""Worlds in which the shares of two ages and two diplomas leave one way."""


@pytest.mark.parametrize("seed", TOLD)
def test_shares_of_people_whose_weights_are_known_told_a_withheld_count(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(KnownWeights, "allows", lambda *_: True)
    out, people, ill, weights = world(seed)
    found = agreeing(out, people, weights)
    assert found["age0"] == {int(ill[0].sum())}


@pytest.mark.parametrize("seed", TOLD)
def test_its_table_is_withheld_where_that_is_so(seed: int) -> None:
    out, *_ = world(seed)
    told = out.set_index(KEYS)["estimate"]
    assert all(pd.isna(told[(*SICK, "age", f"age{i}")]) for i in range(4))
    assert np.isfinite(told[(*SICK, "total", "total")])  # no more than is needed


def test_of_two_ages_the_total_goes_with_its_table(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as off:
        off.setattr(KnownWeights, "allows", lambda *_: True)
        out, people, ill, weights = world(3, ages=2)
    found = agreeing(out, people, weights)
    assert min(found["age1"]) >= 3  # of thirteen: it could not be one who is ill, nor fewer
    assert int(ill[0].sum()) in found["age0"]
    out, *_ = world(3, ages=2)  # is not stopped
    told = out.set_index(KEYS)["estimate"]
    assert pd.isna(told[(*SICK, "total", "total")])


# --- a plain design: its errors are equations, too ----------------------------------------------

SIZE = {"a": 60, "b": 40, "c": 60, "d": 60, "e": 120, "f": 60}
WEIGHT = {"a": 1.0, "b": 1.5, "c": 2.5, "d": 3.0, "e": 3.0, "f": 4.0}
GAVE = {"a": 6, "b": 3, "c": 5, "d": 8, "e": 10, "f": 6}


def by_region() -> pd.DataFrame:
    rows = [
        (f"ill{1 if k < GAVE[r] else 2}", f"region{r}", WEIGHT[r])
        for r in SIZE
        for k in range(SIZE[r])
    ]
    frame = pd.DataFrame(rows, columns=["ill", "region", "weight"])
    ill, region = question("ill", "12", sensitive=True), question("region", "abcdef")
    of = survey(ill, region, by={"region": "region"})
    wave = wave_of(of, frame[["ill", "region"]], frame["weight"].to_numpy())
    found = padai.banner(wave, ["ill", "region"], by=["region"])
    out = shown_of(of, "main", [found], None, [wave])
    return out.set_index(KEYS)[["estimate", "std_error"]]


def fillings(out: pd.DataFrame) -> list[dict[str, int]]:
    """Return the counts of withheld regions that agree with the whole and its printed error."""
    told = {r: out.loc[(*SICK, "region", f"region{r}"), "estimate"] for r in SIZE}
    dark = [r for r in SIZE if pd.isna(told[r])]
    if len(dark) > 2:
        return []
    light = {r: round(told[r] * SIZE[r]) for r in SIZE if r not in dark}
    whole = sum(SIZE[r] * WEIGHT[r] for r in SIZE)
    people, printed = sum(SIZE.values()), out.loc[(*SICK, "total", "total")]
    found = []
    for counts in itertools.product(*(range(SIZE[r] + 1) for r in dark)):
        every = light | dict(zip(dark, counts, strict=True))
        share = sum(WEIGHT[r] * every[r] for r in SIZE) / whole
        spread = sum(
            WEIGHT[r] ** 2 * (every[r] * (1 - share) ** 2 + (SIZE[r] - every[r]) * share**2)
            for r in SIZE
        )
        error = np.sqrt(people / (people - 1) * spread) / whole
        if round(share, 3) == round(printed["estimate"], 3) and round(error, 4) == round(
            printed["std_error"], 4
        ):
            found.append(dict(zip(dark, counts, strict=True)))
    return found


def test_the_error_of_people_weighed_by_region_told_two_withheld_regions(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(KnownWeights, "allows", lambda *_: True)
    assert fillings(by_region()) == [{"b": GAVE["b"], "c": GAVE["c"]}]


def test_and_tells_them_no_more() -> None:
    out = by_region()
    assert all(pd.isna(out.loc[(*SICK, "region", f"region{r}"), "estimate"]) for r in SIZE)
    assert fillings(out) == []


# --- a calibrated design: what calibration takes out moves with the answers ---------------------

FEW_OF = np.array([[70, 76], [68, 78], [12, 11]])
MORE_OF = np.array([[50, 76], [58, 70], [22, 21]])
TARGETS = {"region": [0.4, 0.4, 0.2], "edu": [0.42, 0.58]}


def calibrated(seed: int, people: np.ndarray = FEW_OF) -> tuple[pd.DataFrame, np.ndarray]:
    """Rake people who weigh alike to regions and diplomas; few of a region, which weighs the most."""
    ill = np.random.default_rng(seed).binomial(people, 0.06)
    frame, place = frame_of(people, ill)
    frame = frame.rename(columns={"age": "region"})
    frame["region"] = "region" + pd.Series(place[:, 0].astype(str))
    of = survey(
        question("ill", "12", sensitive=True),
        question("region", "012"),
        question("edu", "01"),
        by={"region": "region"},
    )
    drawn = wave_of(of, frame, np.ones(len(frame)))
    held = {
        name: {f"{name}{k}": share for k, share in enumerate(shares)}
        for name, shares in TARGETS.items()
    }
    wave = padai.rake(drawn, held)
    found = padai.banner(wave, ["ill", "region", "edu"], by=["region"])
    out = shown_of(of, "main", [found], None, [wave])
    return out.set_index(KEYS)[["estimate", "std_error"]], ill


def raked_weights(people: np.ndarray) -> np.ndarray:
    weights = np.ones(people.shape)
    for _ in range(400):
        weights *= (np.array(TARGETS["region"]) / (weights * people).sum(1))[:, None]
        weights *= np.array(TARGETS["edu"]) / (weights * people).sum(0)
    return weights


def error_of(ill: np.ndarray, people: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return the error of the whole for many tables, shape (tables, regions * diplomas)."""
    size, w = people.reshape(-1).astype(float), weights.reshape(-1)
    regions, edus = people.shape
    to = np.array(
        [np.r_[np.eye(regions)[i], np.eye(edus)[j]] for i, j in np.ndindex(*people.shape)]
    )
    share = (ill @ w)[:, None]
    fit = (ill - size * share) @ (to @ np.linalg.pinv(to.T @ (size[:, None] * to)) @ to.T)
    squares = w**2 * (ill * (1 - share - fit) ** 2 + (size - ill) * (share + fit) ** 2)
    return np.sqrt(size.sum() / (size.sum() - 1) * squares.sum(1))


def of_the_small_region(out: pd.DataFrame, people: np.ndarray = FEW_OF, *, error: bool) -> set[int]:
    """Return how many ill of the small region agree with the printed whole, and with its error."""
    told = out.loc[(*SICK, "total", "total")]
    weights = raked_weights(people)
    found = set()
    pairs = [np.array(list(itertools.product(range(23), repeat=2)))] * 2
    both = np.concatenate(
        [np.repeat(pairs[0], len(pairs[1]), 0), np.tile(pairs[1], (len(pairs[0]), 1))], 1
    )
    for few in itertools.product(range(8), repeat=2):
        weight = both @ weights[:2].reshape(-1) + float(weights[2] @ few)
        near = both[np.abs(weight - round(told["estimate"], 3)) <= 0.0005 + 1e-9]
        tables = np.concatenate([near, np.tile(few, (len(near), 1))], 1)
        if error and len(tables):
            off = np.abs(error_of(tables, people, weights) - round(told["std_error"], 4))
            tables = tables[off <= 0.00005 + 1e-9]
        if len(tables):
            found.add(sum(few))
    return found


@pytest.mark.parametrize(("seed", "left"), [(0, {3}), (1, {0, 1}), (2, {2}), (11, {2, 3})])
def test_the_error_of_a_raked_total_told_how_many_of_a_small_region(
    seed: int, left: set[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(KnownWeights, "_spreads", lambda *_: iter(()))
    out, ill = calibrated(seed)
    assert pd.isna(out.loc[(*SICK, "region", "region2"), "estimate"])
    assert set(range(7)) <= of_the_small_region(out, error=False)
    assert of_the_small_region(out, error=True) == left
    assert int(ill[2].sum()) in left


@pytest.mark.parametrize("seed", [0, 1, 2, 11])
def test_its_total_goes_with_its_table(seed: int) -> None:
    out, _ = calibrated(seed)
    assert pd.isna(out.loc[(*SICK, "total", "total"), "estimate"])


def test_a_total_of_which_the_error_leaves_a_choice_is_shown() -> None:
    out, _ = calibrated(4, MORE_OF)
    assert pd.isna(out.loc[(*SICK, "region", "region2"), "estimate"])
    assert np.isfinite(out.loc[(*SICK, "total", "total"), "estimate"])
    assert of_the_small_region(out, MORE_OF, error=True) == {1, 2, 3, 4, 5, 7}


SIX_OF = np.array([32, 23, 27, 29, 23, 16])
SICK_OF_SIX = np.array([4, 3, 3, 0, 1, 1])
SIX_TARGETS = np.array([2, 2, 2, 2, 2, 1]) / 11


def six_regions() -> pd.DataFrame:
    """People who weigh alike, raked to six regions, all of which are withheld."""
    frame, place = frame_of(SIX_OF[:, None], SICK_OF_SIX[:, None])
    frame = frame.assign(region="region" + pd.Series(place[:, 0].astype(str)))
    of = survey(
        question("ill", "12", sensitive=True), question("region", "012345"), by={"region": "region"}
    )
    held = {"region": {f"region{k}": share for k, share in enumerate(SIX_TARGETS)}}
    wave = padai.rake(wave_of(of, frame[["ill", "region"]], np.ones(len(frame))), held)
    found = padai.banner(wave, ["ill", "region"], by=["region"])
    out = shown_of(of, "main", [found], None, [wave]).set_index(KEYS)
    assert all(pd.isna(out.loc[(*SICK, "region", f"region{k}"), "estimate"]) for k in range(6))
    return out


def test_the_error_of_few_answers_told_six_withheld_regions(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as off:
        off.setattr(KnownWeights, "_spreads", lambda *_: iter(()))
        told = six_regions().loc[(*SICK, "total", "total")]
    every = np.array(list(itertools.product(range(8), repeat=6)))
    near = every[np.abs((every / SIX_OF) @ SIX_TARGETS - round(told["estimate"], 3)) <= 0.0005]
    people, inside = SIX_OF.sum(), near / SIX_OF * (1 - near / SIX_OF) / SIX_OF
    error = np.sqrt(people / (people - 1) * inside @ SIX_TARGETS**2)
    left = near[np.abs(error - round(told["std_error"], 4)) <= 0.00005]
    assert set(near[:, 5]) >= set(range(8))
    assert set(left[:, 5]) == {0, 1, 2, 3}  # never five
    assert (left == SICK_OF_SIX).all(axis=1).any()
    assert pd.isna(six_regions().loc[(*SICK, "total", "total"), "estimate"])


TABLE = KnownTable(
    np.array([4, 4]),
    np.array([[1.0, 0.0]]),
    np.array([[1.0, 3.0]]),
    np.array([4.9]),
    np.array([5.1]),
    np.array([True, False]),
    np.array([True, True]),
)
"""Four who weigh 1 and four who weigh 3; those who said yes weigh 5: two and one of them."""


def test_people_met_for_one_count_answer_for_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """What can be is proved by other people, who are looked for once."""
    looked: list[int] = []

    def counting(
        table: KnownTable, limit: int, *, most: bool, near: np.ndarray | None
    ) -> np.ndarray | None:
        looked.append(limit)
        return other_people(table, limit, most=most, near=near)

    monkeypatch.setattr(known_weights, "other_people", counting)
    reader = KnownWeights.__new__(KnownWeights)
    reader._met = {}
    aim: Any = SimpleNamespace(first="ill", second="age")
    assert reader._can_be(aim, TABLE, 3, most=True)
    assert reader._can_be(aim, TABLE, 3, most=False)
    assert looked == [3]
    assert not reader._can_be(aim, TABLE, 2, most=False)  # nobody met proves it, nor anybody else
    assert looked == [3, 2]


def test_people_who_do_not_give_a_printed_sum_prove_nothing() -> None:
    assert agrees(TABLE, np.array([[2, 1], [2, 3]]), 3, most=True)
    assert not agrees(TABLE, np.array([[2, 1], [2, 3]]), 2, most=False)
    assert not agrees(TABLE, np.array([[1, 1], [3, 3]]), 2, most=True)  # they weigh four
    assert not agrees(TABLE, np.array([[5, 0], [-1, 4]]), 3, most=True)
    assert not agrees(TABLE, np.array([[2, 1], [1, 3]]), 3, most=True)  # one is missing


# --- a group of fewer people than may be told of -------------------------------------------------


def of_three_sexes(silent: int) -> pd.DataFrame:
    """Return the tables of 309 people who weigh 1 or 3: nine of them are of a third sex."""
    rng = np.random.default_rng(7)
    sexes = np.repeat(["sex0", "sex1", "sex2"], [150, 150, 9])
    frame = pd.DataFrame({"ill": rng.choice(["ill1", "ill2"], 309), "sex": sexes})
    gone = rng.permutation(300)[:silent]
    frame.loc[gone, "ill"] = None
    weights = np.where(rng.random(309) < 0.5, 1.0, 3.0)
    of = survey(question("ill", "12"), question("sex", "012"), by={"sex": "sex"})
    return disclosed(of, wave_of(of, frame, weights), linked=True)


@pytest.mark.parametrize("silent", [0, 40], ids=["everybody answers", "some do not"])
def test_a_group_of_nine_is_withheld_with_another_and_stops_nothing(silent: int) -> None:
    """How many are in it is a count of its own: no table could make ten of nine."""
    out = of_three_sexes(silent)
    told = out[out["question"] == "ill"].set_index(KEYS)[["estimate", "n_base"]]
    dark = {
        sex
        for sex in ("sex0", "sex1", "sex2")
        if told.loc[[("ill", f"ill{k}", "sex", sex) for k in (1, 2)]].isna().all(axis=None)
    }
    assert "sex2" in dark
    assert len(dark) == 2  # of whom everything told is told of both together
    assert np.isfinite(told.loc[("ill", "ill1", "total", "total"), "estimate"])
