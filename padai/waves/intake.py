"""One data file, safely: what it is, read in a process of its own, and given back as a frame.

ReadStat, the C library under pyreadstat, crashes on some broken files. A broken file must end as
one plain message, so it is read by ``_child.py`` under limits of memory and time.
"""

from __future__ import annotations

import codecs
import hashlib
import importlib
import importlib.util
import json
import os
import tempfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from padai.errors import DataError, MissingExtraError, Said
from padai.waves.headers import refuse_unnamed
from padai.waves.raw_texts import told_by_bytes
from padai.waves.readers import read_once, run_readers

if TYPE_CHECKING:
    import pandas as pd

FORMATS = (".sav", ".zsav", ".por", ".dta", ".sas7bdat", ".xpt", ".csv", ".parquet")
MAX_FILE_BYTES = 4_000_000_000
LARGE_BYTES = 10_000_000
"""From here on, two readers share the columns."""
_KINDS = {
    **{".sav": "sav", ".zsav": "sav", ".por": "por", ".dta": "dta", ".sas7bdat": "sas"},
    **{".xpt": "xpt", ".parquet": "parquet"},
}
_BY_R = 'haven::write_sav({read}, "wave.sav")'
CONVERTED = {
    ".rda": Said(
        "waves-an-r-workspace-which-is-a-programme-in-r",
        name="{name}",
        format=_BY_R.format(read="x"),
    ),
    ".rds": Said("waves-an-r-object-in-r", format=_BY_R.format(read='readRDS("{name}")')),
    ".xlsx": Said("waves-an-excel-workbook-save-the-sheet-as-csv"),
    ".ods": Said("waves-an-opendocument-spreadsheet-save-the-sheet"),
}
CONVERTED |= {".rdata": CONVERTED[".rda"], ".xls": CONVERTED[".xlsx"]}
_FEATHER = 'pandas.read_feather("{name}").to_parquet("wave.parquet")'
CONVERTED[".feather"] = Said("waves-a-feather-file-in-python", format=_FEATHER)
_JSON = 'pandas.read_json("{name}").to_csv("wave.csv", index=False)'
CONVERTED[".json"] = Said("waves-a-json-file-in-python", format=_JSON)
_LINES = _JSON.replace('"{name}"', '"{name}", lines=True')
CONVERTED |= dict.fromkeys(
    (".jsonl", ".ndjson"), Said("waves-a-json-file-in-python", format=_LINES)
)
CONVERTED |= dict.fromkeys((".zip", ".gz", ".7z", ".rar"), Said("waves-an-archive-unpack-it"))
CONVERTED |= dict.fromkeys((".tab", ".tsv", ".txt"), Said("waves-a-table-of-text-rename-it"))
_FIXED, _SYNTAX = Said("waves-numbers-in-fixed-places"), Said("waves-a-syntax-and-no-data")
CONVERTED |= dict.fromkeys((".dat", ".asc", ".raw", ".prn"), _FIXED)
CONVERTED |= dict.fromkeys((".sps", ".sas", ".do", ".dct"), _SYNTAX)
"""What files that are not read are, and what to convert them with."""
_SAS = bytes.fromhex("c2ea8160b31411cfbd92080009c7318c181f1011")
_PORTABLE = b"SPSSPORT"
_OLD_DTA = range(102, 116)
_NAMES = {
    "sav": Said("waves-looks-like-an-spss-file"),
    "dta": Said("waves-looks-like-a-stata-file"),
    "sas": Said("waves-looks-like-a-sas-file"),
    "por": Said("waves-looks-like-a-portable-file"),
    "xpt": Said("waves-looks-like-a-transport-file"),
    "parquet": Said("waves-looks-like-a-parquet-file"),
    "zip": Said("waves-looks-like-a-zip-archive-or-an-excel"),
    "text": Said("waves-looks-like-a-text-file"),
    "other": Said("waves-looks-like-none-of-the-formats-that"),
}
_REASONS = {
    "broken": Said("waves-the-file-is-broken-or-was-cut-short-on"),
    "cut": Said("waves-the-file-holds-fewer-rows-than-its"),
    "header": Said("waves-the-header-of-the-file-contradicts-its"),
    "encoding": Said("waves-the-text-of-the-file-does-not-fit-the"),
    "memory": Said("waves-reading-the-file-takes-more-memory-than"),
    "too_large": Said("waves-the-file-is-larger-than-padai-reads-20"),
    "bomb": Said("waves-the-file-would-unpack-to-more-than-a"),
    "several": Said("waves-the-file-holds-several-tables"),
    "nested": Said("waves-the-file-has-columns-that-are-nested"),
    "time": Said("waves-reading-the-file-took-too-long-so-it-was"),
}


@dataclass(frozen=True)
class DataFile:
    """A data file as delivered: its values, and what it says about them.

    Attributes
    ----------
    frame
        One row a respondent, in the file's order; numbers as float64 or int64, text as ``str``
        with missing for the empty string, dates as datetime64, and ``object`` where a column
        mixes numbers with missing codes written as letters (Stata, SAS).
    format, sha256, encoding
        Which format the content has, its checksum, its character set.
    labels, value_labels
        The label of each column, and of each value of a column.
    missing_ranges
        For each column, the closed ranges of values that the file marks as missing.
    formats, measures, mr_sets
        Display formats, levels of measurement, and multiple-response sets where the file has them.
    """

    frame: pd.DataFrame = field(repr=False)
    format: str
    sha256: str
    encoding: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    value_labels: Mapping[str, Mapping[Any, str]] = field(default_factory=dict)
    missing_ranges: Mapping[str, tuple[tuple[Any, Any], ...]] = field(default_factory=dict)
    formats: Mapping[str, str] = field(default_factory=dict)
    measures: Mapping[str, str] = field(default_factory=dict)
    mr_sets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read_data_file(
    path: Path,
    where: str = "",
    sha256: str | None = None,
    declared: Collection[str] = (),
    again: bool = False,
) -> DataFile:
    """Read a .sav, .zsav, .por, .dta, .sas7bdat, .xpt, .csv or .parquet.

    A .csv is read as text, cell by cell; what its text means is for the definition to say
    (:mod:`padai.waves.reading`).

    Parameters
    ----------
    path
        The file.
    where
        How messages name the place, such as ``"example, 2025, main"``.
    sha256
        The checksum that the file must have, where one was declared.
    declared
        The columns that a definition names; a file that names fewer than half of them is refused
        without a word of what it holds.
    again
        Whether other waves read it too: inside of `several_files`, it is read once.

    Raises
    ------
    DataError
        The file is missing, is not what its ending says, has another checksum, is broken, or is
        too large.

    Examples
    --------
    >>> read_data_file(Path("wave.sav")).labels["trust"]  # doctest: +SKIP
    'Confiance envers les ministères'
    """
    ending = path.suffix.lower()
    if ending in CONVERTED:
        raise convert_first(path.name, ending, where)
    if ending not in FORMATS:
        known = ", ".join(FORMATS)
        raise DataError(
            Said(
                "waves-files-ending-in-are-not-read-give-one-of",
                path_name=path.name,
                ending=ending,
                known=known,
            ),
            where=where,
        )
    check_there(path, where)
    check_kind(path, ending, where)
    checksum = file_sha256(path)
    refuse_another(path.name, checksum, sha256, where)
    if ending == ".parquet" and importlib.util.find_spec("pyarrow") is None:
        raise MissingExtraError("interchange", Said("waves-reading-parquet"))
    key, read = (ending, checksum), partial(_read, path, ending, where, checksum, declared)
    file = read_once(key, read) if again else read()
    refuse_unnamed(file.frame.columns, declared, path.name, where)
    return file


def _read(
    path: Path, ending: str, where: str, checksum: str, declared: Collection[str]
) -> DataFile:
    if ending != ".csv":
        return _read_isolated(path, _KINDS[ending], where, checksum)
    from padai.waves.native_digits import with_plain_digits
    from padai.waves.text_files import read_csv

    table = with_plain_digits(read_csv(path, where, declared), path)
    return DataFile(table, "csv", checksum, table.attrs["encoding"].removesuffix("-sig"))


def refuse_another(name: str, checksum: str, declared: str | None, where: str) -> None:
    """Refuse a file of which the definition declares another checksum."""
    if declared is not None and checksum != declared:
        raise DataError(
            Said(
                "waves-is-not-the-file-that-was-declared-its",
                path_name=name,
                checksum=checksum[:12],
                sha256=declared[:12],
            ),
            where=where,
        )


def convert_first(name: str, ending: str, where: str = "") -> DataError:
    """Say what a file that is not read is, and the line that makes it one that is."""
    advice = CONVERTED[ending]
    facts = {key: str(fact).replace("{name}", name) for key, fact in advice.facts.items()}
    how = Said(advice.id, **facts)
    return DataError(Said("waves-is-then-give-that-file", name=name, how=how), where=where)


def check_there(path: Path, where: str) -> None:
    """Refuse a path that holds no file that may be read."""
    if path.is_dir():
        raise DataError(
            Said("waves-is-a-folder-not-a-file-give-the-file", path_name=path.name),
            where=where,
        )
    if not path.is_file():
        raise DataError(
            Said("waves-there-is-no-file-check-its-name-and", path_name=path.name),
            where=where,
        )
    if not os.access(path, os.R_OK):
        raise DataError(
            Said("waves-you-may-not-read-ask-for-the-right-to", path_name=path.name),
            where=where,
        )


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def sniff(path: Path) -> str:
    """Tell the format of a file from its first bytes: a key of what messages name."""
    with path.open("rb") as handle:
        head = handle.read(65_536)
    if head.startswith((b"$FL2", b"$FL3")):
        return "sav"
    if head.startswith(b"<stata_dta>"):
        return "dta"
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"HEADER RECORD*******LIB"):
        return "xpt"
    if _PORTABLE in head[:600].replace(b"\r", b"").replace(b"\n", b""):
        return "por"
    if head.startswith(b"PK\x03\x04"):
        return "zip"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "text"
    if len(head) > 32 and head[12:32] == _SAS:
        return "sas"
    if len(head) > 3 and head[0] in _OLD_DTA and head[1] in (1, 2) and head[2] == 1:
        return "dta"
    wide = len(head) > 8 and 0.4 < head.count(b"\0") / len(head) < 0.6  # UTF-16 without a mark
    return "other" if b"\0" in head and not wide else "text"


def _refused(path: Path, reason: str, where: str) -> DataError:
    message = _REASONS[reason]
    return DataError(Said("waves-path-name-said", path_name=path.name, said=message), where=where)


def check_kind(path: Path, ending: str, where: str, most: int | None = MAX_FILE_BYTES) -> None:
    """Refuse a file that is empty, larger than `most`, or not what its ending says."""
    size = path.stat().st_size
    if size == 0:
        raise DataError(
            Said("waves-is-empty-ask-for-the-file-again", path_name=path.name),
            where=where,
        )
    if most is not None and size > most:
        raise _refused(path, "too_large", where)
    kind, wanted = sniff(path), _KINDS.get(ending, "text")
    if kind != wanted:
        raise DataError(
            Said(
                "waves-is-not-what-its-ending-says-it-ask-for",
                path_name=path.name,
                names=_NAMES[kind],
            ),
            where=where,
        )


def read_part(path: Path, start: int, count: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """Read some rows of a .sav, .zsav, .dta or .sas7bdat in a process of its own.

    Returns
    -------
    columns : dict
        By name; empty where `count` is 0.
    about : dict
        What the header tells, ``rows`` among it.

    Raises
    ------
    DataError
        The file is broken, or too large in one of its rows.
    """
    kind = _KINDS[path.suffix.lower()]
    with tempfile.TemporaryDirectory(prefix="padai-") as folder:
        share = Path(folder) / "0"
        refused = run_readers(path, kind, [share], (start, count))
        about = {} if refused else json.loads((share / "about.json").read_text(encoding="utf-8"))
        refused = refused or about.get("refused")
        if refused is not None:
            raise _refused(path, refused, "")
        return _unpack(share / "columns.npz", about["names"], about["kinds"]), about


def _read_isolated(path: Path, kind: str, where: str, checksum: str) -> DataFile:
    """Read a file in processes of their own: one, or two that share a large file's columns."""
    large = kind != "parquet" and path.stat().st_size > LARGE_BYTES
    with tempfile.TemporaryDirectory(prefix="padai-") as folder:
        shares = [Path(folder) / str(share) for share in range(2 if large else 1)]
        refused = run_readers(path, kind, shares)
        if refused is not None:
            raise _refused(path, refused, where)
        abouts = [json.loads((s / "about.json").read_text(encoding="utf-8")) for s in shares]
        refused = next((about["refused"] for about in abouts if "refused" in about), None)
        if refused is not None:
            raise _refused(path, refused, where)
        columns: dict[str, Any] = {}
        for share, about in zip(shares, abouts, strict=True):
            columns |= _unpack(share / "columns.npz", about["names"], about["kinds"])
    return _data_file(*told_by_bytes(columns, abouts, path, where), path, checksum)


def _data_file(
    columns: Mapping[str, Any], abouts: Sequence[Mapping[str, Any]], path: Path, checksum: str
) -> DataFile:
    import pandas as pd

    def every(key: str) -> dict[str, Any]:
        return {name: value for about in abouts for name, value in about.get(key, {}).items()}

    return DataFile(
        frame=pd.DataFrame(columns, columns=abouts[0].get("order", abouts[0]["names"])),
        format=path.suffix.lower().removeprefix("."),
        sha256=checksum,
        encoding=abouts[0].get("encoding", ""),
        labels=every("labels"),
        value_labels={k: dict(v) for k, v in every("value_labels").items()},
        missing_ranges={
            k: tuple((low, high) for low, high in v) for k, v in every("missing_ranges").items()
        },
        formats=every("formats"),
        measures=every("measures"),
        mr_sets={k: tuple(v) for k, v in every("mr_sets").items()},
    )


def _unpack(archive: Path, names: list[str], kinds: list[str]) -> dict[str, Any]:
    import numpy as np
    import pandas as pd

    columns: dict[str, Any] = {}
    with np.load(archive, allow_pickle=False) as arrays:
        for index, (name, kind) in enumerate(zip(names, kinds, strict=True)):
            if kind in ("int", "number"):
                columns[name] = arrays[f"{index}n"]
                continue
            texts = _texts(arrays[f"{index}b"].tobytes(), arrays[f"{index}l"])
            if kind == "text":
                columns[name] = pd.array([t or None for t in texts], dtype="str")
            elif kind == "date":
                columns[name] = np.array([t or "NaT" for t in texts], dtype="datetime64[us]")
            else:
                numbers = arrays[f"{index}n"]
                mixed = [n if t is None else t for n, t in zip(numbers, texts, strict=True)]
                columns[name] = np.array(mixed, dtype=object)
    return columns


def _texts(blob: bytes, lengths: Any) -> list[str | None]:
    texts: list[str | None] = []
    place = 0
    for length in lengths.tolist():
        if length < 0:
            texts.append(None)
            continue
        texts.append(blob[place : place + length].decode("utf-8"))
        place += length
    return texts
