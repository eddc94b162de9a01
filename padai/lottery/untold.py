"""Which quotas of a draw are not counted by group, since the list of numbers would tell the rest.

Who was drawn, who was not and which numbers are alike in every quota is public, number by number.
Counts by group are told beside it only where they name nobody's group.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np

from padai.lottery.pool import Pool, groups_of_cells
from padai.numerics.designs import IntArray
from padai.numerics.draw import Lottery
from padai.numerics.small_cells import names_few
from padai.numerics.told_codes import other_assignments
from padai.survey.panels import DrawDef

ENOUGH = 10_000
"""Assignments of groups to cells that agree with all counts: fewer can be tried one by one."""


def untold_quotas(definition: DrawDef, pool: Pool, lottery: Lottery) -> frozenset[str]:
    """Return the sensitive quotas of which no count by group goes out.

    It is settled for every panel of the lottery, and so before the draw: counts that were announced
    stand beside those of the panel.

    Parameters
    ----------
    definition
        Seats and quotas.
    pool
        The volunteers by cell.
    lottery
        All panels that can be drawn.
    """
    group_of = {q.id: groups_of_cells(pool, q.id) for q in definition.quotas}
    return frozenset(
        quota.id
        for quota in definition.quotas
        if quota.sensitive
        and len(pool.joined[quota.id]) > 1
        and any(_tells(pool, panel, group_of, quota.id) for panel in lottery.panels)
    )


def settled_by_who_came(
    pool: Pool, definition: DrawDef, drawn: Collection[str], came: Collection[str]
) -> frozenset[str]:
    """Return the sensitive quotas of which it is not told how many of each group came.

    Who came to a session is known to whoever was there, number by number: how many of a group did
    is one count more that the cells of that group add up to.

    Parameters
    ----------
    pool
        The volunteers by cell.
    definition
        Seats and quotas.
    drawn, came
        The numbers of those who were drawn, and of those who came.
    """
    group_of = {q.id: groups_of_cells(pool, q.id) for q in definition.quotas}
    cells = len(pool.cells)
    seats, there = (
        np.bincount(pool.cell_of[[n in own for n in pool.numbers]], minlength=cells)
        for own in (drawn, came)
    )
    counts = np.column_stack([pool.quotas.available, seats, seats - there])
    return frozenset(
        quota.id
        for quota in definition.quotas
        if quota.sensitive
        and len(pool.joined[quota.id]) > 1
        and _settled(counts, group_of, quota.id)
    )


def _tells(pool: Pool, panel: IntArray, group_of: Mapping[str, IntArray], quota: str) -> bool:
    sizes = pool.quotas.available
    own = group_of[quota]
    if names_few(np.bincount(own, weights=sizes - panel).astype(int)):
        return True
    return _settled(np.column_stack([sizes, panel]), group_of, quota)


def _settled(counts: IntArray, group_of: Mapping[str, IntArray], quota: str) -> bool:
    """Whether counts by group leave few ways to say which cells are of which group."""
    others = [group for name, group in group_of.items() if name != quota]
    rest = np.column_stack([np.zeros(len(counts), dtype=int), *others])
    _, alike = np.unique(rest, axis=0, return_inverse=True)
    ways = other_assignments(counts, group_of[quota], alike.reshape(-1))
    return bool((ways < ENOUGH).any())
