"""Volunteers sorted into cells, and whether a panel of them can meet the quotas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from padai.errors import DataError, DefinitionError, Said
from padai.numerics.designs import IntArray
from padai.numerics.draw import Quotas, shortfalls
from padai.numerics.small_cells import SENSITIVE_CELL
from padai.numerics.told_codes import runs_apart
from padai.survey.faults import listed
from padai.survey.panels import DrawDef, Quota

if TYPE_CHECKING:
    import pandas as pd

_BETWEEN = "; "
_BY_CHANCE = -4.0
"""Standard deviations of runs: 1 order in 30,000 has so few by chance."""
_JOINED = "+"


@dataclass(frozen=True, eq=False)
class Pool:
    """Volunteers by cell: all who are alike in every quota, small sensitive groups taken as one.

    Attributes
    ----------
    numbers : tuple of str
        Anonymous numbers, in the order of the file.
    cell_of : ndarray of int, shape (n,)
        The cell of each.
    cells : tuple of str
        Names of the cells, by their first appearance in the file: ``"c001"``. They go out with the
        lottery, and so say nothing of who is in them.
    profiles : tuple of str
        What the members of each cell share: ``"sex=F; age=18-29"``; for the organizer.
    quotas : Quotas
        The cells as arrays.
    groups : tuple of (str, str)
        The quota and group of each row of ``quotas.members``; groups taken as one are joined by
        ``+``.
    joined : mapping of str to tuple of tuple of str
        By quota, the declared groups that each of its groups is made of.
    """

    numbers: tuple[str, ...]
    cell_of: np.ndarray
    cells: tuple[str, ...]
    profiles: tuple[str, ...]
    quotas: Quotas
    groups: tuple[tuple[str, str], ...]
    joined: Mapping[str, tuple[tuple[str, ...], ...]]


def pool_of(definition: DrawDef, volunteers: pd.DataFrame, where: str) -> Pool:
    """Sort volunteers into cells."""
    columns = [definition.id, *(q.column for q in definition.quotas)]
    lacking = [c for c in columns if c not in volunteers.columns]
    if lacking:
        raise DataError(
            Said(
                "dialogue-the-pool-lacks-the-column-s-name-the",
                pool=definition.pool,
                count=len(lacking),
                lacking=", ".join(lacking),
            ),
            where=where,
        )
    table = volunteers[columns]
    _check_people(definition, table, where)
    for quota in definition.quotas:
        _check_groups(quota, table[quota.column], where)
    pool = _cells(definition, table.astype(str))
    if definition.announced is None:
        _check_order(definition, pool, where)
    return pool


def _check_people(definition: DrawDef, table: pd.DataFrame, where: str) -> None:
    """Refuse blanks, and a number that two volunteers have."""
    blank = {c: int(n) for c, n in table.isna().sum().items() if n}
    if blank:
        blanks = ", ".join(f"{c}: {n}" for c, n in blank.items())
        raise DataError(
            Said("dialogue-the-pool-has-blanks-complete-them", pool=definition.pool, said=blanks),
            where=where,
        )
    twice = int(table[definition.id].duplicated().sum())
    if twice:
        raise DataError(
            Said(
                "dialogue-number-s-stand-twice-in-column-of-the",
                twice=twice,
                definition_id=definition.id,
                pool=definition.pool,
            ),
            where=where,
        )


def _check_groups(quota: Quota, values: pd.Series, where: str) -> None:
    """Refuse volunteers who are in no group of a quota."""
    known = {g.id for g in quota.groups}
    odd = int((~values.astype(str).isin(known)).sum())
    if odd:
        raise DataError(
            Said(
                "dialogue-volunteer-s-have-in-column-a-value-that",
                odd=odd,
                column=quota.column,
                quota_id=quota.id,
                groups=", ".join(sorted(known)),
            ),
            where=where,
        )


def _check_order(definition: DrawDef, pool: Pool, where: str) -> None:
    """Refuse numbers that stand by the groups of a sensitive quota: their list goes out."""
    by_number = np.lexsort((pool.numbers, [len(number) for number in pool.numbers]))
    for quota in (q for q in definition.quotas if q.sensitive):
        group = groups_of_cells(pool, quota.id)[pool.cell_of]
        if min(runs_apart(group), runs_apart(group[by_number])) < _BY_CHANCE:
            raise DataError(
                Said(
                    "dialogue-the-numbers-stand-by-the-groups-of",
                    pool=definition.pool,
                    quota_id=quota.id,
                    id=definition.id,
                ),
                where=where,
            )


def groups_of_cells(pool: Pool, quota: str) -> IntArray:
    """Return the group of each cell in a quota, as its place among those that are drawn apart."""
    rows = [place for place, (name, _) in enumerate(pool.groups) if name == quota]
    return np.asarray(pool.quotas.members[rows].argmax(axis=0))


def _cells(definition: DrawDef, table: pd.DataFrame) -> Pool:
    joined = {
        q.id: joined_groups(q, dict(table[q.column].value_counts())) for q in definition.quotas
    }
    codes = np.column_stack([table[q.column].map(_places(joined[q.id])) for q in definition.quotas])
    cells, first, cell_of, available = np.unique(
        codes, axis=0, return_index=True, return_inverse=True, return_counts=True
    )
    names = [""] * len(cells)
    for place, cell in enumerate(np.argsort(first), start=1):
        names[int(cell)] = f"c{place:03d}"
    rows = [
        (number, place, quota, groups)
        for number, quota in enumerate(definition.quotas)
        for place, groups in enumerate(joined[quota.id])
    ]
    quotas = Quotas(
        available=available,
        members=np.array([cells[:, number] == place for number, place, *_ in rows]),
        low=np.array([_seats(quota, groups)[0] for *_, quota, groups in rows]),
        high=np.array([_seats(quota, groups)[1] for *_, quota, groups in rows]),
        size=definition.size,
    )
    labels = tuple((quota.id, _JOINED.join(groups)) for *_, quota, groups in rows)
    profiles = tuple(
        _BETWEEN.join(
            f"{q.id}={_JOINED.join(joined[q.id][int(place)])}"
            for q, place in zip(definition.quotas, row, strict=True)
        )
        for row in cells
    )
    return Pool(
        tuple(table[definition.id]),
        cell_of.reshape(-1),
        tuple(names),
        profiles,
        quotas,
        labels,
        joined,
    )


def joined_groups(
    quota: Quota, volunteers: Mapping[str, int], least: int = SENSITIVE_CELL
) -> tuple[tuple[str, ...], ...]:
    """Return the groups of a quota that a draw tells apart; those of each are drawn as one.

    The cells of a draw are public, person by person. Those of a sensitive quota must not tell
    apart what its tables merge: groups that may take fewer than `least` seats are drawn as one,
    with the group of most seats if they have too few together. It is settled by the definition: the
    smallest other group of volunteers would tell how many they can be.

    Parameters
    ----------
    quota
        The margin as declared.
    volunteers
        People by group; a group that nobody is in may be left out.
    least
        The smallest number of people of a sensitive group.

    Returns
    -------
    tuple of tuple of str
        Declared groups, in their order.
    """
    there = [g for g in quota.groups if volunteers.get(g.id, 0)]
    together = [g for g in there if quota.sensitive and g.min < least]
    others = sorted((g for g in there if g not in together), key=lambda g: -g.max)
    if sum(g.min for g in together) < least:
        together += others[:1] if together else []
    joined = tuple(g.id for g in quota.groups if g in together)
    alone = [(g.id,) for g in quota.groups if g not in together]
    order = [g.id for g in quota.groups]
    made = [*alone, joined] if joined else alone
    return tuple(sorted(made, key=lambda group: order.index(group[0])))


def _places(groups: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    return {group: place for place, joined in enumerate(groups) for group in joined}


def _seats(quota: Quota, groups: tuple[str, ...]) -> tuple[int, int]:
    """Return the fewest and the most seats of groups that are drawn as one."""
    own = [g for g in quota.groups if g.id in groups]
    return sum(g.min for g in own), sum(g.max for g in own)


def refuse_impossible(definition: DrawDef, pool: Pool, where: str) -> None:
    """Refuse quotas that no panel of these volunteers can meet, and name the margin."""
    size, faults = definition.size, list(_alone(definition, pool))
    if not faults:
        missing = shortfalls(pool.quotas)
        faults = [
            _together(quota_id, group, int(n))
            for (quota_id, group), n in zip(pool.groups, missing, strict=True)
            if n
        ]
    if faults:
        message = listed(faults, Said("dialogue-widen-min-and-max-or-invite-more-people"))
        raise DefinitionError(
            Said("dialogue-no-panel-of-meets-the-quotas", size=size, said=message),
            where=where,
        )


def _alone(definition: DrawDef, pool: Pool) -> Iterator[Said]:
    """Find what cannot be met, one margin at a time."""
    size, n = definition.size, len(pool.numbers)
    if n < size:
        yield Said("dialogue-volunteers-for-seats", n=n, size=size)
    for quota in definition.quotas:
        low, high = sum(g.min for g in quota.groups), sum(g.max for g in quota.groups)
        if low > size:
            yield Said(
                "dialogue-margin-its-min-add-up-to-over-seats",
                quota_id=quota.id,
                low=low,
                size=size,
            )
        if high < size:
            yield Said(
                "dialogue-margin-its-max-add-up-to-under-seats",
                quota_id=quota.id,
                high=high,
                size=size,
            )
    available = pool.quotas.members @ pool.quotas.available
    for (quota_id, group), there, low in zip(pool.groups, available, pool.quotas.low, strict=True):
        if there < low:
            yield Said(
                "dialogue-margin-group-at-least-and-volunteers",
                quota_id=quota_id,
                group=group,
                low=low,
                there=there,
            )


def _together(quota_id: str, group: str, n: int) -> Said:
    """Say by how much a group misses its seats in the nearest panel."""
    if n < 0:
        why = Said("dialogue-seats-cannot-be-filled", n=-n)
    else:
        why = Said("dialogue-seats-more-are-needed", n=n)
    return Said(
        "dialogue-margin-group-together-with-the-other",
        quota_id=quota_id,
        group=group,
        why=why,
    )
