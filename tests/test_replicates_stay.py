"""Replicate weights go through every later choice of weights, whenever they were made."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import padai
from padai.design import Design
from padai.trends.schemes import base_weighted, trimmed, untrimmed
from padai.waves import Wave

MARGINS = {"sex": {"F": 0.5, "M": 0.5}, "age": {"a": 0.3, "b": 0.7}}


def drawn(seed: int = 1) -> Wave:
    draw = np.random.default_rng(seed)
    n = 120
    frame = pd.DataFrame(
        {
            "w": draw.uniform(0.5, 2, n),
            "h": np.arange(n) % 2,
            "c": np.arange(n) // 10,
            "sex": draw.choice(["F", "M"], n),
            "age": draw.choice(["a", "b"], n),
            "y": draw.normal(size=n) + np.arange(n) // 10,
        }
    )
    return Wave(frame, Design(weight="w", stratum="h", psu="c"))


def error(wave: Wave) -> float:
    return float(padai.mean(wave, "y").frame["std_error"].iloc[0])


def test_made_before_or_after_raking_they_are_the_same() -> None:
    after = padai.replicate_weights(padai.rake(drawn(), MARGINS), "jkn")
    before = padai.rake(padai.replicate_weights(drawn(), "jkn"), MARGINS)
    assert error(after) == pytest.approx(error(before), rel=1e-9)
    for change in (
        lambda w: padai.trim(w, upper=2.2, rerake=True),
        lambda w: trimmed(w, 1.6),
        base_weighted,
        lambda w: untrimmed(padai.trim(w, upper=2.2)),
    ):
        one, other = change(after), change(before)
        assert one.sample.replicates is not None, "replicates were dropped"
        assert error(one) == pytest.approx(error(other), rel=1e-9)
        assert change(after.without_replicates()).sample.replicates is None


def test_so_they_are_in_a_chain_of_calibrations() -> None:
    def twice(wave: Wave) -> Wave:
        return padai.poststratify(padai.rake(wave, MARGINS), {"age": {"a": 0.4, "b": 0.6}})

    after = padai.replicate_weights(twice(drawn()), "jkn")
    before = twice(padai.replicate_weights(drawn(), "jkn"))
    assert error(after) == pytest.approx(error(before), rel=1e-9)
    trims = [padai.trim(wave, upper=2.4, rerake=True) for wave in (after, before)]
    assert error(trims[0]) == pytest.approx(error(trims[1]), rel=1e-9)


def test_other_choices_of_weights_keep_the_replicates_of_a_change() -> None:
    """`robustness` weighs anew; its standard errors come from the replicates all the same."""
    waves = []
    for k in (1, 2):
        frame = drawn(k).frame.assign(yes=lambda f: (f["y"] > 5).astype(int))
        wave = padai.rake(Wave(frame, drawn().design, id=str(k)), MARGINS)
        waves.append(padai.replicate_weights(wave, "jkn"))
    both = padai.stack(waves, overlap="none")
    found = padai.robustness(
        both, "yes", net="1", later="2", earlier="1", family="one", trim_at=1.6
    ).frame
    rows = found.set_index("variant")
    by_hand = padai.stack([trimmed(wave, 1.6) for wave in waves], overlap="none")
    change = padai.difference(
        padai.proportion(by_hand, "yes", net="1"), "2", "1", family="one"
    ).frame
    linear = padai.stack([trimmed(w.without_replicates(), 1.6) for w in waves], overlap="none")
    other = padai.difference(padai.proportion(linear, "yes", net="1"), "2", "1", family="one").frame
    got = rows.loc["trimmed", "std_error"]
    assert got == pytest.approx(change["std_error"].iloc[0], rel=1e-12)
    assert got != pytest.approx(other["std_error"].iloc[0], rel=1e-6)
