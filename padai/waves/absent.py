"""Codes that are no answer, in a data frame without a definition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import DataError, nearest
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

_CERTAIN = {-9, -8, -7, -77, -88, -97, -98, -99, -998, -999}
_POSSIBLE = _CERTAIN | set(range(-6, 0))
_FEW = 20


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
            hint = nearest(name, frame.columns)
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


def refuse_undeclared(column: pd.Series[Any], name: str, where: str) -> None:
    """Refuse a column of codes where some are what archives write for no answer.

    A column is taken for one where all of its values are whole, few are not negative, and the
    negative ones are among -1 to -9, -77, -88, -97 to -99, -998 and -999, one at least from -7
    down: a scale from -5 to 5 passes.

    Raises
    ------
    DataError
        With the line that settles it, either way.
    """
    if column.dtype.kind not in "if":
        return
    if not (column < 0).any():
        return
    values = np.unique(column.dropna().to_numpy(dtype=np.float64))
    below, others = values[values < 0], values[values >= 0]
    if not below.size or not others.size or others.size > _FEW or (values % 1 != 0).any():
        return
    codes = [int(value) for value in below]
    if not set(codes) <= _POSSIBLE or not set(codes) & _CERTAIN:
        return
    raise DataError(
        Said("waves-holds-which-archives-write-where-there", name=name, codes=codes),
        where=where,
    )
