"""A negative code that many columns of a file take for no answer is none in the others either."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from padai.interchange.draft import DraftMissing, DraftQuestion, Value
from padai.interchange.remarks import APART, FROM_LABEL
from padai.waves.absent import codes_beside

FEWEST_COLUMNS = 3
"""Columns in which a code stands apart, from which on it does in those too short to show it."""
FEWEST_ANSWERS = 2
"""Positive codes beside which negative ones can be told from a scale around zero."""


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
    seen += Counter(value for q in questions for value in _one_sided(q))
    known = {value for value, n in seen.items() if n >= FEWEST_COLUMNS}
    return [_without(question, known) for question in questions]


def _without(question: DraftQuestion, known: set[Value]) -> DraftQuestion:
    values = [c.value for c in question.codes]
    mute = [c for c in question.codes if c.value in known and not any(c.label.values())]
    if mute:  # -5 beside a -1 that is no answer is none either
        below = [c for c in question.codes if _negative(c.value) and not any(c.label.values())]
        mute = below if _one_sided(question) else mute
    above = [v for v in values if not isinstance(v, str) and v > 0]
    if question.type != "single" or not mute or len(above) + len(mute) < len(values):
        return question
    codes = tuple(c for c in question.codes if c not in mute)
    more = (DraftMissing(c.code, c.value, {}, "skipped", False, APART) for c in mute)
    return replace(question, codes=codes, missing=(*more, *question.missing)) if codes else question


def _one_sided(question: DraftQuestion) -> list[Value]:
    """Return the negative codes without a label that cannot be the lower half of a scale.

    Beside a zero, or where they go down by steps of one about as far as the others go up, they may.
    """
    numbers = sorted(c.value for c in question.codes if not isinstance(c.value, str))
    if question.type != "single" or len(numbers) < len(question.codes):
        return []
    below = [v for v in numbers if v < 0]
    above = [v for v in numbers if v > 0]
    if not below or len(above) < FEWEST_ANSWERS or len(above) + len(below) < len(numbers):
        return []
    steps = below == [*range(-len(below), 0)] and abs(len(below) - above[-1]) <= 1
    labelled = {c.value for c in question.codes if any(c.label.values())}
    return [] if steps or above[0] != 1 else [v for v in below if v not in labelled]


def in_unknown_words(questions: Sequence[DraftQuestion]) -> dict[str, list[DraftQuestion]]:
    """Return the questions whose labelled codes stand apart, by these, where no word is known.

    In a file of which some label is known to name no answer, one of another label is an answer.
    """
    if any(m.guess is FROM_LABEL for q in questions for m in q.missing):
        return {}
    by_codes: dict[str, list[DraftQuestion]] = {}
    for question in questions:
        labelled = [c.value for c in question.codes if any(c.label.values())]
        numbers = [v for v in labelled if not isinstance(v, str)]
        if question.type == "single" and (codes := codes_beside(numbers)):
            by_codes.setdefault(", ".join(f"{code:g}" for code in codes), []).append(question)
    return by_codes


def _negative(value: Value) -> bool:
    return not isinstance(value, str) and value < 0
