"""The kind ``parts``: the samples of a wave side by side, each with its own population."""

from __future__ import annotations

from functools import partial

from padai.charts.data import Axis, ChartRow
from padai.charts.rows import Layout, row_chart
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, Cell
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import joined as joined_words
from padai.publishing.basis.speech import Speech
from padai.publishing.exhibits.asked import measures, wordings
from padai.publishing.exhibits.axes import axis_note, point, value_axis
from padai.publishing.exhibits.exhibit_items import Item, details, flags_note, titled
from padai.publishing.exhibits.titles import title_of_parts
from padai.publishing.pieces.emit import Draw, Piece, data_table, figure, joined, table
from padai.publishing.pieces.tables import Column, TableRow
from padai.survey import Block
from padai.words import in_a_row

_SHAPES = ("plain", "other", "same")


def parts(context: Context, block: Block, stem: str, part: str = MAIN) -> Piece:
    """Return one line a question with one mark a part; nothing is tested between parts."""
    others = [p for p in context.parts if p != part]
    if not others:
        return Piece("")
    shown = (part, *others)[: len(_SHAPES)]
    questions = [q for q in block.questions if any(context.lookup.asked(q, p) for p in shown)]
    kinds: dict[str, list[str]] = {}
    for question in questions:
        kind = context.kind(question, context.headline(question, block.net))
        kinds.setdefault(kind, []).append(question)
    return joined(_one(context, block, stem, asked, shown) for asked in kinds.values())


def _caution(speech: Speech) -> str:
    return speech.say("publishing-exhibits-the-parts-of-the-survey-concern")


def _one(
    context: Context, block: Block, stem: str, questions: list[str], shown: tuple[str, ...]
) -> Piece:
    chosen = [Item(q, context.headline(q, block.net)) for q in questions]
    cells = {
        p: [context.lookup.cell(i.question, i.response, part=p) for i in chosen] for p in shown
    }
    sizes = (f"{_short(context, p)}, {context.size(cells[p])}" for p in shown)
    unders = _unders(context, shown)
    title = titled(context, block)
    counted = any(context.counts_only(p) for p in shown)
    caption = title if counted else title_of_parts(context, cells, title)
    about = "" if caption == title else title.rstrip(".")
    rows = _rows(context, chosen, cells)
    axis = value_axis(context, chosen, [p for r in rows for p in r.points])
    note = in_a_row(
        wordings(context, chosen),
        _caution(context),
        _lines(context, shown),
        axis_note(context, chosen[0], axis),
        flags_note(context, [c for of_part in cells.values() for c in of_part]),
        unders,
    )
    return joined(
        [
            figure(
                context,
                _chart(context, rows, axis, shown),
                stem,
                caption,
                _alt(context, chosen, cells),
                detail=details(context, about, measures(context, chosen), *sizes),
                note=note,
            ),
            data_table(context, _table(context, block, stem, chosen, cells)),
        ]
    )


def _rows(
    context: Context, chosen: list[Item], cells: dict[str, list[Cell | None]]
) -> list[ChartRow]:
    shapes = dict(zip(cells, _SHAPES, strict=False))
    rows = []
    for index, item in enumerate(chosen):
        points = tuple(
            point(context, cells[part][index], shape=shape)
            for part, shape in shapes.items()
            if cells[part][index] is not None
        )
        side = tuple(_value(context, of_part[index]) for of_part in cells.values())
        rows.append(ChartRow(context.label(item.question), points, side))
    return rows


def _unders(naming: Naming, shown: tuple[str, ...]) -> str:
    """Return what stands under a chart of several parts, once where two of them ask the same."""
    every = dict.fromkeys(naming.words(p).under for p in shown)
    return in_a_row(*(text for text in every if not any(text in o for o in every if o != text)))


def _chart(context: Context, rows: list[ChartRow], axis: Axis, shown: tuple[str, ...]) -> Draw:
    shapes = dict(zip(shown, _SHAPES, strict=False))
    return partial(
        row_chart,
        rows,
        axis=axis,
        layout=Layout(
            labels=1.8,
            sides=(0.64,) * len(shapes),
            spread=0.46,
            row=0.28,
            heads=tuple(shapes.values()),
        ),
        legend=[(shape, _short(context, part)) for part, shape in shapes.items()],
        withheld=context.say("publishing-exhibits-too-few"),
        notices=context.marks,
    )


def _lines(naming: Naming, shown: tuple[str, ...]) -> str:
    """Say what the lines of a chart are, part by part where they are not the same."""
    together: dict[str, list[str]] = {}
    for part in shown:
        if naming.words(part).has_intervals:
            together.setdefault(naming.words(part).interval, []).append(_short(naming, part))
    if not together:
        return ""
    parted = len(together) > 1 or len(next(iter(together.values()))) < len(shown)
    texts = [
        f"{what} ({joined_words(parts, naming.lang)})" if parted else what
        for what, parts in together.items()
    ]
    lead = naming.say("publishing-exhibits-lines")
    return naming.colon(lead, naming.say("publishing-exhibits-signs").join(texts)) + "."


def _short(naming: Naming, part: str) -> str:
    return naming.text(naming.part(part).label)


def _value(context: Readout, cell: Cell | None) -> str:
    return "–" if cell is None else context.value(cell)


def _alt(context: Readout, chosen: list[Item], cells: dict[str, list[Cell | None]]) -> str:
    questions = []
    for index, item in enumerate(chosen):
        values = ", ".join(
            f"{_short(context, p)} {_value(context, own[index])}" for p, own in cells.items()
        )
        questions.append(context.colon(context.label(item.question), values))
    return (
        context.say("publishing-exhibits-dots-by-part")
        + context.say("publishing-language-semicolon").join(questions)
        + "."
    )


def _table(
    context: Context,
    block: Block,
    stem: str,
    chosen: list[Item],
    cells: dict[str, list[Cell | None]],
) -> Piece:
    columns = []
    for part in cells:
        words = context.words(part)
        columns.append(Column(_short(context, part)))
        if words.has_intervals:
            columns.append(Column(f"{_short(context, part)}, {words.interval_short}"))
        columns.append(Column(f"{_short(context, part)}, n"))
    rows = []
    for index, item in enumerate(chosen):
        texts: list[str] = []
        for part, of_part in cells.items():
            cell = of_part[index]
            texts.append(_value(context, cell))
            if context.words(part).has_intervals:
                texts.append(context.interval(cell) if cell else "–")
            texts.append(context.base([cell]))
        name = f"{context.label(item.question)} ({context.response(item.question, item.response)})"
        rows.append(TableRow(name, tuple(texts)))
    note = flags_note(context, [c for of_part in cells.values() for c in of_part])
    caption = titled(context, block)
    return table(
        context, stem, caption, context.say("publishing-exhibits-item"), columns, rows, note=note
    )
