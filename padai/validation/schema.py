"""A pandera schema made from the definition: the definition is the source, never the schema.

The rules about single cells are pandera checks for whoever works with pandera. Validation runs the
same rules by itself: pandera's report of failing cells holds respondents' values, grows to millions
of rows on a bad file, and loading pandera takes longer than the rules do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.survey import Question, Survey
from padai.waves.conditions import UNKNOWN, code_positions, numeric, option_positions
from padai.waves.reading import column_sources, question_of

if TYPE_CHECKING:
    import pandas as pd
    import pandera.pandas as pa
    from numpy.typing import NDArray

Passes = Callable[["pd.Series[Any]"], "NDArray[np.bool_]"]


@dataclass(frozen=True)
class CellRule:
    """One rule about the cells of one column: which check it is, in words, and who passes."""

    check: str
    column: str
    text: str
    passes: Passes


def cell_rules(survey: Survey, wave_id: str, part: str = "main") -> tuple[CellRule, ...]:
    """Return the rules that a wave's definition gives about single cells."""
    rules: list[CellRule] = []
    for column in column_sources(survey, wave_id, part):
        rules += _rules_of(question_of(survey, column), column)
    id_column = survey.part(wave_id, part).design.id
    if id_column is not None:
        rules.append(CellRule("id_missing", id_column, "present", _present))
        rules.append(CellRule("id_duplicate", id_column, "unique", _unique))
    return tuple(rules)


def pandera_schema(survey: Survey, wave_id: str, part: str = "main") -> pa.DataFrameSchema:
    """Make the pandera schema of a wave's frame, for use with pandera's own tools.

    Parameters
    ----------
    survey, wave_id, part
        Which part of which wave of which definition.

    Returns
    -------
    pandera.pandas.DataFrameSchema
        Every column of the questions asked, with its rules. Its error reports quote the failing
        values: keep them where the data may be.

    Examples
    --------
    >>> schema = pandera_schema(survey, "2025")  # doctest: +SKIP
    >>> schema.validate(wave.frame)  # doctest: +SKIP
    """
    import pandera.pandas as pa

    columns = {
        column: pa.Column(
            checks=[
                pa.Check(_row_wise(rule), name=rule.check, error=rule.text, ignore_na=False)
                for rule in own
            ],
            nullable=True,
            required=True,
        )
        for column, own in _by_column(cell_rules(survey, wave_id, part)).items()
    }
    return pa.DataFrameSchema(columns, strict=False)


def failing_cells(
    frame: pd.DataFrame, rules: Sequence[CellRule]
) -> dict[tuple[str, str], NDArray[np.bool_]]:
    """Run the rules whose column is there; return the failing rows by check and column."""
    failing: dict[tuple[str, str], NDArray[np.bool_]] = {}
    for column, own in _by_column(rules).items():
        if column in frame.columns:
            cells = frame[column]
            failing |= {(rule.check, column): ~rule.passes(cells) for rule in own}
    return {key: rows for key, rows in failing.items() if rows.any()}


def _by_column(rules: Sequence[CellRule]) -> dict[str, list[CellRule]]:
    by_column: dict[str, list[CellRule]] = {}
    for rule in rules:
        by_column.setdefault(rule.column, []).append(rule)
    return by_column


def _row_wise(rule: CellRule) -> Callable[[pd.Series[Any]], pd.Series[Any]]:
    def run(column: pd.Series[Any]) -> pd.Series[Any]:
        import pandas as pd

        return pd.Series(rule.passes(column), index=column.index)

    return run


def _rules_of(question: Question, column: str) -> list[CellRule]:
    codes = ", ".join(question.values)
    if question.type == "multiple":
        listed = ", ".join(["0", "1", *(c.code for c in question.missing_codes)])
        return [CellRule("unknown_code", column, listed, _known_option(question))]
    if question.type in ("single", "rating"):
        return [CellRule("unknown_code", column, codes, _known_code(question))]
    if question.type == "open":
        return []
    rules = [CellRule("not_a_number", column, "number", _number(question))]
    if question.range is not None:
        low, high = question.range
        rules.append(
            CellRule("out_of_range", column, f"{low:g} – {high:g}", _between(question, low, high))
        )
    return rules


def _known_code(question: Question) -> Passes:
    return lambda column: code_positions(column, question) != UNKNOWN


def _known_option(question: Question) -> Passes:
    return lambda column: option_positions(column, question) != UNKNOWN


def _number(question: Question) -> Passes:
    def passes(column: pd.Series[Any]) -> NDArray[np.bool_]:
        coded = code_positions(column, question) != UNKNOWN
        result: NDArray[np.bool_] = coded | np.isfinite(numeric(column))
        return result

    return passes


def _between(question: Question, low: float, high: float) -> Passes:
    def passes(column: pd.Series[Any]) -> NDArray[np.bool_]:
        numbers = numeric(column)
        coded = code_positions(column, question) != UNKNOWN
        result: NDArray[np.bool_] = (
            coded | ~np.isfinite(numbers) | ((numbers >= low) & (numbers <= high))
        )
        return result

    return passes


def _present(column: pd.Series[Any]) -> NDArray[np.bool_]:
    return column.notna().to_numpy()


def _unique(column: pd.Series[Any]) -> NDArray[np.bool_]:
    return ~(column.duplicated(keep=False) & column.notna()).to_numpy()
