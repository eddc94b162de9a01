"""Exchanges move four cells as plain numbers: to the bit what the same formula gives of arrays."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from padai.disclosure.examples import _any_apart
from padai.numerics.suppression_examples import Layers, exchange

SLACK = 1e-9
Cells = tuple[tuple[int, int], tuple[int, int]]


def _following_of_arrays(
    count: NDArray[np.float64],
    total: NDArray[np.float64],
    way: NDArray[np.float64],
    limits: tuple[float, float],
    m: int,
) -> float | None:
    low, high = limits
    ends = np.stack([(low * count - total) * way, (high * count - total) * way])
    least, greatest = float(ends.min(axis=0).max()), float(ends.max(axis=0).min())
    if max(least, low * m) > greatest + SLACK * (1.0 + high):
        return None
    people = m * float(total.sum() / max(count.sum(), 1.0))
    return min(max(people, least, low * m), greatest)


def _exchange_of_arrays(
    of: Layers, cell: tuple[int, int], other: tuple[int, int], most: int
) -> int:
    (c, a), (d, b) = cell, other
    near, far, way = [c, d, d, c], [a, b, a, b], np.array([1.0, 1.0, -1.0, -1.0])
    room = np.minimum(of.count[d, a], of.count[c, b])
    left = most
    for place in np.argsort(-room, kind="stable"):
        for m in range(int(min(left, room[place])), 0, -1):
            count = of.count[near, far, place] + m * way
            weight = _following_of_arrays(count, of.total[near, far, place], way, of.limits, m)
            if weight is not None:
                of.count[near, far, place] = count
                of.total[near, far, place] += weight * way
                left -= m
                break
    return most - left


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32 - 1), st.booleans())
def test_an_exchange_is_that_of_arrays(seed: int, grows: bool) -> None:
    draw = np.random.default_rng(seed)
    shape = tuple(draw.integers([2, 2, 1], [4, 4, 4]).tolist())
    low = float(draw.uniform(0.1, 1.0))
    high = low + float(draw.choice([0.0, draw.uniform(0.0, 4.0)]))
    count = draw.integers(0, 6, shape).astype(float)
    total = count * (low + (high - low) * draw.random(shape))
    c, a = int(draw.integers(1, shape[0])), int(draw.integers(1, shape[1]))
    cells: Cells = ((0, 0), (c, a)) if grows else ((0, a), (c, 0))
    most = int(draw.integers(1, 9))
    one = Layers(count.copy(), total.copy(), (low, high))
    other = Layers(count.copy(), total.copy(), (low, high))
    assert exchange(one, *cells, most) == _exchange_of_arrays(other, *cells, most)
    assert one.count.tobytes() == other.count.tobytes()
    assert one.total.tobytes() == other.total.tobytes()


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_the_farthest_two_say_whether_any_two_differ(seed: int) -> None:
    draw = np.random.default_rng(seed)
    rows = int(draw.integers(0, 6))
    near = 1.0 + draw.choice([0.0, 1e-9, 1.1e-9, 9e-10, 0.5], (rows, int(draw.integers(1, 4))))
    far = 1.0 + draw.choice([0.0, 1e-9, 1.1e-9, 9e-10], (rows, int(draw.integers(1, 4))))
    every = np.abs(near[:, :, None] - far[:, None, :]) > SLACK
    assert _any_apart(near, far).tolist() == every.any(axis=(1, 2)).tolist()
