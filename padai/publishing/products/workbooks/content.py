"""What the data tables hold, before any file format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from padai.publishing.basis.context import Context
from padai.publishing.basis.flags import FLAG_WORDS
from padai.publishing.basis.lookup import TOTAL, Cell
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import ended, upper_first
from padai.publishing.basis.speech import Speech
from padai.publishing.basis.vocabulary import check_words
from padai.publishing.chapters.how_to_read import how_to_read_items
from padai.publishing.chapters.opening import release_line, release_title
from padai.publishing.products.workbooks.layout import laid_out
from padai.publishing.products.workbooks.sheets import (
    Book,
    Sheet,
    SheetTable,
    Style,
    Value,
    unique_name,
)
from padai.survey import Question


@dataclass(frozen=True)
class _Subject:
    """What a data sheet is about."""

    name: str
    question: Question
    part: str
    title: str


More = Callable[[Context, Callable[[str], str], int], list[Sheet]]
"""Makes further sheets: of a context, a maker of names, and the number of their first table."""


def book_of(context: Context, more: More | None = None) -> Book:
    """Return the whole workbook of a wave in one language; `more` makes its last sheets."""
    survey, store = context.survey, context.store
    title = release_title(context)
    used: set[str] = set()
    subjects = list(_subjects(context, used))
    number = len(subjects) + 1
    further = more(context, lambda name: unique_name(name, used), number) if more else []
    return Book(
        title=title,
        subject=context.say("publishing-workbooks-data-tables"),
        author=context.text(survey.sponsor),
        marks=tuple(context.marks),
        language_word=context.say("publishing-workbooks-language"),
        lang=context.lang,
        created=dt.datetime.fromisoformat(str(store.release["publish_on"])),
        sheets=(
            _cover(context, title),
            _contents(context, subjects, further),
            _notes(context),
            *(_data(context, subject, i) for i, subject in enumerate(subjects, start=1)),
            *further,
        ),
    )


def _subjects(context: Readout, used: set[str]) -> Iterator[_Subject]:
    for question in context.survey.questions.values():
        for part in context.parts:
            if not context.lookup.asked(question.id, part):
                continue
            name = question.id if part == context.parts[0] else f"{question.id}.{part}"
            label = context.label(question.id)
            if len(context.parts) > 1:
                label = f"{label} ({context.text(context.part(part).label)})"
            yield _Subject(unique_name(name, used), question, part, label)


def _cover(context: Context, title: str) -> Sheet:
    survey, store = context.survey, context.store
    fieldwork = survey.wave(store.wave).fieldwork
    dates = context.numbers.fieldwork(fieldwork)
    lines = [Value(title, "title"), *(Value(mark, "strong") for mark in context.marks)]
    lines += [
        Value(context.text(survey.description), "wrap"),
        Value(context.say("publishing-workbooks-survey-conducted", dates=dates), "wrap"),
        *(Value(_sample(context, part), "wrap") for part in context.parts),
    ]
    contact = str(store.release.get("contact") or context.text(survey.contact))
    for name, text in (
        (context.say("publishing-workbooks-body"), context.text(survey.sponsor)),
        (context.say("publishing-workbooks-contact"), contact),
        (
            context.say("publishing-workbooks-licence-of-the-data"),
            context.text(survey.licences.data),
        ),
    ):
        if text:
            lines.append(Value(context.colon(name, text), "wrap"))
    lines.append(Value(release_line(context), "wrap"))
    if context.prevailing:
        lines.append(Value(ended(context.prevails("publishing-language-prevails")), "wrap"))
    return Sheet(context.say("publishing-workbooks-cover"), title, tuple(lines), (100,))


def _sample(context: Context, part: str) -> str:
    declared, words = context.part(part), context.words(part)
    size = context.store.facts["sizes"][part][context.wave]["n"]
    sentence = (
        f"{context.colon(context.text(declared.label), context.text(declared.population))}. "
        f"{upper_first(context.mode(part))}, {words.kind}, "
        f"n\u00a0=\u00a0{context.numbers.count(size)}. {words.precision}"
    )
    check_words(sentence, declared.sample_type, "cover")
    return sentence


def _contents(naming: Naming, subjects: list[_Subject], further: list[Sheet]) -> Sheet:
    title = naming.say("publishing-workbooks-contents-3533")
    heads = (
        naming.say("publishing-workbooks-sheet"),
        naming.say("publishing-workbooks-question"),
        naming.say("publishing-workbooks-wording"),
    )
    rows = tuple(
        (
            Value(subject.name, "text", sheet=subject.name),
            Value(subject.title, "wrap"),
            Value(_wording(naming, subject), "wrap"),
        )
        for subject in subjects
    )
    rows += tuple(
        (Value(sheet.name, "text", sheet=sheet.name), Value(sheet.title, "wrap"), Value("", "wrap"))
        for sheet in further
    )
    sentence = naming.say("publishing-workbooks-one-table-a-sheet")
    lines = (Value(title, "title"), Value(sentence))
    table = SheetTable("contents", title, title, heads, rows)
    return laid_out(naming.say("publishing-workbooks-contents-0856"), title, lines, table)


def _wording(naming: Naming, subject: _Subject) -> str:
    words = subject.question.wording_at(naming.wave, naming.survey.waves)
    return words.get(naming.lang, naming.part(subject.part).mode)


def _notes(naming: Naming) -> Sheet:
    title = naming.say("publishing-workbooks-notes")
    pairs = [(k.rstrip("."), v) for k, v in how_to_read_items(naming)]
    inference = any(naming.words(p).has_intervals for p in naming.parts)
    flags = [f for f in FLAG_WORDS if f != "d" or inference]
    pairs += [(flag, FLAG_WORDS[flag][naming.lang]) for flag in flags]
    if inference:
        pairs.append((naming.say("publishing-workbooks-letter-above"), _letters(naming)))
    for part in naming.parts:
        under = naming.words(part).under or naming.words(part).banner
        if under:
            pairs.append((naming.text(naming.part(part).label), under))
    heads = (
        naming.say("publishing-workbooks-sign-or-notion"),
        naming.say("publishing-workbooks-meaning"),
    )
    rows = tuple((Value(k, "wrap"), Value(v, "wrap")) for k, v in pairs)
    table = SheetTable("notes", title, title, heads, rows)
    return laid_out(title, title, (Value(title, "title"),), table)


def _letters(speech: Speech) -> str:
    return speech.say("publishing-workbooks-each-group-of-a-breakdown-has-a-letter")


def _data(context: Context, subject: _Subject, index: int) -> Sheet:
    words = context.words(subject.part)
    base = context.base_words([subject.question.id])
    measures = _measures(context, subject)
    word = context.say("publishing-language-word-base")
    texts = [_wording(context, subject), context.colon(word, base)]
    texts += [*((words.under,) if words.under else ()), measures]
    for text in (subject.title, *texts):
        check_words(text, context.part(subject.part).sample_type, subject.name)
    lines = [
        Value(subject.title, "title"),
        *(Value(mark, "strong") for mark in context.marks),
        *(Value(text) for text in texts),
    ]
    heads = _heads(context, subject)
    table = SheetTable(f"t{index}", subject.title, measures, heads, tuple(_rows(context, subject)))
    return laid_out(subject.name, subject.title, tuple(lines), table)


def _measures(naming: Naming, subject: _Subject) -> str:
    words = naming.words(subject.part)
    if not words.has_intervals:
        return naming.say("publishing-workbooks-n-is-unweighted")
    return naming.say(
        "publishing-workbooks-bounds-n-is-unweighted-effective-n-n", interval=words.interval
    )


def _heads(naming: Naming, subject: _Subject) -> tuple[str, ...]:
    say, inference = naming.say, naming.words(subject.part).has_intervals
    bounds = (
        say("publishing-workbooks-lower-bound"),
        say("publishing-workbooks-upper-bound"),
        say("publishing-workbooks-effective-n"),
    )
    letters = (say("publishing-workbooks-letter"), say("publishing-workbooks-above"))
    return (
        say("publishing-workbooks-breakdown"),
        say("publishing-workbooks-group"),
        say("publishing-workbooks-answer"),
        say("publishing-workbooks-estimate"),
        *(bounds if inference else ()),
        say("publishing-workbooks-n"),
        *(letters if inference else ()),
        say("publishing-workbooks-flag"),
        say("publishing-workbooks-remark"),
    )


def _rows(context: Readout, subject: _Subject) -> Iterator[tuple[Value, ...]]:
    question = subject.question
    responses = [*question.codes, *(n.id for n in question.all_nets), "mean"]
    survey = context.survey
    wanted = survey.report_breakdowns or tuple(b.id for b in survey.breakdowns)
    domains = [(TOTAL, TOTAL), *((b, g) for b in wanted for g in context.groups(b))]
    inference = context.words(subject.part).has_intervals
    for breakdown, group in domains:
        for response in responses:
            cell = context.lookup.cell(question.id, response, breakdown, group, subject.part)
            if cell is not None:
                yield _values(context, cell, inference)


def _values(context: Readout, cell: Cell, inference: bool) -> tuple[Value, ...]:
    kind = context.kind(cell.question, cell.response)
    styles: dict[str, Style] = {"share": "share", "mean": "mean", "balance": "points"}
    style = styles[kind]
    factor = 100.0 if kind == "balance" else 1.0
    show = inference and cell.shown and cell.has_interval
    bounds = (
        Value(_scaled(cell.conf_low, factor) if show else None, style),
        Value(_scaled(cell.conf_high, factor) if show else None, style),
        Value(_number(cell.n_eff) if cell.shown else None, "count"),
    )
    letters = tuple(Value(text, "center") for text in context.lookup.letters(cell))
    return (
        Value(context.breakdown(cell.breakdown), "wrap"),
        Value(context.group(cell.breakdown, cell.group), "wrap"),
        Value(context.response(cell.question, cell.response), "wrap"),
        Value(_scaled(cell.estimate, factor) if cell.shown else None, style),
        *(bounds if inference else ()),
        Value(_number(cell.n_base), "count"),
        *(letters if inference else ()),
        Value(cell.flag, "center"),
        Value("" if cell.shown else context.withheld(cell), "wrap"),
    )


def _scaled(value: float, factor: float) -> float:
    """Return a printed figure in another unit, without the tail that binary arithmetic leaves."""
    return float(f"{value * factor:.12g}")


def _number(value: Any) -> float | None:
    return None if value is None or value != value else float(value)
