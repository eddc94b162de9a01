"""A workbook of answers, as anyone keeps them: one of its sheets, read as a table of texts."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from padai.errors import DataError, Said
from padai.interchange.choices import Choices
from padai.interchange.forms import opened_workbook
from padai.interchange.platforms.grid import WORKBOOKS, sheet_rows, whole
from padai.interchange.totals import totals_below
from padai.waves.headers import is_a_name, is_a_question

MOST_SHEETS = 6
MOST_ABOVE = 20
"""Lines of a title, a source and notes that may stand above the names of columns."""
_OF_A_FORM = {"choices", "settings", "external_choices"}


def of_answers(files: Sequence[Path], choices: Choices, folder: Path) -> tuple[list[Path], Choices]:
    """Write the sheet of answers of each workbook that is no questionnaire as CSV, and say so.

    It is the first sheet, or one that is more than twice as long.

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
        Every sheet is empty, or the one of answers too large.
    DefinitionError
        The workbook is broken or hostile.
    MissingExtraError
        The extra ``interchange`` is not installed.
    """
    paths: list[Path] = []
    moved: dict[Path, Path] = {}
    for turn, path in enumerate(files):
        if path.suffix.lower() not in WORKBOOKS or not path.is_file():
            paths.append(path)
            continue
        sheets = _sheets(path)
        if sheets is None:
            paths.append(path)
            continue
        place = _of_answers(path)
        rows = _held(whole(path, place))
        if not rows:
            raise DataError(Said("interchange-first-sheet-is-empty", file=path.name))
        above = _above_names(rows)
        rows = _held(rows[above:])
        below = totals_below(rows[1:])
        rows = rows[: len(rows) - below]
        target = folder / str(turn) / f"{path.stem}.csv"
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("w", encoding="utf-8", newline="") as handle:
            csv.writer(handle, lineterminator="\n").writerows(rows)
        choices.tell(_told(path, sheets, place))
        if above:
            choices.tell(Said("interchange-title-above-names", file=path.name, count=above))
        if below:
            choices.tell(Said("interchange-totals-left-out", file=path.name, count=below))
        paths.append(target)
        moved[path] = target
    named = {moved.get(path, path): name for path, name in choices.wave_ids.items()}
    return paths, replace(choices, wave_ids=named)


def _of_answers(path: Path) -> int:
    """Return the place of the sheet of answers: a first sheet of words about them is short."""
    sizes = sheet_rows(path)
    longest = sizes.index(max(sizes)) if sizes else 0
    return longest if sizes and sizes[longest] > 2 * sizes[0] else 0


def _held(rows: list[list[str]]) -> list[list[str]]:
    """Leave out the columns of which every cell is blank, as beyond the last one of a sheet."""
    width = max((len(row) for row in rows), default=0)
    kept = [p for p in range(width) if any(p < len(row) and row[p].strip() for row in rows)]
    if len(kept) == width:
        return rows
    return [[row[p] if p < len(row) else "" for p in kept] for row in rows]


def _above_names(rows: Sequence[Sequence[str]]) -> int:
    """Return how many lines stand above that of the names: each of them fills few cells.

    A line of questions may stand right above short names, of which each stands once. Nothing is
    left out where the first full line is none of names, each once, and the next one neither.
    """
    width = max(map(len, rows))
    filled = (sum(bool(cell.strip()) for cell in row) for row in rows[: MOST_ABOVE + 1])
    first = next((place for place, cells in enumerate(filled) if 2 * cells > width), 0)
    names = [cell.strip() for cell in rows[first]]
    all_names = all(is_a_name(n) or is_a_question(n) for n in names if n)
    once = len({*names}) == len(names)
    if all_names and once and width > 2:
        return first
    return first + 1 if width > 2 and _names_below(rows[first : first + 2]) else 0


def _names_below(rows: Sequence[Sequence[str]]) -> bool:
    """Whether short names stand under a line of questions, which leaves some out or says twice."""
    if len(rows) < 2:
        return False
    above, names = ([cell.strip() for cell in row] for row in rows)
    short = all(name.isidentifier() for name in names)
    return short and len({*names}) == len(names) and any(map(is_a_question, above))


def _told(path: Path, sheets: Sequence[str], place: int) -> Said:
    others = [name for p, name in enumerate(sheets) if p != place]
    return Said(
        "interchange-workbook-read",
        file=path.name,
        which="first" if place == 0 else "longest",
        sheet=sheets[place],
        others=len(others),
        listed=", ".join(others[:MOST_SHEETS]),
    )


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
