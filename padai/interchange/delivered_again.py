"""Whether a file is an earlier wave again: saved anew, corrected, cut or grown."""

from __future__ import annotations

from padai.errors import DataError, DefinitionError, Said
from padai.interchange.wave_files import WaveToDraft, rows_of, typed
from padai.survey import Survey
from padai.waves.data_files import locate
from padai.waves.intake import DataFile, read_data_file
from padai.waves.same_rows import Hashed, alike, row_keys

MOST_ROWS = 0.5
"""The share of a file's rows that, all answers alike, make it the earlier wave again."""
MOST_QUESTIONS = 0.8
"""The share of a wave's questions that have to be there: fewer may be a panel's profile."""


def earlier_file(survey: Survey, wave_id: str) -> DataFile | None:
    """Return a wave's file, whose labels tell what changed; None where it is not here."""
    part = next(iter(survey.wave_defs[wave_id].parts))
    try:
        file = typed(read_data_file(locate(survey, wave_id, part)))
    except DataError:
        return None
    rows = survey.wave_defs[wave_id].parts[part].rows
    return rows_of(file, rows) if set(rows) <= set(file.frame.columns) else file


def refuse_again(survey: Survey, source: WaveToDraft) -> None:
    """Refuse a file of which most people answered all as somebody of one earlier wave did.

    Raises
    ------
    DefinitionError
        With the wave, how many of how many people, and over how many columns; no answer.
    """
    if source.chosen:
        return  # of a file with all waves, the earlier rows are compared by themselves
    known: dict[str, Hashed] = {}
    for wave_id in reversed(survey.waves):
        before = earlier_file(survey, wave_id)
        if before is None:
            continue
        asked = _asked(survey, wave_id)
        shared = [c for c in asked if c in before.frame.columns and c in source.file.frame.columns]
        if not shared or len(shared) < MOST_QUESTIONS * len(asked):
            continue
        now = row_keys(source.file.frame, shared, known)
        rows, chance = alike(now, row_keys(before.frame, shared, {}))
        count, full = int(rows.sum()), int(now[1].sum())
        if count >= max(chance, MOST_ROWS * full, 1):
            raise DefinitionError(
                Said(
                    "interchange-is-an-earlier-wave-again",
                    path_name=source.path.name,
                    wave_id=wave_id,
                    count=count,
                    people=len(source.file.frame),
                    columns=len(shared),
                ),
            )


def _asked(survey: Survey, wave_id: str) -> list[str]:
    """Return the columns of what a wave asked."""
    columns_asked: list[str] = []
    for question in survey.questions.values():
        if question.asked_in(wave_id):
            many = question.type == "multiple"
            columns = question.option_columns(wave_id).values() if many else ()
            columns_asked += columns or (question.column(wave_id),)
    return columns_asked
