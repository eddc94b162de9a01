"""Read one data file under limits, in a process of its own.

Run by :mod:`padai.waves.readers` as a plain file with ``python -I``, so it imports nothing of
padai: a broken file can crash the C library that reads it, and then only this process ends. Where
several files are read, one process loads that library, opens none of them, and splits off one for
each. It writes ``columns.npz`` (arrays, no pickles) and ``about.json`` into the folder it is given;
nothing is printed, since a message of a parser may quote data.
"""

from __future__ import annotations

import datetime as dt
import gc
import json
import mmap
import os
import re
import sys
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

MAX_COLUMNS = 20_000
MAX_CELLS = 400_000_000
MAX_BYTES = 4_000_000_000
SMALL_BYTES = 200_000_000
MAX_RATIO = 1_000
START_MEMORY = 2_000_000_000
HARD_MEMORY = 16_000_000_000
START_CPU = 6
BYTES = "LATIN1"
"""Under which each byte of a text is read as one character, whatever it stands for."""
OLD_BYTES = "ISO-8859-1"
"""The same, of formats that are older than UTF-8: a text that is not in it is in Windows-1252."""
OLD = ("por", "xpt")
CARD = 80
"""Bytes of a line of the old formats, which are as long as a punched card."""
Read = tuple[dict[str, Any], dict[str, Any]]
"""The columns of a file by name, and what it tells of them."""
_MEMBER = re.compile(rb"HEADER RECORD\*{7}(MEMBER  |MEMBV8  )HEADER RECORD!{7}")


class RefusedError(Exception):
    """The file is refused; the argument is the reason's name."""


def limit(memory: int, cpu: int) -> None:
    """Cap address space (bytes) and processor time (seconds), where the system can."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's clock still holds
        return
    for kind, soft, hard in (
        (resource.RLIMIT_AS, memory, HARD_MEMORY),
        (resource.RLIMIT_CPU, cpu, cpu + 3600),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        ceiling = resource.getrlimit(kind)[1]
        hard = hard if ceiling == resource.RLIM_INFINITY else min(hard, ceiling)
        try:
            resource.setrlimit(kind, (min(soft, hard), hard))
        except (ValueError, OSError):  # macOS refuses some; the remaining limits still hold
            continue


def check_size(rows: int, columns: int, row_bytes: int, file_bytes: int) -> None:
    """Refuse what would not fit, then raise the limits to what the header announces."""
    nominal = rows * row_bytes
    if columns > MAX_COLUMNS or rows * columns > MAX_CELLS or nominal > MAX_BYTES:
        raise RefusedError("too_large")
    if nominal > SMALL_BYTES and nominal > MAX_RATIO * file_bytes:
        raise RefusedError("bomb")
    cells = rows * columns
    limit(START_MEMORY + 100 * cells + 4 * nominal, START_CPU + cells // 500_000)


def _reader(kind: str) -> tuple[Callable[..., Any], dict[str, Any]]:
    """Return what reads a format, with its keywords: codes declared missing stay what they are."""
    import pyreadstat

    keywords: dict[str, Any] = {"user_missing": True, "output_format": "dict"}
    if kind in OLD:  # pyreadstat's own functions for these two make blanks of missing codes
        from pyreadstat._readstat_parser import parser_entry_point

        name = {"por": "por", "xpt": "xport"}[kind]
        return partial(parser_entry_point, parser_format=name), keywords
    return getattr(pyreadstat, f"read_{'sas7bdat' if kind == 'sas' else kind}"), keywords


def _check_whole(path: Path, kind: str) -> None:
    """Refuse a file of an old format, which tells no number of rows, that was cut.

    So is one that holds several tables, of which one alone would be read.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as held:
        ended = held[-2 * CARD :].rstrip(b"\r\n\x1a ").endswith(b"Z")
        if not ended if kind == "por" else len(held) % CARD:
            raise RefusedError("cut")
        if kind == "xpt" and len(_MEMBER.findall(held)) > 1:
            raise RefusedError("several")


def _rows_announced(head: Any, path: Path, kind: str, widths: list[int]) -> tuple[int, int]:
    """Return how many rows a header announces (0: it does not), and how many there are at most."""
    announced = max(int(head.number_rows or 0), 0)
    if kind not in OLD:
        return announced, announced
    _check_whole(path, kind)
    least = 2 * len(widths) if kind == "por" else sum(widths)  # bytes of a row
    return 0, path.stat().st_size // max(least, 1)


def _read(
    reader: Any, path: Path, keywords: dict[str, Any], kind: str, **asked: Any
) -> tuple[dict[str, Any], Any, dict[str, Any]]:
    """Return what a file holds and tells of itself, and the keywords under which it can be read.

    A program that cuts labels at 80 bytes may cut a character of UTF-8 in two, and then no reader
    takes the file. It is read byte by byte instead, and :func:`_told` makes texts of it.
    """
    try:
        return *reader(str(path), **asked, **keywords), keywords
    except Exception as error:
        if reason(error) != "encoding" or "encoding" in keywords:
            raise
    keywords = {**keywords, "encoding": OLD_BYTES if kind in OLD else BYTES}
    data, meta = reader(str(path), **asked, **keywords)
    if not all(str(name).isascii() for name in meta.column_names):
        raise RefusedError("encoding")
    return data, meta, keywords


def _told(data: dict[str, Any], about: dict[str, Any], keywords: dict[str, Any]) -> Read:
    """Return texts in Unicode; their bytes where they are in none, for whoever asked to tell."""
    try:
        data, about = _in_unicode((data, about), keywords)
    except RefusedError:
        about["raw"] = True
    return data, about


def _in_unicode(value: Any, keywords: dict[str, Any]) -> Any:
    """Return what was read byte by byte in UTF-8, without a character cut in two; else what it is.

    Raises
    ------
    RefusedError
        A text is in no UTF-8.
    """
    read_as = keywords.get("encoding")
    if read_as not in (BYTES, OLD_BYTES):
        return value
    if isinstance(value, dict):
        return {_in_unicode(k, keywords): _in_unicode(v, keywords) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_in_unicode(each, keywords) for each in value]
    if not isinstance(value, str) or value.isascii():
        return value
    raw = value.encode(BYTES)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if read_as == OLD_BYTES:
            return raw.decode("cp1252", errors="replace")
        if error.end < len(raw) or error.reason != "unexpected end of data":
            raise RefusedError("encoding") from None
        return raw[: error.start].decode("utf-8")


def read_readstat(path: Path, kind: str, part: int = 0, parts: int = 1) -> Read:
    """Read a file of SPSS, Stata or SAS with its labels and missing codes.

    Of `parts` readers that share the columns of a large file, this is number `part`, from 0.
    """
    reader, keywords = _reader(kind)
    _, head, keywords = _read(reader, path, keywords, kind, metadataonly=True)
    widths = [max(int(w), 0) for w in head.variable_storage_width.values()]
    names = [str(name) for name in head.column_names]
    announced, most = _rows_announced(head, path, kind, widths)
    check_size(most, len(names), sum(widths), path.stat().st_size)
    if len(set(names)) != len(names):
        raise RefusedError("header")
    mine = names[part::parts]
    if not mine:
        return {}, {"names": [], "order": names}
    wanted = mine if parts > 1 else None
    data, meta, keywords = _read(reader, path, keywords, kind, usecols=wanted)
    if set(data) != set(mine):
        raise RefusedError("header")
    if announced and len(next(iter(data.values()), ())) != announced:
        raise RefusedError("cut")
    return _told(data, _about_readstat(meta, mine) | {"order": names}, keywords)


def read_rows(path: Path, kind: str, start: int, count: int) -> Read:
    """Read some rows of a .sav, .zsav, .dta or .sas7bdat; no row: what its header tells."""
    reader, keywords = _reader(kind)
    _, head, keywords = _read(reader, path, keywords, kind, metadataonly=True)
    names = [str(name) for name in head.column_names]
    announced = max(int(head.number_rows or 0), 0)
    if len(set(names)) != len(names):
        raise RefusedError("header")
    if len(names) > MAX_COLUMNS:
        raise RefusedError("too_large")
    about = _about_readstat(head, names) | {"rows": announced}
    if not count:
        return _told({name: [] for name in names}, about, keywords)
    wanted = min(count, announced - start)
    widths = sum(max(int(w), 0) for w in head.variable_storage_width.values())
    cells = wanted * len(names)
    # Rows before the first are passed over, which takes time and no memory.
    limit(
        START_MEMORY + 100 * cells + 4 * wanted * widths,
        START_CPU + (start + wanted) * len(names) // 500_000,
    )
    lot = {"row_offset": start, "row_limit": wanted}
    data, _, keywords = _read(reader, path, keywords, kind, **lot)
    if set(data) != set(names) or len(next(iter(data.values()))) != wanted:
        raise RefusedError("header" if set(data) != set(names) else "cut")
    return _told(data, about, keywords)


def _about_readstat(meta: Any, names: list[str]) -> dict[str, Any]:
    labels = {k: list(v.items()) for k, v in (meta.variable_value_labels or {}).items()}
    ranges = {k: [[r["lo"], r["hi"]] for r in v] for k, v in (meta.missing_ranges or {}).items()}
    tags = {k: [[t, t] for t in v] for k, v in (meta.missing_user_values or {}).items()}
    return {
        "encoding": meta.file_encoding or "",
        "labels": {k: v for k, v in meta.column_names_to_labels.items() if v},
        "value_labels": labels,
        "missing_ranges": {**tags, **ranges},
        "formats": dict(meta.original_variable_types),
        "measures": dict(meta.variable_measure),
        "mr_sets": {k: list(v.get("variable_list", ())) for k, v in (meta.mr_sets or {}).items()},
        "names": names,
        "numeric": [k for k, v in meta.readstat_variable_types.items() if v != "string"],
    }


def read_parquet(path: Path) -> Read:
    """Read a flat .parquet column by column."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        head = file.metadata
        groups = (head.row_group(i) for i in range(head.num_row_groups))
        nominal = sum(group.total_byte_size for group in groups)
        rows = max(head.num_rows, 1)
        check_size(head.num_rows, head.num_columns, nominal // rows, path.stat().st_size)
        stored = file.schema_arrow.names
        types = file.schema_arrow.types
        if len(set(stored)) != len(stored) or any(map(_is_no_cell, types)):
            raise RefusedError("nested")
        table = file.read()
    names = [n for n in stored if not n.startswith("__index_level_")]
    data = {name: table.column(name).to_pylist() for name in names}
    metadata = json.loads((table.schema.metadata or {}).get(b"padai", b"{}"))
    known = ("labels", "value_labels", "missing_ranges")
    return data, {"encoding": "utf-8", "names": names, **{k: metadata.get(k, {}) for k in known}}


def _is_no_cell(kind: Any) -> bool:
    """Whether a column's type holds lists, records or raw bytes in a cell."""
    import pyarrow.types as pt

    while pt.is_dictionary(kind):
        kind = kind.value_type
    raw = (pt.is_binary, pt.is_large_binary, pt.is_fixed_size_binary, pt.is_binary_view)
    return any(is_one(kind) for is_one in (pt.is_nested, *raw))


def pack(values: list[Any], numeric: bool) -> tuple[str, dict[str, Any]]:
    """Turn a column into plain arrays: its kind, and the arrays by suffix."""
    import numpy as np

    if numeric:
        try:  # the common case, in one pass: passes over millions of objects are what costs
            return "number", {"n": np.fromiter(values, np.float64, len(values))}
        except (TypeError, ValueError):
            pass  # a missing value, a lettered missing code or a date: looked at below
    types = set(map(type, values))
    if Decimal in types:
        values = [float(v) if isinstance(v, Decimal) else v for v in values]
        types = set(map(type, values))
    kinds = types - {type(None)}
    if kinds <= {float, int, bool}:
        whole = [v for v in values if isinstance(v, int)]
        if whole and max(map(abs, whole)) > 2**53:  # identifiers: no number holds them exactly
            return "text", _texts([None if v is None else str(v) for v in values])
        if kinds and types <= {int, bool}:
            return "int", {"n": np.array(values, dtype=np.int64)}
        return "number", {"n": np.array(values, dtype=np.float64)}
    if kinds <= {str}:
        return "text", _texts(values)
    if kinds <= {dt.date, dt.datetime}:
        return "date", _texts([None if v is None else _moment(v).isoformat() for v in values])
    if kinds <= {float, int, str}:
        numbers = [v if isinstance(v, (int, float)) else np.nan for v in values]
        tags = [v if isinstance(v, str) else None for v in values]
        return "mixed", {"n": np.array(numbers, dtype=np.float64), **_texts(tags)}
    return "text", _texts([None if v is None else str(v) for v in values])


def _moment(value: dt.date) -> dt.date:
    """Return a moment of a time zone as that of Greenwich, which frames are in."""
    if isinstance(value, dt.datetime) and value.tzinfo is not None:
        return value.astimezone(dt.UTC).replace(tzinfo=None)
    return value


def _texts(values: list[str | None]) -> dict[str, Any]:
    import numpy as np

    encoded = [None if v is None else v.encode("utf-8") for v in values]
    blob = b"".join(v for v in encoded if v is not None)
    lengths = [-1 if v is None else len(v) for v in encoded]
    return {"b": np.frombuffer(blob, dtype=np.uint8), "l": np.array(lengths, dtype=np.int64)}


def reason(error: BaseException) -> str:
    """Name what went wrong, without the parser's own words: they may quote data."""
    if isinstance(error, RefusedError):
        return str(error.args[0])
    if isinstance(error, MemoryError):
        return "memory"
    if isinstance(error, (UnicodeError, LookupError)) or "requested encoding" in str(error):
        return "encoding"
    return "broken"


def main(arguments: list[str]) -> int:
    """Read ``source`` as ``kind`` and leave the result in the folder ``target``.

    Where two more numbers are given, read one share of so many of its columns; where four are, so
    many rows (the fourth) from a first one (the third).
    """
    source, kind, target = Path(arguments[0]), arguments[1], Path(arguments[2])
    share = [int(number) for number in arguments[3:5]]
    limit(START_MEMORY, START_CPU)
    try:
        import numpy as np

        gc.disable()  # nothing here is cyclic, and scanning millions of values is slow
        if kind == "parquet":
            data, about = read_parquet(source)
        elif len(arguments) == 7:
            data, about = read_rows(source, kind, *map(int, arguments[5:7]))
        else:
            data, about = read_readstat(source, kind, *share)
        arrays: dict[str, Any] = {}
        about["kinds"] = []
        for index, name in enumerate(about["names"]):
            column_kind, parts = pack(data.pop(name), name in about.get("numeric", ()))
            about["kinds"].append(column_kind)
            arrays.update({f"{index}{suffix}": part for suffix, part in parts.items()})
        np.savez(target / "columns.npz", **arrays)
    except Exception as error:  # every failure becomes one named reason for the parent
        about = {"refused": reason(error)}
    (target / "about.json").write_text(json.dumps(about), encoding="utf-8")
    return 0


def serve() -> int:
    """Load the reading library once, then read each file asked for in a process split off for it.

    A line in asks for files that are read side by side, a list of arguments of :func:`main` for
    each; a line out gives their exit codes, as :mod:`subprocess` has them. No more lines: the end.
    """
    import numpy  # noqa: F401
    import pyreadstat  # noqa: F401

    for line in iter(sys.stdin.readline, ""):
        readers = [_split_off(arguments) for arguments in json.loads(line)]
        codes = [os.waitstatus_to_exitcode(os.waitpid(reader, 0)[1]) for reader in readers]
        print(json.dumps(codes), flush=True)
    return 0


def _split_off(arguments: list[str]) -> int:
    """Read one file in a copy of this process, which can neither be asked nor answer."""
    reader = os.fork()
    if reader:
        return reader
    code = 1
    try:
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(nothing, stream)
        code = main(arguments)
    finally:
        os._exit(code)


if __name__ == "__main__":
    sys.exit(serve() if sys.argv[1:] == ["serve"] else main(sys.argv[1:]))
