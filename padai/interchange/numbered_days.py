"""Days that numbers tell: of a spreadsheet, with year, month and day together, of a quarter."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from padai.interchange.label_words import normal
from padai.interchange.profiles import Profile

if TYPE_CHECKING:
    import pandas as pd

FIRST_SERIAL, LAST_SERIAL = 36_526, 58_439
"""How a spreadsheet numbers the first day of 2000, and the last of 2059."""
FIRST_YEAR, LAST_YEAR = 1990, 2100
_QUARTER = re.compile(r"(num(ero)? )?(trim(estre|ester)?|quarter|qtr|quartal|kwarta(a?)l|quartile)")
_YEAR = re.compile(r"ano ?4?|anio|year|annee|jahr|anno|jaar|rok")


def serial_days(column: pd.Series[Any]) -> pd.Series[Any]:
    """Read the numbers by which a spreadsheet keeps days, as 45,300 is 9 January 2024."""
    import pandas as pd

    return pd.to_datetime(column // 1, unit="D", origin="1899-12-30")


def days_together(column: pd.Series[Any]) -> pd.Series[Any] | None:
    """Read numbers such as 20240312 as days, where each of them is one of a fieldwork's years."""
    import pandas as pd

    known = pd.to_numeric(column, errors="coerce").dropna()
    if not len(known) or not known.between(FIRST_YEAR * 10_000, LAST_YEAR * 10_000).all():
        return None
    texts = known.map(lambda v: f"{int(v):08d}")
    days = pd.to_datetime(texts, format="%Y%m%d", errors="coerce")
    return days.reindex(column.index) if days.notna().all() else None


def quarter(
    told: Mapping[str, Profile], year: int | None
) -> tuple[dt.date, dt.date, tuple[str, ...]] | None:
    """Return the days of the quarter that a column of one value tells, and the columns.

    Parameters
    ----------
    told
        The columns of a file, counted.
    year
        The year that the name of the file tells, where no column does.
    """
    one = [p for p in told.values() if p.constant and p.whole and not p.blanks]
    quarters = [p for p in one if _QUARTER.fullmatch(normal(p.name)) and 1 <= p.low <= 4]
    within = (p for p in one if FIRST_YEAR <= p.low <= LAST_YEAR)
    years = [p for p in within if _YEAR.fullmatch(normal(p.name))]
    if len(quarters) != 1 or not (years or year):
        return None
    at = int(years[0].low) if years else int(year or 0)
    last = 3 * int(quarters[0].low)
    end = dt.date(at, last, calendar.monthrange(at, last)[1])
    return dt.date(at, last - 2, 1), end, tuple(p.name for p in (*years[:1], quarters[0]))
