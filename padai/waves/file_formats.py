"""What each file format holds, and how it is written."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import DataError, Said

if TYPE_CHECKING:
    import pandas as pd

ColumnLabels = Mapping[str, str]
ValueLabels = Mapping[str, Mapping[Any, str]]
Missing = Mapping[str, tuple[Any, ...]]


@dataclass(frozen=True)
class Limits:
    """What a format holds of names, labels and text; longer ones it would cut in silence."""

    name: int
    label: int
    value_label: int
    text: int
    counts: str  # "bytes" of UTF-8, or "characters"


LIMITS = {
    ".sav": Limits(64, 256, 120, 32_767, "bytes"),
    ".zsav": Limits(64, 256, 120, 32_767, "bytes"),
    ".dta": Limits(32, 80, 32_000, 2_045, "characters"),
}
_NAME = {
    ".sav": re.compile(r"^[^\W\d_][\w.$#@]*$"),
    ".zsav": re.compile(r"^[^\W\d_][\w.$#@]*$"),
    ".dta": re.compile(r"^[^\W\d]\w*$"),
}
_RESERVED = {"all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NO_DATE = dt.date(2000, 1, 1)
_STATA_STAMP = b"<timestamp>\x11"  # then 17 characters: day, month, year, hour
_DATE_AT = 92  # creation date, 9 bytes, then creation time, 8 bytes, in the header of a .sav


def check_fits(
    frame: pd.DataFrame,
    labels: ColumnLabels,
    values: ValueLabels,
    missing: Missing,
    ending: str,
    where: str,
) -> None:
    """Refuse what a format would cut, mix up or drop.

    Raises
    ------
    DataError
        Names the column and the limit.
    """
    _check_names(list(frame.columns), ending, where)
    limits = LIMITS.get(ending)
    if limits is None:
        return
    for name in frame.columns:
        _fits(
            labels.get(name, ""),
            limits.label,
            limits,
            _named(Said("waves-the-label-of"), name),
            where,
            ending,
        )
        for text in values.get(name, {}).values():
            what = _named(Said("waves-the-label-of-a-value-of"), name)
            _fits(text, limits.value_label, limits, what, where, ending)
        if frame[name].dtype.kind not in "iufM":
            longest = max((str(v) for v in frame[name].dropna()), key=len, default="")
            _fits(
                longest,
                limits.text,
                limits,
                _named(Said("waves-a-text-in"), name),
                where,
                ending,
            )
            _check_text_labels(name, values.get(name, {}), missing.get(name, ()), ending, where)
        elif ending != ".dta" and name in missing:
            spss_missing(name, missing[name], values.get(name, {}), where)
    if ending == ".dta":
        _check_whole_labels(values, where)


def write_format(
    frame: pd.DataFrame,
    path: Path,
    labels: ColumnLabels,
    values: ValueLabels,
    missing: Missing,
    date: dt.date | None,
) -> None:
    """Write a checked frame in the format of the path's ending; the same bytes every time."""
    ending = path.suffix.lower()
    if ending == ".csv":
        texts = frame.apply(lambda column: [as_text(v) for v in column])
        texts.to_csv(path, index=False)
    elif ending == ".parquet":
        _write_parquet(frame, path, labels, values, missing)
    elif ending == ".dta":
        import pyreadstat

        pyreadstat.write_dta(
            frame,
            str(path),
            column_labels=[labels.get(c, "") for c in frame.columns],
            variable_value_labels={c: dict(v) for c, v in values.items() if c in frame.columns},
        )
        _date_dta(path, date or _NO_DATE)
    else:
        _write_sav(frame, path, labels, values, missing)
        _date_sav(path, date or _NO_DATE)


def spss_missing(
    name: str, codes: tuple[Any, ...], values: Mapping[Any, str], where: str
) -> list[Any]:
    """Declare missing codes as SPSS can: up to three values, or a range and one value.

    Raises
    ------
    DataError
        There are more codes, and no range parts them from the others.
    """
    if len(codes) <= 3:
        return list(codes)
    ordered = sorted(float(c) for c in codes)
    others = [float(v) for v in values if v not in codes]
    for alone in (None, ordered[0], ordered[-1]):
        ranged = [c for c in ordered if c != alone]
        if not any(ranged[0] <= v <= ranged[-1] for v in others):
            span = [{"lo": ranged[0], "hi": ranged[-1]}]
            return span if alone is None else [*span, alone]
    raise DataError(
        Said("waves-the-missing-codes-of-make-no-range-apart", count_codes=len(codes), name=name),
        where=where,
    )


def as_text(value: Any) -> str:
    """Write a value as a .csv does: a whole number without its point, nothing for a blank."""
    if value is None or value != value:
        return ""
    if isinstance(value, (float, np.floating)):
        return str(int(value)) if float(value).is_integer() else repr(float(value))
    return str(value)


def _check_names(names: list[str], ending: str, where: str) -> None:
    limits, shape = LIMITS.get(ending), _NAME.get(ending)
    folded: dict[str, str] = {}
    for name in names:
        if limits is not None and shape is not None:
            what = _named(Said("waves-the-column-name"), name)
            _fits(name, limits.name, limits, what, where, ending)
            if not shape.match(name) or (ending != ".dta" and name.casefold() in _RESERVED):
                raise DataError(
                    Said("waves-cannot-name-a-column-in-a-file-give-the", name=name, ending=ending),
                    where=where,
                )
        other = folded.setdefault(name.casefold(), name)
        if other != name and ending in (".sav", ".zsav"):
            raise DataError(
                Said(
                    "waves-the-columns-and-differ-only-by-case",
                    other=other,
                    name=name,
                    ending=ending,
                ),
                where=where,
            )


def _named(what: Said, name: str) -> Said:
    return Said("waves-what-name", what=what, name=name)


def _fits(text: str, limit: int, limits: Limits, what: Said, where: str, ending: str) -> None:
    size = len(text.encode("utf-8")) if limits.counts == "bytes" else len(text)
    if size > limit:
        raise DataError(
            Said(
                "waves-takes-a-file-holds-and-would-cut-the",
                what=what,
                size=size,
                counts=limits.counts,
                ending=ending,
                limit=limit,
            ),
            where=where,
        )


def _check_text_labels(
    name: str, labels: Mapping[Any, str], missing: tuple[Any, ...], ending: str, where: str
) -> None:
    if ending == ".dta" and labels:
        raise DataError(
            Said("waves-has-codes-in-letters-which-a-dta-file", name=name),
            where=where,
        )
    if len(missing) > 3 or any(len(str(c).encode("utf-8")) > 8 for c in missing):
        raise DataError(
            Said("waves-the-missing-codes-of-are-text-a-file", name=name, ending=ending),
            where=where,
        )


def _check_whole_labels(values: ValueLabels, where: str) -> None:
    for name, labels in values.items():
        if any(isinstance(v, float) and not v.is_integer() for v in labels):
            raise DataError(
                Said("waves-labels-a-value-that-is-not-whole-which-a", name=name),
                where=where,
            )


def _write_sav(
    frame: pd.DataFrame, path: Path, labels: ColumnLabels, values: ValueLabels, missing: Missing
) -> None:
    import pyreadstat

    declared = {
        c: spss_missing(c, codes, values.get(c, {}), "")
        for c, codes in missing.items()
        if c in frame
    }
    pyreadstat.write_sav(
        frame,
        str(path),
        column_labels=[labels.get(c, "") for c in frame.columns],
        variable_value_labels={c: dict(v) for c, v in values.items() if c in frame.columns},
        missing_ranges=declared,
        compress=path.suffix.lower() == ".zsav",
        row_compress=path.suffix.lower() == ".sav",
    )


def _date_sav(path: Path, date: dt.date) -> None:
    """Date the file by its wave, not by the clock: the same content gives the same bytes."""
    raw = bytearray(path.read_bytes())
    stamp = f"{date.day:02d} {_MONTHS[date.month - 1]} {date.year % 100:02d}00:00:00"
    raw[_DATE_AT : _DATE_AT + len(stamp)] = stamp.encode("ascii")
    path.write_bytes(raw)


def _date_dta(path: Path, date: dt.date) -> None:
    """Date the file by its wave, as :func:`_date_sav` does."""
    raw = bytearray(path.read_bytes())
    place = raw.find(_STATA_STAMP, 0, 1_000)
    if place >= 0:
        place += len(_STATA_STAMP)
        stamp = f"{date.day:02d} {_MONTHS[date.month - 1]} {date.year} 00:00"
        raw[place : place + len(stamp)] = stamp.encode("ascii")
        path.write_bytes(raw)


def _write_parquet(
    frame: pd.DataFrame, path: Path, labels: ColumnLabels, values: ValueLabels, missing: Missing
) -> None:
    """Write the labels as JSON under the key ``padai`` of the file's metadata."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    about = {
        "labels": dict(labels),
        "value_labels": {c: [list(pair) for pair in v.items()] for c, v in values.items()},
        "missing_ranges": {c: [[v, v] for v in codes] for c, codes in missing.items()},
    }
    table = pa.Table.from_pandas(frame, preserve_index=False)
    metadata = {**(table.schema.metadata or {}), b"padai": json.dumps(about).encode("utf-8")}
    pq.write_table(table.replace_schema_metadata(metadata), path)
