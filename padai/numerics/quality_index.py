"""An index of the quality of answers, and which answers are the worst."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from padai.numerics.designs import BoolArray, FloatArray


def haste(minutes: FloatArray, groups: NDArray[np.intp]) -> FloatArray:
    """Return how much faster than the median of its group each interview was, from 0 to 1.

    Parameters
    ----------
    minutes : ndarray, shape (n,)
        NaN where it is not known.
    groups : ndarray of int, shape (n,)
        Interviews of one mode are compared with each other.

    Returns
    -------
    ndarray, shape (n,)
        ``1 - minutes / median``, 0 from the median on; NaN where it is not known.

    Examples
    --------
    >>> haste(np.array([5.0, 10.0, 20.0]), np.zeros(3, int)).tolist()
    [0.5, 0.0, 0.0]
    """
    out: FloatArray = np.full(len(minutes), np.nan)
    for group in np.unique(groups):
        own = (groups == group) & np.isfinite(minutes)
        if own.any():
            median = np.median(minutes[own])
            out[own] = np.maximum(0.0, 1 - minutes[own] / median) if median > 0 else 0.0
    return out


def quality_index(signals: FloatArray) -> FloatArray:
    """Return the mean of the signals that are known of each person; 0 where none is.

    Parameters
    ----------
    signals : ndarray, shape (n, k)
        Each from 0 (nothing seen) to 1; NaN where it cannot be read.

    Examples
    --------
    >>> quality_index(np.array([[1.0, 0.0], [0.5, np.nan], [np.nan, np.nan]])).tolist()
    [0.5, 0.5, 0.0]
    """
    known = np.isfinite(signals)
    total = np.where(known, signals, 0.0).sum(axis=1)
    return np.asarray(total / np.maximum(known.sum(axis=1), 1))


def worst(index: FloatArray, share: float) -> BoolArray:
    """Return who has the highest index: at most a share of all, and never some of those alike.

    People with the index at the cut stay, all of them, where they would be too many; an index of 0
    is never among the worst.

    Parameters
    ----------
    index : ndarray, shape (n,)
    share : float

    Examples
    --------
    >>> worst(np.array([0.9, 0.5, 0.5, 0.1, 0.0]), 0.4).tolist()
    [True, False, False, False, False]
    """
    most = int(np.floor(share * len(index) + 1e-9))
    values, counts = np.unique(index, return_counts=True)
    above = np.cumsum(counts[::-1])[::-1]
    fits = values[(above <= most) & (values > 0)]
    return np.asarray(index >= fits[0]) if len(fits) else np.zeros(len(index), dtype=bool)
