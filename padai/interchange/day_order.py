"""Days whose order one file does not tell: read as the same column of the other files is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from padai.interchange.when import EITHER_ORDER, Dated, span_of
from padai.waves.intake import DataFile
from padai.waves.written_days import written_days
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

_YEAR_LAST = re.compile(r"\s*[0-9]{1,2}[/.\-][0-9]{1,2}[/.\-]")
DAY_FIRST, MONTH_FIRST = "day_first", "month_first"


def settled_by_others(files: Sequence[tuple[DataFile, Dated]]) -> list[Dated]:
    """Return when each file's people were interviewed, the doubtful ones in the order of the rest.

    Nothing is settled where the other files are in doubt too, or do not agree.
    """
    return [
        _settled(file, when, [other for other, _ in files if other is not file])
        for file, when in files
    ]


def _settled(file: DataFile, when: Dated, others: Sequence[DataFile]) -> Dated:
    if when.told.id != EITHER_ORDER:
        return when
    column = str(when.told.facts["column"])
    orders = {_order(other.frame[column]) for other in others if column in other.frame} - {""}
    if len(orders) != 1:
        return when
    order = orders.pop()
    days = getattr(written_days(file.frame[column]), order)
    span = span_of(days, (column,))
    sentence = Said("interchange-dates-order-of-other-files", column=column, order=order)
    return when if span is None else replace(span, told=sentence)


def _order(column: pd.Series[Any]) -> str:
    """Return the one order that all cells of a column allow; nothing where both do, or none."""
    texts = column.dropna()
    if not len(texts) or not all(isinstance(v, str) and _YEAR_LAST.match(v) for v in texts):
        return ""
    read = written_days(column)
    if (read.day_first is None) == (read.month_first is None):
        return ""
    return DAY_FIRST if read.month_first is None else MONTH_FIRST
