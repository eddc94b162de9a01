"""What programs write in an empty cell of a column of numbers, as R writes NA."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

EMPTY = frozenset({"NA", "NaN", "nan", "NULL", "<NA>"})
_NUMBER = re.compile(r"[+-]?(\d+[.,]?\d*|[.,]\d+)([eE][+-]?\d+)?")


def blanked(column: pd.Series[Any]) -> pd.Series[Any]:
    """Return a column without what stands in its empty cells, where all else in it is numbers.

    Examples
    --------
    >>> import pandas as pd
    >>> blanked(pd.Series(["1.5", "NA", "2"])).isna().tolist()
    [False, True, False]
    >>> blanked(pd.Series(["SA", "NA", "EU"])).tolist()
    ['SA', 'NA', 'EU']
    """
    if column.dtype.kind in "iufbMm":
        return column
    seen = column.dropna().unique().tolist()
    kept = [each for each in seen if each not in EMPTY]
    if len(kept) == len(seen) or not kept or not all(map(_is_number, kept)):
        return column
    return column.mask(column.isin(EMPTY))


def _is_number(cell: object) -> bool:
    if isinstance(cell, str):
        return _NUMBER.fullmatch(cell.strip()) is not None
    return isinstance(cell, (int, float))
