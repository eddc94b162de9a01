"""Random numbers that repeat: one stream for each purpose, from uniform numbers alone.

Everything is made from the uniform doubles of PCG64, whose stream NumPy keeps stable, so that a
seed gives the same waves under any version; and each purpose has a stream of its own, so that one
more question leaves the answers to the others as they were.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def uniforms(seed: int, purpose: str, n: int, columns: int = 1) -> NDArray[np.float64]:
    """Return uniform numbers on (0, 1), shape (n, columns), or (n,) for one column."""
    digest = hashlib.sha256(f"{seed}|{purpose}".encode()).digest()
    generator = np.random.Generator(np.random.PCG64(int.from_bytes(digest[:16], "little")))
    drawn = np.clip(generator.random((n, columns)), 1e-15, 1.0 - 1e-15)
    return drawn[:, 0] if columns == 1 else drawn


def normals(seed: int, purpose: str, n: int, columns: int = 1) -> NDArray[np.float64]:
    """Return standard normal numbers, shape (n, columns), or (n,) for one column."""
    from scipy.special import ndtri

    drawn: NDArray[np.float64] = ndtri(uniforms(seed, purpose, n, columns))
    return drawn


def largest_remainder(shares: NDArray[np.float64], n: int) -> NDArray[np.int64]:
    """Split `n` in whole numbers proportional to `shares`, shape (k,).

    Examples
    --------
    >>> largest_remainder(np.array([0.5, 0.25, 0.25]), 10).tolist()
    [5, 3, 2]
    """
    exact = shares / shares.sum() * n
    counts: NDArray[np.int64] = np.floor(exact).astype(np.int64)
    left = n - int(counts.sum())
    counts[np.argsort(-(exact - counts), kind="stable")[:left]] += 1
    return counts


def allotted(shares: NDArray[np.float64], u: NDArray[np.float64]) -> NDArray[np.int64]:
    """Give each of n people a cell, in exact proportion, in an order decided by `u`.

    Parameters
    ----------
    shares
        Shape (k,), any total.
    u
        Uniform numbers, shape (n,).

    Returns
    -------
    Cell of each person, shape (n,).
    """
    cells = np.repeat(np.arange(len(shares)), largest_remainder(shares, len(u)))
    placed = np.empty(len(u), dtype=np.int64)
    placed[np.argsort(u, kind="stable")] = cells
    return placed


def chosen(probabilities: NDArray[np.float64], u: NDArray[np.float64]) -> NDArray[np.int64]:
    """Draw one of k cells for each person, from probabilities of shape (n, k) or (k,)."""
    cumulative = np.cumsum(np.atleast_2d(probabilities), axis=1)
    cumulative = cumulative / cumulative[:, -1:]
    cells: NDArray[np.int64] = (u[:, None] > cumulative[:, :-1]).sum(axis=1)
    return cells
