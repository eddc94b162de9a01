"""Tests named after R's: means of two groups, ranks; and Wald tests of contrasts."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from padai.errors import DefinitionError, EstimationError, nearest
from padai.estimation.analysis import Analysis, Source, Where, codes_of, domain_of, numbers_of
from padai.numerics.association import refuse_certain
from padai.numerics.association import wald_test as wald_of
from padai.numerics.ranks import SCORES, population_ranks, rank_scores
from padai.numerics.threads import pinned
from padai.results import Test
from padai.waves.guards import guarded
from padai.words import Said

if TYPE_CHECKING:
    from padai.results import Estimates

FloatArray = NDArray[np.float64]


@guarded
def ttest(
    wave: Source,
    variable: str,
    by: str | None = None,
    *,
    where: Where = None,
    null: float = 0.0,
    level: float = 0.95,
) -> Test:
    """Design-based t-test of a mean, or of the difference of two groups' means.

    Parameters
    ----------
    wave
        A wave, or a stack of waves.
    variable
        A column of numbers, or a question with scores.
    by
        A variable with two codes among those who answer: the second's mean minus the first's is
        tested. Without it, the mean is.
    where
        Rows that take part: codes wanted of columns, or a mask.
    null
        What the mean, or the difference, is under the null hypothesis.
    level
        Confidence level of the interval.

    Returns
    -------
    Test
        On t, its `df_denominator` R's degrees of freedom: psus minus strata of those who answer,
        minus one.

    Raises
    ------
    EstimationError
        `by` has not two codes with respondents, or no degree of freedom is left.

    References
    ----------
    R: ``survey::svyttest``.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.design import Design
    >>> from padai.waves.wave import Wave
    >>> frame = pd.DataFrame({"w": 1.0, "y": [1.0, 2, 4, 5], "g": ["a", "a", "b", "b"]})
    >>> ttest(Wave(frame, Design(weight="w")), "y", "g").estimate
    3.0
    """
    y = numbers_of(wave, variable)
    member = domain_of(wave, where) & ~np.isnan(y)
    _check_varies(y[member], variable)
    analysis = Analysis(wave.sample)
    filled = np.where(member, y, 0.0)
    if by is None:
        inside = member.astype(float)[:, None]
        names: tuple[str, ...] = ()
    else:
        groups, names, member = _groups(wave, by, member)
        if len(names) != 2:
            raise EstimationError(
                Said("estimation-a-t-test-needs-two", by=by, count=len(names), variable=variable)
            )
        inside = (groups[:, None] == np.arange(2)).astype(float)
    estimate, V = _means(analysis, filled, inside)
    return _t_test(
        "design-based t-test" if by else "design-based one-sample t-test",
        float(estimate) - null,
        float(estimate),
        V,
        df=analysis.df(member) - 1,
        n=int(member.sum()),
        level=level,
        asked={"wave": wave.id, "variable": variable, "by": by, "groups": names, "null": null},
    )


@pinned
def _means(analysis: Analysis, y: FloatArray, inside: FloatArray) -> tuple[float, float]:
    """Mean of one group, or of the second minus the first, and its variance."""
    sign = np.array([1.0]) if inside.shape[1] == 1 else np.array([-1.0, 1.0])

    def means(w: FloatArray) -> FloatArray:
        return np.asarray([float(((w * y) @ inside / (w @ inside)) @ sign)])

    totals = analysis.weights @ inside
    each = (analysis.weights * y) @ inside / totals
    u = (inside * (y[:, None] - each) / totals) @ sign
    return float(each @ sign), float(
        analysis.covariance(u[:, None], inside.sum(1) > 0, means)[0, 0]
    )


@guarded
@pinned
def ranktest(
    wave: Source,
    variable: str,
    by: str,
    *,
    scores: str | Callable[..., FloatArray] = "wilcoxon",
    ties: str = "rows",
    where: Where = None,
    level: float = 0.95,
) -> Test:
    """Design-based rank test that groups have the same distribution.

    Parameters
    ----------
    wave
        A wave, or a stack of waves.
    variable
        A column of numbers, or a question with scores.
    by
        A variable with two codes or more among those who answer.
    scores
        ``wilcoxon`` or ``KruskalWallis`` (population share), ``vanderWaerden`` (its normal
        quantile), ``median`` (above the median), or a function of (ranks, sum of weights).
    ties
        How equal values share their ranks: ``rows`` as R, in the order of the rows; ``middle``
        whatever their order. They agree where equal values have equal weights.
    where
        Rows that take part: codes wanted of columns, or a mask.
    level
        Confidence level of the interval of the difference.

    Returns
    -------
    Test
        Two groups: t with psus minus strata minus one, as R. More: a Wald statistic on F, its
        denominator psus minus strata minus (groups - 1), as R.

    Raises
    ------
    EstimationError
        `by` has one code only, or no degree of freedom is left.

    References
    ----------
    Lumley and Scott (2013), *Biometrika* 100, 831-842. R: ``survey::svyranktest``.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.design import Design
    >>> from padai.waves.wave import Wave
    >>> frame = pd.DataFrame({"w": 1.0, "y": [1.0, 2, 4, 5], "g": ["a", "a", "b", "b"]})
    >>> ranktest(Wave(frame, Design(weight="w")), "y", "g").estimate
    0.5
    """
    _check_ranking(scores, ties)
    y = numbers_of(wave, variable)
    groups, names, member = _groups(wave, by, domain_of(wave, where) & ~np.isnan(y))
    if len(names) < 2:
        raise EstimationError(
            Said("estimation-has-one-code-among-those-who-answer-a", by=by, variable=variable)
        )
    _check_varies(y[member], variable)
    analysis = Analysis(wave.sample)
    w = analysis.weights[member]
    rank = rank_scores(population_ranks(y[member], w, ties=ties), float(w.sum()), scores)
    inside = (groups[member][:, None] == np.arange(len(names))).astype(float)
    means = (w * rank) @ inside / (w @ inside)
    influence = np.zeros((len(y), len(names)))
    influence[member] = inside * (rank[:, None] - means) / (w @ inside)
    V = analysis.covariance(influence[:, 1:] - influence[:, :1], member)
    difference, df, n = means[1:] - means[0], analysis.df(member), int(member.sum())
    asked = {
        "wave": wave.id, "variable": variable, "by": by, "groups": names,
        "scores": scores if isinstance(scores, str) else "own", "ties": ties,
    }  # fmt: skip
    method = f"design-based rank test ({asked['scores']} scores)"
    if len(names) == 2:
        estimate = float(difference[0])
        return _t_test(
            method, estimate, estimate, float(V[0, 0]), df=df - 1, n=n, level=level, asked=asked
        )
    k, ddf = len(names) - 1, df - (len(names) - 1)
    _check_df(ddf)
    refuse_certain(V)
    wald = wald_of(difference, V, ddf, adjusted=False)
    if wald.df < k:
        raise EstimationError(
            Said("estimation-the-design-has-too-few-psus-to-compare", k=k + 1, by=by)
        )
    return Test(method, "F", wald.statistic, k, ddf, wald.p_value, n, provenance=asked)


def _check_ranking(scores: str | Callable[..., FloatArray], ties: str) -> None:
    if isinstance(scores, str) and scores not in SCORES:
        raise DefinitionError(
            Said(
                "estimation-scores-is-not-known-use-one-of",
                scores=scores,
                scores_2=", ".join(SCORES),
                hint=nearest(scores, SCORES),
            )
        )
    if callable(scores):
        try:
            inspect.signature(scores).bind(None, None)
        except (TypeError, ValueError):
            raise DefinitionError(Said("estimation-scores-takes-ranks-and-total")) from None
    if ties not in ("rows", "middle"):
        raise DefinitionError(Said("estimation-ties-is-not-known-use-rows-or-middle", ties=ties))


@guarded
def wald_test(
    estimates: Estimates,
    contrasts: Mapping[Any, float] | Sequence[Mapping[Any, float]],
    *,
    adjusted: bool = True,
) -> Test:
    """Test that linear contrasts of estimates are all zero.

    Parameters
    ----------
    estimates
        From an estimation verb, of a wave or a stack.
    contrasts
        One mapping of rows to coefficients, or several, as `Estimates.contrast` takes them.
    adjusted
        ``(df - k + 1) / (k df) W`` on F(k, df - k + 1), k the rank of the covariance; without,
        ``W / k`` on F(k, df).

    Returns
    -------
    Test
        With df psus minus strata of those who answer in the groups with a coefficient, and their
        number; who answered in two waves counts in each.

    References
    ----------
    Korn and Graubard (1990), *American Statistician* 44, 270-276.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.design import Design
    >>> from padai.estimation.moments import mean
    >>> from padai.waves.wave import Wave
    >>> frame = pd.DataFrame({"y": [1.0, 2, 4, 3, 6, 5], "g": list("aabbcc")})
    >>> means = mean(Wave(frame, Design()), "y", by="g")
    >>> test = wald_test(means, [{"a": 1, "b": -1}, {"b": 1, "c": -1}])
    >>> test.df, test.df_denominator
    (2, 4.0)
    """
    listed = [contrasts] if isinstance(contrasts, Mapping) else list(contrasts)
    named = {f"c{i + 1}": contrast for i, contrast in enumerate(listed)}
    values = estimates.contrast(named).values
    df, people = estimates._behind(_every_row(listed))
    test = wald_of(values.estimate, values.covariance, df, adjusted=adjusted)
    ok = np.isfinite(test.p_value)
    return Test(
        method="adjusted Wald test" if adjusted else "Wald test",
        name="F",
        statistic=test.statistic,
        df=test.df,
        df_denominator=test.df_denominator,
        p_value=test.p_value,
        n=people,
        reason="" if ok else _why_untested(len(listed), df),
        provenance={"contrasts": len(listed), "design_df": df},
    )


def _why_untested(count: int, df: float) -> str:
    """Return why contrasts have no test: the design has too few psus, or one does not vary."""
    return "more_contrasts_than_df" if count > df else "constant_contrasts"


def _every_row(contrasts: list[Mapping[Any, float]]) -> dict[Any, float]:
    """A contrast that involves each row that one of several does."""
    return {row: 1.0 for part in contrasts for row, value in part.items() if value != 0}


def _groups(
    wave: Source, by: str, member: NDArray[np.bool_]
) -> tuple[NDArray[np.intp], tuple[str, ...], NDArray[np.bool_]]:
    """Codes renumbered over those that members hold, their names, and who holds one."""
    coded = codes_of(wave, by)
    member = member & coded.answered
    held = np.flatnonzero(np.bincount(coded.codes[member], minlength=len(coded.labels)))
    table = np.full(len(coded.labels) + 1, -1, dtype=np.intp)
    table[held] = np.arange(held.size)
    codes = np.where(member, table[coded.codes], -1)
    return codes, tuple(coded.labels[i] for i in held), member


def _t_test(
    method: str,
    excess: float,
    estimate: float,
    variance: float,
    *,
    df: float,
    n: int,
    level: float,
    asked: dict[str, Any],
) -> Test:
    from scipy import special

    _check_df(df)
    error = float(np.sqrt(variance))
    if error == 0:
        raise EstimationError(Said("estimation-the-difference-has-no-variance-there-is"))
    t = excess / error
    half = float(special.stdtrit(df, (1 + level) / 2)) * error
    return Test(
        method,
        "t",
        t,
        1,
        df,
        2 * float(special.stdtr(df, -abs(t))),
        n,
        estimate,
        error,
        estimate - half,
        estimate + half,
        provenance={**asked, "level": level},
    )


def _check_varies(y: FloatArray, variable: str) -> None:
    if y.size == 0 or np.ptp(y) == 0:
        values_message = (
            Said("estimation-no-value") if y.size == 0 else Said("estimation-one-value")
        )
        raise EstimationError(
            Said(
                "estimation-has-among-those-who-take-part-no-test",
                variable=variable,
                found=values_message,
            )
        )


def _check_df(df: float) -> None:
    if df <= 0:
        raise EstimationError(Said("estimation-the-respondents-lie-in-too-few-psus-for"))
