"""The data tables of a panel or a consultation: one real table a sheet, its marks on each."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from padai.participation.pages.code_labels import written
from padai.participation.pages.open_tables import TABLES, DataTable
from padai.publishing.basis.context import Context
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.sentences import ended
from padai.publishing.basis.vocabulary import check_words
from padai.publishing.chapters.opening import release_line, release_title
from padai.publishing.products.opendata.columns import Field
from padai.publishing.products.opendata.tables import P_VALUES
from padai.publishing.products.workbooks.layout import laid_out
from padai.publishing.products.workbooks.sheets import (
    Book,
    Sheet,
    SheetTable,
    Style,
    Value,
    unique_name,
)
from padai.store import Store
from padai.words import Said

_SHARES = {"share", "population_share"}
_IN_PERCENT = {
    "publishing-dialogue-share-of-contributions-from-0-to-1": Said(
        "publishing-dialogue-share-of-contributions"
    ),
    "publishing-dialogue-share-of-the-people-who-took-part-from-0": Said(
        "publishing-dialogue-share-of-the-people-who-took-part"
    ),
    "publishing-dialogue-the-groups-share-of-the-population-from": Said(
        "publishing-dialogue-share-of-the-population"
    ),
}
"""What a share is called where it is written as a percentage, and not from 0 to 1 as in a file."""
TESTED = (*P_VALUES, "monte_carlo_error")
"""Columns of tests, which need more decimals than others."""
_LEAST_P = 0.001
_PREVAILS = "publishing-language-prevails"


def write_participation_workbook(store: Store, lang: str, path: Path) -> None:
    """Write the data tables of a panel or a consultation in one language.

    Parameters
    ----------
    path
        The file to write, ending in ``.xlsx`` or ``.ods``.
    """
    if path.suffix == ".ods":
        from padai.publishing.products.workbooks import ods as writer
    else:
        from padai.publishing.products.workbooks import xlsx as writer  # type: ignore[no-redef]
    writer.write(participation_book(Context(store, lang)), path)


def participation_book(context: Context) -> Book:
    """Return the whole workbook: cover, contents, then a sheet a table."""
    survey, store = context.survey, context.store
    tables = [t for t in TABLES[survey.kind] if len(store.tables[t.source])]
    title = release_title(context)
    return Book(
        title=title,
        subject=context.say("publishing-dialogue-data-tables-6e18"),
        author=context.text(survey.sponsor),
        marks=tuple(context.marks),
        language_word=context.say("publishing-dialogue-language"),
        lang=context.lang,
        created=dt.datetime.fromisoformat(str(store.release["publish_on"])),
        sheets=(
            _cover(context, title),
            _contents(context, tables),
            *(_sheet(context, t) for t in tables),
        ),
    )


def _cover(context: Context, title: str) -> Sheet:
    survey = context.survey
    contact = str(context.store.release.get("contact") or context.text(survey.contact))
    texts = [
        context.text(survey.description),
        context.words().precision,
        context.colon(context.say("publishing-dialogue-contact"), contact),
        context.colon(
            context.say("publishing-dialogue-licence-of-the-data"),
            context.text(survey.licences.data) or context.say("publishing-dialogue-none"),
        ),
        release_line(context),
        *([ended(context.prevails(_PREVAILS))] if context.prevailing else []),
    ]
    lines = [
        Value(title, "title"),
        *(Value(m, "strong") for m in context.marks),
        *(Value(t, "wrap") for t in texts),
    ]
    _check(context, texts, "cover")
    return Sheet(context.say("publishing-dialogue-cover"), title, tuple(lines), (100,))


def _contents(context: Context, tables: list[DataTable]) -> Sheet:
    title = context.say("publishing-dialogue-contents-3533")
    heads = (context.say("publishing-dialogue-sheet"), context.say("publishing-dialogue-content"))
    rows = tuple(
        (Value(name, "text", sheet=name), Value(t.text(context.lang), "wrap"))
        for t in tables
        for name in [sheet_name(context.lang, t)]
    )
    lines = (Value(title, "title"), *(Value(m, "strong") for m in context.marks))
    table = SheetTable("contents", title, title, heads, rows)
    return laid_out(context.say("publishing-dialogue-contents-0856"), title, lines, table)


def _sheet(context: Context, table: DataTable) -> Sheet:
    fields = table.fields[:-1]
    heads = tuple(_IN_PERCENT.get(f.said.id, f.said).text(context.lang) for f in fields)
    records = context.store.tables[table.source].to_dict("records")
    rows = tuple(
        tuple(_value(context, f, {str(k): v for k, v in row.items()}) for f in fields)
        for row in records
    )
    title = table.text(context.lang)
    note = context.words().precision
    _check(context, [title, *heads], table.name)
    lines = (
        Value(title, "title"),
        *(Value(m, "strong") for m in context.marks),
        Value(note),
    )
    sheet = sheet_name(context.lang, table)
    return laid_out(sheet, title, lines, SheetTable(table.name, title, note, heads, rows))


def sheet_name(lang: str, table: DataTable) -> str:
    """Return what a table's sheet is called in a language."""
    return unique_name(table.sheet.text(lang), set())


def _value(naming: Naming, field: Field, row: Mapping[str, Any]) -> Value:
    if field.datatype in ("string", "date") and field.source not in TESTED:
        words = (
            row[field.source]
            if field.name in ("word", "flag", "date")
            else written(naming, field.name, row)
        )
        return Value(str(words), "wrap")
    number = float(row[field.source])
    if field.source in TESTED:
        if number == 0 and field.source in P_VALUES:
            return Value(f"<\u00a0{naming.numbers.decimal(_LEAST_P, 3)}")
        return Value(number if math.isfinite(number) else None, "test")
    style: Style = (
        "share" if field.name in _SHARES else "count" if field.datatype == "integer" else "mean"
    )
    return Value(number if math.isfinite(number) else None, style)


def _check(naming: Naming, texts: list[str], where: str) -> None:
    for text in texts:
        check_words(text, naming.part().sample_type, where)
