"""Labelled .sav files: texts that fit, declared missing values, the same bytes every time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from padai.errors import DefinitionError

if TYPE_CHECKING:
    import pandas as pd

    from padai.survey import Question, Survey

# Longer texts are cut in silence by the format; French, with its accents, is hit first.
LABEL_BYTES = 256
VALUE_LABEL_BYTES = 120
FILE_LABEL_BYTES = 64
NAME_BYTES = 64
NOTE_BYTES = 80
_DATE_AT = 92  # creation date, 9 bytes, then creation time, 8 bytes, in the file's header
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Labels:
    """What a file says of its columns: labels, labels of values, missing ranges, levels."""

    columns: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[Any, str]] = field(default_factory=dict)
    missing: dict[str, list[Any]] = field(default_factory=dict)
    measures: dict[str, str] = field(default_factory=dict)
    formats: dict[str, str] = field(default_factory=dict)


def labels_of(survey: Survey, wave_id: str, part: str, lang: str = "fr") -> Labels:
    """Return the labels that a part's file carries, from the definition.

    Raises
    ------
    DefinitionError
        A text is longer than the format holds, or the missing codes of a question cannot be
        declared (more than three that make no range).
    """
    found = Labels()
    for question in survey.questions.values():
        if not question.asked_in(wave_id, part):
            continue
        text = question.label.get(lang)
        if question.type == "multiple":
            for code, column in question.option_columns(wave_id).items():
                chosen = {"fr": ("Non choisi", "Choisi"), "en": ("Not chosen", "Chosen")}[lang]
                option = question.response_label(code, lang)
                found.columns[column] = f"{text} – {option}"
                found.values[column] = {0: chosen[0], 1: chosen[1]} | {
                    m.value: m.label.get(lang) for m in question.missing_codes
                }
                _declare(found, column, question, "nominal")
            continue
        column = question.column(wave_id)
        found.columns[column] = text
        entries = [*(question.scale.codes if question.scale else ()), *question.missing_codes]
        if entries:
            found.values[column] = {e.value: e.label.get(lang) for e in entries}
        level = {"number": "scale", "rating": "ordinal", "open": "nominal"}
        _declare(found, column, question, level.get(question.type, "nominal"))
    _check(found, f"{survey.id}, {wave_id}, {part}")
    return found


def _declare(found: Labels, column: str, question: Question, level: str) -> None:
    found.measures[column] = level
    values = [m.value for m in question.missing_codes]
    if not values:
        return
    codes = question.scale.codes if question.scale else ()
    if all(isinstance(v, (int, float)) for v in values) and len(values) > 1:
        low, high = min(map(float, values)), max(map(float, values))
        opinions = [float(c.value) for c in codes if isinstance(c.value, (int, float))]
        limits = question.range or (high, low)
        if not any(low <= v <= high for v in opinions) and not limits[0] <= low <= limits[1]:
            found.missing[column] = [{"lo": low, "hi": high}]
            return
    if len(values) > 3:
        raise DefinitionError(
            f"Question '{question.id}': its {len(values)} missing codes make no range apart from "
            "its other codes, and a .sav file declares at most three. Renumber them."
        )
    found.missing[column] = values


def _check(labels: Labels, where: str) -> None:
    for column, text in labels.columns.items():
        _fits(text, LABEL_BYTES, f"{where}: the label of '{column}'")
        _fits(column, NAME_BYTES, f"{where}: the name of the column '{column}'")
    for column, rows in labels.values.items():
        for value, text in rows.items():
            _fits(text, VALUE_LABEL_BYTES, f"{where}: the label of value {value} of '{column}'")
    folded: dict[str, str] = {}
    for column in labels.columns:
        other = folded.setdefault(column.casefold(), column)
        if other != column:
            raise DefinitionError(
                f"{where}: the columns '{other}' and '{column}' differ only by case, which a .sav "
                "file does not tell apart. Rename one."
            )


def _fits(text: str, limit: int, what: str) -> None:
    size = len(text.encode("utf-8"))
    if size > limit:
        raise DefinitionError(f"{what} takes {size} bytes; a .sav file holds {limit}. Shorten it.")


def write_labelled(
    frame: pd.DataFrame,
    path: Path,
    labels: Labels,
    *,
    date: dt.date,
    title: str,
    note: tuple[str, ...],
    extra: Mapping[str, str] | None = None,
) -> None:
    """Write a frame as a compressed .sav whose bytes depend on its content alone.

    Parameters
    ----------
    frame
        Numbers as float64, texts as strings.
    path
        Where to write; an earlier file is replaced only when the new one is whole.
    labels
        From :func:`labels_of`.
    date
        Stands as the file's date of creation.
    title, note
        What the file is, in its header and in its notes (lines of at most 80 bytes).
    extra
        Labels of columns that no question describes.
    """
    import pyreadstat

    _fits(title, FILE_LABEL_BYTES, f"The title of {path.name}")
    for line in note:
        _fits(line, NOTE_BYTES, f"A line of the notes of {path.name}")
    columns = labels.columns | dict(extra or {})
    scratch = path.with_name(f".{path.name}.part")
    try:
        pyreadstat.write_sav(
            frame,
            str(scratch),
            file_label=title,
            column_labels=[columns.get(name, "") for name in frame.columns],
            row_compress=True,
            note=list(note),
            variable_value_labels={k: v for k, v in labels.values.items() if k in frame.columns},
            missing_ranges={k: v for k, v in labels.missing.items() if k in frame.columns},
            variable_measure={k: v for k, v in labels.measures.items() if k in frame.columns},
            variable_format={k: v for k, v in labels.formats.items() if k in frame.columns},
        )
        raw = bytearray(scratch.read_bytes())
        stamp = f"{date.day:02d} {_MONTHS[date.month - 1]} {date.year % 100:02d}00:00:00"
        raw[_DATE_AT : _DATE_AT + len(stamp)] = stamp.encode("ascii")
        scratch.write_bytes(raw)
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)
