"""What a fitted model says: tests of terms, predictions, average marginal effects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from padai.errors import DefinitionError, EstimationError
from padai.estimation.analysis import codes_of
from padai.estimation.formulas import (
    ModelFrame,
    categories,
    combinations_of,
    find_terms,
    matrix_for,
    variables_of,
)
from padai.estimation.models import Fitted
from padai.numerics.association import wald_test
from padai.numerics.margins import RowEffects, average, changed, predicted, sloped
from padai.numerics.quadratic_forms import saddlepoint_tail
from padai.numerics.regression import fit_glm, link_mean
from padai.results import Model, Test

if TYPE_CHECKING:
    import pandas as pd

FloatArray = NDArray[np.float64]
_Effect = Callable[[FloatArray], RowEffects]


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
    """
    fitted = _fitted(model)
    names, at = find_terms(fitted.frame, terms)
    ddf = model.df if df is None else df
    if ddf <= 0:
        raise EstimationError("The model leaves no degree of freedom for a test of its terms.")
    b, V = model.coef[at], model.covariance[np.ix_(at, at)]
    asked = {"terms": tuple(names), "formula": model.formula}
    k = len(at)
    if method == "wald":
        found = wald_test(b, V, ddf, adjusted=False)
        if found.df < k or not np.isfinite(found.p_value):
            raise EstimationError(
                f"{', '.join(names)}: the design has too few psus for a Wald test of {k} "
                "coefficients together. Use method='lrt', or merge categories."
            )
        f = found.statistic
        name, value = ("X-squared", f * k) if np.isinf(ddf) else ("F", f)
        p = found.p_value
        return Test("Wald test of terms", name, value, k, ddf, p, model.n, provenance=asked)
    naive = model.details["naive_covariance"][np.ix_(at, at)]
    lam = np.sort(np.linalg.eigvals(np.linalg.solve(naive, V)).real)[::-1]
    if method == "working_wald":
        value = float(b @ np.linalg.solve(naive, b))
        said = "working Wald test of terms"
    elif method == "lrt":
        value = _deviance_without(model, fitted, at) - float(model.details["deviance"])
        said = "working likelihood-ratio test of terms"
    else:
        raise DefinitionError(
            f"method='{method}' is not known. Use one of: wald, working_wald, lrt."
        )
    p = saddlepoint_tail(value, lam, ddf)
    deltas = tuple(lam.tolist())
    return Test(said, "X-squared", value, k, ddf, p, model.n, deltas=deltas, provenance=asked)


def _deviance_without(model: Model, fitted: Fitted, at: list[int]) -> float:
    if model.family.startswith("ordinal"):
        raise EstimationError("A likelihood-ratio test of an ordinal model is not offered: 'wald'.")
    frame = fitted.frame
    kept = [j for j in range(len(frame.names)) if j not in at]
    if not kept:
        raise EstimationError("A likelihood-ratio test needs a coefficient that is not tested.")
    smaller = fit_glm(
        frame.X[:, kept], frame.response, fitted.weights, model.family,
        names=tuple(frame.names[j] for j in kept), offset=fitted.offset,
    )  # fmt: skip
    return smaller.deviance / fitted.domain_mean


def predict(
    model: Model,
    at: Mapping[str, Any] | pd.DataFrame | None = None,
    *,
    by: str | None = None,
    adjusted: bool = False,
    scale: str = "response",
    level: float | None = None,
) -> pd.DataFrame:
    """Predict for given values, or on average in groups, with design-based standard errors.

    Parameters
    ----------
    model
        From `glm`, with its respondents.
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
        ``response`` or, with `at` alone, ``link``.
    level
        Confidence level; None: the model's.

    Returns
    -------
    pandas.DataFrame
        The values of `at`, or `by`, then ``estimate``, ``std_error``, ``conf_low``, ``conf_high``,
        ``df``. Intervals of `at` are made on the link scale; averages have symmetric ones.

    Raises
    ------
    DefinitionError
        A variable is missing or has an unknown category.
    EstimationError
        The model is detached or ordinal.

    References
    ----------
    R: ``predict`` of ``survey::svyglm``. Korn and Graubard (1999), *Analysis of Health Surveys*,
    3.7.
    """
    fitted = _fitted(model, generalised=True)
    level = model.level if level is None else level
    if (at is None) == (by is None):
        raise DefinitionError("predict needs `at` or `by`, one of the two.")
    if at is not None:
        return _predict_rows(model, fitted, combinations_of(at), scale, level)
    if scale != "response":
        raise DefinitionError("Averages over groups are on the response scale: scale='response'.")
    groups = _margins(model, fitted, str(by)) if adjusted else _members(model, fitted, str(by))
    labels, effects, masks = groups
    table = _averages(model, fitted, effects, masks, sampled=True, level=level)
    table.insert(0, str(by), labels)
    return table


def _predict_rows(
    model: Model, fitted: Fitted, rows: pd.DataFrame, scale: str, level: float
) -> pd.DataFrame:
    from scipy import special

    if scale not in ("response", "link"):
        raise DefinitionError(f"scale='{scale}' is not known. Use 'response' or 'link'.")
    if fitted.offset.any():
        raise EstimationError("A model with an offset predicts groups (`by`), not single rows.")
    X = matrix_for(fitted.frame, rows)
    eta = X @ model.coef
    error = np.sqrt(np.einsum("ij,jk,ik->i", X, model.covariance, X))
    t = float(special.stdtrit(model.df, (1 + level) / 2)) if model.df > 0 else float("nan")
    low, high = eta - t * error, eta + t * error
    out = rows.copy()
    if scale == "response":
        mean, slope = link_mean(eta, model.family)
        low, high = link_mean(low, model.family)[0], link_mean(high, model.family)[0]
        eta, error = mean, np.abs(slope) * error
    return out.assign(
        estimate=eta, std_error=error, conf_low=low, conf_high=high, df=float(model.df)
    )


def _members(model: Model, fitted: Fitted, by: str) -> tuple[list[str], list[_Effect], Any]:
    """Predictions as they are, among the members of each group."""
    coded = codes_of(fitted.source, by)
    codes = coded.codes[fitted.frame.member]
    held = [i for i in range(len(coded.labels)) if (codes == i).any()]

    def as_they_are(coef: FloatArray) -> RowEffects:
        return predicted(fitted.frame.X, coef, fitted.offset, model.family)

    labels = [coded.labels[i] for i in held]
    return labels, [as_they_are] * len(held), [codes == i for i in held]


def _margins(model: Model, fitted: Fitted, by: str) -> tuple[list[str], list[_Effect], Any]:
    """Predictions of everybody as if in each group."""
    values = _categories(fitted.frame, by)
    matrices = [_with_value(fitted.frame, by, value) for value in values]

    def put(X: FloatArray) -> _Effect:
        return lambda coef: predicted(X, coef, fitted.offset, model.family)

    everybody = np.ones(len(fitted.weights), dtype=bool)
    labels = [str(value) for value in values]
    return labels, [put(X) for X in matrices], [everybody] * len(values)


def marginal_effects(
    model: Model,
    variables: str | Sequence[str] | None = None,
    *,
    by: str | None = None,
    covariates: str = "sampled",
    level: float | None = None,
) -> pd.DataFrame:
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
    pandas.DataFrame
        ``variable``, ``contrast`` (``b - a`` or ``slope``), `by`, ``estimate`` (in the units of the
        response), ``std_error``, ``conf_low``, ``conf_high``, ``df``, ``statistic``, ``p_value``.

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
    """
    from scipy import special

    if covariates not in ("sampled", "fixed"):
        raise DefinitionError(f"covariates='{covariates}' is not known. Use 'sampled' or 'fixed'.")
    fitted = _fitted(model, generalised=True)
    level = model.level if level is None else level
    names = _wanted(fitted.frame, variables)
    rows = [row for name in names for row in _effects_of(model, fitted, name)]
    groups = _groups_of(fitted, by)
    effects = [effect for _, _, effect in rows for _ in groups]
    masks = [mask for _ in rows for _, mask in groups]
    table = _averages(
        model, fitted, effects, masks, sampled=covariates == "sampled", level=level
    )  # fmt: skip
    t = table["estimate"] / table["std_error"]
    p = 2 * special.stdtr(model.df, -np.abs(t)) if model.df > 0 else np.nan
    table = table.assign(statistic=t, p_value=p)
    if by is not None:
        table.insert(0, by, [label for _ in rows for label, _ in groups])
    table.insert(0, "contrast", [said for _, said, _ in rows for _ in groups])
    table.insert(0, "variable", [name for name, _, _ in rows for _ in groups])
    return table


def _wanted(frame: ModelFrame, asked: str | Sequence[str] | None) -> list[str]:
    known = variables_of(frame)
    names = known if asked is None else [asked] if isinstance(asked, str) else list(asked)
    unknown = [name for name in names if name not in known]
    if unknown:
        raise DefinitionError(
            f"The model has no variable {', '.join(unknown)}; it has {', '.join(known)}."
        )
    return names


def _groups_of(fitted: Fitted, by: str | None) -> list[tuple[str, Any]]:
    if by is None:
        return [("total", np.ones(len(fitted.weights), dtype=bool))]
    coded = codes_of(fitted.source, by)
    codes = coded.codes[fitted.frame.member]
    return [(s, codes == i) for i, s in enumerate(coded.labels) if (codes == i).any()]


def _effects_of(model: Model, fitted: Fitted, name: str) -> list[tuple[str, str, _Effect]]:
    """Contrasts of a variable: what each is, and its row effects from coefficients."""
    frame, offset, family = fitted.frame, fitted.offset, model.family
    values = categories(frame, name)
    if values is None:
        X, dX = frame.X, _slope_matrix(frame, name)
        return [(name, "slope", lambda coef: sloped(X, dX, coef, offset, family))]
    first = _with_value(frame, name, values[0])

    def against(other: FloatArray) -> _Effect:
        return lambda coef: changed(first, other, coef, offset, family)

    return [
        (name, f"{value} - {values[0]}", against(_with_value(frame, name, value)))
        for value in values[1:]
    ]


def _slope_matrix(frame: ModelFrame, name: str) -> FloatArray:
    """Derivative of the model matrix in a numeric variable, by central differences."""
    rows = frame.data.loc[frame.member]
    x = rows[name].to_numpy(dtype=float)
    step = 1e-5 * max(float(np.std(x)), 1e-3 * float(np.max(np.abs(x), initial=0.0)), 1e-8)
    up, down = x + step, x - step
    high = matrix_for(frame, rows.assign(**{name: up}))
    low = matrix_for(frame, rows.assign(**{name: down}))
    return (high - low) / (up - down)[:, None]


def _with_value(frame: ModelFrame, name: str, value: Any) -> FloatArray:
    import pandas as pd

    rows = frame.data.loc[frame.member]
    column = rows[name]
    replaced = pd.Series([value] * len(rows), index=rows.index, dtype=column.dtype)
    return matrix_for(frame, rows.assign(**{name: replaced}))


def _categories(frame: ModelFrame, name: str) -> list[Any]:
    _wanted(frame, name)
    found = categories(frame, name)
    if found is None:
        raise DefinitionError(f"'{name}' is numeric in the model: predict it with `at`.")
    return found


def _averages(
    model: Model, fitted: Fitted, effects: list[_Effect], masks: list[Any], *, sampled: bool,
    level: float,
) -> pd.DataFrame:  # fmt: skip
    """Averages over groups of members, with standard errors and symmetric intervals."""
    import pandas as pd
    from scipy import special

    member, weights = fitted.frame.member, fitted.weights
    influence = fitted.influence[member]
    found = [
        average(effect(model.coef), np.where(mask, weights, 0.0), influence, sampled=sampled)
        for effect, mask in zip(effects, masks, strict=True)
    ]
    u = np.zeros((len(member), len(found)))
    u[member] = np.column_stack([one.influence for one in found])

    def again(w: FloatArray) -> FloatArray:
        coef, own = fitted.refit(w), w[member] if sampled else weights
        return np.array(
            [
                np.average(effect(coef).value, weights=np.where(mask, own, 0.0))
                for effect, mask in zip(effects, masks, strict=True)
            ]
        )

    error = np.sqrt(np.diag(fitted.analysis.covariance(u, member, again)))
    estimate = np.array([one.estimate for one in found])
    t = float(special.stdtrit(model.df, (1 + level) / 2)) if model.df > 0 else float("nan")
    return pd.DataFrame(
        {
            "estimate": estimate,
            "std_error": error,
            "conf_low": estimate - t * error,
            "conf_high": estimate + t * error,
            "df": float(model.df),
        }
    )


def _fitted(model: Model, *, generalised: bool = False) -> Fitted:
    if not isinstance(model._source, Fitted):
        raise EstimationError(
            "This model is detached from its respondents (stored or pickled): use the one that "
            "`glm` returned."
        )
    if generalised and model.family.startswith("ordinal"):
        raise EstimationError("Predictions and marginal effects are those of `glm` models.")
    return model._source
