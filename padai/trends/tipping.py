"""COMPARE: how false would the data have to be for the finding on a change to be false?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import ComparisonError, DefinitionError, EstimationError
from padai.results import Differences, Framed, Robustness
from padai.survey import Survey
from padai.trends.assumptions import KEYS, Assumptions, Population
from padai.trends.differences import Made
from padai.trends.families import TOTAL
from padai.trends.verdicts import NOT_COMPARABLE
from padai.waves.argument_shapes import as_given
from padai.waves.guards import guarded
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    *KEYS, "verdict", "assumption", "of_wave", "value", "low", "high", "verdict_then", "stands",
    "reason",
)  # fmt: skip


@dataclass(frozen=True, eq=False, repr=False)
class TippingPoints(Framed):
    """What would make findings false, one row a comparison and an assumption.

    Attributes
    ----------
    frame : pandas.DataFrame
        Columns `COLUMNS`. `assumption` says what is supposed, of the answers of the wave
        `of_wave`: ``false_favourable``, ``false_unfavourable``, ``false_random`` (`value` the share
        of false answers, 0 to 1, from which on the finding turns over); ``selection_rho`` (the
        correlation of weighted inclusion with the answer), ``selection_ratio`` (how many times as
        much those who gave the response took part); ``dont_know`` (the finding stands where
        between `low` and `high` of those who do not know would have given the response); else a
        choice of :func:`padai.robustness`. `verdict_then` is the change that
        would be shown, where none is, or what a choice says;
        `stands` says of don't knows and choices whether the finding holds throughout. `reason` says
        why there is no value.
    survey : Survey or None
    provenance : mapping
    """

    _frame: pd.DataFrame
    survey: Survey | None = None
    provenance: Mapping[str, Any] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._frame)


@guarded
def tipping_points(
    difference: Differences,
    *,
    rows: Sequence[int] | None = None,
    population: Population | None = None,
    choices: Robustness | pd.DataFrame | None = None,
) -> TippingPoints:
    """Say what would have to be true for each verdict on a change to be false.

    Parameters
    ----------
    difference
        From :func:`padai.difference`, still attached.
    rows
        Positions in its frame; None: every row that has a verdict.
    population
        Size of the population, of every wave or by wave; None: the total of the targets that the
        definition gives as counts.
    choices
        From :func:`padai.robustness`, put in the same table.

    Returns
    -------
    TippingPoints
        Of balances and means, whose false answers have no one size, only `choices` are told.

    Raises
    ------
    EstimationError
        The differences are detached.
    ComparisonError
        They are not changes between waves; a row is not there, or has no verdict, or none has
        one; a population is smaller than its sample.

    Notes
    -----
    False answers are taken out of the data as observed, ``p' = (p - e a) / (1 - e)`` of
    ``n (1 - e)`` answers with the design effect held: a is 1, 0, or the response's part of the
    codes. The family's other comparisons are held. For selection one wave is moved and the other
    is taken as exact (Meng 2018, on weighted inclusion). Each x of “don't know” is tried, the same
    in both waves. Degrees of freedom are held; a bridge's offset is held too. Where the definition
    rounds bases, samples of the rounded sizes are supposed.

    Examples
    --------
    >>> tipping = padai.tipping_points(diff)
    >>> len(tipping.frame)
    55
    """
    made = _made(difference)
    chosen = _chosen(difference, rows)
    work = Assumptions(difference, made, chosen, population)
    tipped = [row for place in chosen for row in work.rows_of(place)]
    if isinstance(choices, Robustness):
        choices = choices.frame
    _check_choices(choices)
    frame = _framed([*tipped, *_of_choices(difference, chosen, choices)])
    return TippingPoints(frame, difference.survey, {"verb": "tipping_points", "rows": len(chosen)})


def _check_choices(choices: object) -> None:
    columns = getattr(choices, "columns", None)
    if choices is not None and not (
        columns is not None and {*KEYS[:4], "variant", "verdict"} <= set(columns)
    ):
        raise DefinitionError(Said("trends-tipping-points-choices", given=as_given(choices)))


def _made(difference: Differences) -> Made:
    if difference.provenance.get("verb") != "difference":
        raise ComparisonError(
            Said("trends-tipping-points-are-those-of-changes"),
        )
    if not difference.attached:
        raise EstimationError(
            Said("trends-these-differences-are-detached-from"),
        )
    made: Made = difference._source
    return made


def _chosen(difference: Differences, rows: Sequence[int] | None) -> list[int]:
    verdict = difference.frame["verdict"].to_numpy(object)
    judged = [k for k, v in enumerate(verdict) if v not in ("", NOT_COMPARABLE)]
    if not judged or (rows is not None and not len(rows)):
        raise ComparisonError(
            Said("trends-no-verdict-is-named-that-could-turn-over"),
        )
    if rows is None:
        return judged
    wrong = [k for k in rows if k not in set(judged)]
    if wrong:
        raise ComparisonError(
            Said("trends-row-has-no-verdict-that-could-turn-over", wrong=wrong[0]),
        )
    return [int(k) for k in rows]


# --- the table -----------------------------------------------------------------------------------


def _of_choices(
    difference: Differences, chosen: Sequence[int], choices: pd.DataFrame | None
) -> list[dict[str, Any]]:
    """Return what other choices say of the totals among the rows, where they say anything."""
    if choices is None or not len(choices):
        return []
    frame = difference.frame
    rows = []
    for place in chosen:
        base = {name: str(frame[name].iloc[place]) for name in (*KEYS, "verdict")}
        if base["breakdown"] != TOTAL:
            continue
        mine = choices
        for name in KEYS[:4]:
            mine = mine[mine[name].astype(str) == base[name]]
        for variant, verdict in zip(mine["variant"], mine["verdict"], strict=True):
            if variant != "declared" and verdict:
                rows.append(
                    {
                        **base,
                        "assumption": str(variant),
                        "of_wave": "",
                        "verdict_then": str(verdict),
                        "stands": str(verdict) == base["verdict"],
                    }
                )
    return rows


def _framed(rows: list[dict[str, Any]]) -> pd.DataFrame:
    import pandas as pd

    empty = {
        "value": np.nan,
        "low": np.nan,
        "high": np.nan,
        "verdict_then": "",
        "stands": None,
        "reason": "",
    }
    frame = pd.DataFrame([{**empty, **row} for row in rows], columns=list(COLUMNS))
    numbers = dict.fromkeys(("value", "low", "high"), "float64")
    return frame.astype({**numbers, "stands": "boolean"})
