"""Small cells merged, so that no count tells about a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

SENSITIVE_CELL = 5
TELLS_ALL = 30
"""In a sensitive table, what all of fewer people answered, or none of them, is told of each."""


def merge_small(
    cells: Mapping[str, int], least: int = SENSITIVE_CELL, *, nobody: bool = False
) -> dict[str, int]:
    """Merge every cell of 1 to ``least - 1`` people with the largest one.

    Whoever knows this rule learns of a merged cell only that it may hold one person or nearly all
    of them: in each merger any of its cells can be the largest, and the others small. Merged with
    the smallest other cell, few people lay between what is told of the third and of both. Merged
    names are joined by ``+``, in their order.

    Parameters
    ----------
    cells
        People by name.
    least
        The fewest people that are told.
    nobody
        Whether a cell of nobody is merged too, as all are where no cell has enough.

    Examples
    --------
    >>> merge_small({"a": 20, "b": 3, "c": 4, "d": 0, "e": 9})
    {'d': 0, 'e': 9, 'a+b+c': 27}
    >>> merge_small({"a": 20, "b": 0, "c": 9}, nobody=True)
    {'c': 9, 'a+b': 20}
    """
    most = max(cells.values(), default=0)
    fewest = 0 if nobody or most < least else 1
    if not any(fewest <= n < least for n in cells.values()):
        return dict(cells)
    merged = [name for name, n in cells.items() if fewest <= n < least or n == most]
    kept = {name: n for name, n in cells.items() if name not in merged}
    return kept | {"+".join(merged): sum(cells[name] for name in merged)}


def merge_sensitive(cells: Mapping[str, int], least: int = SENSITIVE_CELL) -> dict[str, int]:
    """Merge the small cells of a sensitive table; of few people also those of nobody.

    Parameters
    ----------
    cells
        People by name.
    least
        The fewest people that are told.

    Examples
    --------
    >>> merge_sensitive({"yes": 0, "perhaps": 9, "no": 15})
    {'perhaps': 9, 'yes+no': 15}
    """
    return merge_small(cells, least, nobody=sum(cells.values()) < TELLS_ALL)


def names_few(counts: Iterable[int], least: int = SENSITIVE_CELL) -> bool:
    """Return whether counts by group tell the group of people who are known one by one.

    Parameters
    ----------
    counts
        How many of them are of each group; those who came and those who left may be told by sign.
    least
        The smallest number of people of a group that names nobody.

    Returns
    -------
    bool
        Whether a group has 1 to ``least - 1`` of them, or one group has all, who are fewer than
        :data:`TELLS_ALL`.

    Examples
    --------
    >>> names_few([9, 8]), names_few([9, 2]), names_few([9, 0]), names_few([40, 0])
    (False, True, True, False)
    >>> names_few([6, -6])
    True
    """
    moved = [int(n) for n in counts]
    for own in ([n for n in moved if n > 0], [-n for n in moved if n < 0]):
        if any(n < least for n in own) or (len(own) == 1 and own[0] < TELLS_ALL):
            return True
    return False


def least_untold(whole: int, counts: Iterable[int], others: int, most: int) -> int:
    """Return the least that an untold count can be, where everybody is in one count or more.

    Parameters
    ----------
    whole
        How many there are.
    counts
        Those that are told.
    others
        How many other counts are untold.
    most
        The most that an untold count can be.

    Examples
    --------
    >>> least_untold(300, [173, 120], 0, 9)
    7
    >>> least_untold(300, [173, 120], 1, 9)
    0
    """
    return max(0, whole - sum(counts) - others * most)


def merged_groups(
    sizes: NDArray[np.float64], least: int, few: int, *, ordered: bool
) -> list[tuple[int, ...]]:
    """Merge groups until each has enough people in every wave.

    The small ones are merged with the largest, together; of groups that have an order, as ages do,
    two and two are halves of one, and two such of one more: a small half makes its other half and
    itself one. An odd group is merged with the one before it, if both leave room for `few` people.
    Whoever knows the rule, and how many are in what was merged, learns of none of its groups
    whether it has one person or `few`; the smallest other group, or a neighbour that sizes settle,
    would tell.

    Parameters
    ----------
    sizes
        People of each group in each wave, shape (waves, groups).
    least
        How many are enough.
    few
        Of fewer people it is not told how many they are.
    ordered
        Whether only neighbours may be merged, as ages are.

    Returns
    -------
    list of tuple of int
        The positions that each group is made of, in the order of the first of each; one group of
        all where no other division is enough.

    Examples
    --------
    >>> merged_groups(np.array([[50.0, 9.0, 40.0]]), 30, 10, ordered=True)
    [(0, 1), (2,)]
    >>> merged_groups(np.array([[40.0, 50.0, 9.0]]), 30, 10, ordered=True)
    [(0,), (1, 2)]
    >>> merged_groups(np.array([[40.0, 50.0, 9.0]]), 30, 10, ordered=False)
    [(0,), (1, 2)]
    """
    groups = tuple(range(sizes.shape[1]))
    if ordered:
        return _halves(sizes, groups, least, few)
    fewest = sizes.min(axis=0, initial=np.inf)
    small = fewest < least
    if not small.any():
        return [(k,) for k in groups]
    together = small | (fewest == fewest.max()) | (fewest.max() < least)
    merged = tuple(np.flatnonzero(together).tolist())
    return sorted([merged, *((k,) for k in groups if k not in merged)])


def _halves(
    sizes: NDArray[np.float64], groups: tuple[int, ...], least: int, few: int
) -> list[tuple[int, ...]]:
    """Merge neighbours by halves that the order of the groups settles, whatever their sizes."""
    if len(groups) < 2:
        return [groups] if groups else []

    def size(group: tuple[int, ...]) -> float:
        return float(sizes[:, list(group)].sum(axis=1).min(initial=np.inf))

    middle = (len(groups) + 1) // 2
    first = _halves(sizes, groups[:middle], least, few)
    last = _halves(sizes, groups[middle:], least, few)
    if len(groups) == 3 and len(first) == 2 and size(last[0]) < least:
        odd = (*first[1], *last[0])
        if size(odd) >= least + few:
            return [first[0], odd]
    return [groups] if min(map(size, (*first, *last))) < least else [*first, *last]


def parts_of(name: str, counts: Mapping[str, int]) -> list[str]:
    """Return the groups that a merged cell holds, in their order.

    Parameters
    ----------
    name
        A name that :func:`merge_small` gave back.
    counts
        What it was given.

    Examples
    --------
    >>> parts_of("b+65+", {"a": 9, "b": 1, "65+": 2})
    ['b', '65+']
    """
    return [name] if name in counts else [g for g in counts if g in _split(name, counts)]


def _split(name: str, counts: Mapping[str, int]) -> set[str]:
    """Part a merged name into the groups it was made of; a group's own name may hold a plus."""
    variables: set[str] = set()
    rest = name
    while rest:
        first = max((g for g in counts if rest == g or rest.startswith(g + "+")), key=len)
        variables.add(first)
        rest = rest[len(first) + 1 :]
    return variables
