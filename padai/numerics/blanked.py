"""What tables tell of the records of a file whose traits were blanked, and what to blank besides.

The file gives the answers of those who are alike in what is left of their traits, all answers of a
record together; tables give the answers of every group of a trait, question by question. Those of a
group whom the file leaves out are the difference, and all of them together are the sums of one
table: that of the blanked records, answer by answer, by all traits.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from padai.numerics.anonymity import BLANK, FloatArray, IntArray, blank_rare, class_sizes
from padai.numerics.threads import pinned

if TYPE_CHECKING:
    from scipy.sparse import csr_array

_MOST_PLACES = 20_000
"""Beyond, only profiles that somebody has are thought possible, which is narrower and safe."""
_MOST_TOLD = 120_000
"""Entries of a system of sums; beyond, a trait that is blanked in part goes whole, the last first:
so many answers say of nearly everybody what was blanked, and a programme would take minutes."""
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
        What adds up to each told sum, a sparse array of shape (s, u).
    totals
        What each of the sums is, shape (s,).
    """

    profiles: IntArray
    of: IntArray
    sums: csr_array
    totals: FloatArray


def blank_told(
    profile: IntArray, answers: IntArray, least: int, shown: IntArray | None = None
) -> IntArray:
    """Blank traits of rare records, and of others until tables do not tell how many are behind.

    Parameters
    ----------
    profile : ndarray of int, shape (n, p)
        Codes of the traits, the one to keep longest first. It is not changed.
    answers : ndarray of int, shape (n, q)
        Codes of the answers in the file, those of whoever gave none among them.
    least
        The smallest number of records of one profile.
    shown : ndarray of int, shape (n, p), optional
        The traits that a file can show, with -1 for those that it has no name for: people of no
        printed group are of one all the same, and tables tell of them by what is left.

    Returns
    -------
    ndarray of int, shape (n, p)
        As :func:`padai.numerics.anonymity.blank_rare`, with -1 for what was blanked. Of no profile
        of fewer than `least` records is it known that somebody has it, and fewer than `least` do,
        by what all questions leave together of people who may be parts of people; or nothing is
        left that could be blanked.

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
    out = blank_rare(profile if shown is None else shown, least)
    few = profile[(profile != BLANK).all(axis=1) & (class_sizes(profile) < least)]
    every = np.unique(few, axis=0)
    waiting = every
    while len(waiting):
        _leave_few_sums(profile, out, answers)
        waiting = _from_one_told(profile, out, answers, least, waiting)
        further = _next(out, waiting[0]) if len(waiting) else None
        if further is not None:
            rows, trait = further
            out[rows, trait] = BLANK
        elif len(waiting) or not len(_from_one_told(profile, out, answers, least, every)):
            break
        else:
            waiting = every
    return out


def _leave_few_sums(profile: IntArray, out: IntArray, answers: IntArray) -> None:
    """Blank whole the last traits that are blanked in part, until the system is no longer large."""
    for trait in reversed(range(out.shape[1])):
        lacking = out[:, trait] == BLANK
        if 0 < lacking.sum() < len(out) and _entries(profile, out, answers) > _MOST_TOLD:
            out[:, trait] = BLANK


def _entries(profile: IntArray, out: IntArray, answers: IntArray) -> int:
    """Return how often a record that lacks traits is counted, for each profile that it may have."""
    groups = np.array([len(np.unique(column)) for column in profile.T])
    lacking = out == BLANK
    fitting = np.where(lacking, groups, 1).prod(axis=1) * lacking.any(axis=1)
    return int((fitting * (1 + lacking.sum(axis=1) * (1 + answers.shape[1]))).sum())


def _from_one_told(
    profile: IntArray, out: IntArray, answers: IntArray, least: int, named: IntArray
) -> IntArray:
    """Return the first of some profiles that is told, and those after it that may be."""
    blanked = np.unique(profile[(out == BLANK).any(axis=1)], axis=0)
    hidden: IntArray = named[(named[:, None] == blanked[None]).all(axis=2).any(axis=1)]
    if not len(hidden):
        return hidden
    made = _blanked(profile, out, answers)
    own = (made.profiles[made.of][None] == hidden[:, None]).all(axis=2).astype(float)
    return np.asarray(hidden[_waiting(made, own, least)])


def _waiting(made: _Blanked, own: FloatArray, least: int) -> NDArray[np.bool_]:
    """Return which profiles, whose unknowns are a row of `own`, are not cleared when one is told.

    One way to make the sums clears all the profiles of which it has nobody, or enough.
    """
    waiting = np.ones(len(own), dtype=bool)
    while waiting.any():
        cleared = waiting & _open(made, own, own[waiting].sum(axis=0), least)
        if not cleared.any():
            break
        waiting &= ~cleared
    for place in range(len(own)):
        for wanted in (own[place], -own[place]):
            if waiting[place]:
                waiting &= ~_open(made, own, wanted, least)
        if waiting[place]:
            break
    return waiting


@pinned
def _open(made: _Blanked, own: FloatArray, wanted: FloatArray, least: int) -> NDArray[np.bool_]:
    """Return of which profiles a table with least of what is wanted has nobody, or enough."""
    solution = _fewest(made, wanted)
    if solution is None:
        return np.zeros(len(own), dtype=bool)
    people = own @ solution
    return np.asarray((people < _CLOSE) | (people > least - _CLOSE))


def _fewest(made: _Blanked, wanted: FloatArray) -> FloatArray | None:
    """Return unknowns that make the told sums, with least of what is wanted; None without any."""
    from scipy.optimize import linprog

    solved = linprog(wanted, A_eq=made.sums, b_eq=made.totals, method="highs")
    return solved.x if solved.success else None


def _blanked(profile: IntArray, out: IntArray, answers: IntArray) -> _Blanked:
    """Lay out the table of the blanked records, and the sums of it that file and tables tell."""
    from scipy.sparse import csr_array

    traits, blanked = profile.shape[1], (out == BLANK).any(axis=1)
    records = np.hstack([out, answers])[blanked]
    alike, count = np.unique(records, axis=0, return_counts=True)
    hidden = _possible(profile, out, len(np.unique(out[blanked], axis=0)))
    shown = alike[:, None, :traits]
    record, of = np.nonzero(((shown == BLANK) | (shown == hidden[None])).all(axis=2))
    counted, totals = [record == place for place in range(len(alike))], list(count)
    asked = [np.zeros(len(profile), dtype=np.intp), *answers.T]
    given = [np.zeros(len(alike), dtype=np.intp), *alike[:, traits:].T]
    for trait, group in _groups([np.unique(column) for column in profile.T]):
        behind = (hidden[of, trait] == group) & (alike[record, trait] == BLANK)
        people = (profile[:, trait] == group) & (out[:, trait] == BLANK)
        for codes, own in zip(asked, given, strict=True):
            for code in np.unique(own):
                counted.append(behind & (own[record] == code))
                totals.append((people & (codes == code)).sum())
    return _Blanked(hidden, *_live(of, csr_array(np.array(counted)), np.array(totals, dtype=float)))


def _live(
    of: IntArray, sums: csr_array, told: FloatArray
) -> tuple[IntArray, csr_array, FloatArray]:
    """Leave out what is nobody: of a sum of nobody, nobody is part."""
    live = sums[told == 0].sum(axis=0) == 0
    kept = np.flatnonzero(told > 0)
    return of[live], sums[kept][:, np.flatnonzero(live)].astype(np.float64), told[kept]


def _possible(profile: IntArray, out: IntArray, classes: int) -> IntArray:
    """Return the profiles that no record of the file shows whole, and somebody may have."""
    groups = [np.unique(column) for column in profile.T]
    blanked = (out == BLANK).any(axis=1)
    shown = np.unique(out[~blanked], axis=0)
    possible = (
        np.array(np.meshgrid(*groups, indexing="ij")).reshape(len(groups), -1).T
        if int(np.prod([len(g) for g in groups])) * classes <= _MOST_PLACES
        else np.unique(profile[blanked], axis=0)
    )
    hidden: IntArray = possible[~(possible[:, None] == shown[None]).all(axis=2).any(axis=1)]
    return hidden


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
