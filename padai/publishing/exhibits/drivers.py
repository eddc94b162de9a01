"""The kind ``drivers``: a change in parts, other shares of groups and other answers within them."""

from __future__ import annotations

import math
from functools import partial

from padai.charts.data import Axis, ChartRow, Point
from padai.charts.rows import Layout, row_chart
from padai.publishing.basis.context import Context
from padai.publishing.basis.further_rows import Component
from padai.publishing.basis.lookup import MAIN, TOTAL
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import joined as in_words
from padai.publishing.basis.sentences import lower_first, upper_first
from padai.publishing.basis.speech import Speech
from padai.publishing.exhibits.asked import wordings
from padai.publishing.exhibits.changes import change_axis
from padai.publishing.exhibits.declarations import declared_of_items
from padai.publishing.exhibits.exhibit_items import (
    Item,
    cell_of,
    details,
    items,
    refuse_without_inference,
)
from padai.publishing.exhibits.figure_names import name_in_list
from padai.publishing.exhibits.titles import title_of_changes
from padai.publishing.pieces.emit import (
    Draw,
    Piece,
    bullets,
    data_table,
    figure,
    joined,
    paragraph,
    table,
)
from padai.publishing.pieces.tables import Column, TableRow
from padai.survey import Block
from padai.words import Both, in_a_row

Parts = dict[str, list[Component]]
"""The published parts of a change, by breakdown."""
CHANGE, COMPOSITION, WITHIN, UNCLASSIFIED = "change", "composition", "within", "unclassified"
_NAMES = {
    CHANGE: Both("publishing-exhibits-change-2395"),
    COMPOSITION: Both("publishing-exhibits-composition"),
    WITHIN: Both("publishing-exhibits-within-groups"),
    UNCLASSIFIED: Both("publishing-exhibits-group-not-stated"),
}
_ABSENT = {
    "withheld": Both("publishing-exhibits-a-result-is-not-published-in-one-of-the"),
    "breakdown_not_reported": Both("publishing-exhibits-the-results-of-these-groups-are-not"),
    "not_comparable": Both("publishing-exhibits-the-two-editions-are-not-comparable"),
    "not_computed": Both("publishing-exhibits-the-computation-is-not-possible-with"),
}
FIXED, FIXED_FOR_ALL = "shares_fixed", "shares_fixed_but_for_nonresponse"


def drivers(context: Context, block: Block, stem: str, part: str = MAIN) -> Piece:
    """Return each question's change since the earlier wave in parts: words, chart, data."""
    refuse_without_inference(context, block, part)
    return joined(_one(context, block, stem, item) for item in items(context, block, part))


def _one(context: Context, block: Block, stem: str, item: Item) -> Piece:
    every = {
        by: context.lookup.components(item.question, item.response, by, item.part)
        for by in block.by
    }
    known = {by: rows for by, rows in every.items() if _whole(rows, CHANGE) is not None}
    absent = bullets(
        _reason(context, by, rows) for by, rows in every.items() if rows and by not in known
    )
    if not known:
        return absent
    caption, detail = _captions(context, block, item, known)
    cells = [cell_of(context.lookup, item)]
    judged = declared_of_items(context, [item])
    note = in_a_row(wordings(context, [item]), context.sample_note(cells, item.part), judged)
    return joined(
        [
            bullets(_sentence(context, item, by, rows) for by, rows in known.items()),
            absent,
            figure(
                context,
                _chart(context, item, known),
                stem,
                caption,
                _alt(context, item, known),
                detail=detail,
                note=note,
                part=item.part,
            ),
            paragraph(*_cautions(context, known)),
            data_table(context, _table(context, item, stem, caption, detail, known)),
        ]
    )


def _captions(context: Readout, block: Block, item: Item, known: Parts) -> tuple[str, str]:
    """Return the caption, and what follows it in lighter letters."""
    change = _whole(known[next(iter(known))], CHANGE)
    assert change is not None
    title = context.text(block.title).rstrip(".")
    reference = context.the_wave(change.reference)
    about = context.say("publishing-exhibits-compared-with-830a", title=title, reference=reference)
    caption = title_of_changes(context, [(name_in_list(context, item.question), item)], about)
    unit = (
        ""
        if context.kind(item.question, item.response) == "mean"
        else context.say("publishing-exhibits-in-percentage-points-f3b5")
    )
    lead = about.rstrip(".") if caption != about else ""
    return caption, details(context, lead, unit, context.size([cell_of(context.lookup, item)]))


def _whole(rows: list[Component], component: str) -> Component | None:
    """Return a part of the change summed over the groups, where it is published."""
    for row in rows:
        if row.component == component and row.group == TOTAL and math.isfinite(row.estimate):
            return row
    return None


def _sums(rows: list[Component]) -> list[Component]:
    sums = (_whole(rows, c) for c in (COMPOSITION, WITHIN, UNCLASSIFIED))
    return [c for c in sums if c is not None]


# --- words -----------------------------------------------------------------------------------


def _name(lang: str, component: str) -> str:
    return _NAMES[component][lang]


def _figure(naming: Naming, item: Item, row: Component) -> str:
    if not math.isfinite(row.estimate):
        return "–"
    return naming.numbers.bare_change(row.estimate, naming.kind(item.question, item.response))


def _interval(naming: Naming, item: Item, row: Component) -> str:
    if row.component == COMPOSITION and row.reason == FIXED:
        return naming.say("publishing-exhibits-without-sampling-error")
    if not (math.isfinite(row.conf_low) and math.isfinite(row.conf_high)):
        return "–"
    kind = naming.kind(item.question, item.response)
    return naming.numbers.range(row.conf_low, row.conf_high, kind, change=True)


def _sentence(naming: Naming, item: Item, by: str, rows: list[Component]) -> str:
    """Say the change, and what each part of it amounts to, with its interval."""
    change = _whole(rows, CHANGE)
    assert change is not None
    short = naming.words(item.part).interval_short
    clauses = []
    for row in _sums(rows):
        span = _interval(naming, item, row)
        fixed = row.component == COMPOSITION and row.reason == FIXED
        sure = span if fixed else naming.colon(short, span)
        name = lower_first(_name(naming.lang, row.component))
        clauses.append(f"{name} {_figure(naming, item, row)} ({sure})")
    size = naming.numbers.printed_change(change.estimate, naming.kind(item.question, item.response))
    lead = naming.say("publishing-exhibits-change-of", breakdown=naming.breakdown(by), size=size)
    return naming.colon(lead, naming.say("publishing-language-semicolon").join(clauses)) + "."


def _reason(naming: Naming, by: str, rows: list[Component]) -> str:
    code = next((r.reason for r in rows if r.reason), "not_computed").partition(":")[0]
    words = _ABSENT.get(code, _ABSENT["not_computed"])[naming.lang]
    lead = naming.say("publishing-exhibits-not-divided", breakdown=naming.breakdown(by))
    return naming.colon(lead, words) + "."


def _cautions(naming: Naming, known: Parts) -> list[str]:
    """Say how to read the parts, and that they are no causes."""
    sentences = [naming.say("publishing-exhibits-composition-the-part-of-the-change-that")]
    for reason in (FIXED, FIXED_FOR_ALL):
        names = [
            lower_first(naming.breakdown(by))
            for by, rows in known.items()
            if any(r.reason == reason for r in rows)
        ]
        if names:
            sentences.append(_fixed_words(naming, reason, in_words(names, naming.lang)))
    return sentences


def _fixed_words(speech: Speech, reason: str, names: str) -> str:
    if reason == FIXED:
        return speech.say("publishing-exhibits-weighting-fixes-each-groups-share-this", names=names)
    return speech.say("publishing-exhibits-weighting-fixes-each-groups-share-among", names=names)


# --- chart and table -------------------------------------------------------------------------


def _chart(context: Context, item: Item, known: Parts) -> Draw:
    first = _whole(known[next(iter(known))], CHANGE)
    assert first is not None
    rows = [_row(context, item, first)]
    for by, components in known.items():
        rows.append(ChartRow(context.breakdown(by)))
        rows += [_row(context, item, one) for one in _sums(components)]
    return partial(
        row_chart,
        rows,
        axis=_axis(context, item, rows),
        layout=Layout(labels=2.0, sides=(0.5,), line=(0.0, "")),
        notices=context.marks,
    )


def _row(naming: Naming, item: Item, one: Component) -> ChartRow:
    factor = 1.0 if naming.kind(item.question, item.response) == "mean" else 100.0
    shape = "plain" if one.component == CHANGE else "same"
    written = _figure(naming, item, one)
    at = Point(one.estimate * factor, one.conf_low * factor, one.conf_high * factor, written, shape)
    return ChartRow(_name(naming.lang, one.component), (at,), (written,))


def _axis(naming: Naming, item: Item, rows: list[ChartRow]) -> Axis:
    if naming.kind(item.question, item.response) != "mean":
        return change_axis(naming.numbers, rows)
    values = [abs(v) for r in rows for p in r.points for v in (p.value, p.low, p.high) if v == v]
    reach = math.ceil(max(0.5, *values) * 2) / 2
    ticks = (-reach, 0.0, reach)
    return Axis(-reach * 1.05, reach * 1.05, ticks, lambda v: naming.numbers.bare_change(v, "mean"))


def _alt(naming: Naming, item: Item, known: Parts) -> str:
    first = _whole(known[next(iter(known))], CHANGE)
    assert first is not None
    start = naming.say("publishing-exhibits-dots-on-both-sides-of-zero-77d6")
    sentences = [f"{_with_interval(naming, item, first)}."]
    for by, components in known.items():
        listed = naming.say("publishing-language-semicolon").join(
            lower_first(_with_interval(naming, item, one)) for one in _sums(components)
        )
        sentences.append(naming.colon(naming.breakdown(by), listed) + ".")
    return " ".join([start, *sentences])


def _with_interval(naming: Naming, item: Item, one: Component) -> str:
    name, written = _name(naming.lang, one.component), _figure(naming, item, one)
    return f"{name} {written} ({_interval(naming, item, one)})"


def _table(
    context: Context, item: Item, stem: str, caption: str, detail: str, known: Parts
) -> Piece:
    first = _whole(known[next(iter(known))], CHANGE)
    assert first is not None

    def line(heading: str, one: Component) -> TableRow:
        return TableRow(heading, (_figure(context, item, one), _interval(context, item, one)))

    rows = [line(_name(context.lang, CHANGE), first)]
    for by, components in known.items():
        for component in (COMPOSITION, WITHIN):
            label = f"{context.breakdown(by)}, {lower_first(_name(context.lang, component))}"
            rows.append(TableRow(label))
            mine = [one for one in components if one.component == component]
            rows += [line(_group(context, by, one), one) for one in mine]
        rows += [
            line(_name(context.lang, UNCLASSIFIED), one)
            for one in components
            if one.component == UNCLASSIFIED
        ]
    words = context.words(item.part)
    columns = [
        Column(context.say("publishing-exhibits-change-8050")),
        Column(upper_first(words.interval_short)),
    ]
    stub = context.say("publishing-exhibits-part-of-the-change")
    return table(
        context, stem, caption, stub, columns, rows, detail=detail, note=words.under, part=item.part
    )


def _group(naming: Naming, by: str, one: Component) -> str:
    if one.group == TOTAL:
        return naming.say("publishing-exhibits-all-groups")
    return naming.group(by, one.group)
