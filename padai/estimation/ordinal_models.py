"""Regression of an ordered response under a complex design."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np

from padai.errors import DefinitionError, EstimationError, nearest
from padai.estimation.analysis import (
    Analysis,
    Source,
    Where,
    codes_without_order,
    columns_of,
    domain_of,
    names_of,
)
from padai.estimation.formulas import (
    ModelFrame,
    mentioned,
    only_categories,
    read_formula,
    without_constant,
)
from padai.estimation.models import Fitted
from padai.numerics.designs import FloatArray
from padai.numerics.ordinal import LINKS, OrdinalFit, fit_ordinal
from padai.numerics.regression import check_rank
from padai.results import Model
from padai.waves.guards import guarded
from padai.words import Said

MOST_LEVELS = 100
"""Beyond, the response of an ordinal model is a measure."""


@guarded
def ordinal(
    wave: Source,
    formula: str,
    *,
    link: str = "logit",
    where: Where = None,
    level: float = 0.95,
) -> Model:
    """Fit a cumulative-link model of an ordered response with design-based standard errors.

    Parameters
    ----------
    wave
        A wave, or a stack of waves.
    formula
        As in `glm`; the response is a question or breakdown in its order, an ordered categorical,
        or a column of numbers. It has no constant: the cut points stand for it.
    link
        ``logit`` or ``probit``.
    where, level
        As in `glm`.

    Returns
    -------
    Model
        Coefficients, a positive one for answers higher on the scale, then the cut points, named
        ``lower|upper``; t on psus minus strata minus the number of coefficients.

    Raises
    ------
    EstimationError
        A category is empty in the rows used; the response is perfectly separated; no convergence;
        answers of no opinion that are in the base, which have no place in the order.

    References
    ----------
    McCullagh (1980), *JRSS B* 42, 109-142. R: ``survey::svyolr``.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.design import Design
    >>> from padai.waves.wave import Wave
    >>> frame = pd.DataFrame({"w": 1.0, "x": [0, 1, 2, 3] * 2, "y": [1, 1, 2, 3, 1, 2, 3, 2]})
    >>> ordinal(Wave(frame, Design(weight="w")), "y ~ x").names
    ('x', '1|2', '2|3')
    """
    if link not in LINKS:
        raise DefinitionError(
            Said(
                "estimation-link-is-not-known-use-one-of",
                link=link,
                links=", ".join(LINKS),
                hint=nearest(str(link), LINKS),
            )
        )
    domain = domain_of(wave, where)
    known = names_of(wave)
    data = columns_of(wave, mentioned(formula, known), only_categories(formula, known))
    whole = read_formula(formula, data, domain, known=known, ordered=True)
    frame = without_constant(whole)
    analysis = Analysis(wave.sample)
    member = frame.member
    weights = analysis.weights[member]
    check_rank(whole.X, weights, whole.names)
    levels = _levels(wave, formula, frame)
    y = frame.response.codes.astype(np.intp)

    def fit_with(w: FloatArray) -> OrdinalFit:
        used = w > 0
        return fit_ordinal(
            frame.X[used], y[used], w[used], len(levels), names=frame.names, link=link
        )

    def refit(w: FloatArray) -> FloatArray:
        again = fit_with(w[member])
        return np.concatenate([again.coef, again.cuts])

    fit = fit_with(weights)
    influence = np.zeros((len(data), fit.influence.shape[1]))
    influence[member] = fit.influence
    V = analysis.covariance(influence, member, refit)
    mean = float(analysis.weights[domain].mean())
    none = np.zeros(len(weights))
    kept = Fitted(analysis, frame, weights, influence, none, mean, refit, wave)
    asked = {"wave": wave.id, "formula": formula, "link": link}
    return _ordinal_model(kept, fit, V, levels=levels, link=link, level=level, asked=asked)


def _levels(wave: Source, formula: str, frame: ModelFrame) -> list[str]:
    """Return the levels of an ordered response, or refuse them.

    There are not too many, and answers of no opinion, which would be its highest, are none.
    """
    name = formula.split("~")[0].strip("` ")
    used = [str(v) for v in frame.response.categories]
    if len(used) > MOST_LEVELS:
        raise EstimationError(
            Said("estimation-an-ordinal-model-of-a-measure", count=len(used), most=MOST_LEVELS)
        )
    without = [code for code in codes_without_order(wave, name) if code in used]
    if without:
        ordered = ", ".join(repr(code) for code in used if code not in without)
        raise EstimationError(
            Said(
                "estimation-an-ordinal-model-has-no-place-for",
                name=name,
                codes=", ".join(without),
                where=f'where={{"{name}": [{ordered}]}}',
            ),
            where=f"ordinal, {wave.id}",
        )
    return used


def _ordinal_model(
    kept: Fitted,
    fit: OrdinalFit,
    V: FloatArray,
    *,
    levels: list[str],
    link: str,
    level: float,
    asked: dict[str, Any],
) -> Model:
    design_df = kept.analysis.df(kept.frame.member)
    return Model(
        formula=asked["formula"],
        family=f"ordinal {link}",
        names=(*kept.frame.names, *(f"{a}|{b}" for a, b in pairwise(levels))),
        coef=np.concatenate([fit.coef, fit.cuts]),
        covariance=V,
        df=design_df - fit.coef.size,
        n=int(kept.frame.member.sum()),
        level=level,
        provenance=asked,
        details={
            "design_df": design_df,
            "deviance": fit.deviance / kept.domain_mean,
            "naive_covariance": fit.bread * kept.domain_mean,
        },
        _source=kept,
    )
