"""COMPARE: a series with several traits of the population held still, by a model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import ComparisonError, EstimationError
from padai.estimation import glm
from padai.estimation.models import Fitted, fitted_of
from padai.estimation.nets import Net
from padai.estimation.predictions import matrix_with
from padai.numerics.designs import BoolArray, FloatArray, IntArray
from padai.numerics.intervals import mean_interval
from padai.numerics.margins import Average, average, predicted
from padai.trends.invariance import with_columns
from padai.trends.scoring import degrees_of, refuse_breaks, scored, wave_index
from padai.trends.standardised import Standardised
from padai.waves.guards import guarded
from padai.waves.stacking import Stack
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

_SCORE, _WAVE = "standardised_score", "standardised_wave"


@guarded
def standardise_by_model(
    waves: Stack,
    question: str,
    *,
    net: Net = None,
    covariates: str,
    to: str,
    level: float = 0.95,
) -> Standardised:
    """Estimate a series as if every wave had interviewed the people of one of them.

    A logit (for a net) or linear (for scores) model of the answers on the wave, the covariates and
    their interactions; its predictions for each wave are averaged over the people of wave `to`.

    Parameters
    ----------
    waves
        From :func:`padai.stack`.
    question, net
        One response, no balance; ``net="mean"`` the mean score, None the headline net.
    covariates
        The right side of a formula, such as ``"age_group + region"``.
    to
        The id of the wave of which the people are taken; their sampling error enters.
    level
        Confidence level.

    Returns
    -------
    Standardised
        Whose `shares` are empty.

    Raises
    ------
    EstimationError
        A balance was asked for, or the model cannot be fitted.
    ComparisonError
        A break lies between waves of the stack, or the wave named is not in it.

    References
    ----------
    Lane, P. and Nelder, J. (1982), *Biometrics* 38, 613-621. Korn and Graubard (1999), 3.7. With
    one breakdown as covariate it is :func:`standardise`.

    Examples
    --------
    >>> standardised = padai.standardise_by_model(
    ...     waves, "trust", net="trust", covariates="age_group + sex", to="2025"
    ... )
    >>> len(standardised.frame)
    8
    """
    if len(waves.waves) < 2:
        raise ComparisonError(Said("trends-a-series-needs-two-waves-in-one-design"))
    standard = wave_index(waves, to)
    for one, other in zip(waves.wave_ids[1:], waves.wave_ids[:-1], strict=True):
        refuse_breaks(waves, question, "total", (), one, other)
    response = scored(waves, question, net)
    if response.kind == "balance":
        raise EstimationError(
            Said("trends-is-a-balance-a-model-needs-a-net-or-mean", response_name=response.name)
        )
    names = np.array([f"w{index}" for index in range(len(waves.waves))], dtype=object)
    wave = np.repeat(np.arange(len(names)), [len(part) for part in waves.waves])
    y = np.where(response.member, response.y, np.nan)
    ready = with_columns(waves, {_SCORE: y, _WAVE: names[wave]})
    family = "binomial" if response.kind == "share" else "gaussian"
    fitted = fitted_of(glm(ready, f"{_SCORE} ~ {_WAVE} * ({covariates})", family=family))
    means, covariance = _averaged(fitted, family, list(names), wave == standard)
    used = fitted.frame.member
    own = np.asarray(waves.weights) * used
    frame = _frame(waves, means, covariance, used=used, wave=wave, standard=standard, level=level)
    frame["as_estimated"] = np.bincount(wave, own * response.y) / np.bincount(wave, own)
    keys = {
        "question": question,
        "response": response.name,
        "breakdown": covariates,
        "standard": str(to),
    }
    for place, (key, value) in enumerate(keys.items(), start=1):
        frame.insert(place, key, value)
    about: dict[str, Any] = {"verb": "standardise_by_model", "covariates": covariates, "to": to}

    def df_of(a: int, b: int) -> float:
        return degrees_of(waves, used & np.isin(wave, [a, b, standard]))

    return Standardised(frame, covariance, {}, level, about, df_of)


def _frame(
    waves: Stack,
    means: FloatArray,
    covariance: FloatArray,
    *,
    used: BoolArray,
    wave: IntArray,
    standard: int,
    level: float,
) -> pd.DataFrame:
    import pandas as pd

    count = len(waves.waves)
    df = np.array([degrees_of(waves, used & np.isin(wave, [k, standard])) for k in range(count)])
    error = np.sqrt(np.maximum(np.diag(covariance), 0.0))
    low, high = mean_interval(means, error, df, level)
    return pd.DataFrame(
        {
            "wave": list(waves.wave_ids),
            "estimate": means,
            "std_error": error,
            "conf_low": low,
            "conf_high": high,
            "df": df,
            "n_base": np.bincount(wave, used, count).astype(np.int64),
        }
    )


def _averaged(
    fitted: Fitted, family: str, names: list[str], inside: np.ndarray
) -> tuple[FloatArray, FloatArray]:
    """Return each wave's mean prediction over the people inside, and their covariance."""
    member = fitted.frame.member
    weights = np.where(inside[member], fitted.weights, 0.0)
    matrices = [matrix_with(fitted, _WAVE, name) for name in names]

    def averages(coef: FloatArray, w: FloatArray) -> list[Average]:
        effects = (predicted(X, coef, fitted.offset, family) for X in matrices)
        return [average(effect, w, fitted.influence[member]) for effect in effects]

    whole = np.zeros(len(member))
    whole[member] = fitted.weights
    means = averages(fitted.refit(whole), weights)
    u = np.zeros((len(member), len(names)))
    u[member] = np.column_stack([one.influence for one in means])

    def again(w: FloatArray) -> FloatArray:
        own = np.where(inside[member], w[member], 0.0)
        return np.array([one.estimate for one in averages(fitted.refit(w), own)])

    covariance = fitted.analysis.covariance(u, member, again)
    return np.array([one.estimate for one in means]), covariance
