"""Tables of results, as houses publish them: seen for what they are, never read as answers."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TextIO

from padai.survey.answer_words import normal

MOST_LINES = 200
_TOTAL_BY = 25
"""Lines in which the heads of columns are looked for."""
_BASE = re.compile(
    r"(un)?weighted( (n|base|count|sample|total|row|respondents?))?|(total )?(n|base|bases)|"
    r"(effective )?(sample|base)( size)?( .*)?|base (un)?weighted|(un)?weighted sample|n size|"
    r"(effectifs?|base|n|total)( bruts?)? (non )?ponderee?s?|effectifs?|base (brute|ponderee)|"
    r"(base|n|muestra)( no)? ponderad[ao]s?|tamano de (la )?muestra"
)
_TOTAL = re.compile(
    r"total|all|everyone|all (adults|respondents)|ensemble|total general|todos|gesamt"
)


def is_table_of_results(lines: Iterable[Sequence[str]]) -> bool:
    """Whether lines are percentages by group: a column of totals, and a line of bases.

    Examples
    --------
    >>> head, base = ["", "Total", "Male"], ["Unweighted base", "1114", "550"]
    >>> is_table_of_results([["Q1. Trust"], head, base, ["A lot", "12", "13"]])
    True
    >>> is_table_of_results([["id", "total"], ["1", "12"], ["2", "14"]])
    False
    """
    total = base = False
    for place, cells in enumerate(islice(lines, MOST_LINES)):
        texts = [normal(cell) for cell in cells]
        total |= place < _TOTAL_BY and any(_TOTAL.fullmatch(text) for text in texts[1:])
        base |= any(_BASE.fullmatch(text) for text in texts[:2])
        if total and base and place > 1:
            return True
    return False


def holds_results(handle: TextIO, separator: str) -> bool:
    """Whether a text file is a table of results."""
    try:
        return is_table_of_results(csv.reader(handle, delimiter=separator))
    except csv.Error:
        return False
