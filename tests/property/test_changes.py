"""What must hold of every decomposition, exact test and merging, whatever the data."""

from __future__ import annotations

import os
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from padai.numerics.decomposition import (
    GroupedRows,
    cells_of,
    kitagawa,
    kitagawa_influence,
    standardised_rates,
)
from padai.numerics.exact import clopper_pearson, mcnemar_exact, multinomial_exact, sign_flip
from padai.numerics.oaxaca import RegressionRows, oaxaca
from padai.trends.minipublic import merge_small

SETTINGS = settings(max_examples=40, deadline=None, derandomize="PADAI_NIGHT" not in os.environ)
seeds = st.integers(0, 2**32 - 1)


def grouped(seed: int) -> tuple[GroupedRows, np.ndarray]:
    """Rows of which every group has members on both sides; some rows are in no group."""
    draw = np.random.default_rng(seed)
    size, n = int(draw.integers(1, 6)), 80
    side, group = draw.integers(-1, 2, n), draw.integers(-1, size, n)
    side[: 2 * size], group[: 2 * size] = np.repeat([0, 1], size), np.tile(np.arange(size), 2)
    y = np.where(side >= 0, draw.normal(size=n), 0.0)
    return GroupedRows(y, side, group, size), draw.uniform(0.2, 5, n)


@SETTINGS
@given(seeds)
def test_the_parts_of_a_change_add_up(seed: int) -> None:
    rows, w = grouped(seed)
    found, g = kitagawa(cells_of(rows, w))[0], rows.size
    means = [np.average(rows.y[rows.side == s], weights=w[rows.side == s]) for s in (0, 1)]
    assert found[-1] == pytest.approx(means[0] - means[1], abs=1e-12)
    assert found[-4:-1].sum() == pytest.approx(found[-1], abs=1e-12)
    assert found[:g].sum() == pytest.approx(found[-4], abs=1e-12)
    assert found[g : 2 * g].sum() == pytest.approx(found[-3], abs=1e-12)
    # Influences of estimates that do not hang on the weights' scale have no weighted sum.
    assert w @ kitagawa_influence(rows, w) == pytest.approx(np.zeros(2 * g + 4), abs=1e-10)


@SETTINGS
@given(seeds)
def test_turning_the_waves_turns_every_part(seed: int) -> None:
    rows, w = grouped(seed)
    other = GroupedRows(rows.y, np.where(rows.side < 0, -1, 1 - rows.side), rows.group, rows.size)
    turned = kitagawa(cells_of(other, w))
    assert kitagawa(cells_of(rows, w)) == pytest.approx(-turned, abs=1e-12)


@SETTINGS
@given(seeds)
def test_one_variable_is_kitagawa(seed: int) -> None:
    rows, w = grouped(seed)
    complete = rows.group >= 0
    X = np.column_stack([np.ones(len(w)), rows.group[:, None] == np.arange(1, rows.size)])
    X = X * ((rows.side >= 0) & complete)[:, None]
    variable = np.array([-1] + [0] * (rows.size - 1))
    found = oaxaca(RegressionRows(rows.y, X, variable, rows.side, complete), w)
    assert found[-4:] == pytest.approx(kitagawa(cells_of(rows, w))[0, -4:], abs=1e-9)


@SETTINGS
@given(seeds)
def test_a_wave_at_its_own_shares_is_itself(seed: int) -> None:
    rows, w = grouped(seed)
    found = standardised_rates(rows.y, rows.cell, (2, rows.size), w[:, None], 1, None)[0]
    own = (rows.side == 1) & (rows.group >= 0)
    assert found[1] == pytest.approx(np.average(rows.y[own], weights=w[own]), abs=1e-12)


@SETTINGS
@given(st.lists(st.integers(0, 6), min_size=2, max_size=4), seeds)
def test_the_order_of_groups_does_not_count(counts: list[int], seed: int) -> None:
    shares = np.random.default_rng(seed).dirichlet(np.ones(len(counts)) * 3)
    first = multinomial_exact(np.array(counts), shares, seed=1).p_value
    assert 0 < first <= 1
    for order in list(permutations(range(len(counts))))[:6]:
        again = multinomial_exact(np.array(counts)[list(order)], shares[list(order)], seed=1)
        assert again.p_value == pytest.approx(first, rel=1e-9)


@SETTINGS
@given(st.lists(st.integers(-3, 3), min_size=1, max_size=12))
def test_signs_of_ones_are_mcnemar(moves: list[int]) -> None:
    d = np.sign(np.array(moves, dtype=float))
    exact = mcnemar_exact(int((d > 0).sum()), int((d < 0).sum())).p_value
    assert sign_flip(d, seed=1).p_value == pytest.approx(exact, rel=1e-12)
    assert sign_flip(-d, seed=1).p_value == pytest.approx(exact, rel=1e-12)


@SETTINGS
@given(st.integers(1, 200), st.data())
def test_the_exact_interval_holds_the_share(n: int, data: st.DataObject) -> None:
    x = data.draw(st.integers(0, n))
    low, high = clopper_pearson(x, n)
    assert 0 <= low <= x / n <= high <= 1
    turned = clopper_pearson(n - x, n)
    assert (1 - turned[1], 1 - turned[0]) == pytest.approx((low, high), abs=1e-10)


@SETTINGS
@given(st.lists(st.integers(0, 12), min_size=1, max_size=7))
def test_merging_loses_nobody(counts: list[int]) -> None:
    cells = {f"g{i}": n for i, n in enumerate(counts)}
    merged = merge_small(cells)
    assert sum(merged.values()) == sum(counts)
    assert sorted("+".join(merged).split("+")) == sorted(cells)
    if sum(counts) >= 5:
        assert all(n == 0 or n >= 5 for n in merged.values())
