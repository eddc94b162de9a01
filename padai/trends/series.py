"""One question over the waves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from padai.errors import ComparisonError
from padai.estimation import mean, proportion
from padai.estimation.items import Waves
from padai.estimation.nets import Net
from padai.numerics.intervals import ProportionInterval
from padai.results import Estimates
from padai.trends.breaks import broken_series
from padai.waves.guards import guarded, lazily
from padai.words import Said


@guarded
@lazily()
def trend(
    waves: Waves,
    question: str,
    *,
    net: Net = None,
    by: str | Sequence[str] | None = None,
    ci: ProportionInterval = "logit",
    level: float = 0.95,
) -> Estimates:
    """Estimate a question in every wave of a stack.

    Parameters
    ----------
    waves
        From :func:`padai.stack`.
    question, net, by, ci, level
        As in :func:`padai.proportion`; ``net="mean"`` gives mean scores.

    Returns
    -------
    Estimates
        Ready for :func:`padai.difference`.

    Raises
    ------
    ComparisonError
        A single wave was given.

    Examples
    --------
    >>> both = padai.stack([w24, w25], overlap="respondent")
    >>> len(padai.trend(both, "trust", net="trust"))
    2
    """
    if len(waves.waves) < 2:
        raise ComparisonError(Said("trends-a-trend-needs-two-waves"))
    if net == "mean":
        estimates = mean(waves, question, by=by, level=level)
    else:
        estimates = proportion(waves, question, net=net, by=by, ci=ci, level=level)
    survey = estimates.survey
    return replace(estimates, _broken=broken_series(estimates.frame, survey, waves.waves[0].part))
