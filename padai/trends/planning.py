"""What will the next wave be able to show, and whom must it interview?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from padai.errors import DefinitionError, EstimationError
from padai.estimation.tables import divisions
from padai.numerics.clusters import ALONE
from padai.numerics.designs import FloatArray
from padai.numerics.intervals import t_quantiles
from padai.numerics.planning import (
    Shared,
    TwoWaves,
    chance_under,
    check_risks,
    needed_for_change,
    needed_for_margin,
    smallest_change,
    smallest_margin,
)
from padai.results import Estimates, Framed
from padai.survey import Survey
from padai.trends.differences import MINIMUM_BASE
from padai.trends.margins import check_planned, is_share, margins_of
from padai.trends.pairs import KEY, pairs_of, source_of
from padai.trends.planned_design import (
    Clusters,
    assumed,
    clusters_of,
    families_planned,
    next_degrees,
)
from padai.waves import Wave
from padai.waves.guards import guarded
from padai.words import Said
from padai.words.said import typeset

if TYPE_CHECKING:
    import pandas as pd

PLAN_COLUMNS = (
    *KEY, "wave", "interviews", "n_last", "n_next", "estimate", "deff", "correlation", "df",
    "std_error", "smallest_rise", "smallest_fall", "smallest_margin", "margin", "margin_within",
    "needed_for_change", "needed_for_margin", "deff_next", "cluster_size", "icc", "family",
    "family_size", "rise_in_family", "fall_in_family", "margin_in_family", "reason",
)  # fmt: skip
REACHABLE, SELDOM, NEVER = "reachable", "seldom", "never"
KEEP, BOOST, COLLAPSE = "keep", "boost", "collapse"
SMALL_BASE = 100


@dataclass(frozen=True, eq=False, repr=False)
class Plan(Framed):
    """What a coming wave can show, or whom it will interview; one row an estimate or a group.

    Attributes
    ----------
    frame : pandas.DataFrame
    survey : Survey or None
    provenance : mapping
    """

    _frame: pd.DataFrame
    survey: Survey | None = None
    provenance: dict[str, Any] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._frame)

    def assumed(self, lang: str = "en") -> tuple[str, ...]:
        """Return what the plan supposes of the next wave, as sentences in a language."""
        assumptions = self.provenance.get("assumed", ())
        return tuple(typeset(each.get(lang, each["en"]), lang) for each in assumptions)


@guarded
def plan(
    estimates: Estimates,
    *,
    n: int | Sequence[int] | None = None,
    power: float = 0.8,
    level: float = 0.95,
    family_size: int = 1,
    change: float | None = None,
    margin: float | None = None,
    deff: float | None = None,
    correlation: float | None = None,
    icc: float | None = None,
    psus: int | None = None,
) -> Plan:
    """Say what the next wave can show of each share, given how the last one turned out.

    Parameters
    ----------
    estimates
        Shares of a wave, or of a stack of waves; the last wave is planned from.
    n
        Interviews of the next wave; several give a curve. None: as many as in the last.
    power
        Chance that a change of the size given is shown, or stability where nothing changed.
    level
        One minus the risk of the family of tests, two-sided, and of the equivalence test,
        one-sided.
    family_size
        Comparisons adjusted together: each is planned at ``(1 - level) / family_size``, the first
        step of Holm's rule. 1: each alone, and beside it in the family that the definition
        declares.
    change, margin
        A change to be shown, and a margin for "stable", in points. None: the declared margin.
    deff, correlation
        Design effect of both waves, and correlation of their estimates, whatever n is. None: the
        last wave's own deff, which more interviews in each psu raise; and the correlation of the
        last two waves where they share psus or respondents (else 0), of which what psus share stays
        as n grows, and what people share thins out.
    icc
        Intraclass correlation, by which deff grows. None: the last wave's, that of the undivided
        sample for every group of it: ``(deff / kish - 1) / (b - 1)``, b the effective respondents
        of a psu.
    psus
        Of the next wave. None: as many as in the last.

    Returns
    -------
    Plan
        Changes and standard errors are in the unit of shares, `margin` in points; `n_last`,
        `n_next` are bases; `needed_for_change` and `needed_for_margin` are interviews of the whole
        wave (missing: no number is enough). `margin_within` says whether the margin is
        ``reachable`` with this power, ``seldom`` shown, or ``never`` (under the half-width of the
        90% interval). `deff_next`, `cluster_size` (b) and `icc` are what it rests on; `rise_`,
        `fall_` and `margin_in_family` are the smallest ones at the first step of Holm in `family`,
        of `family_size` comparisons. `assumed()` says what was supposed.

    Raises
    ------
    DefinitionError
        Level, power, n, the correlation, `icc` or `psus` make no plan.
    EstimationError
        The estimates are detached, or hold no share; the wave has replicate weights without psus,
        and `icc` is not named for another number of interviews.

    References
    ----------
    Gabler, Häder and Lahiri (1999), *Survey Methodology* 25, 105-106.

    Examples
    --------
    >>> power = padai.plan(trend, n=[1000, 2000, 3000], change=5)
    >>> len(power.frame)
    15
    """
    import pandas as pd

    alpha = round(1 - level, 12)
    check_risks(alpha, power)
    check_planned(margin, change)
    if family_size < 1 or (correlation is not None and not -1 < correlation < 1):
        raise DefinitionError(
            Said("trends-a-family-has-one-comparison-or-more-a"),
        )
    waves = source_of(estimates).waves.waves
    size = len(waves[-1])
    sizes = [size] if n is None else [n] if isinstance(n, int) else [int(k) for k in n]
    if not sizes or min(sizes) < 2:
        raise DefinitionError(
            Said("trends-name-how-many-interviews-the-next-wave", asked=", ".join(map(str, sizes))),
        )
    rows = _last_shares(estimates)
    grows = deff is None and (sizes != [size] or change is not None)
    clusters = clusters_of(estimates, rows, icc=icc, psus=psus, grows=grows)
    start = _comparison(estimates, rows, clusters, deff, correlation)
    risks = _Risks(power, alpha, family_size)
    frames = [
        _planned(estimates, rows, start, count, size, risks=risks, change=change, margin=margin)
        for count in sizes
    ]
    asked = {"verb": "plan", "power": power, "level": level, "family_size": family_size}
    frame = pd.concat(frames, ignore_index=True)[list(PLAN_COLUMNS)]
    overlap = source_of(estimates).waves.overlap
    design = {"assumed": assumed(clusters, overlap, deff, correlation), "psus": clusters.psus}
    return Plan(frame, estimates.survey, {**asked, "change": change, "wave_size": size, **design})


@dataclass(frozen=True)
class _Risks:
    power: float
    alpha: float
    family_size: int


def _last_shares(estimates: Estimates) -> NDArray[np.intp]:
    frame = estimates.frame
    last = frame["wave"] == frame["wave"].cat.categories[-1]
    rows = np.flatnonzero(last.to_numpy(bool) & is_share(frame, estimates.survey))
    if not len(rows):
        raise EstimationError(
            Said("trends-these-estimates-hold-no-share-in-their"),
        )
    return rows.astype(np.intp)


def _comparison(
    estimates: Estimates,
    rows: NDArray[np.intp],
    clusters: Clusters,
    deff: float | None,
    correlation: float | None,
) -> TwoWaves:
    """Return the last wave compared with another like it."""
    frame = estimates.frame.iloc[rows]
    base = frame["n_base"].to_numpy(float)
    shared = _correlations(estimates, rows) if correlation is None else correlation
    shared = np.broadcast_to(np.asarray(shared, dtype=float), base.shape)
    df = frame["df"].to_numpy(float)
    overlap = source_of(estimates).waves.overlap
    observed = frame["deff"].to_numpy(float)
    fixed = deff is not None and not clusters.given
    keeps: dict[str, Shared] = {"psu": "units", "respondent": "people"}
    return TwoWaves(
        frame["estimate"].to_numpy(float),
        observed if deff is None else np.full(len(rows), float(deff)),
        base,
        base,
        shared,
        next_degrees(df, clusters, overlap),
        np.zeros(len(rows)) if fixed else clusters.icc,
        clusters.size,
        clusters.ratio,
        np.inf if fixed else np.where(clusters.size > 1 + ALONE, df, np.inf),
        "correlation" if correlation is not None else keeps.get(overlap, "correlation"),
    )


def _correlations(estimates: Estimates, rows: NDArray[np.intp]) -> FloatArray:
    """Return the correlation of the last two waves' estimates of each row; 0 where apart."""
    out = np.zeros(len(rows))
    source, known = source_of(estimates), list(estimates.frame["wave"].cat.categories)
    if source.waves.overlap == "none" or len(known) < 2:
        return out
    pairs = pairs_of(estimates, known[-1], known[-2])
    variance, _ = pairs.variance_and_df()
    sides = [np.asarray(pairs.column("std_error", s), float) for s in ("later", "earlier")]
    with np.errstate(divide="ignore", invalid="ignore"):
        correlations = (sides[0] ** 2 + sides[1] ** 2 - variance) / (2 * sides[0] * sides[1])
    place = {int(row): k for k, row in enumerate(rows)}
    for row, value in zip(pairs.later, correlations, strict=True):
        if int(row) in place and np.isfinite(value):
            out[place[int(row)]] = min(max(value, -0.999), 0.999)
    return out


def _planned(
    estimates: Estimates,
    rows: NDArray[np.intp],
    start: TwoWaves,
    count: int,
    size: int,
    *,
    risks: _Risks,
    change: float | None,
    margin: float | None,
) -> pd.DataFrame:
    power, alpha = risks.power, risks.alpha / risks.family_size
    source = estimates.frame.iloc[rows].reset_index(drop=True)
    asked = replace(start, n_next=start.n_last * count / size)
    frame = source[[*KEY, "wave"]].copy()
    frame["interviews"] = count
    frame["n_last"], frame["n_next"] = source["n_base"].to_numpy(), np.round(asked.n_next)
    frame["estimate"], frame["deff"], frame["df"] = asked.share, asked.deff, asked.df
    frame["correlation"], frame["deff_next"] = asked.correlation_next, asked.deff_next
    frame["cluster_size"], frame["icc"] = asked.cluster_size, asked.icc
    frame["std_error"] = asked.std_error()
    frame["smallest_rise"] = smallest_change(asked, power, alpha, 1)
    frame["smallest_fall"] = smallest_change(asked, power, alpha, -1)
    frame["smallest_margin"] = smallest_margin(asked, power, alpha)
    frame["family"], sizes = families_planned(estimates, rows, risks.family_size)
    frame = frame.assign(family_size=sizes, **_in_families(asked, sizes, risks))
    frame["margin"] = margins_of(frame, estimates.survey, margin)
    wanted = frame["margin"].to_numpy(float) / 100
    half = t_quantiles(asked.df, 1 - 2 * alpha) * asked.std_error()
    frame["margin_within"] = np.select(
        [np.isnan(wanted) | np.isnan(half), wanted < half, wanted < frame["smallest_margin"]],
        ["", NEVER, SELDOM],
        REACHABLE,
    )
    share = asked.n_last / size
    needed = np.full(len(rows), np.nan)
    if change is not None:
        both = [needed_for_change(asked, s * abs(change) / 100, power, alpha) for s in (1, -1)]
        needed = np.maximum(*both)
    with np.errstate(divide="ignore", invalid="ignore"):
        frame["needed_for_change"] = np.ceil(needed / share)
        frame["needed_for_margin"] = np.ceil(needed_for_margin(asked, wanted, power, alpha) / share)
    known = np.isfinite(asked.deff) & (asked.df > 0)
    frame["reason"] = np.where(known, "", "no_design_effect")
    return frame


def _in_families(asked: TwoWaves, sizes: FloatArray, risks: _Risks) -> dict[str, FloatArray]:
    """Return the smallest changes and margin of each row at the first step of its family."""
    power, alpha = risks.power, risks.alpha
    return {
        "rise_in_family": _by_size(sizes, lambda k: smallest_change(asked, power, alpha / k, 1)),
        "fall_in_family": _by_size(sizes, lambda k: smallest_change(asked, power, alpha / k, -1)),
        "margin_in_family": _by_size(sizes, lambda k: smallest_margin(asked, power, alpha / k)),
    }


def _by_size(sizes: FloatArray, smallest: Callable[[float], FloatArray]) -> FloatArray:
    values = np.full(len(sizes), np.nan)
    for size in np.unique(sizes[np.isfinite(sizes)]):
        own = sizes == size
        values[own] = smallest(float(size))[own]
    return values


@guarded
def expected_interviews(
    wave: Wave, by: str | Sequence[str], *, n: int | None = None, target: int | None = None
) -> Plan:
    """Say how many interviews each group will have in the next wave, and what to do about it.

    Parameters
    ----------
    wave
        The last wave: its unweighted shares of respondents are taken for the next.
    by
        Breakdowns of the definition, or columns.
    n
        Interviews of the next wave; None: as many.
    target
        Base that a boost should reach; None: the policy's small base (100).

    Returns
    -------
    Plan
        For each group: `expected` interviews; `chance_under`, the chance that they stay under the
        minimum base; `action`: ``collapse`` the group with another (under the minimum base is
        expected), ``boost`` it by `boost` interviews to the target, or ``keep``.

    Raises
    ------
    DefinitionError
        `n` or `target` is no number of interviews.

    Examples
    --------
    >>> interviews = padai.expected_interviews(wave, "region", n=2000)
    >>> len(interviews.frame)
    3
    """
    import pandas as pd

    rules = wave.survey.reliability if wave.survey else None
    minimum = rules.minimum_base if rules else MINIMUM_BASE
    wanted = target or (rules.small_base if rules else SMALL_BASE)
    count = len(wave) if n is None else n
    if count < 1 or wanted < 1:
        raise DefinitionError(Said("trends-interviews-are-counted-from-1-on"))
    cut = divisions(wave, by)
    frames = []
    for name, coded in zip(cut.names[1:], cut.codings[1:], strict=True):
        held = np.bincount(coded.codes[coded.codes >= 0], minlength=len(coded.labels))
        share = held / len(wave)
        expected = share * count
        action = np.where(expected < minimum, COLLAPSE, np.where(expected < wanted, BOOST, KEEP))
        frames.append(
            pd.DataFrame(
                {
                    "breakdown": name,
                    "group": list(coded.labels),
                    "n_last": held,
                    "share": share,
                    "expected": expected,
                    "chance_under": chance_under(minimum, count, share),
                    "action": action,
                    "boost": np.maximum(np.ceil(wanted - expected - 1e-9), 0).astype(np.int64),
                }
            )
        )
    if not frames:
        raise DefinitionError(Said("trends-name-a-breakdown-whose-groups-are"))
    asked = {"verb": "expected_interviews", "interviews": count, "target": wanted}
    return Plan(pd.concat(frames, ignore_index=True), wave.survey, asked)
