"""Small groups are merged or left out where the definition says so, the same in every wave."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import DefinitionError
from padai.numerics.small_cells import merged_groups
from padai.pipeline.parts.coarsening import coarsened, merge
from padai.pipeline.parts.preparation import Prepared
from padai.survey import Breakdown, Survey
from padai.survey.policies import Group, KeyResult
from padai.waves import Wave
from tests.spec.test_secondary import TEXT, survey


def aged(**sizes: int) -> pd.DataFrame:
    """People of each group of ages, half of them women."""
    start = {"young": 20.0, "middle": 40.0, "old": 70.0}
    age = np.repeat([start[g] for g in sizes], list(sizes.values()))
    sex = np.resize(["F", "M"], len(age))
    return pd.DataFrame({"age": age, "sex": sex, "q": np.resize(["y", "n"], len(age))})


def ages(small_groups: str | None) -> Breakdown:
    limits = {"young": (18, 34), "middle": (35, 64), "old": (65, None)}
    groups = tuple(
        Group(id=g, label={"fr": g, "en": g}, min=a, max=b) for g, (a, b) in limits.items()
    )
    return Breakdown(
        id="ages", label=TEXT, question="age", groups=groups, small_groups=small_groups
    )


def prepared(of: Survey, *frames: pd.DataFrame) -> dict[str, Prepared]:
    waves = tuple(Wave(frame, padai.Design(), survey=of, id="1") for frame in frames)
    return {"main": Prepared(waves, ())}


def test_ages_are_merged_with_their_neighbours() -> None:
    of = survey(breakdowns=(ages("merge"),))
    new, parts = coarsened(of, prepared(of, aged(young=50, middle=60, old=12)))
    (made,) = new.breakdowns
    assert [(g.id, g.min, g.max) for g in made.groups] == [
        ("young", 18, 34),
        ("middle+old", 35, None),
    ]
    assert made.groups[1].label.fr == "middle et old"
    assert made.groups[1].label.en == "middle and old"
    (wave,) = parts["main"].waves
    assert np.bincount(wave.codes("ages").codes).tolist() == [50, 72]
    assert Survey.model_validate(new.model_dump())  # as the store keeps it


def test_a_group_that_is_small_in_one_wave_is_merged_in_all() -> None:
    of = survey(breakdowns=(ages("merge"),))
    waves = prepared(of, aged(young=50, middle=60, old=45), aged(young=12, middle=60, old=45))
    new, parts = coarsened(of, waves)
    assert [g.id for g in new.breakdowns[0].groups] == ["young+middle", "old"]
    first = parts["main"].waves[0]
    assert np.bincount(first.codes("ages").codes).tolist() == [110, 45]


def test_those_who_are_left_out_count_in_the_total_alone() -> None:
    of = survey(breakdowns=(ages("leave_out"),))
    new, parts = coarsened(of, prepared(of, aged(young=50, middle=60, old=12)))
    assert [g.id for g in new.breakdowns[0].groups] == ["young", "middle"]
    found = padai.proportion(parts["main"].waves[0], "q", by="ages").frame
    total = found[found["breakdown"] == "total"]
    assert set(total["n_base"]) == {122}
    with pytest.raises(DefinitionError, match="leaves no group"):
        coarsened(of, prepared(of, aged(young=5, middle=6, old=12)))


def test_nothing_is_merged_unless_it_is_asked_for_and_small() -> None:
    of = survey(breakdowns=(ages(None),))
    parts = prepared(of, aged(young=50, middle=60, old=12))
    assert coarsened(of, parts)[0] is of
    of = survey(breakdowns=(ages("merge"),))
    assert coarsened(of, prepared(of, aged(young=50, middle=60, old=30)))[0] is of


def test_a_group_that_is_followed_by_name_is_not_taken_away() -> None:
    key = KeyResult(
        id="k",
        question="q",
        net="y",
        breakdown="ages",
        group="old",
        label=TEXT,
        declared="2025-01-01",
    )
    of = survey(breakdowns=(ages("merge"),)).model_copy(update={"key_results": (key,)})
    with pytest.raises(DefinitionError, match="'old' is too small"):
        coarsened(of, prepared(of, aged(young=50, middle=60, old=12)))


def tiled(women: int, men: int, others: int) -> tuple[Survey, dict[str, Prepared]]:
    """Three sexes on tiles side by side: women, men, others."""
    groups = tuple(Group(id=c, label=TEXT, codes=(c,)) for c in "FMX")
    tiles = {"F": ((0, 0),), "M": ((0, 1),), "X": ((0, 2),)}
    three = Breakdown(
        id="sex", label=TEXT, question="sex", groups=groups, tiles=tiles, small_groups="merge"
    )
    of = survey(breakdowns=(three,))
    sex = np.repeat(["F", "M", "X"], [women, men, others])
    frame = pd.DataFrame({"sex": sex, "age": 30.0, "q": np.resize(["y", "n"], len(sex))})
    return of, prepared(of, frame)


def test_answers_are_merged_with_the_largest_and_tiles_follow() -> None:
    new, _ = coarsened(*tiled(women=60, men=80, others=9))
    (made,) = new.breakdowns
    assert [(g.id, g.codes) for g in made.groups] == [("F", ("F",)), ("M+X", ("M", "X"))]
    assert made.tiles == {"F": ((0, 0),), "M+X": ((0, 1), (0, 2))}


def test_tiles_that_do_not_touch_are_refused() -> None:
    with pytest.raises(DefinitionError, match="do not touch"):
        coarsened(*tiled(women=80, men=60, others=9))


def test_merging_by_hand() -> None:
    sizes = np.array([[40.0, 5.0, 50.0, 8.0], [45.0, 31.0, 4.0, 9.0]])
    assert merged_groups(sizes, 30, 10, ordered=True) == [(0, 1, 2, 3)]
    assert merged_groups(sizes[:1], 30, 10, ordered=True) == [(0, 1), (2, 3)]
    assert merged_groups(sizes, 30, 10, ordered=False) == [(0, 1, 2, 3)]
    assert merged_groups(sizes[:1], 30, 10, ordered=False) == [(0,), (1, 2, 3)]
    assert merged_groups(np.array([[9.0, 8.0]]), 30, 10, ordered=True) == [(0, 1)]
    for ordered in (True, False):
        assert merged_groups(np.array([[30.0, 30.0]]), 30, 10, ordered=ordered) == [(0,), (1,)]
    # groups as large as the largest go with it, or the first of them would have been chosen
    ties = np.array([[40.0, 9.0, 40.0, 35.0]])
    assert merged_groups(ties, 30, 10, ordered=False) == [(0, 1, 2), (3,)]
    # an odd one leaves its neighbour room for ten, or all three are one
    odd = np.array([[50.0, 35.0, 4.0], [50.0, 31.0, 9.0]])
    assert merged_groups(odd, 30, 10, ordered=True) == [(0, 1, 2)]
    assert merged_groups(odd + np.array([0, 1, 0]), 30, 10, ordered=True) == [(0,), (1, 2)]
    of = survey(breakdowns=(ages(None),))
    made = merge(of, "ages", ["young", "middle"]).breakdown("ages")
    assert [g.id for g in made.groups] == ["young+middle", "old"]
