"""A workbook of answers, as anyone keeps them: its first sheet, read as a table of texts."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from padai.errors import DataError, Said
from padai.interchange.choices import Choices
from padai.interchange.forms import opened_workbook
from padai.interchange.platforms.grid import WORKBOOKS, whole

_OF_A_FORM = {"choices", "settings", "external_choices"}


def of_answers(files: Sequence[Path], choices: Choices, folder: Path) -> tuple[list[Path], Choices]:
    """Write the first sheet of each workbook that is no questionnaire as CSV, and say so.

    Parameters
    ----------
    files
        Files of data, or a questionnaire; what is no workbook is left as it is.
    choices
        What is decided beforehand; the waves that it names by their files follow them.
    folder
        Where the tables are written.

    Returns
    -------
    The files to read, and the choices.

    Raises
    ------
    DataError
        The first sheet is empty, or too large.
    DefinitionError
        The workbook is broken or hostile.
    MissingExtraError
        The extra ``interchange`` is not installed.
    """
    found: list[Path] = []
    moved: dict[Path, Path] = {}
    for place, path in enumerate(files):
        if path.suffix.lower() not in WORKBOOKS or not path.is_file():
            found.append(path)
            continue
        sheets = _sheets(path)
        if sheets is None:
            found.append(path)
            continue
        rows = whole(path)
        if not rows:
            raise DataError(Said("interchange-first-sheet-is-empty", file=path.name))
        target = folder / str(place) / f"{path.stem}.csv"
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("w", encoding="utf-8", newline="") as handle:
            csv.writer(handle, lineterminator="\n").writerows(rows)
        choices.tell(Said("interchange-workbook-read", file=path.name, others=len(sheets) - 1))
        found.append(target)
        moved[path] = target
    named = {moved.get(path, path): name for path, name in choices.wave_ids.items()}
    return found, replace(choices, wave_ids=named)


def _sheets(path: Path) -> list[str] | None:
    """Return the names of the sheets of a workbook of answers; nothing for a questionnaire."""
    with opened_workbook(path) as book:
        names = [str(name) for name in book.sheetnames]
        form = next((s for s in book.worksheets if s.title.casefold() == "survey"), None)
        rows = form.iter_rows(max_row=1, values_only=True) if form is not None else ()
        head = {str(cell).strip().casefold() for row in rows for cell in row if cell}
    if _OF_A_FORM & {name.casefold() for name in names} or {"type", "name"} & head:
        return None
    return names
