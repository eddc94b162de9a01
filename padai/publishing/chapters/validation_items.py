"""Validation items: what was asked though it is officially known, and how far off it is."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.speech import Speech
from padai.publishing.chapters.overall import p_words
from padai.publishing.pieces.emit import Piece, folded, heading, joined, paragraph, table
from padai.publishing.pieces.tables import Column, TableRow
from padai.survey.small_areas import ValidationItem

Row = Mapping[str, Any]
_LEVEL = 0.05


def validation_items(context: Context) -> Piece:
    """Return the signed errors of every item, and their drift; nothing where there is none."""
    frame = context.store.tables["validation_items"]
    if not len(frame) or not context.words(MAIN).has_intervals:
        return Piece("")
    rows: list[Row] = [{str(k): v for k, v in r.items()} for r in frame.to_dict("records")]
    title = context.say("publishing-chapters-against-official-values")
    shown = context.say("publishing-chapters-errors-against-official-values-table")
    return joined(
        [
            heading(3, title),
            paragraph(_intro(context), _drift(context, rows)),
            *folded(shown, _table(context, rows)),
        ]
    )


def _intro(speech: Speech) -> str:
    return speech.say("publishing-chapters-questions-of-which-an-official-source")


def _drift(naming: Naming, rows: list[Row]) -> str:
    drift = next((row for row in rows if row["kind"] == "drift"), None)
    if drift is None:
        return ""
    since = naming.since(str(drift["reference"]))
    if not math.isfinite(drift["p_value"]):
        return naming.say("publishing-chapters-their-drift-since-could-not-be-tested", since=since)
    p = p_words(naming.numbers, drift["p_value"])
    largest = naming.numbers.share(drift["largest"], sign=False)
    if drift["p_value"] < _LEVEL:
        return naming.say(
            "publishing-chapters-these-errors-have-drifted-since-p-the",
            since=since,
            p=p,
            largest=largest,
        )
    return naming.say(
        "publishing-chapters-no-drift-of-these-errors-is-shown-since",
        since=since,
        p=p,
        largest=largest,
    )


def _table(context: Context, rows: list[Row]) -> Piece:
    items = context.survey.validation_items
    columns = [
        Column(context.say("publishing-chapters-official-value")),
        Column(context.say("publishing-chapters-estimate-bc57")),
        Column(context.say("publishing-chapters-error-e3f4")),
        Column(context.say("publishing-chapters-standard-error-of-the-error")),
        Column(context.say("publishing-chapters-error-before-weighting")),
    ]
    sources = "; ".join(dict.fromkeys(text for item in items for text in _sources(context, item)))
    note = context.colon(context.say("publishing-chapters-sources"), sources) + "."
    return table(
        context,
        "validation-items",
        context.say("publishing-chapters-errors-against-official-values"),
        context.say("publishing-chapters-edition"),
        columns,
        [line for item in items for line in _lines(context, item, rows)],
        note=f"{note} {context.words(MAIN).under}".strip(),
    )


def _lines(speech: Speech, item: ValidationItem, rows: list[Row]) -> Iterator[TableRow]:
    """Yield the name of an item, then what each edition says of it."""
    mine = [r for r in rows if r["question"] == item.question and r["response"] == item.net]
    before = {row["wave"]: row["error"] for row in mine if row["kind"] == "unweighted"}
    weighted = [row for row in mine if row["kind"] == "weighted"]
    if weighted:
        yield TableRow(speech.text(item.label).rstrip("."))
    numbers = speech.numbers
    for row in weighted:
        raw = before.get(row["wave"], math.nan)
        yield TableRow(
            str(row["wave"]),
            (
                numbers.share(row["official"]),
                numbers.share(row["estimate"]),
                numbers.points(row["error"]),
                numbers.decimal(100 * row["std_error"], 2),
                numbers.points(raw) if math.isfinite(raw) else "–",
            ),
        )


def _sources(speech: Speech, item: ValidationItem) -> list[str]:
    return [
        f"{speech.text(v.source).rstrip('.')}, {speech.text(v.population).rstrip('.')} ({v.date})"
        for v in item.values.values()
    ]
