"""When a wave was in the field: from its columns, else from the name of its file, else unknown."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from padai.errors import Said
from padai.interchange.days_in_parts import (
    BIRTH,
    INTERVIEW,
    MADE,
    UNITS,
    days_in_parts,
    months_in_one,
    months_in_parts,
)
from padai.interchange.days_in_words import STAMPS, is_stamped, labelled_days
from padai.interchange.numbered_days import (
    FIRST_SERIAL,
    FIRST_YEAR,
    LAST_SERIAL,
    LAST_YEAR,
    days_together,
    quarter,
    serial_days,
)
from padai.interchange.profiles import Profile
from padai.survey.answer_words import without_marks
from padai.waves.intake import DataFile
from padai.waves.written_days import written_days

if TYPE_CHECKING:
    import pandas as pd

Precision = Literal["day", "month", "year"]
LONGEST_DAYS = 400
ALMOST_ALL = 0.95
_DATE = re.compile(
    r"\b(v?date\w*|vstart|fecha|data|datum|giorno|jour|day|endtime|starttime|timestamp|intdate|"
    r"(start|end|begin|recorded|submit|completion)_?date)\b|"
    + without_marks(
        r"(^|[\W\d_])(дата|ημερομηνια|تاريخ|תאריך|दिनांक|วันที่)([\W\d_]|$)|回答日|調査日|日付|日期|"
        r"날짜|조사일|응답일"
    )
    + f"|{'|'.join(STAMPS)}"
)
_LATIN = re.compile(r"[a-z]")
_WRITTEN = (
    (re.compile(r"mmddyyyy"), "%m%d%Y"),
    (re.compile(r"ddmmyyyy|ddmmaaaa|jjmmaaaa"), "%d%m%Y"),
    (re.compile(r"yyyymmdd|aaaammdd|aaaammjj"), "%Y%m%d"),
)
_MONTH_OR_YEARS = re.compile(
    r"(?<![0-9])((?:199|20[0-9])[0-9])[-_. ](0[1-9]|1[0-2])(?![0-9])(?![-_.][0-9])"
)
"""``2009-10``: October, or a survey of 2009 and 2010."""
_TWO_YEARS = re.compile(
    r"(?<![0-9])((?:199|20[0-9])[0-9])[-_./ ]((?:199|20[0-9])[0-9]|(?:1[3-9]|[2-9][0-9]))(?![0-9])"
)
_MONTHS = (
    r"jan(v(ier)?|uary)?|ene(ro)?",
    r"f[eé]v(rier)?|feb(ruary|rero)?",
    r"mars?|mar(ch|zo)?",
    r"avr(il)?|apr(il)?|abr(il)?",
    r"mai|may(o)?",
    r"juin|june?|jun(io)?",
    r"juil(let)?|jul(y|io)?",
    r"ao[uû]t|aug(ust)?|ago(sto)?",
    r"sept?(embre|ember|iembre)?|set(iembre)?",
    r"oct(obre|ober|ubre)?",
    r"nov(embre|ember|iembre)?",
    r"d[eé]c(embre|ember)?|dic(iembre)?",
)
_A_MONTH = "|".join(f"(?P<m{i}>{text})" for i, text in enumerate(_MONTHS, start=1))
_NAMED_MONTHS = re.compile(rf"(?:{_A_MONTH})", re.IGNORECASE)
_MONTHS_ALONE = -2
"""The weight of columns that tell months: any column of days tells more."""
EITHER_ORDER = "interchange-dates-day-or-month-first"
"""How dates say that days and months may stand in either order."""
_NOTHING = Said("interchange-dates-nothing-tells")


@dataclass(frozen=True)
class Dated:
    """First and last day of fieldwork, how closely known, and by what; no days where unknown."""

    start: dt.date | None = None
    end: dt.date | None = None
    precision: Precision = "day"
    told: Said = _NOTHING
    columns: tuple[str, ...] = ()

    @property
    def middle(self) -> dt.date | None:
        """The middle of fieldwork."""
        if self.start is None or self.end is None:
            return None
        return self.start + (self.end - self.start) / 2


def dated(file: DataFile, told: Mapping[str, Profile], name: str, wave_id: str = "") -> Dated:
    """Find when the people of a file were interviewed.

    Parameters
    ----------
    file, told
        Its rows, and its columns counted.
    name, wave_id
        The file's name without its ending, and the id of the wave where one was given.
    """
    year = _one_year(by_name(name))
    spans = sorted(_by_columns(file, told, year), key=lambda pair: -pair[0])
    held = [span for _, span in spans if not _to_come(span)]
    if held:
        return held[0]
    if spans:
        return _instead(spans[0][1], by_name(name) or _by_id(wave_id))
    whole = _of_a_quarter(told, by_name(name))
    if whole is not None and _by_id(wave_id) is None:
        return whole
    names = [each for each in map(_by_id, (wave_id, name)) if each is not None]
    named = next((each for each in names if each.start), names[0] if names else Dated())
    wider = by_name(name)
    if wider is not None and {wider.precision, named.precision} in ({"month"}, {"year"}):
        # 2012-12, of a file of novdic2012; 2018, of which the label is 2018/19
        named = wider if _within(named, wider) else named
    named = named if named.start else next(_of_year(told), named)
    doubt = next(_either_order(file, told), None)
    return named if doubt is None else _settled(doubt, named)


def _of_a_quarter(told: Mapping[str, Profile], named: Dated | None) -> Dated | None:
    """Return the quarter that columns tell; a name with 2016-03 may number the quarter so."""
    span = quarter(told, named.start.year if named is not None and named.start else None)
    if span is None:
        return None
    start, end, columns = span
    why = Said("interchange-dates-column", column=", ".join(columns))
    return Dated(start, end, "month", why, columns)


def _of_year(told: Mapping[str, Profile]) -> Iterator[Dated]:
    """Yield the year that a column of one value tells, and calls the year of interview."""
    for profile in told.values():
        is_of_interview = INTERVIEW.search(profile.said) and UNITS["year"].search(profile.said)
        one = profile.constant and profile.whole and not profile.blanks
        if is_of_interview and one and FIRST_YEAR <= profile.low <= LAST_YEAR:
            first, last = (dt.date(int(profile.low), *day) for day in ((1, 1), (12, 31)))
            why = Said("interchange-dates-column", column=profile.name)
            yield Dated(first, last, "year", why, (profile.name,))


def _to_come(span: Dated) -> bool:
    """Whether days of interview are still to come: a clock, or a century, was wrong."""
    return span.end is not None and span.end > dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1)


def _instead(span: Dated, named: Dated | None) -> Dated:
    """Return what a name tells in place of days that are still to come, and say so of these."""
    sentence = Said(
        "interchange-dates-to-come",
        column=", ".join(span.columns),
        days=f"{span.start} – {span.end}",
    )
    return (
        replace(named, told=sentence)
        if named is not None and not _to_come(named)
        else Dated(told=sentence)
    )


def _by_id(wave_id: str) -> Dated | None:
    """Read the id of a wave: a year of four digits, however long ago, and nothing else, is one."""
    if not re.fullmatch(r"(19|20)[0-9]{2}", wave_id):
        return by_name(wave_id)
    year = int(wave_id)
    sentence = Said("interchange-dates-year-in-name")
    return Dated(dt.date(year, 1, 1), dt.date(year, 12, 31), "year", sentence)


def by_name(text: str) -> Dated | None:
    """Read months and a year in a name, such as ``survey58novdic2008`` or ``2019-05``.

    Examples
    --------
    >>> by_name("survey58novdic2008").start
    datetime.date(2008, 11, 1)
    >>> by_name("vague-2024").precision
    'year'
    >>> by_name("health-2013-14").end, by_name("health-2009-10").start
    (datetime.date(2014, 12, 31), None)
    """
    doubtful = _MONTH_OR_YEARS.search(text)
    if doubtful is not None and int(doubtful[2]) == (int(doubtful[1]) + 1) % 100:
        return Dated(told=Said("interchange-dates-month-or-years", text=doubtful[0]))
    years = [int(y) for y in re.findall(r"(?<![0-9])(199[0-9]|20[0-9]{2})(?![0-9])", text)]
    if not years:
        return None
    two = _TWO_YEARS.search(text)
    if two is not None and int(two[2]) % 100 == (int(two[1]) + 1) % 100:
        sentence = Said("interchange-dates-year-in-name")
        first = int(two[1])
        return Dated(dt.date(first, 1, 1), dt.date(first + 1, 12, 31), "year", sentence)
    year = years[-1]
    months = _months(text, year)
    if months:
        last = calendar.monthrange(year, max(months))[1]
        start, end = dt.date(year, min(months), 1), dt.date(year, max(months), last)
        return Dated(start, end, "month", Said("interchange-dates-months-in-name"))
    sentence = Said("interchange-dates-year-in-name")
    return Dated(dt.date(year, 1, 1), dt.date(year, 12, 31), "year", sentence)


def _months(text: str, year: int) -> list[int]:
    """Return the months named beside a year: in letters (two may run together) or in numbers."""
    numbered = re.search(rf"{year}[-_.](0[1-9]|1[0-2])(?![0-9])", text)
    if numbered:
        return [int(numbered[1])]
    around = rf"([a-zéû]+?)[-_. ]?{year}|{year}[-_. ]?([a-zéû]+)"
    for run in re.finditer(around, text, re.IGNORECASE):
        letters = run[1] or run[2]
        spelled = _spelled(letters)
        if spelled:
            return spelled
    return []


def _spelled(letters: str) -> list[int]:
    """Read letters that are months and nothing else: ``novdic`` is November and December."""
    months: list[int] = []
    at = 0
    while at < len(letters):
        step = _NAMED_MONTHS.match(letters, at)
        if step is None or step.end() == at:
            return []
        months.append(next(int(k[1:]) for k, v in step.groupdict().items() if v is not None))
        at = step.end()
    return months


def _one_year(named: Dated | None) -> int | None:
    """Return the year of a name that tells one, and no months."""
    if named is None or named.start is None or named.end is None or named.precision != "year":
        return None
    return named.start.year if named.start.year == named.end.year else None


def _by_columns(
    file: DataFile, told: Mapping[str, Profile], year: int | None
) -> Iterator[tuple[int, Dated]]:
    """Yield what columns say, with the weight of the evidence."""
    for profile in told.values():
        if _of_another_day(profile) or profile.blanks > profile.rows * (1 - ALMOST_ALL):
            continue
        days = _days(file.frame[profile.name], profile)
        if days is None and profile.named and _DATE.search(profile.said):
            labels = file.value_labels.get(profile.name, {})
            days = labelled_days(file.frame[profile.name], labels)
        if days is None:
            continue
        span = span_of(days, (profile.name,))
        if span is not None:
            weight = 2 * bool(INTERVIEW.search(profile.said)) + (profile.kind == "date")
            called = weight or _DATE.search(profile.said) or profile.kind != "text"
            yield weight - (not called), span
    for parts in days_in_parts(file.frame, told, year):
        span = span_of(parts.days, parts.columns)
        if span is not None:
            yield 3, span
            return
    for parts in (*months_in_one(file.frame, told), *months_in_parts(file.frame, told, year)):
        span = span_of(parts.days, parts.columns)
        if span is not None:
            yield _MONTHS_ALONE, _to_the_end_of_months(span)
            return


def _to_the_end_of_months(span: Dated) -> Dated:
    assert span.end is not None
    last = calendar.monthrange(span.end.year, span.end.month)[1]
    return replace(span, end=span.end.replace(day=last), precision="month")


def _by_values_alone(told: Profile) -> bool:
    """Whether a column of texts may be one of days, and is named in a writing not known here."""
    named = _LATIN.search(told.said) or _DATE.search(told.said)
    return told.kind == "text" and not named


def _is_of_days(told: Profile, column: pd.Series[Any]) -> bool:
    """Whether a column of texts is named so, or holds days of interview and nothing else."""
    named = _DATE.search(told.said) or _by_values_alone(told)
    return bool(named) or (told.distinct > 1 and is_stamped(column))


def _of_another_day(told: Profile) -> bool:
    """Whether a column dates a birth, or the file itself."""
    return bool(BIRTH.search(told.said) or MADE.search(told.said))


def _days(column: pd.Series[Any], told: Profile) -> pd.Series[Any] | None:
    """Read a column as days, where it says that it holds some."""
    import pandas as pd

    if told.kind == "date":
        return column
    words = told.said
    form = next((f for pattern, f in _WRITTEN if pattern.search(words)), None)
    if form is not None and told.kind == "number" and told.whole:
        texts = column.map(lambda v: f"{int(v):08d}" if v == v else None)
        return pd.to_datetime(texts, format=form, errors="coerce")
    if told.kind == "number" and FIRST_SERIAL <= told.low <= told.high <= LAST_SERIAL:
        return serial_days(column) if _DATE.search(words) and not told.labelled else None
    if told.kind in ("number", "written number") and told.whole:
        return days_together(column)
    if told.kind == "text" and _is_of_days(told, column):
        days = pd.to_datetime(column, format="ISO8601", errors="coerce", utc=True)
        if days.notna().any():
            return days
        readings = written_days(column).readings
        return readings[0] if len(readings) == 1 else None
    return None


def days_of(file: DataFile, told: Mapping[str, Profile], when: Dated) -> pd.Series[Any] | None:
    """Return the day of each interview, where one column of the file dates the wave."""
    if len(when.columns) != 1 or when.columns[0] not in told:
        return None
    days = _days(file.frame[when.columns[0]], told[when.columns[0]])
    if days is None:
        return None
    import pandas as pd

    return pd.to_datetime(days, errors="coerce")


def _either_order(file: DataFile, told: Mapping[str, Profile]) -> Iterator[tuple[Dated, Dated]]:
    """Yield the two spans of a column whose days and months may stand in either order."""
    for profile in told.values():
        column = file.frame[profile.name]
        if profile.kind != "text" or _of_another_day(profile) or not _is_of_days(profile, column):
            continue
        written = written_days(column)
        if len(written.readings) < 2:
            continue
        spans = [s for days in written.readings if (s := span_of(days, (profile.name,)))]
        if len(spans) == 2:
            yield spans[0], spans[1]
        elif spans:  # in the other order fieldwork would last for years
            yield spans[0], spans[0]


def _settled(either: tuple[Dated, Dated], named: Dated) -> Dated:
    """Return the one of two spans that the file's name allows; else the year, and the doubt."""
    one, two = either
    if one == two:
        return one
    if named.precision == "month":
        inside = [s for s in either if _within(s, named)]
        if len(inside) == 1:
            return inside[0]
    days = [d for s in either for d in (s.start, s.end) if d is not None]
    sentence = Said(
        EITHER_ORDER,
        column=one.columns[0],
        day_first=f"{one.start} – {one.end}",
        month_first=f"{two.start} – {two.end}",
    )
    if len({day.year for day in days}) > 1:
        return Dated(told=sentence)
    year = days[0].year
    return Dated(dt.date(year, 1, 1), dt.date(year, 12, 31), "year", sentence)


def _within(span: Dated, named: Dated) -> bool:
    if span.start is None or span.end is None or named.start is None or named.end is None:
        return False
    return named.start <= span.start and span.end <= named.end


def span_of(days: pd.Series[Any], columns: tuple[str, ...]) -> Dated | None:
    """Return the first and the last day of a fieldwork, where nearly all cells are days of one."""
    known = days.dropna()
    if len(known) < ALMOST_ALL * len(days):
        return None
    first, last = known.min().date(), known.max().date()
    inside = first.year >= FIRST_YEAR and last.year <= LAST_YEAR
    if not inside or (last - first).days > LONGEST_DAYS:
        return None
    listed = ", ".join(columns)
    return Dated(first, last, "day", Said("interchange-dates-column", column=listed), columns)
