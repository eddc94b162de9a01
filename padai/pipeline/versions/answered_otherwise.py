"""Two surveys of the same records of which few hold another answer: both tell it."""

from __future__ import annotations

import pandas as pd

from padai.errors import PublicationError, Said
from padai.pipeline.parts.scoping import columns_of
from padai.pipeline.versions.shared_people import IntArray, said_the_same, same_records
from padai.waves import Wave


def refuse_answered_otherwise(
    name: str,
    waves: tuple[Wave, Wave],
    shown: tuple[pd.DataFrame, pd.DataFrame],
    rows: IntArray,
    other: str,
) -> None:
    """Refuse a survey in which fewer people than a version may correct answer otherwise.

    Parameters
    ----------
    name
        How messages name the survey.
    waves
        One of its waves, and that of another survey which is out.
    shown
        The figures that a reader has of each.
    rows
        The row of each respondent of the first in the other; -1: of none.
    other
        How messages name the other release.

    Raises
    ------
    PublicationError
        Names both, and no answer; people who were asked anew are no correction.
    """
    wave, theirs = waves
    if not same_records(wave, theirs, rows):
        return
    assert wave.survey is not None
    columns = set.intersection(*(_told(*side) for side in zip(waves, shown, strict=True)))
    differ = int((~said_the_same(wave, theirs, rows, among=columns)).sum())
    least = wave.survey.confidentiality.minimum_group
    if 0 < differ < least:
        facts = {"wave": wave.id, "other": other, "other_wave": theirs.id, "least": least}
        raise PublicationError(Said("pipeline-few-answers-differ-there", **facts), where=name)


def _told(wave: Wave, shown: pd.DataFrame) -> set[str]:
    """Return the columns, as in the file, of the questions that a reader has figures of."""
    assert wave.survey is not None
    here = (shown["wave"].astype(str) == wave.id) & (shown["part"].astype(str) == wave.part)
    asked = {str(question) for question in shown.loc[here, "question"].unique()}
    return {
        column
        for question in wave.survey.questions.values()
        if question.id in asked
        for column in columns_of(question, wave.id)
    }
