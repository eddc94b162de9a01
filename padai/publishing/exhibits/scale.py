"""The kind ``scale``: how answers spread over a scale, question by question."""

from __future__ import annotations

from functools import partial

from padai.charts.data import Bar, Segment
from padai.charts.stacked import stacked_chart
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, Cell, Lookup
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.exhibits.asked import wordings
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
from padai.publishing.exhibits.titles import title_of_levels, written_title
from padai.publishing.pieces.emit import Piece, data_table, figure, joined, table
from padai.publishing.pieces.tables import Column, TableRow
from padai.survey import Block, Question
from padai.words import in_a_row


def scale(context: Context, block: Block, stem: str, part: str = MAIN) -> Piece:
    """Return one stacked bar a question, widest share first, and the data."""
    asked = items(context, block, part)
    together: dict[tuple[str, ...], list[Item]] = {}
    for item in asked:
        together.setdefault(_labels(context, item.question), []).append(item)
    return joined(_one(context, block, stem, part, chosen) for chosen in together.values())


def _labels(naming: Naming, question: str) -> tuple[str, ...]:
    return tuple(naming.response(question, c) for c in naming.question(question).codes)


def _one(context: Context, block: Block, stem: str, part: str, chosen: list[Item]) -> Piece:
    ordered = sorted(chosen, key=lambda i: -_followed(context.lookup, i))
    drawn = [i for i in ordered if _all_shown(context, i)]
    pieces = []
    if drawn and not context.counts_only(part):
        chart = partial(
            stacked_chart,
            [_bar(context, i) for i in drawn],
            followed=_name_of_followed(context, drawn),
            notices=context.marks,
        )
        cells = [cell_of(context.lookup, i) for i in ordered]
        title = titled(context, block)
        written = written_title(context, block, drawn)
        caption = written or title_of_levels(context, drawn, title)
        about = not_said_by(caption, title)
        detail = details(
            context, about, context.say("publishing-exhibits-in-7284"), context.size(cells)
        )
        notes = (
            wordings(context, ordered),
            context.sample_note(cells, part, lines=False),
            _brackets(context, drawn, part),
            flags_note(context, cells),
            declared_in_title(context, drawn, written=bool(written)) if caption != title else "",
        )
        note = in_a_row(*notes)
        alt = _alt(context, drawn)
        shown = figure(context, chart, stem, caption, alt, detail=detail, note=note, part=part)
        pieces.append(shown)
        pieces.append(data_table(context, _table(context, block, stem, ordered, part)))
    else:
        pieces.append(_table(context, block, stem, ordered, part))
    return joined(pieces)


def _brackets(context: Readout, drawn: list[Item], part: str) -> str:
    """Say what stands in brackets, where the bars have a share with its interval."""
    if not any(_bar(context, item).sure for item in drawn):
        return ""
    name = context.words(part).interval
    return context.say("publishing-exhibits-in-brackets", name=name)


def _followed(lookup: Lookup, item: Item) -> float:
    cell = cell_of(lookup, item)
    return cell.estimate if cell is not None and cell.shown else -1.0


def _all_shown(context: Readout, item: Item) -> bool:
    """Whether every answer of the scale may be shown."""
    return all(
        (c := context.lookup.cell(item.question, code, part=item.part)) is not None and c.shown
        for code in context.question(item.question).codes
    )


def _sides(question: Question, response: str) -> tuple[list[str], list[str], list[str]]:
    """Part the codes of a question: left of the middle, right of it, apart.

    A scale has two sides when the net that is followed holds one half of it; its codes are then
    drawn to the right, the strongest outermost. Any other scale starts at its most, the end that
    what is followed holds, which bears the darkest shade: a file may number it from either end.
    """
    apart = [m.code for m in question.missing_codes if m.in_base]
    codes = [c for c in question.codes if c not in apart]
    net = question.net(response)
    followed = {response} if net is None else set(net.codes)
    if codes and codes[-1] in followed and codes[0] not in followed:
        codes = codes[::-1]
    half = len(codes) // 2
    if net is None or len(codes) % 2 or followed != set(codes[:half]):
        return [], codes, apart
    return codes[half:][::-1], codes[:half][::-1], apart


def _segment(context: Readout, item: Item, code: str) -> Segment:
    cell = context.lookup.cell(item.question, code, part=item.part)
    assert cell is not None
    written = context.numbers.share(cell.estimate, sign=False)
    return Segment(context.response(item.question, code), cell.estimate * 100, written)


def _bar(context: Readout, item: Item) -> Bar:
    question = context.question(item.question)
    left, right, apart = _sides(question, item.response)
    cell = cell_of(context.lookup, item)
    note, sure = "", ""
    if question.net(item.response) is not None and cell is not None and cell.shown:
        note = context.value(cell)
        span = context.interval(cell)
        sure = "" if span == "–" else f"({span})"
    return Bar(
        context.label(item.question),
        note,
        tuple(_segment(context, item, c) for c in left),
        tuple(_segment(context, item, c) for c in right),
        tuple(_segment(context, item, c) for c in apart),
        sure,
    )


def _name_of_followed(naming: Naming, drawn: list[Item]) -> str:
    names = {naming.response(i.question, i.response) for i in drawn}
    return naming.colon(names.pop(), "") if len(names) == 1 else ""


def _alt(context: Readout, drawn: list[Item]) -> str:
    start = context.say("publishing-exhibits-stacked-bars")
    sentences = []
    for item in drawn:
        parts = [
            f"{context.response(item.question, code)} {context.value(cell)}"
            for code in context.question(item.question).codes
            if (cell := context.lookup.cell(item.question, code, part=item.part)) is not None
        ]
        bar = _bar(context, item)
        if bar.note:
            name = context.response(item.question, item.response)
            parts.append(in_a_row(name, bar.note, bar.sure))
        sentences.append(context.colon(context.label(item.question), ", ".join(parts)) + ".")
    return " ".join([start, *sentences])


def _table(context: Context, block: Block, stem: str, chosen: list[Item], part: str) -> Piece:
    first = context.question(chosen[0].question)
    nets = [n.id for n in first.all_nets if not n.is_balance]
    nets = [n for n in nets if all(context.question(i.question).net(n) for i in chosen)]
    responses = [*first.codes, *nets]
    columns = [
        *(Column(context.response(first.id, r)) for r in responses),
        Column(context.say("publishing-exhibits-unweighted-n")),
    ]
    rows, every = [], []
    for item in chosen:
        cells = [context.lookup.cell(item.question, r, part=part) for r in responses]
        every += cells
        values = [
            _with_interval(context, c) if r in nets else context.value(c) if c else "…"
            for r, c in zip(responses, cells, strict=True)
        ]
        rows.append(TableRow(context.label(item.question), (*values, context.base([cells[0]]))))
    about = ""
    if nets and context.words(part).has_intervals:
        name = context.words(part).interval
        about = context.say("publishing-exhibits-under-each-grouping", name=name)
    caption = titled(context, block)
    notes = (about, context.words(part).under, flags_note(context, every))
    return table(
        context,
        stem,
        caption,
        context.say("publishing-exhibits-item"),
        columns,
        rows,
        note=in_a_row(*notes),
        part=part,
    )


def _with_interval(context: Readout, cell: Cell | None) -> str:
    """Write the share of several answers together, with its interval under it."""
    if cell is None:
        return "…"
    span = context.interval(cell)
    return context.value(cell) if span == "–" else f"{context.value(cell)}\n{span}"
