"""When a question was last asked, where an edition came between that did not ask it.

The last edition is compared with the one before alone: of a question that the one before did not
ask there is no change to tell. When it was asked before, and how high the figure stood then, is
told without a verdict.
"""

from __future__ import annotations

from collections.abc import Sequence

from padai.publishing.basis.lookup import Cell
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import listed, lower_first
from padai.publishing.exhibits.exhibit_items import Item, cell_of, change_of, series_of
from padai.publishing.pieces.emit import Piece, terms


def last_asked(context: Readout, item: Item) -> Cell | None:
    """Return the earlier figure of one that is compared with none; nothing where it is compared.

    Nothing of a figure that is not shown, now or then.
    """
    now = cell_of(context.lookup, item)
    if now is None or not now.shown or not context.words(item.part).has_intervals:
        return None
    if change_of(context.lookup, item) is not None:
        return None
    order = context.survey.waves
    place = order.index(context.wave)
    before = [c for c in series_of(context.lookup, item) if order.index(c.wave) < place and c.shown]
    return before[-1] if before else None


def last_asked_sentence(context: Readout, item: Item) -> str:
    """Say when a figure was last measured and how high it stood; nothing where it is compared."""
    cell = last_asked(context, item)
    if cell is None:
        return ""
    when = lower_first(context.wave_label(cell.wave))
    return context.say("publishing-exhibits-last-asked", when=when, figure=_figure(context, cell))


def uncompared_sentence(context: Readout, item: Item) -> str:
    """Say why a figure has no change: measured for the first time, not followed, or not of late."""
    if not context.words(item.part).has_intervals:
        return ""
    if len(series_of(context.lookup, item)) > 1:
        return last_asked_sentence(context, item)
    survey, wave = context.survey, context.wave
    asked = context.question(item.question).asked_in
    defined = list(survey.wave_defs) if len(survey.waves) < 2 else list(survey.waves)
    earlier = defined[: defined.index(wave)]  # a draft of several waves may show one
    if any(item.part in survey.wave(w).parts and asked(w, item.part) for w in earlier):
        return context.say("publishing-exhibits-not-compared-with-earlier-editions")
    return context.say("publishing-exhibits-first-measurement")


def last_asked_list(context: Readout, named: Sequence[tuple[str, Item]]) -> Piece:
    """Say it of several figures, edition by edition."""
    together: dict[str, list[str]] = {}
    for name, item in named:
        cell = last_asked(context, item)
        if cell is not None:
            named_share = f"{name} ({context.value(cell)})"
            together.setdefault(lower_first(context.wave_label(cell.wave)), []).append(named_share)
    editions = [
        (
            context.say("publishing-exhibits-last-asked-in", when=when),
            listed(names, context.lang) + ".",
        )
        for when, names in together.items()
    ]
    return terms(editions, context.colon("", "")) if editions else Piece("")


def _figure(context: Readout, cell: Cell) -> str:
    value, span = context.value(cell), context.interval(cell)
    short = context.words(cell.part).interval_short
    return f"{value} ({context.colon(short, span)})" if cell.has_interval else value
