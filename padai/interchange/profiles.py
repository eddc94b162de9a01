"""What a column is, before anything is guessed of it: counted once, and no answer kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from padai.interchange.label_words import normal
from padai.waves.empty_cells import blanked
from padai.waves.intake import DataFile
from padai.waves.text_files import written_numbers

if TYPE_CHECKING:
    import pandas as pd

Kind = Literal["number", "text", "written number", "date", "other"]
_WRITTEN = re.compile(r"\s*[-+]?[0-9]*[.,]?[0-9]+\s*")
_SAMPLE = 200
"""Texts looked at before all of them are: most columns of text are told by a few."""


@dataclass(frozen=True)
class Profile:
    """One column, counted.

    Attributes
    ----------
    name, label, said
        Its name, its label as in the file, and the two reduced to plain words.
    kind
        Numbers, text, text that is all numbers, dates, or a mixture.
    rows, blanks, distinct
        How many cells, how many of them empty, how many different values.
    labelled
        How many of its values the file labels.
    low, high, total
        Of its numbers; NaN where it has none.
    whole
        Whether its numbers are whole.
    place
        Its position in the file, from 0.
    named
        Whether each value seen in it has a label.
    """

    name: str
    label: str
    said: str
    kind: Kind
    rows: int
    blanks: int
    distinct: int
    labelled: int
    low: float
    high: float
    total: float
    whole: bool
    place: int
    named: bool = False

    @property
    def unique(self) -> bool:
        """Whether no two rows share a value and none lacks one."""
        return self.blanks == 0 and self.distinct == self.rows > 1

    @property
    def constant(self) -> bool:
        """Whether all that is written in it is the same."""
        return self.distinct <= 1

    @property
    def is_number(self) -> bool:
        """Whether it holds numbers, written as such or as text."""
        return self.kind in ("number", "written number")


def profiles(file: DataFile) -> dict[str, Profile]:
    """Count every column of a file."""
    return dict(_profiles(file))


def with_blanks(file: DataFile, told: Mapping[str, Profile]) -> tuple[DataFile, dict[str, Profile]]:
    """Return a file and its counts, what R writes in empty cells of numbers taken for blank."""
    columns = {name: file.frame[name] for name in told}
    made = {name: blanked(column) for name, column in columns.items()}
    made = {name: numbers(made[name]) for name in told if made[name] is not columns[name]}
    if not made:
        return file, dict(told)
    file = replace(file, frame=file.frame.assign(**made))
    places = {str(name): place for place, name in enumerate(file.frame)}
    return file, {**told, **{name: _profile(file, name, places[name]) for name in made}}


def numbers(column: pd.Series[Any]) -> pd.Series[Any]:
    """Return a column as numbers, also where they are written as text."""
    if column.dtype.kind in "iufb":
        return column.astype(np.float64)
    return written_numbers(column)


def _profiles(file: DataFile) -> Iterator[tuple[str, Profile]]:
    for place, name in enumerate(map(str, file.frame.columns)):
        yield name, _profile(file, name, place)


def _profile(file: DataFile, name: str, place: int) -> Profile:
    column = file.frame[name]
    label = file.labels.get(name, "").strip()
    kind = _kind(column)
    blanks, distinct = int(column.isna().sum()), int(column.nunique())
    low = high = total = float("nan")
    whole = False
    if kind in ("number", "written number"):
        values = numbers(column).to_numpy(dtype=np.float64)
        values = values[~np.isnan(values)]
        if len(values):
            low, high, total = float(values.min()), float(values.max()), float(values.sum())
            whole = bool(np.isfinite(values).all() and (values == np.floor(values)).all())
    labels = file.value_labels.get(name, {})
    named = 0 < distinct <= len(labels) and set(column.dropna().unique()) <= set(labels)
    return Profile(
        name,
        label,
        normal(" ".join(dict.fromkeys((name, label)))),  # a platform gives one text as both
        kind,
        len(column),
        blanks,
        distinct,
        len(labels),
        low,
        high,
        total,
        whole,
        place,
        named,
    )


def _kind(column: pd.Series[Any]) -> Kind:
    if column.dtype.kind in "iufb":
        return "number"
    if column.dtype.kind in "Mm":
        return "date"
    texts = column.dropna()
    if not len(texts) or not all(isinstance(v, str) for v in texts.iloc[:_SAMPLE]):
        return "other" if len(texts) else "text"
    if not all(_WRITTEN.fullmatch(v) for v in texts.iloc[:_SAMPLE]):
        return "text"
    rest = texts.iloc[_SAMPLE:].unique()
    whole = all(isinstance(v, str) and _WRITTEN.fullmatch(v) for v in rest)
    return "written number" if whole else "text"
