"""Verbs on lazy waves: each request becomes a small wave of sums, which the verb then estimates.

A banner is cut in requests, one a question and a few breakdowns whose crossing stays small; their
frames are put together in the order that a wave in memory gives.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import DataError, DefinitionError, EstimationError, WitnessError
from padai.estimation.items import asked_of
from padai.estimation.sources import WaveSource
from padai.estimation.tables import breakdown_names
from padai.numerics.degrees import degrees_of_freedom
from padai.numerics.designs import BoolArray, FloatArray, IntArray, SampleDesign
from padai.numerics.group_pairs import GroupPairs
from padai.numerics.linearisation import RatioScores, covariance
from padai.results import TOTAL, Estimates, Test
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

    from padai.waves.lazy.stack import LazyStack
    from padai.waves.lazy.wave import LazyWave

    Lazy = LazyWave | LazyStack

#: Breakdowns are crossed in one request while this many combinations are not passed; beyond the
#: first number an engine's table of groups leaves its cache.
SMALL, LARGE = 16_000, 200_000
#: Small waves that are kept with estimates, for the covariances that are asked of them.
KEPT = 8
Verb = Callable[[Any], Any]


@dataclass(frozen=True, eq=False)
class Request:
    """A verb, and what it reads.

    Attributes
    ----------
    verb : callable
        From a small wave to its estimates.
    names, numbers : tuple of str
        Columns told apart by value, and measures.
    """

    verb: Verb
    names: tuple[str, ...]
    numbers: tuple[str, ...] = ()


def codes_wanted(where: Any) -> Mapping[str, Any]:
    """Return the columns that ``where`` reads, or refuse a mask.

    Raises
    ------
    DataError
        A mask has one value a row, and rows stay in their engine.
    """
    if where is None:
        return {}
    if isinstance(where, Mapping):
        return where
    raise DataError(
        Said("estimation-where-of-a-lazy-wave-is-a-mapping-of"),
    )


def banner_of_sums(verb: Callable[..., Any], wave: Lazy, questions: Any, **given: Any) -> Estimates:
    """Do ``banner`` on a lazy wave or stack."""
    by, where = given.pop("by"), given.pop("where")
    if questions is None and by is None and wave.survey is not None:
        by = [breakdown.id for breakdown in wave.survey.breakdowns]
    names, wanted = breakdown_names(by), tuple(codes_wanted(where))
    asked = asked_of(wave, questions)
    wave.require([*names, *wanted, *(n for name, cols in asked for n in (cols or (name,)))])
    requests = []
    for name, columns in asked:
        own = {name: columns} if columns else name
        read = (*(columns or (name,)), *wanted)
        for part in packed(wave, read, names):
            requests.append(_request(verb, own, part, read, (), where=where, **given))
    return together(wave, requests, names)


def means_of_sums(verb: Callable[..., Any], wave: Lazy, variables: Any, **given: Any) -> Estimates:
    """Do ``mean`` or ``total`` on a lazy wave or stack."""
    variables = [variables] if isinstance(variables, str) else [str(v) for v in variables]
    if not variables or len(set(variables)) < len(variables):
        raise DefinitionError(Said("estimation-name-at-least-one-variable-and-each-once"))
    return _measured(verb, wave, [((name,), name) for name in variables], **given)


def ratio_of_sums(
    verb: Callable[..., Any], wave: Lazy, numerator: str, denominator: str, **given: Any
) -> Estimates:
    """Do ``ratio`` on a lazy wave or stack."""

    def of(small: Any, _: str, **others: Any) -> Any:
        return verb(small, numerator, denominator, **others)

    both = (numerator, denominator)
    return _measured(of, wave, [(both, numerator)], **given)


def _measured(
    verb: Callable[..., Any],
    wave: Lazy,
    variables: Sequence[tuple[tuple[str, ...], str]],
    *,
    by: Any,
    where: Any,
    **given: Any,
) -> Estimates:
    names, wanted = breakdown_names(by), tuple(codes_wanted(where))
    wave.require([*names, *wanted, *(n for read, _ in variables for n in read)])
    requests = []
    for read, name in variables:
        counted = all(wave.countable(n) for n in read) and wave.size_of(read) <= LARGE
        keys = (*(read if counted else ()), *wanted)
        for part in packed(wave, keys, names):
            numbers = () if counted else read
            requests.append(_request(verb, name, part, keys, numbers, where=where, **given))
    return together(wave, requests, names)


def test_of_sums(verb: Callable[..., Any], wave: Lazy, row: str, column: str, **given: Any) -> Test:
    """Do ``crosstab_test`` on a lazy wave or stack."""
    read = [n for n in (row, column, *codes_wanted(given["where"])) if n != "wave"]
    wave.require(read)
    test: Test = verb(wave.cells(read), row, column, **given)
    return test


def packed(wave: Lazy, read: Sequence[str], names: Sequence[str]) -> list[tuple[str, ...]]:
    """Cut breakdowns in parts, each of which is one request; one empty part where there is none."""
    parts: list[tuple[str, ...]] = []
    held: tuple[str, ...] = ()
    for name in names:
        both = (*held, name)
        if held and not _cheap(wave, read, held, both):
            parts.append(held)
            both = (name,)
        held = both
    return [*parts, held]


def _cheap(wave: Lazy, read: Sequence[str], held: Sequence[str], both: Sequence[str]) -> bool:
    before, after = wave.size_of((*read, *held)), wave.size_of((*read, *both))
    return after <= SMALL or after == before or (bool(wave.calibrations) and after <= LARGE)


def _request(
    verb: Callable[..., Any],
    variable: Any,
    by: tuple[str, ...],
    read: Sequence[str],
    numbers: tuple[str, ...],
    **given: Any,
) -> Request:
    def ask(small: Any) -> Any:
        return verb(small, variable, by=list(by), **given)

    return Request(ask, (*read, *by), numbers)


def together(wave: Lazy, requests: Sequence[Request], names: Sequence[str]) -> Estimates:
    """Ask every request, and put the frames together in the order of questions and breakdowns."""
    answers, small = [], {}
    for place, request in enumerate(requests):
        cells = wave.cells(request.names, request.numbers)
        answer: Estimates = request.verb(cells)
        if len(requests) <= KEPT:
            small[place] = answer
        answers.append(replace(answer, _source=None))
    keep = [_kept(est, place, answers) for place, est in enumerate(answers)]
    of = np.concatenate([np.full(len(rows), place) for place, rows in enumerate(keep)])
    local = np.concatenate(keep)
    frame = _stacked([est.frame.iloc[rows] for est, rows in zip(answers, keep, strict=True)])
    order = _order(frame, [TOTAL, *names])
    frame = _tidied(frame.iloc[order].reset_index(drop=True), [TOTAL, *names], answers)
    of, local = of[order].astype(np.intp), local[order].astype(np.intp)
    counts = None
    if all(est.counts is not None for est in answers):
        joined = [np.asarray(e.counts)[rows] for e, rows in zip(answers, keep, strict=True)]
        counts = np.concatenate(joined)[order]
    waves = frame["wave"].cat.codes.to_numpy().astype(np.intp)
    source = SumsSource(wave, tuple(requests), waves, of, local, small)
    about = {**answers[0].provenance, "by": list(names), "sums": wave.provenance.get("sums")}
    if about["sums"] is None:
        about["sums"] = [each.provenance["sums"] for each in wave.waves]
    one = answers[0]
    return Estimates(frame, one.level, one.ci, wave.survey, about, counts, source)


def _kept(est: Estimates, place: int, answers: Sequence[Estimates]) -> IntArray:
    """Return the rows of an answer to keep: the undivided ones from a question's first alone."""
    asked = set(est.frame["question"].cat.categories)
    first = not any(asked & set(e.frame["question"].cat.categories) for e in answers[:place])
    if first:
        return np.arange(len(est))
    return np.flatnonzero((est.frame["breakdown"] != TOTAL).to_numpy())


def _stacked(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Put frames one below the other, with the union of their categories in order."""
    import pandas as pd
    from pandas.api.types import union_categoricals

    if len(frames) == 1:
        return frames[0]
    columns: dict[str, Any] = {}
    for name in frames[0].columns:
        parts = [frame[name] for frame in frames]
        if isinstance(parts[0].dtype, pd.CategoricalDtype):
            columns[name] = union_categoricals([part.array for part in parts])
        else:
            columns[name] = np.concatenate([part.to_numpy() for part in parts])
    return pd.DataFrame(columns, copy=False)


def _order(frame: pd.DataFrame, breakdowns: Sequence[str]) -> IntArray:
    """Return the rows by wave, question and breakdown; otherwise as they stand."""
    codes = frame["breakdown"].cat.codes.to_numpy()
    rank = np.array([breakdowns.index(str(b)) for b in frame["breakdown"].cat.categories])
    wave, question = (frame[n].cat.codes.to_numpy() for n in ("wave", "question"))
    return np.lexsort((np.arange(len(frame)), rank[codes], question, wave))


def _tidied(
    frame: pd.DataFrame, breakdowns: Sequence[str], answers: Sequence[Estimates]
) -> pd.DataFrame:
    """Put categories in the order that one pass over all of them gives."""
    by_breakdown: dict[str, list[str]] = {}
    for est in answers:
        own = est.frame
        for name in own["breakdown"].cat.categories:
            if name not in by_breakdown:
                held = own.loc[own["breakdown"] == name, "group"]
                by_breakdown[str(name)] = [str(g) for g in dict.fromkeys(held)]
    groups = dict.fromkeys(g for name in breakdowns for g in by_breakdown.get(name, ()))
    orders = {"breakdown": list(breakdowns), "group": list(groups)}
    for name, categories in orders.items():
        frame[name] = frame[name].cat.set_categories(_objects(categories))
    return frame


def _objects(texts: Sequence[str]) -> pd.Index[Any]:
    import pandas as pd

    return pd.Index(list(texts), dtype=object)


@dataclass(frozen=True, eq=False)
class SumsSource:
    """Covariances of estimates of a lazy wave: asked of the engine when they are needed.

    Attributes
    ----------
    waves : LazyWave or LazyStack
    requests : tuple of Request
    wave : ndarray of int, shape (cells,)
        Wave of each row of the frame.
    request, local : ndarray of int, shape (cells,)
        The request that answered each row, and its row there.
    small : dict
        Answers that are still at hand, by request.
    """

    waves: Any
    requests: tuple[Request, ...]
    wave: IntArray
    request: IntArray
    local: IntArray
    small: dict[int, Estimates] = field(default_factory=dict, repr=False)

    def covariance(self, rows: IntArray) -> FloatArray:
        """Return the covariance matrix of frame rows, shape (k, k)."""
        out = np.zeros((len(rows), len(rows)))
        used = np.unique(self.request[rows])
        for place, one in enumerate(used):
            own = np.flatnonzero(self.request[rows] == one)
            out[np.ix_(own, own)] = self._answer(int(one)).covariance(self.local[rows[own]])
            for two in used[:place]:
                theirs = np.flatnonzero(self.request[rows] == two)
                block = self._between(int(one), int(two), rows[own], rows[theirs])
                out[np.ix_(own, theirs)], out[np.ix_(theirs, own)] = block, block.T
        return out

    def degrees(self, rows: IntArray) -> float:
        """Return units minus strata of the union of the rows' answering members."""
        sample, member = self._members(rows)
        return float(degrees_of_freedom(sample, member))

    def respondents(self, rows: IntArray) -> int:
        """Count the union of the rows' answering members."""
        sample, member = self._members(rows)
        return int(sample.respondents(member))

    def _members(self, rows: IntArray) -> tuple[SampleDesign, BoolArray]:
        used = [int(one) for one in np.unique(self.request[rows])]
        sources = {used[0]: self._answer(used[0])} if len(used) == 1 else self._joint(used)
        members = [
            source.members(self.local[rows[self.request[rows] == one]])
            for one, source in sources.items()
        ]
        return sources[used[0]].waves.sample, np.logical_or.reduce(members)

    def paired(self, later: IntArray, earlier: IntArray) -> tuple[FloatArray, FloatArray]:
        """Return the covariance and degrees of freedom of pairs of frame rows, each (k,)."""
        shared, df = np.empty(len(later)), np.empty(len(later))
        alike = self.request[later] == self.request[earlier]
        for one in np.unique(self.request[later[alike]]):
            own = np.flatnonzero(alike & (self.request[later] == one))
            source = self._answer(int(one))
            sides = self.local[later[own]], self.local[earlier[own]]
            ask = getattr(source, "paired", None)
            if ask is not None:
                shared[own], df[own] = ask(*sides)
                continue
            for place, (a, b) in zip(own, zip(*sides, strict=True), strict=True):
                pair = np.array([a, b])
                shared[place] = source.covariance(pair)[0, 1]
                df[place] = source.degrees(pair)
        for place in np.flatnonzero(~alike):
            pair = np.array([later[place], earlier[place]])
            shared[place], df[place] = self.covariance(pair)[0, 1], self.degrees(pair)
        return shared, df

    def among_groups(self, rows: IntArray) -> GroupPairs:
        """Compare the groups of a breakdown, response by response; arrays of shape (R, G, G)."""
        return self._answer(int(self.request[rows[0, 0]])).among_groups(self.local[rows])

    def witnessed(self, rows: IntArray) -> Any:
        """Refused: a witness holds the answers of single people."""
        raise WitnessError(
            Said("estimation-a-witness-holds-the-rows-that-figures"),
        )

    def counting(self, row: int) -> tuple[str, list[str]]:
        """Return the kind of a frame row's response, and the codes that count in it."""
        source = self._answer(int(self.request[row]))
        of = getattr(source, "counting", None)
        return of(int(self.local[row])) if of else ("", [])

    def _answer(self, one: int) -> WaveSource:
        if one not in self.small:
            if len(self.small) >= KEPT:
                self.small.pop(next(iter(self.small)))
            request = self.requests[one]
            self.small[one] = request.verb(self.waves.cells(request.names, request.numbers))
        return _source(self.small[one])

    def _joint(self, used: Sequence[int]) -> dict[int, WaveSource]:
        """Answer several requests from one small wave, by the columns of all of them."""
        asked = [self.requests[one] for one in used]
        names = tuple(dict.fromkeys(n for each in asked for n in each.names))
        numbers = tuple(dict.fromkeys(n for each in asked for n in each.numbers))
        small = self.waves.cells(names, numbers)
        return {one: _source(each.verb(small)) for one, each in zip(used, asked, strict=True)}

    def _between(self, one: int, two: int, own: IntArray, theirs: IntArray) -> FloatArray:
        """Return the covariances of rows of two requests, shape (k, m)."""
        sources = self._joint([one, two])
        waves = sources[one].waves
        sides = [(sources[one], self.local[own]), (sources[two], self.local[theirs])]
        out = np.zeros((len(own), len(theirs)))
        if waves.overlap != "none":
            scores = _beside([source._together(rows) for source, rows in sides])
            return covariance(scores, waves.sample)[: len(own), len(own) :]
        for index in np.intersect1d(sides[0][0].wave[sides[0][1]], sides[1][0].wave[sides[1][1]]):
            held = [np.flatnonzero(source.wave[rows] == index) for source, rows in sides]
            parts = [
                source.scores(rows[places], int(index))
                for (source, rows), places in zip(sides, held, strict=True)
            ]
            joint = covariance(_beside(parts), waves.sample_of(int(index)))
            out[np.ix_(*held)] = joint[: len(held[0]), len(held[0]) :]
        return out


def _source(answer: Estimates) -> WaveSource:
    source: Any = answer._source
    if not isinstance(source, WaveSource):
        raise EstimationError(Said("estimation-these-estimates-have-no-covariance"))
    return source


def _beside(parts: Sequence[RatioScores]) -> RatioScores:
    a, member = (np.concatenate([getattr(p, n) for p in parts], axis=1) for n in ("a", "member"))
    below = [p.b for p in parts]
    b = None if below[0] is None else np.concatenate([x for x in below if x is not None], axis=1)
    return RatioScores(a, b, member)
