"""Small worlds looked at whole: how often tables of three variables are not enough.

All variables that were published together make one joint table. What it leaves possible is all that
anybody can know from the figures; what tables of three leave possible is what the attack and the
protection look at. The difference is what both miss.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.outsider.attacks.ranges import Published, Target, attack_ranges, must_be_open, targets
from tests.outsider.claims import NOTHING_FITS, Claim
from tests.outsider.tables import JointTable

MOST_CELLS = 100_000


@dataclass(frozen=True)
class Beyond:
    """What the whole table tells and tables of three do not.

    Attributes
    ----------
    cells
        Of the whole joint table.
    attacked
        Withheld cells that were attacked.
    by_three, by_whole
        How many of them tables of three, and the whole table, tell.
    missed
        Those that the whole table alone tells.
    """

    cells: int
    attacked: int
    by_three: int
    by_whole: int
    missed: tuple[Claim, ...]


def beyond_three(
    published: Published, names: Sequence[str], *, most_cells: int = MOST_CELLS
) -> Beyond | None:
    """Attack the withheld cells of some variables with all of them at once; None: too large.

    Parameters
    ----------
    names
        The variables of the world.
    """
    every = [
        t for t in targets(published) if t.withheld and {name for name, _ in t.within} <= set(names)
    ]
    size = 1
    for name in names:
        size *= len(published.asked.variables[name].codes)
    if size > 50 * most_cells:
        return None
    whole = published.table(names, [w for t in every for w in (t.within, t.base)])
    if len(whole.cells) > most_cells:
        return None
    told = {
        (c.kind, c.within)
        for c in attack_ranges(published, most_extras=len(names), seconds=0.0)
        if c.kind != NOTHING_FITS
    }
    claims = [claim for target in every if (claim := _told(whole, target)) is not None]
    by_three = sum((t.kind, t.within) in told for t in every)
    missed = tuple(claim for claim in claims if (claim.kind, claim.within) not in told)
    return Beyond(len(whole.cells), len(every), by_three, len(claims), missed)


def _told(whole: JointTable, target: Target) -> Claim | None:
    highest, lowest = must_be_open(whole, target)
    met = whole.met(target.within)
    if met is not None and met.low <= lowest and met.high >= highest:
        return None  # tables that fit leave it open: how far it goes beyond them is not asked
    found = whole.range(target.within)
    if found is None or (found.low <= lowest and found.high >= highest):
        return None
    return Claim(
        target.kind,
        whole.place,
        target.within,
        found.low,
        found.high,
        f"the whole joint table of {len(whole.names)} variables",
        target.base,
    )
