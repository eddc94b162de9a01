"""Pairs of rows of one Estimates, with the variance and degrees of freedom of their difference."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from padai.errors import ComparisonError, EstimationError
from padai.numerics.designs import FloatArray
from padai.results import Estimates
from padai.words import Said, in_a_row

if TYPE_CHECKING:
    import pandas as pd

KEY = ("question", "response", "breakdown", "group")
Key = tuple[str, str, str, str]
NO_VARIANCE = 1e-12
"""Of the two variances: what is left below this share of their sum is rounding."""
AT_ONCE = 400
"""Rows of a covariance matrix worked out in one go."""


@dataclass(frozen=True, eq=False)
class Pairs:
    """Rows of `estimates` that are compared: `later` minus `earlier`, arrays of shape (k,)."""

    estimates: Estimates
    later: NDArray[np.intp]
    earlier: NDArray[np.intp]

    def __len__(self) -> int:
        return len(self.later)

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The frame of the estimates."""
        return self.estimates.frame

    def column(self, name: str, side: str = "later") -> Any:
        """Return a column of the frame for one side of the pairs."""
        rows = self.later if side == "later" else self.earlier
        return self.frame[name].to_numpy()[rows]

    @property
    def difference(self) -> FloatArray:
        """Later minus earlier."""
        change: FloatArray = self.column("estimate") - self.column("estimate", "earlier")
        return change

    def keys(self) -> pd.DataFrame:
        """Return the keys of each pair but its wave, in the categories of the frame."""
        return self._keys

    @cached_property
    def _keys(self) -> pd.DataFrame:
        return self.frame[list(KEY)].iloc[self.later].reset_index(drop=True)

    def variance_and_df(self) -> tuple[FloatArray, FloatArray]:
        """Return the variance of each difference and its degrees of freedom.

        Waves of which the samples are independent share nothing: variances and degrees of freedom
        add up. Otherwise the covariance comes from the influence values of the two rows, and the
        degrees of freedom from the union of their answering members.

        Raises
        ------
        EstimationError
            The estimates are detached, and their waves are not known to be independent.
        """
        sides = ("later", "earlier")
        variance = sum(self.column("std_error", side) ** 2 for side in sides)
        df = sum(self.column("df", side).astype(float) for side in sides)
        df = np.where(np.minimum(*(self.column("df", s) for s in sides)) > 0, df, 0.0)
        if overlap_of(self.estimates) == "none":
            return np.asarray(variance), np.asarray(df)
        covariance, df = self._shared()
        left = variance - 2 * covariance
        return np.where(left < NO_VARIANCE * variance, 0.0, left), df

    def _shared(self) -> tuple[FloatArray, FloatArray]:
        source = source_of(self.estimates)
        paired = getattr(source, "paired", None)
        if paired is not None:
            covariance_and_df: tuple[FloatArray, FloatArray] = paired(self.later, self.earlier)
            return covariance_and_df
        covariance, df = np.empty(len(self)), np.empty(len(self))
        for start in range(0, len(self), AT_ONCE // 2):
            part = slice(start, start + AT_ONCE // 2)
            later, earlier = self.later[part], self.earlier[part]
            rows = np.unique(np.concatenate([later, earlier]))
            matrix = source.covariance(rows)
            place = np.searchsorted(rows, later), np.searchsorted(rows, earlier)
            covariance[part] = matrix[place]
            df[part] = [source.degrees(np.array(p)) for p in zip(later, earlier, strict=True)]
        return covariance, df


def keys_of(frame: pd.DataFrame) -> list[Key]:
    """Name the rows of a frame: by question, response, breakdown and group.

    Examples
    --------
    >>> import pandas as pd
    >>> keys_of(pd.DataFrame([["q", "1", "sex", "F"]], columns=list(KEY)))
    [('q', '1', 'sex', 'F')]
    """
    return list(zip(*(frame[name].astype(str) for name in KEY), strict=True))


def source_of(estimates: Estimates) -> Any:
    """Return where covariances come from, or refuse detached estimates."""
    if not estimates.attached:
        raise EstimationError(Said("trends-these-estimates-are-detached-from-their"))
    return estimates._source


def overlap_of(estimates: Estimates) -> str:
    """Return what the waves of the estimates share."""
    if estimates.attached:
        source = source_of(estimates)
        return str(getattr(source, "overlap", None) or source.waves.overlap)
    return str(estimates.provenance.get("overlap", ""))


def part_of(estimates: Estimates) -> str:
    """Return the part of the waves that the estimates come from."""
    if estimates.attached:
        source = source_of(estimates)
        return str(getattr(source, "part", None) or source.waves.waves[0].part)
    return str(estimates.provenance.get("part", "main"))


def _not_a_wave(frame: pd.DataFrame, wave: str, later: str, earlier: str) -> ComparisonError:
    """Return the error of a wave that estimates lack, which may be a group of theirs."""
    known: Any = in_a_row(*map(str, frame["wave"].cat.categories), by=", ")
    known = known or Said("trends-one-wave-without-a-name")
    holds = frame[frame["group"].astype(str) == wave]
    if len(holds):
        by = str(holds["breakdown"].iloc[0])
        other = earlier if wave == later else later
        return ComparisonError(
            Said("trends-groups-are-not-waves", one=wave, other=other, by=by, known=known)
        )
    return ComparisonError(Said("trends-wave-is-not-among-these", wave=wave, known=known))


def pairs_of(estimates: Estimates, later: str, earlier: str) -> Pairs:
    """Return the pairs of rows of two waves that have the same keys.

    Raises
    ------
    ComparisonError
        A wave is not among the estimates, or both are the same.
    """
    frame = estimates.frame
    known = list(frame["wave"].cat.categories)
    for wave in (later, earlier):
        if wave not in known:
            raise _not_a_wave(frame, wave, later, earlier)
    if later == earlier:
        raise ComparisonError(Said("trends-wave-compared-with-itself", wave=later))
    key = np.zeros(len(frame), dtype=np.int64)
    for name in KEY:
        codes = frame[name].cat.codes.to_numpy().astype(np.int64)
        key = key * (len(frame[name].cat.categories) + 1) + codes
    place_of_wave = frame["wave"].cat.codes.to_numpy()
    first = np.flatnonzero(place_of_wave == known.index(later))
    second = np.flatnonzero(place_of_wave == known.index(earlier))
    order = second[np.argsort(key[second], kind="stable")]
    place = np.searchsorted(key[order], key[first])
    place = np.minimum(place, max(len(order) - 1, 0))
    matched = key[order[place]] == key[first] if len(order) else np.zeros(len(first), dtype=bool)
    return Pairs(estimates, first[matched], order[place[matched]] if len(order) else first[:0])
