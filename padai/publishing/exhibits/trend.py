"""The kind ``trend``: one small panel a series, with its breaks and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from padai.charts.data import Panel
from padai.charts.trend import trend_chart
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, Cell, Difference
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import period_phrase
from padai.publishing.exhibits.asked import measures, wordings
from padai.publishing.exhibits.axes import axis_note, line_axis, own_axes, point
from padai.publishing.exhibits.declarations import declared_of_items
from padai.publishing.exhibits.events import events_alt, events_among, events_listed, moments
from padai.publishing.exhibits.exhibit_items import (
    MOVED,
    WAVE_SHAPES,
    Item,
    breaks_between,
    bridged,
    change_of,
    change_words,
    details,
    flags_note,
    interval_of_change,
    items,
    period_heading,
    period_list,
    period_of,
    refuse_without_inference,
    series_of,
    titled,
    told_size,
    verdict_list,
    words_of,
)
from padai.publishing.exhibits.figure_names import label_of_figure, name_of_figure
from padai.publishing.exhibits.last_asked import last_asked_list
from padai.publishing.exhibits.titles import title_of_series, written_title
from padai.publishing.exhibits.told_once import lately_told_by_title, told_by_title
from padai.publishing.pieces.emit import Draw, Piece, bullets, data_table, figure, joined, table
from padai.publishing.pieces.tables import Column, TableRow
from padai.survey import Block, Break, Survey
from padai.words import in_a_row

_PANELS = 6
"""The panels of one figure: more would be set smaller than the text on a page."""


def trend(context: Context, block: Block, stem: str, part: str = MAIN) -> Piece:
    """Return series over the waves: a sentence, the panels, the breaks, the data."""
    refuse_without_inference(context, block, part)
    cells = {i: own for i in _series(context, block, part) if (own := series_of(context.lookup, i))}
    if not cells:
        return Piece("")
    chosen = list(cells)
    waves = _waves(context.survey, cells)
    pieces = [_summary(context, chosen, block)]
    figures, broken = _in_figures(chosen), _breaks_before(context, block)
    for drawn in figures:
        pieces += [
            _figure(context, block, stem, cells, drawn, waves),
            bullets(_break_notes(context, drawn, waves, broken)),
        ]
        broken |= {b.id for i in drawn for b in _found_breaks(context, i, waves)}
        if drawn is figures[-1]:
            events, numbers_told = events_among(context, waves), _told_before(context, block)
            pieces.append(events_listed(context, events, numbers_told))
        rows = _table(context, block, stem, drawn, cells, waves, part)
        pieces.append(data_table(context, rows))
    return joined(pieces)


def _told_before(context: Readout, block: Block) -> set[int]:
    """Return the numbers of the events that the figures before a block of the report tell."""
    report = [b for s in context.survey.sections for b in s.blocks]
    numbers: set[int] = set()
    for _, waves in _drawn_before(context, report, block):
        numbers |= {t.number for t in events_among(context, waves)}
    return numbers


def _breaks_before(context: Context, block: Block) -> set[str]:
    """Return the breaks that the figures before a block tell in the same chapter."""
    sections = [list(s.blocks) for s in context.survey.sections]
    mine = next((own for own in sections if any(b is block for b in own)), [])
    before = _drawn_before(context, mine, block)
    return {
        b.id for shown, waves in before for i in shown for b in _found_breaks(context, i, waves)
    }


def _drawn_before(
    context: Readout, blocks: list[Block], block: Block
) -> list[tuple[list[Item], list[str]]]:
    """Return the series and the waves of the figures that stand before a block."""
    place = next((k for k, b in enumerate(blocks) if b is block), 0)
    before = []
    for earlier in blocks[:place]:
        if earlier.kind == "trend":
            shown = _series(context, earlier, MAIN)
            cells = {i: drawn for i in shown if (drawn := series_of(context.lookup, i))}
            before.append((list(cells), _waves(context.survey, cells)))
    return before


@dataclass(frozen=True)
class DrawnSeries:
    """A chart of series, with what must stand beside it."""

    draw: Draw
    caption: str
    detail: str
    note: str
    alt: str
    part: str


def drawn_series(context: Context, block: Block, part: str = MAIN) -> list[DrawnSeries]:
    """Return the charts of a block's series, six panels a chart, without saving any."""
    refuse_without_inference(context, block, part)
    cells = {i: own for i in _series(context, block, part) if (own := series_of(context.lookup, i))}
    waves, chosen = _waves(context.survey, cells), list(cells)
    return [_drawn(context, block, cells, drawn, waves) for drawn in _in_figures(chosen)]


def _in_figures(chosen: list[Item]) -> list[list[Item]]:
    """Part the series of a block into figures of about one size, of even numbers of panels."""
    figures = -(-len(chosen) // _PANELS)
    each = 2 * -(-len(chosen) // (2 * figures))
    return [chosen[k : k + each] for k in range(0, len(chosen), each)]


def _figure(
    context: Context,
    block: Block,
    stem: str,
    cells: dict[Item, list[Cell]],
    drawn: list[Item],
    waves: list[str],
) -> Piece:
    made = _drawn(context, block, cells, drawn, waves)
    return figure(
        context,
        made.draw,
        stem,
        made.caption,
        made.alt,
        detail=made.detail,
        note=made.note,
        part=made.part,
    )


def _drawn(
    context: Context,
    block: Block,
    cells: dict[Item, list[Cell]],
    drawn: list[Item],
    waves: list[str],
) -> DrawnSeries:
    panels = {i: _panel(context, i, cells[i], len(block.questions)) for i in cells}
    # every figure of the exhibit has the same axis, or axes of one length: they can be compared
    points = [p for panel in panels.values() for p in panel.points]
    axis = line_axis(context, list(cells), points)
    own = own_axes(context, list(cells), [p.points for p in panels.values()])
    if own is not None:
        panels = {i: replace(panels[i], axis=a) for i, a in zip(panels, own, strict=True)}
    draw = partial(
        trend_chart,
        [panels[i] for i in drawn],
        axis=axis,
        ticks=[(context.time(w), context.wave_short(w)) for w in waves],
        break_word=context.say("publishing-exhibits-break"),
        notices=context.marks,
        moments=moments(context, events_among(context, waves)),
    )
    part = drawn[0].part
    now = [c for i in drawn for c in cells[i] if c.wave == context.wave]
    named = [(_name(context, i, len(block.questions)), i) for i in drawn]
    title = titled(context, block)
    first = drawn[0] == next(iter(cells))
    written = written_title(context, block, list(cells)) if first else ""
    caption = written or title_of_series(context, _in_titles(context, named), title)
    about = title.rstrip(".") if caption != title else ""
    detail = details(context, about, measures(context, drawn), context.size(now))
    note = in_a_row(
        wordings(context, drawn),
        context.sample_note(now, part),
        axis_note(context, drawn[0], axis, own=own is not None),
        declared_of_items(context, drawn, periods=True),
    )
    alt = _alt(context, drawn, [panels[i] for i in drawn], waves)
    return DrawnSeries(draw, caption, detail, note, alt, part)


def _series(context: Readout, block: Block, part: str) -> list[Item]:
    whole = items(context, block, part)
    if not block.by:
        return whole
    return [
        Item(i.question, i.response, breakdown, group, part)
        for i in whole
        for breakdown in block.by
        for group in context.groups(breakdown)
    ]


def _waves(survey: Survey, cells: dict[Item, list[Cell]]) -> list[str]:
    used = {c.wave for series in cells.values() for c in series}
    return [w for w in survey.waves if w in used]


def _in_titles(context: Context, named: list[tuple[str, Item]]) -> list[tuple[str, Item]]:
    """Name a series of a group by its question too: it is no group that rose or fell."""
    return [
        (
            name
            if i.breakdown == "total"
            else f"{name_of_figure(context, i)}, {context.group(i.breakdown, i.group)}",
            i,
        )
        for name, i in named
    ]


def _name(context: Context, item: Item, questions: int) -> str:
    if item.breakdown == "total":
        return label_of_figure(context, item)
    group = context.group(item.breakdown, item.group)
    if questions == 1:
        return group
    return context.colon(label_of_figure(context, item), group)


def _panel(context: Context, item: Item, cells: list[Cell], questions: int) -> Panel:
    waves = [c.wave for c in cells]
    broken = frozenset(
        index
        for index in range(len(waves) - 1)
        if breaks_between(context, item, waves[index], waves[index + 1])
    )
    change = change_of(context.lookup, item)
    note = words_of(context, change)
    # of a stable figure the margin is the size
    if change is not None and change.shown and change.verdict in MOVED:
        note = f"{note} ({told_size(context, item, change.estimate, moved=True)})"
    times = tuple(context.time(w) for w in waves)
    points = tuple(replace(p, label=_bare(context, c)) for c in cells if (p := point(context, c)))
    shape = WAVE_SHAPES.get(change.verdict, "") if change is not None else ""
    over = _over(context, item)
    return Panel(_name(context, item, questions), note, times, points, broken, shape, over)


def _over(context: Readout, item: Item) -> str:
    """Say what became of the whole period where something did: a picture is passed on alone.

    Under a line that falls from edition to edition “has remained stable” told of the last year.
    """
    period = period_of(context, item)
    if period is None or period.verdict not in MOVED:
        return ""
    kind = context.kind(item.question, item.response)
    return period_phrase(period, context.numbers, kind, short=True)


def _bare(context: Readout, cell: Cell) -> str:
    return context.value(cell, sign=False)


def _summary(context: Context, chosen: list[Item], block: Block) -> Piece:
    named = [(_name(context, i, len(block.questions)), i) for i in chosen]
    lately = [] if lately_told_by_title(context, chosen, block) else named
    changes = [(name, d) for name, i in lately if (d := change_of(context.lookup, i))]
    whole = [] if told_by_title(context, chosen, block) else [period_list(context, named)]
    return joined([*whole, verdict_list(context, changes), last_asked_list(context, named)])


def _found_breaks(context: Context, item: Item, waves: list[str]) -> list[Break]:
    if len(waves) < 2:
        return []
    return breaks_between(context, item, waves[0], waves[-1])


def _break_notes(
    context: Context, chosen: list[Item], waves: list[str], told_above: set[str]
) -> list[str]:
    """Tell the breaks of some series; of those told before, where they are told."""
    concerned_by: dict[str, tuple[Break, list[Item]]] = {}
    for item in chosen:
        for one in _found_breaks(context, item, waves):
            concerned_by.setdefault(one.id, (one, []))[1].append(item)
    notes = []
    for one, concerned in concerned_by.values():
        when = context.numbers.date(one.date)
        start = context.say("publishing-exhibits-break-in-series", when=when)
        whom = ""
        if len(concerned) < len(chosen):
            listed = ", ".join(
                _name(context, i, 1 if i.breakdown != "total" else 2) for i in concerned
            )
            whom = f", {listed}"
        text = f"{start}{whom}. {context.text(one.text)}"
        if one.id in told_above:
            above = context.say("publishing-exhibits-break-told-above")
            text = context.colon(f"{start}{whom}", f"{above}.")
        if any(bridged(one, item) for item in concerned):
            text += " " + context.say("publishing-exhibits-an-offset-of-method-was-measured-the")
        notes.append(text)
    return notes


def _alt(context: Readout, chosen: list[Item], panels: list[Panel], waves: list[str]) -> str:
    start = context.say(
        "publishing-exhibits-lines-from-to",
        waves=context.wave_short(waves[0]),
        waves_2=context.wave_short(waves[-1]),
    )
    sentences, between = [], context.say("publishing-language-semicolon")
    for item, panel in zip(chosen, panels, strict=True):
        cells = series_of(context.lookup, item)
        path = ", ".join(f"{context.value(c)} ({context.wave_short(c.wave)})" for c in cells)
        broken = context.say("publishing-exhibits-broken-line") if panel.broken else ""
        period = period_of(context, item)
        whole = panel.over or (period_heading(context, period) if period else "")
        text = in_a_row(path, broken, whole, panel.note, by=between)
        sentences.append(context.colon(panel.title, text) + ".")
    events = events_alt(context, events_among(context, waves))
    return " ".join([start, *sentences, *([events] if events else [])])


def _table(
    context: Context,
    block: Block,
    stem: str,
    chosen: list[Item],
    cells: dict[Item, list[Cell]],
    waves: list[str],
    part: str,
) -> Piece:
    columns = [
        *(Column(context.wave_short(w)) for w in waves),
        Column(
            context.say("publishing-exhibits-change-interval-and-verdict"),
            numeric=False,
        ),
    ]
    rows = []
    for item in chosen:
        by_wave = {c.wave: c for c in cells[item]}
        change = change_of(context.lookup, item)
        rows.append(
            TableRow(
                _name(context, item, len(block.questions)),
                (
                    *(_cell_text(context, by_wave.get(w)) for w in waves),
                    _became(context, change),
                ),
            )
        )
    every = [c for found_cells in cells.values() for c in found_cells]
    note = in_a_row(
        context.say(
            "publishing-exhibits-under-each-estimate", interval=context.words(part).interval
        ),
        context.words(part).under,
        flags_note(context, every),
        declared_of_items(context, chosen),
    )
    return table(
        context,
        stem,
        titled(context, block),
        context.say("publishing-exhibits-series"),
        columns,
        rows,
        detail=details(context, measures(context, chosen)),
        note=note,
        part=part,
    )


def _cell_text(context: Readout, cell: Cell | None) -> str:
    if cell is None:
        return "…"
    value = context.value(cell, sign=False)
    if not (cell.shown and cell.has_interval):
        return value
    return f"{value}\n{context.interval(cell, sign=False)}"


def _became(naming: Naming, change_shown: Difference | None) -> str:
    change, _, verdict = change_words(naming, change_shown).partition("\n")
    if change_shown is None or not change_shown.has_interval:
        return change
    return f"{change} ({interval_of_change(naming, change_shown)})\n{verdict}".strip()
