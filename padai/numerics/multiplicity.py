"""Adjustment of p-values for the number of comparisons made."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]


def holm(p: ArrayLike) -> FloatArray:
    """Adjust p-values so that the chance of any false rejection is kept (Holm).

    Parameters
    ----------
    p : array_like, shape (m,)
        P-values, 0 to 1. A missing one (NaN) is no comparison: it stays missing and is not counted.

    Returns
    -------
    ndarray, shape (m,)
        Adjusted p-values, in the order given.

    Raises
    ------
    ValueError
        A p-value lies outside 0 to 1.

    References
    ----------
    Holm (1979), *Scandinavian Journal of Statistics* 6, 65-70. R: ``p.adjust(p, "holm")``.

    Examples
    --------
    >>> holm([0.01, 0.04, 0.03]).round(10).tolist()
    [0.03, 0.06, 0.06]
    """

    def step_down(ordered: FloatArray) -> FloatArray:
        m = ordered.size
        return np.maximum.accumulate(ordered * np.arange(m, 0, -1))

    return _adjusted(p, step_down)


def bh(p: ArrayLike) -> FloatArray:
    """Adjust p-values so that the expected share of false rejections is kept (Benjamini-Hochberg).

    Parameters
    ----------
    p : array_like, shape (m,)
        P-values, 0 to 1. A missing one (NaN) is no comparison: it stays missing and is not counted.

    Returns
    -------
    ndarray, shape (m,)
        Adjusted p-values, in the order given.

    Raises
    ------
    ValueError
        A p-value lies outside 0 to 1.

    References
    ----------
    Benjamini and Hochberg (1995), *JRSS B* 57, 289-300. R: ``p.adjust(p, "BH")``.

    Examples
    --------
    >>> bh([0.01, 0.04, 0.03]).round(10).tolist()
    [0.03, 0.04, 0.04]
    """

    def step_up(ordered: FloatArray) -> FloatArray:
        m = ordered.size
        scaled = ordered * (m / np.arange(1, m + 1))
        return np.minimum.accumulate(scaled[::-1])[::-1]

    return _adjusted(p, step_up)


def selected(p_adjusted: ArrayLike, family: ArrayLike, level: float = 0.05) -> NDArray[np.bool_]:
    """Say which findings may be picked among many families that were each adjusted alone.

    Each family is judged by its smallest adjusted p-value (Holm's is valid for the family's global
    null); Benjamini-Hochberg at `level` over the m families selects R of them; within these, a
    finding stands where its adjusted p is under ``level R / m``. The expected share of false
    findings, averaged over the selected families, is then at most `level`.

    Parameters
    ----------
    p_adjusted : array_like, shape (k,)
        P-values adjusted within their family; a missing one (NaN) is no finding.
    family : array_like, shape (k,)
        The family of each; a family without any p-value is not counted.
    level : float

    Returns
    -------
    ndarray of bool, shape (k,)

    References
    ----------
    Benjamini and Bogomolov (2014), *JRSS B* 76, 297-318.

    Examples
    --------
    >>> selected([0.001, 0.04, 0.2, 0.9], ["a", "a", "b", "c"]).tolist()
    [True, False, False, False]
    """
    p, names = np.asarray(p_adjusted, dtype=float), np.asarray(family, dtype=object)
    known = ~np.isnan(p)
    families = list(dict.fromkeys(names[known].tolist()))
    if not families:
        return np.zeros(p.shape, dtype=bool)
    smallest = np.array([p[known & (names == name)].min() for name in families])
    chosen = bh(smallest) <= level
    kept = {name for name, taken in zip(families, chosen, strict=True) if taken}
    inside = np.array([name in kept for name in names.tolist()], dtype=bool)
    found: NDArray[np.bool_] = inside & known & (p <= level * len(kept) / len(families))
    return found


def _adjusted(p: ArrayLike, rule: Callable[[FloatArray], FloatArray]) -> FloatArray:
    values = np.asarray(p, dtype=float)
    known = np.flatnonzero(~np.isnan(values))
    found = values[known]
    if ((found < 0) | (found > 1)).any():
        raise ValueError("a p-value lies outside 0 to 1")
    order = np.argsort(found, kind="stable")
    out = np.full(values.shape, np.nan)
    out[known[order]] = np.minimum(rule(found[order]), 1.0)
    return out
