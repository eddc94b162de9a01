"""The table that a wave is made of: what it may be, and the order of its rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from padai.design import Design
from padai.errors import DataError, DesignError
from padai.spelling import a_kind, as_given
from padai.waves.given_rows import ROWS
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd


def check_belongs(survey: Any, missing: Any) -> None:
    """Refuse a survey that is none, and missing codes that are no mapping."""
    type_name = type(survey).__name__
    if survey is not None and not hasattr(survey, "questions"):
        raise DataError(Said("waves-a-wave-takes-a-survey", given=a_kind(type_name)))
    if missing is not None and not isinstance(missing, Mapping):
        given = type(missing).__name__
        raise DataError(Said("waves-missing-is-a-mapping", given=a_kind(given)))


def check_made_of(design: Any, date: Any) -> None:
    """Refuse what is no design, or no date."""
    if not isinstance(design, Design):
        type_name = type(design).__name__
        raise DesignError(
            Said("waves-a-wave-needs-a-design-such-as-padai", found=type_name),
        )
    if date is not None and not isinstance(date, dt.date):
        raise DataError(
            Said("waves-date-is-no-date-give-datetime-date-2025", date=as_given(date)),
        )


def as_pandas(frame: Any, where: str) -> pd.DataFrame:
    """Return a copy of a table as pandas, its rows numbered; refuse what is none, or empty."""
    import pandas as pd

    if isinstance(frame, pd.DataFrame):
        table = frame
    else:
        import narwhals as nw

        try:
            table = nw.from_native(frame, eager_only=True).to_pandas()
        except TypeError as error:
            given = type(frame).__name__
            raise DataError(
                Said("waves-a-wave-needs-a-pandas-polars-or-pyarrow", given=given),
                where=where,
            ) from error
    if not len(table):
        raise DataError(Said("waves-the-data-have-no-rows"), where=where)
    twice = table.columns[table.columns.duplicated()]
    if len(twice):
        raise DataError(
            Said("waves-the-column-stands-twice-in-the-data", twice=twice[0]),
            where=where,
        )
    # Also of the arrays below, which pandas does not guard: whoever gave them may write to them.
    copied = table.copy().reset_index(drop=True)
    copied.attrs.pop(ROWS, None)
    for name in copied.columns[copied.dtypes.astype(str) == "object"]:
        if pd.api.types.infer_dtype(copied[name], skipna=True) == "decimal":
            copied[name] = _as_doubles(copied[name])
    return copied


def _as_doubles(column: pd.Series[Any]) -> pd.Series[Any]:
    """Return a column of decimal numbers as doubles; as it is where doubles do not tell all apart.

    A database gives amounts so; a formula would take each for a category.
    """
    import pandas as pd

    doubles = pd.to_numeric(column, errors="coerce")
    far = (doubles.abs() >= 2**53).any() or doubles.nunique() != column.dropna().nunique()
    return column if far else doubles


def in_order(frame: pd.DataFrame, id_column: str | None, where: str) -> pd.DataFrame:
    """Return a table in the order of its identifiers, with the places of its rows as its index."""
    if id_column is None:
        return frame
    if id_column not in frame.columns:
        raise DataError(
            Said("waves-the-id-column-is-not-in-the-data", id_column=id_column),
            where=where,
        )
    key = frame[id_column]
    missing, twice = int(key.isna().sum()), int(key.dropna().duplicated().sum())
    if missing or twice:
        raise DataError(
            Said(
                "waves-the-id-column-has-blanks-and-repeated",
                id_column=id_column,
                missing=missing,
                twice=twice,
            ),
            where=where,
        )
    if key.is_monotonic_increasing:
        return frame
    return frame.loc[key.sort_values(kind="stable").index]
