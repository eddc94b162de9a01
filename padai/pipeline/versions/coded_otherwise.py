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
from numpy.typing import NDArray

from padai.errors import PadaiError
from padai.pipeline.versions.codings import coding_of
from padai.pipeline.versions.other_surveys import figures_shown
from padai.pipeline.versions.shared_people import IntArray, said_the_same, shared_people
from padai.pipeline.versions.side_by_side import ShownWave, side_of, too_close
from padai.store import open_store
from padai.survey import Survey
from padai.waves import Wave
from padai.waves.reading import column_sources


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
    before = {name: coding_of(question) for name, question in then.questions.items()}
    now = wave.survey.questions.items()
    changed = [name for name, question in now if before.get(name) != coding_of(question)]
    if not changed:
        return pd.DataFrame()
    shown = side_of(wave, figures_shown(tables)).shown
    return shown[shown["question"].isin(changed)]


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
    now = ShownWave(new, anew)
    for question in now.questions:
        if _few_moved(now, old, rows, question):
            return question
    plain = anew[[not now.sensitive(question) for question in anew["question"]]]
    then = side_of(old, figures_shown(open_store(folder).tables))
    private = [question for question in then.questions if then.sensitive(question)]
    then = ShownWave(old, then.shown[~then.shown["question"].isin(private)])
    close = too_close(ShownWave(new, plain), then, rows)
    return "" if close is None else close.question


def _few_moved(now: ShownWave, old: Wave, rows: IntArray, question: str) -> bool:
    """Whether the answers of few to a sensitive question count otherwise, in the whole or a group.

    A base that some have left bounds what was withheld of them, whatever else is shown; of others,
    only what both show tells.
    """
    new = now.wave
    assert new.survey is not None and old.survey is not None
    now.rows = np.arange(len(rows), dtype=np.intp)
    held, least = rows >= 0, now.policy().minimum_group
    own = column_sources(new.survey, new.id, new.part)
    theirs = column_sources(old.survey, old.id, old.part)
    for other in old.survey.questions.values():
        same = own.get(question, question) == theirs.get(other.id, other.id)
        if not same or not (now.sensitive(question) or other.sensitive):
            continue
        gave, before = _gave(new, question), _gave(old, other.id)
        if gave is None or before is None:
            continue
        moved = held & (gave != before[np.maximum(rows, 0)])
        for breakdown in now.breakdowns(question) if moved.any() else ():
            groups = now.members(breakdown)[0][moved]
            counts = np.bincount(groups[groups >= 0])
            if ((counts > 0) & (counts < least)).any():
                return True
    return False


def _gave(wave: Wave, question: str) -> NDArray[np.str_] | None:
    """Return how each answer to a question counts, as its code; "" of whom none does."""
    try:
        coded = wave.codes(question)
    except PadaiError:
        return None
    return np.array([*coded.labels, ""], dtype=str)[coded.codes]


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
