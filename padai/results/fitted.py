"""Tests and models, as the verbs give them back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.numerics import intervals
from padai.numerics.designs import FloatArray
from padai.results.printed import Printed

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False, repr=False)
class Test(Printed):
    """A test with its reference distribution.

    Attributes
    ----------
    method : str
        What was computed, in words.
    name : str
        Name of the statistic: F, t, X-squared...
    statistic, p_value : float
    df : float
        Numbers tested at once: the numerator of F, the degrees of a chi-square, 1 for t.
    df_denominator : float
        Degrees of freedom of the error, of t as of F: what the design leaves. Infinite for a
        chi-square.
    n : int
        Respondents that take part.
    estimate, std_error, conf_low, conf_high : float
        Of a difference, where the test is one of a difference; else NaN.
    deltas : tuple of float
        Generalised design effects, of the Rao-Scott statistics.
    reason : str
        Why a number is missing; empty where none is.
    provenance : mapping
    """

    __test__ = False  # the name tells pytest to collect it

    method: str
    name: str
    statistic: float
    df: float
    df_denominator: float
    p_value: float
    n: int
    estimate: float = float("nan")
    std_error: float = float("nan")
    conf_low: float = float("nan")
    conf_high: float = float("nan")
    deltas: tuple[float, ...] = ()
    reason: str = ""
    provenance: Mapping[str, Any] = field(default_factory=dict)

    @property
    def frame(self) -> pd.DataFrame:
        """One row."""
        import pandas as pd

        names = ("method", "name", "statistic", "df", "df_denominator", "p_value", "n")
        more = ("estimate", "std_error", "conf_low", "conf_high", "reason")
        return pd.DataFrame([{name: getattr(self, name) for name in (*names, *more)}])


@dataclass(frozen=True, eq=False, repr=False)
class Model(Printed):
    """A fitted model with its design-based covariance.

    Attributes
    ----------
    formula, family : str
    names : tuple of str
        Coefficients, in order.
    coef : ndarray, shape (k,)
    covariance : ndarray, shape (k, k)
    df : float
        Residual degrees of freedom: those of the design, plus one, minus coefficients.
    n : int
        Respondents that the model uses.
    level : float
    provenance, details : mapping
    """

    formula: str
    family: str
    names: tuple[str, ...]
    coef: FloatArray
    covariance: FloatArray
    df: float
    n: int
    level: float = 0.95
    provenance: Mapping[str, Any] = field(default_factory=dict)
    details: Mapping[str, Any] = field(default_factory=dict)
    _source: Any = None

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_source": None}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)

    @property
    def std_error(self) -> FloatArray:
        """Standard errors, shape (k,)."""
        return np.sqrt(np.diag(self.covariance))

    @property
    def frame(self) -> pd.DataFrame:
        """One row a coefficient: estimate, standard error, interval, t test.

        A coefficient without sampling error has no test.
        """
        import pandas as pd

        df = np.full(len(self.coef), self.df)
        low, high = intervals.mean_interval(self.coef, self.std_error, df, self.level)
        known = self.std_error > 0
        statistic = np.where(known, self.coef / np.where(known, self.std_error, 1.0), np.nan)
        return pd.DataFrame(
            {
                "term": self.names,
                "estimate": self.coef,
                "std_error": self.std_error,
                "conf_low": low,
                "conf_high": high,
                "df": df,
                "statistic": statistic,
                "p_value": intervals.two_sided_p(statistic, df),
            }
        )
