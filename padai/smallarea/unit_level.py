"""The public verb for shares and means of areas modelled from their people."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from padai.errors import EstimationError, nearest
from padai.estimation.analysis import Source, codes_of, numbers_of
from padai.numerics.designs import FloatArray
from padai.numerics.intervals import mean_interval
from padai.numerics.nested_errors import area_means, bootstrap_means, fit_nested_errors
from padai.numerics.threads import pinned
from padai.results import COLUMNS, Estimates
from padai.smallarea.covariates import is_whole, listed_areas
from padai.smallarea.modelled import SYNTHETIC, ModelSource
from padai.smallarea.shares import AskedShares
from padai.smallarea.unit_shares import unit_shares
from padai.waves.guards import guarded
from padai.waves.wave import Wave
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

LEAST_DRAWS = 400


@guarded
@pinned
def unit_model(
    wave: Source,
    variable: str,
    *,
    areas: str,
    population: Any,
    net: Any = None,
    variables: Sequence[str] = (),
    interactions: Sequence[str] = (),
    covariates: Any = None,
    prior: bool = True,
    weights: Literal["cells", "composite"] = "cells",
    benchmark: bool | Mapping[str, Any] = True,
    kept_out: Collection[str] = (),
    draws: int = LEAST_DRAWS,
    seed: int = 1,
    level: float = 0.95,
) -> Estimates:
    """Estimate a share or a mean of each area by a model of its people.

    With `net`, the share of people who gave an answer: a multilevel logistic regression of cells,
    put together by the population's cells (poststratified), over the waves of a stack too. Without
    it, the mean of a number: a regression with area effects, of one wave.

    Parameters
    ----------
    wave
        The people; those without an answer or a variable take no part. Weights do not enter the
        model: what people were drawn or weighted by belongs among the variables, and what of it
        does not is listed in ``provenance["absent_from_cells"]``.
    variable
        A question or column; of means, a number or a question with scores.
    areas
        Column or breakdown.
    population
        Of shares: a table with one row a cell, its columns the areas, other variables and ``N``
        (people), and where wanted ``wave``, ``source``, ``date``; or targets (a survey's, or a
        mapping of margins), raked together into cells where none of them is the whole crossing.
        Of means: one row an area with the population mean of each of `variables` and, optionally,
        its size ``N``. Areas without sample may stand there.
    net
        Of shares: a declared net, a code, or a mapping of one name to codes.
    variables
        Of shares: which variables of the cells to use; none: all. One of two codes is a
        coefficient, one of more has random effects. Of means: numbers that explain the answer.
    interactions
        Pairs of areas, variables and ``wave`` with random effects, such as ``"region*age_group"``.
        Areas by wave are always among them where there are several waves.
    covariates
        Numbers known of each area, as in `small_area`.
    prior
        Whether each standard deviation has the prior that keeps it from 0 (Chung et al.); False:
        maximum likelihood, as R's ``lme4``.
    weights
        ``composite``: each answer counts by its weight, scaled to the effective sample; intervals
        are then approximate.
    benchmark
        Whether every cell of a wave is moved by one step on the logit scale, so that its areas,
        weighted by the weighted answerers, add up to its direct figure; or, of shares, weights by
        wave, ``{wave: {area: 0.1, ...}}``.
    kept_out
        Of shares: areas whose own answers may not enter, whatever their base.
    draws, seed
        Of shares: draws of the model, its spreads included. Of means: of the parametric bootstrap.
        400 or more.
    level
        Of the prediction intervals.

    Returns
    -------
    Estimates
        One row an area (and wave); `std_error` is the root of the mean squared error under the
        model, flag ``s`` an area without sample or with fewer than ten respondents, whose answers
        do not enter. Then the columns of `small_area`; of means ``model``, ``mse``, ``mse_error``.
        `shrinkage` is how far the area's own answers move its share, 0 to 1.

    Raises
    ------
    EstimationError
        An area, a cell or a number is missing in `population`; respondents are in a cell without
        people; too few areas; collinear columns; answers all alike or perfectly parted; no
        convergence; an open consultation.

    References
    ----------
    Battese, Harter and Fuller (1988), *JASA* 83, 28-36. R: ``sae::eblupBHF``, ``pbmseBHF``. Gelman
    and Little (1997), *Survey Methodology* 23, 127-135. Chung, Rabe-Hesketh, Dorie, Gelman and Liu
    (2013), *Psychometrika* 78, 685-709. R: ``lme4::glmer``.

    Examples
    --------
    >>> padai.unit_model(wave, "score", areas="region", population=known)  # doctest: +SKIP
    >>> padai.unit_model(wave, "trust", net="trust", areas="region",
    ...                  population=survey.targets("2025"))  # doctest: +SKIP
    """
    if not is_whole(draws) or draws < LEAST_DRAWS:
        raise EstimationError(
            Said(
                "smallarea-unit-model-draws-the-model-needs-or-more",
                draws=repr(draws),
                least_draws=LEAST_DRAWS,
            ),
        )
    if not is_whole(seed):
        raise EstimationError(
            Said("smallarea-unit-model-seed-a-seed-is-a-whole-number", seed=repr(seed)),
        )
    variables, interactions = _listed(variables), _listed(interactions)
    if net is not None:
        pairs = tuple(_pair(each) for each in interactions)
        asked = AskedShares(
            variable,
            net,
            areas,
            pairs,
            covariates,
            prior,
            weights,
            benchmark,
            listed_areas(kept_out, "unit_model"),
            draws,
            seed,
            level,
        )
        return unit_shares(wave, population, variables, asked)
    if not isinstance(wave, Wave) or interactions or covariates is not None:
        raise EstimationError(
            Said("smallarea-unit-model-without-net-a-mean-is"),
        )
    return _unit_means(
        wave, variable, areas, population, variables, draws=draws, seed=seed, level=level
    )


def _listed(given: Sequence[str]) -> Sequence[str]:
    return [given] if isinstance(given, str) else given


def _pair(given: Any) -> tuple[str, str]:
    parts = given.split("*") if isinstance(given, str) else list(given)
    if len(parts) != 2:
        raise EstimationError(
            Said("smallarea-unit-model-the-interaction-is-not-of-two", given=repr(given)),
        )
    return str(parts[0]).strip(), str(parts[1]).strip()


@pinned
def _unit_means(
    wave: Wave,
    variable: str,
    areas: str,
    population: Any,
    variables: Sequence[str],
    *,
    draws: int,
    seed: int,
    level: float,
) -> Estimates:
    coded, y = codes_of(wave, areas), numbers_of(wave, variable)
    every, means, sizes = _population(population, areas, coded.labels, list(variables))
    columns = [np.ones(len(y)), *(numbers_of(wave, name) for name in variables)]
    X = np.column_stack(columns)
    kept = (coded.codes >= 0) & ~np.isnan(y) & ~np.isnan(X).any(axis=1)
    names = ("(Intercept)", *variables)
    X, y, area = X[kept], y[kept], coded.codes[kept]
    n = np.bincount(area, minlength=len(every))
    fit = fit_nested_errors(X, y, area, len(every), names)
    estimate = area_means(fit, X, y, area, means, sizes)
    errors = bootstrap_means(fit, X, area, means, sizes, draws=draws, seed=seed, names=names)
    frame = _frame(wave, variable, areas, every, estimate=estimate, errors=errors, n=n, level=level)
    about = {
        "verb": "unit_model", "variables": list(names), "draws": draws, "seed": seed,
        "coefficients": fit.coef.tolist(), "area_variance": fit.area_variance,
        "error_variance": fit.error_variance, "n_left_out": int((~kept).sum()),
    }  # fmt: skip
    source = ModelSource([errors @ errors.T / draws], part=wave.part, bases=frame["n_base"])
    return Estimates(
        frame, level=level, ci="prediction", survey=wave.survey, provenance=about, _source=source
    )


def _population(
    given: Any, areas: str, sampled: tuple[str, ...], variables: list[str]
) -> tuple[tuple[str, ...], FloatArray, FloatArray]:
    import pandas as pd

    if not isinstance(given, pd.DataFrame):
        raise EstimationError(
            Said("smallarea-unit-model-population-is-a-table-one-row"),
        )
    table = given.set_index(areas) if areas in given.columns else given.copy()
    table.index = table.index.astype(str)
    lost = [area for area in sampled if area not in table.index]
    absent = [name for name in variables if name not in table.columns]
    if table.index.has_duplicates and not lost and not absent:
        area = str(table.index[table.index.duplicated()][0])
        raise EstimationError(Said("smallarea-unit-model-population-of-cells", area=area))
    if lost or absent:
        named = ", ".join([*lost, *absent])
        hint = nearest(named, [*table.index, *map(str, table.columns)])
        raise EstimationError(
            Said("smallarea-unit-model-population-needs-one-row-an", named=named, hint=hint),
        )
    every = (*sampled, *(str(a) for a in table.index if str(a) not in sampled))
    rows = table.loc[list(every)]
    wanted = [*variables, *(["N"] if "N" in table.columns else [])]
    values = rows[wanted].apply(pd.to_numeric, errors="coerce").to_numpy(dtype=np.float64)
    bad = [every[int(i)] for i in np.flatnonzero(~np.isfinite(values).all(axis=1))]
    if bad:
        raise EstimationError(
            Said("smallarea-unit-model-population-has-no-number-for", bad=", ".join(bad[:5])),
        )
    sizes = values[:, -1] if "N" in table.columns else np.full(len(every), np.inf)
    means = np.column_stack([np.ones(len(every)), values[:, : len(variables)]])
    return every, means, sizes


def _frame(
    wave: Wave,
    variable: str,
    areas: str,
    every: tuple[str, ...],
    *,
    estimate: FloatArray,
    errors: FloatArray,
    n: np.ndarray,
    level: float,
) -> pd.DataFrame:
    import pandas as pd

    squares = errors**2
    mse = squares.mean(axis=1)
    error = np.sqrt(mse)
    low, high = mean_interval(estimate, error, np.full(len(every), np.inf), level)
    with np.errstate(divide="ignore"):
        cv = error / np.abs(estimate)
    frame = pd.DataFrame(
        {
            "wave": wave.id,
            "question": variable,
            "response": "mean",
            "breakdown": areas,
            "group": list(every),
            "estimate": estimate,
            "std_error": error,
            "conf_low": low,
            "conf_high": high,
            "df": np.inf,
            "n_base": n,
            "n_eff": np.nan,
            "deff": np.nan,
            "cv": cv,
            "flag": np.where(n > 0, "", SYNTHETIC),
            "reason": np.where(n > 0, "", "synthetic"),
            "model": "nested errors, reml",
            "mse": mse,
            "mse_error": squares.std(axis=1, ddof=1) / np.sqrt(squares.shape[1]),
        }
    )[[*COLUMNS, "model", "mse", "mse_error"]]
    for name in ("wave", "question", "response", "breakdown", "group", "flag", "reason"):
        frame[name] = pd.Categorical(frame[name], categories=list(dict.fromkeys(frame[name])))
    return frame
