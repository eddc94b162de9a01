"""Rows of two files that say the same throughout: how many, and how many chance would make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

LEAST_ROWS = 10
LEAST_ANSWERS = 12
TIMES_CHANCE = 3.0
UNSEEN = 3.0
"""Pairs that a rate of none in so many tried may hide, at 95 percent (the rule of three)."""

_STEP = np.uint64(0x9E3779B97F4A7C15)
Hashed = tuple[NDArray[np.uint64], NDArray[np.bool_]]
"""A hash of each row, and which rows have answers enough to be told by."""


def alike(now: Hashed, then: Hashed) -> tuple[NDArray[np.bool_], int]:
    """Return the rows that agree with one of an earlier wave, and how many have to for a doubt.

    Parameters
    ----------
    now, then
        As :func:`row_keys` returns them.
    """
    (keys, full), (before, known) = now, then
    rate = min(_agreement(keys[full]), _agreement(before[known]))
    chance = int(np.ceil(LEAST_ROWS + TIMES_CHANCE * rate * full.sum() * known.sum()))
    return full & np.isin(keys, before[known]), chance


def row_keys(frame: Any, columns: Sequence[str], known: dict[str, Hashed]) -> Hashed:
    """Return a hash of each row's answers, and which rows have answers enough to be told by.

    Parameters
    ----------
    known
        The columns that were hashed before; those hashed here are added.
    """
    keys = np.zeros(len(frame), dtype=np.uint64)
    answers = np.zeros(len(frame), dtype=np.intp)
    for column in columns:
        if column not in known:
            known[column] = _hashed(frame[column])
        hashes, there = known[column]
        keys = keys * _STEP + hashes
        answers += there
    return keys, answers >= LEAST_ANSWERS


def _hashed(column: Any) -> Hashed:
    """Return a hash of each cell in one spelling, whatever the file calls it; and where one is."""
    import pandas as pd

    if isinstance(column.dtype, np.dtype) and column.dtype.kind in "iuf":
        values = column.to_numpy(np.float64)
        return pd.util.hash_array(values), ~np.isnan(values)
    hashes = pd.util.hash_pandas_object(_written(column), index=False)
    return np.asarray(hashes, dtype=np.uint64), column.notna().to_numpy()


def _written(column: Any) -> Any:
    import pandas as pd

    if pd.api.types.is_numeric_dtype(column):
        return column.astype("float64")
    numbers = pd.to_numeric(column, errors="coerce")
    if numbers.notna().sum() == column.notna().sum():
        return numbers.astype("float64")
    return column.astype("str")


def _agreement(keys: NDArray[np.uint64]) -> float:
    """Return the share of pairs of one wave's rows that agree, at most that the rows leave open."""
    _, counts = np.unique(keys, return_counts=True)
    pairs = len(keys) * (len(keys) - 1) / 2
    alike = float((counts * (counts - 1) / 2).sum())
    return (alike + UNSEEN) / max(pairs, 1.0)
