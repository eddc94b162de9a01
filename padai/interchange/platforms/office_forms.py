"""Google Forms and Microsoft Forms: one header row, the questions themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from padai.errors import Said
from padai.interchange.label_words import normal
from padai.interchange.platforms.export import COMPLETE, Column, Export
from padai.interchange.platforms.parts import Layout, parted
from padai.interchange.platforms.personal import is_personal

GOOGLE = Said("interchange-google-forms")
MICROSOFT = Said("interchange-microsoft-forms")
_STAMP = {"timestamp", "horodateur", "horodatage", "marca temporal"}
_ID = {"id"}
_START = {"start time", "heure de debut", "hora de inicio"}
_END = {"completion time", "heure de fin", "hora de finalizacion"}
_BESIDE = {
    *_STAMP, *_ID, *_START, *_END, "score", "note", "last modified time",
    "heure de la derniere modification", "hora de la ultima modificacion", "language", "langue",
    "total points", "quiz feedback", "username", "email", "name",
}  # fmt: skip
_GRID = re.compile(r"(.*\S)\s*\[([^\]]+)\]", re.DOTALL)


def is_google(head: Sequence[Sequence[str]]) -> bool:
    """Say whether the first column is the time at which the form was sent."""
    return bool(head) and len(head[0]) > 1 and normal(head[0][0]) in _STAMP


def is_microsoft(head: Sequence[Sequence[str]]) -> bool:
    """Say whether the first columns are the response's number, its start and its end."""
    names = [normal(cell) for cell in head[0][:3]] if head else []
    return len(names) == 3 and names[0] in _ID and names[1] in _START and names[2] in _END


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

    def made(place: int, cells: tuple[str, ...]) -> Column:
        count, row, wording = columns[place]
        key = f"q{count}_{row}" if row else f"q{count}"
        return Column(key, wording, cells, separator=";,")

    layout = Layout(
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
