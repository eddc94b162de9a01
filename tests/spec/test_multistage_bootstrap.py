"""The rescaled multistage bootstrap by what it promises: over all its draws, the variance itself."""

from __future__ import annotations

import itertools

import numpy as np
import pandas as pd
import pytest

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


def test_drawn_replicates_come_near_it_and_repeat() -> None:
    wave = sample()
    made = padai.replicate_weights(wave, "mrbbootstrap", n=4000, seed=2)
    again = padai.replicate_weights(wave, "mrbbootstrap", n=4000, seed=2)
    row, plain = (padai.total(w, "y").frame.iloc[0] for w in (made, wave))
    assert row["std_error"] == pytest.approx(plain["std_error"], rel=0.05)
    assert row["df"] == plain["df"]
    values = [w.sample.replicates.values for w in (made, again)]  # type: ignore[union-attr]
    assert (values[0] == values[1]).all()


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
