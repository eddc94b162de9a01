"""What a question that the next file asks again has otherwise: its column, values and answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from padai.errors import Said
from padai.interchange.choices_added import NextColumn
from padai.interchange.definition_lines import Kind, QuestionChange, values_line
from padai.interchange.draft import DraftCode, DraftMissing, DraftQuestion, Value
from padai.interchange.linking import turned_values
from padai.interchange.scalars import literal
from padai.interchange.spelled_again import in_words, lacking_values, no_longer_given, paired
from padai.survey import Question
from padai.words import Joined

ACROSS_TONGUES = "interchange-the-same-by-name"
"""What is said of a question that its name and its codes alone tell."""


def kept_question(
    question: Question,
    when: str,
    old: DraftQuestion,
    there: NextColumn,
    *,
    across: bool,
    before: bool,
) -> QuestionChange:
    """Return what became of a question that a column of the next file continues.

    Parameters
    ----------
    question
        As it is defined.
    when
        The wave that it was last asked in.
    old, there
        Its column there, and in the next file.
    across
        Whether its name and its codes alone tell it.
    before
        Whether the next file's wave comes before.
    """
    change = _found(question, when, old, there, across, before=before)
    if question.scale is None or change.kind == "turned":
        return change
    lacking = lacking_values(question, there.column)
    given = tuple(m for m in lacking if isinstance(m, DraftMissing) and m.label)
    others = [code for code in lacking if code not in given]
    if any(in_words(code.value) for code in others):
        return _other_answers(question, when, old, there, others)
    codes = tuple(c for c in there.more if c.value not in question.values.values())
    news = [change.said] if change.kind == "respelled" else []
    news += _added(question, when, old, there)
    if given:
        news.append(Said("interchange-missing-added", listed=_listed(given)))
    if others:
        news.append(Said("interchange-unlabelled-added", listed=_listed(others)))
    if not news:
        return change
    kind: Kind = "respelled" if change.kind == "respelled" else "widened"
    message = Said("interchange-all-told", told=Joined(news, "; "))
    return replace(change, kind=kind, said=message, codes=(*codes, *given))


def _found(
    question: Question,
    when: str,
    old: DraftQuestion,
    there: NextColumn,
    across: bool,
    *,
    before: bool,
) -> QuestionChange:
    new, (name,) = there.column, there.column.columns.values()
    if there.spelled:
        pairs = [f"{literal(question.values[c])} → {literal(v)}" for c, v in there.spelled.items()]
        message = Said("interchange-respelled", listed=", ".join(pairs))
        return QuestionChange("respelled", question.id, message, name, there.spelled)
    values = _other_values(question, when, old, new)
    if values:
        message = Said("interchange-the-same-scale-turned-over")
        return QuestionChange("turned", question.id, message, name, values)
    then = next(iter(old.columns.values()))
    if name != then:
        one, other = (name, then) if before else (then, name)
        message = Said("interchange-became", before=one, name=other)
        return QuestionChange("renamed", question.id, message, name)
    ident = ACROSS_TONGUES if across else "interchange-the-same"
    return QuestionChange("same", question.id, Said(ident), name)


def _other_values(
    question: Question, last: str, old: DraftQuestion, new: DraftQuestion
) -> dict[str, Value]:
    """Return by code the values of the new file that are not the usual ones of the scale."""
    if question.scale is None:
        return {}
    turned = turned_values(old, new)
    named = {value: code for code, value in question.scale.values_in(last).items()}
    values: dict[str, Value] = {}
    for code in old.codes:
        own = named.get(code.value)
        value = turned.get(code.code, code.value)
        if own is not None and value != question.values[own]:
            values[own] = value
    return values


def _added(question: Question, when: str, old: DraftQuestion, there: NextColumn) -> list[Said]:
    """Say which answers are more, and which line would make one of them an earlier one."""
    if not there.more:
        return []
    listed = ", ".join(c.code for c in there.more)
    gone = no_longer_given(question, when, old, there.column)
    if not gone or not in_words(there.more[0].value):
        return [Said("interchange-choices-added", listed=listed)]
    instead = {**there.spelled, **paired([c.value for c in there.more], gone)}
    line = values_line(question, next(iter(there.column.columns)), instead).text
    facts = {"listed": listed, "gone": ", ".join(map(str, gone.values())), "line": line}
    return [Said("interchange-choices-instead", **facts)]


def _other_answers(
    question: Question,
    when: str,
    old: DraftQuestion,
    there: NextColumn,
    others: Sequence[DraftCode],
) -> QuestionChange:
    gone = no_longer_given(question, when, old, there.column)
    facts = {"listed": _listed(others), "gone": ", ".join(map(str, gone.values()))}
    (name,) = there.column.columns.values()
    message = Said("interchange-other-answers", column=name, left=len(gone), **facts)
    return QuestionChange("changed", question.id, message, name)


def other_words(old: DraftQuestion, new: DraftQuestion) -> Said | None:
    """Say which answers of a column are new and which are gone, where they are words.

    None where values have labels: what these say is told instead.
    """
    if old.type != new.type or not all(in_words(c.value) for c in (*old.codes, *new.codes)):
        return None
    then, now = ({c.value for c in question.codes} for question in (old, new))
    more = [code for code in new.codes if code.value not in then]
    gone = [str(code.value) for code in old.codes if code.value not in now]
    facts = {"listed": _listed(more), "gone": ", ".join(gone), "left": len(gone)}
    column = next(iter(new.columns.values()))
    return Said("interchange-other-answers", column=column, **facts) if more else None


def _listed(codes: Sequence[DraftCode]) -> str:
    return ", ".join(
        f"{c.value} ({label})"
        if (label := next(iter(c.label.values()), str(c.value))) != str(c.value)
        else str(c.value)
        for c in codes
    )
