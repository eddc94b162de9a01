"""How alike the records of a file are, and what to blank until enough of them are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

IntArray = NDArray[np.intp]
BLANK = -1


def class_sizes(profile: IntArray) -> IntArray:
    """Count, for each record, the records that have the same profile, itself included.

    Parameters
    ----------
    profile : ndarray of int, shape (n, p)
        Codes of the p traits of each record; a blank (-1) is a value of its own.

    Returns
    -------
    ndarray of int, shape (n,)

    Examples
    --------
    >>> class_sizes(np.array([[0, 1], [0, 1], [2, 1]])).tolist()
    [2, 2, 1]
    """
    if not len(profile):
        return np.zeros(0, dtype=np.intp)
    _, place, count = np.unique(profile, axis=0, return_inverse=True, return_counts=True)
    return np.asarray(count[place.reshape(-1)], dtype=np.intp)


def blank_rare(profile: IntArray, least: int) -> IntArray:
    """Blank traits of rare records until each record is like at least `least` others or more.

    The last trait goes first, then the one before it, and only of records whose profile is still
    shared by fewer than `least`. Records left without any trait are joined by those of the rarest
    profiles, until there are enough of them.

    Parameters
    ----------
    profile : ndarray of int, shape (n, p)
        Codes of the traits, the one to keep longest first. It is not changed.
    least
        The smallest number of records of one profile.

    Returns
    -------
    ndarray of int, shape (n, p)
        With -1 for what was blanked.

    Raises
    ------
    ValueError
        There are fewer records than `least`.

    References
    ----------
    Samarati, P. (2001). Protecting respondents' identities in microdata release. IEEE Transactions
    on Knowledge and Data Engineering 13(6).

    Examples
    --------
    >>> blank_rare(np.array([[0, 0], [0, 0], [0, 1], [0, 2], [1, 2], [1, 2]]), 2).tolist()
    [[0, 0], [0, 0], [0, -1], [0, -1], [1, 2], [1, 2]]
    """
    if len(profile) < least:
        raise ValueError(f"{len(profile)} records cannot be alike by {least}")
    out = profile.copy()
    for trait in reversed(range(out.shape[1])):
        rare = class_sizes(out) < least
        if not rare.any():
            return out
        out[rare, trait] = BLANK
    while (sizes := class_sizes(out)).min() < least:
        bare = (out == BLANK).all(axis=1)
        rarest = out[~bare & (sizes == sizes[~bare].min())]
        out[(out == min(map(tuple, rarest))).all(axis=1)] = BLANK
    return out


def alike_in(profile: IntArray, answer: IntArray) -> NDArray[np.bool_]:
    """Say which records give away an answer: all those of their profile gave the same.

    Parameters
    ----------
    profile : ndarray of int, shape (n, p)
        Codes of the traits.
    answer : ndarray of int, shape (n,)
        Codes of the answer; negative: no answer, which gives nothing away.

    Returns
    -------
    ndarray of bool, shape (n,)

    References
    ----------
    Machanavajjhala, A. and others (2007). l-diversity: privacy beyond k-anonymity. ACM
    Transactions on Knowledge Discovery from Data 1(1).

    Examples
    --------
    >>> alike_in(np.array([[0], [0], [1], [1]]), np.array([3, 3, 1, 2])).tolist()
    [True, True, False, False]
    """
    if not len(profile):
        return np.zeros(0, dtype=bool)
    _, place = np.unique(profile, axis=0, return_inverse=True)
    place = place.reshape(-1)
    least = np.full(place.max() + 1, np.iinfo(np.int64).max)
    most = np.full(place.max() + 1, np.iinfo(np.int64).min)
    np.minimum.at(least, place, answer)
    np.maximum.at(most, place, answer)
    same = (least == most) & (most >= 0)
    return np.asarray(same[place], dtype=bool)
