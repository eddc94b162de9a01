"""Columns of texts of many rows, of which few are different: each worked out once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Places = NDArray[np.intp]


def texts_of(column: Iterable[Any]) -> NDArray[np.object_]:
    """Return a column as an array of objects, which is walked through faster than a series."""
    if isinstance(column, pd.Series):
        return column.to_numpy(object)
    return column if isinstance(column, np.ndarray) else np.array(list(column), dtype=object)


def numbered(*columns: Iterable[Any]) -> tuple[list[tuple[Any, ...]], Places]:
    """Return the different rows of columns in the order in which they appear, and that of each.

    Examples
    --------
    >>> rows, number = numbered(["a", "b", "a"], ["x", "x", "x"])
    >>> rows, number.tolist()
    ([('a', 'x'), ('b', 'x')], [0, 1, 0])
    """
    texts = [texts_of(column) for column in columns]
    number = np.zeros(len(texts[0]), dtype=np.intp)
    for each in texts:
        own, values = pd.factorize(each, use_na_sentinel=False)
        number = pd.factorize(number * len(values) + own)[0].astype(np.intp)
    first = np.zeros(int(number.max(initial=-1)) + 1, dtype=np.intp)
    first[number[::-1]] = np.arange(len(number))[::-1]
    return list(zip(*(each[first] for each in texts), strict=True)), number


def each_once(rule: Callable[..., Any], *columns: Iterable[Any]) -> NDArray[Any]:
    """Return what a rule makes of each row, an array of objects; each different row once.

    Examples
    --------
    >>> each_once(lambda one, other: one + other, ["a", "b", "a"], ["x", "x", "x"]).tolist()
    ['ax', 'bx', 'ax']
    """
    rows, number = numbered(*columns)
    made = np.empty(len(rows), dtype=object)
    for place, row in enumerate(rows):
        made[place] = rule(*row)
    return made[number]
