"""The kind ``groups``: who differs from the others, group by group, and by how much."""

from __future__ import annotations

from functools import partial

from padai.charts.data import Axis, ChartRow
from padai.charts.rows import Layout, row_chart
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, TOTAL, Cell, Difference
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import GROUP_PHRASES, upper_first
from padai.publishing.basis.sentences import joined as in_words
from padai.publishing.exhibits.asked import wordings
from padai.publishing.exhibits.axes import axis_note, point, value_axis
from padai.publishing.exhibits.declarations import declared_note
from padai.publishing.exhibits.exhibit_items import (
    GROUP_SHAPES,
    Item,
    cell_of,
    change_words,
    details,
    flags_note,
    interval_of_change,
    items,
    words_of,
)
from padai.publishing.exhibits.figure_names import name_in_list, name_of_figure
from padai.publishing.exhibits.titles import title_of_groups
from padai.publishing.pieces.emit import Piece, data_table, figure, joined, paragraph, table, terms
from padai.publishing.pieces.tables import Column, TableRow
from padai.survey import Block
from padai.words import in_a_row


def groups(context: Context, block: Block, stem: str, part: str = MAIN) -> Piece:
    """Return one chart a question: every group with its interval, against the other groups."""
    return joined(_one(context, block, stem, i) for i in items(context, block, part))


def group_figures(context: Context, whole: Item, by: tuple[str, ...], stem: str) -> Piece:
    """Return the charts of a question’s groups alone, where their tables stand beside them."""
    total = cell_of(context.lookup, whole)
    members_by = {b: members for b in by if (members := members_of(context, whole, b))}
    if total is None or not members_by or context.counts_only(whole.part):
        return Piece("")
    axis = value_axis(context, [whole], [p for r in _rows(context, members_by) for p in r.points])
    return joined(_figure(context, stem, whole, total, part, axis) for part in _pages(members_by))


def _one(context: Context, block: Block, stem: str, whole: Item) -> Piece:
    breakdowns = (
        block.by
        or context.survey.report_breakdowns
        or tuple(b.id for b in context.survey.breakdowns)
    )
    total = cell_of(context.lookup, whole)
    members_by = {b: members_of(context, whole, b) for b in breakdowns}
    members_by = {b: members for b, members in members_by.items() if members}
    if total is None or not members_by:
        return Piece("")
    # every figure of the exhibit has the same axis, so that they can be compared
    axis = value_axis(context, [whole], [p for r in _rows(context, members_by) for p in r.points])
    pieces = [summary(context, whole, members_by)]
    for together in _pages(members_by):
        body = group_table(context, stem, whole, total, together)
        if context.counts_only(whole.part):
            pieces.append(body)
        else:
            pieces.append(_figure(context, stem, whole, total, together, axis))
            pieces.append(data_table(context, body))
    return joined(pieces)


def _pages(compared: dict[str, list[Members]]) -> list[dict[str, list[Members]]]:
    """Part the breakdowns evenly, so that no figure is taller than a page."""
    total = sum(len(members) + 1 for members in compared.values())
    room = total / -(-total // _LINES)
    pages: list[dict[str, list[Members]]] = [{}]
    lines = 0
    for breakdown, members in compared.items():
        mine = len(members) + 1
        if pages[-1] and (lines + mine / 2 > room or lines + mine > _LINES):
            pages.append({})
            lines = 0
        pages[-1][breakdown] = members
        lines += mine
    return pages


def _figure(
    context: Context,
    stem: str,
    whole: Item,
    total: Cell,
    compared: dict[str, list[Members]],
    axis: Axis,
) -> Piece:
    rows = _rows(context, compared)
    centre = point(context, total)
    line = (centre.value, f"{context.group(TOTAL, TOTAL)} {context.value(total)}")
    chart = partial(
        row_chart,
        rows,
        axis=axis,
        layout=Layout(labels=1.95, sides=(0.68,), line=line if centre.shown else None),
        legend=_legend(context, compared),
        withheld=context.say("publishing-exhibits-too-few"),
        notices=context.marks,
    )
    cells = [c for members in compared.values() for c, _ in members]
    judged = declared_note(context, (d for members in compared.values() for _, d in members))
    signs = flags_note(context, [*cells, total])
    sample = context.sample_note(cells, whole.part)
    starts = axis_note(context, whole, axis)
    note = in_a_row(wordings(context, [whole]), sample, starts, signs, judged)
    alt = _alt(context, total, compared)
    detail = details(context, _shown(context, whole, compared), context.size([total]))
    members = [pair for pairs in compared.values() for pair in pairs]
    title = title_of_groups(context, name_of_figure(context, whole).rstrip("."), members)
    return figure(context, chart, stem, title, alt, detail=detail, note=note, part=whole.part)


def caption_of(naming: Naming, whole: Item) -> str:
    """Return the name of a question as a caption."""
    return naming.label(whole.question).rstrip(".") + "."


def _shown(naming: Naming, whole: Item, compared: dict[str, list[Members]]) -> str:
    """Say what is followed, in which unit, and by which breakdowns."""
    by = in_words([lower(naming.breakdown(b)) for b in compared], naming.lang)
    followed = followed_in(naming, whole)
    return naming.say("publishing-exhibits-by", followed=followed, by=by)


def followed_in(naming: Naming, whole: Item) -> str:
    """Name the response that is followed, with its unit."""
    unit = {
        "share": naming.say("publishing-exhibits-in-0133"),
        "balance": naming.say("publishing-exhibits-in-percentage-points-3ebe"),
        "mean": "",
    }[naming.kind(whole.question, whole.response)]
    return naming.response(whole.question, whole.response) + unit


def lower(name: str) -> str:
    """Write a name inside a sentence; an acronym keeps its capitals."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


_LINES = 24
_NAMED = ("higher", "lower", "comparable")
Members = tuple[Cell, Difference | None]
"""A group of a breakdown, and its comparison with the others."""


def members_of(context: Readout, whole: Item, breakdown: str) -> list[Members]:
    """Return the groups of a breakdown that the store knows, each with its comparison."""
    members = []
    for group in context.groups(breakdown):
        cell = context.lookup.cell(whole.question, whole.response, breakdown, group, whole.part)
        if cell is not None:
            members.append(
                (
                    cell,
                    context.lookup.contrast(
                        whole.question, whole.response, breakdown, group, whole.part
                    ),
                )
            )
    return members


def _rows(context: Readout, compared: dict[str, list[Members]]) -> list[ChartRow]:
    rows = []
    for breakdown, members in compared.items():
        rows.append(ChartRow(context.breakdown(breakdown)))
        for cell, contrast in members:
            verdict = contrast.verdict if contrast is not None else ""
            shape = GROUP_SHAPES.get(verdict, "plain" if not verdict else "open")
            drawn = point(context, cell, shape=shape)
            side = drawn.label if drawn.shown else ""
            rows.append(ChartRow(context.group(breakdown, cell.group), (drawn,), (side,)))
    return rows


def _legend(naming: Naming, compared: dict[str, list[Members]]) -> list[tuple[str, str]]:
    used = {}
    for members in compared.values():
        for _, contrast in members:
            if contrast is not None and contrast.verdict in GROUP_SHAPES:
                used[contrast.verdict] = words_of(naming, contrast)
    return [(GROUP_SHAPES[v], used[v]) for v in GROUP_SHAPES if v in used]


def summary(context: Readout, whole: Item, members_by: dict[str, list[Members]]) -> Piece:
    """Name the groups that are shown to differ, and say that the others are not."""
    names_of: dict[str, list[str]] = {}
    words: dict[str, str] = {}
    compared = 0
    for breakdown, members in members_by.items():
        for cell, contrast in members:
            if contrast is None or not contrast.verdict:
                continue
            compared += 1
            if contrast.verdict in _NAMED and cell.shown:
                name = f"{context.group(breakdown, cell.group)} ({context.value(cell)})"
                names_of.setdefault(contrast.verdict, []).append(name)
                words[contrast.verdict] = words_of(context, contrast)
    if not compared:
        return Piece("")
    followed = context.response(whole.question, whole.response)
    quoted = context.say("publishing-exhibits-followed", followed=followed)
    label = name_in_list(context, whole.question)
    what = (
        context.say("publishing-exhibits-mean-8367")
        if whole.response == "mean"
        else (context.say("publishing-exhibits-share-of", quoted=quoted))
    )
    if not names_of:
        return paragraph(
            context.say("publishing-exhibits-no-group-differs", label=label, what=what)
        )
    lead = context.say(
        "publishing-exhibits-against-the-other-groups-of-the-same", label=label, what=what
    )
    pairs = [
        (upper_first(words[k]), in_words(names_of[k], context.lang) + ".")
        for k in _NAMED
        if k in names_of
    ]
    if sum(len(names) for names in names_of.values()) < compared:
        rest = context.say("publishing-exhibits-the-other-groups")
        phrase = GROUP_PHRASES["no_difference_shown"][context.lang]
        pairs.append((upper_first(phrase), rest))
    return joined([paragraph(context.colon(lead, "")), terms(pairs, context.colon("", ""))])


def _alt(context: Readout, total: Cell, compared: dict[str, list[Members]]) -> str:
    sentences = [context.say("publishing-exhibits-dots-by-group")]
    sentences.append(f"{context.group(TOTAL, TOTAL)} {context.value(total)}.")
    for breakdown, members in compared.items():
        texts = []
        for cell, contrast in members:
            words = words_of(context, contrast)
            text = f"{context.group(breakdown, cell.group)} {context.value(cell)}"
            texts.append(f"{text} ({words})" if words else text)
        sentences.append(
            context.colon(
                context.breakdown(breakdown),
                context.say("publishing-language-semicolon").join(texts),
            )
            + "."
        )
    return " ".join(sentences)


def group_table(
    context: Context, stem: str, whole: Item, total: Cell, members_by: dict[str, list[Members]]
) -> Piece:
    """Return every group with its figure, its interval, its comparison and its base."""
    words = context.words(whole.part)

    def row(name: str, cell: Cell, contrast: Difference | None) -> TableRow:
        middle = (
            context.interval(cell),
            change_words(context, contrast),
            interval_of_change(context, contrast),
        )
        return TableRow(
            name,
            (context.value(cell), *(middle if words.has_intervals else ()), context.base([cell])),
        )

    rows = [row(context.group(TOTAL, TOTAL), total, None)]
    for breakdown, members in members_by.items():
        rows.append(TableRow(context.breakdown(breakdown)))
        rows += [row(context.group(breakdown, c.group), c, d) for c, d in members]
    cells = [total, *(c for members in members_by.values() for c, _ in members)]
    detail = details(context, _shown(context, whole, members_by), context.size([total]))
    judged = declared_note(context, (d for members in members_by.values() for _, d in members))
    note = in_a_row(words.under, flags_note(context, cells), judged)
    return table(
        context,
        stem,
        caption_of(context, whole),
        context.say("publishing-exhibits-group"),
        _columns(context, whole),
        rows,
        detail=detail,
        note=note,
        part=whole.part,
    )


def _columns(naming: Naming, whole: Item) -> list[Column]:
    words = naming.words(whole.part)
    value = (
        naming.say("publishing-exhibits-mean-572e")
        if whole.response == "mean"
        else naming.response(whole.question, whole.response)
    )
    n = Column(naming.say("publishing-exhibits-unweighted-n"))
    if not words.has_intervals:
        return [Column(value), n]
    contrast = naming.say("publishing-exhibits-difference-from-the-other-groups-and")
    return [
        Column(value),
        Column(words.interval[:1].upper() + words.interval[1:]),
        Column(contrast, numeric=False),
        Column(naming.say("publishing-exhibits-interval-of-the-difference")),
        n,
    ]
