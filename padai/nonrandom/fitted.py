"""A modelled mean with what its variance is made of, and a change of two of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from padai.errors import EstimationError
from padai.estimation.analysis import Analysis
from padai.nonrandom.estimators import Choice, modelled_mean
from padai.nonrandom.shared_variables import SharedMatrices
from padai.numerics.designs import FloatArray
from padai.numerics.intervals import mean_interval, proportion_interval
from padai.numerics.propensity import ModelledMean
from padai.waves.wave import Wave
from padai.words import Number, Said

Reference = Wave | Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class FittedOutcome:
    """An outcome's mean under a model of who took part.

    Attributes
    ----------
    y : ndarray, shape (n,)
        The outcome of those who gave one.
    XA : ndarray, shape (n, k)
        Their columns of the model.
    mean : ModelledMean
    reference
        What the model leans on.
    """

    y: FloatArray
    XA: FloatArray
    mean: ModelledMean
    reference: Reference

    @property
    def estimate(self) -> float:
        """The modelled mean."""
        return self.mean.estimate

    @property
    def own_variance(self) -> float:
        """The part of the variance that is of the sample that is not random."""
        return self.mean.own_variance

    @property
    def t(self) -> FloatArray:
        """What the reference's part is the total of, a row of the reference each, shape (n_B,)."""
        if not isinstance(self.reference, Wave):
            return np.zeros(0)
        member = np.asarray(self.reference.weights) > 0
        whole = np.zeros(len(member))
        whole[member] = self.mean.t
        return whole

    @property
    def errors(self) -> tuple[float, float, float]:
        """The standard error of the sample, of the reference, and of both."""
        own = float(np.sqrt(self.own_variance))
        other = float(np.sqrt(reference_variance(self.reference, self.t)))
        return own, other, float(np.hypot(own, other))


def fitted(
    choice: Choice, shared: SharedMatrices, variable: str, outcome: FloatArray, reference: Reference
) -> FittedOutcome:
    """Fit both models to one outcome.

    Parameters
    ----------
    outcome : ndarray, shape (rows,)
        NaN where a row gave none: it does not count as a participant.

    Raises
    ------
    EstimationError
        The outcome has one value; no model fits.
    """
    kept, there = ~np.isnan(outcome), shared.d > 0
    y, XA = outcome[kept], shared.own[kept]
    if not len(y) or (y == y[0]).all():
        raise EstimationError(Said("nonrandom-nonprob-the-outcome-has-one-value", name=variable))
    model = modelled_mean(choice, shared.names, XA, y, shared.other[there], shared.d[there])
    return FittedOutcome(y, XA, model, reference)


def reference_variance(reference: Reference, t: FloatArray) -> float:
    """Return the design variance of a total of the reference, whose totals have none."""
    if not isinstance(reference, Wave):
        return 0.0
    member = np.asarray(reference.weights) > 0
    return float(Analysis(reference.sample).covariance(t[:, None], member)[0, 0])


def change_variance(later: FittedOutcome, earlier: FittedOutcome) -> float:
    """Return the variance of the later mean minus the earlier one, of samples of other people.

    Two samples that lean on one reference err with it together: the reference's part is the
    design variance of the total of the differences of what each rests on, which holds their
    covariance. References that are two are taken to be drawn apart.
    """
    own = later.own_variance + earlier.own_variance
    if later.reference is earlier.reference:
        return own + reference_variance(later.reference, later.t - earlier.t)
    return own + sum(reference_variance(each.reference, each.t) for each in (later, earlier))


def modelled_interval(
    estimate: float, error: float, n: int, level: float, ci: str
) -> tuple[float, float]:
    """Return a normal interval, or one on the logit scale, which stays within 0 and 1."""
    value, spread, df = np.array([estimate]), np.array([error]), np.array([np.inf])
    if ci == "logit":
        counts = np.array([float(n)])
        low, high = proportion_interval(value, spread, df, counts, counts, level)
    else:
        low, high = mean_interval(value, spread, df, level)
    return float(low[0]), float(high[0])


def check_share(variable: str, estimate: float) -> None:
    """Refuse a share that weights which do not add up to the population put out of its range."""
    if not 0 <= estimate <= 1:
        raise EstimationError(
            Said(
                "nonrandom-nonprob-the-share-is-out-of-range",
                name=variable,
                share=Number(100 * estimate, ".1f"),
            ),
        )
