"""A code that many columns of a file take for no answer is none in the others either."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
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
    in_words = _never_answers(questions)
    return [_past_answers(_without(question, known), in_words) for question in questions]


def _never_answers(questions: Sequence[DraftQuestion]) -> dict[Value, DraftMissing]:
    """Return the codes that labels of several columns call no answer, and of none an answer."""
    answers = {c.value for q in questions for c in q.codes if any(c.label.values())}
    by_value: dict[Value, list[DraftMissing]] = {}
    for missing in (m for q in questions for m in q.missing if m.guess is FROM_LABEL):
        if missing.value not in answers:
            by_value.setdefault(missing.value, []).append(missing)
    several = {v: alike for v, alike in by_value.items() if len(alike) >= FEWEST_COLUMNS}
    usual = {v: Counter(m.kind for m in alike).most_common(1)[0][0] for v, alike in several.items()}
    return {
        value: replace(next(m for m in alike if m.kind == usual[value]), guess=APART)
        for value, alike in several.items()
    }


def _past_answers(question: DraftQuestion, in_words: Mapping[Value, DraftMissing]) -> DraftQuestion:
    """Take codes without a label, apart behind those in words, for what they are elsewhere.

    Behind 77 "Others" that is 88, where other questions label it "don't know".
    """
    known = (in_words.get(m.value, m) if not any(m.label.values()) else m for m in question.missing)
    question = replace(question, missing=tuple(known))
    labelled = [c.value for c in question.codes if any(c.label.values())]
    bare = [c for c in question.codes if c.value not in labelled]
    numbers = [v for v in (*labelled, *(c.value for c in bare)) if not isinstance(v, str)]
    if (
        question.type != "single"
        or len(numbers) < len(question.codes)
        or len(labelled) <= len(bare)
    ):
        return question
    last = max((v for v in labelled if not isinstance(v, str)), default=0)
    past = [c.value for c in bare if not isinstance(c.value, str) and c.value > last]
    if not past or any(value not in in_words or value <= last + 1 for value in past):
        return question
    codes = tuple(c for c in question.codes if c.value not in past)
    gone = (in_words[value] for value in past)
    return replace(question, codes=codes, missing=(*question.missing, *gone))


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
