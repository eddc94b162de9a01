"""Days whose month is a word, in the languages of the surveys that padai meets."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

_NAMES = (
    "january janvier enero januar janeiro gennaio januari",
    "february fevrier febrero februar fevereiro febbraio februari",
    "march mars marzo marz maerz marco maart",
    "april avril abril aprile",
    "may mai mayo maio maggio mei",
    "june juin junio juni junho giugno",
    "july juillet julio juli julho luglio",
    "august aout agosto augustus",
    "september septembre septiembre setembro settembre",
    "october octobre octubre oktober outubro ottobre",
    "november novembre noviembre novembro",
    "december decembre diciembre dezember dezembro dicembre",
)
_SHORTEST = 3
_WEEKDAY = r"(?:[a-z]{2,}(?:-feira)?[.,]*\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:er|st|nd|rd|th|o)?"
_MONTH = r"(?P<month>[a-z]{3,})\.?"
_END = r"(?![\d:h]).*"
_ORDERS = (
    re.compile(rf"{_WEEKDAY}{_DAY}[.\s/-]*(?:de\s+)?{_MONTH}[\s/,-]*(?:del?\s+)?"
               rf"(?P<year>\d{{4}}|\d{{2}}){_END}", re.DOTALL),
    re.compile(rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}}){_END}", re.DOTALL),
    re.compile(rf"(?P<year>\d{{4}})[\s./-]*{_MONTH}[\s./-]*{_DAY}{_END}", re.DOTALL),
)  # fmt: skip
_TOGETHER = re.compile(
    r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?:[ t].*)?", re.DOTALL
)
_CENTURY = 2000


def _beginnings() -> dict[str, int]:
    """Return the month of each beginning of a name that no other month has."""
    months_by_start: dict[str, set[int]] = {}
    for month, names in enumerate(_NAMES, start=1):
        for name in names.split():
            for end in range(_SHORTEST, len(name) + 1):
                months_by_start.setdefault(name[:end], set()).add(month)
    months_by_start |= {"sept": {9}, "juil": {7}}
    return {
        start: next(iter(months)) for start, months in months_by_start.items() if len(months) == 1
    }


_MONTHS = _beginnings()


def named_day(text: str) -> dt.date | None:
    """Read a day whose month is a word, or whose year, month and day stand together.

    The words are English, French, Spanish, German, Portuguese, Italian or Dutch, whole or cut.

    Examples
    --------
    >>> [str(named_day(text)) for text in ("12 mars 2024", "March 12, 2024", "20240312")]
    ['2024-03-12', '2024-03-12', '2024-03-12']
    >>> named_day("12 de marzo de 2024") == named_day("12. M\u00e4rz 2024"), named_day("maybe 3")
    (True, None)
    """
    plain = unicodedata.normalize("NFKD", text.strip().casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    together = _TOGETHER.fullmatch(plain)
    if together:
        return _day(int(together["year"]), int(together["month"]), int(together["day"]))
    for order in _ORDERS:
        match = order.fullmatch(plain)
        month = _MONTHS.get(match["month"]) if match else None
        if match and month:
            year = int(match["year"])
            return _day(year if year > 99 else _CENTURY + year, month, int(match["day"]))
    return None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
