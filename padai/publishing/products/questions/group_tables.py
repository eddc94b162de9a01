"""Every standard breakdown of a question: each group's figure, change, gap and base."""

from __future__ import annotations

from collections.abc import Sequence

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import TOTAL, Cell, Difference
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.exhibits.declarations import declared_note
from padai.publishing.exhibits.exhibit_items import (
    Item,
    cell_of,
    change_of,
    change_words,
    flags_note,
    interval_of_change,
)
from padai.publishing.pieces.emit import Piece, joined, table
from padai.publishing.pieces.tables import Column, TableRow
from padai.survey import Question
from padai.words import in_a_row


def group_tables(context: Context, question: Question, part: str) -> list[tuple[str, Piece]]:
    """Return the name of each breakdown that the part reports, and its tables."""
    tables = []
    for breakdown in breakdowns_of(context, part):
        pieces = [
            _followed(context, question, part, breakdown),
            _every_answer(context, question, part, breakdown),
        ]
        if pieces[0].markdown:
            tables.append((context.breakdown(breakdown), joined(pieces)))
    return tables


def breakdowns_of(naming: Naming, part: str) -> tuple[str, ...]:
    """Return the breakdowns that a part reports."""
    survey = naming.survey
    named = naming.part(part).breakdowns
    named = survey.report_breakdowns if named is None else named
    return tuple(b.id for b in survey.breakdowns) if named is None else tuple(named)


def _columns(naming: Naming, answer: str, reference: str, intervals: bool) -> list[Column]:
    """The answer that is followed, since when and with whom it is compared, and the base."""
    columns = [Column(answer)]
    if reference:
        earlier = naming.the_wave(reference)
        text = naming.say("publishing-site-compared-with", earlier=earlier)
        columns.append(Column(text, numeric=False))
    if intervals:
        text = naming.say("publishing-site-compared-with-the-other-groups")
        columns.append(Column(text, numeric=False))
    return [*columns, Column(naming.say("publishing-site-unweighted-n"))]


def _followed(context: Context, question: Question, part: str, breakdown: str) -> Piece:
    """Return the response that is followed, group by group, with what became of it."""
    response = context.headline(question.id)
    members = [Item(question.id, response, breakdown, g, part) for g in context.groups(breakdown)]
    rows = [(i, c) for i in members if (c := cell_of(context.lookup, i)) is not None]
    total = Item(question.id, response, part=part)
    whole = cell_of(context.lookup, total)
    if not rows or whole is None:
        return Piece("")
    words = context.words(part)
    reference = next((d.reference for i, _ in rows if (d := change_of(context.lookup, i))), "")

    def row(item: Item, cell: Cell) -> TableRow:
        contrast = None
        if item.group != TOTAL:
            contrast = context.lookup.contrast(question.id, response, breakdown, item.group, part)
        differences = [_difference(context, change_of(context.lookup, item))] if reference else []
        differences += [_difference(context, contrast)] if words.has_intervals else []
        return TableRow(
            context.group(item.breakdown, item.group),
            (_text(context, cell, sign=True), *differences, context.base([cell])),
        )

    contrasts = (
        context.lookup.contrast(question.id, response, breakdown, i.group, part) for i, _ in rows
    )
    judged = [*(change_of(context.lookup, i) for i in (total, *(i for i, _ in rows))), *contrasts]
    note = _note(context, part, [whole, *(c for _, c in rows)], gaps=True)
    if words.has_intervals:
        note = in_a_row(note, declared_note(context, judged))
    return table(
        context,
        f"groupes-{breakdown}",
        _caption(context, question, breakdown, context.response(question.id, response)),
        context.breakdown(breakdown),
        _columns(context, context.response(question.id, response), reference, words.has_intervals),
        [row(total, whole), *(row(i, c) for i, c in rows)],
        note=note,
        part=part,
    )


def _every_answer(context: Context, question: Question, part: str, breakdown: str) -> Piece:
    """Return the other responses; of a numeric scale its groupings alone, since points are many."""
    followed = context.headline(question.id)
    codes = () if question.type == "rating" else question.codes
    nets = [n.id for n in question.all_nets]
    responses = [r for r in (*codes, *nets, "mean") if r != followed]
    responses = [r for r in responses if context.lookup.cell(question.id, r, part=part)]
    if not responses:
        return Piece("")
    rows = []
    cells: list[Cell | None] = []
    for name, group in [(TOTAL, TOTAL), *((breakdown, g) for g in context.groups(breakdown))]:
        mine = [context.lookup.cell(question.id, r, name, group, part) for r in responses]
        if any(c is not None for c in mine):
            rows.append(
                TableRow(context.group(name, group), tuple(_text(context, c) for c in mine))
            )
            cells += mine
    columns = [Column(context.response(question.id, r)) for r in responses]
    every = context.say("publishing-site-other-answers-and-groupings")
    note = _note(context, part, cells)
    return table(
        context,
        f"tout-{breakdown}",
        _caption(context, question, breakdown, every),
        context.breakdown(breakdown),
        columns,
        rows,
        note=note,
        part=part,
    )


def _text(context: Readout, cell: Cell | None, *, sign: bool = False) -> str:
    if cell is None:
        return "…"
    value = context.value(cell, sign=sign)
    interval = context.interval(cell, sign=False)
    return value if interval == "–" else f"{value}\n{interval}"


def _difference(naming: Naming, difference: Difference | None) -> str:
    """Write a difference with its interval, and under it its verdict."""
    figure, _, verdict = change_words(naming, difference).partition("\n")
    if difference is None or not difference.has_interval:
        return figure
    return f"{figure} ({interval_of_change(naming, difference)})\n{verdict}".strip()


def _note(naming: Naming, part: str, cells: Sequence[Cell | None], *, gaps: bool = False) -> str:
    """Say what stands under each estimate, and in brackets where the table has `gaps`."""
    words = naming.words(part)
    under = naming.say(
        "publishing-site-under-each-estimate-in-brackets-that-of"
        if gaps
        else "publishing-exhibits-under-each-estimate",
        interval=words.interval,
    )
    notes = (under if words.has_intervals else "", words.under, flags_note(naming, cells))
    return in_a_row(*notes)


def _caption(naming: Naming, question: Question, breakdown: str, what: str) -> str:
    name = naming.breakdown(breakdown)
    name = name if name[1:2].isupper() else name[:1].lower() + name[1:]
    return naming.say("publishing-site-by", label=naming.label(question.id), what=what, name=name)
