"""A data file larger than memory, into a folder of Parquet that lazy waves are made of.

Rows are read some at a time, each lot in a process of its own, and written as one file of the
folder. Until the last is there the folder has another name: what a reader finds is whole or absent.
A conversion that was stopped goes on after the last file that it wrote.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import DataError, MissingExtraError, refused_by_system
from padai.waves.intake import check_kind, check_there, file_sha256, read_part
from padai.waves.text_files import (
    BLANKS,
    check_names,
    check_rows,
    encoded,
    header_of,
    lines_before,
)
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

READ = (".sav", ".zsav", ".dta", ".sas7bdat", ".csv")
#: Cells of one lot: about a gigabyte while they are read.
CELLS_AT_ONCE = 10_000_000
#: How the folder is named until it is whole.
UNFINISHED = ".unfinished"
STATE = "state.json"
MISSING = "_missing"
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
    reader = _csv_lots if source.suffix.lower() == ".csv" else _stat_lots
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
    about = _csv_about(source) if source.suffix.lower() == ".csv" else _stat_about(source)
    lot = rows or max(1, CELLS_AT_ONCE // max(len(about["names"]), 1))
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
FORM = 1


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


def _stat_about(source: Path) -> dict[str, Any]:
    """Return what the header of a statistical file tells."""
    _, about = read_part(source, 0, 0)
    numeric = set(about["numeric"])
    kinds = {}
    for name in about["names"]:
        kinds[name] = "number" if name in numeric else "text"
        if name in numeric and _is_date(str(about["formats"].get(name, ""))):
            kinds[name] = "date"
    lettered = [
        name
        for name, pairs in about["value_labels"].items()
        if name in numeric and any(isinstance(value, str) for value, _ in pairs)
    ]
    kept = ("names", "rows", "labels", "value_labels", "missing_ranges", "formats")
    return {**{key: about[key] for key in kept}, "kinds": kinds, "lettered": lettered}


def _is_date(form: str) -> bool:
    """Whether a display format is that of a date, which the reader turns into one."""
    form = form.upper().lstrip("%").rstrip("0123456789.")
    dates = {
        "DATE",
        "ADATE",
        "EDATE",
        "JDATE",
        "SDATE",
        "DATETIME",
        "YMDHMS",
        "TD",
        "TC",
        "D",
        "YYMMDD",
        "MMDDYY",
        "DDMMYY",
        "TOD",
        "E8601DA",
        "E8601DT",
    }
    return form in dates


def _stat_lots(source: Path, state: Mapping[str, Any]) -> Iterator[tuple[Any, dict[str, int]]]:
    while state["written"] < state["rows"]:
        columns, _ = read_part(source, state["written"], state["lot"])
        yield _stat_table(columns, state)


def _stat_table(columns: Mapping[str, Any], state: Mapping[str, Any]) -> tuple[Any, dict[str, int]]:
    """Return a lot as Arrow has it, and how many lettered codes became blank."""
    import pyarrow as pa

    arrays: dict[str, Any] = {}
    lost: dict[str, int] = {}
    for name in state["names"]:
        values, kind = columns[name], state["kinds"][name]
        letters = None
        if kind != "text" and values.dtype.kind == "O":
            letters = [v if isinstance(v, str) else None for v in values]
            values = np.array([np.nan if isinstance(v, str) else v for v in values], dtype=float)
        if kind == "text":
            arrays[name] = pa.array(values, pa.large_string(), from_pandas=True)
        elif kind == "date" and values.dtype.kind == "M":
            arrays[name] = pa.array(values, pa.timestamp("us"), from_pandas=True)
        elif kind == "date":
            arrays[name] = pa.nulls(len(values), pa.timestamp("us"))
        else:
            arrays[name] = pa.array(np.asarray(values, float), pa.float64(), from_pandas=True)
        if name in state["lettered"]:
            held = letters or [None] * len(values)
            arrays[name + MISSING] = pa.array(held, pa.large_string())
        elif letters is not None:
            lost[name] = sum(letter is not None for letter in letters)
    return pa.table(arrays), lost


def _csv_about(source: Path) -> dict[str, Any]:
    """Return the columns of a .csv and what they hold, from one reading of all of it."""
    try:
        return _csv_seen(source)
    except UnicodeError:
        raise _irregular(source) from None


def _csv_seen(source: Path) -> dict[str, Any]:
    separator, names = header_of(source)
    check_names(names, source, "")
    check_rows(source, separator, len(names), "")
    kinds = dict.fromkeys(names, "int")
    rows = 0
    for lot in _csv_read(source, separator, max(1, CELLS_AT_ONCE // max(len(names), 1)), 0):
        rows += len(lot)
        for name in names:
            if kinds[name] != "text":
                kinds[name] = _wider(kinds[name], lot[name], separator)
    return {"names": names, "rows": rows, "kinds": kinds, "separator": separator}


def _wider(kind: str, column: pd.Series[Any], separator: str) -> str:
    """Return what a column is once more of its cells are seen: int, number or text."""
    texts = _decimal(column.dropna().str.strip(), separator)
    whole = texts.str.fullmatch(r"[+-]?(?:0|[1-9]\d{0,15})")
    if bool(whole.all()):
        return kind
    number = texts.str.fullmatch(r"[+-]?(?:0|[1-9]\d*)?(?:\.\d*)?(?:[eE][+-]?\d+)?")
    return "number" if bool((number & texts.str.contains(r"\d")).all()) else "text"


def _decimal(texts: pd.Series[Any], separator: str) -> pd.Series[Any]:
    return texts.str.replace(",", ".", regex=False) if separator == ";" else texts


def _csv_lots(source: Path, state: Mapping[str, Any]) -> Iterator[tuple[Any, dict[str, int]]]:
    import pandas as pd
    import pyarrow as pa

    separator = state["separator"]
    for lot in _csv_read(source, separator, state["lot"], state["written"]):
        arrays = {}
        for name in state["names"]:
            column, kind = lot[name], state["kinds"][name]
            if kind == "text":
                arrays[name] = pa.array(column, pa.large_string(), from_pandas=True)
                continue
            numbers = pd.to_numeric(_decimal(column.str.strip(), separator))
            as_whole = pa.int64() if kind == "int" else pa.float64()
            if kind == "int":
                numbers = numbers.astype("Int64")
            arrays[name] = pa.array(numbers, as_whole, from_pandas=True)
        yield pa.table(arrays), {}


def _csv_read(source: Path, separator: str, lot: int, start: int) -> Iterator[pd.DataFrame]:
    """Read a .csv as text, some rows at a time, from a row on."""
    import pandas as pd

    _, names = header_of(source)
    try:
        with pd.read_csv(
            source,
            sep=separator,
            dtype="str",
            keep_default_na=False,
            na_values=BLANKS,
            header=0,
            names=names,
            encoding=encoded(source),
            skiprows=lines_before(source),
            on_bad_lines="error",
            chunksize=lot,
            index_col=False,
        ) as lots:
            for place, frame in enumerate(lots):
                if place * lot >= start and len(frame):
                    yield frame
    except pd.errors.EmptyDataError:
        return
    except (UnicodeError, pd.errors.ParserError):
        raise _irregular(source) from None


def _irregular(source: Path) -> DataError:
    return DataError(
        Said("waves-is-not-a-regular-table-in-utf-8-a-row", source_name=source.name),
    )
