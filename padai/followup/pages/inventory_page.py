"""What exists, who knows, who accepts: the public inventory beside what people say."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from functools import partial
from typing import Any

from padai.charts.data import ChartRow, Point
from padai.charts.rows import Layout, row_chart
from padai.followup.pages.inventory_rows import (
    MEASURES,
    CategoryRow,
    Measured,
    all_together,
    category_rows,
    general_measures,
)
from padai.followup.pages.register_rows import NAMES, head, links
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, Cell
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import ended, lower_first, upper_first
from padai.publishing.basis.speech import Speech
from padai.publishing.chapters.opening import notices
from padai.publishing.exhibits.axes import point, share_axis
from padai.publishing.exhibits.exhibit_items import flags_note
from padai.publishing.pieces.emit import Piece, bullets, figure, joined, link, paragraph, table
from padai.publishing.pieces.tables import Column, TableRow
from padai.survey import Text
from padai.words import in_a_row

_SHAPES = {"awareness": "open", "trust": "other", "acceptance": "plain"}
_NEAR = "†"


def inventory_page(context: Context) -> Piece:
    """Return the page: what it is, the chart, the table, and what it cannot say."""
    facts = context.store.facts["inventory"]
    rows = category_rows(context)
    day = context.numbers.date(dt.date.fromisoformat(facts["date"]))
    name = _text(context, facts["title"])
    subtitle = context.say("publishing-dialogue-as-of", name=name, day=day)
    return joined(
        [
            head(context, "inventory", subtitle),
            links(context, "inventory"),
            notices(context),
            paragraph(_intro(context, rows, day), _synthetic(context, facts)),
            _chart(context, rows),
            _table(context, rows),
            bullets(_cautions(context, rows, facts)),
            paragraph(
                context.colon(
                    context.say("publishing-dialogue-source-of-the-inventory"),
                    ended(_text(context, facts["source"])),
                )
            ),
            Piece(
                link(
                    context.say("publishing-dialogue-download-the-table-csv"),
                    f"{NAMES['inventory'][context.lang]}.csv",
                )
            ),
        ]
    )


def _text(speech: Speech, texts: Any) -> str:
    return speech.text(Text.model_validate(texts)) if texts else ""


def _intro(naming: Naming, rows: list[CategoryRow], day: str) -> str:
    count = naming.numbers.count
    uses, active = count(sum(r.uses for r in rows)), count(sum(r.in_use for r in rows))
    wave = naming.the_wave(naming.wave)
    return naming.say(
        "publishing-dialogue-on-the-public-inventory-lists-uses-of-ai",
        day=day,
        uses=uses,
        active=active,
        wave=wave,
    )


def _synthetic(speech: Speech, facts: Mapping[str, Any]) -> str:
    return (
        speech.say("publishing-dialogue-this-inventory-is-synthetic") if facts["synthetic"] else ""
    )


def _optional(rows: list[CategoryRow], name: str) -> str:
    """Return the question that has an option for several categories, where one measures `name`."""
    own = [r.measures[name].question for r in rows if r.measures[name].own]
    return own[0] if len(own) > 1 and len(set(own)) == 1 else ""


def _with_answer(
    naming: Naming, rows: list[CategoryRow], name: str, measured: Measured, text: str = ""
) -> str:
    """Say which answer a general figure is of, where others of its question are by category."""
    text = text or MEASURES[name][naming.lang]
    if measured.question != _optional(rows, name):
        return text
    return f"{text} ({lower_first(naming.response(measured.question, measured.response))})"


def _chart(context: Context, rows: list[CategoryRow]) -> Piece:
    whole = general_measures(context)
    lines = []
    if whole:
        lines.append(ChartRow(all_together(context)))
        lines += [
            ChartRow(
                upper_first(_with_answer(context, rows, name, m)),
                (point(context, m.cell, shape=_SHAPES[name]),),
                (context.value(m.cell),) if m.cell else (),
            )
            for name, m in whole.items()
        ]
        lines.append(ChartRow(context.say("publishing-dialogue-by-category-of-uses")))
    own = [n for n in MEASURES if any(_has_figure(r.measures[n]) for r in rows)]
    for row in rows:
        points = tuple(
            point(context, row.measures[n].cell, shape=_SHAPES[n])
            if _has_figure(row.measures[n])
            else Point(math.nan)
            for n in own
        )
        lines.append(ChartRow(row.label, points or (Point(math.nan),), (_uses(context, row.uses),)))
    shown = [n for n in MEASURES if n in whole or n in own]
    legend = [(_SHAPES[n], MEASURES[n][context.lang]) for n in shown]
    layout = Layout(labels=1.9, sides=(0.75,), spread=0.5 if len(own) > 1 else 0.0, row=0.3)
    chart = partial(
        row_chart,
        lines,
        axis=share_axis(context.numbers),
        layout=layout,
        legend=legend,
        notices=context.marks,
    )
    cells = [m.cell for m in whole.values()]
    cells += [m.cell for r in rows for m in r.measures.values() if _has_figure(m)]
    caption = context.say(
        "publishing-dialogue-uses-listed-at-the-right-and-answers-by", size=context.size(cells)
    )
    note = in_a_row(_base(context, cells), flags_note(context, cells))
    return figure(context, chart, "inventory", caption, _alt(context, rows), note=note)


def _has_figure(measured: Measured) -> bool:
    """Whether a category has a figure of its own for a measure."""
    return measured.cell is not None


def _base(naming: Naming, cells: list[Cell | None]) -> str:
    words = naming.words(MAIN)
    lines = any(c is not None and c.has_interval for c in cells) and words.has_intervals
    interval = naming.say("publishing-dialogue-lines", interval=words.interval)
    n = naming.say("publishing-dialogue-unweighted-n-the-base-differs-between")
    return f"{interval} {n}" if lines else n


def _alt(context: Context, rows: list[CategoryRow]) -> str:
    whole = [
        f"{_with_answer(context, rows, name, m)} {context.value(m.cell)}"
        for name, m in general_measures(context).items()
        if m.cell
    ]
    phrases = []
    if whole:
        phrases.append(context.colon(all_together(context), ", ".join(whole)))
    for row in rows:
        parts = [context.colon(row.label, _uses(context, row.uses))]
        parts += [_alt_value(context, n, m) for n, m in row.measures.items() if _has_figure(m)]
        phrases.append(", ".join(parts))
    return ended(context.say("publishing-dialogue-signs").join(phrases))


def _alt_value(context: Readout, name: str, measured: Measured) -> str:
    assert measured.cell is not None
    return f"{MEASURES[name][context.lang]} {context.value(measured.cell)}"


def _uses(speech: Speech, uses: int) -> str:
    count = speech.numbers.count(uses)
    return speech.say("publishing-dialogue-so-many-uses", uses=uses, count=count)


def _table(context: Context, rows: list[CategoryRow]) -> Piece:
    columns = [
        Column(context.say("publishing-dialogue-uses")),
        Column(context.say("publishing-dialogue-in-service")),
        *(Column(upper_first(words[context.lang])) for words in MEASURES.values()),
    ]
    count, whole = context.numbers.count, general_measures(context)
    lines = [
        TableRow(
            row.label,
            (
                count(row.uses),
                count(row.in_use),
                *(_value(context, row.measures[name]) for name in MEASURES),
            ),
        )
        for row in rows
    ]
    lines.insert(
        0,
        TableRow(
            all_together(context),
            (
                count(sum(r.uses for r in rows)),
                count(sum(r.in_use for r in rows)),
                *(_figure(context, whole[n].cell) if n in whole else "–" for n in MEASURES),
            ),
        ),
    )
    caption = context.say("publishing-dialogue-uses-in-the-public-inventory-and-what")
    shown = [m.cell for r in rows for m in (*whole.values(), *r.measures.values())]
    return table(
        context,
        "inventory",
        caption,
        context.say("publishing-dialogue-category"),
        columns,
        lines,
        note=_general(context, rows) + flags_note(context, shown),
    )


def _value(context: Readout, measured: Measured) -> str:
    """Write the figure of a category; one that is about something near it is marked."""
    if not _has_figure(measured):
        return "–"
    return _figure(context, measured.cell, "" if measured.own else f"\u00a0{_NEAR}")


def _figure(context: Readout, cell: Cell | None, mark: str = "") -> str:
    if cell is None:
        return "–"
    span = context.interval(cell)
    text = context.value(cell) + mark
    return text if span == "–" else f"{text}\n({span})"


def _general(context: Context, rows: list[CategoryRow]) -> str:
    """Say what the general figures are of, and which others are not about the category itself."""
    whole = general_measures(context)
    near = [m for r in rows for m in r.measures.values() if _has_figure(m) and not m.own]
    text = _first_row(context, rows, whole) if whole else ""
    for name in MEASURES:
        if question := _optional(rows, name):
            quoted = _quoted(context, question)
            text += (
                context.colon(
                    upper_first(MEASURES[name][context.lang]),
                    context.say(
                        "publishing-dialogue-the-option-of-the-category-in-the", quoted=quoted
                    ),
                )
                + ". "
            )
    if any(n not in whole or not _has_figure(r.measures[n]) for r in rows for n in MEASURES):
        text += context.say("publishing-dialogue-no-question-of-this-edition-measures-it")
    if near:
        names = ", ".join(dict.fromkeys(_quoted(context, m.question) for m in near))
        text += context.say(
            "publishing-dialogue-question-that-is-not-about-the-category", near=_NEAR, names=names
        )
    return text


def _first_row(naming: Naming, rows: list[CategoryRow], whole: Mapping[str, Measured]) -> str:
    names = ", ".join(
        _with_answer(naming, rows, n, m, _quoted(naming, m.question)) for n, m in whole.items()
    )
    return naming.say("publishing-dialogue-the-first-row-comes-from-answers-that", names=names)


def _quoted(naming: Naming, question: str) -> str:
    name = naming.label(question)
    return naming.say("publishing-dialogue-name", name=name)


def _cautions(speech: Speech, rows: list[CategoryRow], facts: Mapping[str, Any]) -> list[str]:
    cautions = [
        speech.say("publishing-dialogue-the-inventory-counts-uses-the-survey"),
        speech.say("publishing-dialogue-nothing-here-says-why-a-category-is"),
        _text(speech, facts.get("note")),
    ]
    empty = [r.label for r in rows if not r.uses]
    if empty:
        cautions.append(speech.say("publishing-dialogue-no-use-listed", empty=", ".join(empty)))
    return cautions
