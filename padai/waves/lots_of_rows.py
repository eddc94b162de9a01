"""Rows of a statistical file, some at a time, as Arrow has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from padai.waves.declared_sets import declares
from padai.waves.intake import read_part
from padai.waves.raw_texts import ASSUMED, RAW, Decoder, bytes_of, decoder_of

#: Cells of one lot: about a gigabyte while they are read.
CELLS_AT_ONCE = 10_000_000
MISSING = "_missing"
ENOUGH = 1 << 23
"""Bytes of different texts from which their character set shows."""


def rows_of_lot(about: Mapping[str, Any]) -> int:
    """Return of how many rows a lot is, where nobody says."""
    return max(1, CELLS_AT_ONCE // max(len(about["names"]), 1))


def stat_about(source: Path, rows: int | None = None) -> dict[str, Any]:
    """Return what the header of a statistical file tells, and the set that its bytes are of."""
    _, about = read_part(source, 0, 0)
    undeclared = not declares(source, about.get("encoding", ""))
    texts_in = None
    if undeclared or about.get("raw"):
        texts_in = _told_by_all(source, about, undeclared, rows or rows_of_lot(about))
    if texts_in is not None:
        about = Decoder(_read_as(about, undeclared), texts_in).of(about)
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
    return {**{key: about[key] for key in kept}, "kinds": kinds, "lettered": lettered} | {
        "undeclared": undeclared,
        "texts_in": texts_in,
    }


def _lots(
    source: Path, about: Mapping[str, Any], rows: int, start: int = 0
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for first in range(start, about["rows"], rows):
        yield read_part(source, first, rows)


def _read_as(about: Mapping[str, Any], undeclared: bool) -> str:
    """Return in which encoding texts were read: their bytes are those of it."""
    if about.get("raw"):
        return RAW
    return ASSUMED if undeclared else "utf-8"


def _told_by_all(source: Path, about: Mapping[str, Any], undeclared: bool, rows: int) -> str | None:
    """Return the encoding of labels and texts, by those of all rows; None: as they were read."""
    texts = dict.fromkeys(bytes_of(about, _read_as(about, undeclared)))
    raw = bool(about.get("raw"))
    if len(about["numeric"]) < len(about["names"]):
        for columns, header in _lots(source, about, rows):
            raw |= bool(header.get("raw"))
            texts |= dict.fromkeys(bytes_of(list(columns.values()), _read_as(header, undeclared)))
            if sum(map(len, texts)) > ENOUGH:
                break
    decoder = decoder_of(list(texts), raw, source, "")
    return decoder.to if decoder else None


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


def stat_lots(source: Path, state: dict[str, Any]) -> Iterator[tuple[Any, dict[str, int]]]:
    """Give the rows that are not written yet, a lot at a time."""
    for columns, header in _lots(source, state, state["lot"], state["written"]):
        read_as = _read_as(header, state["undeclared"])
        if read_as == RAW and state["texts_in"] is None:  # labels alone are as the file declares
            unlabelled = {"names": state["names"], "rows": state["rows"], "numeric": []}
            state["texts_in"] = _told_by_all(source, unlabelled, False, state["lot"])
        if state["texts_in"] is not None and read_as != "utf-8":
            anew = Decoder(read_as, state["texts_in"])
            columns = {anew.of(name): anew.column(column) for name, column in columns.items()}
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
