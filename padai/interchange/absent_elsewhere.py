"""A negative code that many columns of a file take for no answer is none in the others either."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from padai.interchange.draft import DraftMissing, DraftQuestion, Value
from padai.interchange.remarks import APART

FEWEST_COLUMNS = 3
"""Columns in which a code stands apart, from which on it does in those too short to show it."""


def as_elsewhere(questions: Sequence[DraftQuestion]) -> list[DraftQuestion]:
    """Take a negative code beside two answers or fewer for none, where other columns show it.

    -1 beside 1 and 2 may be an answer, and is none in a file where -1 stands apart from 1 to 4.
    Codes with a label, or beside a zero, stay answers.

    Examples
    --------
    >>> from padai.interchange.draft import DraftCode
    >>> gone = (DraftMissing("-1", -1, guess=APART),)
    >>> told = [DraftQuestion(f"q{i}", "single", missing=gone) for i in range(3)]
    >>> short = DraftQuestion("q9", "single", codes=tuple(DraftCode(str(v), v) for v in (-1, 1, 2)))
    >>> [c.value for c in as_elsewhere([*told, short])[-1].codes]
    [1, 2]
    """
    seen = Counter(m.value for q in questions for m in q.missing if _negative(m.value))
    known = {value for value, n in seen.items() if n >= FEWEST_COLUMNS}
    return [_without(question, known) for question in questions]


def _without(question: DraftQuestion, known: set[Value]) -> DraftQuestion:
    values = [c.value for c in question.codes]
    mute = [c for c in question.codes if c.value in known and not any(c.label.values())]
    above = [v for v in values if not isinstance(v, str) and v > 0]
    if question.type != "single" or not mute or len(above) + len(mute) < len(values):
        return question
    codes = tuple(c for c in question.codes if c not in mute)
    more = (DraftMissing(c.code, c.value, {}, "skipped", False, APART) for c in mute)
    return replace(question, codes=codes, missing=(*more, *question.missing)) if codes else question


def _negative(value: Value) -> bool:
    return not isinstance(value, str) and value < 0
