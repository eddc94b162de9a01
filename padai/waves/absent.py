"""Codes that are no answer, in a data frame without a definition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import DataError
from padai.numerics.apart import ABOVE, NEAR, codes_apart
from padai.waves.headers import nearest_column
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

_CERTAIN = {-9, -8, -7, -77, -88, -97, -98, -99, -998, -999}
_POSSIBLE = _CERTAIN | set(range(-6, 0))
NINES = ABOVE[1:]
"""What archives write above numbers where there is no answer, of two digits and more."""
PERHAPS_A_SCALE = NEAR
"""From here up to -1, a negative code may as well be the lower half of a scale."""
_FEW = 20
_ENOUGH = 30
"""Answers from which on a code that stands apart is none by its place alone."""
_MOST_TEXTS = 200


def without_codes(
    frame: pd.DataFrame, missing: Mapping[str, Sequence[Any]], where: str
) -> pd.DataFrame:
    """Return a copy of a frame with the declared codes blank; the frame itself where none is.

    Raises
    ------
    DataError
        A column is not in the data, or its codes are no list.
    """
    if not missing:
        return frame
    frame = frame.copy()
    for name, codes in missing.items():
        if name not in frame.columns:
            hint = nearest_column(name, frame.columns)
            raise DataError(
                Said("waves-missing-names-the-column-which-is-not-in", name=name, hint=hint),
                where=where,
            )
        if isinstance(codes, (str, bytes)) or not isinstance(codes, (Sequence, np.ndarray, set)):
            raise DataError(
                Said("waves-missing-needs-a-list-of-codes-for", name=name),
                where=where,
            )
        frame[name] = frame[name].mask(frame[name].isin(list(codes)))
    return frame


def refuse_undeclared(column: pd.Series[Any], name: str, where: str, *, apart: bool = True) -> None:
    """Refuse a column of codes where some are what archives write for no answer.

    A column is taken for one where all of its values are whole, few are not negative, and the
    negative ones are among -1 to -9, -77, -88, -97 to -99, -998 and -999, one at least from -7
    down: a scale from -5 to 5 passes. Where numbers are averaged (`apart`), and there are 30
    answers or more, codes that stand apart from the rest are refused too, such as 98 and 99 behind
    1 to 4 (:func:`padai.numerics.apart.codes_apart`); in a table of shares they are rows.

    Raises
    ------
    DataError
        With the line that settles it, either way; or cells hold lists.
    """
    if holds_lists(column):
        raise DataError(Said("waves-the-column-holds-lists", name=name), where=where)
    codes = _undeclared(column, apart)
    if codes:
        raise DataError(
            Said("waves-holds-which-archives-write-where-there", name=name, codes=codes),
            where=where,
        )


def holds_lists(column: pd.Series[Any]) -> bool:
    """Whether a cell holds several values: lists, tables, records."""
    import pandas as pd

    arrow = getattr(column.dtype, "pyarrow_dtype", None)
    if arrow is not None:
        from pyarrow.types import is_nested

        return bool(is_nested(arrow))
    objects = pd.api.types.is_object_dtype(column)
    return objects and not all(map(pd.api.types.is_hashable, column))


def codes_beside(values: Sequence[float]) -> list[float]:
    """Return the codes of no answer that stand apart from a column's other values, in order.

    Examples
    --------
    >>> codes_beside([1, 2, 3, 4, 98, 99])
    [98.0, 99.0]
    """
    return [float(code) for code in codes_apart(values)]


def _undeclared(column: pd.Series[Any], apart: bool) -> list[Any]:
    """Return the codes of no answer in a column, as it writes them."""
    import pandas as pd

    texts: dict[float, Any] = {}
    if pd.api.types.is_numeric_dtype(column) and column.dtype.kind in "iuf":
        values = np.asarray(pd.unique(column.dropna()), dtype=np.float64)
    else:
        texts = _written(column)
        values = np.array(list(texts), dtype=np.float64)
    below, others = values[values < 0], values[values >= 0]
    whole = bool(below.size and others.size) and not (values % 1 != 0).any()
    certain = whole and others.size <= _FEW and not texts
    codes = np.sort(below)
    if not certain or not set(codes) <= _POSSIBLE or not set(codes) & _CERTAIN:
        codes = codes[:0]
    if apart and int(column.notna().sum()) >= _ENOUGH:
        codes = np.union1d(codes, codes_apart(values))
    return [texts.get(float(code), int(code)) for code in codes]


def _written(column: pd.Series[Any]) -> dict[float, Any]:
    """Return the whole numbers that a column of text writes, each with its text; else nothing."""
    import pandas as pd

    if not (pd.api.types.is_object_dtype(column) or pd.api.types.is_string_dtype(column)):
        return {}
    texts = {}
    for text in pd.unique(column.dropna())[: _MOST_TEXTS + 1]:
        if not isinstance(text, str) or not text.removeprefix("-").isdecimal():
            return {}
        texts[float(text)] = text
    return texts if len(texts) <= _MOST_TEXTS else {}
