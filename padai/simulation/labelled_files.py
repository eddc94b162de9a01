"""Labelled .sav files: texts that fit, declared missing values, the same bytes every time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from padai.waves.file_formats import check_fits, spss_missing
from padai.words import Said, Tabled

if TYPE_CHECKING:
    import pandas as pd

    from padai.survey import Question, Survey

_DATE_AT = 92  # creation date, 9 bytes, then creation time, 8 bytes, in the file's header
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LEVELS = {"number": "scale", "rating": "ordinal"}
_OPTION = Tabled(
    (
        Said("simulation-not-chosen"),
        Said("simulation-chosen"),
    )
)


@dataclass(frozen=True)
class SimulatedLabels:
    """What a file says of its columns: labels, labels of values, missing codes, levels."""

    columns: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[Any, str]] = field(default_factory=dict)
    missing: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    measures: dict[str, str] = field(default_factory=dict)


def labels_of(survey: Survey, wave_id: str, part: str) -> SimulatedLabels:
    """Return the French labels that a part's delivered file carries, from the definition."""
    lang = "fr"
    labels = SimulatedLabels()
    for question in survey.questions.values():
        if not question.asked_in(wave_id, part):
            continue
        text, missing = question.label.get(lang), _missing(question, lang)
        if question.type == "multiple":
            for code, column in question.option_columns(wave_id).items():
                option = question.response_label(code, lang)
                values = dict(enumerate(_OPTION[lang])) | missing
                _add(labels, column, question, f"{text} – {option}", values)
        else:
            codes = question.scale.codes if question.scale else ()
            values = {c.value: c.label.get(lang) for c in codes} | missing
            _add(labels, question.column(wave_id), question, text, values)
    return labels


def _missing(question: Question, lang: str) -> dict[Any, str]:
    return {m.value: m.label.get(lang) for m in question.missing_codes}


def _add(
    labels: SimulatedLabels, column: str, question: Question, text: str, values: dict[Any, str]
) -> None:
    labels.columns[column] = text
    labels.measures[column] = _LEVELS.get(question.type, "nominal")
    if values:
        labels.values[column] = values
    if question.missing_codes:
        labels.missing[column] = tuple(m.value for m in question.missing_codes)


def write_labelled(
    frame: pd.DataFrame,
    path: Path,
    labels: SimulatedLabels,
    *,
    date: dt.date,
    title: str,
    note: tuple[str, ...],
    where: str,
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
        What the file is: at most 64 bytes in its header, lines of at most 80 bytes in its notes.
    where
        What is written, for messages.
    extra
        Labels of columns that no question describes.

    Raises
    ------
    DataError
        The format would cut a label, does not tell two names apart, or cannot declare the missing
        codes of a column. Nothing is written then.
    """
    import pyreadstat

    columns = labels.columns | dict(extra or {})
    check_fits(frame, columns, labels.values, labels.missing, ".sav", where)
    missing = {c: spss_missing(c, m, labels.values[c], where) for c, m in labels.missing.items()}
    scratch = path.with_name(f".{path.name}.part")
    try:
        pyreadstat.write_sav(
            frame,
            str(scratch),
            file_label=title,
            column_labels=[columns.get(name, "") for name in frame.columns],
            row_compress=True,
            note=list(note),
            variable_value_labels=labels.values,
            missing_ranges=missing,
            variable_measure=labels.measures,
        )
        raw = bytearray(scratch.read_bytes())
        stamp = f"{date.day:02d} {_MONTHS[date.month - 1]} {date.year % 100:02d}00:00:00"
        raw[_DATE_AT : _DATE_AT + len(stamp)] = stamp.encode("ascii")
        scratch.write_bytes(raw)
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)
