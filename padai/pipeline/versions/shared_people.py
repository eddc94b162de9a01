"""Which respondents two waves share, whichever surveys they are of.

Two files with one content hold the same people. Where the files differ, respondents are known again
by their ids, as long as what both files say of them agrees (running numbers return among
strangers); else by their answers in all columns of one name, where these tell nearly everybody
apart. Where ids and columns both differ, nothing can be known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.waves import Wave
from padai.waves.reading import column_sources

IntArray = NDArray[np.intp]
_FEWEST_COLUMNS = 4
"""How many columns of one name tell people apart, ids and weights aside."""
_TOLD_APART = 0.9
_AGREE = 0.9
_BY_CHANCE = 0.75


def shared_people(one: Wave, other: Wave, *, same_file: bool) -> IntArray | None:
    """Return the row of `other` that each respondent of `one` is; -1: of none.

    Parameters
    ----------
    same_file
        Whether both were read from files of one content.

    Returns
    -------
    ndarray of int, shape (n,), or None
        None where nothing says that they share anybody.
    """
    first, second = _as_in_file(one), _as_in_file(other)
    ids = _ids(one), _ids(other)
    apart = {wave.design.id for wave in (one, other)} | {
        wave.design.weight for wave in (one, other)
    }
    common = [c for c in first.columns if c in second.columns and c not in apart]
    mine, theirs = _texts(first[common]), _texts(second[common])
    if ids[0] is not None and ids[1] is not None:
        by_number = _rows_of(ids[0], ids[1])
        if same_file and one.design.id == other.design.id:
            return by_number
        if _agree(mine, theirs, by_number, ids[0]):
            return by_number
    return _by_answers(mine, theirs, same_file)


def same_records(one: Wave, other: Wave, rows: IntArray) -> bool:
    """Whether the people whom two waves share said the same in both: their records are the same.

    Parameters
    ----------
    rows
        As :func:`shared_people` returned them.

    Notes
    -----
    A column that hardly varies tells nothing, and traits stay as they are when people are asked
    again: nearly all who are shared must be alike in every column at once.
    """
    return bool(said_the_same(one, other, rows).mean() >= _AGREE)


def said_the_same(
    one: Wave, other: Wave, rows: IntArray, *, among: Collection[str] | None = None
) -> NDArray[np.bool_]:
    """Return which of those whom two waves share are alike in every column, weights aside.

    Parameters
    ----------
    rows
        As :func:`shared_people` returned them.
    among
        The columns that are compared, as they are called in the file; all of one name without it.

    Returns
    -------
    ndarray of bool, shape (k,)
        One for each row that is not -1.
    """
    first, second = _as_in_file(one), _as_in_file(other)
    apart = {wave.design.weight for wave in (one, other)}
    common = [c for c in first.columns if c in second.columns and c not in apart]
    common = [c for c in common if among is None or c in among]
    held = np.flatnonzero(rows >= 0)
    mine = _texts(first[common].iloc[held])
    theirs = _texts(second[common].iloc[rows[held]])
    return (mine == theirs).all(axis=1).to_numpy(bool)


def codes_of_columns(wave: Wave, columns: Iterable[str]) -> dict[str, IntArray]:
    """Return columns of a file as codes from 0, a blank as one of them."""
    texts = _as_in_file(wave)
    held = [name for name in columns if name in texts.columns]
    values = _texts(texts[held])
    return {name: np.unique(values[name].to_numpy(str), return_inverse=True)[1] for name in held}


def _as_in_file(wave: Wave) -> pd.DataFrame:
    """Return a wave's columns under the names that they have in its file."""
    assert wave.survey is not None
    sources = column_sources(wave.survey, wave.id, wave.part)
    turned = wave.frame.rename(columns=sources)
    return turned.loc[:, ~turned.columns.duplicated()]


def _ids(wave: Wave) -> list[str] | None:
    return None if wave.design.id is None else [*wave.column(wave.design.id).astype(str)]


def _texts(frame: pd.DataFrame) -> pd.DataFrame:
    """Return values as texts that do not depend on how a file holds them."""
    texts = {
        name: frame[name]
        .astype(object)
        .where(frame[name].notna(), "")
        .astype(str)
        .str.removesuffix(".0")
        .to_numpy(object)
        for name in frame.columns
    }
    return pd.DataFrame(texts, index=range(len(frame)))


def _rows_of(names: Sequence[object], others: Sequence[object]) -> IntArray:
    """Return where each name stands among others; -1 where it does not, or more than once."""
    place: dict[object, int] = {}
    for row, name in enumerate(others):
        place[name] = -1 if name in place else row
    seen: dict[object, int] = {}
    for name in names:
        seen[name] = seen.get(name, 0) + 1
    return np.array([place.get(n, -1) if seen[n] == 1 else -1 for n in names], dtype=np.intp)


def _agree(mine: pd.DataFrame, theirs: pd.DataFrame, rows: IntArray, ids: Sequence[str]) -> bool:
    """Whether people of one id are alike in some column in which strangers are not."""
    held = np.flatnonzero(rows >= 0)
    if not len(held):
        return False
    compared = False
    for name in mine.columns:
        one = mine[name].to_numpy(object)[held]
        two = theirs[name].to_numpy(object)[rows[held]]
        known = (one != "") & (two != "")
        if not known.any() or (np.roll(two, len(two) // 2) == one)[known].mean() > _BY_CHANCE:
            continue
        compared = True
        if (one == two)[known].mean() >= _AGREE:
            return True
    # with nothing to compare, ids that are more than running numbers speak for themselves
    return not compared and not all(name.isdecimal() for name in ids)


def _by_answers(mine: pd.DataFrame, theirs: pd.DataFrame, same_file: bool) -> IntArray | None:
    if len(mine.columns) < _FEWEST_COLUMNS and not same_file:
        return None
    one = [*mine.itertuples(index=False, name=None)]
    two = [*theirs.itertuples(index=False, name=None)]
    if same_file:  # people of one answer throughout are as good as each other
        one, two = _numbered(one), _numbered(two)
    elif len(set(one)) < _TOLD_APART * len(one) or len(set(two)) < _TOLD_APART * len(two):
        return None
    by_answers = _rows_of(one, two)
    few = 1 if same_file else 0.5 * min(len(one), len(two))
    return by_answers if (by_answers >= 0).sum() >= few else None


def _numbered(rows: Sequence[tuple[object, ...]]) -> list[tuple[object, ...]]:
    seen: dict[tuple[object, ...], int] = {}
    out: list[tuple[object, ...]] = []
    for row in rows:
        seen[row] = seen.get(row, 0) + 1
        out.append((*row, seen[row]))
    return out
