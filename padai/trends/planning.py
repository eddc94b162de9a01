"""What will the next wave be able to show, and whom must it interview?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from padai.errors import DefinitionError, EstimationError
from padai.estimation.tables import divisions
from padai.numerics.designs import FloatArray
from padai.numerics.intervals import t_quantiles
from padai.numerics.planning import (
    Comparison,
    chance_under,
    check_risks,
    needed_for_change,
    needed_for_margin,
    smallest_change,
    smallest_margin,
)
from padai.results import Estimates
from padai.survey import Survey
from padai.trends.differences import MINIMUM_BASE, is_share, margins_of
from padai.trends.pairs import KEY, pairs_of, source_of
from padai.waves import Wave
from padai.waves.guards import guarded

if TYPE_CHECKING:
    import pandas as pd

PLAN_COLUMNS = (
    *KEY, "wave", "interviews", "n_last", "n_next", "estimate", "deff", "correlation", "df",
    "std_error", "smallest_rise", "smallest_fall", "smallest_margin", "margin", "margin_within",
    "needed_for_change", "needed_for_margin", "reason",
)  # fmt: skip
REACHABLE, SELDOM, NEVER = "reachable", "seldom", "never"
KEEP, BOOST, COLLAPSE = "keep", "boost", "collapse"
SMALL_BASE = 100


@dataclass(frozen=True, eq=False)
class Plan:
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

    @property
    def frame(self) -> pd.DataFrame:
        """The tidy frame; changing it changes nothing here."""
        return self._frame.copy(deep=False)

    def __len__(self) -> int:
        return len(self._frame)

    def _repr_html_(self) -> str:
        return str(self._frame.to_html(max_rows=24, notebook=True))


@guarded
def plan(
    estimates: Estimates,
    *,
    n: int | Sequence[int] | None = None,
    power: float = 0.8,
    alpha: float = 0.05,
    family_size: int = 1,
    change: float | None = None,
    margin: float | None = None,
    deff: float | None = None,
    correlation: float | None = None,
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
    alpha
        Risk of the family of tests, two-sided; of the equivalence test, one-sided.
    family_size
        Comparisons adjusted together: each is planned at ``alpha / family_size``, the worst case
        of Holm's rule.
    change, margin
        A change to be shown, and a margin for "stable", in points. None: the declared margin.
    deff, correlation
        Design effect of both waves, and correlation of their estimates. None: the last wave's own
        deff, and the correlation of the last two waves where they share respondents (else 0).

    Returns
    -------
    Plan
        Changes and standard errors are in the unit of shares, `margin` in points; `n_last`,
        `n_next` are bases; `needed_for_change` and `needed_for_margin` are interviews of the whole
        wave (missing: no number is enough). `margin_within` says whether the margin is
        ``reachable`` with this power, ``seldom`` shown, or ``never`` (under the half-width of the
        90% interval).

    Raises
    ------
    DefinitionError
        Alpha, power, n or the correlation make no plan.
    EstimationError
        The estimates are detached, or hold no share.

    Examples
    --------
    >>> padai.plan(trend, n=[1000, 2000, 3000], change=5).frame  # doctest: +SKIP
    """
    import pandas as pd

    check_risks(alpha, power)
    if family_size < 1 or (correlation is not None and not -1 < correlation < 1):
        raise DefinitionError("A family has one comparison or more; a correlation is within ±1.")
    waves = source_of(estimates).waves.waves
    size = len(waves[-1])
    sizes = [size] if n is None else [n] if isinstance(n, int) else [int(k) for k in n]
    if not sizes or min(sizes) < 2:
        raise DefinitionError("Name how many interviews the next wave has: 2 or more.")
    rows = _last_shares(estimates)
    start = _comparison(estimates, rows, deff, correlation)
    frames = [
        _planned(estimates, rows, start, count, size, power, alpha / family_size, change, margin)
        for count in sizes
    ]
    asked = {"verb": "plan", "power": power, "alpha": alpha, "family_size": family_size}
    frame = pd.concat(frames, ignore_index=True)[list(PLAN_COLUMNS)]
    return Plan(frame, estimates.survey, {**asked, "change": change, "wave_size": size})


def _last_shares(estimates: Estimates) -> NDArray[np.intp]:
    frame = estimates.frame
    last = frame["wave"] == frame["wave"].cat.categories[-1]
    rows = np.flatnonzero(last.to_numpy(bool) & is_share(frame, estimates.survey))
    if not len(rows):
        raise EstimationError(
            "These estimates hold no share in their last wave, and a plan is of shares. Estimate a "
            "net: padai.trend(waves, question, net=...).",
            "Ces estimations n’ont aucune part dans leur dernière vague, et une planification "
            "porte sur des parts. Estimez un regroupement (net).",
        )
    return rows.astype(np.intp)


def _comparison(
    estimates: Estimates, rows: NDArray[np.intp], deff: float | None, correlation: float | None
) -> Comparison:
    """Return the last wave compared with another like it."""
    frame = estimates.frame.iloc[rows]
    base = frame["n_base"].to_numpy(float)
    shared = _correlations(estimates, rows) if correlation is None else correlation
    shared = np.broadcast_to(np.asarray(shared, dtype=float), base.shape)
    df = frame["df"].to_numpy(float)
    apart = source_of(estimates).waves.overlap == "none"
    found = frame["deff"].to_numpy(float)
    return Comparison(
        frame["estimate"].to_numpy(float),
        found if deff is None else np.full(len(rows), float(deff)),
        base,
        base,
        shared,
        2 * df if apart else df,
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
        found = (sides[0] ** 2 + sides[1] ** 2 - variance) / (2 * sides[0] * sides[1])
    place = {int(row): k for k, row in enumerate(rows)}
    for row, value in zip(pairs.later, found, strict=True):
        if int(row) in place and np.isfinite(value):
            out[place[int(row)]] = min(max(value, -0.999), 0.999)
    return out


def _planned(
    estimates: Estimates,
    rows: NDArray[np.intp],
    start: Comparison,
    count: int,
    size: int,
    power: float,
    alpha: float,
    change: float | None,
    margin: float | None,
) -> pd.DataFrame:
    source = estimates.frame.iloc[rows].reset_index(drop=True)
    asked = replace(start, n_next=start.n_last * count / size)
    frame = source[[*KEY, "wave"]].copy()
    frame["interviews"] = count
    frame["n_last"], frame["n_next"] = source["n_base"].to_numpy(), np.round(asked.n_next)
    frame["estimate"], frame["deff"] = asked.share, asked.deff
    frame["correlation"], frame["df"] = asked.correlation, asked.df
    frame["std_error"] = asked.std_error()
    frame["smallest_rise"] = smallest_change(asked, power, alpha, 1)
    frame["smallest_fall"] = smallest_change(asked, power, alpha, -1)
    frame["smallest_margin"] = smallest_margin(asked, power, alpha)
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
    >>> padai.expected_interviews(wave, "region", n=2000).frame  # doctest: +SKIP
    """
    import pandas as pd

    rules = wave.survey.reliability if wave.survey else None
    minimum = rules.minimum_base if rules else MINIMUM_BASE
    wanted = target or (rules.small_base if rules else SMALL_BASE)
    count = len(wave) if n is None else n
    if count < 1 or wanted < 1:
        raise DefinitionError("Interviews are counted from 1 on.")
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
        raise DefinitionError("Name a breakdown whose groups are counted: by='region'.")
    asked = {"verb": "expected_interviews", "interviews": count, "target": wanted}
    return Plan(pd.concat(frames, ignore_index=True), wave.survey, asked)
