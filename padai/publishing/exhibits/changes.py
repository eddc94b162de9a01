"""The kind ``changes``: what changed since the earlier wave, and what cannot be told."""

from __future__ import annotations

import math
from functools import partial

from padai.charts.data import Axis, ChartRow, points_axis
from padai.charts.rows import Layout, row_chart
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, Difference
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.numbers import Numbers
from padai.publishing.basis.sentences import verdict_phrase
from padai.publishing.exhibits.asked import measures, wordings
from padai.publishing.exhibits.axes import change_point
from padai.publishing.exhibits.declarations import declared_note
from padai.publishing.exhibits.exhibit_items import (
    WAVE_SHAPES,
    Item,
    cell_of,
    change_of,
    change_words,
    details,
    interval_of_change,
    items,
    one_line,
    refuse_without_inference,
    titled,
)
from padai.publishing.exhibits.figure_names import label_of_figure
from padai.publishing.exhibits.titles import title_of_changes, written_title
from padai.publishing.pieces.emit import Piece, data_table, figure, joined, table
from padai.publishing.pieces.tables import Column, TableRow
from padai.survey import Block
from padai.words import in_a_row


def changes(context: Context, block: Block, stem: str, part: str = MAIN) -> Piece:
    """Return one dot a question: the difference since the earlier wave with its interval."""
    refuse_without_inference(context, block, part)
    pairs = [(i, d) for i in items(context, block, part) if (d := change_of(context.lookup, i))]
    drawn = [(i, d) for i, d in pairs if d.shown and context.kind(i.question, i.response) != "mean"]
    body = _table(context, block, stem, pairs, part)
    if not drawn:
        return joined([body] if pairs else [])
    drawn.sort(key=lambda pair: -pair[1].estimate)
    return joined([_figure(context, block, stem, drawn, part), data_table(context, body)])


def _figure(
    context: Context, block: Block, stem: str, drawn: list[tuple[Item, Difference]], part: str
) -> Piece:
    chosen = [item for item, _ in drawn]
    rows = [_row(context, i, d) for i, d in drawn]
    chart = partial(
        row_chart,
        rows,
        axis=change_axis(context.numbers, rows),
        layout=Layout(labels=2.15, sides=(0.5,), line=(0.0, "")),
        legend=_legend(context, drawn),
        notices=context.marks,
    )
    reference = context.the_wave(drawn[0][1].reference)
    title = context.text(block.title).rstrip(".")
    cells = [cell_of(context.lookup, item) for item in chosen]
    about = context.say("publishing-exhibits-compared-with-2c13", title=title, reference=reference)
    named = [(label_of_figure(context, item), item) for item in chosen]
    written = written_title(context, block, chosen)
    caption = written or title_of_changes(context, named, f"{about}.")
    return figure(
        context,
        chart,
        stem,
        caption,
        _alt(context, drawn),
        detail=details(
            context,
            about if caption != f"{about}." else "",
            context.say("publishing-exhibits-in-percentage-points-f3b5"),
            measures(context, chosen),
            context.size(cells),
        ),
        note=in_a_row(
            wordings(context, chosen),
            context.sample_note(cells, part),
            declared_note(context, (d for _, d in drawn)),
        ),
        part=part,
    )


def _row(context: Context, item: Item, change: Difference) -> ChartRow:
    shape = WAVE_SHAPES.get(change.verdict, "open")
    written = context.numbers.bare_change(change.estimate, "share")
    return ChartRow(
        label_of_figure(context, item), (change_point(context, change, shape=shape),), (written,)
    )


def change_axis(numbers: Numbers, rows: list[ChartRow]) -> Axis:
    """Return an axis of points on both sides of zero, as wide as the intervals."""

    def written(value: float) -> str:
        return ("+" if value > 0 else "") + numbers.decimal(value, 0)

    return points_axis(
        [v for r in rows for p in r.points for v in (p.value, p.low, p.high)], written
    )


def _legend(naming: Naming, drawn: list[tuple[Item, Difference]]) -> list[tuple[str, str]]:
    used: dict[str, str] = {}
    references = {change.reference for _, change in drawn}
    # of several earlier waves, each line of the table says its own
    since = naming.since(references.pop()) if len(references) == 1 else ""
    for _, change in drawn:
        if change.verdict in WAVE_SHAPES:
            words = verdict_phrase(change.verdict, naming.numbers, change.margin, since)
            used.setdefault(WAVE_SHAPES[change.verdict], words)
    plain = {
        shape: verdict_phrase(verdict, naming.numbers, math.nan, since)
        for shape, verdict in (("higher", "rose"), ("lower", "fell"))
    }
    order = ("higher", "lower", "same", "open")
    return [(s, plain.get(s, used[s])) for s in order if s in used]


def _alt(context: Context, drawn: list[tuple[Item, Difference]]) -> str:
    figures = [f"{label_of_figure(context, i)} {one_line(context, d)}" for i, d in drawn]
    return context.say("publishing-exhibits-dots-on-both-sides-of-zero-760a") + (
        context.say("publishing-language-semicolon").join(figures) + "."
    )


def _table(
    context: Context, block: Block, stem: str, pairs: list[tuple[Item, Difference]], part: str
) -> Piece:
    columns = [
        Column(context.say("publishing-exhibits-compared-with-20d9"), numeric=False),
        Column(context.say("publishing-exhibits-before")),
        Column(context.say("publishing-exhibits-now")),
        Column(context.say("publishing-exhibits-change-and-verdict"), numeric=False),
        Column(context.say("publishing-exhibits-interval-of-the-change")),
    ]
    rows = []
    for item, change in pairs:
        before = context.lookup.past(item.question, item.response, change.reference, part=part)
        now = cell_of(context.lookup, item)
        response = context.response(item.question, item.response)
        rows.append(
            TableRow(
                f"{context.label(item.question)} ({response})",
                (
                    context.wave_label(change.reference),
                    context.value(before) if before else "…",
                    context.value(now) if now else "…",
                    change_words(context, change),
                    interval_of_change(context, change),
                ),
            )
        )
    caption = titled(context, block)
    return table(
        context,
        stem,
        caption,
        context.say("publishing-exhibits-item"),
        columns,
        rows,
        note=in_a_row(context.words(part).under, declared_note(context, (d for _, d in pairs))),
        part=part,
    )
