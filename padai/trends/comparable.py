"""Series of comparable waves: which waves each has, when, and with which covariance."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from padai.errors import ComparisonError
from padai.numerics.contrasts import smooth
from padai.numerics.designs import FloatArray
from padai.results import Estimates, Framed
from padai.survey import Survey
from padai.trends.bridges import Footing, contrast_df, footing
from padai.trends.pairs import KEY, part_of, source_of
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

Scale = Literal["points", "logit"]
Times = Mapping[str, float | dt.date]
DAYS_A_YEAR = 365.25
SERIES_COLUMNS = ("first_wave", "last_wave", "n_waves", "left_out", "breaks", "reason")
TOO_FEW, AT_LIMIT = "too_few_comparable_waves", "share_of_0_or_1"
NO_ERROR, FEW_DF = "no_sampling_error", "too_few_degrees_of_freedom"


@dataclass(frozen=True, eq=False, repr=False)
class SeriesTests(Framed):
    """Slopes, tests or bends of series, tidy.

    Attributes
    ----------
    frame : pandas.DataFrame
        `SLOPE_COLUMNS`, `JOINT_COLUMNS` or `BEND_COLUMNS`. `left_out` names the waves that a break
        keeps out, those without an estimate, and those whose estimate has no sampling error (a
        share of 0 or 1, a value that calibration fixes): a reason then says so beside what the
        other waves give. `breaks` are those that keep waves out or are bridged.
    level : float
    survey : Survey or None
    provenance : mapping
    """

    _frame: pd.DataFrame
    level: float = 0.95
    survey: Survey | None = None
    provenance: Mapping[str, Any] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._frame)

    def labelled(self, lang: str = "fr") -> pd.DataFrame:
        """Return the frame with the definition's texts in place of codes."""
        from padai.survey.labelling import label_frame

        waved = "wave" in self._frame
        frame = self._frame if waved else self._frame.assign(wave=self._frame["last_wave"])
        frame = frame.astype({"wave": "category", "reason": "category"})
        out = label_frame(frame, self.survey, lang)
        return out if waved else out.drop(columns="wave")


@dataclass(frozen=True, eq=False)
class Series:
    """One series on one footing; `value` is on the scale asked for.

    `df` is that of all waves together, `ends_df` that of the first and the last, `least_df` the
    fewest of one wave; `comparable` counts the waves left out for want of a sampling error too.
    """

    keys: dict[str, str]
    waves: tuple[str, ...]
    times: FloatArray
    value: FloatArray
    covariance: FloatArray
    df: float
    ends_df: float
    least_df: float
    comparable: int
    usable: bool
    about: dict[str, Any]

    def without(self, reason: str) -> Series:
        """Return the series with the reason why nothing is told of it."""
        return replace(self, usable=False, about={**self.about, "reason": reason})


def series_of(trend: Estimates, times: Times | None, on: Scale, least: int) -> Iterator[Series]:
    """Yield each series on the footing of its last wave, and refuse where none has enough waves."""
    years = years_of(trend, times)
    all_series = [one_series(trend, rows, years, on, least) for rows in rows_by_key(trend)]
    most = max((series.comparable for series in all_series), default=0)
    if most < least:
        broken = sorted({b for series in all_series for b in series.about["breaks"].split()})
        broken_message = (
            Said("trends-breaks-without-a-bridge", breaks=", ".join(broken)) if broken else ""
        )
        raise ComparisonError(
            Said(
                "trends-this-needs-comparable-waves-and-no",
                least=least,
                most=most,
                broken=broken_message,
            ),
        )
    return iter(all_series)


def one_series(
    trend: Estimates, rows: NDArray[np.intp], years: Mapping[str, float], on: Scale, least: int
) -> Series:
    """Return the series of some rows, waves in order, on the footing of its last wave."""
    frame = trend.frame.iloc[rows]
    waves = frame["wave"].to_numpy(object)
    keys = {name: str(frame[name].iloc[0]) for name in KEY}
    share = followed_share(trend, keys)
    entered, without = _with_error(frame, share)
    kept, breaks, left, placed = waves[:0], "", waves[~entered], None
    if entered.any():
        last = str(waves[entered][-1])
        placed = footing(trend, rows[entered], last, part_of(trend))
        kept = waves[np.isin(rows, placed.rows)]
        left = waves[~np.isin(rows, placed.rows)]
        breaks = " ".join(placed.breaks)
    comparable = len(kept) + int((without != "").sum())
    refusal = str(without[without != ""][0]) if (without != "").any() else ""
    about: dict[str, Any] = {
        "first_wave": str(kept[0]) if len(kept) else "",
        "last_wave": str(kept[-1]) if len(kept) else "",
        "n_waves": len(kept),
        "left_out": " ".join(left),
        "breaks": breaks,
        "reason": TOO_FEW if comparable < least else refusal,
    }
    names = tuple(str(w) for w in kept)
    at = np.array([years[name] for name in names])
    if placed is None:
        empty = np.empty(0)
        nothing = np.empty((0, 0))
        return Series(keys, names, at, empty, nothing, 0.0, 0.0, 0.0, comparable, False, about)
    value, covariance, on_scale = _on(placed, on, about, keys, share)
    least_df = float(trend.frame["df"].to_numpy(float)[placed.rows].min())
    usable = on_scale and len(kept) >= least
    between = contrast_df(trend, placed.rows[[0, -1]]) if usable and len(kept) > 2 else placed.df
    return Series(
        keys, names, at, value, covariance, placed.df, between, least_df, comparable, usable, about
    )


def _with_error(frame: pd.DataFrame, share: bool) -> tuple[NDArray[np.bool_], NDArray[np.object_]]:
    """Return which waves enter a series, and why those do not that have no sampling error."""
    estimate = frame["estimate"].to_numpy(float)
    answered = np.isfinite(estimate) & (frame["df"].to_numpy(float) > 0)
    limit = answered & share & ((estimate == 0) | (estimate == 1))
    fixed = answered & ~limit & ~(frame["std_error"].to_numpy(float) > 0)
    without = np.where(limit, AT_LIMIT, np.where(fixed, NO_ERROR, "")).astype(object)
    return answered & ~limit & ~fixed, without


def _on(
    placed: Footing, on: Scale, about: dict[str, Any], keys: Mapping[str, str], share: bool
) -> tuple[FloatArray, FloatArray, bool]:
    """Return values and covariance on the scale asked for, and whether each wave has one."""
    if on == "points":
        return placed.estimate, placed.covariance, True
    if not share or ((placed.estimate < 0) | (placed.estimate > 1)).any():
        raise ComparisonError(
            Said(
                "trends-is-no-share-and-has-no-logit-use-on",
                question=keys["question"],
                response=keys["response"],
            ),
        )
    if ((placed.estimate == 0) | (placed.estimate == 1)).any():
        about["reason"] = about["reason"] or AT_LIMIT
        return placed.estimate, placed.covariance, False
    transformed = smooth(lambda p: np.log(p / (1 - p)), placed.estimate, placed.covariance)
    return transformed.estimate, transformed.covariance, True


def followed_share(trend: Estimates, keys: Mapping[str, str]) -> bool:
    """Whether a series is of shares: neither of means nor of balances."""
    response = keys["response"]
    question = trend.survey.questions.get(keys["question"]) if trend.survey else None
    net = question.net(response) if question else None
    numbers = response == "mean" or response.startswith("q0.")
    return not numbers and (net is None or not net.is_balance)


def years_of(trend: Estimates, times: Times | None) -> dict[str, float]:
    """Return the time of each wave in years.

    Raises
    ------
    ComparisonError
        A wave has no date, or the waves are not in the order of their dates.
    """
    waves = [str(name) for name in trend.frame["wave"].cat.categories]
    years: dict[str, float] = {}
    for wave in waves:
        at = times.get(wave) if times is not None else _date_of(trend, wave)
        if at is None:
            raise ComparisonError(Said("trends-wave-has-no-date-and-a-slope-is-over", wave=wave))
        years[wave] = at.toordinal() / DAYS_A_YEAR if isinstance(at, dt.date) else float(at)
    if (np.diff(list(years.values())) <= 0).any():
        raise ComparisonError(Said("trends-waves-are-not-in-order", waves=", ".join(waves)))
    return years


def _date_of(trend: Estimates, wave: str) -> dt.date | None:
    if trend.survey is not None and wave in trend.survey.waves:
        return trend.survey.wave(wave).date
    if not trend.attached:
        return None
    dates = {w.id: w.date for w in source_of(trend).waves.waves}
    date: dt.date | None = dates.get(wave)
    return date


def rows_by_key(trend: Estimates, among: NDArray[np.intp] | None = None) -> list[NDArray[np.intp]]:
    """Return the rows of each series, waves in order; series as they first stand in the frame.

    `among` names the rows that matter, in increasing order; None: all.
    """
    frame = trend.frame
    order = frame["wave"].cat.codes.to_numpy()
    chosen = np.arange(len(frame)) if among is None else among
    groups = frame.iloc[chosen].groupby(list(KEY), observed=True, sort=False).indices
    series_rows = [chosen[np.asarray(rows, dtype=np.intp)] for rows in groups.values()]
    series_rows.sort(key=lambda rows: int(rows[0]))
    return [rows[np.argsort(order[rows], kind="stable")] for rows in series_rows]


def finished(
    rows: list[dict[str, Any]],
    columns: tuple[str, ...],
    trend: Estimates,
    level: float,
    asked: dict[str, Any],
) -> SeriesTests:
    """Return rows as a result, its keys categories of the trend."""
    import pandas as pd

    frame = pd.DataFrame(rows, columns=list(columns))
    known = trend.frame
    for name in KEY:
        frame[name] = pd.Categorical(frame[name], categories=list(known[name].cat.categories))
    return SeriesTests(frame, level, trend.survey, asked)
