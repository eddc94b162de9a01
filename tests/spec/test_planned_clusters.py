"""A plan of waves in clusters: by hand, by simulation, and what it asks where it cannot know."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai
from padai.design import Design
from padai.errors import DefinitionError, EstimationError, speaking
from padai.numerics.differences import equivalence_p
from padai.numerics.planning import TwoWaves, smallest_margin
from padai.waves import Wave, stack
from tests.builders import mini


def clustered(
    name: str,
    psus: int,
    each: int,
    share: np.ndarray,
    seed: int,
    place: np.ndarray | None = None,
    first: int = 0,
) -> Wave:
    """A wave in which each option of "run" is a question of its own share."""
    rng = np.random.default_rng(seed)
    if place is None:
        place = rng.normal(size=(psus, len(share)))
    own = rng.normal(size=(psus, each, len(share)))
    latent = math.sqrt(0.08) * place[:, None, :] + math.sqrt(0.92) * own
    threshold = np.array([math.sqrt(2) * _erfinv(2 * p - 1) for p in share])
    said = (latent < threshold).reshape(-1, len(share)).astype(np.int8)
    frame = pd.DataFrame(said, columns=[f"y{j}" for j in range(len(share))])
    frame["c"] = first + np.repeat(np.arange(psus), each)
    frame["g"] = np.where(np.arange(len(frame)) % each < each // 2, "u", "v")
    return Wave(frame, Design(psu="c", nest=False), id=name)


def _erfinv(x: float) -> float:
    from scipy.special import erfinv

    return float(erfinv(x))


def test_the_design_effect_grows_with_the_interviews_of_each_psu() -> None:
    wave = clustered("1", 40, 10, np.array([0.4]), 3)
    found = padai.plan(padai.proportion(wave, "y0", net="1"), n=[400, 800]).frame
    deff = found["deff"].iloc[0]
    icc = (deff - 1) / 9
    assert icc > 0.01
    assert found["cluster_size"].tolist() == [10, 10]
    assert found["icc"].tolist() == pytest.approx([icc, icc], rel=1e-9)
    assert found["deff_next"].tolist() == pytest.approx([deff, 1 + 19 * icc], rel=1e-9)
    p = found["estimate"].iloc[1]
    error = math.sqrt(p * (1 - p) * (deff / 400 + (1 + 19 * icc) / 800))
    assert found["std_error"].iloc[1] == pytest.approx(error, rel=1e-9)


def test_weights_and_unequal_clusters_by_hand() -> None:
    """Of two psus of 3 and 1, weights 1, 1, 2 and 4: b = (4^2 + 4^2) / 22, kish = 4 x 22 / 64."""
    from padai.numerics.clusters import cluster_sizes

    size, kish, count = cluster_sizes(
        np.array([1.0, 1, 2, 4]), np.array([0, 0, 0, 1]), np.ones((4, 1), bool)
    )
    assert (size[0], kish[0], count[0]) == (pytest.approx(32 / 22), 4 * 22 / 64, 2)


def test_groups_take_the_correlation_of_the_whole_and_their_own_cluster_size() -> None:
    wave = clustered("1", 40, 10, np.array([0.4]), 3)
    found = padai.plan(padai.proportion(wave, "y0", net="1", by="g"), n=800).frame
    assert found["cluster_size"].tolist() == [10, 5, 5]
    assert len(set(found["icc"])) == 1


def test_psus_added_with_the_interviews_keep_the_design_effect() -> None:
    wave = clustered("1", 40, 10, np.array([0.4]), 3)
    est = padai.proportion(wave, "y0", net="1")
    found = padai.plan(est, n=800, psus=80)
    row = found.frame.iloc[0]
    assert row["deff_next"] == pytest.approx(row["deff"], rel=1e-12)
    assert row["df"] == 39 + 79
    assert "80 primary units" in found.assumed("en")[0]
    assert "80 unités primaires" in found.assumed("fr")[0]


def test_what_shared_psus_bring_does_not_thin_out() -> None:
    place = np.random.default_rng(1).normal(size=(40, 1))
    share = np.array([0.5])
    waves = [clustered(str(k), 40, 10, share, 10 + k, place) for k in range(2)]
    trend = padai.trend(stack(waves, overlap="psu"), "y0", net="1")
    V = trend.cov()
    found = padai.plan(trend, n=[400, 1600]).frame
    for row in (found.iloc[0], found.iloc[1]):
        p = row["estimate"] * (1 - row["estimate"])
        after = p * row["deff_next"] / row["n_next"]
        last = p * row["deff"] / row["n_last"]
        # the same covariance, were both waves at the last one's variance
        r = V[0, 1] / math.sqrt(V[0, 0] * V[1, 1])
        assert row["correlation"] * math.sqrt(last * after) == pytest.approx(r * last, rel=1e-6)


@pytest.mark.parametrize("overlap", ["none", "psu"])
def test_twice_the_interviews_in_forty_psus_have_the_power_that_was_said(overlap: str) -> None:
    """600 runs: a Monte Carlo error is 1.6 points; a plan of fixed deff had 74%."""
    runs, psus = 600, 40
    rng = np.random.default_rng(20)
    lasting = rng.normal(size=(psus, runs))

    def field(name: str, each: int, share: np.ndarray) -> Wave:
        fresh = rng.normal(size=(psus, runs))
        place = fresh if overlap == "none" else math.sqrt(0.7) * lasting + math.sqrt(0.3) * fresh
        first = int(name) * psus if overlap == "none" else 0
        return clustered(name, psus, each, share, 100 + int(name), place, first)

    half, options = np.full(runs, 0.5), {"run": [f"y{j}" for j in range(runs)]}
    before, last = field("0", 10, half), field("1", 10, half)
    plan = padai.plan(padai.proportion(stack([before, last], overlap=overlap), options), n=800)
    rise, margin = (plan.frame[f"smallest_{name}"].to_numpy() for name in ("rise", "margin"))
    shown = []
    for change in (rise, np.zeros(runs)):
        both = stack([last, field("2", 20, half + change)], overlap=overlap)
        estimates = padai.proportion(both, options)
        shown.append(padai.difference(estimates, "2", "1", family="all", adjust="none").frame)
    assert 0.765 < (shown[0]["p_value"] < 0.05).mean() < 0.85
    numbers = (shown[1][name].to_numpy(float) for name in ("estimate", "std_error", "df"))
    assert 0.765 < (equivalence_p(*numbers, margin) < 0.05).mean() < 0.86


def replicated(psus: int = 30) -> padai.Estimates:
    wave = clustered("1", psus, 10, np.array([0.4]), 3)
    drawn = padai.replicate_weights(wave, "jk1")
    factors = np.ones((300, psus)) * psus / (psus - 1)
    factors[np.arange(300), np.repeat(np.arange(psus), 10)] = 0
    frame = wave.frame.drop(columns="c").assign(w=1.0)
    names = [f"r{k}" for k in range(psus)]
    frame[names] = factors
    assert drawn is not None
    design = Design(weight="w", replicates=padai.Jackknife(prefix="r"))
    return padai.proportion(Wave(frame, design, id="1"), "y0", net="1")


def test_replicate_weights_without_psus_are_asked_for_what_they_hide() -> None:
    est = replicated()
    same = padai.plan(est).frame.iloc[0]
    assert same["deff_next"] == same["deff"]
    for lang in ("en", "fr"):
        with speaking(lang):
            with pytest.raises(EstimationError) as refused:
                padai.plan(est, n=600)
            assert "icc=" in str(refused.value)
            assert "--psus" in str(refused.value)
            with pytest.raises(EstimationError):
                padai.plan(est, n=600, icc=0.05)
    apart = padai.plan(est, n=600, icc=0.0).frame.iloc[0]
    assert apart["deff_next"] == pytest.approx(apart["deff"])
    told = padai.plan(est, n=600, icc=0.05, psus=30).frame.iloc[0]
    expected = told["deff"] * (1 + 19 * 0.05) / (1 + 9 * 0.05)
    assert told["deff_next"] == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize(
    "asked", [{"icc": -0.1}, {"icc": 1.0}, {"psus": 1}, {"psus": 50, "alone": True}]
)
def test_what_makes_no_plan_of_clusters(asked: dict[str, float]) -> None:
    wave = clustered("1", 20, 5, np.array([0.4]), 3)
    if asked.pop("alone", False):
        wave = Wave(wave.frame, Design(), id="1")
    with pytest.raises(DefinitionError):
        padai.plan(padai.proportion(wave, "y0", net="1"), **asked)


# --- families -------------------------------------------------------------------------------------


def test_the_worked_margins_alone_and_in_a_family() -> None:
    """Two independent waves of 2,000 with deff 1.5 at one half: 5.7 points, 7.7 among fifteen."""
    one = np.ones(1)
    asked = TwoWaves(0.5 * one, 1.5 * one, 2000 * one, 2000 * one, 0 * one, np.inf * one)
    alone, among = (100 * smallest_margin(asked, 0.8, 0.05 / k)[0] for k in (1, 15))
    assert (round(alone, 1), round(among, 1)) == (5.7, 7.7)
    wave = Wave(pd.DataFrame({"q": [0, 1] * 1000}), Design(), id="1")
    half = padai.proportion(wave, "q", net="1")
    row = padai.plan(half, deff=1.5, family_size=15).frame.iloc[0]
    assert round(100 * row["margin_in_family"], 1) == 7.7
    assert round(100 * row["smallest_margin"], 1) == 7.7
    assert row["family_size"] == 15


def test_families_are_those_of_the_definition(tmp_path: Path) -> None:
    survey = padai.load_survey(mini(tmp_path))
    waves = stack([padai.read_wave(survey, w) for w in survey.waves], overlap="none")
    found = padai.plan(padai.trend(waves, "trust", net="trust", by="sex")).frame
    declared = {f.id: len(f.comparisons) for f in survey.families}
    whole = found.iloc[0]
    expected = declared.get(whole["family"], 1)
    assert whole["family_size"] == expected
    groups = found.iloc[1:]
    assert set(groups["family"]) == {"trust:sex"}
    assert set(groups["family_size"]) == {2.0}
    assert (groups["rise_in_family"] > groups["smallest_rise"]).all()
    assert (groups["margin_in_family"] > groups["smallest_margin"]).all()
