"""Modelled estimates of areas: the model and the direct figure side by side, and how it is made."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, Cell, Lookup
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.numbers import NBSP, Numbers
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import ended, upper_first, verdict_phrase
from padai.publishing.basis.speech import Speech
from padai.publishing.chapters.area_diagnostics import area_diagnostics
from padai.publishing.chapters.area_tiles import area_tiles
from padai.publishing.chapters.declared import model_declared, sealed_beside
from padai.publishing.chapters.weighting import in_prose
from padai.publishing.exhibits.exhibit_items import flags_note
from padai.publishing.pieces.emit import Piece, heading, joined, paragraph, table
from padai.publishing.pieces.tables import Column, TableRow
from padai.survey.small_areas import AreaFile, SmallAreas
from padai.words import Both, Said, in_a_row

Row = Mapping[str, Any]
_DIRECT_ENDS = ("direct_low", "direct_high")
_LETTERS = 18
_NEARLY_ALL = 0.99
ANCHOR = ("sec-estimations-regionales", "sec-small-areas")
"""Where the chapter stands in the report, in French and in English."""
_BORROWED = {
    "under_quarter": Both("publishing-chapters-more-than-three-quarters"),
    "under_half": Both("publishing-chapters-from-half-to-three-quarters"),
    "half_or_more": Both("publishing-chapters-half-or-less"),
    "all": Both("publishing-chapters-the-whole-estimate"),
}
_DIRECT = {
    "under_30": Both("publishing-chapters-fewer-than-30-respondents"),
    "direct_not_shown": Both("publishing-chapters-not-published"),
    "synthetic": Both("publishing-chapters-none-the-estimate-is-synthetic"),
}


def small_areas(context: Context) -> Piece:
    """Return the chapter of modelled areas; nothing where the store holds none."""
    frame = context.store.tables["small_areas"]
    if not len(frame) or not context.words(MAIN).has_intervals:
        return Piece("")
    rows: list[Row] = [{str(k): v for k, v in r.items()} for r in frame.to_dict("records")]
    chapters = []
    for areas in context.survey.small_areas:
        own = [row for row in rows if row["model"] == areas.id]
        if own:
            chapters.append(_model(context, areas, own))
    title = context.say("publishing-chapters-small-area-estimates")
    anchor = context.say(*ANCHOR)
    lead = context.say("publishing-chapters-an-area-with-few-respondents-gives-an")
    return joined([heading(2, title, anchor), paragraph(lead), *chapters])


def _model(context: Context, areas: SmallAreas, rows: list[Row]) -> Piece:
    questions = dict.fromkeys(str(row["question"]) for row in rows)
    tables = [
        _question(context, areas, question, [r for r in rows if r["question"] == question])
        for question in questions
    ]
    title = context.say("publishing-chapters-how-these-small-area-estimates-are-made")
    return joined(
        [
            *tables,
            heading(3, title),
            paragraph(*how_made(context, areas)),
            area_diagnostics(context, areas, rows),
        ]
    )


@dataclass(frozen=True)
class SideBySide:
    """The table of a modelled question: model and direct beside each other."""

    caption: str
    columns: tuple[Column, ...]
    lines: tuple[TableRow, ...]
    note: str


def side_by_side(
    context: Context, areas: SmallAreas, question: str, rows: Sequence[Row]
) -> SideBySide:
    """Return the table of a question; `rows` are its rows of the store's table."""
    levels = [row for row in rows if row["kind"] == "level"]
    changes = {str(row["group"]): row for row in rows if row["kind"] == "change"}
    columns = [
        Column(context.say("publishing-chapters-small-area-estimate")),
        Column(context.say("publishing-chapters-direct-estimate")),
        Column(context.say("publishing-chapters-unweighted-n")),
        Column(context.say("publishing-chapters-borrowed-from-other-areas")),
    ]
    if changes:
        since = context.since(str(next(iter(changes.values()))["reference"]))
        columns.append(Column(context.say("publishing-chapters-since", since=since), numeric=False))
    lines = [
        TableRow(
            context.group(areas.areas, str(row["group"])),
            (
                _with_span(context, row, "estimate", "conf_low", "conf_high"),
                _direct(context, row),
                _count(context.numbers, row),
                _borrowed(context, row),
                *([_change(context, changes.get(str(row["group"])))] if changes else []),
            ),
        )
        for row in levels
    ]
    name = _name(context, question, rows)
    caption = context.say("publishing-chapters-small-area-and-direct-estimates", name=name)
    note = _note(context, levels, bool(changes))
    if any(row["verdict"] for row in changes.values()):
        note = in_a_row(note, model_declared(context, areas.id))
    return SideBySide(caption, tuple(columns), tuple(lines), note)


def _note(context: Readout, levels: Sequence[Row], with_changes: bool) -> str:
    words = context.words(MAIN)
    return in_a_row(
        context.say(
            "publishing-chapters-under-each-small-area-estimate-under",
            predicted=prediction_words(context),
            short=words.interval,
        ),
        flags_note(context, [direct_cell(context.lookup, row) for row in levels]),
        context.say("publishing-chapters-no-verdict-where-more-than-half-of-the")
        if with_changes
        else "",
        words.under,
    )


def _name(naming: Naming, question: str, rows: Sequence[Row]) -> str:
    return f"{naming.label(question)}, {naming.response(question, str(rows[0]['response']))}"


def _question(context: Context, areas: SmallAreas, question: str, rows: list[Row]) -> Piece:
    beside = side_by_side(context, areas, question, rows)
    body = table(
        context,
        f"areas-{areas.id}-{question}",
        beside.caption,
        context.breakdown(areas.areas),
        beside.columns,
        beside.lines,
        note=beside.note,
    )
    levels = [row for row in rows if row["kind"] == "level"]
    return joined(
        [
            heading(3, _name(context, question, rows)),
            area_tiles(context, areas, question, levels),
            body,
        ]
    )


def prediction_words(naming: Naming) -> str:
    """Say what the interval of a model is called."""
    return naming.say("publishing-chapters-prediction-interval-under-the-model", level=naming.level)


def _with_span(speech: Speech, row: Row, value: str, low: str, high: str) -> str:
    numbers = speech.numbers
    return f"{numbers.share(row[value])}\n{numbers.range(row[low], row[high], 'share')}"


def _direct(context: Readout, row: Row) -> str:
    if math.isfinite(row["direct"]):
        cell, figure = (
            direct_cell(context.lookup, row),
            _with_span(context, row, "direct", *_DIRECT_ENDS),
        )
        value, span = figure.split("\n")
        return f"{context.value(cell) if cell is not None else value}\n{span}"
    return _lined(direct_words(context.lang, row))


def direct_cell(lookup: Lookup, row: Row) -> Cell | None:
    """Return the published direct figure of an area, which has flags of its own."""
    place = (str(row[name]) for name in ("question", "response", "breakdown", "group"))
    cell = lookup.cell(*place)
    return cell if cell is not None and cell.shown else None


def _lined(words: str) -> str:
    """Break words so that a column of figures stays narrow."""
    return "\n".join(textwrap.wrap(words, _LETTERS))


def direct_words(lang: str, row: Row) -> str:
    """Say why an area has no direct figure beside the model's."""
    return _DIRECT[str(row["reason"])][lang]


def synthetic_words(lang: str) -> str:
    """Say that no answer of an area enters its estimate."""
    return _DIRECT["synthetic"][lang]


def own_words(lang: str, row: Row) -> str:
    """Say in words how far an estimate is borrowed, where no number is told."""
    return _BORROWED[str(row["own"]) or "all"][lang]


def _count(numbers: Numbers, row: Row) -> str:
    return numbers.count(row["n_base"]) if math.isfinite(row["n_base"]) else "–"


def _borrowed(speech: Speech, row: Row) -> str:
    if math.isfinite(row["borrowed"]):
        # Told where the area's own answers enter alone: it is never the whole.
        most = speech.numbers.share(min(row["borrowed"], _NEARLY_ALL), digits=0)
        if round(row["borrowed"], 2) <= _NEARLY_ALL:
            return most
        return speech.say("publishing-chapters-borrowed-more-than", share=most)
    return _lined(own_words(speech.lang, row))


def _change(naming: Naming, row: Row | None) -> str:
    if row is None or not math.isfinite(row["estimate"]):
        return "–"
    numbers = naming.numbers
    span = numbers.range(row["conf_low"], row["conf_high"], "share", change=True)
    span = span.replace(" ", NBSP)  # its two ends stay on one line
    size = f"{numbers.points(row['estimate'])}\n({span})"
    margin = naming.question(str(row["question"])).margin
    phrase = verdict_phrase(
        str(row["verdict"]),
        numbers,
        margin.points if margin else math.nan,
        naming.since(str(row["reference"])),
    )
    return f"{size}\n{phrase}" if phrase else size


# --- how it is made ------------------------------------------------------------------------------


def how_made(context: Context, areas: SmallAreas) -> list[str]:
    """Say which model, on what, decided by whom, and what its figures may not be taken for."""
    sentences = [_kind(context, areas), *_over(context, areas), *_sources(context, areas)]
    if areas.benchmark:
        sentences.append(context.say("publishing-chapters-the-areas-are-adjusted-so-that-together"))
    draws = context.numbers.count(areas.draws)
    sentences.append(
        context.say(
            "publishing-chapters-the-comes-from-draws-of-the-model-it",
            prediction_words=prediction_words(context),
            draws=draws,
        )
    )
    sentences.append(context.say("publishing-chapters-where-an-area-has-fewer-than-10"))
    when = context.numbers.date(areas.declared)
    who = context.text(areas.decided_by).rstrip(".")
    sentences.append(
        context.say(
            "publishing-chapters-model-declared-according-to-the-team-on", when=when, who=who
        )
    )
    sentences += sealed_beside(context, "model", areas.id)
    return [*sentences, ended(upper_first(context.text(areas.reason)))]


def _kind(speech: Speech, areas: SmallAreas) -> str:
    waves = (
        speech.say("publishing-chapters-all-comparable-editions")
        if areas.over
        else speech.say("publishing-chapters-the-latest-edition")
    )
    if areas.model == "areas":
        return speech.say("publishing-chapters-fay-herriot-model-of-each-direct", waves=waves)
    return speech.say("publishing-chapters-multilevel-regression-with", waves=waves)


def _over(speech: Speech, areas: SmallAreas) -> list[str]:
    if not areas.over:
        return []
    return [speech.say("publishing-chapters-each-edition-has-a-level-of-its-own")]


def _sources(speech: Speech, areas: SmallAreas) -> list[str]:
    sentences = []
    if areas.covariates is not None:
        sentences.append(_source(speech, Said("publishing-chapters-covariates"), areas.covariates))
    if areas.population is not None:
        sentences.append(
            _source(speech, Said("publishing-chapters-population-cabb"), areas.population)
        )
    elif areas.model == "people":
        sentences.append(speech.say("publishing-chapters-population-cells-made-of-the-weighting"))
    return sentences


def _source(speech: Speech, what: Said, file: AreaFile) -> str:
    source = in_prose(speech.numbers, speech.text(file.source).rstrip("."))
    when = speech.numbers.year_or_date(file.date)
    return f"{speech.colon(speech.say(what), source)} ({when})."
