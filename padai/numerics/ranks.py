"""Rank tests under a complex design."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

#: The scores of `rank_scores`, by R's names.
SCORES = ("wilcoxon", "vanderWaerden", "median", "KruskalWallis")


def population_ranks(x: FloatArray, w: FloatArray, *, ties: str = "rows") -> FloatArray:
    """Estimated ranks in the population.

    Parameters
    ----------
    x, w : ndarray, shape (n,)
        Values and weights.
    ties : {"rows", "middle"}
        Equal values share the plain mean of their running middles, taken in row order as R takes
        them (``rows``), or the middle of the weight that they hold together (``middle``), which no
        order of the rows changes. The two agree where equal values have equal weights.

    Returns
    -------
    ndarray, shape (n,)
        Ranks, from 0 to the sum of the weights.

    References
    ----------
    Lumley and Scott (2013), *Biometrika* 100, 831-842. R: ``survey::svyranktest``.

    Examples
    --------
    >>> import numpy as np
    >>> population_ranks(np.array([3.0, 1.0, 3.0]), np.array([1.0, 2.0, 1.0])).tolist()
    [3.0, 1.0, 3.0]
    """
    order = np.argsort(x, kind="stable")
    running = np.cumsum(w[order])
    starts = np.flatnonzero(np.diff(x[order], prepend=np.nan) != 0)
    sizes = np.diff(np.append(starts, x.size))
    if ties == "middle":
        held = np.add.reduceat(w[order], starts)
        shared = running[starts + sizes - 1] - held / 2
    else:
        shared = np.add.reduceat(running - w[order] / 2, starts) / sizes
    out = np.empty(x.size)
    out[order] = np.repeat(shared, sizes)
    return out


def rank_scores(
    ranks: FloatArray, total: float, scores: str | Callable[..., FloatArray]
) -> FloatArray:
    """Scores of ranks: of the population share, its normal quantile, or above the median.

    Parameters
    ----------
    ranks : ndarray, shape (n,)
        As from `population_ranks`.
    total : float
        Sum of the weights.
    scores : str or callable
        One of `SCORES`, or a function of (ranks, total).

    Returns
    -------
    ndarray, shape (n,)
    """
    from scipy import special

    if callable(scores):
        return np.asarray(scores(ranks, total), dtype=float)
    if scores in ("wilcoxon", "KruskalWallis"):
        return ranks / total
    if scores == "vanderWaerden":
        return np.asarray(special.ndtri(ranks / total), dtype=float)
    if scores == "median":
        return (ranks > total / 2).astype(float)
    raise ValueError(f"unknown rank scores {scores!r}; they are {', '.join(SCORES)}")
