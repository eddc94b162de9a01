"""One response of a question as a score by row, and variances over the waves of a stack."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from padai.errors import ComparisonError, EstimationError
from padai.estimation.analysis import numbers_of
from padai.estimation.items import Waves, score_item, share_item
from padai.estimation.nets import Net
from padai.estimation.sources import rows_of
from padai.numerics.degrees import degrees_of_freedom
from padai.numerics.designs import BoolArray, FloatArray
from padai.numerics.variance import linearised_covariance, replicate_covariance
from padai.trends.breaks import breaks_between, forbidden
from padai.words import Said


@dataclass(frozen=True, eq=False)
class Scored:
    """A response by row.

    Attributes
    ----------
    name : str
        The net, the code, or ``mean``.
    y : ndarray, shape (n,)
        1 or 0 of a share, -1 to 1 of a balance, else the score; 0 outside the base.
    member : ndarray of bool, shape (n,)
        Who answers.
    kind : {"share", "balance", "score"}
    """

    name: str
    y: FloatArray
    member: BoolArray
    kind: str


def scored(waves: Waves, question: str, net: Net = None) -> Scored:
    """Return one response of a question by row.

    Parameters
    ----------
    net
        As in :func:`padai.proportion`, one response; ``mean``: the scores or numbers. None: the
        question's headline net, else its only net.

    Raises
    ------
    EstimationError
        None was named and there is no headline net; or several were.
    """
    if net == "mean":
        item = score_item(waves, question)
        if item is None:
            values = numbers_of(waves, question)
            known = np.isfinite(values)
            return Scored("mean", np.where(known, values, 0.0), known, "score")
    else:
        item = share_item(waves, question, _chosen(waves, question) if net is None else net)
    if len(item.responses) != 1:
        raise EstimationError(
            Said(
                "trends-name-one-net-or-code-fit",
                question=question,
                count_responses=len(item.responses),
            ),
        )
    response = item.responses[0]
    codes = item.fields[response.field].codes
    table = np.array([*response.scores, 0.0])
    base = np.array([*response.base, False])
    member = base[codes]
    return Scored(response.name, np.where(member, table[codes], 0.0), member, response.kind)


def _chosen(waves: Waves, name: str) -> str:
    question = waves.question(name)
    if question is not None and question.headline_net:
        return question.headline_net
    nets = [net.id for net in question.all_nets] if question is not None else []
    if len(nets) != 1:
        raise EstimationError(
            Said("trends-has-no-headline-net-name-the-net-or-code", name=name),
        )
    return nets[0]


def wave_index(waves: Waves, wave: str) -> int:
    """Return the place of a wave among those of a stack."""
    if str(wave) not in waves.wave_ids:
        raise ComparisonError(
            Said(
                "trends-wave-is-not-in-the-stack-it-holds",
                wave=wave,
                wave_ids=", ".join(waves.wave_ids),
            )
        )
    return waves.wave_ids.index(str(wave))


def refuse_breaks(
    waves: Waves, question: str, breakdown: str, groups: tuple[str, ...], later: str, earlier: str
) -> None:
    """Stop where a break forbids to compare a question's total, or its groups, in two waves.

    Raises
    ------
    ComparisonError
        Naming the breaks.
    """
    import pandas as pd

    survey = waves.survey
    if survey is None or later not in survey.waves or earlier not in survey.waves:
        return
    divided = (breakdown,) * len(groups)
    rows = pd.DataFrame(
        {"question": question, "breakdown": ["total", *divided], "group": ["total", *groups]}
    )
    hit, ids = forbidden(rows, breaks_between(survey, later, earlier), waves.waves[0].part)
    if hit.any():
        named = ", ".join(sorted({i for text in ids[hit] for i in str(text).split()}))
        raise ComparisonError(
            Said(
                "trends-by-is-not-compared-between-waves-and-the",
                survey_id=survey.id,
                question=question,
                breakdown=breakdown,
                earlier=earlier,
                later=later,
                named=named,
            )
        )


def covariance_of(
    waves: Waves,
    u: FloatArray,
    member: BoolArray,
    statistic: Callable[[FloatArray], FloatArray],
) -> FloatArray:
    """Return the covariance of statistics of several waves, shape (k, k).

    Parameters
    ----------
    u : ndarray, shape (n, k)
        Linearised variables over the rows of all waves.
    member : ndarray of bool, shape (n,)
        Who takes part.
    statistic : callable
        The statistics, shape (R, k), of weights of shape (n, R); used with replicate weights.
    """
    sample = waves.sample
    if sample.replicates is not None:
        full = statistic(sample.weights[:, None])[0]
        replicated = statistic(sample.replicates.analysis(sample.weights))
        return replicate_covariance(replicated, sample.replicates, full)
    if waves.overlap != "none" or len(waves.waves) == 1:
        return linearised_covariance(u, sample, member)
    total = np.zeros((u.shape[1], u.shape[1]))
    for index in range(len(waves.waves)):
        rows = rows_of(waves, index)
        if member[rows].any():
            total += linearised_covariance(u[rows], waves.sample_of(index), member[rows])
    return total


def degrees_of(waves: Waves, member: BoolArray) -> float:
    """Return units minus strata of the members, over all waves."""
    return float(degrees_of_freedom(waves.sample, member))
