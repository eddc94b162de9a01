"""What the title of a figure says already, so that no list above it says it again."""

from __future__ import annotations

from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sides import MOST_NAMED
from padai.publishing.exhibits.exhibit_items import MOVED, Item, change_of, period_of
from padai.survey import Block


def told_by_title(context: Readout, chosen: list[Item], block: Block) -> bool:
    """Whether the title right under the list says of each series what the whole period shows."""
    if context.text(block.finding) or len(chosen) > MOST_NAMED:
        return False
    periods = [period_of(context, item) for item in chosen]
    return all(p is not None and p.verdict in MOVED for p in periods)


def lately_told_by_title(context: Readout, chosen: list[Item], block: Block) -> bool:
    """Whether the title of the one series says what moved last, since no trend is shown."""
    if context.text(block.finding) or len(chosen) > 1:
        return False
    whole, last = period_of(context, chosen[0]), change_of(context.lookup, chosen[0])
    open_ended = whole is not None and whole.verdict == "cannot_tell"
    return open_ended and last is not None and last.shown and last.verdict in MOVED
