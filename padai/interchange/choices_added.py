"""Choices that the next file labels and the definition lacks: a scale that grew, and its lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from padai.errors import Said
from padai.interchange.definition_lines import QuestionChange
from padai.interchange.draft import DraftCode, DraftQuestion, Value
from padai.interchange.label_words import normal
from padai.interchange.linking import turned_values
from padai.survey import Question
from padai.survey.answer_words import said


def grown_scales(
    then: Sequence[tuple[Question, DraftQuestion]], now: Sequence[DraftQuestion]
) -> tuple[list[DraftQuestion], dict[str, tuple[DraftCode, ...]]]:
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

    Returns
    -------
    The drafts without the choices that are new, and these by column.
    """
    names = {_column(old): (asked, old) for asked, old in then}
    labels: dict[str, list[tuple[Question, DraftQuestion]]] = {}
    for pair in then:
        labels.setdefault(normal(_words(pair[1].label)), []).append(pair)
    shared: dict[str, dict[Value, str]] = {}
    drafts, added = list(now), dict[str, tuple[DraftCode, ...]]()
    for turn, new in enumerate(now):
        alike = labels.get(normal(_words(new.label)), []) if _words(new.label) else []
        pair_of = names.get(_column(new)) or (alike[0] if len(alike) == 1 else None)
        more = _more(*pair_of, new) if pair_of is not None else ()
        if pair_of is None or not more:
            continue
        asked = pair_of[0]
        scale = (asked.scale.id if asked.scale else "") or asked.id
        known = shared.setdefault(scale, {})
        if any(known.get(c.value, said(_words(c.label))) != said(_words(c.label)) for c in more):
            continue
        known |= {c.value: said(_words(c.label)) for c in more}
        values = {c.value for c in more}
        drafts[turn] = replace(new, codes=tuple(c for c in new.codes if c.value not in values))
        added[next(iter(new.columns.values()))] = more
    return drafts, added


def with_choices(
    change: QuestionChange, more: tuple[DraftCode, ...], question: Question
) -> QuestionChange:
    """Say that a question has choices more; those that its scale has by now need no line."""
    if not more or change.kind not in ("same", "renamed"):
        return change
    listed = ", ".join(c.code for c in more)
    lacking = tuple(c for c in more if c.value not in question.values.values())
    said_ = Said("interchange-choices-added", listed=listed)
    return replace(change, kind="widened", said=said_, codes=lacking)


def _more(question: Question, old: DraftQuestion, new: DraftQuestion) -> tuple[DraftCode, ...]:
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
    if len(more) > len(ours) // 2 or gone > (len(ours) // 2 if words else 0):
        return ()
    if not words and any(theirs.get(value) != text for value, text in ours.items()):
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
