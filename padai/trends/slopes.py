"""How fast did it change, did it change at all, and did the pace change?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

from padai.errors import ComparisonError
from padai.numerics.contrasts import linear, smooth
from padai.numerics.designs import FloatArray
from padai.numerics.differences import tested
from padai.numerics.slopes import (
    LEAST_WAVES_FOR_A_BEND,
    Fit,
    bend_contrasts,
    max_t_p,
    no_change,
    polynomial_contrasts,
)
from padai.results import Estimates
from padai.survey import Survey
from padai.trends.bridges import Footing, footing
from padai.trends.pairs import KEY, part_of, source_of
from padai.trends.verdicts import SIGNIFICANCE

if TYPE_CHECKING:
    import pandas as pd

Scale = Literal["points", "logit"]
Times = Mapping[str, float | dt.date]
DAYS_A_YEAR = 365.25
SERIES_COLUMNS = ("first_wave", "last_wave", "n_waves", "left_out", "breaks", "reason")
TESTED_COLUMNS = ("estimate", "std_error", "conf_low", "conf_high", "df", "statistic", "p_value")
SLOPE_COLUMNS = (*KEY, "term", "on", *TESTED_COLUMNS, *SERIES_COLUMNS)
JOINT_COLUMNS = (*KEY, "on", "statistic", "df", "ddf", "p_value", *SERIES_COLUMNS)
BEND_COLUMNS = (*KEY, "wave", "on", *TESTED_COLUMNS, "p_adjusted", "bend", *SERIES_COLUMNS)
TOO_FEW, AT_LIMIT = "too_few_comparable_waves", "share_of_0_or_1"
LEAST_FOR = {1: 2, 2: 3}


@dataclass(frozen=True, eq=False)
class SeriesTests:
    """Slopes, tests or bends of series, tidy.

    Attributes
    ----------
    frame : pandas.DataFrame
        `SLOPE_COLUMNS`, `JOINT_COLUMNS` or `BEND_COLUMNS`. `left_out` names the waves that a break
        keeps out, and those without an estimate; `breaks` the breaks that do so or are bridged.
    level : float
    survey : Survey or None
    provenance : mapping
    """

    _frame: pd.DataFrame
    level: float = 0.95
    survey: Survey | None = None
    provenance: Mapping[str, Any] = field(default_factory=dict)

    @property
    def frame(self) -> pd.DataFrame:
        """The tidy frame; changing it changes nothing here."""
        return self._frame.copy(deep=False)

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

    def _repr_html_(self) -> str:
        return str(self._frame.to_html(max_rows=24, notebook=True))


def slope(
    trend: Estimates,
    *,
    on: Scale = "points",
    fit: Fit = "ols",
    degree: Literal[1, 2] = 1,
    times: Times | None = None,
    level: float | None = None,
) -> SeriesTests:
    """Fit a trend to each series, over the waves' true dates and with their full covariance.

    Parameters
    ----------
    trend
        From :func:`padai.trend`, or any verb on a stack.
    on
        ``points``: the estimates as they are, so that a share's slope is in shares a year.
        ``logit``: the log-odds of shares.
    fit
        ``ols``: every wave counts the same, as in R's ``svycontrast``; ``gls``: by generalised
        least squares. Standard errors come from the covariance of the waves either way.
    degree
        2 adds the curvature: the change of the yearly change, a year.
    times
        Year (or date) of each wave; None: the middle of its fieldwork.
    level
        Confidence level; None: that of the estimates.

    Returns
    -------
    SeriesTests
        One row a series and term (``slope``, ``curvature``). Of a broken series, the waves since
        the last break that no bridge crosses.

    Raises
    ------
    ComparisonError
        Waves have no dates, or are not in their order; no series has enough comparable waves.

    References
    ----------
    R: ``survey::svycontrast``.

    Examples
    --------
    >>> padai.slope(trend, on="points").frame[["estimate", "p_value"]]  # doctest: +SKIP
    """
    terms = ("slope", "curvature")[:degree]
    level = level or trend.level
    rows = []
    for series in series_of(trend, times, on, LEAST_FOR[degree]):
        if series.usable:
            cov = series.covariance if fit == "gls" else None
            found = linear(
                polynomial_contrasts(series.times, degree, cov), series.value, series.covariance
            )
            numbers = _tests(found.estimate, found.covariance, series.df, level)
        else:
            numbers = dict.fromkeys(TESTED_COLUMNS, np.full(degree, np.nan))
        for place, term in enumerate(terms):
            own = {name: values[place] for name, values in numbers.items()}
            rows.append({**series.keys, "term": term, "on": on, **own, **series.about})
    asked = {"verb": "slope", "on": on, "fit": fit, "degree": degree}
    return finished(rows, SLOPE_COLUMNS, trend, level, asked)


def joint_test(
    trend: Estimates, *, on: Scale = "points", times: Times | None = None
) -> SeriesTests:
    """Test, for each series, that no wave differs from another.

    Parameters
    ----------
    trend, on, times
        As in :func:`slope`.

    Returns
    -------
    SeriesTests
        One row a series: adjusted Wald ``(df - k + 1) / (k df) W`` on F(k, df - k + 1), df the psus
        minus strata of all who answered in a comparable wave.

    Raises
    ------
    ComparisonError
        As :func:`slope`.

    References
    ----------
    Korn and Graubard (1990), *American Statistician* 44, 270-276.

    Examples
    --------
    >>> padai.joint_test(trend).frame["p_value"]  # doctest: +SKIP
    """
    rows = []
    for series in series_of(trend, times, on, 2):
        numbers = dict.fromkeys(("statistic", "df", "ddf", "p_value"), np.nan)
        if series.usable:
            found = no_change(series.value, series.covariance, series.df)
            numbers = {
                "statistic": found.statistic,
                "df": float(found.df),
                "ddf": float(found.ddf),
                "p_value": found.p_value,
            }
        rows.append({**series.keys, "on": on, **numbers, **series.about})
    return finished(rows, JOINT_COLUMNS, trend, trend.level, {"verb": "joint_test", "on": on})


def bend_test(
    trend: Estimates,
    *,
    on: Scale = "points",
    fit: Fit = "ols",
    times: Times | None = None,
    level: float | None = None,
) -> SeriesTests:
    """Test whether the pace of each series changed at one of its waves.

    Parameters
    ----------
    trend, on, fit, times, level
        As in :func:`slope`.

    Returns
    -------
    SeriesTests
        One row a series and wave between the first and the last: the change of the yearly slope
        there, and its p adjusted for the largest |t| over all of these waves. `bend` is whether
        that p is under 0.05: only then may a bend be told of.

    Raises
    ------
    ComparisonError
        No series has five comparable waves.

    References
    ----------
    Hothorn, Bretz and Westfall (2008), *Biometrical Journal* 50, 346-363.

    Examples
    --------
    >>> padai.bend_test(trend).frame.query("bend")  # doctest: +SKIP
    """
    level = level or trend.level
    rows = []
    for series in series_of(trend, times, on, LEAST_WAVES_FOR_A_BEND):
        if not series.usable:
            nothing = dict.fromkeys((*TESTED_COLUMNS, "p_adjusted"), np.nan)
            rows.append(
                {**series.keys, "wave": "", "on": on, **nothing, "bend": False, **series.about}
            )
            continue
        cov = series.covariance if fit == "gls" else None
        found = linear(bend_contrasts(series.times, cov), series.value, series.covariance)
        numbers = _tests(found.estimate, found.covariance, series.df, level)
        adjusted = max_t_p(numbers["statistic"], found.covariance, series.df)
        for place, wave in enumerate(series.waves[1:-1]):
            own = {name: values[place] for name, values in numbers.items()}
            bend = {"p_adjusted": adjusted[place], "bend": bool(adjusted[place] < SIGNIFICANCE)}
            rows.append({**series.keys, "wave": wave, "on": on, **own, **bend, **series.about})
    asked = {"verb": "bend_test", "on": on, "fit": fit}
    return finished(rows, BEND_COLUMNS, trend, level, asked)


@dataclass(frozen=True, eq=False)
class Series:
    """One series on one footing; `value` is on the scale asked for."""

    keys: dict[str, str]
    waves: tuple[str, ...]
    times: FloatArray
    value: FloatArray
    covariance: FloatArray
    df: float
    about: dict[str, Any]

    @property
    def usable(self) -> bool:
        """Whether it has waves enough, and a value on the scale at each."""
        return not self.about["reason"]


def series_of(trend: Estimates, times: Times | None, on: Scale, least: int) -> Iterator[Series]:
    """Yield each series on the footing of its last wave, and refuse where none has enough waves."""
    years = years_of(trend, times)
    found = [_one(trend, rows, years, on, least) for rows in rows_by_key(trend)]
    most = max((len(series.waves) for series in found), default=0)
    if most < least:
        broken = sorted({b for series in found for b in series.about["breaks"].split()})
        said = f" Breaks without a bridge: {', '.join(broken)}." if broken else ""
        raise ComparisonError(
            f"This needs {least} comparable waves, and no series has more than {most}.{said}"
        )
    return iter(found)


def _one(
    trend: Estimates, rows: NDArray[np.intp], years: Mapping[str, float], on: Scale, least: int
) -> Series:
    frame = trend.frame.iloc[rows]
    waves = frame["wave"].to_numpy(object)
    answered = np.isfinite(frame["estimate"].to_numpy(float)) & (frame["df"].to_numpy(float) > 0)
    keys = {name: str(frame[name].iloc[0]) for name in KEY}
    kept, breaks, left, placed = waves[:0], "", waves[~answered], None
    if answered.any():
        last = str(waves[answered][-1])
        placed = footing(trend, rows[answered], last, part_of(trend))
        kept = waves[np.isin(rows, placed.rows)]
        left = waves[~np.isin(rows, placed.rows)]
        breaks = " ".join(placed.breaks)
    about: dict[str, Any] = {
        "first_wave": str(kept[0]) if len(kept) else "",
        "last_wave": str(kept[-1]) if len(kept) else "",
        "n_waves": len(kept),
        "left_out": " ".join(left),
        "breaks": breaks,
        "reason": TOO_FEW if placed is None or len(kept) < least else "",
    }
    names = tuple(str(w) for w in kept)
    at = np.array([years[name] for name in names])
    if placed is None:
        empty = np.empty(0)
        return Series(keys, names, at, empty, np.empty((0, 0)), 0.0, about)
    value, covariance = _on(placed, on, about, keys)
    return Series(keys, names, at, value, covariance, placed.df, about)


def _on(
    placed: Footing, on: Scale, about: dict[str, Any], keys: Mapping[str, str]
) -> tuple[FloatArray, FloatArray]:
    if on == "points":
        return placed.estimate, placed.covariance
    if keys["response"] == "mean" or ((placed.estimate < 0) | (placed.estimate > 1)).any():
        raise ComparisonError(
            f"'{keys['question']}' ({keys['response']}) is no share, and has no logit. Use "
            "on='points'."
        )
    if ((placed.estimate == 0) | (placed.estimate == 1)).any():
        about["reason"] = about["reason"] or AT_LIMIT
        return placed.estimate, placed.covariance
    found = smooth(lambda p: np.log(p / (1 - p)), placed.estimate, placed.covariance)
    return found.estimate, found.covariance


def years_of(trend: Estimates, times: Times | None) -> dict[str, float]:
    """Return the time of each wave in years.

    Raises
    ------
    ComparisonError
        A wave has no date, or the waves are not in the order of their dates.
    """
    waves = [str(name) for name in trend.frame["wave"].cat.categories]
    found: dict[str, float] = {}
    for wave in waves:
        at = times.get(wave) if times is not None else _date_of(trend, wave)
        if at is None:
            raise ComparisonError(
                f"Wave '{wave}' has no date, and a slope is over true dates. Give it one, "
                "Wave(..., date=...), or say times={'" + wave + "': ...} in years."
            )
        found[wave] = at.toordinal() / DAYS_A_YEAR if isinstance(at, dt.date) else float(at)
    if (np.diff(list(found.values())) <= 0).any():
        raise ComparisonError(
            f"Waves {', '.join(waves)} are not in the order of their dates, or two share one. "
            "Stack them from the oldest to the latest."
        )
    return found


def _date_of(trend: Estimates, wave: str) -> dt.date | None:
    if trend.survey is not None and wave in trend.survey.waves:
        return trend.survey.wave(wave).date
    if not trend.attached:
        return None
    dates = {w.id: w.date for w in source_of(trend).waves.waves}
    found: dt.date | None = dates.get(wave)
    return found


def rows_by_key(trend: Estimates) -> list[NDArray[np.intp]]:
    """Return the rows of each series, waves in order; series as they first stand in the frame."""
    frame = trend.frame
    groups = frame.groupby(list(KEY), observed=True, sort=False).indices
    order = frame["wave"].cat.codes.to_numpy()
    found = [np.asarray(rows, dtype=np.intp) for rows in groups.values()]
    found.sort(key=lambda rows: int(rows[0]))
    return [rows[np.argsort(order[rows], kind="stable")] for rows in found]


def _tests(
    estimate: FloatArray, covariance: FloatArray, df: float, level: float
) -> dict[str, FloatArray]:
    found = tested(estimate, np.diag(covariance), np.full(len(estimate), df), level)
    columns = (found.difference, *(getattr(found, name) for name in TESTED_COLUMNS[1:]))
    return dict(zip(TESTED_COLUMNS, columns, strict=True))


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
