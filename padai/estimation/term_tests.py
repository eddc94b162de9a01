"""Tests of the terms of a model."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from padai.errors import DefinitionError, EstimationError
from padai.estimation.formulas import find_terms
from padai.estimation.models import Fitted, fitted_of
from padai.numerics.association import refuse_certain, wald_test
from padai.numerics.quadratic_forms import saddlepoint_tail
from padai.numerics.regression import fit_glm
from padai.numerics.threads import pinned
from padai.results import Model, Test
from padai.waves.guards import guarded
from padai.words import Said


@guarded
@pinned
def term_test(
    model: Model,
    terms: str | Iterable[str],
    *,
    method: str = "wald",
    df: float | None = None,
) -> Test:
    """Test that the coefficients of one or several terms are all zero.

    Parameters
    ----------
    model
        From `glm` or `ordinal`, with its respondents.
    terms
        Names of terms, with or without ``C(...)``; an interaction as ``a:b``, in any order.
    method
        ``wald``: on the design-based covariance. ``lrt``: the working likelihood ratio, on a
        weighted sum of chi-squares; ``working_wald``: its Wald form. The last two need no inverse
        of a covariance that few psus leave uncertain.
    df
        Denominator degrees of freedom; the model's by default, ``numpy.inf`` for a chi-square.

    Returns
    -------
    Test

    Raises
    ------
    DefinitionError
        The model has no such term.
    EstimationError
        The model is detached, or has no degree of freedom left; a likelihood ratio of an ordinal
        model is asked for.

    References
    ----------
    Lumley and Scott (2014), *Australian & New Zealand Journal of Statistics* 56, 1-14.
    R: ``survey::regTermTest``.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.design import Design
    >>> from padai.estimation.models import glm
    >>> from padai.waves.wave import Wave
    >>> frame = pd.DataFrame({"y": [1.0, 2, 4, 3, 6, 5], "g": list("aabbcc")})
    >>> test = term_test(glm(Wave(frame, Design()), "y ~ g"), "g")
    >>> test.df, test.df_denominator
    (2, 3.0)
    """
    fitted = fitted_of(model)
    names, at = find_terms(fitted.frame, terms)
    ddf = model.df if df is None else df
    if ddf <= 0:
        raise EstimationError(Said("estimation-the-model-leaves-no-degree-of-freedom"))
    b, V = model.coef[at], model.covariance[np.ix_(at, at)]
    asked = {"terms": tuple(names), "formula": model.formula}
    k = len(at)
    refuse_certain(V)
    if method == "wald":
        unadjusted = wald_test(b, V, ddf, adjusted=False)
        if unadjusted.df < k or not np.isfinite(unadjusted.p_value):
            raise EstimationError(
                Said(
                    "estimation-the-design-has-too-few-psus-for-a-wald", names=", ".join(names), k=k
                )
            )
        f = unadjusted.statistic
        name, value = ("X-squared", f * k) if np.isinf(ddf) else ("F", f)
        p = unadjusted.p_value
        return Test("Wald test of terms", name, value, k, ddf, p, model.n, provenance=asked)
    naive = model.details["naive_covariance"][np.ix_(at, at)]
    lam = np.sort(np.linalg.eigvals(np.linalg.solve(naive, V)).real)[::-1]
    if method == "working_wald":
        value = float(b @ np.linalg.solve(naive, b))
        test_name = "working Wald test of terms"
    elif method == "lrt":
        value = _deviance_without(model, fitted, at) - float(model.details["deviance"])
        test_name = "working likelihood-ratio test of terms"
    else:
        raise DefinitionError(Said("estimation-method-is-not-known-use-one-of-wald", method=method))
    p = saddlepoint_tail(value, lam, ddf)
    deltas = tuple(lam.tolist())
    return Test(test_name, "X-squared", value, k, ddf, p, model.n, deltas=deltas, provenance=asked)


def _deviance_without(model: Model, fitted: Fitted, at: list[int]) -> float:
    if model.family.startswith("ordinal"):
        raise EstimationError(Said("estimation-a-likelihood-ratio-test-of-an-ordinal"))
    frame = fitted.frame
    kept = [j for j in range(len(frame.names)) if j not in at]
    if not kept:
        raise EstimationError(Said("estimation-a-likelihood-ratio-test-needs-a"))
    smaller = fit_glm(
        frame.X[:, kept],
        frame.response,
        fitted.weights,
        model.family,
        names=tuple(frame.names[j] for j in kept),
        offset=fitted.offset,
    )
    return smaller.deviance / fitted.domain_mean
