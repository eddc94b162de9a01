"""The open data of a panel or a consultation: tidy files, their dictionaries, how to cite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from padai.participation.pages.code_labels import written
from padai.participation.pages.open_tables import TABLES, DataTable
from padai.participation.pages.participation_report import ABOUT_DATA
from padai.publishing.basis.context import Context
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.sentences import ended
from padai.publishing.chapters.opening import release_line
from padai.publishing.products.opendata.columns import DICTIONARY, Field
from padai.publishing.products.opendata.metadata import (
    DICTIONARIES,
    citation,
    csvw_group,
    csvw_table,
    principal,
    titled,
)
from padai.publishing.products.opendata.open_folder import rights, write_texts
from padai.publishing.products.opendata.tables import (
    P_VALUES,
    UNDER_LEAST,
    as_text,
    csv_text,
    notice,
    said_of,
)
from padai.store import Store, json_text
from padai.words import Both

_AS_THEY_ARE = ("word", "flag", "date", "notice")


def write_participation_data(store: Store, folder: Path) -> list[Path]:
    """Write the open data of a panel or a consultation and return its files.

    Notes
    -----
    One CSV file a table, counts alone; a dictionary and a text about them for each language;
    ``csv-metadata.json`` (CSV on the Web); ``CITATION.cff``. Values are at their
    printed precision, and the same store gives the same bytes.
    """
    contexts = {str(lang): Context(store, lang) for lang in store.survey.languages}
    tables = [t for t in TABLES[store.survey.kind] if len(store.tables[t.source])]
    frames = {t.name: _frame(store, t) for t in tables}
    texts = {f"{name}.csv": csv_text(frame) for name, frame in frames.items()}
    texts |= {
        DICTIONARIES[lang]: csv_text(_dictionary(c, tables, frames)) for lang, c in contexts.items()
    }
    texts["csv-metadata.json"] = _csvw(contexts, tables)
    texts["CITATION.cff"] = citation(principal(contexts))
    texts |= {ABOUT_DATA[lang]: _about(c, tables) for lang, c in contexts.items()}
    return write_texts(folder, texts)


def _frame(store: Store, table: DataTable) -> pd.DataFrame:
    source = as_text(store, table.source)
    columns = {}
    for field in table.fields:
        if field.name == "notice":
            columns[field.name] = pd.Series(said_of(store), index=source.index, dtype=str)
            continue
        values = source[field.source]
        whole = field.datatype == "integer"
        values = values.str.removesuffix(".0") if whole else values
        if field.source in P_VALUES:
            values = values.where(values != "0.0", UNDER_LEAST)
        columns[field.name] = values
    return pd.DataFrame(columns)


def _dictionary(
    context: Context, tables: list[DataTable], frames: Mapping[str, pd.DataFrame]
) -> pd.DataFrame:
    """Return every column and code with its meaning."""
    rows: list[tuple[str, str, str, str, str]] = [
        ("column", f"{t.name}.csv", f.name, f.datatype, f.text(context.lang))
        for t in tables
        for f in t.fields
    ]
    for table in tables:
        rows += list(_codes(context, table, frames[table.name]))
    unique = list(dict.fromkeys(rows))
    frame = pd.DataFrame(unique, columns=[f.name for f in DICTIONARY[:-1]])
    return frame.assign(notice=notice(context.marks))


def _codes(
    naming: Naming, table: DataTable, frame: pd.DataFrame
) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield the codes of a table; those of a question or breakdown carry its name."""
    under = {"response": "question", "group": "breakdown"}
    for field in table.fields:
        if field.datatype != "string" or field.name in (*_AS_THEY_ARE, *P_VALUES):
            continue
        for row in frame.to_dict("records"):
            record = {str(k): str(v) for k, v in row.items()}
            if record[field.name]:
                place = record.get(under.get(field.name, ""), "")
                yield (
                    field.name,
                    place,
                    record[field.name],
                    "",
                    written(naming, field.name, record),
                )


def _csvw(contexts: Mapping[str, Context], tables: list[DataTable]) -> str:
    described: list[dict[str, Any]] = [
        csvw_table(contexts, f"{t.name}.csv", t.fields, list(t.keys), Both.of(t.said))
        for t in tables
    ]
    fields: tuple[Field, ...] = DICTIONARY
    for lang in contexts:
        title = Both("publishing-dialogue-dictionary-english")
        described.append(csvw_table(contexts, DICTIONARIES[lang], fields, [], title))
    return json_text({**csvw_group(contexts), "tables": described})


def _about(context: Context, tables: list[DataTable]) -> str:
    lines = [titled({context.lang: context})[context.lang], release_line(context), ""]
    lines += [f"{notice(context.marks)}.", context.words().precision, ""]
    lines += [f"- {context.colon(f'{t.name}.csv', t.text(context.lang))}" for t in tables]
    others = [
        (
            DICTIONARIES[context.lang],
            context.say("publishing-dialogue-meaning-of-each-column-and-code"),
        ),
        ("csv-metadata.json", context.say("publishing-dialogue-description-of-the-csv-files-csvw")),
        ("CITATION.cff", context.say("publishing-dialogue-reference-to-cite")),
    ]
    lines += [f"- {context.colon(name, text)}" for name, text in others]
    lines += ["", *rights(context)]
    if context.prevailing:
        lines.append(ended(context.prevails("publishing-language-prevails")))
    contact = str(context.store.release.get("contact") or context.text(context.survey.contact))
    lines.append(context.colon(context.say("publishing-dialogue-contact"), contact))
    return "\n".join(lines) + "\n"
