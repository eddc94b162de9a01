"""Lines of totals under the answers of a table: nobody's, and as heavy as everybody together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from padai.interchange.label_words import normal

MOST_BELOW = 12
_TOTAL = re.compile(
    r"(grand |sous |sub ?)?tota(l|ux|les?|is)( general| geral)?|sum|somme|suma|summe|base|"
    r"mean|average|moyennes?|medias?|promedios?|mittelwert|durchschnitt|gesamt|insgesamt|"
    r"median[ae]?s?|medianes?|ecart type|std( dev)?|standard deviation|"
    r"(percent|pourcentage|porcentaje)s?|ensemble( des \w+)?|conjunto|insieme|"
    r"итого|всего|合計|總計|总计|합계|المجموع"
)
_NOTE = re.compile(
    r"\s*(sources?|notes?|nota|fuentes?|quellen?|fonti?|fonte|bron|remarques?|champ|lecture|base)"
    r"\s*[:：].*",
    re.IGNORECASE | re.DOTALL,
)
"""The one cell of a line that says where a table comes from."""


def totals_below(rows: Sequence[Sequence[str]]) -> int:
    """Return how many lines under the answers are totals or notes, or blank lines before these.

    A line of totals says so in its first cell that is filled, and leaves half of its cells blank; a
    note is the one cell of its line.

    Examples
    --------
    >>> totals_below([["1", "a", "2"], ["2", "b", "3"], ["", "", ""], ["Total", "", "5"]])
    2
    >>> totals_below([["1", "a", "2"], ["Ensemble", "", "2"], ["Source : une firme", "", ""]])
    2
    >>> totals_below([["1", "a", "2"], ["2", "b", "3"]])
    0
    """
    width = max(map(len, rows), default=0)
    below = 0
    for turn, row in enumerate(reversed(rows[-MOST_BELOW:]), 1):
        filled = [cell for cell in row if cell.strip()]
        if filled and not _is_below(filled, width):
            break
        below = turn if filled else below
    blank = below
    while below and blank < len(rows) and not any(c.strip() for c in rows[-1 - blank]):
        blank += 1
    return blank


def _is_below(filled: Sequence[str], width: int) -> bool:
    """Whether the filled cells of a line are of a total or of a note, and of nobody."""
    if len(filled) == 1 and width > 2 and _NOTE.fullmatch(filled[0]):
        return True
    return 2 * len(filled) <= width + 1 and _TOTAL.fullmatch(normal(filled[0])) is not None
