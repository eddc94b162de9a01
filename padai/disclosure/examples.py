"""Protection shown by examples: other respondents whom no reader could tell from the true ones.

Each count to protect is moved, on paper, by respondents who exchange values or are renamed, while
every published sum of two variables stays as it is, and with it every table of three that holds
the count: those who exchange share the value of the third variable. What no move reaches takes
more company, the least that opens one; what nothing opens is named, and stops the release.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from padai.disclosure.aims import Aim, Mask
from padai.disclosure.joint import Joint, PublishedSums
from padai.disclosure.records import IntArray
from padai.numerics.suppression_examples import (
    FloatArray,
    Layers,
    exchange,
    exchanged,
    layers,
    told_apart,
)

NEVER = 1e9
"""What it costs to withhold a figure that is public elsewhere."""
_TRIED = 25
"""How many exchanges are tried alone for a count, the least costly first."""
_SLACK = 1e-9
_Way = tuple[str, int, int]
"""A move: its kind, and the atoms of the first and second variable that it goes to."""


@dataclass
class ReadersView:
    """What a reader has of each row of the frame: its estimate, its base, and what hiding costs."""

    shown: NDArray[np.bool_]
    based: NDArray[np.bool_]
    cost: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class _Moves:
    """Exchanges with a count: whom they concern, where these stand, and which cells exchange."""

    held: IntArray
    first: IntArray
    second: IntArray
    weights: FloatArray
    shape: tuple[int, int]
    ways: list[tuple[tuple[int, int], tuple[int, int]]]


class Examples:
    """The other tables of one wave.

    Parameters
    ----------
    joint
        The wave's joint table.
    seen
        What a reader has; rows that are withheld meanwhile change in place.
    """

    def __init__(self, joint: Joint, seen: ReadersView) -> None:
        self.joint = joint
        self.seen = seen
        weights = joint.records.weights
        self.limits = (float(weights.min()), float(weights.max()))
        self._size: dict[str, IntArray] = {}
        self._twins: dict[str, IntArray] = {}
        self._known: dict[tuple[str, str], PublishedSums] = {}

    def withheld(self, rows: IntArray) -> None:
        """Take note that rows were withheld."""
        for one, two in self.joint.pairs_of(rows):
            self._known.pop((one, two), None)
            self._known.pop((two, one), None)
            self._twins.pop(one, None)
            self._twins.pop(two, None)

    def protected(self, aim: Aim) -> bool:
        """Whether a count can look as small and as large as it must, as things stand."""
        return all(
            self._reached(aim, self._free(aim, sign, quick=True), sign)
            or self._reached(aim, self._free(aim, sign), sign)
            for sign in _signs(aim)
        )

    def _free(self, aim: Aim, sign: int, *, quick: bool = False) -> list[_Way]:
        """Return the moves that nothing published tells."""
        return [way for way, _ in self._ways(aim, sign, 0.0, quick=quick)]

    def company(self, aim: Aim) -> IntArray | None:
        """Return the rows to withhold so that a count is protected; None where none would do."""
        opened = [self._opened(aim, sign) for sign in _signs(aim)]
        if any(rows is None for rows in opened):
            return None
        return np.unique(np.concatenate([rows for rows in opened if rows is not None]))

    def in_the_way(self, aim: Aim) -> list[str]:
        """Return the third variables within which no exchange moves a count far enough."""
        variables: list[str] = []
        for sign in _signs(aim):
            free = self._free(aim, sign)
            ways = [(c, a) for kind, c, a in free if kind == "exchange"]
            needed = _needed(aim, sign)
            moves = self._moves(aim, ways, sign)
            for name, codes in self._thirds(aim):
                if name not in variables and not self._exchanged(moves, codes, needed):
                    variables.append(name)
        return variables

    def _opened(self, aim: Aim, sign: int) -> IntArray | None:
        """Return the rows of the least costly moves that reach a count."""
        free: list[_Way] = []
        others: list[_Way] = []
        last: list[_Way] = []
        for way, cost in self._ways(aim, sign, NEVER / 2):
            renaming = way[0] != "exchange"
            if cost <= 0:
                free.append(way)
            else:
                (last if renaming and aim.second else others).append(way)
        if self._reached(aim, free, sign):
            return np.zeros(0, dtype=np.intp)
        for way in others[:_TRIED]:
            if self._reached(aim, [*free, way], sign):
                return self._telling(aim, way, sign)
        for several in _doubled(len(others)):
            if self._reached(aim, [*free, *others[:several]], sign):
                telling = [self._telling(aim, way, sign) for way in others[:several]]
                return np.unique(np.concatenate(telling))
        renamings = [*(way for way in free if way[0] != "exchange"), *last]
        for several in range(1, len(renamings) + 1):
            if self._reached(aim, renamings[:several], sign):
                telling = [self._telling(aim, way, sign) for way in renamings[:several]]
                return np.unique(np.concatenate(telling))
        return None

    # --- the moves, the least costly first ---------------------------------------------------

    def _ways(
        self, aim: Aim, sign: int, most: float, *, quick: bool = False
    ) -> Iterator[tuple[_Way, float]]:
        """Yield the moves that cost no more than `most`: exchanges first, then renamings.

        Quickly, the renamings are those alone that would do for everybody.
        """
        if aim.second:
            cost = self._exchange_cost(aim)
            order = np.argsort(cost, axis=None, kind="stable")
            for c, a in zip(*np.unravel_index(order, cost.shape), strict=True):
                if cost[c, a] > most:
                    break
                yield ("exchange", int(c), int(a)), float(cost[c, a])
        ways: list[tuple[float, int, _Way]] = []
        for kind, inside in (("first", aim.inside), ("second", aim.within)):
            name = aim.first if kind == "first" else aim.second
            for to in np.flatnonzero(~inside) if name else ():
                way: _Way = (kind, int(to), -1) if kind == "first" else (kind, -1, int(to))
                if self._alike(name, inside, int(to)):
                    yield way, 0.0
                    continue
                if quick:
                    continue
                rows = self._telling(aim, way, sign)
                ways.append((float(self.seen.cost[rows].sum()), len(ways), way))
        yield from ((way, cost) for cost, _, way in sorted(ways) if cost <= most)

    def _exchange_cost(self, aim: Aim) -> NDArray[np.float64]:
        """Return what each exchange with a count would change, shape (atoms, atoms)."""
        sums = self._told(aim.first, aim.second)
        inside, within = self._occupied(aim)
        cost = np.zeros((len(aim.inside), len(aim.within)))
        worth = self.seen.cost[sums.rows]
        for own in inside:
            for place in within:
                cost += told_apart(sums.first, sums.second, own, place, worth)
        cost[aim.inside, :] = np.inf
        cost[:, aim.within] = np.inf
        # among those that cost the same, the largest groups give the most room
        sizes = self._sizes(aim.first)[:, None] + self._sizes(aim.second)[None, :]
        return np.asarray(np.where(cost > 0, cost - 1e-9 * sizes, -1e-9 * sizes))

    def _sizes(self, name: str) -> IntArray:
        if name not in self._size:
            self._size[name] = np.bincount(self.joint.variable(name).code)
        return self._size[name]

    # --- what would tell ---------------------------------------------------------------------

    def _told(self, one: str, two: str) -> PublishedSums:
        """Return the sums over two variables that a reader has, `one` first."""
        sums = self._known.get((one, two))
        if sums is None:
            turned = self._known.get((two, one))
            sums = self._reads(one, two) if turned is None else turned.turned()
            self._known[one, two] = sums
        return sums

    def _reads(self, one: str, two: str) -> PublishedSums:
        sums = self.joint.sums(one, two)
        known = np.where(sums.base, self.seen.based[sums.rows], self.seen.shown[sums.rows])
        return sums.kept(known)

    def _telling(self, aim: Aim, way: _Way, sign: int) -> IntArray:
        """Return the rows that a move would change."""
        kind, c, a = way
        if kind != "exchange":
            return self._telling_renamed(aim, kind, max(c, a), sign)
        sums = self._told(aim.first, aim.second)
        inside, within = self._occupied(aim)
        near = (np.abs(sums.first[:, inside] - sums.first[:, [c]]) > _SLACK).any(axis=1)
        far = (np.abs(sums.second[:, within] - sums.second[:, [a]]) > _SLACK).any(axis=1)
        return np.unique(sums.rows[near & far])

    def _telling_renamed(self, aim: Aim, kind: str, to: int, sign: int) -> IntArray:
        """Return the rows that tell those who would be renamed from those whom they would join."""
        name = aim.first if kind == "first" else aim.second
        people = self._renamed(aim, kind, to, sign)
        code = self.joint.variable(name).code
        held = np.unique(code[self._counted(aim)])
        among = np.flatnonzero(aim.inside if kind == "first" else aim.within)
        target = np.array([to]) if sign < 0 else held if len(held) else among
        own, rows = np.unique(code[people]), [np.zeros(0, dtype=np.intp)]
        for other in (name, *self.joint.beside(name)) if len(people) and len(target) else ():
            sums = self._told(name, other)
            apart = _any_apart(sums.first[:, own], sums.first[:, target])
            if other != name and apart.any():
                theirs = np.unique(self.joint.variable(other).code[people])
                apart &= (np.abs(sums.second[:, theirs]) > _SLACK).any(axis=1)
            rows.append(sums.rows[apart])
        return np.unique(np.concatenate(rows))

    def _alike(self, name: str, inside: Mask, to: int) -> bool:
        """Whether nothing published tells some atoms of a variable from another one."""
        if name not in self._twins:
            label = np.zeros(self.joint.variable(name).size, dtype=np.intp)
            for other in (name, *self.joint.beside(name)):
                sums = self._told(name, other)
                if not len(sums.rows):
                    continue
                whole = np.column_stack([label, sums.first.T])
                label = np.unique(whole, axis=0, return_inverse=True)[1].reshape(-1)
                if label.max(initial=-1) + 1 == len(label):
                    break
            self._twins[name] = label
        label = self._twins[name]
        own = np.flatnonzero(inside & (self._sizes(name) > 0))
        return bool((label[own] == label[to]).all())

    def _occupied(self, aim: Aim) -> tuple[IntArray, IntArray]:
        """Return the atoms of a count that somebody has."""
        first = np.flatnonzero(aim.inside & (self._sizes(aim.first) > 0))
        return first, np.flatnonzero(aim.within & (self._sizes(aim.second) > 0))

    def _counted(self, aim: Aim) -> Mask:
        mine = aim.inside[self.joint.variable(aim.first).code]
        return mine & aim.within[self.joint.variable(aim.second).code] if aim.second else mine

    def _renamed(self, aim: Aim, kind: str, to: int, sign: int) -> IntArray:
        """Return as many respondents as must be renamed: of the count, or of those beside it."""
        first = self.joint.variable(aim.first).code
        second = self.joint.variable(aim.second).code if aim.second else None
        if sign < 0:
            held = self._counted(aim)
        elif kind == "first":
            held = (first == to) & (aim.within[second] if second is not None else True)
        else:
            held = aim.inside[first] & (second == to)
        return np.flatnonzero(held)[: _needed(aim, sign)]

    # --- how far a count can be moved --------------------------------------------------------

    def _reached(self, aim: Aim, ways: list[_Way], sign: int) -> bool:
        """Whether moves reach the count that is needed, in every table of three."""
        needed = _needed(aim, sign)
        renamings = [way for way in ways if way[0] != "exchange"]
        renamed = (len(self._renamed(aim, kind, max(c, a), sign)) for kind, c, a in renamings)
        if renamings and (sum(renamed) if sign > 0 else max(renamed)) >= needed:
            return True
        exchanges = [(c, a) for kind, c, a in ways if kind == "exchange"]
        if not exchanges:
            return False
        moves = self._moves(aim, exchanges, sign)
        return all(self._exchanged(moves, codes, needed) for _, codes in self._thirds(aim))

    def _thirds(self, aim: Aim) -> Iterator[tuple[str, IntArray]]:
        """Yield name and codes of each variable that is tabulated with both of a count.

        The options of a question are tabulated one by one: each is a third variable of its own.
        """
        beside = set(self.joint.beside(aim.first)) & set(self.joint.beside(aim.second))
        yield "", np.zeros(len(self.joint.records.weights), dtype=np.intp)
        for name in sorted(beside - {aim.first, aim.second}):
            if self._tells(aim.first, name) and self._tells(aim.second, name):
                yield from ((name, codes) for codes in self.joint.columns(name))

    def _tells(self, one: str, two: str) -> bool:
        """Whether anything is published of two variables together."""
        return bool(len(self._told(one, two).rows))

    def _moves(self, aim: Aim, to: list[tuple[int, int]], sign: int) -> _Moves:
        """Return what exchanges are, whatever the third variable."""
        near = self._numbered(aim.first, aim.inside, [c for c, _ in to])
        far = self._numbered(aim.second, aim.within, [a for _, a in to])
        first = near[self.joint.variable(aim.first).code]
        second = far[self.joint.variable(aim.second).code]
        held = np.flatnonzero((first >= 0) & (second >= 0))
        places = [(int(near[c]), int(far[a])) for c, a in to]
        return _Moves(
            held,
            first[held],
            second[held],
            self.joint.records.weights[held],
            (int(near.max()) + 1, int(far.max()) + 1),
            [((0, 0), (c, a)) if sign > 0 else ((0, a), (c, 0)) for c, a in places],
        )

    def _exchanged(self, moves: _Moves, third: IntArray, needed: int) -> bool:
        """Whether exchanges within a third variable move a count as far as is needed."""
        of = moves.first, moves.second, third[moves.held], moves.weights
        table = layers(*of, moves.shape, self.limits)
        left = needed
        simple = Layers(table.count.copy(), table.total.copy(), table.limits)
        for way in moves.ways:
            left -= exchange(simple, *way, left)
            if left <= 0:
                return True
        return exchanged(table, moves.ways, needed) >= needed

    def _numbered(self, name: str, counted: Mask, others: list[int]) -> IntArray:
        """Number the atoms of a variable: 0 those that are counted, then some others; -1: none."""
        number = np.full(len(counted), -1, dtype=np.intp)
        number[counted] = 0
        for place, other in enumerate(dict.fromkeys(others), 1):
            number[other] = place
        return number


def _any_apart(some: FloatArray, others: FloatArray) -> Mask:
    """Return in which rows any of some columns differs from any of others.

    The two that are farthest apart differ where any do.
    """
    below = some.max(axis=1) - others.min(axis=1)
    above = others.max(axis=1) - some.min(axis=1)
    return np.asarray(np.maximum(below, above) > _SLACK)


def _doubled(most: int) -> Iterator[int]:
    """Yield 2, 4, 8 and so on, up to a number and with it."""
    several = 2
    while several < most:
        yield several
        several *= 2
    if most > 1:
        yield most


def _needed(aim: Aim, sign: int) -> int:
    """By how many a count must be able to shrink (-1) or grow (1)."""
    return max(aim.value - aim.least, 0) if sign < 0 else max(aim.most - aim.value, 0)


def _signs(aim: Aim) -> list[int]:
    return [sign for sign in (-1, 1) if _needed(aim, sign)]
