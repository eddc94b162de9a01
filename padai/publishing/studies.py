"""Studies: an analysis of one's own, set as a page beside a release.

A script estimates with padai's public verbs, gives numbers and texts in both languages, and
:func:`write_study` sets them in the house style: numbers are written as each language writes them,
every chart has its data table and an alternative text made from its numbers, and the words that
the sample type forbids are refused.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from padai.charts.data import Axis, ChartRow, Point, even_axis
from padai.charts.rows import Layout, row_chart
from padai.errors import PublicationError
from padai.publishing.basis.context import Context
from padai.publishing.basis.dates import release_timestamp
from padai.publishing.basis.lookup import MAIN
from padai.publishing.basis.numbers import Numbers
from padai.publishing.basis.speech import Speech
from padai.publishing.chapters.opening import PAGES
from padai.publishing.chapters.overall import p_words
from padai.publishing.chapters.page_head import release_head, trail
from padai.publishing.chapters.planning import grows_with_interviews, planning
from padai.publishing.pieces.emit import (
    Piece,
    bullets,
    data_table,
    figure,
    heading,
    joined,
    paragraph,
    table,
)
from padai.publishing.pieces.page_setter import page_setter
from padai.publishing.pieces.tables import Column, TableRow
from padai.store import COLUMNS, Store, outside
from padai.survey import Text
from padai.words import Both, Said, in_a_row, say

if TYPE_CHECKING:
    import pandas as pd

Words = Text | Mapping[str, str]
"""A text in both languages: ``{"fr": ..., "en": ...}``, or one of a definition's."""
Unit = Literal["share", "points", "decimal", "count", "p", "text"]
"""How a number is written: a share or a change of shares (0 to 1), a number with two decimals, a
count, a p-value; ``text`` is a :data:`Words` of its own."""
FOLDER = "etudes"


@dataclass(frozen=True)
class StudyProse:
    """Paragraphs, under a title where there is one; `points` are a list after them."""

    texts: Sequence[Words]
    title: Words | None = None
    points: Sequence[Words] = ()


@dataclass(frozen=True)
class PointRow:
    """One value with its interval, 0 to 1; without a value, the heading of the rows below it."""

    label: Words
    estimate: float = math.nan
    conf_low: float = math.nan
    conf_high: float = math.nan


@dataclass(frozen=True)
class Points:
    """Values on both sides of zero, drawn with their intervals, in percentage points."""

    caption: Words
    rows: Sequence[PointRow]
    stub: Words
    note: Words | None = None


@dataclass(frozen=True)
class Grid:
    """A table: a heading and a unit for each column, a label and a value for each cell."""

    caption: Words
    stub: Words
    columns: Sequence[tuple[Words, Unit]]
    rows: Sequence[tuple[Words, Sequence[object]]]
    note: Words | None = None


@dataclass(frozen=True)
class Planning:
    """What the next wave can show: frames of :func:`padai.plan` and `expected_interviews`.

    `sizes` are the numbers of interviews that the tables list; `groups` has a column `interviews`.
    """

    plan: pd.DataFrame
    groups: pd.DataFrame
    sizes: Sequence[int]
    power: float = 0.8


@dataclass(frozen=True)
class Study:
    """An analysis, from its title to its last table.

    `slug` names its file; `lead` is what it found, in a sentence or two.
    """

    slug: str
    title: Words
    lead: Words
    blocks: Sequence[StudyProse | Points | Grid | Planning] = field(default_factory=tuple)


def write_study(study: Study, store: Store, folder: Path | None = None) -> list[Path]:
    """Write a study as a page in each language of the survey.

    Parameters
    ----------
    study
        Every text in every language of the survey.
    store
        The release that it stands beside: its marks, its words, its date.
    folder
        Where ``fr/`` and ``en/`` go; none: ``etudes/`` beside the versions of the wave.

    Returns
    -------
    list of pathlib.Path
        One page a language.

    Raises
    ------
    PublicationError
        A text lacks a language, or uses words that the sample type forbids.

    Examples
    --------
    >>> study = Study("notes", {"fr": "Notes", "en": "Notes"}, {"fr": "Un.", "en": "One."})
    >>> write_study(study, padai.open_store("releases/s/2025/v1/interne"))  # doctest: +SKIP
    """
    if not re.fullmatch(r"[a-z0-9-]+", study.slug):
        raise PublicationError(
            Said("publishing-a-studys-slug-has-small-letters-digits", slug=study.slug),
        )
    target = folder if folder is not None else store.folder.parent.parent / FOLDER
    written = []
    for lang in store.survey.languages:
        path = target / lang / f"{study.slug}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        report = f"../../v{store.release['version']}/{lang}/{PAGES['report'][lang]}"
        label = say("publishing-report", lang)
        meta = trail(lang, [(label, report)], _text(study.title, lang)) if folder is None else {}
        with page_setter(lang, release_timestamp(store)) as setter:
            made = setter.page(study.slug, partial(study_page, study, store, lang), meta=meta)
        path.write_bytes(made["html"])
        written.append(path)
    return written


def study_page(study: Study, store: Store, lang: str) -> Piece:
    """Return a study as a page's content, title block first."""
    context = Context(outside(_with_plan(study, store)), lang)
    head = release_head(
        context,
        _say(context.lang, study.title),
        _say(context.lang, study.lead),
        alternate=lambda other: f"../{other}/{study.slug}.html",
    )
    return head + joined(_block(context, study.slug, block) for block in study.blocks)


def _with_plan(study: Study, store: Store) -> Store:
    """Return the store with what a block plans, which its page is then made of."""
    planned = [b for b in study.blocks if isinstance(b, Planning)]
    if not planned:
        return store
    (one,) = planned
    plan = one.plan.assign(part=MAIN)[COLUMNS["plan"]]
    texts = ["wave", "question", "response", "breakdown", "group", "margin_within", "reason"]
    groups = one.groups.assign(part=MAIN, wave=store.wave)[COLUMNS["interviews"]]
    tables = {**store.tables, "plan": plan.astype(dict.fromkeys(texts, str)), "interviews": groups}
    told = {"power": one.power, "clustered": grows_with_interviews(one.plan)}
    facts = {**store.facts, "plan": told}
    return replace(store, tables=tables, facts=facts, printed=False)


def _text(words: Words, lang: str) -> str:
    text = words.get(lang)
    if not text:
        raise PublicationError(
            Said("publishing-a-text-of-the-study-has-no-words-in", lang=lang, words=words),
        )
    return str(text)


def _say(lang: str, words: Words | None) -> str:
    return "" if words is None else _text(words, lang)


def _block(context: Context, stem: str, block: StudyProse | Points | Grid | Planning) -> Piece:
    if isinstance(block, StudyProse):
        title = heading(2, _say(context.lang, block.title)) if block.title else Piece("")
        return joined(
            [
                title,
                *(paragraph(_say(context.lang, text)) for text in block.texts),
                bullets(_say(context.lang, text) for text in block.points),
            ]
        )
    if isinstance(block, Points):
        return _points(context, stem, block)
    if isinstance(block, Grid):
        return _grid(context, stem, block)
    return planning(context, list(block.sizes))


# --- points ----------------------------------------------------------------------------------


def _points(context: Context, stem: str, block: Points) -> Piece:
    rows = [_drawn(context, row) for row in block.rows]
    chart = partial(
        row_chart,
        rows,
        axis=_axis(context.numbers, rows),
        layout=Layout(labels=2.3, sides=(0.5,), line=(0.0, "")),
        notices=context.marks,
    )
    caption = _say(context.lang, block.caption)
    lines = context.say("publishing-lines", interval=context.words().interval)
    note = in_a_row(lines, _say(context.lang, block.note))
    columns: list[tuple[Words, Unit]] = [
        (Both("publishing-percentage-points"), "points"),
        ({context.lang: context.words().interval_short}, "text"),
    ]
    grid = Grid(
        block.caption,
        block.stub,
        columns,
        [
            (
                row.label,
                (row.estimate, {context.lang: _span(context.numbers, row)})
                if math.isfinite(row.estimate)
                else (),
            )
            for row in block.rows
        ],
    )
    return joined(
        [
            figure(context, chart, stem, caption, _alt(context, block), note=note),
            data_table(context, _grid(context, stem, grid)),
        ]
    )


def _drawn(speech: Speech, row: PointRow) -> ChartRow:
    label = _say(speech.lang, row.label)
    if not math.isfinite(row.estimate):
        return ChartRow(label)
    written = speech.numbers.points(row.estimate)
    at = Point(100 * row.estimate, 100 * row.conf_low, 100 * row.conf_high, written, "same")
    return ChartRow(label, (at,), (written,))


def _axis(numbers: Numbers, rows: Sequence[ChartRow]) -> Axis:
    values = [v for r in rows for p in r.points for v in (p.value, p.low, p.high)]
    reach = max(5.0, *(abs(v) for v in values if math.isfinite(v)))

    def written(value: float) -> str:
        return ("+" if value > 0 else "") + numbers.decimal(value, 0)

    return even_axis([-reach, reach], written, low=-100.0, high=100.0)


def _span(numbers: Numbers, row: PointRow) -> str:
    if not (math.isfinite(row.conf_low) and math.isfinite(row.conf_high)):
        return "–"
    return numbers.range(row.conf_low, row.conf_high, "share", change=True)


def _alt(speech: Speech, block: Points) -> str:
    start = speech.say("publishing-dots-on-both-sides-of-zero")
    sentences = []
    for row in block.rows:
        label = _say(speech.lang, row.label)
        if math.isfinite(row.estimate):
            size = f"{speech.numbers.points(row.estimate)} ({_span(speech.numbers, row)})"
            sentences.append(speech.colon(label, size) + ".")
        else:
            sentences.append(label + ".")
    return " ".join([start, *sentences])


# --- tables ----------------------------------------------------------------------------------


def _grid(context: Context, stem: str, block: Grid) -> Piece:
    units = [unit for _, unit in block.columns]
    columns = [
        Column(_say(context.lang, name), numeric=unit != "text") for name, unit in block.columns
    ]
    rows = [
        TableRow(
            _say(context.lang, label),
            tuple(_cell(context, value, unit) for value, unit in zip(values, units, strict=True))
            if values
            else (),
        )
        for label, values in block.rows
    ]
    note = in_a_row(_say(context.lang, block.note), context.words().under)
    return table(
        context,
        stem,
        _say(context.lang, block.caption),
        _say(context.lang, block.stub),
        columns,
        rows,
        note=note,
    )


def _cell(speech: Speech, value: object, unit: Unit) -> str:
    if unit == "text":
        if not isinstance(value, (Text, Mapping)):
            raise PublicationError(
                Said("publishing-a-cell-of-text-needs-both-languages-it", value=repr(value)),
            )
        return _say(speech.lang, value)
    number = float(value)  # type: ignore[arg-type]
    if not math.isfinite(number):
        return "–"
    if unit == "p":
        return p_words(speech.numbers, number)
    writers = {
        "share": speech.numbers.share,
        "points": speech.numbers.points,
        "decimal": lambda v: speech.numbers.decimal(v, 2),
        "count": speech.numbers.count,
    }
    return writers[unit](number)
