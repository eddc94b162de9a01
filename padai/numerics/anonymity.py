"""How alike the records of a file are, and what to blank until enough of them are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
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
    profiles, until there are enough of them. Of a group that is printed whole elsewhere, none or at
    least `least` are left out: the trait of further profiles of it is blanked until then.

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
    [[0, 0], [0, 0], [0, -1], [0, -1], [1, -1], [1, -1]]
    """
    if len(profile) < least:
        raise ValueError(f"{len(profile)} records cannot be alike by {least}")
    out = profile.copy()
    for trait in reversed(range(out.shape[1])):
        rare = class_sizes(out) < least
        if not rare.any():
            break
        out[rare, trait] = BLANK
    while (sizes := class_sizes(out)).min() < least:
        bare = (out == BLANK).all(axis=1)
        rarest = out[~bare & (sizes == sizes[~bare].min())]
        out[(out == min(map(tuple, rarest))).all(axis=1)] = BLANK
    for trait in reversed(range(out.shape[1])):
        for group in np.unique(profile[:, trait]):
            _leave_enough_out(out, trait, profile[:, trait] == group, least)
    return out


def _leave_enough_out(out: IntArray, trait: int, members: NDArray[np.bool_], least: int) -> None:
    """Blank a trait of further profiles until the members who lack it are none, or enough.

    A table gives the group whole: less the file, it tells of those whom the file leaves out of it.
    """
    while 0 < (members & (out[:, trait] == BLANK)).sum() < least:
        held = out[members & (out[:, trait] != BLANK)]
        if not len(held):
            return
        kinds, count = np.unique(held, axis=0, return_counts=True)
        rarest = kinds[np.argmin(count)]
        out[(out == rarest).all(axis=1), trait] = BLANK


def microaggregated(values: FloatArray, profile: IntArray, least: int) -> FloatArray:
    """Replace values by the means of groups of `least` records or more that are alike.

    Within each profile, records are sorted by value and cut into as many groups of nearly equal
    size as there is room for; each record takes the mean of its group. Totals by profile, and so
    every total by a trait of the profile, stay what they are.

    Parameters
    ----------
    values : ndarray of float, shape (n,)
    profile : ndarray of int, shape (n, p)
        Codes of the traits of each record; a blank (-1) is a value of its own.
    least
        The smallest number of records of one group.

    Returns
    -------
    ndarray of float, shape (n,)

    Raises
    ------
    ValueError
        A profile is shared by fewer than `least` records.

    References
    ----------
    Domingo-Ferrer, J. and Mateo-Sanz, J. M. (2002). Practical data-oriented microaggregation for
    statistical disclosure control. IEEE Transactions on Knowledge and Data Engineering 14(1).

    Examples
    --------
    >>> alike = np.zeros((5, 1), dtype=int)
    >>> microaggregated(np.array([1.0, 9.0, 3.0, 8.0, 2.0]), alike, 2).tolist()
    [2.0, 8.5, 2.0, 8.5, 2.0]
    """
    out = np.empty(len(values))
    _, place = np.unique(profile, axis=0, return_inverse=True)
    for members in _members(place.reshape(-1)):
        if len(members) < least:
            raise ValueError(f"a profile has {len(members)} records, fewer than {least}")
        order = members[np.argsort(values[members], kind="stable")]
        for group in np.array_split(order, len(order) // least):
            out[group] = values[group].mean()
    return out


def _members(place: IntArray) -> list[IntArray]:
    order = np.argsort(place, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(place[order])) + 1)
