"""Published files of an earlier padai that say more than today's rules allow."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from padai.store import inside_of, open_store, public_files
from padai.survey.releases import ReleaseRecord

_DIGITS = 4
"""Decimals of the finest figure that goes out: a standard error."""
_CELL = re.compile(rb"(?:<v>|office:value=\")(-?\d+\.\d{6,})")


@dataclass(frozen=True)
class TooFineFile:
    """A published file that says too much.

    Attributes
    ----------
    kind
        ``finer`` (more digits than are printed today), ``few`` (corrections that tell of fewer
        records than the smallest group), or ``named`` (a rule that names respondents in the store).
    withdrawal
        What to declare under ``release:`` to withdraw it.
    """

    version: str
    file: str
    kind: str
    count: int
    withdrawal: str


def too_fine(version: Path, record: ReleaseRecord, shown: str) -> Iterator[TooFineFile]:
    """Yield what of a version says more than today's rules allow.

    Parameters
    ----------
    version
        The folder of a version.
    record
        Its record.
    shown
        The folder as it is named in messages.
    """
    proposed = f"status: withdrawn, withdrawn: confidentiality, affected: [{record.name}]"
    for name in public_files(version):
        count = _finer(version / name)
        if count:
            yield TooFineFile(record.name, f"{shown}/{name}", "finer", count, proposed)
    inside = inside_of(version)
    corrections = open_store(inside).tables["corrections"]
    small = _moved_by_few(corrections)
    if small:
        yield TooFineFile(record.name, f"{shown}/open/corrections.csv", "few", small, proposed)
    named = _named(inside)
    if named:
        yield TooFineFile(record.name, f"{shown}/{inside.name}/texts.json", "named", named, "")


def _finer(path: Path) -> int:
    """Count the numbers of a file that have more decimals than anything that is printed."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            return sum(_long(text) for row in rows for text in row)
    if path.suffix in (".xlsx", ".ods"):
        with zipfile.ZipFile(path) as book:
            names = [n for n in book.namelist() if n.endswith(".xml")]
            cells = (m for n in names for m in _CELL.findall(book.read(n)))
            return sum(_long(text.decode()) for text in cells)
    return 0


def _long(text: str) -> bool:
    """Whether a text is a number with a digit behind the last that is printed."""
    try:
        value = float(text)
    except ValueError:
        return False
    return "." in text and abs(value * 10**_DIGITS - round(value * 10**_DIGITS)) > 1e-7


def _moved_by_few(frame: pd.DataFrame) -> int:
    """Count the bases that differ by fewer than ten people between two versions."""
    rows = zip(frame["figure"], frame["old"], frame["new"], strict=True)
    return sum(
        0 < abs(float(new) - float(old)) < 10
        for figure, old, new in rows
        if figure == "n_base" and old and new
    )


def _named(inside: Path) -> int:
    """Count the values of exclusions by respondent that a store of schema 1 names."""
    survey = open_store(inside).survey
    return sum(
        len(rule.values)
        for wave in survey.wave_defs.values()
        for part in wave.parts.values()
        for rule in part.exclusions
        if rule.column == part.design.id and not str(rule.values[0]).startswith("(")
    )
