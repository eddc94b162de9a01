"""Merged cells as one who knows the rule reads them: every table that would have been told alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations, product

import numpy as np
import pytest

from padai.lottery.pool import joined_groups
from padai.numerics.small_cells import merge_sensitive, merge_small, merged_groups
from padai.survey.panels import Quota

Cells = dict[str, int]
Rule = Callable[[Cells], Cells]


def tables(people: int, names: list[str]) -> Iterator[Cells]:
    """Yield every table of so many people."""
    last = people + len(names) - 1
    for bars in combinations(range(last), len(names) - 1):
        edges = (-1, *bars, last)
        counts = (edges[i + 1] - edges[i] - 1 for i in range(len(names)))
        yield dict(zip(names, counts, strict=True))


def told_too_much(people: int, names: list[str], rule: Rule, least: int) -> list[Cells]:
    """Return what is told that leaves a cell of few neither one person nor the least, or none."""
    alike: dict[tuple[tuple[str, int], ...], list[Cells]] = defaultdict(list)
    for table in tables(people, names):
        alike[tuple(rule(table).items())].append(table)
    breaches = []
    for told, found in alike.items():
        for name in names:
            counts = {table[name] for table in found}
            few = any(0 < n < least for n in counts)
            if few and not (min(counts) <= 1 and max(counts) >= least):
                breaches.append(dict(told))
    return breaches


MOVES = ["moved_in", "moved_out", "stayed_in", "stayed_out"]


@pytest.mark.parametrize("people", [9, 12, 15, 21, 29, 34])
def test_moves_of_a_panel(people: int) -> None:
    """With the smallest other cell merged, half of the small ones of 34 people were known to a few."""
    assert not told_too_much(people, MOVES, lambda t: merge_small(t, nobody=True), 5)


@pytest.mark.parametrize("people", [10, 24, 30, 45])
def test_answers_of_a_consultation(people: int) -> None:
    assert not told_too_much(people, [*"abcd"], merge_sensitive, 5)


@pytest.mark.parametrize("people", [19, 27, 40])
def test_groups_of_those_who_took_part(people: int) -> None:
    assert not told_too_much(people, [*"abcd"], lambda t: merge_small(t, 10), 10)


@pytest.mark.parametrize("people", [10, 21, 29])
def test_nobody_of_few_people_is_not_told(people: int) -> None:
    """That no one of fewer than thirty gave an answer is said of each of them."""
    assert all(0 not in merge_sensitive(t).values() for t in tables(people, [*"abcd"]))


def groups_of_a_tracker(
    people: tuple[int, ...], groups: int, *, ordered: bool, least: int = 9, few: int = 3
) -> list[object]:
    """Return what is told of small groups of some waves that leaves neither one person nor few.

    What is told is who was merged, and how many are in each group that is left, wave by wave.
    """
    names = [str(k) for k in range(groups)]
    waves = [[tuple(each.values()) for each in tables(n, names)] for n in people]
    alike: dict[object, list[np.ndarray]] = defaultdict(list)
    for table in product(*waves):
        sizes = np.array(table, dtype=np.float64)
        made = merged_groups(sizes, least, few, ordered=ordered)
        told = tuple(tuple(sizes[:, list(g)].sum(axis=1).tolist()) for g in made)
        alike[tuple(made), told].append(sizes)
    breaches = []
    for told_alike, found in alike.items():
        counts = np.array(found)
        hidden = np.any((counts > 0) & (counts < few), axis=0)
        hidden[:, [g[0] for g in told_alike[0] if len(g) == 1]] = False  # type: ignore[index]
        if (hidden & ~((counts.min(axis=0) <= 1) & (counts.max(axis=0) >= few))).any():
            breaches.append(told_alike)
    return breaches


@pytest.mark.parametrize("ordered", [True, False])
@pytest.mark.parametrize(
    ("people", "groups"), [((30,), 3), ((45,), 3), ((24,), 4), ((45,), 4), ((20,), 5)]
)
def test_groups_that_a_tracker_merges(people: tuple[int, ...], groups: int, ordered: bool) -> None:
    """With the smallest other group, or neighbour, two in a hundred small groups were told of."""
    assert not groups_of_a_tracker(people, groups, ordered=ordered)


@pytest.mark.parametrize("ordered", [True, False])
def test_groups_that_a_tracker_merges_in_two_waves(ordered: bool) -> None:
    assert not groups_of_a_tracker((11, 12), 3, ordered=ordered, least=4, few=2)


def quota(*fewest: int) -> Quota:
    """A sensitive quota of as many groups, by the fewest seats of each."""
    return Quota.model_validate(
        {
            "id": "q",
            "label": {"fr": "q"},
            "column": "q",
            "source": {"fr": "s"},
            "sensitive": True,
            "date": "2021-05-11",
            "groups": {
                name: {"label": {"fr": name}, "min": n, "max": n + 2, "population": 0.25}
                for name, n in zip("abcd", fewest, strict=False)
            },
        }
    )


@pytest.mark.parametrize("people", [30, 40])
@pytest.mark.parametrize("fewest", [(6, 6, 0), (8, 6, 0), (6, 6, 5, 0), (6, 6, 2, 0)])
def test_groups_of_volunteers_who_are_drawn_as_one(people: int, fewest: tuple[int, ...]) -> None:
    """Joined with the smallest other group, one in four small ones was told of, or nearly all."""
    of, seats = quota(*fewest), dict(zip("abcd", fewest, strict=False))
    alike: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    for table in tables(people, list(seats)):
        joined = joined_groups(of, table)
        told = tuple(sum(table[g] for g in groups) for groups in joined)
        least = [sum(seats[g] for g in groups) for groups in joined]
        if all(n >= low for n, low in zip(told, least, strict=True)):  # or nobody could be drawn
            alike[joined, told].append(tuple(table.values()))
    for told_alike, found in alike.items():
        counts = np.array(found)
        few = ((counts > 0) & (counts < 5)).any(axis=0)
        assert not (few & ~((counts.min(axis=0) <= 1) & (counts.max(axis=0) >= 5))).any(), (
            told_alike
        )
