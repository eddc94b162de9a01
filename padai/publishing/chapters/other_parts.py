"""The other parts of a wave, each shown apart from the main one."""

from __future__ import annotations

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, Cell
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import ended
from padai.publishing.exhibits.exhibit_items import Item, change_of, change_words, flags_note
from padai.publishing.pieces.emit import Piece, callout, heading, joined, paragraph, table
from padai.publishing.pieces.tables import Column, TableRow
from padai.words import in_a_row


def other_parts(context: Context) -> Piece:
    """Return one chapter for each part but the main one.

    Nothing where there is none, or where a section of the definition sets the parts side by side:
    :func:`beside_parts` then ends that section.
    """
    sections = context.survey.sections
    if any(b.kind == "parts" for s in sections for b in s.blocks):
        return Piece("")
    return joined(_part(context, p, 2) for p in context.parts if p != MAIN)


def beside_parts(context: Context) -> Piece:
    """Return what a section on the parts ends with: each other part and all its results."""
    return joined(_part(context, p, 3) for p in context.parts if p != MAIN)


def _part(context: Context, name: str, level: int) -> Piece:
    part = context.part(name)
    size = context.store.facts["sizes"][name][context.wave]["n"]
    label = context.text(part.label)
    population = context.say("publishing-chapters-population-8944")
    sentences = [
        f"{population}. {ended(context.text(part.population))}",
        context.say("publishing-chapters-respondents", count=context.numbers.count(size)),
        context.say("publishing-chapters-this-part-is-weighted-alone-to-its-own")
        if part.weights != "none"
        else context.say("publishing-chapters-this-part-is-not-weighted-its-results"),
        context.say("publishing-chapters-it-is-shown-apart-and-never-added-to-the"),
    ]
    return joined(
        [
            heading(
                level,
                context.colon(context.say("publishing-chapters-apart"), label),
                f"sec-part-{name}",
            ),
            paragraph(*sentences),
            callout(
                "note",
                context.say("publishing-chapters-all-its-results-table"),
                _table(context, name),
                fold=True,
            ),
        ]
    )


def _table(context: Context, name: str) -> Piece:
    """Return the followed result of every question of the report that the part was asked."""
    survey, words = context.survey, context.words(name)
    rows: list[TableRow] = []
    cells: list[Cell | None] = []
    seen: set[str] = set()
    for section in survey.sections:
        asked = [
            q
            for b in section.blocks
            for q in b.questions
            if b.kind != "words" and context.lookup.asked(q, name)
        ]
        fresh = [q for q in dict.fromkeys(asked) if q not in seen]
        if not fresh:
            continue
        seen.update(fresh)
        rows.append(TableRow(context.text(section.title)))
        for question in fresh:
            item = Item(question, context.headline(question), part=name)
            cell = context.lookup.cell(question, item.response, part=name)
            cells.append(cell)
            rows.append(_row(context, item, cell, words.has_intervals))
    if not cells:
        return Piece("")
    columns = [
        Column(context.say("publishing-chapters-result")),
        *([
            Column(words.interval[:1].upper() + words.interval[1:]),
            Column(context.say("publishing-chapters-change-and-verdict"), numeric=False),
        ] if words.has_intervals else []),
        Column(context.say("publishing-chapters-unweighted-n")),
    ]  # fmt: skip
    followed = context.say("publishing-chapters-results-followed")
    caption = context.colon(context.text(context.part(name).label), followed) + "."
    note = in_a_row(words.under, flags_note(context, cells))
    stub = context.say("publishing-chapters-item")
    return table(context, f"part-{name}", caption, stub, columns, rows, note=note, part=name)


def _row(context: Readout, item: Item, cell: Cell | None, inference: bool) -> TableRow:
    label = f"{context.label(item.question)} ({context.response(item.question, item.response)})"
    if cell is None:
        return TableRow(label, ("…", *(("–", "–") if inference else ()), "–"))
    middle = (context.interval(cell), change_words(context, change_of(context.lookup, item)))
    return TableRow(
        label, (context.value(cell), *(middle if inference else ()), context.base([cell]))
    )
