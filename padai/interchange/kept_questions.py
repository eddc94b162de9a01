"""What a question that the next file asks again has otherwise: its column, values and answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from padai.errors import Said
from padai.interchange.choices_added import NextColumn
from padai.interchange.definition_lines import Kind, QuestionChange, values_line
from padai.interchange.draft import DraftCode, DraftMissing, DraftQuestion, Value
from padai.interchange.linking import turned_values
from padai.interchange.scalars import literal
from padai.interchange.spelled_again import in_words, lacking_values, no_longer_given, paired
from padai.survey import Question
from padai.words import Joined, first_named

ACROSS_TONGUES = "interchange-the-same-by-name"
"""What is said of a question that its name and its codes alone tell."""


@dataclass(frozen=True)
class ContinuedQuestion:
    """A question and the column of the next file that continues it.

    Attributes
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

    question: Question
    when: str
    old: DraftQuestion
    there: NextColumn
    across: bool
    before: bool

    @property
    def column(self) -> str:
        """The column's name in the next file."""
        return next(iter(self.there.column.columns.values()))

    @property
    def gone(self) -> dict[str, Value]:
        """The answers in words, by code, that the next file does not give any more."""
        return no_longer_given(self.question, self.when, self.old, self.there.column)


def kept_question(asked: ContinuedQuestion) -> QuestionChange:
    """Return what became of a question that a column of the next file continues."""
    change = _of_its_values(asked)
    if asked.question.scale is None or change.kind == "turned":
        return change
    lacking = lacking_values(asked.question, asked.there.column)
    given = tuple(m for m in lacking if isinstance(m, DraftMissing) and m.label)
    others = [code for code in lacking if code not in given]
    if any(in_words(code.value) for code in others):
        said = _other_answers(asked.column, others, asked.gone.values())
        return QuestionChange("changed", asked.question.id, said, asked.column)
    codes = [c for c in asked.there.more if c.value not in asked.question.values.values()]
    news = [change.said] if change.kind == "respelled" else []
    news += _added(asked)
    if given:
        news.append(Said("interchange-missing-added", listed=_listed(given)))
    if others:
        news.append(Said("interchange-unlabelled-added", listed=_listed(others)))
    if not news:
        return change
    kind: Kind = "respelled" if change.kind == "respelled" else "widened"
    message = Said("interchange-all-told", told=Joined(news, "; "))
    return replace(change, kind=kind, said=message, codes=(*codes, *given))


def _of_its_values(asked: ContinuedQuestion) -> QuestionChange:
    """Say whether a column has another name, turned over, or is spelled otherwise."""
    question, spelled, name = asked.question, asked.there.spelled, asked.column
    if spelled:
        pairs = [f"{literal(question.values[c])} → {literal(v)}" for c, v in spelled.items()]
        message = Said("interchange-respelled", listed=first_named(pairs))
        return QuestionChange("respelled", question.id, message, name, spelled)
    values = _other_values(asked)
    if values:
        message = Said("interchange-the-same-scale-turned-over")
        return QuestionChange("turned", question.id, message, name, values)
    then = next(iter(asked.old.columns.values()))
    if name != then:
        one, other = (name, then) if asked.before else (then, name)
        message = Said("interchange-became", before=one, name=other)
        return QuestionChange("renamed", question.id, message, name)
    ident = ACROSS_TONGUES if asked.across else "interchange-the-same"
    return QuestionChange("same", question.id, Said(ident), name)


def _other_values(asked: ContinuedQuestion) -> dict[str, Value]:
    """Return by code the values of the new file that are not the usual ones of the scale."""
    question = asked.question
    if question.scale is None:
        return {}
    turned = turned_values(asked.old, asked.there.column)
    named = {value: code for code, value in question.scale.values_in(asked.when).items()}
    values: dict[str, Value] = {}
    for code in asked.old.codes:
        own = named.get(code.value)
        value = turned.get(code.code, code.value)
        if own is not None and value != question.values[own]:
            values[own] = value
    return values


def _added(asked: ContinuedQuestion) -> Iterator[Said]:
    """Say which answers are more, and which line would make one of them an earlier one."""
    more, gone = asked.there.more, asked.gone
    if not more:
        return
    listed = ", ".join(c.code for c in more)
    if not gone or not in_words(more[0].value):
        yield Said("interchange-choices-added", listed=listed)
        return
    instead = {**asked.there.spelled, **paired([c.value for c in more], gone)}
    line = values_line(asked.question, next(iter(asked.there.column.columns)), instead).text
    named = first_named([str(value) for value in gone.values()])
    yield Said("interchange-choices-instead", listed=listed, gone=named, line=line)


def other_words(old: DraftQuestion, new: DraftQuestion) -> Said | None:
    """Say which answers of a column are new and which are gone, where they are words.

    None where values have labels: what these say is told instead.
    """
    if old.type != new.type or not all(in_words(c.value) for c in (*old.codes, *new.codes)):
        return None
    then, now = ({c.value for c in question.codes} for question in (old, new))
    more = [code for code in new.codes if code.value not in then]
    gone = [code.value for code in old.codes if code.value not in now]
    return _other_answers(next(iter(new.columns.values())), more, gone) if more else None


def _other_answers(column: str, more: Iterable[DraftCode], gone: Iterable[Value]) -> Said:
    """Say which answers of a column are new, and which nobody gives any more."""
    names = [str(value) for value in gone]
    facts = {"listed": _listed(more), "gone": first_named(names), "left": len(names)}
    return Said("interchange-other-answers", column=column, **facts)


def _listed(codes: Iterable[DraftCode]) -> str:
    """Name values with their labels; a text is its own."""
    labels = {str(c.value): next(iter(c.label.values()), "") for c in codes}
    return first_named(
        [value if text in ("", value) else f"{value} ({text})" for value, text in labels.items()]
    )
