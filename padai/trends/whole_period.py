"""What became of series over their whole period: one verdict each, adjusted in families.

A series of three comparable waves or more is told by its slope, or by the contrast of its ends
where a straight line does not fit, or where its waves span too little of a year for a pace a year.
Which of the two is settled by the dates and the test of fit alone, before the families are
adjusted.
"""

from __future__ import annotations

from collections import Counter

import numpy as np
import pandas as pd

from padai.numerics.multiplicity import holm
from padai.survey import Survey
from padai.trends.families import LEAST_OF_A_CHAPTER, OTHER, families_of
from padai.trends.overall import ENDS, FIT, SLOPE
from padai.trends.pairs import keys_of
from padai.trends.verdicts import SIGNIFICANCE, verdicts

OF_SLOPES = "-slopes"
"""What the name of a family of slopes ends by."""
EXPLORATORY = ""
LEAST_DAYS_FOR_A_PACE = 330
"""Days from the first wave to the last, from which on a change a year is said: eleven months."""


def judged_overall(
    frame: pd.DataFrame, survey: Survey, breakdowns: tuple[str, ...]
) -> pd.DataFrame:
    """Give each series its family and its verdict over the whole period.

    Parameters
    ----------
    frame : DataFrame
        Of :func:`padai.trends.overall.over_all_waves`, all series of a part at once.
    survey
        Its families, as of changes: `headline-slopes`, one of slopes a chapter (those with fewer
        than four series join `other-slopes`), one a question and breakdown.
    breakdowns
        Those that are compared.

    Returns
    -------
    DataFrame
        The same rows with `family` and `verdict`. The row that tells of a series is its slope in
        points, or its ends where the test of fit rejects at 5% or the series spans less than
        :data:`LEAST_DAYS_FOR_A_PACE`; it has Holm's p over its family and
        a verdict (``rose``, ``fell``, ``cannot_tell``). Of the other of the two, `p_adjusted` is
        empty. A series in no family keeps its exploratory p and has no verdict.

    References
    ----------
    Holm (1979), *Scandinavian Journal of Statistics* 6, 65-70.

    Examples
    --------
    >>> judged_overall(tests, survey, ("sex",))  # doctest: +SKIP
    """
    out = frame.assign(family=EXPLORATORY, verdict="").reset_index(drop=True)
    line = out["on"].eq("points") & out["term"].isin((SLOPE, ENDS))
    out.loc[line & out["term"].eq(ENDS), "p_adjusted"] = np.nan
    tells = _tells(out, survey)
    reported = out[line & tells & out["reason"].astype(str).eq("")]
    families = _families(reported, survey, breakdowns)
    for family, rows in reported.groupby(families, sort=False):
        if family == EXPLORATORY:
            continue
        adjusted = holm(rows["p_value"].to_numpy(float))
        out.loc[rows.index, "p_adjusted"] = adjusted
        out.loc[rows.index, "family"] = family
        out.loc[rows.index, "verdict"] = verdicts(
            rows["estimate"].to_numpy(float),
            adjusted,
            np.full(len(rows), np.nan),
            rows["supported"].to_numpy(bool),
        )
    bent = out["term"].eq(SLOPE) & line & ~tells
    out.loc[bent, "p_adjusted"] = np.nan
    return out


def too_short(survey: Survey | None, first: str, last: str) -> bool:
    """Whether two waves stand too close for a change a year; not where a date is unknown.

    Examples
    --------
    >>> too_short(None, "2024-01", "2024-03")
    False
    """
    if survey is None or not {first, last} <= set(survey.waves):
        return False
    ends = [survey.wave(name).date for name in (first, last)]
    return (ends[1] - ends[0]).days < LEAST_DAYS_FOR_A_PACE


def _tells(frame: pd.DataFrame, survey: Survey) -> pd.Series:
    """Whether a row is the one that tells of its series: the slope where a line fits, or the ends.

    Where the design leaves no test of fit, nothing speaks against the line.
    """
    fits = frame[frame["term"].eq(FIT)]
    bent = {
        key
        for key, p in zip(keys_of(fits), fits["p_value"].to_numpy(float), strict=True)
        if p < SIGNIFICANCE
    }
    spans = zip(frame["first_wave"].astype(str), frame["last_wave"].astype(str), strict=True)
    short = np.array([too_short(survey, first, last) for first, last in spans], dtype=bool)
    by_ends = np.array([key in bent for key in keys_of(frame)], dtype=bool) | short
    result: pd.Series = frame["term"].eq(ENDS) & by_ends | frame["term"].eq(SLOPE) & ~by_ends
    return result


def _families(lines: pd.DataFrame, survey: Survey, breakdowns: tuple[str, ...]) -> pd.Series:
    """Return the family of each series; those of small chapters together."""
    known = families_of(survey, breakdowns)
    families = [known.family(q, r, b, g) or EXPLORATORY for q, r, b, g in keys_of(lines)]
    sizes = Counter(families)
    small = {f for f in sizes if f.startswith("chapter:") and sizes[f] < LEAST_OF_A_CHAPTER}
    named = [f and (OTHER if f in small else f) + OF_SLOPES for f in families]
    return pd.Series(named, index=lines.index, dtype=object)
