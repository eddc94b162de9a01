"""How a chapter opens: what moved over the whole period, what moved last, who differs.

padai picks these findings out of the chapter, so that each rests on the headline family or on a
selected one; the others stand beside their own figure.
"""

from __future__ import annotations

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN
from padai.publishing.basis.sentences import joined, upper_first
from padai.publishing.basis.sides import untold_sentence as untold
from padai.publishing.basis.vocabulary import check_words
from padai.publishing.exhibits.common import Item, change_of, period_of
from padai.publishing.exhibits.titles import changes_sentence, name_in_list, periods_sentence
from padai.publishing.pieces.emit import Piece, paragraph
from padai.survey import Section

_MOST_GROUPS = 3


def chapter_opening(context: Context, section: Section) -> Piece:
    """Return the sentences that open a chapter; nothing where nothing may be picked or told."""
    if not context.words(MAIN).has_intervals:
        return Piece("")
    items = _items(context, section)
    said = [_whole(context, items), _last(context, items), _who(context, items),
            _untold(context, items)]  # fmt: skip
    for text in said:
        check_words(text, context.part(MAIN).sample_type, f"opening of '{section.id}'")
    return paragraph(*(t for t in said if t)) if any(said) else Piece("")


def _items(context: Context, section: Section) -> list[Item]:
    """Return what a chapter follows, each once."""
    found = {
        Item(q, context.headline(q, block.net if block.kind in ("trend", "changes") else None)): 1
        for block in section.blocks
        for q in block.questions
        if context.lookup.asked(q, MAIN)
    }
    return list(found)


def _whole(context: Context, items: list[Item]) -> str:
    told = []
    for item in items:
        row = context.lookup.whole_period(item.question, item.response)
        period = period_of(context, item)
        if row is not None and period is not None and context.lookup.picked_overall(row):
            told.append((name_in_list(context, item.question), item, period))
    return periods_sentence(context, told)


def _last(context: Context, items: list[Item]) -> str:
    changes = [(name_in_list(context, i.question), change_of(context, i)) for i in items]
    return changes_sentence(
        context, [(name, d) for name, d in changes if d is not None and context.lookup.picked(d)]
    )


def _who(context: Context, items: list[Item]) -> str:
    """Name the groups that stand farthest from the others, among those that may be picked."""
    found = []
    for item in items:
        for breakdown in context.store.survey.breakdowns:
            for group in context.groups(breakdown.id):
                contrast = context.lookup.contrast(
                    item.question, item.response, breakdown.id, group
                )
                if contrast is not None and contrast.shown and context.lookup.picked(contrast):
                    found.append((item, contrast))
    # sizes of means and of shares are not on one scale: a chapter of both names shares first
    found.sort(key=lambda p: (p[1].response == "mean", -abs(p[1].estimate)))
    lines = []
    for item, one in found[:_MOST_GROUPS]:
        words = context.say("publishing-chapters-higher") if one.verdict == "higher" else (
            context.say("publishing-chapters-lower")
        )  # fmt: skip
        size = context.numbers.bare_change(one.estimate, context.kind(one.question, one.response))
        name = f"{name_in_list(context, item.question)}, {context.group(one.breakdown, one.group)}"
        lines.append(f"{name} ({words}, {size})")
    if not lines:
        return ""
    lead = context.say("publishing-chapters-largest-gaps-to-the-other-groups")  # fmt: skip
    return upper_first(context.colon(lead, joined(lines, context.lang))) + "."


def _untold(context: Context, items: list[Item]) -> str:
    changes = [d for i in items if (d := change_of(context, i)) is not None and d.verdict]
    if not changes:
        return ""
    since = changes[0].reference
    mine = [d for d in changes if d.reference == since and d.verdict != "not comparable"]
    count = sum(d.verdict == "cannot_tell" for d in mine)
    return untold(count, len(mine), context.since(since), context.numbers) if count else ""
