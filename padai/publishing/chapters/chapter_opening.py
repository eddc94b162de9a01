"""How a chapter opens: what moved over the whole period, what moved last, who differs.

padai picks these findings out of the chapter, so that each rests on the headline family or on a
selected one; what else rose or fell stands under its own figure, and is counted here. No group
that is named bears a mark of caution. A chapter on the parts of a survey opens with them, and
judges nothing.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, Cell, Difference
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import joined as in_words
from padai.publishing.basis.sentences import listed, lower_first
from padai.publishing.basis.sides import PeriodMoves, quoted, stable_clause, untold_clause
from padai.publishing.basis.vocabulary import check_words
from padai.publishing.chapters.findings import Gaps, ToldFindings, checked_findings, findings
from padai.publishing.exhibits.declarations import declared_note
from padai.publishing.exhibits.exhibit_items import MOVED, Item, change_of, firm, period_of
from padai.publishing.exhibits.figure_names import in_sentence, name_in_list, name_of_figure
from padai.publishing.exhibits.moves import (
    moved_over,
    moved_since,
    moves_all_the_same,
    stable_within,
    trend_beside,
)
from padai.publishing.pieces.emit import Piece, joined, paragraph
from padai.survey import Section
from padai.words import in_a_row

_MOST_GROUPS = 3
_OF_GROUPS = ("groups", "tiles")
"""The kinds of block that compare groups: a chapter that starts by one opens with the groups."""


def chapter_opening(context: Context, section: Section) -> Piece:
    """Return the sentences that open a chapter; nothing where nothing may be told."""
    items = _items(context, section)
    if not items:
        return _of_parts(context, section)
    if not context.words(MAIN).has_intervals:
        return Piece("")
    whole = _whole(context, items)
    if section.blocks and section.blocks[0].kind in _OF_GROUPS:
        who = _who(context, items, lower=True)
        sentences = [who, whole, _last(context, items, []), _elsewhere(context, items)]
    else:
        last = _last(context, items, _counts(context, items))
        sentences = [whole, last, _who(context, items), _elsewhere(context, items)]
    sentences = [each for each in sentences if each.text(context.lang)]
    checked_findings(
        sentences, context.lang, context.part(MAIN).sample_type, f"opening of '{section.id}'"
    )
    if not sentences:
        return Piece("")
    rest = in_a_row(sentences[-1].rest, _declared(context, items))
    sentences[-1] = replace(sentences[-1], rest=rest)
    return joined(findings(context, sentences, style="findings"))


def _items(context: Readout, section: Section) -> list[Item]:
    """Return what a chapter follows of the main part, each once."""
    items = {
        Item(q, context.headline(q, block.net if block.kind in ("trend", "changes") else None)): 1
        for block in section.blocks
        if block.kind != "parts"
        for q in block.questions
        if context.lookup.asked(q, MAIN)
    }
    return list(items)


def _declared(context: Readout, items: list[Item]) -> str:
    """Say of the verdicts that an opening tells or counts what was declared of them."""
    periods = (context.lookup.whole_period(i.question, i.response) for i in items)
    gaps = (d for i in items for d in _stand(context, i))
    return declared_note(context, [*periods, *(change_of(context.lookup, i) for i in items), *gaps])


def _of_parts(context: Readout, section: Section) -> Piece:
    """Say the first figure that a chapter sets side by side, part by part, the main one last."""
    shown = [*(p for p in context.parts if p != MAIN), MAIN]
    for block in section.blocks:
        for question in block.questions if block.kind == "parts" else ():
            response = context.headline(question, block.net)
            cells = [context.lookup.cell(question, response, part=p) for p in shown]
            cells_shown = [c for c in cells if c is not None and c.shown]
            if any(c.part != MAIN for c in cells_shown):
                return _side_by_side(context, cells_shown, f"opening of '{section.id}'")
    return Piece("")


def _side_by_side(context: Readout, cells: list[Cell], where: str) -> Piece:
    """Say one figure of each part, and whom a part without weights describes."""
    one, parts = cells[0], [context.part(c.part) for c in cells]
    figures = [
        context.say(
            "publishing-chapters-figure-of-part",
            value=context.value(c),
            part=quoted(context.text(context.part(c.part).label), context.lang),
        )
        for c in cells
    ]
    followed = context.say(
        "publishing-chapters-figures-of-parts",
        name=quoted(name_in_list(context, one.question), context.lang),
        response=context.response(one.question, one.response),
        figures=listed(figures, context.lang),
    )
    sentences = [followed]
    if any(p.weights == "none" for p in parts):
        sentences.append(context.say("publishing-chapters-a-part-that-is-not-weighted-describes"))
    for part in parts:
        check_words(" ".join(sentences), part.sample_type, where)
    return paragraph(*sentences)


def _whole(context: Context, items: list[Item]) -> ToldFindings:
    moved = []
    for item in items:
        row = context.lookup.whole_period(item.question, item.response)
        period = period_of(context, item)
        if row is not None and period is not None and context.lookup.picked_overall(row):
            moved.append((name_of_figure(context, item), item, period))
    return ToldFindings(tuple(moved_over(context, moved)))


def _last(context: Context, items: list[Item], counts: list[PeriodMoves]) -> ToldFindings:
    """Return what moved since the last edition, and under the same edition what was counted."""
    changes = [(name_of_figure(context, i), change_of(context.lookup, i)) for i in items]
    picked = [(name, d) for name, d in changes if d is not None and context.lookup.picked(d)]
    beside = partial(trend_beside, context)
    by_when = {each.when: each for each in moved_since(context, picked, beside=beside)}
    for each in counts:
        by_when[each.when] = replace(by_when.get(each.when, each), also=each.also)
    return ToldFindings(tuple(by_when.values()))


def _elsewhere(context: Readout, items: list[Item]) -> ToldFindings:
    """Say of how many results a change is shown that no selected family lets the opening name."""
    count = 0
    for item in items:
        row = context.lookup.whole_period(item.question, item.response)
        period, change = period_of(context, item), change_of(context.lookup, item)
        over_all = period is not None and period.verdict in MOVED
        since = change is not None and change.verdict in MOVED
        named = (row is not None and context.lookup.picked_overall(row) and over_all) or (
            change is not None and context.lookup.picked(change) and since
        )
        count += (over_all or since) and not named
    if not count:
        return ToldFindings()
    others = context.say("publishing-language-other-results", n=count)
    under = "publishing-chapters-changes-under-their-figures"
    return ToldFindings(rest=context.say(under, n=count, others=others))


def _who(context: Context, items: list[Item], *, lower: bool = False) -> ToldFindings:
    """Name the groups that stand farthest from the others, among those that may be picked.

    `lower` names the lower ones first, or says after the others that there is none.
    """
    contrasts = [(item, contrast) for item in items for contrast in _stand(context, item)]
    # sizes of means and of shares are not on one scale: a chapter of both names shares first
    contrasts.sort(key=lambda p: (p[1].response == "mean", -abs(p[1].estimate)))
    if lower:
        contrasts.sort(key=lambda p: p[1].verdict != "lower")
    gaps = (_gaps(context, contrasts[:_MOST_GROUPS]),) if contrasts else ()
    none = lower and items and not any(d.verdict == "lower" for _, d in contrasts)
    rest = _none_lower(context, items) if none else ""
    return ToldFindings(gaps, rest, aside=not lower)


def _none_lower(context: Readout, items: list[Item]) -> str:
    """Say that no group is lower, or how many stand so under a figure that may not be told here."""
    mine = [d for i in items for d in _contrasts(context, i) if d.shown and d.verdict == "lower"]
    if not mine:
        return context.say("publishing-chapters-no-group-is-lower")
    return context.say("publishing-chapters-lower-groups-under-their-figures", n=len(mine))


def _gaps(context: Context, contrasts: list[tuple[Item, Difference]]) -> Gaps:
    """Say by how much groups stand above or under the others, figure by figure."""
    by_figure: dict[Item, dict[tuple[str, str], list[Difference]]] = {}
    for item, one in contrasts:
        kind = context.kind(one.question, one.response)
        size = context.numbers.size(one.estimate, kind, short=True)
        alike = by_figure.setdefault(item, {}).setdefault((one.verdict, size), [])
        alike.append(one)
    clauses = [
        context.say(
            "publishing-chapters-gaps-of",
            gaps=in_words([_gap(context, *each) for each in alike.items()], context.lang),
            name=in_sentence(context, name_of_figure(context, item), item),
        )
        for item, alike in by_figure.items()
    ]
    return Gaps(context.say("publishing-chapters-against-the-other-groups"), clauses)


def _gap(naming: Naming, gap: tuple[str, str], ones: list[Difference]) -> str:
    """Say one gap, of every group that has it, and what each is a group by.

    “Not at ease” does not say with what.
    """
    verdict, size = gap
    by: dict[str, list[str]] = {}
    for one in ones:
        group = quoted(naming.group(one.breakdown, one.group), naming.lang)
        by.setdefault(one.breakdown, []).append(group)
    groups = [
        naming.say(
            "publishing-chapters-group-by",
            group=in_words(names, naming.lang),
            breakdown=lower_first(naming.breakdown(breakdown)),
        )
        for breakdown, names in by.items()
    ]
    group = in_words(groups, naming.lang)
    return naming.say(
        "publishing-chapters-gap", verdict=verdict, size=size, n=len(ones), group=group
    )


def _stand(context: Readout, item: Item) -> list[Difference]:
    """Return the comparisons of a figure's groups that a lead may name."""
    return [
        d
        for d in _contrasts(context, item)
        if d.shown and context.lookup.picked(d) and firm(context.lookup, d)
    ]


def _contrasts(context: Readout, item: Item) -> list[Difference]:
    """Return every comparison of a figure's groups with the others."""
    contrasts = (
        context.lookup.contrast(item.question, item.response, breakdown.id, group)
        for breakdown in context.survey.breakdowns
        for group in context.groups(breakdown.id)
    )
    return [d for d in contrasts if d is not None]


def _counts(context: Context, items: list[Item]) -> list[PeriodMoves]:
    """Count the results that are stable since the last edition, and those left open."""
    changes = [(i, d) for i in items if (d := change_of(context.lookup, i)) and d.verdict]
    if not changes:
        return []
    since = changes[0][1].reference
    compared = [
        (i, d) for i, d in changes if d.reference == since and d.verdict != "not comparable"
    ]
    mine = [d for i, d in compared if not moves_all_the_same(context, i, d)]
    of = len(compared)
    stable, left_open = (sum(d.verdict == v for d in mine) for v in ("stable", "cannot_tell"))
    within = stable_within(context, mine)
    clauses = [
        *([stable_clause(stable, of, context.numbers, within)] if stable else []),
        *([untold_clause(left_open, of, context.numbers)] if left_open else []),
    ]
    when = context.say("publishing-exhibits-since", since=context.since(since))
    return [PeriodMoves(when, {}, also=clauses)] if clauses else []
