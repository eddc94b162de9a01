"""What every platform's reader does: part answers from people's traces and from paradata."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from padai.errors import DataError, Said
from padai.interchange.personal import is_personal
from padai.interchange.platforms.export import (
    Export,
    ExportedColumn,
    column_of,
    days_of,
    questions_of,
    years_told,
)


@dataclass(frozen=True)
class ExportLayout:
    """Where an export keeps what is no answer.

    Attributes
    ----------
    platform
        Whose export it is.
    names, wordings
        One of each a column; a wording may be blank.
    beside
        The places of columns about the interview.
    id_place, day_place
        Where the response's identifier and its day stand.
    status
        How a response ended, from its row.
    by_place
        Whether the names that questions have here are their places.
    personal
        The places of columns that the layout shows to tell who or where a person is.
    """

    platform: Said
    names: Sequence[str]
    wordings: Sequence[str]
    beside: frozenset[int]
    id_place: int | None
    day_place: int | None
    status: Callable[[Sequence[str]], str]
    by_place: bool = False
    personal: frozenset[int] = frozenset()


def parted(
    path: Path,
    layout: ExportLayout,
    rows: Sequence[Sequence[str]],
    made: Callable[[int, tuple[str, ...]], ExportedColumn],
) -> Export:
    """Make an export of its rows: `made` makes the column of answers at a place.

    Raises
    ------
    DataError
        There is no response, or no column of answers.
    """
    whose = layout.platform
    if not rows:
        raise DataError(
            Said(
                "interchange-has-its-header-rows-and-no-response", path_name=path.name, whose=whose
            ),
        )
    columns, personal, beside = [], [], []
    for place, name in enumerate(layout.names):
        cells = column_of(rows, place)
        shown = name or layout.wordings[place]
        known = place in layout.personal or is_personal(name, layout.wordings[place], cells)
        if place != layout.id_place and known:
            personal.append(shown)
        elif place in layout.beside or place in (layout.id_place, layout.day_place):
            beside.append(shown)
        elif name.strip():
            columns.append(made(place, cells))
    if not columns:
        raise DataError(
            Said(
                "interchange-has-no-column-of-answers-export-the", path_name=path.name, whose=whose
            ),
        )
    sent = column_of(rows, layout.day_place)
    days = days_of(sent)
    return Export(
        path,
        whose,
        tuple(columns),
        _ids(column_of(rows, layout.id_place)),
        tuple(layout.status(row) for row in rows),
        days,
        tuple(personal),
        tuple(beside),
        layout.by_place,
        told=years_told(sent, days, path.name),
    )


def with_others(columns: Sequence[ExportedColumn]) -> tuple[ExportedColumn, ...]:
    """Give the option whose words people wrote a column of its own, where only the words tell it.

    Whoever chose nothing else had chosen nothing at all, and was in no base.
    """
    marked = {q.name: q.columns for q in questions_of(columns) if q.many}
    completed: list[ExportedColumn] = []
    for column in columns:
        beside = marked.get(column.stem, ())
        stands_beside = any(c.option and c.option == column.option for c in beside)
        last = column.code.endswith("comment")  # what was said of an option, and no option
        if not (column.own_words and beside) or stands_beside or last:
            completed.append(column)
            continue
        cells = tuple("1" if cell.strip() else "" for cell in column.cells)
        completed.append(replace(column, cells=cells, own_words=False))
        completed.append(replace(column, name=f"{column.name}_text", stem="", code="", option=""))
    return tuple(completed)


def _ids(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the identifiers, or running numbers where they are blank, repeated or personal."""
    usable = all(cells) and len(set(cells)) == len(cells) and not is_personal("", "", cells)
    return tuple(cells) if usable else tuple(str(place + 1) for place in range(len(cells)))


def at(row: Sequence[str], place: int | None) -> str:
    """Return a cell without outer blanks; nothing where there is none."""
    return row[place].strip() if place is not None and place < len(row) else ""
