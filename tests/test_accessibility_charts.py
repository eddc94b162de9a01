"""Charts without colour: drawn, turned to grey, and measured."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from padai.charts import style
from padai.charts.curves import Curve, curve_chart
from padai.charts.data import Axis, Bar, Segment
from padai.charts.rows import SHAPES
from padai.charts.stacked import stacked_chart
from padai.charts.tiles import LOOKS

SAME = {frozenset(("open", "earlier"))}  # two names of one shape, never in one chart
APART = 0.055
"""Neighbours in a bar differ at least by this in lightness (CIE L* over 100)."""


def grey(figure: Any) -> NDArray[np.float64]:
    """Return a figure as lightness, 0 to 1: what a printer without colours would show."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    rgb = np.asarray(canvas.buffer_rgba())[..., :3] / 255
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    light = linear @ np.array([0.2126, 0.7152, 0.0722])
    cube = np.where(light > 0.008856, np.cbrt(light), 7.787 * light + 16 / 116)
    return np.asarray(1.16 * cube - 0.16)


def drawn(handle: Any) -> NDArray[np.float64]:
    """Return a small picture of one marker."""
    figure = style.canvas(0.4)
    figure.set_size_inches(0.4, 0.4)
    handle.set_data([0.5], [0.5])
    handle.set_transform(figure.transFigure)
    figure.add_artist(handle)
    return grey(figure)


def test_markers_differ_in_grey() -> None:
    pictures = {
        name: drawn(style.marker(mark, colour, filled=filled))
        for name, (mark, colour, filled) in SHAPES.items()
    }
    for one, other in combinations(pictures, 2):
        if {one, other} in SAME:
            continue
        different = np.abs(pictures[one] - pictures[other]) > 0.15
        ink = (pictures[one] < 0.9) | (pictures[other] < 0.9)
        assert different.sum() > 0.15 * ink.sum(), (one, other)


@pytest.mark.parametrize("left", [0, 1, 2, 3])
@pytest.mark.parametrize("right", [2, 3, 4, 5])
def test_neighbours_in_a_bar_differ_in_grey(left: int, right: int) -> None:
    """Across the middle a black line parts them; else the lightness does, and a white edge."""

    def segments(side: str, count: int) -> tuple[Segment, ...]:
        return tuple(Segment(f"{side}{i}", 10.0, "") for i in range(count))

    apart = segments("apart", 2)
    figure = stacked_chart([Bar("a", "", segments("left", left), segments("right", right), apart)])
    (axes,) = figure.axes
    picture = grey(figure)
    patches = [p for p in axes.patches if abs(p.get_width() - 10) < 1e-6]
    assert len(patches) == left + right + 2
    found = []
    for patch in patches:
        middle = (patch.get_x() + 5, patch.get_y() + patch.get_height() / 2)
        x, y = axes.transData.transform(middle)
        found.append(float(picture[picture.shape[0] - 1 - int(y), int(x)]))
    sides = [found[:left], found[left : left + right], found[left + right :]]
    for side in sides:
        assert all(abs(a - b) >= APART for a, b in pairwise(side)), side


def test_lines_in_one_panel_differ_in_grey() -> None:
    """Each pair of lines has other dashes and another marker; drawn alone, the pictures differ."""
    assert len({dash for _, dash, _ in style.LINES}) == len(style.LINES)
    assert len({mark for _, _, mark in style.LINES}) == len(style.LINES)
    axis = Axis(0.0, 1.0, (0.0, 1.0), lambda v: f"{v:.0f}")
    pictures = []
    for place in range(len(style.LINES)):
        curves = [Curve(" ", (np.nan,) * 5)] * place + [Curve(" ", (0.5,) * 5)]
        figure = curve_chart(curves, (0, 0.25, 0.5, 0.75, 1), axis=axis, along=axis)
        pictures.append(grey(figure)[-220:])
    for one, other in combinations(pictures, 2):
        assert (np.abs(one - other) > 0.15).sum() > 100


def test_tiles_differ_in_grey() -> None:
    """Each verdict has a marker of its own; a tile that may not be shown is hatched."""
    assert len({(look.marker, look.filled, look.edge[1]) for look in LOOKS.values()}) == len(LOOKS)
    dark = {name for name, look in LOOKS.items() if style.text_on(look.face) == "#ffffff"}
    assert dark == {"higher", "lower"}  # they differ by the triangle, up or down, in white


def test_every_colour_of_a_series_reaches_three_to_one() -> None:
    ends = (style.POSITIVE, style.NEGATIVE, style.NEUTRAL, style.SEQUENTIAL)
    shades = [shade for pair in ends for shade in style.shades(*pair, 11)]
    for colour in (*shades, *(colour for colour, _, _ in style.LINES)):
        assert style.contrast(colour) >= 3
