"""Whether two codings of the same people are one question, and how many they tell differently."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

IntArray = NDArray[np.intp]


def apart_from_match(one: IntArray, other: IntArray) -> tuple[int, float]:
    """Return how many people lie outside the best match of codes, and Cohen's kappa of the others.

    Each code of the one is matched with one code of the other at most, so that most people agree:
    an assignment problem (H. W. Kuhn, "The Hungarian method", Naval Research Logistics Quarterly,
    2, 1955). Kappa is J. Cohen's, "A coefficient of agreement for nominal scales", Educational and
    Psychological Measurement, 20, 1960: two rare answers agree by chance.

    Parameters
    ----------
    one, other : ndarray of int, shape (n,)
        The code of each person in either coding, from 0.

    Returns
    -------
    (int, float)
        Zero people and a kappa of one where both are the same but for their codes; a kappa of
        zero where either has one code alone.

    Examples
    --------
    >>> apart_from_match(np.array([0, 0, 1, 1, 1, 0]), np.array([1, 1, 0, 0, 0, 0]))
    (1, 0.6666666666666666)
    """
    from scipy.optimize import linear_sum_assignment

    table = np.zeros((int(one.max()) + 1, int(other.max()) + 1))
    np.add.at(table, (one, other), 1)
    first, second = linear_sum_assignment(-table)
    n = float(len(one))
    agreed = table[first, second].sum()
    by_chance = float((table.sum(axis=1)[first] * table.sum(axis=0)[second]).sum()) / n
    kappa = 0.0 if by_chance == n else (agreed - by_chance) / (n - by_chance)
    return int(n - agreed), float(kappa)
