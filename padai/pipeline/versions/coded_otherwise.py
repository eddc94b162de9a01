"""Records that are the same and count otherwise: what a question coded anew tells of few.

An answer that is missing since it was declared so, or a base of other conditions, leaves out people
whom an earlier version counted. The one base less the other is how many they are, and the one share
beside the other what they said: a sensitive answer of two people that was withheld.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from padai.pipeline.versions.other_surveys import figures_shown
from padai.pipeline.versions.shared_people import IntArray, said_the_same, shared_people
from padai.pipeline.versions.side_by_side import Side, side_of, too_close
from padai.store import open_store
from padai.survey import Question, Survey
from padai.waves import Wave


def coded_anew(then: Survey, wave: Wave, tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the figures of questions whose answers count otherwise than they did, or that are new.

    Parameters
    ----------
    then
        The definition of a version that went out.
    wave
        The records of today.
    tables
        What would go out now.
    """
    assert wave.survey is not None
    before = {name: _coding(question) for name, question in then.questions.items()}
    now = wave.survey.questions.items()
    changed = [name for name, question in now if before.get(name) != _coding(question)]
    if not changed:
        return pd.DataFrame()
    shown = side_of(wave, figures_shown(tables)).shown
    return shown[shown["question"].isin(changed)]


def _coding(question: Question) -> str:
    """Return what decides which answers of a question count, and as what; no text of it."""
    scale = question.scale
    return repr(
        (
            question.type,
            sorted(question.codes),
            sorted(question.excluded),
            sorted(question.values.items()),
            sorted(question.columns.items()),
            question.range,
            None if scale is None else sorted(scale.file_values.items()),
            None if question.base is None else question.base.model_dump_json(),
        )
    )


def told_by_coding(old: Wave | None, new: Wave, folder: Path, anew: pd.DataFrame) -> str:
    """Return a question of which few answers count otherwise than they did; "" where none tells.

    Parameters
    ----------
    old, new
        The records of a version that went out, as its definition reads them, and those of today.
    folder
        The store of that version.
    anew
        The figures of questions that are coded anew.
    """
    rows = _unchanged(new, old) if old is not None and len(anew) else None
    if old is None or rows is None:
        return ""
    then = side_of(old, figures_shown(open_store(folder).tables))
    found = too_close(Side(new, anew), then, rows)
    return "" if found is None else found.question


def _unchanged(new: Wave, old: Wave) -> IntArray | None:
    """Return the row of each record in a file before; -1 of one that was corrected since."""
    same = new.provenance.get("sha256") == old.provenance.get("sha256")
    rows = shared_people(new, old, same_file=same)
    if same or rows is None:
        return rows
    held = np.flatnonzero(rows >= 0)
    left = rows.copy()
    left[held[~said_the_same(new, old, rows)]] = -1
    return left
