"""Names of columns that end with their wave: ``TRUST_W119`` in one file, ``TRUST_W127`` later."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from padai.interchange.draft import DraftQuestion
from padai.interchange.label_words import slug, unique

FEWEST = 3
"""Columns of a file that end alike, from which on that may be its wave."""
_END = re.compile(r"[_.](w|wave|vague|v|ola|onda|welle|t|r|round)?[0-9]{1,4}", re.IGNORECASE)


def endings(columns: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return by wave the end that its columns share, and no column of another wave has.

    Empty where a wave has none, or where the names without it are other names.

    Examples
    --------
    >>> old, new = ["ID", "A_W1", "B_W1", "C_W1"], ["ID", "A_W2", "B_W2", "C_W2", "D_W2"]
    >>> endings({"2023": old, "2024": new})
    {'2023': '_W1', '2024': '_W2'}
    >>> endings({"2023": ["q_1", "q_2", "q_3"], "2024": ["q_1", "q_2", "q_3"]})
    {}
    """
    counted = {wave: Counter(e for n in names if (e := _end(n))) for wave, names in columns.items()}
    found: dict[str, str] = {}
    stems: list[set[str]] = []
    for wave, ends in counted.items():
        elsewhere = {end for other, those in counted.items() if other != wave for end in those}
        own = [end for end, n in ends.most_common() if n >= FEWEST and end not in elsewhere]
        if not own:
            return {}
        found[wave] = next(n for n in columns[wave] if _end(n) == own[0])[-len(own[0]) :]
        stems.append({without(n, own[0]).casefold() for n in columns[wave] if _end(n) == own[0]})
    first, *others = stems or [set()]
    least = [max(FEWEST, min(len(first), len(each)) / 2) for each in others]
    shared = all(len(first & each) >= n for each, n in zip(others, least, strict=True))
    return found if others and shared else {}


def without(name: str, end: str) -> str:
    """Return a name without the end of its wave, where it has it.

    Examples
    --------
    >>> without("TRUST_W119", "_w119"), without("SEX", "_W119"), without("ANY", "")
    ('TRUST', 'SEX', 'ANY')
    """
    long = end and len(name) > len(end) and name.casefold().endswith(end.casefold())
    return name[: -len(end)] if long else name


def under_their_stem(questions: Sequence[DraftQuestion], end: str) -> list[DraftQuestion]:
    """Name the questions of a wave by their columns without its end."""
    if not end:
        return list(questions)
    columns = [next(iter(question.columns.values())) for question in questions]
    stems = [without(column, end) for column in columns]
    taken = {q.id.casefold() for q, s, c in zip(questions, stems, columns, strict=True) if s == c}
    return [
        question
        if stem == column
        else replace(question, id=_own(question.id, end, taken), stem=stem)
        for question, stem, column in zip(questions, stems, columns, strict=True)
    ]


def _own(name: str, end: str, taken: set[str]) -> str:
    return unique(slug(without(name, end.replace(".", "_"))), taken)


def _end(name: str) -> str:
    """Return the end of a name that may be a wave's, without case."""
    ends = list(_END.finditer(name))
    last = ends[-1] if ends and ends[-1].end() == len(name) and ends[-1].start() else None
    return "" if last is None else last[0].casefold()
