"""READ: a delivered file and a survey's definition become a wave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from padai.errors import DataError, Said, nearest
from padai.survey import DesignSpec, Part, Question, Survey
from padai.survey.column_patterns import columns_named
from padai.waves.amounts import with_plain_amounts
from padai.waves.data_files import locate, locate_joint
from padai.waves.declared_design import design_columns, design_of, replicate_columns
from padai.waves.drawn import refuse_unconfirmed
from padai.waves.empty_cells import blanked
from padai.waves.guards import guarded
from padai.waves.intake import DataFile, read_data_file
from padai.waves.joint_file import read_joint
from padai.waves.selecting import own_rows, put_straight, turned
from padai.waves.showing import shown_wave
from padai.waves.text_files import parse_cells, parse_labels, written_numbers
from padai.waves.wave import Wave

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from padai.unequal import JointProbabilities


@dataclass(frozen=True, eq=False, repr=False)
class Delivery:
    """A part's file as delivered: columns named, exclusions applied, nothing else believed.

    A wave refuses identifiers that repeat and weights that are not positive. A delivery does not,
    so that validation can name every fault at once; :meth:`wave` makes the wave.

    Attributes
    ----------
    frame
        One row a respondent, in the file's order.
    rows
        The place of each row in the file, from 1.
    survey, id, part
        The definition, and the wave and part in it.
    provenance
        File name, SHA-256, format, rows read, rows excluded and by which rule, and what the file
        says of its columns (`labels`, `value_labels`, `missing_ranges`), by question.
    joint
        The probabilities of pairs of units, where the design names their file.
    """

    frame: pd.DataFrame
    rows: NDArray[np.intp]
    survey: Survey
    id: str
    part: str
    provenance: dict[str, Any]
    joint: JointProbabilities | None = None

    def __repr__(self) -> str:
        return shown_wave(self, "waves-shown-delivery")

    def wave(self) -> Wave:
        """Make the wave.

        Raises
        ------
        DefinitionError
            Nobody has confirmed the design.
        DataError, DesignError
            Identifiers, weights, strata or psus are not what a design needs.
        """
        spec, definition = self.survey.part(self.id, self.part), self.survey.wave(self.id)
        refuse_unconfirmed(spec, self.survey.id, self.id)
        return Wave(
            self.frame,
            design_of(spec.design, self.joint),
            survey=self.survey,
            id=self.id,
            date=definition.date if definition.fieldwork.known else None,
            part=self.part,
            provenance=self.provenance,
        )


@guarded
def read_wave(
    survey: Survey, wave_id: str, part: str = "main", *, data_dir: str | Path | None = None
) -> Wave:
    """Read one part of a wave, as its definition declares it.

    The file is looked for in `data_dir`, then in the folder that the environment variable
    ``PADAI_DATA_DIR`` names (in its subfolder of the survey's id first), then in the survey's own
    `data_dir`. Columns get the ids of their questions (``<id>_<code>`` for the options of a
    multiple-response question); design columns keep their names, and so do columns that the
    definition does not know. Values stay as delivered. Rows are left out by the declared
    exclusions only, and counted; the rest are sorted by respondent id.

    Parameters
    ----------
    survey
        The definition.
    wave_id, part
        Which wave, and which of its samples.
    data_dir
        A folder that holds the file, or holds a folder of the survey's id that does.

    Returns
    -------
    Wave
        With the file's name, SHA-256, format, rows read and rows excluded in `provenance`.

    Raises
    ------
    DefinitionError
        The survey has no such wave or part.
    DataError, DesignError
        The file is missing, broken, not the declared one, holds another number of rows than
        declared, or lacks a design column; or its identifiers or weights are unusable.

    Examples
    --------
    >>> padai.read_wave(padai.load_survey(folder), "2025")
    <Wave 2025 of mini, part main: 200 rows>
    """
    return read_delivery(survey, wave_id, part, data_dir=data_dir).wave()


def read_delivery(
    survey: Survey, wave_id: str, part: str = "main", *, data_dir: str | Path | None = None
) -> Delivery:
    """Read one part of a wave for validation: as :func:`read_wave`, but no design is made.

    Raises
    ------
    DefinitionError, DataError
        As :func:`read_wave`, identifiers and weights aside.
    """
    import numpy as np

    spec = survey.part(wave_id, part)
    where = f"{survey.id}, {wave_id}, {part}"
    path = locate(survey, wave_id, part, data_dir)
    sources = column_sources(survey, wave_id, part)
    declared = {*sources.values(), *design_columns(spec.design)}
    file = read_data_file(path, where, spec.sha256, declared, again=bool(spec.rows))
    file, unclaimed = own_rows(file, survey, spec, survey.wave(wave_id).id, where)
    _check_count(len(file.frame), spec.n, path.name, where)
    kept, excluded = _exclude(file, spec, where)
    frame = _arranged(kept, file, survey, spec, wave_id, sources=sources, where=where)
    for name in frame.columns.intersection(list(sources)):
        if places := turned(question_of(survey, name), wave_id):
            frame[name] = put_straight(frame[name], places)
    provenance = {
        "file": path.name,
        "sha256": file.sha256,
        "format": file.format,
        "rows_read": len(file.frame),
        "rows_excluded": excluded,
        "excluded": [rule["count"] for rule in excluded],
        "rows": len(frame),
        "labels": _by_question(file.labels, sources),
        "value_labels": _straight(_by_question(file.value_labels, sources), survey, wave_id),
        "missing_ranges": _by_question(file.missing_ranges, sources),
        "rows_of_no_wave": unclaimed,
    }
    rows = np.asarray(kept.index, dtype=np.intp) + 1
    pairs = locate_joint(survey, wave_id, part, data_dir)
    joint = None if pairs is None else read_joint(pairs, spec.design, frame, where)
    return Delivery(frame, rows, survey, survey.wave(wave_id).id, part, provenance, joint)


def _check_count(rows: int, expected: int | None, name: str, where: str) -> None:
    if expected is not None and rows != expected:
        raise DataError(
            Said(
                "waves-has-rows-the-definition-expects-ask-the",
                path_name=name,
                count_frame=rows,
                n=expected,
            ),
            where=where,
        )


def column_sources(survey: Survey, wave_id: str, part: str) -> dict[str, str]:
    """Return, for each column that questions give the frame, its column in the file."""
    sources: dict[str, str] = {}
    for question in survey.questions.values():
        if not question.asked_in(wave_id, part):
            continue
        if question.type == "multiple":
            for code, column in question.option_columns(wave_id).items():
                sources[f"{question.id}_{code}"] = column
        else:
            sources[question.id] = question.column(wave_id)
    return sources


def _exclude(file: DataFile, spec: Part, where: str) -> tuple[pd.DataFrame, list[dict[str, Any]]]:
    import numpy as np

    frame, counted = file.frame, []
    keep = np.ones(len(frame), dtype=bool)
    for rule in spec.exclusions:
        if rule.column not in frame.columns:
            hint = nearest(rule.column, frame.columns)
            raise DataError(
                Said(
                    "waves-the-exclusion-rule-on-cannot-be-applied", column=rule.column, hint=hint
                ),
                where=where,
            )
        column = frame[rule.column]
        if file.format == "csv":
            column = parse_cells(column, {str(v): v for v in rule.values}, _comma(frame))
        hit = column.isin(list(rule.values)).to_numpy() & keep
        keep &= ~hit
        counted.append(
            {
                "column": rule.column,
                "values": list(rule.values),
                "reason": rule.reason.model_dump(),
                "count": int(hit.sum()),
            }
        )
    kept = frame.loc[keep]
    kept.attrs = dict(frame.attrs)
    if not len(kept):
        raise DataError(
            Said("waves-no-row-is-left-the-file-is-empty-or"),
            where=where,
        )
    return kept, counted


def _arranged(
    frame: pd.DataFrame,
    file: DataFile,
    survey: Survey,
    spec: Part,
    wave_id: str,
    *,
    sources: Mapping[str, str],
    where: str,
) -> pd.DataFrame:
    """Name the columns, and give text cells their values."""
    import pandas as pd

    replicates = replicate_columns(spec.design, frame.columns)
    design = (*design_columns(spec.design), *replicates)
    _check_columns(frame, sources, design, where)
    text = file.format == "csv"
    columns: dict[str, pd.Series[Any]] = {}
    for name, source in sources.items():
        if source in frame.columns:
            column = blanked(frame[source]) if text and source in design else frame[source]
            columns[name] = (
                _read_cells(column, survey, name, wave_id, _comma(frame)) if text else column
            )
    for name in design:
        if name not in columns:
            number = name in replicates
            columns[name] = _design_cells(frame, name, spec.design, number, text)
    used = {*sources.values(), *columns_named(spec.other_columns, [*map(str, frame.columns)])}
    for name in frame.columns:
        if name not in columns and name not in used and "*" not in spec.other_columns:
            columns[name] = frame[name]
    return pd.DataFrame(columns).reset_index(drop=True)


def _check_columns(
    frame: pd.DataFrame, sources: Mapping[str, str], design: tuple[str, ...], where: str
) -> None:
    for name in design:
        if name not in frame.columns:
            hint = nearest(name, frame.columns)
            raise DataError(
                Said("waves-the-design-column-is-not-in-the-file", name=name, hint=hint),
                where=where,
            )
        if sources.get(name, name) != name:
            raise DataError(
                Said(
                    "waves-the-design-column-has-the-same-name-as-a",
                    name=name,
                    sources=sources[name],
                ),
                where=where,
            )
    if sources and not any(source in frame.columns for source in sources.values()):
        raise DataError(
            Said("waves-the-file-has-none-of-the-columns-that", count_sources=len(sources)),
            where=where,
        )


def _read_cells(
    column: pd.Series[Any], survey: Survey, name: str, wave_id: str, comma: bool
) -> pd.Series[Any]:
    question = question_of(survey, name)
    if question.type == "open":
        return column
    if question.type == "number":
        column = with_plain_amounts(column)
    values = question.scale.values_in(wave_id) if question.scale else question.values
    known = {str(value): value for value in values.values()}
    if question.type == "multiple":
        marks = question.marks_in(wave_id)
        texts = [v for v in (marks.chosen, marks.not_chosen) if isinstance(v, str)]
        known = {text: text for text in texts}
    return parse_cells(column, known, comma)


def _design_cells(
    frame: pd.DataFrame, name: str, design: DesignSpec, number: bool, text: bool
) -> pd.Series[Any]:
    """Read a column of the design; a weight may be written as text, with a decimal comma."""
    column = blanked(frame[name]) if text else frame[name]
    if number or name in (design.weight, design.longitudinal_weight, *design.fpc):
        if text:
            parsed = parse_cells(with_plain_amounts(column), {}, _comma(frame))
            return parsed if parsed.dtype.kind in "iufb" else _with_commas(column)
        return column if column.dtype.kind in "iufb" else written_numbers(column)
    return parse_labels(column) if text else column


def _with_commas(column: pd.Series[Any]) -> pd.Series[Any]:
    """Read a decimal comma in a file that parts its cells otherwise; never one of thousands."""
    texts = column.dropna().astype(str).str.strip()
    decimal = texts.str.fullmatch(r"[0-9]*,[0-9]{1,2}|[0-9]*,[0-9]{4,}|0,[0-9]+").any()
    return written_numbers(column) if decimal else column


def question_of(survey: Survey, column: str) -> Question:
    """Return the question that a column of a wave's frame belongs to."""
    if column in survey.questions:
        return survey.questions[column]
    return next(question for question, name in _options(survey) if name == column)


def _options(survey: Survey) -> Iterator[tuple[Question, str]]:
    for question in survey.questions.values():
        if question.type == "multiple" and question.scale:
            for code in question.scale.codes:
                yield question, f"{question.id}_{code.code}"


def _straight(labels: dict[str, Any], survey: Survey, wave_id: str) -> dict[str, Any]:
    """Put the file's labels at the usual values, where a scale of the wave has others."""
    straight = dict(labels)
    for name, texts in labels.items():
        if places := turned(question_of(survey, name), wave_id):
            straight[name] = {places.get(value, value): text for value, text in texts.items()}
    return straight


def _by_question(content: Mapping[str, Any], sources: Mapping[str, str]) -> dict[str, Any]:
    return {name: content[source] for name, source in sources.items() if source in content}


def _comma(frame: pd.DataFrame) -> bool:
    return frame.attrs.get("decimal") == ","
