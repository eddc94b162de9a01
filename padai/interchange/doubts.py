"""What `init` tells of the columns of a file: what it took for granted, and a person confirms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from padai.errors import Said
from padai.interchange.absent_elsewhere import in_unknown_words
from padai.interchange.bare_numbers import POINTS
from padai.interchange.draft import DraftQuestion
from padai.interchange.label_words import normal
from padai.interchange.remarks import (
    AMOUNTS,
    APART,
    BOX,
    FEW_WRITTEN,
    MIRRORED,
    MIXED,
    OWN_WORDS,
    SAME_ROWS,
    SEVERAL_CHOICES,
    YES_OR_NO,
    holds,
)
from padai.waves.intake import DataFile
from padai.words import first_named

MANY = 1 / 3
"""The share of the rows from which on a code of no answer may be an answer: none, or never."""
FEWEST_DRAWS = 5
_PLAUSIBLE = re.compile(r"(plausible value|valeur plausible|valor plausible|plausibler wert)")
_DRAW = re.compile(r"PV[0-9]{1,2}[A-Z_]\w*", re.IGNORECASE)
_DOUBTS = (
    (POINTS.id, "interchange-points-taken"),
    (YES_OR_NO, "interchange-yes-or-no"),
    (MIXED.id, "interchange-numbers-and-words"),
    (FEW_WRITTEN.id, "interchange-few-written"),
    (OWN_WORDS.id, "interchange-own-words"),
    (SEVERAL_CHOICES.id, "interchange-several-choices"),
    (MIRRORED.id, "interchange-negative-answers"),
    (AMOUNTS, "interchange-amounts-read"),
)
"""What is noted of a column, and what the terminal tells of all that have the note."""


def doubts_of(
    questions: Sequence[DraftQuestion], wave_id: str, other: Mapping[str, Said], file: DataFile
) -> Iterator[Said]:
    """Yield what a person has to look at: codes that their place alone shows to be no answer.

    And columns of two kinds, boxes that stand alone, plausible values.

    Parameters
    ----------
    questions, other
        What was drafted of the columns, and why nothing was of the others.
    wave_id, file
        The wave, and its rows.
    """
    for guess, ident in ((APART, "interchange-codes-apart"), (SAME_ROWS, "interchange-same-rows")):
        columns: dict[str, list[str]] = {}
        for question in questions:
            codes = [str(m.value) for m in question.missing if m.guess is guess]
            if codes:
                columns.setdefault(", ".join(codes), []).append(question.columns[wave_id])
        for listed, named in columns.items():
            yield Said(ident, column=first_named(named), listed=listed)
    for listed, asked in in_unknown_words(questions).items():
        column = first_named([question.columns[wave_id] for question in asked])
        yield Said("interchange-codes-in-unknown-words", column=column, listed=listed)
    for note, ident in _DOUBTS:
        noted = [q.columns[wave_id] for q in questions if any(holds(n, note) for n in q.notes)]
        if noted:
            yield Said(ident, column=first_named(noted))
    if boxes := [name for name, why in other.items() if why.id == BOX.id]:
        yield Said("interchange-boxes-alone", column=first_named(boxes))
    yield from _of_many(questions, wave_id, file)
    drawn = [q.columns[wave_id] for q in questions if _is_drawn(q.columns[wave_id], file)]
    if len(drawn) >= FEWEST_DRAWS:
        yield Said("interchange-plausible-values", column=first_named(drawn))


def _of_many(questions: Sequence[DraftQuestion], wave_id: str, file: DataFile) -> Iterator[Said]:
    """Yield the codes that stand apart and are given by many: 88 for no day, of days of a month."""
    columns: dict[str, list[str]] = {}
    for question in questions:
        name = question.columns[wave_id]
        for each in question.missing:
            counted = each.guess is APART and not each.label and name in file.frame
            if counted and (file.frame[name] == each.value).mean() >= MANY:
                columns.setdefault(str(each.value), []).append(name)
    for code, names in columns.items():
        yield Said("interchange-codes-apart-of-many", column=first_named(names), code=code)


def _is_drawn(name: str, file: DataFile) -> bool:
    """Whether a column is one of several draws of a score that nobody observed."""
    label = normal(file.labels.get(name, ""))
    return bool(_PLAUSIBLE.search(label) or _DRAW.fullmatch(name))
