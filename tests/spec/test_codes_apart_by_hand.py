"""Codes that stand apart, told by hand: what is accused, and what must not be."""

from __future__ import annotations

import numpy as np
import pytest

from padai.numerics.apart import codes_apart

ACCUSED = [
    ([1, 2, 3, 4, 98, 99], [98, 99]),
    ([*range(11), 77, 88, 99], [77, 88, 99]),
    ([1, 2, 3, 4, 8, 9], [8, 9]),
    ([*range(18, 90), 999], [999]),
    ([*range(1940, 2010), 9998, 9999], [9998, 9999]),
    ([1, 2, 3, 4, 8, 9, 98, 99], [8, 9, 98, 99]),
    ([-9, -8, -1, 1, 2], [-9, -8, -1]),
    ([-1, 1, 2, 3], [-1]),
    ([-1, *range(11)], [-1]),
    ([-2, -1, 1, 2, 3, 4], [-2, -1]),
    ([1, 2, 9], [9]),
]
LEFT = [
    [*range(18, 100)],  # ages up to 99, one after another
    [*range(18, 91), 99],  # a person of 99 among people
    [*range(0, 101)],
    [0, 15, 30, 40, 50, 60, 70, 85, 97],  # a thermometer that ends at 97
    [1, 2, 3, 4, 5, 8],  # a household of eight
    [*range(1, 10)],
    [-2, -1, 0, 1, 2],
    [-2, -1, 1, 2],
    [-1, 1],
    [-5, -3, -1, 0, 4, 5],
    [0.5, 1, 99],
    [7, 8, 9],
    [9],
    [],
    [1, 2, np.inf],
]


@pytest.mark.parametrize(("values", "codes"), ACCUSED)
def test_codes_of_no_answer_stand_apart(values: list[int], codes: list[int]) -> None:
    assert codes_apart(values).tolist() == codes
    shuffled = [*reversed(values), *values, np.nan]
    assert codes_apart(shuffled).tolist() == codes, "order, repetition and blanks change nothing"


@pytest.mark.parametrize("values", LEFT)
def test_answers_are_left_alone(values: list[float]) -> None:
    assert codes_apart(values).size == 0


def test_the_gap_must_exceed_what_the_answers_span() -> None:
    for span in range(1, 90):
        accused = 99 - span > span
        assert (codes_apart([*range(span + 1), 99]).size == 1) is accused
