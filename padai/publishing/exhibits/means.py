"""The kind ``means``: mean scores with their intervals, and the earlier wave beside them."""

from __future__ import annotations

from functools import partial

from padai.charts.data import Axis, ChartRow, Point
from padai.charts.rows import Layout, row_chart
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, Cell, Lookup
from padai.publishing.basis.readout import Readout
from padai.publishing.exhibits.asked import scale_ends, wordings
from padai.publishing.exhibits.axes import axis_note, point, value_axis
from padai.publishing.exhibits.declarations import declared_of_items
from padai.publishing.exhibits.exhibit_items import (
    Item,
    cell_of,
    change_of,
    change_words,
    details,
    flags_note,
    interval_of_change,
    items,
    titled,
    verdict_list,
    words_of,
)
from padai.publishing.exhibits.figure_names import not_said_by
from padai.publishing.exhibits.titles import title_of_means, written_title
from padai.publishing.pieces.emit import Draw, Piece, data_table, figure, joined, table
from padai.publishing.pieces.tables import Column, TableRow
from padai.survey import Block
from padai.words import in_a_row


def means(context: Context, block: Block, stem: str, part: str = MAIN) -> Piece:
    """Return one dot a question on its scale, highest mean first, and the data."""
    chosen = [Item(i.question, block.net or "mean", part=part) for i in items(context, block, part)]
    chosen = [i for i in chosen if cell_of(context.lookup, i) is not None]
    if not chosen:
        return Piece("")
    ordered = sorted(chosen, key=lambda i: -_value(context.lookup, i))
    cells = [cell_of(context.lookup, i) for i in ordered]
    rows = [_row(context, i, c) for i, c in zip(ordered, cells, strict=True)]
    axis = value_axis(context, ordered, [p for r in rows for p in r.points])
    title = titled(context, block)
    caption = written_title(context, block, ordered) or title_of_means(context, ordered, title)
    about = not_said_by(caption, title)
    detail = details(
        context, about, context.say("publishing-exhibits-mean-8367"), context.size(cells)
    )
    note = in_a_row(
        wordings(context, ordered),
        scale_ends(context, ordered),
        context.sample_note(cells, part),
        flags_note(context, cells),
        axis_note(context, ordered[0], axis),
        declared_of_items(context, ordered),
    )
    return joined(
        [
            _summary(context, ordered),
            figure(
                context,
                _chart(context, ordered, rows, axis),
                stem,
                caption,
                _alt(context, ordered, cells),
                detail=detail,
                note=note,
                part=part,
            ),
            data_table(context, _table(context, block, stem, ordered, cells, part)),
        ]
    )


def _value(lookup: Lookup, item: Item) -> float:
    cell = cell_of(lookup, item)
    return cell.estimate if cell is not None and cell.shown else float("-inf")


def _reference(lookup: Lookup, chosen: list[Item]) -> str:
    for item in chosen:
        change = change_of(lookup, item)
        if change is not None:
            return change.reference
    return ""


def _chart(context: Context, ordered: list[Item], rows: list[ChartRow], axis: Axis) -> Draw:
    legend = []
    if any(len(r.points) > 1 for r in rows):
        legend = [
            ("earlier", context.wave_label(_reference(context.lookup, ordered))),
            ("plain", context.wave_label(context.wave)),
        ]
    return partial(
        row_chart,
        rows,
        axis=axis,
        layout=Layout(labels=2.15, sides=(0.5,), row=0.29, spread=0.4),
        legend=legend,
        withheld=context.say("publishing-exhibits-too-few"),
        notices=context.marks,
    )


def _row(context: Readout, item: Item, cell: Cell | None) -> ChartRow:
    now = point(context, cell)
    change = change_of(context.lookup, item) if context.words(item.part).has_intervals else None
    points: tuple[Point, ...] = (now,)
    if change is not None and change.shown:
        before = context.lookup.past(item.question, item.response, change.reference, part=item.part)
        if before is not None and before.shown:
            points = (point(context, before, shape="earlier"), now)
    return ChartRow(context.label(item.question), points, (now.label if now.shown else "",))


def _summary(context: Readout, chosen: list[Item]) -> Piece:
    return verdict_list(
        context,
        [(context.label(i.question), d) for i in chosen if (d := change_of(context.lookup, i))],
    )


def _alt(context: Readout, chosen: list[Item], cells: list[Cell | None]) -> str:
    values = []
    for item, cell in zip(chosen, cells, strict=True):
        if cell is not None:
            words = words_of(context, change_of(context.lookup, item))
            value = context.value(cell) + (f" ({words})" if words else "")
            values.append(f"{context.label(item.question)} {value}")
    return (
        context.say("publishing-exhibits-dots-on-a-scale")
        + context.say("publishing-language-semicolon").join(values)
        + "."
    )


def _table(
    context: Context,
    block: Block,
    stem: str,
    chosen: list[Item],
    cells: list[Cell | None],
    part: str,
) -> Piece:
    words = context.words(part)
    inference = [
        Column(words.interval[:1].upper() + words.interval[1:]),
        Column(context.say("publishing-exhibits-change-and-verdict"), numeric=False),
        Column(context.say("publishing-exhibits-interval-of-the-change")),
    ]
    columns = [
        Column(context.say("publishing-exhibits-mean-572e")),
        *(inference if words.has_intervals else []),
        Column(context.say("publishing-exhibits-unweighted-n")),
    ]
    rows = []
    for item, cell in zip(chosen, cells, strict=True):
        change = change_of(context.lookup, item)
        interval = context.interval(cell) if cell else "–"
        middle = (interval, change_words(context, change), interval_of_change(context, change))
        rows.append(
            TableRow(
                context.label(item.question),
                (
                    context.value(cell) if cell else "…",
                    *(middle if words.has_intervals else ()),
                    context.base([cell]),
                ),
            )
        )
    caption = titled(context, block)
    note = in_a_row(words.under, flags_note(context, cells), declared_of_items(context, chosen))
    return table(
        context,
        stem,
        caption,
        context.say("publishing-exhibits-item"),
        columns,
        rows,
        note=note,
        part=part,
    )
