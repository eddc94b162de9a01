"""Comparisons as they go out: disclosed, and adjusted by what goes out alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.disclosure import HIDING, disclose_differences
from padai.results import Differences
from padai.survey import Survey
from padai.trends.pairs import Key, keys_of
from padai.trends.shown_families import judged_as_shown

Marked = Callable[[pd.DataFrame, pd.DataFrame], pd.DataFrame]
Twice = Callable[[pd.DataFrame], NDArray[np.bool_]]
_JUDGED = ["p_adjusted", "p_equivalence", "verdict"]


def published_changes(
    changes: Sequence[Differences],
    shown: pd.DataFrame,
    survey: Survey,
    exact: pd.DataFrame | None = None,
    marked: Marked = lambda safe, _whole: safe,
    again: Twice = lambda frame: np.zeros(len(frame), dtype=bool),
) -> Iterator[tuple[pd.DataFrame, Differences]]:
    """Yield each of some comparisons of a part as it goes out, and what it was made of.

    Parameters
    ----------
    changes
        All that share families, so that what is withheld of one counts for the others.
    shown, exact
        As :func:`padai.disclosure.disclose_differences` takes them.
    marked
        What gives disclosed comparisons the marks that go out; it takes them and the whole ones.
    again
        What says which comparisons would tell what few people answered both times.
    """
    safe = [
        marked(
            disclose_differences(each.frame, shown, survey, exact, again(each.frame)), each.frame
        )
        for each in changes
    ]
    withheld = [withheld_of(each) for each in safe]
    for each, frame, hidden in zip(changes, safe, withheld, strict=True):
        compared = _compared(each)
        beside = zip(changes, withheld, strict=True)
        same = [keys for other, keys in beside if _compared(other) == compared]
        anew = judged_as_shown(each, set().union(*same))
        if anew is not each:
            published = np.array([key not in hidden for key in keys_of(frame)], dtype=bool)
            frame = frame.copy()
            for name in _JUDGED:
                frame.loc[published, name] = anew.frame[name].to_numpy()[published]
            # a comparison of a group of nobody or one has no p: counted by those that have one,
            # the family would be smaller by it
            frame["family_size"] = anew.frame["family_size"].to_numpy()
        yield frame, anew


def withheld_of(frame: pd.DataFrame) -> set[Key]:
    """Return the comparisons of a frame, as it goes out, that have a number and do not show it."""
    hidden = frame["flag"].isin(HIDING).to_numpy(bool)
    return set(keys_of(frame[hidden]))


def _compared(differences: Differences) -> tuple[str, str]:
    """Name what is compared with what; families are of one such pair."""
    frame = differences.frame
    if not len(frame):
        return "", ""
    return str(frame["wave"].iloc[0]), str(frame["reference"].iloc[0])
