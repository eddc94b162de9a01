"""Regression models under a complex design."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from padai.errors import DefinitionError, EstimationError, nearest
from padai.estimation.analysis import (
    Analysis,
    Source,
    Where,
    domain_of,
    names_of,
    numbers_of,
)
from padai.estimation.formulas import ModelFrame, read_formula
from padai.estimation.model_data import model_data
from padai.numerics.bell_mccaffrey import leverage_of
from padai.numerics.designs import BoolArray, FloatArray
from padai.numerics.regression import FAMILIES, Fit, fit_glm
from padai.numerics.threads import pinned
from padai.results import Model
from padai.waves.guards import guarded
from padai.words import Said

STD_ERRORS = ("linearised", "bell-mccaffrey")


@dataclass(frozen=True, eq=False)
class Fitted:
    """What a model keeps of the respondents, for predictions and further tests.

    Attributes
    ----------
    analysis : Analysis
    frame : ModelFrame
        Its rows are those of ``frame.member``.
    weights : ndarray, shape (m,)
        Weights of those rows.
    influence : ndarray, shape (n, k)
        Linearised variables of the coefficients over all rows, 0 outside the model.
    offset : ndarray, shape (m,)
    domain_mean : float
        Mean weight of the domain, by which weights are divided in deviances.
    refit : callable
        Coefficients, shape (k,), from weights of all rows, shape (n,).
    source : Wave or Stack
    """

    analysis: Analysis
    frame: ModelFrame
    weights: FloatArray
    influence: FloatArray
    offset: FloatArray
    domain_mean: float
    refit: Callable[[FloatArray], FloatArray]
    source: Source


@guarded
def glm(
    wave: Source,
    formula: str,
    *,
    family: str = "gaussian",
    net: str | Sequence[Any] | None = None,
    offset: str | None = None,
    where: Where = None,
    level: float = 0.95,
    std_errors: str = "linearised",
) -> Model:
    """Fit a generalised linear model with design-based standard errors.

    Parameters
    ----------
    wave
        A wave, or a stack of waves (whose ids are the variable ``wave``).
    formula
        ``response ~ terms``, as formulaic reads it: ``C(wave) * degree``, ``log(age)``. Names that
        are not Python's stand in backticks. Questions and breakdowns are categories, ratings and
        numbers are numbers; codes out of the base are missing.
    family
        ``gaussian`` (identity link), ``binomial`` (logit), ``poisson`` (log; quasi-Poisson, as the
        covariance is design-based).
    net
        What counts as yes in the response: a net that its question declares, or a list of codes.
    offset
        A column of numbers added to the linear predictor.
    where
        Rows that take part: codes wanted of columns, or a mask. The design stays whole.
    level
        Confidence level of the intervals.
    std_errors
        ``linearised``, or ``bell-mccaffrey`` where psus are few or unlike one another: each psu's
        residuals are freed of its own pull on the fit, and each coefficient has degrees of freedom
        of its own (Satterthwaite's, at most psus minus strata), of which the model's are the least.
        A mean or a share has them by its intercept alone: ``trust ~ 1``. The design's variance
        keeps its P / (P - 1) for P psus, as R's does: a little too wide for psus of one size.

    Returns
    -------
    Model
        With t on psus minus strata of the rows used, plus one, minus the number of coefficients.
        Its `details` hold the design's df, the deviances and dispersion (weights of mean one over
        the domain), and the covariance as if rows were independent.

    Raises
    ------
    DefinitionError
        The formula names what is not there.
    EstimationError
        The response has one value or too many categories; the model matrix is singular; the
        response is perfectly separated; the iteration does not converge. Of ``bell-mccaffrey``:
        the design has replicate weights, or a psu determines a coefficient alone.
    MissingExtraError
        formulaic is not installed.

    References
    ----------
    Binder (1983), *International Statistical Review* 51, 279-292. Bell and McCaffrey (2002),
    *Survey Methodology* 28, 169-181. R: ``survey::svyglm``, of which 4.5 has
    ``std.errors = "Bell-McCaffrey"``.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.design import Design
    >>> from padai.waves.wave import Wave
    >>> frame = pd.DataFrame({"w": 1.0, "x": [0.0, 1, 2, 3], "y": [1.0, 3, 4, 6]})
    >>> glm(Wave(frame, Design(weight="w")), "y ~ x").coef.round(10).tolist()
    [1.1, 1.6]
    """
    _check_family(family)
    _check_std_errors(wave, std_errors)
    domain = domain_of(wave, where)
    data = model_data(wave, formula, domain, family, net)
    shift = np.zeros(len(data)) if offset is None else numbers_of(wave, offset)
    frame = read_formula(formula, data, domain & ~np.isnan(shift), known=names_of(wave))
    analysis = Analysis(wave.sample)
    member = frame.member
    weights, shift = analysis.weights[member], shift[member]

    def fit_with(w: FloatArray, used: BoolArray | slice = slice(None)) -> Fit:
        return fit_glm(
            frame.X[used],
            frame.response[used],
            w[used],
            family,
            names=frame.names,
            offset=None if offset is None else shift[used],
        )

    def refit(w: FloatArray) -> FloatArray:
        return fit_with(w[member], w[member] > 0).coef

    fit = fit_with(weights)
    influence = np.zeros((len(data), frame.X.shape[1]))
    influence[member], degrees = (
        (fit.influence, None)
        if std_errors == "linearised"
        else _bell_mccaffrey(analysis, frame, fit)
    )
    V = analysis.covariance(influence, member, refit)
    mean = float(analysis.weights[domain].mean())
    kept = Fitted(analysis, frame, weights, influence, shift, mean, refit, wave)
    asked = {"formula": formula, "family": family, "net": net, "offset": offset}
    asked = {"wave": wave.id, **asked, "std_errors": std_errors}
    model = _model(kept, fit, V, level, asked)
    return model if degrees is None else _with_own_degrees(model, degrees)


def _with_own_degrees(model: Model, degrees: FloatArray) -> Model:
    """Give each coefficient its own degrees of freedom, and the model the least of them."""
    each = np.minimum(degrees, model.details["design_df"])
    details = {**model.details, "satterthwaite_df": degrees}
    return replace(model, df=float(each.min()), df_terms=each, details=details)


def _model(
    kept: Fitted,
    fit: Fit,
    V: FloatArray,
    level: float,
    asked: dict[str, Any],
) -> Model:
    member, mean = kept.frame.member, kept.domain_mean
    design_df, n = kept.analysis.df(member), int(member.sum())
    centre = float(np.average(fit.pearson, weights=kept.weights))
    spread = float(np.average((fit.pearson - centre) ** 2, weights=kept.weights))
    return Model(
        formula=asked["formula"],
        family=asked["family"],
        names=kept.frame.names,
        coef=fit.coef,
        covariance=V,
        df=design_df + 1 - fit.coef.size,
        n=n,
        level=level,
        provenance=asked,
        details={
            "design_df": design_df,
            "deviance": fit.deviance / mean,
            "null_deviance": fit.null_deviance / mean,
            "dispersion": spread * n / (n - 1),
            "naive_covariance": fit.bread * mean,
        },
        _source=kept,
    )


def _check_family(family: str) -> None:
    if family not in FAMILIES:
        raise DefinitionError(
            Said(
                "padai-not-known-use-one-of",
                what="family",
                given=family,
                known=", ".join(FAMILIES),
                hint=nearest(str(family), FAMILIES),
            )
        )


def _check_std_errors(wave: Source, std_errors: str) -> None:
    if std_errors not in STD_ERRORS:
        raise DefinitionError(
            Said(
                "estimation-std-errors-is-not-known-use-one-of",
                std_errors=std_errors,
                std_errors_2=", ".join(STD_ERRORS),
            ),
        )
    if std_errors == "bell-mccaffrey" and wave.sample.replicates is not None:
        raise EstimationError(
            Said("estimation-std-errors-bell-mccaffrey-frees-the", led=_led(wave)),
        )
    if std_errors == "bell-mccaffrey" and wave.sample.forms:
        raise EstimationError(
            Said("estimation-std-errors-bell-mccaffrey-is-made-for", led=_led(wave)),
        )


def _led(wave: Source) -> str:
    return f"{wave.id}: " if wave.id else ""


@pinned
def _bell_mccaffrey(
    analysis: Analysis, frame: ModelFrame, fit: Fit
) -> tuple[FloatArray, FloatArray]:
    """Return the linearised variables of the rows, and degrees of freedom of the coefficients."""
    leverage = leverage_of(frame.X, analysis.sample.first.psu[frame.member])
    freed = leverage.freed(fit.working_residual) * fit.working_weight
    influence: FloatArray = (frame.X * freed[:, None]) @ fit.bread
    return influence, leverage.degrees()


def fitted_of(model: Model) -> Fitted:
    """Return what a model keeps of its respondents.

    Raises
    ------
    EstimationError
        The model is detached from them.
    """
    if not isinstance(model._source, Fitted):
        raise EstimationError(Said("estimation-this-model-is-detached-from-its"))
    return model._source
