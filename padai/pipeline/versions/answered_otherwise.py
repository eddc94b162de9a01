"""Two surveys of the same records of which few hold another answer: both tell it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from padai.errors import PublicationError, Said
from padai.numerics.matched_codes import apart_from_match
from padai.pipeline.parts.scoping import columns_of
from padai.pipeline.versions.shared_people import (
    IntArray,
    codes_of_columns,
    said_the_same,
    same_records,
)
from padai.waves import Wave

_ONE_QUESTION = 0.6
"""The kappa from which on two columns of other names are taken for one question."""


def refuse_answered_otherwise(
    name: str,
    waves: tuple[Wave, Wave],
    shown: tuple[pd.DataFrame, pd.DataFrame],
    rows: IntArray,
    other: str,
) -> None:
    """Refuse a survey in which fewer people than a version may correct answer otherwise.

    Of columns of one name, people are counted who differ in any of them; a sensitive question is
    looked for under whatever name and codes.

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
    sensitive = [_told(*side) for side in zip(waves, shown, strict=True)]
    least = wave.survey.confidentiality.minimum_group
    named = said_the_same(wave, theirs, rows, among=set(sensitive[0]) & set(sensitive[1]))
    counts = [int((~named).sum()), *_otherwise(waves, sensitive, rows)]
    if any(0 < differ < least for differ in counts):
        facts = {"wave": wave.id, "other": other, "other_wave": theirs.id, "least": least}
        raise PublicationError(Said("pipeline-few-answers-differ-there", **facts), where=name)


def _otherwise(
    waves: tuple[Wave, Wave], sensitive: list[dict[str, bool]], rows: IntArray
) -> list[int]:
    """Return how many people answer each sensitive question otherwise in the other file.

    A question that stands there as it is tells nothing, whatever resembles it besides.
    """
    held = np.flatnonzero(rows >= 0)
    mine, theirs = (
        codes_of_columns(w, columns) for w, columns in zip(waves, sensitive, strict=True)
    )
    counts = []
    for column, codes in mine.items():
        apart = [
            differ
            for there, others in theirs.items()
            if sensitive[0][column] or sensitive[1][there]
            for differ, kappa in [apart_from_match(codes[held], others[rows[held]])]
            if kappa >= _ONE_QUESTION
        ]
        counts += [min(apart)] if apart else []
    return counts


def _told(wave: Wave, shown: pd.DataFrame) -> dict[str, bool]:
    """Return the columns of the questions that a reader has figures of: whether each is sensitive.

    They are named as in the file.
    """
    assert wave.survey is not None
    here = (shown["wave"].astype(str) == wave.id) & (shown["part"].astype(str) == wave.part)
    asked = {str(question) for question in shown.loc[here, "question"].unique()}
    return {
        column: question.sensitive
        for question in wave.survey.questions.values()
        if question.id in asked
        for column in columns_of(question, wave.id)
    }
