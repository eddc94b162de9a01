"""Declared indices: their means, reliability and invariance, as a table of the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd

from padai.errors import PadaiError
from padai.pipeline.parts.facts import LEVEL
from padai.pipeline.parts.preparation import Prepared
from padai.pipeline.tables.explanation import MAIN, NOT_COMPUTED, error_code
from padai.store import COLUMNS
from padai.survey import Survey
from padai.trends.followed_index import FollowedIndex, follow_index
from padai.waves import stack

WITHHELD, BROKEN = "withheld", "not_comparable"
_RANGE = ("estimate", "conf_low", "conf_high")
_NUMBERS = ("estimate", "std_error", "conf_low", "conf_high")


def indices_table(survey: Survey, parts: Mapping[str, Prepared]) -> pd.DataFrame:
    """Follow every declared index in the main part, where two waves asked its items.

    Rows by `kind`: ``mean`` and ``mean_without`` (without the items that fail) by wave; ``change``
    and ``change_without`` against the wave before; ``alpha``, ``omega`` and ``eigenvalue_ratio`` of
    the last wave; ``item``, the correlation with the rest; ``invariance``, by item. What cannot be
    computed is one row with its reason.
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
        try:
            found = follow_index(waves, index, level=LEVEL)
        except PadaiError as error:
            reason = error_code(error, survey)
            rows.append({**fixed, "kind": NOT_COMPUTED, "wave": ready.last.id, "reason": reason})
            continue
        rows += [{**fixed, **row} for row in _rows(found, least)]
    frame = pd.DataFrame(rows).reindex(columns=columns)
    texts = [c for c in columns if c not in _numeric()]
    return frame.assign(**{c: frame[c].fillna("") for c in texts})


def _numeric() -> set[str]:
    return {*_NUMBERS, "n_base", "p_value", "p_adjusted", "r2_gain", "margin"}


def _rows(found: FollowedIndex, least: int) -> Iterator[dict[str, Any]]:
    yield from _means(found.means.frame, "mean", least)
    if found.means_without is not None:
        yield from _means(found.means_without.frame, "mean_without", least)
    last = str(found.means.frame["wave"].iloc[-1])
    if found.change is None:
        yield {"kind": "change", "wave": last, "reason": BROKEN, "breaks": " ".join(found.breaks)}
    else:
        yield from _changes(found, least)
    trusted = found.reliability
    for row in trusted.frame.to_dict("records"):
        named = {name: row[name] for name in _RANGE}
        yield {"kind": row["statistic"], "wave": last, **named, "n_base": row["n"],
               "reason": trusted.reason}  # fmt: skip
    for row in trusted.items.to_dict("records"):
        yield {"kind": "item", "wave": last, "item": row["item"],
               "estimate": row["correlation_with_rest"]}  # fmt: skip
    for by, tests in found.invariance:
        for row in tests.frame.to_dict("records"):
            named = {name: row[name] for name in ("p_value", "p_adjusted", "r2_gain")}
            yield {"kind": "invariance", "wave": last, "item": row["item"], "by": by, **named,
                   "n_base": row["n"], "verdict": "fails" if row["fails"] else "holds"}  # fmt: skip


def _means(frame: pd.DataFrame, kind: str, least: int) -> Iterator[dict[str, Any]]:
    for row in frame.to_dict("records"):
        shown = row["n_base"] >= least
        numbers = {name: row[name] if shown else np.nan for name in _NUMBERS}
        yield {"kind": kind, "wave": str(row["wave"]), **numbers, "n_base": row["n_base"],
               "reason": "" if shown else WITHHELD}  # fmt: skip


def _changes(found: FollowedIndex, least: int) -> Iterator[dict[str, Any]]:
    assert found.change is not None
    kinds = ("change", "change_without")
    for kind, row in zip(kinds, found.change.to_dict("records"), strict=False):
        if row["n_base"] >= least:
            named = {name: row[name] for name in (*_NUMBERS, "p_value", "p_adjusted", "margin")}
            yield {"kind": kind, "wave": str(row["wave"]), "reference": str(row["reference"]),
                   **named, "n_base": row["n_base"], "verdict": row["verdict"],
                   "breaks": " ".join(found.breaks)}  # fmt: skip
