"""Covariances between groups from sums are those of the influence values, whatever the design."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import padai
from padai.estimation.sources import PlanSource, WaveSource

DESIGNS: dict[str, dict[str, Any]] = {
    "simple": {"weight": "w"},
    "stratified": {"weight": "w", "stratum": "h"},
    "census": {"weight": "w", "stratum": "h", "fpc": "N"},
    "clusters": {"weight": "w", "stratum": "h", "psu": "c"},
    "lonely": {"weight": "w", "stratum": "alone", "lonely_psu": "adjust"},
    "averaged": {"weight": "w", "stratum": "alone", "lonely_psu": "average"},
}


def wave(seed: int, design: str, raked: bool) -> padai.Wave:
    rng = np.random.default_rng(seed)
    n = 120
    h = rng.integers(0, 3, n)
    alone = np.where(np.arange(n) == 0, 9, h)
    frame = pd.DataFrame(
        {
            "w": rng.uniform(0.5, 2, n),
            "h": h,
            "N": 90.0,
            "alone": alone,
            "c": rng.integers(0, 8, n),
            "q": rng.choice([1.0, 2.0, 3.0, np.nan], n),
            "r": rng.integers(0, 2, n),
            "g": rng.choice(["a", "b", "c", None], n),
            "k": rng.choice(["x", "y"], n),
            "sex": rng.choice(["F", "M"], n),
        }
    )
    made = padai.Wave(frame, padai.Design(**DESIGNS[design]), id="1")
    targets = {"sex": {"F": 0.5, "M": 0.5}, "h": {"0": 0.3, "1": 0.3, "2": 0.4}}
    return padai.rake(made, targets) if raked else made


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.integers(0, 2**32 - 1), st.sampled_from(sorted(DESIGNS)), st.booleans())
def test_pairs_of_groups_are_those_of_the_influence_values(
    seed: int, design: str, raked: bool
) -> None:
    found = padai.proportion(wave(seed, design, raked), ["q", "r"], by=["g", "k"])
    source = found._attached_source()
    assert isinstance(source, PlanSource)
    for question, responses in (("q", ["1", "2", "3"]), ("r", ["0", "1"])):
        for breakdown in ("g", "k"):
            rows = np.array(
                [found.rows(question=question, response=r, breakdown=breakdown) for r in responses]
            )
            one_by_one = WaveSource.among_groups(source, rows)
            at_once = source.among_groups(rows)
            apart = ~np.eye(rows.shape[1], dtype=bool)
            assert at_once.covariance[:, apart] == pytest.approx(
                one_by_one.covariance[:, apart], rel=1e-8, abs=1e-14
            )
            assert (at_once.df[:, apart] == one_by_one.df[:, apart]).all()
