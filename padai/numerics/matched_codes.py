"""Whether two codings of the same people are one question, and how many they tell differently."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

IntArray = NDArray[np.intp]
BoolArray = NDArray[np.bool_]


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


def codes_left_out(codes: IntArray, out: BoolArray, *, share: float) -> IntArray:
    """Return the codes whose people, and nearly they alone, were left out of something.

    Parameters
    ----------
    codes : ndarray of int, shape (n,)
        The code of each person, from 0; -1: of none.
    out : ndarray of bool, shape (n,)
        Who was left out.
    share
        What share of the people of these codes must be left out at least, and what share of those
        left out must have them: 1 for all of both.

    Returns
    -------
    ndarray of int, shape (k,)
        The codes, ascending; none where no set of them comes as near.

    Examples
    --------
    >>> codes = np.array([0, 0, 1, 1, 2, 2])
    >>> codes_left_out(codes, np.array([True, True, False, False, False, False]), share=1)
    array([0])
    >>> codes_left_out(codes, np.array([True, False, True, False, False, False]), share=1)
    array([], dtype=int64)
    """
    known = codes >= 0
    people = np.bincount(codes[known])
    absent = np.bincount(codes[known & out], minlength=len(people))
    mostly = np.flatnonzero(2 * absent > people)
    left = int(absent[mostly].sum())
    near = left >= share * people[mostly].sum() and left >= share * out.sum()
    return mostly if left and near else mostly[:0]
