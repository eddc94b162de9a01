"""A data file larger than memory, into a folder of Parquet that lazy waves are made of.

Rows are read some at a time, each lot in a process of its own, and written as one file of the
folder. Until the last is there the folder has another name: what a reader finds is whole or absent.
A conversion that was stopped goes on after the last file that it wrote.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from padai.errors import DataError, MissingExtraError, refused_by_system
from padai.waves.intake import check_kind, check_there, file_sha256
from padai.waves.lots_of_rows import rows_of_lot, stat_about, stat_lots
from padai.waves.lots_of_text import csv_about, csv_lots
from padai.words import Said

READ = (".sav", ".zsav", ".dta", ".sas7bdat", ".csv")
#: How the folder is named until it is whole.
UNFINISHED = ".unfinished"
STATE = "state.json"
Progress = Callable[[int, int | None], None]


@dataclass(frozen=True)
class Converted:
    """What a conversion wrote.

    Attributes
    ----------
    folder : Path
    rows, files : int
    resumed : int
        Rows that an earlier, stopped conversion had written.
    letters_lost : dict
        By column, missing codes written as letters that the file gives no label, now blank.
    """

    folder: Path
    rows: int
    files: int
    resumed: int
    letters_lost: Mapping[str, int]


def convert(
    source: Path | str,
    folder: Path | str | None = None,
    *,
    rows: int | None = None,
    progress: Progress | None = None,
) -> Converted:
    """Convert a .sav, .zsav, .dta, .sas7bdat or .csv of any size into a folder of Parquet files.

    Labels, missing ranges and formats are kept in the files' metadata. Numbers are doubles, whole
    columns of a .csv 64-bit integers; text stays text, dates are dates. Missing codes that Stata or
    SAS write as letters become blanks, and those that have a label stand in a column of their own,
    ``NAME_missing``.

    Parameters
    ----------
    source
    folder
        Where to; by default beside `source`, with the ending ``.parquet``.
    rows
        Rows of one lot; by default as many as make ten million cells.
    progress
        Called with the rows written and, where the file tells it, their number.

    Raises
    ------
    DataError
        The file is missing or broken, the folder is there already, the disk is full: no folder is
        left then, and converting again goes on from the last whole lot.
    MissingExtraError
        pyarrow is not installed.

    Examples
    --------
    >>> convert("wave.sav").folder  # doctest: +SKIP
    PosixPath('wave.parquet')
    """
    source = Path(source)
    target = Path(folder) if folder is not None else source.with_suffix(".parquet")
    _check(source, target, rows)
    part = target.with_name(target.name + UNFINISHED)
    try:
        done = _written(source, part, rows, progress or (lambda written, of: None))
        (part / STATE).unlink()
        part.rename(target)
    except OSError as error:
        why = refused_by_system(error)
        if why is None:
            raise
        raise DataError(
            Said(
                "waves-could-not-be-written-and-is-not-there",
                target_name=target.name,
                why=why,
                part_name=part.name,
            ),
        ) from None
    return Converted(target, **done)


def _check(source: Path, target: Path, rows: int | None) -> None:
    ending = source.suffix.lower()
    if ending not in READ:
        known = ", ".join(READ)
        raise DataError(
            Said(
                "waves-files-ending-in-are-not-converted-give",
                source_name=source.name,
                ending=ending,
                known=known,
            ),
        )
    check_there(source, "")
    check_kind(source, ending, "", None)
    if target.exists():
        raise DataError(
            Said("waves-is-there-already-remove-it-or-name", target_name=target.name),
        )
    if rows is not None and rows < 1:
        raise DataError(
            Said("waves-rows-a-lot-has-one-row-at-least", rows=rows),
        )
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        raise MissingExtraError("bigdata", Said("waves-converting-to-parquet")) from None


def _written(source: Path, part: Path, rows: int | None, progress: Progress) -> dict[str, Any]:
    """Write every lot that is not there yet, and return what was done."""
    state = _state(source, part, rows)
    resumed = state["written"]
    reader = csv_lots if source.suffix.lower() == ".csv" else stat_lots
    for table, letters in reader(source, state):
        _write_lot(part, state, table)
        state["written"] += table.num_rows
        state["files"] += 1
        for name, count in letters.items():
            state["letters"][name] = state["letters"].get(name, 0) + count
        _keep(part, state)
        progress(state["written"], state["rows"])
    return {
        "rows": state["written"],
        "files": state["files"],
        "resumed": resumed,
        "letters_lost": state["letters"],
    }


def _state(source: Path, part: Path, rows: int | None) -> dict[str, Any]:
    """Return where an earlier conversion of the same file stopped, or where this one begins."""
    checksum = file_sha256(source)
    kept = _kept(part)
    if kept is not None and kept["sha256"] == checksum and rows in (None, kept["lot"]):
        for file in part.glob("*.parquet"):  # one that was written and not yet noted
            if int(file.stem.removeprefix("part")) >= kept["files"]:
                file.unlink()
        return kept
    if part.exists():
        shutil.rmtree(part)
    about = csv_about(source) if source.suffix.lower() == ".csv" else stat_about(source, rows)
    lot = rows or rows_of_lot(about)
    state = {"sha256": checksum, "lot": lot, "written": 0, "files": 0, "letters": {}, **about}
    part.mkdir(parents=True)
    _keep(part, state)
    return state


def _kept(part: Path) -> dict[str, Any] | None:
    try:
        state = json.loads((part / STATE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return state if isinstance(state, dict) and state.get("form") == FORM else None


#: Of the state that is kept; another version's is begun anew.
FORM = 2


def _keep(part: Path, state: Mapping[str, Any]) -> None:
    """Note how far it went; the note is replaced in one step."""
    beside = part / (STATE + ".new")
    with beside.open("w", encoding="utf-8") as handle:
        json.dump({"form": FORM, **state}, handle)
        handle.flush()
        os.fsync(handle.fileno())
    beside.replace(part / STATE)


def _write_lot(part: Path, state: Mapping[str, Any], table: Any) -> None:
    import pyarrow.parquet as pq

    about = {
        key: state[key]
        for key in ("labels", "value_labels", "missing_ranges", "formats")
        if key in state
    }
    metadata = {b"padai": json.dumps(about).encode("utf-8")}
    path = part / f"part{state['files']:05d}.parquet"
    beside = path.with_suffix(".new")
    try:
        pq.write_table(table.replace_schema_metadata(metadata), beside, compression="zstd")
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
