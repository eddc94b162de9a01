"""The numbers of the methodology that no table of the store holds, laid flat."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from padai.store import Store
from padai.words import in_a_row

_Row = tuple[str, str, str, str, float]
_OF_WEIGHTS = ("min", "max", "cv", "kish_deff", "n_eff")


def method_table(store: Store) -> pd.DataFrame:
    """Return every number of the methodology that no table of the store holds, one a row."""
    columns = ["part", "wave", "measure", "item", "value"]
    return pd.DataFrame(list(_method(store.facts, store.wave)), columns=columns)


def _method(facts: Mapping[str, Any], wave: str) -> Iterator[_Row]:
    for part, by_wave in facts.get("sizes", {}).items():
        for known, size in by_wave.items():
            yield part, known, "respondents", "", float(size["n"])
    for part, by_wave in facts.get("weighting", {}).items():
        yield from _weighted(part, wave, by_wave.get(wave) or {})
    for part, rates in facts.get("outcome_rates", {}).items():
        yield from _rates(part, wave, rates)
    for part, outcome in facts.get("outcome", {}).items():
        counted = {**outcome, **(outcome.get("dispositions") or {})}
        for name, count in counted.items():
            if isinstance(count, (int, float)):
                yield part, wave, "outcome", name, float(count)
    for mode, minutes in facts.get("minutes", {}).items():
        yield "", wave, "minutes", mode, float(minutes)
    yield from _checked(facts, wave)


def _weighted(part: str, wave: str, weights: Mapping[str, Any]) -> Iterator[_Row]:
    for name in _OF_WEIGHTS:
        if weights.get(name) is not None:
            yield part, wave, "weights", name, float(weights[name])
    for name, bound in zip(("low", "high"), weights.get("bounds") or (), strict=False):
        yield part, wave, "bounds", name, float(bound)


def _rates(part: str, wave: str, rates: Iterable[Mapping[str, Any]]) -> Iterator[_Row]:
    for rate in rates:
        for name in ("value", "numerator", "denominator"):
            if rate["value"] is not None and rate[name] is not None:
                yield part, wave, f"rate_{name}", str(rate["name"]), float(rate[name])


def _checked(facts: Mapping[str, Any], wave: str) -> Iterator[_Row]:
    """Yield how many rows were left out, and how many cases each check found."""
    rows: dict[tuple[str, str, str, str], float] = {}
    for one in facts.get("exclusions", []):
        key = (str(one["part"]), str(one["wave"]), "excluded", "")
        rows[key] = rows.get(key, 0.0) + _number(one["count"])
    for one in facts.get("findings", []):
        item = in_a_row(str(one["check"]), str(one.get("column") or ""), by=":")
        key = (str(one["part"]), str(one.get("wave") or wave), "finding", item)
        rows[key] = rows.get(key, 0.0) + _number(one["count"])
    for (part, known, measure, item), value in rows.items():
        if math.isfinite(value):
            yield part, known, measure, item, value


def _number(count: int | None) -> float:
    """Return a count; of a handful none, nor of what a handful is a part of."""
    return math.nan if count is None else float(count)
