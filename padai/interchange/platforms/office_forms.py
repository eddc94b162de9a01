"""Google Forms and Microsoft Forms: one header row, the questions themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from padai.errors import Said
from padai.interchange.days_in_words import STAMPS
from padai.interchange.label_words import normal
from padai.interchange.personal import is_personal
from padai.interchange.platforms.export import COMPLETE, Export, ExportedColumn
from padai.interchange.platforms.parts import ExportLayout, parted

GOOGLE = Said("interchange-google-forms")
MICROSOFT = Said("interchange-microsoft-forms")
_STAMP = {*STAMPS}
_ID = {"id", "identyfikator"}
_START = {
    *("godzina rozpoczecia", "starttid", "starttidspunkt", "aloitusaika"),
    *("start time", "heure de debut", "hora de inicio", "startzeit", "ora di inizio", "begintijd"),
    "starttijd",
}
_END = {
    *("godzina ukonczenia", "slutforandetid", "fuldforelsestidspunkt", "fullforingstidspunkt"),
    *("valmistumisaika", "valmistumisajankohta"),
    *("completion time", "heure de fin", "hora de finalizacion", "fertigstellungszeit"),
    *("hora de conclusao", "ora di completamento", "tijd van voltooien", "voltooiingstijd"),
}
_MOMENT = re.compile(
    r"\d{1,4}[-/.]\s?\d{1,2}[-/.]\s?\d{2,4}\.?,?( klo)?[ T]+\d{1,2}[:.]\d{2}([:.]\d{2})?"
    r"(\.\d+)?( .{1,20})?"
)
"""A day and an hour, in whatever order a language writes them."""
_SENDER = 3
_LEAST_WORDS = 3
"""Words from which on the head of a column is a question."""
_BESIDE = {
    *_STAMP, *_ID, *_START, *_END, "score", "note", "last modified time",
    "heure de la derniere modification", "hora de la ultima modificacion", "language", "langue",
    "total points", "quiz feedback", "username", "email", "name",
}  # fmt: skip
_GRID = re.compile(r"(.*\S)\s*\[([^\]]+)\]", re.DOTALL)


def is_google(head: Sequence[Sequence[str]]) -> bool:
    """Say whether the first column is the time at which the form was sent, in any language."""
    if not head or len(head[0]) < 2:
        return False
    if normal(head[0][0]) in _STAMP:
        return True
    asked = sum(_is_question(cell) for cell in head[0][1:])
    # a form tells when it was sent, and no more: others write the end beside the start
    return asked > 0 and _moments(head, 0) and not _moments(head, 1)


def is_microsoft(head: Sequence[Sequence[str]]) -> bool:
    """Say whether the first columns are the response's number, its start and its end."""
    names = [normal(cell) for cell in head[0][:3]] if head else []
    if len(names) < 3 or names[0] not in _ID:
        return False
    known = names[1] in _START and names[2] in _END
    return known or (_moments(head, 1) and _moments(head, 2) and _senders(head))


def _senders(head: Sequence[Sequence[str]]) -> bool:
    """Say whether the fourth column tells who sent each response, or that it is anonymous."""
    cells = [row[_SENDER].strip() for row in head[1:] if len(row) > _SENDER]
    return bool(cells) and all("@" in cell or cell == "anonymous" for cell in cells)


def _moments(head: Sequence[Sequence[str]], place: int) -> bool:
    """Say whether the cells of a column below its head are days with their hours."""
    cells = [row[place].strip() for row in head[1:] if place < len(row)]
    return bool(cells) and all(_MOMENT.fullmatch(cell) for cell in cells)


def _is_question(cell: str) -> bool:
    return len(cell.split()) >= _LEAST_WORDS or cell.rstrip().endswith(("?", "？", "؟"))


def read_google(path: Path, table: Sequence[Sequence[str]]) -> Export:
    """Read the responses of a Google form: several answers of a cell are parted by ``;`` or ``,``.

    References
    ----------
    Google Docs Editors Help, "View and manage form responses".
    """
    return _read(path, table, GOOGLE, None, 0)


def read_microsoft(path: Path, table: Sequence[Sequence[str]]) -> Export:
    """Read the responses of a Microsoft form: several answers of a cell each end with ``;``.

    References
    ----------
    Microsoft Support, "Check and share your form results": the workbook of responses.
    """
    return _read(path, table, MICROSOFT, 0, 2)


def _read(
    path: Path, table: Sequence[Sequence[str]], whose: Said, id_place: int | None, day: int
) -> Export:
    names = [" ".join(cell.split()) for cell in table[0]]
    first = 1 if whose is GOOGLE else 3
    beside = {p for p, name in enumerate(names) if p < first + 3 and normal(name) in _BESIDE}
    beside |= {day, *(() if whose is GOOGLE else (0, 1, 2))}
    if whose is MICROSOFT and _senders(table):  # then the name, in whatever language
        beside |= {p for p in (_SENDER, _SENDER + 1) if not _is_question(names[p])}
    number = 0
    columns: dict[int, tuple[int, int, str]] = {}
    last = ""
    for place, name in enumerate(names):
        if place in beside or not name or is_personal(name, name, ()):
            continue
        grid = _GRID.fullmatch(name)
        asked = grid[1] if grid else name
        number += not (grid and asked == last)
        last = asked if grid else ""
        row = sum(p[0] == number for p in columns.values()) + 1 if grid else 0
        columns[place] = (number, row, f"{asked} - {grid[2]}" if grid else name)
    wordings = [columns[p][2] if p in columns else name for p, name in enumerate(names)]

    def made(place: int, cells: tuple[str, ...]) -> ExportedColumn:
        count, row, wording = columns[place]
        key = f"q{count}_{row}" if row else f"q{count}"
        return ExportedColumn(key, wording, cells, separator=";,")

    layout = ExportLayout(
        whose,
        names,
        wordings,
        frozenset(beside),
        id_place,
        day,
        lambda row: COMPLETE,
        by_place=True,
    )
    return parted(path, layout, table[1:], made)
