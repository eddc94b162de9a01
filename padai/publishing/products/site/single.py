"""The pages of a site that Quarto sets from one store: what needs no other release."""

from __future__ import annotations

import datetime as dt

from padai.publishing.basis.context import Context
from padai.publishing.basis.sentences import ended, upper_first
from padai.publishing.chapters.opening import release_line
from padai.publishing.pieces.emit import Piece, bullets, joined, paragraph, table
from padai.publishing.pieces.tables import Column, TableRow
from padai.publishing.products.opendata.columns import TABLES, TITLES
from padai.publishing.products.opendata.further import FURTHER_TITLES
from padai.publishing.products.opendata.tables import further_tables
from padai.publishing.products.site.accessibility import contact, statement


def editions(context: Context) -> Piece:
    """Return the editions of the series up to this one: when, and how many people answered."""
    sizes = context.store.facts["sizes"]
    waves = [w for w in context.survey.waves if any(w in bases for bases in sizes.values())]
    rows = []
    for wave in reversed(waves):
        fieldwork = context.survey.wave(wave).fieldwork
        counts = [
            context.numbers.count(sizes[part][wave]["n"]) if wave in sizes[part] else "…"
            for part in context.parts
        ]
        when = upper_first(context.numbers.fieldwork(fieldwork))
        rows.append(TableRow(upper_first(context.wave_label(wave)), (when, *counts)))
    columns = [
        Column(context.say("publishing-site-fieldwork"), numeric=False),
        *(Column(context.text(context.part(part).label)) for part in context.parts),
    ]
    caption = context.say("publishing-site-respondents-edition-by-edition")
    return table(
        context, "editions", caption, context.say("publishing-site-edition"), columns, rows
    )


def versions(context: Context) -> Piece:
    """Return the version that the store holds, and what became of it."""
    release = context.store.release
    reason = release.get("reason") or {}
    sentence = context.of(reason)
    return joined(
        [
            paragraph(ended(release_line(context))),
            bullets([*(ended(m) for m in context.marks), ended(str(sentence or ""))]),
        ]
    )


def downloads(context: Context) -> Piece:
    """Return what the open data of the release hold."""
    written = [*TABLES, *further_tables(context.store, "")]
    titles = TITLES | FURTHER_TITLES
    lines = [ended(context.colon(f"{name}.csv", titles[name][context.lang])) for name in written]
    return joined(
        [
            paragraph(context.say("publishing-site-the-open-data-of-the-release-as-csv")),
            bullets(lines),
        ]
    )


def accessibility(context: Context) -> Piece:
    """Return the statement on accessibility."""
    when = dt.date.fromisoformat(str(context.store.release["publish_on"]))
    sgqri = context.survey.french_required
    return statement(context.lang, when, [contact(context)], sgqri=sgqri)
