"""The release store: the aggregate-only record of a wave's results, all that publishing sees.

A store is a folder of CSV and JSON files. Everything in it has passed disclosure; nothing in it
concerns one respondent. The same inputs give the same bytes: rows keep the definition's order,
numbers are written as the shortest text that reads back to the same double, and no clock, user,
host or absolute path is recorded.
"""

from __future__ import annotations

import hashlib
import io
import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
from pydantic import ValidationError

from padai.errors import PublicationError
from padai.spelling import called
from padai.store.converters import empty_table, to_current
from padai.store.schema import (
    ABOUT_THE_BUILD,
    COLUMNS,
    OPTIONAL,
    SCHEMA_VERSION,
    UNTOLD,
    columns_of,
    numeric_of,
)
from padai.survey import Survey
from padai.survey.definition import NOT_DEFINED
from padai.survey.read_texts import opened
from padai.words import Said

INSIDE = "interne"
"""The folder of a version that holds its store, manifest and witness; it never goes out."""
EARLIER_INSIDE = "data"
"""What that folder was called up to schema 1."""
_TOLD = re.compile(r"\(\d+\)")


@dataclass(frozen=True)
class Store:
    """A release store, open for reading.

    Attributes
    ----------
    survey
        The definition as it was when the wave was released.
    wave
        The wave that the release is about.
    tables
        ``estimates``, ``trends``, ``differences``, ``breaks``, ``words``, ``weighting``,
        ``robustness``, ``tipping``, ``decomposition``, ``slopes``, ``selected``: frames with the
        columns of :data:`COLUMNS`. Proportions are 0 to 1. Numbers that may not be shown are
        empty, with their flag and reason.
    facts
        What else is published of the wave: sizes by part, weighting, findings as counts,
        release, minutes.
    printed
        Whether every number is at its printed precision: what goes out
        (:func:`padai.store.outside.outside`). The store of a release itself is not.
    """

    folder: Path
    survey: Survey
    wave: str
    tables: Mapping[str, pd.DataFrame] = field(repr=False)
    facts: Mapping[str, Any] = field(repr=False)
    printed: bool = False

    def table(self, name: str) -> pd.DataFrame:
        """Return a copy of a table."""
        return self.tables[name].copy()

    @property
    def release(self) -> Mapping[str, Any]:
        """Version, status and date of the release."""
        result: Mapping[str, Any] = self.facts["release"]
        return result


def write_store(
    folder: Path,
    survey: Survey,
    wave: str,
    tables: Mapping[str, pd.DataFrame],
    facts: Mapping[str, Any],
    *,
    printed: bool = False,
) -> list[Path]:
    """Write a store into an empty or absent folder and return its files.

    Parameters
    ----------
    tables
        Frames by name; a column that :data:`COLUMNS` does not list is refused, so that nothing
        slips in by accident.
    facts
        JSON-ready values.
    printed
        Whether the numbers are at their printed precision.

    Raises
    ------
    PublicationError
        A table or column that the schema does not know.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, columns in COLUMNS.items():
        frame = tables.get(name, pd.DataFrame(columns=columns))
        columns = _expected(frame, name, survey)
        _check_columns(name, frame, columns)
        if name in OPTIONAL and not len(frame):
            continue
        written.append(_write_text(folder / f"{name}.csv", _csv(frame[columns])))
    unknown = sorted(set(tables) - set(COLUMNS))
    if unknown:
        raise PublicationError(
            Said("store-the-store-has-no-table", unknown=", ".join(unknown)),
            where=f"{survey.id}, {wave}",
        )
    return [*written, write_texts(folder, survey, wave, facts, printed=printed)]


def write_texts(
    folder: Path, survey: Survey, wave: str, facts: Mapping[str, Any], *, printed: bool = False
) -> Path:
    """Write the file of a store that holds no table, as :func:`write_store` does; return it."""
    texts = {
        "schema": SCHEMA_VERSION,
        "wave": wave,
        **({"printed": True} if printed else {}),
        "definition": definition_told(survey),
        "facts": facts,
    }
    return _write_text(folder / "texts.json", json_text(texts))


def definition_told(survey: Survey) -> dict[str, Any]:
    """Return what a store keeps of a definition."""
    return _without_values(survey.model_dump(mode="json", exclude=set(NOT_DEFINED)))


def _without_values(definition: dict[str, Any]) -> dict[str, Any]:
    """Leave out which rows were excluded: a rule may name respondents, and a store names none.

    Models, validation items, events, modules in rotation and marks of options are told of only
    where declared.
    """
    for question in definition["questions"].values():
        if not question["marks"]:
            del question["marks"]
    for wave in definition["wave_defs"].values():
        for part in wave["parts"].values():
            for rule in part["exclusions"]:
                rule["values"] = values_told(rule["values"])
    return {name: value for name, value in definition.items() if value or name not in UNTOLD}


def values_told(values: Sequence[Any]) -> list[str]:
    """Return what a store keeps of the values of an exclusion: how many there are.

    Examples
    --------
    >>> values_told(["R0012", "R0400"])
    ['(2)']
    """
    texts = [str(value) for value in values]
    if len(texts) == 1 and _TOLD.fullmatch(texts[0]):
        return texts
    return [f"({len(texts)})"]


def store_of(
    survey: Survey, wave: str, tables: Mapping[str, pd.DataFrame], facts: Mapping[str, Any]
) -> Store:
    """Return the store that would be read, were these tables and facts written.

    Parameters
    ----------
    tables, facts
        As :func:`write_store` takes them.
    """
    typed_tables = {}
    for name, columns in COLUMNS.items():
        frame = tables.get(name, pd.DataFrame(columns=columns))
        columns = _expected(frame, name, survey)
        _check_columns(name, frame, columns)
        texts = as_texts(frame[columns]) if len(frame) else pd.DataFrame(columns=columns, dtype=str)
        typed_tables[name] = _typed(texts, name, survey)
    return Store(Path(), survey, wave, typed_tables, facts)


def inside_of(version: Path) -> Path:
    """Return the folder of a version that holds its store, whatever it was called then.

    Parameters
    ----------
    version
        The folder of a version, such as ``releases/example/2025/v1``.
    """
    earlier = version / EARLIER_INSIDE
    if not (version / INSIDE).is_dir() and (earlier / "texts.json").is_file():
        return earlier
    return version / INSIDE


def placed(version: Path, name: str) -> Path:
    """Return where a file of a version lies, whatever its inside was called when it was named.

    Parameters
    ----------
    version
        The folder of a version.
    name
        The file's name in the version's manifest.
    """
    top, _, rest = name.partition("/")
    return inside_of(version) / rest if top in (INSIDE, EARLIER_INSIDE) else version / name


@called
def open_store(folder: str | Path) -> Store:
    """Open a release store for reading, of today's schema or of an earlier one.

    Parameters
    ----------
    folder
        The ``interne/`` folder of a release (``data/`` for those of schema 1).

    Raises
    ------
    PublicationError
        The folder is no store, a file of it is missing or has other columns, or its schema is not
        one that this padai knows.

    Examples
    --------
    >>> store = open_store("releases/example/2025/v1/interne")  # doctest: +SKIP
    """
    if not isinstance(folder, (str, Path)):
        raise PublicationError(Said("store-is-opened-by-its-path", given=type(folder).__name__))
    path = Path(folder)
    if not (path / "texts.json").is_file():
        raise PublicationError(
            Said("store-is-not-a-release-store-texts-json-is", path_name=path.name),
        )
    texts, frames = to_current(_texts(path), path)
    survey = _definition(texts)
    tables = {name: _typed(frames[name], name, survey) for name in COLUMNS}
    facts = opened(survey, texts["facts"])
    return Store(path, survey, texts["wave"], tables, facts, bool(texts.get("printed")))


def _texts(folder: Path) -> dict[str, Any]:
    try:
        texts = json.loads((folder / "texts.json").read_text(encoding="utf-8"))
    except ValueError:
        texts = None
    if not isinstance(texts, dict):
        raise PublicationError(
            Said("store-texts-json-of-the-store-cannot-be-read"),
        )
    return texts


def store_digest(folder: Path) -> str:
    """Return the SHA-256 of a whole store: of the names and hashes of its files, in order.

    What says how the store was made (``manifest.json``) and with what (``sbom.cdx.json``) is no
    part of it: the same results made by another version of a library are the same results.
    """
    lines = [
        f"{sha256(path)}  {path.relative_to(folder).as_posix()}\n"
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in ABOUT_THE_BUILD
    ]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file as hexadecimal text."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def json_text(value: Any) -> str:
    """Return JSON that is the same for equal values: keys in their order, no NaN."""
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False, default=_as_json) + "\n"


def _as_json(value: Any) -> Any:
    if hasattr(value, "item"):
        value = value.item()
        return None if isinstance(value, float) and not math.isfinite(value) else value
    if hasattr(value, "isoformat"):
        return value.isoformat()
    raise TypeError(f"not JSON: {type(value)}")


def _definition(texts: Mapping[str, Any]) -> Survey:
    """Return the definition that a store holds, which an older padai may have written."""
    try:
        return Survey.model_validate({**texts["definition"], "path": Path()})
    except ValidationError as error:
        first = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise PublicationError(
            Said("store-the-store-of-wave-holds-a-definition", wave=texts["wave"], first=first),
        ) from None


def _expected(frame: pd.DataFrame, name: str, survey: Survey) -> list[str]:
    """Return the columns of a table; one without rows says nothing in any language."""
    return columns_of(name, survey.languages if len(frame) else ())


def _check_columns(name: str, frame: pd.DataFrame, columns: list[str]) -> None:
    extra = [c for c in frame.columns if c not in columns]
    lacking = [c for c in columns if c not in frame.columns]
    if extra or lacking:
        raise PublicationError(
            Said(
                "store-the-table-of-the-store-has-columns-that",
                name=name,
                extra=", ".join(extra) or Said("store-no-column"),
                lacking=", ".join(lacking) or Said("store-no-column"),
            ),
        )


def _csv(frame: pd.DataFrame) -> str:
    return str(frame.to_csv(index=False, lineterminator="\n"))


def as_texts(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a table as the texts that its file holds."""
    return pd.read_csv(io.StringIO(_csv(frame)), dtype=str, keep_default_na=False)


def rows_in(frame: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """Return the rows of a table as tuples, as ``itertuples`` does at several times the cost.

    It goes through each column of texts one value after another, in Python.
    """
    columns = [frame.iloc[:, i].to_numpy(dtype=object) for i in range(frame.shape[1])]
    return zip(*columns, strict=True)


def _write_text(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def _typed(frame: pd.DataFrame, name: str, survey: Survey) -> pd.DataFrame:
    """Return a table of texts with its numbers as numbers."""
    columns = _expected(frame, name, survey)
    if list(frame.columns) != columns:
        raise PublicationError(
            Said("store-csv-of-the-store-has-other-columns-than", name=name),
        )
    numeric = numeric_of(name, columns)
    if not len(frame):
        return empty_table(columns, numeric)
    out = frame.copy()
    for column in numeric:
        if frame[column].dtype == "float64":
            continue
        try:
            numbers = [float(text) if text else math.nan for (text,) in rows_in(frame[[column]])]
        except ValueError:
            raise PublicationError(
                Said("store-csv-of-the-store-holds-a-text-where-is-a", name=name, column=column),
            ) from None
        out[column] = pd.Series(numbers, index=frame.index, dtype="float64")
    return out
