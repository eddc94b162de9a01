"""The rescaled multistage bootstrap by what it promises: over all its draws, the variance itself."""

from __future__ import annotations

import itertools
import json
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy import stats

import padai
from padai.errors import DesignError
from padai.numerics.designs import Stage
from padai.numerics.multistage_bootstrap import factors, halves


def sample() -> padai.Wave:
    """Two strata of three and two psus, each of two to four people, all of populations known."""
    sizes = {0: 3, 1: 2, 2: 2, 3: 4, 4: 2}
    psu = np.repeat(list(sizes), list(sizes.values()))
    frame = pd.DataFrame({"psu": psu, "h": np.where(psu < 3, "a", "b"), "id": np.arange(len(psu))})
    frame["psus"] = np.where(psu < 3, 7, 5)
    frame["people"] = frame["psu"].map(sizes) * 3 - 1
    frame["y"] = np.random.default_rng(3).normal(10, 4, len(psu))
    return padai.Wave(frame, padai.Design(stratum="h", psu=("psu", "id"), fpc=("psus", "people")))


def every_draw(stage: Stage) -> list[np.ndarray]:
    """Each way of keeping the halves of one stage's strata."""
    half, found = halves(stage), []
    ways = [
        itertools.combinations(np.flatnonzero(stage.stratum_of_psu == h), int(half[h]))
        for h in range(stage.n_strata)
    ]
    for chosen in itertools.product(*ways):
        kept = np.zeros(stage.n_psus, dtype=bool)
        kept[list(itertools.chain(*chosen))] = True
        found.append(kept)
    return found


def test_over_all_draws_it_is_the_variance_of_both_stages() -> None:
    wave = sample()
    stages = wave.sample.stages
    pairs = list(itertools.product(*(every_draw(stage) for stage in stages)))
    kept = [np.array([pair[k] for pair in pairs]).T for k in range(2)]
    made = factors(stages, kept)
    assert made.min() >= 0
    assert made.mean(axis=1) == pytest.approx(np.ones(len(made)), rel=1e-12)
    w, y = np.asarray(wave.weights), wave.frame["y"].to_numpy()
    totals = (w * y) @ made
    wanted = padai.total(wave, "y").frame["std_error"].iloc[0] ** 2
    assert ((totals - w @ y) ** 2).mean() == pytest.approx(wanted, rel=1e-10)


# --- the draws ------------------------------------------------------------------------------------

FARTHEST = stats.norm.isf(1e-6)
"""Standard errors, known from the law of the draws: one in a million lies further on a side."""


@cache
def law() -> np.ndarray:
    """The factors of the rows under each draw there is, all equally likely: shape (13, draws)."""
    stages = sample().sample.stages
    pairs = list(itertools.product(*(every_draw(stage) for stage in stages)))
    return factors(stages, [np.array([pair[k] for pair in pairs]).T for k in range(2)])


def far_from_the_law(mean: np.ndarray, about_one: np.ndarray, count: int) -> float:
    """Return how far moments of `count` replicates lie, in standard errors of the law itself.

    The moments are of each row, and of each two rows together, about one.
    """
    every = law()
    pairs = (every[:, None, :] - 1) * (every[None, :, :] - 1)
    found = []
    for values, drawn in ((every, mean), (pairs, about_one)):
        spread = values.std(axis=-1) / np.sqrt(count)
        off = np.abs(drawn - values.mean(axis=-1))
        moves = spread > 1e-12
        assert off[~moves] == pytest.approx(0, abs=1e-9)
        found.append((off[moves] / spread[moves]).max())
    return float(max(found))


def test_drawn_replicates_have_the_moments_of_the_law() -> None:
    """Within the Monte Carlo error that the law itself gives: no tolerance is chosen."""
    wave, count = sample(), 20_000
    made = padai.replicate_weights(wave, "mrbbootstrap", n=count, seed=2).sample.replicates
    assert made is not None
    values = made.values
    about_one = (values - 1) @ (values - 1).T / count
    assert far_from_the_law(values.mean(axis=1), about_one, count) < FARTHEST
    # the test can fail: units kept a little too often, and one replicate in forty left whole
    kept = values.copy()
    kept[:, : count // 40] = 1
    spoiled = (kept - 1) @ (kept - 1).T / count
    assert far_from_the_law(kept.mean(axis=1), spoiled, count) > FARTHEST


def test_the_replicates_of_r_have_the_same_law() -> None:
    """20,000 of R's survey 4.5, of this very sample (tests/reference/r45/moments.R)."""
    place = Path(__file__).parents[1] / "reference" / "r45" / "moments.json"
    file = json.loads(place.read_text(encoding="utf-8"))
    assert file["meta"]["survey"] == "4.5"
    refs = file["refs"]
    moments = (np.array(refs[name]) for name in ("mean", "about_one"))
    assert far_from_the_law(*moments, refs["replicates"]) < FARTHEST


def test_each_draw_is_as_likely_as_another() -> None:
    """By a chi-square over the 864 ways of keeping halves, each seen some 23 times."""
    wave, count = sample(), 20_000
    made = padai.replicate_weights(wave, "mrbbootstrap", n=count, seed=5).sample.replicates
    assert made is not None
    seen, often = np.unique(np.round(made.values, 9), axis=1, return_counts=True)
    told, ways = np.unique(np.round(law(), 9), axis=1, return_counts=True)
    assert (seen == told).all()
    expected = count * ways / ways.sum()
    chi2 = float(((often - expected) ** 2 / expected).sum())
    assert 1e-6 < stats.chi2.sf(chi2, len(ways) - 1) < 1 - 1e-6


def test_the_variance_of_drawn_replicates_is_that_of_both_stages() -> None:
    wave, count = sample(), 20_000
    made, again = (padai.replicate_weights(wave, "mrbbootstrap", n=count, seed=2) for _ in range(2))
    row, plain = (padai.total(w, "y").frame.iloc[0] for w in (made, wave))
    w, y = np.asarray(wave.weights), wave.frame["y"].to_numpy()
    off = (w * y) @ (law() - 1)
    error = np.sqrt(((off**2).var()) / count)  # of the mean of squares, from the fourth moment
    assert abs(row["std_error"] ** 2 - plain["std_error"] ** 2) < FARTHEST * error
    assert row["df"] == plain["df"]
    values = [w.sample.replicates.values for w in (made, again)]  # type: ignore[union-attr]
    assert (values[0] == values[1]).all()


# --- what else it sees ----------------------------------------------------------------------------


def test_without_a_finite_correction_it_sees_the_first_stage() -> None:
    wave = sample()
    made = padai.replicate_weights(wave, "mrbbootstrap", n=50, seed=2, fpc="ignore")
    found = made.sample.replicates
    assert found is not None
    for psu in range(5):
        own = found.values[(wave.frame["psu"] == psu).to_numpy()]
        assert (own == own[0]).all()


def test_what_it_cannot_do_is_refused() -> None:
    wave = sample()
    with pytest.raises(DesignError, match="give seed="):
        padai.replicate_weights(wave, "mrbbootstrap")
    with pytest.raises(DesignError, match="n=1 replicates give no variance"):
        padai.replicate_weights(wave, "mrbbootstrap", n=1, seed=1)
    with pytest.raises(DesignError, match="'jkn' replicates see the first stage only"):
        padai.replicate_weights(wave, "jkn")
    alone = wave.frame[wave.frame["psu"] != 4]
    lone = padai.Wave(alone, wave.design)
    with pytest.raises(DesignError, match="stratum 'b' of stage 1 has a single unit"):
        padai.replicate_weights(lone, "mrbbootstrap", seed=1)


def test_what_lies_under_a_certainty_unit_has_its_error() -> None:
    """R's survey 4.5 gives 0 here, and 17 by linearisation."""
    frame = pd.DataFrame(
        {
            "h": [1, 1, 1, 2, 2, 2, 2],
            "psu": [1, 1, 1, 2, 2, 3, 3],
            "id": range(7),
            "psus": [1, 1, 1, 5, 5, 5, 5],
            "people": 9,
            "y": [1.0, 5, 9, 2, 3, 4, 8],
        }
    )
    design = padai.Design(stratum="h", psu=("psu", "id"), fpc=("psus", "people"))
    wave = padai.Wave(frame, design)
    made = padai.replicate_weights(wave, "mrbbootstrap", n=4000, seed=1)
    own = padai.total(made, "y", where={"h": 1}).frame["std_error"].iloc[0]
    assert own == pytest.approx(16.970562748, rel=0.03)
