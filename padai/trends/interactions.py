"""Did it change more in one group than in another?"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from padai.errors import ComparisonError
from padai.numerics.differences import equivalence_p, tested
from padai.numerics.threads import pinned
from padai.results import DIFFERENCE_COLUMNS, Differences, Estimates
from padai.trends.bridges import footing
from padai.trends.differences import EXPLORATORY, MINIMUM_BASE, judged
from padai.trends.margins import (
    Adjust,
    check_asked,
    in_units,
    is_share,
    margins_of,
    refuse_fraction,
)
from padai.trends.pairs import KEY, pairs_of, part_of
from padai.trends.verdicts import NOT_COMPARABLE, enough, group_verdicts
from padai.waves.guards import guarded
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

SIGNS = np.array([1.0, -1.0, -1.0, 1.0])
"""Of the group's later and earlier wave, then the reference's."""


@guarded
def difference_of_differences(
    trend: Estimates,
    later: str,
    earlier: str,
    *,
    by: str,
    groups: tuple[str, str] | None = None,
    family: str | None = None,
    adjust: Adjust = "holm",
    margin: float | None = None,
    level: float | None = None,
) -> Differences:
    """Subtract one group's change between two waves from another's.

    Parameters
    ----------
    trend
        From :func:`padai.trend` with that breakdown.
    later, earlier
        Ids of the waves.
    by
        A breakdown.
    groups
        Two of its groups: the change of the first minus that of the second. None: every pair, the
        one that stands later in the breakdown minus the other.
    family
        A name: all rows are one family, with verdicts. None: they are exploratory (adjusted by
        Benjamini-Hochberg within each question, without verdict).
    adjust, level
        As in :func:`padai.difference`.
    margin
        The difference of changes under which they are called comparable, in points.

    Returns
    -------
    Differences
        `group` and `reference` are the groups, `wave` and `reference_wave` the waves. Positive: the
        group rose more, or fell less, than the reference. Its verdict says ``higher`` or ``lower``.

    Raises
    ------
    ComparisonError
        The breakdown, a group or a wave is not among the estimates.
    EstimationError
        The estimates are detached.

    References
    ----------
    R: ``survey::svycontrast`` of ``svyby(..., covmat=TRUE)``.

    Examples
    --------
    >>> contrasts = padai.difference_of_differences(trend, "2025", "2024", by="age_group")
    >>> len(contrasts.frame)
    1
    """
    check_asked(adjust, margin)
    later, earlier, level = str(later), str(earlier), level or trend.level
    quads = _quadruples(trend, later, earlier, by, groups, margin)
    frame = _tested(trend, quads, later, earlier, margin, level)
    names = np.full(len(frame), EXPLORATORY if family is None else family, dtype=object)
    out = judged(frame, names, adjust)
    has_verdict = ~out["verdict"].isin(["", NOT_COMPARABLE]).to_numpy(bool)
    out.loc[has_verdict, "verdict"] = group_verdicts(out["verdict"].to_numpy(object)[has_verdict])
    about = {"verb": "difference_of_differences", "later": later, "earlier": earlier, "by": by}
    columns = [*DIFFERENCE_COLUMNS, "reference_wave"]
    return Differences(out[columns], level, trend.survey, {**about, "adjust": adjust})


def _quadruples(
    trend: Estimates,
    later: str,
    earlier: str,
    by: str,
    groups: tuple[str, str] | None,
    margin: float | None,
) -> NDArray[np.intp]:
    """Return rows: the group's later and earlier wave, then the reference's; shape (k, 4)."""
    pairs = pairs_of(trend, later, earlier)
    refuse_fraction(margin, trend, pairs)
    keys = pairs.keys()
    own = np.flatnonzero((keys["breakdown"].astype(str) == by).to_numpy(bool))
    if not len(own):
        known = ", ".join(str(name) for name in keys["breakdown"].unique())
        raise ComparisonError(
            Said("trends-breakdown-is-not-among-these-estimates", by=by, known=known)
        )
    held = list(dict.fromkeys(keys["group"].astype(str).iloc[own]))
    for group in groups or ():
        if group not in held:
            raise ComparisonError(
                Said(
                    "trends-breakdown-has-no-group-in-both-waves-it",
                    by=by,
                    group=group,
                    held=", ".join(held),
                )
            )
    if groups is not None and groups[0] == groups[1]:
        raise ComparisonError(Said("trends-group-was-to-be-compared-with-itself", groups=groups[0]))
    wanted = [groups] if groups else [(b, a) for a, b in combinations(held, 2)]
    series: dict[tuple[str, str], dict[str, int]] = {}
    for place in own:
        row = keys.iloc[place]
        places = series.setdefault((str(row["question"]), str(row["response"])), {})
        places[str(row["group"])] = int(place)
    quads = [
        (pairs.later[s[a]], pairs.earlier[s[a]], pairs.later[s[b]], pairs.earlier[s[b]])
        for s in series.values()
        for a, b in wanted
        if a in s and b in s
    ]
    if not quads:
        raise ComparisonError(Said("trends-breakdown-has-a-single-group-there-is", by=by))
    return np.array(quads, dtype=np.intp)


def _tested(
    trend: Estimates,
    quads: NDArray[np.intp],
    later: str,
    earlier: str,
    margin: float | None,
    level: float,
) -> pd.DataFrame:
    import pandas as pd

    source = trend.frame
    numbers = [_one(trend, quad, _measuring_wave(trend, later, earlier)) for quad in quads]
    estimate, variance, df = (np.array([n[k] for n in numbers], float) for k in range(3))
    test = tested(estimate, variance, df, level)
    frame = source[list(KEY)].iloc[quads[:, 0]].reset_index(drop=True)
    frame["wave"] = pd.Categorical([later] * len(quads), categories=[later])
    for name in ("std_error", "conf_low", "conf_high", "df", "statistic", "p_value"):
        frame[name] = getattr(test, name)
    frame["estimate"] = test.difference
    frame["n_base"] = source["n_base"].to_numpy()[quads].min(axis=1)
    for name in ("n_eff", "deff", "cv"):
        frame[name] = np.nan
    for name in ("flag", "reason"):
        texts = source[name].astype(str).to_numpy(object)[quads]
        frame[name] = [" ".join(dict.fromkeys(" ".join(row).split())) for row in texts]
    reference = source["group"].astype(str).to_numpy(object)[quads[:, 2]]
    frame["reference"] = pd.Categorical(reference, categories=list(dict.fromkeys(reference)))
    frame["reference_wave"] = pd.Categorical([earlier] * len(quads), categories=[earlier])
    frame["margin"] = margins_of(frame, None, margin)
    frame["p_equivalence"] = equivalence_p(
        test.difference,
        test.std_error,
        test.df,
        in_units(frame["response"], frame["margin"].to_numpy(float)),
    )
    frame["supported"] = _supported(trend, quads, frame)
    frame["breaks"] = [n[3] for n in numbers]
    frame["forbidden"] = [n[4] for n in numbers]
    return frame


@pinned
def _one(
    trend: Estimates, quad: NDArray[np.intp], wave: str
) -> tuple[float, float, float, str, bool]:
    placed = footing(trend, quad, wave, part_of(trend))
    breaks = " ".join(placed.breaks)
    if len(placed.left_out):
        return np.nan, np.nan, np.nan, breaks, True
    variance = float(SIGNS @ placed.covariance @ SIGNS)
    alone = float(np.trace(placed.covariance))
    if variance < 1e-12 * alone:
        variance = 0.0
    return float(SIGNS @ placed.estimate), variance, placed.df, breaks, False


def _measuring_wave(trend: Estimates, later: str, earlier: str) -> str:
    """Return the wave fielded last: its method is that of every comparison."""
    survey = trend.survey
    if survey is None or later not in survey.waves or earlier not in survey.waves:
        return later
    return max(later, earlier, key=lambda name: survey.wave(name).date)


def _supported(trend: Estimates, quads: NDArray[np.intp], frame: Any) -> NDArray[np.bool_]:
    source, survey = trend.frame, trend.survey
    minimum = survey.reliability.minimum_base if survey else MINIMUM_BASE
    shares = is_share(frame, survey)
    out = np.ones(len(quads), dtype=bool)
    for side in quads.T:
        rows = source.iloc[side]
        estimate, n_eff, n_base = (
            rows[name].to_numpy(float) for name in ("estimate", "n_eff", "n_base")
        )
        out &= enough(estimate, n_eff, n_base, minimum, shares)
    return out
