"""What would make a finding false: a sentence for each key result, and a table of all."""

from __future__ import annotations

import math
from collections.abc import Sequence

from padai.publishing.basis.context import Context
from padai.publishing.basis.further_rows import Tipping
from padai.publishing.basis.lookup import MAIN
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import VARIANT_PHRASES, ended
from padai.publishing.basis.speech import Speech
from padai.publishing.basis.vocabulary import check_words
from padai.publishing.chapters.robustness import headline_name, headlines
from padai.publishing.exhibits.declarations import declared_of_items
from padai.publishing.exhibits.exhibit_items import Item, change_of
from padai.publishing.pieces.emit import (
    Piece,
    definitions,
    folded,
    heading,
    joined,
    paragraph,
    table,
)
from padai.publishing.pieces.tables import Column, TableRow
from padai.words import Both, in_a_row

_FALSE = {
    "false_favourable": Both("publishing-chapters-favourable"),
    "false_unfavourable": Both("publishing-chapters-unfavourable"),
    "false_random": Both("publishing-chapters-given-at-random"),
}
_RATIO, _RHO, _UNKNOWN = "selection_ratio", "selection_rho", "dont_know"
_RISES, _FALLS = ("rose", "rose_less_than_margin"), ("fell", "fell_less_than_margin")


def tipping_sentence(context: Readout, item: Item) -> str:
    """Say what would have to be true for the finding on a figure to be false, in one sentence.

    Nothing where the release says nothing of it.
    """
    points = context.lookup.tipping(
        item.question, item.response, item.breakdown, item.group, item.part
    )
    change = change_of(context.lookup, item)
    if not points or change is None or not context.words(item.part).has_intervals:
        return ""
    mine = [t for t in points if t.of_wave == context.wave and t.reference == change.reference]
    if not mine or any(t.reason in ("not_a_share", "too_few") for t in mine):
        return ""
    false = _smallest(mine)
    shown = mine[0].verdict in (*_RISES, *_FALLS)
    return _shown(context, mine, false) if shown else _not_shown(context, false)


def _smallest(points: Sequence[Tipping]) -> Tipping | None:
    """Return the false answers of which fewest turn the finding over."""
    known = [t for t in points if t.assumption in _FALSE and math.isfinite(t.value)]
    return min(known, key=lambda t: t.value, default=None)


def _shown(naming: Naming, points: Sequence[Tipping], false: Tipping | None) -> str:
    rose = points[0].verdict in _RISES
    what = (
        naming.say("publishing-chapters-the-rise")
        if rose
        else naming.say("publishing-chapters-the-fall")
    )
    year = naming.edition(naming.wave)
    took = _took_part(naming, points)
    if false is None:
        none = naming.say(
            "publishing-chapters-no-share-of-false-answers-in-would-be", year=year, what=what
        )
        more = naming.say("publishing-chapters-took", took=took) if took else ""
        return f"{none}{more}."
    share, kind = naming.numbers.share(false.value), _FALSE[false.assumption][naming.lang]
    more = naming.say("publishing-chapters-or", took=took) if took else ""
    return naming.say(
        "publishing-chapters-of-the-answers-of-would-have-to-be-false",
        share=share,
        year=year,
        kind=kind,
        more=more,
        what=what,
    )


def _took_part(speech: Speech, points: Sequence[Tipping]) -> str:
    """Say how unequal taking part would have to have been, as a clause; nothing where unknown."""
    ratio = next((t.value for t in points if t.assumption == _RATIO), math.nan)
    if not math.isfinite(ratio) or ratio <= 0:
        return ""
    times = speech.numbers.decimal(ratio, 2)
    if ratio >= 1:
        return speech.say(
            "publishing-chapters-those-who-give-this-answer-would-have-to-d16b", times=times
        )
    return speech.say(
        "publishing-chapters-those-who-give-this-answer-would-have-to-30c4", times=times
    )


def _not_shown(naming: Naming, false: Tipping | None) -> str:
    year = naming.edition(naming.wave)
    if false is None:
        return naming.say("publishing-chapters-no-share-of-false-answers-in-would-let-a", year=year)
    share, kind = naming.numbers.share(false.value), _FALSE[false.assumption][naming.lang]
    rise = false.verdict_then in _RISES
    what = (
        naming.say("publishing-chapters-a-rise")
        if rise
        else naming.say("publishing-chapters-a-fall")
    )
    return naming.say(
        "publishing-chapters-it-would-take-of-the-answers-of-being",
        share=share,
        year=year,
        kind=kind,
        what=what,
    )


# --- in the methods ------------------------------------------------------------------------------


def tipping(context: Context) -> Piece:
    """Say in the methods what would make each headline finding false, and by which formulas."""
    tried = [
        (key, rows) for key in headlines(context.survey) if (rows := context.lookup.tipping(*key))
    ]
    tried = [(key, rows) for key, rows in tried if rows[0].reason not in ("not_a_share", "too_few")]
    if not tried or not context.words(MAIN).has_intervals:
        return Piece("")
    sentence = context.say("publishing-chapters-a-finding-may-be-false-for-reasons-that")
    title = context.say("publishing-chapters-what-would-make-each-finding-false-table")
    return joined(
        [
            heading(3, context.say("publishing-chapters-what-would-make-a-finding-false")),
            paragraph(sentence),
            *([definitions(each)] if (each := _sentences(context)) else ()),
            definitions(_formulas(context)),
            *folded(title, _table(context, tried)),
        ]
    )


def _sentences(context: Readout) -> list[tuple[str, str]]:
    """Return a sentence for each key result of which something is told, with its name."""
    sentences = []
    for result in context.survey.key_results:
        item = Item(result.question, result.net, result.breakdown, result.group)
        sentence = tipping_sentence(context, item)
        if sentence:
            check_words(sentence, context.part(MAIN).sample_type, f"key result '{result.id}'")
            sentences.append((ended(context.text(result.label)), sentence))
    return sentences


def _formulas(speech: Speech) -> list[tuple[str, str]]:
    return [
        (
            speech.say("publishing-chapters-false-answers-7c46"),
            speech.say("publishing-chapters-a-share-e-of-the-answers-of-one-edition"),
        ),
        (
            speech.say("publishing-chapters-unequal-participation"),
            speech.say("publishing-chapters-if-those-who-give-the-response-that-is"),
        ),
        (
            speech.say("publishing-chapters-people-who-do-not-know"),
            speech.say("publishing-chapters-every-way-of-sharing-them-out-is-tried"),
        ),
    ]


def _table(context: Context, tried: Sequence[tuple[tuple[str, str], list[Tipping]]]) -> Piece:
    columns = [
        Column(context.say("publishing-chapters-false-answers-e157"), numeric=False),
        Column(context.say("publishing-chapters-ratio-of-participation"), numeric=False),
        Column("ρ", numeric=False),
        Column(context.say("publishing-chapters-dont-know"), numeric=False),
        Column(context.say("publishing-chapters-other-choices"), numeric=False),
    ]
    rows = [
        TableRow(
            headline_name(context, *key),
            (
                _false_cell(context, rows),
                _ratio_cell(context, rows),
                _rho_cell(context, rows),
                _unknown_cell(context, rows),
                _choices_cell(context, rows),
            ),
        )
        for key, rows in tried
    ]
    caption = context.say("publishing-chapters-what-it-would-take-for-the-finding-to")
    note = context.say("publishing-chapters-favourable-means-in-the-response-that-is")
    stub = context.say("publishing-chapters-headline-indicator")
    under = context.words(MAIN).under
    judged = declared_of_items(context, (Item(*key) for key, _ in tried))
    return table(
        context, "tipping", caption, stub, columns, rows, note=in_a_row(note, under, judged)
    )


def _false_cell(naming: Naming, rows: Sequence[Tipping]) -> str:
    lines = []
    for row in rows:
        if row.assumption in _FALSE and math.isfinite(row.value):
            share, year = naming.numbers.share(row.value), naming.edition(row.of_wave)
            kind = _FALSE[row.assumption][naming.lang]
            lines.append(
                naming.say("publishing-chapters-share-kind-year", share=share, kind=kind, year=year)
            )
    return "\n".join(lines) or "–"


def _ratio_cell(naming: Naming, rows: Sequence[Tipping]) -> str:
    ratios = [
        f"{naming.numbers.decimal(row.value, 2)} ({naming.edition(row.of_wave)})"
        for row in rows
        if row.assumption == _RATIO and math.isfinite(row.value)
    ]
    return "\n".join(ratios) or "–"


def _rho_cell(naming: Naming, rows: Sequence[Tipping]) -> str:
    lines = []
    for row in rows:
        if row.assumption == _RHO and math.isfinite(row.value) and row.value:
            digits = min(8, 2 - math.floor(math.log10(abs(row.value))))
            number = naming.numbers.decimal(row.value, max(digits, 2))
            lines.append(f"{number} ({naming.edition(row.of_wave)})")
    return "\n".join(lines) or "–"


def _unknown_cell(speech: Speech, rows: Sequence[Tipping]) -> str:
    row = next((r for r in rows if r.assumption == _UNKNOWN), None)
    if row is None or row.reason == "no_dont_know":
        return "–"
    if row.reason:
        return speech.say("publishing-chapters-stands-nowhere")
    if row.stands == "true":
        return speech.say("publishing-chapters-always-stands")
    low, high = (speech.numbers.share(v, digits=0) for v in (row.low, row.high))
    return speech.say("publishing-chapters-stands-from-to", low=low, high=high)


def _choices_cell(speech: Speech, rows: Sequence[Tipping]) -> str:
    tried = [row for row in rows if row.assumption in VARIANT_PHRASES]
    if not tried:
        return "–"
    kept = speech.numbers.count(sum(row.stands == "true" for row in tried))
    whole = speech.numbers.count(len(tried))
    return speech.say("publishing-chapters-stands-by-out-of", kept=kept, whole=whole)
