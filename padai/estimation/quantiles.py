"""Quantiles of a quantity, with Woodruff's intervals."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from padai.errors import DefinitionError, EstimationError, nearest
from padai.estimation.analysis import Analysis, Source, Where, codes_of, domain_of, numbers_of
from padai.numerics.quantiles import (
    INTERVALS,
    RULES,
    QuantileInterval,
    quantile_interval,
    weighted_quantile,
)
from padai.results import COLUMNS, KEYS, TOTAL, Estimates
from padai.waves.argument_shapes import as_given, is_data
from padai.waves.guards import guarded
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]

_NO_LIMIT = "no_limit"


@guarded
def quantile(
    wave: Source,
    variables: str | Sequence[str],
    *,
    probs: Sequence[float] = (0.25, 0.5, 0.75),
    by: str | Sequence[str] | None = None,
    where: Where = None,
    qrule: str = "math",
    ci: str = "mean",
    level: float = 0.95,
) -> Estimates:
    """Estimate quantiles in domains.

    Parameters
    ----------
    wave
        A wave, or a stack of waves.
    variables
        Columns of numbers, or questions with scores.
    probs
        Shares, 0 to 1; the response ``q0.5`` is the median.
    by
        Breakdowns, questions or columns, each by itself; ``"sex*region"`` is crossed.
    where
        Rows that take part: codes wanted of columns, or a mask. The design stays whole.
    qrule
        Of `padai.numerics.quantiles.RULES`, by R's names: ``math`` (default) is the smallest value
        with at least the share at or under it.
    ci
        Interval of the share that is read back as values: ``mean`` (symmetric, default),
        ``xlogit``, ``asin``, ``beta``; or ``score``, the values that a test does not reject; or
        ``quantile``, from the quantiles of replicates, for replicate-weight designs.
    level
        Confidence level.

    Returns
    -------
    Estimates
        `std_error` is half the interval over the t quantile (Woodruff); `deff` and `n_eff` are
        those of the share at or under the quantile. Where the interval of the share leaves 0 to 1,
        a limit is empty and `reason` is ``no_limit``. An interval without width says why:
        ``at_limit`` (everybody is at or under the quantile), ``no_sampling_error`` (strata or the
        calibration fix the share), ``one_value`` (both limits fall on one value).

    Raises
    ------
    DefinitionError
        An unknown rule, interval or variable; a share outside 0 to 1.
    EstimationError
        A variable holds no numbers; ``quantile`` or ``score`` is asked of a design without or with
        replicates.

    References
    ----------
    Woodruff (1952), *JASA* 47, 635-646. R: ``survey::svyquantile``.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.design import Design
    >>> from padai.waves.wave import Wave
    >>> wave = Wave(pd.DataFrame({"w": 1.0, "age": range(20, 70)}), Design(weight="w"))
    >>> quantile(wave, "age", probs=[0.5]).frame["estimate"].tolist()
    [44.0]
    """
    names = [variables] if isinstance(variables, str) else list(variables)
    if not names:
        raise DefinitionError(Said("estimation-name-one-variable"))
    breakdowns = [] if by is None else [by] if isinstance(by, str) else list(by)
    shares = _checked(probs, qrule, ci, wave)
    domains = list(_domains(wave, breakdowns, domain_of(wave, where)))
    analysis = Analysis(wave.sample)
    numbers = {name: numbers_of(wave, name) for name in names}
    cells = [
        _cell(analysis, numbers[name], p, domain, name, qrule=qrule, ci=ci, level=level)
        for i in range(len(wave.waves))
        for name in names
        for domain in domains
        if domain.wave == i
        for p in shares
    ]
    responses = [_label(p) for p in shares]
    return Estimates(
        _frame(cells, wave, names, responses, breakdowns),
        level=level,
        ci=ci,
        survey=wave.survey,
        provenance={
            "verb": "quantile",
            "waves": wave.wave_ids,
            "variables": tuple(names),
            "probs": tuple(shares),
            "by": tuple(breakdowns),
            "qrule": qrule,
            "ci": ci,
        },
        _source=_Source(analysis, tuple(cells), qrule, ci),
    )


@dataclass(frozen=True, eq=False)
class _Domain:
    wave: int
    breakdown: str
    group: str
    rows: BoolArray


@dataclass(frozen=True, eq=False)
class _Cell:
    question: str
    p: float
    domain: _Domain
    values: FloatArray
    member: BoolArray
    interval: QuantileInterval | None
    df: float


@dataclass(frozen=True, eq=False)
class _Source:
    """Covariances of quantiles: those of the shares, scaled to the Woodruff standard errors."""

    analysis: Analysis
    cells: tuple[_Cell, ...]
    qrule: str
    ci: str

    def covariance(self, rows: NDArray[np.intp]) -> FloatArray:
        """Return the covariance of some rows."""
        chosen = [self.cells[int(i)] for i in rows]
        missing = sum(c.interval is None or not np.isfinite(c.interval.std_error) for c in chosen)
        if missing:
            raise EstimationError(
                Said(
                    "estimation-of-quantiles-have-no-standard-error-name",
                    missing=missing,
                    count_chosen=len(chosen),
                )
            )
        w = self.analysis.weights
        u = np.zeros((len(w), len(chosen)))
        for j, cell in enumerate(chosen):
            assert cell.interval is not None
            u[:, j] = _influence(cell, cell.interval, w)

        def quantiles(weights: FloatArray) -> FloatArray:
            return np.array([_share_or_quantile(c, weights, self.qrule, self.ci) for c in chosen])

        member = np.logical_or.reduce([c.member for c in chosen])
        return self.analysis.covariance(u, member, quantiles)

    def degrees(self, rows: NDArray[np.intp]) -> int:
        """Return psus minus strata of the members of some rows."""
        return int(self.analysis.df(self._members(rows)))

    def respondents(self, rows: NDArray[np.intp]) -> int:
        """Count the members of some rows."""
        return int(self._members(rows).sum())

    def _members(self, rows: NDArray[np.intp]) -> BoolArray:
        member: BoolArray = np.logical_or.reduce([self.cells[int(i)].member for i in rows])
        return member


def _unknown(what: str, given: str, known: Collection[str]) -> DefinitionError:
    listed, hint = ", ".join(known), nearest(str(given), known)
    return DefinitionError(
        Said("padai-not-known-use-one-of", what=what, given=given, known=listed, hint=hint)
    )


def _checked(probs: Sequence[float], qrule: str, ci: str, wave: Source) -> list[float]:
    if qrule not in RULES:
        raise _unknown("qrule", qrule, RULES)
    if ci not in (*INTERVALS, "quantile"):
        raise _unknown("ci", ci, [*INTERVALS, "quantile"])
    replicated = wave.sample.replicates is not None
    if ci == "quantile" and not replicated:
        raise EstimationError(Said("estimation-ci-quantile-needs-replicate-weights-use"))
    if ci == "score" and replicated:
        raise EstimationError(Said("estimation-ci-score-needs-a-design-without"))
    try:
        shares = [float(p) for p in np.atleast_1d(np.asarray(probs, dtype=float))]
    except (TypeError, ValueError):
        shares = []
    if not shares or not all(0 <= p <= 1 for p in shares):
        shown = as_given(probs) if is_data(probs) else repr(probs)
        raise DefinitionError(Said("estimation-probs-needs-shares-from-0-to-1-one-at", probs=shown))
    return shares


def _label(p: float) -> str:
    return f"q{p:g}"


def _domains(wave: Source, breakdowns: Sequence[str], inside: BoolArray) -> Iterator[_Domain]:
    starts = np.cumsum([0, *(len(part) for part in wave.waves)])
    for i in range(len(wave.waves)):
        rows = np.zeros(len(wave), dtype=bool)
        rows[starts[i] : starts[i + 1]] = inside[starts[i] : starts[i + 1]]
        yield _Domain(i, TOTAL, TOTAL, rows)
        for name in breakdowns:
            coded = codes_of(wave, name)
            for j, label in enumerate(coded.labels):
                yield _Domain(i, name, label, rows & (coded.codes == j))


def _cell(
    analysis: Analysis,
    x: FloatArray,
    p: float,
    domain: _Domain,
    name: str,
    *,
    qrule: str,
    ci: str,
    level: float,
) -> _Cell:
    member = domain.rows & ~np.isnan(x)
    df = analysis.df(member) if member.any() else 0.0
    made = partial(_Cell, name, p, domain, x, member, df=df)
    if not member.any():
        return made(interval=None)
    w, values = analysis.weights[member], x[member]
    if df <= 0:
        point = float(weighted_quantile(values, w, [p], qrule)[0])
        nan = float("nan")
        return made(interval=QuantileInterval(point, nan, nan, nan, nan, nan))
    if ci == "quantile":
        interval = _from_replicates(analysis, values, member, p, df=df, qrule=qrule, level=level)
        return made(interval=interval)

    def variance(inside: FloatArray) -> float:
        return _share_variance(analysis, member, inside)

    interval = quantile_interval(values, w, p, variance, df=df, level=level, rule=qrule, kind=ci)
    return made(interval=interval)


def _share_variance(analysis: Analysis, member: BoolArray, inside: FloatArray) -> float:
    """Design variance of a share among members."""
    w = analysis.weights[member]
    total, share = w.sum(), np.average(inside, weights=w)
    u = np.zeros((len(member), 1))
    u[member, 0] = (inside - share) / total

    def again(weights: FloatArray) -> FloatArray:
        return np.array([np.average(inside, weights=weights[member])])

    return float(analysis.covariance(u, member, again)[0, 0])


def _from_replicates(
    analysis: Analysis,
    x: FloatArray,
    member: BoolArray,
    p: float,
    *,
    df: float,
    qrule: str,
    level: float,
) -> QuantileInterval:
    from scipy import special

    def again(weights: FloatArray) -> FloatArray:
        return weighted_quantile(x, weights[member], [p], qrule)

    nothing = np.zeros((len(member), 1))
    error = float(np.sqrt(analysis.covariance(nothing, member, again)[0, 0]))
    point = float(again(analysis.weights)[0])
    half = float(special.stdtrit(df, (1 + level) / 2)) * error
    share = float(np.average(x <= point, weights=analysis.weights[member]))
    spread = _share_variance(analysis, member, (x <= point).astype(float))
    return QuantileInterval(point, point - half, point + half, error, share, float(np.sqrt(spread)))


def _factor(interval: QuantileInterval) -> float:
    """Standard error of the quantile over that of the share: one over the density there."""
    return interval.std_error / interval.share_se if interval.share_se > 0 else 0.0


def _influence(cell: _Cell, interval: QuantileInterval, w: FloatArray) -> FloatArray:
    under = np.where(cell.member, cell.values <= interval.estimate, False).astype(float)
    spread = np.where(cell.member, interval.share - under, 0.0)
    return np.asarray(spread / w[cell.member].sum() * _factor(interval))


def _share_or_quantile(cell: _Cell, weights: FloatArray, qrule: str, ci: str) -> float:
    """What is computed anew with a replicate's weights."""
    w, x = weights[cell.member], cell.values[cell.member]
    assert cell.interval is not None
    if ci == "quantile":
        return float(weighted_quantile(x, w, [cell.p], qrule)[0])
    return -float(np.average(x <= cell.interval.estimate, weights=w)) * _factor(cell.interval)


def _frame(
    cells: Sequence[_Cell],
    wave: Source,
    names: list[str],
    responses: list[str],
    breakdowns: list[str],
) -> pd.DataFrame:
    import pandas as pd

    texts = {
        "wave": [wave.wave_ids[c.domain.wave] for c in cells],
        "question": [c.question for c in cells],
        "response": [_label(c.p) for c in cells],
        "breakdown": [c.domain.breakdown for c in cells],
        "group": [c.domain.group for c in cells],
    }
    groups = [label for name in breakdowns for label in codes_of(wave, name).labels]
    orders = {
        "wave": wave.wave_ids, "question": names, "response": responses,
        "breakdown": [TOTAL, *breakdowns], "group": [TOTAL, *groups],
    }  # fmt: skip
    columns: dict[str, Any] = {
        key: pd.Categorical(texts[key], list(dict.fromkeys(orders[key]))) for key in KEYS
    }
    rows = [_numbers(cell) for cell in cells]
    columns |= {name: [row[name] for row in rows] for name in rows[0]}
    frame = pd.DataFrame(columns)
    frame["flag"], frame["reason"] = pd.Categorical(frame["flag"]), pd.Categorical(frame["reason"])
    return frame.loc[:, list(COLUMNS)]


def _reason(interval: QuantileInterval) -> str:
    """Say why an interval lacks a limit or has no width; nothing where neither is so."""
    if not (np.isfinite(interval.low) and np.isfinite(interval.high)):
        return _NO_LIMIT
    if interval.share >= 1:
        return "at_limit"
    if interval.share_se == 0:
        return "no_sampling_error"
    return "one_value" if interval.std_error == 0 else ""


def _numbers(cell: _Cell) -> dict[str, Any]:
    n = int(cell.member.sum())
    nan = float("nan")
    interval = cell.interval or QuantileInterval(nan, nan, nan, nan, nan, nan)
    flag, reason = "", _reason(interval)
    if n == 0:
        flag, reason = "0", "empty_domain"
    elif cell.df <= 0:
        flag, reason = "d", "no_degrees_of_freedom"
    deff = nan
    if n > 1 and 0 < interval.share < 1:
        deff = interval.share_se**2 / (interval.share * (1 - interval.share) / (n - 1))
    return {
        "estimate": interval.estimate,
        "std_error": interval.std_error,
        "conf_low": interval.low,
        "conf_high": interval.high,
        "df": cell.df,
        "n_base": n,
        "n_eff": n / deff if deff > 0 else nan,
        "deff": deff,
        "cv": interval.std_error / abs(interval.estimate) if interval.estimate else nan,
        "flag": flag,
        "reason": reason,
    }
