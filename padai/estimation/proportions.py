"""Proportions of responses: one question, several, or the whole banner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from padai.estimation.analysis import Where, domain_of
from padai.estimation.items import Questions, Tabulated, Waves, asked_of, share_item
from padai.estimation.nets import Net
from padai.estimation.pushed import banner_of_sums
from padai.estimation.tables import By, check_interval, divisions, tabulate_items
from padai.numerics.intervals import ProportionInterval
from padai.results import Estimates
from padai.waves.coding import CodedColumn
from padai.waves.guards import guarded, lazily


@guarded
@lazily()
def proportion(
    wave: Waves,
    questions: Questions,
    *,
    by: By = None,
    net: Net = None,
    where: Where = None,
    ci: ProportionInterval = "logit",
    level: float = 0.95,
) -> Estimates:
    """Estimate the share of each response among those who answered.

    A view of :func:`banner`: the same sums, the same numbers.

    Parameters
    ----------
    wave
        A wave, or a stack of them (each a domain).
    questions
        A question or column, several, or a mapping of names of multiple-response sets to their
        columns of 0 and 1 (for data without a definition).
    by
        Breakdowns or columns, each apart; ``"a*b"`` crosses two.
    net
        None: every response, then every declared net. A net's (or code's) name; or a mapping of
        names to codes, or to ``{"codes": [...], "minus": [...]}`` for a balance.
    where
        Rows that take part: codes wanted of columns, or a mask. The design stays whole.
    ci
        Interval of shares: ``logit``, ``beta`` (Korn-Graubard), ``wilson``, ``likelihood`` (Rao and
        Scott), ``asin`` or ``mean``.
        Clopper-Pearson at 0 and 1. Balances have t intervals.
    level
        Confidence level.

    Returns
    -------
    Estimates
        Shares from 0 to 1; balances from -1 to 1.

    Raises
    ------
    DefinitionError, EstimationError
        A question, net, breakdown or code is not there.
    DesignError
        A stratum has a single psu under ``lonely_psu="fail"``.

    References
    ----------
    R: ``survey::svymean``, ``svyby``, ``svyciprop``.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.design import Design
    >>> from padai.waves import Wave
    >>> data = pd.DataFrame({"w": [1, 1, 2.0], "q": ["yes", "no", "yes"]})
    >>> est = proportion(Wave(data, Design(weight="w")), "q")
    >>> est.frame["estimate"].tolist()
    [0.25, 0.75]
    """
    return banner(wave, questions, by=by, net=net, where=where, ci=ci, level=level)


@guarded
@lazily(banner_of_sums)
def banner(
    wave: Waves,
    questions: Questions | None = None,
    *,
    by: By = None,
    net: Net = None,
    where: Where = None,
    ci: ProportionInterval = "logit",
    level: float = 0.95,
) -> Estimates:
    """Estimate every response of every question in every group, in one pass.

    Parameters
    ----------
    wave, by, net, where, ci, level
        As in :func:`proportion`. `by` None: every breakdown of the definition.
    questions
        None: every single, multiple and rating question of the definition that a wave has.

    Returns
    -------
    Estimates
        Rows by wave, question, breakdown (the total first), group and response.

    Examples
    --------
    >>> shares = padai.banner(wave, by=["sex", "region*sex"])
    >>> len(shares.frame)
    162
    """
    check_interval(ci, level)
    if questions is None and by is None and wave.survey is not None:
        by = [breakdown.id for breakdown in wave.survey.breakdowns]
    cut = divisions(wave, by)
    items = [share_item(wave, name, net, options) for name, options in asked_of(wave, questions)]
    items = restricted(items, wave, where)
    asked = {
        "verb": "proportion",
        "ci": ci,
        "level": level,
        "by": list(cut.names[1:]),
        "overlap": wave.overlap,
    }
    return tabulate_items(wave, items, cut, ci=ci, level=level, provenance=asked)


def restricted(items: Sequence[Tabulated], wave: Waves, where: Where) -> list[Tabulated]:
    """Take the rows that do not take part out of every item's base."""
    if where is None:
        return list(items)
    inside = domain_of(wave, where)
    return [
        replace(
            item,
            fields=tuple(
                CodedColumn(np.where(inside, field.codes, -1), field.labels)
                for field in item.fields
            ),
        )
        for item in items
    ]
