"""Whether the first line of a file holds names, or somebody's answers: only names are said."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

from padai.errors import DataError, nearest
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

    from padai.survey import Question

LONGEST_NAME, LONGEST_PATH = 64, 200
MOST_WORDS = 4
FEWEST_ROWS, FEWEST_CLOSED, FEW_VALUES = 20, 3, 12
"""Rows, and columns of few values, from which on a line of answers would be seen among them."""
BOXES = 1 / 3
"""How many columns repeat no name for each that repeats it, as a ticked box does."""
FEWEST_ASKED, FEWEST_ROWS_ASKED = 3, 8
"""Heads with a question mark, which nobody gives to so many questions, and rows that then do."""
_ASKED = ("?", "？", "؟")
_PATH = re.compile(r"[A-Za-z_]\w*([./:-][A-Za-z_]\w*)+")
"""A name with the groups that it stands in, as forms write it."""
_NAMELESS = re.compile(r"\.\.\.[0-9]+")
"""How R names a column that has no name, by its place."""
_NUMBER = re.compile(r"[\s\d.,;:/+()$%°-]*\d[\s\d.,;:/+()$%°-]*")
_PHONE = re.compile(r"X?\.*(?:\d[\s.()-]*){7,}", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_POSTCODE = re.compile(
    r"[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][\s.-]?\d[ABCEGHJ-NPRSTV-Z]\d", re.IGNORECASE
)
"""With the letters that Canada Post uses: `s2q5c0` is a name."""


def is_a_name(cell: object) -> bool:
    """Whether a cell may be the name of a column: no number, date, telephone, address or sentence.

    Examples
    --------
    >>> [is_a_name(cell) for cell in ("s2q5c0", "514-555-1212", "J4B 5E4", "2025-05-01")]
    [True, False, False, False]
    """
    text = str(cell).strip()
    if _NAMELESS.fullmatch(text):
        return True
    longest = LONGEST_PATH if _PATH.fullmatch(text) else LONGEST_NAME
    if not text or len(text) > longest or len(text.split()) > MOST_WORDS:
        return False
    data_patterns = (_NUMBER, _PHONE, _POSTCODE)
    return not any(each.fullmatch(text) for each in data_patterns) and not _MAIL.search(text)


def is_a_question(cell: object) -> bool:
    """Whether a cell may be the question that a column holds the answers to, in whole words.

    Examples
    --------
    >>> [is_a_question(cell) for cell in ("Do you vote?", "How much you trust the press", "q1")]
    [True, True, False]
    """
    text = str(cell).strip()
    if _MAIL.search(text) or any(each.fullmatch(text) for each in (_NUMBER, _PHONE, _POSTCODE)):
        return False
    asked = text.endswith((*_ASKED, ":", "…", "...")) or len(text.split()) > MOST_WORDS
    return asked or len(text) > LONGEST_NAME


def are_questions(frame: pd.DataFrame) -> bool:
    """Whether the first line of a table is of questions and names, and none of it an answer.

    As an answer it would stand again among those of its column, where people chose among few.
    """
    names = [str(name).strip() for name in frame.columns]
    if not all(is_a_name(n) or is_a_question(n) for n in names if n) or names.count("") > 1:
        return False
    asked = sum(name.endswith(_ASKED) for name in names)
    fewest = FEWEST_ROWS if asked < FEWEST_ASKED else FEWEST_ROWS_ASKED
    if len({*names}) < len(names) or not any(map(is_a_question, names)) or len(frame) < fewest:
        return False
    closed, most = 0, FEW_VALUES if len(frame) >= FEWEST_ROWS else len(frame) // 2
    for place, name in enumerate(names):
        counts = frame.iloc[:, place].value_counts()
        if name in {str(value).strip() for value in counts.index}:
            return False
        closed += 1 < len(counts) <= most and int(counts.sum()) >= fewest
    return closed >= FEWEST_CLOSED


def are_names(cells: Iterable[object]) -> bool:
    """Whether all cells of a line may be names, each once; one may be blank, as R numbers rows.

    Examples
    --------
    >>> are_names(["id", "trust", "age"]), are_names(["P-0417", "Oui", "Oui"])
    (True, False)
    """
    texts = [str(cell).strip() for cell in cells]
    held = [text for text in texts if text]
    return (
        len(texts) - len(held) <= 1
        and len(set(held)) == len(held)
        and all(is_a_name(text) for text in held)
    )


def holds(names: Iterable[object], declared: Collection[str]) -> bool:
    """Whether a line names at least half of the columns that a definition declares."""
    present = {str(name).strip() for name in names}
    return 2 * len(present.intersection(declared)) >= len(set(declared))


def no_names(file: str, where: str = "") -> DataError:
    """Say that a file's first line seems to hold answers, and nothing of what it holds."""
    return DataError(Said("waves-first-line-holds-answers", path_name=file), where=where)


def refuse_unnamed(
    names: Iterable[object], declared: Collection[str], file: str, where: str
) -> None:
    """Refuse a file whose first line names fewer than half of the declared columns.

    Raises
    ------
    DataError
        With how many were found, and none of what the line holds.
    """
    names = [str(name).strip() for name in names]
    if declared and not holds(names, declared):
        present = len(set(names).intersection(declared))
        raise DataError(
            Said(
                "waves-first-line-names-few-columns",
                path_name=file,
                found=present,
                declared=len(set(declared)),
            ),
            where=where,
        )


def refuse_answers(frame: pd.DataFrame, file: str) -> None:
    """Refuse a file without a definition whose first line fails to look like names.

    A name that stands among the answers of its own column is an answer too, unless a whole row
    repeats the names, or enough of the columns in which people chose among few do not repeat
    theirs: a box that was ticked holds its own name. Whole questions are names where none of them
    stands among its answers.

    Raises
    ------
    DataError
        With nothing of what the line holds.
    """
    names = [str(name) for name in frame.columns]
    if are_questions(frame):
        return
    if not are_names(names):
        raise no_names(file)
    again = [_again(name, frame.iloc[:, place]) for place, name in enumerate(names)]
    if any(again) and not all(again) and not _are_boxes(frame, again):
        raise no_names(file)


def _again(name: str, cells: pd.Series[Any]) -> bool:
    """Whether a name stands among the answers under it."""
    return cells.dtype.kind in "OSU" and bool((cells == name).any())


def _are_boxes(frame: pd.DataFrame, again: list[bool]) -> bool:
    """Whether the columns that repeat their name are boxes, since enough of the others do not.

    Where a line of answers stood in the place of the names, whatever few things people chose among
    would stand there too, in nearly all of the columns.
    """
    if len(frame) < FEWEST_ROWS:
        return False
    counts = [int(frame.iloc[:, place].nunique()) for place in range(len(again))]
    others = sum(1 < n <= FEW_VALUES and not a for n, a in zip(counts, again, strict=True))
    ticked = sum(n > 1 and a for n, a in zip(counts, again, strict=True))
    return others >= max(FEWEST_CLOSED, BOXES * ticked)


def nearest_column(name: str, columns: Iterable[object]) -> Said:
    """Ask whether the closest column was meant; nothing where the columns may hold answers."""
    columns = list(columns)
    return nearest(name, columns) if are_names(columns) else Said("", "")


def several_columns(name: str, columns: Any) -> Said | None:
    """Say how several columns are named, where one text names them."""
    parts = [part for part in re.split(r"[\s,;:+&|]+", name) if part]
    if len(parts) < 2 or not all(part in columns for part in parts):
        return None
    return Said("waves-several-names-in-one", listed=str(parts), crossed="*".join(parts))


def asked_elsewhere(question: Question | None, wave_id: str, part: str) -> Said | None:
    """Say in which waves or parts a question was asked, where it was not in this one."""
    if question is None or question.asked_in(wave_id, part):
        return None
    waves, parts = question.waves or (), question.parts or ()
    if not question.asked_in(wave_id):
        return Said(
            "waves-the-question-was-asked-in-other-waves", waves=", ".join(waves), count=len(waves)
        )
    return Said(
        "waves-the-question-was-asked-in-other-parts", parts=", ".join(parts), count=len(parts)
    )
