"""Cells that hold several choices at once, in a file of which no platform is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from padai.interchange.remarks import SEVERAL_CHOICES

if TYPE_CHECKING:
    import pandas as pd

    from padai.words import Said

FEWEST_JOINED = 3
"""Choices that one cell joins; two may be an answer with its degree: `Agree, strongly`."""
MOST_TEXTS = 2_000
_MARKS = (";", ",", "|")


def holds_several(column: pd.Series[Any]) -> Said | None:
    """Say that the cells of a column hold several choices, each list of which would be an answer.

    Examples
    --------
    >>> import pandas as pd
    >>> uses = pd.Series(["Home", "Work", "School", "Home,Work", "Home,School,Work"] * 9)
    >>> holds_several(uses) is None, holds_several(uses.str.replace(",", " and ")) is None
    (False, True)
    """
    from padai.interchange.platforms.export import ExportedColumn
    from padai.interchange.platforms.parting import separator_of

    texts = column.dropna().astype(str)
    distinct = texts.unique().tolist()
    if not 1 < len(distinct) <= MOST_TEXTS:
        return None
    for mark in _MARKS:
        if any(text.count(mark) >= FEWEST_JOINED - 1 for text in distinct):
            cells = ExportedColumn("", "", tuple(texts), separator=mark)
            if separator_of([cells]):
                return SEVERAL_CHOICES
    return None
