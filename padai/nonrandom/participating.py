"""The public verb for samples that are not random."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import numpy as np

from padai.errors import EstimationError, nearest
from padai.estimation.analysis import codes_of, numbers_of
from padai.estimation.choices import check_words
from padai.nonrandom.estimators import Choice, modelled_mean
from padai.nonrandom.fitted import (
    FittedOutcome,
    check_share,
    fitted,
    modelled_interval,
)
from padai.nonrandom.shared_variables import SharedMatrices, shared_with_totals, shared_with_wave
from padai.numerics.designs import FloatArray
from padai.numerics.propensity import LINKS
from padai.results import COLUMNS, TOTAL, Estimates
from padai.survey.kinds import INFERENTIAL
from padai.waves.coding import label_of
from padai.waves.guards import guarded
from padai.waves.wave import Wave
from padai.weighting import replicate_weights
from padai.words import Said

METHODS = ("doubly_robust", "ipw", "mass")
IMPUTATIONS = ("glm", "nearest", "predictive")
MODEL_COLUMNS = ("model", "naive", "std_error_sample", "std_error_reference")
LEAST_DRAWS = 200


@guarded
def nonprob(
    wave: Wave,
    variable: str,
    *,
    reference: Wave | Mapping[str, Any],
    variables: Sequence[str],
    net: Sequence[Any] | None = None,
    method: Literal["doubly_robust", "ipw", "mass"] = "doubly_robust",
    link: Literal["logit", "probit", "cloglog"] = "logit",
    participation: Literal["ml", "calibrated"] = "ml",
    imputation: Literal["glm", "nearest", "predictive"] = "glm",
    family: Literal["gaussian", "binomial"] | None = None,
    neighbours: int = 5,
    population: float | None = None,
    other_year: bool = False,
    variance: Literal["analytic", "bootstrap"] = "analytic",
    draws: int = 500,
    seed: int = 1,
    ci: Literal["mean", "logit"] = "mean",
    level: float = 0.95,
) -> Estimates:
    """Estimate a mean or share from a sample that is not random, by a model of who took part.

    The sample's own weights are not used: the reference says what the population is.

    Parameters
    ----------
    wave
        The sample that is not random.
    variable
        Its outcome: a number; or, with `net`, a question or column. Rows without it do not count
        as participants.
    reference
        A random sample of the same population, with its design; or totals: for each of
        `variables` its total, or the size of each category (then `population` is needed).
    variables
        Columns that both have, in the models of participation and of outcome; numbers enter as
        they are, others by category. A breakdown of the sample's definition enters by its groups,
        which the reference has as a column of its name.
    net
        Codes that count as yes.
    method
        ``ipw`` (inverse propensity), ``mass`` (imputation), ``doubly_robust`` (both).
    link, participation
        Of the participation model: by pseudo likelihood (``ml``), or ``calibrated``, so that its
        weights meet the reference's totals. With totals it is always calibrated.
    imputation, neighbours
        ``glm``; ``nearest``: the mean of the nearest in `variables`; ``predictive``: of the nearest
        in predicted outcome. All rows at the distance of the last neighbour count.
    family
        Of the outcome model. None: binomial with `net`, gaussian otherwise.
    population
        Size, where it is known; None: the sum of the reference's weights, whose error then enters.
    other_year
        Whether a reference of another year is meant.
    variance
        ``analytic``; or ``bootstrap``: participants drawn anew and the reference's bootstrap
        weights, `draws` times with `seed`, both models fitted again.
    ci
        ``mean``, as R's; ``logit`` keeps the interval of a share (`net`) within 0 and 1, where that
        of a rare answer passes them.

    Returns
    -------
    Estimates
        One row, "selon le modèle de participation": normal interval, `df` infinite. Then columns
        ``model``, ``naive`` (the unweighted figure), ``std_error_sample`` and
        ``std_error_reference`` (the two parts; NaN for the bootstrap).

    Raises
    ------
    EstimationError
        The sample is an open consultation or a mini-public; a variable or category is not in both;
        blanks; a reference of another year; complete separation; neighbours without bootstrap.

    References
    ----------
    Chen, Li and Wu (2020), *JASA* 115. Kim, Park, Chen and Wu (2021), *JRSS A* 184. R:
    ``nonprobsvy::nonprob``.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.design import Design
    >>> own = Wave(pd.DataFrame({"sex": list("FFFM"), "y": [1.0, 0, 1, 0]}), Design())
    >>> other = Wave(pd.DataFrame({"sex": list("FM"), "w": [10.0, 10]}), Design(weight="w"))
    >>> estimates = nonprob(own, "y", reference=other, variables=["sex"], method="ipw")
    >>> estimates.frame["estimate"].round(6).tolist()
    [0.333333]
    """
    check_words(
        "nonprob",
        method=(method, METHODS),
        link=(link, LINKS),
        participation=(participation, ("ml", "calibrated")),
        imputation=(imputation, IMPUTATIONS),
        variance=(variance, ("analytic", "bootstrap")),
        family=(family, (None, "gaussian", "binomial")),
    )
    _check_interval(ci, net)
    _check_sample(wave, reference, other_year)
    outcome = _outcome(wave, variable, net)
    shared = _shared(wave, reference, list(dict.fromkeys(variables)), population)
    choice = Choice(
        method,
        link,
        participation,
        imputation,
        family or ("binomial" if net else "gaussian"),
        neighbours,
        population,
        not isinstance(reference, Wave),
    )
    item = fitted(choice, shared, variable, outcome, reference)
    if net is not None:
        check_share(variable, item.estimate)
    y = item.y
    if variance == "bootstrap":
        whole = _bootstrap(choice, shared, item.XA, y, reference, draws=draws, seed=seed)
        parts = (np.nan, np.nan, whole)
    else:
        parts = _analytic(item, imputation)
    about = {"verb": "nonprob", "variables": list(variables), "draws": draws, "seed": seed}
    about["n_without_outcome"] = int(np.isnan(outcome).sum())
    return _assembled(
        wave, variable, net, choice, y, item.estimate, parts, level=level, ci=ci, about=about
    )


def _check_interval(ci: str, net: Sequence[Any] | None) -> None:
    check_words("nonprob", ci=(ci, ("mean", "logit")))
    if ci == "logit" and net is None:
        raise EstimationError(Said("nonrandom-nonprob-a-logit-interval-is-of-a-share"))


def _check_seed(seed: Any) -> None:
    whole = isinstance(seed, (int, np.integer)) and not isinstance(seed, bool)
    if not whole or seed < 0:
        raise EstimationError(Said("nonrandom-nonprob-a-seed-is-a-whole-number", seed=repr(seed)))


def _outcome(wave: Wave, variable: str, net: Sequence[Any] | None) -> FloatArray:
    if net is None:
        return numbers_of(wave, variable)
    coded = codes_of(wave, variable)
    wanted = [label_of(code) for code in net]
    lost = [code for code in wanted if code not in coded.labels]
    if lost:
        hint = nearest(lost[0], coded.labels)
        raise EstimationError(
            Said(
                "nonrandom-nonprob-has-no-code-it-has",
                variable=variable,
                lost=", ".join(lost),
                labels=", ".join(coded.labels),
                hint=hint,
            ),
        )
    yes = np.isin(np.array([*coded.labels, ""], dtype=object)[coded.codes], wanted)
    return np.where(coded.codes < 0, np.nan, yes.astype(np.float64))


def _shared(
    wave: Wave, reference: Wave | Mapping[str, Any], variables: list[str], size: float | None
) -> SharedMatrices:
    if isinstance(reference, Wave):
        return shared_with_wave(wave, reference, variables)
    if size is None:
        raise EstimationError(
            Said("nonrandom-nonprob-with-totals-give-the-size-of"),
        )
    return shared_with_totals(wave, reference, variables, float(size))


def _analytic(item: FittedOutcome, imputation: str) -> tuple[float, float, float]:
    """Return the standard error of the sample, of the reference, and of both."""
    if np.isnan(item.own_variance):
        raise EstimationError(
            Said("nonrandom-nonprob-imputation-has-no-analytic", imputation=imputation),
        )
    return item.errors


def _bootstrap(
    choice: Choice,
    shared: SharedMatrices,
    XA: FloatArray,
    y: FloatArray,
    reference: Wave | Mapping[str, Any],
    *,
    draws: int,
    seed: int,
) -> float:
    _check_draws(draws)
    _check_seed(seed)
    rng = np.random.default_rng(seed)
    weights = np.repeat(shared.d[:, None], draws, axis=1)
    if isinstance(reference, Wave):
        again = replicate_weights(reference, "subbootstrap", n=draws, seed=seed).sample
        assert again.replicates is not None
        weights = again.replicates.analysis(np.asarray(reference.weights))
    replicates = np.empty(draws)
    for b in range(draws):
        rows = rng.integers(0, len(y), len(y))
        inside = weights[:, b] > 0
        replicates[b] = modelled_mean(
            choice, shared.names, XA[rows], y[rows], shared.other[inside], weights[inside, b]
        ).estimate
    return float(replicates.std(ddof=1))


def _assembled(
    wave: Wave,
    variable: str,
    net: Sequence[Any] | None,
    choice: Choice,
    y: FloatArray,
    estimate: float,
    parts: tuple[float, float, float],
    *,
    level: float,
    ci: str,
    about: dict[str, Any],
) -> Estimates:
    import pandas as pd

    own, other, error = parts
    low, high = modelled_interval(estimate, error, len(y), level, ci)
    words = [choice.method]
    if choice.method != "mass":
        words += [choice.link, "calibrated" if choice.totals else choice.fit]
    if choice.method != "ipw":
        words += [choice.family if choice.imputation == "glm" else choice.imputation]
    row = {
        "wave": wave.id, "question": variable, "breakdown": TOTAL, "group": TOTAL,
        "response": "mean" if net is None else "+".join(label_of(code) for code in net),
        "estimate": estimate, "std_error": error, "conf_low": low, "conf_high": high,
        "df": np.inf, "n_base": len(y), "n_eff": np.nan, "deff": np.nan,
        "cv": error / abs(estimate) if estimate else np.nan, "flag": "", "reason": "",
        "model": ", ".join(words), "naive": float(y.mean()), "std_error_sample": own,
        "std_error_reference": other,
    }  # fmt: skip
    frame = pd.DataFrame([row])[[*COLUMNS, *MODEL_COLUMNS]]
    for name in ("wave", "question", "response", "breakdown", "group", "flag", "reason"):
        frame[name] = pd.Categorical(frame[name])
    return Estimates(frame, level=level, ci=ci, survey=wave.survey, provenance=about)


def _check_sample(wave: Wave, reference: Any, other_year: bool) -> None:
    kind = wave.survey.part(wave.id, wave.part).sample_type if wave.survey is not None else ""
    if kind and kind not in INFERENTIAL:
        raise EstimationError(
            Said("nonrandom-nonprob-this-part-is-its-figures-are", kind=kind),
            where=f"{wave.id}, {wave.part}",
        )
    if not isinstance(reference, (Wave, Mapping)):
        type_name = type(reference).__name__
        raise EstimationError(
            Said("nonrandom-nonprob-reference-is-a-wave-with-its", found=type_name),
        )
    dates = (wave.date, reference.date if isinstance(reference, Wave) else None)
    if dates[0] and dates[1] and dates[0].year != dates[1].year and not other_year:
        raise EstimationError(
            Said(
                "nonrandom-nonprob-the-sample-is-of-its-reference",
                year=dates[0].year,
                year_2=dates[1].year,
            ),
        )


def _check_draws(draws: int) -> None:
    if not isinstance(draws, int) or draws < LEAST_DRAWS:
        raise EstimationError(
            Said(
                "nonrandom-nonprob-draws-the-bootstrap-needs-or",
                draws=repr(draws),
                least_draws=LEAST_DRAWS,
            ),
        )
