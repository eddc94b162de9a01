"""Bare codes that stand in the same rows of several questions: those who were not asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from padai.interchange.draft import DraftMissing, DraftQuestion, Value
from padai.interchange.remarks import SAME_ROWS

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

FEWEST_ROWS = 20
FEWEST_ALIKE = {True: 1, False: 2}
"""Questions that an earlier answer parts alike: one of a code below zero, two of a zero."""
MOST_ANSWERS = 12


def in_the_same_rows(
    questions: Sequence[DraftQuestion], frame: pd.DataFrame
) -> list[DraftQuestion]:
    """Take the lowest bare code of a question for no answer, where an earlier answer parts rows.

    Of 1 to 5 and a 0, or of 0, 1 and -6, that is the 0 and the -6, where it stands in all rows that
    gave one answer to an earlier question, and in no other. A zero beside 1 alone says no, and one
    of a single question may be derived from the earlier one.
    """
    lowest = {at: value for at, q in enumerate(questions) if (value := _lowest(q)) is not None}
    rows = {at: (frame[_column(questions[at])] == v).to_numpy() for at, v in lowest.items()}
    alike: dict[bytes, list[int]] = {}
    for at, mask in rows.items():
        if FEWEST_ROWS <= mask.sum() <= len(mask) - FEWEST_ROWS:
            alike.setdefault(mask.tobytes(), []).append(at)
    gone = {
        at
        for places in alike.values()
        for at in places
        if len(places) >= FEWEST_ALIKE[_below(lowest[at])]
        and any(_parts(frame[c], rows[at]) for c in _earlier(questions[: places[0]]))
    }
    return [_without(q, lowest[at]) if at in gone else q for at, q in enumerate(questions)]


def _lowest(question: DraftQuestion) -> Value | None:
    """Return the code of zero or less under the answers of a question without labels."""
    values = [c.value for c in question.codes]
    numbers = sorted(v for v in values if not isinstance(v, str))
    if question.type != "single" or len(numbers) != len(values) or len(numbers) < 3:
        return None
    bare = not any(any(c.label.values()) for c in question.codes)
    first, *rest = numbers
    below = first < 0 <= rest[0]
    counted = first == 0 and rest == [*range(1, len(rest) + 1)]
    return first if bare and (below or counted) else None


def _below(value: Value) -> bool:
    return not isinstance(value, str) and value < 0


def _column(question: DraftQuestion) -> str:
    return next(iter(question.columns.values()))


def _earlier(questions: Sequence[DraftQuestion]) -> Iterator[str]:
    """Yield the columns of the closed questions before."""
    for question in questions:
        if question.type == "single" and len(question.codes) <= MOST_ANSWERS:
            yield _column(question)


def _parts(column: pd.Series[Any], rows: NDArray[np.bool_]) -> bool:
    """Whether each answer of a column was given inside some rows alone, or outside them alone."""
    seen = column[rows].dropna().unique()
    return bool(len(seen)) and not bool(column[~rows].isin(seen).any())


def _without(question: DraftQuestion, value: Value) -> DraftQuestion:
    codes = tuple(c for c in question.codes if c.value != value)
    more = DraftMissing(str(value), value, {}, "not_asked", False, SAME_ROWS)
    return replace(question, codes=codes, missing=(more, *question.missing))
