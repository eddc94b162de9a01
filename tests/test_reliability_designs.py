"""Reliability honours the design: its replicates, else a bootstrap of its psus within strata."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats

import padai
from padai.design import Bootstrap, Design, Jackknife
from padai.errors import DefinitionError, DesignError
from padai.numerics.reliability import alpha, eigenvalue_ratio, one_factor, weighted_covariance
from padai.trends.index import reliability
from padai.waves import Wave

ITEMS = ["a", "b", "c"]
RANGES = {name: (1.0, 5.0) for name in ITEMS}
TOWNS, EACH, COUNT = 16, 12, 30


def people(seed: int = 3, towns: int = TOWNS) -> pd.DataFrame:
    """People of towns that differ in what they think and in how steadily they answer."""
    draw = np.random.default_rng(seed)
    town = np.repeat(np.arange(towns), EACH)
    n = len(town)
    factor = (0.6 * draw.normal(size=towns))[town] + 0.8 * draw.normal(size=n)
    noise = np.exp(0.5 * draw.normal(size=towns))[town]
    raw = factor[:, None] + 0.8 * noise[:, None] * draw.normal(size=(n, 3))
    frame = pd.DataFrame(np.clip(np.round(1.2 * raw) + 3, 1, 5), columns=ITEMS)
    frame["w"], frame["town"] = draw.uniform(0.5, 2, n), town
    frame["h"] = town % 2
    drawn = draw.multinomial(towns - 1, np.full(towns, 1 / towns), size=COUNT).T
    weights = frame["w"].to_numpy()[:, None] * (drawn * towns / (towns - 1))[town]
    return frame.join(pd.DataFrame(weights, columns=[f"rw{r}" for r in range(COUNT)]))


def statistics(frame: pd.DataFrame, w: np.ndarray) -> list[float]:
    S = weighted_covariance((frame[ITEMS].to_numpy() - 1) / 4, w)
    return [alpha(S), one_factor(S).omega, eigenvalue_ratio(S)]


def found_of(wave: Wave, **options: object) -> pd.DataFrame:
    return reliability(wave, ITEMS, ranges=RANGES, **options).frame.set_index("statistic")


def test_a_file_with_replicates_is_the_loop_over_them() -> None:
    frame = people()
    wave = Wave(frame, Design(weight="w", replicates=Bootstrap(prefix="rw")))
    found = found_of(wave)
    every = np.array([statistics(frame, frame[f"rw{r}"].to_numpy()) for r in range(COUNT)])
    error = np.sqrt(((every - every.mean(axis=0)) ** 2).sum(axis=0) / (COUNT - 1))
    assert found["std_error"].tolist() == pytest.approx(error, rel=1e-6)
    # 16 towns, which the file does not name.
    assert found["df"].tolist() == [TOWNS - 1] * 3
    logs = np.log(1 - every[:, 0])
    half = stats.t.ppf(0.975, TOWNS - 1) * logs.std(ddof=1)
    centre = np.log(1 - found.loc["alpha", "estimate"])
    assert found.loc["alpha", ["conf_low", "conf_high"]].tolist() == pytest.approx(
        [1 - np.exp(centre + half), 1 - np.exp(centre - half)], rel=1e-10
    )
    assert found_of(wave, seed=7).equals(found)


def test_rows_are_no_units_where_replicates_say_otherwise() -> None:
    """What it said before: a bootstrap of rows, as if the people of a town were strangers."""
    frame = people()
    own = found_of(Wave(frame, Design(weight="w", replicates=Bootstrap(prefix="rw"))))
    rows = found_of(Wave(frame, Design(weight="w")), n=60)
    towns = found_of(Wave(frame, Design(weight="w", psu="town")), n=60)
    assert own.loc["alpha", "std_error"] > 1.4 * rows.loc["alpha", "std_error"]
    assert own.loc["alpha", "std_error"] == pytest.approx(towns.loc["alpha", "std_error"], rel=0.35)
    assert (towns.loc["alpha", "df"], rows.loc["alpha", "df"]) == (TOWNS - 1, len(frame) - 1)


def test_the_bootstrap_is_near_the_jackknife_of_the_psus() -> None:
    """A plain loop that leaves out one town after another, within strata."""
    frame = people()
    wave = Wave(frame, Design(weight="w", stratum="h", psu="town"))
    found = found_of(wave, n=400)
    without, scale = [], []
    for h in (0, 1):
        towns = sorted(set(frame.loc[frame["h"] == h, "town"]))
        for out in towns:
            w = frame["w"].to_numpy() * np.where(frame["town"] == out, 0, 1)
            w = w * np.where(frame["h"] == h, len(towns) / (len(towns) - 1), 1)
            without.append(statistics(frame, w))
            scale.append((len(towns) - 1) / len(towns))
    gap = np.array(without) - np.mean(without, axis=0)
    variance = np.array(scale) @ gap**2
    # 400 draws leave a Monte Carlo error of 3.5%; the two methods differ by their second order.
    assert found["std_error"].tolist() == pytest.approx(np.sqrt(variance), rel=0.15)
    assert found["df"].tolist() == [TOWNS - 2] * 3
    exact = found_of(padai.replicate_weights(wave, "jkn"))
    assert exact["std_error"].tolist() == pytest.approx(np.sqrt(variance), rel=1e-5)


def test_raked_replicates_are_used_as_they_were_raked() -> None:
    frame = people().assign(sex=lambda f: np.where(np.arange(len(f)) % 3 == 0, "F", "M"))
    bare = Wave(frame, Design(weight="w", replicates=Bootstrap(prefix="rw")))
    raked = padai.rake(bare, {"sex": {"F": 0.5, "M": 0.5}})
    found = found_of(raked)
    female, every = (frame["sex"] == "F").to_numpy(), []
    for r in range(COUNT):
        w = frame[f"rw{r}"].to_numpy()
        share = np.where(female, 0.5 / w[female].sum(), 0.5 / w[~female].sum())
        every.append(statistics(frame, w * share))
    assert found["std_error"].tolist() == pytest.approx(np.std(every, axis=0, ddof=1), rel=1e-6)
    assert found["df"].tolist() == [TOWNS - 1] * 3


def test_what_no_bootstrap_can_do_is_refused() -> None:
    lonely = people().assign(h=lambda f: np.where(f["town"] == 0, 9, 1))
    with pytest.raises(DesignError, match="single psu"):
        found_of(Wave(lonely, Design(weight="w", stratum="h", psu="town")))
    staged = people().assign(N=100, M=50, home=lambda f: np.arange(len(f)) // 2)
    design = Design(weight="w", psu=("town", "home"), fpc=("N", "M"))
    with pytest.raises(DesignError, match=r"padai.replicate_weights\(wave, 'jkn'"):
        found_of(Wave(staged, design))
    way_out = padai.replicate_weights(Wave(staged, design), "jk1", fpc="ignore")
    assert found_of(way_out).loc["alpha", "df"] == TOWNS - 1
    waves = [Wave(people(k), Design(weight="w"), id=str(k)) for k in (1, 2)]
    with pytest.raises(DefinitionError, match="one of its waves"):
        reliability(padai.stack(waves, overlap="none"), ITEMS, ranges=RANGES)


def test_an_item_that_stands_still_in_a_replicate_leaves_no_interval() -> None:
    frame = people(towns=2)
    frame["c"] = np.where(frame["town"] == 0, 3.0, frame["c"])
    jackknife = frame.assign(
        j0=frame["w"] * 2 * (frame["town"] == 0), j1=frame["w"] * 2 * (frame["town"] == 1)
    )
    found = found_of(Wave(jackknife, Design(weight="w", replicates=Jackknife(prefix="j"))))
    assert found["estimate"].notna().all()
    assert found[["std_error", "conf_low", "conf_high"]].isna().all(axis=None)
    assert found["reason"].tolist() == ["empty_replicate"] * 3


@pytest.mark.parametrize("replicated", [False, True])
def test_the_interval_covers_what_it_should_with_few_towns(replicated: bool) -> None:
    """Of 200 samples of 16 towns, where rows as units covered half of the time: 95%, three Monte
    Carlo errors of 1.5 points to each side."""
    pair = {"ranges": {k: RANGES[k] for k in "ab"}}
    many = people(99, towns=4000)
    true = alpha(weighted_covariance((many[["a", "b"]].to_numpy() - 1) / 4, np.ones(len(many))))
    design = Design(weight="w", psu=None if replicated else "town")
    if replicated:
        design = Design(weight="w", replicates=Bootstrap(prefix="rw"))
    hits = 0
    for seed in range(200):
        wave = Wave(people(1000 + seed), design)
        row = reliability(wave, ["a", "b"], n=60, seed=seed, **pair).frame.iloc[0]
        hits += row["conf_low"] <= true <= row["conf_high"]
    assert 0.905 <= hits / 200 <= 0.995
