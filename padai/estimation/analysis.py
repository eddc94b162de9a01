"""What tests and models need of a wave: variables, domains, covariances, degrees of freedom."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from padai.errors import DefinitionError, EstimationError, nearest
from padai.numerics.degrees import degrees_of_freedom
from padai.numerics.designs import SampleDesign
from padai.numerics.threads import pinned
from padai.numerics.variance import linearised_covariance, replicate_covariance
from padai.waves.coding import CodedColumn, label_of, mistaken
from padai.waves.conditions import code_positions, numeric
from padai.waves.given_rows import plain_mask
from padai.waves.no_numbers import made_numbers
from padai.waves.stacking import Stack
from padai.waves.wave import Wave
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]
#: A wave, or a stack of waves.
Source = Wave | Stack
#: Which rows take part: codes wanted of columns, or a mask of the wave's rows.
Where = Mapping[str, Any] | Any | None


def domain_of(wave: Source, where: Where) -> BoolArray:
    """Return the rows that take part, shape (n,): of those with a weight above zero.

    Parameters
    ----------
    where
        None: all. A mapping of columns, questions or breakdowns to a code or a list of codes, all
        of which must hold; or a mask, one value a row: a pandas column's goes by its labels.

    Raises
    ------
    DefinitionError
        A code is not one of the column's.
    DataError
        A mask has another length or other labels, or none where the wave sorted its rows.
    """
    weighs = np.asarray(wave.weights) > 0
    if where is None:
        return weighs
    if isinstance(where, Mapping):
        kept = weighs
        for name, wanted in where.items():
            kept &= _holds(wave, str(name), wanted)
        return kept
    mask = wave.rows_where(where) if isinstance(wave, Wave) else plain_mask(where, len(wave))
    return mask & weighs


def _holds(wave: Source, name: str, wanted: Any) -> BoolArray:
    coded = codes_of(wave, name)
    values = wanted if isinstance(wanted, (list, tuple, set, frozenset)) else [wanted]
    labels = [label_of(value) for value in values]
    question = wave.question(name)
    defined = question is not None and question.scale is not None
    unknown = mistaken(labels, coded.labels, defined=defined or is_breakdown(wave, name))
    if unknown:
        hint = nearest(unknown[0], coded.labels)
        raise DefinitionError(
            Said(
                "estimation-where-has-no-code-it-has",
                name=name,
                unknown=", ".join(unknown),
                labels=", ".join(coded.labels),
                hint=hint,
            ),
        )
    return np.isin(coded.codes, [i for i, label in enumerate(coded.labels) if label in labels])


def is_breakdown(wave: Source, name: str) -> bool:
    """Whether a name is a breakdown of the wave's definition."""
    return wave.survey is not None and wave.survey.has_breakdown(name)


def codes_of(wave: Source, name: str) -> CodedColumn:
    """Return a column, question or breakdown as codes; ``wave`` is the wave where data lack it."""
    if name == "wave" and isinstance(wave, Stack) and not _has_wave_column(wave):
        sizes = [len(part) for part in wave.waves]
        return CodedColumn(np.repeat(np.arange(len(sizes)), sizes), wave.wave_ids)
    return wave.codes(name)


def _has_wave_column(wave: Stack) -> bool:
    return all("wave" in part.frame.columns for part in wave.waves)


def numbers_of(wave: Source, name: str) -> FloatArray:
    """Return a column as numbers, NaN where a row does not answer.

    A question with scores gives its scores; of a number question, missing codes give none.

    Raises
    ------
    EstimationError
        The column holds no numbers, or the question has no scores.
    """
    if isinstance(wave, Stack):
        return np.concatenate([numbers_of(part, name) for part in wave.waves])
    return np.where(wave.weighs, _numbers(wave, name), np.nan)


def _numbers(wave: Wave, name: str) -> FloatArray:
    question = wave.question(name)
    if question is not None and question.scale is not None:
        return _scores(wave, name, question.scores)
    column = wave.column(name)
    refuse_times(column, name)
    wave.refuse_undeclared(name)
    values = numeric(column)
    if question is not None and question.missing_codes:
        values[code_positions(column, question) >= 0] = np.nan
    lost = int((np.isnan(values) & column.notna().to_numpy()).sum())
    if question is None and lost:
        hint = made_numbers(column, name, "estimation-words-have-shares")
        raise EstimationError(
            Said(
                "estimation-holds-something-other-than-a-number-in", name=name, lost=lost, hint=hint
            ),
        )
    infinite = int(np.isinf(values).sum())
    if infinite:
        raise EstimationError(
            Said("estimation-is-infinite-in-rows-correct-the-data", name=name, infinite=infinite),
        )
    return values


def refuse_times(column: pd.Series[Any], name: str) -> None:
    """Refuse dates and durations, whose numbers are of a unit that nobody asked for.

    Raises
    ------
    EstimationError
        Naming the column and a way to make a number of it.
    """
    import pandas as pd

    if pd.api.types.is_datetime64_any_dtype(column) or pd.api.types.is_timedelta64_dtype(column):
        raise EstimationError(
            Said("estimation-holds-dates-or-durations-not-numbers", name=name),
        )


def _scores(wave: Wave, name: str, scores: Mapping[str, float]) -> FloatArray:
    if not scores:
        raise EstimationError(
            Said("estimation-has-no-scores-so-that-it-has-no-mean", name=name),
        )
    coded = wave.codes(name)
    table = np.array([*(scores.get(label, np.nan) for label in coded.labels), np.nan])
    return table[coded.codes]


def columns_of(wave: Source, names: list[str], as_categories: Collection[str] = ()) -> pd.DataFrame:
    """Return columns as a model reads them, one row a row of the wave.

    Ratings and numbers are numbers; other questions, and breakdowns, are categories in the
    definition's order; columns that the definition does not know stay as they are.

    Parameters
    ----------
    as_categories
        Those of which each code is a category, so that one that stands apart from the rest, such as
        98 behind 1 to 4, averages nothing.

    Raises
    ------
    DataError
        A column that nothing defines holds codes of no answer.
    """
    import pandas as pd

    frame = wave.frame
    out: dict[str, pd.Series[Any]] = {}
    for name in names:
        question = wave.question(name)
        breakdown = wave.survey is not None and wave.survey.has_breakdown(name)
        if question is not None and not breakdown and question.type in ("rating", "number"):
            out[name] = pd.Series(numbers_of(wave, name))
        elif breakdown or question is not None:
            coded = codes_of(wave, name)
            dtype = pd.CategoricalDtype(list(coded.labels), ordered=True)
            texts = np.array([*coded.labels, None], dtype=object)[coded.codes]
            out[name] = pd.Series(pd.Categorical(texts, dtype=dtype))
        else:
            for part in wave.waves:
                if name in part._frame.columns:
                    part.refuse_undeclared(name, apart=name not in as_categories)
            out[name] = _told_from_numbers(frame[name])
    return pd.DataFrame(out, index=frame.index)


def _told_from_numbers(column: pd.Series[Any]) -> pd.Series[Any]:
    """Texts as objects: formulaic takes nullable and Arrow texts for numbers."""
    import pandas as pd

    dtype = column.dtype
    if pd.api.types.is_string_dtype(dtype) or str(dtype).startswith("dictionary<"):
        return column.astype(object).where(column.notna(), None)
    return column


def codes_without_order(wave: Source, name: str) -> tuple[str, ...]:
    """Return what a question or breakdown counts that has no place among its ordered answers.

    Codes of no opinion that stay in the base, and groups made of such codes alone.
    """
    survey = wave.survey
    if survey is not None and survey.has_breakdown(name):
        breakdown = survey.breakdown(name)
        none = {code.code for code in survey.question(breakdown.question).missing_codes}
        return tuple(g.id for g in breakdown.groups if g.codes and none.issuperset(g.codes))
    question = wave.question(name)
    codes = question.missing_codes if question is not None else ()
    return tuple(code.code for code in codes if code.in_base)


def names_of(wave: Source) -> list[str]:
    """Return every name that a formula may use: columns and breakdowns."""
    breakdowns = wave.survey.breakdowns if wave.survey is not None else ()
    columns = [str(c) for c in wave.frame.columns]
    return list(dict.fromkeys([*columns, *(b.id for b in breakdowns)]))


@dataclass(frozen=True, eq=False)
class Analysis:
    """Covariances under a wave's design.

    Attributes
    ----------
    sample : SampleDesign
        The design as arrays.
    """

    sample: SampleDesign

    @property
    def weights(self) -> FloatArray:
        """Weights in force, shape (n,)."""
        return self.sample.weights

    @pinned
    def covariance(
        self,
        u: FloatArray,
        member: BoolArray,
        statistic: Callable[[FloatArray], FloatArray] | None = None,
    ) -> FloatArray:
        """Return the design covariance of estimates, shape (k, k).

        Parameters
        ----------
        u : ndarray, shape (n, k)
            Linearised variables, without their weight; 0 outside the domain.
        member : ndarray of bool, shape (n,)
            The domain.
        statistic : callable, optional
            The estimates, shape (k,), from weights, shape (n,): computed anew with each replicate
            of a replicate-weight design. Without it, the totals of ``u`` are.
        """
        replicates = self.sample.replicates
        if replicates is None:
            return linearised_covariance(u, self.sample, member)
        weights = replicates.analysis(self.weights)
        if statistic is None:
            return replicate_covariance(weights.T @ u, replicates, self.weights @ u)
        each = range(replicates.count)
        estimates = np.array([_in_replicate(statistic, weights[:, r], r, len(each)) for r in each])
        return replicate_covariance(estimates, replicates, statistic(self.weights))

    def df(self, member: BoolArray) -> float:
        """Return psus minus strata of the members, or the replicates' degrees of freedom."""
        return float(degrees_of_freedom(self.sample, member))


def _in_replicate(
    statistic: Callable[[FloatArray], FloatArray], weights: FloatArray, place: int, count: int
) -> FloatArray:
    """Return the estimates of one replicate, named where they cannot be had."""
    try:
        return statistic(weights)
    except EstimationError as error:
        raise EstimationError(
            Said("estimation-replicate-of", place=place + 1, count=count, why=error.words),
        ) from None
