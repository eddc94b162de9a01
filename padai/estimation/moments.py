"""Means, totals and ratios of numbers, and totals of responses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import DefinitionError
from padai.estimation.analysis import Where, domain_of, numbers_of, refuse_times
from padai.estimation.items import Waves, coded_over, score_item
from padai.estimation.proportions import restricted
from padai.estimation.pushed import means_of_sums, ratio_of_sums
from padai.estimation.sources import WaveSource, rows_of
from padai.estimation.tables import (
    By,
    TableDivisions,
    check_interval,
    divisions,
    finished,
    tabulate_items,
    tidy,
)
from padai.estimation.witness_inputs import Columns, within
from padai.numerics import linearisation
from padai.numerics.designs import FloatArray, IntArray
from padai.numerics.linearisation import RatioScores
from padai.results import Estimates
from padai.waves.guards import guarded, lazily
from padai.witness import AskedEstimate
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

Names = str | Sequence[str]


@guarded
@lazily(means_of_sums)
def mean(
    wave: Waves, variables: Names, *, by: By = None, where: Where = None, level: float = 0.95
) -> Estimates:
    """Estimate means of numbers, or of the scores of a question's codes.

    Parameters
    ----------
    wave
        A wave, or a stack of them (each a domain).
    variables
        Columns of numbers, or questions with scores; blanks and codes without a score are out of
        the base.
    by, where, level
        As in :func:`padai.proportion`.

    Returns
    -------
    Estimates
        Of response ``mean``, with t intervals.

    Raises
    ------
    EstimationError
        A variable holds no numbers, or its question has no scores.

    References
    ----------
    R: ``survey::svymean``, ``svyby``.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.design import Design
    >>> from padai.waves import Wave
    >>> wave = Wave(pd.DataFrame({"w": [1, 1, 2.0], "x": [1, 2, 3.0]}), Design(weight="w"))
    >>> mean(wave, "x").frame["estimate"].tolist()
    [2.25]
    """
    check_interval("mean", level)
    names, cut = _listed(variables), divisions(wave, by)
    items = [score_item(wave, name) for name in names]
    scored = [item for item in items if item is not None]
    asked = _asked("mean", wave, cut, level)
    if len(scored) == len(names):
        kept = restricted(scored, wave, where)
        return tabulate_items(wave, kept, cut, ci="mean", level=level, provenance=asked)
    columns = [(name, "mean", numbers_of(wave, name), None) for name in names]
    return _estimate(wave, columns, cut, where=where, level=level, asked=asked)


@guarded
@lazily(means_of_sums)
def total(
    wave: Waves, variables: Names, *, by: By = None, where: Where = None, level: float = 0.95
) -> Estimates:
    """Estimate population totals: of numbers, or of people by response.

    Parameters
    ----------
    wave, by, where, level
        As in :func:`mean`.
    variables
        Columns of numbers give their sum (response ``sum``); text columns and questions with codes
        give the number of people with each code. Weights must be in persons.

    References
    ----------
    R: ``survey::svytotal``.

    Examples
    --------
    >>> totals = padai.total(wave, "income", by="sex")
    >>> len(totals.frame)
    3
    """
    check_interval("mean", level)
    cut = divisions(wave, by)
    columns: list[_Column] = []
    for name in _listed(variables):
        if _is_coded(wave, name):
            coded, _ = coded_over(wave, name)
            answered = np.where(coded.codes < 0, np.nan, 0.0)
            for place, label in enumerate(coded.labels):
                given = np.where(coded.codes == place, 1.0, answered)
                columns.append((name, label, given, None))
        else:
            columns.append((name, "sum", numbers_of(wave, name), None))
    return _estimate(
        wave,
        columns,
        cut,
        where=where,
        level=level,
        asked=_asked("total", wave, cut, level),
        plain=True,
    )


@guarded
@lazily(ratio_of_sums)
def ratio(
    wave: Waves,
    numerator: str,
    denominator: str,
    *,
    by: By = None,
    where: Where = None,
    level: float = 0.95,
) -> Estimates:
    """Estimate the ratio of two totals, over the rows that have both.

    Parameters
    ----------
    wave, by, where, level
        As in :func:`mean`.
    numerator, denominator
        Columns of numbers; the row's `question` is ``numerator/denominator``.

    References
    ----------
    R: ``survey::svyratio``.

    Examples
    --------
    >>> ratios = padai.ratio(wave, "spent", "income", by="region")
    >>> len(ratios.frame)
    4
    """
    check_interval("mean", level)
    top, bottom = numbers_of(wave, numerator), numbers_of(wave, denominator)
    both = np.isfinite(top) & np.isfinite(bottom)
    columns: list[_Column] = [
        (
            f"{numerator}/{denominator}",
            "ratio",
            np.where(both, top, np.nan),
            np.where(both, bottom, 0.0),
        )
    ]
    cut = divisions(wave, by)
    return _estimate(
        wave, columns, cut, where=where, level=level, asked=_asked("ratio", wave, cut, level)
    )


#: Question, response, numerator (NaN: no answer) and denominator (None: one a member) by row.
_Column = tuple[str, str, FloatArray, FloatArray | None]


def _listed(variables: Names) -> list[str]:
    names = [variables] if isinstance(variables, str) else [str(v) for v in variables]
    if not names or len(set(names)) < len(names):
        raise DefinitionError(Said("estimation-name-one-variable"))
    return names


def _asked(verb: str, wave: Waves, cut: TableDivisions, level: float) -> dict[str, Any]:
    by = list(cut.names[1:])
    return {"verb": verb, "level": level, "by": by, "overlap": wave.overlap}


def _is_coded(wave: Waves, name: str) -> bool:
    import pandas as pd

    question = wave.question(name)
    if question is not None:
        return question.type not in ("number", "open")
    column = wave.waves[0].column(name)
    refuse_times(column, name)
    return not pd.api.types.is_numeric_dtype(column) or pd.api.types.is_bool_dtype(column)


class MomentSource(WaveSource):
    """The source of means, totals and ratios of numbers."""

    def __init__(
        self,
        waves: Waves,
        columns: Sequence[_Column],
        cut: TableDivisions,
        inside: np.ndarray,
        plain: bool,
        places: tuple[IntArray, IntArray, IntArray],
    ) -> None:
        super().__init__(waves, places[0])
        self.columns, self.cut, self.inside, self.plain = columns, cut, inside, plain
        self.group, self.column = places[1], places[2]

    def scores(self, rows: IntArray, index: int) -> RatioScores:
        """Return the scores of frame rows of one wave."""
        part = rows_of(self.waves, index)
        pairs = [(int(self.column[row]), int(self.group[row])) for row in rows]
        return scores_of(self, part, pairs)

    def asked_of(self, row: int, columns: Columns) -> AskedEstimate:
        """Say what a row of the frame is of, and keep the columns that it needs."""
        name, response, values, below = self.columns[int(self.column[row])]
        breakdown = int(self.cut.breakdown_of[self.group[row]])
        first = sum(len(coded.labels) for coded in self.cut.codings[:breakdown])
        place = int(self.group[row]) - first
        inside = np.where(self.inside, values, np.nan)
        stem = name if response in ("mean", "sum", "ratio") else f"{name}_{response}"
        coded = self.cut.codings[breakdown]
        asked = AskedEstimate(
            columns.numbers(stem, inside),
            below=None if below is None else columns.numbers(f"{stem}_below", below),
            plain=self.plain,
        )
        return within(asked, columns, self.cut.names[breakdown], coded, place)


def scores_of(source: MomentSource, part: slice, pairs: Sequence[tuple[int, int]]) -> RatioScores:
    """Return the scores of (column, group) pairs for some rows of the data."""
    breakdown_of, cut = source.cut.breakdown_of, source.cut
    first = np.cumsum([0, *(len(coded.labels) for coded in cut.codings)])
    n = part.stop - part.start
    a, b = np.zeros((n, len(pairs))), np.zeros((n, len(pairs)))
    member = np.zeros(a.shape, dtype=bool)
    for place, (column, group) in enumerate(pairs):
        _, _, values, below = source.columns[column]
        breakdown = int(breakdown_of[group])
        own = cut.codings[breakdown].codes[part] == group - int(first[breakdown])
        member[:, place] = own & source.inside[part] & np.isfinite(values[part])
        a[:, place] = np.where(member[:, place], values[part], 0.0)
        under = 1.0 if below is None else below[part]
        b[:, place] = np.where(member[:, place], under, 0.0)
    return RatioScores(a, None if source.plain else b, member)


def _estimate(
    wave: Waves,
    columns: Sequence[_Column],
    cut: TableDivisions,
    *,
    where: Where,
    level: float,
    asked: Mapping[str, Any],
    plain: bool = False,
) -> Estimates:
    places = _places(columns, cut, len(wave.waves))
    inside = domain_of(wave, where)
    source = MomentSource(wave, columns, cut, inside, plain, places)
    raw: dict[str, list[np.ndarray]] = {}
    for index in range(len(wave.waves)):
        rows = np.flatnonzero(places[0] == index)
        for chunk in np.array_split(rows, max(1, len(rows) // 64)):
            moments = linearisation.moments(source.scores(chunk, index), wave.sample_of(index))
            for name in linearisation.Moments.__dataclass_fields__:
                raw.setdefault(name, []).append(getattr(moments, name))
    joined = {name: np.concatenate(parts) for name, parts in raw.items()}
    if plain:
        _empty_totals(joined)
    numbers = finished(joined, level)
    frame = _frame(wave, columns, cut, places, numbers)
    return Estimates(frame, level, "mean", wave.survey, dict(asked), None, source)


def _empty_totals(joined: dict[str, np.ndarray]) -> None:
    """Leave the total of an empty domain without a value: nobody was there to be counted."""
    empty = joined["n"] == 0
    for name in ("estimate", "variance"):
        joined[name] = np.where(empty, np.nan, joined[name])


def _places(
    columns: Sequence[_Column], cut: TableDivisions, waves: int
) -> tuple[IntArray, IntArray, IntArray]:
    """Return wave, group and column of each row of the frame, in order."""
    names = [name for name, _, _, _ in columns]
    questions = [names.index(name) for name in names]
    groups = len(cut.groups)
    order = [
        (w, q, g, c)
        for w in range(waves)
        for q in dict.fromkeys(questions)
        for g in range(groups)
        for c, own in enumerate(questions)
        if own == q
    ]
    table = np.array(order, dtype=np.intp).reshape(-1, 4)
    return table[:, 0], table[:, 2], table[:, 3]


def _frame(
    wave: Waves,
    columns: Sequence[_Column],
    cut: TableDivisions,
    places: tuple[IntArray, IntArray, IntArray],
    numbers: Mapping[str, np.ndarray],
) -> pd.DataFrame:
    questions = list(dict.fromkeys(name for name, _, _, _ in columns))
    responses = list(dict.fromkeys(response for _, response, _, _ in columns))
    groups = list(dict.fromkeys(cut.groups))
    of_column = np.array([[questions.index(c[0]), responses.index(c[1])] for c in columns])
    of_group = np.array([groups.index(name) for name in cut.groups])
    keys = {
        "wave": (places[0], list(wave.wave_ids)),
        "question": (of_column[places[2], 0], questions),
        "response": (of_column[places[2], 1], responses),
        "breakdown": (cut.breakdown_of[places[1]], list(cut.names)),
        "group": (of_group[places[1]], groups),
    }
    return tidy(keys, numbers)
