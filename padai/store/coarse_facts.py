"""``rounding:`` of the facts and of the definition: numbers of people to a multiple."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from padai.numerics.rounding import round_half_even, to_multiple
from padai.store.precision import SHARE
from padai.survey import Survey


def coarse_facts(facts: Mapping[str, Any], step: int) -> dict[str, Any]:
    """Return facts with numbers of people as multiples of `step`; none that is not 0 becomes 0."""
    out = dict(facts)
    for name, change in _FACTS.items():
        if facts.get(name):
            out[name] = change(facts[name], step)
    return out


def some(value: Any, step: int) -> Any:
    """Round a count of people; what is not 0 stays so.

    Examples
    --------
    >>> some(0, 5), some(2, 5), some(13, 5), some(None, 5)
    (0, 5, 15, None)
    """
    if value is None or value == 0:
        return value
    return max(step, int(to_multiple(np.array([float(value)]), step)[0]))


def _sizes(sizes: Mapping[str, Any], step: int) -> Any:
    return {
        part: {wave: {**facts, "n": some(facts["n"], step)} for wave, facts in waves.items()}
        for part, waves in sizes.items()
    }


def _weighting(by_part: Mapping[str, Any], step: int) -> Any:
    def one(facts: Mapping[str, Any]) -> dict[str, Any]:
        # weights often add up to the number of people
        out = {name: value for name, value in facts.items() if name != "total"}
        if "n" in facts:
            out["n"] = some(facts["n"], step)
        if facts.get("n_eff") and facts.get("kish_deff"):
            out["n_eff"] = some(out["n"] / facts["kish_deff"], step)
        return out

    return {
        part: {wave: one(facts) for wave, facts in waves.items()} for part, waves in by_part.items()
    }


def _counted(rows: Any, step: int) -> Any:
    return [{**row, "count": some(row["count"], step)} for row in rows]


def _outcome(by_part: Mapping[str, Any], step: int) -> Any:
    return {part: _cases(cases, step) for part, cases in by_part.items()}


def _cases(cases: Any, step: int) -> Any:
    if isinstance(cases, Mapping):
        return {k: _cases(v, step) for k, v in cases.items()}
    return some(cases, step) if isinstance(cases, int) and not isinstance(cases, bool) else cases


def _rates(by_part: Mapping[str, Any], step: int) -> Any:
    """Give rates that are those of the rounded counts: an exact one times a count is a count."""

    def one(rate: Mapping[str, Any]) -> dict[str, Any]:
        cases, of = (some(rate[name], step) for name in ("numerator", "denominator"))
        rounded = {**rate, "numerator": cases, "denominator": of}
        if rate["value"] is not None and cases is not None and of:
            rounded["value"] = float(round_half_even(np.array([cases / of]), SHARE)[0])
        return rounded

    return {part: [one(rate) for rate in rates] for part, rates in by_part.items()}


_FACTS: dict[str, Callable[[Any, int], Any]] = {
    "sizes": _sizes,
    "weighting": _weighting,
    "findings": _counted,
    "exclusions": _counted,
    "outcome": _outcome,
    "outcome_rates": _rates,
    "repeated": _cases,
    "coded_twice": some,
}


def coarse_definition(survey: Survey, step: int) -> Survey:
    """Return a definition whose declared numbers of interviews are multiples of `step`."""
    waves = {}
    for name, wave in survey.wave_defs.items():
        parts = {}
        for part, declared in wave.parts.items():
            outcome = declared.outcome
            if outcome is not None:
                outcome = type(outcome).model_construct(
                    **{k: getattr(outcome, k) for k in type(outcome).model_fields}
                    | {k: some(getattr(outcome, k), step) for k in _SHORT}
                )
                if outcome.dispositions is not None:
                    cases = {k: some(v, step) for k, v in outcome.dispositions.model_dump().items()}
                    outcome = outcome.model_copy(
                        update={"dispositions": outcome.dispositions.model_copy(update=cases)}
                    )
            change = {"n": some(declared.n, step), "outcome": outcome}
            parts[part] = declared.model_copy(update=change)
        waves[name] = wave.model_copy(update={"parts": parts})
    return survey.model_copy(update={"wave_defs": waves})


_SHORT = ("invited", "started", "completed", "excluded")
