"""Choices that the next file labels and the definition lacks: a scale that grew, and its lines."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from padai.interchange.definition_lines import scale_of
from padai.interchange.draft import DraftCode, DraftQuestion, Value
from padai.interchange.label_words import normal
from padai.interchange.linking import turned_values
from padai.interchange.spelled_again import read_as, spelled_alike
from padai.survey import Question
from padai.survey.answer_words import said

Asked = tuple[Question, DraftQuestion]
"""A question, and its column as it was last asked."""


@dataclass(frozen=True)
class NextColumn:
    """A column of the next file, by the answers that its question had, and what it has more.

    Attributes
    ----------
    column
        Without the choices that are new, and with the earlier value where one is spelled anew.
    more
        The choices that are new.
    spelled
        By code, the value of the file that is spelled anew.
    """

    column: DraftQuestion
    more: tuple[DraftCode, ...] = ()
    spelled: Mapping[str, Value] = field(default_factory=dict)


def next_columns(
    then: Sequence[Asked],
    now: Sequence[DraftQuestion],
    last: Mapping[str, str],
    said_same: Collection[str] = (),
) -> list[NextColumn]:
    """Take from the drafts of a file the choices that their questions did not have yet.

    A scale grew where every answer that was labelled is labelled as it was, and the new ones are
    at most half as many; where values are words, half of them at least are given again. On a scale
    that several questions share a value is one choice: where two of them label it differently, the
    second keeps what is new and is told as changed.

    Parameters
    ----------
    then
        The questions, each as it was last asked.
    now
        The columns of the new file.
    last
        By question, the wave that it was last asked in.
    said_same
        The questions that a person says are the same, whatever became of their words.
    """
    names = {_column(old): (asked, old) for asked, old in then}
    labels: dict[str, list[Asked]] = {}
    for each in then:
        labels.setdefault(normal(_words(each[1].label)), []).append(each)
    pairs: list[Asked | None] = []
    for new in now:
        alike = labels.get(normal(_words(new.label)), []) if _words(new.label) else []
        pairs.append(names.get(_column(new)) or (alike[0] if len(alike) == 1 else None))
    asked = [(p[0], last[p[0].id], new) for p, new in zip(pairs, now, strict=True) if p]
    anew = spelled_alike(asked)
    shared: dict[str, dict[Value, str]] = {}
    columns: list[NextColumn] = []
    for pair, new in zip(pairs, now, strict=True):
        if pair is None:
            columns.append(NextColumn(new))
            continue
        question, old = pair
        spelled = anew.get(scale_of(question), {})
        column = read_as(question, last[question.id], old, new, spelled)
        more = _more(question, old, column, sure=question.id in said_same)
        known = shared.setdefault(scale_of(question), {})
        if any(known.get(c.value, said(_words(c.label))) != said(_words(c.label)) for c in more):
            more = ()
        known |= {c.value: said(_words(c.label)) for c in more}
        values = {c.value for c in more}
        left = tuple(c for c in column.codes if c.value not in values)
        columns.append(NextColumn(replace(column, codes=left), more, spelled))
    return columns


def _more(
    question: Question, old: DraftQuestion, new: DraftQuestion, *, sure: bool
) -> tuple[DraftCode, ...]:
    """Return the choices that a column labels and its question lacked; none where it changed."""
    if question.type not in ("single", "rating") or question.scale is None:
        return ()
    ours, theirs = _listed(old.codes), _listed(new.codes)
    if not ours or old.type != new.type or turned_values(old, new):
        return ()
    more = tuple(c for c in new.codes if c.value in theirs and c.value not in ours)
    # a file of words lists what was given, by the value; one of labels, all that could be
    words = all(map(_own_words, new.codes))
    gone = sum(value not in theirs for value in ours)
    if not sure and (len(more) > len(ours) // 2 or gone > (len(ours) // 2 if words else 0)):
        return ()
    if not (sure or words) and any(theirs.get(value) != text for value, text in ours.items()):
        return ()
    if {c.value for c in more} & {m.value for m in old.missing if m.label}:
        return ()
    return more if all(_fits(question, code) for code in more) else ()


def _fits(question: Question, code: DraftCode) -> bool:
    """Whether a scale has room for a choice, or has it already under this label."""
    named: Mapping[Value, str] = {value: code_ for code_, value in question.values.items()}
    own = named.get(code.value)
    if own is None:
        return code.code not in question.values
    entry = question.entry(own)
    assert entry is not None
    return any(said(entry.label.get(tag)) == said(_words(code.label)) for tag in entry.label.tags)


def _listed(codes: Sequence[DraftCode]) -> dict[Value, str]:
    """Return the values that a file lists with words of their own."""
    texts = {c.value: said(_words(c.label)) for c in codes}
    return {
        code.value: text
        for code in codes
        if (text := texts[code.value]) and (text != said(str(code.value)) or _own_words(code))
    }


def _own_words(code: DraftCode) -> bool:
    """Whether a value is a text, which says what was chosen."""
    value = code.value
    return (
        isinstance(value, str)
        and any(map(str.isalpha, value))
        and said(_words(code.label)) in ("", said(value))
    )


def _column(question: DraftQuestion) -> str:
    return next(iter(question.columns.values())).casefold()


def _words(label: Mapping[str, str]) -> str:
    return next(iter(label.values()), "")
