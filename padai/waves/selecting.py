"""Which rows of a file are a part's, and which values of a wave's file stand for which codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import DataError, nearest
from padai.survey import Part, Question, Survey
from padai.waves.intake import DataFile
from padai.waves.text_files import parse_cells
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray


def own_rows(
    file: DataFile, survey: Survey, spec: Part, wave_id: str, where: str
) -> tuple[DataFile, int]:
    """Keep the rows of a part, in a file that holds several waves or parts.

    Parameters
    ----------
    file
        As delivered.
    spec, wave_id
        The part, and its wave.

    Returns
    -------
    The file with the part's rows, which keep their places, and the number of rows that no part of
    the survey takes.

    Raises
    ------
    DataError
        A column of `rows:` is not in the file, no row is left, or a row is taken twice.
    """
    sharing = {
        (w, p.id): p
        for w, declared in survey.wave_defs.items()
        for p in declared.parts.values()
        if p.file == spec.file
    }
    if not any(p.rows for p in sharing.values()):
        return file, 0
    mine = _taken(file, spec, where)
    claims = np.zeros(len(file.frame), dtype=np.intp)
    for (other_wave, name), part in sharing.items():
        theirs = mine if part is spec else _taken(file, part, where)
        both = int((mine & theirs).sum()) if part is not spec else 0
        if both:
            raise DataError(
                Said(
                    "waves-rows-of-are-taken-by-wave-part-and-by",
                    both=both,
                    file=spec.file,
                    wave_id=wave_id,
                    spec_id=spec.id,
                    other_wave=other_wave,
                    name=name,
                ),
                where=where,
            )
        claims += theirs
    for part in _of_earlier_files(survey, spec):
        claims += _taken(file, part, where)
    if not mine.any():
        raise DataError(
            Said("waves-no-row-of-fits-rows-correct-it-or-ask", file=spec.file),
            where=where,
        )
    kept = file.frame.loc[mine]
    kept.attrs = dict(file.frame.attrs)
    return replace(file, frame=kept), int((claims == 0).sum())


def _of_earlier_files(survey: Survey, spec: Part) -> Iterator[Part]:
    """Yield the parts that earlier deliveries of a cumulative file hold, and this one again."""
    for declared in survey.wave_defs.values():
        for part in declared.parts.values():
            if part.file != spec.file and part.rows and set(part.rows) == set(spec.rows):
                yield part


def _taken(file: DataFile, spec: Part, where: str) -> NDArray[np.bool_]:
    """Return the rows for which all of a part's conditions hold, shape (rows,)."""
    taken = np.ones(len(file.frame), dtype=bool)
    for column, values in spec.rows.items():
        if column not in file.frame.columns:
            hint = nearest(column, file.frame.columns)
            raise DataError(
                Said("waves-rows-names-the-column-which-the-file", column=column, hint=hint),
                where=where,
            )
        cells = file.frame[column]
        if file.format == "csv":
            comma = file.frame.attrs.get("decimal") == ","
            cells = parse_cells(cells, {str(v): v for v in values}, comma)
        taken &= cells.isin(list(values)).to_numpy()
    return taken


def turned(question: Question, wave_id: str) -> dict[Any, Any]:
    """Return the usual value of each value that a wave's file has for a code of a question.

    Empty where the file has the usual ones. Of options: 1 for the mark of one that was chosen, 0
    for that of one that was not.

    Examples
    --------
    >>> from padai.survey import Question
    >>> scale = {"codes": {"yes": {"label": {"en": "Yes"}, "value": 1},
    ...                    "no": {"label": {"en": "No"}, "value": 2}},
    ...          "file_values": {"2024": {"yes": 2, "no": 1}}}
    >>> asked = {"id": "q", "label": {"en": "Q"}, "wording": {"en": "Q?"}, "scale": scale}
    >>> turned(Question.model_validate(asked), "2024")
    {2: 1, 1: 2}
    """
    if question.type == "multiple":
        return question.marks_in(wave_id).places
    scale = question.scale
    if scale is None or wave_id not in scale.file_values:
        return {}
    usual = question.values
    return {value: usual[code] for code, value in scale.values_in(wave_id).items()}


def put_straight(column: pd.Series[Any], places: Mapping[Any, Any]) -> pd.Series[Any]:
    """Return a column with the usual values; a value that stands for no code stays."""
    if not places:
        return column
    moved = column.map(lambda value: places.get(value, value))
    return moved.astype(column.dtype) if column.dtype.kind in "iuf" else moved
