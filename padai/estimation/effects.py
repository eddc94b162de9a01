"""Average marginal effects of a fitted model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from padai.errors import DefinitionError, EstimationError
from padai.estimation.formulas import ModelFrame, categories, matrix_for
from padai.estimation.models import Fitted, fitted_of
from padai.estimation.predictions import (
    Effect,
    averages,
    groups_of,
    is_ordinal,
    matrix_with,
    wanted_variables,
)
from padai.numerics.margins import changed, sloped
from padai.results import Effects, Model
from padai.waves.guards import guarded
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

FloatArray = NDArray[np.float64]


@guarded
def marginal_effects(
    model: Model,
    variables: str | Sequence[str] | None = None,
    *,
    by: str | None = None,
    covariates: str = "sampled",
    level: float | None = None,
) -> Effects:
    """Average marginal effects on the response, with design-based standard errors.

    Parameters
    ----------
    model
        From `glm`, with its respondents.
    variables
        Variables of the model; all by default. A categorical one is compared, category by
        category, with its first; a numeric one gives the average derivative.
    by
        A variable: effects among those who are in each of its codes.
    covariates
        ``sampled``: the standard error counts that the averages are over a sample; ``fixed``: it
        takes the respondents' covariates as given.
    level
        Confidence level; None: the model's.

    Returns
    -------
    Effects
        With `frame`: ``variable``, ``contrast`` (``b - a`` or ``slope``), `by`, ``estimate``
        (in the units of the response), ``std_error``, ``conf_low``, ``conf_high``, ``df``,
        ``statistic``, ``p_value``.

    Raises
    ------
    DefinitionError
        The model has no such variable.
    EstimationError
        The model is detached or ordinal.

    References
    ----------
    Korn and Graubard (1999), *Analysis of Health Surveys*, 3.7. Stata: ``margins, dydx(*)`` after
    ``svy``, with ``vce(unconditional)``.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.design import Design
    >>> from padai.estimation.models import glm
    >>> from padai.waves.wave import Wave
    >>> frame = pd.DataFrame({"yes": [1, 0, 0, 0, 1, 1, 1, 0], "g": list("aaaabbbb")})
    >>> model = glm(Wave(frame, Design()), "yes ~ g", family="binomial")
    >>> marginal_effects(model)[["contrast", "estimate"]].round(6).values.tolist()
    [['b - a', 0.5]]
    """
    from scipy import special

    if covariates not in ("sampled", "fixed"):
        raise DefinitionError(
            Said("estimation-covariates-is-not-known-use-sampled-or", covariates=covariates)
        )
    fitted = fitted_of(model)
    if is_ordinal(model):
        raise EstimationError(Said("estimation-marginal-effects-are-those-of-glm-models"))
    level = model.level if level is None else level
    names = wanted_variables(fitted.frame, variables)
    if not names:
        raise DefinitionError(Said("estimation-name-one-variable"))
    rows = [row for name in names for row in _effects_of(model, fitted, name)]
    everybody = np.ones(len(fitted.weights), dtype=bool)
    groups = [("total", everybody)] if by is None else groups_of(fitted, by)
    effects = [effect for _, _, effect in rows for _ in groups]
    masks = [mask for _ in rows for _, mask in groups]
    table = averages(model, fitted, effects, masks, sampled=covariates == "sampled", level=level)
    t = table["estimate"] / table["std_error"]
    p = 2 * special.stdtr(model.df, -np.abs(t)) if model.df > 0 else np.nan
    table = table.assign(statistic=t, p_value=p)
    if by is not None:
        table.insert(0, by, [label for _ in rows for label, _ in groups])
    table.insert(0, "contrast", [response for _, response, _ in rows for _ in groups])
    table.insert(0, "variable", [name for name, _, _ in rows for _ in groups])
    return Effects(table, {"verb": "marginal_effects", "formula": model.formula, "level": level})


def _effects_of(model: Model, fitted: Fitted, name: str) -> list[tuple[str, str, Effect]]:
    """Contrasts of a variable: what each is, and its row effects from coefficients."""
    frame, offset, family = fitted.frame, fitted.offset, model.family
    values = categories(frame, name)
    if values is None:
        X, dX = frame.X, _slope_matrix(frame, name)
        return [(name, "slope", lambda coef: sloped(X, dX, coef, offset, family))]
    first = matrix_with(fitted, name, values[0])

    def against(other: FloatArray) -> Effect:
        return lambda coef: changed(first, other, coef, offset, family)

    return [
        (name, f"{value} - {values[0]}", against(matrix_with(fitted, name, value)))
        for value in values[1:]
    ]


def _slope_matrix(frame: ModelFrame, name: str) -> FloatArray:
    """Derivative of the model matrix in a numeric variable, by central differences."""
    rows = frame.data.loc[frame.member]
    x = rows[name].to_numpy(dtype=float)
    step = 1e-5 * max(float(np.std(x)), 1e-3 * float(np.max(np.abs(x), initial=0.0)), 1e-8)
    up, down = x + step, x - step
    try:
        high = matrix_for(frame, rows.assign(**{name: up}))
        low = matrix_for(frame, rows.assign(**{name: down}))
    except DefinitionError:
        return _slopes_inside(frame, rows, name, step)
    return (high - low) / (up - down)[:, None]


def _slopes_inside(frame: ModelFrame, rows: pd.DataFrame, name: str, step: float) -> FloatArray:
    """Derivative where a spline ends at the smallest and largest value: there, three points inside.

    ``(-3 f(x) + 4 f(x + h) - f(x + 2 h)) / 2 h``, as exact as central differences.
    """
    x = rows[name].to_numpy(dtype=float)
    inward = np.where(x - step < x.min(), 1.0, np.where(x + step > x.max(), -1.0, 0.0))
    first = np.where(inward == 0, x + step, x + inward * step)
    second = np.where(inward == 0, x - step, x + 2 * inward * step)
    near = matrix_for(frame, rows.assign(**{name: first}))
    far = matrix_for(frame, rows.assign(**{name: second}))
    edge = inward[:, None]
    slopes = np.where(edge == 0, near - far, edge * (4 * near - 3 * frame.X - far))
    return np.asarray(slopes / (2 * step))
