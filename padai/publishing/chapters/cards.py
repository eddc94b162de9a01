"""Cards: a figure in large letters, its verdict at a glance, a small drawing, how sure it is."""

from __future__ import annotations

from padai.charts.data import Axis
from padai.charts.strip import Mark, strip_chart
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import Cell, Difference
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import size_sentence, upper_first
from padai.publishing.chapters.robustness import dependence
from padai.publishing.engine.text import md_attribute, md_literal
from padai.publishing.exhibits.axes import point, score_range, share_axis
from padai.publishing.exhibits.exhibit_items import (
    WAVE_SHAPES,
    Item,
    breaks_between,
    cell_of,
    change_of,
    not_shown_why,
    whole_period,
    words_of,
)

BROKEN = "broken"
"""The shape of a verdict that there is none: the two waves may not be compared."""


def card(
    context: Context, item: Item, lead: str, sentences: list[str], *, drawn: bool = True
) -> str:
    """Return a card as an item of a list.

    Parameters
    ----------
    context
        The store in one language.
    item
        The figure.
    lead
        What it is, as Markdown.
    said
        The sentences after the verdict and the drawing; empty ones are left out.
    drawn
        Whether it has a drawing, where the sample type has intervals.
    """
    cell = cell_of(context.lookup, item)
    figure = "…" if cell is None else context.value(cell)
    blocks = [f"**{md_literal(figure)}** {lead}"]
    if cell is not None:
        # the longer period first: a verdict on the last step alone may hide a line that falls
        blocks += [
            md_literal(whole_period(context, item)),
            _verdict(context, change_of(context.lookup, item)),
        ]
        blocks += [_strip(context, item, cell)] if drawn else []
    blocks += [md_literal(text) for text in sentences]
    first, *others = (b for b in blocks if b)
    return "\n\n".join([f"- {first}", *(f"  {text}" for text in others)])


def changed(context: Context, item: Item, sentence: str) -> list[str]:
    """Say the size of a change whose verdict stands in the card, and what the verdict hangs on.

    `sentence` is what is said where there is no size: why it is not compared, or that it is new.
    """
    change = change_of(context.lookup, item)
    if change is None or not change.shown or not verdict_shape(context, change):
        return [sentence, dependence(context, item)]
    size = size_sentence(
        context.numbers,
        kind=context.kind(item.question, item.response),
        reference=context.the_wave(change.reference),
        change=change.estimate,
        low=change.conf_low,
        high=change.conf_high,
        interval=context.words(item.part).interval_short,
        why=not_shown_why(context, change),
    )
    return [size, dependence(context, item)]


def verdict_shape(naming: Naming, change: Difference | None) -> str:
    """Return the shape that a verdict is drawn with; nothing where there is no verdict."""
    if change is None or not words_of(naming, change):
        return ""
    return WAVE_SHAPES.get(change.verdict, BROKEN)


def _verdict(naming: Naming, change: Difference | None) -> str:
    """Return the verdict in its words, with a class that the style sheet draws a sign for."""
    shape = verdict_shape(naming, change)
    if not shape:
        return ""
    return f"[{md_literal(upper_first(words_of(naming, change)))}]{{.verdict .{shape}}}"


def _strip(context: Context, item: Item, cell: Cell) -> str:
    """Return the drawing: the figure on its whole scale, beside that of the earlier wave."""
    from padai.publishing.engine.pictures import save_figure

    if not (context.words(item.part).has_intervals and cell.shown and cell.has_interval):
        return ""
    cells = [c for c in (earlier(context, item), cell) if c is not None]
    marks = [Mark(context.wave_short(c.wave), point(context, c), c is cell) for c in cells]
    axis = _axis(context, item)
    label = context.new_label("fig", f"card-{item.question}-{item.response}")
    source = save_figure(strip_chart(marks, axis=axis, notices=context.marks), label)
    return f"![]({source}){{fig-alt={md_attribute(_alt(context, cells, axis))}}}"


def earlier(context: Context, item: Item) -> Cell | None:
    """Return the figure that this wave's is compared with, where no break lies between them."""
    change = change_of(context.lookup, item)
    if change is None or not change.shown:
        return None
    if breaks_between(context, item, change.reference, context.wave):
        return None
    before = context.lookup.past(
        item.question, item.response, change.reference, item.breakdown, item.group, item.part
    )
    return before if before is not None and before.shown else None


def _axis(naming: Naming, item: Item) -> Axis:
    """Return the whole scale of a figure, with its ends and its middle."""
    kind, numbers = naming.kind(item.question, item.response), naming.numbers
    if kind == "share":
        whole = share_axis(naming.numbers)
        return Axis(0.0, 100.0, (0.0, 50.0, 100.0), whole.written)
    if kind == "balance":
        return Axis(-100.0, 100.0, (-100.0, 0.0, 100.0), lambda v: numbers.decimal(v, 0))
    low, high = score_range(naming, item.question)
    return Axis(low, high, (low, high), lambda v: numbers.decimal(v, 0))


def _alt(context: Readout, cells: list[Cell], axis: Axis) -> str:
    low, high = axis.written(axis.low), axis.written(axis.high)
    values = [
        context.colon(context.wave_short(c.wave), f"{context.value(c)} ({context.interval(c)})")
        for c in cells[::-1]
    ]
    scale = context.say("publishing-chapters-on-the-scale-from-to", low=low, high=high)
    return context.colon(scale, context.say("publishing-chapters-signs").join(values)) + "."
