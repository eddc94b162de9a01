"""Days of interview that the labels of a column tell: ``1 "Tuesday 11th March 2014"``."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

_MONTHS = (
    r"jan(v(ier)?|uary|uar)?|ene(ro)?|janeiro|gennaio",
    r"f[eé]v(rier|ereiro)?|feb(ruary|ruar|rero|braio)?",
    r"mars?|mar(ch|zo|[cç]o)?|märz",
    r"avr(il)?|apr(il|ile)?|abr(il)?",
    r"mai|may(o)?|maio|maggio",
    r"juin|june?|jun(io|ho|i)?|giugno",
    r"juil(let)?|jul(y|io|ho|i)?|luglio",
    r"ao[uû]t|aug(ust)?|ago(sto)?",
    r"sept?(embre|ember|iembre)?|set(iembre|embro|tembre)?",
    r"o[ck]t(obre|ober|ubre)?|outubro|ottobre",
    r"nov(embre|ember|iembre|embro)?",
    r"d[eé][cz](embre|ember|embro)?|dic(iembre|embre)?",
)
_A_MONTH = "|".join(f"(?P<m{i}>{text})" for i, text in enumerate(_MONTHS, start=1))
_DAY_FIRST = re.compile(
    rf"\b(?P<day>[0-9]{{1,2}})(st|nd|rd|th|er|\.|º)?[ -]*(of |de |do )?({_A_MONTH})\.?,?[ -]*"
    r"(de |do |del )?(?P<year>(19|20)[0-9]{2})\b",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"\b({_A_MONTH})\.? (?P<day>[0-9]{{1,2}})(st|nd|rd|th)?,? (?P<year>(19|20)[0-9]{{2}})\b",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(
    r"((19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}[0-9:.Z+ -]*)?|NA)"
)
"""A day as no code and no amount is written; R writes NA for none."""


def year_first(column: pd.Series[Any]) -> bool:
    """Whether a column of texts holds days with the year first, and nothing else."""
    return bool(column.dropna().str.fullmatch(_YEAR_FIRST).all())


def day_in_words(text: str) -> dt.date | None:
    """Read the day that a text names with its month and year; None where it names none.

    Examples
    --------
    >>> day_in_words("Sunday 23rd March2014"), day_in_words("11 de octubre de 2023")
    (datetime.date(2014, 3, 23), datetime.date(2023, 10, 11))
    >>> day_in_words("May 4, 2021"), day_in_words("March")
    (datetime.date(2021, 5, 4), None)
    """
    match = _DAY_FIRST.search(text) or _MONTH_FIRST.search(text)
    if match is None:
        return None
    month = next(n for n in range(1, 13) if match[f"m{n}"] is not None)
    try:
        return dt.date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None


def labelled_days(column: pd.Series[Any], labels: Mapping[Any, str]) -> pd.Series[Any] | None:
    """Return the days that the labels of a column tell; None where one of them tells none."""
    import pandas as pd

    days = {value: day_in_words(labels.get(value, "")) for value in column.dropna().unique()}
    if not days or None in days.values():
        return None
    return pd.to_datetime(column.map(days), errors="coerce")
