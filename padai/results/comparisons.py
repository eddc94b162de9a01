"""What comparisons of estimates give back: contrasts and differences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.numerics import contrasts, intervals
from padai.results.columns import DIFFERENCE_COLUMNS
from padai.results.printed import Printed

if TYPE_CHECKING:
    import pandas as pd

    from padai.survey import Survey


@dataclass(frozen=True, eq=False, repr=False)
class Contrasts(Printed):
    """Combinations of estimates.

    Attributes
    ----------
    names : tuple of str
    values : Contrast
        Estimates and their covariance.
    df : ndarray, shape (m,)
        Units minus strata of the union of the members involved.
    level : float
    """

    names: tuple[str, ...]
    values: contrasts.Contrast
    df: np.ndarray
    level: float = 0.95

    @property
    def frame(self) -> pd.DataFrame:
        """One row a contrast: estimate, standard error, interval, t test."""
        import pandas as pd

        estimate, std_error = self.values.estimate, self.values.std_error
        low, high = intervals.mean_interval(estimate, std_error, self.df, self.level)
        with np.errstate(divide="ignore", invalid="ignore"):
            statistic = estimate / std_error
        return pd.DataFrame(
            {
                "contrast": self.names,
                "estimate": estimate,
                "std_error": std_error,
                "conf_low": low,
                "conf_high": high,
                "df": self.df,
                "statistic": statistic,
                "p_value": intervals.two_sided_p(statistic, self.df),
            }
        )


@dataclass(frozen=True, eq=False, repr=False)
class Differences(Printed):
    """Differences between waves or groups, one a row.

    Attributes
    ----------
    frame : pandas.DataFrame
        Columns `DIFFERENCE_COLUMNS` first, in that order.
    level : float
        Confidence level of the intervals.
    survey : Survey or None
        The definition that texts come from.
    provenance : mapping
        Verb, arguments and waves.
    """

    _frame: pd.DataFrame
    level: float = 0.95
    survey: Survey | None = None
    provenance: Mapping[str, Any] = field(default_factory=dict)
    _source: Any = None

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_source": None}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)

    def detach(self) -> Differences:
        """Return the differences without the respondents: what rests on them is then refused."""
        return replace(self, _source=None)

    @property
    def attached(self) -> bool:
        """Whether the estimates that were compared are still at hand."""
        return self._source is not None

    def __post_init__(self) -> None:
        if tuple(self._frame.columns[: len(DIFFERENCE_COLUMNS)]) != DIFFERENCE_COLUMNS:
            raise ValueError("a Differences frame has the columns of the contract first")

    @property
    def frame(self) -> pd.DataFrame:
        """The tidy frame; changing it changes nothing here."""
        return self._frame.copy(deep=False)

    def __len__(self) -> int:
        return len(self._frame)

    def labelled(self, lang: str = "fr") -> pd.DataFrame:
        """Return the frame with the definition's texts in place of codes."""
        from padai.survey.labelling import label_frame

        return label_frame(self._frame, self.survey, lang)
