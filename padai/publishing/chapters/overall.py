"""Series over all of their editions: pace, tests, bends, smoothed values."""

from __future__ import annotations

import math

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, TOTAL, Lookup, SeriesFact
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.numbers import Numbers
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import lower_first, period_phrase
from padai.publishing.basis.speech import Speech
from padai.publishing.chapters.indices import indices
from padai.publishing.chapters.robustness import headline_name
from padai.publishing.exhibits.declarations import declared_of_items
from padai.publishing.exhibits.exhibit_items import Item, period_of, whole_period
from padai.publishing.pieces.emit import Piece, bullets, folded, heading, joined, paragraph, table
from padai.publishing.pieces.tables import Column, TableRow
from padai.survey import Survey
from padai.words import Both, in_a_row

SHOWN_AT = 0.05
"""A bend is told of where its p, adjusted over the waves it could be at, is under this."""
_ABSENT = {
    "too_few_comparable_waves": Both("publishing-chapters-fewer-than-three-comparable-editions"),
    "share_of_0_or_1": Both("publishing-chapters-share-of-0-or-100"),
    "no_sampling_error": Both("publishing-chapters-value-without-sampling-error"),
    "too_few_degrees_of_freedom": Both("publishing-chapters-too-few-primary-units"),
    "withheld": Both("publishing-chapters-an-edition-is-not-published"),
}
_NOT_SMOOTHED = ("too_few_degrees_of_freedom", "no_sampling_error")


def overall(context: Context) -> Piece:
    """Say how each followed series moved over all comparable editions, then the indices."""
    series = _series(context) if context.words(MAIN).has_intervals else Piece("")
    body = joined([series, indices(context)])
    if not body.markdown.strip():
        return Piece("")
    title = context.say("publishing-chapters-over-all-editions")
    anchor = context.say("sec-ensemble", "sec-overall")
    return joined([heading(2, title, anchor), body])


def _series(context: Context) -> Piece:
    keys = context.lookup.followed_overall()
    if not any(_one(context.lookup, key, "slope") for key in keys):
        return Piece("")
    title = context.say("publishing-chapters-all-followed-series-table")
    return joined(
        [
            paragraph(*_intro(context)),
            *_sentences(context, _key_results(context.survey, keys)),
            *folded(title, _table(context, keys)),
            *_smoothed(context, keys),
        ]
    )


def _intro(naming: Naming) -> list[str]:
    words = naming.words(MAIN)
    return [
        naming.say("publishing-chapters-the-slope-is-the-mean-change-a-year"),
        naming.say(
            "publishing-chapters-each-slope-has-its-and-where-the-series", interval=words.interval
        ),
    ]


def _sentences(context: Readout, keys: list[tuple[str, str]]) -> list[Piece]:
    """Say what became of each key result, and what was declared of these verdicts."""
    declared = _declared(context, keys)
    sentences = bullets(_sentence(context, key) for key in keys)
    return [sentences, paragraph(declared)] if declared else [sentences]


def _declared(context: Readout, keys: list[tuple[str, str]]) -> str:
    chosen = (Item(*key) for key in keys)
    return declared_of_items(context, chosen, changes=False, periods=True)


def _one(lookup: Lookup, key: tuple[str, str], term: str, on: str = "points") -> SeriesFact | None:
    tests = (t for t in lookup.told(*key) if t.term == term and t.on == on)
    return next(tests, None)


def _bend(lookup: Lookup, key: tuple[str, str]) -> SeriesFact | None:
    """Return the bend that is surest, where one may be told of."""
    bends = [t for t in lookup.told(*key) if t.term == "bend" and t.p_adjusted < SHOWN_AT]
    return min(bends, key=lambda t: (t.p_adjusted, -abs(t.estimate)), default=None)


def _key_results(survey: Survey, keys: list[tuple[str, str]]) -> list[tuple[str, str]]:
    named = [(k.question, k.net) for k in survey.key_results if k.breakdown == TOTAL]
    return [key for key in dict.fromkeys(named) if key in keys]


def _sentence(context: Readout, key: tuple[str, str]) -> str:
    """Say the slope of a key result with its interval, and the bend that may be told of."""
    whole = whole_period(context, Item(*key))
    if whole:
        return f"{context.colon(headline_name(context, *key), lower_first(whole))}" + _bend_words(
            context, key
        )
    slope = _one(context.lookup, key, "slope")
    if slope is None:
        return ""
    if not math.isfinite(slope.estimate):
        return context.colon(headline_name(context, *key), _why_not(context, slope)) + "."
    kind, short = context.kind(*key), context.words(MAIN).interval_short
    size = context.numbers.change(slope.estimate, kind)
    span = context.numbers.range(slope.conf_low, slope.conf_high, kind, change=True)
    sentence = context.say(
        "publishing-chapters-from-to-a-year-on-average",
        first_wave=context.wave_short(slope.first_wave),
        last_wave=context.wave_short(slope.last_wave),
        size=size,
        colon=context.colon(short, span),
    )
    sentence += _without_words(context, slope)
    return context.colon(headline_name(context, *key), sentence) + "." + _bend_words(context, key)


def _without_words(naming: Naming, test: SeriesFact) -> str:
    """Name the editions that a slope goes without, their estimate having no sampling error."""
    if not test.reason or not math.isfinite(test.estimate):
        return ""
    names = ", ".join(naming.wave_short(w) for w in test.left_out.split())
    why = _ABSENT[test.reason][naming.lang]
    return naming.say("publishing-chapters-without", names=names, why=why)


def _bend_words(context: Readout, key: tuple[str, str]) -> str:
    bend = _bend(context.lookup, key)
    if bend is None:
        return ""
    kind, short = context.kind(*key), context.words(MAIN).interval_short
    span = context.numbers.range(bend.conf_low, bend.conf_high, kind, change=True)
    size, where = context.numbers.change(bend.estimate, kind), context.the_wave(bend.wave)
    return " " + context.say(
        "publishing-chapters-the-pace-differs-before-and-after-a-year",
        where=where,
        size=size,
        colon=context.colon(short, span),
    )


def _why_not(speech: Speech, test: SeriesFact) -> str:
    absent = _ABSENT.get(test.reason, _ABSENT["too_few_comparable_waves"])
    return speech.say("publishing-chapters-no-slope") + absent[speech.lang]


# --- the table ---------------------------------------------------------------------------------


def _table(context: Context, keys: list[tuple[str, str]]) -> Piece:
    words = context.words(MAIN)
    columns = [
        Column(context.say("publishing-chapters-editions-2a3b"), numeric=False),
        Column(context.say("publishing-chapters-slope-a-year-1c38")),
        Column(words.interval_short[:1].upper() + words.interval_short[1:]),
        Column(context.say("publishing-chapters-slope-logit-scale")),
        Column(context.say("publishing-chapters-p-no-edition-differs")),
        Column(context.say("publishing-chapters-pace-before-and-after"), numeric=False),
        Column(context.say("publishing-chapters-verdict-on-the-period"), numeric=False),
    ]
    rows = [
        TableRow(headline_name(context, *key), cells)
        for key in keys
        if (cells := _cells(context, key))
    ]
    caption = context.say("publishing-chapters-slope-of-each-followed-series-in")
    note = in_a_row(*_table_notes(context), words.under, _declared(context, keys))
    stub = context.say("publishing-chapters-series")
    return table(context, "overall", caption, stub, columns, rows, note=note)


def _table_notes(speech: Speech) -> list[str]:
    return [
        speech.say("publishing-chapters-p-joint-test-wald-adjusted-to-the"),
        speech.say("publishing-chapters-verdict-at-the-5-level-corrected-for-all"),
        speech.say("publishing-chapters-pace-from-five-comparable-editions-on"),
        speech.say("publishing-chapters-a-break-leaves-editions-out-of-the"),
    ]


def _cells(context: Readout, key: tuple[str, str]) -> tuple[str, ...]:
    slope, odds = _one(context.lookup, key, "slope"), _one(context.lookup, key, "slope", "logit")
    if slope is None:
        return ()
    if not math.isfinite(slope.estimate):
        reason = _ABSENT.get(slope.reason, _ABSENT["too_few_comparable_waves"])[context.lang]
        return (_editions(context, slope), "–", "–", "–", "–", reason, "–")
    joint, kind = _one(context.lookup, key, "joint"), context.kind(*key)
    shown = odds is not None and math.isfinite(odds.estimate)
    bend, period = _bend(context.lookup, key), period_of(context, Item(*key))
    return (
        _editions(context, slope),
        context.numbers.bare_change(slope.estimate, kind),
        context.numbers.range(slope.conf_low, slope.conf_high, kind, change=True),
        context.numbers.signed(odds.estimate, 2) if shown and odds else "–",
        p_words(context.numbers, joint.p_adjusted) if joint else "–",
        context.colon(
            context.wave_short(bend.wave), context.numbers.bare_change(bend.estimate, kind)
        )
        if bend
        else "–",
        period_phrase(period, context.numbers, kind) if period else "–",
    )


def _editions(naming: Naming, test: SeriesFact) -> str:
    if not test.first_wave:
        return "–"
    mark = "\u00a0≠" if test.breaks and test.left_out else ""
    mark += _without_words(naming, test)
    first, last = naming.wave_short(test.first_wave), naming.wave_short(test.last_wave)
    if first == last:
        return first + mark
    between = naming.say("publishing-chapters-to-80d6")
    return f"{first} {between} {last}{mark}"


def p_words(numbers: Numbers, value: float) -> str:
    """Write a p-value with three decimals, or that it is under the last of them."""
    if not math.isfinite(value):
        return "–"
    if value < 0.001:
        return f"<\u00a0{numbers.decimal(0.001, 3)}"
    return numbers.decimal(value, 3)


# --- the smoother ------------------------------------------------------------------------------


def _smoothed(context: Context, keys: list[tuple[str, str]]) -> list[Piece]:
    series = {key: by_wave for key in keys if (by_wave := _waves_of(context.lookup, key))}
    absent = _not_smoothed(context, keys)
    if not series:
        return absent
    waves = [w for w in context.survey.waves if any(w in by_wave for by_wave in series.values())]
    words = context.words(MAIN)
    rows = [
        TableRow(
            headline_name(context, *key),
            tuple(_smooth_cell(context, key, by.get(w)) for w in waves),
        )
        for key, by in series.items()
    ]
    caption = context.say("publishing-chapters-smoothed-values-of-each-edition")
    note = in_a_row(
        context.say("publishing-chapters-local-level-from-eight-comparable", level=context.level),
        words.under,
    )
    title = context.say("publishing-chapters-smoothed-series-table")
    stub = context.say("publishing-chapters-series")
    made = table(
        context,
        "smoothed",
        caption,
        stub,
        [Column(context.wave_short(w)) for w in waves],
        rows,
        note=note,
    )
    return [*folded(title, made), *absent]


def _not_smoothed(context: Readout, keys: list[tuple[str, str]]) -> list[Piece]:
    """Name the long series that are not smoothed, and say why."""
    why: dict[str, list[str]] = {}
    for key in keys:
        smoothed = (t for t in context.lookup.told(*key) if t.term == "smooth")
        lost = [t for t in smoothed if t.reason in _NOT_SMOOTHED]
        if lost and not math.isfinite(lost[0].estimate):
            reason = _ABSENT[lost[0].reason][context.lang]
            why.setdefault(reason, []).append(headline_name(context, *key))
    start = context.say("publishing-chapters-series-not-smoothed")
    between = context.say("publishing-chapters-signs")
    return [
        paragraph(context.colon(f"{start} ({reason})", between.join(names)) + ".")
        for reason, names in why.items()
    ]


def _waves_of(lookup: Lookup, key: tuple[str, str]) -> dict[str, SeriesFact]:
    return {
        t.wave: t for t in lookup.told(*key) if t.term == "smooth" and math.isfinite(t.estimate)
    }


def _smooth_cell(naming: Naming, key: tuple[str, str], smoothed: SeriesFact | None) -> str:
    if smoothed is None:
        return "…"
    kind = naming.kind(*key)
    value = naming.numbers.level(smoothed.estimate, kind, sign=False)
    return (
        f"{value}\n{naming.numbers.range(smoothed.conf_low, smoothed.conf_high, kind, sign=False)}"
    )
