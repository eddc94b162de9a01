"""A grid of tiles, one a group: the colour is a verdict, or how far a figure is a model's.

A colour is never a percentage; where a tile has a figure, it is written with its interval.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from padai.charts import style

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Place = tuple[int, int]
"""Row and column, from the top left."""
HATCH = "////"
_GAP = 0.07
_LINE = 0.135
_LETTERS = 7.6
_SIZES = (_LETTERS, 7.2, 6.8, 6.4, 6.0)
_BOLD = 0.64
"""The width of a bold letter, in its height."""
_PLAIN = 0.54
_MARK = 0.2
_KEY, _KEY_SIZE, _NUMBER = 0.16, 8.4, 0.26
"""The names under a grid: height of a line, size of letters, room for the number."""
_PALE = "#eceff3"


@dataclass(frozen=True)
class Look:
    """How the tiles of one verdict look: filling, marker, whether the marker is filled.

    `edge` is the line around it, and how it is drawn.
    """

    face: str
    marker: str
    filled: bool = True
    edge: tuple[str, Literal["-", "--"]] = (style.GREY, "-")


LOOKS: dict[str, Look] = {
    "higher": Look(style.BLUE, "^"),
    "lower": Look(style.ORANGE, "v"),
    "same": Look(_PALE, "s"),
    "open": Look("#ffffff", "o", filled=False),
    "own": Look("#d3e3f3", "", edge=(style.BLUE, "-")),
    "borrowed": Look("#ffffff", "", edge=(style.SOFT, "--")),
}
"""A look a shape of :data:`padai.publishing.exhibits.exhibit_items.GROUP_SHAPES`, and two of
models: half or more from the area's own answers, or less."""


@dataclass(frozen=True)
class Tile:
    """A group on the grid.

    `shape` names its look; without one the tile is hatched and `withheld` says why. `value` is the
    lines of a figure, written in place of the marker.
    """

    name: str
    label: str
    places: tuple[Place, ...]
    shape: str = ""
    withheld: str = ""
    value: tuple[str, ...] = ()


def tile_chart(
    tiles: Sequence[Tile],
    *,
    legend: Sequence[tuple[str, str]],
    hatched: str = "",
    notices: Sequence[str] = (),
    width: float = style.WIDTH,
) -> Figure:
    """Draw the grid; a group of several places has one outline and one label.

    On a telephone a tile holds a number, and the names stand under the grid.

    Parameters
    ----------
    tiles
        The groups. Each becomes an element of the picture named ``tile-<name>``.
    legend
        The name of each shape that is used.
    hatched
        What the hatching means; empty where no tile has it.
    notices
        What the picture must say of itself.
    """
    rows = 1 + max(row for t in tiles for row, _ in t.places)
    columns = 1 + max(column for t in tiles for _, column in t.places)
    entries = [(_handle(shape), text) for shape, text in legend]
    if hatched:
        entries.append((_hatched(), hatched))
    numbered = style.is_narrow(width)
    key = _key(tiles, width) if numbered else []
    top = 0.1 + style.legend_height([text for _, text in entries], width)
    wide = (width - 0.04) / columns
    tall = min(0.86, wide * 0.86)
    under = top + rows * tall + 0.14
    height = under - 0.08 + _KEY * max((len(c) for c in key), default=0)
    height += style.foot(notices, width)
    with style.chart_style():
        fig = style.canvas(height, width)
        ax = fig.add_axes((0.0, 0.0, 1.0, 1.0))
        ax.set_axis_off()
        ax.set_xlim(0, width)
        ax.set_ylim(height, 0)
        for number, tile in enumerate(tiles, 1):
            shown = replace(tile, label=str(number), withheld="", value=()) if numbered else tile
            _draw(ax, shown, _Grid(0.02, top, wide, tall))
        for column, lines in enumerate(key):
            _write_key(ax, lines, column * width / len(key), under)
        style.legend(fig, entries, top=0.04)
        style.mark(fig, notices)
    return fig


def _key(tiles: Sequence[Tile], width: float) -> list[list[tuple[str, str]]]:
    """Return the number and the name of each tile, line by line, in two columns."""
    letters = int((width / 2 - _NUMBER) / (_KEY_SIZE / 72 * 0.62))
    blocks = []
    for number, tile in enumerate(tiles, 1):
        lines = [*broken(tile.label, letters), *_figure_lines(tile.value, letters)]
        first, *others = lines
        blocks.append([(str(number), first), *(("", line) for line in others)])
    half = sum(map(len, blocks)) / 2
    columns: list[list[tuple[str, str]]] = [[], []]
    for block in blocks:
        columns[0 if not columns[1] and len(columns[0]) < half else 1].extend(block)
    return columns


def _figure_lines(value: Sequence[str], letters: int) -> list[str]:
    """Return a figure in one line where it fits."""
    if len(value) < 2:
        return list(value)
    one = f"{value[0]} ({', '.join(value[1:])})"
    return [one] if len(one) <= letters else list(value)


def _write_key(ax: Any, lines: Sequence[tuple[str, str]], left: float, top: float) -> None:
    for index, (number, name) in enumerate(lines):
        y = top + _KEY * (index + 0.5)
        how = {"va": "center_baseline", "size": _KEY_SIZE}
        ax.text(left + _NUMBER - 0.07, y, number, ha="right", weight="bold", **how)
        ax.text(left + _NUMBER, y, name, ha="left", **how)


@dataclass(frozen=True)
class _Grid:
    left: float
    top: float
    wide: float
    tall: float

    def box(self, place: Place, group: Iterable[Place]) -> tuple[float, float, float, float]:
        """Return the ends of a tile, which reaches to its neighbours of the same group."""
        row, column = place
        others = set(group)
        gap = _GAP / 2
        x0 = self.left + column * self.wide + (0 if (row, column - 1) in others else gap)
        x1 = self.left + (column + 1) * self.wide - (0 if (row, column + 1) in others else gap)
        y0 = self.top + row * self.tall + (0 if (row - 1, column) in others else gap)
        y1 = self.top + (row + 1) * self.tall - (0 if (row + 1, column) in others else gap)
        return x0, y0, x1, y1


def _draw(ax: Any, tile: Tile, grid: _Grid) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    boxes = {place: grid.box(place, tile.places) for place in tile.places}
    inside = [
        Path([(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)], closed=True)
        for x0, y0, x1, y1 in boxes.values()
    ]
    look = LOOKS.get(tile.shape)
    area = PathPatch(
        Path.make_compound_path(*inside),
        facecolor=look.face if look else "#ffffff",
        edgecolor=style.GREY,
        hatch=None if look else HATCH,
        linewidth=0,
    )
    area.set_gid(f"tile-{tile.name}")
    ax.add_patch(area)
    edge, dash = look.edge if look else (style.GREY, "-")
    edge = look.face if look and look.face in (style.BLUE, style.ORANGE) else edge
    for start, end in _outline(boxes, set(tile.places)):
        ax.plot(
            *zip(start, end, strict=True),
            color=edge,
            linewidth=1.3,
            linestyle=dash,
            solid_capstyle="projecting",
        )
    _words(ax, tile, look, boxes)


def _outline(
    boxes: dict[Place, tuple[float, float, float, float]], group: set[Place]
) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Return the sides that no other tile of the group covers."""
    lines = []
    for (row, column), (x0, y0, x1, y1) in boxes.items():
        sides = {
            (row - 1, column): ((x0, y0), (x1, y0)), (row + 1, column): ((x0, y1), (x1, y1)),
            (row, column - 1): ((x0, y0), (x0, y1)), (row, column + 1): ((x1, y0), (x1, y1)),
        }  # fmt: skip
        lines += [line for neighbour, line in sides.items() if neighbour not in group]
    return lines


def _words(
    ax: Any, tile: Tile, look: Look | None, boxes: dict[Place, tuple[float, float, float, float]]
) -> None:
    """Write the label, then the marker of the verdict or the reason why there is none."""
    x0, y0, x1, y1 = _widest(boxes)
    room = (x1 - x0 - 0.08) * 72
    lines, size, letters = _set(tile.label, room)
    reason = broken(tile.withheld, letters + 2) if tile.withheld else []
    under = len(tile.value) or len(reason)
    marked = look is None or bool(look.marker)
    below = _LINE * under if under else _MARK * marked
    y = (y0 + y1 - _LINE * len(lines) - below - 0.03) / 2 + _LINE / 2
    middle = (x0 + x1) / 2
    ink = style.text_on(look.face) if look is not None else style.INK
    dark = ink == "#ffffff"
    ink = ink if dark else style.INK
    behind = {"facecolor": "#ffffff", "edgecolor": "none", "pad": 0.8} if look is None else None
    for line in lines:
        _line(ax, middle, y, line, size=size, weight="bold", color=ink, bbox=behind)
        y += _LINE
    for line in tile.value:
        most = room / (max(len(line), 1) * _PLAIN)
        fit = min(_LETTERS - 0.4, most)
        _line(ax, middle, y + 0.02, line, size=fit, color=ink, bbox=behind)
        y += _LINE
    if tile.value:
        return
    if look is not None:
        _marker(ax, look, middle, y + 0.05, "#ffffff" if dark else style.SOFT)
        return
    for line in reason:
        looks = {"size": _LETTERS - 0.8, "style": "italic", "color": style.INK}
        _line(ax, middle, y + 0.02, line, **looks, bbox=behind)
        y += _LINE


def _line(ax: Any, x: float, y: float, text: str, **looks: Any) -> None:
    ax.text(x, y, text, ha="center", va="center_baseline", **looks)


def _marker(ax: Any, look: Look, x: float, y: float, colour: str) -> None:
    """Draw the marker of a verdict that has one."""
    if not look.marker:
        return
    ax.plot(
        [x],
        [y],
        linestyle="none",
        marker=look.marker,
        markersize=6.4,
        color=colour,
        markerfacecolor=colour if look.filled else "#ffffff",
        markeredgecolor=colour,
        markeredgewidth=1.2,
    )


def _set(label: str, room: float) -> tuple[list[str], float, int]:
    """Return a label in three lines at most, the size that it takes, and the letters of a line.

    `room` is the width of a line, in points.
    """
    for size in _SIZES:
        letters = int(room / (size * _BOLD))
        lines = broken(label, letters)
        longest = max(len(line) for line in lines)
        if len(lines) <= 3 and longest <= letters:
            return lines, size, letters
    return lines, min(size, room / (longest * _BOLD)), letters


def _widest(
    boxes: dict[Place, tuple[float, float, float, float]],
) -> tuple[float, float, float, float]:
    """Return the ends of a group's longest row of tiles, where its label stands."""
    rows: dict[int, list[Place]] = {}
    for place in sorted(boxes):
        rows.setdefault(place[0], []).append(place)
    best = max(rows.values(), key=len)
    if len(best) == 1 and len(boxes) > 1:  # a column: in its middle
        best = sorted(boxes)
    chosen = [boxes[p] for p in best]
    return (
        min(b[0] for b in chosen),
        min(b[1] for b in chosen),
        max(b[2] for b in chosen),
        max(b[3] for b in chosen),
    )


def broken(label: str, width: int) -> list[str]:
    """Break a name into lines after spaces and dashes, and where a word is too long after hyphens.

    Examples
    --------
    >>> broken("Upper-Valley and coast", 12)
    ['Upper-Valley', 'and coast']
    """
    lines: list[str] = []
    for piece in re.findall(r"[^\s–]+[\s–]*", label):
        fits = len(piece.rstrip()) <= width
        for part in [piece] if fits else re.findall(r"[^-]+-?", piece):
            if lines and len((lines[-1] + part).rstrip()) <= width:
                lines[-1] += part
            else:
                lines.append(part)
    return [line.rstrip() for line in lines]


def _handle(shape: str) -> Any:
    look = LOOKS[shape]
    if not look.marker:
        from matplotlib.patches import Patch

        return Patch(
            facecolor=look.face, edgecolor=look.edge[0], linestyle=look.edge[1], linewidth=1.0
        )
    dark = look.face in (style.BLUE, style.ORANGE)
    colour = look.face if dark else style.SOFT
    return style.marker(look.marker, colour, filled=look.filled)


def _hatched() -> Any:
    from matplotlib.patches import Patch

    return Patch(facecolor="#ffffff", edgecolor=style.GREY, hatch=HATCH, linewidth=0.8)
