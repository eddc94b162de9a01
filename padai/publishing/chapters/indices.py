"""Declared indices: where they stand, what became of them, and how far they may be trusted."""

from __future__ import annotations

import math

from padai.publishing.basis.context import Context
from padai.publishing.basis.flags import WITHHELD
from padai.publishing.basis.further_rows import IndexRow
from padai.publishing.basis.lookup import MAIN, Lookup
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.numbers import Numbers
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import ended, margin_words, upper_first, verdict_phrase
from padai.publishing.basis.sentences import joined as in_words
from padai.publishing.basis.speech import Speech
from padai.publishing.chapters.declared import declared_beside
from padai.publishing.pieces.emit import Piece, callout, folded, heading, joined, paragraph, table
from padai.publishing.pieces.tables import Column, TableRow
from padai.survey.indices import Index
from padai.words import in_a_row

LEAST_RELIABILITY = 0.7
CONFIDENTIAL, HEYWOOD = "confidential", "heywood_case"


def indices(context: Context) -> Piece:
    """Return every declared index; nothing where there is none or no interval may be shown."""
    if not context.words(MAIN).has_intervals:
        return Piece("")
    return joined(_index(context, index) for index in context.survey.indices)


def _index(context: Context, index: Index) -> Piece:
    means = _shown(context.lookup, index, "mean")
    if not means:
        return _untold(context, index)
    title = context.say("publishing-chapters-all-editions-and-all-items-tables")
    return joined(
        [
            heading(3, context.text(index.label).rstrip(".")),
            paragraph(
                _what(context, index),
                _now(context, means[-1]),
                _became(context, index),
                _declared(context, index),
                _trusted(context, index),
            ),
            _warning(context, index),
            *folded(title, joined([_series(context, index), _items(context, index)])),
        ]
    )


def _untold(context: Readout, index: Index) -> Piece:
    """Say that an index is confidential; nothing of one that could not be followed."""
    row = _first(context.lookup, index, "mean")
    if row is None or row.reason != CONFIDENTIAL:
        return Piece("")
    sentence = context.say("publishing-chapters-this-index-is-confidential")
    return joined([heading(3, context.text(index.label).rstrip(".")), paragraph(sentence)])


def _shown(lookup: Lookup, index: Index, kind: str) -> list[IndexRow]:
    rows = lookup.index_rows(index.id, kind)
    return [row for row in rows if math.isfinite(row.estimate)]


def _first(lookup: Lookup, index: Index, kind: str) -> IndexRow | None:
    return next(iter(lookup.index_rows(index.id, kind)), None)


# --- words -----------------------------------------------------------------------------------


def _level(numbers: Numbers, value: float) -> str:
    return numbers.decimal(value, 1)


def _span(speech: Speech, row: IndexRow, digits: int = 1) -> str:
    low, high = (speech.numbers.decimal(v, digits) for v in (row.conf_low, row.conf_high))
    return speech.say("publishing-chapters-to-9ad7", low=low, high=high)


def _what(naming: Naming, index: Index) -> str:
    items = [naming.label(item) for item in index.items]
    high = naming.text(index.high).rstrip(".")
    return naming.say(
        "publishing-chapters-mean-of-items-from-0-to-100-100", count_items=len(items), high=high
    )


def _now(naming: Naming, row: IndexRow) -> str:
    short = naming.words(MAIN).interval_short
    base = f"n\u00a0=\u00a0{naming.numbers.count(row.n_base)}"
    sure = f"{naming.colon(short, _span(naming, row))}, {base}"
    where = naming.the_wave(row.wave)
    return naming.say(
        "publishing-chapters-in-the-index-is",
        where=where,
        level=_level(naming.numbers, row.estimate),
        sure=sure,
    )


def _became(context: Readout, index: Index, kind: str = "change") -> str:
    """Say what became of an index since the edition before, with its verdict where it has one."""
    row = _first(context.lookup, index, kind)
    if row is None:
        return ""
    if row.reason == "not_comparable":
        return context.say("publishing-chapters-a-break-lies-between-this-edition-and")
    if not math.isfinite(row.estimate):
        return ""
    numbers, short = context.numbers, context.words(MAIN).interval_short
    span = numbers.range(row.conf_low / 100, row.conf_high / 100, "balance", change=True)
    size = f"{numbers.points(row.estimate / 100)} ({context.colon(short, span)})"
    phrase = verdict_phrase(row.verdict, numbers, row.margin, context.since(row.reference))
    if not phrase:
        since = context.say(
            "publishing-chapters-compared-with", the_wave=context.the_wave(row.reference)
        )
        change = context.say("publishing-chapters-change-in-points-of-the-index")
        return f"{since}, {context.colon(change, size)}."
    subject = "" if row.verdict == "cannot_tell" else context.say("publishing-chapters-the-index")
    return f"{context.colon(upper_first(subject + phrase), size)}."


def _declared(context: Context, index: Index) -> str:
    """Say whether an index that has a verdict was declared before the data."""
    row = _first(context.lookup, index, "change")
    return declared_beside(context, "index", index.id) if row is not None and row.verdict else ""


def _trusted(context: Readout, index: Index) -> str:
    """Give alpha and omega with their intervals, and what follows where they are low."""
    rows = {kind: _first(context.lookup, index, kind) for kind in ("alpha", "omega")}
    names = {
        "alpha": context.say("publishing-language-word-alpha"),
        "omega": context.say("publishing-chapters-omega"),
    }
    short = context.words(MAIN).interval_short
    coefficients = [
        f"{names[kind]}\u00a0{context.numbers.decimal(row.estimate, 2)} "
        f"({context.colon(short, _span(context, row, 2))})"
        for kind, row in rows.items()
        if row is not None and math.isfinite(row.estimate)
    ]
    if not coefficients:
        return ""
    listed = f"{context.colon(_reliability(context, rows['alpha']), ', '.join(coefficients))}."
    if any(row is not None and row.reason for row in rows.values()):
        limit = context.numbers.decimal(LEAST_RELIABILITY, 2)
        listed += " " + context.say(
            "publishing-chapters-it-is-under-no-verdict-is-given-on-this", limit=limit
        )
    return in_a_row(listed, _bounded(context, index))


def _reliability(context: Readout, row: IndexRow | None) -> str:
    """Name the reliability, with the people that it is of: fewer than the index has."""
    if row is None or not math.isfinite(row.n_base):
        return context.say("publishing-chapters-reliability-8d5f")
    n = context.numbers.count(row.n_base)
    return context.say("publishing-chapters-reliability-among", n=n)


def _bounded(context: Readout, index: Index) -> str:
    """Warn of omega where the factor takes the whole variance of an item."""
    rows = _shown(context.lookup, index, "item")
    names = [context.label(row.item) for row in rows if row.reason == HEYWOOD]
    if not names:
        return ""
    return context.say("publishing-chapters-heywood-case", names=in_words(names, context.lang))


def _failed(lookup: Lookup, index: Index) -> dict[str, list[str]]:
    """Return the items that fail, by what they differ over."""
    failed: dict[str, list[str]] = {}
    for row in lookup.index_rows(index.id, "invariance"):
        if row.verdict == "fails":
            failed.setdefault(row.by, []).append(row.item)
    return failed


def _warning(context: Readout, index: Index) -> Piece:
    """Warn of items that do not mean the same to all, and give the series without them."""
    failed = _failed(context.lookup, index)
    if not failed:
        return Piece("")
    sentences = []
    for by, items in failed.items():
        over = _over(context, by)
        names = in_words([context.label(item) for item in items], context.lang)
        sentences.append(
            context.say(
                "publishing-chapters-items-that-do-not-behave-as-the-others", over=over, names=names
            )
        )
    without = _shown(context.lookup, index, "mean_without")
    if without:
        sentences.append(
            context.say("publishing-chapters-the-series-is-also-given-without-them-in")
            + ended(_became(context, index, "change_without"))
        )
    title = context.say("publishing-chapters-read-with-caution")
    return callout("warning", title, paragraph(*sentences))


def _over(naming: Naming, by: str) -> str:
    if by == "wave":
        return naming.say("publishing-chapters-from-one-edition-to-another")
    return naming.say("publishing-chapters-by", by_name=_by_name(naming, by))


def _by_name(naming: Naming, by: str) -> str:
    survey = naming.survey
    name = naming.breakdown(by) if survey.has_breakdown(by) else naming.label(by)
    return name[:1].lower() + name[1:]


# --- tables ----------------------------------------------------------------------------------


def _series(context: Context, index: Index) -> Piece:
    means = {
        row.wave: row
        for row in context.lookup.index_rows(index.id, "mean")
        if math.isfinite(row.estimate) or row.reason == CONFIDENTIAL
    }
    other = {row.wave: row for row in _shown(context.lookup, index, "mean_without")}
    words = context.words(MAIN)
    columns = [
        Column(context.say("publishing-chapters-index")),
        *([Column(context.say("publishing-chapters-without-the-items-named"))]
          if other else []),
        Column(context.say("publishing-chapters-unweighted-n")),
    ]  # fmt: skip
    rows = []
    for wave, row in means.items():
        cells = [
            _with_span(context, row),
            *([_with_span(context, other.get(wave))] if other else []),
            context.numbers.count(row.n_base) if math.isfinite(row.n_base) else "–",
        ]
        rows.append(TableRow(wave, tuple(cells)))
    under = context.say("publishing-chapters-under-each-value", interval=words.interval)
    margin = index.margin
    if margin is not None:
        size = margin_words(context.numbers, margin.points)
        under += " " + context.say("publishing-chapters-margin-of-stability", size=size)
    note = f"{under} {words.under}".strip()
    label = context.text(index.label).rstrip(".")
    caption = context.say("publishing-chapters-by-edition", label=label)
    stub = context.say("publishing-chapters-edition")
    return table(context, f"index-{index.id}", caption, stub, columns, rows, note=note)


def _with_span(speech: Speech, row: IndexRow | None) -> str:
    if row is None:
        return "–"
    if row.reason == CONFIDENTIAL:
        return WITHHELD["x"][speech.lang]
    return f"{_level(speech.numbers, row.estimate)}\n{_span(speech, row)}"


def _items(context: Context, index: Index) -> Piece:
    rest = {row.item: row for row in _shown(context.lookup, index, "item")}
    tests: dict[str, dict[str, IndexRow]] = {}
    for row in context.lookup.index_rows(index.id, "invariance"):
        tests.setdefault(row.by, {})[row.item] = row
    columns = [Column(context.say("publishing-chapters-correlation-with-the-rest"))]
    for by in tests:
        over = (
            context.say("publishing-chapters-editions-a9df")
            if by == "wave"
            else _by_name(context, by)
        )
        columns.append(Column(context.say("publishing-chapters-gain-in-fit", over=over)))
    rows = []
    for item in index.items:
        cells = [_two(context.numbers, rest[item].estimate) if item in rest else "–"]
        cells += [_gain(context, test.get(item)) for test in tests.values()]
        rows.append(TableRow(context.label(item), tuple(cells)))
    caption = context.say("publishing-chapters-items-of-the-index")
    note = context.say("publishing-chapters-gain-in-fit-what-the-groups-add-to")
    under = context.words(MAIN).under
    stub = context.say("publishing-chapters-item")
    return table(
        context, f"items-{index.id}", caption, stub, columns, rows, note=f"{note} {under}".strip()
    )


def _two(numbers: Numbers, value: float) -> str:
    return numbers.decimal(value, 2)


def _gain(speech: Speech, row: IndexRow | None) -> str:
    if row is None or not math.isfinite(row.r2_gain):
        return "–"
    mark = speech.say("publishing-chapters-named") if row.verdict == "fails" else ""
    return speech.numbers.decimal(row.r2_gain, 3) + mark
