"""The kind ``bars``: shares with their intervals, by answer of one question or by question."""

from __future__ import annotations

from functools import partial

from padai.charts.data import ChartRow
from padai.charts.rows import Layout, row_chart
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, Cell
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.exhibits.asked import measures, wordings
from padai.publishing.exhibits.axes import point, share_axis
from padai.publishing.exhibits.declarations import declared_in_title
from padai.publishing.exhibits.exhibit_items import (
    Item,
    cell_of,
    details,
    flags_note,
    items,
    titled,
)
from padai.publishing.exhibits.figure_names import not_said_by
from padai.publishing.exhibits.titles import title_of_shares, written_title
from padai.publishing.pieces.emit import Draw, Piece, data_table, figure, joined, table
from padai.publishing.pieces.tables import Column, TableRow
from padai.survey import Block
from padai.words import in_a_row


def bars(context: Context, block: Block, stem: str, part: str = MAIN) -> Piece:
    """Return one bar an answer (one question), or one a question (several), and the data."""
    chosen = _items(context, block, part)
    if not chosen:
        return Piece("")
    single = len({i.question for i in chosen}) == 1
    ordered = _sorted(context, chosen)
    cells = [cell_of(context.lookup, i) for i in ordered]
    body = _table(context, block, stem, ordered, cells, single=single, part=part)
    if context.counts_only(part):
        return body
    unit = context.say("publishing-exhibits-in-7284") if single else measures(context, ordered)
    title = titled(context, block)
    written = written_title(context, block, ordered)
    caption = written or title_of_shares(context, ordered, title)
    named = bool(written) or (not single and caption != title)
    drawn, unsaid = _said(context, ordered, in_draft=single and context.unreviewed)
    shown = [cell_of(context.lookup, i) for i in drawn]
    note = in_a_row(
        wordings(context, ordered),
        unsaid,
        _several(context, ordered),
        context.sample_note(cells, part),
        flags_note(context, cells),
        declared_in_title(context, ordered, written=bool(written)) if named else "",
    )
    about = not_said_by(caption, title)
    return joined(
        [
            figure(
                context,
                _chart(context, drawn, shown, single),
                stem,
                caption,
                _alt(context, drawn, shown, single),
                detail=details(context, about, unit, context.size(cells)),
                note=note,
                part=part,
            ),
            data_table(context, body),
        ]
    )


def _said(context: Readout, ordered: list[Item], *, in_draft: bool) -> tuple[list[Item], str]:
    """Return the answers that somebody gave, and a note of the others, as a draft draws them.

    A file of an archive labels the parties and the regions of other years and other countries.
    """

    def nobody(item: Item) -> bool:
        cell = cell_of(context.lookup, item)
        return cell is not None and cell.shown and cell.estimate == 0

    gone = [item for item in ordered if in_draft and nobody(item)]
    kept = [item for item in ordered if item not in gone]
    if not gone or not kept:
        return ordered, ""
    answers = ", ".join(context.response(i.question, i.response) for i in gone)
    return kept, context.say("publishing-exhibits-nobody-said", answers=answers)


def _chart(context: Context, ordered: list[Item], cells: list[Cell | None], single: bool) -> Draw:
    points = [point(context, c) for c in cells]
    rows = [
        ChartRow(_name(context, i, single), (p,), (p.label if p.shown else "",))
        for i, p in zip(ordered, points, strict=True)
    ]
    return partial(
        row_chart,
        rows,
        axis=share_axis(context.numbers),
        layout=Layout(labels=2.15, sides=(0.62,), bars=True),
        withheld=context.say("publishing-exhibits-too-few"),
        notices=context.marks,
    )


def _items(context: Readout, block: Block, part: str) -> list[Item]:
    whole = items(context, block, part)
    if len(whole) != 1:
        return whole
    question = context.question(whole[0].question)
    return [Item(question.id, code, part=part) for code in question.codes]


def _sorted(context: Readout, chosen: list[Item]) -> list[Item]:
    """Put the largest share first; answers that give no opinion stay last."""

    def rank(item: Item) -> tuple[bool, float]:
        last = item.response in {m.code for m in context.question(item.question).missing_codes}
        cell = cell_of(context.lookup, item)
        return last, -(cell.estimate if cell is not None and cell.shown else -1.0)

    question = context.question(chosen[0].question)
    if len({i.question for i in chosen}) == 1 and question.type != "multiple":
        return chosen
    return sorted(chosen, key=rank)


def _name(naming: Naming, item: Item, single: bool) -> str:
    return naming.response(item.question, item.response) if single else naming.label(item.question)


def _several(naming: Naming, chosen: list[Item]) -> str:
    if naming.question(chosen[0].question).type != "multiple":
        return ""
    return naming.say("publishing-exhibits-several-answers-allowed-the-sum-may")


def _alt(context: Readout, chosen: list[Item], cells: list[Cell | None], single: bool) -> str:
    values = [
        f"{_name(context, i, single)} {context.value(c)}"
        for i, c in zip(chosen, cells, strict=True)
        if c is not None
    ]
    return (
        context.say("publishing-exhibits-horizontal-bars")
        + context.say("publishing-language-semicolon").join(values)
        + "."
    )


def _table(
    context: Context,
    block: Block,
    stem: str,
    chosen: list[Item],
    cells: list[Cell | None],
    *,
    single: bool,
    part: str,
) -> Piece:
    words = context.words(part)
    columns = [
        Column(context.say("publishing-exhibits-share")),
        *([Column(words.interval[:1].upper() + words.interval[1:])] if words.has_intervals else []),
        Column(context.say("publishing-exhibits-unweighted-n")),
    ]
    rows = [
        TableRow(
            _name(context, item, single),
            (
                context.value(cell) if cell else "…",
                *([context.interval(cell) if cell else "–"] if words.has_intervals else []),
                context.base([cell]),
            ),
        )
        for item, cell in zip(chosen, cells, strict=True)
    ]
    caption = titled(context, block)
    note = in_a_row(words.under, flags_note(context, cells))
    stub = (
        context.say("publishing-exhibits-answer")
        if single
        else context.say("publishing-exhibits-item")
    )
    return table(context, stem, caption, stub, columns, rows, note=note, part=part)
