"""What prints itself as a table, in a terminal and in a notebook."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

from padai.errors import language
from padai.results.headings import heads_of
from padai.words import say

if TYPE_CHECKING:
    import pandas as pd

SHOWN_ROWS, SHOWN_COLUMNS = 24, 20


class Shown(ABC):
    """What prints itself as a table."""

    @abstractmethod
    def _shown(self) -> pd.DataFrame:
        """Return the table."""

    def _caption(self, count: int) -> str:
        """Say what the table is, in the language of messages: kind and rows."""
        return say("results-rows", language(), kind=type(self).__name__, count=count)

    def __repr__(self) -> str:
        frame = self._shown()
        shown = frame.to_string(
            max_rows=SHOWN_ROWS,
            max_cols=SHOWN_COLUMNS,
            index=False,
            float_format=_figure,
            na_rep="–",
        )
        return f"<{self._caption(len(frame))}>\n{shown}"

    def _repr_html_(self) -> str:
        frame = self._shown()
        page = str(
            frame.to_html(
                max_rows=SHOWN_ROWS, notebook=True, index=False, float_format=_figure, na_rep="–"
            )
        )
        return titled(page, self._caption(len(frame)), heads_of(self, language()))


def _figure(value: float) -> str:
    """Write a number as one reads it at a glance: whole, or four decimals, or three digits."""
    if value == int(value) if abs(value) < 1e15 else False:
        return f"{value:.0f}"
    if abs(value) >= 1000:
        return f"{value:.1f}"
    return f"{value:.4f}" if abs(value) >= 0.001 else f"{value:.3g}"


def titled(page: str, caption: str, heads: Mapping[str, str]) -> str:
    """Return a table of a notebook with its caption, and words over columns that have some.

    The name that code calls a column by is its tooltip.

    Examples
    --------
    >>> titled("<table><thead><th>df</th></thead></table>", "Test: 1 row", {"df": "ddl"})
    '<table><caption>Test: 1 row</caption><thead><th title="df">ddl</th></thead></table>'
    """
    head, _, body = page.partition("</thead>")
    head = re.sub(
        r"<table[^>]*>", lambda tag: f"{tag[0]}<caption>{escape(caption)}</caption>", head
    )

    def worded(cell: re.Match[str]) -> str:
        words = heads.get(cell[1])
        return cell[0] if words is None else f'<th title="{cell[1]}">{escape(words)}</th>'

    return re.sub(r"<th>([^<]*)</th>", worded, head) + f"</thead>{body}"
