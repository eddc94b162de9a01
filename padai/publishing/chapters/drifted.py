"""The remark on a change where what is officially known drifted too."""

from __future__ import annotations

import math

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, TOTAL
from padai.publishing.basis.readout import Readout
from padai.publishing.exhibits.exhibit_items import Item, change_of

LEVEL = 0.05
_SILENT = ("", "cannot_tell", "not comparable")


def drift_remark(context: Context, item: Item) -> str:
    """Say that errors against official values drifted; nothing where a change stands clear of them.

    Said of every change of a total where the test of the drift rejects at 5%; of one that has a
    verdict also where the largest drift of an item, between the same two editions, exceeds it.
    """
    change = change_of(context.lookup, item)
    if item.breakdown != TOTAL or item.part != MAIN or change is None or not change.shown:
        return ""
    if not context.words(MAIN).has_intervals:
        return ""
    frame = context.store.tables["validation_items"]
    rows = frame[frame["kind"] == "drift"].to_dict("records")
    for row in ({str(name): value for name, value in r.items()} for r in rows):
        since = context.since(str(row["reference"]))
        if row["wave"] != change.wave or not math.isfinite(row["p_value"]):
            continue
        if row["p_value"] < LEVEL:
            return context.say("publishing-chapters-drift-remark-shown", since=since)
        if _exceeds(context, item, row):
            largest = context.numbers.share(row["largest"], sign=False)
            return context.say(
                "publishing-chapters-drift-remark-larger", since=since, largest=largest
            )
    return ""


def _exceeds(context: Readout, item: Item, row: dict[str, object]) -> bool:
    change = change_of(context.lookup, item)
    assert change is not None
    share = context.kind(item.question, item.response) == "share"
    verdict_given = share and change.verdict not in _SILENT and row["reference"] == change.reference
    return verdict_given and float(str(row["largest"])) > abs(change.estimate)
