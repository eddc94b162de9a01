"""A panel drawn by lot from volunteers, so that anyone can redo it and check it.

Chance enters by SHA-256 alone: the ticket and the order of volunteers follow from the seed and
their anonymous numbers, in any language and on any machine. ``draw_panel`` works out the lottery;
``drawn`` only draws from one that was published.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import DataError, DefinitionError, language
from padai.lottery.pool import Pool, pool_of, refuse_impossible
from padai.lottery.untold import untold_quotas
from padai.numerics.designs import BoolArray, IntArray
from padai.numerics.draw import TICKETS, Lottery, leximin_lottery
from padai.numerics.small_cells import SENSITIVE_CELL, merge_sensitive, parts_of
from padai.numerics.threads import pinned
from padai.results.shown import Shown
from padai.spelling import called
from padai.survey.panels import DrawDef, Quota
from padai.words import Said, say

if TYPE_CHECKING:
    import pandas as pd

TICKET_WORD = "billet"
PANEL, RESERVE = "panel", "reserve"
LOTTERY_COLUMNS = ("first_ticket", "last_ticket", "cell", "people")


@dataclass(frozen=True, eq=False, repr=False)
class Drawn(Shown):
    """What was drawn; what it prints is the counts of groups, and nothing of one volunteer.

    Attributes
    ----------
    people : pandas.DataFrame
        One row a volunteer: number, cell, profile, probability (0 to 1), status (``panel``,
        ``reserve`` or empty) and rank inside the cell, in the order of the seed.
    lottery : pandas.DataFrame
        first_ticket, last_ticket (1 to 10,000), cell, people: one row for each cell of each panel.
    ticket : int
        The ticket drawn, 1 to 10,000; 0 where there is no seed yet, and so nobody is drawn.
    counts : pandas.DataFrame
        By group of each quota: quota, group, volunteers, low, high, panel.
    joined : mapping of str to tuple of tuple of str
        By quota, the declared groups that were drawn as one (see ``draw_pool.joined_groups``).
    untold : frozenset of str
        Sensitive quotas of which no count by group goes out: with the list of numbers it would tell
        the group of some (see ``untold.untold_quotas``).
    """

    people: pd.DataFrame
    lottery: pd.DataFrame
    ticket: int
    counts: pd.DataFrame
    joined: Mapping[str, tuple[tuple[str, ...], ...]]
    untold: frozenset[str]

    def _shown(self) -> pd.DataFrame:
        return self.counts[~self.counts["quota"].isin(self.untold)]

    def _caption(self, count: int) -> str:
        rows = super()._caption(count)
        return f"{rows}, {say('dialogue-ticket', language(), ticket=self.ticket)}"


@called
def draw_panel(
    definition: DrawDef,
    volunteers: Any,
    where: str = "draw",
    *,
    lottery: pd.DataFrame | None = None,
) -> Drawn:
    """Draw a panel from volunteers, each with the largest chance that quotas allow (leximin).

    Parameters
    ----------
    definition
        Seats, quotas, reserves and seed.
    volunteers
        A table with a column of anonymous numbers and one for each quota; all as text.
    where
        Names the survey in messages.
    lottery
        A lottery that was published (``Drawn.lottery``) to draw from; worked out where not given.

    Returns
    -------
    Drawn

    Raises
    ------
    DataError
        A column or number is missing, a number is repeated, a value is in no group, or the lottery
        is not one of these volunteers and quotas.
    DefinitionError
        No panel meets the quotas; the message names the margin.

    References
    ----------
    Flanigan et al. (2021), *Nature* 596, 548-552.

    Examples
    --------
    >>> drawn = draw_panel(survey.panel.draw, volunteers)  # doctest: +SKIP
    """
    if not isinstance(definition, DrawDef):
        raise DefinitionError(
            Said("dialogue-a-draw-is-a-definitions", found=type(definition).__name__)
        )
    pool = pool_of(definition, volunteers, where)
    if lottery is not None:
        return drawn(definition, pool, published_lottery(pool, lottery, where))
    refuse_impossible(definition, pool, where)
    return drawn(definition, pool, leximin_lottery(pool.quotas))


def drawn(definition: DrawDef, pool: Pool, lottery: Lottery) -> Drawn:
    """Draw by the seed from a lottery, and list the reserves of each cell.

    Without a seed, nobody is drawn: status is empty and rank 0.
    """
    import pandas as pd

    people = pd.DataFrame({"number": pool.numbers, "cell": [pool.cells[c] for c in pool.cell_of]})
    people["profile"] = [pool.profiles[c] for c in pool.cell_of]
    people["probability"] = lottery.probabilities(pool.quotas.available)[pool.cell_of]
    rank = np.zeros(len(people), dtype=np.intp)
    untold = untold_quotas(definition, pool, lottery)
    if definition.seed is None:
        nobody = np.zeros(len(people), dtype=np.bool_)
        people["status"], people["rank"] = "", rank
        counts = _counted(pool, nobody)
        return Drawn(people, _published(pool, lottery), 0, counts, pool.joined, untold)
    ticket = ticket_of(definition.seed, int(lottery.tickets.sum()))
    taken = lottery.panel(ticket - 1)
    keys = np.array([order_key(definition.seed, n) for n in pool.numbers])
    for cell in range(len(pool.cells)):
        rows = np.flatnonzero(pool.cell_of == cell)
        rank[rows[np.argsort(keys[rows], kind="stable")]] = np.arange(1, len(rows) + 1)
    seats = taken[pool.cell_of]
    last = seats * (1 + definition.reserves)
    status = np.where(rank <= seats, PANEL, np.where(rank <= last, RESERVE, ""))
    people["status"] = status
    people["rank"] = rank
    counts = _counted(pool, status == PANEL)
    return Drawn(people, _published(pool, lottery), ticket, counts, pool.joined, untold)


def numbers_of(people: pd.DataFrame) -> pd.DataFrame:
    """Return what goes out of each volunteer: the anonymous number, and the cell.

    With the lottery and the seed, it is all that anyone needs to do the draw again. It does not say
    what those of a cell share.
    """
    return people[["number", "cell"]]


def ticket_of(seed: str, tickets: int = TICKETS) -> int:
    """Return the ticket of a seed, 1 to `tickets`.

    Examples
    --------
    >>> ticket_of("1") == int(hashlib.sha256(b"1:billet").hexdigest(), 16) % 10000 + 1
    True
    """
    return int(order_key(seed, TICKET_WORD), 16) % tickets + 1


def order_key(seed: str, number: str) -> str:
    """Return what volunteers are sorted by: the SHA-256 of ``seed:number``, in hexadecimal."""
    return hashlib.sha256(f"{seed}:{number}".encode()).hexdigest()


@pinned
def _counted(pool: Pool, chosen: np.ndarray) -> pd.DataFrame:
    import pandas as pd

    each = np.bincount(pool.cell_of[chosen], minlength=len(pool.cells))
    return pd.DataFrame(
        {
            "quota": [q for q, _ in pool.groups],
            "group": [g for _, g in pool.groups],
            "volunteers": pool.quotas.members @ pool.quotas.available,
            "low": pool.quotas.low,
            "high": pool.quotas.high,
            "panel": pool.quotas.members @ each,
        }
    )


def _published(pool: Pool, lottery: Lottery) -> pd.DataFrame:
    import pandas as pd

    ends = np.cumsum(lottery.tickets)
    rows = [
        (int(end - n + 1), int(end), pool.cells[c], int(panel[c]))
        for panel, n, end in zip(lottery.panels, lottery.tickets, ends, strict=True)
        for c in np.flatnonzero(panel)
    ]
    return pd.DataFrame(rows, columns=list(LOTTERY_COLUMNS))


@pinned
def published_lottery(pool: Pool, table: pd.DataFrame, where: str) -> Lottery:
    """Read a lottery that was published, and check that each of its panels meets the quotas.

    Raises
    ------
    DataError
        Columns or cells that are not known, tickets that do not follow one another, or a panel
        that does not meet the quotas.
    """
    if list(table.columns) != list(LOTTERY_COLUMNS):
        raise _lottery(
            where,
            Said("dialogue-it-has-other-columns-than", lottery_columns=", ".join(LOTTERY_COLUMNS)),
        )
    try:
        first, last, people = (
            table[c].astype(int) for c in ("first_ticket", "last_ticket", "people")
        )
    except (ValueError, TypeError):
        raise _lottery(
            where,
            Said("dialogue-tickets-and-people-are-whole-numbers"),
        ) from None
    unknown = int((~table["cell"].isin(pool.cells)).sum())
    if unknown:
        raise _lottery(
            where,
            Said("dialogue-row-s-name-a-cell-without-volunteers", unknown=unknown),
        )
    spans = list(dict.fromkeys(zip(first, last, strict=True))) or [(0, 0)]
    starts = [1, *(end + 1 for _, end in spans)]
    if [s for s, _ in spans] != starts[:-1] or spans[-1][1] != TICKETS:
        raise _lottery(
            where,
            Said("dialogue-its-tickets-do-not-run-from-1-to", tickets=TICKETS),
        )
    row = {span: i for i, span in enumerate(spans)}
    column = {name: i for i, name in enumerate(pool.cells)}
    panels = np.zeros((len(spans), len(column)), dtype=np.intp)
    for a, b, cell, n in zip(first, last, table["cell"], people, strict=True):
        panels[row[a, b], column[cell]] = n
    bad = int(_off_quota(pool, panels).sum())
    if bad:
        raise _lottery(where, Said("dialogue-of-its-panels-do-not-meet-the-quotas", bad=bad))
    return Lottery(panels, np.array([b - a + 1 for a, b in spans]))


def _off_quota(pool: Pool, panels: IntArray) -> BoolArray:
    """Return which panels are not of the size, or meet not every quota with people there are."""
    q = pool.quotas
    seats = panels @ q.members.T
    outside = (seats < q.low) | (seats > q.high)
    off: BoolArray = (
        outside.any(axis=1) | (panels.sum(axis=1) != q.size) | (panels > q.available).any(axis=1)
    )
    return off


def merged_groups(
    quota: Quota,
    counts: Sequence[Mapping[str, int]],
    least: int = SENSITIVE_CELL,
    joined: Sequence[tuple[str, ...]] = (),
    *,
    untold: bool = False,
) -> list[tuple[str, ...]]:
    """Return which groups of a quota are counted as one.

    Those of a sensitive quota that have 1 to ``least - 1`` people in one of the countings are
    merged with the largest, the same in all: countings merged apart could be subtracted from each
    other.

    Parameters
    ----------
    counts
        People by group, one mapping a counting; by declared group, or by those drawn as one.
    joined
        Groups that were drawn as one: what a list merges, no table tells apart.
    untold
        Whether all groups are counted as one (``Drawn.untold``).
    """
    order = [g.id for g in quota.groups]
    if untold:
        return [tuple(order)]
    groups: list[tuple[str, ...]] = list(joined) or [(g,) for g in order]
    if not quota.sensitive:
        return groups
    for counting in counts:
        cells = {name: _people(counting, name, g) for g in groups for name in ["+".join(g)]}
        names = dict(zip(cells, groups, strict=True))
        merged = [parts_of(name, cells) for name in merge_sensitive(cells, least)]
        groups = [tuple(i for part in parts for i in names[part]) for parts in merged]
    ordered = [tuple(sorted(g, key=order.index)) for g in groups]
    return sorted(ordered, key=lambda g: order.index(g[0]))


def _people(counting: Mapping[str, int], name: str, groups: tuple[str, ...]) -> int:
    return counting[name] if name in counting else sum(counting[group] for group in groups)


def _lottery(where: str, methods: Said) -> DataError:
    return DataError(
        Said("dialogue-the-lottery-is-not-one-of-these", said=methods),
        where=where,
    )
