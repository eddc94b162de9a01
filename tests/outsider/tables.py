"""Joint tables of two or three variables, and what the figures leave possible in them.

A cell of a joint table is one code of each variable. It holds people (a whole count n) and their
weight (W); where everybody counts for one there is one layer. Each figure on these variables is a
statement on the cells: linear, once a share p of a base is read as W_cell - p W_base. Codes that no
statement tells apart are one code.
"""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array, hstack, vstack

from tests.outsider.figures import Figure, Place, response_of
from tests.outsider.programme import Programme
from tests.outsider.questionnaire import NOT_ASKED, Codes, Questionnaire, Routing, Within

TOLERANCE = 1e-6
"""What the solver may be off, in people."""
AS_GOOD_AS_EXACT = 1e-9
"""Two limits that lie closer than this are one: a solver loses its way between near twins."""


@dataclass(frozen=True)
class Range:
    """What a count can be; `share` what the share can be where its base is known to be there."""

    low: int
    high: int


@dataclass(frozen=True)
class Weights:
    """How far weights lie from their mean, which is one; as far as anybody may think, where untold."""

    low: float = 0.02
    high: float = 1000.0


@dataclass
class JointTable:
    """The joint table of some variables in one place, with all that was published of it.

    Attributes
    ----------
    parts
        For each variable its codes, grouped where no statement tells them apart.
    statements
        Rows of ``low <= coefficients @ (n, W) <= high``.
    """

    asked: Questionnaire
    place: Place
    names: tuple[str, ...]
    parts: list[list[Codes]]
    weights: Weights
    unweighted: bool
    cells: list[tuple[Codes, ...]] = field(default_factory=list)
    _rows: list[np.ndarray] = field(default_factory=list)
    _low: list[float] = field(default_factory=list)
    _high: list[float] = field(default_factory=list)
    _system: tuple[csr_array, np.ndarray, np.ndarray] | None = None
    _programme: Programme | None = None

    @property
    def width(self) -> int:
        return len(self.cells) * (1 if self.unweighted else 2)

    def chosen(self, within: Within) -> np.ndarray:
        """Return which cells hold those who are meant (1) and which do not (0)."""
        which = np.ones(len(self.cells))
        for name, codes in within:
            at = self.names.index(name)
            inside = np.array([part <= codes for part in self.parts[at]], dtype=float)
            which = which * inside[self._codes[:, at]]
        return which

    @functools.cached_property
    def _codes(self) -> np.ndarray:
        """Where each cell's codes stand among those of each variable."""
        where = [{part: i for i, part in enumerate(parts)} for parts in self.parts]
        return np.array(
            [[of[part] for of, part in zip(where, cell, strict=True)] for cell in self.cells]
        )

    def people(self, which: np.ndarray) -> np.ndarray:
        return which if self.unweighted else np.concatenate([which, np.zeros(len(self.cells))])

    def weight(self, which: np.ndarray) -> np.ndarray:
        return which if self.unweighted else np.concatenate([np.zeros(len(self.cells)), which])

    def say(self, row: np.ndarray, low: float, high: float) -> None:
        """Add a statement."""
        self._rows.append(row)
        self._low.append(low)
        self._high.append(high)
        self._system = self._programme = None

    def system(self) -> tuple[csr_array, np.ndarray, np.ndarray]:
        """Return coefficients and limits of all statements, the tie of the two layers with them."""
        if self._system is None:
            matrix = csr_array(np.array(self._rows)) if self._rows else csr_array((0, self.width))
            low, high = np.array(self._low), np.array(self._high)
            if not self.unweighted:
                one = csr_array(np.eye(len(self.cells)))
                matrix = vstack(
                    [
                        matrix,
                        hstack([-self.weights.low * one, one]),
                        hstack([self.weights.high * one, -one]),
                    ],
                    format="csr",
                )
                low = np.concatenate([low, np.zeros(2 * len(self.cells))])
                high = np.concatenate([high, np.full(2 * len(self.cells), np.inf)])
            self._system = matrix, low, high
        return self._system

    def programme(self) -> Programme:
        """Return the search among all tables that fit what was said."""
        if self._programme is None:
            self._programme = Programme(*self.system(), people=len(self.cells))
        return self._programme

    def range(self, within: Within) -> Range | None:
        """Return the least and the most people that a cell can hold; None where nothing fits."""
        aim, search = self.people(self.chosen(within)), self.programme()
        low, high = search.least(aim), search.least(-aim)
        if low is None or high is None:
            return None
        most = 10**9 if math.isinf(high) else math.floor(-high + TOLERANCE * max(1, -high))
        return Range(math.ceil(low - TOLERANCE * max(1, low)), most)

    def met(self, within: Within) -> Range | None:
        """Return how few and how many people a cell had in the tables met so far; None: in none."""
        found = self.programme().met(self.people(self.chosen(within)))
        if not len(found):
            return None
        low, high = float(found.min()), float(found.max())
        return Range(
            math.ceil(low - TOLERANCE * max(1, low)), math.floor(high + TOLERANCE * max(1, high))
        )

    def shares_met(self, within: Within, base: Within) -> float:
        """Return how far apart the shares of a base were in the tables met so far."""
        search = self.programme()
        all_of = search.met(self.weight(self.chosen(base)))
        some = all_of > 1.0
        if not some.any():
            return 0.0
        shares = search.met(self.weight(self.chosen(within)))[some] / all_of[some]
        return float(shares.max() - shares.min())

    def share(self, within: Within, base: Within) -> tuple[float, float] | None:
        """Return the ends of the share that a cell can have of the weight of its base.

        The base's weight is set to one, and everything else is measured by it.
        """
        matrix, low, high = self.system()
        scale = [csr_array(-np.where(np.isfinite(end), end, 0.0)[:, None]) for end in (low, high)]
        total = csr_array(np.append(self.weight(self.chosen(base)), 0.0)[None, :])
        above = vstack(
            [hstack([matrix, scale[0]]), hstack([matrix, scale[1]]), total], format="csr"
        )
        least = np.concatenate(
            [np.where(np.isfinite(low), 0.0, -np.inf), np.full(len(low), -np.inf), [1.0]]
        )
        most = np.concatenate(
            [np.full(len(low), np.inf), np.where(np.isfinite(high), 0.0, np.inf), [1.0]]
        )
        aim = np.append(self.weight(self.chosen(within)), 0.0)
        limits = _limits(above, least, most)
        ends = [_solved(sign * aim, limits) for sign in (1, -1)]
        return None if ends[0] is None or ends[1] is None else (ends[0], -ends[1])

    def whole(self, within: Within, low: float, high: float, seconds: float) -> bool | None:
        """Whether whole people fit all statements with a cell between two ends; None: undecided."""
        return self.programme().whole(self.people(self.chosen(within)), low, high, seconds)


Limits = dict[str, csr_array | np.ndarray | None]
"""Limits as scipy takes them: of sums that are equal to something, and of sums that are at most."""


def _limits(matrix: csr_array, low: np.ndarray, high: np.ndarray) -> Limits:
    equal = low == high
    up, down = ~equal & np.isfinite(high), ~equal & np.isfinite(low)
    some, any_equal = bool((up | down).any()), bool(equal.any())
    return {
        "A_ub": vstack([matrix[up], -matrix[down]], format="csr") if some else None,
        "b_ub": np.concatenate([high[up], -low[down]]) if some else None,
        "A_eq": matrix[equal] if any_equal else None,
        "b_eq": low[equal] if any_equal else None,
    }


def _solved(aim: np.ndarray, limits: Limits) -> float | None:
    """Return the least of an aim within limits; None where nothing is within them."""
    found = linprog(aim, **limits, method="highs")
    if found.status == 3:
        return -math.inf
    return float(found.fun) if found.status == 0 else None


# --- building ------------------------------------------------------------------------------------


def joint_table(
    asked: Questionnaire,
    place: Place,
    names: Sequence[str],
    figures: Iterable[Figure],
    weights: Weights,
    asked_for: Iterable[Within] = (),
) -> JointTable:
    """Build the joint table of some variables, with the figures that speak of no other.

    Parameters
    ----------
    asked_for
        Those whose counts will be asked of the table.
    """
    names = tuple(sorted(set(names)))
    wanted = list(asked_for)
    said = [s for figure in figures if (s := _read(asked, figure, names)) is not None]
    groups = [
        _told_apart(asked, name, [*wanted, *(w for s in said for w in s.sets())]) for name in names
    ]
    made = JointTable(
        asked, place, names, groups, weights, asked.unweighted(place.wave, place.part)
    )
    made.cells = [cell for cell in itertools.product(*groups) if _possible(asked, names, cell)]
    for statement in said:
        statement.add(made)
    if size := asked.size(place.wave, place.part):
        made.say(made.people(np.ones(len(made.cells))), size, size)
        if not made.unweighted:
            made.say(made.weight(np.ones(len(made.cells))), size, size)
    return made


@dataclass(frozen=True)
class _Statement:
    """A figure, read: the response and the base of which it speaks."""

    figure: Figure
    base: Within
    more: Within
    less: Within | None
    scores: Mapping[str, float] | None
    variable: str

    def sets(self) -> list[Within]:
        of = [self.base, self.more, *([self.less] if self.less is not None else [])]
        if self.scores:
            of += [((self.variable, frozenset([code])),) for code in self.scores]
        return of

    def add(self, table: JointTable) -> None:
        figure = self.figure
        base = table.chosen(self.base)
        if figure.kind.startswith("part of"):
            layer = table.people if figure.kind == "part of people" else table.weight
            part, whole = table.chosen(figure.within), table.chosen(figure.of)
            table.say(layer(part - figure.low * whole), 0.0, np.inf)
            table.say(layer(part - figure.high * whole), -np.inf, 0.0)
            return
        if figure.kind in ("n", "people"):
            which = base if figure.kind == "n" else table.chosen(self.more)
            table.say(table.people(which), figure.low, figure.high)
            return
        value = table.chosen(self.more)
        if self.less is not None:
            value = value - table.chosen(self.less)
        if self.scores is not None:
            at = table.names.index(self.variable)
            value = base * [self.scores.get(next(iter(cell[at])), 0.0) for cell in table.cells]
        if figure.high - figure.low < AS_GOOD_AS_EXACT:
            table.say(table.weight(value - figure.middle * base), 0.0, 0.0)
            return
        table.say(table.weight(value - figure.low * base), 0.0, np.inf)
        table.say(table.weight(value - figure.high * base), -np.inf, 0.0)


def _read(asked: Questionnaire, figure: Figure, names: tuple[str, ...]) -> _Statement | None:
    if figure.withheld or any(name not in names for name, _ in figure.within):
        return None
    if figure.kind.startswith("part of"):
        return _Statement(figure, figure.of, figure.within, None, None, figure.within[0][0])
    if figure.kind == "n" and figure.response == "":
        of = [name for name in names if asked.variables[name].question == figure.question]
        if not of:
            return None
        base = also(figure.within, of[0], asked.variables[of[0]].answered)
        return _Statement(figure, base, base, None, None, of[0])
    response = response_of(asked, figure)
    if response is None or response.variable not in names:
        return None
    variable = response.variable
    base = also(
        figure.within,
        variable,
        response.codes if response.mean else asked.variables[variable].answered,
    )
    more = also(figure.within, variable, response.codes)
    less = also(figure.within, variable, response.less) if response.less else None
    scores = asked.variables[variable].scores if response.mean else None
    return _Statement(figure, base, more, less, scores, variable)


def also(within: Within, name: str, codes: Codes) -> Within:
    """Return those within who have one of some codes too."""
    of = dict(within)
    of[name] = of[name] & codes if name in of else codes
    return tuple(sorted(of.items()))


def _told_apart(asked: Questionnaire, name: str, sets: list[Within]) -> list[Codes]:
    """Group the codes of a variable that no set separates."""
    variable = asked.variables[name]
    seen = [codes for within in sets for of, codes in within if of == name]
    seen += [variable.answered, frozenset([NOT_ASKED])]
    seen += [
        one.codes for route in asked.routing.values() for one in route.read if one.question == name
    ]
    together: dict[tuple[bool, ...], list[str]] = {}
    codes = [c for c in variable.codes if c != NOT_ASKED or variable.question in asked.routing]
    for code in codes:
        together.setdefault(tuple(code in one for one in seen), []).append(code)
    return [frozenset(of) for of in together.values()]


def _possible(asked: Questionnaire, names: tuple[str, ...], cell: tuple[Codes, ...]) -> bool:
    """Whether routing and questions with several answers let anybody be in a cell."""
    of = dict(zip(names, cell, strict=True))
    routed = {
        name: route
        for name in names
        if (route := asked.routing.get(asked.variables[name].question)) is not None
    }
    for name, route in routed.items():
        skipped = NOT_ASKED in of[name]
        if (opens := route.opens(of)) is not None and opens == skipped:
            return False
        for other, theirs in routed.items() if route.question else ():
            if theirs.question == route.question and not _together(
                asked, (route, theirs), (skipped, NOT_ASKED in of[other])
            ):
                return False
    return _answered_alike(asked, of)


def _together(
    asked: Questionnaire, routes: tuple[Routing, Routing], skipped: tuple[bool, bool]
) -> bool:
    """Whether two questions that the same answer opens can both be asked, or both be skipped."""
    one, other = routes
    if one.codes == other.codes:
        return skipped[0] == skipped[1]
    if one.codes & other.codes:
        return True
    by = asked.variables.get(one.question)
    either = (
        by is not None
        and one.question in asked.known_of_all
        and (by.answered <= one.codes | other.codes)
    )
    return not (not any(skipped) or (either and all(skipped)))


def _answered_alike(asked: Questionnaire, of: Mapping[str, Codes]) -> bool:
    """Whether the answers of a question with several answers are all there, or none of them."""
    first: dict[str, bool] = {}
    for name, codes in of.items():
        variable = asked.variables[name]
        if variable.name != variable.question:
            answered = codes <= variable.answered
            if first.setdefault(variable.question, answered) != answered:
                return False
    return True
