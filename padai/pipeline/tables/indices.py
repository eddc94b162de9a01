"""Declared indices: their means, reliability and invariance, as a table of the store.

A figure of an index is not linear in what is printed of its items: with their shares it tells what
is withheld of them. It is withheld wherever any cell that it is made of is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd

from padai.disclosure.confidentiality import CONFIDENTIAL
from padai.disclosure.gate import REASONS
from padai.errors import PadaiError
from padai.pipeline.parts.facts import LEVEL
from padai.pipeline.parts.preparation import Prepared
from padai.pipeline.tables.explanation import MAIN, NOT_COMPUTED, error_code
from padai.store import COLUMNS
from padai.survey import Survey
from padai.survey.indices import Index
from padai.trends.followed_index import FollowedIndex, follow_index
from padai.trends.index_reliability import HEYWOOD
from padai.waves import stack

WITHHELD, BROKEN = "withheld", "not_comparable"
TOTAL, WAVE = "total", "wave"
_RANGE = ("estimate", "conf_low", "conf_high")
_NUMBERS = ("estimate", "std_error", "conf_low", "conf_high")


def indices_table(
    survey: Survey, parts: Mapping[str, Prepared], shown: pd.DataFrame
) -> pd.DataFrame:
    """Follow every declared index in the main part, where two waves asked its items.

    Rows by `kind`: ``mean`` and ``mean_without`` (without the items that fail) by wave; ``change``
    and ``change_without`` against the wave before; ``alpha``, ``omega`` and ``eigenvalue_ratio`` of
    the last wave; ``item``, the correlation with the rest; ``invariance``, by item. What cannot be
    computed is one row with its reason.

    Parameters
    ----------
    shown
        Every estimate of the main part as it may go out, of every wave and response.

    Notes
    -----
    An index with a sensitive item is not told at all: its values are answers to that item. Of
    others, a figure is withheld where an answer to an item is, in a wave that it is made of; and
    an invariance test by groups too where such a group is. The test tells no number of people
    then: it would be that of those in no group that is shown.
    """
    columns = COLUMNS["indices"]
    ready = parts.get(MAIN)
    if not survey.indices or ready is None or len(ready.waves) < 2:
        return pd.DataFrame(columns=columns)
    waves = stack(list(ready.waves), overlap=survey.overlap)
    least = max(survey.reliability.minimum_base, survey.confidentiality.minimum_group)
    rows: list[dict[str, Any]] = []
    for index in survey.indices:
        fixed = {"part": MAIN, "index": index.id}
        last = {"wave": ready.last.id}
        if any(_sensitive(survey, item) for item in index.items):
            rows.append({**fixed, "kind": "mean", **last, "reason": REASONS[CONFIDENTIAL]})
            continue
        invariance = tuple(by for by in index.invariance if _told_by(survey, shown, index, by))
        try:
            followed = follow_index(
                waves, index.model_copy(update={"invariance": invariance}), level=LEVEL
            )
        except PadaiError as error:
            reason = error_code(error, survey)
            rows.append({**fixed, "kind": NOT_COMPUTED, **last, "reason": reason})
            continue
        dark = _dark_waves(shown, index.items)
        rows += [{**fixed, **row} for row in _as_told(_rows(followed, least), dark, followed)]
    frame = pd.DataFrame(rows).reindex(columns=columns)
    texts = [c for c in columns if c not in _numeric()]
    return frame.assign(**{c: frame[c].astype(object).fillna("") for c in texts})


def _sensitive(survey: Survey, name: str) -> bool:
    """Whether answers to a question are private, or who was asked it is."""
    question = survey.question(name)
    led = question.base.questions if question.base is not None else ()
    return question.sensitive or any(survey.question(lead).sensitive for lead in led)


def _dark_waves(shown: pd.DataFrame, questions: Iterable[str], by: str = TOTAL) -> set[str]:
    """Return the waves in which a cell of some questions is confidential."""
    mine = shown["question"].astype(str).isin(list(questions))
    mine &= shown["breakdown"].astype(str) == by
    mine &= shown["flag"].astype(str).str.split().map(lambda of: CONFIDENTIAL in of)
    return set(shown.loc[mine, "wave"].astype(str))


def _told_by(survey: Survey, shown: pd.DataFrame, index: Index, by: str) -> bool:
    """Whether the items may be compared between groups: no group, and no answer in it, is dark."""
    divided = survey.has_breakdown(by)
    question = survey.breakdown(by).question if divided else by
    if question and _sensitive(survey, question):
        return False
    cells = _dark_waves(shown, index.items, by) if divided else _dark_waves(shown, [by])
    return not cells


def _as_told(
    rows: Iterable[dict[str, Any]], dark: set[str], followed: FollowedIndex
) -> Iterator[dict[str, Any]]:
    """Yield the rows as they may go out, those made of a wave with a dark cell emptied.

    Which items fail is read over all comparable waves, and with it the index without them.
    """
    tested = dark & set(followed.comparable)
    for row in rows:
        kind = row["kind"]
        used = {row["wave"], row.get("reference", "")}
        over = kind == "invariance" or kind in ("mean_without", "change_without")
        if row.get("reason") == BROKEN or not (tested if over else dark & used):
            yield row
        elif kind in ("mean", "change", "alpha", "omega"):
            yield {
                "kind": kind,
                "wave": row["wave"],
                "reference": row.get("reference", ""),
                "reason": REASONS[CONFIDENTIAL],
            }


def _numeric() -> set[str]:
    return {*_NUMBERS, "n_base", "p_value", "p_adjusted", "r2_gain", "margin"}


def _rows(series: FollowedIndex, least: int) -> Iterator[dict[str, Any]]:
    yield from _means(series.means.frame, "mean", least)
    if series.means_without is not None:
        yield from _means(series.means_without.frame, "mean_without", least)
    last = str(series.means.frame["wave"].iloc[-1])
    if series.change is None:
        yield {"kind": "change", "wave": last, "reason": BROKEN, "breaks": " ".join(series.breaks)}
    else:
        yield from _changes(series, least)
    trusted = series.reliability
    for row in trusted.frame.to_dict("records"):
        named = {name: row[name] for name in _RANGE}
        yield {
            "kind": row["statistic"],
            "wave": last,
            **named,
            "n_base": row["n"],
            "reason": trusted.reason,
        }
    for row in trusted.items.to_dict("records"):
        yield {
            "kind": "item",
            "wave": last,
            "item": row["item"],
            "estimate": row["correlation_with_rest"],
            "reason": HEYWOOD if row["at_bound"] else "",
        }
    for by, tests in series.invariance:
        for row in tests.frame.to_dict("records"):
            named = {name: row[name] for name in ("p_value", "p_adjusted", "r2_gain")}
            n = row["n"] if by == WAVE else np.nan
            yield {
                "kind": "invariance",
                "wave": last,
                "item": row["item"],
                "by": by,
                **named,
                "n_base": n,
                "verdict": "fails" if row["fails"] else "holds",
            }


def _means(frame: pd.DataFrame, kind: str, least: int) -> Iterator[dict[str, Any]]:
    for row in frame.to_dict("records"):
        shown = row["n_base"] >= least
        numbers = {name: row[name] if shown else np.nan for name in _NUMBERS}
        yield {
            "kind": kind,
            "wave": str(row["wave"]),
            **numbers,
            "n_base": row["n_base"],
            "reason": "" if shown else WITHHELD,
        }


def _changes(followed: FollowedIndex, least: int) -> Iterator[dict[str, Any]]:
    assert followed.change is not None
    kinds = ("change", "change_without")
    for kind, row in zip(kinds, followed.change.to_dict("records"), strict=False):
        if row["n_base"] >= least:
            named = {name: row[name] for name in (*_NUMBERS, "p_value", "p_adjusted", "margin")}
            yield {
                "kind": kind,
                "wave": str(row["wave"]),
                "reference": str(row["reference"]),
                **named,
                "n_base": row["n_base"],
                "verdict": row["verdict"],
                "breaks": " ".join(followed.breaks),
            }
