"""Blanking until records are alike: always enough of them, and never more than asked for."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import linprog
from scipy.sparse import csr_array

from padai.numerics.anonymity import BLANK, blank_rare, class_sizes
from padai.numerics.blanked import _Blanked, _waiting, blank_told

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


def _drawn(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Draw 100 to 180 people of two traits, the last group of one rare, and four answers of each."""
    rng = np.random.default_rng(seed)
    n = int(rng.integers(100, 180))
    profile = np.column_stack(
        [rng.integers(0, 3, n), rng.choice(4, n, p=np.array([1, 1, 1, 0.3]) / 3.3)]
    )
    answers = [rng.choice(4, n, p=[0.5, 0.3, 0.15, 0.05]) for _ in range(4)]
    return profile, np.array(answers).T


def _told(profile: np.ndarray, answers: np.ndarray, out: np.ndarray) -> int:
    """Count the profiles of few of which file and tables say that somebody, and few, have them."""
    lacking = np.flatnonzero((out == BLANK).any(axis=1))
    shown = {tuple(row) for row in out[(out != BLANK).all(axis=1)].tolist()}
    every = [c for c in np.ndindex(*(profile.max(axis=0) + 1)) if c not in shown]
    fits = [(r, c) for r in lacking for c in every if ((out[r] == BLANK) | (out[r] == c)).all()]
    record, who = (np.array(each) for each in zip(*fits, strict=True))
    sums, told = [record == r for r in lacking], [1] * len(lacking)
    for trait in (0, 1):
        for group in range(profile[:, trait].max() + 1):
            behind = (who[:, trait] == group) & (out[record, trait] == BLANK)
            people = (profile[:, trait] == group) & (out[:, trait] == BLANK)
            for codes in (np.zeros(len(out)), *answers.T):
                for code in np.unique(codes):
                    sums.append(behind & (codes[record] == code))
                    told.append(int((people & (codes == code)).sum()))
    table, found = np.array(sums, dtype=float), 0
    for cell in every:
        own = (who == cell).all(axis=1).astype(float)
        if 1 <= (profile == cell).all(axis=1).sum() <= 9:
            ends = [linprog(w, A_eq=table, b_eq=told, method="highs").fun for w in (own, -own)]
            found += ends[0] > 1e-6 and -ends[1] < 10 - 1e-6
    return found


@pytest.mark.parametrize("seed", [3, 10, 21])
def test_several_questions_together_do_not_tell_who_was_blanked(seed: int) -> None:
    profile, answers = _drawn(seed)
    assert _told(profile, answers, blank_told(profile, answers, 10)) == 0


@pytest.mark.parametrize("seed", [3, 10])
def test_people_whom_a_breakdown_leaves_out_are_a_group_that_tables_tell_of(seed: int) -> None:
    """The file has no name for the last group; the whole, less the others, is what they answered."""
    profile, answers = _drawn(seed)
    shown = profile.copy()
    shown[profile[:, 1] == 3, 1] = BLANK
    assert _told(profile, answers, blank_told(shown, answers, 10)) > 0  # as people of no group
    out = blank_told(profile, answers, 10, shown)
    assert _told(profile, answers, out) == 0
    assert (out[shown == BLANK] == BLANK).all()


def test_sums_that_contradict_one_another_have_more_blanked() -> None:
    sums, told = csr_array(np.ones((2, 1))), np.array([1.0, 2.0])
    made = _Blanked(np.zeros((1, 1), int), np.zeros(1, int), sums, told)
    assert _waiting(made, np.ones((1, 1)), 4).all()


def test_a_large_system_blanks_whole_what_is_blanked_in_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    profile, answers = _drawn(3)
    in_part = (blank_told(profile, answers, 10) == BLANK).sum(axis=0)
    monkeypatch.setattr("padai.numerics.blanked._MOST_TOLD", 1000)
    whole = (blank_told(profile, answers, 10) == BLANK).sum(axis=0)
    assert 0 < in_part[1] < len(profile) == whole[1]
