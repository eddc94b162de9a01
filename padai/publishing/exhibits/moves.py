"""What became of figures, by period: which rose and fell, by how much, and which did not move."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from padai.publishing.basis.lookup import Difference
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import Period, margin_words
from padai.publishing.basis.sides import PeriodMoves, Told
from padai.publishing.exhibits.exhibit_items import (
    MOVED,
    WAVE_SHAPES,
    Item,
    ends_of,
    period_of,
    without_a_trend,
)
from padai.publishing.exhibits.figure_names import in_sentence

SIDE = {"higher": "up", "lower": "down", "same": "same", "open": "open_step"}
"""The side of a sentence that each shape of a verdict is told on."""
_PERIOD_SIDE = {"rose": "up", "fell": "down", "cannot_tell": "open_period"}


def periods_sentence(context: Readout, periods: Sequence[tuple[str, Item, Period]]) -> str:
    """Say which series rose or fell over their whole period, by how much, a sentence a period."""
    return " ".join(moves.sentence(context.lang) for moves in moved_over(context, periods))


def moved_over(context: Readout, periods: Sequence[tuple[str, Item, Period]]) -> list[PeriodMoves]:
    """Return which series rose or fell over their whole period, and by how much, by period.

    A line is told by what it moves a year and by its ends, a series that is no line by the change
    of its ends; what moved most from end to end stands first.
    """
    by_period: list[PeriodMoves] = []
    for first, last in dict.fromkeys((p.first, p.last) for _, _, p in periods):
        sides: dict[str, list[Told]] = {"up": [], "down": [], "open_period": []}
        mine = [t for t in periods if (t[2].first, t[2].last) == (first, last)]
        for name, item, period in sorted(mine, key=lambda t: _order_over(context, t[1], t[2])):
            named = in_sentence(context, name, item)
            sides[_PERIOD_SIDE[period.verdict]].append((named, _sized(context, item, period)))
        when = context.say("publishing-exhibits-from-to-c6a2", first=first, last=last)
        by_period.append(PeriodMoves(when, sides, ["open_period"], between=True))
    return by_period


def _order_over(context: Readout, item: Item, period: Period) -> tuple[bool, float]:
    """Order by what moved from end to end: a slope is of one year, and no size beside others."""
    if period.ends:
        return _order_of(context, item, 0.0)
    ends = ends_of(context, item) if period.term == "slope" else None
    return _order_of(context, item, ends[1].estimate - ends[0].estimate if ends else period.change)


def _order_of(naming: Naming, item: Item | Difference, change: float) -> tuple[bool, float]:
    """Order by size, the largest first; means last, which are on scales of their own."""
    return naming.kind(item.question, item.response) == "mean", -abs(change)


def _sized(context: Readout, item: Item, period: Period) -> str:
    """Give the size of what moved; the verb says which way."""
    if period.verdict == "cannot_tell":
        return ""
    kind = context.kind(item.question, item.response)
    size = context.numbers.size(period.change, kind, short=True)
    if period.term != "slope":
        return size
    size += context.say("publishing-exhibits-a-year")
    if (ends := ends_of(context, item)) is None:
        return size
    first, last = map(context.value, ends)
    between = context.say("publishing-exhibits-from-to-c6ca", ends=first, ends_2=last)
    if period.ends and first == last:
        between = context.say("publishing-exhibits-ends-alike", ends=first)
    elif period.ends:
        between = context.say("publishing-exhibits-ends-against-a-line", between=between)
    return f"{size} ({between})"


def changes_sentence(
    naming: Naming, changes: Sequence[tuple[str, Difference]], *, counted: Sequence[str] = ()
) -> str:
    """Say what rose, fell, was stable or cannot be told, a sentence an earlier wave."""
    by_period = moved_since(naming, changes, counted=counted)
    return " ".join(moves.sentence(naming.lang) for moves in by_period)


def moved_since(
    naming: Naming,
    changes: Sequence[tuple[str, Difference]],
    *,
    counted: Sequence[str] = (),
    beside: Callable[[Difference], str] | None = None,
) -> list[PeriodMoves]:
    """Return what rose, fell, was stable or cannot be told, by earlier wave.

    What moved most stands first.

    Parameters
    ----------
    counted
        Further sides of which the number alone is said.
    beside
        Returns what is said in brackets after the size of what moved; nothing where empty.
    """
    by_period: list[PeriodMoves] = []
    for wave in dict.fromkeys(d.reference for _, d in changes):
        sides: dict[str, list[Told]] = {"up": [], "down": [], "same": [], "open_step": []}
        mine = [(name, d) for name, d in changes if d.reference == wave]
        for name, one in sorted(mine, key=lambda t: _order_of(naming, t[1], t[1].estimate)):
            side = SIDE[WAVE_SHAPES[one.verdict]]
            kind = naming.kind(one.question, one.response)
            sized = one.shown and side in ("up", "down")
            size = naming.numbers.size(one.estimate, kind, short=True) if sized else ""
            if size and beside is not None and (more := beside(one)):
                size = f"{size} ({more})"
            sides[side].append((in_sentence(naming, name, one), size))
        when = naming.say("publishing-exhibits-since", since=naming.since(wave))
        within = stable_within(naming, [one for _, one in mine])
        by_period.append(PeriodMoves(when, sides, ["open_step", *counted], within=within))
    return by_period


def moves_all_the_same(context: Readout, item: Item, change: Difference) -> bool:
    """Whether a figure is stable since an edition and rose or fell over its whole period.

    “Remains stable” would be read as its verdict: such a figure is told by its line alone.
    """
    if change.verdict != "stable":
        return False
    period = period_of(context, item)
    return period is not None and period.verdict in MOVED


def trend_beside(context: Readout, change: Difference) -> str:
    """Say beside what moved since an edition that no trend of it is shown, where none is."""
    item = Item(change.question, change.response, change.breakdown, change.group, change.part)
    return without_a_trend(context, item)


def stable_within(naming: Naming, changes: Sequence[Difference]) -> str:
    """Say within how many points the stable ones are, where all of them are within the same."""
    margins = {(d.margin, _unit_of(naming, d)) for d in changes if d.verdict == "stable"}
    if len(margins) != 1:
        return ""
    return margin_words(naming.numbers, next(iter(margins))[0])


def _unit_of(naming: Naming, change: Difference) -> bool:
    """Whether a change is in points of the scale of a mean."""
    return naming.kind(change.question, change.response) == "mean"
