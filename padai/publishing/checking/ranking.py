"""Judge what ranks a figure: the highest of its series, so many times what it was, above another.

The release publishes no such comparison: its levels can contradict one, and never support it.
Only a multiple is supported, where the change that it tells is published too.
"""

from __future__ import annotations

from padai.publishing.checking import claims as kinds
from padai.publishing.checking.claims import Claim
from padai.publishing.checking.judged import CONTRADICTED, NOT_CHECKED, SUPPORTED, Judged
from padai.publishing.checking.published import PublishedFigures
from padai.publishing.checking.times import SpokenPeriod
from padai.publishing.exhibits.exhibit_items import Item, breaks_between, bridged

_CLOSE = 0.12
"""How far a ratio may be from "twice": what was 2.2 times is "more than doubled" in a title."""
_EQUAL = 0.0005


def of_series(
    published: PublishedFigures, claim: Claim, item: Item, first: str, wave: str
) -> Judged:
    """Judge "the highest since": any comparable edition, from the first named on, contradicts it.

    Parameters
    ----------
    first
        The edition since which, or nothing.
    wave
        The edition that is said to be the highest or the lowest.
    """
    context = published.context
    now = published.cell(item, wave)
    if now is None or not now.shown:
        return Judged(NOT_CHECKED, item, wave)
    order = list(context.survey.waves)
    others = order[order.index(first) if first else 0 :]
    sign = 1 if claim.kind == kinds.HIGHEST else -1
    for other in others:
        cell = published.cell(item, other)
        ends = sorted((other, wave), key=order.index)
        if other == wave or cell is None or not cell.shown:
            continue
        if any(not bridged(b, item) for b in breaks_between(context, item, *ends)):
            continue
        if sign * (cell.estimate - now.estimate) > _EQUAL:
            says = f"{context.value(cell)} ({context.wave_short(other)})"
            return Judged(CONTRADICTED, item, wave, says, "value", "series.csv")
    return Judged(NOT_CHECKED, item, wave)


def multiplied(
    published: PublishedFigures, claim: Claim, item: Item, period: SpokenPeriod
) -> Judged:
    """Judge "has doubled" by the two levels of its period, and by whether a change is shown."""
    context = published.context
    cells = [published.cell(item, w) for w in (period.first, period.last)]
    shown = [c for c in cells if c is not None and c.shown]
    if len(shown) < 2 or context.kind(item.question, item.response) != "share":
        return Judged(NOT_CHECKED, item)
    before, after = shown
    says = f"{context.value(before)}, {context.value(after)}"
    ratio = after.estimate / before.estimate if before.estimate else float("inf")
    low, high = claim.value * (1 - _CLOSE), claim.value * (1 + _CLOSE)
    right = {"over": claim.value < ratio, "under": ratio < claim.value}.get(claim.slack, True)
    wanted = ("rose", "fell") if low <= ratio <= high or claim.slack else ()
    verdicts = [f.verdict for f in published.changes(item, period) if f.verdict]
    shown_change = any(v.startswith(wanted) for v in verdicts) if wanted else False
    status = SUPPORTED if right and shown_change else CONTRADICTED
    why = "" if status == SUPPORTED else "size"
    return Judged(status, item, period.first, says, why, "series.csv")


def above(published: PublishedFigures, claim: Claim, pair: tuple[Item, Item], wave: str) -> Judged:
    """Judge that one figure is above (below) another of the same unit, by their levels."""
    context = published.context
    cells = [published.cell(i, wave) for i in pair]
    units = {context.kind(i.question, i.response) for i in pair}
    if any(c is None or not c.shown for c in cells) or len(units) > 1:
        return Judged(NOT_CHECKED, pair[0], wave)
    first, second = (c for c in cells if c is not None)
    gap = first.estimate - second.estimate
    if claim.kind in (kinds.BELOW, kinds.BEHIND):
        gap = -gap
    if gap > _EQUAL:
        return Judged(NOT_CHECKED, pair[0], wave)
    says = f"{context.value(first)}, {context.value(second)}"
    return Judged(CONTRADICTED, pair[0], wave, says, "value", "series.csv")
