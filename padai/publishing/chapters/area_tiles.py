"""The map of modelled areas: each area's estimate and interval, and how far it is a model's."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from typing import Any

from padai.charts.tiles import Tile, tile_chart
from padai.publishing.basis.context import Context
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.speech import Speech
from padai.publishing.exhibits.groups import lower
from padai.publishing.pieces.emit import Piece, figure
from padai.survey.small_areas import SmallAreas

HALF = 0.5
_OWN_CLASS = "half_or_more"


def area_tiles(context: Context, areas: SmallAreas, question: str, rows: Sequence[Any]) -> Piece:
    """Return the grid of a modelled question; nothing where the breakdown has no tiles.

    A colour tells how far an estimate rests on the area's own answers, never how high it is: no
    order can be read from it.
    """
    grid = context.survey.breakdown(areas.areas).tiles or {}
    drawn = [row for row in rows if str(row["group"]) in grid]
    if not drawn:
        return Piece("")
    tiles = [_tile(context, areas, row, grid) for row in drawn]
    synthetic = context.say("publishing-chapters-areas-map-synthetic")
    chart = partial(
        tile_chart,
        tiles,
        legend=_legend(context, tiles),
        hatched=synthetic if any(not t.shape for t in tiles) else "",
        notices=context.marks,
    )
    name = f"{context.label(question)}, {context.response(question, str(rows[0]['response']))}"
    by = lower(context.breakdown(areas.areas))
    return figure(
        context,
        chart,
        f"areas-{areas.id}-{question}",
        context.say("publishing-chapters-areas-map-caption", name=name),
        _alt(context, areas, drawn),
        detail=context.say("publishing-chapters-areas-map-detail", by=by),
        note=context.say("publishing-chapters-areas-map-note"),
    )


def shape_of(row: Any) -> str:
    """Return the look of an area: mostly its own answers, mostly borrowed, or none of its own."""
    if math.isfinite(row["borrowed"]):
        return "own" if row["borrowed"] <= HALF else "borrowed"
    if not row["own"]:
        return ""
    return "own" if row["own"] == _OWN_CLASS else "borrowed"


def _tile(naming: Naming, areas: SmallAreas, row: Any, grid: Any) -> Tile:
    group, numbers = str(row["group"]), naming.numbers
    ends = numbers.range(row["conf_low"], row["conf_high"], "share")
    return Tile(
        group,
        naming.group(areas.areas, group),
        grid[group],
        shape=shape_of(row),
        value=(numbers.share(row["estimate"]), ends),
    )


def _legend(speech: Speech, tiles: Sequence[Tile]) -> list[tuple[str, str]]:
    used = {tile.shape for tile in tiles}
    named = {
        "own": speech.say("publishing-chapters-areas-map-own"),
        "borrowed": speech.say("publishing-chapters-areas-map-borrowed"),
    }
    return [(shape, words) for shape, words in named.items() if shape in used]


def _alt(naming: Naming, areas: SmallAreas, rows: Sequence[Any]) -> str:
    numbers = naming.numbers
    listed = []
    for row in rows:
        ends = numbers.range(row["conf_low"], row["conf_high"], "share")
        value = f"{numbers.share(row['estimate'])} ({ends})"
        listed.append(naming.colon(naming.group(areas.areas, str(row["group"])), value))
    return naming.say(
        "publishing-chapters-areas-map-alt",
        told=naming.say("publishing-language-semicolon").join(listed),
    )
