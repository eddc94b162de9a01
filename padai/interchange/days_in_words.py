"""Days of interview that the labels of a column tell: ``1 "Tuesday 11th March 2014"``."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from padai.survey.answer_words import normal

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
_WITH_AN_HOUR = re.compile(
    r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{2,4}(,? +|T)[0-9]{1,2}[:.h][0-9]{2}([:.][0-9]{2})?"
    r"( ?[ap]\.?m\.?)?( (utc|gmt|[a-z]{3,4})?([-+−][0-9:]{1,5})?)?",
    re.IGNORECASE,
)
"""A day with its hour: nobody is asked for one, and forms write when they were sent so."""
_STAMPED = (
    "timestamp|horodateur|horodatage|marca temporal|marca de temps|zeitstempel|tijdstempel|"
    "carimbo de data hora|informazioni cronologiche|sygnatura czasowa|zaman damgası|"
    "casova znacka|casova peciatka|tidsstempel|tidsstampel|aikaleima|idobelyeg|"
    "marcaj de timp|marca temporala|stempel waktu|dau thoi gian|отметка времени|"
    "позначка часу|χρονικη σημανση|طابع زمني|חותמת זמן|タイムスタンプ|타임스탬프|时间戳记|"
    "时间戳|時間戳記"
)
STAMPS = tuple(map(normal, _STAMPED.split("|")))
"""How a form heads the column of when it was sent, as names are compared."""


def is_stamped(column: pd.Series[Any]) -> bool:
    """Whether a column of texts holds days that only an interview has, and nothing else.

    The year stands first in each, or an hour beside each.
    """
    texts = column.dropna().str.strip()
    return any(texts.str.fullmatch(form).all() for form in (_YEAR_FIRST, _WITH_AN_HOUR))


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
