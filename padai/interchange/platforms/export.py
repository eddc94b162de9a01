"""An export as every platform's reader gives it back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from padai.errors import Said
from padai.interchange.numbered_days import FIRST_YEAR, LAST_YEAR
from padai.interchange.personal import CHOSEN, NOT_CHOSEN
from padai.waves.named_months import named_day

COMPLETE, PARTIAL, PREVIEW = "complete", "partial", "preview"
_YEAR_LAST = re.compile(r"\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})\b")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
BUDDHIST = 543
"""Years by which the Buddhist era, in which Thai forms write days, is ahead of the common one."""
LAST_MONTH = 12
"""A number past it is the day of a month."""


@dataclass(frozen=True)
class ExportedColumn:
    """One column of answers.

    Attributes
    ----------
    name, wording
        The column's name, and the question in words, as far as the file tells them.
    cells
        One text a response, blank where nothing was answered.
    stem, code, option
        Where the column is one of several of a question: the question's name, the code of this
        option or row, and its words.
    separator
        What stands between several answers in one cell, where the platform may write so.
    own_words
        Whether the platform says that people write here in their own words.
    """

    name: str
    wording: str
    cells: tuple[str, ...] = field(repr=False)
    stem: str = ""
    code: str = ""
    option: str = ""
    separator: str = ""
    own_words: bool = False


@dataclass(frozen=True)
class Export:
    """A platform's export: who answered, how each response ended, and what was answered.

    Attributes
    ----------
    path, platform
        The file, and whose it is.
    columns
        The answers, in the file's order.
    ids, status, days
        One a response: its identifier, ``complete``, ``partial`` or ``preview``, and its day as
        ``YYYY-MM-DD`` (blank where the file does not tell).
    personal, beside
        The names of the columns that tell who a person is, and of those about the interview;
        neither is kept.
    by_place
        Whether names of questions, and codes of options, are places in the file, which the next
        export may number otherwise.
    language
        The language that its own field names most often; empty where it has none.
    told
        What else has to be said of it.
    """

    path: Path
    platform: Said
    columns: tuple[ExportedColumn, ...]
    ids: tuple[str, ...] = field(repr=False)
    status: tuple[str, ...] = field(repr=False)
    days: tuple[str, ...] = field(repr=False)
    personal: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    by_place: bool = False
    language: str = ""
    told: tuple[Said, ...] = ()

    def count(self, status: str) -> int:
        """Return how many responses ended so."""
        return sum(each == status for each in self.status)


@dataclass(frozen=True)
class ExportedQuestion:
    """The columns of one question: one, or the options of a multiple choice."""

    name: str
    wording: str
    columns: tuple[ExportedColumn, ...]
    many: bool = False


def questions_of(columns: Sequence[ExportedColumn]) -> list[ExportedQuestion]:
    """Join the columns that are options of one question; the rows of a grid stay apart.

    Columns of one stem are options where a cell says only whether the option was chosen: a mark,
    the option's own code, or its own words.
    """
    groups: dict[str, list[ExportedColumn]] = {}
    for column in columns:
        if column.stem and not column.own_words:
            groups.setdefault(column.stem, []).append(column)
    many = {stem for stem, group in groups.items() if _options(group)}
    questions: list[ExportedQuestion] = []
    for column in columns:
        if column.stem in many and not column.own_words:
            if column is groups[column.stem][0]:
                group = tuple(groups[column.stem])
                questions.append(ExportedQuestion(column.stem, _asked(column), group, many=True))
        else:
            questions.append(ExportedQuestion(column.name, column.wording, (column,)))
    return questions


def chosen(column: ExportedColumn, cell: str) -> bool | None:
    """Say whether a cell chooses its option; None where it is blank or says something else."""
    text = " ".join(cell.split())
    if text.casefold() in CHOSEN or (text and text in (column.code, column.option)):
        return True
    return False if text.casefold() in NOT_CHOSEN else None


def _options(group: Sequence[ExportedColumn]) -> bool:
    if len(group) < 2:
        return False
    filled = [[c for c in column.cells if c.strip()] for column in group]
    marked = any(
        chosen(column, cell) for column, cells in zip(group, filled, strict=True) for cell in cells
    )
    return marked and all(
        len(set(cells)) <= 2 and all(chosen(column, cell) is not None for cell in cells)
        for column, cells in zip(group, filled, strict=True)
    )


def _asked(column: ExportedColumn) -> str:
    """Return the words of a question without those of its option."""
    cut = column.wording.removesuffix(column.option) if column.option else column.wording
    return re.sub(r"[\s:–—-]+$", "", cut).removesuffix("- Selected Choice").rstrip(" -")


def days_of(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the days of a column, as :func:`day_of` writes them: a day past the 12th orders all.

    Between points the day stands first, wherever days are written so.

    Examples
    --------
    >>> days_of(["05/03/2025 9:05", "21/03/2025 10:00"]), days_of(["05/03/2025", "06/03/2025"])
    (('2025-03-05', '2025-03-21'), ('', ''))
    >>> days_of(["05.03.2025 9.05", "06.03.2025 10.00"])
    ('2025-03-05', '2025-03-06')
    """
    matches = [match for cell in cells if (match := _YEAR_LAST.match(cell))]
    pairs = [(int(match[1]), int(match[2])) for match in matches]
    orders = {one > other for one, other in pairs if max(one, other) > LAST_MONTH}
    pointed = bool(matches) and all("." in match[0] for match in matches)
    day_first = orders.pop() if len(orders) == 1 else (pointed and not orders) or None
    return tuple(day_of(cell, day_first) for cell in cells)


def day_of(text: str, day_first: bool | None = None) -> str:
    """Return the day of a date and time as ``YYYY-MM-DD``; blank where it cannot be told.

    Years of the Buddhist era are those of the common one. No form was sent before 1990:
    LimeSurvey writes 1 January 1980 where a survey keeps no days.

    Parameters
    ----------
    text
        As it stands in a cell.
    day_first
        Whether the day stands before the month, where other cells of the column tell it.

    Examples
    --------
    >>> day_of("2025/01/13 9:05:12 AM EST"), day_of("01/31/2025 10:00"), day_of("02/03/2025")
    ('2025-01-13', '2025-01-31', '')
    >>> day_of("2568/1/13 10:06:06 GMT+7"), day_of("1980-01-01 00:00:00")
    ('2025-01-13', '')
    """
    if match := re.match(r"\s*(\d{4})(?:[-/.]|\. )(\d{1,2})(?:[-/.]|\. )(\d{1,2})(?!\d)", text):
        year, month, day = (int(part) for part in match.groups())
    elif match := _YEAR_LAST.match(text):
        one, other, year = (int(part) for part in match.groups())
        year += 2000 if year < 100 else 0
        alike = (one > LAST_MONTH) == (other > LAST_MONTH)
        if alike and one != other and day_first is None:
            return ""
        first = day_first if alike else one > LAST_MONTH
        month, day = (other, one) if first else (one, other)
    else:
        named = named_day(text)
        return str(named) if named is not None else ""
    if year >= FIRST_YEAR + BUDDHIST:
        year -= BUDDHIST
    fits = FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= 31
    return f"{year:04d}-{month:02d}-{day:02d}" if fits else ""


def years_told(cells: Sequence[str], days: Sequence[str], file: str) -> tuple[Said, ...]:
    """Say of which years days are, where they are not written by the common ones.

    Parameters
    ----------
    cells, days
        A column as it is written, and its days as they were read.
    file
        Whose column it is.
    """
    matches = {cell: match for cell in cells if (match := _YEAR.search(cell))}
    other = [
        (int(match[0]), day)
        for cell, day in zip(cells, days, strict=True)
        if (match := matches.get(cell)) and not day.startswith(f"{int(match[0]):04d}")
    ]
    if not other or 2 * len(other) < len(cells):
        return ()
    year, day = other[0]
    if day:
        return (
            Said("interchange-export-buddhist-years", file=file, year=str(year), common=day[:4]),
        )
    if FIRST_YEAR <= year <= LAST_YEAR:
        return ()
    return (Said("interchange-export-years-not-read", file=file, year=str(year)),)


def column_of(rows: Sequence[Sequence[str]], place: int | None) -> tuple[str, ...]:
    """Return one column of the rows; blanks where there is none."""
    if place is None:
        return ("",) * len(rows)
    return tuple(row[place].strip() if place < len(row) else "" for row in rows)


def place_of(names: Mapping[str, int], *wanted: str) -> int | None:
    """Return the place of the first of several names that is there."""
    return next((names[name] for name in wanted if name in names), None)
