"""WRITE BACK: a wave, with its labels and missing codes, as a file for other software.

What a format would cut in silence is refused beforehand, and the file is read again and compared
with what was to be written before it takes its place.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import DataError, DefinitionError, MissingExtraError
from padai.waves.file_formats import as_text, check_fits, write_format
from padai.waves.guards import guarded
from padai.waves.intake import DataFile, read_data_file
from padai.words import LANGUAGES, Both, Said, Tabled

if TYPE_CHECKING:
    import pandas as pd

    from padai.survey import Question, Survey
    from padai.waves.wave import Wave

FORMATS = (".sav", ".zsav", ".dta", ".csv", ".parquet")
WEIGHT_COLUMN = "padai_weight"
REPLICATE_PREFIX = "padai_replicate"
_OPTION = Tabled(
    (
        Said("waves-not-chosen"),
        Said("waves-chosen"),
    )
)
_WEIGHT_LABEL = Both("waves-weight-in-force")
_REPLICATE_LABEL = Both("waves-replicate-of-the-weight")


@dataclass(frozen=True)
class FileLabels:
    """What a file says of its columns.

    Attributes
    ----------
    columns
        The label of each column.
    values
        The label of each value of a column.
    missing
        For each column, the values that are out of the base.
    """

    columns: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[Any, str]] = field(default_factory=dict)
    missing: dict[str, tuple[Any, ...]] = field(default_factory=dict)


@guarded
def write_wave(wave: Wave, path: str | Path, *, lang: str = "fr") -> Path:
    """Write a wave as .sav, .zsav, .dta, .csv or .parquet.

    Every column is written with its values as they are, under the id of its question, and last
    the weights in force (``padai_weight``), with their replicates where there are any
    (``padai_replicate1``...: weights, of the scale, `rscales` and centre that the wave's design
    has; replicates that the file came with are those before calibration). Labels and, in .sav and
    .parquet, the codes that are out of the base as missing, come from the definition. Stata has no
    missing ranges: there these codes stay labelled numbers. Beside a .csv, which holds no labels,
    ``<name>.codebook.csv`` lists them.

    Parameters
    ----------
    wave
        With or without a survey; without one there are no labels.
    path
        The file; one that was there is replaced when the new one is whole.
    lang
        The language of the labels.

    Returns
    -------
    Path
        The file that was written.

    Raises
    ------
    DataError
        The format would cut a label or a text, does not tell two names apart, or cannot hold a
        column; the message names it. Nothing is written then.

    Examples
    --------
    >>> padai.write_wave(wave, "2025.sav", lang="en")  # doctest: +SKIP
    """
    target = Path(path)
    where = f"{wave.survey.id}, {wave.id}, {wave.part}" if wave.survey else "wave"
    ending = target.suffix.lower()
    if ending not in FORMATS:
        known = ", ".join(FORMATS)
        raise DataError(
            Said("waves-files-ending-in-are-not-written-use", ending=ending, known=known),
            where=where,
        )
    _check_language(wave.survey, lang, where)
    frame = _with_weights(wave, where)
    labels = labels_of(wave.survey, frame, lang) if wave.survey else FileLabels()
    labels.columns.setdefault(WEIGHT_COLUMN, _WEIGHT_LABEL[lang])
    for name in frame.columns:
        number = str(name).removeprefix(REPLICATE_PREFIX)
        if number != name and number.isdecimal():
            labels.columns.setdefault(str(name), _REPLICATE_LABEL[lang].format(number))
    frame = _in_file_types(frame, ending, where)
    check_fits(frame, labels.columns, labels.values, labels.missing, ending, where)
    if ending == ".parquet":
        _need_pyarrow()
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".padai-") as folder:
        made = Path(folder) / target.name
        write_format(frame, made, labels.columns, labels.values, labels.missing, wave.date)
        _compare(read_data_file(made, where), frame, labels, where)
        if ending == ".csv" and wave.survey is not None:
            book = Path(folder) / f"{target.stem}.codebook.csv"
            _codebook(labels, list(frame.columns)).to_csv(book, index=False)
            book.replace(target.with_name(book.name))
        made.replace(target)
    return target


def labels_of(survey: Survey, frame: pd.DataFrame, lang: str) -> FileLabels:
    """Return the labels of a wave's columns from the definition, in one language."""
    labels = FileLabels()
    for question in survey.questions.values():
        text = question.label.get(lang, question.id)
        excluded = tuple(c.value for c in question.missing_codes if not c.in_base)
        if question.type == "multiple" and question.scale is not None:
            for code in question.scale.codes:
                column = f"{question.id}_{code.code}"
                if column in frame.columns:
                    labels.columns[column] = f"{text} – {code.label.get(lang)}"
                    labels.values[column] = dict(enumerate(_OPTION[lang])) | _missing(
                        question, lang
                    )
                    labels.missing[column] = excluded
        elif question.id in frame.columns:
            labels.columns[question.id] = text
            answers = question.scale.codes if question.scale else ()
            values = {c.value: c.label.get(lang) for c in answers} | _missing(question, lang)
            if values:
                labels.values[question.id] = values
                labels.missing[question.id] = excluded
    kept = {column: values for column, values in labels.missing.items() if values}
    return FileLabels(labels.columns, labels.values, kept)


def _missing(question: Question, lang: str) -> dict[Any, str]:
    return {c.value: c.label.get(lang) for c in question.missing_codes}


def _check_language(survey: Survey | None, lang: str, where: str) -> None:
    known = survey.languages if survey else tuple(LANGUAGES)
    if lang not in known:
        raise DefinitionError(
            Said("waves-labels-in-are-not-defined-use", lang=lang, known=", ".join(known)),
            where=where,
        )


def _with_weights(wave: Wave, where: str) -> pd.DataFrame:
    import pandas as pd

    frame, weights = wave.frame, np.array(wave.weights)
    columns = {WEIGHT_COLUMN: weights}
    replicates = wave.sample.replicates
    if replicates is not None:
        every = replicates.analysis(weights).T
        columns |= {f"{REPLICATE_PREFIX}{r}": values for r, values in enumerate(every, start=1)}
    taken = next((name for name in columns if name in frame.columns), None)
    if taken is not None:
        raise DataError(
            Said("waves-the-data-already-have-a-column-the-name", taken=taken),
            where=where,
        )
    return pd.concat([frame, pd.DataFrame(columns, index=frame.index)], axis=1)


def _in_file_types(frame: pd.DataFrame, ending: str, where: str) -> pd.DataFrame:
    """Give every column a type that files hold: numbers, text or dates."""
    import pandas as pd

    columns: dict[str, Any] = {}
    for name in frame.columns:
        column = frame[name]
        if isinstance(column.dtype, pd.CategoricalDtype):
            column = column.astype(column.cat.categories.dtype)
        if column.dtype == bool:
            column = column.astype(np.int64)
        if column.dtype.kind == "M" or _all_dates(column):
            # pyreadstat takes other units than these for microseconds.
            column = column.astype("datetime64[us]")
        if column.dtype == object:
            kinds = {type(v) for v in column.dropna()}
            if not kinds <= {str}:
                raise DataError(
                    Said("waves-the-column-mixes-numbers-and-text-which", name=name, ending=ending),
                    where=where,
                )
            column = column.astype("str")
        if column.dtype.kind in "iu" and len(column) and column.abs().max() > 2**53:
            raise DataError(
                Said("waves-the-column-holds-whole-numbers-above-2", name=name, ending=ending),
                where=where,
            )
        columns[str(name)] = column
    return pd.DataFrame(columns)


def _all_dates(column: pd.Series[Any]) -> bool:
    kinds = {type(v) for v in column.dropna()} if column.dtype == object else set()
    return bool(kinds) and kinds <= {dt.date, dt.datetime}


def _need_pyarrow() -> None:
    from importlib.util import find_spec

    if find_spec("pyarrow") is None:
        raise MissingExtraError("interchange", Said("waves-writing-parquet"))


def _codebook(labels: FileLabels, columns: list[str]) -> pd.DataFrame:
    import pandas as pd

    rows = []
    for column in columns:
        head = {"column": column, "label": labels.columns.get(column, "")}
        missing = set(labels.missing.get(column, ()))
        values = labels.values.get(column)
        for value, text in (values or {"": ""}).items():
            out = "" if not values else "yes" if value in missing else "no"
            rows.append({**head, "value": value, "value_label": text, "missing": out})
    return pd.DataFrame(rows, columns=["column", "label", "value", "value_label", "missing"])


def _compare(file: DataFile, frame: pd.DataFrame, labels: FileLabels, where: str) -> None:
    """Refuse a file that does not give back what was written."""
    lost = [
        name
        for name in frame.columns
        if name not in file.frame.columns or not _same(frame[name], file.frame[name])
    ]
    if file.format != "csv":
        there = set(frame.columns)
        texts, values = labels.columns.items(), labels.values.items()
        lost += [c for c, text in texts if c in there and file.labels.get(c) != text]
        lost += [c for c, v in values if _by_text(file.value_labels.get(c)) != _by_text(v)]
    if lost:
        names = ", ".join(dict.fromkeys(lost))
        raise DataError(
            Said("waves-a-file-does-not-keep-these-columns-or", format=file.format, names=names),
            where=where,
        )


def _same(wanted: pd.Series[Any], read_back: pd.Series[Any]) -> bool:
    if wanted.dtype.kind in "iuf" and read_back.dtype.kind in "iuf":
        numbers = wanted.to_numpy(np.float64), read_back.to_numpy(np.float64)
        return np.array_equal(*numbers, equal_nan=True)
    return [as_text(v) for v in wanted] == [as_text(v) for v in read_back]


def _by_text(labels: Mapping[Any, str] | None) -> dict[str, str]:
    return {as_text(value): text for value, text in (labels or {}).items()}
