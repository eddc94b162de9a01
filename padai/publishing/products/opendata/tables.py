"""The tables of the open data, at the precision at which everything is printed."""

from __future__ import annotations

import csv
import io
import re
from functools import lru_cache

import pandas as pd

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import REST
from padai.publishing.products.opendata.columns import TABLES, Field
from padai.publishing.products.opendata.declared import DECLARED_BESIDE, with_declared
from padai.publishing.products.opendata.further import (
    FURTHER,
    events_table,
    with_population,
)
from padai.publishing.products.opendata.method_rows import method_table
from padai.store import Store
from padai.store.files import as_texts, rows_in

_FORMULA = re.compile(r"[=@\t\r]|[+-](?!\d+(\.\d+)?(e[+-]?\d+)?$)")
_SOURCES = {
    "series": "trends",
    "changes": "differences",
    "contrasts": "differences",
    "breaks": "breaks",
}
_PLACE = ("part", "wave", "question", "response", "breakdown", "group")
P_VALUES = ("p_value", "p_adjusted", "p_equivalence", "p_without", "p_weighted")
UNDER_LEAST = "<0.001"
"""What stands for a p-value under 0.001, which the store’s outside holds as 0."""


def notice(marks: tuple[str, ...]) -> str:
    """Return what the files say of themselves: synthetic, status, sample type."""
    return "; ".join(m.rstrip(".") for m in marks)


def said_of(store: Store) -> str:
    """Return what every line of the files says of itself, in the languages of the release."""
    texts = (notice(Context(store, str(lang)).marks) for lang in store.survey.languages)
    return " / ".join(dict.fromkeys(text for text in texts if text))


def open_table(store: Store, name: str, warning: str) -> pd.DataFrame:
    """Return a table of the open data, every value as the text that the store has.

    Parameters
    ----------
    name
        A name of :data:`~padai.publishing.products.opendata.columns.TABLES`.
    said
        What every line says of itself, in the languages of the release.

    Notes
    -----
    A cell that is withheld has no number at all, not even its base.
    """
    source = _answers_too(store) if name == "series" else as_text(store, _SOURCES[name])
    if name in ("changes", "contrasts"):
        source = source[(source["reference"] == REST) == (name == "contrasts")]
    frame = pd.DataFrame({f.name: _column(source, f, warning) for f in TABLES[name]})
    if "group_flag" in frame:
        frame["group_flag"] = _own_flags(store, source)
    if "vintage" in frame:
        known = store.release.get("vintages") or {}
        frame["vintage"] = frame["wave"].map(lambda wave: known.get(wave, "")).astype(str)
    return frame


def _answers_too(store: Store) -> pd.DataFrame:
    """Return the series, then the answers of this edition that no series follows."""
    return _both(_Same(as_text(store, "trends")), _Same(as_text(store, "estimates")))


@lru_cache(2)
def _both(trends: _Same, estimates: _Same) -> pd.DataFrame:
    series, answers = trends.frame, estimates.frame
    known = set(rows_in(series[list(_PLACE)]))
    fresh = [key not in known for key in rows_in(answers[list(_PLACE)])]
    return pd.concat([series, answers[fresh]], ignore_index=True)


def _own_flags(store: Store, compared: pd.DataFrame) -> pd.Series:
    """Return for each comparison the flags that ``series.csv`` gives the estimate of its group."""
    place, every = list(_PLACE), _answers_too(store)
    keys = rows_in(every[place])
    flags = dict(zip(keys, every["flag"], strict=True))
    mine = [flags.get(key, "") for key in rows_in(compared[place])]
    return pd.Series(mine, index=compared.index, dtype=str)


def followed_alone(store: Store, series: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of ``series.csv`` that a series follows from edition to edition."""
    return series.iloc[: len(store.tables["trends"])]


def further_tables(store: Store, warning: str) -> dict[str, pd.DataFrame]:
    """Return the further tables that the release has, every value as the text that is printed.

    Parameters
    ----------
    said
        What every line says of itself, in the languages of the release.
    """
    weighting = with_population(store.tables["weighting"])
    made = {
        "weighting": weighting,
        "method": method_table(store),
        "events": events_table(store),
    }
    sources = {n: as_texts(made[n]) if n in made else as_text(store, n) for n in FURTHER}
    sources |= {n: with_declared(store, n, sources[n]) for n in DECLARED_BESIDE}
    return {
        name: pd.DataFrame({f.name: _column(sources[name], f, warning) for f in fields})
        for name, fields in FURTHER.items()
        if len(sources[name])
    }


def as_text(store: Store, name: str) -> pd.DataFrame:
    """Return a table of the store as the texts that its file holds; nobody changes it."""
    return _texts_of(_Same(store.tables[name]))


class _Same:
    """A table as a key: the very one, whatever it holds."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.frame = frame

    def __hash__(self) -> int:
        return id(self.frame)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.frame is self.frame


@lru_cache(8)
def _texts_of(same: _Same) -> pd.DataFrame:
    # the explorer, the series, the changes and the contrasts each ask for the same large tables
    return as_texts(same.frame)


def _column(source: pd.DataFrame, column: Field, warning: str) -> pd.Series:
    if not column.source and column.name != "comparable":
        text = warning if column.name == "notice" else ""
        return pd.Series(text, index=source.index, dtype=str)
    if column.name == "comparable":
        broken = source["verdict"] == "not comparable"
        return broken.map({True: "false", False: "true"}).astype(str)
    values = source[column.source]
    if column.datatype == "integer":
        values = values.str.removesuffix(".0")
    if column.source in P_VALUES:
        values = values.where(values != "0.0", UNDER_LEAST)
    return values.where(source["estimate"] != "", "") if column.number else values


def csv_text(frame: pd.DataFrame) -> str:
    """Write a table as CSV: UTF-8, commas, one line feed a line, quotes only where needed.

    A text that a spreadsheet would take for a formula is given an apostrophe before it, which a
    spreadsheet takes away again.
    """
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(frame.columns)
    writer.writerows([plain_cell(v) for v in row] for row in rows_in(frame))
    return target.getvalue()


def plain_cell(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
