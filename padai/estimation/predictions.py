"""Predictions of a fitted model, for given values or on average in groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from padai.errors import DefinitionError, EstimationError
from padai.estimation.analysis import codes_of
from padai.estimation.formulas import (
    ModelFrame,
    categories,
    combinations_of,
    matrix_for,
    variables_of,
)
from padai.estimation.models import Fitted, fitted_of
from padai.numerics.margins import RowEffects, average, category_share, predicted
from padai.numerics.regression import link_mean
from padai.numerics.threads import pinned
from padai.numerics.variance import linearised_variance
from padai.results import Effects, Model
from padai.waves.guards import guarded
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]
#: Predictions whose errors are worked out together: of more, their influences would fill memory.
_AT_ONCE = 64
#: Row effects from the coefficients.
Effect = Callable[[FloatArray], RowEffects]


@guarded
def predict(
    model: Model,
    at: Mapping[str, Any] | pd.DataFrame | None = None,
    *,
    by: str | None = None,
    adjusted: bool = False,
    scale: str = "response",
    level: float | None = None,
) -> Effects:
    """Predict for given values, or on average in groups, with design-based standard errors.

    Parameters
    ----------
    model
        From `glm` or `ordinal`, with its respondents.
    at
        Values of every variable of the model: a data frame, or a mapping to a value or a list
        (every combination is predicted).
    by
        A variable: the average prediction among those who are in each of its codes. With
        `adjusted`, the average over everybody as if in that code, all else as it is (the
        predictive margin); `by` is then a categorical variable of the model.
    adjusted
        See `by`.
    scale
        ``response`` or, with `at` and a `glm` model, ``link``.
    level
        Confidence level; None: the model's.

    Returns
    -------
    Effects
        With `frame`: the values of `at`, or `by`; the ``response`` category, of an ordinal model;
        then ``estimate``, ``std_error``, ``conf_low``, ``conf_high``, ``df``. Intervals of `at`
        are made on the link scale (the logit, of an ordinal model's shares); averages have
        symmetric ones.

    Raises
    ------
    DefinitionError
        A variable is missing or has an unknown category.
    EstimationError
        The model is detached, or has an offset and rows are asked for.

    References
    ----------
    R: ``predict`` of ``survey::svyglm``; ``svypredmeans``, which leaves out the covariance of the
    coefficients with the average. Korn and Graubard (1999), *Analysis of Health Surveys*, 3.7.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.design import Design
    >>> from padai.estimation.models import glm
    >>> from padai.waves.wave import Wave
    >>> frame = pd.DataFrame({"y": [1.0, 2, 4, 3, 6, 5], "g": list("aabbcc")})
    >>> model = glm(Wave(frame, Design()), "y ~ g")
    >>> predict(model, {"g": ["a", "c"]})["estimate"].round(10).tolist()
    [1.5, 5.5]
    """
    fitted = fitted_of(model)
    level = model.level if level is None else level
    asked = {"verb": "predict", "formula": model.formula, "scale": scale, "level": level}
    if (at is None) == (by is None):
        raise DefinitionError(Said("estimation-predict-needs-at-or-by"))
    if at is not None:
        return Effects(_predict_rows(model, fitted, combinations_of(at), scale, level), asked)
    if scale != "response":
        raise DefinitionError(Said("estimation-averages-over-groups-are-on-the-response"))
    name = str(by)
    groups = _margins(fitted, name) if adjusted else _members(fitted, name)
    responses = _responses(model)
    cells = [
        (label, response, mask, _effect(fitted, X, effect))
        for label, X, mask in groups
        for response, effect in responses
    ]
    effects, masks = [cell[3] for cell in cells], [cell[2] for cell in cells]
    table = averages(model, fitted, effects, masks, sampled=True, level=level)
    if is_ordinal(model):
        table.insert(0, "response", [cell[1] for cell in cells])
    table.insert(0, name, [cell[0] for cell in cells])
    return Effects(table, asked)


def is_ordinal(model: Model) -> bool:
    """Whether a model comes from `ordinal`."""
    return model.family.startswith("ordinal")


@dataclass(frozen=True)
class _Response:
    """What is predicted from a model matrix: the mean, or the share of a category."""

    family: str
    category: int = -1
    slopes: int = 0

    def __call__(self, X: FloatArray, coef: FloatArray, offset: FloatArray) -> RowEffects:
        if self.category < 0:
            return predicted(X, coef, offset, self.family)
        b, cuts = coef[: self.slopes], coef[self.slopes :]
        return category_share(X, b, cuts, self.category, self.family.split()[1])


def _responses(model: Model) -> list[tuple[str, _Response]]:
    if not is_ordinal(model):
        return [("mean", _Response(model.family))]
    frame = fitted_of(model).frame
    levels = [str(level) for level in frame.response.categories]
    return [(level, _Response(model.family, j, len(frame.names))) for j, level in enumerate(levels)]


def _effect(fitted: Fitted, X: FloatArray, response: _Response) -> Effect:
    return lambda coef: response(X, coef, fitted.offset)


@pinned
def _predict_rows(
    model: Model, fitted: Fitted, rows: pd.DataFrame, scale: str, level: float
) -> pd.DataFrame:
    if scale not in ("response", "link") or (scale == "link" and is_ordinal(model)):
        raise DefinitionError(
            Said("estimation-scale-is-not-known-use-response-or-link", scale=scale)
        )
    if fitted.offset.any():
        raise EstimationError(Said("estimation-a-model-with-an-offset-predicts-groups"))
    X = matrix_for(fitted.frame, rows)
    if is_ordinal(model):
        return _predict_shares(model, X, rows, level)
    eta = X @ model.coef
    error = _errors_at(model, fitted, X)
    half = t_quantile(model, level) * error
    low, high = eta - half, eta + half
    if scale == "response":
        mean, slope = link_mean(eta, model.family)
        low, high = link_mean(low, model.family)[0], link_mean(high, model.family)[0]
        eta, error = mean, np.abs(slope) * error
    return rows.assign(
        estimate=eta, std_error=error, conf_low=low, conf_high=high, df=float(model.df)
    )


@pinned
def _errors_at(model: Model, fitted: Fitted, gradient: FloatArray) -> FloatArray:
    """Return standard errors of predictions, from their gradients by the coefficients (m, k).

    By what each respondent moves a prediction: a covariate far from zero makes variances of the
    coefficients so large that a difference of them has no digits left.
    """
    sample, member = fitted.analysis.sample, fitted.frame.member
    if sample.replicates is not None:
        variance = np.einsum("ij,jk,ik->i", gradient, model.covariance, gradient)
        return np.sqrt(np.asarray(variance, dtype=np.float64))
    parts = [
        linearised_variance(fitted.influence @ gradient[start : start + _AT_ONCE].T, sample, member)
        for start in range(0, len(gradient), _AT_ONCE)
    ]
    errors: FloatArray = np.sqrt(np.concatenate([np.empty(0), *parts]))
    return errors


@pinned
def _predict_shares(model: Model, X: FloatArray, rows: pd.DataFrame, level: float) -> pd.DataFrame:
    """Shares of each category, row by row, with intervals on the logit scale."""
    import pandas as pd
    from scipy import special

    tables = []
    for name, response in _responses(model):
        share = response(X, model.coef, np.zeros(len(rows)))
        p, error = share.value, _errors_at(model, fitted_of(model), share.gradient)
        half = t_quantile(model, level) * error / (p * (1 - p))
        tables.append(
            rows.assign(
                response=name,
                estimate=p,
                std_error=error,
                conf_low=special.expit(special.logit(p) - half),
                conf_high=special.expit(special.logit(p) + half),
                df=float(model.df),
            )
        )
    return pd.concat(tables).sort_index(kind="stable").reset_index(drop=True)


def _members(fitted: Fitted, by: str) -> list[tuple[str, FloatArray, BoolArray]]:
    """The members of each group, with the model matrix as it is."""
    return [(label, fitted.frame.X, mask) for label, mask in groups_of(fitted, by)]


def _margins(fitted: Fitted, by: str) -> list[tuple[str, FloatArray, BoolArray]]:
    """Everybody, with the model matrix as if in each group."""
    wanted_variables(fitted.frame, by)
    values = categories(fitted.frame, by)
    if values is None:
        raise DefinitionError(Said("estimation-is-numeric-in-the-model-predict-it-with", by=by))
    everybody = np.ones(len(fitted.weights), dtype=bool)
    return [(str(v), matrix_with(fitted, by, v), everybody) for v in values]


def groups_of(fitted: Fitted, by: str) -> list[tuple[str, BoolArray]]:
    """Return each code of a variable that rows of the model hold, and which rows do."""
    coded = codes_of(fitted.source, by)
    codes = coded.codes[fitted.frame.member]
    return [(s, codes == i) for i, s in enumerate(coded.labels) if (codes == i).any()]


def matrix_with(fitted: Fitted, name: str, value: Any) -> FloatArray:
    """Return the model matrix of the model's rows, one variable replaced in all of them."""
    import pandas as pd

    frame = fitted.frame
    rows = frame.data.loc[frame.member]
    replaced = pd.Series([value] * len(rows), index=rows.index, dtype=rows[name].dtype)
    return matrix_for(frame, rows.assign(**{name: replaced}))


def wanted_variables(frame: ModelFrame, asked: str | Sequence[str] | None) -> list[str]:
    """Return the variables asked for; all of the model's by default.

    Raises
    ------
    DefinitionError
        The model has no such variable.
    """
    known = variables_of(frame)
    names = known if asked is None else [asked] if isinstance(asked, str) else list(asked)
    unknown = [name for name in names if name not in known]
    if unknown:
        raise DefinitionError(
            Said(
                "estimation-the-model-has-no-variable",
                unknown=", ".join(unknown),
                known=", ".join(known),
            )
        )
    return names


def averages(
    model: Model,
    fitted: Fitted,
    effects: list[Effect],
    masks: list[BoolArray],
    *,
    sampled: bool,
    level: float,
) -> pd.DataFrame:
    """Return averages over groups of members, with standard errors and symmetric intervals."""
    import pandas as pd

    member, weights = fitted.frame.member, fitted.weights
    influence = fitted.influence[member]
    means = [
        average(effect(model.coef), np.where(mask, weights, 0.0), influence, sampled=sampled)
        for effect, mask in zip(effects, masks, strict=True)
    ]
    u = np.zeros((len(member), len(means)))
    u[member] = np.column_stack([one.influence for one in means])

    def again(w: FloatArray) -> FloatArray:
        coef, own = fitted.refit(w), w[member] if sampled else weights
        return np.array(
            [
                np.average(effect(coef).value, weights=np.where(mask, own, 0.0))
                for effect, mask in zip(effects, masks, strict=True)
            ]
        )

    error = np.sqrt(np.diag(fitted.analysis.covariance(u, member, again)))
    estimate = np.array([one.estimate for one in means])
    half = t_quantile(model, level) * error
    return pd.DataFrame(
        {
            "estimate": estimate,
            "std_error": error,
            "conf_low": estimate - half,
            "conf_high": estimate + half,
            "df": float(model.df),
        }
    )


def t_quantile(model: Model, level: float) -> float:
    """Return the t quantile of a two-sided interval; NaN without a degree of freedom."""
    from scipy import special

    return float(special.stdtrit(model.df, (1 + level) / 2)) if model.df > 0 else float("nan")
