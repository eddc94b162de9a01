"""Small worlds put together whole: are tables of three enough?"""

from __future__ import annotations

import pytest

from tests.joint_worlds import not_enough, small_world

pytestmark = pytest.mark.simulated
WORLDS = 25
"""Worlds tried here; a night tries hundreds (`docs/confidentiality.md`)."""


def test_tables_of_three_are_nearly_always_enough() -> None:
    looked = told = stopped = 0
    for seed in range(WORLDS):
        of = small_world(seed)
        if of.out is None:
            stopped += 1
            continue
        cells, known = not_enough(of)
        looked, told = looked + cells, told + known
    assert looked >= 50
    assert told <= 0.02 * looked
    assert stopped <= 0.1 * WORLDS
