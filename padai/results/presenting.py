"""A result becomes a table to read: words for codes, numbers as the language writes them."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import EstimationError, MissingExtraError
from padai.results.headings import heads_of
from padai.results.subject import Subject, rows_of, shared, tongue
from padai.results.texts import texts_of
from padai.words import Said

if TYPE_CHECKING:
    from great_tables import GT

_COUNTS = {
    "df", "n_base", "n_eff", "n", "family_size", "df_denominator", "n_last", "n_next", "n_waves",
    "interviews", "needed_for_change", "needed_for_margin", "expected", "boost", "of_before_df",
    "of_before_n_base", "people", "n_reference", "n_stayed", "n_fresh",
}  # fmt: skip
_OF_GROUPS = {"share", "share_reference", "shrinkage", "borrowed", "chance_under"}
_SHARES = {
    *_OF_GROUPS, "rate", "rate_reference", "as_estimated", "smallest_rise", "smallest_fall",
    "smallest_margin", "rise_in_family", "fall_in_family", "margin_in_family", "direct",
    "synthetic", "unbenchmarked", "naive", "of_before", "of_before_conf_low", "of_before_conf_high",
    "observed", "official", "before", "after", "up", "down", "stayed", "fresh",
}  # fmt: skip
_ERRORS = {
    "std_error", "direct_std_error", "std_error_sample", "std_error_reference",
    "of_before_std_error",
}  # fmt: skip
_TWO = {"deff", "statistic"}
_INFERENCE = {
    "std_error", "conf_low", "conf_high", "df", "n_eff", "deff", "cv", "statistic", "p_value",
    "p_adjusted", "p_equivalence", "verdict",
}  # fmt: skip
"""What no open consultation and no citizens' panel shows."""
_P = {"p_value", "p_adjusted", "p_equivalence"}
_LEAST_P = 0.001
MOST_ROWS = 1000


@dataclass(frozen=True)
class ShownTable:
    """A table as it is read.

    Attributes
    ----------
    heads
        The names of the columns.
    numeric
        Which of them hold numbers.
    cells
        The texts, row by row.
    title, notices
        What the rows have in common, and what the table must say of itself.
    """

    heads: tuple[str, ...]
    numeric: tuple[bool, ...]
    cells: tuple[tuple[str, ...], ...]
    title: str
    notices: tuple[str, ...]


def shown(result: Any, lang: str | None, verb: str) -> ShownTable:
    """Return a result as a table in a language, without the columns that say nothing.

    Raises
    ------
    EstimationError
        It has more rows than anybody reads.
    """
    spoken = tongue(verb, lang)
    frame = rows_of(result)
    if len(frame) > MOST_ROWS:
        raise EstimationError(
            Said("results-too-many-to-read", verb=verb, count=len(frame), most=MOST_ROWS)
        )
    subject = Subject(result, frame, texts_of(result, frame, spoken), spoken)
    names = [n for n in subject.texts if not len(frame) or _says(subject.frame[n])]
    if not subject.inferred:
        names = [n for n in names if n not in _INFERENCE]
    numeric = tuple(_is_numeric(subject, str(n)) for n in names)
    columns = [_column(subject, str(n), kind) for n, kind in zip(names, numeric, strict=True)]
    known = heads_of(result, spoken)
    heads = tuple(known.get(str(n), str(n)) for n in names)
    cells = tuple(zip(*columns, strict=True))
    title = shared(subject) if "question" in frame and len(frame) else ""
    return ShownTable(heads, numeric, cells, title, subject.notices)


def _says(column: Any) -> bool:
    return bool((column.notna() & (column.astype(str) != "")).any())


def _is_numeric(subject: Subject, name: str) -> bool:
    kind = subject.texts[name].dtype
    return isinstance(kind, np.dtype) and kind.kind in "iuf"


def _column(subject: Subject, name: str, numeric: bool) -> list[str]:
    values = subject.texts[name]
    if numeric:
        return [_number(subject, name, row) for row in range(len(values))]
    if name in ("verdict", "verdict_then"):
        return [_verdict(subject, name, row) for row in range(len(values))]
    return ["" if v is None or v != v else str(v) for v in values.astype(object)]


def _number(subject: Subject, name: str, row: int) -> str:
    value, figures = float(subject.frame[name].iloc[row]), subject.figures
    if not math.isfinite(value):
        return "∞" if value == math.inf else "–"
    if name in ("estimate", "conf_low", "conf_high") and _has_estimates(subject):
        if not subject.shares:
            return subject.figure(value, subject._digits(row))
        return figures.points(value) if subject.contrasts else figures.share(value)
    if name in _ERRORS and _has_estimates(subject) and subject.shares:
        return figures.decimal(100 * value, 2)
    if name == "error" and subject.shares:
        return figures.points(value)
    if name in _SHARES and (name in _OF_GROUPS or (_has_estimates(subject) and subject.shares)):
        return figures.share(value)
    if name in _COUNTS:
        return figures.count(value)
    if name == "cv":
        return figures.share(value)
    if name in _P:
        return _p_value(subject, value)
    return figures.decimal(value, 2 if name in _TWO else _plain_digits(value))


def _p_value(subject: Subject, value: float) -> str:
    if value < _LEAST_P:
        return subject.say("results-under", least=subject.figures.decimal(_LEAST_P, 3))
    return subject.figures.decimal(value, 3)


def _has_estimates(subject: Subject) -> bool:
    return "estimate" in subject.frame


def _plain_digits(value: float) -> int:
    if value == int(value) and abs(value) < 1e15:
        return 0
    return int(np.clip(3 - math.floor(math.log10(abs(value))), 0, 6))


def _verdict(subject: Subject, name: str, row: int) -> str:
    from padai.charts.verdicts import GROUP_PHRASES, WAVE_PHRASES, verdict_phrase

    verdict = str(subject.frame[name].iloc[row])
    if verdict not in {**WAVE_PHRASES, **GROUP_PHRASES}:
        return "" if verdict == "nan" else verdict
    margin = float(subject.frame["margin"].iloc[row]) if "margin" in subject.frame else math.nan
    return verdict_phrase(verdict, subject.figures, margin)


def markdown(result: Any, lang: str | None) -> str:
    """Return a result as a Markdown table; see :meth:`padai.results.Printed.to_markdown`."""
    table = shown(result, lang, "to_markdown")
    lines = [
        _line(table.heads),
        _line(["---:" if numeric else "---" for numeric in table.numeric]),
        *(_line(row) for row in table.cells),
    ]
    notices = "".join(f"\n*{_inert(notice)}*\n" for notice in table.notices)
    return "\n".join(lines) + "\n" + notices


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_inert(cell) for cell in cells) + " |"


def _inert(text: str) -> str:
    """Return a text that Markdown neither breaks the table at nor marks up."""
    for sign in ("\\", "|", "*", "_", "`", "<", "["):
        text = text.replace(sign, "\\" + sign)
    return " ".join(text.split("\n"))


def great_table(result: Any, lang: str | None) -> GT:
    """Return a result as a table of ``great_tables``; see :meth:`padai.results.Printed.table`."""
    table = shown(result, lang, "table")
    try:
        from great_tables import GT
    except ModuleNotFoundError:
        raise MissingExtraError("notebook", Said("results-a-table-to-show")) from None
    import pandas as pd

    names = [f"c{k}" for k in range(len(table.heads))]
    held = pd.DataFrame(list(table.cells), columns=pd.Index(names), dtype=str)
    mark = hashlib.sha256(repr(table).encode()).hexdigest()[:10]
    made = GT(held, id=f"padai-{mark}").cols_label(dict(zip(names, table.heads, strict=True)))
    right = [n for n, numeric in zip(names, table.numeric, strict=True) if numeric]
    made = made.cols_align("left")
    if right:
        made = made.cols_align("right", columns=right)
    if table.title:
        made = made.tab_header(title=table.title)
    for notice in table.notices:
        made = made.tab_source_note(notice)
    return made
