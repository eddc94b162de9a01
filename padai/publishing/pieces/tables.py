"""Accessible HTML tables: real headers with their scope, groups of rows, no meaning in colour.

The caption and the number of a table are written by the renderer; a table here is a ``<table>``
element whose cells are escaped text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from padai.errors import RenderError
from padai.words import Said

_MANY = 6
"""From as many columns on, beside the headings of rows, a table is set in smaller letters."""


@dataclass(frozen=True)
class Column:
    """A column: its heading, and whether it holds numbers (aligned at the right)."""

    heading: str
    numeric: bool = True


@dataclass(frozen=True)
class TableRow:
    """A row: its heading and its cells; without cells, the heading of the rows below it.

    A line break in a cell is kept. `lang` is the language of the heading, where it is another than
    that of the page.
    """

    heading: str
    cells: tuple[str, ...] = ()
    lang: str = ""


def html_table(stub: str, columns: Sequence[Column], rows: Sequence[TableRow]) -> str:
    """Return a table whose first column holds the headings of its rows.

    Parameters
    ----------
    stub
        The heading of the first column.
    columns
        The other columns.
    rows
        A row without cells opens a group; it spans all columns.

    Raises
    ------
    ValueError
        If a row has another number of cells than there are columns.

    Examples
    --------
    >>> html_table("Group", [Column("n")], [TableRow("All", ("12",))]).count("scope=")
    3
    """
    head = "".join(
        f'<th scope="col"{_align(c.numeric)}>{escape(c.heading)}</th>'
        for c in (Column(stub, numeric=False), *columns)
    )
    kind = "data dense" if len(columns) >= _MANY else "data"
    lines = [f'<table class="{kind}">', f"<thead>\n<tr>{head}</tr>\n</thead>", "<tbody>"]
    for index, row in enumerate(rows):
        if not row.cells:
            if index:
                lines.append("</tbody>\n<tbody>")
            lines.append(
                f'<tr><th scope="rowgroup" colspan="{len(columns) + 1}" class="group">'
                f"{escape(row.heading)}</th></tr>"
            )
            continue
        lines.append(_line(row, columns))
    return "\n".join([*lines, "</tbody>", "</table>"])


def _line(row: TableRow, columns: Sequence[Column]) -> str:
    if len(row.cells) != len(columns):
        raise RenderError(
            Said("publishing-rendering-a-row-has-cells", cells=len(row.cells), columns=len(columns))
        )
    cells = "".join(
        f"<td{_align(c.numeric)}>{escape(text).replace(chr(10), '<br>')}</td>"
        for c, text in zip(columns, row.cells, strict=True)
    )
    heading = escape(row.heading)
    if row.lang:
        heading = f'<span lang="{escape(row.lang)}">{heading}</span>'
    return f'<tr><th scope="row">{heading}</th>{cells}</tr>'


def _align(numeric: bool) -> str:
    return ' class="right"' if numeric else ""
