"""Blanking until records are alike: always enough of them, and never more than asked for."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from padai.numerics.anonymity import BLANK, blank_rare, class_sizes
from padai.numerics.blanked import _at_most, _Blanked, _somebody, blank_told

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


def test_tables_do_not_tell_who_was_blanked() -> None:
    """By hand: one of the young has a diploma, and what the one of them answered is a difference.

    The file leaves the five young without both traits, four of the old without the diploma, and
    four of the old without one as they are. Five have a diploma, by the table. The four old are all
    of them: those without one are in the file. So one of the young has, and of what five answered
    four stand in the file.
    """
    young, old, without, diploma = 0, 1, 0, 1
    cells = [(young, without), (young, diploma), (old, without), (old, diploma)]
    profile = np.repeat(cells, [4, 1, 4, 4], axis=0)
    answers = np.array([0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 1])
    own = (profile == (young, diploma)).all(axis=1)

    def left(out: np.ndarray) -> list[int]:
        table = np.bincount(answers[profile[:, 1] == diploma], minlength=2)
        known = (out == (old, BLANK)).all(axis=1)
        if not (out == (old, without)).all(axis=1).any():
            return []  # the old who were blanked may be of either group
        return (table - np.bincount(answers[known], minlength=2)).tolist()

    assert left(blank_rare(profile, 4)) == np.bincount(answers[own], minlength=2).tolist() == [0, 1]
    assert left(blank_told(profile, answers[:, None], 4)) == []


@settings(deadline=None)  # its first programme loads the solver
@given(PROFILES, st.integers(2, 6))
def test_what_is_blanked_besides_keeps_the_rest(profile: np.ndarray, least: int) -> None:
    few = profile[:20]
    out, before = blank_told(few, few[:, :1], least), blank_rare(few, least)
    assert class_sizes(out).min() >= least
    assert ((out == before) | (out == BLANK)).all()


def test_sums_that_contradict_one_another_have_more_blanked() -> None:
    people = np.array([[True, False], [True, True]])
    made = _Blanked(np.zeros((1, 1), int), np.zeros(1, int), np.ones((2, 1)), people)
    one, asked = np.ones((1, 1)), [np.zeros(2, dtype=int)]
    assert _somebody(made, one, asked).all()
    assert _at_most(made, one[0], asked, 4) == 0
