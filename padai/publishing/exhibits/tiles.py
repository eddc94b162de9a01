"""The kind ``tiles``: which groups of a breakdown differ from the rest, each at its place."""

from __future__ import annotations

from functools import partial

from padai.charts.tiles import Tile, tile_chart
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, Cell
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.exhibits.asked import wordings
from padai.publishing.exhibits.declarations import declared_note
from padai.publishing.exhibits.exhibit_items import (
    GROUP_SHAPES,
    Item,
    cell_of,
    details,
    items,
    refuse_without_inference,
    words_of,
)
from padai.publishing.exhibits.figure_names import name_of_figure
from padai.publishing.exhibits.groups import (
    Members,
    group_table,
    lower,
    members_of,
    summary,
)
from padai.publishing.exhibits.titles import title_of_groups
from padai.publishing.pieces.emit import Piece, figure, folded, joined, marked, paragraph
from padai.survey import Block
from padai.words import Both, in_a_row

_DIFFERS = ("higher", "lower")
_SHORT = {
    "F": Both("publishing-exhibits-too-unreliable"),
    "x": Both("publishing-exhibits-confidential"),
}


def tiles(context: Context, block: Block, stem: str, part: str = MAIN) -> Piece:
    """Return one grid a question, and under it every group with its figures.

    Where no group differs a sentence stands in the place of the grid, and the figures are folded.

    Raises
    ------
    PublicationError
        The sample type allows no comparison.
    """
    refuse_without_inference(context, block, part)
    return joined(_one(context, block.by[0], stem, i) for i in items(context, block, part))


def _one(context: Context, breakdown: str, stem: str, whole: Item) -> Piece:
    total = cell_of(context.lookup, whole)
    members = members_of(context, whole, breakdown)
    if total is None or not members:
        return Piece("")
    grid = context.survey.breakdown(breakdown).tiles or {}
    drawn = [_tile(context, breakdown, pair, grid) for pair in members if pair[0].group in grid]
    hatched = context.say("publishing-exhibits-result-not-published")
    chart = partial(
        tile_chart,
        drawn,
        legend=_legend(context, members),
        hatched=hatched if any(not t.shape for t in drawn) else "",
        notices=context.marks,
    )
    every = {breakdown: members}
    body = group_table(context, stem, whole, total, every)
    if not any(d is not None and d.verdict in _DIFFERS and c.shown for c, d in members):
        caution = marked("note", paragraph(_note(context, whole, members, drawn=False)))
        results = context.say("publishing-exhibits-results-of-all-groups-table")
        return joined([summary(context, whole, every), caution, *folded(results, body)])
    title = title_of_groups(context, name_of_figure(context, whole).rstrip("."), members)
    return joined(
        [
            summary(context, whole, every),
            figure(
                context,
                chart,
                stem,
                title,
                _alt(context, breakdown, members),
                detail=_detail(context, whole, breakdown, context.size([total])),
                note=_note(context, whole, members),
                part=whole.part,
            ),
            body,
        ]
    )


def _tile(
    context: Readout,
    breakdown: str,
    pair: Members,
    grid: dict[str, tuple[tuple[int, int], ...]],
) -> Tile:
    cell, contrast = pair
    label, places = context.group(breakdown, cell.group), grid[cell.group]
    if not cell.shown:
        return Tile(cell.group, label, places, withheld=_why(context, cell))
    if contrast is None or contrast.verdict not in GROUP_SHAPES:
        not_compared = context.say("publishing-exhibits-not-compared")
        return Tile(cell.group, label, places, withheld=not_compared)
    return Tile(cell.group, label, places, shape=GROUP_SHAPES[contrast.verdict])


def _why(context: Readout, cell: Cell) -> str:
    """Say why a tile is hatched, in words short enough to stand in it."""
    for flag in cell.flag.split():
        if flag in _SHORT:
            return _SHORT[flag][context.lang]
    return context.withheld(cell)


def _legend(naming: Naming, members: list[Members]) -> list[tuple[str, str]]:
    used = {
        contrast.verdict: words_of(naming, contrast)
        for cell, contrast in members
        if contrast is not None and contrast.verdict in GROUP_SHAPES and cell.shown
    }
    return [(GROUP_SHAPES[v], used[v]) for v in GROUP_SHAPES if v in used]


def _detail(naming: Naming, whole: Item, breakdown: str, size: str) -> str:
    followed = naming.response(whole.question, whole.response)
    by = lower(naming.breakdown(breakdown))
    shown = naming.say("publishing-exhibits-by", followed=followed, by=by)
    against = naming.say("publishing-exhibits-each-group-against-all-the-others")
    return details(naming, shown, against, size)


def _note(naming: Naming, whole: Item, members: list[Members], *, drawn: bool = True) -> str:
    notes = [
        wordings(naming, [whole]),
        naming.say("publishing-exhibits-colour-and-sign-tell-the-verdict") if drawn else "",
        naming.words(whole.part).under,
        declared_note(naming, (contrast for _, contrast in members)),
    ]
    return in_a_row(*notes)


def _alt(context: Readout, breakdown: str, members: list[Members]) -> str:
    groups_of: dict[str, list[str]] = {}
    for cell, contrast in members:
        words = words_of(context, contrast) if cell.shown else context.withheld(cell)
        groups_of.setdefault(words or "–", []).append(context.group(breakdown, cell.group))
    start = context.say("publishing-exhibits-grid-of-tiles")
    return " ".join(
        [
            start,
            *(
                context.colon(w[:1].upper() + w[1:], f"{', '.join(g)}.")
                for w, g in groups_of.items()
            ),
        ]
    )
