"""Figures of other trackers beside ours: on rows of their own, never joined, never tested."""

from __future__ import annotations

import csv
import io
import math
from dataclasses import dataclass
from functools import partial
from typing import Any

from padai.charts.data import ChartRow, Point
from padai.charts.rows import Layout, row_chart
from padai.followup.pages.register_rows import NAMES, first_written, head, languages_of, links
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, Cell, Lookup
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import ended
from padai.publishing.basis.speech import Speech
from padai.publishing.chapters.opening import notices
from padai.publishing.exhibits.axes import point, share_axis
from padai.publishing.exhibits.exhibit_items import flags_note
from padai.publishing.pieces.emit import (
    Piece,
    bullets,
    callout,
    figure,
    heading,
    joined,
    link,
    paragraph,
    table,
    terms,
)
from padai.publishing.pieces.tables import Column, TableRow
from padai.words import Both, Said, in_a_row

ASPECTS: dict[str, dict[str, str]] = {
    "population": Both("publishing-dialogue-population"),
    "mode": Both("publishing-dialogue-mode"),
    "wording": Both("publishing-dialogue-wording-e6c1"),
    "scale": Both("publishing-dialogue-scale"),
    "year_of": Both("publishing-dialogue-year"),
}
"""What a comparability statement speaks of."""
IN_A_LINE = {**ASPECTS, "wording": Both("publishing-dialogue-wording-b0dc")}
LIKENESS: dict[str, dict[str, str]] = {
    "same": Both("publishing-dialogue-same"),
    "close": Both("publishing-dialogue-close"),
    "different": Both("publishing-dialogue-different"),
    "unknown": Both("publishing-dialogue-unknown"),
}


@dataclass(frozen=True)
class Other:
    """One published figure of another tracker, in one language."""

    id: str
    question: str
    response: str
    value: float
    unit: str
    year: float
    n: float
    source_date: str
    url: str
    texts: dict[str, str]
    likeness: dict[str, str]

    @property
    def shown(self) -> bool:
        """Whether a figure was published and found."""
        return math.isfinite(self.value)


def others(context: Context) -> list[Other]:
    """Return the figures of other trackers, in the definition's order."""
    figures = []
    for line in context.store.tables["benchmarks"].to_dict("records"):
        figures.append(
            Other(
                str(line["id"]),
                str(line["question"]),
                str(line["response"]),
                float(line["value"]),
                str(line["unit"]),
                float(line["year"]),
                float(line["n"]),
                str(line["source_date"]),
                str(line["source_url"]),
                {
                    k: _in_a_language(context, line, k)
                    for k in ("tracker", "measure", "absent", "source", *ASPECTS)
                },
                {k: str(line[k]) for k in ASPECTS},
            )
        )
    return figures


def _in_a_language(naming: Naming, line: dict[Any, Any], name: str) -> str:
    return first_written(line, name, languages_of(naming))


def benchmarks_page(context: Context) -> Piece:
    """Return the page: the warning, the chart, the table, and a statement for each figure."""
    introduction = context.store.facts["benchmarks"]["introduction"]
    figures = others(context)
    subtitle = context.say("publishing-dialogue-published-elsewhere-with-what-parts-them")
    warning = context.say("publishing-dialogue-no-difference-between-two-surveys-is")
    return joined(
        [
            head(context, "benchmarks", subtitle),
            links(context, "benchmarks"),
            notices(context),
            paragraph(context.of(introduction)),
            callout(
                "important",
                context.say("publishing-dialogue-read-this-before-looking"),
                paragraph(warning),
            ),
            _chart(context, [o for o in figures if o.unit == "percent"]),
            _table(context, figures),
            heading(2, context.say("publishing-dialogue-what-parts-these-figures-from-ours")),
            *(_statement(context, other) for other in figures),
            Piece(
                link(
                    context.say("publishing-dialogue-download-the-table-csv"),
                    f"{NAMES['benchmarks'][context.lang]}.csv",
                )
            ),
        ]
    )


def _ours(lookup: Lookup, other: Other) -> Cell | None:
    return lookup.cell(other.question, other.response)


def _chart(context: Context, figures: list[Other]) -> Piece:
    if not any(other.shown for other in figures):
        return Piece("")
    rows, cells = [], []
    year = context.wave_short(context.wave)
    for other in (o for o in figures if o.shown):
        cell = _ours(context.lookup, other)
        cells.append(cell)
        mine = point(context, cell) if cell is not None else Point(math.nan, label="–")
        rows.append(ChartRow(other.texts["measure"], note=_in_a_line(context, other)))
        rows.append(
            ChartRow(
                context.say("publishing-dialogue-our-survey-6507", year=year),
                (mine,),
                (context.value(cell) if cell else "–",),
            )
        )
        theirs = Point(other.value, label=_figure(context, other), shape="other")
        rows.append(ChartRow(_tracker(other), (theirs,), (_figure(context, other),)))
    legend = [
        ("plain", context.say("publishing-dialogue-our-survey-3796")),
        ("other", context.say("publishing-dialogue-another-survey")),
    ]
    chart = partial(
        row_chart,
        rows,
        axis=share_axis(context.numbers),
        layout=Layout(labels=2.35),
        legend=legend,
        notices=context.marks,
    )
    caption = context.say(
        "publishing-dialogue-figures-to-be-placed-not-compared-ours", size=context.size(cells)
    )
    note = in_a_row(_note(context), context.sample_note(cells), flags_note(context, cells))
    return figure(context, chart, "benchmarks", caption, _alt(context, figures), note=note)


def _note(naming: Naming) -> str:
    note = naming.say("publishing-dialogue-another-population-mode-wording-or-scale")
    if not naming.words(MAIN).has_intervals:
        return note
    more = naming.say("publishing-dialogue-no-interval-was-found-for-the-other")
    return f"{note} {more}"


def _alt(context: Readout, figures: list[Other]) -> str:
    phrases = []
    for other in (o for o in figures if o.shown):
        cell = _ours(context.lookup, other)
        mine = context.value(cell) if cell is not None else "–"
        phrases.append(
            context.say(
                "publishing-dialogue-our-survey-3596",
                measure=other.texts["measure"],
                mine=mine,
                tracker=_tracker(other),
                figure=_figure(context, other),
            )
        )
    return ended(context.say("publishing-dialogue-signs").join(phrases))


def _tracker(other: Other) -> str:
    year = f", {other.year:.0f}" if math.isfinite(other.year) else ""
    return f"{other.texts['tracker']}{year}"


def _figure(speech: Speech, other: Other) -> str:
    if not other.shown:
        return speech.say("publishing-dialogue-not-found")
    digits = 0 if other.value == round(other.value) else 1
    if other.unit == "percent":
        return speech.numbers.share(other.value / 100, digits=digits)
    return speech.numbers.decimal(other.value, 1)


def _table(context: Context, figures: list[Other]) -> Piece:
    columns = [
        Column(context.say("publishing-dialogue-other-survey"), numeric=False),
        Column(context.say("publishing-dialogue-its-figure")),
        Column(context.say("publishing-dialogue-ours")),
        Column(context.say("publishing-dialogue-comparability"), numeric=False),
    ]
    lines, cells = [], []
    for other in figures:
        cell = _ours(context.lookup, other)
        cells.append(cell)
        mine = "–" if cell is None else context.value(cell)
        span = "–" if cell is None else context.interval(cell)
        lines.append(
            TableRow(
                other.texts["measure"],
                (
                    _tracker(other),
                    _figure(context, other),
                    mine if span == "–" else f"{mine}\n({span})",
                    _short(context, other),
                ),
            )
        )
    caption = context.say("publishing-dialogue-figures-of-other-surveys-beside-ours-and")
    return table(
        context,
        "benchmarks",
        caption,
        context.say("publishing-dialogue-measure"),
        columns,
        lines,
        note=flags_note(context, cells),
    )


def _short(speech: Speech, other: Other) -> str:
    """Return the statement of comparability in a few words, one aspect a line."""
    return "\n".join(_aspects(speech, other, ASPECTS))


def _in_a_line(speech: Speech, other: Other) -> str:
    """Return the statement as it stands in the picture, so that none goes without it."""
    return " · ".join(_aspects(speech, other, IN_A_LINE)).lower()


def _aspects(speech: Speech, other: Other, names: dict[str, dict[str, str]]) -> list[str]:
    return [
        speech.colon(words[speech.lang], LIKENESS[other.likeness[name]][speech.lang])
        for name, words in names.items()
    ]


def _statement(speech: Speech, other: Other) -> Piece:
    pairs = [
        (
            words[speech.lang],
            ended(f"{LIKENESS[other.likeness[name]][speech.lang]}, {other.texts[name]}"),
        )
        for name, words in ASPECTS.items()
    ]
    size = f", n\u00a0=\u00a0{speech.numbers.count(other.n)}" if math.isfinite(other.n) else ""
    source = f"{other.texts['source']}{size}"
    dated = f" ({other.source_date})" if other.source_date else ""
    pieces = [
        heading(3, f"{other.texts['tracker']}, {other.texts['measure'][:1].lower()}"
                   f"{other.texts['measure'][1:]}"),
        terms(pairs, speech.colon("", "")),
        bullets([other.texts["absent"]]) if other.texts["absent"] else Piece(""),
        _source(speech, f"{source}{dated}", other.url),
    ]  # fmt: skip
    return joined(pieces)


def _source(speech: Speech, text: str, url: str) -> Piece:
    lead = speech.colon(speech.say("publishing-dialogue-source"), "")
    body = link(text, url) if url else paragraph(text).markdown
    return Piece(f"{paragraph(lead).markdown} {body}")


_OF_THE_CSV = (
    (
        Said("publishing-dialogue-csv-identifier"),
        Said("publishing-dialogue-csv-other-survey"),
        Said("publishing-dialogue-csv-measure"),
        Said("publishing-dialogue-csv-year"),
        Said("publishing-dialogue-sign-n"),
        Said("publishing-dialogue-csv-published-value"),
        Said("publishing-dialogue-csv-unit"),
        Said("publishing-dialogue-csv-our-question"),
        Said("publishing-dialogue-csv-our-response"),
        Said("publishing-dialogue-csv-our-value"),
        Said("publishing-dialogue-csv-our-lower-end"),
        Said("publishing-dialogue-csv-our-upper-end"),
    ),
    (
        Said("publishing-dialogue-csv-source"),
        Said("publishing-dialogue-csv-date-of-source"),
        Said("publishing-dialogue-csv-address"),
        Said("publishing-dialogue-csv-notice"),
    ),
)
"""The columns of the file, before those of the comparability and after them."""


def benchmarks_csv(context: Context) -> str:
    """Return the figures as CSV, ours beside theirs, with the statement of comparability."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    aspects = [ASPECTS[name][context.lang].lower() for name in ASPECTS]
    first, last = ([context.say(head) for head in heads] for heads in _OF_THE_CSV)
    writer.writerow([*first, *aspects, *last])
    notice = ". ".join(m.rstrip(".") for m in context.marks)
    for other in others(context):
        cell = _ours(context.lookup, other)
        ours = [] if cell is None else [cell.estimate, cell.conf_low, cell.conf_high]
        ours_written = [repr(v) if math.isfinite(v) else "" for v in ours] or ["", "", ""]
        whole = (f"{v:.0f}" if math.isfinite(v) else "" for v in (other.year, other.n))
        likeness = (
            f"{LIKENESS[other.likeness[k]][context.lang]}: {other.texts[k]}" for k in ASPECTS
        )
        writer.writerow(
            [
                other.id,
                other.texts["tracker"],
                other.texts["measure"],
                *whole,
                f"{other.value:g}" if other.shown else "",
                other.unit,
                other.question,
                other.response,
                *ours_written,
                *likeness,
                other.texts["source"],
                other.source_date,
                other.url,
                notice,
            ]
        )
    return out.getvalue()
