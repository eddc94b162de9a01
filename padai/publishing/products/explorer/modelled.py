"""What the explorer shows of modelled areas, in the words of the report."""

from __future__ import annotations

from typing import Any

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN
from padai.publishing.chapters.opening import PAGES
from padai.publishing.chapters.small_areas import ANCHOR, side_by_side


def modelled(context: Context) -> list[dict[str, Any]]:
    """Return the table of each modelled question, every cell as it is written in the report.

    Parameters
    ----------
    context
        A store in one language; nothing comes of one without models.
    """
    frame = context.store.tables["small_areas"]
    if not len(frame) or MAIN not in context.explored:
        return []
    rows = [{str(k): v for k, v in r.items()} for r in frame.to_dict("records")]
    report = f"../{context.lang}/{PAGES['report'][context.lang]}"
    areas_shown = []
    for areas in context.survey.small_areas:
        for question in areas.questions:
            own = [r for r in rows if (r["model"], r["question"]) == (areas.id, question)]
            if not own:
                continue
            beside = side_by_side(context, areas, question, own)
            areas_shown.append(
                {
                    "part": MAIN,
                    "question": question,
                    "response": str(own[0]["response"]),
                    "breakdown": areas.areas,
                    "title": context.say("publishing-chapters-small-area-estimates"),
                    "caption": beside.caption,
                    "heads": [context.breakdown(areas.areas), *(c.heading for c in beside.columns)],
                    "rows": [[line.heading, *line.cells] for line in beside.lines],
                    "notes": [context.say("publishing-chapters-areas-map-note-short"), beside.note],
                    "link": [
                        context.say("publishing-chapters-how-these-small-area-estimates-are-made"),
                        f"{report}#{context.say(*ANCHOR)}",
                    ],
                }
            )
    return areas_shown
