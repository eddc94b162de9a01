"""Covariances of pairs of waves from sums equal those from every row."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from padai.design import Design
from padai.estimation.moments import mean
from padai.estimation.proportions import proportion
from padai.waves.stacking import stack
from padai.waves.wave import Wave
from padai.weighting import rake


def waves(clustered: bool, raked: bool, fpc: bool = False):
    rng = np.random.default_rng(3)
    made = []
    for number, first in enumerate((0, 60)):
        ids = np.arange(first, first + 150)
        data = pd.DataFrame(
            {
                "id": ids,
                "h": ids % 4,
                "c": ids % 28,
                "w": rng.gamma(4, 1, 150) + 0.2,
                "q": np.where(rng.random(150) < 0.1, np.nan, rng.integers(1, 5, 150)),
                "r": rng.integers(0, 2, 150),
                "sex": (ids // 3) % 2,
                "age": (ids // 7 + number) % 3,
                "N": 500,
            }
        )
        design = Design(
            weight="w",
            stratum="h",
            psu="c" if clustered else None,
            id="id",
            fpc="N" if fpc else None,
        )
        wave = Wave(data, design, id=str(2020 + number))
        if raked:
            targets = {
                "sex": {"0": 0.5, "1": 0.5},
                "age": {"0": 0.3, "1": 0.3, "2": 0.4},
            }
            wave = rake(wave, targets)
        made.append(wave)
    return stack(made, overlap="respondent")


@pytest.mark.parametrize("fpc", [False, True])
@pytest.mark.parametrize("raked", [False, True])
@pytest.mark.parametrize("clustered", [False, True])
def test_sums_equal_rows(clustered, raked, fpc):
    est = proportion(
        waves(clustered, raked, fpc),
        ["q", "r"],
        by=["sex", "age", "sex*age"],
        net=None,
    )
    half = len(est) // 2
    later, earlier = np.arange(half, 2 * half), np.arange(half)
    source = est._source
    assert source._from_sums(later, earlier)
    fast, df = source.paired(later, earlier)
    slow, slow_df = source._paired_one_by_one(later, earlier)
    scale = np.sqrt(est.frame["std_error"][later].to_numpy() * est.frame["std_error"][earlier])
    assert np.abs(slow).max() > 0
    assert np.abs(fast - slow).max() < 1e-12 * scale.max() ** 2
    assert (df == slow_df).all()


def test_nets_and_balances():
    nets = {"high": [3, 4], "balance": {"codes": [3, 4], "minus": [1]}}
    est = proportion(waves(False, True), "q", by="sex", net=nets)
    half = len(est) // 2
    later, earlier = np.arange(half, 2 * half), np.arange(half)
    fast, _ = est._source.paired(later, earlier)
    slow, _ = est._source._paired_one_by_one(later, earlier)
    assert fast == pytest.approx(slow, rel=1e-10)


def test_means_have_the_slow_route_only():
    est = mean(waves(False, False), "q")
    assert est.cov()[0, 1] != 0
