"""Answers in words that the next file spells otherwise, and values that a definition lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from padai.interchange.definition_lines import scale_of
from padai.interchange.draft import DraftCode, DraftMissing, DraftQuestion, Value
from padai.survey import Question
from padai.survey.answer_words import said

RESEMBLING = 0.5
LEFT_OPEN = "…"
"""What stands for a value that a person has to write."""
Coded = DraftCode | DraftMissing
Words = dict[str, Value]
"""Words by code."""


def spelled_anew(question: Question, when: str, new: DraftQuestion) -> dict[str, Value]:
    """Return by code the words that a column has for it, where their spelling alone is new.

    Case, accents, punctuation and articles tell no two answers apart, nor the words for one kind
    of missing answer. A value is taken for another where both are alone: the old one is not given
    any more, and nothing else of the file says the same.

    Parameters
    ----------
    question
        The question, as it is defined.
    when
        The wave that it was last asked in.
    new
        Its column in the new file.
    """
    if question.type not in ("single", "rating") or question.scale is None:
        return {}
    last = {**question.values, **question.scale.values_in(when)}
    return _anew(last, {*last.values(), *question.values.values()}, new)


def spelled_like(old: DraftQuestion, new: DraftQuestion) -> DraftQuestion:
    """Return a draft by the words of an earlier one, where their spelling alone is another.

    What its own file has for them stands in its `file_values`.
    """
    if old.type not in ("single", "rating") or old.type != new.type:
        return new
    last = {code.code: code.value for code in _all(old)}
    spelled = _anew(last, set(last.values()), new)
    if not spelled:
        return new
    wave = next(iter(new.columns))
    return replace(_read(last, old, new, spelled), file_values={wave: spelled})


def _anew(last: Mapping[str, Value], known: set[Value], new: DraftQuestion) -> dict[str, Value]:
    """Pair, by what they say, the words that no code has with the codes whose words are gone."""
    given = {code.value for code in _all(new)}
    fresh = _by_words((c.value, c.value) for c in _all(new) if c.value not in known)
    spare = _by_words((v, code) for code, v in last.items() if v not in given)
    return {
        str(spare[words][0]): values[0]
        for words, values in fresh.items()
        if len(values) == 1 and len(spare.get(words, ())) == 1
    }


def spelled_alike(
    columns: Sequence[tuple[Question, str, DraftQuestion]],
) -> dict[str, dict[str, Value]]:
    """Return by scale what :func:`spelled_anew` finds, where all columns of a scale agree.

    One that gives the earlier words, or spells them in a third way, contradicts the others.
    """
    anew: dict[str, dict[str, set[Value]]] = {}
    for question, when, new in columns:
        for code, value in spelled_anew(question, when, new).items():
            anew.setdefault(scale_of(question), {}).setdefault(code, set()).add(value)
    for question, when, new in columns:
        given = {code.value for code in _all(new)}
        for code in list(anew.get(scale_of(question), ())):
            last = {**question.values, **question.scale.values_in(when)} if question.scale else {}
            if last.get(code) in given or len(anew[scale_of(question)][code]) > 1:
                del anew[scale_of(question)][code]
    return {scale: {c: v for c, (v,) in codes.items()} for scale, codes in anew.items() if codes}


def read_as(
    question: Question,
    when: str,
    old: DraftQuestion,
    new: DraftQuestion,
    spelled: Mapping[str, Value],
) -> DraftQuestion:
    """Return a column with the earlier values for those that are spelled anew."""
    last = {**question.values, **(question.scale.values_in(when) if question.scale else {})}
    return _read(last, old, new, spelled)


def _read(
    last: Mapping[str, Value],
    old: DraftQuestion,
    new: DraftQuestion,
    spelled: Mapping[str, Value],
) -> DraftQuestion:
    then = {value: last[code] for code, value in spelled.items()}
    earlier = {code.value: code for code in _all(old)}

    def read(code: Coded) -> Coded:
        value = then.get(code.value)
        return code if value is None else earlier.get(value, replace(code, value=value))

    every = [read(code) for code in _all(new)]
    return replace(
        new,
        codes=tuple(c for c in every if not isinstance(c, DraftMissing)),
        missing=tuple(c for c in every if isinstance(c, DraftMissing)),
    )


def lacking_values(question: Question, new: DraftQuestion) -> tuple[Coded, ...]:
    """Return the values of a column that a question has no code for, whatever the wave."""
    if question.type not in ("single", "rating") or question.scale is None:
        return ()
    known = set(question.values.values())
    for values in question.scale.file_values.values():
        known |= set(values.values())
    return tuple(code for code in _all(new) if code.value not in known)


def no_longer_given(question: Question, when: str, old: DraftQuestion, new: DraftQuestion) -> Words:
    """Return the answers in words of the last file, by code, that the new one does not give."""
    if question.scale is None:
        return {}
    now = {code.value for code in new.codes}
    then = {code.value for code in old.codes}
    last = question.scale.values_in(when)
    answers = {code.code for code in question.scale.codes}
    return {
        code: value
        for code, value in last.items()
        if code in answers and in_words(value) and value in then and value not in now
    }


def paired(new: Sequence[Value], gone: Words) -> Words:
    """Return by code the new words for an answer that is gone, where there is one of each alone.

    Else a person has to say which is which, and it is left open: of several, letters would pair
    what means the contrary ("peu satisfait" with "plutôt satisfait").

    Examples
    --------
    >>> paired(["Nord du pays"], {"1": "Nord"}), paired(["Ne connaît pas"], {"2": "Parfois"})
    ({'1': 'Nord du pays'}, {'2': '…'})
    >>> paired(["Assez sûr", "Peu sûr"], {"2": "Plutôt sûr", "3": "Pas sûr"})
    {'2': '…', '3': '…'}
    """
    alone = len(new) == len(gone) == 1
    return {
        code: new[0] if alone and _resemble(value, new[0]) else LEFT_OPEN
        for code, value in gone.items()
    }


def _resemble(one: Value, other: Value) -> bool:
    return SequenceMatcher(None, str(one), str(other)).ratio() >= RESEMBLING


def in_words(value: Value) -> bool:
    """Whether a value is a text, which says what was answered."""
    return isinstance(value, str) and any(map(str.isalpha, value))


def _all(question: DraftQuestion) -> tuple[Coded, ...]:
    return (*question.codes, *question.missing)


def _by_words(pairs: Iterator[tuple[Value, Value]]) -> dict[str, list[Value]]:
    """Gather what goes with each value in words, by what they say."""
    gathered: dict[str, list[Value]] = {}
    for value, what in pairs:
        if in_words(value):
            gathered.setdefault(said(str(value)), []).append(what)
    return gathered
