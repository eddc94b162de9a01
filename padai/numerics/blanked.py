"""What tables tell of the records of a file whose traits were blanked, and what to blank besides.

The file gives the answers of those who are alike in what is left of their traits; tables give the
answers of every group of a trait. Those of a group whom the file leaves out are the difference, and
the two together are the sums of a table: that of the blanked records by all traits.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from padai.numerics.anonymity import BLANK, FloatArray, IntArray, blank_rare, class_sizes
from padai.numerics.threads import pinned

_MOST_PLACES = 20_000
"""Beyond, only profiles that somebody has are thought possible, which is narrower and safe."""
_CLOSE = 1e-6
"""How near to whole people the ends of a range are."""


class _Blanked(NamedTuple):
    """The records that lack a trait: whole profiles that they may have, and the sums that are told.

    Attributes
    ----------
    profiles
        Profiles that may be behind a blanked one, shape (c, p).
    of
        Which of them each unknown of the table is, shape (u,).
    sums
        What adds up to each told sum, shape (s, u).
    people
        Whom each of the sums counts, shape (s, n).
    """

    profiles: IntArray
    of: IntArray
    sums: NDArray[np.float64]
    people: NDArray[np.bool_]


def blank_told(profile: IntArray, answers: IntArray, least: int) -> IntArray:
    """Blank traits of rare records, and of others until tables do not tell how many are behind.

    Parameters
    ----------
    profile : ndarray of int, shape (n, p)
        Codes of the traits, the one to keep longest first. It is not changed.
    answers : ndarray of int, shape (n, q)
        Codes of the answers in the file, those of whoever gave none among them.
    least
        The smallest number of records of one profile.

    Returns
    -------
    ndarray of int, shape (n, p)
        As :func:`padai.numerics.anonymity.blank_rare`, with -1 for what was blanked. Of no profile
        of fewer than `least` records is it known that somebody has it, and fewer than `least` do,
        by what questions leave one by one; or nothing is left that could be blanked.

    Raises
    ------
    ValueError
        There are fewer records than `least`.

    Examples
    --------
    Five people are of the second group of the second trait. The file leaves four of the second
    group of the first without it, who are of no other; and so one of the first, beside four:

    >>> profile = np.repeat([[0, 0], [0, 1], [1, 0], [1, 1]], [4, 1, 4, 4], axis=0)
    >>> np.unique(blank_rare(profile, 4), axis=0, return_counts=True)[1].tolist()
    [5, 4, 4]
    >>> made = blank_told(profile, np.zeros((13, 0), dtype=int), 4)
    >>> np.unique(made, axis=0, return_counts=True)[1].tolist()
    [5, 8]
    """
    out = blank_rare(profile, least)
    few = profile[(profile != BLANK).all(axis=1) & (class_sizes(profile) < least)]
    every = np.unique(few, axis=0)
    named = every
    while len(named):
        named = _told_of(profile, out, answers, least, named)
        further = _next(out, named[0]) if len(named) else None
        if further is not None:
            rows, trait = further
            out[rows, trait] = BLANK
        elif len(named) or not len(_told_of(profile, out, answers, least, every)):
            break
        else:
            named = every
    return out


def _told_of(
    profile: IntArray, out: IntArray, answers: IntArray, least: int, named: IntArray
) -> IntArray:
    """Return which of some profiles of few are known to be somebody's, and of few."""
    blanked = np.unique(profile[(out == BLANK).any(axis=1)], axis=0)
    hidden: IntArray = named[(named[:, None] == blanked[None]).all(axis=2).any(axis=1)]
    if not len(hidden):
        return hidden
    made = _blanked(profile, out)
    own = (made.profiles[made.of][None] == hidden[:, None]).all(axis=2).astype(float)
    asked = [np.zeros(len(profile), dtype=np.intp), *answers.T]
    known = np.flatnonzero(_somebody(made, own, asked))
    still = [k for k in known if _at_most(made, own[k], asked, least) < least]
    return np.asarray(hidden[still])


@pinned
def _somebody(made: _Blanked, own: FloatArray, asked: list[IntArray]) -> NDArray[np.bool_]:
    """Whether a question leaves somebody of each profile, whose unknowns are a row of `own`.

    One way to make the sums clears all the profiles of which it has nobody.
    """
    known = np.zeros(len(own), dtype=bool)
    for codes in asked:
        for code in np.unique(codes):
            counted = made.people[:, codes == code].sum(axis=1).astype(float)
            waiting = ~known
            together = True
            while waiting.any():
                tried = waiting if together else np.arange(len(own)) == np.argmax(waiting)
                solution = _fewest(made.sums, counted, own[tried].sum(axis=0))
                there = np.ones(len(own), bool) if solution is None else own @ solution > _CLOSE
                known |= tried & there & (tried.sum() == 1)
                cleared = waiting & ~there
                together = together and bool(cleared.any())
                waiting &= there & ~known
    return known


@pinned
def _at_most(made: _Blanked, own: FloatArray, asked: list[IntArray], least: int) -> float:
    """Return the most people of a profile that the questions leave, or any number under `least`."""
    most = np.inf
    for codes in asked:
        ends = []
        for code in np.unique(codes):
            counted = made.people[:, codes == code].sum(axis=1).astype(float)
            solution = _fewest(made.sums, counted, -own)
            ends.append(0.0 if solution is None else float(np.floor(own @ solution + _CLOSE)))
        most = min(most, sum(ends))
        if most < least:
            break
    return float(most)


def _fewest(sums: FloatArray, told: FloatArray, wanted: FloatArray) -> FloatArray | None:
    """Return unknowns that make the told sums, with least of what is wanted; None without any."""
    from scipy.optimize import linprog

    live = ~(sums[told == 0] > 0).any(axis=0)  # of a sum of nobody, nobody is part
    values = np.zeros(len(live))
    if not wanted[live].any():
        return values
    kept = told > 0
    solved = linprog(wanted[live], A_eq=sums[np.ix_(kept, live)], b_eq=told[kept], method="highs")
    if not solved.success:
        return None
    values[live] = solved.x
    return values


def _blanked(profile: IntArray, out: IntArray) -> _Blanked:
    """Lay out the table of the blanked records, and the sums of it that file and tables tell."""
    blanked = (out == BLANK).any(axis=1)
    shown = np.unique(out[~blanked], axis=0)
    classes = np.unique(out[blanked], axis=0)
    groups = [np.unique(column) for column in profile.T]
    places = int(np.prod([len(g) for g in groups])) * len(classes)
    possible = (
        np.array(np.meshgrid(*groups, indexing="ij")).reshape(len(groups), -1).T
        if places <= _MOST_PLACES
        else np.unique(profile[blanked], axis=0)
    )
    hidden = possible[~(possible[:, None] == shown[None]).all(axis=2).any(axis=1)]
    fits = ((classes[:, None] == BLANK) | (classes[:, None] == hidden[None])).all(axis=2)
    of_class, of = np.nonzero(fits)
    rows, people = [], []
    for place, each in enumerate(classes):
        rows.append(of_class == place)
        people.append((out == each).all(axis=1))
    for trait, group in _groups(groups):
        rows.append((hidden[of, trait] == group) & (classes[of_class, trait] == BLANK))
        people.append((profile[:, trait] == group) & (out[:, trait] == BLANK))
    return _Blanked(hidden, of, np.array(rows, dtype=float), np.array(people))


def _groups(groups: list[IntArray]) -> Iterator[tuple[int, int]]:
    for trait, of in enumerate(groups):
        for group in of:
            yield trait, int(group)


def _next(out: IntArray, named: IntArray) -> tuple[NDArray[np.bool_], int] | None:
    """Return the records of which a trait is blanked next, and the trait.

    They are those of the smallest shown profile that shares most traits with the one named, which
    hides among them; of one that shares none, where no other is left.
    """
    for trait in reversed(range(out.shape[1])):
        shown = out[:, trait] != BLANK
        if not shown.any():
            continue
        kinds, people = np.unique(out[shown], axis=0, return_counts=True)
        alike = (kinds == named).sum(axis=1)
        best = np.lexsort((people, -alike))[0]
        return (out == kinds[best]).all(axis=1), trait
    return None
