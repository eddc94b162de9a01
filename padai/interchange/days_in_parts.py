"""Days of interview that stand in two or three columns: the day, the month, the year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

from padai.interchange.profiles import Profile

if TYPE_CHECKING:
    import pandas as pd

MOST_TRIED = 4
"""Columns that may hold the day, the month or the year of interview: how many are tried."""
BIRTH = re.compile(r"\b(birth|born|naissance|ne en|nacimiento|naci\w*|nascimento|natal)\b")
INTERVIEW = re.compile(
    r"\b(interview|survey|fieldwork|entrevue|entretien|enquete|collecte|sondage|entrevista|encuesta|"
    r"inw(dd|mm|yy|d)[se]?|(st|end)intrvw|submit\w*|submission|completed?|started?|recorded|enc|"
    r"realizacion|realisation|aplicacion|terreno|diareal|mesreal|survmnth|iday|imonth|iyear)\b"
)
MADE = re.compile(
    r"\b(ver(sion)? ?date|prod(uction)? ?date|production|edition|release[ds]?|archiv\w*|"
    r"export\w*|(file|database|data ?set) (was )?(creation|created|generat\w+)|"
    r"(creation|generation|extraction) (of|du|de|des|del|da|do) ?(the |la |el )?(file|database|"
    r"fichier|donnees|base|archivo|arquivo)|(geracao|criacao) d[oa] (arquivo|base)|"
    r"(generacion|creacion) del? (la )?(archivo|base)|"
    r"erstell\w+ (der |des )?(datei|datensatz\w*))\b"
)
"""What dates a file, and nobody's interview."""
UNITS = {
    "day": re.compile(r"\b(day|jour|dia|diareal|dd|inwdd[se]?|iday)\b"),
    "month": re.compile(r"\b(month|mois|mes|mesreal|mnth|survmnth|mm|inwmm[se]?|imonth)\b"),
    "year": re.compile(r"\b(year|annee|ano|yy|yyyy|aaaa|inwyy[se]?|iyear)\b"),
}
HALF_A_YEAR = 6
_FIRST_MONTH, _LAST_MONTH, MOST_MONTHS = 199_001, 210_012, 14
"""Months written as one number, and how many of them one fieldwork has at most."""
_NAMED = ""
"""The year that the name of the file tells, beside the columns."""


@dataclass(frozen=True)
class Parts:
    """Days put together, and the columns that tell them."""

    days: pd.Series[Any]
    columns: tuple[str, ...]


def days_in_parts(
    frame: pd.DataFrame, told: Mapping[str, Profile], year: int | None
) -> Iterator[Parts]:
    """Yield the days that three columns tell; where none tells the year, of that of the file.

    A winter of two years is passed over where a name tells one of them.
    """
    yield from _together(frame, _units_of(told), year)


def months_in_parts(
    frame: pd.DataFrame, told: Mapping[str, Profile], year: int | None
) -> Iterator[Parts]:
    """Yield the first day of each month that a column of months tells, with its year."""
    months = {unit: names for unit, names in _units_of(told).items() if unit != "day"}
    yield from _together(frame, months, year)


def months_in_one(frame: pd.DataFrame, told: Mapping[str, Profile]) -> Iterator[Parts]:
    """Yield the first day of each month that a column such as 202012, 202101 tells by itself."""
    import pandas as pd

    for profile in told.values():
        if not (profile.kind == "number" and profile.whole and not profile.blanks):
            continue
        within = _FIRST_MONTH <= profile.low <= profile.high <= _LAST_MONTH
        if not within or profile.distinct > MOST_MONTHS or BIRTH.search(profile.said):
            continue
        texts = frame[profile.name].map(lambda v: f"{int(v)}")
        days = pd.to_datetime(texts, format="%Y%m", errors="coerce")
        if days.notna().all():
            yield Parts(days, (profile.name,))


def _together(
    frame: pd.DataFrame, parts: dict[str, list[str]], year: int | None
) -> Iterator[Parts]:
    import pandas as pd

    if not parts["year"] and year is not None:
        frame, parts["year"] = frame.assign(**{_NAMED: year}), [_NAMED]
    # "the year in which you started to work" makes no fieldwork, and is passed over
    for names in product(*(candidates[:MOST_TRIED] for candidates in parts.values())):
        table = pd.DataFrame({u: frame[n] for u, n in zip(parts, names, strict=True)})
        if _NAMED in names and _in_two_years(set(table["month"])):
            continue
        days = pd.to_datetime(table.assign(day=table.get("day", 1)), errors="coerce")
        yield Parts(days, tuple(name for name in names if name != _NAMED))


def _in_two_years(months: set[float]) -> bool:
    """Whether months of one fieldwork are the last of a year and the first of the next."""
    span = max(months) - min(months)
    return {1, 12} <= months or (span > HALF_A_YEAR and len(months) <= span)


def _units_of(told: Mapping[str, Profile]) -> dict[str, list[str]]:
    """Return the columns that hold the day, the month or the year of interview."""
    parts: dict[str, list[str]] = {unit: [] for unit in UNITS}
    for profile in told.values():
        text = profile.said
        if profile.kind != "number" or profile.blanks or BIRTH.search(text):
            continue
        if not INTERVIEW.search(text):
            continue
        # "day of month" is a day
        unit = next((u for u, pattern in UNITS.items() if pattern.search(text)), None)
        if unit is not None:
            parts[unit].append(profile.name)
    return parts
