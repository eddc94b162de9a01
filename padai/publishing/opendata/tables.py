"""The tables of the open data, copied from the store sign for sign."""

from __future__ import annotations

import csv
import io
import re

import pandas as pd

from padai.publishing.context import Context
from padai.publishing.lookup import REST
from padai.publishing.opendata.columns import TABLES, Field
from padai.store import Store

_FORMULA = re.compile(r"[=@\t\r]|[+-](?!\d+(\.\d+)?(e[+-]?\d+)?$)")
_SOURCES = {"series": "trends", "changes": "differences", "contrasts": "differences",
            "breaks": "breaks"}  # fmt: skip


def notice(context: Context) -> str:
    """Return what the files say of themselves: synthetic, status, sample type."""
    return "; ".join(m.rstrip(".") for m in context.marks)


def said_of(store: Store) -> str:
    """Return what every line of the files says of itself, in the languages of the release."""
    texts = (notice(Context(store, str(lang))) for lang in store.survey.languages)
    return " / ".join(dict.fromkeys(text for text in texts if text))


def open_table(store: Store, name: str, said: str) -> pd.DataFrame:
    """Return a table of the open data, every value as the text that the store has.

    Parameters
    ----------
    name
        A name of :data:`~padai.publishing.opendata.columns.TABLES`.
    said
        What every line says of itself, in the languages of the release.

    Notes
    -----
    A cell that is withheld has no number at all, not even its base.
    """
    source = _read(store, _SOURCES[name])
    if name in ("changes", "contrasts"):
        source = source[(source["reference"] == REST) == (name == "contrasts")]
    frame = pd.DataFrame({f.name: _column(source, f, said) for f in TABLES[name]})
    if "vintage" in frame:
        known = store.release.get("vintages") or {}
        frame["vintage"] = frame["wave"].map(lambda wave: known.get(wave, "")).astype(str)
    return frame


def _read(store: Store, name: str) -> pd.DataFrame:
    """Read a table of the store as text, so that no digit can change on the way."""
    path = store.folder / f"{name}.csv"
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def _column(source: pd.DataFrame, column: Field, said: str) -> pd.Series:
    if not column.source and column.name != "comparable":
        text = said if column.name == "notice" else ""
        return pd.Series(text, index=source.index, dtype=str)
    if column.name == "comparable":
        broken = source["verdict"] == "not comparable"
        return broken.map({True: "false", False: "true"}).astype(str)
    values = source[column.source]
    if column.datatype == "integer":
        values = values.str.removesuffix(".0")
    return values.where(source["estimate"] != "", "") if column.number else values


def csv_text(frame: pd.DataFrame) -> str:
    """Write a table as CSV: UTF-8, commas, one line feed a line, quotes only where needed.

    A text that a spreadsheet would take for a formula is given an apostrophe before it, which a
    spreadsheet takes away again.
    """
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(frame.columns)
    writer.writerows([_plain(v) for v in row] for row in frame.itertuples(index=False, name=None))
    return target.getvalue()


def _plain(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
