"""Days written with a day, a month and a year in an order that only the whole column tells.

Where the month is a word, or the year stands first, each cell tells its own order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from padai.waves.named_months import named_day

if TYPE_CHECKING:
    import pandas as pd

_ISO = r"\s*\d{4}-\d{1,2}-\d{1,2}.*"
_YEAR_FIRST = (
    r"\s*(?P<year>\d{4})(?:[/.]|\. )(?P<one>\d{1,2})(?:[/.]|\. )(?P<two>\d{1,2})(?:\.?[ T,].*)?\s*"
)
_YEAR_LAST = r"\s*(?P<one>\d{1,2})[/.\-](?P<two>\d{1,2})[/.\-](?P<year>\d{4}|\d{2})(?:[ T,].*)?\s*"
_THIS_CENTURY = 70
"""Years of two digits below it are of this century."""


@dataclass(frozen=True)
class WrittenDays:
    """The readings of a column that give a day for each of its cells.

    Attributes
    ----------
    day_first, month_first
        The days, where every cell is one in that order; a column may allow both.
    """

    day_first: pd.Series[Any] | None = None
    month_first: pd.Series[Any] | None = None

    @property
    def readings(self) -> tuple[pd.Series[Any], ...]:
        """The days in each order that is possible; one where both orders give the same."""
        readings = tuple(r for r in (self.day_first, self.month_first) if r is not None)
        return readings[:1] if len(readings) > 1 and readings[0].equals(readings[1]) else readings


def written_days(column: pd.Series[Any]) -> WrittenDays:
    """Read a column of texts as days, in every order that all of its cells allow.

    A day past the 12th in one cell tells the order of the whole column. Hours after the day are
    left out. A column with a cell that is no day has no reading.

    Parameters
    ----------
    column
        The texts; blanks stay blank.

    Examples
    --------
    >>> import pandas as pd
    >>> both = written_days(pd.Series(["03/05/2024", "11/05/2024"]))
    >>> len(both.readings), both.day_first.iloc[1].date()
    (2, datetime.date(2024, 5, 11))
    >>> len(written_days(pd.Series(["03/05/2024", "21/05/2024"])).readings)
    1
    """
    import pandas as pd

    texts = column.dropna()
    if not len(texts) or not all(isinstance(v, str) for v in texts):
        return WrittenDays()
    texts = texts[texts.str.strip() != ""]
    if texts.str.fullmatch(_ISO).all():
        iso = pd.to_datetime(texts.str.strip().str[:10], format="ISO8601", errors="coerce")
        return WrittenDays(_days_of_every_row(iso, column))
    first = texts.str.extract(f"^{_YEAR_FIRST}$")
    if first["year"].notna().all():
        return WrittenDays(
            _days_of_every_row(_put(first["year"], first["one"], first["two"]), column)
        )
    last = texts.str.extract(f"^{_YEAR_LAST}$")
    if last["year"].isna().any():
        named = texts.map(named_day)
        if named.isna().any():
            return WrittenDays()
        return WrittenDays(_days_of_every_row(pd.to_datetime(named), column))
    one, two, year = last["one"], last["two"], last["year"]
    return WrittenDays(
        _days_of_every_row(_put(year, two, one), column),
        _days_of_every_row(_put(year, one, two), column),
    )


def _put(year: pd.Series[Any], month: pd.Series[Any], day: pd.Series[Any]) -> pd.Series[Any]:
    import pandas as pd

    short = year.str.len() == 2
    years = year.astype("int64")
    years = years + short * (1900 + 100 * (years < _THIS_CENTURY))
    parts = pd.DataFrame(
        {"year": years, "month": month.astype("int64"), "day": day.astype("int64")}
    )
    return pd.to_datetime(parts, errors="coerce")


def _days_of_every_row(days: pd.Series[Any], column: pd.Series[Any]) -> pd.Series[Any] | None:
    """Return the days at the rows of the column, or nothing where a cell is no day."""
    return days.reindex(column.index) if len(days) and days.notna().all() else None
