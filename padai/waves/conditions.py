"""Who answered what: code positions of a column, conditions and breakdown groups as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import DataError
from padai.survey import Breakdown, Condition, Question, Survey
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

BLANK = -1
"""The position of a cell that holds nothing."""
UNKNOWN = -2
"""The position of a cell whose value the definition does not know."""
CHOSEN, NOT_CHOSEN = 1, 0
"""What the column of an option of a multiple-response question holds, missing codes aside."""


def all_codes(question: Question) -> tuple[str, ...]:
    """Return every code of a question: its answers, then its missing codes, in or out of the base.

    Positions of :func:`code_positions` refer to this order.
    """
    answers = tuple(c.code for c in question.scale.codes) if question.scale else ()
    return answers + tuple(c.code for c in question.missing_codes)


def value_positions(column: pd.Series[Any], values: Sequence[Any]) -> NDArray[np.intp]:
    """Return the position of each cell's value among `values`, shape (rows,).

    Numbers compare as numbers (1 and 1.0 are one value), text as text without the spaces around
    it; a number and its text are two values. :data:`BLANK` where the cell is empty,
    :data:`UNKNOWN` where its value is none of them.
    """
    import pandas as pd

    places = {value: place for place, value in enumerate(values)}
    codes, distinct = pd.factorize(column)
    table = np.array(
        [places.get(v.strip() if isinstance(v, str) else v, UNKNOWN) for v in distinct] + [BLANK],
        dtype=np.intp,
    )
    return table[codes]


def code_positions(column: pd.Series[Any], question: Question) -> NDArray[np.intp]:
    """Return the position of each cell's code among :func:`all_codes`, shape (rows,)."""
    values = question.values
    return value_positions(column, [values[code] for code in all_codes(question)])


def option_positions(column: pd.Series[Any], question: Question) -> NDArray[np.intp]:
    """Return 0 (not chosen), 1 (chosen), or 2 and on for the question's missing codes."""
    missing = [c.value for c in question.missing_codes]
    return value_positions(column, [NOT_CHOSEN, CHOSEN, *missing])


def holds(frame: pd.DataFrame, condition: Condition, survey: Survey) -> NDArray[np.bool_]:
    """Return for each row whether a condition on its answers holds, shape (rows,).

    A question without an answer makes a condition on it false.

    Raises
    ------
    DataError
        The frame lacks a column that the condition reads.

    Examples
    --------
    >>> asked = holds(wave.frame, question.base, survey)  # doctest: +SKIP
    """
    if condition.all:
        result: NDArray[np.bool_] = np.logical_and.reduce(
            [holds(frame, part, survey) for part in condition.all]
        )
        return result
    if condition.any:
        result = np.logical_or.reduce([holds(frame, part, survey) for part in condition.any])
        return result
    question = survey.question(str(condition.question))
    if question.type == "multiple":
        return _any_chosen(frame, question, condition.codes)
    column = _column(frame, question.id)
    if question.type in ("number", "open"):
        return value_positions(column, [_number(c) for c in condition.codes]) >= 0
    wanted = [place for place, code in enumerate(all_codes(question)) if code in condition.codes]
    return np.isin(code_positions(column, question), wanted)


def group_positions(frame: pd.DataFrame, breakdown: Breakdown, survey: Survey) -> NDArray[np.intp]:
    """Return the position of each row's group in a breakdown, -1 where it is in none.

    Parameters
    ----------
    breakdown
        With its groups written out, as :meth:`padai.survey.Survey.breakdown` returns it. A number
        belongs to the first group whose limits, both included, hold it.
    """
    question = survey.question(breakdown.question)
    column = _column(frame, question.id)
    positions = np.full(len(frame), -1, dtype=np.intp)
    numbers = None
    if any(not group.codes for group in breakdown.groups):
        numbers = numeric(column)
        numbers[code_positions(column, question) >= 0] = np.nan
    for place in reversed(range(len(breakdown.groups))):
        group = breakdown.groups[place]
        if group.codes:
            inside = holds(frame, Condition(question=question.id, codes=group.codes), survey)
        else:
            assert numbers is not None
            low = -np.inf if group.min is None else group.min
            high = np.inf if group.max is None else group.max
            inside = (numbers >= low) & (numbers <= high)
        positions[inside] = place
    return positions


def numeric(column: pd.Series[Any]) -> NDArray[np.float64]:
    """Return a column as numbers, NaN where a cell is empty or is not a number."""
    import pandas as pd

    return pd.to_numeric(column, errors="coerce").to_numpy(dtype=np.float64, copy=True)


def _any_chosen(
    frame: pd.DataFrame, question: Question, codes: tuple[str, ...]
) -> NDArray[np.bool_]:
    options = [_column(frame, f"{question.id}_{code}") for code in codes]
    result: NDArray[np.bool_] = np.logical_or.reduce(
        [option_positions(o, question) == 1 for o in options]
    )
    return result


def _column(frame: pd.DataFrame, name: str) -> pd.Series[Any]:
    if name not in frame.columns:
        raise DataError(
            Said("waves-the-column-is-needed-to-tell-who-a", name=name),
        )
    return frame[name]


def _number(code: str) -> float | str:
    try:
        return float(code)
    except ValueError:
        return code
