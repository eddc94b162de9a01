"""Other tables by moving respondents, checked by making every one of them."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from padai.numerics.suppression_examples import Layers, exchange, exchanged, layers, told_apart


def table(
    count: np.ndarray, weight: float = 1.0, limits: tuple[float, float] = (1.0, 1.0)
) -> Layers:
    counts = np.asarray(count, dtype=float)
    return Layers(counts.copy(), counts * weight, limits)


def margins(of: Layers) -> tuple[np.ndarray, ...]:
    """What a reader has of the three variables, two by two, but for the first two together."""
    return (of.count.sum(axis=0), of.count.sum(axis=1), of.total.sum(axis=0), of.total.sum(axis=1))


def test_those_who_exchange_share_the_third_value() -> None:
    # one place has two who could exchange, the other has nobody on one side
    count = np.zeros((2, 2, 2))
    count[1, 0] = [2, 5]
    count[0, 1] = [3, 0]
    of = table(count)
    before = margins(of)
    assert exchange(of, (0, 0), (1, 1), 9) == 2
    assert of.count[0, 0].tolist() == [2, 0]
    assert of.count[1, 1].tolist() == [2, 0]
    for one, other in zip(before, margins(of), strict=True):
        assert np.array_equal(one, other)


def test_no_more_are_moved_than_were_asked_for() -> None:
    of = table(np.full((2, 2, 3), 4.0))
    assert exchange(of, (0, 0), (1, 1), 5) == 5
    assert of.count[0, 0].sum() == 17
    assert exchange(of, (0, 0), (1, 1), 0) == 0


@pytest.mark.parametrize("seed", range(40))
def test_weighted_totals_follow_within_the_weights_of_people(seed: int) -> None:
    rng = np.random.default_rng(seed)
    n, limits = 60, (0.4, 2.5)
    codes = [rng.integers(0, 2, n), rng.integers(0, 2, n), rng.integers(0, 4, n)]
    of = layers(*codes, rng.uniform(*limits, n), (2, 2), limits)
    start = margins(of)
    first = of.total[0, 0].sum()
    moved = exchange(of, (0, 0), (1, 1), 6)
    for one, other in zip(start, margins(of), strict=True):
        assert np.allclose(one, other, atol=1e-9)
    assert (of.total >= limits[0] * of.count - 1e-6).all()
    assert (of.total <= limits[1] * of.count + 1e-6).all()
    assert (of.total[of.count == 0] < 1e-6).all()
    # the share that is withheld moves with the count
    assert of.total[0, 0].sum() - first >= limits[0] * moved - 1e-6


def test_the_last_one_of_a_cell_takes_all_of_its_weight_along() -> None:
    """Two people of different weights, alone in their cells, cannot exchange."""
    count = np.zeros((2, 2, 1))
    count[1, 0, 0] = count[0, 1, 0] = 1
    of = Layers(count, np.array([[[0.0], [1.5]], [[0.5], [0.0]]]), (0.4, 2.5))
    assert exchange(of, (0, 0), (1, 1), 1) == 0
    assert exchanged(of, [((0, 0), (1, 1))], 1) == 0
    alike = Layers(count, np.array([[[0.0], [1.5]], [[1.5], [0.0]]]), (0.4, 2.5))
    assert exchange(alike, (0, 0), (1, 1), 1) == 1


def most_by_trying(count: np.ndarray, ways: list[tuple[tuple[int, int], tuple[int, int]]]) -> int:
    """Return by how much the first cell can grow: every number of moves of each way is tried."""
    best = 0
    for times in itertools.product(range(4), repeat=len(ways)):
        new = count.copy()
        for m, ((c, a), (d, b)) in zip(times, ways, strict=True):
            new[c, a] += m
            new[d, b] += m
            new[d, a] -= m
            new[c, b] -= m
        if (new >= 0).all():
            best = max(best, sum(times))
    return best


@pytest.mark.parametrize("seed", range(60))
def test_several_exchanges_together_reach_as_far_as_any(seed: int) -> None:
    """Unweighted, at one third value: the programme finds what trying everything finds."""
    rng = np.random.default_rng(seed)
    count = rng.integers(0, 3, (3, 3)).astype(float)
    every = [((0, 0), (d, b)) for d in (1, 2) for b in (1, 2)]
    ways = [way for way in every if rng.random() < 0.8]
    of = table(count[:, :, None])
    best = most_by_trying(count, ways)
    assert exchanged(of, ways, 99) == best
    assert np.array_equal(of.count[:, :, 0], count)  # it only looks
    assert exchanged(of, ways, 1) == min(best, 1)
    one_by_one = table(count[:, :, None])
    assert sum(exchange(one_by_one, *way, 99) for way in ways) <= best


def test_what_an_exchange_changes_of_what_is_published() -> None:
    """A published row of a 3 by 3 table: only an exchange within other columns leaves it."""
    rows = np.array([[1.0, 0.0, 0.0], [1.0, 1.0, 1.0]])
    columns = np.array([[0.0, 1.0, 0.0], [0.0, 1.0, 0.0]])
    apart = told_apart(rows, columns, 0, 1)
    assert apart.tolist() == [[0, 0, 0], [1, 0, 1], [1, 0, 1]]
    apart = told_apart(rows, columns, 0, 0)
    assert apart.tolist() == [[0, 0, 0], [0, 1, 0], [0, 1, 0]]
    assert told_apart(rows, columns, 0, 0, np.array([5.0, 7.0])).max() == 5
    # the sum of a whole column is left by every exchange between people
    assert told_apart(rows[1:], columns[1:], 0, 1).max() == 0


def test_respondents_are_counted_where_they_are() -> None:
    first, second, third = np.array([0, 0, 1]), np.array([1, 1, 0]), np.array([2, 2, 0])
    of = layers(first, second, third, np.array([1.0, 2.0, 4.0]), (2, 2), (1.0, 4.0))
    assert of.count.shape == (2, 2, 3)
    assert of.count[0, 1].tolist() == [0, 0, 2]
    assert of.total[0, 1].tolist() == [0, 0, 3]
    assert of.total[1, 0].tolist() == [4, 0, 0]
    assert of.count.sum() == 3
