"""COMPARE: several items as one index, and how well they measure one thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from padai.errors import DataError, DefinitionError, DesignError, EstimationError
from padai.estimation.analysis import numbers_of
from padai.numerics.degrees import degrees_of_freedom
from padai.numerics.designs import BoolArray, FloatArray, ReplicateWeights, SampleDesign
from padai.numerics.reliability import (
    alpha,
    eigenvalue_ratio,
    one_factor,
    reliability_intervals,
    weighted_covariance,
)
from padai.survey.indices import without_score
from padai.trends.index_reliability import (
    HEYWOOD,
    LEAST_RELIABILITY,
    TOO_FEW,
    TOO_LOOSE,
    Reliability,
    note_of,
)
from padai.waves.guards import guarded
from padai.waves.stacking import Stack, stack
from padai.waves.wave import Wave
from padai.weighting import replicate_weights
from padai.words import Said, in_a_row

if TYPE_CHECKING:
    import pandas as pd

Source = TypeVar("Source", Wave, Stack)

ANSWERED = 2 / 3
LEAST_ITEMS = 3
#: Variances of scores from 0 to 1 that are rounding errors of zero.
STILL = 1e-20
STATISTICS = ("alpha", "omega", "eigenvalue_ratio")


@guarded
def with_index(
    wave: Source,
    name: str,
    items: Sequence[str],
    *,
    answered: float = ANSWERED,
    reverse: Sequence[str] = (),
    ranges: Mapping[str, tuple[float, float]] | None = None,
    scores: Mapping[str, float] | None = None,
) -> Source:
    """Return the wave with an index as one more column, from 0 to 100.

    Each item's score is put on 0 to 1 by its range, and the index is a hundred times the mean of
    those answered. :func:`padai.mean`, and :func:`padai.trend` with ``net="mean"``, then take it as
    any number.

    Parameters
    ----------
    wave
        A wave, or a stack of them.
    name
        Of the new column.
    items
        Questions with scores, or columns of numbers.
    answered
        The least share of the items that must be answered; the index is blank under it.
    reverse
        Items of which the scale runs the other way.
    ranges
        Lowest and highest score of an item; needed where neither the definition nor `scores`
        gives any.
    scores
        The score of each code, for items of which the scale gives none.

    Raises
    ------
    DefinitionError
        Fewer than two items, an item twice, one without a range, one with an answer that `scores`
        gives no score, or a column of that name.
    DataError
        A score lies outside its item's range.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.design import Design
    >>> wave = Wave(pd.DataFrame({"a": [1.0, 5.0], "b": [3.0, 5.0]}), Design())
    >>> made = with_index(wave, "i", ["a", "b"], ranges={"a": (1, 5), "b": (1, 5)})
    >>> made.frame["i"].tolist()
    [25.0, 100.0]
    """
    if isinstance(wave, Stack):
        parts = [
            with_index(
                w, name, items, answered=answered, reverse=reverse, ranges=ranges, scores=scores
            )
            for w in wave.waves
        ]
        return stack(parts, overlap=wave.overlap)
    frame = wave.frame
    if name in frame.columns or wave.question(name) is not None:
        raise DefinitionError(
            Said("trends-is-there-already-give-the-index-its-name", where=wave._where, name=name)
        )
    x = item_scores(wave, items, reverse, ranges, scores)
    known = np.isfinite(x)
    enough = known.sum(axis=1) >= answered * len(items) - 1e-9
    enough &= known.any(axis=1)
    total = np.where(known, x, 0.0).sum(axis=1)
    frame[name] = np.where(enough, 100 * total / np.maximum(known.sum(axis=1), 1), np.nan)
    return wave._changed(_frame=frame, _coded={})


def item_scores(
    wave: Wave,
    items: Sequence[str],
    reverse: Sequence[str] = (),
    ranges: Mapping[str, tuple[float, float]] | None = None,
    scores: Mapping[str, float] | None = None,
) -> FloatArray:
    """Return the scores of items from 0 to 1, shape (n, k); NaN where not answered."""
    names = [str(item) for item in items]
    if len(set(names)) < len(names) or len(names) < 2:
        raise DefinitionError(Said("trends-an-index-needs-two-items", count=len(set(names))))
    strange = [item for item in (*reverse, *(ranges or ())) if item not in names]
    if strange:
        raise DefinitionError(
            Said("trends-is-not-among-the-items-of-the-index", strange=strange[0])
        )
    columns = []
    for item in names:
        low, high = _range(wave, item, ranges or {}, scores)
        score = (item_numbers(wave, item, scores) - low) / (high - low)
        outside = int(((score < 0) | (score > 1)).sum())
        if outside:
            raise DataError(
                Said(
                    "trends-lies-outside-to-in-rows",
                    where=wave._where,
                    item=item,
                    low=f"{low:g}",
                    high=f"{high:g}",
                    outside=outside,
                )
            )
        columns.append(1 - score if item in reverse else score)
    return np.stack(columns, axis=1)


def item_numbers(
    waves: Wave | Stack, item: str, scores: Mapping[str, float] | None = None
) -> FloatArray:
    """Return an item as numbers, by the scores given where its own scale has none, shape (n,)."""
    question = waves.question(item)
    if not scores or question is None or question.scores or question.scale is None:
        return numbers_of(waves, item)
    coded = waves.codes(item)
    if lacking := without_score(question, scores):
        codes = ", ".join(lacking)
        raise DefinitionError(Said("survey-an-index-has-no-score-of", item=item, codes=codes))
    table = np.array([*(scores.get(label, np.nan) for label in coded.labels), np.nan])
    numbers: FloatArray = table[coded.codes]
    return numbers


def _range(
    wave: Wave,
    item: str,
    ranges: Mapping[str, tuple[float, float]],
    scores: Mapping[str, float] | None,
) -> tuple[float, float]:
    question = wave.question(item)
    given = ranges.get(item)
    if given is None and scores and not (question is not None and question.scores):
        given = (min(scores.values()), max(scores.values()))
    if given is None and question is not None and question.scores:
        given = (min(question.scores.values()), max(question.scores.values()))
    if given is None and question is not None:
        given = question.range
    if given is None or not given[0] < given[1]:
        raise DefinitionError(Said("trends-has-no-scores-of-which-to-take-the", item=item))
    return float(given[0]), float(given[1])


@guarded
def reliability(
    wave: Wave,
    items: Sequence[str],
    *,
    reverse: Sequence[str] = (),
    ranges: Mapping[str, tuple[float, float]] | None = None,
    scores: Mapping[str, float] | None = None,
    seed: int = 1,
    n: int = 500,
    level: float = 0.95,
) -> Reliability:
    """Estimate alpha, omega and the first-to-second eigenvalue ratio of items.

    Parameters
    ----------
    wave
        One wave; its weights are used.
    items, reverse, ranges, scores
        As in :func:`with_index`. Respondents who answered every item count.
    seed, n
        Of the bootstrap, where the design has no replicates: units are drawn again within strata,
        calibrations made again in each. Replicates that the wave has are used as they are.
    level
        Of the t intervals, with the design's degrees of freedom, on the logarithm of one minus
        alpha and omega, and of the ratio.

    Returns
    -------
    Reliability

    Raises
    ------
    EstimationError
        Nobody answered every item, an item does not vary, or the model does not converge; a stack
        was given.
    DesignError
        No bootstrap can be drawn of the design: a stratum with a single unit, or later stages with
        a finite correction.

    References
    ----------
    Cronbach (1951); McDonald (1999); Bonett (2002), *J. Educational and Behavioral Statistics* 27,
    335-340; Rao and Wu (1988), *JASA* 83, 231-241.

    Examples
    --------
    >>> ranges = dict.fromkeys(["q1", "q2", "q3"], (1, 4))
    >>> coefficients = padai.reliability(wave, ["q1", "q2", "q3"], ranges=ranges, seed=2025, n=50)
    >>> coefficients.frame["statistic"].tolist()
    ['alpha', 'omega', 'eigenvalue_ratio']
    """
    import pandas as pd

    _one_wave(wave)
    x = item_scores(wave, items, reverse, ranges, scores)
    whole: BoolArray = np.asarray(np.isfinite(x).all(axis=1))
    if not whole.any():
        raise EstimationError(
            Said("trends-nobody-answered-all-of", where=wave._where, items=", ".join(items))
        )
    w = np.asarray(wave.weights)
    S = weighted_covariance(x[whole], w[whole])
    _check_vary(wave, items, S)
    estimates = _statistics(S)
    sample, replicates, about = _replicated(wave, n, seed)
    every = replicates.analysis(w)[whole]
    values = np.array([_of_replicate(x[whole], every, r) for r in range(replicates.count)])
    df = degrees_of_freedom(sample, whole)
    spread = reliability_intervals(estimates, values, replicates, df, level)
    few = len(items) < LEAST_ITEMS
    lost = "empty_replicate" if np.isnan(spread.low[[0, 2]]).any() else ""
    table = _by_item(items, S)
    bound = [str(item) for item in table.loc[table["at_bound"], "item"]]
    of_omega = TOO_FEW if few else in_a_row(lost, HEYWOOD if bound else "")
    frame = pd.DataFrame(
        {
            "statistic": STATISTICS,
            "estimate": estimates,
            "std_error": spread.std_error,
            "conf_low": spread.low,
            "conf_high": spread.high,
            "df": df,
            "n": int(whole.sum()),
            "reason": [lost, of_omega, lost],
        }
    )
    loose = not few and min(estimates[0], estimates[1]) < LEAST_RELIABILITY
    reason = TOO_FEW if few else TOO_LOOSE if loose else ""
    about = {"verb": "reliability", "items": list(items), "level": level, **about}
    return Reliability(frame, table, not reason, reason, about, note_of(reason, bound))


def _check_vary(wave: Wave, items: Sequence[str], covariance: FloatArray) -> None:
    variances = zip(items, np.diag(covariance), strict=True)
    still = next((name for name, variance in variances if variance <= STILL), None)
    if still is not None:
        raise EstimationError(
            Said("trends-does-not-vary-leave-it-out", where=wave._where, still=still)
        )


def _one_wave(wave: Any) -> None:
    if not isinstance(wave, Wave):
        raise EstimationError(
            Said("trends-reliability-is-of-one-wave-give-one-of"),
        )


def _replicated(
    wave: Wave, n: int, seed: int
) -> tuple[SampleDesign, ReplicateWeights, dict[str, Any]]:
    """Return the wave's design and its replicates, its own or else drawn, and what was done."""
    own = wave.sample.replicates
    if own is not None:
        return wave.sample, own, {"replicates": own.kind, "n": own.count, "seed": None}
    try:
        drawn = replicate_weights(wave, "raowu", n=n, seed=seed)
    except DesignError as error:
        raise DesignError(
            Said("trends-reliability-draws-a-bootstrap-or-give-it", why=error.words),
        ) from None
    replicates = drawn.sample.replicates
    assert replicates is not None
    return drawn.sample, replicates, {"replicates": "raowu", "n": n, "seed": seed}


def _of_replicate(x: FloatArray, weights: FloatArray, replicate: int) -> FloatArray:
    """Return the statistics of one replicate; NaN where an item does not vary in it."""
    S = weighted_covariance(x, weights[:, replicate])
    if not (np.diag(S) > STILL).all():
        return np.full(len(STATISTICS), np.nan)
    return _statistics(S)


def _statistics(S: FloatArray) -> FloatArray:
    omega = one_factor(S).omega if len(S) >= LEAST_ITEMS else np.nan
    return np.array([alpha(S), omega, eigenvalue_ratio(S)])


def _by_item(items: Sequence[str], S: FloatArray) -> pd.DataFrame:
    import pandas as pd

    k = len(items)
    fit = one_factor(S) if k >= LEAST_ITEMS else None
    loadings = fit.loadings if fit is not None else np.full(k, np.nan)
    rest, without = [], []
    for i in range(k):
        others = np.delete(np.arange(k), i)
        part = S[np.ix_(others, others)]
        rest.append(S[i, others].sum() / np.sqrt(S[i, i] * part.sum()))
        without.append(alpha(part) if k > 2 else np.nan)
    return pd.DataFrame(
        {
            "item": list(items),
            "loading": loadings,
            "standardised": loadings / np.sqrt(np.diag(S)),
            "correlation_with_rest": rest,
            "alpha_without": without,
            "at_bound": fit.at_bound if fit is not None else False,
        }
    )
