"""Counts of words as thin bars, in two columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from padai.charts import style

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_ROW = 0.235


def words_chart(
    words: Sequence[tuple[str, float, str]],
    *,
    notices: Sequence[str] = (),
    width: float = style.WIDTH,
) -> Figure:
    """Draw one bar a word, the commonest first, read down and then across.

    Parameters
    ----------
    words
        Each word, its count, and the count as written.
    """
    columns = 2 if len(words) > 8 and not style.is_narrow(width) else 1
    rows = -(-len(words) // columns)
    foot = style.foot(notices, width)
    height = rows * _ROW + 0.1 + foot
    top = max(count for _, count, _ in words)
    with style.chart_style():
        fig = style.canvas(height, width)
        cell = width / columns
        for column in range(columns):
            mine = words[column * rows : (column + 1) * rows]
            ax = style.axes(
                fig,
                column * cell + 1.15,
                width - (column + 1) * cell + 0.4,
                0.05,
                foot + 0.05,
            )
            ax.spines["bottom"].set_visible(False)
            ax.set_xlim(0, top)
            ax.set_ylim(rows, 0)
            ax.set_xticks([])
            ax.set_yticks([])
            for index, (word, count, written) in enumerate(mine):
                y = index + 0.5
                ax.barh(y, count, height=0.62, color=style.BLUE, linewidth=0)
                ax.text(-0.03 * top, y, word, ha="right", va="center_baseline", size=style.SIZE)
                ax.text(
                    count + 0.02 * top,
                    y,
                    written,
                    ha="left",
                    va="center_baseline",
                    size=style.SMALL,
                )
        style.mark(fig, notices)
    return fig
