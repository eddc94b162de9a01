"""Errors that are sums over the groups of a table: they tell the cells that it withholds.

The error of a stratified total is a sum over the strata of p (1 - p), times what the design says.
Where everybody in a stratum weighs alike and the strata are the groups of a published breakdown,
an outsider knows every term but those of the withheld cells, and solves for these. So it is
where a sample in which all weighed alike was calibrated to the groups alone. A stratum that was
taken whole, or nearly, adds nothing that is printed: its cells hide none of the others.

The error of a total of a clustered sample is a sum over the clusters, of the square of what each
counts besides its share. Where a withheld group has a few clusters of its own, whatever its people
weigh, the whole and its error are two equations of the withheld groups.

The same holds of a row of a crossed table (the women, region by region, and the error of all women)
and of a table that is read the other way round (the shares of each region among the sick).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.disclosure.confidentiality import CONFIDENTIAL
from padai.errors import PublicationError
from padai.survey import Survey
from padai.words import Said

MOST_HIDDEN = 4
"""Withheld groups of an answer up to which one printed error leaves few ways to fill them."""
MOST_STRATA = 3
"""Strata of a group up to which the terms of a withheld cell are few enough to be solved for."""
TOTAL = "total"
_PRINTED = 1e-4
"""How widely a variance is told by a printed error, as a multiple of that error."""
_STRATA = "disclosure-errors-of-totals-tell-withheld-cells"
_CLUSTERS = "disclosure-errors-of-clusters-tell-withheld-cells"
_ANSWERS = "disclosure-errors-of-answers-tell-withheld-cells"
Mask = NDArray[np.bool_]
Groups = Mapping[tuple[str, str], Mask]
Whole = tuple[str, str, str]
"""A question, a breakdown and a group: what a table divides, and of which errors are printed."""


@dataclass(frozen=True, eq=False)
class ErrorSums:
    """Of the people of a part in a wave, the sums that errors of totals are.

    Attributes
    ----------
    weights, terms
        Each of shape (people,): `terms` are the parts of the sample over which the error of a total
        is a sum: its strata, or the cells of a margin to which it was calibrated, since residuals
        from these are all that varies; or the clusters that were drawn.
    clusters
        Whether the terms are clusters, in which people may weigh otherwise.
    fractions
        How much of their stratum was drawn, shape (people,); None: nothing is known to be whole.
    """

    weights: NDArray[np.float64]
    terms: NDArray[np.intp]
    clusters: bool = False
    fractions: NDArray[np.float64] | None = None

    @property
    def told(self) -> bool:
        """Whether a reader knows what each term adds, but for the answers."""
        used = self.weights > 0
        terms, weights = self.terms[used], self.weights[used]
        if self.clusters:
            return 1 < np.unique(terms).size < len(terms)
        if np.unique(terms).size < 2:
            return False
        frame = pd.Series(weights).groupby(terms)
        return bool((frame.max() - frame.min() <= 1e-9 * frame.mean()).all())

    def seen(self, groups: Mapping[str, Mask], within: Mask, error: float) -> set[str]:
        """Return the groups of which the answers can change a printed error by what is printed."""
        if self.fractions is None or self.clusters:
            return set(groups)
        whole = float(self.weights[within].sum()) ** 2
        return {
            code
            for code, members in groups.items()
            if (most := self._most(members)) > 0 and most >= _PRINTED * error * whole
        }

    def _most(self, members: Mask) -> float:
        """Return the most that the terms of a group can add to the variance of a total."""
        assert self.fractions is not None
        terms = pd.Series(self.terms[members])
        many = terms.groupby(terms).size().to_numpy(float)
        weight = pd.Series(self.weights[members]).groupby(terms).max().to_numpy(float)
        drawn = pd.Series(self.fractions[members]).groupby(terms).min().to_numpy(float)
        most = (1 - np.minimum(drawn, 1)) * (weight * many) ** 2 / (4 * np.maximum(many - 1, 1))
        return float(most.sum())


@dataclass(frozen=True, eq=False)
class _Table:
    """A table by which a whole is divided: its groups, and those withheld of each answer.

    A question divides a whole by its answers.
    """

    name: str
    groups: Mapping[str, Mask]
    answers: bool
    dark: Mapping[tuple[Whole, str], set[str]]


def refuse_told_errors(
    survey: Survey,
    wave: str,
    part: str,
    shown: pd.DataFrame,
    *,
    sums: ErrorSums,
    groups: Groups,
    answers: Groups | None = None,
) -> None:
    """Refuse a breakdown of which the withheld cells are told by the errors of totals.

    Parameters
    ----------
    shown
        The estimates of the wave as they are published.
    groups
        Who is in each group by which the wave is published, by breakdown and code.
    answers
        Who gave each answer, by question and code: a table read the other way round is divided by
        its answers.

    Raises
    ------
    PublicationError
        Everybody weighs alike within each stratum (in clusters they need not), no stratum lies in
        two groups of a breakdown, a group has few of them, and a question has a few confidential
        cells by this breakdown and a total that is shown. The breakdown and the questions are
        named.

    Examples
    --------
    >>> sums = ErrorSums(w, strata)  # doctest: +SKIP
    >>> refuse_told_errors(survey, "2025", "main", shown, sums, groups)  # doctest: +SKIP
    """
    if not sums.told:
        return
    mine = shown[shown["wave"].astype(str) == wave]
    errors = _errors(mine)
    for table in _tables(mine, groups, answers or {}):
        cells = list(dict.fromkeys(_told(table, sums, groups, errors)))
        if cells:
            where = f"{survey.id}, {wave}, {part}, report_breakdowns"
            raise PublicationError(_said(table, cells, part, sums), where=where)


def _said(table: _Table, told: list[Whole], part: str, sums: ErrorSums) -> Said:
    if table.answers:
        question, breakdown, _ = told[0]
        return Said(_ANSWERS, part=part, breakdown=breakdown, question=question)
    questions = list(dict.fromkeys(question for question, *_ in told))
    return Said(
        _CLUSTERS if sums.clusters else _STRATA,
        part=part,
        breakdown=table.name,
        questions=", ".join(questions[:5]) + (", …" if len(questions) > 5 else ""),
    )


def _errors(mine: pd.DataFrame) -> dict[Whole, float]:
    """Return the smallest error that is printed of a question in each group."""
    rows = mine[mine["estimate"].notna()]
    keys = zip(*(rows[n].astype(str) for n in ("question", "breakdown", "group")), strict=True)
    smallest: dict[Whole, float] = {}
    for key, error in zip(keys, rows["std_error"].to_numpy(float), strict=True):
        smallest[key] = min(smallest.get(key, np.inf), error if np.isfinite(error) else 0.0)
    return smallest


def _told(
    table: _Table, sums: ErrorSums, groups: Groups, errors: Mapping[Whole, float]
) -> Iterator[Whole]:
    """Yield what is divided so that a few withheld cells are all that is open of an error."""
    hidden = {code for codes in table.dark.values() for code in codes}
    if not hidden or not _solved(table.groups, hidden, sums.terms):
        return
    everybody = np.ones(len(sums.terms), dtype=bool)
    for (whole, _), codes in table.dark.items():
        if whole in errors:
            within = groups.get(whole[1:], everybody)
            open_ = {code: table.groups[code] for code in codes if code in table.groups}
            if 0 < len(sums.seen(open_, within, errors[whole])) <= MOST_HIDDEN:
                yield whole


def _tables(mine: pd.DataFrame, groups: Groups, answers: Groups) -> Iterator[_Table]:
    """Yield the tables that divide a whole, with what is withheld of each."""
    dark = mine[mine["flag"].astype(str).eq(CONFIDENTIAL)]
    names = ("question", "response", "breakdown", "group")
    cells = list(zip(*(dark[n].astype(str) for n in names), strict=True))
    divided, answered = _by_name(groups), _by_name(answers)
    for name, of in divided.items():
        own = [cell for cell in cells if cell[2] == name]
        withheld: dict[tuple[Whole, str], set[str]] = defaultdict(set)
        for question, response, _, group in own:
            withheld[(question, TOTAL, TOTAL), response].add(group)
        yield _Table(name, of, False, withheld)
        if "*" in name:
            yield from _crossed(name, of, own, set(divided))
    for name in dict.fromkeys(cell[0] for cell in cells if cell[0] in answered):
        withheld = defaultdict(set)
        for question, response, breakdown, group in cells:
            if question == name:
                withheld[(question, breakdown, group), ""].add(response)
        yield _Table(name, answered[name], True, withheld)


def _by_name(groups: Groups) -> dict[str, dict[str, Mask]]:
    masks: dict[str, dict[str, Mask]] = {}
    for (name, code), within in groups.items():
        masks.setdefault(name, {})[code] = within
    return masks


def _crossed(
    name: str, groups: Mapping[str, Mask], cells: list[tuple[str, ...]], divided: set[str]
) -> Iterator[_Table]:
    """Yield each row of a crossed table as one that is divided, by either of its breakdowns."""
    parts = name.split("*")
    for place, inner in enumerate(parts):
        beside = "*".join(parts[:place] + parts[place + 1 :])
        of: dict[str, Mask] = {}
        for code, within in groups.items():
            own = code.split("*")[place]
            of[own] = of.get(own, np.zeros(len(within), dtype=bool)) | within
        withheld: dict[tuple[Whole, str], set[str]] = defaultdict(set)
        for question, response, _, group in cells:
            codes = group.split("*")
            other = "*".join(codes[:place] + codes[place + 1 :])
            withheld[(question, beside, other), response].add(codes[place])
            if inner not in divided:
                withheld[(question, TOTAL, TOTAL), response].add(codes[place])
        yield _Table(name, of, False, withheld)


def _solved(groups: Mapping[str, Mask], hidden: set[str], terms: NDArray[np.intp]) -> bool:
    """Return whether strata lie in one group each, and the withheld groups have few of them."""
    inside = [set(np.unique(terms[within]).tolist()) for within in groups.values()]
    if sum(map(len, inside)) != len(set().union(*inside)):
        return False
    sizes = {code: len(of) for code, of in zip(groups, inside, strict=True)}
    return any(sizes.get(code, 0) <= MOST_STRATA for code in hidden)
