"""How well a model of areas holds: its sum against the figure of the whole, and its residuals."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from padai.publishing.basis.context import Context
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.sentences import joined as in_words
from padai.publishing.basis.speech import Speech
from padai.publishing.pieces.emit import Piece, folded, heading, joined, paragraph, table
from padai.publishing.pieces.tables import Column, TableRow
from padai.survey.small_areas import SmallAreas

FAR = 2.0
"""Standard deviations past which an area is said to stand far from what the model expects."""


def area_diagnostics(context: Context, areas: SmallAreas, rows: Sequence[Any]) -> Piece:
    """Return, for each question, the sum of the areas beside the whole, and the residuals."""
    questions = list(dict.fromkeys(str(row["question"]) for row in rows))
    pieces = []
    for question in questions:
        own = [row for row in rows if row["question"] == question]
        pieces.append(_of_question(context, areas, question, own))
    written = [piece for piece in pieces if piece.markdown]
    if not written:
        return Piece("")
    title = context.say("publishing-chapters-areas-checked-title")
    return joined(
        [heading(3, title), paragraph(context.say("publishing-chapters-areas-checked")), *written]
    )


def _of_question(context: Context, areas: SmallAreas, question: str, rows: Sequence[Any]) -> Piece:
    levels = [r for r in rows if r["kind"] == "level" and math.isfinite(r["residual"])]
    name = f"{context.label(question)}, {context.response(question, str(rows[0]['response']))}"
    sentences = [_whole(context, rows), _far(context, areas, levels)]
    if not any(sentences):
        return Piece("")
    pieces = [paragraph(f"{name}.", *(t for t in sentences if t))]
    if levels:
        pieces += folded(
            context.say("publishing-chapters-areas-residuals-table"),
            _table(context, areas, question, name, levels),
        )
    return joined(pieces)


def _whole(speech: Speech, rows: Sequence[Any]) -> str:
    whole = next((row for row in rows if row["kind"] == "whole"), None)
    if whole is None:
        return ""
    share = speech.numbers.share
    if whole["reason"] == "shown_areas":
        shares = {
            name: share(whole[column])
            for name, column in (("modelled", "estimate"), ("direct", "direct"))
        }
        return speech.say("publishing-chapters-areas-whole-shown", **shares)
    return speech.say(
        "publishing-chapters-areas-whole",
        modelled=share(whole["estimate"]),
        direct=share(whole["direct"]),
    )


def _far(naming: Naming, areas: SmallAreas, levels: Sequence[Any]) -> str:
    if not levels:
        return ""
    far = [row for row in levels if abs(row["residual"]) > FAR]
    counted = naming.numbers.count(len(levels))
    if not far:
        return naming.say("publishing-chapters-areas-none-far", counted=counted)
    written = naming.numbers.decimal
    names = [
        f"{naming.group(areas.areas, str(row['group']))} ({written(row['residual'], 1)})"
        for row in far
    ]
    return naming.say(
        "publishing-chapters-areas-far",
        far=len(far),
        counted=counted,
        names=in_words(names, naming.lang),
    )


def _table(
    context: Context, areas: SmallAreas, question: str, name: str, levels: Sequence[Any]
) -> Piece:
    numbers = context.numbers
    columns = [
        Column(context.say("publishing-chapters-direct-estimate")),
        Column(context.say("publishing-chapters-small-area-estimate")),
        Column(context.say("publishing-chapters-areas-residual")),
    ]
    lines = [
        TableRow(
            context.group(areas.areas, str(row["group"])),
            (
                numbers.share(row["direct"]),
                numbers.share(row["estimate"]),
                numbers.decimal(row["residual"], 1),
            ),
        )
        for row in levels
    ]
    return table(
        context,
        f"residuals-{areas.id}-{question}",
        context.say("publishing-chapters-areas-residuals-caption", name=name),
        context.breakdown(areas.areas),
        columns,
        lines,
        note=context.say("publishing-chapters-areas-residuals-note"),
    )
