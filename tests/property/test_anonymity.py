"""Blanking until records are alike: always enough of them, and never more than asked for."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from padai.numerics.anonymity import BLANK, blank_rare, class_sizes

PROFILES = st.integers(1, 3).flatmap(
    lambda p: st.integers(6, 40).flatmap(
        lambda n: arrays(np.intp, (n, p), elements=st.integers(0, 3))
    )
)


@given(PROFILES, st.integers(2, 6))
def test_every_profile_is_shared_and_nothing_is_invented(profile: np.ndarray, least: int) -> None:
    out = blank_rare(profile, least)
    assert class_sizes(out).min() >= least
    assert ((out == profile) | (out == BLANK)).all()


@given(PROFILES)
def test_a_file_that_is_alike_already_is_left_alone(profile: np.ndarray) -> None:
    several = np.repeat(profile, 3, axis=0)
    assert (blank_rare(several, 3) == several).all()


@given(PROFILES, st.integers(2, 6), st.randoms())
def test_the_order_of_the_rows_changes_nothing(profile: np.ndarray, least: int, draw) -> None:  # type: ignore[no-untyped-def]
    order = list(range(len(profile)))
    draw.shuffle(order)
    assert (blank_rare(profile[order], least) == blank_rare(profile, least)[order]).all()


def test_too_few_records_are_refused() -> None:
    with pytest.raises(ValueError, match="2 records"):
        blank_rare(np.zeros((2, 1), dtype=np.intp), 3)


def test_the_last_trait_goes_first() -> None:
    # by hand: (1, 9) is alone; without its second trait it is alone still, (1, *) against (0, *)
    profile = np.array([[0, 0], [0, 0], [0, 0], [1, 0], [1, 0], [1, 9]])
    assert blank_rare(profile, 2).tolist() == [
        [0, 0],
        [0, 0],
        [0, 0],
        [BLANK, BLANK],
        [BLANK, BLANK],
        [BLANK, BLANK],
    ]
