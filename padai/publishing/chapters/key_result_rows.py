"""Key results in rows: the figure, a line over all editions, what became of it, how sure it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from padai.charts.data import Point
from padai.charts.spark import shared_reach, spark_chart
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, Cell
from padai.publishing.basis.numbers import NBSP
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import majority_clause, period_phrase, upper_first
from padai.publishing.chapters.cards import verdict_shape
from padai.publishing.chapters.declared import BEFORE, code_of, declared_sentence
from padai.publishing.chapters.opening import (
    asked_and_resting,
    certainty,
    finding,
    how_chosen,
    named,
    none_declared,
)
from padai.publishing.chapters.robustness import dependence
from padai.publishing.engine.text import md_attribute, md_literal
from padai.publishing.exhibits.axes import point
from padai.publishing.exhibits.exhibit_items import (
    Item,
    breaks_between,
    cell_of,
    change_of,
    interval_of_change,
    item_of,
    not_shown_why,
    period_of,
    series_of,
    told_of,
    words_of,
)
from padai.publishing.exhibits.last_asked import uncompared_sentence
from padai.publishing.pieces.emit import Piece, joined, marked, paragraph
from padai.survey import KeyResult

_LEAST = {"share": 14.0, "balance": 20.0, "mean": 1.0}
"""The smallest height of a line's picture, by kind: small wobbles are not made to look large."""


def key_rows(context: Context) -> Piece:
    """Return every key result as a row, in the declared order, whatever its verdict.

    Those of questions that the edition did not ask are named in one sentence.
    """
    if not context.survey.key_results:
        return none_declared(context)
    results, resting = asked_and_resting(context)
    if not results:
        return joined(resting)
    reach = _reach(context, [item_of(k) for k in results])
    # where all were declared alike, one sentence under the rows says it of them all
    apart = not {code_of(context, r) for r in results} <= {*BEFORE, "asserted"}
    rows = (_row(context, result, reach, apart=apart) for result in results)
    body = Piece("\n\n".join(rows))
    return joined([marked("key-rows", body), *resting, _read(context)])


def _reach(context: Readout, items: Sequence[Item]) -> Mapping[str, float]:
    """Return the height of the lines of each kind of figure, which its rows share."""
    reaches = {}
    for kind, least in _LEAST.items():
        mine = [i for i in items if context.kind(i.question, i.response) == kind]
        rows = [[point(context, c) for c in series_of(context.lookup, i)] for i in mine]
        reaches[kind] = shared_reach(rows, least)
    return reaches


def _row(
    context: Context, result: KeyResult, reach: Mapping[str, float], *, apart: bool = False
) -> str:
    """Return the row of a key result, which tells `apart` what was declared of it."""
    item = item_of(result)
    cell = cell_of(context.lookup, item)
    figure = "…" if cell is None else context.value(cell)
    left = [f"**{md_literal(figure)}** {md_literal(named(context, result))}"]
    if cell is None:
        return _cells([left, [], [md_literal(t) for t in finding(context, result)[1:] if t]])
    left.append(md_literal(_sure(context, cell)))
    right = [
        md_literal(_whole(context, item)),
        _last(context, item),
        md_literal(dependence(context, item)),
    ]
    if apart:
        right.append(md_literal(declared_sentence(context, result)))
    return _cells([left, [_line(context, item, reach)], right])


def _sure(context: Readout, cell: Cell) -> str:
    """Give the interval of a figure and its base on one line, or why it is not published."""
    words = context.words(cell.part)
    if not (cell.shown and words.has_intervals and cell.has_interval):
        return certainty(context, cell)
    share = context.kind(cell.question, cell.response) == "share"
    more = majority_clause(cell.conf_low, context.lang) if share else ""
    span = _together(context.interval(cell))
    size = f"{span}{', ' + more if more else ''} ({context.size([cell])})."
    return context.colon(words.interval_short, size)


def _together(span: str) -> str:
    """Keep the two ends of an interval on one line."""
    return span.replace(" ", NBSP)


def _cells(columns: Sequence[Sequence[str]]) -> str:
    """Return an item of a list whose paragraphs stand in three boxes."""
    names = ("row-result", "row-line", "row-change")
    boxes = []
    for name, texts in zip(names, columns, strict=True):
        kept = [text for text in texts if text]
        if kept:
            boxes += [f"::: {{.{name}}}", "", *"\n\n".join(kept).split("\n"), "", ":::", ""]
    return "\n".join(f"- {b}" if i == 0 else f"  {b}".rstrip() for i, b in enumerate(boxes))


def _whole(context: Readout, item: Item) -> str:
    """Say what became of the figure over its whole period, in as few words as a row has room."""
    period = period_of(context, item)
    if period is None:
        return ""
    kind = context.kind(item.question, item.response)
    span = _together(context.numbers.range(period.low, period.high, kind, change=True))
    phrase = upper_first(period_phrase(period, context.numbers, kind, short=True))
    if period.verdict == "cannot_tell":
        what = (
            context.say("publishing-chapters-slope-a-year-ba46")
            if period.term == "slope"
            else (
                context.say(
                    "publishing-chapters-change-from-to", first=period.first, last=period.last
                )
            )
        )
        size = context.numbers.change(period.change, kind, short=True)
        interval = context.colon(context.words(item.part).interval_short, span)
        span = context.colon(what, f"{size}, {interval}")
        why = not_shown_why(context, told_of(context.lookup, item))
        span += context.say("publishing-exhibits-signs") + why if why else ""
    return f"{phrase} ({span})."


def _last(context: Readout, item: Item) -> str:
    """Say what became of it since the earlier edition: the verdict, the change, its interval."""
    change = change_of(context.lookup, item)
    if change is None:
        return md_literal(uncompared_sentence(context, item))
    words, shape = upper_first(words_of(context, change)), verdict_shape(context, change)
    if change.verdict == "not comparable":
        earlier = context.the_wave(change.reference)
        words = context.say("publishing-chapters-not-comparable-with", earlier=earlier)
    elif not words:  # a comparison without a verdict is exploratory
        since = context.since(change.reference)
        words = context.say("publishing-chapters-change-since-88f1", since=since)
    size = ""
    if change.shown and change.verdict != "not comparable":
        kind = context.kind(item.question, item.response)
        size = context.numbers.change(change.estimate, kind, short=True)
        span = _together(interval_of_change(context, change))
        why = not_shown_why(context, change)
        span += context.say("publishing-exhibits-signs") + why if why else ""
        size = f"{size} ({span})" if span != "–" else size
    verdict = f"[{md_literal(words)}]{{.verdict .{shape}}}" if shape else md_literal(words)
    return f"{verdict}{md_literal(context.colon('', size) + '.' if size else '.')}"


def _line(context: Context, item: Item, reach: Mapping[str, float]) -> str:
    """Return the drawing of every edition, which says in words what it shows."""
    from padai.publishing.engine.pictures import save_drawn

    cells = series_of(context.lookup, item)
    if not (context.words(item.part).has_intervals and any(c.shown for c in cells)):
        return ""
    waves = [c.wave for c in cells]
    broken = frozenset(
        i for i in range(len(waves) - 1) if breaks_between(context, item, waves[i], waves[i + 1])
    )
    points: list[Point] = [point(context, c) for c in cells]
    chart = partial(
        spark_chart,
        points,
        [context.wave_short(w) for w in waves],
        times=[context.time(w) for w in waves],
        broken=broken,
        reach=reach[context.kind(item.question, item.response)],
        notices=context.marks,
    )
    label = context.new_label("fig", f"row-{item.question}-{item.response}")
    alt = md_attribute(_alt(context, cells, broken))
    return f"![]({save_drawn(chart, label)}){{fig-alt={alt}}}"


def _alt(context: Readout, cells: Sequence[Cell], broken: frozenset[int]) -> str:
    values = [context.colon(context.wave_short(c.wave), context.value(c)) for c in cells]
    start = context.say("publishing-chapters-all-editions")
    breaks = ", ".join(context.wave_short(cells[i + 1].wave) for i in sorted(broken))
    more = context.say("publishing-chapters-break-before", breaks=breaks)
    listed = context.say("publishing-chapters-signs").join(values)
    return f"{context.colon(start, listed)}{more if broken else ''}."


def _read(context: Context) -> Piece:
    """Say how the rows are read: how they were chosen, what the lines and the brackets are."""
    words = context.words(MAIN)
    chosen = how_chosen(context)
    if not words.has_intervals:
        return marked("note", paragraph(chosen))
    drawn = context.say(
        "publishing-chapters-lines-all-editions-on-one-scale-band-and", interval=words.interval
    )
    return marked("note", paragraph(chosen, drawn))
