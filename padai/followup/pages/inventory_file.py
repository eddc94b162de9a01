"""The inventory as a file that anyone can count with."""

from __future__ import annotations

import csv
import io
import math

from padai.followup.pages.inventory_rows import MEASURES, all_rows
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import Cell
from padai.publishing.basis.naming import Naming
from padai.words import Said, Tabled

_HEADS = Tabled(
    (
        Said("publishing-dialogue-category-660a"),
        Said("publishing-dialogue-label"),
        Said("publishing-dialogue-uses-c0b4"),
        Said("publishing-dialogue-in-service-dabb"),
        Said("publishing-dialogue-measure-4b33"),
        "question",
        Said("publishing-dialogue-response"),
        Said("publishing-dialogue-share"),
        Said("publishing-dialogue-lower-end"),
        Said("publishing-dialogue-upper-end"),
        "n",
        Said("publishing-dialogue-flag"),
        Said("publishing-dialogue-about-the-category"),
        Said("publishing-dialogue-notice"),
    )
)


def inventory_csv(context: Context) -> str:
    """Return the table as CSV, one line a category and measure, shares as proportions."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_HEADS[context.lang])
    notice = ". ".join(m.rstrip(".") for m in context.marks)
    for row in all_rows(context):
        for name, measured in row.measures.items():
            writer.writerow(
                [
                    row.id,
                    row.label,
                    row.uses,
                    row.in_use,
                    MEASURES[name][context.lang],
                    measured.question,
                    measured.response,
                    *_numbers(context, measured.cell),
                    context.say("publishing-dialogue-yes")
                    if measured.own
                    else context.say("publishing-dialogue-no"),
                    notice,
                ]
            )
    return out.getvalue()


def _numbers(naming: Naming, cell: Cell | None) -> list[str]:
    """Return an estimate sign for sign as the store has it; nothing where it may not be shown."""
    if cell is None or not cell.shown:
        return ["", "", "", "", cell.flag if cell else ""]
    ends = [cell.conf_low, cell.conf_high] if naming.words(cell.part).has_intervals else []
    written = [repr(v) if math.isfinite(v) else "" for v in (cell.estimate, *ends)]
    written += [""] * (3 - len(written))
    return [*written, str(round(cell.n_base)) if math.isfinite(cell.n_base) else "", cell.flag]
