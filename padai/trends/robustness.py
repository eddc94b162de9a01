"""COMPARE: does the verdict of a change hang on a choice that could have been another?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import (
    ComparisonError,
    DefinitionError,
    EstimationError,
    PadaiError,
    WeightingError,
)
from padai.trends.differences import difference
from padai.trends.schemes import (
    earlier_scheme,
    other_base,
    trimmed,
    untrimmed,
    was_trimmed,
    weighted_by,
    with_question,
)
from padai.trends.scoring import scored, wave_index
from padai.trends.series import trend
from padai.waves.stacking import Stack, stack

if TYPE_CHECKING:
    import pandas as pd

DECLARED = "declared"
KEPT = (
    "wave", "reference", "question", "response", "estimate", "std_error", "conf_low", "conf_high",
    "df", "n_base", "p_value", "p_adjusted", "p_equivalence", "margin", "family", "verdict",
)  # fmt: skip
COLUMNS = (*KEPT[:4], "variant", *KEPT[4:], "differs", "reason")
#: Largest weight over the mean weight of the trimmed variant.
TRIM_AT = 3.0


def robustness(
    waves: Stack,
    question: str,
    net: str | None = None,
    later: str | None = None,
    earlier: str | None = None,
    *,
    family: str | None = None,
    margin: float | None = None,
    trim_at: float = TRIM_AT,
    alternatives: Mapping[str, Stack] | None = None,
    level: float = 0.95,
) -> pd.DataFrame:
    """Give the verdict of a change under other choices of base and weights.

    Parameters
    ----------
    waves
        From :func:`padai.stack`, weighted as declared.
    question, net
        The response; None: the headline net. ``mean`` for the mean score.
    later, earlier
        Ids of the waves; None: the last two.
    family, margin
        As in :func:`padai.difference`.
    trim_at
        Where the weights are not trimmed: the limit of those that are, over the mean weight.
    alternatives
        Further variants: the same waves weighted in other ways, by name.
    level
        Confidence level.

    Returns
    -------
    pandas.DataFrame
        One row a variant: ``declared`` first; ``dont_know_in`` or ``dont_know_out`` (the base of
        this question); ``untrimmed`` or ``trimmed``; ``earlier_weighting`` (the later wave weighted
        by the rule of the earlier one, to its own targets); then the `alternatives`. `differs`
        marks the verdicts that are not the declared one. `reason` says why a variant has no
        verdict: ``same_scheme``, ``no_survey``, ``no_dont_know``, or what its weighting said.

    Raises
    ------
    ComparisonError
        The declared comparison has no verdict (it is in no family: name one), or a wave is not
        there.

    Notes
    -----
    Each variant adjusts its p-values over the whole family again.

    Examples
    --------
    >>> padai.robustness(waves, "trust", "trust", "2025", "2024")  # doctest: +SKIP
    """
    import pandas as pd

    last = str(later) if later is not None else waves.wave_ids[-1]
    first = str(earlier) if earlier is not None else waves.wave_ids[wave_index(waves, last) - 1]
    wave_index(waves, first)
    name = scored(waves, question, net).name

    def judged(other: Stack) -> dict[str, Any]:
        series = trend(other, question, net=name, level=level)
        found = difference(series, last, first, family=family, margin=margin)
        return dict(found.frame[list(KEPT)].iloc[0])

    declared = judged(waves)
    if declared["verdict"] == "":
        raise ComparisonError(
            f"'{question}' ({name}) is in no family for waves '{last}' and '{first}', so that it "
            "has no verdict to try. Name the family: family='...'."
        )
    rows = [{**declared, "variant": DECLARED, "reason": ""}]
    for variant, made in _variants(waves, question, name, last, first, trim_at, alternatives or {}):
        rows.append(_row(declared, variant, made, judged))
    frame = pd.DataFrame(rows)
    said = frame["verdict"].to_numpy(dtype=object)
    frame["differs"] = (said != said[0]) & (said != "")
    texts = ["wave", "reference", "question", "response", "family", "verdict", "variant", "reason"]
    return frame.astype(dict.fromkeys(texts, str))[list(COLUMNS)]


Made = Callable[[], Stack | str]


def _variants(
    waves: Stack,
    question: str,
    net: str,
    later: str,
    earlier: str,
    trim_at: float,
    alternatives: Mapping[str, Stack],
) -> list[tuple[str, Made]]:
    """Return each variant's name, and what makes its stack or says why there is none."""
    limits: tuple[str, Made] = (
        ("untrimmed", lambda: _each(waves, untrimmed))
        if any(was_trimmed(wave) for wave in waves.waves)
        else ("trimmed", lambda: _each(waves, lambda wave: trimmed(wave, trim_at)))
    )
    found = [
        _base_variant(waves, question, net),
        limits,
        ("earlier_weighting", lambda: _reweighted(waves, later, earlier)),
    ]
    return found + [(name, lambda s=other: s) for name, other in alternatives.items()]


def _each(waves: Stack, change: Callable[..., Any]) -> Stack:
    return stack([change(wave) for wave in waves.waves], overlap=waves.overlap)


def _base_variant(waves: Stack, question: str, net: str) -> tuple[str, Made]:
    if waves.survey is None:
        return "dont_know", lambda: "no_survey"
    found = None if net == "mean" else other_base(waves.survey.question(question))
    if found is None:
        return "dont_know", lambda: "no_dont_know"
    name, other = found
    return name, lambda: _each(waves, lambda wave: with_question(wave, other))


def _reweighted(waves: Stack, later: str, earlier: str) -> Stack | str:
    if waves.survey is None:
        return "no_survey"
    rule = earlier_scheme(waves.survey, later, earlier, waves.part)
    if rule is None:
        return "same_scheme"
    return _each(waves, lambda wave: weighted_by(wave, rule) if wave.id == later else wave)


def _row(
    declared: Mapping[str, Any],
    variant: str,
    made: Made,
    judged: Callable[[Stack], dict[str, Any]],
) -> dict[str, Any]:
    """Return the row of a variant; one that cannot be made says why, in `reason`."""
    try:
        other = made()
        if not isinstance(other, str):
            return {**judged(other), "variant": variant, "reason": ""}
        reason = other
    except (DefinitionError, EstimationError, WeightingError) as error:
        reason = _said(error)
    empty = {name: np.nan for name in KEPT}
    keys = {name: declared[name] for name in (*KEPT[:4], "family")}
    return {**empty, **keys, "n_base": 0, "verdict": "", "variant": variant, "reason": reason}


def _said(error: PadaiError) -> str:
    return " ".join(str(error).split())
