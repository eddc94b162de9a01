"""A sheet that charts are drawn on as on a figure of matplotlib, and that is a picture at once.

Publishing draws some two thousand row charts, trends and strips. What matplotlib takes for one is
mostly its axes, ticks and artists, of which a picture needs none. A sheet takes the calls that
these charts make (fields with limits and ticks, lines, words, bars, a legend) and notes what is to
be seen where; :mod:`padai.charts.sheet_svg` writes it. Whatever else a chart calls, a sheet does
not know: :class:`OffTheSheetError` then has it drawn by matplotlib, as it is for whoever imports
padai.

Lines of text are laid out by matplotlib, each once a process.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from padai.charts.sheet_field import Field
from padai.charts.sheet_marks import (
    POINTS,
    Dots,
    Handle,
    Hidden,
    Outline,
    Seen,
    unknown,
)
from padai.charts.sheet_mode import OffTheSheetError
from padai.charts.sheet_words import words_at

_TEXT, _LEGEND = 3.0, 5.0
"""What stands above what, as matplotlib has it."""
_BETWEEN = 0.5
"""What is free between two lines of a legend, of the size of its letters."""


class Sheet:
    """A figure of a chart.

    Parameters
    ----------
    height, width
        In inches.
    """

    def __init__(self, height: float, width: float) -> None:
        self.size = (width, height)
        self.patch = Hidden()
        self.fields: list[Field] = []
        self._above: list[tuple[float, Seen]] = []

    __getattr__ = unknown

    def get_size_inches(self) -> tuple[float, float]:
        """Return width and height."""
        return self.size

    def add_axes(self, box: tuple[float, float, float, float]) -> Field:
        """Add a field, of which left, bottom, width and height are parts of the sheet's."""
        made = Field(self, box, len(self.fields) + 1)
        self.fields.append(made)
        return made

    def text(self, x: float, y: float, s: str, **how: Any) -> None:
        """Write a line of text, placed by parts of the sheet from its lower left corner."""
        width, height = self.size
        if s:
            place = (x * width * POINTS, (1 - y) * height * POINTS)
            self._above.append((_TEXT, words_at(place, s, how)))

    def legend(
        self,
        handles: Sequence[Any],
        texts: Sequence[str],
        *,
        bbox_to_anchor: tuple[float, float],
        ncols: int,
        fontsize: float,
        handlelength: float,
        handletextpad: float,
        columnspacing: float,
        **_: Any,
    ) -> None:
        """Write a legend from its upper left corner, column by column."""
        width, height = self.size
        left, top = bbox_to_anchor[0] * width * POINTS, (1 - bbox_to_anchor[1]) * height * POINTS
        per_column, more = divmod(len(handles), ncols)
        begins = [0]
        for column in range(ncols):
            begins.append(begins[-1] + per_column + (column < more))
        # the first lines of all columns stand on one line
        firsts = [words_at((0, 0), texts[k], {"size": fontsize, "va": "top"}) for k in begins[:-1]]
        foot = top + max(one.y for one in firsts)
        for first, start, end in zip(firsts, begins, begins[1:], strict=False):
            widest, down = 0.0, foot - first.y
            for handle, text in zip(handles[start:end], texts[start:end], strict=True):
                at = left + (handlelength + handletextpad) * fontsize
                line = words_at((at, down), text, {"size": fontsize, "va": "top"})
                placed = _handle(handle, left, line.y, fontsize, handlelength)
                self._above += [(_LEGEND, placed), (_LEGEND, line)]
                box = line.box
                widest, down = max(widest, box[2] - box[0]), box[3] + _BETWEEN * fontsize
            left += (handlelength + handletextpad + columnspacing) * fontsize + widest

    def seen(self) -> list[Seen]:
        """Return what is to be seen, the hindmost first."""
        items = [one for each in self.fields for one in each.seen()]
        return items + [one for _, one in sorted(self._above, key=lambda pair: pair[0])]


def _handle(handle: Any, left: float, foot: float, size: float, length: float) -> Seen:
    """Place the mark of a line of a legend; `foot` is where its letters stand."""
    if not isinstance(handle, Handle):
        raise OffTheSheetError("a handle of matplotlib")
    right, top, middle = left + length * size, foot - 0.7 * size, foot - 0.35 * size
    if handle.bar:
        corners = ((left, foot), (right, foot), (right, top), (left, top))
        return Outline((corners,), handle.ink, closed=True)
    if handle.shape:
        place = ((left + right) / 2, middle)
        return Dots((place,), handle.shape, handle.size, handle.ink)
    return Outline((((left, middle), (right, middle)),), handle.ink)
